//! A week looked back on, as a page: what happened, what was answered, what comes next.
//!
//! Deliberately absent: blame. A day that is open is carried on, and nothing is late.

use crate::cli::page::Page;
use crate::cli::proof::{continues, week_title};
use crate::journal::Answer;
use crate::study::DayState;
use crate::study::report::review::{NextDay, NextWeek, PastDay, WeekReview};
use crate::study::report::{dates, span};
use crate::text::counted;
use chrono::NaiveDate;

/// Lays out everything.
pub(super) fn whole(report: &WeekReview, page: &mut Page) {
    past(report, page);
    page.gap();
    if let Some(review) = &report.review {
        for answer in Answer::ALL {
            page.line(answer.heading());
            match review.answer(answer).trim() {
                "" => page.item("  ", "(left empty)"),
                text => page.paragraphs("  ", text),
            }
        }
    } else {
        let week = report.week.number;
        page.line(&format!(
                "It has no review yet. `ninety review {week}` on a terminal asks three questions; `ninety review {week} --can TEXT` records an answer."
            ));
    }
    next(report, page);
}

/// Lays out what happened.
pub(super) fn past(report: &WeekReview, page: &mut Page) {
    let on = report
        .dates
        .map_or(String::new(), |[from, until]| format!("{}{}", page.dot(), dates(from, until)));
    page.line(&format!("{}{on}", week_title(report.week)));
    let mut facts = vec![behind(report)];
    if report.minutes > 0 {
        facts.push(format!("{} logged", span(report.minutes)));
    }
    page.line(&facts.join(&page.dot()));
    for [from, until] in &report.breaks {
        page.line(&format!("A break lay in it: {}", dates(*from, *until)));
    }
    page.gap();
    report.days.iter().for_each(|day| past_day(day, page));
    if !report.notes.is_empty() {
        page.gap();
        page.line("Your notes");
        let mut last = None;
        for note in &report.notes {
            if last != Some(note.day.number) {
                page.item("  ", &format!("Day {}, {}", note.day.number, note.day.title));
            }
            page.paragraphs("    ", note.text);
            last = Some(note.day.number);
        }
    }
    let Some(milestone) = &report.milestone else { return };
    page.gap();
    page.line(&format!("Milestone: {}, {}", milestone.title, milestone.proof.word()));
    let open: Vec<_> = report.open_criteria().collect();
    match (open.len(), milestone.criteria.len()) {
        (_, 0) => {}
        (0, _) => page.line("Every criterion is met."),
        (open, all) => {
            let wait =
                if milestone.reached.is_some() { ", which is no reason to wait" } else { "" };
            let all = counted(all, "criterion", "criteria");
            page.line(&format!("{open} of {all} open{wait}:"));
        }
    }
    let sign = page.signs().open;
    for (name, text) in open {
        page.item(&format!("  {sign} {name:<5} "), text);
    }
}

fn behind(report: &WeekReview) -> String {
    let skipped =
        if report.skipped > 0 { format!(", {} skipped", report.skipped) } else { String::new() };
    let days = counted(report.days.len(), "day", "days");
    format!("{} of {days} complete{skipped}", report.complete)
}

fn past_day(day: &PastDay, page: &mut Page) {
    let line = &day.line;
    let because = day.because.map(str::trim).filter(|because| !because.is_empty());
    let because = because.map_or(String::new(), |because| format!(" ({because})"));
    let logged =
        if day.minutes > 0 { format!("{}  ", span(day.minutes.into())) } else { String::new() };
    let state = match line.state {
        DayState::Complete => on(line.completed.as_ref()),
        DayState::Skipped => "skipped".to_owned(),
        DayState::Open => "open".to_owned(),
        DayState::Begun => format!("{} of {}", line.done, line.tasks),
    };
    let mark = page.signs().mark(line.state);
    page.row(
        &format!("  {mark} {:>2}  {}{because}", line.number, line.title),
        &format!("{logged}{state:>10}"),
    );
}

fn on(date: Option<&String>) -> String {
    let date: Option<NaiveDate> = date.and_then(|date| date.parse().ok());
    date.map_or(String::new(), |date| date.format("%a %e %b").to_string())
}

/// Lays out what comes next.
pub(super) fn next(report: &WeekReview, page: &mut Page) {
    page.gap();
    let Some(next) = &report.next else {
        page.line("It is the last week of the plan.");
        return;
    };
    page.line(&format!("Next is {}", uncapitalised(&week_title(next.week))));
    page.line(&sum(next, &page.dot()));
    page.gap();
    next.days.iter().for_each(|day| next_day(day, page));
    continues(&next.continues, page);
    if next.days.iter().any(|day| day.line.date.is_some()) {
        page.gap();
        page.line("If that does not fit: `ninety replan continue --dry-run` shows another way.");
    }
}

fn uncapitalised(text: &str) -> String {
    text.strip_prefix("Week").map_or_else(|| text.to_owned(), |rest| format!("week{rest}"))
}

fn sum(next: &NextWeek, dot: &str) -> String {
    let remain = |day: &&NextDay| matches!(day.line.state, DayState::Open | DayState::Begun);
    let remaining = next.days.iter().filter(remain).count();
    let mut facts = vec![if remaining == next.days.len() {
        counted(remaining, "day", "days")
    } else {
        format!("{remaining} of {} remain", counted(next.days.len(), "day", "days"))
    }];
    if let Some([least, most]) = next.minutes {
        let (least, most) = (span(least.into()), span(most.into()));
        facts.push(if least == most { least } else { format!("{least} to {most}") });
    }
    facts.extend(next.milestone.map(|milestone| format!("it leads to {milestone}")));
    facts.join(dot)
}

fn next_day(day: &NextDay, page: &mut Page) {
    let line = &day.line;
    let minutes = day.minutes.map(|[least, most]| {
        if least == most { format!("{least} min") } else { format!("{least}-{most} min") }
    });
    let state = match line.state {
        DayState::Complete => "complete".to_owned(),
        DayState::Skipped => "skipped".to_owned(),
        DayState::Open | DayState::Begun => on(line.date.as_ref()),
    };
    let sign = page.signs().milestone_cell(line.state);
    let sign = if line.milestone { format!(" {sign}") } else { String::new() };
    let mark = page.signs().mark(line.state);
    page.row(
        &format!("  {mark} {:>2}  {}{sign}", line.number, line.title),
        &format!("{}  {state:>10}", minutes.unwrap_or_default()),
    );
}
