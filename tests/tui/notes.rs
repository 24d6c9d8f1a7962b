//! What is written: the editor beside the tasks, the note of one line, moving a note, and saving that fails.

use crate::play::Play;
use crossterm::event::MouseEventKind;
use ninety::journal::Fact;
use ninety::plan::Plan;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

fn note(text: &str) -> Fact {
    let day = Plan::builtin().days().first().unwrap().id().clone();
    Fact::Note { day, text: text.to_owned(), over: Vec::new() }
}

fn writing() -> Play {
    let mut play = Play::begun();
    play.play("n");
    play
}

/// Writes, saves, and returns the note.
fn written(keys: &str) -> String {
    let mut play = writing();
    play.play(keys).play("esc");
    play.note(1)
}

/// Where the cursor is in the editor's pane.
fn cursor(play: &Play) -> (u16, u16) {
    let (x, y) = play.find("╭ Note on day 1");
    let at = play.stage.cursor.expect("a cursor").0;
    (at.x - x - 2, at.y - y - 1)
}

#[test]
fn every_printable_key_is_text() {
    let all: String = (' '..='~').filter(|c| *c != '"').collect();
    assert_eq!(written(&format!("\"x{all}\"")), format!("x{all}"));
    for (keys, shown) in [("/", "/ "), ("s", "> "), ("m", "> "), ("N", "> "), ("a", "> ")] {
        let mut play = Play::begun();
        play.play(keys).play("\"q?12 x\"");
        assert!(play.text().contains(&format!("{shown}q?12 x")), "{}", play.text());
        assert_eq!(play.recorded(), 1);
    }
}

#[test]
fn the_editor_stands_beside_the_tasks_where_there_is_room() {
    let mut play = writing();
    play.play("\"render() needs the request first.\"");
    let text = play.text();
    assert!(text.contains("│ ▸ ○ do       Install Python, VS Code, Git    │"), "{text}");
    assert!(text.contains("╭ Note on day 1, Tools and th… ╮"), "{text}");
    assert!(text.contains("│ render() needs the request   │"), "{text}");
    assert_eq!(play.foot(), "esc save and close · ctrl-g discard · ctrl-u undo");
    play.resize(60, 16);
    assert!(!play.text().contains("Install Python"), "{}", play.text());
    assert!(play.text().contains("╭ Note on day 1, Tools and the big picture ─"), "{}", play.text());
}

#[test]
fn leaving_saves_one_entry_and_nothing_where_nothing_changed() {
    let mut play = writing();
    play.play("\"one\" enter \"two\" esc");
    assert_eq!(play.note(1), "one\ntwo");
    assert_eq!(play.foot(), "Wrote a note on day 1, Tools and the big picture · u undo");
    assert_eq!(play.recorded(), 2);
    play.play("n esc");
    assert_eq!(play.foot(), "The note is as it was.");
    play.play("n \"x\" backspace esc");
    assert_eq!(play.recorded(), 2);
}

#[test]
fn ctrl_g_discards_what_was_typed() {
    let mut play = writing();
    play.play("\"kept\" esc n \" and not this\" ctrl-g");
    assert_eq!(play.foot(), "Closed without saving; the note is as it was.");
    assert_eq!((play.note(1).as_str(), play.recorded()), ("kept", 2));
    let play = play.again();
    assert!(!play.text().contains("A draft"), "{}", play.text());
}

#[test]
fn a_second_edit_takes_the_place_of_the_first_and_an_empty_one_removes() {
    let mut play = writing();
    play.play("\"one\" esc n \" more\" esc");
    assert_eq!(play.note(1), "one more");
    let text = std::fs::read_to_string(play.journal()).unwrap();
    assert_eq!(text.matches("over = [\"2-").count(), 1, "{text}");
    play.play("n backspace backspace backspace backspace backspace backspace backspace backspace esc");
    assert_eq!(play.foot(), "Removed the note of day 1, Tools and the big picture · u undo");
    assert_eq!(play.note(1), "");
    play.play("u");
    assert_eq!(play.note(1), "one more");
}

#[test]
fn what_another_process_added_meanwhile_stays() {
    let mut play = writing();
    play.play("\"mine\"");
    play.elsewhere(note("theirs\n"));
    play.look();
    play.play("esc");
    assert_eq!(play.note(1), "theirs\n\nmine");
}

