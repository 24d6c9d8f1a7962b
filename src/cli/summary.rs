//! The whole way as a page of text.
//!
//! Deliberately absent: what is counted, which the report has, and what is left to do, but for the next day.

use super::page::Page;
use super::print::counted;
use crate::study::report::summary::{Noted, Reached, Summary};
use crate::study::report::{date, dates, span};

/// Lays out the whole way, or the way so far.
pub(super) fn summary(report: &Summary, page: &mut Page) {
    let dot = page.dot();
    page.line(report.title);
    if let Some(next) = report.next {
        page.line(&format!("The way so far; day {}, {}, is next.", next.number, next.title));
    }
    let (Some(first), Some(last)) = (report.first, report.last) else {
        page.gap();
        page.line("Nothing is done yet: `ninety done 1.1` ticks the first task.");
        return;
    };
    page.gap();
    let weeks = counted(report.weeks.try_into().unwrap_or(0), "week", "weeks");
    let study_days = counted(report.evenings, "study day", "study days");
    let logged = (report.minutes > 0).then(|| span(report.minutes));
    let way = [dates(first, last), weeks, study_days].into_iter().chain(logged);
    page.line(&way.collect::<Vec<_>>().join(&dot));
    page.line(&report.came_to());
    if report.milestones > 0 {
        page.gap();
        page.line(&report.milestones_reached());
        report.reached.iter().for_each(|reached| milestone(reached, page));
    }
    report.notes().into_iter().for_each(|(words, noted)| note(words, noted, page));
}

fn milestone(reached: &Reached, page: &mut Page) {
    let sign = page.signs().milestone(reached.proof);
    page.row(&format!("  {sign} {:>2}  {}", reached.week, reached.title), &date(reached.date));
}

fn note(words: &str, note: &Noted, page: &mut Page) {
    page.gap();
    page.row(&format!("{words}, on day {}, {}", note.day, note.title), &date(note.date));
    page.paragraphs("  ", &note.text);
}
