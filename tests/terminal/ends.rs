//! Every way in which the screen ends or stands back: the terminal is as it was, and nothing is lost.

use crate::common;
use crate::pty::{self, Line, READY, begun, drafts, given_back, has_proc, open_with, signal, spawn, stat, until};
use ninety::config::Mouse;
use ninety::tui::{Beside, Terminal as _, Tty};
use std::io::{self, IsTerminal};
use std::path::Path;
use std::time::{Duration, Instant};
use termlens::{Key, Terminal};

#[test]
fn keys_and_signals_end_it_and_leave_the_terminal_as_it_was() {
    for (name, code) in [("q", 0), ("\u{3}", 0), ("TERM", 143), ("HUP", 129), ("INT", 130), ("QUIT", 131)] {
        let world = begun();
        let mut line = Line::start(&world, None, &[]);
        line.wait_for(READY);
        assert_ne!(line.settings(), line.before, "raw while it runs");
        line.send(" ");
        line.wait_for("Ticked");
        if name.len() == 1 {
            line.send(name);
        } else {
            line.signal(name);
        }
        assert_eq!(line.ended(), code, "{name}");
        given_back(&line);
        assert!(world.text().contains("done = "), "nothing recorded is lost by {name}");
    }
}

#[test]
fn a_signal_while_a_note_is_written_keeps_the_draft() {
    for name in ["TERM", "HUP", "INT", "QUIT"] {
        let world = begun();
        let mut line = Line::start(&world, None, &[]);
        line.wait_for(READY);
        line.send("n");
        line.wait_for("save");
        line.paste("half a thought");
        line.wait_for("thought");
        line.signal(name);
        line.ended();
        given_back(&line);
        let draft = drafts(&world).into_iter().next().expect(name);
        assert!(std::fs::read_to_string(world.data().join(draft)).unwrap().contains("half a thought"));
    }
}

#[test]
fn a_paste_that_never_ends_can_be_left_with_ctrl_c() {
    let world = begun();
    let mut line = Line::start(&world, None, &[]);
    line.wait_for(READY);
    line.send("n");
    line.wait_for("save");
    line.send("half a thought");
    line.wait_for("thought");
    until("a draft", || !drafts(&world).is_empty());
    line.send("\u{1b}[200~and no end");
    // Once a while has gone by without a word of it.
    until("the end", || {
        line.send("\u{3}");
        let heard = line.heard(Duration::from_millis(100));
        line.seen.extend(heard);
        line.child.try_wait().unwrap().is_some()
    });
    // What it wrote at its end may be heard after it is known to have ended.
    let heard = line.heard(Duration::from_secs(5));
    line.seen.extend(heard);
    given_back(&line);
    let draft = drafts(&world).into_iter().next().expect("the draft is kept");
    assert!(std::fs::read_to_string(world.data().join(draft)).unwrap().contains("half a thought"));
    // One that ends late is a paste.
    let world = begun();
    let mut line = Line::start(&world, None, &[]);
    line.wait_for(READY);
    line.send("n");
    line.wait_for("save");
    line.send("\u{1b}[200~one");
    let heard = line.heard(Duration::from_millis(300));
    line.seen.extend(heard);
    line.send(" two\u{1b}[201~");
    line.wait_for("two");
    line.send("\u{3}");
    assert_eq!(line.ended(), 0, "ctrl-c is a key again");
    given_back(&line);
}

#[test]
fn all_that_is_written_is_text_and_crossterms_own_sequences() {
    let world = begun();
    let nasty = "a\u{1b}[31mb\u{9b}c\u{202e}d\u{7}e\u{85}f\u{2066}g\u{e0041}h";
    assert_eq!(world.fed("note 1 -", nasty).code, 0);
    let mut line = Line::start(&world, None, &[]);
    line.wait_for(READY);
    line.send("235n");
    line.wait_for("save");
    line.send("\u{3}");
    line.ended();
    let text = String::from_utf8(line.seen.clone()).expect("all of it is UTF-8");
    let mut rest = text.as_str();
    while let Some(at) = rest.find(|c: char| ninety::text::is_unsafe(c)) {
        rest = &rest[at..];
        // A link: its address and its end.
        if let Some(link) = rest.strip_prefix("\u{1b}]8;;") {
            let (url, after) = link.split_once("\u{1b}\\").expect("every link ends");
            assert!(!url.contains(ninety::text::is_unsafe), "{url:?}");
            rest = after;
            continue;
        }
        let sequence = rest.strip_prefix("\u{1b}[").unwrap_or_else(|| panic!("{:?}", &rest[..rest.len().min(40)]));
        let end = sequence.find(|c: char| !matches!(c, '0'..='9' | ';' | '?')).unwrap();
        assert!(sequence[end..].starts_with(['H', 'm', 'h', 'l', 'J', 'K']), "{:?}", &sequence[..=end]);
        rest = &sequence[end + 1..];
    }
}

