//! Questions with their answers: what `ninety recall` prints.

use super::parts::{SCHEMA, joined, list};
use super::{Mark, Page};
use crate::study::{Question, Study};
use crate::text::capitalised;
use crate::words::named;
use serde_json::{Value, json};

pub(crate) fn page(study: &Study, questions: &[Question], order: Order) -> Page {
    let mut page = Page::default();
    let mut day = None;
    for question in questions {
        if order == Order::Days && day.replace(question.day) != Some(question.day) {
            page.line(capitalised(&named(study.plan().day(question.day))));
        } else if !page.lines.is_empty() && order == Order::Session {
            page.blank();
        }
        page.item(2, Mark::None, format!("{:<6}", question.name()), question.ask.replace('\n', " "));
        match &question.answer {
            Some(answer) => page.words(9, &**answer),
            None => page.words(9, UNANSWERED),
        }
    }
    page
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    Session,
    Days,
}

pub(crate) const UNANSWERED: &str = "No answer yet: in the note, begin a line with A: and write it.";

pub(crate) fn json(questions: &[Question]) -> Value {
    let one = |one: &Question| question_json(json!({ "id": one.id.as_str(), "day": one.day.get() }), one);
    json!({ "schema": SCHEMA, "questions": list(questions.iter().map(one)) })
}

/// Returns a question, behind which it is.
pub(super) fn question_json(which: Value, question: &Question) -> Value {
    let last = question.asked.now.said.map(|(said, _)| said.word());
    joined(which, json!({ "ask": question.ask, "answer": question.answer, "last": last }))
}
