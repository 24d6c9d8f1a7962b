//! The schedule as text: how the learner stands, the pace, and what a move would change.
//!
//! Deliberately absent: guilt. Days are counted in study days, and nothing is overdue.

use super::page::Page;
use super::print::counted;
use crate::journal::Fact;
use crate::study::replan::Impossible;
use crate::study::report::pace::{Change, Likely, PaceReport, Standing};
use crate::study::report::{date, dates, span};
use crate::study::schedule;
use crate::study::told;
use crate::study::told::finish::UNTOLD;
use crate::study::told::moves;
use chrono::NaiveDate;

/// Lays out how the learner stands to what was promised.
pub(super) fn standing(report: &Standing, page: &mut Page) {
    let dot = page.dot();
    if let Some(sentence) = told::missed(report.missed) {
        page.line(&sentence);
    }
    let place = told::standing(match (report.behind, report.ahead) {
        (0, 0) => schedule::Standing::OnPace,
        (0, ahead) => schedule::Standing::Ahead(ahead),
        (behind, _) => schedule::Standing::Behind(behind),
    });
    let spare = schedule::Spare { total: report.spare.total, used: report.spare.used };
    page.line(&format!("{place}{dot}{}", told::spare(spare)));
    let promised = report.promise.map(|end| format!("Promised end {}", date(end)));
    let now = report.finish.filter(|finish| report.promise != Some(*finish));
    let now = now.map(|finish| format!("as it stands {}", date(finish)));
    page.line(&promised.into_iter().chain(now).collect::<Vec<_>>().join(&dot));
    page.line(&likely(report.forecast.as_ref()));
}

/// Returns when the plan is likely to end, and where that comes from.
fn likely(forecast: Option<&Likely>) -> String {
    let Some(likely) = forecast else {
        return format!("A likely end {UNTOLD}.");
    };
    let range = dates(likely.earliest, likely.latest);
    let done: Vec<String> = likely.weeks.iter().map(|week| week.done.to_string()).collect();
    match done.split_last() {
        None => {
            format!("Likely end {range}, at the plan's pace until two weeks of yours tell more")
        }
        Some((last, before)) => format!(
            "Likely end {range}, from your last {} weeks: {} and {last} days complete",
            done.len(),
            before.join(", ")
        ),
    }
}

/// Lays out the pace.
pub(super) fn pace(report: &PaceReport, page: &mut Page) {
    let set_to = &report.schedule.pace;
    let set = if set_to.set { "" } else { ", as suggested" };
    let count = usize::try_from(set_to.days_a_week).unwrap_or(0);
    page.item(
        "Study days   ",
        &format!("{} ({} a week{set})", set_to.days, counted(count, "day", "days")),
    );
    page.item("A study day  ", &format!("at most {}", span(set_to.day_minutes.into())));
    page.item("What counts  ", &format!("each {}", set_to.by));
    for [from, until] in &report.breaks {
        page.item("Break        ", &dates(*from, *until));
    }
    if report.started.is_some() && report.schedule.finish.is_some() {
        page.gap();
        standing(&report.schedule, page);
    }
}

/// Lays out what a move would change.
pub(super) fn change(change: &Change, page: &mut Page) {
    let (preview, study) = (change.preview, change.study);
    let mut above = "";
    for (name, line) in moves::lines(preview) {
        let shown = if name == above { "" } else { name };
        page.item(&format!("{shown:<13}"), &line);
        above = name;
    }
    if let Some(line) = moves::too_short(study, preview) {
        page.item("A study day  ", &line);
    }
    let mut last = None;
    for (no, on) in &preview.after.next {
        let name = if last.is_none() { "Next         " } else { "             " };
        let shown =
            if last == Some(*on) { String::new() } else { on.format("%a %e %b").to_string() };
        let was = study.date(study.plan().day(*no)).filter(|was| was != on);
        let was = was.map_or_else(String::new, |was| was.format(" (was %a %-d %b)").to_string());
        let title = change.title(*no);
        page.item(&format!("{name}{shown:<10}  {no:>2}  "), &format!("{title}{was}"));
        last = Some(*on);
    }
    let sets_days =
        |fact: &Fact| matches!(fact, Fact::Pace { .. } | Fact::Start { days: Some(_), .. });
    let suggested = study.schedule().pace().days_set.is_none();
    if suggested && preview.fact.as_ref().is_ok_and(|fact| !sets_days(fact)) {
        page.item("Study days   ", "as suggested; `ninety pace --days mon-fri` sets them");
    }
}

/// Returns why the end date cannot be kept, and what would keep it.
pub(super) fn impossible(end: Option<NaiveDate>, why: Impossible) -> String {
    let how = |days| format!(" (`ninety pace --days {days}`)");
    moves::impossible(end, why, how, "`ninety replan continue`")
}
