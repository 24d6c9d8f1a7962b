//! A milestone and a review in Markdown, as the study journal and the page of a week have them.
//!
//! Deliberately absent: what is for one of the two alone.

use super::markdown::{Document, link, plain};
use crate::journal::Answer;
use crate::report::Named;
use crate::report::milestone::{CheckReport, MilestoneReport, ReviewReport};
use crate::text::counted;
use crate::words;

/// Adds how far a milestone has come, in a line.
pub(super) fn standing(report: &MilestoneReport, to: &mut Document) {
    let [first, last] = report.days;
    let days = usize::from(last.saturating_sub(first)) + 1;
    let name = if first == last { format!("Day {first}") } else { format!("Days {first}-{last}") };
    let mut facts = vec![name];
    match report.reached {
        Some(date) => facts.push(format!("reached {}", words::date(date))),
        None if days > 1 => {
            facts.push(format!("{} of {days} days complete", report.complete));
        }
        None => {}
    }
    if !report.checks.is_empty() {
        let ticked = report.checks.iter().filter(|check| check.done).count();
        let of = counted(report.checks.len(), "check", "checks");
        facts.push(format!("{ticked} of {of} ticked"));
    }
    let line = to.facts(&facts);
    to.paragraph(&line);
}

/// Says whether checks stand with what they are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Called {
    /// With the name that the command line knows.
    ByName,
    /// By their texts alone.
    ByText,
}

/// Adds a milestone's checks, and what builds on it while one of them is open.
pub(super) fn checks(report: &MilestoneReport, called: Called, to: &mut Document) {
    for CheckReport { name, text, done, .. } in &report.checks {
        let text = match called {
            Called::ByName => format!("{} {}", plain(name), plain(text)),
            Called::ByText => plain(text),
        };
        if *done { to.done(&text) } else { to.open(&text) }
    }
    let is_open = report.reached.is_some() && report.checks.iter().any(|check| !check.done);
    if is_open && !report.later.is_empty() {
        let name = |day: &Named| format!("day {} ({})", day.number, plain(day.title));
        let names: Vec<String> = report.later.iter().map(name).collect();
        to.paragraph(&format!("Built on later by {}.", words::and(&names)));
    }
}

/// Adds the addresses that show a milestone.
pub(super) fn links(links: &[String], to: &mut Document) {
    if !links.is_empty() {
        to.paragraph("Where to see it:");
    }
    for address in links {
        to.item(&link(address));
    }
}

/// Adds what was answered when a week was reviewed, each answer under its heading.
pub(super) fn review(report: &ReviewReport, level: usize, to: &mut Document) {
    to.paragraph(&format!("Reviewed {}", words::date(report.date)));
    let answers = Answer::ALL.into_iter().map(|answer| (answer, report.answer(answer)));
    let mut given = answers.filter(|(_, text)| !text.trim().is_empty()).peekable();
    if given.peek().is_none() {
        to.paragraph("Nothing was answered.");
    }
    for (answer, text) in given {
        to.heading(level, crate::words::heading(answer));
        to.words(text);
    }
}
