//! The study journal (`ninety export md`), and the milestones alone (`export portfolio`). Headings are the program's
//! alone: the learner's words stand in block quotes.

use super::parts::{because, is_begun, logged, past_in, phase, tick, ticked, week_name};
use super::state::State;
use super::{Mark, Page};
use crate::plan::{Day, Milestone, Week, WeekNo};
use crate::study::{DayState, Study};
use crate::text::counted;
use crate::words::{self, came_to, date};
use serde_json::json;
use std::ops::RangeInclusive;

pub(crate) fn page(study: &Study, weeks: Option<&RangeInclusive<WeekNo>>) -> Page {
    let plan = study.plan();
    let mut page = Page::default();
    page.heading(1, plan.title());
    if !plan.goal().is_empty() {
        page.line(plan.goal());
    }
    page.facts(progress(study));
    let is_within = |week: &&Week| weeks.is_none_or(|weeks| weeks.contains(&week.no()));
    let all = plan.weeks().iter().filter(is_within);
    let all: Vec<&Week> = all.filter(|week| says_something(study, week)).collect();
    let elsewhere = weeks.is_none().then(|| State::elsewhere(study));
    let elsewhere = elsewhere.filter(|state| *state != State::default());
    if all.is_empty() && elsewhere.is_none() {
        page.line("Nothing is recorded yet.");
    }
    let mut last = None;
    for week in all {
        let phase = phase(study, week.no());
        if let Some((number, title)) = phase.filter(|_| phase != last) {
            page.heading(2, format!("Phase {number}: {title}"));
        }
        last = phase;
        self::week(study, week, if phase.is_some() { 3 } else { 2 }, &mut page);
    }
    if let Some(state) = elsewhere {
        not_in_the_plan(&state, &mut page);
    }
    page
}

fn progress(study: &Study) -> Vec<String> {
    let days = study.plan().days();
    let started = study.started().map(|started| format!("Started {}", date(started)));
    let done = came_to(study.days_complete(), study.days_skipped(), days.len());
    let done = format!("{done}, as of {}", date(study.today()));
    let milestones: Vec<&Milestone> = study.plan().weeks().iter().filter_map(|week| week.milestone.as_ref()).collect();
    let reached = milestones.iter().filter(|one| study.reached(one).is_some()).count();
    let all = counted(milestones.len(), "milestone", "milestones");
    let reached = (!milestones.is_empty()).then(|| format!("{reached} of {all} reached"));
    let minutes: u64 = days.iter().map(|day| u64::from(study.day(day.no()).minutes())).sum();
    let recalled = words::recalled(study.recalled()).join(", ");
    let asked = (!recalled.is_empty()).then(|| format!("Questions: {recalled}"));
    started.into_iter().chain([done]).chain(reached).chain(logged(minutes)).chain(asked).collect()
}

fn says_something(study: &Study, week: &Week) -> bool {
    study.plan().days_in(week).iter().any(|day| is_touched(study, day))
        || week.milestone.as_ref().is_some_and(|milestone| is_begun(study, week, milestone))
        || !study.links(week).is_empty()
        || !study.reviews(week).is_empty()
}

fn is_touched(study: &Study, day: &Day) -> bool {
    study.is_touched(day) || study.day(day.no()).own().next().is_some()
}

fn week(study: &Study, week: &Week, level: usize, page: &mut Page) {
    page.heading(level, week_name(week));
    page.line(past_in(study, week));
    let days = study.plan().days_in(week).iter().filter(|day| is_touched(study, day));
    days.for_each(|day| self::day(study, day, level + 1, page));
    match &week.milestone {
        Some(milestone) if is_begun(study, week, milestone) => {
            page.milestone(study, week, level + 1);
        }
        None if !study.links(week).is_empty() => {
            page.heading(level + 1, "Links");
            page.links(study, week);
        }
        Some(_) | None => {}
    }
    page.answers(study, week, &format!("Review of week {}", week.no()), level + 1);
}

