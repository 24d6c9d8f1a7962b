//! The screen as a picture of study and model: where everything stands at each size, and the parts that every view
//! shares: tabs, position, bar and footer.
//!
//! Drawing changes nothing and asks nothing. While it draws, it notes which cells stand for what, so that a click is
//! found by drawing once more into thin air.
//!
//! Deliberately absent: colours and glyphs by name (the theme has them), and the views themselves (a file each).

mod asides;
mod checks;
mod footer;
pub mod help;
mod map;
pub mod milestone;
mod notes;
mod overlay;
mod pane;
mod progress;
mod replan;
mod review;
mod split;
mod today;
mod week;
mod welcome;
mod welcome_back;

use super::keymap::{self, Action, Browsing, Context};
use super::model::{Model, View};
use super::overlay::Overlay;
use super::replan::Field;
use super::theme::Theme;
use crate::env::{Colours, Glyphs};
use crate::journal::Key;
use crate::plan::DayNo;
use crate::study::Study;
use crate::text::{shortened, width};
use crate::words::{near, to_spare, week_done};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use ratatui::text::Line;

/// The smallest screen on which everything can be used.
pub const SMALLEST: Size = Size { width: 40, height: 10 };

/// From this many columns on a tab has a blank on each side.
const AIRY: u16 = 46;

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
    /// A note.
    Note(Key),
    /// A find of the search.
    Hit(usize),
    /// A field of the re-plan.
    Field(Field),
}

/// Holds what is drawn on, and what was drawn where.
pub struct Canvas<'a> {
    buffer: &'a mut Buffer,
    theme: Theme,
    targets: Vec<(Rect, Target)>,
    cursor: Option<Position>,
    /// How many rows of what can be scrolled are out of sight above and below, as long as it is not.
    beyond: (usize, usize),
    /// How many rows of it are in sight.
    shown: usize,
}

impl<'a> Canvas<'a> {
    fn new(buffer: &'a mut Buffer, theme: Theme) -> Self {
        Self { buffer, theme, targets: Vec::new(), cursor: None, beyond: (0, 0), shown: 0 }
    }
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
    let mut canvas = Canvas::new(buffer, theme);
    draw(&mut canvas, model, study);
    let cursor = canvas.cursor;
    theme.finish(buffer);
    cursor
}

/// Returns what the cell at a position stands for.
pub fn target(model: &Model, study: &Study, at: Position) -> Option<Target> {
    let drawn = |canvas: &Canvas| {
        let found = canvas.targets.iter().rev().find(|(area, _)| area.contains(at));
        found.map(|(_, target)| *target)
    };
    in_thin_air(model, study, drawn)
}

/// Returns how many rows of what can be scrolled are out of sight above and below, as long as it is not scrolled.
pub fn rows_beyond(model: &Model, study: &Study) -> (usize, usize) {
    in_thin_air(model, study, |canvas| canvas.beyond)
}

/// Returns how many rows of what can be scrolled are in sight at once.
pub fn rows_shown(model: &Model, study: &Study) -> usize {
    in_thin_air(model, study, |canvas| canvas.shown)
}

fn in_thin_air<T>(model: &Model, study: &Study, of: impl FnOnce(&Canvas) -> T) -> T {
    let mut buffer = Buffer::empty(Rect::from((Position::ORIGIN, model.size)));
    let mut canvas = Canvas::new(&mut buffer, Theme::new(Colours::None, Glyphs::Unicode));
    draw(&mut canvas, model, study);
    of(&canvas)
}

fn draw(canvas: &mut Canvas, model: &Model, study: &Study) {
    let area = canvas.buffer.area;
    if is_too_small(area.as_size()) {
        return canvas.line(area, &Line::raw(needs(area.as_size())));
    }
    let row = |y: u16| Rect { y, height: 1, ..area };
    tabs(canvas, row(0), model, study);
    position(canvas, row(1), model, study);
    let foot = footer::area(area, model);
    let body = body(area, model);
    match &model.overlay {
        Overlay::Note(editor) => overlay::note(canvas, body, study, editor),
        Overlay::Help(help) => help::draw(canvas, body, help.of, help.scroll),
        Overlay::Welcome(welcome) => welcome::draw(canvas, body, study, welcome),
        Overlay::Review(review) => review::draw(canvas, body, study, review),
        Overlay::Milestone(page) => milestone::draw(canvas, body, study, page),
        Overlay::Draft(day, draft) => overlay::draft(canvas, body, study, *day, &draft.words),
        Overlay::Replan(form) => replan::draw(canvas, body, study, form),
        Overlay::WelcomeBack(scroll) => welcome_back::draw(canvas, body, study, *scroll),
        Overlay::None => view(canvas, body, model, study),
        Overlay::Search(search) => {
            view(canvas, body, model, study);
            overlay::search(canvas, body, search);
        }
        Overlay::Question(question) => {
            view(canvas, body, model, study);
            overlay::question(canvas, body, study, question);
        }
    }
    footer::draw(canvas, foot, model, study);
}

/// Returns the part of the screen that a view or what lies over it has.
fn body(area: Rect, model: &Model) -> Rect {
    Rect { y: 2, height: footer::area(area, model).y.saturating_sub(2), ..area }
}

