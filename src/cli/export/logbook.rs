//! The study journal as one Markdown document: phases, weeks, days with their notes, milestones, reviews.
//!
//! Its headings are the program's alone: the learner's words stand in block quotes.
//!
//! Deliberately absent: days, weeks and milestones that nothing was recorded about.

use crate::cli::markdown::{Document, link, plain};
use crate::cli::milestone::{self, Called};
use crate::cli::print::week_named;
use crate::report::Named;
use crate::report::logbook::{DayLog, Logbook, WeekLog};
use crate::report::looking_back::came_to;
use crate::report::milestone::MilestoneReport;
use crate::report::state::{Review, State};
use crate::study::DayState;
use crate::text::counted;
use crate::words::{date, span};

/// Lays out the journal.
pub(super) fn lay_out(report: &Logbook, to: &mut Document) {
    to.heading(1, &plain(report.title));
    if !report.about.is_empty() {
        to.paragraph(&plain(report.about));
    }
    let line = to.facts(&standing(report));
    to.paragraph(&line);
    if report.weeks.is_empty() && report.elsewhere.is_none() {
        to.paragraph("Nothing is recorded yet.");
    }
    let mut phase = None;
    for week in &report.weeks {
        if let Some(new) = week.phase.filter(|new| Some(new.number) != phase) {
            to.heading(2, &format!("Phase {}: {}", new.number, plain(new.title)));
        }
        phase = week.phase.map(|phase| phase.number);
        self::week(week, if phase.is_some() { 3 } else { 2 }, to);
    }
    if let Some(state) = &report.elsewhere {
        elsewhere(state, to);
    }
}

/// Says where the learner stands.
fn standing(report: &Logbook) -> Vec<String> {
    let started = report.started.map(|started| format!("Started {}", date(started)));
    let mut facts: Vec<String> = started.into_iter().collect();
    facts.push(format!(
        "{}, as of {}",
        came_to(report.complete, report.skipped, report.days),
        date(report.date)
    ));
    if report.milestones > 0 {
        let of = counted(report.milestones, "milestone", "milestones");
        facts.push(format!("{} of {of} reached", report.reached));
    }
    if report.minutes > 0 {
        facts.push(format!("{} logged", span(report.minutes)));
    }
    facts
}

fn week(report: &WeekLog, level: usize, to: &mut Document) {
    let name = week_named(Named { number: report.number, title: report.title });
    to.heading(level, &plain(&name));
    to.paragraph(&came_to(report.complete, report.skipped, report.of));
    report.days.iter().for_each(|day| self::day(day, level + 1, to));
    if let Some(report) = &report.milestone {
        self::milestone(report, level + 1, to);
    }
    if !report.links.is_empty() {
        to.heading(level + 1, "Links");
        milestone::links(&report.links, to);
    }
    if let Some(review) = &report.review {
        to.heading(level + 1, &format!("Review of week {}", report.number));
        milestone::review(review, level + 2, to);
    }
}

fn day(report: &DayLog, level: usize, to: &mut Document) {
    to.heading(level, &format!("Day {}: {}", report.number, plain(report.title)));
    let state = match (report.state, report.completed) {
        (DayState::Open, _) => None,
        (DayState::Begun, _) => Some("Begun".to_owned()),
        (DayState::Complete, Some(on)) => Some(format!("Completed {}", date(on))),
        (DayState::Complete, None) => Some("Complete".to_owned()),
        (DayState::Skipped, _) => Some("Skipped".to_owned()),
    };
    let logged = (report.logged > 0).then(|| format!("{} logged", span(report.logged.into())));
    let facts: Vec<String> = state.into_iter().chain(logged).collect();
    let because = report.because.unwrap_or_default();
    let colon = if because.trim().is_empty() { "" } else { ", because:" };
    if !facts.is_empty() {
        let line = to.facts(&facts);
        to.paragraph(&format!("{line}{colon}"));
    }
    to.line_of_words(because);
    for (text, done) in &report.tasks {
        if *done { to.done(&plain(text)) } else { to.open(&plain(text)) }
    }
    if !report.note.is_empty() && !because.trim().is_empty() && report.tasks.is_empty() {
        to.paragraph("Note:");
    }
    report.note.iter().for_each(|note| to.words(note));
}

fn milestone(report: &MilestoneReport, level: usize, to: &mut Document) {
    to.heading(level, &format!("Milestone: {}", plain(report.title)));
    milestone::standing(report, to);
    milestone::checks(report, Called::ByText, to);
    milestone::links(&report.links, to);
}

/// Adds what is recorded about what the plan does not have.
fn elsewhere(state: &State, to: &mut Document) {
    to.heading(2, "No longer in the plan");
    to.paragraph("These are kept; the plan has nothing by these names.");
    for id in &state.done {
        to.done(&plain(id));
    }
    for minutes in &state.minutes {
        to.item(&format!("{}: {} logged", plain(&minutes.day), span(minutes.minutes.into())));
    }
    for linked in &state.links {
        to.item(&format!("{}: {}", plain(&linked.week), link(&linked.url)));
    }
    for skipped in &state.skipped {
        to.paragraph(&format!("{}: skipped", plain(&skipped.day)));
        to.line_of_words(&skipped.because);
    }
    for note in &state.notes {
        to.paragraph(&format!("{}:", plain(&note.day)));
        to.words(&note.text);
    }
    state.reviews.iter().for_each(|reviewed| review(reviewed, to));
}

fn review(review: &Review, to: &mut Document) {
    let answers = [("can", &review.can), ("shaky", &review.shaky), ("next", &review.next)];
    for (word, text) in answers.into_iter().filter(|(_, text)| !text.trim().is_empty()) {
        to.paragraph(&format!("{}, reviewed, {word}:", plain(&review.week)));
        to.words(text);
    }
}
