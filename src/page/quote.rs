//! The learner's words in a block quote: as they were written, but for what would reach beyond the quote. That is HTML,
//! and definitions of links and footnotes: words with these stand as code.

use crate::text::{is_web_address, printable};
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

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
    if !quote.contains(['<', '{']) && !quote.contains("]:") {
        return false;
    }
    // Where bare addresses are links, as on GitHub, one takes a backslash or a backtick in it out of play.
    if has_marked_address(quote) || quote.split("\n>\n").any(has_doubtful_code) {
        return true;
    }
    quote.lines().any(has_attributes)
        || dialects().into_iter().any(|options| {
            let parser = Parser::new_ext(quote, options);
            let defines = parser.reference_definitions().iter().next().is_some();
            defines || has_tag(parser)
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

/// Tells whether there is HTML, or what could be a tag for who is less strict, such as `<svg/onload=x>`.
fn has_tag<'a>(events: impl Iterator<Item = Event<'a>>) -> bool {
    let (mut is_code, mut words) = (false, String::new());
    for event in events {
        match event {
            Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::HtmlBlock | Tag::FootnoteDefinition(_)) => {
                return true;
            }
            Event::Start(Tag::Link { link_type: LinkType::Autolink, dest_url, .. }) if !is_web_address(&dest_url) => {
                return true;
            }
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

fn begins_a_block(word: &str) -> bool {
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
