//! The re-plan: the fields, and beside or below them finish, goal and to spare as they are and as they would be, and
//! the next days.
//!
//! Deliberately absent: finding out what a change comes to. That is in the form.

use super::pane::{Pane, Row, Selected, inner};
use super::{Canvas, Target, overlay, split};
use crate::study::{Schedule, Study};
use crate::text::{counted, shortened, width};
use crate::tui::keymap::{self, Action, Context, Motion};
use crate::tui::replan::{Back, Field, Form, weekday_name, weekdays};
use crate::tui::theme::Theme;
use crate::words::{self, by, span};
use chrono::NaiveDate;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// From this many columns on the preview stands beside the fields.
const BESIDE: u16 = 68;

/// From this many columns and rows on it grows no more.
const LARGEST: (u16, u16) = (120, 30);

/// The columns before a field's answer.
const LEAD: usize = 13;

/// From this many columns on weekdays have two letters.
const TWO_LETTERS: usize = LEAD + 20;

/// The columns of a name in the preview.
const NAME: usize = 10;

/// From this many columns on a day that moves is shown with the date that it had, below that with by how much it moves.
const WAS: usize = 48;

/// How many of the next days are shown.
const NEXT: usize = 7;

/// Draws the form and the preview.
pub(super) fn draw(canvas: &mut Canvas, area: Rect, study: &Study, form: &Form) {
    overlay::clear(canvas, area);
    let area =
        Rect { width: area.width.min(LARGEST.0), height: area.height.min(LARGEST.1), ..area };
    let (fields, below) = if area.width >= BESIDE {
        split::right(area, area.width / 2)
    } else {
        let wanted = u16::try_from(form.fields.len() + 3).unwrap_or(u16::MAX);
        split::top(area, wanted.min(area.height.saturating_sub(5)).max(3))
    };
    the_fields(canvas, fields, study, form);
    preview(canvas, below, study, form);
}

fn the_fields(canvas: &mut Canvas, area: Rect, study: &Study, form: &Form) {
    let (theme, columns) = (canvas.theme, Pane::columns(area));
    let room = usize::from(inner(area).height);
    let mut rows = Vec::new();
    for field in &form.fields {
        let here = form.field == *field;
        let selected = if here { Selected::Cursor } else { Selected::No };
        let cursor = if here { theme.signs().cursor } else { " " };
        let label_style = if here { theme.strong() } else { theme.quiet() };
        let mut spans = vec![
            Span::styled(format!("{cursor} "), theme.accent()),
            Span::styled(format!("{:<1$}", label(*field), LEAD - 2), label_style),
        ];
        spans.extend(answer(theme, study, form, *field, columns));
        rows.push(Row { spans, target: Some(Target::Field(*field)), mark: None, selected });
    }
    let hint = Row::text(&hint(study, form), columns, theme.quiet());
    if rows.len() + hint.len() < room {
        rows.push(Row::blank());
    }
    if rows.len() + hint.len() <= room {
        rows.extend(hint);
    } else if let Some(place) = form.fields.iter().position(|field| *field == form.field) {
        // Where not all has room, the hint stands with its field.
        let hint = hint.into_iter().map(|row| Row { selected: Selected::Cursor, ..row });
        rows.splice((place + 1)..=place, hint);
    }
    let title_style = theme.strong();
    Pane { title: "Re-plan", title_style, aside: "", rows, scroll: None }.draw(canvas, area);
    typed(canvas, form);
}

/// Draws what is being typed where its field stands.
fn typed(canvas: &mut Canvas, form: &Form) {
    let input = form.input_of(form.field).filter(|input| !input.value().is_empty());
    let here = |(_, target): &&(Rect, Target)| *target == Target::Field(form.field);
    let row = canvas.targets.iter().find(here).map(|(row, _)| *row);
    let (Some(input), Some(row)) = (input, row) else { return };
    let lead = u16::try_from(LEAD).unwrap_or(0);
    let place =
        Rect { x: row.x.saturating_add(lead), width: row.width.saturating_sub(lead), ..row };
    canvas.line(place, &" ".repeat(usize::from(place.width)).into());
    overlay::field(canvas, place, "> ", input);
}

fn label(field: Field) -> &'static str {
    match field {
        Field::Goal => "Goal",
        Field::Preset => "Study days",
        Field::Weekdays => "On",
        Field::Minutes => "Study day",
        Field::By => "Order",
        Field::From => "Break from",
        Field::Until => "Until",
        Field::Back => "Back",
    }
}

