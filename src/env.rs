//! What surrounds the program: the clock, the environment, the home directory and what the terminal can do. This is
//! the only room that asks for them (clippy's `disallowed-methods` holds that); everybody else is told.
//!
//! Deliberately absent: the learner's files. Paths are named here and opened in `journal`.

use crate::error::Error;
use chrono::{DateTime, Datelike, FixedOffset, TimeDelta, Utc};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGXFSZ};
use std::ffi::OsString;
use std::io::{self, BufRead, IsTerminal, Read, Write};
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

/// The most that is read from standard input, in bytes.
const LONGEST_INPUT: u64 = 1024 * 1024;

/// The years in which now may lie: those that a journal takes, with a year of room on both sides for the dates that an
/// entry may hold.
const YEARS: RangeInclusive<i32> = 1901..=8999;

/// What a clock beyond those is taken to say: moments that no journal takes, and far enough from the ends of the calendar
/// that dates can be reckoned with.
const EARLIEST: DateTime<Utc> = at_second(-2_240_524_800);
const LATEST: DateTime<Utc> = at_second(221_876_928_000);

const fn at_second(second: i64) -> DateTime<Utc> {
    match DateTime::from_timestamp(second, 0) {
        Some(moment) => moment,
        None => DateTime::UNIX_EPOCH,
    }
}

/// Says where now comes from.
#[derive(Clone, Copy, Debug)]
enum Clock {
    System,
    Fixed(DateTime<FixedOffset>),
}

/// Says where settings are looked for.
#[derive(Clone, Debug)]
enum ConfigDir {
    /// Nowhere.
    None,
    /// In the directory that the system has for them.
    System,
    /// In the directory that `NINETY_CONFIG_DIR` names.
    Set(PathBuf),
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
    data_dir: Option<PathBuf>,
    config_dir: ConfigDir,
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
            clock: clock()?,
            data_dir: os("NINETY_DATA_DIR").map(PathBuf::from),
            config_dir: os("NINETY_CONFIG_DIR")
                .map_or(ConfigDir::System, |dir| ConfigDir::Set(dir.into())),
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
            config_dir: ConfigDir::None,
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
    pub fn now(&self) -> DateTime<FixedOffset> {
        let now = match self.clock {
            Clock::System => {
                by_calendar(system_time()).with_timezone(&chrono::Local).fixed_offset()
            }
            Clock::Fixed(now) => now,
        };
        chrono::SubsecRound::trunc_subsecs(now, 0)
    }

    /// Returns 32 random bits for an entry's key. Where the system has none, the clock's nanoseconds serve.
    pub fn random(&self) -> u32 {
        let nanoseconds =
            || system_time().duration_since(UNIX_EPOCH).map_or(0, |at| at.subsec_nanos());
        getrandom::u32().unwrap_or_else(|_why| nanoseconds())
    }

    /// Returns the directory for the journal: as asked for on the command line, by `NINETY_DATA_DIR`, or the data
    /// directory that the system has for programs. Nothing is created. The result is absolute.
    pub fn data_dir(&self, asked: Option<&Path>) -> Result<PathBuf, Error> {
        match (asked, &self.data_dir) {
            (Some(asked), _) => std::path::absolute(asked).map_err(|_why| Error::Setting {
                name: "--data-dir",
                value: asked.into(),
                wrong: "and the directory that this starts from is gone; give a whole path (one that begins with /)",
            }),
            (None, Some(dir)) => whole("NINETY_DATA_DIR", dir, "or unset it"),
            (None, None) => {
                let dir = directories().map(|dirs| dirs.data_dir().to_owned());
                under_home(dir)?.ok_or_else(|| {
                    Error::Refused(
                        "There is no home directory to keep the journal in; set HOME, or set NINETY_DATA_DIR."
                            .to_owned(),
                    )
                })
            }
        }
    }

