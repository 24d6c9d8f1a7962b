//! The daily copies of the journal's files: before the first entry of a date, each file is copied to
//! `backups/<name>-<date>.toml`; 7 daily, 4 weekly and 12 monthly ones are kept. Restoring is copying a file back.

use super::Journal;
use super::disk::{contents, names, opened, uninterrupted};
use super::scan::{self, Decoded};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;
use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{self, Read};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

const HEAD: u64 = 4096;

/// Copies each file that has no copy of this date, and lets go of old copies. The error names what could not be made.
pub(super) fn keep(dir: &Path, files: &[PathBuf], date: NaiveDate) -> Result<(), (PathBuf, io::Error)> {
    for file in files {
        let Some(name) = file.file_stem().and_then(|stem| stem.to_str()) else { continue };
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
    match DirBuilder::new().mode(0o700).create(dir) {
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
        let mut to = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&unfinished)?;
        io::copy(&mut File::open(file)?, &mut to)?;
        to.sync_all()?;
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

/// Returns the newest copy of a plan's journal up to a date; where there is none, the oldest of those of later dates,
/// which come from a clock that was wrong. What is no regular file, or another plan's by its head, is none.
pub(super) fn newest(dir: &Path, plan: &str, until: NaiveDate) -> Option<PathBuf> {
    let dates = dated(dir, plan);
    let mut in_order = dates.range(..=until).rev().chain(dates.range(until..).filter(|d| **d > until));
    let path = |date: &NaiveDate| dir.join(format!("{plan}-{date}.toml"));
    let is_ours = |copy: &PathBuf| {
        let Ok(Some((file, _))) = opened(copy) else { return false };
        let mut head = Vec::new();
        let is_read = file.take(HEAD).read_to_end(&mut head).is_ok();
        let head = String::from_utf8_lossy(&head);
        let scanned = scan::scan(&head, 0, 0, 0, Decoded::Replaced, &mut String::new());
        is_read && scanned.plan.is_none_or(|named| named == plan)
    };
    in_order.find_map(|date| Some(path(date)).filter(is_ours))
}

pub(super) fn largest(copy: &Path) -> u64 {
    let bytes = contents(copy).ok().flatten().map(|(_, bytes)| bytes).unwrap_or_default();
    Journal::of_text(&String::from_utf8_lossy(&bytes)).largest()
}
