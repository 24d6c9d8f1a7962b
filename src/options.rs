//! What every way into the program can be told: which plan, where the state lives, and how the screen behaves.

#![expect(missing_docs, reason = "the names say it; plan, journal and study are the library's face")]

use crate::config::Config;
use crate::env::{self, Charset, Colours, Env};
use crate::error::{Error, reason};
use crate::journal::error::LARGEST;
use crate::journal::files::Tail;
use crate::plan::{Plan, Source};
use crate::platform;
use crate::study::Session;
use crate::study::calendar::AsOf;
use crate::text::{is_unsafe, visible};
use std::fs::OpenOptions;
use std::io::Read;
use std::path::{Path, PathBuf};

pub use crate::config::{FILE, Mouse, Problem, Setting, Streak};

/// Holds the options that come before or after any verb.
#[derive(Clone, Debug, Default)]
pub struct Options {
    pub plan: Option<PathBuf>,
    pub data_dir: Option<PathBuf>,
    pub ascii: bool,
    pub mouse: Mouse,
    pub config: Config,
    /// What is wrong with the settings.
    pub wrong: Vec<Problem>,
}

impl Options {
    pub fn charset(&self, env: &Env) -> Charset {
        if self.ascii { Charset::Ascii } else { self.config.symbols.unwrap_or(env.charset) }
    }

    pub fn colours(&self, env: &Env) -> Colours {
        self.config.theme.unwrap_or(env.colours)
    }

    /// Returns these options with the learner's settings, which count where nothing else was asked for. What is wrong with
    /// them keeps nobody from studying.
    pub(crate) fn configured(mut self, env: &Env) -> Result<Self, Error> {
        let Some(path) = env.config_dir()?.map(|dir| dir.join(FILE)) else { return Ok(self) };
        (self.config, self.wrong) = match text_of(&path) {
            Ok(text) => Config::read(&text.unwrap_or_default()),
            Err(why) => {
                let why = visible(&why);
                let sentence = format!("{why}; no setting was read; correct or remove the file.");
                (Config::default(), vec![Problem { line: 0, sentence }])
            }
        };
        if self.config.mouse == Mouse::Off {
            self.mouse = Mouse::Off;
        }
        Ok(self)
    }

    /// Returns the options that say which plan and data are meant, as a shell takes them, each behind a space; empty where
    /// none was given.
    pub(crate) fn given(&self) -> String {
        let given = [("--plan", &self.plan), ("--data-dir", &self.data_dir)];
        let paths = given.into_iter().filter_map(|(name, path)| Some((name, path.as_ref()?)));
        let option = |(name, path): (&str, &PathBuf)| {
            let is_dashed = path.as_os_str().as_encoded_bytes().starts_with(b"-");
            format!(" {name}{}{}", if is_dashed { '=' } else { ' ' }, quoted(path))
        };
        paths.map(option).collect()
    }

    /// Returns the plan's file: as given, as `NINETY_PLAN` or the settings name it; none for the built-in plan, which its
    /// id names too.
    pub(crate) fn plan_file(&self, env: &Env) -> Result<Option<PathBuf>, Error> {
        let set = |plan: &PathBuf| Ok::<_, Error>(env.config_dir()?.unwrap_or_default().join(env::at_home(plan)));
        let file = match (&self.plan, &env.plan, &self.config.plan) {
            (Some(given), ..) => Some(given.clone()),
            (None, Some(plan), _) if is_builtin(plan) => None,
            (None, Some(plan), _) => Some(env::whole("NINETY_PLAN", plan, "or unset it")?),
            (None, None, plan) => plan.as_ref().filter(|plan| !is_builtin(plan)).map(set).transpose()?,
        };
        Ok(file.filter(|path| !is_builtin(path) || path.exists()))
    }

    pub fn plan(&self, env: &Env) -> Result<&'static Plan, Error> {
        let Some(path) = self.plan_file(env)? else { return Ok(Plan::builtin()) };
        let named = match (&self.plan, &env.plan) {
            (Some(_), _) => "",
            (None, Some(_)) => " (NINETY_PLAN names it)",
            (None, None) => " (the settings name it)",
        };
        let source = source(&path).map_err(|error| match error {
            Error::PlanFile(path, why) => Error::PlanFile(path, why + named),
            error => error,
        });
        Ok(Box::leak(Box::new(Plan::read(&[source?]).map_err(Error::Plan)?)))
    }

    pub fn session(&self, env: &Env, tail: Tail) -> Result<Session, Error> {
        let dir = env.data_dir(self.data_dir.as_deref())?;
        let as_of = AsOf { now: env.now(), habits: self.config.habits };
        Ok(Session::open(self.plan(env)?, dir, tail, as_of)?)
    }
}

fn is_builtin(path: &Path) -> bool {
    path.as_os_str() == Plan::builtin().id().as_str()
}

/// Returns a path as a shell takes it; what would not come through a terminal is escaped.
fn quoted(path: &Path) -> String {
    match path.to_str().filter(|text| !text.contains(is_unsafe)) {
        Some(text) => platform::quoted(text).into_owned(),
        None => format!("$'{}'", path.as_os_str().as_encoded_bytes().iter().copied().map(escaped).collect::<String>()),
    }
}

fn escaped(byte: u8) -> String {
    match byte {
        b' '..=b'~' if !matches!(byte, b'\\' | b'\'') => char::from(byte).to_string(),
        _ => format!("\\x{byte:02x}"),
    }
}

/// Says what is wrong with the settings, at most so many problems of them, and that the others hold; nothing where all
/// is well.
pub fn wrong(file: &str, problems: &[Problem], most: usize) -> Option<String> {
    let told = problems.iter().take(most).map(|problem| format!("{file}{problem}"));
    let told = told.collect::<Vec<_>>().join("\nninety: ");
    let more = problems.len().saturating_sub(most);
    let more = if more > 0 { format!(" … and {more} more.") } else { String::new() };
    // Of a file that could not be read none holds.
    let others = if problems.iter().any(|problem| problem.line == 0) { "" } else { " The other settings hold." };
    (!problems.is_empty()).then(|| told + &more + others)
}

/// Reads a plan file's text, if it is a regular file of a sensible size.
pub fn source(path: &Path) -> Result<Source, Error> {
    let text = text_of(path).and_then(|text| text.ok_or_else(|| "there is no such file".to_owned()));
    let text = text.map_err(|why| Error::PlanFile(path.to_owned(), why))?;
    Ok(Source { name: path.to_string_lossy().into_owned(), text })
}

/// Reads a file's text, if it is a regular file of a sensible size; none where there is no file.
pub(crate) fn text_of(path: &Path) -> Result<Option<String>, String> {
    let file = match platform::no_wait(OpenOptions::new().read(true)).open(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        file => file.map_err(|error| reason(&error))?,
    };
    let data = file.metadata().map_err(|error| reason(&error))?;
    if !data.is_file() {
        return Err(if data.is_dir() { "this is a directory" } else { "this is not a regular file" }.to_owned());
    }
    if data.len() > LARGEST {
        return Err(format!("the file has {} MB, and the limit is 16 MB", data.len() / 1_000_000));
    }
    let mut bytes = Vec::new();
    file.take(LARGEST).read_to_end(&mut bytes).map_err(|error| reason(&error))?;
    String::from_utf8(bytes).map(Some).map_err(|_bytes| "the file is not UTF-8 text; save it as UTF-8".to_owned())
}
