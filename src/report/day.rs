//! One day with everything about it: what `ninety today` prints.
//!
//! Deliberately absent: the day's recall questions, which are asked and not read.

use super::asides::{self, Aside};
use super::milestone::{CheckReport, MilestoneReport, ThreadReport};
use super::{Named, Schema};
use crate::plan::{Day, Resource, Task};
use crate::study::{DayState, Study};
use crate::words;
use chrono::NaiveDate;
use serde::Serialize;

/// What `ninety today` prints.
#[derive(Debug, Serialize)]
pub struct Today<'a> {
    /// The number of this form.
    pub schema: Schema,
    /// The plan's id.
    pub plan: &'a str,
    /// The learner's date.
    pub date: NaiveDate,
    /// The time at which that date changes, where it is past midnight and has not yet.
    pub still_until: Option<String>,
    /// What there is to know of the date, a sentence each, for the printed page.
    #[serde(skip)]
    pub asides: Vec<Aside>,
    /// The day, or none when the plan is finished.
    pub day: Option<DayReport<'a>>,
}

/// A day with everything about it.
#[derive(Debug, Serialize)]
pub struct DayReport<'a> {
    /// Its number, from 1.
    pub number: usize,
    /// How many days the plan has.
    pub of: usize,
    /// Its id.
    pub id: &'a str,
    /// Its subject.
    pub title: &'a str,
    /// Its week.
    pub week: Named<'a>,
    /// The milestone that it is a day of.
    pub milestone: Option<&'a str>,
    /// The first and the last day of that milestone.
    pub milestone_days: Option<[u16; 2]>,
    /// How far it has come.
    pub state: DayState,
    /// Its first study day, and its last, which is its date; week by week those of its stretch. None where it is
    /// complete or skipped, or nothing is recorded yet.
    pub from: Option<NaiveDate>,
    /// Its date.
    pub date: Option<NaiveDate>,
    /// The date on which it became complete.
    pub completed: Option<NaiveDate>,
    /// Why it is skipped, if it is; may be empty.
    pub because: Option<&'a str>,
    /// What the learner can do by its end.
    pub outcome: Option<&'a str>,
    /// The least and the most minutes that it takes.
    pub minutes: Option<[u16; 2]>,
    /// The minutes logged.
    pub logged: u32,
    /// Its tasks.
    pub tasks: Vec<TaskReport<'a>>,
    /// What to read or watch.
    pub resources: Vec<ResourceReport<'a>>,
    /// The checks of the milestone that it is a day of.
    pub checks: Vec<CheckReport<'a>>,
    /// The earlier projects that it continues.
    pub continues: Vec<ThreadReport<'a>>,
    /// The earlier days that it builds on.
    pub builds_on: Vec<Before<'a>>,
    /// What to know beforehand.
    pub plan_note: Option<&'a str>,
    /// What it could be done with.
    pub examples: Vec<&'a str>,
    /// The learner's note; empty without one.
    pub note: String,
}

/// A task of a day.
#[derive(Debug, Serialize)]
pub struct TaskReport<'a> {
    /// What it is called on the command line, such as `17.2`.
    pub number: String,
    /// Its id.
    pub id: &'a str,
    /// The kind of work, in a word.
    pub role: &'static str,
    /// What to do.
    pub text: &'a str,
    /// Whether the day is complete without it.
    pub extra: bool,
    /// Whether it is done.
    pub done: bool,
}

/// Something to read or watch.
#[derive(Debug, Serialize)]
pub struct ResourceReport<'a> {
    /// Its name.
    pub title: &'a str,
    /// Its address.
    pub url: &'a str,
    /// What it is, such as `docs`.
    pub kind: Option<&'a str>,
    /// How long it takes.
    pub minutes: Option<u16>,
    /// Whether the day can do without it.
    pub extra: bool,
}

/// An earlier day that a day builds on.
#[derive(Debug, Serialize)]
pub struct Before<'a> {
    /// Its number, from 1.
    pub number: usize,
    /// Its id.
    pub id: &'a str,
    /// Its subject.
    pub title: &'a str,
    /// How far it has come.
    pub state: DayState,
}

impl<'a> Today<'a> {
    /// Returns the report of a day, or of none when the plan is finished.
    pub fn of(study: &'a Study, day: Option<&'a Day>) -> Self {
        Self {
            schema: Schema,
            plan: study.plan().id().as_str(),
            date: study.today(),
            still_until: study.late_until(),
            asides: asides::of(study),
            day: day.map(|day| DayReport::of(study, day)),
        }
    }
}

impl<'a> DayReport<'a> {
    /// Returns the report of a day.
    pub fn of(study: &'a Study, day: &'a Day) -> Self {
        let (plan, progress) = (study.plan(), study.day(day.no()));
        let week = plan.week_of(day.no());
        let milestone = plan.milestone_of(day.no());
        let milestone = milestone.and_then(|(week, _)| MilestoneReport::of(study, week));
        let slot = study.slot(day);
        let before = day.builds_on().iter().map(|no| plan.day(*no));
        Self {
            number: day.no().get().into(),
            of: plan.days().len(),
            id: day.id().as_str(),
            title: day.title,
            week: Named::week(week),
            milestone: milestone.as_ref().map(|milestone| milestone.title),
            milestone_days: milestone.as_ref().map(|milestone| milestone.days),
            state: study.state(day),
            from: slot.map(|slot| slot.from),
            date: slot.map(|slot| slot.date),
            completed: progress.completed,
            because: progress.skipped.as_ref().map(|(because, _)| because.as_str()),
            outcome: day.outcome,
            minutes: day.minutes().or(plan.minutes()).map(|minutes| [minutes.min(), minutes.max()]),
            logged: progress.minutes(),
            tasks: day.tasks().iter().map(|task| TaskReport::of(study, day, task)).collect(),
            resources: day.resources.iter().map(ResourceReport::of).collect(),
            checks: milestone.map_or_else(Vec::new, |milestone| milestone.checks),
            continues: ThreadReport::all(study, day),
            builds_on: before.map(|before| Before::of(study, before)).collect(),
            plan_note: day.note,
            examples: day.examples.iter().map(AsRef::as_ref).collect(),
            note: study.note(day.no()),
        }
    }
}

impl<'a> TaskReport<'a> {
    fn of(study: &Study, day: &'a Day, task: &'a Task) -> Self {
        Self {
            number: words::number(day, task),
            id: task.id().as_str(),
            role: task.role.label(),
            text: task.text,
            extra: !day.counts(task),
            done: study.is_done(day, task),
        }
    }
}

impl<'a> ResourceReport<'a> {
    fn of(resource: &'a Resource) -> Self {
        Self {
            title: resource.title,
            url: resource.url(),
            kind: resource.kind,
            minutes: resource.minutes,
            extra: resource.extra,
        }
    }
}

impl<'a> Before<'a> {
    fn of(study: &Study, day: &'a Day) -> Self {
        Self {
            number: day.no().get().into(),
            id: day.id().as_str(),
            title: day.title,
            state: study.state(day),
        }
    }
}
