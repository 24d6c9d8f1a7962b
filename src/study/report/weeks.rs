//! The learner's own weeks: what came of each date, how much was done in each week, and on how many study days.
//!
//! A study day is one of the weekdays that were set at that time, in no break, from the start on. It is studied when a
//! task was ticked, minutes were logged, or something was written: a note, a milestone's evidence or scores, a review.
//! Today counts once that is so. A study day on which a day was skipped and nothing else was done counts neither way,
//! and so does work on any other date. Where the week is what counts, none of its dates is missed: its row says how much
//! came of it, no dates are counted, and a streak goes on where it brought as many days as it has study days.
//!
//! Deliberately absent: any count of what is late. A date that went by is a shape, and no debt.

mod deeds;

use crate::journal::{By, Fact, Weekdays};
use crate::study::Study;
use crate::study::schedule::dates::Kind;
use crate::study::schedule::terms::{SUGGESTED, Terms};
use chrono::{Datelike, Days, NaiveDate};
use deeds::{Deeds, take};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// How many study days are looked back on.
const LATELY: usize = 14;

/// Says what came of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum DateState {
    /// It lies before the start, or after the end.
    Outside,
    /// It is none of the learner's weekdays.
    Rest,
    /// It is in a break.
    Break,
    /// It is a study day that is to come, or today.
    Open,
    /// It was a study day, and nothing was done.
    Missed,
    /// A day was skipped on it, and nothing else was done.
    Skipped,
    /// Something was ticked, logged or noted.
    Studied,
    /// A day became complete.
    Complete,
}

impl DateState {
    /// Every one of them.
    pub const ALL: [Self; 8] = [
        Self::Outside,
        Self::Rest,
        Self::Break,
        Self::Open,
        Self::Missed,
        Self::Skipped,
        Self::Studied,
        Self::Complete,
    ];
}

/// A calendar week as it went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Week {
    /// Its first date.
    pub from: NaiveDate,
    /// What came of each of its dates.
    pub dates: [DateState; 7],
    /// How many of the plan's days became complete.
    pub complete: u32,
    /// How many study days it has, those to come among them.
    pub study_days: u32,
    /// The minutes logged.
    pub minutes: u32,
}

/// One or several calendar weeks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Row {
    /// One week.
    Week(Week),
    /// Two weeks or more in which nothing was recorded.
    Quiet {
        /// The first date of the first of them.
        from: NaiveDate,
        /// How many they are.
        weeks: u32,
    },
    /// Two weeks or more of a break, in which nothing was recorded.
    Break {
        /// The first date of the first of them.
        from: NaiveDate,
        /// How many they are.
        weeks: u32,
    },
}

/// Counts how many of the last study days were studied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Studied {
    /// How many of them were.
    pub days: u32,
    /// How many there are: fourteen, or fewer since the start.
    pub of: u32,
}

/// Holds what was recorded, date by date.
#[derive(Debug)]
pub struct Weeks<'a> {
    study: &'a Study,
    deeds: BTreeMap<NaiveDate, Deeds<'a>>,
    /// The study days and what counts as they were set, each from a date on; before all of them what is suggested.
    set: Vec<(NaiveDate, Weekdays, By)>,
    /// The first date that counts; none before anything is recorded.
    since: Option<NaiveDate>,
    /// The date before which a study day without a deed was missed.
    due: NaiveDate,
    /// The last date that counts: that on which the plan was finished, if it is.
    until: NaiveDate,
}

impl<'a> Weeks<'a> {
    /// Returns what a study's journal says about its dates.
    pub fn of(study: &'a Study) -> Self {
        let habits = study.habits();
        let mut deeds: BTreeMap<NaiveDate, Deeds> = BTreeMap::new();
        let mut set = vec![(NaiveDate::MIN, SUGGESTED, By::Day)];
        let mut first = None;
        let mut terms = Terms::default();
        for entry in study.journal().live() {
            let date = habits.study_date(entry.at);
            if entry.fact.is_deed() {
                first = first.or(Some(date));
            }
            take(&mut deeds, date, &entry.fact);
            terms.take(study.plan(), &entry.fact, |_| true);
            if let Fact::Start { days: Some(_), .. } | Fact::Pace { .. } = &entry.fact {
                let pace = terms.pace(study.plan());
                set.push((date, pace.days, pace.by));
            }
        }
        for date in study.plan().days().iter().filter_map(|day| study.completed(day)) {
            deeds.entry(date).or_default().complete += 1;
        }
        // Nothing was missed before anything was recorded.
        let since = study.started().and_then(|start| first.map(|first| start.max(first)));
        let until = study.finished_on().unwrap_or(NaiveDate::MAX);
        let due = study.schedule().pace().due_before(study.today(), habits);
        Self { study, deeds, set, since, due, until }
    }

