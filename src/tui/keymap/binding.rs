//! A row of the keymap, and short ways to write one.
//!
//! Deliberately absent: the rows.

use super::{Action, Context};
use crate::tui::chord::Chord;
use crossterm::event::KeyCode;

/// Ties keys to a meaning in some contexts.
#[derive(Debug)]
pub struct Binding {
    /// Where it holds.
    pub contexts: &'static [Context],
    /// The keys; the first one is shown.
    pub chords: &'static [Chord],
    /// What they mean.
    pub action: Action,
    /// What the footer says: a word or two. Empty: never in a footer.
    pub label: &'static str,
    /// What help and README say.
    pub help: &'static str,
}

/// Returns a key that writes a character.
pub(super) const fn c(c: char) -> Chord {
    Chord::char(c)
}

/// Returns a key that writes none.
pub(super) const fn k(code: KeyCode) -> Chord {
    Chord::key(code)
}

/// Returns a row of the table.
pub(super) const fn row(
    contexts: &'static [Context],
    chords: &'static [Chord],
    action: Action,
    label: &'static str,
    help: &'static str,
) -> Binding {
    Binding { contexts, chords, action, label, help }
}
