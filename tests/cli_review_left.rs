//! A review that is left before its end: nothing is recorded, and nothing that was typed is lost. And one that there is
//! nothing to say about.
//!
//! Deliberately absent: the questions to their end (`cli_review.rs`).

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails so"
)]

mod common;
#[path = "common/pty.rs"]
mod pty;

use common::{World, evening_17};
use pty::{Line, PATIENCE, drafts, spawn, until};

/// A world whose third week is over on the evening of 9 December.
fn week_3() -> World {
    let mut world = evening_17();
    assert_eq!(world.run("done 17 19 20").code, 0);
    assert_eq!(world.at("2026-12-09T20:00:00+01:00").run("done 21").code, 0);
    world
}

/// Opens the verb on a terminal, and waits for its first question.
fn asked(world: &World) -> Line {
    let mut line = Line::start(world, None, &["review", "3"]);
    line.wait_for("on Monday?\r\n");
    line.wait_for("> ");
    line
}

/// Types an answer, and waits for the prompt of the next question.
fn answer(line: &mut Line, text: &str, next: &str) {
    line.send(text);
    line.wait_for(next);
    line.wait_for("> ");
}

const KEPT: &str = "ninety: The review was left; nothing was recorded, and what you typed is kept: `ninety review 3` and the screen go on with it.\r\n";

#[test]
fn where_nothing_was_typed_nothing_is_kept() {
    let world = week_3();
    let before = world.text();
    for keys in ["\u{3}", "\u{4}", "half a line\u{3}", "\n\u{4}"] {
        let mut line = asked(&world);
        line.send(keys);
        // On ctrl-c the terminal may throw away what is written just then.
        if !keys.contains('\u{3}') {
            line.wait_for("ninety: The review was left; nothing was recorded.\r\n");
        }
        assert_eq!(line.ended(), 1, "{keys:?}: {}", line.text());
        assert_eq!(
            (world.text(), drafts(&world)),
            (before.clone(), Vec::<String>::new()),
            "{keys:?}"
        );
    }
}

#[test]
fn what_was_typed_is_there_again_at_the_next_review() {
    let world = week_3();
    let before = world.text();
    let mut line = asked(&world);
    answer(&mut line, "Views, URLs.\n", "What is still shaky?");
    line.send("Inheritance, \\\n");
    line.wait_for("\r\n  ");
    line.send("static\u{4}\u{4}");
    line.wait_for(KEPT);
    assert_eq!((line.ended(), world.text()), (1, before.clone()));
    assert_eq!(drafts(&world).len(), 1);
    // The second time the third answer is begun and the review is left again.
    let mut line = asked(&world);
    assert!(
        line.text().contains("What you typed when you left this review is here again.\r\n"),
        "{}",
        line.text()
    );
    assert!(line.text().contains("on Monday?\r\n  Views, URLs.\r\n> "), "{}", line.text());
    answer(&mut line, "\n", "shaky?\r\n  Inheritance,\r\n  static\r\n");
    answer(&mut line, "-\n", "One change");
    line.signal("INT");
    line.wait_for(KEPT);
    assert_eq!((line.ended(), world.text()), (1, before));
    assert_eq!(drafts(&world).len(), 1);
    // The third time it is finished, and the draft is gone.
    let mut line = asked(&world);
    answer(&mut line, "\n", "What is still shaky?");
    answer(&mut line, "\n", "One change");
    line.send("if late, then short\n");
    line.wait_for("Reviewed week 3, Django Basics.");
    assert_eq!(line.ended(), 0);
    assert_eq!(
        world.entries().lines().last().unwrap(),
        "review = \"first-django-project\", can = \"Views, URLs.\", next = \"if late, then short\""
    );
    assert_eq!(drafts(&world), Vec::<String>::new());
}

#[test]
fn a_terminal_that_is_gone_or_a_kill_keeps_it_too() {
    for signal in ["HUP", "TERM"] {
        let world = week_3();
        let mut line = asked(&world);
        answer(&mut line, "Views.\n", "What is still shaky?");
        line.signal(signal);
        line.wait_for(KEPT);
        assert_eq!((line.ended(), drafts(&world).len()), (1, 1), "{signal}");
    }
    let world = week_3();
    let before = world.text();
    let mut line = asked(&world);
    answer(&mut line, "Views.\n", "What is still shaky?");
    line.hang_up();
    until("the end", || line.child.try_wait().unwrap().is_some());
    assert_eq!((world.text(), drafts(&world).len()), (before, 1));
}

#[test]
fn the_screen_offers_it_at_the_next_start() {
    let world = week_3();
    let mut line = asked(&world);
    answer(&mut line, "Views, URLs.\n", "What is still shaky?");
    line.send("\u{3}");
    assert_eq!(line.ended(), 1);
    let mut terminal = spawn(&world, &[], &[]);
    let offered = |screen: &termlens::Screen| {
        screen.contains("A draft for week 3") && screen.contains("Views, URLs.")
    };
    assert!(terminal.wait_until(offered).is_ok(), "within {PATIENCE:?}");
}

#[test]
fn a_week_of_which_nothing_is_done_is_not_reviewed() {
    let world = week_3();
    let before = world.text();
    let mut line = Line::start(&world, None, &["review", "9"]);
    assert_eq!(line.ended(), 1);
    assert!(line.text().ends_with(" yet; there is nothing to review.\r\n"), "{}", line.text());
    insta::assert_snapshot!(world.transcript(&["review 9 --can x", "review 9 --next ''"]), @"
    $ ninety review 9 --can x
    --- stderr
    ninety: Nothing was done about week 9, SQL + Postgres, yet; there is nothing to review.
    --- exit 1
    $ ninety review 9 --next ''
    --- stderr
    ninety: Nothing was done about week 9, SQL + Postgres, yet; there is nothing to review.
    --- exit 1
    ");
    let page = world.run("review 9").out;
    assert!(page.contains("\n\nNothing was done about week 9, "), "{page}");
    assert_eq!(world.text(), before);
    let json: serde_json::Value = serde_json::from_str(&world.run("review 9 --json").out).unwrap();
    assert_eq!(json["reviewable"], false);
    assert_eq!(world.run("note 57 begun").code, 0);
    assert_eq!(world.run("review 9 --can x").code, 0);
}

#[test]
fn a_program_gets_the_report_once_its_answers_are_recorded() {
    let world = week_3();
    for _again in [1, 2] {
        let said = world.run("review 3 --json --can Views.");
        let json: serde_json::Value = serde_json::from_str(&said.out).unwrap();
        assert_eq!((&json["review"]["can"], said.code), (&"Views.".into(), 0));
    }
    assert_eq!(world.entries().matches("review = ").count(), 1);
    assert_eq!(world.run("review 3 --json").out, world.run("review 3 --json --can Views.").out);
}
