//! A week looked back on: what happened, what was answered, and what comes next. The verb prints it, and the screen walks
//! through it.
//!
//! Deliberately absent: the questions, which are [`Answer`](crate::journal::Answer)'s, and layout.

use super::milestone::{MilestoneReport, ReviewReport};
use super::milestones::ThreadReport;
use super::overview::DayLine;
use super::{Named, Schema};
use crate::plan::{Day, DayNo, Week};
use crate::study::Study;
use chrono::NaiveDate;
use serde::Serialize;

/// What `ninety review` prints.
#[derive(Debug, Serialize)]
pub struct WeekReview<'a> {
    /// The number of this form.
    pub schema: Schema,
    /// The plan's id.
    pub plan: &'a str,
    /// The learner's date, `YYYY-MM-DD`.
    pub date: String,
    /// The week.
    pub week: Named<'a>,
    /// Whether its review is offered now: it is over, and has none.
    pub offered: bool,
    /// Whether there is something to look back on: something of it is done, skipped or noted, or it was reviewed.
    pub reviewable: bool,
    /// The first and the last date of what happened; the last is today while a day of it remains. None before anything
    /// was done about it.
    pub dates: Option<[NaiveDate; 2]>,
    /// How many of its days are complete.
    pub complete: usize,
    /// How many of its days are skipped.
    pub skipped: usize,
    /// Its days.
    pub days: Vec<PastDay<'a>>,
    /// The minutes logged on its days, in all.
    pub minutes: u64,
    /// The notes of its days, an object a paragraph.
    pub notes: Vec<WeekNote<'a>>,
    /// The breaks that lay in it: the first and the last date of each.
    pub breaks: Vec<[NaiveDate; 2]>,
    /// Its milestone with the criteria, if it has one.
    pub milestone: Option<MilestoneReport<'a>>,
    /// What was answered, if it was reviewed.
    pub review: Option<ReviewReport>,
    /// The plan's next week; none after the last.
    pub next: Option<NextWeek<'a>>,
}

/// A day that is looked back on.
#[derive(Debug, Serialize)]
pub struct PastDay<'a> {
    /// The day.
    #[serde(flatten)]
    pub line: DayLine<'a>,
    /// Why it is skipped, if it is; may be empty.
    pub because: Option<&'a str>,
    /// The minutes logged.
    pub minutes: u32,
}

/// A paragraph of a note of the week.
#[derive(Debug, Serialize)]
pub struct WeekNote<'a> {
    /// The day that it is about.
    pub day: Named<'a>,
    /// When it was written, `YYYY-MM-DD`.
    pub date: String,
    /// What it says.
    pub text: &'a str,
}

/// The week that comes next.
#[derive(Debug, Serialize)]
pub struct NextWeek<'a> {
    /// The week.
    pub week: Named<'a>,
    /// Its days.
    pub days: Vec<NextDay<'a>>,
    /// The least and the most minutes that its remaining days take; none where the plan says nothing of one.
    pub minutes: Option<[u32; 2]>,
    /// What it leads to.
    pub milestone: Option<&'a str>,
    /// The earlier projects that its days continue, in order.
    pub continues: Vec<ThreadReport<'a>>,
}

/// A day to come.
#[derive(Debug, Serialize)]
pub struct NextDay<'a> {
    /// The day.
    #[serde(flatten)]
    pub line: DayLine<'a>,
    /// The least and the most minutes that it takes.
    pub minutes: Option<[u16; 2]>,
    /// The numbers of the earlier days that it builds on.
    pub builds_on: Vec<u16>,
}

impl<'a> WeekReview<'a> {
    /// Returns the report of a week.
    pub fn of(study: &'a Study, week: &'a Week) -> Self {
        let plan = study.plan();
        let days = plan.days_in(week);
        let (complete, skipped) = study.past_in(week);
        let dates = span(study, week);
        let minutes = days.iter().map(|day| u64::from(study.progress().day(day.no()).minutes()));
        let next = plan.week_no(usize::from(week.no().get()) + 1);
        Self {
            schema: Schema,
            plan: plan.id().as_str(),
            date: study.today().to_string(),
            week: Named { number: week.no().get().into(), title: &week.title },
            offered: study.review_due().is_some_and(|due| due.no() == week.no()),
            reviewable: study.is_reviewable(week),
            dates,
            complete,
            skipped,
            days: days.iter().map(|day| PastDay::of(study, day)).collect(),
            minutes: minutes.sum(),
            notes: days.iter().flat_map(|day| notes(study, day)).collect(),
            breaks: dates.map_or_else(Vec::new, |dates| breaks(study, dates)),
            milestone: MilestoneReport::of(study, week),
            review: ReviewReport::of(study, week),
            next: next.map(|next| NextWeek::of(study, plan.week(next))),
        }
    }

