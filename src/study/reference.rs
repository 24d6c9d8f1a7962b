//! What a learner may call a day, a task, a check or a question: `17`, `views`, `17.2`, `21.a`, `18.q2`, or an id.

use super::{OwnTask, Question, Study};
use crate::plan::{Check, Day, ItemId, Milestone, Plan, Task, Week, composed};
use crate::text::visible;
use std::collections::HashSet;

/// Holds what a reference names.
#[derive(Clone, Debug, PartialEq)]
pub enum Named<'p> {
    Day(&'p Day),
    Task(&'p Day, &'p Task),
    Own(&'p Day, OwnTask),
    Check(&'p Week, &'p Check),
    Question(Question),
}

/// Finds what a word names; an error is the sentence for the learner.
///
/// A day is its number, id or title; a task is `<day>.<number>`, the learner's own after the plan's; a check is `<day
/// of the milestone>.<letter>`; a question is `<day>.q<number>`; and each of them its id.
pub fn find(study: &Study, word: &str) -> Result<Named<'static>, String> {
    let (plan, word) = (study.plan(), &*composed(word.trim()));
    // What a plan calls its parts comes first: an id may have a dot, and a title a slash.
    if let Some(day) = by_name(plan, word) {
        return Ok(Named::Day(day));
    }
    let task = plan.find_task(word).map(|(day, task)| Named::Task(day, task));
    let check = || plan.find_check(word).map(|(week, found)| Named::Check(week, found));
    let own = || study.find_own(word).map(|(day, task)| Named::Own(day, task));
    let question = || study.find_question(word).map(Named::Question);
    if let Some(named) = task.or_else(check).or_else(own).or_else(question) {
        return Ok(named);
    }
    if let Some((day, task)) = word.rsplit_once('.') {
        return numbered_task(study, day, task);
    }
    if word.contains('/') {
        return Err(no_task(study, word));
    }
    find_day(plan, word).map(Named::Day)
}

/// Finds the day that a word names; an error is the sentence for the learner.
pub fn find_day<'p>(plan: &'p Plan, word: &str) -> Result<&'p Day, String> {
    let word = &*composed(word.trim());
    by_name(plan, word).ok_or_else(|| match word.parse::<i64>() {
        Err(_) => no_day(plan, word),
        Ok(number) => match plan.days().len() {
            1 => format!("There is no day {number}: the plan has one day, day 1."),
            last => format!("There is no day {number}: the plan has days 1 to {last}."),
        },
    })
}

/// Finds the day of a number, an id or a title, in this order; the reader sees that no two days are called so.
fn by_name<'p>(plan: &'p Plan, word: &str) -> Option<&'p Day> {
    let number = word.parse::<usize>().ok().and_then(|number| plan.day_no(number));
    let titled = |day: &&Day| composed(day.title).to_lowercase() == word.to_lowercase();
    number.map(|no| plan.day(no)).or_else(|| plan.find_day(word)).or_else(|| plan.days().iter().find(titled))
}

/// Finds the days of a range (`1-14`) or a list (`3,5,8-10`); none where the word is of another form.
pub(crate) fn find_days<'p>(plan: &'p Plan, word: &str) -> Option<Result<Vec<&'p Day>, String>> {
    let word = word.trim();
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let numbers = |part: &str| match part.split_once('-') {
        Some((first, last)) => is_number(first.trim()) && is_number(last.trim()),
        None => is_number(part.trim()),
    };
    let is_several = word.contains([',', '-']) && word.split(',').all(numbers);
    if !is_several || by_name(plan, word).is_some() {
        return None;
    }
    let mut days: Vec<&Day> = Vec::new();
    let mut known = HashSet::new();
    for part in word.split(',') {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let (first, last) = match (find_day(plan, first), find_day(plan, last)) {
            (Ok(first), Ok(last)) => (first.no(), last.no()),
            (Err(sentence), _) | (_, Err(sentence)) => return Some(Err(sentence)),
        };
        if last < first {
            let sentence = format!("The range \"{}\" goes backwards: write {last}-{first}.", visible(part.trim()));
            return Some(Err(sentence));
        }
        let range = plan.days().get(first.index()..=last.index()).unwrap_or_default();
        days.extend(range.iter().filter(|day| known.insert(day.no())));
    }
    Some(Ok(days))
}

