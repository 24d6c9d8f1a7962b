//! Every colour of the screens, by its role. Colours are the terminal's own sixteen, so that light and
//! dark terminals both read well; state is shown by shape as well.
//!
//! Deliberately absent: red. Nothing here is an alarm.

use super::plain;
use crate::env::{Colours, Glyphs};
use crate::report::weeks::DateState;
use crate::signs::Signs;
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

impl Theme {
    /// Returns the theme for a terminal.
    pub fn new(colours: Colours, glyphs: Glyphs) -> Self {
        Self { colours, glyphs }
    }

    /// Returns the characters to use.
    pub fn signs(&self) -> &'static Signs {
        Signs::of(self.glyphs)
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

    /// A calendar date of which this came.
    pub fn date(&self, state: DateState) -> Style {
        match state {
            DateState::Complete => self.done(),
            DateState::Studied => self.accent(),
            DateState::Open => self.text(),
            DateState::Outside
            | DateState::Rest
            | DateState::Break
            | DateState::Missed
            | DateState::Skipped => self.quiet(),
        }
    }

    /// Makes a drawn screen safe and as the terminal wants it. Whatever a view let through, no control, bidi or other
    /// unsafe character and no pile of marks reaches the terminal; on one without Unicode everything is ASCII, column
    /// for column; and without colours only shape and weight are left.
    pub fn finish(&self, buffer: &mut Buffer) {
        for cell in &mut buffer.content {
            let symbol = cell.symbol();
            if symbol.len() > 1 || !symbol.bytes().all(|b| (0x20..0x7f).contains(&b)) {
                // Lines are broken by now, so a space that holds words together is one like any other.
                let safe = text::visible(if symbol == "\u{a0}" { " " } else { symbol });
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
    use super::{Colours, Glyphs, Theme};
    use crate::study::DayState;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::{Color, Modifier, Style};

    const STATES: [DayState; 4] =
        [DayState::Open, DayState::Begun, DayState::Complete, DayState::Skipped];

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
        assert_eq!(plain, ("\"e\"?? |~ ".to_owned(), Color::Reset, Modifier::REVERSED));
    }
}
