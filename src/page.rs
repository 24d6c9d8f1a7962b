//! Reports as documents. A [`Page`] is plain data that knows no width: `text` lays it out for a terminal and `markdown`
//! as `CommonMark`. Every other file is one report, with `page` for people and `json` for programs; `parts` is shared.

pub(crate) mod history;
pub(crate) mod logbook;
pub(crate) mod markdown;
mod parts;
pub(crate) mod plan;
mod quote;
pub(crate) mod recall;
pub(crate) mod schedule;
pub(crate) mod state;
pub(crate) mod status;
pub(crate) mod text;
pub(crate) mod today;

use crate::study::DayState;
use crate::text::{is_unsafe, width};
use std::fmt::Write;

/// A report, line by line. A line is a thought: how many rows it takes is up to whoever lays it out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Page {
    pub(crate) lines: Vec<Line>,
}

/// A line of a report. Its texts are plain, but for the learner's words in `Words`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Line {
    Blank,
    /// Of a level from 1 to 6.
    Heading(usize, String),
    /// Short facts beside each other, or one sentence, and what stands at the right edge; that may be empty.
    Text(Vec<String>, String),
    Item(Item),
    /// So many columns in.
    Words(usize, String),
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Item {
    pub(crate) depth: usize,
    pub(crate) mark: Mark,
    /// What the text hangs behind, such as a number; as wide as its column.
    pub(crate) lead: String,
    pub(crate) text: String,
    /// The state of a day that is one of a milestone's, whose sign stands behind the text.
    pub(crate) milestone: Option<DayState>,
    pub(crate) right: Vec<String>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Mark {
    #[default]
    None,
    Bullet,
    /// The text is an address of the web.
    Link,
    Done,
    Open,
    Day(DayState),
    CurrentDay(DayState),
    Milestone(DayState),
}

impl Page {
    /// Returns the page with its own sentences rewritten; the learner's words stay as they are.
    pub(crate) fn rewritten(mut self, rewrite: impl Fn(&str) -> String) -> Self {
        for line in &mut self.lines {
            match line {
                Line::Text(texts, _) => texts.iter_mut().for_each(|text| *text = rewrite(text)),
                Line::Item(item) => item.text = rewrite(&item.text),
                Line::Blank | Line::Heading(..) | Line::Words(..) => {}
            }
        }
        self
    }

    fn blank(&mut self) {
        self.lines.push(Line::Blank);
    }

    fn heading(&mut self, level: usize, text: impl Into<String>) {
        self.lines.push(Line::Heading(level, text.into()));
    }

    fn line(&mut self, text: impl Into<String>) {
        self.facts([text.into()]);
    }

    fn all(&mut self, texts: impl IntoIterator<Item = String>) {
        texts.into_iter().for_each(|text| self.line(text));
    }

    fn facts(&mut self, facts: impl IntoIterator<Item = String>) {
        self.lines.push(Line::Text(facts.into_iter().collect(), String::new()));
    }

    fn item(&mut self, depth: usize, mark: Mark, lead: impl Into<String>, text: impl Into<String>) {
        let (lead, text) = (lead.into(), text.into());
        self.lines.push(Line::Item(Item { depth, mark, lead, text, ..Item::default() }));
    }

    fn words(&mut self, depth: usize, text: impl Into<String>) {
        self.lines.push(Line::Words(depth, text.into()));
    }

    /// Adds the title of what follows, behind an empty line.
    fn section(&mut self, title: &str) {
        self.blank();
        self.line(title);
    }
}

/// Returns a document as text with a newline at its end. What a terminal or a printer could act on stands as `\uXXXX`.
pub(crate) fn json_text(json: &serde_json::Value) -> String {
    let text = format!("{json:#}\n");
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        // A pile of combining marks is cut on screen; escaped, each of them is kept.
        let mark = !c.is_ascii() && width(c.encode_utf8(&mut [0; 4])) == 0;
        if c == '\n' || !(is_unsafe(c) || mark) {
            out.push(c);
            continue;
        }
        for unit in c.encode_utf16(&mut [0; 2]) {
            let _infallible = write!(out, "\\u{unit:04x}");
        }
    }
    out
}
