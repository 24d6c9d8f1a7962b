//! What others record while the screen is open: shown at the next look, never acted upon unseen.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test fails so"
)]

#[path = "common/play.rs"]
mod play;

use ninety::journal::{Fact, Mark};
use ninety::plan::{Day, Plan};
use play::Play;

fn day(number: usize) -> &'static Day {
    Plan::builtin().days().get(number - 1).unwrap()
}

fn first_task(number: usize) -> Vec<Mark> {
    vec![Mark::Item(day(number).tasks().first().unwrap().id().clone())]
}

#[test]
fn two_undos_in_one_burst_pass_over_what_came_in_between_and_was_never_drawn() {
    let mut play = Play::begun();
    play.play("space space");
    play.drawn();
    play.elsewhere(Fact::Done(first_task(5)));
    play.play("u u");
    assert!(play.message().starts_with("Took back: Ticked 1.1"), "{}", play.message());
    let study = play.session.study();
    assert!(study.is_done(day(5), day(5).tasks().first().unwrap()), "the other tick stands");
    play.drawn();
    play.play("u");
    assert!(play.message().starts_with("Took back: Ticked 5.1"), "{}", play.message());
}

#[test]
fn a_redo_passes_over_an_undo_that_was_never_drawn() {
    let mut play = Play::begun();
    play.play("space space u");
    play.drawn();
    let other = play.session.study().journal().undoable(&[]).unwrap().key;
    play.elsewhere(Fact::Undo(other));
    play.look();
    play.play("U");
    assert!(play.message().starts_with("Brought back: Ticked 1.2"), "{}", play.message());
}

#[test]
fn the_selected_note_stays_the_one_it_was_when_others_write() {
    let mut play = Play::begun();
    for number in 1..=4 {
        let text = format!("about day {number}\n");
        play.elsewhere(Fact::Note { day: day(number).id().clone(), text, over: Vec::new() });
    }
    play.look();
    play.drawn();
    play.play("5 j");
    let selected = |play: &Play| {
        let study = play.session.study();
        study.notes().get(play.model.note).unwrap().0.no().get()
    };
    let before = selected(&play);
    play.elsewhere(Fact::Note {
        day: day(9).id().clone(),
        text: "nine\n".into(),
        over: Vec::new(),
    });
    assert!(play.look());
    assert_eq!(selected(&play), before);
    play.play("enter");
    assert_eq!(play.place().0, usize::from(before));
}
