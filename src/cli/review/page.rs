//! A week looked back on, as a page: what happened, what was answered, what comes next.
//!
//! Deliberately absent: blame. A day that is open is carried on, and nothing is late.

use crate::cli::page::Page;
use crate::cli::print::week_named;
use crate::cli::proof::continues;
use crate::journal::Answer;
use crate::study::report::review::{NextDay, PastDay, WeekReview};
use crate::study::report::{dates, minutes, span};
use crate::study::told;
use crate::text::counted;

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
    } else if report.reviewable {
        let week = report.week.number;
        page.line(&format!(
                "It has no review yet. `ninety review {week}` on a terminal asks three questions; `ninety review {week} --can TEXT` records an answer."
            ));
    } else {
        page.line(&told::review::nothing_to_review(&told::week_called(report.week)));
    }
    next(report, page);
}

/// Lays out what happened.
pub(super) fn past(report: &WeekReview, page: &mut Page) {
    let on = report
        .dates
        .map_or(String::new(), |[from, until]| format!("{}{}", page.dot(), dates(from, until)));
    page.line(&format!("{}{on}", week_named(report.week)));
    page.line(&told::review::sum(report, &page.dot()));
    for lay_in_it in &report.breaks {
        page.line(&told::review::break_in_it(*lay_in_it));
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

fn past_day(day: &PastDay, page: &mut Page) {
    let line = &day.line;
    let because = day.because.map(str::trim).filter(|because| !because.is_empty());
    let because = because.map_or(String::new(), |because| format!(" ({because})"));
    let logged =
        if day.minutes > 0 { format!("{}  ", span(day.minutes.into())) } else { String::new() };
    let state = told::review::past_state(day);
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
        page.line(told::review::LAST_WEEK);
        return;
    };
    page.line(&format!("Next is {}", told::week_called(next.week)));
    page.line(&told::review::next_sum(next, &page.dot()));
    page.gap();
    next.days.iter().for_each(|day| next_day(day, page));
    continues(&next.continues, page);
    if next.days.iter().any(|day| day.line.date.is_some()) {
        page.gap();
        page.line("If that does not fit: `ninety replan continue --dry-run` shows another way.");
    }
}

fn next_day(day: &NextDay, page: &mut Page) {
    let line = &day.line;
    let minutes = day.minutes.map_or(String::new(), minutes);
    let state = told::review::next_state(day);
    let sign = line.proof.map(|proof| page.signs().milestone_day(line.state, proof));
    let sign = sign.map_or(String::new(), |sign| format!(" {sign}"));
    let mark = page.signs().mark(line.state);
    page.row(
        &format!("  {mark} {:>2}  {}{sign}", line.number, line.title),
        &if state.is_empty() { minutes } else { format!("{minutes}  {state:>10}") },
    );
}
