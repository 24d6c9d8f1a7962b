//! The journal: everything the learner did, in order, and what undo has left standing of it.
//!
//! Reading order: [`fact`] (what can happen), [`proof`] (what is kept for a milestone and a week), [`line`](mod@line) (a fact as one line of TOML, with [`sealed`] as its quick
//! reader and `fields` as its meaning), [`scan`] (a file's bytes as entries and findings), [`files`] (the files on disk: their union, and a save,
//! which is `lock`, `look`, `append`), [`backups`] and [`drafts`].
//!
//! Deliberately absent: what the facts add up to (that is `study`), a way to change or remove an entry (an undo is
//! one more entry), and a clock.

mod append;
pub mod backups;
pub mod drafts;
pub mod error;
pub mod fact;
mod fields;
pub mod files;
pub mod finding;
pub mod line;
mod lock;
mod look;
pub mod proof;
pub mod scan;
mod sealed;
pub mod weekdays;

pub use error::FileError;
pub use fact::{Budget, By, Entry, Fact, Key, Mark, Place, Replanned};
pub use files::Files;
pub use finding::Finding;
pub use proof::{Answer, Answers, Made, Part, Score};
pub use weekdays::Weekdays;

/// Holds every entry in the order of its key, and which of them are live: not taken back by a live undo.
///
/// Entries are only ever added. An undo counts only for an entry before it, so any set of lines, merged or edited
/// by hand, gives a sane state.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Journal {
    entries: Vec<Entry>,
    live: Vec<bool>,
}

impl Journal {
    /// Returns the journal of these entries, in any order. Of entries with one key the first given is kept.
    pub fn new(mut entries: Vec<Entry>) -> Self {
        if !entries.is_sorted_by(|a, b| a.key < b.key) {
            entries.sort_by_key(|entry| entry.key);
            entries.dedup_by_key(|entry| entry.key);
        }
        let live = standing(&entries);
        Self { entries, live }
    }

    /// Adds an entry.
    pub fn push(&mut self, entry: Entry) {
        self.extend(vec![entry]);
    }

    /// Adds entries, in any order.
    pub fn extend(&mut self, new: Vec<Entry>) {
        let mut entries = std::mem::take(&mut self.entries);
        entries.extend(new);
        *self = Self::new(entries);
    }

    /// Returns every entry in order, live or not.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Returns the live entries in order.
    pub fn live(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.entries.iter().zip(&self.live).filter_map(|(entry, live)| live.then_some(entry))
    }

    /// Returns every entry in order with whether it is live.
    pub fn all(&self) -> impl DoubleEndedIterator<Item = (&Entry, bool)> {
        self.entries.iter().zip(self.live.iter().copied())
    }

    /// Returns the entry with this key.
    pub fn get(&self, key: Key) -> Option<&Entry> {
        self.entries
            .binary_search_by_key(&key, |entry| entry.key)
            .ok()
            .and_then(|i| self.entries.get(i))
    }

    /// Tells whether the entry with this key is there and not taken back.
    pub fn is_live(&self, key: Key) -> bool {
        let found = self.entries.binary_search_by_key(&key, |entry| entry.key);
        found.ok().and_then(|i| self.live.get(i)).is_some_and(|live| *live)
    }

    /// Returns the number for the next entry's key: one more than the largest seen.
    pub fn next_number(&self) -> u64 {
        self.entries.last().map_or(1, |entry| entry.key.number().saturating_add(1))
    }

    /// Returns the entry that undo takes back: the last live one that did something this version knows.
    ///
    /// Entries named by `unseen` are passed over: their user has not been shown them yet.
    pub fn undoable(&self, unseen: &[Key]) -> Option<&Entry> {
        self.live().rev().find(|entry| entry.fact.is_deed() && !unseen.contains(&entry.key))
    }

    /// Returns the undo that redo takes back, with the entry that comes back by it: the last live undo since which
    /// nothing new was recorded.
    ///
    /// Entries named by `unseen` are passed over: their user has not been shown them yet.
    pub fn redoable(&self, unseen: &[Key]) -> Option<(&Entry, &Entry)> {
        let last_deed = self.undoable(unseen).map(|entry| entry.key);
        for entry in self.live().rev().filter(|entry| !unseen.contains(&entry.key)) {
            if let Fact::Undo(target) = entry.fact
                && let Some(what) = self.get(target)
                && what.fact.is_deed()
            {
                return last_deed.is_none_or(|deed| deed < entry.key).then_some((entry, what));
            }
        }
        None
    }
}

/// Tells of each entry, in key order, whether it stands. An undo always comes after what it names, so one pass from
/// the last to the first sees every undo's own fate before it counts.
fn standing(entries: &[Entry]) -> Vec<bool> {
    let mut live = vec![true; entries.len()];
    for (i, entry) in entries.iter().enumerate().rev() {
        let Fact::Undo(target) = entry.fact else { continue };
        if live.get(i) == Some(&true)
            && target < entry.key
            && let Ok(at) = entries.binary_search_by_key(&target, |entry| entry.key)
            && let Some(named) = live.get_mut(at)
        {
            *named = false;
        }
    }
    live
}
