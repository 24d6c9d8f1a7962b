//! The commands that are printed: pasted into a shell, they act on the plan and the data that were meant.

use crate::common::World;
use std::process::Command;

const SWIM: &str = "title = \"Swim\"\n[[week]]\ntitle = \"Water\"\n[week.milestone]\naccept = [\"A length\"]\n\
                    [[week.day]]\ntitle = \"The pool\"\ntasks = [{ do = \"Find a pool\" }, { do = \"Float\" }]\n";

/// Returns the commands in a text: in backticks, or behind `with:`.
fn commands(text: &str) -> Vec<String> {
    let quoted = text.split("`ninety ").skip(1).map(|rest| rest.split('`').next().unwrap());
    let last = text.split("with: ninety ").skip(1).map(|rest| rest.lines().next().unwrap());
    quoted.chain(last).map(str::to_owned).collect()
}

/// Runs a command as a shell does.
fn pasted(world: &World, command: &str) -> (Option<i32>, String) {
    let binary = world.command();
    let line = format!("\"$NINETY\" {command}");
    let mut shell = Command::new("bash");
    shell.args(["-c", &line]).env_clear().envs(binary.get_envs().filter_map(|(name, value)| Some((name, value?))));
    shell.env("NINETY", binary.get_program()).current_dir(world.home.path()).stdin(std::process::Stdio::null());
    let output = shell.output().unwrap();
    (output.status.code(), world.said(&output).all())
}

#[test]
fn what_takes_a_change_back_takes_back_that_change_and_nothing_of_another_plan() {
    let world = World::new();
    for (file, data) in [
        ("swim.toml", ""),
        ("my swim's.toml", ""),
        ("-x$HOME`.toml", ""),
        ("swim.toml", "da ta"),
        ("\u{1b}[1m\n.toml", "a\\'b"),
    ] {
        std::fs::write(world.home.path().join(file), format!("id = \"swim\"\n{SWIM}")).unwrap();
        world.run("note 1: words of the built-in plan");
        let mut command = world.command();
        command.arg(format!("--plan={file}"));
        if !data.is_empty() {
            command.arg(format!("--data-dir={data}"));
        }
        let said = world.said(&command.args(["done", "1.1"]).output().unwrap());
        let printed = commands(&said.out);
        assert_eq!(printed.len(), 1, "{}", said.all());
        let (code, says) = pasted(&world, &printed[0]);
        assert_eq!((code, says.contains("Undone: Ticked 1.1")), (Some(0), true), "{printed:?}: {says}");
        assert!(world.run("today 1").out.contains("words of the built-in plan"));
    }
}

#[test]
fn every_command_that_is_printed_carries_plan_and_data_and_is_understood() {
    let world = World::new();
    std::fs::write(world.home.path().join("my swim.toml"), SWIM).unwrap();
    let own = "--plan 'my swim.toml' --data-dir 'da ta'";
    let mut seen = Vec::new();
    for verb in [
        "status",
        "start",
        "status",
        "pace",
        "today",
        "week",
        "week 1",
        "review 1",
        "done 9.9",
        "today 9",
        "today nothing",
        "done 1.1",
        "undo",
        "done 1",
        "history -n 1",
        "skip 1",
        "skip 1",
        "away 2026-12-10 2026-12-11",
        "away 2027-01-10 2026-12-11",
        "link 1 https://example.org",
        "export portfolio",
        "recall",
        "recall 1.q1",
        "recall 1.q1 right",
        "log 10",
        "note words",
        "add more",
        "start 2026-12-08",
        "start 2026-12-08",
        "done 1.a",
        "done 1",
        "today",
        "check",
        "reopen 1.1",
        "redo",
        "pace --goal 2027-01-01",
    ] {
        let said = world.run(&format!("{own} {verb}")).all();
        for command in commands(&said) {
            assert!(command.starts_with("--plan 'my swim.toml' --data-dir 'da ta'"), "{verb}: {said}");
            seen.push(command);
        }
    }
    seen.sort();
    seen.dedup();
    assert!(seen.len() > 10, "{seen:?}");
    for command in seen.iter().filter(|command| !command.contains(['D', 'T'])) {
        let (code, says) = pasted(&world, command);
        assert!(matches!(code, Some(0 | 1)), "{command}: {says}");
    }
}

#[test]
fn without_such_options_commands_are_short() {
    let world = World::new();
    assert_eq!(commands(&world.run("done 1.1").out), ["undo"]);
}
