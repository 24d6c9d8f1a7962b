//! Progress: the plan's weeks as cells, the learner's own dates week by week, and where they lead.
//!
//! Deliberately absent: a count of what is late, and any colour that warns. A date that went by has a shape of its own.

use super::pane::{Pane, Row, Selected};
use super::{Canvas, map, split};
use crate::describe;
use crate::options::Streak;
use crate::report::weeks::{self, DateState, Stretch, Weeks};
use crate::study::Study;
use crate::text::{counted, width};
use crate::tui::keymap::{self, Action, Browsing, Context};
use crate::tui::model::Model;
use crate::tui::theme::Theme;
use crate::words::{date, span, to_spare, week_done};
use chrono::{Days, NaiveDate};
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// From this many columns on the plan stands beside the weeks.
const BESIDE: u16 = 72;
/// From this many columns on the plan's weeks have their titles.
const TITLED: u16 = 110;
/// Below this many rows all is one list.
const LOW: u16 = 14;
/// From this many rows on what the shapes say stands apart.
const TALL: u16 = 30;
/// The fewest rows that the weeks are given.
const WEEKS: u16 = 4;
/// The columns of a week's first date, with the gap behind it.
const DATE: usize = 8;
/// The columns of a week's cells, with the gap behind them.
const CELLS: usize = 15;
/// The columns of how much was done, with the gap behind it.
const DONE: usize = 9;
/// The columns of the time that was logged.
const TIME: usize = 11;
/// The columns of a fact's name.
const NAME: usize = 12;

/// What it is called where the learner stands.
const TITLE: &str = "Where you stand";

/// What the shapes say.
const LEGEND: [(DateState, &str); 7] = [
    (DateState::Complete, "complete"),
    (DateState::Studied, "partly"),
    (DateState::Skipped, "skipped"),
    (DateState::Open, "to come"),
    (DateState::Missed, "not studied"),
    (DateState::Rest, "rest"),
    (DateState::Break, "break"),
];

pub(super) fn draw(canvas: &mut Canvas, area: Rect, model: &Model, study: &Study) {
    let weeks = Weeks::of(study);
    let theme = canvas.theme;
    if area.height < LOW {
        return all_in_one(canvas, area, model, study, &weeks);
    }
    let columns = Pane::columns(area);
    let mut facts = facts(theme, model, study, &weeks, columns);
    // The little map has this in its frame.
    let milestone = map::legend(theme, study.plan()).filter(|_| area.width >= TITLED);
    if area.height >= TALL {
        facts.push(Row::blank());
    }
    facts.extend(legend(theme, columns, milestone));
    let needed = u16::try_from(facts.len()).unwrap_or(u16::MAX);
    let rows = needed.saturating_add(2).min(area.height.saturating_sub(WEEKS));
    let (above, below) = split::bottom(area, rows);
    plan_and_weeks(canvas, above, model, study, &weeks);
    let title_style = theme.strong();
    Pane { title: TITLE, title_style, aside: "", rows: facts, scroll: None }.draw(canvas, below);
}

/// Draws all that has no room side by side as one list that scrolls: the facts, the weeks from the last one back, and
/// what the shapes say.
fn all_in_one(canvas: &mut Canvas, area: Rect, model: &Model, study: &Study, weeks: &Weeks) {
    let theme = canvas.theme;
    let columns = Pane::columns(area);
    let mut rows = facts(theme, model, study, weeks, columns);
    let all = weeks.rows();
    rows.push(Row::blank());
    if all.is_empty() {
        rows.extend(Row::text(&beginning(study), columns, theme.quiet()));
    } else {
        let heads = format!("{:DATE$}{}   done", "", initials(study));
        rows.push(Row::styled(heads, theme.quiet()));
        rows.extend(week_rows(theme, study, &all, Timed::No).into_iter().rev());
    }
    rows.push(Row::blank());
    rows.extend(legend(theme, columns, None));
    let rows = rows.into_iter().map(|row| Row { selected: Selected::No, ..row }).collect();
    let (title_style, scroll) = (theme.strong(), Some(model.scroll));
    Pane { title: TITLE, title_style, aside: "", rows, scroll }.draw(canvas, area);
}

