//! What surrounds the command line: pipes, full devices, missing homes, odd bytes and hostile text.
//!
//! Deliberately absent: the terminal, which the screens' tests have.

use crate::common::{self, World};
use crate::verbs::verbs;
use std::ffi::OsStr;
use std::fs::File;
use std::os::unix::ffi::OsStrExt;
use std::process::Stdio;

#[test]
fn a_closed_pipe_is_success() {
    for line in ["plan", "completions bash", "man", "--help", "export json"] {
        let world = World::new();
        let mut command = world.command();
        command.args(line.split(' ')).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        drop(child.stdout.take());
        let said = world.said(&child.wait_with_output().unwrap());
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{line}");
    }
}

#[test]
fn a_full_device_is_a_failure_that_is_told() {
    let world = World::new();
    let full = || File::options().write(true).open("/dev/full").unwrap();
    let output = world.command().arg("plan").stdout(full()).stderr(Stdio::piped()).output().unwrap();
    insta::assert_snapshot!(world.said(&output).all(), @"
    --- stderr
    ninety: The output could not be written: No space left on device.
    --- exit 1
    ");
    let output = world.command().args(["done", "3.1"]).stdout(full()).output().unwrap();
    insta::assert_snapshot!(world.said(&output).all(), @"
    --- stderr
    ninety: The entry is saved, and the output could not be written: No space left on device.
    --- exit 1
    ");
    assert_eq!(world.entries().lines().count(), 1);
    let output = world.command().args(["done", "91"]).stderr(full()).output().unwrap();
    assert_eq!(world.said(&output).code, 1);
}

#[test]
fn a_data_directory_that_is_none_is_named_with_the_way_out() {
    let world = World::new();
    for dir in ["/dev/null", "/proc/foo"] {
        for line in ["today", "done 1.1"] {
            let said = world.run(&format!("--data-dir {dir} {line}"));
            let is_read = dir == "/proc/foo" && line == "today";
            assert_eq!(said.code, i32::from(!is_read), "{dir}: {line}");
        }
    }
    insta::assert_snapshot!(world.transcript(&["--data-dir /dev/null today", "--data-dir /proc/foo done 1.1"]), @"
    $ ninety --data-dir /dev/null today
    --- stderr
    ninety: /dev/null: this is not a directory; nothing was saved; name another one with --data-dir or NINETY_DATA_DIR.
    --- exit 1
    $ ninety --data-dir /proc/foo done 1.1
    --- stderr
    ninety: /proc/foo: this directory cannot be created (No such file or directory); nothing was saved; name another one with --data-dir or NINETY_DATA_DIR.
    --- exit 1
    ");
}

#[test]
fn closed_streams_do_no_harm() {
    let world = World::new();
    for line in ["ninety plan >&-", "ninety done 91 2>&-", "ninety done 1.1 <&-", "ninety note 1 - <&-"] {
        let binary = env!("CARGO_BIN_EXE_ninety");
        let mut shell = std::process::Command::new("sh");
        shell.args(["-c", &line.replacen("ninety", binary, 1)]).env_clear().env("NINETY_DATA_DIR", world.data());
        let code = shell.stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap().code();
        assert!(matches!(code, Some(0..=2)), "{line}: {code:?}");
    }
}

#[test]
fn a_plan_that_cannot_be_used_fails_alike_however_it_is_named() {
    let world = World::new();
    std::fs::write(world.home.path().join("bad.toml"), "title = 3\n").unwrap();
    for plan in ["bad.toml", "missing.toml", "."] {
        for line in ["", "status", "done 1.1", "check", "export json", "where journal"] {
            let said = world.run(format!("--plan {plan} {line}").trim());
            assert_eq!((said.code, said.out.as_str()), (1, ""), "{plan}: {line}");
            assert!(said.err.contains(plan), "{plan}: {line}: {}", said.err);
        }
        assert_eq!(world.run(&format!("check {plan}")).code, 1, "{plan}");
        let places = world.run(&format!("--plan {plan} where"));
        assert!(places.code == 0 && places.out.starts_with("journal  (the plan cannot be read)\n"), "{plan}");
    }
    assert_eq!(world.run("--plan").code, 2);
    assert_eq!(world.files(), [""; 0]);
}

#[test]
fn bytes_that_are_no_text_are_refused_but_in_paths() {
    let world = World::new();
    let odd = OsStr::from_bytes(b"caf\xe9");
    for verb in ["done", "note", "log", "skip", "start", "week", "today"] {
        let said = world.said(&world.command().arg(verb).arg(odd).output().unwrap());
        assert_eq!(said.code, 2, "{verb}: {}", said.all());
    }
    let said = world.said(&world.command().arg("done").arg(odd).output().unwrap());
    insta::assert_snapshot!(said.all(), @"
    --- stderr
    ninety: An argument is not UTF-8 text; only paths may be other bytes.

    Usage: ninety done REF… [--on DATE]

    For more information, try 'ninety done --help'.
    --- exit 2
    ");
    let said = world.said(&world.command().arg(odd).output().unwrap());
    insta::assert_snapshot!(said.all(), @r#"
    --- stderr
    ninety: There is no verb "caf�": `ninety --help` lists them all.

    Usage: ninety [VERB]

    For more information, try 'ninety --help'.
    --- exit 2
    "#);
    let said = world.said(&world.command().arg("--data-dir").arg(odd).args(["done", "1.1"]).output().unwrap());
    assert_eq!(said.code, 0, "{}", said.all());
    assert!(world.home.path().join(odd).join("django-90.toml").is_file());
}

/// Text that would act on a terminal or hide what it shows, if it came out as it is.
const HOSTILE: &str = "a\u{1b}]0;title\u{7}b\u{1b}[2Jc\u{9b}31md\u{202e}e\u{2066}f\u{200b}g\u{e0041}h\u{85}i\u{2028}j";

#[test]
fn no_verb_lets_hostile_text_act_on_the_terminal() {
    let world = World::new();
    let safe = |said: &common::Said| {
        for text in [&said.out, &said.err] {
            assert!(text.chars().all(|c| c == '\n' || !ninety::text::is_unsafe(c)), "{text:?}");
        }
    };
    let run = |args: &[&str]| {
        let said = world.said(&world.command().args(args).stdin(Stdio::null()).output().unwrap());
        safe(&said);
        said
    };
    assert_eq!(run(&["note", "17", HOSTILE]).code, 0);
    assert_eq!(run(&["skip", "18", "--because", HOSTILE]).code, 0);
    let text = world.text()
        + "9-00000009 = { at = 2026-12-08T19:41:12+01:00, day = \"urls\", note = \"\\u001B[2J\\u202E\" }\n\
           10-0000000a = { at = 2026-12-08T19:41:12+01:00, done = \"\\u001B[2J/\\u202E\" }\n\
           11-0000000b = { at = 2026-12-08T19:41:12+01:00, \"\\u001B[2J\" = 1 }\n\
           12-0000000c = { at = \u{1b}[2J }\n\u{1b}[2J\u{202e}\n";
    std::fs::write(world.journal(), text).unwrap();
    for verb in ["today", "status", "week", "plan", "history", "check", "undo", "redo"] {
        run(&[verb]);
    }
    for verb in ["today", "status", "week", "plan", "history", "pace"] {
        assert!(serde_json::from_str::<serde_json::Value>(&run(&[verb, "--json"]).out).is_ok(), "{verb}");
    }
    run(&["export", "json"]);
    for verb in verbs().iter().map(|verb| verb.name.as_str()) {
        run(&[verb, HOSTILE]);
        run(&[verb, &format!("--{HOSTILE}")]);
        run(&[verb, "--plan", HOSTILE]);
        run(&[verb, "--data-dir", &format!("{}/{HOSTILE}", world.home.path().display())]);
    }
    run(&[HOSTILE]);
    run(&["prompt", "--format", HOSTILE]);
    run(&["prompt", "--format", &format!("{{{HOSTILE}}}")]);
    run(&["check", HOSTILE]);
    std::fs::write(world.home.path().join("plan.toml"), format!("title = \"{HOSTILE}\"\n{HOSTILE} = 1\n")).unwrap();
    assert_eq!(run(&["check", "plan.toml"]).code, 1);
    assert_eq!(run(&["--plan", "plan.toml", "status"]).code, 1);
}

#[test]
fn notes_of_a_merged_journal_are_exact_in_json() {
    let world = World::new();
    assert_eq!(world.run("done 1.1").code, 0);
    let text = world.text()
        + "9-00000009 = { at = 2026-12-08T19:41:12+01:00, day = \"urls\", note = \"\\u001B[2J\\u202E e\\u0301\" }\n";
    std::fs::write(world.journal(), text).unwrap();
    let said = world.run("export json");
    let value: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(value["notes"][0]["text"], "\u{1b}[2J\u{202e} e\u{301}");
}

#[test]
fn a_save_that_fails_claims_nothing() {
    let world = World::new();
    assert_eq!(world.run("done 1.1").code, 0);
    let before = world.text();
    let binary = env!("CARGO_BIN_EXE_ninety");
    let mut shell = std::process::Command::new("sh");
    shell.args(["-c", &format!("ulimit -f 0; {binary} done 1.2 | cat")]).env_clear();
    let output = shell.env("NINETY_DATA_DIR", world.data()).env("PATH", "/usr/bin:/bin").output().unwrap();
    let said = world.said(&output);
    assert_eq!(said.out, "");
    assert!(said.err.contains("nothing was saved"), "{}", said.err);
    assert_eq!(world.text(), before);
}

#[test]
fn output_over_the_limit_on_file_sizes_is_told_like_a_full_device() {
    let world = World::new();
    let mut shell = std::process::Command::new("sh");
    let script = format!("ulimit -f 0; exec {} plan > out", env!("CARGO_BIN_EXE_ninety"));
    shell.args(["-c", &script]).current_dir(world.home.path());
    insta::assert_snapshot!(world.said(&shell.output().unwrap()).all(), @"
    --- stderr
    ninety: The output could not be written: File too large.
    --- exit 1
    ");
}

#[test]
fn what_is_no_plan_file_is_told_at_once_with_what_it_is() {
    use std::os::unix::fs::symlink;
    let world = World::new();
    let path = |name: &str| world.home.path().join(name);
    let plan = "title = \"T\"\n[[week]]\ntitle = \"w\"\n[[week.day]]\ntitle = \"d\"\ntasks = [{ do = \"x\" }]\n";
    std::fs::create_dir(path("dir")).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(path("pipe")).status().unwrap().success());
    symlink("loop", path("loop")).unwrap();
    symlink("nothing", path("dangling")).unwrap();
    let utf16: Vec<u8> = plan.encode_utf16().flat_map(u16::to_le_bytes).collect();
    std::fs::write(path("utf16"), [&[0xff, 0xfe], utf16.as_slice()].concat()).unwrap();
    std::fs::File::create(path("huge")).unwrap().set_len(20_000_000).unwrap();
    for (name, what) in [
        ("missing.toml", "there is no such file"),
        ("dir/missing.toml", "there is no such file"),
        ("dangling", "there is no such file"),
        ("dir", "this is a directory"),
        ("pipe", "this is not a regular file"),
        ("/dev/zero", "this is not a regular file"),
        ("loop", "Too many levels of symbolic links"),
        ("utf16", "the file is not UTF-8 text; save it as UTF-8"),
        ("huge", "the file has 20 MB, and the limit is 16 MB"),
    ] {
        let said = world.run(&format!("--plan {name} today"));
        let told = format!("ninety: {name}: {what}; the plan was not read; name another file.\n");
        assert_eq!((said.code, said.err, said.out.as_str()), (1, told, ""));
    }
    std::fs::write(path("empty.toml"), "").unwrap();
    assert!(world.run("--plan empty.toml today").err.starts_with("error: a plan has no title\n --> empty.toml:1:1\n"));
    std::fs::write(path("three.toml"), format!("{plan}#{}\n", "x".repeat(3_000_000))).unwrap();
    let said = world.run("--plan three.toml today");
    assert!(said.err.starts_with("error: this plan is larger than 2048 KB, the most that is read\n"), "{}", said.err);
    // What Windows writes is read.
    std::fs::write(path("windows.toml"), format!("\u{feff}{}", plan.replace('\n', "\r\n"))).unwrap();
    assert!(world.run("--plan windows.toml today").out.starts_with("Day 1 of 1"));
}