/// Returns a field's answer as it holds, with arrows where the cursor is.
fn answer(
    theme: Theme,
    study: &Study,
    form: &Form,
    field: Field,
    columns: usize,
) -> Vec<Span<'static>> {
    let room = columns.saturating_sub(LEAD);
    let here = form.field == field;
    let date = |date: Result<Option<NaiveDate>, String>, none: &str| match date {
        Err(_) => "?".to_owned(),
        Ok(None) => none.to_owned(),
        Ok(Some(date)) => {
            let whole = words::date(date);
            if width(&whole) <= room { whole } else { date.format("%-d %b %Y").to_string() }
        }
    };
    let text = match field {
        Field::Weekdays => return week(theme, study, form, columns),
        Field::Goal => date(form.given_goal(study), "none yet"),
        Field::Preset => match form.days.count() {
            1 => "1 a week".to_owned(),
            count => format!("{count} a week"),
        },
        Field::Minutes => match form.given_minutes() {
            Err(_) => "?".to_owned(),
            Ok(None) => "as the plan says".to_owned(),
            Ok(Some(minutes)) => span(minutes.into()),
        },
        Field::By => by(form.by).to_owned(),
        Field::From => date(form.given_from(study), "no break"),
        Field::Until => date(form.given_until(study), ""),
        Field::Back => match form.back {
            Back::Later => "when the break ends".to_owned(),
            Back::Today => "today".to_owned(),
        },
    };
    let arrows = format!("{text}  {}", theme.signs().both_ways);
    let text = if here && !text.is_empty() && width(&arrows) <= room {
        arrows
    } else {
        shortened(&text, room).into_owned()
    };
    vec![Span::styled(text, if here { theme.accent() } else { theme.text() })]
}

/// Returns the weekdays: a name for each that is studied on, a dot for each that is not.
fn week(theme: Theme, study: &Study, form: &Form, columns: usize) -> Vec<Span<'static>> {
    let letters = if columns >= TWO_LETTERS { 2 } else { 1 };
    let mut spans = Vec::new();
    for day in weekdays(study.habits().week_start) {
        let is_in = form.days.contains(day);
        let name: String = weekday_name(day).chars().take(letters).collect();
        let sign = if is_in { name } else { theme.signs().out.repeat(letters) };
        let style = if is_in { theme.text() } else { theme.quiet() };
        let here = form.field == Field::Weekdays && form.weekday == day;
        spans.push(Span::styled(sign, if here { theme.selected() } else { style }));
        spans.push(Span::raw(" "));
    }
    spans
}

/// Returns what can be done in the field, or what is wrong with what is typed there.
fn hint(study: &Study, form: &Form) -> String {
    if let Err((field, wrong)) = &form.record
        && *field == form.field
    {
        return wrong.clone();
    }
    let typed = form.input_of(form.field).filter(|input| !input.value().trim().is_empty());
    let read = match form.field {
        Field::Goal => form.given_goal(study).ok().flatten().map(words::date),
        Field::From => form.given_from(study).ok().flatten().map(words::date),
        Field::Until => form.given_until(study).ok().flatten().map(words::date),
        Field::Minutes => form.given_minutes().ok().flatten().map(|minutes| span(minutes.into())),
        Field::Preset | Field::Weekdays | Field::By | Field::Back => None,
    };
    if let Some(read) = read.filter(|_| typed.is_some()) {
        return format!("= {read}");
    }
    match form.field {
        Field::Goal => "The date to be done by. Arrows, or type: 2027-04-08, +30d, mon.",
        Field::Preset => "Arrows, or press 3 to 7.",
        Field::Weekdays => {
            let does = if form.days.contains(form.weekday) { "leaves out" } else { "puts in" };
            return format!("Space {does} {}.", weekday_name(form.weekday));
        }
        Field::Minutes => {
            "A longer day of the plan then takes several study days. Arrows, or type: 90, 1h30."
        }
        Field::By => match form.by {
            crate::journal::By::Day => "One day after the other, a date each.",
            crate::journal::By::Week => "Each week has its days, in any order.",
        },
        Field::From => "No date in a break is a study day. Arrows, or type: mon, +3d, none.",
        Field::Until => "The last date of the break. Arrows, or type a date.",
        Field::Back => "Space ends the break, so that today is a study day.",
    }
    .to_owned()
}

