//! Every key, in one table: what it does where, and how footer, help and README name it.
//!
//! The rows are in two files, `views` and `overlays`.
//!
//! Deliberately absent: what the actions do, and the keys of a text field itself: where something is typed, a key without
//! a row here is text, or edits as elsewhere (arrows, backspace, ctrl-a, ctrl-e, ctrl-k and the like).

mod action;
mod binding;
mod overlays;
mod views;

pub use action::{Action, Browsing, Changing, Context, Editing, Motion, OnMilestone, Turn};

pub use binding::Binding;

use super::chord::Chord;
use binding::row;

/// What holds everywhere.
static EVERYWHERE: &[Binding] = &[
    row(&Context::ALL, &[Chord::ctrl('c')], Action::Quit, "", "Quit from anywhere"),
    row(&Context::ALL, &[Chord::ctrl('z')], Action::Suspend, "", "Suspend; fg comes back"),
];

/// Returns every row. The order within a context is the order in the footer, the most useful first; keys that do not fit
/// are left out from the end. Rows with one label that follow each other stand there together.
pub fn all() -> impl Iterator<Item = &'static Binding> {
    [overlays::KEYS, views::KEYS, EVERYWHERE].into_iter().flatten()
}

/// Returns what a key means in a context.
pub fn lookup(context: Context, chord: Chord) -> Option<Action> {
    let mut rows = rows(context);
    rows.find(|row| row.chords.contains(&chord)).map(|row| row.action)
}

/// Returns the rows of a context, in order.
pub fn rows(context: Context) -> impl Iterator<Item = &'static Binding> {
    all().filter(move |row| row.contexts.contains(&context))
}

/// Returns the key that stands for an action in a context, as it is written; empty where there is none.
pub fn key(context: Context, action: Action) -> String {
    let row = rows(context).find(|row| row.action == action);
    row.and_then(|row| row.chords.first()).map(Chord::to_string).unwrap_or_default()
}

#[cfg(test)]
mod tests;
