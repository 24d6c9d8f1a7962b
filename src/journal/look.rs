//! A journal file as it stands: what it holds, and how it looked when it was read.
//!
//! Deliberately absent: what the bytes mean, and writing.

use super::error::{FileError, LARGEST};
use rustix::fs::{Dir, Mode, OFlags};
use std::ffi::{OsStr, OsString};
use std::fs::{Metadata, OpenOptions};
use std::io::{self, Read};
use std::os::unix::ffi::OsStrExt;
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

/// What was read of a file, without its contents: how it looked, and enough to tell whether it was only added to since.
#[derive(Clone, Debug)]
pub(super) struct Seen {
    pub(super) look: Look,
    length: usize,
    lines: u32,
    sum: crc32fast::Hasher,
}

impl Seen {
    /// Returns what is to be known of a file with these bytes.
    pub(super) fn of(look: Look, bytes: &[u8]) -> Self {
        let nothing =
            Self { look: look.clone(), length: 0, lines: 0, sum: crc32fast::Hasher::new() };
        nothing.and(look, bytes)
    }

    /// Returns what is to be known of the file when these bytes have come after those that were seen.
    pub(super) fn and(&self, look: Look, new: &[u8]) -> Self {
        let mut sum = self.sum.clone();
        sum.update(new);
        let lines = memchr::memchr_iter(b'\n', new).count();
        let lines = self.lines.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
        Self { look, length: self.length + new.len(), lines, sum }
    }

    /// Returns what stands after the whole lines that were seen, if those are as they were.
    pub(super) fn added<'b>(&self, bytes: &'b [u8]) -> Option<&'b [u8]> {
        let (seen, new) = bytes.split_at_checked(self.length)?;
        let same = seen.ends_with(b"\n") && crc32fast::hash(seen) == self.sum.clone().finalize();
        same.then_some(new)
    }

    /// Returns how many lines were seen.
    pub(super) fn lines(&self) -> u32 {
        self.lines
    }
}

/// Does something again for as long as signals interrupt it. Some file systems let them interrupt any call.
pub(super) fn uninterrupted<T>(mut attempt: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    loop {
        match attempt() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            done => return done,
        }
    }
}

/// Returns the names of a directory's files, in no order. The standard library's listing would panic where closing the
/// directory fails.
pub(super) fn names(dir: &Path) -> io::Result<Vec<OsString>> {
    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC | OFlags::NONBLOCK;
    let listed = || -> io::Result<Vec<OsString>> {
        let entries = Dir::new(rustix::fs::open(dir, flags, Mode::empty())?)?;
        entries
            .map(|entry| Ok(OsStr::from_bytes(entry?.file_name().to_bytes()).to_owned()))
            .collect()
    };
    uninterrupted(listed)
}

/// Returns the files beside the journal that may be its copies and continuations, in order of name.
pub(super) fn siblings(dir: &Path, plan: &str, journal: &Path) -> Result<Vec<PathBuf>, FileError> {
    let mut names = match names(dir) {
        Ok(names) => names,
        Err(error)
            if error.kind() == io::ErrorKind::NotFound && dir.symlink_metadata().is_err() =>
        {
            return Ok(Vec::new());
        }
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            return Err(FileError::NoDirectory(dir.to_owned(), None));
        }
        Err(error) => return Err(FileError::unread(dir, error)),
    };
    names.retain(|name| {
        name.as_bytes().starts_with(plan.as_bytes()) && name.as_bytes().ends_with(b".toml")
    });
    let mut paths: Vec<PathBuf> = names.iter().map(|name| dir.join(name)).collect();
    paths.retain(|path| path != journal);
    paths.sort();
    Ok(paths)
}

/// Reads a file that is regular and not too large; `None` where there is none.
pub(super) fn contents(path: &Path) -> Result<Option<(Look, Vec<u8>)>, FileError> {
    // Not to hang on a pipe in the file's place: opening does not wait, and what is no file is not read.
    let flags = i32::try_from(OFlags::NONBLOCK.bits()).unwrap_or(0);
    let mut file = match OpenOptions::new().read(true).custom_flags(flags).open(path) {
        Ok(file) => file,
        Err(error)
            if error.kind() == io::ErrorKind::NotFound && path.symlink_metadata().is_err() =>
        {
            return Ok(None);
        }
        Err(error) => return Err(FileError::unread(path, error)),
    };
    let unread = |error| FileError::unread(path, error);
    let data = uninterrupted(|| file.metadata()).map_err(unread)?;
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
