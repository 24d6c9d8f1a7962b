//! The first start as a learner fills it in: one form, the entry that comes of it, and what it shows meanwhile.

use crate::play::Play;
use ninety::env::{Charset, Colours};
use ninety::journal::{Fact, Terms};
use ninety::plan::{Plan, Source};
use ninety::study::calendar::Habits;

/// A plan of so many days in one week.
fn plan_of(days: usize) -> &'static Plan {
    let day = "[[week.day]]\ntitle = \"Day N\"\ntasks = [{ do = \"It\" }]\n";
    let days: String = (1..=days).map(|n| day.replace('N', &n.to_string())).collect();
    let text = format!("title = \"Swim\"\n[[week]]\n{days}");
    Box::leak(Box::new(Plan::read(&[Source { name: "swim.toml".into(), text }]).unwrap()))
}

/// The start that was recorded, as its file has it.
fn started(play: &Play) -> String {
    let name = format!("{}.toml", play.study().plan().id());
    let text = std::fs::read_to_string(play.dir().join(name)).unwrap();
    let line = text.lines().last().unwrap();
    line.split_once(", ").unwrap().1.split(" } #").next().unwrap().to_owned()
}

/// The same without the goal, which follows from the rest.
fn started_without_goal(play: &Play) -> String {
    started(play).split(", goal").next().unwrap().to_owned()
}

/// Tells whether the first start's form is open.
fn is_asked(play: &Play) -> bool {
    play.title() == "Welcome: enter starts the plan"
}

