//! Rules that no other test gives an example of: what counts, what stands, and from when on.
//!
//! Deliberately absent: what the tables of `schedule.rs`, `weeks.rs` and `milestones.rs` hold already.

use crate::learner::{Learner, bare, date};
use chrono::{NaiveDate, TimeDelta};
use ninety::journal::{Break, By, Fact, Key, Mark, Record, Terms, Weekdays};
use ninety::plan::{Day, DayId};
use ninety::study::DayState;
use ninety::study::dates::Dates;

/// The first day of the built-in plan that has a task which need not be done, its number and that of the task.
fn with_added(learner: &Learner) -> (&'static Day, usize, usize) {
    let place = |day: &Day| day.tasks().iter().position(|task| !day.counts(task));
    let found = learner.plan.days().iter().find_map(|day| Some((day, place(day)?)));
    let (day, place) = found.unwrap();
    (day, usize::from(day.no().get()), place + 1)
}

fn id(learner: &Learner, n: usize) -> DayId {
    learner.plan.day(learner.no(n)).id().clone()
}

fn completed(learner: &Learner, day: &Day) -> Option<NaiveDate> {
    learner.study().completed(day)
}

fn studied(learner: &Learner) -> Vec<NaiveDate> {
    let study = learner.study();
    let dates = study.fold().dates.iter().filter(|(_, date)| date.is_studied);
    dates.map(|(date, _)| *date).collect()
}

fn last_key(learner: &Learner) -> Key {
    Key::new(learner.lines.len() as u64, 7)
}

#[test]
fn a_task_that_need_not_be_done_neither_completes_a_day_nor_opens_it() {
    let mut learner = Learner::on_weekdays();
    let (day, n, added) = with_added(&learner);
    learner.tick(n, added);
    assert_eq!(learner.study().state(day), DayState::Begun);
    learner.done([n]).sleep().untick(n, added);
    assert_eq!(learner.study().state(day), DayState::Complete);
    assert_eq!(completed(&learner, day), Some(date("2026-11-23")));
}

#[test]
fn a_day_became_complete_when_its_last_task_was_ticked_first() {
    let mut learner = Learner::on_weekdays();
    let (day, n, added) = with_added(&learner);
    learner.done([n]).sleep().done([n]);
    assert_eq!(completed(&learner, day), Some(date("2026-11-23")), "ticked again");
    learner.sleep().tick(n, added);
    assert_eq!(completed(&learner, day), Some(date("2026-11-23")), "an exercise later on");
    let counting = day.tasks().iter().position(|task| day.counts(task)).unwrap() + 1;
    learner.untick(n, counting).sleep().tick(n, counting);
    assert_eq!(completed(&learner, day), Some(date("2026-11-26")), "after it was open");
}

#[test]
fn a_complete_day_has_nothing_to_skip() {
    let mut learner = Learner::on_weekdays();
    learner.done([1]).sleep().skip(&[1]);
    let day = learner.plan.day(learner.no(1));
    assert_eq!(learner.study().state(day), DayState::Complete);
    assert_eq!(learner.study().day(day.no()).skipped, None);
}

#[test]
fn a_skipped_day_whose_tasks_all_get_done_is_complete() {
    let mut learner = Learner::on_weekdays();
    let (day, n, added) = with_added(&learner);
    learner.skip(&[n]).done([n]);
    assert_eq!(learner.study().state(day), DayState::Complete);
    assert_eq!(learner.study().day(day.no()).skipped, None);
    assert!(!learner.study().day(day.no()).is_done(added - 1), "its exercise is not done by that");
}

#[test]
fn a_check_is_ticked_since_it_was_ticked_first() {
    let mut learner = Learner::on_weekdays();
    let week = &learner.plan.weeks()[0];
    let check = week.milestone.as_ref().unwrap().accept.first().unwrap();
    let ticked = Fact::Done(vec![Mark::Item(check.id().clone())]);
    learner.record(ticked.clone()).sleep().record(ticked);
    assert_eq!(learner.study().checked(week, check), Some(date("2026-11-23")));
}

