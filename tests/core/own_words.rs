//! What the learner adds to the plan: tasks of their own, what they have read, and notes that move.
//!
//! Deliberately absent: the screens and verbs that do it.

use crate::learner::{Learner, date};
use ninety::describe;
use ninety::journal::{Answers, Fact, Journal, Mark};
use ninety::plan::{Day, ItemId};
use ninety::study::reference::{self, Named};
use ninety::study::{OwnTask, Study};

fn views(learner: &Learner) -> &'static Day {
    learner.plan.day(learner.no(17))
}

fn add(learner: &mut Learner, text: &str) {
    let fact = learner.study().added(views(learner), text).unwrap();
    learner.record(fact);
}

/// The own tasks of day 17, those that are done with a mark.
fn own(study: &Study) -> Vec<String> {
    let day = study.plan().find_day("views").unwrap().no();
    let sign = |task: &OwnTask| if task.done.is_some() { "✓" } else { "○" };
    study.own_tasks(day).iter().map(|t| format!("{} {} {}", t.number, sign(t), t.text)).collect()
}

fn told(learner: &Learner) -> String {
    let study = learner.study();
    let last = study.journal().entries().next_back().unwrap();
    describe::entry(&study, &last)
}

/// What the lines of two machines together say, in whatever order they stand.
fn in_every_order<T: PartialEq + std::fmt::Debug>(mine: &Learner, theirs: &Learner, says: impl Fn(&Study) -> T) -> T {
    let mut lines: Vec<&String> = mine.lines.iter().chain(&theirs.lines).collect();
    let study = |lines: &[&String]| {
        let text: String = lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect();
        Study::new(mine.plan, Journal::of_text(&text), mine.now)
    };
    let first = says(&study(&lines));
    for _ in 0..lines.len() {
        lines.rotate_left(1);
        assert_eq!(says(&study(&lines)), first);
        let reversed: Vec<&String> = lines.iter().rev().copied().collect();
        assert_eq!(says(&study(&reversed)), first);
    }
    first
}

