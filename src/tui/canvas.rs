//! What a screen is drawn on: lines, panes of rows that scroll so that the selected one is seen, and which cells stand
//! for what: a click asks what the last frame drew. Drawing changes nothing else.

use super::keymap::{Keymap, View};
pub use super::target::{Caret, Drawn, Target};
use super::text_box::TextBox;
use super::theme::Theme;
use crate::text::{has_certain_columns, shortened, visible_lines, width, wrapped};
use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Rect, Size};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget};
use std::ops::RangeInclusive;

pub struct Canvas<'a> {
    pub buffer: &'a mut Buffer,
    pub theme: Theme,
    pub keys: &'a Keymap,
    pub drawn: Drawn,
    pub view: View,
}

/// What lines, corners and bars are made of: each has one column, and none goes together with another.
const LINES: RangeInclusive<char> = '\u{2500}'..='\u{259f}';

/// The signs of sentences, of which the same is true.
const SIGNS: [char; 5] = ['…', '·', '“', '”', '’'];

impl Canvas<'_> {
    /// Writes a line within a rectangle's first row, cut where it ends.
    pub fn line(&mut self, area: Rect, line: &Line) {
        let area = area.intersection(self.buffer.area);
        let mut x = area.x;
        for span in line.spans.iter().filter(|_| !area.is_empty()) {
            let style = line.style.patch(span.style);
            let room = area.right().saturating_sub(x);
            if !span.content.chars().all(|c| c.is_ascii() || LINES.contains(&c) || SIGNS.contains(&c)) {
                if !span.content.chars().all(has_certain_columns) {
                    self.drawn.beside.unsure.push(area.y);
                }
                x = self.buffer.set_stringn(x, area.y, &span.content, room.into(), style).0;
                continue;
            }
            // A column a character: to look for clusters in it would be half of what a frame takes.
            for (c, _) in span.content.chars().filter(|c| !c.is_control()).zip(0..room) {
                if let Some(cell) = self.buffer.cell_mut((x, area.y)) {
                    cell.set_char(c).set_style(style);
                }
                x = x.saturating_add(1);
            }
        }
    }

    pub fn line_right(&mut self, area: Rect, line: &Line) {
        let columns = columns(line.width()).min(area.width);
        self.line(Rect { x: area.right().saturating_sub(columns), width: columns, ..area }, line);
    }

    pub fn target(&mut self, area: Rect, target: Target) {
        self.drawn.targets.push((area, target));
    }

    pub fn type_in(&mut self, area: Rect, text: &TextBox) {
        let area = area.intersection(self.buffer.area);
        if !text.has_certain_columns() {
            self.drawn.beside.unsure.extend(area.y..area.bottom());
        }
        self.drawn.beside.cursor =
            text.draw(area, self.buffer).map(|at| (at, Caret::Seen)).or(self.drawn.beside.cursor);
    }

    /// Draws what is typed behind a sign, and returns the place of the text.
    pub fn prompt(&mut self, area: Rect, sign: &str, text: &TextBox) -> Rect {
        self.line(area, &Line::styled(sign, self.theme.accent()));
        let lead = columns(width(sign));
        let field = Rect { x: area.x.saturating_add(lead), width: area.width.saturating_sub(lead), ..area };
        self.type_in(field, text);
        field
    }

    /// Draws rows, the selected one in sight, and from there on as far as scrolled.
    pub fn list(&mut self, area: Rect, rows: Vec<Row>, scroll: Option<isize>) {
        let height = usize::from(area.height);
        let first = window(&rows, height, scroll.unwrap_or(0));
        if scroll.is_some() {
            let above = window(&rows, height, 0);
            let below = rows.len().saturating_sub(height + above);
            (self.drawn.shown, self.drawn.above, self.drawn.below) = (height, above, below);
        }
        for (y, row) in (area.y..area.bottom()).zip(rows.into_iter().skip(first)) {
            draw_row(self, Rect { y, height: 1, ..area }, row);
        }
    }

    /// Clears a rectangle, and forgets what a click anywhere else means.
    pub fn clear(&mut self, area: Rect) {
        Clear.render(area.intersection(self.buffer.area), self.buffer);
        self.drawn.targets.clear();
        self.drawn.beside.links.clear();
        (self.drawn.beside.cursor, self.drawn.rest) = (None, None);
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Selected {
    #[default]
    No,
    /// The cursor stands on it; it says so itself.
    Cursor,
    Whole,
}

#[derive(Clone, Debug, Default)]
pub struct Row {
    pub spans: Vec<Span<'static>>,
    pub target: Option<Target>,
    /// What a click on the row's mark, its third and fourth column, means.
    pub mark: Option<Target>,
    /// What a click on single columns means.
    pub cells: Vec<(usize, Target)>,
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
        Self::led("", text, columns, style)
    }

    /// Returns rows of a text behind a lead, on the lines after it as far in.
    pub fn led(lead: impl Into<Line<'static>>, text: &str, columns: usize, style: Style) -> Vec<Self> {
        let lead = lead.into();
        let indent = lead.width();
        let lines = wrapped(&visible_lines(text), columns.saturating_sub(indent).max(8));
        let mut lead = Some(lead);
        let row = |line: String| {
            let mut spans = lead.take().map_or_else(|| vec![Span::raw(" ".repeat(indent))], |lead| lead.spans);
            spans.push(Span::styled(line, style));
            Self::of(spans)
        };
        lines.into_iter().map(row).collect()
    }

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

    #[must_use]
    pub fn aimed(self, target: Target, mark: Option<Target>, selected: Selected) -> Self {
        Self { target: Some(target), mark, selected, ..self }
    }
}

