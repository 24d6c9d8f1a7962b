//! A Markdown text as a tree: its headings, the items of their lists (and the rows of tables), and what is said of each.
//!
//! Deliberately absent: what becomes a week, a day and a task (`drafts.rs`).

use super::label::is_heading;
use crate::text::{is_unsafe, is_web_address};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::mem::{replace, take};

/// Boxes as people write them.
const OPEN: [&str; 4] = ["[ ]", "[]", "☐", "⬜"];
const TICKED: [&str; 6] = ["[x]", "[X]", "✅", "☑", "✔", "✓"];

/// How deep a paragraph is that stands as a heading: below the six of Markdown, and above all items.
const PARAGRAPH: usize = 7;

/// How deep items may be in items; what is deeper stands beside the last one.
const DEEPEST: usize = 16;

/// What a link is called, and where it leads.
pub(super) type Link = (String, String);

/// A heading or an item, with what stands below it.
#[derive(Debug, Default)]
pub(super) struct Node {
    /// 0 for the text as a whole, its level for a heading, and more for an item.
    depth: usize,
    pub(super) title: String,
    /// Whether its box is ticked, if it has one.
    pub(super) ticked: Option<bool>,
    pub(super) paragraphs: Vec<String>,
    /// How many lines the paragraphs are.
    pub(super) lines: usize,
    pub(super) links: Vec<Link>,
    /// Items first: they are no part of a heading behind them.
    pub(super) below: Vec<Node>,
}

impl Node {
    pub(super) fn is_item(&self) -> bool {
        self.depth > PARAGRAPH
    }

    pub(super) fn has_box(&self) -> bool {
        self.ticked.is_some() || self.below.iter().any(Self::has_box)
    }
}

#[derive(Debug, Default)]
pub(super) struct Outline {
    /// What is being read, and all that it is below, the highest first.
    node: Node,
    above: Vec<Node>,
    /// The title or paragraph that is being read, and where each open link began in it, with its address.
    text: String,
    links: Vec<Link>,
    begun: Vec<(usize, String)>,
    breaks: usize,
    /// How many lines are neither heading nor list nor paragraph.
    passed: usize,
}

