//! The first start: when to begin and on how many days a week, both answered already.
//!
//! Deliberately absent: anything that must be answered.

use super::Canvas;
use super::overlay::{centred, field, frame};
use super::pane::{Pane, Row, inner};
use crate::study::Study;
use crate::text::width;
use crate::tui::model::{Field, Welcome};
use ratatui::layout::Rect;
use ratatui::text::Span;

pub(super) fn draw(canvas: &mut Canvas, area: Rect, study: &Study, welcome: &Welcome) {
    let (theme, plan) = (canvas.theme, study.plan());
    let area = centred(area, 66, 15);
    let columns = Pane::columns(area);
    let (signs, days) = (theme.signs(), welcome.days());
    let date = welcome.start(study.today());
    let count = plan.days().len();
    let weeks = u32::try_from(count).unwrap_or(u32::MAX).div_ceil(days.count());
    let mut rows = Vec::new();
    let roomy = inner(area).height >= 11;
    if roomy {
        rows.extend(Row::text(
            &format!("{}: {count} days, one at a time.", plan.title()),
            columns,
            theme.text(),
        ));
        rows.push(Row::blank());
    }
    let words_columns = if columns < 56 { 18 } else { 22 };
    let room = columns.saturating_sub(words_columns + 2);
    let question = |asked: Field, words: &str, answer: &str| {
        let here = welcome.field == asked;
        let lead = if here { signs.cursor } else { " " };
        let style = if here { theme.strong() } else { theme.text() };
        let arrows = format!("{answer}  {}", signs.both_ways);
        let fits = here && width(&arrows) <= room;
        let spans = vec![
            Span::styled(format!("{lead} "), theme.accent()),
            Span::styled(format!("{words:<words_columns$}"), style),
            Span::styled(if fits { arrows } else { answer.to_owned() }, theme.accent()),
        ];
        Row { spans, ..Row::default() }
    };
    let shown = date.as_ref().map_or_else(
        |_| "?".to_owned(),
        |date| {
            let date_words = date.format("%a %-d %b %Y").to_string();
            let today = format!("today, {date_words}");
            if *date == study.today() && width(&today) <= room { today } else { date_words }
        },
    );
    rows.push(question(Field::Date, "Start on", &shown));
    let typing = rows.len();
    let hint = welcome
        .wrong
        .clone()
        .unwrap_or_else(|| "or type a date: tomorrow, +3d, mon, 2026-12-24".to_owned());
    rows.extend(Row::led(vec![Span::raw("  ")], &hint, columns, theme.quiet()));
    rows.push(question(Field::Days, "Study days a week", &format!("{} ({days})", days.count())));
    let sum = format!("{count} days at {} a week are {weeks} weeks", days.count());
    let advice = match (plan.hours_per_week(), plan.minutes()) {
        (Some((least, most)), Some(minutes)) => format!(
            "{sum}; a study day takes {}-{} min, and the plan means {least}-{most} hours a week.",
            minutes.min(),
            minutes.max()
        ),
        (Some(_), None) | (None, Some(_) | None) => format!("{sum}."),
    };
    rows.extend(Row::led(vec![Span::raw("  ")], &advice, columns, theme.quiet()));
    if roomy {
        rows.push(Row::blank());
        rows.extend(Row::text(
            "Enter twice starts. Both can be changed later, and nothing is lost by it.",
            columns,
            theme.quiet(),
        ));
    }
    frame(canvas, area, "Welcome to ninety", rows);
    if welcome.field == Field::Date && !welcome.typed.value().is_empty() {
        let inside = inner(area);
        let y = inside
            .y
            .saturating_add(u16::try_from(typing).unwrap_or(0))
            .min(inside.bottom().saturating_sub(1));
        let line = Rect { y, height: 1, ..inside };
        if welcome.wrong.is_none() {
            canvas.line(line, &ratatui::text::Line::raw(" ".repeat(columns)));
            field(canvas, line, "  > ", &welcome.typed);
        }
    }
}
