//! The three questions of a week's review, answered on the week's page.

use super::prelude::*;
use super::{rows, week};
use crate::journal::drafts::{Draft, Of, Words};
use crate::journal::{Answer, Answers, Fact, Key};
use crate::plan::WeekNo;
use crate::text::width;
use crate::tui::text_box::{Lines, TextBox};

/// The fewest rows in which all three questions have room.
const ALL_THREE: u16 = 12;

/// From this many columns on the shaky questions stand beside the answer, else below it.
const WIDE: u16 = 60;

pub struct Review {
    week: WeekNo,
    /// The reviews that were there when it was opened, and what they say together.
    over: Vec<Key>,
    before: Answers,
    texts: [TextBox; 3],
    at: usize,
}

impl Review {
    pub fn of(study: &Study, no: WeekNo, answer: Answer) -> Self {
        let before = study.answers(study.plan().week(no));
        let over = study.fold().week(no).reviews.clone();
        let texts = Answer::ALL.map(|answer| before.get(answer).to_owned());
        Self { at: answer as usize, ..Self::resumed(study, no, over, &texts) }
    }

    pub fn resumed(study: &Study, week: WeekNo, over: Vec<Key>, texts: &[String; 3]) -> Self {
        let before = study.answers(study.plan().week(week));
        let texts = texts.each_ref().map(|text| TextBox::new(Lines::Many, text));
        Self { week, over, before, texts, at: 0 }
    }

    fn texts(&self) -> [String; 3] {
        self.texts.each_ref().map(TextBox::text)
    }

    fn fact(&self, study: &Study) -> Option<Fact> {
        let answers = Answers::new(self.texts().each_ref().map(String::as_str));
        if answers == self.before {
            return None;
        }
        study.reviewed(study.plan().week(self.week), answers, &self.over, &self.before)
    }
}

impl Screen for Review {
    fn context(&self) -> Context {
        Context::Review
    }

    fn act(&mut self, ctx: &mut Ctx, action: Action) -> Step {
        match action {
            Action::Fields(step) => self.at = keymap::around(self.at, step, self.texts.len()),
            Action::Discard => return ctx.close("Closed without saving; the review is as it was."),
            Action::Accept => {
                let fact = self.fact(ctx.study);
                return fact.map_or_else(|| ctx.close("The review is as it was."), Step::record);
            }
            _ => {}
        }
        Step::Stay
    }

    fn text(&mut self) -> Option<&mut TextBox> {
        self.texts.get_mut(self.at)
    }

    fn click(&mut self, _ctx: &mut Ctx, target: Target) -> Step {
        if let Target::Question(week, place) = target
            && week == self.week
        {
            self.at = place.min(self.texts.len() - 1);
        }
        Step::Stay
    }

    fn draft(&self, study: &Study) -> Option<(u64, Draft)> {
        let day = study.plan().day(study.plan().week(self.week).first()).id().clone();
        let edits = self.texts.iter().map(TextBox::edits).sum();
        Some((edits, Draft { of: Of::Review(day), over: self.over.clone(), words: Words::Answers(self.texts()) }))
    }

    /// Draws all three questions where there is room, else the one that is being answered; and that about what is shaky
    /// alone, with what was asked and is so.
    fn draw(&self, canvas: &mut Canvas, area: Rect, study: &Study, _day: DayNo) {
        let theme = canvas.theme;
        let area = week::questions_area(area, study, self.week);
        canvas.clear(area);
        let shaky = study.shaky();
        let lists = self.at == Answer::Shaky as usize && !shaky.is_empty();
        let (mut rest, list) = match area.width {
            _ if !lists => (area, Rect::ZERO),
            WIDE.. => canvas::right(area, area.width / 2),
            _ => canvas::bottom(area, area.height / 2),
        };
        if lists {
            let rows = rows::shaky(theme, &shaky, Pane::columns(list), "Asked, and shaky");
            let rows = rows.into_iter().skip(2).collect();
            let title_style = theme.quiet().not_bold();
            Pane { title: "Asked, and shaky", title_style, rows, ..Pane::default() }.draw(canvas, list);
        }
        let only = area.height < ALL_THREE || lists;
        for (place, (answer, text)) in Answer::ALL.into_iter().zip(&self.texts).enumerate() {
            if only && place != self.at {
                continue;
            }
            let left = if only { 1 } else { canvas::columns(Answer::ALL.len() - place) };
            let (part, below) = canvas::top(rest, rest.height / left);
            rest = below;
            let title_style = if place == self.at { theme.accent() } else { theme.text().not_bold() };
            let has_room = width(words::question(answer)) + 4 <= usize::from(part.width);
            let title = if has_room { words::question(answer) } else { words::heading(answer) };
            Pane { title, title_style, ..Pane::default() }.draw(canvas, part);
            canvas.target(part, Target::Question(self.week, place));
            let cursor = canvas.drawn.beside.cursor;
            canvas.type_in(inner(part), text);
            if place != self.at {
                canvas.drawn.beside.cursor = cursor;
            }
        }
    }
}
