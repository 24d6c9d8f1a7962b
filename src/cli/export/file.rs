//! What is handed out, as a file: whole or not at all. The text goes to a temporary file in the same directory, is synced,
//! and then takes the name.
//!
//! A symbolic link is followed: the file that it leads to is replaced, and the link stays. Nothing that `ninety` reads is
//! ever replaced: no journal, backup or draft of the data directory, and not the plan.
//!
//! Deliberately absent: what the text says.

use crate::cli::Call;
use crate::error::{Error, reason};
use crate::journal::finding::shown;
use crate::study::Session;
use std::fs::{File, Metadata, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// Says what is done about a file that is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Replace {
    /// It is replaced.
    Always,
    /// It is replaced where the learner says so at the terminal.
    IfAgreed,
}

/// Says what came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    /// The file has the text.
    Whole,
    /// The learner kept the file that was there.
    Nothing,
}

/// Writes a text to a file. An error means that the file is as it was.
pub(super) fn write(
    call: &Call,
    session: &Session,
    path: &Path,
    text: &str,
    replace: Replace,
) -> Result<Written, Error> {
    if is_stream(path) {
        return Err(refused(path, "this is a stream and no file", "name - to print"));
    }
    let target = target(path)?;
    if let Some(what) = belongs(call, session, &target) {
        return Err(refused(path, &format!("this is {what}"), "name another file"));
    }
    let there = std::fs::metadata(&target).ok();
    if let Some(there) = &there {
        fits(path, there)?;
        if replace == Replace::IfAgreed {
            if !call.env.typed_input {
                return Err(refused(path, "this file is there already", "replace it with --force"));
            }
            let question = format!("{} is there already. Replace it? [y/N]", shown(path));
            let agreed = call.env.agreed(&question);
            let unasked =
                |error| Error::Stream("You could not be asked; nothing was written", error);
            if !agreed.map_err(unasked)? {
                return Ok(Written::Nothing);
            }
        }
    }
    // A limit on file sizes then ends in an error that can be told, not in the end of the program.
    let ignored = Arc::new(AtomicBool::new(false));
    drop(signal_hook::flag::register(signal_hook::consts::SIGXFSZ, ignored));
    placed(&target, text, there.as_ref()).map(|()| Written::Whole).map_err(|error| {
        if error.kind() == io::ErrorKind::AlreadyExists {
            return refused(
                path,
                "this file has come to be there meanwhile",
                "replace it with --force",
            );
        }
        refused(path, &reason(&error), remedy(&error))
    })
}

fn refused(path: &Path, why: &str, remedy: &str) -> Error {
    Error::Refused(format!("{}: {why}; nothing was written; {remedy}.", shown(path)))
}

fn remedy(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            "make room on the disk and try again"
        }
        io::ErrorKind::PermissionDenied => "name a file in a directory that is yours to write",
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => {
            "make its directory first, or name another file"
        }
        _ => "name another file, or see to the disk",
    }
}

/// Tells whether a path names something that the program was started with, such as its standard output.
fn is_stream(path: &Path) -> bool {
    let names = ["/dev/stdout", "/dev/stderr", "/dev/stdin"];
    let dirs = ["/dev/fd", "/proc/self/fd"];
    names.iter().any(|name| path == Path::new(name))
        || dirs.iter().any(|dir| path.parent() == Some(Path::new(dir)))
}

/// Returns the whole path of the file that a path leads to, whether it is there or not.
fn target(path: &Path) -> Result<PathBuf, Error> {
    let directory = || {
        let inside = path.join("journal.md");
        refused(
            path,
            "this is a directory",
            &format!("name a file in it, such as {}", shown(&inside)),
        )
    };
    match std::fs::canonicalize(path) {
        Ok(target) => return Ok(target),
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            return Err(refused(path, &reason(&error), remedy(&error)));
        }
        Err(_) => {}
    }
    if let Ok(leads) = std::fs::read_link(path) {
        let why = format!("this is a link to {}, which leads to no file", shown(&leads));
        return Err(refused(path, &why, "bring the file back or delete the link"));
    }
    let name = path.file_name().ok_or_else(directory)?;
    if path.as_os_str().as_encoded_bytes().ends_with(b"/") {
        return Err(directory());
    }
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    let parent = std::fs::canonicalize(parent.unwrap_or(Path::new(".")));
    let parent = parent.map_err(|error| refused(path, &reason(&error), remedy(&error)))?;
    Ok(parent.join(name))
}

/// Refuses what is there if it is no regular file.
fn fits(path: &Path, there: &Metadata) -> Result<(), Error> {
    if there.is_dir() {
        let inside = path.join("journal.md");
        let remedy = format!("name a file in it, such as {}", shown(&inside));
        return Err(refused(path, "this is a directory", &remedy));
    }
    if !there.is_file() {
        let remedy = "name another file, or leave -o out to print";
        return Err(refused(path, "this is not a regular file", remedy));
    }
    Ok(())
}

/// Says what a file is to `ninety`, if it reads it.
fn belongs(call: &Call, session: &Session, target: &Path) -> Option<&'static str> {
    let is = |path: &Path| same(path, target);
    let files = session.files();
    if is(&files.path()) || files.paths().iter().any(|path| is(path)) {
        return Some("your journal");
    }
    if call.options.plan.as_deref().is_some_and(is) {
        return Some("your plan");
    }
    let inside = |dir: &Path| std::fs::canonicalize(dir).is_ok_and(|dir| target.starts_with(dir));
    if inside(&files.backups()) || inside(&files.drafts()) {
        return Some("in a directory that ninety keeps for itself");
    }
    let journal = files.path();
    let data = journal.parent().and_then(|dir| std::fs::canonicalize(dir).ok());
    let is_ours = target.extension().is_some_and(|end| end == "toml" || end == "lock");
    (is_ours && target.parent() == data.as_deref())
        .then_some("a name that ninety keeps for journals")
}

/// Tells whether two paths lead to one file.
fn same(one: &Path, other: &Path) -> bool {
    let file = |path: &Path| std::fs::metadata(path).ok().map(|data| (data.dev(), data.ino()));
    let whole = |path: &Path| std::fs::canonicalize(path).ok();
    (file(one).is_some() && file(one) == file(other)) || whole(one).is_some_and(|one| one == other)
}

/// Gives the text its name once it is on the disk; what is there keeps its permissions.
fn placed(target: &Path, text: &str, there: Option<&Metadata>) -> io::Result<()> {
    let dir = target.parent().unwrap_or(Path::new("/"));
    // As a shell would make it: the learner's umask says who may read it.
    let ordinary = Permissions::from_mode(0o666);
    let mut file =
        tempfile::Builder::new().prefix(".ninety-").permissions(ordinary).tempfile_in(dir)?;
    file.write_all(text.as_bytes())?;
    if let Some(there) = there {
        file.as_file().set_permissions(there.permissions())?;
    }
    file.as_file().sync_all()?;
    match there {
        Some(_) => file.persist(target),
        None => file.persist_noclobber(target),
    }
    .map_err(|unplaced| unplaced.error)?;
    // The text is whole under its name; that the name itself outlasts a power cut is as far as the system can say.
    drop(File::open(dir).and_then(|dir| dir.sync_all()));
    Ok(())
}
