//! Every view and everything that lies over one, at every size; no size loses the place.

use crate::play::Play;

const SCREENS: [&str; 20] = [
    "",
    "G",
    "h s \"why\" enter",
    "2",
    "2 tab",
    "2 tab f",
    "2 R \"one\" tab \"two\"",
    "3",
    "3 v j j",
    "4",
    "5",
    "5 / \"a\"",
    "?",
    "? pgdn pgdn pgdn pgdn",
    "n \"日本語 text that is long enough to be wrapped on any screen 👩‍💻\" enter \"two\"",
    "/ \"query\"",
    "/ \"query\" down down down down down down down down",
    "l s \"because of 日本\"",
    "m \"soon\" enter",
    "r",
];

/// The views and what fills one of their panes, whose frames nothing may cover.
const FRAMES: [&str; 8] = ["", "2", "2 tab", "2 tab f pgdn", "3", "4", "5", "l n \"a word\""];

/// Every frame that begins on the screen closes on it.
fn frames_close(play: &Play, what: &str) {
    let text = play.text();
    let grid: Vec<Vec<char>> = text.lines().map(columns).collect();
    let at = |x: usize, y: usize| grid.get(y).and_then(|row| row.get(x)).copied().unwrap_or(' ');
    for (y, row) in grid.iter().enumerate() {
        for (x, symbol) in row.iter().enumerate() {
            match symbol {
                '╭' => {
                    let end = (y + 1..grid.len()).find(|y| at(x, *y) != '│');
                    assert_eq!(end.map(|y| at(x, y)), Some('╰'), "{what}: the frame at {x},{y} is cut:\n{text}");
                }
                '╯' => {
                    let top = (0..y).rev().find(|y| at(x, *y) != '│');
                    assert_eq!(top.map(|y| at(x, y)), Some('╮'), "{what}: the frame up from {x},{y} is cut:\n{text}");
                }
                '╰' => assert!(row[x..].contains(&'╯'), "{what}: the frame at {x},{y} is open:\n{text}"),
                _ => {}
            }
        }
    }
}

/// A row's characters by their columns; what a wide one covers is blank.
fn columns(row: &str) -> Vec<char> {
    let mut columns = Vec::new();
    for part in unicode_segmentation::UnicodeSegmentation::graphemes(row, true) {
        columns.extend(part.chars().next());
        columns.extend(std::iter::repeat_n(' ', ninety::text::width(part).saturating_sub(1)));
    }
    columns
}

fn drawn(play: &mut Play, columns: u16, rows: u16) {
    play.resize(columns, rows);
    assert_eq!(play.stage.shown.area.width, columns);
    if let Some((at, _)) = play.stage.cursor {
        assert!(play.stage.shown.area.contains(at), "the cursor is off the screen at {columns}x{rows}");
    }
    for (area, url) in &play.stage.links {
        assert!(play.stage.shown.area.contains(area.as_position()), "{url} at {columns}x{rows}");
    }
    if columns >= 36 && rows > 0 && (columns < 40 || rows < 10) {
        assert!(play.text().contains(&format!("ninety needs 40x10 (here {columns}x{rows}).")), "{}", play.text());
    }
}

#[test]
fn every_size_from_the_smallest_to_a_wall_draws_whole_frames() {
    for keys in FRAMES {
        let mut play = Play::later();
        play.play(keys);
        for columns in 40..=200 {
            let rows = 10 + (columns * 7) % 51;
            drawn(&mut play, columns, rows);
            frames_close(&play, &format!("{keys} at {columns}x{rows}"));
        }
        for rows in 10..=60 {
            let columns = [40, 59, 60, 71, 72, 80, 109, 110, 120, 160, 200][usize::from(rows % 11)];
            drawn(&mut play, columns, rows);
            frames_close(&play, &format!("{keys} at {columns}x{rows}"));
        }
    }
}

#[test]
fn everything_draws_at_every_width_and_every_height() {
    for keys in SCREENS {
        let mut play = Play::later();
        play.play(keys);
        for columns in (0..=210).step_by(3) {
            drawn(&mut play, columns, [10, 15, 16, 24, 40][usize::from(columns % 5)]);
        }
        for rows in 0..=70 {
            drawn(&mut play, [40, 59, 71, 72, 76, 110][usize::from(rows % 6)], rows);
        }
    }
}

#[test]
fn a_screen_without_columns_or_rows_draws_nothing() {
    for (columns, rows) in [(0, 0), (0, 24), (80, 0), (1, 1)] {
        for keys in SCREENS {
            let mut play = Play::later();
            play.play(keys);
            drawn(&mut play, columns, rows);
        }
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
            let screen = play.play(before).screen();
            play.resize(columns, rows);
            play.play("n a b esc space x enter 2 l j s enter u m tab ctrl-u");
            assert_eq!(play.recorded(), 1, "after {before}");
            play.play("ctrl-z");
            assert_eq!(play.stage.suspended, 1, "after {before}");
            play.resize(80, 24);
            assert_eq!(play.screen(), screen, "after {before}");
            play.resize(columns, rows).play("ctrl-c");
            assert_eq!(play.ended, Some(0), "after {before}");
        }
    }
    let mut play = Play::begun().sized(30, 8);
    assert_eq!(play.play("q").ended, Some(0));
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
fn the_map_is_as_wide_as_it_needs() {
    let mut play = Play::later().sized(200, 40);
    let text = play.play("3").text();
    let top = text.lines().nth(2).unwrap();
    let columns = ninety::text::width(top.split('╮').next().unwrap()) + 1;
    assert!(columns < 64, "{columns} columns:\n{text}");
    assert!(!text.lines().any(|row| row.split('│').nth(1).is_some_and(|map| map.contains('…'))), "{text}");
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
        // What a message says stays until the next key.
        let before = play.play(keys).screen();
        for (columns, rows) in [(0, 0), (40, 10), (300, 100), (1, 1), (60, 16), (80, 24)] {
            play.resize(columns, rows);
        }
        assert_eq!(play.screen(), before, "after {keys}");
    }
}

#[test]
fn keys_and_clicks_work_at_any_size() {
    for (columns, rows) in [(0, 0), (1, 1), (19, 5), (40, 10), (41, 11), (300, 100)] {
        let mut play = Play::later().sized(columns, rows);
        play.play(
            "j k g G pgdn pgup pgdn pgdn ctrl-u h l [ ] t 2 j l pgdn tab j tab f 3 j k l v h g G esc 4 h l j k 5 j k g G enter \
             ? down esc / \"query\" down pgdn pgup up enter n \"x\" up down home end esc u U s esc m \"5\" enter",
        );
        for y in (0..rows.min(30)).step_by(3) {
            for x in (0..columns.min(90)).step_by(8) {
                play.click(x, y).play("esc");
            }
        }
    }
}

#[test]
fn everything_of_a_day_can_be_scrolled_into_sight_and_back() {
    let mut play = Play::later().sized(40, 10);
    play.play("h");
    let start = play.text();
    let mut seen = String::new();
    for keys in ["pgup", "pgdn"] {
        for _ in 0..30 {
            seen.push_str(&play.text());
            play.play(keys);
        }
    }
    for words in ["By the end you can react to a model", "Django: signals", "Builds on", "22 Models"] {
        assert!(seen.contains(words), "{words} is never in sight:\n{seen}");
    }
    let end = play.text();
    assert_ne!(play.play("pgup").text(), end, "one page back from the end moves at once");
    assert_eq!(play.play("j k").text(), start, "moving the cursor brings it back into sight");
}
