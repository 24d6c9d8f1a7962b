//! The report of a week looked back on, value by value: what happened, breaks, and what comes next.
//!
//! Deliberately absent: how it is laid out and asked for (`cli/review.rs`).

use crate::learner::{Learner, bare, bare_text};
use ninety::journal::{Answers, Fact, Mark, write};
use serde_json::{Value, json};

fn report(learner: &Learner, n: usize) -> Value {
    let home = tempfile::tempdir().unwrap();
    let id = learner.plan.id().as_str();
    let journal = format!("{}{}\n", write::header(id, ""), learner.lines.join("\n"));
    std::fs::write(home.path().join(format!("{id}.toml")), journal).unwrap();
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_ninety"));
    command.env_clear().env("NINETY_DATA_DIR", home.path()).env("HOME", home.path());
    command.env("NINETY_NOW", learner.now.to_rfc3339()).args(["review", &n.to_string(), "--json"]);
    if !learner.plan.is_builtin() {
        let plan = home.path().join("plan").join(format!("{id}.toml"));
        std::fs::create_dir(plan.parent().unwrap()).unwrap();
        std::fs::write(&plan, bare_text(learner.plan.days().len())).unwrap();
        command.arg("--plan").arg(plan);
    }
    serde_json::from_slice(&command.output().unwrap().stdout).unwrap()
}

/// Each day of a list with one of its values.
fn each(list: &Value, key: &str) -> Vec<String> {
    let days = list.as_array().unwrap().iter();
    days.map(|day| format!("{} {}", day["number"], day[key]).replace('"', "")).collect()
}

fn minutes(learner: &mut Learner, n: usize, minutes: u32) {
    let day = learner.plan.day(learner.no(n)).id().clone();
    learner.record(Fact::Minutes { day, minutes, over: Vec::new() });
}

fn note(learner: &mut Learner, n: usize, text: &str) {
    let day = learner.plan.day(learner.no(n)).id().clone();
    learner.record(Fact::Note { day, text: text.to_owned(), over: Vec::new() });
}

#[test]
fn before_anything_is_done_a_week_has_no_dates() {
    let learner = Learner::new();
    let report = report(&learner, 1);
    assert_eq!(report["dates"], Value::Null);
    assert_eq!((&report["complete"], &report["minutes"]), (&json!(0), &json!(0)));
    assert_eq!(report["offered"], json!(false));
    assert_eq!(report["review"], Value::Null);
    assert_eq!(report["next"]["week"], json!({ "number": 2, "title": "Git, OOP, Virtual Environments" }));
}

#[test]
fn what_happened_is_told_day_by_day() {
    let mut learner = Learner::on_weekdays();
    learner.done([1, 2]);
    minutes(&mut learner, 2, 45);
    note(&mut learner, 2, "Strings are text.\n");
    learner.sleep();
    learner.done([3]).skip(&[4]);
    let task = learner.plan.day(learner.no(5)).tasks()[0].id().clone();
    learner.record(Fact::Done(vec![Mark::Item(task)]));
    note(&mut learner, 2, "And numbers are not.\n\nReally.");
    minutes(&mut learner, 2, 30);
    learner.on("2026-11-29");
    let report = report(&learner, 1);
    assert_eq!(report["dates"], json!(["2026-11-23", "2026-11-29"]), "until today, for days remain");
    assert_eq!(report["offered"], json!(false), "days are open");
    assert_eq!((&report["complete"], &report["skipped"], &report["minutes"]), (&json!(3), &json!(1), &json!(75)));
    assert_eq!(
        each(&report["days"], "state"),
        ["1 complete", "2 complete", "3 complete", "4 skipped", "5 begun", "6 open", "7 open"]
    );
    assert_eq!(
        each(&report["days"], "completed"),
        ["1 2026-11-23", "2 2026-11-23", "3 2026-11-24", "4 null", "5 null", "6 null", "7 null"]
    );
    assert_eq!(each(&report["days"], "because")[2..4], ["3 null", "4 "]);
    assert_eq!(
        report["notes"],
        json!([
            { "day": { "number": 2, "title": learner.plan.day(learner.no(2)).title }, "date": "2026-11-23", "text": "Strings are text." },
            { "day": { "number": 2, "title": learner.plan.day(learner.no(2)).title }, "date": "2026-11-24", "text": "And numbers are not.\n\nReally." },
        ])
    );
    assert_eq!(report["milestone"]["reached"], Value::Null);
}

