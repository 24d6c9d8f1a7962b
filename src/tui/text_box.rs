//! The one text box: of several lines with soft wrap for notes and answers, of one line for everything else.
//!
//! The text area moves and deletes by code point, so an emoji of three would take three backspaces and count for four
//! columns; both are put right here. Only the keys of the keymap edit: the area's own are not asked.

use super::chord::Chord;
use super::keymap::Edit;
use crate::text;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::Widget;
use ratatui_textarea::{CursorMove, DataCursor, Scrolling, TextArea, WrapMode};
use unicode_segmentation::UnicodeSegmentation;

/// The most that one paste adds, in bytes, and to a text of one line in characters.
const LONGEST_PASTE: usize = 256 * 1024;
const LONGEST_LINE: usize = 2000;

const UNDOS: usize = 10_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    One,
    Many,
}

/// What is typed: a key that means itself, an edit, or what was pasted.
#[derive(Clone, Copy)]
pub enum Typed<'a> {
    Key(Chord),
    Edit(Edit),
    Paste(&'a str),
}

pub struct TextBox {
    area: TextArea<'static>,
    lines: Lines,
    edits: u64,
}

impl Default for TextBox {
    fn default() -> Self {
        Self::new(Lines::One, "")
    }
}

impl TextBox {
    /// Returns a box with a text to go on with, the cursor at its end.
    pub fn new(lines: Lines, text: &str) -> Self {
        let mut area = TextArea::new(text.split('\n').map(text::pasted).collect());
        area.set_wrap_mode(match lines {
            Lines::Many => WrapMode::WordOrGlyph,
            Lines::One => WrapMode::None,
        });
        area.set_cursor_line_style(Style::new());
        area.set_cursor_style(Style::new());
        area.set_max_histories(UNDOS);
        area.set_hard_tab_indent(false);
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        Self { area, lines, edits: 0 }
    }

    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    pub fn is_blank(&self) -> bool {
        self.area.lines().iter().all(|line| line.trim().is_empty())
    }

    pub fn edits(&self) -> u64 {
        self.edits
    }

    /// Takes what is typed in; tells whether a paste was cut.
    pub fn take(&mut self, typed: Typed) -> bool {
        match typed {
            Typed::Key(chord) => {
                if let Some(c) = chord.typed().filter(|c| !text::is_unsafe(*c)) {
                    self.area.insert_str(c.encode_utf8(&mut [0; 4]));
                    self.edits += 1;
                }
            }
            Typed::Edit(edit) => self.edit(edit),
            Typed::Paste(pasted) => return self.paste(pasted),
        }
        false
    }

    fn edit(&mut self, edit: Edit) {
        let changed = match edit {
            Edit::Left => self.jump(self.before().0, CursorMove::Back),
            Edit::Right => self.jump(self.after().0, CursorMove::Forward),
            Edit::Up => self.go(CursorMove::Up),
            Edit::Down => self.go(CursorMove::Down),
            Edit::WordLeft => self.go(CursorMove::WordBack),
            Edit::WordRight => self.go(CursorMove::WordForward),
            Edit::LineStart => self.go(CursorMove::Head),
            Edit::LineEnd => self.go(CursorMove::End),
            Edit::PageUp => self.scroll(Scrolling::PageUp),
            Edit::PageDown => self.scroll(Scrolling::PageDown),
            Edit::NewLine if self.lines == Lines::One => false,
            Edit::NewLine => {
                self.area.insert_newline();
                true
            }
            Edit::DeleteBefore => self.delete_before(),
            Edit::DeleteAfter => self.area.delete_str(self.after().1),
            Edit::DeleteWord => self.area.delete_word(),
            Edit::DeleteToEnd => self.area.delete_line_by_end(),
            Edit::DeleteLine => self.area.clear(),
            Edit::Undo => self.area.undo(),
            Edit::Redo => self.area.redo(),
        };
        self.edits += u64::from(changed);
        self.snap();
    }

    /// Takes pasted text, in one line without line breaks; tells whether it was cut.
    fn paste(&mut self, pasted: &str) -> bool {
        let mut text = text::pasted(pasted);
        if self.lines == Lines::One {
            let words: Vec<&str> = text.split_whitespace().collect();
            text = words.join(" ").chars().take(LONGEST_LINE).collect();
        }
        let end = text.floor_char_boundary(LONGEST_PASTE);
        self.area.insert_str(text.get(..end).unwrap_or_default());
        self.edits += 1;
        end < text.len()
    }

    fn go(&mut self, motion: CursorMove) -> bool {
        self.area.move_cursor(motion);
        false
    }

    fn scroll(&mut self, by: Scrolling) -> bool {
        self.area.scroll(by);
        false
    }

