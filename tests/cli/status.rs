//! How `status` says where the learner stands, exactly.
//!
//! Deliberately absent: the rules behind it (`core/schedule.rs`, `core/weeks.rs`).

use crate::common::{World, evening_17};

#[test]
fn status_says_where_the_learner_stands() {
    insta::assert_snapshot!(evening_17().transcript(&["status", "status --json"]), @r#"
    $ ninety status
    Day 17 of 90 · this week 0 of 5
    Finish Thu 18 Mar 2027 · goal Thu 8 Apr 2027 · 15 days to spare
    Warm-up: 3 questions, 1 min: `ninety recall`.
    $ ninety status --json
    {
      "schema": 1,
      "plan": "django-90",
      "date": "2026-12-08",
      "day": 17,
      "complete": 16,
      "skipped": 1,
      "days": 90,
      "goal": "2027-04-08",
      "finish": "2027-03-18",
      "to_spare": 15,
      "study_day": true,
      "studied_today": true,
      "done_today": 0,
      "this_week": {
        "complete": 0,
        "study_days": 5
      },
      "recall": {
        "offered": 3,
        "shaky": 0,
        "asked": 0,
        "right": 0
      },
      "rhythm": null,
      "break": null
    }
    "#);
}

#[test]
fn a_long_absence_has_no_number() {
    let mut world = World::new();
    world.at("2026-11-23T19:00:00+01:00");
    assert_eq!(world.run("start --days mon-fri").code, 0);
    for (on, since) in [
        ("2026-11-26", "2 study days since you last checked in"),
        ("2026-12-07", "9 study days since you last checked in"),
        ("2026-12-08", "10 study days since you last checked in"),
        ("2026-12-09", "A while since you last checked in"),
        ("2030-09-25", "A while since you last checked in"),
    ] {
        world.at(&format!("{on}T19:00:00+01:00"));
        let status = world.run("status").out;
        assert!(status.contains(&format!("\n{since}. Every date has moved along")), "{on}\n{status}");
    }
}
