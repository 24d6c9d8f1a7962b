//! Why the program could not do what it was asked: every such sentence that is not the journal's or the plan's own,
//! and the exit code of each.
//!
//! Deliberately absent: findings about single lines of a journal, which stop nothing, and the problems of a plan,
//! which stand beside the reader.

use crate::journal::FileError;
pub(crate) use crate::journal::error::reason;
use crate::journal::finding::shown;
use crate::plan::Problems;
use crate::text::visible;
use std::ffi::OsString;
use std::fmt;
use std::io;
use std::path::PathBuf;

/// Says why the program could not do what it was asked.
#[derive(Debug)]
pub enum Error {
    /// The journal could not be read or written.
    File(FileError),
    /// The plan file has problems.
    Plan(Problems),
    /// The plan file could not be read, and why.
    PlanFile(PathBuf, String),
    /// A variable or option has a value that cannot be used, and what is wrong.
    Setting {
        /// The variable or option.
        name: &'static str,
        /// Its value.
        value: OsString,
        /// What is wrong with it and what to do, to follow a comma.
        wrong: &'static str,
    },
    /// A variable that names a directory holds a relative path.
    Relative {
        /// The variable.
        name: &'static str,
        /// Its value.
        value: OsString,
        /// What to do where a whole path is not what is wanted.
        way_out: &'static str,
    },
    /// What was asked for is not there, or cannot be: the whole sentence.
    Refused(String),
    /// The command line is not understood: the whole text, ready to print.
    Usage(String),
    /// The editor could not be run or failed: its command line, and why.
    Editor(String, String),
    /// Input or output failed: what, and why.
    Stream(&'static str, io::Error),
}

impl Error {
    /// Returns the exit code: 2 where the command line is not understood, 1 for everything else. What an argument names
    /// is not the argument: a plan file that is missing or has problems is 1, however it is come by.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Usage(_) => 2,
            Self::File(_)
            | Self::Plan(_)
            | Self::PlanFile(..)
            | Self::Setting { .. }
            | Self::Relative { .. }
            | Self::Refused(_)
            | Self::Editor(..)
            | Self::Stream(..) => 1,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(error) => write!(f, "ninety: {error}."),
            Self::Plan(problems) => write!(f, "{}", problems.render().trim_end()),
            Self::PlanFile(path, why) => {
                write!(
                    f,
                    "ninety: {}: {}; the plan was not read; name another file.",
                    shown(path),
                    visible(why)
                )
            }
            Self::Setting { name, value, wrong } => {
                write!(f, "ninety: {name} is \"{}\", {wrong}.", visible(&value.to_string_lossy()))
            }
            Self::Relative { name, value, way_out } => write!(
                f,
                "ninety: {name} is \"{}\", which is not a whole path (one that begins with /) and would be another place \
                 in every directory; set it to a whole path, {way_out}.",
                visible(&value.to_string_lossy())
            ),
            Self::Refused(sentence) => write!(f, "ninety: {sentence}"),
            Self::Usage(text) => write!(f, "{}", text.trim_end()),
            Self::Editor(command, why) => write!(
                f,
                "ninety: The editor \"{}\" {}; the note is as it was; set VISUAL or EDITOR to another one.",
                visible(command),
                visible(why)
            ),
            Self::Stream(what, error) => write!(f, "ninety: {what}: {}.", reason(error)),
        }
    }
}

impl std::error::Error for Error {}

impl From<FileError> for Error {
    fn from(error: FileError) -> Self {
        Self::File(error)
    }
}
