//! The likely end: which weeks it is computed from, what it comes to, and how that is told.
//!
//! Deliberately absent: that it holds what then happens (`learner.rs`).

#[path = "common/learner.rs"]
mod learner;

use learner::{Learner, date, evening};
use ninety::journal::{Budget, Fact, Journal, Replanned};
use ninety::study::told::finish::reckoning;

#[test]
fn a_forecast_comes_from_the_last_four_weeks() {
    let mut learner = Learner::on_weekdays();
    // Before two weeks: from every study day used to every spare day used.
    assert_eq!(learner.likely(), Some(("2027-03-26".into(), "2027-04-08".into())));
    // Two weeks of five days, one of two, one of four.
    let mut day = 1;
    for (week, count) in [5, 5, 2, 4].into_iter().enumerate() {
        for evening_of in date("2026-11-23").iter_days().skip(week * 7).take(count) {
            learner.now = evening(evening_of);
            learner.done([day]);
            day += 1;
        }
    }
    learner.on("2026-12-21");
    let study = learner.study();
    let forecast = study.schedule().forecast().unwrap();
    assert_eq!(
        format!("{:?}", forecast.source),
        "Weeks([(2026-11-23, 5), (2026-11-30, 5), (2026-12-07, 2), (2026-12-14, 4)])"
    );
    assert_eq!((forecast.remaining, forecast.tenths_a_week()), (74, Some(40)));
    assert_eq!(learner.likely(), Some(("2027-04-23".into(), "2027-05-05".into())));
    // After four weeks of nothing there is none, and one evening brings it back.
    learner.on("2027-01-18");
    assert_eq!(learner.likely(), None);
    learner.done([day]);
    assert!(learner.likely().is_some());
    // A break says nothing about the pace.
    let mut rested = learner.clone();
    rested.journal = Journal::new(learner.journal.entries()[..17].to_vec());
    rested.on("2026-12-20").away("2026-12-21", "2027-01-17").on("2027-01-18");
    assert_eq!(rested.study().schedule().forecast().unwrap().tenths_a_week(), Some(40));
}

#[test]
fn a_forecast_begins_anew_where_the_rest_is_laid_out_anew() {
    // Two weeks of two days each, two of nothing, and back on 21 December.
    let mut learner = Learner::on_weekdays();
    for (n, on) in (1..).zip(["2026-11-23", "2026-11-24", "2026-11-30", "2026-12-01"]) {
        learner.on(on).done([n]);
    }
    learner.on("2026-12-21");
    let likely = |learner: &Learner| {
        let (earliest, latest) = learner.likely().unwrap();
        format!("{earliest} to {latest}")
    };
    let before = "2028-08-01 to 2028-09-13";
    assert_eq!(likely(&learner), before);
    let keep_end = Replanned::KeepEnd(Vec::new());
    let pace = |days: &str| Fact::Pace {
        days: days.parse().unwrap(),
        budget: Budget::default(),
        by: None,
    };
    let (from, until) = (date("2040-01-01"), date("2040-01-09"));
    for (fact, told) in [
        (Fact::Replan(Replanned::Continue), "2027-04-19 to 2027-04-30"),
        (Fact::Replan(keep_end), "2027-04-19 to 2027-04-30"),
        (pace("mon-fri"), "2027-04-19 to 2027-04-30"),
        (pace("mon-sun"), "2027-03-16 to 2027-03-22"),
        // A break says nothing about the pace.
        (Fact::Away { from, until, because: String::new() }, before),
    ] {
        let mut moved = learner.clone();
        moved.record(fact.clone());
        assert_eq!(likely(&moved), told, "{fact:?}");
        moved.undo();
        assert_eq!(likely(&moved), before, "{fact:?}");
    }
    // The plan's pace speaks until there are two whole weeks, and then those alone.
    learner.go_on();
    for (on, day, source) in [
        ("2026-12-28", 5, "Plan"),
        ("2027-01-03", 6, "Weeks([(2026-12-21, 0), (2026-12-28, 2)])"),
        ("2027-01-10", 7, "Weeks([(2026-12-21, 0), (2026-12-28, 2), (2027-01-04, 1)])"),
    ] {
        learner.on(on).done([day]);
        let study = learner.study();
        assert_eq!(format!("{:?}", study.schedule().forecast().unwrap().source), source, "{on}");
    }
}

