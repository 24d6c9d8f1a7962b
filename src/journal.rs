//! The journal: everything the learner did, in order, and what undo has left standing of it.
//!
//! Reading order: [`fact`] (what can happen), [`mod@write`] (a record as one line of TOML, with `seal` at its end),
//! `fields` and `part` (a line as fields, and what they mean; `quick` for most lines), [`entry`] (a line that is read
//! when it is asked), `scan` (a file's text as entries and [`finding`]s), [`files`] (the union of the files, which
//! `names` knows), `save` (one more line: `lock`, `disk`, `append`), `backups` and [`drafts`].
//!
//! Deliberately absent: what the facts add up to (`study`), changing or removing an entry, and a clock.

mod append;
mod backups;
mod disk;
pub mod drafts;
pub mod entry;
pub mod error;
pub mod fact;
mod fields;
pub mod files;
pub mod finding;
mod lock;
mod names;
mod part;
mod quick;
mod save;
mod scan;
mod seal;
pub mod weekdays;
pub mod write;

pub use entry::{Entry, Kind, Place};
pub use error::FileError;
pub use fact::{Answer, Answers, Break, By, Fact, Key, Mark, Record, Said, Terms};
pub use fields::Text;
pub use files::Files;
pub use finding::Finding;
pub use part::Part;
pub use weekdays::Weekdays;

use scan::{Decoded, Row, Scanned};
use std::collections::HashMap;

/// How much larger than the number before it an unsealed one may be and count: a larger one is a slip of the hand.
const REASON: u64 = 100_000;

/// A number from which on none counts, whatever vouches for it: half of all numbers are left to go on with.
const FAR: u64 = Key::LARGEST / 2;

/// Holds the text of every file, every entry in the order of its key, and which are live: not taken back by a live
/// undo. An undo counts only for an entry before it, so any set of lines, merged or edited by hand, gives a sane state.
#[derive(Debug, Default)]
pub struct Journal {
    texts: Vec<String>,
    /// Lines that ninety did not write, in the form in which it would have.
    rewritten: String,
    rows: Vec<Row>,
    live: Vec<bool>,
    largest: u64,
}

impl Journal {
    /// Returns the journal that a text says, as one file of that content would.
    pub fn of_text(text: &str) -> Self {
        let mut journal = Self::default();
        let scanned = journal.scan(text.to_owned(), Decoded::Whole);
        journal.arrange(scanned.rows, &mut Vec::new());
        journal
    }

    fn scan(&mut self, text: String, decoded: Decoded) -> Scanned {
        let file = u16::try_from(self.texts.len()).unwrap_or(u16::MAX);
        let scanned = scan::scan(&text, 0, 0, file, decoded, &mut self.rewritten);
        self.texts.push(text);
        scanned
    }

    /// Takes in what was added to a file, and returns where its entries begin; none where all must be read.
    fn scan_on(&mut self, file: usize, lines: usize, added: &str) -> Option<usize> {
        let place = u16::try_from(file).ok()?;
        let text = self.texts.get_mut(file)?;
        let from = text.len();
        text.push_str(added);
        let rewritten = self.rewritten.len();
        let scanned = scan::scan(text, from, lines, place, Decoded::Whole, &mut self.rewritten);
        let last = self.rows.last().map(|row| row.key);
        let follows = scanned.rows.first().is_none_or(|first| Some(first.key) > last)
            && scanned.rows.is_sorted_by(|a, b| a.key < b.key);
        // Of a number beyond reason, here or there, there is something to say.
        let newest = scanned.rows.last().map(|row| row.key);
        let in_reason =
            last.is_none_or(|last| last.number() <= self.largest) && newest.is_none_or(|newest| newest.number() < FAR);
        let has_head = scanned.plan.is_some() || scanned.said_format;
        if !scanned.findings.is_empty() || has_head || !scanned.ends_fresh || !follows || !in_reason {
            text.truncate(from);
            self.rewritten.truncate(rewritten);
            return None;
        }
        let begin = self.rows.len();
        let takes_back = scanned.rows.iter().any(|row| row.kind == Kind::Undo);
        self.rows.extend(scanned.rows);
        if takes_back {
            self.settle();
        } else {
            self.live.resize(self.rows.len(), true);
            self.largest = self.counted(begin, self.largest);
        }
        Some(begin)
    }

    /// Takes the entries of all files in, each once: equal lines count once, and of two that differ under one key the
    /// one with a whole seal, else the one whose text comes first. Returns the keys that stand more than once.
    fn arrange(&mut self, mut rows: Vec<Row>, left_out: &mut Vec<(Row, Row)>) {
        if !rows.is_sorted_by(|a, b| a.key < b.key) {
            rows.sort_by(|a, b| {
                let by_text = || self.body(a).cmp(self.body(b));
                a.key.cmp(&b.key).then(b.is_sealed.cmp(&a.is_sealed)).then_with(by_text)
            });
            let mut kept: Vec<Row> = Vec::with_capacity(rows.len());
            for row in rows {
                match kept.last().filter(|first| first.key == row.key) {
                    Some(first) if self.says_the_same(first, &row) => {}
                    Some(first) => left_out.push((row, *first)),
                    None => kept.push(row),
                }
            }
            rows = kept;
        }
        self.rows = rows;
        self.settle();
    }

