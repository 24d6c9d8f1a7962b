//! Signals while the screen is open, and the watcher.
//!
//! One thread, the watcher, sleeps until a signal comes or the terminal is gone. It tells the loop and, should the
//! loop be stuck (in a read or a write that a vanished terminal never ends), gives the terminal back and ends the
//! program itself.
//!
//! A signal that nobody catches ends a program at once, and would leave the terminal raw. So every signal that can
//! come from outside is caught here, and does one of three things: it ends the program, it stops it, or it does
//! nothing. Left out are those that say that the program itself is broken (SEGV, BUS, ILL, FPE, SYS, TRAP, ABRT): after
//! one of them no code of ours can be trusted to run.

use crate::platform::{ENDS_HERE, NAMELESS, POLLS_TERMINALS};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use signal_hook::consts::{
    SIGALRM, SIGCONT, SIGHUP, SIGINT, SIGIO, SIGPROF, SIGQUIT, SIGTERM, SIGTSTP, SIGUSR1, SIGUSR2, SIGVTALRM, SIGWINCH,
    SIGXCPU,
};
use signal_hook::{flag, low_level::pipe};
use std::io::{self, Read, Write};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// How long the loop may take to end by itself before the watcher ends the program.
const GRACE: Duration = Duration::from_millis(700);

/// What ends the program, in order and with 128 and the signal's number as its exit code. Beside the usual four: an
/// alarm, which outlives `exec` and so is how some wrappers limit a program's time; and the limit on processor time
/// (`ulimit -t`), which comes a while before the kill that follows it.
const ENDS: [i32; 6] = [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGALRM, SIGXCPU];

/// What does nothing: messages between programs that have agreed on a meaning (USR1 and USR2, which are sent by name to
/// make other programs read their settings anew; IO, which says what `poll` says), and the ticks of profilers (PROF
/// and VTALRM). Nobody has agreed with ninety on anything, and a stray message is no reason to end an evening.
const STRAYS: [i32; 5] = [SIGUSR1, SIGUSR2, SIGIO, SIGPROF, SIGVTALRM];

pub(super) struct Signals {
    woken: UnixStream,
    /// The signal that is to end the program, or 0.
    ended: Arc<AtomicUsize>,
    stop: Arc<AtomicBool>,
    continued: Arc<AtomicBool>,
    /// Whether the learner's editor has the terminal.
    lent: Arc<AtomicBool>,
    /// What the watcher will need, until it is started.
    watcher: Option<Watcher>,
    /// Closing it tells the watcher that the loop has ended.
    _running: UnixStream,
}

impl Signals {
    pub(super) fn catch() -> io::Result<Self> {
        let (ended, lent) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicBool::new(false)));
        let [stop, continued] = [(); 2].map(|()| Arc::new(AtomicBool::new(false)));
        let (woken, waker) = UnixStream::pair()?;
        let (running, over) = UnixStream::pair()?;
        let (caught, catcher) = UnixStream::pair()?;
        woken.set_nonblocking(true)?;
        // A signal's number is set before its pipe is written to: handlers run in the order of their registration.
        for signal in ENDS.iter().chain(ENDS_HERE) {
            flag::register_usize(*signal, Arc::clone(&ended), signal.unsigned_abs() as usize)?;
            pipe::register(*signal, catcher.try_clone()?)?;
        }
        // The learner's editor and this program stop together, or the shell would wait for the one that does not.
        flag::register_conditional_default(SIGTSTP, Arc::clone(&lent))?;
        flag::register(SIGTSTP, Arc::clone(&stop))?;
        flag::register(SIGCONT, Arc::clone(&continued))?;
        for signal in [SIGWINCH, SIGTSTP, SIGCONT] {
            pipe::register(signal, waker.try_clone()?)?;
        }
        // A handler, and not the system's own ignoring, which the learner's editor would inherit.
        for signal in STRAYS {
            flag::register(signal, Arc::new(AtomicBool::new(false)))?;
        }
        let watcher = Some(Watcher { caught, over, waker });
        Ok(Self { woken, ended, stop, continued, lent, watcher, _running: running })
    }

    /// Starts the watcher, once. `give_back` is for a loop that cannot do it.
    pub(super) fn watch(&mut self, give_back: fn()) -> io::Result<()> {
        let Some(watcher) = self.watcher.take() else { return Ok(()) };
        // Many, hardly ever sent, and not worth a wait for the first frame.
        let nothing = Arc::new(AtomicBool::new(false));
        for signal in NAMELESS.iter().cloned().flatten() {
            drop(flag::register(signal, Arc::clone(&nothing)));
        }
        let (ended, lent) = (Arc::clone(&self.ended), Arc::clone(&self.lent));
        let thread = std::thread::Builder::new().name("watcher".to_owned()).stack_size(128 * 1024);
        drop(thread.spawn(move || watcher.run(&ended, &lent, give_back))?);
        Ok(())
    }

    /// Returns what becomes readable when something happened.
    pub(super) fn woken(&self) -> &UnixStream {
        &self.woken
    }

    /// Takes what made it readable. The bytes only wake: which signal it was is told by the others.
    pub(super) fn drain(&self) {
        drop((&self.woken).read(&mut [0; 64]));
    }

    pub(super) fn ended(&self) -> Option<u8> {
        match self.ended.load(Ordering::SeqCst) {
            0 => None,
            signal => Some(exit_code(signal)),
        }
    }

    /// Tells once whether somebody asks the program to stop.
    pub(super) fn stop(&self) -> bool {
        self.stop.swap(false, Ordering::SeqCst)
    }

    /// Tells once whether the program was stopped by somebody else and goes on.
    pub(super) fn continued(&self) -> bool {
        self.continued.swap(false, Ordering::SeqCst)
    }

    pub(super) fn lend(&self) {
        self.lent.store(true, Ordering::SeqCst);
    }

    pub(super) fn returned(&self) {
        if self.lent.load(Ordering::SeqCst) {
            pass_over_typed(&self.ended);
            self.lent.store(false, Ordering::SeqCst);
        }
        self.stop.store(false, Ordering::SeqCst);
        self.continued.store(false, Ordering::SeqCst);
    }
}

