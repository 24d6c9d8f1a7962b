//! A milestone's own page: criteria, evidence, rubric, and below them what to do beyond it and what goes wrong easily.
//!
//! Deliberately absent: what the keys mean there.

use super::overlay::{ask, clear};
use super::pane::{Pane, Row, Selected};
use super::{Canvas, Target, criteria, split};
use crate::journal::{Made, Part, Score};
use crate::plan::{Milestone, Question, Text, Week};
use crate::study::Study;
use crate::text::{counted, visible, width};
use crate::tui::keymap::{self, Action, Context, Proving};
use crate::tui::milestone::{Field, Fold, Page};
use crate::tui::theme::Theme;
use ratatui::layout::Rect;
use ratatui::text::Span;

/// From this many columns on what stands below has a column of its own.
const WIDE: u16 = 110;

/// From this many rows on it is never folded.
const TALL: u16 = 40;

/// The columns of a part's name.
const LABEL: usize = 13;

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
        let selected = match page.fold {
            Fold::Folded | Fold::Open if page.is_at_end(study) => Selected::Cursor,
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
        write(canvas, area, study, week, field);
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
    let sign = theme.signs().milestone(study.proof(week));
    let long = format!("{sign} Milestone of week {}: {}", week.no(), milestone.title);
    let short = format!("{sign} Week {}: {}", week.no(), milestone.title);
    let aside = criteria::standing(study, week, milestone);
    let row = None;
    if width(&long) + width(&aside) + 6 <= usize::from(area.width) {
        Head { title: long, aside, row }
    } else if Pane::has_room(area, &short, &aside) {
        Head { title: short, aside, row }
    } else {
        let row = criteria::state(study, week, milestone);
        let aside = criteria::met(study, week, milestone).unwrap_or_default();
        Head { title: short, aside, row }
    }
}

/// Returns the rows that the cursor can stand on, under their headings.
fn selectable(
    theme: Theme,
    study: &Study,
    page: &Page,
    week: &Week,
    milestone: &Milestone,
    columns: usize,
) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut place = 0;
    let mut add = |rows: &mut Vec<Row>, item: Vec<Row>| {
        let target = Some(Target::Row(place));
        let mark = Some((4, Target::Mark(place)));
        rows.extend(item.into_iter().map(|row| Row { target, mark, ..row }));
        place += 1;
    };
    let mut at = 0;
    let mut selected = || {
        let here = at == page.row;
        at += 1;
        if here { Selected::Cursor } else { Selected::No }
    };
    if !milestone.accept.is_empty() {
        rows.extend(Row::text(criteria::heading(study), columns, theme.quiet()));
    }
    for criterion in milestone.accept.iter() {
        let item = criteria::row(theme, study, week, criterion, columns, selected());
        add(&mut rows, item);
    }
    if let Some(open) = criteria::still_open(study, week, milestone) {
        rows.extend(Row::led(vec![Span::raw("       ")], &open, columns, theme.quiet()));
    }
    heading(&mut rows, theme, "What shows it");
    for part in Part::ALL {
        let text = study.kept(week).evidence().get(&part).map_or("", String::as_str);
        add(&mut rows, evidence(theme, part, text, columns, selected()));
    }
    if !milestone.rubric.is_empty() {
        let meanings = Score::ALL.map(|score| format!("{score} {}", score.meaning()));
        heading(&mut rows, theme, &format!("Ask yourself ({})", meanings.join(", ")));
    }
    for question in milestone.rubric.iter() {
        add(&mut rows, scored(theme, study, week, question, columns, selected()));
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

fn evidence(theme: Theme, part: Part, text: &str, columns: usize, selected: Selected) -> Vec<Row> {
    let label = Span::styled(format!("{:<LABEL$}", part.label()), theme.quiet());
    let lead = vec![lead(theme, selected), label];
    let (text, style) = match (text.is_empty(), part.made()) {
        (true, _) => (theme.signs().dot.to_owned(), theme.quiet()),
        (false, Made::Link) => (visible(text).into_owned(), theme.accent()),
        (false, Made::Words) => (visible(text).into_owned(), theme.text()),
    };
    let rows = Row::led(lead, &text, columns, style);
    rows.into_iter().map(|row| Row { selected, ..row }).collect()
}

fn scored(
    theme: Theme,
    study: &Study,
    week: &Week,
    question: &Question,
    columns: usize,
    selected: Selected,
) -> Vec<Row> {
    let scores = study.kept(week).scores(question);
    let now = scores.last().map_or(theme.signs().dot.to_owned(), |last| last.score.to_string());
    let before = match scores {
        [] | [_] => String::new(),
        [.., before, _] => {
            let date = before.at.format("%-d %b");
            format!(" (it was {} on {date})", before.score)
        }
    };
    let style = if selected == Selected::No { theme.text() } else { theme.strong() };
    let lead = vec![
        lead(theme, selected),
        Span::styled(format!("{now}  "), theme.accent().patch(theme.strong())),
    ];
    let rows = Row::led(lead, &format!("{}{before}", question.text), columns, style);
    rows.into_iter().map(|row| Row { selected, ..row }).collect()
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
    let key = keymap::key(Context::Milestone, Action::Prove(Proving::Unfold));
    Row::text(&format!("{}: {key} unfolds them.", counts.join(" and ")), columns, theme.quiet())
}

/// Returns stretch goals and pitfalls in full.
pub(super) fn lists(theme: Theme, milestone: &Milestone, columns: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    let lists: [(&str, &[Text]); 2] =
        [("Beyond it", &milestone.stretch), ("What goes wrong easily", &milestone.pitfalls)];
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

fn write(canvas: &mut Canvas, area: Rect, study: &Study, week: &Week, field: &Field) {
    let title = week.milestone.as_ref().map_or("", |milestone| milestone.title.as_ref());
    let title = format!("{title}: {}", field.part.label());
    let words = match field.part.made() {
        Made::Link => "An address that begins with http:// or https://.",
        Made::Words => "One line.",
    };
    let is_kept = study.kept(week).evidence().contains_key(&field.part);
    let gone = if is_kept { " Without one, what was here is taken away." } else { "" };
    ask(canvas, area, &title, &format!("{words}{gone}"), field.wrong.as_deref(), &field.input);
}
