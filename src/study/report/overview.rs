//! Where the learner stands: the position, a week with its milestone, and the whole plan.
//!
//! Deliberately absent: how the schedule comes about, which is `study::schedule`'s.

use super::milestone::{CriterionReport, MilestoneReport, ReviewReport};
use super::pace::Standing;
use super::weeks::{Studied, Weeks};
use super::{Named, Schema};
use crate::plan::{Day, Week};
use crate::study::milestones::Proof;
use crate::study::told::asides::{self, Aside};
use crate::study::{DayState, Study};
use serde::Serialize;

/// What `ninety status` prints.
#[derive(Debug, Serialize)]
pub struct Status<'a> {
    /// The number of this form.
    pub schema: Schema,
    /// The plan's id.
    pub plan: &'a str,
    /// The learner's date, `YYYY-MM-DD`.
    pub date: String,
    /// The current day, or none when the plan is finished.
    pub day: Option<DayLine<'a>>,
    /// The current day's week.
    pub week: Option<Named<'a>>,
    /// How many days the plan has.
    pub days: usize,
    /// How many are complete.
    pub complete: usize,
    /// How many are skipped.
    pub skipped: usize,
    /// The minutes logged in all.
    pub minutes: u64,
    /// The week whose review is offered.
    pub review_due: Option<Named<'a>>,
    /// How many criteria of the milestones that are reached are open.
    pub criteria_open: usize,
    /// The date of the start, `YYYY-MM-DD`, once something is recorded.
    pub started: Option<String>,
    /// The study days of the week, if they were set.
    pub study_days: Option<String>,
    /// How many of the last study days were studied; none where there was no study day yet, or where the week counts.
    pub studied: Option<Studied>,
    /// How many study days in a row, where the learner asked for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub streak: Option<u32>,
    /// What there is to know of the date, a sentence each, for the printed page.
    #[serde(skip)]
    pub asides: Vec<Aside>,
    /// The schedule, and how the learner stands to it.
    #[serde(flatten)]
    pub schedule: Standing,
}

/// A day in a line.
#[derive(Debug, Serialize)]
pub struct DayLine<'a> {
    /// Its number, from 1.
    pub number: usize,
    /// Its id.
    pub id: &'a str,
    /// Its subject.
    pub title: &'a str,
    /// How far it has come.
    pub state: DayState,
    /// How many of the tasks that count are done.
    pub done: usize,
    /// How many tasks count.
    pub tasks: usize,
    /// Whether it is the current day.
    pub current: bool,
    /// Whether it is a day of its week's milestone.
    pub milestone: bool,
    /// How far that milestone has come, where it is a day of one.
    pub proof: Option<Proof>,
    /// The date for it, `YYYY-MM-DD`; none where it is complete or skipped, or nothing is recorded yet.
    pub date: Option<String>,
    /// The date on which it became complete, `YYYY-MM-DD`.
    pub completed: Option<String>,
}

/// What `ninety week` prints.
#[derive(Debug, Serialize)]
pub struct OneWeek<'a> {
    /// The number of this form.
    pub schema: Schema,
    /// The plan's id.
    pub plan: &'a str,
    /// How many weeks the plan has.
    pub of: usize,
    /// The week.
    pub week: WeekReport<'a>,
    /// What it leads to.
    pub milestone: Option<MilestoneReport<'a>>,
    /// What was answered when it was reviewed, if it was.
    pub review: Option<ReviewReport>,
}

/// A week with its days.
#[derive(Debug, Serialize)]
pub struct WeekReport<'a> {
    /// Its number, from 1.
    pub number: usize,
    /// Its subject.
    pub title: &'a str,
    /// Its phase, if it is in one.
    pub phase: Option<Named<'a>>,
    /// Its days.
    pub days: Vec<DayLine<'a>>,
}

/// What `ninety plan` prints.
#[derive(Debug, Serialize)]
pub struct WholePlan<'a> {
    /// The number of this form.
    pub schema: Schema,
    /// The plan's id.
    pub plan: &'a str,
    /// Its name.
    pub title: &'a str,
    /// What it is for; empty if it does not say.
    pub goal: &'a str,
    /// Its weeks.
    pub weeks: Vec<PlanWeek<'a>>,
}