#[test]
fn where_the_likely_end_comes_from_is_told_in_sentences() {
    let mut learner = Learner::new();
    let told = |learner: &Learner| {
        let told = reckoning(&learner.study());
        let weeks = told.weeks.iter().map(|(dates, done)| format!("{dates}: {done}"));
        [told.from].into_iter().chain(weeks).chain(told.then).collect::<Vec<_>>().join("\n")
    };
    insta::assert_snapshot!(told(&learner), @"Nothing is recorded yet. The likely end shows once the first task is ticked.");
    learner.start("2026-11-23", "mon-fri");
    insta::assert_snapshot!(told(&learner), @"
    From the plan's pace, until there are two whole weeks of yours to go by.
    90 days remain, at 5 study days a week (mon-fri): 26 Mar - 8 Apr 2027.
    The first date is when every study day is used, the last one when all 9 spare days are used for something else as well.
    ");
    learner.pace("mon-fri", None, Some(0), None);
    insta::assert_snapshot!(told(&learner), @"
    From the plan's pace, until there are two whole weeks of yours to go by.
    90 days remain, at 5 study days a week (mon-fri): 26 Mar 2027.
    No spare day is left, so it is one date.
    ");
    learner.pace("mon-fri", None, Some(1), None);
    for (n, on) in (1..).zip(["2026-11-23", "2026-11-24", "2026-11-30", "2026-12-01"]) {
        learner.on(on).done([n]);
    }
    learner.on("2026-12-07");
    insta::assert_snapshot!(told(&learner), @"
    From your own last two weeks. A week with a break in it is left out.
    23-29 Nov 2026: 2
    30 Nov - 6 Dec 2026: 2
    That is 2.0 days a week, and 86 days remain.
    They are done over again until nothing remains, and each of them may come first: that gives two ends, and the range holds them all.
    10 study days are added to the latest, one for every four weeks ahead, for what nobody foresees.
    So the likely end is 28 Sep - 12 Oct 2027.
    ");
    learner.on("2026-12-14").done([5]).on("2026-12-21");
    insta::assert_snapshot!(told(&learner), @"
    From your own last four weeks. A week with a break in it is left out.
    23-29 Nov 2026: 2
    30 Nov - 6 Dec 2026: 2
    7-13 Dec 2026: 0
    14-20 Dec 2026: 1
    That is 1.3 days a week, and 85 days remain.
    They are done over again until nothing remains, and each of them may come first: that gives four ends, and the range holds them all.
    16 study days are added to the latest, one for every four weeks ahead, for what nobody foresees.
    So the likely end is 28 Mar - 26 Apr 2028.
    ");
    // Whoever lays the rest out anew begins anew with their weeks.
    let mut anew = learner.clone();
    anew.go_on();
    insta::assert_snapshot!(told(&anew), @"
    From the plan's pace, until there are two whole weeks since the last re-plan to go by.
    85 days remain, at 5 study days a week (mon-fri): 16-19 Apr 2027.
    The first date is when every study day is used, the last one when the spare day is used for something else as well.
    ");
    anew.on("2026-12-30").done([6]).on("2027-01-04");
    insta::assert_snapshot!(told(&anew), @"
    From your own last two weeks. A week with a break in it is left out, and so is one before the last re-plan.
    21-27 Dec 2026: 0
    28 Dec 2026 - 3 Jan 2027: 1
    That is 0.5 days a week, and 84 days remain.
    They are done over again until nothing remains, and each of them may come first: that gives two ends, and the range holds them all.
    41 study days are added to the latest, one for every four weeks ahead, for what nobody foresees.
    So the likely end is 13 Mar - 16 May 2030.
    ");
    learner.on("2027-02-01");
    insta::assert_snapshot!(told(&learner), @"In the last four weeks no day became complete, so they say nothing about the end. It shows once a day is complete.");
    learner.done(6..=90);
    insta::assert_snapshot!(told(&learner), @"Nothing remains, so nothing is to be foreseen.");
}
