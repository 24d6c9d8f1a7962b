//! Every view and overlay at every size, and no size loses the place.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test fails so"
)]

#[path = "common/play.rs"]
mod play;

use ninety::tui::update::Effect;
use play::Play;

const SCREENS: [&str; 16] = [
    "",
    "G",
    "h h s \"why\" enter",
    "2",
    "3",
    "4",
    "4 f",
    "5",
    "?",
    "? G",
    "n \"日本語 text that is long enough to be wrapped on any screen 👩‍💻\" enter \"two\"",
    "/ \"query\"",
    "/ \"query\" down down down down down down down down",
    "s \"because of 日本\"",
    "m \"soon\" enter",
    "space",
];

fn drawn(play: &mut Play, columns: u16, rows: u16) {
    play.resize(columns, rows);
    let (buffer, cursor) = play.buffer();
    assert_eq!(buffer.area.width, columns);
    if let Some(at) = cursor {
        assert!(buffer.area.contains(at), "the cursor is off the screen at {columns}x{rows}");
    }
    let small = columns < 40 || rows < 10;
    if columns >= 36 && rows > 0 && small {
        let wanted = format!("ninety needs 40x10 (here {columns}x{rows}).");
        let text = play.text();
        assert!(text.contains(&wanted), "{text}");
    }
}

#[test]
fn a_screen_that_is_too_small_says_so_in_the_words_that_fit() {
    for (columns, words) in [
        (31, "ninety needs 40x10 (here 31x8)."),
        (30, "ninety needs 40x10."),
        (19, "ninety needs 40x10."),
        (18, "needs 40x10"),
        (11, "needs 40x10"),
        (5, "needs"),
    ] {
        let play = Play::later().sized(columns, 8);
        assert_eq!(play.text().lines().next().unwrap().trim_end(), words);
    }
}

#[test]
fn where_nothing_is_shown_no_key_acts_but_quit_and_suspend() {
    for (columns, rows) in [(30, 8), (39, 10), (40, 9), (0, 0)] {
        for before in ["", "n \"a\"", "/ \"query\"", "s \"why\"", "?", "3"] {
            let mut play = Play::begun();
            play.play(before);
            let (screen, context) = (play.screen(), play.model.context());
            play.resize(columns, rows);
            play.play("n a b esc space x enter 2 l j s enter u m tab ctrl-u");
            assert_eq!((play.recorded, play.model.context()), (1, context), "after {before}");
            play.play("ctrl-z ctrl-c");
            assert_eq!(play.effects, [Effect::Suspend, Effect::Quit], "after {before}");
            play.resize(80, 24);
            assert_eq!(play.screen(), screen, "after {before}");
        }
    }
    let mut play = Play::begun().sized(30, 8);
    play.play("q");
    assert_eq!(play.effects, [Effect::Quit]);
}

#[test]
fn the_first_start_says_how_it_is_passed_at_every_size() {
    for columns in 40..=120 {
        for rows in 10..=40 {
            let play = Play::new().sized(columns, rows);
            let text = play.text();
            assert!(text.contains("Enter twice starts"), "{columns}x{rows}:\n{text}");
        }
    }
}

#[test]
fn a_note_that_has_no_room_is_told_of_in_the_title() {
    for (columns, rows) in [(40, 10), (60, 12), (40, 24), (60, 24), (80, 24)] {
        let mut play = Play::begun().sized(columns, rows);
        let top = |play: &Play| play.text().lines().nth(2).unwrap().to_owned();
        assert!(!top(&play).contains('✎'), "{}", play.text());
        play.play("n \"seen or told\" esc j");
        let shown = play.text().contains("seen or told");
        assert_eq!(top(&play).contains('✎'), !shown, "{columns}x{rows}:\n{}", play.text());
    }
}

#[test]
fn a_bar_and_the_plan_say_the_same_number_once() {
    for (columns, rows, bar) in [(80, 24, true), (60, 12, false)] {
        let mut play = Play::begun().sized(columns, rows);
        play.play("s enter 3 t 3");
        // A skipped day is none that is complete.
        let text = play.text();
        assert_eq!(text.matches("0/90").count(), 1, "{text}");
        assert_eq!(text.contains("0/90  0 %"), bar, "{text}");
        assert!(text.contains("finish 9 Apr · 10 days to spare"), "{text}");
    }
}

