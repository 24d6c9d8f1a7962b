//! The schedule by its rules, each as a table: dates, finish, goal, what is to spare, what was missed.
//!
//! Deliberately absent: the form that changes it (`tui/replan.rs`) and the long run (`lives.rs`).

use crate::learner::{Learner, bare, date};
use ninety::journal::{Break, By, Weekdays};
use ninety::study::calendar::Habits;
use ninety::study::dates::Dates;
use ninety::study::schedule::ThisWeek;

#[test]
fn open_days_fall_on_study_days_from_the_start_on() {
    for (start, days, first, finish) in [
        // The presets, each with the end it gives.
        ("2026-11-23", "mon-sun", "Mon 2026-11-23", "2027-02-20"),
        ("2026-11-23", "mon-sat", "Mon 2026-11-23", "2027-03-06"),
        ("2026-11-23", "mon-fri", "Mon 2026-11-23", "2027-03-26"),
        ("2026-11-23", "mon,tue,thu,fri", "Mon 2026-11-23", "2027-04-27"),
        ("2026-11-23", "mon,wed,fri", "Mon 2026-11-23", "2027-06-18"),
        ("2026-11-23", "sun", "Sun 2026-11-29", "2028-08-13"),
        // Nothing chosen is five days a week.
        ("2026-11-23", "", "Mon 2026-11-23", "2027-03-26"),
        // A start to come, on a study day and on a rest day.
        ("2026-12-01", "mon-fri", "Tue 2026-12-01", "2027-04-05"),
        ("2026-11-28", "mon-fri", "Mon 2026-11-30", "2027-04-02"),
        // A start that has been: what was not done lies on the days from today on.
        ("2026-11-09", "mon-fri", "Mon 2026-11-23", "2027-03-26"),
        // Over a leap day and over a year's end.
        ("2027-11-22", "mon-sun", "Mon 2027-11-22", "2028-02-19"),
        ("2027-12-20", "mon-sun", "Mon 2027-12-20", "2028-03-18"),
    ] {
        let mut learner = Learner::new();
        learner.start(start, days);
        assert_eq!(learner.next(1), [format!("1 {first}")], "{start} {days}");
        assert_eq!(learner.finish(), finish, "{start} {days}");
    }
}

#[test]
fn no_weekday_is_no_choice() {
    assert!("".parse::<Weekdays>().is_err());
    assert!(",".parse::<Weekdays>().is_err());
}

#[test]
fn a_day_done_today_sends_the_next_to_the_next_study_day() {
    let mut learner = Learner::on_weekdays();
    assert_eq!(learner.next(2), ["1 Mon 2026-11-23", "2 Tue 2026-11-24"]);
    learner.done([1]);
    assert_eq!(learner.next(2), ["2 Tue 2026-11-24", "3 Wed 2026-11-25"]);
    assert_eq!(learner.finish(), "2027-03-26", "what was to be done today changes nothing");
    learner.done([2, 3]);
    assert_eq!(learner.next(1), ["4 Tue 2026-11-24"]);
    assert_eq!(learner.finish(), "2027-03-24", "two more bring the finish nearer by two");
    learner.on("2026-11-28").done([4]);
    assert_eq!(learner.next(1), ["5 Mon 2026-11-30"], "a rest day may be used and asks for nothing");
    learner.sleep();
    assert_eq!(learner.next(1), ["5 Mon 2026-11-30"]);
}

#[test]
fn the_evening_goes_on_until_four() {
    let mut learner = Learner::on_weekdays();
    learner.at("2026-11-24T03:59:00+01:00").done([1]);
    assert_eq!(learner.study().today(), date("2026-11-23"));
    assert!(learner.habits.is_late(learner.now));
    assert_eq!(learner.next(1), ["2 Tue 2026-11-24"]);
    learner.at("2026-11-24T04:00:00+01:00");
    assert_eq!(learner.study().today(), date("2026-11-24"));
    assert!(!learner.habits.is_late(learner.now));
    learner.habits = Habits { day_start: "00:00:00".parse().unwrap(), ..Habits::default() };
    assert_eq!(learner.next(1), ["2 Wed 2026-11-25"], "with another start of the day it was done today");
    learner.at("2026-11-24T00:00:00+01:00");
    assert_eq!(learner.study().today(), date("2026-11-24"));
}

