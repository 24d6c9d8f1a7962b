//! What every way into the program can be told: which plan, where the state lives, and how the screen behaves.

#![expect(missing_docs, reason = "the names say it; plan, journal and study are the library's face")]

use crate::config::{self, Config};
use crate::env::{Charset, Colours, Env};
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

const LARGEST: u64 = 16 * 1024 * 1024;

pub use crate::config::{Mouse, Setting, Streak};

/// Holds the options that come before or after any verb.
#[derive(Clone, Debug, Default)]
pub struct Options {
    pub plan: Option<PathBuf>,
    pub data_dir: Option<PathBuf>,
    pub ascii: bool,
    pub mouse: Mouse,
    pub config: Config,
}

impl Options {
    pub fn charset(&self, env: &Env) -> Charset {
        if self.ascii { Charset::Ascii } else { self.config.symbols.unwrap_or(env.charset) }
    }

    pub fn colours(&self, env: &Env) -> Colours {
        self.config.theme.unwrap_or(env.colours)
    }

    /// Returns these options with the learner's settings, which count where nothing else was asked for.
    pub(crate) fn configured(mut self, env: &Env) -> Result<Self, Error> {
        let Some(path) = env.config_dir()?.map(|dir| dir.join(config::FILE)) else { return Ok(self) };
        let text = text_of(&path).map_err(|why| {
            let path = shown(&path);
            Error::Refused(format!("{path}: {}; no setting was read; correct or remove the file.", visible(&why)))
        })?;
        let Some(text) = text else { return Ok(self) };
        self.config = Config::read(&text)
            .map_err(|problems| refused(&path, problems.into_iter().map(|p| (p.line, p.sentence))))?;
        if self.config.mouse == Mouse::Off {
            self.mouse = Mouse::Off;
        }
        Ok(self)
    }

    pub fn refused(&self, env: &Env, problems: &[(usize, String)]) -> Error {
        let path = env.config_dir().ok().flatten().map(|dir| dir.join(config::FILE)).unwrap_or_default();
        refused(&path, problems.iter().cloned())
    }

    pub fn plan(&self) -> Result<&'static Plan, Error> {
        match &self.plan {
            None => Ok(Plan::builtin()),
            Some(path) => Ok(Box::leak(Box::new(Plan::read(&[source(path)?]).map_err(Error::Plan)?))),
        }
    }

    pub fn session(&self, env: &Env, tail: Tail) -> Result<Session, Error> {
        let dir = env.data_dir(self.data_dir.as_deref())?;
        let as_of = AsOf { now: env.now(), habits: self.config.habits };
        Ok(Session::open(self.plan()?, dir, tail, as_of)?)
    }
}

/// Reads a plan file's text, if it is a regular file of a sensible size.
pub fn source(path: &Path) -> Result<Source, Error> {
    let text = text_of(path).and_then(|text| text.ok_or_else(|| "there is no such file".to_owned()));
    let text = text.map_err(|why| Error::PlanFile(path.to_owned(), why))?;
    Ok(Source { name: path.to_string_lossy().into_owned(), text })
}

fn refused(path: &Path, problems: impl Iterator<Item = (usize, String)>) -> Error {
    let sentences = problems.map(|(line, sentence)| format!("{}:{line}: {sentence}", shown(path)));
    Error::Refused(sentences.collect::<Vec<_>>().join("\nninety: "))
}

/// Reads a file's text, if it is a regular file of a sensible size; none where there is no file.
pub(crate) fn text_of(path: &Path) -> Result<Option<String>, String> {
    let flags = i32::try_from(rustix::fs::OFlags::NONBLOCK.bits()).unwrap_or(0);
    let mut file = match OpenOptions::new().read(true).custom_flags(flags).open(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        file => file.map_err(|error| reason(&error))?,
    };
    let data = file.metadata().map_err(|error| reason(&error))?;
    if !data.is_file() {
        return Err("this is not a regular file".to_owned());
    }
    if data.len() > LARGEST {
        return Err(format!("the file has {} MB, and the limit is 16 MB", data.len() / 1_000_000));
    }
    let mut bytes = Vec::new();
    Read::by_ref(&mut file).take(LARGEST).read_to_end(&mut bytes).map_err(|error| reason(&error))?;
    String::from_utf8(bytes).map(Some).map_err(|_bytes| "the file is not UTF-8 text".to_owned())
}
