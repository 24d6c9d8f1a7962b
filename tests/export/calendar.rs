//! The calendar: read back by a parser of calendars, and moved by a second export.
//!
//! Deliberately absent: the dates themselves (`core/schedule.rs`).

use crate::common::World;
use icalendar::{Calendar, CalendarDateTime, Component, DatePerhapsTime};
use std::collections::{HashMap, HashSet};

/// Reads a calendar, and holds it to RFC 5545 without the parser's leniency.
fn read(text: &str) -> Calendar {
    assert!(text.ends_with("\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']), "every line ends in CR LF");
    for line in text.split("\r\n") {
        assert!(line.len() <= 75, "a line has at most 75 octets: {line}");
    }
    let lines = text.replace("\r\n ", "");
    let (mut uids, mut event, mut open) = (HashSet::new(), HashMap::new(), Vec::new());
    for line in lines.lines() {
        let (name, value) = line.split_once(':').unwrap();
        match (name, open.last().copied()) {
            ("BEGIN", _) => open.push(value),
            ("END", last) => {
                assert_eq!(last, Some(value), "what begins last ends first");
                open.pop();
                if value == "VEVENT" {
                    assert!(uids.insert(held(&std::mem::take(&mut event))), "each UID once");
                }
            }
            (_, Some("VEVENT")) => {
                assert_eq!(event.insert(name.to_owned(), value.to_owned()), None, "{name} once");
            }
            (_, within) => assert!(matches!(within, Some("VCALENDAR" | "VALARM")), "{line}"),
        }
    }
    assert!(open.is_empty() && !uids.is_empty());
    for required in ["VERSION:2.0", "PRODID:-//ninety//ninety//EN"] {
        assert_eq!(lines.lines().filter(|line| *line == required).count(), 1, "{required}");
    }
    // What is published needs an organizer (RFC 5546), and an event with one looks like an invitation.
    assert!(!lines.contains("\nMETHOD:") && !lines.contains("\nORGANIZER"), "a calendar to keep, and no message");
    text.parse().unwrap()
}

/// Holds an event to what one must have; returns its UID.
fn held(event: &HashMap<String, String>) -> String {
    let digits = |text: &str, form: &str| {
        let pairs = text.chars().zip(form.chars());
        text.len() == form.len() && pairs.into_iter().all(|(c, form)| c == form || (form == '0' && c.is_ascii_digit()))
    };
    let (date, instant) = ("00000000", "00000000T000000Z");
    assert!(digits(&event["DTSTAMP"], instant), "{event:?}");
    let (start, end, form) = match event.get("DTSTART") {
        Some(start) => (start, &event["DTEND"], instant),
        None => (&event["DTSTART;VALUE=DATE"], &event["DTEND;VALUE=DATE"], date),
    };
    assert!(digits(start, form) && digits(end, form) && start < end, "{event:?}");
    assert!(event["SEQUENCE"].parse::<i32>().unwrap() >= 0 && !event["SUMMARY"].is_empty());
    event["UID"].clone()
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
    // What is cancelled takes its date too.
    assert_eq!((events[89].get_start(), events[89].get_end()), (date("2026-11-23"), date("2026-11-24")));
}

#[test]
fn evenings_have_a_time_and_a_reminder() {
    let world = started();
    let calendar = exported(&world, "export ics --at 19:00 --alarm 10m");
    let at = |text: &str| Some(DatePerhapsTime::DateTime(CalendarDateTime::Utc(text.parse().unwrap())));
    let first = calendar.events().next().unwrap();
    assert_eq!((first.get_start(), first.get_end()), (at("2026-11-24T18:00:00Z"), at("2026-11-24T20:30:00Z")));
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

/// When the events begin, in order, in a zone and by a clock.
fn begins(world: &World, zone: &str, args: &str) -> Vec<String> {
    let mut command = world.command();
    let said = world.said(&command.env("TZ", zone).args(args.split(' ')).output().unwrap());
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{args}");
    let events: Vec<_> =
        read(&said.out).events().map(|event| event.property_value("DTSTART").unwrap().to_owned()).collect();
    events.into_iter().filter(|start| start.ends_with('Z')).collect()
}

#[test]
fn times_are_those_of_the_zone_on_each_date() {
    for (zone, now, winter, summer) in [
        ("Europe/Berlin", "2027-01-11T19:00:00+01:00", "20270326T180000Z", "20270329T170000Z"),
        ("America/New_York", "2027-01-11T09:00:00-05:00", "20270313T000000Z", "20270315T230000Z"),
        ("Australia/Lord_Howe", "2027-01-11T19:00:00+11:00", "20270402T080000Z", "20270405T083000Z"),
        ("Asia/Kolkata", "2027-01-11T19:00:00+05:30", "20270112T133000Z", "20270329T133000Z"),
        // A clock that is fixed elsewhere than where the machine is says its own time.
        ("Europe/Berlin", "2027-01-11T19:00:00-03:00", "20270112T220000Z", "20270329T220000Z"),
        ("Nowhere/AtAll", "2027-01-11T19:00:00+09:00", "20270112T100000Z", "20270329T100000Z"),
    ] {
        let mut world = World::new();
        world.at(now).run("start 2027-01-11 --days mon-fri");
        let starts = begins(&world, zone, "export ics --at 19:00");
        assert!(starts.contains(&winter.to_owned()) && starts.contains(&summer.to_owned()), "{zone} {now}: {starts:?}");
    }
    // Without a fixed clock it is the machine's zone.
    let world = World::new();
    let mut command = world.command();
    let output = command.env_remove("NINETY_NOW").env("TZ", "Asia/Kolkata").args(["export", "ics", "--at", "19:00"]);
    let text = world.said(&output.output().unwrap()).out;
    read(&text);
    assert!(text.matches("T133000Z").count() >= 90, "{text}");
}

#[test]
fn a_time_after_midnight_is_on_the_next_date() {
    let mut world = World::new();
    world.at("2027-03-22T19:00:00+01:00").run("start 2027-03-22 --days mon-sat");
    let first = |at: &str| begins(&world, "Europe/Berlin", &format!("export ics --at {at}"))[0].clone();
    assert_eq!(first("00:30"), "20270322T233000Z");
    assert_eq!(first("03:59"), "20270323T025900Z");
    assert_eq!(first("04:00"), "20270322T030000Z");
    // The night in which the clock leaves half past two out.
    assert!(begins(&world, "Europe/Berlin", "export ics --at 02:30").contains(&"20270328T013000Z".to_owned()));
    world.configure("day_start = \"12:00\"");
    assert_eq!(begins(&world, "Europe/Berlin", "export ics --at 11:00")[0], "20270323T100000Z");
    world.configure("day_start = \"00:00\"");
    assert_eq!(begins(&world, "Europe/Berlin", "export ics --at 00:30")[0], "20270321T233000Z");

    // The night in which it says half past two twice: the first of both.
    let mut world = World::new();
    world.at("2026-10-19T19:00:00+02:00").run("start 2026-10-19 --days mon-sat");
    assert!(begins(&world, "Europe/Berlin", "export ics --at 02:30").contains(&"20261025T003000Z".to_owned()));
}

#[test]
fn any_title_is_folded_and_read_back_as_it_is() {
    let world = World::new();
    for title in (40..90).map(|length| "x".repeat(length)).chain([
        "A, B; C: D \\ E \\n F".to_owned(),
        "从零到部署的完整学习计划，包括数据库、视图、模板、测试与安全，全部在九十天之内完成".to_owned(),
        "👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻".to_owned(),
        "e\u{301}".repeat(60),
    ]) {
        let plan = format!(
            "title = '{title}'\nid = \"p\"\n[[week]]\ntitle = \"W\"\n[[week.day]]\nid = \"a;b\"\ntitle = '{title}'\ntasks = [{{ do = '{title}', id = \"t\" }}]\n"
        );
        std::fs::write(world.home.path().join("p.toml"), plan).unwrap();
        let calendar = exported(&world, "--plan p.toml export ics --at 19:00 --alarm 1h");
        let event = calendar.events().next().unwrap();
        assert_eq!(event.get_summary(), Some(format!("Day 1: {title}").as_str()));
        assert_eq!(event.get_uid(), Some("a;b@p.ninety"));
        assert_eq!(calendar.get_name(), Some(title.as_str()));
    }
}

#[test]
fn reading_it_in_again_moves_what_has_moved() {
    let mut world = started();
    let sequences = |calendar: &Calendar| -> HashMap<String, u32> {
        calendar.events().map(|event| (event.get_uid().unwrap().to_owned(), event.get_sequence().unwrap())).collect()
    };
    let mut last = sequences(&exported(&world, "export ics"));
    for (moment, line) in [
        ("2026-11-23T20:00:00+01:00", "away 2026-12-24 2027-01-02"),
        ("2026-11-23T20:00:01+01:00", "undo"),
        // The same evening farther west.
        ("2026-11-23T14:00:02-05:00", "pace --days mon-sat"),
        ("2026-11-25T20:00:00+01:00", "status"),
        ("2026-12-03T20:00:00+01:00", "start today"),
        ("2026-12-04T20:00:00+01:00", "start +1w"),
        ("2093-12-31T20:00:00+01:00", "status"),
    ] {
        world.at(moment);
        assert_eq!(world.run(line).code, 0);
        let now = sequences(&exported(&world, "export ics"));
        assert_eq!(now.len(), last.len());
        assert!(now.iter().all(|(uid, sequence)| *sequence > last[uid]), "{line}");
        last = now;
    }
    for moment in ["1970-01-01T12:00:00Z", "2026-01-01T00:00:00Z", "2094-02-01T00:00:00Z", "8999-01-01T00:00:00Z"] {
        exported(world.at(moment), "export ics");
    }
}

#[test]
fn another_machine_with_fewer_entries_moves_it_too() {
    let mut busy = started();
    for line in ["note 2 One.", "note 2 Two.", "log 5 2", "skip 66", "reopen 66"] {
        assert_eq!(busy.run(line).code, 0);
    }
    let mut other = World::new();
    other.at("2026-11-23T19:00:01+01:00").run("start 2026-11-23 --days mon-fri");
    let sequence = |world: &World| exported(world, "export ics").events().next().unwrap().get_sequence();
    assert!(sequence(&other) > sequence(&busy));
    assert!(sequence(busy.at("2026-11-23T19:00:02+01:00")) > sequence(&other));
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
