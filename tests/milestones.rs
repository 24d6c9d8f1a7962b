//! What is kept for milestones and weeks, rule by rule: criteria, reached and proven, evidence, scores, threads, reviews
//! and when one is offered.
//!
//! Deliberately absent: lines in a file (`journal_milestones.rs`), verbs and screens.

#![allow(clippy::unwrap_used, reason = "a test fails so")]

#[path = "common/learner.rs"]
mod learner;

use chrono::Weekday;
use learner::{Learner, bare};
use ninety::journal::{Answer, Answers, Fact, Key, Part, Score};
use ninety::plan::{Criterion, Milestone, Week};
use ninety::study::calendar::Habits;
use ninety::study::milestones::Proof;

fn week(learner: &Learner, n: usize) -> (&'static Week, &'static Milestone) {
    let week = learner.plan.week(learner.plan.week_no(n).unwrap());
    (week, week.milestone.as_ref().unwrap())
}

fn proof(learner: &Learner, n: usize) -> Proof {
    learner.study().proof(week(learner, n).0)
}

fn toggle(learner: &mut Learner, n: usize, criterion: &Criterion) {
    let fact = learner.study().met_toggled(week(learner, n).0, criterion);
    learner.record(fact);
}

fn show(learner: &mut Learner, n: usize, part: Part, text: &str) -> bool {
    let (week, milestone) = week(learner, n);
    let fact = learner.study().shown(week, milestone, [(part, text.to_owned())].into());
    let is_new = fact.is_some();
    if let Some(fact) = fact {
        learner.record(fact);
    }
    is_new
}

fn review(learner: &mut Learner, n: usize, answers: [&str; 3], over: &[Key]) -> bool {
    let fact = learner.study().reviewed(week(learner, n).0, Answers::new(answers), over);
    let is_new = fact.is_some();
    if let Some(fact) = fact {
        learner.record(fact);
    }
    is_new
}

#[test]
fn a_milestone_is_reached_by_its_days_and_proven_by_its_criteria() {
    let mut learner = Learner::on_weekdays();
    let (_, milestone) = week(&learner, 1);
    assert_eq!(proof(&learner, 1), Proof::Ahead);
    learner.done([7]);
    assert_eq!(
        proof(&learner, 1),
        Proof::Reached,
        "the milestone's own days count, not the week's"
    );
    assert_eq!(learner.study().reached(milestone).unwrap().to_string(), "2026-11-23");
    for criterion in milestone.accept.iter() {
        assert_eq!(proof(&learner, 1), Proof::Reached);
        toggle(&mut learner, 1, criterion);
    }
    assert_eq!(proof(&learner, 1), Proof::Proven);
    learner.undo();
    assert_eq!(proof(&learner, 1), Proof::Reached, "a criterion is undone like a task");
    let (week, milestone) = week(&learner, 1);
    let open: Vec<_> = learner.study().open_criteria(week, milestone).cloned().collect();
    assert_eq!(open, milestone.accept.last().cloned().into_iter().collect::<Vec<_>>());
}

#[test]
fn a_milestone_that_is_no_longer_reached_is_not_proven_either() {
    let mut learner = Learner::on_weekdays();
    let (_, milestone) = week(&learner, 1);
    learner.done([7]);
    for criterion in milestone.accept.iter() {
        toggle(&mut learner, 1, criterion);
    }
    assert_eq!(proof(&learner, 1), Proof::Proven);
    learner.record(Fact::Open(vec![ninety::journal::Mark::Item(
        learner.plan.day(learner.no(7)).tasks()[0].id().clone(),
    )]));
    assert_eq!(proof(&learner, 1), Proof::Ahead);
    learner.undo();
    assert_eq!(proof(&learner, 1), Proof::Proven, "what was met stays met");
}

#[test]
fn a_score_that_stands_is_not_given_again() {
    let mut learner = Learner::on_weekdays();
    let (week, milestone) = week(&learner, 3);
    let wish = |n: u8| {
        let question = |place: usize| milestone.rubric[place].id().clone();
        vec![(question(0), Score::new(n).unwrap()), (question(1), Score::new(1).unwrap())]
    };
    learner.record(learner.study().scored(week, wish(2)).unwrap());
    assert_eq!(learner.study().scored(week, wish(2)), None);
    let again = learner.study().scored(week, wish(0)).unwrap();
    assert!(matches!(again, Fact::Rubric { scores } if scores == wish(0)[..1]));
}

