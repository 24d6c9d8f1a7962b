//! The learner's own editor, of every kind: one that comes back at once and saves later, one that is started by a whole
//! command line, one that fails, and one that takes an interrupt. Nothing that it saved is lost.

use crate::common::World;
use crate::lab::{Need, runs};
use crate::pty::{Line, READY, begun, drafts, open_with, spawn, until};
use std::path::{Path, PathBuf};
use termlens::{Key, Terminal};

/// A world whose first day has a note.
fn noted() -> World {
    let world = begun();
    assert_eq!(world.run("note 1 before").code, 0);
    world
}

/// Goes on once the file `go` is there, and says by the file `done` that it is over. A window does not end with the
/// terminal that it was opened from.
fn later(script: &str) -> String {
    format!(
        "trap \"\" HUP; (until [ -e \"$HOME/go\" ]; do [ -d \"$HOME\" ] || exit; sleep 0.02; done; {script}; : > \"$HOME/done\") </dev/null >/dev/null 2>&1 &"
    )
}

/// Lets the editor that waits save, and waits until it has.
fn go(world: &World) {
    std::fs::write(world.home.path().join("go"), "").unwrap();
    until("the save", || world.home.path().join("done").exists());
    std::fs::remove_file(world.home.path().join("go")).unwrap();
    std::fs::remove_file(world.home.path().join("done")).unwrap();
}

/// The screen, after the learner's editor was opened in it on day 1.
fn edits(world: &World, editor: &str) -> Terminal {
    let mut terminal = open_with(world, &[], &[("VISUAL", editor), ("TMPDIR", &world.home.path().to_string_lossy())]);
    terminal.send(Key::Char('E')).unwrap();
    terminal
}

fn shows(terminal: &mut Terminal, text: &str) {
    terminal.wait_until(|screen| screen.alternate_screen() && screen.contains(text)).unwrap();
}

fn quit(mut terminal: Terminal) {
    terminal.send(Key::Ctrl('c')).unwrap();
    assert!(terminal.wait_exit().unwrap().success());
}

/// Starts anew, goes on with the draft that is offered, and saves it.
fn takes_up(world: &World, text: &str) {
    let mut terminal = spawn(world, &[], &[]);
    shows(&mut terminal, "A draft: note on day 1");
    shows(&mut terminal, text);
    terminal.send(Key::Enter).unwrap();
    shows(&mut terminal, "save and close");
    terminal.send(Key::Esc).unwrap();
    shows(&mut terminal, "Changed the note of day 1");
    quit(terminal);
    let today = world.run("today 1").out;
    assert!(today.contains(text), "{today}");
    // It is recorded, and is not offered again.
    let terminal = open_with(world, &[], &[]);
    assert!(!terminal.screen().contains("A draft"), "{}", terminal.screen().text());
    quit(terminal);
}

/// The one file that the learner's editor had.
fn beside(world: &World) -> PathBuf {
    let names = drafts(world).into_iter();
    let mut found = names.filter(|name| Path::new(name).extension().is_some_and(|end| end == "md"));
    let name = found.next().expect("a file");
    assert_eq!(found.next(), None);
    world.data().join(name)
}

const AT_ONCE: &str = "The editor came back at once; where it opens a window of its own, its --wait";

#[test]
fn an_editor_that_comes_back_at_once_may_save_while_ninety_is_open_or_after_it() {
    for (name, script) in [
        ("appends", later("echo typed in the window >> \"$1\"")),
        ("renames", later("echo typed in the window > \"$1.new\"; mv \"$1.new\" \"$1\"")),
        ("empties it first", later(": > \"$1\"; echo typed in the window > \"$1\"")),
        ("deletes it first", later("rm \"$1\"; echo typed in the window > \"$1\"")),
        (
            "is of another session",
            format!("exec setsid sh -c '{}' \"$0\" \"$1\"", later("echo typed in the window >> \"$1\"")),
        ),
    ] {
        for when in ["open", "ended"] {
            let world = noted();
            let mut terminal = edits(&world, &world.program("editor", &script));
            shows(&mut terminal, AT_ONCE);
            if when == "open" {
                go(&world);
                quit(terminal);
            } else {
                quit(terminal);
                quit(open_with(&world, &[], &[]));
                go(&world);
            }
            assert!(!world.run("today 1").out.contains("window"), "{name}");
            takes_up(&world, "typed in the window");
            // The window is still open: it saves once more, over what it had saved.
            std::fs::write(beside(&world), "typed in the window, twice\n").unwrap();
            takes_up(&world, "typed in the window, twice");
            assert_eq!(world.run("today 1").out.matches("typed in").count(), 1, "{name}");
        }
    }
}

