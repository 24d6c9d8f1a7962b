//! Names: the slug that makes an id of a text, what can be an id at all, and the known name nearest to a typed one.

use crate::text::{is_hint, is_unsafe};
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_width::UnicodeWidthChar;

const WORDS: usize = 8;
const LONGEST: usize = 64;

/// Returns the lower-cased letters and digits (of any script) of the text's first eight words with their marks, joined
/// by `-`; empty if there are none. The rule never changes: an id that comes out otherwise is lost progress.
pub(crate) fn slug(text: &str) -> String {
    slug_of(text, WORDS)
}

pub(crate) fn slug_of(text: &str, most: usize) -> String {
    words_with_marks(&composed(text)).take(most).collect::<Vec<_>>().join("-")
}

fn words_with_marks(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !c.is_alphanumeric() && !is_mark(c));
    // A vowel sign or a tone is what tells two words apart; a mark with no letter before it is nobody's.
    let words = words.map(|word| word.trim_start_matches(is_mark));
    let kept = |c: &char| c.is_alphanumeric() || (is_combining_mark(*c) && is_seen(*c));
    let words = words.map(move |word| word.chars().filter(kept).flat_map(char::to_lowercase).collect::<String>());
    words.filter(|word| !word.is_empty())
}

/// Returns a text with each letter and its marks as one: some systems take them apart, above all in names of files.
pub(crate) fn composed(text: &str) -> Cow<'_, str> {
    if text.is_ascii() { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
}

/// Tells whether a character goes with the letter before it and takes no column.
pub(super) fn is_mark(c: char) -> bool {
    !c.is_ascii() && c.width() == Some(0)
}

/// Returns the words of a file's name joined by `-`; none where more would be lost: `C` and `C++` are two plans.
pub(super) fn stem_slug(stem: &str) -> Option<String> {
    let parts = |c: char| c.is_whitespace() || matches!(c, '.' | ',' | '(' | ')' | '[' | ']' | '\'' | '’' | '-' | '_');
    let is_picture = |c| matches!(c, '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}');
    let is_lost = |c: char| is_picture(c) || (c.is_ascii_graphic() && !c.is_alphanumeric() && !parts(c));
    (!stem.contains(is_lost)).then(|| slug_of(stem, usize::MAX))
}

/// Tells whether a text can be an id: one word that can be typed as it is seen, and is no option, range or quote.
pub(super) fn is_id(text: &str) -> bool {
    text.starts_with(char::is_alphanumeric)
        && !text.contains(|c: char| c.is_whitespace() || !is_seen(c))
        && !text.contains(['/', ',', ':', '"', '\'', '`', '‘', '’', '“', '”', '„', '«', '»'])
}

/// Tells whether a character shows itself: some letters, marks and joiners do not, though words and emoji have them.
pub(crate) const fn is_seen(c: char) -> bool {
    !is_unsafe(c)
        && !is_hint(c)
        && !matches!(c,
            '\u{34f}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{200c}'
            ..='\u{200d}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{ffa0}')
}

/// Returns what belongs to the name nearest to `typed`, if one is near: the same but for case, a third of the letters
/// slipped (left out, added, changed, or two swapped), or a beginning; of equals, the first.
pub(crate) fn nearest<'a, T>(typed: &str, names: impl IntoIterator<Item = (&'a str, T)>) -> Option<T> {
    let typed = typed.trim().to_lowercase();
    let length = typed.chars().take(LONGEST + 1).count();
    if !(1..=LONGEST).contains(&length) {
        return None;
    }
    let slips = |name: &str| {
        let name = name.to_lowercase();
        if length > 2 && name.starts_with(&typed) {
            return Some(1);
        }
        let count = name.chars().count();
        let most = length.max(count) / 3;
        // The difference in length is the least that it can be, and much cheaper.
        (length.abs_diff(count) <= most).then(|| strsim::osa_distance(&typed, &name)).filter(|slips| *slips <= most)
    };
    let near = names.into_iter().filter_map(|(name, what)| Some((slips(name)?, what)));
    near.min_by_key(|(slips, _)| *slips).map(|(_, what)| what)
}