#[test]
fn a_task_of_ones_own_is_added_ticked_reworded_and_removed() {
    let mut learner = Learner::on_weekdays();
    let (day, plan_count) = (views(&learner), learner.study().fold().count(views(&learner)));
    add(&mut learner, "  Ask about\n migrations ");
    assert_eq!(own(&learner.study()), ["3 ○ Ask about migrations"]);
    assert_eq!(told(&learner), "Added “Ask about migrations” to day 17, Views");
    assert!(learner.lines.last().unwrap().contains(r#"add = "Ask about migrations", day = "views" }"#));
    assert!(learner.study().fold().dates.is_empty(), "to add is no study");

    let task = learner.study().own_tasks(day.no()).remove(0);
    assert_eq!(task.id, ItemId::new("views/+ask-about-migrations"));
    let fact = Fact::toggled(&task.id, task.done.is_some());
    let slots = learner.study().schedule().slots.clone();
    learner.record(fact);
    let study = learner.study();
    assert_eq!(told(&learner), "Ticked 17.3 “Ask about migrations”");
    assert_eq!(own(&study), ["3 ✓ Ask about migrations"]);
    assert_eq!(study.own_tasks(day.no())[0].done, Some(date("2026-11-23")));
    assert!(study.fold().dates.iter().any(|(on, done)| *on == date("2026-11-23") && done.is_studied));
    assert_eq!(study.fold().count(day), plan_count, "it counts for itself alone");
    assert_eq!((study.state(day), study.schedule().slots.clone()), (ninety::study::DayState::Open, slots));

    // Other words: its place and its tick stay, and it is found by both ids.
    add(&mut learner, "Another");
    let task = learner.study().own_tasks(day.no()).remove(0);
    let fact = learner.study().reworded(&task, "Ask Ada about migrations").unwrap().unwrap();
    learner.record(fact);
    assert_eq!(own(&learner.study()), ["3 ✓ Ask Ada about migrations", "4 ○ Another"]);
    assert_eq!(told(&learner), "Changed “Ask about migrations” to “Ask Ada about migrations” on day 17, Views");
    // Another machine, which has not seen the new words, unticks it.
    learner.record(Fact::Open(vec![Mark::Item(task.id)]));
    assert_eq!(own(&learner.study()), ["3 ○ Ask Ada about migrations", "4 ○ Another"]);

    let study = learner.study();
    let fact = study.removed(&study.own_tasks(day.no())[0]);
    learner.record(fact);
    assert_eq!(told(&learner), "Removed “Ask Ada about migrations” from day 17, Views");
    assert_eq!(own(&learner.study()), ["3 ○ Another"]);
    learner.undo();
    assert_eq!(own(&learner.study()), ["3 ○ Ask Ada about migrations", "4 ○ Another"]);
    assert!(learner.study().orphans().is_empty());
}

#[test]
fn a_task_of_ones_own_says_something_new() {
    let mut learner = Learner::on_weekdays();
    add(&mut learner, "Ask Ada");
    for (text, sentence) in [
        ("", "A task of your own needs a word: say what is to be done."),
        (" \n?!", "A task of your own needs a word: say what is to be done."),
        ("ask ada!", "Task 17.3 says this already, on day 17, Views."),
    ] {
        assert_eq!(learner.study().added(views(&learner), text), Err(sentence.to_owned()), "{text}");
    }
    let study = learner.study();
    let task = &study.own_tasks(views(&learner).no())[0];
    assert_eq!(study.reworded(task, "Ask Ada"), Ok(None), "the same words");
    assert!(study.reworded(task, "Ask Ada!").unwrap().is_some(), "the same slug and other words");
}

#[test]
fn references_find_tasks_of_ones_own_after_those_of_the_plan() {
    let mut learner = Learner::on_weekdays();
    add(&mut learner, "Ask Ada");
    let study = learner.study();
    for word in ["17.3", "views.3", "views/+ask-ada"] {
        match reference::find(&study, word) {
            Ok(Named::Own(day, task)) => {
                assert_eq!((day.no(), &*task.text), (learner.no(17), "Ask Ada"));
            }
            other => panic!("{word}: {other:?}"),
        }
    }
    let sentence = reference::find(&study, "17.4").unwrap_err();
    assert_eq!(sentence, "There is no task 17.4: day 17, Views, has tasks 17.1 to 17.3.");
    let sentence = reference::find(&study, "views/+ask").unwrap_err();
    assert!(sentence.ends_with(", views/+ask-ada."), "{sentence}");
}

#[test]
fn two_machines_agree_about_tasks_of_ones_own() {
    // Both add the same; one ticks, the other words it otherwise; one takes away what it has seen.
    let base = Learner::on_weekdays();
    let (mut mine, mut theirs) = (base.clone(), base);
    theirs.machine = 9;
    add(&mut mine, "Ask Ada");
    theirs.record(Fact::Open(vec![Mark::Item(ItemId::new("views/none"))]));
    add(&mut theirs, "Ask Ada");
    let task = |learner: &Learner| learner.study().own_tasks(views(learner).no()).remove(0);
    let task_of_mine = task(&mine);
    let ticked = Fact::toggled(&task_of_mine.id, task_of_mine.done.is_some());
    let removed = theirs.study().removed(&task(&theirs));
    mine.record(ticked);
    assert_eq!(in_every_order(&mine, &theirs, own), ["3 ✓ Ask Ada"]);
    theirs.record(removed);
    assert_eq!(in_every_order(&mine, &theirs, own), ["3 ✓ Ask Ada"], "mine was not seen there");
}

#[test]
fn what_was_read_is_ticked_and_unticked() {
    let mut learner = Learner::on_weekdays();
    let resource = &views(&learner).resources[0];
    let url = resource.url();
    for (is_read, sentence) in [
        (true, format!("Read “{}”", resource.title)),
        (false, format!("Marked “{}” as not read", resource.title)),
        (true, format!("Read “{}”", resource.title)),
    ] {
        let fact = learner.study().read_toggled(url);
        learner.record(fact).sleep();
        assert_eq!((learner.study().has_read(url), told(&learner)), (is_read, sentence));
    }
    let studied = learner.study().fold().dates.iter().map(|(on, _)| on.to_string()).collect::<Vec<_>>();
    assert_eq!(studied, ["2026-11-23", "2026-11-25"], "to untick it is no study");
    let fact = learner.study().read_toggled("https://example.org/else");
    learner.record(fact);
    assert_eq!(told(&learner), "Read https://example.org/else");
    assert!(!learner.study().has_read("https://example.org/"), "an address is one by the letter");
    learner.undo();
    assert!(!learner.study().has_read("https://example.org/else"));
}

#[test]
fn two_machines_agree_about_what_was_read() {
    let url = "https://docs.djangoproject.com/";
    let (mut mine, mut theirs) = (Learner::on_weekdays(), Learner::on_weekdays());
    theirs.machine = 9;
    for learner in [&mut mine, &mut theirs] {
        let fact = learner.study().read_toggled(url);
        learner.record(fact);
    }
    let fact = mine.study().read_toggled(url);
    mine.record(fact);
    let is_read = |study: &Study| study.has_read(url);
    assert!(in_every_order(&mine, &theirs, is_read), "theirs was not seen here");
    // One who has seen both takes both back.
    theirs.lines = [mine.lines.as_slice(), &theirs.lines[1..]].concat();
    let fact = theirs.study().read_toggled(url);
    theirs.record(fact);
    assert!(!in_every_order(&mine, &theirs, is_read));
}

/// The notes of days 16 and 17.
fn notes(study: &Study) -> [String; 2] {
    [16, 17].map(|n| study.note(study.plan().day_no(n).unwrap()))
}

fn note(learner: &mut Learner, n: usize, text: &str) {
    let day = learner.plan.day(learner.no(n));
    let fact = learner.study().noted(day, text, &[], "").unwrap();
    learner.record(fact);
}

#[test]
fn a_note_moves_to_another_day() {
    let mut learner = Learner::on_weekdays();
    note(&mut learner, 16, "First.");
    note(&mut learner, 16, "Second.");
    let (from, to) = (learner.no(16), views(&learner));
    let key = learner.study().paragraphs(from).next().unwrap().key;
    let fact = learner.study().moved(key, to).unwrap();
    assert_eq!(learner.study().moved(key, learner.plan.day(from)), None, "it is there already");
    learner.record(fact);
    assert_eq!(notes(&learner.study()), ["Second.", "First."]);
    assert_eq!(told(&learner), "Moved a note to day 17, Views");
    assert_eq!(learner.study().moved(key, to), None, "that entry stands no longer");
    // On from there, and back by undo.
    let key = learner.study().paragraphs(to.no()).next().unwrap().key;
    let fact = learner.study().moved(key, learner.plan.day(from)).unwrap();
    learner.record(fact);
    assert_eq!(notes(&learner.study()), ["Second.\n\nFirst.", ""]);
    learner.undo().undo();
    assert_eq!(notes(&learner.study()), ["First.\n\nSecond.", ""]);
}

#[test]
fn a_note_of_a_day_that_the_plan_lost_moves_to_one_that_it_has() {
    let mut learner = Learner::on_weekdays();
    let lost = ninety::plan::DayId::new("lost");
    learner.record(Fact::Note { day: lost, text: "Kept.\n".into(), over: Vec::new() });
    let key = learner.study().journal().entries().next_back().unwrap().key;
    let day = views(&learner).id().clone();
    learner.record(Fact::Note { day, text: "Kept.\n".into(), over: vec![key] });
    assert_eq!(notes(&learner.study()), ["", "Kept."]);
    assert!(learner.study().fold().unknown.days["lost"].notes.is_empty());
}

#[test]
fn two_machines_agree_about_a_note_that_moves() {
    let mut mine = Learner::on_weekdays();
    note(&mut mine, 16, "Words.");
    let mut theirs = mine.clone();
    theirs.machine = 9;
    let key = mine.study().paragraphs(mine.no(16)).next().unwrap().key;
    let fact = mine.study().moved(key, views(&mine)).unwrap();
    mine.record(fact);
    // There it is written otherwise meanwhile: neither words are lost.
    let day = theirs.plan.day(theirs.no(16));
    let fact = theirs.study().noted(day, "Better words.", &[key], "Words.").unwrap();
    theirs.record(fact);
    assert_eq!(in_every_order(&mine, &theirs, notes), ["Better words.", "Words."]);
    // Or moved too, and what was moved is removed: only what was seen goes.
    let key = theirs.study().paragraphs(day.no()).next().unwrap().key;
    let fact = theirs.study().moved(key, views(&theirs)).unwrap();
    theirs.record(fact);
    let key = mine.study().paragraphs(views(&mine).no()).next().unwrap().key;
    let fact = mine.study().noted(views(&mine), "", &[key], "Words.").unwrap();
    mine.record(fact);
    assert_eq!(in_every_order(&mine, &theirs, notes), ["", "Better words."]);
}

#[test]
fn the_minutes_of_a_day_are_mended() {
    let mut learner = Learner::on_weekdays();
    let day = views(&learner);
    assert_eq!(learner.study().minutes_set(day, 0), None, "nothing is logged");
    for minutes in [45, 30] {
        learner.record(Fact::Minutes { day: day.id().clone(), minutes, over: Vec::new() });
    }
    assert_eq!(learner.study().minutes_set(day, 75), None, "it is so");
    for minutes in [60, 0, 20] {
        let fact = learner.study().minutes_set(day, minutes).unwrap();
        learner.record(fact);
        assert_eq!(learner.study().day(day.no()).minutes(), minutes);
    }
    learner.undo().undo().undo();
    assert_eq!(learner.study().day(day.no()).minutes(), 75);
}

#[test]
fn to_look_at_words_and_leave_them_brings_nothing_back() {
    // A note, a review, a task of one's own: shown here, written otherwise on another machine, left here as they were.
    let mut learner = Learner::on_weekdays();
    let (day, week) = (views(&learner), &learner.plan.weeks()[2]);
    note(&mut learner, 17, "Old.");
    add(&mut learner, "Old task");
    let answers = |can: &str| Answers::new([can, "", ""]);
    let none = Answers::default();
    let fact = learner.study().reviewed(week, answers("Old."), &[], &none).unwrap();
    learner.record(fact);
    let study = learner.study();
    let (notes, reviews) = (study.day(day.no()).notes.clone(), study.reviews(week));
    let (task, reviews) = (&study.own_tasks(day.no())[0], vec![reviews[0].key]);
    for fact in [
        study.noted(day, "New.", &notes, "Old.").unwrap(),
        study.reviewed(week, answers("New."), &reviews, &answers("Old.")).unwrap(),
        study.reworded(task, "New task").unwrap().unwrap(),
    ] {
        learner.record(fact);
    }
    let study = learner.study();
    for left in ["Old.", "Old.\n", "\nOld.  "] {
        assert_eq!(study.noted(day, left, &notes, "Old.\n"), None, "{left:?}");
        assert_eq!(study.reviewed(week, answers(left), &reviews, &answers("Old.")), None, "{left:?}");
    }
    for left in ["Old task", " Old task\n"] {
        assert_eq!(study.reworded(task, left), Ok(None), "{left:?}");
    }
    // What was typed is recorded beside what came meanwhile.
    assert!(study.noted(day, "Mine.", &notes, "Old.").is_some());
    assert!(study.reviewed(week, answers("Mine."), &reviews, &answers("Old.")).is_some());
    assert!(study.reviewed(week, none.clone(), &[], &none).is_some(), "a first look back counts");
    assert!(study.reworded(task, "My task").unwrap().is_some());
}

#[test]
fn to_move_a_note_is_no_study() {
    let mut learner = Learner::on_weekdays();
    note(&mut learner, 16, "Words.");
    let key = learner.study().paragraphs(learner.no(16)).next().unwrap().key;
    let fact = learner.study().moved(key, views(&learner)).unwrap();
    learner.on("2026-11-25").record(fact);
    let study = learner.study();
    let dates: Vec<_> = study.fold().dates.iter().map(|(on, _)| on.to_string()).collect();
    assert_eq!(dates, ["2026-11-23"]);
    assert!(study.day(learner.no(17)).touched.is_empty());
}