    /// Returns the criteria that are not met, by name and text.
    pub fn open_criteria(&self) -> impl Iterator<Item = (&str, &'a str)> {
        let criteria = self.milestone.iter().flat_map(|milestone| &milestone.criteria);
        criteria.filter(|one| !one.met).map(|one| (one.name.as_str(), one.text))
    }
}

/// Returns the first and the last date of what happened in a week.
fn span(study: &Study, week: &Week) -> Option<[NaiveDate; 2]> {
    let days = study.plan().days_in(week).iter();
    let moments = days.flat_map(|day| {
        let progress = study.progress().day(day.no());
        let notes = progress.note().iter().map(|note| note.at);
        progress.completed().into_iter().chain(progress.last()).chain(notes)
    });
    let mut dates: Vec<NaiveDate> = moments.map(|at| study.habits().study_date(at)).collect();
    dates.sort_unstable();
    let (first, last) = (*dates.first()?, *dates.last()?);
    let is_over = study.is_over(week);
    Some([first, if is_over { last } else { last.max(study.today()) }])
}

/// Returns the breaks that have a date in common with these.
fn breaks(study: &Study, [first, last]: [NaiveDate; 2]) -> Vec<[NaiveDate; 2]> {
    let breaks = study.schedule().dates().breaks().iter();
    let lay_in_it = breaks.filter(|(from, until)| *from <= last && *until >= first);
    lay_in_it.map(|(from, until)| [*from, *until]).collect()
}

fn notes<'a>(study: &'a Study, day: &'a Day) -> impl Iterator<Item = WeekNote<'a>> {
    let notes = study.progress().day(day.no()).note().iter();
    notes.map(|note| WeekNote {
        day: Named { number: day.no().get().into(), title: &day.title },
        date: study.habits().study_date(note.at).to_string(),
        text: note.text.trim_end(),
    })
}

impl<'a> PastDay<'a> {
    fn of(study: &'a Study, day: &'a Day) -> Self {
        let progress = study.progress().day(day.no());
        Self {
            line: DayLine::of(study, day),
            because: progress.skipped(),
            minutes: progress.minutes(),
        }
    }
}

impl<'a> NextWeek<'a> {
    fn of(study: &'a Study, week: &'a Week) -> Self {
        let days = study.plan().days_in(week);
        let remaining = || days.iter().filter(|day| study.progress().remains(day));
        let minutes: Option<Vec<[u16; 2]>> = remaining().map(|day| minutes(study, day)).collect();
        let sum = |of: fn(&[u16; 2]) -> u16, all: &[[u16; 2]]| {
            all.iter().map(|one| u32::from(of(one))).sum::<u32>()
        };
        let minutes = minutes.filter(|all| !all.is_empty());
        let mut continues: Vec<ThreadReport<'a>> = Vec::new();
        for thread in remaining().flat_map(|day| ThreadReport::all(study, day)) {
            if continues.iter().all(|known| known.week.number != thread.week.number) {
                continues.push(thread);
            }
        }
        Self {
            week: Named { number: week.no().get().into(), title: &week.title },
            days: days.iter().map(|day| NextDay::of(study, day)).collect(),
            minutes: minutes
                .map(|all| [sum(|[least, _]| *least, &all), sum(|[_, most]| *most, &all)]),
            milestone: week.milestone.as_ref().map(|milestone| milestone.title.as_ref()),
            continues,
        }
    }
}

impl<'a> NextDay<'a> {
    fn of(study: &Study, day: &'a Day) -> Self {
        Self {
            line: DayLine::of(study, day),
            minutes: minutes(study, day),
            builds_on: day.builds_on().iter().copied().map(DayNo::get).collect(),
        }
    }
}

fn minutes(study: &Study, day: &Day) -> Option<[u16; 2]> {
    day.minutes().or(study.plan().minutes()).map(|minutes| [minutes.min(), minutes.max()])
}
