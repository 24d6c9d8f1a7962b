//! A pane: a frame with a title and rows that scroll so that the selected one is seen; and the rows' own making.
//!
//! Deliberately absent: what the rows say.

use super::{Canvas, Target};
use crate::text::{shortened, width, wrapped};
use ratatui::layout::{Rect, Size};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

/// The columns of a title that is worth having beside what stands at the frame's right.
const TITLE: usize = 20;

/// The size from which on a pane has a frame.
pub(super) const FRAMED: Size = Size { width: 16, height: 4 };

/// Holds a row of a pane.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    pub(super) spans: Vec<Span<'static>>,
    pub(super) target: Option<Target>,
    /// What a click on the row's first columns means, and how many those are.
    pub(super) mark: Option<(u16, Target)>,
    pub(super) selected: Selected,
}

/// Says how a row is shown as selected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Selected {
    /// It is not.
    #[default]
    No,
    /// The cursor stands on it; it says so itself.
    Cursor,
    /// The whole row is reversed.
    Whole,
}

impl Row {
    /// Returns a row of one text.
    pub(super) fn styled(text: impl Into<String>, style: Style) -> Self {
        Self { spans: vec![Span::styled(text.into(), style)], ..Self::default() }
    }

    /// Returns an empty row.
    pub(super) fn blank() -> Self {
        Self::default()
    }

    /// Returns rows of a text, broken to fit.
    pub(super) fn text(text: &str, columns: usize, style: Style) -> Vec<Self> {
        wrapped(&crate::text::visible_lines(text), columns)
            .into_iter()
            .map(|line| Self::styled(line, style))
            .collect()
    }

    /// Returns rows of a text behind a lead, on the lines after it as far in.
    pub(super) fn led(
        lead: Vec<Span<'static>>,
        text: &str,
        columns: usize,
        style: Style,
    ) -> Vec<Self> {
        let indent: usize = lead.iter().map(Span::width).sum();
        let lines =
            wrapped(&crate::text::visible_lines(text), columns.saturating_sub(indent).max(8));
        let mut lead = Some(lead);
        let row = |line: String| {
            let mut spans = lead.take().unwrap_or_else(|| vec![Span::raw(" ".repeat(indent))]);
            spans.push(Span::styled(line, style));
            Self { spans, ..Self::default() }
        };
        lines.into_iter().map(row).collect()
    }
}

/// Holds a pane's rows and frame.
#[derive(Debug)]
pub(super) struct Pane<'a> {
    pub(super) title: &'a str,
    pub(super) title_style: Style,
    /// What stands at the frame's right.
    pub(super) aside: &'a str,
    pub(super) rows: Vec<Row>,
    /// How far it is scrolled; none where it is not the pane that scrolls.
    pub(super) scroll: Option<isize>,
}