fn preview(canvas: &mut Canvas, area: Rect, study: &Study, form: &Form) {
    let (theme, columns) = (canvas.theme, Pane::columns(area));
    let rows = if form.record.is_ok() {
        let (before, after) = (study.schedule(), form.after.as_ref());
        let mut rows = figures(theme, before, after.unwrap_or(before), columns);
        rows.push(Row::blank());
        rows.extend(next(theme, study, after.unwrap_or(before), columns));
        rows
    } else {
        // The field itself says what is wrong with it.
        Row::text("It shows here once every field can be read.", columns, theme.quiet())
    };
    let title = if form.record == Ok(None) { "As it is" } else { "As it would be" };
    let title_style = theme.strong();
    Pane { title, title_style, aside: "", rows, scroll: Some(form.scroll) }.draw(canvas, area);
    if canvas.beyond.1 > form.scroll.unsigned_abs() {
        let key = keymap::key(Context::Replan, Action::Move(Motion::PageDown));
        let words = format!(" {}: {key} ", theme.signs().more);
        let frame = Rect { y: area.bottom().saturating_sub(1), height: 1, ..inner(area) };
        canvas.line_right(frame, &Line::styled(words, theme.quiet()));
    }
}

/// Returns finish, to spare and goal, each as it is and as it would be.
fn figures(theme: Theme, before: &Schedule, after: &Schedule, columns: usize) -> Vec<Row> {
    let then = format!(" {} ", theme.signs().then);
    let row = |name: &str, forms: [[String; 2]; 2]| {
        let lead = vec![Span::styled(format!("{name:<NAME$}"), theme.quiet())];
        let [[was, is], [was_short, is_short]] = forms;
        if was == is || was.is_empty() || is.is_empty() {
            let style = if was == is { theme.text() } else { theme.strong() };
            return Row::led(lead, &is, columns, style);
        }
        let long = format!("{was}{then}{is}");
        let has_room = NAME + width(&long) <= columns;
        let change = if has_room { long } else { format!("{was_short}{then}{is_short}") };
        Row::led(lead, &change, columns, theme.strong())
    };
    let dates = |dates: [Option<NaiveDate>; 2]| {
        let form = |form: fn(NaiveDate) -> String| {
            dates.map(|date| date.map_or_else(|| "none yet".to_owned(), form))
        };
        [form(words::date), form(|date| date.format("%-d %b %Y").to_string())]
    };
    let spare = [before, after].map(|schedule| match schedule.to_spare() {
        None => String::new(),
        Some(days @ 1..) => counted(usize::try_from(days).unwrap_or(0), "day", "days"),
        Some(0) => "on the goal".to_owned(),
        Some(days) => format!("{} past the goal", days.unsigned_abs()),
    });
    let mut rows = row("Finish", dates([before.finish(), after.finish()]));
    if spare.iter().any(|spare| !spare.is_empty()) {
        rows.extend(row("To spare", [spare.clone(), spare]));
    }
    rows.extend(row("Goal", dates([before.goal, after.goal])));
    rows
}

/// Returns the next days with their dates; those that change are marked.
fn next(theme: Theme, study: &Study, after: &Schedule, columns: usize) -> Vec<Row> {
    let row = |slot: &crate::study::schedule::Slot| {
        let was = study.schedule().date(slot.day);
        let is_moved = was != Some(slot.date);
        let sign = if is_moved { theme.signs().changed } else { " " };
        let head = format!("{:<10}  {:>2}  ", slot.date.format("%a %e %b"), slot.day);
        let was = was.filter(|_| is_moved);
        let tail = was.map_or(String::new(), |was| match columns {
            0..WAS => format!("  {:+} d", (slot.date - was).num_days()),
            WAS.. => format!("  was {}", was.format("%-d %b")),
        });
        let room = columns.saturating_sub(2 + width(&head) + width(&tail));
        let title = shortened(study.plan().day(slot.day).title, room).into_owned();
        let gap = " ".repeat(room.saturating_sub(width(&title)));
        Row {
            spans: vec![
                Span::styled(format!("{sign} "), theme.accent()),
                Span::styled(format!("{head}{title}{gap}"), theme.text()),
                Span::styled(tail, theme.quiet()),
            ],
            ..Row::default()
        }
    };
    after.slots.iter().take(NEXT).map(row).collect()
}
