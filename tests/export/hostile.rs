//! Words of the learner's that would reach out of where they stand: no heading, link or HTML of theirs gets out, and none
//! of them is lost.
//!
//! Deliberately absent: documents of ordinary words (`markdown.rs`).

use crate::outline::{dialects, outline, quotes, shown};
use crate::told::journal_of;
use chrono::DateTime;
use ninety::journal::{Answer, Answers, Fact, Mark};
use ninety::plan::{DayId, ItemId};
use proptest::prelude::*;
use proptest::sample::select;
use std::path::Path;

/// What could reach out of a note: marks of every block and inline, begun and not ended, with `¦` between two.
const PIECES: &[&str] = &[
    "# ¦## Week 1¦###### x #¦=====¦-----¦---¦***¦___¦+++¦```¦````¦~~~¦~~~~~ md¦- ¦* ¦+ ¦1. ¦12) ¦- [x] ¦> ¦>",
    ">> # ¦    ¦\t¦ ¦\n¦\n\n¦\n\n\n¦<!--¦-->¦<!-- x¦<pre>¦</pre>¦<script>¦<style>¦<textarea>¦<div¦<div>",
    "</div>¦</blockquote>¦<h1>¦<?php¦<!DOCTYPE¦<![CDATA[¦<int:pk>¦<https://e.org>¦<a@b.c>¦a < b",
    "<details open¦<b\n¦[x]: https://e.org¦[ ]: e¦[^1]: note¦[^1]¦[a]: <b¦[x]¦[a](b¦](c)¦![i",
    "![i](https://e.org/i)¦| a | b |¦|---|---|¦\\¦\\\\¦`¦``¦`` ` ``¦*¦**¦_¦__¦~~¦&amp;¦&lt;script&gt;¦&#60;",
    "\r¦\r\n¦\u{1b}[31m¦\u{2028}¦\u{85}¦\u{c}¦\u{0}¦\u{feff}¦{% url %}¦title: x¦https://e.org¦www.e.org",
    "<kbd>¦</kbd>¦<b>¦</b>¦<br>¦<kbd>x</kbd>¦<b>y</b>¦<kbd >",
    ":smile:¦$x$¦a¦word¦日本¦[!NOTE]¦> [!NOTE]\n",
];

fn piece() -> impl Strategy<Value = String> {
    let pieces = PIECES.iter().flat_map(|some| some.split('¦')).map(str::to_owned);
    select(pieces.collect::<Vec<_>>())
}

fn hostile() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 1..14).prop_map(|pieces| pieces.concat())
}

/// Runs a command line in this process on a data directory.
fn exported(data: &Path, plan: &Path, words: &[&str]) -> String {
    let now = DateTime::parse_from_rfc3339("2026-12-08T19:41:12+01:00").unwrap();
    let env = ninety::env::Env::fixed(now);
    let data = ["--data-dir".as_ref(), data.as_os_str(), "--plan".as_ref(), plan.as_os_str()];
    let words = words.iter().map(std::convert::AsRef::as_ref);
    let args: Vec<std::ffi::OsString> = words.chain(data).map(ToOwned::to_owned).collect();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = ninety::run(&args, Ok(env), &mut out, &mut err);
    assert_eq!((String::from_utf8(err).unwrap().as_str(), code), ("", 0));
    String::from_utf8(out).unwrap()
}

const PLAN: &str = "title = \"Hostile\"\nid = \"hostile\"\n\n[[phase]]\ntitle = \"All\"\nweeks = [1, 1]\n\n[[week]]\ntitle = \"One\"\n\n[week.milestone]\ntitle = \"Mile\"\naccept = [\"It stands.\"]\nrubric = [\"Is it?\"]\n\n[[week.day]]\ntitle = \"First\"\nid = \"first\"\ntasks = [{ do = \"Do it\" }]\n\n[[week.day]]\ntitle = \"Last\"\nid = \"last\"\ntasks = [{ do = \"Do that\" }]\n";

