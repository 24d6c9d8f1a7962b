//! What other programs do to the screen: signals, stops and the shell's job control, and limits. The terminal is never
//! left raw, and nothing is lost.

use crate::common::World;
use crate::pty::{self, Line, READY, begun, drafts, given_back, open, signal, until};
use termlens::{Key, Terminal};

#[test]
fn a_limit_or_an_alarm_ends_it_as_a_kill_does() {
    for (name, code) in [("ALRM", 142), ("XCPU", 152), ("PWR", 158)] {
        if name == "PWR" && !cfg!(target_os = "linux") {
            continue;
        }
        let world = begun();
        let mut line = Line::start(&world, None, &[]);
        line.wait_for(READY);
        line.send("n");
        line.wait_for("save");
        line.paste("half a thought");
        line.wait_for("thought");
        line.signal(name);
        assert_eq!(line.ended(), code, "{name}");
        given_back(&line);
        assert_eq!(drafts(&world).len(), 1, "{name}");
    }
}

#[test]
fn a_signal_that_means_nothing_here_does_nothing() {
    let world = begun();
    let mut terminal = open(&world, &[]);
    // Once a key has been taken in, everything is caught that ever will be.
    terminal.send(Key::Char('l')).unwrap();
    shows(&mut terminal, "╭ 2 Data types");
    let linux: &[&str] = if cfg!(target_os = "linux") { &["16", "34", "40", "64"] } else { &[] };
    for (day, name) in (3..).zip(["USR1", "USR2", "VTALRM", "PROF", "IO"].iter().chain(linux)) {
        signal(terminal.pid().unwrap(), name);
        terminal.send(Key::Char('l')).unwrap();
        let title = ninety::plan::Plan::builtin().days()[day - 1].title;
        shows(&mut terminal, &format!("{day} {title} ─"));
    }
    quit(terminal);
}

#[test]
fn a_write_over_the_limit_on_file_sizes_is_told_and_the_screen_stays() {
    let world = begun();
    let before = world.text();
    let mut terminal = program(&world, "sh", &["-c", "ulimit -f 0; exec \"$0\"", &binary(&world)]);
    shows(&mut terminal, READY);
    terminal.send(Key::Char(' ')).unwrap();
    shows(&mut terminal, "nothing was saved");
    terminal.send(Key::Char('E')).unwrap();
    shows(&mut terminal, "A file for the editor could not be made: File too large.");
    terminal.send_str("nhalf a thought").unwrap();
    shows(&mut terminal, "The draft cannot be kept on the disk");
    terminal.send(Key::Esc).unwrap();
    shows(&mut terminal, "nothing was saved");
    shows(&mut terminal, "half a thought");
    terminal.send(Key::Ctrl('c')).unwrap();
    assert!(terminal.wait_exit().unwrap().success());
    let screen = terminal.screen();
    assert!(!screen.alternate_screen() && screen.cursor_visible());
    let said = screen.text().replace('\n', " ");
    assert!(said.contains("is not saved, and it could not be kept on the disk."), "{said}");
    assert_eq!(world.text(), before);
}

fn shows(terminal: &mut Terminal, text: &str) {
    terminal.wait_until(|screen| screen.contains(text)).unwrap();
}

fn quit(mut terminal: Terminal) {
    terminal.send(Key::Char('q')).unwrap();
    assert!(terminal.wait_exit().unwrap().success());
    let screen = terminal.screen();
    assert!(!screen.alternate_screen() && screen.cursor_visible());
}

/// Another program on a terminal in this world.
fn program(world: &World, program: &str, args: &[&str]) -> Terminal {
    let mut builder = Terminal::builder().size(80, 24).timeout(pty::PATIENCE).env_clear();
    for (name, value) in pty::variables(&world.command()) {
        builder = builder.env(name, value);
    }
    let builder = builder.env("PS1", "shell> ").args(args);
    builder.current_dir(world.home.path()).spawn(program).unwrap()
}

/// An interactive shell with job control, which itself asks the terminal for nothing.
fn shell(world: &World) -> Terminal {
    let mut shell = program(world, "bash", &["--norc", "--noprofile", "--noediting", "-i"]);
    shows(&mut shell, "shell>");
    shell
}

fn binary(world: &World) -> String {
    world.command().get_program().to_string_lossy().into_owned()
}

/// The shell has the terminal, as it was, and takes a command.
fn answers(shell: &mut Terminal, sum: u32) {
    shell.wait_until(|screen| !screen.alternate_screen() && screen.cursor_visible()).unwrap();
    let screen = shell.screen();
    assert!(!screen.bracketed_paste() && screen.mouse_modes().is_empty());
    shell.send_str(&format!("echo it is $(({} + 1))\n", sum - 1)).unwrap();
    shell.wait_until(|screen| screen.contains(&format!("it is {sum}"))).unwrap();
}

fn leave(mut shell: Terminal) {
    shell.wait_until(|screen| !screen.alternate_screen()).unwrap();
    shell.send_str("exit\n").unwrap();
    shell.wait_exit().unwrap();
}

