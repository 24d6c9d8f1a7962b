//! The verbs below `plan`, which make a plan of one's own, and what each takes.

use super::Form;
use clap::{Args, Subcommand, ValueHint};
use std::path::PathBuf;

#[derive(Debug, Args)]
#[command(after_help = "ninety plan  # everything at a glance
ninety plan --json  # the same for a program
ninety plan new verbs.toml  # begin a plan of your own")]
#[command(subcommand_value_name = "VERB", subcommand_help_heading = "Verbs", disable_help_subcommand = true)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct PlanVerb {
    #[command(flatten)]
    pub(crate) form: Form,
    #[command(subcommand)]
    pub(crate) own: Option<OwnPlan>,
}

// No doc comment: it would be the help of `plan`.
#[derive(Debug, Subcommand)]
pub(crate) enum OwnPlan {
    /// Write a small plan with comments, to begin with
    #[command(after_help = "The file's name, without .toml, names the plan's journal.
ninety plan new verbs.toml  # a plan to change as you like
ninety --plan verbs.toml  # study by it
ninety check verbs.toml  # see what is wrong with it, if anything")]
    New(Written),

    /// Write the plan that is used as one file, with the ids that keep your progress
    #[command(after_help = "It is the built-in plan, or the one that --plan names. A copy has the same journal: what \
you ticked is ticked in it. To leave days out, `ninety skip` is enough.
ninety plan copy mine.toml  # the built-in plan, to change as you like
ninety --plan mine.toml  # go on with it
ninety plan copy -  # print it")]
    Copy(Written),

    /// Make a plan of a Markdown list: a check list, the outline of a course, a log by days
    #[command(after_help = "The deepest headings that have a list are days, its items their tasks, and the headings \
above them weeks. Where there is one list only, or lists are long, each item is a day, with the items in it as its tasks. \
Links become what to read. Without FILE the plan is beside the list, with its name and .toml. What is ticked in the \
list is recorded with --done.
ninety plan import book.md  # write book.toml
ninety plan import log.md log.toml --done  # and tick what is ticked there
ninety plan import - verbs.toml < list.md  # read standard input")]
    Import(Import),

    /// Print a JSON Schema of a plan file, for your editor
    #[command(after_help = "An editor that knows Taplo's directive reads it when the plan's first line is
`#:schema ./plan.schema.json`.
ninety plan schema > plan.schema.json  # keep it beside your plan")]
    Schema,
}

#[derive(Debug, Args)]
pub(crate) struct Written {
    /// The file to write, or - to print
    #[arg(value_hint = ValueHint::FilePath)]
    pub(crate) file: PathBuf,
    /// Replace the file if it is there
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Import {
    /// The list, or - for standard input
    #[arg(value_hint = ValueHint::FilePath)]
    pub(crate) list: PathBuf,
    /// The file to write, or - to print
    #[arg(value_hint = ValueHint::FilePath)]
    pub(crate) file: Option<PathBuf>,
    /// Record what is ticked in the list as done
    #[arg(long)]
    pub(crate) done: bool,
    /// Replace the file if it is there
    #[arg(long)]
    pub(crate) force: bool,
}
