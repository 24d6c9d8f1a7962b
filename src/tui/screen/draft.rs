//! The offer of a draft that was found: read it, go on writing, or discard it.

use super::prelude::*;
use crate::journal::drafts::Words;
use crate::tui::text_box::Typed;

pub struct Offer {
    what: &'static str,
    title: String,
    words: Words,
    scroll: isize,
    /// Whether it was asked once to discard it: the only key that deletes for good asks twice.
    is_asked: bool,
}

impl Offer {
    pub fn of(what: &'static str, title: String, words: Words) -> Self {
        Self { what, title, words, scroll: 0, is_asked: false }
    }
}

impl Screen for Offer {
    fn context(&self) -> Context {
        Context::Draft
    }

    fn act(&mut self, ctx: &mut Ctx, action: Action) -> Step {
        let is_asked = std::mem::take(&mut self.is_asked);
        match action {
            Action::Accept => Step::Do(Effect::ResumeDraft),
            Action::Discard if is_asked => Step::Do(Effect::DiscardDraft),
            Action::Discard => {
                self.is_asked = true;
                let key = ctx.key(Action::Discard);
                ctx.warn(format!("{key} again discards the draft for good; any other key keeps it."))
            }
            Action::Close => ctx.close("The draft is kept; ninety offers it at the next start."),
            Action::Move(motion) => ctx.scroll(&mut self.scroll, motion),
            _ => Step::Stay,
        }
    }

    fn typed(&mut self, _ctx: &mut Ctx, _typed: Typed) -> Step {
        self.is_asked = false;
        Step::Stay
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, _study: &Study, _day: DayNo) {
        let theme = canvas.theme;
        let area = canvas::centred(canvas, area, 72, 18);
        let columns = Pane::columns(area);
        let sentence = format!("This {} was being written when ninety ended. It is not saved yet.", self.what);
        let mut rows = Row::text(&sentence, columns, theme.quiet());
        rows.push(Row::blank());
        rows.extend(Row::text(self.words.whole().trim(), columns, theme.text()));
        let title = format!("A draft: {}", self.title);
        Pane { title: &title, rows, scroll: Some(self.scroll), ..Pane::default() }.draw(canvas, area);
    }
}
