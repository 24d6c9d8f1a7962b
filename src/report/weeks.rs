//! The learner's dates: what came of each, and how much was done from one week start to the next.
//!
//! A study day is one of the weekdays that were set at that time, in no break, from the start on. It is studied when
//! something was ticked, logged or noted, or a week looked back on; today counts once that is so. Week by week none of
//! the dates is missed: the row says how much came of it.
//!
//! Deliberately absent: any count of what is late. A date that went by is a shape, and no debt.

use crate::journal::{By, Weekdays};
use crate::study::Study;
use crate::study::dates::Kind;
use chrono::{Datelike, Days, NaiveDate};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

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

/// The dates from one week start to the next, as they went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Stretch {
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

/// One or several stretches.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Row {
    /// One of them.
    Week(Stretch),
    /// Two or more in which nothing was recorded.
    Quiet {
        /// The first date of the first of them.
        from: NaiveDate,
        /// How many they are.
        weeks: u32,
    },
    /// Two or more of a break, in which nothing was recorded.
    Break {
        /// The first date of the first of them.
        from: NaiveDate,
        /// How many they are.
        weeks: u32,
    },
}

/// What was recorded for a date.
#[derive(Clone, Copy, Debug, Default)]
struct Done {
    is_studied: bool,
    has_skip: bool,
    complete: u32,
    minutes: u32,
}

impl Done {
    fn state(self) -> Option<DateState> {
        match self {
            Self { complete: 1.., .. } => Some(DateState::Complete),
            Self { is_studied: true, .. } => Some(DateState::Studied),
            Self { has_skip: true, .. } => Some(DateState::Skipped),
            Self { .. } => None,
        }
    }
}

/// Holds what was recorded, date by date.
#[derive(Debug)]
pub struct Weeks<'a> {
    study: &'a Study,
    done: BTreeMap<NaiveDate, Done>,
    /// The study days and the order as they were set, by the date from which on.
    set: BTreeMap<NaiveDate, (Weekdays, By)>,
    /// The first date that counts; none before anything is recorded.
    since: Option<NaiveDate>,
    /// The last date that counts: that on which the plan was finished, if it is.
    until: NaiveDate,
}

impl<'a> Weeks<'a> {
    /// Returns what a study says about its dates.
    pub fn of(study: &'a Study) -> Self {
        let fold = study.fold();
        let mut done: BTreeMap<NaiveDate, Done> = BTreeMap::new();
        for (date, recorded) in fold.dates() {
            let done = done.entry(*date).or_default();
            (done.is_studied, done.has_skip) = (recorded.is_studied, recorded.has_skip);
        }
        for progress in study.plan().days().iter().map(|day| study.day(day.no())) {
            for (date, minutes) in progress.logged() {
                let logged = &mut done.entry(date).or_default().minutes;
                *logged = logged.saturating_add(minutes);
            }
            if let Some(date) = progress.completed {
                done.entry(date).or_default().complete += 1;
            }
        }
        // Nothing was missed before anything was recorded.
        let first = fold.recorded().first().copied();
        Self {
            study,
            done,
            set: fold.paces().iter().map(|(from, days, by)| (*from, (*days, *by))).collect(),
            since: study.started().and_then(|start| first.map(|first| start.max(first))),
            until: study.finished_on().unwrap_or(NaiveDate::MAX),
        }
    }

    /// Returns the study days and the order as they were set at a time that has been, and as they are now for one to
    /// come.
    fn set_then(&self, date: NaiveDate) -> (Weekdays, By) {
        if date >= self.study.today() {
            let pace = self.study.schedule().pace;
            return (pace.days, pace.by);
        }
        let then = self.set.range(..=date).next_back().map(|(_, set)| *set);
        then.unwrap_or((Weekdays::SUGGESTED, By::Day))
    }

    /// Returns what a date is for, by the study days that were set at that time.
    fn kind(&self, date: NaiveDate) -> Kind {
        if self.study.schedule().dates.break_on(date).is_some() {
            return Kind::Break;
        }
        let (days, _) = self.set_then(date);
        if days.contains(date.weekday()) { Kind::Study } else { Kind::Rest }
    }

    fn counts(&self, date: NaiveDate) -> bool {
        self.since.is_some_and(|since| (since..=self.until).contains(&date))
    }

    /// Returns what came of a date.
    pub fn date(&self, date: NaiveDate) -> DateState {
        if let Some(state) = self.done.get(&date).and_then(|done| done.state()) {
            return state;
        }
        if !self.counts(date) {
            return DateState::Outside;
        }
        let today = self.study.today();
        let due = match self.study.schedule().pace.by {
            By::Day => today,
            By::Week => self.study.habits().week_of(today),
        };
        match (self.kind(date), self.set_then(date).1) {
            (Kind::Break, _) => DateState::Break,
            (Kind::Study, _) if date >= due => DateState::Open,
            (Kind::Study, By::Day) => DateState::Missed,
            (Kind::Rest, _) | (Kind::Study, By::Week) => DateState::Rest,
        }
    }

