//! A key as pressed, in one form for every terminal: what the keymap is made of and how a key is written.
//!
//! Deliberately absent: what a key does.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use std::fmt;

/// Holds a key with the modifiers that matter. Shift on a character is part of the character, for terminals disagree
/// about saying it apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Chord {
    code: KeyCode,
    mods: KeyModifiers,
}

impl Chord {
    /// Returns the chord of a key without modifiers.
    pub const fn key(code: KeyCode) -> Self {
        Self { code, mods: KeyModifiers::NONE }
    }

    /// Returns the chord of a character.
    pub const fn char(c: char) -> Self {
        Self::key(KeyCode::Char(c))
    }

    /// Returns the chord of a character with Control.
    pub const fn ctrl(c: char) -> Self {
        Self { code: KeyCode::Char(c), mods: KeyModifiers::CONTROL }
    }

    /// Returns the chord of a character with Alt.
    pub const fn alt(c: char) -> Self {
        Self { code: KeyCode::Char(c), mods: KeyModifiers::ALT }
    }

    /// Returns the chord of a key event.
    pub fn of(event: KeyEvent) -> Self {
        let mods = event.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT);
        match event.code {
            // A terminal may say Shift-Tab either way.
            KeyCode::Tab if event.modifiers.contains(KeyModifiers::SHIFT) => {
                Self::key(KeyCode::BackTab)
            }
            KeyCode::Char(c) if mods.contains(KeyModifiers::CONTROL) => {
                Self { code: KeyCode::Char(c.to_ascii_lowercase()), mods }
            }
            code => Self { code, mods },
        }
    }

    /// Reads a key as it is written: `j`, `space`, `ctrl-r`, `alt-b`, `esc`, `up`. Used by tests and documentation.
    pub fn read(word: &str) -> Option<Self> {
        if let Some(rest) = word.strip_prefix("ctrl-") {
            return Self::read(rest).map(|chord| Self { mods: KeyModifiers::CONTROL, ..chord });
        }
        if let Some(rest) = word.strip_prefix("alt-") {
            return Self::read(rest).map(|chord| Self { mods: KeyModifiers::ALT, ..chord });
        }
        let named = NAMES.iter().find(|(_, name)| *name == word);
        let mut chars = word.chars();
        match (named, chars.next(), chars.next()) {
            (Some((code, _)), ..) => Some(Self::key(*code)),
            (None, Some(c), None) => Some(Self::char(c)),
            (None, ..) => None,
        }
    }

    /// Returns the key event of this chord.
    pub fn event(self) -> KeyEvent {
        KeyEvent::new(self.code, self.mods)
    }
}

/// The keys that are no characters, as they are written.
const NAMES: [(KeyCode, &str); 17] = [
    (KeyCode::Char(' '), "space"),
    (KeyCode::Enter, "enter"),
    (KeyCode::Esc, "esc"),
    (KeyCode::Tab, "tab"),
    (KeyCode::BackTab, "shift-tab"),
    (KeyCode::Backspace, "backspace"),
    (KeyCode::Delete, "delete"),
    (KeyCode::Up, "up"),
    (KeyCode::Down, "down"),
    (KeyCode::Left, "left"),
    (KeyCode::Right, "right"),
    (KeyCode::Home, "home"),
    (KeyCode::End, "end"),
    (KeyCode::PageUp, "pgup"),
    (KeyCode::PageDown, "pgdn"),
    (KeyCode::F(1), "f1"),
    (KeyCode::F(5), "f5"),
];

impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.mods.contains(KeyModifiers::CONTROL) {
            f.write_str("ctrl-")?;
        }
        if self.mods.contains(KeyModifiers::ALT) {
            f.write_str("alt-")?;
        }
        match (NAMES.iter().find(|(code, _)| *code == self.code), self.code) {
            (Some((_, name)), _) => f.write_str(name),
            (None, KeyCode::Char(c)) => write!(f, "{c}"),
            (None, code) => write!(f, "{code:?}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Chord, NAMES};
    use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

    #[test]
    fn what_is_written_is_read_as_the_same_key() {
        let named = NAMES.iter().map(|(code, _)| Chord::key(*code));
        let chars = ('!'..='~').map(Chord::char);
        let held = ('a'..='z').flat_map(|c| [Chord::ctrl(c), Chord::alt(c)]);
        for chord in named.chain(chars).chain(held) {
            assert_eq!(Chord::read(&chord.to_string()), Some(chord), "{chord}");
        }
        assert_eq!(Chord::read("nothing"), None);
        assert_eq!(Chord::read(""), None);
    }

    #[test]
    fn terminals_that_tell_shift_apart_press_the_same_keys() {
        let of = |code, mods| Chord::of(KeyEvent::new(code, mods));
        let shift = KeyModifiers::SHIFT;
        assert_eq!(of(KeyCode::Char('G'), shift), Chord::char('G'));
        assert_eq!(of(KeyCode::Char('?'), shift), Chord::char('?'));
        assert_eq!(of(KeyCode::Tab, shift), Chord::key(KeyCode::BackTab));
        assert_eq!(of(KeyCode::BackTab, shift), Chord::key(KeyCode::BackTab));
        assert_eq!(of(KeyCode::Char('R'), KeyModifiers::CONTROL | shift), Chord::ctrl('r'));
    }
}
