//! Today: one day, what to do and what to read, with its week and the learner's note beside it.
//!
//! Deliberately absent: what falls on a date. The day shown is the current one unless another was chosen.

use super::pane::{FRAMED, Pane, Row, Selected};
use super::{Canvas, Target, checks, footer, map, split};
use crate::journal::By;
use crate::plan::{Day, DayNo, Plan, Week};
use crate::study::schedule::Slot;
use crate::study::weeks::Thread;
use crate::study::{DayState, Study};
use crate::text::{shortened, width};
use crate::tui::keymap::{self, Action, Browsing, Context};
use crate::tui::model::Model;
use crate::tui::rows;
use crate::tui::theme::Theme;
use crate::words;
use chrono::Datelike;
use ratatui::layout::Rect;
use ratatui::text::Span;

/// From this many columns on the week and the note stand beside the day.
const BESIDE: u16 = 72;
/// From this many columns on a list of days has their dates, and from the second count on with weekdays.
const DATED: [usize; 2] = [32, 44];
/// The columns of a stretch.
const STRETCH: usize = 12;
/// From this many columns on the map of the plan stands there too.
const WIDE: u16 = 110;

pub(super) fn draw(canvas: &mut Canvas, area: Rect, model: &Model, study: &Study) {
    let day = study.plan().day(model.day);
    if area.width < BESIDE {
        return stacked(canvas, area, model, study, day);
    }
    let (near, far) = split::right(area, if area.width >= WIDE { 34 } else { 0 });
    // Where there is room, the week has its dates.
    let part =
        if area.width >= WIDE { near.width.saturating_mul(4) / 9 } else { near.width / 5 * 2 };
    let (main, beside) = split::right(near, part.clamp(28, 38));
    the_day(canvas, main, model, study, NoteBeside::Shown);
    let week = study.plan().week_of(day.no());
    let rows = u16::try_from(study.plan().days_in(week).len()).unwrap_or(u16::MAX);
    let most = beside.height.saturating_sub(5).max(5);
    let rows = rows.saturating_add(2).max(FRAMED.height);
    let (above, below) = split::top(beside, rows.min(most));
    the_week(canvas, above, study, day);
    the_note(canvas, below, study, day);
    if !far.is_empty() {
        let most = far.height.saturating_sub(6);
        let (above, below) = split::top(far, map::needed_rows(study.plan()).min(most));
        map::small(canvas, above, study, day);
        super::week::milestone(canvas, below, study, study.plan().week_of(day.no()), None);
    }
}

fn stacked(canvas: &mut Canvas, area: Rect, model: &Model, study: &Study, day: &Day) {
    if study.day(day.no()).notes.is_empty() || area.height < 12 {
        return the_day(canvas, area, model, study, NoteBeside::Hidden);
    }
    let (above, below) = split::bottom(area, (area.height / 3).clamp(4, 8));
    the_day(canvas, above, model, study, NoteBeside::Shown);
    the_note(canvas, below, study, day);
}

/// Says whether the learner's note, if there is one, is on the screen too.
#[derive(Clone, Copy, PartialEq, Eq)]
enum NoteBeside {
    Shown,
    Hidden,
}

fn the_day(canvas: &mut Canvas, area: Rect, model: &Model, study: &Study, note: NoteBeside) {
    let theme = canvas.theme;
    let day = study.plan().day(model.day);
    let columns = Pane::columns(area);
    let mut rows =
        if is_low(canvas.buffer.area) { Vec::new() } else { offer(theme, study, day, columns) };
    if let Some((why, _)) = &study.day(day.no()).skipped {
        let lead = vec![Span::styled("Skipped  ", theme.accent())];
        let why = if why.trim().is_empty() { "without a reason; s brings it back" } else { why };
        rows.extend(Row::led(lead, why, columns, theme.text()));
        rows.push(Row::blank());
    }
    if let Some(outcome) = &day.outcome {
        rows.extend(Row::text(outcome, columns, theme.text()));
        rows.push(Row::blank());
    }
    rows.extend(tasks(theme, model, study, day, columns));
    rows.extend(threads(theme, study, day, columns));
    rows.extend(milestone(theme, model, study, day, columns));
    rows.extend(resources(theme, model, study, day, columns));
    rows.extend(about(theme, study, day, columns));
    let state = study.state(day);
    let milestone = study.plan().milestone_of(day.no()).is_some();
    let sign =
        if milestone { format!("{} ", theme.signs().milestone_cell(state)) } else { String::new() };
    let done = if state == DayState::Complete {
        format!("{} complete", theme.signs().done)
    } else {
        time(study, day)
    };
    let title_style =
        if milestone { theme.milestone().patch(theme.strong()) } else { theme.strong() };
    let title = format!("{sign}{}", day.title);
    let aside = match note {
        NoteBeside::Hidden if !study.day(day.no()).notes.is_empty() => {
            let sign = theme.signs().note;
            let both = format!("{done} {sign}");
            // The time can be looked up; that there is a note must be seen.
            if Pane::has_room(area, &title, &both) { both } else { sign.to_owned() }
        }
        NoteBeside::Hidden | NoteBeside::Shown => done,
    };
    let aside = aside.trim_start();
    Pane { title: &title, title_style, aside, rows, scroll: Some(model.scroll) }.draw(canvas, area);
}