/// Tells whether a screen is too small to show anything to act on.
pub fn is_too_small(size: Size) -> bool {
    size.width < SMALLEST.width || size.height < SMALLEST.height
}

/// Returns what stands on a screen that is too small, in as many words as it has room for.
fn needs(size: Size) -> String {
    let (columns, rows) = (SMALLEST.width, SMALLEST.height);
    let short = format!("needs {columns}x{rows}");
    let forms = [
        format!("ninety needs {columns}x{rows} (here {}x{}).", size.width, size.height),
        format!("ninety needs {columns}x{rows}."),
        short.clone(),
    ];
    forms.into_iter().find(|form| width(form) <= usize::from(size.width)).unwrap_or(short)
}

fn view(canvas: &mut Canvas, body: Rect, model: &Model, study: &Study) {
    match model.view {
        View::Today => {
            let body = asides::draw(canvas, body, study);
            today::draw(canvas, body, model, study);
        }
        View::Week => week::draw(canvas, body, model, study),
        View::Plan => map::draw(canvas, body, model, study),
        View::Progress => progress::draw(canvas, body, model, study),
        View::Notes => notes::draw(canvas, body, model, study),
    }
}

/// Draws the name, the views and the date.
fn tabs(canvas: &mut Canvas, area: Rect, model: &Model, study: &Study) {
    let (name, gap, pad) = match area.width {
        60.. => (" ninety  ", " ", " "),
        AIRY..60 => ("", "", " "),
        ..AIRY => ("", " ", ""),
    };
    let strong = canvas.theme.strong();
    canvas.line(area, &Line::styled(name, strong));
    let mut x = area.x.saturating_add(u16::try_from(width(name)).unwrap_or(0));
    for (view, key, title) in View::ALL {
        let tab = format!("{pad}{key} {title}{pad}");
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

/// Returns the finish and what is to spare, the longest form first; when the plan was finished, if it is.
fn finish(study: &Study, theme: Theme) -> Vec<String> {
    let date = |date: chrono::NaiveDate| near(date, study.today());
    if let Some(finished) = study.finished_on() {
        return vec![format!("finished {} ", date(finished))];
    }
    let Some(finish) = study.finish() else { return Vec::new() };
    let short = match date(finish).split_once(' ') {
        Some((_weekday, date)) => format!("finish {date}"),
        None => String::new(),
    };
    let spare = study.schedule().to_spare().map(to_spare);
    let both = spare.map(|spare| format!("{short} {} {spare} ", theme.signs().dot));
    both.into_iter().chain([format!("{short} ")]).collect()
}

/// Returns the offer to look back on a week, on a screen so low that it has no room elsewhere.
fn offer(screen: Rect, model: &Model, study: &Study) -> Option<String> {
    if !today::is_low(screen) || !matches!(model.overlay, Overlay::None) {
        return None;
    }
    let day = study.plan().day(model.day);
    let week = match model.view {
        View::Today => today::offered(study, day),
        View::Week => study.review_due().filter(|week| week.no() == day.week()),
        View::Plan | View::Progress | View::Notes => None,
    };
    let key = keymap::key(model.context(), Action::Browse(Browsing::Review));
    week.map(|week| format!("{key} looks back on week {} ", week.no()))
}

/// Draws which day is shown and what was done this week, and at the right how the plan goes on: the longest forms that
/// have room beside each other.
fn position(canvas: &mut Canvas, area: Rect, model: &Model, study: &Study) {
    let (plan, theme) = (study.plan(), canvas.theme);
    let is_greeting = matches!(model.overlay, Overlay::WelcomeBack(_));
    let rights = match (study.current_day(), offer(canvas.buffer.area, model, study)) {
        // Who comes back is not told how far the finish has moved.
        (Some(_), _) if is_greeting => Vec::new(),
        (_, Some(offer)) => vec![offer],
        (Some(day), None) if day.no() != model.day => {
            let key = keymap::key(Context::Today, Action::Browse(Browsing::CurrentDay));
            vec![format!("{key} goes to day {} ", day.no())]
        }
        (Some(_) | None, None) => finish(study, theme),
    };
    let day = format!(" Day {} of {}", model.day, plan.days().len());
    let has_begun = study.started().is_some_and(|start| start <= study.today()) && !is_greeting;
    let week = study.schedule().this_week;
    let week = week_done(week.complete, week.study_days);
    let shows_week = has_begun && study.current_day().is_some() && !week.is_empty();
    let long = format!("{day} {} this week {week}", theme.signs().dot);
    let lefts: &[&str] = if shows_week { &[&long, &day] } else { &[&day] };
    let rights = rights.iter().map(String::as_str).chain([""]);
    let mut pairs = rights.flat_map(|right| lefts.iter().map(move |left| (*left, right)));
    let fits = |(left, right): &(&str, &str)| width(left) + width(right) < usize::from(area.width);
    let (left, right) = pairs.find(fits).unwrap_or((&day, ""));
    let left = shortened(left, usize::from(area.width)).into_owned();
    canvas.line(area, &Line::styled(left, theme.text()));
    canvas.line_right(area, &Line::styled(right.to_owned(), theme.quiet()));
}
