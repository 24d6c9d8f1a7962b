//! What a shell offers: verbs and options, what the plan in use has where that is meant, files where a file is meant, else
//! nothing.
//!
//! Deliberately absent: what a day or a task may be called (`days.rs`).

use crate::common::{World, evening_17};
use crate::verbs::verbs;
use std::path::Path;
use std::process::Command;

/// The evening of day 17 in a directory with files, and the script of a shell beside it.
fn lying_around(shell: &str) -> World {
    let world = evening_17();
    let script = world.run(&format!("completions {shell}"));
    assert_eq!((script.code, script.err.as_str()), (0, ""));
    std::fs::write(world.home.path().join("script"), script.out).unwrap();
    std::fs::create_dir_all(world.home.path().join("around/drawer")).unwrap();
    for name in ["a-plan.toml", "a letter"] {
        std::fs::write(world.home.path().join("around").join(name), "").unwrap();
    }
    world
}

/// What a shell prints for a script of its own with words behind it, a line an offer; none where there is no such shell.
#[expect(clippy::disallowed_methods, reason = "the shell finds its programs where this test's are")]
fn offered(world: &World, shell: &str, args: &[&str]) -> Option<Vec<String>> {
    let dir = Path::new(env!("CARGO_BIN_EXE_ninety")).parent().unwrap();
    let path = format!("{}:{}", dir.display(), std::env::var("PATH").unwrap());
    let mut command = Command::new(shell);
    command.args(args).env_clear().env("PATH", path).env("HOME", world.home.path()).env("LANG", "C.UTF-8");
    command.env("NINETY_DATA_DIR", world.data()).env("NINETY_NOW", "2026-12-08T19:50:00+01:00");
    let output = command.current_dir(world.home.path().join("around")).output().ok()?;
    let out = String::from_utf8(output.stdout).unwrap();
    let mut offers: Vec<String> = out.lines().map(|line| line.split('\t').next().unwrap().to_owned()).collect();
    offers.retain(|offer| !offer.is_empty());
    Some(offers)
}

const FILES: [&str; 2] = ["a letter", "a-plan.toml"];

/// Lines to complete, with what is offered; the last word is the one that is typed.
const CASES: [(&str, &[&str]); 27] = [
    ("remi", &["remind"]),
    ("plan co", &["copy"]),
    ("done --o", &["--on"]),
    ("done 17.", &["17.2"]),
    ("done 1", &["17.2", "17", "19"]),
    ("done 8", &["80", "81", "82", "83", "84", "85", "86", "87", "88", "89"]),
    ("done 16 21.a 18.", &["18.1", "18.2"]),
    ("reopen 17", &["17.1"]),
    ("reopen 18", &["18"]),
    ("reopen 9", &["9"]),
    ("skip 18", &[]),
    ("today 18", &["18"]),
    ("today view", &["views"]),
    ("note --day 17", &["17"]),
    ("note 17", &[]),
    ("log 4", &[]),
    ("log 45 90", &["90"]),
    ("add x --day 90", &["90"]),
    ("week 1", &["1", "10", "11", "12"]),
    ("link 12", &["12"]),
    ("link 12 1", &[]),
    ("review 9", &["9"]),
    ("export md --weeks 12", &["12"]),
    ("export p", &["portfolio"]),
    ("recall 16.q1", &["16.q1"]),
    ("pace --by w", &["week"]),
    ("start --days a", &[]),
];

/// Lines that mean a file.
const OF_FILES: [&str; 6] = ["check a", "export md -o a", "--plan a", "plan new a", "plan copy a", "plan import a"];

/// Asks a shell about every line; `asks` makes its arguments of one.
fn offers(shell: &str, script: &str, asks: impl Fn(&str) -> Vec<String>) {
    let world = lying_around(script);
    let before = (world.files(), world.text());
    let ask = |line: &str| {
        let args = asks(line);
        offered(&world, shell, &args.iter().map(String::as_str).collect::<Vec<_>>())
    };
    for (line, wanted) in CASES {
        let Some(offers) = ask(line) else { return };
        assert_eq!(offers, wanted, "{shell}: {line}");
    }
    for line in OF_FILES {
        let mut offers = ask(line).unwrap();
        offers.sort();
        assert_eq!(offers, FILES, "{shell}: {line}");
    }
    let directories = ask("--data-dir dr").unwrap();
    assert_eq!(directories.iter().map(|name| name.trim_end_matches('/')).collect::<Vec<_>>(), ["drawer"], "{shell}");
    assert_eq!((world.files(), world.text()), before, "{shell}: nothing is written");
}

