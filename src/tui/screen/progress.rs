//! Progress: the days done by date on the way to the goal, the calendar with each date, hours a week, and the rhythm.

use super::prelude::*;
use super::today;
use crate::describe::{self, Roots};
use crate::journal::{Entry, Part, Said};
use crate::options::Streak;
use crate::plan::Day;
use crate::study::past::{DateState, Past};
use crate::text::{capitalised, counted, width};
use crate::words::{self, date, to_spare, week_done};
use chrono::{Days, NaiveDate, TimeDelta};
use ratatui::symbols::Marker;
use ratatui::widgets::{Axis, Chart, Dataset, GraphType, Widget};

/// From this many columns on the chart stands beside the calendar, and from this many rows on there is one.
const BESIDE: u16 = 72;
const CHART: u16 = 9;

/// The columns of a week's month, of its cells, of what was done, and of the time that was logged.
const MONTH: usize = 7;
const DONE: usize = 8;
const TIME: usize = 6;
const CELLS: usize = 14;

/// The columns of a fact's name, and how many bars the days done are drawn as.
const NAME: usize = 9;
const PARTS: i32 = 400;

pub struct Progress {
    date: NaiveDate,
    streak: Streak,
    scroll: isize,
}

impl Progress {
    pub fn on(study: &Study, streak: Streak) -> Self {
        Self { date: study.today(), streak, scroll: 0 }
    }

    fn go(&mut self, study: &Study, days: isize) {
        let [first, last] = range(study);
        let moved = self.date.checked_add_signed(TimeDelta::days(days as i64));
        (self.date, self.scroll) = (moved.unwrap_or(self.date).clamp(first, last), 0);
    }

    /// Returns the day of the plan that the selected date is about: completed on it, else laid on it.
    fn day(&self, study: &Study) -> Option<&'static Day> {
        let completed = |day: &&Day| study.completed(day) == Some(self.date);
        let days = study.plan().days();
        let laid = || study.schedule().on(self.date).next().map(|no| study.plan().day(no));
        days.iter().rfind(completed).or_else(laid)
    }
}

fn range(study: &Study) -> [NaiveDate; 2] {
    let today = study.today();
    let first = study.fold().recorded.first().copied().into_iter().chain(study.started()).min();
    let last = study.finish().into_iter().chain([today]).max();
    [first.unwrap_or(today).min(today), last.unwrap_or(today)]
}

impl Screen for Progress {
    fn context(&self) -> Context {
        Context::Progress
    }

    fn act(&mut self, ctx: &mut Ctx, action: Action) -> Step {
        match action {
            Action::Days(step) => self.go(ctx.study, step),
            Action::Weeks(step) => self.go(ctx.study, 7 * step),
            Action::Move(Motion::Up) => self.go(ctx.study, -7),
            Action::Move(Motion::Down) => self.go(ctx.study, 7),
            Action::Move(Motion::First) => self.go(ctx.study, -1_000_000),
            Action::Move(Motion::Last) => self.go(ctx.study, 1_000_000),
            Action::Move(motion) => self.scroll = ctx.drawn.scrolled(self.scroll, motion),
            Action::Enter => {
                return match self.day(ctx.study) {
                    Some(day) => Step::Go(To::Day(day.no(), None)),
                    None => ctx.say("No day of the plan was completed on this date, and none lies on it."),
                };
            }
            Action::CurrentDay => return today::act_on_day(ctx, action),
            action => {
                // What is written is written about the day of the selected date.
                *ctx.day = self.day(ctx.study).map_or(*ctx.day, Day::no);
                return today::act_on_day(ctx, action);
            }
        }
        Step::Stay
    }

