//! A Markdown text as headings, items of lists (and rows of tables), and lines of text, each with its links, in order.

use super::boxes::unboxed;
use crate::text::{is_unsafe, is_web_address};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// A line of text without marks, and its links: what each is called, and where it leads.
#[derive(Debug, Default, Clone)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) links: Vec<(String, String)>,
    /// Whether it begins with strong words, and whether it has no others.
    pub(super) is_strong: bool,
    pub(super) is_all_strong: bool,
    /// Whether it goes on with the paragraph of the line before.
    pub(super) goes_on: bool,
}

#[derive(Debug)]
pub(super) enum Block {
    Heading(u8, Line),
    /// Words as deep in lists as that.
    Text(usize, Line),
    /// An item as deep in lists as that; `None` where there is no box to tick.
    Item(usize, Option<bool>, Line),
}

#[derive(Debug, Default)]
pub(super) struct Outline<'t> {
    pub(super) blocks: Vec<Block>,
    /// How many lines are neither heading nor list nor text.
    pub(super) passed: usize,
    source: &'t str,
    line: Line,
    /// Where each open link began in the line, with its address.
    open: Vec<(usize, String)>,
    heading: Option<u8>,
    depth: usize,
    /// Whether an item's first line is to come, and whether its box is ticked.
    is_item: bool,
    ticked: Option<bool>,
    /// Where the last strong words of the line end.
    strong: usize,
    /// How much of a table's row has been read that is to stay.
    row: usize,
    skipped: usize,
}

impl<'t> Outline<'t> {
    pub(super) fn of(source: &'t str) -> Self {
        let options = Options::ENABLE_TASKLISTS
            | Options::ENABLE_TABLES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
            | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
        let mut outline = Self { source, ..Self::default() };
        for (event, range) in Parser::new_ext(source, options).into_offset_iter() {
            outline.take(event, range);
        }
        outline.flush();
        outline
    }

    fn take(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, range),
            Event::End(tag) => self.end(tag),
            Event::TaskListMarker(is_ticked) => self.ticked = Some(is_ticked),
            Event::InlineHtml(tag) if tag.starts_with("<input") && tag.contains("checkbox") => {
                self.ticked.get_or_insert(tag.replace("checkbox", "").contains("checked"));
            }
            Event::Text(text) | Event::Code(text) if self.skipped == 0 => self.line.text.push_str(&text),
            // A line of plain text may be a day of its own.
            Event::SoftBreak | Event::HardBreak
                if self.depth == 0 && self.heading.is_none() && self.open.is_empty() =>
            {
                self.flush();
                self.line.goes_on = true;
            }
            Event::SoftBreak | Event::HardBreak | Event::InlineHtml(_) | Event::FootnoteReference(_) => {
                self.line.text.push(' ');
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        match tag {
            // In a list, too: its items are below it.
            Tag::Heading { level, .. } => {
                self.flush();
                (self.is_item, self.heading) = (false, Some(*level as u8));
            }
            Tag::Paragraph | Tag::List(_) => self.flush(),
            Tag::Item | Tag::TableRow => {
                self.flush();
                (self.depth, self.is_item, self.row, self.ticked) = (self.depth + 1, true, 0, None);
            }
            Tag::Strong => self.line.is_strong |= self.line.text.trim().is_empty(),
            Tag::Link { dest_url, .. } => self.open.push((self.line.text.len(), dest_url.to_string())),
            Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::FootnoteDefinition(_) => {
                self.flush();
                self.skipped += 1;
                let passed = self.source.get(range).unwrap_or_default().trim();
                if !passed.starts_with("<!--") {
                    self.passed += passed.lines().filter(|line| !line.trim().is_empty()).count();
                }
            }
            Tag::Image { .. } | Tag::TableHead | Tag::MetadataBlock(_) => self.skipped += 1,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) | TagEnd::Paragraph => {
                self.flush();
                self.heading = None;
            }
            TagEnd::Item | TagEnd::TableRow => {
                self.flush();
                (self.depth, self.is_item) = (self.depth.saturating_sub(1), false);
            }
            TagEnd::TableCell => self.end_cell(),
            TagEnd::Strong => self.strong = self.line.text.len(),
            TagEnd::Link => {
                if let Some((begin, url)) = self.open.pop() {
                    let title = cleaned(self.line.text.get(begin..).unwrap_or_default());
                    self.line.links.push((title, url));
                }
            }
            TagEnd::CodeBlock
            | TagEnd::HtmlBlock
            | TagEnd::FootnoteDefinition
            | TagEnd::Image
            | TagEnd::TableHead
            | TagEnd::MetadataBlock(_) => self.skipped = self.skipped.saturating_sub(1),
            _ => {}
        }
    }

    /// Keeps the first cell of a row that has a word, without its box; beside a mere "Day 3" the next one too.
    fn end_cell(&mut self) {
        let begin = self.line.text.rfind(": ").map_or(0, |colon| colon + 2).max(self.row);
        if let (Some(is_ticked), words) = unboxed(self.line.text.get(begin..).unwrap_or_default().trim_start()) {
            self.ticked.get_or_insert(is_ticked);
            let words = words.to_owned();
            self.line.text.replace_range(begin.., &words);
        }
        if self.row > 0 || !self.line.text.contains(char::is_alphabetic) {
            self.line.text.truncate(self.row);
        } else if super::label::day(self.line.text.trim()).is_some_and(|label| label.rest.is_empty()) {
            self.line.text.push_str(": ");
        } else {
            self.row = self.line.text.len();
        }
    }

    /// Ends the line that is being read. An item that only leads to a place in the same text is one of its contents.
    fn flush(&mut self) {
        let mut line = std::mem::take(&mut self.line);
        self.open.clear();
        let behind = line.text.get(std::mem::take(&mut self.strong)..).unwrap_or_default();
        line.is_all_strong = line.is_strong && behind.trim_matches([':', ' ']).is_empty();
        line.text = cleaned(&line.text);
        if line.text.is_empty() {
            return;
        }
        let ticked = self.ticked.take();
        let leads_here = |(title, url): &(String, String)| url.starts_with('#') && *title == line.text;
        let is_item = std::mem::take(&mut self.is_item);
        if is_item && line.links.first().is_some_and(leads_here) {
            self.passed += 1;
            return;
        }
        for word in line.text.split(' ') {
            let url = word.trim_matches(|c: char| matches!(c, '(' | ')' | '<' | '>' | ',' | '.' | ';' | '"' | '\''));
            if is_web_address(url) && !line.links.iter().any(|(_, known)| known == url) {
                line.links.push((url.to_owned(), url.to_owned()));
            }
        }
        line.links.retain(|(_, url)| is_web_address(url));
        self.blocks.push(match self.heading.or_else(|| unspaced(&mut line)) {
            _ if is_item => Block::Item(self.depth, ticked, line),
            Some(level) => Block::Heading(level, line),
            None => Block::Text(self.depth, line),
        });
    }
}

/// Takes the marks off a heading that has no space behind them, as people wrote before `CommonMark`; `#one` is a tag.
fn unspaced(line: &mut Line) -> Option<u8> {
    let text = line.text.trim_start_matches('#');
    let level = line.text.len() - text.len();
    let text = text.trim_matches(['#', ' ']).to_owned();
    let level = u8::try_from(level).ok().filter(|level| (2..=6).contains(level) && !text.is_empty())?;
    line.text = text;
    Some(level)
}

/// Returns a text on one line, without what could act on a terminal.
pub(super) fn cleaned(text: &str) -> String {
    let words = text.split_whitespace().map(|word| word.replace(is_unsafe, ""));
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
