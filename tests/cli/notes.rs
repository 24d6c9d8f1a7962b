//! `ninety note`: whose day it is about, where its text comes from, and that no text is ever lost.
//!
//! Deliberately absent: the screen's own editor.

use crate::common::{self, World};
use std::os::unix::fs::PermissionsExt;

#[test]
fn a_note_goes_to_the_day_that_is_named_else_to_the_one_at_hand() {
    let world = World::new();
    insta::assert_snapshot!(world.transcript(&[
        "note 'A backend answers requests.'", "note 17 a view returns a response", "note views 'by its id'",
        "note views", "note --day views 'by its id'", "note --day 17 2 things", "note 17: a view returns a response", "note 17 'a view'",
        "note 17: 'one'", "note '17 things'", "note '- a list item'", "note -- --flag is an option", "note - and more",
    ]), @"
    $ ninety note 'A backend answers requests.'
    Wrote a note on day 1, Tools and the big picture.
    Take it back with: ninety undo
    $ ninety note 17 a view returns a response
    Wrote a note on day 1, Tools and the big picture.
    Take it back with: ninety undo
    $ ninety note views 'by its id'
    Wrote a note on day 1, Tools and the big picture.
    Take it back with: ninety undo
    $ ninety note views
    Wrote a note on day 1, Tools and the big picture.
    Take it back with: ninety undo
    $ ninety note --day views 'by its id'
    Wrote a note on day 17, Views.
    Take it back with: ninety undo
    $ ninety note --day 17 2 things
    Wrote a note on day 17, Views.
    Take it back with: ninety undo
    $ ninety note 17: a view returns a response
    Wrote a note on day 17, Views.
    Take it back with: ninety undo
    $ ninety note 17 'a view'
    Wrote a note on day 17, Views.
    Take it back with: ninety undo
    $ ninety note 17: 'one'
    Wrote a note on day 17, Views.
    Take it back with: ninety undo
    $ ninety note '17 things'
    Wrote a note on day 1, Tools and the big picture.
    Take it back with: ninety undo
    $ ninety note '- a list item'
    Wrote a note on day 1, Tools and the big picture.
    Take it back with: ninety undo
    $ ninety note -- --flag is an option
    Wrote a note on day 1, Tools and the big picture.
    Take it back with: ninety undo
    $ ninety note - and more
    Wrote a note on day 1, Tools and the big picture.
    Take it back with: ninety undo
    ");
    insta::assert_snapshot!(world.entries(), @r#"
    day = "tools-and-the-big-picture", note = "A backend answers requests.\n"
    day = "tools-and-the-big-picture", note = "17 a view returns a response\n"
    day = "tools-and-the-big-picture", note = "views by its id\n"
    day = "tools-and-the-big-picture", note = "views\n"
    day = "views", note = "by its id\n"
    day = "views", note = "2 things\n"
    day = "views", note = "a view returns a response\n"
    day = "views", note = "a view\n"
    day = "views", note = "one\n"
    day = "tools-and-the-big-picture", note = "17 things\n"
    day = "tools-and-the-big-picture", note = "- a list item\n"
    day = "tools-and-the-big-picture", note = "--flag is an option\n"
    day = "tools-and-the-big-picture", note = "- and more\n"
    "#);
    insta::assert_snapshot!(world.transcript(&["note ''", "note '   '", "note 17 ' '", "note 404 pages", "note --hlep", "note 17"]), @r#"
    $ ninety note ''
    --- stderr
    ninety: A note needs some text; nothing was saved.
    --- exit 1
    $ ninety note '   '
    --- stderr
    ninety: A note needs some text; nothing was saved.
    --- exit 1
    $ ninety note 17 ' '
    --- stderr
    ninety: A note needs some text; nothing was saved.
    --- exit 1
    $ ninety note 404 pages
    --- stderr
    ninety: There is no day 404: the plan has days 1 to 90. Text that begins with a number goes in quotes as a whole.
    --- exit 1
    $ ninety note --hlep
    --- stderr
    ninety: There is no option "--hlep" here; put text that begins so behind --, or in quotes.

    Usage: ninety note [TEXT… | -] [--day DAY] [--on DATE]

    For more information, try 'ninety note --help'.
    --- exit 2
    $ ninety note 17
    --- stderr
    ninety: There is no text: write it behind the day, or write - to read standard input.

    For more information, try 'ninety note --help'.
    --- exit 2
    "#);
}

#[test]
fn a_note_can_come_from_standard_input_whatever_it_holds() {
    let world = World::new();
    let said = world.fed("note 17 -", "\u{feff}two\r\nlines \u{1b}[31mred\u{7}\ttab\r\n\r\n");
    insta::assert_snapshot!(said.all(), @"
    Wrote a note on day 17, Views.
    Take it back with: ninety undo
    ");
    insta::assert_snapshot!(world.entries(), @r#"day = "views", note = "two\nlines red\ttab\n""#);
    insta::assert_snapshot!(world.fed("note -", " \n\t\r\n").all(), @"
    --- stderr
    ninety: A note needs some text; nothing was saved.
    --- exit 1
    ");
    insta::assert_snapshot!(world.fed("note -", "").all(), @"
    --- stderr
    ninety: A note needs some text; nothing was saved.
    --- exit 1
    ");
}

#[test]
fn a_megabyte_of_note_is_kept_whole_and_more_is_refused_whole() {
    let world = World::new();
    let most = "ä".repeat(512 * 1024);
    assert_eq!(world.fed("note 17 -", &most).code, 0);
    let said = world.run("today 17 --json").out;
    let json: serde_json::Value = serde_json::from_str(&said).unwrap();
    assert_eq!(json["day"]["note"].as_str(), Some(most.as_str()));
    let before = world.text();
    insta::assert_snapshot!(world.fed("note 17 -", &format!("{most}!")).all(), @"
    --- stderr
    ninety: Standard input could not be read; nothing was saved: it has more than 1 MiB.
    --- exit 1
    ");
    assert_eq!(world.text(), before);
}

/// Makes an editor of a shell script, which finds the file's path in `$1`.
fn editor(world: &World, script: &str) -> String {
    world.program("editor", script)
}

/// Does what a command line asks, as on a terminal and with this editor.
fn on_terminal(world: &World, line: &str, editor: &str) -> String {
    let mut env = ninety::env::Env::fixed("2026-12-08T19:41:12+01:00".parse().unwrap());
    editor.clone_into(&mut env.editor);
    let mut args: Vec<std::ffi::OsString> = vec!["--data-dir".into(), world.data().into()];
    args.extend(shell_words::split(line).unwrap().into_iter().map(Into::into));
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = ninety::run(&args, Ok(env), &mut out, &mut err);
    let text = |bytes| String::from_utf8(bytes).unwrap().replace(&*world.home.path().to_string_lossy(), "HOME");
    common::Said { out: text(out), err: text(err), code: code.into() }.all()
}

#[test]
fn without_text_the_whole_note_opens_in_the_editor() {
    let world = World::new();
    assert_eq!(world.run("note 17 first").code, 0);
    assert_eq!(world.run("note 17 second").code, 0);
    let command = editor(&world, "cat \"$1\" > \"$(dirname \"$0\")/seen\"; echo third >> \"$1\"");
    insta::assert_snapshot!(on_terminal(&world, "note 17", &command), @"
    Changed the note of day 17, Views.
    Take it back with: ninety --data-dir HOME/data undo
    ");
    insta::assert_snapshot!(std::fs::read_to_string(world.home.path().join("seen")).unwrap(), @"
    first

    second
    ");
    assert!(world.run("today 17").out.ends_with("Your note\n  first\n\n  second\n  third\n"));
    let again = editor(&world, "cat \"$1\" > \"$1.new\"; mv \"$1.new\" \"$1\"; sleep 2");
    insta::assert_snapshot!(on_terminal(&world, "note 17", &again), @"The note of day 17, Views, is as it was.");
    insta::assert_snapshot!(on_terminal(&world, "note 17", "true"), @"The editor came back at once; where it opens a window of its own, its --wait option makes ninety wait. What it saves is offered at the next start.");
    let emptied = editor(&world, ": > \"$1\"");
    insta::assert_snapshot!(on_terminal(&world, "note 17", &emptied), @"
    Removed the note of day 17, Views.
    Take it back with: ninety --data-dir HOME/data undo
    ");
    assert!(!world.run("today 17").out.contains("Your note"));
}

#[test]
fn when_the_editor_fails_the_note_is_as_it_was_and_the_text_is_kept() {
    let world = World::new();
    assert_eq!(world.run("note 17 first").code, 0);
    let before = world.text();
    insta::assert_snapshot!(on_terminal(&world, "note 17", "/no/such/editor -w"), @r#"
    --- stderr
    ninety: The editor "/no/such/editor -w" could not be started (there is no such program); the note is as it was; set VISUAL or EDITOR to another one.
    --- exit 1
    "#);
    insta::assert_snapshot!(on_terminal(&world, "note 17", "an 'open quote"), @r#"
    --- stderr
    ninety: The editor "an 'open quote" is no command line: a quote is not closed; the note is as it was; set VISUAL or EDITOR to another one.
    --- exit 1
    "#);
    insta::assert_snapshot!(on_terminal(&world, "note 17", "false"), @r#"
    --- stderr
    ninety: The editor "false" ended with exit code 1; the note is as it was; set VISUAL or EDITOR to another one.
    --- exit 1
    "#);
    for (script, why) in [
        ("echo more >> \"$1\"; exit 3", "ended with exit code 3"),
        ("echo more >> \"$1\"; kill -9 $$", "was ended by signal 9"),
        ("printf 'more\\377' >> \"$1\"", "left a text that is not UTF-8"),
    ] {
        let said = on_terminal(&world, "note 17", &editor(&world, script));
        let path = said.split("is kept in HOME").nth(1).unwrap().split(';').next().unwrap();
        let path = world.home.path().join(path.trim_start_matches('/'));
        assert!(said.contains(why), "{said}");
        assert!(path.starts_with(world.data().join("drafts")), "{said}");
        let kept = std::fs::read(&path).unwrap();
        assert!(kept.starts_with(b"first\nmore"), "{said}");
        assert_eq!(std::fs::metadata(path).unwrap().permissions().mode() & 0o077, 0);
    }
    assert_eq!(world.text(), before);
    // What cannot be recorded is kept in the same place, once.
    std::fs::remove_file(world.data().join("django-90.lock")).unwrap();
    let shut = editor(&world, "mkdir \"$(dirname \"$0\")/data/django-90.lock\"; echo more >> \"$1\"");
    let said = on_terminal(&world, "note 17", &shut);
    let path = said.split("What you wrote is kept in HOME").nth(1).unwrap();
    let (path, promise) = path.split_once(';').unwrap();
    assert!(promise.starts_with(" ninety offers it at the next start.\n"), "{said}");
    let path = world.home.path().join(path.trim_start_matches('/'));
    assert_eq!(std::fs::read_to_string(path).unwrap(), "first\nmore\n");
}

#[test]
fn a_note_that_cannot_be_saved_is_kept_in_a_file() {
    let world = World::new();
    std::fs::create_dir_all(world.data().join("django-90.lock")).unwrap();
    let said = world.run("note 'What I learned.'");
    let path = said.err.split("is kept in ").nth(1).unwrap().split(".\n").next().unwrap();
    assert_eq!(std::fs::read_to_string(path).unwrap(), "What I learned.\n");
    std::fs::remove_dir_all(std::path::Path::new(path).parent().unwrap()).unwrap();
    assert_eq!((said.out.as_str(), said.code), ("", 1));
}

#[test]
fn options_stand_anywhere_around_the_words_of_a_note() {
    let world = World::new();
    insta::assert_snapshot!(world.transcript(&[
        "note 3: hello --ascii", "note hello --day 3 there", "note '- an item' --on yesterday", "note -5 -x- --ascii", "note 3 hello --data-dir other",
        "note --on -1d -- --on and -h",
    ]), @r#"
    $ ninety note 3: hello --ascii
    Wrote a note on day 3, Conditionals.
    Take it back with: ninety undo
    $ ninety note hello --day 3 there
    Wrote a note on day 3, Conditionals.
    Take it back with: ninety undo
    $ ninety note '- an item' --on yesterday
    Wrote a note on day 1, Tools and the big picture, for Mon 7 Dec 2026.
    Take it back with: ninety undo
    $ ninety note -5 -x- --ascii
    --- stderr
    ninety: There is no option "-x" here; put text that begins so behind --, or in quotes.

    Usage: ninety note [TEXT... | -] [--day DAY] [--on DATE]

    For more information, try 'ninety note --help'.
    --- exit 2
    $ ninety note 3 hello --data-dir other
    Wrote a note on day 3, Conditionals.
    Take it back with: ninety --data-dir other undo
    $ ninety note --on -1d -- --on and -h
    Wrote a note on day 1, Tools and the big picture, for Mon 7 Dec 2026.
    Take it back with: ninety undo
    "#);
    for line in ["note 3 -h", "note 3 hello -h", "note -h", "note hello --help"] {
        assert_eq!(world.run(line), world.run("help note"), "{line}");
    }
    insta::assert_snapshot!(world.entries(), @r#"
    day = "conditionals", note = "hello\n"
    day = "conditionals", note = "hello there\n"
    day = "tools-and-the-big-picture", note = "- an item\n", on = 2026-12-07
    day = "tools-and-the-big-picture", note = "--on and -h\n", on = 2026-12-07
    "#);
}