#[test]
fn ctrl_z_stops_the_script_that_started_it_too() {
    let world = begun();
    let mut shell = shell(&world);
    shell.send_str(&format!("sh -c '\"$0\"; echo it is $((20 + 1))' {}\n", binary(&world))).unwrap();
    shell.wait_until(|screen| screen.contains("q quit")).unwrap();
    let before = shell.screen().text();
    for sum in [42, 43] {
        shell.send(Key::Ctrl('z')).unwrap();
        answers(&mut shell, sum);
        assert!(!shell.screen().contains("it is 21"));
        shell.send_str("clear; fg\n").unwrap();
        shell.wait_until(|screen| screen.text() == before).unwrap();
        assert!(!shell.screen().cursor_visible());
    }
    shell.send(Key::Char('q')).unwrap();
    shell.wait_until(|screen| screen.contains("it is 21")).unwrap();
    leave(shell);
}

#[test]
fn a_stop_that_somebody_else_asks_for_gives_the_terminal_back_first() {
    let world = begun();
    let mut shell = shell(&world);
    shell.send_str(&format!("sh -c 'echo $$ > pid; exec \"$0\"' {}\n", binary(&world))).unwrap();
    shell.wait_until(|screen| screen.contains("q quit")).unwrap();
    let before = shell.screen().text();
    let pid = std::fs::read_to_string(world.home.path().join("pid")).unwrap();
    signal(pid.trim().parse().unwrap(), "TSTP");
    answers(&mut shell, 42);
    shell.send_str("clear; fg\n").unwrap();
    shell.wait_until(|screen| screen.text() == before).unwrap();
    shell.send(Key::Char('q')).unwrap();
    leave(shell);
}

#[test]
fn in_the_background_it_stops_again_and_can_be_ended() {
    for stop in ["TSTP", "STOP"] {
        let world = begun();
        let mut shell = shell(&world);
        shell.send_str(&format!("sh -c 'echo $$ > pid; exec \"$0\"' {}\n", binary(&world))).unwrap();
        shell.wait_until(|screen| screen.contains("q quit")).unwrap();
        shell.send_str("nhalf a thought").unwrap();
        shell.wait_until(|screen| screen.contains("half a thought")).unwrap();
        let pid = std::fs::read_to_string(world.home.path().join("pid")).unwrap();
        signal(pid.trim().parse().unwrap(), stop);
        shell.wait_until(|screen| screen.contains("shell>")).unwrap();
        // What is typed while a shell takes its terminal back may be lost.
        shell.send_str("bg; until jobs | grep -q Stopped; do :; done; clear; echo has''stopped\n").unwrap();
        shell.wait_until(|screen| screen.contains("hasstopped")).unwrap();
        // A shell says of itself that a job has ended only before its next prompt.
        shell.send_str("kill %1; while jobs -s | grep -q .; do :; done; wait %1; echo Exit $?\n").unwrap();
        shows(&mut shell, "Exit 143");
        answers(&mut shell, 42);
        until("the draft", || !drafts(&world).is_empty());
        leave(shell);
    }
}

#[test]
fn the_learners_editor_stops_together_with_it() {
    let world = begun();
    let mut shell = shell(&world);
    shell.send_str("export VISUAL='sh -c \"stty sane; cat\" editor'\n").unwrap();
    shell.send_str(&format!("{}\n", binary(&world))).unwrap();
    shell.wait_until(|screen| screen.contains("q quit")).unwrap();
    shell.send(Key::Char('E')).unwrap();
    shell.wait_until(|screen| !screen.alternate_screen()).unwrap();
    shell.send_str("typed\n").unwrap();
    shell.wait_until(|screen| screen.text().matches("typed").count() == 2).unwrap();
    shell.send(Key::Ctrl('z')).unwrap();
    // What is typed before the shell says so would be thrown away with the stop.
    shell.wait_until(|screen| screen.contains("Stopped")).unwrap();
    answers(&mut shell, 42);
    shell.send_str("fg\n").unwrap();
    shell.send_str("again\n").unwrap();
    shell.wait_until(|screen| screen.text().matches("again").count() == 2).unwrap();
    shell.send(Key::Ctrl('d')).unwrap();
    // Whether that was at once depends on the machine.
    let is_told = |text: &str| text.contains("The note is as it was.") || text.contains("The editor came back");
    shell.wait_until(|screen| is_told(&screen.text())).unwrap();
    shell.send(Key::Char('q')).unwrap();
    leave(shell);
}

#[test]
fn without_a_shell_to_go_back_to_it_stays_and_says_so() {
    let world = begun();
    let mut terminal = open(&world, &[]);
    terminal.send(Key::Ctrl('z')).unwrap();
    terminal.wait_until(|screen| screen.contains("There is no shell behind ninety")).unwrap();
    assert!(terminal.screen().alternate_screen());
    quit(terminal);
}
