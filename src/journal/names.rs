//! The names of files beside a journal: which may be copies of it, whatever a sync program put before or behind its
//! name, and which are what an editor or a transfer left.

use super::disk;
use super::error::FileError;
use super::scan::{self, Decoded};
use memchr::memmem;
use std::ffi::OsStr;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// A journal's head is shorter than this.
const HEAD: usize = 4096;

const TOML: &[u8] = b".toml";

/// How the names begin and end of what editors, merges and transfers leave: half a file, or one of before a change.
const LEFT_BEGIN: [&[u8]; 3] = [b".", b"~", b"#"];
const LEFT_END: [&[u8]; 11] =
    [b"~", b"#", b".swp", b".swo", b".bak", b".orig", b".rej", b".old", b".tmp", b".part", b".partial"];

/// Says what a file may be by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Is {
    /// Begins with the journal's name and ends as it does.
    Copy,
    /// Holds the journal's name and ending somewhere: a copy, if its head names the plan.
    PerhapsCopy,
    Leaving,
}

/// Returns what a file may be by its name, to the journal of this name (without `.toml`); none where it is nothing to it.
///
/// On some systems capitals make no other name, and a file that came from there may have its letters otherwise.
fn is(name: &OsStr, journal: &str) -> Option<Is> {
    if is_settings(name) && !journal.to_lowercase().starts_with(SETTINGS) {
        return None;
    }
    is_exactly(name.as_encoded_bytes(), journal.as_bytes()).or_else(|| {
        let lower = name.to_str()?.to_lowercase();
        let is = is_exactly(lower.as_bytes(), journal.to_lowercase().as_bytes())?;
        Some(if is == Is::Copy { Is::PerhapsCopy } else { is })
    })
}

/// The settings are `config.toml`, and on macOS they are beside the journals. No plan has this name.
const SETTINGS: &str = "config";

/// Tells whether a file is the settings or a copy of them.
fn is_settings(name: &OsStr) -> bool {
    let (settings, rest) = name.as_encoded_bytes().split_at_checked(SETTINGS.len()).unwrap_or_default();
    settings.eq_ignore_ascii_case(SETTINGS.as_bytes()) && !goes_on(rest.first())
}

/// Tells whether a name goes on there.
fn goes_on(byte: Option<&u8>) -> bool {
    byte.is_some_and(|b| b.is_ascii_alphanumeric() || b"-_".contains(b) || !b.is_ascii())
}

fn is_exactly(name: &[u8], journal: &[u8]) -> Option<Is> {
    let at = memmem::find(name, journal)?;
    let (before, behind) = (name.get(..at)?, name.get(at + journal.len()..)?);
    memmem::find(behind, TOML)?;
    if LEFT_BEGIN.iter().any(|begin| name.starts_with(begin)) || LEFT_END.iter().any(|end| name.ends_with(end)) {
        // `.advanced-pool.toml.swp` is nothing to `pool`, nor is `pool-2.toml~`.
        return (!goes_on(before.last()) && !goes_on(behind.first())).then_some(Is::Leaving);
    }
    Some(if at == 0 && name.ends_with(TOML) { Is::Copy } else { Is::PerhapsCopy })
}

/// Returns the files of a directory that are this to the journal of a name, in order; a directory that is not there has
/// none.
fn those(dir: &Path, journal: &str, are: &[Is]) -> Result<Vec<PathBuf>, FileError> {
    let names = match disk::names(dir) {
        Ok(names) => names,
        Err(error) if error.kind() == io::ErrorKind::NotFound && dir.symlink_metadata().is_err() => Vec::new(),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            return Err(FileError::NoDirectory(dir.to_owned(), None));
        }
        Err(error) => return Err(FileError::unread(dir, error)),
    };
    let these = names.into_iter().filter(|name| is(name, journal).is_some_and(|is| are.contains(&is)));
    let mut paths: Vec<PathBuf> = these.map(|name| dir.join(name)).collect();
    paths.sort();
    Ok(paths)
}

/// Returns the plan that the head of a file says it is of.
pub(super) fn plan_in(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(bytes.get(..HEAD).unwrap_or(bytes));
    scan::scan(&head, 0, 0, 0, Decoded::Replaced, &mut String::new()).plan
}

