//! The reports as pages of text.
//!
//! Deliberately absent: what stands in a report, and how wide a page is.

use super::page::Page;
use super::{pace, proof};
use crate::study::report::day::{DayReport, ResourceReport, TaskReport, Today};
use crate::study::report::overview::{DayLine, PlanWeek, Status, WeekReport, WholePlan};
use crate::study::report::past::{History, Recorded};
use crate::study::report::{Named, date, minutes, span};
use crate::study::told::asides::Aside;
use crate::study::told::review::came_to;
use crate::study::{DayState, told};
use chrono::{DateTime, NaiveDate};

/// Lays out one day with everything about it.
pub(super) fn today(report: &Today, page: &mut Page) {
    let Some(day) = &report.day else {
        let words = "`ninety summary` sums up the whole way, `ninety today 1` shows a day again.";
        page.line(&format!("{}. {words}", told::FINISHED));
        return;
    };
    let dot = page.dot();
    let takes = day.minutes.map_or(String::new(), minutes);
    page.row(&format!("Day {} of {}{dot}{}", day.number, day.of, week_named(day.week)), &takes);
    page.line(&format!("{}{}", day.title, state_of(day)));
    if let (Some(milestone), Some(proof)) = (day.milestone, day.proof) {
        let sign = page.signs().milestone(proof);
        page.line(&format!("{sign} Milestone: {milestone}"));
    }
    if let Some(outcome) = day.outcome {
        page.gap();
        page.line(outcome);
    }
    page.gap();
    day.tasks.iter().for_each(|task| self::task(task, page));
    proof::day_criteria(report.plan, day, page);
    section("Read and watch", page, &day.resources, resource);
    proof::continues(&day.continues, page);
    section("Builds on", page, &day.builds_on, |before, page| {
        let prefix = format!("  {} {:>2}  ", page.signs().mark(before.state), before.number);
        let skipped = if before.state == DayState::Skipped { " (skipped)" } else { "" };
        page.item(&prefix, &format!("{}{skipped}", before.title));
    });
    section("Good to know", page, day.plan_note.as_slice(), |note, page| {
        page.paragraphs("  ", note);
    });
    section("Examples", page, &day.examples, |example, page| page.item("  - ", example));
    let note = (!day.note.is_empty()).then_some(day.note.as_str());
    section("Your note", page, note.as_slice(), |note, page| page.paragraphs("  ", note));
    if !report.asides.is_empty() {
        page.gap();
    }
    asides(&report.asides, page);
}

/// Lays out what there is to know of the date.
fn asides(asides: &[Aside], page: &mut Page) {
    for aside in asides {
        page.line(&aside.whole);
    }
}

fn section<T>(title: &str, page: &mut Page, items: &[T], lay_out: fn(&T, &mut Page)) {
    if items.is_empty() {
        return;
    }
    page.gap();
    page.line(title);
    for item in items {
        lay_out(item, page);
    }
}

fn state_of(day: &DayReport) -> String {
    let logged = if day.logged > 0 {
        format!(" ({} logged)", span(day.logged.into()))
    } else {
        String::new()
    };
    match (day.state, day.because) {
        (DayState::Complete, _) => format!(": complete{logged}"),
        (DayState::Skipped, Some(because)) if !because.trim().is_empty() => {
            format!(": skipped ({because}){logged}")
        }
        (DayState::Skipped, _) => format!(": skipped{logged}"),
        (DayState::Open | DayState::Begun, _) => logged,
    }
}

fn task(task: &TaskReport, page: &mut Page) {
    let sign = if task.done { page.signs().done } else { page.signs().open };
    let prefix = format!("  {sign} {:<5} {:<8}  ", task.number, task.role);
    page.item(&prefix, &format!("{}{}", task.text, if task.extra { " (extra)" } else { "" }));
}

fn resource(resource: &ResourceReport, page: &mut Page) {
    let minutes = resource.minutes.map(|minutes| format!("{minutes} min"));
    let extra = resource.extra.then(|| "extra".to_owned());
    let kind = resource.kind.map(str::to_owned);
    let facts: Vec<String> = [kind, minutes, extra].into_iter().flatten().collect();
    let facts = if facts.is_empty() { String::new() } else { format!(" ({})", facts.join(", ")) };
    page.item("  - ", &format!("{}{facts}", resource.title));
    page.item("    ", resource.url);
}

