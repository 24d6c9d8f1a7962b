//! A move of the schedule before it is made: what it would change, and the fact that makes it true.
//!
//! A preview is the study as it would be with the fact recorded, so that what is shown is what comes.
//!
//! Deliberately absent: recording, and a move that cannot be taken back by one undo.

mod pairs;

pub use pairs::Impossible;

use super::Study;
use super::schedule::walk::takes;
use crate::journal::{Budget, By, Entry, Fact, Key, Place, Replanned, Weekdays};
use crate::plan::{DayId, DayNo};
use chrono::NaiveDate;
use std::rc::Rc;

/// How many of the next days a preview shows.
const NEXT: usize = 7;

/// A way to lay the remaining days out anew.
#[derive(Clone, Debug, PartialEq)]
pub enum Replan {
    /// Go on from the current day; the end date moves.
    Continue,
    /// Keep the end date that was promised by pairing light days.
    KeepEnd,
    /// Leave days out.
    Skip {
        /// The days.
        days: Vec<DayNo>,
        /// Why; may be empty.
        because: String,
    },
    /// Take a break, both dates included.
    Away {
        /// Its first date.
        from: NaiveDate,
        /// Its last date, not before the first.
        until: NaiveDate,
        /// What for; may be empty.
        because: String,
    },
    /// Go on at another pace.
    Pace {
        /// The study days a week.
        days: Weekdays,
        /// What a study day and the plan are given.
        budget: Budget,
        /// What is on or behind pace; as before where it is not named.
        by: Option<By>,
    },
}

/// Holds the schedule on one side of a move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// The end date: as promised, or as computed where the move promises none. None where nothing remains.
    pub end: Option<NaiveDate>,
    /// The next seven remaining days with their dates.
    pub next: Vec<(DayNo, NaiveDate)>,
    /// The study day with the most to do.
    pub heaviest: Option<Heaviest>,
}

/// A study day with the most to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heaviest {
    /// Its date.
    pub date: NaiveDate,
    /// What falls on it.
    pub days: Vec<DayNo>,
    /// The least that it takes, in minutes.
    pub least: u32,
    /// The most that it takes, in minutes.
    pub most: u32,
}

/// Two days that would share a study day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The first of them in the plan's order.
    pub earlier: DayNo,
    /// The other one.
    pub later: DayNo,
    /// The date of both; none where neither remains.
    pub date: Option<NaiveDate>,
}

/// A remaining day that builds on one that would be skipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Warning {
    /// The remaining day.
    pub day: DayNo,
    /// What it builds on.
    pub builds_on: DayNo,
}

/// Holds what a move would change.
#[derive(Clone, Debug)]
pub struct Preview {
    /// As it is.
    pub before: Outlook,
    /// As it would be; where the move is impossible, as near to it as can be.
    pub after: Outlook,
    /// The days that would share a study day.
    pub paired: Vec<Pair>,
    /// The remaining days that build on skipped ones.
    pub warnings: Vec<Warning>,
    /// The fact that makes it true, or by how much it is impossible.
    pub fact: Result<Fact, Impossible>,
    /// Whether anything would be otherwise than it is.
    pub changes: bool,
}

impl Study {
    /// Returns what a move would change, without making it.
    pub fn preview(&self, replan: &Replan) -> Preview {
        let mut paired = Vec::new();
        let mut impossible = None;
        let mut warnings = Vec::new();
        let fact = match replan {
            Replan::Continue => Fact::Replan(Replanned::Continue),
            Replan::KeepEnd => {
                let chosen = pairs::chosen(self);
                impossible = chosen.impossible;
                let later = chosen.pairs.iter().map(|(_, later)| *later);
                let ids = self.ids(later);
                paired = chosen.pairs;
                Fact::Replan(Replanned::KeepEnd(ids))
            }
            Replan::Skip { days, because } => {
                warnings = self.relying_on(days);
                Fact::Skip { days: self.ids(days.iter().copied()), because: because.clone() }
            }
            Replan::Away { from, until, because } => {
                Fact::Away { from: *from, until: *until, because: because.clone() }
            }
            Replan::Pace { days, budget, by } => {
                // Pairs outlive another pace as long as they may.
                let known = self.progress().terms().paired();
                paired = known.iter().map(|(later, earlier)| (*earlier, *later)).collect();
                Fact::Pace { days: *days, budget: *budget, by: *by }
            }
        };
        self.compared(fact, |then| {
            let date = |no| then.schedule().date(no);
            let together = |(earlier, later): &(DayNo, DayNo)| date(*earlier) == date(*later);
            let pair = |(earlier, later)| Pair { earlier, later, date: date(later) };
            let paired = paired.into_iter().filter(|pair| date(pair.1).is_some() && together(pair));
            (paired.map(pair).collect(), warnings, impossible)
        })
    }

