//! What the command line prints and exports, as data: the printed page and the JSON of a verb are two forms of one
//! report.
//!
//! Reading order: [`day`] (one day with everything about it), [`milestone`] (one milestone, and the review of its week),
//! [`review`] (a week looked back on) with [`looking_back`] (its sentences), [`overview`] (position, weeks, the whole
//! plan), [`pace`] (the schedule, and a change of it), [`asides`] (what there is to know of the date), [`past`] (what was
//! recorded), [`weeks`] (what came of each date), [`state`] (the whole state in its canonical order), [`logbook`]
//! (everything that was done, week by week), [`json`].
//!
//! Deliberately absent: layout, colours and widths.

pub mod asides;
pub mod day;
pub mod logbook;
pub mod looking_back;
pub mod milestone;
pub mod overview;
pub mod pace;
pub mod past;
pub mod review;
pub mod state;
pub mod weeks;

use crate::plan::{Day, Week};
use crate::study::{DayState, Study};
use crate::text::{is_unsafe, width};
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

impl<'a> Named<'a> {
    /// Returns a day's number and title.
    pub fn day(day: &'a Day) -> Self {
        Self { number: day.no().get().into(), title: day.title }
    }

    /// Returns a week's number and title.
    pub fn week(week: &'a Week) -> Self {
        Self { number: week.no().get().into(), title: week.title }
    }

    /// Returns the phase that a week is in, if it is in one.
    fn phase(study: &Study, week: &Week) -> Option<Self> {
        let mut phases = (1..).zip(study.plan().phases());
        let found = phases.find(|(_, phase)| (phase.first()..=phase.last()).contains(&week.no()));
        found.map(|(number, phase)| Self { number, title: phase.title })
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
