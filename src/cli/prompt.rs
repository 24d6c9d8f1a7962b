//! The segment for a shell prompt: reads only, waits for no lock, and is silent whenever there is nothing to say.
//!
//! Deliberately absent: messages. A prompt is no place for them; only a wrong format is told, for it is never right.

use super::Call;
use super::arguments::misused;
use crate::error::Error;
use crate::journal::Fact;
use crate::journal::files::Tail;
use crate::plan::Day;
use crate::study::Study;
use crate::study::schedule::{Promise, Standing};
use crate::text::visible;

/// The fields that a format may have.
const FIELDS: [&str; 12] = [
    "day", "total", "done", "tasks", "week", "title", "behind", "finish", "spare", "promise",
    "forecast", "pace",
];

/// A piece of a format.
#[derive(Debug, PartialEq)]
enum Piece {
    Text(String),
    Field(&'static str),
}

/// Prints the segment.
pub(super) fn prompt(call: &mut Call) -> Result<u8, Error> {
    let pieces = call.text("format").map(pieces).transpose();
    let pieces = pieces.map_err(|sentence| misused("prompt", &sentence))?;
    let options = std::mem::take(&mut call.options).configured(call.env);
    let Ok(session) = options.and_then(|options| options.session(call.env, Tail::AsItIs)) else {
        return Ok(0);
    };
    let study = session.study();
    if !has_begun(study) {
        return Ok(0);
    }
    let current = study.current_day();
    let day = current.unwrap_or_else(|| study.plan().last_day());
    let (done, tasks) = study.progress().count(day);
    let text = match (pieces, current) {
        (Some(pieces), _) => pieces.iter().map(|piece| filled(piece, study, day)).collect(),
        (None, Some(_)) => format!("D{} {done}/{tasks}", day.no()),
        (None, None) => format!("D{} done", day.no()),
    };
    call.data(&visible(&text));
    Ok(0)
}

/// Tells whether anything but a start to come is recorded.
fn has_begun(study: &Study) -> bool {
    let is_set = |fact: &Fact| matches!(fact, Fact::Start { .. });
    let any = study.journal().live().any(|entry| entry.fact.is_deed() && !is_set(&entry.fact));
    any || study.progress().start().is_some_and(|(date, _)| date <= study.today())
}

fn filled(piece: &Piece, study: &Study, day: &Day) -> String {
    let (done, tasks) = study.progress().count(day);
    match piece {
        Piece::Text(text) => text.clone(),
        Piece::Field("day") => day.no().to_string(),
        Piece::Field("total") => study.plan().days().len().to_string(),
        Piece::Field("done") => done.to_string(),
        Piece::Field("tasks") => tasks.to_string(),
        Piece::Field("week") => day.week().to_string(),
        Piece::Field("behind") => match study.schedule().standing() {
            Standing::Behind(days) => days.to_string(),
            Standing::OnPace | Standing::Ahead(_) => "0".to_owned(),
        },
        Piece::Field("finish") => {
            study.schedule().finish().map_or_else(String::new, |date| date.to_string())
        }
        Piece::Field("promise") => {
            let end = study.schedule().promise().and_then(Promise::end);
            end.map_or_else(String::new, |date| date.to_string())
        }
        Piece::Field("forecast") => {
            let forecast = study.schedule().forecast();
            forecast
                .map_or_else(String::new, |range| format!("{}/{}", range.earliest, range.latest))
        }
        Piece::Field("pace") => study.schedule().pace().days.to_string(),
        Piece::Field("spare") => study.schedule().spare().left().to_string(),
        Piece::Field(_) => day.title.to_string(),
    }
}

/// Reads a format; an error is the sentence for the learner.
fn pieces(format: &str) -> Result<Vec<Piece>, String> {
    let mut pieces = Vec::new();
    let mut text = String::new();
    let mut chars = format.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '{' | '}' if chars.next_if_eq(&c).is_some() => text.push(c),
            '}' => {
                return Err(
                    "The format has a } without its {: write }} for the character.".to_owned()
                );
            }
            '{' => {
                let rest: String = chars.clone().collect();
                let Some((name, _)) = rest.split_once('}') else { return Err(unclosed(&rest)) };
                chars.nth(name.chars().count());
                let field =
                    FIELDS.into_iter().find(|field| *field == name).ok_or_else(|| unknown(name))?;
                pieces.push(Piece::Text(std::mem::take(&mut text)));
                pieces.push(Piece::Field(field));
            }
            c => text.push(c),
        }
    }
    pieces.push(Piece::Text(text));
    Ok(pieces)
}

fn unclosed(rest: &str) -> String {
    let shown = visible(rest);
    format!(
        "A {{ in the format is not closed: {{{shown}. Write }} behind the name, or {{{{ for the character."
    )
}

fn unknown(name: &str) -> String {
    let known: Vec<String> = FIELDS.iter().map(|field| format!("{{{field}}}")).collect();
    format!("A format has no {{{}}}: it has {}.", visible(name), known.join(" "))
}
