//! The verbs about time: what may be written for minutes and for the start, and what each prints.
//!
//! Deliberately absent: the clock's own turns (`core/plan.rs`, and the library's calendar).

use crate::common::World;

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
        ("1.25h", 75),
        ("1:30", 90),
        ("2:15", 135),
        ("1H5", 65),
        ("24h", 1440),
        ("1", 1),
    ] {
        let said = world.run(&format!("log {word} 17"));
        assert!(said.out.starts_with(&format!("Logged {minutes} min on day 17, Views")), "{word}: {}", said.all());
    }
    insta::assert_snapshot!(world.run("log 30").all(), @"
    Logged 30 min on day 1, Tools and the big picture.
    Take it back with: ninety undo
    ");
    insta::assert_snapshot!(world.run("status").out, @"
    Day 1 of 90 · this week 0 of 4
    Finish Mon 12 Apr 2027
    ");
    for word in
        ["0", "-5", "abc", "1h75", "25h", "1441", "1.5", "1.h", "h", "1h-5", "99999999999", "1.99999h", "''", "٣"]
    {
        let said = world.run(&format!("log {word}"));
        assert_eq!(said.code, 2, "{word}: {}", said.all());
    }
    insta::assert_snapshot!(world.run("log 1h75").all(), @r#"
    --- stderr
    ninety: "1h75" is no time to log. Write 1 minute to 24 hours, as minutes (45) or as hours (1h30, 1:30, 1.5h).

    For more information, try 'ninety log --help'.
    --- exit 2
    "#);
}

#[test]
#[expect(clippy::too_many_lines, reason = "what is printed is read as a whole")]
fn the_start_takes_date_words_and_study_days() {
    let world = World::new();
    insta::assert_snapshot!(world.transcript(&[
        "start", "start", "start mon --days mon-fri", "start mon --days 5", "start mon", "start -2w --days 4",
        "start 2026-11-23 --days sat,sun", "start yesterday --days 7", "undo", "start 2026-02-30", "start soon", "start --days 2",
        "start --days 8", "start --days frday", "start --days ''",
    ]), @r#"
    $ ninety start
    Set the start to Tue 8 Dec 2026 and the goal to Fri 23 Apr 2027.
    Finish       Mon 12 Apr 2027
    Goal         Fri 23 Apr 2027
    To spare     9 days
    Next         Tue 8 Dec         1  Tools and the big picture
                 Wed 9 Dec         2  Data types
                 Thu 10 Dec        3  Conditionals
                 Fri 11 Dec        4  Loops
                 Mon 14 Dec        5  Functions
                 Tue 15 Dec        6  Error handling
                 Wed 16 Dec        7  CLI contact book
    Take it back with: ninety undo
    $ ninety start
    Nothing is new: the plan started on Tue 8 Dec 2026. `ninety start DATE` moves the start, `ninety pace` shows the pace.
    $ ninety start mon --days mon-fri
    Set the start to Mon 14 Dec 2026 and study days to mon-fri.
    Finish       Mon 12 Apr 2027 → Fri 16 Apr 2027
    Goal         Fri 23 Apr 2027
    To spare     9 days → 5 days
    Next         Mon 14 Dec        1  Tools and the big picture
                 Tue 15 Dec        2  Data types
                 Wed 16 Dec        3  Conditionals
                 Thu 17 Dec        4  Loops
                 Fri 18 Dec        5  Functions
                 Mon 21 Dec        6  Error handling
                 Tue 22 Dec        7  CLI contact book
    The goal stays Fri 23 Apr 2027; `ninety pace --goal DATE` changes it.
    Take it back with: ninety undo
    $ ninety start mon --days 5
    Nothing is new: the plan starts on Mon 14 Dec 2026. `ninety start DATE` moves the start, `ninety pace` shows the pace.
    $ ninety start mon
    Nothing is new: the plan starts on Mon 14 Dec 2026. `ninety start DATE` moves the start, `ninety pace` shows the pace.
    $ ninety start -2w --days 4
    Set the start to Tue 24 Nov 2026 and study days to mon,tue,thu,fri.
    Finish       Fri 16 Apr 2027 → Thu 13 May 2027
    Goal         Fri 23 Apr 2027
    To spare     5 days → 11 days past the goal
    Study days   mon-fri (5 days a week) → mon,tue,thu,fri (4 days a week)
    Next         Tue 8 Dec         1  Tools and the big picture
                 Thu 10 Dec        2  Data types
                 Fri 11 Dec        3  Conditionals
                 Mon 14 Dec        4  Loops
                 Tue 15 Dec        5  Functions
                 Thu 17 Dec        6  Error handling
                 Fri 18 Dec        7  CLI contact book
    The goal stays Fri 23 Apr 2027; `ninety pace --goal DATE` changes it.
    Take it back with: ninety undo
    $ ninety start 2026-11-23 --days sat,sun
    Set the start to Mon 23 Nov 2026 and study days to sat,sun.
    Finish       Thu 13 May 2027 → Sun 17 Oct 2027
    Goal         Fri 23 Apr 2027
    To spare     11 days past the goal → 52 days past the goal
    Study days   mon,tue,thu,fri (4 days a week) → sat,sun (2 days a week)
    Next         Sat 12 Dec        1  Tools and the big picture
                 Sun 13 Dec        2  Data types
                 Sat 19 Dec        3  Conditionals
                 Sun 20 Dec        4  Loops
                 Sat 26 Dec        5  Functions
                 Sun 27 Dec        6  Error handling
                 Sat 2 Jan         7  CLI contact book
    The goal stays Fri 23 Apr 2027; `ninety pace --goal DATE` changes it.
    Take it back with: ninety undo
    $ ninety start yesterday --days 7
    Set the start to Mon 7 Dec 2026 and study days to mon-sun.
    Finish       Sun 17 Oct 2027 → Sun 7 Mar 2027
    Goal         Fri 23 Apr 2027
    To spare     52 days past the goal → 47 days
    Study days   sat,sun (2 days a week) → mon-sun (7 days a week)
    Next         Tue 8 Dec         1  Tools and the big picture
                 Wed 9 Dec         2  Data types
                 Thu 10 Dec        3  Conditionals
                 Fri 11 Dec        4  Loops
                 Sat 12 Dec        5  Functions
                 Sun 13 Dec        6  Error handling
                 Mon 14 Dec        7  CLI contact book
    The goal stays Fri 23 Apr 2027; `ninety pace --goal DATE` changes it.
    Take it back with: ninety undo
    $ ninety undo
    Undone: Set the start to Mon 7 Dec 2026 and study days to mon-sun.
    Bring it back with: ninety redo
    $ ninety start 2026-02-30
    --- stderr
    ninety: "2026-02-30" is no date: write today, tomorrow, +3d, -2w, mon, 14 dec or a date such as 2026-12-08.

    For more information, try 'ninety start --help'.
    --- exit 2
    $ ninety start soon
    --- stderr
    ninety: "soon" is no date: write today, tomorrow, +3d, -2w, mon, 14 dec or a date such as 2026-12-08.

    For more information, try 'ninety start --help'.
    --- exit 2
    $ ninety start --days 2
    --- stderr
    ninety: 2 study days a week is no choice: write a number from 3 to 7, or weekdays such as mon,thu.

    For more information, try 'ninety start --help'.
    --- exit 2
    $ ninety start --days 8
    --- stderr
    ninety: 8 study days a week is no choice: write a number from 3 to 7, or weekdays such as mon,thu.

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
    start = 2026-12-08, goal = 2027-04-23
    start = 2026-12-14, days = "mon-fri"
    start = 2026-11-24, days = "mon,tue,thu,fri"
    start = 2026-11-23, days = "sat,sun"
    start = 2026-12-07, days = "mon-sun"
    undo
    "#);
}

#[test]
fn a_first_entry_of_1970_or_2099_is_named_and_does_no_harm() {
    for (clock, why) in [
        ("1970-01-01T00:00:10+01:00", "before there was a ninety"),
        ("1969-12-31T10:00:00+00:00", "before there was a ninety"),
        ("1904-01-01T12:00:00+00:00", "before there was a ninety"),
        ("2099-05-01T20:00:00+02:00", "over a day ahead of now"),
        ("2126-01-01T20:00:00+01:00", "over a day ahead of now"),
    ] {
        let mut world = World::new();
        world.at(clock);
        assert_eq!(world.run("done 1.1").code, 0, "{clock}");
        // The clock is set right: what was ticked counts, dates are laid from today on, and undo takes back the newest.
        world.at("2026-12-08T19:41:12+01:00");
        for verb in ["today", "status", "week", "plan", "history", "export md", "export csv", "export ics", "pace"] {
            let said = world.run(verb);
            assert_eq!((said.code, said.err.as_str()), (0, ""), "{clock} {verb}");
        }
        let status = world.run("status").out;
        assert!(status.contains("Finish Mon 12 Apr 2027"), "{clock}\n{status}");
        assert_eq!(world.run("prompt").out, "D1 1/4\n", "{clock}");
        assert_eq!(world.run("done 1.2").code, 0);
        assert!(world.run("undo").out.starts_with("Undone: Ticked 1.2"), "{clock}");
        let check = world.run("check");
        let told = format!(", {why}; it counts; see to the clock of the machine that wrote it.\n");
        assert!(check.code == 0 && check.out.contains(&told), "{clock}\n{}", check.out);
        assert_eq!(check.out.matches("it counts").count(), 1, "{}", check.out);
    }
}

#[test]
fn on_a_night_of_changed_clocks_the_day_begins_by_the_clock_on_the_wall() {
    let night = |setting: &str, moments: &[(&str, &str)]| {
        let mut world = World::new();
        world.configure(&format!("day_start = \"{setting}\"\n"));
        for (now, date) in moments {
            world.at(now);
            assert_eq!(world.run("done 1").code, 0);
            let json = world.run("status --json").out;
            assert!(json.contains(&format!("\"date\": \"{date}\"")), "{setting} {now}: {json}");
            // What is recorded counts for that date too.
            assert_eq!(world.run("reopen 1").code, 0);
        }
    };
    // A beginning that the clock leaves out comes with the hour after it.
    let spring = [
        ("2027-03-28T01:59:59+01:00", "2027-03-27"),
        ("2027-03-28T03:00:00+02:00", "2027-03-28"),
        ("2027-03-28T12:00:00+02:00", "2027-03-28"),
    ];
    night("02:30", &spring);
    night("02:00", &spring);
    night("03:00", &spring);
    // One that it shows twice: each time what it shows.
    night(
        "02:30",
        &[
            ("2026-10-25T02:29:59+02:00", "2026-10-24"),
            ("2026-10-25T02:30:00+02:00", "2026-10-25"),
            ("2026-10-25T02:29:59+01:00", "2026-10-24"),
            ("2026-10-25T02:30:00+01:00", "2026-10-25"),
        ],
    );
    night("02:30", &[("2027-03-14T01:59:59-05:00", "2027-03-13"), ("2027-03-14T03:00:00-04:00", "2027-03-14")]);
    night("02:15", &[("2026-10-04T01:59:59+10:30", "2026-10-03"), ("2026-10-04T02:30:00+11:00", "2026-10-04")]);
    night("00:30", &[("2026-09-05T23:59:59-04:00", "2026-09-05"), ("2026-09-06T01:00:00-03:00", "2026-09-06")]);
    night("00:00", &[("2026-09-05T23:59:59-04:00", "2026-09-05"), ("2026-09-06T01:00:00-03:00", "2026-09-06")]);
}
