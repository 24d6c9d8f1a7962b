//! The schedule by its rules, each as a table: dates, promise, standing, spare days, what was missed.
//!
//! Deliberately absent: the moves (`replan.rs`) and the long run (`learner.rs`).

#[path = "common/learner.rs"]
mod learner;

use learner::{Learner, bare, date};
use ninety::journal::{By, Weekdays};
use ninety::study::calendar::Habits;
use ninety::study::schedule::dates::Kind;
use ninety::study::schedule::{Dates, Standing};

#[test]
fn remaining_days_fall_on_study_days_from_the_start_on() {
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
        // A start that has been: what was not done is due from today on.
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
    learner.done([2, 3]);
    assert_eq!(learner.next(1), ["4 Tue 2026-11-24"], "working ahead brings the rest forward");
    assert_eq!(learner.standing(), Standing::Ahead(2));
    learner.on("2026-11-28").done([4]);
    assert_eq!(
        learner.next(1),
        ["5 Mon 2026-11-30"],
        "a rest day may be used and asks for nothing"
    );
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
    assert_eq!(
        learner.next(1),
        ["2 Wed 2026-11-25"],
        "with another start of the day it was done today"
    );
    learner.at("2026-11-24T00:00:00+01:00");
    assert_eq!(learner.study().today(), date("2026-11-24"));
}

#[test]
fn spare_days_are_used_before_anything_is_behind() {
    let mut learner = Learner::on_weekdays();
    assert_eq!(learner.study().schedule().spare().total, 9, "one for every two of 18 weeks");
    for (on, standing, left, missed) in [
        ("2026-11-23", Standing::OnPace, 9, 0),
        ("2026-11-24", Standing::OnPace, 8, 0),
        ("2026-11-27", Standing::OnPace, 5, 3),
        ("2026-11-28", Standing::OnPace, 4, 4),
        ("2026-11-29", Standing::OnPace, 4, 4),
        ("2026-12-04", Standing::OnPace, 0, 8),
        ("2026-12-05", Standing::Behind(1), 0, 9),
        ("2026-12-08", Standing::Behind(2), 0, 10),
        // However long, there is no more to be behind with than the plan has.
        ("2027-03-27", Standing::Behind(81), 0, 89),
        ("2030-09-23", Standing::Behind(81), 0, 999),
        ("8999-12-31", Standing::Behind(81), 0, 1_819_195),
    ] {
        learner.on(on);
        let study = learner.study();
        let schedule = study.schedule();
        assert_eq!(schedule.standing(), standing, "{on}");
        assert_eq!(schedule.spare().left(), left, "{on}");
        assert_eq!(schedule.missed(), missed, "{on}");
        assert_eq!(learner.promised(), "2027-03-26", "{on}");
        assert!(schedule.remaining()[0].1 >= date(on), "{on}");
    }
}

#[test]
fn spare_days_can_be_set() {
    for (spare, standing) in [
        (0, Standing::Behind(3)),
        (2, Standing::Behind(1)),
        (3, Standing::OnPace),
        (900, Standing::OnPace),
    ] {
        let mut learner = Learner::new();
        learner.start("2026-11-23", "mon-fri").pace("mon-fri", None, Some(spare), None);
        learner.on("2026-11-26");
        assert_eq!(learner.standing(), standing, "{spare}");
    }
}

#[test]
fn a_re_plan_promises_a_new_end_and_one_undo_takes_it_back() {
    let mut learner = Learner::on_weekdays();
    learner.done([1, 2]).on("2026-12-14");
    let stood = (learner.promised(), learner.standing(), learner.study().schedule().missed());
    assert_eq!(stood, ("2027-03-26".into(), Standing::Behind(4), 14));
    learner.go_on();
    assert_eq!(learner.promised(), "2027-04-14");
    assert_eq!(learner.finish(), "2027-04-14");
    assert_eq!((learner.standing(), learner.study().schedule().missed()), (Standing::OnPace, 0));
    learner.pace("mon-sat", None, None, None);
    assert_eq!(learner.promised(), "2027-03-25");
    learner.undo();
    assert_eq!(learner.promised(), "2027-04-14");
    learner.undo();
    assert_eq!(
        (learner.promised(), learner.standing(), learner.study().schedule().missed()),
        stood
    );
}

