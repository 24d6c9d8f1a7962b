//! The verbs as help tells of them: the one place where a test learns what there is.
//!
//! Deliberately absent: the command line's own code, which nobody outside may know.

#![allow(dead_code, unreachable_pub, reason = "every test file uses a part of it, and fails so")]

use std::process::Command;

/// A verb.
pub struct Verb {
    pub name: String,
    /// The verb with what it takes, such as `today [DAY] [--json]`.
    pub usage: String,
    /// What it does, in a line.
    pub about: String,
    /// Command lines, each with what it does.
    pub examples: Vec<(String, String)>,
}

impl Verb {
    /// Tells whether it may stand alone: nothing that it takes must be given.
    pub fn stands_alone(&self) -> bool {
        self.usage.strip_prefix(&self.name).is_some_and(|rest| rest.is_empty() || rest.starts_with(" ["))
    }
}

/// Every verb, in the order of help; those below a verb follow it.
pub fn verbs() -> Vec<Verb> {
    below("")
}

fn below(name: &str) -> Vec<Verb> {
    let help = help(&format!("{name} --help"));
    let Some(list) = help.split("Verbs:\n").nth(1) else { return Vec::new() };
    let rows = list.split("\n\n").next().unwrap().lines().filter_map(|line| line.trim().split_once("  "));
    let with_own = |(own, about): (&str, &str)| {
        let name = format!("{name} {}", own.trim()).trim().to_owned();
        let own = below(&name);
        std::iter::once(verb(&name, about.trim())).chain(own).collect::<Vec<_>>()
    };
    rows.flat_map(with_own).collect()
}

fn verb(name: &str, about: &str) -> Verb {
    let help = help(&format!("help {name}"));
    let usage = help.split("Usage: ninety ").nth(1).unwrap().lines().next().unwrap();
    let (_, examples) = help.split_once("Examples:\n").unwrap();
    let example = |line: &str| {
        let (line, what) = line.trim().split_once("  ").unwrap();
        (line.to_owned(), what.trim().to_owned())
    };
    Verb {
        name: name.to_owned(),
        usage: usage.to_owned(),
        about: about.to_owned(),
        examples: examples.lines().map(example).collect(),
    }
}

/// Help so wide that nothing of it is broken.
fn help(line: &str) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ninety"));
    command.args(line.split_whitespace()).env_clear().env("COLUMNS", "900").env("LANG", "C.UTF-8");
    String::from_utf8(command.output().unwrap().stdout).unwrap()
}
