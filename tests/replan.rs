//! The moves: what each preview shows, that the fact makes it true, and what is refused.
//!
//! Deliberately absent: the command line's words for them (`cli_schedule.rs`).

#![expect(clippy::unwrap_used, reason = "a test fails so")]

#[path = "common/learner.rs"]
mod learner;

use learner::{Learner, bare, date};
use ninety::journal::{Budget, Fact, Replanned, Weekdays};
use ninety::study::replan::{Impossible, Pair, Replan, Warning};
use ninety::study::schedule::Standing;

/// Ends before and after a move, as texts.
fn ends(learner: &Learner, to: &Replan) -> [String; 2] {
    let preview = learner.study().preview(to);
    [preview.before.end, preview.after.end]
        .map(|end| end.map_or("none".into(), |end| end.to_string()))
}

fn pace(days: &str, minutes: Option<u16>) -> Replan {
    Replan::Pace { days: days.parse().unwrap(), budget: Budget { minutes, spare: None }, by: None }
}

fn skip(learner: &Learner, days: &[usize]) -> Replan {
    let days = days.iter().map(|n| learner.no(*n)).collect();
    Replan::Skip { days, because: "known".into() }
}

fn away(from: &str, until: &str) -> Replan {
    Replan::Away { from: date(from), until: date(until), because: String::new() }
}

/// A learner who did four weeks and then nothing for one.
fn a_week_later() -> Learner {
    let mut learner = Learner::on_weekdays();
    for n in 0..20 {
        let on =
            date("2026-11-23") + chrono::TimeDelta::days(i64::try_from(n / 5 * 7 + n % 5).unwrap());
        learner.on(&on.to_string()).done([n + 1]);
    }
    learner.on("2026-12-28");
    learner
}

#[test]
fn each_move_shows_both_ends_and_its_fact_makes_them_true() {
    let learner = a_week_later();
    for (to, before, after) in [
        (Replan::Continue, "2027-03-26", "2027-04-02"),
        (Replan::KeepEnd, "2027-03-26", "2027-03-26"),
        (skip(&learner, &[66, 68]), "2027-04-02", "2027-03-31"),
        (away("2027-01-04", "2027-01-10"), "2027-03-26", "2027-04-09"),
        (pace("mon-sat", None), "2027-03-26", "2027-03-18"),
        (pace("mon-fri", Some(60)), "2027-03-26", "2027-04-02"),
    ] {
        assert_eq!(ends(&learner, &to), [before, after], "{to:?}");
        let shown = learner.study().preview(&to);
        let mut then = learner.clone();
        then.record(shown.fact.unwrap());
        let study = then.study();
        assert_eq!(study.schedule().remaining()[..7], shown.after.next, "{to:?}");
        assert_eq!(study.heaviest(), shown.after.heaviest, "{to:?}");
        assert_eq!(then.finish(), after, "{to:?}");
        if !matches!(to, Replan::Skip { .. }) {
            assert_eq!(
                (then.promised().as_str(), then.standing()),
                (after, Standing::OnPace),
                "{to:?}"
            );
        }
        then.undo();
        assert_eq!(
            (then.promised(), then.finish()),
            (learner.promised(), learner.finish()),
            "{to:?}"
        );
        assert_eq!(then.study().schedule().missed(), 5, "{to:?}");
    }
}

#[test]
fn keeping_the_end_pairs_light_days_that_do_not_build_on_one_another() {
    let learner = a_week_later();
    let preview = learner.study().preview(&Replan::KeepEnd);
    let paired: Vec<[u16; 2]> =
        preview.paired.iter().map(|pair| [pair.earlier.get(), pair.later.get()]).collect();
    assert_eq!(
        paired,
        [[31, 32], [37, 38], [39, 40], [47, 48], [53, 54]],
        "the lightest, then the first"
    );
    let then = learner.study().supposing(preview.fact.clone().unwrap());
    for Pair { earlier, later, date } in &preview.paired {
        let schedule = then.schedule();
        assert!(date.is_some() && schedule.date(*earlier) == *date);
        assert_eq!(schedule.date(*later), *date);
        let (plan, later) = (learner.plan, learner.plan.day(*later));
        assert!(!later.builds_on().contains(earlier));
        assert!(plan.milestone_of(*earlier).is_none() || plan.milestone_of(later.no()).is_none());
        assert!(
            plan.day(*earlier).minutes().unwrap().min() + later.minutes().unwrap().min() <= 180
        );
    }
    let heaviest = preview.after.heaviest.unwrap();
    assert_eq!((heaviest.least, heaviest.days.len()), (180, 2));
    let Ok(Fact::Replan(Replanned::KeepEnd(ids))) = preview.fact else { panic!() };
    assert_eq!(ids.len(), 5);
}

