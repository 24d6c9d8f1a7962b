//! What surrounds the program: the clock, the environment, the home directory and what the terminal can do. This is
//! the only room that asks for them (clippy's `disallowed-methods` holds that); everybody else is told.
//!
//! Deliberately absent: the learner's files. Paths are named here and opened in `journal`.

use crate::error::Error;
use chrono::{DateTime, FixedOffset};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use std::ffi::OsString;
use std::io::{self, BufRead, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// The most that is read from standard input, in bytes.
const LONGEST_INPUT: u64 = 1024 * 1024;

/// Says where now comes from.
#[derive(Clone, Copy, Debug)]
enum Clock {
    System,
    Fixed(DateTime<FixedOffset>),
}

/// Says whether colours may be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colours {
    /// The terminal's own sixteen.
    Sixteen,
    /// None, as `NO_COLOR` asks; bold and reverse stay.
    None,
}

/// Says which characters may be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glyphs {
    /// Box drawing, blocks and marks.
    Unicode,
    /// Plain ASCII.
    Ascii,
}

/// Says where output goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Output {
    /// To a terminal, where somebody may read it at once.
    Terminal,
    /// To a file or another program.
    Elsewhere,
}

/// Holds what was asked of the surroundings when the program started.
#[derive(Clone, Debug)]
pub struct Env {
    clock: Clock,
    data_dir: Option<OsString>,
    config_dir: Option<PathBuf>,
    /// Whether colours may be used.
    pub colours: Colours,
    /// Which characters may be used.
    pub glyphs: Glyphs,
    /// The learner's editor, as a command line.
    pub editor: String,
    /// Whether input and output are a terminal that can show a screen.
    pub screen: bool,
    /// Whether this runs on another machine than the one with the browser.
    pub remote: bool,
    /// Whether standard input is a terminal.
    pub typed_input: bool,
    /// Where standard output goes.
    pub output: Output,
}

impl Env {
    /// Asks the surroundings. An error names the variable that is wrong.
    pub fn ask() -> Result<Self, Error> {
        let term = text("TERM").unwrap_or_default();
        let tty = io::stdin().is_terminal() && io::stdout().is_terminal();
        let locale =
            ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(|name| text(name)).unwrap_or_default();
        let utf8 = locale.is_empty()
            || ["utf-8", "utf8"].iter().any(|form| locale.to_lowercase().contains(form));
        Ok(Self {
            clock: match text("NINETY_NOW") {
                Some(moment) => Clock::Fixed(DateTime::parse_from_rfc3339(&moment).map_err(|_why| {
                    Error::Variable("NINETY_NOW", "is no moment such as 2026-12-08T19:41:12+01:00; correct it or unset it")
                })?),
                None => Clock::System,
            },
            data_dir: os("NINETY_DATA_DIR"),
            config_dir: config_dir(),
            colours: if os("NO_COLOR").is_some() { Colours::None } else { Colours::Sixteen },
            glyphs: if utf8 && term != "linux" { Glyphs::Unicode } else { Glyphs::Ascii },
            editor: text("VISUAL").or_else(|| text("EDITOR")).unwrap_or_else(|| "vi".to_owned()),
            screen: tty && !term.is_empty() && term != "dumb",
            remote: os("SSH_CONNECTION").is_some() || os("SSH_TTY").is_some(),
            typed_input: io::stdin().is_terminal(),
            output: if io::stdout().is_terminal() { Output::Terminal } else { Output::Elsewhere },
        })
    }

    /// Returns surroundings with a fixed clock, a terminal without a mind of its own, and nothing else: for tests,
    /// pictures and benchmarks.
    pub fn fixed(now: DateTime<FixedOffset>) -> Self {
        Self {
            clock: Clock::Fixed(now),
            data_dir: None,
            config_dir: None,
            colours: Colours::Sixteen,
            glyphs: Glyphs::Unicode,
            editor: "vi".to_owned(),
            screen: true,
            remote: false,
            typed_input: true,
            output: Output::Terminal,
        }
    }

    /// Returns what the clock says, to the second, with the local offset from UTC.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks the clock")]
    pub fn now(&self) -> DateTime<FixedOffset> {
        let now = match self.clock {
            Clock::System => chrono::Local::now().fixed_offset(),
            Clock::Fixed(now) => now,
        };
        chrono::SubsecRound::trunc_subsecs(now, 0)
    }

    /// Returns 32 random bits for an entry's key. Where the system has none, the clock's nanoseconds serve.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks the clock")]
    pub fn random(&self) -> u32 {
        getrandom::u32().unwrap_or_else(|_why| chrono::Local::now().timestamp_subsec_nanos())
    }

