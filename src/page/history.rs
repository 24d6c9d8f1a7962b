//! What was recorded: newest first (`ninety history`), and every fact as a row of comma-separated values (RFC 4180).
//!
//! A cell that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@` or a tab) has an apostrophe
//! before it, as has one that begins with an apostrophe, and what stands so behind a semicolon or a line break: a
//! spreadsheet of a language that writes 1,5 begins a cell there. Without these apostrophes the text is as it was.

use super::parts::{SCHEMA, list};
use super::{Mark, Page};
use crate::describe::{self, Roots};
use crate::journal::{self, Answer, Break, Entry, Fact, Terms};
use crate::study::Study;
use csv::{Terminator, WriterBuilder};
use serde_json::{Value, json};
use std::io;

/// With what a formula begins, and what is marked like one.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\''];

const COLUMNS: [&str; 9] = ["key", "at", "on", "kind", "what", "text", "number", "stands", "says"];

pub(crate) fn page(study: &Study, most: usize) -> Page {
    let mut page = Page::default();
    if study.journal().is_empty() {
        page.line("Nothing is recorded yet.");
    }
    let roots = Roots::of(study.journal());
    for entry in study.journal().entries().rev().take(most) {
        let at = entry.at().format("%a %-d %b %Y %H:%M").to_string();
        let back = if entry.is_live { "" } else { " (taken back)" };
        let text = format!("{}{back}", roots.entry(study, &entry));
        page.item(0, Mark::None, format!("{at:<21} "), text);
    }
    page
}

pub(crate) fn json(study: &Study, most: usize) -> Value {
    let roots = Roots::of(study.journal());
    let entries = study.journal().entries().rev().take(most).map(|entry| {
        json!({
            "key": entry.key.to_string(), "at": entry.at().to_rfc3339(), "says": roots.entry(study, &entry),
            "stands": entry.is_live,
        })
    });
    json!({
        "schema": SCHEMA, "plan": study.plan().id().as_str(), "of": study.journal().len(), "entries": list(entries),
    })
}

/// Returns the table of every fact, the first recorded first: [`COLUMNS`]. `on` is the earlier date that it counts for,
/// `what` its ids or dates with a space between two, and `says` its sentence without the full stop.
pub(crate) fn csv(study: &Study) -> io::Result<String> {
    let roots = Roots::of(study.journal());
    let mut table = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    table.write_record(COLUMNS)?;
    for row in study.journal().entries().flat_map(|entry| entry_rows(study, &roots, &entry)) {
        table.write_record(row.map(inert))?;
    }
    let bytes = table.into_inner().map_err(csv::IntoInnerError::into_error)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn inert(cell: String) -> String {
    let mut parts = cell.split_inclusive([';', '\n']);
    let first = parts.next().filter(|first| first.starts_with(FORMULA)).map_or("", |_| "'");
    // An item of a list is none.
    let begins = |part: &str| part.starts_with(FORMULA) && !part.starts_with("- ");
    if first.is_empty() && !parts.any(begins) {
        return cell;
    }
    let mark = |(place, part): (usize, &str)| match place {
        0 => format!("{first}{part}"),
        _ if begins(part) => format!("'{part}"),
        _ => part.to_owned(),
    };
    cell.split_inclusive([';', '\n']).enumerate().map(mark).collect()
}

fn entry_rows(study: &Study, roots: &Roots, entry: &Entry) -> Vec<[String; 9]> {
    let record = entry.record();
    let on = record.on.map_or(String::new(), |on| on.to_string());
    let row = |fact: &Fact| {
        let (kind, what, text, number) = cells(fact);
        let stands = if entry.is_live { "yes" } else { "no" };
        let says = match fact {
            Fact::Undo(_) => roots.entry(study, entry),
            fact => describe::fact(study, fact),
        };
        let (key, at) = (entry.key.to_string(), entry.at().to_rfc3339());
        [key, at, on.clone(), kind.to_owned(), what, text, number, stands.to_owned(), says]
    };
    record.facts.iter().map(row).collect()
}

/// Returns the word of a fact's kind, what it is about, the learner's words, and its minutes.
fn cells(fact: &Fact) -> (&'static str, String, String, String) {
    let none = String::new;
    match fact {
        Fact::Terms(terms) => {
            let kind = match terms {
                Terms { start: Some(_), .. } => "start",
                Terms { days: Some(_), .. } => "pace",
                _ => "goal",
            };
            let start = terms.start.map(|start| start.to_string());
            let days = terms.days.map(|days| days.to_string());
            let by = terms.by.map(|by| by.word().to_owned());
            let goal = terms.goal.map(|goal| goal.to_string());
            let minutes = terms.minutes.map_or(none(), |minutes| minutes.to_string());
            (kind, spaced([start, days, by, goal].iter().flatten()), none(), minutes)
        }
        // As ISO 8601 has an interval.
        Fact::Away(breaks, because) => {
            let breaks = breaks.iter().map(|Break { from, until }| format!("{from}/{until}"));
            ("away", spaced(breaks), because.clone(), none())
        }
        Fact::Done(marks) => ("done", spaced(marks.iter().map(journal::Mark::as_str)), none(), none()),
        Fact::Open(marks) => ("open", spaced(marks.iter().map(journal::Mark::as_str)), none(), none()),
        Fact::Skip { days, because, .. } => ("skip", spaced(days), because.clone(), none()),
        Fact::Note { day, text, .. } => ("note", day.to_string(), text.trim_end_matches('\n').to_owned(), none()),
        Fact::Add { day, text, .. } => ("add", day.to_string(), text.trim_end_matches('\n').to_owned(), none()),
        Fact::Minutes { day, minutes, .. } => ("minutes", day.to_string(), none(), minutes.to_string()),
        Fact::Link { week, url, .. } => ("link", week.to_string(), url.clone(), none()),
        Fact::Read { url, .. } => ("read", none(), url.clone(), none()),
        Fact::Review { week, answers, .. } => {
            let given = Answer::ALL.into_iter().filter(|answer| !answers.get(*answer).is_empty());
            let lines = given.map(|answer| format!("{}: {}", answer.word(), answers.get(answer)));
            ("review", week.to_string(), lines.collect::<Vec<_>>().join("\n"), none())
        }
        Fact::Recall { question, said } => ("recall", question.to_string(), said.word().to_owned(), none()),
        Fact::Undo(keys) => ("undo", spaced(keys), none(), none()),
        Fact::Unknown(names) => ("unknown", none(), names.clone(), none()),
    }
}

fn spaced(words: impl IntoIterator<Item = impl ToString>) -> String {
    words.into_iter().map(|word| word.to_string()).collect::<Vec<_>>().join(" ")
}