#[test]
fn a_note_from_the_command_line_waits_for_such_an_editor_too() {
    for script in [
        later("echo typed in the window >> \"$1\""),
        later("echo typed in the window > \"$1.new\"; mv \"$1.new\" \"$1\""),
        format!("nohup sh -c '{}' \"$0\" \"$1\" >/dev/null 2>&1", later("echo typed in the window >> \"$1\"")),
    ] {
        let world = noted();
        // The shell keeps the terminal, as a learner's does.
        let start = "\"$0\" note 1 && echo 'it is ov''er' && read -r line";
        let editor = world.program("editor", &script);
        let mut line = Line::start(&world, Some(&format!("VISUAL='{editor}'; export VISUAL; {start}")), &[]);
        line.wait_for("it is over");
        let said = line.text().split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(
            said.starts_with(
                "The editor came back at once; where it opens a window of its own, its --wait option makes ninety \
                 wait. What it saves is offered at the next start."
            ),
            "{said}"
        );
        go(&world);
        line.send("\n");
        assert_eq!(line.ended(), 0);
        takes_up(&world, "typed in the window");
    }
}

#[test]
fn what_such_an_editor_had_changed_already_is_saved_and_it_may_go_on() {
    let world = noted();
    let script = format!("echo at once >> \"$1\"; {}", later("echo and later >> \"$1\""));
    let mut terminal = edits(&world, &world.program("editor", &script));
    shows(&mut terminal, "Changed the note of day 1");
    go(&world);
    quit(terminal);
    takes_up(&world, "and later");
    let today = world.run("today 1").out;
    assert!(today.contains("Your note\n  before\n  at once\n  and later\n"), "{today}");
}

#[test]
fn an_editor_is_started_as_a_shell_starts_it() {
    let world = noted();
    world.program(
        "ed",
        "printf '%s\\n' \"$X $#\" \"$@\" > \"$HOME/arguments\"; for last; do :; done; echo $$ >> \"$last\"",
    );
    let spaced = world.home.path().join("a dir");
    std::fs::create_dir(&spaced).unwrap();
    world.program("a dir/it's ed", "exec \"$HOME/ed\" \"$@\"");
    // Nothing of a file's name is the shell's to read.
    let data = world.home.path().join("$(touch pwned) `touch pwned` \"it's\"; touch pwned #\n&*~");
    let data = data.to_str().unwrap();
    let said = |editor: &str, path: &str| {
        let env = [("VISUAL", editor), ("PATH", path)];
        let mut terminal = spawn(&world, &["--data-dir", data, "note", "1"], &env);
        terminal.wait_exit().unwrap();
        terminal.screen().text()
    };
    let path = format!("{}:/usr/bin:/bin", world.home.path().display());
    for (editor, arguments) in [
        ("$HOME/ed", " 1\n"),
        ("\"$HOME/ed\" -f", " 2\n-f\n"),
        ("X=1 ed -f", "1 2\n-f\n"),
        ("env X=2 ed --wait 'a b' \"c d\" e\\ f", "2 5\n--wait\na b\nc d\ne f\n"),
        ("~/ed", " 1\n"),
        ("\"$HOME/a dir/it's ed\"", " 1\n"),
        ("$HOME/a\\ dir/it\\'s\\ ed -n", " 2\n-n\n"),
        ("${EDITOR_OF_MINE:-ed} '$HOME'", " 2\n$HOME\n"),
        ("  ed  ", " 1\n"),
        ("ed\n", " 1\n"),
        ("test -t 0 && ed", " 1\n"),
    ] {
        let text = said(editor, &path);
        assert!(text.contains("note on day 1") || text.contains("note of day 1"), "{editor:?}: {text}");
        let given = std::fs::read_to_string(world.home.path().join("arguments")).unwrap();
        let rest = given.strip_prefix(arguments).unwrap_or_else(|| panic!("{editor:?} was given {given}"));
        assert!(rest.starts_with(data) && rest.ends_with(".md\n"), "{editor:?} was given {given}");
        std::fs::remove_file(world.home.path().join("arguments")).unwrap();
    }
    for (editor, why) in [
        ("/nowhere/ed -f", "could not be started"),
        ("no-such-editor", "could not be started"),
        ("$HOME", "could not be started"),
        ("'ed", "is no command line: a quote is not closed"),
        ("   ", "is no command line"),
        ("X=1", "could not be started"),
    ] {
        let text = said(editor, &path).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains(why), "{editor:?}: {text}");
    }
    assert!(!world.home.path().join("pwned").exists());
}

