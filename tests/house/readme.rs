//! The README and what it leads to in `docs/` tell the truth: their tables are those of the program, their plans and
//! their journal can be read, and their commands do what they say.

use crate::verbs::verbs;
use ninety::journal::{Journal, write};
use ninety::plan::{Plan, Source};
use ninety::study::Study;
use std::path::Path;
use std::process::{Command, Output};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The contexts that are views.
const VIEWS: [&str; 5] = ["Today", "Week", "Plan", "Progress", "Notes"];

/// The README and the pages behind it, each by its path, in reading order.
fn pages() -> Vec<(String, String)> {
    let docs = std::fs::read_dir(Path::new(ROOT).join("docs")).unwrap();
    let mut names: Vec<String> =
        docs.map(|file| format!("docs/{}", file.unwrap().file_name().to_string_lossy())).collect();
    names.retain(|name| Path::new(name).extension().is_some_and(|end| end == "md"));
    names.sort();
    names.insert(0, "README.md".to_owned());
    let page = |name: String| (name.clone(), std::fs::read_to_string(Path::new(ROOT).join(name)).unwrap());
    names.into_iter().map(page).collect()
}

/// All of it as one text.
fn docs() -> String {
    pages().into_iter().map(|(_, text)| text).collect::<Vec<_>>().join("\n")
}

/// What stands between a pair of marks.
fn marked(name: &str) -> String {
    let docs = docs();
    let (_, rest) = docs.split_once(&format!("<!-- {name} -->\n")).unwrap();
    rest.split_once(&format!("<!-- /{name} -->")).unwrap().0.to_owned()
}

/// Every block of code of a language.
fn blocks(language: &str) -> Vec<String> {
    let docs = docs();
    let opened = format!("\n```{language}\n");
    let blocks = docs.split(&opened).skip(1).map(|rest| rest.split("```").next().unwrap().to_owned());
    blocks.collect()
}

/// Where a key holds, in the README's words.
fn places(names: &str) -> String {
    let all: Vec<&str> = names.split(", ").collect();
    let has_all_views = VIEWS.iter().all(|view| all.contains(view));
    let rest = all.iter().copied().filter(|name| !has_all_views || !VIEWS.contains(name));
    has_all_views.then_some("every view").into_iter().chain(rest).collect::<Vec<_>>().join(", ")
}

/// The keys of the views, or of all other places, as a table in the order of the keymap.
fn keys(of: fn(&[&str]) -> bool) -> String {
    let held = ninety::tui::keys().filter(|(names, _)| of(&names.split(", ").collect::<Vec<_>>()));
    let rows = held.map(|(names, row)| {
        let keys: Vec<String> = row.keys.split(' ').map(|key| format!("`{key}`")).collect();
        format!("| {} | {} | {} | `{}` |\n", keys.join(" "), row.help, places(&names), row.name)
    });
    format!("| keys | do | where | name |\n| --- | --- | --- | --- |\n{}", rows.collect::<Vec<_>>().concat())
}

#[test]
fn the_table_of_keys_is_the_keymap() {
    let in_a_view: fn(&[&str]) -> bool = |names| names.iter().any(|name| VIEWS.contains(name));
    let elsewhere: fn(&[&str]) -> bool = |names| !names.iter().any(|name| VIEWS.contains(name));
    for (name, of) in [("keys", in_a_view), ("other keys", elsewhere)] {
        let table = keys(of);
        assert!(marked(name) == table, "the table of {name} is to be:\n\n{table}");
    }
}

#[test]
fn the_table_of_verbs_is_that_of_the_command_line() {
    let row = |verb: &crate::verbs::Verb| format!("| `{}` | {} |\n", verb.usage.replace('|', "\\|"), verb.about);
    let rows: String = verbs().iter().map(row).collect();
    let table = format!("| verb | does |\n| --- | --- |\n{rows}");
    assert!(marked("verbs") == table, "the table of verbs is to be:\n\n{table}");
}

