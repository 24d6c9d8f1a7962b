//! Which calendar dates are study days: those on the learner's weekdays that are in no break.

use super::calendar::next_date;
use crate::journal::{Break, Weekdays};
use chrono::{Datelike, NaiveDate};

/// Holds the learner's weekdays and breaks.
#[derive(Clone, Debug, PartialEq)]
pub struct Dates {
    days: Weekdays,
    /// In order, without touching one another.
    breaks: Vec<Break>,
}

impl Dates {
    /// Returns the study days on these weekdays without these breaks, which are in order and may overlap.
    pub fn new(days: Weekdays, breaks: impl Iterator<Item = Break>) -> Self {
        let mut merged: Vec<Break> = Vec::new();
        for pause in breaks {
            match merged.last_mut() {
                Some(last) if pause.from <= next_date(last.until) => last.until = last.until.max(pause.until),
                Some(_) | None => merged.push(pause),
            }
        }
        Self { days, breaks: merged }
    }

    /// Returns the breaks in order; none touches another.
    pub fn breaks(&self) -> &[Break] {
        &self.breaks
    }

    /// Returns the break that a date is in.
    pub fn break_on(&self, date: NaiveDate) -> Option<Break> {
        let place = self.breaks.partition_point(|pause| pause.until < date);
        self.breaks.get(place).copied().filter(|pause| pause.from <= date)
    }

    /// Returns the first study day that is not before a date.
    pub fn first_from(&self, date: NaiveDate) -> NaiveDate {
        let mut date = date;
        loop {
            let next = match self.break_on(date) {
                Some(pause) => next_date(pause.until),
                None if self.days.contains(date.weekday()) => return date,
                None => next_date(date),
            };
            if next <= date {
                return date;
            }
            date = next;
        }
    }

    /// Returns whether a date is a study day.
    pub fn is_study(&self, date: NaiveDate) -> bool {
        self.break_on(date).is_none() && self.days.contains(date.weekday())
    }

    /// Returns the last study day before a date and not before another, if there is one.
    pub fn last_before(&self, before: NaiveDate, from: NaiveDate) -> Option<NaiveDate> {
        let days = std::iter::successors(before.pred_opt(), NaiveDate::pred_opt).take_while(|day| *day >= from);
        days.into_iter().find(|day| self.is_study(*day))
    }

    pub(crate) fn nth_from(&self, date: NaiveDate, n: u32) -> NaiveDate {
        (1..n).fold(self.first_from(date), |date, _| self.first_from(next_date(date)))
    }

    /// Returns how many study days there are from a date up to another, the second not included.
    pub fn count(&self, from: NaiveDate, before: NaiveDate) -> u32 {
        if before <= from {
            return 0;
        }
        let in_breaks =
            self.breaks.iter().map(|pause| self.on_weekdays(pause.from.max(from), next_date(pause.until).min(before)));
        self.on_weekdays(from, before).saturating_sub(in_breaks.sum())
    }

    fn on_weekdays(&self, from: NaiveDate, before: NaiveDate) -> u32 {
        let all = u32::try_from((before - from).num_days()).unwrap_or(0);
        let odd = usize::try_from(all % 7).unwrap_or(0);
        let rest = from.iter_days().take(odd).filter(|date| self.days.contains(date.weekday()));
        (all / 7) * self.days.count() + u32::try_from(rest.count()).unwrap_or(0)
    }

    /// Returns how many study days lie after one date up to another, negative where the second is the earlier.
    pub fn between(&self, one: NaiveDate, other: NaiveDate) -> i32 {
        let count = |from, until| self.count(next_date(from), next_date(until));
        let signed = |count: u32| i32::try_from(count).unwrap_or(i32::MAX);
        if one <= other { signed(count(one, other)) } else { -signed(count(other, one)) }
    }
}
