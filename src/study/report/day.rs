//! One day with everything about it: what `ninety today` prints.
//!
//! Deliberately absent: the day's recall questions, which are asked and not read.

use super::milestone::{CriterionReport, MilestoneReport};
use super::milestones::ThreadReport;
use super::{Named, Schema};
use crate::plan::{Day, Resource, Task};
use crate::study::milestones::Proof;
use crate::study::told::asides::Aside;
use crate::study::{DayState, Study, told};
use serde::Serialize;

/// What `ninety today` prints.
#[derive(Debug, Serialize)]
pub struct Today<'a> {
    /// The number of this form.
    pub schema: Schema,
    /// The plan's id.
    pub plan: &'a str,
    /// The learner's date, `YYYY-MM-DD`.
    pub date: String,
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
    /// How far that milestone has come.
    pub proof: Option<Proof>,
    /// How far it has come.
    pub state: DayState,
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
    /// The criteria of the milestone that it is a day of: ninety's own check list beside the tasks.
    pub criteria: Vec<CriterionReport<'a>>,
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
            date: study.today().to_string(),
            still_until: study.late_until(),
            asides: told::asides::of(study),
            day: day.map(|day| DayReport::of(study, day)),
        }
    }
}

impl<'a> DayReport<'a> {
    /// Returns the report of a day.
    pub fn of(study: &'a Study, day: &'a Day) -> Self {
        let (plan, progress) = (study.plan(), study.progress().day(day.no()));
        let week = plan.week_of(day.no());
        let milestone = plan.milestone_of(day.no());
        let milestone = milestone.and_then(|(week, _)| MilestoneReport::of(study, week));
        let before = day.builds_on().iter().map(|no| plan.day(*no));
        Self {
            number: day.no().get().into(),
            of: plan.days().len(),
            id: day.id().as_str(),
            title: &day.title,
            week: Named { number: week.no().get().into(), title: &week.title },
            milestone: milestone.as_ref().map(|milestone| milestone.title),
            milestone_days: milestone.as_ref().map(|milestone| milestone.days),
            proof: milestone.as_ref().map(|milestone| milestone.proof),
            state: study.state(day),
            because: progress.skipped(),
            outcome: day.outcome.as_deref(),
            minutes: day.minutes().or(plan.minutes()).map(|minutes| [minutes.min(), minutes.max()]),
            logged: progress.minutes(),
            tasks: day.tasks().iter().map(|task| TaskReport::of(study, day, task)).collect(),
            resources: day.resources.iter().map(ResourceReport::of).collect(),
            criteria: milestone.map_or_else(Vec::new, |milestone| milestone.criteria),
            continues: ThreadReport::all(study, day),
            builds_on: before.map(|before| Before::of(study, before)).collect(),
            plan_note: day.note.as_deref(),
            examples: day.examples.iter().map(AsRef::as_ref).collect(),
            note: study.note(day.no()),
        }
    }
}

impl<'a> TaskReport<'a> {
    fn of(study: &Study, day: &'a Day, task: &'a Task) -> Self {
        Self {
            number: told::number(day, task),
            id: task.id().as_str(),
            role: task.role.label(),
            text: &task.text,
            extra: !day.required().any(|required| required.id() == task.id()),
            done: study.is_done(day, task),
        }
    }
}

impl<'a> ResourceReport<'a> {
    fn of(resource: &'a Resource) -> Self {
        Self {
            title: &resource.title,
            url: resource.url(),
            kind: resource.kind.as_deref(),
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
            title: &day.title,
            state: study.state(day),
        }
    }
}
