//! The questions that stand in a note: a line `Q:`, and a line `A:` behind it.

use crate::plan::{slug, slug_of};
use chrono::NaiveDate;

/// A question in a paragraph of a note; without a slug, the answer to the last question of the paragraph before.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Written {
    /// What its id is made of.
    pub(super) slug: String,
    pub(super) ask: String,
    pub(super) answer: Option<String>,
    /// The date on which it was first written, whatever became of its note since.
    pub(super) since: NaiveDate,
}

enum Part {
    Other,
    Ask,
    /// A blank line behind a question, or a paragraph's beginning: an answer can follow.
    Asked,
    Answer,
}

/// Returns the questions of a note's paragraph, in order: each from `Q:` to its `A:`, the answer to a blank line or the
/// next `Q:`. In a fenced block of code nothing begins and nothing ends.
pub(super) fn written(text: &str, on: NaiveDate) -> Vec<Written> {
    let question = |ask: &str| Written { slug: String::new(), ask: ask.trim().to_owned(), answer: None, since: on };
    let mut all = vec![question("")];
    let (mut part, mut fence) = (Part::Asked, None);
    for line in text.lines() {
        let bare = line.trim_start();
        let is_code = line.len() - bare.len() > 3;
        let mark = fence_of(bare).filter(|_| !is_code);
        let is_within = fence.is_some();
        match (fence, mark) {
            (None, Some(mark)) => fence = Some(mark),
            // Only as many of the same, alone on their line, close what was opened.
            (Some((c, least)), Some((d, count))) if c == d && count >= least && bare.trim_end().len() == count => {
                fence = None;
            }
            _ => {}
        }
        let is_text = !is_code && !is_within && mark.is_none();
        if let Some(ask) = bare.strip_prefix("Q:").filter(|_| is_text) {
            all.push(question(ask));
            part = Part::Ask;
            continue;
        }
        let Some(last) = all.last_mut() else { continue };
        match (&part, bare.strip_prefix("A:").filter(|_| is_text)) {
            (Part::Ask | Part::Asked, Some(answer)) => {
                last.answer = Some(answer.trim().to_owned());
                part = Part::Answer;
            }
            (Part::Answer, _) if bare.is_empty() && !is_within => part = Part::Other,
            (Part::Answer, _) => add(last.answer.get_or_insert_default(), line.trim_end()),
            (Part::Ask, None) if bare.is_empty() && !is_within => part = Part::Asked,
            (Part::Ask, None) => add(&mut last.ask, line.trim()),
            (Part::Asked, None) if bare.is_empty() => {}
            (Part::Asked | Part::Other, _) => part = Part::Other,
        }
    }
    for one in &mut all {
        one.slug = whole_slug(&one.ask);
        one.answer.take_if(|answer| answer.trim().is_empty());
    }
    // Without a letter there is nothing to call it by.
    all.retain(|one| !one.slug.is_empty() || (one.ask.is_empty() && one.answer.is_some()));
    all
}

/// Returns the slug of a question; behind eight words it ends in a number of all of them: two that begin alike are two.
fn whole_slug(ask: &str) -> String {
    let (short, whole) = (slug(ask), slug_of(ask, usize::MAX));
    let all = crc32fast::hash(whole.as_bytes()) & 0xffff;
    if whole == short { short } else { format!("{short}-{all:04x}") }
}

fn fence_of(line: &str) -> Option<(char, usize)> {
    let c = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let count = line.chars().take_while(|d| *d == c).count();
    (count >= 3).then_some((c, count))
}

fn add(text: &mut String, line: &str) {
    text.extend((!text.is_empty()).then_some('\n'));
    text.push_str(line);
}

/// Returns the lines of a note before its questions, which are asked at another place, with this between them.
pub fn said(note: &str, between: &str) -> String {
    let lines = note.lines().map(str::trim).take_while(|line| !line.starts_with("Q:"));
    let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
    lines.join(between)
}

/// Returns what the questions of a text, as a note, are called by.
pub fn questions_in(text: &str) -> Vec<String> {
    written(text, NaiveDate::MIN).into_iter().map(|one| one.slug).filter(|slug| !slug.is_empty()).collect()
}
