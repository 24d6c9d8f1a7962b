//! What several reports share: days, checks, milestones, links and reviews as lines, and as JSON.

use super::{Item, Line, Mark, Page};
use crate::journal::Answer;
use crate::plan::{Check, Day, Milestone, Text, Week, WeekNo};
use crate::study::reference::check_name;
use crate::study::weeks::Thread;
use crate::study::{DayState, Study, said};
use crate::text::{capitalised, counted};
use crate::words::{self, date, stretch};
use serde_json::{Value, json};

/// The number that every JSON document carries; a change that could break a reader raises it.
pub(super) const SCHEMA: u8 = 1;

pub(super) fn week_name(week: &Week) -> String {
    capitalised(&words::week_named(week))
}

pub(super) fn takes(study: &Study, day: &Day) -> Option<[u16; 2]> {
    day.minutes().or(study.plan().minutes()).map(|minutes| [minutes.min, minutes.max])
}

pub(super) fn past_in(study: &Study, week: &Week) -> String {
    let (complete, skipped) = study.past_in(week);
    words::came_to(complete, skipped, study.plan().days_in(week).len())
}

pub(super) fn phase(study: &Study, week: WeekNo) -> Option<(usize, &'static str)> {
    let mut phases = (1..).zip(study.plan().phases());
    let found = phases.find(|(_, phase)| (phase.first()..=phase.last()).contains(&week));
    found.map(|(number, phase)| (number, phase.title))
}

/// Returns a day as an item: its mark, number and title, `more`, and short facts at the right edge.
pub(super) fn day(study: &Study, day: &Day, more: &str, right: [String; 2]) -> Item {
    Item {
        depth: 2,
        mark: Mark::Day(study.state(day)),
        lead: format!("{:>2} ", day.no().get()),
        text: format!("{}{more}", day.title),
        right: Vec::from(right),
        ..Item::default()
    }
}

pub(super) fn days<'s>(study: &'s Study, week: &Week) -> impl Iterator<Item = Line> + 's {
    study.plan().days_in(week).iter().map(move |one| {
        let state = study.state(one);
        let (done, tasks) = study.fold().count(one);
        let count = match state {
            DayState::Begun => format!("{done}/{tasks}"),
            DayState::Skipped => "skipped".to_owned(),
            DayState::Open | DayState::Complete => String::new(),
        };
        let completed = study.completed(one).map(|on| (on, on));
        let dates = study.slot(one).map(|slot| (slot.from, slot.date)).or(completed);
        let on = dates.map_or(String::new(), |(from, date)| stretch(from, date, study.today()));
        let milestone = study.plan().milestone_of(one.no()).map(|_| state);
        let mark = if is_current(study, one) { Mark::CurrentDay(state) } else { Mark::Day(state) };
        Line::Item(Item { mark, milestone, ..day(study, one, "", [count, on]) })
    })
}

fn is_current(study: &Study, day: &Day) -> bool {
    study.current_day().is_some_and(|current| current.no() == day.no())
}

pub(super) fn because<'s>(study: &'s Study, day: &Day) -> &'s str {
    study.day(day.no()).skipped.as_ref().map_or("", |(because, _)| because)
}

pub(super) fn logged(minutes: u64) -> Option<String> {
    (minutes > 0).then(|| format!("{} logged", words::span(minutes)))
}

pub(super) const fn tick(is_done: bool) -> Mark {
    if is_done { Mark::Done } else { Mark::Open }
}

pub(super) fn check(study: &Study, week: &Week, check: &Check, depth: usize) -> Line {
    let name = week.milestone.as_ref().map(|milestone| check_name(milestone, check));
    Line::Item(Item {
        depth,
        mark: tick(study.checked(week, check).is_some()),
        lead: format!("{:<5}", name.unwrap_or_default()),
        text: check.text.to_owned(),
        ..Item::default()
    })
}

/// Tells whether a day of a milestone is complete, a check is ticked, or there is a link.
pub(super) fn is_begun(study: &Study, week: &Week, milestone: &Milestone) -> bool {
    complete(study, milestone) > 0
        || !study.links(week).is_empty()
        || milestone.accept.iter().any(|check| study.checked(week, check).is_some())
}

fn complete(study: &Study, milestone: &Milestone) -> usize {
    study.milestone_days(milestone).iter().filter(|day| study.state(day) == DayState::Complete).count()
}

/// Returns how many checks of a week's milestone are ticked, if it has some.
pub(super) fn ticked(study: &Study, week: &Week) -> Option<String> {
    let checks = week.checks().len();
    let ticked = checks - study.open_checks(week).count();
    (checks > 0).then(|| format!("{ticked} of {} ticked", counted(checks, "check", "checks")))
}

impl Page {
    /// Adds how far a milestone has come, its checks, what builds on it while one is open, its links.
    pub(super) fn milestone(&mut self, study: &Study, week: &Week, level: usize) {
        let Some(milestone) = &week.milestone else { return };
        self.heading(level, format!("Milestone: {}", milestone.title));
        let days = study.milestone_days(milestone).len();
        let (first, last) = (milestone.first(), milestone.last());
        let on = if days == 1 { format!("Day {first}") } else { format!("Days {first}-{last}") };
        let come = match study.reached(milestone) {
            Some(on) => Some(format!("reached {}", date(on))),
            None => (days > 1).then(|| format!("{} of {days} days complete", complete(study, milestone))),
        };
        self.facts([on].into_iter().chain(come).chain(ticked(study, week)));
        self.lines.extend(milestone.accept.iter().map(|one| check(study, week, one, 2)));
        let later = study.resting_on(milestone);
        let is_open = study.reached(milestone).is_some() && study.open_checks(week).next().is_some();
        if is_open && !later.is_empty() {
            let name = |no| format!("day {no} ({})", study.plan().day(no).title);
            let names: Vec<String> = later.into_iter().map(name).collect();
            self.line(format!("Built on later by {}.", words::and(&names)));
        }
        self.links(study, week);
    }

