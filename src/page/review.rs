//! A week looked back on: what happened, what was answered, what comes next (`ninety review`). Nothing is late.

use super::parts::{
    self, SCHEMA, answers_json, because, check, day_json, list, logged, milestone_json, takes, threads_json, week_json,
    week_name,
};
use super::{Item, Line, Mark, Page};
use crate::journal::{Answer, Break};
use crate::plan::{Day, DayNo, Week};
use crate::study::weeks::Thread;
use crate::study::{DayState, Study};
use crate::text::counted;
use crate::words::{self, date, dates, week_named};
use chrono::NaiveDate;
use serde_json::{Value, json};

pub(crate) fn page(study: &Study, week: &Week) -> Page {
    let mut page = Page::default();
    let on = span(study, week).map(|[from, until]| dates(from, until));
    page.facts([week_name(week)].into_iter().chain(on));
    page.facts([parts::past_in(study, week)].into_iter().chain(logged(study.minutes_in(week))));
    page.all(breaks(study, week).map(|pause| format!("A break lay in it: {}.", dates(pause.from, pause.until))));
    page.blank();
    let days = study.plan().days_in(week);
    page.lines.extend(days.iter().map(|day| past_day(study, day)));
    if days.iter().any(|day| !study.day(day.no()).notes.is_empty()) {
        page.section("Your notes");
    }
    for day in days {
        for (place, paragraph) in study.paragraphs(day.no()).enumerate() {
            if place == 0 {
                page.item(2, Mark::None, "", format!("Day {}, {}", day.no(), day.title));
            }
            page.words(4, paragraph.text);
        }
    }
    milestone(study, week, &mut page);
    answers(study, week, &mut page);
    next(study, week, &mut page);
    page
}

fn past_day(study: &Study, day: &Day) -> Line {
    let because = Some(because(study, day).trim()).filter(|because| !because.is_empty());
    let because = because.map_or(String::new(), |because| format!(" ({because})"));
    let minutes = u64::from(study.day(day.no()).minutes());
    let spent = if minutes > 0 { words::span(minutes) } else { String::new() };
    let state = match study.state(day) {
        DayState::Complete => on(study.completed(day)),
        DayState::Skipped => "skipped".to_owned(),
        DayState::Open => "open".to_owned(),
        DayState::Begun => {
            let (done, tasks) = study.fold().count(day);
            format!("{done} of {tasks}")
        }
    };
    Line::Item(parts::day(study, day, &because, [spent, format!("{state:>10}")]))
}

fn milestone(study: &Study, week: &Week, page: &mut Page) {
    let Some(milestone) = &week.milestone else { return };
    let reached = study.reached(milestone).map(|on| format!(", reached {}", date(on)));
    page.section(&format!("Milestone: {}{}", milestone.title, reached.unwrap_or_default()));
    match (study.open_checks(week).count(), milestone.accept.len()) {
        (_, 0) => {}
        (0, _) => page.line("Every check is ticked."),
        (open, all) => page.line(format!("{open} of {} open:", counted(all, "check", "checks"))),
    }
    page.lines.extend(study.open_checks(week).map(|one| check(study, week, one, 2)));
    study.links(week).into_iter().for_each(|link| page.item(2, Mark::Link, "", link.url));
}

fn answers(study: &Study, week: &Week, page: &mut Page) {
    page.blank();
    if study.reviews(week).is_empty() {
        let how = format!("`ninety review {} --can TEXT` records an answer; R on the screen asks three.", week.no());
        let is_reviewable = study.is_reviewable(week);
        page.line(if is_reviewable { format!("It has no review yet. {how}") } else { words::nothing_to_review(week) });
        return;
    }
    let answers = study.answers(week);
    for answer in Answer::ALL {
        page.line(words::heading(answer));
        match answers.get(answer).trim() {
            "" => page.item(2, Mark::None, "", "(left empty)"),
            text => page.words(2, text),
        }
    }
}

fn next(study: &Study, week: &Week, page: &mut Page) {
    page.blank();
    let Some(next) = after(study, week) else { return page.line("It is the last week of the plan.") };
    page.line(format!("Next is {}", week_named(next)));
    let all = study.plan().days_in(next);
    let (open, days) = (open(study, next).count(), counted(all.len(), "day", "days"));
    let to_do = if open == all.len() { format!("{days} to do") } else { format!("{open} of {days} to do") };
    let time = time(study, next).map(|time| match time.map(|minutes| words::span(minutes.into())) {
        [least, most] if least == most => least,
        [least, most] => format!("{least} to {most}"),
    });
    let leads = next.milestone.as_ref().map(|milestone| format!("leads to {}", milestone.title));
    page.facts([to_do].into_iter().chain(time).chain(leads));
    page.blank();
    for day in all {
        let state = match study.state(day) {
            DayState::Complete => "complete".to_owned(),
            DayState::Skipped => "skipped".to_owned(),
            DayState::Open | DayState::Begun => on(study.date(day)),
        };
        let state = if state.is_empty() { state } else { format!("{state:>10}") };
        let right = [takes(study, day).map_or(String::new(), words::minutes), state];
        let milestone = study.plan().milestone_of(day.no()).map(|_| study.state(day));
        page.lines.push(Line::Item(Item { milestone, ..parts::day(study, day, "", right) }));
    }
    page.continues(&continues(study, next));
    if all.iter().any(|day| study.date(day).is_some()) {
        page.section("If that does not fit: `ninety pace` shows the pace and changes it.");
    }
}

