//! A week with its milestone and its review, as Markdown that reads well on a terminal.
//!
//! Deliberately absent: notes, which `today` and `export md` have.

use super::markdown::milestone::{self, Called};
use super::markdown::{Document, plain};
use super::print::{behind_in, week_named};
use crate::study::DayState;
use crate::study::report::Named;
use crate::study::report::milestone::{MilestoneReport, QuestionReport};
use crate::study::report::overview::{DayLine, OneWeek};
use chrono::NaiveDate;

/// Lays out a week.
pub(super) fn lay_out(report: &OneWeek, to: &mut Document) {
    let week = &report.week;
    let name = Named { number: week.number, title: week.title };
    to.heading(1, &plain(&week_named(name)));
    let phase = week.phase.map(|phase| plain(&format!("Phase {}, {}", phase.number, phase.title)));
    let facts: Vec<String> = phase.into_iter().chain([behind_in(week)]).collect();
    let line = to.facts(&facts);
    to.paragraph(&line);
    week.days.iter().for_each(|day| self::day(day, to));
    if let Some(report) = &report.milestone {
        self::milestone(report, to);
    }
    if let Some(review) = &report.review {
        to.heading(2, "Review");
        milestone::review(review, 3, to);
    }
}

fn day(day: &DayLine, to: &mut Document) {
    let name = format!("{} {}", day.number, plain(day.title));
    let name = if day.current { format!("**{name}**") } else { name };
    let milestone = day.milestone.then(|| "milestone".to_owned());
    let count = match day.state {
        DayState::Skipped => Some("skipped".to_owned()),
        DayState::Begun => Some(format!("{} of {} done", day.done, day.tasks)),
        DayState::Open | DayState::Complete => None,
    };
    let date = day.date.as_ref().or(day.completed.as_ref()).and_then(|date| date.parse().ok());
    let date = date.map(|date: NaiveDate| date.format("%a %-d %b").to_string());
    let facts: Vec<String> = [Some(name), milestone, count, date].into_iter().flatten().collect();
    let line = to.facts(&facts);
    match day.state {
        DayState::Complete => to.done(&line),
        DayState::Open | DayState::Begun | DayState::Skipped => to.open(&line),
    }
}

fn milestone(report: &MilestoneReport, to: &mut Document) {
    to.heading(2, &format!("Milestone: {}", plain(report.title)));
    milestone::standing(report, to);
    milestone::criteria(report, Called::ByName, to);
    milestone::evidence(report.evidence, to);
    let lists = [("Beyond it", &report.stretch), ("What goes wrong easily", &report.pitfalls)];
    for (title, texts) in lists.into_iter().filter(|(_, texts)| !texts.is_empty()) {
        to.heading(3, title);
        for text in texts {
            to.item(&plain(text));
        }
    }
    if !report.questions.is_empty() {
        to.heading(3, "Ask yourself");
        report.questions.iter().for_each(|asked| question(asked, to));
    }
}

fn question(question: &QuestionReport, to: &mut Document) {
    let text = plain(question.text);
    if question.scores.is_empty() {
        return to.item(&text);
    }
    let change = milestone::change(question, to);
    to.item(&format!("{text} {change}"));
}
