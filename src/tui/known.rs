//! What this screen has shown of the journal and said of its files: `u` undoes only what its user has seen happen here.

use crate::journal::finding::{Finding, Weight, What};
use crate::journal::{Journal, Key};
use crate::study::Session;

#[derive(Default)]
pub struct Known {
    keys: Vec<Key>,
    /// Those of them that came from elsewhere while this screen was open.
    pub foreign: Vec<Key>,
    findings: Vec<Finding>,
    pub trouble: Option<String>,
}

impl Known {
    pub fn of(session: &Session) -> Self {
        Self { keys: keys(session.study().journal()), ..Self::default() }
    }

    /// Takes in that entries may have come in; `own` is the one that was recorded here.
    pub fn take(&mut self, session: &Session, own: Option<Key>) {
        let journal = session.study().journal();
        // Nearly always only the last entry is new, and its own.
        let from = journal.len().saturating_sub(2);
        let mut last = journal.entries_from(from).map(|entry| entry.key);
        let is_only_own = own.is_some()
            && journal.len() == self.keys.len() + 1
            && (journal.len() < 2 || last.next() == self.keys.last().copied())
            && last.next() == own;
        if is_only_own {
            return self.keys.extend(own);
        }
        let is_new = |key: &Key| self.keys.binary_search(key).is_err();
        let new: Vec<Key> = keys(journal).into_iter().filter(is_new).collect();
        // What is gone stays known: it may come back.
        self.keys.extend(&new);
        self.keys.sort_unstable();
        self.foreign.extend(new.into_iter().filter(|key| Some(*key) != own));
    }

    /// Takes in what was found in the files; returns the first warning that is new, and how many more there are.
    pub fn found(&mut self, session: &Session) -> Option<(String, usize)> {
        let found = session.files().findings();
        if self.findings == found {
            return None;
        }
        let is_told = |what: &What| what.weight() == Weight::Warning || matches!(what, What::Dropped(..));
        let is_new = |finding: &&Finding| is_told(&finding.what) && !self.findings.contains(finding);
        let mut new = found.iter().filter(is_new);
        let first = new.next().map(ToString::to_string);
        let more = new.count();
        self.findings = found.to_vec();
        first.map(|first| (first, more))
    }
}

fn keys(journal: &Journal) -> Vec<Key> {
    journal.entries().map(|entry| entry.key).collect()
}
