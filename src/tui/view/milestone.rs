//! A milestone's own page: checks, links, questions to ask oneself, and below them what to do beyond it and what goes
//! wrong easily.
//!
//! Deliberately absent: what the keys mean there.

use super::overlay::{ask, clear};
use super::pane::{Pane, Row, Selected};
use super::{Canvas, Target, checks, split};
use crate::plan::{Milestone, Text, Week};
use crate::study::Study;
use crate::text::{counted, visible, width};
use crate::tui::keymap::{self, Action, Context, OnMilestone};
use crate::tui::milestone::{self, Fold, Item, Page};
use crate::tui::theme::Theme;
use ratatui::layout::Rect;
use ratatui::text::Span;

/// From this many columns on what stands below has a column of its own.
const WIDE: u16 = 110;

/// From this many rows on it is never folded.
const TALL: u16 = 40;

/// Tells whether on a screen of so many columns what stands below otherwise has a column of its own.
pub fn has_lists_beside(columns: u16) -> bool {
    columns >= WIDE
}

pub(super) fn draw(canvas: &mut Canvas, area: Rect, study: &Study, page: &Page) {
    let Some((week, milestone)) = page.shown(study) else { return };
    clear(canvas, area);
    let theme = canvas.theme;
    let (main, beside) =
        split::right(area, if has_lists_beside(area.width) { area.width / 5 * 2 } else { 0 });
    let columns = Pane::columns(main);
    let head = head(theme, study, week, milestone, main);
    let mut rows = match &head.row {
        Some(row) => Row::text(row, columns, theme.quiet()),
        None => Vec::new(),
    };
    rows.extend(selectable(theme, study, page, week, milestone, columns));
    if beside.is_empty() {
        let lists = below(theme, page, milestone, columns, area.height);
        // Below the last row only these stand.
        let items = milestone::items(study, week, milestone);
        let is_at_end = page.place(&items) + 1 == items.len();
        let selected = match page.fold {
            Fold::Folded | Fold::Open if is_at_end => Selected::Cursor,
            Fold::Folded | Fold::Open => Selected::No,
            Fold::InSight => Selected::Cursor,
        };
        if page.fold == Fold::InSight {
            // They are what is in sight now, and not the row that the cursor is on.
            for row in &mut rows {
                row.selected = Selected::No;
            }
        }
        if !lists.is_empty() {
            rows.push(Row::blank());
        }
        rows.extend(lists.into_iter().map(|row| Row { selected, ..row }));
    } else {
        let rows = lists(theme, milestone, Pane::columns(beside));
        let title_style = theme.strong();
        Pane { title: "Stretch and pitfalls", title_style, aside: "", rows, scroll: None }
            .draw(canvas, beside);
    }
    let title_style = theme.milestone().patch(theme.strong());
    Pane { title: &head.title, title_style, aside: &head.aside, rows, scroll: Some(page.scroll) }
        .draw(canvas, main);
    if let Some(field) = &page.field {
        let title = format!("A link for {}", milestone.title);
        ask(canvas, area, &title, milestone::WANTED, field.wrong.as_deref(), &field.input);
    }
}

/// What stands in the frame, and what has no room there.
struct Head {
    title: String,
    aside: String,
    row: Option<String>,
}

/// Returns the milestone's name and how far it has come: in the frame as far as that has room, else in a row.
fn head(theme: Theme, study: &Study, week: &Week, milestone: &Milestone, area: Rect) -> Head {
    let sign = checks::sign(theme, study, milestone);
    let long = format!("{sign} Milestone of week {}: {}", week.no(), milestone.title);
    let short = format!("{sign} Week {}: {}", week.no(), milestone.title);
    let aside = checks::progress(study, week, milestone);
    let row = None;
    if width(&long) + width(&aside) + 6 <= usize::from(area.width) {
        Head { title: long, aside, row }
    } else if Pane::has_room(area, &short, &aside) {
        Head { title: short, aside, row }
    } else {
        let row = checks::state(study, milestone);
        let aside = checks::count(study, week, milestone).unwrap_or_default();
        Head { title: short, aside, row }
    }
}

