//! The verb that hands things out: the study journal and a portfolio as Markdown, every fact as a table, the whole state
//! as JSON, the remaining days as a calendar. Each is printed, or written to a file.
//!
//! Deliberately absent: what stands in a report, which is `report`'s.

mod calendar;
mod file;
mod logbook;
mod portfolio;
mod table;

use super::arguments::misused;
use super::markdown::{Document, Lines};
use super::read::week_named;
use super::{Call, json};
use crate::error::Error;
use crate::plan::{Plan, WeekNo};
use crate::report::logbook::Logbook;
use crate::report::state::State;
use crate::study::Session;
use crate::text::visible;
use calendar::When;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

/// The form of what is handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// The study journal.
    Markdown,
    /// The page of what was reached.
    Portfolio,
    /// Every entry as a row.
    Csv,
    /// The whole state.
    Json,
    /// The calendar.
    Calendar,
}

impl Format {
    /// Every format, in the order in which help lists them.
    pub(super) const ALL: [Self; 5] =
        [Self::Markdown, Self::Portfolio, Self::Csv, Self::Json, Self::Calendar];

    /// Returns the word on the command line.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Portfolio => "portfolio",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Calendar => "ics",
        }
    }

    /// Returns what it is, in a sentence.
    const fn name(self) -> &'static str {
        match self {
            Self::Markdown => "the study journal",
            Self::Portfolio => "the portfolio",
            Self::Csv => "every entry",
            Self::Json => "the whole state",
            Self::Calendar => "the calendar",
        }
    }
}

/// Prints what is asked for, or writes it to a file.
pub(super) fn export(call: &mut Call) -> Result<u8, Error> {
    let word = call.text("format").unwrap_or_default();
    let format = Format::ALL.into_iter().find(|format| format.word() == word);
    let format = format.ok_or_else(|| {
        misused("export", &format!("\"{}\" is no form of the text.", visible(word)))
    })?;
    let when = calendar::when(call)?;
    if format != Format::Calendar && (call.text("at").is_some() || call.text("alarm").is_some()) {
        return Err(misused("export", "--at and --alarm are for ics."));
    }
    if format != Format::Markdown && call.text("weeks").is_some() {
        return Err(misused("export", "--weeks is for md."));
    }
    let path = call.value::<PathBuf>("output").filter(|path| *path != Path::new("-")).cloned();
    let replace = if call.value("force") == Some(&true) {
        file::Replace::Always
    } else {
        file::Replace::IfAgreed
    };
    if path.is_none() && replace == file::Replace::Always {
        return Err(misused("export", "--force is for -o FILE."));
    }
    let session = call.session()?;
    let text = text(call, &session, format, when)?;
    let Some(path) = path else {
        call.out.extend(text.into_bytes());
        return Ok(0);
    };
    // What a file holds is what would be printed.
    let text = crate::text::printed(&text);
    match file::write(call, &session, &path, &text, replace)? {
        file::Written::Whole => {
            let place = crate::journal::finding::shown(&path);
            call.say(&format!("Wrote {} to {place}.", format.name()));
            Ok(0)
        }
        file::Written::Nothing => {
            call.say("Nothing was written.");
            Ok(1)
        }
    }
}

fn text(call: &Call, session: &Session, format: Format, when: When) -> Result<String, Error> {
    let study = session.study();
    let mut document = Document::new(call.options.glyphs(call.env), Lines::Whole);
    match format {
        Format::Markdown => {
            let weeks = call.text("weeks").map(|words| weeks(study.plan(), words)).transpose()?;
            logbook::lay_out(&Logbook::of(study, weeks.as_ref()), &mut document);
            Ok(document.into_text())
        }
        Format::Portfolio => {
            portfolio::lay_out(study, &mut document)?;
            Ok(document.into_text())
        }
        Format::Csv => table::of(study),
        Format::Json => json(&State::of(study)),
        Format::Calendar => Ok(calendar::calendar_of(study, when)),
    }
}

/// Reads weeks: one, or `3-5` with both included. A week is named as everywhere.
fn weeks(plan: &'static Plan, words: &str) -> Result<RangeInclusive<WeekNo>, Error> {
    // An id may have a - of its own.
    if let Ok(week) = week_named(plan, words) {
        return Ok(week.no()..=week.no());
    }
    let (first, last) = words.split_once('-').unwrap_or((words, words));
    if first.trim().is_empty() || last.trim().is_empty() {
        let shown = visible(words);
        let sentence =
            format!("\"{shown}\" are no weeks: write one such as 3, or several such as 3-5.");
        return Err(misused("export", &sentence));
    }
    let (first, last) = (week_named(plan, first)?.no(), week_named(plan, last)?.no());
    if last < first {
        let sentence = format!("The weeks {first}-{last} run backwards: write {last}-{first}.");
        return Err(misused("export", &sentence));
    }
    Ok(first..=last)
}