#[test]
fn what_an_editor_saved_is_as_it_was_until_it_is_recorded() {
    let long = "a line of a long note ".repeat(80_000);
    for (script, says, is_shown) in [
        ("cat \"$HOME/text\" > \"$1\"; exit 1", "ended with exit code 1", true),
        ("cat \"$HOME/text\" > \"$1\"; kill -9 $$", "was ended by signal 9", true),
        ("cat \"$HOME/text\" > \"$1.new\"; mv \"$1.new\" \"$1\"; exit 3", "ended with exit code 3", true),
        ("cat \"$HOME/text\" > \"$1\"; mkdir \"$HOME/data/django-90.lock\"", "nothing was saved", true),
        ("cat \"$HOME/long\" > \"$1\"", "more than 1 MiB", true),
        ("cat \"$HOME/latin\" > \"$1\"", "not UTF-8", false),
        ("cat \"$HOME/latin\" > \"$1\"; exit 1", "not UTF-8", false),
    ] {
        let world = noted();
        if script.contains("lock") {
            std::fs::remove_file(world.data().join("django-90.lock")).unwrap();
        }
        let files =
            [("text", "half a thought\n".as_bytes()), ("long", long.as_bytes()), ("latin", b"half a caf\xe9\n")];
        for (name, bytes) in files {
            std::fs::write(world.home.path().join(name), bytes).unwrap();
        }
        let (_, saved) = files.iter().find(|(name, _)| script.contains(&format!("/{name}\""))).unwrap();
        let mut terminal = edits(&world, &world.program("ed", script));
        shows(&mut terminal, says);
        if is_shown {
            shows(&mut terminal, if script.contains("/long") { "a line of a long note" } else { "half a thought" });
        }
        let path = beside(&world);
        assert!(std::fs::read(&path).unwrap() == *saved, "{script}");
        // However it ends, it is there, byte for byte.
        crate::pty::signal(terminal.pid().unwrap(), "KILL");
        terminal.wait_exit().unwrap();
        assert!(world.run("today 1").out.contains("before"));
        assert!(std::fs::read(&path).unwrap() == *saved, "{script}");
        drop(std::fs::remove_dir(world.data().join("django-90.lock")));
        if is_shown {
            takes_up(&world, if script.contains("/long") { "a line of a long note" } else { "half a thought" });
            assert_eq!(world.text().contains(&"a line of a long note ".repeat(70_000)), script.contains("/long"));
        } else {
            let mut terminal = spawn(&world, &[], &[]);
            terminal.resize(200, 24).unwrap();
            let name = path.file_name().unwrap().to_string_lossy();
            shows(
                &mut terminal,
                &format!("{name}: this draft cannot be read: it is no file, too large or not UTF-8; look"),
            );
            quit(terminal);
            assert!(std::fs::read(&path).unwrap() == *saved, "{script}");
            // Saved anew in UTF-8 it is a draft like any other.
            std::fs::write(&path, "half a café\n").unwrap();
            takes_up(&world, "half a café");
        }
    }
}

