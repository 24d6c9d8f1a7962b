//! What the fields of a line mean: the parts of facts that an entry is made of.

use super::Weekdays;
use super::fact::{Answer, Break, By, Key, Said, Terms};
use super::fields::{Fault, Fields, Moment, Text, Value, in_range, numbers, string};
use crate::text::is_web_address;
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime};

/// A part of what an entry says. What qualifies facts (`At`, `On`, `Because`, `Over`) comes first.
#[derive(Clone, Debug, PartialEq)]
pub enum Part<'a> {
    At(NaiveDateTime),
    On(NaiveDate),
    Because(Text<'a>),
    /// An entry whose place this one takes.
    Over(Key),
    Terms(Terms),
    Away(Break),
    Done(Text<'a>),
    Open(Text<'a>),
    Skip(Text<'a>),
    Note(Text<'a>, Text<'a>),
    Add(Text<'a>, Text<'a>),
    Minutes(Text<'a>, u32),
    Link(Text<'a>, Text<'a>),
    /// An address whose page was read.
    Read(Text<'a>),
    Review(Text<'a>, [Text<'a>; 3]),
    /// The id of a question that was asked.
    Recall(Text<'a>, Said),
    Undo(Key),
    /// The names of the fields, where none says what happened.
    Unknown(String),
}

impl<'a> Fields<'a> {
    pub(super) fn at(&self) -> Option<DateTime<FixedOffset>> {
        let Moment { local, offset } = self.moment().ok()?;
        local.and_local_timezone(FixedOffset::east_opt(offset)?).single()
    }

    fn moment(&self) -> Result<Moment, Fault> {
        match self.get("at") {
            Some(Value::Moment(at)) if in_range(at.local.date()) => Ok(at),
            Some(Value::Moment(at)) => Err(format!("the year {} of \"at\" is out of range", at.local.year())),
            Some(_) => Err("\"at\" is not a date with time and offset, such as 2026-12-08T19:41:12+01:00".into()),
            None => Err("it has no \"at\", the moment it was recorded".into()),
        }
    }

    pub(super) fn parts(&self, take: &mut impl FnMut(Part<'a>)) -> Result<(), Fault> {
        take(Part::At(self.moment()?.local));
        if let Some(on) = self.get("on") {
            take(Part::On(date("on", on)?));
        }
        if let Some(because) = self.get("because") {
            take(Part::Because(text("because", because)?));
        }
        if let Some(over) = self.get("over") {
            keys("over", over, |key| take(Part::Over(key)))?;
        }
        let has_terms = self.named().any(|(name, _)| matches!(*name, "start" | "pace" | "goal"));
        if has_terms {
            take(Part::Terms(self.terms()?));
        }
        let mut known = has_terms;
        for (name, value) in self.named() {
            match *name {
                "done" => ids(name, *value, |id| take(Part::Done(id)))?,
                "open" => ids(name, *value, |id| take(Part::Open(id)))?,
                "skip" => ids(name, *value, |id| take(Part::Skip(id)))?,
                "note" => take(Part::Note(self.day("day")?, text(name, *value)?)),
                "add" => take(Part::Add(self.day("day")?, text(name, *value)?)),
                "minutes" if !has_terms => {
                    let (day, least) = (self.day("day")?, i64::from(self.get("over").is_none()));
                    take(Part::Minutes(day, whole(*value, least, 100_000)?));
                }
                "undo" => keys(name, *value, |key| take(Part::Undo(key)))?,
                "link" => {
                    let url = self.address(name, *value)?;
                    take(Part::Link(self.day("week")?, url));
                }
                "read" => take(Part::Read(self.address(name, *value)?)),
                "review" => {
                    let answers = Answer::ALL.map(|answer| match self.get(answer.word()) {
                        Some(value) => text(answer.word(), value),
                        None => Ok(Text::Plain("")),
                    });
                    let [can, shaky, next] = answers;
                    take(Part::Review(text(name, *value)?, [can?, shaky?, next?]));
                }
                "recall" => {
                    let said =
                        text("said", self.get("said").ok_or("it does not say what was \"said\"")?)?.plain().parse();
                    let wrong = |()| "\"said\" is neither \"right\", \"partly\" nor \"wrong\"".to_owned();
                    take(Part::Recall(text(name, *value)?, said.map_err(wrong)?));
                }
                "away" => self.breaks(*value, take)?,
                _ => continue,
            }
            known = true;
        }
        if !known {
            let mut names: Vec<&str> = self.named().map(|(name, _)| *name).collect();
            names.retain(|name| *name != "at");
            names.sort_unstable();
            take(Part::Unknown(names.join(", ")));
        }
        Ok(())
    }

    fn address(&self, name: &str, value: Value<'a>) -> Result<Text<'a>, Fault> {
        let url = text(name, value)?;
        let removes = url.is_blank() && self.get("over").is_some();
        let is_known = removes || is_web_address(&url.plain());
        let wrong = || format!("\"{name}\" does not begin with http:// or https://");
        is_known.then_some(url).ok_or_else(wrong)
    }

    fn day(&self, name: &str) -> Result<Text<'a>, Fault> {
        text(name, self.get(name).ok_or_else(|| format!("it does not say which \"{name}\""))?)
    }

    /// Reads `away` and `until`: a date each, or as many dates in one as in the other.
    fn breaks(&self, away: Value<'a>, take: &mut impl FnMut(Part<'a>)) -> Result<(), Fault> {
        let until = self.get("until").ok_or("it does not say \"until\" when")?;
        let (from, until) = (dates("away", away)?, dates("until", until)?);
        if from.len() != until.len() {
            return Err("\"until\" does not have a date for each of \"away\"".to_owned());
        }
        from.into_iter().zip(until).for_each(|(from, until)| take(Part::Away(Break { from, until })));
        Ok(())
    }

    fn terms(&self) -> Result<Terms, Fault> {
        let weekdays = |name: &str| -> Result<Option<Weekdays>, Fault> {
            let Some(value) = self.get(name) else { return Ok(None) };
            let wrong = |_| format!("\"{name}\" does not name weekdays, such as \"mon-fri\"");
            text(name, value)?.plain().parse().map(Some).map_err(wrong)
        };
        let some_date = |name: &str| self.get(name).map(|value| date(name, value)).transpose();
        let start = some_date("start")?;
        let days = match weekdays("pace")? {
            None if start.is_some() => weekdays("days")?,
            pace => pace,
        };
        let longest = Terms::LONGEST_DAY;
        let minutes = self.get("minutes").map(|value| whole(value, 1, longest.into())).transpose()?;
        let minutes = minutes.map(|minutes| u16::try_from(minutes).unwrap_or(longest));
        let wrong = |()| "\"by\" is neither \"day\" nor \"week\"".to_owned();
        let by = self.get("by").map(|value| text("by", value)?.plain().parse::<By>().map_err(wrong)).transpose()?;
        Ok(Terms { start, days, minutes, by, goal: some_date("goal")? })
    }
}

fn text<'a>(name: &str, value: Value<'a>) -> Result<Text<'a>, Fault> {
    match value {
        Value::Text(text) => Ok(text),
        _ => Err(format!("\"{name}\" is not a text in quotes")),
    }
}

/// Returns a number of minutes; what is told of the least is 1, for 0 only takes others away.
fn whole(value: Value, least: i64, most: i64) -> Result<u32, Fault> {
    match value {
        Value::Whole(minutes) if (least..=most).contains(&minutes) => Ok(u32::try_from(minutes).unwrap_or(0)),
        _ => Err(format!("\"minutes\" is not a whole number from 1 to {most}")),
    }
}

fn date(name: &str, value: Value) -> Result<NaiveDate, Fault> {
    match value {
        Value::Date(date) if in_range(date) => Ok(date),
        _ => Err(format!("\"{name}\" is not a date, such as 2026-12-24")),
    }
}

fn dates(name: &str, value: Value) -> Result<Vec<NaiveDate>, Fault> {
    let Value::Dates(inner) = value else { return Ok(vec![date(name, value)?]) };
    let wrong = || format!("\"{name}\" is not a list of dates");
    inner.split(", ").map(|one| date(name, numbers(one).ok_or_else(wrong)?)).collect()
}

fn texts(value: Value<'_>) -> Option<impl Iterator<Item = Text<'_>>> {
    let (one, mut list) = match value {
        Value::Text(text) => (Some(text), ""),
        Value::Texts(list) => (None, list),
        _ => return None,
    };
    let next = move || {
        let (text, after) = string(list)?;
        list = after.strip_prefix(", ").unwrap_or(after);
        Some(text)
    };
    Some(one.into_iter().chain(std::iter::from_fn(next)))
}

fn ids<'a>(name: &str, value: Value<'a>, mut take: impl FnMut(Text<'a>)) -> Result<(), Fault> {
    let wrong = || format!("\"{name}\" is not the id of a task or a day, or a list of them");
    for id in texts(value).ok_or_else(wrong)? {
        if matches!(id, Text::Plain("")) {
            return Err(format!("\"{name}\" names no task and no day"));
        }
        take(id);
    }
    Ok(())
}

fn keys(name: &str, value: Value, mut take: impl FnMut(Key)) -> Result<(), Fault> {
    let wrong = || format!("\"{name}\" does not name an entry's key, such as \"2-c9d02b11\"");
    for key in texts(value).ok_or_else(wrong)? {
        take(key.plain().parse().map_err(|()| wrong())?);
    }
    Ok(())
}
