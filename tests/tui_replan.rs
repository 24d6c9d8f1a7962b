//! The re-plan as keys drive it: one form with everything as it is, shown before it is recorded, recorded as one entry
//! and taken back by one undo; and how it stands on the screen.

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
use ninety::journal::{Fact, Mark, Terms};
use ninety::plan::{Plan, Source};
use ninety::study::Schedule;
use ninety::tui::keymap::Context;
use ninety::tui::overlay::Overlay;
use ninety::tui::replan::{Field, Form};
use ninety::tui::update::{Effect, Input};
use play::Play;
use std::fmt::Write;

/// Somebody who did seven days of the plan up to 1 December, and then nothing for a week.
fn learner() -> Play {
    Play::with(&absence::a_week())
}

/// The same in a break from 7 to 20 December.
fn in_a_break() -> Play {
    let entry = "away = 2026-12-07, until = 2026-12-20";
    let line = format!("99-00000001 = {{ at = 2026-12-01T21:00:00+01:00, {entry} }}\n");
    Play::with(&(absence::a_week() + &line))
}

fn form(play: &Play) -> &Form {
    match &play.model.overlay {
        Overlay::Replan(form) => form,
        other => panic!("{other:?}\n{}", play.text()),
    }
}

fn schedule(play: &Play) -> Schedule {
    play.session.study().schedule().clone()
}

/// What the last entry of the file says.
fn last(play: &Play) -> String {
    let text = std::fs::read_to_string(play.journal()).unwrap();
    let line = text.lines().last().unwrap().to_owned();
    line.split_once("+01:00, ").unwrap().1.split(" } #").next().unwrap().to_owned()
}

#[test]
fn what_is_changed_is_one_entry_that_does_what_was_shown_and_one_undo_takes_it_back() {
    for (keys, entry) in [
        ("r \"2027-04-30\"", "goal = 2027-04-30"),
        ("r right left", "goal = 2027-04-13"),
        ("r tab right", "pace = \"mon-sat\""),
        ("r tab \"3\"", "pace = \"mon,wed,fri\""),
        ("r tab tab space right right space", "pace = \"tue,thu,fri\""),
        ("r tab tab \"67\"", "pace = \"mon-sun\""),
        ("r tab tab tab \"1h30\"", "pace = \"mon-fri\", minutes = 90"),
        ("r tab tab tab right", "pace = \"mon-fri\", minutes = 180"),
        ("r tab tab tab tab space", "pace = \"mon-fri\", by = \"week\""),
        (
            "r tab tab tab tab tab \"2026-12-24\" tab \"2027-01-02\"",
            "away = 2026-12-24, until = 2027-01-02",
        ),
        ("r tab tab tab tab tab right right", "away = 2026-12-09, until = 2026-12-15"),
        (
            "r \"2027-04-30\" tab \"6\" tab tab \"2h\" tab right tab \"mon\"",
            "pace = \"mon-sat\", minutes = 120, by = \"week\", goal = 2027-04-30, away = 2026-12-14, until = 2026-12-20",
        ),
    ] {
        let mut play = learner();
        let before = schedule(&play);
        play.play(keys);
        let shown = form(&play).after.clone().unwrap();
        play.play("enter");
        assert_eq!((last(&play).as_str(), play.recorded), (entry, 1), "{keys}: {}", play.text());
        assert_eq!(schedule(&play), shown, "{keys}");
        assert!(play.message().contains(" Finish "), "{keys}: {}", play.message());
        assert!(matches!(play.model.overlay, Overlay::None));
        play.play("u");
        assert_eq!(schedule(&play), before, "{keys}");
    }
}

#[test]
fn what_was_recorded_is_said_with_the_finish_and_what_is_to_spare() {
    let mut play = learner();
    play.play("r \"2027-04-30\" tab \"6\" enter");
    assert_eq!(
        play.message(),
        "Set the pace to mon-sat and the goal to Fri 30 Apr 2027. Finish Sat 13 Mar 2027, 41 days to spare. \
         u takes it back."
    );
}

#[test]
fn a_break_that_is_filled_in_can_be_moved_shortened_ended_and_removed() {
    for (keys, entry) in [
        ("r up left", "away = 2026-12-07, until = 2026-12-07"),
        ("r up up left", "away = 2026-12-07, until = 2026-12-19"),
        ("r up up \"2026-12-31\"", "away = 2026-12-07, until = 2026-12-31"),
    ] {
        let mut play = in_a_break();
        play.play(keys).play("enter");
        assert_eq!(last(&play), entry.to_owned(), "{keys}");
    }
    let moved = |keys: &str| {
        let mut play = in_a_break();
        play.play(keys).play("enter");
        let breaks: Vec<String> = play
            .session
            .study()
            .schedule()
            .dates
            .breaks()
            .iter()
            .map(|pause| format!("{} {}", pause.from, pause.until))
            .collect();
        breaks.join(", ")
    };
    assert_eq!(moved("r up up up \"2026-12-09\""), "2026-12-09 2026-12-20");
    assert_eq!(moved("r up up up \"none\""), "");
}

