//! The first start: when to begin, on which days, with how much time, every answer there already with the end that it
//! gives.
//!
//! Deliberately absent: anything that must be answered, and what the keys change (`tui::welcome`).

use super::Canvas;
use super::overlay::{centred, clear, field};
use super::pane::{Pane, Row, inner};
use crate::journal::Weekdays;
use crate::study::Study;
use crate::text::{shortened, visible, width};
use crate::tui::replan::weekdays;
use crate::tui::theme::Theme;
use crate::tui::welcome::{Field, Outcome, Welcome};
use crate::words::span;
use chrono::{Months, NaiveDate, Weekday};
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;
use std::ops::Range;

/// The columns that a question's words have, with the cursor before them.
const LABEL: usize = 15;

/// The fewest columns of a cell that has room for a date.
const CELL: usize = 7;

/// The columns of the seven weekdays in three letters each.
const WEEK: usize = 41;

/// Says how much is said, the most first; what fits on the screen is taken.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Words {
    All,
    Some,
    Few,
}

/// Holds what the rows are made from.
#[derive(Clone, Copy)]
struct Form<'a> {
    theme: Theme,
    study: &'a Study,
    welcome: &'a Welcome,
    columns: usize,
}

pub(super) fn draw(canvas: &mut Canvas, area: Rect, study: &Study, welcome: &Welcome) {
    let area = centred(area, 66, 20);
    let inside = inner(area);
    let (columns, room) = (Pane::columns(area), usize::from(inside.height));
    let form = Form { theme: canvas.theme, study, welcome, columns };
    let grades = [Words::All, Words::Some, Words::Few];
    let words = grades.into_iter().find(|words| form.rows(*words).0.len() <= room);
    let words = words.unwrap_or(Words::Few);
    let (mut rows, here) = form.rows(words);
    if words != Words::Few {
        // How it starts stands at the foot, wherever the question above it ends.
        let start = rows.len().saturating_sub(1);
        let gap = room.saturating_sub(rows.len());
        rows.splice(start..start, std::iter::repeat_n(Row::blank(), gap));
    }
    // On a small screen the current question stays in sight, with the one after it.
    let first = (here.end + 1).min(rows.len()).saturating_sub(room).min(here.start);
    rows.drain(..first);
    clear(canvas, area);
    let (title, aside) = match words {
        Words::All | Words::Some => ("Welcome to ninety", ""),
        Words::Few => ("Welcome", form.start()),
    };
    let title_style = canvas.theme.strong();
    Pane { title, title_style, aside, rows, scroll: None }.draw(canvas, area);
    if let Some(input) = welcome.input().filter(|input| !input.value().is_empty()) {
        let y = inside.y.saturating_add(u16::try_from(here.start - first).unwrap_or(0));
        let x = inside.x.saturating_add(u16::try_from(LABEL).unwrap_or(0));
        let columns = u16::try_from(form.typed_columns(input.value())).unwrap_or(0);
        field(canvas, Rect { x, y, width: columns, height: 1 }, "", input);
    }
}

