//! A week looked back on, in words: what its days came to, and what the next one asks for. The verb prints them, and the
//! screen draws them.
//!
//! Deliberately absent: layout, and blame. A day that is open is carried on, and nothing is late.

use super::overview::BreakReport;
use super::review::{NextDay, NextWeek, PastDay, WeekReview};
use crate::study::DayState;
use crate::text::counted;
use crate::words::{dates, span};
use chrono::NaiveDate;

/// What is said where no week comes after.
pub const LAST_WEEK: &str = "It is the last week of the plan.";

/// Returns the sentence about a week, by its name, that there is nothing to look back on in.
pub fn nothing_to_review(week: &str) -> String {
    format!("Nothing was done about {week}, yet; there is nothing to review.")
}

/// Returns what days came to, such as `6 of 7 days complete, 1 skipped`.
pub fn came_to(complete: usize, skipped: usize, of: usize) -> String {
    let skipped = if skipped > 0 { format!(", {skipped} skipped") } else { String::new() };
    format!("{complete} of {} complete{skipped}", counted(of, "day", "days"))
}

/// Returns what came of a week: its days, and the time that was logged. `between` stands between two facts.
pub fn sum(report: &WeekReview, between: &str) -> String {
    let days = came_to(report.complete, report.skipped, report.days.len());
    let logged = (report.minutes > 0).then(|| format!("{} logged", span(report.minutes)));
    [days].into_iter().chain(logged).collect::<Vec<_>>().join(between)
}

/// Returns the sentence about a break that lay in a week.
pub fn break_in_it(BreakReport { from, until }: BreakReport) -> String {
    format!("A break lay in it: {}.", dates(from, until))
}

/// Returns what became of a day: the date on which it became complete, or how far it has come.
pub fn past_state(day: &PastDay) -> String {
    match day.line.state {
        DayState::Complete => on(day.line.completed),
        DayState::Skipped => "skipped".to_owned(),
        DayState::Open => "open".to_owned(),
        DayState::Begun => format!("{} of {}", day.line.done, day.line.tasks),
    }
}

/// Returns what the week to come asks for: its days, their time and its milestone. `between` stands between two facts.
pub fn next_sum(next: &NextWeek, between: &str) -> String {
    let remain = |day: &&NextDay| matches!(day.line.state, DayState::Open | DayState::Begun);
    let remaining = next.days.iter().filter(remain).count();
    let days = counted(next.days.len(), "day", "days");
    let mut facts = vec![if remaining == next.days.len() {
        format!("{days} to do")
    } else {
        format!("{remaining} of {days} to do")
    }];
    if let Some([least, most]) = next.minutes {
        let (least, most) = (span(least.into()), span(most.into()));
        facts.push(if least == most { least } else { format!("{least} to {most}") });
    }
    facts.extend(next.milestone.map(|milestone| format!("leads to {milestone}")));
    facts.join(between)
}

/// Returns what is to be said of a day to come: its date, empty where it has none, or that it is behind the learner.
pub fn next_state(day: &NextDay) -> String {
    match day.line.state {
        DayState::Complete => "complete".to_owned(),
        DayState::Skipped => "skipped".to_owned(),
        DayState::Open | DayState::Begun => on(day.line.date),
    }
}

/// Returns a date in a column.
fn on(date: Option<NaiveDate>) -> String {
    date.map_or(String::new(), |date| date.format("%a %-d %b").to_string())
}
