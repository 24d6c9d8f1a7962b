//! Everything that can be wrong with a plan, and the sentences about it. They are made only for what is shown.
//!
//! Deliberately absent: places, and how a fault is found.

use std::borrow::Cow;
use std::ops::{Range, RangeInclusive};

use super::id::{DayNo, PlanId};
use super::model::Day;
use super::names::nearest;
use crate::text::{shortened, visible};

/// The most columns that a sentence quotes of a text.
const QUOTED: usize = 60;

/// A kind of table: what people call it, what its keys are called, and these keys, with a space between them.
#[derive(Debug)]
pub(super) struct Kind {
    pub(super) name: &'static str,
    pub(super) key: &'static str,
    pub(super) keys: &'static str,
}

/// Keys that people write where they do not belong, and where that is.
const ELSEWHERE: [(&str, &str, &str); 6] = [
    ("a plan", "day", "A day is [[week.day]], below the [[week]] that it is in."),
    ("a plan", "days", "A day is [[week.day]], below the [[week]] that it is in."),
    ("a plan", "milestone", "A milestone is [week.milestone], below the [[week]] that it ends."),
    ("a plan", "tasks", "Tasks are in a day: [[week.day]], below the [[week]] that it is in."),
    ("a day", "milestone", "A milestone is [week.milestone], below its [[week]]."),
    ("a milestone", "checks", "The checks of a milestone are its accept = [\"…\"]."),
];

