//! One day with everything about it: what `ninety today` prints.

use super::parts::{
    self, SCHEMA, because, check, checks_json, list, logged, takes, threads_json, tick, ticked, week_json, week_name,
    word,
};
use super::recall::question_json;
use super::{Line, Mark, Page};
use crate::describe;
use crate::plan::{Day, Resource, Week};
use crate::study::reference::check_name;
use crate::study::{DayState, Study};
use crate::words::{self, FINISHED, minutes, stretch};
use serde_json::{Value, json};

pub(crate) fn page(study: &Study, day: Option<&Day>) -> Page {
    let mut page = Page::default();
    let Some(day) = day else {
        page.line(format!("{FINISHED}. `ninety today 1` shows a day again."));
        return page;
    };
    let week = study.plan().week_of(day.no());
    let state = study.state(day);
    let number = format!("Day {} of {}", day.no(), study.plan().days().len());
    page.lines.push(Line::Text(vec![number, week_name(week)], takes(study, day).map_or(String::new(), minutes)));
    let on = study.slot(day).map(|slot| stretch(slot.from, slot.date, study.today()));
    page.lines.push(Line::Text(vec![format!("{}{}", day.title, state_of(study, day))], on.unwrap_or_default()));
    if let Some((_, milestone)) = study.plan().milestone_of(day.no()) {
        page.item(0, Mark::Milestone(state), "", format!("Milestone: {}", milestone.title));
    }
    if let Some(outcome) = day.outcome {
        page.section(outcome);
    }
    page.blank();
    for task in day.tasks() {
        let lead = format!("{:<5} {:<8} ", words::number(day, task), task.role.label());
        let extra = if day.counts(task) { "" } else { " (extra)" };
        page.item(2, tick(study.is_done(day, task)), lead, format!("{}{extra}", task.text));
    }
    for task in study.own_tasks(day.no()) {
        let number = format!("{}.{}", day.no(), task.number);
        page.item(2, tick(task.done.is_some()), format!("{number:<5} {:<8} ", "yours"), task.text);
    }
    checks(study, day, week, &mut page);
    more(study, day, &mut page);
    let asides = describe::evening(study);
    if !asides.is_empty() {
        page.blank();
    }
    page.all(asides.into_iter().map(|[whole, _]| whole));
    page
}

fn state_of(study: &Study, day: &Day) -> String {
    let logged = logged(study.day(day.no()).minutes().into());
    let logged = logged.map_or(String::new(), |logged| format!(" ({logged})"));
    let because = because(study, day);
    match study.state(day) {
        DayState::Complete => format!(": complete{logged}"),
        DayState::Skipped if because.trim().is_empty() => format!(": skipped{logged}"),
        DayState::Skipped => format!(": skipped ({because}){logged}"),
        DayState::Open | DayState::Begun => logged,
    }
}

fn checks(study: &Study, day: &Day, week: &Week, page: &mut Page) {
    let milestone = study.plan().milestone_of(day.no()).filter(|_| !week.checks().is_empty());
    let Some((_, milestone)) = milestone else { return };
    let open = study.open_checks(week).next();
    page.blank();
    if milestone.last() > day.no() {
        page.all(ticked(study, week).map(|ticked| format!("{ticked}: `ninety week {}` shows them.", week.no())));
        return;
    }
    page.line(if study.plan().is_builtin() {
        "These checks are ninety's own: the plan's author asks for the tasks alone."
    } else {
        "These checks stand beside the tasks: no day waits for them."
    });
    page.lines.extend(milestone.accept.iter().map(|one| check(study, week, one, 2)));
    let how = |open| format!("Tick one with: ninety done {}", check_name(milestone, open));
    page.item(2, Mark::None, "", open.map_or("Every check is ticked.".to_owned(), how));
}

