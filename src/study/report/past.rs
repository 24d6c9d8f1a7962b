//! What was recorded, newest first: what `ninety history` prints.
//!
//! Deliberately absent: the texts of notes, which `ninety export` has.

use super::Schema;
use crate::study::{Study, told};
use serde::Serialize;

/// What `ninety history` prints.
#[derive(Debug, Serialize)]
pub struct History<'a> {
    /// The number of this form.
    pub schema: Schema,
    /// The plan's id.
    pub plan: &'a str,
    /// How many entries there are in all.
    pub of: usize,
    /// The newest entries, newest first.
    pub entries: Vec<Recorded>,
}

/// An entry, told.
#[derive(Debug, Serialize)]
pub struct Recorded {
    /// Its key.
    pub key: String,
    /// What the clock said, as RFC 3339.
    pub at: String,
    /// What happened, as a sentence without its full stop.
    pub says: String,
    /// Whether it stands: it was not taken back.
    pub stands: bool,
}

impl<'a> History<'a> {
    /// Returns the newest entries, at most so many.
    pub fn of(study: &'a Study, most: usize) -> Self {
        let entries = study.journal().all().rev().take(most).map(|(entry, stands)| Recorded {
            key: entry.key.to_string(),
            at: entry.at.to_rfc3339(),
            says: told::entry(study, entry),
            stands,
        });
        Self {
            schema: Schema,
            plan: study.plan().id().as_str(),
            of: study.journal().entries().len(),
            entries: entries.collect(),
        }
    }
}
