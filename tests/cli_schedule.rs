//! The verbs of the schedule: what each prints, exactly, and what it leaves in the journal.
//!
//! Deliberately absent: the rules behind it (`schedule.rs`, `replan.rs`).

#![expect(clippy::unwrap_used, reason = "a test fails so")]

mod common;

use common::World;

/// A world in which four weeks of five days are done, and a week was missed since.
fn a_week_later() -> World {
    let mut world = World::new();
    world.at("2026-11-23T19:00:00+01:00");
    assert_eq!(world.run("start 2026-11-23 --days mon-fri").code, 0);
    for n in 0..20 {
        let date = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
            + chrono::TimeDelta::days(n / 5 * 7 + n % 5);
        world.at(&format!("{date}T20:00:00+01:00"));
        assert_eq!(world.run(&format!("done {}", n + 1)).code, 0);
    }
    world.at("2026-12-28T19:41:12+01:00");
    world
}

#[test]
fn status_and_pace_say_how_things_stand() {
    let mut world = a_week_later();
    insta::assert_snapshot!(world.transcript(&["status", "pace", "pace --json"]));
    world.at("2026-12-29T01:10:00+01:00");
    insta::assert_snapshot!(world.run("status").out);
    insta::assert_snapshot!(World::new().transcript(&["pace"]));
}

