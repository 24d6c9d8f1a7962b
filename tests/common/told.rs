//! Facts with their moments, as a journal's text.

#![allow(dead_code, reason = "every test file uses a part of it")]

use chrono::{DateTime, FixedOffset};
use ninety::journal::{Fact, Key, write};

/// What a learner recorded, each with its moment.
pub(crate) type Told = Vec<(DateTime<FixedOffset>, Fact)>;

/// The text of the journal of a plan.
pub(crate) fn journal_of(plan: &str, told: Told) -> String {
    let mut text = write::header(plan, "");
    for (number, (at, fact)) in (1..).zip(told) {
        let key = Key::new(number, 7);
        text.push_str(&write::line(key, at, &fact.into()));
        text.push('\n');
    }
    text
}
