//! What surrounds the program: the clock, the environment, the home directory and what the terminal can do. This is
//! the only room that asks for them (clippy's `disallowed-methods` holds that); everybody else is told.

#![expect(missing_docs, reason = "the names say it; plan, journal and study are the library's face")]

use crate::error::Error;
use crate::platform;
use chrono::{DateTime, Datelike, FixedOffset, Local, MappedLocalTime, NaiveDateTime, TimeDelta, TimeZone, Utc};
use std::ffi::OsString;
use std::io::{self, IsTerminal, Read};
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use terminal_size::{Height, Width, terminal_size_of};

const LONGEST_INPUT: u64 = 1024 * 1024;
pub const YEARS: RangeInclusive<i32> = 1901..=8999;

/// The seconds that a clock may say: a year more on both sides, so that dates can be reckoned with.
const SECONDS: RangeInclusive<i64> = -2_240_524_800..=221_876_928_000;

/// The columns of a page where nothing says how many there are, and the fewest and the most that are taken at their word.
const COLUMNS: usize = 80;
const LEAST_COLUMNS: usize = 20;
const MOST_COLUMNS: usize = 1000;

#[derive(Clone, Debug)]
enum ConfigDir {
    None,
    System,
    Set(PathBuf),
}

/// Says whether colours may be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colours {
    Sixteen,
    /// None, as `NO_COLOR` asks; bold and reverse stay.
    None,
}

/// Says which characters may be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Charset {
    Unicode,
    Ascii,
}

/// Says by what the learner's clock is set on other dates than today.
#[derive(Clone, Copy, Debug)]
enum Zone {
    /// The machine's zone, with its summer time.
    Machine,
    /// The offset that a fixed clock has, and the machine's zone has not.
    Fixed(FixedOffset),
}

/// Holds what was asked of the surroundings when the program started.
#[derive(Clone, Debug)]
pub struct Env {
    /// What `NINETY_NOW` says.
    fixed: Option<DateTime<FixedOffset>>,
    zone: Zone,
    /// What `NINETY_PLAN` says.
    pub(crate) plan: Option<PathBuf>,
    data_dir: Option<PathBuf>,
    config_dir: ConfigDir,
    pub colours: Colours,
    pub charset: Charset,
    pub editor: String,
    /// Whether input and output are a terminal that can show a screen.
    pub screen: bool,
    /// Whether this runs on another machine than the one with the browser.
    pub remote: bool,
    pub typed_input: bool,
    /// How wide output is: as its terminal, else as `COLUMNS` says.
    pub columns: Option<usize>,
    /// The same of messages.
    pub message_columns: Option<usize>,
}

impl Env {
    pub fn ask() -> Result<Self, Error> {
        let term = text("TERM").unwrap_or_default();
        let tty = io::stdin().is_terminal() && io::stdout().is_terminal();
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(|name| text(name)).unwrap_or_default();
        let utf8 = locale.is_empty() || ["utf-8", "utf8"].iter().any(|form| locale.to_lowercase().contains(form));
        let fixed = fixed_clock()?;
        let elsewhere = fixed.filter(|now| now.with_timezone(&Local).fixed_offset().offset() != now.offset());
        Ok(Self {
            fixed,
            zone: elsewhere.map_or(Zone::Machine, |now| Zone::Fixed(*now.offset())),
            plan: os("NINETY_PLAN").map(PathBuf::from),
            data_dir: os("NINETY_DATA_DIR").map(PathBuf::from),
            config_dir: os("NINETY_CONFIG_DIR").map_or(ConfigDir::System, |dir| ConfigDir::Set(dir.into())),
            colours: if os("NO_COLOR").is_some() { Colours::None } else { Colours::Sixteen },
            charset: if utf8 && term != "linux" { Charset::Unicode } else { Charset::Ascii },
            editor: text("VISUAL").or_else(|| text("EDITOR")).unwrap_or_else(|| platform::EDITOR.to_owned()),
            screen: tty && (!platform::NAMES_TERMINALS || !term.is_empty()) && term != "dumb",
            remote: os("SSH_CONNECTION").is_some() || os("SSH_TTY").is_some(),
            typed_input: io::stdin().is_terminal(),
            columns: columns(terminal_size_of(io::stdout())),
            message_columns: message_columns(),
        })
    }