    pub(super) fn links(&mut self, study: &Study, week: &Week) {
        let links = study.links(week);
        if !links.is_empty() {
            self.line("Where to see it:");
        }
        for link in links {
            self.item(2, Mark::Link, "", link.url);
        }
    }

    pub(super) fn answers(&mut self, study: &Study, week: &Week, title: &str, level: usize) {
        let Some(last) = study.reviews(week).pop() else { return };
        self.heading(level, title);
        self.line(format!("Reviewed {}", date(study.habits().study_date(last.at))));
        let answers = study.answers(week);
        if answers.is_empty() {
            self.line("Nothing was answered.");
        }
        for answer in Answer::ALL {
            if !answers.get(answer).trim().is_empty() {
                self.heading(level + 1, words::heading(answer));
                self.words(2, answers.get(answer));
            }
        }
    }

    pub(super) fn continues(&mut self, threads: &[Thread]) {
        if !threads.is_empty() {
            self.section("Continues");
        }
        for thread in threads {
            let reached = thread.reached.map_or("not reached yet".to_owned(), |on| format!("reached {}", date(on)));
            let link = thread.link.as_ref().map_or(String::new(), |link| format!("; {link}"));
            let (title, day) = (thread.milestone.title, thread.day.no());
            self.item(2, Mark::Bullet, "", format!("{title} (day {day}): {reached}{link}"));
            let note = said(thread.note.as_deref().unwrap_or_default(), " ");
            if !note.is_empty() {
                self.item(4, Mark::None, "", format!("Last note: {note}"));
            }
        }
    }
}

pub(super) fn week_json(week: &Week) -> Value {
    json!({ "number": week.no().get(), "title": week.title })
}

pub(super) const fn word(state: DayState) -> &'static str {
    match state {
        DayState::Open => "open",
        DayState::Begun => "begun",
        DayState::Complete => "complete",
        DayState::Skipped => "skipped",
    }
}

fn day_json(study: &Study, day: &Day) -> Value {
    let (done, tasks) = study.fold().count(day);
    let slot = study.slot(day);
    json!({
        "number": day.no().get(), "id": day.id().as_str(), "title": day.title, "state": word(study.state(day)),
        "done": done, "tasks": tasks, "current": is_current(study, day),
        "milestone": study.plan().milestone_of(day.no()).is_some(), "from": slot.map(|slot| slot.from),
        "date": slot.map(|slot| slot.date), "completed": study.completed(day),
    })
}

pub(super) fn joined(mut one: Value, other: Value) -> Value {
    if let (Value::Object(one), Value::Object(other)) = (&mut one, other) {
        one.extend(other);
    }
    one
}

pub(super) fn days_json(study: &Study, week: &Week) -> Value {
    let phase = phase(study, week.no()).map(|(number, title)| json!({ "number": number, "title": title }));
    let days = study.plan().days_in(week).iter().map(|day| day_json(study, day));
    joined(week_json(week), json!({ "phase": phase, "days": list(days) }))
}

pub(super) fn list(values: impl Iterator<Item = Value>) -> Value {
    Value::Array(values.collect())
}

pub(super) fn check_json(study: &Study, week: &Week, milestone: &Milestone, check: &Check) -> Value {
    let since = study.checked(week, check);
    json!({
        "name": check_name(milestone, check), "id": check.id().as_str(), "text": check.text, "done": since.is_some(),
        "since": since,
    })
}

pub(super) fn checks_json(study: &Study, week: &Week, milestone: &Milestone) -> Value {
    list(milestone.accept.iter().map(|check| check_json(study, week, milestone, check)))
}

pub(super) fn milestone_json(study: &Study, week: &Week) -> Value {
    let Some(milestone) = &week.milestone else { return Value::Null };
    let texts = |list: &[Text]| -> Vec<String> { list.iter().map(ToString::to_string).collect() };
    let links: Vec<String> = study.links(week).into_iter().map(|link| link.url).collect();
    let later = study.resting_on(milestone).into_iter();
    let later = later.map(|no| json!({ "number": no.get(), "title": study.plan().day(no).title }));
    json!({
        "week": week_json(week), "title": milestone.title, "days": [milestone.first().get(), milestone.last().get()],
        "complete": complete(study, milestone), "reached": study.reached(milestone),
        "checks": checks_json(study, week, milestone), "links": links, "stretch": texts(milestone.stretch),
        "pitfalls": texts(milestone.pitfalls), "questions": texts(milestone.rubric), "later": list(later),
    })
}

pub(super) fn answers_json(study: &Study, week: &Week) -> Value {
    let Some(last) = study.reviews(week).pop() else { return Value::Null };
    let answers = study.answers(week);
    json!({
        "date": study.habits().study_date(last.at), "can": answers.get(Answer::Can),
        "shaky": answers.get(Answer::Shaky), "next": answers.get(Answer::Next),
    })
}

pub(super) fn threads_json(threads: &[Thread]) -> Value {
    list(threads.iter().map(|thread| {
        json!({
            "week": week_json(thread.week), "milestone": thread.milestone.title, "day": thread.day.no().get(),
            "reached": thread.reached, "link": thread.link, "note": thread.note,
        })
    }))
}
