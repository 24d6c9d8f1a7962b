//! What a letter is beneath accents, ligatures and widths, for whoever looks for it and for terminals that have few.

use crate::text::is_hint;
use unicode_normalization::char::{canonical_combining_class, decompose_compatible};

/// Letters that are not made of another and a mark, each with what is typed for it.
#[rustfmt::skip]
const ALIKE: [(char, &str); 14] = [
    ('ß', "ss"), ('ẞ', "SS"), ('æ', "ae"), ('Æ', "AE"), ('œ', "oe"), ('Œ', "OE"), ('ς', "σ"),
    ('ı', "i"), ('ø', "o"), ('Ø', "O"), ('ł', "l"), ('Ł', "L"), ('đ', "d"), ('Đ', "D"),
];

/// Takes what a character is made of, which a text may have put together or not, without accents and hints.
pub fn bare(c: char, mut take: impl FnMut(char)) {
    decompose_compatible(c, |part| match ALIKE.iter().find(|(letter, _)| *letter == part) {
        Some((_, typed)) => typed.chars().for_each(&mut take),
        None if canonical_combining_class(part) != 0 || is_hint(part) => {}
        None => take(part),
    });
}
