//! The re-plan: five moves to choose from, the fields of those that need some, and what becomes of a chosen one. What
//! is shown beside them is asked of the study at each draw.
//!
//! Reading order: [`Form`] (what is chosen), [`Answer`] (what is typed), `filled` (what it comes to), [`act`] and [`accept`] (what keys mean).
//!
//! Deliberately absent: drawing, and recording. Until a move is on the disk, its form stays.

mod answer;
mod filled;
mod form;

pub use answer::Answer;
pub use filled::toggle_key;
pub use form::{Field, Form, weekday_name, weekdays};

use super::keymap::{self, Action, Browsing, Context, Motion, Move, Replanning};
use super::model::Model;
use super::overlay::Overlay;
use super::update::Effect;
use super::view;
use crate::journal::{Fact, Weekdays};
use crate::plan::DayNo;
use crate::study::Study;
use crate::study::told::moves;
use crossterm::event::{KeyCode, KeyEvent};
use tui_input::Input;

/// Opens the re-plan, or says that nothing is left to lay out.
pub fn open(model: &mut Model, study: &Study) {
    if study.current_day().is_none() {
        return model.say(moves::NOTHING_LEFT);
    }
    model.overlay = Overlay::Replan(Box::new(Form::new(study)));
}

/// Does what a key of its own means.
pub fn act(model: &mut Model, study: &Study, deed: Replanning) {
    let Overlay::Replan(form) = &mut model.overlay else { return };
    form.scroll = 0;
    let done = match deed {
        Replanning::Choose(chosen) => {
            form.chosen = chosen;
            Ok(())
        }
        Replanning::Toggle => form.toggle(study),
        Replanning::Less => {
            form.step(study, -1);
            Ok(())
        }
        Replanning::More => {
            form.step(study, 1);
            Ok(())
        }
        Replanning::NextField => {
            form.turn(1);
            Ok(())
        }
        Replanning::PreviousField => {
            form.turn(-1);
            Ok(())
        }
    };
    if let Err(sentence) = done {
        model.warn(sentence);
    }
}

/// Chooses a move.
pub fn choose(model: &mut Model, study: &Study, choice: Move) {
    act(model, study, Replanning::Choose(choice));
}

/// Goes to a field of the chosen move.
pub fn enter(model: &mut Model, field: Field) {
    if let Overlay::Replan(form) = &mut model.overlay {
        form.field = Some(field);
    }
}

/// Chooses a day to leave out, or takes it back, where those are asked for; tells whether they are.
pub fn picked(model: &mut Model, study: &Study, no: DayNo) -> bool {
    let Overlay::Replan(form) = &mut model.overlay else { return false };
    form.pick(study, no);
    true
}

/// Moves among the moves, the days or the fields, or scrolls the preview.
pub fn go(model: &mut Model, study: &Study, motion: Motion) {
    // Never more than the preview has rows, so that none is passed over.
    let page = isize::try_from(model.size.height.saturating_sub(8) / 2).unwrap_or(0).max(1);
    match motion {
        Motion::PageDown => scroll(model, study, page),
        Motion::PageUp => scroll(model, study, -page),
        Motion::Down | Motion::Up | Motion::First | Motion::Last => {
            let Overlay::Replan(form) = &mut model.overlay else { return };
            form.scroll = 0;
            form.walk(study, motion);
        }
    }
}

fn scroll(model: &mut Model, study: &Study, rows: isize) {
    let (above, below) = view::rows_beyond(model, study);
    let Overlay::Replan(form) = &mut model.overlay else { return };
    let wanted = form.scroll.saturating_add(rows);
    form.scroll = wanted.clamp(-above.cast_signed(), below.cast_signed());
}

