//! The terminal: taken over, given back at every kind of end, and watched for signals and for going away.
//!
//! One thread, the watcher, sleeps until a signal comes or the terminal is gone. It tells the loop and, should the
//! loop be stuck (in a read or a write that a vanished terminal never ends), gives the terminal back and ends the
//! program itself.
//!
//! Deliberately absent: questions to the terminal at the start. One that does not answer would keep the learner
//! waiting.

use crate::options::Mouse;
use crossterm::event::{self, DisableBracketedPaste, EnableBracketedPaste, Event};
use crossterm::style::Print;
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen};
use crossterm::{cursor, queue};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::{Rect, Size};
use ratatui::{Terminal, TerminalOptions, Viewport};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGWINCH};
use std::io::{self, BufWriter, Read, Stdout, Write};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// How much of a frame is gathered before it is written: more than the largest, so that a frame is one write.
const FRAME: usize = 1 << 16;

/// How long the loop may take to end by itself before the watcher ends the program.
const GRACE: Duration = Duration::from_millis(700);

/// How long to look for a key that has been read but not handed over.
const HANDOVER: Duration = Duration::from_micros(5);

/// Asks for clicks and the wheel. Not for the pointer's every move, as crossterm's own command does: each would wake
/// the program.
const MOUSE_ON: &str = "\u{1b}[?1000h\u{1b}[?1006h";
/// Takes that back.
const MOUSE_OFF: &str = "\u{1b}[?1006l\u{1b}[?1000l";

/// The backend: standard output, a frame at a time.
pub(super) type Backend = CrosstermBackend<BufWriter<Stdout>>;

/// Says why waiting ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wake {
    /// The terminal has something to read, or a new size.
    Input,
    /// The time is over.
    Time,
    /// The program was stopped by somebody else and goes on: the screen is not ours any more.
    Continued,
    /// The program is to end, with this exit code: that of a signal, or of a hang-up for a terminal that is gone.
    End(u8),
}

/// Holds the terminal while it is taken over.
pub(super) struct Screen {
    terminal: Terminal<Backend>,
    mouse: Mouse,
    signals: UnixStream,
    ended: Arc<AtomicUsize>,
    continued: Arc<AtomicBool>,
    /// Whether something else has the terminal.
    lent: Arc<AtomicBool>,
    /// What the watcher will need, until it is started.
    watch: Option<Watch>,
    /// Closing it tells the watcher that the loop has ended.
    _running: UnixStream,
}

impl Screen {
    /// Takes the terminal over. Nothing is written before the first frame.
    pub(super) fn open(mouse: Mouse) -> io::Result<Self> {
        give_back_on_panic();
        // With `NO_COLOR` crossterm would write a bare reset for every colour, which also ends bold and reverse. The
        // theme leaves colours out itself.
        crossterm::style::force_color_output(true);
        let (ended, continued) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicBool::new(false)));
        let lent = Arc::new(AtomicBool::new(false));
        let (signals, running, watch) = Watch::new(&ended, &continued, &lent)?;
        crossterm::terminal::enable_raw_mode()?;
        let mut out = BufWriter::with_capacity(FRAME, io::stdout());
        take_over(&mut out, mouse)?;
        let viewport = Viewport::Fixed(Rect::from((ratatui::layout::Position::ORIGIN, size())));
        let terminal =
            Terminal::with_options(CrosstermBackend::new(out), TerminalOptions { viewport })?;
        Ok(Self {
            terminal,
            mouse,
            signals,
            ended,
            continued,
            lent,
            watch: Some(watch),
            _running: running,
        })
    }

    /// Starts the watcher, once. A start waits for nothing that the first frame does not need: until now a signal is
    /// seen before the next wait.
    pub(super) fn watch(&mut self) -> io::Result<()> {
        self.watch.take().map_or(Ok(()), |watch| watch.start(Arc::clone(&self.ended)))
    }

    /// Returns the terminal to draw on.
    pub(super) fn terminal(&mut self) -> &mut Terminal<Backend> {
        &mut self.terminal
    }

    /// Takes a new size in, and draws everything anew at the next frame.
    pub(super) fn resized(&mut self, size: Size) -> io::Result<()> {
        self.terminal.resize(Rect::from((ratatui::layout::Position::ORIGIN, size)))
    }

    /// Waits for something to happen, at most this long.
    pub(super) fn wait(&mut self, most: Duration) -> io::Result<Wake> {
        if let Some(wake) = self.end() {
            return Ok(wake);
        }
        let stdin = io::stdin();
        let mut fds =
            [PollFd::new(&stdin, PollFlags::IN), PollFd::new(&self.signals, PollFlags::IN)];
        let limit =
            Timespec { tv_sec: most.as_secs().cast_signed(), tv_nsec: most.subsec_nanos().into() };
        match poll(&mut fds, Some(&limit)) {
            Ok(0) => return Ok(Wake::Time),
            Ok(_) | Err(rustix::io::Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
        let [keys, signals] = &fds;
        let gone = keys.revents().intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL);
        let signalled = !signals.revents().is_empty();
        if signalled {
            // The bytes only wake: which signal it was is in `ended`, and a new size is asked for.
            drop((&self.signals).read(&mut [0; 64]));
        }
        let wake = if gone { Wake::End(exit_code(SIGHUP)) } else { Wake::Input };
        Ok(self.end().unwrap_or(wake))
    }

    fn end(&self) -> Option<Wake> {
        match self.ended.load(Ordering::SeqCst) {
            0 => self.continued.swap(false, Ordering::SeqCst).then_some(Wake::Continued),
            signal => Some(Wake::End(exit_code(i32::try_from(signal).unwrap_or(0)))),
        }
    }

    /// Gives the terminal back for something else to use, does that, and takes the terminal over again.
    pub(super) fn aside<T>(&mut self, something: impl FnOnce() -> T) -> io::Result<T> {
        self.terminal.show_cursor()?;
        give_back();
        self.lent.store(true, Ordering::SeqCst);
        let result = something();
        self.lent.store(false, Ordering::SeqCst);
        crossterm::terminal::enable_raw_mode()?;
        take_over(self.terminal.backend_mut(), self.mouse)?;
        self.resized(size())?;
        Ok(result)
    }

    /// Stops the program for the shell, as Ctrl-Z does elsewhere; returns when it is continued.
    pub(super) fn suspend(&mut self) -> io::Result<()> {
        // SIGSTOP and not SIGTSTP, which the kernel drops for an orphaned process group.
        self.aside(|| {
            rustix::process::kill_process(rustix::process::getpid(), rustix::process::Signal::STOP)
        })??;
        self.continued.store(false, Ordering::SeqCst);
        Ok(())
    }

    /// Writes an escape sequence of our own making between two frames.
    pub(super) fn send(&mut self, command: impl crossterm::Command) -> io::Result<()> {
        queue!(self.terminal.backend_mut(), command)?;
        Write::flush(self.terminal.backend_mut())
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        give_back();
    }
}

