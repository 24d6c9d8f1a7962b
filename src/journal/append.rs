//! One line to the end of a journal file, so that it stays: one `write`, one `fdatasync`, and for a new file a sync of
//! the directories that lead to it.

use super::disk::uninterrupted;
use super::error::FileError;
use super::lock::Lock;
use crate::platform::{self, Look};
use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

pub(super) enum Unsaved {
    /// Nothing of it is in the file.
    Nothing(io::Error),
    /// It is in the file, and perhaps not on the disk.
    Unknown(io::Error),
}

/// How a file looked. There is no before where more than the line was written (a head, or the end of another line), or
/// where a sync program has renamed another file over the one that we opened.
pub(super) struct Appended {
    pub(super) before: Option<Look>,
    pub(super) after: Option<Look>,
}

/// Creates the directory; returns how many directories, itself and upward, must be synced for it to stay.
pub(super) fn create_dirs(dir: &Path) -> Result<usize, FileError> {
    if dir.is_dir() {
        return Ok(0);
    }
    let new = dir.ancestors().take_while(|ancestor| !ancestor.is_dir()).count();
    let made = uninterrupted(|| platform::private_dir().recursive(true).create(dir));
    made.map(|()| new + 1).map_err(|error| match error.kind() {
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => FileError::NoDirectory(dir.to_owned(), None),
        io::ErrorKind::NotFound => FileError::NoDirectory(dir.to_owned(), Some(error)),
        _ => FileError::NotSaved(dir.to_owned(), error),
    })
}

/// Appends a line to a file, with the head of a journal where the file is new or empty, and syncs it.
pub(super) fn line(path: &Path, head: &str, text: &str, new_dirs: usize, lock: &Lock) -> Result<Appended, Unsaved> {
    let mut options = OpenOptions::new();
    platform::private(options.read(true).append(true));
    let (opened, is_new) = match options.open(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => (options.create_new(true).open(path), true),
        opened => (opened, false),
    };
    let mut file = opened.map_err(Unsaved::Nothing)?;
    let seen = || Look::of(&file, &uninterrupted(|| file.metadata())?);
    let known = (!is_new).then(seen).transpose().map_err(Unsaved::Nothing)?;
    let length = known.as_ref().map_or(0, |look| look.length);
    let mut whole = String::with_capacity(text.len() + 256);
    if let Some(at) = length.checked_sub(1) {
        let last = platform::byte_at(&file, at).map_err(Unsaved::Nothing)?;
        whole.extend((last != b'\n').then_some('\n'));
    } else {
        whole.push_str(head);
    }
    whole.push_str(text);
    whole.push('\n');
    if let Err((error, written)) = write_all(&mut file, whole.as_bytes()) {
        // Half a line is harmless, for it can never be read as an entry; but better none. Only under the lock, and
        // where nobody else has appended: nothing but our own half is ever cut off.
        let ours = || Some(file.metadata().ok()?.len() == length + u64::try_from(written).ok()?);
        if matches!(lock, Lock::Held(_)) && ours() == Some(true) {
            drop(platform::cut(&file, path, length));
            if is_new {
                drop(std::fs::remove_file(path));
            }
        }
        return Err(Unsaved::Nothing(error));
    }
    platform::sync(&file).map_err(Unsaved::Unknown)?;
    if length == 0 {
        // At least the file's directory and its parent: whoever made them may have been killed before their sync.
        let mut dirs = path.ancestors().skip(1).take(new_dirs.max(2));
        dirs.try_for_each(platform::sync_dir).map_err(Unsaved::Unknown)?;
    }
    let after = file.metadata().and_then(|data| Look::of(&file, &data)).ok();
    let stands = |ours: &Look| Look::at(path).is_some_and(|now| ours.is_same_file(&now));
    let as_known = whole.len() == text.len() + 1 && after.as_ref().is_none_or(stands);
    let before = known.filter(|_| as_known);
    Ok(Appended { before, after })
}

/// Writes all of it, in one call if the system takes it so; an error says how many bytes are written.
fn write_all(file: &mut File, bytes: &[u8]) -> Result<(), (io::Error, usize)> {
    let mut written = 0;
    while let Some(rest) = bytes.get(written..).filter(|rest| !rest.is_empty()) {
        match file.write(rest) {
            Ok(0) => return Err((io::ErrorKind::WriteZero.into(), written)),
            Ok(more) => written += more,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err((error, written)),
        }
    }
    Ok(())
}
