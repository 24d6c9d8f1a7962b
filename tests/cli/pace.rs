//! The verbs of the schedule, exactly: start and pace, with what each leads to.
//!
//! Deliberately absent: where a learner then stands (`position.rs`), and the rules behind it (`core/schedule.rs`).

use crate::common::World;
use serde_json::Value;

/// A world on the Monday on which the plan starts, five days a week.
fn started() -> World {
    let mut world = World::new();
    world.at("2026-11-23T19:00:00+01:00");
    assert_eq!(world.run("start --days mon-fri").code, 0);
    world
}

fn json(world: &World, line: &str) -> Value {
    serde_json::from_str(&world.run(line).out).unwrap()
}

#[test]
fn a_start_sets_everything_in_one_entry() {
    let world = World::new();
    insta::assert_snapshot!(world.transcript(&[
        "start mon --days 4 --minutes 1h30 --by week --at 15 --dry-run", "status",
        "start mon --days 4 --minutes 1h30 --by week --at 15", "start", "start mon", "status", "undo", "status", "redo",
        "start today --goal 2027-06-01", "start tomorrow",
    ]), @"
    $ ninety start mon --days 4 --minutes 1h30 --by week --at 15 --dry-run
    Nothing is recorded. It would be: Set the start to Mon 14 Dec 2026, study days to mon,tue,thu,fri, a study day to 1 h 30 min, the order to week by week and the goal to Fri 18 Jun 2027; skipped days 1-14 (known before).
    Finish       Fri 28 May 2027
    Goal         Fri 18 Jun 2027
    To spare     12 days
    Study days   mon-fri (5 days a week) → mon,tue,thu,fri (4 days a week)
    A study day  as long as it takes → 1 h 30 min
    Order        day by day → week by week
    Next         14-18 Dec        15  First Django project
                 14-18 Dec        16  Project layout and apps
                 14-18 Dec        17  Views
                 14-18 Dec        18  URLs
                 21-25 Dec        19  Templates
                 21-25 Dec        20  Static files
                 21-25 Dec        21  Portfolio website
    $ ninety status
    Day 1 of 90 · this week 0 of 4
    Nothing is recorded yet: `ninety start` sets the start, `ninety done 1.1` ticks
    the first task.
    $ ninety start mon --days 4 --minutes 1h30 --by week --at 15
    Set the start to Mon 14 Dec 2026, study days to mon,tue,thu,fri, a study day to 1 h 30 min, the order to week by week and the goal to Fri 18 Jun 2027; skipped days 1-14 (known before).
    Finish       Fri 28 May 2027
    Goal         Fri 18 Jun 2027
    To spare     12 days
    Study days   mon-fri (5 days a week) → mon,tue,thu,fri (4 days a week)
    A study day  as long as it takes → 1 h 30 min
    Order        day by day → week by week
    Next         14-18 Dec        15  First Django project
                 14-18 Dec        16  Project layout and apps
                 14-18 Dec        17  Views
                 14-18 Dec        18  URLs
                 21-25 Dec        19  Templates
                 21-25 Dec        20  Static files
                 21-25 Dec        21  Portfolio website
    Take it back with: ninety undo
    $ ninety start
    Nothing is new: the plan starts on Mon 14 Dec 2026. `ninety start DATE` moves the start, `ninety pace` shows the pace.
    $ ninety start mon
    Nothing is new: the plan starts on Mon 14 Dec 2026. `ninety start DATE` moves the start, `ninety pace` shows the pace.
    $ ninety status
    Day 15 of 90
    Finish Fri 28 May 2027 · goal Fri 18 Jun 2027 · 12 days to spare
    The plan continues on Mon 14 Dec; you may begin earlier.
    $ ninety undo
    Undone: Set the start to Mon 14 Dec 2026, study days to mon,tue,thu,fri, a study day to 1 h 30 min, the order to week by week and the goal to Fri 18 Jun 2027; skipped days 1-14 (known before).
    Bring it back with: ninety redo
    $ ninety status
    Day 1 of 90 · this week 0 of 4
    Nothing is recorded yet: `ninety start` sets the start, `ninety done 1.1` ticks
    the first task.
    $ ninety redo
    Redone: Set the start to Mon 14 Dec 2026, study days to mon,tue,thu,fri, a study day to 1 h 30 min, the order to week by week and the goal to Fri 18 Jun 2027; skipped days 1-14 (known before).
    Take it back with: ninety undo
    $ ninety start today --goal 2027-06-01
    Set the start to Tue 8 Dec 2026 and the goal to Tue 1 Jun 2027.
    Finish       Fri 28 May 2027 → Fri 21 May 2027
    Goal         Fri 18 Jun 2027 → Tue 1 Jun 2027
    To spare     12 days → 6 days
    Next         8-11 Dec         15  First Django project
                 8-11 Dec         16  Project layout and apps
                 8-11 Dec         17  Views
                 14-18 Dec        18  URLs
                 14-18 Dec        19  Templates
                 14-18 Dec        20  Static files
                 14-25 Dec        21  Portfolio website
    Take it back with: ninety undo
    $ ninety start tomorrow
    Set the start to Wed 9 Dec 2026.
    Finish       Fri 21 May 2027
    Goal         Tue 1 Jun 2027
    To spare     6 days
    Next         10-11 Dec        15  First Django project
                 10-11 Dec        16  Project layout and apps
                 14-18 Dec        17  Views
                 14-18 Dec        18  URLs
                 14-18 Dec        19  Templates
                 14-18 Dec        20  Static files
                 21-25 Dec        21  Portfolio website
    The goal stays Tue 1 Jun 2027; `ninety pace --goal DATE` changes it.
    Take it back with: ninety undo
    ");
    insta::assert_snapshot!(world.entries(), @r#"
    start = 2026-12-14, days = "mon,tue,thu,fri", minutes = 90, by = "week", goal = 2027-06-18, skip = ["tools-and-the-big-picture", "data-types", "conditionals", "loops", "functions", "error-handling", "cli-contact-book", "git-basics", "modules-and-packages", "classes-and-objects", "methods-and-attributes", "virtual-environments", "review-and-clean-up", "oop-student-management"], because = "known before"
    undo
    undo
    start = 2026-12-08, goal = 2027-06-01
    start = 2026-12-09
    "#);
}

#[test]
fn a_pace_is_shown_and_changed_with_what_it_leads_to() {
    let world = started();
    insta::assert_snapshot!(world.transcript(&[
        "pace", "pace --days mon-thu --dry-run", "pace --days 6 --goal 2027-03-05", "pace --minutes 45", "pace --by week --at 3", "pace",
        "pace --days 6",
    ]), @"
    $ ninety pace
    Study days   mon-fri (5 days a week)
    A study day  as long as it takes
    Order        day by day
    Start        Mon 23 Nov 2026
    Goal         Thu 8 Apr 2027
    Finish       Fri 26 Mar 2027
    To spare     9 days
    $ ninety pace --days mon-thu --dry-run
    Nothing is recorded. It would be: Set the pace to mon-thu.
    Finish       Fri 26 Mar 2027 → Tue 27 Apr 2027
    Goal         Thu 8 Apr 2027
    To spare     9 days → 10 days past the goal
    Study days   mon-fri (5 days a week) → mon-thu (4 days a week)
    Next         Mon 23 Nov        1  Tools and the big picture
                 Tue 24 Nov        2  Data types
                 Wed 25 Nov        3  Conditionals
                 Thu 26 Nov        4  Loops
                 Mon 30 Nov        5  Functions
                 Tue 1 Dec         6  Error handling
                 Wed 2 Dec         7  CLI contact book
    $ ninety pace --days 6 --goal 2027-03-05
    Set the pace to mon-sat and the goal to Fri 5 Mar 2027.
    Finish       Fri 26 Mar 2027 → Sat 6 Mar 2027
    Goal         Thu 8 Apr 2027 → Fri 5 Mar 2027
    To spare     9 days → 1 day past the goal
    Study days   mon-fri (5 days a week) → mon-sat (6 days a week)
    Next         Mon 23 Nov        1  Tools and the big picture
                 Tue 24 Nov        2  Data types
                 Wed 25 Nov        3  Conditionals
                 Thu 26 Nov        4  Loops
                 Fri 27 Nov        5  Functions
                 Sat 28 Nov        6  Error handling
                 Mon 30 Nov        7  CLI contact book
    Take it back with: ninety undo
    $ ninety pace --minutes 45
    Set the pace to mon-sat and a study day to 45 min.
    Finish       Sat 6 Mar 2027 → Tue 27 Jul 2027
    Goal         Fri 5 Mar 2027
    To spare     1 day past the goal → 123 days past the goal
    A study day  as long as it takes → 45 min
    Next         23-24 Nov         1  Tools and the big picture
                 25-26 Nov         2  Data types
                 27-28 Nov         3  Conditionals
                 30 Nov - 1 Dec    4  Loops
                 2-3 Dec           5  Functions
                 4-5 Dec           6  Error handling
                 7-10 Dec          7  CLI contact book
    A study day of 45 min is shorter than some days need; those take several study
    days.
    Take it back with: ninety undo
    $ ninety pace --by week --at 3
    Set the pace to mon-sat and the order to week by week; skipped days 1 and 2 (known before).
    Finish       Tue 27 Jul 2027 → Sat 24 Jul 2027
    Goal         Fri 5 Mar 2027
    To spare     123 days past the goal → 121 days past the goal
    Order        day by day → week by week
    Next         23-28 Nov         3  Conditionals
                 23-28 Nov         4  Loops
                 23-28 Nov         5  Functions
                 30 Nov - 5 Dec    6  Error handling
                 30 Nov - 5 Dec    7  CLI contact book
                 7-12 Dec          8  Git basics
                 7-12 Dec          9  Modules and packages
    Take it back with: ninety undo
    $ ninety pace
    Study days   mon-sat (6 days a week)
    A study day  45 min
    Order        week by week
    Start        Mon 23 Nov 2026
    Goal         Fri 5 Mar 2027
    Finish       Sat 24 Jul 2027
    To spare     121 days past the goal
    $ ninety pace --days 6
    Nothing is new: the schedule is so already.
    ");
    insta::assert_snapshot!(world.entries(), @r#"
    start = 2026-11-23, days = "mon-fri", goal = 2027-04-08
    pace = "mon-sat", goal = 2027-03-05
    pace = "mon-sat", minutes = 45
    pace = "mon-sat", by = "week", skip = ["tools-and-the-big-picture", "data-types"], because = "known before"
    "#);
}

#[test]
fn a_pace_that_cannot_be_is_refused() {
    insta::assert_snapshot!(started().transcript(&["pace --by month", "pace --goal soon", "pace --at 91", "pace --spare 3"]), @r#"
    $ ninety pace --by month
    --- stderr
    ninety: There is no order "month": write day or week.

    For more information, try 'ninety pace --help'.
    --- exit 2
    $ ninety pace --goal soon
    --- stderr
    ninety: "soon" is no date: write today, tomorrow, +3d, -2w, mon, 14 dec or a date such as 2026-11-23.

    For more information, try 'ninety pace --help'.
    --- exit 2
    $ ninety pace --at 91
    --- stderr
    ninety: There is no day 91: the plan has days 1 to 90.
    --- exit 1
    $ ninety pace --spare 3
    --- stderr
    ninety: There is no option "--spare" here.

    Usage: ninety pace [--days DAYS] [--goal DATE] [--by ORDER] [--minutes N]
           [--at DAY] [--dry-run] [--json]

    For more information, try 'ninety pace --help'.
    --- exit 2
    "#);
}

#[test]
fn a_pace_that_is_changed_can_be_read_by_a_program() {
    let world = started();
    let before = world.entries();
    let read = |line: &str| {
        let pace = json(&world, line);
        format!("{} {} {} {}", pace["schema"], pace["days"], pace["finish"], pace["before"]["finish"])
    };
    assert_eq!(read("pace --json --days 7 --dry-run"), r#"1 "mon-sun" "2027-02-20" "2027-03-26""#);
    assert_eq!(world.entries(), before, "a dry run records nothing");
    assert_eq!(read("pace --json"), r#"1 "mon-fri" "2027-03-26" null"#);
    assert_eq!(read("pace --json --days 7"), r#"1 "mon-sun" "2027-02-20" "2027-03-26""#);
    assert_eq!(read("pace --json --days 7"), r#"1 "mon-sun" "2027-02-20" null"#, "it is so already");
    assert_eq!(world.entries(), format!("{before}pace = \"mon-sun\"\n"), "once");
}

#[test]
fn what_has_been_of_a_week_goes_by_the_days_that_were_set_then() {
    let mut world = World::new();
    world.at("2026-12-07T20:00:00+01:00");
    assert_eq!(world.run("start --days mon,thu,fri").code, 0);
    world.at("2026-12-10T20:00:00+01:00");
    assert_eq!(world.run("pace --days mon-sat").code, 0);
    let said = world.run("status").out;
    assert!(said.starts_with("Day 1 of 90 · this week 0 of 4\n"), "{said}");
}
