//! The verbs below `plan`, which make a plan of one's own, and what each takes.

use super::Form;
use clap::{Args, Subcommand, ValueHint};
use std::path::PathBuf;

#[derive(Debug, Args)]
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
    New(Written),

    /// Write the plan that is used as one file, with the ids that keep your progress
    Copy(Written),

    /// Make a plan of a Markdown list: a check list, the outline of a course, a log by days
    Import(Import),

    /// Print a JSON Schema of a plan file, for your editor
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
