//! Everything that can be wrong with a plan, and the sentences about it. They are made only for what is shown.

use super::id::DayNo;
use super::names::nearest;
use crate::text::{counted, shortened, visible};
use std::ops::{Range, RangeInclusive};
use std::rc::Rc;

const QUOTED: usize = 60;
const PLAN_IDS: &str =
    "It names a file: use at most 64 letters, digits, - and _, and neither a device such as con nor config.";

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

/// One thing that is wrong with a plan: a line that says so and, where that is not plain, one that says what to do.
#[derive(Debug, thiserror::Error)]
pub(super) enum Fault<'a> {
    #[error("this is not TOML: {0}")]
    Syntax(&'a str),
    #[error("this is not TOML: {0}\nThe same is found {1} times more below; it may follow from this.")]
    SyntaxAgain(&'a str, usize),
    #[error("this plan is larger than {} KB, the most that is read\nMake two plans of it.", .0 / 1024)]
    TooLarge(usize),
    #[error("this plan's format is newer than {0}, the newest known here\nA newer ninety can read it.")]
    NewFormat(u16),
    #[error("a plan has at most 65535 {0}")]
    TooMany(&'static str),
    #[error("unknown {} {}{}", .0.key, quoted(.1), known(.0, .1))]
    UnknownKey(&'static Kind, &'a str),
    #[error("{0} must be {1}, and this is {2}")]
    Wrong(&'static str, &'static str, &'static str),
    #[error("\"{0}\" must be {1}, and this is {2}")]
    WrongValue(&'static str, &'static str, &'static str),
    #[error("\"{0}\" is empty")]
    Empty(&'static str),
    #[error("\"{0}\" must be one line")]
    Lines(&'static str),
    #[error("\"{0}\" has a tab\nWrite spaces.")]
    Tab(&'static str),
    #[error(
        "\"{0}\" has the control character U+{code:04X}\nA plan is plain text: take the character out.",
        code = u32::from(*.1)
    )]
    Control(&'static str, char),
    #[error("\"{0}\" must be {range}", range = bounds(.1))]
    OutOfBounds(&'static str, RangeInclusive<u16>),
    #[error("\"{0}\" must have two numbers: [least, most]")]
    NotTwo(&'static str),
    #[error("\"{0}\" goes down: {1} is above {2}\nWrite [{2}, {1}].")]
    GoesDown(&'static str, u16, u16),
    #[error("{0} has no {1}\nAdd {1} = \"…\".")]
    Required(&'static str, &'static str),
    #[error("{0} has no {1}\nAdd {2}.")]
    Without(&'static str, &'static str, &'static str),
    #[error("{} cannot be a plan's id\n{PLAN_IDS}", quoted(.0))]
    PlanId(&'a str),
    #[error("this file's name gives no id for the plan: add id = \"…\"\n{PLAN_IDS}")]
    NoPlanId,
    #[error(
        "{} cannot be an id\nAn id is one word: it begins with a letter or digit, and has no quote, comma, colon, / or \
         invisible character.",
        quoted(.0)
    )]
    NotAnId(&'a str),
    #[error("{} has no letter or digit to make an id of\nAdd an id: id = \"…\".", quoted(.0))]
    NoSlug(&'a str),
    /// The id, what else is called so, and an id that is free.
    #[error("the id {id} is also how {1} called\nGive this day another id: id = \"{2}\".", id = quoted(.0))]
    Ambiguous(String, String, String),
    /// The two kinds of what has the same id, the id, one that is free, and where the first is.
    #[error("{who} have the id {id}\n{own}.", who = both(.0, .1), id = quoted(.2), own = own(.0, .3))]
    Twice(&'static str, &'static str, String, String, Range<usize>),
    #[error("this phase does not begin after the one before it\nPhases are in order, and a week is in one of them.")]
    PhaseOrder(Range<usize>),
    #[error(
        "there is no {0} {number}\nThe plan has {all}.",
        number = shortened(.1, QUOTED), all = counted(*.2, .0, &format!("{}s", .0))
    )]
    NoNumber(&'static str, String, usize),
    #[error("there is no day {}\n{}", quoted(.0), near_day(.0, .1))]
    NoDay(&'a str, Rc<[String]>),
    #[error("day {0} builds on itself\nA day builds on earlier days.")]
    BuildsOnItself(DayNo),
    #[error("day {0} builds on a later day, day {1}\nA day builds on earlier days.")]
    BuildsForward(DayNo, DayNo),
    #[error("\"builds_on\" names day {0} twice")]
    BuildsTwice(DayNo),
    #[error(
        "the milestone takes {0} days, and its week has {1}\n\"days\" is how many of the week's last days it takes."
    )]
    MilestoneDays(usize, usize),
    #[error(
        "a task must be a table, and this is a text\nSay what kind of task it is: {{ do = {} }}.",
        quoted(.0)
    )]
    BareTask(&'a str),
    #[error("this task has no role\nSay what to do under learn, practice, do, project or deliver.")]
    NoRole,
    #[error("a task has one role, and this is {0} and {1}\nMake two tasks of it.")]
    TwoRoles(&'static str, &'static str),
    #[error(
        "{} is not the address of a web page\nOnly addresses that begin with http:// or https:// are opened.",
        quoted(.0)
    )]
    NotWeb(&'a str),
}

impl Fault<'_> {
    pub(super) const fn other(&self) -> Option<(&Range<usize>, &'static str)> {
        match self {
            Self::Twice(.., first) => Some((first, "the id is taken here")),
            Self::PhaseOrder(before) => Some((before, "the phase before it")),
            _ => None,
        }
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", shortened(&visible(text), QUOTED))
}

fn known(kind: &Kind, typed: &str) -> String {
    let belongs = ELSEWHERE.iter().find(|(name, key, _)| (*name, *key) == (kind.name, typed));
    if let Some((_, _, place)) = belongs {
        return format!("\n{place}");
    }
    match nearest(typed, kind.keys.split(' ').map(|key| (key, key))) {
        Some(near) => format!(": did you mean \"{near}\"?"),
        None => format!("\nKnown here are {}.", kind.keys.replace(' ', ", ")),
    }
}

fn near_day(typed: &str, ids: &[String]) -> String {
    match nearest(typed, ids.iter().map(|id| (id.as_str(), id))) {
        Some(near) => format!("Did you mean \"{near}\"?"),
        None => "Write the day's number or its id; take it out if the day was left out.".to_owned(),
    }
}

fn both(kind: &str, first: &str) -> String {
    if kind == first { format!("two {kind}s") } else { format!("a {kind} and a {first}") }
}

/// Tells how to give an id to what has another's; a check that is a bare text has no place for one.
fn own(kind: &str, id: &str) -> String {
    let text = if kind == "check" { ("{ ", ", text = \"…\" }") } else { ("", "") };
    format!("Give this one an id of its own: {}id = \"{id}\"{}", text.0, text.1)
}

fn bounds(range: &RangeInclusive<u16>) -> String {
    match (range.start(), range.end()) {
        (least, most) if least == most => least.to_string(),
        (least, most) => format!("from {least} to {most}"),
    }
}
