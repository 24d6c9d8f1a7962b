//! The learner's own editor on a text: a private file, the command of `VISUAL` or `EDITOR`, and back.
//!
//! What the editor saved is never changed or deleted here: whoever takes it in does that, once it is recorded. An editor
//! that opens a window of its own may come back at once, and save long after.

use crate::env::Env;
use crate::error::{Error, reason};
use crate::platform;
use crate::text::pasted;
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitStatus;
use std::time::{Duration, Instant};

const LONGEST: usize = 1024 * 1024;

/// How soon an editor is back in which nobody can have written: what starts a window takes up to this long.
const SOON: Duration = Duration::from_millis(1500);

/// What is said of an editor that came back so soon with nothing changed.
pub(crate) const AT_ONCE: &str = "The editor came back at once; where it opens a window of its own, its --wait option \
                                  makes ninety wait. What it saves is offered at the next start.";

/// What came of a text in the learner's editor.
#[derive(Debug)]
pub(crate) struct Edited {
    /// What it was changed to, if it was.
    pub(crate) text: Option<String>,
    took: Duration,
}

impl Edited {
    /// Tells whether the editor may still be open, in a window of its own.
    pub(crate) fn came_back_at_once(&self) -> bool {
        self.took < SOON
    }
}

/// Opens the learner's editor on a text, in a new file at this path that is left there. An error comes with what the
/// editor saved, if that is a text and another one.
pub(crate) fn edit(env: &Env, path: &Path, text: &str) -> Result<Edited, (Error, Option<String>)> {
    // A file of text ends in a line break.
    let before = if text.is_empty() { String::new() } else { pasted(text) + "\n" };
    written(path, &before).map_err(|error| (no_file(error), None))?;
    let failed = |why: String| Error::Editor(env.editor.clone(), why);
    let start = Instant::now();
    let ended = run(&env.editor, path);
    let took = start.elapsed();
    let after = contents(path).map_err(|why| (failed(why), None))?;
    let text = Some(pasted(&after)).filter(|text| *text != before);
    let why = match ended {
        Err(why) => why,
        Ok(status) if !status.success() => platform::failure(status),
        Ok(_) if after.len() > LONGEST => "left a text of more than 1 MiB".to_owned(),
        Ok(_) => return Ok(Edited { text, took }),
    };
    Err((failed(why), text))
}

/// Returns what the editor left, or why that is none. A pipe or a device has no end.
fn contents(path: &Path) -> Result<String, String> {
    let unread = |error: io::Error| format!("left no readable file ({})", reason(&error));
    if !path.metadata().map_err(unread)?.is_file() {
        return Err("left no readable file (it is none)".to_owned());
    }
    let mut bytes = Vec::new();
    File::open(path).and_then(|mut file| file.read_to_end(&mut bytes)).map_err(unread)?;
    let kept = |_bytes| format!("left a text that is not UTF-8, and it is kept in {}", path.display());
    String::from_utf8(bytes).map_err(kept)
}

pub(crate) fn no_file(error: io::Error) -> Error {
    Error::Stream("A file for the editor could not be made", error)
}

pub(crate) fn put_aside(title: &str, text: &str) -> io::Result<PathBuf> {
    let dir = tempfile::Builder::new().prefix("ninety-").tempdir()?;
    written(&dir.path().join(file_name(title)), text)?;
    // From here on the directory stays.
    Ok(dir.keep().join(file_name(title)))
}

fn written(path: &Path, text: &str) -> io::Result<()> {
    let mut file = platform::private(OpenOptions::new().write(true).create_new(true)).open(path)?;
    file.write_all(text.as_bytes())
}

fn file_name(title: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
    let name: String = title.chars().map(plain).take(60).collect();
    let words: Vec<&str> = name.split('-').filter(|word| !word.is_empty()).collect();
    if words.is_empty() { "note.md".to_owned() } else { format!("{}.md", words.join("-")) }
}

fn run(editor: &str, path: &Path) -> Result<ExitStatus, String> {
    let words = platform::editor_words(editor).ok_or("is no command line: a quote is not closed")?;
    // Without a word before it a shell would run the file.
    if words.is_empty() {
        return Err("is no command line".to_owned());
    }
    platform::run_editor(editor, path).map_err(|error| format!("could not be started ({})", reason(&error)))
}
