//! The re-plan as keys drive it: five moves, each shown before it is made, made by one entry and taken back by one undo.

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

use ninety::journal::{Fact, Mark};
use ninety::plan::{Plan, Source};
use ninety::tui::keymap::{Context, Move};
use ninety::tui::model::View;
use ninety::tui::overlay::Overlay;
use ninety::tui::update::{Effect, Input};
use play::Play;
use std::fmt::Write;

/// What a re-plan may change: the dates of what remains, the promise, the pace and the breaks.
fn laid_out(play: &Play) -> String {
    let schedule = play.session.study().schedule();
    format!(
        "{:?} {:?} {:?} {:?} {}",
        schedule.remaining(),
        schedule.promise(),
        schedule.pace(),
        schedule.dates(),
        play.session.study().days_skipped(),
    )
}

/// Keys that make each move, with what is said then.
const MOVES: [(&str, &str); 7] = [
    ("r enter", "Re-planned from here. End date Thu 1 Apr 2027 (was Fri 26 Mar). u takes it back."),
    (
        "r 2 enter",
        "Re-planned to keep the end date, with 4 days paired. End date Fri 26 Mar 2027, as before. u takes it back.",
    ),
    (
        "r 3 enter j space space enter \"known: q, 3 & r\" enter",
        "Skipped days 9 and 10 (known: q, 3 & r). As it stands: Tue 30 Mar 2027 (was Thu 1 Apr). u takes it back.",
    ),
    (
        "r 4 enter \"2026-12-24\" enter \"2027-01-02\" enter \"Christmas\" enter",
        "Set a break from Thu 24 Dec 2026 to Sat 2 Jan 2027 (Christmas). End date Mon 12 Apr 2027 (was Fri 26 Mar). u takes it back.",
    ),
    (
        "r 4 enter right right tab right enter enter",
        "Set a break from Thu 10 Dec to Thu 17 Dec 2026. End date Fri 9 Apr 2027 (was Fri 26 Mar). u takes it back.",
    ),
    (
        "r 5 enter right tab tab tab tab enter",
        "Set the pace to mon-sat. End date Sat 13 Mar 2027 (was Fri 26 Mar). u takes it back.",
    ),
    (
        "r 5 enter 4 tab l space enter \"2h\" enter right enter \"3\" enter",
        "Set the pace to mon,thu,fri, 2 h a study day, 3 spare days, week by week. End date Fri 18 Jun 2027 (was Fri 26 Mar). u takes it back.",
    ),
];

#[test]
fn every_move_is_one_entry_and_one_undo_takes_it_back() {
    for (keys, said) in MOVES {
        let mut play = Play::with(&absence::a_week());
        let before = laid_out(&play);
        play.play(keys);
        assert_eq!(play.message(), said, "{keys}");
        assert_eq!(play.recorded, 1, "{keys}");
        assert!(matches!(play.model.overlay, Overlay::None), "{keys}");
        assert_ne!(laid_out(&play), before, "{keys}");
        let then = laid_out(&play);
        play.play("u");
        assert_eq!(laid_out(&play), before, "{keys}");
        assert_eq!(play.recorded, 2);
        play.play("U");
        assert_eq!(laid_out(&play), then, "{keys}");
    }
}

#[test]
fn two_moves_are_taken_back_by_two_undos() {
    for (first, _) in MOVES {
        for (second, _) in MOVES {
            let mut play = Play::with(&absence::a_week());
            let before = laid_out(&play);
            play.play(first);
            let between = laid_out(&play);
            play.play(second);
            let recorded = play.recorded;
            // A move that would change nothing any more is not recorded.
            assert!((1..=2).contains(&recorded), "{first}, {second}");
            if recorded == 1 {
                assert!(play.message().starts_with("Nothing would change"), "{}", play.message());
                play.play("esc esc");
            } else {
                play.play("u");
            }
            assert_eq!(laid_out(&play), between, "{first}, {second}");
            play.play("u");
            assert_eq!(laid_out(&play), before, "{first}, {second}");
        }
    }
}

#[test]
fn it_opens_from_every_view_of_days_and_escape_goes_back_step_by_step() {
    for (key, view) in [("1", View::Today), ("2", View::Week), ("3", View::Plan)] {
        let mut play = Play::with(&absence::a_week());
        play.play(key);
        let before = play.screen();
        play.play("r");
        assert_eq!(play.model.context(), Context::Replan);
        for (keys, fields) in [("3", 2), ("4", 3), ("5", 5)] {
            for field in 0..fields {
                play.play(keys).play("enter").play(&"tab ".repeat(field));
                assert_ne!(play.model.context(), Context::Replan);
                play.play("esc");
                assert_eq!(play.model.context(), Context::Replan, "{keys}, field {field}");
            }
        }
        play.play("esc");
        assert_eq!((play.model.view, play.recorded), (view, 0));
        assert_eq!(play.screen(), before);
        play.play("r q");
        assert_eq!(play.screen(), before);
        assert_eq!(play.effects, []);
    }
}