const OUTLINE: [&str; 11] = [
    "# Hostile",
    "## Phase 1: All",
    "### Week 1, One",
    "#### Day 1: First",
    "#### Day 2: Last",
    "#### Milestone: Mile",
    "#### Review of week 1",
    "##### What I can do now",
    "##### What is still shaky",
    "##### One change for next week",
    "## No longer in the plan",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn no_words_of_the_learner_s_change_the_outline_and_none_is_lost(
        texts in proptest::array::uniform7(hostile()),
    ) {
        let dir = tempfile::tempdir().unwrap();
        let plan = dir.path().join("hostile.toml");
        std::fs::write(&plan, PLAN).unwrap();
        let at = DateTime::parse_from_rfc3339("2026-12-08T19:41:12+01:00").unwrap();
        // Each says something: what is blank is left out.
        let texts: [String; 7] = texts.map(|text| format!("{text}w"));
        let [one, two, because, can, shaky, next, gone] = texts.each_ref().map(String::as_str);
        let note = |day: &str, text: &str| {
            Fact::Note { day: DayId::new(day.to_owned()), text: text.to_owned(), over: Vec::new() }
        };
        let id = |text: &str| DayId::new(text.to_owned());
        let answers = Answers::new([can, shaky, next]);
        let facts = vec![
            note("first", one),
            note("first", two),
            Fact::Skip { days: vec![id("first")], because: because.to_owned() },
            Fact::Done(["it-stands", "do-that"].map(|what| Mark::Item(ItemId::new(format!("last/{what}")))).into()),
            Fact::Review { week: id("first"), answers: answers.clone(), over: Vec::new() },
            note("gone", gone),
        ];
        let data = dir.path().join("data");
        std::fs::create_dir(&data).unwrap();
        let mut facts: Vec<_> = facts.into_iter().map(|fact| (at, fact)).collect();
        std::fs::write(data.join("hostile.toml"), journal_of("hostile", facts.clone())).unwrap();

        let text = exported(&data, &plan, &["export", "md"]);
        for options in dialects() {
            prop_assert_eq!(outline(&text, &options), OUTLINE);
        }
        let answered = Answer::ALL.map(|answer| answers.get(answer).to_owned());
        let told = [because, one, two].map(str::to_owned);
        let told = told.into_iter().chain(answered).chain([gone.to_owned()]);
        let told: Vec<String> = told.map(|text| shown(&text)).collect();
        prop_assert_eq!(quotes(&text, &told), told);

        // What is published is reached.
        let last = || vec![Mark::Day(id("last"))];
        facts.extend([(at, Fact::Open(last())), (at, Fact::Done(last()))]);
        std::fs::write(data.join("hostile.toml"), journal_of("hostile", facts)).unwrap();
        let page = exported(&data, &plan, &["export", "portfolio"]);
        for options in dialects() {
            prop_assert_eq!(outline(&page, &options), ["# Portfolio", "## Mile"]);
        }
    }

    #[test]
    fn no_words_of_a_plan_change_the_outline_and_each_is_shown(
        texts in proptest::array::uniform5(hostile()),
    ) {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("hostile.toml");
        // A plan has no control characters, and its texts are one line.
        let line = |text: &String| {
            let clean: String = text.chars().filter(|c| !ninety::text::is_unsafe(*c)).collect();
            format!("{clean}w{clean}")
        };
        let texts = texts.each_ref().map(line);
        let [title, week, day, task, check] = texts.each_ref().map(|text| serde_json::to_string(text).unwrap());
        let plan = format!(
            "title = {title}\nid = \"hostile\"\n[[week]]\ntitle = {week}\n[week.milestone]\ntitle = \"M\"\n\
             accept = [{{ id = \"c\", text = {check} }}]\n[[week.day]]\ntitle = {day}\nid = \"d\"\n\
             tasks = [{{ id = \"t\", do = {task} }}]\n"
        );
        std::fs::write(&file, plan).unwrap();
        let data = dir.path().join("data");
        std::fs::create_dir(&data).unwrap();
        let at = DateTime::parse_from_rfc3339("2026-12-08T19:41:12+01:00").unwrap();
        let done = vec![Mark::Day(DayId::new("d".to_owned()))];
        std::fs::write(data.join("hostile.toml"), journal_of("hostile", vec![(at, Fact::Done(done))])).unwrap();

        let text = exported(&data, &file, &["export", "md"]);
        let [title, week, day, ..] = texts.each_ref();
        let wanted = [
            format!("# {title}"), format!("## Week 1, {week}"), format!("### Day 1: {day}"), "### Milestone: M".to_owned(),
        ];
        // Spaces and the backticks of code are not compared. Where bare addresses are links, what keeps a mark from being
        // one shows inside of an address, so only the levels are.
        let standard = |text: &String| text.replace(['`', ' '], "");
        let github = |text: &String| text.split(' ').next().unwrap().to_owned();
        let bare: [&dyn Fn(&String) -> String; 2] = [&standard, &github];
        for (options, bare) in dialects().into_iter().zip(bare) {
            let found: Vec<String> = outline(&text, &options).iter().map(bare).collect();
            prop_assert_eq!(found, wanted.iter().map(bare).collect::<Vec<_>>(), "{}", text);
        }
    }
}

/// Checks that a note is exact in the state as JSON, and that nothing in that changes on its way to a terminal.
fn exact_in_json(text: &str) {
    let dir = tempfile::tempdir().unwrap();
    let (plan, data) = (dir.path().join("hostile.toml"), dir.path().join("data"));
    std::fs::write(&plan, PLAN).unwrap();
    std::fs::create_dir(&data).unwrap();
    let at = DateTime::parse_from_rfc3339("2026-12-08T19:41:12+01:00").unwrap();
    let text = format!("{text}w");
    let note = Fact::Note { day: DayId::new("first"), text: text.clone(), over: Vec::new() };
    std::fs::write(data.join("hostile.toml"), journal_of("hostile", vec![(at, note)])).unwrap();
    let json = exported(&data, &plan, &["export", "json"]);
    assert_eq!(ninety::text::printable(&json), json);
    let state: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(state["notes"][0]["text"].as_str(), Some(text.as_str()), "{json}");
}

proptest! {
    #[test]
    fn json_is_exact_and_nothing_in_it_changes_on_its_way_to_a_terminal(text in any::<String>()) {
        exact_in_json(&text);
    }
}

#[test]
fn a_pile_of_combining_marks_stays_whole_in_json() {
    exact_in_json(&format!("e{}", "\u{301}".repeat(20)));
}
