//! What a learner may call a day or a task: `17`, `views`, `17.2`, `views/create-a-homepage`; and what is said when
//! nothing is called so.
//!
//! Deliberately absent: facts. A reference only finds.

use crate::plan::{Day, Plan, Task};
use crate::text::visible;

/// Holds what a reference names.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Named<'p> {
    /// A whole day.
    Day(&'p Day),
    /// One task of a day.
    Task(&'p Day, &'p Task),
}

/// Finds what a word names; an error is the sentence for the learner.
///
/// A day is its number, its id or its title; a task is `<day>.<number>` or its id.
pub fn find<'p>(plan: &'p Plan, word: &str) -> Result<Named<'p>, String> {
    let word = word.trim();
    if let Some((day, task)) = word.split_once('.') {
        return numbered_task(plan, day, task);
    }
    if word.contains('/') {
        return plan
            .find_task(word)
            .map(|(day, task)| Named::Task(day, task))
            .ok_or_else(|| no_task(plan, word));
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
