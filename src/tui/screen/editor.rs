//! The note editor: beside the day's tasks where there is room, else in the place of the view.

use super::prelude::*;
use super::today;
use crate::journal::Key;
use crate::journal::drafts::{Draft, Of, Words};
use crate::tui::keymap::View;
use crate::tui::text_box::{Lines, TextBox};

pub const UNCHANGED: &str = "The note is as it was.";

pub struct Editor {
    day: DayNo,
    /// The paragraphs that were there when the editor was opened, and what they said.
    over: Vec<Key>,
    before: String,
    text: TextBox,
}

impl Editor {
    pub fn of(study: &Study, day: DayNo) -> Self {
        Self::resumed(study, day, study.day(day).notes.clone(), &study.note(day))
    }

    pub fn resumed(study: &Study, day: DayNo, over: Vec<Key>, text: &str) -> Self {
        Self { day, over, before: study.note(day), text: TextBox::new(Lines::Many, text) }
    }
}

impl Screen for Editor {
    fn context(&self) -> Context {
        Context::Editor
    }

    fn act(&mut self, ctx: &mut Ctx, action: Action) -> Step {
        match action {
            Action::Accept => {
                let day = ctx.study.plan().day(self.day);
                let fact = ctx.study.noted(day, &self.text.text(), &self.over, &self.before);
                fact.map_or_else(|| ctx.close(UNCHANGED), Step::record)
            }
            Action::Discard => ctx.close("Closed without saving; the note is as it was."),
            _ => Step::Stay,
        }
    }

    fn text(&mut self) -> Option<&mut TextBox> {
        Some(&mut self.text)
    }

    fn draft(&self, study: &Study) -> Option<(u64, Draft)> {
        let day = study.plan().day(self.day).id().clone();
        let words = Words::Text(self.text.text());
        Some((self.text.edits(), Draft { of: Of::Note(day), over: self.over.clone(), words }))
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, study: &Study, shown: DayNo) {
        let day = study.plan().day(self.day);
        // Beside another day's tasks it would say the wrong thing.
        let area = if shown == self.day && canvas.view == View::Today {
            today::note_area(canvas, area, study, day)
        } else {
            area
        };
        canvas.clear(area);
        let title = format!("Note on {}", words::named(day));
        Pane { title: &title, ..Pane::default() }.draw(canvas, area);
        canvas.type_in(inner(area), &self.text);
    }
}