#[test]
fn a_terminal_that_is_gone_ends_it_soon_and_without_effort() {
    if !has_proc() {
        return;
    }
    // The session's leader dies by the hang-up, or (as under some multiplexers) ignores it, so that no signal comes.
    for ignored in ["", "trap '' HUP;"] {
        let world = begun();
        let script = format!("{ignored} sh -c 'echo $$ > pid; exec \"$0\"' \"$0\"; true");
        let mut line = Line::start(&world, Some(&script), &[]);
        line.wait_for(READY);
        line.send("n");
        line.wait_for("save");
        line.paste("kept");
        line.wait_for("kept");
        let pid: u32 = std::fs::read_to_string(world.home.path().join("pid")).unwrap().trim().parse().unwrap();
        let (before, _) = stat(pid).unwrap();
        line.hang_up();
        let start = Instant::now();
        let mut after = before;
        until("its end", || match stat(pid) {
            Some((cpu, _)) => {
                after = cpu;
                false
            }
            None => true,
        });
        assert!(start.elapsed() < Duration::from_secs(3), "{:?} with {ignored:?}", start.elapsed());
        assert!(after - before < 20, "{} hundredths of a second with {ignored:?}", after - before);
        assert_eq!(drafts(&world).len(), 1, "{:?}", world.files());
    }
}

#[test]
fn a_terminal_that_takes_nothing_cannot_hold_it_back() {
    let world = begun();
    let mut line = Line::deaf(&world);
    // Each of these draws the whole screen, and then records; a terminal holds some screens, and then nothing moves.
    let recorded = || std::fs::metadata(world.journal()).unwrap().len();
    let moves = |before: u64| {
        let deadline = Instant::now() + Duration::from_secs(1);
        while recorded() == before && Instant::now() < deadline {
            std::thread::yield_now();
        }
        recorded() != before
    };
    let mut before = recorded();
    line.send("\u{c} ");
    while moves(before) {
        before = recorded();
        line.send("\u{c} ");
    }
    line.signal("TERM");
    let start = Instant::now();
    assert_eq!(line.ended(), 143);
    assert!(start.elapsed() < Duration::from_secs(3), "{:?}", start.elapsed());
    assert_eq!(line.settings(), line.before);
}

#[test]
fn stopped_from_outside_and_continued_it_draws_itself_whole() {
    let world = begun();
    let mut terminal = open_with(&world, &[], &[]);
    let before = terminal.screen().text();
    let pid = terminal.pid().unwrap();
    signal(pid, "STOP");
    if has_proc() {
        until("the stop", || stat(pid).is_some_and(|(_, state)| state == 'T'));
    }
    signal(pid, "CONT");
    terminal.send(Key::Char('l')).unwrap();
    terminal.wait_until(|screen| screen.contains("╭ 2 Data types")).unwrap();
    terminal.send(Key::Char('h')).unwrap();
    terminal.wait_until(|screen| screen.text() == before).unwrap();
    terminal.send(Key::Char('q')).unwrap();
    assert!(terminal.wait_exit().unwrap().success());
}