/// One thing that is wrong with a plan.
#[derive(Debug, thiserror::Error)]
pub(super) enum Fault<'a> {
    /// What the parser says, and in how many places right after it says the same again.
    #[error("this is not TOML: {0}")]
    Syntax(&'a str, usize),
    #[error("this plan is larger than {} KB, the most that is read", .0 / 1024)]
    TooLarge(usize),
    #[error("this plan's format is newer than {0}, the newest known here")]
    NewFormat(u16),
    #[error("a plan has at most 65535 {0}")]
    TooMany(&'static str),
    #[error("unknown {} {}{}", .0.key, quoted(.1), meant(.0, .1))]
    UnknownKey(&'static Kind, &'a str),
    /// What must be what, and what it is.
    #[error("{0} must be {1}, and this is {2}")]
    Wrong(String, &'static str, &'static str),
    #[error("\"{0}\" is empty")]
    Empty(&'static str),
    #[error("\"{0}\" must be one line")]
    Lines(&'static str),
    #[error("\"{0}\" has a tab")]
    Tab(&'static str),
    #[error("\"{0}\" has the control character U+{code:04X}", code = u32::from(*.1))]
    Control(&'static str, char),
    #[error("\"{0}\" must be {range}", range = bounds(.1))]
    OutOfBounds(&'static str, RangeInclusive<u16>),
    #[error("\"{0}\" must have two numbers: [least, most]")]
    NotTwo(&'static str),
    #[error("\"{0}\" goes down: {1} is above {2}")]
    GoesDown(&'static str, u16, u16),
    /// What is not whole, what it has none of, and what to write.
    #[error("{0} has no {1}")]
    Without(&'static str, &'static str, Cow<'static, str>),
    #[error("{} cannot be a plan's id", quoted(.0))]
    PlanId(&'a str),
    #[error("this title gives no id for the plan: add id = \"…\"")]
    NoPlanId,
    #[error("{} cannot be an id", quoted(.0))]
    NotAnId(&'a str),
    #[error("{} has no letter or digit to make an id of", quoted(.0))]
    NoSlug(&'a str),
    /// An id, and what else is called so.
    #[error("the id {id} is also how {1} called", id = quoted(.0))]
    Ambiguous(String, String),
    /// The two kinds of what has the same id, the id, and where the first is.
    #[error("{} have the id {}", both(.0, .1), quoted(.2))]
    Twice(&'static str, &'static str, String, Range<usize>),
    #[error("this phase does not begin after the one before it")]
    PhaseOrder(Range<usize>),
    /// Of what there is no such number, and how many there are.
    #[error("there is no {0} {number}", number = shortened(.1, QUOTED))]
    NoNumber(&'static str, String, usize),
    #[error("there is no day {}", quoted(.0))]
    NoDay(&'a str),
    #[error("day {0} builds on {what}, day {1}", what = if .0 == .1 { "itself" } else { "a later day" })]
    BuildsForward(DayNo, DayNo),
    #[error("\"builds_on\" names day {0} twice")]
    BuildsTwice(DayNo),
    #[error("the milestone takes {0} days, and its week has {1}")]
    MilestoneDays(usize, usize),
    #[error("a task must be a table, and this is a text")]
    BareTask(&'a str),
    #[error("this task has no role")]
    NoRole,
    #[error("a task has one role, and this is {0} and {1}")]
    TwoRoles(&'static str, &'static str),
    #[error("{} is not the address of a web page", quoted(.0))]
    NotWeb(&'a str),
}

impl Fault<'_> {
    /// Returns what to do about it, where the sentence does not say it.
    pub(super) fn help(&self, days: &[Day]) -> Option<Cow<'static, str>> {
        Some(match self {
            Self::Syntax(_, 0) => return None,
            Self::Syntax(_, more) => {
                format!("The same is found {more} times more below; it may come of this.").into()
            }
            Self::TooLarge(_) => "Make two plans of it.".into(),
            Self::NewFormat(_) => "A newer ninety can read it.".into(),
            Self::UnknownKey(kind, typed) => return where_else(kind, typed),
            Self::Tab(_) => "Write spaces.".into(),
            Self::Control(..) => "A plan is plain text: take the character out.".into(),
            Self::GoesDown(_, min, max) => format!("Write [{max}, {min}].").into(),
            Self::Without(_, _, help) => help.clone(),
            Self::PlanId(_) | Self::NoPlanId => format!(
                "It names a file: use at most {} of the letters a-z and A-Z, digits, - and _.",
                PlanId::LONGEST
            )
            .into(),
            Self::NotAnId(_) => "An id is one word: it begins with a letter or digit, and has no quote, comma, colon, / \
                                 or invisible character."
                .into(),
            Self::NoSlug(_) => "Add an id: id = \"…\".".into(),
            Self::Ambiguous(..) => "Give this day another id: id = \"…\".".into(),
            Self::Twice(_, _, id, _) => {
                format!("Give one of them an id of its own: id = \"{id}-2\".").into()
            }
            Self::PhaseOrder(_) => "Phases are in order, and a week is in one of them.".into(),
            Self::NoNumber(what, _, 0) => format!("The plan has no {what}s.").into(),
            Self::NoNumber(what, _, 1) => format!("The plan has {what} 1 only.").into(),
            Self::NoNumber(what, _, count) => format!("The plan has {what}s 1 to {count}.").into(),
            Self::NoDay(typed) => {
                let near = nearest(typed, days.iter().map(|day| (day.id.as_str(), &day.id)));
                match near {
                    Some(near) => format!("Did you mean \"{near}\"?").into(),
                    None => "Write the day's number or its id.".into(),
                }
            }
            Self::BuildsForward(..) => "A day builds on earlier days.".into(),
            Self::MilestoneDays(..) => {
                "\"days\" is how many of the week's last days it takes.".into()
            }
            Self::BareTask(text) => {
                format!("Say what kind of task it is: {{ do = {} }}.", quoted(text)).into()
            }
            Self::NoRole => "Say what to do under learn, practice, do, project or deliver.".into(),
            Self::TwoRoles(..) => "Make two tasks of it.".into(),
            Self::NotWeb(_) => {
                "Only addresses that begin with http:// or https:// are opened.".into()
            }
            _ => return None,
        })
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

/// Returns a text of the plan as a sentence has it: in quotes, and of a long one its beginning.
fn quoted(text: &str) -> String {
    format!("\"{}\"", shortened(&visible(text), QUOTED))
}

/// Returns the question for a key that is nearly one of those known.
fn meant(kind: &Kind, typed: &str) -> String {
    let near = nearest(typed, kind.keys.split(' ').map(|key| (key, key)));
    near.map_or_else(String::new, |near| format!(": did you mean \"{near}\"?"))
}

/// Returns where a key belongs, or which are known where none is near.
fn where_else(kind: &Kind, typed: &str) -> Option<Cow<'static, str>> {
    let belongs = ELSEWHERE.iter().find(|(name, key, _)| (*name, *key) == (kind.name, typed));
    if let Some((_, _, place)) = belongs {
        return Some((*place).into());
    }
    let known = || format!("Known here are {}.", kind.keys.replace(' ', ", ")).into();
    meant(kind, typed).is_empty().then(known)
}

fn both(kind: &str, first: &str) -> String {
    if kind == first { format!("two {kind}s") } else { format!("a {kind} and a {first}") }
}

fn bounds(range: &RangeInclusive<u16>) -> String {
    match (range.start(), range.end()) {
        (least, most) if least == most => least.to_string(),
        (least, most) => format!("from {least} to {most}"),
    }
}