/// The columns of a title that is worth having beside what stands at the frame's right.
const TITLE: usize = 20;

pub const FRAMED: Size = Size { width: 16, height: 4 };

#[derive(Debug, Default)]
pub struct Pane<'a> {
    pub title: &'a str,
    /// How the title differs from a strong one.
    pub title_style: Style,
    pub aside: &'a str,
    pub rows: Vec<Row>,
    /// How many come before and behind these that are not among them.
    pub more: [usize; 2],
    /// How far it is scrolled from where the selected row puts it; none where it is not the pane that scrolls.
    pub scroll: Option<isize>,
}

impl Pane<'_> {
    pub fn columns(area: Rect) -> usize {
        usize::from(inner(area).width)
    }

    /// Tells whether a title that says something stands beside an aside.
    pub fn has_room(area: Rect, title: &str, aside: &str) -> bool {
        title_room(area, aside) >= width(title).min(TITLE)
    }

    pub fn draw(self, canvas: &mut Canvas, area: Rect) {
        let area = area.intersection(canvas.buffer.area);
        let (inside, quiet, glyphs) = (inner(area), canvas.theme.quiet(), canvas.theme.glyphs());
        let height = usize::from(inside.height);
        let [first, rest] = beyond(&self.rows, height, self.scroll);
        let (above, below) = (first + self.more[0], rest + self.more[1]);
        if is_framed(area) {
            frame(canvas, area);
            let scrolled = (above > 0).then(|| format!("{} {above}", glyphs.above));
            let both = [scrolled.unwrap_or_default(), self.aside.to_owned()].join("  ");
            let asides = [both.trim(), self.aside];
            let aside = asides.into_iter().find(|aside| Self::has_room(area, self.title, aside)).unwrap_or_default();
            let title = shortened(self.title, title_room(area, aside));
            let top = Rect { x: area.x.saturating_add(1), width: area.width.saturating_sub(2), height: 1, ..area };
            if !title.is_empty() {
                // The frame beneath is dim, and a title is not.
                let style = canvas.theme.strong().patch(self.title_style).remove_modifier(Modifier::DIM);
                canvas.line(top, &Line::styled(format!(" {title} "), style));
            }
            if above > 0 && !aside.starts_with(glyphs.above) {
                canvas.line(area, &Line::styled(glyphs.above, quiet));
            }
            if !aside.is_empty() {
                canvas.line_right(top, &Line::styled(format!(" {aside} "), quiet));
            }
            if below > 0 {
                let bottom = Rect { y: area.bottom().saturating_sub(1), height: 1, ..inside };
                canvas.line_right(bottom, &Line::styled(format!(" {} {below} ", glyphs.below), quiet));
            }
        }
        canvas.drawn.rest = canvas.drawn.rest.or(Some(inside.as_position()));
        canvas.list(inside, self.rows, self.scroll);
    }
}

