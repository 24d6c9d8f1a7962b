//! The one form: fields that are all filled in, one of them the cursor's. Arrows step an answer, typing replaces it.

use super::canvas::{Canvas, Pane, Row, Selected, Target, columns, inner};
use super::keymap::{Action, around};
use super::text_box::{Lines, TextBox, Typed};
use super::theme::Theme;
use crate::journal::Weekdays;
use crate::text::{shortened, width};
use chrono::Weekday;
use ratatui::layout::Rect;
use ratatui::text::Span;

const LEAD: usize = 13;

/// From this many columns on it stands beside the weekdays how many they are.
const COUNTED: usize = LEAD + 33;

pub enum Input {
    /// A date, a length of time or a number, empty for none: what was filled in, which gives way to what is typed.
    Word {
        filled: String,
        typed: Option<Box<TextBox>>,
    },
    Choice {
        options: &'static [&'static str],
        at: usize,
    },
    /// Weekdays, and the one that the cursor is on; none where every one was taken out.
    Weekdays {
        days: Option<Weekdays>,
        at: Weekday,
    },
}

impl Input {
    pub fn word(filled: String) -> Self {
        Self::Word { filled, typed: None }
    }

    pub fn typed(word: &str) -> Self {
        Self::Word { filled: String::new(), typed: Some(Box::new(TextBox::new(Lines::One, word))) }
    }
}

pub struct Field {
    /// What stands before the answer; also the field's name.
    pub label: &'static str,
    pub input: Input,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    Moved,
    Answer,
    /// The answer of this field is to be stepped down or up, by who knows what it means.
    Step(&'static str, i16),
}

pub struct Form {
    pub fields: Vec<Field>,
    pub at: usize,
    week_start: Weekday,
}

impl Form {
    pub fn new(fields: Vec<Field>, week_start: Weekday) -> Self {
        Self { fields, at: 0, week_start }
    }

    pub fn field(&self) -> Option<&Field> {
        self.fields.get(self.at)
    }

    fn input(&self, label: &str) -> Option<&Input> {
        self.fields.iter().find(|field| field.label == label).map(|field| &field.input)
    }

    pub fn word(&self, label: &str) -> String {
        match self.input(label) {
            Some(Input::Word { typed: Some(text), .. }) => text.text().trim().to_owned(),
            Some(Input::Word { filled, .. }) => filled.clone(),
            _ => String::new(),
        }
    }

    pub fn is_typed(&self, label: &str) -> bool {
        matches!(self.input(label), Some(Input::Word { typed: Some(_), .. }))
    }

    pub fn put(&mut self, label: &str, input: Input) {
        if let Some(field) = self.fields.iter_mut().find(|field| field.label == label) {
            field.input = input;
        }
    }

    pub fn choice(&self, label: &str) -> usize {
        match self.input(label) {
            Some(Input::Choice { at, .. }) => *at,
            _ => 0,
        }
    }

    pub fn weekdays(&self, label: &str) -> Option<Weekdays> {
        match self.input(label) {
            Some(Input::Weekdays { days, .. }) => *days,
            _ => None,
        }
    }

    pub fn go_to(&mut self, label: &str) {
        self.at = self.fields.iter().position(|field| field.label == label).unwrap_or(self.at);
    }

    pub fn act(&mut self, action: Action) -> Change {
        match action {
            Action::Fields(step) => self.at = around(self.at, step, self.fields.len()),
            Action::Change(by) => return self.step(by),
            _ => {}
        }
        Change::Moved
    }

    fn step(&mut self, by: i16) -> Change {
        let Some(field) = self.fields.get_mut(self.at) else { return Change::Moved };
        match &mut field.input {
            Input::Word { .. } => return Change::Step(field.label, by),
            Input::Choice { options, at } => {
                *at = around(*at, by.into(), options.len());
            }
            Input::Weekdays { at, .. } => {
                *at = if by < 0 { at.pred() } else { at.succ() };
                return Change::Moved;
            }
        }
        Change::Answer
    }

    pub fn typed(&mut self, what: Typed) -> Change {
        let first = self.week_start;
        let Some(field) = self.fields.get_mut(self.at) else { return Change::Moved };
        let letter = if let Typed::Key(chord) = what { chord.typed() } else { None };
        match (&mut field.input, letter) {
            (Input::Word { filled, typed }, _) if letter.is_some() || !matches!(what, Typed::Key(_)) => {
                // An edit goes on with what is filled in, anything else takes its place.
                let begun = if matches!(what, Typed::Edit(_)) { filled } else { "" };
                typed.get_or_insert_with(|| Box::new(TextBox::new(Lines::One, begun))).take(what);
            }
            (Input::Choice { options, at }, Some(' ')) => *at = around(*at, 1, options.len()),
            (Input::Weekdays { days, at }, Some(' ')) => {
                *days = days.map_or(Some(Weekdays::only(*at)), |days| days.toggled(*at));
            }
            (Input::Weekdays { days, .. }, Some(digit @ '3'..='7')) => {
                *days = digit.to_digit(10).and_then(Weekdays::preset).or(*days);
            }
            (Input::Weekdays { at, .. }, Some(letter)) => {
                let begins = |day: &Weekday| day.to_string().to_lowercase().starts_with(letter.to_ascii_lowercase());
                let found = weekdays(first).cycle().skip_while(|day| day != at).skip(1).take(7).find(begins);
                *at = found.unwrap_or(*at);
                return Change::Moved;
            }
            _ => return Change::Moved,
        }
        Change::Answer
    }

