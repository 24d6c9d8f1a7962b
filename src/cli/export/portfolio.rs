//! One page of the milestones reached, ready to publish: titles, dates and links.
//!
//! Deliberately absent: everything private. No note, no skipped day, no minutes, no review, and nothing of a milestone
//! that is not reached.

use crate::cli::markdown::{Document, plain};
use crate::cli::milestone::links;
use crate::error::Error;
use crate::plan::Milestone;
use crate::report::milestone::MilestoneReport;
use crate::study::Study;
use crate::text::{capitalised, counted};
use crate::words::date;

/// Lays out the page. An error says what is reached first, where nothing is yet.
pub(super) fn lay_out(study: &Study, to: &mut Document) -> Result<(), Error> {
    let weeks = || study.plan().weeks().iter();
    let all = weeks().filter_map(|week| MilestoneReport::of(study, week));
    let reached: Vec<MilestoneReport> = all.filter(|one| one.reached.is_some()).collect();
    if reached.is_empty() {
        let first = weeks().find_map(|week| week.milestone.as_ref());
        return Err(Error::Refused(nothing_yet(first)));
    }
    to.heading(1, "Portfolio");
    let count = counted(reached.len(), "milestone", "milestones");
    to.paragraph(&format!("{count} of {}.", plain(study.plan().title())));
    for milestone in &reached {
        one(milestone, to);
    }
    Ok(())
}

fn nothing_yet(first: Option<&Milestone>) -> String {
    match first {
        Some(first) => format!(
            "No milestone is reached yet, so there is nothing to publish; the first one is {}, on day {}.",
            first.title,
            first.last()
        ),
        None => "The plan has no milestones, so there is nothing to publish; `ninety export md` has what you did."
            .to_owned(),
    }
}

fn one(report: &MilestoneReport, to: &mut Document) {
    to.heading(2, &plain(report.title));
    let reached = report.reached.map(|on| format!("Reached {}.", date(on)));
    let facts: Vec<String> = reached.into_iter().chain(ticked(report)).collect();
    to.paragraph(&facts.join(" "));
    links(&report.links, to);
}

/// Says how many checks are ticked; nothing where none is.
fn ticked(report: &MilestoneReport) -> Option<String> {
    let of = report.checks.len();
    match (report.checks.iter().filter(|check| check.done).count(), of) {
        (0, _) => None,
        (1, 1) => Some("Its check is ticked.".to_owned()),
        (ticked, of) if ticked == of => Some(format!("All {} checks are ticked.", in_words(of))),
        (1, of) => Some(format!("One of {} checks is ticked.", in_words(of))),
        (ticked, of) => {
            let ticked = capitalised(&in_words(ticked));
            Some(format!("{ticked} of {} checks are ticked.", in_words(of)))
        }
    }
}

/// Returns a number in words up to twelve, and in digits from there on.
fn in_words(number: usize) -> String {
    const WORDS: [&str; 13] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    WORDS.get(number).map_or_else(|| number.to_string(), |word| (*word).to_owned())
}
