//! Several days in one word, and what was done on an earlier date, exactly.
//!
//! Deliberately absent: the rules behind it (`core/schedule.rs`).

use crate::common::World;

/// A world on the Monday on which the plan starts, five days a week.
fn started() -> World {
    let mut world = World::new();
    world.at("2026-11-23T19:00:00+01:00");
    assert_eq!(world.run("start --days mon-fri").code, 0);
    world
}

#[test]
fn several_days_are_named_by_ranges_and_lists() {
    let world = started();
    insta::assert_snapshot!(world.transcript(&[
        "done 1-3,5 4.1", "done 1-3", "skip 4-7 9 --because known", "skip 4-7", "skip 1-3", "skip 1", "status", "reopen 1-9", "undo", "reopen 4,6",
        "done 14-1", "done 89-91", "done 1-2 nope", "skip 1-", "today 1-3",
    ]), @r#"
    $ ninety done 1-3,5 4.1
    Ticked 12 tasks of days 1-5.
    Days 1-3 and 5 are complete. Next: day 4, Loops.
    Take it back with: ninety undo
    $ ninety done 1-3
    Day 1, Tools and the big picture, is complete already.
    Day 2, Data types, is complete already.
    Day 3, Conditionals, is complete already.
    $ ninety skip 4-7 9 --because known
    Day 5 is complete and stays so.
    Skipped days 4, 6, 7 and 9 (known).
    Finish       Tue 23 Mar 2027 → Wed 17 Mar 2027
    Goal         Thu 8 Apr 2027
    To spare     12 days → 16 days
    Next         Tue 24 Nov        8  Git basics
                 Wed 25 Nov       10  Classes and objects
                 Thu 26 Nov       11  Methods and attributes
                 Fri 27 Nov       12  Virtual environments
                 Mon 30 Nov       13  Review and clean up
                 Tue 1 Dec        14  OOP student management
                 Wed 2 Dec        15  First Django project
    Days 10, 13, 14, 16 and 68 build on them.
    Take it back with: ninety undo
    $ ninety skip 4-7
    These days are complete or skipped already; there is nothing to skip.
    $ ninety skip 1-3
    --- stderr
    ninety: These days are complete or skipped already; there is nothing to skip.
    --- exit 1
    $ ninety skip 1
    --- stderr
    ninety: Day 1, Tools and the big picture, is complete; there is nothing to skip.
    --- exit 1
    $ ninety status
    Day 8 of 90 · this week 4 of 5
    Finish Wed 17 Mar 2027 · goal Thu 8 Apr 2027 · 16 days to spare
    Done for today. Next: day 8, Git basics, Tue 24 Nov.
    $ ninety reopen 1-9
    Day 8, Git basics, is open already.
    Brought back days 4, 6, 7 and 9; unticked 11 tasks of days 1-3 and 5.
    Take it back with: ninety undo
    $ ninety undo
    Undone: Brought back days 4, 6, 7 and 9; unticked 11 tasks of days 1-3 and 5.
    Bring it back with: ninety redo
    $ ninety reopen 4,6
    Brought back days 4 and 6.
    Take it back with: ninety undo
    $ ninety done 14-1
    --- stderr
    ninety: The range "14-1" goes backwards: write 1-14.
    --- exit 1
    $ ninety done 89-91
    --- stderr
    ninety: There is no day 91: the plan has days 1 to 90.
    --- exit 1
    $ ninety done 1-2 nope
    --- stderr
    ninety: There is no day "nope": write a number from 1 to 90, or a title that `ninety plan` lists. Nothing was recorded.
    --- exit 1
    $ ninety skip 1-
    --- stderr
    ninety: There is no day "1-": write a number from 1 to 90, or a title that `ninety plan` lists.
    --- exit 1
    $ ninety today 1-3
    --- stderr
    ninety: There is no day "1-3": write a number from 1 to 90, or a title that `ninety plan` lists.
    --- exit 1
    "#);
    insta::assert_snapshot!(world.entries().lines().map(|line| line.chars().take(60).collect::<String>() + "\n").collect::<String>(), @r#"
    start = 2026-11-23, days = "mon-fri", goal = 2027-04-08
    done = ["tools-and-the-big-picture/install-python-vs-code-gi
    skip = ["loops", "error-handling", "cli-contact-book", "modu
    open = ["tools-and-the-big-picture/install-python-vs-code-gi
    undo
    open = ["loops", "error-handling"]
    "#);
}

#[test]
fn what_was_done_on_an_earlier_date_counts_for_it() {
    let mut world = started();
    world.at("2026-11-27T19:00:00+01:00");
    insta::assert_snapshot!(world.transcript(&[
        "done 1 --on 2026-11-23", "done 2 --on tue", "done 2 --on -2d", "log 30 2 --on yesterday", "note 2: --on yesterday Read it again.",
        "note 2: Once more. --on 2026-11-24", "skip 3 --on today", "done 4 --on tomorrow", "log 5 --on soon", "status",
    ]), @r#"
    $ ninety done 1 --on 2026-11-23
    Ticked 4 tasks of day 1, Tools and the big picture, for Mon 23 Nov 2026.
    Day 1, Tools and the big picture, is complete. Next: day 2, Data types.
    Take it back with: ninety undo
    $ ninety done 2 --on tue
    --- stderr
    ninety: Tue 1 Dec 2026 is still to come: --on takes today or an earlier date.

    For more information, try 'ninety done --help'.
    --- exit 2
    $ ninety done 2 --on -2d
    Ticked 3 tasks of day 2, Data types, for Wed 25 Nov 2026.
    Day 2, Data types, is complete. Next: day 3, Conditionals.
    Take it back with: ninety undo
    $ ninety log 30 2 --on yesterday
    Logged 30 min on day 2, Data types, for Thu 26 Nov 2026.
    Take it back with: ninety undo
    $ ninety note 2: --on yesterday Read it again.
    Wrote a note on day 2, Data types, for Thu 26 Nov 2026.
    Take it back with: ninety undo
    $ ninety note 2: Once more. --on 2026-11-24
    Wrote a note on day 2, Data types, for Tue 24 Nov 2026.
    Take it back with: ninety undo
    $ ninety skip 3 --on today
    Skipped day 3, Conditionals.
    Finish       Tue 30 Mar 2027 → Mon 29 Mar 2027
    Goal         Thu 8 Apr 2027
    To spare     7 days → 8 days
    Next         Fri 27 Nov        4  Loops
                 Mon 30 Nov        5  Functions
                 Tue 1 Dec         6  Error handling
                 Wed 2 Dec         7  CLI contact book
                 Thu 3 Dec         8  Git basics
                 Fri 4 Dec         9  Modules and packages
                 Mon 7 Dec        10  Classes and objects
    Days 4 and 5 build on it.
    Bring it back with: ninety reopen 3
    $ ninety done 4 --on tomorrow
    --- stderr
    ninety: Sat 28 Nov 2026 is still to come: --on takes today or an earlier date.

    For more information, try 'ninety done --help'.
    --- exit 2
    $ ninety log 5 --on soon
    --- stderr
    ninety: "soon" is no date: write today, tomorrow, +3d, -2w, mon, 14 dec or a date such as 2026-11-27.

    For more information, try 'ninety log --help'.
    --- exit 2
    $ ninety status
    Day 4 of 90 · this week 2 of 5
    Finish Mon 29 Mar 2027 · goal Thu 8 Apr 2027 · 8 days to spare
    Warm-up: 6 questions, 2 min: `ninety recall`.
    "#);
    insta::assert_snapshot!(world.entries().lines().map(|line| line.split(" = [").next().unwrap().to_owned() + "\n").collect::<String>(), @r#"
    start = 2026-11-23, days = "mon-fri", goal = 2027-04-08
    done
    done
    day = "data-types", minutes = 30, on = 2026-11-26
    day = "data-types", note = "Read it again.\n", on = 2026-11-26
    day = "data-types", note = "Once more.\n", on = 2026-11-24
    skip = "conditionals", because = ""
    "#);
}
