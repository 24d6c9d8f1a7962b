//! The weekly review on the screen: offered, walked through, left, changed, read, and re-planned from.
//!
//! Deliberately absent: what it adds up to (`milestones.rs`), and its draft on the real terminal (`terminal_ends.rs`).

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test fails so"
)]

#[path = "common/play.rs"]
mod play;

use ninety::journal::{Answer, Answers, Fact};
use ninety::plan::{Plan, Week};
use ninety::tui::keymap::Context;
use ninety::tui::model::View;
use play::Play;
use std::fmt::Write;

fn week(n: usize) -> &'static Week {
    let plan = Plan::builtin();
    plan.week(plan.week_no(n).unwrap())
}

fn answers(play: &Play, n: usize) -> Answers {
    play.session.study().answers(week(n))
}

fn reviews(play: &Play, n: usize) -> usize {
    play.session.study().reviews(week(n)).len()
}

/// A learner who has just ticked all of week 1, day by day, and its first two checks.
fn after_week_one() -> Play {
    let mut play = Play::begun();
    for _ in 0..7 {
        play.play("t");
        while play.session.study().current_day().is_some_and(|day| day.no() == play.model.day) {
            play.play("space");
        }
    }
    play.play("M space space esc");
    play
}

#[test]
fn a_week_is_walked_from_its_first_tick_to_its_review() {
    for (columns, rows) in [(80, 24), (120, 40)] {
        let mut play = after_week_one().sized(columns, rows);
        play.play("t");
        assert!(play.text().contains("R looks back on week 1"), "{}", play.text());
        play.play("R");
        assert!(play.text().contains("7 of 7 days complete"), "{}", play.text());
        play.play("enter \"I can write a loop.\" tab \"Scope.\" enter \"And files.\" tab \"if late then short\" tab");
        assert!(play.text().contains("Week 2, Git, OOP, Virtual Environments"), "{}", play.text());
        let before = play.recorded;
        play.play("enter");
        assert_eq!(play.recorded, before + 1, "a review is one entry");
        assert_eq!(
            answers(&play, 1),
            Answers::new(["I can write a loop.", "Scope.\nAnd files.", "if late then short"])
        );
        assert_eq!(play.message(), "Reviewed week 1, Python Programming Basics. u takes it back.");
        assert!(!play.text().contains("R looks back"), "it is not offered again");
        play.play("u");
        assert_eq!(reviews(&play, 1), 0);
        assert!(play.text().contains("R looks back"), "and is, once it is taken back");
    }
}

#[test]
fn every_step_has_a_way_back_and_nothing_that_was_typed_is_lost_on_it() {
    let mut play = after_week_one();
    play.play("R h enter \"one\" shift-tab");
    assert!(play.text().contains("7 of 7 days complete"));
    play.play("tab");
    assert!(play.text().contains("│ one"), "{}", play.text());
    play.play("tab tab tab left");
    assert_eq!(play.model.context(), Context::Answers);
    play.play("tab enter");
    assert_eq!(answers(&play, 1).get(Answer::Can), "one");
}

#[test]
fn leaving_records_what_was_typed_and_nothing_where_nothing_was() {
    let mut play = after_week_one();
    let before = play.recorded;
    play.play("R esc");
    play.play("R enter esc");
    play.play("R enter \"x\" backspace esc");
    assert_eq!((play.recorded, play.model.context()), (before, Context::Today));
    play.play("R enter tab \"files\" esc");
    assert_eq!(play.recorded, before + 1);
    assert_eq!(answers(&play, 1).get(Answer::Shaky), "files");
}

#[test]
fn a_review_may_stay_empty_and_is_one_all_the_same() {
    let mut play = after_week_one();
    play.play("R enter tab tab tab enter");
    assert_eq!(reviews(&play, 1), 1);
    assert!(!play.text().contains("R looks back"));
    play.play("2 g [");
    assert!(play.text().contains("reviewed 8 Dec · R opens it"), "{}", play.text());
    let before = play.recorded;
    play.play("R enter tab tab tab enter");
    assert_eq!(play.recorded, before, "nothing is new about it");
}

