//! Keys as a learner presses them, and what comes of each: views, days, ticks, search, skips, minutes, undo and help.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test fails so"
)]

#[path = "common/play.rs"]
mod play;

use ninety::journal::{Fact, Mark};
use ninety::plan::Plan;
use ninety::tui::keymap::{self, Context};
use ninety::tui::model::View;
use ninety::tui::overlay::Overlay;
use ninety::tui::update::Effect;
use play::Play;

fn day(no: usize) -> &'static ninety::plan::Day {
    Plan::builtin().days().get(no - 1).unwrap()
}

#[test]
fn the_first_start_can_be_passed_with_two_enters() {
    let mut play = Play::new();
    assert!(play.text().contains("today, Tue 8 Dec 2026"));
    assert!(play.text().contains("Finish on Mon 12 Apr 2027, in 18 weeks."));
    play.play("enter enter");
    assert_eq!(
        play.message(),
        "Set the start to Tue 8 Dec 2026, study days to mon-fri and the goal to Fri 23 Apr 2027. \
         Finish Mon 12 Apr 2027, 9 days to spare. u takes it back."
    );
    assert_eq!(play.model.view, View::Today);
    assert_eq!(play.place(), (1, 0));
}

#[test]
fn the_first_start_takes_another_date_and_other_days() {
    let mut play = Play::new();
    play.play("\"+3d\" enter right");
    assert!(play.text().contains("Fri 11 Dec 2026"));
    assert!(play.text().contains("Finish on Thu 25 Mar 2027, in 15 weeks."), "{}", play.text());
    play.play("left left enter");
    assert_eq!(
        play.message(),
        "Set the start to Fri 11 Dec 2026, study days to mon,tue,thu,fri and the goal to Fri 4 Jun 2027. \
         Finish Mon 17 May 2027, 11 days to spare. u takes it back."
    );
}

#[test]
fn the_first_start_says_what_is_no_date_and_keeps_what_was_typed() {
    let mut play = Play::new();
    play.play("\"q?soon\" enter");
    assert!(play.text().contains("\"q?soon\" is no date"), "{}", play.text());
    assert!(matches!(play.model.overlay, Overlay::Welcome(_)));
    play.play("ctrl-u \"tomorrow\" enter enter");
    assert!(play.message().starts_with("Set the start to Wed 9 Dec 2026"));
}

#[test]
fn the_first_start_can_be_left_for_later() {
    let mut play = Play::new();
    play.play("esc space");
    assert_eq!(play.recorded, 1);
    assert!(play.message().starts_with("Ticked 1.1"));
    assert!(matches!(play.again().model.overlay, Overlay::None));
}

#[test]
fn today_opens_on_the_current_day_at_its_next_open_task() {
    let play = Play::later();
    assert_eq!(play.model.view, View::Today);
    // Day 41 has one task, so it was completed by its first; the next one is current.
    assert_eq!(play.place(), (42, 0));
    let mut play = Play::begun();
    play.play("space");
    assert_eq!(play.again().place(), (1, 1));
}

#[test]
fn space_ticks_and_moves_to_the_next_open_task() {
    let mut play = Play::begun();
    play.play("j space");
    assert_eq!(play.message(), "Ticked 1.2 “What is backend development?”. u takes it back.");
    assert_eq!(play.place(), (1, 2));
    play.play("G g space");
    assert_eq!(play.place(), (1, 2), "from the first on to the next open one");
    play.play("k space");
    assert_eq!(play.message(), "Unticked 1.2 “What is backend development?”. u takes it back.");
    assert_eq!(play.place(), (1, 1), "unticking stays");
}

#[test]
fn completing_a_day_says_so_once_and_names_the_next() {
    let mut play = Play::begun();
    play.play("space space space");
    assert!(play.message().starts_with("Ticked 1.3"));
    play.play("space");
    assert_eq!(
        play.message(),
        "Day 1, Tools and the big picture, is complete. Next: day 2, Data types: t shows it."
    );
    assert_eq!(play.place().0, 1, "the day stays, to be looked at");
    play.play("j");
    assert_eq!(play.message(), "");
    play.play("t");
    assert_eq!(play.place(), (2, 0));
}

#[test]
fn completing_the_plan_says_so() {
    let mut play = Play::begun();
    let rest = Plan::builtin().days().iter().take(89).map(|day| Mark::Day(day.id().clone()));
    play.elsewhere(Fact::Done(rest.collect()));
    play.look();
    play.play("t");
    assert_eq!(play.place(), (90, 0));
    let required = day(90).tasks().iter().filter(|task| !task.added).count();
    for _ in 0..required {
        play.play("space");
    }
    let title = &day(90).title;
    assert_eq!(
        play.message(),
        format!("Day 90, {title}, is complete. So is the whole plan. u takes it back.")
    );
    assert!(play.text().contains("finished Tue 8 Dec"), "{}", play.text());
    play.play("h t");
    assert_eq!(play.message(), "Finished on Tue 8 Dec 2026; every day is complete or skipped.");
}

