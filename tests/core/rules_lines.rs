//! Rules of lines and backups that no other test gives an example of.
//!
//! Deliberately absent: what `journal_forms.rs` and `journal_lines.rs` hold already.

use crate::learner::{Learner, date, evening};
use ninety::journal::files::Tail;
use ninety::journal::{Fact, Journal, Mark};
use ninety::plan::Plan;
use ninety::study::Session;

const AT: &str = "at = 2026-11-23T20:00:00+01:00";

/// How many entries a line with these fields and a fitting checksum is: one or none.
fn entries(fields: &str) -> usize {
    let body = format!("1-00000007 = {{ {AT}, {fields} }}");
    let line = format!("{body} # {:08x}\n", crc32fast::hash(body.as_bytes()));
    Journal::of_text(&line).entries().count()
}

#[test]
fn a_checksum_makes_no_toml_of_what_is_none() {
    assert_eq!(entries(r#"day = "a", note = "b\\""#), 1);
    assert_eq!(entries(r#"day = "a", note = "b\""#), 0, "the quote is one of the words");
    assert_eq!(entries(r#"skip = "a", because = "\u00e9""#), 1);
    assert_eq!(entries(r#"skip = "a", because = "\u+0e9""#), 0, "a sign is no digit");
}

#[test]
fn days_are_the_study_days_of_a_start_alone() {
    for (fields, days) in [
        ("start = 2026-11-23, days = \"sun\"", Some("sun")),
        ("start = 2026-11-23, days = \"sun\", pace = \"sat\"", Some("sat")),
        ("goal = 2027-12-24, days = \"sun\"", None),
    ] {
        let mut learner = Learner::new();
        learner.lines.push(format!("1-00000007 = {{ {AT}, {fields} }}"));
        let set = learner.study().fold().terms.days.map(|days| days.to_string());
        assert_eq!(set.as_deref(), days, "{fields}");
    }
}

#[test]
fn a_note_of_line_breaks_says_nothing() {
    let mut learner = Learner::on_weekdays();
    let (day, no) = (learner.plan.day(learner.no(1)).id().clone(), learner.no(1));
    learner.record(Fact::Note { day, text: "\n\t\n".into(), over: Vec::new() });
    assert_eq!(learner.study().paragraphs(no).count(), 0);
}

#[test]
fn seven_daily_four_weekly_and_twelve_monthly_backups_are_kept() {
    let home = tempfile::tempdir().unwrap();
    let (plan, dir) = (Plan::builtin(), home.path().join("data"));
    let first = date("2026-10-01");
    let mut session = Session::open(plan, dir.clone(), Tail::AsItIs, evening(first)).unwrap();
    let fact = Fact::Done(vec![Mark::Day(plan.days().first().unwrap().id().clone())]);
    for on in first.iter_days().take(61) {
        session.record(fact.clone(), evening(on), 7).unwrap();
    }
    let entries = std::fs::read_dir(dir.join("backups")).unwrap();
    let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    let kept = names.iter().filter_map(|name| name.strip_prefix("django-90-")?.strip_suffix(".toml"));
    // The last was made on Monday, 30 November; October's last and the Sundays stand for what was before.
    let expected = [
        "2026-10-31",
        "2026-11-15",
        "2026-11-22",
        "2026-11-24",
        "2026-11-25",
        "2026-11-26",
        "2026-11-27",
        "2026-11-28",
        "2026-11-29",
        "2026-11-30",
    ];
    assert_eq!(kept.collect::<Vec<_>>(), expected);
}
