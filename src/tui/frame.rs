//! What stands around every screen: the tabs, where the learner stands, the bar, and the message or the keys.

use super::canvas::{Canvas, Target, columns};
use super::keymap::{Action, Context, Row, View};
use super::screen::Tone;
use crate::study::Study;
use crate::text::{shortened, visible, width};
use crate::words::{near, to_spare, week_done};
use ratatui::layout::{Rect, Size};
use ratatui::text::{Line, Span};

/// The smallest screen on which everything can be used.
pub const SMALLEST: Size = Size { width: 40, height: 10 };

const TALL: u16 = 16;

pub fn is_too_small(size: Size) -> bool {
    size.width < SMALLEST.width || size.height < SMALLEST.height
}

pub fn too_small(canvas: &mut Canvas, area: Rect) {
    let size = format!("{}x{}", SMALLEST.width, SMALLEST.height);
    let whole = format!("ninety needs {size} (here {}x{}).", area.width, area.height);
    let forms = [whole, format!("ninety needs {size}."), format!("needs {size}")];
    let fits = |text: &&String| width(text) <= usize::from(area.width);
    canvas.line(area, &Line::raw(forms.iter().find(fits).map_or("needs", String::as_str)));
}

pub fn body(area: Rect) -> Rect {
    let foot = if area.height >= TALL { 2 } else { 1 };
    Rect { y: 2, height: area.height.saturating_sub(2 + foot), ..area }
}

pub fn tabs(canvas: &mut Canvas, area: Rect, view: View, study: &Study) {
    let area = Rect { height: 1, ..area };
    let theme = canvas.theme;
    let (name, gap, pad) = match area.width {
        60.. => (" ninety  ", 1, " "),
        ..60 => ("", 1, ""),
    };
    canvas.line(area, &Line::styled(name, theme.strong()));
    let mut x = area.x.saturating_add(columns(width(name)));
    for (place, (tab, title)) in View::ALL.into_iter().enumerate() {
        let text = format!("{pad}{} {title}{pad}", place + 1);
        let here = Rect { x, width: columns(width(&text)), ..area }.intersection(area);
        let style = if tab == view { theme.accent().bold().reversed() } else { theme.text() };
        canvas.line(here, &Line::styled(text, style));
        canvas.target(here, Target::View(tab));
        x = here.right().saturating_add(gap);
    }
    let date = study.today().format("%a %-d %b ").to_string();
    let rest = Rect { x, width: area.right().saturating_sub(x), ..area };
    if usize::from(rest.width) > date.len() {
        canvas.line_right(rest, &Line::styled(date, theme.quiet()));
    }
}

/// Returns the finish and what is to spare, the longest form first; when the plan was finished, if it is.
fn finish(study: &Study, dot: &str) -> Vec<String> {
    let date = |date: chrono::NaiveDate| near(date, study.today());
    if let Some(finished) = study.finished_on() {
        return vec![format!("finished {} ", date(finished))];
    }
    let Some(finish) = study.finish() else { return Vec::new() };
    let whole = date(finish);
    let short = whole.split_once(' ').map_or(whole.as_str(), |(_weekday, date)| date);
    let both = study.schedule().to_spare().map(|days| format!("finish {short} {dot} {} ", to_spare(days)));
    both.into_iter().chain([format!("finish {short} ")]).collect()
}

/// Draws which day is the current one and what was done this week, and how the plan goes on, as long as there is room.
pub fn position(canvas: &mut Canvas, area: Rect, study: &Study, context: Context) {
    let area = Rect { y: area.y.saturating_add(1), height: 1, ..area };
    let (plan, theme) = (study.plan(), canvas.theme);
    let dot = theme.glyphs().dot;
    // Who comes back after a while is not told at once how far the finish has moved.
    let has_finish = context != Context::WelcomeBack;
    let all = plan.days().len();
    let day = match study.current_day() {
        Some(day) => format!(" Day {} of {all}", day.no()),
        None => format!(" All {all} days done"),
    };
    let is_begun = study.started().is_some_and(|start| start <= study.today());
    let week = study.schedule().this_week;
    let week = week_done(week.complete, week.study_days);
    let has_week = has_finish && is_begun && study.current_day().is_some() && !week.is_empty();
    let long = format!("{day} {dot} this week {week}");
    let lefts: &[&str] = if has_week { &[&long, &day] } else { &[&day] };
    let rights = if has_finish { finish(study, dot) } else { Vec::new() };
    let rights = rights.iter().map(String::as_str).chain([""]);
    let mut pairs = rights.flat_map(|right| lefts.iter().map(move |left| (*left, right)));
    let fits = |(left, right): &(&str, &str)| width(left) + width(right) < usize::from(area.width);
    let (left, right) = pairs.find(fits).unwrap_or((&day, ""));
    canvas.line(area, &Line::styled(shortened(left, usize::from(area.width)), theme.text()));
    canvas.line_right(area, &Line::styled(right.to_owned(), theme.quiet()));
}

