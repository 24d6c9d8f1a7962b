//! What is asked again: a table for each sentence of the rule. Questions are called by their day and number: `3.q1`.
//!
//! Deliberately absent: the screen that asks and the verb; and what the ladder is worth, which `examples/recall.rs` shows.

use crate::learner::{Learner, date};
use ninety::journal::{Fact, Said};
use ninety::plan::{Plan, Source};
use ninety::study::ladder::LADDER;
use ninety::study::recall::Asking;
use ninety::study::{Question, Study};
use proptest::prelude::*;

/// A plan of so many days with two questions each, the second of day 4 a long one.
fn plan(days: usize) -> &'static Plan {
    let day = |n: usize| {
        let long = if n == 4 { ", long = true" } else { "" };
        format!(
            "[[week.day]]\ntitle = \"Day {n}\"\ntasks = [{{ do = \"Do {n}\" }}]\nrecall = [{{ ask = \"First of {n}?\", \
             answer = \"One {n}.\" }}, {{ ask = \"Second of {n}?\", answer = \"Two {n}.\"{long} }}]\n"
        )
    };
    let text = format!("title = \"Asked\"\n[[week]]\ntitle = \"One\"\n{}", (1..=days).map(day).collect::<String>());
    Box::leak(Box::new(Plan::read(&[Source { name: "asked.toml".into(), text }]).unwrap()))
}

/// A learner of it who started on Monday, 23 November, on weekdays.
fn learner(days: usize) -> Learner {
    let mut learner = Learner::of(plan(days));
    learner.start("2026-11-23", "mon-fri");
    learner
}

fn names(questions: &[Question]) -> Vec<String> {
    questions.iter().map(Question::name).collect()
}

fn asked(learner: &Learner) -> Vec<String> {
    let study = learner.study();
    let session = study.to_ask(Asking::WarmUp);
    assert_eq!(study.warm_up_left(), session.len(), "the count is that of the questions");
    names(&session)
}

fn shaky(learner: &Learner) -> Vec<String> {
    names(&learner.study().shaky())
}

fn question(study: &Study, name: &str) -> Question {
    let days = study.plan().days().iter();
    days.flat_map(|day| study.questions(day)).find(|question| question.name() == name).unwrap()
}

impl Learner {
    fn say(&mut self, name: &str, said: Said) -> &mut Self {
        let question = question(&self.study(), name).id;
        self.record(Fact::Recall { question, said })
    }

    /// Answers what is asked this evening, all the same.
    fn says(&mut self, said: Said) -> &mut Self {
        for question in self.study().to_ask(Asking::WarmUp) {
            self.record(Fact::Recall { question: question.id, said });
        }
        self
    }

    fn notes(&mut self, day: usize, text: &str) -> &mut Self {
        let day = self.plan.day(self.no(day)).id().clone();
        self.record(Fact::Note { day, text: text.to_owned(), over: Vec::new() })
    }
}

#[test]
fn a_question_is_in_the_pool_from_the_next_date_on_while_its_day_is_complete() {
    let mut learner = learner(4);
    assert_eq!(asked(&learner), [""; 0], "nothing is done");
    learner.done([2]);
    assert_eq!(asked(&learner), [""; 0], "it was done today");
    learner.at("2026-11-24T03:59:00+01:00");
    assert_eq!(asked(&learner), [""; 0], "it is still that evening");
    learner.at("2026-11-24T04:00:00+01:00");
    assert_eq!(asked(&learner), ["2.q1", "2.q2"]);
    learner.skip(&[1]).sleep();
    assert_eq!(asked(&learner), ["2.q1", "2.q2"], "a skipped day is nothing that was learnt");
    learner.untick(2, 1);
    assert_eq!(asked(&learner), [""; 0], "it is open again");
    learner.done([2, 4]).sleep();
    assert_eq!(asked(&learner), ["2.q1", "2.q2", "4.q1"], "the long one is never among others");
}

#[test]
fn a_session_has_six_or_what_is_set_and_none_where_that_is_nothing() {
    let mut learner = learner(5);
    learner.done(1..=5).sleep();
    assert_eq!(asked(&learner), ["1.q1", "1.q2", "2.q1", "2.q2", "3.q1", "3.q2"]);
    learner.habits.warm_up = 2;
    assert_eq!(asked(&learner), ["1.q1", "1.q2"]);
    learner.habits.warm_up = 50;
    assert_eq!(asked(&learner).len(), 9);
    learner.habits.warm_up = 0;
    assert_eq!(asked(&learner), [""; 0]);
    assert_eq!(learner.study().unasked(), "The warm-up is off: `warm_up = 6` in the settings brings it back.");
}

