//! An entry: a line of a journal's file, borrowed, which is read when somebody asks what it says.
//!
//! Deliberately absent: changing one.

use super::fact::{Answers, Fact, Key, Mark, Record};
use super::fields::Fields;
use super::part::Part;
use super::quick::Quick;
use crate::plan::DayId;
use chrono::{DateTime, FixedOffset};

/// Says where in the files an entry stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The file, by its position in the reading's list of files.
    pub file: u16,
    /// The line, from 1.
    pub line: u32,
}

/// Says what an entry is to undo and redo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Something that the learner did, and may take back.
    Fact,
    /// It takes others back.
    Undo,
    /// A newer ninety recorded it.
    Unknown,
}

/// An entry of a journal.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// Names the entry and orders it.
    pub key: Key,
    /// What it is to undo and redo.
    pub kind: Kind,
    /// Where it stands.
    pub place: Place,
    /// Whether it counts: it was not taken back, or was brought back.
    pub is_live: bool,
    pub(super) body: &'a str,
    pub(super) quick: Option<Quick>,
}

impl<'a> Entry<'a> {
    /// Returns what the clock said, to the second, with its offset from UTC.
    pub fn at(&self) -> DateTime<FixedOffset> {
        Fields::of(self.body).and_then(|fields| fields.at()).unwrap_or_default()
    }

    /// Gives each part of what the entry says to `take`, without copying it: first when it was, then what qualifies
    /// the facts, then the facts in the order in which they stand.
    pub fn parts(&self, mut take: impl FnMut(Part<'a>)) {
        match self.quick {
            Some(quick) => quick.parts(self.body, &mut take),
            None => parts(self.body, &mut take),
        }
    }

    /// Returns the keys of the entries that it takes back.
    pub fn undone(&self) -> Vec<Key> {
        let mut keys = Vec::new();
        if self.kind == Kind::Undo {
            self.parts(|part| {
                keys.extend(if let Part::Undo(key) = part { Some(key) } else { None });
            });
        }
        keys
    }

    /// Returns all that the entry records.
    pub fn record(&self) -> Record {
        recorded(self.body)
    }
}

/// Gives each part of what stands between the braces of an entry to `take`.
fn parts<'a>(body: &'a str, take: &mut impl FnMut(Part<'a>)) {
    if let Some(fields) = Fields::of(body) {
        // Whether it can be read was seen when it was taken in.
        drop(fields.parts(take));
    }
}

/// Returns all that an entry records, by what stands between its braces.
pub(super) fn recorded(body: &str) -> Record {
    let mut record = Record::default();
    let (mut why, mut all_over) = (String::new(), Vec::new());
    parts(body, &mut |part| {
        let facts = &mut record.facts;
        match part {
            Part::At(_) => {}
            Part::On(date) => record.on = Some(date),
            Part::Because(text) => why = text.plain().into_owned(),
            Part::Over(key) => all_over.push(key),
            Part::Terms(terms) => facts.push(Fact::Terms(terms)),
            Part::Away(pause) => match facts.last_mut() {
                Some(Fact::Away(breaks, _)) => breaks.push(pause),
                Some(_) | None => facts.push(Fact::Away(vec![pause], why.clone())),
            },
            Part::Done(id) => match (facts.last_mut(), Mark::from_id(id.plain().into_owned())) {
                (Some(Fact::Done(marks)), mark) => marks.push(mark),
                (_, mark) => facts.push(Fact::Done(vec![mark])),
            },
            Part::Open(id) => match (facts.last_mut(), Mark::from_id(id.plain().into_owned())) {
                (Some(Fact::Open(marks)), mark) => marks.push(mark),
                (_, mark) => facts.push(Fact::Open(vec![mark])),
            },
            Part::Skip(id) => match (facts.last_mut(), DayId::new(id.plain().into_owned())) {
                (Some(Fact::Skip { days, .. }), day) => days.push(day),
                (_, day) => facts.push(Fact::Skip { days: vec![day], because: why.clone() }),
            },
            Part::Note(day, text) => {
                let (day, text) = (DayId::new(day.plain().into_owned()), text.plain().into_owned());
                facts.push(Fact::Note { day, text, over: all_over.clone() });
            }
            Part::Minutes(day, minutes) => {
                let day = DayId::new(day.plain().into_owned());
                facts.push(Fact::Minutes { day, minutes, over: all_over.clone() });
            }
            Part::Link(week, url) => {
                let (week, url) = (DayId::new(week.plain().into_owned()), url.plain().into_owned());
                facts.push(Fact::Link { week, url, over: all_over.clone() });
            }
            Part::Review(week, answers) => {
                let week = DayId::new(week.plain().into_owned());
                let answers = Answers(answers.map(|answer| answer.plain().into_owned()));
                facts.push(Fact::Review { week, answers, over: all_over.clone() });
            }
            Part::Undo(key) => match facts.last_mut() {
                Some(Fact::Undo(keys)) => keys.push(key),
                Some(_) | None => facts.push(Fact::Undo(vec![key])),
            },
            Part::Unknown(names) => facts.push(Fact::Unknown(names)),
        }
    });
    record
}
