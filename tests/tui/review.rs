//! The week's three questions: answered on the page of the week, left, changed, read, and kept when a save fails.
//!
//! Deliberately absent: what they add up to (`core/milestones.rs`), and their draft on a terminal (`terminal/ends.rs`).

use crate::play::Play;
use ninety::journal::{Answer, Answers, Fact};
use ninety::plan::{Plan, Week};

fn week(n: usize) -> &'static Week {
    let plan = Plan::builtin();
    plan.week(plan.week_no(n).unwrap())
}

fn answers(play: &Play, n: usize) -> Answers {
    play.study().answers(week(n))
}

fn reviews(play: &Play, n: usize) -> usize {
    play.study().reviews(week(n)).len()
}

/// A learner who has just ticked all of week 1, day by day: its page is open.
fn after_week_one() -> Play {
    let mut play = Play::begun();
    let mut pressed = 0;
    while play.study().days_complete() < 7 {
        play.play("space");
        pressed += 1;
        assert!(pressed < 100, "{}", play.text());
    }
    play
}

#[test]
fn a_week_is_walked_from_its_last_tick_to_its_review() {
    for (columns, rows) in [(80, 24), (120, 40), (60, 16), (40, 10)] {
        let mut play = after_week_one().sized(columns, rows);
        let before = play.recorded();
        play.play("R \"I can write a loop.\" tab \"Scope.\" enter \"And files.\" tab \"if late then short\"");
        assert_eq!(play.recorded(), before, "nothing is recorded while it is typed");
        play.play("esc");
        assert_eq!(play.recorded(), before + 1, "a review is one entry");
        let wanted = Answers::new(["I can write a loop.", "Scope.\nAnd files.", "if late then short"]);
        assert_eq!(answers(&play, 1), wanted);
        assert!(play.foot().starts_with("Reviewed week 1"), "{}", play.foot());
        assert!(play.text().contains("I can write a loop."), "the page shows it:\n{}", play.text());
        play.play("u");
        assert_eq!(reviews(&play, 1), 0);
    }
}

#[test]
fn enter_and_a_click_on_a_question_answer_that_one() {
    let mut play = after_week_one();
    play.play("j enter \"Files.\" esc");
    assert_eq!(answers(&play, 1), Answers::new(["", "Files.", ""]));
    let mut play = after_week_one();
    play.click_on("What is still shaky?").play("\"Files.\" esc");
    assert_eq!(answers(&play, 1), Answers::new(["", "Files.", ""]));
}

#[test]
fn tab_goes_round_the_questions_and_nothing_typed_is_lost_on_it() {
    let mut play = after_week_one();
    play.play("R \"one\" tab \"two\" tab \"three\" tab \" and more\" shift-tab shift-tab \"!\" esc");
    assert_eq!(answers(&play, 1), Answers::new(["one and more", "two!", "three"]));
}

#[test]
fn a_click_goes_to_the_question_it_is_on() {
    let mut play = after_week_one().sized(120, 40);
    play.play("R \"one\"").click_on("One change").play("\"three\" esc");
    assert_eq!(answers(&play, 1), Answers::new(["one", "", "three"]));
}

#[test]
fn a_save_that_fails_keeps_every_answer() {
    let mut play = after_week_one();
    let journal = std::fs::read_to_string(play.journal()).unwrap();
    play.play("R \"one\" tab \"two\" tab \"three\"");
    // A newer ninety has taken the file over: nothing can be written to it.
    std::fs::write(play.journal(), journal.replacen("format = 1", "format = 99", 1)).unwrap();
    play.play("esc");
    assert!(play.foot().contains("nothing was saved") || play.foot().contains("newer"), "{}", play.foot());
    for text in ["one", "two", "three"] {
        assert!(
            play.text().contains(&format!("│{text}")) || play.text().contains(&format!("│ {text}")),
            "{}",
            play.text()
        );
    }
    std::fs::write(play.journal(), journal).unwrap();
    play.play("\"!\" esc");
    assert_eq!(answers(&play, 1), Answers::new(["one", "two", "three!"]));
}

#[test]
fn leaving_records_what_was_typed_and_nothing_where_nothing_was() {
    let mut play = after_week_one();
    let before = play.recorded();
    play.play("R \"x\" backspace tab \"files\" ctrl-g");
    assert_eq!(play.foot(), "Closed without saving; the review is as it was.");
    assert_eq!((play.recorded(), reviews(&play, 1)), (before, 0));
    play.play("R tab \"files\" esc");
    assert_eq!(play.recorded(), before + 1);
    assert_eq!(answers(&play, 1).get(Answer::Shaky), "files");
    play.play("R esc");
    assert_eq!((play.foot().as_str(), play.recorded()), ("The review is as it was.", before + 1));
}

