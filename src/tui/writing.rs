//! The editor of notes and answers: a text area with soft wrap, word motions and undo, in which a character is what the eye takes for
//! one.
//!
//! The text area moves and deletes by code point, so an emoji of three takes three backspaces and counts for four
//! columns; both are put right here.
//!
//! Deliberately absent: saving. Leaving the editor returns an effect, which the loop performs.

use super::chord::Chord;
use super::keymap::Editing;
use crate::journal::Key;
use crate::plan::DayNo;
use crate::study::Study;
use crate::text;
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::widgets::Widget;
use ratatui_textarea::{CursorMove, DataCursor, TextArea, WrapMode};
use unicode_segmentation::UnicodeSegmentation;

/// The most that one paste adds, in bytes.
const LONGEST_PASTE: usize = 256 * 1024;

/// How many edits can be undone.
const UNDOS: usize = 10_000;

/// Holds a note that is being written.
#[derive(Debug)]
pub struct NoteEditor {
    /// The day that it is about.
    pub day: DayNo,
    /// The paragraphs that were there when the editor was opened.
    pub over: Vec<Key>,
    /// The note as it was then.
    pub before: String,
    /// What is being written.
    pub writing: Writing,
}

impl NoteEditor {
    /// Returns an editor for a day's note as it stands, the cursor at its end.
    pub fn of(study: &Study, day: DayNo) -> Self {
        Self::with(study, day, study.day(day).notes.clone(), &study.note(day))
    }

    /// Returns an editor for a text that takes the place of these paragraphs of a day's note.
    pub fn with(study: &Study, day: DayNo, over: Vec<Key>, text: &str) -> Self {
        Self { day, over, before: study.note(day), writing: Writing::new(text) }
    }
}

/// Holds a text that is being written.
#[derive(Debug)]
pub struct Writing {
    area: TextArea<'static>,
    edits: u64,
}

impl Writing {
    /// Returns a text to go on with, the cursor at its end.
    pub fn new(text: &str) -> Self {
        let mut area = TextArea::new(text.split('\n').map(text::pasted).collect());
        area.set_wrap_mode(WrapMode::WordOrGlyph);
        area.set_cursor_line_style(Style::new());
        area.set_cursor_style(Style::new());
        area.set_selection_style(Style::new().add_modifier(Modifier::REVERSED));
        area.set_max_histories(UNDOS);
        area.set_hard_tab_indent(false);
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        Self { area, edits: 0 }
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
        let plain = event.modifiers.is_empty();
        let text = match event.code {
            KeyCode::Char(c) if chord == Chord::char(c) => Some(c),
            _ => None,
        };
        let changed = if chord == Chord::key(KeyCode::Backspace) {
            self.delete_before()
        } else if chord == Chord::key(KeyCode::Delete) {
            self.delete_after()
        } else if plain && chord == Chord::key(KeyCode::Left) {
            self.back(self.before())
        } else if plain && chord == Chord::key(KeyCode::Right) {
            self.forward(self.after())
        } else if let Some(c) = text {
            !text::is_unsafe(c) && self.area.insert_str(c.to_string())
        } else {
            self.area.input(event)
        };
        self.edits += u64::from(changed);
        self.snap();
    }

    /// Moves the cursor a line down.
    pub fn line_down(&mut self) {
        self.line(CursorMove::Down);
    }

    /// Moves the cursor a line up.
    pub fn line_up(&mut self) {
        self.line(CursorMove::Up);
    }

    fn line(&mut self, motion: CursorMove) {
        self.area.cancel_selection();
        self.area.move_cursor(motion);
        self.snap();
    }

    /// Does what the keymap says a key means.
    pub fn act(&mut self, action: Editing) {
        let changed = match action {
            Editing::UndoText => self.area.undo(),
            Editing::RedoText => self.area.redo(),
            Editing::DeleteWord => self.area.delete_word(),
            Editing::WordLeft => {
                self.area.move_cursor(CursorMove::WordBack);
                false
            }
            Editing::WordRight => {
                self.area.move_cursor(CursorMove::WordForward);
                false
            }
        };
        self.edits += u64::from(changed);
        self.snap();
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

    /// Deletes the character before the cursor, as one edit, so that one undo brings the whole of it back.
    fn delete_before(&mut self) -> bool {
        let count = self.before();
        if self.area.is_selecting() || count < 2 {
            return self.area.delete_char();
        }
        self.back(count);
        self.area.delete_str(count)
    }

    fn delete_after(&mut self) -> bool {
        let count = self.after();
        if self.area.is_selecting() || count < 2 {
            return self.area.delete_next_char();
        }
        self.area.delete_str(count)
    }

    /// Moves a cursor that a motion left in the middle of a character to its start.
    fn snap(&mut self) {
        let (line, column) = self.place();
        if line.is_ascii() {
            return;
        }
        let mut start = 0;
        for grapheme in line.graphemes(true) {
            let end = start + grapheme.chars().count();
            if end > column {
                break;
            }
            start = end;
        }
        if start < column {
            let row = self.area.cursor().0;
            self.step((row, start), CursorMove::Back, column - start);
        }
    }

    fn back(&mut self, count: usize) -> bool {
        let DataCursor(row, column) = self.area.cursor();
        let end = |row: usize| self.area.lines().get(row).map_or(0, |line| line.chars().count());
        let to = match column.checked_sub(count) {
            Some(column) => (row, column),
            None => row.checked_sub(1).map_or((0, 0), |above| (above, end(above))),
        };
        self.step(to, CursorMove::Back, count)
    }

    fn forward(&mut self, count: usize) -> bool {
        let DataCursor(row, column) = self.area.cursor();
        let in_line = column + count <= self.place().0.chars().count();
        let to = if in_line { (row, column + count) } else { (row + 1, 0) };
        self.step(to, CursorMove::Forward, count)
    }

    /// Moves the cursor to a line and a code point in it. The text area's own steps go by columns and stay before a
    /// character that has none, so they serve only beyond the 65,535th line or column, which a jump cannot name.
    fn step(&mut self, to: (usize, usize), motion: CursorMove, count: usize) -> bool {
        self.area.cancel_selection();
        if let (Ok(row), Ok(column)) = (u16::try_from(to.0), u16::try_from(to.1)) {
            if to.0 < self.area.lines().len() {
                self.area.move_cursor(CursorMove::Jump(row, column));
            }
        } else {
            for _ in 0..count {
                self.area.move_cursor(motion);
            }
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
        let x = u16::try_from(columns(&before, usize::from(self.area.tab_length()))).ok()?;
        let at = Position::new(
            area.x.saturating_add(x).min(area.right().saturating_sub(1)),
            area.y.saturating_add(row),
        );
        area.contains(at).then_some(at)
    }
}

/// Returns the columns of a text in which a tab reaches to the next multiple of its length.
fn columns(text: &str, tab: usize) -> usize {
    let mut parts = text.split('\t');
    let first = parts.next().map_or(0, text::width);
    parts.fold(first, |columns, part| (columns / tab.max(1) + 1) * tab + text::width(part))
}
