//! What once went wrong on the screen, each in the steps that showed it.
//!
//! Deliberately absent: what needs a real terminal (`terminal/`).

use crate::play::Play;
use crossterm::event::MouseEventKind;
use ninety::journal::{Answer, Fact};
use ninety::plan::Plan;

/// Lets nothing be saved: a newer ninety has taken the journal over. Returns what it was.
fn shut(play: &Play) -> String {
    let journal = std::fs::read_to_string(play.journal()).unwrap();
    std::fs::write(play.journal(), journal.replacen("format = 1", "format = 99", 1)).unwrap();
    journal
}

#[test]
fn a_review_that_could_not_be_saved_is_not_overwritten_by_a_note() {
    let mut play = Play::later();
    play.play("2 R \"three hours of thought\"");
    let journal = shut(&play);
    // Every key that once left the page: the answers stay on it.
    play.play("esc esc");
    assert!(play.text().contains("three hours of thought"), "{}", play.text());
    play.play("ctrl-c");
    let play = Play::again(play);
    assert!(play.text().contains("three hours of thought"), "its draft is offered:\n{}", play.text());
    std::fs::write(play.journal(), journal).unwrap();
    let mut play = play.again();
    play.play("enter esc");
    let week = Plan::builtin().weeks()[5].no();
    let week = play.study().plan().week(week);
    assert_eq!(play.study().answers(week).get(Answer::Can), "three hours of thought");
}

#[test]
fn what_was_typed_into_a_question_stays_when_its_save_fails() {
    for keys in ["l s", "M L \"https://example.org/\"", "N", "a", "l m \"4\" backspace"] {
        let mut play = Play::begun();
        play.play(keys);
        let typed = if keys.contains('m') { "45" } else { "long-thought-about" };
        play.play(&format!("\"{typed}\""));
        let journal = shut(&play);
        play.play("enter");
        assert!(play.text().contains(typed), "{keys}:\n{}", play.text());
        assert!(!play.foot().contains("record"), "why is told: {}", play.foot());
        std::fs::write(play.journal(), journal).unwrap();
        play.play("enter");
        assert_eq!(play.recorded(), 2, "{keys}: {}", play.foot());
    }
}

#[test]
fn what_was_filled_in_at_the_first_start_stays_when_its_save_fails() {
    let mut play = Play::new();
    let filled = play.play("right right tab right").text();
    std::fs::create_dir(play.journal()).unwrap();
    play.play("enter");
    let rows = |text: &str| text.lines().skip(2).take(19).collect::<Vec<_>>().join("\n");
    assert_eq!(rows(&play.text()), rows(&filled));
    std::fs::remove_dir(play.journal()).unwrap();
    play.play("enter");
    assert_eq!(play.recorded(), 1, "{}", play.foot());
}

#[test]
fn a_long_draft_is_read_before_it_is_discarded_and_one_key_does_not_discard_it() {
    let mut play = Play::begun();
    let lines: Vec<String> = (1..=60).map(|n| format!("line {n}.")).collect();
    play.play("n").paste(&lines.join("\n")).play("ctrl-c");
    let mut play = play.again();
    let mut seen = play.text();
    for _ in 0..20 {
        seen += &play.play("pgdn").text();
    }
    for line in &lines {
        assert!(seen.contains(line.as_str()), "{line} is never in sight:\n{}", play.text());
    }
    play.play("d j");
    assert!(play.text().contains("line 60."), "one d discards nothing:\n{}", play.text());
    let mut play = play.again();
    assert!(play.text().contains("line 1."), "it is offered again:\n{}", play.text());
    play.play("d d");
    assert_eq!(play.foot(), "The draft is discarded.");
    assert!(!play.again().text().contains("line 1."));
}

#[test]
fn a_click_in_a_burst_ticks_only_what_was_on_the_screen() {
    let mut play = Play::begun();
    let (x, y) = play.find("○ practice Print");
    play.burst_and_click("]", (x, y));
    let day = Plan::builtin().days().first().unwrap();
    let recorded = play.study().journal().entries().last().unwrap().record().facts;
    let ticked = matches!(recorded.as_slice(), [Fact::Done(marks)]
        if *marks == [ninety::journal::Mark::Item(day.tasks()[2].id().clone())]);
    assert!(ticked, "what the click was on: {recorded:?}");
    // A place in a list is another one once it was filtered: nothing is done.
    let mut play = Play::begun();
    play.play("/ \"loops\"");
    let (x, y) = play.find("Loops");
    play.burst_and_click("backspace", (x, y));
    assert!(play.title().starts_with("Search"), "{}", play.text());
}

#[test]
fn a_complete_day_is_not_skipped() {
    let mut play = Play::begun();
    play.play("space space space space s");
    assert_eq!(play.foot(), "Day 1, Tools and the big picture, is complete; there is nothing to skip.");
    assert_eq!(play.recorded(), 5);
}

