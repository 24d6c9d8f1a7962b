//! The real binary on a real pseudo-terminal: what a learner sees and does, from the first start on.

use crate::common::World;
use crate::pty::{self, begun, drafts, open, open_with, spawn, stat, until};
use std::time::{Duration, Instant};
use termlens::{Color, Key, MouseMode, Screen, Scroll, Terminal};

fn shows(terminal: &mut Terminal, text: &str) {
    terminal.wait_until(|screen| screen.contains(text)).unwrap();
}

/// Nothing was written that a terminal does not know. The reset of the underline's colour is one that termlens does not.
fn understood(screen: &Screen) {
    let strange: Vec<&str> = screen.unsupported().iter().filter(|what| *what != "^[[59m").collect();
    assert!(strange.is_empty(), "{strange:?}");
}

fn quit(mut terminal: Terminal) {
    terminal.send(Key::Char('q')).unwrap();
    assert!(terminal.wait_exit().unwrap().success());
}

#[test]
fn a_new_user_starts_ticks_writes_quits_and_finds_it_again() {
    let world = World::new();
    let mut terminal = spawn(&world, &[], &[]);
    shows(&mut terminal, "Welcome: enter starts the plan");
    terminal.send(Key::Enter).unwrap();
    shows(&mut terminal, "The plan starts on");
    for _ in 0..4 {
        terminal.send(Key::Char(' ')).unwrap();
    }
    shows(&mut terminal, "Day 1 is complete · space next day");
    terminal.send_str("nfirst line").unwrap();
    terminal.send(Key::Enter).unwrap();
    terminal.send_str("second line").unwrap();
    terminal.send(Key::Esc).unwrap();
    shows(&mut terminal, "Wrote a note on day 1");
    assert_eq!(world.run("undo").code, 0);
    shows(&mut terminal, "No note yet");
    assert_eq!(world.run("redo").code, 0);
    shows(&mut terminal, "second line");
    let screen = terminal.screen();
    understood(&screen);
    quit(terminal);
    assert!(world.text().contains("note = \"first line\\nsecond line\\n\""), "{}", world.text());
    assert!(world.run("today 1").out.contains("second line"));
}

#[test]
fn a_change_from_another_process_shows_without_a_key() {
    let world = begun();
    let mut terminal = open(&world, &[]);
    let start = Instant::now();
    assert_eq!(world.run("done 1.1").code, 0);
    shows(&mut terminal, "1/4");
    assert!(start.elapsed() < Duration::from_secs(4), "a second and the time that a loaded machine takes");
    quit(terminal);
}

#[test]
fn an_idle_screen_writes_nothing_and_sleeps() {
    let world = begun();
    let mut terminal = open(&world, &[]);
    terminal.wait_idle(Duration::from_millis(300)).unwrap();
    let (before, pid) = (terminal.screen().repaints(), terminal.pid().unwrap());
    let cpu = stat(pid);
    terminal.wait_idle(Duration::from_secs(3)).unwrap();
    assert_eq!(terminal.screen().repaints(), before);
    if let (Some((before, _)), Some((after, _))) = (cpu, stat(pid)) {
        assert!(after - before <= 2, "{} hundredths of a second in three seconds", after - before);
    }
    quit(terminal);
}

#[test]
fn the_mouse_selects_ticks_and_switches_views() {
    let world = begun();
    let mut terminal = open(&world, &[]);
    assert_ne!(terminal.screen().mouse_mode(), MouseMode::None);
    let (row, column) = terminal.screen().find("○ practice Print").unwrap();
    terminal.click(column, row).unwrap();
    shows(&mut terminal, "Ticked 1.3");
    // A click that brings the window to the front is none.
    let (row, column) = terminal.screen().find("○ do").unwrap();
    terminal.send_str("\u{1b}[O").unwrap();
    terminal.send_str("\u{1b}[I").unwrap();
    terminal.click(column, row).unwrap();
    terminal.send(Key::Char('j')).unwrap();
    shows(&mut terminal, "space tick");
    assert!(terminal.screen().contains("○ do"));
    let (row, column) = terminal.screen().find("Loops").unwrap();
    terminal.click(column, row).unwrap();
    shows(&mut terminal, "╭ 4 Loops");
    terminal.scroll(10, 10, Scroll::Down).unwrap();
    terminal.send(Key::Char(' ')).unwrap();
    shows(&mut terminal, "Ticked 4.2");
    let (row, column) = terminal.screen().find("3 Plan").unwrap();
    terminal.click(column, row).unwrap();
    shows(&mut terminal, "Foundations");
    quit(terminal);
}

