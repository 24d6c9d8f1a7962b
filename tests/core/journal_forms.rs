//! The line of each fact: how it is written and read, and what is out of range.
//!
//! Deliberately absent: what the facts add up to (that is `study`), and lines in general (`journal_lines.rs`).

use crate::desk::{self, AT, Desk, date, day, evening, sealed, told};
use ninety::journal::{Answers, Break, By, Fact, Key, Record, Terms, Weekdays, write};

/// Holds that these fields are written for a record, are read as it and are as short as what they say.
fn holds(fields: &str, record: impl Into<Record>) {
    let record = record.into();
    let line = sealed(&format!("2-7f3ac01e = {{ {AT}, {fields} }}"));
    assert_eq!(write::line(Key::new(2, 0x7f3a_c01e), evening(0), &record), line);
    let (facts, found) = told(&format!("{line}\n"));
    assert_eq!(facts, record.facts, "{fields}");
    assert_eq!(found, [""; 0], "{fields}");
}

#[test]
fn the_lines_of_the_schedule_are_as_short_as_what_they_say() {
    let start = Terms { start: Some(date(11, 23)), ..Terms::default() };
    let days = |days: &str| days.parse().ok();
    holds("start = 2026-11-23", Fact::Terms(start));
    holds(
        "start = 2026-11-23, days = \"mon-fri\", minutes = 120, by = \"day\", goal = 2026-12-31",
        Fact::Terms(Terms {
            days: days("mon-fri"),
            minutes: Some(120),
            by: Some(By::Day),
            goal: Some(date(12, 31)),
            ..start
        }),
    );
    let pace = Terms { days: days("mon,wed,sat"), ..Terms::default() };
    holds("pace = \"mon,wed,sat\"", Fact::Terms(pace));
    holds(
        "pace = \"mon,wed,sat\", minutes = 1440, by = \"week\"",
        Fact::Terms(Terms { minutes: Some(1440), by: Some(By::Week), ..pace }),
    );
    let goal = Terms { goal: Some(date(12, 31)), ..Terms::default() };
    holds("goal = 2026-12-31", Fact::Terms(goal));
    let pause = |from, until| Break { from: date(12, from), until: date(12, until) };
    holds("away = 2026-12-24, until = 2026-12-31", Fact::Away(vec![pause(24, 31)], String::new()));
    // A break whose last date is before its first is none: so one is taken out.
    holds(
        "away = [2026-12-24, 2026-12-28], until = [2026-12-23, 2026-12-30], because = \"Christmas\"",
        Fact::Away(vec![pause(24, 23), pause(28, 30)], "Christmas".into()),
    );
    holds(
        "skip = [\"urls\", \"forms\"], because = \"\"",
        Fact::Skip { days: vec![day("urls"), day("forms")], because: String::new() },
    );
    let (facts, _) = told(&format!("1-7f3ac01e = {{ {AT}, skip = \"urls\" }}\n"));
    assert_eq!(facts, [Fact::Skip { days: vec![day("urls")], because: String::new() }]);
}

#[test]
fn a_replan_is_one_line_and_what_counts_for_an_earlier_date_says_so() {
    let terms = Terms { days: "mon-fri".parse().ok(), goal: Some(date(12, 31)), ..Terms::default() };
    let pause = Break { from: date(12, 24), until: date(12, 26) };
    holds(
        "pace = \"mon-fri\", goal = 2026-12-31, away = 2026-12-24, until = 2026-12-26",
        Record { facts: vec![Fact::Terms(terms), Fact::Away(vec![pause], String::new())], on: None },
    );
    holds(
        "start = 2026-11-23, skip = \"urls\", because = \"known before\"",
        Record {
            facts: vec![
                Fact::Terms(Terms { start: Some(date(11, 23)), ..Terms::default() }),
                Fact::Skip { days: vec![day("urls")], because: "known before".into() },
            ],
            on: None,
        },
    );
    holds(
        "done = \"urls/one\", on = 2026-12-06",
        Record { facts: vec![Fact::Done(desk::marks(&["urls/one"]))], on: Some(date(12, 6)) },
    );
}

