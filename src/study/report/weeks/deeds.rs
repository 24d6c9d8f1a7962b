//! What was recorded on a date, and what that makes of it.
//!
//! Deliberately absent: dates on which nothing was recorded.

use super::DateState;
use crate::journal::{Fact, Mark};
use chrono::NaiveDate;
use std::collections::{BTreeMap, HashSet};

/// What was recorded on a date.
#[derive(Clone, Debug, Default)]
pub(super) struct Deeds<'a> {
    ticked: HashSet<&'a str>,
    /// How many times minutes were logged or something was written.
    told: u32,
    pub(super) minutes: u32,
    skips: u32,
    pub(super) complete: u32,
}

impl Deeds<'_> {
    /// Returns what came of the date, if anything was recorded on it.
    pub(super) fn state(&self) -> Option<DateState> {
        if self.complete > 0 {
            Some(DateState::Complete)
        } else if !self.ticked.is_empty() || self.told > 0 {
            Some(DateState::Studied)
        } else {
            (self.skips > 0).then_some(DateState::Skipped)
        }
    }
}

/// Takes in what was recorded on a date. A tick that is taken off on the same date was a slip.
pub(super) fn take<'a>(
    deeds: &mut BTreeMap<NaiveDate, Deeds<'a>>,
    date: NaiveDate,
    fact: &'a Fact,
) {
    match fact {
        Fact::Done(marks) => {
            deeds.entry(date).or_default().ticked.extend(marks.iter().map(Mark::as_str));
        }
        Fact::Open(marks) => {
            if let Some(deeds) = deeds.get_mut(&date) {
                deeds.ticked.retain(|id| marks.iter().all(|mark| mark.as_str() != *id));
            }
        }
        Fact::Note { text, .. } if text.trim().is_empty() => {}
        Fact::Note { .. } | Fact::Evidence { .. } | Fact::Rubric { .. } | Fact::Review { .. } => {
            deeds.entry(date).or_default().told += 1;
        }
        Fact::Minutes { minutes, .. } => {
            let deeds = deeds.entry(date).or_default();
            deeds.told += 1;
            deeds.minutes = deeds.minutes.saturating_add(*minutes);
        }
        Fact::Skip { .. } => deeds.entry(date).or_default().skips += 1,
        Fact::Start { .. }
        | Fact::Pace { .. }
        | Fact::Replan(_)
        | Fact::Away { .. }
        | Fact::Undo(_)
        | Fact::Unknown(_) => {}
    }
}
