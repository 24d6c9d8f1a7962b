//! The order of the house, held by a test: who may know whom, what each file begins with, how long it may be.
//!
//! Deliberately absent: everything that rustfmt and clippy hold already.

use crate::circles::circle;
use std::path::{Path, PathBuf};

/// Each room of `src/` with the rooms that it may name.
const LAYERS: &[(&str, &str)] = &[
    ("text", ""),
    ("platform", "text"),
    ("plan", "text"),
    ("journal", "text plan platform"),
    ("words", "text plan journal"),
    ("study", "text plan journal words"),
    ("describe", "text plan journal words study"),
    ("typed", "text"),
    ("error", "text plan journal platform"),
    ("env", "text error platform"),
    ("editor", "text error env platform"),
    ("config", "text plan study env"),
    ("options", "text plan journal study error env config platform"),
    ("glyphs", "text study env"),
    ("page", "text plan journal words study describe env glyphs"),
    ("cli", "text plan journal words study describe typed error env config editor options glyphs page platform"),
    ("tui", "text plan journal words study describe typed error env editor options glyphs page platform"),
];

/// What only some files may name: the words, and the beginnings of the paths of those files.
const OWNED: &[(&[&str], &[&str])] = &[
    (&["ratatui", "crossterm", "tui_input"], &["src/tui", "src/platform/"]),
    (
        &["std::fs", "{fs", "tempfile::", "rustix::fs"],
        &["src/platform/", "src/journal/", "src/options.rs", "src/editor.rs", "src/cli/file.rs"],
    ),
    (
        &["env::var", "env::args", "env::current_dir", "Local::now", "Utc::now", "SystemTime", "directories::"],
        &["src/env.rs", "src/main.rs"],
    ),
    (&["std::process::Command", "{Command,"], &["src/platform/"]),
    (
        &[
            "cfg(unix",
            "cfg(windows",
            "cfg(not",
            "cfg(a",
            "cfg(target",
            "cfg!",
            "cfg_attr",
            "std::os::",
            "rustix",
            "signal_hook",
        ],
        &["src/platform"],
    ),
    (&["std::net", "TcpStream", "UdpSocket"], &[]),
];

/// What stands for work that is not done. Written in two parts, so that this file may be searched too.
const UNDONE: [&str; 5] = [
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("db", "g!("),
    concat!("to", "do!("),
    concat!("unimple", "mented!("),
];

/// A file has fewer lines than this.
const LINES: usize = 400;

/// The rooms that are read as one whole: no more lines than this together.
const CORE: [&str; 3] = ["plan", "journal", "study"];
const CORE_LINES: usize = 9_007;

/// All of `src` is to be read as one house too: no more lines than this. It goes down, but for what a learner can newly do.
const ALL_LINES: usize = 23_467;

/// A file of the repository.
struct Source {
    path: String,
    text: String,
}

impl Source {
    /// The room of `src/` that it is in: `study` for `src/study.rs` and for `src/study/calendar.rs`.
    fn room(&self) -> &str {
        let rest = self.path.strip_prefix("src/").unwrap_or_default();
        rest.split(['/', '.']).next().unwrap_or_default()
    }

    /// The lines of code, from 1, without what is said in comments.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let code = |line| str::split(line, "//").next().unwrap_or_default();
        (1..).zip(self.text.lines()).map(move |(number, line)| (number, code(line)))
    }

    /// Every line in which one of the words stands, with the place and the sentence for the reader of the test.
    fn naming(&self, words: &[&str], sentence: &str) -> Vec<String> {
        let at = |(number, line): (usize, &str)| {
            let word = words.iter().find(|word| line.contains(**word))?;
            Some(format!("{}:{number}: {word} {sentence}", self.path))
        };
        self.code().filter_map(at).collect()
    }
}

/// The rooms that a file names though they are not below its own.
fn climbs(source: &Source) -> Vec<String> {
    let Some((room, below)) = LAYERS.iter().find(|(room, _)| *room == source.room()) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for (number, line) in source.code() {
        for after in line.split("crate::").skip(1) {
            let named = after.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
            if named != *room && !below.split(' ').any(|below| below == named) {
                let named = if named.is_empty() { "several rooms at once" } else { named };
                found.push(format!("{}:{number}: {room} may not name {named}", source.path));
            }
        }
    }
    found
}

