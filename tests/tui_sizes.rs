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

use play::Play;

const SCREENS: [&str; 14] = [
    "",
    "G",
    "h h s \"why\" enter",
    "2",
    "3",
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
    if columns >= 60 && rows > 0 && small {
        let text = play.text();
        assert!(text.contains("The terminal is too small: 40x10 is needed."), "{text}");
    }
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
