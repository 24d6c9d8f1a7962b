//! What is being typed, as the draft that is kept of it.
//!
//! Deliberately absent: the draft's file, which is the loop's.

use super::model::Model;
use super::overlay::Overlay;
use crate::journal::drafts::{Draft, Words};
use crate::plan::DayNo;
use crate::study::Study;
use crate::words;

/// Returns what is on top; beneath the list of keys, what it was opened from.
fn typed(model: &Model) -> &Overlay {
    match &model.overlay {
        Overlay::Help(help) => &help.over,
        other => other,
    }
}

/// Returns a number that grows with each change of what is being typed; none where nothing is.
pub fn edits(model: &Model) -> Option<u64> {
    match typed(model) {
        Overlay::Note(editor) => Some(editor.writing.edits()),
        Overlay::Review(review) => Some(review.edits()),
        _ => None,
    }
}

/// Returns the draft of what is being typed.
pub fn draft(model: &Model, study: &Study) -> Option<Draft> {
    let id = |no: DayNo| study.plan().day(no).id().clone();
    match typed(model) {
        Overlay::Note(editor) => Some(Draft {
            day: id(editor.day),
            over: editor.over.clone(),
            words: Words::Note(editor.writing.text()),
        }),
        Overlay::Review(review) => Some(Draft {
            day: id(study.plan().week(review.week).first()),
            over: review.over.clone(),
            words: Words::Review(review.texts()),
        }),
        _ => None,
    }
}

/// Returns what a draft is of, in a sentence.
pub fn named(study: &Study, draft: &Draft) -> String {
    match (&draft.words, study.plan().find_day(draft.day.as_str())) {
        (Words::Note(_), Some(day)) => format!("The note on {}", words::named(day)),
        (Words::Review(_), Some(day)) => {
            format!("The review of {}", words::week_named(study.plan().week_of(day.no())))
        }
        (Words::Note(_), None) => "A note".to_owned(),
        (Words::Review(_), None) => "A review".to_owned(),
    }
}
