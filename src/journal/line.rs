//! An entry as one line of TOML, both ways: what ninety writes, and what any line's fields mean.
//!
//! A line is `<key> = { at = <moment>, <fact> } # <seal>`; the seal is the CRC-32 of the text before ` # `, so a line
//! that was edited or damaged is told from one as ninety wrote it. The form is TOML, so every line can be read by the
//! `toml` crate; [`sealed`](super::sealed) reads the lines that ninety wrote faster.
//!
//! Deliberately absent: files, and the order of entries.

use super::fact::{Entry, Fact, Key, Mark, Place};
use super::sealed::HEADER;
use crate::plan::DayId;
use crate::text::is_unsafe;
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, SubsecRound};
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
        Fact::Start { date, days: None } => push(line, format_args!("start = {date}")),
        Fact::Start { date, days: Some(days) } => {
            push(line, format_args!("start = {date}, days = \"{days}\""));
        }
        Fact::Done(marks) => push(line, format_args!("done = {}", marks_written(marks))),
        Fact::Open(marks) => push(line, format_args!("open = {}", marks_written(marks))),
        Fact::Skip { day, because } => {
            push(
                line,
                format_args!("skip = {}, because = {}", quoted(day.as_str()), quoted(because)),
            );
        }
        Fact::Note { day, text, over } => {
            push(line, format_args!("day = {}, note = {}", quoted(day.as_str()), quoted(text)));
            if !over.is_empty() {
                let keys: Vec<String> = over.iter().map(|key| format!("\"{key}\"")).collect();
                push(line, format_args!(", over = [{}]", keys.join(", ")));
            }
        }
        Fact::Minutes { day, minutes } => {
            push(line, format_args!("day = {}, minutes = {minutes}", quoted(day.as_str())));
        }
        Fact::Undo(key) => push(line, format_args!("undo = \"{key}\"")),
        Fact::Unknown(names) => push(line, format_args!("unknown = {}", quoted(names))),
    }
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

/// A value of a line, as far as entries have use for it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value<'a> {
    Text(Cow<'a, str>),
    Texts(Vec<Cow<'a, str>>),
    Whole(i64),
    Moment(DateTime<FixedOffset>),
    Date(NaiveDate),
    Other,
}

/// Says why a line's value is no entry; the sentence is for the learner, without a place.
pub(super) type Fault = String;

/// The fields of one line, by name, in the order in which they stand.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Fields<'a>(pub(super) Vec<(Cow<'a, str>, Value<'a>)>);

/// Tells whether a field says what happened; an entry has one of them.
fn is_deed(name: &str) -> bool {
    matches!(name, "start" | "done" | "open" | "skip" | "note" | "minutes" | "undo")
}

impl Fields<'_> {
    fn get(&self, name: &str) -> Option<&Value<'_>> {
        self.0.iter().find(|(field, _)| field == name).map(|(_, value)| value)
    }

    /// Returns the entry that these fields make.
    pub(super) fn entry(&self, key: Key, place: Place) -> Result<Entry, Fault> {
        let at =
            match self.get("at") {
                Some(Value::Moment(at)) => *at,
                Some(_) => return Err(
                    "\"at\" is not a date with time and offset, such as 2026-12-08T19:41:12+01:00"
                        .into(),
                ),
                None => return Err("it has no \"at\", the moment it was recorded".into()),
            };
        if !in_range(at.date_naive()) {
            return Err(format!("the year {} of \"at\" is out of range", at.year()));
        }
        Ok(Entry { key, at, fact: self.fact()?, place })
    }

    fn fact(&self) -> Result<Fact, Fault> {
        let mut deeds = self.0.iter().filter(|(name, _)| is_deed(name));
        let Some((deed, value)) = deeds.next() else {
            let mut names: Vec<&str> =
                self.0.iter().map(|(name, _)| name.as_ref()).filter(|n| *n != "at").collect();
            names.sort_unstable();
            return Ok(Fact::Unknown(names.join(", ")));
        };
        if let Some((second, _)) = deeds.next() {
            return Err(format!(
                "it records two things, \"{deed}\" and \"{second}\"; make them two lines"
            ));
        }
        match deed.as_ref() {
            "start" => match value {
                Value::Date(date) if in_range(*date) => {
                    Ok(Fact::Start { date: *date, days: self.days()? })
                }
                _ => Err("\"start\" is not a date, such as 2026-11-23".into()),
            },
            "done" => Ok(Fact::Done(marks(deed, value)?)),
            "open" => Ok(Fact::Open(marks(deed, value)?)),
            "skip" => Ok(Fact::Skip {
                day: DayId::new(text(deed, value)?),
                because: self
                    .get("because")
                    .map_or(Ok(String::new()), |why| text("because", why))?,
            }),
            "note" => {
                Ok(Fact::Note { day: self.day()?, text: text(deed, value)?, over: self.over()? })
            }
            "minutes" => match value {
                Value::Whole(minutes @ 1..=100_000) => Ok(Fact::Minutes {
                    day: self.day()?,
                    minutes: u32::try_from(*minutes).unwrap_or(0),
                }),
                _ => Err("\"minutes\" is not a whole number from 1 to 100000".into()),
            },
            _ => Ok(Fact::Undo(key("undo", &text(deed, value)?)?)),
        }
    }

    fn day(&self) -> Result<DayId, Fault> {
        let day = self.get("day").ok_or_else(|| "it does not say which \"day\"".to_owned())?;
        Ok(DayId::new(text("day", day)?))
    }

    fn days(&self) -> Result<Option<super::Weekdays>, Fault> {
        let Some(days) = self.get("days") else { return Ok(None) };
        let named = text("days", days)?;
        named
            .parse()
            .map(Some)
            .map_err(|_why: String| "\"days\" does not name weekdays, such as \"mon-fri\"".into())
    }

    fn over(&self) -> Result<Vec<Key>, Fault> {
        match self.get("over") {
            None => Ok(Vec::new()),
            Some(Value::Text(one)) => Ok(vec![key("over", one)?]),
            Some(Value::Texts(many)) => many.iter().map(|one| key("over", one)).collect(),
            Some(_) => Err("\"over\" is not a list of keys".into()),
        }
    }
}

/// Leaves room on both sides, so that dates can be reckoned with and never overflow.
fn in_range(date: NaiveDate) -> bool {
    (1900..=9000).contains(&date.year())
}

fn text(name: &str, value: &Value) -> Result<String, Fault> {
    match value {
        Value::Text(text) => Ok(text.clone().into_owned()),
        _ => Err(format!("\"{name}\" is not a text in quotes")),
    }
}

fn key(name: &str, text: &str) -> Result<Key, Fault> {
    text.parse()
        .map_err(|()| format!("\"{name}\" does not name an entry's key, such as \"2-c9d02b11\""))
}

fn marks(name: &str, value: &Value) -> Result<Vec<Mark>, Fault> {
    let ids: Vec<String> = match value {
        Value::Text(id) => vec![id.clone().into_owned()],
        Value::Texts(ids) => ids.iter().map(|id| id.clone().into_owned()).collect(),
        _ => return Err(format!("\"{name}\" is not the id of a task or a day")),
    };
    if ids.is_empty() || ids.iter().any(String::is_empty) {
        return Err(format!("\"{name}\" names no task and no day"));
    }
    Ok(ids.into_iter().map(Mark::from_id).collect())
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
