//! What every way into the program can be told: which plan, where the state lives, and how the screen behaves.
//!
//! Deliberately absent: the arguments' grammar, which is the command line's.

use crate::config::{self, Config, Palette, Symbols};
use crate::env::{Colours, Env, Glyphs};
use crate::error::{Error, reason};
use crate::journal::files::Tail;
use crate::journal::finding::shown;
use crate::plan::{Plan, Source};
use crate::study::Session;
use crate::study::calendar::AsOf;
use crate::text::visible;
use std::fs::OpenOptions;
use std::io::Read;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

/// The largest plan file that is read, in bytes.
const LARGEST: u64 = 16 * 1024 * 1024;

pub use crate::config::{Mouse, Streak};

/// Holds the options that come before or after any verb.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The learner's own plan file; the built-in plan without one.
    pub plan: Option<PathBuf>,
    /// The directory for the journal; the system's without one.
    pub data_dir: Option<PathBuf>,
    /// Whether plain characters are asked for.
    pub ascii: bool,
    /// Whether the mouse is listened to.
    pub mouse: Mouse,
    /// The learner's settings, once they are read.
    pub config: Config,
}

impl Options {
    /// Returns which characters may be used: plain ones where they are asked for here or the terminal has no others.
    pub fn glyphs(&self, env: &Env) -> Glyphs {
        match (self.ascii, self.config.symbols) {
            (true, _) | (_, Some(Symbols::Ascii)) => Glyphs::Ascii,
            (false, Some(Symbols::Unicode)) => Glyphs::Unicode,
            (false, None) => env.glyphs,
        }
    }

    /// Returns which colours may be used.
    pub fn colours(&self, env: &Env) -> Colours {
        match self.config.theme {
            Palette::Plain => Colours::None,
            Palette::Terminal => env.colours,
        }
    }

    /// Returns these options with the learner's settings, which count where nothing else was asked for. No file is no
    /// error; one that cannot be read or understood is.
    pub fn configured(mut self, env: &Env) -> Result<Self, Error> {
        let Some(path) = env.config_dir()?.map(|dir| dir.join(config::FILE)) else {
            return Ok(self);
        };
        let text = match text_of(&path) {
            Err(Unread::Missing) => return Ok(self),
            Err(Unread::Because(why)) => {
                let sentence = format!(
                    "{}: {}; no setting was read; correct or remove the file.",
                    shown(&path),
                    visible(&why)
                );
                return Err(Error::Refused(sentence));
            }
            Ok(text) => text,
        };
        self.config = Config::read(&text).map_err(|problems| {
            let sentences = problems
                .iter()
                .map(|problem| format!("{}:{}: {}", shown(&path), problem.line, problem.sentence));
            Error::Refused(sentences.collect::<Vec<_>>().join("\nninety: "))
        })?;
        if self.config.mouse == Mouse::Off {
            self.mouse = Mouse::Off;
        }
        Ok(self)
    }

    /// Reads the plan that is asked for. It lives as long as the program.
    pub fn plan(&self) -> Result<&'static Plan, Error> {
        match &self.plan {
            None => Ok(Plan::builtin()),
            Some(path) => {
                Ok(Box::leak(Box::new(Plan::read(&[source(path)?]).map_err(Error::Plan)?)))
            }
        }
    }

    /// Reads plan and journal as of now.
    pub fn session(&self, env: &Env, tail: Tail) -> Result<Session, Error> {
        let dir = env.data_dir(self.data_dir.as_deref())?;
        let as_of = AsOf { now: env.now(), habits: self.config.habits };
        Ok(Session::open(self.plan()?, dir, tail, as_of)?)
    }
}

/// Reads a plan file's text, if it is a regular file of a sensible size.
pub fn source(path: &Path) -> Result<Source, Error> {
    match text_of(path) {
        Ok(text) => Ok(Source { name: path.to_string_lossy().into_owned(), text }),
        Err(Unread::Missing) => {
            Err(Error::PlanFile(path.to_owned(), "there is no such file".to_owned()))
        }
        Err(Unread::Because(why)) => Err(Error::PlanFile(path.to_owned(), why)),
    }
}

/// Says why a file was not read.
enum Unread {
    /// There is none.
    Missing,
    /// For this reason.
    Because(String),
}

/// Reads a file's text, if it is a regular file of a sensible size.
fn text_of(path: &Path) -> Result<String, Unread> {
    let refused = Unread::Because;
    let flags = i32::try_from(rustix::fs::OFlags::NONBLOCK.bits()).unwrap_or(0);
    let file = OpenOptions::new().read(true).custom_flags(flags).open(path);
    let mut file = file.map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => Unread::Missing,
        _ => refused(reason(&error)),
    })?;
    let data = file.metadata().map_err(|error| refused(reason(&error)))?;
    if !data.is_file() {
        return Err(refused("this is not a regular file".to_owned()));
    }
    if data.len() > LARGEST {
        return Err(refused(format!(
            "the file has {} MB, and the limit is 16 MB",
            data.len() / 1_000_000
        )));
    }
    let mut bytes = Vec::new();
    Read::by_ref(&mut file)
        .take(LARGEST)
        .read_to_end(&mut bytes)
        .map_err(|error| refused(reason(&error)))?;
    String::from_utf8(bytes).map_err(|_bytes| refused("the file is not UTF-8 text".to_owned()))
}
