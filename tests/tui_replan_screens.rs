//! The re-plan as it stands on screen: at every size the choice and what it changes, and the whole preview within reach.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test fails so"
)]

#[path = "common/absence.rs"]
mod absence;
#[path = "common/play.rs"]
mod play;

use ninety::env::{Colours, Glyphs};
use play::Play;
use std::fmt::Write;

/// What to press to see each screen.
const SCREENS: [(&str, &str); 9] = [
    ("continue", "r"),
    ("keep_end", "r 2"),
    ("skip", "r 3 enter space space j space"),
    ("skip_reason", "r 3 enter space j space tab \"known from work\""),
    ("break", "r 4 enter right tab right"),
    ("break_typed", "r 4 enter \"2026-12-24\""),
    ("break_wrong", "r 4 enter \"soon\" enter"),
    ("pace", "r 5 enter right tab"),
    ("pace_minutes", "r 5 enter 4 tab l l space tab \"2h\""),
];

#[test]
fn every_screen_at_four_sizes() {
    for (name, keys) in SCREENS {
        let mut all = String::new();
        for (columns, rows) in [(80, 24), (120, 40), (60, 16), (40, 10)] {
            let mut play = Play::with(&absence::a_week()).sized(columns, rows);
            play.play(keys);
            writeln!(all, "=== {columns}x{rows}\n{}", play.screen()).unwrap();
        }
        insta::assert_snapshot!(name, all);
    }
    let mut play = Play::with(&absence::a_week()).looking(Colours::None, Glyphs::Ascii);
    let all: String = SCREENS
        .iter()
        .map(|(_, keys)| {
            play.play("esc esc esc 1");
            play.play(keys);
            assert!(play.text().is_ascii(), "{}", play.text());
            play.text() + "\n"
        })
        .collect();
    insta::assert_snapshot!("plain", all);
}

#[test]
fn at_every_size_the_choice_and_the_end_date_are_in_sight() {
    for (name, keys) in SCREENS {
        let mut play = Play::with(&absence::a_week());
        play.play(keys);
        for columns in (0..=210).step_by(15).chain([40, 55, 56, 76, 110]) {
            for rows in (0..=60).step_by(5).chain([11, 13, 16, 24]) {
                play.resize(columns, rows);
                let (buffer, cursor) = play.buffer();
                assert!(cursor.is_none_or(|at| buffer.area.contains(at)));
                if columns < 40 || rows < 10 {
                    continue;
                }
                let text = play.text();
                assert!(
                    text.contains(play.theme.signs().cursor),
                    "{name} at {columns}x{rows}:\n{text}"
                );
                let end = ["End date", "As it stands"].iter().any(|end| text.contains(end));
                let end = end || name == "break_wrong";
                assert!(end, "{name} at {columns}x{rows}:\n{text}");
            }
        }
    }
}

#[test]
fn the_whole_preview_can_be_scrolled_into_sight() {
    for (_, keys) in SCREENS.iter().filter(|(name, _)| *name != "break_wrong") {
        let mut play = Play::with(&absence::a_week()).sized(40, 10);
        play.play(keys);
        let top = play.text();
        let mut seen = String::new();
        for _ in 0..20 {
            seen.push_str(&play.text());
            play.play("pgdn");
        }
        assert!(seen.contains("The next days"), "{keys}:\n{seen}");
        let end = play.text();
        play.play("pgup");
        assert_ne!(play.text(), end, "one page back from the end moves at once");
        play.play(&"pgup ".repeat(20));
        assert_eq!(play.text(), top, "{keys}");
    }
}