    /// Draws the fields and what is said of the cursor's one; `shown` says how a word reads that can be understood.
    pub fn draw(
        &self,
        canvas: &mut Canvas,
        area: Rect,
        title: &str,
        hint: &[String],
        shown: impl Fn(&str) -> Option<String>,
    ) {
        let (theme, room) = (canvas.theme, Pane::columns(area));
        let mut rows = Vec::new();
        for (place, field) in self.fields.iter().enumerate() {
            let here = place == self.at;
            let cursor = if here { theme.glyphs().cursor } else { " " };
            let style = if here { theme.strong() } else { theme.quiet() };
            let mut spans = vec![
                Span::styled(format!("{cursor} "), theme.accent()),
                Span::styled(format!("{:<1$}", field.label, LEAD - 2), style),
            ];
            spans.extend(self.answer(theme, field, room, here, shown(field.label)));
            let selected = if here { Selected::Cursor } else { Selected::No };
            rows.push(Row::of(spans).aimed(Target::Place(place), None, selected));
        }
        let hint: Vec<Row> = hint.iter().flat_map(|line| Row::text(line, room, theme.quiet())).collect();
        let height = usize::from(inner(area).height);
        let is_roomy = rows.len() + hint.len() < height;
        rows.extend(is_roomy.then(Row::blank));
        // Where not all has room, the hint stands with its field.
        let at = if is_roomy || rows.len() + hint.len() == height { rows.len() } else { self.at + 1 };
        let selected = if at == self.at + 1 { Selected::Cursor } else { Selected::No };
        rows.splice(at..at, hint.into_iter().map(|row| Row { selected, ..row }));
        Pane { title, rows, ..Pane::default() }.draw(canvas, area);
        self.draw_typed(canvas);
    }

    fn draw_typed(&self, canvas: &mut Canvas) {
        let Some(Field { input: Input::Word { typed: Some(text), .. }, .. }) = self.field() else { return };
        let here = |(_, target): &&(Rect, Target)| *target == Target::Place(self.at);
        let Some(row) = canvas.drawn.targets.iter().rfind(here).map(|(row, _)| *row) else { return };
        let lead = columns(LEAD);
        let place = Rect { x: row.x.saturating_add(lead), width: row.width.saturating_sub(lead), ..row };
        canvas.line(place, &" ".repeat(usize::from(place.width)).into());
        canvas.type_in(place, text);
    }

    fn answer(&self, theme: Theme, field: &Field, room: usize, here: bool, word: Option<String>) -> Vec<Span<'static>> {
        let text = match &field.input {
            Input::Weekdays { days, at } => return self.week(theme, *days, here.then_some(*at), room),
            Input::Word { .. } => word.unwrap_or_else(|| "?".to_owned()),
            Input::Choice { options, at } => options.get(*at).copied().unwrap_or_default().to_owned(),
        };
        let room = room.saturating_sub(LEAD);
        let arrows = format!("{text}  {}", theme.glyphs().both_ways);
        let text = if here && width(&arrows) <= room { arrows } else { shortened(&text, room).into_owned() };
        vec![Span::styled(text, if here { theme.accent() } else { theme.text() })]
    }

    /// Returns the weekdays: a name for each that is studied on, a dot for each that is not, and how many they are.
    fn week(&self, theme: Theme, days: Option<Weekdays>, at: Option<Weekday>, columns: usize) -> Vec<Span<'static>> {
        let mut spans = Vec::new();
        for day in weekdays(self.week_start) {
            let is_in = days.is_some_and(|days| days.contains(day));
            let name: String = day.to_string().chars().take(2).collect();
            let glyph = if is_in { name } else { theme.glyphs().out.repeat(2) };
            let style = if is_in { theme.text() } else { theme.quiet() };
            spans.push(Span::styled(glyph, if at == Some(day) { theme.selected() } else { style }));
            spans.push(Span::raw(" "));
        }
        let count = days.map_or(0, Weekdays::count);
        spans.extend((columns >= COUNTED).then(|| Span::styled(format!(" {count} a week"), theme.quiet())));
        spans
    }
}

pub fn weekdays(first: Weekday) -> impl Iterator<Item = Weekday> + Clone {
    std::iter::successors(Some(first), |day| Some(day.succ())).take(7)
}
