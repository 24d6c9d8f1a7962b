//! Progress: the plan's weeks as cells, the learner's own weeks date by date, and where they lead.
//!
//! Deliberately absent: a count of what is late, and any colour that warns. A date that went by has a shape of its own.

use super::pane::{Pane, Row, Selected};
use super::{Canvas, finish, map, split};
use crate::journal::By;
use crate::options::Streak;
use crate::study::report::weeks::{self, DateState, Studied, Week, Weeks};
use crate::study::report::{date, dates, span};
use crate::study::told::finish::UNTOLD;
use crate::study::{Study, told};
use crate::text::{counted, width};
use crate::tui::keymap::{self, Action, Browsing, Context};
use crate::tui::model::Model;
use crate::tui::theme::Theme;
use chrono::{Days, NaiveDate};
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// From this many columns on the plan stands beside the weeks.
const BESIDE: u16 = 72;
/// From this many columns on the plan's weeks have their titles.
const TITLED: u16 = 110;
/// Below this many rows all is one list.
const LOW: u16 = 14;
/// From this many rows on it is said in place where the likely end comes from, and a plan of twelve weeks is above it.
const TALL: u16 = 35;
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
    let told = Weeks::of(study);
    let theme = canvas.theme;
    if area.height < LOW {
        return all_in_one(canvas, area, model, study, &told);
    }
    let beside = tells_finish(area);
    let (foot, reckoned) =
        if beside { (area.width / 2, Reckoned::Beside) } else { (area.width, Reckoned::Behind) };
    let columns = Pane::columns(Rect { width: foot, ..area });
    let mut facts = facts(theme, model, study, &told, columns, reckoned);
    if beside {
        facts.push(Row::blank());
    }
    // The little map has this in its frame.
    let milestone = map::legend(theme, study.plan()).filter(|_| area.width >= TITLED);
    facts.extend(legend(theme, columns, milestone));
    let sentences = if beside { finish::rows(theme, study, columns) } else { Vec::new() };
    let needed = u16::try_from(facts.len().max(sentences.len())).unwrap_or(u16::MAX);
    let rows = needed.saturating_add(2).min(area.height.saturating_sub(WEEKS));
    let (above, below) = split::bottom(area, rows);
    let (left, right) = split::right(below, area.width.saturating_sub(foot));
    plan_and_weeks(canvas, above, model, study, &told);
    let title_style = theme.strong();
    Pane { title: TITLE, title_style, aside: "", rows: facts, scroll: None }.draw(canvas, left);
    if beside {
        Pane { title: finish::TITLE, title_style, aside: "", rows: sentences, scroll: None }
            .draw(canvas, right);
    }
}

/// Tells whether there is room to say in place where the likely end comes from.
pub(super) fn tells_finish(area: Rect) -> bool {
    area.width >= TITLED && area.height >= TALL
}

/// Draws all that has no room side by side as one list that scrolls: the facts, the weeks from the last one back, and
/// what the shapes say.
fn all_in_one(canvas: &mut Canvas, area: Rect, model: &Model, study: &Study, told: &Weeks) {
    let theme = canvas.theme;
    let columns = Pane::columns(area);
    let mut rows = facts(theme, model, study, told, columns, Reckoned::Behind);
    let all = told.rows();
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

fn plan_and_weeks(canvas: &mut Canvas, area: Rect, model: &Model, study: &Study, told: &Weeks) {
    let day = study.plan().day(model.day);
    let plan_rows = map::needed_rows(study.plan());
    if area.width >= BESIDE {
        let columns = if area.width >= TITLED {
            map::needed(study.plan()).min(area.width / 2)
        } else {
            map::needed_small(study.plan()).min(area.width / 2)
        };
        let (plan, weeks) = split::right(area, area.width.saturating_sub(columns));
        if area.width >= TITLED {
            map::the_map(canvas, plan, study, day, "");
        } else {
            map::small(canvas, plan, study, day);
        }
        the_weeks(canvas, weeks, model, study, told);
    } else if area.height >= plan_rows.saturating_add(WEEKS + 4) {
        let (plan, weeks) = split::top(area, plan_rows);
        map::small(canvas, plan, study, day);
        the_weeks(canvas, weeks, model, study, told);
    } else {
        the_weeks(canvas, area, model, study, told);
    }
}

/// Says whether there is room for the time that was logged.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Timed {
    Yes,
    No,
}

