//! Welcome back: what was built so far, the last note, and one small task to go on with.
//!
//! Deliberately absent: a count of what was not done, in numbers or in colours.

use super::Canvas;
use super::overlay::{centred, clear};
use super::pane::{Pane, Row, inner};
use crate::plan::Day;
use crate::study::report::summary::Summary;
use crate::study::{Study, told};
use crate::text::{shortened, visible};
use crate::tui::keymap::{self, Action, Browsing, Context};
use crate::tui::theme::Theme;
use ratatui::layout::Rect;
use ratatui::text::Span;

/// The lines that the last note takes at most.
const NOTE: usize = 4;

/// The milestones that are named one by one, where they are no more.
const NAMED: usize = 5;

/// Says how much is said, the most first; what fits on the screen is taken.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Words {
    All,
    Some,
    Few,
}

pub(super) fn draw(canvas: &mut Canvas, area: Rect, study: &Study, scroll: isize) {
    let theme = canvas.theme;
    let wide = centred(area, 66, area.height);
    let columns = Pane::columns(wide);
    let room = usize::from(inner(wide).height);
    let of = |words| rows(theme, study, columns, words);
    let [all, some, few] = [Words::All, Words::Some, Words::Few].map(of);
    let rows = [all, some].into_iter().find(|rows| rows.len() <= room).unwrap_or(few);
    let height = u16::try_from(rows.len()).unwrap_or(u16::MAX).saturating_add(2);
    let area = centred(area, 66, height);
    clear(canvas, area);
    let title_style = theme.strong();
    Pane { title: "Welcome back", title_style, aside: "", rows, scroll: Some(scroll) }
        .draw(canvas, area);
}

fn rows(theme: Theme, study: &Study, columns: usize, words: Words) -> Vec<Row> {
    let summary = Summary::of(study);
    let built = built(theme, &summary, columns, words);
    let note = note(theme, &summary, columns);
    let next = next(theme, study, columns);
    let parts = match words {
        Words::All | Words::Some => vec![built, note, next, keys(theme)],
        // On a small screen the next step comes first; the footer has the keys.
        Words::Few => vec![next, built, note],
    };
    let mut rows = Vec::new();
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
        if !rows.is_empty() {
            rows.push(Row::blank());
        }
        rows.extend(part);
    }
    rows
}

/// Returns what is there already.
fn built(theme: Theme, summary: &Summary, columns: usize, words: Words) -> Vec<Row> {
    if summary.evenings == 0 {
        let words = "Everything is as you left it; the first day is still ahead.";
        return Row::text(words, columns, theme.text());
    }
    let mut rows = Row::text("Everything is as you left it. Built so far:", columns, theme.text());
    let weeks =
        if summary.weeks == 1 { "1 week".to_owned() } else { format!("{} weeks", summary.weeks) };
    let days = format!("{}, in {weeks}", summary.came_to());
    let lead = vec![Span::styled(format!("  {} ", theme.signs().done), theme.done())];
    rows.extend(Row::led(lead, &days, columns, theme.text()));
    let most = if words == Words::All { NAMED } else { 1 };
    let names = summary.reached.iter().map(|reached| reached.title);
    let milestones: Vec<String> = match summary.reached.last() {
        Some(last) if summary.reached.len() > most => {
            vec![format!("{} milestones, the latest: {}", summary.reached.len(), last.title)]
        }
        Some(_) | None => names.map(str::to_owned).collect(),
    };
    for words in milestones {
        let lead = vec![Span::styled(format!("  {} ", milestone(theme)), theme.milestone())];
        rows.extend(Row::led(lead, &words, columns, theme.text()));
    }
    rows
}

fn milestone(theme: Theme) -> &'static str {
    theme.signs().milestone_cell(crate::study::DayState::Complete)
}

/// Returns the note that was written last, shortened.
fn note(theme: Theme, summary: &Summary, columns: usize) -> Vec<Row> {
    let Some(note) = &summary.last_note else {
        return Vec::new();
    };
    let date = note.date.format("%a %-d %b");
    let head = format!("Your last note, {date}, on day {}, {}", note.day, note.title);
    let mut rows =
        vec![Row::styled(shortened(&visible(&head), columns).into_owned(), theme.quiet())];
    let lead = || vec![Span::raw("  ")];
    let mut text = Row::led(lead(), &note.text, columns, theme.text());
    if text.len() > NOTE {
        text.truncate(NOTE - 1);
        text.extend(Row::led(lead(), "…", columns, theme.text()));
    }
    rows.extend(text);
    rows
}

/// Returns the first open task of the current day, and how long that day takes.
fn next(theme: Theme, study: &Study, columns: usize) -> Vec<Row> {
    let open = |day: &'static Day| {
        let task = day.tasks().iter().find(|task| !study.is_done(day, task) && day.counts(task));
        task.map(|task| (day, task))
    };
    let Some((day, task)) = study.current_day().and_then(open) else { return Vec::new() };
    let mut rows = vec![Row::styled("One small thing to go on with", theme.quiet())];
    let cursor = format!("{} {}  ", theme.signs().cursor, told::number(day, task));
    let lead = vec![Span::styled(cursor, theme.accent())];
    rows.extend(Row::led(lead, &task.text, columns, theme.strong()));
    let dot = theme.signs().dot;
    let takes = day.minutes().or(study.plan().minutes());
    let takes = takes.map(|takes| format!(" {dot} {}-{} min", takes.min(), takes.max()));
    let words = format!("Day {}, {}{}", day.no(), day.title, takes.unwrap_or_default());
    rows.extend(Row::led(vec![Span::raw("  ")], &words, columns, theme.quiet()));
    rows
}

/// Returns the keys, as the footer has them, with what they do.
fn keys(theme: Theme) -> Vec<Row> {
    let key = |key: String, words: &'static str| Row {
        spans: vec![Span::styled(format!("{key:<7}"), theme.accent()), Span::raw(words)],
        ..Row::default()
    };
    let here = |action| keymap::rows(Context::WelcomeBack).find(|row| row.action == action);
    let of = |row: &'static keymap::Binding, words| {
        key(row.chords.first().map(ToString::to_string).unwrap_or_default(), words)
    };
    let mut rows: Vec<Row> =
        here(Action::Accept).map(|row| of(row, row.help)).into_iter().collect();
    let replan = Action::Browse(Browsing::Replan);
    rows.extend(here(replan).map(|row| of(row, "Lay the remaining days out anew")));
    rows.extend(here(Action::Close).map(|row| of(row, row.help)));
    rows
}
