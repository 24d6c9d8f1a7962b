//! A row of a pane: styled parts, what a click on it means, and whether it is selected.

use super::target::Target;
use crate::text::{shortened, visible_lines, width, wrapped};
use ratatui::style::Style;
use ratatui::text::Span;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Selected {
    #[default]
    No,
    /// The cursor stands on it; it says so itself.
    Cursor,
    /// The whole row is reversed.
    Whole,
}

#[derive(Clone, Debug, Default)]
pub struct Row {
    pub spans: Vec<Span<'static>>,
    pub target: Option<Target>,
    /// What a click on the row's mark, its third and fourth column, means.
    pub mark: Option<Target>,
    pub selected: Selected,
    pub link: Option<String>,
}

impl Row {
    pub fn of(spans: Vec<Span<'static>>) -> Self {
        Self { spans, ..Self::default() }
    }

    pub fn styled(text: impl Into<String>, style: Style) -> Self {
        Self::of(vec![Span::styled(text.into(), style)])
    }

    pub fn blank() -> Self {
        Self::default()
    }

    pub fn text(text: &str, columns: usize, style: Style) -> Vec<Self> {
        Self::led(Vec::new(), text, columns, style)
    }

    /// Returns rows of a text behind a lead, on the lines after it as far in.
    pub fn led(lead: Vec<Span<'static>>, text: &str, columns: usize, style: Style) -> Vec<Self> {
        let indent: usize = lead.iter().map(Span::width).sum();
        let lines = wrapped(&visible_lines(text), columns.saturating_sub(indent).max(8));
        let mut lead = Some(lead);
        let row = |line: String| {
            let mut spans = lead.take().unwrap_or_else(|| vec![Span::raw(" ".repeat(indent))]);
            spans.push(Span::styled(line, style));
            Self::of(spans)
        };
        lines.into_iter().map(row).collect()
    }

    /// Returns rows of small parts beside each other, as many as fit in each.
    pub fn flow(parts: Vec<Vec<Span<'static>>>, columns: usize) -> Vec<Self> {
        let mut rows: Vec<Self> = Vec::new();
        let mut used = columns;
        for part in parts {
            let size: usize = part.iter().map(Span::width).sum();
            if let Some(row) = rows.last_mut().filter(|_| used + 2 + size <= columns) {
                row.spans.push(Span::raw("  "));
                row.spans.extend(part);
                used += 2 + size;
            } else {
                rows.push(Self::of(part));
                used = size;
            }
        }
        rows
    }

    /// Returns a row with something at its right end; the text is cut to leave room.
    pub fn between(lead: Vec<Span<'static>>, text: &str, right: &str, columns: usize, styles: [Style; 2]) -> Self {
        let head: usize = lead.iter().map(Span::width).sum();
        let gap = usize::from(!right.is_empty());
        let room = columns.saturating_sub(head + width(right) + gap);
        let text = shortened(text, room);
        let pad = " ".repeat((room + gap).saturating_sub(width(&text)));
        let mut spans = lead;
        spans.push(Span::styled(format!("{text}{pad}"), styles[0]));
        spans.push(Span::styled(right.to_owned(), styles[1]));
        Self::of(spans)
    }

    /// Returns the row as the cursor and a click find it.
    #[must_use]
    pub fn aimed(self, target: Target, mark: Option<Target>, selected: Selected) -> Self {
        Self { target: Some(target), mark, selected, ..self }
    }
}