/// What the form says, as one line.
fn said(play: &Play) -> String {
    let text = play.text();
    let rows = text.lines().filter(|line| line.starts_with('│')).filter_map(|line| line.split('│').nth(1));
    rows.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

#[test]
fn one_enter_starts_the_plan() {
    let mut play = Play::new();
    assert!(is_asked(&play));
    assert_eq!(play.line(), "▸ Study days Mo Tu We Th Fr ·· ··", "the cursor is on what differs most");
    play.play("enter");
    assert!(play.foot().starts_with("The plan starts on Tue 8 Dec · u undo"), "{}", play.foot());
    assert_eq!(started(&play), "start = 2026-12-08, days = \"mon-fri\", goal = 2027-04-23");
    assert_eq!(play.line(), "▸ ○ do       Install Python, VS Code, Git");
    assert!(!is_asked(&play.again()), "it is asked once");
}

#[test]
fn it_can_be_left_for_later() {
    let mut play = Play::new();
    play.play("esc");
    assert_eq!(play.foot(), "The plan starts with the first tick; r sets the schedule at any time.");
    play.play("space");
    assert_eq!(play.recorded(), 1);
    assert!(!is_asked(&play.again()));
}

#[test]
fn enter_accepts_from_every_field_as_one_entry_with_the_goal_that_was_shown() {
    for (keys, entry) in [
        ("", "start = 2026-12-08, days = \"mon-fri\""),
        ("\"4\"", "start = 2026-12-08, days = \"mon,tue,thu,fri\""),
        ("\"7\"", "start = 2026-12-08, days = \"mon-sun\""),
        ("\"3\"", "start = 2026-12-08, days = \"mon,wed,fri\""),
        ("space right space", "start = 2026-12-08, days = \"wed-fri\""),
        ("up up right", "start = 2026-12-09, days = \"mon-fri\""),
        ("up up left left", "start = 2026-12-06, days = \"mon-fri\""),
        ("up up \"2027-02-28\" right", "start = 2027-03-01, days = \"mon-fri\""),
        ("up up \"-2w\"", "start = 2026-11-24, days = \"mon-fri\""),
        ("tab \"1h30\"", "start = 2026-12-08, days = \"mon-fri\", minutes = 90"),
        ("tab right", "start = 2026-12-08, days = \"mon-fri\", minutes = 180"),
        ("tab right left", "start = 2026-12-08, days = \"mon-fri\", minutes = 165"),
        ("tab tab space", "start = 2026-12-08, days = \"mon-fri\", by = \"week\""),
    ] {
        let mut play = Play::new();
        play.play(keys).play("enter");
        assert_eq!(play.recorded(), 1, "{keys}:\n{}", play.text());
        let (terms, goal) = (started(&play), play.study().schedule().goal.unwrap());
        assert_eq!(terms, format!("{entry}, goal = {goal}"), "{keys}");
        assert_eq!(play.study().schedule().proposed_goal(), Some(goal), "{keys}");
        play.play("u");
        assert_eq!(play.study().started(), None, "one undo takes it back");
    }
}

#[test]
fn the_goal_follows_the_choices_until_it_is_typed() {
    let mut play = Play::new();
    assert!(play.text().contains("│   Goal       Fri 23 Apr 2027 "), "{}", play.text());
    play.play("\"7\"");
    assert!(play.text().contains("│   Goal       Sat 13 Mar 2027 "), "{}", play.text());
    play.play("tab tab tab \"2027-06-01\"");
    assert!(said(&play).contains("= Tue 1 Jun 2027 The date to be done by."), "{}", play.text());
    play.play("up up up \"3\"");
    assert!(play.text().contains("│   Goal       Tue 1 Jun 2027 "), "{}", play.text());
    play.play("enter");
    assert_eq!(started(&play), "start = 2026-12-08, days = \"mon,wed,fri\", goal = 2027-06-01");
}

#[test]
fn a_plan_may_be_started_without_a_goal() {
    let mut play = Play::new();
    play.play("up up up \"none\" enter");
    assert_eq!(started(&play), "start = 2026-12-08, days = \"mon-fri\"");
}

#[test]
fn who_knows_the_first_days_begins_at_a_later_one() {
    let mut play = Play::new();
    play.play("up");
    assert!(said(&play).contains("Do you know the first days? Type the day to begin at."), "{}", play.text());
    play.play("\"8\"");
    assert!(said(&play).contains("You know days 1-7: they are skipped as known before."), "{}", play.text());
    assert!(play.text().contains("│   Tue  8 Dec   8  Git basics "), "{}", play.text());
    play.play("enter");
    assert_eq!(play.recorded(), 1, "it is one entry");
    assert_eq!(play.title(), "8 Git basics");
    play.play("h");
    assert_eq!(play.title(), "7 CLI contact book");
    assert!(play.text().contains("Skipped  known before"), "{}", play.text());
    play.play("u");
    assert_eq!(play.study().current_day().unwrap().no().get(), 1, "and one undo");
}

#[test]
fn no_weekdays_are_refused_until_one_is_chosen() {
    for (keys, correction) in [
        ("space right space right space right space right space", "space enter"),
        ("space right space right space right space right space tab", "space enter"),
    ] {
        let mut play = Play::new();
        play.play(keys).play("enter");
        assert_eq!(play.foot(), "No weekday is chosen: choose at least one to study on.");
        assert!(is_asked(&play) && play.recorded() == 0);
        play.play(correction);
        assert_eq!(started_without_goal(&play), "start = 2026-12-08, days = \"fri\"");
    }
}

#[test]
fn what_cannot_be_is_said_beside_its_field_and_stays_to_be_corrected() {
    for (keys, sentence, typed) in [
        ("up up \"soon\"", "\"soon\" is no date", "▸ Start      soon"),
        ("up \"91\"", "\"91\" is no day: write a number from 1 to 90.", "▸ Begin at   91"),
        ("tab \"0\"", "\"0\" is no time for a study day.", "▸ Length     0"),
        ("tab \"25h\"", "\"25h\" is no time for a study day.", "▸ Length     25h"),
        ("up up up \"soon\"", "\"soon\" is no date", "▸ Goal       soon"),
    ] {
        let mut play = Play::new();
        play.play(keys);
        assert!(said(&play).contains(sentence), "{keys}:\n{}", play.text());
        assert!(play.text().contains("││ It shows here once every field can   │"), "{keys}:\n{}", play.text());
        play.play("tab enter");
        assert!(play.foot().contains(sentence), "{keys}:\n{}", play.text());
        assert!(play.text().contains(typed), "the cursor is on it again: {keys}:\n{}", play.text());
        assert_eq!(play.recorded(), 0);
    }
}

#[test]
fn each_choice_says_when_the_plan_would_be_finished() {
    for start in ["", "\"2026-12-12\"", "\"-2w\"", "\"+60d\""] {
        for count in 3..=7_u32 {
            let mut play = Play::new();
            play.play(&format!("up up {start} down down"));
            let shown = play.text();
            play.play(&format!("\"{count}\" enter"));
            let schedule = play.study().schedule();
            assert_eq!(schedule.pace.days.count(), count);
            let finish = schedule.finish().unwrap().format("%-d %b %Y");
            let said = format!("{count} a week: finish {finish}");
            assert!(shown.contains(&said), "{start} {count}: {said}\n{shown}");
        }
    }
}

#[test]
fn a_start_on_a_rest_day_begins_on_the_next_study_day() {
    let mut play = Play::new();
    play.play("up up \"sat\" enter");
    let study = play.study();
    assert_eq!(study.started().unwrap().to_string(), "2026-12-12");
    assert_eq!(study.date(&study.plan().days()[0]).unwrap().to_string(), "2026-12-14");
}

#[test]
fn a_start_to_come_and_a_start_in_the_past_are_both_fine() {
    let first = |keys: &str| {
        let mut play = Play::new();
        play.play(keys);
        let first = play.study().schedule().slots[0].date.to_string();
        (first, play.again().foot())
    };
    let keys = "space tick · n note · o open · l next day · r re-plan · ? help · q quit".to_owned();
    assert_eq!(first("up up \"+2w\" enter"), ("2026-12-22".to_owned(), keys.clone()));
    assert_eq!(
        first("up up \"-2w\" enter"),
        ("2026-12-08".to_owned(), keys),
        "nothing was missed before it was recorded"
    );
}

#[test]
fn a_plan_of_ones_own_is_started_the_same_way() {
    for days in [1, 3, 300] {
        let mut play = Play::of(plan_of(days));
        assert!(is_asked(&play));
        assert!(play.text().contains("│   Length     any length "), "{}", play.text());
        play.play("enter");
        assert_eq!((play.recorded(), play.title().as_str()), (1, "1 Day 1"));
    }
    let text = Play::of(plan_of(300)).text();
    assert!(text.contains("3 a week: finish 6 Nov 2028"), "{text}");
}

#[test]
fn the_week_begins_where_the_settings_say() {
    let habits = Habits { week_start: chrono::Weekday::Sun, ..Habits::default() };
    let mut play = Play::new().with_habits(habits);
    assert_eq!(play.line(), "▸ Study days ·· Mo Tu We Th Fr ··");
    play.play("space enter");
    assert_eq!(started_without_goal(&play), "start = 2026-12-08, days = \"mon-fri,sun\"");
}

#[test]
fn every_set_of_weekdays_can_be_chosen_and_is_recorded() {
    for set in 1..128_u8 {
        let on = |place: u8| set & (1 << place) != 0;
        let keys: String =
            (0..7).map(|place| if on(place) == (place < 5) { "right " } else { "space right " }).collect();
        let mut play = Play::new();
        play.burst(&keys).play("enter");
        let record = play.study().journal().entries().last().unwrap().record();
        let [Fact::Terms(Terms { days: Some(days), start: Some(_), .. })] = record.facts.as_slice() else {
            panic!("{set:07b}: {}", play.text())
        };
        for day in (0..7).map(|day: u8| chrono::Weekday::try_from(day).unwrap()) {
            assert_eq!(days.contains(day), on(u8::try_from(day.num_days_from_monday()).unwrap()), "{set:07b}");
        }
    }
}

#[test]
fn pasted_dates_and_minutes_are_typed_text() {
    let mut play = Play::new();
    play.paste("x").play("up up").paste("+3d\n").play("tab tab tab").paste(" 45 ").play("enter");
    assert_eq!(started_without_goal(&play), "start = 2026-12-11, days = \"mon-fri\", minutes = 45");
}

#[test]
fn a_start_that_cannot_be_saved_stays_in_its_form() {
    let mut play = Play::new();
    play.play("\"6\" up \"8\"");
    std::fs::create_dir(play.journal()).unwrap();
    play.play("enter");
    assert!(play.foot().contains("django-90.toml"), "{}", play.foot());
    assert!(play.text().contains("│ ▸ Begin at   8 "), "{}", play.text());
    std::fs::remove_dir(play.journal()).unwrap();
    play.play("enter");
    assert_eq!((play.recorded(), play.title().as_str()), (1, "8 Git basics"));
}

#[test]
fn weekdays_are_in_or_out_in_plain_characters_too() {
    let play = Play::new().looking(Colours::None, Charset::Ascii);
    assert!(play.line().starts_with("> Study days Mo Tu We Th Fr -- --  "), "{}", play.line());
}

#[test]
fn the_first_start_on_screen() {
    insta::assert_snapshot!(Play::new().text());
    insta::assert_snapshot!(Play::new().sized(40, 10).text());
}

#[test]
fn the_first_start_is_drawn_at_every_size_in_both_sets_of_characters() {
    for keys in ["", "up up \"x\" tab", "up \"120\""] {
        let mut play = Play::new();
        play.play(keys);
        let mut plain = Play::new().looking(Colours::None, Charset::Ascii);
        plain.play(keys);
        for (columns, rows) in (40..=130).step_by(3).zip((10..=40).cycle()) {
            play.resize(columns, rows);
            plain.resize(columns, rows);
            let cursor = play.stage.cursor.map(|(at, _)| at);
            assert!(cursor.is_some_and(|at| play.stage.shown.area.contains(at)), "{columns}x{rows}");
            assert!(plain.text().is_ascii(), "{columns}x{rows}");
            assert!(play.foot().contains("enter accept"), "{columns}x{rows} says how to start");
        }
    }
}