#[test]
fn the_lines_of_words_time_links_and_reviews_are_as_short_as_what_they_say() {
    let (key, week) = (Key::new(1, 7), day("views"));
    let over = vec![key];
    holds(
        "day = \"views\", note = \"\", over = [\"1-00000007\"]",
        Fact::Note { day: day("views"), text: String::new(), over: over.clone() },
    );
    holds("day = \"views\", minutes = 45", Fact::Minutes { day: day("views"), minutes: 45, over: Vec::new() });
    holds(
        "day = \"views\", minutes = 0, over = [\"1-00000007\"]",
        Fact::Minutes { day: day("views"), minutes: 0, over: over.clone() },
    );
    let url = "https://example.org/contact-book".to_owned();
    holds(
        "link = \"https://example.org/contact-book\", week = \"views\"",
        Fact::Link { week: week.clone(), url, over: Vec::new() },
    );
    holds(
        "link = \"\", week = \"views\", over = [\"1-00000007\"]",
        Fact::Link { week: week.clone(), url: String::new(), over: over.clone() },
    );
    let review = |answers, over| Fact::Review { week: week.clone(), answers, over };
    holds("review = \"views\"", review(Answers::default(), Vec::new()));
    holds(
        "review = \"views\", can = \"Views.\\nURLs.\", next = \"if late, then short\", over = [\"1-00000007\"]",
        review(Answers::new(["Views.\nURLs.\n", " \n", "if late, then short"]), over),
    );
    let (one, two) = (Key::new(3, 1), Key::new(4, 1));
    holds("undo = \"3-00000001\"", Fact::Undo(vec![one]));
    holds("undo = [\"3-00000001\", \"4-00000001\"]", Fact::Undo(vec![one, two]));
}

#[test]
fn what_is_out_of_range_costs_its_line_and_says_why() {
    for (fields, why) in [
        ("pace = 5", "\"pace\" is not a text in quotes"),
        ("pace = \"\"", "\"pace\" does not name weekdays, such as \"mon-fri\""),
        ("pace = \"mon\", minutes = 0", "\"minutes\" is not a whole number from 1 to 1440"),
        ("pace = \"mon\", minutes = 1441", "\"minutes\" is not a whole number from 1 to 1440"),
        ("pace = \"mon\", minutes = \"2h\"", "\"minutes\" is not a whole number from 1 to 1440"),
        ("pace = \"mon\", by = \"month\"", "\"by\" is neither \"day\" nor \"week\""),
        ("pace = \"mon\", by = 1", "\"by\" is not a text in quotes"),
        ("goal = \"soon\"", "\"goal\" is not a date, such as 2026-12-24"),
        ("start = 2026-11-23, goal = 9001-01-01", "\"goal\" is not a date"),
        ("away = 2026-12-24", "it does not say \"until\" when"),
        ("away = \"today\", until = 2026-12-31", "\"away\" is not a date, such as 2026-12-24"),
        ("away = 2026-12-24, until = 9001-01-01", "\"until\" is not a date"),
        ("away = [2026-12-24, 2026-12-28], until = 2026-12-31", "\"until\" does not have a date for each of \"away\""),
        ("away = [], until = []", "\"away\" is not a date"),
        ("skip = []", "\"skip\" is not the id of a task or a day, or a list of them"),
        ("skip = [1]", "\"skip\" is not the id of a task or a day, or a list of them"),
        ("done = \"a/b\", on = \"yesterday\"", "\"on\" is not a date, such as 2026-12-24"),
        ("done = \"a/b\", on = 1899-12-31", "\"on\" is not a date, such as 2026-12-24"),
        ("link = 7, week = \"blog\"", "\"link\" is not a text in quotes"),
        ("link = \"https://a.b/c\"", "it does not say which \"week\""),
        ("link = \"javascript:alert(1)\", week = \"blog\"", "\"link\" does not begin with http:// or https://"),
        ("link = \"https://a.b/c d\", week = \"blog\"", "\"link\" does not begin with http:// or https://"),
        ("link = \"\", week = \"blog\"", "\"link\" does not begin with http:// or https://"),
        ("review = 3, can = \"x\"", "\"review\" is not a text in quotes"),
        ("review = \"blog\", can = 3", "\"can\" is not a text in quotes"),
        ("review = \"blog\", over = [\"x\"]", "\"over\" does not name an entry's key"),
        ("minutes = 5, by = \"week\"", "it does not say which \"day\""),
    ] {
        let (facts, found) = told(&format!("1-7f3ac01e = {{ {AT}, {fields} }}\n"));
        assert_eq!(facts, [], "{fields}");
        assert!(found.iter().any(|found| found.contains(why)), "{fields}: {found:?}");
    }
}

