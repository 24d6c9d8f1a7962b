//! The open days as a calendar (iCalendar, RFC 5545), and those that are over as cancelled events: a calendar that is
//! read in again would keep them. A day's id is its UID; SEQUENCE is what the clock says, which grows on every machine.
//! Times are instants (UTC): some calendars take a time without a zone for UTC, and others refuse it.

use crate::cli::args::Export;
use crate::cli::help::misused;
use crate::env::Env;
use crate::error::Error;
use crate::journal::By;
use crate::plan::Day;
use crate::study::calendar::next_date;
use crate::study::{Slot, Study};
use crate::text::{printed, visible};
use crate::typed;
use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use icalendar::{Alarm, Calendar, Component, Event, EventLike, EventStatus, Property};

/// The minutes of a day of which the plan does not say how long it takes.
const UNKNOWN: u16 = 60;

/// From when SEQUENCE counts its seconds, 2026-01-01T00:00:00Z: so they fit in 31 bits until 2094.
const EPOCH: i64 = 1_767_225_600;

const OCTETS: usize = 75;

/// When in the day the events begin, and how long before that to remind; whole days without.
pub(super) type When = Option<(NaiveTime, Option<TimeDelta>)>;

pub(super) fn when(args: &Export) -> Result<When, Error> {
    let wrong = |word: &str, what: &str| misused("export", &format!("\"{}\" is no {what}.", visible(word)));
    let at = args.at.as_deref().map(|word| {
        let time = NaiveTime::parse_from_str(word.trim(), "%H:%M");
        time.map_err(|_why| wrong(word, "time of day: write one such as 19:00"))
    });
    let alarm = args.alarm.as_deref().map(|word| {
        let minutes = typed::minutes_word(word).filter(|minutes| (1..=7 * 24 * 60).contains(minutes));
        let before = minutes.map(|minutes| TimeDelta::minutes(minutes.into()));
        before.ok_or_else(|| wrong(word, "time before: write one such as 10m or 1h"))
    });
    let (at, alarm) = (at.transpose()?, alarm.transpose()?);
    if at.is_none() && alarm.is_some() {
        return Err(misused("export", "--alarm needs a time to be before: add --at 19:00."));
    }
    Ok(at.map(|at| (at, alarm)))
}

pub(super) fn calendar_of(study: &Study, when: When, env: &Env) -> String {
    let mut calendar = Calendar::empty();
    calendar
        .append_property(Property::new("VERSION", "2.0"))
        .append_property(Property::new("PRODID", "-//ninety//ninety//EN"))
        .append_property(Property::new("CALSCALE", "GREGORIAN"));
    calendar.name(study.plan().title());
    let (sequence, by) = (sequence(study), study.schedule().pace.by);
    for Slot { day, from, date } in &study.schedule().slots {
        let day = study.plan().day(*day);
        let mut event = described(study, day, sequence);
        // What takes several dates has no time of day, nor has what may be done on any of them.
        if let Some((at, alarm)) = when.filter(|_| from == date && by == By::Day) {
            let start = begin(study, *date, at, env);
            let minutes = day.minutes().or(study.plan().minutes()).map_or(UNKNOWN, |minutes| minutes.max);
            event.starts(start).ends(start + TimeDelta::minutes(minutes.into()));
            if let Some(before) = alarm {
                let mut alarm = Alarm::display(&format!("Day {}: {}", day.no(), day.title), -before);
                alarm.uid(&format!("alarm-{}", uid(study, day))).timestamp(study.now().with_timezone(&Utc));
                event.alarm(alarm);
            }
        } else {
            event.starts(*from).ends(next_date(*date)).append_property(Property::new("TRANSP", "TRANSPARENT"));
        }
        calendar.push(event.done());
    }
    for day in study.plan().days() {
        if let Some(date) = study.day(day.no()).over() {
            let mut event = described(study, day, sequence);
            event.starts(date).ends(next_date(date)).status(EventStatus::Cancelled);
            event.append_property(Property::new("TRANSP", "TRANSPARENT"));
            calendar.push(event.done());
        }
    }
    folded(&calendar.to_string())
}

/// Returns when a study day begins at a time of day. Before `day_start` that is on the calendar's next date.
fn begin(study: &Study, study_day: NaiveDate, at: NaiveTime, env: &Env) -> DateTime<Utc> {
    let date = if at < study.habits().day_start { next_date(study_day) } else { study_day };
    env.instant(date.and_time(at))
}

/// Folds the lines anew: `icalendar` lets the last part of one be an octet too long, and pictures may be longer.
fn folded(calendar: &str) -> String {
    let mut out = String::with_capacity(calendar.len());
    for line in printed(&calendar.replace("\r\n ", "")).lines() {
        let mut used = 0;
        for c in line.chars() {
            if used + c.len_utf8() > OCTETS {
                out.push_str("\r\n ");
                used = 1;
            }
            out.push(c);
            used += c.len_utf8();
        }
        out.push_str("\r\n");
    }
    out
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

fn uid(study: &Study, day: &Day) -> String {
    format!("{}@{}.ninety", day.id(), study.plan().id())
}

fn sequence(study: &Study) -> u32 {
    let seconds = (study.now().timestamp() - EPOCH).clamp(0, i32::MAX.into());
    u32::try_from(seconds).unwrap_or_default()
}