#[test]
fn a_review_is_opened_again_and_changed() {
    let mut play = after_week_one();
    play.play("R enter \"Loops.\" esc 2 [ R enter \" And lists.\" esc");
    assert_eq!(answers(&play, 1).get(Answer::Can), "Loops. And lists.");
    assert_eq!(reviews(&play, 1), 1, "the new one stands in place of the old");
    assert!(matches!(
        play.session.study().journal().entries().last().unwrap().record().facts.as_slice(),
        [Fact::Review { over, .. }] if over.len() == 1
    ));
    play.play("u");
    assert_eq!(answers(&play, 1).get(Answer::Can), "Loops.");
}

#[test]
fn older_reviews_are_read_in_week() {
    let mut play = after_week_one();
    play.play("R enter \"Loops.\" esc 2 ]");
    assert_eq!(play.model.view, View::Week);
    assert!(!play.text().contains("Loops."));
    play.play("[");
    assert!(play.text().contains("What I can do now"), "{}", play.text());
    assert!(play.text().contains("Loops."));
    play.play("]");
    assert!(!play.text().contains("Loops."));
}

#[test]
fn a_week_of_which_nothing_is_done_has_nothing_to_review() {
    let mut play = Play::begun();
    play.play("2 ] ] R");
    assert_eq!(
        play.message(),
        "Nothing was done about week 3, Django Basics, yet; there is nothing to review."
    );
}

#[test]
fn beside_another_day_its_own_week_is_reviewed() {
    let mut play = after_week_one();
    play.play("t space 3 [ R");
    assert!(play.text().contains("Review of week 1"), "{}", play.text());
    play.play("esc ] l R");
    assert!(play.text().contains("Review of week 2"), "{}", play.text());
    // What was reviewed today is opened again from the day at hand.
    play.play("esc t R enter \"Loops.\" esc R");
    assert!(play.text().contains("Review of week 1"), "{}", play.text());
}

#[test]
fn a_long_answer_is_read_to_its_end_in_week() {
    for (columns, rows) in [(120, 40), (80, 24), (60, 16)] {
        let mut play = after_week_one().sized(columns, rows);
        let lines: Vec<String> = (1..=60).map(|n| format!("line {n}.")).collect();
        play.play("R enter");
        play.paste(&lines.join("\n"));
        play.play("esc 2 [");
        let mut seen = String::new();
        for _ in 0..40 {
            seen.push_str(&play.text());
            play.play("pgdn");
        }
        for line in &lines {
            assert!(seen.contains(line.as_str()), "{line} at {columns}x{rows}");
        }
    }
}

#[test]
fn an_empty_review_is_kept_on_the_way_to_a_re_plan() {
    let mut play = after_week_one();
    play.play("R enter tab tab tab r");
    assert_eq!((reviews(&play, 1), play.model.context()), (1, Context::Replan));
}

#[test]
fn after_the_last_day_the_review_of_week_twelve_is_the_last_step() {
    for (columns, rows) in [(80, 24), (120, 40)] {
        let ids: Vec<String> =
            Plan::builtin().days().iter().map(|day| format!("\"{}\"", day.id())).collect();
        let done = format!("done = [{}]", ids.join(", "));
        let at = "at = 2026-12-08T19:00:00+01:00";
        let mut play =
            Play::with(&format!("1-00000001 = {{ {at}, {done} }}\n")).sized(columns, rows);
        play.play("esc R");
        assert!(play.text().contains("Review of week 12"), "{}", play.text());
        play.play("enter \"A whole backend.\" tab tab tab");
        let text = play.text();
        assert!(text.contains("It is the last week of the plan."), "{text}");
        assert!(!text.contains("re-plans"), "{text}");
        play.play("r");
        assert_eq!(answers(&play, 12).get(Answer::Can), "A whole backend.");
        assert_ne!(play.model.context(), Context::Replan, "nothing is left to lay out");
    }
}

