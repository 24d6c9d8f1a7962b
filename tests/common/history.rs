//! The journal of forty days, recorded as a learner would have: a day an evening, some skipped, a note on every third.

use chrono::{DateTime, FixedOffset, TimeDelta};
use ninety::journal::files::Tail;
use ninety::journal::{Fact, Mark, Terms, Weekdays};
use ninety::plan::{Day, Plan};
use ninety::study::Session;
use std::sync::OnceLock;

/// The journal's text, written up to this moment.
pub(crate) fn history(now: DateTime<FixedOffset>) -> &'static str {
    static TEXT: OnceLock<String> = OnceLock::new();
    TEXT.get_or_init(|| {
        let dir = tempfile::tempdir().unwrap();
        let mut session = Session::open(Plan::builtin(), dir.path().to_owned(), Tail::LookAgain, now).unwrap();
        let first = now - TimeDelta::days(40);
        let mut random: u32 = 90;
        let mut record = |fact: Fact, days: i64, minutes: i64| {
            random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let at = first + TimeDelta::days(days) + TimeDelta::minutes(minutes);
            session.record(fact, at, random).unwrap();
        };
        record(
            Fact::Terms(Terms {
                start: Some(first.date_naive()),
                days: Some(Weekdays::ALL),
                goal: Some("2027-02-05".parse().unwrap()),
                ..Terms::default()
            }),
            0,
            0,
        );
        for (i, day) in (0..).zip(Plan::builtin().days().iter().take(41)) {
            for fact in evening(i, day) {
                record(fact, i, 1);
            }
        }
        std::fs::read_to_string(dir.path().join("django-90.toml")).unwrap()
    })
}

fn evening(i: i64, day: &Day) -> Vec<Fact> {
    let id = || day.id().clone();
    let done = |task: &ninety::plan::Task| Fact::Done(vec![Mark::Item(task.id().clone())]);
    if i == 40 {
        return day.tasks().iter().take(1).map(done).collect();
    }
    if i == 11 || i == 29 {
        let because = if i == 11 { "I know this from work." } else { "" };
        return vec![Fact::Skip { days: vec![id()], because: because.to_owned() }];
    }
    let mut facts: Vec<Fact> = day.tasks().iter().filter(|task| !(task.added && i % 4 == 0)).map(done).collect();
    facts.push(Fact::Minutes { day: id(), minutes: 35 + 5 * u32::try_from(i % 7).unwrap(), over: Vec::new() });
    let texts = [
        "`with` closes the file, also when the body raises.\n",
        "Read the traceback from the bottom: the last line says what, the lines above it say where.\n\nTry `python -i`.\n",
        "日本語 and emoji 👩‍💻 are one `len()` more than they look.\n",
        "A queryset is lazy; `list()` makes it run.\n\n- filter first\n- order last\n",
    ];
    if i % 3 == 0 {
        let text = texts[usize::try_from(i / 3).unwrap() % texts.len()].to_owned();
        facts.push(Fact::Note { day: id(), text, over: Vec::new() });
    }
    facts
}