#[test]
fn week_twelve_is_reached_with_the_last_of_its_four_days() {
    let mut learner = Learner::on_weekdays();
    learner.done([87, 88, 90]);
    assert_eq!(proof(&learner, 12), Proof::Ahead);
    learner.sleep().done([89]);
    let (_, milestone) = week(&learner, 12);
    assert_eq!(learner.study().reached(milestone).unwrap().to_string(), "2026-11-24");
    learner.record(Fact::Open(vec![ninety::journal::Mark::Item(
        learner.plan.day(learner.no(88)).tasks()[0].id().clone(),
    )]));
    assert_eq!(proof(&learner, 12), Proof::Ahead, "unticking takes it back");
    learner.skip(&[88]);
    assert_eq!(proof(&learner, 12), Proof::Ahead, "a skipped day is not a complete one");
}

#[test]
fn a_plan_without_milestones_has_nothing_to_reach() {
    let mut learner = Learner::of(bare(3));
    learner.done([1, 2, 3]);
    let study = learner.study();
    let week = &study.plan().weeks()[0];
    assert_eq!(study.proof(week), Proof::Ahead);
    assert_eq!(
        study.review_due().map(|week| week.no().get()),
        Some(1),
        "a week is reviewed all the same"
    );
}

#[test]
fn evidence_is_kept_part_by_part_and_taken_away_by_nothing() {
    let mut learner = Learner::on_weekdays();
    let (week, _) = week(&learner, 3);
    assert!(show(&mut learner, 3, Part::Site, "https://me.example.org"));
    assert!(show(&mut learner, 3, Part::Hardest, "Static files."));
    assert!(!show(&mut learner, 3, Part::Site, "https://me.example.org"), "that is known");
    assert_eq!(
        learner.told(),
        "Kept what was hardest for the milestone of week 3, Portfolio website"
    );
    let study = learner.study();
    let shown: Vec<_> = study.kept(week).evidence().iter().collect();
    assert_eq!(shown.len(), 2);
    assert_eq!(study.kept(week).evidence()[&Part::Site], "https://me.example.org");
    assert!(show(&mut learner, 3, Part::Site, ""));
    assert_eq!(
        learner.told(),
        "Removed the live site for the milestone of week 3, Portfolio website"
    );
    assert_eq!(learner.study().kept(week).evidence().len(), 1);
    learner.undo();
    assert_eq!(learner.study().kept(week).evidence().len(), 2);
}

#[test]
fn every_score_is_kept_so_that_the_change_can_be_seen() {
    let mut learner = Learner::on_weekdays();
    let (week, milestone) = week(&learner, 3);
    let question = &milestone.rubric[0];
    for score in [0, 2] {
        let score = Score::new(score).unwrap();
        learner.sleep().record(Fact::Rubric { scores: vec![(question.id().clone(), score)] });
    }
    let study = learner.study();
    let scores: Vec<_> =
        study.kept(week).scores(question).iter().map(|s| s.score.number()).collect();
    assert_eq!(scores, [0, 2]);
    assert_eq!(study.kept(week).scores(&milestone.rubric[1]), []);
    assert_eq!(Score::new(3), None);
}

#[test]
fn a_day_that_builds_on_a_project_continues_it() {
    let mut learner = Learner::on_weekdays();
    let day = |n: usize| learner.plan.day(learner.no(n));
    let (first, later, same_week) = (day(35), day(42), day(21));
    show(&mut learner, 4, Part::Repository, "https://example.org/blog");
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
    assert_eq!(threads[0].proof, Proof::Reached);
    assert_eq!(threads[0].link, Some("https://example.org/blog"));
    assert_eq!(threads[0].note, Some("Slugs are made once."));
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
    assert_eq!(learner.told(), "Reviewed week 1, Python Programming Basics");
    let first = learner.study().kept(week).reviews()[0].key;
    // Another machine, which has not seen the first.
    assert!(review(&mut learner, 1, ["Lists.", "Scope.", ""], &[]));
    let answers = learner.study().kept(week).answers();
    assert_eq!(answers.get(Answer::Can), "Loops.\n\nLists.");
    assert_eq!(answers.get(Answer::Shaky), "Scope.");
    let second = learner.study().kept(week).reviews()[1].key;
    assert!(!review(&mut learner, 1, ["Loops.\n\nLists.", "Scope.", ""], &[first, second]));
    assert!(review(&mut learner, 1, ["Both.", "", "if …"], &[first, second]));
    assert_eq!(learner.told(), "Changed the review of week 1, Python Programming Basics");
    let study = learner.study();
    assert_eq!(study.kept(week).reviews().len(), 1);
    assert_eq!(study.kept(week).answers(), Answers::new(["Both.", "", "if …"]));
    learner.undo();
    assert_eq!(learner.study().kept(week).reviews().len(), 2);
    learner.undo();
    learner.undo();
    review(&mut learner, 1, ["Same.", "", ""], &[]);
    review(&mut learner, 1, ["Same.", "", ""], &[]);
    assert_eq!(learner.study().kept(week).answers().get(Answer::Can), "Same.", "once is enough");
}

