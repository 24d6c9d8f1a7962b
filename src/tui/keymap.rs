//! Every key: what it means where. The rows are in [`table`]; the learner's `[keys]` take the place of a row's keys.

mod action;
mod table;

use super::chord::Chord;
use crate::options::{Problem, Setting};
use crate::plan::nearest;
use crate::platform;
pub use action::{Action, Context, Edit, Group, Motion, View};
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
        let problem = |setting: &Setting, sentence| Problem { line: setting.line, sentence };
        let (mut settings, mut problems) = (settings.to_vec(), Vec::new());
        settings.retain(|setting| {
            let refused = Self::default().set(setting).err();
            problems.extend(refused.iter().map(|sentence| problem(setting, sentence.clone())));
            refused.is_none()
        });
        loop {
            let mut keymap = Self::default();
            for setting in &settings {
                drop(keymap.set(setting));
            }
            let refused = settings.iter().enumerate().find_map(|(place, setting)| {
                let (before, after) = settings.split_at(place);
                keymap.give_way(setting, before, after).err().map(|sentence| (place, problem(setting, sentence)))
            });
            let Some((place, refused)) = refused else { return (keymap, problems) };
            settings.remove(place);
            problems.push(refused);
        }
    }

    fn set(&mut self, setting: &Setting) -> Result<(), String> {
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
        for (row, keys) in ROWS.iter().zip(&mut self.keys).filter(|(row, _)| row.name == name) {
            if row.is_typed() && chords.iter().any(|chord| chord.typed().is_some()) {
                return Err(format!(
                    "\"{name}\" holds while typing, where a letter is text: use one with ctrl or alt."
                ));
            }
            keys.clone_from(&chords);
        }
        Ok(())
    }

    /// Takes the keys of a setting from the rows that have them by default in one place with it. An error is about a
    /// key that two settings want, or that always leads out.
    fn give_way(&mut self, setting: &Setting, before: &[Setting], after: &[Setting]) -> Result<(), String> {
        let among = |settings: &[Setting], row: &Row| settings.iter().any(|other| other.name == row.name);
        let own = ROWS.iter().zip(&self.keys).filter(|(row, _)| row.name == setting.name);
        let own: Vec<(u16, Vec<Chord>)> = own.map(|(row, keys)| (row.contexts, keys.clone())).collect();
        for (row, keys) in
            ROWS.iter().zip(&mut self.keys).filter(|(row, _)| row.name != setting.name && !among(before, row))
        {
            for (_, taken) in own.iter().filter(|(contexts, _)| contexts & row.contexts != 0) {
                let shared = keys.iter().find(|key| taken.contains(key));
                if let Some(key) = shared.filter(|_| among(after, row) || row.action == Action::Quit) {
                    return Err(format!(
                        "\"{key}\" is to mean \"{}\" and \"{}\": give one of them another key.",
                        setting.name, row.name
                    ));
                }
                keys.retain(|key| !taken.contains(key));
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
