//! Questions of the learner's own, as they stand in notes; and those of the built-in plan, which must stand alone.

use crate::learner::Learner;
use ninety::journal::{Fact, Key, Said};
use ninety::plan::{Day, ItemId};
use ninety::study::recall::Asking;
use ninety::study::{Question, questions_in};
use proptest::prelude::*;

const VIEWS: usize = 17;

fn views(learner: &Learner) -> &'static Day {
    learner.plan.day(learner.no(VIEWS))
}

/// Writes a note on day 17 in the place of others, and returns its key.
fn note(learner: &mut Learner, text: &str, over: &[Key]) -> Key {
    let day = views(learner).id().clone();
    learner.record(Fact::Note { day, text: text.to_owned(), over: over.to_vec() });
    learner.study().journal().entries().next_back().unwrap().key
}

fn own(learner: &Learner) -> Vec<Question> {
    learner.study().own_questions(views(learner))
}

/// A note's questions, each as `ask => answer`.
fn read(text: &str) -> Vec<String> {
    let mut learner = Learner::new();
    note(&mut learner, text, &[]);
    assert!(own(&learner).len() <= questions_in(text).len(), "{text:?}");
    let answer = |question: &Question| question.answer.as_deref().unwrap_or("?").to_owned();
    own(&learner).iter().map(|question| format!("{} => {}", question.ask, answer(question))).collect()
}

#[test]
fn a_question_is_a_line_q_and_a_line_a() {
    for (text, questions) in [
        ("", vec![]),
        ("Just words. Q: not at the start of a line\nA: x", vec![]),
        ("Q: Why?\nA: Because.", vec!["Why? => Because."]),
        ("Q: Why?\r\nA: Because.\r\n", vec!["Why? => Because."]),
        ("Words.\n  Q:Why?\n  A:Because.\nAnd so on.\n\nMore words.", vec!["Why? => Because.\nAnd so on."]),
        ("Q: Why?\nA: One.\nQ: How?\nA: Two.", vec!["Why? => One.", "How? => Two."]),
        (
            "Q: A question\nof two lines?\nA: An answer\nof two.",
            vec!["A question\nof two lines? => An answer\nof two."],
        ),
        ("Q: Why?\n\nA: Because.", vec!["Why? => Because."]),
        ("Q: Why?", vec!["Why? => ?"]),
        ("Q: Why?\nA:", vec!["Why? => ?"]),
        ("Q: Why?\nA:\nBecause.", vec!["Why? => Because."]),
        ("Q: Why?\n\nWords between.\n\nA: Not mine.", vec!["Why? => ?"]),
        ("A: An answer alone.\nQ: Why?", vec!["Why? => ?"]),
        ("Q: ...\nA: Nothing to call it by.", vec![]),
        ("Q: Why?\nA: Because.\nA: And because.", vec!["Why? => Because.\nA: And because."]),
        ("Q: Why?\nA: So.\n\nQ: Why?\nA: Again.", vec!["Why? => Again."]),
        ("q: why?\na: small letters are words", vec![]),
        ("```\nQ: code\nA: code\n```", vec![]),
        ("    Q: code\n    A: code", vec![]),
        ("~~~\nQ: code\n```\nA: code\n~~~\nQ: Why?", vec!["Why? => ?"]),
        ("```\nQ: open to the end", vec![]),
        ("````md\n```\nQ: within a longer fence\n```\n````\nQ: Why?", vec!["Why? => ?"]),
        ("```\nx\n```python\nQ: an info string closes nothing\n```\nQ: Why?", vec!["Why? => ?"]),
        (
            "Q: What is printed?\nA: This:\n```python\nprint('Q: ')\n\nQ: no question\n```\nand no more.\n\nWords.",
            vec!["What is printed? => This:\n```python\nprint('Q: ')\n\nQ: no question\n```\nand no more."],
        ),
        (
            "Q: What does it do?\n```\nx = 1\n\ny = 2\n```\nA: Nothing.",
            vec!["What does it do?\n```\nx = 1\n\ny = 2\n``` => Nothing."],
        ),
        ("Q: なぜ？\nA: だから。", vec!["なぜ？ => だから。"]),
    ] {
        assert_eq!(read(text), questions, "{text:?}");
    }
}