impl Pane<'_> {
    /// Returns the columns for text in a pane of this size.
    pub(super) fn columns(area: Rect) -> usize {
        usize::from(inner(area).width)
    }

    /// Tells whether a title that says something stands beside an aside. One that would be cut to a few letters has
    /// the whole row.
    pub(super) fn has_room(area: Rect, title: &str, aside: &str) -> bool {
        title_room(area, aside) >= width(title).min(TITLE)
    }

    /// Draws the pane.
    pub(super) fn draw(self, canvas: &mut Canvas, area: Rect) {
        let area = area.intersection(canvas.buffer.area);
        let (inner, theme) = (inner(area), canvas.theme);
        if framed(area) {
            frame(canvas, area);
            let top = Rect {
                x: area.x.saturating_add(1),
                width: area.width.saturating_sub(2),
                height: 1,
                ..area
            };
            let both = !self.aside.is_empty() && Self::has_room(area, self.title, self.aside);
            if !self.title.is_empty() {
                let title =
                    shortened(self.title, title_room(area, if both { self.aside } else { "" }));
                // The frame beneath is dim, and a title is not.
                let style = self.title_style.remove_modifier(Modifier::DIM);
                canvas.line(top, &Line::styled(format!(" {title} "), style));
            }
            if both {
                canvas.line_right(top, &Line::styled(format!(" {} ", self.aside), theme.quiet()));
            }
        }
        let height = usize::from(inner.height);
        let unscrolled = window(&self.rows, height, 0);
        let first = window(&self.rows, height, self.scroll.unwrap_or(0));
        if self.scroll.is_some() {
            canvas.shown = height;
            canvas.beyond = (unscrolled, self.rows.len().saturating_sub(height + unscrolled));
        }
        let shown = self.rows.len().saturating_sub(first);
        for (y, row) in (inner.y..inner.bottom()).zip(self.rows.into_iter().skip(first)) {
            draw_row(canvas, Rect { y, height: 1, ..inner }, row);
        }
        if shown > height {
            let bottom = Rect { y: area.bottom().saturating_sub(1), height: 1, ..inner };
            canvas.line_right(
                bottom,
                &Line::styled(format!(" {} ", theme.signs().more), theme.quiet()),
            );
        }
    }
}

/// Draws a frame, cell by cell; one of ratatui's would go through all that lies within as well.
fn frame(canvas: &mut Canvas, area: Rect) {
    let style = canvas.theme.frame();
    let (right, bottom) = (area.right().saturating_sub(1), area.bottom().saturating_sub(1));
    let mut put = |x, y, symbol| {
        if let Some(cell) = canvas.buffer.cell_mut((x, y)) {
            cell.set_symbol(symbol).set_style(style);
        }
    };
    for x in area.x..=right {
        put(x, area.y, "─");
        put(x, bottom, "─");
    }
    for y in area.y..=bottom {
        put(area.x, y, "│");
        put(right, y, "│");
    }
    put(area.x, area.y, "╭");
    put(right, area.y, "╮");
    put(area.x, bottom, "╰");
    put(right, bottom, "╯");
}

/// Returns the columns that a title has beside an aside, if there is one.
fn title_room(area: Rect, aside: &str) -> usize {
    let room = usize::from(area.width).saturating_sub(4);
    room.saturating_sub(if aside.is_empty() { 0 } else { width(aside) + 2 })
}

fn draw_row(canvas: &mut Canvas, area: Rect, row: Row) {
    canvas.line(area, &Line::from(row.spans));
    if row.selected == Selected::Whole {
        let style = canvas.theme.selected();
        canvas.buffer.set_style(area.intersection(canvas.buffer.area), style);
    }
    if let Some(target) = row.target {
        canvas.target(area, target);
    }
    if let Some((columns, target)) = row.mark {
        canvas.target(Rect { width: columns.min(area.width), ..area }, target);
    }
}

/// Returns the first row to show: the selected rows are in sight, and beyond that as far as scrolled.
fn window(rows: &[Row], height: usize, scroll: isize) -> usize {
    let selected = |row: &Row| row.selected != Selected::No;
    let start = rows.iter().position(selected).unwrap_or(0);
    let end = rows.iter().rposition(selected).unwrap_or(0);
    // One row more than the selected ones, to see that something follows.
    let first = (end + 2).min(rows.len()).saturating_sub(height).min(start);
    first.saturating_add_signed(scroll).min(rows.len().saturating_sub(height))
}

/// Tells whether a pane of this size has room for a frame.
fn framed(area: Rect) -> bool {
    area.height >= FRAMED.height && area.width >= FRAMED.width
}

/// Returns the part of a pane that its rows have.
pub(super) fn inner(area: Rect) -> Rect {
    let (x, y) = if framed(area) { (2, 1) } else { (1, 0) };
    Rect {
        x: area.x.saturating_add(x),
        y: area.y.saturating_add(y),
        width: area.width.saturating_sub(2 * x),
        height: area.height.saturating_sub(2 * y),
    }
}
