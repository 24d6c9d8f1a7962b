//! The table of verbs as `clap` commands: one verb, or all of them.
//!
//! Deliberately absent: anything about a single verb.

use super::operands::file;
use super::verbs::{self, Verb};
use clap::builder::ValueHint;
use clap::{Arg, ArgAction, ColorChoice, Command, value_parser};
use std::path::PathBuf;

impl Verb {
    /// Returns the verb as a command of its own.
    pub(super) fn command(&self) -> Command {
        let more = if self.more.is_empty() { String::new() } else { format!("{}\n\n", self.more) };
        let command = Command::new(self.name)
            .about(self.about)
            .override_usage(usage(&format!("ninety {}", self.whole_usage())))
            .after_help(format!("{more}Examples:\n{}", examples(self.examples)))
            .args((self.args)());
        styled(command)
    }
}

/// Returns the command without verbs: what it is, and the options of every verb.
pub(super) fn root() -> Command {
    let plan = file("plan", "FILE")
        .long("plan")
        .help("Use a plan of your own instead of the built-in one");
    let data_dir =
        Arg::new("data-dir").long("data-dir").value_name("DIR").value_hint(ValueHint::DirPath);
    let data_dir =
        data_dir.value_parser(value_parser!(PathBuf)).help("Keep the journal in this directory");
    let ascii = Arg::new("ascii")
        .long("ascii")
        .action(ArgAction::SetTrue)
        .help("Use plain characters only");
    let no_mouse = Arg::new("no-mouse").long("no-mouse").action(ArgAction::SetTrue);
    let no_mouse = no_mouse.help("Leave the mouse to the terminal");
    let every = [plan, data_dir, ascii, no_mouse]
        .map(|arg| arg.global(true).help_heading("Options of every verb"));
    let command = Command::new("ninety")
        .version(env!("CARGO_PKG_VERSION"))
        .about(env!("CARGO_PKG_DESCRIPTION"))
        .override_usage("ninety [VERB]")
        .subcommand_value_name("VERB")
        .subcommand_help_heading("Verbs")
        .disable_help_subcommand(true)
        .args_override_self(true)
        .args(every);
    styled(command)
}

/// Returns the command with every verb.
pub(super) fn whole() -> Command {
    const DAYS: &str = "Without a verb, ninety opens its screen on a terminal and prints the current day elsewhere.\n\
                        A day is its number or id (17, views); a task is 17.2 or its id.\n\
                        A check of a milestone is its day and a letter (21.a).\n\n";
    const FIRST: &[(&str, &str)] = &[
        ("", "open the screen"),
        ("done 17.2", "tick the second task of day 17"),
        ("note \"What I learned\"", "add to the current day's note"),
        ("help done", "all about a verb"),
    ];
    let after = format!("{DAYS}Examples:\n{}", examples(FIRST));
    root().after_help(after).subcommands(verbs::all().map(Verb::command))
}

/// Returns a usage on lines of a page's width, its further lines under its first word.
fn usage(text: &str) -> String {
    const BEFORE: &str = "Usage: ";
    crate::text::wrapped(text, 80 - BEFORE.len()).join(&format!("\n{}", " ".repeat(BEFORE.len())))
}

/// Returns example lines with their explanations in a column, or below where a line is long.
fn examples(examples: &[(&str, &str)]) -> String {
    const COLUMN: usize = 42;
    let mut text = String::new();
    for (line, what) in examples {
        let line = format!("  ninety {line}").trim_end().to_owned();
        let gap = match COLUMN.checked_sub(line.chars().count()).filter(|gap| *gap > 0) {
            Some(gap) => " ".repeat(gap),
            None => format!("\n{}", " ".repeat(COLUMN)),
        };
        text.extend([line.as_str(), &gap, what, "\n"]);
    }
    text
}

fn styled(command: Command) -> Command {
    command.color(ColorChoice::Never).max_term_width(80)
}
