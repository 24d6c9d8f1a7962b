//! What can be held of the built-in plan's content by a test: its questions stand alone, weeks after their day and among
//! others, and its reading leaves time for the exercises.
//!
//! Deliberately absent: whether an answer is right, and whether the commands of a note work. Those were tried by hand.

use ninety::plan::{Day, Minutes, Plan, Recall};
use std::collections::HashMap;

/// Questions that begin with a word which often hides its subject, and were judged: each names what it is about.
const JUDGED: &[&str] = &[
    "Which two settings does Git want before your first commit?",
    "Which command creates a Django project in the current folder?",
    "Which database does a new Django project use?",
    "Where in a Django template must {% extends %} stand?",
    "Which status code does Django's redirect() send by default?",
    "Which ready-made Django form signs users up, and how does it save an email address too?",
    "Which template does Django's LoginView look for by default?",
    "Which four views make up Django's password reset?",
    "Which template does a Django ListView for the model Post of the app blog use?",
    "Which methods of a Django ListView limit the rows and add context?",
    "Where does a Django app connect its signal receivers?",
    "Which writes with Django's ORM send no post_save signal?",
    "Which two of DRF's generic views cover full CRUD?",
    "Which HTTP methods are idempotent?",
    "Which URL names does a DRF router give a viewset with the basename api-post?",
    "Which DRF permission class lets everyone read but only logged-in users write?",
    "Which two views do you route for Simple JWT?",
    "Where does DRF keep the request counts of its throttles?",
    "Which three filter backends let clients filter, search and sort a DRF list?",
    "Which keys does a response of DRF's PageNumberPagination have?",
    "Which engine and which driver connect Django to PostgreSQL?",
    "Which Django settings keep cookies on HTTPS?",
    "Which three tests come first for an API with private data?",
    "Where does WhiteNoise go in Django's MIDDLEWARE?",
    "Where do business rules belong in a Django project?",
    "Which tool writes an OpenAPI schema for a DRF project?",
];

/// The questions that are no matter of a moment, and so never among others: to write a function, to choose one's own
/// project, and the whole way of a request.
const LONG: [u16; 3] = [13, 78, 90];

/// What a question is to be answered with in some twenty seconds may not be longer.
const LONGEST: usize = 170;

fn questions() -> impl Iterator<Item = (&'static Day, &'static Recall)> {
    Plan::builtin().days().iter().flat_map(|day| day.recall().iter().map(move |question| (day, question)))
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '\'');
    words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

#[test]
fn every_question_names_its_subject() {
    // A verb before them makes a question of them: "Does it stop?", "How is it set?".
    let nobody = ["it", "its", "they", "them", "this", "that", "these", "those", "here", "there"];
    let verbs = ["do", "does", "did", "is", "are", "can", "must", "may", "will", "has", "have", "should"];
    let elsewhere = ["above", "below", "today", "today's", "yesterday", "earlier"];
    let mut unjudged = Vec::new();
    for (day, question) in questions() {
        let words = words(question.ask);
        let place = |which: &[&str]| words.iter().position(|word| which.contains(&word.as_str()));
        let told = format!("day {}: {}", day.no(), question.ask);
        assert!(place(&nobody) != Some(0), "nobody knows what it is: {told}");
        let verb = place(&verbs).filter(|verb| *verb < 2);
        let follows = verb.and_then(|verb| words.get(verb + 1)).filter(|word| nobody.contains(&word.as_str()));
        assert!(follows.is_none(), "nobody knows what it is: {told}");
        assert!(place(&elsewhere).is_none(), "it is asked on another day: {told}");
        if matches!(words[0].as_str(), "which" | "where") && !JUDGED.contains(&question.ask) {
            unjudged.push(question.ask);
        }
        // "What is a role?": a bare noun that only its day explains.
        let is_bare = words.len() < 5 && words[0] == "what" && !question.ask.contains(['(', '_', '%', '.', '/']);
        let names = words.iter().skip(1).any(|word| NAMES.contains(&word.as_str()));
        assert!(!is_bare || names, "a bare noun: {told}");
    }
    assert!(unjudged.is_empty(), "read them as on another day, and add them: {unjudged:#?}");
    let asked: Vec<&str> = questions().map(|(_, question)| question.ask).collect();
    let gone: Vec<_> = JUDGED.iter().filter(|judged| !asked.contains(judged)).collect();
    assert!(gone.is_empty(), "nobody asks these any more: {gone:#?}");
}

/// Names that say by themselves what a short question is about.
const NAMES: [&str; 12] = [
    "python",
    "django",
    "django's",
    "drf",
    "git",
    "sql",
    "psql",
    "postgresql",
    "jwt",
    "gunicorn",
    "whitenoise",
    "cors",
];

#[test]
fn no_question_is_asked_twice_and_none_takes_long_to_read_or_to_answer() {
    let mut known: HashMap<Vec<String>, u16> = HashMap::new();
    for (day, question) in questions() {
        let before = known.insert(words(question.ask), day.no().get());
        assert_eq!(before, None, "day {}: {}", day.no(), question.ask);
        assert!(question.ask.ends_with(['?', '.', ':']), "day {}: {}", day.no(), question.ask);
        for text in [question.ask, question.answer] {
            assert!(question.long || text.chars().count() <= LONGEST, "day {}: {text}", day.no());
        }
    }
    let long: Vec<u16> = questions().filter(|(_, question)| question.long).map(|(day, _)| day.no().get()).collect();
    assert_eq!(long, LONG);
}

#[test]
fn what_must_be_read_leaves_a_third_of_the_least_minutes_for_the_exercises() {
    let plan = Plan::builtin();
    for day in plan.days() {
        let must = |(extra, minutes): (bool, Option<u16>)| minutes.filter(|_| !extra).unwrap_or(0);
        let read: u16 = day.resources.iter().map(|one| must((one.extra, one.minutes))).sum();
        let least = day.minutes().or(plan.minutes()).map_or(0, |Minutes { min, .. }| min);
        assert!(read * 3 <= least * 2, "day {}: {read} of {least} minutes are reading", day.no());
    }
}

#[test]
fn the_authors_tasks_are_his_to_the_letter() {
    let plan = Plan::builtin();
    let tasks = plan.days().iter().flat_map(Day::tasks).filter(|task| !task.added);
    let texts: Vec<String> = tasks.map(|task| format!("{} {}\n", task.role.label(), task.text)).collect();
    insta::assert_snapshot!("tasks", texts.concat());
}
