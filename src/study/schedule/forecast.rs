//! When the plan is likely to end: the learner's own last four weeks, done over again until nothing remains.
//!
//! Each of the four weeks may come first, so there are four ends, and the range holds them all; one study day more is
//! added for every four weeks ahead, for what nobody foresees. Weeks with a break in them say nothing about the pace
//! and are left out, and so are those before the remaining days were laid out anew: whoever agreed on something else is
//! not held to what was before. Before there are two whole weeks, the plan's own pace takes their place: from every study
//! day used to every spare day used.
//!
//! Deliberately absent: a single date, which would be a promise that nobody made.

use super::{Schedule, next_date};
use crate::plan::{Day, Plan};
use crate::study::calendar::Habits;
use crate::study::progress::Progress;
use chrono::{Days, NaiveDate, TimeDelta};

/// The weeks that are looked back on.
const WEEKS: usize = 4;

/// The fewest weeks that tell something.
const FEWEST: usize = 2;

/// How many weeks back those weeks may lie, where breaks are left out.
const FARTHEST: u64 = 26;

/// Says what a forecast was computed from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// The plan's pace, for there are not yet two weeks to go by.
    Plan,
    /// The learner's weeks, the oldest first: the first date of each, and how many days became complete in it.
    Weeks(Vec<(NaiveDate, u32)>),
}

/// Holds when the plan is likely to end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// The earliest likely end.
    pub earliest: NaiveDate,
    /// The latest likely end.
    pub latest: NaiveDate,
    /// What it was computed from.
    pub source: Source,
    /// How many study days the latest end has more, for what nobody foresees.
    pub added: u32,
    /// How many days remain.
    pub remaining: usize,
}

/// A week as it went: how many days became complete on each of its dates.
type Week = [u32; 7];

impl Forecast {
    /// Returns the forecast, or none where nothing remains or nothing was done in the last four weeks.
    pub(super) fn of(
        plan: &Plan,
        progress: &Progress,
        schedule: &Schedule,
        habits: Habits,
    ) -> Option<Self> {
        let finish = schedule.finish()?;
        let remaining = schedule.remaining().len();
        let weeks = weeks(plan, progress, schedule, habits);
        let idle = weeks.iter().all(|(_, week)| week.iter().sum::<u32>() == 0);
        if weeks.len() < FEWEST || (idle && lately(plan, progress, schedule, habits)) {
            let latest = match schedule.spare().left() {
                0 => finish,
                spare => schedule.dates().nth_from(next_date(finish), spare),
            };
            let source = Source::Plan;
            return Some(Self { earliest: finish, latest, source, added: 0, remaining });
        }
        if idle {
            return None;
        }
        let from = turn(schedule, plan, progress, habits);
        let ends = (0..weeks.len()).map(|first| replayed(schedule, &weeks, first, from, remaining));
        let (earliest, latest) =
            ends.fold((NaiveDate::MAX, from), |(low, high), end| (low.min(end), high.max(end)));
        let added = u32::try_from((latest - from).num_weeks() / 4).unwrap_or(0);
        let latest = match added {
            0 => latest,
            days => schedule.dates().nth_from(next_date(latest), days),
        };
        let source = weeks.iter().map(|(date, week)| (*date, week.iter().sum())).collect();
        Some(Self { earliest, latest, source: Source::Weeks(source), added, remaining })
    }

    /// Returns how many days became complete a week, in tenths, where it was computed from the learner's own weeks.
    pub fn tenths_a_week(&self) -> Option<u32> {
        match &self.source {
            Source::Plan => None,
            Source::Weeks(weeks) => {
                let done: u32 = weeks.iter().map(|(_, done)| done).sum();
                let count = u32::try_from(weeks.len()).ok().filter(|count| *count > 0)?;
                Some((done * 10 + count / 2) / count)
            }
        }
    }
}

/// Returns the date at which history ends and what is ahead begins: today, or tomorrow once something became complete.
fn turn(schedule: &Schedule, plan: &Plan, progress: &Progress, habits: Habits) -> NaiveDate {
    let today = schedule.today();
    let worked = plan.days().iter().any(|day| completed(progress, day, habits) == Some(today));
    if worked { next_date(today) } else { today }
}

/// Tells whether anything became complete in the last four weeks, in whole weeks or not.
fn lately(plan: &Plan, progress: &Progress, schedule: &Schedule, habits: Habits) -> bool {
    let since = schedule.today().checked_sub_days(Days::new(28)).unwrap_or(NaiveDate::MIN);
    plan.days().iter().any(|day| completed(progress, day, habits).is_some_and(|date| date >= since))
}

fn completed(progress: &Progress, day: &Day, habits: Habits) -> Option<NaiveDate> {
    progress.day(day.no()).completed().map(|at| habits.study_date(at))
}

/// Returns the learner's last whole weeks without a break in them, at most four, the oldest first.
fn weeks(
    plan: &Plan,
    progress: &Progress,
    schedule: &Schedule,
    habits: Habits,
) -> Vec<(NaiveDate, Week)> {
    let Some(since) = schedule.telling_since() else { return Vec::new() };
    let end = turn(schedule, plan, progress, habits);
    let firsts = (1..=FARTHEST).filter_map(|back| end.checked_sub_days(Days::new(back * 7)));
    let dates = schedule.dates();
    let whole = firsts
        .take_while(|first| *first >= since)
        .filter(|first| first.iter_days().take(7).all(|date| dates.break_on(date).is_none()));
    let mut weeks: Vec<(NaiveDate, Week)> =
        whole.take(WEEKS).map(|first| (first, [0; 7])).collect();
    for day in plan.days() {
        let Some(date) = completed(progress, day, habits) else { continue };
        let week = weeks
            .iter_mut()
            .find(|(first, _)| (*first..*first + TimeDelta::days(7)).contains(&date));
        let place = week.and_then(|(first, week)| {
            week.get_mut(usize::try_from((date - *first).num_days()).ok()?)
        });
        if let Some(count) = place {
            *count += 1;
        }
    }
    weeks.reverse();
    weeks
}

/// Returns the end, where the weeks are done over again from a date on, this one first.
fn replayed(
    schedule: &Schedule,
    weeks: &[(NaiveDate, Week)],
    first: usize,
    from: NaiveDate,
    remaining: usize,
) -> NaiveDate {
    let mut left = u32::try_from(remaining).unwrap_or(u32::MAX);
    let start = schedule.started().map_or(from, |start| start.max(from));
    let mut date = start;
    let pattern: Vec<u32> =
        weeks.iter().cycle().skip(first).take(weeks.len()).flat_map(|(_, week)| *week).collect();
    loop {
        let next = if let Some((_, until)) = schedule.dates().break_on(date) {
            next_date(until)
        } else {
            let place = usize::try_from((date - start).num_days()).unwrap_or(0);
            let done = pattern.get(place % pattern.len().max(1)).copied().unwrap_or(1);
            left = left.saturating_sub(done);
            next_date(date)
        };
        if left == 0 || next <= date {
            return date;
        }
        date = next;
    }
}
