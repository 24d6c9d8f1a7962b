//! What the live entries add up to, one entry at a time: the only fold over the journal.

use super::calendar::Habits;
use super::ladder::{Asked, Recalled};
use super::progress::{DateProgress, DayProgress, DayState, Unknown, WeekProgress};
use super::written::Written;
use crate::journal::{Break, By, Journal, Key, Terms, Weekdays};
use crate::plan::{Day, DayNo, Plan, Week, WeekNo, at_or_last};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// How many days are kept at hand: one for each byte that their ids can be mixed to.
const FOUND: usize = 256;

/// Holds what a journal says about a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Fold {
    pub(super) plan: &'static Plan,
    pub(super) habits: Habits,
    pub(super) days: Vec<DayProgress>,
    pub(super) weeks: Vec<WeekProgress>,
    /// What was recorded for each date that has something, in order.
    pub dates: Vec<(NaiveDate, DateProgress)>,
    /// What the learner set about the schedule.
    pub terms: Terms,
    /// The study days and the order as they were set, each from a date on, the oldest first.
    pub paces: Vec<(NaiveDate, Weekdays, By)>,
    pub(super) breaks: BTreeMap<NaiveDate, NaiveDate>,
    /// The addresses that were read, by the entries that say so.
    pub read: BTreeMap<Key, String>,
    /// What was said of questions that are not the plan's: the learner's own, and those that the plan lost.
    pub(super) asked: BTreeMap<String, Asked>,
    /// What was asked in all.
    pub recalled: Recalled,
    /// The questions in notes, by the entries that have them.
    pub(super) questions: BTreeMap<Key, Vec<Written>>,
    /// The dates on which anything was recorded, in order, whatever date it counts for.
    pub recorded: Vec<NaiveDate>,
    /// Every paragraph of a note, in order, with its day, or the id of one that the plan does not have.
    pub(super) written: Vec<(Key, Result<DayNo, String>)>,
    /// What was recorded about what the plan does not have.
    pub unknown: Unknown,
    /// Days that were found, by a number made of their ids.
    pub(super) found: [Option<&'static Day>; FOUND],
}

impl Fold {
    /// Returns what the journal says, all of its live entries taken in.
    pub fn of(plan: &'static Plan, journal: &Journal, habits: Habits) -> Self {
        let days = plan.days().iter().map(|day| DayProgress {
            ticks: vec![false; day.tasks().len()],
            left: day.required().count(),
            ..DayProgress::default()
        });
        let unchecked = |week: &Week| vec![None; week.checks().len()];
        let weeks = plan.weeks().iter().map(|week| WeekProgress { checked: unchecked(week), ..Default::default() });
        let mut fold = Self {
            plan,
            habits,
            days: days.collect(),
            weeks: weeks.collect(),
            dates: Vec::new(),
            terms: Terms::default(),
            paces: Vec::new(),
            breaks: BTreeMap::new(),
            read: BTreeMap::new(),
            asked: BTreeMap::new(),
            recalled: Recalled::default(),
            questions: BTreeMap::new(),
            recorded: Vec::new(),
            written: Vec::new(),
            unknown: Unknown::default(),
            found: [None; FOUND],
        };
        journal.live().for_each(|entry| fold.take(&entry));
        fold
    }

    /// Returns what was done about a day.
    pub fn day(&self, no: DayNo) -> &DayProgress {
        at_or_last(&self.days, no.index())
    }

    /// Returns what is kept for a week and its milestone.
    pub fn week(&self, no: WeekNo) -> &WeekProgress {
        at_or_last(&self.weeks, no.index())
    }

    /// Returns how far a day has come. A day is never both complete and skipped.
    pub fn state(&self, day: &Day) -> DayState {
        let progress = self.day(day.no());
        if progress.skipped.is_some() {
            DayState::Skipped
        } else if progress.left == 0 {
            DayState::Complete
        } else if progress.ticks.contains(&true) {
            DayState::Begun
        } else {
            DayState::Open
        }
    }

    /// Tells whether a day is neither complete nor skipped.
    pub fn remains(&self, day: &Day) -> bool {
        let progress = self.day(day.no());
        progress.left > 0 && progress.skipped.is_none()
    }

    /// Returns how many of the tasks that count are done, and how many there are.
    pub fn count(&self, day: &Day) -> (usize, usize) {
        let all = day.required().count();
        (all.saturating_sub(self.day(day.no()).left), all)
    }

    pub(super) fn written_questions(&self, note: Key) -> &[Written] {
        self.questions.get(&note).map_or(&[], Vec::as_slice)
    }

    /// Returns the study days and the order as they were set on a date.
    pub fn set_on(&self, date: NaiveDate) -> (Weekdays, By) {
        let set = self.paces.iter().filter(|(from, ..)| *from <= date).max_by_key(|(from, ..)| *from);
        set.map_or((Weekdays::SUGGESTED, By::Day), |(_, days, by)| (*days, *by))
    }

    /// Returns the breaks as they stand, in the order of their first dates; they may overlap.
    pub fn breaks(&self) -> impl Iterator<Item = Break> {
        let breaks = self.breaks.iter().map(|(from, until)| Break { from: *from, until: *until });
        breaks.filter(|pause| pause.from <= pause.until)
    }
}
