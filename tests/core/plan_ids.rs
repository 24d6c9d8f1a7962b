//! Ids: what they are made of, that every one that the reader takes can be typed and is found, and what is said of the
//! others.
//!
//! Deliberately absent: the pinned ids of the built-in plan (`plan.rs`).

use std::collections::HashSet;
use std::fmt::Write;

use ninety::plan::{ItemId, Plan, PlanId, Problems, Source};
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

/// Asserts that every id of a plan is the only one, can be typed, is found, and hides nothing that is called so.
fn assert_ids(plan: &Plan) {
    let mut seen = HashSet::new();
    let mut is_new = |id: &str| {
        let odd = |c: char| c.is_whitespace() || is_unsafe(c) || matches!(c, '"' | '\'' | '`' | ',');
        assert!(!id.contains(odd) && id.starts_with(char::is_alphanumeric), "{id:?}");
        assert!(seen.insert(id.to_owned()), "{id:?} twice");
    };
    let number = |word: &str| plan.day_no(word.parse().ok()?);
    for day in plan.days() {
        let id = day.id().as_str();
        is_new(id);
        assert!(!id.contains('/'), "{id:?}");
        assert_eq!(plan.find_day(id), Some(day));
        assert!(number(id).is_none_or(|no| no == day.no()), "{id:?} is day {}", day.no());
        let (of, part) = id.split_once('.').unwrap_or_default();
        let is_part = part.parse::<u32>().is_ok() || (part.len() == 1 && part.bytes().all(|b| b.is_ascii_alphabetic()));
        let is_day = number(of).is_some() || plan.find_day(of).is_some();
        assert!(!(is_part && is_day), "{id:?} is a task");
        let (first, last) = id.split_once('-').unwrap_or_default();
        assert!(number(first).is_none() || number(last).is_none(), "{id:?} is a range");
        for task in day.tasks() {
            is_new(task.id().as_str());
            assert_eq!(task.id().day(), id);
            assert_eq!(plan.find_task(task.id().as_str()), Some((day, task)));
        }
        for recall in day.recall() {
            is_new(recall.id().as_str());
        }
    }
    for week in plan.weeks() {
        let Some(milestone) = &week.milestone else { continue };
        for check in milestone.accept {
            is_new(check.id().as_str());
            assert_eq!(check.id().day(), plan.day(milestone.first()).id().as_str());
            assert_eq!(plan.find_check(check.id().as_str()), Some((week, check)));
        }
    }
}

#[test]
fn ids_are_unique_and_found() {
    let plan = Plan::builtin();
    assert_ids(plan);
    assert_ids(&read(include_str!("../plan/right.toml")).unwrap());
    for unknown in ["", "/", "views/", "nothing", "nothing/at-all", "views/nothing"] {
        assert_eq!(plan.find_day(unknown), None);
        assert_eq!(plan.find_task(unknown), None);
        assert_eq!(plan.find_check(unknown), None);
    }
    assert_eq!(ItemId::new("views/a/b").day(), "views");
    assert_eq!(ItemId::new("views").day(), "views");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn every_id_of_a_plan_that_is_read_can_be_typed_and_found(
        days in proptest::collection::vec(("[a-c1-4./ ]{1,4}", NAME, "[a-d0-9 /.é]{1,6}"), 1..6),
        check in "[a-c/. ]{1,5}",
    ) {
        let mut text = "title = \"x\"\n[[week]]\n".to_owned();
        for (title, id, task) in &days {
            let id = if id.is_empty() { String::new() } else { format!("id = \"{id}\"\n") };
            writeln!(text, "[[week.day]]\ntitle = \"{title}\"\n{id}tasks = [{{ do = \"{task}\" }}]").unwrap();
        }
        write!(text, "[week.milestone]\naccept = [\"{check}\"]").unwrap();
        match read(&text) {
            Ok(plan) => assert_ids(&plan),
            Err(found) => prop_assert!(found.total() > 0),
        }
    }
}

