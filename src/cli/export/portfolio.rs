//! One page of the milestones reached, ready to publish: titles, dates, links and the learner's own words.
//!
//! Deliberately absent: everything private. No note, no skipped day, no minutes, no score, no review, and nothing of a
//! milestone that is still ahead.

use crate::cli::markdown::milestone::evidence;
use crate::cli::markdown::{Document, plain};
use crate::cli::print::{counted, long_date};
use crate::error::Error;
use crate::study::Study;
use crate::study::report::milestone::MilestoneReport;

/// Lays out the page. An error says what is reached first, where nothing is yet.
pub(super) fn lay_out(study: &Study, to: &mut Document) -> Result<(), Error> {
    let all = MilestoneReport::all(study);
    let reached: Vec<&MilestoneReport> = all.iter().filter(|one| one.proof.is_there()).collect();
    if reached.is_empty() {
        return Err(Error::Refused(nothing_yet(all.first())));
    }
    to.heading(1, "Portfolio");
    let count = counted(reached.len(), "milestone", "milestones");
    to.paragraph(&format!("{count} of {}.", plain(study.plan().title())));
    for milestone in reached {
        one(milestone, to);
    }
    Ok(())
}

fn nothing_yet(first: Option<&MilestoneReport>) -> String {
    match first {
        Some(first) => format!(
            "No milestone is reached yet, so there is nothing to publish; the first one is {}, on day {}.",
            first.title, first.days[1]
        ),
        None => "The plan has no milestones, so there is nothing to publish; `ninety export md` has what you did."
            .to_owned(),
    }
}

fn one(report: &MilestoneReport, to: &mut Document) {
    to.heading(2, &plain(report.title));
    let reached = report.reached.as_deref().map(|date| format!("Reached {}.", long_date(date)));
    let facts: Vec<String> = reached.into_iter().chain(met(report)).collect();
    if !facts.is_empty() {
        to.paragraph(&facts.join(" "));
    }
    evidence(report.evidence, to);
}

/// Says how many criteria are met; nothing where none is.
fn met(report: &MilestoneReport) -> Option<String> {
    let (met, of) = (report.met(), report.criteria.len());
    match (met, of) {
        (0, _) => None,
        (1, 1) => Some("Its criterion is met.".to_owned()),
        (met, of) if met == of => Some(format!("All {} criteria are met.", in_words(of))),
        (1, of) => Some(format!("One of {} criteria is met.", in_words(of))),
        (met, of) => {
            let mut words = in_words(met);
            if let Some(first) = words.get_mut(..1) {
                first.make_ascii_uppercase();
            }
            Some(format!("{words} of {} criteria are met.", in_words(of)))
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
