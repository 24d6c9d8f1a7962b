//! Files as they stand: what a directory and a file hold.

use super::error::{FileError, LARGEST};
use crate::platform::{self, Look};
use std::ffi::OsString;
use std::fs::{File, Metadata, OpenOptions};
use std::io::{self, Read};
use std::path::Path;

pub(super) fn uninterrupted<T>(mut attempt: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    loop {
        match attempt() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            done => return done,
        }
    }
}

pub(super) fn names(dir: &Path) -> io::Result<Vec<OsString>> {
    uninterrupted(|| platform::names(dir))
}

pub(super) fn opened(path: &Path) -> Result<Option<(File, Metadata)>, FileError> {
    let file = match platform::no_wait(OpenOptions::new().read(true)).open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound && path.symlink_metadata().is_err() => {
            return Ok(None);
        }
        // Windows opens no directory.
        Err(_) if path.is_dir() => return Err(FileError::NotRegular(path.to_owned())),
        Err(error) => return Err(FileError::unread(path, error)),
    };
    let data = uninterrupted(|| file.metadata()).map_err(|error| FileError::unread(path, error))?;
    if !data.is_file() {
        return Err(FileError::NotRegular(path.to_owned()));
    }
    Ok(Some((file, data)))
}

pub(super) fn contents(path: &Path) -> Result<Option<(Look, Vec<u8>)>, FileError> {
    let Some((file, data)) = opened(path)? else { return Ok(None) };
    let unread = |error| FileError::unread(path, error);
    let look = Look::of(&file, &data).map_err(unread)?;
    let mut bytes = Vec::new();
    if data.len() <= LARGEST {
        bytes.reserve_exact(usize::try_from(data.len()).unwrap_or(0) + 1);
        file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(unread)?;
    }
    let length = data.len().max(u64::try_from(bytes.len()).unwrap_or(u64::MAX));
    if length > LARGEST {
        return Err(FileError::TooLarge(path.to_owned(), length));
    }
    if is_utf16(&bytes) {
        return Err(FileError::Utf16(path.to_owned()));
    }
    Ok(Some((look, bytes)))
}

fn is_utf16(bytes: &[u8]) -> bool {
    match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => true,
        [0, a, 0, b, ..] | [a, 0, b, 0, ..] => *a != 0 && *b != 0,
        _ => false,
    }
}
