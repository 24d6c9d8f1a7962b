//! A week looked back on: what happened, what was answered, and what comes next. The verb prints it, and the screen walks
//! through it.
//!
//! Deliberately absent: the questions, which are [`Answer`](crate::journal::Answer)'s, and layout.

use super::milestone::{CheckReport, MilestoneReport, ReviewReport, ThreadReport};
use super::overview::{BreakReport, DayLine};
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
    /// The learner's date.
    pub date: NaiveDate,
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
    /// The breaks that lay in it.
    pub breaks: Vec<BreakReport>,
    /// Its milestone with the checks, if it has one.
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
    /// The date on which it was written.
    pub date: NaiveDate,
    /// What it says.
    pub text: String,
}

/// The week that comes next.
#[derive(Debug, Serialize)]
pub struct NextWeek<'a> {
    /// The week.
    pub week: Named<'a>,
    /// Its days.
    pub days: Vec<NextDay<'a>>,
    /// The least and the most minutes that its open days take; none where the plan says nothing of one.
    pub minutes: Option<[u32; 2]>,
    /// What it leads to.
    pub milestone: Option<&'a str>,
    /// The earlier milestones that its days continue, in order.
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
        let current = study.current_day().map(Day::no);
        let minutes = days.iter().map(|day| u64::from(study.day(day.no()).minutes()));
        let next = plan.week_no(usize::from(week.no().get()) + 1);
        Self {
            schema: Schema,
            plan: plan.id().as_str(),
            date: study.today(),
            week: Named::week(week),
            offered: study.review_due().is_some_and(|due| due.no() == week.no()),
            reviewable: study.is_reviewable(week),
            dates,
            complete,
            skipped,
            days: days.iter().map(|day| PastDay::of(study, day, current)).collect(),
            minutes: minutes.sum(),
            notes: days.iter().flat_map(|day| notes(study, day)).collect(),
            breaks: dates.map_or_else(Vec::new, |dates| breaks(study, dates)),
            milestone: MilestoneReport::of(study, week),
            review: ReviewReport::of(study, week),
            next: next.map(|next| NextWeek::of(study, plan.week(next), current)),
        }
    }

    /// Returns the checks that are open.
    pub fn open_checks(&self) -> impl Iterator<Item = &CheckReport<'a>> {
        let checks = self.milestone.iter().flat_map(|milestone| &milestone.checks);
        checks.filter(|check| !check.done)
    }
}

/// Returns the first and the last date of what happened in a week.
fn span(study: &Study, week: &Week) -> Option<[NaiveDate; 2]> {
    let days = study.plan().days_in(week).iter();
    let dates = days.flat_map(|day| {
        let progress = study.day(day.no());
        progress.touched.iter().copied().chain(progress.over())
    });
    let mut dates: Vec<NaiveDate> = dates.collect();
    dates.sort_unstable();
    let (first, last) = (*dates.first()?, *dates.last()?);
    let is_over = study.over_on(week).is_some();
    Some([first, if is_over { last } else { last.max(study.today()) }])
}

/// Returns the breaks that have a date in common with these.
fn breaks(study: &Study, [first, last]: [NaiveDate; 2]) -> Vec<BreakReport> {
    let breaks = study.schedule().dates.breaks().iter();
    let lay_in_it = breaks.filter(|pause| pause.from <= last && pause.until >= first);
    lay_in_it.map(|pause| (*pause).into()).collect()
}

fn notes<'a>(study: &Study, day: &'a Day) -> impl Iterator<Item = WeekNote<'a>> {
    study.paragraphs(day.no()).map(|note| WeekNote {
        day: Named::day(day),
        date: study.habits().study_date(note.at),
        text: note.text.trim_end().to_owned(),
    })
}

impl<'a> PastDay<'a> {
    fn of(study: &'a Study, day: &'a Day, current: Option<DayNo>) -> Self {
        let progress = study.day(day.no());
        Self {
            line: DayLine::of(study, day, current),
            because: progress.skipped.as_ref().map(|(because, _)| because.as_str()),
            minutes: progress.minutes(),
        }
    }
}

impl<'a> NextWeek<'a> {
    fn of(study: &'a Study, week: &'a Week, current: Option<DayNo>) -> Self {
        let days = study.plan().days_in(week);
        let remaining = || days.iter().filter(|day| study.fold().remains(day));
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
            week: Named::week(week),
            days: days.iter().map(|day| NextDay::of(study, day, current)).collect(),
            minutes: minutes
                .map(|all| [sum(|[least, _]| *least, &all), sum(|[_, most]| *most, &all)]),
            milestone: week.milestone.as_ref().map(|milestone| milestone.title),
            continues,
        }
    }
}

impl<'a> NextDay<'a> {
    fn of(study: &Study, day: &'a Day, current: Option<DayNo>) -> Self {
        Self {
            line: DayLine::of(study, day, current),
            minutes: minutes(study, day),
            builds_on: day.builds_on().iter().copied().map(DayNo::get).collect(),
        }
    }
}

fn minutes(study: &Study, day: &Day) -> Option<[u16; 2]> {
    day.minutes().or(study.plan().minutes()).map(|minutes| [minutes.min(), minutes.max()])
}
