//! The schedule as text: the pace, where it leads, and what a change of it changes.
//!
//! Deliberately absent: guilt. Days are counted in study days, and nothing is overdue.

use super::page::Page;
use super::print::{counted, on};
use crate::journal::By;
use crate::report::overview::Status;
use crate::report::pace::{Next, Pace, PaceReport};
use crate::words::{self, date, dates, span, to_spare};

/// The columns of a name.
const NAME: usize = 13;

/// Adds a line of a name and what is said of it.
fn line(name: &str, text: &str, page: &mut Page) {
    page.item(&format!("{name:<NAME$}"), text);
}

/// Lays out finish, goal and what is to spare as one line, as far as there is any.
pub(super) fn position(report: &Status, page: &mut Page) {
    let dot = page.dot();
    let finish = report.finish.map(|finish| format!("Finish {}", date(finish)));
    let goal = report.goal.map(|goal| match finish {
        Some(_) => format!("goal {}", date(goal)),
        None => format!("Goal {}", date(goal)),
    });
    let spare = report.to_spare.map(to_spare);
    let facts: Vec<String> = [finish, goal, spare].into_iter().flatten().collect();
    if !facts.is_empty() {
        page.line(&facts.join(&dot));
    }
}

/// Returns the sentence about a study day that is shorter than some days need.
pub(super) fn short(minutes: u16) -> String {
    format!(
        "A study day of {} is shorter than some days need; those take several study days.",
        span(minutes.into())
    )
}

/// Lays out the pace.
pub(super) fn pace(report: &PaceReport, page: &mut Page) {
    let set = &report.pace;
    line("Study days", &study_days(set), page);
    line("A study day", &length(set), page);
    line("Order", order(set), page);
    if let Some(started) = set.started {
        line("Start", &date(started), page);
    }
    line("Goal", &goal(set), page);
    if let Some(finish) = set.finish {
        line("Finish", &date(finish), page);
    }
    if let Some(days) = set.to_spare {
        line("To spare", to_spare(days).trim_end_matches(" to spare"), page);
    }
    for pause in &report.breaks {
        line("Break", &dates(pause.from, pause.until), page);
    }
    if let Some(minutes) = set.minutes.filter(|_| report.long_days) {
        page.gap();
        page.line(&short(minutes));
    }
}

fn study_days(pace: &Pace) -> String {
    let count = usize::try_from(pace.days_a_week).unwrap_or(0);
    format!("{} ({} a week)", pace.days, counted(count, "day", "days"))
}

fn length(pace: &Pace) -> String {
    pace.minutes.map_or_else(|| "as long as it takes".to_owned(), |minutes| span(minutes.into()))
}

fn order(pace: &Pace) -> &'static str {
    words::by(if pace.by == By::Week.word() { By::Week } else { By::Day })
}

fn goal(pace: &Pace) -> String {
    pace.goal.map_or_else(|| "none; `ninety pace --goal DATE` sets one".to_owned(), date)
}

/// Lays out what a change changes: finish, goal and what is to spare before and after, what else is new, and the days
/// that come next.
pub(super) fn change(report: &PaceReport, page: &mut Page) {
    let after = &report.pace;
    let before = report.before.as_ref().unwrap_or(after);
    let mut changed = |name: &str, of: &dyn Fn(&Pace) -> Option<String>, always: Always| {
        let (was, is) = (of(before), of(after));
        let text = match (&was, &is) {
            (Some(was), Some(is)) if was != is => format!("{was} {} {is}", page.signs().then),
            (Some(was), None) => format!("{was} {} none", page.signs().then),
            (None, Some(is)) => is.clone(),
            (Some(is), Some(_)) if always == Always::Yes => is.clone(),
            (Some(_), Some(_)) | (None, None) => return,
        };
        line(name, &text, page);
    };
    changed("Finish", &|pace| pace.finish.map(date), Always::Yes);
    changed("Goal", &|pace| pace.goal.map(date), Always::Yes);
    let spare = |days| to_spare(days).trim_end_matches(" to spare").to_owned();
    changed("To spare", &|pace| pace.to_spare.map(spare), Always::Yes);
    changed("Study days", &|pace| Some(study_days(pace)), Always::No);
    changed("A study day", &|pace| Some(length(pace)), Always::No);
    changed("Order", &|pace| Some(order(pace).to_owned()), Always::No);
    let mut name = "Next";
    for Next { from, date, number, title } in &report.next {
        let when = on(*from, *date, report.date);
        page.item(&format!("{name:<NAME$}{when:<15}  {number:>2}  "), title);
        name = "";
    }
    if let Some(minutes) = after.minutes.filter(|_| report.long_days) {
        page.line(&short(minutes));
    }
}

/// Says whether a figure that stays is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Always {
    Yes,
    No,
}