/// The pattern of an id that may be none, and may be anything.
const NAME: &str = "([ab1-3]{1,2}|[1-4]{1,2}[.,-][a1-4]{1,2}|[a-cv1-4.,/:'?+ \u{200d}\u{a0}\u{3164}é模_-]{0,4})?";

#[test]
fn a_slug_is_the_first_eight_words_of_any_script() {
    let slug = |title: &str| {
        let text = format!("title = 'x'\n[[week]]\n[[week.day]]\ntitle = \"{title}\"\ntasks = [{{ do = 'a' }}]");
        read(&text).unwrap().days()[0].id().to_string()
    };
    assert_eq!(slug("Create a homepage that says “Welcome!”"), "create-a-homepage-that-says-welcome");
    assert_eq!(slug("one two three four five six seven eight nine"), "one-two-three-four-five-six-seven-eight");
    assert_eq!(slug("  N+1 -- queries_2  "), "n-1-queries-2");
    assert_eq!(slug("Étude ÜBER Straße"), "étude-über-straße");
    assert_eq!(slug("模型 と データ"), "模型-と-データ");
    assert_eq!(slug("Введение в Django"), "введение-в-django");
    // Marks are part of their letter, however the file has them.
    assert_eq!((slug("cafe\u{301} noir"), slug("café noir")), ("café-noir".to_owned(), "café-noir".to_owned()));
    assert_eq!(slug("мои\u{306} план"), "мой-план");
}

#[test]
fn a_plan_id_is_a_safe_file_name() {
    let longest = ["x".repeat(64), "模".repeat(64)];
    let good = ["django-90", "A_b", "7", "console", "com10", "é", "Плавать"].map(str::to_owned);
    for good in good.iter().chain(&longest) {
        assert!(PlanId::new(good.to_owned()).is_some(), "{good}");
    }
    let bad = [
        "",
        "a/b",
        "..",
        ".",
        "a.b",
        "a b",
        "\u{3164}",
        "\u{301}a",
        "a\u{200d}b",
        "CON",
        "nul",
        "com1",
        "lpt³",
        "LPT9",
        "a\0",
        "*",
    ];
    for bad in bad.map(str::to_owned).into_iter().chain(["x".repeat(65)]) {
        assert!(PlanId::new(bad.clone()).is_none(), "{bad}");
    }
    for (name, id) in [
        ("swim.toml", "swim"),
        ("/home/me/plans/Плавать.toml", "Плавать"),
        ("my plan (2).toml", "my-plan-2"),
        ("django.5.toml", "django-5"),
        ("A_b", "A_b"),
        ("мои\u{306} план.toml", "мой-план"),
        ("수영.toml", "수영"),
        ("ป่า.toml", "ป่า"),
        ("my ป้า.toml", "my-ป้า"),
    ] {
        assert_eq!(Plan::read(&[source(name, BARE)]).unwrap().id().as_str(), id, "{name}");
    }
    // Two files never share a journal because a name lost what tells them apart.
    let rust = "One hundred days of code with my friends in Rust.toml";
    let id = Plan::read(&[source(rust, BARE)]).unwrap().id().to_string();
    assert_eq!(id, "one-hundred-days-of-code-with-my-friends-in-rust");
    assert_eq!(Plan::read(&[source("Learn C.toml", BARE)]).unwrap().id().as_str(), "learn-c");
    for name in [
        "Learn C++.toml",
        "Learn C#.toml",
        "Learn 🦀.toml",
        "R&D.toml",
        "a=b.toml",
        "50%.toml",
        &format!("{}.toml", "word ".repeat(20)),
    ] {
        let found = Plan::read(&[source(name, BARE)]).unwrap_err().to_string();
        assert!(found.contains("this file's name gives no id for the plan: add id = "), "{name}: {found}");
        let named = Plan::read(&[source(name, &format!("id = \"learn\"\n{BARE}"))]).unwrap();
        assert_eq!(named.id().as_str(), "learn");
    }
}

