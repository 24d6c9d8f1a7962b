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
fn a_setting_that_is_wrong_keeps_nothing_from_being_recorded_or_shown() {
    let world = begun();
    world.configure("them = \"plain\"\n");
    let told = "ninety: HOME/.config/ninety/config.toml:1: There is no setting \"them\": did you mean \"theme\"? \
                The other settings hold.\n";
    for (line, first) in [
        ("today", "Day 1 of 90 · Week 1"),
        ("done 1.1", "Ticked 1.1"),
        ("undo", "Undone: Ticked 1.1"),
        ("note 1 words", "Wrote a note on day 1"),
        ("log 45", "Logged 45 min on day 1"),
        ("check", "5 entries, 1 of them taken back; nothing to correct."),
        ("export csv", "at,"),
    ] {
        let said = world.run(line);
        assert_eq!((said.code, said.err.as_str()), (0, told), "{line}");
        assert!(said.out.contains(first), "{line}: {}", said.out);
    }
    // A prompt is no place for it.
    assert_eq!(world.run("prompt"), crate::common::Said { out: "D1 0/4\n".into(), err: String::new(), code: 0 });
}

#[test]
fn what_is_right_in_the_settings_holds_beside_what_is_wrong() {
    let mut world = begun();
    world.at("2026-12-09T05:00:00+01:00");
    let place = "ninety: HOME/.config/ninety/config.toml";
    for (settings, told) in [
        ("day_start = \"06:30\"\nwarm_up = 99\n", ":2: \"warm_up\" is to be a number of questions from 0"),
        ("theme = \"plain\nday_start = \"06:30\"\n", ":1: The line is not readable ("),
        ("warm_up = six\nday_start = \"06:30\"\n", ":1: The line is not readable ("),
        ("day_start = \"06:30\"\nday_start = \"00:00\"\n", ":2: The line is not readable ("),
        ("day_start = \"06:30\"\n[keys\ntick = \"x\"\n", ":2: The line is not readable ("),
        ("day_start = \"06:30\"\n[keys]\ntick = 7\n", ":3: \"tick\" is to be keys"),
    ] {
        world.configure(settings);
        let said = world.run("done 1.1");
        assert!(said.err.starts_with(&format!("{place}{told}")), "{settings}: {}", said.err);
        assert!(said.err.ends_with(" The other settings hold.\n"), "{settings}: {}", said.err);
        assert_eq!(said.code, 0);
        // The evening of the 8th is not over.
        assert!(world.run("today").out.contains("Tue 8 Dec"), "{settings}:\n{}", world.run("today").out);
        assert!(world.run("undo").out.starts_with("Undone"));
    }
    // Of many problems the first are told.
    world.configure("a = 1\nb = 1\nc = 1\nd = 1\nday_start = \"06:30\"\ne = 1\n");
    let err = world.run("status").err;
    assert_eq!(err.lines().count(), 3, "{err}");
    assert!(err.ends_with(" … and 2 more. The other settings hold.\n"), "{err}");
}

#[test]
fn settings_that_cannot_be_read_at_all_stop_nothing_either() {
    use std::os::unix::fs::symlink;
    let world = begun();
    let file = world.home.path().join(".config/ninety/config.toml");
    let told = |why: &str| {
        format!("ninety: HOME/.config/ninety/config.toml: {why}; no setting was read; correct or remove the file.\n")
    };
    std::fs::create_dir_all(&file).unwrap();
    assert_eq!(world.run("done 1.1").err, told("this is a directory"));
    std::fs::remove_dir(&file).unwrap();
    symlink("/dev/zero", &file).unwrap();
    assert_eq!(world.run("done 1.2").err, told("this is not a regular file"));
    std::fs::remove_file(&file).unwrap();
    std::fs::write(&file, b"theme = \"\xff\"\n").unwrap();
    assert_eq!(world.run("done 1.3").err, told("the file is not UTF-8 text; save it as UTF-8"));
    assert_eq!(world.run("prompt").out, "D1 3/4\n");
}

#[test]
fn the_screen_opens_with_what_is_right_and_says_what_is_wrong() {
    let world = begun();
    world.configure("symbols = \"ascii\"\nmous = false\n[keys]\ntick = \"+\"\nnote = \"hyper-n\"\n");
    let terminal = spawn(&world, &[], &[]);
    let mut terminal = terminal;
    let wrong = "config.toml:2: There is no setting \"mous\": did you mean \"mouse\"?";
    terminal.wait_until(|screen| screen.contains(wrong) && screen.contains("+-")).unwrap();
    terminal.send(Key::Char('+')).unwrap();
    terminal.wait_until(|screen| screen.contains("Ticked 1.1")).unwrap();
    quit(terminal);
}

#[test]
fn check_says_what_is_wrong_with_the_keys() {
    let world = begun();
    world.configure("[keys]\ntick = \"j\"\nnote = \"hyper-n\"\ntik = \"+\"\nquit = \"Q\"\ndown = \"j\"\n");
    insta::assert_snapshot!(world.transcript(&["check"]), @r#"
    $ ninety check
    HOME/data/django-90.toml: 1 entry; nothing to correct.
    --- stderr
    ninety: HOME/.config/ninety/config.toml:3: "hyper-n" is no key: write one such as j, space, ctrl-r, alt-b or f1.
    ninety: HOME/.config/ninety/config.toml:4: There is no action "tik": did you mean "tick"?
    ninety: HOME/.config/ninety/config.toml:6: "j" is to mean "down" and "tick": give one of them another key. The other settings hold.
    "#);
    world.configure("[keys]\ntick = \"+\"\n");
    assert_eq!(world.run("check").err, "");
}

#[test]
fn config_prints_every_setting_with_what_holds_without_it() {
    let sample = World::new().run("config").out;
    assert_eq!(Config::read(&sample), (Config::default(), Vec::new()), "all of it is a comment");
    let given: String = sample.lines().filter_map(|line| Some(format!("{}\n", line.strip_prefix("# ")?))).collect();
    let (_, given) = given.split_once("path of the file.\n").unwrap();
    let table: toml::Table = given.parse().unwrap();
    assert_eq!(table.keys().map(String::as_str).collect::<Vec<_>>(), {
        let mut keys = KEYS.to_vec();
        keys.sort_unstable();
        keys
    });
    let (mut config, problems) = Config::read(given);
    assert!(problems.is_empty());
    assert!(config.plan.take().is_some());
    assert_eq!(config.keys.len(), 2);
    assert_eq!(Config { keys: Vec::new(), symbols: None, ..config }, Config::default());
    let docs = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/settings.md")).unwrap();
    assert!(docs.contains(&format!("```toml\n{sample}```\n")), "docs/settings.md is to have:\n{sample}");
}
