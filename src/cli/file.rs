//! What is handed out, as a file: whole or not at all. The text goes to a temporary file in the same directory, is
//! synced, and then takes the name. Nothing that is there is replaced unless that was asked for, and nothing new takes a
//! name that `ninety` would read.

use super::call::Call;
use crate::config;
use crate::error::{Error, reason};
use crate::journal::finding::shown;
use crate::platform;
use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// What to do about a file that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum There {
    Refused,
    /// As above, where --force would replace it.
    RefusedUnlessForced,
    Replaced,
}

impl There {
    fn remedy(self) -> &'static str {
        match self {
            Self::Refused => "name another file, or remove it first",
            Self::RefusedUnlessForced | Self::Replaced => "name another file, or replace it with --force",
        }
    }
}

pub(super) fn write(call: &Call, path: &Path, text: &str, there: There) -> Result<(), Error> {
    let target = target(path, there)?;
    if let Some(what) = reserved(call, &target)? {
        return Err(refused(path, &format!("this is {what}"), "name another file"));
    }
    placed(&target, text, there).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => refused(path, THERE, there.remedy()),
        _ => refused(path, &reason(&error), remedy(&error)),
    })
}

const THERE: &str = "this file is there already";

/// Tells whether two paths lead to one file.
pub(super) fn is_same(one: &Path, other: &Path) -> bool {
    let whole = |path: &Path| std::fs::canonicalize(path).ok();
    whole(one).is_some_and(|one| whole(other) == Some(one))
}

fn refused(path: &Path, why: &str, remedy: &str) -> Error {
    Error::Refused(format!("{}: {why}; nothing was written; {remedy}.", shown(path)))
}

fn remedy(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "make room on the disk and try again",
        io::ErrorKind::PermissionDenied => "name a file in a directory that is yours to write",
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => "make its directory first, or name another file",
        _ if platform::is_in_use(error) => "close the program that has it open, or name another file",
        _ => "name another file, or see to the disk",
    }
}

fn target(path: &Path, there: There) -> Result<PathBuf, Error> {
    if platform::is_stream(path) {
        return Err(refused(path, "this is a stream and no file", "name - to print"));
    }
    let last = path.as_os_str().as_encoded_bytes().last();
    let ends_in_a_slash = last.is_some_and(|last| std::path::is_separator(char::from(*last)));
    let Some(name) = path.file_name().filter(|_| !ends_in_a_slash && !path.is_dir()) else {
        let inside = shown(&path.join("journal.md"));
        return Err(refused(path, "this is a directory", &format!("name a file in it, such as {inside}")));
    };
    if path.symlink_metadata().is_ok() {
        // What is replaced is the file that a link leads to.
        let old = std::fs::canonicalize(path).ok().filter(|old| there == There::Replaced && old.is_file());
        return old.ok_or_else(|| refused(path, THERE, there.remedy()));
    }
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    let parent = std::fs::canonicalize(parent.unwrap_or(Path::new(".")));
    Ok(parent.map_err(|error| refused(path, &reason(&error), remedy(&error)))?.join(name))
}

fn reserved(call: &Call, target: &Path) -> Result<Option<&'static str>, Error> {
    let whole = |path: PathBuf| std::fs::canonicalize(path).ok();
    let settings = call.env.config_dir().ok().flatten().and_then(whole);
    if settings.is_some_and(|dir| target == dir.join(config::FILE)) {
        return Ok(Some("the name of your settings"));
    }
    let data = call.env.data_dir(call.options.data_dir.as_deref())?;
    let inside = |dir: &str| whole(data.join(dir)).is_some_and(|dir| target.starts_with(dir));
    if inside("backups") || inside("drafts") {
        return Ok(Some("in a directory that ninety keeps for itself"));
    }
    let is_ours = target.extension().is_some_and(|end| end == "toml" || end == "lock");
    Ok((is_ours && target.parent() == whole(data).as_deref()).then_some("a name that ninety keeps for journals"))
}

fn placed(target: &Path, text: &str, there: There) -> io::Result<()> {
    let dir = target.parent().unwrap_or(Path::new("/"));
    let mut file = platform::ordinary(tempfile::Builder::new().prefix(".ninety-")).tempfile_in(dir)?;
    file.write_all(text.as_bytes())?;
    platform::sync_all(file.as_file())?;
    if there == There::Replaced
        && let Ok(old) = target.metadata()
    {
        // Of a file that is open Windows only says that it may not be replaced.
        if let Err(error) = File::open(target)
            && platform::is_in_use(&error)
        {
            return Err(error);
        }
        file.as_file().set_permissions(old.permissions())?;
        file.persist(target).map_err(|unplaced| unplaced.error)?;
    } else {
        file.persist_noclobber(target).map_err(|unplaced| unplaced.error)?;
    }
    // The text is whole under its name; that the name itself outlasts a power cut is as far as the system can say.
    drop(platform::sync_dir(dir));
    Ok(())
}