#[test]
fn ctrl_z_gives_the_shell_its_terminal_and_fg_comes_back() {
    let world = begun();
    let binary = world.command().get_program().to_string_lossy().into_owned();
    let mut shell = Terminal::builder().size(80, 24).timeout(pty::PATIENCE).env_clear();
    for (name, value) in pty::variables(&world.command()) {
        shell = shell.env(name, value);
    }
    let mut shell = shell.env("PS1", "shell> ").arg("-i").current_dir(world.home.path()).spawn("sh").unwrap();
    shell.wait_until(|screen| screen.contains("shell>")).unwrap();
    shell.send_str(&format!("{binary}\n")).unwrap();
    shell.wait_until(|screen| screen.contains("q quit")).unwrap();
    shell.send_str("lnhalf a note").unwrap();
    shell.wait_until(|screen| screen.contains("half a note")).unwrap();
    shell.send(Key::Ctrl('z')).unwrap();
    shell.wait_until(|screen| !screen.alternate_screen() && screen.cursor_visible()).unwrap();
    let screen = shell.screen();
    assert!(!screen.bracketed_paste() && screen.mouse_modes().is_empty());
    shell.send_str("echo it is $((40 + 2))\n").unwrap();
    shell.wait_until(|screen| screen.contains("it is 42")).unwrap();
    // While it was away the window changed and another process recorded something.
    shell.resize(100, 30).unwrap();
    assert_eq!(world.run("done 2.1").code, 0);
    shell.send_str("fg\n").unwrap();
    shell
        .wait_until(|screen| screen.contains("half a note") && screen.row_text(29).contains("save and close"))
        .unwrap();
    shell.send(Key::Esc).unwrap();
    shell.wait_until(|screen| screen.contains("Wrote a note on day 2") && screen.contains("1/3")).unwrap();
    shell.send(Key::Char('q')).unwrap();
    shell.wait_until(|screen| !screen.alternate_screen()).unwrap();
    shell.send_str("exit\n").unwrap();
    shell.wait_exit().unwrap();
}

fn script(world: &common::World, text: &str) -> String {
    world.program("editor.sh", text)
}

fn edited(text: &str) -> (common::World, Terminal) {
    let world = begun();
    assert_eq!(world.run("note 1 before").code, 0);
    let editor = if text.is_empty() { "/nowhere/editor".to_owned() } else { script(&world, text) };
    let mut terminal = open_with(&world, &[], &[("VISUAL", &editor), ("TMPDIR", &world.home.path().to_string_lossy())]);
    terminal.send(Key::Char('E')).unwrap();
    (world, terminal)
}

/// The screen is taken over and whole again.
fn whole(terminal: &mut Terminal, says: &str) {
    terminal
        .wait_until(|screen| {
            let words: Vec<String> = screen.text().split_whitespace().map(str::to_owned).collect();
            screen.alternate_screen() && screen.contains("Week 1") && words.join(" ").contains(says)
        })
        .unwrap();
    assert!(terminal.screen().row_text(0).starts_with(" ninety   1 Today"));
    assert!(terminal.screen().bracketed_paste());
    assert!(!terminal.screen().cursor_visible());
}

#[test]
fn the_learners_editor_writes_the_note() {
    let (world, mut terminal) = edited("echo hello from the editor; printf 'and more\\n' >> \"$1\"");
    whole(&mut terminal, "Changed the note of day 1, Tools and the big picture");
    assert!(!terminal.screen().contains("hello from the editor"));
    terminal.send(Key::Char('q')).unwrap();
    terminal.wait_exit().unwrap();
    let today = world.run("today 1").out;
    assert!(today.contains("before") && today.contains("and more"), "{today}");
}

#[test]
fn an_editor_that_fails_changes_nothing_and_what_was_written_goes_on_in_the_screen() {
    let (world, mut terminal) = edited("echo unsaved > \"$1\"; exit 3");
    terminal.wait_until(|screen| screen.contains("exit code 3") && screen.contains("unsaved")).unwrap();
    assert!(world.run("today 1").out.contains("before"));
    terminal.send(Key::Esc).unwrap();
    whole(&mut terminal, "Changed the note of day 1, Tools and the big picture");
    terminal.send(Key::Char('q')).unwrap();
    terminal.wait_exit().unwrap();
    assert!(world.run("today 1").out.contains("unsaved"));
    assert!(!open_with(&world, &[], &[]).screen().contains("A draft"));
}

#[test]
fn an_interrupt_that_is_typed_in_the_learners_editor_is_its_alone() {
    let (world, mut terminal) = edited(
        "trap 'echo interrupted' INT; trap 'echo quitted' QUIT; stty sane; echo ready; until read -r line; do :; done; \
         echo \"$line\" >> \"$1\"",
    );
    terminal.wait_until(|screen| screen.contains("ready")).unwrap();
    for (key, says, times) in [('c', "interrupted", 1), ('\\', "quitted", 1), ('c', "interrupted", 2)] {
        terminal.send(Key::Ctrl(key)).unwrap();
        terminal.wait_until(|screen| screen.text().matches(says).count() == times).unwrap();
    }
    terminal.send_str("typed\n").unwrap();
    whole(&mut terminal, "Changed the note of day 1");
    terminal.signal(termlens::Signal::Term).unwrap();
    assert_eq!(terminal.wait_exit().unwrap().code(), Some(143));
    assert!(world.run("today 1").out.contains("typed"));
}

