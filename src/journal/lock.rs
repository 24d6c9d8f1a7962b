//! The lock file beside the journal: created once, never renamed or removed, held only while an entry is appended.
//!
//! Deliberately absent: locks held while drawing, waiting for a key or in an editor, and files whose mere existence
//! is a lock (a killed process would leave it for ever).

use super::disk::no_link;
use super::error::FileError;
use rustix::io::Errno;
use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::Path;
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(2);

pub(super) enum Lock {
    Held(#[expect(dead_code, reason = "the lock is let go when the file is closed")] File),
    Unsupported,
}

pub(super) fn exclusive(path: &Path) -> Result<Lock, FileError> {
    // A link would have a file made, or locked, where it leads.
    let file =
        OpenOptions::new().custom_flags(no_link()).write(true).create(true).truncate(false).mode(0o600).open(path);
    let file = file.map_err(|error| match std::fs::read_link(path) {
        Ok(target) => FileError::LinkedLock(path.to_owned(), target),
        Err(_) => FileError::NotSaved(path.to_owned(), error),
    })?;
    wait(path, file, File::try_lock)
}

/// Takes the lock to read beside other readers, if there is a lock file. Gives up quietly.
pub(super) fn shared(path: &Path) -> Option<Lock> {
    let file = OpenOptions::new().custom_flags(no_link()).read(true).open(path).ok()?;
    wait(path, file, File::try_lock_shared).ok()
}

fn wait(path: &Path, file: File, attempt: fn(&File) -> Result<(), TryLockError>) -> Result<Lock, FileError> {
    let start = Instant::now();
    let codes = [Errno::NOLCK, Errno::NOSYS, Errno::OPNOTSUPP].map(Errno::raw_os_error);
    let is_unsupported = |error: &io::Error| {
        error.kind() == io::ErrorKind::Unsupported || error.raw_os_error().is_some_and(|code| codes.contains(&code))
    };
    loop {
        match attempt(&file) {
            Ok(()) => return Ok(Lock::Held(file)),
            Err(TryLockError::WouldBlock) if start.elapsed() > PATIENCE => {
                return Err(FileError::Busy(path.to_owned(), holder(&file)));
            }
            // Half a millisecond, so that who waits has a turn where others save without a pause.
            Err(TryLockError::WouldBlock) => std::thread::sleep(Duration::from_micros(500)),
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(TryLockError::Error(error)) if is_unsupported(&error) => return Ok(Lock::Unsupported),
            Err(TryLockError::Error(error)) => return Err(FileError::NotSaved(path.to_owned(), error)),
        }
    }
}

fn holder(file: &File) -> Option<String> {
    let data = file.metadata().ok()?;
    let (major, minor) = (rustix::fs::major(data.dev()), rustix::fs::minor(data.dev()));
    let ours = format!("{major:02x}:{minor:02x}:{}", data.ino());
    let locks = std::fs::read_to_string("/proc/locks").ok()?;
    let pid = locks.lines().find_map(|line| {
        let mut words = line.split_ascii_whitespace().skip(4);
        let (pid, place) = (words.next()?, words.next()?);
        (place == ours).then(|| pid.to_owned())
    })?;
    let name = std::fs::read_to_string(format!("/proc/{pid}/comm")).ok();
    let name = name.as_deref().map_or("another process", str::trim_end);
    Some(format!("{} (process {pid})", crate::text::visible(name)))
}
