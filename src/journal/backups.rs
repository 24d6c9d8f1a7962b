//! The daily copies of the journal's files: before the first entry of a date, each file is copied to
//! `backups/<name>-<date>.toml`; 7 daily, 4 weekly and 12 monthly ones are kept. Restoring is copying a file back.
//!
//! Deliberately absent: a way to restore. The union of the files does it.

use super::look::{names, uninterrupted};
use super::scan;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;
use std::fs::{DirBuilder, File, OpenOptions};
use std::io;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

/// Copies each file that has no copy of this date yet, and lets go of copies that have had their time. The error
/// names the file that could not be made.
pub(super) fn keep(
    dir: &Path,
    files: &[PathBuf],
    date: NaiveDate,
) -> Result<(), (PathBuf, io::Error)> {
    for file in files {
        let Some(name) = file.file_stem().and_then(|stem| stem.to_str()) else { continue };
        let copy = dir.join(format!("{name}-{date}.toml"));
        if copy.exists() {
            continue;
        }
        uninterrupted(|| copied(file, &copy, dir, name)).map_err(|error| (copy, error))?;
        for old in spent(&dated(dir, name)) {
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
        let mut to = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(true)
            .mode(0o600)
            .open(&unfinished)?;
        io::copy(&mut File::open(file)?, &mut to)?;
        to.sync_all()?;
        std::fs::rename(&unfinished, copy)
    };
    // On a full disk half a copy would only be in the way of the entry itself.
    written().inspect_err(|_why| drop(std::fs::remove_file(&unfinished)))
}

/// Returns the dates of a file's copies, oldest first.
fn dated(dir: &Path, name: &str) -> BTreeSet<NaiveDate> {
    let names =
        names(dir).unwrap_or_default().into_iter().filter_map(|name| name.into_string().ok());
    let date = |file: String| {
        file.strip_prefix(name)?.strip_prefix('-')?.strip_suffix(".toml")?.parse().ok()
    };
    names.filter_map(date).collect()
}

/// Returns the copies to let go of: all but the last 7, the last of each of the last 4 weeks that have one, and the
/// last of each of the last 12 months that have one.
fn spent(dates: &BTreeSet<NaiveDate>) -> Vec<NaiveDate> {
    let newest_first = || dates.iter().rev().copied();
    let mut kept: BTreeSet<NaiveDate> = newest_first().take(7).collect();
    kept.extend(
        last_of_each(newest_first(), |date| (date.iso_week().year(), date.iso_week().week()))
            .take(4),
    );
    kept.extend(last_of_each(newest_first(), |date| (date.year(), date.month())).take(12));
    dates.difference(&kept).copied().collect()
}

/// Returns the first date of each run of dates with one period, that is the last of it when they come newest first.
fn last_of_each(
    dates: impl Iterator<Item = NaiveDate>,
    period: fn(NaiveDate) -> (i32, u32),
) -> impl Iterator<Item = NaiveDate> {
    let mut seen = None;
    dates.filter(move |date| seen.replace(period(*date)) != Some(period(*date)))
}

/// Returns the newest copy of a plan's journal.
pub(super) fn newest(dir: &Path, plan: &str) -> Option<PathBuf> {
    let date = dated(dir, plan).into_iter().next_back()?;
    Some(dir.join(format!("{plan}-{date}.toml")))
}

/// Returns one more than the largest number of a key in the newest copy, or 1.
pub(super) fn next_number(dir: &Path, plan: &str) -> u64 {
    let bytes = newest(dir, plan).and_then(|path| std::fs::read(path).ok()).unwrap_or_default();
    let numbers = scan::scan(&bytes, 0).entries.into_iter().map(|(entry, _)| entry.key.number());
    numbers.max().map_or(1, |largest| largest.saturating_add(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_three_years_of_evenings_seven_days_four_weeks_and_twelve_months_are_kept() {
        let first = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap();
        let mut dates = BTreeSet::new();
        for date in first.iter_days().take(3 * 365) {
            dates.insert(date);
            for old in spent(&dates) {
                dates.remove(&old);
            }
        }
        let kept: Vec<String> = dates.iter().map(ToString::to_string).collect();
        let months = "2026-01-31 2026-02-28 2026-03-31 2026-04-30 2026-05-31 2026-06-30 2026-07-31 2026-08-31 2026-09-30 \
                      2026-10-31 2026-11-30";
        let weeks_and_days = "2026-12-13 2026-12-20 2026-12-24 2026-12-25 2026-12-26 2026-12-27 2026-12-28 2026-12-29 2026-12-30";
        assert_eq!(kept.join(" "), format!("{months} {weeks_and_days}"));
    }
}
