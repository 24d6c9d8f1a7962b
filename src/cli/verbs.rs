//! The one table of verbs: name, usage, what it does in a line, operands and options, examples. Arguments, help,
//! completions, the manual and the README's table come from it.
//!
//! The rows are in five files, by what they are for.
//!
//! Deliberately absent: what a verb does, whose function its row names, and how a row becomes a command (`command`).

mod evening;
mod overview;
mod schedule;
mod upkeep;
mod weeks;

use super::Call;
use crate::error::Error;
use clap::Arg;

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

/// Returns every verb, in the order in which a learner meets them.
pub fn all() -> impl Iterator<Item = &'static Verb> {
    let tables = [evening::EVENING, overview::OVERVIEW, weeks::WEEKS];
    let more = [schedule::SCHEDULE, upkeep::UPKEEP];
    tables.into_iter().chain(more).flatten()
}

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
    let rows: String = all().map(row).collect();
    format!("| verb | does |\n| --- | --- |\n{rows}")
}
