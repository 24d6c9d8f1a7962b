//! What can happen: facts, the keys that name them, and records (facts that were recorded together, at one moment).
//!
//! A fact says how things are from now on, never how they change: lines can be replayed, merged or deleted.

use super::Weekdays;
use crate::plan::{DayId, ItemId};
use chrono::NaiveDate;
use std::fmt;
use std::str::FromStr;

/// Names an entry on any machine: `<number>-<random>`. Order is by number, then random part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(Rust, packed(4))] // Twelve bytes and not sixteen: every entry and much of what is folded has one.
pub struct Key {
    number: u64,
    random: u32,
}

impl Key {
    /// The largest number a key may have; a larger one in a file is damage, not work of many years.
    pub const LARGEST: u64 = 1 << 53;

    /// Returns the key with this number, or the largest there is, and this random part.
    pub fn new(number: u64, random: u32) -> Self {
        Self { number: number.min(Self::LARGEST), random }
    }

    /// Returns the number, which counts up.
    pub fn number(self) -> u64 {
        self.number
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { number, random } = *self;
        write!(f, "{number}-{random:08x}")
    }
}

impl FromStr for Key {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (number, random) = text.split_once('-').ok_or(())?;
        let is_number = (1..=16).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
        let is_random = (1..=8).contains(&random.len()) && random.bytes().all(|b| b.is_ascii_hexdigit());
        let number = number.parse().ok().filter(|number| is_number && *number <= Self::LARGEST);
        let random = u32::from_str_radix(random, 16).ok().filter(|_| is_random);
        number.zip(random).map(|(number, random)| Self { number, random }).ok_or(())
    }
}

/// What a `done` or an `open` names: one task or check, or a whole day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    Item(ItemId),
    /// A day: `done` means all its tasks, `open` brings it back when it was skipped.
    Day(DayId),
}

impl Mark {
    /// Returns what an id in a file names: a day id has no `/`, every other id has one.
    pub fn from_id(id: String) -> Self {
        if id.contains('/') { Self::Item(ItemId::new(id)) } else { Self::Day(DayId::new(id)) }
    }

    /// Returns the id as it stands in the file.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Item(id) => id.as_str(),
            Self::Day(id) => id.as_str(),
        }
    }
}

/// Makes a choice of words, each with how it is written in files and on the command line.
macro_rules! words {
    ($($(#[$about:meta])* $name:ident[$count:literal] { $($(#[$doc:meta])* $variant:ident = $word:literal,)* })*) => {$(
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$doc])* $variant,)* }

        impl $name {
            /// All of them, in their order.
            pub const ALL: [Self; $count] = [$(Self::$variant),*];

            /// Returns the word in files and on the command line.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }
        }

        impl FromStr for $name {
            type Err = ();

            fn from_str(word: &str) -> Result<Self, ()> {
                Self::ALL.into_iter().find(|one| one.word() == word).ok_or(())
            }
        }
    )*};
}

words! {
    /// Says how order is kept.
    By[2] {
        Day = "day",
        /// Week by week: so many days as there are study days from one week start to the next, in any order.
        Week = "week",
    }

    /// A question of the weekly review.
    Answer[3] {
        Can = "can",
        Shaky = "shaky",
        Next = "next",
    }

    /// What a learner says of a question once they have seen its answer.
    Said[3] {
        Wrong = "wrong",
        Partly = "partly",
        Right = "right",
    }
}

/// Holds what a learner sets about the schedule; what is not named stays as it was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    pub start: Option<NaiveDate>,
    pub days: Option<Weekdays>,
    pub minutes: Option<u16>,
    pub by: Option<By>,
    pub goal: Option<NaiveDate>,
}

impl Terms {
    /// The most minutes that a study day may have.
    pub const LONGEST_DAY: u16 = 24 * 60;

    /// Returns these with what newer ones name in the place of what was there.
    #[must_use]
    pub fn with(self, newer: Self) -> Self {
        Self {
            start: newer.start.or(self.start),
            days: newer.days.or(self.days),
            minutes: newer.minutes.or(self.minutes),
            by: newer.by.or(self.by),
            goal: newer.goal.or(self.goal),
        }
    }
}

/// Dates that are no study days, both included. Of two with one first date the later counts; none if it ends before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct Break {
    pub from: NaiveDate,
    pub until: NaiveDate,
}

/// Holds the answers of a review; each may be empty, and may have several lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(pub(super) [String; 3]);

impl Answers {
    /// Returns the answers of these texts, without blank lines and space at their ends.
    pub fn new(texts: [&str; 3]) -> Self {
        Self(texts.map(|text| text.trim_matches(['\n', '\r']).trim_end().to_owned()))
    }

    /// Returns one of the answers; may be empty.
    pub fn get(&self, answer: Answer) -> &str {
        self.0.get(answer as usize).map_or("", String::as_str)
    }

    /// Tells whether nothing is answered.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|answer| answer.trim().is_empty())
    }
}

/// Says what happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Fact {
    /// The schedule is this from now on, as far as it is named. Minutes and order come with the study days.
    Terms(Terms),
    /// Breaks, each in the place of an earlier one with the same first date; what for may be empty.
    Away(Vec<Break>, String),
    /// These are done, all at once, so that one undo takes them back together.
    Done(Vec<Mark>),
    /// These are not done; a day is not skipped.
    Open(Vec<Mark>),
    /// Days are left out of the plan, all at once; why may be empty.
    Skip { days: Vec<DayId>, because: String },
    /// A paragraph of a day's note. `over` lists the entries whose place it takes; empty text with `over` removes.
    Note { day: DayId, text: String, over: Vec<Key> },
    /// The learner gave a day a task of their own. `over` as for a note.
    Add { day: DayId, text: String, over: Vec<Key> },
    /// Minutes were spent on a day; they add up. `over` lists the entries whose place they take; 0 with `over` removes.
    Minutes { day: DayId, minutes: u32, over: Vec<Key> },
    /// An address shows a milestone. `over` as for a note.
    Link { week: DayId, url: String, over: Vec<Key> },
    /// What an address leads to was read. `over` as for a note.
    Read { url: String, over: Vec<Key> },
    /// A week was looked back on. `over` as for a note.
    Review { week: DayId, answers: Answers, over: Vec<Key> },
    /// A question was asked, and this is what the learner said of their answer.
    Recall { question: ItemId, said: Said },
    /// Entries are taken back, or undos are (that is redo).
    Undo(Vec<Key>),
    /// A newer ninety recorded this; it is kept and ignored. Holds the entry's field names.
    Unknown(String),
}

impl Fact {
    /// Returns the fact that ticks what has this id or, where it is done, unticks it.
    pub fn toggled(id: &ItemId, is_done: bool) -> Self {
        let marks = vec![Mark::Item(id.clone())];
        if is_done { Self::Open(marks) } else { Self::Done(marks) }
    }
}

/// Holds what one entry records: facts that are recorded, and taken back, together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// The facts; no two of one kind.
    pub facts: Vec<Fact>,
    /// The earlier date that they count for, if it is not that of the moment.
    pub on: Option<NaiveDate>,
}

impl From<Fact> for Record {
    fn from(fact: Fact) -> Self {
        Self { facts: vec![fact], on: None }
    }
}
