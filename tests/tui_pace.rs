//! Pace on the screens: dates beside days, what is said of a date before anything else, and keys that are offered only
//! where they do something.
//!
//! Deliberately absent: how dates come about (`schedule.rs`).

#![expect(clippy::unwrap_used, reason = "a test fails so")]

#[path = "common/absence.rs"]
mod absence;
#[path = "common/play.rs"]
mod play;

use ninety::env::{Colours, Glyphs};
use ninety::plan::{Plan, Source};
use ninety::tui::overlay::Overlay;
use play::Play;

/// A plan of one day, without a milestone.
fn one_day() -> &'static Plan {
    let day = "[[week.day]]\ntitle = \"Float\"\ntasks = [{ do = \"Let go\" }]\n";
    let text = format!("title = \"Swim\"\n[[week]]\n{day}");
    Box::leak(Box::new(Plan::read(&[Source { name: "swim.toml".into(), text }]).unwrap()))
}

/// Somebody who started on 23 November, did the first seven days, and recorded this besides.
fn with(lines: &str) -> Play {
    Play::with(&(absence::a_week() + lines))
}

fn away(from: &str, until: &str) -> Play {
    let entry = format!("away = {from}, until = {until}");
    with(&format!("99-00000001 = {{ at = 2026-12-01T21:00:00+01:00, {entry} }}\n"))
}

fn footer(play: &Play) -> String {
    play.text().lines().last().unwrap().to_owned()
}

/// Returns what a pane's row that begins with this says.
fn row(play: &Play, start: &str) -> String {
    let text = play.text();
    let mut rows = text.lines().skip(2).flat_map(|line| line.split('│')).map(str::trim);
    rows.find(|row| row.starts_with(start)).unwrap_or_default().to_owned()
}

#[test]
fn days_have_their_dates_beside_them_as_long_as_there_is_room() {
    for ((columns, rows), keys, done, next) in [
        (
            (80, 24),
            "2",
            "✓ 37 Model forms            ✎  4 Dec",
            "▸ 42 Blog with search and pa…  9 Dec",
        ),
        ((72, 24), "2", "✓ 37 Model forms        ✎  4 Dec", "▸ 42 Blog with search an…  9 Dec"),
        (
            (60, 24),
            "2",
            "✓ 37 Model forms                            ✎  Fri 4 Dec",
            "▸ 42 Blog with search and pages                Wed 9 Dec",
        ),
        (
            (40, 20),
            "2",
            "✓ 37 Model forms            ✎  4 Dec",
            "▸ 42 Blog with search and pa…  9 Dec",
        ),
        ((120, 40), "", "✓ 37 Model forms          ✎  4 Dec", "▸ 42 Blog with search and…   9 Dec"),
        ((80, 24), "", "✓ 37 Model forms           ✎", "▸ 42 Blog with search and p…"),
    ] {
        let mut play = Play::later().sized(columns, rows);
        play.play(keys);
        let shown = (row(&play, "✓ 37"), row(&play, "▸ 42"));
        assert_eq!(shown, (done.to_owned(), next.to_owned()), "{columns}x{rows}:\n{}", play.text());
    }
    let mut unstarted = Play::new();
    unstarted.play("esc 2");
    assert_eq!(row(&unstarted, "▸  1"), "▸  1 Tools and the big picture");
}

/// Returns the lines above the day.
fn above(play: &Play) -> Vec<String> {
    let text = play.text();
    let lines = text.lines().skip(2).take_while(|line| !line.starts_with('╭'));
    lines.map(|line| line.trim().to_owned()).collect()
}

#[test]
fn before_the_plan_begins_today_says_when_it_does() {
    for (keys, whole, short) in [
        ("\"+6d\"", "The plan starts on Mon 14 Dec.", "The plan starts on Mon 14 Dec."),
        (
            "\"sat\"",
            "The plan starts on Sat 12 Dec; the first study day is Mon 14 Dec.",
            "The plan starts on Sat 12 Dec.",
        ),
        (
            "\"2028-01-03\"",
            "The plan starts on Mon 3 Jan 2028.",
            "The plan starts on Mon 3 Jan 2028.",
        ),
    ] {
        let mut play = Play::new();
        play.play(&format!("{keys} enter enter j"));
        assert_eq!(above(&play), [whole]);
        assert_eq!(above(&play.sized(40, 10)), [short]);
    }
    let mut play = Play::new();
    play.play("\"sat\" enter enter j");
    let header = " Day 1 of 90                                    finish 16 Apr · 9 days to spare";
    assert_eq!(play.text().lines().nth(1), Some(header));
    let play = play.at("2026-12-12T10:00:00+01:00");
    assert_eq!(above(&play), [""; 0], "the start is a rest day");
    assert_eq!(play.text().lines().nth(1), Some(header));
    let play = play.at("2026-12-14T10:00:00+01:00");
    let header = " Day 1 of 90 · this week 0 of 5                 finish 16 Apr · 9 days to spare";
    assert_eq!(play.text().lines().nth(1), Some(header));
}

