//! How many days the learner completes of their study days, and where that leads.

use super::Study;
use super::calendar::next_date;
use super::dates::Dates;
use crate::journal::Weekdays;
use chrono::{Days, NaiveDate, TimeDelta};

const WEEKS: u32 = 4;
const ENOUGH: u32 = 3;

/// From so many dates without anything done on, the weeks before no longer tell.
const GAP: TimeDelta = TimeDelta::days(7);

/// Holds how the learner's last weeks went.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rhythm {
    pub complete: u32,
    pub study_days: u32,
    pub weeks: u32,
    /// When the plan ends at that rate.
    pub end: NaiveDate,
    /// The fewest study days a week that fit a goal which the rate misses, where some do.
    pub fitting: Option<Weekdays>,
}

impl Rhythm {
    /// Returns how many days a week became complete, rounded.
    pub fn a_week(&self) -> u32 {
        (2 * self.complete + self.weeks) / (2 * self.weeks.max(1))
    }

    /// Returns how many study days a week there were, rounded.
    pub fn of(&self) -> u32 {
        (2 * self.study_days + self.weeks) / (2 * self.weeks.max(1))
    }
}

impl Study {
    /// Returns the learner's rhythm: from at most the last four whole weeks since the start, a break or a gap of a
    /// week, those without any study left out; none before there are three, or where nothing became complete.
    pub fn rhythm(&self) -> Option<Rhythm> {
        let (schedule, fold) = (self.schedule(), self.fold());
        let finish = schedule.finish()?;
        let studied = fold.dates.iter().filter(|(_, date)| date.is_studied).map(|(date, _)| *date);
        let studied: Vec<NaiveDate> = studied.filter(|date| *date <= self.today()).collect();
        let mut since = schedule.started?.max(*studied.first()?);
        let gaps = studied.array_windows().filter(|[one, other]| *other - *one > GAP);
        since = gaps.fold(since, |since, [_, other]| since.max(*other));
        // The gap that is not over yet.
        if self.today() - *studied.last()? > GAP {
            return None;
        }
        let over = schedule.dates.breaks().iter().filter(|pause| pause.from <= self.today());
        since = over.fold(since, |since, pause| since.max(next_date(pause.until)));
        let (mut complete, mut study_days, mut weeks) = (0, 0, 0);
        let mut week = self.habits().week_of(self.today());
        while let Some(before) = week.checked_sub_days(Days::new(7)).filter(|week| *week >= since && weeks < WEEKS) {
            let of_week = |date: &NaiveDate| (before..week).contains(date);
            if studied.iter().any(of_week) {
                let days = self.plan().days().iter();
                let completed = days.filter_map(|day| self.completed(day)).filter(of_week).count();
                complete += u32::try_from(completed).unwrap_or(0);
                study_days += Dates::new(fold.set_on(before).0, fold.breaks()).count(before, week);
                weeks += 1;
            }
            week = before;
        }
        if weeks < ENOUGH || complete == 0 || study_days == 0 {
            return None;
        }
        let end = |dates: &Dates| {
            let left = u32::try_from(schedule.slots.len()).unwrap_or(u32::MAX);
            let needs = left.saturating_mul(study_days).div_ceil(complete);
            dates.nth_from(schedule.first_free, needs)
        };
        let ends = end(&schedule.dates);
        let goal = schedule.goal.filter(|goal| ends > *goal && ends > finish);
        let fitting = goal.and_then(|goal| {
            let more = Weekdays::PRESETS.into_iter();
            let more = more.filter(|days| days.count() > schedule.pace.days.count());
            let fits = |days: &Weekdays| end(&Dates::new(*days, fold.breaks())) <= goal;
            more.filter(fits).min_by_key(|days| days.count())
        });
        Some(Rhythm { complete, study_days, weeks, end: ends, fitting })
    }
}
