//! Every sign that says something without a word, in the characters that the terminal has: one table for what verbs
//! print and what screens draw, so that a state looks the same on both.
//!
//! Deliberately absent: colours, and where a sign stands.

use crate::env::Glyphs;
use crate::report::weeks::DateState;
use crate::study::DayState;
use std::borrow::Cow;

/// The characters of one set.
#[derive(Debug)]
pub struct Signs {
    /// Before what the cursor is on.
    pub cursor: &'static str,
    /// A done task.
    pub done: &'static str,
    /// An open task.
    pub open: &'static str,
    /// A resource.
    pub resource: &'static str,
    /// Between parts of a line.
    pub dot: &'static str,
    /// Between what was and what is.
    pub then: &'static str,
    /// Where there is more than is shown.
    pub more: &'static str,
    /// Before how many rows there are above what is shown.
    pub above: &'static str,
    /// The full part of a bar.
    pub full: &'static str,
    /// The half column at the end of a bar.
    pub half: &'static str,
    /// The empty part of a bar.
    pub empty: &'static str,
    /// A day with a note.
    pub note: &'static str,
    /// Before what would change.
    pub changed: &'static str,
    /// Before a weekday that is studied on.
    pub within: &'static str,
    /// A weekday that is left out.
    pub out: &'static str,
    /// Between a key and the next in the footer.
    pub both_ways: &'static str,
    cells: [&'static str; 4],
    milestone_cells: [&'static str; 4],
    marks: [&'static str; 4],
    dates: [&'static str; 8],
}

const UNICODE: Signs = Signs {
    cursor: "▸",
    done: "✓",
    open: "○",
    resource: "·",
    dot: "·",
    then: "→",
    more: "▾ more",
    above: "▴",
    full: "█",
    half: "▌",
    empty: "░",
    note: "✎",
    changed: "•",
    within: "✓",
    out: "·",
    both_ways: "◂ ▸",
    cells: ["□", "▣", "■", "×"],
    milestone_cells: ["◇", "◈", "◆", "×"],
    marks: [" ", "◦", "✓", "×"],
    dates: [" ", "·", "~", "□", "○", "×", "▣", "■"],
};

const ASCII: Signs = Signs {
    cursor: ">",
    done: "x",
    open: "o",
    resource: "-",
    dot: "-",
    then: "->",
    more: "v more",
    above: "^",
    full: "#",
    half: "=",
    empty: ".",
    note: "*",
    changed: "~",
    within: "+",
    out: "-",
    both_ways: "< >",
    cells: [".", "+", "#", "-"],
    milestone_cells: ["^", "%", "@", "-"],
    marks: [" ", "+", "x", "-"],
    dates: [" ", "_", "~", ".", "o", "-", "+", "#"],
};

const fn place(state: DayState) -> usize {
    match state {
        DayState::Open => 0,
        DayState::Begun => 1,
        DayState::Complete => 2,
        DayState::Skipped => 3,
    }
}

impl Signs {
    /// Returns the signs made of these characters.
    pub fn of(glyphs: Glyphs) -> &'static Self {
        match glyphs {
            Glyphs::Unicode => &UNICODE,
            Glyphs::Ascii => &ASCII,
        }
    }

    fn one(of: &[&'static str; 4], state: DayState) -> &'static str {
        of.get(place(state)).copied().unwrap_or(" ")
    }

    /// Returns a day's cell in the map of the plan.
    pub fn cell(&self, state: DayState) -> &'static str {
        Self::one(&self.cells, state)
    }

    /// Returns a milestone day's cell in the map of the plan.
    pub fn milestone_cell(&self, state: DayState) -> &'static str {
        Self::one(&self.milestone_cells, state)
    }

    /// Returns a calendar date's cell; one that also says something about a day of the plan has that day's shape.
    pub fn date(&self, state: DateState) -> &'static str {
        let place = match state {
            DateState::Outside => 0,
            DateState::Rest => 1,
            DateState::Break => 2,
            DateState::Open => 3,
            DateState::Missed => 4,
            DateState::Skipped => 5,
            DateState::Studied => 6,
            DateState::Complete => 7,
        };
        self.dates.get(place).copied().unwrap_or(" ")
    }

    /// Returns a day's mark in a list of days.
    pub fn mark(&self, state: DayState) -> &'static str {
        Self::one(&self.marks, state)
    }
}

/// Returns words in the characters that the terminal has: with plain ones, quotes, dashes and dots are those of a
/// typewriter.
pub fn worded(glyphs: Glyphs, text: &str) -> Cow<'_, str> {
    if glyphs == Glyphs::Unicode || text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '“' | '”' | '„' => out.push('"'),
            '‘' | '’' | '‚' => out.push('\''),
            '–' | '—' => out.push('-'),
            '…' => out.push_str("..."),
            '→' => out.push_str("->"),
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::{ASCII, Signs, UNICODE};
    use crate::report::weeks::DateState;
    use crate::study::DayState;
    use crate::text::width;
    use std::collections::HashSet;

    const STATES: [DayState; 4] =
        [DayState::Open, DayState::Begun, DayState::Complete, DayState::Skipped];

    #[test]
    fn every_sign_is_one_column_and_plain_ones_are_ascii() {
        let all = |signs: &Signs| {
            let states = [signs.cells, signs.milestone_cells, signs.marks].concat();
            let single = [signs.cursor, signs.done, signs.open, signs.resource];
            let bar = [signs.dot, signs.full, signs.half, signs.empty, signs.note];
            let more = [signs.changed, signs.within, signs.out, signs.above];
            [states, single.to_vec(), bar.to_vec(), more.to_vec(), signs.dates.to_vec()].concat()
        };
        assert!(all(&UNICODE).iter().chain(&all(&ASCII)).all(|sign| width(sign) == 1));
        assert!(all(&ASCII).iter().all(|sign| sign.is_ascii()));
        assert!(ASCII.more.is_ascii() && ASCII.both_ways.is_ascii());
    }

    #[test]
    fn states_are_told_apart_by_shape_alone() {
        for signs in [&UNICODE, &ASCII] {
            assert_ne!(signs.milestone_cell(DayState::Open), signs.open);
            for of in [Signs::cell, Signs::milestone_cell, Signs::mark] {
                let shapes: HashSet<&str> = STATES.iter().map(|state| of(signs, *state)).collect();
                assert_eq!(shapes.len(), STATES.len());
            }
            let shapes: HashSet<&str> =
                DateState::ALL.iter().map(|state| signs.date(*state)).collect();
            assert_eq!(shapes.len(), DateState::ALL.len());
            for (date, day) in [
                (DateState::Open, DayState::Open),
                (DateState::Studied, DayState::Begun),
                (DateState::Complete, DayState::Complete),
                (DateState::Skipped, DayState::Skipped),
            ] {
                assert_eq!(signs.date(date), signs.cell(day), "one legend for both");
            }
        }
    }
}
