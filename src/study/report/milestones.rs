//! What `ninety milestones` prints: all milestones with how far each has come, or one of them whole; and an earlier project
//! that a day continues.
//!
//! Deliberately absent: what one milestone's report holds, which is `milestone`'s.

use super::milestone::{MilestoneReport, ReviewReport};
use super::{Named, Schema};
use crate::plan::{Day, Week};
use crate::study::Study;
use crate::study::milestones::{Proof, Thread};
use serde::Serialize;

/// What `ninety milestones` prints.
#[derive(Debug, Serialize)]
pub struct AllMilestones<'a> {
    /// The number of this form.
    pub schema: Schema,
    /// The plan's id.
    pub plan: &'a str,
    /// The learner's date, `YYYY-MM-DD`.
    pub date: String,
    /// How many are ahead.
    pub ahead: usize,
    /// How many are reached and not proven.
    pub reached: usize,
    /// How many are proven.
    pub proven: usize,
    /// The milestones in the plan's order.
    pub milestones: Vec<MilestoneReport<'a>>,
}

/// What `ninety milestones N` prints.
#[derive(Debug, Serialize)]
pub struct OneMilestone<'a> {
    /// The number of this form.
    pub schema: Schema,
    /// The plan's id.
    pub plan: &'a str,
    /// The learner's date, `YYYY-MM-DD`.
    pub date: String,
    /// The milestone.
    pub milestone: MilestoneReport<'a>,
    /// What was answered when its week was reviewed, if it was.
    pub review: Option<ReviewReport>,
}

/// An earlier project that a day continues.
#[derive(Debug, Serialize)]
pub struct ThreadReport<'a> {
    /// The project's week.
    pub week: Named<'a>,
    /// What was made.
    pub milestone: &'a str,
    /// The number of the day that is built on.
    pub day: u16,
    /// How far it has come.
    pub proof: Proof,
    /// Where it can be seen, if that is kept.
    pub link: Option<&'a str>,
    /// The last paragraph of its notes.
    pub note: Option<&'a str>,
}

impl<'a> AllMilestones<'a> {
    /// Returns the report of all milestones.
    pub fn of(study: &'a Study) -> Self {
        let milestones = MilestoneReport::all(study);
        let count = |proof| milestones.iter().filter(|one| one.proof == proof).count();
        Self {
            schema: Schema,
            plan: study.plan().id().as_str(),
            date: study.today().to_string(),
            ahead: count(Proof::Ahead),
            reached: count(Proof::Reached),
            proven: count(Proof::Proven),
            milestones,
        }
    }
}

impl<'a> OneMilestone<'a> {
    /// Returns the report of a week's milestone, if it has one.
    pub fn of(study: &'a Study, week: &'a Week) -> Option<Self> {
        Some(Self {
            schema: Schema,
            plan: study.plan().id().as_str(),
            date: study.today().to_string(),
            milestone: MilestoneReport::of(study, week)?,
            review: ReviewReport::of(study, week),
        })
    }
}

impl<'a> ThreadReport<'a> {
    /// Returns the earlier projects that a day continues, in order.
    pub fn all(study: &'a Study, day: &Day) -> Vec<Self> {
        study.threads(day).into_iter().map(Self::of).collect()
    }

    fn of(thread: Thread<'a>) -> Self {
        Self {
            week: Named { number: thread.week.no().get().into(), title: &thread.week.title },
            milestone: &thread.milestone.title,
            day: thread.day.no().get(),
            proof: thread.proof,
            link: thread.link,
            note: thread.note,
        }
    }
}
