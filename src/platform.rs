//! What one system does otherwise than another: how a file is private, what tells two files apart, who holds a lock, how
//! an editor is started, how a terminal is waited for and given back. Every `cfg` of a system that the program has is here, and everybody
//! else is written once.
//!
//! `unix` and `windows` have the same functions. Deliberately absent: what a system's difference means for the learner.

#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

#[cfg(unix)]
pub(crate) use unix::*;
#[cfg(windows)]
pub(crate) use windows::*;

#[cfg(unix)]
use std::time::Duration;

/// Says why waiting for the terminal ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wake {
    /// The terminal has something to read, or a new size.
    Input,
    /// Nothing happened for so long.
    Time,
    /// Somebody asks the program to stop.
    Stop,
    /// The program was stopped by somebody else and goes on, and the screen is not ours any more.
    Continued,
    /// The program is to end, with this exit code: that of a signal, or of a hang-up for a terminal that is gone.
    End(u8),
}

/// How long to wait at most for what wakes nobody.
#[cfg(unix)]
const SLICE: Duration = Duration::from_millis(200);

/// Whether `poll` tells of a terminal. On macOS it calls `/dev/tty` invalid, and sees no hang-up.
#[cfg(unix)]
const POLLS_TERMINALS: bool = !cfg!(target_vendor = "apple");

/// Whether `sync_data` asks for more than `fsync` (`F_FULLFSYNC`).
#[cfg(unix)]
const SYNCS_BEYOND_FSYNC: bool = cfg!(target_vendor = "apple");

/// Signals that one system alone has, and that end the program: on Linux a power failure.
#[cfg(all(unix, any(target_os = "linux", target_os = "android")))]
const ENDS_HERE: &[i32] = &[rustix::process::Signal::POWER.as_raw()];
#[cfg(all(unix, not(any(target_os = "linux", target_os = "android"))))]
const ENDS_HERE: &[i32] = &[];

/// Signals without a name that do nothing: on Linux STKFLT and those of real time. The C library keeps some of them for
/// itself, and refuses those.
#[cfg(unix)]
const NAMELESS: &[std::ops::RangeInclusive<i32>] = if cfg!(target_os = "linux") { &[16..=16, 34..=64] } else { &[] };

/// The program that takes a text for the clipboard from its input, where the terminal may not know how.
#[cfg(unix)]
const CLIPBOARD: Option<&str> = if cfg!(target_vendor = "apple") { Some("pbcopy") } else { None };
