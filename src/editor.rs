//! The learner's own editor on a text: a private temporary file, the command of `VISUAL` or `EDITOR`, and back.

use crate::env::Env;
use crate::error::{Error, reason};
use crate::text::pasted;
use signal_hook::consts::{SIGINT, SIGQUIT};
use std::fs::OpenOptions;
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

const LONGEST: usize = 1024 * 1024;

/// Opens the learner's editor on a text in a file at this path, which is written anew and left there; returns what it
/// was changed to. An error comes with what had been written until then, if anything.
pub(crate) fn edit_at(env: &Env, path: &Path, text: &str) -> Result<Option<String>, (Error, Option<Vec<u8>>)> {
    // A file of text ends in a line break.
    let before = if text.is_empty() { String::new() } else { pasted(text) + "\n" };
    written(path, &before).map_err(|error| (no_file(error), None))?;
    let failed = |why: String| Error::Editor(env.editor.clone(), why);
    let ended = run(&env.editor, path);
    let unread = |error| (failed(format!("left no readable file ({})", reason(&error))), None);
    let after = std::fs::read(path).map_err(unread)?;
    let why = match ended {
        Err(why) => why,
        Ok(status) if !status.success() => failure(status),
        Ok(_) if after == before.as_bytes() => return Ok(None),
        Ok(_) if after.len() > LONGEST => "left a text of more than 1 MiB".to_owned(),
        Ok(_) => match std::str::from_utf8(&after).map(pasted) {
            Ok(after) => return Ok(Some(after).filter(|after| *after != before)),
            Err(_) => "left a text that is not UTF-8".to_owned(),
        },
    };
    Err((failed(why), Some(after).filter(|after| after != before.as_bytes())))
}

/// Opens the learner's editor on a text, in a file called by its title, and returns what it was changed to, or none where
/// it was not changed. What cannot be taken stays in the file, and the error says where.
pub fn edit(env: &Env, title: &str, text: &str) -> Result<Option<String>, Error> {
    let dir = tempfile::Builder::new().prefix("ninety-").tempdir().map_err(no_file)?;
    edit_at(env, &dir.path().join(file_name(title)), text).map_err(|failed| match failed {
        (Error::Editor(editor, why), Some(_)) => {
            // From here on the directory stays.
            let path = dir.keep().join(file_name(title));
            Error::Editor(editor, format!("{why}; what you wrote is kept in {}", path.display()))
        }
        (error, _) => error,
    })
}

pub(crate) fn no_file(error: io::Error) -> Error {
    Error::Stream("A file for the editor could not be made", error)
}

pub(crate) fn put_aside(title: &str, text: &str) -> io::Result<PathBuf> {
    let dir = tempfile::Builder::new().prefix("ninety-").tempdir()?;
    written(&dir.path().join(file_name(title)), text)?;
    Ok(dir.keep().join(file_name(title)))
}

fn written(path: &Path, text: &str) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path)?;
    file.write_all(text.as_bytes())
}

fn file_name(title: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
    let name: String = title.chars().map(plain).take(60).collect();
    let words: Vec<&str> = name.split('-').filter(|word| !word.is_empty()).collect();
    if words.is_empty() { "note.md".to_owned() } else { format!("{}.md", words.join("-")) }
}

fn run(editor: &str, path: &Path) -> Result<ExitStatus, String> {
    let words = shell_words::split(editor).map_err(|_quote| "is no command line: a quote is not closed".to_owned())?;
    let (program, args) = words.split_first().ok_or_else(|| "is no command line".to_owned())?;
    // An interrupt typed while the editor has the terminal is the editor's alone.
    let ours: Vec<_> = [SIGINT, SIGQUIT]
        .into_iter()
        .filter_map(|signal| signal_hook::flag::register(signal, Arc::new(AtomicBool::new(false))).ok())
        .collect();
    let ended = Command::new(program).args(args).arg(path).status();
    for id in ours {
        signal_hook::low_level::unregister(id);
    }
    ended.map_err(|error| format!("could not be started ({})", reason(&error)))
}

fn failure(status: ExitStatus) -> String {
    use std::os::unix::process::ExitStatusExt;
    match (status.code(), status.signal()) {
        (Some(code), _) => format!("ended with exit code {code}"),
        (None, Some(signal)) => format!("was ended by signal {signal}"),
        (None, None) => "ended without saying how".to_owned(),
    }
}
