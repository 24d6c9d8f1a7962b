//! What is found as one types: all that is planned and written, by its words; or every key of the place beneath, in
//! groups, which enter does, with the signs and the last message below.

use super::prelude::*;
use super::rows;
use crate::text::{shortened, visible, width};
use crate::tui::keymap::{Group, Keymap};
use crate::tui::search::{Found, find, has_words};
use crate::tui::text_box::TextBox;

/// The columns for a row's keys, and below how many columns only the first of them has room.
const KEYS: usize = 16;
const FIRST: usize = 9;
const NARROW: usize = 62;

/// How many letters of a text stand before its match, where there is no room for all.
const BEFORE: usize = 24;

#[derive(Default)]
pub struct Palette {
    /// The place whose keys these are; none in a search.
    of: Option<Context>,
    message: Option<String>,
    text: TextBox,
    found: Vec<Found>,
    at: usize,
    /// How far what follows the last row is scrolled into sight.
    scroll: isize,
}

impl Palette {
    pub fn help(of: Context, message: Option<String>, keys: &Keymap) -> Self {
        Self { of: Some(of), message, found: known(keys, of, ""), ..Self::default() }
    }

    /// Moves to another row; from the last one on to the signs and the message that stand below it.
    fn go(&mut self, ctx: &Ctx, motion: Motion) {
        let count = self.found.len();
        let is_down = matches!(motion, Motion::Down | Motion::PageDown);
        if self.at + 1 >= count && (is_down || self.scroll > 0) {
            self.scroll = ctx.drawn.scrolled(self.scroll, motion).max(0);
        } else {
            (self.at, self.scroll) = (motion.within(self.at, count, ctx.drawn.page()), 0);
        }
    }

    fn rows(&self, theme: Theme, columns: usize) -> Vec<Row> {
        let (mut rows, mut group) = (Vec::new(), "");
        for (place, found) in self.found.iter().enumerate() {
            if group != found.group {
                group = found.group;
                rows.extend((!rows.is_empty()).then(Row::blank));
                rows.push(Row::styled(group, theme.quiet()));
            }
            let selected = if place == self.at { Selected::Whole } else { Selected::No };
            let part = if self.of.is_some() { key(theme, found, columns) } else { vec![hit(theme, found, columns)] };
            rows.extend(part.into_iter().map(|row| row.aimed(Target::Place(place), None, selected)));
        }
        let is_all = self.text.is_blank();
        if self.of.is_some() && has_words("signs", &self.text.text()) {
            let sign = |(glyph, word)| vec![Span::styled(glyph, theme.accent()), Span::raw(format!(" {word}"))];
            let signs = Row::flow(theme.glyphs().legend().into_iter().map(sign).collect(), columns);
            let blank = usize::from(rows.is_empty());
            rows.extend(rows::part(theme, "Signs", signs).into_iter().skip(blank));
        }
        if let Some(message) = self.message.as_ref().filter(|_| is_all) {
            rows.extend(rows::part(theme, "The last message", Row::text(message, columns, theme.text())));
        }
        if rows.is_empty() && !is_all {
            rows.extend(Row::text("Nothing fits. Fewer letters find more.", columns, theme.quiet()));
        }
        rows
    }
}

/// Returns the keys of a place that fit, in the order of their groups.
fn known(keys: &Keymap, of: Context, filter: &str) -> Vec<Found> {
    let mut found = Vec::new();
    for (group, heading) in Group::ALL {
        for (row, keys) in keys.rows(of).filter(|(row, _)| row.group == group) {
            let lead = keys.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
            let is_found = has_words(&format!("{lead} {}", row.help), filter);
            let one =
                || Found { group: heading, lead, text: row.help.to_owned(), words: 0..0, to: To::Act(row.action) };
            found.extend(is_found.then(one));
        }
    }
    found
}