/// Draws the learner's weeks, the last one at the bottom.
fn the_weeks(canvas: &mut Canvas, area: Rect, model: &Model, study: &Study, told: &Weeks) {
    let theme = canvas.theme;
    let columns = Pane::columns(area);
    let all = told.rows();
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

fn week_row(theme: Theme, study: &Study, week: &Week, timed: Timed) -> Row {
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
    let done = told::week_done(week.complete, week.study_days);
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

/// Says whether it stands beside the facts where the likely end comes from, or a key away.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reckoned {
    Beside,
    Behind,
}

/// Returns where the learner stands, as rows.
fn facts(
    theme: Theme,
    model: &Model,
    study: &Study,
    told: &Weeks,
    columns: usize,
    reckoned: Reckoned,
) -> Vec<Row> {
    let schedule = study.schedule();
    let fact = |name: &str, parts: &[String]| fact(theme, name, parts, columns);
    let Some(promise) = schedule.promise() else {
        return fact("Likely end", &["shows once the first task is ticked".to_owned()]);
    };
    let promised = promise.end().map(date);
    let mut rows = Vec::new();
    let left = match schedule.remaining().len() {
        0 => {
            let last = study.finished_on().map(|last| format!("on {}", date(last)));
            rows.extend(fact("Finished", &last.into_iter().collect::<Vec<_>>()));
            rows.extend(fact("Promised", &promised.into_iter().collect::<Vec<_>>()));
            None
        }
        left => {
            let likely = match schedule.forecast() {
                Some(forecast) => dates(forecast.earliest, forecast.latest),
                None => UNTOLD.to_owned(),
            };
            let key = keymap::key(Context::Progress, Action::Browse(Browsing::ShowFinish));
            let why = format!("{key} says where that comes from");
            let has_room = columns >= NAME + width(&likely) + 3 + width(&why);
            let why = (reckoned == Reckoned::Behind && has_room).then_some(why);
            rows.extend(fact("Likely end", &[likely].into_iter().chain(why).collect::<Vec<_>>()));
            let standing = told::standing(schedule.standing()).to_lowercase();
            let standing = match schedule.pace().by {
                By::Day => standing,
                By::Week => format!("{standing}, week by week"),
            };
            let parts = promised.into_iter().chain([standing, told::spare(schedule.spare())]);
            rows.extend(fact("Promised", &parts.collect::<Vec<_>>()));
            Some(left)
        }
    };
    let days = |left| counted(left, "day", "days");
    let evenings = evenings(model, told);
    if evenings.is_empty() {
        rows.extend(fact("Remaining", &left.map(days).into_iter().collect::<Vec<_>>()));
    } else {
        let verb = if left == Some(1) { "remains" } else { "remain" };
        let left = left.map(|left| format!("{} {verb}", days(left)));
        rows.extend(fact("Studied", &evenings.into_iter().chain(left).collect::<Vec<_>>()));
    }
    rows
}

/// Returns on how many evenings something was done.
fn evenings(model: &Model, told: &Weeks) -> Vec<String> {
    let studied = told.studied().map(|studied| match (studied, told.last()) {
        (Studied { days: 0, .. }, Some(last)) => format!("last on {}", date(last)),
        (Studied { days: 0, .. }, None) => "not yet".to_owned(),
        (studied, _) => told::studied(studied),
    });
    let streak = match model.streak {
        Streak::Hidden => None,
        Streak::Shown => Some(told::streak(told.streak())),
    };
    studied.into_iter().chain(streak).collect()
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
