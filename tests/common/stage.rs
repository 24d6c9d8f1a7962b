//! A terminal of the tests' own: it sends what a script says, and remembers what it was given.

use crossterm::event::Event;
use ninety::tui::{Beside, Caret, Resumed, Terminal, Wake};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use std::collections::VecDeque;
use std::io;
use std::time::Duration;

/// The code with which the loop comes back when there is nothing more to read.
pub(crate) const READ_ALL: u8 = 255;

/// A terminal that sends what a script says, and remembers what it was given.
#[derive(Debug, Default)]
pub(crate) struct Stage {
    pub(crate) size: Size,
    pub(crate) events: VecDeque<Event>,
    /// Whether a second passes before the script is over.
    pub(crate) second: bool,
    /// What the last frame drew, and beside it.
    pub(crate) shown: Buffer,
    pub(crate) cursor: Option<(Position, Caret)>,
    pub(crate) links: Vec<(Rect, String)>,
    /// How many frames were drawn.
    pub(crate) frames: u32,
    pub(crate) opened: Vec<String>,
    pub(crate) copied: Vec<String>,
    pub(crate) suspended: u32,
    /// Whether there is a browser.
    pub(crate) has_no_browser: bool,
}

impl Terminal for Stage {
    fn size(&self) -> Size {
        self.size
    }

    fn wait(&mut self, _most: Duration) -> io::Result<Wake> {
        if !self.events.is_empty() {
            return Ok(Wake::Input);
        }
        Ok(if std::mem::take(&mut self.second) { Wake::Time } else { Wake::End(READ_ALL) })
    }

    fn read(&mut self) -> io::Result<Option<Event>> {
        Ok(self.events.pop_front())
    }

    fn draw(&mut self, picture: impl FnOnce(&mut Buffer) -> Beside) -> io::Result<()> {
        self.shown = Buffer::empty(Rect::from((Position::ORIGIN, self.size)));
        let beside = picture(&mut self.shown);
        (self.cursor, self.links) = (beside.cursor, beside.links);
        self.frames += 1;
        Ok(())
    }

    fn resized(&mut self, _size: Size) -> io::Result<()> {
        Ok(())
    }

    fn aside<T>(&mut self, something: impl FnOnce() -> T) -> io::Result<T> {
        Ok(something())
    }

    fn copy(&mut self, text: &str) -> io::Result<()> {
        self.copied.push(text.to_owned());
        Ok(())
    }

    fn open(&mut self, url: &str) -> bool {
        self.opened.push(url.to_owned());
        !self.has_no_browser
    }

    fn watch(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn suspend(&mut self) -> io::Result<Resumed> {
        self.suspended += 1;
        Ok(Resumed::Here)
    }

    fn resume(&mut self) -> io::Result<Resumed> {
        Ok(Resumed::Here)
    }
}
