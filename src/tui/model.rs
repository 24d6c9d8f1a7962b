//! What the screen knows and the disk does not: which view, which day, where the cursor is, what is being typed and
//! the message.
//!
//! Deliberately absent: anything about progress. That is asked of the study at each draw.

use super::keymap::Context;
use super::overlay::{Help, Overlay};
use super::review::Step;
use super::welcome::Welcome;
use crate::journal::Key;
use crate::options::Streak;
use crate::plan::DayNo;
use crate::study::Study;
use crate::study::search::Hit;
use ratatui::layout::Size;
use tui_input::Input;

/// Says which view is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// One day.
    Today,
    /// A week and its milestone.
    Week,
    /// The whole plan.
    Plan,
    /// The weeks as they went, and where they lead.
    Progress,
    /// Every note.
    Notes,
}

impl View {
    /// Every view in the order of its key, with that key and its name.
    pub const ALL: [(Self, &'static str, &'static str); 5] = [
        (Self::Today, "1", "Today"),
        (Self::Week, "2", "Week"),
        (Self::Plan, "3", "Plan"),
        (Self::Progress, "4", "Progress"),
        (Self::Notes, "5", "Notes"),
    ];

    /// Returns the context of its keys.
    pub fn context(self) -> Context {
        match self {
            Self::Today => Context::Today,
            Self::Week => Context::Week,
            Self::Plan => Context::Plan,
            Self::Progress => Context::Progress,
            Self::Notes => Context::Notes,
        }
    }

    /// Returns the view after this one, or before it.
    #[must_use]
    pub fn beside(self, step: isize) -> Self {
        let here = Self::ALL.iter().position(|(view, ..)| *view == self).unwrap_or(0);
        let there = here.cast_signed() + step;
        let place = there.rem_euclid(Self::ALL.len().cast_signed()).unsigned_abs();
        Self::ALL.get(place).map_or(self, |(view, ..)| *view)
    }
}

/// Holds a search.
#[derive(Debug, Default)]
pub struct Search {
    /// What was typed.
    pub input: Input,
    /// What was found.
    pub hits: Vec<Hit>,
    /// Which of them is selected.
    pub selected: usize,
}

/// Says what is asked about a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Why it is skipped.
    Reason,
    /// How many minutes were spent.
    Minutes,
}

/// Holds a one-line question.
#[derive(Debug)]
pub struct Question {
    /// What is asked.
    pub asked: Asked,
    /// About which day.
    pub day: DayNo,
    /// What was typed.
    pub input: Input,
    /// What is wrong with it.
    pub wrong: Option<String>,
}

/// Says how a message is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something happened as wished.
    Calm,
    /// Something could not be done, or is to be known.
    Trouble,
}

/// Holds the screen's own state.
#[derive(Debug)]
pub struct Model {
    /// The view.
    pub view: View,
    /// The selected day, in every view.
    pub day: DayNo,
    /// The selected row of the day: its tasks, then its resources.
    pub row: usize,
    /// The selected note, newest first.
    pub note: usize,
    /// How far the pane that scrolls is scrolled from where the cursor puts it, in rows; upward below 0.
    pub scroll: isize,
    /// What lies over the view.
    pub overlay: Overlay,
    /// The message line.
    pub message: Option<(Tone, String)>,
    /// The size of the screen.
    pub size: Size,
    /// Whether a streak is shown.
    pub streak: Streak,
    /// The entries of others that came in since the last draw: nothing may be done about them unseen.
    pub unseen: Vec<Key>,
}

impl Model {
    /// Returns the screen as it opens: Today, on the current day.
    pub fn new(study: &Study, size: Size) -> Self {
        let day = study.current_day().unwrap_or(study.plan().last_day()).no();
        let mut model = Self {
            view: View::Today,
            day,
            row: 0,
            note: 0,
            scroll: 0,
            overlay: Overlay::None,
            message: None,
            size,
            streak: Streak::default(),
            unseen: Vec::new(),
        };
        model.show_day(study, day);
        if study.journal().entries().is_empty() {
            model.overlay = Overlay::Welcome(Welcome::new(study));
        }
        model
    }

    /// Returns where a key is pressed now.
    pub fn context(&self) -> Context {
        match &self.overlay {
            Overlay::None => self.view.context(),
            Overlay::Help(_) => Context::Help,
            Overlay::Sheet(sheet, _) => sheet.context(),
            Overlay::Note(_) => Context::Editor,
            Overlay::Search(_) => Context::Search,
            Overlay::Question(_) => Context::Question,
            Overlay::Welcome(_) => Context::Welcome,
            Overlay::Milestone(page) if page.field.is_some() => Context::Question,
            Overlay::Milestone(_) => Context::Milestone,
            Overlay::Review(review) => match review.step {
                Step::Past => Context::Review,
                Step::Ahead => Context::Ahead,
                Step::Asked(_) => Context::Answers,
            },
            Overlay::Draft(..) => Context::Draft,
            Overlay::Replan(form) => form.context(),
        }
    }

    /// Opens the list of the keys that hold now.
    pub fn help(&mut self) {
        let of = self.context();
        let over = std::mem::replace(&mut self.overlay, Overlay::None);
        self.overlay = Overlay::Help(Box::new(Help { over, of, scroll: 0 }));
    }

    /// Selects a day, with the cursor on its first open task.
    pub fn show_day(&mut self, study: &Study, no: DayNo) {
        self.day = no;
        self.scroll = 0;
        let day = study.plan().day(no);
        self.row = day.tasks().iter().position(|task| !study.is_done(day, task)).unwrap_or(0);
    }

    /// Takes in that others recorded something: it is unseen until the next draw, and the selected note stays the one
    /// it was. `own` is what was recorded here, if that is how it was noticed.
    pub fn others_recorded(&mut self, before: &Study, after: &Study, own: Option<Key>) {
        let known = before.journal();
        let new = after.journal().entries().iter().map(|entry| entry.key);
        self.unseen.extend(new.filter(|key| known.get(*key).is_none() && Some(*key) != own));
        let selected = before.notes().get(self.note).map(|(_, paragraph)| paragraph.key);
        let same = |key| after.notes().iter().position(|(_, paragraph)| paragraph.key == key);
        self.note = selected.and_then(same).unwrap_or(self.note);
    }

    /// Takes in that everything known has been drawn.
    pub fn drawn(&mut self) {
        self.unseen.clear();
    }

    /// Says something calm.
    pub fn say(&mut self, text: impl Into<String>) {
        self.message = Some((Tone::Calm, text.into()));
    }

    /// Says that something could not be done.
    pub fn warn(&mut self, text: impl Into<String>) {
        self.message = Some((Tone::Trouble, text.into()));
    }
}
