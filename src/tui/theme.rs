//! Every colour of the screens, by its role, of the terminal's own sixteen; state is shown by shape as well.

use super::letters::bare;
use crate::env::{Charset, Colours};
use crate::glyphs::Glyphs;
use crate::study::DayState;
use crate::study::past::DateState;
use crate::text;
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};

#[derive(Clone, Copy, Debug)]
pub struct Theme {
    colours: Colours,
    charset: Charset,
}

impl Theme {
    pub fn new(colours: Colours, charset: Charset) -> Self {
        Self { colours, charset }
    }

    pub fn glyphs(self) -> &'static Glyphs {
        Glyphs::of(self.charset)
    }

    pub fn is_ascii(self) -> bool {
        self.charset == Charset::Ascii
    }

    pub fn text(self) -> Style {
        Style::new()
    }

    /// Text that stands back: what is explained, what is past.
    pub fn quiet(self) -> Style {
        Style::new().add_modifier(Modifier::DIM)
    }

    /// A name or a title.
    pub fn strong(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// What can be pressed, and where one is.
    pub fn accent(self) -> Style {
        Style::new().fg(Color::Cyan)
    }

    pub fn done(self) -> Style {
        Style::new().fg(Color::Green)
    }

    pub fn milestone(self) -> Style {
        Style::new().fg(Color::Magenta)
    }

    /// What the cursor is on.
    pub fn selected(self) -> Style {
        // One style for the whole row, whatever its parts have.
        Style::new().fg(Color::Reset).add_modifier(Modifier::REVERSED).remove_modifier(Modifier::DIM)
    }

    pub fn state(self, state: DayState) -> Style {
        match state {
            DayState::Open => self.text(),
            DayState::Begun => self.accent(),
            DayState::Complete => self.done(),
            DayState::Skipped => self.quiet(),
        }
    }

    pub fn date(self, state: DateState) -> Style {
        match state {
            DateState::Complete => self.done(),
            DateState::Studied => self.accent(),
            DateState::Open => self.text(),
            DateState::Outside | DateState::Rest | DateState::Break | DateState::Missed | DateState::Skipped => {
                self.quiet()
            }
        }
    }

    /// Makes a drawn screen safe and as the terminal wants it: no unsafe character and no pile of marks, on one without
    /// Unicode ASCII alone, column for column, and without colours only shape and weight.
    pub fn finish(self, buffer: &mut Buffer) {
        for cell in &mut buffer.content {
            let symbol = cell.symbol();
            if symbol.len() > 1 || !symbol.bytes().all(|b| (0x20..0x7f).contains(&b)) {
                // Lines are broken by now, so a space that holds words together is one like any other.
                let safe = text::visible(if symbol == "\u{a0}" { " " } else { symbol });
                if safe != symbol {
                    let safe = safe.into_owned();
                    cell.set_symbol(&safe);
                }
                if self.charset == Charset::Ascii {
                    // The cell that a wide character covered holds a space, which is drawn from now on.
                    cell.set_char(ascii(cell.symbol()));
                }
            }
            if self.colours == Colours::None {
                cell.fg = Color::Reset;
                cell.bg = Color::Reset;
            }
        }
    }
}

/// Returns the one ASCII character that stands for a cell's symbol, so that nothing moves; `?` for what has none.
fn ascii(symbol: &str) -> char {
    let Some(first) = symbol.chars().next() else { return ' ' };
    match first {
        ' '..='~' => first,
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => ' ',
        '‘' | '’' | '‚' | '‛' | '′' | '´' | '‹' | '›' => '\'',
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' => '"',
        '‐'..='―' | '−' | '─' | '━' | '·' => '-',
        '•' | '‣' | '∙' | '◆' | '◇' => '*',
        '│' | '┃' | '¦' => '|',
        '┌' | '┐' | '└' | '┘' | '├' | '┤' | '┬' | '┴' | '┼' | '╭' | '╮' | '╰' | '╯' | '±' => {
            '+'
        }
        '→' | '⇒' | '▸' | '▶' | '≥' => '>',
        '←' | '⇐' | '◂' | '◀' | '≤' => '<',
        '↑' | '▴' => '^',
        '↓' | '▾' => 'v',
        '×' | '✓' | '✔' | '✗' | '✘' => 'x',
        '÷' => '/',
        '▄' => '=',
        '…' | '≈' => '~',
        '█' | '≠' => '#',
        other => {
            let mut letter = None;
            bare(other, |part| letter = letter.or(Some(part)));
            letter.filter(|c| matches!(c, ' '..='~')).unwrap_or('?')
        }
    }
}
