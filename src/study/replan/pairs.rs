//! Which light days to pair so that the end date stays, and what would help where pairing does not.
//!
//! Deliberately absent: more than two days on a date, and an order other than the plan's.

use crate::journal::{Budget, Fact, Weekdays};
use crate::plan::DayNo;
use crate::study::Study;
use crate::study::schedule::Dates;
use crate::study::schedule::walk::{Walk, may_share, takes};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Says by how much the end date cannot be kept, and what would keep it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Impossible {
    /// The study days that are missing after all pairing.
    pub short: u32,
    /// The fewest study days a week that end by it without any pairing, if any do.
    pub days: Option<Weekdays>,
}

/// Holds the pairs to make.
#[derive(Debug)]
pub(super) struct Chosen {
    /// Each pair in the plan's order.
    pub(super) pairs: Vec<(DayNo, DayNo)>,
    /// By how much they do not suffice.
    pub(super) impossible: Option<Impossible>,
}

/// Returns the fewest and lightest pairs that keep the end date, or as many as there can be.
pub(super) fn chosen(study: &Study) -> Chosen {
    let schedule = study.schedule();
    let end = schedule
        .promise()
        .and_then(crate::study::schedule::Promise::end)
        .or_else(|| schedule.finish());
    let Some(end) = end else { return Chosen { pairs: Vec::new(), impossible: None } };
    let minutes = schedule.pace().minutes;
    let needed = needed(study, schedule.dates(), end);
    let most = most(&candidates(study, minutes));
    let pairs =
        lightest(study, &candidates(study, minutes), needed).unwrap_or_else(|| most.clone());
    if pairs.len() >= needed {
        return Chosen { pairs, impossible: None };
    }
    let short = u32::try_from(needed - pairs.len()).unwrap_or(u32::MAX);
    let days = Weekdays::PRESETS
        .into_iter()
        .find(|days| days.count() > schedule.pace().days.count() && ends_by(study, *days, end));
    Chosen { pairs, impossible: Some(Impossible { short, days }) }
}

/// Tells whether the plan ends by a date with no other move than to these study days: a pace promises an end of its own,
/// so what it brings may not wait for a second move.
fn ends_by(study: &Study, days: Weekdays, end: NaiveDate) -> bool {
    let then = study.supposing(Fact::Pace { days, budget: Budget::default(), by: None });
    then.schedule().finish().is_none_or(|finish| finish <= end)
}

/// Returns how many of the remaining days fall behind the end date where each has a study day of its own.
fn needed(study: &Study, dates: &Dates, end: NaiveDate) -> usize {
    let schedule = study.schedule();
    let laid = Walk { plan: study.plan(), dates, pace: schedule.pace(), paired: &BTreeMap::new() };
    let left: Vec<DayNo> = schedule.remaining().iter().map(|(day, _)| *day).collect();
    let earliest = schedule.first_free();
    laid.from(earliest, None, &left).iter().filter(|(_, date)| *date > end).count()
}

/// Returns the neighbours among the remaining days that may share a study day.
fn candidates(study: &Study, minutes: u16) -> Vec<(DayNo, DayNo)> {
    let left = study.schedule().remaining();
    let neighbours = left.iter().zip(left.iter().skip(1));
    let pairs = neighbours.map(|((earlier, _), (later, _))| (*earlier, *later));
    pairs.filter(|(earlier, later)| may_share(study.plan(), minutes, *earlier, *later)).collect()
}

/// Returns as many pairs as there can be, no day in two of them.
fn most(candidates: &[(DayNo, DayNo)]) -> Vec<(DayNo, DayNo)> {
    let mut pairs: Vec<(DayNo, DayNo)> = Vec::new();
    for &pair in candidates {
        if pairs.last().is_none_or(|last| last.1 != pair.0) {
            pairs.push(pair);
        }
    }
    pairs
}

/// Returns so many pairs, the lightest first, or none where that way does not find enough.
fn lightest(
    study: &Study,
    candidates: &[(DayNo, DayNo)],
    count: usize,
) -> Option<Vec<(DayNo, DayNo)>> {
    let weight = |no: DayNo| {
        takes(study.plan(), no).map_or(0, |(least, most)| u32::from(least) + u32::from(most))
    };
    let mut by_weight = candidates.to_vec();
    by_weight.sort_by_key(|(earlier, later)| weight(*earlier) + weight(*later));
    let mut pairs: Vec<(DayNo, DayNo)> = Vec::new();
    for (earlier, later) in by_weight {
        let taken = |no: DayNo| pairs.iter().any(|pair| pair.0 == no || pair.1 == no);
        if pairs.len() < count && !taken(earlier) && !taken(later) {
            pairs.push((earlier, later));
        }
    }
    pairs.sort_unstable();
    (pairs.len() == count).then_some(pairs)
}
