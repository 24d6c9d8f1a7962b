//! What plan and journal add up to as of now: everything there is to know, and the facts that a wish becomes.
//!
//! Reading order: [`calendar`] (which date it is), [`dates`] (which dates are study days), [`progress`], [`fold`] and
//! `taking` (what was done), [`schedule`] (the date of every open day), [`Study`], [`weeks`] (milestones, links,
//! reviews), [`notes`], [`own`] (tasks of the learner's own), [`questions`] with `written` (those in notes), [`ladder`]
//! and [`recall`] (what is asked again), [`evening`], [`past`], [`rhythm`], [`change`] (a change of the schedule before
//! it is made). Deliberately absent: I/O but through the files of [`Session`], and a clock.

pub mod calendar;
pub mod change;
pub mod dates;
pub mod evening;
pub mod fold;
pub mod ladder;
pub mod notes;
pub mod own;
pub mod past;
pub mod progress;
pub mod questions;
pub mod recall;
pub mod reference;
pub mod rhythm;
pub mod schedule;
mod taking;
pub mod weeks;
mod written;

pub use evening::Evening;
pub use fold::Fold;
pub use own::OwnTask;
pub use progress::{DayProgress, DayState};
pub use questions::Question;
pub use schedule::{Pace, Schedule, Slot};
pub use written::{questions_in, said};

use crate::journal::drafts::{DraftFile, Of};
use crate::journal::files::{Change, Tail};
use crate::journal::finding::What;
use crate::journal::{Entry, FileError, Files, Journal, Key, Kind, Part, Record};
use crate::plan::{Day, DayNo, ItemId, Plan, Task};
use calendar::{AsOf, Habits};
use chrono::{DateTime, FixedOffset, NaiveDate};
use progress::Unknown;
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::PathBuf;

/// So many ids that the plan does not have are compared with those that it has.
const MENDED: usize = 50;

/// Holds plan, journal and what they add up to as of a moment. Nothing in it can be changed: a wish becomes a
/// [`Fact`](crate::journal::Fact), and only [`Session::record`] makes that true.
#[derive(Debug)]
pub struct Study {
    plan: &'static Plan,
    journal: Journal,
    fold: Fold,
    schedule: Schedule,
    as_of: AsOf,
}

impl Study {
    /// Returns the study of a plan and a journal as of now.
    pub fn new(plan: &'static Plan, journal: Journal, as_of: impl Into<AsOf>) -> Self {
        let as_of = as_of.into();
        let fold = Fold::of(plan, &journal, as_of.habits);
        let schedule = Schedule::of(plan, &fold, as_of);
        Self { plan, journal, fold, schedule, as_of }
    }

    /// Takes in what has changed in the journal, and that it is later.
    fn take(&mut self, change: Change, now: DateTime<FixedOffset>) {
        match change {
            Change::Nothing => {}
            // What an undo takes back was taken in: that is folded anew.
            Change::Added(begin) if self.journal.entries_from(begin).all(|e| e.kind != Kind::Undo) => {
                for entry in self.journal.entries_from(begin) {
                    self.fold.take(&entry);
                }
            }
            Change::Added(_) | Change::Anew => self.fold = Fold::of(self.plan, &self.journal, self.as_of.habits),
        }
        self.as_of.now = now;
        self.schedule = Schedule::of(self.plan, &self.fold, self.as_of);
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
    pub fn fold(&self) -> &Fold {
        &self.fold
    }

    /// Returns what was done about a day.
    pub fn day(&self, no: DayNo) -> &DayProgress {
        self.fold.day(no)
    }

    /// Returns when everything that is open is due.
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

    /// Returns when the learner's date changes, such as `04:00`, where it is past midnight and has not yet.
    pub(crate) fn late_until(&self) -> Option<String> {
        let habits = self.habits();
        habits.is_late(self.now()).then(|| habits.day_start.format("%H:%M").to_string())
    }

    /// Returns how far a day has come.
    pub fn state(&self, day: &Day) -> DayState {
        self.fold.state(day)
    }

    /// Returns how far every day has come, in the plan's order.
    pub fn states(&self) -> Vec<DayState> {
        self.plan.days().iter().map(|day| self.state(day)).collect()
    }

    /// Tells whether a task of a day is done.
    pub fn is_done(&self, day: &Day, task: &Task) -> bool {
        let place = day.tasks().iter().position(|other| other.id() == task.id());
        place.is_some_and(|place| self.day(day.no()).is_done(place))
    }

    /// Returns the current day: the first that is neither complete nor skipped, or none when the plan is finished.
    pub fn current_day(&self) -> Option<&'static Day> {
        self.plan.days().iter().find(|day| self.fold.remains(day))
    }

