//! Verbs: the start, the pace and breaks.
//!
//! Deliberately absent: what they do, whose functions the rows name.

use super::Verb;
use crate::cli::operands::{because, date, dry_run, json, pacing};
use crate::cli::schedule;
use clap::Arg;

pub(super) static SCHEDULE: &[Verb] = &[
    Verb {
        name: "start",
        usage: "[DATE] [--days DAYS] [--goal DATE] [--by ORDER] [--minutes N] [--at DAY] [--dry-run]",
        about: "Set the date of the start, your study days and your goal",
        more: "A date is today, tomorrow, mon (the next one), +3d, -2w or YYYY-MM-DD; without one it is today. Where there \
               is no goal yet, one is set: the finish plus one study day for every two weeks. A goal that is there stays.",
        examples: &[
            ("start", "today"),
            ("start mon --days mon-fri", "next Monday, five days a week"),
            ("start --days 4 --minutes 1h30", "four days a week, an hour and a half each"),
            ("start --at 15", "begin at day 15; the days before it are known"),
            ("start +1w --dry-run", "show what a start in a week would change"),
        ],
        args: || {
            let first = [date("date", "DATE").help("The first study day")];
            first.into_iter().chain(pacing()).chain([dry_run()]).collect()
        },
        does: schedule::start,
    },
    Verb {
        name: "pace",
        usage: "[--days DAYS] [--goal DATE] [--by ORDER] [--minutes N] [--at DAY] [--dry-run] [--json]",
        about: "Show your pace with finish and goal, or change it",
        more: "What is not named stays as it was, and what is done stays done. The finish follows from the pace; the goal is \
               yours, and only --goal changes it. To spare are the study days between the two.",
        examples: &[
            ("pace", "show it"),
            ("pace --days mon-thu --dry-run", "show what four days a week would change"),
            ("pace --goal 2027-04-08", "be done by that date"),
            ("pace --by week", "so many days a week, in any order"),
        ],
        args: || pacing().into_iter().chain([dry_run(), json()]).collect(),
        does: schedule::pace,
    },
    Verb {
        name: "away",
        usage: "FROM TO [--because TEXT] [--dry-run] | --end [DATE] [--dry-run]",
        about: "Take a break from one date to another, both included, or end one",
        more: "The finish moves by the study days inside it, and the goal stays. The same first date again gives the break \
               another end. --end says since when you are back: today, or the date that is named; named with its first date, \
               a break to come is taken away. A date is as for start.",
        examples: &[
            ("away 2026-12-24 2027-01-02 --because Christmas", "ten days off"),
            ("away today +3d", "a break that begins now"),
            ("away --end", "you are back today"),
            ("away --end 2026-12-24", "take the break that begins then away"),
        ],
        args: || {
            let from =
                date("from", "FROM").required_unless_present("end").help("The first date off");
            let to = date("to", "TO").required_unless_present("end").help("The last date off");
            let end = Arg::new("end").long("end").value_name("DATE").num_args(0..=1);
            let end = end.default_missing_value("today");
            let end = end.conflicts_with_all(["from", "to", "because"]);
            vec![from, to, because(), end.help("The date since which you are back"), dry_run()]
        },
        does: schedule::away,
    },
];
