//! Everything that can be wrong with a plan, and the sentences about it. They are made only for what is shown.
//!
//! Deliberately absent: places, and how a fault is found.

use std::ops::{Range, RangeInclusive};

use super::id::{DayNo, PlanId};
use super::model::Day;
use super::names::nearest;
use crate::text::{shortened, visible};

/// The most columns that a sentence quotes of a text.
const QUOTED: usize = 60;

/// A kind of table: what people call it, its keys, and what its keys are called.
#[derive(Debug)]
pub(super) struct Kind {
    pub(super) name: &'static str,
    pub(super) keys: &'static [&'static str],
    pub(super) key: &'static str,
    /// Keys that people write here though they belong elsewhere, and where that is.
    pub(super) elsewhere: &'static [(&'static str, &'static str)],
}

/// One thing that is wrong with a plan.
#[derive(Debug)]
pub(super) enum Fault<'a> {
    /// What the parser says, and in how many places right after it says the same again.
    Syntax(&'a str, usize),
    TooLarge(usize),
    NewFormat(u16),
    TooMany(&'static str),
    UnknownKey(&'static Kind, &'a str),
    /// What must be what, and what it is.
    Wrong(String, &'static str, &'static str),
    NoKey(&'static Kind, &'static str),
    Empty(&'static str),
    Lines(&'static str),
    Control(&'static str, char),
    OutOfBounds(&'static str, RangeInclusive<u16>),
    NotTwo(&'static str),
    GoesDown(&'static str, u16, u16),
    /// What is empty, what it has none of, and what to write.
    Without(&'static str, &'static str, &'static str),
    PlanId(&'a str),
    NoPlanId,
    NotAnId(&'a str),
    NoSlug(&'a str),
    /// An id that is also how something else is called, and what.
    Ambiguous(String, String),
    /// The two kinds of what has the same id, the id, and where the first is.
    Twice(&'static str, &'static str, String, Range<usize>),
    PhaseOrder(Range<usize>),
    NoWeek(u16, usize),
    NoDayNumber(&'a str),
    NoDay(&'a str),
    BuildsForward(DayNo, DayNo),
    BuildsTwice(DayNo),
    MilestoneDays(usize, usize),
    BareTask(&'a str),
    NoRole,
    TwoRoles(&'static str, &'static str),
    NotWeb(&'a str),
}

impl Fault<'_> {
    /// Returns what is wrong, and what to do about it; the second is empty where the first says it.
    pub(super) fn sentences(&self, days: &[Day]) -> (String, String) {
        let none = String::new();
        match self {
            Self::Syntax(message, more) => (
                format!("this is not TOML: {message}"),
                match more {
                    0 => none,
                    1 => "The same is found once more below; it may come of this.".to_owned(),
                    more => format!("The same is found {more} times more below; it may come of this."),
                },
            ),
            Self::TooLarge(most) => (
                format!("this plan is larger than {} KB, the most that is read", most / 1024),
                "Make two plans of it.".to_owned(),
            ),
            Self::NewFormat(newest) => (
                format!("this plan's format is newer than {newest}, the newest known here"),
                "A newer ninety can read it.".to_owned(),
            ),
            Self::TooMany(what) => (format!("a plan has at most {} {what}", u16::MAX), none),
            Self::UnknownKey(kind, typed) => unknown(kind, typed),
            Self::Wrong(what, wanted, got) => {
                (format!("{what} must be {wanted}, and this is {got}"), none)
            }
            Self::NoKey(kind, key) => {
                (format!("{} has no {key}", kind.name), format!("Add {key} = \"…\"."))
            }
            Self::Empty(key) => (format!("\"{key}\" is empty"), none),
            Self::Lines(key) => (format!("\"{key}\" must be one line"), none),
            Self::Control(key, '\t') => {
                (format!("\"{key}\" has a tab"), "Write spaces.".to_owned())
            }
            Self::Control(key, c) => (
                format!("\"{key}\" has the control character U+{:04X}", u32::from(*c)),
                "A plan is plain text: take the character out.".to_owned(),
            ),
            Self::OutOfBounds(key, bounds) => match (bounds.start(), bounds.end()) {
                (least, most) if least == most => (format!("\"{key}\" must be {least}"), none),
                (least, most) => (format!("\"{key}\" must be from {least} to {most}"), none),
            },
            Self::NotTwo(key) => {
                (format!("\"{key}\" must have two numbers: [least, most]"), none)
            }
            Self::GoesDown(key, min, max) => (
                format!("\"{key}\" goes down: {min} is above {max}"),
                format!("Write [{max}, {min}]."),
            ),
            Self::Without(what, of, help) => (format!("{what} has no {of}"), (*help).to_owned()),
            Self::PlanId(id) => (format!("{} cannot be a plan's id", quoted(id)), plan_ids()),
            Self::NoPlanId => {
                ("this title gives no id for the plan: add id = \"…\"".to_owned(), plan_ids())
            }
            Self::NotAnId(id) => (
                format!("{} cannot be an id", quoted(id)),
                "An id is one word: it begins with a letter or digit, and has no quote, comma, colon, / or invisible \
                 character."
                    .to_owned(),
            ),
            Self::NoSlug(text) => (
                format!("{} has no letter or digit to make an id of", quoted(text)),
                "Add an id: id = \"…\".".to_owned(),
            ),
            Self::Ambiguous(id, other) => (
                format!("the id {} is also how {other} called", quoted(id)),
                "Give this day another id: id = \"…\".".to_owned(),
            ),
            Self::Twice(kind, first, id, _) => (
                if kind == first {
                    format!("two {kind}s have the id {}", quoted(id))
                } else {
                    format!("a {kind} and a {first} have the id {}", quoted(id))
                },
                format!("Give one of them an id of its own: id = \"{id}-2\"."),
            ),
            Self::PhaseOrder(_) => (
                "this phase does not begin after the one before it".to_owned(),
                "Phases are in order, and a week is in one of them.".to_owned(),
            ),
            Self::NoWeek(week, weeks) => {
                (format!("there is no week {week}"), numbered("week", *weeks))
            }
            Self::NoDayNumber(typed) => {
                (format!("there is no day {}", shortened(typed, QUOTED)), numbered("day", days.len()))
            }
            Self::NoDay(typed) => {
                let near = nearest(typed, days.iter().map(|day| (day.id.as_str(), day)));
                let help = near.map_or_else(
                    || "Write the day's number or its id.".to_owned(),
                    |near| format!("Did you mean \"{}\"?", near.id),
                );
                (format!("there is no day {}", quoted(typed)), help)
            }
            Self::BuildsForward(day, on) => {
                let what = if day == on { "itself" } else { "a later day" };
                (
                    format!("day {day} builds on {what}, day {on}"),
                    "A day builds on earlier days.".to_owned(),
                )
            }
            Self::BuildsTwice(day) => (format!("\"builds_on\" names day {day} twice"), none),
            Self::MilestoneDays(takes, has) => (
                format!("the milestone takes {takes} days, and its week has {has}"),
                "\"days\" is how many of the week's last days it takes.".to_owned(),
            ),
            Self::BareTask(text) => (
                "a task must be a table, and this is a text".to_owned(),
                format!("Say what kind of task it is: {{ do = {} }}.", quoted(text)),
            ),
            Self::NoRole => (
                "this task has no role".to_owned(),
                "Say what to do under learn, practice, do, project or deliver.".to_owned(),
            ),
            Self::TwoRoles(first, second) => (
                format!("a task has one role, and this is {first} and {second}"),
                "Make two tasks of it.".to_owned(),
            ),
            Self::NotWeb(url) => (
                format!("{} is not the address of a web page", quoted(url)),
                "Only addresses that begin with http:// or https:// are opened.".to_owned(),
            ),
        }
    }

    /// Returns where the second thing is that the fault concerns, with what is there.
    pub(super) const fn other(&self) -> Option<(&Range<usize>, &'static str)> {
        match self {
            Self::Twice(.., first) => Some((first, "the id is taken here")),
            Self::PhaseOrder(before) => Some((before, "the phase before it")),
            _ => None,
        }
    }
}

fn unknown(kind: &Kind, typed: &str) -> (String, String) {
    let unknown = format!("unknown {} {}", kind.key, quoted(typed));
    if let Some((_, place)) = kind.elsewhere.iter().find(|(key, _)| *key == typed) {
        return (unknown, (*place).to_owned());
    }
    match nearest(typed, kind.keys.iter().map(|key| (*key, *key))) {
        Some(meant) => (format!("{unknown}: did you mean \"{meant}\"?"), String::new()),
        None => (unknown, format!("Known here are {}.", kind.keys.join(", "))),
    }
}

fn plan_ids() -> String {
    format!(
        "It names a file: use at most {} of the letters a-z and A-Z, digits, - and _.",
        PlanId::LONGEST
    )
}

/// Returns a text of the plan as a sentence has it: in quotes, and of a long one its beginning.
fn quoted(text: &str) -> String {
    format!("\"{}\"", shortened(&visible(text), QUOTED))
}

/// Returns a sentence that says which numbers a plan's weeks or days have.
fn numbered(what: &str, count: usize) -> String {
    match count {
        0 => format!("The plan has no {what}s."),
        1 => format!("The plan has {what} 1 only."),
        more => format!("The plan has {what}s 1 to {more}."),
    }
}
