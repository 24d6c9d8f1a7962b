//! What the wheel and a click mean: the wheel goes up and down as the keys do, a click acts on what was drawn where it
//! fell.
//!
//! Deliberately absent: dragging, and the pointer's way.

use super::fields;
use super::keymap::{self, Action};
use super::model::{Model, Overlay, View};
use super::update::{Effect, act, enter, show, tick};
use super::view::{self, Target};
use crate::study::Study;
use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;

/// Takes in what the mouse did.
pub(super) fn mouse(model: &mut Model, study: &Study, event: MouseEvent) -> Option<Effect> {
    let step = match event.kind {
        MouseEventKind::ScrollDown => Action::Down,
        MouseEventKind::ScrollUp => Action::Up,
        MouseEventKind::Down(MouseButton::Left) => {
            return click(model, study, Position::new(event.column, event.row));
        }
        MouseEventKind::Down(_)
        | MouseEventKind::Up(_)
        | MouseEventKind::Drag(_)
        | MouseEventKind::Moved
        | MouseEventKind::ScrollLeft
        | MouseEventKind::ScrollRight => return None,
    };
    let context = model.context();
    if let Overlay::Note(editor) = &mut model.overlay {
        editor.wheel(step);
        return None;
    }
    // Where no key goes up or down, neither does the wheel.
    keymap::rows(context).any(|row| row.action == step).then(|| act(model, study, context, step))?
}

fn click(model: &mut Model, study: &Study, at: Position) -> Option<Effect> {
    model.message = None;
    match view::target(model, study, at)? {
        Target::View(view) => show(model, study, view),
        Target::Row(row) => {
            model.row = row;
            return None;
        }
        Target::Mark(row) => {
            model.row = row;
            return tick(model, study);
        }
        Target::Day(no) if model.day == no => show(model, study, View::Today),
        Target::Day(no) => model.show_day(study, no),
        Target::Note(place) if model.note == place => return enter(model, study),
        Target::Note(place) => model.note = place,
        Target::Hit(place) => return fields::go(model, study, place),
    }
    None
}
