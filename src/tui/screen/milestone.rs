//! A week's milestone as it is drawn: its title, its checks and links, and what stands below them.

use super::prelude::*;
use super::rows::{self, Item};
use crate::plan::{Milestone, Week};
use crate::text::width;

pub fn items(study: &Study, week: &'static Week) -> Vec<Item> {
    let checks = week.checks().iter().map(|check| Item::Check(week, check));
    let links = study.links(week).into_iter().map(Item::Link);
    let add = week.milestone.iter().map(|_| Item::AddLink);
    checks.chain(links).chain(add).collect()
}

pub fn rows(theme: Theme, study: &Study, week: &'static Week, columns: usize, cursor: Option<usize>) -> Vec<Row> {
    let day = study.plan().day(week.last());
    let checks = week.checks().len();
    let mut rows = Vec::new();
    for (place, item) in items(study, week).into_iter().enumerate() {
        let selected = if cursor == Some(place) { Selected::Cursor } else { Selected::No };
        let (target, mark) = (Target::Check(week.no(), place), Target::CheckMark(week.no(), place));
        let heading = match &item {
            Item::Check(..) => (place == 0).then(|| rows::checks_heading(study)),
            _ => (place == checks).then_some("Links"),
        };
        if let Some(heading) = heading {
            rows.extend((!rows.is_empty()).then(Row::blank));
            rows.extend(Row::text(heading, columns, theme.quiet()));
        }
        rows.extend(rows::aimed(item.rows(theme, study, day, columns, selected), target, mark, selected));
    }
    rows
}

pub fn title(theme: Theme, study: &Study, week: &Week, milestone: &Milestone, area: Rect) -> (String, String) {
    let glyph = rows::milestone_glyph(theme, study, milestone);
    let progress = rows::milestone_progress(study, week, milestone);
    let title = format!("{glyph} {}", milestone.title);
    let all = milestone.accept.len();
    let count = if all > 0 { format!("{}/{all}", all - study.open_checks(week).count()) } else { String::new() };
    let short = progress.rsplit(", ").next().unwrap_or_default().to_owned();
    let has_room = |aside: &str| width(&title) + width(aside) + 6 <= usize::from(area.width);
    let aside = [progress, short].into_iter().find(|aside| has_room(aside)).unwrap_or(count);
    (title, aside)
}

/// Returns what there is beyond the checks: the parts that have room, and of the others how much and which key shows it.
pub fn more(theme: Theme, milestone: &Milestone, columns: usize, room: usize, key: &str) -> Vec<Row> {
    let lead = || vec![Span::styled(format!("{} ", theme.glyphs().resource), theme.quiet())];
    let list = |text: &&str| Row::led(lead(), text, columns, theme.text());
    let part = |(heading, texts): (&'static str, Vec<&str>)| {
        let rows = rows::part(theme, heading, texts.iter().flat_map(list).collect());
        (rows, format!("{heading} ({})", texts.len()))
    };
    let parts: Vec<(Vec<Row>, String)> = words::more(milestone).map(part).collect();
    let ends = |shown: usize| {
        let left: Vec<&str> = parts.iter().skip(shown).map(|(_, name)| name.as_str()).collect();
        let text = format!("{key} shows more: {}.", left.join(", "));
        if left.is_empty() {
            Vec::new()
        } else {
            [vec![Row::blank()], Row::text(&text, columns, theme.quiet())].concat()
        }
    };
    let height = |shown: usize| parts.iter().take(shown).map(|(rows, _)| rows.len()).sum::<usize>() + ends(shown).len();
    let shown = (0..=parts.len()).rfind(|shown| height(*shown) <= room).unwrap_or(0);
    let end = ends(shown);
    parts.into_iter().take(shown).flat_map(|(rows, _)| rows).chain(end).collect()
}

pub fn draw(canvas: &mut Canvas, area: Rect, study: &Study, week: &'static Week) {
    let (theme, columns) = (canvas.theme, Pane::columns(area));
    let Some(milestone) = &week.milestone else { return };
    let day = study.plan().day(week.last());
    let check = |check| Item::Check(week, check).rows(theme, study, day, columns, Selected::No);
    let mut rows: Vec<Row> = milestone.accept.iter().flat_map(check).collect();
    // The rest stands in the week; here only where nothing is out of sight for it.
    let more = more(theme, milestone, columns, usize::MAX, "");
    let has_room = rows.len() + more.len() <= usize::from(inner(area).height);
    rows.extend(more.into_iter().filter(|_| has_room));
    let (title, aside) = title(theme, study, week, milestone, area);
    Pane { title: &title, title_style: theme.milestone(), aside: &aside, rows, ..Pane::default() }.draw(canvas, area);
}
