//! The evenings of a learner who studies on weekdays and misses one now and then: the same ones each time, for
//! pictures and benchmarks.
//!
//! Deliberately absent: a clock and chance.

#![allow(dead_code, reason = "every file that includes this uses a part of it")]

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, TimeDelta, Weekday};
use ninety::journal::{Fact, Key, Mark, Terms, write};
use ninety::plan::{Day, Plan};

/// The first evening, a Monday.
const FIRST: (i32, u32, u32) = (2026, 10, 5);

/// The hour at which an evening begins, and how far the clock is ahead of UTC.
const EVENING: (u32, i32) = (19, 1);

/// The day that is left out, and why.
const SKIPPED: (u16, &str) = (15, "Django is on this machine already.");

/// The evenings that are missed, counted from the first weekday.
const MISSED: [usize; 3] = [8, 21, 30];

/// What is noted, by day.
const NOTES: &[(u16, &str)] = &[
    (1, "A virtual machine is not needed: Python, a terminal and an editor are enough."),
    (4, "Chained comparisons read like mathematics: 0 < n < 10."),
    (7, "Contact book works.\n\nNext time: write the file only once, at the end."),
    (11, "self is the object itself. Forgetting it in the parameters gives the odd count in the error message."),
    (17, "render() needs the request first.\n\nA view may raise Http404 instead of returning a response."),
    (20, "CSS did not change: the browser kept the old file. Reload without cache."),
    (24, "makemigrations writes the plan, migrate carries it out."),
    (26, "A queryset asks the database only when its rows are needed."),
    (30, "LogoutView takes POST only, so log out is a small form."),
    (32, "login_required sends people to LOGIN_URL with ?next=, so they come back to the page they asked for."),
    (33, "Password reset mails go to the console while I develop."),
    (38, "paginate_by is one line; the links in the template are the work."),
    (39, "Q(title__icontains=term) | Q(body__icontains=term), and strip() the term before."),
];

/// What is said in a note that no one wrote.
const THOUGHT: &str = "What I tried, what broke, and the line that helped.";

/// Returns what the learner records up to and with the evening on which this day is begun: each fact with its moment.
pub(crate) fn facts(plan: &Plan, until: u16) -> Vec<(DateTime<FixedOffset>, Fact)> {
    let mut dates = dates();
    let mut facts = Vec::new();
    let first = dates.clone().next().map(evening);
    let start = Fact::Terms(Terms {
        start: first.map(|moment| moment.date_naive()),
        days: "mon-fri".parse().ok(),
        ..Terms::default()
    });
    facts.extend(first.map(|moment| (moment - TimeDelta::minutes(20), start)));
    for day in plan.days().iter().take_while(|day| day.no().get() <= until) {
        let Some(moment) = dates.next().map(evening) else { break };
        if day.no().get() == SKIPPED.0 {
            facts.push((moment, Fact::Skip { days: vec![day.id().clone()], because: SKIPPED.1.to_owned() }));
            continue;
        }
        let begun = day.no().get() == until;
        let ticked = if begun { 1 } else { day.tasks().len() };
        facts.extend(sitting(day, moment, ticked));
        if !begun {
            facts.push((moment + TimeDelta::minutes(95), minutes(day)));
        }
    }
    facts
}

/// Returns a moment late on the evening of the last of these facts.
pub(crate) fn later(facts: &[(DateTime<FixedOffset>, Fact)]) -> DateTime<FixedOffset> {
    facts.last().map(|(moment, _)| *moment).unwrap_or_default() + TimeDelta::minutes(12)
}

/// Returns the random part of the key of the entry of that number.
pub(crate) fn random(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(0).wrapping_mul(2_654_435_761)
}

/// Returns a journal's text with so many entries: the whole plan studied, and further notes and minutes until there
/// are enough.
pub(crate) fn journal(plan: &Plan, entries: usize) -> String {
    let mut facts = facts(plan, u16::MAX);
    let mut further = facts.last().map(|(moment, _)| *moment).unwrap_or_default();
    for (place, day) in plan.days().iter().cycle().enumerate().take(entries.saturating_sub(facts.len())) {
        further += TimeDelta::minutes(7);
        let note = || Fact::Note { day: day.id().clone(), text: format!("{THOUGHT}\n"), over: Vec::new() };
        facts.push((further, if place % 3 == 0 { minutes(day) } else { note() }));
    }
    let mut text = write::header(plan.id().as_str(), plan.title());
    for (place, (at, fact)) in facts.into_iter().enumerate().take(entries) {
        let key = Key::new(u64::try_from(place).unwrap_or(0) + 1, random(place + 1));
        text.push_str(&write::line(key, at, &fact.into()));
        text.push('\n');
    }
    text
}

/// Returns the ticks of an evening, and its note if there is one.
fn sitting(day: &Day, moment: DateTime<FixedOffset>, ticked: usize) -> Vec<(DateTime<FixedOffset>, Fact)> {
    let marks = day.tasks().iter().take(ticked).map(|task| vec![Mark::Item(task.id().clone())]);
    let mut facts: Vec<_> = marks.map(Fact::Done).collect();
    let noted = NOTES.iter().find(|(no, _)| *no == day.no().get());
    let note = |text: &str| Fact::Note { day: day.id().clone(), text: format!("{text}\n"), over: Vec::new() };
    facts.extend(noted.map(|(_, text)| note(text)));
    let step = |(place, fact): (i64, Fact)| (moment + TimeDelta::minutes(25 * place), fact);
    (1..).zip(facts).map(step).collect()
}

fn minutes(day: &Day) -> Fact {
    let minutes = 80 + u32::from(day.no().get() * 7 % 5) * 5;
    Fact::Minutes { day: day.id().clone(), minutes, over: Vec::new() }
}

/// Returns the dates on which the learner studies, without end.
fn dates() -> impl Iterator<Item = NaiveDate> + Clone {
    let (year, month, day) = FIRST;
    let weekday = |date: &NaiveDate| !matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
    let all = NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default().iter_days().filter(weekday);
    all.enumerate().filter(|(place, _)| !MISSED.contains(place)).map(|(_, date)| date)
}

fn evening(date: NaiveDate) -> DateTime<FixedOffset> {
    let (hour, ahead) = EVENING;
    let local = date.and_hms_opt(hour, 12, 0).unwrap_or_default();
    let zone = FixedOffset::east_opt(ahead * 3600);
    zone.and_then(|zone| local.and_local_timezone(zone).single()).unwrap_or_default()
}