pub fn bar(canvas: &mut Canvas, area: Rect, study: &Study) {
    if area.height < TALL {
        return;
    }
    let area = Rect { y: area.bottom().saturating_sub(2), height: 1, ..area };
    let all = study.plan().days().len();
    let past = study.days_complete();
    let numbers = format!("  {past}/{all}  {} % ", past * 100 / all.max(1));
    let room = usize::from(area.width).saturating_sub(width(&numbers) + 1);
    let halves = past * room * 2 / all.max(1);
    let (theme, glyphs) = (canvas.theme, canvas.theme.glyphs());
    let half = usize::from(halves % 2 == 1 && halves / 2 < room);
    let full = glyphs.full.repeat(halves / 2) + &glyphs.half.repeat(half);
    let empty = glyphs.empty.repeat(room.saturating_sub(halves / 2 + half));
    let spans =
        vec![Span::raw(" "), Span::styled(full, theme.done()), Span::styled(empty, theme.quiet()), Span::raw(numbers)];
    canvas.line(area, &Line::from(spans));
}

/// Draws the message, cut at the end of its line; help has the whole of it.
pub fn message(canvas: &mut Canvas, area: Rect, tone: Tone, text: &str) {
    let style = match tone {
        Tone::Calm => canvas.theme.done(),
        Tone::Trouble => canvas.theme.strong(),
    };
    let text = visible(text);
    // The key at its end is what is of use.
    let (said, key) =
        text.rsplit_once(" · ").map_or((&*text, String::new()), |(said, key)| (said, format!(" · {key}")));
    let room = usize::from(area.width).saturating_sub(2 + width(&key));
    canvas.line(foot(area), &Line::styled(format!(" {}{key}", shortened(said, room)), style));
}

fn foot(area: Rect) -> Rect {
    Rect { y: area.bottom().saturating_sub(1), height: area.height.min(1), ..area }
}

/// A key of the footer, or two that belong together, with what they do.
struct Hint {
    keys: String,
    label: &'static str,
    action: Action,
}

pub fn hints(canvas: &mut Canvas, area: Rect, context: Context, label: impl Fn(&Row) -> &'static str) {
    let area = foot(area);
    let theme = canvas.theme;
    let hints = fitting(canvas, context, usize::from(area.width).saturating_sub(2), label);
    let dot = format!(" {} ", theme.glyphs().dot);
    let mut x = area.x.saturating_add(1);
    for (place, hint) in hints.iter().enumerate() {
        if place > 0 {
            canvas.line(Rect { x, width: 3, ..area }, &Line::styled(dot.as_str(), theme.quiet()));
            x = x.saturating_add(3);
        }
        let here = Rect { x, width: columns(hint.width()), ..area };
        let spans = vec![Span::styled(hint.keys.as_str(), theme.accent()), Span::raw(" "), Span::raw(hint.label)];
        canvas.line(here, &Line::from(spans));
        canvas.target(here, Target::Hint(hint.action));
        x = here.right();
    }
}

impl Hint {
    fn width(&self) -> usize {
        width(&self.keys) + 1 + width(self.label)
    }
}

/// Returns the keys of a context that fit, in the keymap's order: the ways out and to help first, then the most useful.
fn fitting(canvas: &Canvas, context: Context, columns: usize, label: impl Fn(&Row) -> &'static str) -> Vec<Hint> {
    let mut all: Vec<Hint> = Vec::new();
    for (row, keys) in canvas.keys.rows(context) {
        let label = label(row);
        let key = keys.first().map(ToString::to_string).unwrap_or_default();
        match all.last_mut().filter(|before| before.label == label) {
            _ if label.is_empty() => {}
            Some(before) => before.keys = format!("{}/{key}", before.keys),
            None => all.push(Hint { keys: key, label, action: row.action }),
        }
    }
    let leads_out = |action| {
        let is_saved = matches!(context, Context::Editor | Context::Review) && action == Action::Accept;
        is_saved || matches!(action, Action::Help | Action::Quit | Action::Close)
    };
    let mut used = 0;
    let mut chosen = vec![false; all.len()];
    for wanted in [true, false] {
        for (hint, chosen) in all.iter().zip(&mut chosen).filter(|(hint, _)| leads_out(hint.action) == wanted) {
            let more = hint.width() + if used == 0 { 0 } else { 3 };
            // A shorter one that comes later may have room.
            if used + more <= columns {
                used += more;
                *chosen = true;
            }
        }
    }
    all.into_iter().zip(chosen).filter(|(_, chosen)| *chosen).map(|(hint, _)| hint).collect()
}
