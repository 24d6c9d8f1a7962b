//! The note editor: a text area with soft wrap, word motions and undo, in which a character is what the eye takes for
//! one.
//!
//! The text area moves and deletes by code point, so an emoji of three takes three backspaces and counts for four
//! columns; both are mended here.
//!
//! Deliberately absent: saving. Leaving the editor is a wish that the loop makes true.

use super::chord::Chord;
use super::keymap::Action;
use crate::journal::Key;
use crate::plan::DayNo;
use crate::text;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::Widget;
use ratatui_textarea::{CursorMove, TextArea, WrapMode};
use unicode_segmentation::UnicodeSegmentation;

/// The most that one paste adds, in bytes.
const LONGEST_PASTE: usize = 256 * 1024;

/// Holds a note that is being written.
#[derive(Debug)]
pub struct NoteEditor {
    /// The day that it is about.
    pub day: DayNo,
    /// The paragraphs that were there when the editor was opened.
    pub over: Vec<Key>,
    area: TextArea<'static>,
    edits: u64,
}

impl NoteEditor {
    /// Returns an editor for a day's note with this text, the cursor at its end.
    pub fn new(day: DayNo, over: Vec<Key>, text: &str) -> Self {
        let mut area = TextArea::new(text.split('\n').map(text::pasted).collect());
        area.set_wrap_mode(WrapMode::WordOrGlyph);
        area.set_cursor_line_style(Style::new());
        area.set_cursor_style(Style::new());
        area.set_hard_tab_indent(false);
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        Self { day, over, area, edits: 0 }
    }

    /// Returns the text as it stands.
    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// Returns a number that grows with each change of the text.
    pub fn edits(&self) -> u64 {
        self.edits
    }

    /// Takes a key that the keymap has no row for.
    pub fn key(&mut self, event: KeyEvent) {
        let chord = Chord::of(event);
        let changed = if chord == Chord::key(KeyCode::Backspace) {
            self.delete(Self::before)
        } else if chord == Chord::key(KeyCode::Delete) {
            self.delete_after()
        } else if chord == Chord::key(KeyCode::Left) && event.modifiers.is_empty() {
            self.step(CursorMove::Back, self.before())
        } else if chord == Chord::key(KeyCode::Right) && event.modifiers.is_empty() {
            self.step(CursorMove::Forward, self.after())
        } else {
            match event.code {
                KeyCode::Char(c)
                    if event
                        .modifiers
                        .intersection(KeyModifiers::CONTROL | KeyModifiers::ALT)
                        .is_empty() =>
                {
                    let safe = c == '\t' || !text::is_unsafe(c);
                    safe && self.area.insert_str(c.to_string())
                }
                _ => self.area.input(event),
            }
        };
        self.edits += u64::from(changed);
    }

    /// Does what the keymap says a key means; other actions mean nothing here.
    pub fn act(&mut self, action: Action) {
        let changed = match action {
            Action::UndoText => self.area.undo(),
            Action::RedoText => self.area.redo(),
            Action::DeleteWord => self.area.delete_word(),
            Action::WordLeft => {
                self.area.move_cursor(CursorMove::WordBack);
                false
            }
            Action::WordRight => {
                self.area.move_cursor(CursorMove::WordForward);
                false
            }
            other => {
                debug_assert!(false, "the keymap gives {other:?} no meaning in the note editor");
                false
            }
        };
        self.edits += u64::from(changed);
    }

    /// Takes pasted text, without what could act on a terminal; tells whether some of it was left out for its length.
    pub fn paste(&mut self, pasted: &str) -> bool {
        let text = text::pasted(pasted);
        let mut end = text.len().min(LONGEST_PASTE);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        self.area.insert_str(text.get(..end).unwrap_or_default());
        self.edits += 1;
        end < text.len()
    }

    /// The number of code points of the character before the cursor; 1 at a line's start, for the line break.
    fn before(&self) -> usize {
        let (line, column) = self.place();
        let left: String = line.chars().take(column).collect();
        left.graphemes(true).next_back().map_or(1, |grapheme| grapheme.chars().count())
    }

    fn after(&self) -> usize {
        let (line, column) = self.place();
        let right: String = line.chars().skip(column).collect();
        right.graphemes(true).next().map_or(1, |grapheme| grapheme.chars().count())
    }

    fn place(&self) -> (&str, usize) {
        let cursor = self.area.cursor();
        (self.area.lines().get(cursor.0).map_or("", String::as_str), cursor.1)
    }

    fn delete(&mut self, count: fn(&Self) -> usize) -> bool {
        if self.area.is_selecting() {
            return self.area.delete_char();
        }
        (0..count(self)).fold(false, |changed, _| self.area.delete_char() | changed)
    }

    fn delete_after(&mut self) -> bool {
        if self.area.is_selecting() {
            return self.area.delete_char();
        }
        (0..self.after()).fold(false, |changed, _| self.area.delete_next_char() | changed)
    }

    fn step(&mut self, motion: CursorMove, count: usize) -> bool {
        self.area.cancel_selection();
        for _ in 0..count {
            self.area.move_cursor(motion);
        }
        false
    }

    /// Draws the text and returns where the cursor is on screen.
    pub fn draw(&self, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        (&self.area).render(area, buffer);
        let cursor = self.area.screen_cursor();
        let (top, _) = self.area.scroll_offset();
        let row = u16::try_from(cursor.row).ok()?.checked_sub(top)?;
        let (line, column) = self.place();
        let start = self.area.screen_to_data(cursor.row, 0);
        let before: String = line.chars().take(column).skip(start.1).collect();
        let x = u16::try_from(text::width(&before.replace('\t', "    "))).ok()?;
        let at = Position::new(
            area.x.saturating_add(x).min(area.right().saturating_sub(1)),
            area.y.saturating_add(row),
        );
        area.contains(at).then_some(at)
    }
}