#[test]
fn without_the_mouse_the_terminal_keeps_it() {
    let world = begun();
    let mut terminal = open(&world, &["--no-mouse"]);
    assert_eq!(terminal.screen().mouse_mode(), MouseMode::None);
    terminal.send(Key::Char('2')).unwrap();
    shows(&mut terminal, "╭ Review");
    quit(terminal);
}

#[test]
fn an_address_is_copied_through_the_terminal() {
    let world = begun();
    let mut terminal = open(&world, &[]);
    terminal.send(Key::Char('y')).unwrap();
    terminal.wait_until(|screen| screen.clipboard().is_some()).unwrap();
    let screen = terminal.screen();
    let copied = screen.clipboard().unwrap().text().unwrap().to_owned();
    assert!(copied.starts_with("https://"), "{copied}");
    quit(terminal);
}

#[test]
fn no_colour_keeps_bold_and_reverse() {
    let world = begun();
    let terminal = open_with(&world, &[], &[("NO_COLOR", "1")]);
    let screen = terminal.screen();
    let (row, column) = screen.find("1 Today").unwrap();
    let (reverse, bold) = (screen.cell(row, column).unwrap().style(), screen.cell(0, 1).unwrap().style());
    assert!(reverse.reverse && bold.bold, "{reverse:?} {bold:?}");
    for row in 0..24 {
        for column in 0..80 {
            let style = screen.cell(row, column).unwrap().style();
            assert_eq!((style.fg, style.bg), (Color::Default, Color::Default), "{column},{row}");
        }
    }
    quit(terminal);
}

#[test]
fn plain_terminals_get_plain_characters() {
    for (args, env) in [(vec!["--ascii"], ("LANG", "C.UTF-8")), (vec![], ("LANG", "C"))] {
        let world = begun();
        let terminal = open_with(&world, &args, &[env]);
        assert!(terminal.screen().text().is_ascii(), "{}", terminal.screen().text());
        quit(terminal);
    }
}

#[test]
fn a_resize_redraws_the_whole_screen_and_keeps_the_place() {
    let world = begun();
    let mut terminal = open(&world, &[]);
    terminal.send_str("lllj").unwrap();
    shows(&mut terminal, "╭ 4 Loops");
    for (columns, rows) in [(120, 40), (40, 10), (20, 5), (60, 16), (80, 24)] {
        terminal.resize(columns, rows).unwrap();
        let small = columns < 40;
        terminal
            .wait_until(|screen| {
                let last = screen.row_text(rows - 1);
                screen.size() == (columns, rows)
                    && if small { screen.contains("ninety needs 40x10") } else { last.contains("q quit") }
            })
            .unwrap();
    }
    shows(&mut terminal, "╭ 4 Loops");
    quit(terminal);
}

#[test]
fn a_long_paste_arrives_whole_and_ten_thousand_keys_do() {
    let world = begun();
    let mut terminal = open(&world, &[]);
    terminal.send(Key::Char('n')).unwrap();
    shows(&mut terminal, "save and close");
    let lines: Vec<String> = (0..2500).map(|i| format!("line {i:04} of a long paste, 40 bytes long")).collect();
    let text = lines.join("\n");
    terminal.paste(&format!("{text}\n\u{1b}[31mthe end")).unwrap();
    shows(&mut terminal, "the end");
    terminal.send(Key::Esc).unwrap();
    shows(&mut terminal, "Wrote a note");
    assert_eq!(world.run("today 1 --json").code, 0);
    assert_eq!(world.text().matches("of a long paste").count(), 2500);
    terminal.send_str(&"l".repeat(5_000)).unwrap();
    terminal.send_str(&"h".repeat(5_000)).unwrap();
    terminal.send_str("jl").unwrap();
    shows(&mut terminal, "╭ 2 Data types");
    quit(terminal);
}

#[test]
fn hostile_text_never_acts() {
    let world = begun();
    let nasty = "\u{1b}]0;owned\u{7}\u{1b}]52;c;aGk=\u{7}\u{1b}[2J\u{9b}2J\u{202e}\u{1b}[?1049lhere";
    assert_eq!(world.fed("note 1 -", nasty).code, 0);
    let mut terminal = open(&world, &[]);
    shows(&mut terminal, "here");
    terminal.send(Key::Char('/')).unwrap();
    terminal.paste(nasty).unwrap();
    shows(&mut terminal, "/ �here");
    let screen = terminal.screen();
    assert!(screen.alternate_screen());
    assert_eq!(screen.title(), "");
    assert!(screen.clipboard().is_none());
    understood(&screen);
    terminal.send(Key::Esc).unwrap();
    // The footer is drawn last: the one of before may still stand below the search.
    terminal.wait_until(|screen| !screen.contains("/ �here") && screen.contains("quit")).unwrap();
    quit(terminal);
}

