//! The learner's own weeks by their rules, each as a table: what came of a date, what counts as studied, and the streak.
//!
//! Deliberately absent: the screen that shows them (`tui/progress.rs`).

use crate::learner::{Learner, bare, date};
use chrono::{NaiveDate, TimeDelta, Weekday};
use ninety::env::Charset;
use ninety::glyphs::Glyphs;
use ninety::journal::{Fact, Mark, Terms};
use ninety::study::past::{DateState, Past};

/// The rows as they look: `2026-11-23 ■■○□□·· 2/5`, with the minutes where there are some.
fn rows(learner: &Learner) -> Vec<String> {
    let study = learner.study();
    let past = Past::of(&study);
    let row = |from: NaiveDate| {
        let week = past.stretch(from);
        let cell = |state: &DateState| match state {
            DateState::Outside => "_",
            other => Glyphs::of(Charset::Unicode).date(*other),
        };
        let cells: String = week.dates.iter().map(cell).collect();
        let minutes = if week.minutes > 0 { format!(" {} min", week.minutes) } else { String::new() };
        format!("{from} {cells} {}/{}{minutes}", week.complete, week.study_days)
    };
    let week_of = |date| study.habits().week_of(date);
    let recorded = study.fold().dates.iter().map(|(date, _)| *date);
    // Nothing was missed before anything was recorded.
    let since = study.started().max(study.fold().recorded.first().copied());
    let Some(first) = recorded.chain(since).min().filter(|first| *first <= study.today()) else {
        return Vec::new();
    };
    let last = study.finished_on().unwrap_or(study.today()).min(study.today());
    let all = week_of(first).iter_weeks().take_while(|week| *week <= week_of(last)).map(row);
    all.skip_while(|row| row.ends_with("_______ 0/0")).collect()
}

fn streak(learner: &Learner) -> usize {
    Past::of(&learner.study()).streak()
}

fn task(learner: &Learner, day: usize, place: usize) -> Vec<Mark> {
    vec![Mark::Item(learner.plan.day(learner.no(day)).tasks()[place].id().clone())]
}

#[test]
fn each_date_has_the_shape_of_what_came_of_it() {
    let mut learner = Learner::on_weekdays();
    assert_eq!(rows(&learner), ["2026-11-23 □□□□□·· 0/5"], "today is no miss");
    learner.done([1]).on("2026-11-24");
    let some = Fact::Done(task(&learner, 2, 0));
    learner.record(some).on("2026-11-26");
    let id = learner.plan.day(learner.no(2)).id().clone();
    learner.record(Fact::Minutes { day: id.clone(), minutes: 45, over: Vec::new() });
    learner.on("2026-11-27").skip(&[3]).on("2026-11-29").done([2]).on("2026-12-01");
    learner.away("2026-12-02", "2026-12-05");
    assert_eq!(
        rows(&learner),
        ["2026-11-23 ■▣○▣×·■ 2/5 45 min", "2026-11-30 ○□~~~~· 0/2"],
        "ticked, missed, logged, skipped, done on a Sunday; missed, today, a break"
    );
    // A note counts, and one that is taken away does not.
    learner.record(Fact::Note { day: id.clone(), text: "Read it.\n".into(), over: Vec::new() });
    assert_eq!(rows(&learner)[1], "2026-11-30 ○▣~~~~· 0/2");
    learner.undo();
    learner.record(Fact::Note { day: id, text: String::new(), over: Vec::new() });
    assert_eq!(rows(&learner)[1], "2026-11-30 ○□~~~~· 0/2");
    learner.on("2026-12-08").done([4]);
    assert_eq!(
        rows(&learner)[1..],
        ["2026-11-30 ○○~~~~· 0/2", "2026-12-07 ○■□□□·· 1/5"],
        "one week with nothing in it stands as it was"
    );
}