#[test]
fn the_sample_plan_is_right_and_the_table_names_every_key() {
    let world = World::new();
    let plans: Vec<String> = blocks("toml").into_iter().filter(|block| block.contains("[[week.day]]")).collect();
    assert_eq!(plans.len(), 2, "one in the README, one with everything");
    for text in plans {
        let plan = Plan::read(&[Source { name: "swim.toml".to_owned(), text: text.clone() }]);
        assert_eq!(plan.unwrap().id().as_str(), "swim");
        std::fs::write(world.home.path().join("swim.toml"), text).unwrap();
        assert!(world.sh("ninety check swim.toml && ninety --plan swim.toml done 1").status.success());
    }

    let every_key = std::fs::read_to_string(Path::new(ROOT).join("tests/plan/right.toml")).unwrap();
    let table = docs().split("| where | key |").nth(1).unwrap().split("\n\n").next().unwrap().to_owned();
    let mut names = Vec::new();
    gathered(&every_key.parse::<toml::Table>().unwrap(), &mut names);
    names.retain(|name| !["phase", "week", "milestone", "day"].contains(&name.as_str()));
    assert!(names.len() > 20);
    let missing: Vec<_> = names.iter().filter(|name| !named(&table, name)).collect();
    assert!(missing.is_empty(), "the docs do not tell of the keys {missing:?}");
}

/// Tells whether a key stands in the table in code, alone or with others.
fn named(table: &str, key: &str) -> bool {
    let codes = table.split('`').skip(1).step_by(2);
    codes.flat_map(|code| code.split(|c: char| !c.is_alphanumeric() && c != '_')).any(|word| word == key)
}

/// Gathers the keys of a table and of the tables in it.
fn gathered(table: &toml::Table, names: &mut Vec<String>) {
    for (name, value) in table {
        names.push(name.clone());
        let values = value.as_array().cloned().unwrap_or_else(|| vec![value.clone()]);
        for table in values.iter().filter_map(toml::Value::as_table) {
            gathered(table, names);
        }
    }
}

#[test]
fn the_sample_journal_is_one_that_ninety_could_have_written() {
    let text = blocks("toml").into_iter().find(|block| block.contains("[log]")).unwrap();
    let journal = Journal::of_text(&text);
    let written = journal.entries().map(|entry| write::line(entry.key, entry.at(), &entry.record()));
    let written: Vec<String> = written.map(|line| format!("{line}\n")).collect();
    let written = written.concat();
    assert_eq!(text, write::header("django-90", Plan::builtin().title()) + &written);
    let now = journal.entries().next_back().unwrap().at();
    assert!(journal.len() > 3);
    assert_eq!(Study::new(Plan::builtin(), journal, now).orphans().len(), 0);
}

#[test]
fn the_options_are_told() {
    let world = World::new();
    let help = text(&world.sh("ninety --help"));
    let every = help.split("Options of every verb:").nth(1).unwrap().split("\n\n").next().unwrap();
    let options: Vec<&str> = every.split_whitespace().filter(|word| word.starts_with("--")).collect();
    assert_eq!(options.len(), 4);
    for option in options {
        assert!(docs().contains(&format!("| `{option}")), "the docs do not tell of {option}");
    }
    let env = std::fs::read_to_string(Path::new(ROOT).join("src/env.rs")).unwrap();
    let asked = env.split('"').skip(1).step_by(2).filter(|word| word.len() > 3 && !word.contains(' '));
    let variable = |word: &&str| word.bytes().all(|b| b.is_ascii_uppercase() || b == b'_');
    for name in asked.filter(variable).filter(|name| *name != "HOME") {
        assert!(docs().contains(&format!("`{name}`")), "the docs do not tell of {name}");
    }
}

/// An empty home, a fixed clock and the program on the path.
struct World {
    home: tempfile::TempDir,
}

impl World {
    fn new() -> Self {
        Self { home: tempfile::tempdir().unwrap() }
    }

    #[expect(clippy::disallowed_methods, reason = "the shell finds its programs where this test's are")]
    fn command(&self, program: &str) -> Command {
        let program_dir = Path::new(env!("CARGO_BIN_EXE_ninety")).parent().unwrap();
        let path = format!("{}:{}", program_dir.display(), std::env::var("PATH").unwrap());
        let mut command = Command::new(program);
        command.env_clear().env("PATH", path).env("HOME", self.home.path()).env("LANG", "C.UTF-8");
        command.env("NINETY_NOW", "2026-11-23T19:41:12+01:00").current_dir(self.home.path());
        command
    }

