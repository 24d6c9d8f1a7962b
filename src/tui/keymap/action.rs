//! Where a key is pressed, and what it can mean.

use crate::journal::Said;

/// Says where a key is pressed. The first five are the views.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[rustfmt::skip]
pub enum Context {
    Today, Week, Plan, Progress, Notes,
    Help, Editor, Review, Search, Question, Form, Draft, WelcomeBack, WarmUp,
}

impl Context {
    /// Every context, in the order of the README's table, with its name there.
    pub const ALL: [(Self, &'static str); 14] = [
        (Self::Today, "Today"),
        (Self::Week, "Week"),
        (Self::Plan, "Plan"),
        (Self::Progress, "Progress"),
        (Self::Notes, "Notes"),
        (Self::Help, "Help"),
        (Self::Editor, "Note editor"),
        (Self::Review, "Review"),
        (Self::Search, "Search"),
        (Self::Question, "A question"),
        (Self::Form, "First start and re-plan"),
        (Self::Draft, "A draft was found"),
        (Self::WelcomeBack, "Welcome back"),
        (Self::WarmUp, "Warm-up"),
    ];

    pub(super) const fn bit(self) -> u16 {
        1 << self as u16
    }

    pub fn is_typed(self) -> bool {
        matches!(self, Self::Editor | Self::Review | Self::Search | Self::Question | Self::Form | Self::Help)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[rustfmt::skip]
pub enum Group { Do, Write, Go, Week, Program, Text }

impl Group {
    /// Every group in the order of the help, with its heading.
    pub const ALL: [(Self, &'static str); 6] = [
        (Self::Do, "Study"),
        (Self::Write, "Write"),
        (Self::Week, "Week and schedule"),
        (Self::Go, "Go"),
        (Self::Program, "Program"),
        (Self::Text, "While typing"),
    ];
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[rustfmt::skip]
pub enum Action {
    Move(Motion), Days(isize), Weeks(isize), CurrentDay, Show(View), Views(isize), Panes(isize), Back,
    Tick, Untick, Enter, Mark, Skip, Open, Copy, Undo, Redo, Search,
    Note, Line, External, MoveNote, AddTask, Minutes,
    Link, Fold, Milestone, Review, Replan,
    WarmUp, Attempt, Say(Said),
    Help, Redraw, Quit, Suspend,
    Accept, Close, Discard, Fields(isize), Change(i16), Edit(Edit),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[rustfmt::skip]
pub enum Motion { Down, Up, First, Last, PageDown, PageUp }

impl Motion {
    pub fn is_page(self) -> bool {
        matches!(self, Self::PageDown | Self::PageUp)
    }

    /// Returns a place moved within so many places, by so many at a page.
    pub fn within(self, place: usize, places: usize, page: usize) -> usize {
        let last = places.saturating_sub(1);
        match self {
            Self::Down => place.saturating_add(1),
            Self::Up => place.saturating_sub(1),
            Self::First => 0,
            Self::Last => last,
            Self::PageDown => place.saturating_add(page),
            Self::PageUp => place.saturating_sub(page),
        }
        .min(last)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[rustfmt::skip]
pub enum Edit {
    Left, Right, Up, Down, WordLeft, WordRight, LineStart, LineEnd, PageUp, PageDown,
    NewLine, DeleteBefore, DeleteAfter, DeleteWord, DeleteToEnd, DeleteLine, Undo, Redo,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[rustfmt::skip]
pub enum View { Today, Week, Plan, Progress, Notes }

impl View {
    /// Every view in the order of its tab, with its name.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Today, "Today"),
        (Self::Week, "Week"),
        (Self::Plan, "Plan"),
        (Self::Progress, "Progress"),
        (Self::Notes, "Notes"),
    ];

    pub fn beside(self, step: isize) -> Self {
        Self::ALL.get(around(self as usize, step, Self::ALL.len())).map_or(self, |(view, _)| *view)
    }
}

/// Returns a place so many steps on among so many; behind the last comes the first.
pub fn around(place: usize, step: isize, places: usize) -> usize {
    place.cast_signed().saturating_add(step).rem_euclid(places.max(1).cast_signed()).unsigned_abs()
}