#[test]
fn after_the_days_last_tick_the_note_is_written_on_that_day() {
    let mut play = Play::begun();
    play.play("space space space space n \"tonight\" esc");
    assert_eq!((play.note(1).as_str(), play.note(2).as_str()), ("tonight", ""));
    let mut play = play.again();
    assert_eq!(play.text().lines().nth(2), Some(" Done for today. Next: day 2, Data types, Wed 9 Dec."));
    play.play("N \"and once more\" enter");
    assert_eq!(play.note(1), "tonight\n\nand once more");
    let play = play.at("2026-12-09T19:00:00+01:00");
    assert_eq!(play.title(), "2 Data types");
    assert!(play.text().contains("│ Last note   and once more "), "{}", play.text());
}

#[test]
fn a_note_of_one_line_is_one_more_paragraph() {
    let mut play = Play::begun();
    play.play("N \"strings are immutable\" enter");
    assert_eq!(play.foot(), "Wrote a note on day 1, Tools and the big picture · u undo");
    play.play("N \"lists are not\" enter N enter");
    assert_eq!(play.note(1), "strings are immutable\n\nlists are not");
    assert!(play.text().contains("Write a line on day 1, or esc cancels."), "{}", play.text());
    play.play("esc u");
    assert_eq!(play.note(1), "strings are immutable");
}

#[test]
fn notes_lead_to_their_day_and_back() {
    let mut play = Play::later();
    play.play("5");
    assert!(play.text().contains("Read the traceback from the bottom:"));
    play.play("j j enter");
    assert!(play.title().starts_with("34 "), "{}", play.title());
    play.play("5");
    assert_eq!(play.line(), "1 Dec  34 A queryset is lazy; `lis…", "on the note of the day that was shown");
    play.play("n ctrl-a \"> \" esc");
    assert!(play.note(34).ends_with("- filter first\n> - order last"), "{}", play.note(34));
}

#[test]
fn notes_are_filtered_as_one_types() {
    let mut play = Play::later();
    play.play("5");
    assert!(play.text().contains("╭ Notes, links, reviews ───────── 1/14 ╮"), "{}", play.text());
    play.play("/ \"LAZY run\"");
    assert!(play.text().contains("╭ Notes, links, reviews ────────── 1/3 ╮"), "{}", play.text());
    assert_eq!(play.foot(), "enter keep the filter · esc show all");
    play.play("enter j");
    assert!(play.text().contains("╭ Notes, links, reviews ────────── 2/3 ╮"), "{}", play.text());
    assert!(play.text().contains("╭ Day 22, Models ─"), "{}", play.text());
    play.play("/ ctrl-u \"nothing has this\"");
    assert!(play.text().contains("│ Nothing fits. Fewer letters find more. "), "{}", play.text());
    play.play("esc");
    assert!(play.text().contains("/14 ╮"), "escape shows all again: {}", play.text());
}

#[test]
fn a_note_is_moved_to_another_day_and_back() {
    let mut play = Play::later();
    let (said, at) = (play.note(40), play.study().notes()[0].1.at);
    play.play("5 > \"41\" enter");
    assert_eq!(play.foot(), "Moved a note to day 41, Middleware · u undo");
    assert_eq!((play.note(40), play.note(41)), (String::new(), said.clone()));
    assert_eq!(play.study().notes()[0].1.at, at, "it is as old as it was");
    play.play("u");
    assert_eq!((play.note(40), play.note(41)), (said, String::new()));
}

#[test]
fn a_day_that_is_not_there_keeps_the_question_about_it_open() {
    let mut play = Play::later();
    let before = play.recorded();
    play.play("5 > \"91\" enter");
    assert!(play.text().contains("╭ Move the note of day 40, Signals ─"), "{}", play.text());
    assert!(play.text().contains("> 91"), "{}", play.text());
    play.play("ctrl-u \"40\" enter");
    assert_eq!((play.foot().as_str(), play.recorded()), ("Nothing is changed.", before));
}

#[test]
fn only_a_note_can_be_moved() {
    let mut play = Play::begun();
    play.play("2 L \"https://example.org/a\" enter 5");
    assert_eq!(play.line(), "8 Dec lnk https://example.org/a");
    play.play(">");
    assert_eq!(play.foot(), "Only a note of a day can be moved.");
    play.play("o y");
    assert_eq!(play.stage.opened, ["https://example.org/a"]);
    assert_eq!(play.stage.copied, ["https://example.org/a"]);
}