/// Returns the rows that the cursor can stand on, under their headings, and the questions to ask oneself.
fn selectable(
    theme: Theme,
    study: &Study,
    page: &Page,
    week: &Week,
    milestone: &'static Milestone,
    columns: usize,
) -> Vec<Row> {
    let mut rows = Vec::new();
    let items = milestone::items(study, week, milestone);
    let here = page.place(&items);
    if !milestone.accept.is_empty() {
        rows.extend(Row::text(checks::heading(study), columns, theme.quiet()));
    }
    for (place, item) in items.iter().enumerate() {
        if place == milestone.accept.len() {
            if let Some(open) = checks::still_open(study, week, milestone) {
                rows.extend(Row::led(vec![Span::raw("       ")], &open, columns, theme.quiet()));
            }
            rows.extend(questions(theme, milestone, columns));
            heading(&mut rows, theme, "Links");
        }
        let selected = if place == here { Selected::Cursor } else { Selected::No };
        let style = if place == here { theme.strong() } else { theme.text() };
        let lead = || vec![lead(theme, selected)];
        let item = match item {
            Item::Check(check) => checks::row(theme, study, week, check, columns, selected),
            Item::Link(url) => {
                Row::led(lead(), &visible(url), columns, style.patch(theme.accent()))
            }
            Item::AddLink => Row::led(lead(), "add a link", columns, style),
        };
        let target = Some(Target::Row(place));
        let mark = Some((4, Target::Mark(place)));
        rows.extend(item.into_iter().map(|row| Row { target, mark, selected, ..row }));
    }
    rows
}

/// Returns the questions to judge one's own work by.
pub(super) fn questions(theme: Theme, milestone: &Milestone, columns: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    if !milestone.rubric.is_empty() {
        rows.extend([Row::blank(), Row::styled("Ask yourself", theme.quiet())]);
    }
    for question in milestone.rubric {
        let lead = vec![Span::styled(format!("{} ", theme.signs().resource), theme.quiet())];
        rows.extend(Row::led(lead, question.text, columns, theme.text()));
    }
    rows
}

fn heading(rows: &mut Vec<Row>, theme: Theme, text: &str) {
    if !rows.is_empty() {
        rows.push(Row::blank());
    }
    rows.push(Row::styled(text.to_owned(), theme.quiet()));
}

fn lead(theme: Theme, selected: Selected) -> Span<'static> {
    let cursor = if selected == Selected::No { " " } else { theme.signs().cursor };
    Span::styled(format!("{cursor} "), theme.accent())
}

/// Returns stretch goals and pitfalls, or how many there are where there is little room.
fn below(
    theme: Theme,
    page: &Page,
    milestone: &Milestone,
    columns: usize,
    height: u16,
) -> Vec<Row> {
    if page.fold != Fold::Folded || height >= TALL {
        return lists(theme, milestone, columns);
    }
    let parts = [
        (milestone.stretch.len(), "stretch goal", "stretch goals"),
        (milestone.pitfalls.len(), "pitfall", "pitfalls"),
    ];
    let counts = parts.into_iter().filter(|(count, ..)| *count > 0);
    let counts: Vec<String> = counts.map(|(count, one, many)| counted(count, one, many)).collect();
    if counts.is_empty() {
        return Vec::new();
    }
    let key = keymap::key(Context::Milestone, Action::Milestone(OnMilestone::Unfold));
    Row::text(&format!("{}: {key} unfolds them.", counts.join(" and ")), columns, theme.quiet())
}

/// Returns stretch goals and pitfalls in full.
pub(super) fn lists(theme: Theme, milestone: &Milestone, columns: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    let lists: [(&str, &[Text]); 2] =
        [("Beyond it", milestone.stretch), ("What goes wrong easily", milestone.pitfalls)];
    for (title, texts) in lists {
        if texts.is_empty() {
            continue;
        }
        heading(&mut rows, theme, title);
        for text in texts {
            let lead = vec![Span::styled(format!("{} ", theme.signs().resource), theme.quiet())];
            rows.extend(Row::led(lead, text, columns, theme.text()));
        }
    }
    rows
}
