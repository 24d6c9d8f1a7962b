//! Plans that have little: no verb speaks of what only other plans have, and none leaves a heading over nothing.
//!
//! Deliberately absent: the screens of such plans (`tui/bare_plans.rs`), and help, which is about the program.

use crate::common::World;

const BARE: &str = "title = \"Swim\"\n[[week]]\ntitle = \"Strokes\"\n\
                    [[week.day]]\ntitle = \"Breathing\"\ntasks = [{ do = \"Blow bubbles\" }, { do = \"Breathe out\" }]\n\
                    [[week.day]]\ntitle = \"Floating\"\ntasks = [{ do = \"Float\" }]\n\
                    [[week]]\ntitle = \"Kicks\"\n\
                    [[week.day]]\ntitle = \"Flutter kick\"\ntasks = [{ do = \"Kick a length\" }]\n\
                    [[week.day]]\ntitle = \"Frog kick\"\ntasks = [{ do = \"Kick another\" }]\n";

/// A plan that has one thing more, what to put where, and the words that are its alone.
const MORE: [(&str, &str, &str, &[&str]); 8] = [
    ("minutes", "title = \"Swim\"", "minutes = [20, 35]", &["20-35 min", "40 min", "1 h"]),
    ("hours", "title = \"Swim\"", "hours_per_week = [2, 4]", &[]),
    ("goal", "title = \"Swim\"", "goal = \"To cross the pool\"", &["cross"]),
    ("milestone", "title = \"Strokes\"", "[week.milestone]", &["ilestone", "reached"]),
    (
        "questions",
        "title = \"Breathing\"",
        "recall = [{ ask = \"Out where?\", answer = \"Below\" }]",
        &["recall question", "Warm-up"],
    ),
    (
        "reading",
        "title = \"Breathing\"",
        "resources = [{ title = \"How\", url = \"https://a.example\" }]",
        &["Read and watch"],
    ),
    ("a note", "title = \"Breathing\"", "note = \"Slowly.\"", &["Slowly"]),
    ("links", "title = \"Frog kick\"", "builds_on = [1]", &["Builds on", "rely on"]),
];

/// What no page says of a plan that has nothing of the kind.
const FOREIGN: [&str; 16] = [
    "jango",
    "ython",
    "of 90",
    "open 90",
    "day 90",
    "hase",
    "check",
    "Check",
    "extra",
    "Ask yourself",
    "Beyond it",
    "goes wrong",
    "Links",
    "hours",
    "Tags",
    "Examples",
];

const VERBS: [&str; 23] = [
    "check swim.toml",
    "today",
    "today 1",
    "today 4",
    "week",
    "week 1",
    "week 2",
    "plan",
    "status",
    "history",
    "prompt",
    "review 1",
    "review 2",
    "pace",
    "export md",
    "export csv",
    "export ics",
    "where",
    "history -n 2",
    "pace --days mon-sat --dry-run",
    "away 2027-01-01 2027-01-05 --dry-run",
    "skip 4 --dry-run",
    "start --dry-run",
];

/// What every verb says of a plan before, amid and after its days.
fn said(plan: &str) -> Vec<(String, String)> {
    let world = World::new();
    std::fs::write(world.home.path().join("swim.toml"), plan).unwrap();
    let run = |line: &str| world.run(&format!("--plan swim.toml {line}"));
    let mut said = Vec::new();
    for step in ["", "start", "done 1", "note 2: cold", "done 2", "review 1 --can float", "done 3 4"] {
        if !step.is_empty() {
            said.push((step.to_owned(), run(step).all()));
        }
        if matches!(step, "start" | "note 2: cold" | "review 1 --can float") {
            continue;
        }
        said.extend(VERBS.map(|verb| (format!("{verb} after {step:?}"), run(verb).all())));
    }
    said
}

/// Asserts that something follows every heading of a page of Markdown.
fn assert_no_heading_is_empty(what: &str, page: &str) {
    let level = |line: &str| Some(line.find(' ').unwrap_or(0)).filter(|_| line.starts_with('#'));
    let lines: Vec<&str> = page.lines().filter(|line| !line.trim().is_empty()).collect();
    for (place, line) in lines.iter().enumerate() {
        let Some(here) = level(line) else { continue };
        let next = lines.get(place + 1).unwrap_or_else(|| panic!("{what}: nothing below {line:?}:\n{page}"));
        assert!(level(next).is_none_or(|below| below > here), "{what}: nothing below {line:?}:\n{page}");
    }
}

#[test]
fn a_bare_plan_is_never_told_of_what_only_others_have() {
    let kinds = MORE.iter().flat_map(|(.., words)| *words);
    for (what, text) in said(BARE) {
        for word in FOREIGN.iter().chain(kinds.clone()) {
            assert!(!text.contains(word), "{word:?} in {what}:\n{text}");
        }
        assert_no_heading_is_empty(&what, &text);
    }
}

#[test]
fn a_plan_with_one_thing_more_is_told_of_that_alone() {
    for (name, below, line, own) in MORE {
        let all = said(&BARE.replace(below, &format!("{below}\n{line}")));
        for (what, text) in &all {
            let others = MORE.iter().filter(|(other, ..)| *other != name).flat_map(|(.., words)| *words);
            for word in FOREIGN.iter().chain(others) {
                assert!(!text.contains(word), "{word:?} in {what} of a plan with {name}:\n{text}");
            }
            assert_no_heading_is_empty(what, text);
        }
        let told = |word: &&&str| all.iter().any(|(_, text)| text.contains(**word));
        assert_eq!(own.first().filter(told), own.first(), "{name}");
    }
}

#[test]
fn who_asks_a_bare_plan_for_what_it_has_not_is_told_so() {
    let world = World::new();
    std::fs::write(world.home.path().join("swim.toml"), BARE).unwrap();
    insta::assert_snapshot!(world.transcript(&[
        "--plan swim.toml recall", "--plan swim.toml link 1 https://a.example", "--plan swim.toml export portfolio",
        "--plan swim.toml done 2.a", "--plan swim.toml done 1-4", "--plan swim.toml pace --days mon-sat",
    ]), @r"
        $ ninety --plan swim.toml recall
        --- stderr
        ninety: The plan has no questions; lines Q: and A: in a note make one of yours.
        $ ninety --plan swim.toml link 1 https://a.example
        --- stderr
        ninety: There is no milestone in week 1, Strokes, so there is nothing to link; `ninety --plan swim.toml plan` shows the weeks.
        --- exit 1
        $ ninety --plan swim.toml export portfolio
        --- stderr
        ninety: The plan has no milestones, so there is nothing to publish; `ninety --plan swim.toml export md` has what you did.
        --- exit 1
        $ ninety --plan swim.toml done 2.a
        --- stderr
        ninety: There is no check 2.a: day 2, Floating, is no day of a milestone; its tasks are called 2.1 and so on.
        --- exit 1
        $ ninety --plan swim.toml done 1-4
        Ticked 5 tasks of days 1-4.
        Days 1-4 are complete. Every day of the plan is complete or skipped now.
        Take it back with: ninety --plan swim.toml undo
        $ ninety --plan swim.toml pace --days mon-sat
        --- stderr
        ninety: Every day of the plan is complete or skipped, so there is nothing to lay out; `ninety --plan swim.toml reopen 4` brings a day back.
        --- exit 1
        ");
}
