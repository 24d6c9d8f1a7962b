//! The verbs that record: what each prints, exactly, what it leaves in the journal, and that it can be taken back.
//!
//! Deliberately absent: notes (`cli_notes.rs`), and faults of the disk (`faults.rs`).

mod common;

use common::World;
use std::os::unix::fs::PermissionsExt;

#[test]
fn ticking_a_day_names_the_next_one_and_the_way_back() {
    let world = World::new();
    insta::assert_snapshot!(world.transcript(&["done 17.2", "done views", "undo", "undo", "redo", "redo", "redo"]), @"
    $ ninety done 17.2
    Ticked 17.2 ‘Create a homepage that says “Welcome!”’.
    Take it back with: ninety undo
    $ ninety done views
    Ticked 17.1 “Views (function-based views)”.
    Day 17, Views, is complete. Next: day 18, URLs.
    Take it back with: ninety undo
    $ ninety undo
    Took back: Ticked 17.1 “Views (function-based views)”.
    Bring it back with: ninety redo
    $ ninety undo
    Took back: Ticked 17.2 ‘Create a homepage that says “Welcome!”’.
    Bring it back with: ninety redo
    $ ninety redo
    Redid: Ticked 17.2 ‘Create a homepage that says “Welcome!”’.
    Take it back with: ninety undo
    $ ninety redo
    Redid: Ticked 17.1 “Views (function-based views)”.
    Take it back with: ninety undo
    $ ninety redo
    --- stderr
    ninety: There is nothing to bring back: the last thing recorded is no undo.
    --- exit 1
    ");
    insta::assert_snapshot!(world.entries().lines().next().unwrap(), @r#"done = "views/create-a-homepage-that-says-welcome""#);
}

#[test]
fn what_is_done_already_is_said_and_nothing_is_written() {
    let world = World::new();
    assert_eq!(world.run("done 17").code, 0);
    let before = world.text();
    insta::assert_snapshot!(world.transcript(&["done 17", "done 17.1", "done 17 17.2", "open 16", "open 16.1"]), @"
    $ ninety done 17
    Day 17, Views, is complete already.
    $ ninety done 17.1
    17.1 “Views (function-based views)” is ticked already.
    $ ninety done 17 17.2
    Day 17, Views, is complete already.
    17.2 “Create a homepage that says “Welcome!”” is ticked already.
    $ ninety open 16
    Day 16, Project layout and apps, is open already.
    $ ninety open 16.1
    16.1 “Django folder structure” is open already.
    ");
    assert_eq!(world.text(), before);
}

#[test]
fn all_references_of_a_command_are_one_entry() {
    let world = World::new();
    insta::assert_snapshot!(world.transcript(&[
        "done 16 17.1 17 16.2 views/create-a-homepage-that-says-welcome", "undo", "history", "status",
    ]), @"
    $ ninety done 16 17.1 17 16.2 views/create-a-homepage-that-says-welcome
    Ticked 4 tasks.
    Day 16, Project layout and apps, is complete.
    Day 17, Views, is complete. Next: day 18, URLs.
    Take it back with: ninety undo
    $ ninety undo
    Took back: Ticked 4 tasks.
    Bring it back with: ninety redo
    $ ninety history
    Tue 8 Dec 2026 19:41   Took back: Ticked 4 tasks
    Tue 8 Dec 2026 19:41   Ticked 4 tasks (taken back)
    $ ninety status
    Day 1 of 90, Tools and the big picture · Week 1, Python Programming Basics
    0 of 4 tasks done
    0 days complete
    Nothing is recorded yet: `ninety start` sets the start, `ninety done 1.1` ticks
    the first task.
    ");
    assert_eq!(world.entries().lines().count(), 2);
}

#[test]
fn a_reference_that_names_nothing_keeps_the_whole_command_from_happening() {
    let world = World::new();
    insta::assert_snapshot!(world.transcript(&[
        "done 16 91", "done 3.9", "done 3.0", "done foo", "done vews", "done -1", "done 0", "done 999999999999999999999",
        "done 17.", "done .", "done ''", "done views/nope", "done a/b", "open 91", "skip 91", "skip 17.1", "log 5 91",
        "note 91 text", "today 91",
    ]), @r#"
    $ ninety done 16 91
    --- stderr
    ninety: There is no day 91: the plan has days 1 to 90.
    --- exit 1
    $ ninety done 3.9
    --- stderr
    ninety: There is no task 3.9: day 3, Conditionals, has tasks 3.1 to 3.2.
    --- exit 1
    $ ninety done 3.0
    --- stderr
    ninety: There is no task 3.0: day 3, Conditionals, has tasks 3.1 to 3.2.
    --- exit 1
    $ ninety done foo
    --- stderr
    ninety: There is no day "foo": write a number from 1 to 90, or an id that `ninety plan` lists.
    --- exit 1
    $ ninety done vews
    --- stderr
    ninety: There is no day "vews": did you mean "views" (day 17)?
    --- exit 1
    $ ninety done -1
    --- stderr
    ninety: There is no day -1: the plan has days 1 to 90.
    --- exit 1
    $ ninety done 0
    --- stderr
    ninety: There is no day 0: the plan has days 1 to 90.
    --- exit 1
    $ ninety done 999999999999999999999
    --- stderr
    ninety: There is no day "999999999999999999999": write a number from 1 to 90, or an id that `ninety plan` lists.
    --- exit 1
    $ ninety done 17.
    --- stderr
    ninety: There is no task 17.: day 17, Views, has tasks 17.1 to 17.2.
    --- exit 1
    $ ninety done .
    --- stderr
    ninety: There is no day "": write a number from 1 to 90, or an id that `ninety plan` lists.
    --- exit 1
    $ ninety done ''
    --- stderr
    ninety: There is no day "": write a number from 1 to 90, or an id that `ninety plan` lists.
    --- exit 1
    $ ninety done views/nope
    --- stderr
    ninety: There is no task "views/nope": day 17 has views/views-function-based-views, views/create-a-homepage-that-says-welcome.
    --- exit 1
    $ ninety done a/b
    --- stderr
    ninety: There is no task "a/b": write one such as 17.2, or its id (`ninety today 17 --json` lists them).
    --- exit 1
    $ ninety open 91
    --- stderr
    ninety: There is no day 91: the plan has days 1 to 90.
    --- exit 1
    $ ninety skip 91
    --- stderr
    ninety: There is no day 91: the plan has days 1 to 90.
    --- exit 1
    $ ninety skip 17.1
    --- stderr
    ninety: 17.1 is a task, and this is about a whole day: write 17.
    --- exit 1
    $ ninety log 5 91
    --- stderr
    ninety: There is no day 91: the plan has days 1 to 90.
    --- exit 1
    $ ninety note 91 text
    --- stderr
    ninety: There is no day 91: the plan has days 1 to 90. Text that begins with a number goes in quotes as a whole.
    --- exit 1
    $ ninety today 91
    --- stderr
    ninety: There is no day 91: the plan has days 1 to 90.
    --- exit 1
    "#);
    assert!(world.files().is_empty());
}

#[test]
fn a_skipped_day_comes_back_with_its_ticks() {
    let world = World::new();
    insta::assert_snapshot!(world.transcript(&[
        "done 17.1", "skip 17 --because 'known from work'", "skip 17", "skip 17 --because 'known from work'",
        "skip 17 --because 'moved'", "done 17.2", "open 17", "skip 17", "open 17", "skip 18", "skip 18",
    ]), @"
    $ ninety done 17.1
    Ticked 17.1 “Views (function-based views)”.
    Take it back with: ninety undo
    $ ninety skip 17 --because 'known from work'
    Skipped day 17, Views (known from work). Next: day 18, URLs.
    Bring it back with: ninety open 17
    $ ninety skip 17
    Day 17, Views, is skipped already.
    $ ninety skip 17 --because 'known from work'
    Day 17, Views, is skipped already.
    $ ninety skip 17 --because 'moved'
    Skipped day 17, Views (moved). Next: day 18, URLs.
    Bring it back with: ninety open 17
    $ ninety done 17.2
    Ticked 17.2 ‘Create a homepage that says “Welcome!”’.
    Day 17, Views, stays skipped; bring it back with: ninety open 17
    Take it back with: ninety undo
    $ ninety open 17
    Brought back day 17, Views.
    Take it back with: ninety undo
    $ ninety skip 17
    --- stderr
    ninety: Day 17, Views, is complete, so there is nothing to skip.
    --- exit 1
    $ ninety open 17
    Unticked 2 tasks of day 17, Views.
    Take it back with: ninety undo
    $ ninety skip 18
    Skipped day 18, URLs. Next: day 19, Templates.
    Bring it back with: ninety open 18
    $ ninety skip 18
    Day 18, URLs, is skipped already.
    ");
    insta::assert_snapshot!(world.entries(), @r#"
    done = "views/views-function-based-views"
    skip = "views", because = "known from work"
    skip = "views", because = "moved"
    done = "views/create-a-homepage-that-says-welcome"
    open = "views"
    open = ["views/views-function-based-views", "views/create-a-homepage-that-says-welcome"]
    skip = "urls", because = ""
    "#);
}

#[test]
fn minutes_can_be_written_in_many_ways_and_add_up() {
    let world = World::new();
    for (word, minutes) in [
        ("45", 45),
        ("90m", 90),
        ("90min", 90),
        ("1h", 60),
        ("1h30", 90),
        ("1h30m", 90),
        ("1.5h", 90),
        ("0.25h", 15),
        ("2:15", 135),
        ("1H5", 65),
        ("24h", 1440),
        ("1", 1),
    ] {
        let said = world.run(&format!("log {word} 17"));
        assert!(
            said.out.starts_with(&format!("Logged {minutes} min on day 17, Views.")),
            "{word}: {}",
            said.all()
        );
    }
    insta::assert_snapshot!(world.run("log 30").all(), @"
    Logged 30 min on day 1, Tools and the big picture.
    Take it back with: ninety undo
    ");
    insta::assert_snapshot!(world.run("status").out, @"
    Day 1 of 90, Tools and the big picture · Week 1, Python Programming Basics
    0 of 4 tasks done
    0 days complete · 37 h 21 min logged
    Started Tue 8 Dec 2026
    ");
    for word in [
        "0",
        "-5",
        "abc",
        "1h75",
        "25h",
        "1441",
        "1.5",
        "1.h",
        "h",
        "1h-5",
        "99999999999",
        "1.99999h",
        "''",
        "٣",
    ] {
        let said = world.run(&format!("log {word}"));
        assert_eq!(said.code, 2, "{word}: {}", said.all());
    }
    insta::assert_snapshot!(world.run("log 1h75").all(), @r#"
    --- stderr
    ninety: "1h75" is no time from 1 minute to 24 hours: write minutes (45) or hours (1h30, 1.5h).

    For more information, try 'ninety log --help'.
    --- exit 2
    "#);
}

#[test]
fn the_start_takes_date_words_and_study_days() {
    let world = World::new();
    insta::assert_snapshot!(world.transcript(&[
        "start", "start", "start mon --days mon-fri", "start mon --days 5", "start mon", "start -2w --days 4",
        "start 2026-11-23 --days sat,sun", "start yesterday --days 7", "undo", "start 2026-02-30", "start soon", "start --days 2",
        "start --days 8", "start --days frday", "start --days ''",
    ]), @r#"
    $ ninety start
    The plan starts on Tue 8 Dec 2026.
    Take it back with: ninety undo
    $ ninety start
    The plan starts on Tue 8 Dec 2026 already.
    $ ninety start mon --days mon-fri
    The plan starts on Mon 14 Dec 2026, studying mon-fri (5 days a week): 90 days are 18 weeks.
    Take it back with: ninety undo
    $ ninety start mon --days 5
    The plan starts on Mon 14 Dec 2026 already, studying mon-fri (5 days a week): 90 days are 18 weeks.
    $ ninety start mon
    The plan starts on Mon 14 Dec 2026 already, studying mon-fri (5 days a week): 90 days are 18 weeks.
    $ ninety start -2w --days 4
    The plan starts on Tue 24 Nov 2026, studying mon,tue,thu,fri (4 days a week): 90 days are about 23 weeks.
    Take it back with: ninety undo
    $ ninety start 2026-11-23 --days sat,sun
    The plan starts on Mon 23 Nov 2026, studying sat,sun (2 days a week): 90 days are 45 weeks.
    Take it back with: ninety undo
    $ ninety start yesterday --days 7
    The plan starts on Mon 7 Dec 2026, studying mon-sun (7 days a week): 90 days are about 13 weeks.
    Take it back with: ninety undo
    $ ninety undo
    Took back: Set the start to 2026-12-07, studying mon-sun.
    Bring it back with: ninety redo
    $ ninety start 2026-02-30
    --- stderr
    ninety: "2026-02-30" is no date: write today, tomorrow, +3d, -2w, mon or a date such as 2026-12-08.

    For more information, try 'ninety start --help'.
    --- exit 2
    $ ninety start soon
    --- stderr
    ninety: "soon" is no date: write today, tomorrow, +3d, -2w, mon or a date such as 2026-12-08.

    For more information, try 'ninety start --help'.
    --- exit 2
    $ ninety start --days 2
    --- stderr
    ninety: 2 study days a week are no choice: write a number from 3 to 7, or weekdays such as mon,thu.

    For more information, try 'ninety start --help'.
    --- exit 2
    $ ninety start --days 8
    --- stderr
    ninety: 8 study days a week are no choice: write a number from 3 to 7, or weekdays such as mon,thu.

    For more information, try 'ninety start --help'.
    --- exit 2
    $ ninety start --days frday
    --- stderr
    ninety: There is no weekday "frday": write mon, tue, wed, thu, fri, sat or sun, a range (mon-fri) or a list (mon,wed,fri).

    For more information, try 'ninety start --help'.
    --- exit 2
    $ ninety start --days ''
    --- stderr
    ninety: There is no weekday "": write mon, tue, wed, thu, fri, sat or sun, a range (mon-fri) or a list (mon,wed,fri).

    For more information, try 'ninety start --help'.
    --- exit 2
    "#);
    insta::assert_snapshot!(world.entries(), @r#"
    start = 2026-12-08
    start = 2026-12-14, days = "mon-fri"
    start = 2026-11-24, days = "mon,tue,thu,fri"
    start = 2026-11-23, days = "sat,sun"
    start = 2026-12-07, days = "mon-sun"
    undo
    "#);
}

#[test]
fn there_may_be_nothing_to_take_back() {
    let world = World::new();
    insta::assert_snapshot!(world.transcript(&["undo", "redo", "done 1.1", "redo", "undo", "undo", "redo", "redo"]), @"
    $ ninety undo
    --- stderr
    ninety: There is nothing to take back.
    --- exit 1
    $ ninety redo
    --- stderr
    ninety: There is nothing to bring back: the last thing recorded is no undo.
    --- exit 1
    $ ninety done 1.1
    Ticked 1.1 “Install Python, VS Code, Git”.
    Take it back with: ninety undo
    $ ninety redo
    --- stderr
    ninety: There is nothing to bring back: the last thing recorded is no undo.
    --- exit 1
    $ ninety undo
    Took back: Ticked 1.1 “Install Python, VS Code, Git”.
    Bring it back with: ninety redo
    $ ninety undo
    --- stderr
    ninety: There is nothing to take back.
    --- exit 1
    $ ninety redo
    Redid: Ticked 1.1 “Install Python, VS Code, Git”.
    Take it back with: ninety undo
    $ ninety redo
    --- stderr
    ninety: There is nothing to bring back: the last thing recorded is no undo.
    --- exit 1
    ");
}

#[test]
fn a_first_entry_makes_a_private_home_for_the_journal() {
    let world = World::new();
    assert_eq!(world.run("done 1.1").code, 0);
    assert_eq!(world.files(), ["django-90.lock", "django-90.toml"]);
    let mode = |path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(world.data()), mode(world.journal())), (0o700, 0o600));
}
