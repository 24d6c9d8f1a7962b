//! The keymap as it is, and the learner's own keys: what the settings' `[keys]` may say, and what is wrong with what they
//! may not.
//!
//! Deliberately absent: how settings are read (`cli/settings.rs`), and how footer and help show them (`help`).

use crate::play::Play;
use ninety::config::Setting;
use ninety::tui::{Chord, Keymap, keys};
use std::collections::HashSet;

fn problems(settings: &[(usize, &str, &str)]) -> Vec<String> {
    let setting = |(line, name, keys): &(usize, &str, &str)| Setting {
        line: *line,
        name: (*name).to_owned(),
        keys: (*keys).to_owned(),
    };
    let settings: Vec<Setting> = settings.iter().map(setting).collect();
    let (_, problems) = Keymap::with(&settings);
    problems.into_iter().map(|problem| format!("{}: {}", problem.line, problem.sentence)).collect()
}

#[test]
fn what_can_be_is_taken() {
    assert!(problems(&[]).is_empty());
    assert!(problems(&[(1, "tick", "space +"), (2, "accept", "enter"), (3, "save", "ctrl-s")]).is_empty());
}

#[test]
fn an_action_that_is_not_known_is_named_with_the_nearest() {
    assert_eq!(problems(&[(7, "tik", "x")]), ["7: There is no action \"tik\": did you mean \"tick\"?"]);
    assert_eq!(problems(&[(7, "zzzzzzzz", "x")]), ["7: There is no action \"zzzzzzzz\": docs/keys.md lists them all."]);
}

#[test]
fn a_word_that_is_no_key_is_named_with_what_one_looks_like() {
    let wanted = "7: \"hyper-x\" is no key: write one such as j, space, ctrl-r, alt-b or f1.";
    assert_eq!(problems(&[(7, "tick", "hyper-x")]), [wanted]);
    assert_eq!(problems(&[(7, "tick", " ")]), ["7: \"tick\" has no key: write at least one, such as \"space x\"."]);
}

#[test]
fn one_key_means_one_thing_in_one_place() {
    // What is set takes its key from what had it by default, and no two settings have one key.
    assert!(problems(&[(7, "tick", "n")]).is_empty());
    let wanted = "8: \"n\" is to mean \"note\" and \"tick\": give one of them another key.";
    assert_eq!(problems(&[(7, "tick", "n"), (8, "note", "n")]), [wanted]);
    // Both may change places at once.
    assert!(problems(&[(7, "tick", "n"), (8, "note", "space e")]).is_empty());
    let wanted = "7: \"q\" is to mean \"tick\" and \"quit\": give one of them another key.";
    assert_eq!(problems(&[(7, "tick", "q")]), [wanted]);
    assert!(problems(&[(7, "tick", "q"), (8, "quit", "Q")]).is_empty());
}

#[test]
fn while_typing_a_letter_is_text() {
    let wanted = "7: \"save\" holds while typing, where a letter is text: use one with ctrl or alt.";
    assert_eq!(problems(&[(7, "save", "s")]), [wanted]);
}

#[test]
fn every_problem_is_told_at_once() {
    assert_eq!(problems(&[(3, "tik", "x"), (4, "tick", "hyper-x"), (5, "note", "r"), (6, "skip", "r")]).len(), 3);
}

#[test]
fn what_can_be_holds_beside_what_cannot() {
    let setting = |line, name: &str, keys: &str| Setting { line, name: name.to_owned(), keys: keys.to_owned() };
    let settings = [
        setting(3, "tik", "x"),
        setting(4, "tick", "+"),
        setting(5, "note", "hyper-n"),
        setting(6, "skip", "r"),
        setting(7, "minutes", "r"),
        setting(8, "undo", "f12"),
    ];
    let (keys, problems) = Keymap::with(&settings);
    let lines: Vec<usize> = problems.iter().map(|problem| problem.line).collect();
    assert_eq!(lines, [3, 5, 7], "of two that want one key the first has it");
    let mut play = Play::begun().with_keys(keys);
    assert!(play.foot().starts_with("+ tick · n note"), "{}", play.foot());
    assert!(play.play("r").text().contains("╭ Skip day 1"), "{}", play.text());
    play.play("esc + f12");
    assert!(play.foot().starts_with("Undone: Ticked 1.1"), "{}", play.foot());
}

#[test]
fn a_problem_is_the_first_thing_that_the_screen_says() {
    let mut play = Play::begun();
    play.app.tell_settings("config.toml:3: There is no setting “them”. The other settings hold.".to_owned());
    play.look();
    play.resize(79, 24);
    assert_eq!(play.foot(), "config.toml:3: There is no setting “them”. The other settings hold.");
}

#[test]
fn every_key_is_read_and_means_one_thing_in_a_place() {
    let typed = ["Note editor", "Review", "Search", "A question", "First start and re-plan", "Help"];
    let mut meant = HashSet::new();
    for (places, row) in keys() {
        assert!(!row.help.ends_with('.'), "{row:?}");
        for key in row.keys.split(' ') {
            let chord = Chord::read(key).unwrap_or_else(|| panic!("{key} is no key"));
            for place in places.split(", ") {
                assert!(meant.insert((place.to_owned(), chord)), "{key} has two rows in {place}");
                assert!(!typed.contains(&place) || key.len() > 1, "{key} is a letter in {place}");
                let leads_out = ["back", "close", "save", "accept"].contains(&row.name);
                assert!(key != "esc" || leads_out, "esc is {} in {place}", row.name);
                assert_eq!(key == "ctrl-c", row.name == "quit-anywhere");
            }
        }
    }
    let places: HashSet<&str> = meant.iter().map(|(place, _)| place.as_str()).collect();
    for (place, key) in places.iter().flat_map(|place| [(place, "esc"), (place, "ctrl-c")]) {
        assert!(meant.contains(&((*place).to_owned(), Chord::read(key).unwrap())), "{key} means nothing in {place}");
    }
}
