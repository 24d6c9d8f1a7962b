//! Files as they stand: what a file holds, and how it looked when it was read.

use super::error::{FileError, LARGEST};
use rustix::fs::{Dir, Mode, OFlags};
use std::ffi::{OsStr, OsString};
use std::fs::{File, Metadata, OpenOptions};
use std::io::{self, Read};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::Path;

/// How a file looked: it has changed when one of these differs, of which nobody can set back the time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Look {
    device: u64,
    inode: u64,
    pub(super) length: u64,
    changed: (i64, i64),
}

impl Look {
    pub(super) fn at(path: &Path) -> Option<Self> {
        std::fs::metadata(path).ok().map(|data| Self::of(&data))
    }

    pub(super) fn of(data: &Metadata) -> Self {
        let changed = (data.ctime(), data.ctime_nsec());
        Self { device: data.dev(), inode: data.ino(), length: data.len(), changed }
    }

    pub(super) fn is_same_file(&self, other: &Self) -> bool {
        (self.device, self.inode) == (other.device, other.inode)
    }
}

pub(super) fn uninterrupted<T>(mut attempt: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    loop {
        match attempt() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            done => return done,
        }
    }
}

/// Returns the names in a directory. The standard library's listing would panic where closing it fails.
pub(super) fn names(dir: &Path) -> io::Result<Vec<OsString>> {
    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC | OFlags::NONBLOCK;
    uninterrupted(|| {
        let entries = Dir::new(rustix::fs::open(dir, flags, Mode::empty())?)?;
        entries.map(|entry| Ok(OsStr::from_bytes(entry?.file_name().to_bytes()).to_owned())).collect()
    })
}

pub(super) fn no_wait() -> i32 {
    i32::try_from(OFlags::NONBLOCK.bits()).unwrap_or(0)
}

/// As [`no_wait`], and a link is refused where the path ends.
pub(super) fn no_link() -> i32 {
    i32::try_from((OFlags::NONBLOCK | OFlags::NOFOLLOW).bits()).unwrap_or(0)
}

pub(super) fn opened(path: &Path) -> Result<Option<(File, Metadata)>, FileError> {
    let file = match OpenOptions::new().read(true).custom_flags(no_wait()).open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound && path.symlink_metadata().is_err() => {
            return Ok(None);
        }
        Err(error) => return Err(FileError::unread(path, error)),
    };
    let data = uninterrupted(|| file.metadata()).map_err(|error| FileError::unread(path, error))?;
    if !data.is_file() {
        return Err(FileError::NotRegular(path.to_owned()));
    }
    Ok(Some((file, data)))
}

pub(super) fn contents(path: &Path) -> Result<Option<(Look, Vec<u8>)>, FileError> {
    let Some((mut file, data)) = opened(path)? else { return Ok(None) };
    let unread = |error| FileError::unread(path, error);
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

fn is_utf16(bytes: &[u8]) -> bool {
    match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => true,
        [0, a, 0, b, ..] | [a, 0, b, 0, ..] => *a != 0 && *b != 0,
        _ => false,
    }
}
