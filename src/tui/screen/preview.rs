//! What a change of the schedule comes to, as rows: finish, to spare and goal, before and after, and the next days.

use super::prelude::*;
use crate::journal::By;
use crate::study::{Schedule, Slot};
use crate::text::{counted, shortened, width};
use chrono::NaiveDate;

/// The columns of a name, and from how many on a day that moves has the date that it had.
const NAME: usize = 10;
const WAS: usize = 48;

const NEXT: usize = 7;

pub fn figures(theme: Theme, before: &Schedule, after: &Schedule, columns: usize) -> Vec<Row> {
    let then = format!(" {} ", theme.glyphs().then);
    let row = |name: &str, [[was, is], [was_short, is_short]]: [[String; 2]; 2]| {
        let lead = vec![Span::styled(format!("{name:<NAME$}"), theme.quiet())];
        if was == is || was.is_empty() || is.is_empty() {
            let style = if was == is { theme.text() } else { theme.strong() };
            return Row::led(lead, &is, columns, style);
        }
        let long = format!("{was}{then}{is}");
        let has_room = NAME + width(&long) <= columns;
        let change = if has_room { long } else { format!("{was_short}{then}{is_short}") };
        Row::led(lead, &change, columns, theme.strong())
    };
    let dates = |dates: [Option<NaiveDate>; 2]| {
        let form = |form: fn(NaiveDate) -> String| dates.map(|date| date.map_or_else(|| "none yet".to_owned(), form));
        [form(words::date), form(|date| date.format("%-d %b %Y").to_string())]
    };
    let spare = [before, after].map(|schedule| match schedule.to_spare() {
        None => String::new(),
        Some(days @ 1..) => counted(usize::try_from(days).unwrap_or(0), "day", "days"),
        Some(days) => words::to_spare(days),
    });
    let mut rows = row("Finish", dates([before.finish(), after.finish()]));
    if spare.iter().any(|spare| !spare.is_empty()) {
        rows.extend(row("To spare", [spare.clone(), spare]));
    }
    rows.extend(row("Goal", dates([before.goal, after.goal])));
    rows
}

/// Returns the next days with their dates; those that change are marked.
pub fn next(theme: Theme, study: &Study, before: &Schedule, after: &Schedule, columns: usize) -> Vec<Row> {
    let row = |slot: &Slot| {
        let was = before.slot(slot.day).map(|slot| slot.date).filter(|was| *was != slot.date);
        let glyph = if was.is_some() { theme.glyphs().changed } else { " " };
        let by = if after.pace.by == By::Week { "by " } else { "" };
        let head = format!("{by}{:<10}  {:>2}  ", slot.date.format("%a %e %b"), slot.day);
        let tail = was.map_or(String::new(), |was| match columns {
            0..WAS => format!("{:+} d", (slot.date - was).num_days()),
            WAS.. => format!("was {}", was.format("%-d %b")),
        });
        let lead = vec![Span::styled(format!("{glyph} "), theme.accent()), Span::raw(head)];
        let title = shortened(study.plan().day(slot.day).title, columns).into_owned();
        Row::between(lead, &title, &tail, columns, [theme.text(), theme.quiet()])
    };
    after.slots.iter().take(NEXT).map(row).collect()
}
