//! Text from plan, journal, paste and arguments that tries to act on the terminal or to tear the screen: it is shown as
//! what it is, or dropped, and every column stays where it is.

use crate::play::Play;
use ninety::env::{Charset, Colours};
use ninety::text::{is_unsafe, width};
use ninety::tui::Theme;
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Controls, escape sequences, bidi marks, tags, separators, joiners and piles of marks.
const NASTY: [&str; 18] = [
    "\u{1b}[31mred",
    "\u{1b}]0;title\u{7}",
    "\u{1b}]52;c;aGk=\u{1b}\\",
    "\u{9b}2J",
    "\u{9d}0;x\u{9c}",
    "\u{202e}evil\u{202c}",
    "\u{2066}a\u{2069}",
    "\u{200f}\u{200e}\u{61c}",
    "\u{e0041}\u{e007f}",
    "\u{2028}\u{2029}\u{85}",
    "\0\u{8}\u{7f}",
    "\u{feff}\u{200b}\u{2060}",
    "\u{115f}\u{1160}",
    "\u{200d}\u{fe0f}\u{fe0f}",
    "👩‍💻👩‍👩‍👧‍👦🇩🇪",
    "日本語全角",
    "שלום עולם",
    "\tone\ttwo",
];

fn all_nasty() -> String {
    let pile = format!("a{}", "\u{301}".repeat(500));
    NASTY.join(" ") + " " + &pile
}

/// Every cell is safe, every row is as wide as the screen, and every frame closes in its column.
fn sound(play: &Play, ascii: bool) {
    let buffer: &Buffer = &play.stage.shown;
    for (_, url) in &play.stage.links {
        assert!(!url.contains(is_unsafe) && url.starts_with("http"), "{url:?}");
    }
    let columns = usize::from(buffer.area.width);
    for row in buffer.content.chunks(columns) {
        let mut x = 0;
        while x < columns {
            let symbol = row[x].symbol();
            assert!(!symbol.contains(is_unsafe), "{symbol:?} in {row:?}");
            assert!(symbol.chars().count() <= 16, "{} characters in one cell", symbol.chars().count());
            assert!(!ascii || symbol.is_ascii(), "{symbol:?}");
            x += width(symbol).max(1);
        }
        assert_eq!(x, columns, "a wide character reaches over the edge");
    }
}

fn sound_everywhere(mut play: Play) {
    for glyphs in [Charset::Unicode, Charset::Ascii] {
        play = play.looking(Colours::Sixteen, glyphs);
        for (columns, rows) in [(80, 24), (40, 10), (61, 16), (120, 40), (73, 19)] {
            play.resize(columns, rows);
            for keys in ["esc 1 t", "2", "tab", "tab", "3", "4", "5", "j", "n", "esc ? G", "esc 1"] {
                play.play(keys);
                sound(&play, glyphs == Charset::Ascii);
            }
        }
    }
}

#[test]
fn a_note_in_a_hand_written_journal_is_shown_and_does_nothing() {
    let letters: Vec<String> = all_nasty().chars().map(|c| format!("\\U{:08x}", u32::from(c))).collect();
    let escaped = letters.concat();
    let line = |n: u32, field: &str| format!("{n}-0000000{n} = {{ at = 2026-12-08T19:41:12+01:00, {field} }}\n");
    let lines = line(1, &format!("day = \"tools-and-the-big-picture\", note = \"{escaped}\\n{escaped}\""))
        + &line(3, &format!("link = \"https://example.org/{escaped}\", week = \"data-types\""))
        + &line(4, &format!("review = \"data-types\", can = \"{escaped}\", next = \"{escaped}\""))
        + &line(5, &format!("add = \"{escaped}\", day = \"tools-and-the-big-picture\""))
        + &line(2, &format!("skip = \"data-types\", because = \"{escaped}\""));
    let mut play = Play::with(&lines);
    assert!(!play.note(1).is_empty());
    play.play("1 t l");
    sound(&play, false);
    play.play("2");
    sound(&play, false);
    sound_everywhere(play);
}

#[test]
fn hostile_pastes_and_queries_are_tamed() {
    let nasty = all_nasty();
    for keys in ["n", "/", "s", "m"] {
        let mut play = Play::begun();
        play.play(keys).paste(&nasty);
        for (columns, rows) in [(80, 24), (40, 10), (77, 17)] {
            play.resize(columns, rows);
            sound(&play, false);
            play.play("left left left home right right end");
            sound(&play, false);
        }
        play.play("enter");
        sound(&play, false);
        play.play("esc");
        sound_everywhere(play);
    }
}

#[test]
fn a_plan_of_ones_own_is_drawn_whole_whatever_its_letters() {
    let text = "id = \"mine\"\ntitle = \"日本語の計画 “with” – dashes… and é\"\n[[week]]\ntitle = \"週 one\"\n[[week.day]]\ntitle = \"שלום עולם 👩‍💻\"\ntasks = [{ do = \"全角文字でとても長い課題をここに書いておく、そしてもっと長くする\" }, { do = \"x\" }]\n";
    let source = ninety::plan::Source { name: "mine.toml".to_owned(), text: text.to_owned() };
    let own: &'static ninety::plan::Plan = Box::leak(Box::new(ninety::plan::Plan::read(&[source]).unwrap()));
    let mut play = Play::of(own);
    for (columns, rows) in [(80, 24), (40, 10), (120, 40)] {
        play.resize(columns, rows);
        for keys in ["esc 1", "2", "3", "4", "5", "?", "esc n", "esc 1 space"] {
            play.play(keys);
            sound(&play, false);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_in_any_field_leaves_the_screen_sound(
        text in "\\PC{0,40}", control in "(\\p{C}|\\p{M}|\\p{Emoji}){0,12}", columns in 40..130u16, rows in 10..30u16,
    ) {
        for keys in ["n", "/", "s"] {
            let mut play = Play::begun().sized(columns, rows);
            play.play(keys).paste(&text).paste(&control).paste(&text);
            sound(&play, false);
            play.play("left backspace backspace enter \"x\" up");
            sound(&play, false);
            play.play("esc");
            sound(&play, false);
        }
    }
}

/// What a terminal without Unicode shows of these symbols, one a cell.
fn plain(symbols: &[String]) -> String {
    let mut buffer = Buffer::empty(Rect::new(0, 0, u16::try_from(symbols.len()).unwrap(), 1));
    for (cell, symbol) in buffer.content.iter_mut().zip(symbols) {
        cell.set_symbol(symbol);
    }
    Theme::new(Colours::None, Charset::Ascii).finish(&mut buffer);
    buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect()
}

#[test]
fn every_character_has_a_printable_ascii_one() {
    let all: Vec<String> = ('\0'..=char::MAX).map(|c| c.to_string()).collect();
    for symbols in all.chunks(10_000) {
        let shown = plain(symbols);
        let is_plain = shown.len() == symbols.len() && shown.bytes().all(|b| matches!(b, b' '..=b'~'));
        assert!(is_plain, "from {:?} on: {shown:?}", symbols[0]);
    }
}

#[test]
fn letters_lose_their_accents() {
    let of = |text: &str| plain(&text.chars().map(|c| c.to_string()).collect::<Vec<_>>());
    assert_eq!(of("Čapek naïve Łódź Ünïcödé ñ"), "Capek naive Lodz Unicode n");
    assert_eq!(plain(&["e\u{301}".to_owned()]), "e");
}