/// Returns what the terminal sent, if there is anything.
///
/// A burst is read in one piece and handed over event by event; asked with no time at all, crossterm does not look
/// into that piece (crossterm issue 839), and asked with a little, it may be put to sleep for longer than that before it
/// looks. So it is asked more than once, each time for next to nothing.
pub(super) fn read() -> io::Result<Option<Event>> {
    for _ in 0..3 {
        if event::poll(HANDOVER)? {
            return event::read().map(Some);
        }
    }
    Ok(None)
}

/// Returns the terminal's size in columns and rows; 80x24 where it has none to tell.
pub(super) fn size() -> Size {
    let told = rustix::termios::tcgetwinsize(io::stdout()).ok();
    // A serial line, and a pseudo-terminal that nobody gave a size, say 0.
    let known = told.filter(|size| size.ws_col > 0 && size.ws_row > 0);
    known.map_or(Size::new(80, 24), |size| Size::new(size.ws_col, size.ws_row))
}

fn take_over(out: &mut impl Write, mouse: Mouse) -> io::Result<()> {
    queue!(out, EnterAlternateScreen, cursor::Hide, EnableBracketedPaste)?;
    match mouse {
        Mouse::On => queue!(out, Print(MOUSE_ON)),
        Mouse::Off => Ok(()),
    }
}

/// Gives the terminal back as it was, whatever state it is in; where it was given back already, it is left alone, for
/// to leave the other screen twice would put the cursor back on what has been printed since.
///
/// Standard output's lock may be held by a loop that is stuck in a write, and a terminal that takes nothing would keep
/// us here too: so this goes around the lock, and writes only what is taken at once.
fn give_back() {
    if !crossterm::terminal::is_raw_mode_enabled().unwrap_or(true) {
        return;
    }
    let mut bytes = Vec::new();
    drop(queue!(
        bytes,
        Print(MOUSE_OFF),
        DisableBracketedPaste,
        cursor::Show,
        LeaveAlternateScreen
    ));
    let stdout = rustix::stdio::stdout();
    let mut fds = [PollFd::new(&stdout, PollFlags::OUT)];
    if matches!(poll(&mut fds, Some(&Timespec::default())), Ok(1..)) {
        let _written = rustix::io::write(stdout, &bytes);
    }
    drop(crossterm::terminal::disable_raw_mode());
}

fn give_back_on_panic() {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        give_back();
        before(panic);
    }));
}

/// Returns the exit code of a program that a signal ends.
fn exit_code(signal: i32) -> u8 {
    u8::try_from(128 + signal).unwrap_or(1)
}

