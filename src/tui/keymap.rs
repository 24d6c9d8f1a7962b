//! Every key: what it means where. The rows are in [`table`]; the learner's `[keys]` take the place of a row's keys.

mod action;
mod table;

use super::chord::Chord;
use crate::options::{Problem, Setting};
use crate::plan::nearest;
use crate::platform;
pub use action::{Action, Context, Edit, Group, Motion, View, around};
use table::ROWS;
pub use table::Row;

#[derive(Clone, Debug)]
pub struct Keymap {
    keys: Vec<Vec<Chord>>,
}

impl Default for Keymap {
    fn default() -> Self {
        let chords = |row: &Row| row.keys.split(' ').filter_map(Chord::read).collect();
        Self { keys: ROWS.iter().map(chords).collect() }
    }
}

impl Keymap {
    /// Returns the keys with the learner's own in the place of those that they name, and what is wrong with the rest.
    pub fn with(settings: &[Setting]) -> (Self, Vec<Problem>) {
        let (mut keymap, mut taken, mut problems) = (Self::default(), Vec::new(), Vec::new());
        // What always leads out may be led elsewhere before another takes its key.
        let (quit, others): (Vec<_>, Vec<_>) = settings.iter().partition(|setting| setting.name.starts_with("quit"));
        for setting in quit.into_iter().chain(others) {
            match keymap.set(setting, &taken) {
                Ok(()) => taken.push(setting.name.as_str()),
                Err(sentence) => problems.push(Problem { line: setting.line, sentence }),
            }
        }
        (keymap, problems)
    }

    /// Takes the keys of a setting from the rows that have them by default in one place with it. An error is about the
    /// setting itself, or about a key that one before wants, or that always leads out.
    fn set(&mut self, setting: &Setting, taken: &[&str]) -> Result<(), String> {
        let name = &setting.name;
        if !ROWS.iter().any(|row| row.name == name) {
            let names = ROWS.iter().map(|row| (row.name, row.name));
            return Err(match nearest(name, names) {
                Some(near) => format!("There is no action \"{name}\": did you mean \"{near}\"?"),
                None => format!("There is no action \"{name}\": docs/keys.md lists them all."),
            });
        }
        let wrong = |word| format!("\"{word}\" is no key: write one such as j, space, ctrl-r, alt-b or f1.");
        let read = |word| Chord::read(word).ok_or_else(|| wrong(word));
        let chords = setting.keys.split_whitespace().map(read).collect::<Result<Vec<_>, _>>()?;
        if chords.is_empty() {
            return Err(format!("\"{name}\" has no key: write at least one, such as \"space x\"."));
        }
        let own: Vec<&Row> = ROWS.iter().filter(|row| row.name == name).collect();
        if own.iter().any(|row| row.is_typed()) && chords.iter().any(|chord| chord.typed().is_some()) {
            return Err(format!("\"{name}\" holds while typing, where a letter is text: use one with ctrl or alt."));
        }
        let is_beside = |row: &Row| row.name != name && own.iter().any(|own| own.contexts & row.contexts != 0);
        let stays = |row: &Row| is_beside(row) && (taken.contains(&row.name) || row.action == Action::Quit);
        for (row, keys) in ROWS.iter().zip(&self.keys).filter(|(row, _)| stays(row)) {
            if let Some(key) = keys.iter().find(|key| chords.contains(key)) {
                let other = row.name;
                return Err(format!("\"{key}\" is to mean \"{name}\" and \"{other}\": give one of them another key."));
            }
        }
        for (row, keys) in ROWS.iter().zip(&mut self.keys) {
            if row.name == name {
                keys.clone_from(&chords);
            } else if is_beside(row) {
                keys.retain(|key| !chords.contains(key));
            }
        }
        Ok(())
    }

    pub fn lookup(&self, context: Context, chord: Chord) -> Option<Action> {
        self.rows(context).find(|(_, keys)| keys.contains(&chord)).map(|(row, _)| row.action)
    }

    /// Returns the rows of a context with their keys, in the order of the footer: the most useful first.
    pub fn rows(&self, context: Context) -> impl Iterator<Item = (&'static Row, &[Chord])> {
        let is_here = |row: &Row| platform::HAS_JOBS || row.action != Action::Suspend;
        let here = ROWS.iter().zip(&self.keys).filter(move |(row, _)| row.holds(context) && is_here(row));
        here.map(|(row, keys)| (row, keys.as_slice()))
    }

    /// Returns the key that stands for an action in a context, as it is written; empty where there is none.
    pub fn key(&self, context: Context, action: Action) -> String {
        let row = self.rows(context).find(|(row, _)| row.action == action);
        row.and_then(|(_, keys)| keys.first()).map(ToString::to_string).unwrap_or_default()
    }
}

/// Returns every row as the README's table has it: contexts, keys and what they do.
pub fn table() -> impl Iterator<Item = (String, &'static Row)> {
    let names = |row: &Row| {
        let held = Context::ALL.iter().filter(|(context, _)| row.holds(*context));
        held.map(|(_, name)| *name).collect::<Vec<_>>().join(", ")
    };
    ROWS.iter().map(move |row| (names(row), row))
}