impl Outline {
    /// Returns the text as a tree, and how many of its lines are not in it.
    pub(super) fn of(source: &str) -> (Node, usize) {
        let options = Options::ENABLE_TASKLISTS
            | Options::ENABLE_TABLES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
        let mut this = Self::default();
        // How deep in items it is, and in parts that are not read.
        let (mut depth, mut unread) = (PARAGRAPH, 0_usize);
        for (event, range) in Parser::new_ext(source, options).into_offset_iter() {
            match event {
                Event::Start(_) if unread > 0 => unread += 1,
                Event::End(_) if unread > 0 => unread -= 1,
                _ if unread > 0 => {}
                Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::FootnoteDefinition(_)) => {
                    this.flush();
                    unread = 1;
                    let part = source.get(range).unwrap_or_default();
                    let lines = part.lines().filter(|line| !line.trim().is_empty() && !part.starts_with("<!--"));
                    this.passed += lines.count();
                }
                Event::Start(Tag::Image { .. } | Tag::TableHead | Tag::MetadataBlock(_)) => unread = 1,
                Event::Start(Tag::Paragraph) => this.close(depth + 1),
                Event::Start(Tag::Heading { level, .. }) if depth == PARAGRAPH => this.open(level as usize),
                Event::End(TagEnd::Heading(level)) if depth == PARAGRAPH && this.text.trim().is_empty() => {
                    // A mere picture is over nothing.
                    this.close(level as usize);
                }
                Event::Start(Tag::List(_)) => {
                    this.flush();
                    if depth == PARAGRAPH
                        && let Some(title) = this.node.paragraphs.pop_if(|text| is_heading(text))
                    {
                        this.node.lines = this.node.lines.saturating_sub(1);
                        this.open(PARAGRAPH);
                        this.text = title;
                    }
                }
                Event::Start(Tag::Item | Tag::TableRow) => {
                    depth += 1;
                    this.open(depth.min(PARAGRAPH + DEEPEST));
                }
                Event::End(TagEnd::Item | TagEnd::TableRow) => {
                    this.flush();
                    depth -= 1;
                }
                Event::Start(Tag::Heading { .. }) | Event::End(TagEnd::Heading(_) | TagEnd::Paragraph) => this.flush(),
                Event::Start(Tag::TableCell) if !this.text.is_empty() && !this.text.ends_with(": ") => {
                    this.text.push_str(": ");
                }
                Event::Start(Tag::Link { dest_url, .. }) => this.begun.push((this.text.len(), dest_url.into_string())),
                Event::End(TagEnd::Link) => {
                    let link = |(begin, url)| (cleaned(this.text.get(begin..).unwrap_or_default()), url);
                    this.links.extend(this.begun.pop().map(link));
                }
                Event::TaskListMarker(is_ticked) => this.text.push_str(if is_ticked { "[x] " } else { "[ ] " }),
                Event::Text(text) | Event::Code(text) => this.text.push_str(&text),
                Event::SoftBreak | Event::HardBreak => {
                    this.breaks += 1;
                    this.text.push(' ');
                }
                Event::InlineHtml(tag) if tag.starts_with("<br") => this.text.push(' '),
                _ => {}
            }
        }
        this.close(1);
        (this.node, this.passed)
    }

    /// Begins a heading or an item, whose title is read next.
    fn open(&mut self, depth: usize) {
        self.close(depth);
        self.above.push(replace(&mut self.node, Node { depth, ..Node::default() }));
    }

    /// Ends what is as deep as that. Of what has no words, such as a picture, there is only what is below it.
    fn close(&mut self, depth: usize) {
        self.flush();
        while self.node.depth >= depth
            && let Some(above) = self.above.pop()
        {
            let node = replace(&mut self.node, above);
            if node.title.is_empty() {
                self.node.below.extend(node.below);
            } else {
                self.node.below.push(node);
            }
        }
    }

    /// Ends what is being read: it is the title of what was opened last, else said of it.
    fn flush(&mut self) {
        let text = cleaned(&take(&mut self.text));
        let (mut links, breaks) = (take(&mut self.links), take(&mut self.breaks));
        self.begun.clear();
        if text.is_empty() {
            return;
        }
        // An item that leads to a place in the same text is one of its contents.
        let is_title = self.node.title.is_empty() && !self.above.is_empty();
        if is_title
            && self.node.is_item()
            && links.first().is_some_and(|(title, url)| url.starts_with('#') && *title == text)
        {
            self.passed += 1;
            return;
        }
        let marks = |c: char| matches!(c, '(' | ')' | '<' | '>' | ',' | '.' | ';' | '"' | '\'');
        let bare = text.split(' ').map(|word| word.trim_matches(marks)).filter(|word| is_web_address(word));
        links.extend(bare.map(|url| (url.to_owned(), url.to_owned())));
        self.node.links.extend(links.into_iter().filter(|(_, url)| is_web_address(url)));
        if is_title {
            let behind = |marks: &[&str]| marks.iter().find_map(|mark| text.strip_prefix(mark));
            let ticked = behind(&TICKED).map(|title| (true, title));
            let found = ticked.or_else(|| behind(&OPEN).map(|title| (false, title)));
            // An emoji may have a selector behind it, and the cell of a table its end.
            let behind = |title: &str| title.trim_start_matches(['\u{fe0f}', ':', ' ']).to_owned();
            let title = found.map_or(text.clone(), |(_, title)| behind(title));
            // Of GitHub's emoji, such as ":book:", the colon is a part.
            let is_emoji = title.rsplit(' ').next().is_some_and(|word| word.starts_with(':'));
            let words = if is_emoji { &title } else { title.trim_end_matches([':', '：', ' ']) };
            let title = if words.is_empty() { &title } else { words }.to_owned();
            (self.node.title, self.node.ticked) = (title, found.map(|(is_ticked, _)| is_ticked));
        } else {
            self.node.paragraphs.push(text);
            self.node.lines += 1 + breaks;
        }
    }
}

/// Returns a text on one line, without what could act on a terminal.
pub(super) fn cleaned(text: &str) -> String {
    let words = text.split_whitespace().map(|word| word.replace(is_unsafe, ""));
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
