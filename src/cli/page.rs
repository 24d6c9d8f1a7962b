//! A page of plain text, 80 columns wide: wrapped lines with hanging indents, rows, and the marks of the two character
//! sets.
//!
//! Deliberately absent: colour. Marks tell the state, in a pipe as well.

use crate::env::Glyphs;
use crate::signs::{Signs, worded};
use crate::text::{visible, width};

/// The columns of a page.
const WIDTH: usize = 80;

/// The fewest columns that a wrapped text keeps, however deep it is indented.
const LEAST: usize = 20;

/// Collects the lines of a page.
pub(super) struct Page {
    glyphs: Glyphs,
    signs: &'static Signs,
    text: String,
}

impl Page {
    /// Returns an empty page.
    pub(super) fn new(glyphs: Glyphs) -> Self {
        Self { glyphs, signs: Signs::of(glyphs), text: String::new() }
    }

    /// Returns all its lines.
    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// Adds an empty line.
    pub(super) fn gap(&mut self) {
        self.text.push('\n');
    }

    /// Adds a text, wrapped at the page's width.
    pub(super) fn line(&mut self, text: &str) {
        self.item("", text);
    }

    /// Adds a text behind a prefix, its further lines under its first word.
    pub(super) fn item(&mut self, prefix: &str, text: &str) {
        let glyphs = self.glyphs;
        self.put(&worded(glyphs, prefix), &worded(glyphs, text));
    }

    fn put(&mut self, prefix: &str, text: &str) {
        let indent = width(prefix);
        let lines = wrapped(&visible(text), WIDTH.saturating_sub(indent).max(LEAST));
        let mut before = prefix.to_owned();
        for line in lines {
            self.text.push_str(format!("{before}{line}").trim_end());
            self.text.push('\n');
            before = " ".repeat(indent);
        }
    }

    /// Adds the learner's words behind an indent, each line wrapped; they stay as they were written.
    pub(super) fn paragraphs(&mut self, indent: &str, text: &str) {
        for line in text.trim_end().split('\n') {
            let depth = line.len() - line.trim_start_matches(' ').len();
            let prefix = format!("{indent}{}", " ".repeat(depth.min(LEAST)));
            self.put(&prefix, line.trim_start_matches(' '));
        }
    }

    /// Adds a text with another at the page's right edge, or below where both do not fit.
    pub(super) fn row(&mut self, left: &str, right: &str) {
        let (left, right) = (worded(self.glyphs, left), worded(self.glyphs, right));
        let (left, right) = (visible(&left), visible(&right));
        let used = width(&left) + width(&right);
        if right.is_empty() {
            self.line(&left);
        } else if used + 2 > WIDTH {
            self.line(&left);
            self.item("  ", &right);
        } else {
            let line = format!("{left}{}{right}", " ".repeat(WIDTH - used));
            self.text.extend([line.trim_end(), "\n"]);
        }
    }

    /// Returns the signs that it is made of.
    pub(super) fn signs(&self) -> &'static Signs {
        self.signs
    }

    /// Returns what stands between two facts of one line.
    pub(super) fn dot(&self) -> String {
        format!(" {} ", self.signs.dot)
    }
}

/// Returns a text's words on lines of at most so many columns; a longer word, such as an address, has a line of its own.
fn wrapped(text: &str, columns: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let wide = width(word);
        let Some(line) = lines.last_mut() else { break };
        if used > 0 && used + 1 + wide > columns {
            lines.push(word.to_owned());
            used = wide;
            continue;
        }
        if used > 0 {
            line.push(' ');
            used += 1;
        }
        line.push_str(word);
        used += wide;
    }
    lines
}