    fn click(&mut self, ctx: &mut Ctx, target: Target) -> Step {
        let Target::Date(date) = target else { return Step::Stay };
        if date == self.date {
            return self.act(ctx, Action::Enter);
        }
        (self.date, self.scroll) = (date, 0);
        Step::Stay
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, study: &Study, _day: DayNo) {
        let past = Past::of(study);
        if area.width < BESIDE {
            let (above, below) = canvas::bottom(area, (area.height.saturating_mul(2) / 5).max(4));
            self.calendar(canvas, above, study, &past);
            return self.detail(canvas, below, study, &past);
        }
        let wanted = canvas::columns(MONTH + CELLS + DONE + TIME + 4);
        let (left, right) = canvas::right(area, area.width.saturating_sub(wanted));
        self.calendar(canvas, left, study, &past);
        let chart = if area.height >= CHART + 7 { (right.height / 2).max(CHART) } else { 0 };
        let (above, below) = canvas::top(right, chart);
        if !above.is_empty() {
            burn_up(canvas, above, study, &past);
        }
        self.detail(canvas, below, study, &past);
    }
}

impl Progress {
    /// Draws the weeks around the selected date, a cell a date, with what was done in each and how long it took.
    fn calendar(&self, canvas: &mut Canvas, area: Rect, study: &Study, past: &Past) {
        let (theme, habits) = (canvas.theme, study.habits());
        let inside = inner(area);
        // What stands in each column is said where there is room for more than a few weeks.
        let head = usize::from(inside.height > 4);
        let height = usize::from(inside.height).saturating_sub(head).max(1);
        let [first, last] = range(study);
        let week_of = |date| habits.week_of(date);
        let here = week_of(self.date);
        let (begin, end) = (week_of(first), week_of(last));
        let total = usize::try_from((end - begin).num_weeks() + 1).unwrap_or(1);
        let place = usize::try_from((here - begin).num_weeks()).unwrap_or(0);
        let skipped = place.saturating_sub(height / 2).min(total.saturating_sub(height));
        let from = begin.checked_add_days(Days::new(7 * skipped as u64)).unwrap_or(begin);
        let weeks: Vec<NaiveDate> = from.iter_weeks().take(height).take_while(|week| *week <= end).collect();
        let initial = |date: NaiveDate| date.format("%a").to_string().chars().take(1).collect::<String>();
        let initials: Vec<String> = from.iter_days().take(7).map(initial).collect();
        let names = format!("{:MONTH$}{:<CELLS$}{:<DONE$}time", "", initials.join(" "), "done");
        let rows = std::iter::repeat_n(Row::styled(names, theme.quiet()), head);
        let rows = rows.chain(weeks.iter().map(|week| self.week(theme, study, past, *week))).collect();
        let more = [skipped, total.saturating_sub(skipped + weeks.len())];
        Pane { rows, more, ..Pane::default() }.draw(canvas, area);
    }

    fn week(&self, theme: Theme, study: &Study, past: &Past, week: NaiveDate) -> Row {
        let today = study.today();
        let is_here = study.habits().week_of(today) == week;
        let style = if is_here { theme.strong() } else { theme.quiet() };
        let mut spans = vec![Span::styled(format!("{:<MONTH$}", week.format("%e %b")), style)];
        let stretch = past.stretch(week);
        for (date, state) in week.iter_days().zip(stretch.dates) {
            let cell = theme.date(state);
            let cell = if date == today { cell.patch(theme.strong()) } else { cell };
            let cell = if date == self.date { cell.patch(theme.selected()) } else { cell };
            spans.extend([Span::styled(theme.glyphs().date(state), cell), Span::raw(" ")]);
        }
        let is_past = week <= today;
        let done = if is_past { week_done(stretch.complete, stretch.study_days) } else { String::new() };
        spans.push(Span::styled(format!("{done:<DONE$}"), style));
        if stretch.minutes > 0 {
            spans.push(Span::styled(hours(stretch.minutes), theme.quiet()));
        }
        let is_selected = study.habits().week_of(self.date) == week;
        let selected = if is_selected { Selected::Cursor } else { Selected::No };
        let cells = (0..7).zip(week.iter_days()).map(|(i, date)| (MONTH + 2 * i, Target::Date(date))).collect();
        Row { cells, selected, ..Row::of(spans) }
    }

