//! A milestone on the screen: its checks in Today and Week, and its own page with checks and links.
//!
//! Deliberately absent: what the facts add up to (`milestones.rs`).

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
use ninety::plan::{Milestone, Plan, Source, Week};
use ninety::tui::keymap::Context;
use ninety::tui::update::Effect;
use play::Play;
use std::fmt::Write;

fn week(n: usize) -> (&'static Week, &'static Milestone) {
    let plan = Plan::builtin();
    let week = plan.week(plan.week_no(n).unwrap());
    (week, week.milestone.as_ref().unwrap())
}

/// The last fact on the disk.
fn last(play: &Play) -> Fact {
    play.session.study().journal().entries().last().unwrap().record().facts.remove(0)
}

#[test]
fn checks_are_ticked_in_today_on_the_milestone_s_day() {
    let mut play = Play::begun();
    // Day 7 has five tasks; the checks come after them.
    play.play("l l l l l l j j j j j space");
    let (_, milestone) = week(1);
    assert_eq!(last(&play), Fact::Done(vec![Mark::Item(milestone.accept[0].id().clone())]));
    assert!(
        play.message().starts_with("Ticked the check ‘`python contacts.py add"),
        "{}",
        play.message()
    );
    assert_eq!(play.session.study().days_complete(), 0, "a check is no task of the plan's author");
    play.play("x");
    assert_eq!(
        play.session.study().open_checks(week(1).0).count(),
        6,
        "the cursor went on to the next"
    );
    play.play("u u");
    assert_eq!(play.session.study().open_checks(week(1).0).count(), 7);
    play.play("G o");
    assert!(
        matches!(play.effects.last(), Some(Effect::Open(_))),
        "resources come after the checks"
    );
}

#[test]
fn the_page_ticks_and_links_and_each_is_undone_there() {
    let mut play = Play::begun();
    play.play("2 M");
    assert_eq!(play.model.context(), Context::Milestone);
    let (first, _) = week(1);
    play.play("space space");
    assert_eq!(play.session.study().open_checks(first).count(), 5);
    play.play("G enter \"github.com/me\" enter");
    assert_eq!(play.model.context(), Context::Question);
    assert!(play.text().contains("An address that begins with http://"), "{}", play.text());
    let url = "https://github.com/me/contacts";
    play.play(&format!("ctrl-u \"{url}\" enter"));
    let links = |play: &Play| play.session.study().links(first).len();
    assert_eq!(links(&play), 1);
    assert_eq!(
        play.message(),
        format!("Linked week 1, Python Programming Basics, to {url}. u takes it back.")
    );
    play.play("G k o");
    assert_eq!(play.effects.last(), Some(&Effect::Open(url.into())));
    play.play("y");
    assert_eq!(play.effects.last(), Some(&Effect::Copy(url.into())));
    let before = play.recorded;
    play.play(&format!("G enter \"{url}\" enter"));
    assert!(play.text().contains("This link is there already."), "{}", play.text());
    play.play("esc g o");
    assert_eq!((play.message(), play.recorded), ("The links stand below the checks.", before));
    play.play("u u u");
    assert_eq!((play.session.study().open_checks(first).count(), links(&play)), (7, 0));
    assert_eq!(play.model.context(), Context::Milestone, "the page stays");
    play.play("esc");
    assert_eq!(play.model.context(), Context::Week);
}

#[test]
fn escape_leaves_the_line_first_and_then_the_page() {
    let mut play = Play::begun();
    play.play("M G enter \"half\" esc");
    assert_eq!(play.model.context(), Context::Milestone);
    play.play("esc");
    assert_eq!((play.model.context(), play.recorded), (Context::Today, 1));
}

#[test]
fn the_page_goes_from_milestone_to_milestone() {
    let mut play = Play::begun();
    play.play("M ] ]");
    assert!(play.text().contains("Milestone of week 3: Portfolio website"), "{}", play.text());
    play.play("[ [ [ [");
    assert!(play.text().contains("Milestone of week 1: CLI contact book"), "{}", play.text());
}

#[test]
fn a_week_without_a_milestone_says_so() {
    let text = "title = \"Bare\"\n[[week]]\n[[week.day]]\ntasks = [{ do = \"One\" }]\n".to_owned();
    let bare = Plan::read(&[Source { name: "bare.toml".into(), text }]).unwrap();
    let mut learner = Play::of(Box::leak(Box::new(bare)));
    learner.play("enter enter M");
    assert_eq!(learner.message(), "There is no milestone in week 1.");
    assert_eq!(learner.model.context(), Context::Today);
}

