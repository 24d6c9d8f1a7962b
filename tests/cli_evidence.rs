//! `ninety evidence` and `ninety score`: what shows a milestone, and how good it is.
//!
//! Deliberately absent: lines in the file (`journal_milestones.rs`).

mod common;

use common::{World, evening_17};

/// A world in which the third week is done on the evening of 8 December, with two of its criteria met on the 9th.
fn week_3() -> World {
    let mut world = evening_17();
    assert_eq!(world.run("done 17 19 20 21").code, 0);
    assert_eq!(world.at("2026-12-09T20:00:00+01:00").run("done 21.a 21.f").code, 0);
    world
}

#[test]
fn evidence_is_kept_changed_and_taken_away() {
    let world = week_3();
    insta::assert_snapshot!(world.transcript(&[
        "evidence", "evidence --repository https://example.org/me --hardest 'The  static files.'",
        "evidence --repository https://example.org/me", "evidence 3 --site HTTP://me.example.org --hardest ''", "evidence 3", "undo",
        "evidence 4 --proudest 'Not even begun.'", "evidence", "evidence 3 --repository '' --hardest ''",
    ]), @"
    $ ninety evidence
    Week 3, Django Basics
    ◆ Milestone: Portfolio website (day 21): reached Tue 8 Dec 2026

    Nothing is kept for it yet.

    Keep a part with: ninety evidence 3 --site URL
    Parts: --repository, --site, --commit, --proudest, --hardest. An empty text
    takes one away.
    $ ninety evidence --repository https://example.org/me --hardest 'The  static files.'
    Kept the repository and what was hardest for the milestone of week 3, Portfolio website.
    Take it back with: ninety undo
    $ ninety evidence --repository https://example.org/me
    Nothing is new: that is kept for the milestone of week 3, Portfolio website, already.
    $ ninety evidence 3 --site HTTP://me.example.org --hardest ''
    Kept the live site and removed what was hardest for the milestone of week 3, Portfolio website.
    Take it back with: ninety undo
    $ ninety evidence 3
    Week 3, Django Basics
    ◆ Milestone: Portfolio website (day 21): reached Tue 8 Dec 2026

      Repository   https://example.org/me
      Live site    HTTP://me.example.org

    Keep a part with: ninety evidence 3 --site URL
    Parts: --repository, --site, --commit, --proudest, --hardest. An empty text
    takes one away.
    $ ninety undo
    Took back: Kept the live site and removed what was hardest for the milestone of week 3, Portfolio website.
    Bring it back with: ninety redo
    $ ninety evidence 4 --proudest 'Not even begun.'
    Kept what you are proudest of for the milestone of week 4, Blog with CRUD.
    Take it back with: ninety undo
    $ ninety evidence
    Week 3, Django Basics
    ◆ Milestone: Portfolio website (day 21): reached Tue 8 Dec 2026

      Repository   https://example.org/me
      Hardest      The static files.

    Keep a part with: ninety evidence 3 --site URL
    Parts: --repository, --site, --commit, --proudest, --hardest. An empty text
    takes one away.
    $ ninety evidence 3 --repository '' --hardest ''
    Removed the repository and what was hardest for the milestone of week 3, Portfolio website.
    Take it back with: ninety undo
    ");
    insta::assert_snapshot!(world.entries().lines().rev().take(4).collect::<Vec<_>>().join("\n"), @r#"
    evidence = "portfolio-website", repository = "", hardest = ""
    evidence = "blog-with-crud", proudest = "Not even begun."
    undo
    evidence = "portfolio-website", site = "HTTP://me.example.org", hardest = ""
    "#);
}

#[test]
fn a_link_that_is_none_is_refused_before_anything_is_read() {
    let world = World::new();
    insta::assert_snapshot!(world.transcript(&[
        "evidence 3 --site example.org", "evidence 3 --commit javascript:alert(1) --hardest x", "evidence 3 --site",
        "evidence 3 --repository 'https://a.b/\u{1b}[31mc'",
    ]), @r#"
    $ ninety evidence 3 --site example.org
    --- stderr
    ninety: "example.org" is no address: write one that begins with http:// or https://.

    For more information, try 'ninety evidence --help'.
    --- exit 2
    $ ninety evidence 3 --commit javascript:alert(1) --hardest x
    --- stderr
    ninety: "javascript:alert(1)" is no address: write one that begins with http:// or https://.

    For more information, try 'ninety evidence --help'.
    --- exit 2
    $ ninety evidence 3 --site
    --- stderr
    ninety: --site needs an address: --site URL.

    For more information, try 'ninety evidence --help'.
    --- exit 2
    $ ninety evidence 3 --repository 'https://a.b/[31mc'
    --- stderr
    ninety: "https://a.b/␛[31mc" is no address: write one that begins with http:// or https://.

    For more information, try 'ninety evidence --help'.
    --- exit 2
    "#);
    assert_eq!(world.files(), [""; 0]);
}

#[test]
fn questions_are_scored_all_at_once_and_the_change_is_shown() {
    let mut world = week_3();
    insta::assert_snapshot!(world.transcript(&["score", "score 3 0 1 2", "score 3 0 1 2", "score 3 1 - -", "undo"]), @"
    $ ninety score
    Week 3, Django Basics
    ◆ Milestone: Portfolio website (day 21): reached Tue 8 Dec 2026

      1  Can I add a fourth page by touching one view, one URL and one template?
         not scored yet
      2  Are my views free of HTML?
         not scored yet
      3  Would I show this page to someone as it is?
         not scored yet

    Score them with: ninety score 3 2 2 2
    0 is not yet, 1 partly, 2 yes, and - leaves one as it is.
    $ ninety score 3 0 1 2
    Scored 3 questions of the milestone of week 3, Portfolio website: 0, 1 and 2.
    Take it back with: ninety undo
    $ ninety score 3 0 1 2
    Nothing is new: the milestone of week 3, Portfolio website, is scored so already.
    $ ninety score 3 1 - -
    Scored 1, partly: “Can I add a fourth page by touching one view, o…”.
    Question 1: 1, partly; 0 on Wed 9 Dec 2026.
    Take it back with: ninety undo
    $ ninety undo
    Took back: Scored 1, partly: “Can I add a fourth page by touching one view, o…”.
    Bring it back with: ninety redo
    ");
    world.at("2026-12-20T20:00:00+01:00");
    insta::assert_snapshot!(world.transcript(&["score 3 2 1 -", "score 3"]), @"
    $ ninety score 3 2 1 -
    Scored 2 questions of the milestone of week 3, Portfolio website: 2 and 1.
    Question 1: 2, yes; 0 on Wed 9 Dec 2026.
    Question 2: still 1, partly; 1 on Wed 9 Dec 2026.
    Take it back with: ninety undo
    $ ninety score 3
    Week 3, Django Basics
    ◆ Milestone: Portfolio website (day 21): reached Tue 8 Dec 2026

      1  Can I add a fourth page by touching one view, one URL and one template?
         0 > 2, yes, Sun 20 Dec 2026
      2  Are my views free of HTML?
         1 > 1, partly, Sun 20 Dec 2026
      3  Would I show this page to someone as it is?
         2, yes, Wed 9 Dec 2026

    Score them with: ninety score 3 2 2 2
    0 is not yet, 1 partly, 2 yes, and - leaves one as it is.
    ");
    insta::assert_snapshot!(world.entries().lines().rev().take(1).collect::<String>(), @r#"rubric = ["portfolio-website/can-i-add-a-fourth-page-by-touching", "portfolio-website/are-my-views-free-of-html"], score = [2, 1]"#);
}

#[test]
fn scores_that_do_not_fit_are_refused_with_an_example() {
    let world = World::new();
    insta::assert_snapshot!(world.transcript(&[
        "score 3 2", "score 3 2 1 0 2", "score 3 2 1 3", "score 3 2 1 -1", "score 3 a b c", "score 2 1 2", "score 3 - - -", "evidence 2 --site ''",
        "evidence 2 --site '' --hardest ''",
    ]), @r#"
    $ ninety score 3 2
    --- stderr
    ninety: The milestone of week 3, Portfolio website, has 3 questions, and 1 is scored: write `ninety score 3 2 2 2`, the week and then a score for each; - leaves one as it is.

    For more information, try 'ninety score --help'.
    --- exit 2
    $ ninety score 3 2 1 0 2
    --- stderr
    ninety: The milestone of week 3, Portfolio website, has 3 questions, and 4 are scored: write `ninety score 3 2 2 2`, the week and then a score for each; - leaves one as it is.

    For more information, try 'ninety score --help'.
    --- exit 2
    $ ninety score 3 2 1 3
    --- stderr
    ninety: "3" is no score: write 0 (not yet), 1 (partly), 2 (yes) or -.

    For more information, try 'ninety score --help'.
    --- exit 2
    $ ninety score 3 2 1 -1
    --- stderr
    ninety: "-1" is no score: write 0 (not yet), 1 (partly), 2 (yes) or -.

    For more information, try 'ninety score --help'.
    --- exit 2
    $ ninety score 3 a b c
    --- stderr
    ninety: "a" is no score: write 0 (not yet), 1 (partly), 2 (yes) or -.

    For more information, try 'ninety score --help'.
    --- exit 2
    $ ninety score 2 1 2
    --- stderr
    ninety: The milestone of week 2, OOP student management, has 3 questions, and 2 are scored: write `ninety score 2 2 2 2`, the week and then a score for each; - leaves one as it is.

    For more information, try 'ninety score --help'.
    --- exit 2
    $ ninety score 3 - - -
    Every question of the milestone of week 3, Portfolio website, is left as it is; nothing was recorded.
    $ ninety evidence 2 --site ''
    Nothing to take away: the live site is not kept for the milestone of week 2, OOP student management.
    $ ninety evidence 2 --site '' --hardest ''
    Nothing to take away: the live site and what was hardest are not kept for the milestone of week 2, OOP student management.
    "#);
    assert_eq!(world.files(), [""; 0]);
}

#[test]
fn nothing_hostile_reaches_the_terminal() {
    let world = week_3();
    let hostile = "red \u{1b}[31m and \u{9b}2J \u{202e}bidi\u{7} \r\n# heading";
    assert_eq!(world.run(&format!("evidence 3 --proudest '{hostile}'")).code, 0);
    assert_eq!(world.run(&format!("review 3 --can '{hostile}'")).code, 0);
    insta::assert_snapshot!(world.transcript(&["evidence 3"]), @"
    $ ninety evidence 3
    Week 3, Django Basics
    ◆ Milestone: Portfolio website (day 21): reached Tue 8 Dec 2026

      Proudest of  red and bidi # heading

    Keep a part with: ninety evidence 3 --site URL
    Parts: --repository, --site, --commit, --proudest, --hardest. An empty text
    takes one away.
    ");
    let text = world.text();
    assert_eq!(
        text.lines().filter(|line| line.contains("red and") || line.contains("red  and")).count(),
        2,
        "{text}"
    );
    // Whatever else wrote to the file.
    let line = "90-0000000a = { at = 2026-12-09T21:00:00+01:00, evidence = \"portfolio-website\", hardest = \"\\u001B[2J\\u009B1m\" }\n\
        91-0000000b = { at = 2026-12-09T21:00:00+01:00, review = \"first-django-project\", shaky = \"a\\u001B]0;t\\u0007b\\n\\u001B[2J\" }\n";
    std::fs::write(world.journal(), text + line).unwrap();
    for line in [
        "evidence 3",
        "milestones 3",
        "milestones 3 --json",
        "review 3",
        "review 3 --json",
        "history",
        "export json",
    ] {
        let said = world.run(line);
        let safe = |c: char| c == '\n' || !ninety::text::is_unsafe(c);
        assert!(said.all().chars().all(safe), "{line}: {}", said.all());
        assert_eq!(said.code, 0, "{line}");
    }
    assert!(
        world.run("evidence 3").out.contains("Hardest      ␛[2J�1m\n"),
        "{}",
        world.run("evidence 3").out
    );
}