    fn detail(&self, canvas: &mut Canvas, area: Rect, study: &Study, past: &Past) {
        let (theme, columns) = (canvas.theme, Pane::columns(area));
        let state = past.date(self.date);
        let word = LEGEND.iter().find(|(known, _)| *known == state).map_or("", |(_, word)| *word);
        let is_today = self.date == study.today();
        let word = if state == DateState::Open && is_today { "today" } else { word };
        let roots = Roots::of(study.journal());
        let mut rows: Vec<Row> = Vec::new();
        let entries = study.on_date(self.date);
        let answer =
            |entry: &Entry| entry.find(|part| if let Part::Recall(_, said) = part { Some(said) } else { None });
        for entry in entries.iter().filter(|entry| answer(entry).is_none()) {
            let lead = vec![Span::styled(format!("{}  ", entry.at().format("%H:%M")), theme.quiet())];
            rows.extend(Row::led(lead, &roots.entry(study, entry), columns, theme.text()));
        }
        // The answers of an evening are one thing that was done on it.
        let answers: Vec<Said> = entries.iter().filter_map(answer).collect();
        if !answers.is_empty() {
            rows.extend(Row::text(&format!("Warm-up: {}.", words::asked(&answers)), columns, theme.text()));
        }
        for no in study.schedule().on(self.date).take(if self.date >= study.today() { 3 } else { 0 }) {
            let text = capitalised(&words::named(study.plan().day(no)));
            rows.extend(Row::text(&format!("{text}, is to do."), columns, theme.text()));
        }
        if rows.is_empty() {
            let is_past = self.date <= study.today();
            let nothing = if is_past { "Nothing was recorded." } else { "No day of the plan lies on it." };
            rows.push(Row::styled(nothing, theme.quiet()));
        }
        rows.push(Row::blank());
        rows.extend(facts(theme, self.streak, study, past, columns));
        rows.push(Row::blank());
        let legend = LEGEND.iter().map(|(state, word)| {
            vec![
                Span::styled(theme.glyphs().date(*state), theme.date(*state)),
                Span::styled(format!(" {word}"), theme.quiet()),
            ]
        });
        rows.extend(Row::flow(legend.collect(), columns));
        let title = date(self.date);
        Pane { title: &title, aside: word, rows, scroll: Some(self.scroll), ..Pane::default() }.draw(canvas, area);
    }
}

/// Returns minutes in a narrow column, such as `1h30`.
fn hours(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes:>3}m"),
        (hours, minutes) => format!("{hours:>2}h{minutes:02}"),
    }
}

const LEGEND: [(DateState, &str); 7] = [
    (DateState::Complete, "complete"),
    (DateState::Studied, "partly"),
    (DateState::Skipped, "skipped"),
    (DateState::Open, "to come"),
    (DateState::Missed, "not studied"),
    (DateState::Rest, "rest"),
    (DateState::Break, "break"),
];

/// Returns goal, finish and what is to spare, how many days are left, and the rhythm.
fn facts(theme: Theme, streak: Streak, study: &Study, past: &Past, columns: usize) -> Vec<Row> {
    let schedule = study.schedule();
    let dot = format!(" {} ", theme.glyphs().dot);
    let fact = |name: &str, parts: Vec<String>| {
        let lead = vec![Span::styled(format!("{name:<NAME$}"), theme.quiet())];
        let room = columns.saturating_sub(NAME);
        let whole = parts.join(&dot);
        let text = if width(&whole) <= room { whole } else { parts.join("\n") };
        Row::led(lead, &text, columns, theme.text())
    };
    let mut rows = Vec::new();
    if let Some(finished) = study.finished_on() {
        rows.extend(fact("Finished", vec![date(finished)]));
    } else if let Some(finish) = study.finish() {
        let open = format!("{} to do", counted(schedule.slots.len(), "day", "days"));
        rows.extend(fact("Finish", vec![date(finish), open]));
        let spare = schedule.to_spare().map(to_spare);
        let goal = schedule.goal.map_or_else(|| "none yet; a re-plan sets one".to_owned(), date);
        rows.extend(fact("Goal", [goal].into_iter().chain(spare).collect()));
        let said = describe::rhythm(study);
        rows.extend(said.into_iter().flat_map(|said| Row::text(&said, columns, theme.text())));
    } else {
        rows.extend(fact("Finish", vec!["shows once the first task is ticked".to_owned()]));
    }
    let recalled = words::recalled(study.recalled());
    if !recalled.is_empty() {
        rows.extend(fact("Recall", recalled));
    }
    if streak == Streak::Shown {
        let days = counted(past.streak(), "study day", "study days");
        rows.extend(fact("In a row", vec![days]));
    }
    rows
}