#[test]
fn nothing_is_missed_before_the_start_nor_after_the_end() {
    let mut learner = Learner::new();
    assert_eq!((rows(&learner), streak(&learner)), (vec![], 0));
    // A start to come, and a start in the middle of a week.
    learner.start("2026-12-02", "mon-fri");
    assert_eq!(rows(&learner), [""; 0]);
    learner.on("2026-12-04");
    assert_eq!(rows(&learner), ["2026-11-30 __○○□·· 0/3"]);
    assert_eq!(streak(&learner), 0);
    // Work before the start shows, and counts neither way.
    let mut learner = Learner::new();
    learner.start("2026-11-30", "mon-fri").done([1]).on("2026-11-30").done([2]);
    assert_eq!(rows(&learner), ["2026-11-23 ■______ 1/0", "2026-11-30 ■□□□□·· 1/5"]);
    assert_eq!(streak(&learner), 1);
    // A start that was set afterwards: nothing was missed before anything was recorded.
    let mut learner = Learner::new();
    learner.on("2026-12-02").start("2026-11-09", "mon-fri").done([1]);
    assert_eq!(rows(&learner), ["2026-11-30 __■□□·· 1/5"]);
    // The end: what comes after it is nothing.
    let mut learner = Learner::of(bare(2));
    learner.start("2026-11-23", "mon-fri").done([1]).sleep().done([2]).on("2027-02-24");
    assert_eq!(rows(&learner), ["2026-11-23 ■■_____ 2/2"]);
    assert_eq!(streak(&learner), 2);
    assert_eq!(learner.study().finished_on(), Some(date("2026-11-24")));
}

#[test]
fn the_end_is_when_the_last_day_was_over_whatever_is_written_later() {
    let cases: [(Deed, &str, &str); 4] = [
        // The last day is done, or skipped, or skipped again with another reason.
        (
            |learner| {
                learner.on("2026-11-25").done([2]);
            },
            "2026-11-25",
            "2026-11-23 ■○■____ 2/3",
        ),
        (
            |learner| {
                learner.on("2026-11-25").skip(&[2]);
            },
            "2026-11-25",
            "2026-11-23 ■○×____ 1/3",
        ),
        (
            |learner| {
                learner.on("2026-11-25").skip(&[2]).on("2026-11-27").skip(&[2]);
            },
            "2026-11-25",
            "2026-11-23 ■○×_×__ 1/3",
        ),
        // A day that is brought back is over when it is skipped again.
        (
            |learner| {
                let back = Mark::Day(learner.plan.day(learner.no(2)).id().clone());
                learner.sleep().skip(&[2]).sleep().record(Fact::Open(vec![back]));
                learner.sleep().skip(&[2]);
            },
            "2026-11-26",
            "2026-11-23 ■×○×___ 1/4",
        ),
    ];
    for (last, finished, row) in cases {
        let mut learner = Learner::of(bare(2));
        learner.start("2026-11-23", "mon-fri").done([1]);
        last(&mut learner);
        let day = learner.plan.day(learner.no(1)).id().clone();
        learner.on("2027-02-24").record(Fact::Note { day, text: "Later.\n".into(), over: Vec::new() });
        assert_eq!(learner.study().finished_on(), Some(date(finished)));
        assert_eq!(rows(&learner), [row], "{finished}");
    }
}

#[test]
fn weeks_begin_when_the_learner_says() {
    let mut learner = Learner::on_weekdays();
    learner.habits.week_start = Weekday::Sun;
    learner.done([1]).on("2026-11-28").done([2]).on("2026-11-29");
    assert_eq!(rows(&learner), ["2026-11-22 _■○○○○■ 2/5", "2026-11-29 ·□□□□□· 0/5"]);
}

#[test]
fn another_pace_changes_nothing_that_was() {
    let mut learner = Learner::new();
    learner.start("2026-11-23", "mon,wed,fri").done([1]).on("2026-11-25").done([2]);
    learner.on("2026-11-30").pace("mon-sun").on("2026-12-02");
    assert_eq!(rows(&learner), ["2026-11-23 ■·■·○·· 2/3", "2026-11-30 ○○□□□□□ 0/7"]);
    // Without weekdays of the learner's own, those that are suggested hold.
    let mut learner = Learner::new();
    learner.done([1]).on("2026-11-30");
    assert_eq!(rows(&learner), ["2026-11-23 ■○○○○·· 1/5", "2026-11-30 □□□□□·· 0/5"]);
    // And they held until the first were set, whether the start was set before or not.
    for set_start in [true, false] {
        let mut learner = Learner::new();
        if set_start {
            learner.start("2026-11-23", "");
        }
        learner.done([1]).on("2026-12-01").pace("mon-sun").on("2026-12-03");
        assert_eq!(rows(&learner), ["2026-11-23 ■○○○○·· 1/5", "2026-11-30 ○○○□□□□ 0/7"]);
    }
}

/// What a learner does on an evening.
type Deed = fn(&mut Learner);

