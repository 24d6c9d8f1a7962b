//! Verbs: the start, the pace and the moves of the schedule.
//!
//! Deliberately absent: what they do, whose functions the rows name.

use super::Verb;
use crate::cli::operands::{because, date, days, dry_run, json, pacing};
use crate::cli::schedule;
use clap::Arg;

pub(super) static SCHEDULE: &[Verb] = &[
    Verb {
        name: "start",
        usage: "[DATE] [--days DAYS] [--minutes N] [--spare N] [--dry-run]",
        about: "Set the date of the start and your study days",
        more: "A date is today, tomorrow, mon (the next one), +3d, -2w or YYYY-MM-DD; without one it is today.",
        examples: &[
            ("start", "today"),
            ("start mon --days mon-fri", "next Monday, five days a week"),
            ("start 2026-11-23 --days 4", "that date, four days a week"),
            ("start +1w --dry-run", "show what a start in a week would change"),
        ],
        args: || {
            let [days, minutes, spare, _] = pacing();
            vec![date("date", "DATE").help("The first study day"), days, minutes, spare, dry_run()]
        },
        does: schedule::start,
    },
    Verb {
        name: "pace",
        usage: "[--days DAYS] [--minutes N] [--spare N] [--by UNIT] [--dry-run] [--json]",
        about: "Show your pace, or set it: study days, time a day, spare days",
        more: "What is not named stays as it was. A new pace promises a new end date; what is done stays done. With --json \
               the pace is printed as it is then.",
        examples: &[
            ("pace", "show it"),
            ("pace --days mon-thu --dry-run", "show what four days a week would change"),
            ("pace --minutes 2h30 --spare 6", "two and a half hours a day, six spare days"),
            ("pace --by week", "the week counts, and its days go in any order"),
        ],
        args: || pacing().into_iter().chain([dry_run(), json()]).collect(),
        does: schedule::pace,
    },
    Verb {
        name: "replan",
        usage: "MOVE [DAY…] [--because TEXT] [--days DAYS] [--minutes N] [--spare N] [--by UNIT] [--dry-run]",
        about: "Lay the remaining days out anew",
        more: "MOVE is continue (go on from here; the end date moves), keep-end (pair light days so that it stays), skip \
               (leave days out) or pace (another one). One undo takes the whole move back.",
        examples: &[
            ("replan continue", "go on from the current day"),
            ("replan keep-end --dry-run", "show which days would be paired"),
            ("replan skip 66 68 --because \"known from work\"", "leave two days out"),
            ("replan pace --days mon-sat", "six days a week from now on"),
        ],
        args: || {
            let to = Arg::new("move").value_name("MOVE").required(true);
            let to = to.value_parser(schedule::Move::ALL.map(|(word, _)| word)).help("What to do");
            [to, days(), because()].into_iter().chain(pacing()).chain([dry_run()]).collect()
        },
        does: schedule::replan,
    },
    Verb {
        name: "away",
        usage: "FROM TO [--because TEXT] [--dry-run]",
        about: "Take a break from one date to another, both included",
        more: "The days inside are rest, and the end date moves by them. A date is as for start.",
        examples: &[
            ("away 2026-12-24 2027-01-02 --because Christmas", "ten days off"),
            ("away today +3d", "a break that begins now"),
            ("undo", "take it back, if it was recorded last"),
        ],
        args: || {
            let from = date("from", "FROM").required(true).help("The first date off");
            let to = date("to", "TO").required(true).help("The last date off");
            vec![from, to, because(), dry_run()]
        },
        does: schedule::away,
    },
];
