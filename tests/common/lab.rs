//! Faults on demand, for the tests that need more than Rust: `strace` to kill a run before a system call or to let the
//! call fail, and root's right to mount.
//!
//! Where something is missing a check says so and is passed over; with `NINETY_FAULTS=required` it fails instead.

#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::string_slice,
    clippy::disallowed_methods,
    reason = "every test file uses a part of it, and fails so; a test asks for what its machine can do"
)]

use super::common::{Said, World};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Tells that a check runs if all that it needs is here, and else that it is passed over.
pub(crate) fn runs(check: &str, needs: &[Need]) -> bool {
    let missing: Vec<String> = needs.iter().filter(|need| !need.is_here()).map(Need::to_string).collect();
    if missing.is_empty() {
        say(&format!("fault check: {check}: runs"));
        return true;
    }
    let missing = missing.join(" and ");
    let required = std::env::var("NINETY_FAULTS").is_ok_and(|value| value == "required");
    assert!(!required, "{check}: needs {missing}, and NINETY_FAULTS=required asks for it");
    say(&format!("fault check: {check}: passed over, for it needs {missing}"));
    false
}

/// Prints a line that the test harness does not keep for itself.
pub(crate) fn say(line: &str) {
    drop(writeln!(std::io::stderr().lock(), "{line}"));
}

/// What a check needs.
#[derive(Debug)]
pub(crate) enum Need {
    /// A program.
    Program(&'static str),
    /// The right to trace processes, and the program for it.
    Tracing,
    /// The right to mount a file system in memory.
    Mounting,
    /// The right to mount an image as a disk, and to cut its power.
    Disk,
    /// Root's rights.
    Root,
}

impl std::fmt::Display for Need {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Program(name) => write!(f, "the program {name}"),
            Self::Tracing => write!(f, "strace with the right to trace"),
            Self::Mounting => write!(f, "the right to mount a tmpfs"),
            Self::Disk => {
                write!(f, "the right to mount a loop image of ext4, and python3 to shut it down")
            }
            Self::Root => write!(f, "root"),
        }
    }
}

