//! What becomes of a wish to record: the entry on the disk, then what the screen says about it and where the cursor
//! goes. The loop and the tests come through here.
//!
//! Deliberately absent: effects that need the terminal.

use super::keymap::{self, Action, Browsing, Context};
use super::model::{Model, View};
use super::opening;
use super::overlay::Overlay;
use super::replan;
use crate::journal::Fact;
use crate::plan::Task;
use crate::study::{DayState, Session, Study, told};
use chrono::{DateTime, FixedOffset};

/// Records a fact and says so, or says why it could not be; tells whether it is on the disk. `random` is for the
/// entry's key.
pub fn record(
    model: &mut Model,
    session: &mut Session,
    fact: Fact,
    now: DateTime<FixedOffset>,
    random: u32,
) -> bool {
    let before = session.study().clone();
    let recorded_now = session.record(fact, now, random);
    let own = recorded_now.as_ref().ok().map(|entry| entry.key);
    model.others_recorded(&before, session.study(), own);
    match recorded_now {
        Ok(entry) => {
            recorded(model, &before, session.study(), &entry.fact);
            opening::close(model, &before, session.study());
            if let Some(caveat) = session.files().caveat() {
                model.warn(format!("{caveat}."));
            }
            true
        }
        Err(error) => {
            model.warn(format!("{error}."));
            false
        }
    }
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

/// Takes in what was recorded: says so, and moves on to the next open task.
fn recorded(model: &mut Model, before: &Study, study: &Study, fact: &Fact) {
    let day = study.plan().day(model.day);
    let undo = keymap::key(Context::Today, Action::Browse(Browsing::Undo));
    let told = told::fact(study, fact);
    let completed =
        study.state(day) == DayState::Complete && before.state(day) != DayState::Complete;
    if replan::recorded(model, before, study, fact, &told) {
        return;
    }
    if completed && matches!(fact, Fact::Done(_)) {
        let next = match study.next_day(day.no()) {
            Some(next) => format!(
                "Next: {}: {} shows it.",
                told::named(next),
                keymap::key(Context::Today, Action::Browse(Browsing::CurrentDay))
            ),
            None => match study.plan().days().len() {
                1 => format!("So is the whole plan. {undo} takes it back."),
                days => format!("So is the whole plan: {days} days. {undo} takes it back."),
            },
        };
        model.say(format!("Day {}, {}, is complete. {next}", day.no(), day.title));
    } else {
        match fact {
            Fact::Undo(key) => {
                let redo = keymap::key(Context::Today, Action::Browse(Browsing::Redo));
                let again = matches!(
                    study.journal().get(*key).map(|entry| &entry.fact),
                    Some(Fact::Undo(_))
                );
                let back = if again { undo } else { redo };
                let does = if again { "takes it back" } else { "brings it back" };
                model.say(format!("{told}. {back} {does}."));
            }
            Fact::Start { .. }
            | Fact::Pace { .. }
            | Fact::Replan(_)
            | Fact::Away { .. }
            | Fact::Done(_)
            | Fact::Open(_)
            | Fact::Skip { .. }
            | Fact::Note { .. }
            | Fact::Minutes { .. }
            | Fact::Evidence { .. }
            | Fact::Rubric { .. }
            | Fact::Review { .. }
            | Fact::Unknown(_) => model.say(format!("{told}. {undo} takes it back.")),
        }
    }
    if let Overlay::Milestone(page) = &mut model.overlay {
        return page.go_on(study, fact);
    }
    if model.view == View::Today && matches!(fact, Fact::Done(_)) {
        let open = |task: &&Task| !study.is_done(day, task);
        let later =
            day.tasks().iter().skip(model.row).find(open).or_else(|| day.tasks().iter().find(open));
        let place =
            later.and_then(|task| day.tasks().iter().position(|other| other.id() == task.id()));
        model.row = place.unwrap_or(model.row);
    }
}
