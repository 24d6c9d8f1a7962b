//! What lies over a view while something is typed: the note editor, the search, a one-line question and the offer of a
//! draft.
//!
//! Deliberately absent: what the keys mean there.

use super::pane::{Pane, Row, Selected, inner};
use super::{Canvas, Target};
use crate::journal::drafts::Words;
use crate::plan::{Day, DayNo};
use crate::study::Study;
use crate::text::{capitalised, shortened, visible, width};
use crate::tui::keymap::{self, Action, Context};
use crate::tui::model::{Asked, Question, Search};
use crate::tui::writing::NoteEditor;
use crate::words;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget};
use tui_input::Input;

/// Draws the note editor in place of the view.
pub(super) fn note(canvas: &mut Canvas, area: Rect, study: &Study, editor: &NoteEditor) {
    let day = study.plan().day(editor.day);
    let title = format!("Note on {}", words::named(day));
    frame(canvas, area, &title, Vec::new());
    canvas.cursor = editor.writing.draw(inner(area), canvas.buffer);
}

/// Returns a rectangle in the middle of another, at most this large.
pub(super) fn centred(area: Rect, columns: u16, rows: u16) -> Rect {
    // A sliver of the view around it would only look torn.
    let width = if area.width < columns.saturating_add(12) { area.width } else { columns };
    let height = if area.height < rows.saturating_add(4) { area.height } else { rows };
    Rect {
        x: area.x.saturating_add(area.width.saturating_sub(width) / 2),
        y: area.y.saturating_add(area.height.saturating_sub(height) / 3),
        width,
        height,
    }
}

/// Clears a rectangle and the columns beside it, and forgets what a click anywhere else means.
pub(super) fn clear(canvas: &mut Canvas, area: Rect) {
    let left = area.x.saturating_sub(1);
    let right = area.right().saturating_add(1);
    let wide = Rect { x: left, width: right.saturating_sub(left), ..area };
    Clear.render(wide.intersection(canvas.buffer.area), canvas.buffer);
    canvas.targets.clear();
}

/// Clears a rectangle and draws a pane there. Nothing beneath it is clicked through.
pub(super) fn frame(canvas: &mut Canvas, area: Rect, title: &str, rows: Vec<Row>) {
    clear(canvas, area);
    let title_style = canvas.theme.strong();
    Pane { title, title_style, aside: "", rows, scroll: None }.draw(canvas, area);
}

/// Draws a line of text that is being typed, and puts the cursor there.
pub(super) fn field(canvas: &mut Canvas, area: Rect, lead: &str, input: &Input) {
    let theme = canvas.theme;
    canvas.line(area, &Line::styled(lead.to_owned(), theme.accent()));
    let indent = u16::try_from(width(lead)).unwrap_or(0);
    let rest =
        Rect { x: area.x.saturating_add(indent), width: area.width.saturating_sub(indent), ..area };
    let columns = usize::from(rest.width).max(1);
    let scroll = input.visual_scroll(columns);
    let mut skipped = 0;
    let shown: String = input
        .value()
        .chars()
        .skip_while(|c| {
            let skip = skipped < scroll;
            skipped += unicode_width::UnicodeWidthChar::width(*c).unwrap_or(0);
            skip
        })
        .collect();
    canvas.line(rest, &Line::raw(visible(&shown).into_owned()));
    let x = u16::try_from(input.visual_cursor().saturating_sub(scroll)).unwrap_or(0);
    let at = Position::new(rest.x.saturating_add(x).min(rest.right().saturating_sub(1)), rest.y);
    canvas.cursor = rest.contains(at).then_some(at);
}

