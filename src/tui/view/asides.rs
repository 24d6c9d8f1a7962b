//! What there is to know before anything else, above the day, a quiet line each: when the plan begins, a break, and past
//! midnight which date it still is.
//!
//! Deliberately absent: a clock. The lines come and go with the learner's date.

use super::{Canvas, split};
use crate::report::asides::{self, Aside};
use crate::study::Study;
use crate::text::width;
use ratatui::layout::Rect;
use ratatui::text::Line;

/// The rows of the view for each line above it.
const ROWS: u16 = 5;

/// Draws the lines, as many as leave room for the day, and returns the rows that are left for the view.
pub(super) fn draw(canvas: &mut Canvas, area: Rect, study: &Study) -> Rect {
    let most = usize::from((area.height / ROWS).max(1));
    let quiet = canvas.theme.quiet();
    asides::of(study).into_iter().take(most).fold(area, |area, Aside { whole, short }| {
        let (row, rest) = split::top(area, 1);
        let fits = width(&whole) < usize::from(area.width);
        let line = format!(" {}", if fits { whole } else { short });
        canvas.line(row, &Line::styled(line, quiet));
        rest
    })
}
