//! Week: its days, the chosen day in short, and the milestone with what it asks for.
//!
//! Deliberately absent: dates and pace.

use super::pane::{Pane, Row, Selected};
use super::{Canvas, split, today};
use crate::plan::{Day, Week};
use crate::study::{DayState, Study};
use crate::tui::model::Model;
use ratatui::layout::Rect;
use ratatui::text::Span;

/// From this many columns on the milestone stands beside the days.
const BESIDE: u16 = 72;

pub(super) fn draw(canvas: &mut Canvas, area: Rect, model: &Model, study: &Study) {
    let week = study.plan().week_of(model.day);
    let day = study.plan().day(model.day);
    let count =
        u16::try_from(study.plan().days_in(week).len()).unwrap_or(u16::MAX).saturating_add(2);
    if area.width >= BESIDE {
        let (left, right) = split::right(area, area.width / 2);
        let (above, below) = split::top(left, count);
        days(canvas, above, study, week, day);
        brief(canvas, below, study, day, None);
        milestone(canvas, right, study, week, Some(model.scroll));
    } else {
        let above = count.min(area.height.saturating_sub(5).max(area.height / 2));
        let (above, below) = split::top(area, above);
        days(canvas, above, study, week, day);
        if below.height >= 4 {
            milestone(canvas, below, study, week, Some(model.scroll));
        }
    }
}

fn days(canvas: &mut Canvas, area: Rect, study: &Study, week: &Week, shown: &Day) {
    let theme = canvas.theme;
    let columns = Pane::columns(area);
    let all = study.plan().days_in(week);
    let rows = all.iter().map(|day| {
        let row = today::day_row(theme, study, day, shown, columns);
        let selected = if row.selected == Selected::No { Selected::No } else { Selected::Whole };
        Row { selected, ..row }
    });
    let complete = all.iter().filter(|day| study.state(day) == DayState::Complete).count();
    let title = format!("Week {}, {}", week.no(), week.title);
    let aside = format!("{complete}/{}", all.len());
    Pane {
        title: &title,
        title_style: theme.strong(),
        aside: &aside,
        rows: rows.collect(),
        scroll: None,
    }
    .draw(canvas, area);
}

/// Draws a day in short: what it is for, its tasks, and whether it has a note.
pub(super) fn brief(
    canvas: &mut Canvas,
    area: Rect,
    study: &Study,
    day: &Day,
    scroll: Option<isize>,
) {
    let theme = canvas.theme;
    let (signs, columns) = (theme.signs(), Pane::columns(area));
    let mut rows = Vec::new();
    for task in day.tasks() {
        let done = study.is_done(day, task);
        let (mark, style) =
            if done { (signs.done, theme.quiet()) } else { (signs.open, theme.text()) };
        let lead =
            vec![Span::styled(format!("{mark} "), if done { theme.done() } else { theme.text() })];
        rows.extend(Row::led(lead, &task.text, columns, style));
    }
    if let Some(outcome) = &day.outcome {
        rows.push(Row::blank());
        rows.extend(Row::text(outcome, columns, theme.quiet()));
    }
    let note = study.note(day.no());
    if !note.is_empty() {
        rows.push(Row::blank());
        rows.extend(Row::led(
            vec![Span::styled(format!("{} ", signs.note), theme.accent())],
            &note,
            columns,
            theme.text(),
        ));
    }
    let aside = day
        .minutes()
        .map_or(String::new(), |minutes| format!("{}-{} min", minutes.min(), minutes.max()));
    let title = format!("Day {}, {}", day.no(), day.title);
    Pane { title: &title, title_style: theme.strong(), aside: &aside, rows, scroll }
        .draw(canvas, area);
}

/// Draws a week's milestone and what it asks for.
pub(super) fn milestone(
    canvas: &mut Canvas,
    area: Rect,
    study: &Study,
    week: &Week,
    scroll: Option<isize>,
) {
    let theme = canvas.theme;
    let (signs, columns) = (theme.signs(), Pane::columns(area));
    let mut rows = Vec::new();
    let Some(milestone) = &week.milestone else {
        let rows = Row::text("This week leads to no milestone.", columns, theme.quiet());
        return Pane { title: "Milestone", title_style: theme.strong(), aside: "", rows, scroll }
            .draw(canvas, area);
    };
    let mut part = |heading: &str, texts: &[&str]| {
        if texts.is_empty() {
            return;
        }
        if !rows.is_empty() {
            rows.push(Row::blank());
        }
        rows.push(Row::styled(heading.to_owned(), theme.quiet()));
        for text in texts {
            rows.extend(Row::led(
                vec![Span::styled(format!("{} ", signs.resource), theme.quiet())],
                text,
                columns,
                theme.text(),
            ));
        }
    };
    let texts =
        |list: &[crate::plan::Text]| list.iter().map(ToString::to_string).collect::<Vec<_>>();
    let accept: Vec<&str> =
        milestone.accept.iter().map(|criterion| criterion.text.as_ref()).collect();
    part("It asks for", &accept);
    for (heading, list) in
        [("Beyond it", &milestone.stretch), ("What goes wrong easily", &milestone.pitfalls)]
    {
        let owned = texts(list);
        part(heading, &owned.iter().map(String::as_str).collect::<Vec<_>>());
    }
    let rubric: Vec<&str> =
        milestone.rubric.iter().map(|question| question.text.as_ref()).collect();
    part("Ask yourself", &rubric);
    let last = study.plan().day(milestone.last());
    let title = format!("{} {}", signs.milestone_cell(study.state(last)), milestone.title);
    let aside = if milestone.first() == milestone.last() {
        format!("day {}", milestone.last())
    } else {
        format!("days {}-{}", milestone.first(), milestone.last())
    };
    let title_style = theme.milestone().patch(theme.strong());
    Pane { title: &title, title_style, aside: &aside, rows, scroll }.draw(canvas, area);
}
