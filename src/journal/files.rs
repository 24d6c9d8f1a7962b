//! The state on disk: reading the union of a plan's journal files, and appending one line so that it stays.
//!
//! Saving is: lock, read what is new, one `write` of one whole line to the end of the file, `fdatasync`, unlock.
//! Invariants: reading never writes, takes no lock (but to look again at a line without an end) and creates nothing;
//! nothing that stands in a file is ever rewritten; the lock is held only inside [`Files::record`].
//!
//! Deliberately absent: a cache of the files' contents, and any file kept open between two calls (an editor that
//! saves by renaming would leave us writing into a deleted file).

use super::append::{self, Unsaved};
use super::error::{FileError, LARGEST};
use super::fact::{Entry, Fact, Key, Place};
use super::finding::{Finding, What};
use super::lock::{self, Lock};
use super::look::{self, Look, Seen};
use super::scan::{self, Scanned, Trust};
use super::{Journal, backups, line};
use crate::plan::PlanId;
use chrono::{DateTime, FixedOffset};
use std::io;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::Instant;

/// The bytes that a line may need beside itself: line breaks, and the head of a new file.
const HEAD: u64 = 1024;

/// Says what a reader does about a last line without an end, which may be one that is just being written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tail {
    /// Waits for the writer, at most 2 seconds, and looks again.
    LookAgain,
    /// Takes the file as it is; the line counts if it is whole.
    AsItIs,
}

/// Holds what was read from the journal's files, and records into them.
#[derive(Debug)]
pub struct Files {
    dir: PathBuf,
    plan: PlanId,
    tail: Tail,
    journal: Rc<Journal>,
    findings: Vec<Finding>,
    paths: Vec<PathBuf>,
    newer: Option<(PathBuf, i64)>,
    other_plan: Option<String>,
    seen: Vec<(PathBuf, Option<Seen>)>,
    company: Option<Instant>,
    lockless: bool,
    no_backup: Option<(PathBuf, io::Error)>,
}

impl Files {
    /// Reads the journal of a plan from a directory, neither of which need exist.
    pub fn open(dir: PathBuf, plan: PlanId, tail: Tail) -> Result<Self, FileError> {
        let mut files = Self {
            dir,
            plan,
            tail,
            journal: Rc::default(),
            findings: Vec::new(),
            paths: Vec::new(),
            newer: None,
            other_plan: None,
            seen: Vec::new(),
            company: None,
            lockless: false,
            no_backup: None,
        };
        files.read(files.candidates()?, tail)?;
        Ok(files)
    }

    /// Returns what the files say.
    pub fn journal(&self) -> &Rc<Journal> {
        &self.journal
    }

    /// Returns what was found in the files, in their order.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Returns the files that were read, in the order that [`Place`](super::Place) counts them.
    pub fn paths(&self) -> &[PathBuf] {
        &self.paths
    }

    /// Returns the journal's path, whether it exists or not.
    pub fn path(&self) -> PathBuf {
        self.dir.join(format!("{}.toml", self.plan))
    }

    /// Returns the directory of the daily copies, whether it exists or not.
    pub fn backups(&self) -> PathBuf {
        self.dir.join("backups")
    }

    /// Returns the directory of the drafts, whether it exists or not.
    pub fn drafts(&self) -> PathBuf {
        self.dir.join("drafts")
    }

    /// Returns warnings of the last save that did not keep it from being one: no locks, no backup.
    pub fn caveat(&self) -> Option<String> {
        let no_backup =
            self.no_backup.as_ref().map(|(path, error)| FileError::no_backup(path, error));
        no_backup.or_else(|| self.lockless.then(|| FileError::no_locks(&self.lock_path())))
    }

    /// Reads again what has changed since the last reading; tells whether anything had.
    pub fn refresh(&mut self) -> Result<bool, FileError> {
        self.look_again(self.tail)
    }