/// Returns what is typed in a field, if that is one for a text.
pub fn input_of(form: &Form, field: Field) -> Option<&Input> {
    match field {
        Field::Reason => match form.chosen {
            Move::Skip => Some(&form.skip.because),
            Move::Break => Some(&form.away.because),
            Move::Continue | Move::KeepEnd | Move::Pace => None,
        },
        Field::From => Some(&form.away.from.typed),
        Field::Until => Some(&form.away.until.typed),
        Field::Minutes => Some(&form.pace.minutes.typed),
        Field::Spare => Some(&form.pace.spare.typed),
        Field::Days | Field::Preset | Field::Weekdays | Field::By => None,
    }
}

/// Returns the text field under the cursor.
pub fn input(form: &mut Form) -> Option<&mut Input> {
    form.scroll = 0;
    match form.field? {
        Field::Reason => match form.chosen {
            Move::Skip => Some(&mut form.skip.because),
            Move::Break => Some(&mut form.away.because),
            Move::Continue | Move::KeepEnd | Move::Pace => None,
        },
        Field::From => Some(&mut form.away.from.typed),
        Field::Until => Some(&mut form.away.until.typed),
        Field::Minutes => Some(&mut form.pace.minutes.typed),
        Field::Spare => Some(&mut form.pace.spare.typed),
        Field::Days | Field::Preset | Field::Weekdays | Field::By => None,
    }
}

/// Takes a key where nothing is typed: a number of study days a week.
pub fn digit(form: &mut Form, event: KeyEvent) {
    if let (Some(Field::Preset), KeyCode::Char(digit)) = (form.field, event.code) {
        form.choose_preset(digit.to_digit(10).unwrap_or(0));
    }
}

/// Goes on to the next field, or makes the move.
pub fn accept(model: &mut Model, study: &Study) -> Option<Effect> {
    let Overlay::Replan(form) = &mut model.overlay else { return None };
    if let Some(wrong) = form.field.and_then(|field| form.wrong(study, field)) {
        model.warn(wrong);
        return None;
    }
    if form.next() {
        form.scroll = 0;
        return None;
    }
    match made(form, study) {
        Ok(fact) => Some(Effect::Record(fact)),
        Err(sentence) => {
            model.warn(sentence);
            None
        }
    }
}

/// Returns the fact that makes the chosen move, or why there is none; the cursor is on the field that is wrong.
fn made(form: &mut Form, study: &Study) -> Result<Fact, String> {
    let wrong = form
        .chosen
        .fields()
        .iter()
        .find_map(|field| form.wrong(study, *field).map(|sentence| (*field, sentence)));
    if let Some((field, sentence)) = wrong {
        form.field = Some(field);
        return Err(sentence);
    }
    let preview = study.preview(&form.replan(study)?);
    let fact =
        preview.fact.map_err(|why| moves::impossible(preview.before.end, why, way, &promises()))?;
    if preview.changes { Ok(fact) } else { Err(moves::IDLE.to_owned()) }
}

/// Returns behind the study days that keep the end date how they are named here.
pub fn way(days: Weekdays) -> String {
    format!(" ({days})")
}

/// Returns the move that promises a new end date, as it is chosen here.
pub fn promises() -> String {
    named(Move::Continue)
}

/// Returns a move's key and title, such as `4 A break`.
pub fn named(choice: Move) -> String {
    let key = keymap::key(Context::Replan, Action::Replan(Replanning::Choose(choice)));
    format!("{key} {}", choice.title())
}

/// Closes the re-plan once its move is on the disk, and says what happened, the new end and how it is taken back.
pub fn recorded(model: &mut Model, before: &Study, study: &Study, fact: &Fact, told: &str) -> bool {
    // A review that led here is recorded while the moves are on show.
    if !matches!(model.overlay, Overlay::Replan(_)) || matches!(fact, Fact::Review { .. }) {
        return false;
    }
    model.overlay = Overlay::None;
    let ends = moves::ends([before.end_by(fact), study.end_by(fact)]);
    let undo = keymap::key(Context::Today, Action::Browse(Browsing::Undo));
    let colon = if fact.is_promise() { "" } else { ":" };
    let name = moves::end_named(fact);
    model.say(format!("{told}. {name}{colon} {ends}. {undo} takes it back."));
    true
}