#[test]
fn an_unused_study_day_moves_the_finish_and_leaves_the_goal() {
    let mut learner = Learner::on_weekdays();
    assert_eq!(learner.study().schedule().proposed_goal(), Some(date("2027-04-08")));
    assert_eq!(learner.to_spare(), None, "without a goal nothing is to spare");
    learner.goal("2027-04-08");
    for (on, finish, to_spare, missed) in [
        ("2026-11-23", "2027-03-26", 9, 0),
        ("2026-11-24", "2027-03-29", 8, 0),
        ("2026-11-27", "2027-04-01", 5, 3),
        ("2026-11-28", "2027-04-02", 4, 4),
        ("2026-11-29", "2027-04-02", 4, 4),
        ("2026-12-04", "2027-04-08", 0, 8),
        ("2026-12-05", "2027-04-09", -1, 9),
        ("2026-12-08", "2027-04-12", -2, 10),
        ("2027-03-27", "2027-07-30", -81, 89),
        ("2030-09-23", "2031-01-24", -991, 999),
        ("8999-12-31", "9000-05-05", -1_819_187, 1_819_195),
    ] {
        learner.on(on);
        assert_eq!(learner.finish(), finish, "{on}");
        assert_eq!(learner.to_spare(), Some(to_spare), "{on}");
        let study = learner.study();
        assert_eq!(study.schedule().missed, missed, "{on}");
        assert_eq!(study.schedule().goal, Some(date("2027-04-08")), "{on}");
        assert!(study.schedule().slots[0].date >= date(on), "{on}");
    }
}

#[test]
fn a_goal_is_what_the_learner_says_last() {
    let mut learner = Learner::on_weekdays();
    for (goal, to_spare) in [
        ("2027-03-26", 0),
        // A goal on a rest day is as good as the study day before it.
        ("2027-03-28", 0),
        ("2027-03-29", 1),
        ("2027-03-25", -1),
        ("2026-11-23", -89),
        ("2026-11-01", -105),
    ] {
        assert_eq!(learner.goal(goal).to_spare(), Some(to_spare), "{goal}");
    }
    learner.goal("2027-04-08").pace("mon-sun").away("2026-12-01", "2026-12-10");
    let study = learner.study();
    assert_eq!(study.schedule().goal, Some(date("2027-04-08")), "neither pace nor break");
    assert_eq!(learner.undo().undo().to_spare(), Some(9));
    assert_eq!(learner.undo().to_spare(), Some(-105), "the goal before it counts again");
}

#[test]
fn a_new_pace_lays_out_the_rest_anew_and_one_undo_takes_it_back() {
    let mut learner = Learner::on_weekdays();
    learner.goal("2027-04-08").done([1, 2]).on("2026-12-14");
    assert_eq!((learner.finish().as_str(), learner.to_spare()), ("2027-04-14", Some(-4)));
    assert_eq!(learner.study().schedule().missed, 14);
    learner.pace("mon-sat");
    assert_eq!((learner.finish().as_str(), learner.to_spare()), ("2027-03-25", Some(12)));
    assert_eq!(learner.study().schedule().missed, 0, "a change of the pace is a sign of life");
    learner.undo();
    assert_eq!((learner.finish().as_str(), learner.to_spare()), ("2027-04-14", Some(-4)));
}

#[test]
fn a_start_may_be_recorded_late() {
    for (start, finish) in [
        ("2026-11-09", "2027-04-09"),
        ("2026-11-23", "2027-04-09"),
        ("2026-12-07", "2027-04-09"),
        ("2026-12-14", "2027-04-16"),
    ] {
        let mut learner = Learner::new();
        learner.on("2026-12-07").start(start, "mon-fri");
        let study = learner.study();
        assert_eq!((learner.finish().as_str(), study.schedule().missed), (finish, 0), "{start}");
        assert_eq!(study.started(), Some(date(start)), "the start is as it was set");
    }
}