/// A week of the whole plan.
#[derive(Debug, Serialize)]
pub struct PlanWeek<'a> {
    /// The week.
    #[serde(flatten)]
    pub week: WeekReport<'a>,
    /// The criteria of its milestone that are open though it is reached.
    pub criteria_open: Vec<CriterionReport<'a>>,
}

impl<'a> Status<'a> {
    /// Returns where the learner stands.
    pub fn of(study: &'a Study) -> Self {
        let plan = study.plan();
        let day = study.current_day();
        let week = day.map(|day| plan.week_of(day.no()));
        let minutes =
            plan.days().iter().map(|day| u64::from(study.progress().day(day.no()).minutes()));
        let named =
            |week: &'a Week| Named { number: week.no().get().into(), title: week.title.as_ref() };
        let milestones =
            plan.weeks().iter().filter_map(|week| Some((week, week.milestone.as_ref()?)));
        let reached = milestones.filter(|(_, milestone)| study.reached(milestone).is_some());
        Self {
            schema: Schema,
            plan: plan.id().as_str(),
            date: study.today().to_string(),
            day: day.map(|day| DayLine::of(study, day)),
            week: week.map(named),
            days: plan.days().len(),
            complete: study.days_complete(),
            skipped: study.days_skipped(),
            minutes: minutes.sum(),
            review_due: study.review_due().map(named),
            criteria_open: reached.map(|(week, m)| study.open_criteria(week, m).count()).sum(),
            started: study.started().map(|date| date.to_string()),
            study_days: study.schedule().pace().days_set.map(|days| days.to_string()),
            studied: Weeks::of(study).studied(),
            streak: None,
            asides: asides::since_the_start(study),
            schedule: Standing::of(study),
        }
    }

    /// Returns it with the streak.
    #[must_use]
    pub fn with_streak(self, study: &Study) -> Self {
        Self { streak: Some(Weeks::of(study).streak()), ..self }
    }
}

impl<'a> DayLine<'a> {
    /// Returns a day in a line.
    pub fn of(study: &Study, day: &'a Day) -> Self {
        let (done, tasks) = study.progress().count(day);
        let milestone = study.plan().milestone_of(day.no());
        Self {
            number: day.no().get().into(),
            id: day.id().as_str(),
            title: &day.title,
            state: study.state(day),
            done,
            tasks,
            current: study.current_day().is_some_and(|current| current.no() == day.no()),
            milestone: milestone.is_some(),
            proof: milestone.map(|(week, _)| study.proof(week)),
            date: study.date(day).map(|date| date.to_string()),
            completed: study.completed(day).map(|date| date.to_string()),
        }
    }
}

impl<'a> OneWeek<'a> {
    /// Returns a week with its milestone.
    pub fn of(study: &'a Study, week: &'a Week) -> Self {
        Self {
            schema: Schema,
            plan: study.plan().id().as_str(),
            of: study.plan().weeks().len(),
            week: WeekReport::of(study, week),
            milestone: MilestoneReport::of(study, week),
            review: ReviewReport::of(study, week),
        }
    }
}

impl<'a> WeekReport<'a> {
    fn of(study: &'a Study, week: &'a Week) -> Self {
        let plan = study.plan();
        Self {
            number: week.no().get().into(),
            title: &week.title,
            phase: study.phase_named(week),
            days: plan.days_in(week).iter().map(|day| DayLine::of(study, day)).collect(),
        }
    }
}

impl<'a> PlanWeek<'a> {
    fn of(study: &'a Study, week: &'a Week) -> Self {
        let reached = MilestoneReport::of(study, week).filter(|one| one.reached.is_some());
        let criteria = reached.into_iter().flat_map(|one| one.criteria);
        Self {
            week: WeekReport::of(study, week),
            criteria_open: criteria.filter(|one| !one.met).collect(),
        }
    }
}

impl<'a> WholePlan<'a> {
    /// Returns the whole plan with its progress.
    pub fn of(study: &'a Study) -> Self {
        let plan = study.plan();
        Self {
            schema: Schema,
            plan: plan.id().as_str(),
            title: plan.title(),
            goal: plan.goal(),
            weeks: plan.weeks().iter().map(|week| PlanWeek::of(study, week)).collect(),
        }
    }
}
