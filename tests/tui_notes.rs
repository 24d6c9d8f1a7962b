//! The note editor: what is typed and pasted, how it looks, and how it becomes an entry.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test fails so"
)]

#[path = "common/play.rs"]
mod play;

use crossterm::event::MouseEventKind;
use ninety::journal::Fact;
use ninety::plan::Plan;
use ninety::tui::keymap::Context;
use play::Play;

fn note(text: &str) -> Fact {
    let day = Plan::builtin().days().first().unwrap().id().clone();
    Fact::Note { day, text: text.to_owned(), over: Vec::new() }
}

fn writing() -> Play {
    let mut play = Play::begun();
    play.play("n");
    play
}

fn cursor(play: &Play) -> (u16, u16) {
    let at = play.buffer().1.expect("a cursor");
    (at.x - 2, at.y - 3)
}

#[test]
fn every_printable_key_is_text() {
    let mut play = writing();
    let all: String = (' '..='~').filter(|c| *c != '"').collect();
    play.play(&format!("\"{all}\""));
    assert_eq!(play.typed(), all);
    for (keys, shown) in [("/", "/ "), ("s", "> "), ("m", "> ")] {
        let mut play = Play::begun();
        play.play(keys).play("\"q?12 x\"");
        assert!(play.text().contains(&format!("{shown}q?12 x")), "{}", play.text());
        assert!(play.effects.is_empty());
    }
}

#[test]
fn leaving_saves_one_entry_and_changes_nothing_where_nothing_changed() {
    let mut play = writing();
    play.play("\"one\" enter \"two\" esc");
    assert_eq!(play.note(), "one\ntwo");
    assert_eq!(play.model.context(), Context::Today);
    assert_eq!(
        play.message(),
        "Wrote a note on day 1, Tools and the big picture. u takes it back."
    );
    let before = play.recorded;
    play.play("n esc");
    play.play("n \"x\" backspace esc");
    assert_eq!(play.recorded, before);
}

#[test]
fn a_second_edit_takes_the_place_of_the_first_and_an_empty_one_removes() {
    let mut play = writing();
    play.play("\"one\" esc n \" more\" esc");
    assert_eq!(play.note(), "one more");
    let text = std::fs::read_to_string(play.journal()).unwrap();
    assert_eq!(text.matches("over = [\"2-").count(), 1, "{text}");
    play.play("n");
    for _ in 0..8 {
        play.play("backspace");
    }
    play.play("esc");
    assert_eq!(
        play.message(),
        "Removed the note of day 1, Tools and the big picture. u takes it back."
    );
    assert_eq!(play.note(), "");
    play.play("u");
    assert_eq!(play.note(), "one more");
}

#[test]
fn what_another_process_added_meanwhile_stays() {
    let mut play = writing();
    play.play("\"mine\"");
    play.elsewhere(note("theirs\n"));
    play.look();
    play.play("esc");
    assert_eq!(play.note(), "theirs\n\nmine");
}

#[test]
fn a_save_that_fails_keeps_the_editor_and_its_text() {
    let mut play = writing();
    play.play("\"not lost\"");
    let journal = std::fs::read_to_string(play.journal()).unwrap();
    std::fs::write(play.journal(), journal.replace("format = 1", "format = 99")).unwrap();
    play.play("esc");
    assert_eq!(play.typed(), "not lost");
    let message = play.message().to_owned();
    assert!(message.contains("newer"), "{message}");
    let shown = play.text().replace('\n', " ");
    let shown: Vec<&str> = shown.split_whitespace().collect();
    let last = message.split_whitespace().last().unwrap();
    assert!(shown.contains(&last), "the whole sentence is shown: {shown:?}");
    assert!(play.text().contains("not lost"));
    std::fs::write(play.journal(), journal).unwrap();
    play.play("esc");
    assert_eq!(play.note(), "not lost");
}

#[test]
fn one_backspace_deletes_what_the_eye_takes_for_one() {
    for whole in ["👩‍💻", "🇩🇪", "e\u{301}", "日", "👍🏽", "한", "☑\u{fe0f}", "n\u{303}\u{323}"]
    {
        let mut play = writing();
        play.play(&format!("\"a{whole}\""));
        let width = u16::try_from(ninety::text::width(whole)).unwrap();
        assert_eq!(cursor(&play), (1 + width, 0), "{whole:?}");
        play.play("left");
        assert_eq!(cursor(&play), (1, 0), "{whole:?}");
        play.play("right backspace");
        assert_eq!(play.typed(), "a", "{whole:?}");
        play.play("ctrl-u");
        assert_eq!(
            play.typed(),
            format!("a{whole}"),
            "one undo brings the whole of {whole:?} back"
        );
        play.play("home right delete");
        assert_eq!(play.typed(), "a", "{whole:?}");
    }
}