    pub(crate) fn next_day(&self, after: DayNo) -> Option<&'static Day> {
        let mut days = self.plan.days().iter();
        let later = days.find(|day| day.no() > after && self.fold.remains(day));
        later.or_else(|| self.current_day())
    }

    /// Returns the date for a day; none where it is complete or skipped, or nothing is recorded yet.
    pub fn date(&self, day: &Day) -> Option<NaiveDate> {
        self.slot(day).map(|slot| slot.date)
    }

    /// Returns the slot of a day; none where it is complete or skipped, or nothing is recorded yet.
    pub fn slot(&self, day: &Day) -> Option<Slot> {
        self.started().and_then(|_| self.schedule.slot(day.no()))
    }

    /// Returns the date on which a day became complete, if it is.
    pub fn completed(&self, day: &Day) -> Option<NaiveDate> {
        self.day(day.no()).completed
    }

    /// Returns the date of the last open day, once something is recorded and as long as a day is open.
    pub fn finish(&self) -> Option<NaiveDate> {
        self.started().and_then(|_| self.schedule.finish())
    }

    /// Returns the date on which the last open day became complete or was skipped, once none is open.
    pub fn finished_on(&self) -> Option<NaiveDate> {
        self.all_over(self.plan.days())
    }

    fn all_over(&self, days: &[Day]) -> Option<NaiveDate> {
        days.iter().map(|day| self.day(day.no()).over()).collect::<Option<Vec<_>>>()?.into_iter().max()
    }

    /// Returns how many days are in a state.
    pub fn days_in(&self, state: DayState) -> usize {
        self.plan.days().iter().filter(|day| self.state(day) == state).count()
    }

    /// Returns how many days are complete.
    pub fn days_complete(&self) -> usize {
        self.days_in(DayState::Complete)
    }

    pub(crate) fn days_skipped(&self) -> usize {
        self.days_in(DayState::Skipped)
    }

    /// Returns the date on which the learner started: as set, else that of the first entry.
    pub fn started(&self) -> Option<NaiveDate> {
        self.schedule.started
    }

    /// Returns the ids in the journal that the plan does not have, each with the entry that names it.
    pub fn orphans(&self) -> Vec<(String, Entry<'_>)> {
        let mut named = self.named();
        named.retain(|(id, _)| !self.knows(id));
        named
    }

    /// Returns the ids that the journal has and the plan has not.
    pub(crate) fn dropped(&self) -> BTreeSet<String> {
        let is_whole = self.fold.unknown == Unknown::default();
        let orphans = if is_whole { Vec::new() } else { self.orphans() };
        orphans.into_iter().map(|(id, _)| id).collect()
    }

    /// Returns the orphans whose titles were only mended, each with the id to write in the plan and beside what; of
    /// another plan altogether only some.
    pub(crate) fn mended(&self) -> BTreeMap<String, (String, String)> {
        if self.fold.unknown == Unknown::default() {
            return BTreeMap::new();
        }
        let named: BTreeSet<String> = self.named().into_iter().map(|(id, _)| id).collect();
        let is_free = |id: &str| {
            let below = format!("{id}/");
            let next = named.range(below.clone()..).next();
            !named.contains(id) && next.is_none_or(|next| !next.starts_with(&below))
        };
        let orphans = named.iter().filter(|id| !self.knows(id)).take(MENDED);
        orphans.filter_map(|id| Some((id.clone(), self.plan.mended(id, is_free)?))).collect()
    }

    /// Tells whether most of what the journal names is in the plan.
    fn is_of_plan(&self) -> bool {
        let named = self.named();
        named.iter().filter(|(id, _)| self.knows(id)).count() > named.len() / 2
    }

    fn knows(&self, id: &str) -> bool {
        let is_own = ItemId::is_own_task(id) || ItemId::is_own_question(id);
        let day = id.split_once('/').filter(|_| is_own);
        self.plan.find_day(day.map_or(id, |(day, _)| day)).is_some()
            || self.plan.find_task(id).is_some()
            || self.plan.find_check(id).is_some()
            || self.plan.find_question(id).is_some()
    }

    fn named(&self) -> Vec<(String, Entry<'_>)> {
        let mut named = Vec::new();
        for entry in self.journal.live() {
            entry.parts(|part| {
                let id = match part {
                    Part::Done(id)
                    | Part::Open(id)
                    | Part::Skip(id)
                    | Part::Note(id, _)
                    | Part::Add(id, _)
                    | Part::Minutes(id, _)
                    | Part::Link(id, _)
                    | Part::Review(id, _)
                    | Part::Recall(id, _) => id.plain(),
                    _ => return,
                };
                named.push((id.into_owned(), entry));
            });
        }
        named
    }
}

