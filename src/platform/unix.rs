//! Unix: modes, inodes, errors by their numbers, and a shell.

mod signals;
mod terminal;

pub(crate) use terminal::*;

use rustix::fs::{Dir, Mode, OFlags};
use rustix::io::Errno;
use signal_hook::consts::{SIGINT, SIGQUIT, SIGXFSZ};
use std::borrow::Cow;
use std::ffi::{OsStr, OsString};
use std::fs::{DirBuilder, File, Metadata, OpenOptions, Permissions};
use std::io::{self, Write};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{DirBuilderExt, FileExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

pub(crate) const EDITOR: &str = "vi";

/// The variable that names the home directory.
pub(crate) const HOME: &str = "HOME";

/// How a path begins that is one from everywhere.
pub(crate) const WHOLE_PATH: &str = "a whole path (one that begins with /)";

/// Whether the XDG variables say where files go, also where the system has other directories.
pub(crate) const HAS_XDG: bool = true;

/// Whether a terminal that can show a screen has a name in `TERM`.
pub(crate) const NAMES_TERMINALS: bool = true;

/// Whether a shell can stop a program and let it go on.
pub(crate) const HAS_JOBS: bool = true;

/// What tells one state of a file from another: length and time of the last change, which nobody can set back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Look {
    device: u64,
    inode: u64,
    pub(crate) length: u64,
    changed: (i64, i64),
}

impl Look {
    pub(crate) fn at(path: &Path) -> Option<Self> {
        std::fs::metadata(path).ok().map(|data| Self::of_data(&data))
    }

    #[expect(clippy::unnecessary_wraps, reason = "another system reads the file")]
    pub(crate) fn of(_file: &File, data: &Metadata) -> io::Result<Self> {
        Ok(Self::of_data(data))
    }

    fn of_data(data: &Metadata) -> Self {
        let changed = (data.ctime(), data.ctime_nsec());
        Self { device: data.dev(), inode: data.ino(), length: data.len(), changed }
    }

    pub(crate) fn is_same_file(&self, other: &Self) -> bool {
        (self.device, self.inode) == (other.device, other.inode)
    }
}

/// Has files made that their owner alone can read.
pub(crate) fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    options.mode(0o600)
}

/// Returns what makes directories that their owner alone can read.
pub(crate) fn private_dir() -> DirBuilder {
    let mut builder = DirBuilder::new();
    builder.mode(0o700);
    builder
}

/// Has opening never wait, whatever stands in the file's place.
pub(crate) fn no_wait(options: &mut OpenOptions) -> &mut OpenOptions {
    options.custom_flags(i32::try_from(OFlags::NONBLOCK.bits()).unwrap_or(0))
}

/// Opens a file without a wait, and a link in its place not at all.
pub(crate) fn open_no_link(options: &mut OpenOptions, path: &Path) -> io::Result<File> {
    let flags = OFlags::NONBLOCK | OFlags::NOFOLLOW;
    options.custom_flags(i32::try_from(flags.bits()).unwrap_or(0)).open(path)
}

/// Has a file made that may be read by whom the learner's umask says, as a shell makes it.
pub(crate) fn ordinary<'a, 'b>(builder: &'a mut tempfile::Builder<'b, 'b>) -> &'a mut tempfile::Builder<'b, 'b> {
    builder.permissions(Permissions::from_mode(0o666))
}

/// Returns the names in a directory. The standard library's listing would panic where closing it fails.
pub(crate) fn names(dir: &Path) -> io::Result<Vec<OsString>> {
    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC | OFlags::NONBLOCK;
    let entries = Dir::new(rustix::fs::open(dir, flags, Mode::empty())?)?;
    entries.map(|entry| Ok(OsStr::from_bytes(entry?.file_name().to_bytes()).to_owned())).collect()
}

/// Returns the byte at a place.
pub(crate) fn byte_at(file: &File, at: u64) -> io::Result<u8> {
    let mut byte = [0u8];
    file.read_exact_at(&mut byte, at)?;
    let [byte] = byte;
    Ok(byte)
}

/// Cuts a file off that is open to be appended to.
pub(crate) fn cut(file: &File, _path: &Path, length: u64) -> io::Result<()> {
    file.set_len(length)
}

/// Has the disk take what was written.
pub(crate) fn sync(file: &File) -> io::Result<()> {
    synced(file, File::sync_data)
}

/// The same with all that is known of the file, such as its modes.
pub(crate) fn sync_all(file: &File) -> io::Result<()> {
    synced(file, File::sync_all)
}

/// Some network file systems refuse what macOS has beyond `fsync`.
fn synced(file: &File, sync: fn(&File) -> io::Result<()>) -> io::Result<()> {
    match sync(file) {
        Err(error) if super::SYNCS_BEYOND_FSYNC && is_one_of(&error, &UNSYNCED) => Ok(rustix::fs::fsync(file)?),
        synced => synced,
    }
}

const UNSYNCED: [Errno; 4] = [Errno::NOTSUP, Errno::OPNOTSUPP, Errno::NOTTY, Errno::INVAL];

/// Gives a new file the name of an old one; both are open.
pub(crate) fn replace(from: &Path, to: &Path, old: &mut File, new: File) -> io::Result<()> {
    std::fs::rename(from, to)?;
    *old = new;
    Ok(())
}

/// Has the disk take the names in a directory.
pub(crate) fn sync_dir(dir: &Path) -> io::Result<()> {
    match File::open(dir).and_then(|dir| sync_all(&dir)) {
        Err(error) if matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::InvalidInput) => Ok(()),
        synced => synced,
    }
}

