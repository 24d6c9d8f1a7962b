//! Plan: every phase and week at a glance, a cell a day, told apart by shape and colour; and the chosen day in short.
//!
//! Deliberately absent: progress in numbers over time.

use super::pane::{self, Pane, Row, Selected};
use super::{Canvas, Target, checks, footer, split, week};
use crate::plan::{Day, Plan, Week};
use crate::study::{DayState, Study};
use crate::text::{shortened, width};
use crate::tui::model::Model;
use crate::tui::theme::Theme;
use ratatui::layout::Rect;
use ratatui::text::Span;

/// From this many columns on the chosen day stands beside the map.
const BESIDE: u16 = 76;
/// From this many columns on the map grows no more.
const WIDEST: u16 = 110;

pub(super) fn draw(canvas: &mut Canvas, area: Rect, model: &Model, study: &Study) {
    let day = study.plan().day(model.day);
    let (map, detail) = if area.width >= BESIDE {
        let columns = (area.width.min(WIDEST) * 3 / 5).min(needed(study.plan()));
        let (map, detail) = split::right(area, area.width.saturating_sub(columns));
        (map, Some(detail))
    } else {
        let rows = if area.height >= 14 { 5 } else { 0 };
        let (map, detail) = split::bottom(area, rows);
        (map, (rows > 0).then_some(detail))
    };
    // Where the bar is on screen, it has the numbers.
    let aside = if footer::has_bar(canvas.buffer.area) {
        String::new()
    } else {
        format!("{}/{}", study.days_complete(), study.plan().days().len())
    };
    the_map(canvas, map, study, day, &aside);
    if let Some(detail) = detail {
        let known = milestone_known(canvas.theme, study, day, Pane::columns(detail));
        week::brief(canvas, detail, study, day, Some(model.scroll), known);
    }
}

/// Returns how far the milestone has come that a day is part of; for any day of its week, what is still open of it once
/// it is reached.
fn milestone_known(theme: Theme, study: &Study, day: &Day, columns: usize) -> Vec<Row> {
    let week = study.plan().week_of(day.no());
    let Some(milestone) = &week.milestone else { return Vec::new() };
    let is_part = study.plan().milestone_of(day.no()).is_some();
    if is_part || checks::still_open(study, week, milestone).is_some() {
        checks::in_short(theme, study, week, milestone, columns)
    } else {
        Vec::new()
    }
}

/// Returns the columns that the map takes when nothing in it is cut: a frame, the widest week and the widest phase.
pub(super) fn needed(plan: &Plan) -> u16 {
    let week = |week: &Week| 4 + width(week.title) + 2 + plan.days_in(week).len() * 2;
    let weeks = plan.weeks().iter().map(week);
    let phases = plan.phases().iter().map(|phase| width(phase.title));
    let widest = weeks.chain(phases).chain([width(plan.title()) + 2]).max().unwrap_or(0);
    u16::try_from(widest).unwrap_or(u16::MAX).saturating_add(4)
}

pub(super) fn the_map(canvas: &mut Canvas, area: Rect, study: &Study, shown: &Day, aside: &str) {
    let (theme, plan) = (canvas.theme, study.plan());
    let columns = Pane::columns(area);
    let weeks = plan.weeks();
    let room = usize::from(pane::inner(area).height);
    // Every week is in sight before any phase is named.
    let headings = weeks.len() + plan.phases().len() <= room;
    let widest = weeks.iter().map(|week| plan.days_in(week).len()).max().unwrap_or(0);
    let gap = if columns >= widest * 2 + 14 { " " } else { "" };
    let mut rows: Vec<Row> = Vec::new();
    for week in weeks {
        if let Some(phase) =
            plan.phase_of(week.no()).filter(|phase| headings && phase.first() == week.no())
        {
            rows.push(Row::styled(shortened(phase.title, columns).into_owned(), theme.quiet()));
        }
        rows.push(week_row(theme, study, week, shown, columns, gap));
    }
    let before = canvas.targets.len();
    let title = plan.title().to_owned();
    Pane { title: &title, title_style: theme.strong(), aside, rows, scroll: None }
        .draw(canvas, area);
    let step = 1 + gap.len();
    aim(canvas, before, plan, step, |days| columns.saturating_sub(days * step));
}

