//! What the rows of a day are in Today: its tasks, the checks of the milestone that it ends, then its resources.
//!
//! Deliberately absent: how they look.

use crate::plan::{Check, Day, Plan, Resource, Task, Week};

/// Holds what a row of a day stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Content {
    /// A task.
    Task(&'static Task),
    /// A check of the week's milestone.
    Check(&'static Week, &'static Check),
    /// A resource.
    Resource(&'static Resource),
}

/// Returns the checks among a day's rows: those of the milestone that it is the last day of.
pub fn checks(plan: &'static Plan, day: &Day) -> &'static [Check] {
    let milestone = plan.milestone_of(day.no()).map(|(_, milestone)| milestone);
    milestone.filter(|milestone| milestone.last() == day.no()).map_or(&[], |m| m.accept)
}

/// Returns how many rows a day has.
pub fn count(plan: &'static Plan, day: &Day) -> usize {
    first_resource(plan, day) + day.resources.len()
}

/// Returns the row of a day's first resource.
pub fn first_resource(plan: &'static Plan, day: &Day) -> usize {
    day.tasks().len() + checks(plan, day).len()
}

/// Returns what a row of a day stands for, if there is such a row.
pub fn at(plan: &'static Plan, day: &'static Day, row: usize) -> Option<Content> {
    if let Some(task) = day.tasks().get(row) {
        return Some(Content::Task(task));
    }
    let place = row.checked_sub(day.tasks().len())?;
    if let Some(check) = checks(plan, day).get(place) {
        return Some(Content::Check(plan.week_of(day.no()), check));
    }
    let place = row.checked_sub(first_resource(plan, day))?;
    day.resources.get(place).map(Content::Resource)
}