    /// Returns the stretches from the first in which anything was recorded to the current one, or to that in which the
    /// plan was finished, the oldest first. Quiet ones that follow each other are one row, and so are those of a break.
    pub fn rows(&self) -> Vec<Row> {
        let (habits, today) = (self.study.habits(), self.study.today());
        let now = habits.week_of(today.min(self.until));
        let known = self.done.iter().filter(|(_, done)| done.state().is_some());
        let known = known.map(|(date, _)| habits.week_of(*date)).filter(|week| *week <= now);
        let mut active: BTreeSet<NaiveDate> = known.collect();
        let since = self.since.filter(|since| *since <= today);
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
            rows.push(Row::Week(self.stretch(week)));
            next = after(week);
        }
        rows
    }

    /// Returns the row of the stretches from one up to another: none, the only one, or all of them in one.
    fn row(
        &self,
        from: NaiveDate,
        end: NaiveDate,
        several: fn(NaiveDate, u32) -> Row,
    ) -> Option<Row> {
        match u32::try_from((end - from).num_weeks()).unwrap_or(0) {
            0 => None,
            1 => Some(Row::Week(self.stretch(from))),
            weeks => Some(several(from, weeks)),
        }
    }

    /// Returns the runs of stretches of a break from one up to another, each with the one after it: of their dates at
    /// least one is in a break, and none is a study day.
    fn rested(&self, from: NaiveDate, end: NaiveDate) -> Vec<(NaiveDate, NaiveDate)> {
        let week_of = |date| self.study.habits().week_of(date);
        let is_rest = |week: NaiveDate| {
            let of_week = || week.iter_days().take(7).map(|date| self.kind(date));
            of_week().any(|kind| kind == Kind::Break) && of_week().all(|kind| kind != Kind::Study)
        };
        let breaks = self.study.schedule().dates.breaks();
        let begin = breaks.partition_point(|pause| pause.until < from);
        let breaks = breaks.get(begin..).unwrap_or_default().iter();
        let mut runs: Vec<(NaiveDate, NaiveDate)> = Vec::new();
        for pause in breaks.take_while(|pause| pause.from < end) {
            let known = runs.last().map_or(from, |(_, end)| *end);
            let (first, last) = (week_of(pause.from), week_of(pause.until));
            let first = if is_rest(first) { first } else { after(first) }.max(known);
            let end = if is_rest(last) { after(last) } else { last }.min(end);
            if first < end {
                runs.push((first, end));
            }
        }
        runs
    }

    /// Returns a stretch by its first date.
    fn stretch(&self, from: NaiveDate) -> Stretch {
        let dates = [DateState::Outside; 7];
        let mut stretch = Stretch { from, dates, complete: 0, study_days: 0, minutes: 0 };
        for (state, date) in stretch.dates.iter_mut().zip(from.iter_days()) {
            *state = self.date(date);
            let is_study = self.counts(date) && self.kind(date) == Kind::Study;
            stretch.study_days += u32::from(is_study);
            if let Some(done) = self.done.get(&date) {
                stretch.complete += done.complete;
                stretch.minutes = stretch.minutes.saturating_add(done.minutes);
            }
        }
        if from == self.study.habits().week_of(self.study.today()) {
            // What is left of this week goes by what is set now, as everywhere.
            let week = self.study.schedule().this_week;
            (stretch.complete, stretch.study_days) = (week.complete, week.study_days);
        }
        stretch
    }

    /// Returns the last date on which something was done.
    pub fn last(&self) -> Option<NaiveDate> {
        self.done.iter().rev().find(|(_, done)| done.is_studied).map(|(date, _)| *date)
    }

    /// Returns how many study days in a row something was done, up to today or the study day before it.
    pub fn streak(&self) -> usize {
        let Some(since) = self.since else { return 0 };
        let today = self.study.today().min(self.until);
        let dates = std::iter::successors(Some(today), NaiveDate::pred_opt);
        let dates = dates.take_while(|date| *date >= since);
        let states =
            dates.filter(|date| self.kind(*date) == Kind::Study).map(|date| self.date(date));
        // Week by week a study day that was left out is no miss, and yet no part of a row.
        let states =
            states.take_while(|state| !matches!(state, DateState::Missed | DateState::Rest));
        states.filter(|state| matches!(state, DateState::Studied | DateState::Complete)).count()
    }
}

/// Returns the first date of the stretch after one.
fn after(week: NaiveDate) -> NaiveDate {
    week.checked_add_days(Days::new(7)).unwrap_or(week)
}
