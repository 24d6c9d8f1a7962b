//! The settings on the real screen: each key of `config.toml`, as the binary takes it in.

use crate::common::World;
use crate::pty::{begun, open, spawn};
use ninety::config::{Config, KEYS};
use termlens::{Color, Key, MouseMode, Terminal};

fn quit(mut terminal: Terminal) {
    terminal.send(Key::Char('q')).unwrap();
    assert!(terminal.wait_exit().unwrap().success());
}

fn colours(terminal: &Terminal) -> usize {
    let screen = terminal.screen();
    let cells = (0..24).flat_map(|row| (0..80).map(move |column| (row, column)));
    let styles = cells.map(|(row, column)| screen.cell(row, column).unwrap().style());
    styles.filter(|style| (style.fg, style.bg) != (Color::Default, Color::Default)).count()
}

#[test]
fn the_theme_decides_on_colours() {
    let world = begun();
    for (setting, coloured) in [("", true), ("theme = \"terminal\"", true), ("theme = \"plain\"", false)] {
        world.configure(setting);
        let terminal = open(&world, &[]);
        assert_eq!(colours(&terminal) > 0, coloured, "{setting}");
        quit(terminal);
    }
}

#[test]
fn the_symbols_are_those_that_were_chosen() {
    let world = begun();
    for (setting, frame) in [("", "╭"), ("symbols = \"unicode\"", "╭"), ("symbols = \"ascii\"", "+-")] {
        world.configure(setting);
        let terminal = open(&world, &[]);
        assert!(terminal.screen().contains(frame), "{setting}");
        quit(terminal);
    }
}

#[test]
fn the_mouse_is_left_to_the_terminal_where_that_is_set() {
    let world = begun();
    for (setting, listened) in [("", true), ("mouse = true", true), ("mouse = false", false)] {
        world.configure(setting);
        let terminal = open(&world, &[]);
        assert_eq!(terminal.screen().mouse_mode() != MouseMode::None, listened, "{setting}");
        quit(terminal);
    }
}

#[test]
fn the_day_begins_when_it_was_set_to() {
    let mut world = begun();
    world.at("2026-12-09T05:00:00+01:00");
    for (setting, date, line) in
        [("", "Wed 9 Dec", ""), ("day_start = \"06:30\"", "Tue 8 Dec", "this still counts as Tue 8 Dec.")]
    {
        world.configure(setting);
        let terminal = open(&world, &[]);
        let screen = terminal.screen();
        assert!(screen.contains(date) && screen.contains(line), "{setting}");
        assert_eq!(screen.contains("still counts"), !line.is_empty(), "{setting}");
        quit(terminal);
    }
}

#[test]
fn the_week_begins_when_it_was_set_to() {
    let world = World::new();
    for (setting, week) in
        [("", "Study days Mo Tu We Th Fr ·· ··"), ("week_start = \"sun\"", "Study days ·· Mo Tu We Th Fr ··")]
    {
        world.configure(setting);
        let mut terminal = spawn(&world, &[], &[]);
        terminal.wait_until(|screen| screen.contains(week)).unwrap();
        terminal.send(Key::Esc).unwrap();
        terminal.wait_until(|screen| screen.contains("The plan starts with the first tick")).unwrap();
        quit(terminal);
    }
}

#[test]
fn a_setting_that_is_wrong_is_told_before_the_screen_opens() {
    let world = begun();
    world.configure("them = \"plain\"\n");
    let said = world.run("today");
    assert_eq!((said.code, said.out.as_str()), (1, ""));
    assert_eq!(
        said.err,
        "ninety: HOME/.config/ninety/config.toml:1: There is no setting \"them\": did you mean \"theme\"?\n"
    );
}

#[test]
fn config_prints_every_setting_with_what_holds_without_it() {
    let sample = World::new().run("config").out;
    assert_eq!(Config::read(&sample), Ok(Config::default()), "all of it is a comment");
    let given: String = sample.lines().filter_map(|line| Some(format!("{}\n", line.strip_prefix("# ")?))).collect();
    let (_, given) = given.split_once("path of the file.\n").unwrap();
    let table: toml::Table = given.parse().unwrap();
    assert_eq!(table.keys().map(String::as_str).collect::<Vec<_>>(), {
        let mut keys = KEYS.to_vec();
        keys.sort_unstable();
        keys
    });
    let mut config = Config::read(given).unwrap();
    assert!(config.plan.take().is_some());
    assert_eq!(config.keys.len(), 2);
    assert_eq!(Config { keys: Vec::new(), symbols: None, ..config }, Config::default());
    let docs = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/settings.md")).unwrap();
    assert!(docs.contains(&format!("```toml\n{sample}```\n")), "docs/settings.md is to have:\n{sample}");
}