#[test]
fn a_break_that_is_near_has_a_line() {
    for (from, until, line) in [
        ("2026-12-07", "2026-12-08", vec!["A break today; nothing is expected."]),
        ("2026-12-07", "2027-01-03", vec!["A break until Sun 3 Jan; nothing is expected."]),
        ("2026-12-15", "2027-01-03", vec!["A break from Tue 15 Dec to Sun 3 Jan."]),
        ("2026-12-15", "2026-12-15", vec!["A break on Tue 15 Dec."]),
        ("2026-12-16", "2026-12-20", vec![]),
        ("2026-12-04", "2026-12-07", vec![]),
    ] {
        assert_eq!(above(&away(from, until)), line, "{from} to {until}");
    }
    let small = away("2026-12-07", "2027-01-03").sized(40, 10);
    assert_eq!(above(&small), ["A break until Sun 3 Jan."]);
    let late = away("2026-12-07", "2027-01-03").at("2026-12-09T01:00:00+01:00");
    assert_eq!(above(&late).len(), 2, "the break, and which date it still is");
    assert_eq!(above(&late.sized(40, 10)), ["A break until Sun 3 Jan."], "the day keeps its room");
    let mut other = away("2026-12-07", "2027-01-03");
    other.play("2");
    assert!(!other.text().contains("break"), "{}", other.text());
}

#[test]
fn nobody_is_welcomed_back_in_the_middle_of_a_break() {
    for (now, welcomed) in [
        ("2026-12-18T19:00:00+01:00", true),
        ("2026-12-24T19:00:00+01:00", false),
        ("2027-01-03T19:00:00+01:00", false),
        ("2027-01-04T19:00:00+01:00", true),
    ] {
        let play = away("2026-12-21", "2027-01-03").at(now);
        assert_eq!(matches!(play.model.overlay, Overlay::WelcomeBack(_)), welcomed, "{now}");
        assert_eq!(play.message(), "", "{now}");
    }
}

#[test]
fn every_week_of_the_plan_is_in_sight_in_progress() {
    for (columns, rows) in [(80, 24), (110, 36), (110, 38), (120, 40), (200, 60)] {
        let mut play = Play::later().sized(columns, rows);
        play.play("4");
        let text = play.text();
        let last = text.lines().any(|line| line.contains(" 12 ") && line.contains('◇'));
        assert!(last, "{columns}x{rows}:\n{text}");
        assert!(text.contains("◇ milestone"), "{columns}x{rows}:\n{text}");
    }
}

#[test]
fn the_header_says_what_was_done_and_what_is_to_spare_as_far_as_it_has_room() {
    let header = |play: &Play| {
        let text = play.text();
        let words: Vec<&str> = text.lines().nth(1).unwrap().split_whitespace().collect();
        words.join(" ")
    };
    for (columns, shown) in [
        (80, "Day 42 of 90 · this week 2 of 7 finish 26 Jan · 10 days to spare"),
        (66, "Day 42 of 90 · this week 2 of 7 finish 26 Jan · 10 days to spare"),
        (65, "Day 42 of 90 finish 26 Jan · 10 days to spare"),
        (47, "Day 42 of 90 finish 26 Jan · 10 days to spare"),
        (46, "Day 42 of 90 finish 26 Jan"),
        (40, "Day 42 of 90 finish 26 Jan"),
    ] {
        let mut play = Play::later().sized(columns, 24);
        for view in ["1", "2", "3", "4", "5"] {
            play.play(view);
            assert_eq!(header(&play), shown, "{columns}");
        }
    }
    let mut play = Play::later();
    play.play("h");
    assert_eq!(header(&play), "Day 41 of 90 · this week 2 of 7 t goes to day 42");
    play.play("t r \"2027-01-20\" enter");
    assert_eq!(
        header(&play),
        "Day 42 of 90 · this week 2 of 7 finish 26 Jan · 6 days past the goal"
    );
    assert_eq!(
        header(&with("")),
        "Day 8 of 90 · this week 0 of 5 finish 1 Apr",
        "there is no goal"
    );
}

