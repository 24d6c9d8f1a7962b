//! The schedule as data: pace, promise, spare days, standing and forecast; and a move as it would change them.
//!
//! Deliberately absent: sentences, which the printed pages have.

use super::Schema;
use crate::plan::DayNo;
use crate::study::Study;
use crate::study::replan::Preview;
use crate::study::schedule::forecast::Source;
use crate::study::schedule::{self, Forecast};
use chrono::NaiveDate;
use serde::Serialize;

/// The schedule, and how the learner stands to it. Spans are in study days.
#[derive(Debug, Serialize)]
pub struct Standing {
    /// The pace.
    pub pace: Pace,
    /// The end date that was promised last, `YYYY-MM-DD`.
    pub promise: Option<NaiveDate>,
    /// The date of the last remaining day, `YYYY-MM-DD`.
    pub finish: Option<NaiveDate>,
    /// When it is likely to end; none where nothing was done in four weeks.
    pub forecast: Option<Likely>,
    /// How much later than promised, after all spare days.
    pub behind: u32,
    /// How much earlier than promised.
    pub ahead: u32,
    /// The spare days.
    pub spare: Spare,
    /// The study days since the learner last recorded anything.
    pub missed: u32,
    /// The time at which the learner's date changes, where it is past midnight and has not yet.
    pub still_until: Option<String>,
}

/// The pace, with what is suggested for all that was not set.
#[derive(Debug, Serialize)]
pub struct Pace {
    /// The study days of the week, such as `mon-fri`.
    pub days: String,
    /// How many they are.
    pub days_a_week: u32,
    /// Whether they were set; else they are suggested.
    pub set: bool,
    /// The most minutes that a study day may take.
    pub day_minutes: u16,
    /// What is on or behind pace, `day` or `week`.
    pub by: &'static str,
}

/// The spare days since the promise.
#[derive(Debug, Serialize)]
pub struct Spare {
    /// How many there are.
    pub total: u32,
    /// How many are used.
    pub used: u32,
    /// How many are left.
    pub left: u32,
}

/// When the plan is likely to end.
#[derive(Debug, Serialize)]
pub struct Likely {
    /// The earliest likely end, `YYYY-MM-DD`.
    pub earliest: NaiveDate,
    /// The latest likely end, `YYYY-MM-DD`.
    pub latest: NaiveDate,
    /// How many days remain.
    pub remaining: usize,
    /// The learner's weeks that it was computed from, the oldest first; empty where it is the plan's pace.
    pub weeks: Vec<Week>,
}

/// A week that a forecast was computed from.
#[derive(Debug, Serialize)]
pub struct Week {
    /// Its first date, `YYYY-MM-DD`.
    pub from: NaiveDate,
    /// How many days became complete in it.
    pub done: u32,
}

/// What `ninety pace` prints.
#[derive(Debug, Serialize)]
pub struct PaceReport<'a> {
    /// The number of this form.
    pub schema: Schema,
    /// The plan's id.
    pub plan: &'a str,
    /// The date of the start, `YYYY-MM-DD`, once something is recorded.
    pub started: Option<NaiveDate>,
    /// The schedule, and how the learner stands to it.
    #[serde(flatten)]
    pub schedule: Standing,
    /// The breaks that are not over: first and last date.
    pub breaks: Vec<[NaiveDate; 2]>,
}

/// What a move would change.
#[derive(Debug)]
pub struct Change<'a> {
    /// The study as it is.
    pub study: &'a Study,
    /// What the move changes.
    pub preview: &'a Preview,
}

impl Standing {
    /// Returns the schedule of a study.
    pub fn of(study: &Study) -> Self {
        let schedule = study.schedule();
        let (pace, spare) = (schedule.pace(), schedule.spare());
        let (behind, ahead) = match schedule.standing() {
            schedule::Standing::OnPace => (0, 0),
            schedule::Standing::Behind(days) => (days, 0),
            schedule::Standing::Ahead(days) => (0, days),
        };
        Self {
            pace: Pace {
                days: pace.days.to_string(),
                days_a_week: pace.days.count(),
                set: pace.days_set.is_some(),
                day_minutes: pace.minutes,
                by: pace.by.word(),
            },
            promise: schedule.promise().and_then(schedule::Promise::end),
            finish: study.started().and_then(|_| schedule.finish()),
            forecast: study.started().and_then(|_| schedule.forecast()).map(Likely::of),
            behind,
            ahead,
            spare: Spare { total: spare.total, used: spare.used, left: spare.left() },
            missed: schedule.missed(),
            still_until: study.late_until(),
        }
    }
}

impl Likely {
    fn of(forecast: &Forecast) -> Self {
        let weeks = match &forecast.source {
            Source::Plan => Vec::new(),
            Source::Weeks(weeks) => weeks.iter().map(|&(from, done)| Week { from, done }).collect(),
        };
        let Forecast { earliest, latest, remaining, .. } = *forecast;
        Self { earliest, latest, remaining, weeks }
    }
}

impl<'a> PaceReport<'a> {
    /// Returns the pace of a study.
    pub fn of(study: &'a Study) -> Self {
        let schedule = study.schedule();
        let breaks = schedule.dates().breaks().iter();
        Self {
            schema: Schema,
            plan: study.plan().id().as_str(),
            started: schedule.started(),
            schedule: Standing::of(study),
            breaks: breaks
                .filter(|(_, until)| *until >= schedule.today())
                .map(|(from, until)| [*from, *until])
                .collect(),
        }
    }
}

impl Change<'_> {
    /// Returns a day's number and title.
    pub fn title(&self, no: DayNo) -> &str {
        &self.study.plan().day(no).title
    }
}
