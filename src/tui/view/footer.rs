//! The foot of the screen: how far the plan has come, and the message or the most useful keys.
//!
//! Deliberately absent: a message that is cut. A long one takes the rows that it needs.

use super::{Canvas, SMALLEST};
use crate::study::Study;
use crate::text::{visible, width, wrapped};
use crate::tui::keymap::{self, Action, Binding, Browsing, Context};
use crate::tui::model::{Model, Tone};
use crate::tui::theme::Theme;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// From this many rows on the bar is shown.
const TALL: u16 = 16;

/// Tells whether a screen of this size has the bar.
pub(super) fn has_bar(screen: Rect) -> bool {
    screen.height >= TALL
}

/// Returns the rows at the bottom of the screen that are the foot's.
pub(super) fn area(screen: Rect, model: &Model) -> Rect {
    let usual = if has_bar(screen) { 2 } else { 1 };
    let needed = u16::try_from(message(screen, model).len()).unwrap_or(u16::MAX);
    let most = screen.height.saturating_sub(5);
    let height = usual.max(needed).min(most);
    Rect { y: screen.bottom().saturating_sub(height), height, ..screen }
}

/// Returns the message's lines; none where there is no message.
fn message(screen: Rect, model: &Model) -> Vec<String> {
    let columns = usize::from(screen.width.max(SMALLEST.width)).saturating_sub(2);
    let text = model.message.as_ref().map(|(_, text)| text);
    text.map_or(Vec::new(), |text| wrapped(&visible(text), columns))
}

/// Draws the bar and below it the message, or the keys.
pub(super) fn draw(canvas: &mut Canvas, area: Rect, model: &Model, study: &Study) {
    let theme = canvas.theme;
    let lines = match &model.message {
        None => {
            let label = |row: &Binding| label(row, study);
            vec![keys(model.context(), usize::from(area.width), theme, label)]
        }
        Some((tone, _)) => {
            let style = match tone {
                Tone::Calm => theme.done(),
                Tone::Trouble => theme.strong(),
            };
            message(area, model)
                .into_iter()
                .map(|line| Line::styled(format!(" {line}"), style))
                .collect()
        }
    };
    let above = area.height.saturating_sub(u16::try_from(lines.len()).unwrap_or(u16::MAX));
    if above > 0 {
        bar(canvas, Rect { height: 1, ..area }, study);
    }
    for (y, line) in (area.y.saturating_add(above)..area.bottom()).zip(&lines) {
        canvas.line(Rect { y, height: 1, ..area }, line);
    }
}

/// Draws how many of the plan's days are complete, as a bar and in numbers.
fn bar(canvas: &mut Canvas, area: Rect, study: &Study) {
    let all = study.plan().days().len();
    let past = study.days_complete();
    let percent = past * 100 / all.max(1);
    let numbers = format!("  {past}/{all}  {percent} % ");
    let theme = canvas.theme;
    let columns = usize::from(area.width).saturating_sub(width(&numbers) + 1);
    let halves = past * columns * 2 / all.max(1);
    let signs = theme.signs();
    let half = usize::from(halves % 2 == 1 && halves / 2 < columns);
    let full = signs.full.repeat(halves / 2) + &signs.half.repeat(half);
    let empty = signs.empty.repeat(columns.saturating_sub(halves / 2 + half));
    let spans = vec![
        Span::raw(" "),
        Span::styled(full, theme.done()),
        Span::styled(empty, theme.quiet()),
        Span::raw(numbers),
    ];
    canvas.line(area, &Line::from(spans));
}

/// Returns what the footer says about a key as things are; nothing where the key has nothing to do.
fn label(row: &Binding, study: &Study) -> &'static str {
    let nothing_left = || study.current_day().is_none();
    let is_idle = row.action == Action::Browse(Browsing::Replan) && nothing_left();
    if is_idle { "" } else { row.label }
}

/// Returns the keys of a context that fit in so many columns, as a line, each with its label.
fn keys(
    context: Context,
    columns: usize,
    theme: Theme,
    label: impl Fn(&Binding) -> &'static str,
) -> Line<'static> {
    let dot = format!(" {} ", theme.signs().dot);
    let mut spans = vec![Span::raw(" ")];
    for (i, (key, label)) in
        hints(context, columns.saturating_sub(2), label).into_iter().enumerate()
    {
        if i > 0 {
            spans.push(Span::styled(dot.clone(), theme.quiet()));
        }
        spans.push(Span::styled(key, theme.accent()));
        spans.push(Span::raw(format!(" {label}")));
    }
    Line::from(spans)
}

