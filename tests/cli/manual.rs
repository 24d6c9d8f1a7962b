//! The manual page: what stands around the verbs, said once and the same everywhere, and read without a warning.
//!
//! Deliberately absent: the verbs in it (`help.rs`).

use crate::common::World;
use std::process::Command;

/// A section of the manual, as Markdown has it: what is bold in code, no escapes.
fn section(page: &str, name: &str) -> String {
    let begin =
        page.split(&format!("\n.SH \"{name}\"\n")).nth(1).or_else(|| page.split(&format!("\n.SH {name}\n")).nth(1));
    let section = begin.unwrap_or_else(|| panic!("there is no {name}")).split("\n.SH ").next().unwrap().to_owned();
    section.replace("\\fB", "`").replace("\\fR", "`").replace("\\-", "-").replace("\\&", "").replace("\\e", "\\")
}

/// The rows of a section: a name and what it is.
fn rows(page: &str, name: &str) -> Vec<(String, String)> {
    let section = section(page, name);
    let row = |row: &str| {
        let mut lines = row.lines();
        (lines.next().unwrap().to_owned(), lines.next().unwrap().to_owned())
    };
    section.split(".TP\n").skip(1).map(row).collect()
}

#[test]
fn the_manual_has_the_variables_of_the_docs() {
    let page = World::new().run("man").out;
    let docs = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/settings.md")).unwrap();
    let rows: Vec<String> =
        rows(&page, "ENVIRONMENT").into_iter().map(|(name, what)| format!("| {name} | {what} |\n")).collect();
    let table = format!("| variable | does |\n| --- | --- |\n{}\n", rows.concat());
    assert!(docs.contains(&table), "the table of variables is to be:\n\n{table}");
}

#[test]
fn the_manual_has_the_places_the_settings_and_the_exit_codes() {
    let world = World::new();
    let page = world.run("man").out;
    let places: Vec<String> = rows(&page, "FILES").into_iter().map(|(name, _)| name.replace('`', "")).collect();
    let printed = world.run("where").out;
    let printed: Vec<&str> = printed.lines().map(|line| line.split(' ').next().unwrap()).collect();
    assert_eq!(places, printed);
    let settings = section(&page, "SETTINGS");
    assert_eq!(
        settings.trim_end().trim_start_matches(".nf\n").trim_end_matches("\n.fi"),
        world.run("config").out.trim_end()
    );
    insta::assert_snapshot!(section(&page, "EXIT STATUS"), @r#"
    .TP
    `0`
    It worked. A pipe that its reader closes is no failure.
    .TP
    `1`
    It did not; `check` found something that needs you; `remind` has nothing to say.
    .TP
    `2`
    The words were not understood.
    "#);
    insta::assert_snapshot!(section(&page, "FILES"), @r#"
    .TP
    `journal`
    the journal of the plan in use: a line of TOML for everything that you did
    .TP
    `data`
    the data directory, with journal, backups and drafts: `~/.local/share/ninety` on Linux
    .TP
    `backups`
    copies of the journal: of 7 days, 4 weeks and 12 months
    .TP
    `plan`
    your own plan; the built-in one is part of the program
    .TP
    `drafts`
    notes that were begun and not saved, and what an editor left
    .TP
    `config`
    the settings, which need not be there: `~/.config/ninety/config.toml` on Linux
    .PP
    `ninety where` prints the path of each. Reading creates none of them.
    "#);
}

#[test]
fn the_manual_is_read_without_a_warning() {
    let world = World::new();
    std::fs::write(world.home.path().join("ninety.1"), world.run("man").out).unwrap();
    let mut groff = Command::new("groff");
    groff.args(["-man", "-ww", "-Kutf8", "-Tutf8", "-z", "ninety.1"]).current_dir(world.home.path());
    let Ok(shown) = groff.output() else { return };
    assert_eq!((String::from_utf8_lossy(&shown.stderr).as_ref(), shown.status.success()), ("", true));
}