#[test]
fn a_start_in_the_past_takes_in_what_was_done_since() {
    let mut learner = Learner::new();
    learner.on("2026-12-07").done(1..=10).start("2026-11-23", "mon-fri");
    assert_eq!((learner.standing(), learner.promised().as_str()), (Standing::OnPace, "2027-03-26"));
    assert_eq!(learner.study().schedule().spare().used, 0);
    // What was done before it does not.
    let mut learner = Learner::new();
    learner.done(1..=2).on("2026-12-07").start("2026-11-30", "mon-fri");
    assert_eq!((learner.standing(), learner.promised().as_str()), (Standing::OnPace, "2027-04-07"));
}

#[test]
fn a_start_that_is_recorded_late_begins_by_being_on_pace() {
    for (start, promised) in [
        ("2026-11-09", "2027-04-09"),
        ("2026-11-23", "2027-04-09"),
        ("2026-12-06", "2027-04-09"),
        ("2026-12-07", "2027-04-09"),
        ("2026-12-14", "2027-04-16"),
    ] {
        let mut learner = Learner::new();
        learner.on("2026-12-07").start(start, "mon-fri");
        assert_eq!((learner.promised(), learner.finish()), (promised.into(), promised.into()));
        assert_eq!(learner.standing(), Standing::OnPace, "{start}");
        let study = learner.study();
        assert_eq!((study.schedule().spare().used, study.schedule().missed()), (0, 0), "{start}");
        assert_eq!(study.started(), Some(date(start)), "the start is as it was set");
    }
    // From there on it goes as always.
    let mut learner = Learner::new();
    learner.on("2026-12-07").start("2026-11-23", "mon-fri").on("2026-12-10");
    assert_eq!(learner.study().schedule().spare().used, 3);
    learner.done(1..=4);
    assert_eq!(
        (learner.standing(), learner.study().schedule().spare().used),
        (Standing::OnPace, 0)
    );
}

#[test]
fn breaks_are_rest_and_neither_missed_nor_behind() {
    let mut learner = Learner::on_weekdays();
    learner.done([1]).away("2026-11-24", "2026-12-04");
    assert_eq!(learner.next(1), ["2 Mon 2026-12-07"]);
    assert_eq!(learner.promised(), "2027-04-08", "the end moves by the nine study days");
    learner.on("2026-12-07");
    assert_eq!(learner.study().schedule().missed(), 0);
    assert_eq!(learner.standing(), Standing::OnPace);
    // Breaks that overlap, that touch, and one that contains today.
    learner
        .away("2026-12-10", "2026-12-14")
        .away("2026-12-12", "2026-12-18")
        .away("2026-12-19", "2026-12-20");
    learner.away("2026-12-06", "2026-12-08");
    assert_eq!(learner.next(3), ["2 Wed 2026-12-09", "3 Mon 2026-12-21", "4 Tue 2026-12-22"]);
    let study = learner.study();
    let dates = study.schedule().dates();
    assert_eq!(dates.breaks().len(), 3);
    assert_eq!(dates.kind(date("2026-12-08")), Kind::Break);
    assert_eq!(dates.kind(date("2026-12-09")), Kind::Study);
    assert_eq!(dates.kind(date("2026-12-12")), Kind::Break);
    assert_eq!(dates.kind(date("2026-12-26")), Kind::Rest);
    // Work in a break counts as always.
    learner.on("2026-12-08").done([2]);
    assert_eq!(learner.next(1), ["3 Wed 2026-12-09"]);
    // A break of thousands of years costs no time.
    learner.away("2026-12-09", "8999-12-31");
    assert_eq!(learner.next(1), ["3 Wed 9000-01-01"]);
}

#[test]
fn study_days_are_counted_without_walking() {
    let dates = Dates::new(
        "mon,wed,sat".parse().unwrap(),
        vec![(date("2026-12-20"), date("2027-01-03")), (date("2026-12-01"), date("2026-12-02"))],
    );
    let from = date("2026-11-20");
    for (far, before) in from.iter_days().take(80).enumerate() {
        let walked =
            from.iter_days().take(far).filter(|date| dates.kind(*date) == Kind::Study).count();
        assert_eq!(dates.count(from, before) as usize, walked, "{before}");
        assert_eq!(dates.count(before, from), 0);
        let next = before.iter_days().find(|date| dates.kind(*date) == Kind::Study).unwrap();
        assert_eq!(dates.first_from(before), next);
    }
}