#[test]
fn a_suggestion_is_the_same_at_every_run() {
    let days = ["kaba", "kada", "kafa", "kaga", "kala", "kama", "kana"];
    let days = days.map(|id| format!("[[week.day]]\nid = '{id}'\ntasks = [{{ do = 'a' }}]\n"));
    let text = format!("title = 'x'\n[[week]]\n{}builds_on = ['kaxa']", days.concat());
    for _ in 0..50 {
        let found = read(&text).unwrap_err();
        let help = found.iter().next().unwrap().help.as_deref();
        assert_eq!(help, Some("Did you mean \"kaba\"?"));
    }
}

#[test]
fn all_ids_that_are_taken_are_told_at_once() {
    let text = format!(
        "{BARE}recall = [{{ ask = 'Find a pool', answer = 'a' }}]\n[[week.day]]\ntasks = [{{ do = 'Find a pool' }}, \
         {{ do = 'b' }}, {{ learn = 'b' }}]\n[[week]]\n[[week.day]]\nid = 'find-a-pool'\ntasks = [{{ do = 'c' }}]\n\
         [week.milestone]\naccept = ['c', 'd', 'd']\n"
    );
    assert_eq!(
        problems(&text),
        "plan.toml:5:19: a recall question and a task have the id \"find-a-pool\"\n\
         plan.toml:7:17: two days have the id \"find-a-pool\"\n\
         plan.toml:7:58: two tasks have the id \"b\"\n\
         plan.toml:10:6: two days have the id \"find-a-pool\"\n\
         plan.toml:13:11: a check and a task have the id \"c\"\n\
         plan.toml:13:21: two checks have the id \"d\""
    );
}

/// Returns the text with the help of each of its problems followed, as a learner does who knows nothing else.
fn mended(text: &str, found: &Problems) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for problem in found.iter() {
        let help = problem.help.as_deref().unwrap();
        let own = help.split('"').nth(1).unwrap();
        let line = &mut lines[problem.place.line - 1];
        *line = match line.trim_start() {
            title if title.starts_with("title") => format!("id = \"{own}\"\n{line}"),
            id if id.starts_with("id") => format!("id = \"{own}\""),
            table if table.starts_with('{') => table.replacen("{ ", &format!("{{ id = \"{own}\", "), 1),
            bare => {
                assert!(help.contains(&format!("{{ id = \"{own}\", text = \"…\" }}")), "{help}");
                format!("{{ id = \"{own}\", text = {} }},", bare.trim_end_matches(','))
            }
        };
    }
    lines.join("\n")
}