    /// Runs a shell that prints its prompt. Where it is not installed the check is passed over, and says so, unless the
    /// surroundings require every check.
    #[expect(clippy::disallowed_methods, reason = "whoever runs the tests says what must run")]
    #[expect(clippy::print_stderr, reason = "a check that is passed over is to be seen")]
    fn shows_the_prompt(&self, shell: &str, script: &str, prompt: &str) {
        let plain = match shell {
            "bash" => "--norc",
            "zsh" => "-f",
            _ => "--no-config",
        };
        match self.command(shell).args([plain, "-c", script]).output() {
            Ok(shown) => assert!(text(&shown).starts_with(prompt), "{shell}: {}", text(&shown)),
            Err(error) => {
                let required = std::env::var_os("NINETY_FAULTS").is_some_and(|v| v == "required");
                assert!(!required, "{shell} does not run ({error}): install it");
                eprintln!("{shell} does not run ({error}): its prompt is not checked");
            }
        }
    }

    fn sh(&self, line: &str) -> Output {
        self.command("sh").args(["-c", line]).output().unwrap()
    }
}

fn text(output: &Output) -> String {
    [&output.stdout, &output.stderr].map(|bytes| String::from_utf8(bytes.clone()).unwrap()).concat()
}

/// The commands of a block, each with what it prints.
fn commands(block: &str) -> Vec<(String, String)> {
    let mut commands: Vec<(String, String)> = Vec::new();
    for line in block.lines() {
        match (line.strip_prefix("$ "), commands.last_mut()) {
            (Some(command), _) => commands.push((command.to_owned(), String::new())),
            (None, Some((_, shown))) => shown.extend([line, "\n"]),
            (None, None) => panic!("a block of commands begins with one"),
        }
    }
    commands
}

#[test]
fn the_commands_print_what_the_readme_shows() {
    let world = World::new();
    let commands: Vec<_> = blocks("console").iter().flat_map(|block| commands(block)).collect();
    assert!(commands.len() > 5);
    for (command, shown) in commands {
        let output = world.sh(&command);
        assert_eq!(text(&output), shown, "{command}");
        assert!(output.status.success(), "{command}");
    }
}

/// Whatever a prompt acts on: variables, commands, escapes, history, zsh's `%` and tmux's `#`.
const MARKS: &str =
    "100% of %m %F{red} %(?.a.b) $HOME $(id) `id` \\u \\\\ \\033[1m !! !$ #S #{host} #[fg=red] ## \"q\" 'p' ~ *";

#[test]
fn the_recipes_for_a_prompt_work() {
    let world = World::new();
    let plan = format!(
        "title = \"P\"\n[[week]]\ntitle = \"W\"\n[[week.day]]\ntitle = {MARKS:?}\ntasks = [{{ do = \"x\" }}]\n"
    );
    std::fs::write(world.home.path().join("p.toml"), plan).unwrap();
    assert!(world.sh("ninety done 1.1 && ninety --plan p.toml done 1.1").status.success());

    let recipe = |shell: &str| <[String; 1]>::try_from(blocks(shell)).unwrap()[0].clone();
    let (bash, zsh, fish) = (recipe("bash"), recipe("zsh"), recipe("fish"));
    for (shell, recipe, shown) in
        [("bash", bash, "echo \"${PS1@P}\""), ("zsh", zsh, "print -P $PROMPT"), ("fish", fish, "fish_prompt")]
    {
        world.shows_the_prompt(shell, &format!("{recipe}\n{shown}"), "D1 1/4 ~");
        let titled = recipe.replace("ninety prompt", "ninety --plan p.toml prompt --format \"{title}\"");
        world.shows_the_prompt(shell, &format!("{titled}\n{shown}"), &format!("{MARKS} ~"));
        // A zsh that asks for its prompt is recognised where the system tells who asks.
        if cfg!(target_os = "linux") {
            let unsaid = titled.replace(&format!(" --shell {shell}"), "");
            world.shows_the_prompt(shell, &format!("{unsaid}\n{shown}"), &format!("{MARKS} ~"));
        }
    }
    let starship = blocks("toml").into_iter().find(|block| block.contains("[custom.ninety]")).unwrap();
    let starship: toml::Table = starship.parse().unwrap();
    let command = starship["custom"]["ninety"]["command"].as_str().unwrap().to_owned();
    assert_eq!(text(&world.sh(&command)), "D1 1/4\n");
}

