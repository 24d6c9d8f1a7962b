//! What was agreed about the schedule: start, study days, minutes, spare days, breaks and paired days, each as it was
//! set last.
//!
//! Deliberately absent: now. Terms are a fold over the entries alone.

use super::dates::Dates;
use crate::journal::{Budget, By, Fact, Replanned, Weekdays};
use crate::plan::{Day, DayNo, Plan};
use crate::study::calendar::Habits;
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;

/// The study days a week that are suggested: they fit ten to fifteen hours a week of an hour and a half to three.
pub(crate) const SUGGESTED: Weekdays = Weekdays::PRESETS[2];

/// The most minutes a study day, where neither learner nor plan says.
const LONGEST: u16 = 180;

/// Holds what was agreed, as far as it was.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    start: Option<NaiveDate>,
    days: Option<Weekdays>,
    budget: Budget,
    by: Option<By>,
    breaks: Vec<(NaiveDate, NaiveDate)>,
    paired: BTreeMap<DayNo, DayNo>,
}

/// Holds the pace: as it was set, with what is suggested in place of what was not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// The study days a week.
    pub days: Weekdays,
    /// Whether they were set; else they are suggested.
    pub days_set: Option<Weekdays>,
    /// The most minutes that a study day may take.
    pub minutes: u16,
    /// The spare days, if they were set.
    pub spare: Option<u16>,
    /// What is on or behind pace.
    pub by: By,
}

impl Pace {
    /// Returns the date before which everything was due: today, or the beginning of its week.
    pub(crate) fn due_before(self, today: NaiveDate, habits: Habits) -> NaiveDate {
        match self.by {
            By::Day => today,
            By::Week => habits.week_of(today),
        }
    }

    /// Returns the last date up to which work is due and not ahead: today, or the end of its week.
    pub(super) fn due_until(self, today: NaiveDate, habits: Habits) -> NaiveDate {
        match self.by {
            By::Day => today,
            By::Week => habits.week_of(today).checked_add_days(Days::new(6)).unwrap_or(today),
        }
    }
}

impl Terms {
    /// Takes in what a fact says about the schedule, where these days remain.
    pub(crate) fn take(&mut self, plan: &Plan, fact: &Fact, remains: impl Fn(&Day) -> bool) {
        match fact {
            Fact::Start { date, days, budget } => {
                self.start = Some(*date);
                self.days = days.or(self.days);
                self.give(*budget);
                self.paired.clear();
            }
            Fact::Pace { days, budget, by } => {
                self.days = Some(*days);
                self.give(*budget);
                self.by = by.or(self.by);
            }
            Fact::Replan(Replanned::Continue) => self.paired.clear(),
            Fact::Replan(Replanned::KeepEnd(paired)) => {
                let pair = |id: &crate::plan::DayId| {
                    let later = plan.find_day(id.as_str())?.no();
                    let before = plan.days().iter().take(later.index());
                    Some((later, before.rev().find(|day| remains(day))?.no()))
                };
                self.paired = paired.iter().filter_map(pair).collect();
            }
            Fact::Away { from, until, .. } => self.breaks.push((*from, *until)),
            Fact::Done(_)
            | Fact::Open(_)
            | Fact::Skip { .. }
            | Fact::Note { .. }
            | Fact::Minutes { .. }
            | Fact::Evidence { .. }
            | Fact::Rubric { .. }
            | Fact::Review { .. }
            | Fact::Undo(_)
            | Fact::Unknown(_) => {}
        }
    }

    fn give(&mut self, budget: Budget) {
        self.budget.minutes = budget.minutes.or(self.budget.minutes);
        self.budget.spare = budget.spare.or(self.budget.spare);
    }

    /// Returns the date of the start, if it was set.
    pub fn start(&self) -> Option<NaiveDate> {
        self.start
    }

    /// Returns what a study day and the plan are given, as far as it was set.
    pub fn budget(&self) -> Budget {
        self.budget
    }

    /// Returns the study days a week, if they were set.
    pub fn days(&self) -> Option<Weekdays> {
        self.days
    }

    /// Returns what is on or behind pace, if it was set.
    pub fn by(&self) -> Option<By> {
        self.by
    }

    /// Returns the breaks as they were recorded: first and last date.
    pub fn breaks(&self) -> &[(NaiveDate, NaiveDate)] {
        &self.breaks
    }

    /// Returns the days that share a study day, each with the day that was the remaining one before it when they were paired.
    pub fn paired(&self) -> &BTreeMap<DayNo, DayNo> {
        &self.paired
    }

    /// Returns the pace in a plan.
    pub fn pace(&self, plan: &Plan) -> Pace {
        Pace {
            days: self.days.unwrap_or(SUGGESTED),
            days_set: self.days,
            minutes: self.budget.minutes.unwrap_or_else(|| longest(plan)),
            spare: self.budget.spare,
            by: self.by.unwrap_or(By::Day),
        }
    }

    /// Returns which dates are study days on these weekdays.
    pub fn dates(&self, days: Weekdays) -> Dates {
        Dates::new(days, self.breaks.clone())
    }
}

/// Returns the most minutes that a study day of a plan takes, as the plan says.
fn longest(plan: &Plan) -> u16 {
    let of_days =
        || plan.days().iter().filter_map(Day::minutes).map(crate::plan::Minutes::max).max();
    plan.minutes().map(crate::plan::Minutes::max).or_else(of_days).unwrap_or(LONGEST)
}
