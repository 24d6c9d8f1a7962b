//! What every way into the program can be told: which plan, where the state lives, and how the screen behaves.
//!
//! Deliberately absent: the arguments' grammar, which is the command line's.

use crate::env::{Env, Glyphs};
use crate::error::{Error, reason};
use crate::journal::files::Tail;
use crate::plan::{Plan, Source};
use crate::study::Session;
use std::fs::OpenOptions;
use std::io::Read;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

/// The largest plan file that is read, in bytes.
const LARGEST: u64 = 16 * 1024 * 1024;

/// Says whether the mouse is listened to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mouse {
    /// Wheel and clicks act.
    #[default]
    On,
    /// The terminal keeps the mouse, to select text as usual.
    Off,
}

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
}

impl Options {
    /// Returns which characters may be used: plain ones where they are asked for here or the terminal has no others.
    pub fn glyphs(&self, env: &Env) -> Glyphs {
        if self.ascii { Glyphs::Ascii } else { env.glyphs }
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
        Ok(Session::open(self.plan()?, dir, tail, env.now())?)
    }
}

/// Reads a plan file's text, if it is a regular file of a sensible size.
pub fn source(path: &Path) -> Result<Source, Error> {
    let refused = |why: String| Error::PlanFile(path.to_owned(), why);
    let flags = i32::try_from(rustix::fs::OFlags::NONBLOCK.bits()).unwrap_or(0);
    let file = OpenOptions::new().read(true).custom_flags(flags).open(path);
    let mut file = file.map_err(|error| refused(reason(&error)))?;
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
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Source { name: path.to_string_lossy().into_owned(), text }),
        Err(_) => Err(refused("the file is not UTF-8 text".to_owned())),
    }
}