fn chosen(play: &Play) -> Move {
    match &play.model.overlay {
        Overlay::Replan(form) => form.chosen,
        other => panic!("no re-plan but {other:?}"),
    }
}

#[test]
fn moves_are_chosen_by_digits_letters_arrows_and_clicks() {
    let mut play = Play::with(&absence::a_week());
    play.play("r");
    assert_eq!(chosen(&play), Move::Continue, "the first one is the default");
    for (keys, is) in [
        ("j", Move::KeepEnd),
        ("down down", Move::Break),
        ("k", Move::Skip),
        ("up up up", Move::Continue),
        ("G", Move::Pace),
        ("down", Move::Pace),
        ("g", Move::Continue),
        ("4", Move::Break),
        ("2", Move::KeepEnd),
    ] {
        play.play(keys);
        assert_eq!(chosen(&play), is, "{keys}");
    }
    play.play("3 enter").click_on("13 Review");
    play.click_on("15 First").click_on("13 Review");
    play.play("enter");
    assert!(play.text().contains("Days    day 15"), "{}", play.text());
    play.play("esc").click_on("5 Another pace");
    assert_eq!(chosen(&play), Move::Pace);
    play.play("enter").click_on("Spare");
    play.play("\"4\" enter");
    assert!(play.message().contains("4 spare days"), "{}", play.message());
}

#[test]
fn a_wrong_field_says_what_to_write_and_keeps_what_was_typed() {
    for (keys, says) in [
        (
            "4 enter \"soon\" enter",
            "\"soon\" is no date: write today, tomorrow, +3d, -2w, mon or a date such as 2026-12-08.",
        ),
        (
            "4 enter tab \"2026-12-01\" enter",
            "The break would end on Tue 1 Dec 2026 before it begins on Tue 8 Dec 2026: write the earlier date first.",
        ),
        (
            "5 enter tab tab \"much\" enter",
            "\"much\" is no time for a study day. Write 1 minute to 24 hours, as minutes (45) or as hours (1h30, 1:30, 1.5h).",
        ),
        (
            "5 enter tab tab tab tab \"-1\" enter",
            "\"-1\" is no count of spare days: write a number from 0 to 1000.",
        ),
        ("3 enter enter", "No day is chosen yet: space chooses the one under the cursor."),
        (
            "3 enter space k space enter",
            "No day is chosen yet: space chooses the one under the cursor.",
        ),
    ] {
        let mut play = Play::with(&absence::a_week());
        play.play("r").play(keys);
        assert_eq!((play.message(), play.recorded), (says, 0), "{keys}");
        assert_ne!(play.model.context(), Context::Replan, "{keys}: the field stays");
    }
    // What is wrong in a field that was left is come back to.
    let mut play = Play::with(&absence::a_week());
    play.play("r 5 enter tab tab \"much\" tab tab enter");
    assert!(play.message().starts_with("\"much\" is no time"), "{}", play.message());
    play.play("ctrl-u \"90\" tab tab enter");
    assert!(
        play.message().starts_with("Set the pace to mon-fri, 1 h 30 min a study day."),
        "{}",
        play.message()
    );
}

#[test]
fn a_week_keeps_a_study_day() {
    let mut play = Play::with(&absence::a_week());
    play.play("r 5 enter 3 tab space l l space");
    assert!(play.text().contains("1 day (fri)"), "{}", play.text());
    play.play("l l space");
    assert_eq!(
        play.message(),
        "A week needs a study day: put another one in before Friday is left out."
    );
    play.play("l space h space tab tab tab enter");
    assert!(play.message().starts_with("Set the pace to sat."), "{}", play.message());
}

#[test]
fn text_fields_take_every_printable_key_and_pasted_text_on_one_line() {
    let every: String = (' '..='~').filter(|c| *c != '"').collect();
    let mut play = Play::with(&absence::a_week());
    play.play("r 3 enter space enter").play(&format!("\"{every}\""));
    play.paste("two\nlines\u{1b}[31m").play("enter");
    let skipped = play.session.study().progress();
    let no = Plan::builtin().days()[7].no();
    let because = format!("{}two lines", every.trim());
    assert_eq!(skipped.day(no).skipped(), Some(because.as_str()));
}

#[test]
fn a_move_that_changes_nothing_says_so_and_is_not_recorded() {
    let mut play = Play::begun();
    for keys in [
        "r enter",
        "r 2 enter",
        "r 5 enter tab tab tab tab enter",
        "r 4 enter \"-3w\" enter \"-2w\" enter enter",
    ] {
        play.play(keys);
        assert_eq!(
            play.message(),
            "Nothing would change, so there is nothing to record.",
            "{keys}"
        );
        assert_eq!(play.recorded, 1, "{keys}: only the start");
        play.play("j");
        let text = play.text();
        play.play("esc esc");
        assert!(!text.is_empty());
    }
    play.play("r 2");
    assert!(play.text().contains("The end date stays as it is"), "{}", play.text());
}

