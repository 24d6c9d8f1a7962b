//! The form as it is drawn: each answer as it reads, what is said of it, and what all of them come to.

use super::super::prelude::*;
use super::{Answer, Field, Schedule};
use crate::journal::{By, Weekdays};
use crate::study::{self, Slot};
use crate::text::{shortened, width};
use crate::tui::canvas::columns;
use crate::typed;
use chrono::NaiveDate;

/// The columns before an answer, and from how many on it stands beside the weekdays how many they are.
const LEAD: usize = 13;
const COUNTED: usize = LEAD + 33;

/// The columns of a figure's name, and how many of the next days are shown.
const NAME: usize = 10;
const NEXT: usize = 7;

const fn label(field: Field) -> &'static str {
    match field {
        Field::Start => "Start",
        Field::Begin => "Begin at",
        Field::Goal => "Goal",
        Field::Days => "Study days",
        Field::Length => "Length",
        Field::Order => "Order",
        Field::From => "Break from",
        Field::Until => "Until",
        Field::Back => "Back",
    }
}

impl Schedule {
    /// Draws the fields, and what is said of the cursor's one.
    pub(super) fn fields(&self, canvas: &mut Canvas, area: Rect, study: &Study, title: &str) {
        let (theme, room) = (canvas.theme, Pane::columns(area));
        let mut rows = Vec::new();
        for (place, Answer { field, .. }) in self.answers.iter().enumerate() {
            let here = place == self.at;
            let cursor = if here { theme.glyphs().cursor } else { " " };
            let style = if here { theme.strong() } else { theme.quiet() };
            let mut spans = vec![
                Span::styled(format!("{cursor} "), theme.accent()),
                Span::styled(format!("{:<1$}", label(*field), LEAD - 2), style),
            ];
            if *field == Field::Days {
                spans.extend(self.week(theme, study, here, room));
            } else {
                let text = self.shown(study, *field).unwrap_or_else(|| "?".to_owned());
                let room = room.saturating_sub(LEAD);
                let arrows = format!("{text}  {}", theme.glyphs().both_ways);
                let text = if here && width(&arrows) <= room { arrows } else { shortened(&text, room).into_owned() };
                spans.push(Span::styled(text, if here { theme.accent() } else { theme.text() }));
            }
            let selected = if here { Selected::Cursor } else { Selected::No };
            rows.push(Row::of(spans).aimed(Target::Place(place), None, selected));
        }
        let hint: Vec<Row> = self.hint(study).iter().flat_map(|line| Row::text(line, room, theme.quiet())).collect();
        let height = usize::from(inner(area).height);
        let is_roomy = rows.len() + hint.len() < height;
        rows.extend(is_roomy.then(Row::blank));
        // Where not all has room, the hint stands with its field.
        let at = if is_roomy || rows.len() + hint.len() == height { rows.len() } else { self.at + 1 };
        let selected = if at == self.at + 1 { Selected::Cursor } else { Selected::No };
        rows.splice(at..at, hint.into_iter().map(|row| Row { selected, ..row }));
        Pane { title, rows, ..Pane::default() }.draw(canvas, area);
        let here = |(_, target): &&(Rect, Target)| *target == Target::Place(self.at);
        let row = canvas.drawn.targets.iter().rfind(here).map(|(row, _)| *row);
        if let (Some(row), Some(text)) = (row, self.answers.get(self.at).and_then(|answer| answer.typed.as_ref())) {
            let place = canvas::right(row, row.width.saturating_sub(columns(LEAD))).1;
            canvas.line(place, &" ".repeat(usize::from(place.width)).into());
            canvas.type_in(place, text);
        }
    }

