//! The questions that stand in a note: a line `Q:`, and a line `A:` behind it.

use crate::plan::slug;
use chrono::NaiveDate;

/// A question as it stands in a note.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Written {
    pub(super) ask: String,
    pub(super) answer: Option<String>,
    /// The date on which it was first written, whatever became of its note since.
    pub(super) since: NaiveDate,
}

enum Part {
    Other,
    Ask,
    /// A blank line behind a question: only its answer can follow.
    Asked,
    Answer,
}

/// Returns the questions of a note's paragraph, in order. A question runs from `Q:` to its `A:`, and the answer to a blank
/// line or the next `Q:`; in a block of code, between lines of three backticks or tildes, nothing begins and nothing ends.
pub(super) fn written(text: &str, on: NaiveDate) -> Vec<Written> {
    let mut all: Vec<Written> = Vec::new();
    let (mut part, mut fence) = (Part::Other, None);
    for line in text.lines() {
        let bare = line.trim_start();
        let is_code = line.len() - bare.len() > 3;
        let mark = ["```", "~~~"].into_iter().find(|mark| !is_code && bare.starts_with(mark));
        let is_within = fence.is_some();
        match (fence, mark) {
            (None, Some(_)) => fence = mark,
            (Some(open), Some(mark)) if open == mark => fence = None,
            _ => {}
        }
        let is_text = !is_code && !is_within && mark.is_none();
        if let Some(ask) = bare.strip_prefix("Q:").filter(|_| is_text) {
            all.push(Written { ask: ask.trim().to_owned(), answer: None, since: on });
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
            (Part::Answer, _) => {
                let answer = last.answer.get_or_insert_default();
                answer.extend((!answer.is_empty()).then_some('\n'));
                answer.push_str(line.trim_end());
            }
            (Part::Ask, None) if bare.is_empty() && !is_within => part = Part::Asked,
            (Part::Ask, None) => {
                last.ask.extend((!last.ask.is_empty()).then_some('\n'));
                last.ask.push_str(line.trim());
            }
            (Part::Asked, None) if bare.is_empty() => {}
            (Part::Asked | Part::Other, _) => part = Part::Other,
        }
    }
    // Without a letter there is nothing to call it by.
    all.retain(|one| !slug(&one.ask).is_empty());
    for one in &mut all {
        one.answer.take_if(|answer| answer.trim().is_empty());
    }
    all
}

/// Returns how many questions a text has, as a note.
pub fn questions_in(text: &str) -> usize {
    written(text, NaiveDate::MIN).len()
}

impl Written {
    pub(super) fn is_same(&self, other: &Self) -> bool {
        slug(&self.ask) == slug(&other.ask)
    }
}
