//! The grammar of the command line: every verb with what it does and what it takes (`operands`). Help, completions, the
//! manual page and the README's table come from it and from `args/more.txt`. What a verb does is elsewhere.

mod operands;
mod own_plan;

pub(super) use operands::*;
pub(super) use own_plan::*;

use clap::{Parser, Subcommand, ValueHint};
use std::path::PathBuf;

/// Where things are kept, each with what is there.
pub(super) const PLACES: [(&str, &str); 6] = [
    ("`journal`", "the journal of the plan in use: a line of TOML for everything that you did"),
    ("`data`", "the data directory, with journal, backups and drafts: `~/.local/share/ninety` on Linux"),
    ("`backups`", "copies of the journal: of 7 days, 4 weeks and 12 months"),
    ("`plan`", "your own plan; the built-in one is part of the program"),
    ("`drafts`", "notes that were begun and not saved, and what an editor left"),
    ("`config`", "the settings, which need not be there: `~/.config/ninety/config.toml` on Linux"),
];

#[derive(Debug, Default, Parser)]
#[command(name = "ninety", version, about = env!("CARGO_PKG_DESCRIPTION"))]
#[command(subcommand_value_name = "VERB", subcommand_help_heading = "Verbs")]
#[command(disable_help_subcommand = true, args_override_self = true)]
pub(super) struct Cli {
    #[command(flatten)]
    pub(super) shared: Shared,
    #[command(subcommand)]
    pub(super) verb: Option<Verb>,
}

/// What a learner types, in the order in which they meet it.
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub(super) enum Verb {
    /// Show the current day, or another one: outcome, tasks, resources, note
    Today {
        /// The day: its number or id
        #[arg(allow_negative_numbers = true)]
        day: Option<String>,
        #[command(flatten)]
        form: Form,
    },

    /// Tick tasks, checks, or all tasks of a day
    Done {
        /// Days (17, views, 1-14, 3,5), tasks (17.2, views/…) or checks (21.a)
        #[arg(value_name = "REF", required = true, allow_negative_numbers = true)]
        refs: Vec<String>,
        /// The earlier date that it counts for; today without it
        #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
        on: Option<String>,
    },

    /// Untick tasks, checks, or all tasks of a day; bring skipped days back
    Reopen {
        /// Days (17, views, 1-14, 3,5), tasks (17.2, views/…) or checks (21.a)
        #[arg(value_name = "REF", required = true, allow_negative_numbers = true)]
        refs: Vec<String>,
    },

    /// Leave days out, with your reason
    Skip {
        /// Days: numbers, ids, ranges (1-14) or lists (3,5)
        #[arg(value_name = "DAY", required = true, allow_negative_numbers = true)]
        days: Vec<String>,
        /// Why, for your own memory
        #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
        because: Option<String>,
        /// The earlier date that it counts for; today without it
        #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
        on: Option<String>,
        /// Show what would change, and record nothing
        #[arg(long)]
        dry_run: bool,
    },

    /// Add a paragraph to a day's note, or edit the whole note in your editor
    Note {
        /// The text, or - for standard input
        #[arg(value_name = "TEXT", num_args = 0.., allow_negative_numbers = true)]
        words: Vec<String>,
        /// The day: its number or id
        #[arg(long, allow_negative_numbers = true)]
        day: Option<String>,
        /// The earlier date that it counts for; today without it
        #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
        on: Option<String>,
    },

    /// Give a day a task of your own
    Add {
        /// What is to be done
        #[arg(value_name = "TEXT", required = true, allow_negative_numbers = true)]
        words: Vec<String>,
        /// The day: its number or id
        #[arg(long, allow_negative_numbers = true)]
        day: Option<String>,
    },

    /// Log time spent
    Log {
        /// Minutes (45), or hours (1h30, 1.5h)
        #[arg(allow_negative_numbers = true)]
        minutes: String,
        /// The day: its number or id
        #[arg(allow_negative_numbers = true)]
        day: Option<String>,
        /// The earlier date that it counts for; today without it
        #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
        on: Option<String>,
        /// The day's time in all, in place of what was logged
        #[arg(long)]
        set: bool,
    },

    /// Show where you stand: day, week, finish, goal, what is to spare
    Status(Form),

    /// Print a short segment for a shell prompt, such as D17 1/2
    Prompt(Prompt),

    /// Print one line on a study day on which you have not studied yet
    Remind,

    /// Show a week with its milestone and its review
    Week {
        /// The week's number, or the id of a day of it
        #[arg(allow_negative_numbers = true)]
        week: Option<String>,
        #[command(flatten)]
        form: Form,
    },

    /// Show the whole plan, phases, weeks, days with their dates; or make one of your own
    Plan(PlanVerb),

    /// Show what was recorded, newest first
    History {
        /// How many entries at most, instead of 20
        #[arg(short = 'n', long, value_name = "N", default_value = "20", hide_default_value = true)]
        #[arg(allow_negative_numbers = true)]
        most: String,
        #[command(flatten)]
        form: Form,
    },

    /// Take back what was recorded last
    Undo,

    /// Bring back what undo took back
    Redo,

    /// Keep an address that shows a week's milestone
    Link {
        /// The week's number, or the id of a day of it
        #[arg(allow_negative_numbers = true)]
        week: String,
        /// An address that begins with http:// or https://
        url: String,
    },

    /// Answer a week's three questions; show the week without an answer
    Review {
        /// The week's number, or the id of a day of it
        #[arg(allow_negative_numbers = true)]
        week: Option<String>,
        /// What you can do now
        #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
        can: Option<String>,
        /// What is still shaky
        #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
        shaky: Option<String>,
        /// One change for next week
        #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
        next: Option<String>,
        #[command(flatten)]
        form: Form,
    },

    /// Ask again what was learnt: a few questions of the days before, and your own
    Recall(Recall),

    /// Set the date of the start, your study days and your goal
    Start {
        /// The first study day
        #[arg(allow_hyphen_values = true)]
        date: Option<String>,
        #[command(flatten)]
        terms: Terms,
        /// Show what would change, and record nothing
        #[arg(long)]
        dry_run: bool,
    },

    /// Show your pace with finish and goal, or change it
    Pace {
        #[command(flatten)]
        terms: Terms,
        /// Show what would change, and record nothing
        #[arg(long)]
        dry_run: bool,
        #[command(flatten)]
        form: Form,
    },

    /// Take a break from one date to another, both included, or end one
    Away(Away),

    /// Look over the journal, or a plan file
    Check {
        /// A plan file; the journal without one
        #[arg(value_hint = ValueHint::FilePath)]
        file: Option<PathBuf>,
    },

    /// Print or write your study journal, portfolio, entries, state or calendar
    Export(Export),

    /// Print where things are kept
    Where {
        /// Which place
        #[arg(value_parser = PLACES.map(|(name, _)| name.trim_matches('`')))]
        what: Option<String>,
    },

    /// Print a file of every setting, with what each does
    Config,

    /// Print the completions for a shell
    Completions {
        /// Which shell
        #[arg(value_parser = SCRIPTS.map(|(name, _)| name))]
        shell: String,
    },

    /// Print the manual page
    Man,
}
