//! What the chosen move changes: end date, heaviest evening, pairs and warnings, and the next days with their dates.
//!
//! Deliberately absent: the words for it that verbs print too.

use crate::plan::DayNo;
use crate::study::Study;
use crate::study::replan::{Preview, Replan};
use crate::study::report::date;
use crate::study::schedule::Promise;
use crate::study::told::moves;
use crate::text::{shortened, width};
use crate::tui::keymap::{self, Action, Motion, Move};
use crate::tui::replan::{Form, named, promises, way};
use crate::tui::theme::Theme;
use crate::tui::view::Canvas;
use crate::tui::view::pane::{Pane, Row, inner};
use chrono::NaiveDate;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// The columns that a sentence has beside its name.
const BESIDE: usize = 20;

/// From this many columns on a day that moves is shown with the date that it had, below that with by how much it moves.
const WAS: usize = 56;

/// Draws the preview.
pub(super) fn draw(canvas: &mut Canvas, area: Rect, study: &Study, form: &Form) {
    let (theme, columns) = (canvas.theme, Pane::columns(area));
    let rows = match form.replan(study) {
        Ok(replan) => rows(theme, study, form, &replan, columns),
        // The field itself says what is wrong with it.
        Err(_) => Row::text("It shows here once every field can be read.", columns, theme.quiet()),
    };
    let title_style = theme.strong();
    Pane { title: "What it changes", title_style, aside: "", rows, scroll: Some(form.scroll) }
        .draw(canvas, area);
    reach(canvas, area, form);
}

/// Says with which key the rest comes into sight, where there is more below.
fn reach(canvas: &mut Canvas, area: Rect, form: &Form) {
    let theme = canvas.theme;
    if canvas.beyond.1 > form.scroll.unsigned_abs() {
        let key = keymap::key(form.context(), Action::Move(Motion::PageDown));
        let words = format!(" {}: {key} ", theme.signs().more);
        let frame = Rect { y: area.bottom().saturating_sub(1), height: 1, ..inner(area) };
        canvas.line_right(frame, &Line::styled(words, theme.quiet()));
    }
}

fn rows(theme: Theme, study: &Study, form: &Form, replan: &Replan, columns: usize) -> Vec<Row> {
    let preview = study.preview(replan);
    let mut rows = Vec::new();
    if let Some(sentence) = first(study, form, replan, &preview) {
        rows.extend(Row::text(&sentence, columns, theme.strong()));
        rows.push(Row::blank());
    }
    if preview.fact.is_err() {
        rows.push(Row::styled("As near as pairing comes", theme.quiet()));
    }
    rows.extend(lines(theme, study, &preview, columns));
    if !preview.after.next.is_empty() {
        rows.push(Row::blank());
        rows.push(Row::styled("The next days", theme.quiet()));
        rows.extend(next(theme, study, &preview, columns));
    }
    rows
}

/// Returns what changes, each with its name: beside it, or above it where there is little room.
fn lines(theme: Theme, study: &Study, preview: &Preview, columns: usize) -> Vec<Row> {
    let mut lines = moves::lines(preview);
    let after_the_end = lines.len().min(1);
    lines.splice(after_the_end..after_the_end, kept(study, preview));
    let lead = lines.iter().map(|(name, _)| width(name) + 2).max().unwrap_or(0);
    let mut rows = Vec::new();
    let mut above = "";
    for (name, line) in &lines {
        let shown = if *name == above { "" } else { name };
        above = name;
        if columns >= lead + BESIDE {
            let lead = vec![Span::styled(format!("{shown:<lead$}"), theme.quiet())];
            rows.extend(Row::led(lead, line, columns, theme.text()));
        } else {
            if !shown.is_empty() {
                rows.push(Row::styled(shown, theme.quiet()));
            }
            rows.extend(Row::led(vec![Span::raw("  ")], line, columns, theme.text()));
        }
    }
    rows
}

/// Returns the promise, where the move leaves it and it is another date than what is shown.
fn kept(study: &Study, preview: &Preview) -> Option<(&'static str, String)> {
    let promise = study.schedule().promise().and_then(Promise::end)?;
    let leaves = preview.fact.as_ref().is_ok_and(|fact| !fact.is_promise());
    let ends = [preview.before.end, preview.after.end];
    let differs = ends.into_iter().any(|end| end != Some(promise));
    (leaves && differs).then(|| ("Promised", format!("{}, as before", date(promise))))
}

/// Returns what is to be known before anything else.
fn first(study: &Study, form: &Form, replan: &Replan, preview: &Preview) -> Option<String> {
    match (&preview.fact, replan) {
        (Err(why), _) => {
            let told = moves::impossible(preview.before.end, *why, way, &promises());
            let pace = named(Move::Pace);
            Some(if why.days.is_some() { format!("{told} {pace} sets them.") } else { told })
        }
        (Ok(_), Replan::Skip { days, .. }) if days.is_empty() => {
            Some("No day is chosen yet.".to_owned())
        }
        (Ok(_), _) if !preview.changes && form.chosen == Move::KeepEnd => {
            Some(if preview.paired.is_empty() {
                "The end date stays as it is; no day has to share an evening.".to_owned()
            } else {
                "The end date stays as it is; these days share an evening already.".to_owned()
            })
        }
        (Ok(_), _) if study.started().is_none() => {
            Some("Nothing is recorded yet, so the plan starts with this.".to_owned())
        }
        (Ok(_), _) => (!preview.changes).then(|| moves::UNCHANGED.to_owned()),
    }
}

/// Returns the next days with their dates; those that change are marked.
fn next(theme: Theme, study: &Study, preview: &Preview, columns: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut last = None;
    for (no, on) in &preview.after.next {
        let was = study.schedule().date(*no).filter(|was| was != on);
        let shown =
            if last == Some(*on) { String::new() } else { on.format("%a %e %b").to_string() };
        last = Some(*on);
        rows.push(day(theme, study, *no, &shown, was.map(|was| moved(was, *on, columns)), columns));
    }
    rows
}

/// Returns how a day's date changes, in as many words as there is room for.
fn moved(was: NaiveDate, on: NaiveDate, columns: usize) -> String {
    if columns >= WAS {
        format!("was {}", was.format("%a %e %b"))
    } else {
        format!("{:+} d", (on - was).num_days())
    }
}

fn day(
    theme: Theme,
    study: &Study,
    no: DayNo,
    date: &str,
    moved: Option<String>,
    columns: usize,
) -> Row {
    let sign = if moved.is_some() { theme.signs().changed } else { " " };
    let head = format!("{date:<10}  {no:>2}  ");
    let tail = moved.map_or(String::new(), |moved| format!("  {moved}"));
    let room = columns.saturating_sub(2 + width(&head) + width(&tail));
    let title = shortened(&study.plan().day(no).title, room).into_owned();
    let gap = " ".repeat(room.saturating_sub(width(&title)));
    Row {
        spans: vec![
            Span::styled(format!("{sign} "), theme.accent()),
            Span::styled(format!("{head}{title}{gap}"), theme.text()),
            Span::styled(tail, theme.quiet()),
        ],
        ..Row::default()
    }
}