#[test]
fn an_end_that_cannot_be_kept_says_by_how_much_and_what_would_keep_it() {
    let mut all = String::new();
    for start in ["2026-11-10", "2026-09-28"] {
        let mut play = Play::with(&format!(
            "1-00000001 = {{ at = {start}T18:00:00+01:00, start = {start}, days = \"mon-fri\" }}\n"
        ));
        play.play("r 2 enter");
        assert_eq!(play.recorded, 0);
        writeln!(all, "{}", play.message()).unwrap();
        play.play("k j");
        writeln!(all, "{}", play.text()).unwrap();
    }
    insta::assert_snapshot!("impossible", all);
}

#[test]
fn a_plan_that_is_done_or_has_one_day_or_has_not_begun() {
    let mut play = Play::begun();
    let all = Plan::builtin().days().iter().map(|day| Mark::Day(day.id().clone()));
    play.elsewhere(Fact::Done(all.collect()));
    play.look();
    let nothing =
        "Every day of the plan is complete or skipped, so there is nothing to lay out anew.";
    play.play("r");
    assert_eq!(play.message(), nothing);
    assert!(matches!(play.model.overlay, Overlay::None));

    let mut play = Play::new();
    play.play("esc r");
    assert!(play.text().contains("Nothing is recorded yet, so the plan"), "{}", play.text());
    play.play("enter");
    assert_eq!(
        play.message(),
        "Re-planned from here. End date Mon 12 Apr 2027, as before. u takes it back."
    );

    let text = "title = \"One\"\n[[week]]\ntitle = \"W\"\n[[week.day]]\ntitle = \"D\"\ntasks = [{ do = \"it\" }]\n";
    let source = Source { name: "one.toml".into(), text: text.into() };
    let one: &'static Plan = Box::leak(Box::new(Plan::read(&[source]).unwrap()));
    for start in ["esc", "enter enter"] {
        for keys in MOVES.map(|(keys, _)| keys) {
            for (columns, rows) in [(80, 24), (40, 10)] {
                let mut play = Play::of(one).sized(columns, rows);
                play.play(start);
                for key in keys.split_inclusive(' ') {
                    if !key.contains('"') && !keys.contains('"') {
                        play.play(key);
                        play.screen();
                    }
                }
                play.play("esc esc").play(keys);
                play.screen();
            }
        }
    }
}

#[test]
fn days_that_others_finish_meanwhile_are_not_skipped() {
    let mut play = Play::with(&absence::a_week());
    play.play("r 3 enter space space");
    let done = Plan::builtin().days()[7].id().clone();
    play.elsewhere(Fact::Done(vec![Mark::Day(done)]));
    play.look();
    play.drawn();
    play.play("enter enter");
    assert!(
        play.message().starts_with("Skipped day 9, Modules and packages."),
        "{}",
        play.message()
    );
    // All of them, while the moves are open.
    let mut play = Play::with(&absence::a_week());
    play.play("r 3 enter space");
    let all = Plan::builtin().days().iter().map(|day| Mark::Day(day.id().clone()));
    play.elsewhere(Fact::Done(all.collect()));
    play.look();
    for keys in
        ["", "enter", "j space l h", "esc 1", "enter", "2 enter", "4 enter enter enter enter"]
    {
        play.play(keys);
        play.screen();
    }
}

#[test]
fn what_cannot_be_saved_stays_in_its_form() {
    let mut play = Play::with(&absence::a_week());
    play.play("r 3 enter space enter \"half a thought\"");
    let before = play.text();
    std::fs::remove_file(play.journal()).unwrap();
    std::fs::create_dir(play.journal()).unwrap();
    play.play("enter");
    assert_eq!(play.recorded, 0);
    assert!(play.message().contains("not a regular file"), "{}", play.message());
    play.play("left right");
    assert_eq!(play.text(), before);
}

#[test]
fn keys_and_clicks_are_harmless_at_any_size() {
    for (columns, rows) in [(0, 0), (39, 9), (40, 10), (80, 24), (200, 60)] {
        let mut play = Play::with(&absence::a_week()).sized(columns, rows);
        play.play("r j k g G pgdn pgup h l space 3 enter space j k g G h l tab shift-tab left right up down pgdn pgup esc");
        play.play("5 enter left right tab h l j k space x tab left right \"9\" tab left right tab left right up down esc esc r");
        for y in 0..rows.min(30) {
            for x in (0..columns).step_by(5) {
                play.click(x, y);
            }
        }
        play.play("esc esc ctrl-z");
        assert_eq!((play.recorded, play.effects.last()), (0, Some(&Effect::Suspend)));
        play.input(Input::Paste("text".into()));
    }
}
