//! The warm-up: a question, its answer, and what the learner says of theirs. What was wrong comes once more.

use super::prelude::*;
use crate::journal::{Fact, Key, Record, Said};
use crate::page::recall::UNANSWERED;
use crate::study::Question;
use crate::study::recall::Asking;
use crate::text::counted;
use crate::tui::text_box::TextBox;

enum Shows {
    Question,
    /// What the learner types before they look.
    Attempt(Box<TextBox>),
    Answer,
    End,
}

pub struct WarmUp {
    what: Asking,
    /// What is asked, and from `again` on a second time.
    questions: Vec<Question>,
    again: usize,
    /// The question that is shown, by its place; beyond the last is the end.
    at: usize,
    shows: Shows,
    attempt: String,
    /// What was said here of each question so far, with the entry that says so.
    said: Vec<(Key, Said)>,
    scroll: isize,
    is_all: bool,
}

impl WarmUp {
    /// Returns the screen with what there is to ask now; none where there is nothing.
    pub fn of(study: &Study, what: Asking) -> Option<Self> {
        let questions = study.to_ask(what);
        let (again, shows, attempt) = (questions.len(), Shows::Question, String::new());
        let asks = Self { what, questions, again, at: 0, shows, attempt, said: Vec::new(), scroll: 0, is_all: false };
        (again > 0).then_some(asks)
    }

    /// Returns the same as the only thing that the program was started for.
    pub fn alone(self) -> Self {
        Self { is_all: true, ..self }
    }

    fn question(&self) -> Option<&Question> {
        self.questions.get(self.at)
    }

    fn is_again(&self) -> bool {
        self.at >= self.again
    }

    fn go(&mut self, at: usize) {
        (self.at, self.scroll, self.shows) = (at, 0, Shows::Question);
        self.attempt.clear();
        if self.at == self.again && self.questions.len() == self.again {
            let wrong = self.questions.iter().zip(&self.said).filter(|(_, (_, said))| *said == Said::Wrong);
            let again: Vec<Question> = wrong.map(|(question, _)| question.clone()).collect();
            self.questions.extend(again);
        }
        if self.at >= self.questions.len() {
            self.shows = Shows::End;
        }
    }

    fn say(&mut self, said: Said) -> Step {
        match self.question() {
            Some(_) if !matches!(self.shows, Shows::Answer) => {
                self.shows = Shows::Answer;
                Step::Stay
            }
            Some(_) if self.is_again() => {
                self.go(self.at + 1);
                Step::Stay
            }
            Some(question) => Step::record(Fact::Recall { question: question.id.clone(), said }),
            None => Step::Stay,
        }
    }

    fn enter(&mut self, ctx: &mut Ctx) -> Step {
        match &self.shows {
            Shows::Attempt(text) => text.text().trim().clone_into(&mut self.attempt),
            Shows::Question => {}
            Shows::Answer if self.is_again() => {
                self.go(self.at + 1);
                return Step::Stay;
            }
            Shows::Answer => {
                let keys = Said::ALL.map(|said| format!("{} {}", ctx.key(Action::Say(said)), said.word()));
                return ctx.say(format!("What was your answer? {}.", keys.join(", ")));
            }
            Shows::End => return self.leave(),
        }
        self.shows = Shows::Answer;
        Step::Stay
    }

    fn leave(&self) -> Step {
        if self.is_all { Step::Do(Effect::Quit) } else { Step::Close }
    }

    fn more(&mut self, ctx: &mut Ctx) -> Step {
        if !matches!(self.shows, Shows::End) {
            return Step::Stay;
        }
        match Self::of(ctx.study, Asking::More) {
            Some(more) => *self = Self { is_all: self.is_all, ..more },
            None => return ctx.say("There is nothing more to ask today."),
        }
        Step::Stay
    }

    fn rows(&self, canvas: &Canvas, study: &Study, columns: usize, height: usize) -> Vec<Row> {
        let theme = canvas.theme;
        let key = |action| canvas.keys.key(Context::WarmUp, action);
        let part = |action, what: &str| vec![Span::styled(key(action), theme.accent()), Span::raw(format!(" {what}"))];
        let Some(question) = self.question() else {
            let said: Vec<Said> = self.said.iter().map(|(_, said)| *said).collect();
            let mut rows = Row::text(&format!("{}.", words::asked(&said)), columns, theme.strong());
            if said.iter().any(|said| *said != Said::Right) {
                rows.extend(Row::text("What was not right comes back soon.", columns, theme.quiet()));
            }
            let more = study.to_ask(Asking::More).len();
            let more = (more > 0).then(|| part(Action::WarmUp, &format!("asks {}", counted(more, "more", "more"))));
            let goes_on = if study.current_day().is_some() { "goes on with the day" } else { "closes" };
            let closes = part(Action::Accept, if self.is_all { "ends" } else { goes_on });
            rows.push(Row::blank());
            rows.extend(Row::flow(more.into_iter().chain([closes]).collect(), columns));
            return rows;
        };
        let mut rows = Row::text(&question.ask, columns, theme.strong());
        rows.push(Row::blank());
        if !self.attempt.is_empty() {
            rows.extend(Row::led(Span::styled("You: ", theme.quiet()), &self.attempt, columns, theme.text()));
            rows.push(Row::blank());
        }
        let mut keys = match self.shows {
            Shows::Answer => Row::flow(Vec::from(Said::ALL.map(|said| part(Action::Say(said), said.word()))), columns),
            Shows::Question => {
                let parts = vec![part(Action::Accept, "shows the answer"), part(Action::Attempt, "types one first")];
                Row::flow(parts, columns)
            }
            Shows::Attempt(_) | Shows::End => Vec::new(),
        };
        if let Some(row) = keys.last_mut() {
            row.selected = Selected::Cursor;
        }
        if !matches!(self.shows, Shows::Answer) {
            rows.extend(keys);
            return rows;
        }
        let mut answer = Row::text(question.answer.as_deref().unwrap_or(UNANSWERED), columns, theme.text());
        if self.is_again() {
            answer.push(Row::blank());
            answer.extend(Row::text("Once more, and not recorded.", columns, theme.quiet()));
        }
        // Where the whole has no room, what is to be pressed stands where it is seen.
        if rows.len() + answer.len() + 1 + keys.len() <= height {
            rows.extend(answer.into_iter().chain([Row::blank()]).chain(keys));
        } else {
            rows.pop();
            rows.extend(keys.into_iter().chain(answer));
        }
        rows
    }
}

