//! Every glyph that says something without a word: one table for what verbs print and what screens draw.

use crate::env::Charset;
use crate::study::DayState;
use crate::study::past::DateState;
use std::borrow::Cow;

macro_rules! glyphs {
    ($($(#[$doc:meta])* $name:ident: $type:ty = $unicode:tt $ascii:tt,)*) => {
        /// The characters of one set; of several in a list, one for each state.
        #[derive(Debug)]
        pub struct Glyphs { $($(#[$doc])* pub $name: $type,)* }
        const UNICODE: Glyphs = Glyphs { $($name: $unicode,)* };
        const ASCII: Glyphs = Glyphs { $($name: $ascii,)* };
    };
}

glyphs! {
    cursor: &'static str = "▸" ">",
    done: &'static str = "✓" "x",
    open: &'static str = "○" "o",
    resource: &'static str = "·" "-",
    dot: &'static str = "·" "-",
    then: &'static str = "→" "->",
    below: &'static str = "▾" "v",
    above: &'static str = "▴" "^",
    full: &'static str = "█" "#",
    half: &'static str = "▌" "=",
    empty: &'static str = "░" ".",
    note: &'static str = "✎" "*",
    changed: &'static str = "•" ":",
    /// The line to the finish, as the chart draws it.
    finish: &'static str = "⠒" "=",
    /// A weekday that is left out.
    out: &'static str = "·" "-",
    /// Between a key and the next in the footer.
    both_ways: &'static str = "◂ ▸" "< >",
    cells: [&'static str; 4] = ["□", "▣", "■", "×"] [".", "+", "#", "-"],
    milestone_cells: [&'static str; 4] = ["◇", "◈", "◆", "×"] ["^", "%", "@", "-"],
    marks: [&'static str; 4] = [" ", "◦", "✓", "×"] [" ", "+", "x", "-"],
    dates: [&'static str; 8] = [" ", "·", "~", "□", "○", "×", "▣", "■"] [" ", "_", "~", ".", "o", "-", "+", "#"],
}

#[expect(clippy::indexing_slicing, reason = "there is a glyph for each state")]
impl Glyphs {
    pub fn of(charset: Charset) -> &'static Self {
        match charset {
            Charset::Unicode => &UNICODE,
            Charset::Ascii => &ASCII,
        }
    }

    pub fn legend(&self) -> Vec<(&'static str, &'static str)> {
        let [open, begun, complete, skipped] = self.cells;
        let [to_reach, begun_on, reached, _] = self.milestone_cells;
        let [_, rest, pause, _, missed, ..] = self.dates;
        vec![
            (self.cursor, "here, or the current day"),
            (self.open, "open"),
            (self.done, "done"),
            (self.note, "has a note"),
            (open, "day to come"),
            (begun, "begun, or partly studied"),
            (complete, "complete"),
            (skipped, "skipped"),
            (to_reach, "milestone"),
            (begun_on, "milestone begun"),
            (reached, "milestone reached"),
            (rest, "rest day"),
            (pause, "break"),
            (missed, "not studied"),
            (self.changed, "changes, or the way to the goal"),
            (self.finish, "the way to the finish"),
        ]
    }

    pub fn cell(&self, state: DayState) -> &'static str {
        self.cells[state as usize]
    }

    pub fn milestone_cell(&self, state: DayState) -> &'static str {
        self.milestone_cells[state as usize]
    }

    pub fn date(&self, state: DateState) -> &'static str {
        self.dates[state as usize]
    }

    pub fn mark(&self, state: DayState) -> &'static str {
        self.marks[state as usize]
    }
}

/// Returns words in the characters that the terminal has: plain ones are those of a typewriter.
pub(crate) fn to_charset(charset: Charset, text: &str) -> Cow<'_, str> {
    if charset == Charset::Unicode || text.is_ascii() {
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
