//! What a learner may call a day, a task or a milestone's criterion: `17`, `views`, `17.2`, `views/create-a-homepage`,
//! `21.a`; and what is said when nothing is called so.
//!
//! Deliberately absent: facts. A reference only finds.

use crate::plan::{Criterion, Day, Milestone, Plan, Task, Week};
use crate::text::visible;

/// Holds what a reference names.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Named<'p> {
    /// A whole day.
    Day(&'p Day),
    /// One task of a day.
    Task(&'p Day, &'p Task),
    /// One criterion of a week's milestone.
    Criterion(&'p Week, &'p Criterion),
}

/// Finds what a word names; an error is the sentence for the learner.
///
/// A day is its number, its id or its title; a task is `<day>.<number>` or its id, and a criterion is
/// `<day of the milestone>.<letter>` or its id.
pub fn find<'p>(plan: &'p Plan, word: &str) -> Result<Named<'p>, String> {
    let word = word.trim();
    if let Some((day, task)) = word.split_once('.') {
        return numbered_task(plan, day, task);
    }
    if word.contains('/') {
        let task = plan.find_task(word).map(|(day, task)| Named::Task(day, task));
        let criterion =
            || plan.find_criterion(word).map(|(week, found)| Named::Criterion(week, found));
        return task.or_else(criterion).ok_or_else(|| no_task(plan, word));
    }
    find_day(plan, word).map(Named::Day)
}

/// Finds the day that a word names; an error is the sentence for the learner.
pub fn find_day<'p>(plan: &'p Plan, word: &str) -> Result<&'p Day, String> {
    let word = word.trim();
    if let Ok(number) = word.parse::<i64>() {
        let in_plan = usize::try_from(number).ok().and_then(|number| plan.day_no(number));
        return in_plan.map(|no| plan.day(no)).ok_or_else(|| match plan.days().len() {
            1 => format!("There is no day {number}: the plan has one day, day 1."),
            last => format!("There is no day {number}: the plan has days 1 to {last}."),
        });
    }
    let titled = |day: &&Day| day.title.eq_ignore_ascii_case(word);
    plan.find_day(word)
        .or_else(|| plan.days().iter().find(titled))
        .ok_or_else(|| no_day(plan, word))
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

/// Returns the letter that a criterion is called by, if a word is one.
fn letter_of(word: &str) -> Option<char> {
    let mut chars = word.chars();
    let letter = chars.next().filter(char::is_ascii_alphabetic)?;
    chars.next().is_none().then_some(letter.to_ascii_lowercase())
}

/// Returns the letter of a milestone's criterion by its place: `a` is the first. None from the 27th on, which are
/// called by their ids.
pub fn letter(place: usize) -> Option<char> {
    u8::try_from(place).ok().filter(|place| *place < 26).map(|place| char::from(b'a' + place))
}

/// Returns what a criterion is called, such as `21.a`: the last day of its milestone and its letter, else its id.
pub fn criterion_name(milestone: &Milestone, criterion: &Criterion) -> String {
    let place = milestone.accept.iter().position(|other| other.id() == criterion.id());
    match place.and_then(letter) {
        Some(letter) => format!("{}.{letter}", milestone.last()),
        None => criterion.id().as_str().to_owned(),
    }
}

fn lettered<'p>(plan: &'p Plan, day: &Day, wanted: char) -> Result<Named<'p>, String> {
    let none = format!("There is no criterion {}.{wanted}", day.no());
    let Some((week, milestone)) = plan.milestone_of(day.no()) else {
        return Err(format!(
            "{none}: day {}, {}, is no day of a milestone; its tasks are called {}.1 and so on.",
            day.no(),
            day.title,
            day.no()
        ));
    };
    let mut criteria = milestone.accept.iter().enumerate();
    let found = criteria.find(|(place, _)| letter(*place) == Some(wanted));
    if let Some((_, criterion)) = found {
        return Ok(Named::Criterion(week, criterion));
    }
    let last = milestone.accept.last().map(|last| criterion_name(milestone, last));
    Err(match (milestone.accept.first(), last) {
        (Some(first), Some(last)) => format!(
            "{none}: the milestone {} has {} to {last}.",
            milestone.title,
            criterion_name(milestone, first)
        ),
        (_, _) => format!("{none}: the milestone {} has no criteria.", milestone.title),
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