#[test]
fn breaks_are_rest_and_neither_missed_nor_to_blame() {
    let mut learner = Learner::on_weekdays();
    learner.done([1]).away("2026-11-24", "2026-12-04");
    assert_eq!(learner.next(1), ["2 Mon 2026-12-07"]);
    assert_eq!(learner.finish(), "2027-04-08", "the finish moves by the nine study days");
    learner.on("2026-12-07");
    assert_eq!(learner.study().schedule().missed, 0);
    // Breaks that overlap, that touch, and one that contains today.
    learner.away("2026-12-10", "2026-12-14").away("2026-12-12", "2026-12-18").away("2026-12-19", "2026-12-20");
    learner.away("2026-12-06", "2026-12-08");
    assert_eq!(learner.next(3), ["2 Wed 2026-12-09", "3 Mon 2026-12-21", "4 Tue 2026-12-22"]);
    let study = learner.study();
    let dates = &study.schedule().dates;
    assert_eq!(dates.breaks().len(), 3);
    assert!(dates.break_on(date("2026-12-08")).is_some());
    assert!(dates.is_study(date("2026-12-09")));
    assert!(dates.break_on(date("2026-12-12")).is_some());
    assert!(!dates.is_study(date("2026-12-26")) && dates.break_on(date("2026-12-26")).is_none());
    // Work in a break counts as always.
    learner.on("2026-12-08").done([2]);
    assert_eq!(learner.next(1), ["3 Wed 2026-12-09"]);
    // Whoever is back has the dates from then on, and the others stay away.
    learner.back("2026-12-08").on("2026-12-12").back("2026-12-12");
    assert_eq!(learner.next(2), ["3 Mon 2026-12-14", "4 Tue 2026-12-15"]);
    // A break of thousands of years costs no time.
    learner.away("2026-12-12", "8999-12-31");
    assert_eq!(learner.next(1), ["3 Wed 9000-01-01"]);
}

#[test]
fn study_days_are_counted_without_walking() {
    let pause = |from, until| Break { from: date(from), until: date(until) };
    let breaks = [pause("2026-12-01", "2026-12-02"), pause("2026-12-20", "2027-01-03")];
    let dates = Dates::new("mon,wed,sat".parse().unwrap(), breaks.into_iter());
    let from = date("2026-11-20");
    for (far, before) in from.iter_days().take(80).enumerate() {
        let walked = from.iter_days().take(far).filter(|date| dates.is_study(*date)).count();
        assert_eq!(dates.count(from, before) as usize, walked, "{before}");
        assert_eq!(dates.count(before, from), 0);
        let next = before.iter_days().find(|date| dates.is_study(*date)).unwrap();
        assert_eq!(dates.first_from(before), next);
    }
}

#[test]
fn a_study_day_that_is_too_short_makes_a_day_take_several() {
    // The plan's days take at least 60 minutes each here.
    let mut learner = Learner::of(bare(3));
    for (minutes, next, finish) in [
        ("mon-fri 30", "1 Mon 2026-11-23", "2026-11-25"),
        ("mon-fri 15", "1 Mon 2026-11-23 - Tue 2026-11-24", "2026-11-30"),
        ("mon-fri 14", "1 Mon 2026-11-23 - Wed 2026-11-25", "2026-12-03"),
    ] {
        learner.pace(minutes);
        assert_eq!((learner.next(1), learner.finish().as_str()), (vec![next.into()], finish));
    }
    // An evening on which something of it was done is one of them, an unused one is not.
    learner.pace("mon-fri 15").sleep();
    assert_eq!(learner.next(1), ["1 Tue 2026-11-24 - Wed 2026-11-25"]);
    let day = learner.plan.day(learner.no(1)).id().clone();
    learner.record(ninety::journal::Fact::Minutes { day, minutes: 15, over: Vec::new() });
    assert_eq!(learner.next(1), ["1 Tue 2026-11-24 - Wed 2026-11-25"], "the evening is not over");
    learner.sleep();
    assert_eq!(learner.next(2), ["1 Wed 2026-11-25", "2 Thu 2026-11-26 - Fri 2026-11-27"]);
    assert_eq!(learner.finish(), "2026-12-01");
}

