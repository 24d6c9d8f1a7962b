//! What may reach a terminal, and how wide it is there. Everything read from a file, a paste, an argument or
//! the environment is untrusted: it passes through [`visible`] before anybody sees it.
//!
//! Deliberately absent: styling, wrapping and any knowledge of where the text came from.

use std::borrow::Cow;

/// The number of combining marks kept on one character; more are dropped (CVE-2021-27135 was such a pile).
const MARKS: usize = 8;

/// Tells whether a character could act on a terminal or hide what it shows: C0, DEL and C1 controls (newline and
/// tab among them), line and paragraph separators, bidi marks, overrides and isolates, zero-width spaces, invisible
/// operators, tags and the byte order mark. The zero-width joiner and non-joiner and the variation selectors are
/// not: scripts and emoji need them.
pub const fn is_unsafe(c: char) -> bool {
    matches!(c,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'
        | '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// Returns the text as one safe line: a newline, tab or other control becomes its visible picture (`␊`, `␛`),
/// other unsafe characters become `�`, and a pile of combining marks is cut to eight.
///
/// ```
/// assert_eq!(ninety::text::visible("red \u{1b}[31m"), "red ␛[31m");
/// ```
pub fn visible(text: &str) -> Cow<'_, str> {
    cleaned(text, |_| false)
}

/// Returns the text safe for a terminal with its line breaks kept, and every tab as one space.
pub fn visible_lines(text: &str) -> Cow<'_, str> {
    cleaned(text, |c| c == '\n')
}

/// Returns printed output safe for a terminal with its line breaks and tabs kept.
pub fn printable(text: &str) -> Cow<'_, str> {
    cleaned(text, |c| matches!(c, '\n' | '\t'))
}

/// Returns pasted or piped text as a note keeps it: CRLF and CR as newlines, tabs as they are, and no other unsafe
/// character.
pub fn pasted(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    lines.chars().filter(|&c| matches!(c, '\n' | '\t') || !is_unsafe(c)).collect()
}

/// Tells whether a text is printable ASCII only.
fn is_plain(text: &str) -> bool {
    // Without a way out in the middle, so that the compiler looks at many bytes at a step.
    text.bytes().fold(0, |found, b| found | u8::from(!(0x20..0x7f).contains(&b))) == 0
}

fn cleaned(text: &str, keep: fn(char) -> bool) -> Cow<'_, str> {
    if is_plain(text) {
        return Cow::Borrowed(text);
    }
    if text.chars().all(|c| keep(c) || (!is_unsafe(c) && !is_mark(c))) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut marks = 0;
    for c in text.chars() {
        marks = if is_mark(c) { marks + 1 } else { 0 };
        if keep(c) {
            out.push(c);
        } else if is_unsafe(c) {
            out.push(picture(c));
        } else if marks <= MARKS {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// Returns the character that stands for an unsafe one on screen.
pub const fn picture(c: char) -> char {
    match c {
        '\t' => ' ',
        '\0'..='\u{1f}' => match char::from_u32(c as u32 + 0x2400) {
            Some(picture) => picture,
            None => '�',
        },
        '\u{7f}' => '␡',
        _ => '�',
    }
}

/// Tells whether a character takes no column of its own: a combining mark, a joiner or a variation selector.
fn is_mark(c: char) -> bool {
    !c.is_ascii() && unicode_width::UnicodeWidthChar::width(c) == Some(0)
}

/// Returns the columns that a text takes on a terminal.
pub fn width(text: &str) -> usize {
    // Most text is plain, and is measured many times a frame.
    if is_plain(text) {
        return text.len();
    }
    unicode_width::UnicodeWidthStr::width(text)
}

/// Returns the text cut to at most `columns`, ending in `…` where it was cut.
///
/// ```
/// assert_eq!(ninety::text::shortened("Portfolio website", 10), "Portfolio…");
/// ```
pub fn shortened(text: &str, columns: usize) -> Cow<'_, str> {
    use unicode_segmentation::UnicodeSegmentation;
    if width(text) <= columns {
        return Cow::Borrowed(text);
    }
    let mut out = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        let next = used + width(grapheme);
        if next + 1 > columns {
            break;
        }
        used = next;
        out.push_str(grapheme);
    }
    if columns > 0 {
        out.truncate(out.trim_end().len());
        out.push('…');
    }
    Cow::Owned(out)
}

/// Returns the text as lines of at most `columns`, broken between words where it can be; its own line breaks stay.
///
/// ```
/// assert_eq!(ninety::text::wrapped("Create a homepage that says hello", 16), ["Create a", "homepage that", "says hello"]);
/// ```
pub fn wrapped(text: &str, columns: usize) -> Vec<String> {
    text.split('\n').flat_map(|line| wrapped_line(line, columns.max(2))).collect()
}

fn wrapped_line(line: &str, columns: usize) -> Vec<String> {
    use unicode_segmentation::UnicodeSegmentation;
    let (mut lines, mut current, mut used) = (Vec::new(), String::new(), 0);
    for word in line.split_inclusive(' ') {
        if used > 0 && used + width(word.trim_end()) > columns {
            lines.push(std::mem::take(&mut current).trim_end().to_owned());
            used = 0;
        }
        // A plain word that fits needs no looking at its letters.
        if is_plain(word) && used + word.trim_end().len() <= columns {
            current.push_str(word);
            used += word.len();
            continue;
        }
        for grapheme in word.graphemes(true) {
            let next = width(grapheme);
            if used + next > columns && grapheme != " " {
                lines.push(std::mem::take(&mut current).trim_end().to_owned());
                used = 0;
            }
            current.push_str(grapheme);
            used += next;
        }
    }
    lines.push(current.trim_end().to_owned());
    lines
}