/// Lays out where the learner stands.
pub(super) fn status(report: &Status, page: &mut Page) {
    let dot = page.dot();
    match (&report.day, report.week) {
        (Some(day), Some(week)) => {
            page.line(&format!(
                "Day {} of {}, {}{dot}{}",
                day.number,
                report.days,
                day.title,
                week_named(week)
            ));
            page.line(&format!("{} of {} done", day.done, counted(day.tasks, "task", "tasks")));
        }
        (_, _) => {
            page.line(&format!("The plan is finished: {}.", counted(report.days, "day", "days")));
        }
    }
    let mut facts = vec![came_to(report.complete, report.skipped, report.days)];
    if report.minutes > 0 {
        facts.push(format!("{} logged", span(report.minutes)));
    }
    page.line(&facts.join(&dot));
    let agreed = &report.schedule.pace;
    let days = match (agreed.set, &report.day) {
        (true, _) => format!(", studying {}", agreed.days),
        (false, Some(_)) => format!(", studying {}, as suggested", agreed.days),
        (false, None) => String::new(),
    };
    match report.started.as_deref().map(str::parse::<NaiveDate>) {
        Some(Ok(start)) if start.to_string() > report.date => {
            page.line(&format!("Starts {}{days}", date(start)));
        }
        Some(Ok(start)) => page.line(&format!("Started {}{days}", date(start))),
        Some(Err(_)) | None => {
            page.line("Nothing is recorded yet: `ninety start` sets the start, `ninety done 1.1` ticks the first task.");
            return;
        }
    }
    if report.day.is_some() {
        pace::standing(&report.schedule, page);
    }
    if let Some(streak) = report.streak {
        page.line(&capitalised(&told::streak(streak)));
    }
    if let Some(week) = report.review_due {
        let number = week.number;
        page.line(&format!("Week {number} can be looked back on: `ninety review {number}`"));
    }
    asides(&report.asides, page);
}

/// Returns a week's name where a line begins; a week without a title of its own is called by its number alone.
pub(super) fn week_named(week: Named) -> String {
    capitalised(&told::week_called(week))
}

/// Returns how many of a week's days are complete, and how many are skipped if any is.
pub(super) fn behind_in(week: &WeekReport) -> String {
    let count = |state| week.days.iter().filter(|day| day.state == state).count();
    came_to(count(DayState::Complete), count(DayState::Skipped), week.days.len())
}

pub(super) use crate::text::{capitalised, counted};

/// Returns the date that a report has as people read it, such as `Tue 8 Dec 2026`.
pub(super) fn long_date(written: &str) -> String {
    written.parse().map_or_else(|_| written.to_owned(), date)
}

fn day_line(day: &DayLine, page: &mut Page) {
    let signs = page.signs();
    let milestone = day.proof.map(|proof| signs.milestone_day(day.state, proof));
    let milestone = milestone.map_or(String::new(), |sign| format!(" {sign}"));
    let mark = if day.current { signs.cursor } else { signs.mark(day.state) };
    let count = match day.state {
        DayState::Skipped => "skipped".to_owned(),
        DayState::Open | DayState::Begun | DayState::Complete => {
            format!("{}/{}", day.done, day.tasks)
        }
    };
    page.row(&format!("  {mark} {:>2}  {}{milestone}", day.number, day.title), &count);
}

/// Lays out the whole plan.
pub(super) fn plan(report: &WholePlan, page: &mut Page) {
    page.line(report.title);
    if !report.goal.is_empty() {
        page.line(report.goal);
    }
    let mut phase = None;
    for PlanWeek { week, criteria_open } in &report.weeks {
        let number = week.phase.map(|phase| phase.number);
        if let Some(new) = week.phase.filter(|new| Some(new.number) != phase) {
            page.gap();
            page.line(&format!("Phase {}, {}", new.number, new.title));
        }
        phase = number;
        page.gap();
        self::week_lines(week, page);
        for one in criteria_open {
            proof::criterion(one, 8, page);
        }
    }
}

fn week_lines(week: &WeekReport, page: &mut Page) {
    let name = week_named(Named { number: week.number, title: week.title });
    page.row(&name, &behind_in(week));
    week.days.iter().for_each(|day| day_line(day, page));
}

/// Lays out what was recorded.
pub(super) fn history(report: &History, page: &mut Page) {
    if report.entries.is_empty() {
        page.line("Nothing is recorded yet.");
    }
    for Recorded { at, says, stands, .. } in &report.entries {
        let moment = DateTime::parse_from_rfc3339(at)
            .map_or_else(|_| at.clone(), |at| at.format("%a %-d %b %Y %H:%M").to_string());
        page.item(
            &format!("{moment:<21}  "),
            &format!("{says}{}", if *stands { "" } else { " (taken back)" }),
        );
    }
}
