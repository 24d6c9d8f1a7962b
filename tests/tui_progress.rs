//! Progress as keys and screens: the weeks, and where the learner stands.
//!
//! Deliberately absent: the rules behind the shapes (`weeks.rs`).

#![expect(clippy::unwrap_used, reason = "a test fails so")]

#[path = "common/evenings.rs"]
mod evenings;
#[path = "common/play.rs"]
mod play;

use chrono::{DateTime, FixedOffset, NaiveDate};
use ninety::config::Streak;
use ninety::env::{Colours, Glyphs};
use ninety::journal::{Break, By, Fact, Key, Mark, Terms, write};
use ninety::plan::{Day, Plan, Source};
use ninety::tui::model::View;
use play::{NOW, Play};
use std::fmt::Write;

fn at(moment: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(moment).unwrap()
}

/// A journal's lines.
fn lines(facts: impl IntoIterator<Item = (DateTime<FixedOffset>, Fact)>) -> String {
    let written = |(number, (at, fact)): (u64, (DateTime<FixedOffset>, Fact))| {
        write::line(Key::new(number, 7), at, &fact.into()) + "\n"
    };
    (1..).zip(facts).map(written).collect()
}

/// A learner of nine weeks who misses an evening now and then, was away for five days, and has come to day 44.
fn learner() -> Play {
    let mut facts = evenings::facts(Plan::builtin(), 44);
    let date = |text: &str| text.parse::<NaiveDate>().unwrap();
    let pause = Break { from: date("2026-11-28"), until: date("2026-11-29") };
    let away = Fact::Away(vec![pause], String::new());
    facts.insert(1, (at("2026-10-05T18:59:00+01:00"), away));
    Play::with(&lines(facts))
}

/// Somebody who studied on one evening, long ago.
fn away_for(moment: &str) -> Play {
    let start = Fact::Terms(Terms {
        start: Some(at(moment).date_naive()),
        days: "mon-fri".parse().ok(),
        ..Terms::default()
    });
    let plan = Plan::builtin();
    let done = Fact::Done(vec![Mark::Day(plan.day(plan.day_no(1).unwrap()).id().clone())]);
    Play::with(&lines([(at(moment), start), (at(moment), done)]))
}

/// Somebody who did all of it.
fn finished() -> Play {
    let plan = Plan::builtin();
    let start = Fact::Terms(Terms {
        start: "2026-12-07".parse().ok(),
        days: "mon-fri".parse().ok(),
        ..Terms::default()
    });
    let all = plan.days().iter().map(|day: &Day| Mark::Day(day.id().clone())).collect();
    let moment = at("2026-12-07T20:00:00+01:00");
    Play::with(&lines([(moment, start), (moment, Fact::Done(all))]))
}

/// The same screen at sizes, one below the other.
fn gallery(sizes: &[(u16, u16)], keys: &str, play: impl Fn() -> Play) -> String {
    let mut all = String::new();
    for (columns, rows) in sizes {
        let mut play = play().sized(*columns, *rows);
        play.play(keys);
        writeln!(all, "=== {columns}x{rows}\n{}", play.screen()).unwrap();
    }
    all
}

const SIZES: [(u16, u16); 5] = [(80, 24), (120, 40), (60, 16), (40, 10), (60, 40)];

#[test]
fn the_weeks_and_where_they_lead() {
    insta::assert_snapshot!(gallery(&SIZES, "4", learner));
}

#[test]
fn before_anything_before_the_start_after_the_end_and_after_years() {
    let coming = || {
        let start = Fact::Terms(Terms {
            start: "2026-12-14".parse().ok(),
            days: "mon-fri".parse().ok(),
            ..Terms::default()
        });
        Play::with(&lines([(at(NOW), start)]))
    };
    let plays: [(&str, &dyn Fn() -> Play); 4] = [
        ("nothing is recorded", &Play::new),
        ("a start to come", &coming),
        ("finished", &finished),
        ("after years", &|| away_for("2023-02-06T20:00:00+01:00")),
    ];
    let mut all = String::new();
    for (name, play) in plays {
        let keys = if name.starts_with("nothing") { "esc 4" } else { "4" };
        writeln!(all, "=== {name}\n{}", gallery(&SIZES[..1], keys, play)).unwrap();
        writeln!(all, "{}", gallery(&[(60, 16)], keys, play)).unwrap();
    }
    insta::assert_snapshot!(all);
}

#[test]
fn plain_characters_and_no_colours_tell_the_same() {
    let ascii = || learner().looking(Colours::Sixteen, Glyphs::Ascii);
    let plain = gallery(&[(80, 24), (60, 16)], "4", ascii);
    assert!(plain.is_ascii(), "{plain}");
    let none = gallery(&[(80, 24)], "4", || learner().looking(Colours::None, Glyphs::Unicode));
    insta::assert_snapshot!(plain + &none);
}

