//! Notes: every paragraph the learner wrote, newest first, and the chosen one whole.
//!
//! Deliberately absent: a way to write. `n` opens the editor on the note's day.

use super::pane::{Pane, Row, Selected};
use super::{Canvas, Target, split};
use crate::study::Study;
use crate::text::{shortened, visible, width};
use crate::tui::keymap::{self, Action, Browsing, Context};
use crate::tui::model::Model;
use ratatui::layout::Rect;
use ratatui::text::Span;

/// From this many columns on the chosen note stands beside the list.
const BESIDE: u16 = 76;

pub(super) fn draw(canvas: &mut Canvas, area: Rect, model: &Model, study: &Study) {
    let theme = canvas.theme;
    let notes = study.notes();
    let here = model.note_place(&notes);
    if notes.is_empty() {
        let key = keymap::key(Context::Notes, Action::Browse(Browsing::Note));
        let words = format!(
            "There are no notes yet. {key} writes one about the day that is shown; a few words on what you understood are enough."
        );
        let rows = Row::text(&words, Pane::columns(area), theme.quiet());
        return Pane { title: "Notes", title_style: theme.strong(), aside: "", rows, scroll: None }
            .draw(canvas, area);
    }
    let (list, whole) = if area.width >= BESIDE {
        split::right(area, area.width / 2)
    } else {
        split::bottom(area, (area.height / 2).min(9))
    };
    let columns = Pane::columns(list);
    let row = |(place, (day, paragraph)): (
        usize,
        &(&crate::plan::Day, crate::study::notes::Paragraph),
    )| {
        let head = format!("{}  {:>2} ", paragraph.at.format("%e %b"), day.no());
        let first = paragraph.text.lines().find(|line| !line.trim().is_empty()).unwrap_or("");
        let room = columns.saturating_sub(width(&head));
        let text = shortened(&visible(first.trim()), room).into_owned();
        let selected = if place == here { Selected::Whole } else { Selected::No };
        let spans = vec![Span::styled(head, theme.quiet()), Span::styled(text, theme.text())];
        Row { spans, target: Some(Target::Note(paragraph.key)), mark: None, selected }
    };
    let rows = notes.iter().enumerate().map(row).collect();
    let aside = notes.len().to_string();
    Pane { title: "Notes", title_style: theme.strong(), aside: &aside, rows, scroll: None }
        .draw(canvas, list);
    if let Some((day, paragraph)) = notes.get(here) {
        let title = format!("Day {}, {}", day.no(), day.title);
        let aside = paragraph.at.format("%a %-d %b %Y, %H:%M").to_string();
        let rows = Row::text(paragraph.text.trim_end(), Pane::columns(whole), theme.text());
        Pane {
            title: &title,
            title_style: theme.strong(),
            aside: &aside,
            rows,
            scroll: Some(model.scroll),
        }
        .draw(canvas, whole);
    }
}