    /// Returns what a date is for, by the study days that were set at that time.
    fn kind(&self, date: NaiveDate) -> Kind {
        let schedule = self.study.schedule();
        if schedule.dates().break_on(date).is_some() {
            return Kind::Break;
        }
        let (days, _) = self.set_then(date);
        if days.contains(date.weekday()) { Kind::Study } else { Kind::Rest }
    }

    /// Returns the study days and what counts as they were set at a time that has been, and as they are now for one to come.
    fn set_then(&self, date: NaiveDate) -> (Weekdays, By) {
        let then = || self.set.iter().rev().find(|(from, ..)| *from <= date);
        match then() {
            Some((_, days, by)) if date < self.study.today() => (*days, *by),
            Some(_) | None => {
                let pace = self.study.schedule().pace();
                (pace.days, pace.by)
            }
        }
    }

    fn counts(&self, date: NaiveDate) -> bool {
        self.since.is_some_and(|since| (since..=self.until).contains(&date))
    }

    /// Returns what came of a date.
    pub fn date(&self, date: NaiveDate) -> DateState {
        match (self.judged(date), self.set_then(date).1) {
            (DateState::Missed, By::Week) => DateState::Rest,
            (state, By::Day | By::Week) => state,
        }
    }

    /// Returns what came of a date, missed as well where its week is what counts and brought too little.
    fn judged(&self, date: NaiveDate) -> DateState {
        if let Some(state) = self.deeds.get(&date).and_then(Deeds::state) {
            return state;
        }
        if !self.counts(date) {
            return DateState::Outside;
        }
        match self.kind(date) {
            Kind::Break => DateState::Break,
            Kind::Rest => DateState::Rest,
            Kind::Study if date >= self.due => DateState::Open,
            Kind::Study if self.is_met(date) => DateState::Rest,
            Kind::Study => DateState::Missed,
        }
    }

    /// Tells whether the week that a date is in is what counts, and brought as many days as it has study days.
    fn is_met(&self, date: NaiveDate) -> bool {
        let first = self.study.habits().week_of(date);
        let of_week = || first.iter_days().take(7);
        let complete = |date: NaiveDate| self.deeds.get(&date).map_or(0, |deeds| deeds.complete);
        match self.set_then(date).1 {
            By::Day => false,
            By::Week => {
                let due = of_week().filter(|date| self.is_due(*date)).count();
                of_week().map(complete).sum::<u32>() >= u32::try_from(due).unwrap_or(u32::MAX)
            }
        }
    }

    fn is_due(&self, date: NaiveDate) -> bool {
        self.counts(date) && self.kind(date) == Kind::Study
    }

    /// Returns the weeks from the first in which anything was recorded to the current one, or to that in which the plan
    /// was finished, the oldest first. Quiet weeks that follow each other are one row, and so are those of a break.
    pub fn rows(&self) -> Vec<Row> {
        let habits = self.study.habits();
        let now = habits.week_of(self.study.today().min(self.until));
        let known = self.deeds.iter().filter(|(_, deeds)| deeds.state().is_some());
        let mut active: BTreeSet<NaiveDate> =
            known.map(|(date, _)| habits.week_of(*date)).filter(|week| *week <= now).collect();
        let since = self.since.filter(|since| *since <= self.study.today());
        active.extend(since.map(|since| habits.week_of(since)));
        if !active.is_empty() {
            active.insert(now);
        }
        let mut rows = Vec::with_capacity(active.len());
        let mut next = active.first().copied().unwrap_or(now);
        for week in active {
            for (first, end) in self.rested(next, week) {
                rows.extend(self.row(next, first, |from, weeks| Row::Quiet { from, weeks }));
                rows.extend(self.row(first, end, |from, weeks| Row::Break { from, weeks }));
                next = end;
            }
            rows.extend(self.row(next, week, |from, weeks| Row::Quiet { from, weeks }));
            rows.push(Row::Week(self.week(week)));
            next = after(week);
        }
        rows
    }