fn key(theme: Theme, found: &Found, columns: usize) -> Vec<Row> {
    let keys = match columns {
        0..NARROW => format!("{:<FIRST$} ", found.lead.split(' ').next().unwrap_or_default()),
        NARROW.. => format!("{:<KEYS$} ", found.lead),
    };
    Row::led(Span::styled(keys, theme.accent()), &found.text, columns, theme.text())
}

/// Returns a row in which the match is in sight: where it is too narrow for all, it begins a little before.
fn hit(theme: Theme, found: &Found, columns: usize) -> Row {
    let room = columns.saturating_sub(width(&found.lead));
    let (from, to) = (found.words.start, found.words.end);
    let part = |range| visible(found.text.get(range).unwrap_or_default()).into_owned();
    let [mut before, words, after] = [0..from, from..to, to..found.text.len()].map(part);
    if width(&before) + width(&words) > room {
        let cut = before.chars().count().saturating_sub(BEFORE.min(room / 2));
        before = format!("…{}", before.chars().skip(cut).collect::<String>());
    }
    let after = shortened(&after, room.saturating_sub(width(&before) + width(&words))).into_owned();
    let words = Span::styled(words, theme.accent().patch(theme.strong()));
    Row::of(vec![Span::styled(found.lead.clone(), theme.quiet()), Span::raw(before), words, Span::raw(after)])
}

impl Screen for Palette {
    fn context(&self) -> Context {
        if self.of.is_some() { Context::Help } else { Context::Search }
    }

    fn act(&mut self, ctx: &mut Ctx, action: Action) -> Step {
        match action {
            Action::Move(motion) => self.go(ctx, motion),
            Action::Accept => return self.found.get(self.at).map_or(Step::Stay, |found| Step::Go(found.to.clone())),
            Action::Close => return Step::Close,
            _ => {}
        }
        Step::Stay
    }

    fn text(&mut self) -> Option<&mut TextBox> {
        Some(&mut self.text)
    }

    fn edited(&mut self, ctx: &mut Ctx) {
        let words = self.text.text();
        self.found = self.of.map_or_else(|| find(ctx.study, &words), |of| known(ctx.keys, of, &words));
        (self.at, self.scroll) = (0, 0);
    }

    fn click(&mut self, ctx: &mut Ctx, target: Target) -> Step {
        let Target::Place(place) = target else { return Step::Stay };
        (self.at, self.scroll) = (place, 0);
        self.act(ctx, Action::Accept)
    }

    fn label(&self, _study: &Study, _day: DayNo, row: &keymap::Row) -> &'static str {
        if row.action == Action::Accept && self.found.is_empty() { "" } else { row.label }
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, _study: &Study, _day: DayNo) {
        let theme = canvas.theme;
        let (columns, height) = (area.width.saturating_sub(12).clamp(76, 110), area.height.saturating_sub(4).max(18));
        let area = canvas::centred(canvas, area, columns, height);
        let rows = self.rows(theme, Pane::columns(area));
        let name = Context::ALL.iter().find(|(context, _)| Some(*context) == self.of).map(|(_, name)| *name);
        let title = match (name, self.found.len()) {
            (Some(name), _) => format!("What you can do in {name}"),
            (None, 0) => "Search".to_owned(),
            (None, count) => format!("Search: {count} found"),
        };
        let (top, below) = canvas::top(inner(area), 1);
        let list = canvas::top(below, 1).1;
        let more = canvas::beyond(&rows, list.height.into(), Some(self.scroll));
        Pane { title: &title, more, ..Pane::default() }.draw(canvas, area);
        let field = canvas.prompt(top, "/ ", &self.text);
        if self.text.is_blank() {
            let enter = canvas.keys.key(Context::Help, Action::Accept);
            let hint = match self.of {
                Some(_) => format!("type to filter, such as note or signs; {enter} does what is selected"),
                None => "type words of a day, a task, a resource, a note, a link or a review".to_owned(),
            };
            canvas.line(field, &Line::styled(shortened(&hint, field.width.into()), theme.quiet()));
        }
        canvas.list(list, rows, Some(self.scroll));
    }
}
