//! A page as a Markdown document (`CommonMark`). What Markdown would take for a mark in a page's own text is escaped,
//! but for code in backticks. The learner's words are Markdown and stand as they were written, in a quote, which ends
//! whatever was begun in it; what would reach beyond it stands as code (`quote`). Deliberately absent: what stands
//! before and beside an item, which no document has.

use super::quote::{has_marked_address, opened, quoted};
use super::{Item, Line, Mark, Page};
use crate::env::Charset;
use crate::glyphs::Glyphs;
use crate::text::{is_web_address, printable};

pub(crate) fn of(page: &Page, charset: Charset) -> String {
    let between = format!(" {} ", Glyphs::of(charset).dot);
    let mut out = Document { between, text: String::new(), in_list: false };
    for line in &page.lines {
        match line {
            Line::Blank => {}
            Line::Heading(level, text) => out.heading(*level, &plain(text)),
            Line::Text(facts, right) => {
                let right = Some(right).filter(|right| !right.is_empty());
                let facts: Vec<String> = facts.iter().chain(right).map(|fact| plain(fact)).collect();
                out.gap();
                out.line("", &opened(&facts.join(&out.between)));
            }
            Line::Item(item) => out.item(item),
            Line::Words(_, text) if text.trim().is_empty() => {}
            Line::Words(_, text) => {
                out.gap();
                out.text.push_str(&quoted(text));
            }
        }
    }
    out.text
}

struct Document {
    between: String,
    text: String,
    in_list: bool,
}

impl Document {
    fn heading(&mut self, level: usize, text: &str) {
        self.gap();
        let text = text.strip_suffix('#').map_or(text.to_owned(), |before| format!("{before}\\#"));
        self.line(&format!("{} ", "#".repeat(level)), &text);
    }

    fn item(&mut self, item: &Item) {
        if !self.in_list {
            self.gap();
        }
        self.in_list = true;
        let text = match item.mark {
            Mark::Link if is_web_address(&item.text) => {
                format!("<{}>", printable(&item.text).replace('<', "%3C").replace('>', "%3E"))
            }
            _ => plain(&item.text),
        };
        match item.mark {
            Mark::Done => self.line("- [x] ", &text),
            Mark::Open => self.line("- [ ] ", &text),
            _other => self.line("- ", &opened(&text)),
        }
    }

    fn gap(&mut self) {
        self.in_list = false;
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    /// Adds a line however wide: a further one could begin something else.
    fn line(&mut self, prefix: &str, text: &str) {
        self.text.extend([format!("{prefix}{text}").trim_end(), "\n"]);
    }
}

/// Returns a plain text as Markdown on one line that shows it; code in backticks stays code.
fn plain(text: &str) -> String {
    let text = printable(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let pieces: Vec<&str> = text.split('`').collect();
    let is_code = |(place, piece): (usize, &&str)| place % 2 == 0 || !piece.trim().is_empty();
    let is_closed = pieces.len() % 2 == 1 && pieces.iter().enumerate().all(is_code);
    // Where bare addresses are links, one may take a backtick out of play.
    let is_tangled = has_marked_address(&text) || (text.contains('<') && text.split(' ').any(is_address));
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
        match c {
            '<' => out.push_str(less),
            c if is_mark => out.extend(['\\', c]),
            c => out.push(c),
        }
        before = Some(c);
    }
    out
}

fn is_address(word: &str) -> bool {
    word.contains("://") || word.contains("www.")
}
