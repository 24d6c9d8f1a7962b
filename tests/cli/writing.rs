//! The verbs that record: what each prints, exactly, what it leaves in the journal, and that it can be taken back.
//!
//! Deliberately absent: notes (`notes.rs`), minutes and the start (`time.rs`), and faults of the disk (`terminal/faults_killed.rs`).

use crate::common::World;
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
    Day 17, Views, is complete. Next: day 1, Tools and the big picture.
    Take it back with: ninety undo
    $ ninety undo
    Undone: Ticked 17.1 “Views (function-based views)”.
    Bring it back with: ninety redo
    $ ninety undo
    Undone: Ticked 17.2 ‘Create a homepage that says “Welcome!”’.
    Bring it back with: ninety redo
    $ ninety redo
    Redone: Ticked 17.2 ‘Create a homepage that says “Welcome!”’.
    Take it back with: ninety undo
    $ ninety redo
    Redone: Ticked 17.1 “Views (function-based views)”.
    Take it back with: ninety undo
    $ ninety redo
    --- stderr
    ninety: There is nothing to bring back: the last thing recorded was not an undo.
    --- exit 1
    ");
    insta::assert_snapshot!(world.entries().lines().next().unwrap(), @r#"done = "views/create-a-homepage-that-says-welcome""#);
}

