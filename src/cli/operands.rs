//! The operands and options that several verbs have.
//!
//! Deliberately absent: which verb has which; the table in `verbs` says so.

use clap::builder::ValueHint;
use clap::{Arg, ArgAction, value_parser};
use std::path::PathBuf;

pub(super) fn day() -> Arg {
    Arg::new("day").value_name("DAY").allow_negative_numbers(true).help("The day: its number or id")
}

pub(super) fn week() -> Arg {
    let week = Arg::new("week").value_name("WEEK").allow_negative_numbers(true);
    week.help("The week's number, or the id of a day of it")
}

pub(super) fn references() -> Arg {
    let refs = Arg::new("refs")
        .value_name("REF")
        .required(true)
        .num_args(1..)
        .allow_negative_numbers(true);
    refs.help("Days (17, views, 1-14, 3,5), tasks (17.2, views/…) or checks (21.a)")
}

pub(super) fn json() -> Arg {
    Arg::new("json").long("json").action(ArgAction::SetTrue).help("Print JSON")
}

pub(super) fn file(name: &'static str, value: &'static str) -> Arg {
    Arg::new(name)
        .value_name(value)
        .value_hint(ValueHint::FilePath)
        .value_parser(value_parser!(PathBuf))
}

/// Several days.
pub(super) fn days() -> Arg {
    let days = Arg::new("days-named").value_name("DAY").num_args(1..).allow_negative_numbers(true);
    days.help("Days: numbers, ids, ranges (1-14) or lists (3,5)")
}

/// A date; a word such as `-2w` is one.
pub(super) fn date(name: &'static str, value: &'static str) -> Arg {
    Arg::new(name).value_name(value).allow_hyphen_values(true)
}

pub(super) fn because() -> Arg {
    let because = Arg::new("because").long("because").value_name("TEXT").allow_hyphen_values(true);
    because.help("Why, for your own memory")
}

pub(super) fn dry_run() -> Arg {
    let dry_run = Arg::new("dry-run").long("dry-run").action(ArgAction::SetTrue);
    dry_run.help("Show what would change, and record nothing")
}

pub(super) fn on() -> Arg {
    date("on", "DATE").long("on").help("The earlier date that it counts for; today without it")
}

/// What makes up pace and goal.
pub(super) fn pacing() -> [Arg; 5] {
    let option = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).allow_negative_numbers(true).help(help)
    };
    [
        option("days", "DAYS", "Weekdays (mon-fri, mon,wed,sat) or how many a week (3 to 7)"),
        date("goal", "DATE").long("goal").help("The date that you want to be done by"),
        option("by", "ORDER", "Day by day, or week by week in any order")
            .value_parser(crate::journal::By::ALL.map(crate::journal::By::word)),
        option("minutes", "N", "How long a study day is: minutes (45) or hours (1h30)"),
        option("at", "DAY", "The day to begin at: those before it are skipped, as known before"),
    ]
}
