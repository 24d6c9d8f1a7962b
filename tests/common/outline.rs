//! A Markdown document as another parser sees it (comrak, of the same make as GitHub's), and the learner's words in it.

#![allow(dead_code, unreachable_pub, clippy::unwrap_used, reason = "every test file uses a part of it, and fails so")]

use comrak::nodes::{Node, NodeValue};
use comrak::{Arena, Options, parse_document};

/// The standard alone, and with what GitHub adds.
pub fn dialects() -> [Options<'static>; 2] {
    let mut github = Options::default();
    github.extension.strikethrough = true;
    github.extension.table = true;
    github.extension.autolink = true;
    github.extension.tasklist = true;
    github.extension.footnotes = true;
    github.extension.alerts = true;
    [Options::default(), github]
}

/// The headings of a document that stand in no quote: `## Phase 1`. Fails where there is HTML anywhere, or where the
/// document's own parts are anything but headings, paragraphs, lists and quotes.
pub fn outline(text: &str, options: &Options) -> Vec<String> {
    let arena = Arena::new();
    let root = parse_document(&arena, text, options);
    for node in root.descendants() {
        let value = &node.data().value;
        let is_html = matches!(value, NodeValue::HtmlInline(_) | NodeValue::HtmlBlock(_));
        assert!(!is_html, "{value:?} in\n{text}");
        let is_note = matches!(value, NodeValue::FootnoteDefinition(_));
        assert!(!is_note, "{value:?} in\n{text}");
    }
    let mut headings = Vec::new();
    for part in root.children() {
        match &part.data().value {
            NodeValue::Heading(heading) => {
                headings.push(format!("{} {}", "#".repeat(heading.level.into()), words(part)));
            }
            NodeValue::Paragraph | NodeValue::List(_) | NodeValue::BlockQuote | NodeValue::Alert(_) => {}
            value => panic!("{value:?} stands outside of a quote in\n{text}"),
        }
    }
    headings
}

fn words(node: Node<'_>) -> String {
    let mut words = String::new();
    for inner in node.descendants() {
        match &inner.data().value {
            NodeValue::Text(text) => words.push_str(text),
            NodeValue::Code(code) => words.push_str(&code.literal),
            NodeValue::SoftBreak | NodeValue::LineBreak => words.push(' '),
            _ => {}
        }
    }
    words
}

/// The addresses of all links.
pub fn links(text: &str) -> Vec<String> {
    let arena = Arena::new();
    let root = parse_document(&arena, text, &Options::default());
    let url = |node: Node<'_>| match &node.data().value {
        NodeValue::Link(link) => Some(link.url.clone()),
        _ => None,
    };
    root.descendants().filter_map(url).collect()
}

/// The learner's words, quote by quote: each line without its prefix, and without the fence where they stand as code.
pub fn quotes(text: &str, given: &[String]) -> Vec<String> {
    let mut quotes: Vec<Vec<&str>> = Vec::new();
    let mut before = false;
    for line in text.lines() {
        let inner = line.strip_prefix("> ").or((line == ">").then_some(""));
        match (inner, before) {
            (Some(line), true) => quotes.last_mut().unwrap().push(line),
            (Some(line), false) => quotes.push(vec![line]),
            (None, _) => {}
        }
        before = inner.is_some();
    }
    let whole = |lines: &[&str]| lines.join("\n");
    let told =
        |(place, lines): (usize, &Vec<&str>)| {
            let wanted = given.get(place).cloned().unwrap_or_default();
            match lines.as_slice() {
                lines if whole(lines) == wanted => wanted,
                [open, inner @ .., close] if open == close && open.starts_with("```") => {
                    if whole(inner) == bare(&wanted) { wanted } else { whole(inner) }
                }
                lines => whole(lines),
            }
        };
    quotes.iter().enumerate().map(told).collect()
}

fn bare(line: &str) -> String {
    line.trim_matches([' ', '\t']).to_owned()
}

/// A text as a document has it: its line breaks are newlines, and what could act on a terminal is shown.
pub fn shown(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    ninety::text::printable(text.trim_end_matches('\n')).into_owned()
}
