//! The re-plan: one form with everything about the schedule as it is, and what keys mean there.
//!
//! Reading order: [`Form`] (what is filled in, and what it comes to), [`Answer`] (what is typed), [`change`] and
//! [`accept`] (what keys mean).
//!
//! Deliberately absent: drawing, and recording. Until what was changed is on the disk, the form stays.

mod answer;
mod form;

pub use answer::Answer;
pub use form::{Back, Field, Form, weekday_name, weekdays};

use super::keymap::{Changing, Motion};
use super::model::Model;
use super::overlay::Overlay;
use super::update::Effect;
use super::view;
use crate::study::Study;
use crate::words::{self, to_spare};
use crossterm::event::{KeyCode, KeyEvent};

/// What is said where nothing is left to lay out.
const NOTHING_LEFT: &str = "Every day is complete or skipped; there is nothing to re-plan.";

/// What is said where nothing was changed.
const NOTHING_CHANGED: &str = "Nothing is changed; the schedule is as it was.";

/// Opens the form, or says that nothing is left to lay out.
pub fn open(model: &mut Model, study: &Study) {
    if study.current_day().is_none() {
        return model.say(NOTHING_LEFT);
    }
    model.overlay = Overlay::Replan(Box::new(Form::new(study)));
}

/// Changes an answer, or goes to another field.
pub(super) fn change(form: &mut Form, study: &Study, change: Changing) {
    match change {
        Changing::NextField => form.turn(1),
        Changing::PreviousField => form.turn(-1),
        Changing::Less | Changing::More => {
            form.step(study, if change == Changing::Less { -1 } else { 1 });
            if form.field != Field::Weekdays {
                form.settle(study);
            }
        }
    }
}

/// Goes to a field.
pub(super) fn enter(model: &mut Model, field: Field) {
    if let Overlay::Replan(form) = &mut model.overlay {
        form.field = field;
    }
}

/// Takes a key that the keymap has no row for.
pub(super) fn key(model: &mut Model, study: &Study, event: KeyEvent) {
    let Overlay::Replan(form) = &mut model.overlay else { return };
    let mut done = Ok(());
    match (form.field, event.code) {
        (Field::Preset, KeyCode::Char(digit)) => {
            form.choose_preset(digit.to_digit(10).unwrap_or(0));
        }
        (Field::Weekdays, KeyCode::Char(' ')) => done = form.toggle(),
        (Field::Weekdays, KeyCode::Char(digit @ '1'..='7')) => {
            let place = usize::from(u8::try_from(digit).unwrap_or(b'1').saturating_sub(b'1'));
            form.weekday = weekdays(study.habits().week_start).nth(place).unwrap_or(form.weekday);
            done = form.toggle();
        }
        (Field::By | Field::Back, KeyCode::Char(' ')) => form.step(study, 1),
        _ => match form.input_mut() {
            Some(input) => super::fields::typed(input, event),
            None => return,
        },
    }
    form.settle(study);
    if let Err(sentence) = done {
        model.warn(sentence);
    }
}

/// Scrolls the preview.
pub(super) fn go(model: &mut Model, study: &Study, motion: Motion) {
    // Never more than the preview has rows, so that none is passed over.
    let page = isize::try_from(model.size.height.saturating_sub(8) / 2).unwrap_or(0).max(1);
    let step = match motion {
        Motion::PageDown | Motion::Down | Motion::Last => page,
        Motion::PageUp | Motion::Up | Motion::First => -page,
    };
    let (above, below) = view::rows_beyond(model, study);
    let Overlay::Replan(form) = &mut model.overlay else { return };
    let wanted = form.scroll.saturating_add(step);
    form.scroll = wanted.clamp(-above.cast_signed(), below.cast_signed());
}

/// Records what is changed, or goes to the field that is wrong.
pub(super) fn accept(model: &mut Model) -> Option<Effect> {
    let Overlay::Replan(form) = &mut model.overlay else { return None };
    match form.record.clone() {
        Ok(Some(record)) => return Some(Effect::Record(record)),
        Ok(None) => {
            model.overlay = Overlay::None;
            model.say(NOTHING_CHANGED);
        }
        Err((field, sentence)) => {
            form.field = field;
            model.warn(sentence);
        }
    }
    None
}

/// Returns the finish, and how far the goal is from it, as a sentence for what was just recorded.
pub fn comes_to(study: &Study) -> String {
    let schedule = study.schedule();
    let finish = schedule.finish().map(|finish| format!(" Finish {}", words::date(finish)));
    let spare = schedule.to_spare().map(|days| format!(", {}", to_spare(days)));
    finish.map_or(String::new(), |finish| format!("{finish}{}.", spare.unwrap_or_default()))
}
