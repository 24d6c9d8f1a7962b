//! The learner's words in a block quote: as they were written, but for what would reach beyond the quote. That is HTML,
//! and definitions of links and footnotes: words with these stand as code. Tags that only dress a few words, such as
//! `<kbd>`, may stay where each is closed in the paragraph that it was opened in.

use crate::text::{is_web_address, lines, printable, width};
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

/// The tags that dress words and can do nothing else, as long as they have no attributes.
const DRESS: [&str; 17] = [
    "abbr", "b", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "strong", "sub", "sup",
    "var",
];

const BREAKS: [&str; 3] = ["<br>", "<br/>", "<br />"];

/// Returns the learner's words with `> ` before each line: as they are, or as code where they would reach beyond.
pub(super) fn quoted(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let text = printable(text.trim_end_matches('\n'));
    let quote: String = text.split('\n').map(quoted_line).collect();
    if reaches_beyond(&quote) { as_code(&text) } else { quote }
}

fn as_code(text: &str) -> String {
    let runs = text.split(|c| c != '`').map(str::len);
    let fence = "`".repeat(runs.max().unwrap_or(0).max(2) + 1);
    [fence.as_str()].into_iter().chain(text.split('\n')).chain([fence.as_str()]).map(quoted_line).collect()
}

/// Returns a line of the learner's words in a quote, with a backslash before what would begin a heading, list or code.
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

fn begins_as_text(line: &str) -> bool {
    let quote = quoted_line(line);
    dialects().into_iter().all(|options| {
        let mut events = Parser::new_ext(&quote, options);
        let is_quote = matches!(events.next(), Some(Event::Start(Tag::BlockQuote(None))));
        let is_other = matches!(
            events.next(),
            Some(
                Event::Rule
                    | Event::End(_)
                    | Event::Start(
                        Tag::Heading { .. } | Tag::BlockQuote(_) | Tag::CodeBlock(_) | Tag::List(_) | Tag::Table(_)
                    )
            )
        );
        is_quote && !is_other
    })
}

fn quoted_line(line: &str) -> String {
    if line.is_empty() { ">\n".to_owned() } else { format!("> {line}\n") }
}

fn dialects() -> [Options; 2] {
    let github = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM;
    [Options::empty(), github]
}

/// Tells whether something in a quote works beyond it, or would not show: `<int:pk>` as an address.
fn reaches_beyond(quote: &str) -> bool {
    if !quote.contains('<') && !quote.contains("]:") && !quote.contains('{') {
        return false;
    }
    if quote.lines().any(has_attributes) || has_loose_tag(Parser::new_ext(quote, Options::empty())) {
        return true;
    }
    // Some readers take what stands behind `[!NOTE]` for a title, and so out of the text.
    if quote.lines().any(|line| line.trim_start_matches(['>', ' ']).starts_with("[!")) {
        return true;
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

/// Tells whether a line gives attributes, as pandoc has it: those of HTML act, and `{=html}` lets anything through.
fn has_attributes(line: &str) -> bool {
    let line = line.trim_start_matches(['>', ' ']);
    let is_begun = line.starts_with(['#', '`', '~', ':']);
    line.match_indices('{').filter_map(|(at, _)| line.split_at_checked(at)).any(|(before, behind)| {
        let within = behind.split_once('}').map_or("", |(within, _)| within);
        within.contains('=') && (is_begun || before.ends_with([']', ')', '`']))
    })
}

/// Tells whether words that are none of HTML's could be a tag for who is less strict, such as `<svg/onload=x>`.
fn has_loose_tag<'a>(events: impl Iterator<Item = Event<'a>>) -> bool {
    let (mut is_code, mut words) = (false, String::new());
    for event in events {
        match event {
            Event::Start(Tag::CodeBlock(_)) => is_code = true,
            Event::End(TagEnd::CodeBlock) => is_code = false,
            Event::Text(text) if !is_code => words.push_str(&text),
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            _other => words.push('\n'),
        }
    }
    words.split('<').skip(1).any(|rest| {
        let line = rest.lines().next().unwrap_or_default();
        line.starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c)) && line.contains('>')
    })
}