#[test]
fn a_fact_that_this_version_does_not_know_is_kept_and_ignored() {
    for (fields, names) in [
        ("evidence = \"blog\", video = \"x\"", "evidence, video"),
        ("replan = \"keep-end\", paired = \"urls\"", "paired, replan"),
        ("watched = \"https://a.b/c\"", "watched"),
    ] {
        let (facts, found) = told(&format!("1-7f3ac01e = {{ {AT}, {fields} }}\n"));
        assert_eq!(facts, [Fact::Unknown(names.to_owned())]);
        assert_eq!(found.len(), 1, "{found:?}");
    }
}

#[test]
fn facts_that_no_line_can_hold_together_are_never_written() {
    let minutes = |minutes| Fact::Minutes { day: day("views"), minutes, over: Vec::new() };
    let goal = Fact::Terms(Terms { goal: Some(date(12, 31)), ..Terms::default() });
    let only_order = Fact::Terms(Terms { by: Some(By::Week), ..Terms::default() });
    let link = |url: &str| Fact::Link { week: day("blog"), url: url.to_owned(), over: Vec::new() };
    for facts in [
        // Its minutes would be those of a study day.
        vec![goal, minutes(45)],
        vec![minutes(45), desk::note("x")],
        vec![only_order],
        vec![Fact::Terms(Terms::default())],
        vec![link("file:///etc/passwd")],
        vec![link("")],
        vec![],
    ] {
        let desk = Desk::new();
        let error =
            desk.open().record(Record { facts: facts.clone(), on: None }, evening(0), 7).unwrap_err().to_string();
        assert!(error.contains("this cannot be recorded ("), "{facts:?}: {error}");
        assert_eq!(desk.names(), ["django-90.lock"], "{facts:?}");
    }
}

fn weekday(number: u8) -> chrono::Weekday {
    chrono::Weekday::try_from(number).unwrap()
}

/// The weekdays of a set of bits, Monday the lowest.
fn weekdays(set: u8) -> Weekdays {
    let days = (0..7).filter(|day| set & 1 << day != 0).map(weekday);
    let names: Vec<String> = days.map(|day| day.to_string().to_lowercase()).collect();
    names.join(",").parse().unwrap()
}

#[test]
fn every_set_of_weekdays_is_read_back_as_it_was_written() {
    for set in 1..128u8 {
        let days = weekdays(set);
        assert_eq!(days.count(), set.count_ones());
        assert_eq!(days.to_string().parse(), Ok(days), "{days}");
        for day in (0..7).map(weekday) {
            let toggled = days.toggled(day);
            assert_eq!(toggled.is_none(), days == Weekdays::only(day));
            assert!(toggled.is_none_or(|toggled| toggled.contains(day) != days.contains(day)));
        }
    }
}

#[test]
fn ranges_of_weekdays_may_cross_the_end_of_the_week() {
    for (text, written) in [
        ("fri-mon", Some("mon,fri-sun")),
        ("Monday-Friday", Some("mon-fri")),
        ("", None),
        ("mon-", None),
        ("mittwoch", None),
    ] {
        let read = text.parse::<Weekdays>().ok().map(|days| days.to_string());
        assert_eq!(read.as_deref(), written, "{text}");
    }
    for (i, preset) in Weekdays::PRESETS.iter().enumerate() {
        assert_eq!(preset.count() as usize, i + 3);
    }
}
