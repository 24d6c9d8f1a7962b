//! The screen as a picture of study and model: where everything stands at each size, and the parts that every view
//! shares: tabs, position, bar and footer.
//!
//! Drawing changes nothing and asks nothing. While it draws, it notes which cells stand for what, so that a click is
//! found by drawing once more into thin air.
//!
//! Deliberately absent: colours and glyphs by name (the theme has them), and the views themselves (a file each).

pub mod help;
mod map;
mod notes;
mod overlay;
mod pane;
mod today;
mod week;
mod welcome;

use super::keymap::{self, Action, Context};
use super::model::{Model, Overlay, Tone, View};
use super::theme::Theme;
use crate::env::{Colours, Glyphs};
use crate::plan::DayNo;
use crate::study::Study;
use crate::text::{shortened, width};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// The smallest screen on which everything can be used.
pub const SMALLEST: Size = Size { width: 40, height: 10 };

/// Says what a cell of the screen stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A view's tab.
    View(View),
    /// A row of the day: a task or a resource.
    Row(usize),
    /// The mark of a row of the day.
    Mark(usize),
    /// A day.
    Day(DayNo),
    /// A note, newest first.
    Note(usize),
    /// A find of the search.
    Hit(usize),
}

/// Holds what is drawn on, and what was drawn where.
pub struct Canvas<'a> {
    buffer: &'a mut Buffer,
    theme: Theme,
    targets: Vec<(Rect, Target)>,
    cursor: Option<Position>,
}

impl Canvas<'_> {
    /// Writes a line within a rectangle's first row, cut where it ends.
    fn line(&mut self, area: Rect, line: &Line) {
        let area = area.intersection(self.buffer.area);
        if !area.is_empty() {
            self.buffer.set_line(area.x, area.y, line, area.width);
        }
    }

    /// Writes a line that ends at a rectangle's right edge.
    fn line_right(&mut self, area: Rect, line: &Line) {
        let columns = u16::try_from(line.width()).unwrap_or(u16::MAX).min(area.width);
        let x = area.right().saturating_sub(columns);
        self.line(Rect { x, width: columns, ..area }, line);
    }

    fn target(&mut self, area: Rect, target: Target) {
        self.targets.push((area, target));
    }
}

/// Draws the whole screen and returns where the terminal's cursor is to stand, if anywhere.
pub fn screen(model: &Model, study: &Study, theme: Theme, buffer: &mut Buffer) -> Option<Position> {
    let mut canvas = Canvas { buffer, theme, targets: Vec::new(), cursor: None };
    draw(&mut canvas, model, study);
    let cursor = canvas.cursor;
    theme.finish(buffer);
    cursor
}

/// Returns what the cell at a position stands for.
pub fn target(model: &Model, study: &Study, at: Position) -> Option<Target> {
    let mut buffer = Buffer::empty(Rect::from((Position::ORIGIN, model.size)));
    let theme = Theme::new(Colours::None, Glyphs::Unicode);
    let mut canvas = Canvas { buffer: &mut buffer, theme, targets: Vec::new(), cursor: None };
    draw(&mut canvas, model, study);
    canvas.targets.iter().rev().find(|(area, _)| area.contains(at)).map(|(_, target)| *target)
}

fn draw(canvas: &mut Canvas, model: &Model, study: &Study) {
    let area = canvas.buffer.area;
    if area.width < SMALLEST.width || area.height < SMALLEST.height {
        let words =
            format!("The terminal is too small: {}x{} is needed.", SMALLEST.width, SMALLEST.height);
        let words = shortened(&words, usize::from(area.width)).into_owned();
        return canvas.line(area, &Line::raw(words));
    }
    let tall = area.height >= 16;
    let row = |y: u16| Rect { y, height: 1, ..area };
    tabs(canvas, row(0), model, study);
    position(canvas, row(1), model, study);
    let bottom = area.height.saturating_sub(if tall { 2 } else { 1 });
    let body = Rect { y: 2, height: bottom.saturating_sub(2), ..area };
    match &model.overlay {
        Overlay::Note(editor) => overlay::note(canvas, body, study, editor),
        Overlay::Help(scroll) => help::draw(canvas, body, model.view.context(), *scroll),
        Overlay::None
        | Overlay::Search(_)
        | Overlay::Question(_)
        | Overlay::Welcome(_)
        | Overlay::Draft(..) => {
            view(canvas, body, model, study);
        }
    }
    if tall {
        bar(canvas, row(area.height.saturating_sub(2)), study);
    }
    footer(canvas, row(area.height.saturating_sub(1)), model);
    match &model.overlay {
        Overlay::Search(search) => overlay::search(canvas, body, search),
        Overlay::Question(question) => overlay::question(canvas, body, study, question),
        Overlay::Welcome(welcome) => welcome::draw(canvas, body, study, welcome),
        Overlay::Draft(day, text) => overlay::draft(canvas, body, study, *day, text),
        Overlay::None | Overlay::Help(_) | Overlay::Note(_) => {}
    }
}

fn view(canvas: &mut Canvas, body: Rect, model: &Model, study: &Study) {
    match model.view {
        View::Today => today::draw(canvas, body, model, study),
        View::Week => week::draw(canvas, body, model, study),
        View::Plan => map::draw(canvas, body, model, study),
        View::Notes => notes::draw(canvas, body, model, study),
    }
}

