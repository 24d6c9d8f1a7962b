//! The real binary in a pseudo-terminal: as a screen (termlens), or as bytes and line settings with a line that can be
//! hung up. Every wait has an end.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "every test file uses a part of it, and fails so"
)]

use crate::common::World;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::path::Path;
use std::process::Command;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};
use termlens::Terminal;

/// How long anything may take before a test fails.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// What the footer says once a view is drawn.
pub(crate) const READY: &str = "quit";

/// A world whose learner has begun, so that no question is asked at the start.
pub(crate) fn begun() -> World {
    let world = World::new();
    assert_eq!(world.run("start today").code, 0);
    world
}

/// Opens the screen at 80x24, and waits until it is there.
pub(crate) fn open(world: &World, args: &[&str]) -> Terminal {
    open_with(world, args, &[])
}

/// Opens the screen with more in its environment.
pub(crate) fn open_with(world: &World, args: &[&str], env: &[(&str, &str)]) -> Terminal {
    let mut terminal = spawn(world, args, env);
    terminal.wait_until(|screen| screen.contains(READY)).unwrap();
    terminal
}

pub(crate) fn spawn(world: &World, args: &[&str], env: &[(&str, &str)]) -> Terminal {
    let command = world.command();
    let mut builder = Terminal::builder().size(80, 24).timeout(PATIENCE).env_clear().args(args);
    for (name, value) in variables(&command) {
        builder = builder.env(name, value);
    }
    for (name, value) in env {
        builder = builder.env(name, value);
    }
    builder.current_dir(world.home.path()).spawn(command.get_program()).unwrap()
}

pub(crate) fn variables(command: &Command) -> Vec<(String, String)> {
    let text = |text: &std::ffi::OsStr| text.to_string_lossy().into_owned();
    command.get_envs().filter_map(|(name, value)| Some((text(name), text(value?)))).collect()
}

/// The names of the drafts that are kept.
pub(crate) fn drafts(world: &World) -> Vec<String> {
    let mut names = world.files();
    names.retain(|name| name.starts_with("drafts/"));
    names
}

/// Waits until something is so.
pub(crate) fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let deadline = Instant::now() + PATIENCE;
    while !is_so() {
        assert!(Instant::now() < deadline, "{what} did not happen");
        std::thread::yield_now();
    }
}

/// A line to a program: its bytes, its settings, and a way to hang up.
pub(crate) struct Line {
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Option<Box<dyn Write + Send>>,
    pub(crate) child: Box<dyn Child + Send + Sync>,
    bytes: Receiver<Vec<u8>>,
    pub(crate) seen: Vec<u8>,
    /// How much had been seen when something was last sent.
    mark: usize,
    /// The line settings before the program started.
    pub(crate) before: String,
}

impl Line {
    /// Starts the binary on a terminal that takes what it can hold and is never read: one that is stuck.
    pub(crate) fn deaf(world: &World) -> Self {
        let mut line = Self::start(world, None, &[]);
        line.wait_for(READY);
        let (_sender, nothing) = channel();
        drop(std::mem::replace(&mut line.bytes, nothing));
        line
    }