#[test]
fn week_by_week_an_evening_costs_nothing_until_the_week_is_over() {
    let mut learner = Learner::of(bare(12));
    learner.start("2026-11-23", "mon-fri").pace("mon-fri week");
    assert_eq!(learner.study().schedule().pace.by, By::Week);
    let this_week = |learner: &Learner| learner.study().schedule().this_week;
    for (on, next, finish, missed) in [
        ("2026-11-23", "1 Mon 2026-11-23 - Fri 2026-11-27", "2026-12-11", 0),
        ("2026-11-25", "1 Wed 2026-11-25 - Fri 2026-11-27", "2026-12-11", 0),
        ("2026-11-27", "1 Fri 2026-11-27", "2026-12-11", 0),
        ("2026-11-28", "1 Mon 2026-11-30 - Fri 2026-12-04", "2026-12-18", 0),
        ("2026-11-30", "1 Mon 2026-11-30 - Fri 2026-12-04", "2026-12-18", 4),
    ] {
        learner.on(on);
        assert_eq!(learner.next(1), [next], "{on}");
        assert_eq!(learner.finish(), finish, "{on}");
        assert_eq!(learner.study().schedule().missed, missed, "{on}");
    }
    // Any order within the week is the same, and the week has room for as many as it has study days.
    learner.on("2026-11-24").done([5, 3, 1]);
    assert_eq!(this_week(&learner), ThisWeek { complete: 3, study_days: 5 });
    assert_eq!(
        learner.next(3),
        ["2 Tue 2026-11-24 - Fri 2026-11-27", "4 Tue 2026-11-24 - Fri 2026-11-27", "6 Mon 2026-11-30 - Fri 2026-12-04",]
    );
    assert_eq!(learner.finish(), "2026-12-11");
    learner.done([2, 4]);
    assert_eq!(learner.next(1), ["6 Mon 2026-11-30 - Fri 2026-12-04"]);
    learner.done([6, 7]);
    assert_eq!(learner.finish(), "2026-12-04", "what is done beyond it brings the finish nearer");
    learner.habits.week_start = chrono::Weekday::Sun;
    assert_eq!(learner.habits.week_of(date("2026-11-29")), date("2026-11-29"));
    assert_eq!(learner.habits.week_of(date("2026-11-28")), date("2026-11-22"));
}

#[test]
fn skipping_brings_the_finish_nearer_and_leaves_the_goal() {
    let mut learner = Learner::on_weekdays();
    learner.goal("2027-03-26").skip(&[66, 68]);
    assert_eq!((learner.finish().as_str(), learner.to_spare()), ("2027-03-24", Some(2)));
}

#[test]
fn where_nothing_is_open_nothing_has_a_date() {
    let mut learner = Learner::of(bare(1));
    assert_eq!(learner.next(2), ["1 Mon 2026-11-23"]);
    learner.goal("2026-12-24").done([1]);
    let study = learner.study();
    assert!(study.current_day().is_none());
    assert_eq!((study.schedule().finish(), study.schedule().to_spare()), (None, None));
    assert_eq!(study.schedule().proposed_goal(), None);
    assert_eq!(study.schedule().goal, Some(date("2026-12-24")));
    learner.on("2031-01-01");
    assert_eq!(learner.study().schedule().missed, 0);
}

#[test]
fn travel_and_clocks_change_what_today_is_and_never_what_was() {
    let mut learner = Learner::on_weekdays();
    learner.at("2026-12-08T06:30:00+01:00").done([1]);
    assert_eq!(learner.next(1), ["2 Wed 2026-12-09"]);
    // Eight hours later it is still Monday evening in Los Angeles: Tuesday's work stays Tuesday's.
    learner.at("2026-12-07T21:30:00-08:00");
    assert_eq!(learner.study().today(), date("2026-12-07"));
    assert_eq!(learner.study().completed(learner.plan.day(learner.no(1))), Some(date("2026-12-08")));
    assert_eq!(learner.next(1), ["2 Mon 2026-12-07"]);
    // A clock that is set back a day.
    let mut learner = Learner::on_weekdays();
    learner.on("2026-11-25").done([1, 2, 3]).on("2026-11-24");
    assert_eq!(learner.next(1), ["4 Tue 2026-11-24"]);
    assert_eq!(learner.study().schedule().missed, 0);
    // Both nights on which the clock jumps, in Berlin: a date is a date.
    for (before, after, today, tomorrow) in [
        ("2027-03-28T01:59:59+01:00", "2027-03-28T04:00:00+02:00", "2027-03-27", "2027-03-28"),
        ("2026-10-25T02:30:00+01:00", "2026-10-25T04:00:00+01:00", "2026-10-24", "2026-10-25"),
    ] {
        assert_eq!(learner.at(before).study().today(), date(today));
        assert_eq!(learner.at(after).study().today(), date(tomorrow));
    }
}

#[test]
fn a_journal_without_a_start_has_a_schedule() {
    let mut learner = Learner::new();
    assert_eq!(learner.study().schedule().started, None);
    assert_eq!(learner.finish(), "2027-03-26");
    learner.done([1]).sleep();
    assert_eq!(learner.study().schedule().started, Some(date("2026-11-23")));
    assert_eq!(learner.finish(), "2027-03-26");
    let pace = learner.study().schedule().pace;
    assert_eq!((pace.days.to_string().as_str(), pace.minutes), ("mon-fri", None));
}
