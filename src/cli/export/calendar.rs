//! The open days as a calendar (iCalendar), and those that are over as events that are cancelled.
//!
//! A calendar event is known by its UID, which is the day's id, so a calendar that is read in again moves what has
//! moved. Its SEQUENCE is the number of entries there are and of days since the first of them: neither ever falls, while a
//! start may be set anew. Times are the learner's own, wherever they are (floating).
//!
//! Deliberately absent: what was done, and when. A calendar is for what is ahead, and an event of a day that is over would
//! stay where it was if it were left out.

use crate::cli::Call;
use crate::cli::arguments::misused;
use crate::error::Error;
use crate::journal::By;
use crate::plan::{Day, Plan};
use crate::study::calendar::next_date;
use crate::study::{Slot, Study};
use crate::text::visible;
use crate::typed;
use chrono::{NaiveDate, NaiveTime, TimeDelta, Utc};
use icalendar::{Alarm, Calendar, Component, Event, EventLike, EventStatus, Property};

/// The minutes of a day of which the plan does not say how long it takes.
const UNKNOWN: u16 = 60;

/// Says when in the day the events are.
#[derive(Clone, Copy, Debug)]
pub(super) enum When {
    /// Whole days.
    AllDay,
    /// From a time on, with a reminder so long before where one is asked for.
    At(NaiveTime, Option<TimeDelta>),
}

/// Reads when in the day the events are.
pub(super) fn when(call: &Call) -> Result<When, Error> {
    let at = call.text("at").map(|word| {
        NaiveTime::parse_from_str(word.trim(), "%H:%M").map_err(|_why| {
            misused(
                "export",
                &format!("\"{}\" is no time of day: write one such as 19:00.", visible(word)),
            )
        })
    });
    let alarm = call.text("alarm").map(|word| {
        let minutes =
            typed::minutes_word(word).filter(|minutes| (1..=7 * 24 * 60).contains(minutes));
        minutes.map(|minutes| TimeDelta::minutes(minutes.into())).ok_or_else(|| {
            misused(
                "export",
                &format!("\"{}\" is no time before: write one such as 10m or 1h.", visible(word)),
            )
        })
    });
    match (at.transpose()?, alarm.transpose()?) {
        (Some(at), alarm) => Ok(When::At(at, alarm)),
        (None, None) => Ok(When::AllDay),
        (None, Some(_)) => {
            Err(misused("export", "--alarm needs a time to be before: add --at 19:00."))
        }
    }
}

/// Returns the calendar of all open days.
pub(super) fn calendar_of(study: &Study, when: When) -> String {
    let mut calendar = Calendar::empty();
    calendar
        .append_property(Property::new("VERSION", "2.0"))
        .append_property(Property::new("PRODID", "-//ninety//ninety//EN"))
        .append_property(Property::new("CALSCALE", "GREGORIAN"))
        .append_property(Property::new("METHOD", "PUBLISH"));
    calendar.name(study.plan().title());
    let (sequence, by) = (sequence(study), study.schedule().pace.by);
    for Slot { day, from, date } in &study.schedule().slots {
        let day = study.plan().day(*day);
        let mut event = described(study, day, sequence);
        match when {
            // What takes several dates has no time of day, nor has what may be done on any of them.
            When::At(at, alarm) if from == date && by == By::Day => {
                let start = date.and_time(at);
                let end = start + TimeDelta::minutes(minutes(study.plan(), day).into());
                event.starts(start).ends(end);
                if let Some(before) = alarm {
                    event.alarm(reminder(study, day, before));
                }
            }
            When::AllDay | When::At(..) => {
                event.starts(*from).ends(next_date(*date));
                event.append_property(Property::new("TRANSP", "TRANSPARENT"));
            }
        }
        calendar.push(event.done());
    }
    for day in study.plan().days() {
        if let Some(date) = study.day(day.no()).over() {
            let mut event = described(study, day, sequence);
            event.all_day(date).status(EventStatus::Cancelled);
            event.append_property(Property::new("TRANSP", "TRANSPARENT"));
            calendar.push(event.done());
        }
    }
    calendar.to_string()
}

fn described(study: &Study, day: &Day, sequence: u32) -> Event {
    let milestone = study.plan().milestone_of(day.no()).is_some();
    let milestone = if milestone { " (milestone)" } else { "" };
    let outcome = day.outcome.iter().map(ToString::to_string);
    let tasks = day.required().map(|task| format!("- {}", task.text));
    let text: Vec<String> = outcome.chain(tasks).collect();
    let mut event = Event::with_uid(&uid(study, day));
    event
        .summary(&format!("Day {}: {}{milestone}", day.no(), day.title))
        .description(&text.join("\n"))
        .sequence(sequence)
        .timestamp(study.now().with_timezone(&Utc));
    event
}

fn reminder(study: &Study, day: &Day, before: TimeDelta) -> Alarm {
    let mut alarm = Alarm::display(&format!("Day {}: {}", day.no(), day.title), -before);
    alarm.uid(&format!("alarm-{}", uid(study, day))).timestamp(study.now().with_timezone(&Utc));
    alarm
}

fn uid(study: &Study, day: &Day) -> String {
    format!("{}@{}.ninety", day.id(), study.plan().id())
}

/// Returns the number of entries and of the days from the first of them to now, or to the last where the clock was set
/// back.
fn sequence(study: &Study) -> u32 {
    let dates = || study.journal().entries().map(|entry| study.habits().study_date(entry.at()));
    let last = dates().fold(study.today(), NaiveDate::max);
    let days = dates().min().map_or(0, |first| (last - first).num_days());
    let entries = u32::try_from(study.journal().len()).unwrap_or(u32::MAX);
    entries.saturating_add(u32::try_from(days).unwrap_or(u32::MAX))
}

/// Returns the most minutes that a day takes, as far as the plan says.
fn minutes(plan: &Plan, day: &Day) -> u16 {
    day.minutes().or(plan.minutes()).map_or(UNKNOWN, crate::plan::Minutes::max)
}