#[test]
fn a_streak_is_broken_by_a_missed_study_day_alone() {
    let mut learner = Learner::on_weekdays();
    let mut told = Vec::new();
    let deeds: [(&str, Deed); 12] = [
        ("2026-11-23", |learner| {
            learner.done([1]);
        }),
        ("2026-11-24", |learner| {
            learner.done([2]);
        }),
        ("2026-11-25", |learner| {
            learner.skip(&[3]);
        }),
        ("2026-11-26", |learner| {
            learner.done([4]);
        }),
        ("2026-11-27", |_learner| ()),
        ("2026-11-28", |learner| {
            learner.done([5]);
        }),
        ("2026-11-30", |learner| {
            learner.done([6]);
        }),
        ("2026-12-01", |learner| {
            learner.away("2026-12-01", "2026-12-03");
        }),
        ("2026-12-04", |learner| {
            learner.done([7]);
        }),
        ("2026-12-05", |learner| {
            learner.done([8]);
        }),
        ("2026-12-07", |_learner| ()),
        ("2026-12-08", |_learner| ()),
    ];
    for (on, deed) in deeds {
        deed(learner.on(on));
        told.push(format!("{} {}", on.trim_start_matches("2026-"), streak(&learner)));
    }
    assert_eq!(
        told,
        [
            "11-23 1", "11-24 2", "11-25 2", "11-26 3", "11-27 3", "11-28 0", "11-30 1", "12-01 1", "12-04 2",
            "12-05 2", "12-07 2", "12-08 0",
        ],
        "a skip, a break and a weekend leave it; Friday without a deed breaks it, Saturday's does not extend it"
    );
}

#[test]
fn a_long_absence_is_told_week_by_week_without_a_count() {
    let mut learner = Learner::on_weekdays();
    learner.done([1]).on("2027-01-13");
    learner.away("2026-12-23", "2027-01-08");
    assert_eq!(
        rows(&learner),
        [
            "2026-11-23 ■○○○○·· 1/5",
            "2026-11-30 ○○○○○·· 0/5",
            "2026-12-07 ○○○○○·· 0/5",
            "2026-12-14 ○○○○○·· 0/5",
            "2026-12-21 ○○~~~~~ 0/2",
            "2026-12-28 ~~~~~~~ 0/0",
            "2027-01-04 ~~~~~·· 0/0",
            "2027-01-11 ○○□□□·· 0/5"
        ]
    );
    assert_eq!(streak(&learner), 0);
    learner.on("8999-12-31").away("2026-11-24", "8999-12-30");
    assert_eq!(streak(&learner), 1, "centuries cost no time");
}

#[test]
fn week_by_week_a_date_is_judged_with_its_week() {
    let mut learner = Learner::new();
    learner.start("2026-11-23", "mon-fri").pace("mon-fri week");
    learner.done([1, 2, 3]).on("2026-11-27");
    assert_eq!(rows(&learner), ["2026-11-23 ■□□□□·· 3/5"], "the week is not over");
    assert_eq!(streak(&learner), 1, "no dates are counted");
    let mut met = learner.clone();
    met.done([4, 5]).on("2026-12-02");
    assert_eq!(rows(&met), ["2026-11-23 ■···■·· 5/5", "2026-11-30 □□□□□·· 0/5"]);
    assert_eq!(streak(&met), 1, "an evening that was left out is no part of a row");
    // A week that brought too little says so in its count alone.
    learner.on("2026-12-02");
    assert_eq!(rows(&learner), ["2026-11-23 ■······ 3/5", "2026-11-30 □□□□□·· 0/5"]);
    assert_eq!(streak(&learner), 0);
    // Day by day from now on: the dates before are judged as they were, and those after by themselves.
    learner.pace("mon-fri day").on("2026-12-04");
    assert_eq!(rows(&learner), ["2026-11-23 ■······ 3/5", "2026-11-30 ··○○□·· 0/5"]);
    // And the other way round.
    let mut learner = Learner::on_weekdays();
    learner.done([1]).on("2026-12-02").pace("mon-fri week").done([2]);
    learner.on("2026-12-08");
    assert_eq!(rows(&learner), ["2026-11-23 ■○○○○·· 1/5", "2026-11-30 ○○■···· 1/5", "2026-12-07 □□□□□·· 0/5"]);
}

