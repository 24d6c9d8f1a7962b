//! A record as one line of TOML: `<key> = { at = <moment>, <facts> } # <seal>`.

use super::fact::{Answer, Break, Fact, Key, Record, Terms};
use super::seal::{HEADER, sealed};
use crate::text::{is_hint, is_unsafe};
use chrono::{DateTime, FixedOffset, NaiveDate, Timelike};
use std::fmt::{Display, Write};

/// The journal format that this version reads and writes.
pub const FORMAT: i64 = 1;

/// How many letters of a plan's title the head of its journal has at most.
const TITLE: usize = 200;

/// Returns the first lines of a new journal of a plan, up to and with the `[log]` header. The title is for people: nothing
/// goes by it, and it may change.
pub fn header(plan: &str, title: &str) -> String {
    let title: String = title.chars().take(TITLE).collect();
    let title = if title.is_empty() { title } else { format!("title = {}\n", quoted(&title)) };
    format!(
        "# ninety journal: a line for everything you did; ninety only ever adds lines. You may edit or delete some: \
         `ninety check` looks them over.\nformat = {FORMAT}\nplan = {}\n{title}\n{HEADER}\n",
        quoted(plan)
    )
}

/// Returns a record as its sealed line, without the line break. The moment is kept to the second.
pub fn line(key: Key, at: DateTime<FixedOffset>, record: &Record) -> String {
    let mut line = Line(format!("{key} = {{ at = {}", to_the_second(at).format("%Y-%m-%dT%H:%M:%S%:z")));
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

struct Line(String);

impl Line {
    fn field(&mut self, name: &str, value: impl Display) {
        let written = write!(self.0, ", {name} = {value}");
        debug_assert!(written.is_ok(), "a String takes every text");
    }

    fn text(&mut self, name: &str, text: &str) {
        self.field(name, quoted(text));
    }

    fn texts<'a>(&mut self, texts: impl IntoIterator<Item = (&'a str, &'a str)>, over: &[Key]) {
        texts.into_iter().for_each(|(name, text)| self.text(name, text));
        self.over(over);
    }

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
            Fact::Terms(Terms { start, days, minutes, by, goal }) => {
                let mut some =
                    |name: &str, value: Option<String>| value.into_iter().for_each(|it| self.field(name, it));
                some("start", start.map(|date| date.to_string()));
                some(if start.is_some() { "days" } else { "pace" }, days.map(|days| format!("\"{days}\"")));
                some("minutes", minutes.map(|minutes| minutes.to_string()));
                some("by", by.map(|by| format!("\"{}\"", by.word())));
                some("goal", goal.map(|date| date.to_string()));
            }
            Fact::Away(breaks, because) => {
                let dates = |of: fn(&Break) -> NaiveDate| breaks.iter().map(move |b| of(b).to_string());
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
            Fact::Note { day, text, over } => self.texts([("day", day.as_str()), ("note", text)], over),
            Fact::Add { day, text, over } => self.texts([("add", text.as_str()), ("day", day.as_str())], over),
            Fact::Minutes { day, minutes, over } => {
                self.text("day", day.as_str());
                self.field("minutes", minutes);
                self.over(over);
            }
            Fact::Link { week, url, over } => self.texts([("link", url.as_str()), ("week", week.as_str())], over),
            Fact::Read { url, over } => self.texts([("read", url.as_str())], over),
            Fact::Review { week, answers, over } => {
                let answered = Answer::ALL.map(|answer| (answer.word(), answers.get(answer)));
                let answered = answered.into_iter().filter(|(_, text)| !text.is_empty());
                self.texts([("review", week.as_str())].into_iter().chain(answered), over);
            }
            Fact::Recall { question, said } => self.texts([("recall", question.as_str()), ("said", said.word())], &[]),
            Fact::Undo(keys) => self.list("undo", keys.iter().map(|key| format!("\"{key}\""))),
            Fact::Unknown(names) => self.text("unknown", names),
        }
    }
}

pub(super) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c if is_unsafe(c) || is_hint(c) => {
                let code = u32::from(c);
                let small = code <= 0xffff;
                let written = if small { write!(out, "\\u{code:04X}") } else { write!(out, "\\U{code:08X}") };
                debug_assert!(written.is_ok(), "a String takes every text");
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
