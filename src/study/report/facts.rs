//! Every entry as a row of a table: what `ninety export csv` prints.
//!
//! Deliberately absent: quotes and separators, which are the form's.

use crate::journal::{Answer, Fact, Mark, Part, Replanned};
use crate::plan::DayId;
use crate::study::{Study, told};
use chrono::NaiveDate;

/// The names of a row's columns, in order.
pub const COLUMNS: [&str; 8] = ["key", "at", "kind", "what", "text", "number", "stands", "says"];

/// Returns every entry, the first recorded first: its key; its moment (RFC 3339); what kind of fact it is; the ids that
/// it names, a space between two, or its dates; its text; its minutes or scores; whether it stands (`yes`, or `no` where it was
/// taken back); and what it says, as a sentence without its full stop.
pub fn rows(study: &Study) -> impl Iterator<Item = [String; 8]> {
    study.journal().all().map(|(entry, stands)| {
        let fact = &entry.fact;
        [
            entry.key.to_string(),
            entry.at.to_rfc3339(),
            kind(fact).to_owned(),
            what(fact),
            text(fact),
            number(fact),
            if stands { "yes" } else { "no" }.to_owned(),
            told::entry(study, entry),
        ]
    })
}

/// Returns the word of a fact's kind, as the journal has it.
fn kind(fact: &Fact) -> &'static str {
    match fact {
        Fact::Start { .. } => "start",
        Fact::Pace { .. } => "pace",
        Fact::Replan(_) => "replan",
        Fact::Away { .. } => "away",
        Fact::Done(_) => "done",
        Fact::Open(_) => "open",
        Fact::Skip { .. } => "skip",
        Fact::Note { .. } => "note",
        Fact::Minutes { .. } => "minutes",
        Fact::Evidence { .. } => "evidence",
        Fact::Rubric { .. } => "rubric",
        Fact::Review { .. } => "review",
        Fact::Undo(_) => "undo",
        Fact::Unknown(_) => "unknown",
    }
}

/// Returns what a fact is about.
fn what(fact: &Fact) -> String {
    let days = |days: &[DayId]| spaced(days.iter().map(DayId::as_str));
    match fact {
        Fact::Start { date, .. } => date.to_string(),
        Fact::Pace { days, .. } => days.to_string(),
        Fact::Replan(Replanned::Continue) | Fact::Unknown(_) => String::new(),
        Fact::Replan(Replanned::KeepEnd(paired)) => days(paired),
        Fact::Away { from, until, .. } => interval(*from, *until),
        Fact::Done(marks) | Fact::Open(marks) => spaced(marks.iter().map(Mark::as_str)),
        Fact::Skip { days: skipped, .. } => days(skipped),
        Fact::Note { day, .. } | Fact::Minutes { day, .. } => day.as_str().to_owned(),
        Fact::Evidence { milestone, .. } => milestone.as_str().to_owned(),
        Fact::Rubric { scores } => spaced(scores.iter().map(|(question, _)| question.as_str())),
        Fact::Review { week, .. } => week.as_str().to_owned(),
        Fact::Undo(key) => key.to_string(),
    }
}

/// Returns words with a space between two.
fn spaced<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.collect::<Vec<_>>().join(" ")
}

/// Returns two dates as ISO 8601 has an interval.
fn interval(from: NaiveDate, until: NaiveDate) -> String {
    format!("{from}/{until}")
}

/// Returns the learner's own words, with the parts of evidence and the answers of a review each behind its word.
fn text(fact: &Fact) -> String {
    match fact {
        Fact::Away { because, .. } | Fact::Skip { because, .. } => because.clone(),
        Fact::Note { text, .. } => text.trim_end_matches('\n').to_owned(),
        Fact::Evidence { parts, .. } => {
            let line = |(part, text): (&Part, &String)| format!("{}: {text}", part.word());
            parts.iter().map(line).collect::<Vec<_>>().join("\n")
        }
        Fact::Review { answers, .. } => {
            let given = Answer::ALL.into_iter().filter(|answer| !answers.get(*answer).is_empty());
            let line = |answer: Answer| format!("{}: {}", answer.word(), answers.get(answer));
            given.map(line).collect::<Vec<_>>().join("\n")
        }
        Fact::Unknown(names) => names.clone(),
        Fact::Start { .. }
        | Fact::Pace { .. }
        | Fact::Replan(_)
        | Fact::Done(_)
        | Fact::Open(_)
        | Fact::Minutes { .. }
        | Fact::Rubric { .. }
        | Fact::Undo(_) => String::new(),
    }
}

/// Returns the minutes that a fact has, or its scores in the order of what they are of.
fn number(fact: &Fact) -> String {
    match fact {
        Fact::Minutes { minutes, .. } => minutes.to_string(),
        Fact::Rubric { scores } => {
            let scores: Vec<String> = scores.iter().map(|(_, score)| score.to_string()).collect();
            spaced(scores.iter().map(String::as_str))
        }
        Fact::Start { .. }
        | Fact::Pace { .. }
        | Fact::Replan(_)
        | Fact::Away { .. }
        | Fact::Done(_)
        | Fact::Open(_)
        | Fact::Skip { .. }
        | Fact::Note { .. }
        | Fact::Evidence { .. }
        | Fact::Review { .. }
        | Fact::Undo(_)
        | Fact::Unknown(_) => String::new(),
    }
}
