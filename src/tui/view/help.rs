//! Help: every key of the view it was opened from, straight from the keymap.
//!
//! Deliberately absent: keys of other places; the README has them all.

use super::pane::{Pane, Row};
use super::{Canvas, overlay};
use crate::tui::keymap::{self, Action, Context};
use ratatui::layout::Rect;
use ratatui::text::Span;

/// The columns for a row's keys.
const KEYS: usize = 20;

/// From this many columns on the keys stand beside what they do.
const BESIDE: usize = 60;

pub(super) fn draw(canvas: &mut Canvas, area: Rect, context: Context, scroll: isize) {
    let theme = canvas.theme;
    let columns = Pane::columns(area);
    let mut rows = Vec::new();
    for binding in keymap::rows(context) {
        let keys: Vec<String> = binding.chords.iter().map(ToString::to_string).collect();
        let keys = keys.join(" ");
        if columns < BESIDE {
            rows.push(Row::styled(keys, theme.accent()));
            rows.extend(Row::led(vec![Span::raw("  ")], binding.help, columns, theme.text()));
        } else {
            let lead = vec![Span::styled(format!("{keys:<KEYS$} "), theme.accent())];
            rows.extend(Row::led(lead, binding.help, columns, theme.text()));
        }
    }
    rows.push(Row::blank());
    let close = keymap::key(Context::Help, Action::Close);
    rows.extend(Row::text(
        &format!("{close} closes this. `ninety --help` tells about the command line."),
        columns,
        theme.quiet(),
    ));
    let title = format!("Keys in {}", context.name());
    overlay::clear(canvas, area);
    let title_style = theme.strong();
    Pane { title: &title, title_style, aside: "", rows, scroll: Some(scroll) }.draw(canvas, area);
}
