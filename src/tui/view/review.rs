//! The weekly review, a step at a time: what happened, three questions, next week.
//!
//! Deliberately absent: blame. A day that is open is carried on, and nothing is late.

use super::overlay::clear;
use super::pane::{Pane, Row, inner};
use super::{Canvas, checks, split};
use crate::journal::Answer;
use crate::plan::{Day, Week};
use crate::report::looking_back;
use crate::report::review::{NextDay, PastDay, WeekReview};
use crate::study::{DayState, Study};
use crate::text::{capitalised, shortened, width};
use crate::tui::keymap::{self, Action, Browsing, Context, Turn};
use crate::tui::review::{Review, Step};
use crate::tui::theme::Theme;
use crate::words::{dates, minutes, span, week_called};
use ratatui::layout::Rect;
use ratatui::text::Span;

/// The fewest rows in which all three questions have room.
const ALL_THREE: u16 = 15;

pub(super) fn draw(canvas: &mut Canvas, area: Rect, study: &Study, review: &Review) {
    clear(canvas, area);
    let week = study.plan().week(review.week);
    let (head, body) = split::top(area, 1);
    walk(canvas, head, week, review.step);
    match review.step {
        Step::Past => past(canvas, body, study, week, review.scroll),
        Step::Asked(answer) => questions(canvas, body, review, answer),
        Step::Ahead => ahead(canvas, body, study, week, review.scroll),
    }
}

/// Draws which step this is.
fn walk(canvas: &mut Canvas, area: Rect, week: &Week, step: Step) {
    let theme = canvas.theme;
    let place = match step {
        Step::Past => 0,
        Step::Asked(_) => 1,
        Step::Ahead => 2,
    };
    let names = ["What happened", "Three questions", "Next week"];
    let mut spans = vec![Span::styled(format!(" Review of week {}  ", week.no()), theme.strong())];
    for (i, name) in names.into_iter().enumerate() {
        let style = if i == place { theme.tab() } else { theme.quiet() };
        // Where not all have room, the one that is shown is named.
        if area.width >= 70 || i == place {
            spans.push(Span::styled(format!(" {} {name} ", i + 1), style));
        }
    }
    canvas.line(area, &spans.into());
}

fn past(canvas: &mut Canvas, area: Rect, study: &Study, week: &Week, scroll: isize) {
    let theme = canvas.theme;
    let columns = Pane::columns(area);
    let report = WeekReview::of(study, week);
    let mut rows = Row::text(&looking_back::sum(&report, &dot(theme)), columns, theme.text());
    for lay_in_it in &report.breaks {
        let line = looking_back::break_in_it(*lay_in_it);
        rows.extend(Row::text(&line, columns, theme.quiet()));
    }
    rows.push(Row::blank());
    rows.extend(report.days.iter().flat_map(|day| past_day(theme, day, columns)));
    if let Some(milestone) = &week.milestone {
        rows.push(Row::blank());
        let sign = checks::sign(theme, study, milestone);
        let lead = vec![Span::styled(format!("{sign} "), theme.milestone())];
        let progress = checks::progress(study, week, milestone);
        let progress = if progress.is_empty() { String::new() } else { format!(": {progress}") };
        let text = format!("{}{progress}", milestone.title);
        rows.extend(Row::led(lead, &text, columns, theme.text()));
        for check in study.open_checks(week) {
            rows.extend(checks::brief(theme, study, week, check, columns));
        }
    }
    let mut last = None;
    for note in &report.notes {
        if last != Some(note.day.number) {
            rows.push(Row::blank());
            let day = format!("{} Day {}, {}", theme.signs().note, note.day.number, note.day.title);
            rows.push(Row::styled(shortened(&day, columns).into_owned(), theme.quiet()));
        }
        rows.extend(Row::led(vec![Span::raw("  ")], &note.text, columns, theme.text()));
        last = Some(note.day.number);
    }
    let on = report.dates.map_or(String::new(), |[from, until]| dates(from, until));
    let title_style = theme.strong();
    Pane { title: week.title, title_style, aside: &on, rows, scroll: Some(scroll) }
        .draw(canvas, area);
}

/// Returns what stands between two facts of one line.
fn dot(theme: Theme) -> String {
    format!(" {} ", theme.signs().dot)
}

fn past_day(theme: Theme, day: &PastDay, columns: usize) -> Vec<Row> {
    let line = &day.line;
    let logged =
        if day.minutes > 0 { format!("{}  ", span(day.minutes.into())) } else { String::new() };
    let state = looking_back::past_state(day);
    let mut rows = vec![day_row(
        theme,
        line.state,
        (line.number, line.title),
        &format!("{logged}{state:>10}"),
        columns,
    )];
    if let Some(because) = day.because.map(str::trim).filter(|because| !because.is_empty()) {
        rows.extend(Row::led(vec![Span::raw("     ")], because, columns, theme.quiet()));
    }
    rows
}

/// Returns a day as a row: its mark, number and title, and what stands at the right.
fn day_row(
    theme: Theme,
    state: DayState,
    (number, title): (usize, &str),
    right: &str,
    columns: usize,
) -> Row {
    let head = format!("{} {number:>2} ", theme.signs().mark(state));
    let room = columns.saturating_sub(width(&head) + width(right) + 1);
    let title = shortened(title, room).into_owned();
    let gap = " ".repeat((room + 1).saturating_sub(width(&title)));
    let spans = vec![
        Span::styled(format!("{head}{title}{gap}"), theme.state(state)),
        Span::styled(right.to_owned(), theme.quiet()),
    ];
    Row { spans, ..Row::default() }
}

