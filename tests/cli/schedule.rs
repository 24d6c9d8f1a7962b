//! Dates, settings and fields: how the verbs read them, and that a change which changes nothing is not recorded.
//!
//! Deliberately absent: what the verbs of the schedule print (`pace.rs`), and the rules behind it (`core/schedule.rs`).

use crate::common::World;

/// A world in which four weeks of five days are done, and a week was missed since.
fn a_week_later() -> World {
    let mut world = World::new();
    world.at("2026-11-23T19:00:00+01:00");
    assert_eq!(world.run("start 2026-11-23 --days mon-fri").code, 0);
    for n in 0..20 {
        let date = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap() + chrono::TimeDelta::days(n / 5 * 7 + n % 5);
        world.at(&format!("{date}T20:00:00+01:00"));
        assert_eq!(world.run(&format!("done {}", n + 1)).code, 0);
    }
    world.at("2026-12-28T19:41:12+01:00");
    world
}

#[test]
fn a_study_day_too_short_and_a_start_too_far_are_told() {
    let world = a_week_later();
    let said = |minutes: &str| {
        let out = world.run(&format!("pace --minutes {minutes} --dry-run")).out;
        out.replace('\n', " ").contains(" is shorter than some days need; those take several study days.")
    };
    assert_eq!(["5", "45", "90", "150"].map(said), [true, true, true, false]);
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
    Nothing is recorded. It would be: Set the start to Fri 16 Mar 2035.
    Finish       Fri 2 Apr 2027 → Thu 21 Jun 2035
    Goal         Thu 8 Apr 2027
    To spare     4 days → 2140 days past the goal
    Next         Fri 16 Mar 2035  21  Portfolio website
                 Mon 19 Mar 2035  22  Models
                 Tue 20 Mar 2035  23  Admin
                 Wed 21 Mar 2035  24  Migrations
                 Thu 22 Mar 2035  25  CRUD with models
                 Fri 23 Mar 2035  26  ORM queries
                 Mon 26 Mar 2035  27  Forms
    The goal stays Thu 8 Apr 2027; `ninety pace --goal DATE` changes it.
    ");
}