#[test]
fn a_click_ticks_a_check_on_the_page() {
    let mut play = Play::begun();
    play.play("M");
    let row = play.text().lines().position(|line| line.contains("○ c")).unwrap();
    play.click(5, u16::try_from(row).unwrap());
    let (_, milestone) = week(1);
    assert_eq!(last(&play), Fact::Done(vec![Mark::Item(milestone.accept[2].id().clone())]));
}

/// Twenty-one days, one an evening, on the evening of the last.
fn after_week_three() -> Play {
    let first = chrono::NaiveDate::from_ymd_opt(2026, 11, 18).unwrap();
    let mut lines = format!("1-00000001 = {{ at = {first}T19:00:00+01:00, start = {first} }}\n");
    for (n, (day, date)) in (2..).zip(Plan::builtin().days().iter().zip(first.iter_days()).take(21))
    {
        let id = day.id();
        let at = format!("{date}T19:40:00+01:00");
        writeln!(lines, "{n}-00000002 = {{ at = {at}, done = \"{id}\" }}").unwrap();
    }
    Play::with(&lines)
}

/// A learner of a plan of one week with one day, and these lines about its milestone.
fn one_day(milestone: &str) -> Play {
    let text = format!(
        "title = \"Bare\"\n[[week]]\n{milestone}[[week.day]]\ntasks = [{{ do = \"One\" }}]\n"
    );
    let bare = Plan::read(&[Source { name: "bare.toml".into(), text }]).unwrap();
    let mut play = Play::of(Box::leak(Box::new(bare)));
    play.play("enter enter");
    play
}

#[test]
fn the_end_of_the_page_is_in_sight_on_the_last_row_and_f_goes_to_what_it_unfolds() {
    for (columns, rows) in [(80, 24), (60, 16), (40, 10)] {
        let mut play = after_week_three().sized(columns, rows);
        let text = play.play("[ M").text();
        assert!(!text.contains("stretch goals and 3"), "{text}");
        for before in ["g", "G"] {
            let folded = play.play(before).screen();
            let text = play.text();
            assert_eq!(text.contains("3 stretch goals and 3 pitfalls: f"), before == "G", "{text}");
            assert!(before == "g" || text.contains("▸ add a link"), "{text}");
            let text = play.play("f").text();
            assert!(text.contains("│ Beyond it"), "{columns}x{rows}:\n{text}");
            assert!(text.contains("│ · Mark the current page"), "{columns}x{rows}:\n{text}");
            play.play("f");
            assert_eq!(play.screen(), folded, "it is folded, and the cursor is where it was");
        }
        play.play("g f j");
        assert!(play.text().contains("▸ ○ b"), "a cursor that moves is in sight:\n{}", play.text());
    }
}

#[test]
fn the_page_scrolls_no_further_than_there_is_to_see() {
    let mut play = after_week_three();
    let page = play.play("[ M").screen();
    play.play("pgdn pgdn pgdn pgdn pgdn pgdn pgdn pgdn pgup pgup pgup pgup");
    assert_eq!(play.screen(), page);
}

#[test]
fn where_there_is_nothing_to_unfold_f_says_so() {
    let mut play = after_week_three().sized(120, 40);
    play.play("[ M f");
    assert_eq!(play.message(), "Stretch goals and pitfalls stand at the right.");
    let mut play = one_day("[week.milestone]\naccept = [\"It runs\"]\n");
    play.play("M f");
    assert_eq!(play.message(), "This milestone has neither stretch goals nor pitfalls.");
}

#[test]
fn the_footer_of_the_page_names_what_has_room() {
    let mut play = after_week_three().sized(120, 40);
    let text = play.play("[ M").text();
    assert_eq!(
        text.lines().last().unwrap(),
        " space tick · f more · o open · [/] other milestones · esc close · u undo · ? help"
    );
    play.resize(80, 24);
    assert_eq!(
        play.text().lines().last().unwrap(),
        " space tick · f more · o open · [/] other milestones · esc close · ? help"
    );
}