#[test]
fn a_draft_outlives_a_kill_and_is_offered_at_the_next_start() {
    let world = begun();
    let mut terminal = open(&world, &[]);
    terminal.send_str("llnnot saved yet").unwrap();
    shows(&mut terminal, "not saved yet");
    let drafts = || drafts(&world);
    until("the draft", || {
        drafts().first().is_some_and(|name| {
            std::fs::read_to_string(world.data().join(name)).unwrap_or_default().contains("not saved yet")
        })
    });
    pty::signal(terminal.pid().unwrap(), "KILL");
    terminal.wait_exit().unwrap();
    // Deciding later keeps it, also when another note is written meanwhile.
    let mut terminal = spawn(&world, &[], &[]);
    shows(&mut terminal, "A draft: note on day 3");
    terminal.send(Key::Esc).unwrap();
    shows(&mut terminal, "╭ 1 Tools");
    terminal.send_str("nanother").unwrap();
    shows(&mut terminal, "another");
    until("the other draft", || drafts().len() == 2);
    terminal.send(Key::Esc).unwrap();
    shows(&mut terminal, "Wrote a note on day 1");
    assert_eq!(drafts().len(), 1);
    quit(terminal);
    // Accepted and saved, it is gone.
    let mut terminal = spawn(&world, &[], &[]);
    shows(&mut terminal, "A draft: note on day 3");
    terminal.send(Key::Enter).unwrap();
    shows(&mut terminal, "save and close");
    terminal.send(Key::Esc).unwrap();
    shows(&mut terminal, "Wrote a note on day 3");
    assert_eq!(drafts(), Vec::<String>::new());
    quit(terminal);
    assert!(world.run("today 3").out.contains("not saved yet"));
    quit(open(&world, &[]));
}

#[test]
fn what_is_said_of_a_draft_at_the_end_is_so() {
    for (is_shut, shows_first, says) in [
        (false, "half a thought", "is not saved; ninety offers it at the next start."),
        (true, "The draft cannot be kept", "is not saved; it is kept in "),
    ] {
        let world = begun();
        if is_shut {
            std::fs::write(world.data().join("drafts"), "").unwrap();
        }
        let mut terminal = open_with(&world, &[], &[("TMPDIR", world.home.path().to_str().unwrap())]);
        terminal.send_str("nhalf a thought").unwrap();
        shows(&mut terminal, shows_first);
        terminal.send(Key::Ctrl('c')).unwrap();
        assert!(terminal.wait_exit().unwrap().success());
        let rows: Vec<String> = terminal.screen().text().split('\n').map(|row| row.trim_end().to_owned()).collect();
        let (said, words) = (rows.concat(), rows.join(" "));
        assert!(words.contains("The note on day 1, Tools and the big picture, ") && words.contains(says), "{words}");
        if let Some((_, path)) = said.split_once("kept in ") {
            let path = path.split(".md").next().unwrap().to_owned() + ".md";
            assert_eq!(std::fs::read_to_string(path).unwrap(), "half a thought");
        }
    }
}

#[test]
fn a_draft_comes_before_the_welcome_back() {
    let mut world = begun();
    let mut terminal = open(&world, &[]);
    terminal.send_str("nhalf a thought").unwrap();
    until("the draft", || {
        drafts(&world).first().is_some_and(|name| {
            std::fs::read_to_string(world.data().join(name)).unwrap_or_default().contains("half a thought")
        })
    });
    pty::signal(terminal.pid().unwrap(), "KILL");
    terminal.wait_exit().unwrap();
    world.at("2027-02-01T20:00:00+01:00");
    let mut terminal = spawn(&world, &[], &[]);
    shows(&mut terminal, "A draft: note on day 1");
    assert!(!terminal.screen().contains("Welcome back"));
    terminal.send_str("dd").unwrap();
    shows(&mut terminal, "The draft is discarded.");
    quit(terminal);
    let mut terminal = spawn(&world, &[], &[]);
    shows(&mut terminal, "Welcome back");
    terminal.send(Key::Enter).unwrap();
    shows(&mut terminal, "╭ 1 Tools");
    quit(terminal);
}