#[test]
fn back_today_is_offered_in_a_break_alone_and_makes_today_a_study_day() {
    assert!(!form(learner().play("r")).fields.contains(&Field::Back));
    let mut play = in_a_break();
    assert!(!play.session.study().schedule().dates.is_study(play.session.study().today()));
    play.play("r up space enter");
    assert!(play.session.study().schedule().dates.is_study(play.session.study().today()));
    assert_eq!(last(&play), "away = 2026-12-07, until = 2026-12-07");
}

#[test]
fn where_nothing_is_changed_enter_leaves_and_escape_always_does() {
    for keys in [
        "r enter",
        "r right ctrl-u \"x\" esc",
        "r tab right left enter",
        "r tab tab space space enter",
    ] {
        let mut play = learner();
        play.play(keys);
        assert_eq!((play.recorded, play.model.context()), (0, Context::Today), "{keys}");
    }
    let mut play = learner();
    play.play("r enter");
    assert_eq!(play.message(), "Nothing is changed; the schedule is as it was.");
}

#[test]
fn a_field_that_is_wrong_says_so_and_keeps_what_was_typed() {
    for (keys, field, sentence) in [
        ("r \"soon\"", Field::Goal, "\"soon\" is no date"),
        ("r tab tab tab \"0\"", Field::Minutes, "\"0\" is no time for a study day."),
        ("r tab tab tab tab tab \"soon\"", Field::From, "\"soon\" is no date"),
        (
            "r tab tab tab tab tab \"2026-12-24\" tab \"2026-12-20\"",
            Field::Until,
            "The break ends on 20 Dec 2026, before it begins on 24 Dec 2026.",
        ),
    ] {
        let mut play = learner();
        play.play(keys);
        let flat = |play: &Play| {
            play.text().replace("│", " ").split_whitespace().collect::<Vec<_>>().join(" ")
        };
        assert!(play.text().contains("It shows here once every field"), "{}", play.text());
        play.play("tab enter");
        assert_eq!((form(&play).field, play.recorded), (field, 0), "{keys}");
        assert!(play.message().contains(sentence), "{keys}: {}", play.message());
        play.play("home");
        assert!(flat(&play).contains("> "), "{}", play.text());
    }
    let mut play = learner();
    play.play("r tab \"3\" tab space right right space right right space");
    assert!(play.message().starts_with("A week needs a study day"), "{}", play.message());
}

#[test]
fn only_a_change_is_computed_and_not_a_move_or_a_frame() {
    let mut play = learner();
    play.play("r tab right");
    let marked = schedule(&play);
    let Overlay::Replan(form) = &mut play.model.overlay else { panic!() };
    form.after = Some(marked.clone());
    play.play("tab tab tab up down shift-tab pgdn pgup");
    play.resize(120, 40);
    assert!(play.text().contains("As it would be"));
    let Overlay::Replan(form) = &play.model.overlay else { panic!() };
    assert_eq!(form.after.as_ref(), Some(&marked), "it is what was put there");
    // What others record is taken in.
    play.elsewhere(Fact::Terms(Terms { goal: "2027-06-01".parse().ok(), ..Terms::default() }));
    play.look();
    let Overlay::Replan(form) = &play.model.overlay else { panic!() };
    assert_eq!(form.after.as_ref().unwrap().goal.unwrap().to_string(), "2027-06-01");
}

#[test]
fn text_fields_take_every_printable_key_and_pasted_text_on_one_line() {
    let mut play = learner();
    let all: String = ('!'..='~').filter(|c| *c != '"').collect();
    play.play(&format!("r \"{all}\""));
    assert_eq!(form(&play).goal.typed.value(), all);
    let mut play = learner();
    play.play("r").paste("2027-\n04-30");
    assert_eq!(form(&play).goal.typed.value(), "2027- 04-30");
    play.play("ctrl-u").paste("2027-04-30\n").play("enter");
    assert_eq!(last(&play), "goal = 2027-04-30");
}

