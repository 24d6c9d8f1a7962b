//! The line past midnight: which date it still is for the learner, above the day.
//!
//! Deliberately absent: a clock. It is there from the first look after midnight to the first one after the day's start.

use super::Canvas;
use crate::study::{Study, told};
use crate::text::width;
use ratatui::layout::Rect;
use ratatui::text::Line;

/// Draws the line, where it is late, and returns the rows that are left for the view.
pub(super) fn draw(canvas: &mut Canvas, area: Rect, study: &Study) -> Rect {
    let Some(until) = study.late_until() else { return area };
    let date = study.today().format("%a %-d %b");
    let short = format!("Until {until} it is still {date}.");
    let whole = told::late(study.today(), &until);
    let fits = width(&whole) < usize::from(area.width);
    let quiet = canvas.theme.quiet();
    let line = format!(" {}", if fits { whole } else { short });
    canvas.line(Rect { height: 1, ..area }, &Line::styled(line, quiet));
    Rect { y: area.y.saturating_add(1), height: area.height.saturating_sub(1), ..area }
}
