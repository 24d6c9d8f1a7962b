//! What was done about a day, a week and a date, as the fold finds it.

use super::ladder::Asked;
use crate::journal::Key;
use crate::plan::{Day, ItemId};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Says how far a day has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DayState {
    Open,
    /// Something is ticked, and something that counts is not.
    Begun,
    /// Every task that counts is done.
    Complete,
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
    pub completed: Option<NaiveDate>,
    /// The entry that ticked something of it last, and for which date.
    pub ticked: Option<(Key, NaiveDate)>,
    /// The dates on which something of it was ticked, logged or noted, in order.
    pub touched: Vec<NaiveDate>,
    pub notes: Vec<Key>,
    pub(super) logged: Vec<(Key, NaiveDate, u32)>,
    pub(super) own: Vec<Own>,
    /// What was said of the plan's questions, by their places, as far as any was asked.
    pub(super) asked: Vec<Asked>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Own {
    pub(super) keys: Vec<Key>,
    /// Its id, after those that it had before it was worded otherwise.
    pub(super) ids: Vec<ItemId>,
    pub(super) done: Option<NaiveDate>,
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

    /// Returns the entries that say the learner's own tasks, in order, with the id of each where it is done.
    pub fn own(&self) -> impl Iterator<Item = (Key, Option<&ItemId>)> {
        self.own.iter().filter_map(|own| {
            let id = own.ids.last().filter(|_| own.done.is_some());
            Some((*own.keys.last()?, id))
        })
    }

    pub(super) fn own_mut(&mut self, id: &str) -> Option<&mut Own> {
        let now = |own: &Own| own.ids.last().is_some_and(|now| now.as_str() == id);
        let had = |own: &Own| own.ids.iter().any(|had| had.as_str() == id);
        let place = self.own.iter().position(now).or_else(|| self.own.iter().position(had))?;
        self.own.get_mut(place)
    }

    /// Ticks a task on a date, or unticks it without one.
    pub(super) fn set(&mut self, day: &Day, place: usize, on: Option<NaiveDate>) {
        let Some(tick) = self.ticks.get_mut(place).filter(|tick| **tick != on.is_some()) else { return };
        *tick = on.is_some();
        if day.tasks().get(place).is_some_and(|task| day.counts(task)) {
            self.left = if on.is_some() { self.left.saturating_sub(1) } else { self.left + 1 };
            self.completed = on.filter(|_| self.left == 0);
            if self.completed.is_some() {
                // A skipped day whose tasks all get done is complete.
                self.is_extra = self.skipped.take().is_some();
            }
        }
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
    pub links: Vec<Key>,
    /// The entries that are its review, in order: more than one where two machines each recorded one.
    pub reviews: Vec<Key>,
}

/// Holds what was recorded for a date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DateProgress {
    /// Whether something was ticked, logged or noted, or a week looked back on.
    pub is_studied: bool,
    pub has_skip: bool,
}

/// Holds what was recorded about days, weeks and tasks that the plan does not have, by their ids.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Unknown {
    pub days: BTreeMap<String, DayProgress>,
    pub weeks: BTreeMap<String, WeekProgress>,
    pub done: BTreeSet<String>,
}

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
