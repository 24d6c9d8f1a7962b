//! Every view and overlay as it stands on screen, at four sizes, with nothing done and after forty days.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test fails so"
)]

#[path = "common/play.rs"]
mod play;

use ninety::env::{Colours, Glyphs};
use play::Play;
use std::fmt::Write;

const SIZES: [(u16, u16); 4] = [(80, 24), (60, 16), (120, 40), (40, 10)];

/// What to press to see each screen of a learner who has begun.
const SCREENS: [(&str, &str); 15] = [
    ("today", ""),
    ("today_resource", "G"),
    ("today_past", "h h"),
    ("week", "2"),
    ("plan", "3"),
    ("progress", "4"),
    ("notes", "5"),
    ("help", "?"),
    ("note", "n \"Read it twice.\" enter enter \"日本語 works.\""),
    ("search", "/ \"query\""),
    ("search_nothing", "/ \"zzzz\""),
    ("skip", "s \"why\""),
    ("minutes", "m \"soon\" enter"),
    ("ticked", "space"),
    ("skipped", "s \"too late\" enter"),
];

/// A screen for each size and look, one below the other.
fn gallery(keys: &str, plays: impl Fn() -> Vec<(&'static str, Play)>) -> String {
    let mut all = String::new();
    for (columns, rows) in SIZES {
        for (when, play) in plays() {
            let mut play = play.sized(columns, rows);
            play.play(keys);
            writeln!(all, "=== {columns}x{rows}, {when}\n{}", play.screen()).unwrap();
        }
    }
    all
}

#[test]
fn every_screen_at_four_sizes() {
    for (name, keys) in SCREENS {
        let plays = || vec![("first evening", Play::begun()), ("later", Play::later())];
        insta::assert_snapshot!(name, gallery(keys, plays));
    }
}

#[test]
fn the_first_start() {
    for (name, keys) in
        [("welcome", ""), ("welcome_typed", "\"+3x\" enter"), ("welcome_days", "enter right")]
    {
        insta::assert_snapshot!(name, gallery(keys, || vec![("first start", Play::new())]));
    }
}

#[test]
fn without_colours_bold_and_reverse_remain() {
    for (name, keys) in SCREENS {
        let mut play = Play::later().looking(Colours::None, Glyphs::Unicode);
        play.play(keys);
        let screen = play.screen();
        let styles = screen.split("--- styles\n").nth(1).unwrap();
        assert!(
            !styles.contains(['c', 'g', 'm', 'C', 'G', 'M', 'T']),
            "{name} has colours:\n{screen}"
        );
        assert!(styles.lines().next().unwrap().contains('R'), "{name} shows no view:\n{screen}");
    }
    let mut play = Play::later().looking(Colours::None, Glyphs::Unicode);
    let all = ["1", "2", "3", "4", "5"].map(|key| play.play(key).screen()).concat();
    insta::assert_snapshot!("no_colour", all);
}

#[test]
fn plain_screens_are_ascii() {
    let looking = |play: Play| play.looking(Colours::Sixteen, Glyphs::Ascii);
    for (columns, rows) in SIZES {
        for (name, keys) in SCREENS {
            let mut play = looking(Play::later()).sized(columns, rows);
            let mut unicode = Play::later().sized(columns, rows);
            play.play(keys);
            unicode.play(keys);
            let text = play.text();
            assert!(text.is_ascii(), "{name} at {columns}x{rows}:\n{text}");
            let widths = |text: &str| text.lines().map(ninety::text::width).collect::<Vec<_>>();
            assert_eq!(
                widths(&text),
                widths(&unicode.text()),
                "{name} at {columns}x{rows}:\n{text}"
            );
        }
    }
    let mut play = looking(Play::later());
    let all = ["1", "2", "3", "4", "5", "? G", "q n"].map(|keys| play.play(keys).screen()).concat();
    insta::assert_snapshot!("plain", all);
}
