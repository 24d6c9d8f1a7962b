//! Simulated learners: 200 days of doing, missing, skipping and re-planning at random, after each of which the schedule
//! still holds.
//!
//! Deliberately absent: exact dates (`schedule.rs`).

#![expect(clippy::unwrap_used, reason = "a test fails so")]

#[path = "common/learner.rs"]
mod learner;

use chrono::{Days, NaiveDate, TimeDelta};
use learner::Learner;
use ninety::journal::{Budget, By, Fact, Mark};
use ninety::study::replan::Replan;
use ninety::study::schedule::forecast::Source;
use ninety::study::schedule::{Dates, Standing};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::collections::BTreeMap;

/// What a learner does on an evening.
#[derive(Clone, Debug)]
enum Evening {
    Miss,
    Do(usize),
    Begin,
    DoLater(Index),
    Reopen(Index),
    Skip(Index),
    Continue,
    KeepEnd,
    Away(u64, u64),
    Pace(&'static str, Option<u16>, Option<u16>, Option<By>),
    Start(u64),
    Undo,
    Hours(i64),
}

fn evening() -> impl Strategy<Value = Evening> {
    let days = select(vec!["mon-sun", "mon-fri", "mon,wed,sat", "tue", "sat,sun", "mon-thu"]);
    let pace = (
        days,
        prop::option::of(60..400u16),
        prop::option::of(0..20u16),
        prop::option::of(select(By::ALL.to_vec())),
    );
    prop_oneof![
        12 => Just(Evening::Miss),
        14 => (1..4usize).prop_map(Evening::Do),
        2 => Just(Evening::Begin),
        2 => any::<Index>().prop_map(Evening::DoLater),
        1 => any::<Index>().prop_map(Evening::Reopen),
        1 => any::<Index>().prop_map(Evening::Skip),
        1 => Just(Evening::Continue),
        2 => Just(Evening::KeepEnd),
        1 => (0..30u64, 0..20u64).prop_map(|(from, long)| Evening::Away(from, long)),
        1 => pace.prop_map(|(days, minutes, spare, by)| Evening::Pace(days, minutes, spare, by)),
        1 => (0..40u64).prop_map(Evening::Start),
        2 => Just(Evening::Undo),
        2 => (-30..30i64).prop_map(Evening::Hours),
    ]
}

/// Lets a learner do what the evening holds.
fn live(learner: &mut Learner, evening: &Evening) {
    let study = learner.study();
    let (today, left) = (study.today(), study.schedule().remaining().to_vec());
    let number = |at: usize| left.get(at).map(|(day, _)| usize::from(day.get()));
    match evening {
        Evening::Do(count) => {
            learner.done((0..*count).filter_map(number));
        }
        Evening::Begin => {
            let task = study.current_day().and_then(|day| day.tasks().first());
            if let Some(task) = task {
                learner.record(Fact::Done(vec![Mark::Item(task.id().clone())]));
            }
        }
        Evening::DoLater(at) if !left.is_empty() => {
            learner.done(number(at.index(left.len())));
        }
        Evening::Skip(at) if !left.is_empty() => {
            if let Some(n) = number(at.index(left.len())) {
                learner.skip(&[n]);
            }
        }
        Evening::Reopen(at) => {
            let day = learner.plan.day(learner.no(at.index(90) + 1));
            let marks = day.tasks().iter().map(|task| Mark::Item(task.id().clone()));
            let whole = Mark::Day(day.id().clone());
            learner.record(Fact::Open(marks.chain([whole]).collect()));
        }
        Evening::Continue => {
            learner.moved(&Replan::Continue);
        }
        Evening::KeepEnd => {
            if let Ok(fact) = study.preview(&Replan::KeepEnd).fact {
                let end = learner.promised();
                learner.record(fact);
                assert!(
                    learner.finish() <= end || learner.finish() == "none",
                    "the end date is kept"
                );
            }
        }
        Evening::Away(from, long) => {
            let from = today + Days::new(*from);
            let because = String::new();
            learner.moved(&Replan::Away { from, until: from + Days::new(*long), because });
        }
        Evening::Pace(days, minutes, spare, by) => {
            let budget = Budget { minutes: *minutes, spare: *spare };
            learner.moved(&Replan::Pace { days: days.parse().unwrap(), budget, by: *by });
        }
        Evening::Start(back) => {
            let date = (today + Days::new(7) - Days::new(*back)).to_string();
            learner.start(&date, "");
        }
        Evening::Undo => {
            if let Some((fact, _)) = study.undone(&[]) {
                learner.record(fact);
            }
        }
        Evening::Hours(hours) => learner.now += TimeDelta::hours(*hours),
        Evening::Miss | Evening::DoLater(_) | Evening::Skip(_) => {}
    }
}

/// Holds what is true of every schedule.
fn holds(learner: &Learner) -> Result<(), TestCaseError> {
    let study = learner.study();
    let (plan, schedule) = (study.plan(), study.schedule());
    let mut on: BTreeMap<NaiveDate, Vec<_>> = BTreeMap::new();
    let remaining: Vec<_> = plan
        .days()
        .iter()
        .filter(|day| study.progress().remains(day))
        .map(ninety::plan::Day::no)
        .collect();
    prop_assert_eq!(
        schedule.remaining().iter().map(|(day, _)| *day).collect::<Vec<_>>(),
        remaining
    );
    for &(no, date) in schedule.remaining() {
        prop_assert!(date >= study.today(), "{} on {}, today is {}", no, date, study.today());
        prop_assert_eq!(schedule.date(no), Some(date));
        for before in plan.day(no).builds_on() {
            prop_assert!(
                schedule.date(*before).is_none_or(|before| before < date),
                "{} before {}",
                no,
                before
            );
        }
        on.entry(date).or_default().push(no);
    }
    for (date, days) in &on {
        let milestones = days.iter().filter(|no| plan.milestone_of(**no).is_some()).count();
        prop_assert!(milestones <= 1 && days.len() <= 2, "{:?} on {}", days, date);
        let least: u32 =
            days.iter().map(|no| u32::from(plan.day(*no).minutes().unwrap().min())).sum();
        prop_assert!(days.len() == 1 || least <= schedule.pace().minutes.into());
        prop_assert_eq!(&schedule.on(*date).collect::<Vec<_>>(), days);
    }
    let spare = schedule.spare();
    prop_assert!(spare.used <= spare.total);
    match schedule.standing() {
        Standing::Behind(days) => prop_assert!(days > 0 && days <= 90 && spare.left() == 0),
        Standing::Ahead(days) => prop_assert!(days > 0 && days <= 90 && spare.used == 0),
        Standing::OnPace => {}
    }
    if let Some(forecast) = schedule.forecast() {
        prop_assert!(study.today() <= forecast.earliest && forecast.earliest <= forecast.latest);
    }
    Ok(())
}

/// What the learner does on a date, where the weeks of a forecast are done over again.
fn pattern(learner: &Learner, weeks: &[(NaiveDate, u32)]) -> Vec<usize> {
    let study = learner.study();
    let done = |date: NaiveDate| {
        let completed = learner.plan.days().iter().filter(|day| {
            study
                .progress()
                .day(day.no())
                .completed()
                .is_some_and(|at| study.habits().study_date(at) == date)
        });
        completed.count()
    };
    weeks
        .iter()
        .flat_map(|(first, _)| first.iter_days().take(7).map(done).collect::<Vec<_>>())
        .collect()
}

/// Keeps the pace of the last weeks, or that of the plan, until the end, and returns its date.
fn keep_pace(learner: &mut Learner) -> NaiveDate {
    let study = learner.study();
    let today = study.today();
    let worked = study.schedule().first_free() > today;
    let source = study.schedule().forecast().unwrap().source.clone();
    let dates: Dates = study.schedule().dates().clone();
    let done = match &source {
        Source::Plan => Vec::new(),
        Source::Weeks(weeks) => pattern(learner, weeks),
    };
    if worked {
        learner.sleep();
    }
    let first = learner.study().today();
    loop {
        let today = learner.study().today();
        let place = usize::try_from((today - first).num_days()).unwrap();
        let count = match &source {
            Source::Plan => learner.study().schedule().on(today).count(),
            Source::Weeks(_) if dates.break_on(today).is_some() => 0,
            Source::Weeks(_) => done.get(place % done.len()).copied().unwrap_or(0),
        };
        let next: Vec<usize> = learner
            .study()
            .schedule()
            .remaining()
            .iter()
            .take(count)
            .map(|(no, _)| usize::from(no.get()))
            .collect();
        learner.done(next);
        if learner.current().is_none() {
            return today;
        }
        learner.sleep();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn two_hundred_days_of_anything_leave_a_schedule_that_holds(evenings in prop::collection::vec(evening(), 200)) {
        let mut learner = Learner::on_weekdays();
        for evening in &evenings {
            live(&mut learner, evening);
            holds(&learner)?;
            learner.sleep();
        }
    }

    #[test]
    fn a_forecast_holds_what_then_happens_when_the_pace_is_kept(
        evenings in prop::collection::vec(evening(), 1..120),
    ) {
        let mut learner = Learner::on_weekdays();
        for evening in &evenings {
            live(&mut learner, evening);
            learner.sleep();
        }
        let study = learner.study();
        let start_to_come = study.schedule().started().is_some_and(|start| start > study.today());
        if let Some(forecast) = study.schedule().forecast().cloned().filter(|_| !start_to_come) {
            let end = keep_pace(&mut learner);
            prop_assert!(
                (forecast.earliest..=forecast.latest).contains(&end),
                "{} is not within {:?}", end, forecast
            );
        }
    }
}
