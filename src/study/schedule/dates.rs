//! Which calendar dates are study days: those on the learner's weekdays that are in no break.
//!
//! Deliberately absent: today, and steps over years one date at a time. A break may be as long as it likes.

use super::next_date;
use crate::journal::Weekdays;
use chrono::{Datelike, NaiveDate};

/// Says what a date is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The learner studies.
    Study,
    /// It is none of the learner's weekdays.
    Rest,
    /// It is in a break.
    Break,
}

/// Holds the learner's weekdays and breaks.
#[derive(Clone, Debug)]
pub struct Dates {
    days: Weekdays,
    /// In order, without touching one another.
    breaks: Vec<(NaiveDate, NaiveDate)>,
}

impl Dates {
    /// Returns the study days on these weekdays without these breaks (first and last date of each), which may overlap
    /// and be in any order.
    pub fn new(days: Weekdays, mut breaks: Vec<(NaiveDate, NaiveDate)>) -> Self {
        breaks.sort_unstable();
        let mut merged: Vec<(NaiveDate, NaiveDate)> = Vec::with_capacity(breaks.len());
        for (from, until) in breaks {
            match merged.last_mut() {
                Some(last) if from <= next_date(last.1) => last.1 = last.1.max(until),
                Some(_) | None => merged.push((from, until)),
            }
        }
        Self { days, breaks: merged }
    }

    /// Returns the breaks in order; none touches another.
    pub fn breaks(&self) -> &[(NaiveDate, NaiveDate)] {
        &self.breaks
    }

    /// Returns the break that a date is in: its first and its last date.
    pub fn break_on(&self, date: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
        let place = self.breaks.partition_point(|(_, until)| *until < date);
        self.breaks.get(place).copied().filter(|(from, _)| *from <= date)
    }

    /// Returns what a date is for.
    pub fn kind(&self, date: NaiveDate) -> Kind {
        if self.break_on(date).is_some() {
            Kind::Break
        } else if self.days.contains(date.weekday()) {
            Kind::Study
        } else {
            Kind::Rest
        }
    }

    /// Returns the first study day that is not before a date.
    pub fn first_from(&self, date: NaiveDate) -> NaiveDate {
        let mut date = date;
        loop {
            let next = match self.break_on(date) {
                Some((_, until)) => next_date(until),
                None if self.days.contains(date.weekday()) => return date,
                None => next_date(date),
            };
            if next <= date {
                return date;
            }
            date = next;
        }
    }

    /// Returns the date of the n-th study day that is not before a date, counted from 1.
    pub fn nth_from(&self, date: NaiveDate, n: u32) -> NaiveDate {
        let first = self.first_from(date);
        (1..n).fold(first, |date, _| self.first_from(next_date(date)))
    }

    /// Returns how many study days there are from a date up to another, the second not included.
    pub fn count(&self, from: NaiveDate, before: NaiveDate) -> u32 {
        if before <= from {
            return 0;
        }
        let in_breaks = self.breaks.iter().map(|(first, last)| {
            self.on_weekdays((*first).max(from), next_date(*last).min(before))
        });
        self.on_weekdays(from, before).saturating_sub(in_breaks.sum())
    }

    /// Returns how many dates are on the learner's weekdays, breaks or not.
    fn on_weekdays(&self, from: NaiveDate, before: NaiveDate) -> u32 {
        let all = u32::try_from((before - from).num_days()).unwrap_or(0);
        let odd = usize::try_from(all % 7).unwrap_or(0);
        let rest = from.iter_days().take(odd).filter(|date| self.days.contains(date.weekday()));
        (all / 7) * self.days.count() + u32::try_from(rest.count()).unwrap_or(0)
    }
}
