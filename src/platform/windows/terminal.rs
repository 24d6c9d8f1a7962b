//! The terminal of Windows: the console's own calls tell of its input.
//!
//! Deliberately absent: signals. In raw mode ctrl-c is a key, and a window that is closed ends the program at once, which
//! the journal and the drafts outlive.

#![expect(clippy::unused_self, clippy::unnecessary_wraps, reason = "another system has more to do, and may fail")]

use crate::platform::Wake;
use crossterm::event::{self, DisableMouseCapture, EnableMouseCapture, KeyCode, KeyEvent, KeyModifiers};
use crossterm::queue;
use std::io::{self, Write};
use std::time::Duration;

/// What comes from outside while the screen is open: input alone.
pub(crate) struct Outside;

impl Outside {
    pub(crate) fn listen() -> io::Result<Self> {
        Ok(Self)
    }

    /// Starts to watch for signals, of which there are none.
    pub(crate) fn watch(&mut self, _give_back: fn()) -> io::Result<()> {
        Ok(())
    }

    /// Waits for something to happen, at most this long.
    pub(crate) fn wait(&mut self, most: Duration) -> io::Result<Wake> {
        Ok(if event::poll(most)? { Wake::Input } else { Wake::Time })
    }

    /// Says that everything that was sent is read.
    pub(crate) fn all_is_read(&mut self) {}

    /// Returns the exit code of the signal that is to end the program.
    pub(crate) fn ended(&self) -> Option<u8> {
        None
    }

    /// Says that the learner's editor has the terminal.
    pub(crate) fn lend(&self) {}

    /// Says that the terminal is this program's again.
    pub(crate) fn returned(&self) {}
}

/// Tells whether the terminal is this program's to use.
pub(crate) fn in_foreground() -> bool {
    true
}

/// Tells whether nobody could continue this program once it is stopped.
pub(crate) fn has_no_shell() -> bool {
    true
}

/// Stops the program, which nobody can here.
pub(crate) fn stop() -> io::Result<()> {
    Ok(())
}

/// Has the console tell of the mouse.
pub(crate) fn open_mouse(out: &mut impl Write) -> io::Result<()> {
    queue!(out, EnableMouseCapture)
}

/// Leaves the mouse to the console.
pub(crate) fn close_mouse(out: &mut impl Write) -> io::Result<()> {
    queue!(out, DisableMouseCapture)
}

/// Writes what gives the terminal back.
pub(crate) fn write_at_once(bytes: &[u8]) {
    let mut out = io::stdout();
    drop(out.write_all(bytes).and_then(|()| out.flush()));
}

/// Returns the key that was meant: `AltGr`, which writes `@`, `[` and `{` on many keyboards, comes as Ctrl and Alt.
pub(crate) fn meant(mut key: KeyEvent) -> KeyEvent {
    let alt_gr = KeyModifiers::CONTROL | KeyModifiers::ALT;
    if matches!(key.code, KeyCode::Char(c) if !c.is_ascii_alphanumeric()) && key.modifiers.contains(alt_gr) {
        key.modifiers -= alt_gr;
    }
    key
}

#[cfg(test)]
mod tests {
    use super::meant;
    use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

    #[test]
    fn what_alt_gr_writes_is_written_and_every_other_chord_stays() {
        let alt_gr = KeyModifiers::CONTROL | KeyModifiers::ALT;
        let key = |c: char, modifiers| KeyEvent::new(KeyCode::Char(c), modifiers);
        for c in "@[]{}\\|~€µąłß¬".chars() {
            assert_eq!(meant(key(c, alt_gr)), key(c, KeyModifiers::NONE), "{c}");
        }
        assert_eq!(meant(key('Ż', alt_gr | KeyModifiers::SHIFT)), key('Ż', KeyModifiers::SHIFT));
        for (c, modifiers) in [('s', KeyModifiers::CONTROL), ('x', alt_gr), ('7', alt_gr), ('[', KeyModifiers::ALT)] {
            assert_eq!(meant(key(c, modifiers)), key(c, modifiers), "{c}");
        }
        let enter = KeyEvent::new(KeyCode::Enter, alt_gr);
        assert_eq!(meant(enter), enter);
    }
}
