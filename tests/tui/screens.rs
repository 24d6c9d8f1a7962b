//! The views as they stand on the screen: a few whole pictures, and what holds of all of them.

use crate::play::Play;
use ninety::env::{Charset, Colours};

/// What to press to see each screen.
const SCREENS: [(&str, &str); 16] = [
    ("today", ""),
    ("today_resource", "G"),
    ("week", "2"),
    ("week_milestone", "2 tab f"),
    ("review", "2 R \"one\""),
    ("plan", "3"),
    ("plan_marked", "3 v l l"),
    ("progress", "4"),
    ("notes", "5"),
    ("notes_filtered", "5 / \"lazy\""),
    ("help", "?"),
    ("note", "n \"Read it twice.\" enter enter \"日本語 works.\""),
    ("search", "/ \"query\""),
    ("skip", "l s \"why\""),
    ("minutes", "m \"soon\" enter"),
    ("re_plan", "r"),
];

const SIZES: [(u16, u16); 4] = [(80, 24), (60, 16), (120, 40), (40, 10)];

#[test]
fn the_views_and_the_re_plan_with_their_styles() {
    for (name, keys) in
        [("today", ""), ("week", "2"), ("plan", "3"), ("progress", "4"), ("notes", "5"), ("re_plan", "r")]
    {
        insta::assert_snapshot!(name, Play::later().play(keys).screen());
    }
}

#[test]
fn without_colours_bold_and_reverse_remain() {
    for (name, keys) in SCREENS {
        let mut play = Play::later().looking(Colours::None, Charset::Unicode);
        let screen = play.play(keys).screen();
        let styles = screen.split("--- styles\n").nth(1).unwrap();
        assert!(!styles.contains(['c', 'g', 'm', 'C', 'G', 'M', 'T']), "{name} has colours:\n{screen}");
        assert!(styles.lines().next().unwrap().contains('R'), "{name} shows no view:\n{screen}");
        assert_eq!(play.text(), Play::later().play(keys).text(), "{name} says less without colours");
    }
}

#[test]
fn plain_screens_are_ascii_column_for_column() {
    for (columns, rows) in SIZES {
        for (name, keys) in SCREENS {
            let mut play = Play::later().looking(Colours::Sixteen, Charset::Ascii).sized(columns, rows);
            let mut unicode = Play::later().sized(columns, rows);
            let text = play.play(keys).text();
            unicode.play(keys);
            assert!(text.is_ascii(), "{name} at {columns}x{rows}:\n{text}");
            let frames = |text: &str| text.matches(['╭', '╮']).count();
            let plain = text.lines().map(|row| row.matches('+').count()).sum::<usize>();
            assert!(plain >= frames(&unicode.text()), "{name} at {columns}x{rows}:\n{text}");
        }
    }
}

#[test]
fn the_terminal_s_cursor_rests_on_what_is_selected() {
    for (columns, rows) in SIZES {
        for (keys, line) in [("", "▸ ○ practice Write a"), ("2", "✓ 41 Middleware"), ("5", "7 Dec  40 Read")] {
            let mut play = Play::later().sized(columns, rows);
            play.play(keys);
            assert!(play.line().starts_with(line), "{keys} at {columns}x{rows}: {}\n{}", play.line(), play.text());
        }
        let mut play = Play::later().sized(columns, rows);
        assert!(play.play("3").line().contains("6 Advanced"), "{}", play.line());
        assert!(play.play("4").line().contains("7 Dec"), "{}", play.line());
    }
}

#[test]
fn the_cursor_rests_on_every_screen_list_and_form() {
    for (columns, rows) in SIZES {
        for (keys, line) in [
            ("2 tab", "○"),
            ("2 R", ""),
            ("r", "▸ Goal"),
            ("r down", "▸ Study days"),
            ("w", ""),
            ("w enter", ""),
            ("?", ""),
            ("/ \"query\"", ""),
            ("5 / \"lazy\"", ""),
            ("5 / \"zzzz\"", ""),
            ("5 / \"zzzz\" enter", ""),
            ("n", ""),
            ("N \"word\"", ""),
            ("s", ""),
            ("m \"soon\" enter", ""),
        ] {
            let mut play = Play::later().sized(columns, rows);
            play.play(keys);
            assert!(play.stage.cursor.is_some(), "{keys} at {columns}x{rows}:\n{}", play.text());
            assert!(play.line().contains(line), "{keys} at {columns}x{rows}: {}\n{}", play.line(), play.text());
        }
        // The first start, the welcome back, and the offer of a draft.
        let play = Play::new().sized(columns, rows);
        assert!(play.line().starts_with("▸ Study days"), "{}\n{}", play.line(), play.text());
        let play = Play::later().at("2027-01-20T20:00:00+01:00").sized(columns, rows);
        assert!(play.line().contains("since you last checked in"), "{}\n{}", play.line(), play.text());
        let mut play = Play::begun().sized(columns, rows);
        play.play("n \"half a thought\" ctrl-c");
        let play = play.again();
        assert!(play.line().starts_with("This note was being written"), "{}\n{}", play.line(), play.text());
    }
}

#[test]
fn resources_lead_to_their_addresses_in_terminals_that_know_links() {
    let play = Play::later();
    let day = play.study().plan().day(play.study().plan().day_no(41).unwrap());
    let shown: Vec<&str> = play.stage.links.iter().map(|(_, url)| url.as_str()).collect();
    for resource in day.resources {
        assert!(shown.contains(&resource.url()), "{} is not in {shown:?}", resource.url());
    }
    for (area, url) in &play.stage.links {
        let row = play.text().lines().nth(usize::from(area.y)).unwrap().to_owned();
        assert!(row.contains("Django:") || row.contains("ordering"), "{url} lies on {row}");
    }
}

#[test]
fn nothing_leads_anywhere_under_what_lies_over_it() {
    let mut play = Play::later();
    play.play("?");
    assert_eq!(play.stage.links, []);
}

#[test]
fn plan_marks_a_range_and_skips_it_with_one_reason() {
    let mut play = Play::begun();
    play.play("3 l v");
    assert_eq!(play.foot(), "Move to the other end of the range; s skips it.");
    play.play("l l");
    assert!(play.text().contains("Marked: days 2-4, from day"), "{}", play.text());
    play.play("s \"known from school\" enter");
    assert_eq!(play.recorded(), 2, "one entry, one undo");
    assert!(play.foot().starts_with("Skipped days 2-4"), "{}", play.foot());
    assert!(!play.text().contains("Marked"), "the mark is gone:\n{}", play.text());
    assert!(play.text().contains("□ × × × □ □ ◇"), "{}", play.text());
    play.play("u");
    assert!(play.text().contains("□ □ □ □ □ □ ◇"), "{}", play.text());
}

#[test]
fn a_mark_is_taken_away_by_the_key_that_made_it() {
    let mut play = Play::begun();
    play.play("3 l v l v");
    assert!(!play.text().contains("Marked"), "{}", play.text());
    play.play("s esc");
    assert_eq!(play.recorded(), 1);
    // Where a range is marked, space ticks nothing.
    let before = play.recorded();
    play.play("v l space");
    assert_eq!(play.foot(), "Marked days can be skipped, not ticked.");
    assert_eq!(play.recorded(), before);
}
