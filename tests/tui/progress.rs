//! Progress: the burn-up, the calendar by date, what was done on the selected one, and where it leads.
//!
//! Deliberately absent: the rules behind the shapes (`core/weeks.rs`).

use crate::evenings;
use crate::play::{NOW, Play};
use chrono::{DateTime, FixedOffset, NaiveDate};
use ninety::env::{Charset, Colours};
use ninety::journal::{Break, Fact, Key, Mark, Terms, write};
use ninety::plan::{Day, Plan, Source};

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

/// A learner of nine weeks who misses an evening now and then, was away for a weekend, and has come to day 44.
fn learner() -> Play {
    let mut facts = evenings::facts(Plan::builtin(), 44);
    let date = |text: &str| text.parse::<NaiveDate>().unwrap();
    let pause = Break { from: date("2026-11-28"), until: date("2026-11-29") };
    let away = Fact::Away(vec![pause], String::new());
    facts.insert(1, (at("2026-10-05T18:59:00+01:00"), away));
    Play::with(&lines(facts))
}

fn terms(start: &str) -> Fact {
    Fact::Terms(Terms { start: start.parse().ok(), days: "mon-fri".parse().ok(), ..Terms::default() })
}

/// Somebody who studied on one evening, long ago.
fn away_for(moment: &str) -> Play {
    let builtin = Plan::builtin();
    let done = Fact::Done(vec![Mark::Day(builtin.day(builtin.day_no(1).unwrap()).id().clone())]);
    let start = terms(&at(moment).date_naive().to_string());
    let mut play = Play::with(&lines([(at(moment), start), (at(moment), done)]));
    play.play("esc");
    play
}

/// Somebody who did all of it.
fn finished() -> Play {
    let all = Plan::builtin().days().iter().map(|day: &Day| Mark::Day(day.id().clone())).collect();
    let moment = at("2026-12-07T20:00:00+01:00");
    Play::with(&lines([(moment, terms("2026-12-07")), (moment, Fact::Done(all))]))
}

#[test]
fn a_chart_of_the_days_done_stands_there_where_it_has_room() {
    for (columns, rows) in [(80, 24), (120, 40), (200, 60)] {
        let mut play = learner().sized(columns, rows);
        let text = play.play("4").text();
        assert!(text.contains("╭ 43 of 90 days done "), "{text}");
        assert!(text.contains("││ 90  │"), "{text}");
        let dots = text.chars().filter(|c| ('⠁'..='⣿').contains(c)).count();
        assert!(dots > 20, "{dots} dots of a chart at {columns}x{rows}:\n{text}");
    }
    let mut plain = learner().looking(Colours::Sixteen, Charset::Ascii);
    let text = plain.play("4").text();
    assert!(text.contains("43 of 90 days done") && text.is_ascii(), "{text}");
}

#[test]
fn the_selected_date_says_what_was_done() {
    let mut play = Play::begun();
    play.play("space m \"45\" enter n \"Read it twice.\" esc 4");
    assert!(play.text().contains("╭ Tue 8 Dec 2026 ──"), "{}", play.text());
    let text = play.text() + &play.play("pgdn").text() + &play.play("pgdn").text();
    for said in ["19:41  Ticked 1.1", "19:41  Logged 45 min", "19:41  Wrote a note"] {
        assert!(text.contains(said), "{said} is not in\n{text}");
    }
    let text = play.play("l").text();
    assert!(text.contains("╭ Wed 9 Dec 2026 "), "{text}");
    assert!(text.contains("Day 2, Data types, is to do."), "{text}");
}

#[test]
fn enter_goes_to_the_day_of_the_date() {
    let mut play = Play::later();
    play.play("4 h enter");
    assert_eq!(play.title(), "40 Signals");
    play.play("4 l enter");
    assert!(play.title().starts_with("42 Blog with search and pages"), "{}", play.title());
    // The date that was missed.
    play.play("4 k k k k h enter");
    assert_eq!(play.foot(), "No day of the plan was completed on this date, and none lies on it.");
}

#[test]
fn keys_go_by_dates_and_weeks_and_stay_between_first_and_last() {
    let mut play = Play::later();
    play.play("4");
    for (keys, date) in [
        ("h", "Mon 7 Dec 2026"),
        ("k", "Mon 30 Nov 2026"),
        ("j", "Mon 7 Dec 2026"),
        ("[", "Mon 30 Nov 2026"),
        ("]", "Mon 7 Dec 2026"),
        ("g h k", "Thu 29 Oct 2026"),
        ("G l j", "Tue 26 Jan 2027"),
    ] {
        let text = play.play(keys).text();
        assert!(text.contains(&format!("╭ {date} ─")), "{keys}:\n{text}");
    }
    play.play("esc");
    assert_eq!(play.title(), "41 Middleware");
}

