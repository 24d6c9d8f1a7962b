//! Windows: what is private by where it is, and no signals but ctrl-c.
//!
//! Deliberately absent: jobs, and owners by number.

mod terminal;

pub(crate) use terminal::*;

use crate::text::is_device;
use std::borrow::Cow;
use std::ffi::OsString;
use std::fs::{DirBuilder, File, Metadata, OpenOptions};
use std::io::{self, Read, Seek};
use std::os::windows::fs::MetadataExt;
use std::path::Path;
use std::process::{Command, ExitStatus};

pub(crate) const EDITOR: &str = "notepad";

/// The variable that names the home directory.
pub(crate) const HOME: &str = "USERPROFILE";

/// How a path begins that is one from everywhere.
pub(crate) const WHOLE_PATH: &str = r"a whole path (one that begins with a drive, such as C:\)";

/// Whether the XDG variables say where files go, also where the system has other directories.
pub(crate) const HAS_XDG: bool = false;

/// Whether a terminal that can show a screen has a name in `TERM`.
pub(crate) const NAMES_TERMINALS: bool = false;

/// Whether a shell can stop a program and let it go on.
pub(crate) const HAS_JOBS: bool = false;

/// No longer file is a journal.
const LARGEST: u64 = 16 << 20;

/// What tells one state of a file from another. Everybody can set back the time of the last change, and a file that is
/// written to in its place may keep it: so the bytes themselves are looked at, of which there are few.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Look {
    volume: u64,
    index: u64,
    pub(crate) length: u64,
    written: u64,
    bytes: u32,
}

impl Look {
    pub(crate) fn at(path: &Path) -> Option<Self> {
        let file = File::open(path).ok()?;
        Self::of(&file, &file.metadata().ok()?).ok()
    }

    pub(crate) fn of(file: &File, data: &Metadata) -> io::Result<Self> {
        let known = winapi_util::file::information(file)?;
        let (mut file, mut hasher, mut piece) = (file, crc32fast::Hasher::new(), [0; 1 << 14]);
        file.rewind()?;
        let mut reader = file.take(LARGEST);
        loop {
            match reader.read(&mut piece)? {
                0 => break,
                read => hasher.update(piece.get(..read).unwrap_or_default()),
            }
        }
        file.rewind()?;
        Ok(Self {
            volume: known.volume_serial_number(),
            index: known.file_index(),
            length: data.len(),
            written: data.last_write_time(),
            bytes: hasher.finalize(),
        })
    }

    pub(crate) fn is_same_file(&self, other: &Self) -> bool {
        (self.volume, self.index) == (other.volume, other.index)
    }
}

/// Has files made that their owner alone can read, as everything in a learner's own directories is.
pub(crate) fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}

/// Returns what makes directories that their owner alone can read.
pub(crate) fn private_dir() -> DirBuilder {
    DirBuilder::new()
}

/// Has opening never wait, as it does here anyway.
pub(crate) fn no_wait(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}

/// Opens a file, and a link in its place not at all.
pub(crate) fn open_no_link(options: &mut OpenOptions, path: &Path) -> io::Result<File> {
    if path.is_symlink() { Err(io::ErrorKind::InvalidInput.into()) } else { options.open(path) }
}

