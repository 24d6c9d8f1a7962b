//! The schedule as data: the pace with finish, goal and what is to spare; and a change of it, before and after.
//!
//! Deliberately absent: sentences, which the printed pages have.

use super::Schema;
use super::overview::BreakReport;
use crate::study::{Schedule, Slot, Study};
use chrono::NaiveDate;
use serde::Serialize;

/// The pace and what follows from it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Pace {
    /// The study days of the week, such as `mon-fri`.
    pub days: String,
    /// How many they are.
    pub days_a_week: u32,
    /// How long a study day is, in minutes, if that was set.
    pub minutes: Option<u16>,
    /// How order is kept: `day` or `week`.
    pub by: &'static str,
    /// The date of the start, once something is recorded or it was set.
    pub started: Option<NaiveDate>,
    /// The date that the learner wants to be done by.
    pub goal: Option<NaiveDate>,
    /// The date of the last open day.
    pub finish: Option<NaiveDate>,
    /// The study days from finish to goal.
    pub to_spare: Option<i32>,
}

/// What `ninety pace` prints, and every verb that changes the schedule.
#[derive(Debug, Serialize)]
pub struct PaceReport<'a> {
    /// The number of this form.
    pub schema: Schema,
    /// The plan's id.
    pub plan: &'a str,
    /// The learner's date.
    pub date: NaiveDate,
    /// The pace.
    #[serde(flatten)]
    pub pace: Pace,
    /// The breaks that are not over.
    pub breaks: Vec<BreakReport>,
    /// Whether some days take several study days.
    pub long_days: bool,
    /// The pace before a change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Pace>,
    /// The open days that come next.
    pub next: Vec<Next<'a>>,
}

/// An open day that comes next.
#[derive(Debug, Serialize)]
pub struct Next<'a> {
    /// Its first study day; week by week that of its stretch.
    pub from: NaiveDate,
    /// Its date.
    pub date: NaiveDate,
    /// Its number.
    pub number: u16,
    /// Its subject.
    pub title: &'a str,
}

/// How many days come next.
const NEXT: usize = 7;

impl Pace {
    /// Returns the pace of a schedule. Nothing is said of a finish before anything is recorded.
    pub fn of(schedule: &Schedule) -> Self {
        let pace = schedule.pace;
        let finish = schedule.started.and_then(|_| schedule.finish());
        Self {
            days: pace.days.to_string(),
            days_a_week: pace.days.count(),
            minutes: pace.minutes,
            by: pace.by.word(),
            started: schedule.started,
            goal: schedule.goal,
            finish,
            to_spare: finish.and_then(|_| schedule.to_spare()),
        }
    }
}

impl<'a> PaceReport<'a> {
    /// Returns the pace of a study by a schedule, its own or one that a change would lead to; and what it was `before`.
    pub fn of(study: &'a Study, schedule: &Schedule, before: Option<&Schedule>) -> Self {
        let breaks = schedule.dates.breaks().iter();
        let to_come = breaks.filter(|pause| pause.until >= schedule.today);
        let next = |slot: &Slot| Next {
            from: slot.from,
            date: slot.date,
            number: slot.day.get(),
            title: study.plan().day(slot.day).title,
        };
        Self {
            schema: Schema,
            plan: study.plan().id().as_str(),
            date: study.today(),
            pace: Pace::of(schedule),
            breaks: to_come.map(|pause| (*pause).into()).collect(),
            long_days: schedule.has_long_days(),
            before: before.map(Pace::of),
            next: schedule.slots.iter().take(NEXT).map(next).collect(),
        }
    }
}
