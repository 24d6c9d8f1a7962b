//! The end date that was agreed at the start or at the last re-plan, and how the learner stands to it.
//!
//! Deliberately absent: guilt. Spare days are there to be used, and the standing counts study days, never tasks.

use super::next_date;
use super::terms::{Pace, Terms};
use super::walk::{self, Walk};
use crate::journal::{Entry, Fact};
use crate::plan::{Day, DayNo, Plan};
use crate::study::calendar::{AsOf, Habits};
use crate::study::progress::Progress;
use chrono::{DateTime, FixedOffset, NaiveDate};

/// The weeks of study for which there is one spare day, unless the learner set how many there are.
const WEEKS_A_SPARE_DAY: u32 = 2;

/// Holds how things stood at the moment of a promise.
#[derive(Clone, Debug)]
pub struct Basis {
    at: DateTime<FixedOffset>,
    /// The date that a start set; none for any other entry.
    start: Option<NaiveDate>,
    terms: Terms,
    left: Vec<DayNo>,
    complete: Vec<(DayNo, DateTime<FixedOffset>)>,
}

impl Basis {
    /// Returns how things stood when an entry was recorded, itself taken in.
    pub(crate) fn of(plan: &Plan, progress: &Progress, entry: &Entry) -> Self {
        let start = match &entry.fact {
            Fact::Start { date, .. } => Some(*date),
            Fact::Pace { .. }
            | Fact::Replan(_)
            | Fact::Away { .. }
            | Fact::Done(_)
            | Fact::Open(_)
            | Fact::Skip { .. }
            | Fact::Note { .. }
            | Fact::Minutes { .. }
            | Fact::Evidence { .. }
            | Fact::Rubric { .. }
            | Fact::Review { .. }
            | Fact::Undo(_)
            | Fact::Unknown(_) => None,
        };
        let (mut left, mut complete) = (Vec::new(), Vec::new());
        for day in plan.days() {
            let known = progress.day(day.no());
            match (known.skipped(), known.completed()) {
                (Some(_), _) => {}
                (None, Some(at)) => complete.push((day.no(), at)),
                (None, None) => left.push(day.no()),
            }
        }
        Self { at: entry.at, start, terms: progress.terms().clone(), left, complete }
    }

    /// Returns how things stood before the first entry, which is the start where none was set.
    pub(super) fn first(plan: &Plan, entry: &Entry) -> Self {
        let left = plan.days().iter().map(Day::no).collect();
        Self { at: entry.at, start: None, terms: Terms::default(), left, complete: Vec::new() }
    }
}

/// Holds the end date that was agreed, with the way there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    made: NaiveDate,
    days: Vec<(DayNo, NaiveDate)>,
}

/// Says how the learner stands to the promise, in study days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Where the promise expects the learner to be, spare days used or not.
    OnPace,
    /// So many study days later, after all spare days.
    Behind(u32),
    /// So many study days earlier.
    Ahead(u32),
}

/// Counts the study days that may be used for something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spare {
    /// How many there are since the promise.
    pub total: u32,
    /// How many are used.
    pub used: u32,
}

impl Spare {
    /// Returns how many are left.
    pub fn left(self) -> u32 {
        self.total.saturating_sub(self.used)
    }
}

impl Promise {
    /// Returns what was promised on this basis.
    pub(super) fn of(plan: &Plan, basis: &Basis, habits: Habits) -> Self {
        let made = habits.study_date(basis.at);
        let pace = basis.terms.pace(plan);
        let dates = basis.terms.dates(pace.days);
        let laid = Walk { plan, dates: &dates, pace, paired: basis.terms.paired() };
        let mut left = basis.left.clone();
        if let Some(start) = basis.start {
            // The plan begins on that date, so what was done from it on belongs to the promise. Where nothing was, nobody
            // begins by being behind: the dates before it was recorded are not counted.
            let since = basis.complete.iter().filter(|(_, at)| habits.study_date(*at) >= start);
            let open = left.len();
            left.extend(since.map(|(day, _)| day));
            let from = if left.len() > open { start } else { start.max(made) };
            left.sort_unstable();
            return Self { made, days: laid.from(from, None, &left) };
        }
        let done_then = basis.complete.iter().filter(|(_, at)| habits.study_date(*at) == made);
        let done: Vec<DayNo> = done_then.map(|(day, _)| *day).collect();
        let earliest = basis.terms.start().map_or(made, |start| start.max(made));
        Self { made, days: laid.from(earliest, walk::sitting(made, earliest, &done), &left) }
    }

    /// Returns the date on which it was made.
    pub fn made(&self) -> NaiveDate {
        self.made
    }

    /// Returns the end date, or none where nothing remained.
    pub fn end(&self) -> Option<NaiveDate> {
        self.days.last().map(|(_, date)| *date)
    }

    /// Returns every day that remained with the date that was promised for it, in the plan's order.
    pub fn days(&self) -> &[(DayNo, NaiveDate)] {
        &self.days
    }

    /// Returns how many study days it has.
    pub fn study_days(&self) -> u32 {
        sittings(&self.days)
    }

    /// Returns how the learner stands to it, spare days left out of account.
    pub(super) fn standing(
        &self,
        progress: &Progress,
        plan: &Plan,
        pace: Pace,
        as_of: AsOf,
    ) -> Standing {
        let today = as_of.habits.study_date(as_of.now);
        let over = self.days.iter().filter(|(day, _)| !progress.remains(plan.day(*day)));
        let done = over.count();
        let before = pace.due_before(today, as_of.habits);
        let due = self.days.partition_point(|(_, date)| *date < before);
        if done < due {
            return Standing::Behind(sittings(self.days.get(done..due).unwrap_or_default()));
        }
        let until = next_date(pace.due_until(today, as_of.habits));
        let at_hand = self.days.partition_point(|(_, date)| *date < until);
        let (early, later) = self.days.split_at_checked(done).unwrap_or((&self.days, &[]));
        let early = early.get(at_hand..).unwrap_or_default();
        let half = match (early.last(), later.first()) {
            (Some((_, one)), Some((_, other))) => u32::from(one == other),
            (_, _) => 0,
        };
        match sittings(early).saturating_sub(half) {
            0 => Standing::OnPace,
            days => Standing::Ahead(days),
        }
    }
}

/// Returns how many dates there are in a list that is in order.
fn sittings(days: &[(DayNo, NaiveDate)]) -> u32 {
    u32::try_from(days.chunk_by(|(_, one), (_, other)| one == other).count()).unwrap_or(u32::MAX)
}

/// Returns the standing after spare days are used up, with how many are.
pub(super) fn spared(
    promise: Option<&Promise>,
    pace: Pace,
    standing: Standing,
) -> (Standing, Spare) {
    let weeks =
        promise.map_or(0, |promise| promise.study_days().div_ceil(pace.days.count().max(1)));
    let total = pace.spare.map_or(weeks / WEEKS_A_SPARE_DAY, u32::from);
    match standing {
        Standing::Behind(days) => {
            let used = days.min(total);
            let rest = days.saturating_sub(used);
            let standing = if rest == 0 { Standing::OnPace } else { Standing::Behind(rest) };
            (standing, Spare { total, used })
        }
        Standing::OnPace | Standing::Ahead(_) => (standing, Spare { total, used: 0 }),
    }
}
