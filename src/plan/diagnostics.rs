//! What is wrong with a plan, and where: every problem with its file, line and column, and the line itself.
//!
//! Deliberately absent: the picture with the caret (`plan/picture.rs`), which the build script has no use for.

use std::fmt;
use std::ops::Range;

use crate::text::visible;

/// The most characters shown of a source line; of a longer one, those around the mark.
const SHOWN: usize = 100;

/// The characters shown before the mark in a line that is too long.
const BEFORE: usize = 30;

/// A place in one of a plan's files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub(in crate::plan) name: String,
    pub(in crate::plan) line: usize,
    pub(in crate::plan) column: usize,
    pub(in crate::plan) text: String,
    pub(in crate::plan) mark: Range<usize>,
}

impl Place {
    /// Returns the file's name as the reader was given it; not safe for a terminal.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the line; the first is 1.
    pub const fn line(&self) -> usize {
        self.line
    }

    /// Returns the column in characters; the first is 1.
    pub const fn column(&self) -> usize {
        self.column
    }

    /// Returns the source line, safe for a terminal; a long one is cut to what is around the place.
    pub fn text(&self) -> &str {
        &self.text
    }
}

/// Prints `PATH:LINE:COLUMN`, safe for a terminal.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", visible(&self.name), self.line, self.column)
    }
}

/// One thing that is wrong with a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub(in crate::plan) place: Place,
    pub(in crate::plan) message: String,
    pub(in crate::plan) help: Option<String>,
    pub(in crate::plan) other: Option<(Place, &'static str)>,
}

impl Problem {
    /// Returns where it is.
    pub const fn place(&self) -> &Place {
        &self.place
    }

    /// Returns what is wrong, in one line that is safe for a terminal.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Returns how to mend it, safe for a terminal.
    pub fn help(&self) -> Option<&str> {
        self.help.as_deref()
    }

    /// Returns the second place that it concerns, with what is there.
    pub fn other(&self) -> Option<(&Place, &str)> {
        self.other.as_ref().map(|(place, label)| (place, *label))
    }

    pub(in crate::plan) fn help_with(&mut self, help: impl AsRef<str>) -> &mut Self {
        self.help = Some(visible(help.as_ref()).into_owned());
        self
    }

    pub(in crate::plan) fn and_at(&mut self, place: Place, label: &'static str) {
        self.other = Some((place, label));
    }
}

/// Prints `PATH:LINE:COLUMN: message`, safe for a terminal.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.message)
    }
}

/// Everything that is wrong with a plan, in the order of the files; at least one problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problems(pub(in crate::plan) Vec<Problem>);

impl Problems {
    /// Returns the problems, first to last.
    pub fn iter(&self) -> std::slice::Iter<'_, Problem> {
        self.0.iter()
    }
}

impl<'a> IntoIterator for &'a Problems {
    type Item = &'a Problem;
    type IntoIter = std::slice::Iter<'a, Problem>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// Prints a line a problem.
impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut before = "";
        for problem in self {
            write!(f, "{before}{problem}")?;
            before = "\n";
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}

/// Returns the part of a line that is shown, safe for a terminal, and where in it the marked bytes are.
pub(in crate::plan) fn excerpt(line: &str, mark: Range<usize>) -> (String, Range<usize>) {
    let part = |range: Range<usize>| line.get(range).unwrap_or_default();
    let (before, marked, after) =
        (part(0..mark.start), part(mark.clone()), part(mark.end..line.len()));
    let is_long = line.chars().nth(SHOWN).is_some();
    let room = if is_long { BEFORE } else { SHOWN };
    let skipped = before.chars().count().saturating_sub(room);
    let mut text = String::new();
    if skipped > 0 {
        text.push('…');
    }
    text += &visible(&before.chars().skip(skipped).collect::<String>());
    let start = text.len();
    let mut left = SHOWN.saturating_sub(before.chars().count() - skipped);
    text += &visible(&marked.chars().take(left).collect::<String>());
    let end = text.len();
    left = left.saturating_sub(marked.chars().count());
    text += &visible(&after.chars().take(left).collect::<String>());
    if marked.chars().count() + after.chars().count() > SHOWN - before.chars().count().min(room) {
        text.push('…');
    }
    (text, start..end)
}