impl Form<'_> {
    /// Returns all rows, with the places of the current question.
    fn rows(self, words: Words) -> (Vec<Row>, Range<usize>) {
        let (theme, columns) = (self.theme, self.columns);
        let mut rows = Vec::new();
        let mut here = 0..0;
        let gap = |rows: &mut Vec<Row>| {
            if words == Words::All {
                rows.push(Row::blank());
            }
        };
        if words == Words::All {
            rows.push(Row::styled(self.greeting(), theme.text()));
            gap(&mut rows);
        }
        for asked in Field::ALL {
            let start = rows.len();
            rows.extend(self.question(asked, words));
            if words == Words::Few && self.welcome.field == asked {
                let wrong = self.welcome.wrong.iter();
                rows.extend(wrong.flat_map(|wrong| Row::text(wrong, columns, theme.strong())));
            }
            if self.welcome.field == asked {
                here = start..rows.len();
            }
            match asked {
                Field::Date | Field::Weekdays | Field::Minutes => gap(&mut rows),
                Field::Days => {}
            }
        }
        if words != Words::Few {
            let is_advised = self.welcome.field == Field::Days;
            let refused = self.welcome.days.is_none() && self.welcome.wrong.is_some();
            if words == Words::All && !is_advised && !refused {
                rows.extend(Row::text(&self.advice(), columns, theme.text()));
            }
            rows.extend(match &self.welcome.wrong {
                Some(wrong) => Row::text(wrong, columns, theme.strong()),
                None => Row::text(&self.hint(), columns, theme.quiet()),
            });
            let later = self.welcome.days.map_or("", |_| " All of it can be changed later.");
            let start = format!("{}.{later}", self.start());
            rows.push(Row::styled(start, theme.accent()));
        }
        (rows, here)
    }

    /// Returns what the plan is, in a line.
    fn greeting(self) -> String {
        let plan = self.study.plan();
        let days = if plan.days().len() == 1 { "day" } else { "days" };
        let all = format!("{}: {} {days}, one at a time.", plan.title(), plan.days().len());
        let short = format!("{}: {} {days}", plan.title(), plan.days().len());
        let fits = |text: &String| width(&visible(text)) <= self.columns;
        let line = [all, short].into_iter().find(fits).unwrap_or_else(|| plan.title().to_owned());
        shortened(&visible(&line), self.columns).into_owned()
    }

    /// Returns what starts the plan.
    fn start(self) -> &'static str {
        match (self.welcome.field, self.welcome.days) {
            (_, None) => "Choose a weekday to start",
            (Field::Date, Some(_)) => "Enter twice starts",
            (Field::Days | Field::Weekdays | Field::Minutes, Some(_)) => "Enter starts",
        }
    }

    /// Returns the columns that are left for an answer.
    fn room(self) -> usize {
        self.columns.saturating_sub(LABEL)
    }

    /// Returns the columns in which something is typed.
    fn typed_columns(self, typed: &str) -> usize {
        (width(typed) + 1).min(self.room() / 2).max(4)
    }

    /// Returns the columns of a cell of the table, or none where the table has no room.
    fn cell(self) -> Option<usize> {
        Some(self.room() / Weekdays::PRESETS.len()).filter(|cell| *cell >= CELL)
    }

    fn led(self, asked: Field, label: &str, answer: Vec<Span<'static>>) -> Row {
        let (theme, here) = (self.theme, self.welcome.field == asked);
        let lead = if here { theme.signs().cursor } else { " " };
        let style = if here { theme.strong() } else { theme.text() };
        let columns = LABEL - 2;
        let mut spans = vec![
            Span::styled(format!("{lead} "), theme.accent()),
            Span::styled(format!("{label:<columns$}"), style),
        ];
        spans.extend(answer);
        Row { spans, ..Row::default() }
    }

    fn question(self, asked: Field, words: Words) -> Vec<Row> {
        match asked {
            Field::Date => vec![self.led(asked, "Start on", self.answer(asked, &self.date()))],
            Field::Days => self.table(words),
            Field::Weekdays => vec![self.weekdays()],
            Field::Minutes => {
                vec![self.led(asked, "A study day", self.answer(asked, &self.time()))]
            }
        }
    }

    /// Returns an answer, behind what is being typed or with the arrows that change it, where they have room.
    fn answer(self, asked: Field, answer: &str) -> Vec<Span<'static>> {
        let (theme, here) = (self.theme, self.welcome.field == asked);
        let typed = self.welcome.input().map(tui_input::Input::value).filter(|_| here);
        if let Some(typed) = typed.filter(|typed| !typed.is_empty()) {
            let gap = " ".repeat(self.typed_columns(typed) + 2);
            return vec![Span::raw(gap), Span::styled(answer.to_owned(), theme.quiet())];
        }
        let arrows = format!("{answer}  {}", theme.signs().both_ways);
        let shown = if here && width(&arrows) <= self.room() { arrows } else { answer.to_owned() };
        vec![Span::styled(shown, theme.accent())]
    }

    /// Returns the start date as it is shown, `?` where what is typed is none yet.
    fn date(self) -> String {
        let (study, welcome) = (self.study, self.welcome);
        let Ok(date) = welcome.start(study.today()) else { return "?".to_owned() };
        let words = date.format("%a %-d %b %Y").to_string();
        let today = format!("today, {words}");
        let plain = welcome.typed.value().is_empty() && width(&today) <= self.room();
        if date == study.today() && plain { today } else { words }
    }

    fn time(self) -> String {
        match self.welcome.minutes() {
            Err(_) => "?".to_owned(),
            Ok(Some(minutes)) => span(minutes.into()),
            Ok(None) => "as the plan says".to_owned(),
        }
    }

    /// Returns the study days a week side by side, below each the end that it gives.
    fn table(self, words: Words) -> Vec<Row> {
        let (theme, chosen) = (self.theme, self.welcome.days);
        let cell = self.cell();
        let columns = cell.unwrap_or(self.room() / Weekdays::PRESETS.len());
        let style = |days: Weekdays| {
            match chosen {
                Some(chosen) if chosen == days => theme.accent().patch(theme.strong()),
                Some(_) => theme.text(),
                // No end is to be had as things are: each stands back until a weekday is chosen.
                None => theme.quiet(),
            }
        };
        let counts = Weekdays::PRESETS.map(|days| {
            let (open, close) = if chosen == Some(days) { ('[', ']') } else { (' ', ' ') };
            let count = format!("{open}{}{close}", days.count());
            Span::styled(format!("{count:<columns$}"), style(days))
        });
        // The brackets hang out to the left, so that the numbers stand below the other answers.
        let mut head = self.led(Field::Days, "Days a week", counts.into());
        if let Some(label) = head.spans.get_mut(1) {
            label.content = format!("{:<columns$}", "Days a week", columns = LABEL - 3).into();
        }
        let mut rows = vec![head];
        let below = |label: &str, cells: Vec<Span<'static>>| {
            let label = format!("  {label:<columns$}", columns = LABEL - 3);
            let mut spans = vec![Span::styled(label, theme.quiet())];
            spans.extend(cells);
            Row { spans, ..Row::default() }
        };
        if cell.is_some() {
            let dates = |of: fn(Outcome) -> Option<NaiveDate>| {
                let cell = |(days, outcome): (Weekdays, Outcome)| {
                    let date = of(outcome).map_or(String::new(), |date| self.short(date));
                    Span::styled(format!("{:<columns$}", format!(" {date}")), style(days))
                };
                let outcomes = Weekdays::PRESETS.into_iter().zip(self.welcome.outcomes);
                outcomes.map(cell).collect::<Vec<_>>()
            };
            rows.push(below("finish", dates(|outcome| outcome.finish)));
            rows.push(below("goal", dates(|outcome| outcome.goal)));
            if words == Words::All {
                let suggested = self.study.schedule().pace.days;
                let before = Weekdays::PRESETS.iter().take_while(|days| **days != suggested);
                let gap = " ".repeat(before.count() * columns + 1);
                let words = Span::styled(format!("{gap}suggested"), theme.quiet());
                rows.push(below("", vec![words]));
            }
        } else {
            let Outcome { finish, goal } = self.welcome.outcome;
            for (label, date) in [("finish", finish), ("goal", goal)] {
                let date = date.map_or(String::new(), |d| d.format(" %a %-d %b %Y").to_string());
                rows.push(below(label, vec![Span::styled(date, theme.accent())]));
            }
        }
        rows
    }

    /// Returns an end within a year without its year, and a later one without its day.
    fn short(self, end: NaiveDate) -> String {
        let start = self.welcome.start(self.study.today()).unwrap_or(self.welcome.date);
        let within = start.checked_add_months(Months::new(12)).is_none_or(|year| end < year);
        end.format(if within { "%-d %b" } else { "%-m/%Y" }).to_string()
    }

    fn weekdays(self) -> Row {
        let (theme, welcome) = (self.theme, self.welcome);
        let wide = self.room() >= WEEK;
        let here = welcome.field == Field::Weekdays;
        let name = |day: Weekday| {
            let chosen = welcome.days.is_some_and(|days| days.contains(day));
            let sign = if chosen { theme.signs().within } else { theme.signs().out };
            let name = day.to_string().to_lowercase();
            let short: String = name.chars().take(2).collect();
            let text = if wide { format!("{sign} {name}") } else { format!("{sign}{short}") };
            let style = if chosen { theme.done() } else { theme.quiet() };
            let cursor = here && welcome.weekday == day;
            Span::styled(text, if cursor { theme.selected() } else { style })
        };
        let mut spans = Vec::new();
        for day in weekdays(self.study.habits().week_start) {
            spans.extend((!spans.is_empty()).then(|| Span::raw(" ")));
            spans.push(name(day));
        }
        if wide {
            return self.led(Field::Weekdays, "Weekdays", spans);
        }
        let lead = if here { theme.signs().cursor } else { " " };
        spans.insert(0, Span::styled(format!("{lead} "), Style::new().patch(theme.accent())));
        Row { spans, ..Row::default() }
    }

    /// Returns what the chosen study days come to, and why five a week are suggested.
    fn advice(self) -> String {
        let (study, welcome) = (self.study, self.welcome);
        let Some(days) = welcome.days else { return "No weekday is chosen.".to_owned() };
        let date = welcome.start(study.today()).unwrap_or(welcome.date);
        let Outcome { finish, goal } = welcome.outcome;
        let finish = finish.map_or(String::new(), |finish| {
            let weeks = (finish - date).num_days() / 7 + 1;
            let weeks = if weeks == 1 { "1 week".to_owned() } else { format!("{weeks} weeks") };
            format!("Finish on {}, in {weeks}.", finish.format("%a %-d %b %Y"))
        });
        let goal = goal.map_or(String::new(), |goal| {
            format!(
                " The goal is {}, a study day later for every two weeks.",
                goal.format("%-d %b")
            )
        });
        let (count, suggested) = (days.count(), study.schedule().pace.days);
        let why = match study.plan().hours_per_week() {
            Some((least, most)) if days == suggested => {
                format!(" {count} a week are suggested; the plan means {least}-{most} h a week.")
            }
            Some(_) | None => String::new(),
        };
        visible(format!("{finish}{goal}{why}").trim()).into_owned()
    }

    /// Returns what there is to know about the current question.
    fn hint(self) -> String {
        match self.welcome.field {
            Field::Date => {
                "Left and right change the date, or type one: tomorrow, +3d, mon, 2026-12-24."
            }
            Field::Days => return self.advice(),
            Field::Weekdays => {
                "Left and right go to a weekday, space takes it in or out; so do 1 to 7."
            }
            Field::Minutes => {
                "How long a study day is. A longer day of the plan then takes several. Left and right change it, or type 90 or 1h30."
            }
        }
        .to_owned()
    }
}