#[test]
fn keys_move_as_in_the_plan() {
    let mut play = learner();
    play.play("4 t 4");
    assert_eq!((play.model.view, play.place().0), (View::Progress, 45));
    for (keys, day) in
        [("l", 46), ("h", 45), ("j", 52), ("k", 45), ("]", 50), ("[", 43), ("G", 90), ("g", 1)]
    {
        play.play(keys);
        assert_eq!((play.model.view, play.place().0), (View::Progress, day), "{keys}");
    }
    play.play("] enter");
    assert_eq!((play.model.view, play.place().0), (View::Today, 8));
    play.play("4 esc");
    assert_eq!(play.model.view, View::Today);
    play.play("4 q");
    assert_eq!(play.effects.len(), 1, "q quits as elsewhere");
    // Ticking, skipping and minutes work here as well.
    let mut play = Play::begun();
    play.play("4 space");
    assert!(play.message().starts_with("Ticked 1.1 "), "{}", play.message());
    play.play("m \"30\" enter s \"why\" enter");
    assert_eq!(play.recorded, 4);
}

#[test]
fn weeks_that_have_no_room_are_scrolled_to() {
    let mut play = learner().sized(80, 18);
    play.play("4");
    let now = play.text();
    assert!(now.contains("7 Dec") && !now.contains(" 5 Oct"), "{now}");
    assert!(now.contains("▴ "), "{now}");
    play.play("pgup pgup pgup");
    let before = play.text();
    assert!(before.contains(" 5 Oct") && !before.contains("▴ "), "{before}");
    play.play("pgdn pgdn pgdn");
    assert_eq!(play.text(), now);
    // On the smallest screen nothing is out of reach.
    let mut play = learner().sized(40, 10);
    play.play("4");
    let mut seen = play.text();
    for _page in 0..12 {
        play.play("pgdn");
        seen += &play.text();
    }
    for text in ["Finish", "Goal", "5 Oct", "7 Dec", "not studied", "break"] {
        assert!(seen.contains(text), "{text} is nowhere in\n{seen}");
    }
}

#[test]
fn a_click_on_a_cell_chooses_its_day() {
    let mut play = learner();
    play.play("4");
    // Row 3 is the plan's first week; its cells begin behind the number.
    play.click(8, 3);
    assert_eq!(play.place().0, 2);
    play.click(8, 4);
    assert_eq!(play.place().0, 9);
    play.click(8, 4);
    assert_eq!(play.model.view, View::Today);
    play.click_on("4 Progress");
    assert_eq!(play.model.view, View::Progress);
}

#[test]
fn a_streak_is_shown_when_it_was_asked_for_and_here_alone() {
    let mut play = learner();
    for key in ["1", "2", "3", "4", "5"] {
        play.play(key);
        assert!(!play.text().contains("in a row"), "{}", play.text());
    }
    play.model.streak = Streak::Shown;
    for (key, shown) in [("1", false), ("2", false), ("3", false), ("4", true), ("5", false)] {
        play.play(key);
        assert_eq!(play.text().contains("study days in a row"), shown, "{}", play.text());
    }
}

#[test]
fn week_by_week_the_screens_say_so() {
    let mut play = learner();
    let days = "mon-fri".parse().ok();
    play.elsewhere(Fact::Terms(Terms { days, by: Some(By::Week), ..Terms::default() }));
    play.look();
    play.play("2");
    assert!(play.text().contains("any order"), "{}", play.text());
}

#[test]
fn the_tabs_fit_from_forty_columns_on() {
    for columns in 40..=120 {
        let play = Play::begun().sized(columns, 10);
        let text = play.text();
        let tabs = text.lines().next().unwrap();
        for (_, key, title) in View::ALL {
            assert!(tabs.contains(&format!("{key} {title}")), "{columns}: {tabs}");
        }
    }
}

#[test]
fn every_size_and_every_plan_can_be_drawn() {
    let odd =
        "title = \"Odd\"\n[[week]]\ntitle = \"One\"\n[[week.day]]\ntasks = [{ do = \"It\" }]\n";
    let source = Source { name: "odd.toml".into(), text: odd.into() };
    let own: &'static Plan = Box::leak(Box::new(Plan::read(&[source]).unwrap()));
    for play in [learner(), Play::of(own), finished(), away_for("1999-12-31T20:00:00+01:00")] {
        let mut play = play;
        play.play("esc 4");
        for columns in [0, 1, 15, 39, 40, 46, 59, 60, 71, 72, 80, 109, 110, 120, 200] {
            for rows in [0, 1, 9, 10, 11, 15, 16, 17, 18, 20, 24, 31, 35, 36, 40, 90] {
                play.resize(columns, rows);
                let _screen = play.buffer();
            }
        }
    }
}
