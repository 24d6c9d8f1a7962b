//! The whole plan with its progress (`ninety plan`), and a week of it (`ninety week`).

use super::parts::{
    SCHEMA, answers_json, check, check_json, days, days_json, joined, list, logged, milestone_json, past_in, phase,
    week_name,
};
use super::{Line, Mark, Page};
use crate::plan::{Check, Milestone, Week};
use crate::study::Study;
use crate::words;
use serde_json::{Value, json};

pub(crate) fn page(study: &Study) -> Page {
    let mut page = Page::default();
    let plan = study.plan();
    page.line(plan.title());
    if !plan.goal().is_empty() {
        page.line(plan.goal());
    }
    let mut last = None;
    for week in plan.weeks() {
        let phase = phase(study, week.no());
        if let Some((number, title)) = phase.filter(|_| phase != last) {
            page.section(&format!("Phase {number}, {title}"));
        }
        last = phase;
        page.blank();
        page.lines.push(Line::Text(vec![week_name(week)], past_in(study, week)));
        page.lines.extend(days(study, week));
        page.lines.extend(open_checks(study, week).map(|(_, one)| check(study, week, one, 8)));
    }
    page
}

fn open_checks<'p>(study: &Study, week: &'p Week) -> impl Iterator<Item = (&'p Milestone, &'p Check)> {
    let reached = week.milestone.iter().filter(|milestone| study.reached(milestone).is_some());
    reached.flat_map(move |milestone| study.open_checks(week).map(move |one| (milestone, one)))
}

pub(crate) fn json(study: &Study) -> Value {
    let plan = study.plan();
    let week = |week: &Week| {
        let checks = open_checks(study, week).map(|(milestone, one)| check_json(study, week, milestone, one));
        joined(days_json(study, week), json!({ "checks_open": list(checks) }))
    };
    json!({
        "schema": SCHEMA, "plan": plan.id().as_str(), "today": study.today(), "title": plan.title(),
        "about": plan.goal(), "finish": study.finish(), "weeks": list(plan.weeks().iter().map(week)),
    })
}

pub(crate) fn week(study: &Study, week: &Week) -> Page {
    let mut page = Page::default();
    page.heading(1, week_name(week));
    let phase = phase(study, week.no()).map(|(number, title)| format!("Phase {number}, {title}"));
    page.facts(phase.into_iter().chain([past_in(study, week)]).chain(logged(study.minutes_in(week))));
    page.lines.extend(days(study, week));
    if let Some(milestone) = &week.milestone {
        page.milestone(study, week, 2);
        for (title, texts) in words::more(milestone) {
            page.heading(3, title);
            for text in texts {
                page.item(2, Mark::Bullet, "", text);
            }
        }
    }
    page.answers(study, week, "Review", 2);
    if study.reviews(week).is_empty() && study.over_on(week).is_some() {
        page.section("Review");
        page.line("There are no answers yet. R on the screen asks three questions; `ninety help review` says how to answer here.");
    }
    page
}

pub(crate) fn week_json(study: &Study, week: &Week) -> Value {
    json!({
        "schema": SCHEMA, "plan": study.plan().id().as_str(), "today": study.today(), "of": study.plan().weeks().len(),
        "week": days_json(study, week), "milestone": milestone_json(study, week), "review": answers_json(study, week),
    })
}
