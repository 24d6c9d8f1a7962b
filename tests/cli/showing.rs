//! The verbs that show: what each prints, exactly, and that none of them leaves anything behind.
//!
//! Deliberately absent: what surrounds the program (`surroundings.rs`), the verbs that record (`writing.rs`), and the forms for
//! programs (`json.rs`).

use crate::common::{self, World, evening_17};

#[test]
fn before_the_start_every_verb_has_something_to_say() {
    insta::assert_snapshot!(World::new().transcript(&["", "status", "history", "check", "prompt", "export json"]), @r#"
    $ ninety
    Day 1 of 90 · Week 1, Python Programming Basics                       90-150 min
    Tools and the big picture

    By the end you can run a Python file from a terminal and from VS Code, and say
    what a backend does between a browser and a database.

      ○ 1.1   do        Install Python, VS Code, Git
      ○ 1.2   learn     What is backend development?
      ○ 1.3   practice  Print “Hello World”
      ○ 1.4   practice  Write simple variables

    Read and watch
      - MDN: Introduction to the server side (tutorial, 20 min)
        https://developer.mozilla.org/en-US/docs/Learn_web_development/Extensions/Server-side/First_steps/Introduction
      - VS Code: Getting started with Python (installs Python and the extension,
        first run) (tutorial, 30 min)
        https://code.visualstudio.com/docs/python/python-tutorial
      - GitHub Docs: set up Git (install it, set your name and email, connect to
        GitHub) (docs, 10 min)
        https://docs.github.com/en/get-started/git-basics/set-up-git

    Good to know
      Unless told otherwise, Git 2 calls the first branch of a new repository
      master; GitHub and this plan say main. Set it once: git config --global
      init.defaultBranch main. Make a free account on github.com today as well: no
      task asks for it, and day 7 needs it.
    $ ninety status
    Day 1 of 90 · this week 0 of 4
    Nothing is recorded yet: `ninety start` sets the start, `ninety done 1.1` ticks
    the first task.
    $ ninety history
    Nothing is recorded yet.
    $ ninety check
    HOME/data/django-90.toml: there is no journal yet; the first thing you record begins it.
    $ ninety prompt
    $ ninety export json
    {
      "schema": 1,
      "plan": "django-90",
      "start": null,
      "days": null,
      "day_minutes": null,
      "by": null,
      "goal": null,
      "away": [],
      "done": [],
      "skipped": [],
      "notes": [],
      "minutes": [],
      "links": [],
      "reviews": [],
      "own": [],
      "read": [],
      "recall": []
    }
    "#);
}

#[test]
fn today_has_everything_for_the_evening() {
    insta::assert_snapshot!(evening_17().transcript(&["today", "today urls", "today 21 --ascii"]));
}

#[test]
fn a_week_comes_with_its_milestone() {
    insta::assert_snapshot!(evening_17().transcript(&["week", "--ascii week 12"]));
    insta::assert_snapshot!(evening_17().transcript(&["week 13", "week 0", "week x", "week -1"]), @r#"
    $ ninety week 13
    --- stderr
    ninety: There is no week 13: the plan has weeks 1 to 12. Day 13 is in week 2.
    --- exit 1
    $ ninety week 0
    --- stderr
    ninety: There is no week 0: the plan has weeks 1 to 12.
    --- exit 1
    $ ninety week x
    --- stderr
    ninety: There is no week "x": the plan has weeks 1 to 12.
    --- exit 1
    $ ninety week -1
    --- stderr
    ninety: There is no week -1: the plan has weeks 1 to 12.
    --- exit 1
    "#);
}

#[test]
fn the_plan_is_there_at_a_glance() {
    insta::assert_snapshot!(evening_17().run("plan").all());
}

#[test]
fn history_is_newest_first_and_says_what_was_taken_back() {
    let world = evening_17();
    assert_eq!(world.run("undo").code, 0);
    insta::assert_snapshot!(world.transcript(&["history", "history -n 2", "history -n 0", "history -n all"]), @r#"
    $ ninety history
    Tue 8 Dec 2026 19:41   Undone: Skipped day 18, URLs (known from work)
    Tue 8 Dec 2026 19:41   Skipped day 18, URLs (known from work) (taken back)
    Tue 8 Dec 2026 19:41   Logged 90 min on day 17, Views
    Tue 8 Dec 2026 19:41   Wrote a note on day 17, Views
    Tue 8 Dec 2026 19:41   Ticked 17.1 “Views (function-based views)”
    Mon 23 Nov 2026 20:00  Ticked 46 tasks of days 1-16
    Mon 23 Nov 2026 20:00  Set the start to Mon 23 Nov 2026, study days to mon-fri
                           and the goal to Thu 8 Apr 2027
    $ ninety history -n 2
    Tue 8 Dec 2026 19:41   Undone: Skipped day 18, URLs (known from work)
    Tue 8 Dec 2026 19:41   Skipped day 18, URLs (known from work) (taken back)
    --- stderr
    ninety: … and 5 older entries; `ninety history -n 7` shows them all.
    $ ninety history -n 0
    --- stderr
    ninety: "0" is no count of entries: write a number from 1.

    For more information, try 'ninety history --help'.
    --- exit 2
    $ ninety history -n all
    --- stderr
    ninety: "all" is no count of entries: write a number from 1.

    For more information, try 'ninety history --help'.
    --- exit 2
    "#);
}

#[test]
fn the_prompt_is_short_and_can_be_shaped() {
    let world = evening_17();
    insta::assert_snapshot!(world.transcript(&[
        "prompt",
        "prompt --format '{day}/{total} {title} {{w{week}}} {done}:{tasks}'",
        "prompt --format '-{day}-'",
        "prompt --format '{dya}'",
        "prompt --format '{day'",
        "prompt --format 'day}'",
    ]), @"
    $ ninety prompt
    D17 1/2
    $ ninety prompt --format '{day}/{total} {title} {{w{week}}} {done}:{tasks}'
    17/90 Views {w3} 1:2
    $ ninety prompt --format '-{day}-'
    -17-
    $ ninety prompt --format '{dya}'
    --- stderr
    ninety: A format has no {dya}: it has {day} {total} {done} {tasks} {week} {title} {finish} {goal} {spare} {pace}.

    For more information, try 'ninety prompt --help'.
    --- exit 2
    $ ninety prompt --format '{day'
    --- stderr
    ninety: A { in the format is not closed: {day. Write } behind the name, or {{ for the character.

    For more information, try 'ninety prompt --help'.
    --- exit 2
    $ ninety prompt --format 'day}'
    --- stderr
    ninety: The format has a } without its {: write }} for the character.

    For more information, try 'ninety prompt --help'.
    --- exit 2
    ");
}

#[test]
fn the_prompt_is_silent_before_the_start_and_when_anything_is_wrong() {
    let mut world = World::new();
    let silent = common::Said { out: String::new(), err: String::new(), code: 0 };
    assert_eq!(world.run("prompt"), silent);
    assert_eq!(world.run("--plan missing.toml prompt"), silent);
    assert_eq!(world.run("start 2026-12-14").code, 0);
    assert_eq!(world.run("prompt"), silent);
    world.at("2026-12-14T03:59:59+01:00");
    assert_eq!(world.run("prompt"), silent);
    world.at("2026-12-14T04:00:00+01:00");
    assert_eq!(world.run("prompt").out, "D1 0/4\n");
    std::fs::remove_file(world.journal()).unwrap();
    std::fs::create_dir(world.journal()).unwrap();
    assert_eq!(world.run("prompt"), silent);
}

#[test]
fn a_finished_plan_is_said_to_be_finished() {
    let world = World::new();
    let days: Vec<String> = (1..=90).map(|day| day.to_string()).collect();
    assert_eq!(world.run(&format!("done {}", days.join(" "))).code, 0);
    insta::assert_snapshot!(world.transcript(&["", "status", "prompt", "prompt --format '{day} {done}'", "log 5"]), @"
    $ ninety
    Every day of the plan is complete or skipped. `ninety today 1` shows a day
    again.
    $ ninety status
    Every day of the plan is complete or skipped.
    90 of 90 days complete
    $ ninety prompt
    D90 done
    $ ninety prompt --format '{day} {done}'
    90 1
    $ ninety log 5
    Logged 5 min on day 90, Tell people, look back.
    Take it back with: ninety undo
    ");
    assert!(world.run("week").out.starts_with("Week 12, "));
    assert!(world.run("today --json").out.ends_with("\"day\": null\n}\n"));
}

#[test]
fn places_are_told_one_a_line_or_alone() {
    let world = World::new();
    std::fs::write(world.home.path().join("swim.toml"), SWIM).unwrap();
    insta::assert_snapshot!(world.transcript(&[
        "where", "where journal", "where data", "where plan", "where home", "--plan swim.toml where",
        "--plan swim.toml where plan", "--data-dir here where journal",
    ]), @r#"
    $ ninety where
    journal  HOME/data/django-90.toml
    data     HOME/data
    backups  HOME/data/backups
    plan     (part of the program)
    drafts   HOME/data/drafts
    config   HOME/.config/ninety/config.toml
    $ ninety where journal
    HOME/data/django-90.toml
    $ ninety where data
    HOME/data
    $ ninety where plan
    --- stderr
    ninety: The plan is part of the program: it has no file.
    --- exit 1
    $ ninety where home
    --- stderr
    ninety: There is no place "home": write journal, data, backups, plan, drafts or config.

    For more information, try 'ninety where --help'.
    --- exit 2
    $ ninety --plan swim.toml where
    journal  HOME/data/swim.toml
    data     HOME/data
    backups  HOME/data/backups
    plan     HOME/swim.toml
    drafts   HOME/data/drafts
    config   HOME/.config/ninety/config.toml
    $ ninety --plan swim.toml where plan
    HOME/swim.toml
    $ ninety --data-dir here where journal
    HOME/here/django-90.toml
    "#);
}

#[test]
fn a_learners_own_plan_can_be_bare() {
    let world = World::new();
    std::fs::write(world.home.path().join("swim.toml"), SWIM).unwrap();
    insta::assert_snapshot!(world.transcript(&[
        "--plan swim.toml", "status --plan swim.toml", "week --plan swim.toml", "plan --plan=swim.toml",
        "done --plan swim.toml 1", "done --plan swim.toml 2", "--plan swim.toml week 2", "--plan swim.toml prompt",
    ]), @"
    $ ninety --plan swim.toml
    Day 1 of 1 · Week 1
    Find a pool

      ○ 1.1   do        Find a pool
    $ ninety status --plan swim.toml
    Plan: Learn to swim
    Day 1 of 1 · this week 0 of 4
    Nothing is recorded yet: `ninety --plan swim.toml start` sets the start,
    `ninety --plan swim.toml done 1.1` ticks the first task.
    $ ninety week --plan swim.toml
    Week 1
    0 of 1 day complete
      ▸  1  Find a pool
    $ ninety plan --plan=swim.toml
    Learn to swim

    Week 1                                                       0 of 1 day complete
      ▸  1  Find a pool
    $ ninety done --plan swim.toml 1
    Ticked 1.1 “Find a pool”.
    Day 1, Find a pool, is complete. Every day of the plan is complete or skipped now.
    Take it back with: ninety --plan swim.toml undo
    $ ninety done --plan swim.toml 2
    --- stderr
    ninety: There is no day 2: the plan has one day, day 1.
    --- exit 1
    $ ninety --plan swim.toml week 2
    --- stderr
    ninety: There is no week 2: the plan has one week, week 1.
    --- exit 1
    $ ninety --plan swim.toml prompt
    D1 done
    ");
    assert_eq!(world.files(), ["swim.lock", "swim.toml"]);
}

const SWIM: &str = "title = \"Learn to swim\"\n[[week]]\n[[week.day]]\ntasks = [{ do = \"Find a pool\" }]\n";

#[test]
fn reading_creates_nothing() {
    let world = World::new();
    for line in [
        "",
        "today",
        "today 17",
        "today --json",
        "status",
        "status --json",
        "prompt",
        "week",
        "week 3 --json",
        "plan",
        "plan --json",
        "history",
        "history --json",
        "check",
        "export json",
        "where",
        "where journal",
        "completions bash",
        "man",
        "--help",
        "done --help",
        "-V",
        "done foo",
        "undo",
        "redo",
        "note",
        "frob",
    ] {
        world.run(line);
        assert!(std::fs::read_dir(world.home.path()).unwrap().next().is_none(), "{line}");
    }
}