#[test]
fn right_is_a_step_up_partly_stays_wrong_is_the_first_and_right_on_the_last_is_the_end() {
    assert_eq!(LADDER, [1, 3, 7, 16, 35]);
    let mut learner = learner(1);
    learner.done([1]);
    let step = |learner: &Learner| question(&learner.study(), "1.q1").asked.now.step;
    for (said, to) in [
        (Said::Partly, 0),
        (Said::Right, 1),
        (Said::Right, 2),
        (Said::Partly, 2),
        (Said::Wrong, 0),
        (Said::Wrong, 0),
        (Said::Right, 1),
        (Said::Right, 2),
        (Said::Right, 3),
        (Said::Right, 4),
    ] {
        learner.sleep().say("1.q1", said);
        assert_eq!(step(&learner), to, "{said:?}");
    }
    learner.sleep();
    assert_eq!(asked(&learner), ["1.q2", "1.q1"]);
    learner.say("1.q1", Said::Right).sleep();
    assert_eq!(usize::from(step(&learner)), LADDER.len());
    assert_eq!(asked(&learner), ["1.q2"], "right on the last step: done");
    assert_eq!(
        learner.study().unasked(),
        "There is nothing to ask: every question was right on every step.",
        "once the other one is done too"
    );
}

#[test]
fn the_rest_is_ordered_by_the_wait_as_a_part_of_the_gap_in_active_dates() {
    let mut learner = learner(4);
    learner.habits.warm_up = 3;
    // 1.q1 waits for 3 dates, 1.q2 for 1, each since the 24th.
    learner.done([1]).on("2026-11-24").say("1.q1", Said::Right).done([2]);
    learner.on("2026-11-25");
    assert_eq!(asked(&learner), ["1.q2", "2.q1", "2.q2"], "2 of 1, 1 of 1, 1 of 1, and 1 of 3");
    // Two dates on which nothing was done do not count.
    learner.on("2026-11-27");
    assert_eq!(asked(&learner), ["1.q2", "2.q1", "2.q2"]);
    learner.says(Said::Right);
    learner.on("2026-11-28");
    assert_eq!(asked(&learner), ["1.q1", "1.q2", "2.q1"], "2 of 3, and 1 of 3 in the plan's order");
}

#[test]
fn an_active_date_is_one_with_a_tick_a_note_minutes_or_an_answer() {
    let wait = |does: &dyn Fn(&mut Learner)| {
        let mut learner = learner(3);
        learner.habits.warm_up = 1;
        // 1.q1 is asked at 1/3 more for each active date; 2.q1 came in later and is at a whole.
        learner.done([1]).on("2026-11-24").say("1.q1", Said::Right).say("1.q2", Said::Right);
        for n in 25..=29 {
            learner.on(&format!("2026-11-{n}"));
            does(&mut learner);
        }
        learner.on("2026-12-01").done([2]).on("2026-12-02");
        asked(&learner)
    };
    let day = || plan(3).last_day().id().clone();
    assert_eq!(wait(&|_| {}), ["2.q1"], "nothing was done");
    assert_eq!(wait(&|learner| _ = learner.tick(3, 1).untick(3, 1)), ["1.q1"]);
    assert_eq!(wait(&|learner| _ = learner.notes(3, "A thought.")), ["1.q1"]);
    assert_eq!(
        wait(&|learner| _ = learner.record(Fact::Minutes { day: day(), minutes: 9, over: Vec::new() })),
        ["1.q1"]
    );
    assert_eq!(wait(&|learner| _ = learner.say("1.q2", Said::Right)), ["1.q1"]);
    assert_eq!(wait(&|learner| _ = learner.skip(&[3])), ["2.q1"], "to leave a day out is no study");
    assert_eq!(wait(&|learner| _ = learner.goal("2027-04-01")), ["2.q1"], "nor is to plan");
}

#[test]
fn at_most_two_come_back_those_first_that_have_waited_longest() {
    let mut learner = learner(9);
    learner.done(1..=9).on("2026-11-24").say("1.q1", Said::Partly).say("2.q1", Said::Wrong);
    learner.on("2026-11-25").say("3.q1", Said::Wrong).say("4.q1", Said::Wrong).say("5.q1", Said::Partly);
    learner.on("2026-11-26");
    assert_eq!(asked(&learner), ["2.q1", "1.q1", "1.q2", "2.q2", "3.q2", "5.q2"], "of one evening the wrong one first");
    learner.says(Said::Right);
    learner.on("2026-11-27");
    let session = asked(&learner);
    assert_eq!(session[..3], ["3.q1", "4.q1", "6.q1"]);
    assert!(!session.contains(&"1.q1".to_owned()), "what was right since goes by the ladder: {session:?}");
    assert_eq!(shaky(&learner), ["1.q1", "2.q1", "3.q1", "4.q1", "5.q1"], "and is shaky until it was right twice");
}