#[test]
fn a_draft_can_be_thrown_away() {
    let world = begun();
    let mut terminal = open(&world, &[]);
    terminal.send_str("nnot worth it").unwrap();
    shows(&mut terminal, "not worth it");
    terminal.send(Key::Ctrl('c')).unwrap();
    assert!(terminal.wait_exit().unwrap().success());
    let mut terminal = spawn(&world, &[], &[]);
    shows(&mut terminal, "not worth it");
    terminal.send_str("dd").unwrap();
    shows(&mut terminal, "The draft is discarded.");
    quit(terminal);
    assert_eq!(drafts(&world), Vec::<String>::new());
}

#[test]
fn the_answers_of_a_review_outlive_a_kill() {
    let world = begun();
    assert_eq!(world.run("done 1 2 3 4 5 6 7").code, 0);
    let mut terminal = open(&world, &[]);
    terminal.send_str("2[[R").unwrap();
    shows(&mut terminal, "save and close");
    terminal.send_str("I can loop").unwrap();
    terminal.send(Key::Tab).unwrap();
    terminal.send_str("and scope is shaky").unwrap();
    shows(&mut terminal, "scope is shaky");
    until("the draft", || {
        drafts(&world).first().is_some_and(|name| {
            std::fs::read_to_string(world.data().join(name))
                .unwrap_or_default()
                .contains("shaky = \"and scope is shaky\"")
        })
    });
    pty::signal(terminal.pid().unwrap(), "KILL");
    terminal.wait_exit().unwrap();
    let mut terminal = spawn(&world, &[], &[]);
    shows(&mut terminal, "A draft: review of week 1");
    terminal.send(Key::Enter).unwrap();
    shows(&mut terminal, "I can loop");
    terminal.send(Key::Esc).unwrap();
    shows(&mut terminal, "Reviewed week 1");
    assert_eq!(drafts(&world), Vec::<String>::new());
    quit(terminal);
    assert!(world.text().contains("can = \"I can loop\", shaky = \"and scope is shaky\""), "{}", world.text());
}

#[test]
fn what_keeps_the_screen_from_opening_is_told_on_a_terminal_that_is_as_it_was() {
    let world = begun();
    std::fs::write(world.home.path().join("bad.toml"), "title = 3\n").unwrap();
    for (args, env, says) in [
        (vec!["--plan", "bad.toml"], ("TERM", "xterm"), "bad.toml:1:"),
        (vec!["--plan", "missing.toml"], ("TERM", "xterm"), "there is no such file"),
        (vec![], ("NINETY_CONFIG_DIR", "mine"), "NINETY_CONFIG_DIR is \"mine\""),
        (vec![], ("NINETY_DATA_DIR", "mine"), "NINETY_DATA_DIR is \"mine\""),
        (vec![], ("NINETY_NOW", "0000-01-01T00:00:00Z"), "which is outside the years 1901 to"),
    ] {
        let mut terminal = spawn(&world, &args, &[env]);
        assert_eq!(terminal.wait_exit().unwrap().code(), Some(1), "{args:?} {env:?}");
        let screen = terminal.screen();
        assert!(screen.contains(says) && !screen.alternate_screen(), "{}", screen.text());
    }
}

#[test]
fn a_clock_that_says_anything_is_no_harm() {
    for now in ["1901-01-01T00:00:00+14:00", "1969-12-31T23:59:59-12:00", "8999-12-31T23:59:59-23:59"] {
        let mut world = World::new();
        world.at(now);
        let mut terminal = spawn(&world, &[], &[]);
        shows(&mut terminal, "Welcome: enter starts the plan");
        terminal.send_str("\r").unwrap();
        shows(&mut terminal, "The plan starts on");
        terminal.send_str(" 23451r").unwrap();
        terminal.send(Key::Esc).unwrap();
        shows(&mut terminal, "quit");
        quit(terminal);
        assert!(world.text().contains("done = "), "{now}");
    }
}

#[test]
fn a_command_in_a_message_carries_the_plan_that_was_given() {
    let world = begun();
    let plan = "title = \"Swim\"\n[[week]]\ntitle = \"W\"\n[[week.day]]\ntitle = \"D\"\ntasks = [{ do = \"x\" }]\n";
    std::fs::write(world.home.path().join("swim.toml"), plan).unwrap();
    assert_eq!(world.run("--plan swim.toml done 1.1").code, 0);
    let journal = world.data().join("swim.toml");
    std::fs::write(&journal, std::fs::read_to_string(&journal).unwrap() + "no line\n= neither\n").unwrap();
    let mut terminal = spawn(&world, &["--plan", "swim.toml"], &[]);
    shows(&mut terminal, "1 more to see with `ninety --plan swim.toml check`.");
    quit(terminal);
}