#[test]
fn an_evening_stays_on_its_date_wherever_the_learner_is() {
    let mut learner = Learner::on_weekdays();
    // After midnight it is still Monday; in Los Angeles it is again.
    learner.at("2026-11-24T02:30:00+01:00").done([1]);
    learner.at("2026-11-24T20:00:00+01:00").done([2]);
    learner.at("2026-11-24T21:00:00-08:00").done([3]);
    assert_eq!(rows(&learner), ["2026-11-23 ■■□□□·· 3/5"]);
    assert_eq!(streak(&learner), 2);
    // Both nights on which the clock jumps, in Berlin.
    let mut learner = Learner::new();
    learner.at("2027-03-27T20:00:00+01:00").start("2027-03-27", "mon-sun").done([1]);
    learner.at("2027-03-28T03:59:00+02:00").done([2]);
    learner.at("2027-03-28T04:00:00+02:00").done([3]);
    assert_eq!(rows(&learner), ["2027-03-22 _____■■ 3/2"]);
    let mut learner = Learner::new();
    learner.at("2026-10-24T20:00:00+02:00").start("2026-10-24", "mon-sun").done([1]);
    learner.at("2026-10-25T03:59:00+01:00").done([2]);
    learner.at("2026-10-25T04:00:00+01:00").done([3]);
    assert_eq!(rows(&learner), ["2026-10-19 _____■■ 3/2"]);
    // A clock that is set back a day: what it said stays, and the date that is to come has its deed.
    learner.now -= TimeDelta::days(1);
    assert_eq!(rows(&learner), ["2026-10-19 _____■■ 3/2"]);
    assert_eq!(streak(&learner), 1);
}

#[test]
fn the_days_that_are_complete_add_up_by_date() {
    let mut learner = Learner::new();
    let series = |learner: &Learner| {
        let study = learner.study();
        let series = Past::of(&study).burn_up().into_iter();
        series.map(|(date, days)| format!("{date} {days}")).collect::<Vec<_>>()
    };
    assert_eq!(series(&learner), [""; 0]);
    learner.start("2026-11-23", "mon-fri");
    assert_eq!(series(&learner), ["2026-11-23 0"]);
    learner.on("2026-11-24").done([1, 2]).on("2026-11-26").done([4]).skip(&[3]);
    assert_eq!(series(&learner), ["2026-11-23 0", "2026-11-24 2", "2026-11-26 3"]);
    learner.untick(2, 1);
    assert_eq!(series(&learner), ["2026-11-23 0", "2026-11-24 1", "2026-11-26 2"]);
    let mut early = Learner::new();
    early.start("2026-12-01", "mon-fri").done([1]);
    assert_eq!(series(&early), ["2026-11-23 1"], "before the start");
}

#[test]
fn a_date_says_what_was_recorded_for_it() {
    let mut learner = Learner::on_weekdays();
    learner.on("2026-11-24").tick(1, 1);
    let on = Some(date("2026-11-24"));
    let facts = vec![Fact::Done(task(&learner, 1, 1))];
    learner.on("2026-11-26").record(ninety::journal::Record { facts, on });
    learner.at("2026-11-25T02:00:00+01:00").tick(2, 1).on("2026-11-25").tick(2, 2).undo();
    let told = |on: &str| {
        let study = learner.study();
        let entries = study.on_date(date(on)).into_iter();
        entries.map(|entry| ninety::describe::entry(&study, &entry)).collect::<Vec<_>>()
    };
    let says = |n: usize, place: usize, rest: &str| {
        let task = &learner.plan.day(learner.no(n)).tasks()[place - 1];
        format!("Ticked {n}.{place} “{}”{rest}", task.text)
    };
    let all = [says(1, 1, ""), says(1, 2, ", for Tue 24 Nov 2026"), says(2, 1, "")];
    assert_eq!(told("2026-11-24"), all, "in the order of their entries");
    assert_eq!((told("2026-11-25"), told("2026-11-26")), (vec![], vec![]), "taken back; for before");
}

#[test]
fn days_that_were_known_before_and_links_alone_are_no_study() {
    let mut learner = Learner::new();
    let start = Terms { start: Some(date("2026-11-23")), ..Terms::default() };
    let begin = learner.study().changed(start, Some(learner.no(5)), Vec::new()).unwrap();
    learner.record(begin);
    let week = learner.plan.day(learner.no(1)).id().clone();
    learner.record(Fact::Link { week, url: "https://example.org".into(), over: Vec::new() });
    assert_eq!(rows(&learner), ["2026-11-23 □□□□□·· 0/5"]);
    learner.skip(&[5]);
    assert_eq!(rows(&learner), ["2026-11-23 ×□□□□·· 0/5"], "but this evening's day is left out");
}

#[test]
fn no_date_after_the_finish_is_to_come() {
    let mut learner = Learner::of(bare(3));
    learner.start("2026-11-23", "mon-fri").done([1]);
    assert_eq!(rows(&learner), ["2026-11-23 ■□□____ 1/5"]);
}
