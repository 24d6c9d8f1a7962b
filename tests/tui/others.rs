//! What others record while the screen is open: shown at the next look, never acted upon unseen.

use crate::play::Play;
use ninety::journal::{Fact, Mark};
use ninety::plan::{Day, Plan};

fn day(number: usize) -> &'static Day {
    Plan::builtin().days().get(number - 1).unwrap()
}

fn first_task(number: usize) -> Vec<Mark> {
    vec![Mark::Item(day(number).tasks().first().unwrap().id().clone())]
}

#[test]
fn no_key_takes_back_what_came_from_elsewhere_while_the_screen_was_open() {
    let mut play = Play::begun();
    play.play("space space");
    play.elsewhere(Fact::Done(first_task(5)));
    play.play("u u");
    assert!(play.foot().starts_with("Undone: Ticked 1.1"), "{}", play.foot());
    let study = play.study();
    assert!(study.is_done(day(5), day(5).tasks().first().unwrap()), "the other tick stands");
    play.look();
    play.play("u");
    assert!(play.foot().starts_with("Undone: Set the start"), "{}", play.foot());
    let recorded = play.recorded();
    play.play("u");
    let sentence = "The last entry came from elsewhere: Ticked 5.1 “Functions”; `ninety undo` doe…";
    assert_eq!((play.foot().as_str(), play.recorded()), (sentence, recorded));
    let mut play = play.again();
    play.play("esc u");
    assert!(play.foot().starts_with("Undone: Ticked 5.1"), "{}", play.foot());
}

#[test]
fn a_note_from_elsewhere_on_a_day_that_is_not_shown_is_not_taken_back() {
    let mut play = Play::later();
    let text = "from the laptop\n".to_owned();
    play.elsewhere(Fact::Note { day: day(3).id().clone(), text, over: Vec::new() });
    assert!(play.look());
    play.play("u");
    assert!(!play.foot().contains("note on day 3"), "{}", play.foot());
    assert!(play.study().note(day(3).no()).contains("from the laptop"));
}

#[test]
fn looking_at_a_note_does_not_bring_back_what_was_rewritten_elsewhere() {
    let mut play = Play::begun();
    play.play("n \"the old words\" esc n");
    let over = play.study().day(day(1).no()).notes.clone();
    play.elsewhere(Fact::Note { day: day(1).id().clone(), text: "the new words\n".into(), over });
    play.look();
    let recorded = play.recorded();
    play.play("esc");
    assert_eq!((play.note(1).as_str(), play.recorded()), ("the new words", recorded));
    play.play("n \" and more\" esc");
    assert_eq!(play.note(1), "the new words and more");
}

#[test]
fn looking_at_a_review_does_not_bring_back_what_was_rewritten_elsewhere() {
    let mut play = Play::later();
    play.play("2 [ R \"old\" esc R");
    let week = Plan::builtin().week_of(day(29).no());
    let over = play.study().fold().week(week.no()).reviews.clone();
    let answers = ninety::journal::Answers::new(["new", "", ""]);
    play.elsewhere(Fact::Review { week: day(29).id().clone(), answers, over });
    play.look();
    play.play("esc");
    let answers = play.study().answers(week);
    assert_eq!(answers.get(ninety::journal::Answer::Can), "new");
}

#[test]
fn a_journal_that_vanishes_or_shrinks_is_spoken_of_at_once() {
    let mut play = Play::later();
    let whole = std::fs::read_to_string(play.journal()).unwrap();
    std::fs::write(play.journal(), whole.split_inclusive('\n').take(20).collect::<String>()).unwrap();
    assert!(play.look());
    assert!(play.foot().contains("the file has lost"), "{}", play.foot());
    let mut play = Play::later();
    play.play("space");
    std::fs::remove_file(play.journal()).unwrap();
    assert!(play.look());
    assert!(play.foot().contains("the journal is missing"), "{}", play.foot());
    play.play("space");
    let text = std::fs::read_to_string(play.journal()).unwrap();
    let last = text.lines().last().unwrap();
    assert!(last.starts_with("156-"), "its number follows those that were lost: {last}");
    std::fs::write(play.journal(), whole + last + "\n").unwrap();
    play.look();
    play.play("u");
    assert!(play.foot().starts_with("Undone"), "{}", play.foot());
}

#[test]
fn a_redo_passes_over_an_undo_that_was_never_drawn() {
    let mut play = Play::begun();
    play.play("space space u");
    let other = play.study().journal().undoable(&[]).unwrap().key;
    play.elsewhere(Fact::Undo(vec![other]));
    play.look();
    play.play("U");
    assert!(play.foot().starts_with("Redone: Ticked 1.2"), "{}", play.foot());
}

#[test]
fn the_selected_note_stays_the_one_it_was_when_others_write() {
    let mut play = Play::begun();
    for number in 1..=4 {
        let text = format!("about day {number}\n");
        play.elsewhere(Fact::Note { day: day(number).id().clone(), text, over: Vec::new() });
    }
    play.look();
    play.play("5 g j");
    let before = play.line();
    assert!(before.contains("about day 3"), "{before}");
    play.elsewhere(Fact::Note { day: day(9).id().clone(), text: "nine\n".into(), over: Vec::new() });
    assert!(play.look());
    assert_eq!(play.line(), before);
    play.play("enter");
    assert_eq!(play.title(), "3 Conditionals");
}

#[test]
fn a_complete_day_is_not_skipped() {
    let mut play = Play::begun();
    play.play("space space space space");
    let recorded = play.recorded();
    play.play("s");
    let refused = "Day 1, Tools and the big picture, is complete; there is nothing to skip.";
    assert_eq!((play.foot().as_str(), play.recorded()), (refused, recorded));
    // Another machine completes the day while the reason is typed.
    play.play("l s \"why\"");
    play.elsewhere(Fact::Done(vec![Mark::Day(day(2).id().clone())]));
    play.look();
    play.play("enter");
    assert!(play.text().contains("Day 2, Data types, is complete; there is nothing to skip."), "{}", play.text());
    assert!(play.text().contains("> why"), "what was typed stays");
}