fn burn_up(canvas: &mut Canvas, area: Rect, study: &Study, past: &Past) {
    let theme = canvas.theme;
    let all = study.plan().days().len();
    let title = format!("{} of {} done", study.days_complete(), counted(all, "day", "days"));
    // Plain characters have no finer grain: blocks and bars.
    let [area_of, fine] = if theme.is_ascii() { [Marker::Block, Marker::Bar] } else { [Marker::Braille; 2] };
    let dots = theme.glyphs().changed;
    let goal = study.schedule().goal.map(|_| format!("{dots} goal"));
    let finish = study.finish().map(|_| format!("{} finish", theme.glyphs().finish));
    let ways: Vec<String> = goal.into_iter().chain(finish).collect();
    Pane { title: &title, aside: &ways.join("  "), ..Pane::default() }.draw(canvas, area);
    let [first, last] = range(study);
    let last = study.schedule().goal.map_or(last, |goal| goal.max(last));
    let x = |date: NaiveDate| f64::from(i32::try_from((date - first).num_days()).unwrap_or(0));
    let y = |count: usize| f64::from(u32::try_from(count).unwrap_or(0));
    let today = study.today();
    let by_date = past.burn_up();
    let counted_on = |date: NaiveDate| by_date.iter().rfind(|(on, _)| *on <= date).map_or(0, |(_, count)| *count);
    // Fine enough that the bars leave no gap, and no finer however long ago it began.
    let on = |part: i32| {
        let days = TimeDelta::days((today - first).num_days() * i64::from(part) / i64::from(PARTS));
        (x(today) * f64::from(part) / f64::from(PARTS), y(counted_on(first + days)))
    };
    let done: Vec<(f64, f64)> = (0..=PARTS).map(on).collect();
    let here = (x(today), y(study.days_complete()));
    let goal: Vec<(f64, f64)> = study.schedule().goal.map_or_else(Vec::new, |goal| vec![(0.0, 0.0), (x(goal), y(all))]);
    let finish: Vec<(f64, f64)> = study.finish().map_or_else(Vec::new, |finish| vec![here, (x(finish), y(all))]);
    let set = |marker, kind, data, style| Dataset::default().marker(marker).graph_type(kind).data(data).style(style);
    let sets = vec![
        set(area_of, GraphType::Bar, done.as_slice(), theme.done()),
        set(dots.chars().next().map_or(Marker::Dot, Marker::Custom), GraphType::Line, &goal, theme.milestone()),
        set(fine, GraphType::Line, &finish, theme.accent()),
    ];
    let label = |date: NaiveDate| Span::raw(date.format("%-d %b").to_string());
    let x_axis =
        Axis::default().bounds([0.0, x(last).max(1.0)]).labels([label(first), label(last)]).style(theme.quiet());
    let y_axis =
        Axis::default().bounds([0.0, y(all)]).labels([Span::raw("0"), Span::raw(all.to_string())]).style(theme.quiet());
    let inside = inner(area).intersection(canvas.buffer.area);
    Chart::new(sets).x_axis(x_axis).y_axis(y_axis).legend_position(None).render(inside, canvas.buffer);
}