    fn look_again(&mut self, tail: Tail) -> Result<bool, FileError> {
        let paths = self.candidates()?;
        let look = |known: &Option<Seen>| known.as_ref().map(|seen| seen.look.clone());
        let changed = self.seen.iter().filter(|(path, known)| Look::at(path) != look(known));
        let changed: Vec<PathBuf> = changed.map(|(path, _)| path.clone()).collect();
        let as_listed = paths.iter().eq(self.seen.iter().map(|(path, _)| path));
        match changed.as_slice() {
            [] if as_listed => return Ok(false),
            [one] if as_listed && self.read_on(one) => {}
            _ => self.read(paths, tail)?,
        }
        Ok(true)
    }

    /// Takes in what was added to a file, if nothing else happened to it and there is nothing to say about it; else
    /// tells that all must be read.
    fn read_on(&mut self, path: &Path) -> bool {
        let Some((_, Some(seen))) = self.seen.iter_mut().find(|(known, _)| known == path) else {
            return false;
        };
        let Some(place) = self.paths.iter().position(|read| read == path) else { return false };
        let Ok(Some((look, bytes))) = look::contents(path) else { return false };
        let Some(new) = seen.added(&bytes).filter(|new| !new.starts_with("\u{feff}".as_bytes()))
        else {
            return false;
        };
        let scanned = scan::scan(new, u16::try_from(place).unwrap_or(u16::MAX));
        if !scanned.findings.is_empty() || scanned.plan.is_some() || !scanned.ends_fresh {
            return false;
        }
        // What we recorded ourselves is known already.
        let mut entries: Vec<Entry> = scanned.entries.into_iter().map(|(entry, _)| entry).collect();
        entries.retain(|entry| self.journal.get(entry.key) != Some(entry));
        let last = self.journal.entries().last().map(|entry| entry.key);
        let after = entries.first().is_none_or(|first| Some(first.key) > last);
        if !after || !entries.is_sorted_by(|a, b| a.key < b.key) {
            return false;
        }
        for entry in &mut entries {
            entry.place.line = entry.place.line.saturating_add(seen.lines());
        }
        *seen = seen.and(look, new);
        Rc::make_mut(&mut self.journal).extend(entries);
        true
    }

    /// Returns the journal, there or not, and every file beside it that may be its copy or continuation.
    fn candidates(&self) -> Result<Vec<PathBuf>, FileError> {
        let main = self.path();
        let siblings = look::siblings(&self.dir, self.plan.as_str(), &main)?;
        Ok(std::iter::once(main).chain(siblings).collect())
    }

    fn read(&mut self, paths: Vec<PathBuf>, tail: Tail) -> Result<(), FileError> {
        let main = self.path();
        let (mut all, mut read, mut newer) = (Vec::with_capacity(paths.len()), Vec::new(), None);
        let (mut entries, mut findings, mut other_plan) = (Vec::new(), Vec::new(), None);
        for path in paths {
            let place = u16::try_from(read.len()).unwrap_or(u16::MAX);
            let (seen, scanned) = match self.scan_file(&path, place, tail) {
                Ok(None) => {
                    all.push((path, None));
                    continue;
                }
                Ok(Some(found)) => found,
                Err(error) if path == main => return Err(error),
                Err(error) => {
                    findings.push(whole(&path, What::CopyUnread(error.to_string())));
                    all.push((path.clone(), Look::at(&path).map(|look| Seen::of(look, &[]))));
                    continue;
                }
            };
            all.push((path.clone(), Some(seen)));
            match &scanned.plan {
                Some(plan) if plan != self.plan.as_str() && path != main => continue,
                Some(plan) if plan != self.plan.as_str() => {
                    findings.push(whole(&path, What::OtherPlan(plan.clone())));
                    other_plan = Some(plan.clone());
                }
                None if scanned.findings.iter().any(|(.., what)| *what == What::Empty) => {}
                None => findings.push(whole(&path, What::NoPlan)),
                Some(_) => {}
            }
            newer = newer.or(scanned.newer.map(|format| (path.clone(), format)));
            let found = scanned.findings.into_iter();
            findings.extend(found.map(|(line, column, what)| Finding {
                path: path.clone(),
                line,
                column,
                what,
            }));
            entries.extend(scanned.entries);
            read.push(path);
        }
        if all.first().is_none_or(|(_, seen)| seen.is_none()) {
            let beside = read
                .first()
                .cloned()
                .or_else(|| backups::newest(&self.backups(), self.plan.as_str()));
            findings.extend(beside.map(|beside| whole(&main, What::Missing(beside))));
        }
        self.journal = Rc::new(Journal::new(once(entries, &read, &mut findings)));
        (self.findings, self.paths, self.seen) = (findings, read, all);
        (self.newer, self.other_plan) = (newer, other_plan);
        Ok(())
    }

