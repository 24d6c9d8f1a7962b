//! The terminal: taken over, given back at every kind of end and at every stop.

use super::target::{Beside, Caret};
use crate::options::Mouse;
use crate::platform::{self, Outside};
use crate::text::has_certain_columns;
use crossterm::clipboard::CopyToClipboard;
use crossterm::event::Event;
use crossterm::style::Print;
use crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
};
use crossterm::{cursor, queue};
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect, Size};
use std::io::{self, BufWriter, Stdout, Write};
use std::time::Duration;

/// How much of a frame is gathered before it is written: more than the largest, so that a frame is one write.
const FRAME: usize = 1 << 16;

pub use crate::platform::Wake;

/// Says what came of a stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resumed {
    /// The program was continued, and has the terminal again.
    Here,
    /// It did not stop, for there is no shell that could continue it.
    NoShell,
    End(u8),
}

/// What the loop needs of a terminal: the learner's, or the tests' own.
pub trait Terminal {
    fn size(&self) -> Size;

    /// Waits for something to happen, at most this long.
    fn wait(&mut self, most: Duration) -> io::Result<Wake>;

    /// Returns what the terminal sent, if there is anything.
    fn read(&mut self) -> io::Result<Option<Event>>;

    /// Shows the picture that is drawn on an empty buffer.
    fn draw(&mut self, picture: impl FnOnce(&mut Buffer) -> Beside) -> io::Result<()>;

    /// Takes a new size in, and draws everything anew at the next frame.
    fn resized(&mut self, size: Size) -> io::Result<()>;

    /// Gives the terminal back for something else to use, does that, and takes the terminal over again.
    fn aside<T>(&mut self, something: impl FnOnce() -> T) -> io::Result<T>;

    fn copy(&mut self, text: &str) -> io::Result<()>;

    /// Opens an address in the browser; tells whether that could be tried.
    fn open(&mut self, url: &str) -> bool;

    /// Starts to watch for signals, once. A start waits for nothing that the first frame does not need.
    fn watch(&mut self) -> io::Result<()>;

    /// Stops the program for the shell, as ctrl-z does elsewhere; returns when it goes on.
    fn suspend(&mut self) -> io::Result<Resumed>;

    /// Takes the terminal over again after a stop.
    fn resume(&mut self) -> io::Result<Resumed>;
}

pub struct Tty {
    out: CrosstermBackend<BufWriter<Stdout>>,
    /// What is on the screen, and the cells for the next frame.
    shown: Buffer,
    next: Buffer,
    /// The rows on the screen of which it is not certain what is where.
    unsure: Vec<u16>,
    mouse: Mouse,
    outside: Outside,
}

impl Tty {
    /// Takes the terminal over. Nothing is written before the first frame.
    pub fn open(mouse: Mouse) -> io::Result<Self> {
        give_back_on_panic();
        // With `NO_COLOR` crossterm would write a bare reset for every colour, which also ends bold and reverse. The
        // theme leaves colours out itself.
        crossterm::style::force_color_output(true);
        let outside = Outside::listen()?;
        crossterm::terminal::enable_raw_mode()?;
        let mut out = BufWriter::with_capacity(FRAME, io::stdout());
        take_over(&mut out, mouse)?;
        let empty = Buffer::empty(Rect::from((Position::ORIGIN, size())));
        Ok(Self {
            out: CrosstermBackend::new(out),
            shown: empty.clone(),
            next: empty,
            unsure: Vec::new(),
            mouse,
            outside,
        })
    }

    /// Clears a row that is to look otherwise, so that all of it is written: nobody knows how many columns the terminal
    /// gave to what stands there.
    fn wipe(&mut self, y: u16) -> io::Result<()> {
        let width = usize::from(self.next.area.width);
        let row = width * usize::from(y)..width * (usize::from(y) + 1);
        let (Some(next), Some(shown)) = (self.next.content.get(row.clone()), self.shown.content.get_mut(row)) else {
            return Ok(());
        };
        if next == shown {
            return Ok(());
        }
        shown.fill(Cell::EMPTY);
        queue!(self.out, cursor::MoveTo(0, y), Clear(ClearType::CurrentLine))
    }

    fn leave(&mut self) -> io::Result<()> {
        queue!(self.out, cursor::Show)?;
        Write::flush(&mut self.out)?;
        give_back();
        Ok(())
    }

    fn take_back(&mut self) -> io::Result<()> {
        self.outside.returned();
        crossterm::terminal::enable_raw_mode()?;
        take_over(&mut self.out, self.mouse)?;
        self.resized(size())
    }
}

impl Terminal for Tty {
    fn size(&self) -> Size {
        size()
    }

    fn wait(&mut self, most: Duration) -> io::Result<Wake> {
        self.outside.wait(most)
    }

    fn read(&mut self) -> io::Result<Option<Event>> {
        self.outside.read()
    }