/// Makes each cell a place of its own for a click, given where the cells of a week of so many days begin. The row that
/// a cell is in is known once the pane has been drawn.
fn aim(
    canvas: &mut Canvas,
    before: usize,
    plan: &Plan,
    step: usize,
    start: impl Fn(usize) -> usize,
) {
    let drawn: Vec<(Rect, Target)> = canvas.targets.iter().skip(before).copied().collect();
    for (place, target) in drawn {
        let Target::Day(first) = target else { continue };
        let days = plan.days_in(plan.week_of(first));
        for (i, day) in days.iter().enumerate() {
            let column = start(days.len()) + i * step;
            let x = place.x.saturating_add(u16::try_from(column).unwrap_or(u16::MAX));
            let cell = Rect { x, width: 1, ..place }.intersection(place);
            canvas.target(cell, Target::Day(day.no()));
        }
    }
}

fn week_row(
    theme: Theme,
    study: &Study,
    week: &Week,
    shown: &Day,
    columns: usize,
    gap: &str,
) -> Row {
    let here = shown.week() == week.no();
    // Cells end at the right, so that every week's milestone stands in one column and titles have room.
    let cells = study.plan().days_in(week).len() * (1 + gap.len());
    let head = format!("{:>3} ", week.no());
    let room = columns.saturating_sub(cells + width(&head) + 1);
    let title = shortened(week.title, room).into_owned();
    let pad = " ".repeat(columns.saturating_sub(cells + width(&head) + width(&title)));
    let style = if here { theme.strong() } else { theme.text() };
    let mut spans = vec![Span::styled(format!("{head}{title}{pad}"), style)];
    spans.extend(cells_of(theme, study, week, shown, gap));
    let selected = if here { Selected::Cursor } else { Selected::No };
    Row { spans, target: Some(Target::Day(week.first())), mark: None, selected }
}

/// Returns a week's days as cells.
fn cells_of(
    theme: Theme,
    study: &Study,
    week: &Week,
    shown: &Day,
    gap: &str,
) -> Vec<Span<'static>> {
    let plan = study.plan();
    let cell = |day: &Day| {
        let state = study.state(day);
        let milestone = plan.milestone_of(day.no()).is_some();
        let signs = theme.signs();
        let sign = if milestone { signs.milestone_cell(state) } else { signs.cell(state) };
        let style = if milestone { theme.milestone() } else { theme.state(state) };
        let style = if day.no() == shown.no() { style.patch(theme.selected()) } else { style };
        [Span::styled(sign, style), Span::raw(gap.to_owned())]
    };
    plan.days_in(week).iter().flat_map(cell).collect()
}

/// The columns of a week's number in the little map.
const NUMBER: usize = 4;

/// Returns the columns that the little map takes: a frame, a number, and the longest week.
pub(super) fn needed_small(plan: &Plan) -> u16 {
    let longest = plan.weeks().iter().map(|week| plan.days_in(week).len()).max().unwrap_or(0);
    u16::try_from(NUMBER + longest * 2)
        .unwrap_or(u16::MAX)
        .saturating_add(3)
        .max(pane::FRAMED.width)
}

/// Returns the rows that the little map takes: a frame, and a row a week.
pub(super) fn needed_rows(plan: &Plan) -> u16 {
    u16::try_from(plan.weeks().len()).unwrap_or(u16::MAX).saturating_add(2).max(pane::FRAMED.height)
}

/// Returns the shape of its own that a milestone's cell has, and what it says; none where the plan has no milestone.
pub(super) fn legend(theme: Theme, plan: &Plan) -> Option<(&'static str, &'static str)> {
    let any = plan.weeks().iter().any(|week| week.milestone.is_some());
    any.then(|| (theme.signs().milestone_cell(DayState::Open), "milestone"))
}

/// Draws the map in little: a row a week.
pub(super) fn small(canvas: &mut Canvas, area: Rect, study: &Study, shown: &Day) {
    let theme = canvas.theme;
    let row = |week: &Week| {
        let here = shown.week() == week.no();
        let style = if here { theme.strong() } else { theme.quiet() };
        let mut spans = vec![Span::styled(format!("{:>2}  ", week.no()), style)];
        spans.extend(cells_of(theme, study, week, shown, " "));
        let selected = if here { Selected::Cursor } else { Selected::No };
        Row { spans, target: Some(Target::Day(week.first())), mark: None, selected }
    };
    let rows = study.plan().weeks().iter().map(row).collect();
    let before = canvas.targets.len();
    let legend = legend(theme, study.plan());
    let aside = legend.map_or(String::new(), |(sign, word)| format!("{sign} {word}"));
    Pane { title: "Plan", title_style: theme.strong(), aside: &aside, rows, scroll: None }
        .draw(canvas, area);
    aim(canvas, before, study.plan(), 2, |_days| NUMBER);
}