#[test]
fn a_save_that_fails_keeps_the_editor_and_its_text() {
    let mut play = writing();
    play.play("\"not lost\"");
    let journal = std::fs::read_to_string(play.journal()).unwrap();
    std::fs::write(play.journal(), journal.replace("format = 1", "format = 99")).unwrap();
    play.play("esc");
    assert!(play.foot().contains("newer"), "{}", play.foot());
    assert!(play.text().contains("│ not lost "), "{}", play.text());
    std::fs::write(play.journal(), journal).unwrap();
    play.play("esc");
    assert_eq!(play.note(1), "not lost");
}

#[test]
fn a_draft_that_could_not_be_written_is_written_as_soon_as_it_can_be() {
    let in_the_way: [fn(&Path); 3] = [
        // Nothing can be made there; nothing can take its name; it is a link that leads nowhere.
        |drafts| std::fs::write(drafts, "").unwrap(),
        |drafts| {
            std::fs::create_dir_all(drafts).unwrap();
            std::fs::set_permissions(drafts, std::fs::Permissions::from_mode(0o500)).unwrap();
        },
        |drafts| std::os::unix::fs::symlink("/nowhere", drafts).unwrap(),
    ];
    for (n, shut) in in_the_way.into_iter().enumerate() {
        let mut play = writing();
        let drafts = play.dir().join("drafts");
        drop(std::fs::remove_dir_all(&drafts));
        shut(&drafts);
        if std::fs::create_dir_all(drafts.join("any")).is_ok() {
            // Nothing stops root there.
            continue;
        }
        play.play("\"half a thought\"").look();
        assert_eq!(play.foot(), "The draft cannot be kept on the disk: save what is written.", "{n}");
        play.look();
        assert_eq!(play.foot(), "The draft cannot be kept on the disk: save what is written.", "{n}: it still cannot");
        drop(std::fs::set_permissions(&drafts, std::fs::Permissions::from_mode(0o700)));
        drop(std::fs::remove_file(&drafts));
        play.look();
        assert_eq!(play.foot(), "esc save and close · ctrl-g discard · ctrl-u undo", "{n}");
        let play = play.again();
        assert!(play.text().contains("half a thought"), "{n}: {}", play.text());
    }
}

#[test]
fn what_could_not_be_saved_and_was_discarded_lands_in_no_other_editor() {
    let mut play = writing();
    play.play("\"about day one\"");
    let journal = std::fs::read_to_string(play.journal()).unwrap();
    std::fs::write(play.journal(), journal.replace("format = 1", "format = 99")).unwrap();
    play.play("esc");
    assert!(play.text().contains("│ about day one "), "{}", play.text());
    std::fs::write(play.journal(), journal).unwrap();
    play.play("ctrl-g l n \"about day two\" ctrl-c");
    let mut play = play.again();
    assert!(play.text().contains("╭ A draft: note on day 2, Data types ─"), "{}", play.text());
    assert!(!play.text().contains("about day one"), "{}", play.text());
    play.play("enter esc");
    assert_eq!((play.note(1).as_str(), play.note(2).as_str()), ("", "about day two"));
}

#[test]
fn a_question_that_cannot_be_recorded_stays_open_with_its_answer() {
    for (keys, shown) in [
        ("m \"45\"", "> 45"),
        ("N \"a line\"", "> a line"),
        ("a \"a task\"", "> a task"),
        ("l s \"a reason\"", "> a reason"),
    ] {
        let mut play = Play::begun();
        play.play(keys);
        let journal = std::fs::read_to_string(play.journal()).unwrap();
        std::fs::write(play.journal(), journal.replace("format = 1", "format = 99")).unwrap();
        play.play("enter");
        assert!(play.foot().contains("newer"), "{keys}: {}", play.foot());
        assert!(play.text().contains(shown), "{keys}: {}", play.text());
        std::fs::write(play.journal(), journal).unwrap();
        play.play("enter");
        assert_eq!(play.recorded(), 2, "{keys}: {}", play.text());
    }
}

#[test]
fn one_backspace_deletes_what_the_eye_takes_for_one() {
    for whole in ["👩‍💻", "🇩🇪", "e\u{301}", "日", "👍🏽", "한", "☑\u{fe0f}", "n\u{303}\u{323}"] {
        let mut play = writing();
        play.play(&format!("\"a{whole}\""));
        let width = u16::try_from(ninety::text::width(whole)).unwrap();
        assert_eq!(cursor(&play), (1 + width, 0), "{whole:?}");
        play.play("left");
        assert_eq!(cursor(&play), (1, 0), "{whole:?}");
        play.play("right backspace esc");
        assert_eq!(play.note(1), "a", "{whole:?}");
        assert_eq!(written(&format!("\"a{whole}\" backspace ctrl-u")), format!("a{whole}"), "one undo brings it back");
        assert_eq!(written(&format!("\"a{whole}\" home right delete")), "a", "{whole:?}");
    }
}

