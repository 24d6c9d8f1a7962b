//! What a shell offers: verbs, options and words where those are meant, files where a file is meant, else nothing.
//!
//! Deliberately absent: that each shell's script has every verb (`help`).

use crate::common::World;
use std::process::Command;

/// A directory with files that nobody means, and the script of a shell in it.
fn lying_around(shell: &str) -> World {
    let world = World::new();
    let script = world.run(&format!("completions {shell}"));
    assert_eq!((script.code, script.err.as_str()), (0, ""));
    std::fs::write(world.home.path().join("script"), script.out).unwrap();
    std::fs::create_dir(world.home.path().join("around")).unwrap();
    for name in ["a-plan.toml", "a letter"] {
        std::fs::write(world.home.path().join("around").join(name), "").unwrap();
    }
    world
}

/// What a shell answers to a script of its own, a line an offer; none where there is no such shell here.
fn offered(world: &World, shell: &str, args: &[&str]) -> Option<Vec<String>> {
    let mut command = Command::new(shell);
    command.args(args).env("HOME", world.home.path()).current_dir(world.home.path().join("around"));
    let output = command.output().ok()?;
    let out = String::from_utf8(output.stdout).unwrap();
    Some(out.lines().map(|line| line.split('\t').next().unwrap().to_owned()).collect())
}

const FILES: [&str; 2] = ["a letter", "a-plan.toml"];

/// Lines to complete, with what is offered.
const CASES: [(&str, &[&str]); 12] = [
    ("done 1 a", &[]),
    ("done a", &[]),
    ("today a", &[]),
    ("note a", &[]),
    ("note 17 a", &[]),
    ("log 45 a", &[]),
    ("skip 3 --because a", &[]),
    ("start --days a", &[]),
    ("export p", &["portfolio"]),
    ("check a", &FILES),
    ("export md -o a", &FILES),
    ("--plan a", &FILES),
];

#[test]
fn bash_offers_files_only_where_a_file_is_meant() {
    let world = lying_around("bash");
    let asks = r#"source ../script; shift; COMP_WORDS=(ninety "$@"); COMP_CWORD=$#
        compopt() { :; }
        _ninety_or_file ninety "${@: -1}" "${@: -2:1}"
        for offer in "${COMPREPLY[@]}"; do [[ $offer = a ]] || echo "$offer"; done | sort"#;
    for (line, wanted) in CASES {
        let words: Vec<&str> = line.split(' ').collect();
        let args = [&["--norc", "-c", asks, "-", "-"], words.as_slice()].concat();
        let Some(offers) = offered(&world, "bash", &args) else { return };
        assert_eq!(offers, wanted, "{line}");
    }
    let bound = offered(&world, "bash", &["--norc", "-c", "source ../script; complete -p ninety"]).unwrap();
    assert!(bound.iter().all(|line| !line.contains("default")), "nothing is offered beside that: {bound:?}");
}

#[test]
fn fish_offers_files_only_where_a_file_is_meant() {
    let world = lying_around("fish");
    for (line, wanted) in CASES {
        let asks = format!("source ../script; complete -C 'ninety {line}' | sort");
        let Some(offers) = offered(&world, "fish", &["--no-config", "-c", &asks]) else { return };
        assert_eq!(offers, wanted, "{line}");
    }
}

#[test]
fn zsh_offers_files_only_where_a_file_is_meant() {
    let script = World::new().run("completions zsh").out;
    assert!(!script.contains(":_default"), "no place is left to whatever lies around");
    for line in script.lines().filter(|line| line.contains("_files")) {
        assert!(
            ["--plan=", "--data-dir=", ":file ", ":list ", "-o+", "--output="].iter().any(|file| line.contains(file)),
            "{line}"
        );
    }
}
