//! The summary of the whole way: what is counted, as exact values, and what the verb prints.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test fails so"
)]

mod common;
#[path = "common/learner.rs"]
mod learner;

use chrono::{DateTime, Weekday};
use common::World;
use learner::{Learner, bare, date, evening};
use ninety::journal::{Fact, Mark};
use ninety::study::report::summary::Summary;

/// The figures in a line: dates, weeks, evenings, minutes, complete and skipped days, milestones.
fn figures(learner: &Learner) -> String {
    let study = learner.study();
    let sum = Summary::of(&study);
    let on = |date: Option<chrono::NaiveDate>| date.map_or("-".into(), |date| date.to_string());
    format!(
        "{} {} {} weeks {} evenings {} min {}+{}/{} {}/{}{}",
        on(sum.first),
        on(sum.last),
        sum.weeks,
        sum.evenings,
        sum.minutes,
        sum.complete,
        sum.skipped,
        sum.days,
        sum.reached.len(),
        sum.milestones,
        if sum.finished { " finished" } else { "" }
    )
}

fn minutes(learner: &mut Learner, day: usize, minutes: u32) {
    let day = learner.plan.day(learner.no(day)).id().clone();
    learner.record(Fact::Minutes { day, minutes });
}

fn note(learner: &mut Learner, day: usize, text: &str) {
    let day = learner.plan.day(learner.no(day)).id().clone();
    learner.record(Fact::Note { day, text: text.to_owned(), over: Vec::new() });
}

#[test]
fn before_anything_is_done_there_is_nothing_to_sum_up() {
    let mut learner = Learner::new();
    assert_eq!(figures(&learner), "- - 0 weeks 0 evenings 0 min 0+0/90 0/12");
    learner.start("2026-11-23", "mon-fri").go_on().away("2026-12-24", "2027-01-02");
    learner.skip(&[3]);
    assert_eq!(figures(&learner), "- - 0 weeks 0 evenings 0 min 0+1/90 0/12");
}

#[test]
fn an_evening_is_a_date_on_which_something_was_ticked_noted_or_logged() {
    let mut learner = Learner::new();
    learner.start("2026-11-23", "mon-fri").done([1, 2]);
    assert_eq!(figures(&learner), "2026-11-23 2026-11-23 1 weeks 1 evenings 0 min 2+0/90 0/12");
    learner.now = evening(date("2026-11-25"));
    note(&mut learner, 3, "Read.\n");
    learner.now = evening(date("2026-11-29"));
    minutes(&mut learner, 3, 45);
    assert_eq!(figures(&learner), "2026-11-23 2026-11-29 1 weeks 3 evenings 45 min 2+0/90 0/12");
    learner.now = evening(date("2026-11-30"));
    minutes(&mut learner, 3, 30);
    assert_eq!(figures(&learner), "2026-11-23 2026-11-30 2 weeks 4 evenings 75 min 2+0/90 0/12");
    // What is taken back was not.
    learner.undo();
    assert_eq!(figures(&learner), "2026-11-23 2026-11-29 1 weeks 3 evenings 45 min 2+0/90 0/12");
    // An hour past midnight is still the evening before.
    learner.now = DateTime::parse_from_rfc3339("2026-11-30T01:00:00+01:00").unwrap();
    minutes(&mut learner, 3, 15);
    assert_eq!(figures(&learner), "2026-11-23 2026-11-29 1 weeks 3 evenings 60 min 2+0/90 0/12");
}

#[test]
fn what_is_noted_after_the_end_leaves_the_way_as_long_as_it_was() {
    let mut learner = Learner::of(bare(2));
    learner.start("2026-11-23", "mon-fri").done([1]).on("2026-12-01").done([2]);
    let whole = "2026-11-23 2026-12-01 2 weeks 2 evenings 0 min 2+0/2 0/0 finished";
    assert_eq!(figures(&learner), whole);
    learner.on("2027-02-24");
    note(&mut learner, 1, "I still use this.\n");
    assert_eq!(figures(&learner), whole);
    assert_eq!(Summary::of(&learner.study()).last_note.unwrap().date, date("2027-02-24"));
    // Where the last day was skipped, the end is when that was.
    let mut learner = Learner::of(bare(2));
    learner.start("2026-11-23", "mon-fri").done([1]).on("2026-12-08").skip(&[2]);
    learner.on("2026-12-31");
    let whole = "2026-11-23 2026-12-08 3 weeks 1 evenings 0 min 1+1/2 0/0 finished";
    assert_eq!(figures(&learner), whole);
}

#[test]
fn weeks_are_those_of_the_learners_calendar() {
    for (first, last, from_monday, from_sunday) in [
        ("2026-11-23", "2026-11-29", 1, 2),
        ("2026-11-28", "2026-11-29", 1, 2),
        ("2026-11-29", "2026-11-30", 2, 1),
        ("2026-12-28", "2027-01-03", 1, 2),
        ("2028-02-28", "2028-02-29", 1, 1),
        ("2026-11-23", "2030-11-23", 209, 209),
    ] {
        for (week_start, weeks) in [(Weekday::Mon, from_monday), (Weekday::Sun, from_sunday)] {
            let mut learner = Learner::new();
            learner.habits.week_start = week_start;
            learner.now = evening(date(first));
            learner.done([1]);
            learner.now = evening(date(last));
            learner.done([2]);
            assert_eq!(Summary::of(&learner.study()).weeks, weeks, "{first} {last} {week_start}");
        }
    }
}