#[test]
fn days_and_weeks_are_gone_through() {
    let mut play = Play::begun();
    for (keys, no) in [
        ("l", 2),
        ("right", 3),
        ("h", 2),
        ("left h h h", 1),
        ("]", 8),
        ("] ]", 22),
        ("[", 15),
        ("[ [ [ [", 1),
        ("] ] ] ] ] ] ] ] ] ] ] ] ]", 78),
        ("l l l l l l l l l l l l l l", 90),
        ("t", 1),
    ] {
        play.play(keys);
        assert_eq!(play.place().0, no, "after {keys}");
    }
}

#[test]
fn views_come_by_number_tab_and_escape() {
    let mut play = Play::later();
    for (key, view) in [
        ("2", View::Week),
        ("3", View::Plan),
        ("4", View::Progress),
        ("5", View::Notes),
        ("1", View::Today),
        ("tab", View::Week),
        ("tab", View::Plan),
        ("tab", View::Progress),
        ("tab", View::Notes),
        ("tab", View::Today),
        ("shift-tab", View::Notes),
        ("esc", View::Today),
        ("esc", View::Today),
    ] {
        play.play(key);
        assert_eq!(play.model.view, view, "after {key}");
    }
    play.play("6");
    assert_eq!((play.model.view, play.effects.len()), (View::Today, 0));
}

#[test]
fn the_plan_is_walked_as_it_is_drawn() {
    let mut play = Play::begun();
    play.play("3");
    for (keys, no) in [
        ("j", 8),
        ("k", 1),
        ("l l", 3),
        ("j", 10),
        ("G", 90),
        ("k", 77),
        ("g", 1),
        ("j j j j j j j j j j j", 84),
        ("h h h h h h h h", 76),
    ] {
        play.play(keys);
        assert_eq!(play.place().0, no, "after {keys}");
    }
    play.play("enter");
    assert_eq!((play.model.view, play.place().0), (View::Today, 76));
}

#[test]
fn any_day_is_ticked_and_noted_from_week_and_plan() {
    for view in ["2", "3"] {
        let mut play = Play::begun();
        play.play(view).play("l space");
        assert!(play.message().starts_with("Ticked 2.1"), "{}", play.message());
        play.play("space");
        assert!(play.message().starts_with("Ticked 2.2"));
        play.play("n \"noted\" esc");
        assert_eq!(play.message(), "Wrote a note on day 2, Data types. u takes it back.");
        assert_eq!(play.note(), "noted");
        play.play("1 g space");
        assert!(play.message().starts_with("Unticked 2.1"));
    }
}

#[test]
fn a_complete_day_says_so_where_the_next_task_would_be_ticked() {
    let mut play = Play::later();
    play.play("2 h h h space");
    assert_eq!(play.recorded, 0);
    assert_eq!(play.message(), "Every task of day 39 is ticked; enter shows it.");
}

#[test]
fn notes_lead_to_their_day() {
    let mut play = Play::later();
    play.play("5");
    assert!(play.text().contains("Read the traceback from the bottom"));
    play.play("j j enter");
    assert_eq!((play.model.view, play.place().0), (View::Today, 34));
    play.play("5");
    let notes = play.session.study().notes();
    assert_eq!(play.model.note_place(&notes), 2, "on the note of the day that was shown");
    play.play("n");
    assert_eq!(
        play.typed(),
        "A queryset is lazy; `list()` makes it run.\n\n- filter first\n- order last"
    );
}

#[test]
fn a_day_is_skipped_with_a_reason_and_brought_back() {
    let mut play = Play::begun();
    play.play("l s \"quite: q? 1\" enter");
    assert_eq!(play.message(), "Skipped day 2, Data types (quite: q? 1). u takes it back.");
    assert!(play.text().contains("Skipped  quite: q? 1"));
    play.play("s");
    assert_eq!(play.message(), "Brought back day 2, Data types. u takes it back.");
    play.play("s esc");
    assert_eq!(play.recorded, 3, "the start, the skip and the way back");
}

