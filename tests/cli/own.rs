//! Tasks of the learner's own, and minutes that are set: what the verbs print, and what they leave in the journal.
//!
//! Deliberately absent: the rules behind them (`core/own_words.rs`).

use crate::common::World;

#[test]
fn a_task_of_ones_own_is_added_ticked_and_shown() {
    let world = World::new();
    insta::assert_snapshot!(world.transcript(&[
        "add 'Read PEP 8'", "add 17 'Try a class-based view'", "add 17: Try another", "add --day views and another", "add 2 things to do", "add '- a dash'",
        "add 17 'Try a class-based view'", "add", "add 91 'x'", "add '...'", "done 17.3 17.4", "done 17.3", "reopen 17.4", "today 17", "undo",
    ]), @"
    $ ninety add 'Read PEP 8'
    Added “Read PEP 8” to day 1, Tools and the big picture, as 1.5.
    Take it back with: ninety undo
    $ ninety add 17 'Try a class-based view'
    Added “Try a class-based view” to day 17, Views, as 17.3.
    Take it back with: ninety undo
    $ ninety add 17: Try another
    Added “Try another” to day 17, Views, as 17.4.
    Take it back with: ninety undo
    $ ninety add --day views and another
    Added “and another” to day 17, Views, as 17.5.
    Take it back with: ninety undo
    $ ninety add 2 things to do
    Added “2 things to do” to day 1, Tools and the big picture, as 1.6.
    Take it back with: ninety undo
    $ ninety add '- a dash'
    Added “- a dash” to day 1, Tools and the big picture, as 1.7.
    Take it back with: ninety undo
    $ ninety add 17 'Try a class-based view'
    --- stderr
    ninety: Task 17.3 says this already, on day 17, Views.
    --- exit 1
    $ ninety add
    --- stderr
    ninety: TEXT is missing.

    Usage: ninety add TEXT… [--day DAY]

    For more information, try 'ninety add --help'.
    --- exit 2
    $ ninety add 91 'x'
    --- stderr
    ninety: There is no day 91: the plan has days 1 to 90.
    --- exit 1
    $ ninety add '...'
    --- stderr
    ninety: A task of your own needs a word: say what is to be done.
    --- exit 1
    $ ninety done 17.3 17.4
    Ticked 2 tasks of day 17, Views.
    Take it back with: ninety undo
    $ ninety done 17.3
    17.3 “Try a class-based view” is ticked already.
    $ ninety reopen 17.4
    Unticked 17.4 “Try another”.
    Take it back with: ninety undo
    $ ninety today 17
    Day 17 of 90 · Week 3, Django Basics                                  90-120 min
    Views                                                                 Wed 30 Dec

    By the end you can write a function-based view that answers a request, and
    follow a request through Django.

      ○ 17.1  learn     Views (function-based views)
      ○ 17.2  practice  Create a homepage that says “Welcome!”
      ✓ 17.3  yours     Try a class-based view
      ○ 17.4  yours     Try another
      ○ 17.5  yours     and another

    Read and watch
      - Django: writing views (docs, 25 min)
        https://docs.djangoproject.com/en/stable/topics/http/views/
      - Django tutorial part 3: views and templates (tutorial, 45 min, extra)
        https://docs.djangoproject.com/en/stable/intro/tutorial03/
      - MDN: overview of HTTP (docs, 20 min)
        https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/Overview

    Builds on
        16  Project layout and apps
    $ ninety undo
    Undone: Unticked 17.4 “Try another”.
    Bring it back with: ninety redo
    ");
    insta::assert_snapshot!(world.entries(), @r#"
    add = "Read PEP 8", day = "tools-and-the-big-picture"
    add = "Try a class-based view", day = "views"
    add = "Try another", day = "views"
    add = "and another", day = "views"
    add = "2 things to do", day = "tools-and-the-big-picture"
    add = "- a dash", day = "tools-and-the-big-picture"
    done = ["views/+try-a-class-based-view", "views/+try-another"]
    open = "views/+try-another"
    undo
    "#);
    let json: serde_json::Value = serde_json::from_str(&world.run("today 17 --json").out).unwrap();
    assert_eq!(json["day"]["own"][0]["number"], "17.3");
    assert_eq!(json["day"]["own"][0]["done"], true);
    let state: serde_json::Value = serde_json::from_str(&world.run("export json").out).unwrap();
    assert_eq!(state["own"][1]["text"], "2 things to do");
    assert!(world.run("export md").out.contains("- [x] Try a class-based view\n"));
}

#[test]
fn the_minutes_of_a_day_can_be_set() {
    let world = World::new();
    insta::assert_snapshot!(world.transcript(&[
        "log 45 17", "log 30 17", "log 1h 17 --set", "log 60 17 --set", "undo", "log 20 3 --set", "history -n 3",
    ]), @"
    $ ninety log 45 17
    Logged 45 min on day 17, Views.
    Take it back with: ninety undo
    $ ninety log 30 17
    Logged 30 min on day 17, Views; 75 min in all.
    Take it back with: ninety undo
    $ ninety log 1h 17 --set
    Corrected the time to 60 min on day 17, Views.
    Take it back with: ninety undo
    $ ninety log 60 17 --set
    Nothing is new: day 17, Views, has 60 min already.
    $ ninety undo
    Undone: Corrected the time to 60 min on day 17, Views.
    Bring it back with: ninety redo
    $ ninety log 20 3 --set
    Logged 20 min on day 3, Conditionals.
    Take it back with: ninety undo
    $ ninety history -n 3
    Tue 8 Dec 2026 19:41   Logged 20 min on day 3, Conditionals
    Tue 8 Dec 2026 19:41   Undone: Corrected the time to 60 min on day 17, Views
    Tue 8 Dec 2026 19:41   Corrected the time to 60 min on day 17, Views (taken
                           back)
    --- stderr
    ninety: … and 2 older entries; `ninety history -n 5` shows them all.
    ");
}