/// Returns the beginning of a file; none where it is no regular file or cannot be read.
pub(super) fn head(path: &Path) -> Option<Vec<u8>> {
    let (file, _) = disk::opened(path).ok()??;
    let mut head = Vec::new();
    file.take(HEAD as u64).read_to_end(&mut head).ok()?;
    Some(head)
}

/// Returns the plan that a file says it is of.
pub(super) fn plan_of(path: &Path) -> Option<String> {
    plan_in(&head(path)?)
}

/// Returns the path of a plan's journal.
pub(super) fn journal(dir: &Path, plan: &str) -> PathBuf {
    dir.join(format!("{plan}.toml"))
}

/// Returns the journal's path and those of what may be copies of it: beside it and, where it is a link, beside what it
/// leads to, which a sync program may know by another name.
pub(super) fn candidates(dir: &Path, plan: &str) -> Result<Vec<PathBuf>, FileError> {
    let (main, are) = (journal(dir, plan), [Is::Copy, Is::PerhapsCopy]);
    let mut paths = those(dir, plan, &are)?;
    paths.extend(beside_target(dir, plan, &are));
    // Where capitals make no other name, the journal may be listed by another one.
    let is_itself =
        |path: &Path| *path == main || (is_same_but_for_case(path, &main) && !paths.contains(&main) && main.exists());
    let mut paths: Vec<PathBuf> = paths.iter().filter(|path| !is_itself(path)).cloned().collect();
    paths.insert(0, main);
    Ok(paths)
}

fn is_same_but_for_case(one: &Path, other: &Path) -> bool {
    one.parent() == other.parent() && one.to_string_lossy().to_lowercase() == other.to_string_lossy().to_lowercase()
}

/// Tells whether a directory lists a file by exactly this name. Where capitals make no other name, the file of one plan
/// stands at the path of another.
pub(super) fn is_listed(path: &Path) -> bool {
    let names = path.parent().and_then(|dir| disk::names(dir).ok()).unwrap_or_default();
    names.iter().any(|name| path.file_name() == Some(name))
}

/// Returns what editors and transfers left of the journal.
pub(super) fn leavings(dir: &Path, plan: &str) -> Vec<PathBuf> {
    let mut left = those(dir, plan, &[Is::Leaving]).unwrap_or_default();
    left.extend(beside_target(dir, plan, &[Is::Leaving]));
    left.retain(|path| plan_of(path).is_none_or(|named| named == plan));
    left
}

/// Returns the journals of other plans in the directory, each with its plan, in order.
pub(super) fn others(dir: &Path, plan: &str) -> Vec<(PathBuf, String)> {
    let mut paths: Vec<PathBuf> = disk::names(dir).unwrap_or_default().iter().map(|name| dir.join(name)).collect();
    paths.sort();
    let other = |path: &PathBuf| plan_of(path).filter(|other| other != plan && *path == journal(dir, other));
    paths.into_iter().filter_map(|path| other(&path).map(|other| (path, other))).collect()
}

/// Tells whether a file's lines count, by its name, also where its head names no plan.
pub(super) fn is_ours(path: &Path, dir: &Path, plan: &str) -> bool {
    let name = path.file_name().filter(|_| path.parent() == Some(dir));
    name.is_some_and(|name| is(name, plan) == Some(Is::Copy))
}

/// Returns what the journal leads to where it is a link to a file in another directory.
pub(super) fn target(dir: &Path, plan: &str) -> Option<PathBuf> {
    let main = journal(dir, plan);
    std::fs::read_link(&main).ok()?;
    let target = main.canonicalize().ok()?;
    (target.parent() != Some(&dir.canonicalize().ok()?)).then_some(target)
}

/// Returns the files beside the target that are this to the journal, by its own name or by the target's.
fn beside_target(dir: &Path, plan: &str, are: &[Is]) -> Vec<PathBuf> {
    let Some(target) = target(dir, plan) else { return Vec::new() };
    let stem = target.file_stem().and_then(OsStr::to_str).filter(|stem| *stem != plan);
    let by = |name| target.parent().and_then(|dir| those(dir, name, are).ok()).unwrap_or_default();
    let mut paths: Vec<PathBuf> = [Some(plan), stem].into_iter().flatten().flat_map(by).collect();
    paths.retain(|path| *path != target);
    paths.sort();
    paths.dedup();
    paths
}
