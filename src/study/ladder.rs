//! How a question stands after what was said of it: its step of the ladder, and whether it is shaky.

use crate::journal::Said;
use chrono::NaiveDate;

/// The steps of the ladder, in active dates; a question beyond the last is not asked any more.
pub const LADDER: [u16; 5] = [1, 3, 7, 16, 35];

/// How many rights in a row end what was shaky.
pub(super) const FIRM: u8 = 2;

/// How a question stands after what was said of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// The step of the ladder, from 0; [`LADDER`]'s length is beyond it.
    pub step: u8,
    /// How often it was right in a row.
    pub rights: u8,
    /// Whether it ever was wrong or partly right.
    pub has_slipped: bool,
    pub said: Option<(Said, NaiveDate)>,
}

impl Standing {
    fn after(self, said: Said, on: NaiveDate) -> Self {
        // One evening is one step, however often it was right on it.
        if said == Said::Right && self.said == Some((said, on)) {
            return self;
        }
        let on = self.said.map_or(on, |(_, before)| before.max(on));
        let beyond = u8::try_from(LADDER.len()).unwrap_or(u8::MAX);
        let (step, rights) = match said {
            Said::Right => ((self.step + 1).min(beyond), self.rights.saturating_add(1)),
            Said::Partly => (self.step, 0),
            Said::Wrong => (0, 0),
        };
        Self { step, rights, has_slipped: self.has_slipped || said != Said::Right, said: Some((said, on)) }
    }

    pub(super) fn is_shaky(self) -> bool {
        self.has_slipped && self.rights < FIRM
    }

    /// Tells whether it was last said wrong or partly.
    pub(super) fn comes_back(self) -> bool {
        self.said.is_some() && self.rights == 0
    }

    pub(super) fn is_retired(self) -> bool {
        usize::from(self.step) >= LADDER.len()
    }

    pub(super) fn last(self) -> Option<NaiveDate> {
        self.said.map(|(_, on)| on)
    }
}

/// What was said of a question: how it stands, and how it stood before the last date on which it was asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    before: Standing,
    /// How it stands now.
    pub now: Standing,
}

impl Asked {
    pub(super) fn take(&mut self, said: Said, on: NaiveDate) {
        if self.now.last().is_none_or(|last| last < on) {
            self.before = self.now;
        }
        self.now = self.now.after(said, on);
    }

    pub(super) fn is_of(self, date: NaiveDate) -> bool {
        self.now.last() == Some(date)
    }

    pub(super) fn before(self, date: NaiveDate) -> Standing {
        if self.is_of(date) { self.before } else { self.now }
    }
}

/// What was asked in all, and how much of it was right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Recalled {
    pub asked: usize,
    pub right: usize,
    /// The last date for which anything was answered.
    pub last: Option<NaiveDate>,
}
