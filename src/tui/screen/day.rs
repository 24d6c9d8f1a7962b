//! A day as rows: what was written last, what it is for, what to do and to check; then what to read, what it builds on
//! and what is good to know.

use super::prelude::*;
use super::rows::{self, Item};
use crate::journal::Answer;
use crate::plan::Day;
use crate::study::weeks::Thread;
use crate::study::{DayState, said};
use crate::text::shortened;
use std::borrow::Cow;

/// The columns of what stands before the words of earlier evenings.
const LED: usize = 12;

/// The heading of what there is to read.
pub const READ: &str = "Read";

/// Returns what there is to do on a day; what there is to read, behind a heading, with the days it builds on; and what is
/// good to know. Without a cursor what is done in Today alone is left out.
pub fn rows(theme: Theme, study: &Study, day: &'static Day, cursor: Option<usize>, columns: usize) -> [Vec<Row>; 3] {
    let mut rows = Vec::new();
    if let Some((why, _)) = &study.day(day.no()).skipped {
        let why = if why.trim().is_empty() { "without a reason" } else { why };
        rows.extend(Row::led(Span::styled("Skipped  ", theme.accent()), why, columns, theme.text()));
        rows.push(Row::blank());
    }
    if study.state(day) == DayState::Open && cursor.is_some() {
        rows.extend(before(theme, study, day, columns));
    }
    if let Some(outcome) = &day.outcome {
        rows.extend(Row::text(outcome, columns, theme.text()));
        rows.push(Row::blank());
    }
    let items = rows::items(study, day);
    let row = |(place, item): (usize, &Item)| {
        let selected = if cursor == Some(place) { Selected::Cursor } else { Selected::No };
        let (target, mark) = (Target::Item(day.no(), place), Target::Mark(day.no(), place));
        rows::aimed(item.rows(theme, study, day, columns, selected), target, mark, selected)
    };
    let is_check = |item: &Item| matches!(item, Item::Check(..));
    let checks = items.iter().position(is_check);
    let is_read = |item: &Item| matches!(item, Item::Resource(_));
    let is_to_do = |(_, item): &(usize, &Item)| !is_read(item) && (cursor.is_some() || !is_check(item));
    for (place, item) in items.iter().enumerate().filter(is_to_do) {
        if checks == Some(place) {
            rows.push(Row::blank());
            rows.extend(Row::text(rows::checks_heading(study), columns, theme.quiet()));
        }
        rows.extend(row((place, item)));
    }
    rows.extend(threads(theme, study, day, columns));
    let resources = items.iter().enumerate().filter(|(_, item)| is_read(item)).flat_map(row);
    let to_do = std::mem::replace(&mut rows, rows::part(theme, READ, resources.collect()));
    if let Some((week, milestone)) = study.plan().milestone_of(day.no())
        && cursor.is_some()
        && milestone.last() != day.no()
    {
        rows.push(Row::blank());
        rows.extend(rows::milestone_row(theme, study, week, milestone, columns));
    }
    let on = |no: &DayNo| {
        let before = study.plan().day(*no);
        let state = study.state(before);
        let lead = vec![Span::styled(format!("  {} ", theme.glyphs().mark(state)), theme.state(state))];
        Row::led(lead, &format!("{} {}", before.no(), before.title), columns, theme.text())
    };
    rows.extend(rows::part(theme, "Builds on", day.builds_on().iter().flat_map(on).collect()));
    let text = |text: &str| Row::led("  ", text, columns, theme.text());
    let mut about = rows::part(theme, "Good to know", day.note.map(text).unwrap_or_default());
    let examples = Some(day.examples.join(", ")).filter(|examples| !examples.is_empty());
    about.extend(rows::part(theme, "Such as", examples.map(|e| text(&e)).unwrap_or_default()));
    [to_do, rows, about]
}

/// Returns what was written last and the one change of the last review, for a day that opens.
fn before(theme: Theme, study: &Study, day: &Day, columns: usize) -> Vec<Row> {
    if study.current_day().is_none_or(|current| current.no() != day.no()) {
        return Vec::new();
    }
    let earlier = study.plan().days().get(..day.no().index()).unwrap_or_default();
    let last = earlier.iter().rev().find_map(|day| study.last_said(day, " "));
    let mut rows = Vec::new();
    let mut add = |name: &str, text: &str| {
        let led = |text: &str| Row::led(Span::styled(format!("{name}  "), theme.quiet()), text, columns, theme.text());
        let room = columns.saturating_sub(LED).saturating_mul(2);
        // A long note is not measured whole for every frame: a column takes four bytes at most.
        let may_fit = text.len() <= room.saturating_mul(4) && matches!(shortened(text, room), Cow::Borrowed(_));
        let whole = may_fit.then(|| led(text)).filter(|rows| rows.len() <= 2);
        // Words leave room at the ends of rows: so much less is said that the sign of what is cut is in sight.
        let two = whole.unwrap_or_else(|| led(&shortened(text, room.saturating_sub(LED))));
        rows.extend(two.into_iter().take(2));
    };
    let reviewed = study.plan().weeks().iter().rfind(|week| !study.fold().week(week.no()).reviews.is_empty());
    let change = reviewed.map(|week| study.answers(week).get(Answer::Next).to_owned());
    if let Some(change) = change.filter(|change| !change.trim().is_empty()) {
        add("One change", &change.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    if let Some(last) = last {
        add("Last note ", &last);
    }
    if !rows.is_empty() {
        rows.push(Row::blank());
    }
    rows
}

pub fn time(study: &Study, day: &Day) -> String {
    let planned = day.minutes().map(|minutes| words::minutes([minutes.min, minutes.max]));
    let logged = Some(study.day(day.no()).minutes()).filter(|minutes| *minutes > 0);
    let logged = logged.map(|minutes| format!("{minutes} logged"));
    [planned, logged].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Returns the earlier projects that the day continues: how far each has come, where it is, and what was noted last.
fn threads(theme: Theme, study: &Study, day: &Day, columns: usize) -> Vec<Row> {
    let thread = |thread: &Thread| {
        let glyph = rows::milestone_glyph(theme, study, thread.milestone);
        let lead = vec![Span::styled(format!("  {glyph} "), theme.milestone())];
        let note = said(thread.note.as_deref().unwrap_or_default(), "\n");
        let note = note.lines().next_back().map(|note| format!("“{}”", shortened(note, columns.max(80))));
        let reached = if thread.reached.is_some() { ", reached" } else { "" };
        let name = format!("{} (day {}{reached})", thread.milestone.title, thread.day.no());
        let parts: Vec<String> = [Some(name), thread.link.clone(), note].into_iter().flatten().collect();
        Row::led(lead, &parts.join(&format!(" {} ", theme.glyphs().dot)), columns, theme.text())
    };
    rows::part(theme, "Continues", study.threads(day).iter().flat_map(thread).collect())
}
