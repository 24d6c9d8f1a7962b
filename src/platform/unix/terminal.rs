//! The terminal as Unix has it: what wakes the program, who owns the terminal, and what is written at the end.

use super::signals::{Signals, hung_up};
use crate::platform::{POLLS_TERMINALS, SLICE, Wake};
use crossterm::event::{self, DisableBracketedPaste, EnableBracketedPaste, Event};
use crossterm::queue;
use crossterm::style::Print;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::termios::{LocalModes, OptionalActions};
use std::io::{self, Write};
use std::time::{Duration, Instant};

/// The bytes that a paste begins with; what fewer bytes leave open, the next key ends.
const PASTE: u64 = 6;

/// How long to look for a key that has been read but not handed over.
const HANDOVER: Duration = Duration::from_micros(5);

/// Asks for clicks and the wheel, and whether the window is in front. Not for the pointer's every move, as crossterm's
/// own command does: each would wake the program.
const MOUSE_ON: &str = "\u{1b}[?1000h\u{1b}[?1006h\u{1b}[?1004h";
const MOUSE_OFF: &str = "\u{1b}[?1004l\u{1b}[?1006l\u{1b}[?1000l";

/// What comes from outside while the screen is open: input and signals.
pub(crate) struct Outside {
    signals: Signals,
    /// Whether ctrl-c and ctrl-z are signals for the moment, and no keys.
    makes_signals: bool,
}

impl Outside {
    pub(crate) fn listen() -> io::Result<Self> {
        Ok(Self { signals: Signals::catch()?, makes_signals: false })
    }

    /// Starts to watch for signals, once. `give_back` is for a loop that cannot do it.
    pub(crate) fn watch(&mut self, give_back: fn()) -> io::Result<()> {
        self.signals.watch(give_back)
    }

    fn signalled(&self) -> Option<Wake> {
        let ended = self.signals.ended().map(Wake::End);
        let stop = || self.signals.stop().then_some(Wake::Stop);
        ended.or_else(stop).or_else(|| self.signals.continued().then_some(Wake::Continued))
    }

