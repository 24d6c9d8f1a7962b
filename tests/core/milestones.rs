//! What is kept for milestones and weeks, rule by rule: checks, links, what a day continues, reviews and when one is
//! offered.
//!
//! Deliberately absent: lines in a file (`journal_lines.rs`), verbs and screens.

use crate::learner::{Learner, bare};
use ninety::journal::{Answer, Answers, Fact, Key};
use ninety::plan::{Check, Milestone, Week};

fn week(learner: &Learner, n: usize) -> (&'static Week, &'static Milestone) {
    let week = learner.plan.week(learner.plan.week_no(n).unwrap());
    (week, week.milestone.as_ref().unwrap())
}

fn reached(learner: &Learner, n: usize) -> String {
    let date = learner.study().reached(week(learner, n).1);
    date.map_or("not".to_owned(), |date| date.to_string())
}

fn toggle(learner: &mut Learner, n: usize, check: &Check) {
    let is_ticked = learner.study().checked(week(learner, n).0, check).is_some();
    let fact = Fact::toggled(check.id(), is_ticked);
    learner.record(fact);
}

fn link(learner: &mut Learner, n: usize, url: &str) -> bool {
    let fact = learner.study().linked(week(learner, n).0, url);
    let is_new = fact.is_some();
    if let Some(fact) = fact {
        learner.record(fact);
    }
    is_new
}

fn review(learner: &mut Learner, n: usize, answers: [&str; 3], over: &[Key]) -> bool {
    let fact = learner.study().reviewed(week(learner, n).0, Answers::new(answers), over, &Answers::default());
    let is_new = fact.is_some();
    if let Some(fact) = fact {
        learner.record(fact);
    }
    is_new
}

#[test]
fn a_milestone_is_reached_by_its_days_whatever_is_checked() {
    let mut learner = Learner::on_weekdays();
    let (first, milestone) = week(&learner, 1);
    for check in milestone.accept {
        toggle(&mut learner, 1, check);
    }
    assert_eq!(reached(&learner, 1), "not");
    assert_eq!(learner.study().open_checks(first).count(), 0);
    learner.sleep().done([7]);
    assert_eq!(reached(&learner, 1), "2026-11-24", "its own days count, not the week's");
    learner.untick(7, 1);
    assert_eq!(reached(&learner, 1), "not");
    learner.undo().undo().undo();
    let open: Vec<_> = learner.study().open_checks(first).cloned().collect();
    let last = milestone.accept.last().cloned();
    assert_eq!(open, last.into_iter().collect::<Vec<_>>(), "a check is undone like a task");
    let first_check = milestone.accept.first().unwrap();
    assert_eq!(learner.study().checked(first, first_check).unwrap().to_string(), "2026-11-23");
    toggle(&mut learner, 1, first_check);
    assert_eq!(learner.study().checked(first, first_check), None);
}

#[test]
fn a_link_is_kept_once_and_undone() {
    let mut learner = Learner::on_weekdays();
    let (third, _) = week(&learner, 3);
    assert!(link(&mut learner, 3, "https://me.example.org"));
    assert!(!link(&mut learner, 3, "https://me.example.org"), "that is known");
    assert_eq!(learner.described(), "Linked week 3, Django Basics, to https://me.example.org");
    assert!(link(&mut learner, 3, "https://example.org/code"));
    let urls =
        |learner: &Learner| -> Vec<String> { learner.study().links(third).into_iter().map(|link| link.url).collect() };
    assert_eq!(urls(&learner), ["https://me.example.org", "https://example.org/code"]);
    learner.undo();
    assert_eq!(urls(&learner), ["https://me.example.org"]);
    let key = learner.study().links(third).first().unwrap().key;
    let day = learner.plan.day(third.first()).id().clone();
    learner.record(Fact::Link { week: day, url: String::new(), over: vec![key] });
    assert_eq!(urls(&learner), [""; 0]);
}

