//! How wide help and pages are: as the terminal, else as `COLUMNS` says, else 80 columns.
//!
//! Deliberately absent: what stands in them.

use crate::common::World;
use crate::verbs::verbs;

#[test]
fn help_is_as_wide_as_it_is_told_and_no_line_breaks_out() {
    let world = World::new();
    for columns in [40, 60, 80, 100] {
        for verb in verbs().iter().map(|verb| verb.name.as_str()).chain([""]) {
            let mut command = world.command();
            command.env("COLUMNS", columns.to_string()).args(["help", verb].iter().filter(|word| !word.is_empty()));
            let help = String::from_utf8(command.output().unwrap().stdout).unwrap();
            let (text, examples) = help.split_once("Examples:\n").unwrap();
            let wide = |line: &&str| line.chars().count() > columns;
            assert_eq!(text.lines().find(wide), None, "{columns}: {verb}");
            // An address has no place to be broken at.
            let mut further = examples.lines().filter(|line| line.trim().contains(' '));
            assert_eq!(further.find(wide), None, "{columns}: {verb}");
        }
    }
}

#[test]
fn pages_are_as_wide_as_they_are_told() {
    let world = World::new();
    for columns in [40, 60, 120] {
        for line in ["today", "plan", "week", "pace", "review"] {
            let output = world.command().env("COLUMNS", columns.to_string()).arg(line).output().unwrap();
            let text = String::from_utf8(output.stdout).unwrap();
            let wide = |line: &&str| line.chars().count() > columns && !line.contains("://");
            assert_eq!(text.lines().find(wide), None, "{columns}: {line}");
            let is_full = text.lines().any(|line| line.chars().count() + 25 > columns);
            assert!(is_full || line == "pace", "{columns}: {line}");
        }
    }
}
