//! What a learner may call a day, a task or a milestone's check: `17`, `views`, `17.2`, `views/create-a-homepage`,
//! `21.a`; and what is said when nothing is called so.
//!
//! Deliberately absent: facts. A reference only finds.

use crate::plan::{Check, Day, Milestone, Plan, Task, Week};
use crate::text::visible;
use std::collections::HashSet;

/// Holds what a reference names.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Named<'p> {
    /// A whole day.
    Day(&'p Day),
    /// One task of a day.
    Task(&'p Day, &'p Task),
    /// One check of a week's milestone.
    Check(&'p Week, &'p Check),
}

/// Finds what a word names; an error is the sentence for the learner.
///
/// A day is its number, its id or its title; a task is `<day>.<number>` or its id, and a check is
/// `<day of the milestone>.<letter>` or its id.
pub fn find<'p>(plan: &'p Plan, word: &str) -> Result<Named<'p>, String> {
    let word = word.trim();
    // What a plan calls its parts comes first: an id may have a dot, and a title a slash.
    if let Some(day) = by_name(plan, word) {
        return Ok(Named::Day(day));
    }
    let task = plan.find_task(word).map(|(day, task)| Named::Task(day, task));
    let check = || plan.find_check(word).map(|(week, found)| Named::Check(week, found));
    if let Some(named) = task.or_else(check) {
        return Ok(named);
    }
    if let Some((day, task)) = word.rsplit_once('.') {
        return numbered_task(plan, day, task);
    }
    if word.contains('/') {
        return Err(no_task(plan, word));
    }
    find_day(plan, word).map(Named::Day)
}

/// Finds the day that a word names; an error is the sentence for the learner.
pub fn find_day<'p>(plan: &'p Plan, word: &str) -> Result<&'p Day, String> {
    let word = word.trim();
    by_name(plan, word).ok_or_else(|| match word.parse::<i64>() {
        Err(_) => no_day(plan, word),
        Ok(number) => match plan.days().len() {
            1 => format!("There is no day {number}: the plan has one day, day 1."),
            last => format!("There is no day {number}: the plan has days 1 to {last}."),
        },
    })
}

/// Finds the day of a number, an id or a title. A number is that of a day where there is one; the reader of plans sees
/// that no other day is called so.
fn by_name<'p>(plan: &'p Plan, word: &str) -> Option<&'p Day> {
    let number = word.parse::<usize>().ok().and_then(|number| plan.day_no(number));
    let titled = |day: &&Day| day.title.to_lowercase() == word.to_lowercase();
    number
        .map(|no| plan.day(no))
        .or_else(|| plan.find_day(word))
        .or_else(|| plan.days().iter().find(titled))
}

/// Finds the days that a word names: one, a range (`1-14`) or a list of both (`3,5,8-10`); an error is the sentence for
/// the learner, and none is returned where the word is of another form.
pub fn find_days<'p>(plan: &'p Plan, word: &str) -> Option<Result<Vec<&'p Day>, String>> {
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
            let sentence = format!(
                "The range \"{}\" goes backwards: write {last}-{first}.",
                visible(part.trim())
            );
            return Some(Err(sentence));
        }
        let range = plan.days().get(first.index()..=last.index()).unwrap_or_default();
        days.extend(range.iter().filter(|day| known.insert(day.no())));
    }
    Some(Ok(days))
}

fn numbered_task<'p>(plan: &'p Plan, day: &str, task: &str) -> Result<Named<'p>, String> {
    let day = find_day(plan, day)?;
    if let Some(letter) = letter_of(task) {
        return lettered(plan, day, letter);
    }
    let number = task.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    match (number.and_then(|index| day.tasks().get(index)), day.tasks().len()) {
        (Some(task), _) => Ok(Named::Task(day, task)),
        (None, 1) => Err(format!(
            "There is no task {}.{}: day {}, {}, has one task, {}.1.",
            day.no(),
            visible(task),
            day.no(),
            day.title,
            day.no()
        )),
        (None, last) => Err(format!(
            "There is no task {}.{}: day {}, {}, has tasks {}.1 to {}.{last}.",
            day.no(),
            visible(task),
            day.no(),
            day.title,
            day.no(),
            day.no()
        )),
    }
}

/// Returns the letter that a check is called by, if a word is one.
fn letter_of(word: &str) -> Option<char> {
    let mut chars = word.chars();
    let letter = chars.next().filter(char::is_ascii_alphabetic)?;
    chars.next().is_none().then_some(letter.to_ascii_lowercase())
}

/// Returns the letter of a milestone's check by its place: `a` is the first. None from the 27th on, which are
/// called by their ids.
pub fn letter(place: usize) -> Option<char> {
    u8::try_from(place).ok().filter(|place| *place < 26).map(|place| char::from(b'a' + place))
}

/// Returns what a check is called, such as `21.a`: the last day of its milestone and its letter, else its id.
pub fn check_name(milestone: &Milestone, check: &Check) -> String {
    let place = milestone.accept.iter().position(|other| other.id() == check.id());
    match place.and_then(letter) {
        Some(letter) => format!("{}.{letter}", milestone.last()),
        None => check.id().as_str().to_owned(),
    }
}

fn lettered<'p>(plan: &'p Plan, day: &Day, wanted: char) -> Result<Named<'p>, String> {
    let none = format!("There is no check {}.{wanted}", day.no());
    let Some((week, milestone)) = plan.milestone_of(day.no()) else {
        return Err(format!(
            "{none}: day {}, {}, is no day of a milestone; its tasks are called {}.1 and so on.",
            day.no(),
            day.title,
            day.no()
        ));
    };
    let mut checks = milestone.accept.iter().enumerate();
    let found = checks.find(|(place, _)| letter(*place) == Some(wanted));
    if let Some((_, check)) = found {
        return Ok(Named::Check(week, check));
    }
    let last = milestone.accept.last().map(|last| check_name(milestone, last));
    Err(match (milestone.accept.first(), last) {
        (Some(first), Some(last)) => format!(
            "{none}: the milestone {} has {} to {last}.",
            milestone.title,
            check_name(milestone, first)
        ),
        (_, _) => format!("{none}: the milestone {} has no checks.", milestone.title),
    })
}

fn no_day(plan: &Plan, word: &str) -> String {
    let start = format!("There is no day \"{}\"", visible(word));
    match plan.suggest_day(word) {
        Some(near) => format!("{start}: did you mean \"{}\" (day {})?", near.id(), near.no()),
        None => format!(
            "{start}: write a number from 1 to {}, or an id that `ninety plan` lists.",
            plan.days().len()
        ),
    }
}

fn no_task(plan: &Plan, word: &str) -> String {
    let start = format!("There is no task \"{}\"", visible(word));
    let day = word.split('/').next().and_then(|day| plan.find_day(day));
    match day {
        Some(day) => {
            let ids: Vec<&str> = day.tasks().iter().map(|task| task.id().as_str()).collect();
            format!("{start}: day {} has {}.", day.no(), ids.join(", "))
        }
        None => format!(
            "{start}: write one such as 17.2, or its id (`ninety today 17 --json` lists them)."
        ),
    }
}