fn plan_and_weeks(canvas: &mut Canvas, area: Rect, model: &Model, study: &Study, weeks: &Weeks) {
    let day = study.plan().day(model.day);
    let plan_rows = map::needed_rows(study.plan());
    if area.width >= BESIDE {
        let columns = if area.width >= TITLED {
            map::needed(study.plan()).min(area.width / 2)
        } else {
            map::needed_small(study.plan()).min(area.width / 2)
        };
        let (plan, beside) = split::right(area, area.width.saturating_sub(columns));
        if area.width >= TITLED {
            map::the_map(canvas, plan, study, day, "");
        } else {
            map::small(canvas, plan, study, day);
        }
        the_weeks(canvas, beside, model, study, weeks);
    } else if area.height >= plan_rows.saturating_add(WEEKS + 4) {
        let (plan, beside) = split::top(area, plan_rows);
        map::small(canvas, plan, study, day);
        the_weeks(canvas, beside, model, study, weeks);
    } else {
        the_weeks(canvas, area, model, study, weeks);
    }
}

/// Says whether there is room for the time that was logged.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Timed {
    Yes,
    No,
}

/// Draws the learner's weeks, the last one at the bottom.
fn the_weeks(canvas: &mut Canvas, area: Rect, model: &Model, study: &Study, weeks: &Weeks) {
    let theme = canvas.theme;
    let columns = Pane::columns(area);
    let all = weeks.rows();
    let (title, title_style) = ("Weeks", theme.strong());
    if all.is_empty() {
        let rows = Row::text(&beginning(study), columns, theme.quiet());
        return Pane { title, title_style, aside: "", rows, scroll: None }.draw(canvas, area);
    }
    let logged = all.iter().any(|row| matches!(row, weeks::Row::Week(week) if week.minutes > 0));
    let room = columns >= DATE + CELLS + DONE + TIME;
    let timed = if logged && room { Timed::Yes } else { Timed::No };
    let rows = week_rows(theme, study, &all, timed);
    let scroll = Some(model.scroll);
    Pane { title, title_style, aside: "", rows, scroll }.draw(canvas, area);
    let mut head = |column: usize, text: &str| {
        let x = area.x.saturating_add(u16::try_from(column + 1).unwrap_or(u16::MAX));
        let place = Rect { x, width: area.right().saturating_sub(x), height: 1, ..area };
        canvas.line(place, &Line::styled(format!(" {text} "), theme.quiet()));
    };
    // What stands in each column is written into the frame.
    head(DATE, &initials(study));
    head(DATE + CELLS, "done");
    if timed == Timed::Yes {
        head(DATE + CELLS + DONE, "time");
    }
    let above = canvas.beyond.0.saturating_add_signed(model.scroll);
    if above > 0 {
        let frame = Rect { width: area.width.saturating_sub(1), height: 1, ..area };
        let text = format!(" {} {above} ", theme.signs().above);
        canvas.line_right(frame, &Line::styled(text, theme.quiet()));
    }
}

/// Returns the first letters of the weekdays, a blank between them.
fn initials(study: &Study) -> String {
    let first = study.habits().week_of(study.today());
    let day = |date: NaiveDate| date.format("%a").to_string().chars().take(1).collect::<String>();
    first.iter_days().take(7).map(day).collect::<Vec<_>>().join(" ")
}

fn short(date: NaiveDate) -> String {
    format!("{:<DATE$}", date.format("%e %b"))
}

/// Returns the weeks as rows; the last one is the one to be seen.
fn week_rows(theme: Theme, study: &Study, all: &[weeks::Row], timed: Timed) -> Vec<Row> {
    let several = |from: NaiveDate, weeks: u32, what: &str| {
        let last = from.checked_add_days(Days::new(u64::from(weeks) * 7 - 1));
        let last = last.map_or_else(String::new, |last| last.format("%-d %b %Y").to_string());
        Row::styled(format!("{}{weeks} {what}, to {last}", short(from)), theme.quiet())
    };
    let row = |row: &weeks::Row| match row {
        weeks::Row::Week(week) => week_row(theme, study, week, timed),
        weeks::Row::Quiet { from, weeks } => several(*from, *weeks, "quiet weeks"),
        weeks::Row::Break { from, weeks } => several(*from, *weeks, "weeks of a break"),
    };
    let mut rows: Vec<Row> = all.iter().map(row).collect();
    if let Some(last) = rows.last_mut() {
        last.selected = Selected::Cursor;
    }
    rows
}