    /// Returns the directory for the journal: as asked for on the command line, by `NINETY_DATA_DIR`, or the data
    /// directory that the system has for programs. Nothing is created. The result is absolute.
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place that asks for the home directory"
    )]
    pub fn data_dir(&self, asked: Option<&Path>) -> Result<PathBuf, Error> {
        if let Some(asked) = asked {
            return std::path::absolute(asked).map_err(|_why| {
                Error::Variable(
                    "--data-dir",
                    "is not a directory that can be found from here; give its whole path",
                )
            });
        }
        if let Some(dir) = &self.data_dir {
            let dir = PathBuf::from(dir);
            return if dir.is_absolute() {
                Ok(dir)
            } else {
                Err(Error::Variable(
                    "NINETY_DATA_DIR",
                    "is not a whole path (one that begins with /); correct it or unset it",
                ))
            };
        }
        let dirs =
            directories::ProjectDirs::from("", "", "ninety").map(|dirs| dirs.data_dir().to_owned());
        dirs.filter(|dir| dir.is_absolute()).ok_or(Error::Variable(
            "HOME",
            "names no home directory (a path that begins with /); set it, or set NINETY_DATA_DIR",
        ))
    }

    /// Returns the directory for the settings: as set by `NINETY_CONFIG_DIR`, or the one that the system has for programs;
    /// none where there is no home. Nothing is created.
    pub fn config_dir(&self) -> Option<&Path> {
        self.config_dir.as_deref()
    }

    /// Asks the learner at the terminal a question that ends in `[y/N]`, and tells whether the answer is yes.
    pub fn agreed(&self, question: &str) -> io::Result<bool> {
        let mut terminal = io::stderr().lock();
        terminal.write_all(crate::text::printed(question).as_bytes())?;
        terminal.write_all(b" ")?;
        terminal.flush()?;
        let mut answer = String::new();
        io::stdin().lock().take(LONGEST_INPUT).read_line(&mut answer)?;
        Ok(["y", "yes"].contains(&answer.trim().to_lowercase().as_str()))
    }

    /// Reads standard input to its end. It is an error if that is more than 1 MiB or no UTF-8, for nothing is ever kept
    /// in part.
    pub fn input(&self) -> io::Result<String> {
        let mut bytes = Vec::new();
        let read = io::stdin().lock().take(LONGEST_INPUT + 1).read_to_end(&mut bytes)?;
        if u64::try_from(read).is_ok_and(|read| read > LONGEST_INPUT) {
            return Err(io::Error::other("it has more than 1 MiB"));
        }
        String::from_utf8(bytes).map_err(|_bytes| io::Error::other("it is not UTF-8 text"))
    }
}

/// Says what somebody typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// A line.
    Line(String),
    /// What stood there when there were no more lines: ctrl-d, ctrl-c, or a terminal that is gone; often nothing.
    End(String),
}

/// The lines that somebody types, one by one.
#[derive(Debug)]
pub struct Typed {
    interrupted: Arc<AtomicBool>,
}

impl Typed {
    /// Begins to listen. From now on ctrl-c ends the lines, and no longer the program; so do a hang-up and a kill.
    pub fn listen() -> io::Result<Self> {
        let interrupted = Arc::new(AtomicBool::new(false));
        for signal in [SIGINT, SIGTERM, SIGHUP] {
            signal_hook::flag::register(signal, Arc::clone(&interrupted))?;
        }
        Ok(Self { interrupted })
    }

    /// Waits for a line, and returns it without its line break; at the end what stood there without one.
    pub fn line(&self) -> io::Result<Heard> {
        let stdin = io::stdin();
        // A signal that comes just before the wait is seen at its end.
        let limit = Timespec { tv_sec: 0, tv_nsec: 200_000_000 };
        while !self.interrupted.load(Ordering::SeqCst) {
            match poll(&mut [PollFd::new(&stdin, PollFlags::IN)], Some(&limit)) {
                Ok(0) | Err(Errno::INTR) => {}
                Ok(_) => {
                    let mut line = String::new();
                    stdin.lock().read_line(&mut line)?;
                    let is_whole = line.ends_with('\n') && !self.interrupted.load(Ordering::SeqCst);
                    let line = line.trim_end_matches(['\n', '\r']).to_owned();
                    return Ok(if is_whole { Heard::Line(line) } else { Heard::End(line) });
                }
                Err(error) => return Err(error.into()),
            }
        }
        Ok(Heard::End(String::new()))
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the one place that reads the environment")]
fn os(name: &str) -> Option<OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty())
}

fn text(name: &str) -> Option<String> {
    os(name).and_then(|value| value.into_string().ok())
}

#[expect(
    clippy::disallowed_methods,
    reason = "this is the one place that asks for the home directory"
)]
fn config_dir() -> Option<PathBuf> {
    let set = os("NINETY_CONFIG_DIR").map(PathBuf::from);
    let dirs = || {
        directories::ProjectDirs::from("", "", "ninety").map(|dirs| dirs.config_dir().to_owned())
    };
    set.or_else(dirs).filter(|dir| dir.is_absolute())
}
