//! A week looked back on, as a page: what happened, what was answered, what comes next.
//!
//! Deliberately absent: blame. A day that is open is carried on, and nothing is late.

use crate::cli::page::Page;
use crate::cli::print::{continues, week_named};
use crate::journal::Answer;
use crate::report::looking_back::{self, nothing_to_review};
use crate::report::review::{NextDay, PastDay, WeekReview};
use crate::text::counted;
use crate::words::{date, dates, minutes, span, week_called};

/// Lays out everything.
pub(super) fn whole(report: &WeekReview, page: &mut Page) {
    past(report, page);
    page.gap();
    if let Some(review) = &report.review {
        for answer in Answer::ALL {
            page.line(crate::words::heading(answer));
            match review.answer(answer).trim() {
                "" => page.item("  ", "(left empty)"),
                text => page.paragraphs("  ", text),
            }
        }
    } else if report.reviewable {
        let week = report.week.number;
        page.line(&format!(
                "It has no review yet. `ninety review {week}` on a terminal asks three questions; `ninety review {week} --can TEXT` records an answer."
            ));
    } else {
        page.line(&nothing_to_review(&week_called(report.week.number, report.week.title)));
    }
    next(report, page);
}

/// Lays out what happened.
pub(super) fn past(report: &WeekReview, page: &mut Page) {
    let on = report
        .dates
        .map_or(String::new(), |[from, until]| format!("{}{}", page.dot(), dates(from, until)));
    page.line(&format!("{}{on}", week_named(report.week)));
    page.line(&looking_back::sum(report, &page.dot()));
    for lay_in_it in &report.breaks {
        page.line(&looking_back::break_in_it(*lay_in_it));
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
            page.paragraphs("    ", &note.text);
            last = Some(note.day.number);
        }
    }
    let Some(milestone) = &report.milestone else { return };
    page.gap();
    let reached = milestone.reached.map_or(String::new(), |on| format!(", reached {}", date(on)));
    page.line(&format!("Milestone: {}{reached}", milestone.title));
    let open: Vec<_> = report.open_checks().collect();
    match (open.len(), milestone.checks.len()) {
        (_, 0) => {}
        (0, _) => page.line("Every check is ticked."),
        (open, all) => {
            page.line(&format!("{open} of {} open:", counted(all, "check", "checks")));
        }
    }
    let sign = page.signs().open;
    for check in open {
        page.item(&format!("  {sign} {:<5} ", check.name), check.text);
    }
    for link in &milestone.links {
        page.item(&format!("  {} ", page.signs().resource), link);
    }
}

fn past_day(day: &PastDay, page: &mut Page) {
    let line = &day.line;
    let because = day.because.map(str::trim).filter(|because| !because.is_empty());
    let because = because.map_or(String::new(), |because| format!(" ({because})"));
    let logged =
        if day.minutes > 0 { format!("{}  ", span(day.minutes.into())) } else { String::new() };
    let state = looking_back::past_state(day);
    let mark = page.signs().mark(line.state);
    page.row(
        &format!("  {mark} {:>2}  {}{because}", line.number, line.title),
        &format!("{logged}{state:>10}"),
    );
}

/// Lays out what comes next.
pub(super) fn next(report: &WeekReview, page: &mut Page) {
    page.gap();
    let Some(next) = &report.next else {
        page.line(looking_back::LAST_WEEK);
        return;
    };
    page.line(&format!("Next is {}", week_called(next.week.number, next.week.title)));
    page.line(&looking_back::next_sum(next, &page.dot()));
    page.gap();
    next.days.iter().for_each(|day| next_day(day, page));
    continues(&next.continues, page);
    if next.days.iter().any(|day| day.line.date.is_some()) {
        page.gap();
        page.line("If that does not fit: `ninety pace` shows the pace and changes it.");
    }
}

fn next_day(day: &NextDay, page: &mut Page) {
    let line = &day.line;
    let minutes = day.minutes.map_or(String::new(), minutes);
    let state = looking_back::next_state(day);
    let sign = line.milestone.then(|| page.signs().milestone_cell(line.state));
    let sign = sign.map_or(String::new(), |sign| format!(" {sign}"));
    let mark = page.signs().mark(line.state);
    page.row(
        &format!("  {mark} {:>2}  {}{sign}", line.number, line.title),
        &if state.is_empty() { minutes } else { format!("{minutes}  {state:>10}") },
    );
}