#[test]
fn week_by_week_the_week_is_what_counts() {
    let mut learner = Learner::new();
    learner.start("2026-11-23", "mon-fri").pace("mon-fri", None, Some(0), Some(By::Week));
    for (on, standing, missed) in [
        ("2026-11-27", Standing::OnPace, 0),
        ("2026-11-29", Standing::OnPace, 0),
        ("2026-11-30", Standing::Behind(5), 4),
        ("2026-12-04", Standing::Behind(5), 4),
    ] {
        learner.on(on);
        assert_eq!(
            (learner.standing(), learner.study().schedule().missed()),
            (standing, missed),
            "{on}"
        );
    }
    // Any order within the week is on pace, and the whole of it at once is not ahead.
    learner.on("2026-11-24").done([5, 3, 1, 2, 4]);
    assert_eq!(learner.standing(), Standing::OnPace);
    learner.done([6]);
    assert_eq!(learner.standing(), Standing::Ahead(1));
    learner.habits.week_start = chrono::Weekday::Sun;
    assert_eq!(learner.habits.week_of(date("2026-11-29")), date("2026-11-29"));
    assert_eq!(learner.habits.week_of(date("2026-11-28")), date("2026-11-22"));
}

#[test]
fn skipping_brings_the_end_nearer_and_leaves_the_promise() {
    let mut learner = Learner::on_weekdays();
    learner.skip(&[66, 68]);
    assert_eq!(learner.promised(), "2027-03-26");
    assert_eq!(learner.finish(), "2027-03-24");
    assert_eq!(learner.standing(), Standing::Ahead(1), "two days over, and one was due today");
}

#[test]
fn the_end_is_reached_early_or_at_all() {
    let mut learner = Learner::of(bare(1));
    assert_eq!(learner.next(2), ["1 Mon 2026-11-23"]);
    learner.done([1]);
    let study = learner.study();
    assert!(study.current_day().is_none());
    assert_eq!(study.schedule().finish(), None);
    assert_eq!(study.schedule().forecast(), None);
    assert_eq!(study.schedule().standing(), Standing::OnPace);
    learner.on("2031-01-01");
    assert_eq!((learner.standing(), learner.study().schedule().missed()), (Standing::OnPace, 0));

    let mut learner = Learner::on_weekdays();
    learner.done(1..=90);
    assert_eq!((learner.finish().as_str(), learner.promised().as_str()), ("none", "2027-03-26"));
    assert_eq!(learner.standing(), Standing::Ahead(89));
    learner.go_on();
    assert_eq!((learner.promised().as_str(), learner.standing()), ("none", Standing::OnPace));
}

#[test]
fn travel_and_clocks_change_what_today_is_and_never_what_was() {
    let mut learner = Learner::on_weekdays();
    learner.at("2026-12-08T06:30:00+01:00").done([1]);
    assert_eq!(learner.next(1), ["2 Wed 2026-12-09"]);
    // Eight hours later it is still Monday evening in Los Angeles: Tuesday's work stays Tuesday's.
    learner.at("2026-12-07T21:30:00-08:00");
    assert_eq!(learner.study().today(), date("2026-12-07"));
    assert_eq!(
        learner.study().completed(learner.plan.day(learner.no(1))),
        Some(date("2026-12-08"))
    );
    assert_eq!(learner.next(1), ["2 Mon 2026-12-07"]);
    assert_eq!(learner.study().schedule().missed(), 0);
    // A clock that is set back a day.
    let mut learner = Learner::on_weekdays();
    learner.on("2026-11-25").done([1, 2, 3]).on("2026-11-24");
    assert_eq!(learner.next(1), ["4 Tue 2026-11-24"]);
    assert_eq!(learner.standing(), Standing::Ahead(1));
    assert_eq!(learner.study().schedule().missed(), 0);
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
fn a_journal_from_before_has_a_schedule() {
    let mut learner = Learner::new();
    assert_eq!(learner.study().schedule().started(), None);
    assert_eq!(learner.study().schedule().promise(), None);
    assert_eq!(learner.standing(), Standing::OnPace);
    learner.done([1]).sleep();
    assert_eq!(learner.study().schedule().started(), Some(date("2026-11-23")));
    assert_eq!((learner.promised().as_str(), learner.standing()), ("2027-03-26", Standing::OnPace));
    assert_eq!(learner.study().schedule().pace().days.to_string(), "mon-fri");
    assert_eq!(learner.study().schedule().pace().days_set, None);
    assert_eq!(learner.study().schedule().pace().minutes, 180, "the plan's most");
}
