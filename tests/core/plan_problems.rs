//! What is wrong with a plan: every problem that the reader reports, its place and its picture, and that no text at all
//! makes the reader panic or print what a terminal would obey.
//!
//! Deliberately absent: right plans (`plan.rs`), and `ninety check`, whose tests are with the command line.

use ninety::plan::{Plan, Problems, Source};
use ninety::text::is_unsafe;
use proptest::prelude::*;

/// The smallest plan: what every other test text begins with.
const BARE: &str = "title = \"Learn to swim\"\n[[week]]\n[[week.day]]\ntasks = [{ do = \"Find a pool\" }]\n";

fn source(name: &str, text: &str) -> Source {
    Source { name: name.into(), text: text.into() }
}

fn read(text: &str) -> Result<Plan, Problems> {
    Plan::read(&[source("plan.toml", text)])
}

/// Returns the plan's problems, a line a problem.
fn problems(text: &str) -> String {
    read(text).expect_err("the plan has a problem").to_string()
}

/// Returns the problems of a day with these lines, without its place: the file and the line are always the same.
fn day_problems(lines: &str) -> String {
    let text = format!("title = 'x'\n[[week]]\n[[week.day]]\ntasks = [{{ do = 'First' }}]\n{lines}");
    problems(&text).replace("plan.toml:5:", "")
}

#[test]
fn a_plan_id_is_checked() {
    let found = Plan::read(&[source("a/?!.toml", BARE)]).unwrap_err().to_string();
    assert_eq!(found, "a/?!.toml:1:1: this file's name gives no id for the plan: add id = \"…\"");
    assert_eq!(problems(&format!("id = 'a/b'\n{BARE}")), "plan.toml:1:6: \"a/b\" cannot be a plan's id");
}

#[test]
fn the_top_of_a_plan_is_checked() {
    for (text, expected) in [
        ("", "plan.toml:1:1: a plan has no title\nplan.toml:1:1: the plan has no weeks"),
        ("title = 'x'\nweek = []", "plan.toml:1:1: the plan has no weeks"),
        ("title = 'x'\n[[week]]", "plan.toml:2:1: this week has no days"),
        (
            "title = 'x'\n[week]",
            "plan.toml:2:1: \"week\" must be a list of tables, each under [[week]], and this is a table",
        ),
        ("title = ''\n[[week]]\n[[week.day]]\ntasks = [{ do = 'a' }]", "plan.toml:1:9: \"title\" is empty"),
        ("format = 2\nwhatever = true", "plan.toml:1:10: this plan's format is newer than 1, the newest known here"),
        (
            "format = 99999999999999999999\n",
            "plan.toml:1:10: this plan's format is newer than 1, the newest known here",
        ),
    ] {
        assert_eq!(problems(text), expected, "{text}");
    }
    for (line, expected) in [
        ("format = 0", "1:10: \"format\" must be 1"),
        ("minutes = [3, 2]", "1:11: \"minutes\" goes down: 3 is above 2"),
        ("minutes = [3]", "1:11: \"minutes\" must have two numbers: [least, most]"),
        ("minutes = 0", "1:11: \"minutes\" must be from 1 to 65535"),
        ("minutes = [1, 70_000]", "1:15: \"minutes\" must be from 1 to 65535"),
        ("minutes = 1.5", "1:11: \"minutes\" must be a whole number, and this is a number with a point"),
        ("hours_per_week = [1, 169]", "1:22: \"hours_per_week\" must be from 1 to 168"),
        ("goal = 2026-11-22", "1:8: \"goal\" must be a text in quotes, and this is a date"),
        ("weeks = 1", "1:1: unknown key \"weeks\": did you mean \"week\"?"),
        ("day = 1", "1:1: unknown key \"day\""),
        ("zzz = 1", "1:1: unknown key \"zzz\""),
        ("phase = 1", "1:9: \"phase\" must be a list of tables, each under [[phase]], and this is a number"),
    ] {
        assert_eq!(problems(&format!("{line}\n{BARE}")), format!("plan.toml:{expected}"));
    }
}

#[test]
fn phases_are_over_weeks_that_there_are() {
    for (phases, expected) in [
        ("[[phase]]\ntitle = 'a'\nweeks = [1, 2]", "7:9: there is no week 2"),
        ("[[phase]]\ntitle = 'a'\nweeks = 4", "7:9: there is no week 4"),
        ("[[phase]]\ntitle = 'a'", "5:1: a phase has no weeks"),
        ("[[phase]]\nweeks = 1", "5:1: a phase has no title"),
        ("[[phase]]\ntitle = 'a'\nweeks = [0, 1]", "7:10: \"weeks\" must be from 1 to 65535"),
        (
            "[[phase]]\ntitle = 'a'\nweeks = 1\n[[phase]]\ntitle = 'b'\nweeks = 1",
            "10:9: this phase does not begin after the one before it",
        ),
    ] {
        assert_eq!(problems(&format!("{BARE}{phases}")), format!("plan.toml:{expected}"));
    }
}

