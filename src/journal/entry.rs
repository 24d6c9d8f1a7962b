//! An entry: a line of a journal's file, borrowed, which is read when somebody asks what it says.

use super::fact::{Answers, Fact, Key, Mark, Record};
use super::fields::{Fields, Text};
use super::part::Part;
use super::quick::Quick;
use crate::plan::{DayId, ItemId};
use chrono::{DateTime, FixedOffset};

/// Says where in the files an entry stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The file, by its position in the reading's list of files.
    pub file: u16,
    pub line: u32,
}

/// Says what an entry is to undo and redo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Fact,
    Undo,
    /// A newer ninety recorded it.
    Unknown,
}

/// An entry of a journal.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    pub key: Key,
    pub kind: Kind,
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

    /// Gives each part to `take`, without copying it: when it was, what qualifies the facts, then the facts.
    pub fn parts(&self, mut take: impl FnMut(Part<'a>)) {
        match self.quick {
            Some(quick) => quick.parts(self.body, &mut take),
            None => parts(self.body, &mut take),
        }
    }

    /// Returns what is found in its parts; of several the last.
    pub fn find<T>(&self, find: impl Fn(Part<'a>) -> Option<T>) -> Option<T> {
        let mut found = None;
        self.parts(|part| found = find(part).or(found.take()));
        found
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

fn parts<'a>(body: &'a str, take: &mut impl FnMut(Part<'a>)) {
    // Whether it can be read was seen when it was taken in.
    drop(Fields::of(body).map(|fields| fields.parts(take)));
}

pub(super) fn recorded(body: &str) -> Record {
    let mut record = Record::default();
    let (mut why, mut all_over) = (String::new(), Vec::new());
    let said = |text: Text| text.plain().into_owned();
    let day = |id: Text| DayId::new(said(id));
    parts(body, &mut |part| {
        let over = || all_over.clone();
        let fact = match part {
            Part::At(_) => return,
            Part::On(date) => return record.on = Some(date),
            Part::Because(text) => return why = said(text),
            Part::Over(key) => return all_over.push(key),
            Part::Terms(terms) => Fact::Terms(terms),
            Part::Away(pause) => Fact::Away(vec![pause], why.clone()),
            Part::Done(id) => Fact::Done(vec![Mark::from_id(said(id))]),
            Part::Open(id) => Fact::Open(vec![Mark::from_id(said(id))]),
            Part::Skip(id) => Fact::Skip { days: vec![day(id)], because: why.clone() },
            Part::Note(id, text) => Fact::Note { day: day(id), text: said(text), over: over() },
            Part::Add(id, text) => Fact::Add { day: day(id), text: said(text), over: over() },
            Part::Minutes(id, minutes) => Fact::Minutes { day: day(id), minutes, over: over() },
            Part::Link(id, url) => Fact::Link { week: day(id), url: said(url), over: over() },
            Part::Read(url) => Fact::Read { url: said(url), over: over() },
            Part::Review(id, answers) => {
                Fact::Review { week: day(id), answers: Answers(answers.map(said)), over: over() }
            }
            Part::Recall(id, answer) => Fact::Recall { question: ItemId::new(said(id)), said: answer },
            Part::Undo(key) => Fact::Undo(vec![key]),
            Part::Unknown(names) => Fact::Unknown(names),
        };
        // A list comes one by one.
        match (record.facts.last_mut(), fact) {
            (Some(Fact::Away(all, _)), Fact::Away(one, _)) => all.extend(one),
            (Some(Fact::Done(all)), Fact::Done(one)) | (Some(Fact::Open(all)), Fact::Open(one)) => all.extend(one),
            (Some(Fact::Skip { days, .. }), Fact::Skip { days: one, .. }) => days.extend(one),
            (Some(Fact::Undo(all)), Fact::Undo(one)) => all.extend(one),
            (_, fact) => record.facts.push(fact),
        }
    });
    record
}
