//! Why the journal could not be read or an entry not be saved: every such sentence, with the file, what it means for
//! the data and what to do.
//!
//! Deliberately absent: findings about single lines, which stop nothing.

use super::fact::Key;
use super::finding::shown;
use crate::text::visible;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// The largest journal file that is read, in bytes: some 150,000 entries, or a thousand years of evenings.
pub const LARGEST: u64 = 16 * 1024 * 1024;

/// Says why a journal could not be read or written.
#[derive(Debug)]
pub enum FileError {
    /// The path is a directory, a pipe or a device.
    NotRegular(PathBuf),
    /// The file is larger than [`LARGEST`] bytes.
    TooLarge(PathBuf, u64),
    /// The file is UTF-16.
    Utf16(PathBuf),
    /// The path is a symbolic link to nothing or to itself.
    Dangling(PathBuf, PathBuf),
    /// The file could not be read; with its owner's user number where known.
    Unread(PathBuf, Option<u32>, io::Error),
    /// Another process holds the lock; who, where the system tells.
    Busy(PathBuf, Option<String>),
    /// The journal was written by a newer ninety, of this format.
    Newer(PathBuf, i64),
    /// The journal's file says that it is of another plan.
    OtherPlan(PathBuf, String),
    /// The data directory is something else, or nothing that could be made one; why not.
    NoDirectory(PathBuf, Option<io::Error>),
    /// Nothing was written.
    NotSaved(PathBuf, io::Error),
    /// It was written, and the system could not say that it is on the disk; where a second copy went.
    NotKnown(PathBuf, Option<PathBuf>, io::Error),
    /// The journal can hold no such entry, and why.
    Unfit(PathBuf, String),
    /// The entry that was to be undone is undone already.
    AlreadyUndone(Key),
}

impl FileError {
    /// Returns the error of reading this file.
    pub(super) fn unread(path: &Path, error: io::Error) -> Self {
        use std::os::unix::fs::MetadataExt;
        let leads_nowhere = error.kind() == io::ErrorKind::NotFound
            || error.raw_os_error() == Some(rustix::io::Errno::LOOP.raw_os_error());
        if leads_nowhere && let Ok(target) = std::fs::read_link(path) {
            return Self::Dangling(path.to_owned(), target);
        }
        let owner = std::fs::metadata(path).ok().map(|data| data.uid());
        Self::Unread(path.to_owned(), owner, error)
    }

    /// Returns the warning that today's copy could not be made.
    pub(super) fn no_backup(path: &Path, error: &io::Error) -> String {
        format!(
            "{}: {}; today's backup was not made, and the entry itself is saved; {}",
            shown(path),
            reason(error),
            mend(error)
        )
    }

    /// Returns the warning that entries are saved without a lock.
    pub(super) fn no_locks(path: &Path) -> String {
        format!(
            "{}: this file system has no locks; the entry is saved without one; let only one ninety record at a time",
            shown(path)
        )
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotRegular(path) => write!(
                f,
                "{}: this is not a regular file, so it cannot be the journal; nothing was read or changed; move it away",
                shown(path)
            ),
            Self::TooLarge(path, size) => write!(
                f,
                "{}: the file has {} MB, and the limit is {} MB; it was not read and not changed; see what grew in it, \
                 or copy a backup back",
                shown(path),
                size / 1_000_000,
                LARGEST / 1_000_000
            ),
            Self::Utf16(path) => write!(
                f,
                "{}: the file looks like UTF-16; it was not read and not changed; save it as UTF-8",
                shown(path)
            ),
            Self::Dangling(path, target) => write!(
                f,
                "{}: this is a link to {}, which leads to no file; nothing was read or changed; bring the file back or \
                 delete the link",
                shown(path),
                shown(target)
            ),
            Self::Unread(path, owner, error) => {
                write!(f, "{}: {}", shown(path), reason(error))?;
                if let (Some(owner), io::ErrorKind::PermissionDenied) = (owner, error.kind()) {
                    write!(f, " (it belongs to user {owner})")?;
                }
                write!(
                    f,
                    "; the journal was not read and not changed; make it readable and try again"
                )
            }
            Self::Busy(path, holder) => {
                let holder = holder.as_deref().unwrap_or("another process");
                write!(
                    f,
                    "{}: {holder} has held this lock for over 2 seconds; nothing was saved; end or continue that process, \
                     then try again",
                    shown(path)
                )
            }
            Self::Newer(path, format) => write!(
                f,
                "{}: the journal is of format {format}, from a newer ninety, and this one knows format {}; nothing was \
                 saved; install the newer ninety",
                shown(path),
                super::line::FORMAT
            ),
            Self::OtherPlan(path, plan) => write!(
                f,
                "{}: the file says that it is of the plan \"{}\"; nothing was saved; mend its line `plan = …` or rename \
                 the file",
                shown(path),
                visible(plan)
            ),
            Self::NoDirectory(path, why) => no_directory(f, path, why.as_ref()),
            Self::NotSaved(path, error) => {
                write!(f, "{}: {}; nothing was saved; {}", shown(path), reason(error), mend(error))
            }
            Self::NotKnown(path, None, error) => write!(
                f,
                "{}: {}; the entry was written but is not known to be saved; see to the disk, then look with \
                 `ninety history`",
                shown(path),
                reason(error)
            ),
            Self::NotKnown(path, Some(next), error) => write!(
                f,
                "{}: {}; the entry was written but is not known to be saved there, so it was saved again in {}, where \
                 ninety goes on; see to the disk",
                shown(path),
                reason(error),
                shown(next)
            ),
            Self::Unfit(path, why) => write!(
                f,
                "{}: this cannot be recorded ({}); nothing was saved; correct it and try again",
                shown(path),
                visible(why)
            ),
            Self::AlreadyUndone(key) => write!(
                f,
                "The entry {key} has been taken back elsewhere in the meantime; nothing was changed; look again and \
                 repeat the undo if you still want it"
            ),
        }
    }
}

impl std::error::Error for FileError {}

fn no_directory(f: &mut fmt::Formatter<'_>, path: &Path, why: Option<&io::Error>) -> fmt::Result {
    let wrong = match why {
        None => "this is not a directory".to_owned(),
        Some(error) => format!("this directory cannot be created ({})", reason(error)),
    };
    let path = shown(path);
    write!(
        f,
        "{path}: {wrong}; nothing was saved; name another one with --data-dir or NINETY_DATA_DIR"
    )
}

/// Returns the system's reason without its error number.
pub(crate) fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or("the system gave no reason").to_owned()
}

fn mend(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            "make room on the disk and try again"
        }
        io::ErrorKind::PermissionDenied => {
            "make the file and its directory yours to write, then try again"
        }
        io::ErrorKind::ReadOnlyFilesystem => {
            "make the file system writable, or set NINETY_DATA_DIR to one that is"
        }
        io::ErrorKind::FileTooLarge => "raise the limit on file sizes (ulimit -f) and try again",
        _ => "see to the disk and try again",
    }
}