/// Returns the number of the user whom a file belongs to.
pub(crate) fn owner(path: &Path) -> Option<u32> {
    std::fs::metadata(path).ok().map(|data| data.uid())
}

fn is_one_of(error: &io::Error, numbers: &[Errno]) -> bool {
    numbers.iter().any(|number| error.raw_os_error() == Some(number.raw_os_error()))
}

/// Tells whether links lead round in a circle.
pub(crate) fn is_loop(error: &io::Error) -> bool {
    is_one_of(error, &[Errno::LOOP])
}

/// Tells whether a file system says that it has no locks.
pub(crate) fn has_no_locks(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::Unsupported || is_one_of(error, &[Errno::NOLCK, Errno::NOSYS, Errno::OPNOTSUPP])
}

/// Tells whether another program keeps a file to itself, which nobody can here.
pub(crate) fn is_in_use(_error: &io::Error) -> bool {
    false
}

/// Returns who holds a lock, from the kernel's list where there is one.
pub(crate) fn holder(file: &File) -> Option<String> {
    let data = rustix::fs::fstat(file).ok()?;
    let (major, minor) = (rustix::fs::major(data.st_dev), rustix::fs::minor(data.st_dev));
    let ours = format!("{major:02x}:{minor:02x}:{}", data.st_ino);
    let locks = std::fs::read_to_string("/proc/locks").ok()?;
    let pid = locks.lines().find_map(|line| {
        let mut words = line.split_ascii_whitespace().skip(4);
        let (pid, place) = (words.next()?, words.next()?);
        (place == ours).then(|| pid.to_owned())
    })?;
    let name = process_name(&pid).unwrap_or_else(|| "another process".to_owned());
    Some(format!("{name} (process {pid})"))
}

/// Returns the name of the program that started this one, where the system tells.
pub(crate) fn started_by() -> Option<String> {
    process_name(&rustix::process::getppid()?.as_raw_nonzero().to_string())
}

fn process_name(pid: &str) -> Option<String> {
    std::fs::read_to_string(format!("/proc/{pid}/comm")).ok().map(|name| name.trim_end().to_owned())
}

/// Tells whether a path names no file, such as the program's own standard output.
pub(crate) fn is_stream(path: &Path) -> bool {
    ["/dev", "/proc"].iter().any(|dir| path.starts_with(dir)) && !path.starts_with("/dev/shm")
}

/// Returns a text as a shell takes it in one piece.
pub(crate) fn quoted(text: &str) -> Cow<'_, str> {
    shell_words::quote(text)
}

/// Makes a write over the limit on file sizes (`ulimit -f`) an error of that write, to be told like any other. Its signal
/// would end a verb without a word, and the screen with the terminal raw. It is caught and not ignored, for the
/// learner's editor would inherit that.
pub(crate) fn catch_file_size_limit() {
    drop(signal_hook::flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false))));
}

/// Runs an editor as git does: its command line is the shell's to read, and the file's name is only handed on.
pub(crate) fn run_editor(line: &str, path: &Path) -> io::Result<ExitStatus> {
    // An interrupt typed while the editor has the terminal is the editor's alone: neither this program nor the shell
    // between them ends by it.
    let ours: Vec<_> = [SIGINT, SIGQUIT]
        .into_iter()
        .filter_map(|signal| signal_hook::flag::register(signal, Arc::new(AtomicBool::new(false))).ok())
        .collect();
    let script = format!("trap : INT QUIT; {} \"$@\"", line.trim());
    let ended = Command::new("sh").args(["-c", &script, line]).arg(path).status();
    for id in ours {
        signal_hook::low_level::unregister(id);
    }
    ended
}

/// Returns the words of an editor's command line; none where a quote is not closed.
pub(crate) fn editor_words(line: &str) -> Option<Vec<String>> {
    shell_words::split(line).ok()
}

/// Says how a program failed. The shell tells of one that it cannot find or run, and of a signal, by a code.
pub(crate) fn failure(status: ExitStatus) -> String {
    match (status.code(), status.signal()) {
        (Some(126), _) => "could not be started (it is no program that may be run)".to_owned(),
        (Some(127), _) => "could not be started (there is no such program)".to_owned(),
        (Some(code @ 129..=192), _) => format!("was ended by signal {}", code - 128),
        (Some(code), _) => format!("ended with exit code {code}"),
        (None, Some(signal)) => format!("was ended by signal {signal}"),
        (None, None) => "ended without saying how".to_owned(),
    }
}

/// Puts a text on the clipboard where a program of the system does that; tells whether it did.
pub(crate) fn copy(text: &str) -> bool {
    let Some(program) = super::CLIPBOARD else { return false };
    let copied = || -> io::Result<bool> {
        let mut child = Command::new(program).stdin(Stdio::piped()).stdout(Stdio::null()).spawn()?;
        child.stdin.take().map_or(Ok(()), |mut input| input.write_all(text.as_bytes()))?;
        Ok(child.wait()?.success())
    };
    copied().unwrap_or(false)
}