    /// Returns the place before the character before the cursor, and of how many code points it is: one for a line break.
    fn before(&self) -> ((usize, usize), usize) {
        let (row, column) = self.place();
        let left: String = self.line(row).chars().take(column).collect();
        match left.graphemes(true).next_back().map(|last| last.chars().count()) {
            Some(count) => ((row, column - count), count),
            None => (row.checked_sub(1).map_or((0, 0), |above| (above, self.line(above).chars().count())), 1),
        }
    }

    fn after(&self) -> ((usize, usize), usize) {
        let (row, column) = self.place();
        let right: String = self.line(row).chars().skip(column).collect();
        match right.graphemes(true).next().map(|first| first.chars().count()) {
            Some(count) => ((row, column + count), count),
            None => ((row + 1, 0), 1),
        }
    }

    fn place(&self) -> (usize, usize) {
        let DataCursor(row, column) = self.area.cursor();
        (row, column)
    }

    fn line(&self, row: usize) -> &str {
        self.area.lines().get(row).map_or("", String::as_str)
    }

    /// Deletes the character before the cursor, as one edit, so that one undo brings the whole of it back.
    fn delete_before(&mut self) -> bool {
        let (place, count) = self.before();
        if count < 2 {
            return self.area.delete_char();
        }
        self.jump(place, CursorMove::Back);
        self.area.delete_str(count)
    }

    /// Moves a cursor that a motion left in the middle of a character to its start.
    fn snap(&mut self) {
        let (row, column) = self.place();
        let line = self.line(row);
        if line.is_ascii() {
            return;
        }
        let ends = line.graphemes(true).scan(0, |end, grapheme| {
            *end += grapheme.chars().count();
            Some(*end)
        });
        let start = ends.take_while(|end| *end <= column).last().unwrap_or(0);
        if start < column {
            self.jump((row, start), CursorMove::Back);
        }
    }

    /// Moves the cursor to a line and a code point in it. The text area's own motion stays before a character without
    /// columns, so it serves only beyond the 65,535th line or column, which a jump cannot name.
    fn jump(&mut self, (row, column): (usize, usize), motion: CursorMove) -> bool {
        let is_there = row < self.area.lines().len();
        match (u16::try_from(row), u16::try_from(column)) {
            (Ok(row), Ok(column)) if is_there => self.go(CursorMove::Jump(row, column)),
            (Ok(_), Ok(_)) => false,
            _ => self.go(motion),
        }
    }

    /// Tells whether all that is typed has the same columns on every terminal.
    pub fn has_certain_columns(&self) -> bool {
        self.area.lines().iter().all(|line| line.chars().all(text::has_certain_columns))
    }

    pub fn draw(&self, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        match self.lines {
            Lines::Many => self.draw_lines(area, buffer),
            Lines::One => self.draw_line(area, buffer),
        }
    }

    fn draw_lines(&self, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        (&self.area).render(area, buffer);
        let ((row, column), cursor) = (self.place(), self.area.screen_cursor());
        let start = self.area.screen_to_data(cursor.row, 0);
        let before: String = self.line(row).chars().take(column).skip(start.1).collect();
        let x = u16::try_from(columns(&before, usize::from(self.area.tab_length()))).ok()?;
        let y = u16::try_from(cursor.row).ok()?.checked_sub(self.area.scroll_offset().0)?;
        let at = Position::new(area.x.saturating_add(x).min(area.right().saturating_sub(1)), area.y.saturating_add(y));
        area.contains(at).then_some(at)
    }

    /// Draws the part of the line that ends at the cursor, where not all has room; the cursor has a column of its own.
    fn draw_line(&self, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let (row, column) = self.place();
        let line = self.line(row);
        let room = usize::from(area.width).saturating_sub(1);
        let before: String = line.chars().take(column).collect();
        let mut hidden = 0;
        let mut used = text::width(&text::visible(&before));
        for grapheme in before.graphemes(true) {
            if used <= room {
                break;
            }
            hidden += grapheme.len();
            used -= text::width(&text::visible(grapheme)).min(used);
        }
        let shown = text::visible(line.get(hidden..).unwrap_or_default());
        buffer.set_stringn(area.x, area.y, &shown, usize::from(area.width), Style::new());
        let at = Position::new(area.x.saturating_add(u16::try_from(used).ok()?), area.y);
        area.contains(at).then_some(at)
    }
}

/// Returns the columns of a text in which a tab reaches to the next multiple of its length.
fn columns(text: &str, tab: usize) -> usize {
    let mut parts = text.split('\t');
    let first = parts.next().map_or(0, text::width);
    parts.fold(first, |columns, part| (columns / tab.max(1) + 1) * tab + text::width(part))
}
