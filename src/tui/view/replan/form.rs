//! The fields of a move: the one under the cursor with what can be done there, the others as they are filled in.
//!
//! Deliberately absent: what the answers come to.

use crate::journal::By;
use crate::plan::DayNo;
use crate::study::told::{self, moves};
use crate::study::{DayState, Study, report};
use crate::text::{shortened, visible, width};
use crate::tui::keymap::{self, Action, Context};
use crate::tui::replan::{Field, Form, input_of, named, toggle_key, weekday_name, weekdays};
use crate::tui::theme::Theme;
use crate::tui::view::pane::{Pane, Row, Selected};
use crate::tui::view::{Canvas, Target, overlay};
use chrono::NaiveDate;
use ratatui::layout::Rect;
use ratatui::text::Span;

/// The columns before a field's answer.
const LEAD: usize = 10;

/// From this many columns on weekdays have two letters.
const TWO_LETTERS: usize = LEAD + 20;

/// Draws the fields.
pub(super) fn draw(canvas: &mut Canvas, area: Rect, study: &Study, form: &Form) {
    let (theme, columns) = (canvas.theme, Pane::columns(area));
    let days = form.field == Some(Field::Days);
    let rows = if days {
        days_to_skip(theme, study, form, columns)
    } else {
        fields(theme, study, form, columns)
    };
    let count = form.left_out(study).len();
    let aside = if days && count > 0 { format!("{count} chosen") } else { String::new() };
    let (title, title_style) = (named(form.chosen), theme.strong());
    Pane { title: &title, title_style, aside: &aside, rows, scroll: None }.draw(canvas, area);
    typed(canvas, form);
}

/// Draws what is being typed where its field stands.
fn typed(canvas: &mut Canvas, form: &Form) {
    let Some(input) = form.field.and_then(|field| input_of(form, field)) else { return };
    let is_reason = form.field == Some(Field::Reason);
    if input.value().is_empty() && !is_reason {
        return;
    }
    let here = |(_, target): &&(Rect, Target)| matches!(target, Target::Field(field) if Some(*field) == form.field);
    let Some((row, _)) = canvas.targets.iter().find(here).copied() else { return };
    let lead = u16::try_from(LEAD).unwrap_or(0);
    let place =
        Rect { x: row.x.saturating_add(lead), width: row.width.saturating_sub(lead), ..row };
    canvas.line(place, &" ".repeat(usize::from(place.width)).into());
    overlay::field(canvas, place, "> ", input);
}

fn fields(theme: Theme, study: &Study, form: &Form, columns: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    for field in form.chosen.fields() {
        let here = form.field == Some(*field);
        let selected = if here { Selected::Cursor } else { Selected::No };
        let mut spans = vec![
            Span::styled(
                if here { theme.signs().cursor } else { " " }.to_owned() + " ",
                theme.accent(),
            ),
            Span::styled(
                format!("{:<8}", label(*field)),
                if here { theme.strong() } else { theme.quiet() },
            ),
        ];
        spans.extend(answer(theme, study, form, *field, columns));
        rows.push(Row { spans, target: Some(Target::Field(*field)), mark: None, selected });
        if here {
            let hint = hint(study, form, *field);
            let led = Row::led(vec![Span::raw("  ")], &hint, columns, theme.quiet());
            // What can be done stays in sight with the field.
            rows.extend(led.into_iter().map(|row| Row { selected, ..row }));
        }
    }
    rows.push(Row::blank());
    let enter = keymap::key(Context::ReplanField, Action::Accept);
    let then = if form.is_last() { "makes the move." } else { "goes on." };
    rows.extend(Row::text(&format!("{enter} {then}"), columns, theme.quiet()));
    rows
}

fn label(field: Field) -> &'static str {
    match field {
        Field::Days => "Days",
        Field::Reason => "Why",
        Field::From => "From",
        Field::Until => "Until",
        Field::Preset => "A week",
        Field::Weekdays => "On",
        Field::Minutes => "A day",
        Field::By => "Pace",
        Field::Spare => "Spare",
    }
}

