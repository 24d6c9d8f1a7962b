//! A question of one line, such as why days are skipped or how long it took.

use super::prelude::*;
use crate::journal::drafts::{Draft, Of, Words};
use crate::journal::{Fact, Key, Record};
use crate::plan::Day;
use crate::study::reference;
use crate::text::{self, capitalised, visible};
use crate::tui::text_box::{Lines, TextBox};
use crate::typed;

/// What is asked for where a link is added.
pub const LINK_WANTED: &str = "An address that begins with http:// or https://.";

const BOX: u16 = 68;

pub struct Question {
    asked: Ask,
    text: TextBox,
    wrong: Option<String>,
}

impl Question {
    pub fn of(study: &Study, asked: Ask) -> Self {
        // What is known is there to be changed.
        let text = match &asked {
            Ask::Skip(days) => days.first().and_then(|day| study.day(*day).skipped.as_ref()).map(|(why, _)| why),
            Ask::Reword(task) => Some(&task.text),
            _ => None,
        };
        let text = text.map_or_else(String::new, |text| text.replace('\n', " "));
        Self::resumed(asked, &text)
    }

    pub fn resumed(asked: Ask, text: &str) -> Self {
        Self { asked, text: TextBox::new(Lines::One, text), wrong: None }
    }

    /// Returns what is to be recorded; none where nothing is new. An error is the sentence about what was typed.
    fn record(&self, study: &Study) -> Result<Option<Record>, String> {
        let (plan, words) = (study.plan(), self.text.text());
        let words = words.trim();
        let fact = match &self.asked {
            Ask::Skip(days) => Some(study.skipped(days, words)?),
            Ask::Minutes(no) => minutes(study, *no, words)?,
            Ask::Line(no) if words.is_empty() => return Err(format!("Write a line on day {no}, or esc cancels.")),
            Ask::Line(no) => {
                Some(Fact::Note { day: plan.day(*no).id().clone(), text: format!("{words}\n"), over: Vec::new() })
            }
            Ask::OwnTask(no) => Some(study.added(plan.day(*no), words)?),
            Ask::Reword(task) if words.is_empty() => Some(study.removed(task)),
            Ask::Reword(task) => study.reworded(task, words)?,
            Ask::Link(_) if !text::is_web_address(words) => return Err(LINK_WANTED.to_owned()),
            Ask::Link(no) => {
                let fact = study.linked(plan.week(*no), words);
                Some(fact.ok_or("This link is there already.")?)
            }
            Ask::MoveNote(key) => study.moved(*key, reference::find_day(plan, words)?),
        };
        Ok(fact.map(Record::from))
    }

    fn words(&self, study: &Study) -> (String, String) {
        let day = |no: &DayNo| words::named(study.plan().day(*no));
        match &self.asked {
            Ask::Skip(days) => {
                let why = "Why? A few words, or nothing.";
                let later = words::building_on("it", &study.relying_on(days));
                let words = later.map_or(why.to_owned(), |later| format!("{}. {why}", capitalised(&later)));
                let names = if let [no] = days.as_slice() { day(no) } else { words::day_numbers(days) };
                (format!("Skip {names}"), words)
            }
            Ask::Minutes(no) => {
                let logged = study.day(*no).minutes();
                let wanted = "Minutes, such as 45, or hours, such as 1h30; they add up.";
                let mend = format!("{logged} min are logged. Write 45 or 1h30 to add, = 30 to correct, = 0 to clear.");
                (format!("Time spent on {}", day(no)), if logged > 0 { mend } else { wanted.to_owned() })
            }
            Ask::Line(no) => (format!("A line on {}", day(no)), "What you understood, in a sentence.".to_owned()),
            Ask::OwnTask(no) => {
                let words = "It stands below the plan's tasks; the day is complete without it.";
                (format!("A task of your own for {}", day(no)), words.to_owned())
            }
            Ask::Reword(_) => {
                ("A task of your own".to_owned(), "Change its words; without any it is removed.".to_owned())
            }
            Ask::Link(no) => {
                let week = study.plan().week(*no);
                let title = week.milestone.as_ref().map_or(week.title, |milestone| milestone.title);
                (format!("A link for {title}"), LINK_WANTED.to_owned())
            }
            Ask::MoveNote(key) => {
                (format!("Move the note {}", from(study, *key)), "To which day? Its number or id.".to_owned())
            }
        }
    }
}

fn from(study: &Study, key: Key) -> String {
    let noted = |day: &&Day| study.day(day.no()).notes.contains(&key);
    study.plan().days().iter().find(noted).map_or_else(String::new, |day| format!("of {}", words::named(day)))
}

/// Returns the fact that minutes were spent, or with `=` that so many were in all, if that is new.
fn minutes(study: &Study, no: DayNo, words: &str) -> Result<Option<Fact>, String> {
    let day = study.plan().day(no);
    let read = |word: &str| typed::minutes_word(word).ok_or_else(|| typed::MINUTES_WANTED.to_owned());
    match words.strip_prefix('=').map(str::trim) {
        Some("0") => Ok(study.minutes_set(day, 0)),
        Some(all) => Ok(study.minutes_set(day, read(all)?)),
        None => Ok(Some(Fact::Minutes { day: day.id().clone(), minutes: read(words)?, over: Vec::new() })),
    }
}

impl Screen for Question {
    fn context(&self) -> Context {
        Context::Question
    }

    fn act(&mut self, ctx: &mut Ctx, action: Action) -> Step {
        match action {
            Action::Close => return Step::Close,
            Action::Accept => match self.record(ctx.study) {
                Ok(Some(record)) => return Step::record(record),
                Ok(None) => return ctx.close("Nothing is changed."),
                Err(sentence) => self.wrong = Some(sentence),
            },
            _ => {}
        }
        Step::Stay
    }

    fn text(&mut self) -> Option<&mut TextBox> {
        Some(&mut self.text)
    }

    fn edited(&mut self, _ctx: &mut Ctx) {
        self.wrong = None;
    }

    fn draft(&self, study: &Study) -> Option<(u64, Draft)> {
        let id = |no: DayNo| study.plan().day(no).id().clone();
        let of = match &self.asked {
            Ask::Skip(days) => Of::Skip(id(*days.first()?)),
            Ask::OwnTask(no) => Of::Add(id(*no)),
            Ask::Link(no) => Of::Link(id(study.plan().week(*no).first())),
            Ask::Minutes(_) | Ask::Line(_) | Ask::Reword(_) | Ask::MoveNote(_) => return None,
        };
        Some((self.text.edits(), Draft { of, over: Vec::new(), words: Words::Text(self.text.text()) }))
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, study: &Study, _day: DayNo) {
        let theme = canvas.theme;
        let (title, words) = self.words(study);
        let style = if self.wrong.is_some() { theme.strong() } else { theme.quiet() };
        let words = self.wrong.as_deref().unwrap_or(&words);
        let room = usize::from(area.width.min(BOX)).saturating_sub(4);
        let mut rows = Row::text(&visible(words), room, style);
        rows.truncate(3);
        let area = canvas::centred(canvas, area, BOX, canvas::columns(rows.len() + 4));
        let line = canvas::columns(rows.len() + 1);
        Pane { title: &title, rows, ..Pane::default() }.draw(canvas, area);
        let inside = inner(area);
        let y = inside.y.saturating_add(line).min(inside.bottom().saturating_sub(1));
        canvas.prompt(Rect { y, height: 1, ..inside }, "> ", &self.text);
    }
}
