//! A study and the files behind it: the only way to change anything.
//!
//! Deliberately absent: a clock and a source of randomness; both are given with each call.

use super::Study;
use super::calendar::AsOf;
use crate::journal::files::Tail;
use crate::journal::{Entry, Fact, FileError, Files};
use crate::plan::Plan;
use chrono::{DateTime, FixedOffset};
use std::path::PathBuf;

/// Holds a study and the files behind it.
#[derive(Debug)]
pub struct Session {
    files: Files,
    study: Study,
}

impl Session {
    /// Reads a plan's journal from a directory, neither of which need exist, as of now.
    pub fn open(
        plan: &'static Plan,
        dir: PathBuf,
        tail: Tail,
        as_of: impl Into<AsOf>,
    ) -> Result<Self, FileError> {
        let files = Files::open(dir, plan.id().clone(), tail)?;
        let study = Study::new(plan, files.journal().clone(), as_of);
        Ok(Self { files, study })
    }

    /// Returns the study, as of the last call.
    pub fn study(&self) -> &Study {
        &self.study
    }

    /// Returns the files behind it.
    pub fn files(&self) -> &Files {
        &self.files
    }

    /// Records a fact, and returns its entry once it is on the disk; on an error nothing has changed.
    pub fn record(
        &mut self,
        fact: Fact,
        now: DateTime<FixedOffset>,
        random: u32,
    ) -> Result<Entry, FileError> {
        let recorded = self.files.record(fact, now, random);
        self.look_again(now);
        recorded
    }

    /// Takes in what other processes recorded and what the clock says; tells whether anything is different now.
    pub fn refresh(&mut self, now: DateTime<FixedOffset>) -> Result<bool, FileError> {
        let habits = self.study.habits();
        let date = (habits.study_date(now), habits.is_late(now));
        let known = (self.study.today(), habits.is_late(self.study.now()));
        let changed = self.files.refresh()? || date != known;
        if changed {
            self.look_again(now);
        }
        Ok(changed)
    }

    fn look_again(&mut self, now: DateTime<FixedOffset>) {
        let as_of = AsOf { now, habits: self.study.habits() };
        self.study = Study::new(self.study.plan(), self.files.journal().clone(), as_of);
    }
}