/// Holds what the watcher looks at and wakes.
struct Watch {
    caught: UnixStream,
    watched: UnixStream,
    waker: UnixStream,
    lent: Arc<AtomicBool>,
}

impl Watch {
    /// Begins to catch signals. Returns what becomes readable when something happened, what is to be closed at the
    /// end, and what the watcher needs.
    fn new(
        ended: &Arc<AtomicUsize>,
        continued: &Arc<AtomicBool>,
        lent: &Arc<AtomicBool>,
    ) -> io::Result<(UnixStream, UnixStream, Self)> {
        use signal_hook::{flag, low_level::pipe};
        let (woken, waker) = UnixStream::pair()?;
        let (running, watched) = UnixStream::pair()?;
        let (caught, catcher) = UnixStream::pair()?;
        woken.set_nonblocking(true)?;
        // A signal's number is set before its pipe is written to: handlers run in the order of their registration.
        for signal in [SIGTERM, SIGHUP, SIGINT, SIGQUIT] {
            flag::register_usize(signal, Arc::clone(ended), signal.unsigned_abs() as usize)?;
            pipe::register(signal, catcher.try_clone()?)?;
        }
        flag::register(SIGCONT, Arc::clone(continued))?;
        for signal in [SIGWINCH, SIGCONT] {
            pipe::register(signal, waker.try_clone()?)?;
        }
        Ok((woken, running, Self { caught, watched, waker, lent: Arc::clone(lent) }))
    }

    /// Starts the thread.
    fn start(self, ended: Arc<AtomicUsize>) -> io::Result<()> {
        let thread = std::thread::Builder::new().name("watcher".to_owned()).stack_size(128 * 1024);
        drop(thread.spawn(move || self.run(&ended))?);
        Ok(())
    }

    /// Sleeps until a signal comes, the terminal is gone or the loop has ended; then sees to it that the program ends.
    fn run(&self, ended: &AtomicUsize) {
        let stdin = io::stdin();
        loop {
            let mut fds = [
                PollFd::new(&self.caught, PollFlags::IN),
                PollFd::new(&self.watched, PollFlags::IN),
                PollFd::new(&stdin, PollFlags::empty()),
            ];
            if poll(&mut fds, None).is_err() {
                continue;
            }
            let [signal, over, terminal] = &fds;
            if !over.revents().is_empty() {
                return;
            }
            if !signal.revents().is_empty() || !terminal.revents().is_empty() {
                break;
            }
        }
        // A terminal that is gone ends the program as its signal would, which may never come.
        let _signalled = ended.compare_exchange(
            0,
            SIGHUP.unsigned_abs() as usize,
            Ordering::SeqCst,
            Ordering::SeqCst,
        );
        drop((&self.waker).write(&[0]));
        let deadline = Instant::now() + GRACE;
        while let Some(left) = deadline.checked_duration_since(Instant::now()) {
            let limit = Timespec { tv_sec: 0, tv_nsec: left.subsec_nanos().into() };
            let mut fds = [PollFd::new(&self.watched, PollFlags::IN)];
            if matches!(poll(&mut fds, Some(&limit)), Ok(1..)) {
                return;
            }
        }
        // The loop waits for the learner's editor, which has the terminal and whose file is kept as a draft; or it is
        // stuck in a call that nothing else ends.
        if !self.lent.load(Ordering::SeqCst) {
            give_back();
        }
        let code = exit_code(i32::try_from(ended.load(Ordering::SeqCst)).unwrap_or(0));
        std::process::exit(code.into());
    }
}

#[cfg(test)]
mod tests {
    use super::{Mouse, Screen};
    use std::io::{self, IsTerminal};
    use termlens::Terminal;

    /// The program within the test below.
    #[test]
    #[ignore = "it needs a terminal of its own, which the next test gives it"]
    fn panics_with_the_screen_open() {
        if io::stdin().is_terminal() {
            let mut screen = Screen::open(Mouse::On).unwrap();
            screen.terminal().draw(|frame| frame.render_widget("drawn", frame.area())).unwrap();
            panic!("the reason is readable");
        }
    }

    #[test]
    fn a_panic_gives_the_terminal_back_and_can_be_read() {
        let mut terminal = Terminal::builder()
            .args(["--exact", "tui::terminal::tests::panics_with_the_screen_open"])
            .args(["--ignored", "--nocapture"])
            .env("RUST_BACKTRACE", "0")
            .spawn(std::env::current_exe().unwrap())
            .unwrap();
        assert_eq!(terminal.wait_exit().unwrap().code(), Some(101));
        let screen = terminal.screen();
        assert!(screen.contains("the reason is readable"), "{}", screen.text());
        assert!(!screen.contains("drawn"), "{}", screen.text());
        assert!(!screen.alternate_screen() && screen.cursor_visible());
        assert!(!screen.bracketed_paste() && screen.mouse_modes().is_empty());
    }
}
