//! The learner's words in a block quote: as they were written, but for what would reach beyond the quote.
//!
//! That is HTML, which may be left open or hide what follows, and the definitions of links and footnotes, which hold for
//! the whole document: words with these stand as code, and show what was typed. The tags that only dress a few words, such
//! as `<kbd>`, may stay where each is closed in the paragraph that it was opened in.
//!
//! Deliberately absent: the program's own words, which are plain text.

use super::{has_marked_address, opened};
use crate::text::{is_web_address, printable};
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag};

/// The tags that dress words and can do nothing else, as long as they have no attributes.
const DRESS: [&str; 17] = [
    "abbr", "b", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "samp", "small",
    "strong", "sub", "sup", "var",
];

/// The forms of a line break, which is never closed.
const BREAKS: [&str; 3] = ["<br>", "<br/>", "<br />"];

/// Returns the learner's words with `> ` before each line: as they are, or as code where they would reach beyond.
pub(super) fn quoted(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let text = printable(text.trim_end_matches('\n'));
    let quote: String = text.split('\n').map(quoted_line).collect();
    if !reaches_beyond(&quote) {
        return quote;
    }
    as_code(&text)
}

/// Returns a text in a quote as code, which shows it as it is.
fn as_code(text: &str) -> String {
    let runs = text.split(|c| c != '`').map(str::len);
    let fence = "`".repeat(runs.max().unwrap_or(0).max(2) + 1);
    [fence.as_str()]
        .into_iter()
        .chain(text.split('\n'))
        .chain([fence.as_str()])
        .map(quoted_line)
        .collect()
}

/// Returns a line of the learner's words in a quote. It is a line of text whatever it begins with: what would begin a
/// heading, a list or a block of code has a backslash before it. Words of several lines are quoted as they are.
pub(super) fn quoted_in_a_line(text: &str) -> String {
    if text.contains(['\n', '\r']) || begins_as_text(text) {
        return quoted(text);
    }
    let text = text.trim_matches([' ', '\t']);
    if begins_as_text(text) {
        return quoted(text);
    }
    let text = printable(text);
    let plain = opened(&text);
    let plain = if plain == text { format!("\\{text}") } else { plain };
    let quote = quoted_line(&plain);
    if reaches_beyond(&quote) { as_code(&text) } else { quote }
}

/// Tells whether a line in a quote is a paragraph or HTML, and no other block.
fn begins_as_text(line: &str) -> bool {
    let quote = quoted_line(line);
    dialects().into_iter().all(|options| {
        let mut events = Parser::new_ext(&quote, options);
        let is_quote = matches!(events.next(), Some(Event::Start(Tag::BlockQuote(None))));
        let first = events.next();
        is_quote
            && !matches!(
                first,
                Some(
                    Event::Rule
                        | Event::End(_)
                        | Event::Start(
                            Tag::Heading { .. }
                                | Tag::BlockQuote(_)
                                | Tag::CodeBlock(_)
                                | Tag::List(_)
                                | Tag::Table(_)
                        )
                )
            )
    })
}

fn quoted_line(line: &str) -> String {
    if line.is_empty() { ">\n".to_owned() } else { format!("> {line}\n") }
}

/// Returns the standard alone, and with what GitHub adds.
fn dialects() -> [Options; 2] {
    let github = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM;
    [Options::empty(), github]
}

/// Tells whether there is something in a quote that works beyond it. An address in angle brackets that is none of the
/// web counts too, for its brackets would not show: `<int:pk>`.
fn reaches_beyond(quote: &str) -> bool {
    if !quote.contains('<') && !quote.contains("]:") {
        return false;
    }
    // Where bare addresses are links, as on GitHub, one takes a backslash or a backtick in it out of play.
    if has_marked_address(quote) || quote.split("\n>\n").any(has_doubtful_code) {
        return true;
    }
    dialects().into_iter().any(|options| {
        let parser = Parser::new_ext(quote, options);
        let defines = parser.reference_definitions().iter().next().is_some();
        defines || !is_closed(parser)
    })
}

/// Tells whether a paragraph has backticks in runs of several lengths beside a `<`. Readers of Markdown do not agree on
/// what is code there, so HTML may be hidden for one and open for another.
fn has_doubtful_code(paragraph: &str) -> bool {
    let mut runs = paragraph.split(|c| c != '`').map(str::len).filter(|run| *run > 0);
    let first = runs.next();
    paragraph.contains('<') && runs.any(|run| Some(run) != first)
}

/// What is open at a place of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opened {
    /// Something of Markdown's own.
    Markdown,
    /// A tag that dresses words, by its place.
    Dress(usize),
}

/// Tells whether there is no HTML in it but tags that dress words, each closed in what it was opened in.
fn is_closed<'a>(events: impl Iterator<Item = Event<'a>>) -> bool {
    let mut open: Vec<Opened> = Vec::new();
    for event in events {
        let is_right = match &event {
            Event::Html(_) | Event::Start(Tag::HtmlBlock | Tag::FootnoteDefinition(_)) => false,
            Event::Start(Tag::Link { link_type: LinkType::Autolink, dest_url, .. })
                if !is_web_address(dest_url) =>
            {
                false
            }
            Event::Start(_) => {
                open.push(Opened::Markdown);
                true
            }
            Event::End(_) => open.pop() == Some(Opened::Markdown),
            Event::InlineHtml(tag) => dresses(tag, &mut open),
            _text => true,
        };
        if !is_right {
            return false;
        }
    }
    open.is_empty()
}

/// Takes in a tag; tells whether it dresses words, and is closed where it was opened if it closes.
fn dresses(tag: &str, open: &mut Vec<Opened>) -> bool {
    if BREAKS.contains(&tag) {
        return true;
    }
    let name = tag.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')).unwrap_or_default();
    let (name, closes) = name.strip_prefix('/').map_or((name, false), |name| (name, true));
    let Some(place) = DRESS.iter().position(|known| *known == name) else { return false };
    if closes {
        open.pop() == Some(Opened::Dress(place))
    } else {
        open.push(Opened::Dress(place));
        true
    }
}
