//! What an evening is, and the day at hand in it, each as a table.
//!
//! Deliberately absent: the sentences about it.

use crate::learner::{Learner, bare, date};
use ninety::study::Evening;

/// What this evening is: `done 1, next 2 on 2026-11-24`; and the day at hand.
fn told(learner: &Learner) -> String {
    let study = learner.study();
    let evening = match study.evening() {
        Evening::ToStudy => "to study".to_owned(),
        Evening::DoneToday { completed, next } => {
            let on = |on: Option<_>| on.map_or(String::new(), |on| format!(" on {on}"));
            let next = next.map_or("none".into(), |(day, from)| format!("{day}{}", on(from)));
            format!("done {completed}, next {next}")
        }
        Evening::RestDay { next } => {
            format!("rest, next {}", next.map_or("none".into(), |next| next.to_string()))
        }
        Evening::Break { until } => format!("break until {until}"),
        Evening::BeforeStart { start } => format!("starts {start}"),
        Evening::Finished { on } => format!("finished {on}"),
    };
    let at_hand = study.day_at_hand().map_or("none".into(), |day| day.no().to_string());
    format!("{evening}; at {at_hand}")
}

#[test]
fn an_evening_is_to_study_until_a_day_is_complete() {
    let mut learner = Learner::new();
    assert_eq!(told(&learner), "to study; at 1", "nothing is recorded");
    learner.start("2026-11-23", "mon-fri");
    assert_eq!(told(&learner), "to study; at 1");
    learner.tick(1, 1);
    assert_eq!(told(&learner), "to study; at 1", "begun");
    learner.done([1]);
    assert_eq!(told(&learner), "done 1, next 2 on 2026-11-24; at 1");
    learner.at("2026-11-24T03:59:00+01:00");
    assert_eq!(told(&learner), "done 1, next 2 on 2026-11-24; at 1", "it is still that evening");
    learner.at("2026-11-24T04:00:00+01:00");
    assert_eq!(told(&learner), "to study; at 2", "a new day");
}

#[test]
fn an_evening_is_done_as_long_as_no_open_day_was_ticked_after() {
    let mut learner = Learner::on_weekdays();
    learner.done([1]).tick(2, 1);
    assert_eq!(told(&learner), "to study; at 2", "a second day is begun");
    learner.untick(2, 1);
    assert_eq!(told(&learner), "to study; at 2", "and still at hand");
    learner.done([2]);
    assert_eq!(told(&learner), "done 2, next 3 on 2026-11-24; at 2");
    learner.tick(1, 1);
    assert_eq!(told(&learner), "done 1, next 3 on 2026-11-24; at 1", "the last that was ticked");
    learner.done([5]);
    assert_eq!(told(&learner), "done 5, next 3 on 2026-11-24; at 5", "what was passed over");
    learner.untick(5, 1);
    assert_eq!(told(&learner), "to study; at 5", "it is open again");
    learner.on("2026-11-24").skip(&[3]);
    assert_eq!(told(&learner), "to study; at 4", "what is left out completes nothing");
}

#[test]
fn a_skipped_day_that_is_done_after_all_uses_no_evening() {
    let mut learner = Learner::on_weekdays();
    learner.skip(&[1]).done([1]);
    assert_eq!(told(&learner), "to study; at 1");
    learner.done([2]);
    assert_eq!(told(&learner), "done 2, next 3 on 2026-11-24; at 2");
}

#[test]
fn what_counts_for_an_earlier_date_is_not_done_today() {
    let mut learner = Learner::on_weekdays();
    let done =
        ninety::journal::Fact::Done(vec![ninety::journal::Mark::Day(learner.plan.day(learner.no(1)).id().clone())]);
    let on = Some(date("2026-11-23"));
    learner.on("2026-11-24").record(ninety::journal::Record { facts: vec![done], on });
    assert_eq!(told(&learner), "to study; at 2");
}

#[test]
fn a_date_without_study_is_a_rest_day_a_break_or_before_the_start() {
    let mut learner = Learner::new();
    learner.start("2026-12-01", "mon-fri");
    assert_eq!(told(&learner), "starts 2026-12-01; at 1");
    learner.done([1]);
    assert_eq!(told(&learner), "done 1, next 2 on 2026-12-01; at 1", "who cannot wait");
    learner.on("2026-12-05");
    assert_eq!(told(&learner), "rest, next 2026-12-07; at 2", "a Saturday");
    learner.tick(2, 1);
    assert_eq!(told(&learner), "rest, next 2026-12-07; at 2", "still a Saturday");
    learner.away("2026-12-05", "2026-12-08").away("2026-12-09", "2026-12-11");
    assert_eq!(told(&learner), "break until 2026-12-11; at 2", "one break of two");
    learner.done([2]);
    assert_eq!(told(&learner), "done 2, next 3 on 2026-12-14; at 2", "in spite of it");
    learner.on("2026-12-13");
    assert_eq!(told(&learner), "rest, next 2026-12-14; at 3");
    learner.back("2026-12-09").on("2026-12-09");
    assert_eq!(told(&learner), "to study; at 3");
}

#[test]
fn week_by_week_an_evening_rests_once_the_week_is_used() {
    let mut learner = Learner::new();
    learner.start("2026-11-23", "mon,tue").pace("mon,tue week").done([1]);
    assert_eq!(told(&learner), "done 1, next 2; at 1", "any evening of the week will do");
    learner.done([2]);
    assert_eq!(told(&learner), "done 2, next 3 on 2026-11-30; at 2");
    learner.on("2026-11-24");
    assert_eq!(told(&learner), "rest, next 2026-11-30; at 3");
    learner.on("2026-11-30");
    assert_eq!(told(&learner), "to study; at 3");
}

#[test]
fn a_plan_is_finished_once_nothing_is_open() {
    let mut learner = Learner::of(bare(2));
    learner.start("2026-11-23", "mon-fri").done([1]).on("2026-11-24").done([2]);
    assert_eq!(told(&learner), "finished 2026-11-24; at 2");
    learner.on("2026-11-25");
    assert_eq!(told(&learner), "finished 2026-11-24; at none");
    learner.untick(2, 1);
    assert_eq!(told(&learner), "to study; at 2");
    learner.skip(&[2]);
    assert_eq!(told(&learner), "finished 2026-11-25; at none");
}