    /// Returns the directory for the settings: as set by `NINETY_CONFIG_DIR`, or the one that the system has for programs;
    /// none where there is no home. Nothing is created. The result is absolute.
    pub fn config_dir(&self) -> Result<Option<PathBuf>, Error> {
        match &self.config_dir {
            ConfigDir::Set(dir) => whole("NINETY_CONFIG_DIR", dir, "or unset it").map(Some),
            ConfigDir::System => under_home(directories().map(|dirs| dirs.config_dir().to_owned())),
            ConfigDir::None => Ok(None),
        }
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
fn directories() -> Option<directories::ProjectDirs> {
    directories::ProjectDirs::from("", "", "ninety")
}

/// Returns a variable's directory if it is a whole path. A variable is set once and counts everywhere, so a relative path
/// in it would lead to another journal in every directory; what is typed for one command may be relative.
fn whole(name: &'static str, dir: &Path, way_out: &'static str) -> Result<PathBuf, Error> {
    if dir.is_absolute() {
        Ok(dir.to_owned())
    } else {
        Err(Error::Relative { name, value: dir.into(), way_out })
    }
}

/// Returns a directory that the system has for programs. A relative `XDG_DATA_HOME` or `XDG_CONFIG_HOME` has been passed
/// over by then, as their specification asks of every program; a relative `HOME` has not.
fn under_home(dir: Option<PathBuf>) -> Result<Option<PathBuf>, Error> {
    match dir {
        Some(dir) if !dir.is_absolute() => {
            let home = os("HOME").unwrap_or_default();
            whole("HOME", Path::new(&home), "or set NINETY_DATA_DIR and NINETY_CONFIG_DIR")
                .map(Some)
        }
        dir => Ok(dir),
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the one place that asks the clock")]
fn system_time() -> SystemTime {
    SystemTime::now()
}

/// Finds the clock, and makes sure that an entry could be dated by it.
fn clock() -> Result<Clock, Error> {
    let wrong = |value: OsString, wrong| Error::Setting { name: "NINETY_NOW", value, wrong };
    let Some(value) = os("NINETY_NOW") else {
        return if YEARS.contains(&by_calendar(system_time()).year()) {
            Ok(Clock::System)
        } else {
            Err(Error::Refused(
                "The system's clock is outside the years 1901 to 8999, so nothing could be dated; set the clock right."
                    .to_owned(),
            ))
        };
    };
    let moment = value.to_str().and_then(|text| DateTime::parse_from_rfc3339(text).ok());
    match moment {
        Some(moment) if YEARS.contains(&moment.year()) => Ok(Clock::Fixed(moment)),
        Some(_) => {
            Err(wrong(value, "which is outside the years 1901 to 8999; correct it or unset it"))
        }
        None => Err(wrong(
            value,
            "which is not a moment such as 2026-12-08T19:41:12+01:00; correct it or unset it",
        )),
    }
}

/// Returns the system's time by the calendar. It may be anything: 1969 is a year like any other, and what is beyond all
/// calendars becomes a year in which nothing can be recorded.
fn by_calendar(time: SystemTime) -> DateTime<Utc> {
    let delta = |duration| TimeDelta::from_std(duration).ok();
    let moment = |delta| DateTime::UNIX_EPOCH.checked_add_signed(delta);
    let moment = match time.duration_since(UNIX_EPOCH) {
        Ok(after) => delta(after).and_then(moment).unwrap_or(LATEST),
        Err(before) => {
            delta(before.duration()).and_then(|before| moment(-before)).unwrap_or(EARLIEST)
        }
    };
    moment.clamp(EARLIEST, LATEST)
}

/// Makes a write over the limit on file sizes (`ulimit -f`) an error of that write, to be told like any other. Its signal
/// would end a verb without a word, and the screen with the terminal raw. It is caught and not ignored, for the
/// learner's editor would inherit that.
pub fn catch_file_size_limit() {
    drop(signal_hook::flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false))));
}

#[cfg(test)]
mod tests {
    use super::{YEARS, by_calendar};
    use chrono::Datelike;
    use std::time::{Duration, UNIX_EPOCH};

    #[test]
    fn the_systems_clock_may_say_anything() {
        let day = Duration::from_hours(24);
        for (time, date) in [
            (UNIX_EPOCH.checked_sub(Duration::from_nanos(1)), "1969-12-31"),
            (UNIX_EPOCH.checked_sub(day * 25_202), "1901-01-01"),
            (Some(UNIX_EPOCH), "1970-01-01"),
            (UNIX_EPOCH.checked_add(day * 20_795), "2026-12-08"),
        ] {
            assert_eq!(by_calendar(time.unwrap()).date_naive().to_string(), date);
        }
        for time in [
            UNIX_EPOCH.checked_sub(day * 25_203),
            UNIX_EPOCH.checked_sub(Duration::from_secs(i64::MAX.unsigned_abs())),
            UNIX_EPOCH.checked_add(day * 2_600_000),
            UNIX_EPOCH.checked_add(Duration::from_secs(i64::MAX.unsigned_abs())),
        ] {
            let year = by_calendar(time.unwrap()).year();
            assert!(!YEARS.contains(&year) && (1899..=9001).contains(&year), "{year}");
        }
    }
}