/// Draws the questions with their answers: all three where there is room, else the one that is being answered.
fn questions(canvas: &mut Canvas, area: Rect, review: &Review, here: Answer) {
    if area.height < ALL_THREE {
        return question(canvas, area, review, here, here);
    }
    let mut rest = area;
    for (place, answer) in Answer::ALL.into_iter().enumerate() {
        let left = u16::try_from(Answer::ALL.len() - place).unwrap_or(1);
        let (part, below) = split::top(rest, rest.height / left);
        question(canvas, part, review, answer, here);
        rest = below;
    }
}

fn question(canvas: &mut Canvas, area: Rect, review: &Review, answer: Answer, here: Answer) {
    let theme = canvas.theme;
    let title_style =
        if answer == here { theme.accent().patch(theme.strong()) } else { theme.text() };
    Pane {
        title: crate::words::question(answer),
        title_style,
        aside: "",
        rows: Vec::new(),
        scroll: None,
    }
    .draw(canvas, area);
    let cursor = review.writing(answer).draw(inner(area), canvas.buffer);
    if answer == here {
        canvas.cursor = cursor;
    }
}

fn ahead(canvas: &mut Canvas, area: Rect, study: &Study, week: &Week, scroll: isize) {
    let theme = canvas.theme;
    let columns = Pane::columns(area);
    let report = WeekReview::of(study, week);
    let mut rows = Vec::new();
    let left: Vec<&Day> =
        study.plan().days_in(week).iter().filter(|day| study.fold().remains(day)).collect();
    for day in &left {
        let date = study.date(day).map(|date| date.format("%a %-d %b").to_string());
        let first = (day.no().get().into(), day.title);
        let state = study.state(day);
        rows.push(day_row(theme, state, first, &date.unwrap_or_default(), columns));
    }
    if !left.is_empty() {
        rows.push(Row::blank());
    }
    let title = match &report.next {
        None => {
            rows.extend(Row::text(looking_back::LAST_WEEK, columns, theme.text()));
            "The end".to_owned()
        }
        Some(next) => {
            rows.extend(Row::text(
                &looking_back::next_sum(next, &dot(theme)),
                columns,
                theme.text(),
            ));
            rows.push(Row::blank());
            rows.extend(next.days.iter().flat_map(|day| next_day(theme, day, columns)));
            if !next.continues.is_empty() {
                rows.push(Row::blank());
                rows.push(Row::styled("Continues", theme.quiet()));
            }
            for thread in &next.continues {
                let text = format!("{} (day {})", thread.milestone, thread.day);
                let state =
                    if thread.reached.is_some() { DayState::Complete } else { DayState::Open };
                let sign = format!("{} ", theme.signs().milestone_cell(state));
                let lead = vec![Span::styled(sign, theme.milestone())];
                rows.extend(Row::led(lead, &text, columns, theme.text()));
            }
            capitalised(&week_called(next.week.number, next.week.title))
        }
    };
    let on = keymap::key(Context::Ahead, Action::Turn(Turn::On));
    let replan = keymap::key(Context::Ahead, Action::Browse(Browsing::Replan));
    let words = if study.current_day().is_some() {
        format!("{on} keeps the review. If the week does not fit, {replan} keeps it and re-plans.")
    } else {
        format!("{on} keeps the review.")
    };
    rows.push(Row::blank());
    rows.extend(Row::text(&words, columns, theme.quiet()));
    let title_style = theme.strong();
    Pane { title: &title, title_style, aside: "", rows, scroll: Some(scroll) }.draw(canvas, area);
}

fn next_day(theme: Theme, day: &NextDay, columns: usize) -> Vec<Row> {
    let line = &day.line;
    let minutes = day.minutes.map_or(String::new(), minutes);
    let state = looking_back::next_state(day);
    let builds: Vec<String> = day.builds_on.iter().map(ToString::to_string).collect();
    let builds = builds.join(", ");
    let is_beside = columns >= 60 && !day.builds_on.is_empty();
    let beside = if is_beside { format!("on {builds}  ") } else { String::new() };
    let right = format!("{beside}{minutes:>11}  {state:>10}");
    let mut rows = vec![day_row(theme, line.state, (line.number, line.title), &right, columns)];
    if !is_beside && !day.builds_on.is_empty() {
        let lead = vec![Span::styled("     builds on ", theme.quiet())];
        rows.extend(Row::led(lead, &builds, columns, theme.quiet()));
    }
    rows
}

/// Returns the review of a week as rows to read; none where it was not reviewed.
pub(super) fn answered(theme: Theme, study: &Study, week: &Week, columns: usize) -> Vec<Row> {
    let Some(last) = study.reviews(week).pop() else { return Vec::new() };
    let answers = study.answers(week);
    let date = study.habits().study_date(last.at).format("%a %-d %b");
    let mut rows = vec![Row::styled(format!("Review, {date}"), theme.strong())];
    for answer in Answer::ALL {
        let text = answers.get(answer).trim();
        if !text.is_empty() {
            rows.push(Row::styled(crate::words::heading(answer), theme.quiet()));
            rows.extend(Row::led(vec![Span::raw("  ")], text, columns, theme.text()));
        }
    }
    if answers.is_empty() {
        let words = "Looked back on, without a word.";
        rows.extend(Row::text(words, columns, theme.quiet()));
    }
    rows
}