fn week_row(theme: Theme, study: &Study, week: &Stretch, timed: Timed) -> Row {
    let today = study.today();
    let here = study.habits().week_of(today) == week.from;
    let style = if here { theme.strong() } else { theme.text() };
    let mut spans = vec![Span::styled(short(week.from), style)];
    for (date, state) in week.from.iter_days().zip(week.dates) {
        let cell = theme.date(state);
        let cell = if date == today { cell.patch(theme.strong()) } else { cell };
        spans.push(Span::styled(theme.signs().date(state), cell));
        spans.push(Span::raw(" "));
    }
    let done = week_done(week.complete, week.study_days);
    spans.push(Span::styled(format!("{:1$}{done:<DONE$}", "", CELLS - 14), style));
    if timed == Timed::Yes && week.minutes > 0 {
        spans.push(Span::styled(span(week.minutes.into()), theme.quiet()));
    }
    Row { spans, ..Row::default() }
}

/// Returns what stands in place of the weeks before there is one.
fn beginning(study: &Study) -> String {
    match study.started() {
        Some(start) => format!("The plan starts on {}. From then on your weeks stand here.", date(start)),
        None => "Your weeks will stand here, a cell a date: what was done, what was rest, and how much came of each \
                 week. They begin with the first tick."
            .to_owned(),
    }
}

/// Returns goal, finish and what is to spare, how many days are left, and the rhythm.
fn facts(theme: Theme, model: &Model, study: &Study, weeks: &Weeks, columns: usize) -> Vec<Row> {
    let schedule = study.schedule();
    let fact = |name: &str, parts: Vec<String>| fact(theme, name, &parts, columns);
    let streak = match model.streak {
        Streak::Hidden => None,
        Streak::Shown => Some(match weeks.streak() {
            0 => "no study day in a row".to_owned(),
            streak => format!("{} in a row", counted(streak, "study day", "study days")),
        }),
    };
    let mut rows = Vec::new();
    if let Some(finished) = study.finished_on() {
        rows.extend(fact("Finished", vec![format!("on {}", date(finished))]));
        rows.extend(fact("Goal", schedule.goal.map(date).into_iter().collect()));
    } else if let Some(finish) = study.finish() {
        let open = format!("{} to do", counted(schedule.slots.len(), "day", "days"));
        rows.extend(fact("Finish", [date(finish), open].into_iter().chain(streak).collect()));
        let sets = keymap::key(Context::Progress, Action::Browse(Browsing::Replan));
        let goal = schedule.goal.map_or(format!("none yet: {sets} sets one"), date);
        let spare = schedule.to_spare().map(to_spare);
        rows.extend(fact("Goal", [goal].into_iter().chain(spare).collect()));
        let said = describe::rhythm(study);
        rows.extend(said.into_iter().flat_map(|said| Row::text(&said, columns, theme.text())));
    } else {
        rows.extend(fact("Finish", vec!["shows once the first task is ticked".to_owned()]));
    }
    rows
}

/// Returns a fact's parts behind its name, in as many rows as it takes; no part is broken where it fits in a row.
fn fact(theme: Theme, name: &str, parts: &[String], columns: usize) -> Vec<Row> {
    let dot = format!(" {} ", theme.signs().dot);
    let room = columns.saturating_sub(NAME);
    let mut lines: Vec<String> = Vec::new();
    for part in parts {
        match lines.last_mut().filter(|line| width(line) + 3 + width(part) <= room) {
            Some(line) => line.extend([dot.as_str(), part]),
            None => lines.push(part.clone()),
        }
    }
    if lines.is_empty() {
        return Vec::new();
    }
    let lead = Span::styled(format!("{name:<NAME$}"), theme.quiet());
    Row::led(vec![lead], &lines.join("\n"), columns, theme.text())
}

/// Returns what the shapes say, that of a milestone last, in as many rows as it takes.
fn legend(
    theme: Theme,
    columns: usize,
    milestone: Option<(&'static str, &'static str)>,
) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut used = 0;
    let dates = LEGEND.map(|(state, word)| (theme.signs().date(state), theme.date(state), word));
    let milestone = milestone.map(|(sign, word)| (sign, theme.milestone(), word));
    for (sign, style, word) in dates.into_iter().chain(milestone) {
        let item = width(word) + 2;
        if used == 0 || used + 2 + item > columns {
            rows.push(Row::blank());
            used = 0;
        }
        let Some(row) = rows.last_mut() else { continue };
        let gap = if used == 0 { "" } else { "  " };
        row.spans.push(Span::raw(gap));
        row.spans.push(Span::styled(sign, style));
        row.spans.push(Span::styled(format!(" {word}"), theme.quiet()));
        used += gap.len() + item;
    }
    rows
}