#[test]
fn what_was_partly_right_comes_back_however_often_others_are_wrong() {
    let mut learner = learner(9);
    learner.done(1..=9).sleep().say("9.q1", Said::Partly);
    let mut came = 0;
    for _ in 0..12 {
        learner.sleep();
        came += usize::from(asked(&learner).contains(&"9.q1".to_owned()));
        learner.says(Said::Wrong);
    }
    assert!(came > 1, "{came}");
}

#[test]
fn one_evening_is_one_step_however_often_it_was_right() {
    let mut learner = learner(2);
    learner.done([1]).sleep().say("1.q1", Said::Wrong);
    for _ in 0..6 {
        learner.say("1.q1", Said::Right);
    }
    let standing = question(&learner.study(), "1.q1").asked.now;
    assert_eq!((standing.step, standing.rights), (1, 1));
    assert_eq!(shaky(&learner), ["1.q1"]);
}

#[test]
fn a_shaky_question_leaves_after_two_rights_in_a_row() {
    let mut learner = learner(2);
    learner.done([1]).sleep();
    for (said, is_shaky) in [
        (Said::Right, false),
        (Said::Wrong, true),
        (Said::Right, true),
        (Said::Partly, true),
        (Said::Right, true),
        (Said::Right, false),
        (Said::Right, false),
        (Said::Partly, true),
    ] {
        learner.say("1.q1", said).sleep();
        assert_eq!(shaky(&learner), if is_shaky { vec!["1.q1"] } else { Vec::new() }, "{said:?}");
    }
    learner.untick(1, 1);
    assert_eq!(shaky(&learner), [""; 0], "what is open again is not shaky");
}

#[test]
fn after_seven_missed_study_days_there_are_three_and_nothing_has_piled_up() {
    let mut learner = learner(9);
    learner.done(1..=9);
    for (on, count) in [("2026-12-02", 6), ("2026-12-03", 3), ("2026-12-24", 3), ("2027-11-24", 3)] {
        learner.on(on);
        assert_eq!(asked(&learner).len(), count, "on {on}");
    }
    learner.on("2026-12-07").says(Said::Right);
    assert_eq!(asked(&learner), [""; 0], "the three are the session, answered or not");
    assert_eq!(learner.study().to_ask(Asking::More).len(), 3);
    learner.sleep();
    assert_eq!(asked(&learner).len(), 6);
    let mut resting = self::learner(9);
    resting.done(1..=9).away("2026-11-24", "2026-12-06").on("2026-12-06").goal("2027-04-01").on("2026-12-07");
    assert_eq!(asked(&resting).len(), 3, "nor does a break, or a new goal in it, make it more");
}

#[test]
fn a_session_is_what_stood_first_in_the_morning_and_what_was_answered_leaves_it() {
    let mut learner = learner(9);
    learner.done(1..=9).sleep();
    let session = asked(&learner);
    for (place, name) in session.iter().enumerate() {
        assert_eq!(asked(&learner), session[place..], "no wrong one comes back in the same session");
        learner.say(name, Said::Wrong);
        assert_eq!(asked(&learner), session[place + 1..]);
        if place == 2 {
            learner.undo();
            assert_eq!(asked(&learner), session[place..], "what is taken back is asked again");
            learner.say(name, Said::Wrong);
        }
    }
    assert_eq!(learner.study().unasked(), "Today's warm-up is done; `ninety recall --shaky` shows what is shaky.");
    let more = names(&learner.study().to_ask(Asking::More));
    assert_eq!(more, ["4.q1", "5.q1", "5.q2", "6.q1", "6.q2", "7.q1"], "none that was asked today");
    learner.sleep();
    assert_eq!(asked(&learner)[..2], ["1.q1", "1.q2"], "a wrong one is back the next time");
}

#[test]
fn what_is_asked_elsewhere_today_counts_for_the_session() {
    let mut learner = learner(9);
    learner.done(1..=9).sleep().say("9.q2", Said::Right);
    assert_eq!(asked(&learner), ["1.q1", "1.q2", "2.q1", "2.q2", "3.q1"], "five are left");
}

