//! The schedule (`ninety pace`), and what a change of it changes.

use super::parts::{SCHEMA, joined, list};
use super::{Mark, Page};
use crate::study::{Schedule, Slot, Study};
use crate::text::counted;
use crate::words::{self, date, dates, span, stretch, to_spare};
use chrono::NaiveDate;
use serde_json::{Value, json};

const NEXT: usize = 7;

pub(crate) fn page(study: &Study) -> Page {
    let schedule = study.schedule();
    let mut page = Page::default();
    let goal = || "none; `ninety pace --goal DATE` sets one".to_owned();
    for (name, text) in [
        ("Study days", Some(study_days(schedule))),
        ("A study day", Some(length(schedule))),
        ("Order", Some(order(schedule))),
        ("Start", schedule.started.map(date)),
        ("Goal", Some(schedule.goal.map_or_else(goal, date))),
        ("Finish", finish(schedule).map(date)),
        ("To spare", spare(schedule)),
    ] {
        if let Some(text) = text {
            page.named(name, text);
        }
    }
    let breaks = schedule.dates.breaks().iter().filter(|pause| pause.until >= schedule.today);
    breaks.for_each(|pause| page.named("Break", dates(pause.from, pause.until)));
    if let Some(sentence) = too_short(schedule) {
        page.section(&sentence);
    }
    page
}

/// Lays out what a change changes, before and after, and the days that come next.
pub(crate) fn change(study: &Study, before: &Schedule, after: &Schedule) -> Page {
    let mut page = Page::default();
    let of = |of: fn(&Schedule) -> Option<String>| [of(before), of(after)];
    for (name, both) in [
        ("Finish", of(|schedule| finish(schedule).map(date))),
        ("Goal", of(|schedule| schedule.goal.map(date))),
        ("To spare", of(spare)),
    ] {
        match both {
            [Some(was), Some(is)] if was != is => page.named(name, format!("{was} → {is}")),
            [_, Some(is)] => page.named(name, is),
            [Some(was), None] => page.named(name, format!("{was} → none")),
            [None, None] => {}
        }
    }
    let of = |of: fn(&Schedule) -> String| [of(before), of(after)];
    for (name, [was, is]) in [("Study days", of(study_days)), ("A study day", of(length)), ("Order", of(order))] {
        if was != is {
            page.named(name, format!("{was} → {is}"));
        }
    }
    for (place, Slot { day, from, date }) in after.slots.iter().take(NEXT).enumerate() {
        let name = if place == 0 { "Next" } else { "" };
        let when = stretch(*from, *date, study.today());
        let lead = format!("{name:<12} {when:<15}  {:>2} ", day.get());
        page.item(0, Mark::None, lead, study.plan().day(*day).title);
    }
    page.all(too_short(after));
    page
}

impl Page {
    fn named(&mut self, name: &str, text: String) {
        self.item(0, Mark::None, format!("{name:<12}"), text);
    }
}

pub(super) fn too_short(schedule: &Schedule) -> Option<String> {
    let minutes = schedule.pace.minutes.filter(|_| schedule.has_long_days())?;
    let length = span(minutes.into());
    Some(format!("A study day of {length} is shorter than some days need; those take several study days."))
}

fn study_days(schedule: &Schedule) -> String {
    let days = schedule.pace.days;
    format!("{days} ({} a week)", counted(usize::try_from(days.count()).unwrap_or(0), "day", "days"))
}

fn length(schedule: &Schedule) -> String {
    schedule.pace.minutes.map_or_else(|| "as long as it takes".to_owned(), |minutes| span(minutes.into()))
}

fn order(schedule: &Schedule) -> String {
    words::by(schedule.pace.by).to_owned()
}

fn finish(schedule: &Schedule) -> Option<NaiveDate> {
    schedule.started.and_then(|_| schedule.finish())
}

fn spare(schedule: &Schedule) -> Option<String> {
    let days = finish(schedule).and_then(|_| schedule.to_spare())?;
    Some(to_spare(days).trim_end_matches(" to spare").to_owned())
}

pub(crate) fn json(study: &Study, schedule: &Schedule, before: Option<&Schedule>) -> Value {
    let breaks = schedule.dates.breaks().iter().filter(|pause| pause.until >= schedule.today);
    let next = |slot: &Slot| {
        json!({
            "from": slot.from, "date": slot.date, "number": slot.day.get(), "title": study.plan().day(slot.day).title,
        })
    };
    let head = json!({ "schema": SCHEMA, "plan": study.plan().id().as_str(), "date": study.today() });
    let more = json!({ "breaks": breaks.collect::<Vec<_>>(), "long_days": schedule.has_long_days() });
    let before = before.map_or(Value::Null, |before| json!({ "before": pace_json(before) }));
    let next = json!({ "next": list(schedule.slots.iter().take(NEXT).map(next)) });
    [pace_json(schedule), more, before, next].into_iter().fold(head, joined)
}

fn pace_json(schedule: &Schedule) -> Value {
    let pace = schedule.pace;
    json!({
        "days": pace.days.to_string(), "days_a_week": pace.days.count(), "minutes": pace.minutes, "by": pace.by.word(),
        "started": schedule.started, "goal": schedule.goal, "finish": finish(schedule),
        "to_spare": finish(schedule).and_then(|_| schedule.to_spare()),
    })
}
