//! Verbs: what a learner types every evening.
//!
//! Deliberately absent: what they do, whose functions the rows name.

use super::Verb;
use crate::cli::operands::{because, day, days, dry_run, json, on, references};
use crate::cli::{note, read, record, schedule};
use clap::{Arg, ArgAction};

pub(super) static EVENING: &[Verb] = &[
    Verb {
        name: "today",
        usage: "[DAY] [--json]",
        about: "Show the current day, or another one: outcome, tasks, resources, note",
        more: "The current day is the first that is neither complete nor skipped, whatever the calendar says.",
        examples: &[
            ("today", "the current day"),
            ("today 17", "day 17"),
            ("today views --json", "the same day by its id, for a program"),
        ],
        args: || vec![day(), json()],
        does: read::today,
    },
    Verb {
        name: "done",
        usage: "REF… [--on DATE]",
        about: "Tick tasks, checks, or all tasks of a day",
        more: "What is ticked already stays so. All that one command ticks, one undo takes back. A check of a milestone is the \
               milestone's day and a letter, such as 21.a; `ninety week 3` lists them.",
        examples: &[
            ("done 17.2", "tick the second task of day 17"),
            ("done 17", "tick every task of day 17 that counts"),
            ("done 8-10 17.1", "three days and a task at once"),
            ("done 21.a", "tick the first check of day 21's milestone"),
            ("done 17 --on yesterday", "it was done yesterday"),
        ],
        args: || vec![references(), on()],
        does: record::done,
    },
    Verb {
        name: "reopen",
        usage: "REF…",
        about: "Untick tasks, checks, or all tasks of a day; bring skipped days back",
        more: "What is not ticked stays so. A skipped day is brought back with its ticks as they were.",
        examples: &[
            ("reopen 17.2", "untick the second task of day 17"),
            ("reopen 17", "untick day 17, or bring it back when it was skipped"),
            ("reopen 1-14", "fourteen days at once"),
            ("reopen 21.a", "untick that check"),
        ],
        args: || vec![references()],
        does: record::reopen,
    },
    Verb {
        name: "skip",
        usage: "DAY… [--because TEXT] [--on DATE] [--dry-run]",
        about: "Leave days out, with your reason",
        more: "What one command leaves out, one undo brings back. It says which later days build on a day left out.",
        examples: &[
            ("skip 18 --because \"I know URLs from work\"", "leave day 18 out"),
            ("skip 66,68 --dry-run", "show what it would change"),
            ("reopen 18", "bring it back"),
        ],
        args: || vec![days().required(true), because(), on(), dry_run()],
        does: schedule::skip,
    },
    Verb {
        name: "note",
        usage: "[DAY] [TEXT… | -] [--on DATE]",
        about: "Add a paragraph to a day's note, or edit the whole note in your editor",
        more: "The first word is the day when it is a number, or the id of a day with more words after it; otherwise \
               the note is about the day you ticked last this evening, else the current day. One argument with a space in it is always text. A single - \
               reads the text from standard input. Without text, $VISUAL or $EDITOR opens the whole note.",
        examples: &[
            ("note \"render() needs the request first.\"", "a paragraph for the day at hand"),
            ("note 17 A view returns a response.", "a paragraph for day 17"),
            ("note 17", "edit the note of day 17"),
            ("note 17 - < notes.md", "add a file's text"),
        ],
        args: || {
            let words =
                Arg::new("words").value_name("TEXT").action(ArgAction::Append).num_args(0..);
            vec![words.allow_hyphen_values(true).help("The day, and then the text or -"), on()]
        },
        does: note::note,
    },
    Verb {
        name: "log",
        usage: "MINUTES [DAY] [--on DATE]",
        about: "Log time spent",
        more: "Minutes add up. Without a day they go to the one you ticked last this evening, else the current day.",
        examples: &[
            ("log 45", "45 minutes for the day at hand"),
            ("log 1h30 17", "an hour and a half for day 17"),
            ("log 1.5h --on yesterday", "an hour and a half yesterday"),
        ],
        args: || {
            let minutes = Arg::new("minutes")
                .value_name("MINUTES")
                .required(true)
                .allow_negative_numbers(true);
            vec![minutes.help("Minutes (45), or hours (1h30, 1.5h)"), day(), on()]
        },
        does: record::log,
    },
];
