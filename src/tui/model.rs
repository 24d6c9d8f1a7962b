//! What the screen knows and the disk does not: which view, which day, where the cursor is, what is being typed and
//! the message.
//!
//! Deliberately absent: anything about progress. That is asked of the study at each draw.

use super::keymap::Context;
use super::overlay::{Help, Overlay};
use super::review::Step;
use super::welcome::Welcome;
use crate::journal::finding::{Finding, Weight};
use crate::journal::{Journal, Key};
use crate::options::Streak;
use crate::plan::{Day, DayNo};
use crate::study::notes::Paragraph;
use crate::study::{Session, Study};
use crate::tui::search::Hit;
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
    /// Something was done.
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
    /// The selected note; one that is gone leaves the place to the next older one.
    pub note: Option<Key>,
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
    /// Every entry that is known here, in order.
    known: Vec<Key>,
    /// Those of them that came from elsewhere while this screen was open: no key here takes them back.
    pub foreign: Vec<Key>,
    /// What was found in the journal's files, and said.
    findings: Vec<Finding>,
}

impl Model {
    /// Returns the screen as it opens: Today, on the current day.
    pub fn new(study: &Study, size: Size) -> Self {
        let day = study.current_day().unwrap_or(study.plan().last_day()).no();
        let mut model = Self {
            view: View::Today,
            day,
            row: 0,
            note: None,
            scroll: 0,
            overlay: Overlay::None,
            message: None,
            size,
            streak: Streak::default(),
            known: keys(study.journal()),
            foreign: Vec::new(),
            findings: Vec::new(),
        };
        model.show_day(study, day);
        if study.journal().is_empty() {
            model.overlay = Overlay::Welcome(Box::new(Welcome::new(study)));
        }
        model
    }

    /// Returns where a key is pressed now.
    pub fn context(&self) -> Context {
        match &self.overlay {
            Overlay::None => self.view.context(),
            Overlay::Help(_) => Context::Help,
            Overlay::WelcomeBack(_) => Context::WelcomeBack,
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
            Overlay::Replan(_) => Context::Replan,
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

    /// Returns the place of the selected note among all of them, newest first.
    pub fn note_place(&self, notes: &[(&Day, Paragraph)]) -> usize {
        let older = |selected: Key| notes.iter().position(|(_, note)| note.key <= selected);
        self.note.map_or(0, |selected| older(selected).unwrap_or(notes.len().saturating_sub(1)))
    }

    /// Takes in that entries may have come in; `own` is the one that was recorded here. Returns what is to be said of
    /// the files, once.
    pub fn came_in(&mut self, session: &Session, own: Option<Key>) -> Option<String> {
        let journal = session.study().journal();
        let last = journal.len().checked_sub(1);
        let before = last
            .and_then(|last| last.checked_sub(1))
            .and_then(|at| journal.entries_from(at).next());
        let only_own = own.is_some()
            && last == Some(self.known.len())
            && last.and_then(|last| journal.entries_from(last).next()).map(|entry| entry.key)
                == own
            && before.map(|entry| entry.key) == self.known.last().copied();
        if only_own {
            self.known.extend(own);
        } else {
            let is_new = |key: &Key| self.known.binary_search(key).is_err();
            let new: Vec<Key> = keys(journal).into_iter().filter(is_new).collect();
            // What is gone stays known: it may come back.
            self.known.extend(&new);
            self.known.sort_unstable();
            self.foreign.extend(new.into_iter().filter(|key| Some(*key) != own));
        }
        self.found(session)
    }

    /// Takes in what was found in the files; returns the first warning that is new.
    pub fn found(&mut self, session: &Session) -> Option<String> {
        let found = session.files().findings();
        if self.findings == found {
            return None;
        }
        let is_new = |finding: &&Finding| {
            finding.what.weight() == Weight::Warning && !self.findings.contains(finding)
        };
        let new = found.iter().find(is_new).map(ToString::to_string);
        self.findings = found.to_vec();
        new
    }

    /// Finds out anew what a form comes to, where the study has changed beneath it.
    pub fn settle(&mut self, study: &Study) {
        match &mut self.overlay {
            Overlay::Replan(form) => form.settle(study),
            Overlay::Welcome(welcome) => welcome.settle(study),
            _ => {}
        }
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

fn keys(journal: &Journal) -> Vec<Key> {
    journal.entries().map(|entry| entry.key).collect()
}
