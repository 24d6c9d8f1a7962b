//! The schedule as text: how the learner stands, the pace, and what a move would change.
//!
//! Deliberately absent: guilt. Days are counted in study days, and nothing is overdue.

use super::page::Page;
use super::print::counted;
use super::record::capitalised;
use crate::plan::DayNo;
use crate::study::replan::{Heaviest, Impossible, Warning};
use crate::study::report::pace::{Change, Likely, PaceReport, Standing};
use crate::study::report::{date, dates, span};
use crate::study::schedule;
use crate::study::told::{self, study_days};
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
    page.line(&format!("{place}{dot}{}", spare(report)));
    let promised = report.promise.map(|end| format!("Promised end {}", date(end)));
    let now = report.finish.filter(|finish| report.promise != Some(*finish));
    let now = now.map(|finish| format!("as it stands {}", date(finish)));
    page.line(&promised.into_iter().chain(now).collect::<Vec<_>>().join(&dot));
    page.line(&likely(report.forecast.as_ref()));
}

fn spare(report: &Standing) -> String {
    match report.spare.total {
        0 => "no spare days".to_owned(),
        total => format!("{} of {total} spare days left", report.spare.left),
    }
}

/// Returns when the plan is likely to end, and where that comes from.
fn likely(forecast: Option<&Likely>) -> String {
    let Some(likely) = forecast else {
        return "A likely end shows once a day is complete again.".to_owned();
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
    match change.ends() {
        [Some(before), Some(after)] if before == after => {
            page.item("End date     ", &format!("{}, as before", date(after)));
        }
        [Some(before), Some(after)] => {
            page.item("End date     ", &format!("{} (was {})", date(after), date(before)));
        }
        [_, Some(after)] => page.item("End date     ", &date(after)),
        [_, None] => page.item("End date     ", "nothing remains"),
    }
    if let Some(heaviest) = &preview.after.heaviest {
        page.item("Heaviest     ", &heavy(heaviest, preview.before.heaviest.as_ref()));
    }
    let pairs: Vec<String> =
        preview.paired.iter().map(|(earlier, later)| format!("{earlier} with {later}")).collect();
    if !pairs.is_empty() {
        page.item("Paired       ", &pairs.join(", "));
    }
    for line in relying(&preview.warnings) {
        page.item("Good to know ", &line);
    }
    let mut last = None;
    for (no, on) in &preview.after.next {
        let name = if last.is_none() { "Next         " } else { "             " };
        let shown =
            if last == Some(*on) { String::new() } else { on.format("%a %e %b").to_string() };
        page.item(&format!("{name}{shown:<10}  {no:>2}  "), change.title(*no));
        last = Some(*on);
    }
    let suggested = study.schedule().pace().days_set.is_none();
    if suggested && preview.fact.is_ok() {
        page.item("Study days   ", "as suggested; `ninety pace --days mon-fri` sets them");
    }
}

/// Returns what builds on the days that are skipped, a sentence for each of them.
pub(super) fn relying(warnings: &[Warning]) -> Vec<String> {
    let of_a_day = warnings.chunk_by(|one, other| one.builds_on == other.builds_on);
    let told = of_a_day.filter_map(|group| {
        let days: Vec<DayNo> = group.iter().map(|warning| warning.day).collect();
        let verb = if days.len() == 1 { "builds" } else { "build" };
        let on = group.first()?.builds_on;
        Some(format!("{} {verb} on day {on}.", capitalised(&numbered(&days))))
    });
    told.collect()
}

/// Returns days by their numbers, such as `days 19, 21 and 28`.
fn numbered(days: &[DayNo]) -> String {
    let names: Vec<String> = days.iter().map(ToString::to_string).collect();
    match names.split_last() {
        Some((last, [])) => format!("day {last}"),
        Some((last, before)) => format!("days {} and {last}", before.join(", ")),
        None => "no day".to_owned(),
    }
}

fn heavy(after: &Heaviest, before: Option<&Heaviest>) -> String {
    let time = |heavy: &Heaviest| match (heavy.least, heavy.most) {
        (least, most) if least == most => span(least.into()),
        (least, most) => format!("{} to {}", span(least.into()), span(most.into())),
    };
    let was = before.filter(|before| time(before) != time(after));
    let was = was.map_or(String::new(), |before| format!("; was {}", time(before)));
    format!("{} on {} ({}){was}", time(after), date(after.date), numbered(&after.days))
}

/// Returns why the end date cannot be kept, and what would keep it.
pub(super) fn impossible(end: Option<NaiveDate>, why: Impossible) -> String {
    let end = end.map_or_else(|| "The end date".to_owned(), date);
    let mut ways = Vec::new();
    if let Some(days) = why.days {
        ways.push(format!("{} study days a week (`ninety pace --days {days}`)", days.count()));
    }
    if let Some(minutes) = why.minutes {
        ways.push(format!(
            "{} a study day (`ninety pace --minutes {minutes}`)",
            span(minutes.into())
        ));
    }
    let what = if ways.is_empty() {
        "`ninety replan continue` promises a new one".to_owned()
    } else {
        format!("{} would keep it", ways.join(", or "))
    };
    format!("{end} cannot be kept by pairing: {} missing; {what}.", missing(why.short))
}

fn missing(short: u32) -> String {
    let are = if short == 1 { "is" } else { "are" };
    format!("{} {are}", study_days(short))
}
