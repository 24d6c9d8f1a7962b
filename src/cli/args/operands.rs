//! What each verb takes: its operands and options.

use crate::journal::{By, Said};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum, ValueHint};
use std::path::PathBuf;

#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Options of every verb")]
pub(crate) struct Shared {
    /// Use a plan of your own instead of the built-in one
    #[arg(long, global = true, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) plan: Option<PathBuf>,
    /// Keep the journal in this directory
    #[arg(long, global = true, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(crate) data_dir: Option<PathBuf>,
    /// Use plain characters only
    #[arg(long, global = true)]
    pub(crate) ascii: bool,
    /// Leave the mouse to the terminal
    #[arg(long, global = true)]
    pub(crate) no_mouse: bool,
}

#[derive(Debug, Default, Args)]
pub(crate) struct Form {
    /// Print JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Terms {
    /// Weekdays (mon-fri, mon,wed,sat) or how many a week (3 to 7)
    #[arg(long, value_name = "DAYS", allow_negative_numbers = true)]
    pub(crate) days: Option<String>,
    /// The date that you want to be done by
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub(crate) goal: Option<String>,
    /// Day by day, or week by week in any order
    #[arg(long, value_name = "ORDER", value_parser = By::ALL.map(By::word))]
    pub(crate) by: Option<String>,
    /// How long a study day is: minutes (45) or hours (1h30)
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub(crate) minutes: Option<String>,
    /// The day to begin at: those before it are skipped, as known before
    #[arg(long, value_name = "DAY", allow_negative_numbers = true)]
    pub(crate) at: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Recall {
    /// The question: its day and number (18.q2), or its id
    pub(crate) question: Option<String>,
    /// What your answer was
    #[arg(value_name = "ANSWER", value_parser = PossibleValuesParser::new(Said::ALL.map(Said::word)).try_map(said))]
    pub(crate) said: Option<Said>,
    /// Those that were last wrong or partly right, by day
    #[arg(long, conflicts_with_all = ["question", "said"])]
    pub(crate) shaky: bool,
    #[command(flatten)]
    pub(crate) form: Form,
}

fn said(word: String) -> Result<Said, String> {
    word.parse().map_err(|()| word)
}

#[derive(Debug, Args)]
pub(crate) struct Export {
    /// The form of the text
    pub(crate) format: Format,
    /// The file to write, instead of printing; it must not be there yet
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) output: Option<PathBuf>,
    /// For md: one week (3), or the first and the last (3-5)
    #[arg(long, value_name = "A-B", allow_hyphen_values = true)]
    pub(crate) weeks: Option<String>,
    /// For ics: when you begin, such as 19:00; whole days without it
    #[arg(long, value_name = "TIME")]
    pub(crate) at: Option<String>,
    /// For ics: how long before to be reminded, such as 10m
    #[arg(long, value_name = "TIME")]
    pub(crate) alarm: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Md,
    Portfolio,
    Csv,
    Json,
    Ics,
}

/// The shells, with the scripts that complete a line in them.
pub(crate) const SCRIPTS: [(&str, &str); 6] = [
    ("bash", include_str!("../complete/ninety.bash")),
    ("elvish", include_str!("../complete/ninety.elv")),
    ("fish", include_str!("../complete/ninety.fish")),
    ("nushell", include_str!("../complete/ninety.nu")),
    ("powershell", include_str!("../complete/ninety.ps1")),
    ("zsh", include_str!("../complete/ninety.zsh")),
];

/// What shows the prompt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum PromptShell {
    Bash,
    Zsh,
    Fish,
    Tmux,
    Powershell,
}

#[derive(Debug, Default, Args)]
pub(crate) struct Prompt {
    /// What to print instead
    #[arg(long, value_name = "F", allow_hyphen_values = true)]
    pub(crate) format: Option<String>,
    /// What shows it: a title is escaped for that
    #[arg(long, value_name = "SHELL")]
    pub(crate) shell: Option<PromptShell>,
}

#[derive(Debug, Args)]
pub(crate) struct Away {
    /// The first date off
    #[arg(required_unless_present = "end", allow_hyphen_values = true)]
    pub(crate) from: Option<String>,
    /// The last date off
    #[arg(required_unless_present = "end", allow_hyphen_values = true)]
    pub(crate) to: Option<String>,
    /// Why, for your own memory
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub(crate) because: Option<String>,
    /// The date since which you are back
    #[arg(long, value_name = "DATE", num_args = 0..=1, default_missing_value = "today")]
    #[arg(conflicts_with_all = ["from", "to", "because"])]
    pub(crate) end: Option<String>,
    /// Show what would change, and record nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
}
