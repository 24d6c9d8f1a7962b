//! The terminal of Windows: the console's own calls tell of its input.
//!
//! Deliberately absent: signals. In raw mode ctrl-c is a key, and a window that is closed ends the program at once, which
//! the journal and the drafts outlive.

#![expect(clippy::unused_self, clippy::unnecessary_wraps, reason = "another system has more to do, and may fail")]

use crate::platform::Wake;
use crossterm::event::{
    self, DisableMouseCapture, EnableMouseCapture, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseEventKind,
};
use crossterm::queue;
use std::collections::VecDeque;
use std::io::{self, Write};
use std::time::Duration;

/// How soon the next piece of a paste is there.
const PIECE: Duration = Duration::from_millis(10);

/// So many characters that wait at once were not typed.
const PASTE: usize = 8;

/// What comes from outside while the screen is open: input alone.
pub(crate) struct Outside {
    /// What was read and not handed over yet.
    waiting: VecDeque<Event>,
}

impl Outside {
    pub(crate) fn listen() -> io::Result<Self> {
        Ok(Self { waiting: VecDeque::new() })
    }

    /// Starts to watch for signals, of which there are none.
    pub(crate) fn watch(&mut self, _give_back: fn()) -> io::Result<()> {
        Ok(())
    }

    /// Waits for something to happen, at most this long.
    pub(crate) fn wait(&mut self, most: Duration) -> io::Result<Wake> {
        Ok(if event::poll(most)? { Wake::Input } else { Wake::Time })
    }

    /// Returns what the console has, if there is anything.
    pub(crate) fn read(&mut self) -> io::Result<Option<Event>> {
        if self.waiting.is_empty() {
            // A paste comes in pieces: once two keys wait at once, others may be on their way.
            let more = |waiting: &VecDeque<Event>| if waiting.len() < 4 { Duration::ZERO } else { PIECE };
            while event::poll(more(&self.waiting))? {
                self.waiting.push_back(meant(event::read()?));
            }
            self.waiting = with_paste(std::mem::take(&mut self.waiting));
        }
        Ok(self.waiting.pop_front())
    }

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

/// Asks for nothing: the console would hand on the marks around a paste as keys.
pub(crate) fn open_paste(_out: &mut impl Write) -> io::Result<()> {
    Ok(())
}

pub(crate) fn close_paste(_out: &mut impl Write) -> io::Result<()> {
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

/// Returns the event that was meant: `AltGr`, which writes `@`, `[` and `{` on many keyboards, comes as Ctrl and Alt.
fn meant(event: Event) -> Event {
    let alt_gr = KeyModifiers::CONTROL | KeyModifiers::ALT;
    match event {
        Event::Key(key @ KeyEvent { code: KeyCode::Char(c), .. })
            if !c.is_ascii_alphanumeric() && key.modifiers.contains(alt_gr) =>
        {
            Event::Key(KeyEvent { modifiers: key.modifiers - alt_gr, ..key })
        }
        event => event,
    }
}

/// Puts what was pasted in the place of its keys: the console tells no program of a paste, and each letter of one could
/// be a key that does something.
fn with_paste(events: VecDeque<Event>) -> VecDeque<Event> {
    // The console also tells of each key that is let go, and of the pointer's every move.
    let is_meant = |event: &Event| match event {
        Event::Key(key) => key.kind != KeyEventKind::Release,
        Event::Mouse(mouse) => mouse.kind != MouseEventKind::Moved,
        _ => true,
    };
    let events: Vec<Event> = events.into_iter().filter(is_meant).collect();
    let pieces = events.chunk_by(|one, other| letter(one).is_some() && letter(other).is_some());
    let paste = |piece: &[Event]| -> Option<Event> {
        (piece.len() >= PASTE).then(|| piece.iter().map(letter).collect::<Option<_>>().map(Event::Paste)).flatten()
    };
    pieces.flat_map(|piece| paste(piece).map_or_else(|| piece.to_vec(), |paste| vec![paste])).collect()
}

/// Returns what a key writes.
fn letter(event: &Event) -> Option<char> {
    let Event::Key(KeyEvent { code, modifiers, .. }) = event else { return None };
    match code {
        KeyCode::Char(c) if (*modifiers - KeyModifiers::SHIFT).is_empty() => Some(*c),
        KeyCode::Enter if modifiers.is_empty() => Some('\n'),
        KeyCode::Tab if modifiers.is_empty() => Some('\t'),
        _ => None,
    }
}

#[cfg(test)]
#[path = "../../../tests/windows/rooms/terminal.rs"]
mod tests;
