//! A week with its milestone and its review, as Markdown that reads well on a terminal.
//!
//! Deliberately absent: notes, which `today` and `export md` have.

use super::markdown::{Document, plain};
use super::milestone::{self, Called};
use super::print::{on, past_in, week_named};
use crate::report::Named;
use crate::report::milestone::MilestoneReport;
use crate::report::overview::{DayLine, OneWeek};
use crate::study::DayState;
use chrono::NaiveDate;

/// Lays out a week.
pub(super) fn lay_out(report: &OneWeek, to: &mut Document) {
    let week = &report.week;
    let name = Named { number: week.number, title: week.title };
    to.heading(1, &plain(&week_named(name)));
    let phase = week.phase.map(|phase| plain(&format!("Phase {}, {}", phase.number, phase.title)));
    let facts: Vec<String> = phase.into_iter().chain([past_in(week)]).collect();
    let line = to.facts(&facts);
    to.paragraph(&line);
    week.days.iter().for_each(|day| self::day(day, report.today, to));
    if let Some(report) = &report.milestone {
        self::milestone(report, to);
    }
    if let Some(review) = &report.review {
        to.heading(2, "Review");
        milestone::review(review, 3, to);
    }
}

fn day(day: &DayLine, today: NaiveDate, to: &mut Document) {
    let name = format!("{} {}", day.number, plain(day.title));
    let name = if day.current { format!("**{name}**") } else { name };
    let milestone = day.milestone.then(|| "milestone".to_owned());
    let count = match day.state {
        DayState::Skipped => Some("skipped".to_owned()),
        DayState::Begun => Some(format!("{} of {} done", day.done, day.tasks)),
        DayState::Open | DayState::Complete => None,
    };
    let date = day.from.zip(day.date).or(day.completed.zip(day.completed));
    let date = date.map(|(from, date)| on(from, date, today));
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
    milestone::checks(report, Called::ByName, to);
    milestone::links(&report.links, to);
    let lists = [("Beyond it", &report.stretch), ("What goes wrong easily", &report.pitfalls)];
    for (title, texts) in lists.into_iter().filter(|(_, texts)| !texts.is_empty()) {
        to.heading(3, title);
        for text in texts {
            to.item(&plain(text));
        }
    }
    if !report.questions.is_empty() {
        to.heading(3, "Ask yourself");
        report.questions.iter().for_each(|question| to.item(&plain(question)));
    }
}
