//! What the live entries add up to: one fold over the journal, day by day of the plan.
//!
//! Deliberately absent: dates of the plan's days, and any state of its own. Entries about days and tasks that the plan
//! does not have are passed over here and listed by `ninety check`.

use super::milestones::Milestones;
use super::schedule::{Basis, Terms};
use crate::journal::{Fact, Journal, Key, Mark, Weekdays};
use crate::plan::{Day, DayNo, Plan};
use chrono::{DateTime, FixedOffset, NaiveDate};
use std::collections::HashSet;

/// Says how far a day has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DayState {
    /// Nothing is ticked.
    Open,
    /// Something is ticked, and something that counts is not.
    Begun,
    /// Every task that counts is done.
    Complete,
    /// It is left out, whatever is ticked.
    Skipped,
}

/// Holds one paragraph of a day's note.
#[derive(Clone, Debug, PartialEq)]
pub struct Paragraph {
    /// The entry that wrote it.
    pub key: Key,
    /// When it was written.
    pub at: DateTime<FixedOffset>,
    /// What it says; never blank.
    pub text: String,
}

/// Holds what was done about one day.
#[derive(Clone, Debug, Default)]
pub struct DayProgress {
    ticks: Vec<bool>,
    /// Why it is skipped, and since when.
    skipped: Option<(String, DateTime<FixedOffset>)>,
    minutes: u32,
    note: Vec<Paragraph>,
    last: Option<DateTime<FixedOffset>>,
    completed: Option<DateTime<FixedOffset>>,
    /// How many of the tasks that count are done, and how many there are; asked for often at each draw.
    count: (usize, usize),
}

impl DayProgress {
    /// Returns why the day is skipped, if it is; the reason may be empty.
    pub fn skipped(&self) -> Option<&str> {
        self.skipped.as_ref().map(|(because, _)| because.as_str())
    }

    /// Returns since when the day is skipped, if it is.
    pub fn skipped_at(&self) -> Option<DateTime<FixedOffset>> {
        self.skipped.as_ref().map(|(_, at)| *at)
    }

    /// Returns the minutes logged.
    pub fn minutes(&self) -> u32 {
        self.minutes
    }

    /// Returns the note's paragraphs, in order.
    pub fn note(&self) -> &[Paragraph] {
        &self.note
    }

    /// Returns when a task of the day was last ticked.
    pub fn last(&self) -> Option<DateTime<FixedOffset>> {
        self.last
    }

    /// Returns when the day became complete, if it is; a skipped day may be complete as well.
    pub fn completed(&self) -> Option<DateTime<FixedOffset>> {
        self.completed
    }

    /// Returns when the day was over: complete or skipped, whichever came first.
    pub fn over(&self) -> Option<DateTime<FixedOffset>> {
        self.completed.into_iter().chain(self.skipped_at()).min()
    }

    /// Tells whether a task is done, by its place in the day.
    pub fn is_done(&self, task: usize) -> bool {
        self.ticks.get(task) == Some(&true)
    }
}

/// Holds what a journal says about a plan.
#[derive(Clone, Debug)]
pub struct Progress {
    days: Vec<DayProgress>,
    start: Option<(NaiveDate, Option<Weekdays>)>,
    over: HashSet<Key>,
    terms: Terms,
    basis: Option<Basis>,
    milestones: Milestones,
}

impl Progress {
    /// Folds the journal's live entries, in order.
    pub fn of(plan: &Plan, journal: &Journal) -> Self {
        let days = plan.days().iter();
        let days = days.map(|day| DayProgress {
            ticks: vec![false; day.tasks().len()],
            ..DayProgress::default()
        });
        let mut progress = Self {
            days: days.collect(),
            start: None,
            over: HashSet::new(),
            terms: Terms::default(),
            basis: None,
            milestones: Milestones::of(plan),
        };
        let mut promise = None;
        for entry in journal.live() {
            if let Fact::Note { over, .. } | Fact::Review { over, .. } = &entry.fact {
                progress.over.extend(over);
            }
            if entry.fact.is_promise() {
                promise = Some(entry.key);
            }
        }
        for entry in journal.live() {
            match &entry.fact {
                Fact::Start { date, days, .. } => {
                    let before = progress.start.and_then(|(_, days)| days);
                    progress.start = Some((*date, days.or(before)));
                }
                Fact::Done(marks) => {
                    for mark in marks {
                        progress.tick(plan, mark, entry.at);
                    }
                }
                Fact::Open(marks) => {
                    for mark in marks {
                        progress.untick(plan, mark);
                    }
                }
                Fact::Skip { days, because } => {
                    for day in days {
                        if let Some(day) = progress.day_mut(plan, day.as_str()) {
                            // A new reason does not make it skipped anew.
                            let at = day.skipped_at().unwrap_or(entry.at);
                            day.skipped = Some((because.clone(), at));
                        }
                    }
                }
                Fact::Note { day, text, .. } => {
                    let replaced = progress.over.contains(&entry.key) || text.trim().is_empty();
                    if let Some(day) = progress.day_mut(plan, day.as_str()).filter(|_| !replaced) {
                        day.note.push(Paragraph {
                            key: entry.key,
                            at: entry.at,
                            text: text.clone(),
                        });
                    }
                }
                Fact::Minutes { day, minutes } => {
                    if let Some(day) = progress.day_mut(plan, day.as_str()) {
                        day.minutes = day.minutes.saturating_add(*minutes);
                    }
                }
                Fact::Evidence { milestone, parts } => {
                    progress.milestones.show(plan, milestone, parts);
                }
                Fact::Rubric { scores } => {
                    for (question, score) in scores {
                        progress.milestones.score(plan, question, *score, entry.at);
                    }
                }
                Fact::Review { week, answers, .. } => {
                    if !progress.over.contains(&entry.key) {
                        progress.milestones.review(plan, week, entry, answers);
                    }
                }
                Fact::Pace { .. }
                | Fact::Replan(_)
                | Fact::Away { .. }
                | Fact::Undo(_)
                | Fact::Unknown(_) => {}
            }
            let days = &progress.days;
            let remains =
                |day: &Day| days.get(day.no().index()).is_some_and(|day| day.over().is_none());
            progress.terms.take(plan, &entry.fact, remains);
            if promise == Some(entry.key) {
                progress.basis = Some(Basis::of(plan, &progress, entry));
            }
        }
        for (day, progress) in plan.days().iter().zip(&mut progress.days) {
            let done = day
                .tasks()
                .iter()
                .zip(&progress.ticks)
                .filter(|(task, done)| **done && day.counts(task));
            progress.count = (done.count(), day.required().count());
        }
        progress
    }