/// Holds a study and the files behind it.
#[derive(Debug)]
pub struct Session {
    files: Files,
    study: Study,
}

impl Session {
    /// Reads a plan's journal from a directory, neither of which need exist, as of now.
    pub fn open(plan: &'static Plan, dir: PathBuf, tail: Tail, as_of: impl Into<AsOf>) -> Result<Self, FileError> {
        let as_of = as_of.into();
        let (mut files, journal) = Files::open(dir, plan.id().clone(), tail, as_of.now.date_naive())?;
        files.title = plan.title();
        if journal.is_empty() && !plan.is_builtin() {
            // The plan may have got another id, or its file another name.
            files.look_elsewhere(|other| Study::new(plan, other, as_of).is_of_plan());
        }
        let study = Study::new(plan, journal, as_of);
        let dropped = study.dropped();
        if let Some(first) = dropped.first() {
            let mended = study.mended();
            // What nothing in the plan is called nearly like was taken out on purpose, as a rule.
            files.found(match mended.keys().next() {
                Some(first) => What::Mended(dropped.len(), first.clone()),
                None if !plan.is_builtin() && !study.named().iter().any(|(id, _)| study.knows(id)) => {
                    What::Strange(plan.title(), plan.id_of_its_own())
                }
                None => What::Dropped(dropped.len(), first.clone()),
            });
        }
        Ok(Self { files, study })
    }

    /// Returns the study, as of the last call.
    pub fn study(&self) -> &Study {
        &self.study
    }

    /// Returns the files behind it.
    pub fn files(&self) -> &Files {
        &self.files
    }

    /// Records facts, and returns the key of their entry once it is on the disk; on an error nothing was recorded.
    pub fn record(
        &mut self,
        record: impl Into<Record>,
        now: DateTime<FixedOffset>,
        random: u32,
    ) -> Result<Key, FileError> {
        let mut change = Change::Nothing;
        let journal = &mut self.study.journal;
        let key = self.files.record(journal, &record.into(), now, random, &mut change);
        self.study.take(change, now);
        key
    }

    /// Returns a draft's file with a day's note in it, for the learner's own editor.
    pub fn lend(&self, no: DayNo, now: DateTime<FixedOffset>, random: u32) -> io::Result<DraftFile> {
        let (study, plan) = (&self.study, self.study.plan());
        let of = Of::Note(plan.day(no).id().clone());
        let mut file = DraftFile::create(&self.files.drafts(), plan.id(), of, random)?;
        file.lend(&study.day(no).notes, &study.note(no), now)?;
        Ok(file)
    }

    /// Takes in what other processes recorded and what the clock says; tells whether anything is different now.
    pub fn refresh(&mut self, now: DateTime<FixedOffset>) -> Result<bool, FileError> {
        let habits = self.study.habits();
        let date = |at| (habits.study_date(at), habits.is_late(at));
        let change = self.files.refresh(&mut self.study.journal)?;
        let is_changed = change != Change::Nothing || date(now) != date(self.study.now());
        if is_changed {
            self.study.take(change, now);
        }
        Ok(is_changed)
    }
}
