//! The page for scripts (`docs/scripts.md`) against what is printed: it has every key of every verb that prints JSON, and
//! no other.
//!
//! Deliberately absent: what the values are (`json.rs`).

use crate::common::World;
use crate::verbs::verbs;
use serde_json::Value;
use std::collections::BTreeSet;

/// What was done until the evening on which all is printed, each with its moment.
const LIFE: [(&str, &str); 15] = [
    ("2026-11-23T20:00:00+01:00", "start 2026-11-23 --days mon-fri --minutes 90"),
    ("2026-11-23T20:00:00+01:00", "done 1-3"),
    ("2026-11-30T20:00:00+01:00", "done 4-9"),
    ("2026-12-07T20:00:00+01:00", "done 10-16 7.a"),
    ("2026-12-14T20:00:00+01:00", "done 17.1"),
    ("2026-12-14T20:00:00+01:00", "note 17 'One.'"),
    ("2026-12-14T20:00:00+01:00", "note 8 'Two.'"),
    ("2026-12-14T20:00:00+01:00", "log 30 17"),
    ("2026-12-14T20:00:00+01:00", "skip 18 --because known"),
    ("2026-12-14T20:00:00+01:00", "link 2 https://me.example.org/x"),
    ("2026-12-14T20:00:00+01:00", "review 2 --can A --shaky B --next C"),
    ("2026-12-14T20:00:00+01:00", "add 17 mine"),
    ("2026-12-14T20:00:00+01:00", "recall 14.q1 wrong"),
    ("2026-12-14T20:00:00+01:00", "status"),
    ("2026-12-14T20:00:00+01:00", "today"),
];

/// The verbs that print JSON, with lines that print all of it together.
const LINES: [(&str, &[&str]); 9] = [
    ("today", &["today 17 --json", "today 21 --json", "today 34 --json"]),
    ("status", &["status --json", "away today today", "status --json"]),
    ("week", &["week 2 --json", "week 3 --json"]),
    ("plan", &["plan --json"]),
    ("history", &["history --json"]),
    ("review", &["review 2 --json", "review 3 --json"]),
    ("recall", &["recall --json", "recall --shaky --json", "recall 17 --json", "recall 17.q1 right --json"]),
    ("pace", &["pace --json", "pace --days mon-thu --dry-run --json"]),
    ("export", &["export json"]),
];

/// Gathers the path of every key: `a.b`, and `a[].b` of each item of a list. An object is named by its keys, so it has
/// no path of its own.
fn gather(value: &Value, path: &str, paths: &mut BTreeSet<String>) {
    match value {
        Value::Object(keys) => {
            let dot = if path.is_empty() { "" } else { "." };
            for (key, value) in keys {
                gather(value, &format!("{path}{dot}{key}"), paths);
            }
        }
        Value::Array(items) if items.iter().any(Value::is_object) => {
            for item in items {
                gather(item, &format!("{path}[]"), paths);
            }
        }
        _ => drop(paths.insert(path.to_owned())),
    }
}

/// Leaves out what stands for an object or a list of objects where there is none.
fn without_stems(paths: &BTreeSet<String>) -> BTreeSet<String> {
    let goes_on = |path: &String| {
        paths.iter().any(|other| {
            other.strip_prefix(path.as_str()).is_some_and(|rest| rest.starts_with('.') || rest.starts_with("[]"))
        })
    };
    paths.iter().filter(|path| !goes_on(path)).cloned().collect()
}

/// The keys of a row, and what it says of them.
type Row = (Vec<String>, String);

/// The page's sections: what stands between backticks in the heading, else the heading as a link names it, and the rows.
fn sections(page: &str) -> Vec<(String, Vec<Row>)> {
    let section = |text: &str| {
        let (heading, text) = text.split_once('\n').unwrap();
        let name = heading.split('`').nth(1).map_or_else(|| heading.to_lowercase().replace(' ', "-"), str::to_owned);
        let rows = text.lines().filter_map(|line| line.strip_prefix("| `"));
        let row = |row: &str| {
            let (keys, what) = row.split_once(" | ").unwrap();
            (keys.replace('`', "").split(", ").map(str::to_owned).collect(), what.to_owned())
        };
        (name, rows.map(row).collect())
    };
    page.split("\n### ").skip(1).map(section).collect()
}

/// The paths that a section tells of; a key in whose row objects are named stands for the keys of those, in their order.
fn told(all: &[(String, Vec<Row>)], name: &str) -> BTreeSet<String> {
    let (_, rows) = all.iter().find(|(section, _)| section == name).unwrap_or_else(|| panic!("there is no {name}"));
    let mut paths = BTreeSet::new();
    for (keys, what) in rows {
        let mut links = what.split("](#").skip(1).map(|rest| rest.split(')').next().unwrap());
        for key in keys {
            match links.next() {
                Some(object) => paths.extend(told(all, object).iter().map(|inner| format!("{key}.{inner}"))),
                None => assert!(paths.insert(key.clone()), "{name} has {key} twice"),
            }
        }
    }
    paths
}

#[test]
fn the_page_for_scripts_has_every_key_that_is_printed_and_no_other() {
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/scripts.md")).unwrap();
    let sections = sections(&page);
    let mut world = World::new();
    for (at, line) in LIFE {
        assert_eq!(world.at(at).run(line).code, 0, "{line}");
    }
    for (verb, lines) in LINES {
        let mut printed = BTreeSet::new();
        for line in lines {
            let said = world.run(line);
            assert_eq!(said.code, 0, "{line}: {}", said.all());
            if line.contains("json") {
                gather(&serde_json::from_str(&said.out).unwrap(), "", &mut printed);
            }
        }
        let heading = |(name, _): &&(String, _)| name.split(' ').next() == Some(verb);
        let (heading, _) = sections.iter().find(heading).unwrap_or_else(|| panic!("the page has no {verb}"));
        let (printed, told) = (without_stems(&printed), told(&sections, heading));
        let untold: Vec<_> = printed.difference(&told).collect();
        let unprinted: Vec<_> = told.difference(&printed).collect();
        assert!(untold.is_empty() && unprinted.is_empty(), "{verb}: not told {untold:?}, not printed {unprinted:?}");
    }
}

#[test]
fn the_page_for_scripts_has_every_verb_that_prints_json() {
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/scripts.md")).unwrap();
    let listed: Vec<&str> = LINES.iter().map(|(verb, _)| *verb).filter(|verb| *verb != "export").collect();
    let printing = verbs().into_iter().filter(|verb| verb.usage.contains("--json")).map(|verb| verb.name);
    let mut printing: Vec<String> = printing.collect();
    printing.sort_unstable_by_key(|name| listed.iter().position(|verb| verb == name));
    assert_eq!(printing, listed);
    for (name, _) in sections(&page).iter().filter(|(name, _)| name.contains("--json")) {
        let verb = name.split(' ').next().unwrap();
        assert!(listed.contains(&verb), "{verb} prints no JSON");
    }
}

#[test]
fn the_recipe_of_the_page_for_scripts_does_what_it_says() {
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/scripts.md")).unwrap();
    let recipe = page.split("```sh\n").nth(1).unwrap().split("```").next().unwrap();
    let world = crate::common::evening_17();
    for line in recipe.lines() {
        let line = line.split("  #").next().unwrap().trim_end().strip_prefix("ninety ").unwrap();
        let said = world.run(line);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{line}");
        assert_eq!(said.out.starts_with('{'), line.ends_with("--json"), "{line}");
    }
    assert_eq!(world.run("undo").code, 0);
}