#[test]
fn up_and_down_never_stop_inside_a_character() {
    for times in 1..=8 {
        let moves = "up backspace ctrl-u down left ".repeat(times);
        let text = written(&format!("\"👩‍💻👩‍💻👩‍💻\" enter \"abcdefgh\" {moves} up backspace"));
        let line = text.lines().next().unwrap();
        assert!(line.split("👩‍💻").all(str::is_empty), "{text:?}");
    }
}

#[test]
fn long_lines_wrap_softly_and_the_cursor_follows() {
    let mut play = writing();
    let words = "word ".repeat(20);
    play.play(&format!("\"{}\"", words.trim_end()));
    let text = play.text();
    assert_eq!(text.lines().filter(|line| line.contains("word word")).count(), 4, "{text}");
    assert_eq!(cursor(&play).1, 3);
    play.play("up up up home");
    assert_eq!(cursor(&play), (0, 0));
    play.resize(40, 10);
    assert!(play.text().contains("word"));
    play.play("esc");
    assert_eq!(play.note(1), words.trim_end());
}

#[test]
fn words_are_moved_over_and_deleted() {
    assert_eq!(written("\"one two three\" alt-b alt-b ctrl-w"), "two three");
    assert_eq!(written("\"one two three\" alt-b alt-b ctrl-w alt-f \"X\" ctrl-u ctrl-u"), "one two three");
    assert_eq!(written("\"one two three\" alt-b alt-b ctrl-w alt-f \"X\" ctrl-u ctrl-u ctrl-r"), "two three");
    assert_eq!(written("\"one two\" ctrl-left ctrl-left ctrl-right \"!\""), "one !two");
}

#[test]
fn a_paste_keeps_its_lines_and_loses_what_could_act() {
    let mut play = writing();
    play.paste("red \u{1b}[31mtext\r\nsecond\rthird\tcolumn\u{7}\u{9b}31m\0\n");
    assert_eq!(cursor(&play), (0, 3));
    play.play("up end");
    assert_eq!(cursor(&play).0, 8 + 6, "a tab reaches to the next multiple of four");
    play.play("esc");
    assert_eq!(play.note(1), "red text\nsecond\nthird\tcolumn");
    play.play("n").paste(" and").play("ctrl-u esc");
    assert_eq!(play.foot(), "The note is as it was.", "one undo takes the whole paste back");
}

#[test]
fn a_paste_that_is_too_long_says_so() {
    let mut play = writing();
    play.paste(&"日".repeat(100_000));
    assert_eq!(play.foot(), "The paste was cut at 256 KB; paste the rest once more if you need it.");
    play.play("esc");
    assert_eq!(play.note(1).chars().count(), 256 * 1024 / 3);
}

#[test]
fn a_paste_into_a_question_is_one_line_and_into_a_view_nothing() {
    let mut play = Play::begun();
    play.paste("q\nspace");
    assert_eq!((play.recorded(), play.ended), (1, None));
    play.play("s").paste("too\nlate \u{1b}]0;x\u{7}").play("enter");
    assert_eq!(play.foot(), "Skipped day 1, Tools and the big picture (too late) · u undo");
}

#[test]
fn the_wheel_moves_and_closes_nothing() {
    for keys in ["n \"a\" enter \"b\"", "s \"why\"", "m \"4\"", "/ \"query\"", "?", "r"] {
        let mut play = Play::begun();
        play.play(keys);
        let foot = play.foot();
        for _ in 0..5 {
            play.mouse(MouseEventKind::ScrollUp, 10, 10).mouse(MouseEventKind::ScrollDown, 10, 10);
        }
        play.click(20, 0);
        assert_eq!(play.foot(), foot, "{keys}: {}", play.text());
    }
}

#[test]
fn undo_goes_back_beyond_a_few_words() {
    let text = "a sentence of some length ".repeat(8);
    assert_eq!(written(&format!("\"{text}\" {}", "ctrl-u ".repeat(text.len()))), "");
}

#[test]
fn a_thousand_lines_are_written_and_walked() {
    let mut play = writing();
    let text: Vec<String> = (0..1000).map(|i| format!("line {i} 日本")).collect();
    play.paste(&text.join("\n"));
    assert!(play.text().contains("line 999"));
    play.burst(&"up ".repeat(500));
    assert!(play.text().contains("line 499"));
    play.play("esc");
    assert_eq!(play.note(1), text.join("\n"));
}
