//! What can happen: facts, the keys that name them, and entries (a fact with the moment it was recorded).
//!
//! Deliberately absent: toggles and other facts whose meaning depends on what came before. A fact says how things
//! are from now on, so replaying, merging or deleting lines always gives a sane state.

use super::Weekdays;
use super::proof::{Answers, Part, Score};
use crate::plan::{DayId, ItemId};
use chrono::{DateTime, FixedOffset, NaiveDate};
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

/// Names an entry on any machine: `<number>-<random>`. Order is by number, then random part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

    /// Returns the key with this number and random part, or `None` where the number is too large.
    pub fn numbered(number: u64, random: u32) -> Option<Self> {
        (number <= Self::LARGEST).then_some(Self { number, random })
    }

    /// Returns the number, which counts up.
    pub fn number(self) -> u64 {
        self.number
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:08x}", self.number, self.random)
    }
}

impl FromStr for Key {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let digits = |part: &str, most: usize| (1..=most).contains(&part.len());
        let (number, random) = text.split_once('-').ok_or(())?;
        let plain = number.bytes().all(|b| b.is_ascii_digit())
            && random.bytes().all(|b| b.is_ascii_hexdigit())
            && digits(number, 16)
            && digits(random, 8);
        let number: u64 = number.parse().map_err(|_too_large| ())?;
        let random = u32::from_str_radix(random, 16).map_err(|_empty| ())?;
        if plain && number <= Self::LARGEST { Ok(Self { number, random }) } else { Err(()) }
    }
}

/// What a `done` or an `open` names: one task or criterion, or a whole day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A task or a milestone's criterion.
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

/// What a learner gives a study day and the whole plan; what is not named stays as it was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Budget {
    /// The most minutes that a study day may take, 1 to 1440.
    pub minutes: Option<u16>,
    /// How many study days may be used for something else, 0 to 1000.
    pub spare: Option<u16>,
}

impl Budget {
    /// The most minutes that a study day may have.
    pub const LONGEST_DAY: u16 = 24 * 60;

    /// The most spare days.
    pub const MOST_SPARE: u16 = 1000;
}

/// Says what is on or behind pace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// Each study day.
    Day,
    /// The week as a whole; its days may be done in any order.
    Week,
}

impl By {
    /// Both, in the order of their words.
    pub const ALL: [Self; 2] = [Self::Day, Self::Week];

    /// Returns the word in files and on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
        }
    }
}

impl FromStr for By {
    type Err = ();

    fn from_str(word: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|by| by.word() == word).ok_or(())
    }
}

/// Says how the remaining days were laid out anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Replanned {
    /// One after the other from then on.
    Continue,
    /// So that the end date stays: each of these days shares a study day with the remaining day before it.
    KeepEnd(Vec<DayId>),
}

/// Says what happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Fact {
    /// The plan starts on a date, with these study days a week from then on if they were named.
    Start {
        /// The date of the first study day.
        date: NaiveDate,
        /// The study days a week.
        days: Option<Weekdays>,
        /// What a study day and the plan are given.
        budget: Budget,
    },
    /// From now on the plan goes at this pace.
    Pace {
        /// The study days a week.
        days: Weekdays,
        /// What a study day and the plan are given.
        budget: Budget,
        /// What is on or behind pace; as before where it is not named.
        by: Option<By>,
    },
    /// The remaining days are laid out anew from here on.
    Replan(Replanned),
    /// A break, both dates included: nothing is expected of them.
    Away {
        /// Its first date.
        from: NaiveDate,
        /// Its last date, not before the first.
        until: NaiveDate,
        /// What for; may be empty.
        because: String,
    },
    /// These are done, all at once, so that one undo takes them back together.
    Done(Vec<Mark>),
    /// These are not done; a day is not skipped.
    Open(Vec<Mark>),
    /// Days are left out of the plan, all at once; why may be empty.
    Skip {
        /// The days; at least one.
        days: Vec<DayId>,
        /// Why.
        because: String,
    },
    /// A paragraph of a day's note. `over` lists the entries whose place it takes; empty text with `over` removes.
    Note {
        /// The day that it is about.
        day: DayId,
        /// What it says, usually ending with a newline.
        text: String,
        /// The entries whose place it takes.
        over: Vec<Key>,
    },
    /// Minutes were spent on a day; they add up.
    Minutes {
        /// The day.
        day: DayId,
        /// How many, from 1.
        minutes: u32,
    },
    /// Something shows a milestone: what is named here stands in place of what was there, and empty text takes it away.
    Evidence {
        /// The first day of the milestone.
        milestone: DayId,
        /// What shows it; at least one part.
        parts: BTreeMap<Part, String>,
    },
    /// Questions of a milestone's rubric have these scores from now on, all at once.
    Rubric {
        /// Each question with its score; at least one.
        scores: Vec<(ItemId, Score)>,
    },
    /// A week was reviewed. `over` lists the entries whose place it takes.
    Review {
        /// The first day of the week.
        week: DayId,
        /// What was answered; all of it may be empty.
        answers: Answers,
        /// The entries whose place it takes.
        over: Vec<Key>,
    },
    /// An entry is taken back, or an undo is (that is redo).
    Undo(Key),
    /// A newer ninety recorded this; it is kept and ignored. Holds the entry's field names.
    Unknown(String),
}

impl Fact {
    /// Tells whether this is something the learner did and may take back: neither an undo nor unknown.
    pub fn is_deed(&self) -> bool {
        match self {
            Self::Undo(_) | Self::Unknown(_) => false,
            Self::Start { .. }
            | Self::Pace { .. }
            | Self::Replan(_)
            | Self::Away { .. }
            | Self::Done(_)
            | Self::Open(_)
            | Self::Skip { .. }
            | Self::Note { .. }
            | Self::Minutes { .. }
            | Self::Evidence { .. }
            | Self::Rubric { .. }
            | Self::Review { .. } => true,
        }
    }

    /// Tells whether this lays the schedule anew, so that an end date is promised from here on.
    pub fn is_promise(&self) -> bool {
        match self {
            Self::Start { .. } | Self::Pace { .. } | Self::Replan(_) | Self::Away { .. } => true,
            Self::Done(_)
            | Self::Open(_)
            | Self::Skip { .. }
            | Self::Note { .. }
            | Self::Minutes { .. }
            | Self::Evidence { .. }
            | Self::Rubric { .. }
            | Self::Review { .. }
            | Self::Undo(_)
            | Self::Unknown(_) => false,
        }
    }
}

/// Says where in the files an entry stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The file, by its position in the reading's list of files.
    pub file: u16,
    /// The line, from 1; 0 for an entry that was recorded since the file was read.
    pub line: u32,
}

/// Holds a fact with its key and the moment it was recorded.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Names the entry and orders it.
    pub key: Key,
    /// What the clock said, with its offset from UTC.
    pub at: DateTime<FixedOffset>,
    /// What happened.
    pub fact: Fact,
    /// Where it stands; it plays no part in equality.
    pub place: Place,
}

impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
            && self.at == other.at
            && self.at.offset() == other.at.offset()
            && self.fact == other.fact
    }
}