#[test]
fn what_is_taken_away_was_no_study_and_leaves_nothing() {
    let mut learner = Learner::on_weekdays();
    let (day, n) = (id(&learner, 1), learner.no(1));
    learner.record(Fact::Note { day: day.clone(), text: "Read.\n".into(), over: Vec::new() });
    let note = last_key(&learner);
    learner.record(Fact::Minutes { day: day.clone(), minutes: 45, over: Vec::new() });
    let logged = last_key(&learner);
    let url = "https://example.org".to_owned();
    learner.record(Fact::Link { week: day.clone(), url, over: Vec::new() });
    let link = last_key(&learner);
    learner.sleep();
    learner.record(Fact::Minutes { day: day.clone(), minutes: 0, over: vec![logged] });
    assert_eq!(studied(&learner), [date("2026-11-23")], "minutes");
    learner.record(Fact::Link { week: day.clone(), url: String::new(), over: vec![link] });
    assert_eq!(studied(&learner), [date("2026-11-23")], "a link");
    learner.record(Fact::Note { day, text: String::new(), over: vec![note] });
    assert_eq!(studied(&learner), [date("2026-11-23")], "a note");
    let study = learner.study();
    assert_eq!((study.paragraphs(n).count(), study.day(n).minutes()), (0, 0));
    assert_eq!(study.day(n).touched, [date("2026-11-23")]);
    assert!(!study.is_reviewable(study.plan().week_of(n)), "nothing is left to look back on");
}

#[test]
fn terms_that_are_not_named_stand() {
    let all = Terms {
        start: Some(date("2026-11-23")),
        days: Some("mon,wed,sat".parse().unwrap()),
        minutes: Some(45),
        by: Some(By::Week),
        goal: Some(date("2027-12-24")),
    };
    let none = Terms::default();
    let another: Weekdays = "sun".parse().unwrap();
    for newer in [
        Terms { start: Some(date("2026-12-07")), ..none },
        Terms { days: Some(another), ..none },
        Terms { days: Some(another), minutes: Some(15), ..none },
        Terms { days: Some(another), by: Some(By::Day), ..none },
        Terms { goal: Some(date("2027-06-01")), ..none },
    ] {
        let mut learner = Learner::new();
        learner.terms(all).terms(newer);
        let expected = Terms {
            start: newer.start.or(all.start),
            days: newer.days.or(all.days),
            minutes: newer.minutes.or(all.minutes),
            by: newer.by.or(all.by),
            goal: newer.goal.or(all.goal),
        };
        assert_eq!(learner.study().fold().terms, expected, "{newer:?}");
    }
}

#[test]
fn study_days_and_order_each_hold_from_the_date_on_which_they_were_set() {
    let mut learner = Learner::on_weekdays();
    let start = Some(date("2026-11-23"));
    learner.sleep().terms(Terms { start, by: Some(By::Week), ..Terms::default() });
    learner.sleep().terms(Terms { start, minutes: Some(45), ..Terms::default() });
    learner.sleep().pace("mon-sun");
    let weekdays = Weekdays::SUGGESTED;
    let expected = [
        (date("2026-11-23"), weekdays, By::Day),
        (date("2026-11-24"), weekdays, By::Week),
        (date("2026-11-26"), "mon-sun".parse().unwrap(), By::Week),
    ];
    assert_eq!(learner.study().fold().paces, expected);
}

#[test]
fn a_sign_of_life_is_the_moment_of_recording_whatever_date_it_counts_for() {
    let mut learner = Learner::on_weekdays();
    learner.on("2026-12-01");
    let facts = vec![Fact::Done(vec![Mark::Day(id(&learner, 1))])];
    learner.record(Record { facts, on: Some(date("2026-11-27")) });
    let study = learner.study();
    assert_eq!(study.fold().recorded, [date("2026-11-23"), date("2026-12-01")]);
    assert_eq!(studied(&learner), [date("2026-11-27")]);
    let day = learner.plan.day(learner.no(1));
    assert_eq!(completed(&learner, day), Some(date("2026-11-27")));
}

#[test]
fn an_evening_to_come_has_not_been() {
    // A clock that was ahead: what it dated lies before us.
    let mut learner = Learner::of(bare(2));
    learner.start("2026-11-23", "mon-fri").pace("mon-fri 15").on("2026-11-25");
    let day = id(&learner, 1);
    learner.record(Fact::Minutes { day, minutes: 15, over: Vec::new() }).on("2026-11-24");
    assert_eq!(learner.next(1), ["1 Tue 2026-11-24 - Wed 2026-11-25"]);
}

#[test]
fn what_a_clock_dated_ahead_is_no_sign_of_life_yet() {
    let mut learner = Learner::on_weekdays();
    learner.on("2026-12-04").done([1]).on("2026-11-27");
    assert_eq!(learner.study().schedule().missed, 3, "Tuesday to Thursday");
}

