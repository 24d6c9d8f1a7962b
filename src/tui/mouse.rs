//! What the wheel and a click mean: the wheel goes up and down as the keys do, a click acts on what was drawn where it
//! fell.
//!
//! Deliberately absent: dragging, and the pointer's way.

use super::fields;
use super::keymap::{Motion, OnMilestone};
use super::milestone;
use super::model::{Model, View};
use super::overlay::Overlay;
use super::replan;
use super::update::{Effect, enter, go_to, show, tick};
use super::view::{self, Target};
use super::writing::Writing;
use crate::study::Study;
use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;

/// Takes in what the mouse did.
pub(super) fn mouse(model: &mut Model, study: &Study, event: MouseEvent) -> Option<Effect> {
    match event.kind {
        MouseEventKind::ScrollDown => roll(model, study, Motion::Down, Writing::line_down),
        MouseEventKind::ScrollUp => roll(model, study, Motion::Up, Writing::line_up),
        MouseEventKind::Down(MouseButton::Left) => {
            return click(model, study, Position::new(event.column, event.row));
        }
        MouseEventKind::Down(_)
        | MouseEventKind::Up(_)
        | MouseEventKind::Drag(_)
        | MouseEventKind::Moved
        | MouseEventKind::ScrollLeft
        | MouseEventKind::ScrollRight => {}
    }
    None
}

/// Moves as the keys do; in the note, where those are the editor's own, by a line.
fn roll(model: &mut Model, study: &Study, motion: Motion, line: fn(&mut Writing)) {
    match model.overlay.writing_mut() {
        Some(writing) => line(writing),
        None => go_to(model, study, motion),
    }
}

/// Puts the cursor on a row of what is on top.
fn select(model: &mut Model, row: usize) {
    if let Overlay::Milestone(page) = &mut model.overlay {
        page.select(row);
    } else {
        model.row = row;
    }
}

fn click(model: &mut Model, study: &Study, at: Position) -> Option<Effect> {
    model.message = None;
    match view::target(model, study, at)? {
        Target::View(view) => show(model, study, view),
        Target::Row(row) => select(model, row),
        Target::Mark(row) => {
            select(model, row);
            return if matches!(model.overlay, Overlay::Milestone(_)) {
                milestone::act(model, study, OnMilestone::Enter)
            } else {
                tick(model, study)
            };
        }
        Target::Day(no) if model.day == no => show(model, study, View::Today),
        Target::Day(no) => model.show_day(study, no),
        Target::Note(key) if model.note == Some(key) => return enter(model, study),
        Target::Note(key) => model.note = Some(key),
        Target::Field(field) => replan::enter(model, field),
        Target::Hit(place) => return fields::go(model, study, place),
    }
    None
}