#[test]
fn an_empty_review_is_a_review() {
    let mut learner = Learner::on_weekdays();
    assert!(review(&mut learner, 1, ["", "", ""], &[]));
    let (week, _) = week(&learner, 1);
    let key = learner.study().kept(week).reviews()[0].key;
    assert!(learner.study().kept(week).answers().is_empty());
    assert!(!review(&mut learner, 1, ["", "", ""], &[key]), "nothing is new about it");
}

/// The week whose review is offered on each of these dates.
fn offered<'d>(learner: &Learner, dates: &[&'d str]) -> Vec<(&'d str, u16)> {
    let on = |date: &&'d str| {
        let mut then = learner.clone();
        then.on(date);
        then.study().review_due().map(|week| (*date, week.no().get()))
    };
    dates.iter().filter_map(on).collect()
}

#[test]
fn a_review_is_offered_when_the_week_s_last_day_is_past_for_seven_dates() {
    let mut learner = Learner::on_weekdays();
    learner.on("2026-11-24").done(1..=6);
    assert_eq!(offered(&learner, &["2026-11-24", "2026-11-27"]), []);
    learner.on("2026-11-25").done([7]);
    assert_eq!(
        offered(&learner, &["2026-11-25", "2026-12-01", "2026-12-02"]),
        [("2026-11-25", 1), ("2026-12-01", 1), ("2026-12-02", 1)],
        "and on, for it is what was worked on in the week before"
    );
    assert_eq!(offered(&learner, &["2026-12-06", "2026-12-07"]), []);
    review(&mut learner, 1, ["", "", ""], &[]);
    assert_eq!(offered(&learner, &["2026-11-25", "2026-12-01"]), []);
}

#[test]
fn a_review_is_offered_when_the_learner_s_week_has_ended() {
    let mut learner = Learner::on_weekdays();
    learner.on("2026-11-25").done(1..=3);
    let dates = ["2026-11-28", "2026-11-29", "2026-11-30", "2026-12-05", "2026-12-06"];
    assert_eq!(
        offered(&learner, &dates),
        [("2026-11-29", 1), ("2026-11-30", 1), ("2026-12-05", 1)],
        "on its Sunday and in the week after"
    );
    learner.habits = Habits { week_start: Weekday::Sun, ..Habits::default() };
    assert_eq!(
        offered(&learner, &dates),
        [("2026-11-28", 1), ("2026-11-29", 1), ("2026-11-30", 1)],
        "where weeks begin on Sunday, on its Saturday"
    );
}

#[test]
fn a_week_that_ends_by_a_skip_is_offered() {
    let mut learner = Learner::on_weekdays();
    learner.on("2026-11-25").done(1..=6);
    learner.on("2026-12-09").skip(&[7]);
    assert_eq!(
        offered(&learner, &["2026-12-09", "2026-12-15", "2026-12-16"]),
        [("2026-12-09", 1), ("2026-12-15", 1)]
    );
}

#[test]
fn a_week_reviewed_half_way_is_offered_once_more_at_its_end() {
    let mut learner = Learner::on_weekdays();
    learner.on("2026-11-27").done(1..=3);
    learner.on("2026-11-29");
    review(&mut learner, 1, ["half", "", ""], &[]);
    assert_eq!(offered(&learner, &["2026-11-29", "2026-11-30"]), []);
    learner.on("2026-12-01").done(4..=7);
    assert_eq!(offered(&learner, &["2026-12-01"]), [("2026-12-01", 1)]);
    let (week, _) = week(&learner, 1);
    let key = learner.study().kept(week).reviews()[0].key;
    learner.on("2026-12-02");
    review(&mut learner, 1, ["whole", "", ""], &[key]);
    assert_eq!(offered(&learner, &["2026-12-02"]), []);
}

#[test]
fn where_the_week_most_worked_on_is_reviewed_the_next_is_offered() {
    let mut learner = Learner::on_weekdays();
    learner.on("2026-11-26").done(15..=21).done([8]);
    review(&mut learner, 3, ["", "", ""], &[]);
    assert_eq!(
        offered(&learner, &["2026-11-27", "2026-11-29", "2026-11-30"]),
        [("2026-11-29", 2), ("2026-11-30", 2)]
    );
}

#[test]
fn of_a_week_finished_out_of_order_the_one_finished_last_in_the_plan_is_offered() {
    let mut learner = Learner::on_weekdays();
    learner.done(8..=14);
    assert_eq!(offered(&learner, &["2026-11-23"]), [("2026-11-23", 2)]);
    learner.sleep().done(1..=7);
    assert_eq!(offered(&learner, &["2026-11-24"]), [("2026-11-24", 2)]);
    review(&mut learner, 2, ["", "", ""], &[]);
    assert_eq!(offered(&learner, &["2026-11-24"]), [("2026-11-24", 1)], "and then the other");
    review(&mut learner, 1, ["", "", ""], &[]);
    assert_eq!(offered(&learner, &["2026-11-24"]), []);
}
