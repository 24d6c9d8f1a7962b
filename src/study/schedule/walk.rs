//! The walk: one remaining day after the other over the study days, and which two may share one.
//!
//! Deliberately absent: choosing what to pair (`study::replan`). Here a pair that was chosen holds for as long as it may.

use super::dates::Dates;
use super::next_date;
use super::terms::Pace;
use crate::plan::{DayNo, Plan};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A study day with what falls on it.
#[derive(Clone, Debug)]
pub(crate) struct Sitting {
    date: NaiveDate,
    days: Vec<DayNo>,
}

/// Holds what the walk goes by.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Walk<'a> {
    pub(crate) plan: &'a Plan,
    pub(crate) dates: &'a Dates,
    pub(crate) pace: Pace,
    pub(crate) paired: &'a BTreeMap<DayNo, DayNo>,
}

/// Returns today's sitting where something became complete in it and the plan has started.
pub(crate) fn sitting(today: NaiveDate, earliest: NaiveDate, done: &[DayNo]) -> Option<Sitting> {
    (!done.is_empty() && earliest == today).then(|| Sitting { date: today, days: done.to_vec() })
}

impl Walk<'_> {
    /// Returns a date for each of the days, which are in the plan's order: from a date on, or after a sitting that has
    /// been.
    pub(crate) fn from(
        &self,
        earliest: NaiveDate,
        been: Option<Sitting>,
        left: &[DayNo],
    ) -> Vec<(DayNo, NaiveDate)> {
        let mut sitting = been;
        let mut laid = Vec::with_capacity(left.len());
        for &no in left {
            let date = match &mut sitting {
                Some(Sitting { date, days }) if self.joins(days, no) => {
                    days.push(no);
                    *date
                }
                last => {
                    let from = last.as_ref().map_or(earliest, |last| next_date(last.date));
                    let date = self.dates.first_from(from);
                    *last = Some(Sitting { date, days: vec![no] });
                    date
                }
            };
            laid.push((no, date));
        }
        laid
    }

    /// Tells whether a day may join the one before it: they were paired with each other, and it still may be so.
    fn joins(&self, days: &[DayNo], no: DayNo) -> bool {
        match days {
            [before] => {
                self.paired.get(&no) == Some(before)
                    && may_share(self.plan, self.pace.minutes, *before, no)
            }
            [] | [_, _, ..] => false,
        }
    }
}

/// Tells whether two days may share a study day: not two of milestones, neither builds on the other, and the least
/// that both take is no more than the learner's minutes. A day whose minutes are not known fills a study day.
pub(crate) fn may_share(plan: &Plan, minutes: u16, earlier: DayNo, later: DayNo) -> bool {
    let (first, second) = (plan.day(earlier), plan.day(later));
    let milestones = plan.milestone_of(earlier).is_some() && plan.milestone_of(later).is_some();
    let builds = second.builds_on().contains(&earlier) || first.builds_on().contains(&later);
    let least = |no: DayNo| takes(plan, no).map_or(minutes, |(least, _)| least);
    !milestones && !builds && least(earlier).saturating_add(least(later)) <= minutes
}

/// Returns the least and the most minutes that a day takes, if the plan says so.
pub(crate) fn takes(plan: &Plan, no: DayNo) -> Option<(u16, u16)> {
    plan.day(no).minutes().or(plan.minutes()).map(|minutes| (minutes.min(), minutes.max()))
}