#[test]
fn every_link_leads_to_a_file() {
    let mut count = 0;
    for (page, text) in pages() {
        let place = Path::new(ROOT).join(&page);
        let links = text.split("](").skip(1).map(|rest| rest.split(')').next().unwrap());
        let images =
            text.split("src=\"").chain(text.split("srcset=\"")).skip(1).map(|rest| rest.split('"').next().unwrap());
        for link in links.chain(images).filter(|link| !link.starts_with("https://") && !link.starts_with(['$', '#'])) {
            assert!(place.parent().unwrap().join(link).is_file(), "{page} links to {link}, which is not there");
            count += 1;
        }
    }
    assert!(count > 15);
}

#[test]
fn the_readme_is_short_and_leads_to_every_page() {
    let pages = pages();
    let (_, readme) = &pages[0];
    assert!(readme.lines().count() <= 160, "the README has {} lines", readme.lines().count());
    for (page, _) in &pages[1..] {
        assert!(readme.contains(&format!("]({page})")), "the README does not lead to {page}");
    }
}

#[test]
fn the_ten_keys_and_verbs_of_the_readme_are_there() {
    let (_, readme) = &pages()[0];
    let rows = |title: &str| {
        let table = readme.split(&format!("\n## {title}\n")).nth(1).unwrap().trim_start().split("\n\n").next().unwrap();
        let rows =
            table.lines().skip(2).map(|row| row.split(" | ").next().unwrap().trim_start_matches("| ").to_owned());
        rows.collect::<Vec<_>>()
    };
    let known: Vec<&str> = ninety::tui::keys().flat_map(|(_, row)| row.keys.split(' ')).collect();
    let keys = rows("Ten keys");
    assert_eq!(keys.len(), 10);
    for key in keys.iter().flat_map(|cell| cell.split('`').skip(1).step_by(2)) {
        assert!(known.contains(&key), "there is no key {key}");
    }
    let world = World::new();
    let verbs = rows("Ten verbs");
    assert_eq!(verbs.len(), 10);
    for verb in verbs {
        let output = world.sh(verb.trim_matches('`'));
        assert!(output.status.success(), "{verb}: {}", text(&output));
    }
}

#[test]
fn the_page_on_systems_says_where_things_are() {
    let world = World::new();
    let page = pages().into_iter().find(|(page, _)| page == "docs/platforms.md").unwrap().1;
    let row = |name: &str| {
        let row = page.lines().find(|line| line.starts_with(&format!("| {name}"))).unwrap();
        row.split(" | ").skip(1).map(|cell| cell.trim_end_matches(" |").to_owned()).collect::<Vec<_>>()
    };
    for (name, place) in [("your journal", "data"), ("your settings", "config")] {
        let said = text(&world.sh(&format!("ninety where {place}"))).replace(world.home.path().to_str().unwrap(), "~");
        let dir = said.trim_end().trim_end_matches("/config.toml");
        let [linux, mac, windows] = <[String; 3]>::try_from(row(name)).unwrap();
        assert_eq!(linux, format!("`{dir}`"));
        assert!(mac.contains("Application Support") && windows.contains("%APPDATA%\\ninety"), "{mac} {windows}");
    }
    let editors = row("the editor, where none is set");
    for (cell, file) in [(0, "unix"), (1, "unix"), (2, "windows")] {
        let source = std::fs::read_to_string(Path::new(ROOT).join(format!("src/platform/{file}.rs"))).unwrap();
        let editor = editors[cell].trim_matches('`');
        assert!(source.contains(&format!("EDITOR: &str = \"{editor}\"")), "{file}: {editor}");
    }
}