/// Draws the name, the views and the date.
fn tabs(canvas: &mut Canvas, area: Rect, model: &Model, study: &Study) {
    let (name, gap) = if area.width >= 60 { (" ninety  ", " ") } else { ("", "") };
    let strong = canvas.theme.strong();
    canvas.line(area, &Line::styled(name, strong));
    let mut x = area.x.saturating_add(u16::try_from(width(name)).unwrap_or(0));
    for (view, key, title) in View::ALL {
        let tab = format!(" {key} {title} ");
        let columns = u16::try_from(width(&tab)).unwrap_or(0);
        let place = Rect { x, width: columns, ..area }.intersection(area);
        let style = if view == model.view { canvas.theme.tab() } else { canvas.theme.text() };
        canvas.line(place, &Line::styled(tab, style));
        canvas.target(place, Target::View(view));
        x = x.saturating_add(columns).saturating_add(u16::try_from(gap.len()).unwrap_or(0));
    }
    let date = study.today().format("%a %-d %b ").to_string();
    let rest = Rect { x, width: area.right().saturating_sub(x), ..area };
    if usize::from(rest.width) > date.len() {
        let quiet = canvas.theme.quiet();
        canvas.line_right(rest, &Line::styled(date, quiet));
    }
}

/// Draws which day is shown, and how far the plan has come.
fn position(canvas: &mut Canvas, area: Rect, model: &Model, study: &Study) {
    let (plan, theme) = (study.plan(), canvas.theme);
    let week = plan.week_of(model.day);
    let current = study.current_day();
    let right = match current {
        Some(day) if day.no() == model.day => match study.days_complete() {
            0 => String::new(),
            complete => format!("{complete} complete "),
        },
        Some(day) => {
            format!("{} goes to day {} ", keymap::key(Context::Today, Action::CurrentDay), day.no())
        }
        None => "the whole plan is done ".to_owned(),
    };
    let dot = theme.signs().dot;
    let left = format!(
        " Day {} of {} {dot} Week {}, {}",
        model.day,
        plan.days().len(),
        week.no(),
        week.title
    );
    let room = usize::from(area.width).saturating_sub(width(&right) + 1);
    let left = shortened(&left, room).into_owned();
    canvas.line(area, &Line::styled(left, theme.text()));
    canvas.line_right(area, &Line::styled(right, theme.quiet()));
}

/// Draws how many of the plan's days are complete or skipped, as a bar and in numbers.
fn bar(canvas: &mut Canvas, area: Rect, study: &Study) {
    let all = study.plan().days().len();
    let past = study.days_complete() + study.days_skipped();
    let percent = past * 100 / all.max(1);
    let numbers = format!("  {past}/{all}  {percent} % ");
    let theme = canvas.theme;
    let columns = usize::from(area.width).saturating_sub(width(&numbers) + 1);
    let halves = past * columns * 2 / all.max(1);
    let signs = theme.signs();
    let half = usize::from(halves % 2 == 1 && halves / 2 < columns);
    let full = signs.full.repeat(halves / 2) + &signs.half.repeat(half);
    let empty = signs.empty.repeat(columns.saturating_sub(halves / 2 + half));
    let spans = vec![
        Span::raw(" "),
        Span::styled(full, theme.done()),
        Span::styled(empty, theme.quiet()),
        Span::raw(numbers),
    ];
    canvas.line(area, &Line::from(spans));
}

/// Draws the message, or the most useful keys that fit.
fn footer(canvas: &mut Canvas, area: Rect, model: &Model) {
    let theme = canvas.theme;
    if let Some((tone, message)) = &model.message {
        let style = match tone {
            Tone::Calm => theme.done(),
            Tone::Trouble => theme.strong(),
        };
        let text = format!(
            " {}",
            shortened(&crate::text::visible(message), usize::from(area.width).saturating_sub(2))
        );
        return canvas.line(area, &Line::styled(text, style));
    }
    let mut spans = vec![Span::raw(" ")];
    for (i, (key, label)) in
        hints(model.context(), usize::from(area.width).saturating_sub(2), theme)
            .into_iter()
            .enumerate()
    {
        if i > 0 {
            spans.push(Span::styled(format!(" {} ", theme.signs().dot), theme.quiet()));
        }
        spans.push(Span::styled(key, theme.accent()));
        spans.push(Span::styled(format!(" {label}"), Style::new()));
    }
    canvas.line(area, &Line::from(spans));
}

/// Returns the keys of a context that fit in so many columns, with their labels: the first ones, and the last two
/// (help and quit) in any case.
fn hints(context: Context, columns: usize, theme: Theme) -> Vec<(String, &'static str)> {
    let labelled = keymap::rows(context).filter(|row| !row.label.is_empty());
    let all: Vec<(String, &str)> = labelled
        .map(|row| (row.chords.first().map(ToString::to_string).unwrap_or_default(), row.label))
        .collect();
    let size = |(key, label): &(String, &str)| {
        width(key) + 1 + width(label) + 2 + width(theme.signs().dot)
    };
    let (first, last) = all.split_at(all.len().saturating_sub(2));
    let mut room = columns.saturating_sub(last.iter().map(size).sum());
    let fitting = first.iter().take_while(|hint| {
        let fits = size(hint) <= room;
        room = room.saturating_sub(size(hint));
        fits
    });
    fitting.chain(last).cloned().collect()
}