    /// Starts the binary, or a shell script with the binary as its `$0`.
    pub(crate) fn start(world: &World, script: Option<&str>, args: &[&str]) -> Self {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let command = world.command();
        let mut builder = CommandBuilder::new(if script.is_some() { "sh".as_ref() } else { command.get_program() });
        builder.env_clear();
        for (name, value) in variables(&command) {
            builder.env(name, value);
        }
        if let Some(script) = script {
            builder.args(["-c".as_ref(), script.as_ref(), command.get_program()]);
        }
        builder.args(args);
        builder.cwd(world.home.path());
        let before = settings(pair.master.as_ref());
        let child = pair.slave.spawn_command(builder).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let writer = pair.master.take_writer().unwrap();
        let (sender, bytes) = channel();
        std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(read @ 1..) = reader.read(&mut buffer) {
                if sender.send(buffer[..read].to_vec()).is_err() {
                    break;
                }
            }
        });
        Self { master: Some(pair.master), writer: Some(writer), child, bytes, seen: Vec::new(), mark: 0, before }
    }

    /// Reads until this was written since something was last sent.
    pub(crate) fn wait_for(&mut self, text: &str) {
        let deadline = Instant::now() + PATIENCE;
        while !self.shows(text) {
            let left = deadline.saturating_duration_since(Instant::now());
            match self.bytes.recv_timeout(left) {
                Ok(bytes) => self.seen.extend(bytes),
                Err(error) => panic!("{text:?} was not written ({error}): {}", self.text()),
            }
        }
    }

    fn shows(&self, text: &str) -> bool {
        self.seen[self.mark..].windows(text.len()).any(|window| window == text.as_bytes())
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.seen).into_owned()
    }

    /// Returns what is written within a time.
    pub(crate) fn heard(&mut self, within: Duration) -> Vec<u8> {
        let mut heard = Vec::new();
        let deadline = Instant::now() + within;
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            match self.bytes.recv_timeout(left) {
                Ok(bytes) => heard.extend(bytes),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return heard,
            }
        }
    }

    /// Pastes, so that it arrives and is drawn in one piece.
    pub(crate) fn paste(&mut self, text: &str) {
        self.send(&format!("\u{1b}[200~{text}\u{1b}[201~"));
    }

    pub(crate) fn send(&mut self, keys: &str) {
        self.mark = self.seen.len();
        let writer = self.writer.as_mut().unwrap();
        writer.write_all(keys.as_bytes()).unwrap();
        writer.flush().unwrap();
    }

    /// Closes this end of the line. The reader has an end of its own, which it closes once it was told of one byte more.
    pub(crate) fn hang_up(&mut self) {
        let (_sender, nothing) = channel();
        drop(std::mem::replace(&mut self.bytes, nothing));
        self.send("x");
        self.writer = None;
        self.master = None;
    }

    pub(crate) fn signal(&self, name: &str) {
        signal(self.child.process_id().unwrap(), name);
    }

    pub(crate) fn settings(&self) -> String {
        settings(self.master.as_deref().unwrap())
    }

    /// Waits for the end, reads what is left, and returns the exit code.
    pub(crate) fn ended(&mut self) -> u32 {
        let deadline = Instant::now() + PATIENCE;
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            assert!(Instant::now() < deadline, "it did not end: {}", self.text());
            let heard = self.heard(Duration::from_millis(20));
            self.seen.extend(heard);
        };
        let rest = self.heard(Duration::from_millis(200));
        self.seen.extend(rest);
        status.exit_code()
    }
}

fn settings(master: &(dyn MasterPty + Send)) -> String {
    format!("{:?}", master.get_termios().unwrap())
}

/// Alternate screen left, cursor shown, paste and mouse as they were.
pub(crate) fn given_back(line: &Line) {
    let tail = line.text();
    for (on, off) in [
        ("\u{1b}[?1049h", "\u{1b}[?1049l"),
        ("\u{1b}[?25l", "\u{1b}[?25h"),
        ("\u{1b}[?2004h", "\u{1b}[?2004l"),
        ("\u{1b}[?1000h", "\u{1b}[?1000l"),
        ("\u{1b}[?1006h", "\u{1b}[?1006l"),
    ] {
        let (taken, given) = (tail.rfind(on), tail.rfind(off));
        assert!(taken.is_some() && given > taken, "{on:?} is not taken back in {tail:?}");
    }
    assert_eq!(line.settings(), line.before);
}

/// Sends a signal by its name.
pub(crate) fn signal(pid: u32, name: &str) {
    let status = Command::new("kill").args([format!("-{name}"), pid.to_string()]).status().unwrap();
    assert!(status.success());
}

/// The processor time that a process has taken, in hundredths of a second, and its state; none when it is gone.
pub(crate) fn stat(pid: u32) -> Option<(u64, char)> {
    let text = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    let fields: Vec<&str> = text.rsplit_once(") ")?.1.split(' ').collect();
    let state = fields.first()?.chars().next()?;
    (state != 'Z').then_some((fields.get(11)?.parse::<u64>().ok()? + fields.get(12)?.parse::<u64>().ok()?, state))
}

/// Tells whether this system can say how a process fares.
pub(crate) fn has_proc() -> bool {
    Path::new("/proc/self/stat").exists()
}
