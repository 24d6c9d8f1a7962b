//! The lock file beside the journal: created once, never renamed or removed, held only while an entry is appended.
//!
//! Deliberately absent: locks held while drawing, waiting for a key or in an editor, and files whose mere existence
//! is a lock (a killed process would leave it for ever).

use super::error::FileError;
use crate::platform;
use crate::text::visible;
use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(2);

pub(super) enum Lock {
    Held(#[expect(dead_code, reason = "the lock is let go when the file is closed")] File),
    Unsupported,
}

pub(super) fn exclusive(path: &Path) -> Result<Lock, FileError> {
    // A link would have a file made, or locked, where it leads.
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    let file = platform::open_no_link(platform::private(&mut options), path);
    let file = file.map_err(|error| match std::fs::read_link(path) {
        Ok(target) => FileError::LinkedLock(path.to_owned(), target),
        Err(_) => FileError::NotSaved(path.to_owned(), error),
    })?;
    wait(path, file, File::try_lock)
}

/// Takes the lock to read beside other readers, if there is a lock file. Gives up quietly.
pub(super) fn shared(path: &Path) -> Option<Lock> {
    let file = platform::open_no_link(OpenOptions::new().read(true), path).ok()?;
    wait(path, file, File::try_lock_shared).ok()
}

fn wait(path: &Path, file: File, attempt: fn(&File) -> Result<(), TryLockError>) -> Result<Lock, FileError> {
    let start = Instant::now();
    loop {
        match attempt(&file) {
            Ok(()) => return Ok(Lock::Held(file)),
            Err(TryLockError::WouldBlock) if start.elapsed() > PATIENCE => {
                let holder = platform::holder(&file).map(|holder| visible(&holder).into_owned());
                return Err(FileError::Busy(path.to_owned(), holder));
            }
            // Half a millisecond, so that who waits has a turn where others save without a pause.
            Err(TryLockError::WouldBlock) => std::thread::sleep(Duration::from_micros(500)),
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(TryLockError::Error(error)) if platform::has_no_locks(&error) => return Ok(Lock::Unsupported),
            Err(TryLockError::Error(error)) => return Err(FileError::NotSaved(path.to_owned(), error)),
        }
    }
}
