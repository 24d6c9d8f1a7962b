//! A record as one line of TOML: `<key> = { at = <moment>, <facts> } # <seal>`.
//!
//! Deliberately absent: files, and reading (`read`), which is tried on every line before it is appended.

use super::fact::{Answer, Break, Fact, Key, Record, Terms};
use super::seal::{HEADER, sealed};
use crate::text::is_unsafe;
use chrono::{DateTime, FixedOffset, NaiveDate, Timelike};
use std::fmt::{Display, Write};

/// The journal format that this version reads and writes.
pub const FORMAT: i64 = 1;

/// Returns the first lines of a new journal of a plan, up to and with the `[log]` header.
pub fn header(plan: &str) -> String {
    format!(
        "# ninety journal: a line for everything you did; ninety only ever adds lines. You may edit or delete some: \
         `ninety check` looks them over.\nformat = {FORMAT}\nplan = {}\n\n{HEADER}\n",
        quoted(plan)
    )
}

/// Returns a record as its sealed line, without the line break. The moment is kept to the second.
pub fn line(key: Key, at: DateTime<FixedOffset>, record: &Record) -> String {
    let mut line =
        Line(format!("{key} = {{ at = {}", to_the_second(at).format("%Y-%m-%dT%H:%M:%S%:z")));
    for fact in &record.facts {
        line.fact(fact);
    }
    if let Some(on) = record.on {
        line.field("on", on);
    }
    line.0.push_str(" }");
    sealed(line.0)
}

/// Returns the moment as a line can say it: to the second, with its offset to the minute.
fn to_the_second(at: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
    let offset = at.offset().local_minus_utc();
    let whole = FixedOffset::east_opt(offset - offset % 60).unwrap_or(*at.offset());
    // A leap second is told as the one before it: no entry could be read by it.
    at.with_timezone(&whole).with_nanosecond(0).unwrap_or(at)
}

/// A line that is being written.
struct Line(String);

impl Line {
    fn field(&mut self, name: &str, value: impl Display) {
        let written = write!(self.0, ", {name} = {value}");
        debug_assert!(written.is_ok(), "a String takes every text");
    }

    fn some(&mut self, name: &str, value: Option<impl Display>) {
        if let Some(value) = value {
            self.field(name, value);
        }
    }

    fn text(&mut self, name: &str, text: &str) {
        self.field(name, quoted(text));
    }

    /// Writes one value as it is and several as a list.
    fn list(&mut self, name: &str, values: impl IntoIterator<Item = String>) {
        let values: Vec<String> = values.into_iter().collect();
        match values.as_slice() {
            [one] => self.field(name, one),
            many => self.field(name, format_args!("[{}]", many.join(", "))),
        }
    }

    fn over(&mut self, over: &[Key]) {
        if !over.is_empty() {
            let keys: Vec<String> = over.iter().map(|key| format!("\"{key}\"")).collect();
            self.field("over", format_args!("[{}]", keys.join(", ")));
        }
    }

    fn fact(&mut self, fact: &Fact) {
        match fact {
            Fact::Terms(terms) => self.terms(terms),
            Fact::Away(breaks, because) => {
                let dates =
                    |of: fn(&Break) -> NaiveDate| breaks.iter().map(move |b| of(b).to_string());
                self.list("away", dates(|b| b.from));
                self.list("until", dates(|b| b.until));
                if !because.is_empty() {
                    self.text("because", because);
                }
            }
            Fact::Done(marks) => self.list("done", marks.iter().map(|mark| quoted(mark.as_str()))),
            Fact::Open(marks) => self.list("open", marks.iter().map(|mark| quoted(mark.as_str()))),
            Fact::Skip { days, because } => {
                self.list("skip", days.iter().map(|day| quoted(day.as_str())));
                self.text("because", because);
            }
            Fact::Note { day, text, over } => {
                self.text("day", day.as_str());
                self.text("note", text);
                self.over(over);
            }
            Fact::Minutes { day, minutes, over } => {
                self.text("day", day.as_str());
                self.field("minutes", minutes);
                self.over(over);
            }
            Fact::Link { week, url, over } => {
                self.text("link", url);
                self.text("week", week.as_str());
                self.over(over);
            }
            Fact::Review { week, answers, over } => {
                self.text("review", week.as_str());
                for answer in Answer::ALL {
                    if !answers.get(answer).is_empty() {
                        self.text(answer.word(), answers.get(answer));
                    }
                }
                self.over(over);
            }
            Fact::Undo(keys) => self.list("undo", keys.iter().map(|key| format!("\"{key}\""))),
            Fact::Unknown(names) => self.text("unknown", names),
        }
    }

    fn terms(&mut self, terms: &Terms) {
        self.some("start", terms.start);
        let days = terms.days.map(|days| format!("\"{days}\""));
        self.some(if terms.start.is_some() { "days" } else { "pace" }, days);
        self.some("minutes", terms.minutes);
        self.some("by", terms.by.map(|by| format!("\"{}\"", by.word())));
        self.some("goal", terms.goal);
    }
}

/// Returns a TOML basic string in which every character that could act on a terminal is escaped, so that the file is
/// safe to `cat`.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        let escaped = match c {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\n' => "\\n",
            '\t' => "\\t",
            '\r' => "\\r",
            c if is_unsafe(c) => {
                let code = u32::from(c);
                let written = match code {
                    ..=0xffff => write!(out, "\\u{code:04X}"),
                    _ => write!(out, "\\U{code:08X}"),
                };
                debug_assert!(written.is_ok(), "a String takes every text");
                continue;
            }
            c => {
                out.push(c);
                continue;
            }
        };
        out.push_str(escaped);
    }
    out.push('"');
    out
}
