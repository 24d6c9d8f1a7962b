//! Verbs: where the learner stands and what was recorded, and the way back.
//!
//! Deliberately absent: what they do, whose functions the rows name.

use super::Verb;
use crate::cli::operands::{json, week};
use crate::cli::{prompt, read, record};
use clap::Arg;

pub(super) static OVERVIEW: &[Verb] = &[
    Verb {
        name: "status",
        usage: "[--json]",
        about: "Show where you stand: day, week, finish, goal, what is to spare",
        more: "The finish is the date of the last open day when every study day from today on is used; to spare are the study \
               days from there to your goal.",
        examples: &[("status", "where you stand"), ("status --json", "the same for a program")],
        args: || vec![json()],
        does: read::status,
    },
    Verb {
        name: "prompt",
        usage: "[--format F]",
        about: "Print a short segment for a shell prompt, such as D17 1/2",
        more: "It reads only, waits for nothing, and is silent before the start and whenever something is wrong. The \
               format may have {day} {total} {done} {tasks} {week} {title} {finish} {goal} {spare} {pace}; {{ and }} are \
               braces. {finish} and {goal} are dates, and {spare} counts the study days between them.",
        examples: &[
            ("prompt", "D17 1/2"),
            ("prompt --format \"{day}/{total} {title}\"", "17/90 Views"),
        ],
        args: || {
            let format =
                Arg::new("format").long("format").value_name("F").allow_hyphen_values(true);
            vec![format.help("What to print instead")]
        },
        does: prompt::prompt,
    },
    Verb {
        name: "week",
        usage: "[WEEK] [--json]",
        about: "Show a week with its milestone and its review, as Markdown",
        more: "A check's name, such as 21.a, is what `done` and `reopen` take.",
        examples: &[
            ("week", "the current day's week"),
            ("week 12", "the last one of the built-in plan"),
            ("week views", "the one with that day"),
        ],
        args: || vec![week(), json()],
        does: read::week,
    },
    Verb {
        name: "plan",
        usage: "[--json]",
        about: "Show the whole plan: phases, weeks, days with their dates",
        more: "",
        examples: &[("plan", "everything at a glance"), ("plan --json", "the same for a program")],
        args: || vec![json()],
        does: read::plan,
    },
    Verb {
        name: "history",
        usage: "[-n N] [--json]",
        about: "Show what was recorded, newest first",
        more: "",
        examples: &[("history", "the last 20 entries"), ("history -n 100", "the last 100")],
        args: || {
            let most = Arg::new("most").short('n').long("most").value_name("N");
            let most = most.allow_negative_numbers(true);
            vec![most.help("How many entries at most, instead of 20"), json()]
        },
        does: read::history,
    },
    Verb {
        name: "undo",
        usage: "",
        about: "Take back what was recorded last",
        more: "It works again and again, tomorrow too, and from another shell.",
        examples: &[("undo", "take the last entry back"), ("redo", "and bring it back again")],
        args: Vec::new,
        does: record::undo,
    },
    Verb {
        name: "redo",
        usage: "",
        about: "Bring back what undo took back",
        more: "",
        examples: &[("redo", "bring the entry back that was undone last")],
        args: Vec::new,
        does: record::redo,
    },
];
