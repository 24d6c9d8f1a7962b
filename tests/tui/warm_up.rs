//! The warm-up on the screen: what it asks, what is on the disk after each key, and where it is offered.
//!
//! Deliberately absent: which questions come and in what order (`core/recall.rs`).

use crate::play::{NOW, Play};
use ninety::journal::{Fact, Key, Mark, Record, Said, Terms, write};
use ninety::plan::{DayId, Plan};
use ninety::study::recall::Asking;

fn line(n: u64, at: &str, record: impl Into<Record>) -> String {
    write::line(Key::new(n, 7), chrono::DateTime::parse_from_rfc3339(at).unwrap(), &record.into()) + "\n"
}

fn done(days: std::ops::RangeInclusive<usize>) -> Fact {
    let plan = Plan::builtin();
    let ids = days.map(|n| plan.day(plan.day_no(n).unwrap()).id().clone());
    Fact::Done(ids.map(Mark::Day).collect())
}

/// Ten days were done the evening before.
fn ten_days() -> String {
    let terms = Terms { start: Some("2026-11-23".parse().unwrap()), days: "mon-fri".parse().ok(), ..Terms::default() };
    line(1, "2026-11-23T19:00:00+01:00", Fact::Terms(terms)) + &line(2, "2026-12-07T19:00:00+01:00", done(1..=10))
}

fn ready() -> Play {
    Play::with(&ten_days())
}

fn left(play: &Play) -> usize {
    play.study().to_ask(Asking::WarmUp).len()
}

/// What the pane says, without its frame.
fn pane(play: &Play) -> String {
    let text = play.text();
    let lines = text.lines().skip_while(|line| !line.starts_with(['╭', '▴'])).take_while(|line| !line.starts_with('╰'));
    let inside = lines.map(|line| line.trim_matches(['│', ' ']).trim_end().to_owned());
    inside.collect::<Vec<_>>().join("\n").trim_end().to_owned()
}

#[test]
fn today_offers_it_in_one_row_until_it_was_done() {
    let mut play = ready();
    assert!(play.text().contains("│ w  Warm-up: 6 questions, 2 min "), "{}", play.text());
    assert!(play.foot().contains("w warm-up"), "{}", play.foot());
    play.play("w enter 3 enter 3 esc");
    assert!(play.text().contains("│ w  Warm-up: 4 questions, 2 min "), "what is left of it:\n{}", play.text());
    play.play("w").play(&"enter 3 ".repeat(4)).play("enter");
    assert!(!play.text().contains("Warm-up"), "{}", play.text());
    assert!(!play.foot().contains("warm-up"), "{}", play.foot());
    assert!(play.play("w").text().contains("Warm-up 1/6"), "who asks for more gets more:\n{}", play.text());
    assert!(play.at("2026-12-09T19:41:12+01:00").text().contains("Warm-up: 6 questions"));
    assert!(!Play::begun().text().contains("Warm-up"));
}

#[test]
fn a_click_on_the_row_opens_it() {
    let mut play = ready();
    assert!(play.click_on("Warm-up: 6").text().contains("Warm-up 1/6"), "{}", play.text());
}

