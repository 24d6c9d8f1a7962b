//! The whole way: what stands there once every day is complete or skipped.
//!
//! Deliberately absent: what to do next. The days are still there to look at.

use super::Canvas;
use super::overlay::{centred, clear};
use super::pane::{Pane, Row};
use crate::study::Study;
use crate::study::report::summary::{Noted, Reached, Summary};
use crate::study::report::{dates, span};
use crate::text::{counted, shortened, visible, width};
use crate::tui::theme::Theme;
use ratatui::layout::Rect;
use ratatui::text::Span;

/// From this many columns on the milestones stand in two columns.
const BESIDE: usize = 60;

/// The columns of a milestone's date.
const DATE: usize = 7;

/// The columns between two columns of milestones.
const GAP: usize = 2;

/// Where what was made can be taken from.
const PORTFOLIO: &str = "`ninety export portfolio` makes a page of it, with links and your words.";

/// The most columns of the page.
const WIDEST: u16 = 84;

pub(super) fn draw(canvas: &mut Canvas, area: Rect, study: &Study, scroll: isize) {
    let theme = canvas.theme;
    let summary = Summary::of(study);
    let columns = Pane::columns(centred(area, WIDEST, area.height));
    let rows = rows(theme, &summary, columns);
    let height = u16::try_from(rows.len()).unwrap_or(u16::MAX).saturating_add(2);
    let area = centred(area, WIDEST, height);
    clear(canvas, area);
    let title_style = theme.strong();
    Pane { title: "The whole way", title_style, aside: "", rows, scroll: Some(scroll) }
        .draw(canvas, area);
}

fn rows(theme: Theme, summary: &Summary, columns: usize) -> Vec<Row> {
    let mut rows = Row::text(summary.title, columns, theme.strong());
    let days = match (summary.complete, summary.days) {
        (complete, days) if complete == days && days > 1 => {
            format!("All {days} days are complete.")
        }
        (_, 1) => "The one day is behind you.".to_owned(),
        (_, _) => format!("{}: every day is behind you.", summary.came_to()),
    };
    rows.extend(Row::text(&days, columns, theme.text()));
    if let (Some(first), Some(last)) = (summary.first, summary.last) {
        rows.push(Row::blank());
        rows.extend(figures(theme, summary, columns, &dates(first, last)));
    }
    if !summary.reached.is_empty() {
        rows.push(Row::blank());
        rows.extend(milestones(theme, summary, columns));
        rows.extend(Row::text(PORTFOLIO, columns, theme.quiet()));
    }
    let notes = summary.notes().into_iter();
    rows.extend(notes.flat_map(|(words, noted)| note(theme, words, noted, columns)));
    rows
}

/// Returns the dates and the sums.
fn figures(theme: Theme, summary: &Summary, columns: usize, dates: &str) -> Vec<Row> {
    let weeks = usize::try_from(summary.weeks).unwrap_or(0);
    let mut sums =
        vec![counted(weeks, "week", "weeks"), counted(summary.evenings, "study day", "study days")];
    sums.extend((summary.minutes > 0).then(|| span(summary.minutes)));
    let dot = format!(" {} ", theme.signs().dot);
    let one = [&[dates.to_owned()], sums.as_slice()].concat().join(&dot);
    if width(&one) <= columns {
        return vec![Row::styled(one, theme.accent())];
    }
    let mut rows = vec![Row::styled(dates.to_owned(), theme.accent())];
    rows.extend(Row::text(&sums.join(&dot), columns, theme.accent()));
    rows
}

/// Returns the milestones that are reached: in two columns where they have room, downward.
fn milestones(theme: Theme, summary: &Summary, columns: usize) -> Vec<Row> {
    let reached = &summary.reached;
    let all = summary.milestones_reached();
    let mut rows = vec![Row::styled(all, theme.quiet())];
    let beside = if columns >= BESIDE { 2 } else { 1 };
    let room = (columns + GAP) / beside;
    let height = reached.len().div_ceil(beside);
    for place in 0..height {
        let mut spans = Vec::new();
        for reached in reached.iter().skip(place).step_by(height.max(1)) {
            spans.extend(milestone(theme, reached, room));
        }
        rows.push(Row { spans, ..Row::default() });
    }
    rows
}

/// Returns a milestone's line in so many columns.
fn milestone(theme: Theme, reached: &Reached, room: usize) -> Vec<Span<'static>> {
    let sign = theme.signs().milestone(reached.proof);
    let head = format!("{sign} {:>2} ", reached.week);
    let date = reached.date.format("%-d %b").to_string();
    let wide = room.saturating_sub(width(&head) + DATE + GAP);
    let title = shortened(&visible(reached.title), wide).into_owned();
    let gap = " ".repeat(wide.saturating_sub(width(&title)));
    vec![
        Span::styled(head, theme.milestone()),
        Span::styled(format!("{title}{gap}"), theme.text()),
        Span::styled(format!("{date:>DATE$}{}", " ".repeat(GAP)), theme.quiet()),
    ]
}

/// Returns a note, whole, behind its day.
fn note(theme: Theme, words: &str, note: &Noted, columns: usize) -> Vec<Row> {
    let date = note.date.format("%a %-d %b %Y");
    let head = format!("{words}, {date}, on day {}, {}", note.day, note.title);
    let mut rows = vec![Row::blank()];
    rows.extend(Row::text(&visible(&head), columns, theme.quiet()));
    rows.extend(Row::led(vec![Span::raw("  ")], &note.text, columns, theme.text()));
    rows
}