#[test]
fn two_questions_that_begin_alike_are_two_wherever_they_stand() {
    let mut learner = Learner::new();
    let hold = |what: &str| format!("Q: What does the first argument of a view {what} hold?\nA: It depends.\n");
    let first = note(&mut learner, &(hold("function") + &hold("method")), &[]);
    let ids: Vec<String> = own(&learner).iter().map(|question| question.id.to_string()).collect();
    let id = "views/?what-does-the-first-argument-of-a-view-";
    assert!(ids[0] != ids[1] && ids.iter().all(|one| one.starts_with(id) && one.len() == id.len() + 4), "{ids:?}");
    let names: Vec<String> = own(&learner).iter().map(Question::name).collect();
    let plans = views(&learner).recall().len();
    assert_eq!(names, [format!("17.q{}", plans + 1), format!("17.q{}", plans + 2)]);
    let method = own(&learner).remove(1);
    learner.record(Fact::Recall { question: method.id.clone(), said: Said::Wrong });
    let asked = question_now(&learner, &method).asked;
    let second = note(&mut learner, &hold("method"), &[first]);
    assert_eq!(own(&learner), [Question { number: plans + 1, asked, ..method.clone() }], "the other one is deleted");
    note(&mut learner, &(hold("class") + &hold("method")), &[second]);
    assert_eq!(own(&learner)[0].asked.now.said, None, "what is put before it knows nothing of it");
    assert_eq!(own(&learner)[1].asked, asked);
    learner.record(Fact::Recall { question: own(&learner)[0].id.clone(), said: Said::Right });
    let third = own(&learner)[0].clone();
    note(&mut learner, &hold("class, as a rule,"), &[]);
    assert_eq!(own(&learner)[2].asked.now.said, None, "behind the eighth word it is another question too");
    assert_eq!(own(&learner)[0], third);
}

#[test]
fn a_question_that_is_moved_to_another_day_keeps_its_progress() {
    let mut learner = Learner::on_weekdays();
    let first = note(&mut learner, "Q: Why?\nA: Because.", &[]);
    learner.sleep();
    let question = own(&learner).remove(0);
    learner.record(Fact::Recall { question: question.id, said: Said::Wrong });
    let to = learner.plan.day(learner.no(18));
    let moved = learner.study().moved(first, to).unwrap();
    learner.record(moved);
    let there = learner.study().own_questions(to).remove(0);
    assert_eq!((there.id.as_str(), there.asked.now.said.is_some()), ("urls/?why", true));
    assert_eq!((own(&learner).len(), learner.study().shaky().len()), (0, 1));
}

#[test]
fn an_answer_may_stand_in_the_next_paragraph_and_the_later_one_counts() {
    let mut learner = Learner::on_weekdays();
    let answer = |learner: &Learner| own(learner)[0].answer.clone().unwrap_or_default().into_owned();
    note(&mut learner, "Q: Why is it slow?", &[]);
    note(&mut learner, "A: It asks once a row.", &[]);
    assert_eq!(answer(&learner), "It asks once a row.");
    note(&mut learner, "A: A second one belongs to nothing.", &[]);
    assert_eq!(answer(&learner), "It asks once a row.");
    note(&mut learner, "Q: Why is it slow?\nA: A better answer.", &[]);
    assert_eq!((own(&learner).len(), answer(&learner).as_str()), (1, "A better answer."));
}

#[test]
fn an_answer_that_is_edited_keeps_its_progress_and_a_question_that_is_edited_begins_anew() {
    let mut learner = Learner::on_weekdays();
    let asked = |learner: &Learner| -> Vec<String> {
        learner.study().to_ask(Asking::WarmUp).iter().map(|question| question.ask.clone().into_owned()).collect()
    };
    let first = note(&mut learner, "Q: Why?\nA: Because.", &[]);
    assert_eq!(asked(&learner), [""; 0], "from the next date on");
    learner.sleep();
    assert_eq!(asked(&learner), ["Why?"], "whether or not its day is complete");
    let question = own(&learner).remove(0);
    learner.record(Fact::Recall { question: question.id.clone(), said: Said::Right });
    learner.sleep();
    let second = note(&mut learner, "Q: Why?\nA: For a better reason.\nQ: How?\nA: So.", &[first]);
    let edited = own(&learner);
    assert_eq!((edited[0].asked, edited[0].since), (question_now(&learner, &question).asked, question.since));
    assert_eq!(edited[0].asked.now.step, 1);
    assert_eq!(asked(&learner), ["Why?"], "the new one comes from tomorrow on, and the old one stays");
    learner.sleep();
    let third = note(&mut learner, "Q: Why really?\nA: For a better reason.", &[second]);
    assert_eq!(own(&learner)[0].asked.now.said, None);
    assert_eq!(own(&learner).len(), 1, "what is deleted is gone");
    assert!(learner.study().orphans().is_empty(), "without a word");
    learner.sleep();
    note(&mut learner, "Q: Why?\nA: Back again.", &[third]);
    assert_eq!(own(&learner)[0].asked.now.step, 1, "the same words are the same question");
    learner.undo();
    assert_eq!(asked(&learner), ["Why really?"]);
}

