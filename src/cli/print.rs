//! The reports as pages of text.
//!
//! Deliberately absent: what stands in a report, and how wide a page is.

use super::pace;
use super::page::Page;
use crate::plan::Plan;
use crate::report::Named;
use crate::report::asides::Aside;
use crate::report::day::{DayReport, ResourceReport, TaskReport, Today};
use crate::report::looking_back::came_to;
use crate::report::milestone::{CheckReport, ThreadReport};
use crate::report::overview::{DayLine, PlanWeek, Status, WeekReport, WholePlan};
use crate::report::past::{History, Recorded};
use crate::study::DayState;
use crate::words::{self, FINISHED, dates, minutes, near, span, week_called};
use chrono::{DateTime, Datelike, NaiveDate};

/// Lays out one day with everything about it.
pub(super) fn today(report: &Today, page: &mut Page) {
    let Some(day) = &report.day else {
        page.line(&format!("{FINISHED}. `ninety today 1` shows a day again."));
        return;
    };
    let dot = page.dot();
    let takes = day.minutes.map_or(String::new(), minutes);
    page.row(&format!("Day {} of {}{dot}{}", day.number, day.of, week_named(day.week)), &takes);
    let when = day.from.zip(day.date).map(|(from, date)| on(from, date, report.date));
    page.row(&format!("{}{}", day.title, state_of(day)), &when.unwrap_or_default());
    if let Some(milestone) = day.milestone {
        let sign = page.signs().milestone_cell(day.state);
        page.line(&format!("{sign} Milestone: {milestone}"));
    }
    if let Some(outcome) = day.outcome {
        page.gap();
        page.line(outcome);
    }
    page.gap();
    day.tasks.iter().for_each(|task| self::task(task, page));
    checks(report.plan, day, page);
    section("Read and watch", page, &day.resources, resource);
    continues(&day.continues, page);
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

/// The columns before a check's text.
const DEPTH: usize = 10;

/// Lays out the checks of a milestone beside its last day's tasks; on the days before it a line leads to them.
fn checks(plan: &str, day: &DayReport, page: &mut Page) {
    if day.checks.is_empty() {
        return;
    }
    page.gap();
    if day.milestone_days.is_some_and(|[_, last]| usize::from(last) > day.number) {
        let ticked = day.checks.iter().filter(|check| check.done).count();
        let all = counted(day.checks.len(), "check", "checks");
        page.line(&format!(
            "{ticked} of {all} ticked: `ninety week {}` shows them.",
            day.week.number
        ));
        return;
    }
    page.line(if plan == Plan::builtin().id().as_str() {
        "These checks are ninety's own: the plan's author asks for the tasks alone."
    } else {
        "These checks stand beside the tasks: no day waits for them."
    });
    day.checks.iter().for_each(|one| check(one, 2, page));
    match day.checks.iter().find(|check| !check.done) {
        Some(open) => page.item("  ", &format!("Tick one with: ninety done {}", open.name)),
        None => page.item("  ", "Every check is ticked."),
    }
}

/// Lays out a check, its sign behind so many columns.
fn check(one: &CheckReport, depth: usize, page: &mut Page) {
    let sign = if one.done { page.signs().done } else { page.signs().open };
    let name = format!("{}{sign} {}", " ".repeat(depth), one.name);
    page.item(&format!("{name:<wide$}", wide = DEPTH + depth - 2), one.text);
}

/// Lays out the earlier milestones that a day continues.
pub(super) fn continues(threads: &[ThreadReport], page: &mut Page) {
    section("Continues", page, threads, |thread, page| {
        let reached = match thread.reached {
            Some(date) => format!("reached {}", words::date(date)),
            None => "not reached yet".to_owned(),
        };
        let link = thread.link.as_ref().map_or(String::new(), |link| format!("; {link}"));
        page.item("  - ", &format!("{} (day {}): {reached}{link}", thread.milestone, thread.day));
        if let Some(note) = &thread.note {
            let note = note.split_whitespace().collect::<Vec<_>>().join(" ");
            page.item("    ", &format!("Last note: {note}"));
        }
    });
}

/// Lays out where the learner stands.
pub(super) fn status(report: &Status, page: &mut Page) {
    let dot = page.dot();
    let Some(day) = report.day else {
        page.line(&format!("{FINISHED}."));
        page.line(&came_to(report.complete, report.skipped, report.days));
        return review_due(report, page);
    };
    let week = words::week_done(report.this_week.complete, report.this_week.study_days);
    let week = if week.is_empty() { String::new() } else { format!("{dot}this week {week}") };
    page.line(&format!("Day {day} of {}{week}", report.days));
    pace::position(report, page);
    if report.finish.is_none() {
        page.line("Nothing is recorded yet: `ninety start` sets the start, `ninety done 1.1` ticks the first task.");
    }
    if let Some(says) = &report.rhythm_says {
        page.line(says);
    }
    if let Some(minutes) = report.short {
        page.line(&pace::short(minutes));
    }
    if let Some(sentence) = words::missed(report.missed).filter(|_| report.pause.is_none()) {
        page.line(&sentence);
    }
    review_due(report, page);
    asides(&report.asides, page);
}

fn review_due(report: &Status, page: &mut Page) {
    if let Some(week) = report.review_due {
        page.line(&format!("Week {week} can be looked back on: `ninety review {week}`"));
    }
}

/// Returns a week's name where a line begins; a week without a title of its own is called by its number alone.
pub(super) fn week_named(week: Named) -> String {
    capitalised(&week_called(week.number, week.title))
}

/// Returns how many of a week's days are complete, and how many are skipped if any is.
pub(super) fn past_in(week: &WeekReport) -> String {
    let count = |state| week.days.iter().filter(|day| day.state == state).count();
    came_to(count(DayState::Complete), count(DayState::Skipped), week.days.len())
}

pub(super) use crate::text::{capitalised, counted};

/// Returns the date of a day, or its stretch, as it is shown today.
pub(super) fn on(from: NaiveDate, date: NaiveDate, today: NaiveDate) -> String {
    let short = near(date, today);
    if from == date {
        return short;
    }
    let whole = dates(from, date);
    let year = date.format(" %Y").to_string();
    match whole
        .strip_suffix(&year)
        .filter(|_| from.year() == date.year() && !short.ends_with(&year))
    {
        Some(dates) => dates.to_owned(),
        None => whole,
    }
}

fn day_line(day: &DayLine, today: NaiveDate, page: &mut Page) {
    let signs = page.signs();
    let milestone = day.milestone.then(|| format!(" {}", signs.milestone_cell(day.state)));
    let mark = if day.current { signs.cursor } else { signs.mark(day.state) };
    let count = match day.state {
        DayState::Begun => format!("{}/{}", day.done, day.tasks),
        DayState::Skipped => "skipped".to_owned(),
        DayState::Open | DayState::Complete => String::new(),
    };
    let date = day.from.zip(day.date).or(day.completed.zip(day.completed));
    let date = date.map_or(String::new(), |(from, date)| format!("  {}", on(from, date, today)));
    let title = format!("{}{}", day.title, milestone.unwrap_or_default());
    page.row(
        &format!("  {mark} {:>2}  {title}", day.number),
        format!("{count}{date}").trim_start(),
    );
}

/// Lays out the whole plan.
pub(super) fn plan(report: &WholePlan, page: &mut Page) {
    page.line(report.title);
    if !report.about.is_empty() {
        page.line(report.about);
    }
    let mut phase = None;
    for PlanWeek { week, checks_open } in &report.weeks {
        let number = week.phase.map(|phase| phase.number);
        if let Some(new) = week.phase.filter(|new| Some(new.number) != phase) {
            page.gap();
            page.line(&format!("Phase {}, {}", new.number, new.title));
        }
        phase = number;
        page.gap();
        self::week_lines(week, report.today, page);
        for one in checks_open {
            check(one, 8, page);
        }
    }
}

fn week_lines(week: &WeekReport, today: NaiveDate, page: &mut Page) {
    let name = week_named(Named { number: week.number, title: week.title });
    page.row(&name, &past_in(week));
    week.days.iter().for_each(|day| day_line(day, today, page));
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
