//! A study and the files behind it: the only way to change anything.

use super::Study;
use super::calendar::AsOf;
use crate::journal::drafts::{DraftFile, Of};
use crate::journal::files::{Change, Tail};
use crate::journal::finding::What;
use crate::journal::{FileError, Files, Key, Record};
use crate::plan::{DayNo, Plan};
use chrono::{DateTime, FixedOffset};
use std::io;
use std::path::PathBuf;

/// Holds a study and the files behind it.
#[derive(Debug)]
pub struct Session {
    files: Files,
    study: Study,
}

impl Session {
    /// Reads a plan's journal from a directory, neither of which need exist, as of now.
    pub fn open(plan: &'static Plan, dir: PathBuf, tail: Tail, as_of: impl Into<AsOf>) -> Result<Self, FileError> {
        let as_of = as_of.into();
        let today = as_of.now.date_naive();
        let (mut files, journal) = Files::open(dir, plan.id().clone(), tail, today)?;
        files.title = plan.title();
        if journal.is_empty() && !plan.is_builtin() {
            // The plan may have got another id, or its file another name.
            files.look_elsewhere(|other| Study::new(plan, other, as_of).is_of_plan());
        }
        let study = Study::new(plan, journal, as_of);
        let dropped = study.dropped();
        if let Some(first) = dropped.first() {
            let mended = study.mended();
            // What nothing in the plan is called nearly like was taken out on purpose, as a rule.
            files.found(match mended.keys().next() {
                Some(first) => What::Mended(dropped.len(), first.clone()),
                None if !plan.is_builtin() && study.is_strange() => What::Strange(plan.title(), plan.id_of_its_own()),
                None => What::Dropped(dropped.len(), first.clone()),
            });
        }
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

    /// Records facts, and returns the key of their entry once it is on the disk; on an error nothing was recorded.
    pub fn record(
        &mut self,
        record: impl Into<Record>,
        now: DateTime<FixedOffset>,
        random: u32,
    ) -> Result<Key, FileError> {
        let mut change = Change::Nothing;
        let journal = &mut self.study.journal;
        let key = self.files.record(journal, &record.into(), now, random, &mut change);
        self.study.take(change, now);
        key
    }

    /// Returns a draft's file with a day's note in it, for the learner's own editor.
    pub fn lend(&self, no: DayNo, now: DateTime<FixedOffset>, random: u32) -> io::Result<DraftFile> {
        let (study, plan) = (&self.study, self.study.plan());
        let of = Of::Note(plan.day(no).id().clone());
        let mut file = DraftFile::create(&self.files.drafts(), plan.id(), of, random)?;
        file.lend(&study.day(no).notes, &study.note(no), now)?;
        Ok(file)
    }

    /// Takes in what other processes recorded and what the clock says; tells whether anything is different now.
    pub fn refresh(&mut self, now: DateTime<FixedOffset>) -> Result<bool, FileError> {
        let habits = self.study.habits();
        let date = |at| (habits.study_date(at), habits.is_late(at));
        let change = self.files.refresh(&mut self.study.journal)?;
        let is_changed = change != Change::Nothing || date(now) != date(self.study.now());
        if is_changed {
            self.study.take(change, now);
        }
        Ok(is_changed)
    }
}
