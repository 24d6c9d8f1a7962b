//! The journal on disk: the union of a plan's files, read whole and, where something was only added, read on.
//!
//! Reading never writes, takes no lock (but to look again at a line without an end) and creates nothing; what stands in
//! a file is never rewritten; the lock is held only inside [`Files::record`].

use super::error::FileError;
use super::finding::{Finding, What};
use super::scan::{Decoded, MOST, Row, Scanned};
use super::{Journal, backups, disk, lock, names};
use crate::plan::PlanId;
use crate::platform::Look;
use chrono::NaiveDate;
use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};

/// So many copies beside the journal are looked at each time; of more, only when their directory has changed.
const WATCHED: usize = 16;

/// Says what a reader does about a last line without an end, which may be one that is just being written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tail {
    /// Waits for the writer, at most 2 seconds, and looks again.
    LookAgain,
    /// Takes the file as it is; the line counts if it is whole.
    AsItIs,
}

/// Says what a reading has changed in the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    Nothing,
    /// The entries from this position on are new.
    Added(usize),
    /// Anything may be otherwise.
    Anew,
}

impl Change {
    /// Adds what a later reading has changed.
    pub fn and(&mut self, later: Self) {
        *self = match (*self, later) {
            (Self::Nothing, change) | (change, Self::Nothing) => change,
            (Self::Added(first), Self::Added(_)) => Self::Added(first),
            (Self::Anew, _) | (_, Self::Anew) => Self::Anew,
        };
    }
}

#[derive(Debug)]
pub(super) struct Seen {
    pub(super) path: PathBuf,
    /// None where there is no file.
    pub(super) look: Option<Look>,
    /// Its place among the texts of the journal, if it is one of them, and how many lines it has.
    pub(super) text: Option<(usize, usize)>,
}

impl Seen {
    fn is_changed(&self) -> bool {
        Look::at(&self.path) != self.look
    }
}

/// What the files were when they were all read last.
#[derive(Debug, Default)]
pub(super) struct Reading {
    pub(super) findings: Vec<Finding>,
    pub(super) paths: Vec<PathBuf>,
    pub(super) newer: Option<(PathBuf, i64)>,
    pub(super) other_plan: Option<String>,
    pub(super) seen: Vec<Seen>,
    /// How the directories looked when they were listed last, once they have not changed between two looks.
    pub(super) listed: Vec<Look>,
}

/// Knows a plan's files: where they are, what was found in them, and how they looked.
#[derive(Debug)]
pub struct Files {
    pub(super) dir: PathBuf,
    pub(super) plan: PlanId,
    /// What the plan is called, for the head of a new file.
    pub(crate) title: &'static str,
    pub(super) tail: Tail,
    pub(super) today: NaiveDate,
    pub(super) reading: Reading,
    pub(super) largest: u64,
    pub(super) lockless: bool,
    pub(super) no_backup: Option<(PathBuf, io::Error)>,
}

impl Files {
    /// Reads the journal of a plan from a directory, neither of which need exist.
    pub fn open(dir: PathBuf, plan: PlanId, tail: Tail, today: NaiveDate) -> Result<(Self, Journal), FileError> {
        let (title, reading) = ("", Reading::default());
        let mut files = Self { dir, plan, title, tail, today, reading, largest: 0, lockless: false, no_backup: None };
        let mut journal = Journal::default();
        files.read(&mut journal, names::candidates(&files.dir, files.plan.as_str())?, tail)?;
        Ok((files, journal))
    }

    /// Returns what was found in the files, in their order.
    pub fn findings(&self) -> &[Finding] {
        &self.reading.findings
    }

    /// Returns what there is to say of files that are not read: what editors left, and backups with entries that the
    /// journal has not. Each entry is counted once, in the newest backup that has it.
    pub fn not_read(&self, journal: &Journal) -> Vec<Finding> {
        let left = names::leavings(&self.dir, self.plan.as_str());
        let mut findings: Vec<Finding> = left.iter().map(|path| whole(path, What::Leaving)).collect();
        let said =
            self.findings().iter().find_map(|f| if let What::Older(copy, _) = &f.what { Some(copy) } else { None });
        let mut counted = HashSet::new();
        for copy in backups::all(&self.backups(), self.plan.as_str()) {
            let missing = backups::missing(&backups::journal(&copy), journal);
            let new = missing.into_iter().filter(|key| counted.insert(*key)).count();
            findings.extend((new > 0 && said != Some(&copy)).then(|| whole(&copy, What::OnlyInBackup(new))));
        }
        findings
    }

