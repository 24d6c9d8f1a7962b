//! What a screen is: its own state, what its keys mean, what it looks like. One file each in [`screen`](self).
//!
//! A screen never changes progress and never opens another one: it returns a [`Step`], and the loop performs it. `Do`
//! closes a screen that lies over a view only after the record said yes, so nothing that was typed is lost.

pub mod ask;
pub mod day;
pub mod draft;
pub mod editor;
pub mod milestone;
pub mod notes;
pub mod palette;
pub mod plan;
mod prelude;
pub mod progress;
pub mod review;
pub mod rows;
pub mod schedule;
pub mod today;
pub mod warm_up;
pub mod week;
pub mod welcome_back;

use super::canvas::{Canvas, Drawn, Target};
use super::keymap::{Action, Context, Keymap, Motion, Row, View};
use super::text_box::{TextBox, Typed};
use crate::journal::drafts::Draft;
use crate::journal::{Answer, Key, Record};
use crate::plan::{Day, DayNo, Week, WeekNo};
use crate::study::Study;
use crate::study::own::OwnTask;
use crate::study::recall::Asking;
use ratatui::layout::Rect;

const CUT: &str = "The paste was cut at 256 KB; paste the rest once more if you need it.";

#[derive(Debug)]
pub enum Step {
    Stay,
    Close,
    Do(Effect),
    Go(To),
}

impl Step {
    pub fn record(what: impl Into<Record>) -> Self {
        Self::Do(Effect::Record(what.into()))
    }
}

/// What is to happen outside a screen's own state.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    Record(Record),
    Edit(DayNo),
    Open(String),
    Copy(String),
    Undo,
    Redo,
    /// Go on writing the draft that was found, or throw it away.
    ResumeDraft,
    DiscardDraft,
    Redraw,
    Suspend,
    Quit,
}

#[derive(Clone, Debug, PartialEq)]
pub enum To {
    View(View),
    /// A day in Today, with the cursor on this row of it, else on its first open task.
    Day(DayNo, Option<usize>),
    Milestone(WeekNo),
    Questions(WeekNo),
    Editor(DayNo),
    Review(WeekNo, Answer),
    Ask(Ask),
    Replan,
    WarmUp(Asking),
    Search,
    Help,
    /// Do what the palette chose, in the screen beneath it.
    Act(Action),
}

#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    Skip(Vec<DayNo>),
    Minutes(DayNo),
    Line(DayNo),
    OwnTask(DayNo),
    Reword(OwnTask),
    Link(WeekNo),
    MoveNote(Key),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Calm,
    Trouble,
}

pub struct Ctx<'a> {
    pub study: &'a Study,
    pub keys: &'a Keymap,
    pub context: Context,
    /// The selected day, which all views share.
    pub day: &'a mut DayNo,
    pub drawn: &'a Drawn,
    pub message: &'a mut Option<(Tone, String)>,
}

impl Ctx<'_> {
    pub fn say(&mut self, text: impl Into<String>) -> Step {
        *self.message = Some((Tone::Calm, text.into()));
        Step::Stay
    }

    pub fn week(&self) -> &'static Week {
        self.study.plan().week_of(*self.day)
    }

    /// Returns the key that stands for an action on the screen on top.
    pub fn key(&self, action: Action) -> String {
        self.keys.key(self.context, action)
    }

    pub fn close(&mut self, text: impl Into<String>) -> Step {
        self.say(text);
        Step::Close
    }

    /// Opens or copies an address; where there is none, it says so.
    pub fn address(&mut self, action: Action, url: Option<String>, none: impl Into<String>) -> Step {
        match url {
            Some(url) if action == Action::Copy => Step::Do(Effect::Copy(url)),
            Some(url) => Step::Do(Effect::Open(url)),
            None => self.say(none),
        }
    }

    pub fn scroll(&self, scroll: &mut isize, motion: Motion) -> Step {
        *scroll = self.drawn.scrolled(*scroll, motion);
        Step::Stay
    }

    /// Goes so many days on, or to the first day of the week so many weeks on; as far as the plan goes.
    pub fn by(&mut self, action: Action) {
        let (days, weeks) = (self.study.plan().days(), self.study.plan().weeks());
        let place = |here: usize, step, count: usize| here.saturating_add_signed(step).min(count.saturating_sub(1));
        let to = match action {
            Action::Days(step) => days.get(place(self.day.index(), step, days.len())).map(Day::no),
            Action::Weeks(step) => weeks.get(place(self.week().no().index(), step, weeks.len())).map(Week::first),
            _ => None,
        };
        *self.day = to.unwrap_or(*self.day);
    }

    pub fn warn(&mut self, text: impl Into<String>) -> Step {
        *self.message = Some((Tone::Trouble, text.into()));
        Step::Stay
    }
}

pub trait Screen {
    fn context(&self) -> Context;

    fn act(&mut self, ctx: &mut Ctx, action: Action) -> Step;

    fn text(&mut self) -> Option<&mut TextBox> {
        None
    }

    fn edited(&mut self, _ctx: &mut Ctx) {}

    /// Takes what is typed: edits, pastes, and keys that the keymap has no row for.
    fn typed(&mut self, ctx: &mut Ctx, typed: Typed) -> Step {
        let Some(text) = self.text() else { return Step::Stay };
        let before = text.edits();
        let cut = text.take(typed);
        if text.edits() != before {
            self.edited(ctx);
        }
        if cut { ctx.warn(CUT) } else { Step::Stay }
    }

    fn click(&mut self, _ctx: &mut Ctx, _target: Target) -> Step {
        Step::Stay
    }

    /// Takes in that the study is another one: what was recorded here is named.
    fn changed(&mut self, _ctx: &mut Ctx, _recorded: Option<&Record>) {}

    /// Returns what is being typed, to be kept as a draft, with a number that grows at each change of it.
    fn draft(&self, _study: &Study) -> Option<(u64, Draft)> {
        None
    }

    /// Returns what the footer says about a key as things are; nothing where the key has nothing to do.
    fn label(&self, _study: &Study, _day: DayNo, row: &Row) -> &'static str {
        row.label
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, study: &Study, day: DayNo);
}
