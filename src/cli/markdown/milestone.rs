//! A milestone and a review in Markdown, as the journal and the page of a week have them.
//!
//! Deliberately absent: what is for one of the two alone.

use super::{Document, link, plain};
use crate::cli::print::{counted, long_date};
use crate::journal::{Answer, Made};
use crate::study::milestones::Proof;
use crate::study::report::Named;
use crate::study::report::milestone::{
    CriterionReport, EvidenceReport, MilestoneReport, QuestionReport, ReviewReport,
};

/// Adds how far a milestone has come, in a line.
pub(in crate::cli) fn standing(report: &MilestoneReport, to: &mut Document) {
    let days = match report.days {
        [first, last] if first == last => format!("Day {first}"),
        [first, last] => format!("Days {first}-{last}"),
    };
    let mut facts = vec![days];
    match (&report.reached, report.proof) {
        (Some(date), _) => facts.push(format!("reached {}", long_date(date))),
        (None, Proof::Ahead | Proof::Reached | Proof::Proven) if report.complete > 0 => {
            let [first, last] = report.days;
            let of = usize::from(last.saturating_sub(first)) + 1;
            facts.push(format!("{} of {} complete", report.complete, counted(of, "day", "days")));
        }
        (None, Proof::Ahead | Proof::Reached | Proof::Proven) => facts.push("ahead".to_owned()),
    }
    if !report.criteria.is_empty() {
        let of = counted(report.criteria.len(), "criterion", "criteria");
        facts.push(format!("{} of {of} met", report.met()));
    }
    let line = to.facts(&facts);
    to.paragraph(&line);
}

/// Says whether criteria stand with what they are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Called {
    /// With the name that the command line knows.
    ByName,
    /// By their texts alone.
    ByText,
}

/// Adds a milestone's criteria, and what rests on it while one of them is open.
pub(in crate::cli) fn criteria(report: &MilestoneReport, called: Called, to: &mut Document) {
    for CriterionReport { name, text, met, .. } in &report.criteria {
        let text = match called {
            Called::ByName => format!("{} {}", plain(name), plain(text)),
            Called::ByText => plain(text),
        };
        if *met { to.done(&text) } else { to.open(&text) }
    }
    let is_open = report.reached.is_some() && report.met() < report.criteria.len();
    if is_open && !report.later.is_empty() {
        to.paragraph(&format!("Built on later by {}.", listed(&report.later)));
    }
}

/// Returns days as a list, such as `day 22, Models, and day 28, Blog`.
fn listed(days: &[Named]) -> String {
    let name = |day: &Named| format!("day {} ({})", day.number, plain(day.title));
    let names: Vec<String> = days.iter().map(name).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    crate::study::told::and(&names)
}

/// Adds the links and the learner's words that show a milestone.
pub(in crate::cli) fn evidence(report: EvidenceReport, to: &mut Document) {
    let made = |wanted: Made| report.parts().filter(move |(part, _)| part.made() == wanted);
    if made(Made::Link).next().is_some() {
        to.paragraph("Where to see it:");
    }
    for (part, address) in made(Made::Link) {
        to.item(&format!("{}: {}", part.label(), link(address)));
    }
    for (part, words) in made(Made::Words) {
        to.paragraph(&format!("{}:", part.label()));
        to.line_of_words(words);
    }
}

/// Adds the scores that were given.
pub(in crate::cli) fn scores(questions: &[QuestionReport], to: &mut Document) {
    let scored = || questions.iter().filter(|question| !question.scores.is_empty());
    if scored().next().is_some() {
        to.paragraph("How I scored it (0 not yet, 1 partly, 2 yes):");
    }
    for question in scored() {
        let change = change(question, to);
        to.item(&format!("{} {change}", plain(question.text)));
    }
}

/// Returns a question's scores, the first given first.
pub(in crate::cli) fn change(question: &QuestionReport, to: &Document) -> String {
    format!("**{}**", question.change(&format!(" {} ", to.signs().then)))
}

/// Adds what was answered when a week was reviewed, each answer under its heading.
pub(in crate::cli) fn review(report: &ReviewReport, level: usize, to: &mut Document) {
    to.paragraph(&format!("Reviewed {}", long_date(&report.date)));
    let answers = Answer::ALL.into_iter().map(|answer| (answer, report.answer(answer)));
    let mut given = answers.filter(|(_, text)| !text.trim().is_empty()).peekable();
    if given.peek().is_none() {
        to.paragraph("Nothing was answered.");
    }
    for (answer, text) in given {
        to.heading(level, answer.heading());
        to.words(text);
    }
}