#[test]
fn a_start_is_shown_before_it_is_set() {
    let world = a_week_later();
    let before = world.entries();
    insta::assert_snapshot!(world.transcript(&["start +1w --days mon-sat --dry-run"]), @"
    $ ninety start +1w --days mon-sat --dry-run
    Nothing is recorded. It would be: Set the start to Mon 4 Jan 2027 and study days to mon-sat.
    Finish       Fri 2 Apr 2027 → Thu 25 Mar 2027
    Goal         Thu 8 Apr 2027
    To spare     4 days → 12 days
    Study days   mon-fri (5 days a week) → mon-sat (6 days a week)
    Next         Mon 4 Jan        21  Portfolio website
                 Tue 5 Jan        22  Models
                 Wed 6 Jan        23  Admin
                 Thu 7 Jan        24  Migrations
                 Fri 8 Jan        25  CRUD with models
                 Sat 9 Jan        26  ORM queries
                 Mon 11 Jan       27  Forms
    The goal stays Thu 8 Apr 2027; `ninety pace --goal DATE` changes it.
    ");
    assert_eq!(world.entries(), before);
    let world = World::new();
    insta::assert_snapshot!(world.transcript(&["start mon --dry-run"]), @"
    $ ninety start mon --dry-run
    Nothing is recorded. It would be: Set the start to Mon 14 Dec 2026 and the goal to Thu 29 Apr 2027.
    Finish       Fri 16 Apr 2027
    Goal         Thu 29 Apr 2027
    To spare     9 days
    Next         Mon 14 Dec        1  Tools and the big picture
                 Tue 15 Dec        2  Data types
                 Wed 16 Dec        3  Conditionals
                 Thu 17 Dec        4  Loops
                 Fri 18 Dec        5  Functions
                 Mon 21 Dec        6  Error handling
                 Tue 22 Dec        7  CLI contact book
    ");
    assert_eq!(world.files(), Vec::<String>::new());
}

#[test]
fn a_change_that_changes_nothing_is_not_recorded() {
    let world = a_week_later();
    for line in [
        "start 2026-11-23 --days mon-fri",
        "pace --days mon-sat",
        "pace --minutes 3h",
        "pace --by week --goal 2027-05-01",
        "away 2027-01-04 2027-01-10",
    ] {
        assert_eq!(world.run(line).code, 0, "{line}");
        let entries = world.entries();
        let again = world.run(line);
        assert_eq!((again.code, again.err.as_str()), (0, ""), "{line}");
        assert!(again.out.starts_with("Nothing is new: "), "{line}: {}", again.out);
        assert_eq!(world.run(&format!("{line} --dry-run")).out, again.out, "{line}");
        assert_eq!(world.entries(), entries, "{line}");
    }
    // Nor is any where no day is open.
    assert_eq!(world.run("done 21-90").code, 0);
    let entries = world.entries();
    for line in ["pace --days 3", "away today +3d", "away today +3d --dry-run"] {
        let said = world.run(line);
        assert_eq!((said.code, said.out.as_str()), (1, ""), "{line}");
        assert_eq!(
            said.err,
            "ninety: Every day of the plan is complete or skipped, so there is nothing to lay out; `ninety reopen 90` brings a day back.\n"
        );
    }
    assert_eq!(world.entries(), entries);
    assert_eq!(world.run("pace").code, 0);
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
        assert_eq!(world.run(&format!("start {word} --goal 2027-06-01")).code, 0, "{word}");
        assert_eq!(world.run(&format!("away {word} {word}")).code, 0, "{word}");
        assert_eq!(world.run(&format!("pace --goal {word}")).code, 0, "{word}");
        assert_eq!(
            world.entries(),
            format!("start = {date}, goal = 2027-06-01\naway = {date}, until = {date}\ngoal = {date}\n")
        );
    }
}

#[test]
fn the_prompt_has_the_schedule_too() {
    let world = a_week_later();
    let filled = |format: &str| world.run(&format!("prompt --format '{format}'")).out;
    assert_eq!(filled("{finish} {goal} {spare} {pace}"), "2027-04-02 2027-04-08 4 mon-fri\n");
    // What is not there leaves nothing.
    world.run("done 21-90");
    assert_eq!(filled("[{finish}{spare}]"), "[]\n");
}

#[test]
fn the_export_has_the_schedule_s_facts() {
    let world = a_week_later();
    for line in
        ["pace --days mon-sat --minutes 180 --by day", "away 2027-01-11 2027-01-15", "away 2027-01-04 2027-01-10"]
    {
        assert_eq!(world.run(line).code, 0, "{line}");
    }
    let state: serde_json::Value = serde_json::from_str(&world.run("export json").out).unwrap();
    insta::assert_snapshot!(
        ["start", "days", "day_minutes", "by", "goal", "away"].map(|key| format!("{key}: {}", state[key])).join("\n")
    );
}

#[test]
fn the_study_day_begins_when_the_settings_say() {
    let mut world = World::new();
    world.at("2026-12-09T01:00:00+01:00");
    assert!(world.run("status --json").out.contains("\"date\": \"2026-12-08\""));
    world.configure("day_start = \"00:30\"\nsymbols = \"ascii\"\n");
    assert!(world.run("status --json").out.contains("\"date\": \"2026-12-09\""));
    assert!(world.run("status").out.contains("Day 1 of 90 - this week 0 of 3\n"));
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
    insta::assert_snapshot!(world.transcript(&["status", "prompt", "where config", "check"]));
    world.configure("mouse = \n");
    insta::assert_snapshot!(world.transcript(&["status"]));
    world.configure("day_start = \"05:30\"\nweek_start = \"sunday\"\nsymbols = \"unicode\"\ntheme = \"plain\"\nstreak = true\nmouse = false\n");
    assert_eq!(world.run("status").err, "");
    world.configure("");
    assert_eq!(world.run("status").err, "");
}

#[test]
fn a_date_is_read_as_it_is_shown() {
    let world = World::new();
    for word in ["14 dec", "14 Dec 2026", "Mon 14 December", "mon 14 dec 2026", "2026-12-14"] {
        let said = world.run(&format!("start '{word}' --dry-run"));
        assert!(said.out.contains("Mon 14 Dec 2026"), "{word}: {}{}", said.out, said.err);
    }
    // The nearest to today, be it past.
    let said = world.run("start '30 nov' --dry-run");
    assert!(said.out.contains("Mon 30 Nov 2026"), "{}{}", said.out, said.err);
    assert_eq!(world.run("start '31 feb'").code, 2);
}