#[test]
fn bash_offers_what_is_meant() {
    let asks = r#"source ../script; shift; COMP_WORDS=(ninety "$@"); COMP_CWORD=$#; compopt() { :; }
        _ninety ninety "${@: -1}" "${@: -2:1}"; printf '%s\n' "${COMPREPLY[@]}""#;
    offers("bash", "bash", |line| {
        ["--norc", "-c", asks, "-", "-"].into_iter().chain(line.split(' ')).map(str::to_owned).collect()
    });
    let world = lying_around("bash");
    let bound = offered(&world, "bash", &["--norc", "-c", "source ../script; complete -p ninety"]).unwrap_or_default();
    assert!(bound.iter().all(|line| !line.contains("default")), "nothing is offered beside that: {bound:?}");
}

#[test]
fn fish_offers_what_is_meant() {
    offers("fish", "fish", |line| {
        let asks = format!("source ../script; complete -C 'ninety {line}'");
        ["--no-config", "-c", &asks].map(str::to_owned).to_vec()
    });
}

#[test]
fn zsh_offers_what_is_meant() {
    // What zsh has for a completion function, as far as this one asks for it.
    let asks = r#"compdef() { :; }; compset() { :; }; source ../script
        _describe() { print -rl -- "${(@)${(@P)3}%%:*}"; }
        _files() { print -rl -- "$PREFIX"*(.N); }; _path_files() { print -rl -- "$PREFIX"*(/N); }
        words=(ninety "$@"); CURRENT=$#words; PREFIX="$words[-1]"; _ninety"#;
    offers("zsh", "zsh", |line| {
        ["-f", "-c", asks, "-"].into_iter().chain(line.split(' ')).map(str::to_owned).collect()
    });
}

#[test]
fn nushell_offers_what_is_meant() {
    offers("nu", "nushell", |line| {
        let asks =
            format!("source ../script; r#'ninety {line}'# | commandline complete --detailed | get --optional value");
        ["--no-config-file", "-c", &format!("{asks} | str trim --char '`' | to text")].map(str::to_owned).to_vec()
    });
}

#[test]
fn elvish_offers_what_is_meant() {
    // What elvish has for a completion function where there is a terminal, as far as this one asks for it.
    let around = r#"var arg-completer = [&]
        fn complex-candidate {|&display='' value| echo $value"\t"$display }
        fn complete-filename {|word| ls -p | each {|name| if (str:has-prefix $name $word) { put [&stem=$name] } } }"#;
    let asks = r"put ($arg-completer[ninety] ninety $@args) | each {|offer|
        if (eq (kind-of $offer) map) { echo $offer[stem] } else { echo $offer }
    }";
    let script = World::new().run("completions elvish").out.replace("edit:completion:", "").replace("edit:", "");
    let (import, script) = script.split_once('\n').unwrap();
    let asks = format!("{import}\n{around}\n{script}\n{asks}");
    offers("elvish", "elvish", |line| {
        ["-norc", "-c", &asks].into_iter().chain(line.split(' ')).map(str::to_owned).collect()
    });
}

#[test]
fn powershell_offers_what_is_meant() {
    offers("pwsh", "powershell", |line| {
        let typed = format!("ninety {line}");
        let asks = format!("TabExpansion2 -inputScript '{typed}' -cursorColumn {}", typed.len());
        let asks = format!(". ([ScriptBlock]::Create((Get-Content -Raw ../script))); ({asks}).CompletionMatches");
        let asks = format!(
            "{asks} | ForEach-Object {{ $_.CompletionText -replace '^(& )?([.][/\\\\])?', '' -replace \"'\" }}"
        );
        ["-NoProfile", "-NonInteractive", "-Command", &asks].map(str::to_owned).to_vec()
    });
}

/// What the scripts are answered.
fn answered(world: &World, line: &str) -> String {
    let said = world.run(&format!("__complete {line}"));
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{line}");
    said.out
}

#[test]
fn every_verb_and_option_is_offered() {
    let world = World::new();
    for verb in verbs() {
        let (above, name) = verb.name.rsplit_once(' ').unwrap_or(("", &verb.name));
        let offers = answered(&world, &format!("fish ninety {above} {name}"));
        assert_eq!(offers, format!("{name}\t{}\n", shortened(&verb.about)), "{}", verb.name);
        let options = answered(&world, &format!("bash ninety {} --", verb.name));
        for option in verb.usage.split(['[', ']', ' ']).filter(|word| word.starts_with("--")) {
            assert!(options.lines().any(|offer| offer == option), "{}: {option}", verb.name);
        }
    }
}

/// A description as it is offered.
fn shortened(text: &str) -> String {
    ninety::text::shortened(text, 60).into_owned()
}