#[test]
fn past_midnight_a_review_is_of_the_evening() {
    let mut play = Play::with(
        "1-00000001 = { at = 2026-12-08T19:10:00+01:00, done = \"tools-and-the-big-picture\" }\n\
         2-00000002 = { at = 2026-12-09T01:30:00+01:00, review = \"tools-and-the-big-picture\" }\n",
    );
    play.play("esc 2");
    assert!(play.text().contains("reviewed 8 Dec"), "{}", play.text());
    assert!(play.text().contains("Review, Tue 8 Dec"), "{}", play.text());
}

#[test]
fn a_re_plan_is_one_key_away_and_the_review_is_kept() {
    let mut play = after_week_one();
    play.play("R enter \"Loops.\" tab tab tab r");
    assert_eq!(answers(&play, 1).get(Answer::Can), "Loops.");
    assert_eq!(play.model.context(), Context::Replan);
    play.play("esc");
    assert_eq!(play.model.context(), Context::Today);
}

#[test]
fn where_an_answer_is_typed_every_printable_key_is_text() {
    let mut play = after_week_one();
    let all: String = (' '..='~').filter(|c| *c != '"').collect();
    play.play(&format!("R enter \"{all}\" tab tab tab enter"));
    assert_eq!(answers(&play, 1).get(Answer::Can).trim(), all.trim());
}

#[test]
fn sixty_lines_and_a_paste_are_an_answer() {
    let mut play = after_week_one();
    let lines: Vec<String> = (1..=60).map(|n| format!("line {n}")).collect();
    play.play("R enter");
    play.paste(&lines.join("\n"));
    assert!(play.text().contains("line 60"), "the cursor is in sight:\n{}", play.text());
    play.play("tab tab tab enter");
    assert_eq!(answers(&play, 1).get(Answer::Can).lines().count(), 60);
}

#[test]
fn a_break_that_lay_in_the_week_is_told() {
    let mut play = Play::with(
        "1-00000001 = { at = 2026-12-01T19:00:00+01:00, start = 2026-12-01 }\n\
         2-00000002 = { at = 2026-12-01T19:10:00+01:00, done = \"tools-and-the-big-picture\" }\n\
         3-00000003 = { at = 2026-12-02T19:00:00+01:00, away = 2026-12-03, until = 2026-12-05 }\n\
         4-00000004 = { at = 2026-12-07T19:00:00+01:00, done = \"data-types\" }\n",
    );
    play.play("esc R");
    assert!(play.text().contains("A break lay in it: 3-5 Dec 2026."), "{}", play.text());
}

/// A screen for each size, one below the other.
fn gallery(keys: &str, start: fn() -> Play) -> String {
    let mut all = String::new();
    for (columns, rows) in [(80, 24), (120, 40), (60, 16), (40, 10)] {
        let mut play = start().sized(columns, rows);
        play.play(keys);
        writeln!(all, "=== {columns}x{rows}\n{}", play.screen()).unwrap();
    }
    all
}

#[test]
fn the_review_on_the_screen() {
    let words = "\"I can write a loop.\" tab \"Scope.\" tab \"if it is late, then I do one task\"";
    for (name, keys) in [
        ("review_past", "R".to_owned()),
        ("review_past_end", "R G".to_owned()),
        ("review_questions", format!("R enter {words}")),
        ("review_ahead", "R enter tab tab tab".to_owned()),
        ("review_kept", format!("R enter {words} tab enter")),
        ("review_in_week", format!("R enter {words} tab enter 2 [")),
    ] {
        insta::assert_snapshot!(name, gallery(&keys, after_week_one));
    }
    for (name, keys) in [("review_history", "R"), ("review_history_ahead", "R enter tab tab tab")] {
        insta::assert_snapshot!(name, gallery(keys, Play::later));
    }
}