#[test]
fn nothing_before_the_start_is_missed_or_to_be_used() {
    let mut learner = Learner::on_weekdays();
    learner.start("2026-12-02", "").on("2026-12-04");
    let study = learner.study();
    assert_eq!((study.schedule().missed, study.schedule().this_week.study_days), (2, 3));
}

#[test]
fn a_break_that_ends_before_it_begins_is_none() {
    let mut learner = Learner::on_weekdays();
    learner.away("2026-11-25", "2026-11-27").on("2026-11-25").back("2026-11-25");
    assert_eq!(learner.study().fold().breaks().next(), None);
}

/// A learner of so many bare days of at least 30 minutes, week by week from a date on.
fn week_by_week(days: usize, start: &str, pace: &str) -> Learner {
    let mut learner = Learner::of(bare(days));
    learner.start(start, "mon-fri").pace(pace);
    learner
}

#[test]
fn the_first_week_has_room_from_the_start_on() {
    let learner = week_by_week(4, "2026-11-25", "mon-fri week");
    assert_eq!(
        learner.next(4),
        [
            "1 Wed 2026-11-25 - Fri 2026-11-27",
            "2 Wed 2026-11-25 - Fri 2026-11-27",
            "3 Wed 2026-11-25 - Fri 2026-11-27",
            "4 Mon 2026-11-30 - Fri 2026-12-04",
        ]
    );
    assert!(!learner.study().schedule().has_long_days(), "a week is no long day");
}

/// How many of the next days lie in the week of 23 November.
fn in_first_week(learner: &Learner) -> usize {
    let study = learner.study();
    study.schedule().slots.iter().filter(|slot| slot.date < date("2026-11-30")).count()
}

#[test]
fn a_week_has_an_evening_less_for_each_that_a_day_took() {
    // A note on a day that was complete before this week takes none.
    let mut learner = week_by_week(9, "2026-11-16", "mon-fri week");
    learner.on("2026-11-20").done([1]).on("2026-11-23");
    let day = id(&learner, 1);
    learner.record(Fact::Note { day, text: "Again.\n".into(), over: Vec::new() });
    assert_eq!(in_first_week(&learner), 5);
    // Nor does an open day of one evening, on however many something was done: its one is to come.
    let day = id(&learner, 2);
    let some = Fact::Minutes { day, minutes: 15, over: Vec::new() };
    learner.record(some.clone()).sleep().record(some).sleep();
    assert_eq!(in_first_week(&learner), 5);
    // A day of two evenings that took two leaves three.
    let mut learner = week_by_week(9, "2026-11-23", "mon-fri 15 week");
    let some = Fact::Minutes { day: id(&learner, 1), minutes: 15, over: Vec::new() };
    learner.record(some).sleep().done([1]);
    assert_eq!(learner.next(2), ["2 Tue 2026-11-24 - Fri 2026-11-27", "3 Tue 2026-11-24 - Fri 2026-12-04"]);
}

#[test]
fn week_by_week_an_evening_to_come_has_not_been_either() {
    let mut learner = week_by_week(9, "2026-11-23", "mon-fri 15 week");
    let some = Fact::Minutes { day: id(&learner, 1), minutes: 15, over: Vec::new() };
    learner.on("2026-11-26").record(some).on("2026-11-24");
    assert_eq!(in_first_week(&learner), 2, "five evenings are two days and a half");
    // Day 1 took one evening of the two that it may, and two are left for each of the next.
    let note = Fact::Note { day: id(&learner, 1), text: "Again.\n".into(), over: Vec::new() };
    let mut learner = week_by_week(9, "2026-11-23", "mon-fri 15 week");
    learner.on("2026-11-26").record(note).on("2026-11-24").done([1]);
    assert_eq!(in_first_week(&learner), 2);
    // What is complete on a date to come is behind us, and its evening is not.
    let mut learner = week_by_week(9, "2026-11-23", "mon-fri week");
    learner.on("2026-11-26").done([1]).on("2026-11-24");
    assert_eq!(in_first_week(&learner), 5);
}

