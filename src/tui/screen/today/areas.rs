//! Where the panes of Today stand, and the rows of the day that decide it. Drawing them is the screen's.

use super::super::prelude::*;
use super::super::{day, rows};
use crate::describe;
use crate::plan::Day;
use crate::study::recall::Asking;
use crate::tui::canvas::{FRAMED, columns};
use std::ops::RangeInclusive;

/// From this many columns on the week and the note stand beside the day, and from this many on there is a third column.
const BESIDE: u16 = 72;
const WIDE: u16 = 110;

/// Below this many rows little more than what is selected is in sight.
const LOW: u16 = 12;

/// The columns that the day has at 80; a wider screen gives it no fewer.
const MAIN: u16 = 48;

/// The columns of a note in a column of its own: with the fewest there is room at 120 for the titles of a week.
const NOTE: RangeInclusive<u16> = 27..=50;

pub struct Areas {
    pub day: Rect,
    pub week: Option<Rect>,
    /// Where what there is to read stands, unless it follows what there is to do.
    pub read: Option<Rect>,
    pub note: Option<Rect>,
    pub milestone: Option<Rect>,
}

impl Areas {
    /// Returns the places with a third column of so many columns.
    fn of(area: Rect, study: &Study, day: &Day, third: u16) -> Self {
        if area.width < BESIDE {
            let has_note = !study.day(day.no()).notes.is_empty() && area.height >= 12;
            let rows = if has_note { (area.height / 3).clamp(4, 8) } else { 0 };
            let (day, note) = canvas::bottom(area, rows);
            return Self { day, week: None, read: None, note: has_note.then_some(note), milestone: None };
        }
        let (near, far) = canvas::right(area, third);
        let week = study.plan().week_of(day.no());
        let share = near.width.saturating_mul(2) / 5;
        // On a wide screen a week is as wide as it needs to be: beside a third column no wider.
        let wanted = match third {
            0 if near.width < WIDE => share,
            0 => share.max(rows::week_columns(study, week)),
            _ => rows::week_columns(study, week),
        };
        let (main, beside) = canvas::right(near, wanted.min(near.width.saturating_sub(MAIN)).clamp(28, 60));
        let most = beside.height.saturating_sub(5).max(5);
        let days = columns(study.plan().days_in(week).len());
        let (top, below) = canvas::top(beside, (days + 2).max(FRAMED.height).min(most));
        // There the note has a column of its own, and the milestone its place, unless the day has its checks.
        let has_checks = week.milestone.as_ref().is_none_or(|leads_to| leads_to.last() == day.no());
        let (week, note, milestone) = match third {
            0 => (top, below, None),
            _ if has_checks => (beside, far, None),
            _ => (top, far, Some(below)),
        };
        Self { day: main, week: Some(week), read: None, note: Some(note), milestone }
    }
}

/// Returns where everything stands, with the day's rows and, where that has a pane of its own, what is to be read. A
/// wide screen has a third column, unless a row were out of sight or cut for it: that goes below the week then.
pub fn laid_out(
    canvas: &Canvas,
    area: Rect,
    study: &Study,
    day: &'static Day,
    cursor: usize,
) -> (Areas, [Vec<Row>; 2]) {
    let with = |third| {
        let areas = Areas::of(area, study, day, third);
        let [mut rows, to_read, about] = day_rows(canvas, areas.day, study, day, cursor);
        rows.extend(to_read.into_iter().chain(about));
        let fits = rows.len() <= usize::from(inner(areas.day).height);
        (areas, rows, fits)
    };
    if area.width < WIDE {
        let (areas, rows, _) = with(0);
        return (areas, [rows, Vec::new()]);
    }
    let (areas, rows, fits) = with((area.width / 5).clamp(*NOTE.start(), *NOTE.end()));
    let wanted = rows::week_columns(study, study.plan().week_of(day.no()));
    if fits && areas.week.is_none_or(|week| week.width >= wanted) {
        return (areas, [rows, Vec::new()]);
    }
    let (mut areas, rows, fits) = with(0);
    let Some(below) = areas.note.filter(|_| !fits && !day.resources.is_empty()) else {
        return (areas, [rows, Vec::new()]);
    };
    let [mut to_do, _, about] = day_rows(canvas, areas.day, study, day, cursor);
    let [_, to_read, _] = day_rows(canvas, below, study, day, cursor);
    to_do.extend(about);
    // The pane's title says what the heading says.
    let to_read: Vec<Row> = to_read.into_iter().skip(2).collect();
    let (read, note) = canvas::top(below, columns(to_read.len() + 2).min(below.height.saturating_sub(LOW / 2)));
    (areas.read, areas.note) = (Some(read), Some(note));
    (areas, [to_do, to_read])
}

/// Returns the part of the view where a note is written beside its day; all of it where there is no room for both.
pub fn note_area(canvas: &Canvas, area: Rect, study: &Study, day: &'static Day) -> Rect {
    let below = if describe::evening(study).is_empty() { area } else { canvas::top(area, 1).1 };
    let (areas, _) = laid_out(canvas, below, study, day, 0);
    let Some(note) = areas.note.filter(|_| area.width >= BESIDE) else { return area };
    // What is beside it or above it can wait while a note is written.
    let other = if note.y == areas.day.y { areas.week } else { areas.read };
    let note = other.map_or(note, |other| other.union(note));
    if note.height >= 6 { note } else { area }
}

/// Returns the rows of a day, with what is asked on it.
fn day_rows(canvas: &Canvas, area: Rect, study: &Study, day: &'static Day, cursor: usize) -> [Vec<Row>; 3] {
    let (theme, room) = (canvas.theme, Pane::columns(area));
    let [mut rows, to_read, mut about] = day::rows(theme, study, day, Some(cursor), room);
    if rows.first().is_some_and(|row| row.spans.is_empty()) {
        rows.remove(0);
    }
    let w = canvas.keys.key(Context::Today, Action::WarmUp);
    let (asking, count) = study.asked_on(day);
    let name = if asking == Asking::Shaky { "Shaky" } else { "Warm-up" };
    if let Some(asks) = words::asks(name, count) {
        let row = Row::of(vec![Span::styled(format!("{w}  "), theme.accent()), Span::raw(asks)]);
        let target = Some(Target::Hint(Action::WarmUp));
        // Where there is little room it stands beside what is selected.
        let first = |row: &Row| matches!(row.target, Some(Target::Item(_, 0)));
        let low = rows.iter().position(first).filter(|_| area.height < LOW).unwrap_or(0);
        rows.splice(low..low, [Row { target, ..row }, Row::blank()]);
    }
    if asking == Asking::Shaky {
        about.extend(rows::shaky(theme, &study.shaky(), room, "Shaky"));
    }
    [rows, to_read, about]
}
