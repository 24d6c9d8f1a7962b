//! What was done about a day, a week and a date, as the fold finds it.
//!
//! Deliberately absent: how it came about (`fold`).

use crate::journal::Key;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Says how far a day has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DayState {
    /// Nothing is ticked.
    Open,
    /// Something is ticked, and something that counts is not.
    Begun,
    /// Every task that counts is done.
    Complete,
    /// It is left out.
    Skipped,
}

/// Holds what was done about one day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DayProgress {
    pub(super) ticks: Vec<bool>,
    /// How many of the tasks that count are not done.
    pub(super) left: usize,
    /// Why and since when it is skipped.
    pub skipped: Option<(String, NaiveDate)>,
    /// Whether it was skipped until it became complete: it takes no study day of the schedule.
    pub is_extra: bool,
    /// When it became complete, if it is.
    pub completed: Option<NaiveDate>,
    /// The entry that ticked something of it last, and for which date.
    pub ticked: Option<(Key, NaiveDate)>,
    /// The dates on which something of it was ticked, logged or noted, in order.
    pub touched: Vec<NaiveDate>,
    /// The entries that are its note, in order.
    pub notes: Vec<Key>,
    pub(super) logged: Vec<(Key, NaiveDate, u32)>,
}

impl DayProgress {
    /// Tells whether a task is done, by its place in the day.
    pub fn is_done(&self, task: usize) -> bool {
        self.ticks.get(task) == Some(&true)
    }

    /// Returns the minutes logged.
    pub fn minutes(&self) -> u32 {
        self.logged.iter().fold(0, |sum, (.., minutes)| sum.saturating_add(*minutes))
    }

    /// Returns the minutes logged for each date, an entry after the other.
    pub fn logged(&self) -> impl Iterator<Item = (NaiveDate, u32)> {
        self.logged.iter().map(|(_, date, minutes)| (*date, *minutes))
    }

    /// Returns the date on which the day was over: complete or skipped.
    pub fn over(&self) -> Option<NaiveDate> {
        self.completed.or(self.skipped.as_ref().map(|(_, since)| *since))
    }

    pub(super) fn touch(&mut self, date: NaiveDate) {
        insert(&mut self.touched, date);
    }
}

/// Holds what is kept for one week and its milestone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WeekProgress {
    /// Since when each check of the milestone is ticked, by its place.
    pub checked: Vec<Option<NaiveDate>>,
    /// The entries that are its links, in order.
    pub links: Vec<Key>,
    /// The entries that are its review, in order: more than one where two machines each recorded one.
    pub reviews: Vec<Key>,
}

/// Holds what was recorded for a date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DateProgress {
    /// Whether something was ticked, logged or noted, or a week looked back on.
    pub is_studied: bool,
    /// Whether a day was skipped.
    pub has_skip: bool,
}

/// Holds what was recorded about days, weeks and tasks that the plan does not have, by their ids.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Unknown {
    /// The days.
    pub days: BTreeMap<String, DayProgress>,
    /// The weeks, by their first day.
    pub weeks: BTreeMap<String, WeekProgress>,
    /// The tasks and checks that are done.
    pub done: BTreeSet<String>,
}

/// Takes a date in where it is not there yet. Most come in their order.
pub(super) fn insert(dates: &mut Vec<NaiveDate>, date: NaiveDate) {
    match dates.last() {
        Some(last) if *last == date => {}
        Some(last) if *last > date => {
            if let Err(at) = dates.binary_search(&date) {
                dates.insert(at, date);
            }
        }
        Some(_) | None => dates.push(date),
    }
}
