//! What is handed out, as a file: whole or not at all. The text goes to a temporary file in the same directory, is
//! synced, and then takes the name. Nothing that is there is ever replaced, and nothing new takes a name that `ninety`
//! would read.

use crate::cli::call::Call;
use crate::config;
use crate::error::{Error, reason};
use crate::journal::finding::shown;
use crate::study::Session;
use std::fs::{File, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

const THERE: (&str, &str) = ("this file is there already", "name another file, or remove it first");

pub(super) fn write(call: &Call, session: &Session, path: &Path, text: &str) -> Result<(), Error> {
    let target = target(path)?;
    if let Some(what) = reserved(call, session, &target) {
        return Err(refused(path, &format!("this is {what}"), "name another file"));
    }
    placed(&target, text).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => refused(path, THERE.0, THERE.1),
        _ => refused(path, &reason(&error), remedy(&error)),
    })
}

fn refused(path: &Path, why: &str, remedy: &str) -> Error {
    Error::Refused(format!("{}: {why}; nothing was written; {remedy}.", shown(path)))
}

fn remedy(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "make room on the disk and try again",
        io::ErrorKind::PermissionDenied => "name a file in a directory that is yours to write",
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => "make its directory first, or name another file",
        _ => "name another file, or see to the disk",
    }
}

fn target(path: &Path) -> Result<PathBuf, Error> {
    // Such as the program's own standard output.
    if ["/dev", "/proc"].iter().any(|dir| path.starts_with(dir)) {
        return Err(refused(path, "this is a stream and no file", "name - to print"));
    }
    let ends_in_a_slash = path.as_os_str().as_encoded_bytes().ends_with(b"/");
    let Some(name) = path.file_name().filter(|_| !ends_in_a_slash && !path.is_dir()) else {
        let inside = shown(&path.join("journal.md"));
        return Err(refused(path, "this is a directory", &format!("name a file in it, such as {inside}")));
    };
    if path.symlink_metadata().is_ok() {
        return Err(refused(path, THERE.0, THERE.1));
    }
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    let parent = std::fs::canonicalize(parent.unwrap_or(Path::new(".")));
    Ok(parent.map_err(|error| refused(path, &reason(&error), remedy(&error)))?.join(name))
}

fn reserved(call: &Call, session: &Session, target: &Path) -> Option<&'static str> {
    let whole = |path: &Path| std::fs::canonicalize(path).ok();
    let settings = call.env.config_dir().ok().flatten().as_deref().and_then(whole);
    if settings.is_some_and(|dir| target == dir.join(config::FILE)) {
        return Some("the name of your settings");
    }
    let files = session.files();
    let inside = |dir: &Path| whole(dir).is_some_and(|dir| target.starts_with(dir));
    if inside(&files.backups()) || inside(&files.drafts()) {
        return Some("in a directory that ninety keeps for itself");
    }
    let data = files.path().parent().and_then(whole);
    let is_ours = target.extension().is_some_and(|end| end == "toml" || end == "lock");
    (is_ours && target.parent() == data.as_deref()).then_some("a name that ninety keeps for journals")
}

fn placed(target: &Path, text: &str) -> io::Result<()> {
    let dir = target.parent().unwrap_or(Path::new("/"));
    // As a shell would make it: the learner's umask says who may read it.
    let ordinary = Permissions::from_mode(0o666);
    let mut file = tempfile::Builder::new().prefix(".ninety-").permissions(ordinary).tempfile_in(dir)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    file.persist_noclobber(target).map_err(|unplaced| unplaced.error)?;
    // The text is whole under its name; that the name itself outlasts a power cut is as far as the system can say.
    drop(File::open(dir).and_then(|dir| dir.sync_all()));
    Ok(())
}