#[test]
fn a_break_that_lay_in_the_week_is_told_and_no_other() {
    let mut learner = Learner::on_weekdays();
    learner.away("2026-11-25", "2026-11-26").away("2026-12-24", "2027-01-02");
    learner.done(1..=3);
    learner.on("2026-11-27").done(4..=7);
    let first = report(&learner, 1);
    assert_eq!(first["dates"], json!(["2026-11-23", "2026-11-27"]));
    assert_eq!(first["breaks"], json!([{ "from": "2026-11-25", "until": "2026-11-26" }]));
    learner.on("2027-01-04").done(8..=14);
    assert_eq!(report(&learner, 2)["breaks"], json!([]), "it lay before the week's first day");
    assert_eq!(
        report(&learner, 1)["breaks"],
        json!([{ "from": "2026-11-25", "until": "2026-11-26" }]),
        "and stays so later"
    );
}

#[test]
fn the_next_week_has_its_dates_its_sum_and_what_it_continues() {
    let mut learner = Learner::on_weekdays();
    learner.done(1..=34).skip(&[37]);
    let report = report(&learner, 5);
    let next = &report["next"];
    assert_eq!(
        each(&next["days"], "date"),
        [
            "36 2026-11-25",
            "37 null",
            "38 2026-11-26",
            "39 2026-11-27",
            "40 2026-11-30",
            "41 2026-12-01",
            "42 2026-12-02"
        ]
    );
    let days = next["days"].as_array().unwrap().iter().filter(|day| day["state"] == "open");
    let most: i64 = days.map(|day| day["minutes"][1].as_i64().unwrap()).sum();
    assert_eq!(next["minutes"][1], json!(most), "a skipped day takes no time");
    assert_eq!(next["milestone"], json!("Blog with search and pages"));
    let continues: Vec<&Value> =
        next["continues"].as_array().unwrap().iter().map(|thread| &thread["milestone"]).collect();
    assert!(continues.contains(&&json!("Blog with accounts")), "{continues:?}");
    let weeks: std::collections::BTreeSet<i64> =
        next["continues"].as_array().unwrap().iter().map(|thread| thread["week"]["number"].as_i64().unwrap()).collect();
    assert_eq!(weeks.len(), continues.len(), "each project once");
    assert_eq!(next["days"][6]["builds_on"], json!([35, 38, 39]));
}

#[test]
fn the_last_week_has_none_after_it_and_checks_by_the_name_of_its_last_day() {
    let mut learner = Learner::on_weekdays();
    learner.done(78..=90);
    let report = report(&learner, 12);
    assert_eq!(report["next"], Value::Null);
    let checks = report["milestone"]["checks"].as_array().unwrap().iter();
    let open = checks.filter(|check| check["done"] == json!(false));
    assert_eq!(
        open.map(|check| check["name"].as_str().unwrap()).collect::<Vec<_>>().join(" "),
        "90.a 90.b 90.c 90.d 90.e 90.f 90.g 90.h"
    );
    assert_ne!(report["milestone"]["reached"], Value::Null);
}

#[test]
fn a_milestone_that_is_un_reached_after_its_review_keeps_the_review() {
    let mut learner = Learner::on_weekdays();
    learner.done(1..=7);
    let week = learner.plan.week(learner.plan.week_no(1).unwrap());
    let fact = learner.study().reviewed(week, Answers::new(["Loops.", "", ""]), &[], &Answers::default()).unwrap();
    learner.record(fact);
    let task = learner.plan.day(learner.no(7)).tasks()[0].id().clone();
    learner.record(Fact::Open(vec![Mark::Item(task)]));
    let report = report(&learner, 1);
    assert_eq!(report["milestone"]["reached"], Value::Null);
    assert_eq!(report["review"]["can"], json!("Loops."));
    assert_eq!(report["offered"], json!(false));
}

#[test]
fn a_plan_without_minutes_or_milestones_has_a_report_all_the_same() {
    let mut learner = Learner::of(bare(2));
    learner.done([1, 2]);
    let report = report(&learner, 1);
    assert_eq!((&report["milestone"], &report["next"]), (&Value::Null, &Value::Null));
    assert_eq!(report["offered"], json!(true));
}
