//! What lies over a view, and what can be typed and scrolled there.
//!
//! Deliberately absent: what a key means there, and drawing.

use super::keymap::Context;
use super::milestone;
use super::model::{Question, Search};
use super::replan::Form;
use super::review::Review;
use super::welcome::Welcome;
use super::writing::{NoteEditor, Writing};
use crate::journal::drafts::Draft;
use crate::plan::DayNo;
use tui_input::Input;

/// Says what lies over the view.
#[derive(Debug)]
pub enum Overlay {
    /// Nothing.
    None,
    /// The list of keys, over what it was opened from.
    Help(Box<Help>),
    /// What stands there after a long time away, scrolled by so many rows.
    WelcomeBack(isize),
    /// The note editor.
    Note(Box<NoteEditor>),
    /// The search.
    Search(Search),
    /// A one-line question about a day.
    Question(Question),
    /// The questions at the first start.
    Welcome(Box<Welcome>),
    /// A milestone's own page.
    Milestone(milestone::Page),
    /// The weekly review.
    Review(Box<Review>),
    /// A draft that was found, for this day.
    Draft(DayNo, Draft),
    /// The re-plan.
    Replan(Box<Form>),
}

/// Holds the list of keys.
#[derive(Debug)]
pub struct Help {
    /// What it lies over, which is there again once it is closed.
    pub over: Overlay,
    /// Whose keys it lists.
    pub of: Context,
    /// How far it is scrolled, in rows.
    pub scroll: isize,
}

impl Overlay {
    /// Returns how far a page to read is scrolled, in rows.
    pub fn scroll_mut(&mut self) -> Option<&mut isize> {
        match self {
            Self::Help(help) => Some(&mut help.scroll),
            Self::WelcomeBack(scroll) => Some(scroll),
            _ => None,
        }
    }

    /// Returns the text of several lines that is being written.
    pub fn writing_mut(&mut self) -> Option<&mut Writing> {
        match self {
            Self::Note(editor) => Some(&mut editor.writing),
            Self::Review(review) => review.writing_mut(),
            _ => None,
        }
    }

    /// Returns the line that is being typed; none where it is the first start's, which has more to it.
    pub fn input_mut(&mut self) -> Option<&mut Input> {
        match self {
            Self::Search(search) => Some(&mut search.input),
            Self::Question(question) => Some(&mut question.input),
            Self::Milestone(page) => page.field.as_mut().map(|field| &mut field.input),
            Self::Replan(form) => form.input_mut(),
            _ => None,
        }
    }
}
