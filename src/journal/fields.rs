//! What the fields of one line mean: the entry that they make, or why they make none.
//!
//! Deliberately absent: how a line is split into fields, which the two readers do (`line`, `sealed`).

use super::fact::{Budget, By, Entry, Fact, Key, Mark, Place, Replanned};
use super::proof::{Answer, Answers, Made, Part, Score};
use crate::plan::{DayId, ItemId};
use crate::text::is_web_address;
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The word of a re-plan that goes on from where the learner is.
pub(super) const CONTINUE: &str = "continue";

/// The word of a re-plan that keeps the end date.
pub(super) const KEEP_END: &str = "keep-end";

/// A value of a line, as far as entries have use for it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value<'a> {
    Text(Cow<'a, str>),
    Texts(Vec<Cow<'a, str>>),
    Whole(i64),
    Wholes(Vec<i64>),
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
    matches!(
        name,
        "start"
            | "pace"
            | "replan"
            | "away"
            | "done"
            | "open"
            | "skip"
            | "note"
            | "minutes"
            | "evidence"
            | "rubric"
            | "review"
            | "undo"
    )
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
        let Some((deed, value)) = deeds.next() else { return Ok(self.unknown()) };
        if let Some((second, _)) = deeds.next() {
            return Err(format!(
                "it records two things, \"{deed}\" and \"{second}\"; make them two lines"
            ));
        }
        match deed.as_ref() {
            "start" => match value {
                Value::Date(date) if in_range(*date) => {
                    Ok(Fact::Start { date: *date, days: self.days()?, budget: self.budget()? })
                }
                Value::Date(_)
                | Value::Text(_)
                | Value::Texts(_)
                | Value::Whole(_)
                | Value::Wholes(_)
                | Value::Moment(_)
                | Value::Other => Err("\"start\" is not a date, such as 2026-11-23".into()),
            },
            "pace" => Ok(Fact::Pace {
                days: weekdays(deed, value)?,
                budget: self.budget()?,
                by: self.by()?,
            }),
            "replan" => match text(deed, value)?.as_str() {
                CONTINUE => Ok(Fact::Replan(Replanned::Continue)),
                KEEP_END => {
                    let paired = self.get("paired").map_or(Ok(Vec::new()), |v| days("paired", v));
                    Ok(Fact::Replan(Replanned::KeepEnd(paired?)))
                }
                _newer => Ok(self.unknown()),
            },
            "away" => self.away(value),
            "done" => Ok(Fact::Done(marks(deed, value)?)),
            "open" => Ok(Fact::Open(marks(deed, value)?)),
            "skip" => match days(deed, value)? {
                none if none.is_empty() => Err("\"skip\" names no day".into()),
                days => Ok(Fact::Skip { days, because: self.because()? }),
            },
            "note" => {
                Ok(Fact::Note { day: self.day()?, text: text(deed, value)?, over: self.over()? })
            }
            "minutes" => match value {
                Value::Whole(minutes @ 1..=100_000) => Ok(Fact::Minutes {
                    day: self.day()?,
                    minutes: u32::try_from(*minutes).unwrap_or(0),
                }),
                Value::Whole(_)
                | Value::Wholes(_)
                | Value::Text(_)
                | Value::Texts(_)
                | Value::Moment(_)
                | Value::Date(_)
                | Value::Other => Err("\"minutes\" is not a whole number from 1 to 100000".into()),
            },
            "evidence" => self.evidence(deed, value),
            "rubric" => self.rubric(value),
            "review" => Ok(Fact::Review {
                week: DayId::new(text(deed, value)?),
                answers: self.answers()?,
                over: self.over()?,
            }),
            _undo => Ok(Fact::Undo(key("undo", &text(deed, value)?)?)),
        }
    }

    /// Returns what an entry is that this version does not know.
    fn unknown(&self) -> Fact {
        let mut names: Vec<&str> =
            self.0.iter().map(|(name, _)| name.as_ref()).filter(|name| *name != "at").collect();
        names.sort_unstable();
        Fact::Unknown(names.join(", "))
    }

    fn away(&self, from: &Value) -> Result<Fact, Fault> {
        let date = |name: &str, value: Option<&Value>| match value {
            Some(Value::Date(date)) if in_range(*date) => Ok(*date),
            Some(_) => Err(format!("\"{name}\" is not a date, such as 2026-12-24")),
            None => Err(format!("it does not say \"{name}\" when")),
        };
        let (from, until) = (date("away", Some(from))?, date("until", self.get("until"))?);
        if until < from {
            return Err("\"until\" is before \"away\"".into());
        }
        Ok(Fact::Away { from, until, because: self.because()? })
    }

    fn evidence(&self, deed: &str, value: &Value) -> Result<Fact, Fault> {
        let milestone = DayId::new(text(deed, value)?);
        let mut parts = BTreeMap::new();
        for part in Part::ALL {
            let Some(value) = self.get(part.word()) else { continue };
            let said = text(part.word(), value)?;
            if part.made() == Made::Link && !said.is_empty() && !is_web_address(&said) {
                let word = part.word();
                return Err(format!("\"{word}\" does not begin with http:// or https://"));
            }
            parts.insert(part, said);
        }
        if parts.is_empty() {
            // What shows it is of a kind that a newer ninety knows.
            return Ok(self.unknown());
        }
        Ok(Fact::Evidence { milestone, parts })
    }

    /// Reads one question with its score, or as many of each in two lists.
    fn rubric(&self, value: &Value) -> Result<Fact, Fault> {
        let (questions, numbers, wrong) = match (value, self.get("score")) {
            (Value::Text(id), Some(Value::Whole(number))) => {
                (std::slice::from_ref(id), std::slice::from_ref(number), "is not 0, 1 or 2")
            }
            (Value::Text(_), _) => return Err("\"score\" is not 0, 1 or 2".to_owned()),
            (Value::Texts(ids), Some(Value::Wholes(numbers))) => {
                (ids.as_slice(), numbers.as_slice(), "does not have 0, 1 or 2 for each question")
            }
            (Value::Texts(ids), _) => {
                (ids.as_slice(), [].as_slice(), "does not have 0, 1 or 2 for each question")
            }
            (
                Value::Whole(_)
                | Value::Wholes(_)
                | Value::Moment(_)
                | Value::Date(_)
                | Value::Other,
                _,
            ) => return Err("\"rubric\" is not the id of a question, or a list of them".to_owned()),
        };
        if questions.is_empty() {
            return Err("\"rubric\" names no question".to_owned());
        }
        let score = |number: &i64| u8::try_from(*number).ok().and_then(Score::new);
        let scores: Option<Vec<Score>> = numbers.iter().map(score).collect();
        let scores = scores.filter(|scores| scores.len() == questions.len());
        let scores = scores.ok_or_else(|| format!("\"score\" {wrong}"))?;
        let questions = questions.iter().map(|id| ItemId::new(id.clone().into_owned()));
        Ok(Fact::Rubric { scores: questions.zip(scores).collect() })
    }

    fn answers(&self) -> Result<Answers, Fault> {
        let said = |answer: Answer| {
            let word = answer.word();
            self.get(word).map_or(Ok(String::new()), |value| text(word, value))
        };
        let [can, shaky, next] = Answer::ALL;
        Ok(Answers::as_written([said(can)?, said(shaky)?, said(next)?]))
    }

    fn because(&self) -> Result<String, Fault> {
        self.get("because").map_or(Ok(String::new()), |why| text("because", why))
    }

    fn budget(&self) -> Result<Budget, Fault> {
        let within = |name: &str, least: u16, most: u16| match self.get(name) {
            None => Ok(None),
            Some(Value::Whole(number)) => u16::try_from(*number)
                .ok()
                .filter(|number| (least..=most).contains(number))
                .map(Some)
                .ok_or_else(|| format!("\"{name}\" is not a whole number from {least} to {most}")),
            Some(_) => Err(format!("\"{name}\" is not a whole number from {least} to {most}")),
        };
        Ok(Budget {
            minutes: within("day_minutes", 1, Budget::LONGEST_DAY)?,
            spare: within("spare", 0, Budget::MOST_SPARE)?,
        })
    }

    fn by(&self) -> Result<Option<By>, Fault> {
        let Some(by) = self.get("by") else { return Ok(None) };
        let wrong = |()| "\"by\" is neither \"day\" nor \"week\"".to_owned();
        text("by", by)?.parse().map(Some).map_err(wrong)
    }

    fn day(&self) -> Result<DayId, Fault> {
        let day = self.get("day").ok_or_else(|| "it does not say which \"day\"".to_owned())?;
        Ok(DayId::new(text("day", day)?))
    }

    fn days(&self) -> Result<Option<super::Weekdays>, Fault> {
        self.get("days").map(|days| weekdays("days", days)).transpose()
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
        Value::Texts(_)
        | Value::Whole(_)
        | Value::Wholes(_)
        | Value::Moment(_)
        | Value::Date(_)
        | Value::Other => Err(format!("\"{name}\" is not a text in quotes")),
    }
}

