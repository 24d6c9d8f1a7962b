//! What plan and journal add up to as of now: everything there is to know, and the wishes that become facts.
//!
//! Reading order: [`calendar`] (which date it is), [`progress`] (the fold), [`schedule`] (the date of every remaining
//! day), [`Study`], [`milestones`] (what is kept for milestones and weeks), [`reviews`] (looking back on a week),
//! [`replan`] (a move before it is made), [`session`] (a study and its files), [`reference`](mod@reference) (what a word
//! names), [`told`] (an entry as a sentence), [`report`] (what the command line prints and exports), [`search`].
//!
//! Deliberately absent: I/O (but in `session`, through the journal's files), a clock, and the screen.

pub mod calendar;
pub mod milestones;
pub mod progress;
pub mod reference;
pub mod replan;
pub mod report;
pub mod reviews;
pub mod schedule;
pub mod search;
pub mod session;
pub mod told;

pub use progress::{DayState, Progress};
pub use schedule::Schedule;
pub use session::Session;

use crate::journal::{Fact, Journal, Key, Mark, Replanned};
use crate::plan::{Day, DayId, DayNo, ItemId, Plan, Task};
use calendar::{AsOf, Habits};
use chrono::{DateTime, FixedOffset, NaiveDate};
use std::rc::Rc;

/// Holds plan, journal and what they add up to as of a moment. Nothing in it can be changed: a wish becomes a
/// [`Fact`], and only [`Session::record`] makes that true.
#[derive(Clone, Debug)]
pub struct Study {
    plan: &'static Plan,
    journal: Rc<Journal>,
    progress: Progress,
    schedule: Schedule,
    as_of: AsOf,
}

impl Study {
    /// Returns the study of a plan and a journal as of now.
    pub fn new(plan: &'static Plan, journal: Rc<Journal>, as_of: impl Into<AsOf>) -> Self {
        let as_of = as_of.into();
        let progress = Progress::of(plan, &journal);
        let schedule = Schedule::of(plan, &journal, &progress, as_of);
        Self { plan, journal, progress, schedule, as_of }
    }