#[test]
fn an_offer_says_what_it_is() {
    let world = evening_17();
    assert_eq!(world.run("add 17 'a: b\\c'").code, 0);
    insta::assert_snapshot!(answered(&world, "zsh ninety done 17"), @r#"
    17.2:Create a homepage that says “Welcome!”
    17.3:a\: b\\c
    17:Views
    "#);
    insta::assert_snapshot!(answered(&world, "fish ninety done 21."), @r#"
    21.1	Simple Portfolio Website using Django
    21.2	Homepage
    21.3	About
    21.4	Contact
    21.5	Styled with basic CSS
    21.a	`python manage.py runserver` starts without errors, and /,…
    21.b	All three pages extend one base template with a shared navi…
    21.c	Every link between your pages is made with {% url %}; none…
    21.d	The stylesheet is loaded with {% static %} and visibly appl…
    21.e	At least one page shows data passed from its view, such as…
    21.f	An unknown address answers 404.
    21.g	`pip install -r requirements.txt` in a new virtual environm…
    "#);
    insta::assert_snapshot!(answered(&world, "fish ninety recall 16.q"), @r#"
    16.q1	How does a Django project differ from a Django app?
    16.q2	After manage.py startapp blog, what must you do so that Dja…
    16.q3	In a Django project, what is manage.py?
    16.q4	Which database does a new Django project use?
    "#);
    insta::assert_snapshot!(answered(&world, "fish ninety week 1"), @r#"
    1	Python Programming Basics
    10	Optimization & Security
    11	Deployment
    12	Final Capstone Project
    "#);
    insta::assert_snapshot!(answered(&world, "fish ninety --plan=x pace --by=w"), @r#"
    --by=week
    "#);
    assert_eq!(answered(&world, "bash ninety --plan = a"), ":files\n");
    assert_eq!(answered(&world, "powershell ninety undo ="), "");
    assert_eq!(answered(&world, "powershell ninety week ="), answered(&world, "fish ninety week ''"));
}

#[test]
fn the_plan_in_use_is_asked() {
    let world = World::new();
    let file = world.home.path().join("my swim.toml");
    let plan = "title = \"S\"\n[[week]]\ntitle = \"W\"\n[[week.day]]\ntitle = \"Float\"\ntasks = [{ do = \"x\" }]\n";
    std::fs::write(&file, plan).unwrap();
    let (floats, builtin) = ("1\tFloat\n", "1\tTools and the big picture\n");
    let first = |said: String| said.split_inclusive('\n').next().unwrap_or_default().to_owned();
    assert_eq!(first(answered(&world, "fish ninety today ''")), builtin);
    for line in [
        "fish ninety --plan 'my swim.toml' today ''",
        "fish ninety --plan \"'my swim.toml'\" today ''",
        "fish ninety --plan 'my\\ swim.toml' today ''",
        "fish ninety today '--plan=my swim.toml' ''",
        "fish ninety --plan = '~/my\\ swim.toml' today ''",
    ] {
        assert_eq!(answered(&world, line), floats, "{line}");
    }
    let mut command = world.command();
    command.env("NINETY_PLAN", &file).args(["__complete", "fish", "ninety", "today", ""]);
    assert_eq!(world.said(&command.output().unwrap()).out, floats);
    world.configure("plan = \"~/my swim.toml\"\n");
    assert_eq!(answered(&world, "fish ninety today ''"), floats);
    assert_eq!(first(answered(&world, "fish ninety --plan django-90 today ''")), builtin);
    assert_eq!(world.run("--data-dir other done 1.1").code, 0);
    assert_eq!(answered(&world, "bash ninety reopen ''"), "");
    assert_eq!(answered(&world, "bash ninety --data-dir other reopen ''"), "1\n");
}

#[test]
fn nothing_is_said_or_made_whatever_is_wrong() {
    let world = World::new();
    std::fs::write(world.home.path().join("bad.toml"), "title = 3").unwrap();
    for line in [
        "",
        "fish",
        "fish ninety",
        "fish ninety --plan bad.toml today ''",
        "fish ninety --plan none.toml done ''",
        "fish ninety frob ''",
        "fish ninety today --frob=",
        "fish ninety note ''",
        "fish ninety undo ''",
        "fish ninety --data-dir bad.toml done ''",
    ] {
        assert_eq!(answered(&world, line), "", "{line}");
    }
    assert!(!answered(&world, "fish ninety done ''").is_empty());
    assert_eq!(world.files(), [""; 0]);
    // A journal may have what no verb would have written.
    let line =
        "1-00000001 = { at = 2026-12-08T19:41:12+01:00, day = \"loops\", add = \"one\\u001b[31m\\ntwo\\tthree\" }";
    std::fs::create_dir_all(world.data()).unwrap();
    std::fs::write(world.journal(), format!("format = 1\nplan = \"django-90\"\n\n[log]\n{line}\n")).unwrap();
    let offers = answered(&world, "fish ninety done 4.");
    assert_eq!(offers.lines().last(), Some("4.4\tone␛[31m␊two three"));
}

#[test]
fn only_the_scripts_know_of_what_answers_them() {
    let world = World::new();
    for line in ["--help", "man"] {
        assert!(!world.run(line).out.contains("__complete"), "{line}");
    }
    for shell in ["bash", "elvish", "fish", "nushell", "powershell", "zsh"] {
        assert!(world.run(&format!("completions {shell}")).out.contains("__complete"), "{shell}");
    }
}