impl Screen for WarmUp {
    fn context(&self) -> Context {
        if matches!(self.shows, Shows::Attempt(_)) { Context::Question } else { Context::WarmUp }
    }

    fn act(&mut self, ctx: &mut Ctx, action: Action) -> Step {
        match action {
            Action::Accept => return self.enter(ctx),
            Action::Say(said) => return self.say(said),
            Action::Attempt if matches!(self.shows, Shows::Question) => self.shows = Shows::Attempt(Box::default()),
            Action::Close if matches!(self.shows, Shows::Attempt(_)) => self.shows = Shows::Question,
            Action::Close => return self.leave(),
            Action::Undo if self.said.is_empty() => return ctx.say("Nothing was answered here yet."),
            // The last answer, whatever was noted since.
            Action::Undo => {
                return Step::record(Fact::Undo(self.said.last().map(|(key, _)| *key).into_iter().collect()));
            }
            Action::WarmUp => return self.more(ctx),
            Action::Note => return self.question().map_or(Step::Stay, |question| Step::Go(To::Editor(question.day))),
            Action::Open => {
                let day = self.question().map(|question| ctx.study.plan().day(question.day));
                let url = day.and_then(|day| day.resources.first()).map(|resource| resource.url().to_owned());
                return ctx.address(action, url, "The day has no resources.");
            }
            Action::Move(motion) => return ctx.scroll(&mut self.scroll, motion),
            _ => {}
        }
        Step::Stay
    }

    fn text(&mut self) -> Option<&mut TextBox> {
        if let Shows::Attempt(text) = &mut self.shows { Some(text) } else { None }
    }

    /// Goes on from what was answered, back to what was taken back, and shows a question as its note has it now.
    fn changed(&mut self, ctx: &mut Ctx, recorded: Option<&Record>) {
        let journal = ctx.study.journal();
        if let Some(Fact::Recall { said, .. }) = recorded.and_then(|record| record.facts.first())
            && let Some(entry) = journal.entries().next_back()
        {
            self.said.push((entry.key, *said));
            self.go(self.at + 1);
            return;
        }
        if let Some(gone) = self.said.iter().position(|(key, _)| !journal.is_live(*key)) {
            self.said.truncate(gone);
            self.questions.truncate(self.again);
            self.go(gone);
        }
        // As its note has it now; what is deleted there, and not asked yet, is not asked any more.
        let is_gone = |question: &Question| ctx.study.find_question(question.id.as_str()).is_none();
        let was_here = self.at < self.again && self.question().is_some_and(is_gone);
        let (to_come, before, mut place) = (self.at..self.again, self.questions.len(), 0..);
        self.questions.retain_mut(|question| {
            let is_to_come = place.next().is_some_and(|place| to_come.contains(&place));
            let now = ctx.study.find_question(question.id.as_str());
            let is_gone = now.is_none();
            *question = now.unwrap_or_else(|| question.clone());
            !(is_gone && is_to_come)
        });
        self.again -= before - self.questions.len();
        if was_here {
            self.go(self.at);
        }
    }

    fn label(&self, _study: &Study, _day: DayNo, row: &keymap::Row) -> &'static str {
        let is_asked = self.question().is_some();
        match (row.action, &self.shows) {
            (Action::Accept, Shows::Attempt(_) | Shows::Question) => "answer",
            (Action::Close, Shows::Attempt(_)) => "cancel",
            (Action::Accept, Shows::Answer) if self.is_again() => "next",
            (Action::Accept, Shows::End) if self.is_all => "end",
            // What the screen itself says, and what has nothing to do here.
            (Action::Accept, Shows::Answer)
            | (Action::Say(_) | Action::Attempt, _)
            | (Action::WarmUp, Shows::Question | Shows::Answer) => "",
            (Action::Undo, _) if self.said.is_empty() => "",
            (Action::Open | Action::Note, _) if !is_asked => "",
            _ => row.label,
        }
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, study: &Study, _day: DayNo) {
        let area = canvas::centred(canvas, area, 76, 18);
        let rows = self.rows(canvas, study, Pane::columns(area), inner(area).height.into());
        let name = if self.what == Asking::Shaky { "Shaky" } else { "Warm-up" };
        let title = match self.question() {
            Some(_) if self.is_again() => format!("{name}, once more"),
            Some(_) => format!("{name} {}/{}", self.at + 1, self.again),
            None => name.to_owned(),
        };
        let aside = self.question().map(|question| {
            let day = study.plan().day(question.day);
            format!("{} {}", day.no(), day.title)
        });
        let aside = aside.unwrap_or_default();
        let below = canvas::columns(rows.len());
        Pane { title: &title, aside: &aside, rows, scroll: Some(self.scroll), ..Pane::default() }.draw(canvas, area);
        if let Shows::Attempt(text) = &self.shows {
            let inside = inner(area);
            let y = inside.y.saturating_add(below).min(inside.bottom().saturating_sub(1));
            canvas.prompt(Rect { y, height: 1, ..inside }, "> ", text);
        }
    }
}