#[test]
fn a_day_is_checked() {
    for (line, expected) in [
        ("recource = []", "1: unknown key \"recource\": did you mean \"resources\"?"),
        ("milestone = 1", "1: unknown key \"milestone\""),
        ("id = 'a/b'", "6: \"a/b\" cannot be an id"),
        ("id = 'a b'", "6: \"a b\" cannot be an id"),
        ("title = '?!'", "9: \"?!\" has no letter or digit to make an id of"),
        ("title = \"a\\tb\"", "9: \"title\" has a tab"),
        ("title = \"a\\nb\"", "9: \"title\" must be one line"),
        ("title = \"\\u001b[31m\"", "9: \"title\" has the control character U+001B"),
        ("title = 'ab\u{202e}c'", "12: \"title\" has the control character U+202E"),
        ("note = \"a\\nb\\u0007\"", "8: \"note\" has the control character U+0007"),
        ("tags = 'a'", "8: \"tags\" must be a list of texts: [\"…\", \"…\"], and this is a text"),
        ("tags = ['a', 1]", "14: \"tags\" must be a text in quotes, and this is a number"),
        ("builds_on = [1]", "14: day 1 builds on itself"),
        ("builds_on = ['first']", "14: day 1 builds on itself"),
        ("builds_on = [0]", "14: there is no day 0"),
        ("builds_on = [4_000_000_000]", "14: there is no day 4000000000"),
        ("builds_on = ['firts']", "14: there is no day \"firts\""),
        ("builds_on = [true]", "14: a day in \"builds_on\" must be its number or its id, and this is true or false"),
        ("resources = [{ title = 'a', url = 'ftp://a' }]", "35: \"ftp://a\" is not the address of a web page"),
        ("resources = [{ title = 'a', url = 'https://' }]", "35: \"https://\" is not the address of a web page"),
        (
            "resources = [{ title = 'a', url = 'javascript:alert(1)' }]",
            "35: \"javascript:alert(1)\" is not the address of a web page",
        ),
        ("resources = [{ title = 'a', url = 'http://a b' }]", "35: \"http://a b\" is not the address of a web page"),
        ("resources = [{ title = 'a' }]", "14: a resource has no url"),
        (
            "resources = [{ title = 'a', url = 'http://a', extra = 1 }]",
            "55: \"extra\" must be true or false, and this is a number",
        ),
        ("resources = ['http://a']", "14: a resource must be a table, and this is a text"),
        ("recall = [{ ask = 'a' }]", "11: a recall question has no answer"),
        ("recall = [{ ask = 'First!', answer = 'b' }]", "19: a recall question and a task have the id \"first\""),
        ("recall = [{ ask = '?', answer = 'b' }]", "19: \"?\" has no letter or digit to make an id of"),
    ] {
        assert_eq!(day_problems(line), expected, "{line}");
    }
}

#[test]
fn a_task_is_checked() {
    for (task, expected) in [
        ("{ practise = 'a' }", "12: unknown role \"practise\": did you mean \"practice\"?"),
        ("{ dive = 'a' }", "12: unknown role \"dive\""),
        ("{ do = 'a', aded = true }", "22: unknown role \"aded\": did you mean \"added\"?"),
        ("{ do = 'a', learn = 'b' }", "30: a task has one role, and this is do and learn"),
        ("{ added = true }", "10: this task has no role"),
        ("'a'", "10: a task must be a table, and this is a text"),
        ("{ do = 'a' }, { learn = 'A!' }", "34: two tasks have the id \"a\""),
    ] {
        let text = format!("title = 'x'\n[[week]]\n[[week.day]]\ntitle = 'y'\ntasks = [{task}]");
        let found = problems(&text).replace("plan.toml:5:", "");
        assert_eq!(found, expected.to_owned(), "{task}");
    }
    // Days that get no id for that reason are no twins.
    assert_eq!(
        problems("title = 'x'\n[[week]]\n[[week.day]]\ntasks = ['a']\n[[week.day]]\ntasks = ['b']"),
        "plan.toml:4:10: a task must be a table, and this is a text\nplan.toml:6:10: a task must be a table, and this is a text"
    );
    assert_eq!(problems("title = 'x'\n[[week]]\n[[week.day]]\ntasks = []"), "plan.toml:4:9: this day has no tasks");
}

#[test]
fn a_milestone_is_checked() {
    for (lines, expected) in [
        ("days = 2", "6:8: the milestone takes 2 days, and its week has 1"),
        ("days = 0", "6:8: \"days\" must be from 1 to 65535"),
        ("accept = ['a', 'A']", "6:16: two checks have the id \"a\""),
        ("accept = ['Find a pool']", "6:11: a check and a task have the id \"find-a-pool\""),
        ("rubric = [{ text = 'a' }]", "6:11: \"rubric\" must be a text in quotes, and this is a table"),
        ("checks = ['a']", "6:1: unknown key \"checks\""),
        ("accept = [{ id = 'x' }]", "6:11: a check has no text"),
        ("accept = [1]", "6:11: a check must be a text in quotes, and this is a number"),
        ("criteria = []", "6:1: unknown key \"criteria\""),
    ] {
        assert_eq!(problems(&format!("{BARE}[week.milestone]\n{lines}")), format!("plan.toml:{expected}"));
    }
}

