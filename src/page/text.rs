//! A page as text for a terminal: wrapped lines with hanging indents, rows, and the marks of a charset.

use super::{Item, Line, Mark, Page};
use crate::env::Charset;
use crate::glyphs::{Glyphs, to_charset};
use crate::text::{lines, visible, width};

/// The fewest columns that a text has beside what stands before it.
const LEAST: usize = 20;

/// What is before the further lines of a text that has no room beside it.
const FURTHER: &str = "  ";

pub(crate) fn of(page: &Page, charset: Charset, columns: usize) -> String {
    let mut out = Layout { charset, columns, text: String::new() };
    for line in &page.lines {
        match line {
            Line::Blank => out.text.push('\n'),
            Line::Heading(_, text) => {
                if !out.text.is_empty() {
                    out.text.push('\n');
                }
                out.wrapped("", &to_charset(charset, text));
            }
            Line::Text(facts, right) => out.row("", &facts.join(&format!(" {} ", Glyphs::of(charset).dot)), right),
            Line::Item(item) => out.item(item),
            Line::Words(depth, text) => out.words(*depth, text),
        }
    }
    out.text
}

struct Layout {
    charset: Charset,
    columns: usize,
    text: String,
}

impl Layout {
    fn item(&mut self, item: &Item) {
        let glyphs = Glyphs::of(self.charset);
        let mark = match item.mark {
            Mark::None => None,
            Mark::Bullet => Some("-"),
            Mark::Link => Some(glyphs.resource),
            Mark::Done => Some(glyphs.done),
            Mark::Open => Some(glyphs.open),
            Mark::Day(state) => Some(glyphs.mark(state)),
            Mark::CurrentDay(_) => Some(glyphs.cursor),
            Mark::Milestone(state) => Some(glyphs.milestone_cell(state)),
        };
        let mut prefix = " ".repeat(item.depth);
        let lead = Some(item.lead.as_str()).filter(|lead| !lead.is_empty());
        for part in mark.into_iter().chain(lead) {
            prefix.extend([part, " "]);
        }
        let sign = item.milestone.map_or(String::new(), |state| format!(" {}", glyphs.milestone_cell(state)));
        let right: Vec<&str> = item.right.iter().map(String::as_str).filter(|fact| !fact.is_empty()).collect();
        self.row(&prefix, &format!("{}{sign}", item.text), &right.join("  "));
    }

    fn row(&mut self, prefix: &str, left: &str, right: &str) {
        let [prefix, left, right] = [prefix, left, right].map(|text| to_charset(self.charset, text));
        let (prefix, right) = (visible(&prefix), visible(&right));
        let used = width(&prefix) + width(&visible(&left)) + width(&right);
        if right.is_empty() || used + 2 > self.columns {
            self.wrapped(&prefix, &left);
            if !right.is_empty() {
                self.wrapped(&" ".repeat(width(&prefix).max(2)), &right);
            }
        } else {
            let gap = " ".repeat(self.columns - used);
            hanging(&mut self.text, &prefix, vec![format!("{}{gap}{right}", visible(&left))]);
        }
    }

    fn words(&mut self, depth: usize, text: &str) {
        for line in text.trim_end().split('\n') {
            let words = line.trim_start_matches(' ');
            let further = (line.len() - words.len()).min(self.columns / 4);
            self.wrapped(&" ".repeat(depth + further), words);
        }
    }

    fn wrapped(&mut self, prefix: &str, text: &str) {
        let text = visible(text);
        if self.columns >= width(prefix) + LEAST {
            hanging(&mut self.text, prefix, lines(&text, self.columns - width(prefix)));
            return;
        }
        // Without room beside what stands before it, the text runs on behind that, and its further lines begin below.
        let run_on = lines(&format!("{prefix} {text}"), self.columns - FURTHER.len());
        let mut before = if prefix.trim().is_empty() { FURTHER } else { "" };
        for line in run_on {
            self.text.extend([before, &line, "\n"]);
            before = FURTHER;
        }
    }
}

/// Adds lines behind a prefix, the further ones under the first one's first word.
fn hanging(out: &mut String, prefix: &str, lines: Vec<String>) {
    let mut before = prefix.to_owned();
    for line in lines {
        out.extend([format!("{before}{line}").trim_end(), "\n"]);
        before = " ".repeat(width(prefix));
    }
}