#[test]
fn a_question_then_its_answer_then_what_the_learners_own_was() {
    let mut play = ready();
    play.play("w");
    insta::assert_snapshot!(play.text(), @"
         ninety   1 Today   2 Week   3 Plan   4 Progress   5 Notes            Tue 8 Dec
         Day 11 of 90 · this week 10 done                                 finish 29 Mar
        ╭ Warm-up 1/6 ──────────────────────────────────── 1 Tools and the big picture ╮
        │ What does a backend do that a browser cannot be trusted with?                │
        │                                                                              │
        │ enter shows the answer  t types one first                                    │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        ╰──────────────────────────────────────────────────────────────────────────────╯
         ███████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░  10/90  11 %
         enter answer · esc close · n note · o open · ? help · q quit
    ");
    play.play("enter");
    insta::assert_snapshot!(pane(&play), @"
        ╭ Warm-up 1/6 ──────────────────────────────────── 1 Tools and the big picture ╮
        What does a backend do that a browser cannot be trusted with?

        It keeps the shared data and enforces the rules: who is asking, what they
        may do, and whether the input is valid. Users can change anything that runs
        in their browser.

        1 wrong  2 partly  3 right
    ");
    assert_eq!(play.line(), "1 wrong  2 partly  3 right");
    assert_eq!(play.recorded(), 2, "to look is no answer");
    play.play("enter");
    assert_eq!(play.foot(), "What was your answer? 1 wrong, 2 partly, 3 right.", "no grade is taken for granted");
    play.play("2");
    assert_eq!(play.recorded(), 3);
    assert!(play.text().contains("Warm-up 2/6"), "{}", play.text());
    assert!(!play.foot().contains("Answered"), "the keys stay in sight: {}", play.foot());
    play.play("2");
    assert_eq!(play.recorded(), 3, "before the answer is seen a number shows it");
    assert!(play.text().contains("1 wrong"), "{}", play.text());
}

#[test]
fn the_end_says_what_it_came_to_and_wrong_ones_come_once_more_unrecorded() {
    let mut play = ready();
    play.play("w enter 1 enter 3 enter 2 enter 3 enter 3 enter 1");
    assert_eq!(play.recorded(), 8);
    assert!(play.text().contains("Warm-up, once more"), "{}", play.text());
    play.play("enter");
    assert!(pane(&play).contains("Once more, and not recorded."), "{}", play.text());
    play.play("1 enter enter");
    insta::assert_snapshot!(pane(&play), @"
        ╭ Warm-up ─────────────────────────────────────────────────────────────────────╮
        6 asked: 3 right, 1 partly, 2 wrong.
        What was not right comes back soon.

        w asks 6 more  enter goes on with the day
    ");
    assert_eq!(play.recorded(), 8);
    play.play("w");
    assert!(play.text().contains("Warm-up 1/6"), "six more:\n{}", play.text());
    play.play("enter 3 esc");
    assert_eq!((play.recorded(), play.text().contains("11 Methods")), (9, true));
}

#[test]
fn esc_leaves_at_any_time_and_what_was_answered_is_on_the_disk() {
    let mut play = ready();
    for (keys, recorded, left_over) in
        [("w esc", 2, 6), ("w enter esc", 2, 6), ("w enter 3 esc", 3, 5), ("w t \"x\" esc esc", 3, 5)]
    {
        play.play(keys);
        assert_eq!((play.recorded(), left(&play)), (recorded, left_over), "{keys}");
        assert!(play.text().contains("11 Methods and attributes"), "{}", play.text());
    }
    assert_eq!(left(&play.again()), 5);
}

#[test]
fn u_takes_the_last_answer_back_and_asks_it_again() {
    let mut play = ready();
    assert_eq!(play.play("w u").foot(), "Nothing was answered here yet.", "nothing of before is undone by accident");
    play.play("enter 3 enter 1 enter");
    assert!(play.text().contains("Warm-up 3/6"), "{}", play.text());
    play.play("u");
    assert!(play.text().contains("Warm-up 2/6") && !pane(&play).contains("1 wrong"), "{}", play.text());
    assert!(play.foot().starts_with("Undone: Answered wrong: “"), "{}", play.foot());
    play.play("enter 3 enter 3 enter 3 enter 3 enter 3 u");
    assert!(play.text().contains("Warm-up 6/6"), "from the end as well:\n{}", play.text());
    assert_eq!(left(&play), 1);
}

#[test]
fn a_wrong_answer_that_is_taken_back_does_not_come_once_more() {
    let mut play = ready();
    play.play("w").play(&"enter 3 ".repeat(5)).play("enter 1");
    assert!(play.text().contains("Warm-up, once more"), "{}", play.text());
    play.play("u");
    assert!(play.text().contains("Warm-up 6/6"), "{}", play.text());
    play.play("enter 3");
    assert!(pane(&play).contains("6 asked: 6 right."), "{}", play.text());
}

#[test]
fn u_takes_the_answer_back_and_not_what_was_noted_since() {
    let mut play = ready();
    play.play("w enter 3 n \"A thought.\" esc u");
    assert_eq!(play.note(2).trim(), "", "{}", play.note(2));
    assert!(play.foot().starts_with("Undone: Answered right: “") && !play.foot().contains("redo"), "{}", play.foot());
    assert_eq!(play.note(1).trim(), "A thought.");
    assert!(play.text().contains("Warm-up 1/6"), "{}", play.text());
}

#[test]
fn a_question_that_is_deleted_meanwhile_is_not_asked() {
    let mut play = ready();
    play.play("n \"Q: Why self?\" esc");
    let mut play = play.at("2026-12-09T19:41:12+01:00");
    play.play("w");
    assert!(pane(&play).contains("Why self?") && play.text().contains("Warm-up 1/6"), "{}", play.text());
    play.play("n ctrl-a ctrl-k esc");
    assert!(!pane(&play).contains("Why self?") && play.text().contains("Warm-up 1/5"), "{}", play.text());
}

#[test]
fn what_is_typed_before_is_shown_beside_the_answer_and_kept_nowhere() {
    let mut play = ready();
    play.play("w t \"It checks q 1 2 3\"");
    assert_eq!(play.foot(), "enter answer · esc cancel");
    play.play("enter");
    assert!(pane(&play).contains("You: It checks q 1 2 3"), "{}", play.text());
    play.play("3");
    assert!(!play.text().contains("It checks"), "{}", play.text());
    let on_disk = std::fs::read_to_string(play.journal()).unwrap();
    assert!(!on_disk.contains("It checks"), "{on_disk}");
}

#[test]
fn o_opens_the_first_resource_of_the_questions_day_and_n_its_note() {
    let mut play = ready();
    play.play("w o");
    assert_eq!(play.stage.opened.len(), 1);
    let first = Plan::builtin().days().first().unwrap().resources.first().unwrap().url();
    assert_eq!(play.stage.opened[0], first);
    play.play("n \"A thought.\" esc");
    assert_eq!(play.note(1).trim(), "A thought.");
    assert!(play.text().contains("Warm-up 1/6"), "and goes on there:\n{}", play.text());
}

#[test]
fn an_answer_that_cannot_be_saved_stays_to_be_given() {
    let mut play = ready();
    play.play("w enter");
    std::fs::remove_file(play.journal()).unwrap();
    std::fs::create_dir(play.journal()).unwrap();
    play.play("3");
    assert!(play.text().contains("Warm-up 1/6") && pane(&play).contains("3 right"), "{}", play.text());
    assert!(!play.foot().contains("Answered"), "{}", play.foot());
}

#[test]
fn the_note_says_how_many_questions_it_has_and_saving_that_they_come_back() {
    let mut play = ready();
    play.play("n \"Q: Why self?\" enter \"A: The object itself.\" esc");
    assert_eq!(play.foot(), "Saved the note; 1 question will come back · u undo");
    assert!(play.text().contains("╭ Note ──────────── 1 question ╮"), "{}", play.text());
    let mut play = play.at("2026-12-09T19:41:12+01:00");
    let own = play.study().own_questions(play.study().plan().day(play.study().plan().day_no(11).unwrap()));
    assert_eq!(own.len(), 1);
    play.play("N \"Q: What is __init__ for?\" enter");
    assert!(play.foot().contains("1 question will come back"), "{}", play.foot());
    assert!(play.text().contains(" 2 questions ╮"), "{}", play.text());
}

#[test]
fn the_week_lists_what_is_shaky_by_day_and_w_asks_it() {
    let mut play = ready();
    play.play("2");
    assert!(!play.text().contains("Shaky ("), "{}", play.text());
    play.play("1 w enter 1 enter 2 enter 3 esc");
    let mut play = play.at("2026-12-09T19:41:12+01:00");
    play.play("2");
    assert!(play.text().contains("╭ Review ────────── 2 shaky, R answers ╮"), "{}", play.text());
    play.resize(80, 50);
    assert!(play.text().contains("Shaky (2); w asks"), "{}", play.text());
    play.play("w");
    assert!(play.text().contains("╭ Shaky 1/2 "), "{}", play.text());
    play.play("enter 3 enter 3");
    assert!(pane(&play).contains("2 asked: 2 right."), "{}", play.text());
}

#[test]
fn the_review_has_what_is_shaky_beside_the_question_about_it() {
    let mut play = ready().sized(120, 40);
    play.play("w enter 1 enter 3 esc R R tab");
    assert!(play.text().contains("╭ Asked, and shaky ─"), "{}", play.text());
    for (columns, rows) in [(80, 24), (60, 16), (40, 20)] {
        play.resize(columns, rows);
        assert!(play.text().contains("╭ Asked, and shaky ─"), "{columns}x{rows}:\n{}", play.text());
    }
}

#[test]
fn a_day_of_review_lists_what_is_shaky_and_w_asks_that() {
    let lines = ten_days() + &line(3, "2026-12-07T19:10:00+01:00", done(11..=12));
    let mut play = Play::with(&lines);
    assert!(play.text().contains("13 Review"), "{}", play.text());
    assert!(play.text().contains("│ w  Warm-up: 6 questions"), "nothing is shaky yet:\n{}", play.text());
    play.play("w enter 1 enter 3 esc");
    assert!(play.text().contains("│ w  Warm-up: 4 questions"), "it was asked today:\n{}", play.text());
    let mut play = play.at("2026-12-09T19:41:12+01:00");
    assert!(play.text().contains("│ w  Shaky: 1 question, 1 min"), "{}", play.text());
    assert!(play.foot().contains("w ask shaky"), "{}", play.foot());
    play.resize(80, 60);
    assert!(play.text().contains("│ Shaky "), "{}", play.text());
    assert!(play.text().contains("│    1 What does a backend do"), "{}", play.text());
    assert!(play.play("w").text().contains("Shaky 1/1"), "{}", play.text());
    play.play("enter 3 enter");
    assert!(play.text().contains("│ w  Warm-up: 5 questions"), "{}", play.text());
}

#[test]
fn after_two_weeks_away_the_first_evening_offers_three() {
    let mut play = ready().at("2026-12-23T19:41:12+01:00");
    assert!(play.text().contains("Welcome back"), "{}", play.text());
    play.play("esc");
    assert!(play.text().contains("Warm-up: 3 questions, 1 min"), "{}", play.text());
}

#[test]
fn after_the_last_day_the_program_opens_on_the_warm_up() {
    let lines = ten_days() + &line(3, "2026-12-07T19:10:00+01:00", done(11..=90));
    let mut play = Play::with(&lines);
    assert!(play.text().contains("Warm-up 1/6"), "{}", play.text());
    assert!(pane(&play).starts_with("╭ Warm-up 1/6"), "{}", play.text());
    play.play("esc");
    assert!(play.text().contains("w  Warm-up: 6 questions"), "it stays in reach:\n{}", play.text());
    play.play("w").play(&"enter 3 ".repeat(6));
    assert!(pane(&play).contains("enter closes"), "{}", play.text());
    play.play("enter");
    assert!(play.text().contains("Finished on"), "{}", play.text());
    assert!(!play.again().text().contains("Warm-up 1/6"), "once it is done for the date");
}

#[test]
fn without_a_warm_up_nothing_is_offered() {
    let mut off = ready();
    let mut habits = off.study().habits();
    habits.warm_up = 0;
    off = off.with_habits(habits);
    assert!(!off.text().contains("Warm-up"), "{}", off.text());
    assert_eq!(off.play("w").foot(), "The warm-up is off: `warm_up = 6` in the settings brings it back.");
}

#[test]
fn it_can_be_used_at_the_smallest_size_without_colour_and_in_plain_characters() {
    for (columns, rows) in [(120, 40), (80, 24), (60, 16), (40, 10)] {
        let mut play = ready().sized(columns, rows);
        assert!(play.text().contains("w  Warm-up: 6 questions"), "{columns}x{rows}:\n{}", play.text());
        for said in Said::ALL {
            play.play("w enter");
            assert!(play.text().contains("1 wrong  2 partly  3 right"), "{columns}x{rows}:\n{}", play.text());
            let begins = play.text().contains(['?', ':']) && !pane(&play).contains('▴');
            assert!(begins, "the question is in sight at {columns}x{rows}:\n{}", play.text());
            play.play(&format!("{} esc", said as usize + 1));
        }
        assert_eq!(left(&play), 3);
    }
}

#[test]
fn progress_has_one_line_about_what_was_asked() {
    let mut play = ready();
    assert!(!play.play("4").text().contains("Recall"), "{}", play.text());
    play.play("1 w enter 1 enter 3 enter 3 esc 4");
    assert!(play.text().contains("Recall   3 asked · 2 right · 1 shaky"), "{}", play.text());
}

#[test]
fn what_was_answered_elsewhere_meanwhile_is_known() {
    let mut play = ready();
    let ids: Vec<_> = play.study().to_ask(Asking::WarmUp).into_iter().map(|question| question.id).collect();
    play.elsewhere(Fact::Recall { question: ids[0].clone(), said: Said::Right });
    play.waits(NOW);
    assert_eq!(left(&play), 5);
    assert!(play.text().contains("Warm-up: 5 questions"), "{}", play.text());
    play.elsewhere(Fact::Open(vec![Mark::Day(DayId::new("nothing"))]));
}