    /// Returns what a start would change, without recording it.
    pub fn preview_start(
        &self,
        date: NaiveDate,
        days: Option<Weekdays>,
        budget: Budget,
    ) -> Preview {
        self.compared(Fact::Start { date, days, budget }, |_| (Vec::new(), Vec::new(), None))
    }

    /// Returns the study before a fact beside that after it, from which the pairs and the warnings are taken.
    fn compared(
        &self,
        fact: Fact,
        more: impl FnOnce(&Self) -> (Vec<Pair>, Vec<Warning>, Option<Impossible>),
    ) -> Preview {
        let then = self.supposing(fact.clone());
        let (paired, warnings, impossible) = more(&then);
        Preview {
            before: self.outlook(&fact),
            after: then.outlook(&fact),
            paired,
            warnings,
            changes: !then.schedule().agrees_with(self.schedule()),
            fact: impossible.map_or(Ok(fact), Err),
        }
    }

    /// Returns the remaining days that build on any of these, which would be skipped.
    pub fn relying_on(&self, days: &[DayNo]) -> Vec<Warning> {
        let mut warnings = Vec::new();
        for &builds_on in days {
            let relying = self.plan().relying_on(builds_on);
            let remaining =
                relying.filter(|day| self.progress().remains(day) && !days.contains(&day.no()));
            warnings.extend(remaining.map(|day| Warning { day: day.no(), builds_on }));
        }
        warnings
    }

    /// Returns the study as it would be with a fact recorded now.
    #[must_use]
    pub fn supposing(&self, fact: Fact) -> Self {
        let mut journal = self.journal().clone();
        let key = Key::new(journal.next_number(), 0);
        journal.push(Entry { key, at: self.now(), fact, place: Place::default() });
        Self::new(self.plan(), Rc::new(journal), self.as_of)
    }

    fn ids(&self, days: impl Iterator<Item = DayNo>) -> Vec<DayId> {
        days.map(|no| self.plan().day(no).id().clone()).collect()
    }

    /// Returns the end date that a fact is about: as promised where it promises one, else as computed. None where
    /// nothing remains.
    pub fn end_by(&self, fact: &Fact) -> Option<NaiveDate> {
        let promised = self.schedule().promise().filter(|_| fact.is_promise());
        promised.and_then(super::schedule::Promise::end).or_else(|| self.schedule().finish())
    }

    fn outlook(&self, fact: &Fact) -> Outlook {
        let schedule = self.schedule();
        Outlook {
            end: self.end_by(fact),
            next: schedule.remaining().iter().take(NEXT).copied().collect(),
            heaviest: self.heaviest(),
        }
    }

    /// Returns the study day ahead with the most to do: by the least that it takes, then by the most; of equals the
    /// first. None where nothing remains.
    pub fn heaviest(&self) -> Option<Heaviest> {
        let sittings = self.schedule().remaining().chunk_by(|(_, one), (_, other)| one == other);
        let weighed = sittings.filter_map(|sitting| {
            let date = sitting.first()?.1;
            let days: Vec<DayNo> = sitting.iter().map(|(day, _)| *day).collect();
            let known = days.iter().filter_map(|day| takes(self.plan(), *day));
            let (least, most) = known.fold((0, 0), |(least, most), (low, high)| {
                (least + u32::from(low), most + u32::from(high))
            });
            Some(Heaviest { date, days, least, most })
        });
        weighed.reduce(
            |best, next| {
                if (next.least, next.most) > (best.least, best.most) { next } else { best }
            },
        )
    }
}
