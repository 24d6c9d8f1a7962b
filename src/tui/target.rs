//! What the last frame drew where: targets that carry what they point at, links, and the terminal's cursor.

use super::keymap::{Action, Motion, View};
use crate::journal::Key;
use crate::plan::{DayNo, WeekNo};
use chrono::NaiveDate;
use ratatui::layout::{Position, Rect};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    View(View),
    Item(DayNo, usize),
    Mark(DayNo, usize),
    Day(DayNo),
    /// A row of a week's milestone, and its mark.
    Check(WeekNo, usize),
    CheckMark(WeekNo, usize),
    Question(WeekNo, usize),
    Note(Key),
    Date(NaiveDate),
    /// A place in the list or form on top.
    Place(usize),
    Hint(Action),
}

#[derive(Debug, Default)]
pub struct Drawn {
    pub targets: Vec<(Rect, Target)>,
    pub beside: Beside,
    /// Where the cursor rests where nothing is selected: at the beginning of what is read.
    pub rest: Option<Position>,
    /// How many rows of what scrolls are out of sight above and below, and how many are in sight.
    pub above: usize,
    pub below: usize,
    pub shown: usize,
}

/// What a frame leaves behind beside its cells.
#[derive(Debug, Default)]
pub struct Beside {
    /// Where the terminal's cursor is to stand, and whether it is seen.
    pub cursor: Option<(Position, Caret)>,
    pub links: Vec<(Rect, String)>,
    /// The rows with characters to which terminals give different columns.
    pub unsure: Vec<u16>,
}

/// Says whether the terminal's cursor is seen: it is where something is typed; on a row it rests, for screen readers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caret {
    Seen,
    Resting,
}

impl Drawn {
    pub fn target(&self, at: Position) -> Option<Target> {
        self.targets.iter().rev().find(|(area, _)| area.contains(at)).map(|(_, target)| *target)
    }

    pub fn scrolled(&self, scroll: isize, motion: Motion) -> isize {
        let page = self.page().cast_signed();
        let by = match motion {
            Motion::Down => 1,
            Motion::Up => -1,
            Motion::First => isize::MIN / 2,
            Motion::Last => isize::MAX / 2,
            Motion::PageDown => page,
            Motion::PageUp => -page,
        };
        scroll.saturating_add(by).clamp(-self.above.cast_signed(), self.below.cast_signed())
    }

    /// Returns how many rows a page is: what is in sight, less one to keep the place.
    pub fn page(&self) -> usize {
        self.shown.saturating_sub(1).max(1)
    }
}
