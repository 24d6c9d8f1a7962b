//! Help, a palette: every action of a place in groups, found as one types, done with enter.
//!
//! Deliberately absent: what the actions do.

use crate::play::Play;

/// Opens it and reads down to its end.
fn read_whole(play: &mut Play) -> String {
    let mut text = play.play("?").text();
    loop {
        let page = play.play("pgdn").text();
        if text.ends_with(&page) {
            return text;
        }
        text += &page;
    }
}

/// The names of the views, by their keys.
const PLACES: [(&str, &str); 5] = [("1", "Today"), ("2", "Week"), ("3", "Plan"), ("4", "Progress"), ("5", "Notes")];

#[test]
fn it_leads_back_to_where_it_was_opened_and_does_nothing_beneath() {
    for (key, name) in PLACES {
        let mut play = Play::later();
        play.play(key);
        let (before, recorded) = (play.screen(), play.recorded());
        play.play("?");
        assert_eq!(play.title(), format!("What you can do in {name}"));
        play.play("j n x space down pgdn").paste("nothing is written beneath").play("esc");
        assert_eq!((play.screen(), play.recorded()), (before, recorded), "{name}");
    }
}

#[test]
fn it_lists_every_key_of_its_place_in_groups_and_the_footer_names_it() {
    for (key, name) in PLACES {
        let mut play = Play::later().sized(120, 90);
        play.play(key);
        assert!(play.foot().contains("? help"), "{}", play.foot());
        let text = read_whole(&mut play);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for (places, row) in ninety::tui::keys() {
            if places.split(", ").any(|place| place == name) {
                assert!(text.contains(row.help) || row.help.len() > 60, "{name} has no {}:\n{text}", row.help);
            }
        }
        for group in ["Study", "Write", "Week and schedule", "Go", "Program", "Signs"] {
            assert!(text.contains(&format!("│ {group} ")), "{name} has no {group}:\n{text}");
        }
    }
}

#[test]
fn letters_filter_and_enter_does_what_is_selected() {
    let mut play = Play::begun();
    play.play("? \"minutes\"");
    assert!(play.text().contains("Log the minutes spent on the day, or correct them"), "{}", play.text());
    assert!(!play.text().contains("Re-plan"), "{}", play.text());
    play.play("enter");
    assert_eq!(play.line(), "", "a field to type minutes in is open");
    play.play("\"30\" enter");
    assert!(play.foot().starts_with("Logged 30 min"), "{}", play.foot());
    play.play("? \"zzz\" enter");
    assert!(play.text().contains("Nothing fits. Fewer letters find more."), "{}", play.text());
    play.play("ctrl-u \"week milestone review\" enter");
    assert_eq!(play.title(), "Week 1 · Python Programming Basics");
}

#[test]
fn the_list_is_walked_and_a_click_does_what_it_is_on() {
    let mut play = Play::begun();
    play.play("? \"tick\" down enter");
    assert_eq!(play.foot(), "Nothing is ticked here; x unticks what is.");
    play.play("? \"all weeks\"").click_on("Plan: all weeks at a glance");
    assert!(play.text().contains("╭ Backend web development"), "{}", play.text());
}

#[test]
fn every_sign_stands_there_with_its_meaning() {
    for (columns, rows) in [(120, 40), (80, 24), (60, 16), (40, 10)] {
        let text = read_whole(&mut Play::later().sized(columns, rows));
        let signs: Vec<&str> = text.split("Signs").skip(1).collect();
        for sign in ["✓ ", "○ ", "▸ ", "◇ ", "◆ ", "× ", "□ ", "■ ", "✎ "] {
            assert!(signs.iter().any(|part| part.contains(sign)), "{sign} is not told of at {columns}x{rows}:\n{text}");
        }
    }
}

#[test]
fn the_last_message_can_be_read_whole() {
    let mut play = Play::later().sized(40, 24);
    play.play("h s \"a reason that is longer than the line at the foot\" enter");
    let cut = play.foot();
    assert!(cut.ends_with("… · u undo"), "{cut}");
    let text = read_whole(&mut play);
    assert!(text.contains("The last message") && text.contains("undo"), "{text}");
}

#[test]
fn where_something_is_typed_a_question_mark_is_text() {
    for keys in ["2 R", "M G enter", "l s", "n", "/", "N", "?", "5 /"] {
        let mut play = Play::later();
        let text = play.play(keys).play("\"??!\"").text();
        assert!(text.contains("??!"), "{keys}:\n{text}");
    }
}

#[test]
fn other_keys_stand_in_footer_and_help() {
    let setting = |line, name: &str, keys: &str| ninety::config::Setting { line, name: name.into(), keys: keys.into() };
    let (keys, _) = ninety::tui::Keymap::with(&[setting(3, "tick", "+ T"), setting(4, "note", "w")]);
    let mut play = Play::begun().with_keys(keys);
    assert!(play.foot().starts_with("+ tick · w note"), "{}", play.foot());
    play.play("+");
    assert!(play.foot().starts_with("Ticked 1.1"), "{}", play.foot());
    play.play("space");
    assert_eq!(play.recorded(), 2, "the old key means nothing now");
    play.play("T w \"a word\" esc");
    assert_eq!((play.recorded(), play.note(1).as_str()), (4, "a word"));
    let text = play.play("?").text();
    assert!(text.contains("│ + T              Tick the task"), "{text}");
    // A key that is given is taken from what had it.
    let (keys, _) = ninety::tui::Keymap::with(&[setting(3, "minutes", "n")]);
    let mut play = Play::begun().with_keys(keys);
    assert!(play.foot().starts_with("space tick · e note"), "{}", play.foot());
    assert!(play.play("n").text().contains("╭ Time spent on day 1"), "{}", play.text());
    // And in what is said: no sentence knows a key of its own.
    let (keys, problems) = ninety::tui::Keymap::with(&[
        setting(3, "untick", "z"),
        setting(4, "enter", "+"),
        setting(5, "next-pane", "w"),
        setting(6, "replan", "Z"),
    ]);
    assert!(problems.is_empty(), "{problems:?}");
    let mut play = Play::new().with_keys(keys.clone());
    play.play("esc");
    assert_eq!(play.foot(), "The plan starts with the first tick; Z sets the schedule at any time.");
    let mut play = Play::begun().with_keys(keys);
    for (keys, said) in [
        ("z", "Nothing is ticked here; z unticks what is."),
        ("2 z", "Tasks are unticked in Today; here z unticks checks and removes links."),
        ("w w space", "There is nothing to tick here; + answers the question."),
    ] {
        assert_eq!(play.play(keys).foot(), said);
    }
}
