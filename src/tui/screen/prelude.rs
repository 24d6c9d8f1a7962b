//! What nearly every screen names: itself, what it is drawn on, the keys, and the day that it is about.

pub(super) use super::{Ask, Ctx, Effect, Screen, Step, To};
pub(super) use crate::plan::DayNo;
pub(super) use crate::study::Study;
pub(super) use crate::tui::canvas::{self, Canvas, Pane, Row, Selected, Target, inner};
pub(super) use crate::tui::keymap::{self, Action, Context, Motion};
pub(super) use crate::tui::theme::Theme;
pub(super) use crate::words;
pub(super) use ratatui::layout::Rect;
pub(super) use ratatui::text::{Line, Span};