/// Draws a frame; one of ratatui's would go through all that lies within as well.
fn frame(canvas: &mut Canvas, area: Rect) {
    let style = canvas.theme.quiet();
    let (right, bottom) = (area.right().saturating_sub(1), area.bottom().saturating_sub(1));
    let edges = (area.x..=right).flat_map(|x| [(x, area.y, "─"), (x, bottom, "─")]);
    let sides = (area.y..=bottom).flat_map(|y| [(area.x, y, "│"), (right, y, "│")]);
    let corners = [(area.x, area.y, "╭"), (right, area.y, "╮"), (area.x, bottom, "╰"), (right, bottom, "╯")];
    for (x, y, symbol) in edges.chain(sides).chain(corners) {
        if let Some(cell) = canvas.buffer.cell_mut((x, y)) {
            cell.set_symbol(symbol).set_style(style);
        }
    }
}

fn title_room(area: Rect, aside: &str) -> usize {
    let room = usize::from(area.width).saturating_sub(4);
    room.saturating_sub(if aside.is_empty() { 0 } else { width(aside) + 2 })
}

fn draw_row(canvas: &mut Canvas, area: Rect, row: Row) {
    canvas.line(area, &Line::from(row.spans));
    if row.selected != Selected::No {
        // The cursor rests on the first thing drawn that is selected, unless something is typed.
        canvas.drawn.beside.cursor = canvas.drawn.beside.cursor.or(Some((area.as_position(), Caret::Resting)));
    }
    if row.selected == Selected::Whole {
        canvas.buffer.set_style(area.intersection(canvas.buffer.area), canvas.theme.selected());
    }
    let mark = Rect { width: 4.min(area.width), ..area };
    canvas.drawn.targets.extend(row.target.map(|target| (area, target)));
    canvas.drawn.targets.extend(row.mark.map(|target| (mark, target)));
    let cell = |column| Rect { x: area.x.saturating_add(columns(column)), width: 1, ..area }.intersection(area);
    canvas.drawn.targets.extend(row.cells.into_iter().map(|(column, target)| (cell(column), target)));
    canvas.drawn.beside.links.extend(row.link.map(|link| (area, link)));
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

/// Returns how many rows are out of sight above and below.
pub fn beyond(rows: &[Row], height: usize, scroll: Option<isize>) -> [usize; 2] {
    let first = window(rows, height, scroll.unwrap_or(0));
    [first, rows.len().saturating_sub(first + height)]
}

fn is_framed(area: Rect) -> bool {
    area.height >= FRAMED.height && area.width >= FRAMED.width
}

pub fn inner(area: Rect) -> Rect {
    area.inner(if is_framed(area) { Margin::new(2, 1) } else { Margin::new(1, 0) })
}

/// Clears a rectangle in the middle of another, at most this large, with a column beside it, and returns it.
pub fn centred(canvas: &mut Canvas, area: Rect, columns: u16, rows: u16) -> Rect {
    // A sliver of the view around it would only look torn.
    let width = if area.width < columns.saturating_add(12) { area.width } else { columns };
    let height = if area.height < rows.saturating_add(4) { area.height } else { rows };
    let x = area.x.saturating_add(area.width.saturating_sub(width) / 2);
    let y = area.y.saturating_add(area.height.saturating_sub(height) / 3);
    canvas.clear(Rect { x: x.saturating_sub(1), y, width: width.saturating_add(2), height });
    Rect { x, y, width, height }
}

/// Cuts so many columns off at the right: the rest, and those.
pub fn right(area: Rect, columns: u16) -> (Rect, Rect) {
    let rest = Rect { width: area.width.saturating_sub(columns), ..area };
    (rest, Rect { x: rest.right(), width: columns.min(area.width), ..area })
}

/// Cuts so many rows off at the top: those, and the rest.
pub fn top(area: Rect, rows: u16) -> (Rect, Rect) {
    let above = Rect { height: rows.min(area.height), ..area };
    (above, Rect { y: above.bottom(), height: area.height.saturating_sub(rows), ..area })
}

/// Cuts so many rows off at the bottom: the rest, and those.
pub fn bottom(area: Rect, rows: u16) -> (Rect, Rect) {
    top(area, area.height.saturating_sub(rows.min(area.height)))
}

/// Returns a count of columns or rows as the terminal counts them.
pub fn columns(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}
