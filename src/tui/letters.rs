//! What a letter is beneath accents, ligatures and widths, for whoever looks for it and for terminals that have few.

use crate::text::is_hint;
use unicode_normalization::char::{canonical_combining_class, decompose_compatible};

/// Takes what a character is made of, which a text may have put together or not, without accents and hints.
pub fn bare(c: char, mut take: impl FnMut(char)) {
    decompose_compatible(c, |part| {
        let same: &[char] = match part {
            'ß' => &['s', 's'],
            'ẞ' => &['S', 'S'],
            'æ' => &['a', 'e'],
            'Æ' => &['A', 'E'],
            'œ' => &['o', 'e'],
            'Œ' => &['O', 'E'],
            'ς' => &['σ'],
            'ı' => &['i'],
            'ø' => &['o'],
            'Ø' => &['O'],
            'ł' => &['l'],
            'Ł' => &['L'],
            'đ' => &['d'],
            'Đ' => &['D'],
            _ if canonical_combining_class(part) != 0 || is_hint(part) => &[],
            _ => &[part],
        };
        same.iter().copied().for_each(&mut take);
    });
}