    /// Finds a journal of another plan in the directory that is about what this plan is about.
    pub(crate) fn look_elsewhere(&mut self, is_about_plan: impl Fn(Journal) -> bool) {
        let mut others = names::others(&self.dir, self.plan.as_str()).into_iter();
        let found = others.find(|(path, _)| is_about_plan(backups::journal(path)));
        let found = found.map(|(path, other)| whole(&path, What::Elsewhere(other, self.plan.clone())));
        self.reading.findings.extend(found);
    }

    /// Takes in what is to be said of the whole journal.
    pub(crate) fn found(&mut self, what: What) {
        self.reading.findings.push(whole(&self.path(), what));
    }

    /// Returns the files that were read, in the order that [`Place`](super::Place) counts them.
    pub fn paths(&self) -> &[PathBuf] {
        &self.reading.paths
    }

    /// Returns the journal's path, whether it exists or not.
    pub fn path(&self) -> PathBuf {
        names::journal(&self.dir, self.plan.as_str())
    }

    /// Returns the directory of the daily copies, whether it exists or not.
    pub fn backups(&self) -> PathBuf {
        self.dir.join("backups")
    }

    /// Returns the directory of the drafts, whether it exists or not.
    pub fn drafts(&self) -> PathBuf {
        self.dir.join("drafts")
    }

    pub(super) fn lock_path(&self) -> PathBuf {
        self.dir.join(format!("{}.lock", self.plan))
    }

    /// Returns warnings of the last save that did not keep it from being one: no locks, no backup.
    pub fn caveat(&self) -> Option<String> {
        let no_backup = self.no_backup.as_ref().map(|(path, error)| FileError::no_backup(path, error));
        no_backup.or_else(|| self.lockless.then(|| FileError::no_locks(&self.lock_path())))
    }

    /// Reads again what has changed since the last reading.
    pub fn refresh(&mut self, journal: &mut Journal) -> Result<Change, FileError> {
        let target = names::target(&self.dir, self.plan.as_str());
        let beside = target.as_ref().and_then(|target| target.parent());
        let dirs: Vec<Look> = std::iter::once(&*self.dir).chain(beside).filter_map(Look::at).collect();
        if !dirs.is_empty() && dirs == self.reading.listed {
            let watched = if self.reading.seen.len() > WATCHED { 1 } else { self.reading.seen.len() };
            if !self.reading.seen.iter().take(watched).chain(self.continued()).any(Seen::is_changed) {
                return Ok(Change::Nothing);
            }
        }
        // A file made in the same moment leaves the directory looking as it did: listed is what looked the same twice.
        let change = self.look_again(journal, self.tail)?;
        self.reading.listed = if change == Change::Nothing { dirs } else { Vec::new() };
        Ok(change)
    }

    pub(super) fn look_again(&mut self, journal: &mut Journal, tail: Tail) -> Result<Change, FileError> {
        let paths = names::candidates(&self.dir, self.plan.as_str())?;
        let mut changed = self.reading.seen.iter().filter(|seen| seen.is_changed()).map(|seen| seen.path.clone());
        let (first, second) = (changed.next(), changed.next());
        if paths.iter().eq(self.reading.seen.iter().map(|seen| &seen.path)) {
            match (first, second) {
                (None, _) => return Ok(Change::Nothing),
                (Some(one), None) if let Some(begin) = self.read_on(journal, &one) => {
                    return Ok(if begin < journal.len() { Change::Added(begin) } else { Change::Nothing });
                }
                (Some(_), _) => {}
            }
        }
        self.read(journal, paths, tail)?;
        Ok(Change::Anew)
    }