/// Holds what the footer says about a key, or about two that belong together.
struct Hint {
    keys: String,
    label: &'static str,
    leads_out: bool,
}

/// Returns the keys of a context that fit in so many columns, with their labels, in the keymap's order: the ways out
/// and to help first of all, then the most useful.
fn hints(
    context: Context,
    columns: usize,
    label: impl Fn(&Binding) -> &'static str,
) -> Vec<(String, &'static str)> {
    let mut shown: Vec<Hint> = Vec::new();
    let labelled = keymap::rows(context).map(|row| (row, label(row)));
    for (row, label) in labelled.filter(|(_, label)| !label.is_empty()) {
        let key = row.chords.first().map(ToString::to_string).unwrap_or_default();
        match shown.last_mut().filter(|before| before.label == label) {
            Some(before) => before.keys = format!("{}/{key}", before.keys),
            None => {
                shown.push(Hint { keys: key, label, leads_out: is_way_out(context, row) });
            }
        }
    }
    let size = |hint: &Hint| width(&hint.keys) + 1 + width(hint.label);
    let mut chosen: Vec<usize> = Vec::new();
    let mut used = 0;
    for wanted in [true, false] {
        for (i, hint) in shown.iter().enumerate().filter(|(_, hint)| hint.leads_out == wanted) {
            let more = size(hint) + if chosen.is_empty() { 0 } else { 3 };
            if used + more > columns {
                break;
            }
            used += more;
            chosen.push(i);
        }
    }
    chosen.sort_unstable();
    let chosen = chosen.into_iter().filter_map(|i| shown.get(i));
    chosen.map(|hint| (hint.keys.clone(), hint.label)).collect()
}

/// Tells whether a row is one that nobody is to search for: help, and the key that leaves.
fn is_way_out(context: Context, row: &Binding) -> bool {
    matches!(row.action, Action::Browse(Browsing::Help) | Action::Quit | Action::Close)
        || (context == Context::Editor && row.action == Action::Accept)
}

#[cfg(test)]
mod tests {
    use super::{hints, is_way_out, keys};
    use crate::env::{Colours, Glyphs};
    use crate::tui::keymap::{Context, rows};
    use crate::tui::theme::Theme;

    #[test]
    fn footers_fit_at_every_width() {
        for glyphs in [Glyphs::Unicode, Glyphs::Ascii] {
            let theme = Theme::new(Colours::Sixteen, glyphs);
            for context in Context::ALL {
                for columns in 2..=200 {
                    let line = keys(context, columns, theme, |row| row.label);
                    assert!(line.width() < columns.max(2), "{context:?} at {columns}: {line}");
                }
            }
        }
    }

    #[test]
    fn footers_always_name_help_and_the_way_out() {
        for context in Context::ALL {
            let ways: Vec<&str> = rows(context)
                .filter(|row| is_way_out(context, row) && !row.label.is_empty())
                .map(|row| row.label)
                .collect();
            assert!(!ways.is_empty(), "{context:?} has no way out");
            for columns in 40..=200 {
                let shown: Vec<&str> = hints(context, columns - 2, |row| row.label)
                    .into_iter()
                    .map(|(_, label)| label)
                    .collect();
                for way in &ways {
                    assert!(
                        shown.contains(way),
                        "{context:?} at {columns} has no {way}: {shown:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn wide_footers_name_every_labelled_key() {
        for context in Context::ALL {
            let mut all: Vec<&str> =
                rows(context).map(|row| row.label).filter(|label| !label.is_empty()).collect();
            all.dedup();
            let shown: Vec<&str> =
                hints(context, 200, |row| row.label).into_iter().map(|(_, label)| label).collect();
            assert_eq!(shown, all, "{context:?}");
        }
    }

    #[test]
    fn two_keys_of_one_purpose_stand_together() {
        let theme = Theme::new(Colours::None, Glyphs::Unicode);
        assert_eq!(
            keys(Context::Welcome, 80, theme, |row| row.label).to_string(),
            " enter accept · left/right change · tab next · esc decide later"
        );
        assert_eq!(
            keys(Context::Welcome, 40, theme, |row| row.label).to_string(),
            " enter accept · esc decide later"
        );
    }
}