    /// Returns surroundings with a fixed clock and a plain terminal: for tests, pictures and benchmarks.
    pub fn fixed(now: DateTime<FixedOffset>) -> Self {
        Self {
            fixed: Some(now),
            zone: Zone::Fixed(*now.offset()),
            plan: None,
            data_dir: None,
            config_dir: ConfigDir::None,
            colours: Colours::Sixteen,
            charset: Charset::Unicode,
            editor: "vi".to_owned(),
            screen: true,
            remote: false,
            typed_input: true,
            columns: None,
            message_columns: None,
        }
    }

    /// Returns how wide pages and help are: 80 columns where nothing says it.
    pub(crate) fn page_columns(&self) -> usize {
        self.columns.unwrap_or(COLUMNS)
    }

    pub fn now(&self) -> DateTime<FixedOffset> {
        let system = || by_calendar(system_time()).with_timezone(&Local).fixed_offset();
        chrono::SubsecRound::trunc_subsecs(self.fixed.unwrap_or_else(system), 0)
    }

    /// Returns when the learner's clock says so, on that date. A time that it says twice is the first of both, and one that
    /// it leaves out is counted on from before (RFC 5545, 3.3.5).
    pub(crate) fn instant(&self, local: NaiveDateTime) -> DateTime<Utc> {
        let offset = match self.zone {
            Zone::Machine => {
                let said = [local, local - TimeDelta::days(1)].map(|local| Local.offset_from_local_datetime(&local));
                // `chrono` does not say in which order it has the two offsets: the first time is that of the larger one.
                let both = |said: MappedLocalTime<FixedOffset>| [said.earliest(), said.latest()].into_iter().flatten();
                let first = |said| both(said).max_by_key(FixedOffset::local_minus_utc);
                said.into_iter().find_map(first).unwrap_or_else(|| *self.now().offset())
            }
            Zone::Fixed(offset) => offset,
        };
        (local - offset).and_utc()
    }

    /// Returns 32 random bits for an entry's key. Where the system has none, the clock's nanoseconds serve.
    pub fn random(&self) -> u32 {
        let nanoseconds = || system_time().duration_since(UNIX_EPOCH).map_or(0, |at| at.subsec_nanos());
        getrandom::u32().unwrap_or_else(|_why| nanoseconds())
    }

    /// Returns the directory for the journal: as asked for on the command line, by `NINETY_DATA_DIR`, or the data
    /// directory that the system has for programs. Nothing is created. The result is absolute.
    pub(crate) fn data_dir(&self, asked: Option<&Path>) -> Result<PathBuf, Error> {
        match (asked, &self.data_dir) {
            (Some(asked), _) => std::path::absolute(asked).map_err(|_why| Error::Setting {
                name: "--data-dir",
                value: asked.into(),
                wrong: "and the directory that this starts from is gone; give a whole path",
            }),
            (None, Some(dir)) => whole("NINETY_DATA_DIR", dir, "or unset it"),
            (None, None) => {
                let home = platform::HOME;
                let none =
                    format!("There is no home directory to keep the journal in; set {home}, or set NINETY_DATA_DIR.");
                let system = || directories().map(|dirs| dirs.data_dir().to_owned());
                let dir = under_home(xdg("XDG_DATA_HOME").or_else(system))?;
                dir.ok_or(Error::Refused(none))
            }
        }
    }

    /// Returns the whole path of the directory for the settings: as set or the system's; none where there is no home.
    pub(crate) fn config_dir(&self) -> Result<Option<PathBuf>, Error> {
        match &self.config_dir {
            ConfigDir::Set(dir) => whole("NINETY_CONFIG_DIR", dir, "or unset it").map(Some),
            ConfigDir::System => {
                let system = || directories().map(|dirs| dirs.config_dir().to_owned());
                under_home(xdg("XDG_CONFIG_HOME").or_else(system))
            }
            ConfigDir::None => Ok(None),
        }
    }

    /// Reads standard input to its end.
    pub fn input(&self) -> io::Result<String> {
        let mut bytes = Vec::new();
        let read = io::stdin().lock().take(LONGEST_INPUT + 1).read_to_end(&mut bytes)?;
        if u64::try_from(read).is_ok_and(|read| read > LONGEST_INPUT) {
            return Err(io::Error::other("it has more than 1 MiB"));
        }
        String::from_utf8(bytes).map_err(|_bytes| io::Error::other("it is not UTF-8 text"))
    }
}

/// Returns a path that may begin with `~/`, which a shell would have put the home directory for.
pub(crate) fn at_home(path: &Path) -> PathBuf {
    let under = path.strip_prefix("~").ok().zip(os(platform::HOME));
    under.map_or_else(|| path.to_owned(), |(rest, home)| Path::new(&home).join(rest))
}

