//! The first start as a learner answers it: each question by keys, the entry that comes of it, and the screens.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test fails so"
)]

#[path = "common/play.rs"]
mod play;

use chrono::{Datelike, NaiveDate};
use ninety::env::{Colours, Glyphs};
use ninety::journal::{Fact, Terms, Weekdays};
use ninety::plan::{Plan, Source};
use ninety::tui::overlay::Overlay;
use play::Play;
use std::fmt::Write;

/// A plan of so many days in one week.
fn plan_of(days: usize) -> &'static Plan {
    let day = "[[week.day]]\ntitle = \"Day N\"\ntasks = [{ do = \"It\" }]\n";
    let days: String = (1..=days).map(|n| day.replace('N', &n.to_string())).collect();
    let text = format!("title = \"Swim\"\n[[week]]\n{days}");
    Box::leak(Box::new(Plan::read(&[Source { name: "swim.toml".into(), text }]).unwrap()))
}

/// The start that was recorded: its date, and what stands behind it in the file.
fn started(play: &Play) -> String {
    let name = format!("{}.toml", play.session.study().plan().id());
    let text = std::fs::read_to_string(play.dir().join(name)).unwrap();
    let line = text.lines().last().unwrap();
    line.split_once(", ").unwrap().1.split(" } #").next().unwrap().to_owned()
}

/// The same without its goal.
fn started_without_goal(play: &Play) -> String {
    started(play).split(", goal").next().unwrap().to_owned()
}

#[test]
fn what_is_answered_is_one_entry_with_the_goal_that_was_shown() {
    for (keys, entry) in [
        ("enter enter", "start = 2026-12-08, days = \"mon-fri\""),
        ("right enter enter", "start = 2026-12-09, days = \"mon-fri\""),
        ("left left enter enter", "start = 2026-12-06, days = \"mon-fri\""),
        ("\"2027-02-28\" right enter enter", "start = 2027-03-01, days = \"mon-fri\""),
        ("\"-2w\" enter enter", "start = 2026-11-24, days = \"mon-fri\""),
        ("tab right right right right enter", "start = 2026-12-08, days = \"mon-sun\""),
        ("tab left left left left enter", "start = 2026-12-08, days = \"mon,wed,fri\""),
        ("tab \"4\" enter", "start = 2026-12-08, days = \"mon,tue,thu,fri\""),
        ("tab tab space right space enter", "start = 2026-12-08, days = \"wed-fri\""),
        ("tab tab \"67\" enter", "start = 2026-12-08, days = \"mon-sun\""),
        ("tab tab \"12345\" \"7\" enter", "start = 2026-12-08, days = \"sun\""),
        ("tab tab tab \"1h30\" enter", "start = 2026-12-08, days = \"mon-fri\", minutes = 90"),
        ("up left enter", "start = 2026-12-08, days = \"mon-fri\", minutes = 165"),
        ("up left right enter", "start = 2026-12-08, days = \"mon-fri\", minutes = 180"),
    ] {
        let mut play = Play::new();
        play.play(keys);
        assert_eq!(play.recorded, 1, "{keys}:\n{}", play.text());
        let (terms, goal) = (started(&play), play.session.study().schedule().goal.unwrap());
        assert_eq!(terms, format!("{entry}, goal = {goal}"), "{keys}");
        assert_eq!(play.session.study().schedule().proposed_goal(), Some(goal), "{keys}");
        play.play("u");
        assert_eq!(play.session.study().started(), None, "one undo takes it back");
    }
}

#[test]
fn no_weekdays_are_refused_until_one_is_chosen() {
    let mut play = Play::new();
    play.play("tab tab \"12345\"");
    assert!(play.text().contains("No weekday is chosen."), "{}", play.text());
    play.play("enter");
    let refused = "No weekday is chosen: choose at least one to study on.";
    assert!(play.text().contains(refused), "{}", play.text());
    assert_eq!(play.recorded, 0);
    play.play("space enter");
    assert_eq!(started_without_goal(&play), "start = 2026-12-08, days = \"fri\"");
    // From another question too, and the cursor goes to where the correction is.
    let mut play = Play::new().sized(40, 10);
    play.play("tab tab \"12345\" tab enter");
    assert!(play.text().contains("No weekday is chosen"), "{}", play.text());
    play.play("\"3\" enter");
    assert_eq!(started_without_goal(&play), "start = 2026-12-08, days = \"wed\"");
}

#[test]
fn what_cannot_be_is_said_beside_the_question() {
    for (keys, sentence) in [
        ("\"soon\" enter", "\"soon\" is no date"),
        ("tab tab tab \"0\" enter", "\"0\" is no time for a study day."),
        ("tab tab tab \"25h\" enter", "\"25h\" is no time for a study day."),
        ("\"soon\" tab enter", "\"soon\" is no date"),
    ] {
        let mut play = Play::new();
        play.play(keys);
        assert!(play.text().contains(sentence), "{keys}:\n{}", play.text());
        assert!(matches!(play.model.overlay, Overlay::Welcome(_)) && play.recorded == 0);
    }
}

#[test]
fn the_table_has_the_ends_that_the_schedule_gives() {
    for typed in ["", "\"2026-12-12\"", "\"-2w\"", "\"+60d\""] {
        for count in 3..=7_u32 {
            let mut play = Play::new();
            play.play(typed).play(&format!("tab \"{count}\""));
            let shown = play.text();
            play.play("enter");
            let schedule = play.session.study().schedule();
            assert_eq!(schedule.pace.days.count(), count);
            let end = schedule.finish().unwrap();
            let told = format!("Finish on {}, in ", end.format("%a %-d %b %Y"));
            assert!(shown.contains(&told), "{typed} {count}: {told}\n{shown}");
            let goal = schedule.goal.unwrap();
            for date in [end, goal] {
                let cell = date.format("%-d %b ").to_string();
                assert!(shown.contains(&cell), "{typed} {count}: {cell}\n{shown}");
            }
        }
    }
}

