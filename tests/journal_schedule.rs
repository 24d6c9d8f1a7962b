//! The lines of the schedule in a journal: how each is written and read, and what is out of range.
//!
//! Deliberately absent: what they add up to (`schedule.rs`), and lines in general (`journal_lines.rs`).

#[path = "common/desk.rs"]
mod desk;

use desk::{Desk, evening, sealed};
use ninety::journal::{Budget, By, Fact, Replanned};
use ninety::plan::DayId;

const HEAD: &str = "format = 1\nplan = \"django-90\"\n\n[log]\n";
const AT: &str = "at = 2026-12-08T19:41:12+01:00";

/// The facts and findings of a journal with these lines after its head.
fn told(lines: &str) -> (Vec<Fact>, Vec<String>) {
    let desk = Desk::with(format!("{HEAD}{lines}"));
    let facts = desk.journal().entries().iter().map(|entry| entry.fact.clone()).collect();
    (facts, desk.findings())
}

#[test]
fn what_is_out_of_range_in_the_schedule_costs_its_line_and_says_why() {
    let fields = |fields: &str| format!("1-7f3ac01e = {{ {AT}, {fields} }}");
    for (line, why) in [
        (fields("pace = 5"), "\"pace\" is not a text in quotes"),
        (fields("pace = \"\""), "\"pace\" does not name weekdays, such as \"mon-fri\""),
        (
            fields("pace = \"mon\", day_minutes = 0"),
            "\"day_minutes\" is not a whole number from 1 to 1440",
        ),
        (
            fields("pace = \"mon\", day_minutes = \"2h\""),
            "\"day_minutes\" is not a whole number from 1 to 1440",
        ),
        (
            fields("start = 2026-11-23, spare = 1001"),
            "\"spare\" is not a whole number from 0 to 1000",
        ),
        (
            fields("start = 2026-11-23, spare = -1"),
            "\"spare\" is not a whole number from 0 to 1000",
        ),
        (fields("pace = \"mon\", by = \"month\""), "\"by\" is neither \"day\" nor \"week\""),
        (fields("replan = 1"), "\"replan\" is not a text in quotes"),
        (
            fields("replan = \"keep-end\", paired = 17"),
            "\"paired\" is not the id of a day, or a list of them",
        ),
        (fields("away = 2026-12-24"), "it does not say \"until\" when"),
        (
            fields("away = \"today\", until = 2026-12-31"),
            "\"away\" is not a date, such as 2026-12-24",
        ),
        (fields("away = 2026-12-24, until = 2026-12-23"), "\"until\" is before \"away\""),
        (fields("away = 2026-12-24, until = 9001-01-01"), "\"until\" is not a date"),
        (fields("skip = []"), "\"skip\" names no day"),
        (fields("skip = [1]"), "\"skip\" is not the id of a day, or a list of them"),
    ] {
        let (facts, found) = told(&format!("{line}\n"));
        assert_eq!(facts, [], "{line}");
        assert!(found.iter().any(|found| found.contains(why)), "{line}: {found:?}");
    }
}

#[test]
fn the_schedule_s_lines_are_as_short_as_what_they_say() {
    let day = |name: &str| DayId::new(name.to_owned());
    let date = |text: &str| text.parse().unwrap();
    let cases = [
        (
            "start = 2026-11-23",
            Fact::Start { date: date("2026-11-23"), days: None, budget: Budget::default() },
        ),
        (
            "start = 2026-11-23, days = \"mon-fri\", day_minutes = 120, spare = 9",
            Fact::Start {
                date: date("2026-11-23"),
                days: "mon-fri".parse().ok(),
                budget: Budget { minutes: Some(120), spare: Some(9) },
            },
        ),
        (
            "pace = \"mon,wed,sat\"",
            Fact::Pace {
                days: "mon,wed,sat".parse().unwrap(),
                budget: Budget::default(),
                by: None,
            },
        ),
        (
            "pace = \"mon-fri\", day_minutes = 150, spare = 0, by = \"week\"",
            Fact::Pace {
                days: "mon-fri".parse().unwrap(),
                budget: Budget { minutes: Some(150), spare: Some(0) },
                by: Some(By::Week),
            },
        ),
        ("replan = \"continue\"", Fact::Replan(Replanned::Continue)),
        ("replan = \"keep-end\"", Fact::Replan(Replanned::KeepEnd(Vec::new()))),
        (
            "replan = \"keep-end\", paired = [\"urls\", \"forms\"]",
            Fact::Replan(Replanned::KeepEnd(vec![day("urls"), day("forms")])),
        ),
        (
            "away = 2026-12-24, until = 2027-01-02",
            Fact::Away {
                from: date("2026-12-24"),
                until: date("2027-01-02"),
                because: String::new(),
            },
        ),
        (
            "away = 2026-12-24, until = 2026-12-24, because = \"Christmas\"",
            Fact::Away {
                from: date("2026-12-24"),
                until: date("2026-12-24"),
                because: "Christmas".into(),
            },
        ),
        (
            "skip = [\"urls\", \"forms\"], because = \"\"",
            Fact::Skip { days: vec![day("urls"), day("forms")], because: String::new() },
        ),
    ];
    for (line, fact) in cases {
        let (facts, found) = told(&(sealed(&format!("1-7f3ac01e = {{ {AT}, {line} }}")) + "\n"));
        assert_eq!(facts.as_slice(), std::slice::from_ref(&fact), "{line}");
        assert_eq!(found, [""; 0], "{line}");
        let desk = Desk::new();
        desk.open().record(fact, evening(0), 7).unwrap();
        let text = String::from_utf8(desk.bytes()).unwrap();
        assert!(text.contains(&format!(", {line} }} # ")), "{text}");
    }
    let (facts, _) = told(&format!("1-7f3ac01e = {{ {AT}, skip = \"urls\" }}\n"));
    assert_eq!(facts, [Fact::Skip { days: vec![day("urls")], because: String::new() }]);
}