    /// Waits for something to happen, at most this long.
    pub(crate) fn wait(&mut self, most: Duration) -> io::Result<Wake> {
        if let Some(wake) = self.signalled() {
            return Ok(wake);
        }
        if !POLLS_TERMINALS {
            return self.wait_in_slices(most);
        }
        let stdin = io::stdin();
        let mut fds = [PollFd::new(&stdin, PollFlags::IN), PollFd::new(self.signals.woken(), PollFlags::IN)];
        let limit = Timespec { tv_sec: most.as_secs().cast_signed(), tv_nsec: most.subsec_nanos().into() };
        match poll(&mut fds, Some(&limit)) {
            Ok(0) => return Ok(Wake::Time),
            Ok(_) | Err(rustix::io::Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
        let [keys, signals] = &fds;
        let gone = keys.revents().intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL);
        if !signals.revents().is_empty() {
            self.signals.drain();
        }
        let wake = if gone { Wake::End(hung_up()) } else { Wake::Input };
        if wake == Wake::Input {
            self.signals_while_pasting();
        }
        Ok(self.signalled().unwrap_or(wake))
    }

    fn wait_in_slices(&mut self, most: Duration) -> io::Result<Wake> {
        let start = Instant::now();
        loop {
            let left = most.saturating_sub(start.elapsed());
            let is_input = event::poll(left.min(SLICE))?;
            self.signals.drain();
            if let Some(wake) = self.signalled() {
                return Ok(wake);
            }
            if is_input {
                self.signals_while_pasting();
                return Ok(Wake::Input);
            }
            if left.is_zero() {
                return Ok(Wake::Time);
            }
        }
    }

    /// Has ctrl-c and ctrl-z be signals while crossterm reads what may be a paste, for it waits for its end, and for one
    /// that never comes it would wait for ever.
    fn signals_while_pasting(&mut self) {
        if rustix::io::ioctl_fionread(io::stdin()).is_ok_and(|waiting| waiting >= PASTE) {
            self.makes_signals = true;
            typed_signals(LocalModes::insert);
        }
    }

    /// Returns what the terminal sent, if there is anything; once there is not, ctrl-c and ctrl-z are keys again.
    ///
    /// A burst is read in one piece and handed over event by event; asked with no time at all, crossterm does not look
    /// into that piece (crossterm issue 839), and asked with a little, it may be put to sleep for longer than that before
    /// it looks. So it is asked more than once, each time for next to nothing.
    pub(crate) fn read(&mut self) -> io::Result<Option<Event>> {
        for _ in 0..3 {
            if event::poll(HANDOVER)? {
                return event::read().map(Some);
            }
        }
        if std::mem::take(&mut self.makes_signals) {
            typed_signals(LocalModes::remove);
        }
        Ok(None)
    }

    /// Returns the exit code of the signal that is to end the program.
    pub(crate) fn ended(&self) -> Option<u8> {
        self.signals.ended()
    }

    /// Says that the learner's editor has the terminal. Until [`Self::returned`] an interrupt that is typed is its alone.
    pub(crate) fn lend(&self) {
        self.signals.lend();
    }

    /// Says that the terminal is this program's again. Whatever stopped and continued it until now is over.
    pub(crate) fn returned(&self) {
        self.signals.returned();
    }
}

/// Has the terminal make signals of ctrl-c and ctrl-z, or keys.
fn typed_signals(change: fn(&mut LocalModes, LocalModes)) {
    // In the background this would stop the program.
    if in_foreground()
        && let Ok(mut settings) = rustix::termios::tcgetattr(io::stdin())
    {
        change(&mut settings.local_modes, LocalModes::ISIG);
        let _set = rustix::termios::tcsetattr(io::stdin(), OptionalActions::Now, &settings);
    }
}

/// Tells whether the terminal is this program's to use, and not that of a shell that put it into the background.
pub(crate) fn in_foreground() -> bool {
    let owner = rustix::termios::tcgetpgrp(io::stdin());
    !owner.is_ok_and(|owner| owner != rustix::process::getpgrp())
}

/// Tells whether nobody could continue this program once it is stopped: it, or the script that started it, is the
/// first thing on its terminal, as in a window that was opened for it.
pub(crate) fn has_no_shell() -> bool {
    rustix::process::getsid(None).is_ok_and(|session| session == rustix::process::getpgrp())
}

/// Stops the whole process group, as the terminal's own ctrl-z would: of a script that waits for this program, the
/// shell that started the script sees only that the script runs, and would wait with it for ever. With STOP, for
/// whoever ignores TSTP would keep the shell waiting all the same.
pub(crate) fn stop() -> io::Result<()> {
    Ok(rustix::process::kill_current_process_group(rustix::process::Signal::STOP)?)
}

/// Has the terminal say what is pasted.
pub(crate) fn open_paste(out: &mut impl Write) -> io::Result<()> {
    queue!(out, EnableBracketedPaste)
}

pub(crate) fn close_paste(out: &mut impl Write) -> io::Result<()> {
    queue!(out, DisableBracketedPaste)
}

/// Has the terminal tell of the mouse.
pub(crate) fn open_mouse(out: &mut impl Write) -> io::Result<()> {
    queue!(out, Print(MOUSE_ON))
}

/// Leaves the mouse to the terminal.
pub(crate) fn close_mouse(out: &mut impl Write) -> io::Result<()> {
    queue!(out, Print(MOUSE_OFF))
}

/// Writes around the lock of standard output, which a loop that is stuck in a write may hold, and only what is taken at
/// once: a terminal that takes nothing would keep us here too.
pub(crate) fn write_at_once(bytes: &[u8]) {
    let stdout = rustix::stdio::stdout();
    let mut fds = [PollFd::new(&stdout, PollFlags::OUT)];
    if matches!(poll(&mut fds, Some(&Timespec::default())), Ok(1..)) {
        let _written = rustix::io::write(stdout, bytes);
    }
}
