//! Help, and a palette: every action of the place it was opened from, in groups; letters filter, enter does it.

use super::prelude::*;
use super::rows;
use crate::text::shortened;
use crate::tui::keymap::{Group, Keymap};
use crate::tui::search::has_words;
use crate::tui::text_box::TextBox;

/// The columns for a row's keys, and below how many columns only the first of them has room.
const KEYS: usize = 16;
const FIRST: usize = 9;
const NARROW: usize = 62;

struct Entry {
    group: Group,
    keys: String,
    help: &'static str,
    action: Action,
}

pub struct Help {
    of: Context,
    message: Option<String>,
    filter: TextBox,
    at: usize,
    /// How far what follows the last action is scrolled into sight.
    scroll: isize,
    all: Vec<Entry>,
}

impl Help {
    pub fn new(of: Context, message: Option<String>, keys: &Keymap) -> Self {
        let entry = |(row, keys): (&'static keymap::Row, &[crate::tui::chord::Chord])| Entry {
            group: row.group,
            keys: keys.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
            help: row.help,
            action: row.action,
        };
        let mut all: Vec<Entry> = keys.rows(of).map(entry).collect();
        all.sort_by_key(|entry| Group::ALL.iter().position(|(group, _)| *group == entry.group));
        Self { of, message, filter: TextBox::default(), at: 0, scroll: 0, all }
    }

    fn found(&self) -> Vec<&Entry> {
        let filter = self.filter.text();
        let fits = |entry: &&Entry| has_words(&format!("{} {}", entry.keys, entry.help), &filter);
        self.all.iter().filter(fits).collect()
    }

    /// Moves to another action; from the last one on to the signs and the message that stand below it.
    fn go(&mut self, ctx: &Ctx, motion: Motion) {
        let count = self.found().len();
        let is_down = matches!(motion, Motion::Down | Motion::PageDown);
        if self.at + 1 >= count && (is_down || self.scroll > 0) {
            self.scroll = ctx.drawn.scrolled(self.scroll, motion).max(0);
        } else {
            (self.at, self.scroll) = (motion.within(self.at, count, ctx.drawn.page()), 0);
        }
    }
}

impl Screen for Help {
    fn context(&self) -> Context {
        Context::Help
    }

    fn act(&mut self, ctx: &mut Ctx, action: Action) -> Step {
        match action {
            Action::Move(motion) => self.go(ctx, motion),
            Action::Accept => {
                return self.found().get(self.at).map_or(Step::Stay, |entry| Step::Go(To::Act(entry.action)));
            }
            Action::Close => return Step::Close,
            _ => {}
        }
        Step::Stay
    }

    fn text(&mut self) -> Option<&mut TextBox> {
        Some(&mut self.filter)
    }

    fn edited(&mut self, _ctx: &mut Ctx) {
        (self.at, self.scroll) = (0, 0);
    }

    fn click(&mut self, ctx: &mut Ctx, target: Target) -> Step {
        let Target::Place(place) = target else { return Step::Stay };
        (self.at, self.scroll) = (place, 0);
        self.act(ctx, Action::Accept)
    }

    fn label(&self, _study: &Study, _day: DayNo, row: &keymap::Row) -> &'static str {
        if row.action == Action::Accept && self.found().is_empty() { "" } else { row.label }
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, _study: &Study, _day: DayNo) {
        let theme = canvas.theme;
        let area = canvas::centred(canvas, area, 90, 40);
        let columns = Pane::columns(area);
        let quiet = theme.quiet();
        let mut rows = Vec::new();
        let mut group = None;
        for (place, entry) in self.found().into_iter().enumerate() {
            if group != Some(entry.group) {
                let heading = Group::ALL.iter().find(|(known, _)| *known == entry.group);
                rows.extend((!rows.is_empty()).then(Row::blank));
                rows.extend(heading.map(|(_, heading)| Row::styled(*heading, quiet)));
                group = Some(entry.group);
            }
            let keys = match columns {
                0..NARROW => format!("{:<FIRST$} ", entry.keys.split(' ').next().unwrap_or_default()),
                NARROW.. => format!("{:<KEYS$} ", entry.keys),
            };
            let lead = vec![Span::styled(keys, theme.accent())];
            let selected = if place == self.at { Selected::Whole } else { Selected::No };
            let entry = Row::led(lead, entry.help, columns, theme.text()).into_iter();
            rows.extend(entry.map(|row| row.aimed(Target::Place(place), None, selected)));
        }
        let is_all = self.filter.is_blank();
        let signs = is_all || "signs".starts_with(self.filter.text().trim().to_lowercase().as_str());
        if signs {
            rows.extend((!rows.is_empty()).then(Row::blank));
            rows.push(Row::styled("Signs", quiet));
            let sign = |(glyph, word)| vec![Span::styled(glyph, theme.accent()), Span::raw(format!(" {word}"))];
            rows.extend(Row::flow(theme.glyphs().legend().into_iter().map(sign).collect(), columns));
        }
        if let Some(message) = self.message.as_ref().filter(|_| is_all) {
            rows.extend(rows::part(theme, "The last message", Row::text(message, columns, theme.text())));
        }
        if rows.is_empty() {
            rows.extend(Row::text("Nothing fits. Fewer letters find more.", columns, quiet));
        }
        let name = Context::ALL.iter().find(|(context, _)| *context == self.of).map_or("", |(_, name)| *name);
        let title = format!("What you can do in {name}");
        Pane { title: &title, ..Pane::default() }.draw(canvas, area);
        let (top, below) = canvas::top(inner(area), 1);
        let field = canvas.prompt(top, "> ", &self.filter);
        if self.filter.is_blank() {
            let enter = canvas.keys.key(Context::Help, Action::Accept);
            let hint = format!("type to filter, such as note or signs; {enter} does what is selected");
            canvas.line(field, &Line::styled(shortened(&hint, field.width.into()), quiet));
        }
        canvas.list(canvas::top(below, 1).1, rows, Some(self.scroll));
    }
}
