//! The one table of verbs: name, usage, what it does in a line, operands and options, examples. Arguments, help,
//! completions, the manual and the README's table come from it.
//!
//! Deliberately absent: what a verb does, whose function its row names, and how a row becomes a command (`command`).

use super::operands::{because, date, day, days, dry_run, file, json, pacing, references};
use super::{Call, check, export, note, prompt, read, record, schedule, shell};
use crate::error::Error;
use clap::{Arg, ArgAction, value_parser};

/// A verb of the command line.
#[derive(Debug)]
pub struct Verb {
    /// The word.
    pub name: &'static str,
    /// The operands and options after it, as usage shows them.
    pub usage: &'static str,
    /// What it does, in a line without a full stop.
    pub about: &'static str,
    /// What else there is to know; may be empty.
    pub more: &'static str,
    /// Command lines after `ninety `, each with what it does.
    pub examples: &'static [(&'static str, &'static str)],
    pub(super) args: fn() -> Vec<Arg>,
    pub(super) does: fn(&mut Call) -> Result<u8, Error>,
}

/// Every verb, in the order in which a learner meets them.
pub static ALL: &[Verb] = &[
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
        usage: "REF…",
        about: "Tick tasks, or all tasks of a day",
        more: "What is ticked already stays so. All that one command ticks, one undo takes back.",
        examples: &[
            ("done 17.2", "tick the second task of day 17"),
            ("done 17", "tick every task of day 17 that counts"),
            ("done 16 17.1", "both at once"),
        ],
        args: || vec![references()],
        does: record::done,
    },
    Verb {
        name: "open",
        usage: "REF…",
        about: "Untick tasks, or all tasks of a day; bring a skipped day back",
        more: "What is not ticked stays so. A skipped day is brought back with its ticks as they were.",
        examples: &[
            ("open 17.2", "untick the second task of day 17"),
            ("open 17", "untick day 17, or bring it back when it was skipped"),
        ],
        args: || vec![references()],
        does: record::open,
    },
    Verb {
        name: "skip",
        usage: "DAY… [--because TEXT] [--dry-run]",
        about: "Leave days out, with your reason",
        more: "What one command leaves out, one undo brings back. It says which later days build on a day left out.",
        examples: &[
            ("skip 18 --because \"I know URLs from work\"", "leave day 18 out"),
            ("skip 66 68 --dry-run", "show what it would change"),
            ("open 18", "bring it back"),
        ],
        args: || vec![days().required(true), because(), dry_run()],
        does: schedule::skip,
    },
    Verb {
        name: "note",
        usage: "[DAY] [TEXT… | -]",
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
            vec![words.allow_hyphen_values(true).help("The day, and then the text or -")]
        },
        does: note::note,
    },
    Verb {
        name: "log",
        usage: "MINUTES [DAY]",
        about: "Log time spent",
        more: "Minutes add up. Without a day they go to the one you ticked last this evening, else the current day.",
        examples: &[
            ("log 45", "45 minutes for the day at hand"),
            ("log 1h30 17", "an hour and a half for day 17"),
            ("log 1.5h", "an hour and a half for the day at hand"),
        ],
        args: || {
            let minutes = Arg::new("minutes")
                .value_name("MINUTES")
                .required(true)
                .allow_negative_numbers(true);
            vec![minutes.help("Minutes (45), or hours (1h30, 1.5h)"), day()]
        },
        does: record::log,
    },
    Verb {
        name: "status",
        usage: "[--json]",
        about: "Show where you stand: position, pace, forecast",
        more: "The forecast goes by your own last four weeks, once there are two of them.",
        examples: &[
            ("status", "position, pace, spare days, forecast"),
            ("status --json", "the same for a program"),
        ],
        args: || vec![json()],
        does: read::status,
    },
    Verb {
        name: "prompt",
        usage: "[--format F]",
        about: "Print a short segment for a shell prompt, such as D17 1/2",
        more: "It reads only, waits for nothing, and is silent before the start and whenever something is wrong. The \
               format may have {day} {total} {done} {tasks} {week} {title} {behind} {finish} {spare}; {{ and }} are \
               braces. {behind} counts study days and {finish} is a date.",
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
        usage: "[N] [--json]",
        about: "Show a week with its milestone",
        more: "",
        examples: &[
            ("week", "the current day's week"),
            ("week 12", "the last one of the built-in plan"),
        ],
        args: || {
            let number = Arg::new("week").value_name("N").allow_negative_numbers(true);
            vec![number.help("The week's number"), json()]
        },
        does: read::week,
    },
    Verb {
        name: "plan",
        usage: "[--json]",
        about: "Show the whole plan: phases, weeks, days",
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
    Verb {
        name: "start",
        usage: "[DATE] [--days DAYS] [--minutes N] [--spare N]",
        about: "Set the date of the start and your study days",
        more: "A date is today, tomorrow, mon (the next one), +3d, -2w or YYYY-MM-DD; without one it is today.",
        examples: &[
            ("start", "today"),
            ("start mon --days mon-fri", "next Monday, five days a week"),
            ("start 2026-11-23 --days 4", "that date, four days a week"),
        ],
        args: || {
            let [days, minutes, spare, _] = pacing();
            vec![date("date", "DATE").help("The first study day"), days, minutes, spare]
        },
        does: schedule::start,
    },
    Verb {
        name: "pace",
        usage: "[--days DAYS] [--minutes N] [--spare N] [--by UNIT] [--dry-run] [--json]",
        about: "Show your pace, or set it: study days, time a day, spare days",
        more: "What is not named stays as it was. A new pace promises a new end date; what is done stays done.",
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
            let to = to.value_parser(schedule::MOVES).help("What to do");
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
    Verb {
        name: "check",
        usage: "[FILE]",
        about: "Look over the journal, or a plan file",
        more: "It exits with 1 when something needs you.",
        examples: &[("check", "the journal"), ("check my-plan.toml", "a plan of your own")],
        args: || vec![file("file", "FILE").help("A plan file; the journal without one")],
        does: check::check,
    },
    Verb {
        name: "export",
        usage: "FORMAT [--at TIME] [--alarm TIME]",
        about: "Print the whole state, or the remaining days as a calendar",
        more: "json is the state in a fixed order: equal state gives equal text, however it came about. ics is a calendar \
               of the remaining days; to read it in again moves what has moved.",
        examples: &[
            ("export json > state.json", "everything that is ticked, skipped, noted and logged"),
            ("export ics > plan.ics", "a calendar of whole days"),
            ("export ics --at 19:00 --alarm 10m", "at seven, with a reminder"),
        ],
        args: || {
            let format = Arg::new("format").value_name("FORMAT").required(true);
            let at = Arg::new("at").long("at").value_name("TIME");
            let alarm = Arg::new("alarm").long("alarm").value_name("TIME");
            vec![
                format.value_parser(["json", "ics"]).help("The form of the text"),
                at.help("When you begin, such as 19:00; whole days without it"),
                alarm.help("How long before to be reminded, such as 10m"),
            ]
        },
        does: export::export,
    },
    Verb {
        name: "where",
        usage: "[WHAT]",
        about: "Print where things are kept",
        more: "",
        examples: &[
            ("where", "every place"),
            ("where journal", "that path alone"),
            ("where config", "the file for your settings, which need not be there"),
        ],
        args: || {
            let what = Arg::new("what").value_name("WHAT").value_parser(shell::PLACES);
            vec![what.help("Which place")]
        },
        does: shell::places,
    },
    Verb {
        name: "completions",
        usage: "SHELL",
        about: "Print the completions for a shell",
        more: "",
        examples: &[
            (
                "completions bash > ~/.local/share/bash-completion/completions/ninety",
                "install for bash",
            ),
            ("completions zsh > ~/.zfunc/_ninety", "install for zsh, with ~/.zfunc in $fpath"),
            ("completions fish > ~/.config/fish/completions/ninety.fish", "install for fish"),
        ],
        args: || {
            let shell = Arg::new("shell").value_name("SHELL").required(true);
            vec![shell.value_parser(value_parser!(clap_complete::Shell)).help("Which shell")]
        },
        does: shell::completions,
    },
    Verb {
        name: "man",
        usage: "",
        about: "Print the manual page",
        more: "",
        examples: &[("man | man -l -", "read it"), ("man > ninety.1", "keep it")],
        args: Vec::new,
        does: shell::man,
    },
];

impl Verb {
    /// Returns the verb's usage in one piece, such as `today [DAY] [--json]`.
    pub fn whole_usage(&self) -> String {
        format!("{} {}", self.name, self.usage).trim_end().to_owned()
    }

    /// Tells whether the verb may stand alone: none of its operands must be given.
    pub fn stands_alone(&self) -> bool {
        self.usage.is_empty() || self.usage.starts_with('[')
    }
}

/// Returns the verbs as a Markdown table, for the README.
pub fn table() -> String {
    let row = |verb: &Verb| {
        let usage = verb.whole_usage().replace('|', "\\|");
        format!("| `{usage}` | {} |\n", verb.about)
    };
    let rows: String = ALL.iter().map(row).collect();
    format!("| verb | does |\n| --- | --- |\n{rows}")
}