fn numbered_task(study: &Study, day: &str, task: &str) -> Result<Named<'static>, String> {
    let day = find_day(study.plan(), day)?;
    if let Some(found) = numbered_question(study, day, task) {
        return found.map(Named::Question);
    }
    let mut letters = task.chars();
    if let (Some(letter), None) = (letters.next().filter(char::is_ascii_alphabetic), letters.next()) {
        return lettered(study.plan(), day, letter.to_ascii_lowercase());
    }
    let own = study.own_tasks(day.no());
    let (no, last) = (day.no(), day.tasks().len() + own.len());
    let number = task.parse::<usize>().ok();
    if let Some(task) = number.and_then(|number| day.tasks().get(number.checked_sub(1)?)) {
        return Ok(Named::Task(day, task));
    }
    if let Some(task) = own.into_iter().find(|task| Some(task.number) == number) {
        return Ok(Named::Own(day, task));
    }
    let none = format!("There is no task {no}.{}: day {no}, {}, has", visible(task), day.title);
    Err(match last {
        1 => format!("{none} one task, {no}.1."),
        last => format!("{none} tasks {no}.1 to {no}.{last}."),
    })
}

/// Finds the question that a word names: `<day>.q<number>`, or its id; an error is the sentence for the learner.
pub fn find_question(study: &Study, word: &str) -> Result<Question, String> {
    let word = &*composed(word.trim());
    if let Some(question) = study.find_question(word) {
        return Ok(question);
    }
    let (day, number) = word.rsplit_once('.').or_else(|| word.split_once('/')).unwrap_or((word, ""));
    let day = find_day(study.plan(), day)?;
    numbered_question(study, day, number).unwrap_or_else(|| {
        let (shown, day) = (visible(word), day.no());
        Err(format!(
            "{shown} is no question: write one such as {day}.q1; `ninety recall {day}` lists those of day {day}."
        ))
    })
}

/// Finds the question of a number such as `q2`; none where it is of another form.
fn numbered_question(study: &Study, day: &Day, number: &str) -> Option<Result<Question, String>> {
    let number = number.strip_prefix(['q', 'Q'])?.parse::<usize>().ok()?;
    let questions = study.questions(day);
    let all = questions.len();
    let found = questions.into_iter().find(|question| question.number == number);
    Some(found.ok_or_else(|| {
        let no = day.no();
        let none = format!("There is no question {no}.q{number}: day {no}, {}, has", day.title);
        match all {
            0 => format!("{none} no questions."),
            1 => format!("{none} one question, {no}.q1."),
            last => format!("{none} questions {no}.q1 to {no}.q{last}."),
        }
    }))
}

/// Returns the letter of a milestone's check by its place: `a` is the first.
pub fn letter(place: usize) -> Option<char> {
    u8::try_from(place).ok().filter(|place| *place < 26).map(|place| char::from(b'a' + place))
}

/// Returns what a check is called, such as `21.a`: the last day of its milestone and its letter, else its id.
pub(crate) fn check_name(milestone: &Milestone, check: &Check) -> String {
    let place = milestone.accept.iter().position(|other| other.id() == check.id());
    match place.and_then(letter) {
        Some(letter) => format!("{}.{letter}", milestone.last()),
        None => check.id().as_str().to_owned(),
    }
}

fn lettered<'p>(plan: &'p Plan, day: &Day, wanted: char) -> Result<Named<'p>, String> {
    let (no, title) = (day.no(), day.title);
    let none = format!("There is no check {no}.{wanted}");
    let Some((week, milestone)) = plan.milestone_of(day.no()) else {
        let why = "is no day of a milestone; its tasks are called";
        return Err(format!("{none}: day {no}, {title}, {why} {no}.1 and so on."));
    };
    let mut checks = milestone.accept.iter().enumerate();
    if let Some((_, check)) = checks.find(|(place, _)| letter(*place) == Some(wanted)) {
        return Ok(Named::Check(week, check));
    }
    let last = milestone.accept.last().map(|last| check_name(milestone, last));
    Err(match (milestone.accept.first(), last) {
        (Some(first), Some(last)) => {
            format!("{none}: the milestone {} has {} to {last}.", milestone.title, check_name(milestone, first))
        }
        (_, _) => format!("{none}: the milestone {} has no checks.", milestone.title),
    })
}

fn no_day(plan: &Plan, word: &str) -> String {
    let start = format!("There is no day \"{}\"", visible(word));
    let numbers = match plan.days().len() {
        1 => "1".to_owned(),
        last => format!("a number from 1 to {last}"),
    };
    match plan.suggest_day(word) {
        Some(near) => format!("{start}: did you mean \"{}\" (day {})?", near.id(), near.no()),
        None => format!("{start}: write {numbers}, or a title that `ninety plan` lists."),
    }
}

fn no_task(study: &Study, word: &str) -> String {
    let start = format!("There is no task \"{}\"", visible(word));
    let Some(day) = word.split('/').next().and_then(|day| study.plan().find_day(day)) else {
        return format!("{start}: write one such as 1.1, or its id (`ninety today 1 --json` lists them).");
    };
    let own = study.own_tasks(day.no());
    let ids = day.tasks().iter().map(Task::id).chain(own.iter().map(|task| &task.id));
    let ids: Vec<&str> = ids.map(ItemId::as_str).collect();
    format!("{start}: day {} has {}.", day.no(), ids.join(", "))
}
