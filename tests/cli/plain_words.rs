//! `--ascii`: every sentence of ours in plain characters, on every page and in every message.
//!
//! Deliberately absent: the learner's words, which stand as they were written.

use crate::common::{World, evening_17};

#[test]
fn every_verb_speaks_in_plain_characters() {
    let world = evening_17();
    assert_eq!(world.run("done 17 19 20 21 21.a").code, 0);
    for line in [
        "",
        "today",
        "today 21",
        "today 90",
        "done 17",
        "done 22.1",
        "done 28.a",
        "reopen 28.a",
        "reopen 22.1",
        "skip 22 --dry-run",
        "skip 22 --because x",
        "reopen 22",
        "note 22 x",
        "log 5",
        "status",
        "prompt",
        "week",
        "week 3",
        "plan",
        "history -n 3",
        "history -n 50",
        "undo",
        "redo",
        "link 3 https://example.org",
        "link 3 nowhere",
        "start",
        "start tomorrow --dry-run",
        "pace --minutes 45 --by week --dry-run",
        "away --end",
        "review",
        "review 12",
        "review 3 --can x",
        "pace",
        "pace --days mon-sat --dry-run",
        "away 2027-01-01 2027-01-05 --dry-run",
        "check",
        "where",
        "done 17.99",
        "today 99",
        "frob",
        "done",
        "--help",
        "done --help",
        "help link",
        "note --help",
        "export portfolio",
        "review 3 --json --next y",
    ] {
        let said = world.run(&format!("--ascii {line}"));
        assert!(said.all().is_ascii(), "{line}: {}", said.all());
    }
    insta::assert_snapshot!(world.transcript(&["--ascii done 23.2", "--ascii history -n 2"]), @r#"
    $ ninety --ascii done 23.2
    Ticked 23.2 "Register models".
    Take it back with: ninety undo
    $ ninety --ascii history -n 2
    Tue 8 Dec 2026 19:41   Ticked 23.2 "Register models"
    Tue 8 Dec 2026 19:41   Changed the review of week 3, Django Basics
    --- stderr
    ninety: ... and 19 older entries; `ninety history -n 21` shows them all.
    "#);
}

#[test]
fn what_the_learner_wrote_stays_as_it_was_written() {
    let world = World::new();
    assert_eq!(world.run("note 1: “quoted” – and … so").code, 0);
    assert!(world.run("--ascii today 1").out.ends_with("Your note\n  “quoted” – and … so\n"));
    let home = world.home.path().join("h…");
    let mut command = world.command();
    command.args(["--ascii", "where", "data"]).env("NINETY_DATA_DIR", &home);
    assert_eq!(command.output().ok().map(|output| world.said(&output).out), Some("HOME/h…\n".to_owned()));
}