#[test]
fn a_click_on_a_cell_chooses_its_date_and_another_opens_its_day() {
    let mut play = Play::later();
    play.play("4");
    let (x, y) = play.find(" 2 Nov ");
    play.click(x + 7, y);
    assert!(play.text().contains("╭ Mon 2 Nov 2026 ─"), "{}", play.text());
    play.click(x + 7, y);
    assert_eq!(play.title(), "5 Functions");
}

#[test]
fn each_week_says_days_done_and_time() {
    let mut play = Play::later();
    let text = play.play("4").text();
    assert!(text.contains("│        M T W T F S S done    time   │"), "{text}");
    assert!(text.contains("│  9 Nov × ■ ■ ■ ■ ■ ■ 6 of 7   4h55  │"), "{text}");
}

#[test]
fn on_the_smallest_screen_nothing_is_out_of_reach() {
    let mut play = learner().sized(40, 10);
    let mut seen = play.play("4").text();
    for _page in 0..12 {
        seen += &play.play("pgdn").text();
    }
    for text in ["Finish", "Goal", "7 Dec", "not studied", "break"] {
        assert!(seen.contains(text), "{text} is nowhere in\n{seen}");
    }
}

#[test]
fn a_streak_is_shown_when_it_was_asked_for_and_here_alone() {
    let mut play = learner();
    for key in ["1", "2", "3", "4", "5"] {
        assert!(!play.play(key).text().contains("In a row"), "{}", play.text());
    }
    let mut play = play.sized(120, 40).with_streak();
    for (key, shown) in [("1", false), ("2", false), ("3", false), ("4", true), ("5", false)] {
        assert_eq!(play.play(key).text().contains("In a row"), shown, "{}", play.text());
    }
}

#[test]
fn before_anything_before_the_start_and_after_the_end_it_says_so() {
    let mut fresh = Play::new();
    assert!(fresh.play("esc 4").text().contains("0 of 90 days done"), "{}", fresh.text());
    let mut coming = Play::with(&lines([(at(NOW), terms("2026-12-14"))]));
    let text = coming.play("4").text();
    assert!(text.contains("Finish"), "{text}");
    let mut done = finished();
    let text = done.play("esc 4").text();
    assert!(text.contains("90 of 90 days done"), "{text}");
    assert!(text.contains("Finished Mon 7 Dec 2026"), "{text}");
}

#[test]
fn the_tabs_fit_from_forty_columns_on() {
    for columns in 40..=120 {
        let play = Play::begun().sized(columns, 10);
        let text = play.text();
        let tabs = text.lines().next().unwrap();
        for tab in ["1 Today", "2 Week", "3 Plan", "4 Progress", "5 Notes"] {
            assert!(tabs.contains(tab), "{columns}: {tabs}");
        }
    }
}

#[test]
fn every_size_and_every_plan_can_be_drawn() {
    let odd = "title = \"Odd\"\n[[week]]\ntitle = \"One\"\n[[week.day]]\ntasks = [{ do = \"It\" }]\n";
    let source = Source { name: "odd.toml".into(), text: odd.into() };
    let own: &'static Plan = Box::leak(Box::new(Plan::read(&[source]).unwrap()));
    for mut play in [learner(), Play::of(own), finished(), away_for("1999-12-31T20:00:00+01:00")] {
        play.play("esc 4");
        for columns in [0, 1, 15, 39, 40, 46, 59, 60, 71, 72, 80, 109, 110, 120, 200] {
            for rows in [0, 1, 9, 10, 11, 15, 16, 17, 18, 20, 24, 31, 35, 36, 40, 90] {
                play.resize(columns, rows);
            }
        }
    }
}

#[test]
fn a_date_to_come_is_no_date_on_which_nothing_was_recorded() {
    let mut play = Play::begun();
    let text = play.play("4").text();
    assert!(text.contains("─ today ╮"), "{text}");
    let text = play.play("G j G").text();
    assert!(!text.contains("Nothing was recorded."), "{text}");
}

#[test]
fn weeks_that_are_out_of_sight_are_counted_above_and_below() {
    let mut play = learner().sized(60, 16);
    play.play("4");
    assert!(play.text().contains("─ ▴ 7 ╮"), "{}", play.text());
    assert!(play.text().contains("─ ▾ "), "{}", play.text());
}

#[test]
fn the_lines_of_the_chart_are_named_by_what_they_are_drawn_with() {
    let mut play = Play::later();
    play.play("4");
    assert!(play.text().contains(" • goal  ⠒ finish ╮"), "{}", play.text());
    let mut play = Play::later().looking(Colours::None, Charset::Ascii);
    play.play("4");
    let text = play.text();
    assert!(text.contains(" : goal  = finish +") && !text.contains('~'), "{text}");
    let chart = text.lines().skip(3).take(6).collect::<String>();
    assert!(chart.contains("::") && chart.contains("=="), "{text}");
}
