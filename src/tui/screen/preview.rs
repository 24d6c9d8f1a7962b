//! What a change of the schedule comes to, as rows: finish, to spare and goal, before and after, and the next days.

use super::prelude::*;
use crate::journal::By;
use crate::study::{Schedule, Slot};
use chrono::NaiveDate;

/// The columns of a name.
const NAME: usize = 10;

const NEXT: usize = 7;

pub fn figures(theme: Theme, before: &Schedule, after: &Schedule, columns: usize) -> Vec<Row> {
    let row = |name: &str, [was, is]: [String; 2]| {
        let lead = vec![Span::styled(format!("{name:<NAME$}"), theme.quiet())];
        let style = if was == is { theme.text() } else { theme.strong() };
        let was = Some(was).filter(|was| *was != is && !was.is_empty());
        let was = was.map_or(String::new(), |was| format!("{was} {} ", theme.glyphs().then));
        Row::led(lead, &format!("{was}{is}"), columns, style)
    };
    let date = |date: Option<NaiveDate>| {
        date.map_or_else(|| "none yet".to_owned(), |date| date.format("%-d %b %Y").to_string())
    };
    let spare = |days| words::to_spare(days).replace(" to spare", "");
    let spare = [before, after].map(|schedule| schedule.to_spare().map_or_else(String::new, spare));
    let mut rows = row("Finish", [before.finish(), after.finish()].map(date));
    if spare.iter().any(|spare| !spare.is_empty()) {
        rows.extend(row("To spare", spare));
    }
    rows.extend(row("Goal", [before.goal, after.goal].map(date)));
    rows
}

/// Returns the next days with their dates; those that change are marked.
pub fn next(theme: Theme, study: &Study, before: &Schedule, after: &Schedule, columns: usize) -> Vec<Row> {
    let row = |slot: &Slot| {
        let was = before.slot(slot.day).map(|slot| slot.date).filter(|was| *was != slot.date);
        let glyph = if was.is_some() { theme.glyphs().changed } else { " " };
        let by = if after.pace.by == By::Week { "by " } else { "" };
        let head = format!("{by}{:<10}  {:>2}  ", slot.date.format("%a %e %b"), slot.day);
        let tail = was.map_or(String::new(), |was| format!("{:+} d", (slot.date - was).num_days()));
        let lead = vec![Span::styled(format!("{glyph} "), theme.accent()), Span::raw(head)];
        Row::between(lead, study.plan().day(slot.day).title, &tail, columns, [theme.text(), theme.quiet()])
    };
    after.slots.iter().take(NEXT).map(row).collect()
}
