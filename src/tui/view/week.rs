//! Week: its days, the chosen day in short, and the milestone with what it asks for.
//!
//! Deliberately absent: pace, and ticking checks, which is the milestone's own page.

use super::pane::{FRAMED, Pane, Row, Selected, inner};
use super::{Canvas, checks, review, split, today};
use crate::journal::By;
use crate::plan::{Day, Milestone, Week};
use crate::study::{DayState, Study};
use crate::text::{capitalised, shortened, width};
use crate::tui::keymap::{self, Action, Browsing, Context};
use crate::tui::model::Model;
use crate::tui::theme::Theme;
use crate::words;
use ratatui::layout::Rect;
use ratatui::text::Span;

/// From this many columns on the milestone stands beside the days.
const BESIDE: u16 = 72;

pub(super) fn draw(canvas: &mut Canvas, area: Rect, model: &Model, study: &Study) {
    let week = study.plan().week_of(model.day);
    let day = study.plan().day(model.day);
    let marked = usize::from(reviewing(canvas.theme, study, week, 0).is_some());
    let count = study.plan().days_in(week).len() + 2 + marked;
    let count = u16::try_from(count).unwrap_or(u16::MAX).max(FRAMED.height);
    if area.width >= BESIDE {
        let (left, right) = split::right(area, area.width / 2);
        let (above, below) = split::top(left, count);
        days(canvas, above, study, week, day);
        brief(canvas, below, study, day, None, Vec::new());
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
    let mut rows: Vec<Row> = all
        .iter()
        .map(|day| {
            let row = today::day_row(theme, study, day, shown, columns);
            let selected =
                if row.selected == Selected::No { Selected::No } else { Selected::Whole };
            Row { selected, ..row }
        })
        .collect();
    let complete = all.iter().filter(|day| study.state(day) == DayState::Complete).count();
    let title = capitalised(&words::week_named(week));
    let order = match study.schedule().pace.by {
        By::Day => "",
        By::Week => ", any order",
    };
    let mut aside = format!("{complete}/{}{order}", all.len());
    // An offer that stands above the view is not made twice.
    let is_above =
        today::is_low(canvas.buffer.area) && study.fold().week(week.no()).reviews.is_empty();
    if let Some(mark) = reviewing(theme, study, week, columns).filter(|_| !is_above) {
        if rows.len() < usize::from(inner(area).height) {
            rows.push(mark);
        } else if let Some(brief) = reviewing_in_brief(study, week) {
            // Where it would be out of sight it stands in the frame, in place of the count if need be.
            let both = format!("{aside} {} {brief}", theme.signs().dot);
            aside = if Pane::has_room(area, &title, &both) { both } else { brief };
        }
    }
    Pane { title: &title, title_style: theme.strong(), aside: &aside, rows, scroll: None }
        .draw(canvas, area);
}

/// Returns the mark of a week that can be looked back on, or was.
fn reviewing(theme: Theme, study: &Study, week: &Week, columns: usize) -> Option<Row> {
    let key = keymap::key(Context::Week, Action::Browse(Browsing::Review));
    let (sign, words) = match study.reviews(week).last() {
        Some(review) => {
            let date = study.habits().study_date(review.at).format("%-d %b");
            (theme.signs().done, format!("reviewed {date} {} {key} opens it", theme.signs().dot))
        }
        None if study.review_due().is_some_and(|due| due.no() == week.no()) => {
            (key.as_str(), "looks back on this week".to_owned())
        }
        None => return None,
    };
    let words = shortened(&words, columns.saturating_sub(2)).into_owned();
    let spans =
        vec![Span::styled(format!("{sign} "), theme.accent()), Span::styled(words, theme.quiet())];
    Some(Row { spans, ..Row::default() })
}

/// Returns the mark of a week in as few words as a frame has room for.
fn reviewing_in_brief(study: &Study, week: &Week) -> Option<String> {
    let key = keymap::key(Context::Week, Action::Browse(Browsing::Review));
    match study.reviews(week).last() {
        Some(review) => {
            Some(format!("reviewed {}", study.habits().study_date(review.at).format("%-d %b")))
        }
        None if study.review_due().is_some_and(|due| due.no() == week.no()) => {
            Some(format!("{key} looks back"))
        }
        None => None,
    }
}

/// Draws a day in short: its tasks, what it is for, what else is to be known, and whether it has a note.
pub(super) fn brief(
    canvas: &mut Canvas,
    area: Rect,
    study: &Study,
    day: &Day,
    scroll: Option<isize>,
    known: Vec<Row>,
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
        rows.extend(Row::led(lead, task.text, columns, style));
    }
    if let Some(outcome) = &day.outcome {
        rows.push(Row::blank());
        rows.extend(Row::text(outcome, columns, theme.quiet()));
    }
    if !known.is_empty() {
        rows.push(Row::blank());
        rows.extend(known);
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
    let title = format!("Day {}, {}", day.no(), day.title);
    let date = today::date_of(study, day);
    let takes = day.minutes().map(|minutes| words::minutes([minutes.min(), minutes.max()]));
    let both = [date.clone(), takes].into_iter().flatten().collect::<Vec<_>>();
    let both = both.join(&format!(" {} ", signs.dot));
    // The time can be looked up in the day.
    let aside = if Pane::has_room(area, &title, &both) { both } else { date.unwrap_or_default() };
    Pane { title: &title, title_style: theme.strong(), aside: &aside, rows, scroll }
        .draw(canvas, area);
}

/// Returns how far a milestone has come, and the key of its page: in a row, or in two where that is too narrow.
fn opening(
    theme: Theme,
    study: &Study,
    week: &Week,
    milestone: &Milestone,
    columns: usize,
) -> Vec<Row> {
    let progress = checks::progress(study, week, milestone);
    let parts: Vec<String> =
        [progress, checks::opens()].into_iter().filter(|part| !part.is_empty()).collect();
    let line = parts.join(&format!(" {} ", theme.signs().dot));
    if width(&line) <= columns {
        return Row::text(&line, columns, theme.quiet());
    }
    parts.iter().flat_map(|part| Row::text(part, columns, theme.quiet())).collect()
}

/// Draws a week's milestone: its checks, its links, questions to ask oneself, and what to do beyond it.
pub(super) fn milestone(
    canvas: &mut Canvas,
    area: Rect,
    study: &Study,
    week: &Week,
    scroll: Option<isize>,
) {
    let theme = canvas.theme;
    let (signs, columns) = (theme.signs(), Pane::columns(area));
    // What was answered comes first, so that one scroll reads it to its end.
    let mut rows = review::answered(theme, study, week, columns);
    if !rows.is_empty() {
        rows.push(Row::blank());
    }
    let Some(milestone) = &week.milestone else {
        rows.extend(Row::text("This week leads to no milestone.", columns, theme.quiet()));
        return Pane { title: "Milestone", title_style: theme.strong(), aside: "", rows, scroll }
            .draw(canvas, area);
    };
    rows.extend(opening(theme, study, week, milestone, columns));
    if let Some(open) = checks::still_open(study, week, milestone) {
        rows.extend(Row::text(&open, columns, theme.quiet()));
    }
    for check in milestone.accept {
        rows.extend(checks::brief(theme, study, week, check, columns));
    }
    for link in study.links(week) {
        let lead = vec![Span::styled(format!("{} ", signs.resource), theme.quiet())];
        rows.extend(Row::led(lead, &link.url, columns, theme.accent()));
    }
    rows.push(Row::blank());
    rows.extend(super::milestone::lists(theme, milestone, columns));
    rows.extend(super::milestone::questions(theme, milestone, columns));
    let title = format!("{} {}", checks::sign(theme, study, milestone), milestone.title);
    let aside = if milestone.first() == milestone.last() {
        format!("day {}", milestone.last())
    } else {
        format!("days {}-{}", milestone.first(), milestone.last())
    };
    let title_style = theme.milestone().patch(theme.strong());
    Pane { title: &title, title_style, aside: &aside, rows, scroll }.draw(canvas, area);
}