/// Forgets a signal that was typed and meant for somebody else.
fn pass_over_typed(ended: &AtomicUsize) {
    for signal in [SIGINT, SIGQUIT] {
        let signal = signal.unsigned_abs() as usize;
        let _other = ended.compare_exchange(signal, 0, Ordering::SeqCst, Ordering::SeqCst);
    }
}

pub(super) fn hung_up() -> u8 {
    exit_code(SIGHUP.unsigned_abs() as usize)
}

fn exit_code(signal: usize) -> u8 {
    u8::try_from(128 + signal).unwrap_or(1)
}

struct Watcher {
    caught: UnixStream,
    over: UnixStream,
    waker: UnixStream,
}

impl Watcher {
    /// Sleeps until a signal comes, the terminal is gone or the loop has ended; then sees to it that the program ends.
    fn run(&self, ended: &AtomicUsize, lent: &AtomicBool, give_back: fn()) {
        let stdin = io::stdin();
        loop {
            let mut fds = [
                PollFd::new(&self.caught, PollFlags::IN),
                PollFd::new(&self.over, PollFlags::IN),
                PollFd::new(&stdin, PollFlags::empty()),
            ];
            let watched = if POLLS_TERMINALS { fds.len() } else { fds.len() - 1 };
            match poll(fds.get_mut(..watched).unwrap_or_default(), None) {
                Ok(_) => {}
                Err(Errno::INTR) => continue,
                Err(_) => return,
            }
            let [signal, over, terminal] = &fds;
            if !over.revents().is_empty() {
                return;
            }
            if !terminal.revents().is_empty() {
                break;
            }
            if !signal.revents().is_empty() {
                drop((&self.caught).read(&mut [0; 64]));
                // In this order: once the loop has the terminal again, it has passed over such a signal itself.
                if lent.load(Ordering::SeqCst) {
                    pass_over_typed(ended);
                }
                if ended.load(Ordering::SeqCst) != 0 {
                    break;
                }
            }
        }
        // A terminal that is gone ends the program as its signal would, which may never come.
        let _signalled = ended.compare_exchange(0, SIGHUP.unsigned_abs() as usize, Ordering::SeqCst, Ordering::SeqCst);
        drop((&self.waker).write(&[0]));
        let deadline = Instant::now() + GRACE;
        while let Some(left) = deadline.checked_duration_since(Instant::now()) {
            let limit = Timespec { tv_sec: 0, tv_nsec: left.subsec_nanos().into() };
            let mut fds = [PollFd::new(&self.over, PollFlags::IN)];
            if matches!(poll(&mut fds, Some(&limit)), Ok(1..)) {
                return;
            }
        }
        // The loop waits for the learner's editor, which has the terminal and whose file is kept as a draft; or it is
        // stuck in a call that nothing else ends.
        if !lent.load(Ordering::SeqCst) {
            give_back();
        }
        std::process::exit(exit_code(ended.load(Ordering::SeqCst)).into());
    }
}
