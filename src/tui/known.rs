//! What this screen has shown of the journal and said of its files: `u` undoes only what its user has seen happen here.

use crate::journal::Key;
use crate::journal::finding::{Finding, Weight, What};
use crate::study::{Session, Study};
use std::collections::HashSet;

pub struct Known {
    /// The entries that were there when it opened, and those that were recorded here. What is gone may come back.
    pub keys: Vec<Key>,
    findings: Vec<Finding>,
    pub trouble: Option<String>,
}

impl Known {
    pub fn of(study: &Study) -> Self {
        Self { keys: study.journal().entries().map(|entry| entry.key).collect(), findings: Vec::new(), trouble: None }
    }

    /// Returns the entries that came from elsewhere while this screen was open.
    pub fn unseen(&self, study: &Study) -> Vec<Key> {
        let seen: HashSet<Key> = self.keys.iter().copied().collect();
        study.journal().entries().map(|entry| entry.key).filter(|key| !seen.contains(key)).collect()
    }

    /// Returns the warnings about the files that are new.
    pub fn found(&mut self, session: &Session) -> Vec<String> {
        let found = session.files().findings();
        let is_told = |what: &What| what.weight() == Weight::Warning || matches!(what, What::Dropped(..));
        let is_new = |finding: &&Finding| is_told(&finding.what) && !self.findings.contains(finding);
        let new = found.iter().filter(is_new).map(ToString::to_string).collect();
        if self.findings != found {
            self.findings = found.to_vec();
        }
        new
    }
}
