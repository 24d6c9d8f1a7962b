//! Checks by their letter, beside tasks; and plans whose weeks lead to nothing.
//!
//! Deliberately absent: the rules themselves (`core/weeks.rs`).

use crate::common::{World, evening_17};

/// A world with a plan of one's own, and its text in `own.toml`.
fn own(plan: &str) -> World {
    let world = World::new();
    std::fs::write(world.home.path().join("own.toml"), plan).unwrap();
    world
}

#[test]
fn checks_are_ticked_with_tasks_and_undone_with_them() {
    let world = evening_17();
    insta::assert_snapshot!(world.transcript(&[
        "done 21.a", "done 21.a", "done 21.A 21.b 21.1 17.2", "reopen 21.b 21.g 21.1", "reopen 21.g", "done 7.a 7.b 7.c", "undo", "redo",
        "done 7.d 7.e 7.f 7.g", "done portfolio-website/the-stylesheet-is-loaded-with-static-and-visibly",
    ]), @"
    $ ninety done 21.a
    Ticked the check “`python manage.py runserver` starts without err…”.
    Take it back with: ninety undo
    $ ninety done 21.a
    21.a “`python manage.py runserver` starts without err…” is ticked already.
    $ ninety done 21.A 21.b 21.1 17.2
    21.a “`python manage.py runserver` starts without err…” is ticked already.
    Ticked 2 tasks and 1 check of days 17 and 21.
    Day 17, Views, is complete. Next: day 19, Templates.
    Take it back with: ninety undo
    $ ninety reopen 21.b 21.g 21.1
    21.g “`pip install -r requirements.txt` in a new virt…” is open already.
    Unticked 1 task and 1 check of day 21, Portfolio website.
    Take it back with: ninety undo
    $ ninety reopen 21.g
    21.g “`pip install -r requirements.txt` in a new virt…” is open already.
    $ ninety done 7.a 7.b 7.c
    Ticked 3 checks of day 7, CLI contact book.
    Take it back with: ninety undo
    $ ninety undo
    Undone: Ticked 3 checks of day 7, CLI contact book.
    Bring it back with: ninety redo
    $ ninety redo
    Redone: Ticked 3 checks of day 7, CLI contact book.
    Take it back with: ninety undo
    $ ninety done 7.d 7.e 7.f 7.g
    Ticked 4 checks of day 7, CLI contact book.
    Every check of the milestone of week 1, CLI contact book, is ticked.
    Take it back with: ninety undo
    $ ninety done portfolio-website/the-stylesheet-is-loaded-with-static-and-visibly
    Ticked the check “The stylesheet is loaded with {% static %} and…”.
    Take it back with: ninety undo
    ");
}

#[test]
fn a_letter_that_names_nothing_is_told_with_what_there_is() {
    let world = World::new();
    insta::assert_snapshot!(world.transcript(&["done 21.z", "done 20.a", "done 21.aa", "today 21.a", "done 21.a 21.z", "check"]), @"
    $ ninety done 21.z
    --- stderr
    ninety: There is no check 21.z: the milestone Portfolio website has 21.a to 21.g.
    --- exit 1
    $ ninety done 20.a
    --- stderr
    ninety: There is no check 20.a: day 20, Static files, is no day of a milestone; its tasks are called 20.1 and so on.
    --- exit 1
    $ ninety done 21.aa
    --- stderr
    ninety: There is no task 21.aa: day 21, Portfolio website, has tasks 21.1 to 21.5.
    --- exit 1
    $ ninety today 21.a
    --- stderr
    ninety: 21.a is a check of week 3, and this is about a whole day: write 21.
    --- exit 1
    $ ninety done 21.a 21.z
    --- stderr
    ninety: There is no check 21.z: the milestone Portfolio website has 21.a to 21.g. Nothing was recorded.
    --- exit 1
    $ ninety check
    HOME/data/django-90.toml: there is no journal yet; the first thing you record begins it.
    ");
}

#[test]
fn the_last_milestone_is_called_by_any_of_its_four_days() {
    let world = World::new();
    insta::assert_snapshot!(world.transcript(&["done 87.a", "done 88.a 89.b", "reopen 90.a", "done 86.a", "history -n 3"]), @"
    $ ninety done 87.a
    Ticked the check “Someone who never saw it finished the main stor…”.
    Take it back with: ninety undo
    $ ninety done 88.a 89.b
    90.a “Someone who never saw it finished the main stor…” is ticked already.
    Ticked the check “No account can see another's private data or ch…”.
    Take it back with: ninety undo
    $ ninety reopen 90.a
    Unticked the check “Someone who never saw it finished the main stor…”.
    Take it back with: ninety undo
    $ ninety done 86.a
    --- stderr
    ninety: There is no check 86.a: day 86, Capstone: deploy, is no day of a milestone; its tasks are called 86.1 and so on.
    --- exit 1
    $ ninety history -n 3
    Tue 8 Dec 2026 19:41   Unticked the check “Someone who never saw it finished the
                           main stor…”
    Tue 8 Dec 2026 19:41   Ticked the check “No account can see another's private
                           data or ch…”
    Tue 8 Dec 2026 19:41   Ticked the check “Someone who never saw it finished the
                           main stor…”
    ");
    insta::assert_snapshot!(world.run("week 12").out.lines().skip(18).take(8).collect::<Vec<_>>().join("\n"), @"
    ○ 90.a  Someone who never saw it finished the main story on the live site
            without help.
    ✓ 90.b  No account can see another's private data or change what it does not
            own, on the site or in the API; tests cover both.
    ○ 90.c  The repository is public, its history holds no secret, and CI is green
            on the main branch.
    ○ 90.d  A fresh clone runs by following the README alone.
    ○ 90.e  API documentation is online (schema and a browsable page).
    ");
}

#[test]
fn skipping_a_milestone_says_what_rests_on_it() {
    insta::assert_snapshot!(World::new().transcript(&["skip 28", "skip 87 --dry-run"]), @"
    $ ninety skip 28
    Skipped day 28, Blog with CRUD.
    Finish       Fri 9 Apr 2027
    Next         Tue 8 Dec         1  Tools and the big picture
                 Wed 9 Dec         2  Data types
                 Thu 10 Dec        3  Conditionals
                 Fri 11 Dec        4  Loops
                 Mon 14 Dec        5  Functions
                 Tue 15 Dec        6  Error handling
                 Wed 16 Dec        7  CLI contact book
    Days 35, 36, 63 and 69 build on it.
    Bring it back with: ninety reopen 28
    $ ninety skip 87 --dry-run
    Nothing is recorded. It would be: Skipped day 87, Launch check.
    Finish       Fri 9 Apr 2027 → Thu 8 Apr 2027
    Next         Tue 8 Dec         1  Tools and the big picture
                 Wed 9 Dec         2  Data types
                 Thu 10 Dec        3  Conditionals
                 Fri 11 Dec        4  Loops
                 Mon 14 Dec        5  Functions
                 Tue 15 Dec        6  Error handling
                 Wed 16 Dec        7  CLI contact book
    Day 88 builds on it.
    ");
}

#[test]
fn a_plan_without_milestones_says_so() {
    let world = own("id = \"bare\"\ntitle = \"Bare\"\n[[week]]\n[[week.day]]\ntasks = [{ do = \"Begin\" }]\n");
    insta::assert_snapshot!(world.transcript(&[
        "--plan own.toml week", "--plan own.toml link 1 https://x.org", "--plan own.toml done 1.a", "--plan own.toml done 1", "--plan own.toml status", "--plan own.toml review",
    ]), @"
    $ ninety --plan own.toml week
    Week 1
    0 of 1 day complete
      ▸  1  Begin
    $ ninety --plan own.toml link 1 https://x.org
    --- stderr
    ninety: There is no milestone in week 1, so there is nothing to link; `ninety --plan own.toml plan` shows the weeks.
    --- exit 1
    $ ninety --plan own.toml done 1.a
    --- stderr
    ninety: There is no check 1.a: day 1, Begin, is no day of a milestone; its tasks are called 1.1 and so on.
    --- exit 1
    $ ninety --plan own.toml done 1
    Ticked 1.1 “Begin”.
    Day 1, Begin, is complete. Every day of the plan is complete or skipped now.
    Take it back with: ninety --plan own.toml undo
    $ ninety --plan own.toml status
    Plan: Bare
    Every day of the plan is complete or skipped.
    1 of 1 day complete
    $ ninety --plan own.toml review
    Week 1
    1 of 1 day complete
      ✓  1  Begin                                                          Tue 8 Dec

    Review
    There are no answers yet. R on the screen asks three questions;
    `ninety --plan own.toml help review` says how to answer here.
    ");
    let world = own("id = \"one\"\ntitle = \"One\"\n[[week]]\ntitle = \"Water\"\n[week.milestone]\n[[week.day]]\n\
        title = \"The pool\"\ntasks = [{ do = \"Begin\" }]\n");
    insta::assert_snapshot!(world.transcript(&[
        "--plan own.toml done 1.a", "--plan own.toml done 1", "--plan own.toml link 1 https://x.org", "--plan own.toml week 1", "--plan own.toml today 1",
    ]), @"
    $ ninety --plan own.toml done 1.a
    --- stderr
    ninety: There is no check 1.a: the milestone The pool has no checks.
    --- exit 1
    $ ninety --plan own.toml done 1
    Ticked 1.1 “Begin”.
    Day 1, The pool, is complete. Every day of the plan is complete or skipped now.
    Take it back with: ninety --plan own.toml undo
    $ ninety --plan own.toml link 1 https://x.org
    Linked week 1, Water, to https://x.org.
    Take it back with: ninety --plan own.toml undo
    $ ninety --plan own.toml week 1
    Week 1, Water
    1 of 1 day complete
      ✓  1  The pool ◆                                                     Tue 8 Dec

    Milestone: The pool
    Day 1 · reached Tue 8 Dec 2026
    Where to see it:
      · https://x.org

    Review
    There are no answers yet. R on the screen asks three questions;
    `ninety --plan own.toml help review` says how to answer here.
    $ ninety --plan own.toml today 1
    Day 1 of 1 · Week 1, Water
    The pool: complete
    ◆ Milestone: The pool

      ✓ 1.1   do        Begin

    Finished on Tue 8 Dec; every day is complete or skipped.
    ");
}