fn more(study: &Study, day: &Day, page: &mut Page) {
    if !day.resources.is_empty() {
        page.section("Read and watch");
    }
    for resource in day.resources {
        let mark = if study.has_read(resource.url()) { Mark::Done } else { Mark::Bullet };
        page.item(2, mark, "", format!("{}{}", resource.title, facts_of(resource)));
        page.item(4, Mark::None, "", resource.url());
    }
    page.continues(&study.threads(day));
    if !day.builds_on().is_empty() {
        page.section("Builds on");
    }
    for before in day.builds_on().iter().map(|no| study.plan().day(*no)) {
        let skipped = if study.state(before) == DayState::Skipped { " (skipped)" } else { "" };
        page.lines.push(Line::Item(parts::day(study, before, skipped, [String::new(), String::new()])));
    }
    if let Some(note) = day.note {
        page.section("Good to know");
        page.words(2, note);
    }
    if !day.examples.is_empty() {
        page.section("Examples");
    }
    day.examples.iter().for_each(|example| page.item(2, Mark::Bullet, "", *example));
    let note = study.note(day.no());
    if !note.is_empty() {
        page.section("Your note");
        page.words(2, note);
    }
}

fn facts_of(resource: &Resource) -> String {
    let kind = resource.kind.map(ToString::to_string);
    let minutes = resource.minutes.map(|minutes| format!("{minutes} min"));
    let extra = resource.extra.then(|| "extra".to_owned());
    let facts: Vec<String> = [kind, minutes, extra].into_iter().flatten().collect();
    if facts.is_empty() { String::new() } else { format!(" ({})", facts.join(", ")) }
}

pub(crate) fn json(study: &Study, day: Option<&Day>) -> Value {
    json!({
        "schema": SCHEMA, "plan": study.plan().id().as_str(), "date": study.today(), "still_until": study.late_until(),
        "day": day.map(|day| day_json(study, day)),
    })
}

fn day_json(study: &Study, day: &Day) -> Value {
    let (plan, progress) = (study.plan(), study.day(day.no()));
    let milestone = plan.milestone_of(day.no()).map(|(_, milestone)| milestone);
    let slot = study.slot(day);
    let tasks = day.tasks().iter().map(|task| {
        json!({
            "number": words::number(day, task), "id": task.id().as_str(), "role": task.role.label(), "text": task.text,
            "extra": !day.counts(task), "done": study.is_done(day, task),
        })
    });
    let resources = day.resources.iter().map(|resource| {
        json!({
            "title": resource.title, "url": resource.url(), "kind": resource.kind, "minutes": resource.minutes,
            "extra": resource.extra, "read": study.has_read(resource.url()),
        })
    });
    let before = day.builds_on().iter().map(|no| plan.day(*no)).map(|before| {
        json!({
            "number": before.no().get(), "id": before.id().as_str(), "title": before.title,
            "state": word(study.state(before)),
        })
    });
    let checks = milestone.map_or(json!([]), |milestone| checks_json(study, plan.week_of(day.no()), milestone));
    let own = study.own_tasks(day.no());
    let own = own.iter().map(|task| {
        json!({
            "number": format!("{}.{}", day.no(), task.number), "id": task.id.as_str(), "text": task.text,
            "done": task.done.is_some(),
        })
    });
    let questions = study.questions(day);
    let questions =
        questions.iter().map(|one| question_json(json!({ "number": one.name(), "id": one.id.as_str() }), one));
    let examples: Vec<String> = day.examples.iter().map(ToString::to_string).collect();
    json!({
        "number": day.no().get(), "of": plan.days().len(), "id": day.id().as_str(), "title": day.title,
        "week": week_json(plan.week_of(day.no())), "milestone": milestone.map(|milestone| milestone.title),
        "milestone_days": milestone.map(|one| [one.first().get(), one.last().get()]), "state": word(study.state(day)),
        "from": slot.map(|slot| slot.from), "date": slot.map(|slot| slot.date), "completed": progress.completed,
        "because": progress.skipped.as_ref().map(|(because, _)| because), "outcome": day.outcome,
        "minutes": takes(study, day), "logged": progress.minutes(), "tasks": list(tasks), "resources": list(resources),
        "checks": checks, "continues": threads_json(&study.threads(day)), "builds_on": list(before),
        "plan_note": day.note, "examples": examples, "note": study.note(day.no()), "own": list(own),
        "questions": list(questions),
    })
}
