//! What the screen opens with: a line after a few missed study days, a welcome after many, the line past midnight, and
//! that the plan is finished.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test fails so"
)]

#[path = "common/play.rs"]
mod play;

use chrono::TimeDelta;
use ninety::env::{Colours, Glyphs};
use ninety::journal::{Fact, Terms};
use ninety::plan::{Plan, Source};
use ninety::study::calendar::Habits;
use ninety::tui::model::View;
use ninety::tui::overlay::Overlay;
use play::{Play, directory};
use std::fmt::Write;

/// A plan of so many days in one week, the last of them its milestone.
fn plan_of(days: usize) -> &'static Plan {
    let day = "[[week.day]]\ntitle = \"Day N\"\nminutes = 30\ntasks = [{ do = \"Swim\" }]\n";
    let days: String = (1..=days).map(|n| day.replace('N', &n.to_string())).collect();
    let text = format!(
        "title = \"Learn to swim\"\n[[week]]\ntitle = \"Water\"\n{days}[week.milestone]\naccept = [\"I swim.\"]\n"
    );
    Box::leak(Box::new(Plan::read(&[Source { name: "swim.toml".into(), text }]).unwrap()))
}

/// Somebody who studied on the evenings of the play's forty days, and comes back so many days later.
fn back_after(days: i64) -> Play {
    let later = play::now() + TimeDelta::days(days);
    Play::later().at(&later.to_rfc3339())
}