#[test]
fn the_map_is_as_wide_as_it_needs() {
    let mut play = Play::later().sized(200, 40);
    play.play("3");
    let text = play.text();
    let top = text.lines().nth(2).unwrap();
    let columns = ninety::text::width(top.split('╮').next().unwrap()) + 1;
    assert!(columns < 64, "{columns} columns:\n{text}");
    assert!(
        !text.lines().any(|row| row.split('│').nth(1).is_some_and(|map| map.contains('…'))),
        "{text}"
    );
}

#[test]
fn every_width_and_every_height() {
    for keys in SCREENS {
        let mut play = Play::later();
        play.play(keys);
        for columns in 0..=300 {
            drawn(&mut play, columns, [10, 15, 16, 24, 40][usize::from(columns % 5)]);
        }
        for rows in 0..=100 {
            drawn(&mut play, [40, 59, 71, 72, 76, 110][usize::from(rows % 6)], rows);
        }
    }
    let mut welcome = Play::new();
    for columns in 0..=300 {
        drawn(&mut welcome, columns, 10 + columns % 20);
    }
    for rows in 0..=100 {
        drawn(&mut welcome, 40 + rows, rows);
    }
}

#[test]
fn every_eleventh_size_of_the_square_for_today() {
    let mut play = Play::later();
    for columns in 0..=300 {
        for rows in (0..=100).filter(|rows| rows % 11 == columns % 11) {
            drawn(&mut play, columns, rows);
        }
    }
}

#[test]
fn the_largest_sizes_a_terminal_can_name() {
    for (columns, rows) in [(u16::MAX, 1), (1, u16::MAX), (u16::MAX, 12), (41, u16::MAX)] {
        drawn(&mut Play::later(), columns, rows);
    }
}

#[test]
fn resizing_loses_neither_place_nor_text() {
    for keys in SCREENS {
        let mut play = Play::later();
        play.play(keys).play(if keys.is_empty() { "pgdn" } else { "" });
        let (before, place) = (play.screen(), play.place());
        for (columns, rows) in [(0, 0), (40, 10), (300, 100), (1, 1), (60, 16), (80, 24)] {
            play.resize(columns, rows);
            play.screen();
        }
        assert_eq!(play.place(), place);
        assert_eq!(play.screen(), before, "after {keys}");
    }
}

#[test]
fn keys_work_at_any_size() {
    for (columns, rows) in [(0, 0), (1, 1), (19, 5), (40, 10), (41, 11), (300, 100)] {
        let mut play = Play::later().sized(columns, rows);
        play.play(
            "j k g G pgdn pgup pgdn pgdn ctrl-u h l [ ] t 2 j l pgdn 3 j k l h g G 5 j k g G enter ? j G k q \
             / \"query\" down pgdn pgup up enter n \"x\" up down home end esc u U s esc m \"5\" enter",
        );
        for y in 0..rows.min(30) {
            for x in (0..columns.min(90)).step_by(3) {
                play.click(x, y);
            }
        }
    }
}

#[test]
fn everything_can_be_scrolled_into_sight_and_back() {
    let mut play = Play::later().sized(40, 10);
    play.play("h h");
    let start = play.text();
    let mut seen = String::new();
    for keys in ["pgup", "pgdn"] {
        for _ in 0..30 {
            seen.push_str(&play.text());
            play.play(keys);
        }
    }
    for words in
        ["By the end you can react to a model", "Django: signals", "Builds on", "22 Models"]
    {
        assert!(seen.contains(words), "{words} is never in sight:\n{seen}");
    }
    let end = play.text();
    play.play("pgup");
    assert_ne!(play.text(), end, "one page back from the end moves at once");
    play.play("j k");
    assert_eq!(play.text(), start, "moving the cursor brings it back into sight");
}