/// Tells whether a paragraph has backticks in runs of several lengths beside a `<`: readers differ on its code.
fn has_doubtful_code(paragraph: &str) -> bool {
    let mut runs = paragraph.split(|c| c != '`').map(str::len).filter(|run| *run > 0);
    let first = runs.next();
    paragraph.contains('<') && runs.any(|run| Some(run) != first)
}

/// Tells whether there is no HTML in it but tags that dress words, each closed in what it was opened in. `open` has the
/// places of such tags, and none for something of Markdown's own.
fn is_closed<'a>(mut events: impl Iterator<Item = Event<'a>>) -> bool {
    let mut open: Vec<Option<usize>> = Vec::new();
    let all = events.all(|event| match &event {
        Event::Html(_) | Event::Start(Tag::HtmlBlock | Tag::FootnoteDefinition(_)) => false,
        Event::Start(Tag::Link { link_type: LinkType::Autolink, dest_url, .. }) if !is_web_address(dest_url) => false,
        Event::Start(_) => {
            open.push(None);
            true
        }
        Event::End(_) => open.pop() == Some(None),
        Event::InlineHtml(tag) => dresses(tag, &mut open),
        _text => true,
    });
    all && open.is_empty()
}

/// Takes in a tag; tells whether it dresses words, and is closed where it was opened if it closes.
fn dresses(tag: &str, open: &mut Vec<Option<usize>>) -> bool {
    if BREAKS.contains(&tag) {
        return true;
    }
    let name = tag.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')).unwrap_or_default();
    let (name, closes) = name.strip_prefix('/').map_or((name, false), |name| (name, true));
    let Some(place) = DRESS.iter().position(|known| *known == name) else { return false };
    if closes {
        return open.pop() == Some(Some(place));
    }
    open.push(Some(place));
    true
}

/// Tells whether a quote has nothing but paragraphs and lists, in which a line may be broken between words.
pub(super) fn is_prose(quote: &str) -> bool {
    let is_laid_out =
        |event| matches!(event, Event::Start(Tag::Heading { .. } | Tag::CodeBlock(_) | Tag::Table(_) | Tag::HtmlBlock));
    dialects().into_iter().all(|options| !Parser::new_ext(quote, options).any(is_laid_out))
}

/// Returns a quote of prose with its wide lines broken between words, none of which begins something there.
pub(super) fn narrowed(quote: &str, columns: usize) -> String {
    let begins = |word: &str| begins_a_block(word) || word.starts_with(['*', '_', '`', '~', '<']);
    let mut out = String::with_capacity(quote.len());
    for line in quote.lines() {
        let words = line.trim_start_matches(['>', ' ']);
        let (mark, _) = line.split_at_checked(line.len() - words.len()).unwrap_or_default();
        match columns.checked_sub(mark.len()) {
            Some(room) if width(line) > columns => {
                for line in lines(words, room, begins) {
                    out.extend([mark, &line, "\n"]);
                }
            }
            _ => out.extend([line, "\n"]),
        }
    }
    out
}

pub(super) fn begins_a_block(word: &str) -> bool {
    let digits = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_number = digits.len() < word.len() && matches!(digits, "." | ")");
    is_number || word.starts_with(['#', '>', '=', '-', '+', '|', ':', '['])
}

pub(super) fn opened(text: &str) -> String {
    let first = text.split(' ').next().unwrap_or_default();
    if !begins_a_block(first) {
        return text.to_owned();
    }
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, rest) = text.split_at_checked(digits).unwrap_or(("", text));
    format!("{number}\\{rest}")
}

/// Tells whether a bare address, which is a link in some dialects, has a mark in it, or a link that begins in it.
pub(super) fn has_marked_address(text: &str) -> bool {
    let mut words = text.split(|c: char| c.is_whitespace() || c == '<');
    words.any(|word| {
        let address = ["://", "www."].iter().filter_map(|begin| word.find(begin)).min();
        let address = address.and_then(|at| word.get(at..));
        address.is_some_and(|address| word.contains(['\\', '`']) || address.contains('['))
    })
}