#[test]
fn minutes_add_up_and_what_is_no_time_stays_to_be_corrected() {
    let mut play = Play::begun();
    play.play("m \"45\" enter");
    assert_eq!(
        play.message(),
        "Logged 45 min on day 1, Tools and the big picture. u takes it back."
    );
    play.play("m \"soon\" enter");
    assert!(play.text().contains("Write 1 minute to 24 hours"), "{}", play.text());
    play.play("ctrl-u \"1h30\" enter");
    assert!(play.text().contains("135 logged"), "{}", play.text());
    assert_eq!(play.recorded, 3);
}

#[test]
fn undo_and_redo_reach_across_a_restart() {
    let mut play = Play::begun();
    play.play("space n \"kept\" esc");
    let mut play = play.again();
    play.play("u");
    assert_eq!(
        play.message(),
        "Took back: Wrote a note on day 1, Tools and the big picture. U brings it back."
    );
    play.play("u");
    assert_eq!(
        play.message(),
        "Took back: Ticked 1.1 “Install Python, VS Code, Git”. U brings it back."
    );
    let mut play = play.again();
    play.play("U");
    assert_eq!(
        play.message(),
        "Brought back: Ticked 1.1 “Install Python, VS Code, Git”. u takes it back."
    );
    play.play("ctrl-r");
    assert_eq!(play.note(), "kept");
    play.play("U");
    assert_eq!(play.message(), "There is nothing to bring back.");
    play.play("u u u u");
    assert_eq!(play.message(), "There is nothing to take back.");
}

#[test]
fn undo_takes_back_only_what_was_shown() {
    let mut play = Play::begun();
    play.play("space");
    let other = day(5).tasks().first().unwrap();
    play.elsewhere(Fact::Done(vec![Mark::Item(other.id().clone())]));
    play.play("u");
    assert!(play.message().starts_with("Took back: Ticked 1.1"), "{}", play.message());
    assert!(play.session.study().is_done(day(5), other), "the other process's tick stands");
}

#[test]
fn what_another_process_undid_is_not_undone_twice() {
    let mut play = Play::begun();
    play.play("space");
    let key = play.session.study().journal().undoable(&[]).unwrap().key;
    play.elsewhere(Fact::Undo(vec![key]));
    play.play("u");
    assert!(play.message().contains("taken back elsewhere"), "{}", play.message());
}

#[test]
fn a_change_from_elsewhere_shows_at_the_next_look_and_moves_nothing() {
    let mut play = Play::begun();
    play.look();
    play.play("space l j");
    assert!(!play.look(), "our own tick is known already");
    let task = day(2).tasks().first().unwrap();
    play.elsewhere(Fact::Done(vec![Mark::Item(task.id().clone())]));
    assert!(!play.text().contains("1/3"));
    assert!(play.look());
    assert!(play.text().contains("1/3"), "{}", play.text());
    assert_eq!(play.place(), (2, 1));
}

#[test]
fn resources_are_opened_and_copied() {
    let mut play = Play::begun();
    let urls: Vec<String> = play.day().resources.iter().map(|r| r.url().to_owned()).collect();
    play.play("o y G enter o y");
    let last = urls.last().unwrap();
    let wanted = [&urls[0], &urls[0], last, last, last];
    let asked: Vec<String> = play
        .effects
        .iter()
        .map(|effect| match effect {
            Effect::Open(url) | Effect::Copy(url) => url.clone(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert!(asked.iter().eq(wanted));
    play.play("space");
    assert_eq!(play.message(), "A resource has no tick: o opens it, y copies its address.");
}

#[test]
fn help_lists_every_key_of_its_view_at_every_size() {
    for (columns, rows) in [(80, 24), (60, 16), (40, 10), (120, 40)] {
        for (key, context) in [
            ("1", Context::Today),
            ("2", Context::Week),
            ("3", Context::Plan),
            ("4", Context::Progress),
            ("5", Context::Notes),
        ] {
            let mut play = Play::later().sized(columns, rows);
            play.play(key).play("?");
            let mut seen = String::new();
            let mut last = String::new();
            while play.text() != last {
                last = play.text();
                seen.push_str(&last);
                play.play("j");
            }
            let words: Vec<&str> = seen.split_whitespace().collect();
            for row in keymap::rows(context) {
                for chord in row.chords {
                    assert!(words.contains(&chord.to_string().as_str()), "{context:?}: {chord}");
                }
                for word in row.help.split_whitespace() {
                    assert!(words.contains(&word), "{context:?}: {word}");
                }
            }
            let end = play.text();
            play.play("k");
            let moved = play.text() != end;
            play.play("g");
            assert_eq!(
                moved,
                play.text() != end,
                "one key up from the end moves where all does not fit"
            );
            play.play("q");
            assert_eq!((play.model.context(), play.effects.len()), (context, 0));
        }
    }
}