    /// Returns the plan.
    pub fn plan(&self) -> &'static Plan {
        self.plan
    }

    /// Returns the journal.
    pub fn journal(&self) -> &Journal {
        &self.journal
    }

    /// Returns what the journal says about the plan.
    pub fn progress(&self) -> &Progress {
        &self.progress
    }

    /// Returns when everything that remains is due, and how that compares to what was promised.
    pub fn schedule(&self) -> &Schedule {
        &self.schedule
    }

    /// Returns the moment as of which this is.
    pub fn now(&self) -> DateTime<FixedOffset> {
        self.as_of.now
    }

    /// Returns when the learner's days and weeks begin.
    pub fn habits(&self) -> Habits {
        self.as_of.habits
    }

    /// Returns the date that it is for the learner.
    pub fn today(&self) -> NaiveDate {
        self.habits().study_date(self.now())
    }

    /// Returns the time at which the learner's date changes, such as `04:00`, where it is past midnight and has not yet.
    pub fn late_until(&self) -> Option<String> {
        let habits = self.habits();
        habits.is_late(self.now()).then(|| habits.day_start.format("%H:%M").to_string())
    }

    /// Returns how far a day has come.
    pub fn state(&self, day: &Day) -> DayState {
        self.progress.state(day)
    }

    /// Tells whether a task of a day is done.
    pub fn is_done(&self, day: &Day, task: &Task) -> bool {
        let place = day.tasks().iter().position(|other| other.id() == task.id());
        place.is_some_and(|place| self.progress.day(day.no()).is_done(place))
    }

    /// Returns the current day: the first that is neither complete nor skipped, or none when the plan is finished.
    pub fn current_day(&self) -> Option<&'static Day> {
        self.plan.days().iter().find(|day| self.progress.remains(day))
    }

    /// Returns the day that the learner is at: the one on which they ticked something last this evening, else the
    /// current one. A note written after the last tick belongs to the day just finished, not to the next.
    pub fn day_at_hand(&self) -> Option<&'static Day> {
        let this_evening =
            |at: &DateTime<FixedOffset>| self.habits().study_date(*at) == self.today();
        let last = |day: &&'static Day| self.progress.day(day.no()).last().filter(this_evening);
        let ticked = self.plan.days().iter().filter(|day| last(day).is_some());
        ticked.max_by_key(last).or_else(|| self.current_day())
    }

    /// Returns the first open day after this one, else the first open one before it.
    pub fn next_day(&self, after: DayNo) -> Option<&'static Day> {
        let later =
            self.plan.days().iter().find(|day| day.no() > after && self.progress.remains(day));
        later.or_else(|| self.current_day())
    }

    /// Returns the date for a day; none where it is complete or skipped, or nothing is recorded yet.
    pub fn date(&self, day: &Day) -> Option<NaiveDate> {
        self.started().and_then(|_| self.schedule.date(day.no()))
    }

    /// Returns the date on which a day became complete, if it counts as complete.
    pub fn completed(&self, day: &Day) -> Option<NaiveDate> {
        let at = self.progress.day(day.no()).completed()?;
        (self.state(day) == DayState::Complete).then(|| self.habits().study_date(at))
    }

    /// Returns the date on which the last day that remained became complete or was skipped, once nothing remains.
    pub fn finished_on(&self) -> Option<NaiveDate> {
        let over = |day: &Day| self.progress.day(day.no()).over();
        let last = self
            .plan
            .days()
            .iter()
            .filter_map(over)
            .max()
            .filter(|_| self.current_day().is_none())?;
        Some(self.habits().study_date(last))
    }

    /// Returns how many days are complete.
    pub fn days_complete(&self) -> usize {
        self.plan.days().iter().filter(|day| self.state(day) == DayState::Complete).count()
    }

    /// Returns how many days are skipped.
    pub fn days_skipped(&self) -> usize {
        self.plan.days().iter().filter(|day| self.state(day) == DayState::Skipped).count()
    }

    /// Returns how many days are behind the learner: complete or skipped.
    pub fn days_past(&self) -> usize {
        self.days_complete() + self.days_skipped()
    }

    /// Returns a day's note: its paragraphs with a blank line between them.
    pub fn note(&self, no: DayNo) -> String {
        let paragraphs: Vec<&str> = self
            .progress
            .day(no)
            .note()
            .iter()
            .map(|paragraph| paragraph.text.trim_end_matches('\n'))
            .collect();
        paragraphs.join("\n\n")
    }

    /// Returns every paragraph of every note with its day, newest first.
    pub fn notes(&self) -> Vec<(&'static Day, &progress::Paragraph)> {
        let of = |day: &'static Day| {
            self.progress.day(day.no()).note().iter().map(move |paragraph| (day, paragraph))
        };
        let mut notes: Vec<_> = self.plan.days().iter().flat_map(of).collect();
        notes.sort_by_key(|(_, paragraph)| std::cmp::Reverse(paragraph.key));
        notes
    }

    /// Returns the date on which the learner started: as set, else that of the first entry.
    pub fn started(&self) -> Option<NaiveDate> {
        self.schedule.started()
    }

    /// Returns the fact that ticks a task or, when it is done, unticks it.
    pub fn toggled(&self, day: &Day, task: &Task) -> Fact {
        let marks = vec![Mark::Item(task.id().clone())];
        if self.is_done(day, task) { Fact::Open(marks) } else { Fact::Done(marks) }
    }

    /// Returns the fact that puts this text in place of a day's note as it is known here, or none where it says the
    /// same. What was added elsewhere in the meantime stays.
    pub fn noted(&self, day: &Day, text: &str, over: &[Key]) -> Option<Fact> {
        let text = text.trim_matches('\n').trim_end();
        let known = self.progress.day(day.no()).note().iter().filter(|p| over.contains(&p.key));
        let before: Vec<&str> = known.map(|p| p.text.trim_end_matches('\n')).collect();
        if text == before.join("\n\n").trim_end() || (text.trim().is_empty() && over.is_empty()) {
            return None;
        }
        let text = if text.trim().is_empty() { String::new() } else { format!("{text}\n") };
        Some(Fact::Note { day: day.id().clone(), text, over: over.to_vec() })
    }

    /// Returns the fact that undoes the last live entry, with that entry's sentence. Entries named by `unseen` are not
    /// touched: their user has not been shown them yet.
    pub fn undone(&self, unseen: &[Key]) -> Option<(Fact, String)> {
        let entry = self.journal.undoable(unseen)?;
        Some((Fact::Undo(entry.key), told::entry(self, entry)))
    }

    /// Returns the fact that takes the last undo back, with the sentence of what comes back; `unseen` as for an undo.
    pub fn redone(&self, unseen: &[Key]) -> Option<(Fact, String)> {
        let (undo, entry) = self.journal.redoable(unseen)?;
        Some((Fact::Undo(undo.key), told::entry(self, entry)))
    }

    /// Returns the ids in the journal that the plan does not have, each with the entry that names it.
    pub fn orphans(&self) -> Vec<(String, &crate::journal::Entry)> {
        let mut orphans = Vec::new();
        for entry in self.journal.live() {
            let mut note = |known: bool, id: &str| {
                if !known {
                    orphans.push((id.to_owned(), entry));
                }
            };
            let day = |id: &DayId| self.plan.find_day(id.as_str()).is_some();
            match &entry.fact {
                Fact::Note { day: id, .. }
                | Fact::Minutes { day: id, .. }
                | Fact::Evidence { milestone: id, .. }
                | Fact::Review { week: id, .. } => {
                    note(day(id), id.as_str());
                }
                Fact::Skip { days, .. } | Fact::Replan(Replanned::KeepEnd(days)) => {
                    for id in days {
                        note(day(id), id.as_str());
                    }
                }
                Fact::Done(marks) | Fact::Open(marks) => {
                    for mark in marks {
                        match mark {
                            Mark::Day(id) => note(day(id), id.as_str()),
                            Mark::Item(id) => note(self.knows(id), id.as_str()),
                        }
                    }
                }
                Fact::Rubric { scores } => {
                    for (id, _) in scores {
                        note(self.plan.find_question(id.as_str()).is_some(), id.as_str());
                    }
                }
                Fact::Start { .. }
                | Fact::Pace { .. }
                | Fact::Replan(Replanned::Continue)
                | Fact::Away { .. }
                | Fact::Undo(_)
                | Fact::Unknown(_) => {}
            }
        }
        orphans
    }

    fn knows(&self, id: &ItemId) -> bool {
        self.plan.find_task(id.as_str()).is_some()
            || self.plan.find_criterion(id.as_str()).is_some()
    }
}
