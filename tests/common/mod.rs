//! A world of its own for each test: an empty home, a fixed clock, a cleared environment and the real binary.

#![allow(dead_code, unreachable_pub, clippy::unwrap_used, reason = "every test file uses a part of it, and fails so")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A directory that is a learner's whole machine.
pub struct World {
    pub home: tempfile::TempDir,
    now: String,
}

/// What a run printed and how it ended.
#[derive(Debug, PartialEq)]
pub struct Said {
    pub out: String,
    pub err: String,
    pub code: i32,
}

/// A world in which days 1 to 16 are done, day 17 is half done and noted, and day 18 is skipped.
pub fn evening_17() -> World {
    let mut world = World::new();
    world.at("2026-11-23T20:00:00+01:00");
    assert_eq!(world.run("start 2026-11-23 --days mon-fri").code, 0);
    let days: Vec<String> = (1..=16).map(|day| day.to_string()).collect();
    assert_eq!(world.run(&format!("done {}", days.join(" "))).code, 0);
    world.at("2026-12-08T19:41:12+01:00");
    assert_eq!(world.run("done 17.1").code, 0);
    assert_eq!(world.run("note 17: render\\(\\) needs the request first.").code, 0);
    assert_eq!(world.run("log 1h30 17").code, 0);
    assert_eq!(world.run("skip 18 --because 'known from work'").code, 0);
    world
}

impl World {
    /// An empty home on the evening of 8 December 2026.
    pub fn new() -> Self {
        Self { home: tempfile::tempdir().unwrap(), now: "2026-12-08T19:41:12+01:00".to_owned() }
    }

    /// Sets the clock.
    pub fn at(&mut self, now: &str) -> &mut Self {
        now.clone_into(&mut self.now);
        self
    }

    /// The data directory.
    pub fn data(&self) -> PathBuf {
        self.home.path().join("data")
    }

    /// The built-in plan's journal.
    pub fn journal(&self) -> PathBuf {
        self.data().join("django-90.toml")
    }

    /// The directory for the settings.
    fn config(&self) -> PathBuf {
        self.home.path().join(".config/ninety")
    }

    /// Writes the settings.
    pub fn configure(&self, text: &str) {
        let dir = self.config();
        std::fs::create_dir_all(&dir).unwrap();
        std::fs::write(dir.join("config.toml"), text).unwrap();
    }

    /// The journal's text.
    pub fn text(&self) -> String {
        std::fs::read_to_string(self.journal()).unwrap()
    }

    /// The journal's entries without their keys, moments and seals, and without what an undo names.
    pub fn entries(&self) -> String {
        let text = self.text();
        let lines = text.lines().skip_while(|line| *line != "[log]").skip(1);
        let fact = |line: &str| {
            let fact = line.split_once("+01:00, ").unwrap().1.split(" } # ").next().unwrap();
            format!("{}\n", if fact.starts_with("undo = ") { "undo" } else { fact })
        };
        lines.map(fact).collect()
    }

