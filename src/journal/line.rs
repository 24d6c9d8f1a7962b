//! An entry as one line of TOML: what ninety writes, and any line as its fields.
//!
//! A line is `<key> = { at = <moment>, <fact> } # <seal>`; the seal is the CRC-32 of the text before ` # `, so a line
//! that was edited or damaged is told from one as ninety wrote it. The form is TOML, so every line can be read by the
//! `toml` crate; [`sealed`](super::sealed) reads the lines that ninety wrote faster.
//!
//! Deliberately absent: what the fields mean (`fields`), files, and the order of entries.

use super::fact::{Budget, Entry, Fact, Key, Mark, Place, Replanned};
use super::fields::{CONTINUE, Fault, Fields, KEEP_END, Value};
use super::proof::{Answer, Score};
use super::sealed::HEADER;
use crate::plan::{DayId, ItemId};
use crate::text::is_unsafe;
use chrono::{DateTime, FixedOffset, SubsecRound};
use std::borrow::Cow;
use std::fmt::Write;

/// The first lines of a new journal of a plan, up to and with the `[log]` header.
pub fn header(plan: &str) -> String {
    format!(
        "# ninety journal: a line for everything you did; ninety only ever adds lines. You may edit or delete some: \
         `ninety check` looks them over.\nformat = {FORMAT}\nplan = {}\n\n{HEADER}\n",
        quoted(plan)
    )
}

/// The journal format that this version reads and writes.
pub const FORMAT: i64 = 1;

/// The longest line that is written, in bytes.
const LONGEST: usize = 8 << 20;

/// Returns an entry as its sealed line, without the line break.
pub fn written(entry: &Entry) -> String {
    let mut line = format!("{} = {{ at = {}, ", entry.key, entry.at.format("%Y-%m-%dT%H:%M:%S%:z"));
    push_fact(&mut line, &entry.fact);
    line.push_str(" }");
    let seal = crc32fast::hash(line.as_bytes());
    push(&mut line, format_args!(" # {seal:08x}"));
    line
}

/// Returns the moment as a line can say it: to the second, with its offset to the minute.
pub(super) fn to_the_second(at: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
    let offset = at.offset().local_minus_utc();
    let whole = FixedOffset::east_opt(offset - offset % 60).unwrap_or(*at.offset());
    at.with_timezone(&whole).trunc_subsecs(0)
}

/// Tells whether a line says what its entry says; the error is why it would not be read as an entry.
pub(super) fn check(line: &str, entry: &Entry) -> Result<(), Fault> {
    if line.len() > LONGEST {
        return Err(format!(
            "its line would have {} MB, and the limit is {} MB",
            line.len() >> 20,
            LONGEST >> 20
        ));
    }
    let (key, fields) = by_toml(line).map_err(|(_, why)| why)?;
    if fields.entry(key, Place::default())? == *entry {
        Ok(())
    } else {
        Err("it would be read as something else".to_owned())
    }
}

fn push(line: &mut String, text: std::fmt::Arguments) {
    let written = line.write_fmt(text);
    debug_assert!(written.is_ok(), "a String takes every text");
}

fn push_fact(line: &mut String, fact: &Fact) {
    match fact {
        Fact::Start { date, days, budget } => {
            push(line, format_args!("start = {date}"));
            if let Some(days) = days {
                push(line, format_args!(", days = \"{days}\""));
            }
            push_budget(line, *budget);
        }
        Fact::Pace { days, budget, by } => {
            push(line, format_args!("pace = \"{days}\""));
            push_budget(line, *budget);
            if let Some(by) = by {
                push(line, format_args!(", by = \"{}\"", by.word()));
            }
        }
        Fact::Replan(Replanned::Continue) => push(line, format_args!("replan = \"{CONTINUE}\"")),
        Fact::Replan(Replanned::KeepEnd(paired)) => {
            push(line, format_args!("replan = \"{KEEP_END}\""));
            if !paired.is_empty() {
                push(line, format_args!(", paired = {}", ids_written(paired)));
            }
        }
        Fact::Away { from, until, because } => {
            push(line, format_args!("away = {from}, until = {until}"));
            if !because.is_empty() {
                push(line, format_args!(", because = {}", quoted(because)));
            }
        }
        Fact::Done(marks) => push(line, format_args!("done = {}", marks_written(marks))),
        Fact::Open(marks) => push(line, format_args!("open = {}", marks_written(marks))),
        Fact::Skip { days, because } => {
            let days = match days.as_slice() {
                [one] => quoted(one.as_str()),
                many => ids_written(many),
            };
            push(line, format_args!("skip = {days}, because = {}", quoted(because)));
        }
        Fact::Note { day, text, over } => {
            push(line, format_args!("day = {}, note = {}", quoted(day.as_str()), quoted(text)));
            push_over(line, over);
        }
        Fact::Minutes { day, minutes } => {
            push(line, format_args!("day = {}, minutes = {minutes}", quoted(day.as_str())));
        }
        Fact::Evidence { milestone, parts } => {
            push(line, format_args!("evidence = {}", quoted(milestone.as_str())));
            for (part, text) in parts {
                push(line, format_args!(", {} = {}", part.word(), quoted(text)));
            }
        }
        Fact::Rubric { scores } => push_scores(line, scores),
        Fact::Review { week, answers, over } => {
            push(line, format_args!("review = {}", quoted(week.as_str())));
            for answer in Answer::ALL {
                if !answers.get(answer).is_empty() {
                    let text = quoted(answers.get(answer));
                    push(line, format_args!(", {} = {text}", answer.word()));
                }
            }
            push_over(line, over);
        }
        Fact::Undo(key) => push(line, format_args!("undo = \"{key}\"")),
        Fact::Unknown(names) => push(line, format_args!("unknown = {}", quoted(names))),
    }
}

