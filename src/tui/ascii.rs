//! Plain characters: what stands for a cell's character on a terminal that has ASCII alone.
//!
//! Deliberately absent: more than one column for one (an ellipsis is one sign), so that nothing moves.

use nucleo_matcher::chars::normalize;

/// Returns the ASCII character that stands for a cell's symbol, whose first character decides: a letter without its
/// accent, a quote, dash, arrow or line as ASCII has it, and `?` for what has no likeness.
pub fn ascii(symbol: &str) -> char {
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
        other => letter(other).unwrap_or('?'),
    }
}

/// Returns a letter without its accent. The table of accents has most of them in lower case only.
fn letter(c: char) -> Option<char> {
    let printable = |c: &char| matches!(c, ' '..='~');
    let small = c.to_lowercase().next().map(normalize).filter(printable);
    Some(normalize(c)).filter(printable).or(small.map(|small| small.to_ascii_uppercase()))
}

#[cfg(test)]
mod tests {
    use super::ascii;

    #[test]
    fn every_character_has_a_printable_ascii_one() {
        for c in '\0'..=char::MAX {
            let plain = ascii(&c.to_string());
            assert!(matches!(plain, ' '..='~'), "{c:?} became {plain:?}");
        }
        assert_eq!(ascii(""), ' ');
    }

    #[test]
    fn letters_lose_their_accents() {
        let plain: String = "Čapek naïve Łódź Ünïcödé ñ".chars().map(|c| ascii(&c.to_string())).collect();
        assert_eq!(plain, "Capek naive Lodz Unicode n");
        assert_eq!(ascii("e\u{301}"), 'e');
    }
}