#[test]
fn two_machines_that_both_answered_ask_the_same_after_a_sync() {
    let mut mine = learner(9);
    mine.done(1..=9).sleep();
    let mut theirs = Learner { machine: 9, ..mine.clone() };
    mine.say("1.q1", Said::Wrong).say("1.q2", Said::Right).sleep().say("2.q1", Said::Right);
    theirs.say("1.q1", Said::Right).say("3.q1", Said::Wrong).sleep().say("1.q1", Said::Partly);
    let common = 10;
    let union = |first: &Learner, second: &Learner| {
        let lines = first.lines.iter().chain(&second.lines[common..]).cloned().collect();
        let mut both = Learner { lines, ..mine.clone() };
        both.on("2026-11-26");
        (asked(&both), shaky(&both), both.study().recalled())
    };
    let (session, shaky, recalled) = union(&mine, &theirs);
    assert_eq!((session.clone(), shaky.clone(), recalled), union(&theirs, &mine));
    assert_eq!(recalled, [6, 3, 2], "every answer of both");
    assert_eq!(shaky, ["1.q1", "3.q1"]);
    assert_eq!(session[..2], ["3.q1", "1.q1"]);
}

#[test]
fn shaky_ones_are_listed_by_day_and_at_most_twelve_are_asked() {
    let mut learner = learner(9);
    learner.done(1..=9).sleep();
    assert_eq!(names(&learner.study().to_ask(Asking::Shaky)), [""; 0]);
    for n in (1..=9).rev() {
        learner.say(&format!("{n}.q1"), if n == 5 { Said::Wrong } else { Said::Partly });
        if n != 4 {
            learner.say(&format!("{n}.q2"), Said::Partly);
        }
    }
    assert_eq!(shaky(&learner)[..4], ["1.q1", "1.q2", "2.q1", "2.q2"]);
    assert_eq!(shaky(&learner).len(), 17);
    assert_eq!(names(&learner.study().to_ask(Asking::Shaky)), [""; 0], "none that was asked today");
    learner.sleep();
    let to_ask = names(&learner.study().to_ask(Asking::Shaky));
    assert_eq!((to_ask.len(), to_ask[0].as_str()), (12, "5.q1"));
}

#[test]
fn a_plan_without_questions_has_nothing_to_ask() {
    let mut learner = Learner::of(crate::learner::bare(2));
    learner.start("2026-11-23", "mon-fri").done([1]).sleep();
    assert_eq!(asked(&learner), [""; 0]);
    assert_eq!(learner.study().unasked(), "The plan has no questions; lines Q: and A: in a note make one of yours.");
    assert_eq!(
        self::learner(2).study().unasked(),
        "Nothing to ask yet: questions come from the date after a day is complete."
    );
}

#[test]
fn a_wrong_one_is_there_the_next_evening_and_none_twice_in_a_session_over_the_built_in_days() {
    let mut learner = Learner::on_weekdays();
    let mut wrong: Option<String> = None;
    for day in 1..=10 {
        let session = asked(&learner);
        let mut once = session.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), session.len(), "day {day}");
        assert!(wrong.iter().all(|name| session.contains(name)), "day {day}: {wrong:?} in {session:?}");
        wrong = session.last().cloned();
        for (place, name) in session.iter().enumerate() {
            learner.say(name, if place + 1 == session.len() { Said::Wrong } else { Said::Right });
        }
        learner.done([day]).sleep();
        while matches!(learner.now.format("%a").to_string().as_str(), "Sat" | "Sun") {
            learner.sleep();
        }
    }
    assert_eq!(date("2026-12-07"), learner.study().today());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_session_is_never_longer_than_six_never_has_one_twice_and_never_more_than_two_that_come_back(
        evenings in prop::collection::vec((1..4i64, prop::collection::vec(0..3usize, 0..8), 0..10usize), 1..30),
    ) {
        let mut learner = learner(9);
        for (days, says, done) in evenings {
            for _ in 0..days {
                learner.sleep();
            }
            learner.done(1..=done);
            let study = learner.study();
            let session = study.to_ask(Asking::WarmUp);
            prop_assert!(session.len() <= 6 && study.warm_up_left() == session.len());
            let mut ids: Vec<&str> = session.iter().map(|question| question.id.as_str()).collect();
            ids.sort_unstable();
            ids.dedup();
            prop_assert_eq!(ids.len(), session.len());
            let came_back = |one: &&Question| one.is_shaky(one.asked.now) && one.asked.now.rights == 0;
            prop_assert!(session.iter().filter(came_back).count() <= 2);
            for (question, said) in session.iter().zip(says) {
                learner.record(Fact::Recall { question: question.id.clone(), said: Said::ALL[said] });
            }
        }
    }
}
