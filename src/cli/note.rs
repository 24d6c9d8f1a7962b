//! The verb that writes: a paragraph from the command line or standard input, or the whole note in the learner's editor.
//!
//! Deliberately absent: drafts of the screen's own editor.

use super::Call;
use super::arguments::misused;
use super::record::{BACK, day_meant, earlier, earlier_named};
use crate::editor;
use crate::error::Error;
use crate::journal::{Fact, Key, Record};
use crate::plan::{Day, Plan};
use crate::study::Session;
use crate::text::pasted;
use crate::words::named;
use chrono::NaiveDate;

/// Where a note's text comes from.
#[derive(Debug, PartialEq)]
enum Text {
    /// The words of the command line.
    Words(String),
    /// Standard input.
    Input,
    /// The learner's editor.
    Editor,
}

/// Adds a paragraph to a day's note, or edits the whole note.
pub(super) fn note(call: &mut Call) -> Result<u8, Error> {
    let mut words = call.texts("words");
    let is_all_text = call.args.iter().any(|arg| arg == "--");
    let later = words.iter().position(|word| word == "--on").filter(|_| !is_all_text);
    let later = later.map(|at| words.drain(at..words.len().min(at + 2)).nth(1));
    if let Some(option) = words.iter().find(|word| !is_all_text && looks_like_an_option(word)) {
        let shown = crate::text::visible(option);
        let sentence = format!(
            "There is no option \"{shown}\" here; put text that begins so behind --, or in quotes."
        );
        return Err(misused("note", &sentence));
    }
    let mut session = call.session()?;
    let on = match later {
        Some(word) => earlier(word.as_deref().unwrap_or_default(), session.study(), "note")?,
        None => earlier_named(call, session.study(), "note")?,
    };
    let plan = session.study().plan();
    let first = names_day(plan, &words).then(|| words.remove(0));
    let day =
        day_meant(session.study(), first.as_deref(), "ninety note 17 TEXT").map_err(|error| {
            match error {
                Error::Refused(sentence) if first.is_some() && !words.is_empty() => Error::Refused(
                    format!("{sentence} Text that begins with a number goes in quotes as a whole."),
                ),
                error => error,
            }
        })?;
    match source(&words) {
        Text::Words(text) => add(call, &mut session, day, &pasted(&text), on),
        Text::Input => {
            let input = call.env.input();
            let text = input.map_err(|error| {
                Error::Stream("Standard input could not be read; nothing was saved", error)
            })?;
            add(call, &mut session, day, &pasted(&text), on)
        }
        Text::Editor if !call.env.typed_input => Err(misused(
            "note",
            "There is no text: write it behind the day, or - to read standard input.",
        )),
        Text::Editor => edit(call, &mut session, day, on),
    }
}

/// Tells whether the first word names the day: it is a number, or a day's id and not all there is.
fn names_day(plan: &Plan, words: &[String]) -> bool {
    let Some((first, rest)) = words.split_first() else { return false };
    let is_number = !first.is_empty() && first.bytes().all(|b| b.is_ascii_digit());
    is_number || (!rest.is_empty() && plan.find_day(first).is_some())
}

fn source(words: &[String]) -> Text {
    match words {
        [] => Text::Editor,
        [one] if one == "-" => Text::Input,
        words => Text::Words(words.join(" ")),
    }
}

fn looks_like_an_option(word: &str) -> bool {
    let Some(rest) = word.strip_prefix('-') else { return false };
    !rest.is_empty()
        && !word.contains(char::is_whitespace)
        && rest.trim_start_matches('-').starts_with(char::is_alphabetic)
}

/// Records a paragraph.
fn add(
    call: &mut Call,
    session: &mut Session,
    day: &Day,
    text: &str,
    on: Option<NaiveDate>,
) -> Result<u8, Error> {
    match session.study().noted(day, text, &[], "") {
        Some(fact) => save(call, session, day, fact, on),
        None => Err(Error::Refused("A note needs some text; nothing was saved.".to_owned())),
    }
}

/// Records what the learner's editor makes of the whole note.
fn edit(
    call: &mut Call,
    session: &mut Session,
    day: &Day,
    on: Option<NaiveDate>,
) -> Result<u8, Error> {
    let study = session.study();
    let over: Vec<Key> = study.day(day.no()).notes.clone();
    let before = study.note(day.no());
    let before = if before.is_empty() { before } else { format!("{before}\n") };
    let after = editor::edit(call.env, &named(day), &before)?;
    let Some(fact) = after.and_then(|after| session.study().noted(day, &after, &over, &before))
    else {
        call.print(&format!("The note of {}, is as it was.", named(day)));
        return Ok(0);
    };
    save(call, session, day, fact, on)
}

/// Records a note; where that fails, its text is kept in a file of its own.
fn save(
    call: &mut Call,
    session: &mut Session,
    day: &Day,
    fact: Fact,
    on: Option<NaiveDate>,
) -> Result<u8, Error> {
    let text = if let Fact::Note { text, .. } = &fact { text.clone() } else { String::new() };
    match call.record(session, Record { facts: vec![fact], on }) {
        Ok(sentence) => {
            call.print(&format!("{sentence}."));
            call.print(BACK);
            Ok(0)
        }
        Err(error) => {
            if let Ok(path) = editor::put_aside(&named(day), &text) {
                call.say(&format!("ninety: The text of the note is kept in {}.", path.display()));
            }
            Err(error)
        }
    }
}
