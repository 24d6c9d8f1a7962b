//! What was found in the journal's files that their owner should know: every sentence about a damaged, edited or
//! foreign line, with its place, what it means for the data and what to do.
//!
//! Deliberately absent: failures. A finding never keeps the rest of the journal from being read.

use super::fact::Key;
use crate::text::visible;
use std::fmt;
use std::path::{Path, PathBuf};

/// Says how much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Nothing is wrong; `ninety check` mentions it.
    Remark,
    /// Something does not count or may be damaged; every reading verb says so.
    Warning,
}

/// Holds one thing that was found, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The file.
    pub path: PathBuf,
    /// The line, from 1; 0 where it is about the file as a whole.
    pub line: usize,
    /// The column in characters, from 1, where known.
    pub column: Option<usize>,
    /// What was found.
    pub what: What,
}

/// Says what was found.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// A line that is no entry, and why.
    Unreadable(String),
    /// A line that is not UTF-8.
    NotText,
    /// A line with zero bytes in it, as a crash of the machine leaves them.
    Zeroes,
    /// A line that a merge left.
    Marker(String),
    /// The last line has no end, and is no entry.
    CutShort,
    /// The last line has no end, and counts.
    NoEnd,
    /// Two lines whose line break was damaged; both count.
    Joined,
    /// Another line has this key and says something else.
    SameKey(Key, PathBuf, usize),
    /// The line does not fit its checksum.
    Edited,
    /// The line has no checksum.
    ByHand,
    /// A comment that seems to be an entry whose beginning was damaged.
    DamagedStart,
    /// A line before the entries that this version does not know.
    UnknownHead,
    /// The file has this plan's name and says that it is of another plan.
    OtherPlan(String),
    /// The file does not say which plan it is of.
    NoPlan,
    /// The file has a format that is no number from 1.
    NoFormat,
    /// The file is of a newer format.
    Newer(i64),
    /// The file is empty.
    Empty,
    /// The journal is missing, though files beside it show that there was one.
    Missing(PathBuf),
    /// A copy beside the journal could not be read, and why.
    CopyUnread(String),
}

impl What {
    /// Returns how much this matters.
    pub fn weight(&self) -> Weight {
        match self {
            Self::ByHand | Self::UnknownHead => Weight::Remark,
            Self::Unreadable(_)
            | Self::NotText
            | Self::Zeroes
            | Self::Marker(_)
            | Self::CutShort
            | Self::NoEnd
            | Self::Joined
            | Self::SameKey(..)
            | Self::Edited
            | Self::DamagedStart
            | Self::OtherPlan(_)
            | Self::NoPlan
            | Self::NoFormat
            | Self::Newer(_)
            | Self::Empty
            | Self::Missing(_)
            | Self::CopyUnread(_) => Weight::Warning,
        }
    }
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(why) => {
                write!(f, "{}; this line does not count; mend it or delete it", visible(why))
            }
            Self::NotText => write!(
                f,
                "this line is not UTF-8 text; it does not count; take it from a backup or delete it"
            ),
            Self::Zeroes => write!(
                f,
                "there are zero bytes in this line, as a crash of the machine leaves them; what is readable counts; \
                 take the line from a backup or delete it"
            ),
            Self::Marker(marker) => {
                write!(
                    f,
                    "\"{}\" is a merge marker; both sides are used; delete the marker lines",
                    visible(marker)
                )
            }
            Self::CutShort => write!(
                f,
                "the last line is cut short; it does not count; delete it, or leave it: ninety goes on at a fresh line"
            ),
            Self::NoEnd => write!(
                f,
                "the last line has no end; it counts; if lines after it are missing, copy the newest file from backups/ \
                 back, otherwise go on: ninety begins a fresh line"
            ),
            Self::Joined => write!(
                f,
                "the line break between two lines was damaged; both count; put one before the \
                 second line's number"
            ),
            Self::SameKey(key, path, line) => write!(
                f,
                "the key {key} stands at {}:{line} too, and says something else there; this line does not count; \
                 give it a key of its own or delete it",
                shown(path)
            ),
            Self::Edited => write!(
                f,
                "this line does not fit its checksum: it was edited or damaged; it counts as it stands; if the change \
                 is yours, delete the checksum (# and eight digits) at its end"
            ),
            Self::ByHand => write!(
                f,
                "this line has no checksum: it was written by hand; it counts; nothing needs doing"
            ),
            Self::DamagedStart => write!(
                f,
                "this comment looks like an entry whose beginning is damaged; it does not count; take it from a backup \
                 or delete it"
            ),
            Self::UnknownHead => write!(
                f,
                "this ninety does not know this line; it is kept and ignored; nothing needs doing"
            ),
            Self::OtherPlan(plan) => write!(
                f,
                "the file says that it is of the plan \"{}\"; its lines count here, as its name says, and ninety \
                 records nothing; mend the line or rename the file",
                visible(plan)
            ),
            Self::NoPlan => write!(
                f,
                "no line `plan = \"…\"` says which plan this file is of; its lines count; write the line at its top"
            ),
            Self::NoFormat => {
                write!(f, "the format is not known; the lines count; write `format = 1` here")
            }
            Self::Newer(format) => write!(
                f,
                "this file is of format {format}, from a newer ninety; what this one understands counts, and it records \
                 nothing; install the newer ninety"
            ),
            Self::Empty => write!(
                f,
                "the file is empty; nothing in it counts; if there was something, copy the newest file from backups/ \
                 beside it back, otherwise go on: ninety writes into it"
            ),
            Self::Missing(beside) => write!(
                f,
                "the journal is missing, though {} is there; what is readable counts; wait if a sync program is just \
                 replacing it, or copy a backup back",
                shown(beside)
            ),
            Self::CopyUnread(why) => write!(
                f,
                "this copy of the journal cannot be read ({}); its lines do not count; mend it or move it away",
                visible(why)
            ),
        }
    }
}

impl fmt::Display for Finding {
    /// Writes `PATH:LINE:COLUMN: what; what it means; what to do.`, as far as the place is known.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", shown(&self.path))?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
            if let Some(column) = self.column {
                write!(f, ":{column}")?;
            }
        }
        write!(f, ": {}.", self.what)
    }
}

/// Returns a path as it may be shown on a terminal.
pub fn shown(path: &Path) -> String {
    visible(&path.to_string_lossy()).into_owned()
}