fn weekdays(name: &str, value: &Value) -> Result<super::Weekdays, Fault> {
    let wrong = |_why: String| format!("\"{name}\" does not name weekdays, such as \"mon-fri\"");
    text(name, value)?.parse().map_err(wrong)
}

/// Returns the days that a field names: one id, or a list of them.
fn days(name: &str, value: &Value) -> Result<Vec<DayId>, Fault> {
    let ids: Vec<DayId> = match value {
        Value::Text(id) => vec![DayId::new(id.clone().into_owned())],
        Value::Texts(ids) => ids.iter().map(|id| DayId::new(id.clone().into_owned())).collect(),
        Value::Whole(_) | Value::Wholes(_) | Value::Moment(_) | Value::Date(_) | Value::Other => {
            return Err(format!("\"{name}\" is not the id of a day, or a list of them"));
        }
    };
    Ok(ids)
}

fn key(name: &str, text: &str) -> Result<Key, Fault> {
    text.parse()
        .map_err(|()| format!("\"{name}\" does not name an entry's key, such as \"2-c9d02b11\""))
}

fn marks(name: &str, value: &Value) -> Result<Vec<Mark>, Fault> {
    let ids: Vec<String> = match value {
        Value::Text(id) => vec![id.clone().into_owned()],
        Value::Texts(ids) => ids.iter().map(|id| id.clone().into_owned()).collect(),
        Value::Whole(_) | Value::Wholes(_) | Value::Moment(_) | Value::Date(_) | Value::Other => {
            return Err(format!("\"{name}\" is not the id of a task or a day"));
        }
    };
    if ids.is_empty() || ids.iter().any(String::is_empty) {
        return Err(format!("\"{name}\" names no task and no day"));
    }
    Ok(ids.into_iter().map(Mark::from_id).collect())
}