#[test]
fn a_pace_that_is_set_can_be_read_by_a_program() {
    let world = a_week_later();
    let before = world.entries();
    let read = |line: &str| {
        let said = world.run(line);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{line}");
        let json: serde_json::Value = serde_json::from_str(&said.out).unwrap();
        format!("{} {} {}", json["schema"], json["pace"]["days"], json["promise"])
    };
    assert_eq!(read("pace --json --days 7 --dry-run"), r#"1 "mon-sun" "2027-03-07""#);
    assert_eq!(world.entries(), before, "a dry run records nothing");
    assert_eq!(read("pace --json"), r#"1 "mon-fri" "2027-03-26""#);
    for _twice in 0..2 {
        assert_eq!(read("pace --json --days 7"), r#"1 "mon-sun" "2027-03-07""#);
        assert_eq!(world.entries(), format!("{before}pace = \"mon-sun\"\n"), "once");
    }
}

#[test]
fn a_pace_is_set_with_what_it_changes() {
    let world = a_week_later();
    insta::assert_snapshot!(world.transcript(&[
        "pace --days mon-sat --dry-run",
        "pace --days 4 --minutes 2h --spare 6 --by week",
        "pace",
        "undo",
        "replan pace --spare 0",
        "pace --days 2",
        "pace --days ''",
        "pace --minutes 25h",
        "pace --spare -1",
        "pace --by month",
    ]));
    insta::assert_snapshot!(world.entries().lines().skip(21).collect::<Vec<_>>().join("\n"));
}

#[test]
fn a_study_day_too_short_and_a_start_too_far_are_told() {
    let world = a_week_later();
    let said = |minutes: &str| {
        let out = world.run(&format!("pace --minutes {minutes} --dry-run")).out;
        out.replace("\n             ", " ").contains(
            " is less than any remaining day takes (1 h 30 min at least); each still has a study day of its own.\n"
        )
    };
    assert_eq!(["5", "45", "89", "90", "150"].map(said), [true, true, true, false, false]);
    insta::assert_snapshot!(world.transcript(&["start +90000w", "start 1990-01-01", "start +3000d --dry-run"]), @"
    $ ninety start +90000w
    --- stderr
    ninety: 15 Nov 3751 is more than 10 years away: write a date nearer to today, 2026-12-28.

    For more information, try 'ninety start --help'.
    --- exit 2
    $ ninety start 1990-01-01
    --- stderr
    ninety: 1 Jan 1990 is more than 10 years away: write a date nearer to today, 2026-12-28.

    For more information, try 'ninety start --help'.
    --- exit 2
    $ ninety start +3000d --dry-run
    End date     Thu 21 Jun 2035 (was Fri 26 Mar 2027)
    Heaviest     2 h 30 min to 3 h on Fri 16 Mar (day 21)
    Next         Fri 16 Mar  21  Portfolio website (was Mon 28 Dec)
                 Mon 19 Mar  22  Models (was Tue 29 Dec)
                 Tue 20 Mar  23  Admin (was Wed 30 Dec)
                 Wed 21 Mar  24  Migrations (was Thu 31 Dec)
                 Thu 22 Mar  25  CRUD with models (was Fri 1 Jan)
                 Fri 23 Mar  26  ORM queries (was Mon 4 Jan)
                 Mon 26 Mar  27  Forms (was Tue 5 Jan)
    ");
}

#[test]
fn a_start_is_shown_before_it_is_set() {
    let world = a_week_later();
    let before = world.entries();
    insta::assert_snapshot!(world.transcript(&["start +1w --days mon-sat --dry-run"]), @"
    $ ninety start +1w --days mon-sat --dry-run
    End date     Thu 25 Mar 2027 (was Fri 26 Mar)
    Heaviest     2 h 30 min to 3 h on Mon 4 Jan (day 21)
    Next         Mon  4 Jan  21  Portfolio website (was Mon 28 Dec)
                 Tue  5 Jan  22  Models (was Tue 29 Dec)
                 Wed  6 Jan  23  Admin (was Wed 30 Dec)
                 Thu  7 Jan  24  Migrations (was Thu 31 Dec)
                 Fri  8 Jan  25  CRUD with models (was Fri 1 Jan)
                 Sat  9 Jan  26  ORM queries (was Mon 4 Jan)
                 Mon 11 Jan  27  Forms (was Tue 5 Jan)
    ");
    assert_eq!(world.entries(), before);
    let world = World::new();
    insta::assert_snapshot!(world.transcript(&["start mon --dry-run"]), @"
    $ ninety start mon --dry-run
    End date     Fri 16 Apr 2027 (was Mon 12 Apr)
    Heaviest     2 h 30 min to 3 h on Tue 22 Dec (day 7)
    Next         Mon 14 Dec   1  Tools and the big picture
                 Tue 15 Dec   2  Data types
                 Wed 16 Dec   3  Conditionals
                 Thu 17 Dec   4  Loops
                 Fri 18 Dec   5  Functions
                 Mon 21 Dec   6  Error handling
                 Tue 22 Dec   7  CLI contact book
    Study days   as suggested; `ninety pace --days mon-fri` sets them
    ");
    assert_eq!(world.files(), Vec::<String>::new());
}

#[test]
fn a_move_that_changes_nothing_is_not_recorded() {
    let world = a_week_later();
    for line in [
        "replan continue",
        "replan keep-end",
        "pace --days mon-sat",
        "replan pace --minutes 3h",
        "away 2027-01-04 2027-01-10",
        "away 2027-01-11 2027-01-12",
    ] {
        let first = world.run(line);
        assert_eq!(first.code, 0, "{line}");
        let entries = world.entries();
        let again = world.run(line);
        assert_eq!((again.code, again.err.as_str()), (0, ""), "{line}");
        assert_eq!(again.out, "Nothing would change, so there is nothing to record.\n", "{line}");
        assert_eq!(world.run(&format!("{line} --dry-run")).out, again.out, "{line}");
        assert_eq!(world.entries(), entries, "{line}");
    }
    // Nor is any where nothing remains.
    let days: Vec<String> = (21..=90).map(|day| day.to_string()).collect();
    assert_eq!(world.run(&format!("done {}", days.join(" "))).code, 0);
    let entries = world.entries();
    for line in ["replan continue", "pace --days 3", "away today +3d", "away today +3d --dry-run"] {
        let said = world.run(line);
        assert_eq!((said.code, said.out.as_str()), (1, ""), "{line}");
        assert_eq!(
            said.err,
            "ninety: Every day of the plan is complete or skipped, so there is nothing to lay out anew.\n"
        );
    }
    assert_eq!(world.entries(), entries);
    assert_eq!(world.run("pace").code, 0);
}

#[test]
fn study_days_are_called_suggested_until_they_are_set() {
    let suggested = |world: &World, line: &str| {
        let said = world.run(line);
        assert_eq!(said.code, 0, "{line}");
        said.out.contains("as suggested; `ninety pace --days mon-fri` sets them")
    };
    let world = World::new();
    assert!(suggested(&world, "away 2026-12-24 2027-01-03"));
    assert!(!suggested(&world, "pace --days mon-sat --dry-run"));
    assert!(!suggested(&world, "pace --days mon-sat"));
    assert!(!suggested(&world, "away 2027-01-11 2027-01-12"));
}

#[test]
fn each_move_is_shown_made_and_taken_back() {
    let world = a_week_later();
    let before = world.entries();
    insta::assert_snapshot!(world.transcript(&[
        "replan continue --dry-run",
        "replan keep-end --dry-run",
        "replan skip 66 68 --dry-run",
        "away 2027-01-04 2027-01-10 --dry-run",
    ]));
    assert_eq!(world.entries(), before, "a dry run records nothing");
    insta::assert_snapshot!(world.transcript(&[
        "replan continue",
        "undo",
        "replan keep-end",
        "away tomorrow +6d --because 'New Year'",
        "replan skip 66 68 --because 'known from work'",
        "history -n 5",
    ]));
    insta::assert_snapshot!(world.entries().lines().skip(21).collect::<Vec<_>>().join("\n"));
}

#[test]
fn what_cannot_be_is_refused_with_a_way_on() {
    let mut world = a_week_later();
    insta::assert_snapshot!(world.transcript(&[
        "replan",
        "replan sideways",
        "replan skip",
        "replan skip 91",
        "replan skip 1",
        "replan continue 17",
        "replan continue --days 5",
        "replan keep-end --because x",
        "replan pace",
        "away",
        "away today",
        "away tomorrow today",
        "away someday +3d",
    ]));
    let days: Vec<String> = (21..=90).map(|day| day.to_string()).collect();
    world.at("2027-02-01T20:00:00+01:00");
    insta::assert_snapshot!(world.transcript(&["replan keep-end"]));
    world.run(&format!("done {}", days.join(" ")));
    insta::assert_snapshot!(world.transcript(&[
        "replan continue",
        "replan keep-end --dry-run",
        "pace"
    ]));
}

#[test]
fn date_words_hold_wherever_there_is_a_date() {
    for (word, date) in [
        ("today", "2026-12-08"),
        ("tomorrow", "2026-12-09"),
        ("+3d", "2026-12-11"),
        ("-2w", "2026-11-24"),
        ("mon", "2026-12-14"),
        ("tue", "2026-12-08"),
        ("2027-01-01", "2027-01-01"),
    ] {
        let world = World::new();
        assert_eq!(world.run(&format!("start {word}")).code, 0, "{word}");
        assert_eq!(world.run(&format!("away {word} {word}")).code, 0, "{word}");
        assert_eq!(world.entries(), format!("start = {date}\naway = {date}, until = {date}\n"));
    }
}

#[test]
fn the_prompt_has_the_schedule_too() {
    let world = a_week_later();
    let filled = |format: &str| world.run(&format!("prompt --format '{format}'")).out;
    assert_eq!(filled("{behind} {finish} {spare}"), "0 2027-04-02 4\n");
    assert_eq!(
        filled("{promise} {forecast} {pace}"),
        "2027-03-26 2027-04-30/2027-05-13 mon-fri\n",
        "a range as ISO 8601 has it"
    );
    // What is not there leaves nothing.
    let days: Vec<String> = (21..=90).map(|day| day.to_string()).collect();
    world.run(&format!("done {}", days.join(" ")));
    assert_eq!(filled("[{finish}{forecast}]"), "[]\n");
}

#[test]
fn the_export_has_the_schedule_s_facts() {
    let world = a_week_later();
    for line in [
        "replan keep-end",
        "pace --days mon-sat --minutes 180 --spare 7 --by day",
        "away 2027-01-11 2027-01-15",
        "away 2027-01-04 2027-01-10",
    ] {
        assert_eq!(world.run(line).code, 0, "{line}");
    }
    let state: serde_json::Value = serde_json::from_str(&world.run("export json").out).unwrap();
    insta::assert_snapshot!(
        ["start", "pace", "away", "paired"].map(|key| format!("{key}: {}", state[key])).join("\n")
    );
}

#[test]
fn the_study_day_begins_when_the_settings_say() {
    let mut world = World::new();
    world.at("2026-12-09T01:00:00+01:00");
    assert!(world.run("status --json").out.contains("\"date\": \"2026-12-08\""));
    world.configure("day_start = \"00:30\"\nsymbols = \"ascii\"\n");
    assert!(world.run("status --json").out.contains("\"date\": \"2026-12-09\""));
    assert!(world.run("status").out.contains("Day 1 of 90, Tools and the big picture - Week 1"));
    for (start, at, told) in [
        ("04:00", "01:00", "It is past midnight; until 04:00 this still counts as Tue 8 Dec."),
        ("06:00", "05:59", "It is past midnight; until 06:00 this still counts as Tue 8 Dec."),
        ("06:30", "01:00", "It is before 06:30; this still counts as Tue 8 Dec."),
        ("12:00", "11:00", "It is before 12:00; this still counts as Tue 8 Dec."),
    ] {
        world.configure(&format!("day_start = \"{start}\"\n"));
        world.at(&format!("2026-12-09T{at}:00+01:00"));
        assert!(world.run("today").out.ends_with(&format!("\n{told}\n")), "{start}");
    }
}

#[test]
fn settings_that_are_wrong_are_told_with_their_place() {
    let world = World::new();
    assert_eq!(world.run("where config").out, "HOME/.config/ninety/config.toml\n");
    world.configure(
        "# mine\nday_strat = \"04:00\"\nweek_start = 7\nsymbols = \"emoji\"\nstreak = \"yes\"\n\nday_start = \"13:00\"\ntheme = \"red\"\nmouse = 1\ncolour = 3\n",
    );
    insta::assert_snapshot!(world.transcript(&["status", "prompt", "where config"]));
    world.configure("mouse = \n");
    insta::assert_snapshot!(world.transcript(&["status"]));
    world.configure("day_start = \"05:30\"\nweek_start = \"sunday\"\nsymbols = \"unicode\"\ntheme = \"plain\"\nstreak = true\nmouse = false\n");
    assert_eq!(world.run("status").err, "");
    world.configure("");
    assert_eq!(world.run("status").err, "");
}
