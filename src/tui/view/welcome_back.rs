//! Welcome back: what was built so far, the last note, and one small task to go on with.
//!
//! Deliberately absent: a count of what was not done, in numbers or in colours.

use super::Canvas;
use super::overlay::{centred, clear};
use super::pane::{Pane, Row, inner};
use crate::plan::Day;
use crate::report::looking_back::came_to;
use crate::study::{DayState, Study};
use crate::text::{shortened, visible};
use crate::tui::keymap::{self, Action, Browsing, Context};
use crate::tui::theme::Theme;
use crate::words;
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
    let built = built(theme, study, columns, words);
    let note = note(theme, study, columns);
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
fn built(theme: Theme, study: &Study, columns: usize, words: Words) -> Vec<Row> {
    if study.days_past() == 0 {
        let words = "Everything is as you left it; the first day is still ahead.";
        return Row::text(words, columns, theme.text());
    }
    let mut rows = Row::text("Everything is as you left it. Built so far:", columns, theme.text());
    let days = came_to(study.days_complete(), study.days_skipped(), study.plan().days().len());
    let lead = vec![Span::styled(format!("  {} ", theme.signs().done), theme.done())];
    rows.extend(Row::led(lead, &days, columns, theme.text()));
    let weeks = study.plan().weeks().iter();
    let milestones = weeks.filter_map(|week| week.milestone.as_ref());
    let reached: Vec<&str> = milestones
        .filter(|milestone| study.reached(milestone).is_some())
        .map(|milestone| milestone.title)
        .collect();
    let most = if words == Words::All { NAMED } else { 1 };
    let lines: Vec<String> = match reached.last() {
        Some(last) if reached.len() > most => {
            vec![format!("{} milestones, the latest: {last}", reached.len())]
        }
        Some(_) | None => reached.iter().map(ToString::to_string).collect(),
    };
    let sign = theme.signs().milestone_cell(DayState::Complete);
    for line in lines {
        let lead = vec![Span::styled(format!("  {sign} "), theme.milestone())];
        rows.extend(Row::led(lead, &line, columns, theme.text()));
    }
    rows
}

/// Returns the note that was written last, shortened.
fn note(theme: Theme, study: &Study, columns: usize) -> Vec<Row> {
    let notes = study.notes();
    let Some((day, note)) = notes.first() else { return Vec::new() };
    let date = study.habits().study_date(note.at).format("%a %-d %b");
    let head = format!("Your last note, {date}, on {}", words::named(day));
    let mut rows =
        vec![Row::styled(shortened(&visible(&head), columns).into_owned(), theme.quiet())];
    let lead = || vec![Span::raw("  ")];
    let mut text = Row::led(lead(), note.text.trim_end(), columns, theme.text());
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
    let cursor = format!("{} {}  ", theme.signs().cursor, words::number(day, task));
    let lead = vec![Span::styled(cursor, theme.accent())];
    rows.extend(Row::led(lead, task.text, columns, theme.strong()));
    let dot = theme.signs().dot;
    let takes = day.minutes().or(study.plan().minutes());
    let takes = takes.map(|takes| words::minutes([takes.min(), takes.max()]));
    let takes = takes.map(|takes| format!(" {dot} {takes}"));
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