/// Tells whether a screen is so low that an offer among the rows would be out of sight; it stands above them then.
pub(super) fn is_low(screen: Rect) -> bool {
    !footer::has_bar(screen)
}

/// Returns the week that is offered to be looked back on, beside the day at hand.
pub(super) fn offered(study: &Study, day: &Day) -> Option<&'static Week> {
    let at_hand = study.current_day().is_none_or(|current| current.no() == day.no());
    study.review_due().filter(|_| at_hand)
}

/// Returns the offer to look back on a week, beside the day at hand.
fn offer(theme: Theme, study: &Study, day: &Day, columns: usize) -> Vec<Row> {
    let Some(week) = offered(study, day) else { return Vec::new() };
    let key = keymap::key(Context::Today, Action::Browse(Browsing::Review));
    let lead = vec![Span::styled(format!("{key} "), theme.accent())];
    let words = format!("looks back on week {}, {}", week.no(), week.title);
    let mut rows = Row::led(lead, &words, columns, theme.quiet());
    rows.push(Row::blank());
    rows
}

fn time(study: &Study, day: &Day) -> String {
    let planned = day.minutes().map(|minutes| words::minutes([minutes.min(), minutes.max()]));
    let logged = match study.day(day.no()).minutes() {
        0 => None,
        minutes => Some(format!("{minutes} logged")),
    };
    [planned, logged].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn tasks(theme: Theme, model: &Model, study: &Study, day: &Day, columns: usize) -> Vec<Row> {
    let signs = theme.signs();
    let mut rows = Vec::new();
    for (i, task) in day.tasks().iter().enumerate() {
        let (done, here) = (study.is_done(day, task), model.row == i);
        let (mark, style) =
            if done { (signs.done, theme.quiet()) } else { (signs.open, theme.text()) };
        let style = if here { style.patch(theme.strong()) } else { style };
        let mark_style = if done { theme.done() } else { theme.text() };
        let lead = vec![
            Span::styled(format!("{} ", if here { signs.cursor } else { " " }), theme.accent()),
            Span::styled(format!("{mark} "), mark_style),
            Span::styled(format!("{} ", words::role(task.role)), theme.quiet()),
        ];
        let text =
            if task.added { format!("{} (extra)", task.text) } else { task.text.to_string() };
        let selected = if here { Selected::Cursor } else { Selected::No };
        rows.extend(aimed(Row::led(lead, &text, columns, style), i, selected));
    }
    rows
}

/// Returns the earlier projects that the day continues: how far each has come, where it is, and what was noted last.
fn threads(theme: Theme, study: &Study, day: &Day, columns: usize) -> Vec<Row> {
    let signs = theme.signs();
    let thread = |thread: &Thread| {
        let state = if thread.reached.is_some() { DayState::Complete } else { DayState::Open };
        let sign = format!("  {} ", signs.milestone_cell(state));
        let lead = vec![Span::styled(sign, theme.milestone())];
        let note = thread.note.as_deref().unwrap_or_default();
        let note = note.lines().rfind(|line| !line.trim().is_empty());
        let note = note.map(|note| format!("“{}”", shortened(note.trim(), 80)));
        let reached = thread.reached.map(|_| ", reached");
        let state = format!("day {}{}", thread.day.no(), reached.unwrap_or_default());
        let name = format!("{} ({state})", thread.milestone.title);
        let parts = [Some(name), thread.link.clone(), note];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        Row::led(lead, &parts.join(&format!(" {} ", signs.dot)), columns, theme.text())
    };
    let threads = study.threads(day);
    let rows = threads.iter().flat_map(thread);
    let heading = [Row::blank(), Row::styled("Continues", theme.quiet())];
    if threads.is_empty() { Vec::new() } else { heading.into_iter().chain(rows).collect() }
}

/// Returns the checks of the milestone that the day ends, apart from the plan author's tasks; on its earlier days, how
/// many of them are ticked.
fn milestone(theme: Theme, model: &Model, study: &Study, day: &Day, columns: usize) -> Vec<Row> {
    let list = rows::checks(study.plan(), day);
    let week = study.plan().week_of(day.no());
    let mut rows = Vec::new();
    if let Some((week, milestone)) = study.plan().milestone_of(day.no())
        && milestone.last() != day.no()
    {
        rows.push(Row::blank());
        rows.extend(checks::in_short(theme, study, week, milestone, columns));
    }
    if !list.is_empty() {
        rows.push(Row::blank());
        rows.extend(Row::text(checks::heading(study), columns, theme.quiet()));
    }
    for (i, check) in list.iter().enumerate() {
        let place = day.tasks().len() + i;
        let selected = if model.row == place { Selected::Cursor } else { Selected::No };
        let item = checks::row(theme, study, week, check, columns, selected);
        rows.extend(aimed(item, place, selected));
    }
    rows
}

fn resources(theme: Theme, model: &Model, study: &Study, day: &Day, columns: usize) -> Vec<Row> {
    let signs = theme.signs();
    let first = rows::first_resource(study.plan(), day);
    let mut rows = Vec::new();
    if !day.resources.is_empty() {
        rows.push(Row::blank());
        rows.push(Row::styled("Read", theme.quiet()));
    }
    for (i, resource) in day.resources.iter().enumerate() {
        let place = first + i;
        let here = model.row == place;
        let lead = vec![
            Span::styled(format!("{} ", if here { signs.cursor } else { " " }), theme.accent()),
            Span::styled(format!("{} ", signs.resource), theme.quiet()),
        ];
        // One word, so that a number never stands without what it counts.
        let minutes = resource.minutes.map(|minutes| format!("{minutes}\u{a0}min"));
        let extra = resource.extra.then(|| "extra".to_owned());
        let aside: Vec<String> = [minutes, extra].into_iter().flatten().collect();
        let aside =
            if aside.is_empty() { String::new() } else { format!(" ({})", aside.join(", ")) };
        let style = if here { theme.strong() } else { theme.text() };
        rows.extend(aimed(
            Row::led(lead, &format!("{}{aside}", resource.title), columns, style),
            place,
            if here { Selected::Cursor } else { Selected::No },
        ));
    }
    rows
}

/// Returns the rows of a task or resource as clicks and the cursor find them.
fn aimed(rows: Vec<Row>, place: usize, selected: Selected) -> Vec<Row> {
    let mark = Some((4, Target::Mark(place)));
    rows.into_iter()
        .map(|row| Row { target: Some(Target::Row(place)), mark, selected, ..row })
        .collect()
}

fn about(theme: Theme, study: &Study, day: &Day, columns: usize) -> Vec<Row> {
    let plan: &Plan = study.plan();
    let mut rows = Vec::new();
    let signs = theme.signs();
    let mut part = |heading: &str, part: Vec<Row>| {
        if !part.is_empty() {
            rows.push(Row::blank());
            rows.push(Row::styled(heading.to_owned(), theme.quiet()));
            rows.extend(part);
        }
    };
    let before = |no: &DayNo| {
        let before = plan.day(*no);
        let state = study.state(before);
        let lead = vec![Span::styled(format!("  {} ", signs.mark(state)), theme.state(state))];
        Row::led(lead, &format!("{} {}", before.no(), before.title), columns, theme.text())
    };
    part("Builds on", day.builds_on().iter().flat_map(before).collect());
    let text = |text: &str| Row::led(vec![Span::raw("  ")], text, columns, theme.text());
    part("Good to know", day.note.map(text).unwrap_or_default());
    let examples = day.examples.join(", ");
    part(
        "Such as",
        Some(examples.as_str()).filter(|e| !e.is_empty()).map(text).unwrap_or_default(),
    );
    rows
}

/// Draws the days of a day's week.
fn the_week(canvas: &mut Canvas, area: Rect, study: &Study, shown: &Day) {
    let theme = canvas.theme;
    let week = study.plan().week_of(shown.no());
    let columns = Pane::columns(area);
    let days = study.plan().days_in(week).iter();
    let rows = days.map(|day| day_row(theme, study, day, shown, columns)).collect();
    let title = format!("Week {}", week.no());
    Pane { title: &title, title_style: theme.strong(), aside: "", rows, scroll: None }
        .draw(canvas, area);
}

/// Returns when a day was completed or is to come, as a column of a list that is so wide: week by week a stretch.
fn dated(study: &Study, day: &Day, columns: usize) -> String {
    let [short, whole] = DATED;
    if columns < short || study.started().is_none() {
        return String::new();
    }
    if study.schedule().pace.by == By::Week {
        return format!(" {:>STRETCH$}", date_of(study, day).unwrap_or_default());
    }
    let date = study.completed(day).or_else(|| study.date(day));
    let shown = |form: &str| date.map_or(String::new(), |date| date.format(form).to_string());
    if columns < whole {
        format!(" {:>6}", shown("%-d %b"))
    } else {
        format!(" {:>10}", shown("%a %-d %b"))
    }
}

/// Returns when a day was completed or is to come: its date, or week by week its stretch.
pub(super) fn date_of(study: &Study, day: &Day) -> Option<String> {
    study.started()?;
    let slot = study.schedule().slot(day.no());
    let weekly = slot.filter(|slot| study.schedule().pace.by == By::Week && slot.from < slot.date);
    Some(match (weekly, study.completed(day).or(slot.map(|slot| slot.date))) {
        (Some(Slot { from, date, .. }), _) if from.month() == date.month() => {
            format!("{}-{}", from.day(), date.format("%-d %b"))
        }
        (Some(Slot { from, date, .. }), _) => {
            format!("{}-{}", from.format("%-d %b"), date.format("%-d %b"))
        }
        (None, date) => date?.format("%a %-d %b").to_string(),
    })
}

/// Returns a day as a row of a list: mark, number, title and, when begun, how far.
pub(super) fn day_row(theme: Theme, study: &Study, day: &Day, shown: &Day, columns: usize) -> Row {
    let signs = theme.signs();
    let state = study.state(day);
    let (done, all) = study.fold().count(day);
    let milestone = study.plan().milestone_of(day.no()).is_some();
    let here = day.no() == shown.no();
    let mark = match state {
        DayState::Open | DayState::Begun if here => signs.cursor,
        DayState::Open | DayState::Begun if milestone => signs.milestone_cell(state),
        DayState::Open | DayState::Begun | DayState::Complete | DayState::Skipped => {
            signs.mark(state)
        }
    };
    let count = if state == DayState::Begun { format!(" {done}/{all}") } else { String::new() };
    let note = if study.day(day.no()).notes.is_empty() { "" } else { signs.note };
    let style =
        if milestone && state == DayState::Open { theme.milestone() } else { theme.state(state) };
    let head = format!("{mark} {:>2} ", day.no());
    let note = if note.is_empty() { String::new() } else { format!(" {note}") };
    let tail = format!("{count}{note}{}", dated(study, day, columns));
    let room = columns.saturating_sub(width(&head) + width(&tail));
    let title = shortened(day.title, room).into_owned();
    let gap = " ".repeat(room.saturating_sub(width(&title)));
    let weight = if here { style.patch(theme.strong()) } else { style };
    let spans = vec![
        Span::styled(format!("{head}{title}{gap}"), weight),
        Span::styled(tail, theme.quiet()),
    ];
    let selected = if here { Selected::Cursor } else { Selected::No };
    Row { spans, target: Some(Target::Day(day.no())), mark: None, selected }
}

/// Draws the learner's note on a day.
pub(super) fn the_note(canvas: &mut Canvas, area: Rect, study: &Study, day: &Day) {
    let theme = canvas.theme;
    let note = study.note(day.no());
    let key = keymap::key(Context::Today, Action::Browse(Browsing::Note));
    let rows = if note.is_empty() {
        let words = format!("No note yet: {key} writes one.");
        Row::text(&words, Pane::columns(area), theme.quiet())
    } else {
        Row::text(&note, Pane::columns(area), theme.text())
    };
    Pane { title: "Note", title_style: theme.strong(), aside: "", rows, scroll: None }
        .draw(canvas, area);
}