    /// The binary with this world around it.
    #[expect(clippy::disallowed_methods, reason = "the programs that the binary may start are where they are here")]
    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ninety"));
        command.env_clear().env("HOME", self.home.path()).env("NINETY_DATA_DIR", self.data());
        command.env("NINETY_NOW", &self.now).env("TZ", "Europe/Berlin").env("LANG", "C.UTF-8").env("TERM", "xterm");
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default()).current_dir(self.home.path());
        if cfg!(windows) {
            // A variable says there what is a rule of the system elsewhere.
            command.env("NINETY_CONFIG_DIR", self.config()).env("SystemRoot", std::env::var_os("SystemRoot").unwrap());
        }
        command
    }

    /// Runs a command line; words in double quotes are one argument.
    pub fn run(&self, line: &str) -> Said {
        self.fed(line, "")
    }

    /// Runs a command line with this on standard input.
    pub fn fed(&self, line: &str, input: &str) -> Said {
        use std::io::Write;
        let mut command = self.command();
        command.args(shell_words::split(line).unwrap());
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        // A program that does not read its input may be gone before it is written.
        drop(child.stdin.take().unwrap().write_all(input.as_bytes()));
        self.said(&child.wait_with_output().unwrap())
    }

    /// Runs a command line on the data of this world, as the program does, in the process of the test: where many runs
    /// look over what another process left, a process for each would take most of the time.
    pub fn run_here(&self, line: &str) -> Said {
        let env = ninety::env::Env::fixed(self.now.parse().unwrap());
        let mut args = vec!["--data-dir".into(), self.data().into()];
        args.extend(shell_words::split(line).unwrap().into_iter().map(std::ffi::OsString::from));
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let code = ninety::run(&args, Ok(env), &mut out, &mut err);
        let text = |bytes: &[u8]| self.text_of(bytes);
        Said { out: text(&out), err: text(&err), code: code.into() }
    }

    /// Runs command lines one after the other, and returns them with what each printed.
    pub fn transcript(&self, lines: &[&str]) -> String {
        let told = |line: &&str| [format!("$ ninety {line}").trim_end(), "\n", &self.run(line).all()].concat();
        lines.iter().map(told).collect()
    }

    /// What a run printed, with this world's directory called `HOME`.
    pub fn said(&self, output: &Output) -> Said {
        let text = |bytes: &[u8]| self.text_of(bytes);
        Said { out: text(&output.stdout), err: text(&output.stderr), code: output.status.code().unwrap_or(-1) }
    }

    fn text_of(&self, bytes: &[u8]) -> String {
        slashed(&String::from_utf8_lossy(bytes).replace(&*self.home.path().to_string_lossy(), "HOME"))
    }

    /// Makes a program of a shell script in this world, and returns its path. Another process writes it: what this one
    /// has open for writing is open in whatever a test beside this one starts, and what is open so cannot be run.
    pub fn program(&self, name: &str, script: &str) -> String {
        let path = self.home.path().join(name).to_string_lossy().into_owned();
        let mut writer = Command::new("sh");
        writer.args(["-c", "printf '#!/bin/sh\\n%s\\n' \"$1\" > \"$0\" && chmod 755 \"$0\"", &path, script]);
        assert!(writer.status().unwrap().success());
        path
    }

    /// Every file in the data directory, by name, in order.
    pub fn files(&self) -> Vec<String> {
        fn list(dir: &Path, prefix: &str, names: &mut Vec<String>) {
            for file in std::fs::read_dir(dir).into_iter().flatten().flatten() {
                let name = format!("{prefix}{}", file.file_name().to_string_lossy());
                if file.path().is_dir() {
                    list(&file.path(), &format!("{name}/"), names);
                } else {
                    names.push(name);
                }
            }
        }
        let mut names = Vec::new();
        list(&self.data(), "", &mut names);
        names.sort();
        names
    }
}

/// A text in which the paths below `HOME` have `/`, as Unix writes them.
fn slashed(text: &str) -> String {
    let mut parts = text.split("HOME");
    let path = |part: &str| {
        let end = part.find(['\n', ' ', '"', ':', ';', '`', ',']).unwrap_or(part.len());
        let (path, rest) = part.split_at(if cfg!(windows) { end } else { 0 });
        format!("HOME{}{rest}", path.replace('\\', "/"))
    };
    [parts.next().unwrap_or_default().to_owned()].into_iter().chain(parts.map(path)).collect()
}

impl Said {
    /// Standard output, standard error and exit code in one text, for a snapshot.
    pub fn all(&self) -> String {
        let mut text = self.out.clone();
        if !self.err.is_empty() {
            text.push_str("--- stderr\n");
            text.push_str(&self.err);
        }
        if self.code != 0 {
            text.extend(["--- exit ", &self.code.to_string(), "\n"]);
        }
        text
    }
}
