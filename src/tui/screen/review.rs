//! The three questions of a week's review, answered on the week's page.

use super::prelude::*;
use super::week;
use crate::journal::drafts::{Draft, Of, Words};
use crate::journal::{Answer, Answers, Fact, Key};
use crate::plan::WeekNo;
use crate::study::Question;
use crate::study::recall::SHAKY_OFFERED;
use crate::text::width;
use crate::tui::text_box::{Lines, TextBox};

/// The fewest rows in which all three questions have room.
const ALL_THREE: u16 = 12;

/// From this many columns on the shaky questions stand beside the answer, and from this many rows on below it.
const WIDE: u16 = 60;
const TALL: u16 = 6;

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

/// Cuts off what the shaky questions take, if there are any: beside the answer where that is wide, else below it.
fn beside(study: &Study, part: Rect) -> (Rect, Option<Rect>) {
    if study.shaky().is_empty() {
        return (part, None);
    }
    let (answer, shaky) = match (part.width, part.height) {
        (WIDE.., _) => canvas::right(part, part.width / 2),
        (_, TALL..) => canvas::bottom(part, part.height / 2),
        (_, _) => return (part, None),
    };
    (answer, Some(shaky))
}

fn shaky(canvas: &Canvas, question: &Question, columns: usize) -> Vec<Row> {
    let lead = vec![Span::styled(format!("{:>2} ", question.day), canvas.theme.quiet())];
    Row::led(lead, &question.ask, columns, canvas.theme.text())
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

    /// Draws all three questions where there is room, else the one that is being answered.
    fn draw(&self, canvas: &mut Canvas, area: Rect, study: &Study, _day: DayNo) {
        let area = week::questions_area(area, study, self.week);
        canvas.clear(area);
        // What is shaky takes the room of the other two where it does not stand beside its question.
        let lists = self.at == Answer::Shaky as usize && area.width < WIDE && !study.shaky().is_empty();
        let only = area.height < ALL_THREE || lists;
        let mut rest = area;
        for (place, (answer, text)) in Answer::ALL.into_iter().zip(&self.texts).enumerate() {
            if only && place != self.at {
                continue;
            }
            let left = if only { 1 } else { canvas::columns(Answer::ALL.len() - place) };
            let (part, below) = canvas::top(rest, rest.height / left);
            rest = below;
            let theme = canvas.theme;
            let title_style = if place == self.at { theme.accent() } else { theme.text().not_bold() };
            let has_room = width(words::question(answer)) + 4 <= usize::from(part.width);
            let (part, beside) = if answer == Answer::Shaky { beside(study, part) } else { (part, None) };
            let title = if has_room { words::question(answer) } else { words::heading(answer) };
            Pane { title, title_style, ..Pane::default() }.draw(canvas, part);
            if let Some(beside) = beside {
                let rows = study
                    .shaky()
                    .iter()
                    .take(SHAKY_OFFERED)
                    .flat_map(|one| shaky(canvas, one, Pane::columns(beside)))
                    .collect();
                Pane { title: "Asked, and shaky", title_style: theme.quiet().not_bold(), rows, ..Pane::default() }
                    .draw(canvas, beside);
            }
            canvas.target(part, Target::Question(self.week, place));
            let cursor = canvas.drawn.beside.cursor;
            canvas.type_in(inner(part), text);
            if place != self.at {
                canvas.drawn.beside.cursor = cursor;
            }
        }
    }
}
