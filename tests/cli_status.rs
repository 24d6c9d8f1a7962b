//! How `status` says where the learner stands, exactly.
//!
//! Deliberately absent: the rules behind it (`schedule.rs`, `weeks.rs`).

mod common;

use common::{World, evening_17};

#[test]
fn status_says_where_the_learner_stands() {
    insta::assert_snapshot!(evening_17().transcript(&["status", "status --json"]), @r#"
    $ ninety status
    Day 17 of 90, Views · Week 3, Django Basics
    1 of 2 tasks done
    16 of 90 days complete, 1 skipped · 1 h 30 min logged
    Started Mon 23 Nov 2026, studying mon-fri
    5 study days ahead · 9 of 9 spare days left
    Promised end Fri 26 Mar 2027 · as it stands Thu 18 Mar 2027
    Likely end 18-31 Mar 2027, at the plan's pace until two weeks of yours tell more
    $ ninety status --json
    {
      "schema": 1,
      "plan": "django-90",
      "date": "2026-12-08",
      "day": {
        "number": 17,
        "id": "views",
        "title": "Views",
        "state": "begun",
        "done": 1,
        "tasks": 2,
        "current": true,
        "milestone": false,
        "proof": null,
        "date": "2026-12-08",
        "completed": null
      },
      "week": {
        "number": 3,
        "title": "Django Basics"
      },
      "days": 90,
      "complete": 16,
      "skipped": 1,
      "minutes": 90,
      "review_due": null,
      "criteria_open": 14,
      "started": "2026-11-23",
      "study_days": "mon-fri",
      "studied": {
        "days": 2,
        "of": 12
      },
      "pace": {
        "days": "mon-fri",
        "days_a_week": 5,
        "set": true,
        "day_minutes": 180,
        "by": "day"
      },
      "promise": "2027-03-26",
      "finish": "2027-03-18",
      "forecast": {
        "earliest": "2027-03-18",
        "latest": "2027-03-31",
        "remaining": 73,
        "weeks": []
      },
      "behind": 0,
      "ahead": 5,
      "spare": {
        "total": 9,
        "used": 0,
        "left": 9
      },
      "missed": 0,
      "still_until": null
    }
    "#);
}

#[test]
fn a_streak_is_told_when_it_was_asked_for() {
    let mut world = World::new();
    world.at("2026-12-03T20:00:00+01:00");
    assert_eq!(world.run("start --days mon-fri").code, 0);
    let streak = |world: &World| {
        let (text, json) = (world.run("status").out, world.run("status --json").out);
        let line = |text: &str, word: &str| {
            text.lines().find(|line| line.contains(word)).map(|line| line.trim().to_owned())
        };
        (line(&text, "row"), line(&json, "\"streak\""))
    };
    assert_eq!(streak(&world), (None, None), "nobody asked");
    world.configure("streak = true\n");
    let told =
        |text: &str, number: &str| (Some(text.to_owned()), Some(format!("\"streak\": {number},")));
    assert_eq!(streak(&world), told("The next study day begins a row", "0"));
    for (on, line, told) in [
        ("2026-12-03T20:00:00+01:00", "done 1", told("1 study day in a row", "1")),
        ("2026-12-04T20:00:00+01:00", "note 2 'Read it.'", told("2 study days in a row", "2")),
        ("2026-12-07T08:00:00+01:00", "where journal", told("2 study days in a row", "2")),
        ("2026-12-07T20:00:00+01:00", "skip 3", told("2 study days in a row", "2")),
        (
            "2026-12-09T08:00:00+01:00",
            "where journal",
            told("The next study day begins a row", "0"),
        ),
    ] {
        world.at(on);
        assert_eq!(world.run(line).code, 0);
        assert_eq!(streak(&world), told, "{on}");
    }
}

#[test]
fn status_counts_the_study_days_that_were_studied() {
    let mut world = World::new();
    let studied = |world: &World| {
        let json: serde_json::Value =
            serde_json::from_str(&world.run("status --json").out).unwrap();
        json["studied"].to_string()
    };
    assert_eq!(studied(&world), "null");
    world.at("2026-12-03T20:00:00+01:00");
    assert_eq!(world.run("start --days mon-fri").code, 0);
    assert_eq!(studied(&world), "null", "today counts once something was done");
    assert_eq!(world.run("log 20").code, 0);
    assert_eq!(studied(&world), r#"{"days":1,"of":1}"#);
    world.at("2026-12-08T19:41:12+01:00");
    assert_eq!(studied(&world), r#"{"days":1,"of":3}"#);
}

#[test]
fn a_long_absence_has_no_number() {
    let mut world = World::new();
    world.at("2026-11-23T19:00:00+01:00");
    assert_eq!(world.run("start --days mon-fri --spare 0").code, 0);
    for (on, since, standing) in [
        ("2026-11-26", "2 study days since you last checked in", "3 study days behind"),
        ("2026-12-07", "9 study days since you last checked in", "10 study days behind"),
        ("2026-12-08", "10 study days since you last checked in", "A while behind"),
        ("2026-12-09", "A while since you last checked in", "A while behind"),
        ("2030-09-25", "A while since you last checked in", "A while behind"),
    ] {
        world.at(&format!("{on}T19:00:00+01:00"));
        let status = world.run("status").out.replace("\nhere.", " here.");
        let wanted = format!("{since}. `ninety replan continue` goes on from here.\n{standing} · ");
        assert!(status.contains(&wanted), "{on}\n{status}");
    }
    assert!(world.run("status --json").out.contains("\"missed\": 1001,"), "programs may count");
}