    fn scan_file(
        &self,
        path: &Path,
        place: u16,
        tail: Tail,
    ) -> Result<Option<(Seen, Scanned)>, FileError> {
        let scanned =
            |(look, bytes): (Look, Vec<u8>)| (Seen::of(look, &bytes), scan::scan(&bytes, place));
        let Some((look, bytes)) = look::contents(path)? else { return Ok(None) };
        let cut = bytes.last().is_some_and(|last| *last != b'\n');
        if cut && tail == Tail::LookAgain {
            // An unlocked reader may see half of a line that is just being appended: wait for its writer.
            let _writer_has_ended = lock::shared(&self.lock_path());
            return Ok(look::contents(path)?.map(scanned));
        }
        Ok(Some(scanned((look, bytes))))
    }

    fn lock_path(&self) -> PathBuf {
        self.dir.join(format!("{}.lock", self.plan))
    }

    /// Appends a fact and returns its entry, once it is on the disk. The moment is kept to the second.
    ///
    /// `random` is the random part of its key. An undo is refused when what it names is no longer live. On an error
    /// nothing was saved, or ([`FileError::NotKnown`]) it is not known to be.
    pub fn record(
        &mut self,
        fact: Fact,
        now: DateTime<FixedOffset>,
        random: u32,
    ) -> Result<Entry, FileError> {
        let new_dirs = append::create_dirs(&self.dir)?;
        lock::give_way(self.company.take());
        let lock = lock::exclusive(&self.lock_path())?;
        self.lockless = matches!(lock, Lock::Unsupported);
        // Nobody can be in the middle of a line now: we hold the lock.
        let not_alone = self.look_again(Tail::AsItIs)?;
        if let Some((path, format)) = &self.newer {
            return Err(FileError::Newer(path.clone(), *format));
        }
        if let Some(plan) = &self.other_plan {
            return Err(FileError::OtherPlan(self.path(), plan.clone()));
        }
        if let Fact::Undo(target) = fact
            && !self.journal.is_live(target)
        {
            return Err(FileError::AlreadyUndone(target));
        }
        let key = Key::numbered(self.next_number(), random);
        let key = key.ok_or_else(|| {
            FileError::Unfit(self.path(), "its entries have used up all numbers".to_owned())
        })?;
        let entry = Entry { key, at: line::to_the_second(now), fact, place: Place::default() };
        let text = line::written(&entry);
        line::check(&text, &entry).map_err(|why| FileError::Unfit(self.path(), why))?;
        self.no_backup = backups::keep(&self.backups(), &self.paths, now.date_naive()).err();
        self.append(&text, new_dirs, &lock)?;
        Rc::make_mut(&mut self.journal).extend(vec![entry.clone()]);
        self.company = not_alone.then(Instant::now);
        Ok(entry)
    }

    fn next_number(&self) -> u64 {
        let seen = self.journal.next_number();
        match self.seen.first() {
            Some((_, Some(_))) => seen,
            // The file may come back (a sync program replaces it): what is new must come after what it holds.
            Some((_, None)) | None => {
                seen.max(backups::next_number(&self.backups(), self.plan.as_str()))
            }
        }
    }