    fn says_the_same(&self, one: &Row, other: &Row) -> bool {
        let entry = |row| self.entry(row, true);
        self.body(one) == self.body(other)
            || (entry(one).at() == entry(other).at() && entry(one).record() == entry(other).record())
    }

    /// Sees which entries are live. An undo comes after what it names, so that one pass backwards is enough.
    fn settle(&mut self) {
        let mut live = vec![true; self.rows.len()];
        for (i, row) in self.rows.iter().enumerate().rev().filter(|(_, row)| row.kind == Kind::Undo) {
            if live.get(i) != Some(&true) {
                continue;
            }
            for target in self.entry(row, true).undone().into_iter().filter(|target| *target < row.key) {
                if let Some(named) = self.position(target).and_then(|at| live.get_mut(at)) {
                    *named = false;
                }
            }
        }
        self.live = live;
        self.largest = self.counted(0, 0);
    }

    fn counted(&self, begin: usize, before: u64) -> u64 {
        self.rows.get(begin..).unwrap_or_default().iter().fold(before, |largest, row| {
            let number = row.key.number();
            let counts = number < FAR && (row.is_sealed || number <= largest + REASON);
            if counts { largest.max(number) } else { largest }
        })
    }

    fn position(&self, key: Key) -> Option<usize> {
        self.rows.binary_search_by_key(&key, |row| row.key).ok()
    }

    fn body(&self, row: &Row) -> &str {
        let text = if row.is_rewritten { Some(&self.rewritten) } else { self.texts.get(usize::from(row.file)) };
        let [start, end] = [row.start, row.end].map(|at| usize::try_from(at).unwrap_or(usize::MAX));
        text.and_then(|text| text.get(start..end)).unwrap_or_default()
    }

    fn entry(&self, row: &Row, is_live: bool) -> Entry<'_> {
        let place = Place { file: row.file, line: row.line };
        let (body, quick) = (self.body(row), row.quick);
        Entry { key: row.key, kind: row.kind, place, is_live, body, quick }
    }

    /// Returns every entry in order, live or not.
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = Entry<'_>> {
        self.entries_from(0)
    }

    pub(crate) fn entries_from(&self, begin: usize) -> impl DoubleEndedIterator<Item = Entry<'_>> {
        let rows = self.rows.get(begin..).unwrap_or_default().iter();
        rows.zip(self.live.get(begin..).unwrap_or_default()).map(|(row, live)| self.entry(row, *live))
    }

    /// Returns the live entries in order.
    pub fn live(&self) -> impl DoubleEndedIterator<Item = Entry<'_>> {
        self.entries().filter(|entry| entry.is_live)
    }

    /// Returns how many entries there are, live or not.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Tells whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Returns the entry with this key.
    pub fn get(&self, key: Key) -> Option<Entry<'_>> {
        let at = self.position(key)?;
        Some(self.entry(self.rows.get(at)?, *self.live.get(at)?))
    }

    /// Tells whether the entry with this key is there and not taken back.
    pub fn is_live(&self, key: Key) -> bool {
        self.get(key).is_some_and(|entry| entry.is_live)
    }

    /// Returns the largest number of a key, those beyond reason left out.
    pub fn largest(&self) -> u64 {
        self.largest
    }

    /// Returns the entry that undo takes back: the last live fact. Passed over are entries that its user has not seen
    /// yet (`unseen`), and those of a number beyond reason: an undo could not come after them.
    pub fn undoable(&self, unseen: &[Key]) -> Option<Entry<'_>> {
        let may = |key| self.is_in_reason(key) && !unseen.contains(&key);
        self.live().rev().find(|entry| entry.kind == Kind::Fact && may(entry.key))
    }

    fn is_in_reason(&self, key: Key) -> bool {
        key.number() <= self.largest
    }

    /// Returns the undos that redo takes back, with the entry that comes back: those of the entry that was undone last,
    /// since which nothing new was recorded; two where two machines took it back. Entries named by `unseen` are passed
    /// over.
    pub fn redoable(&self, unseen: &[Key]) -> Option<(Vec<Key>, Entry<'_>)> {
        let may = |key| self.is_in_reason(key) && !unseen.contains(&key);
        let newest_first = self.live().rev().filter(|entry| may(entry.key));
        let since: Vec<Entry<'_>> = newest_first.take_while(|entry| entry.kind != Kind::Fact).collect();
        let oldest = since.last().filter(|_| since.iter().any(|e| e.kind == Kind::Undo))?.key;
        let mut by_target: HashMap<Key, Vec<Key>> = HashMap::new();
        for undo in self.live().filter(|entry| entry.kind == Kind::Undo) {
            for target in undo.undone().into_iter().filter(|target| *target < undo.key) {
                by_target.entry(target).or_default().push(undo.key);
            }
        }
        // Only what would come back is offered: another undo that stays would keep it back.
        let is_ours = |undo: &Key| *undo >= oldest && may(*undo);
        since.iter().flat_map(Entry::undone).find_map(|target| {
            let entry = self.get(target).filter(|entry| entry.kind == Kind::Fact)?;
            let undos = by_target.get(&target).filter(|undos| undos.iter().all(is_ours))?;
            Some((undos.iter().rev().copied().collect(), entry))
        })
    }
}
