//! What can happen: facts, the keys that name them, and records (facts that were recorded together, at one moment).
//!
//! Deliberately absent: toggles and other facts whose meaning depends on what came before. A fact says how things
//! are from now on, so replaying, merging or deleting lines always gives a sane state.

use super::Weekdays;
use crate::plan::{DayId, ItemId};
use chrono::NaiveDate;
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

    /// Reads digits, a dash and one to eight hexadecimal digits. Written out, since it runs for every line at a start.
    fn from_str(text: &str) -> Result<Self, ()> {
        let dash = text.bytes().position(|b| b == b'-').ok_or(())?;
        let (number, random) = text.as_bytes().split_at_checked(dash).ok_or(())?;
        let random = random.get(1..).ok_or(())?;
        if !(1..=16).contains(&number.len()) || !(1..=8).contains(&random.len()) {
            return Err(());
        }
        let number = number.iter().try_fold(0, |number, byte| {
            byte.is_ascii_digit().then(|| number * 10 + u64::from(byte - b'0'))
        });
        let random = random.iter().try_fold(0, |random, byte| {
            let digit = match byte {
                b'0'..=b'9' => byte - b'0',
                b'a'..=b'f' => byte - b'a' + 10,
                b'A'..=b'F' => byte - b'A' + 10,
                _ => return None,
            };
            Some(random << 4 | u32::from(digit))
        });
        match (number, random) {
            (Some(number), Some(random)) if number <= Self::LARGEST => Ok(Self { number, random }),
            (_, _) => Err(()),
        }
    }
}

/// What a `done` or an `open` names: one task or check, or a whole day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A task or a milestone's check.
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

/// Says how order is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// One day after the other, a date each.
    Day,
    /// Week by week: so many days as there are study days from one week start to the next, in any order.
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

/// Holds what a learner sets about the schedule; what is not named stays as it was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// The date of the first study day.
    pub start: Option<NaiveDate>,
    /// The study days a week.
    pub days: Option<Weekdays>,
    /// How long a study day is, in minutes, 1 to 1440.
    pub minutes: Option<u16>,
    /// How order is kept.
    pub by: Option<By>,
    /// The date that the learner wants to be done by.
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

/// Dates that are no study days, both included. Of two with one first date the later recorded counts; one whose last
/// date is before its first is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Break {
    /// Its first date.
    pub from: NaiveDate,
    /// Its last date.
    pub until: NaiveDate,
}

/// A question of the weekly review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answer {
    /// What the learner can do now.
    Can,
    /// What is still shaky.
    Shaky,
    /// What to change next week.
    Next,
}

impl Answer {
    /// Every answer, in the order in which they are asked.
    pub const ALL: [Self; 3] = [Self::Can, Self::Shaky, Self::Next];

    /// Returns the word in files and on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Can => "can",
            Self::Shaky => "shaky",
            Self::Next => "next",
        }
    }
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
        let [can, shaky, next] = &self.0;
        match answer {
            Answer::Can => can,
            Answer::Shaky => shaky,
            Answer::Next => next,
        }
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
    /// Minutes were spent on a day; they add up. `over` lists the entries whose place they take; 0 with `over` removes.
    Minutes {
        /// The day.
        day: DayId,
        /// How many.
        minutes: u32,
        /// The entries whose place they take.
        over: Vec<Key>,
    },
    /// An address shows a milestone. `over` as for a note.
    Link {
        /// The first day of the milestone's week.
        week: DayId,
        /// The address: http or https, or empty with `over`.
        url: String,
        /// The entries whose place it takes.
        over: Vec<Key>,
    },
    /// A week was looked back on. `over` as for a note.
    Review {
        /// The first day of the week.
        week: DayId,
        /// What was answered; all of it may be empty.
        answers: Answers,
        /// The entries whose place it takes.
        over: Vec<Key>,
    },
    /// Entries are taken back, or undos are (that is redo).
    Undo(Vec<Key>),
    /// A newer ninety recorded this; it is kept and ignored. Holds the entry's field names.
    Unknown(String),
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