impl Need {
    fn is_here(&self) -> bool {
        match self {
            Self::Program(name) => succeeds("sh", &["-c", &format!("command -v {name}")]),
            Self::Tracing => succeeds(
                "strace",
                &[
                    "-f",
                    "--seccomp-bpf",
                    "-o",
                    "/dev/null",
                    "-e",
                    "trace=getppid",
                    "-e",
                    "inject=getppid:error=EIO",
                    "true",
                ],
            ),
            Self::Mounting => is_root() && Mount::memory("size=64k").is_some(),
            Self::Disk => is_root() && Disk::new().is_some_and(|disk| disk.cut()),
            Self::Root => is_root(),
        }
    }
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

/// Runs a program quietly, and tells whether it ended well.
pub(crate) fn succeeds(program: &str, arguments: &[&str]) -> bool {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

/// A directory with something mounted on it, until this is dropped.
pub(crate) struct Mount {
    pub(crate) dir: tempfile::TempDir,
}

impl Mount {
    fn on(arguments: &[&str]) -> Option<Self> {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().to_str()?.to_owned();
        let mounted = succeeds("mount", &[arguments, &[&path]].concat());
        mounted.then_some(Self { dir })
    }

    /// A file system in memory, with mount options such as `size=8k,nr_inodes=4`.
    pub(crate) fn memory(options: &str) -> Option<Self> {
        Self::on(&["-t", "tmpfs", "-o", options, "none"])
    }

    pub(crate) fn path(&self) -> &Path {
        self.dir.path()
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        let path = self.dir.path().to_str().unwrap();
        assert!(succeeds("umount", &[path]) || succeeds("umount", &["-l", path]), "{path} stays mounted");
    }
}

/// A disk whose power can be cut: an image with an ext4 file system.
pub(crate) struct Disk {
    image: tempfile::NamedTempFile,
    mount: Option<Mount>,
}

impl Disk {
    /// A disk of 16 MB, mounted; `noauto_da_alloc` takes away what ext4 does for programs that forget to sync.
    pub(crate) fn new() -> Option<Self> {
        let image = tempfile::NamedTempFile::new().unwrap();
        image.as_file().set_len(16 << 20).unwrap();
        let path = image.path().to_str()?.to_owned();
        if !succeeds("mkfs.ext4", &["-q", "-F", &path]) {
            return None;
        }
        let mut disk = Self { image, mount: None };
        disk.plug_in().then_some(disk)
    }

    fn plug_in(&mut self) -> bool {
        self.mount = Mount::on(&["-o", "loop,noauto_da_alloc", self.image.path().to_str().unwrap()]);
        self.mount.is_some()
    }

    pub(crate) fn path(&self) -> &Path {
        self.mount.as_ref().unwrap().path()
    }

    /// Cuts the power: what is not on the disk now never gets there.
    fn cut(&self) -> bool {
        let shutdown = "import fcntl, os, struct, sys\n\
             fcntl.ioctl(os.open(sys.argv[1], os.O_RDONLY), 0x8004587d, struct.pack('I', 2))";
        succeeds("python3", &["-c", shutdown, self.path().to_str().unwrap()])
    }

    /// Cuts the power and starts the machine again.
    pub(crate) fn cut_and_plug_in(&mut self) {
        assert!(self.cut(), "the power could not be cut");
        self.mount = None;
        assert!(self.plug_in(), "the disk could not be mounted again");
    }
}

/// A world in which the save to come meets a certain state.
pub(crate) struct Scene {
    pub(crate) name: &'static str,
    pub(crate) world: World,
    files: BTreeMap<PathBuf, Vec<u8>>,
    old: String,
    new: String,
}

/// The save that faults happen to, and the one after it.
pub(crate) const SAVE: &str = "done 1.1";
pub(crate) const NEXT: &str = "done 1.2";

impl Scene {
    /// Nothing is there; a journal of today; one of yesterday, of which a backup is made first.
    pub(crate) fn all() -> Vec<Self> {
        let scene = |name, before: &[(&str, &str)]| {
            let mut world = World::new();
            for (at, line) in before {
                assert_eq!(world.at(at).run(line).code, 0, "{line}");
            }
            world.at("2026-12-08T19:41:12+01:00");
            Self::of(name, world)
        };
        let (yesterday, today) = ("2026-12-07T20:00:00+01:00", "2026-12-08T19:00:00+01:00");
        vec![
            scene("the first save", &[]),
            scene("a save", &[(yesterday, "done 2"), (today, "note 2 Naïve.")]),
            scene("the first save of a day", &[(yesterday, "done 2"), (yesterday, "note 2 Naïve.")]),
        ]
    }

    fn of(name: &'static str, world: World) -> Self {
        let mut scene = Self { name, files: contents(&world.data()), world, old: String::new(), new: String::new() };
        scene.old = scene.state();
        assert_eq!(scene.world.run(SAVE).code, 0);
        scene.new = scene.state();
        scene.reset();
        assert_ne!(scene.old, scene.new);
        scene
    }

    /// What the journal says, as the program exports it. Of a file that was made and not written it says so.
    pub(crate) fn state(&self) -> String {
        let said = self.world.run_here("export json");
        assert_eq!(said.code, 0);
        self.quiet(&said);
        said.out
    }

    /// Holds that nothing is said, but that a file is empty where there was none before.
    fn quiet(&self, said: &Said) {
        let empty =
            self.files.is_empty() && said.err.starts_with("ninety: HOME/data/django-90.toml: the file is empty;");
        assert!(said.err.is_empty() || (empty && said.err.lines().count() == 1), "{}: {}", self.name, said.err);
    }

    /// Puts everything back as it was.
    pub(crate) fn reset(&self) {
        drop(std::fs::remove_dir_all(self.world.data()));
        for (path, bytes) in &self.files {
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, bytes).unwrap();
        }
    }

    /// Tells whether the save is in the journal; anything but the old or the new state fails.
    pub(crate) fn is_saved(&self, what: &str) -> bool {
        let state = self.state();
        assert!(state == self.old || state == self.new, "{}: {what}: neither old nor new:\n{state}", self.name);
        state == self.new
    }

    /// Saves once more without a fault; afterwards both are there, and no litter.
    pub(crate) fn goes_on(&self, what: &str) {
        let saved = self.world.run_here(SAVE);
        let next = self.world.run_here(NEXT);
        assert_eq!((saved.code, next.code), (0, 0), "{}: {what}: {saved:?} {next:?}", self.name);
        self.quiet(&saved);
        assert_eq!(next.err, "", "{}: {what}", self.name);
        let state = self.state();
        assert!(
            state.contains("install-python-vs-code-git") && state.contains("what-is-backend-development"),
            "{what}: {state}"
        );
        let check = self.world.run_here("check");
        assert!(check.code == 0 && check.err.is_empty(), "{}: {what}: {}", self.name, check.all());
        let backup = ["backups/django-90-2026-12-07.toml", "backups/django-90-2026-12-08.toml"];
        for name in self.world.files() {
            let known =
                ["django-90.toml", "django-90.lock"].contains(&name.as_str()) || backup.contains(&name.as_str());
            assert!(known, "{}: {what}: litter: {name}", self.name);
        }
    }

    /// The system calls of the save, each with its name and which one of that name it is, from 1.
    pub(crate) fn calls(&self) -> Vec<Call> {
        self.reset();
        let (said, trace) = traced(&self.world, &[], SAVE);
        assert_eq!(said.code, 0, "{said:?}");
        self.reset();
        let mut counts = BTreeMap::<String, usize>::new();
        let mut in_data = false;
        let data = self.world.data().to_string_lossy().into_owned();
        let mut calls = Vec::new();
        for line in trace.lines() {
            let Some((name, _)) =
                line.split_once('(').filter(|(name, _)| name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_'))
            else {
                continue;
            };
            in_data |= line.contains(&data) && name != "execve";
            let count = counts.entry(name.to_owned()).or_default();
            *count += 1;
            calls.push(Call { name: name.to_owned(), which: *count, of_the_save: in_data });
        }
        assert!(calls.iter().any(|call| call.name == "fdatasync"), "{trace}");
        calls
    }
}

/// A system call of a save.
#[derive(Clone, Debug)]
pub(crate) struct Call {
    pub(crate) name: String,
    pub(crate) which: usize,
    /// Whether it comes at or after the first one that names the data directory.
    pub(crate) of_the_save: bool,
}

impl Call {
    /// The option with which strace lets something happen to this call.
    pub(crate) fn inject(&self, fault: &str) -> String {
        format!("inject={}:{fault}:when={}", self.name, self.which)
    }
}

impl std::fmt::Display for Call {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} number {}", self.name, self.which)
    }
}