    fn day_mut(&mut self, plan: &Plan, id: &str) -> Option<&mut DayProgress> {
        plan.find_day(id).and_then(|day| self.days.get_mut(day.no().index()))
    }

    fn tick(&mut self, plan: &Plan, mark: &Mark, at: DateTime<FixedOffset>) {
        match mark {
            Mark::Item(id) => {
                let Some(day) = plan.find_day(id.day()) else { return };
                let Some(task) = day.tasks().iter().position(|task| task.id() == id) else {
                    return self.milestones.meet(plan, id, Some(at));
                };
                let Some(progress) = self.days.get_mut(day.no().index()) else { return };
                if let Some(tick) = progress.ticks.get_mut(task) {
                    *tick = true;
                    progress.last = Some(at);
                    if progress.completed.is_none() && is_complete(day, &progress.ticks) {
                        progress.completed = Some(at);
                    }
                }
            }
            Mark::Day(id) => {
                let Some(day) = plan.find_day(id.as_str()) else { return };
                day.required().for_each(|task| self.tick(plan, &Mark::Item(task.id().clone()), at));
            }
        }
    }

    fn untick(&mut self, plan: &Plan, mark: &Mark) {
        match mark {
            Mark::Item(id) => {
                let Some(day) = plan.find_day(id.day()) else { return };
                let Some(task) = day.tasks().iter().position(|task| task.id() == id) else {
                    return self.milestones.meet(plan, id, None);
                };
                let Some(progress) = self.days.get_mut(day.no().index()) else { return };
                if let Some(tick) = progress.ticks.get_mut(task) {
                    *tick = false;
                    progress.completed =
                        progress.completed.filter(|_| is_complete(day, &progress.ticks));
                }
            }
            Mark::Day(id) => {
                if let Some(day) = self.day_mut(plan, id.as_str()) {
                    day.skipped = None;
                }
            }
        }
    }

    /// Returns what was done about a day.
    pub fn day(&self, no: DayNo) -> &DayProgress {
        static NOTHING: DayProgress = DayProgress {
            ticks: Vec::new(),
            skipped: None,
            minutes: 0,
            note: Vec::new(),
            last: None,
            completed: None,
            count: (0, 1),
        };
        self.days.get(no.index()).unwrap_or(&NOTHING)
    }

    /// Returns how far a day has come.
    pub fn state(&self, day: &Day) -> DayState {
        let progress = self.day(day.no());
        if progress.skipped.is_some() {
            DayState::Skipped
        } else if progress.count.0 == progress.count.1 {
            DayState::Complete
        } else if progress.ticks.contains(&true) {
            DayState::Begun
        } else {
            DayState::Open
        }
    }

    /// Tells whether a day is neither complete nor skipped.
    pub fn remains(&self, day: &Day) -> bool {
        matches!(self.state(day), DayState::Open | DayState::Begun)
    }

    /// Returns how many of the tasks that count are done, and how many there are.
    pub fn count(&self, day: &Day) -> (usize, usize) {
        self.day(day.no()).count
    }

    /// Returns what is kept for milestones and weeks.
    pub fn milestones(&self) -> &Milestones {
        &self.milestones
    }

    /// Returns what was agreed about the schedule.
    pub fn terms(&self) -> &Terms {
        &self.terms
    }

    /// Returns how things stood when the end date was promised last, if one was.
    pub fn basis(&self) -> Option<&Basis> {
        self.basis.as_ref()
    }

    /// Returns the start date and study days that were set last.
    pub fn start(&self) -> Option<(NaiveDate, Option<Weekdays>)> {
        self.start
    }
}

/// Tells whether everything that counts is ticked.
fn is_complete(day: &Day, ticks: &[bool]) -> bool {
    day.tasks().iter().zip(ticks).all(|(task, done)| *done || !day.counts(task))
}