/// Returns a field's answer as it holds; with arrows where the cursor is and they change it.
fn answer(
    theme: Theme,
    study: &Study,
    form: &Form,
    field: Field,
    columns: usize,
) -> Vec<Span<'static>> {
    let room = columns.saturating_sub(LEAD);
    let here = form.field == Some(field);
    let (from, until) = form.dates(study);
    let date = |date: Result<NaiveDate, String>| {
        let Ok(date) = date else { return "?".to_owned() };
        let whole = report::date(date);
        if width(&whole) <= room { whole } else { date.format("%a %-d %b").to_string() }
    };
    let text = match field {
        Field::Weekdays => return week(theme, study, form, columns),
        Field::Days => match form.left_out(study).as_slice() {
            [] => "none yet".to_owned(),
            days => moves::numbered(days),
        },
        Field::Reason => {
            input_of(form, field).map_or(String::new(), |input| visible(input.value()).into_owned())
        }
        Field::From => date(from),
        Field::Until => date(until),
        Field::Preset => {
            let days = form.pace.days;
            match days.count() {
                1 => format!("1 day ({days})"),
                count => format!("{count} days ({days})"),
            }
        }
        Field::Minutes => {
            form.minutes().map_or("?".to_owned(), |minutes| report::span(minutes.into()))
        }
        Field::By => told::by(form.pace.by).to_owned(),
        Field::Spare => match form.spare() {
            Ok(1) => "1 day".to_owned(),
            Ok(spare) => format!("{spare} days"),
            Err(_) => "?".to_owned(),
        },
    };
    let arrows = format!("{text}  {}", theme.signs().both_ways);
    let turns = here && !matches!(field, Field::Days | Field::Reason) && width(&arrows) <= room;
    let text = if turns { arrows } else { shortened(&text, room).into_owned() };
    vec![Span::styled(text, if here { theme.accent() } else { theme.text() })]
}

/// Returns the weekdays: a name for each that is studied on, a dot for each that is not.
fn week(theme: Theme, study: &Study, form: &Form, columns: usize) -> Vec<Span<'static>> {
    let letters = if columns >= TWO_LETTERS { 2 } else { 1 };
    let mut spans = Vec::new();
    for day in weekdays(study.habits().week_start) {
        let is_in = form.pace.days.contains(day);
        let name: String = weekday_name(day).chars().take(letters).collect();
        let sign = if is_in { name } else { theme.signs().out.repeat(letters) };
        let style = if is_in { theme.text() } else { theme.quiet() };
        let here = form.field == Some(Field::Weekdays) && form.pace.weekday == day;
        spans.push(Span::styled(sign, if here { theme.selected() } else { style }));
        spans.push(Span::raw(" "));
    }
    spans
}

/// Returns what can be done in a field, or what is typed there as it is read.
fn hint(study: &Study, form: &Form, field: Field) -> String {
    let typing = input_of(form, field).is_some_and(|input| !input.value().trim().is_empty());
    if let Some(wrong) = form.wrong(study, field) {
        return wrong;
    }
    let (from, until) = form.dates(study);
    let read = match field {
        Field::From => from.ok().map(report::date),
        Field::Until => until.ok().map(report::date),
        Field::Minutes => form.minutes().ok().map(|minutes| report::span(minutes.into())),
        Field::Days
        | Field::Reason
        | Field::Preset
        | Field::Weekdays
        | Field::By
        | Field::Spare => None,
    };
    if let Some(read) = read.filter(|_| typing) {
        return format!("= {read}");
    }
    match field {
        Field::Days => String::new(),
        Field::Reason => "A few words, or nothing.".to_owned(),
        Field::From | Field::Until => "or type: tomorrow, +3d, mon, 2026-12-24".to_owned(),
        Field::Preset => "or press 3 to 7".to_owned(),
        Field::Weekdays => {
            let does =
                if form.pace.days.contains(form.pace.weekday) { "leaves out" } else { "puts in" };
            format!("{} {does} {}", toggle_key(), weekday_name(form.pace.weekday))
        }
        Field::Minutes => "at most, on a study day; or type 90, 1h30".to_owned(),
        Field::By => match form.pace.by {
            By::Day => "Each study day counts.",
            By::Week => "The week counts; its days may go in any order.",
        }
        .to_owned(),
        Field::Spare => "study days for something else; or type a number".to_owned(),
    }
}

fn days_to_skip(theme: Theme, study: &Study, form: &Form, columns: usize) -> Vec<Row> {
    let signs = theme.signs();
    let chosen = form.left_out(study);
    let row = |(place, no): (usize, DayNo)| {
        let (here, out) = (form.skip.at == place, chosen.contains(&no));
        let cursor = if here { signs.cursor } else { " " };
        let mark = if out { signs.mark(DayState::Skipped) } else { signs.open };
        let head = format!("{no:>2} ");
        let title = &study.plan().day(no).title;
        let title = shortened(title, columns.saturating_sub(4 + width(&head))).into_owned();
        let style = if here { theme.strong() } else { theme.text() };
        Row {
            spans: vec![
                Span::styled(format!("{cursor} "), theme.accent()),
                Span::styled(format!("{mark} "), if out { theme.accent() } else { theme.quiet() }),
                Span::styled(format!("{head}{title}"), style),
            ],
            target: Some(Target::Day(no)),
            mark: None,
            selected: if here { Selected::Cursor } else { Selected::No },
        }
    };
    let remaining = study.schedule().remaining().iter().map(|(no, _)| *no);
    remaining.enumerate().map(row).collect()
}