#[test]
fn week_by_week_a_day_has_its_stretch() {
    let mut play = Play::later().sized(120, 40);
    play.play("r tab tab tab tab space enter 2");
    assert!(row(&play, "▸ 42").ends_with(" 8-13 Dec"), "{}", play.text());
    play.play("]");
    assert!(row(&play, "▸ 43").ends_with(" 8-13 Dec"), "{}", play.text());
    play.play("l l l l");
    assert!(row(&play, "▸ 47").ends_with("14-20 Dec"), "{}", play.text());
    play.play("3");
    assert!(play.text().contains(" 14-20 Dec "), "{}", play.text());
}

#[test]
fn once_all_is_done_nothing_offers_a_re_plan() {
    let mut play = Play::of(one_day());
    play.play("esc 4");
    assert!(play.sized(120, 40).text().lines().last().unwrap().contains("r re-plan"));
    let mut play = Play::of(one_day()).sized(120, 40);
    play.play("esc space esc 4");
    let footer = footer(&play);
    assert!(!footer.contains("re-plan"), "{footer}");
}

#[test]
fn a_plan_of_one_day_has_its_frames() {
    for ((columns, rows), keys, frame) in [
        ((80, 24), "4", "╭ Plan ────────╮"),
        ((60, 40), "4", "╭ Plan ────────"),
        ((120, 40), "1", "╭ Plan ────────"),
        ((120, 40), "1", "╭ Week 1 ──────"),
    ] {
        let mut play = Play::of(one_day()).sized(columns, rows);
        play.play(&format!("enter enter {keys}"));
        let text = play.text();
        assert!(text.contains(frame) && !text.contains("milestone ─"), "{columns}x{rows}:\n{text}");
    }
}

#[test]
fn progress_says_finish_goal_and_what_is_to_spare() {
    let facts = |mut play: Play| {
        play.play("esc 4");
        ["Finish", "Goal"].map(|start| row(&play, start))
    };
    assert_eq!(
        facts(Play::later()),
        [
            "Finish      Tue 26 Jan 2027 · 49 days to do",
            "Goal        Fri 5 Feb 2027 · 10 days to spare"
        ]
    );
    assert_eq!(
        facts(with("")),
        ["Finish      Thu 1 Apr 2027 · 83 days to do", "Goal        none yet: r sets one"]
    );
    assert_eq!(facts(Play::new())[0], "Finish      shows once the first task is ticked");
}

#[test]
fn a_preview_with_more_below_names_the_key_that_shows_it() {
    let mut play = Play::later().sized(40, 10);
    play.play("r");
    assert!(play.text().contains(" ▾ more: pgdn ─╯"), "{}", play.text());
    for _ in 0..20 {
        play.play("pgdn");
    }
    assert!(!play.text().contains("pgdn"), "{}", play.text());
    play.resize(120, 40);
    assert!(!play.text().contains("more: pgdn"), "{}", play.text());
}

#[test]
fn weekdays_are_in_or_out_in_plain_characters_too() {
    let play = Play::new().sized(80, 24).looking(Colours::None, Glyphs::Ascii);
    assert!(play.text().contains("Weekdays     + mon + tue + wed + thu + fri - sat - sun"));
    assert!(Play::new().text().contains("Weekdays     ✓ mon ✓ tue ✓ wed ✓ thu ✓ fri · sat · sun"));
}

#[test]
fn without_a_weekday_the_first_start_asks_for_one_and_does_not_say_that_enter_starts() {
    for (columns, rows) in [(80, 24), (60, 16), (40, 10)] {
        let mut play = Play::new().sized(columns, rows);
        play.play("tab tab \"12345\"");
        let text = play.text();
        assert!(text.contains("Choose a weekday to start") && !text.contains("Enter"), "{text}");
        play.play("space");
        assert!(!play.text().contains("Choose a weekday"), "{}", play.text());
    }
}
