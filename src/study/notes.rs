//! The learner's notes: the words of the entries that stand, and the fact that a changed note becomes.
//!
//! Deliberately absent: which entries stand, which the fold knows.

use super::Study;
use crate::journal::{Entry, Fact, Key, Part};
use crate::plan::{Day, DayNo};
use chrono::{DateTime, FixedOffset};

/// Holds one paragraph of a day's note.
#[derive(Clone, Debug, PartialEq)]
pub struct Paragraph {
    /// The entry that wrote it.
    pub key: Key,
    /// When it was written.
    pub at: DateTime<FixedOffset>,
    /// What it says; never blank.
    pub text: String,
}

impl Paragraph {
    fn of(entry: &Entry) -> Self {
        let mut text = String::new();
        entry.parts(|part| {
            if let Part::Note(_, words) = part {
                text = words.plain().into_owned();
            }
        });
        Self { key: entry.key, at: entry.at(), text }
    }
}

impl Study {
    /// Returns the paragraphs of a day's note, in order.
    pub fn paragraphs(&self, no: DayNo) -> impl DoubleEndedIterator<Item = Paragraph> {
        let entries = self.day(no).notes.iter().filter_map(|key| self.journal.get(*key));
        entries.map(|entry| Paragraph::of(&entry))
    }

    /// Returns a day's note: its paragraphs with a blank line between them.
    pub fn note(&self, no: DayNo) -> String {
        let text = |paragraph: Paragraph| paragraph.text.trim_end_matches('\n').to_owned();
        self.paragraphs(no).map(text).collect::<Vec<_>>().join("\n\n")
    }

    /// Returns every paragraph of every note with its day, newest first.
    pub fn notes(&self) -> Vec<(&'static Day, Paragraph)> {
        let of = |day: &'static Day| self.day(day.no()).notes.iter().map(move |key| (day, *key));
        let mut keys: Vec<(&'static Day, Key)> = self.plan.days().iter().flat_map(of).collect();
        keys.sort_by_key(|(_, key)| std::cmp::Reverse(*key));
        let entry = |key| self.journal.get(key);
        keys.into_iter().filter_map(|(day, key)| Some((day, Paragraph::of(&entry(key)?)))).collect()
    }

    /// Returns the fact that puts this text in place of a day's note as it is known here, or none where it says the
    /// same. What was added elsewhere in the meantime stays, and what was taken away there stays away.
    pub fn noted(&self, day: &Day, text: &str, over: &[Key], before: &str) -> Option<Fact> {
        let text = text.trim_matches('\n').trim_end();
        if text == before.trim_matches('\n').trim_end() {
            return None;
        }
        let is_blank = text.trim().is_empty();
        if is_blank && over.is_empty() {
            return None;
        }
        let text = if is_blank { String::new() } else { format!("{text}\n") };
        Some(Fact::Note { day: day.id().clone(), text, over: over.to_vec() })
    }
}