    /// Returns the weekdays: a name for each that is studied on, a dot for each that is not, and how many they are.
    fn week(&self, theme: Theme, study: &Study, here: bool, columns: usize) -> Vec<Span<'static>> {
        let mut spans = Vec::new();
        for day in std::iter::successors(Some(study.habits().week_start), |day| Some(day.succ())).take(7) {
            let is_in = self.days.is_some_and(|days| days.contains(day));
            let name: String = day.to_string().chars().take(2).collect();
            let glyph = if is_in { name } else { theme.glyphs().out.repeat(2) };
            let style = if is_in { theme.text() } else { theme.quiet() };
            spans.push(Span::styled(glyph, if here && self.weekday == day { theme.selected() } else { style }));
            spans.push(Span::raw(" "));
        }
        let count = self.days.map_or(0, Weekdays::count);
        spans.extend((columns >= COUNTED).then(|| Span::styled(format!(" {count} a week"), theme.quiet())));
        spans
    }

    /// Returns how an answer reads, if it can be understood.
    fn shown(&self, study: &Study, field: Field) -> Option<String> {
        let date = |date: Option<NaiveDate>, none: &str| date.map_or_else(|| none.to_owned(), words::date);
        Some(match field {
            Field::Start => words::date(typed::start_word(&self.word(field), study.today()).ok()?),
            Field::Begin => format!("day {} of {}", self.begin(study).ok()?, study.plan().days().len()),
            Field::Goal => date(self.date(study, field).ok()?, "none yet"),
            Field::Length => {
                let planned = if study.plan().minutes().is_some() { "as the plan says" } else { "any length" };
                self.minutes().ok()?.map_or_else(|| planned.to_owned(), |minutes| words::span(minutes.into()))
            }
            Field::From => date(self.date(study, field).ok()?, "no break"),
            Field::Until => date(self.until(study, self.date(study, Field::From).ok()?).ok()?, "no break"),
            Field::Order => words::by(self.by).to_owned(),
            Field::Back => if self.is_back { "today" } else { "when the break ends" }.to_owned(),
            Field::Days => String::new(),
        })
    }

    /// Returns what can be done with the answer at the cursor, or what is wrong with it.
    fn hint(&self, study: &Study) -> Vec<String> {
        let Some(field) = self.field() else { return Vec::new() };
        if let Some((_, wrong)) = self.record.as_ref().err().filter(|(of, _)| *of == field) {
            return vec![wrong.clone()];
        }
        let read = self.shown(study, field).filter(|_| self.is_typed(field));
        let hint = match field {
            Field::Start => "The first study day. Arrows, or type: tomorrow, mon, 4 jan, 2027-01-04.",
            Field::Begin => match self.begin(study).map_or(1, DayNo::get) {
                0..=1 => "Do you know the first days? Type the day to begin at.",
                day => return vec![format!("You know days 1-{}: they are skipped as known before.", day - 1)],
            },
            Field::Goal => "The date to be done by. Arrows, or type: 8 apr, 2027-04-08, +30d, mon.",
            Field::Days => {
                let finish = |(count, finish): &(u32, NaiveDate)| {
                    format!("{count} a week: finish {}", finish.format("%-d %b %Y"))
                };
                let press = "Press 3 to 7, or space for a single day.".to_owned();
                return [press].into_iter().chain(self.finishes.iter().map(finish)).collect();
            }
            Field::Length => {
                "How long a study day is; a longer day of the plan takes several. Arrows, or type: 90, 1h30."
            }
            Field::Order if self.by == By::Day => "One day after the other, a date each.",
            Field::Order => "Each week has its days, in any order.",
            Field::From => "No date in a break is a study day. Arrows, or type: mon, +3d, none.",
            Field::Until => "The last date of the break. Arrows, or type a date.",
            Field::Back => "Space ends the break, so that today is a study day.",
        };
        read.map(|read| format!("= {read}")).into_iter().chain([hint.to_owned()]).collect()
    }
    /// Draws what the form comes to: finish, to spare and goal, before and after, and the next days.
    pub(super) fn preview(&self, canvas: &mut Canvas, area: Rect, study: &Study) {
        let (theme, columns) = (canvas.theme, Pane::columns(area));
        let after = self.after.as_ref().unwrap_or(study.schedule());
        let before = if self.is_start { after } else { study.schedule() };
        let rows = if self.record.is_ok() {
            let next = after.slots.iter().take(NEXT).map(|slot| day(theme, study, [before, after], slot, columns));
            figures(theme, before, after, columns).into_iter().chain([Row::blank()]).chain(next).collect()
        } else {
            // The field itself says what is wrong with it.
            Row::text("It shows here once every field can be read.", columns, theme.quiet())
        };
        let title = match (self.is_start, &self.record) {
            (true, _) => "What it comes to",
            (false, Ok(None)) => "As it is",
            (false, _) => "As it would be",
        };
        Pane { title, rows, scroll: Some(self.scroll), ..Pane::default() }.draw(canvas, area);
    }
}

fn figures(theme: Theme, before: &study::Schedule, after: &study::Schedule, columns: usize) -> Vec<Row> {
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

/// Returns a day with its date; it is marked where that changes.
fn day(theme: Theme, study: &Study, [before, after]: [&study::Schedule; 2], slot: &Slot, columns: usize) -> Row {
    let was = before.slot(slot.day).map(|slot| slot.date).filter(|was| *was != slot.date);
    let glyph = if was.is_some() { theme.glyphs().changed } else { " " };
    let by = if after.pace.by == By::Week { "by " } else { "" };
    let head = format!("{by}{:<10}  {:>2}  ", slot.date.format("%a %e %b"), slot.day);
    let tail = was.map_or(String::new(), |was| format!("{:+} d", (slot.date - was).num_days()));
    let lead = vec![Span::styled(format!("{glyph} "), theme.accent()), Span::raw(head)];
    Row::between(lead, study.plan().day(slot.day).title, &tail, columns, [theme.text(), theme.quiet()])
}
