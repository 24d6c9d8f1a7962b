//! A Markdown document (CommonMark): headings, paragraphs, lists, and the learner's own words in block quotes.
//!
//! A plan's texts are plain: what Markdown would take for a mark is escaped, but for code in backticks. The learner's
//! words are Markdown and stand as they were written, with `> ` before each line: a quote ends whatever was begun in it.
//! What would reach beyond a quote stands as code in it (`quote`).
//!
//! Deliberately absent: what a document says.

mod quote;

use crate::env::Glyphs;
use crate::signs::Signs;
use crate::text::{is_web_address, printable, width};
use quote::{quoted, quoted_in_a_line};

/// The columns at which text is broken where people read it on a terminal.
const COLUMNS: usize = 80;

/// Says where a document's lines end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lines {
    /// Where a paragraph or an item ends, for a file.
    Whole,
    /// At the width of a page, for a terminal.
    Broken,
}

/// Collects the text of a document.
pub(super) struct Document {
    signs: &'static Signs,
    lines: Lines,
    text: String,
    in_list: bool,
}

impl Document {
    /// Returns an empty document.
    pub(super) fn new(glyphs: Glyphs, lines: Lines) -> Self {
        Self { signs: Signs::of(glyphs), lines, text: String::new(), in_list: false }
    }

    /// Returns all its text.
    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// Returns facts as one line.
    pub(super) fn facts(&self, facts: &[String]) -> String {
        facts.join(&format!(" {} ", self.signs.dot))
    }

    /// Adds a heading of a level, 1 to 6, of a text that is Markdown already.
    pub(super) fn heading(&mut self, level: usize, text: &str) {
        self.gap();
        let text = match text.strip_suffix('#') {
            Some(before) => format!("{before}\\#"),
            None => text.to_owned(),
        };
        self.text.extend(["#".repeat(level).as_str(), " ", &text, "\n"]);
    }

    /// Adds a paragraph that is Markdown already.
    pub(super) fn paragraph(&mut self, text: &str) {
        self.gap();
        self.broken("", &opened(text));
    }

    /// Adds an item to a list, which is Markdown already.
    pub(super) fn item(&mut self, text: &str) {
        self.list();
        self.broken("- ", &opened(text));
    }

    /// Adds an item with a ticked box to a list, which is Markdown already.
    pub(super) fn done(&mut self, text: &str) {
        self.list();
        self.broken("- [x] ", text);
    }

    /// Adds an item with an empty box to a list, which is Markdown already.
    pub(super) fn open(&mut self, text: &str) {
        self.list();
        self.broken("- [ ] ", text);
    }

    /// Adds the learner's own words; nothing where there are none.
    pub(super) fn words(&mut self, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        self.gap();
        self.text.push_str(&quoted(text));
    }

    /// Adds a line of the learner's own words, which begins nothing; nothing where there are none.
    pub(super) fn line_of_words(&mut self, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        self.gap();
        self.text.push_str(&quoted_in_a_line(text));
    }

    fn gap(&mut self) {
        self.in_list = false;
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    fn list(&mut self) {
        if !self.in_list {
            self.gap();
        }
        self.in_list = true;
    }

    /// Adds a text behind a prefix, its further lines under its first word.
    fn broken(&mut self, prefix: &str, text: &str) {
        let columns = match self.lines {
            Lines::Whole => usize::MAX,
            Lines::Broken => COLUMNS - prefix.len().min(COLUMNS / 2),
        };
        let mut before = prefix.to_owned();
        for line in lines_of(text, columns) {
            self.text.extend([before.as_str(), &line, "\n"]);
            before = " ".repeat(prefix.len());
        }
    }
}

/// Returns a text's words on lines of at most so many columns. A word that would begin something where a line begins
/// stays on the line before.
fn lines_of(text: &str, columns: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let Some(line) = lines.last_mut() else { break };
        if line.is_empty() {
            line.push_str(word);
        } else if width(line) + 1 + width(word) <= columns || begins_a_block(word) {
            line.extend([" ", word]);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}

/// Tells whether a word where a line begins could begin a heading, a quote, a list, a rule or a box.
fn begins_a_block(word: &str) -> bool {
    let digits = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_number = digits.len() < word.len() && matches!(digits, "." | ")");
    is_number || word.starts_with(['#', '>', '=', '-', '+', '|', ':', '['])
}

/// Returns a text that begins nothing where it stands first.
fn opened(text: &str) -> String {
    let first = text.split(' ').next().unwrap_or_default();
    if !begins_a_block(first) {
        return text.to_owned();
    }
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, rest) = text.split_at_checked(digits).unwrap_or(("", text));
    format!("{number}\\{rest}")
}

/// Returns a plain text as Markdown on one line that shows it; code in backticks stays code.
pub(super) fn plain(text: &str) -> String {
    let text = printable(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let pieces: Vec<&str> = text.split('`').collect();
    let is_code = |(place, piece): (usize, &&str)| place % 2 == 0 || !piece.trim().is_empty();
    let is_closed = pieces.len() % 2 == 1 && pieces.iter().enumerate().all(is_code);
    // Where bare addresses are links, one may take a backtick out of play.
    let is_tangled =
        has_marked_address(&text) || (text.contains('<') && text.split(' ').any(is_address));
    // Two codes with nothing between them would be one.
    let inner = pieces.get(1..pieces.len().saturating_sub(1)).unwrap_or_default();
    if !is_closed || is_tangled || inner.iter().any(|piece| piece.is_empty()) {
        return escaped(&text);
    }
    let shown = |(place, piece): (usize, &&str)| {
        if place % 2 == 0 { escaped(piece) } else { (*piece).to_owned() }
    };
    pieces.iter().enumerate().map(shown).collect::<Vec<_>>().join("`")
}

/// Returns a text with a backslash before everything that Markdown would take for a mark.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Where bare addresses are links, one would take the backslash.
    let less = if text.split(' ').any(is_address) { "&lt;" } else { "\\<" };
    let mut before = None;
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let joins = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let is_mark = match c {
            '\\' | '`' | '*' | '~' | '$' => true,
            // Nothing in a document defines a link, so brackets alone are none.
            ']' => rest.peek() == Some(&'('),
            '_' => !(joins(before) && joins(rest.peek().copied())),
            '&' => rest.peek().is_some_and(|c| c.is_ascii_alphanumeric() || *c == '#'),
            _other => false,
        };
        if is_mark {
            out.push('\\');
        }
        if c == '<' {
            out.push_str(less);
        } else {
            out.push(c);
        }
        before = Some(c);
    }
    out
}

/// Returns an address as a link; what is no address of the web stays text.
pub(super) fn link(address: &str) -> String {
    if !is_web_address(address) {
        return plain(address);
    }
    format!("<{}>", printable(address).replace('<', "%3C").replace('>', "%3E"))
}

/// Tells whether a bare address, which is a link in some dialects, has a mark in it, or a link that begins in it.
fn has_marked_address(text: &str) -> bool {
    let mut words = text.split(|c: char| c.is_whitespace() || c == '<');
    words.any(|word| {
        let address = ["://", "www."].iter().filter_map(|begin| word.find(begin)).min();
        let address = address.and_then(|at| word.get(at..));
        address.is_some_and(|address| word.contains(['\\', '`']) || address.contains('['))
    })
}

fn is_address(word: &str) -> bool {
    word.contains("://") || word.contains("www.")
}