#[test]
fn of_equal_titles_each_gets_an_id_that_is_free() {
    let day = |title: &str| format!("[[week.day]]\ntitle = \"{title}\"\ntasks = [{{ do = \"a\" }}]\n");
    let titles = ["Practice problems", "Practice problems", "Practice problems 2", "Practice problems", "1984", "1984"];
    let found = read(&format!("title = 'x'\n[[week]]\n{}{}", titles.map(day).concat(), day("3"))).unwrap_err();
    let says = found.iter().map(|problem| format!("{}: {}", problem.place.line, problem.help.as_deref().unwrap()));
    insta::assert_snapshot!(says.collect::<Vec<_>>().join("\n"), @r#"
    7: Give this one an id of its own: id = "practice-problems-3".
    13: Give this one an id of its own: id = "practice-problems-4".
    19: Give this one an id of its own: id = "day-1984".
    22: Give this day another id: id = "day-3".
    "#);
}

proptest! {
    #[test]
    fn the_help_for_every_id_that_is_taken_gives_a_plan_that_reads(
        days in proptest::collection::vec((TITLE, proptest::collection::vec(TITLE, 1..4), TITLE, WRITTEN), 2..12),
        checks in proptest::collection::vec(TITLE, 0..5),
    ) {
        let mut text = "title = \"x\"\n[[week]]\n".to_owned();
        for (title, tasks, ask, id) in &days {
            let id = if id.is_empty() { String::new() } else { format!("id = \"{id}\"\n") };
            let tasks: Vec<String> = tasks.iter().map(|task| format!("{{ do = \"{task}\" }},\n")).collect();
            let (head, tasks) = (if id.is_empty() { format!("title = \"{title}\"\n") } else { id }, tasks.concat());
            let recall = format!("recall = [\n{{ ask = \"{ask}\", answer = \"a\" }},\n]\n");
            write!(text, "[[week.day]]\n{head}tasks = [\n{tasks}]\n{recall}").unwrap();
        }
        let checks: Vec<String> = checks.iter().map(|check| format!("\"{check}\",\n")).collect();
        let checks = checks.concat();
        write!(text, "[week.milestone]\ndays = 2\naccept = [\n{checks}]\n").unwrap();
        if let Err(found) = read(&text) {
            let mended = mended(&text, &found);
            let plan = read(&mended);
            prop_assert!(plan.is_ok(), "{mended}\n{}", plan.unwrap_err().render());
            assert_ids(&plan.unwrap());
        }
    }
}

/// Titles of which many are equal, in several scripts, or are called as something else is.
const TITLE: &str =
    "Practice|Practice 2|[1-4]|1-[23]|3[.]1|1984|Повторение|अभ्यास|แบบฝึกหัด|تمارين|練習問題|練習 2|수영|א[בג]";

/// Ids that were written, or none.
const WRITTEN: &str =
    "()|()|practice|practice-2|practice[.](1|q1|a)|v1[.]0|(x|練習-2)[.]2|day-[1-3]|[1-3][.-][12]|תרגול";

#[test]
fn an_id_that_cannot_be_typed_is_refused() {
    let other = "[[week.day]]\nid = 'views'\ntasks = [{ do = 'b' }, { do = 'c' }]\n";
    let with = |id: &str| format!("{BARE}{other}[[week.day]]\nid = \"{id}\"\ntasks = [{{ do = 'd' }}]");
    for id in [
        "a/b",
        "a b",
        "a\u{a0}b",
        "a,b",
        "3,5",
        "a:",
        "'a'",
        "a\u{2019}s",
        "\\\"a",
        "`a`",
        "-x",
        "--day",
        "?x",
        ".5",
        "+1",
        "a\u{200d}b",
        "a\u{fe0f}",
        "\u{3164}",
        "a\u{3164}",
        "a\u{34f}",
    ] {
        let found = problems(&with(id));
        assert!(found.starts_with("plan.toml:9:6: \"") && found.ends_with("\" cannot be an id"), "{found}");
        let task = BARE.replace("do =", &format!("id = \"{id}\", do ="));
        assert!(problems(&task).ends_with("\" cannot be an id"), "{id}");
    }
    for id in ["a\\u001bb", "a\\u0000", "a\\tb", "a\\nb", "a\\u202eb", "a\\u200bb"] {
        assert!(read(&with(id)).is_err(), "{id}");
    }
    for (id, other) in [
        ("1", "day 1 is"),
        ("2", "day 2 is"),
        ("02", "day 2 is"),
        ("2.1", "a part of day 2 is"),
        ("1.a", "a part of day 1 is"),
        ("3.q2", "a part of day 3 is"),
        ("views.2", "a part of day views is"),
        ("1-2", "the days 1 to 2 are"),
        ("3-1", "the days 3 to 1 are"),
    ] {
        let sentence = format!("plan.toml:9:6: the id \"{id}\" is also how {other} called");
        assert_eq!(problems(&with(id)), sentence);
    }
    // The same where the id is made of a title.
    for title in ["2", "1-2", "2 / 1"] {
        let found = problems(&with("x").replace("id = \"x\"", &format!("title = '{title}'")));
        assert!(found.starts_with("plan.toml:9:9: the id \""), "{found}");
    }
    for id in ["3", "4", "2024", "1-4", "4.1", "v1.0", "1.0.1", "2.ab", "1-a", "c++", "c#", "día", "模型", "a_b"] {
        assert!(read(&with(id)).is_ok(), "{id}");
    }
    for title in ["2024", "TCP/IP", "1/2 of it", "v1.0", "“What?” he said, and: no", "ünïcödé"] {
        let text = with("x").replace("id = \"x\"", &format!("title = \"{title}\""));
        assert!(read(&text).is_ok(), "{title}");
    }
}
