//! Verbs: looking things over, handing them out, and what a shell needs.
//!
//! Deliberately absent: what they do, whose functions the rows name.

use super::Verb;
use crate::cli::operands::file;
use crate::cli::{check, export, shell};
use clap::{Arg, ArgAction, value_parser};

pub(super) static UPKEEP: &[Verb] = &[
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
        usage: "FORMAT [-o FILE] [--force] [--weeks A-B] [--at TIME] [--alarm TIME]",
        about: "Print or write your study journal, portfolio, entries, state or calendar",
        more: "md is the study journal as Markdown: what you did, week by week, with notes, milestones and reviews. \
               portfolio is one page of the milestones reached, with their links, ready to publish. csv has a row a fact; a cell that a spreadsheet would compute begins with an apostrophe. json is the state in a fixed \
               order: equal state gives equal text, however it came about. ics is a calendar of the open days; to \
               read it in again moves what has moved and cancels what is done or skipped.",
        examples: &[
            ("export md -o journal.md", "everything you did, as one document"),
            ("export md --weeks 3-5", "three weeks of it"),
            ("export portfolio -o portfolio.md --force", "the milestones reached, written anew"),
            ("export csv > entries.csv", "everything recorded, for a spreadsheet"),
            ("export json > state.json", "everything that is ticked, skipped, noted and logged"),
            ("export ics > plan.ics", "a calendar of whole days"),
            ("export ics --at 19:00 --alarm 10m", "at seven, with a reminder"),
        ],
        args: || {
            let format = Arg::new("format").value_name("FORMAT").required(true);
            let output = file("output", "FILE").short('o').long("output");
            let force = Arg::new("force").long("force").action(ArgAction::SetTrue);
            let weeks = Arg::new("weeks").long("weeks").value_name("A-B").allow_hyphen_values(true);
            let at = Arg::new("at").long("at").value_name("TIME");
            let alarm = Arg::new("alarm").long("alarm").value_name("TIME");
            vec![
                format
                    .value_parser(export::Format::ALL.map(export::Format::word))
                    .help("The form of the text"),
                output.help("The file to write, instead of printing"),
                force.help("Replace the file if there is one, without asking"),
                weeks.help("For md: one week (3), or the first and the last (3-5)"),
                at.help("For ics: when you begin, such as 19:00; whole days without it"),
                alarm.help("For ics: how long before to be reminded, such as 10m"),
            ]
        },
        does: export::export,
    },
    Verb {
        name: "where",
        usage: "[WHAT]",
        about: "Print where things are kept",
        more: "The settings are a TOML file, each key of it optional: day_start = \"04:00\", week_start = \"mon\", symbols = \
               \"unicode\" or \"ascii\", theme = \"terminal\" or \"plain\", streak = false, mouse = true.",
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