#[test]
fn a_start_on_a_rest_day_begins_on_the_next_study_day() {
    let mut play = Play::new();
    play.play("\"sat\" enter enter");
    let study = play.session.study();
    assert_eq!(study.started().unwrap().to_string(), "2026-12-12");
    assert_eq!(study.date(&study.plan().days()[0]).unwrap().to_string(), "2026-12-14");
    assert!(play.text().contains("Day 1 of 90"));
}

#[test]
fn a_start_to_come_and_a_start_in_the_past_are_both_fine() {
    let mut play = Play::new();
    play.play("\"+2w\" enter enter");
    let first = |play: &Play| play.session.study().schedule().slots[0].date.to_string();
    assert_eq!(first(&play), "2026-12-22");
    let mut play = Play::new();
    play.play("\"-2w\" enter enter");
    assert_eq!(first(&play), "2026-12-08", "no open day is dated in the past");
    assert_eq!(play.again().message(), "", "and nothing was missed before it was recorded");
}

#[test]
fn a_plan_of_one_day_and_one_without_hours_are_answered_the_same_way() {
    for days in [1, 3] {
        let mut play = Play::of(plan_of(days));
        play.play("enter enter");
        assert_eq!(play.recorded, 1);
        assert!(matches!(play.model.overlay, Overlay::None));
    }
    let text = Play::of(plan_of(1)).text();
    assert!(text.contains("Swim: 1 day, one at a time."), "{text}");
    assert!(text.contains("in 1 week."), "{text}");
}

#[test]
fn an_end_that_is_more_than_a_year_away_has_its_year() {
    let mut play = Play::of(plan_of(300));
    play.play("tab");
    let text = play.text();
    let finish = text.lines().find(|line| line.contains("finish")).unwrap();
    assert!(finish.contains(" 11/2028  5/2028   1/2028   22 Nov   3 Oct"), "{finish}");
}

#[test]
fn the_week_begins_where_the_settings_say() {
    use ninety::study::calendar::Habits;
    let habits = Habits { week_start: chrono::Weekday::Sun, ..Habits::default() };
    let mut play = Play::new().with_habits(habits);
    let text = play.text();
    let row = text.lines().find(|line| line.contains("Weekdays")).unwrap().to_owned();
    assert!(row.contains("· sun ✓ mon ✓ tue ✓ wed ✓ thu ✓ fri · sat"), "{row}");
    play.play("tab tab \"1\" enter");
    assert_eq!(started_without_goal(&play), "start = 2026-12-08, days = \"mon-fri,sun\"");
}

#[test]
fn every_set_of_weekdays_can_be_toggled_and_is_recorded() {
    for set in 1..128_u8 {
        let mut play = Play::new();
        let on = |place: u8| set & (1 << place) != 0;
        let change: String = (0..7)
            .filter(|place| on(*place) != (*place < 5))
            .map(|p| char::from(b'1' + p))
            .collect();
        play.play(&format!("tab tab \"{change}\" enter"));
        let record = play.session.study().journal().entries().last().unwrap().record();
        let [Fact::Terms(Terms { days: Some(days), start: Some(date), .. })] =
            record.facts.as_slice()
        else {
            panic!("{set:07b}: {}", play.text())
        };
        assert_eq!(*date, NaiveDate::from_ymd_opt(2026, 12, 8).unwrap());
        for day in Weekdays::EACH {
            assert_eq!(days.contains(day), on(u8::try_from(day.num_days_from_monday()).unwrap()));
        }
        assert_eq!(date.weekday(), chrono::Weekday::Tue);
    }
}

#[test]
fn pasted_dates_and_minutes_are_typed_text() {
    let mut play = Play::new();
    play.paste("+3d\n").play("tab tab").paste("x").play("tab").paste(" 45 ").play("enter");
    assert_eq!(started_without_goal(&play), "start = 2026-12-11, days = \"mon-fri\", minutes = 45");
}

#[test]
fn the_first_start_on_screen() {
    let screens = [
        ("date", ""),
        ("days", "enter right"),
        ("weekdays", "tab tab right space"),
        ("minutes", "tab tab tab \"1h30\""),
        ("no_days", "tab tab \"12345\" enter"),
    ];
    for (name, keys) in screens {
        let mut all = String::new();
        for (columns, rows) in [(80, 24), (120, 40), (60, 16), (40, 10)] {
            let mut play = Play::new().sized(columns, rows);
            play.play(keys);
            writeln!(all, "=== {columns}x{rows}\n{}", play.screen()).unwrap();
        }
        insta::assert_snapshot!(name, all);
    }
}

#[test]
fn the_first_start_is_drawn_at_every_size_in_both_sets_of_characters() {
    for keys in ["", "tab", "tab tab \"12345\" enter", "tab tab tab \"x\" enter", "up \"120\""] {
        let mut play = Play::new();
        play.play(keys);
        let mut plain = Play::new().looking(Colours::None, Glyphs::Ascii);
        plain.play(keys);
        for (columns, rows) in (40..=130).zip((10..=40).cycle()) {
            play.resize(columns, rows);
            plain.resize(columns, rows);
            let (buffer, cursor) = play.buffer();
            assert!(cursor.is_none_or(|at| buffer.area.contains(at)), "{columns}x{rows}");
            assert!(plain.text().is_ascii(), "{columns}x{rows}");
            assert!(play.text().contains("nter"), "{columns}x{rows} says how to start");
        }
    }
}