fn push_scores(line: &mut String, scores: &[(ItemId, Score)]) {
    if let [(question, score)] = scores {
        push(line, format_args!("rubric = {}, score = {score}", quoted(question.as_str())));
        return;
    }
    let questions: Vec<String> = scores.iter().map(|(id, _)| quoted(id.as_str())).collect();
    let scores: Vec<String> = scores.iter().map(|(_, score)| score.to_string()).collect();
    let (questions, scores) = (questions.join(", "), scores.join(", "));
    push(line, format_args!("rubric = [{questions}], score = [{scores}]"));
}

fn push_over(line: &mut String, over: &[Key]) {
    if !over.is_empty() {
        let keys: Vec<String> = over.iter().map(|key| format!("\"{key}\"")).collect();
        push(line, format_args!(", over = [{}]", keys.join(", ")));
    }
}

fn push_budget(line: &mut String, budget: Budget) {
    if let Some(minutes) = budget.minutes {
        push(line, format_args!(", day_minutes = {minutes}"));
    }
    if let Some(spare) = budget.spare {
        push(line, format_args!(", spare = {spare}"));
    }
}

fn ids_written(days: &[DayId]) -> String {
    let ids: Vec<String> = days.iter().map(|day| quoted(day.as_str())).collect();
    format!("[{}]", ids.join(", "))
}

fn marks_written(marks: &[Mark]) -> String {
    match marks {
        [one] => quoted(one.as_str()),
        many => {
            let ids: Vec<String> = many.iter().map(|mark| quoted(mark.as_str())).collect();
            format!("[{}]", ids.join(", "))
        }
    }
}

/// Returns a TOML basic string in which every character that could act on a terminal is escaped, so that the file is
/// safe to `cat`.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c if is_unsafe(c) && u32::from(c) <= 0xffff => {
                push(&mut out, format_args!("\\u{:04X}", u32::from(c)));
            }
            c if is_unsafe(c) => push(&mut out, format_args!("\\U{:08X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Reads any line that holds one `key = { … }` with the `toml` crate. An error has the column, from 1, where known.
pub(super) fn by_toml(line: &str) -> Result<(Key, Fields<'static>), (Option<usize>, Fault)> {
    let table: toml::Table = toml::from_str(line).map_err(|error| {
        let column = error
            .span()
            .and_then(|span| line.get(..span.start))
            .map(|before| before.chars().count() + 1);
        (column, format!("this line is not TOML ({})", error.message().replace('\n', ", ")))
    })?;
    let mut pairs = table.into_iter();
    let (Some((name, toml::Value::Table(fields))), None) = (pairs.next(), pairs.next()) else {
        return Err((None, "it is not of the form `key = { at = …, … }`".into()));
    };
    let key = name.parse().map_err(|()| {
        (
            Some(1),
            "its key is not a number, a dash and eight hexadecimal digits, such as 12-0a1b2c3d"
                .into(),
        )
    })?;
    Ok((
        key,
        Fields(
            fields.into_iter().map(|(name, value)| (Cow::Owned(name), from_toml(value))).collect(),
        ),
    ))
}

fn from_toml(value: toml::Value) -> Value<'static> {
    match value {
        toml::Value::String(text) => Value::Text(Cow::Owned(text)),
        toml::Value::Integer(whole) => Value::Whole(whole),
        toml::Value::Datetime(moment) => {
            let text = moment.to_string();
            let date = || text.parse().map(Value::Date);
            DateTime::parse_from_rfc3339(&text)
                .map(Value::Moment)
                .or_else(|_| date())
                .unwrap_or(Value::Other)
        }
        toml::Value::Array(items) if items.first().is_some_and(toml::Value::is_integer) => {
            let wholes = items.iter().map(toml::Value::as_integer);
            wholes.collect::<Option<_>>().map_or(Value::Other, Value::Wholes)
        }
        toml::Value::Array(items) => {
            let texts = items.into_iter().map(|item| match item {
                toml::Value::String(text) => Some(Cow::Owned(text)),
                toml::Value::Integer(_)
                | toml::Value::Float(_)
                | toml::Value::Boolean(_)
                | toml::Value::Datetime(_)
                | toml::Value::Array(_)
                | toml::Value::Table(_) => None,
            });
            texts.collect::<Option<_>>().map_or(Value::Other, Value::Texts)
        }
        toml::Value::Float(_) | toml::Value::Boolean(_) | toml::Value::Table(_) => Value::Other,
    }
}
