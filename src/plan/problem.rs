//! What is wrong with a plan, and where: every problem with its file, line and column, and the line itself.

use crate::text::visible;
use std::fmt;
use std::ops::{Deref, Range};

/// A place in one of a plan's files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file's name as the reader was given it; not safe for a terminal.
    pub name: String,
    /// The line; the first is 1.
    pub line: usize,
    /// The column in characters; the first is 1.
    pub column: usize,
    /// The source line, safe for a terminal; of one that no hand wrote, what is around the place.
    pub text: String,
    /// Where in this text the place is, in bytes.
    pub mark: Range<usize>,
    /// Whether it is a part of its line only.
    pub is_cut: bool,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", visible(&self.name), self.line, self.column)
    }
}

/// One thing that is wrong with a plan. Its sentences are safe for a terminal.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {message}")]
pub struct Problem {
    /// Where it is.
    pub place: Place,
    /// What is wrong, in one line.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// The second place that it concerns, with what is there.
    pub other: Option<(Place, &'static str)>,
}

/// What is wrong with a plan, in the order of the files: at least one problem, and of very many the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problems {
    pub(in crate::plan) first: Vec<Problem>,
    pub(in crate::plan) total: usize,
}

impl Deref for Problems {
    type Target = [Problem];

    fn deref(&self) -> &[Problem] {
        &self.first
    }
}

impl Problems {
    /// The most problems that are kept: nobody reads more at once, and all of a hostile file would fill the memory.
    pub const MOST: usize = 40;

    /// The most that are kept where they are ids that are taken: those of a whole plan are mended in one round.
    pub const MOST_TAKEN: usize = 400;

    /// Returns how many problems there are, with those that are not kept.
    pub const fn total(&self) -> usize {
        self.total
    }

    pub(in crate::plan) fn printed(&self, print: impl Fn(&Problem) -> String) -> Vec<String> {
        let rest = match self.total.saturating_sub(self.first.len()) {
            0 => None,
            1 => Some("There is 1 more problem.".to_owned()),
            more => Some(format!("There are {more} more problems.")),
        };
        self.first.iter().map(print).chain(rest).collect()
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.printed(Problem::to_string).join("\n"))
    }
}

impl std::error::Error for Problems {}
