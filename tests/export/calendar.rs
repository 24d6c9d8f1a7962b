//! The calendar: read back by a parser of calendars, and moved by a second export.
//!
//! Deliberately absent: the dates themselves (`core/schedule.rs`).

use crate::common::World;
use icalendar::{Calendar, CalendarDateTime, Component, DatePerhapsTime};
use std::collections::HashMap;

fn read(text: &str) -> Calendar {
    assert!(text.ends_with("\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']), "every line ends in CR LF");
    // The space that begins a further line comes on top.
    let folded = |line: &str| line.strip_prefix(' ').unwrap_or(line).len() <= 75;
    assert!(text.split("\r\n").all(folded), "long lines are folded");
    text.parse().unwrap()
}

fn exported(world: &World, line: &str) -> Calendar {
    let said = world.run(line);
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{line}");
    read(&said.out)
}

fn started() -> World {
    let mut world = World::new();
    world.at("2026-11-23T19:00:00+01:00");
    world.run("start 2026-11-23 --days mon-fri");
    world.run("done 1");
    world
}

#[test]
fn whole_days_end_on_the_day_after() {
    let calendar = exported(&started(), "export ics");
    let events: Vec<_> = calendar.events().collect();
    assert_eq!(events.len(), 90);
    assert_eq!(events[89].get_summary(), Some("Day 1: Tools and the big picture"));
    assert_eq!(events[89].property_value("STATUS"), Some("CANCELLED"), "day 1 is done");
    assert!(events[..89].iter().all(|event| event.property_value("STATUS").is_none()));
    assert_eq!(calendar.property_value("PRODID"), Some("-//ninety//ninety//EN"));
    let first = events[0];
    assert_eq!(first.get_uid(), Some("data-types@django-90.ninety"));
    let date = |text: &str| Some(DatePerhapsTime::Date(text.parse().unwrap()));
    assert_eq!((first.get_start(), first.get_end()), (date("2026-11-24"), date("2026-11-25")));
    assert_eq!(first.property_value("TRANSP"), Some("TRANSPARENT"));
    assert!(first.get_summary().unwrap().starts_with("Day 2: "));
    assert!(first.get_description().unwrap().contains("\n- "));
    assert!(events[88].get_summary().unwrap().ends_with(" (milestone)"));
    let uids: std::collections::HashSet<_> = events.iter().map(|event| event.get_uid().unwrap()).collect();
    assert_eq!(uids.len(), 90);
}

#[test]
fn evenings_have_a_time_and_a_reminder() {
    let world = started();
    let calendar = exported(&world, "export ics --at 19:00 --alarm 10m");
    let at = |text: &str| Some(DatePerhapsTime::DateTime(CalendarDateTime::Floating(text.parse().unwrap())));
    let first = calendar.events().next().unwrap();
    assert_eq!((first.get_start(), first.get_end()), (at("2026-11-24T19:00:00"), at("2026-11-24T21:30:00")));
    let text = world.run("export ics --at 19:00 --alarm 10m").out;
    assert_eq!(text.matches("BEGIN:VALARM").count(), 89);
    assert_eq!(text.matches("TRIGGER:-PT600S").count() + text.matches("TRIGGER:-PT10M").count(), 89);
    assert_eq!(text.matches("UID:alarm-").count(), 89);
    assert_eq!(world.run("export ics --at 19:00 --alarm 10m").out, text, "equal state gives an equal calendar");

    // What takes several dates is told in whole days, each from its first date to its last.
    let date = |text: &str| Some(DatePerhapsTime::Date(text.parse().unwrap()));
    for (line, from, until) in
        [("pace --by week", "2026-11-23", "2026-11-28"), ("pace --by day --minutes 45", "2026-11-24", "2026-11-26")]
    {
        assert_eq!(world.run(line).code, 0);
        let calendar = exported(&world, "export ics --at 19:00 --alarm 10m");
        let first = calendar.events().next().unwrap();
        assert_eq!((first.get_start(), first.get_end()), (date(from), date(until)), "{line}");
    }
}

#[test]
fn reading_it_in_again_moves_what_has_moved() {
    let mut world = started();
    let first = exported(&world, "export ics");
    let sequences = |calendar: &Calendar| -> HashMap<String, u32> {
        calendar.events().map(|event| (event.get_uid().unwrap().to_owned(), event.get_sequence().unwrap())).collect()
    };
    let mut last = sequences(&first);
    for (moment, line) in [
        ("2026-11-23T20:00:00+01:00", "away 2026-12-24 2027-01-02"),
        ("2026-11-23T20:00:00+01:00", "undo"),
        ("2026-11-25T20:00:00+01:00", "status"),
        ("2026-12-02T20:00:00+01:00", "pace --days mon-sat"),
        // Another start, and a clock that is set back.
        ("2026-12-03T20:00:00+01:00", "start today"),
        ("2026-12-04T20:00:00+01:00", "start +1w"),
        ("2026-11-20T20:00:00+01:00", "note 2 Earlier."),
        ("2026-11-21T20:00:00+01:00", "start yesterday"),
    ] {
        world.at(moment);
        assert_eq!(world.run(line).code, 0);
        let now = sequences(&exported(&world, "export ics"));
        assert_eq!(now.len(), last.len());
        assert!(now.iter().all(|(uid, sequence)| *sequence > last[uid]), "{line}");
        last = now;
    }
}

#[test]
fn the_event_of_a_day_that_is_over_is_cancelled_until_the_day_is_brought_back() {
    let world = started();
    let cancelled = |line: &str| -> Vec<String> {
        let calendar = exported(&world, line);
        let events = calendar.events();
        let over = events.filter(|event| event.property_value("STATUS") == Some("CANCELLED"));
        over.map(|event| event.get_summary().unwrap().split(':').next().unwrap().to_owned()).collect()
    };
    assert_eq!(cancelled("export ics"), ["Day 1"]);
    assert_eq!(world.run("skip 66 68 --because known").code, 0);
    assert_eq!(cancelled("export ics"), ["Day 1", "Day 66", "Day 68"]);
    assert_eq!(cancelled("export ics --at 19:00 --alarm 10m"), ["Day 1", "Day 66", "Day 68"]);
    assert_eq!(world.run("reopen 66").code, 0);
    assert_eq!(cancelled("export ics"), ["Day 1", "Day 68"]);
    assert_eq!(exported(&world, "export ics").events().count(), 90, "each day once");
}

#[test]
fn what_makes_no_sense_is_refused() {
    insta::assert_snapshot!(World::new().transcript(&[
        "export ics --at noon",
        "export ics --at 19:00 --alarm soon",
        "export ics --alarm 10m",
        "export json --at 19:00",
    ]));
}
