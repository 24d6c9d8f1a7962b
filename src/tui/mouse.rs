//! Clicks and the wheel on the screen as it was drawn last. A click that only brings the window to the front does
//! nothing. Deliberately absent: dragging and the pointer's moves, each of which would wake the program.

use super::app::App;
use super::canvas::Target;
use super::keymap::{Action, Context, Edit, Motion};
use super::screen::{Step, To};
use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;
use std::time::{Duration, Instant};

/// For how long after the window came to the front a click may be the one that brought it there.
const COMING: Duration = Duration::from_millis(250);

impl App {
    pub(super) fn comes_to_the_front(&mut self) -> Option<Step> {
        self.clicks_from = Some(Instant::now() + COMING);
        None
    }

    /// Returns what a click or a turn of the wheel means, if anything.
    pub(super) fn mouse(&mut self, event: MouseEvent) -> Option<Step> {
        match event.kind {
            MouseEventKind::ScrollDown => Some(self.roll(Motion::Down, Edit::Down)),
            MouseEventKind::ScrollUp => Some(self.roll(Motion::Up, Edit::Up)),
            MouseEventKind::Down(MouseButton::Left) => match self.clicks_from {
                Some(from) if from <= Instant::now() => Some(self.click(Position::new(event.column, event.row))),
                Some(_) => None,
                None => self.comes_to_the_front(),
            },
            _other => None,
        }
    }

    /// Goes by a row, and in a text of several lines by a line.
    fn roll(&mut self, motion: Motion, edit: Edit) -> Step {
        let is_text = matches!(self.top().context(), Context::Editor | Context::Review);
        self.act(if is_text { Action::Edit(edit) } else { Action::Move(motion) })
    }

    fn click(&mut self, at: Position) -> Step {
        self.message = None;
        let is_tab_seen = self.over.is_empty() || self.top().context() == Context::WelcomeBack;
        match self.drawn.target(at) {
            Some(Target::View(view)) if is_tab_seen => Step::Go(To::View(view)),
            Some(Target::Hint(action)) => self.act(action),
            Some(target) => self.with_top(|screen, ctx| screen.click(ctx, target)),
            None => Step::Stay,
        }
    }
}