/// Returns how wide messages are, which is asked by itself where the rest of the surroundings is wrong.
pub(crate) fn message_columns() -> Option<usize> {
    columns(terminal_size_of(io::stderr()))
}

/// Returns the columns of the terminal that a stream goes to, else those that are set.
fn columns(terminal: Option<(Width, Height)>) -> Option<usize> {
    let terminal = terminal.map(|(width, _)| width.0.into());
    let set = || text("COLUMNS").and_then(|columns| columns.trim().parse().ok());
    let columns = terminal.or_else(set);
    columns.map(|columns: usize| columns.clamp(LEAST_COLUMNS, MOST_COLUMNS))
}

#[expect(clippy::disallowed_methods, reason = "this is the one place that reads the environment")]
fn os(name: &str) -> Option<OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty())
}

fn text(name: &str) -> Option<String> {
    os(name).and_then(|value| value.into_string().ok())
}

#[expect(clippy::disallowed_methods, reason = "this is the one place that asks for the home directory")]
fn directories() -> Option<directories::ProjectDirs> {
    directories::ProjectDirs::from("", "", "ninety")
}

/// Returns a variable's directory if it is a whole path. A variable is set once and counts everywhere, so a relative path
/// in it would lead to another journal in every directory; what is typed for one command may be relative.
pub(crate) fn whole(name: &'static str, dir: &Path, way_out: &'static str) -> Result<PathBuf, Error> {
    if dir.is_absolute() { Ok(dir.to_owned()) } else { Err(Error::Relative { name, value: dir.into(), way_out }) }
}

/// Returns a directory of ours that such a variable names, also on macOS, which has other places for it.
fn xdg(name: &str) -> Option<PathBuf> {
    let dir = os(name).filter(|_| platform::HAS_XDG).map(PathBuf::from);
    dir.filter(|dir| dir.is_absolute()).map(|dir| dir.join("ninety"))
}

/// Returns a directory that the system has for programs. A relative `XDG_DATA_HOME` or `XDG_CONFIG_HOME` has been passed
/// over by then, as their specification asks of every program; a relative `HOME` has not.
fn under_home(dir: Option<PathBuf>) -> Result<Option<PathBuf>, Error> {
    match dir {
        Some(dir) if !dir.is_absolute() => {
            let home = os("HOME").unwrap_or_default();
            whole("HOME", Path::new(&home), "or set NINETY_DATA_DIR and NINETY_CONFIG_DIR").map(Some)
        }
        dir => Ok(dir),
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the one place that asks the clock")]
fn system_time() -> SystemTime {
    SystemTime::now()
}

fn fixed_clock() -> Result<Option<DateTime<FixedOffset>>, Error> {
    let wrong = |value: OsString, wrong| Error::Setting { name: "NINETY_NOW", value, wrong };
    let Some(value) = os("NINETY_NOW") else {
        let wrong =
            "The system's clock is outside the years 1901 to 8999, so nothing could be dated; set the clock right.";
        let is_right = YEARS.contains(&by_calendar(system_time()).year());
        return is_right.then_some(None).ok_or_else(|| Error::Refused(wrong.to_owned()));
    };
    match value.to_str().and_then(|text| DateTime::parse_from_rfc3339(text).ok()) {
        Some(moment) if YEARS.contains(&moment.year()) => Ok(Some(moment)),
        Some(_) => Err(wrong(value, "which is outside the years 1901 to 8999; correct it or unset it")),
        None => Err(wrong(value, "which is not a moment such as 2026-12-08T19:41:12+01:00; correct it or unset it")),
    }
}

/// Returns the system's time by the calendar; beyond all calendars, a year in which nothing can be recorded.
pub fn by_calendar(time: SystemTime) -> DateTime<Utc> {
    let seconds = |duration: Duration| i64::try_from(duration.as_secs()).unwrap_or(i64::MAX);
    let second = match time.duration_since(UNIX_EPOCH) {
        Ok(after) => seconds(after),
        Err(before) => -seconds(before.duration()) - i64::from(before.duration().subsec_nanos() > 0),
    };
    DateTime::from_timestamp(second.clamp(*SECONDS.start(), *SECONDS.end()), 0).unwrap_or_default()
}

/// Makes a write over the limit on file sizes an error of that write, to be told like any other.
pub fn catch_file_size_limit() {
    platform::catch_file_size_limit();
}
