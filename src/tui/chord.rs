//! A key as pressed, in one form for every terminal, and as it is written: `j`, `space`, `ctrl-r`, `alt-b`, `esc`.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use std::fmt;

/// A key with the modifiers that matter; shift is part of the character, for terminals disagree about saying it apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Chord {
    code: KeyCode,
    mods: KeyModifiers,
}

impl Chord {
    pub fn of(event: KeyEvent) -> Self {
        let mods = event.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT);
        let code = match event.code {
            // A terminal may say Shift-Tab either way.
            KeyCode::Tab if event.modifiers.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
            KeyCode::Char(c) if mods.contains(KeyModifiers::CONTROL) => KeyCode::Char(c.to_ascii_lowercase()),
            code => code,
        };
        Self { code, mods }
    }

    pub fn read(word: &str) -> Option<Self> {
        for (name, more) in MODIFIERS {
            if let Some(rest) = word.strip_prefix(name) {
                return Self::read(rest).map(|chord| Self { mods: chord.mods | more, ..chord });
            }
        }
        let named = NAMES.iter().find(|(_, name)| *name == word).map(|(code, _)| *code);
        let mut chars = word.chars();
        let function = word.strip_prefix('f').and_then(|no| no.parse().ok()).filter(|no| (1..=24).contains(no));
        let code = match (named.or(function.map(KeyCode::F)), chars.next(), chars.next()) {
            (Some(code), ..) => code,
            (None, Some(c), None) => KeyCode::Char(c),
            (None, ..) => return None,
        };
        Some(Self { code, mods: KeyModifiers::NONE })
    }

    pub fn event(self) -> KeyEvent {
        KeyEvent::new(self.code, self.mods)
    }

    pub(super) fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(c) if self.mods.is_empty() => Some(c),
            _ => None,
        }
    }

    pub(super) fn without_alt(self) -> Option<Self> {
        let mods = self.mods - KeyModifiers::ALT;
        self.mods.contains(KeyModifiers::ALT).then_some(Self { mods, ..self })
    }
}

const MODIFIERS: [(&str, KeyModifiers); 2] = [("ctrl-", KeyModifiers::CONTROL), ("alt-", KeyModifiers::ALT)];

#[rustfmt::skip]
const NAMES: [(KeyCode, &str); 16] = [
    (KeyCode::Char(' '), "space"), (KeyCode::Enter, "enter"), (KeyCode::Esc, "esc"), (KeyCode::Tab, "tab"),
    (KeyCode::BackTab, "shift-tab"), (KeyCode::Backspace, "backspace"), (KeyCode::Delete, "delete"), (KeyCode::Insert, "insert"),
    (KeyCode::Up, "up"), (KeyCode::Down, "down"), (KeyCode::Left, "left"), (KeyCode::Right, "right"),
    (KeyCode::Home, "home"), (KeyCode::End, "end"), (KeyCode::PageUp, "pgup"), (KeyCode::PageDown, "pgdn"),
];

impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, _) in MODIFIERS.iter().filter(|(_, modifier)| self.mods.contains(*modifier)) {
            f.write_str(name)?;
        }
        match (NAMES.iter().find(|(code, _)| *code == self.code), self.code) {
            (Some((_, name)), _) => f.write_str(name),
            (None, KeyCode::Char(c)) => write!(f, "{c}"),
            (None, code) => f.write_str(&code.to_string().to_lowercase()),
        }
    }
}