#[test]
fn a_pair_shares_its_evening_until_it_no_longer_may() {
    let mut learner = a_week_later();
    learner.moved(&Replan::KeepEnd);
    let date_of =
        |learner: &Learner, n: usize| learner.study().schedule().date(learner.no(n)).unwrap();
    assert_eq!(date_of(&learner, 31), date_of(&learner, 32));
    // Half of a pair done leaves the other half for the same evening.
    let evening = date_of(&learner, 31);
    learner.done(21..=30).on(&evening.to_string()).done([31]);
    assert_eq!(date_of(&learner, 32), evening);
    learner.sleep();
    assert_eq!(date_of(&learner, 32), evening + chrono::TimeDelta::days(1));
    // With less time an evening, no pair holds; at another pace those that still may are named.
    let mut busy = learner.clone();
    busy.pace("mon-fri", Some(120), None, None);
    assert_ne!(date_of(&busy, 39), date_of(&busy, 40));
    let named = |to: &Replan| -> Vec<[u16; 2]> {
        let paired = learner.study().preview(to).paired;
        paired.iter().map(|pair| [pair.earlier.get(), pair.later.get()]).collect()
    };
    assert_eq!(named(&pace("mon-sat", None)), [[37, 38], [39, 40], [47, 48], [53, 54]]);
    assert!(named(&pace("mon-sat", Some(120))).is_empty());
    assert!(named(&Replan::Continue).is_empty());
    // Whose other half is gone stands alone.
    learner.skip(&[53]);
    assert_ne!(date_of(&learner, 54), date_of(&learner, 52));
    let mut later = learner.clone();
    later.done([39]).sleep();
    assert_ne!(date_of(&later, 40), date_of(&later, 38), "38 remains, and has a half of its own");
    learner.go_on();
    assert_ne!(date_of(&learner, 39), date_of(&learner, 40), "to go on is to go one by one");
}

#[test]
fn an_end_that_cannot_be_kept_says_by_how_much_and_what_would_keep_it() {
    let mut learner = Learner::on_weekdays();
    for (on, short, days) in
        [("2026-12-21", 6, Some("mon-sun")), ("2027-01-18", 26, None), ("2027-05-01", 76, None)]
    {
        learner.on(on);
        let preview = learner.study().preview(&Replan::KeepEnd);
        let told = preview.fact.err();
        let days = days.map(|days| days.parse().unwrap());
        assert_eq!(told, Some(Impossible { short, days }), "{on}");
        // What is offered ends in time by itself, and one study day less does not.
        for offered in ["mon-fri", "mon-sat", "mon-sun"] {
            let to: Weekdays = offered.parse().unwrap();
            let kept = learner.study().preview(&pace(offered, None)).after.end;
            let is_enough = days.is_some_and(|days: Weekdays| to.count() >= days.count());
            assert_eq!(kept.unwrap() <= date(&learner.promised()), is_enough, "{on} {offered}");
        }
    }
    // Without missed days there is nothing to pair.
    let learner = Learner::on_weekdays();
    let preview = learner.study().preview(&Replan::KeepEnd);
    assert_eq!(
        (preview.paired, preview.fact),
        (Vec::new(), Ok(Fact::Replan(Replanned::KeepEnd(Vec::new()))))
    );
}

#[test]
fn skipping_warns_of_the_days_that_build_on_what_is_skipped() {
    let learner = Learner::on_weekdays();
    let warned = |days: &[usize]| learner.study().preview(&skip(&learner, days)).warnings;
    let warning = |day, on| Warning { day: learner.no(day), builds_on: learner.no(on) };
    assert_eq!(warned(&[28]), [35, 36, 63, 69].map(|day| warning(day, 28)));
    assert_eq!(
        warned(&[28, 35]),
        [warning(36, 28), warning(63, 28), warning(69, 28), warning(42, 35), warning(49, 35)]
    );
    assert_eq!(warned(&[90]), []);
}

#[test]
fn a_move_says_whether_anything_would_be_otherwise() {
    let fresh = Learner::on_weekdays();
    let late = a_week_later();
    for (to, from_fresh, from_late) in [
        (Replan::Continue, false, true),
        (Replan::KeepEnd, false, true),
        (skip(&late, &[]), false, true),
        (skip(&late, &[66]), true, true),
        (away("2026-11-02", "2026-11-06"), false, true),
        (away("2027-01-04", "2027-01-10"), true, true),
        (away("2040-01-01", "2040-01-10"), false, true),
        (pace("mon-fri", None), false, true),
        (pace("mon-fri", Some(90)), true, true),
        (pace("mon-thu", None), true, true),
    ] {
        assert_eq!(fresh.study().preview(&to).changes, from_fresh, "{to:?}");
        assert_eq!(late.study().preview(&to).changes, from_late, "{to:?}");
    }
    let mut moved = a_week_later();
    moved.moved(&Replan::Continue);
    assert!(!moved.study().preview(&Replan::Continue).changes);
    // A break that has been changes what was missed, once.
    let been = away("2026-12-21", "2026-12-25");
    assert!(moved.study().preview(&been).changes);
    moved.moved(&been);
    assert!(!moved.study().preview(&been).changes);
}

#[test]
fn a_finished_plan_has_nothing_to_lay_out_anew() {
    let mut learner = Learner::of(bare(2));
    learner.start("2026-11-23", "mon-sun").done([1, 2]);
    for to in
        [Replan::Continue, Replan::KeepEnd, pace("sat", None), away("2026-11-23", "2026-11-24")]
    {
        let preview = learner.study().preview(&to);
        assert_eq!((preview.after.end, preview.after.heaviest), (None, None), "{to:?}");
        assert!(preview.after.next.is_empty() && preview.paired.is_empty(), "{to:?}");
    }
}