/// The lines that name what belongs to other files.
fn poached(source: &Source) -> Vec<String> {
    let foreign = |owners: &[&str]| !owners.iter().any(|owner| source.path.starts_with(owner));
    let others = OWNED.iter().filter(|(_, owners)| foreign(owners));
    others.flat_map(|(words, owners)| source.naming(words, &format!("belongs to {owners:?}"))).collect()
}

fn undone(source: &Source) -> Vec<String> {
    let lines = (1..).zip(source.text.lines());
    let found = lines.filter_map(|(number, line)| Some((number, UNDONE.iter().find(|word| line.contains(**word))?)));
    found.map(|(number, word)| format!("{}:{number}: {word} stands for work that is not done", source.path)).collect()
}

/// The tests that are passed over and that no other test of their file runs as a process of its own.
fn passed_over(source: &Source) -> Vec<String> {
    let mark = concat!("#[ig", "nore");
    let lines = (1..).zip(source.text.lines().map(str::trim_start));
    let mut lines = lines.filter(|(_, line)| line.starts_with(mark) || line.starts_with("fn "));
    let mut found = Vec::new();
    while let Some((number, line)) = lines.next() {
        if line.starts_with(mark) {
            let name = lines.next().and_then(|(_, line)| line.strip_prefix("fn ")?.split('(').next());
            let runs = ["--include-ignored", "--ignored"].iter().any(|o| source.text.contains(*o));
            let is_run = |name: &str| runs && source.text.matches(name).count() > 1;
            if !name.is_some_and(is_run) {
                found.push(format!("{}:{number}: a test that nothing runs", source.path));
            }
        }
    }
    found
}

fn nameless(source: &Source) -> Vec<String> {
    let begins = source.text.starts_with("//! ");
    (!begins)
        .then(|| format!("{}:1: the first line does not say what lives here (//!)", source.path))
        .into_iter()
        .collect()
}

fn long(source: &Source) -> Vec<String> {
    let lines = source.text.lines().count();
    let sentence = || format!("{}:{LINES}: the file has {lines} lines, and {} is the most", source.path, LINES - 1);
    (lines >= LINES).then(sentence).into_iter().collect()
}

/// The public items of the library's face without a comment; what a field or a variant is its name may say.
fn untold(source: &Source) -> Vec<String> {
    if !CORE.contains(&source.room()) {
        return Vec::new();
    }
    let items = ["fn", "const fn", "struct", "enum", "type", "const"].map(|item| format!("pub {item} "));
    let mut found = Vec::new();
    let mut is_told = false;
    for (number, line) in (1..).zip(source.text.lines().map(str::trim_start)) {
        if !is_told && items.iter().any(|item| line.starts_with(item.as_str())) {
            found.push(format!("{}:{number}: nothing is said of it: {line}", source.path));
        }
        // A macro hands comments on.
        let is_said = ["///", "#[doc", "$(#["].iter().any(|begin| line.starts_with(begin));
        is_told = is_said || (is_told && line.starts_with("#["));
    }
    found
}