#[test]
fn study_days_are_counted_from_within_a_break_up_to_within_another() {
    let pause = |from, until| Break { from: date(from), until: date(until) };
    let breaks =
        [pause("2026-12-01", "2026-12-10"), pause("2026-12-03", "2026-12-04"), pause("2026-12-20", "2027-01-03")];
    let dates = Dates::new("mon-fri".parse().unwrap(), breaks.into_iter());
    for (from, before, count) in [
        ("2026-12-09", "2026-12-19", 6),
        ("2026-12-05", "2026-12-09", 0),
        ("2026-12-11", "2026-12-28", 6),
        ("2027-01-01", "2027-01-09", 5),
        ("2026-12-28", "2026-12-12", 0),
    ] {
        assert_eq!(dates.count(date(from), date(before)), count, "{from} {before}");
    }
    assert!(dates.break_on(date("2026-12-07")).is_some(), "a break within another ends neither");
    let before = |from| dates.last_before(date("2026-12-12"), date(from));
    assert_eq!(before("2026-12-11"), Some(date("2026-12-11")));
    assert_eq!(before("2026-12-12"), None);
}

/// A learner of 90 bare days who completes a day on each of the first so many study days of each of these weeks.
fn steady(days: &str, weeks: &[usize]) -> Learner {
    let mut learner = Learner::of(bare(90));
    learner.start("2026-11-23", days);
    let mut next = 1;
    for (week, evenings) in weeks.iter().enumerate() {
        let monday = date("2026-11-23") + TimeDelta::weeks(i64::try_from(week).unwrap());
        for on in monday.iter_days().take(*evenings) {
            learner.on(&on.to_string()).done([next]);
            next += 1;
        }
        learner.on(&(monday + TimeDelta::weeks(1)).to_string());
    }
    learner
}

fn rhythm(learner: &Learner) -> Option<(u32, u32, u32)> {
    learner.study().rhythm().map(|rhythm| (rhythm.complete, rhythm.study_days, rhythm.weeks))
}

#[test]
fn a_rhythm_is_that_of_the_last_three_or_four_whole_weeks() {
    assert_eq!(rhythm(&steady("mon-fri", &[3, 4])), None);
    assert_eq!(rhythm(&steady("mon-fri", &[3, 4, 5])), Some((12, 15, 3)));
    assert_eq!(rhythm(&steady("mon-fri", &[1, 3, 4, 5, 2])), Some((14, 20, 4)));
    // From one Monday to the next is no gap; more than a week without an evening is one, also up to today.
    let mut weekly = steady("mon", &[1, 1, 1, 1]);
    assert_eq!(rhythm(&weekly), Some((4, 4, 4)));
    weekly.on("2026-12-21");
    assert_eq!(rhythm(&weekly), Some((4, 4, 4)));
    weekly.on("2026-12-22");
    assert_eq!(rhythm(&weekly), None);
    // A break begins it anew once it has come.
    let mut learner = steady("mon-fri", &[3, 4, 5]);
    learner.away("2026-12-15", "2026-12-16");
    assert_eq!(rhythm(&learner), Some((12, 15, 3)));
    learner.on("2026-12-15");
    assert_eq!(rhythm(&learner), None);
    // Other study days change nothing about the weeks before them.
    let mut learner = steady("mon-fri", &[3, 4, 5]);
    learner.pace("mon-sun");
    assert_eq!(rhythm(&learner), Some((12, 15, 3)));
}

#[test]
fn a_change_says_what_is_new_and_no_more() {
    let mut learner = Learner::new();
    let none = Terms::default();
    let pause = |from, until| Break { from: date(from), until: date(until) };
    let gone = pause("2026-12-01", "2026-11-30");
    assert_eq!(learner.study().changed(none, None, vec![gone]), None, "it never stood");
    learner.away("2026-12-01", "2026-12-04");
    let record = learner.study().changed(none, None, vec![gone]).unwrap();
    assert_eq!(record.facts, [Fact::Away(vec![gone], String::new())]);
    // Length and order are set with the study days.
    let days = Some(Weekdays::SUGGESTED);
    for terms in [Terms { minutes: Some(45), ..none }, Terms { by: Some(By::Week), ..none }] {
        let record = learner.study().changed(terms, None, Vec::new()).unwrap();
        assert_eq!(record.facts, [Fact::Terms(Terms { days, ..terms })]);
    }
    // A day that is skipped is skipped, whyever: a reason is new, none is not.
    let (day, n) = (id(&learner, 1), learner.no(1));
    learner.record(Fact::Skip { days: vec![day], because: "known".into() });
    let study = learner.study();
    assert!(study.skipped(&[n], "").is_err());
    assert!(study.skipped(&[n], "known").is_err());
    assert!(study.skipped(&[n], "known well").is_ok());
}
