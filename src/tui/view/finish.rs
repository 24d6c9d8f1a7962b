//! Where the likely end comes from: the weeks that were looked at, and what was made of them.
//!
//! Deliberately absent: a way to change anything. The end follows from what is done.

use super::pane::{Pane, Row};
use super::{Canvas, overlay};
use crate::study::Study;
use crate::study::told::finish::reckoning;
use crate::text::width;
use crate::tui::theme::Theme;
use ratatui::layout::Rect;
use ratatui::text::Span;

/// What it is called.
pub(super) const TITLE: &str = "Where the likely end comes from";

/// The columns in which sentences read well.
const COLUMNS: u16 = 68;

/// Draws it over a view.
pub(super) fn draw(canvas: &mut Canvas, area: Rect, study: &Study, scroll: isize) {
    let columns = if area.width < COLUMNS + 12 { area.width } else { COLUMNS };
    let text = usize::from(columns).saturating_sub(4);
    let rows = rows(canvas.theme, study, text);
    let needed = u16::try_from(rows.len()).unwrap_or(u16::MAX).saturating_add(2);
    // A sentence alone has a frame as well.
    let area = overlay::centred(area, COLUMNS, needed.max(4));
    overlay::clear(canvas, area);
    let title_style = canvas.theme.strong();
    Pane { title: TITLE, title_style, aside: "", rows, scroll: Some(scroll) }.draw(canvas, area);
}

/// Returns it as rows.
pub(super) fn rows(theme: Theme, study: &Study, columns: usize) -> Vec<Row> {
    let told = reckoning(study);
    let mut rows = Row::text(&told.from, columns, theme.text());
    if !told.weeks.is_empty() {
        rows.push(Row::blank());
    }
    let widest = told.weeks.iter().map(|(dates, _)| width(dates)).max().unwrap_or(0);
    let cell = theme.signs().cell(crate::study::DayState::Complete);
    for (dates, done) in told.weeks {
        let days = if done == 1 { "day" } else { "days" };
        let room = columns.saturating_sub(widest + 14);
        let bar = cell.repeat(usize::try_from(done).unwrap_or(room).min(room));
        let spans = vec![
            Span::styled(format!("  {dates:<widest$}  {done:>2} {days:<4} "), theme.text()),
            Span::styled(bar, theme.done()),
        ];
        rows.push(Row { spans, ..Row::default() });
    }
    for paragraph in told.then {
        rows.push(Row::blank());
        rows.extend(Row::text(&paragraph, columns, theme.text()));
    }
    rows
}
