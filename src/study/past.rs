//! The learner's dates: what came of each, and how much was done from one week start to the next.
//!
//! A study day is one of the weekdays that were set at that time, in no break, from the start on. It is studied when
//! something was ticked, logged or noted, or a week looked back on; today counts once that is so. Week by week none is
//! missed. Deliberately absent: any count of what is late.

use super::Study;
use crate::journal::{By, Entry, Part, Weekdays};
use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use std::collections::BTreeMap;

/// Says what came of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum DateState {
    /// It lies before the start, or after the end.
    Outside,
    Rest,
    Break,
    /// It is a study day that is to come, or today.
    Open,
    Missed,
    /// A day was skipped on it, and nothing else was done.
    Skipped,
    /// Something was ticked, logged or noted.
    Studied,
    Complete,
}

/// The dates from one week start to the next, as they went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Stretch {
    pub from: NaiveDate,
    pub dates: [DateState; 7],
    pub complete: u32,
    /// How many study days it has, those to come among them.
    pub study_days: u32,
    pub minutes: u32,
}

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
pub struct Past<'a> {
    study: &'a Study,
    done: BTreeMap<NaiveDate, Done>,
    /// The first date that counts; none before anything is recorded.
    since: Option<NaiveDate>,
    until: NaiveDate,
}

impl Study {
    /// Returns the live entries that count for a date, in order.
    pub fn on_date(&self, date: NaiveDate) -> Vec<Entry<'_>> {
        let counts = |entry: &Entry| {
            let mut counted = None;
            entry.parts(|part| match part {
                Part::At(local) => counted = Some(self.habits().study_date_of(local)),
                Part::On(on) => counted = Some(on),
                _ => {}
            });
            counted == Some(date)
        };
        self.journal.live().filter(|entry| entry.kind == crate::journal::Kind::Fact && counts(entry)).collect()
    }
}

impl<'a> Past<'a> {
    /// Returns what a study says about its dates.
    pub fn of(study: &'a Study) -> Self {
        let fold = study.fold();
        let mut done: BTreeMap<NaiveDate, Done> = BTreeMap::new();
        for (date, recorded) in &fold.dates {
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
        let first = fold.recorded.first().copied();
        Self {
            study,
            done,
            since: study.started().and_then(|start| first.map(|first| start.max(first))),
            until: study.finished_on().unwrap_or(NaiveDate::MAX),
        }
    }

    /// Returns what was set at a time that has been, and what is set now for one to come.
    fn set_then(&self, date: NaiveDate) -> (Weekdays, By) {
        if date >= self.study.today() {
            let pace = self.study.schedule().pace;
            return (pace.days, pace.by);
        }
        self.study.fold().set_on(date)
    }

    fn is_in_break(&self, date: NaiveDate) -> bool {
        self.study.schedule().dates.break_on(date).is_some()
    }

    fn is_study(&self, date: NaiveDate) -> bool {
        !self.is_in_break(date) && self.set_then(date).0.contains(date.weekday())
    }

    fn counts(&self, date: NaiveDate) -> bool {
        self.since.is_some_and(|since| (since..=self.until).contains(&date))
    }

    /// Returns what came of a date.
    pub fn date(&self, date: NaiveDate) -> DateState {
        if let Some(state) = self.done.get(&date).and_then(|done| done.state()) {
            return state;
        }
        if !self.counts(date) || self.study.finish().is_some_and(|finish| date > finish.max(self.study.today())) {
            return DateState::Outside;
        }
        let today = self.study.today();
        let due = match self.study.schedule().pace.by {
            By::Day => today,
            By::Week => self.study.habits().week_of(today),
        };
        let (days, by) = self.set_then(date);
        match by {
            _ if self.is_in_break(date) => DateState::Break,
            _ if !days.contains(date.weekday()) => DateState::Rest,
            _ if date >= due => DateState::Open,
            By::Day => DateState::Missed,
            By::Week => DateState::Rest,
        }
    }

    /// Returns the stretch that begins on a date: what came of its dates, and how much was done in it.
    pub fn stretch(&self, from: NaiveDate) -> Stretch {
        let dates = [DateState::Outside; 7];
        let mut stretch = Stretch { from, dates, complete: 0, study_days: 0, minutes: 0 };
        for (state, date) in stretch.dates.iter_mut().zip(from.iter_days()) {
            *state = self.date(date);
            let is_study = self.counts(date) && self.is_study(date);
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

    /// Returns how many days were complete at the end of each date on which it became more, from none at the start on.
    pub fn burn_up(&self) -> Vec<(NaiveDate, usize)> {
        let done = self.done.iter().filter(|(_, done)| done.complete > 0);
        let first = done.clone().next().map(|(first, _)| *first);
        let start = self.since.filter(|since| first.is_none_or(|first| *since < first));
        let mut all = 0;
        let series = done.map(|(date, done)| {
            all += usize::try_from(done.complete).unwrap_or(0);
            (*date, all)
        });
        start.map(|start| (start, 0)).into_iter().chain(series).collect()
    }

    /// Returns how many study days in a row something was done, up to today or the study day before it.
    pub fn streak(&self) -> usize {
        let Some(since) = self.since else { return 0 };
        let today = self.study.today().min(self.until);
        let dates = std::iter::successors(Some(today), NaiveDate::pred_opt);
        let dates = dates.take_while(|date| *date >= since);
        let states = dates.filter(|date| self.is_study(*date)).map(|date| self.date(date));
        // Week by week a study day that was left out is no miss, and yet no part of a row.
        let states = states.take_while(|state| !matches!(state, DateState::Missed | DateState::Rest));
        states.filter(|state| matches!(state, DateState::Studied | DateState::Complete)).count()
    }
}