fn opened_as(play: &Play) -> &'static str {
    match &play.model.overlay {
        Overlay::None if play.message().is_empty() => "today",
        Overlay::None => "line",
        Overlay::WelcomeBack(_) => "welcome back",
        Overlay::Welcome(_) => "first start",
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_opening_grows_with_the_absence() {
    for (days, opening) in [
        (0, "today"),
        (1, "today"),
        (2, "today"),
        (3, "line"),
        (7, "line"),
        (8, "welcome back"),
        (1400, "welcome back"),
    ] {
        assert_eq!(opened_as(&back_after(days)), opening, "after {days} days");
    }
    let line = back_after(4);
    assert_eq!(line.message(), "3 study days since you last checked in · r to re-plan");
}

#[test]
fn the_line_goes_with_the_first_key_and_the_welcome_with_enter_or_escape() {
    let mut play = back_after(4);
    play.play("j");
    assert_eq!(play.message(), "");
    for key in ["enter", "esc"] {
        let mut play = back_after(30);
        play.play(key);
        assert_eq!(opened_as(&play), "today");
        assert_eq!((play.model.view, play.place()), (View::Today, (42, 0)));
        assert_eq!(play.recorded, 0);
    }
}

#[test]
fn the_re_plan_is_one_key_away_from_the_line_and_from_the_welcome() {
    for days in [4, 30] {
        let mut play = back_after(days);
        play.play("r");
        assert!(matches!(play.model.overlay, Overlay::Replan(_)), "after {days} days");
        play.play("right enter");
        assert_eq!((play.recorded, play.session.study().schedule().missed), (1, 0));
        assert_eq!(opened_as(&play.again()), "today");
    }
}

#[test]
fn every_key_that_shows_something_closes_the_welcome_and_acts_and_no_other_does() {
    for (key, view) in
        [("2", View::Week), ("3", View::Plan), ("5", View::Notes), ("tab", View::Week)]
    {
        let mut play = back_after(30);
        play.play(key);
        assert_eq!(play.model.view, view);
        assert!(matches!(play.model.overlay, Overlay::None));
    }
    let mut play = back_after(30);
    play.play("space x s o y 9 ctrl-x");
    assert_eq!((opened_as(&play), play.recorded, play.effects.len()), ("welcome back", 0, 0));
    play.play("?");
    assert!(matches!(play.model.overlay, Overlay::Help(_)));
    play.play("esc");
    assert!(matches!(play.model.overlay, Overlay::None));
}

#[test]
fn a_recorded_move_or_tick_means_that_the_learner_has_checked_in() {
    for fact in [
        Fact::Terms(Terms { goal: "2027-06-01".parse().ok(), ..Terms::default() }),
        Fact::Minutes {
            day: Plan::builtin().days()[41].id().clone(),
            minutes: 5,
            over: Vec::new(),
        },
    ] {
        let mut play = back_after(30);
        let now = play.now;
        play.session.record(fact, now, 5).unwrap();
        assert_eq!(play.session.study().schedule().missed, 0);
        let again = play.again();
        assert_eq!(opened_as(&again), "today", "it is said once");
        let soon = now + TimeDelta::days(1);
        assert_eq!(opened_as(&again.at(&soon.to_rfc3339())), "today");
    }
}

#[test]
fn where_only_a_start_is_recorded_the_welcome_says_that_all_is_as_it_was() {
    let mut play = Play::begun();
    play.model.message = None;
    let play = play.at("2027-01-20T20:00:00+01:00");
    assert_eq!(opened_as(&play), "welcome back");
    let text = play.text();
    assert!(text.contains("Everything is as you left it; the first day is still ahead."), "{text}");
    assert!(text.contains("1.1"), "{text}");
    assert!(!text.contains("behind"), "{text}");
}

#[test]
fn warnings_and_drafts_come_first() {
    let text = format!("{}this is no line\n", play::history());
    let dir = directory();
    std::fs::write(dir.path().join("django-90.toml"), text).unwrap();
    let later = play::now() + TimeDelta::days(30);
    let play = Play::in_dir(Plan::builtin(), dir, later);
    assert!(matches!(play.model.overlay, Overlay::None));
    assert!(play.message().contains("django-90.toml"), "{}", play.message());
}

#[test]
fn nothing_of_the_welcome_is_a_reproach() {
    for days in [8, 30, 400, 1400] {
        for (columns, rows) in [(80, 24), (120, 40), (60, 16), (40, 10)] {
            let text = back_after(days).sized(columns, rows).text().to_lowercase();
            let words: Vec<&str> = text.split(|c: char| !c.is_alphabetic()).collect();
            for word in ["behind", "overdue", "missed", "late", "streak", "lost", "should"] {
                assert!(!words.contains(&word), "{word} at {columns}x{rows}:\n{text}");
            }
        }
    }
}

#[test]
fn the_welcome_scrolls_where_it_has_no_room_and_is_ascii_where_asked() {
    let mut play = back_after(30).sized(40, 10);
    let first = play.text();
    assert!(first.contains("One small thing"), "{first}");
    let mut seen = String::new();
    for _ in 0..12 {
        play.play("pgdn");
        seen.push_str(&play.text());
    }
    assert!(seen.contains("Your last note"), "{seen}");
    play.play("g");
    assert_eq!(play.text(), first);
    let plain = back_after(30).looking(Colours::Sixteen, Glyphs::Ascii);
    assert!(plain.text().is_ascii());
}

#[test]
fn past_midnight_a_line_says_which_day_it_still_is() {
    let mut play = Play::later();
    assert!(!play.waits("2026-12-08T23:59:59+01:00"), "nothing is drawn while nothing changes");
    assert!(!play.text().contains("past midnight"));
    assert!(play.waits("2026-12-09T00:00:00+01:00"), "it comes without a key");
    let line = " It is past midnight; until 04:00 this still counts as Tue 8 Dec.";
    assert!(play.text().lines().any(|row| row == line), "{}", play.text());
    for now in
        ["2026-12-09T00:00:01+01:00", "2026-12-09T02:30:00+01:00", "2026-12-09T03:59:59+01:00"]
    {
        assert!(!play.waits(now), "{now}: the screen stays as it is");
    }
    assert!(play.waits("2026-12-09T04:00:00+01:00"), "and goes with the turn of the day");
    assert!(!play.text().contains("past midnight"));
    assert!(play.text().contains("Wed 9 Dec"));
    assert!(!play.waits("2026-12-09T04:00:01+01:00"));
}

#[test]
fn the_line_past_midnight_is_todays_alone_and_follows_the_settings() {
    let mut play = Play::later().at("2026-12-09T01:00:00+01:00");
    for (view, there) in [("2", false), ("3", false), ("5", false), ("1", true)] {
        play.play(view);
        assert_eq!(play.text().contains("past midnight"), there, "view {view}");
    }
    let narrow = play.sized(40, 10);
    assert!(narrow.text().contains(" Until 04:00 it is still Tue 8 Dec."), "{}", narrow.text());
    let midnight = Habits { day_start: chrono::NaiveTime::MIN, ..Habits::default() };
    let play = narrow.with_habits(midnight);
    assert!(!play.text().contains("Until"), "{}", play.text());
    assert_eq!(play.session.study().today().to_string(), "2026-12-09");
}

#[test]
fn work_past_midnight_counts_for_the_day_before_and_the_turn_brings_no_other_day() {
    let mut play = Play::later();
    play.waits("2026-12-09T01:00:00+01:00");
    let place = play.place();
    play.play("space");
    let study = play.session.study();
    let last = study.journal().entries().last().unwrap().at();
    assert_eq!(study.habits().study_date(last).to_string(), "2026-12-08");
    play.waits("2026-12-09T04:00:00+01:00");
    assert_eq!(play.place().0, place.0, "what is shown stays");
}

#[test]
fn daylight_saving_and_travel_move_the_line_with_the_clock() {
    // The night of 28 March 2027 has no hour from two to three.
    let mut play = Play::later().at("2027-03-27T20:00:00+01:00");
    assert!(play.waits("2027-03-28T01:59:59+01:00"));
    assert!(!play.waits("2027-03-28T03:00:00+02:00"));
    assert!(play.waits("2027-03-28T04:00:00+02:00"));
    // From Berlin to Los Angeles the evening begins anew.
    assert!(play.waits("2027-03-29T01:00:00+02:00"));
    assert!(play.waits("2027-03-28T16:00:00-07:00"));
    assert!(!play.text().contains("past midnight"));
}

#[test]
fn a_finished_plan_opens_on_today_and_says_so_in_a_line() {
    let finished = "Finished on Tue 8 Dec 2026; every day is complete or skipped.";
    for (days, keys) in [(2, "space t space"), (1, "s \"no water\" enter"), (1, "space")] {
        let mut play = Play::of(plan_of(days));
        play.play("enter enter").play(keys);
        assert!(matches!(play.model.overlay, Overlay::None));
        let play = play.again();
        assert_eq!((opened_as(&play), play.message()), ("line", finished));
        assert_eq!((play.model.view, play.place().0), (View::Today, days));
        let mut play = play.at("2030-01-01T20:00:00+01:00");
        assert_eq!(play.message(), finished, "nobody is missed once all is done");
        play.play("u");
        assert!(play.message().starts_with("Took back: "), "{}", play.message());
        assert!(play.session.study().current_day().is_some());
    }
}

#[test]
fn what_is_done_before_its_start_ends_all_the_same() {
    let mut play = Play::of(plan_of(3));
    play.play("\"+60d\" enter enter space l space l space");
    assert!(play.again().message().starts_with("Finished on Tue 8 Dec 2026"));
}

#[test]
fn the_openings_on_screen() {
    type Opened = fn() -> Play;
    let openings: [(&str, Opened); 5] = [
        ("line", || back_after(4)),
        ("welcome_back", || back_after(30)),
        ("welcome_back_start", || Play::begun().at("2027-01-20T20:00:00+01:00")),
        ("late", || Play::later().at("2026-12-09T00:12:00+01:00")),
        ("finished", || {
            let mut play = Play::of(plan_of(1));
            play.play("enter enter space");
            play.again()
        }),
    ];
    for (name, opened) in openings {
        let mut all = String::new();
        for (columns, rows) in [(80, 24), (120, 40), (60, 16), (40, 10)] {
            let play = opened().sized(columns, rows);
            writeln!(all, "=== {columns}x{rows}\n{}", play.screen()).unwrap();
        }
        insta::assert_snapshot!(name, all);
    }
}

#[test]
fn the_openings_are_drawn_at_every_size() {
    for mut play in [back_after(30), Play::later().at("2026-12-09T00:12:00+01:00")] {
        for (columns, rows) in (0..=200).zip((0..=60).cycle()) {
            play.resize(columns, rows);
            let (buffer, cursor) = play.buffer();
            assert_eq!((buffer.area.width, cursor), (columns, None));
        }
    }
}
