//! A page as a Markdown document (`CommonMark`). What Markdown would take for a mark in a page's own text is escaped,
//! but for code in backticks. The learner's words are Markdown and stand as they were written, in a quote, which ends
//! whatever was begun in it; what would reach beyond it stands as code (`quote`).

use super::quote::{begins_a_block, has_marked_address, is_prose, narrowed, opened, quoted, quoted_in_a_line};
use super::text::hanging;
use super::{Item, Line, Mark, Page};
use crate::env::Charset;
use crate::glyphs::Glyphs;
use crate::study::DayState;
use crate::text::{is_web_address, lines, printable, width};

pub(crate) fn of(page: &Page, charset: Charset, columns: usize) -> String {
    let between = format!(" {} ", Glyphs::of(charset).dot);
    let mut out = Document { between, columns, text: String::new(), in_list: false };
    for line in &page.lines {
        match line {
            Line::Blank => {}
            Line::Heading(level, text) => out.heading(*level, &plain(text)),
            Line::Text(facts, right) => {
                let right = Some(right).filter(|right| !right.is_empty());
                let facts: Vec<String> = facts.iter().chain(right).map(|fact| plain(fact)).collect();
                out.gap();
                out.broken("", &opened(&facts.join(&out.between)));
            }
            Line::Item(item) => out.item(item),
            Line::Words(_, text) => out.words(text, quoted),
            Line::Reason(text) => out.words(text, quoted_in_a_line),
        }
    }
    out.text
}

struct Document {
    between: String,
    columns: usize,
    text: String,
    in_list: bool,
}

impl Document {
    fn heading(&mut self, level: usize, text: &str) {
        self.gap();
        let text = text.strip_suffix('#').map_or(text.to_owned(), |before| format!("{before}\\#"));
        // On one line however wide: a line of it could begin something else.
        self.text.extend(["#".repeat(level).as_str(), " ", &text, "\n"]);
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
        let lead = item.lead.trim();
        let name = if lead.is_empty() { text } else { format!("{} {text}", plain(lead)) };
        let name = if let Mark::CurrentDay(_) = item.mark { format!("**{name}**") } else { name };
        let milestone = item.milestone.map(|_| "milestone".to_owned());
        let right = item.right.iter().filter(|fact| !fact.is_empty()).map(|fact| plain(fact.trim()));
        let facts: Vec<String> = [name].into_iter().chain(milestone).chain(right).collect();
        let text = facts.join(&self.between);
        match item.mark {
            Mark::Done | Mark::Day(DayState::Complete) => self.broken("- [x] ", &text),
            Mark::Open | Mark::Day(_) | Mark::CurrentDay(_) => self.broken("- [ ] ", &text),
            Mark::None | Mark::Bullet | Mark::Link | Mark::Milestone(_) => self.broken("- ", &opened(&text)),
        }
    }

    fn words(&mut self, text: &str, quoted: fn(&str) -> String) {
        if !text.trim().is_empty() {
            self.gap();
            let quote = quoted(text);
            let is_wide = quote.lines().any(|line| width(line) > self.columns);
            let quote = if is_wide && is_prose(&quote) { narrowed(&quote, self.columns) } else { quote };
            self.text.push_str(&quote);
        }
    }

    fn gap(&mut self) {
        self.in_list = false;
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    fn broken(&mut self, prefix: &str, text: &str) {
        let columns = self.columns.saturating_sub(prefix.len()).max(self.columns / 2);
        // A word that would begin something where a line begins stays on the line before.
        hanging(&mut self.text, prefix, lines(text, columns, begins_a_block));
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
