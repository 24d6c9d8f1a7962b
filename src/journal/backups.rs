//! The daily copies of the journal's files: before the first entry of a date, each file is copied to
//! `backups/<name>-<date>.toml`; 7 daily, 4 weekly and 12 monthly ones are kept. Restoring is copying a file back.

use super::Journal;
use super::disk::{contents, names, uninterrupted};
use super::fact::Key;
use super::names::{head, plan_in, plan_of};
use crate::platform::{self, Look};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;
use std::fs::{File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

/// Copies each file that has no copy of this date, and lets go of old copies. The error names what could not be made.
pub(super) fn keep(dir: &Path, files: &[PathBuf], date: NaiveDate) -> Result<(), (PathBuf, io::Error)> {
    for file in files {
        // `pool.toml.conflict1` and `pool.toml.conflict2` are two files.
        let Some(name) = file.file_name().and_then(|name| name.to_str()) else { continue };
        let name = name.strip_suffix(".toml").unwrap_or(name);
        let copy = dir.join(format!("{name}-{date}.toml"));
        if copy.symlink_metadata().is_ok() {
            continue;
        }
        uninterrupted(|| copied(file, &copy, dir, name)).map_err(|error| (copy, error))?;
        for old in spent(&dated(dir, name), date) {
            drop(std::fs::remove_file(dir.join(format!("{name}-{old}.toml"))));
        }
    }
    Ok(())
}

/// Makes the copy under another name first, so that a copy with a date is always whole.
fn copied(file: &Path, copy: &Path, dir: &Path, name: &str) -> io::Result<()> {
    match platform::private_dir().create(dir) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
        Ok(()) | Err(_) => {}
    }
    let unfinished = dir.join(format!("{name}.unfinished"));
    let written = || {
        // What stands there is a leftover or somebody's trap; a new file follows no link.
        match std::fs::remove_file(&unfinished) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            Ok(()) | Err(_) => {}
        }
        let mut to = platform::private(OpenOptions::new().write(true).create_new(true)).open(&unfinished)?;
        io::copy(&mut File::open(file)?, &mut to)?;
        platform::sync_all(&to)?;
        std::fs::rename(&unfinished, copy)
    };
    // On a full disk half a copy would only be in the way of the entry itself.
    written().inspect_err(|_why| drop(std::fs::remove_file(&unfinished)))
}

fn dated(dir: &Path, name: &str) -> BTreeSet<NaiveDate> {
    let names = names(dir).unwrap_or_default().into_iter().filter_map(|name| name.into_string().ok());
    let date = |file: String| file.strip_prefix(name)?.strip_prefix('-')?.strip_suffix(".toml")?.parse().ok();
    names.filter_map(date).collect()
}

/// Returns the copies to let go of: all but the last 7 up to this date, the last of each of the last 4 weeks that have
/// one, and the last of each of the last 12 months that have one. Copies of later dates come from a clock that was
/// wrong; they take nobody's place.
fn spent(dates: &BTreeSet<NaiveDate>, date: NaiveDate) -> Vec<NaiveDate> {
    let newest_first = || dates.range(..=date).rev().copied();
    let mut kept: BTreeSet<NaiveDate> = newest_first().take(7).collect();
    kept.extend(last_of_each(newest_first(), |date| (date.iso_week().year(), date.iso_week().week())).take(4));
    kept.extend(last_of_each(newest_first(), |date| (date.year(), date.month())).take(12));
    newest_first().filter(|date| !kept.contains(date)).collect()
}

/// Returns the first date of each run of dates with one period, that is the last of it when they come newest first.
fn last_of_each(
    dates: impl Iterator<Item = NaiveDate>,
    period: fn(NaiveDate) -> (i32, u32),
) -> impl Iterator<Item = NaiveDate> {
    let mut seen = None;
    dates.filter(move |date| seen.replace(period(*date)) != Some(period(*date)))
}

/// Returns the newest copy of a plan's journal up to a date, where it is longer than the journal; where there is none, the
/// oldest of those of later dates, which come from a clock that was wrong. What is no regular file, or another plan's by
/// its head, is none. Only what is longer is opened: this is asked at every start.
pub(super) fn longer(dir: &Path, plan: &str, until: NaiveDate, length: u64) -> Option<PathBuf> {
    let dates = dated(dir, plan);
    let in_order = dates.range(..=until).rev().chain(dates.range(until..).filter(|date| **date > until));
    let mut copies = in_order.map(|date| dir.join(format!("{plan}-{date}.toml")));
    let is_longer = |copy: &PathBuf| Look::at(copy).is_some_and(|look| look.length == 0 || look.length > length);
    let is_ours = |copy: &PathBuf| head(copy).is_some_and(|head| plan_in(&head).is_none_or(|named| named == plan));
    copies.find(|copy| !is_longer(copy) || is_ours(copy)).filter(is_longer)
}

/// Returns all copies of a plan's files, the newest of each first.
pub(super) fn all(dir: &Path, plan: &str) -> Vec<PathBuf> {
    let mut copies: Vec<PathBuf> = names(dir).unwrap_or_default().into_iter().map(|name| dir.join(name)).collect();
    copies.retain(|copy| plan_of(copy).is_some_and(|named| named == plan));
    copies.sort_unstable_by(|a, b| b.cmp(a));
    copies
}

/// Returns what a copy holds; nothing where it cannot be read.
pub(super) fn journal(copy: &Path) -> Journal {
    let bytes = contents(copy).ok().flatten().map(|(_, bytes)| bytes).unwrap_or_default();
    Journal::of_text(&String::from_utf8_lossy(&bytes))
}

/// Returns the entries of a copy that a journal has not, in order.
pub(super) fn missing(copy: &Journal, journal: &Journal) -> Vec<Key> {
    copy.entries().map(|entry| entry.key).filter(|key| journal.get(*key).is_none()).collect()
}
