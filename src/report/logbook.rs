//! Everything that was done, from the first week to the last: what `ninety export md` lays out.
//!
//! Deliberately absent: what the plan asks for on days that nothing was recorded about. The plan has it.

use super::milestone::{MilestoneReport, ReviewReport};
use super::state::State;
use super::{Named, Schema};
use crate::plan::{Day, Task, Week, WeekNo};
use crate::study::{DayState, Study};
use chrono::NaiveDate;
use serde::Serialize;
use std::ops::RangeInclusive;

/// What was done, week by week.
#[derive(Debug, Serialize)]
pub struct Logbook<'a> {
    /// The number of this form.
    pub schema: Schema,
    /// The plan's id.
    pub plan: &'a str,
    /// The plan's name.
    pub title: &'a str,
    /// What the plan is for; empty if it does not say.
    pub about: &'a str,
    /// The learner's date.
    pub date: NaiveDate,
    /// The date of the start, once something is recorded.
    pub started: Option<NaiveDate>,
    /// How many days the plan has.
    pub days: usize,
    /// How many are complete.
    pub complete: usize,
    /// How many are skipped.
    pub skipped: usize,
    /// The minutes logged in all.
    pub minutes: u64,
    /// How many milestones the plan has.
    pub milestones: usize,
    /// How many are reached.
    pub reached: usize,
    /// The weeks about which something is recorded, of those that were asked for.
    pub weeks: Vec<WeekLog<'a>>,
    /// What is recorded about what the plan does not have; nothing where only some weeks were asked for.
    pub elsewhere: Option<State>,
}

/// What was done in a week.
#[derive(Debug, Serialize)]
pub struct WeekLog<'a> {
    /// Its number, from 1.
    pub number: usize,
    /// Its subject.
    pub title: &'a str,
    /// Its phase, if it is in one.
    pub phase: Option<Named<'a>>,
    /// How many days it has.
    pub of: usize,
    /// How many are complete.
    pub complete: usize,
    /// How many are skipped.
    pub skipped: usize,
    /// The days about which something is recorded.
    pub days: Vec<DayLog<'a>>,
    /// What it leads to, where that is begun or something is recorded for it.
    pub milestone: Option<MilestoneReport<'a>>,
    /// The addresses that were recorded, where the week leads to nothing any more.
    pub links: Vec<String>,
    /// What was answered when it was reviewed, if it was.
    pub review: Option<ReviewReport>,
}

/// What was done on a day.
#[derive(Debug, Serialize)]
pub struct DayLog<'a> {
    /// Its number, from 1.
    pub number: usize,
    /// Its subject.
    pub title: &'a str,
    /// How far it has come.
    pub state: DayState,
    /// The date on which it became complete.
    pub completed: Option<NaiveDate>,
    /// Why it is skipped, if it is; may be empty.
    pub because: Option<&'a str>,
    /// The minutes logged.
    pub logged: u32,
    /// What is done, and what else counts where the day is begun: each task with whether it is done.
    pub tasks: Vec<(&'a str, bool)>,
    /// The paragraphs of its note, in the order in which they were recorded.
    pub note: Vec<String>,
}

impl<'a> Logbook<'a> {
    /// Returns what was done in these weeks, or in all of them.
    pub fn of(study: &'a Study, weeks: Option<&RangeInclusive<WeekNo>>) -> Self {
        let plan = study.plan();
        let days = plan.days().iter();
        let milestones = plan.weeks().iter().filter_map(|week| week.milestone.as_ref());
        let asked = |week: &&Week| weeks.is_none_or(|weeks| weeks.contains(&week.no()));
        let reached = milestones.clone().filter(|milestone| study.reached(milestone).is_some());
        Self {
            schema: Schema,
            plan: plan.id().as_str(),
            title: plan.title(),
            about: plan.goal(),
            date: study.today(),
            started: study.started(),
            days: plan.days().len(),
            complete: study.days_complete(),
            skipped: study.days_skipped(),
            minutes: days.map(|day| u64::from(study.day(day.no()).minutes())).sum(),
            milestones: milestones.count(),
            reached: reached.count(),
            weeks: plan
                .weeks()
                .iter()
                .filter(asked)
                .map(|week| WeekLog::of(study, week))
                .filter(WeekLog::says_something)
                .collect(),
            elsewhere: weeks.is_none().then(|| State::elsewhere(study)).flatten(),
        }
    }
}

impl<'a> WeekLog<'a> {
    fn of(study: &'a Study, week: &'a Week) -> Self {
        let (complete, skipped) = study.past_in(week);
        let days = study.plan().days_in(week);
        let links = || study.links(week).into_iter().map(|link| link.url).collect();
        let milestone = MilestoneReport::of(study, week);
        Self {
            number: week.no().get().into(),
            title: week.title,
            phase: Named::phase(study, week),
            of: days.len(),
            complete,
            skipped,
            days: days
                .iter()
                .map(|day| DayLog::of(study, day))
                .filter(DayLog::says_something)
                .collect(),
            links: if milestone.is_some() { Vec::new() } else { links() },
            milestone: milestone.filter(MilestoneReport::says_something),
            review: ReviewReport::of(study, week),
        }
    }

    fn says_something(&self) -> bool {
        !self.days.is_empty()
            || self.milestone.is_some()
            || !self.links.is_empty()
            || self.review.is_some()
    }
}

impl<'a> DayLog<'a> {
    fn of(study: &'a Study, day: &'a Day) -> Self {
        let progress = study.day(day.no());
        let state = study.state(day);
        let shown = |task: &&Task| {
            study.is_done(day, task) || (state == DayState::Begun && day.counts(task))
        };
        let tasks = day.tasks().iter().filter(shown);
        Self {
            number: day.no().get().into(),
            title: day.title,
            state,
            completed: progress.completed,
            because: progress.skipped.as_ref().map(|(because, _)| because.as_str()),
            logged: progress.minutes(),
            tasks: tasks.map(|task| (task.text, study.is_done(day, task))).collect(),
            note: study.paragraphs(day.no()).map(|paragraph| paragraph.text).collect(),
        }
    }

    fn says_something(&self) -> bool {
        self.state != DayState::Open || self.logged > 0 || !self.note.is_empty()
    }
}