/// Runs a command line under strace, with these expressions, and returns what it said and the trace. One that was
/// killed has the code 137.
pub(crate) fn traced(world: &World, expressions: &[&str], line: &str) -> (Said, String) {
    let trace = tempfile::NamedTempFile::new().unwrap();
    let mut strace = Command::new("strace");
    strace.arg("-o").arg(trace.path()).args(["-s", "64"]);
    for expression in expressions {
        strace.args(["-e", expression]);
    }
    // The kernel stops the program at the calls that fail, and at no other; a signal it would not bring so.
    if let [injection] = expressions
        && let Some((calls, fault)) = injection.strip_prefix("inject=").and_then(|rest| rest.split_once(':'))
        && !fault.starts_with("signal")
    {
        strace.args(["-f", "--seccomp-bpf", "-e", &format!("trace={calls}")]);
    }
    let plain = world.command();
    strace.arg(plain.get_program()).args(shell_words::split(line).unwrap()).env_clear();
    strace.envs(plain.get_envs().filter_map(|(name, value)| Some((name, value?)))).current_dir(world.home.path());
    let output = strace.stdin(Stdio::null()).output().unwrap();
    let mut said = world.said(&output);
    if std::os::unix::process::ExitStatusExt::signal(&output.status) == Some(9) {
        said.code = 137;
    }
    (said, std::fs::read_to_string(trace.path()).unwrap_or_default())
}

/// Every file below a directory with what it holds.
fn contents(dir: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    for file in std::fs::read_dir(dir).into_iter().flatten() {
        let path = file.unwrap().path();
        if path.is_dir() {
            files.extend(contents(&path));
        } else {
            files.insert(path.clone(), std::fs::read(path).unwrap());
        }
    }
    files
}

/// Holds that what went wrong is told as `ninety: PATH: what; what it means; what to do.`, in whole safe lines.
pub(crate) fn told(said: &Said, what: &str) {
    assert_ne!(said.code, 101, "{what}: {}", said.err);
    assert!(!said.err.contains("panicked"), "{what}: {}", said.err);
    for line in said.err.lines() {
        let of_file = line.starts_with("ninety: HOME/") && line.matches("; ").count() >= 2 && line.ends_with('.');
        let of_output = ["The output", "The entry is saved, and the output"]
            .iter()
            .any(|what| line.starts_with(&format!("ninety: {what} could not be written: ")));
        assert!(of_file || of_output, "{what}: {line}");
        assert!(of_output || !line.contains("os error"), "{what}: {line}");
    }
    let shown = format!("{}{}", said.out, said.err);
    assert!(!shown.chars().any(|c| c != '\n' && ninety::text::is_unsafe(c)), "{what}: {shown:?}");
}
