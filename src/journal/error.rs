//! Why the journal could not be read or an entry not be saved: every such sentence, with the file, what it means for
//! the data and what to do.

use super::fact::Key;
use super::finding::shown;
use super::write::FORMAT;
use crate::platform;
use crate::text::visible;
use std::io;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// The largest journal file that is read, in bytes: some 150,000 entries, or a thousand years of evenings.
pub const LARGEST: u64 = 16 * 1024 * 1024;

const READABLE: &str = "make it readable and try again";

/// Says why a journal could not be read or written.
#[expect(missing_docs, reason = "each sentence says when it is said")]
#[derive(Debug, Error)]
pub enum FileError {
    #[error(
        "{}: this is not a regular file, so it cannot be the journal; nothing was read or changed; move it away",
        shown(.0)
    )]
    NotRegular(PathBuf),
    #[error(
        "{}: the file has {} MB, and the limit is {} MB; it was not read and not changed; see what grew in it, or copy \
         a backup back",
        shown(.0), .1 / 1_000_000, LARGEST / 1_000_000
    )]
    TooLarge(PathBuf, u64),
    #[error("{}: the file looks like UTF-16; it was not read and not changed; save it as UTF-8", shown(.0))]
    Utf16(PathBuf),
    #[error(
        "{}: this is a link to {}, which leads to no file; nothing was read or changed; bring the file back or delete \
         the link",
        shown(.0), shown(.1)
    )]
    Dangling(PathBuf, PathBuf),
    #[error(
        "{}: {}{}; the journal was not read and not changed; {}",
        shown(.0), reason(.2), owned(*.1, .2), if platform::is_in_use(.2) { remedy(.2) } else { READABLE }
    )]
    Unread(PathBuf, Option<u32>, io::Error),
    #[error(
        "{}: {} has held this lock for over 2 seconds; nothing was saved; end or continue that process, then try again",
        shown(.0), .1.as_deref().unwrap_or("another process")
    )]
    Busy(PathBuf, Option<String>),
    #[error(
        "{}: the journal is of format {}, from a newer ninety, and this one knows format {FORMAT}; nothing was saved; \
         install the newer ninety",
        shown(.0), .1
    )]
    Newer(PathBuf, i64),
    #[error(
        "{}: the file says that it is of the plan \"{}\"; nothing was saved; correct its line `plan = …` or rename the \
         file",
        shown(.0), visible(.1)
    )]
    OtherPlan(PathBuf, String),
    #[error(
        "{}: {}; nothing was saved; name another one with --data-dir or NINETY_DATA_DIR",
        shown(.0), no_directory(.1.as_ref())
    )]
    NoDirectory(PathBuf, Option<io::Error>),
    #[error("{}: {}; nothing was saved; {}", shown(.0), reason(.1), remedy(.1))]
    NotSaved(PathBuf, io::Error),
    #[error(
        "{}: this lock file is a link to {}, and a lock follows no link; nothing was saved; remove the link and try \
         again",
        shown(.0), shown(.1)
    )]
    LinkedLock(PathBuf, PathBuf),
    #[error("{}: {}; the entry was written but is not known to be saved{}", shown(.0), reason(.2), again(.1.as_deref()))]
    NotKnown(PathBuf, Option<PathBuf>, io::Error),
    #[error("{}: this cannot be recorded ({}); nothing was saved; correct it and try again", shown(.0), visible(.1))]
    Unfit(PathBuf, String),
    #[error(
        "The entry {0} has been taken back elsewhere in the meantime; nothing was changed; look again and repeat the \
         undo if you still want it"
    )]
    AlreadyUndone(Key),
}

impl FileError {
    pub(super) fn unread(path: &Path, error: io::Error) -> Self {
        let leads_nowhere = error.kind() == io::ErrorKind::NotFound || platform::is_loop(&error);
        if leads_nowhere && let Ok(target) = std::fs::read_link(path) {
            return Self::Dangling(path.to_owned(), target);
        }
        Self::Unread(path.to_owned(), platform::owner(path), error)
    }

    pub(super) fn no_backup(path: &Path, error: &io::Error) -> String {
        let (path, reason, remedy) = (shown(path), reason(error), remedy(error));
        format!("{path}: {reason}; today's backup was not made, and the entry itself is saved; {remedy}")
    }

    pub(super) fn no_locks(path: &Path) -> String {
        format!(
            "{}: this file system has no locks; the entry is saved without one; let only one ninety record at a time",
            shown(path)
        )
    }
}

fn owned(owner: Option<u32>, error: &io::Error) -> String {
    let owner = owner.filter(|_| error.kind() == io::ErrorKind::PermissionDenied);
    owner.map_or(String::new(), |owner| format!(" (it belongs to user {owner})"))
}

fn no_directory(why: Option<&io::Error>) -> String {
    let uncreated = |error| format!("this directory cannot be created ({})", reason(error));
    why.map_or_else(|| "this is not a directory".to_owned(), uncreated)
}

fn again(next: Option<&Path>) -> String {
    let there =
        |next| format!(" there, so it was saved again in {}, where ninety goes on; see to the disk", shown(next));
    next.map_or_else(|| "; see to the disk, then look with `ninety history`".to_owned(), there)
}

pub(crate) fn reason(error: &io::Error) -> String {
    if platform::is_in_use(error) {
        return "another program keeps it to itself".to_owned();
    }
    let text = error.to_string();
    // Windows gives a whole sentence.
    let text = text.split(" (os error").next().map(|text| text.trim_end_matches('.'));
    text.unwrap_or("the system gave no reason").to_owned()
}

fn remedy(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "make room on the disk and try again",
        io::ErrorKind::PermissionDenied => "make the file and its directory yours to write, then try again",
        io::ErrorKind::ReadOnlyFilesystem => "make the file system writable, or set NINETY_DATA_DIR to one that is",
        io::ErrorKind::FileTooLarge => "raise the limit on file sizes (ulimit -f) and try again",
        _ if platform::is_in_use(error) => "close the program that has it open and try again",
        _ => "see to the disk and try again",
    }
}