#[test]
fn what_stands_in_the_learners_editor_outlives_the_program_and_is_offered() {
    let (world, mut terminal) = edited("echo half a thought > \"$1\"; exec sleep 600");
    let written = || {
        let names = drafts(&world);
        let md = names.iter().find(|name| Path::new(name).extension().is_some_and(|end| end == "md"));
        md.is_some_and(|name| {
            let path = world.data().join(name);
            std::fs::read_to_string(path).is_ok_and(|text| text.contains("half a thought"))
        })
    };
    until("the editor's text", written);
    terminal.signal(termlens::Signal::Term).unwrap();
    terminal.wait_exit().unwrap();
    assert!(world.run("today 1").out.contains("before"));
    let mut terminal = spawn(&world, &[], &[]);
    terminal.wait_until(|screen| screen.contains("half a thought")).unwrap();
    terminal.send(Key::Enter).unwrap();
    terminal.wait_until(|screen| screen.contains("Note on day 1")).unwrap();
    terminal.send(Key::Esc).unwrap();
    whole(&mut terminal, "Changed the note of day 1, Tools and the big picture");
    terminal.send(Key::Char('q')).unwrap();
    terminal.wait_exit().unwrap();
    assert!(world.run("today 1").out.contains("half a thought"));
    assert!(!open_with(&world, &[], &[]).screen().contains("A draft"));
}

#[test]
fn an_editor_that_is_missing_says_so() {
    let (world, mut terminal) = edited("");
    whole(&mut terminal, "could not be started");
    terminal.send(Key::Char('q')).unwrap();
    terminal.wait_exit().unwrap();
    assert!(world.run("today 1").out.contains("before"));
}

#[test]
fn an_address_is_opened_by_the_systems_opener_or_copied() {
    let world = begun();
    let bin = world.home.path().join("bin");
    std::fs::create_dir(&bin).unwrap();
    world.program("bin/xdg-open", "printf '%s' \"$1\" > opened.tmp && mv opened.tmp opened");
    let path = format!("{}:/usr/bin:/bin", bin.display());
    let mut terminal = open_with(&world, &[], &[("PATH", &path)]);
    terminal.send(Key::Char('o')).unwrap();
    terminal.wait_until(|screen| screen.contains("Opened") && screen.contains("https://")).unwrap();
    until("the opening", || world.home.path().join("opened").exists());
    terminal.send(Key::Char('q')).unwrap();
    terminal.wait_exit().unwrap();
    let mut remote = spawn(&world, &[], &[("SSH_CONNECTION", "1 2 3 4")]);
    remote.wait_until(|screen| screen.contains(READY)).unwrap();
    remote.send(Key::Char('o')).unwrap();
    remote.wait_until(|screen| screen.contains("Copied") && screen.clipboard().is_some()).unwrap();
    remote.send(Key::Char('q')).unwrap();
    remote.wait_exit().unwrap();
}

/// The program within the test below.
#[test]
#[ignore = "it needs a terminal of its own, which the next test gives it"]
fn panics_with_the_screen_open() {
    if io::stdin().is_terminal() {
        let mut screen = Tty::open(Mouse::On).unwrap();
        let drawn = screen.draw(|buffer| {
            buffer.set_string(0, 0, "drawn", ratatui::style::Style::new());
            Beside::default()
        });
        drawn.unwrap();
        panic!("the reason is readable");
    }
}

#[test]
fn a_panic_gives_the_terminal_back_and_can_be_read() {
    let mut terminal = Terminal::builder()
        .args(["--exact", "ends::panics_with_the_screen_open", "--ignored", "--nocapture"])
        .env("RUST_BACKTRACE", "0")
        .spawn(std::env::current_exe().unwrap())
        .unwrap();
    assert_eq!(terminal.wait_exit().unwrap().code(), Some(101));
    let screen = terminal.screen();
    assert!(screen.contains("the reason is readable"), "{}", screen.text());
    assert!(!screen.contains("drawn"), "{}", screen.text());
    assert!(!screen.alternate_screen() && screen.cursor_visible());
    assert!(!screen.bracketed_paste() && screen.mouse_modes().is_empty());
}
