//! A save: lock, read what is new, one `write` of one whole line to the end of the file, `fdatasync`, unlock.

use super::append::{self, Appended, Unsaved};
use super::error::{FileError, LARGEST};
use super::fact::{Fact, Key, Record};
use super::fields::Fields;
use super::files::{Change, Files, Seen, Tail};
use super::finding::{Finding, What};
use super::lock::{self, Lock};
use super::{Journal, backups, entry, names, seal, write};
use chrono::{DateTime, FixedOffset};
use std::io;
use std::path::{Path, PathBuf};

const HEAD: u64 = 4096;
const ATTEMPTS: usize = 8;
const LONGEST: usize = 8 << 20;

impl Files {
    /// Appends a record and returns the key of its entry, once it is on the disk and in the journal.
    ///
    /// `random` is the random part of the key; `change` says what has changed in the journal, also after an error. An
    /// undo of what is not live is refused. On an error nothing was saved, or, [`FileError::NotKnown`], perhaps it was.
    pub fn record(
        &mut self,
        journal: &mut Journal,
        record: &Record,
        now: DateTime<FixedOffset>,
        random: u32,
        change: &mut Change,
    ) -> Result<Key, FileError> {
        self.today = now.date_naive();
        let new_dirs = append::create_dirs(&self.dir)?;
        let lock = lock::exclusive(&self.lock_path())?;
        self.lockless = matches!(lock, Lock::Unsupported);
        // Nobody can be in the middle of a line now: we hold the lock.
        let found = self.look_again(journal, Tail::AsItIs)?;
        change.and(found);
        let is_loss = |finding: &&Finding| matches!(finding.what, What::Lost(_));
        let lost = self.reading.findings.iter().find(is_loss).filter(|_| found == Change::Anew).cloned();
        if let Some((path, format)) = &self.reading.newer {
            return Err(FileError::Newer(path.clone(), *format));
        }
        if let Some(plan) = &self.reading.other_plan {
            return Err(FileError::OtherPlan(self.path(), plan.clone()));
        }
        let undone = record.facts.iter().filter_map(|fact| if let Fact::Undo(keys) = fact { Some(keys) } else { None });
        let mut undone = undone.flatten();
        if let Some(gone) = undone.clone().find(|key| !journal.is_live(**key)) {
            return Err(FileError::AlreadyUndone(*gone));
        }
        // Beyond everything that this run, the copies and a longer backup know.
        let number = self.largest.saturating_add(1);
        if let Some(later) = undone.find(|key| key.number() >= number) {
            let why = format!("the number of {later} is beyond reason, so nothing can come after it");
            return Err(FileError::Unfit(self.path(), why));
        }
        if number >= Key::LARGEST {
            return Err(FileError::Unfit(self.path(), "its entries have used up all numbers".to_owned()));
        }
        let key = Key::new(number, random);
        let line = write::line(key, now, record);
        self.fits(&line, record)?;
        self.no_backup = backups::keep(&self.backups(), &self.reading.paths, now.date_naive()).err();
        let appended = self.append(journal, (key, &line), new_dirs, &lock, change);
        // What was seen to be lost just now is said, though the journal was read once more since.
        self.reading.findings.extend(lost.filter(|_| !self.reading.findings.iter().any(|f| is_loss(&f))));
        appended?;
        self.largest = self.largest.max(number);
        Ok(key)
    }

    fn fits(&self, line: &str, record: &Record) -> Result<(), FileError> {
        let unfit = |why| FileError::Unfit(self.path(), why);
        if line.len() > LONGEST {
            let (has, most) = (line.len() >> 20, LONGEST >> 20);
            return Err(unfit(format!("its line would have {has} MB, and the limit is {most} MB")));
        }
        let (entry, _) = seal::unsealed(line);
        let body = entry.split_once(" = { ").and_then(|(_, fields)| fields.strip_suffix(" }")).unwrap_or_default();
        let fields = Fields::of(body).ok_or_else(|| unfit("it would not be read as an entry".to_owned()))?;
        fields.parts(&mut |_| {}).map_err(unfit)?;
        // Two facts that share a field, or one of a newer version.
        let is_same = entry::recorded(body) == *record;
        is_same.then_some(()).ok_or_else(|| unfit("it would be read as something else".to_owned()))
    }

    /// Appends a line to the file that is being written and sees that it stands in the journal then. A file that was
    /// put in the place of ours meanwhile does not have the line: it gets it too.
    fn append(
        &mut self,
        journal: &mut Journal,
        (key, line): (Key, &str),
        new_dirs: usize,
        lock: &Lock,
        change: &mut Change,
    ) -> Result<(), FileError> {
        let mut path = self.path();
        let mut why = io::Error::other("another file is put in its place again and again");
        for _ in 0..ATTEMPTS {
            path = self.roomy(line.len());
            match append::line(&path, &self.head(), line, new_dirs, lock) {
                Ok(appended) => {
                    if self.take_in(journal, &path, &appended, line).is_some() {
                        change.and(Change::Added(journal.len().saturating_sub(1)));
                        return Ok(());
                    }
                    self.read(journal, names::candidates(&self.dir, self.plan.as_str())?, Tail::AsItIs)?;
                    change.and(Change::Anew);
                    if journal.get(key).is_some() {
                        return Ok(());
                    }
                }
                Err(Unsaved::Nothing(error)) => return Err(FileError::NotSaved(path, error)),
                Err(Unsaved::Unknown(error)) => {
                    why = error;
                    break;
                }
            }
        }
        // After a failed sync the system may call the file clean though it is not: say the line again in a new file.
        let next = self.next_file();
        let saved = append::line(&next, &self.head(), line, 0, lock).is_ok().then_some(next);
        change.and(self.look_again(journal, Tail::AsItIs).unwrap_or(Change::Nothing));
        Err(FileError::NotKnown(path, saved, why))
    }

    /// Takes our own line in without reading it back, where the file looked as we knew it and has only this line more.
    fn take_in(&mut self, journal: &mut Journal, path: &Path, appended: &Appended, line: &str) -> Option<usize> {
        let seen = self.reading.seen.iter_mut().find(|seen| seen.path == path)?;
        let as_known = seen.look.is_some() && seen.look == appended.before;
        let (place, lines) = seen.text.filter(|_| as_known)?;
        let begin = journal.scan_on(place, lines, &format!("{line}\n"))?;
        seen.look.clone_from(&appended.after);
        seen.text = Some((place, lines + 1));
        Some(begin)
    }

    /// Returns the file that is being written, or a new one where it would grow beyond what is read.
    fn roomy(&self, more: usize) -> PathBuf {
        // Under the journal's name may stand what another plan goes on in.
        let ours = |seen: &&Seen| seen.text.is_some() || seen.look.is_none();
        let seen = self.continued().or(self.reading.seen.first().filter(ours));
        let more = u64::try_from(more).unwrap_or(u64::MAX);
        let most = LARGEST.saturating_sub(more).saturating_sub(HEAD);
        let length = seen.and_then(|seen| seen.look.as_ref()).map_or(0, |look| look.length);
        let seen = seen.filter(|_| length <= most);
        seen.map_or_else(|| self.next_file(), |seen| seen.path.clone())
    }

    fn head(&self) -> String {
        write::header(self.plan.as_str(), self.title)
    }

    fn next_file(&self) -> PathBuf {
        let mut numbered = (2..=u32::MAX).map(|k| self.numbered(k));
        numbered.find(|path| path.symlink_metadata().is_err()).unwrap_or_else(|| self.path())
    }
}