#[test]
fn what_is_done_already_is_said_and_nothing_is_written() {
    let world = World::new();
    assert_eq!(world.run("done 17").code, 0);
    let before = world.text();
    insta::assert_snapshot!(world.transcript(&["done 17", "done 17.1", "done 17 17.2", "reopen 16", "reopen 16.1"]), @"
    $ ninety done 17
    Day 17, Views, is complete already.
    $ ninety done 17.1
    17.1 “Views (function-based views)” is ticked already.
    $ ninety done 17 17.2
    Day 17, Views, is complete already.
    17.2 “Create a homepage that says “Welcome!”” is ticked already.
    $ ninety reopen 16
    Day 16, Project layout and apps, is open already.
    $ ninety reopen 16.1
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
    Ticked 4 tasks of days 16 and 17.
    Days 16 and 17 are complete. Next: day 1, Tools and the big picture.
    Take it back with: ninety undo
    $ ninety undo
    Undone: Ticked 4 tasks of days 16 and 17.
    Bring it back with: ninety redo
    $ ninety history
    Tue 8 Dec 2026 19:41   Undone: Ticked 4 tasks of days 16 and 17
    Tue 8 Dec 2026 19:41   Ticked 4 tasks of days 16 and 17 (taken back)
    $ ninety status
    Day 1 of 90 · this week 0 of 4
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
        "done 17.", "done .", "done ''", "done views/nope", "done a/b", "reopen 91", "skip 91", "skip 17.1", "log 5 91",
        "note 91 text", "today 91",
    ]), @r#"
    $ ninety done 16 91
    --- stderr
    ninety: There is no day 91: the plan has days 1 to 90. Nothing was recorded.
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
    ninety: There is no day "foo": write a number from 1 to 90, or a title that `ninety plan` lists.
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
    ninety: There is no day "999999999999999999999": write a number from 1 to 90, or a title that `ninety plan` lists.
    --- exit 1
    $ ninety done 17.
    --- stderr
    ninety: There is no task 17.: day 17, Views, has tasks 17.1 to 17.2.
    --- exit 1
    $ ninety done .
    --- stderr
    ninety: There is no day "": write a number from 1 to 90, or a title that `ninety plan` lists.
    --- exit 1
    $ ninety done ''
    --- stderr
    ninety: There is no day "": write a number from 1 to 90, or a title that `ninety plan` lists.
    --- exit 1
    $ ninety done views/nope
    --- stderr
    ninety: There is no task "views/nope": day 17 has views/views-function-based-views, views/create-a-homepage-that-says-welcome.
    --- exit 1
    $ ninety done a/b
    --- stderr
    ninety: There is no task "a/b": write one such as 1.1, or its id (`ninety today 1 --json` lists them).
    --- exit 1
    $ ninety reopen 91
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
        "skip 17 --because 'moved'", "done 17.2", "reopen 17", "skip 17", "reopen 17", "skip 18", "skip 18",
    ]), @"
    $ ninety done 17.1
    Ticked 17.1 “Views (function-based views)”.
    Take it back with: ninety undo
    $ ninety skip 17 --because 'known from work'
    Skipped day 17, Views (known from work).
    Finish       Mon 12 Apr 2027 → Fri 9 Apr 2027
    Next         Tue 8 Dec         1  Tools and the big picture
                 Wed 9 Dec         2  Data types
                 Thu 10 Dec        3  Conditionals
                 Fri 11 Dec        4  Loops
                 Mon 14 Dec        5  Functions
                 Tue 15 Dec        6  Error handling
                 Wed 16 Dec        7  CLI contact book
    Days 18, 19 and 41 build on it.
    Bring it back with: ninety reopen 17
    $ ninety skip 17
    Day 17, Views, is skipped already.
    $ ninety skip 17 --because 'known from work'
    Day 17, Views, is skipped already.
    $ ninety skip 17 --because 'moved'
    Skipped day 17, Views (moved).
    Finish       Fri 9 Apr 2027
    Next         Tue 8 Dec         1  Tools and the big picture
                 Wed 9 Dec         2  Data types
                 Thu 10 Dec        3  Conditionals
                 Fri 11 Dec        4  Loops
                 Mon 14 Dec        5  Functions
                 Tue 15 Dec        6  Error handling
                 Wed 16 Dec        7  CLI contact book
    Days 18, 19 and 41 build on it.
    Bring it back with: ninety reopen 17
    $ ninety done 17.2
    Ticked 17.2 ‘Create a homepage that says “Welcome!”’.
    Day 17, Views, is complete. Next: day 1, Tools and the big picture.
    Take it back with: ninety undo
    $ ninety reopen 17
    Unticked 2 tasks of day 17, Views.
    Take it back with: ninety undo
    $ ninety skip 17
    Skipped day 17, Views.
    Finish       Mon 12 Apr 2027 → Fri 9 Apr 2027
    Next         Tue 8 Dec         1  Tools and the big picture
                 Wed 9 Dec         2  Data types
                 Thu 10 Dec        3  Conditionals
                 Fri 11 Dec        4  Loops
                 Mon 14 Dec        5  Functions
                 Tue 15 Dec        6  Error handling
                 Wed 16 Dec        7  CLI contact book
    Days 18, 19 and 41 build on it.
    Bring it back with: ninety reopen 17
    $ ninety reopen 17
    Brought back day 17, Views.
    Take it back with: ninety undo
    $ ninety skip 18
    Skipped day 18, URLs.
    Finish       Mon 12 Apr 2027 → Fri 9 Apr 2027
    Next         Tue 8 Dec         1  Tools and the big picture
                 Wed 9 Dec         2  Data types
                 Thu 10 Dec        3  Conditionals
                 Fri 11 Dec        4  Loops
                 Mon 14 Dec        5  Functions
                 Tue 15 Dec        6  Error handling
                 Wed 16 Dec        7  CLI contact book
    Days 19, 21, 28, 44 and 47 build on it.
    Bring it back with: ninety reopen 18
    $ ninety skip 18
    Day 18, URLs, is skipped already.
    ");
    insta::assert_snapshot!(world.entries(), @r#"
    done = "views/views-function-based-views"
    skip = "views", because = "known from work"
    skip = "views", because = "moved"
    done = "views/create-a-homepage-that-says-welcome"
    open = ["views/views-function-based-views", "views/create-a-homepage-that-says-welcome"]
    skip = "views", because = ""
    open = "views"
    skip = "urls", because = ""
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
    ninety: There is nothing to bring back: the last thing recorded was not an undo.
    --- exit 1
    $ ninety done 1.1
    Ticked 1.1 “Install Python, VS Code, Git”.
    Take it back with: ninety undo
    $ ninety redo
    --- stderr
    ninety: There is nothing to bring back: the last thing recorded was not an undo.
    --- exit 1
    $ ninety undo
    Undone: Ticked 1.1 “Install Python, VS Code, Git”.
    Bring it back with: ninety redo
    $ ninety undo
    --- stderr
    ninety: There is nothing to take back.
    --- exit 1
    $ ninety redo
    Redone: Ticked 1.1 “Install Python, VS Code, Git”.
    Take it back with: ninety undo
    $ ninety redo
    --- stderr
    ninety: There is nothing to bring back: the last thing recorded was not an undo.
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