    /// Returns the row of the weeks from one up to another: none, the only one, or all of them in one.
    fn row(
        &self,
        from: NaiveDate,
        end: NaiveDate,
        several: fn(NaiveDate, u32) -> Row,
    ) -> Option<Row> {
        match u32::try_from((end - from).num_weeks()).unwrap_or(0) {
            0 => None,
            1 => Some(Row::Week(self.week(from))),
            weeks => Some(several(from, weeks)),
        }
    }

    /// Returns the runs of weeks of a break from a week up to another, each with the week after it: of their dates at
    /// least one is in a break, and none is a study day.
    fn rested(&self, from: NaiveDate, end: NaiveDate) -> Vec<(NaiveDate, NaiveDate)> {
        let week_of = |date| self.study.habits().week_of(date);
        let is_rest = |week: NaiveDate| {
            let of_week = || week.iter_days().take(7).map(|date| self.kind(date));
            of_week().any(|kind| kind == Kind::Break) && of_week().all(|kind| kind != Kind::Study)
        };
        let mut runs: Vec<(NaiveDate, NaiveDate)> = Vec::new();
        for (first, last) in self.study.schedule().dates().breaks() {
            let known = runs.last().map_or(from, |(_, end)| *end);
            let (first, last) = (week_of(*first), week_of(*last));
            let first = if is_rest(first) { first } else { after(first) }.max(known);
            let end = if is_rest(last) { after(last) } else { last }.min(end);
            if first < end {
                runs.push((first, end));
            }
        }
        runs
    }

    /// Returns a week by its first date.
    fn week(&self, from: NaiveDate) -> Week {
        let mut week =
            Week { from, dates: [DateState::Outside; 7], complete: 0, study_days: 0, minutes: 0 };
        for (state, date) in week.dates.iter_mut().zip(from.iter_days()) {
            *state = self.date(date);
            week.study_days += u32::from(self.is_due(date));
            if let Some(deeds) = self.deeds.get(&date) {
                week.complete += deeds.complete;
                week.minutes = week.minutes.saturating_add(deeds.minutes);
            }
        }
        week
    }

    /// Returns the study days that can be judged with what came of them, the newest first: those to come and those on
    /// which a day was skipped are left out.
    fn back(&self) -> impl Iterator<Item = DateState> {
        let breaks = self.study.schedule().dates();
        let mut next = Some(self.study.today().min(self.until));
        std::iter::from_fn(move || {
            loop {
                let date = next.filter(|date| self.counts(*date))?;
                if let Some((first, _)) = breaks.break_on(date) {
                    next = first.pred_opt();
                    continue;
                }
                next = date.pred_opt();
                if self.kind(date) != Kind::Study {
                    continue;
                }
                let state = self.judged(date);
                if !matches!(state, DateState::Open | DateState::Skipped | DateState::Rest) {
                    return Some(state);
                }
            }
        })
    }

    /// Returns how many of the last fourteen study days were studied; none where there was no study day yet, or where the
    /// week is what counts.
    pub fn studied(&self) -> Option<Studied> {
        if self.study.schedule().pace().by == By::Week {
            return None;
        }
        let last: Vec<DateState> = self.back().take(LATELY).collect();
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let days = last.iter().filter(|state| is_studied(**state)).count();
        (!last.is_empty()).then(|| Studied { days: count(days), of: count(last.len()) })
    }

    /// Returns how many study days in a row something was done, up to today or the study day before it.
    pub fn streak(&self) -> u32 {
        u32::try_from(self.back().take_while(|state| is_studied(*state)).count())
            .unwrap_or(u32::MAX)
    }

    /// Returns the dates on which something was done, in order.
    pub fn studied_on(&self) -> Vec<NaiveDate> {
        let studied = |deeds: &Deeds| deeds.state().is_some_and(is_studied);
        self.deeds.iter().filter(|(_, deeds)| studied(deeds)).map(|(date, _)| *date).collect()
    }

    /// Returns the last date on which something was done.
    pub fn last(&self) -> Option<NaiveDate> {
        let studied = |deeds: &Deeds| deeds.state().is_some_and(is_studied);
        self.deeds.iter().rev().find(|(_, deeds)| studied(deeds)).map(|(date, _)| *date)
    }
}

/// Returns the first date of the week after a week.
fn after(week: NaiveDate) -> NaiveDate {
    week.checked_add_days(Days::new(7)).unwrap_or(week)
}

fn is_studied(state: DateState) -> bool {
    matches!(state, DateState::Studied | DateState::Complete)
}
