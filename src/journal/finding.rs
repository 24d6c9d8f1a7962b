//! What was found in the journal's files: a sentence for each, with its place, what it means and what to do.

use super::fact::Key;
use crate::plan::PlanId;
use crate::text::{counted, visible};
use std::fmt;
use std::path::{Path, PathBuf};
use thiserror::Error;

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
    pub path: PathBuf,
    /// The line, from 1; 0 where it is about the file as a whole.
    pub line: usize,
    /// The column in characters, from 1, where known.
    pub column: Option<usize>,
    pub what: What,
}

/// Says what was found.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum What {
    #[error("{}; this line does not count; correct it or delete it", visible(.0))]
    Unreadable(String),
    #[error(
        "this is not an entry: an entry is one line, `key = {{ at = …, … }}`; it does not count; put it into one line \
         or delete it"
    )]
    NotALine,
    #[error("this line is not UTF-8 text; it does not count; take it from a backup or delete it")]
    NotText,
    #[error(
        "there are zero bytes in this line, as a crash of the machine leaves them; what is readable counts; take the \
         line from a backup or delete it"
    )]
    Zeroes,
    #[error("\"{}\" is a merge marker; both sides are used; delete the marker lines", visible(.0))]
    Marker(String),
    #[error("the last line is cut short; it does not count; delete it, or leave it: ninety goes on at a fresh line")]
    CutShort,
    #[error(
        "the last line has no end; it counts; if lines after it are missing, copy the newest file from backups/ back, \
         otherwise go on: ninety begins a fresh line"
    )]
    NoEnd,
    #[error("the line break between two lines was damaged; both count; put one before the second line's number")]
    Joined,
    #[error(
        "the key {} stands at {}:{} too, and says something else there; this line does not count; give it a key of \
         its own or delete it",
        .0, shown(.1), .2
    )]
    SameKey(Key, PathBuf, usize),
    #[error(
        "the number of the key {0} is far beyond those before it; the line counts, and ninety does not count on from \
         it; give it a number that follows the others"
    )]
    FarKey(Key),
    #[error(
        "this line does not fit its checksum: it was edited or damaged; it counts as it stands; if the change is \
         yours, delete the checksum (# and eight digits) at its end"
    )]
    Edited,
    #[error("this line has no checksum: it was written by hand; it counts; nothing needs doing")]
    ByHand,
    #[error(
        "this comment looks like an entry whose beginning is damaged; it does not count; take it from a backup or \
         delete it"
    )]
    DamagedStart,
    #[error("this ninety does not know this line; it is kept and ignored; nothing needs doing")]
    UnknownHead,
    #[error(
        "the file says that it is of the plan \"{}\"; its lines count here, as its name says, and ninety records \
         nothing; correct the line or rename the file",
        visible(.0)
    )]
    OtherPlan(String),
    #[error("no line `plan = \"…\"` says which plan this file is of; its lines count; write the line at its top")]
    NoPlan,
    #[error("the format is not known; the lines count; write `format = 1` here")]
    NoFormat,
    #[error(
        "this file is of format {0}, from a newer ninety; what this one understands counts, and it records nothing; \
         install the newer ninety"
    )]
    Newer(i64),
    #[error(
        "the file is empty; nothing in it counts; if there was something, copy the newest file from backups/ beside it \
         back, otherwise go on: ninety writes into it"
    )]
    Empty,
    #[error(
        "the journal is missing, though {} is there; what is readable counts; wait if a sync program is just replacing \
         it, or copy that file or a backup back",
        shown(.0)
    )]
    Missing(PathBuf),
    #[error(
        "the file has lost {} that stood in it a moment ago; what is there now counts; wait if a sync program is just replacing the file, \
         or copy a backup back",
        counted(*.0, "entry", "entries")
    )]
    Lost(usize),
    #[error(
        "this copy of the journal cannot be read ({}); its lines do not count; repair it or move it away",
        visible(.0)
    )]
    CopyUnread(String),
    #[error(
        "{} has {} that this file has not, as where an older one was put in its place; what is there counts; copy that \
         backup beside it to take them in, or go on if you deleted them",
        shown(.0), counted(*.1, "entry", "entries")
    )]
    Older(PathBuf, usize),
    #[error(
        "{} of this backup {} not in the journal; copy the file beside the journal to take in what is missing, or leave \
         it if you deleted that",
        counted(*.0, "entry", "entries"), if *.0 == 1 { "is" } else { "are" }
    )]
    OnlyInBackup(usize),
    #[error(
        "this journal of the plan \"{}\" is about the days of the plan \"{}\", which has none of its own yet; if it is \
         the same plan under another name, write id = \"{}\" at the top of its file, otherwise go on",
        visible(.0), .1, visible(.0)
    )]
    Elsewhere(String, PlanId),
    #[error(
        "{} in it {} not in the plan, such as \"{}\"; what is recorded there is kept and counts nowhere; if a title was \
         mended, `ninety check` says what brings it back",
        counted(*.0, "id", "ids"), if *.0 == 1 { "is" } else { "are" }, visible(.1)
    )]
    Mended(usize, String),
    #[error(
        "{} in it {} not in the plan, such as \"{}\"; what is recorded there is kept and counts nowhere; leave it if that \
         was taken out, otherwise `ninety check` says which id brings it back",
        counted(*.0, "id", "ids"), if *.0 == 1 { "is" } else { "are" }, visible(.1)
    )]
    Dropped(usize, String),
    #[error(
        "nothing that it records is in the plan \"{}\"; if another plan wrote it, write an id of its own at the top of \
         this plan's file, such as id = \"{}\"; if every title was changed, `ninety check` lists what is kept",
        visible(.0), .1
    )]
    Strange(&'static str, PlanId),
    #[error(
        "an editor or another program left this file of the journal; it is not read; delete it, or give it a name that \
         begins like the journal's and ends with .toml if it has what is missing"
    )]
    Leaving,
    #[error("{} wrong like those above; this does not look like a journal; copy a backup back, or see what wrote into it", counted(*.0, "more line is", "more lines are"))]
    More(usize),
}

impl What {
    /// Returns how much this matters.
    pub fn weight(&self) -> Weight {
        if matches!(self, Self::ByHand | Self::UnknownHead | Self::OnlyInBackup(_) | Self::Leaving | Self::Dropped(..))
        {
            Weight::Remark
        } else {
            Weight::Warning
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", shown(&self.path))?;
        for place in Some(self.line).filter(|line| *line > 0).into_iter().chain(self.column) {
            write!(f, ":{place}")?;
        }
        write!(f, ": {}.", self.what)
    }
}

/// Returns a path as it may be shown on a terminal.
pub fn shown(path: &Path) -> String {
    visible(&path.to_string_lossy()).into_owned()
}