fn on(date: Option<NaiveDate>) -> String {
    date.map_or(String::new(), |date| date.format("%a %-d %b").to_string())
}

fn after(study: &Study, week: &Week) -> Option<&'static Week> {
    let next = study.plan().week_no(usize::from(week.no().get()) + 1);
    next.map(|next| study.plan().week(next))
}

/// Returns the first and the last date of what happened in a week; the last is today while a day of it remains.
fn span(study: &Study, week: &Week) -> Option<[NaiveDate; 2]> {
    let days = study.plan().days_in(week).iter().map(|day| study.day(day.no()));
    let dates = || days.clone().flat_map(|day| day.touched.iter().copied().chain(day.over()));
    let (first, last) = (dates().min()?, dates().max()?);
    let is_over = study.over_on(week).is_some();
    Some([first, if is_over { last } else { last.max(study.today()) }])
}

fn breaks(study: &Study, week: &Week) -> impl Iterator<Item = Break> {
    let span = span(study, week);
    let lies_in = move |pause: &&Break| span.is_some_and(|[first, last]| pause.from <= last && pause.until >= first);
    study.schedule().dates.breaks().iter().filter(lies_in).copied()
}

fn open(study: &Study, week: &Week) -> impl Iterator<Item = &'static Day> {
    study.plan().days_in(week).iter().filter(|day| study.fold().remains(day))
}

/// Returns the least and the most minutes that the open days of a week take; none where the plan says nothing of one.
fn time(study: &Study, week: &Week) -> Option<[u32; 2]> {
    let all: Vec<[u16; 2]> = open(study, week).map(|day| takes(study, day)).collect::<Option<_>>()?;
    let sum = all.iter().fold([0, 0], |[least, most], one| [least + u32::from(one[0]), most + u32::from(one[1])]);
    (!all.is_empty()).then_some(sum)
}

fn continues(study: &Study, week: &Week) -> Vec<Thread> {
    let mut all: Vec<Thread> = Vec::new();
    for thread in open(study, week).flat_map(|day| study.threads(day)) {
        if all.iter().all(|known| known.week.no() != thread.week.no()) {
            all.push(thread);
        }
    }
    all
}

pub(crate) fn json(study: &Study, week: &Week) -> Value {
    let (complete, skipped) = study.past_in(week);
    let days = study.plan().days_in(week);
    let past = days.iter().map(|day| {
        let progress = study.day(day.no());
        let because = progress.skipped.as_ref().map(|(because, _)| because);
        day_json(study, day, json!({ "because": because, "minutes": progress.minutes() }))
    });
    let notes = days.iter().flat_map(|day| {
        study.paragraphs(day.no()).map(|note| {
            json!({
                "day": { "number": day.no().get(), "title": day.title }, "date": study.habits().study_date(note.at),
                "text": note.text.trim_end(),
            })
        })
    });
    json!({
        "schema": SCHEMA, "plan": study.plan().id().as_str(), "date": study.today(), "week": week_json(week),
        "offered": study.review_due().is_some_and(|due| due.no() == week.no()), "reviewable": study.is_reviewable(week),
        "dates": span(study, week), "complete": complete, "skipped": skipped, "days": list(past),
        "minutes": study.minutes_in(week), "notes": list(notes), "breaks": breaks(study, week).collect::<Vec<_>>(),
        "milestone": milestone_json(study, week), "review": answers_json(study, week),
        "next": after(study, week).map(|next| next_json(study, next)),
    })
}

fn next_json(study: &Study, week: &Week) -> Value {
    let days = study.plan().days_in(week).iter().map(|day| {
        let builds_on: Vec<u16> = day.builds_on().iter().copied().map(DayNo::get).collect();
        day_json(study, day, json!({ "minutes": takes(study, day), "builds_on": builds_on }))
    });
    json!({
        "week": week_json(week), "days": list(days), "minutes": time(study, week),
        "milestone": week.milestone.as_ref().map(|milestone| milestone.title),
        "continues": threads_json(&continues(study, week)),
    })
}