/// Every Rust file below some directories of the repository, in order of path.
fn sources(places: &[&str]) -> Vec<Source> {
    fn add(path: &Path, found: &mut Vec<PathBuf>) {
        match std::fs::read_dir(path) {
            Ok(listing) => {
                for file in listing {
                    add(&file.unwrap().path(), found);
                }
            }
            Err(_) if path.extension().is_some_and(|extension| extension == "rs") => {
                found.push(path.to_owned());
            }
            Err(_) => {}
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    for place in places {
        add(&root.join(place), &mut paths);
    }
    paths.sort();
    assert!(!paths.is_empty(), "there is no Rust file in {places:?}");
    let source = |path: PathBuf| {
        let name = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
        Source { path: name, text: std::fs::read_to_string(&path).unwrap() }
    };
    paths.into_iter().map(source).collect()
}

const EVERYWHERE: &[&str] = &["src", "tests", "benches", "examples", "build.rs"];

fn holds(places: &[&str], rule: fn(&Source) -> Vec<String>) {
    let offences: Vec<String> = sources(places).iter().flat_map(rule).collect();
    assert!(offences.is_empty(), "\n{}\n", offences.join("\n"));
}

#[test]
fn imports_run_one_way() {
    holds(&["src"], climbs);
}

#[test]
fn every_room_has_its_place_in_the_table() {
    let rooms = sources(&["src"]);
    let known = |room: &str| ["lib", "main"].contains(&room) || LAYERS.iter().any(|(known, _)| *known == room);
    let strangers: Vec<&str> = rooms.iter().filter(|file| !known(file.room())).map(|file| file.path.as_str()).collect();
    assert_eq!(strangers, [""; 0], "these are in no layer");
    let empty = LAYERS.iter().filter(|(room, _)| !rooms.iter().any(|file| file.room() == *room));
    assert_eq!(empty.count(), 0, "a layer has no file");
}

#[test]
fn terminal_disk_surroundings_and_network_belong_to_few_files() {
    holds(&["src"], poached);
}

#[test]
fn every_file_says_first_what_lives_there() {
    holds(EVERYWHERE, nameless);
}

#[test]
fn the_library_s_face_is_told() {
    holds(&["src"], untold);
}

#[test]
fn no_file_is_longer_than_a_sitting() {
    holds(EVERYWHERE, long);
}

/// The files of some rooms.
fn files_of(rooms: &[&str]) -> Vec<Source> {
    sources(&["src"]).into_iter().filter(|file| rooms.contains(&file.room())).collect()
}

#[test]
fn no_file_uses_itself_in_a_circle() {
    let all = sources(&["src"]);
    let files: Vec<_> = all.iter().map(|file| (file.path.as_str(), file.text.as_str())).collect();
    let found = circle(&files);
    assert!(found.is_none(), "\n{}\n", found.unwrap_or_default());
}

#[test]
fn the_core_is_short() {
    let lines: usize = files_of(&CORE).iter().map(|file| file.text.lines().count()).sum();
    assert!(lines <= CORE_LINES, "{CORE:?} have {lines} lines, and {CORE_LINES} is the most");
}

#[test]
fn the_whole_is_short() {
    let lines: usize = sources(&["src"]).iter().map(|file| file.text.lines().count()).sum();
    assert!(lines <= ALL_LINES, "src has {lines} lines, and {ALL_LINES} is the most");
}

#[test]
fn a_circle_is_found_and_written_out() {
    let plan = "mod day;\nmod task;\npub use day::Day;\npub use task::{Task as Line, count};\n";
    let day = "use super::Line;\npub struct Day(Line);\n";
    let straight = [("src/plan.rs", plan), ("src/plan/day.rs", day)];
    let with = |task| [straight.as_slice(), &[("src/plan/task.rs", task)]].concat();
    for task in [
        "pub struct Task;\n",
        "// super::Day\npub struct Task(&'static str, char);\nfn f() { (\"super::Day\", '\"', r#\"super::Day\"#) }\n",
        "pub(in crate::plan) struct Task;\npub use super::Day;\n",
        "use crate::study::Study;\nuse std::fmt::{self, Display};\nfn f() -> fmt::Result { Line::day() }\n",
        "#[derive(Debug)]\nstruct Task;\n\n#[cfg(test)]\nmod tests {\n    use super::Day;\n}\n",
    ] {
        assert_eq!(circle(&with(task)), None, "{task}");
    }
    for (task, named) in [
        ("use super::Day;\n", "super::Day"),
        ("use super::{Day, count};\n", "super::Day"),
        ("use crate::{plan::{count, Day as Date}};\n", "crate::plan::Day"),
        ("fn f(day: &super::Day) {}\n", "super::Day"),
        ("fn f() { crate::plan::day::Day::new() }\n", "crate::plan::day::Day::new"),
        ("use super::day;\nfn f(day: &day::Day) {}\n", "day::Day"),
        ("use crate::plan;\nfn f(day: &plan::Day) {}\n", "plan::Day"),
        ("pub use super::Day;\nfn f(day: &Day) {}\n", "super::Day"),
        ("use super::day::*;\n", "super::day"),
        ("use super::day::{self as days};\nfn f() { days::f() }\n", "days::f"),
    ] {
        let found = format!(
            "src/plan/day.rs names super::Line, which is in src/plan/task.rs\n\
             src/plan/task.rs names {named}, which is in src/plan/day.rs"
        );
        assert_eq!(circle(&with(task)), Some(found), "{task}");
    }
    // A longer one, through the root of a room and into another room.
    let long = [
        ("src/plan.rs", "mod day;\nuse day::Day;\npub struct Plan(Day);\n"),
        ("src/plan/day.rs", "use crate::study::Study;\npub struct Day(Study);\n"),
        ("src/study.rs", "use crate::plan::Plan;\npub struct Study(Plan);\n"),
    ];
    assert_eq!(circle(&long).map(|found| found.lines().count()), Some(3));
}

#[test]
fn nothing_is_left_for_later() {
    holds(EVERYWHERE, undone);
}

#[test]
fn no_test_is_passed_over() {
    holds(EVERYWHERE, passed_over);
}

#[test]
fn the_rules_see_what_they_forbid() {
    fn found(rule: fn(&Source) -> Vec<String>, path: &str, text: &str) -> Vec<String> {
        rule(&Source { path: path.to_owned(), text: text.to_owned() })
    }
    assert_eq!(
        found(climbs, "src/plan/day.rs", "use crate::text;\nuse crate::study::Study;\n"),
        ["src/plan/day.rs:2: plan may not name study"]
    );
    assert_eq!(found(climbs, "src/cli.rs", "fn f() { crate::tui::run() }"), ["src/cli.rs:1: cli may not name tui"]);
    assert_eq!(
        found(climbs, "src/tui.rs", "use crate::{cli};"),
        ["src/tui.rs:1: tui may not name several rooms at once"]
    );
    assert_eq!(found(climbs, "src/plan.rs", "// crate::tui draws it\n"), [""; 0]);
    assert_eq!(found(poached, "src/cli.rs", "use ratatui::x;").len(), 1);
    assert_eq!(found(poached, "src/study.rs", "\nuse std::fs;\n").len(), 1);
    assert_eq!(found(poached, "src/journal/files.rs", "use std::fs;"), [""; 0]);
    assert_eq!(found(poached, "src/journal.rs", "use std::fs;").len(), 1);
    assert_eq!(found(poached, "src/env.rs", "use std::net::TcpStream;").len(), 1);
    assert_eq!(found(poached, "src/cli.rs", "std::env::var(\"HOME\")").len(), 1);
    assert_eq!(found(nameless, "src/a.rs", "use b;\n").len(), 1);
    assert_eq!(found(untold, "src/plan/day.rs", "#[derive(Debug)]\npub struct Day;\n").len(), 1);
    assert_eq!(found(untold, "src/plan/day.rs", "/// A day.\n#[derive(Debug)]\npub struct Day;\n"), [""; 0]);
    assert_eq!(found(long, "src/a.rs", &"\n".repeat(400)).len(), 1);
    assert_eq!(found(long, "src/a.rs", &"\n".repeat(399)), [""; 0]);
    let passed = concat!("#[ig", "nore = \"a process\"]\nfn child() {}\n");
    assert_eq!(found(passed_over, "tests/a.rs", passed), ["tests/a.rs:1: a test that nothing runs"]);
    let run = format!("{passed}\nfn parent() {{ run(&[\"child\", \"--include-ignored\"]) }}\n");
    assert_eq!(found(passed_over, "tests/a.rs", &run), [""; 0]);
    for word in UNDONE {
        assert_eq!(found(undone, "src/a.rs", &format!("\n// {word}\n")).len(), 1, "{word}");
    }
}
