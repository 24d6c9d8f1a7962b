//! Every colour and every glyph of the screens, by its role. Colours are the terminal's own sixteen, so that light and
//! dark terminals both read well; state is told by shape as well.
//!
//! Deliberately absent: red. Nothing here is an alarm.

use super::plain;
use crate::env::{Colours, Glyphs};
use crate::study::DayState;
use crate::text;
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};

/// Holds how things look.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    colours: Colours,
    /// The characters that may be used.
    pub glyphs: Glyphs,
}

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
    /// Where there is more than is shown.
    pub more: &'static str,
    /// The full part of a bar.
    pub full: &'static str,
    /// The half column at the end of a bar.
    pub half: &'static str,
    /// The empty part of a bar.
    pub empty: &'static str,
    /// A day with a note.
    pub note: &'static str,
    /// Between a key and the next in the footer.
    pub both_ways: &'static str,
    cells: [&'static str; 4],
    milestone_cells: [&'static str; 4],
    marks: [&'static str; 4],
}

const UNICODE: Signs = Signs {
    cursor: "▸",
    done: "✓",
    open: "○",
    resource: "·",
    dot: "·",
    more: "▾ more",
    full: "█",
    half: "▌",
    empty: "░",
    note: "✎",
    both_ways: "◂ ▸",
    cells: ["□", "▣", "■", "×"],
    milestone_cells: ["◇", "◈", "◆", "×"],
    marks: [" ", "◦", "✓", "×"],
};

const ASCII: Signs = Signs {
    cursor: ">",
    done: "x",
    open: "o",
    resource: "-",
    dot: "-",
    more: "v more",
    full: "#",
    half: "=",
    empty: ".",
    note: "n",
    both_ways: "< >",
    cells: [".", "+", "#", "-"],
    milestone_cells: ["o", "%", "@", "-"],
    marks: [" ", "+", "x", "-"],
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

    /// Returns a day's mark in a list of days.
    pub fn mark(&self, state: DayState) -> &'static str {
        Self::one(&self.marks, state)
    }
}

impl Theme {
    /// Returns the theme for a terminal.
    pub fn new(colours: Colours, glyphs: Glyphs) -> Self {
        Self { colours, glyphs }
    }

    /// Returns the characters to use.
    pub fn signs(&self) -> &'static Signs {
        match self.glyphs {
            Glyphs::Unicode => &UNICODE,
            Glyphs::Ascii => &ASCII,
        }
    }

    /// Plain text.
    pub fn text(&self) -> Style {
        Style::new()
    }

    /// Text that stands back: what is explained, what is past.
    pub fn quiet(&self) -> Style {
        Style::new().add_modifier(Modifier::DIM)
    }

    /// A name or a title.
    pub fn strong(&self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// What can be pressed, and where one is.
    pub fn accent(&self) -> Style {
        Style::new().fg(Color::Cyan)
    }

    /// What is done.
    pub fn done(&self) -> Style {
        Style::new().fg(Color::Green)
    }

    /// A milestone.
    pub fn milestone(&self) -> Style {
        Style::new().fg(Color::Magenta)
    }

    /// What the cursor is on.
    pub fn selected(&self) -> Style {
        // One style for the whole row, whatever its parts have.
        Style::new()
            .fg(Color::Reset)
            .add_modifier(Modifier::REVERSED)
            .remove_modifier(Modifier::DIM)
    }

    /// The tab of the view that is shown.
    pub fn tab(&self) -> Style {
        Style::new().fg(Color::Cyan).add_modifier(Modifier::BOLD | Modifier::REVERSED)
    }

    /// The frame of a pane.
    pub fn frame(&self) -> Style {
        Style::new().add_modifier(Modifier::DIM)
    }

    /// A day of this state.
    pub fn state(&self, state: DayState) -> Style {
        match state {
            DayState::Open => self.text(),
            DayState::Begun => self.accent(),
            DayState::Complete => self.done(),
            DayState::Skipped => self.quiet(),
        }
    }

    /// Makes a drawn screen safe and as the terminal wants it. Whatever a view let through, no control, bidi or other
    /// unsafe character and no pile of marks reaches the terminal; on one without Unicode everything is ASCII, column
    /// for column; and without colours only shape and weight are left.
    pub fn finish(&self, buffer: &mut Buffer) {
        for cell in &mut buffer.content {
            let symbol = cell.symbol();
            if symbol.len() > 1 || !symbol.bytes().all(|b| (0x20..0x7f).contains(&b)) {
                let safe = text::visible(symbol);
                if safe != symbol {
                    let safe = safe.into_owned();
                    cell.set_symbol(&safe);
                }
                if self.glyphs == Glyphs::Ascii {
                    // The cell that a wide character covered holds a space, which is drawn from now on.
                    cell.set_char(plain::ascii(cell.symbol()));
                }
            }
            if self.colours == Colours::None {
                cell.fg = Color::Reset;
                cell.bg = Color::Reset;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ASCII, Colours, Glyphs, Signs, Theme, UNICODE};
    use crate::study::DayState;
    use crate::text::width;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::{Color, Modifier, Style};
    use std::collections::HashSet;

    const STATES: [DayState; 4] =
        [DayState::Open, DayState::Begun, DayState::Complete, DayState::Skipped];

    #[test]
    fn every_sign_is_one_column_and_plain_ones_are_ascii() {
        let all = |signs: &Signs| {
            let states = [signs.cells, signs.milestone_cells, signs.marks].concat();
            let single = [signs.cursor, signs.done, signs.open, signs.resource];
            let bar = [signs.dot, signs.full, signs.half, signs.empty, signs.note];
            [states, single.to_vec(), bar.to_vec()].concat()
        };
        assert!(all(&UNICODE).iter().chain(&all(&ASCII)).all(|sign| width(sign) == 1));
        assert!(all(&ASCII).iter().all(|sign| sign.is_ascii()));
        assert!(ASCII.more.is_ascii() && ASCII.both_ways.is_ascii());
    }

    #[test]
    fn states_are_told_apart_by_shape_alone() {
        for signs in [&UNICODE, &ASCII] {
            for of in [Signs::cell, Signs::milestone_cell, Signs::mark] {
                let shapes: HashSet<&str> = STATES.iter().map(|state| of(signs, *state)).collect();
                assert_eq!(shapes.len(), STATES.len());
            }
        }
    }

    #[test]
    fn no_role_is_red_and_none_sets_a_background() {
        let theme = Theme::new(Colours::Sixteen, Glyphs::Unicode);
        let roles = [
            theme.text(),
            theme.quiet(),
            theme.strong(),
            theme.accent(),
            theme.done(),
            theme.milestone(),
            theme.selected(),
            theme.tab(),
            theme.frame(),
        ];
        for role in roles.into_iter().chain(STATES.map(|state| theme.state(state))) {
            assert!(!matches!(role.fg, Some(Color::Red | Color::LightRed)) && role.bg.is_none());
        }
    }

    #[test]
    fn finishing_makes_every_cell_safe_plain_and_colourless_as_asked() {
        let drawn = |theme: Theme| {
            let mut buffer = Buffer::empty(Rect::new(0, 0, 9, 1));
            let style = Style::new().fg(Color::Cyan).add_modifier(Modifier::REVERSED);
            buffer.set_string(0, 0, "“é” 日│…", style);
            buffer[(3, 0)].set_symbol("\u{1b}");
            theme.finish(&mut buffer);
            let text: String = buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect();
            (text, buffer[(0, 0)].fg, buffer[(0, 0)].modifier)
        };
        let colour = drawn(Theme::new(Colours::Sixteen, Glyphs::Unicode));
        assert_eq!(colour, ("“é”␛日 │… ".to_owned(), Color::Cyan, Modifier::REVERSED));
        let plain = drawn(Theme::new(Colours::None, Glyphs::Ascii));
        assert_eq!(plain, ("\"e\"?? |. ".to_owned(), Color::Reset, Modifier::REVERSED));
    }
}
