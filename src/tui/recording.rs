//! What becomes of a fact that is to be recorded: the entry on the disk, then what the screen says about it and where the cursor
//! goes. The loop and the tests come through here.
//!
//! Deliberately absent: effects that need the terminal, and a copy of the study: of what was before, only the state of
//! the day that is shown is kept.

use super::keymap::{self, Action, Browsing, Context};
use super::model::{Model, View};
use super::overlay::Overlay;
use super::replan;
use crate::describe;
use crate::journal::{Fact, FileError, Kind, Record};
use crate::plan::Task;
use crate::study::{DayState, Session, Study};
use crate::words;
use chrono::{DateTime, FixedOffset};

/// Records and says so, or says why it could not be; tells whether it is on the disk. `random` is for the entry's key.
pub fn record(
    model: &mut Model,
    session: &mut Session,
    record: impl Into<Record>,
    now: DateTime<FixedOffset>,
    random: u32,
) -> bool {
    let record = record.into();
    let study = session.study();
    let before = study.state(study.plan().day(model.day));
    let recorded_now = session.record(record.clone(), now, random);
    let found = model.came_in(session, recorded_now.as_ref().ok().copied());
    let is_recorded = recorded_now.is_ok();
    match recorded_now {
        Ok(_) => {
            recorded(model, before, session.study(), &record);
            if let Some(caveat) = session.files().caveat() {
                model.warn(format!("{caveat}."));
            }
        }
        Err(error) => {
            model.settle(session.study());
            model.warn(format!("{error}."));
        }
    }
    if let Some(found) = found {
        let said = model.message.take().map_or(String::new(), |(_, said)| format!(" {said}"));
        model.warn(format!("{found}{said}"));
    }
    is_recorded
}

/// Records what was written, if it changed, and closes its editor once it is on the disk; tells whether it closed.
pub fn save_written(
    model: &mut Model,
    session: &mut Session,
    fact: Option<Fact>,
    now: DateTime<FixedOffset>,
    random: u32,
) -> bool {
    let saved = fact.is_none_or(|fact| record(model, session, fact, now, random));
    if saved && matches!(model.overlay, Overlay::Note(_) | Overlay::Review(_)) {
        model.overlay = Overlay::None;
    }
    saved
}

/// Takes in what others recorded and what the clock says; tells whether there is something to draw.
pub fn refresh(
    model: &mut Model,
    session: &mut Session,
    now: DateTime<FixedOffset>,
) -> Result<bool, FileError> {
    let is_changed = session.refresh(now)?;
    if is_changed {
        if let Some(found) = model.came_in(session, None) {
            model.warn(found);
        }
        model.settle(session.study());
    }
    Ok(is_changed)
}

/// Takes in what was recorded: says so, and moves on to the next open task.
fn recorded(model: &mut Model, before: DayState, study: &Study, record: &Record) {
    let day = study.plan().day(model.day);
    let undo = keymap::key(Context::Today, Action::Browse(Browsing::Undo));
    let said = describe::record(study, record);
    let completed = study.state(day) == DayState::Complete && before != DayState::Complete;
    let fact = record.facts.first();
    let is_tick = matches!(fact, Some(Fact::Done(_)));
    let is_schedule = matches!(fact, Some(Fact::Terms(_) | Fact::Away(..)));
    if is_schedule {
        if matches!(model.overlay, Overlay::Replan(_)) {
            model.overlay = Overlay::None;
        }
        model.say(format!("{said}.{} {undo} takes it back.", replan::comes_to(study)));
    } else if completed && is_tick {
        let next = match study.next_day(day.no()) {
            Some(next) => format!(
                "Next: {}: {} shows it.",
                words::named(next),
                keymap::key(Context::Today, Action::Browse(Browsing::CurrentDay))
            ),
            None => format!("So is the whole plan. {undo} takes it back."),
        };
        model.say(format!("Day {}, {}, is complete. {next}", day.no(), day.title));
    } else if let Some(Fact::Undo(keys)) = fact {
        let entry = keys.first().and_then(|key| study.journal().get(*key));
        if entry.is_some_and(|entry| entry.kind == Kind::Undo) {
            model.say(format!("{said}. {undo} takes it back."));
        } else {
            let redo = keymap::key(Context::Today, Action::Browse(Browsing::Redo));
            model.say(format!("{said}. {redo} brings it back."));
        }
    } else {
        model.say(format!("{said}. {undo} takes it back."));
    }
    if let Overlay::Milestone(page) = &mut model.overlay {
        return page.go_on(study, record);
    }
    if model.view == View::Today && is_tick {
        let open = |task: &&Task| !study.is_done(day, task);
        let later =
            day.tasks().iter().skip(model.row).find(open).or_else(|| day.tasks().iter().find(open));
        let place =
            later.and_then(|task| day.tasks().iter().position(|other| other.id() == task.id()));
        model.row = place.unwrap_or(model.row);
    }
}

/// Returns what is said where the last entry came from elsewhere while this screen was open: no key here takes it back.
pub(super) fn from_elsewhere(entry: &str, verb: &str) -> String {
    let does = if verb == "undo" { "takes it back" } else { "brings it back" };
    format!("The last entry came from elsewhere: {entry}; `ninety {verb}` {does}.")
}