#[test]
fn how_far_it_has_come_stands_on_the_page_at_every_size() {
    let mut play = after_week_three();
    play.play("[ M");
    for columns in 40..=130 {
        for rows in 10..=30 {
            play.resize(columns, rows);
            let text = play.text();
            assert!(text.contains("0 of 7 checks"), "{columns}x{rows}:\n{text}");
        }
    }
    play.resize(40, 14);
    assert!(play.text().contains("│ reached 8 Dec"), "{}", play.text());
}

#[test]
fn week_says_first_what_is_open_and_tears_no_phrase() {
    let mut play = after_week_three();
    play.play("2 [");
    for columns in 40..=130 {
        play.resize(columns, 30);
        let text = play.text();
        assert!(text.contains("M opens it"), "{text}");
        assert!(!text.contains("checks · │") && !text.contains("checks ·  "), "{text}");
        let place = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words}:\n{text}"));
        assert!(place("7 checks still") < place("○ `python"), "{text}");
    }
}

#[test]
fn plan_says_on_every_day_of_a_reached_week_what_is_open() {
    let mut play = after_week_three();
    play.play("3 [");
    for day in 15..=21 {
        assert_eq!(play.place().0, day);
        assert!(play.text().contains("◆ Portfolio website: 7"), "day {day}:\n{}", play.text());
        play.play("l");
    }
    assert!(!play.text().contains("Blog with CRUD"), "week 4 is ahead:\n{}", play.text());
}

#[test]
fn the_earlier_days_of_a_milestone_say_how_many_checks_are_ticked() {
    let mut play = Play::begun().sized(120, 40);
    play.play("3 G 1 M space space space esc h");
    let line = "│ ◇ Your full production-ready backend app is";
    for day in [89, 88, 87] {
        assert_eq!(play.place().0, day);
        let text = play.text();
        assert!(text.contains(line), "{line}:\n{text}");
        assert!(text.contains("  live: 3 of 8 checks · M opens it"), "{text}");
        play.play("h");
    }
    assert!(!play.text().contains(line), "{}", play.text());
}

#[test]
fn the_offer_to_look_back_is_in_sight_at_every_size() {
    for keys in ["", "2 [", "2 [ l l l l l l"] {
        let mut play = after_week_three();
        play.play(keys);
        for columns in 40..=120 {
            for rows in 10..=30 {
                play.resize(columns, rows);
                let text = play.text();
                assert_eq!(text.matches("R looks back").count(), 1, "{columns}x{rows}:\n{text}");
            }
        }
    }
}

#[test]
fn a_week_of_one_day_has_a_frame() {
    let mut play = one_day("");
    for (columns, rows) in [(80, 24), (120, 40), (60, 16)] {
        play.resize(columns, rows);
        let text = play.play("2").text();
        assert!(text.contains("╭ Week 1 ─") && text.contains("│ ▸  1 One"), "{text}");
    }
    play.resize(120, 40);
    let text = play.play("1").text();
    assert!(text.contains("╭ Week 1 ─") && text.contains("╭ Plan ─"), "{text}");
}

/// A screen for each size, one below the other.
fn gallery(keys: &str, start: fn() -> Play) -> String {
    let mut all = String::new();
    for (columns, rows) in [(80, 24), (120, 40), (60, 16), (40, 10)] {
        let mut play = start().sized(columns, rows);
        play.play(keys);
        writeln!(all, "=== {columns}x{rows}\n{}", play.screen()).unwrap();
    }
    all
}

#[test]
fn milestones_on_the_screen() {
    for (name, keys) in [
        ("milestone_in_today", "[ [ [ h"),
        ("milestone_page", "[ M"),
        ("milestone_page_end", "[ M G"),
        ("milestone_linked", "[ M space space G enter \"https://example.org/me\" enter G k"),
        ("milestone_unfolded", "[ M f G pgdn pgdn"),
        ("milestone_field", "[ M G enter \"Ada\" enter"),
        ("milestone_in_week", "2 [ h M space esc"),
        ("milestone_in_plan", "3 [ h M space space space space space space space space esc"),
        ("project_thread", "pgdn"),
    ] {
        insta::assert_snapshot!(name, gallery(keys, Play::later));
    }
    for (name, keys) in [
        ("milestone_reached_page", "[ M"),
        ("milestone_reached_unfolded", "[ M f"),
        ("milestone_reached_in_week", "2 ["),
        ("milestone_reached_in_plan", "3 ["),
        ("milestone_before_its_last_day", "3 G 1 h"),
        ("review_offered", ""),
    ] {
        insta::assert_snapshot!(name, gallery(keys, after_week_three));
    }
}