/// Has a file made that may be read by whom its directory says.
pub(crate) fn ordinary<'a, 'b>(builder: &'a mut tempfile::Builder<'b, 'b>) -> &'a mut tempfile::Builder<'b, 'b> {
    builder
}

/// Returns the names in a directory.
pub(crate) fn names(dir: &Path) -> io::Result<Vec<OsString>> {
    std::fs::read_dir(dir)?.map(|entry| Ok(entry?.file_name())).collect()
}

/// Returns the byte at a place.
pub(crate) fn byte_at(mut file: &File, at: u64) -> io::Result<u8> {
    let mut byte = [0u8];
    file.seek(io::SeekFrom::Start(at))?;
    file.read_exact(&mut byte)?;
    let [byte] = byte;
    Ok(byte)
}

/// Cuts a file off that is open to be appended to, for which that handle has no right.
pub(crate) fn cut(_file: &File, path: &Path, length: u64) -> io::Result<()> {
    OpenOptions::new().write(true).open(path)?.set_len(length)
}

/// Has the disk take what was written.
pub(crate) fn sync(file: &File) -> io::Result<()> {
    file.sync_data()
}

/// The same with all that is known of the file.
pub(crate) fn sync_all(file: &File) -> io::Result<()> {
    file.sync_all()
}

/// Gives a new file the name of an old one; both are open. Nothing takes the place of an open file here.
pub(crate) fn replace(from: &Path, to: &Path, old: &mut File, new: File) -> io::Result<()> {
    *old = new;
    std::fs::rename(from, to)
}

/// Has the disk take the names in a directory, which it does by itself here.
#[expect(clippy::unnecessary_wraps, reason = "another system may fail")]
pub(crate) fn sync_dir(_dir: &Path) -> io::Result<()> {
    Ok(())
}

/// Returns the number of the user whom a file belongs to; here it has none.
pub(crate) fn owner(_path: &Path) -> Option<u32> {
    None
}

/// Tells whether links lead round in a circle (`ERROR_CANT_RESOLVE_FILENAME`).
pub(crate) fn is_loop(error: &io::Error) -> bool {
    error.raw_os_error() == Some(1921)
}

/// Tells whether a file system says that it has no locks (`ERROR_INVALID_FUNCTION`, `ERROR_NOT_SUPPORTED`).
pub(crate) fn has_no_locks(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::Unsupported || matches!(error.raw_os_error(), Some(1 | 50))
}

/// Tells whether another program keeps a file, or a part of it, to itself (`ERROR_SHARING_VIOLATION`,
/// `ERROR_LOCK_VIOLATION`, `ERROR_USER_MAPPED_FILE`).
pub(crate) fn is_in_use(error: &io::Error) -> bool {
    matches!(error.raw_os_error(), Some(32 | 33 | 1224))
}

/// Returns who holds a lock, which the system does not tell.
pub(crate) fn holder(_file: &File) -> Option<String> {
    None
}

/// Returns the name of the program that started this one, which is asked on Unix only.
pub(crate) fn started_by() -> Option<String> {
    None
}

/// Tells whether a path names a device, whatever its directory and ending.
pub(crate) fn is_stream(path: &Path) -> bool {
    let stem = path.file_name().and_then(|name| name.to_str()).and_then(|name| name.split(['.', ':']).next());
    stem.is_some_and(|stem| is_device(stem.trim_end()))
}

/// Returns a path as PowerShell and cmd take it in one piece, as far as one way of writing suits both: `$` and `%` are not
/// kept from meaning something.
pub(crate) fn quoted(text: &str) -> Cow<'_, str> {
    let plain = |c: char| c.is_alphanumeric() || r"\/:.-_~".contains(c);
    if !text.is_empty() && text.chars().all(plain) {
        return text.into();
    }
    // Before a quote a backslash is one that hides it.
    format!("\"{}\"", text.trim_end_matches('\\')).into()
}

/// There is no limit on file sizes that would end a program.
pub(crate) fn catch_file_size_limit() {}

/// Runs an editor, without a shell. Editors such as VS Code are started by a script that has no `.exe`.
pub(crate) fn run_editor(line: &str, path: &Path) -> io::Result<ExitStatus> {
    // An interrupt typed while the editor has the terminal is the editor's alone. It stays so: this is a screen, where
    // ctrl-c is a key, or a verb that ends soon.
    drop(ctrlc::set_handler(|| {}));
    let words = editor_words(line).unwrap_or_default();
    let Some((program, args)) = words.split_first() else { return Err(io::ErrorKind::InvalidInput.into()) };
    let run = |program: &str| Command::new(program).args(args).arg(path).status();
    let by_ending = |ending: &str| run(&format!("{program}{ending}"));
    let is_missing = |ended: &io::Result<_>| matches!(ended, Err(error) if error.kind() == io::ErrorKind::NotFound);
    let mut ended = run(program);
    for ending in [".cmd", ".bat"] {
        if is_missing(&ended) {
            ended = by_ending(ending);
        }
    }
    ended
}

/// Returns the words of an editor's command line; none where a quote is not closed. The path of a program may hold
/// blanks, and a backslash is a backslash.
pub(crate) fn editor_words(line: &str) -> Option<Vec<String>> {
    if Path::new(line.trim()).is_file() {
        return Some(vec![line.trim().to_owned()]);
    }
    shell_words::split(&line.replace('\\', r"\\")).ok()
}

/// The exit code of what an interrupt ended (`STATUS_CONTROL_C_EXIT`).
const INTERRUPTED: i32 = 0xC000_013A_u32.cast_signed();

/// Says how a program failed.
pub(crate) fn failure(status: ExitStatus) -> String {
    match status.code() {
        Some(INTERRUPTED) => "was ended by ctrl-c".to_owned(),
        Some(code) => format!("ended with exit code {code}"),
        None => "ended without saying how".to_owned(),
    }
}

/// Puts a text on the clipboard; tells whether it is there.
pub(crate) fn copy(text: &str) -> bool {
    clipboard_win::set_clipboard_string(text).is_ok()
}

#[cfg(test)]
#[path = "../../tests/windows/rooms/platform.rs"]
mod tests;
