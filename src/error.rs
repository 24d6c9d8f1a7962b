//! Why the program could not do what it was asked: the sentences that are not journal's or plan's, and the exit codes.

use crate::journal::FileError;
pub(crate) use crate::journal::error::reason;
use crate::journal::finding::shown;
use crate::plan::Problems;
use crate::platform;
use crate::text::{carrying, visible};
use std::ffi::OsString;
use std::io;
use std::path::PathBuf;
use thiserror::Error;

/// Says why the program could not do what it was asked.
#[derive(Debug, Error)]
pub enum Error {
    #[error("ninety: {0}.")]
    File(#[from] FileError),
    #[error("{}", .0.render().trim_end())]
    Plan(Problems),
    #[error("ninety: {}: {}; the plan was not read; name another file.", shown(.0), visible(.1))]
    PlanFile(PathBuf, String),
    #[error("ninety: {name} is \"{}\", {wrong}.", visible(&value.to_string_lossy()))]
    Setting { name: &'static str, value: OsString, wrong: &'static str },
    #[error(
        "ninety: {name} is \"{}\", which is not {} and would be another place in every directory; set it to a whole path, {way_out}.",
        visible(&value.to_string_lossy()), platform::WHOLE_PATH
    )]
    Relative { name: &'static str, value: OsString, way_out: &'static str },
    /// What was asked for is not there, or cannot be: the whole sentence.
    #[error("ninety: {0}")]
    Refused(String),
    /// The command line is not understood: the whole text, ready to print.
    #[error("{}", .0.trim_end())]
    Usage(String),
    #[error(
        "ninety: The editor \"{}\" {}; the note is as it was; set VISUAL or EDITOR to another one.",
        visible(.0), visible(.1)
    )]
    Editor(String, String),
    #[error("ninety: {what}: {}.", reason(.1), what = .0)]
    Stream(&'static str, io::Error),
}

impl Error {
    /// Returns what is said, with the source lines of a plan's problems no wider than that.
    pub(crate) fn text(&self, columns: Option<usize>) -> String {
        match self {
            Self::Plan(problems) => problems.render_within(columns).trim_end().to_owned(),
            _ => self.to_string(),
        }
    }

    /// Returns the error with commands that carry what was given.
    pub(crate) fn carrying(self, given: &str) -> Self {
        match self {
            Self::Refused(sentence) => Self::Refused(carrying(given, &sentence).into_owned()),
            Self::File(error) => Self::Refused(carrying(given, &format!("{error}.")).into_owned()),
            error => error,
        }
    }

    /// Returns the exit code: 2 where the command line is not understood, 1 for everything else, also for a bad plan file.
    pub fn exit_code(&self) -> u8 {
        if matches!(self, Self::Usage(_)) { 2 } else { 1 }
    }
}