    /// Takes in what was added to a file, if nothing else happened to it; none where all must be read.
    fn read_on(&mut self, journal: &mut Journal, path: &Path) -> Option<usize> {
        let seen = self.reading.seen.iter_mut().find(|seen| seen.path == path)?;
        let (place, lines) = seen.text?;
        let (look, bytes) = disk::contents(path).ok()??;
        let known = journal.texts.get(place)?;
        let (before, added) = bytes.split_at_checked(known.len())?;
        let is_added_to = before == known.as_bytes() && known.ends_with('\n');
        let added = std::str::from_utf8(added).ok().filter(|added| is_added_to && !added.starts_with('\u{feff}'))?;
        let begin = journal.scan_on(place, lines, added)?;
        let lines = lines + memchr::memchr_iter(b'\n', added.as_bytes()).count();
        seen.look = Some(look);
        seen.text = Some((place, lines));
        self.largest = self.largest.max(journal.largest());
        Some(begin)
    }

    pub(super) fn read(&mut self, journal: &mut Journal, paths: Vec<PathBuf>, tail: Tail) -> Result<(), FileError> {
        let main = self.path();
        let mut anew = Journal::default();
        let mut rows = Vec::new();
        let mut reading = Reading::default();
        for path in paths {
            let unread = |look| Seen { path: path.clone(), look, text: None };
            let (look, bytes) = match self.bytes(&path, tail) {
                Ok(None) => {
                    reading.seen.push(unread(None));
                    continue;
                }
                Ok(Some(found)) => found,
                Err(error) if path == main => return Err(error),
                // What only may be a copy by its name may as well be a directory.
                Err(FileError::NotRegular(_)) if !names::is_ours(&path, &self.dir, self.plan.as_str()) => {
                    reading.seen.push(unread(Look::at(&path)));
                    continue;
                }
                Err(error) => {
                    reading.findings.push(whole(&path, What::CopyUnread(error.to_string())));
                    reading.seen.push(unread(Look::at(&path)));
                    continue;
                }
            };
            if !names::is_ours(&path, &self.dir, self.plan.as_str())
                && names::plan_in(&bytes).as_deref() != Some(self.plan.as_str())
            {
                reading.seen.push(unread(Some(look)));
                continue;
            }
            let (text, decoded) = match String::from_utf8(bytes) {
                Ok(text) => (text, Decoded::Whole),
                Err(error) => (String::from_utf8_lossy(error.as_bytes()).into_owned(), Decoded::Replaced),
            };
            let rewritten = anew.rewritten.len();
            let scanned = anew.scan(text, decoded);
            let place = anew.texts.len().saturating_sub(1);
            match &scanned.plan {
                Some(plan)
                    if plan != self.plan.as_str()
                        && (path != main || continues(plan, self.plan.as_str()) || !names::is_listed(&main)) =>
                {
                    // Another plan's journal, or its continuation, whose name begins as this one's does or is the same.
                    anew.texts.pop();
                    anew.rewritten.truncate(rewritten);
                    reading.seen.push(unread(Some(look)));
                    continue;
                }
                Some(plan) if plan != self.plan.as_str() => {
                    reading.findings.push(whole(&path, What::OtherPlan(plan.clone())));
                    reading.other_plan = Some(plan.clone());
                }
                None if scanned.findings.iter().any(|(.., what)| *what == What::Empty) => {}
                None => reading.findings.push(whole(&path, What::NoPlan)),
                Some(_) => {}
            }
            reading.seen.push(Seen { path: path.clone(), look: Some(look), text: Some((place, scanned.lines)) });
            let Scanned { rows: its, findings: found, newer: format, .. } = scanned;
            reading.newer = reading.newer.or(format.map(|format| (path.clone(), format)));
            let found = found.into_iter();
            reading.findings.extend(found.map(|(line, column, what)| Finding {
                path: path.clone(),
                line,
                column,
                what,
            }));
            if rows.is_empty() {
                rows = its;
            } else {
                rows.extend(its);
            }
            reading.paths.push(path);
        }
        let length = reading.seen.first().and_then(|seen| seen.look.as_ref()).map(|look| look.length);
        let longer = backups::longer(&self.backups(), self.plan.as_str(), self.today, length.unwrap_or(0));
        if length.is_none() {
            let left = || names::leavings(&self.dir, self.plan.as_str()).into_iter().next();
            let beside = reading.paths.first().or(longer.as_ref()).cloned().or_else(left);
            reading.findings.extend(beside.map(|beside| whole(&main, What::Missing(beside))));
        }
        let mut left_out = Vec::new();
        anew.arrange(rows, &mut left_out);
        reading.findings.extend(odd_keys(&anew, &left_out, &reading.paths, &main));
        let lost = journal.entries().filter(|entry| anew.get(entry.key).is_none()).count();
        reading.findings.extend((lost > 0).then(|| whole(&main, What::Lost(lost))));
        if let Some(copy) = longer {
            let its = backups::journal(&copy);
            // What is lost may come back (a sync program replaces it), and what is new must come after it.
            self.largest = self.largest.max(its.largest());
            // The owner's deleted entries are in the backups too, and of those only `check` speaks. Here it is said
            // where the newest is gone, as where an older file is put in the place of ours, until the next backup.
            let missing = backups::missing(&its, &anew);
            let is_older = missing.last().is_some_and(|last| its.entries().next_back().is_some_and(|e| e.key == *last));
            let is_unsaid = is_older && lost == 0 && length.is_some_and(|length| length > 0);
            reading.findings.extend(is_unsaid.then(|| whole(&main, What::Older(copy, missing.len()))));
        }
        *journal = anew;
        self.reading = reading;
        self.largest = self.largest.max(journal.largest());
        Ok(())
    }

