//! A milestone on the screen: its criteria in Today and Week, and its own page with evidence and rubric.
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

use ninety::journal::{Fact, Mark, Part, Score};
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
    play.session.study().journal().entries().last().unwrap().fact.clone()
}

#[test]
fn criteria_are_ticked_in_today_on_the_milestone_s_day() {
    let mut play = Play::begun();
    // Day 7 has five tasks; the criteria come after them.
    play.play("l l l l l l j j j j j space");
    let (_, milestone) = week(1);
    assert_eq!(last(&play), Fact::Done(vec![Mark::Item(milestone.accept[0].id().clone())]));
    assert!(
        play.message().starts_with("Ticked the criterion ‘`python contacts.py add"),
        "{}",
        play.message()
    );
    assert_eq!(
        play.session.study().days_complete(),
        0,
        "a criterion is no task of the plan's author"
    );
    play.play("x");
    assert_eq!(
        play.session.study().open_criteria(week(1).0, milestone).count(),
        6,
        "the cursor went on to the next"
    );
    play.play("u u");
    assert_eq!(play.session.study().open_criteria(week(1).0, milestone).count(), 7);
    play.play("G o");
    assert!(
        matches!(play.effects.last(), Some(Effect::Open(_))),
        "resources come after the criteria"
    );
}

#[test]
fn the_page_ticks_writes_and_scores_and_each_is_undone_there() {
    let mut play = Play::begun();
    play.play("2 M");
    assert_eq!(play.model.context(), Context::Milestone);
    let (first, milestone) = week(1);
    play.play("space space");
    assert_eq!(play.session.study().open_criteria(first, milestone).count(), 5);
    // Down to the repository: five criteria more.
    play.play("j j j j j enter \"github.com/me\" enter");
    assert_eq!(play.model.context(), Context::Question);
    assert!(play.text().contains("\"github.com/me\" is no address"), "{}", play.text());
    play.play("ctrl-u \"https://github.com/me/contacts\" enter");
    assert_eq!(
        play.session.study().kept(first).evidence()[&Part::Repository],
        "https://github.com/me/contacts"
    );
    assert_eq!(
        play.message(),
        "Kept the repository for the milestone of week 1, CLI contact book. u takes it back."
    );
    play.play("o");
    assert_eq!(play.effects.last(), Some(&Effect::Open("https://github.com/me/contacts".into())));
    play.play("y");
    assert_eq!(play.effects.last(), Some(&Effect::Copy("https://github.com/me/contacts".into())));
    play.play("G 2");
    let question = milestone.rubric.last().unwrap();
    assert_eq!(
        last(&play),
        Fact::Rubric { scores: vec![(question.id().clone(), Score::new(2).unwrap())] }
    );
    let before = play.recorded;
    play.play("g 1");
    assert_eq!(play.message(), "A score is for the questions below; space ticks a check.");
    assert_eq!(play.recorded, before);
    play.play("u u u u");
    let study = play.session.study();
    assert_eq!(study.open_criteria(first, milestone).count(), 7);
    assert!(
        study.kept(first).evidence().is_empty() && study.kept(first).scores(question).is_empty()
    );
    assert_eq!(play.model.context(), Context::Milestone, "the page stays");
    play.play("esc");
    assert_eq!(play.model.context(), Context::Week);
}

#[test]
fn escape_leaves_the_line_first_and_then_the_page() {
    let mut play = Play::begun();
    play.play("M G k k k k enter \"half\" esc");
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
    assert_eq!(learner.message(), "Week 1, Week 1, leads to no milestone.");
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

#[test]
fn hostile_evidence_never_reaches_the_screen() {
    let mut play = Play::with(
        "1-00000001 = { at = 2026-12-07T19:00:00+01:00, evidence = \"cli-contact-book\", \
         proudest = \"\\u001B[31mred\\u202Etfel\" }\n",
    );
    for keys in ["2 g [ [", "M"] {
        let text = play.play(keys).text();
        assert!(!text.contains(['\u{1b}', '\u{202e}']), "{text}");
    }
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
        (
            "milestone_kept",
            "[ M space space G 1 k 2 2 k k k k k enter \"https://example.org/me\" enter",
        ),
        ("milestone_unfolded", "[ M f G pgdn pgdn"),
        ("milestone_field", "[ M G k k k k k enter \"Ada\" enter"),
        ("milestone_in_week", "2 [ h M space esc"),
        ("milestone_in_plan", "3 [ h M space space space space space space space space esc"),
        ("project_thread", "pgdn"),
    ] {
        insta::assert_snapshot!(name, gallery(keys, Play::later));
    }
}
