//! What reaches the screen and is not meant for it: a click that only brings the window to the front, keys of another
//! layout of the keyboard, keys that nothing is bound to.

use crate::play::Play;
use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

#[test]
fn a_click_that_brings_the_window_to_the_front_does_nothing() {
    // Most terminals say first that the window is in front.
    let mut play = Play::begun();
    let before = play.text();
    play.input(Event::FocusLost).input(Event::FocusGained).click_on("○ learn");
    assert_eq!((play.recorded(), play.text()), (1, before.clone()));
    // Some send the click first, and some say nothing but that the window is not in front any more.
    let mut play = Play::begun();
    play.input(Event::FocusLost).click_on("○ learn").input(Event::FocusGained).click_on("3 Conditionals");
    assert_eq!((play.recorded(), play.text()), (1, before));
    // One that reports the front as it is asked to report, without a click.
    let mut play = Play::begun();
    play.input(Event::FocusGained).play("j").click_on("○ practice");
    assert_eq!(play.foot(), "Ticked 1.3 ‘Print “Hello World”’ · u undo");
}

#[test]
fn the_next_click_is_one_again_and_the_wheel_always_is() {
    let mut play = Play::begun();
    play.input(Event::FocusLost);
    play.mouse(crossterm::event::MouseEventKind::ScrollDown, 10, 10);
    assert_eq!(play.line(), "▸ ○ learn    What is backend development?");
    play.click_on("○ learn");
    assert_eq!(play.recorded(), 1);
    let mut clicks = 0;
    while play.recorded() == 1 {
        play.click_on("○ learn");
        clicks += 1;
        assert!(clicks < 10_000_000, "no click was taken any more");
    }
    assert_eq!(play.foot(), "Ticked 1.2 “What is backend development?” · u undo");
}

#[test]
fn without_reports_of_the_front_every_click_is_one() {
    let mut play = Play::begun();
    play.click_on("○ learn");
    assert_eq!(play.recorded(), 2);
}

#[test]
fn a_key_that_nothing_is_bound_to_is_named() {
    let mut play = Play::begun();
    for (key, said) in [
        ("й", "Nothing is bound to “й” here; keys are Latin letters · ? help"),
        ("ψ", "Nothing is bound to “ψ” here; keys are Latin letters · ? help"),
        ("ｑ", "Nothing is bound to “ｑ” here; keys are Latin letters · ? help"),
        ("ㅂ", "Nothing is bound to “ㅂ” here; keys are Latin letters · ? help"),
        ("´", "Nothing is bound to “´” here; keys are Latin letters · ? help"),
        ("6", "Nothing is bound to “6” here · ? help"),
        ("ctrl-y", "Nothing is bound to “ctrl-y” here · ? help"),
        ("f9", "Nothing is bound to “f9” here · ? help"),
        ("alt-й", "Nothing is bound to “й” here; keys are Latin letters · ? help"),
        ("delete", "Nothing is bound to “delete” here · ? help"),
    ] {
        assert_eq!(play.play(key).foot(), said, "{key}");
    }
    assert_eq!(play.recorded(), 1);
    // An emoji comes in parts, of which one cannot be seen.
    for c in "❤\u{fe0f}".chars() {
        play.input(Event::Key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE)));
    }
    assert!(!play.foot().contains('\u{fe0f}'), "{}", play.foot());
    assert!(play.play("j").foot().starts_with("space tick"), "the next key takes it away: {}", play.foot());
}

#[test]
fn it_is_named_on_every_screen_that_takes_no_text() {
    for keys in ["1", "2", "3", "4", "5"] {
        let mut play = Play::later();
        play.play(keys).play("й");
        assert!(play.foot().starts_with("Nothing is bound to “й” here; keys"), "{keys}: {}", play.foot());
    }
    let mut play = Play::later();
    play.play("w 7");
    assert_eq!(play.foot(), "Nothing is bound to “7” here · ? help");
}

#[test]
fn where_something_is_typed_every_letter_is_text() {
    let mut play = Play::begun();
    play.play("n \"й ｑ ψ 한 ´\" f9 ctrl-y esc");
    assert_eq!(play.note(1), "й ｑ ψ 한 ´");
    for keys in ["/", "?", "s", "5 /"] {
        let mut play = Play::begun();
        play.play(keys).play("й f9");
        assert!(!play.text().contains("Nothing is bound"), "{keys}:\n{}", play.text());
    }
}

#[test]
fn help_is_named_by_the_key_that_it_has() {
    let setting = ninety::config::Setting { line: 1, name: "help".to_owned(), keys: "f1".to_owned() };
    let mut play = Play::begun().with_keys(ninety::tui::Keymap::with(&[setting]).0);
    assert_eq!(play.play("?").foot(), "Nothing is bound to “?” here · f1 help");
}

#[test]
fn a_line_feed_is_a_new_line_and_no_other_key_than_the_documented_edits() {
    let mut play = Play::begun();
    play.play("n \"one\" ctrl-j \"two\" enter \"three\" esc");
    assert_eq!(play.note(1), "one\ntwo\nthree");
    let documented: Vec<&str> = ninety::tui::keys()
        .filter(|(contexts, _)| contexts.contains("Note editor"))
        .flat_map(|(_, row)| row.keys.split(' '))
        .collect();
    for key in
        ('a'..='z').chain("\\]_^".chars()).map(|c| format!("ctrl-{c}")).chain((1..=12).map(|no| format!("f{no}")))
    {
        if documented.contains(&key.as_str()) {
            continue;
        }
        let mut play = Play::begun();
        play.play(&format!("n \"one two\" {key} esc"));
        assert_eq!(play.note(1), "one two", "{key}");
    }
}
