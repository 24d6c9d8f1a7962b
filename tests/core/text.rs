//! What may reach a terminal, and what is typed: words as people read and write them.

use ninety::text::{capitalised, is_unsafe, is_web_address, pasted, shortened, visible, width, wrapped};
use ninety::typed::{LONGEST, minutes_word};
use proptest::prelude::*;

#[test]
fn a_paste_loses_whole_sequences_and_no_word() {
    for (given, kept) in [
        ("a \u{1b}[31mred\u{1b}[0m b", "a red b"),
        ("\u{1b}[38;2;1;2;3mtrue\u{1b}[m\u{1b}[?25l", "true"),
        ("\u{1b}[31mred\u{1b}[0m\r\n", "red\n"),
        ("\u{9b}1mbold", "bold"),
        ("\u{1b}]0;title\u{7}x", "x"),
        ("\u{1b}]8;;https://a.b\u{1b}\\link\u{1b}]8;;\u{1b}\\", "link"),
        ("\u{9d}0;t\u{9c}x", "x"),
        ("\u{1b}P1$r0m\u{1b}\\x\u{90}q\u{9c}y", "xy"),
        ("\u{1b}_app\u{1b}\\\u{1b}^pm\u{1b}\\\u{1b}Xsos\u{1b}\\x", "x"),
        ("\u{1b}(Bset", "set"),
        // What does not end is not a sequence, and takes nothing with it.
        ("\u{1b}]0;the rest of the note", "]0;the rest of the note"),
        ("\u{1b}[31", "[31"),
        ("\u{1b}[3\nm", "[3\nm"),
        ("\u{1b}\u{1b}[1mx\u{1b}", "x"),
        ("[31m is no sequence", "[31m is no sequence"),
    ] {
        assert_eq!(pasted(given), kept, "{given:?}");
    }
}

#[test]
fn hints_and_overrides_of_direction_are_kept_and_overrides_are_shown() {
    // Left to right, right to left, Arabic, joiners, soft hyphen, a place to break and one not to.
    let hints = "a\u{200e}b\u{200f}c\u{61c}d\u{200d}e\u{200c}f\u{ad}g\u{200b}h\u{2060}i";
    assert_eq!((pasted(hints).as_str(), &*visible(hints), width(hints)), (hints, hints, 9));
    let turned = "a\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}b\u{2066}\u{2067}\u{2068}\u{2069}c";
    assert_eq!((pasted(turned).as_str(), &*visible(turned)), (turned, "a�����b����c"));
    // What ends a line elsewhere ends one here.
    assert_eq!(pasted("one\u{2028}two\u{2029}three\rfour"), "one\ntwo\nthree\nfour");
    // An address is what it looks like.
    for c in ['\u{200e}', '\u{ad}', '\u{200b}', '\u{2060}', '\u{202e}'] {
        assert!(!is_web_address(&format!("https://exam{c}ple.org")), "{c:?}");
    }
}

#[test]
fn a_long_word_is_broken_where_it_has_joints() {
    for (text, columns, lines) in [
        ("see docs.djangoproject.com/en/stable/topics", 20, vec!["see", "docs.djangoproject.", "com/en/stable/topics"]),
        ("a_very_long_name-of_it", 10, vec!["a_very_", "long_name-", "of_it"]),
        ("abcdefghijklmnopqrst", 8, vec!["abcdefgh", "ijklmnop", "qrst"]),
        ("-abcdefghijkl", 8, vec!["-abcdefg", "hijkl"]),
        ("well-known words", 10, vec!["well-known", "words"]),
    ] {
        assert_eq!(wrapped(text, columns), lines, "{text} in {columns}");
    }
}

#[test]
fn every_function_does_what_its_name_says() {
    assert_eq!(visible("red \u{1b}[31m"), "red ␛[31m");
    assert_eq!(capitalised("day 17, Views"), "Day 17, Views");
    assert_eq!(shortened("Portfolio website", 10), "Portfolio…");
    assert_eq!(wrapped("Create a homepage that says hello", 16), ["Create a", "homepage that", "says hello"]);
    assert!(is_web_address("https://example.org/blog") && !is_web_address("javascript:alert(1)"));
    let date = |text: &str| text.parse().unwrap();
    assert_eq!(ninety::words::dates(date("2027-03-12"), date("2027-03-19")), "12-19 Mar 2027");
    assert_eq!(ninety::words::span(90), "1 h 30 min");
}

proptest! {
    #[test]
    fn wrapping_keeps_every_letter_and_fits(
        text in "([a-c日._/-]{0,30} ?){0,4}",
        columns in 2_usize..40,
    ) {
        let lines = wrapped(&text, columns);
        for line in &lines {
            prop_assert!(width(line) <= columns, "{line:?} in {columns}");
        }
        prop_assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""));
    }

    #[test]
    fn pasting_again_changes_nothing(
        text in "[\u{1b}\u{9b}\u{9c}\u{9d}\u{90}\u{7}\\[\\]P\\\\(;0-9mB \n\r日]{0,40}",
    ) {
        let once = pasted(&text);
        prop_assert!(once.chars().all(|c| c == '\n' || !is_unsafe(c)), "{once:?}");
        prop_assert_eq!(pasted(&once), once);
    }
}

#[test]
fn every_length_of_time_is_read_in_each_of_its_forms() {
    for all in 1..=LONGEST {
        let (hours, minutes) = (all / 60, all % 60);
        let hours_and_minutes = [
            format!("{hours}h{minutes}"),
            format!("{hours}H{minutes:02}m"),
            format!("{hours}:{minutes:02}"),
            format!("{hours}h{minutes}min"),
        ];
        let minutes_alone = [format!(" {all} "), format!("{all}m"), format!("{all} min")];
        for word in hours_and_minutes.iter().chain(&minutes_alone) {
            assert_eq!(minutes_word(word), Some(all), "{word}");
        }
        let decimal = format!("{:.4}h", f64::from(all) / 60.0);
        assert_eq!(minutes_word(&decimal), Some(all), "{decimal}");
    }
    for word in ["0", "24:01", "1441", "1:60", "1.5", "1.5h30", "1.h", "h", "", "min"] {
        assert_eq!(minutes_word(word), None, "{word}");
    }
}