#[test]
fn a_review_is_opened_again_and_changed() {
    let mut play = after_week_one();
    play.play("R \"Loops.\" esc g enter \" And lists.\" esc");
    assert_eq!(answers(&play, 1).get(Answer::Can), "Loops. And lists.");
    assert_eq!(reviews(&play, 1), 1, "the new one stands in place of the old");
    assert!(matches!(
        play.study().journal().entries().last().unwrap().record().facts.as_slice(),
        [Fact::Review { over, .. }] if over.len() == 1
    ));
    play.play("u");
    assert_eq!(answers(&play, 1).get(Answer::Can), "Loops.");
}

#[test]
fn older_reviews_are_read_on_their_week_s_page() {
    let mut play = after_week_one();
    play.play("R \"Loops.\" esc ]");
    assert!(!play.text().contains("Loops."), "{}", play.text());
    play.play("[");
    for text in ["What I can do now", "  Loops.", "╭ Review ─────────────────── Tue 8 Dec ╮"]
    {
        assert!(play.text().contains(text), "{}", play.text());
    }
}

#[test]
fn a_week_of_which_nothing_is_done_has_nothing_to_review() {
    let mut play = Play::begun();
    play.play("2 ] ] R");
    assert_eq!(play.foot(), "Nothing was done in week 3 yet; there is nothing to review.");
}

#[test]
fn the_change_for_next_week_stands_there_when_the_next_day_opens() {
    let mut play = after_week_one();
    play.play("R tab tab \"if it is late, then I do one task\" esc");
    let play = play.at("2026-12-09T19:00:00+01:00");
    assert!(play.text().contains("│ One change  if it is late, then I do one     │"), "{}", play.text());
}

#[test]
fn a_long_answer_is_read_to_its_end_in_week() {
    for (columns, rows) in [(120, 40), (80, 24), (60, 16)] {
        let mut play = after_week_one().sized(columns, rows);
        let lines: Vec<String> = (1..=60).map(|n| format!("line {n}.")).collect();
        play.play("R").paste(&lines.join("\n")).play("esc");
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
fn sixty_lines_and_a_paste_are_an_answer() {
    let mut play = after_week_one();
    let lines: Vec<String> = (1..=60).map(|n| format!("line {n}")).collect();
    play.play("R").paste(&lines.join("\n"));
    assert!(play.text().contains("line 60"), "the cursor is in sight:\n{}", play.text());
    play.play("esc");
    assert_eq!(answers(&play, 1).get(Answer::Can).lines().count(), 60);
}

#[test]
fn where_an_answer_is_typed_every_printable_key_is_text() {
    let mut play = after_week_one();
    let all: String = (' '..='~').filter(|c| *c != '"').collect();
    play.play(&format!("R \"{all}\" esc"));
    assert_eq!(answers(&play, 1).get(Answer::Can).trim(), all.trim());
}

#[test]
fn after_the_last_day_the_last_week_is_reviewed() {
    let builtin = Plan::builtin();
    let ids: Vec<String> = builtin.days().iter().take(89).map(|day| format!("\"{}\"", day.id())).collect();
    let done = format!("done = [{}]", ids.join(", "));
    let mut play = Play::with(&format!("1-00000001 = {{ at = 2026-12-08T19:00:00+01:00, {done} }}\n"));
    let tasks = builtin.days().last().unwrap().tasks().iter().filter(|task| !task.added);
    // The first space goes on from day 89, which is complete.
    play.play("space").play(&"space ".repeat(tasks.count()));
    assert_eq!(play.study().days_complete(), 90);
    assert!(play.text().contains("╭ Week 12"), "{}", play.text());
    play.play("R \"A whole backend.\" esc");
    assert_eq!(answers(&play, 12).get(Answer::Can), "A whole backend.");
    play.play("r");
    assert_eq!(play.foot(), "Every day is complete or skipped; there is nothing to re-plan.");
}

#[test]
fn past_midnight_a_review_is_of_the_evening() {
    let mut play = Play::with(
        "1-00000001 = { at = 2026-12-08T19:10:00+01:00, done = \"tools-and-the-big-picture\" }\n\
         2-00000002 = { at = 2026-12-09T01:30:00+01:00, review = \"tools-and-the-big-picture\" }\n",
    );
    play.play("esc 2");
    assert!(play.text().contains("Tue 8 Dec ╮"), "{}", play.text());
}