/// Draws the search and what it found.
pub(super) fn search(canvas: &mut Canvas, area: Rect, search: &Search) {
    let theme = canvas.theme;
    let area = centred(area, 76, 18);
    let columns = Pane::columns(area);
    let mut rows = vec![Row::blank(), Row::blank()];
    if search.hits.is_empty() {
        let words = if search.input.value().trim().is_empty() {
            "Type a few letters of a day, a task, a resource or a note."
        } else {
            "Nothing fits. Fewer letters find more."
        };
        rows.extend(Row::text(words, columns, theme.quiet()));
    }
    // The field stays in sight: only the hits scroll.
    let height = usize::from(inner(area).height).saturating_sub(2).max(1);
    let first = (search.selected + 1).saturating_sub(height);
    for (place, hit) in search.hits.iter().enumerate().skip(first).take(height) {
        let head = format!("{:>3} {:<5}", hit.day.get(), hit.kind.label());
        let text =
            shortened(&visible(&hit.text), columns.saturating_sub(width(&head))).into_owned();
        rows.push(Row {
            spans: vec![Span::styled(head, theme.quiet()), Span::styled(text, theme.text())],
            target: Some(Target::Hit(place)),
            mark: None,
            selected: if place == search.selected { Selected::Whole } else { Selected::No },
        });
    }
    let title = if search.hits.is_empty() {
        "Search".to_owned()
    } else {
        format!("Search: {} found", search.hits.len())
    };
    // The rows that fit are chosen above, so the pane itself has nothing to scroll.
    rows.truncate(usize::from(inner(area).height));
    frame(canvas, area, &title, rows);
    let top = Rect { height: 1, ..inner(area) };
    field(canvas, top, "/ ", &search.input);
}

/// Draws a one-line question about a day.
pub(super) fn question(canvas: &mut Canvas, area: Rect, study: &Study, question: &Question) {
    let day = study.plan().day(question.day);
    let (title, words) = match question.asked {
        Asked::Reason => {
            let later: Vec<DayNo> = study.plan().relying_on(day.no()).map(Day::no).collect();
            let why = "Why? A few words, or nothing.";
            let words = words::building_on_it(&later)
                .map_or(why.to_owned(), |later| format!("{}. {why}", capitalised(&later)));
            (format!("Skip {}", words::named(day)), words)
        }
        Asked::Minutes => {
            let logged = study.day(day.no()).minutes();
            let before = if logged > 0 {
                format!(" {logged} min are logged; this adds to them.")
            } else {
                String::new()
            };
            (
                format!("Time spent on {}", words::named(day)),
                format!("Minutes, such as 45, or hours, such as 1h30.{before}"),
            )
        }
    };
    ask(canvas, area, &title, &words, question.wrong.as_deref(), &question.input);
}

/// Draws a box with words, or with what is wrong in their place, and a field below them.
pub(super) fn ask(
    canvas: &mut Canvas,
    area: Rect,
    title: &str,
    words: &str,
    wrong: Option<&str>,
    input: &Input,
) {
    let theme = canvas.theme;
    let area = centred(area, 64, 7);
    let style = if wrong.is_some() { theme.strong() } else { theme.quiet() };
    let mut rows = Row::text(wrong.unwrap_or(words), Pane::columns(area), style);
    rows.truncate(3);
    let line = u16::try_from(rows.len() + 1).unwrap_or(2);
    frame(canvas, area, title, rows);
    let inside = inner(area);
    let y = inside.y.saturating_add(line).min(inside.bottom().saturating_sub(1));
    field(canvas, Rect { y, height: 1, ..inside }, "> ", input);
}

/// Draws the offer of a draft that was found.
pub(super) fn draft(canvas: &mut Canvas, area: Rect, study: &Study, no: DayNo, words: &Words) {
    let theme = canvas.theme;
    let area = centred(area, 64, 14);
    let columns = Pane::columns(area);
    let day = study.plan().day(no);
    let (what, title) = match words {
        Words::Note(_) => ("note", words::named(day)),
        Words::Review(_) => ("review", words::week_named(study.plan().week_of(no))),
    };
    let sentence = format!("This {what} was being written when ninety ended. It is not saved yet.");
    let mut rows = Row::text(&sentence, columns, theme.text());
    rows.push(Row::blank());
    let keys = [Action::Accept, Action::Discard, Action::Close];
    let row = |action| keymap::rows(Context::Draft).find(|row| row.action == action);
    for binding in keys.into_iter().filter_map(row) {
        let key = binding.chords.first().map(ToString::to_string).unwrap_or_default();
        rows.push(Row {
            spans: vec![Span::styled(format!("{key:<7}"), theme.accent()), Span::raw(binding.help)],
            ..Row::default()
        });
    }
    rows.push(Row::blank());
    rows.extend(Row::text(words.whole().trim(), columns, theme.quiet()));
    frame(canvas, area, &format!("A draft for {title}"), rows);
}
