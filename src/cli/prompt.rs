//! The segment for a shell prompt: reads only, waits for no lock, and is silent whenever there is nothing to say.
//!
//! Deliberately absent: messages. A prompt is no place for them; only a wrong format is told, for it is never right.

use super::Call;
use super::arguments::misused;
use crate::error::Error;
use crate::journal::Files;
use crate::journal::files::Tail;
use crate::plan::{Day, Plan};
use crate::study::calendar::AsOf;
use crate::study::{Fold, Schedule};
use crate::text::visible;
use chrono::NaiveDate;

/// The fields that a format may have.
const FIELDS: [&str; 10] =
    ["day", "total", "done", "tasks", "week", "title", "finish", "goal", "spare", "pace"];

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
    if let Some(text) = segment(call, pieces.as_deref()) {
        call.data(&visible(&text));
    }
    Ok(0)
}

/// Returns the segment; none before the start, and where something is wrong. A shell waits for it, so the schedule is
/// laid only where a format asks for it.
fn segment(call: &mut Call, pieces: Option<&[Piece]>) -> Option<String> {
    let options = std::mem::take(&mut call.options).configured(call.env).ok()?;
    let (plan, dir) = (options.plan().ok()?, call.env.data_dir(options.data_dir.as_deref()).ok()?);
    let as_of = AsOf { now: call.env.now(), habits: options.config.habits };
    let (today, id) = (as_of.now.date_naive(), plan.id().clone());
    let (_, journal) = Files::open(dir, id, Tail::AsItIs, today).ok()?;
    let fold = Fold::of(plan, &journal, as_of.habits);
    if !has_begun(&fold, as_of.habits.study_date(as_of.now)) {
        return None;
    }
    let current = plan.days().iter().find(|day| fold.remains(day));
    let day = current.unwrap_or_else(|| plan.last_day());
    let (done, tasks) = fold.count(day);
    Some(match (pieces, current) {
        (Some(pieces), _) => {
            let is_dated =
                |piece: &Piece| matches!(piece, Piece::Field("finish" | "goal" | "spare" | "pace"));
            let needs_schedule = pieces.iter().any(is_dated);
            let schedule = needs_schedule.then(|| Schedule::of(plan, &fold, as_of));
            let filled = |piece| filled(piece, plan, &fold, schedule.as_ref(), day);
            pieces.iter().map(filled).collect()
        }
        (None, Some(_)) => format!("D{} {done}/{tasks}", day.no()),
        (None, None) => format!("D{} done", day.no()),
    })
}

/// Tells whether anything but a start to come is recorded.
fn has_begun(fold: &Fold, today: NaiveDate) -> bool {
    match fold.terms().start {
        Some(start) if start > today => fold.dates().iter().any(|(_, date)| date.is_studied),
        Some(_) => true,
        None => !fold.recorded().is_empty(),
    }
}

fn filled(
    piece: &Piece,
    plan: &Plan,
    fold: &Fold,
    schedule: Option<&Schedule>,
    day: &Day,
) -> String {
    let (done, tasks) = fold.count(day);
    let date = |date: Option<NaiveDate>| date.map_or_else(String::new, |date| date.to_string());
    let of = |shown: fn(&Schedule) -> String| schedule.map(shown).unwrap_or_default();
    match piece {
        Piece::Text(text) => text.clone(),
        Piece::Field("day") => day.no().to_string(),
        Piece::Field("total") => plan.days().len().to_string(),
        Piece::Field("done") => done.to_string(),
        Piece::Field("tasks") => tasks.to_string(),
        Piece::Field("week") => day.week().to_string(),
        Piece::Field("finish") => date(schedule.and_then(Schedule::finish)),
        Piece::Field("goal") => date(schedule.and_then(|schedule| schedule.goal)),
        Piece::Field("spare") => {
            of(|schedule| schedule.to_spare().map_or_else(String::new, |days| days.to_string()))
        }
        Piece::Field("pace") => of(|schedule| schedule.pace.days.to_string()),
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
