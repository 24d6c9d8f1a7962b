//! Plans in other scripts than Latin: every id can be typed, as a keyboard writes it and as some systems hand it on, and
//! a plan has one journal however its file's name is spelt.
//!
//! Deliberately absent: the rule that makes ids (`core/plan_ids.rs`).

use crate::common::World;
use unicode_normalization::UnicodeNormalization;

/// A plan's name, and the titles of a day and of two tasks.
const PLANS: [[&str; 4]; 6] = [
    ["мой план", "Дыхание под водой", "Выдохнуть", "Ещё раз"],
    ["तैराकी", "श्वास लेना", "साँस छोड़ें", "फिर से करें"],
    ["ว่ายน้ำ", "การหายใจ", "หายใจออกใต้น้ำ", "ทำอีกครั้ง"],
    ["سباحة", "التنفُّس", "ازفر تحت الماء", "مرّة أخرى"],
    ["泳ぐ", "呼吸の練習", "水の中で息を吐く", "もう一度"],
    ["수영", "호흡 연습", "숨 내쉬기", "다시 하기"],
];

fn text([name, day, first, second]: [&str; 4]) -> String {
    format!(
        "title = \"{name}\"\n[[week]]\n[week.milestone]\naccept = [\"{second}\"]\n[[week.day]]\ntitle = \"{day}\"\n\
         tasks = [{{ do = \"{first}\" }}]\nrecall = [{{ ask = \"1 {first}?\", answer = \"a\" }}]\n"
    )
}

#[test]
fn every_id_is_typed_in_its_script() {
    for names @ [name, day, ..] in PLANS {
        let world = World::new();
        std::fs::write(world.home.path().join(format!("{name}.toml")), text(names)).unwrap();
        let plan = format!("--plan '{name}.toml'");
        let json: serde_json::Value = serde_json::from_str(&world.run(&format!("{plan} today --json")).out).unwrap();
        let id = json["day"]["id"].as_str().unwrap();
        let task = json["day"]["tasks"][0]["id"].as_str().unwrap();
        for verb in [
            format!("today {id}"),
            format!("today '{day}'"),
            format!("done {id}.1"),
            format!("reopen {task}"),
            format!("done {task}"),
            format!("done {id}.a"),
            format!("recall {id}.q1 right"),
            format!("note {id}: x"),
            format!("log 5 {id}"),
            format!("note --day {id} y"),
        ] {
            for typed in [verb.clone(), verb.nfd().to_string()] {
                let said = world.run(&format!("{plan} {typed}"));
                assert_eq!(said.code, 0, "{typed}: {}", said.all());
            }
        }
    }
}

#[test]
fn a_plan_has_one_journal_however_its_letters_are_put_together() {
    for names @ [name, ..] in PLANS {
        let world = World::new();
        for (file, text) in [(name.to_owned(), text(names)), (name.nfd().to_string(), text(names).nfd().to_string())] {
            std::fs::write(world.home.path().join(format!("{file}.toml")), text).unwrap();
            assert_eq!(world.run(&format!("--plan '{file}.toml' done 1.1")).code, 0, "{name}");
        }
        let said = world.run(&format!("--plan '{name}.toml' check"));
        assert!(said.out.ends_with(".toml: 1 entry; nothing to correct.\n"), "{name}: {}", said.all());
    }
}

#[test]
fn an_example_in_a_sentence_is_one_of_the_plan() {
    let world = World::new();
    std::fs::write(world.home.path().join("swim.toml"), text(PLANS[0])).unwrap();
    insta::assert_snapshot!(world.transcript(&[
        "--plan swim.toml done 17/x", "--plan swim.toml today foo", "--plan swim.toml done 1", "--plan swim.toml log 5",
        "--plan swim.toml note x", "--plan swim.toml add x", "--plan swim.toml pace --days mon-sat",
    ]), @r#"
    $ ninety --plan swim.toml done 17/x
    --- stderr
    ninety: There is no task "17/x": write one such as 1.1, or its id (`ninety --plan swim.toml today 1 --json` lists them).
    --- exit 1
    $ ninety --plan swim.toml today foo
    --- stderr
    ninety: There is no day "foo": write 1, or a title that `ninety --plan swim.toml plan` lists.
    --- exit 1
    $ ninety --plan swim.toml done 1
    Ticked 1.1 “Выдохнуть”.
    Day 1, Дыхание под водой, is complete. Every day of the plan is complete or skipped now.
    Take it back with: ninety --plan swim.toml undo
    $ ninety --plan swim.toml log 5
    Logged 5 min on day 1, Дыхание под водой.
    Take it back with: ninety --plan swim.toml undo
    $ ninety --plan swim.toml note x
    Wrote a note on day 1, Дыхание под водой.
    Take it back with: ninety --plan swim.toml undo
    $ ninety --plan swim.toml add x
    Added “x” to day 1, Дыхание под водой, as 1.2.
    Take it back with: ninety --plan swim.toml undo
    $ ninety --plan swim.toml pace --days mon-sat
    --- stderr
    ninety: Every day of the plan is complete or skipped, so there is nothing to lay out; `ninety --plan swim.toml reopen 1` brings a day back.
    --- exit 1
    "#);
}
