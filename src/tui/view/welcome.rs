//! The first start: when to begin and on how many days a week, both answered already.
//!
//! Deliberately absent: anything that must be answered.

use super::Canvas;
use super::overlay::{centred, field, frame};
use super::pane::{Pane, Row, inner};
use crate::study::Study;
use crate::text::width;
use crate::tui::model::{Field, Welcome};
use crate::tui::theme::Theme;
use ratatui::layout::Rect;
use ratatui::text::Span;

/// Says how much is said, the most first; what fits on the screen is taken.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Words {
    All,
    NoGreeting,
    Few,
}

pub(super) fn draw(canvas: &mut Canvas, area: Rect, study: &Study, welcome: &Welcome) {
    let area = centred(area, 66, 15);
    let inside = inner(area);
    let columns = Pane::columns(area);
    let room = usize::from(inside.height);
    let grades = [Words::All, Words::NoGreeting, Words::Few];
    let fits = |words: &Words| rows(canvas.theme, study, welcome, columns, *words).len() <= room;
    let words = grades.into_iter().find(fits).unwrap_or(Words::Few);
    let rows = rows(canvas.theme, study, welcome, columns, words);
    frame(canvas, area, "Welcome to ninety", rows);
    let typing = welcome.field == Field::Date && !welcome.typed.value().is_empty();
    if typing && welcome.wrong.is_none() {
        // The field stands in place of the hint, below the first question.
        let below = greeting(study, columns, canvas.theme, words).len() + 1;
        let y = inside
            .y
            .saturating_add(u16::try_from(below).unwrap_or(0))
            .min(inside.bottom().saturating_sub(1));
        let line = Rect { y, height: 1, ..inside };
        canvas.line(line, &ratatui::text::Line::raw(" ".repeat(columns)));
        field(canvas, line, "  > ", &welcome.typed);
    }
}

fn greeting(study: &Study, columns: usize, theme: Theme, words: Words) -> Vec<Row> {
    if words != Words::All {
        return Vec::new();
    }
    let plan = study.plan();
    let greeting = format!("{}: {} days, one at a time.", plan.title(), plan.days().len());
    let mut rows = Row::text(&greeting, columns, theme.text());
    rows.push(Row::blank());
    rows
}

fn rows(theme: Theme, study: &Study, welcome: &Welcome, columns: usize, words: Words) -> Vec<Row> {
    let mut rows = greeting(study, columns, theme, words);
    let beside = |text: &str| Row::led(vec![Span::raw("  ")], text, columns, theme.quiet());
    rows.push(question(theme, welcome, columns, Field::Date, &date(study, welcome, columns)));
    let hint = match (&welcome.wrong, words) {
        (Some(wrong), Words::All | Words::NoGreeting | Words::Few) => wrong,
        (None, Words::All | Words::NoGreeting) => "or type a date: tomorrow, +3d, mon, 2026-12-24",
        (None, Words::Few) => "or type: tomorrow, +3d, 2026-12-24",
    };
    rows.extend(beside(hint));
    let days = welcome.days();
    let answer = format!("{} ({days})", days.count());
    rows.push(question(theme, welcome, columns, Field::Days, &answer));
    rows.extend(beside(&advice(study, welcome, words)));
    match words {
        Words::All | Words::NoGreeting => {
            rows.push(Row::blank());
            let start = "Enter twice starts. Both can be changed later, and nothing is lost by it.";
            rows.extend(Row::text(start, columns, theme.quiet()));
        }
        Words::Few => {
            rows.extend(Row::text("Enter twice starts; both can change.", columns, theme.quiet()));
        }
    }
    rows
}

/// Returns the columns that a question's words have.
fn words_columns(columns: usize) -> usize {
    if columns < 56 { 18 } else { 22 }
}

/// Returns the columns that are left for a question's answer.
fn answer_columns(columns: usize) -> usize {
    columns.saturating_sub(words_columns(columns) + 2)
}

fn question(theme: Theme, welcome: &Welcome, columns: usize, asked: Field, answer: &str) -> Row {
    let words = match asked {
        Field::Date => "Start on",
        Field::Days => "Study days a week",
    };
    let (signs, here) = (theme.signs(), welcome.field == asked);
    let lead = if here { signs.cursor } else { " " };
    let style = if here { theme.strong() } else { theme.text() };
    let arrows = format!("{answer}  {}", signs.both_ways);
    let fits = here && width(&arrows) <= answer_columns(columns);
    let words_columns = words_columns(columns);
    let spans = vec![
        Span::styled(format!("{lead} "), theme.accent()),
        Span::styled(format!("{words:<words_columns$}"), style),
        Span::styled(if fits { arrows } else { answer.to_owned() }, theme.accent()),
    ];
    Row { spans, ..Row::default() }
}

/// Returns the start date as it is shown, `?` where what is typed is none yet.
fn date(study: &Study, welcome: &Welcome, columns: usize) -> String {
    let Ok(date) = welcome.start(study.today()) else { return "?".to_owned() };
    let words = date.format("%a %-d %b %Y").to_string();
    let today = format!("today, {words}");
    let fits = width(&today) <= answer_columns(columns);
    if date == study.today() && fits { today } else { words }
}

/// Returns what the chosen study days come to.
fn advice(study: &Study, welcome: &Welcome, words: Words) -> String {
    let (plan, days) = (study.plan(), welcome.days());
    let count = plan.days().len();
    let weeks = u32::try_from(count).unwrap_or(u32::MAX).div_ceil(days.count());
    let sum = format!("{count} days at {} a week are {weeks} weeks", days.count());
    match (plan.hours_per_week(), plan.minutes()) {
        (Some((least, most)), Some(minutes)) if words != Words::Few => format!(
            "{sum}; a study day takes {}-{} min, and the plan means {least}-{most} hours a week.",
            minutes.min(),
            minutes.max()
        ),
        (Some(_) | None, Some(_) | None) => format!("{sum}."),
    }
}
