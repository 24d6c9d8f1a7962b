//! The rule that makes an id of a text. It never changes: an id that comes out otherwise is lost progress.
//!
//! Deliberately absent: uniqueness, which the reader looks after.

use unicode_width::UnicodeWidthChar;

/// The number of words that go into a slug.
const WORDS: usize = 8;

/// Returns the lower-cased letters and digits (of any script) of the text's first eight words, joined by `-`; empty
/// if there are none. Anything else ends a word, but for marks that take no column: they are part of their letter.
pub(crate) fn slug(text: &str) -> String {
    let is_mark = |c: char| !c.is_ascii() && c.width() == Some(0);
    let ends_word = |c: char| !c.is_alphanumeric() && !is_mark(c);
    let words = text.split(ends_word).map(|word| {
        word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    });
    let words: Vec<String> = words.filter(|word: &String| !word.is_empty()).take(WORDS).collect();
    words.join("-")
}