    /// Appends a line to the file that is being written: the journal, or the last file that goes on from it after a
    /// failed sync.
    fn append(&mut self, text: &str, new_dirs: usize, lock: &Lock) -> Result<(), FileError> {
        let path = self.roomy(text.len());
        match append::line(&path, self.plan.as_str(), text, new_dirs, lock) {
            Ok(appended) => {
                // A file that did not look as we knew it was changed by somebody without the lock: it is read again.
                if let Some((_, Some(seen))) =
                    self.seen.iter_mut().find(|(known, _)| *known == path)
                    && Some(&seen.look) == appended.before.as_ref()
                    && let Some(after) = appended.after
                {
                    seen.look = after;
                }
                Ok(())
            }
            Err(Unsaved::Nothing(error)) => Err(FileError::NotSaved(path, error)),
            Err(Unsaved::Unknown(error)) => {
                // After a failed sync the system may call the file clean though it is not: never sync it again, but
                // say the line once more in a new file. Equal lines count once.
                let next = self.next_file();
                let saved =
                    append::line(&next, self.plan.as_str(), text, 0, lock).is_ok().then_some(next);
                drop(self.look_again(Tail::AsItIs));
                Err(FileError::NotKnown(path, saved, error))
            }
        }
    }

    /// Returns the last of `<plan id>-2.toml`, `-3` and so on that is this plan's.
    fn continued(&self) -> Option<PathBuf> {
        (2..=self.seen.len() + 1)
            .rev()
            .map(|k| self.numbered(k))
            .find(|path| self.paths.contains(path))
    }

    /// Returns the file that is being written, or a new one where it would grow beyond what is read.
    fn roomy(&self, more: usize) -> PathBuf {
        let path = self.continued().unwrap_or_else(|| self.path());
        let seen =
            self.seen.iter().find(|(known, _)| *known == path).and_then(|(_, seen)| seen.as_ref());
        let most =
            LARGEST.saturating_sub(u64::try_from(more).unwrap_or(u64::MAX)).saturating_sub(HEAD);
        if seen.is_some_and(|seen| seen.look.length() > most) { self.next_file() } else { path }
    }

    fn next_file(&self) -> PathBuf {
        let free =
            (2..usize::MAX).map(|k| self.numbered(k)).find(|path| path.symlink_metadata().is_err());
        free.unwrap_or_else(|| self.path())
    }

    fn numbered(&self, k: usize) -> PathBuf {
        self.dir.join(format!("{}-{k}.toml", self.plan))
    }
}

fn whole(path: &Path, what: What) -> Finding {
    Finding { path: path.to_owned(), line: 0, column: None, what }
}

/// Returns every entry once: equal lines count once, and of two that differ under one key the one with a whole seal
/// counts, else the first.
fn once(
    mut entries: Vec<(Entry, Trust)>,
    paths: &[PathBuf],
    findings: &mut Vec<Finding>,
) -> Vec<Entry> {
    if entries.is_sorted_by(|a, b| a.0.key < b.0.key) {
        return entries.into_iter().map(|(entry, _)| entry).collect();
    }
    entries.sort_by_key(|(entry, trust)| (entry.key, std::cmp::Reverse(*trust)));
    let at = |entry: &Entry| {
        let path = paths.get(usize::from(entry.place.file)).cloned().unwrap_or_default();
        (path, usize::try_from(entry.place.line).unwrap_or(0))
    };
    let mut kept: Vec<Entry> = Vec::with_capacity(entries.len());
    for (entry, _) in entries {
        match kept.last() {
            Some(first) if first.key == entry.key => {
                if *first != entry {
                    let ((path, line), (other, other_line)) = (at(&entry), at(first));
                    let what = What::SameKey(entry.key, other, other_line);
                    findings.push(Finding { path, line, column: None, what });
                }
            }
            Some(_) | None => kept.push(entry),
        }
    }
    kept
}