#[test]
fn up_and_down_never_stop_inside_a_character() {
    let mut play = writing();
    play.play("\"👩‍💻👩‍💻👩‍💻\" enter \"abcdefgh\"");
    for _ in 0..8 {
        play.play("up backspace");
        let text = play.typed();
        assert!(!text.contains("\u{200d}\u{200d}") && !text.ends_with('\u{200d}'), "{text:?}");
        for part in text.lines().next().unwrap().split("👩‍💻") {
            assert_eq!(part, "", "{text:?}");
        }
        play.play("ctrl-u down left");
    }
}

#[test]
fn long_lines_wrap_softly_and_the_cursor_follows() {
    let mut play = writing();
    let words = "word ".repeat(40);
    play.play(&format!("\"{}\"", words.trim_end()));
    assert_eq!(play.typed(), words.trim_end());
    let text = play.text();
    assert!(text.lines().filter(|line| line.contains("word word")).count() == 3, "{text}");
    let (_, y) = cursor(&play);
    assert_eq!(y, 2);
    play.play("up up home");
    assert_eq!(cursor(&play), (0, 0));
    play.resize(40, 10);
    assert!(play.text().contains("word"));
    assert_eq!(play.typed(), words.trim_end());
}

#[test]
fn words_are_moved_over_and_deleted() {
    let mut play = writing();
    play.play("\"one two three\" alt-b alt-b ctrl-w");
    assert_eq!(play.typed(), "two three");
    play.play("alt-f \"X\" ctrl-u ctrl-u");
    assert_eq!(play.typed(), "one two three");
    play.play("ctrl-r");
    assert_eq!(play.typed(), "two three");
    play.play("ctrl-left ctrl-right");
    assert_eq!(play.typed(), "two three");
}

#[test]
fn a_paste_keeps_its_lines_and_loses_what_could_act() {
    let mut play = writing();
    play.paste("red \u{1b}[31mtext\r\nsecond\rthird\tcolumn\u{202e}\u{9b}31m\0\n");
    assert_eq!(play.typed(), "red text\nsecond\nthird\tcolumn\n");
    assert_eq!(cursor(&play), (0, 3));
    play.play("up end");
    assert_eq!(cursor(&play).0, 8 + 6, "a tab reaches to the next multiple of four");
    play.play("ctrl-u");
    assert_eq!(play.typed(), "", "one undo takes the whole paste back");
}

#[test]
fn a_paste_that_is_too_long_says_so() {
    let mut play = writing();
    play.paste(&"日".repeat(100_000));
    assert_eq!(play.typed().chars().count(), 256 * 1024 / 3);
    assert!(play.message().starts_with("The paste was cut at 256 KB"));
}

#[test]
fn a_paste_into_a_field_is_one_line_and_into_a_view_nothing() {
    let mut play = Play::begun();
    play.paste("q\nspace");
    assert_eq!((play.recorded, play.effects.len()), (1, 0));
    play.play("s").paste("too\nlate \u{1b}]0;x\u{7}").play("enter");
    assert!(play.message().contains("(too late)"), "{}", play.message());
}

#[test]
fn the_wheel_moves_in_the_editor_and_closes_nothing() {
    for keys in ["n \"a\" enter \"b\"", "s \"why\"", "m \"4\"", "/ \"query\"", "?"] {
        let mut play = Play::begun();
        play.play(keys);
        let context = play.model.context();
        for _ in 0..5 {
            play.mouse(MouseEventKind::ScrollUp, 10, 10).mouse(MouseEventKind::ScrollDown, 10, 10);
        }
        play.mouse(MouseEventKind::ScrollUp, 10, 10);
        assert_eq!(play.model.context(), context);
        play.click(20, 0);
        assert_eq!(play.model.context(), context, "a click beside {context:?}");
    }
}

#[test]
fn undo_goes_back_beyond_a_few_words() {
    let mut play = writing();
    let text = "a sentence of some length ".repeat(8);
    play.play(&format!("\"{text}\""));
    for _ in 0..text.len() {
        play.play("ctrl-u");
    }
    assert_eq!(play.typed(), "");
}

#[test]
fn a_thousand_lines_are_written_and_walked() {
    let mut play = writing();
    let text: Vec<String> = (0..1000).map(|i| format!("line {i} 日本")).collect();
    play.paste(&text.join("\n"));
    assert!(play.text().contains("line 999"));
    for _ in 0..500 {
        play.play("up");
    }
    assert!(play.text().contains("line 499"));
    play.play("esc");
    assert_eq!(play.note(), text.join("\n"));
}