#[test]
fn emptying_the_last_of_two_notes_leaves_the_other_one() {
    let mut play = Play::begun();
    play.play("n \"one\" esc l n \"two\" esc 5 G");
    assert!(play.line().ends_with("one"), "{}", play.line());
    play.play("n ctrl-a ctrl-k esc");
    assert!(play.line().ends_with("two"), "{}", play.text());
    assert!(play.text().contains("╭ Day 2, Data types"), "{}", play.text());
}

#[test]
fn nothing_moves_under_an_open_field() {
    for keys in ["M G enter", "l s", "r", "?", "/ \"django\"", "n", "N"] {
        let mut play = Play::later();
        play.play(keys);
        let is_list = keys.starts_with(['?', '/']);
        play.mouse(MouseEventKind::ScrollDown, 60, 12).mouse(MouseEventKind::ScrollDown, 60, 12);
        if !is_list {
            play.play("esc");
            let after = play.screen();
            let mut still = Play::later();
            still.play(keys).play("esc");
            assert_eq!(after, still.screen(), "{keys}");
        }
    }
}

#[test]
fn the_wheel_moves_nothing_while_nothing_can_be_seen() {
    let mut play = Play::later();
    let before = play.screen();
    play.resize(39, 9).mouse(MouseEventKind::ScrollDown, 5, 5).click(5, 5);
    play.resize(80, 24);
    assert_eq!(play.screen(), before);
}

#[test]
fn a_paste_is_not_taken_while_nothing_can_be_seen() {
    for keys in ["n", "/", "l s", "2 R"] {
        let mut play = Play::later();
        let before = play.play(keys).screen();
        play.resize(39, 9).paste("unseen").resize(80, 24);
        assert_eq!(play.screen(), before, "{keys}");
    }
}

#[test]
fn ctrl_h_deletes_a_letter_wherever_one_is_typed() {
    for keys in ["/", "l s", "?", "n", "2 R", "5 /"] {
        let mut play = Play::later();
        play.play(keys).play("\"abcxyz\" ctrl-h ctrl-h");
        let text = play.text();
        assert!(text.contains("abcx") && !text.contains("abcxy"), "{keys}:\n{text}");
    }
}

#[test]
fn in_a_full_field_the_cursor_stands_behind_the_last_letter() {
    for (columns, rows) in [(80, 24), (40, 10)] {
        let mut play = Play::later().sized(columns, rows);
        play.play("l s");
        for length in 1..=80 {
            play.play("\"x\"");
            let (at, _) = play.stage.cursor.unwrap();
            let cell = |x| play.stage.shown.cell((x, at.y)).unwrap().symbol();
            assert_eq!(
                (cell(at.x - 1), cell(at.x)),
                ("x", " "),
                "{length} letters at {columns}x{rows}:\n{}",
                play.text()
            );
        }
    }
}

#[test]
fn looking_at_a_note_brings_nothing_back_that_was_rewritten_elsewhere() {
    let mut play = Play::begun();
    play.play("n \"the old words\" esc n");
    let day = Plan::builtin().days().first().unwrap();
    let over = play.study().day(day.no()).notes.clone();
    play.elsewhere(Fact::Note { day: day.id().clone(), text: "the new words\n".into(), over });
    play.look();
    play.play("esc");
    assert_eq!(play.note(1), "the new words");
}

#[test]
fn a_trouble_is_told_of_as_long_as_it_lasts() {
    let mut play = Play::begun();
    let keys = play.foot();
    let away = play.dir().join("away");
    std::fs::rename(play.journal(), &away).unwrap();
    std::fs::create_dir(play.journal()).unwrap();
    assert!(play.look());
    let told = play.foot();
    assert_ne!(told, keys, "{told}");
    assert!(!play.look(), "it is told of once");
    std::fs::remove_dir(play.journal()).unwrap();
    std::fs::rename(&away, play.journal()).unwrap();
    assert!(play.look());
    assert_ne!(play.foot(), told);
}

#[test]
fn a_page_down_draws_once() {
    for keys in ["", "2", "2 tab", "3", "4", "5", "?", "/ \"django\"", "r", "n"] {
        let mut play = Play::later();
        play.play(keys);
        let before = play.stage.frames;
        play.play("pgdn");
        // The loop draws as it begins, and once for the key.
        assert_eq!(play.stage.frames - before, 2, "{keys}");
    }
}

#[test]
fn a_burst_of_keys_is_drawn_once() {
    let mut play = Play::begun();
    let before = play.stage.frames;
    play.burst("j j k space l l h");
    assert_eq!((play.stage.frames - before, play.recorded()), (2, 2));
}