#[test]
fn week_twelve_is_reached_with_the_last_of_its_four_days() {
    let mut learner = Learner::on_weekdays();
    learner.done([87, 88, 90]);
    assert_eq!(reached(&learner, 12), "not");
    learner.sleep().done([89]);
    assert_eq!(reached(&learner, 12), "2026-11-24");
    learner.record(Fact::Open(vec![ninety::journal::Mark::Item(
        learner.plan.day(learner.no(88)).tasks()[0].id().clone(),
    )]));
    assert_eq!(reached(&learner, 12), "not", "unticking takes it back");
    learner.skip(&[88]);
    assert_eq!(reached(&learner, 12), "not", "a skipped day is not a complete one");
}

#[test]
fn a_plan_without_milestones_has_nothing_to_reach() {
    let mut learner = Learner::of(bare(3));
    learner.done([1, 2, 3]);
    let study = learner.study();
    assert!(study.plan().weeks()[0].milestone.is_none());
}

#[test]
fn a_day_that_builds_on_a_project_continues_it() {
    let mut learner = Learner::on_weekdays();
    let day = |n: usize| learner.plan.day(learner.no(n));
    let (first, later, same_week) = (day(35), day(42), day(21));
    link(&mut learner, 4, "https://example.org/blog");
    learner.record(Fact::Note {
        day: learner.plan.day(learner.no(28)).id().clone(),
        text: "Slugs are made once.\n".into(),
        over: Vec::new(),
    });
    learner.done([28]);
    let study = learner.study();
    let threads = study.threads(first);
    assert_eq!(threads.len(), 1);
    assert_eq!(threads[0].day.no().get(), 28);
    assert!(threads[0].reached.is_some());
    assert_eq!(threads[0].link.as_deref(), Some("https://example.org/blog"));
    assert_eq!(threads[0].note.as_deref(), Some("Slugs are made once."));
    assert_eq!(study.threads(later)[0].day.no().get(), 35);
    assert_eq!(study.threads(same_week).len(), 0);
    let (_, milestone) = week(&learner, 4);
    assert!(learner.study().resting_on(milestone).iter().any(|no| no.get() == 35));
}

#[test]
fn a_review_can_be_changed_and_two_machines_lose_nothing() {
    let mut learner = Learner::on_weekdays();
    let (week, _) = week(&learner, 1);
    assert!(review(&mut learner, 1, ["Loops.", "", ""], &[]));
    assert_eq!(learner.described(), "Reviewed week 1, Python Programming Basics");
    let first = learner.study().reviews(week)[0].key;
    // Another machine, which has not seen the first.
    assert!(review(&mut learner, 1, ["Lists.", "Scope.", ""], &[]));
    let answers = learner.study().answers(week);
    assert_eq!(answers.get(Answer::Can), "Loops.\n\nLists.");
    assert_eq!(answers.get(Answer::Shaky), "Scope.");
    let second = learner.study().reviews(week)[1].key;
    assert!(!review(&mut learner, 1, ["Loops.\n\nLists.", "Scope.", ""], &[first, second]));
    assert!(review(&mut learner, 1, ["Both.", "", "if …"], &[first, second]));
    assert_eq!(learner.described(), "Changed the review of week 1, Python Programming Basics");
    let study = learner.study();
    assert_eq!(study.reviews(week).len(), 1);
    assert_eq!(study.answers(week), Answers::new(["Both.", "", "if …"]));
    learner.undo();
    assert_eq!(learner.study().reviews(week).len(), 2);
    learner.undo();
    learner.undo();
    review(&mut learner, 1, ["Same.", "", ""], &[]);
    review(&mut learner, 1, ["Same.", "", ""], &[]);
    assert_eq!(learner.study().answers(week).get(Answer::Can), "Same.", "once is enough");
}

#[test]
fn an_empty_review_is_a_review() {
    let mut learner = Learner::on_weekdays();
    assert!(review(&mut learner, 1, ["", "", ""], &[]));
    let (week, _) = week(&learner, 1);
    let key = learner.study().reviews(week)[0].key;
    assert!(learner.study().answers(week).is_empty());
    assert!(!review(&mut learner, 1, ["", "", ""], &[key]), "nothing is new about it");
}