#[test]
fn a_milestone_is_reached_when_the_last_of_its_days_is_complete() {
    let mut learner = Learner::new();
    learner.done(1..=6);
    assert_eq!(Summary::of(&learner.study()).reached, []);
    learner.done([7]);
    learner.now = evening(date("2027-01-30"));
    learner.done(87..=89);
    assert_eq!(Summary::of(&learner.study()).reached.len(), 1);
    learner.now = evening(date("2027-02-01"));
    learner.done([90]);
    let study = learner.study();
    let reached: Vec<String> = Summary::of(&study)
        .reached
        .iter()
        .map(|reached| format!("{} {} {}", reached.week, reached.title, reached.date))
        .collect();
    assert_eq!(
        reached,
        [
            "1 CLI contact book 2026-11-23",
            "12 Your full production-ready backend app is live 2027-02-01"
        ]
    );
    // A skipped or unticked one is not.
    let id = learner.plan.day(learner.no(88)).tasks()[0].id().clone();
    learner.skip(&[7]).record(Fact::Open(vec![Mark::Item(id)]));
    assert_eq!(Summary::of(&learner.study()).reached, []);
}

#[test]
fn first_and_last_notes_are_whole_and_one_note_is_not_told_twice() {
    let mut learner = Learner::new();
    assert!(Summary::of(&learner.study()).notes().is_empty());
    note(&mut learner, 2, "First.\n\n  With a list:\n  - one\n");
    let study = learner.study();
    let told = |sum: &Summary| {
        let notes = sum.notes().into_iter();
        notes
            .map(|(words, note)| format!("{words} {} {:?}", note.day, note.text))
            .collect::<Vec<_>>()
    };
    let first = "2 \"First.\\n\\n  With a list:\\n  - one\"";
    assert_eq!(told(&Summary::of(&study)), [format!("Your note {first}")]);
    learner.now = evening(date("2026-12-01"));
    note(&mut learner, 1, "Second, on an earlier day.\n");
    let study = learner.study();
    assert_eq!(
        told(&Summary::of(&study)),
        [
            format!("Your first note {first}"),
            "Your last note 1 \"Second, on an earlier day.\"".to_owned()
        ]
    );
}

#[test]
fn a_plan_of_one_day_and_one_that_is_all_skipped_end_too() {
    let mut learner = Learner::of(bare(1));
    learner.done([1]);
    assert_eq!(
        figures(&learner),
        "2026-11-23 2026-11-23 1 weeks 1 evenings 0 min 1+0/1 0/0 finished"
    );
    let mut learner = Learner::of(bare(3));
    learner.start("2027-06-01", "mon-fri").skip(&[1, 2, 3]);
    assert_eq!(figures(&learner), "- - 0 weeks 0 evenings 0 min 0+3/3 0/0 finished");
}

#[test]
fn the_verb_sums_up_the_way_so_far_and_the_whole_of_it() {
    let mut world = World::new();
    insta::assert_snapshot!("nothing", world.transcript(&["summary", "summary --json"]));
    world = common::evening_17();
    insta::assert_snapshot!("so_far", world.transcript(&["summary", "summary --json"]));
    world.at("2027-03-05T20:30:00+01:00");
    let rest: Vec<String> = (17..=90).map(|day| day.to_string()).collect();
    assert_eq!(world.run(&format!("done {}", rest.join(" "))).code, 0);
    let last = "note 90 'It is live.\n\nThe first evening feels like yesterday.'";
    assert_eq!(world.run(last).code, 0);
    insta::assert_snapshot!(
        "whole",
        world.transcript(&["summary", "summary --ascii", "today", "status"])
    );
}

#[test]
fn the_verb_reads_and_creates_nothing() {
    let world = World::new();
    assert_eq!(world.run("summary").code, 0);
    assert!(world.files().is_empty());
}

#[test]
fn past_midnight_the_verbs_say_which_day_it_still_is() {
    let mut world = World::new();
    assert_eq!(world.run("start today").code, 0);
    let line = "It is past midnight; until 04:00 this still counts as Tue 8 Dec.\n";
    for (now, late) in [
        ("2026-12-08T23:59:59+01:00", false),
        ("2026-12-09T00:00:00+01:00", true),
        ("2026-12-09T03:59:59+01:00", true),
        ("2026-12-09T04:00:00+01:00", false),
    ] {
        world.at(now);
        for verb in ["today", "today 2", "status"] {
            assert_eq!(world.run(verb).out.ends_with(line), late, "{verb} at {now}");
        }
        let json = world.run("today --json").out;
        assert_eq!(json.contains("\"still_until\": \"04:00\""), late, "{json}");
    }
    world.at("2026-12-09T00:30:00+01:00").configure("day_start = \"00:00\"\n");
    assert!(!world.run("today").out.contains("past midnight"));
}
