//! The search: what was typed, and what was found, best first.

use super::prelude::*;
use crate::text::{shortened, visible, width};
use crate::tui::search::{self, Hit, Kind};
use crate::tui::text_box::TextBox;

/// How many letters of a text stand before its match, where there is no room for all.
const BEFORE: usize = 24;

#[derive(Default)]
pub struct Search {
    text: TextBox,
    hits: Vec<Hit>,
    at: usize,
}

impl Search {
    fn go(&self) -> Step {
        let Some(hit) = self.hits.get(self.at) else { return Step::Stay };
        Step::Go(match hit.kind {
            Kind::Row(place, _) => To::Day(hit.day, Some(place)),
            Kind::Day | Kind::Note | Kind::Reason | Kind::Tag => To::Day(hit.day, None),
            Kind::Link(week) => To::Milestone(week),
            Kind::Review(week) => To::Questions(week),
        })
    }
}

impl Screen for Search {
    fn context(&self) -> Context {
        Context::Search
    }

    fn act(&mut self, ctx: &mut Ctx, action: Action) -> Step {
        match action {
            Action::Accept => return self.go(),
            Action::Close => return Step::Close,
            Action::Move(motion) => self.at = motion.within(self.at, self.hits.len(), ctx.drawn.page()),
            _ => {}
        }
        Step::Stay
    }

    fn text(&mut self) -> Option<&mut TextBox> {
        Some(&mut self.text)
    }

    fn edited(&mut self, ctx: &mut Ctx) {
        self.hits = search::find(ctx.study, &self.text.text());
        self.at = 0;
    }

    fn click(&mut self, _ctx: &mut Ctx, target: Target) -> Step {
        let Target::Place(place) = target else { return Step::Stay };
        self.at = place;
        self.go()
    }

    fn label(&self, _study: &Study, _day: DayNo, row: &keymap::Row) -> &'static str {
        if row.action == Action::Accept && self.hits.is_empty() { "" } else { row.label }
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, _study: &Study, _day: DayNo) {
        let theme = canvas.theme;
        let (width_wanted, height_wanted) =
            (area.width.saturating_sub(12).clamp(76, 110), area.height.saturating_sub(4).max(18));
        let area = canvas::centred(canvas, area, width_wanted, height_wanted);
        let columns = Pane::columns(area);
        let count = self.hits.len();
        let title = if count == 0 { "Search".to_owned() } else { format!("Search: {count} found") };
        Pane { title: &title, ..Pane::default() }.draw(canvas, area);
        let (top, below) = canvas::top(inner(area), 1);
        canvas.prompt(top, "/ ", &self.text);
        let rest = canvas::top(below, 1).1;
        // The field stays in sight: only the hits scroll.
        let height = usize::from(rest.height).max(1);
        let first = (self.at + 1).saturating_sub(height);
        let mut rows = Vec::new();
        if self.hits.is_empty() {
            let words = if self.text.is_blank() {
                "Type words of a day, a task, a resource, a note, a link or a review."
            } else {
                "Nothing fits. Fewer letters find more."
            };
            rows.extend(Row::text(words, columns, theme.quiet()));
        }
        for (place, hit) in self.hits.iter().enumerate().skip(first).take(height) {
            let head = format!("{:>3} {:<6} ", hit.day.get(), hit.kind.label());
            let room = columns.saturating_sub(width(&head));
            let part = |range: std::ops::Range<usize>| visible(hit.text.get(range).unwrap_or_default()).into_owned();
            let (mut before, found) = (part(0..hit.found.start), part(hit.found.clone()));
            if width(&before) + width(&found) > room {
                // Where the row is too narrow, it begins a little before the match.
                let cut = before.chars().count().saturating_sub(BEFORE.min(room / 2));
                before = format!("…{}", before.chars().skip(cut).collect::<String>());
            }
            let parts = [before, found, part(hit.found.end..hit.text.len())];
            let mut spans = vec![Span::styled(head, theme.quiet())];
            let mut used = 0;
            for (part, style) in parts.iter().zip([theme.text(), theme.accent().patch(theme.strong()), theme.text()]) {
                let text = shortened(part, room.saturating_sub(used)).into_owned();
                used += width(&text);
                spans.push(Span::styled(text, style));
            }
            let selected = if place == self.at { Selected::Whole } else { Selected::No };
            rows.push(Row::of(spans).aimed(Target::Place(place), None, selected));
        }
        canvas.list(rest, rows, Some(0));
    }
}
