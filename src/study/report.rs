//! What the command line prints and exports, as data: the printed page and the JSON of a verb are two forms of one
//! report.
//!
//! Reading order: [`day`] (one day with everything about it), [`milestone`] (one milestone, and the review of its week),
//! [`milestones`] (all of them, and what a day continues), [`review`] (a week looked back on), [`logbook`] (everything that
//! was done, week by week), [`facts`] (every entry as a row), [`overview`] (position, weeks, the whole plan), [`past`] (what
//! was recorded), [`pace`] (schedule and moves), [`weeks`] (the learner's
//! own weeks), [`state`] (the whole state in its canonical order), [`summary`] (the whole way at its end), [`json`].
//!
//! Deliberately absent: layout, colours and widths.

pub mod day;
pub mod facts;
pub mod logbook;
pub mod milestone;
pub mod milestones;
pub mod overview;
pub mod pace;
pub mod past;
pub mod review;
pub mod state;
pub mod summary;
pub mod weeks;

use super::{DayState, Study};
use crate::plan::Week;
use crate::text::{is_unsafe, width};
use chrono::{Datelike, NaiveDate};
use serde::{Serialize, Serializer};
use std::fmt::Write;

/// The number that every JSON document carries; a change that could break a reader raises it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Schema;

impl Schema {
    /// The schema that this version prints.
    pub const NUMBER: u8 = 1;
}

impl Serialize for Schema {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(Self::NUMBER)
    }
}

/// A numbered part of the plan, named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Named<'a> {
    /// Its number, from 1.
    pub number: usize,
    /// Its title.
    pub title: &'a str,
}

impl Study {
    /// Returns the phase that a week is in, if it is in one.
    fn phase_named(&self, week: &Week) -> Option<Named<'static>> {
        let mut phases = (1..).zip(self.plan().phases());
        let found = phases.find(|(_, phase)| (phase.first()..=phase.last()).contains(&week.no()));
        found.map(|(number, phase)| Named { number, title: &phase.title })
    }
}

/// Returns a state's word, as JSON and screens have it.
pub const fn state_word(state: DayState) -> &'static str {
    match state {
        DayState::Open => "open",
        DayState::Begun => "begun",
        DayState::Complete => "complete",
        DayState::Skipped => "skipped",
    }
}

impl Serialize for DayState {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(state_word(*self))
    }
}

/// Returns a date as people read it, such as `Tue 8 Dec 2026`.
pub fn date(date: NaiveDate) -> String {
    date.format("%a %-d %b %Y").to_string()
}

/// Returns two dates as a range that says no part twice, such as `12-19 Mar 2027` or `26 Mar - 8 Apr 2027`.
///
/// ```
/// let date = |text: &str| text.parse().unwrap();
/// assert_eq!(ninety::study::report::dates(date("2027-03-12"), date("2027-03-19")), "12-19 Mar 2027");
/// ```
pub fn dates(from: NaiveDate, until: NaiveDate) -> String {
    let whole = until.format("%-d %b %Y");
    if from == until {
        whole.to_string()
    } else if (from.year(), from.month()) == (until.year(), until.month()) {
        format!("{}-{whole}", from.day())
    } else if from.year() == until.year() {
        format!("{} - {whole}", from.format("%-d %b"))
    } else {
        format!("{} - {whole}", from.format("%-d %b %Y"))
    }
}

/// Returns the least and the most minutes of a day, such as `90-120 min`.
pub fn minutes([least, most]: [u16; 2]) -> String {
    if least == most { format!("{least} min") } else { format!("{least}-{most} min") }
}

/// Returns a time span as people read it, such as `45 min` or `1 h 30 min`.
///
/// ```
/// assert_eq!(ninety::study::report::span(90), "1 h 30 min");
/// ```
pub fn span(minutes: u64) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

/// Returns a report as JSON with a newline at its end. Whatever a terminal could act on or a printer would change stands
/// as `\uXXXX`, so that the text is safe to print and exact to read.
pub fn json(report: &impl Serialize) -> Result<String, serde_json::Error> {
    let text = serde_json::to_string_pretty(report)?;
    let mut out = String::with_capacity(text.len() + 1);
    for c in text.chars() {
        // A pile of combining marks is cut on screen; escaped, each of them is kept.
        let mark = !c.is_ascii() && width(c.encode_utf8(&mut [0; 4])) == 0;
        if c == '\n' || !(is_unsafe(c) || mark) {
            out.push(c);
            continue;
        }
        for unit in c.encode_utf16(&mut [0; 2]) {
            let _infallible = write!(out, "\\u{unit:04x}");
        }
    }
    out.push('\n');
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn json_is_exact_and_nothing_in_it_changes_on_its_way_to_a_terminal(text in any::<String>()) {
            let written = json(&text).unwrap();
            prop_assert_eq!(&crate::text::printable(&written), &written);
            prop_assert_eq!(serde_json::from_str::<String>(&written).unwrap(), text);
        }
    }

    #[test]
    fn a_pile_of_combining_marks_stays_whole_in_json() {
        let pile = format!("e{}", "\u{301}".repeat(20));
        let written = json(&pile).unwrap();
        assert_eq!(crate::text::printable(&written), written);
        assert_eq!(serde_json::from_str::<String>(&written).unwrap(), pile);
    }
}
