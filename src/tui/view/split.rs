//! Rectangles cut in two: a given number of columns or rows, and the rest.
//!
//! A frame has a handful of cuts that are plain subtraction, so no constraint solver is asked.
//!
//! Deliberately absent: margins, ratios and priorities.

use ratatui::layout::Rect;

/// Cuts so many columns off at the right: the rest, and those.
pub(super) fn right(area: Rect, columns: u16) -> (Rect, Rect) {
    let columns = columns.min(area.width);
    let rest = Rect { width: area.width.saturating_sub(columns), ..area };
    (rest, Rect { x: rest.right(), width: columns, ..area })
}

/// Cuts so many rows off at the top: those, and the rest.
pub(super) fn top(area: Rect, rows: u16) -> (Rect, Rect) {
    let rows = rows.min(area.height);
    let above = Rect { height: rows, ..area };
    (above, Rect { y: above.bottom(), height: area.height.saturating_sub(rows), ..area })
}

/// Cuts so many rows off at the bottom: the rest, and those.
pub(super) fn bottom(area: Rect, rows: u16) -> (Rect, Rect) {
    top(area, area.height.saturating_sub(rows.min(area.height)))
}