#[test]
fn a_plan_that_is_done_says_so_and_one_that_has_not_begun_can_be_planned() {
    let day = "[[week.day]]\ntitle = \"Float\"\ntasks = [{ do = \"Let go\" }]\n";
    let text = format!("title = \"Swim\"\n[[week]]\n{day}");
    let swim: &'static Plan =
        Box::leak(Box::new(Plan::read(&[Source { name: "swim.toml".into(), text }]).unwrap()));
    let mut play = Play::of(swim);
    play.play("esc r tab right enter");
    assert_eq!(play.recorded, 1, "{}", play.text());
    play.play("space r");
    let nothing = "Every day is complete or skipped; there is nothing to re-plan.";
    assert_eq!((play.message(), play.model.context()), (nothing, Context::Today));
}

#[test]
fn what_cannot_be_saved_stays_in_its_form() {
    let mut play = learner();
    play.play("r \"2027-04-30\"");
    std::fs::remove_file(play.journal()).unwrap();
    std::fs::create_dir(play.journal()).unwrap();
    play.play("enter");
    assert_eq!((play.recorded, form(&play).goal.typed.value()), (0, "2027-04-30"));
    assert!(!play.message().is_empty());
}

#[test]
fn what_others_complete_meanwhile_leaves_the_form_and_its_changes() {
    let mut play = learner();
    play.play("r tab right");
    play.elsewhere(Fact::Done(vec![Mark::Day(Plan::builtin().days()[7].id().clone())]));
    assert!(play.look());
    let shown = form(&play).after.clone().unwrap();
    play.play("enter");
    assert_eq!(schedule(&play), shown);
}

/// What to press to see each screen.
const SCREENS: [(&str, &str); 6] = [
    ("as_it_is", "r"),
    ("goal", "r \"2027-04-30\""),
    ("study_days", "r \"2027-04-30\" tab left"),
    ("weekdays", "r tab tab space"),
    ("wrong", "r \"soon\""),
    ("break", "r tab tab tab tab tab right tab right"),
];

#[test]
fn the_re_plan_on_screen() {
    for (name, keys) in SCREENS {
        let mut all = String::new();
        for (columns, rows) in [(80, 24), (120, 40), (60, 16), (40, 10)] {
            let mut play = learner().sized(columns, rows);
            play.play(keys);
            writeln!(all, "=== {columns}x{rows}\n{}", play.screen()).unwrap();
        }
        insta::assert_snapshot!(name, all);
    }
    let mut play = in_a_break().looking(Colours::None, Glyphs::Ascii);
    play.play("r up space");
    assert!(play.text().is_ascii(), "{}", play.text());
    insta::assert_snapshot!("plain", play.text());
}

#[test]
fn at_every_size_the_field_and_the_finish_are_in_sight() {
    for (name, keys) in SCREENS {
        let mut play = learner();
        play.play(keys);
        for columns in (0..=210).step_by(15).chain([40, 55, 56, 67, 68, 76, 110]) {
            for rows in (0..=60).step_by(5).chain([11, 13, 16, 24]) {
                play.resize(columns, rows);
                let (buffer, cursor) = play.buffer();
                assert!(cursor.is_none_or(|at| buffer.area.contains(at)));
                if columns < 40 || rows < 10 {
                    continue;
                }
                let text = play.text();
                assert!(text.contains('▸'), "{name} at {columns}x{rows}:\n{text}");
                assert!(
                    text.contains("Finish ") || name == "wrong",
                    "{name} at {columns}x{rows}:\n{text}"
                );
            }
        }
    }
}

#[test]
fn the_whole_preview_can_be_scrolled_into_sight() {
    for (name, keys) in SCREENS.iter().filter(|(name, _)| *name != "wrong") {
        let mut play = learner().sized(40, 10);
        play.play(keys);
        let top = play.text();
        assert!(top.contains(" ▾ more: pgdn ─╯"), "{name}:\n{top}");
        let mut seen = String::new();
        for _ in 0..20 {
            seen.push_str(&play.text());
            play.play("pgdn");
        }
        assert!(seen.contains(" 14  "), "{name}: the seventh day\n{seen}");
        let end = play.text();
        assert!(!end.contains("pgdn ─"), "{end}");
        play.play("pgup");
        assert_ne!(play.text(), end, "one page back from the end moves at once");
        play.play(&"pgup ".repeat(20));
        assert_eq!(play.text(), top, "{name}");
    }
}

#[test]
fn keys_and_clicks_are_harmless_at_any_size() {
    let mut play = learner();
    play.play("r");
    for (columns, rows) in [(80, 24), (60, 16), (40, 10), (120, 40)] {
        play.resize(columns, rows);
        for row in 0..rows {
            play.click(5, row);
            play.play("left right");
            if !matches!(play.model.overlay, Overlay::Replan(_)) {
                play.play("1 r");
            }
        }
    }
    play.input(Input::Paste("x".repeat(5000)));
    let _screen = play.buffer();
    assert!(!play.effects.contains(&Effect::Quit));
}