#[test]
fn drafts_are_offered_where_the_file_system_has_no_locks() {
    if !runs("drafts on a file system without locks", &[Need::Tracing]) {
        return;
    }
    for error in ["ENOLCK", "EOPNOTSUPP", "ENOSYS", "EIO"] {
        let world = noted();
        let traced = format!("exec strace -qq -o /dev/null -e trace=flock -e inject=flock:error={error} \"$0\"");
        let mut line = Line::start(&world, Some(&traced), &[]);
        line.wait_for(READY);
        line.send("n");
        line.wait_for("save");
        line.paste(" and after");
        line.wait_for("after");
        line.send("\u{3}");
        assert_eq!(line.ended(), 0, "{error}");
        // What an editor saves after the end, too.
        let editor = world.program("editor", &later("echo typed in the window >> \"$1\""));
        let mut line = Line::start(&world, Some(&format!("VISUAL='{editor}'; export VISUAL; {traced}")), &[]);
        line.wait_for("A draft: note on day 1");
        line.send("\r");
        line.wait_for("save");
        line.send("\u{7}");
        line.wait_for("Closed without");
        line.send("E");
        line.wait_for("came back at once");
        line.send("q");
        assert_eq!(line.ended(), 0, "{error}");
        go(&world);
        let mut line = Line::start(&world, Some(&traced), &[]);
        line.wait_for("A draft: note on day 1");
        line.wait_for("window");
        line.send("\u{3}");
        assert_eq!(line.ended(), 0, "{error}");
    }
}

#[test]
fn an_interrupt_in_the_learners_editor_ends_neither_ninety_nor_the_editor() {
    let world = noted();
    // Like ed: an interrupt is said, and it goes on. A shell stands between them, and may be the last to hear of it.
    let ed = world.program(
        "ed",
        "trap 'echo interrupted' INT; echo ready; until read -r line; do :; done; echo \"$line\" >> \"$1\"",
    );
    for (n, editor) in
        [ed.clone(), format!("X=1 {ed}"), format!("true && {ed}"), format!("{ed} \"$1\"; true")].iter().enumerate()
    {
        let editor = format!("stty sane; {editor}");
        // From the screen.
        let mut terminal = edits(&world, &editor);
        interrupts(&mut terminal, &format!("screen {n}"));
        shows(&mut terminal, "Changed the note of day 1");
        quit(terminal);
        // From the command line.
        let mut terminal = spawn(&world, &["note", "1"], &[("VISUAL", &editor)]);
        interrupts(&mut terminal, &format!("verb {n}"));
        terminal.wait_until(|screen| screen.contains("Changed the note of day 1")).unwrap();
        assert!(terminal.wait_exit().unwrap().success());
        let today = world.run("today 1").out;
        assert!(today.contains(&format!("screen {n}")) && today.contains(&format!("verb {n}")), "{editor}: {today}");
    }
    // An editor that ends by it is told like any other that fails, and what its window saves is offered.
    let script = format!("{} stty sane; echo ready; exec sleep 600", later("echo typed in the window >> \"$1\""));
    let mut terminal = edits(&world, &world.program("waits", &script));
    terminal.wait_until(|screen| screen.contains("ready")).unwrap();
    terminal.send(Key::Ctrl('c')).unwrap();
    shows(&mut terminal, "was ended by signal 2");
    quit(terminal);
    go(&world);
    takes_up(&world, "typed in the window");
}

fn interrupts(terminal: &mut Terminal, says: &str) {
    terminal.wait_until(|screen| screen.contains("ready")).unwrap();
    for times in 1..=2 {
        terminal.send(Key::Ctrl('c')).unwrap();
        terminal.wait_until(|screen| screen.text().matches("interrupted").count() == times).unwrap();
    }
    terminal.send_str(&format!("{says}\n")).unwrap();
}
