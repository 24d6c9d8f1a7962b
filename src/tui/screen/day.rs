//! A day as rows: what was written last, what it is for, what to do, to check and to read, and what it builds on.

use super::prelude::*;
use super::rows::{self, Item};
use crate::journal::Answer;
use crate::plan::Day;
use crate::study::DayState;
use crate::study::weeks::Thread;
use crate::text::shortened;

pub fn rows(theme: Theme, study: &Study, day: &'static Day, cursor: Option<usize>, columns: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    if let Some((why, _)) = &study.day(day.no()).skipped {
        let why = if why.trim().is_empty() { "without a reason" } else { why };
        rows.extend(Row::led(Span::styled("Skipped  ", theme.accent()), why, columns, theme.text()));
        rows.push(Row::blank());
    }
    if study.state(day) == DayState::Open {
        rows.extend(before(theme, study, day, columns));
    }
    if let Some(outcome) = &day.outcome {
        rows.extend(Row::text(outcome, columns, theme.text()));
        rows.push(Row::blank());
    }
    let (mut under, items) = (None, rows::items(study, day));
    for (place, item) in items.iter().enumerate() {
        let heading = match item {
            Item::Check(..) => Some(rows::checks_heading(study)),
            Item::Resource(_) => Some("Read"),
            _ => None,
        };
        if let Some(heading) = heading.filter(|heading| under != Some(*heading)) {
            if matches!(item, Item::Resource(_)) {
                rows.extend(threads(theme, study, day, columns));
            }
            under = Some(heading);
            rows.push(Row::blank());
            rows.extend(Row::text(heading, columns, theme.quiet()));
        }
        let selected = if cursor == Some(place) { Selected::Cursor } else { Selected::No };
        let (target, mark) = (Target::Item(day.no(), place), Target::Mark(day.no(), place));
        rows.extend(rows::aimed(item.rows(theme, study, day, columns, selected), target, mark, selected));
    }
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
    rows.extend(rows::part(theme, "Good to know", day.note.map(text).unwrap_or_default()));
    let examples = Some(day.examples.join(", ")).filter(|examples| !examples.is_empty());
    rows.extend(rows::part(theme, "Such as", examples.map(|e| text(&e)).unwrap_or_default()));
    rows
}
/// Returns what was written last and the one change of the last review, for a day that opens.
fn before(theme: Theme, study: &Study, day: &Day, columns: usize) -> Vec<Row> {
    if study.current_day().is_none_or(|current| current.no() != day.no()) {
        return Vec::new();
    }
    let earlier = study.plan().days().get(..day.no().index()).unwrap_or_default();
    let noted = earlier.iter().rfind(|day| !study.day(day.no()).notes.is_empty());
    let mut rows = Vec::new();
    let mut add = |name: &str, text: &str| {
        let lead = vec![Span::styled(format!("{name}  "), theme.quiet())];
        let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let text = lines.join(" ");
        rows.extend(Row::led(lead, &shortened(&text, columns * 2), columns, theme.text()).into_iter().take(2));
    };
    let weeks = study.plan().weeks().iter();
    let reviewed = weeks.rev().find(|week| !study.fold().week(week.no()).reviews.is_empty());
    let change = reviewed.map(|week| study.answers(week).get(Answer::Next).to_owned());
    if let Some(change) = change.filter(|change| !change.trim().is_empty()) {
        add("One change", &change);
    }
    if let Some(note) = noted.and_then(|day| study.paragraphs(day.no()).next_back()) {
        add("Last note ", &note.text);
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
        let note = thread.note.as_deref().unwrap_or_default();
        let note = note.lines().rfind(|line| !line.trim().is_empty());
        let note = note.map(|note| format!("“{}”", shortened(note.trim(), 80)));
        let reached = if thread.reached.is_some() { ", reached" } else { "" };
        let name = format!("{} (day {}{reached})", thread.milestone.title, thread.day.no());
        let parts: Vec<String> = [Some(name), thread.link.clone(), note].into_iter().flatten().collect();
        Row::led(lead, &parts.join(&format!(" {} ", theme.glyphs().dot)), columns, theme.text())
    };
    rows::part(theme, "Continues", study.threads(day).iter().flat_map(thread).collect())
}