    pub(super) fn continued(&self) -> Option<&Seen> {
        if self.reading.seen.len() < 2 {
            return None;
        }
        let number = |seen: &Seen| {
            let stem = seen.path.file_stem()?.to_str()?;
            let number = stem.strip_prefix(self.plan.as_str())?.strip_prefix('-')?.parse::<u32>().ok()?;
            (number >= 2 && seen.text.is_some() && seen.path == self.numbered(number)).then_some(number)
        };
        self.reading.seen.iter().filter(|seen| number(seen).is_some()).max_by_key(|seen| number(seen))
    }

    pub(super) fn numbered(&self, k: u32) -> PathBuf {
        self.dir.join(format!("{}-{k}.toml", self.plan))
    }

    fn bytes(&self, path: &Path, tail: Tail) -> Result<Option<(Look, Vec<u8>)>, FileError> {
        let found = disk::contents(path)?;
        let is_cut = found.as_ref().is_some_and(|(_, bytes)| bytes.last().is_some_and(|last| *last != b'\n'));
        if is_cut && tail == Tail::LookAgain {
            // An unlocked reader may see half of a line that is just being appended: wait for its writer.
            let _writer_has_ended = lock::shared(&self.lock_path());
            return disk::contents(path);
        }
        Ok(found)
    }
}

fn odd_keys(journal: &Journal, left_out: &[(Row, Row)], paths: &[PathBuf], main: &Path) -> Vec<Finding> {
    let path = |row: &Row| paths.get(usize::from(row.file)).cloned().unwrap_or_default();
    let line = |row: &Row| usize::try_from(row.line).unwrap_or(0);
    let same = left_out.iter().map(|(row, first)| (row, What::SameKey(row.key, path(first), line(first))));
    let far = journal.rows.iter().filter(|row| !journal.is_in_reason(row.key));
    let far = far.map(|row| (row, What::FarKey(row.key)));
    let mut odd = same.chain(far);
    let found = |(row, what)| Finding { path: path(row), line: line(row), column: None, what };
    let mut findings: Vec<Finding> = odd.by_ref().take(MOST).map(found).collect();
    let more = odd.count();
    findings.extend((more > 0).then(|| whole(main, What::More(more))));
    findings
}

/// Tells whether a plan's file has the name in which another plan's goes on: `pool-2` is the second file of `pool`.
fn continues(other: &str, plan: &str) -> bool {
    let number = plan.strip_prefix(other).and_then(|rest| rest.strip_prefix('-'));
    let number = number.filter(|number| !number.starts_with(['0', '+']));
    number.and_then(|number| number.parse::<u32>().ok()).is_some_and(|number| number >= 2)
}

fn whole(path: &Path, what: What) -> Finding {
    Finding { path: path.to_owned(), line: 0, column: None, what }
}