#[test]
fn two_days_of_one_id_are_shown_both() {
    let text = format!("{BARE}[[week.day]]\ntasks = [{{ learn = 'Find a pool.' }}]");
    let found = read(&text).unwrap_err();
    let problem = found.iter().next().unwrap();
    assert_eq!(problem.to_string(), "plan.toml:6:20: two days have the id \"find-a-pool\"");
    let (first, label) = problem.other.as_ref().unwrap();
    assert_eq!((first.line, first.column, *label), (4, 17, "the id is taken here"));
    assert_eq!(problem.help.as_deref(), Some("Give this one an id of its own: id = \"find-a-pool-2\"."));
}

#[test]
fn links_point_backward_to_days_that_there_are() {
    let text = "title = 'x'\n[[week]]\n[[week.day]]\ntasks = [{ do = 'a' }]\nbuilds_on = ['c']\n\
                [[week.day]]\ntasks = [{ do = 'b' }]\nbuilds_on = ['a', 1, 3]\n\
                [[week.day]]\ntasks = [{ do = 'c' }]\nbuilds_on = [2, 'a']\n";
    assert_eq!(
        problems(text),
        "plan.toml:5:14: day 1 builds on a later day, day 3\n\
         plan.toml:8:19: \"builds_on\" names day 1 twice\n\
         plan.toml:8:22: day 2 builds on a later day, day 3"
    );
}

#[test]
fn what_is_not_toml_is_said_once_a_line_and_by_itself() {
    let quotes = "string values must be quoted, expected literal string";
    assert_eq!(
        problems("title = x y\n[[week]]\n[[week.day]]\ntask = []\n[[week\nzzz = 1"),
        format!(
            "plan.toml:1:9: this is not TOML: {quotes}\n\
             plan.toml:5:7: this is not TOML: unclosed array table, expected `]]`"
        )
    );
    assert_eq!(problems("[[day]\n"), "plan.toml:1:7: this is not TOML: unclosed array table, expected `]`");
    assert_eq!(
        problems(&format!("{BARE}id = \"views\nnonsense é\noutcom = 'x'\nbuilds_on = [7]")),
        "plan.toml:5:12: this is not TOML: invalid basic string, expected `\"`\n\
         plan.toml:6:10: this is not TOML: key with no value, expected `=`"
    );
    assert_eq!(
        problems(&BARE.replace("[[week]]", "title = 'y'\n[[week]]")),
        "plan.toml:2:1: this is not TOML: duplicate key"
    );
}

#[test]
fn the_picture_of_every_problem() {
    let text = include_str!("../plan/wrong.toml");
    let found = Plan::read(&[source("my/\u{1b}[31mplan.toml", text)]).unwrap_err();
    insta::assert_snapshot!("pictures", found.render());
    assert!(!found.render().contains(|c| c != '\n' && is_unsafe(c)));
    assert!(!found.to_string().contains(|c| c != '\n' && is_unsafe(c)));
}

#[test]
fn the_picture_of_what_is_not_toml() {
    let found = read(&format!("{BARE}note = what\ntags = [\nexamples = []\n")).unwrap_err();
    insta::assert_snapshot!("not_toml", found.render());
}

proptest! {
    #[test]
    fn no_text_makes_the_reader_panic(text in "\\PC*") {
        let found = read(&text);
        prop_assert!(found.is_err() || text.contains("title"));
    }

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        if let Err(found) = read(&String::from_utf8_lossy(&bytes)) {
            prop_assert!(found.iter().next().is_some());
            prop_assert!(!found.render().contains(|c| c != '\n' && is_unsafe(c)));
        }
    }

    #[test]
    fn no_change_of_a_plan_makes_the_reader_panic(
        at in 0..2_000_usize,
        cut in 0..60_usize,
        put in "([\\[\\]{}=\"'.,#\n\\\\]|[a-z0-9]|\u{202e}|é|\u{1b}){0,6}",
    ) {
        let mut text: Vec<char> = include_str!("../plan/right.toml").chars().collect();
        let at = at.min(text.len());
        let end = (at + cut).min(text.len());
        text.splice(at..end, put.chars());
        match read(&text.into_iter().collect::<String>()) {
            Ok(plan) => prop_assert!(!plan.days().is_empty()),
            Err(found) => {
                let lines = found.iter().map(|problem| problem.place.line).collect::<Vec<_>>();
                prop_assert!(lines.is_sorted() && !lines.is_empty());
                prop_assert!(!found.render().contains(|c| c != '\n' && is_unsafe(c)));
            }
        }
    }
}