    /// Writes what is different, as one update where the terminal knows such, with the addresses as OSC 8 has them.
    /// Behind a character whose columns are not certain the cursor is put anew.
    fn draw(&mut self, picture: impl FnOnce(&mut Buffer) -> Beside) -> io::Result<()> {
        self.next.reset();
        let Beside { cursor, links, unsure } = picture(&mut self.next);
        queue!(self.out, BeginSynchronizedUpdate, cursor::Hide)?;
        let mut rows = std::mem::take(&mut self.unsure);
        rows.extend(&unsure);
        rows.sort_unstable();
        rows.dedup();
        rows.into_iter().try_for_each(|y| self.wipe(y))?;
        let changes = self.shown.diff(&self.next);
        let link = |(x, y, _): &(u16, u16, &Cell)| {
            links.iter().find(|(area, _)| area.contains(Position::new(*x, *y))).map(|(_, url)| url)
        };
        let goes_on = |one: &(u16, u16, &Cell)| unsure.is_empty() || one.2.symbol().chars().all(has_certain_columns);
        for run in changes.chunk_by(|one, other| goes_on(one) && (links.is_empty() || link(one) == link(other))) {
            let url = run.first().and_then(link);
            if let Some(url) = url {
                queue!(self.out, Print(format!("\u{1b}]8;;{url}\u{1b}\\")))?;
            }
            self.out.draw(run.iter().copied())?;
            if url.is_some() {
                queue!(self.out, Print("\u{1b}]8;;\u{1b}\\"))?;
            }
        }
        if let Some((at, caret)) = cursor {
            queue!(self.out, cursor::MoveTo(at.x, at.y))?;
            if caret == Caret::Seen {
                queue!(self.out, cursor::Show)?;
            }
        }
        queue!(self.out, EndSynchronizedUpdate)?;
        std::mem::swap(&mut self.shown, &mut self.next);
        self.unsure = unsure;
        Write::flush(&mut self.out)
    }

    fn resized(&mut self, size: Size) -> io::Result<()> {
        let area = Rect::from((Position::ORIGIN, size));
        // Most often it is the same size, as at the start: the cells are there already.
        for buffer in [&mut self.shown, &mut self.next] {
            buffer.resize(area);
            buffer.reset();
        }
        self.unsure.clear();
        queue!(self.out, Clear(ClearType::All))
    }

    fn aside<T>(&mut self, something: impl FnOnce() -> T) -> io::Result<T> {
        self.outside.lend();
        self.leave()?;
        let result = something();
        self.take_back()?;
        Ok(result)
    }

    fn copy(&mut self, text: &str) -> io::Result<()> {
        // The terminal's clipboard is the learner's, also from far away; not every terminal knows of it.
        platform::copy(text);
        queue!(self.out, CopyToClipboard::to_clipboard_from(text))?;
        Write::flush(&mut self.out)
    }

    fn open(&mut self, url: &str) -> bool {
        open::that_detached(url).is_ok()
    }

    fn watch(&mut self) -> io::Result<()> {
        self.outside.watch(give_back)
    }

    fn suspend(&mut self) -> io::Result<Resumed> {
        if platform::has_no_shell() {
            return Ok(Resumed::NoShell);
        }
        self.leave()?;
        platform::stop()?;
        self.resume()
    }

    /// A shell's `bg` continues the program and keeps the terminal: then it stops once more. To touch the terminal there
    /// would stop it too, but inside that call, where the end that `kill %1` asks for is never seen.
    fn resume(&mut self) -> io::Result<Resumed> {
        while self.outside.ended().is_none() && !platform::in_foreground() {
            platform::stop()?;
        }
        if let Some(code) = self.outside.ended() {
            return Ok(Resumed::End(code));
        }
        // Whoever stopped it from outside may have left anything on the screen.
        give_back();
        self.take_back()?;
        Ok(Resumed::Here)
    }
}

impl Drop for Tty {
    fn drop(&mut self) {
        give_back();
    }
}

/// Returns the terminal's size in columns and rows; 80x24 where it has none to tell.
fn size() -> Size {
    // A serial line, and a pseudo-terminal that nobody gave a size, say 0, and this then says nothing.
    let known = terminal_size::terminal_size_of(io::stdout());
    known.map_or(Size::new(80, 24), |(width, height)| Size::new(width.0, height.0))
}

fn take_over(out: &mut impl Write, mouse: Mouse) -> io::Result<()> {
    queue!(out, EnterAlternateScreen, cursor::Hide)?;
    platform::open_paste(out)?;
    match mouse {
        Mouse::On => platform::open_mouse(out),
        Mouse::Off => Ok(()),
    }
}

/// Gives the terminal back as it was, whatever state it is in; where it was given back already, it is left alone, for
/// to leave the other screen twice would put the cursor back on what has been printed since.
fn give_back() {
    if !crossterm::terminal::is_raw_mode_enabled().unwrap_or(true) {
        return;
    }
    let mut bytes = Vec::new();
    drop(platform::close_mouse(&mut bytes));
    drop(platform::close_paste(&mut bytes));
    drop(queue!(bytes, cursor::Show, LeaveAlternateScreen));
    platform::write_at_once(&bytes);
    // A shell that has taken the terminal has its own settings there, and to change them from here would stop the
    // program.
    if platform::in_foreground() {
        drop(crossterm::terminal::disable_raw_mode());
    }
}

fn give_back_on_panic() {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        give_back();
        before(panic);
    }));
}
