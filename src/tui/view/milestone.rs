//! A milestone's own page: criteria, evidence, rubric, and below them what to do beyond it and what goes wrong easily.
//!
//! Deliberately absent: what the keys mean there.

use super::overlay::{ask, clear};
use super::pane::{Pane, Row, Selected};
use super::{Canvas, Target, criteria, split};
use crate::journal::{Made, Part, Score};
use crate::plan::{Milestone, Question, Text, Week};
use crate::study::Study;
use crate::text::{counted, visible};
use crate::tui::keymap::{self, Action, Browsing, Context};
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

pub(super) fn draw(canvas: &mut Canvas, area: Rect, study: &Study, page: &Page) {
    let Some((week, milestone)) = page.shown(study) else { return };
    clear(canvas, area);
    let theme = canvas.theme;
    let (main, beside) =
        split::right(area, if area.width >= WIDE { area.width / 5 * 2 } else { 0 });
    let columns = Pane::columns(main);
    let mut rows = selectable(theme, study, page, week, milestone, columns);
    if beside.is_empty() {
        rows.push(Row::blank());
        rows.extend(below(theme, page, milestone, columns, area.height));
    } else {
        let rows = lists(theme, milestone, Pane::columns(beside));
        let title_style = theme.strong();
        Pane { title: "Stretch and pitfalls", title_style, aside: "", rows, scroll: None }
            .draw(canvas, beside);
    }
    let sign = theme.signs().milestone(study.proof(week));
    let title = format!("{sign} Milestone of week {}: {}", week.no(), milestone.title);
    let aside = criteria::standing(study, week, milestone);
    let title_style = theme.milestone().patch(theme.strong());
    Pane { title: &title, title_style, aside: &aside, rows, scroll: Some(page.scroll) }
        .draw(canvas, main);
    if let Some(field) = &page.field {
        write(canvas, area, milestone, field);
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
    if page.fold == Fold::Open || height >= TALL {
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
    let key = keymap::key(Context::Milestone, Action::Browse(Browsing::Unfold));
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

fn write(canvas: &mut Canvas, area: Rect, milestone: &Milestone, field: &Field) {
    let title = format!("{}: {}", milestone.title, field.part.label());
    let words = match field.part.made() {
        Made::Link => {
            "An address that begins with http:// or https://. Without one, what was here is taken away."
        }
        Made::Words => "One line. Without one, what was here is taken away.",
    };
    ask(canvas, area, &title, words, field.wrong.as_deref(), &field.input);
}
