//! A journal file as it stands: what it holds, and how it looked when it was read.
//!
//! Deliberately absent: what the bytes mean, and writing.

use super::error::{FileError, LARGEST};
use std::fs::{Metadata, OpenOptions};
use std::io::{self, Read};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

/// How a file looked when it was read: device, inode, length and time of its last change, which nobody can set back.
/// It has changed when one of them differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Look(u64, u64, u64, i64, i64);

impl Look {
    pub(super) fn at(path: &Path) -> Option<Self> {
        std::fs::metadata(path).ok().map(|data| Self::of(&data))
    }

    /// Returns the length, in bytes.
    pub(super) fn length(&self) -> u64 {
        self.2
    }

    pub(super) fn of(data: &Metadata) -> Self {
        Self(data.dev(), data.ino(), data.len(), data.ctime(), data.ctime_nsec())
    }
}

/// Returns the files beside the journal that may be its copies and continuations, in order of name.
pub(super) fn siblings(dir: &Path, plan: &str, journal: &Path) -> Result<Vec<PathBuf>, FileError> {
    let listing = match std::fs::read_dir(dir) {
        Ok(listing) => listing,
        Err(error) if error.kind() == io::ErrorKind::NotFound && dir.symlink_metadata().is_err() => return Ok(Vec::new()),
        Err(error) => return Err(FileError::unread(dir, error)),
    };
    let mut paths = Vec::new();
    for file in listing {
        let file = file.map_err(|error| FileError::unread(dir, error))?;
        let name = file.file_name();
        let name = name.as_encoded_bytes();
        if name.starts_with(plan.as_bytes()) && name.ends_with(b".toml") {
            paths.push(file.path());
        }
    }
    paths.retain(|path| path != journal);
    paths.sort();
    Ok(paths)
}

/// Reads a file that is regular and not too large; `None` where there is none.
pub(super) fn contents(path: &Path) -> Result<Option<(Look, Vec<u8>)>, FileError> {
    // Not to hang on a pipe in the file's place: opening does not wait, and what is no file is not read.
    let flags = i32::try_from(rustix::fs::OFlags::NONBLOCK.bits()).unwrap_or(0);
    let mut file = match OpenOptions::new().read(true).custom_flags(flags).open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound && path.symlink_metadata().is_err() => return Ok(None),
        Err(error) => return Err(FileError::unread(path, error)),
    };
    let unread = |error| FileError::unread(path, error);
    let data = file.metadata().map_err(unread)?;
    if !data.is_file() {
        return Err(FileError::NotRegular(path.to_owned()));
    }
    let mut bytes = Vec::new();
    if data.len() <= LARGEST {
        bytes.reserve_exact(usize::try_from(data.len()).unwrap_or(0) + 1);
        Read::by_ref(&mut file).take(LARGEST + 1).read_to_end(&mut bytes).map_err(unread)?;
    }
    let length = data.len().max(u64::try_from(bytes.len()).unwrap_or(u64::MAX));
    if length > LARGEST {
        return Err(FileError::TooLarge(path.to_owned(), length));
    }
    if is_utf16(&bytes) {
        return Err(FileError::Utf16(path.to_owned()));
    }
    Ok(Some((Look::of(&data), bytes)))
}

/// Tells UTF-16 by its byte order mark, or by every other byte being zero at the start.
fn is_utf16(bytes: &[u8]) -> bool {
    match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => true,
        [0, a, 0, b, ..] | [a, 0, b, 0, ..] => *a != 0 && *b != 0,
        _ => false,
    }
}