fn day(study: &Study, day: &Day, level: usize, page: &mut Page) {
    let (progress, state) = (study.day(day.no()), study.state(day));
    page.heading(level, format!("Day {}: {}", day.no(), day.title));
    let said = match (state, progress.completed) {
        (DayState::Open, _) => None,
        (DayState::Begun, _) => Some("Begun".to_owned()),
        (DayState::Complete, Some(on)) => Some(format!("Completed {}", date(on))),
        (DayState::Complete, None) => Some("Complete".to_owned()),
        (DayState::Skipped, _) => Some("Skipped".to_owned()),
    };
    let mut facts: Vec<String> = said.into_iter().chain(logged(progress.minutes().into())).collect();
    let because = because(study, day);
    let has_reason = !because.trim().is_empty();
    if let Some(last) = facts.last_mut() {
        last.push_str(if has_reason { ", because:" } else { "" });
        page.facts(facts);
    }
    if has_reason {
        page.words(2, because);
    }
    let is_shown = |task| study.is_done(day, task) || (state == DayState::Begun && day.counts(task));
    let tasks: Vec<_> = day.tasks().iter().filter(|task| is_shown(task)).collect();
    for task in &tasks {
        page.item(2, tick(study.is_done(day, task)), "", task.text);
    }
    let own = study.own_tasks(day.no());
    for task in &own {
        page.item(2, tick(task.done.is_some()), "", &*task.text);
    }
    if !progress.notes.is_empty() && has_reason && tasks.is_empty() && own.is_empty() {
        page.line("Note:");
    }
    study.paragraphs(day.no()).for_each(|paragraph| page.words(2, paragraph.text));
    let mut shaky = study.questions(day);
    shaky.retain(|question| question.is_shaky(question.asked.now) && !question.is_long);
    if !shaky.is_empty() {
        page.line("Still shaky:");
    }
    for question in shaky {
        page.item(2, Mark::Bullet, "", question.ask);
    }
}

fn not_in_the_plan(state: &State, page: &mut Page) {
    page.heading(2, "No longer in the plan");
    page.line("These are kept; the plan has nothing by these names.");
    for (what, all) in json!(state).as_object().into_iter().flatten() {
        for one in all.as_array().into_iter().flatten() {
            let Some(kept) = one.as_object() else {
                page.item(2, Mark::Done, "", one.as_str().unwrap_or_default());
                continue;
            };
            let kept = kept.iter().filter(|(name, _)| *name != "gap").map(|(_, value)| value);
            for (place, value) in kept.enumerate() {
                match value.as_str() {
                    Some(name) if place == 0 => page.line(format!("{name}, {what}:")),
                    Some(text) => page.words(2, text),
                    None => page.item(2, Mark::Bullet, "", value.to_string()),
                }
            }
        }
    }
}

/// Lays out the milestones reached, ready to publish, without anything private. An error says what is reached first.
pub(crate) fn portfolio(study: &Study) -> Result<Page, String> {
    let all = study.plan().weeks().iter();
    let all = all.filter_map(|week| Some((week, week.milestone.as_ref()?)));
    let reached: Vec<(&Week, &Milestone)> =
        all.clone().filter(|(_, milestone)| study.reached(milestone).is_some()).collect();
    if reached.is_empty() {
        let first = all.map(|(_, milestone)| milestone).next().map(|first| {
            let is_first = format!("the first one is {}, on day {}", first.title, first.last());
            format!("No milestone is reached yet, so there is nothing to publish; {is_first}.")
        });
        let none = "The plan has no milestones, so there is nothing to publish; `ninety export md` has what you did.";
        return Err(first.unwrap_or(none.to_owned()));
    }
    let mut page = Page::default();
    page.heading(1, "Portfolio");
    let count = counted(reached.len(), "milestone", "milestones");
    page.line(format!("{count} of {}.", study.plan().title()));
    for (week, milestone) in reached {
        page.heading(2, milestone.title);
        let on = study.reached(milestone).map(|on| format!("Reached {}.", date(on)));
        let is_ticked = study.open_checks(week).count() < milestone.accept.len();
        let checks = ticked(study, week).filter(|_| is_ticked).map(|ticked| format!("{ticked}."));
        page.line(on.into_iter().chain(checks).collect::<Vec<_>>().join(" "));
        page.links(study, week);
    }
    Ok(page)
}