fn question_now(learner: &Learner, question: &Question) -> Question {
    learner.study().find_question(question.id.as_str()).unwrap()
}

#[test]
fn a_question_without_an_answer_is_shaky_at_once_until_it_has_one() {
    let mut learner = Learner::on_weekdays();
    let shaky = |learner: &Learner| learner.study().shaky().len();
    let first = note(&mut learner, "Q: Why does super() need no arguments?", &[]);
    assert_eq!(shaky(&learner), 1);
    learner.sleep();
    let id = own(&learner).remove(0).id;
    learner.record(Fact::Recall { question: id.clone(), said: Said::Right });
    assert_eq!(shaky(&learner), 1, "right once");
    learner.undo();
    note(&mut learner, "Q: Why does super() need no arguments?\nA: The compiler fills them in.", &[first]);
    assert_eq!(shaky(&learner), 0, "it has an answer, and was never wrong");
}

#[test]
fn an_answer_is_an_entry_like_any_other() {
    let mut learner = Learner::on_weekdays();
    let question = learner.plan.days()[0].recall()[1].id().clone();
    learner.done([1]).sleep().record(Fact::Recall { question, said: Said::Partly });
    let line = r#"recall = "tools-and-the-big-picture/how-do-you-see-which-python-version-the", said = "partly" }"#;
    assert!(learner.lines.last().unwrap().contains(line));
    assert_eq!(learner.described(), "Answered partly: “How do you see which Python version the termina…”");
    let study = learner.study();
    assert!(study.fold().dates.iter().any(|(on, date)| *on == study.today() && date.is_studied));
    learner.undo();
    assert_eq!(learner.described(), "Undone: Answered partly: “How do you see which Python version the termina…”");
    assert_eq!(learner.study().recalled(), [0, 0, 0]);
    learner.redo();
    assert_eq!(learner.study().recalled(), [1, 0, 1]);
}

#[test]
fn a_question_that_the_plan_lost_is_kept_and_listed() {
    let mut learner = Learner::on_weekdays();
    let gone = ItemId::new("data-types/what-was-that");
    learner.record(Fact::Recall { question: gone.clone(), said: Said::Right });
    assert_eq!(learner.described(), "Answered right: “what was that”");
    let study = learner.study();
    assert_eq!(study.orphans().into_iter().map(|(id, _)| id).collect::<Vec<_>>(), [gone.as_str()]);
    assert_eq!(study.lost_questions().map(|(id, _)| id).collect::<Vec<_>>(), [gone.as_str()]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_note_is_read_without_a_word_lost(lines in prop::collection::vec("(Q: |A: |```|~~~| {0,5})[a-z?]{0,4}\r?", 0..14)) {
        let text = lines.join("\n");
        let mut learner = Learner::new();
        note(&mut learner, &text, &[]);
        let own = own(&learner);
        prop_assert!(own.len() <= questions_in(&text).len());
        for (place, question) in own.iter().enumerate() {
            prop_assert!(question.ask.chars().any(char::is_alphanumeric));
            prop_assert!(question.answer.as_ref().is_none_or(|answer| !answer.trim().is_empty()));
            for line in question.ask.lines().chain(question.answer.iter().flat_map(|answer| answer.lines())) {
                prop_assert!(text.contains(line.trim()));
            }
            prop_assert!(own[..place].iter().all(|other| other.id != question.id));
        }
    }
}
