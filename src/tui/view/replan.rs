//! The re-plan: the moves or a move's fields, and beside or below them what the move changes.
//!
//! Deliberately absent: what a move changes (the study says it), and the words for that which verbs print too
//! (`study::told`).

mod form;
mod preview;

use super::pane::{Pane, Row, Selected};
use super::{Canvas, Target, overlay, split};
use crate::study::Study;
use crate::tui::keymap::{self, Action, Context, Move};
use crate::tui::replan::{Form, named};
use ratatui::layout::Rect;
use ratatui::text::Span;

/// From this many columns on the preview stands beside the moves.
const BESIDE: u16 = 56;

/// From this many columns and rows on it grows no more.
const LARGEST: (u16, u16) = (130, 36);

/// Draws the moves or the fields of one, and the preview.
pub(super) fn draw(canvas: &mut Canvas, area: Rect, study: &Study, form: &Form) {
    overlay::clear(canvas, area);
    let area =
        Rect { width: area.width.min(LARGEST.0), height: area.height.min(LARGEST.1), ..area };
    let (choice, below) = if area.width >= BESIDE {
        let columns = match area.width {
            0..76 => 28,
            76..110 => 34,
            110.. => 42,
        };
        split::right(area, area.width.saturating_sub(columns))
    } else {
        // Enough of the preview for the end date is always in sight.
        let wanted = rows_wanted(form).min(area.height.saturating_sub(4) / 2).max(3);
        split::top(area, wanted)
    };
    if form.field.is_some() {
        form::draw(canvas, choice, study, form);
    } else {
        moves(canvas, choice, form);
    }
    preview::draw(canvas, below, study, form);
}

/// Returns the rows that the moves or the fields take, with a frame.
fn rows_wanted(form: &Form) -> u16 {
    let rows = match form.field {
        None => Move::ALL.len(),
        Some(_) => form.chosen.fields().len() + 2,
    };
    u16::try_from(rows + 2).unwrap_or(u16::MAX)
}

fn moves(canvas: &mut Canvas, area: Rect, form: &Form) {
    let (theme, columns) = (canvas.theme, Pane::columns(area));
    let mut rows = Vec::new();
    for choice in Move::ALL {
        let here = choice == form.chosen;
        let cursor = if here { theme.signs().cursor } else { " " };
        let style = if here { theme.strong() } else { theme.text() };
        rows.push(Row {
            spans: vec![
                Span::styled(format!("{cursor} "), theme.accent()),
                Span::styled(named(choice), style),
            ],
            target: Some(Target::Move(choice)),
            mark: None,
            selected: if here { Selected::Cursor } else { Selected::No },
        });
    }
    rows.push(Row::blank());
    rows.extend(Row::text(about(form.chosen), columns, theme.text()));
    rows.push(Row::blank());
    let enter = keymap::key(Context::Replan, Action::Accept);
    let then = if form.chosen.fields().is_empty() { "makes the move" } else { "fills it in" };
    let words = format!("{enter} {then}; one undo takes a move back.");
    rows.extend(Row::text(&words, columns, theme.quiet()));
    let title_style = theme.strong();
    Pane { title: "Re-plan", title_style, aside: "", rows, scroll: None }.draw(canvas, area);
}

fn about(choice: Move) -> &'static str {
    match choice {
        Move::Continue => "Go on from the current day. The end date moves.",
        Move::KeepEnd => "Light days share an evening, so that the end date stays as promised.",
        Move::Skip => "Leave days out, with your reason.",
        Move::Break => "Rest from one date to another, now or later. No day in it is missed.",
        Move::Pace => "Other weekdays, more or less time, day by day or week by week.",
    }
}
