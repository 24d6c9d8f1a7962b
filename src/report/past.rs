//! What was recorded: newest first, as `ninety history` prints it, and every fact as a row, as `ninety export csv` does.
//!
//! Deliberately absent: quotes and separators, which are the form's.

use super::Schema;
use crate::describe::{self, Roots};
use crate::journal::{Answer, Break, Entry, Fact, Mark, Terms};
use crate::plan::DayId;
use crate::study::Study;
use chrono::NaiveDate;
use serde::Serialize;

/// What `ninety history` prints.
#[derive(Debug, Serialize)]
pub struct History<'a> {
    /// The number of this form.
    pub schema: Schema,
    /// The plan's id.
    pub plan: &'a str,
    /// How many entries there are in all.
    pub of: usize,
    /// The newest entries, newest first.
    pub entries: Vec<Recorded>,
}

/// An entry as a sentence.
#[derive(Debug, Serialize)]
pub struct Recorded {
    /// Its key.
    pub key: String,
    /// What the clock said, as RFC 3339.
    pub at: String,
    /// What happened, as a sentence without its full stop.
    pub says: String,
    /// Whether it stands: it was not taken back.
    pub stands: bool,
}

impl<'a> History<'a> {
    /// Returns the newest entries, at most so many.
    pub fn of(study: &'a Study, most: usize) -> Self {
        let roots = Roots::of(study.journal());
        let entries = study.journal().entries().rev().take(most).map(|entry| Recorded {
            key: entry.key.to_string(),
            at: entry.at().to_rfc3339(),
            says: roots.entry(study, &entry),
            stands: entry.is_live,
        });
        Self {
            schema: Schema,
            plan: study.plan().id().as_str(),
            of: study.journal().len(),
            entries: entries.collect(),
        }
    }
}

/// The names of a row's columns, in order.
pub const COLUMNS: [&str; 9] =
    ["key", "at", "on", "kind", "what", "text", "number", "stands", "says"];

/// Returns every fact, the first recorded first: the key of its entry; its moment (RFC 3339); the earlier date that it
/// counts for, if there is one; what kind of fact it is; the ids that it names, a space between two, or its dates; its
/// text; its minutes; whether it stands (`yes`, or `no` where it was taken back); and what it says, as a sentence
/// without its full stop.
pub fn rows(study: &Study) -> impl Iterator<Item = [String; 9]> {
    let roots = Roots::of(study.journal());
    study.journal().entries().flat_map(move |entry| entry_rows(study, &roots, &entry))
}

fn entry_rows(study: &Study, roots: &Roots, entry: &Entry) -> Vec<[String; 9]> {
    let record = entry.record();
    let on = record.on.map_or(String::new(), |on| on.to_string());
    let row = |fact: &Fact| {
        [
            entry.key.to_string(),
            entry.at().to_rfc3339(),
            on.clone(),
            kind(fact).to_owned(),
            what(fact),
            text(fact),
            number(fact),
            if entry.is_live { "yes" } else { "no" }.to_owned(),
            match fact {
                Fact::Undo(_) => roots.entry(study, entry),
                fact => describe::fact(study, fact),
            },
        ]
    };
    record.facts.iter().map(row).collect()
}

/// Returns the word of a fact's kind, as the journal has it.
fn kind(fact: &Fact) -> &'static str {
    match fact {
        Fact::Terms(Terms { start: Some(_), .. }) => "start",
        Fact::Terms(Terms { days: Some(_), .. }) => "pace",
        Fact::Terms(_) => "goal",
        Fact::Away(..) => "away",
        Fact::Done(_) => "done",
        Fact::Open(_) => "open",
        Fact::Skip { .. } => "skip",
        Fact::Note { .. } => "note",
        Fact::Minutes { .. } => "minutes",
        Fact::Link { .. } => "link",
        Fact::Review { .. } => "review",
        Fact::Undo(_) => "undo",
        Fact::Unknown(_) => "unknown",
    }
}

/// Returns what a fact is about.
fn what(fact: &Fact) -> String {
    match fact {
        Fact::Terms(terms) => {
            let start = terms.start.as_ref().map(NaiveDate::to_string);
            let days = terms.days.map(|days| days.to_string());
            let by = terms.by.map(|by| by.word().to_owned());
            let goal = terms.goal.as_ref().map(NaiveDate::to_string);
            spaced([start, days, by, goal].iter().flatten().map(String::as_str))
        }
        // As ISO 8601 has an interval.
        Fact::Away(breaks, _) => {
            let all: Vec<String> =
                breaks.iter().map(|Break { from, until }| format!("{from}/{until}")).collect();
            all.join(" ")
        }
        Fact::Done(marks) | Fact::Open(marks) => spaced(marks.iter().map(Mark::as_str)),
        Fact::Skip { days, .. } => spaced(days.iter().map(DayId::as_str)),
        Fact::Note { day, .. } | Fact::Minutes { day, .. } => day.as_str().to_owned(),
        Fact::Link { week, .. } | Fact::Review { week, .. } => week.as_str().to_owned(),
        Fact::Undo(keys) => keys.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
        Fact::Unknown(_) => String::new(),
    }
}

/// Returns words with a space between two.
fn spaced<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.collect::<Vec<_>>().join(" ")
}

/// Returns the learner's own words, with the answers of a review each behind its word.
fn text(fact: &Fact) -> String {
    match fact {
        Fact::Away(_, because) | Fact::Skip { because, .. } => because.clone(),
        Fact::Note { text, .. } => text.trim_end_matches('\n').to_owned(),
        Fact::Link { url, .. } => url.clone(),
        Fact::Review { answers, .. } => {
            let given = Answer::ALL.into_iter().filter(|answer| !answers.get(*answer).is_empty());
            let line = |answer: Answer| format!("{}: {}", answer.word(), answers.get(answer));
            given.map(line).collect::<Vec<_>>().join("\n")
        }
        Fact::Unknown(names) => names.clone(),
        Fact::Terms(_) | Fact::Done(_) | Fact::Open(_) | Fact::Minutes { .. } | Fact::Undo(_) => {
            String::new()
        }
    }
}

/// Returns the minutes that a fact has.
fn number(fact: &Fact) -> String {
    match fact {
        Fact::Minutes { minutes, .. } => minutes.to_string(),
        Fact::Terms(terms) => terms.minutes.map_or(String::new(), |minutes| minutes.to_string()),
        _ => String::new(),
    }
}
