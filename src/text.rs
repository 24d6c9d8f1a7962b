//! What may reach a terminal, and how wide it is there. Everything read from a file, a paste, an argument or the
//! environment is untrusted: it passes through [`visible`] before anybody sees it.

use std::borrow::Cow;

/// The number of combining marks kept on one character; more are dropped (CVE-2021-27135 was such a pile).
const MARKS: usize = 8;

/// Tells whether a character could act on a terminal or hide what it shows: controls, line and paragraph separators,
/// bidi overrides and isolates, invisible operators, tags and the byte order mark. Joiners and variation selectors are
/// not: scripts and emoji need them; nor is what [`is_hint`] has.
pub const fn is_unsafe(c: char) -> bool {
    matches!(c,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{180e}' | '\u{2028}'..='\u{202e}' | '\u{2061}'..='\u{206f}'
        | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// Tells whether a character is a hint for whoever sets the text: which way it runs, or where a line may break. Words
/// keep them; names and addresses, which are to be what they look like, have none.
pub const fn is_hint(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{2060}')
}

/// Returns the text as one safe line: a control becomes its visible picture (`␊`, `␛`), another unsafe character `�`,
/// and a pile of combining marks is cut to eight.
pub fn visible(text: &str) -> Cow<'_, str> {
    cleaned(text, |_| false)
}

pub(crate) fn visible_lines(text: &str) -> Cow<'_, str> {
    cleaned(text, |c| c == '\n')
}

/// Returns printed output safe for a terminal with its line breaks and tabs kept.
pub fn printable(text: &str) -> Cow<'_, str> {
    cleaned(text, |c| matches!(c, '\n' | '\t'))
}

/// Returns printed output safe for a terminal with its line breaks, CR LF among them, and tabs kept.
pub fn printed(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        // A calendar's lines and a table's end in CR LF, which only begins a new line.
        match line.strip_suffix("\r\n") {
            Some(line) => safe.extend([&*printable(line), "\r\n"]),
            None => safe.push_str(&printable(line)),
        }
    }
    safe
}

/// Returns pasted or piped text as a note keeps it: any end of a line as a newline, without escape sequences and what
/// acts on a terminal. Overrides of direction stay, for words may need them: whoever shows them sees to it.
pub fn pasted(text: &str) -> String {
    let lines = without_sequences(text).replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    let is_kept =
        |c: &char| matches!(c, '\n' | '\t' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}') || !is_unsafe(*c);
    lines.chars().filter(is_kept).collect()
}

fn without_sequences(text: &str) -> Cow<'_, str> {
    if !text.contains(['\u{1b}', '\u{90}', '\u{98}', '\u{9b}', '\u{9d}', '\u{9e}', '\u{9f}']) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        match past_sequence(c, rest.as_str()) {
            Some(after) => rest = after.chars(),
            None => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// Returns what follows the sequence that a character begins; none where it begins none, or one that does not end.
fn past_sequence(first: char, after: &str) -> Option<&str> {
    let (kind, body) = match first {
        '\u{1b}' => {
            let mut rest = after.chars();
            (rest.next()?, rest.as_str())
        }
        // Each stands for ESC and the character that is 64 before it, such as `[`.
        '\u{90}' | '\u{98}' | '\u{9b}' | '\u{9d}'..='\u{9f}' => (char::from_u32(u32::from(first) - 64)?, after),
        _ => return None,
    };
    match kind {
        // CSI: parameters, intermediates, a final.
        '[' => {
            let body = body.trim_start_matches(|c| matches!(c, '\u{30}'..='\u{3f}'));
            let body = body.trim_start_matches(|c| matches!(c, '\u{20}'..='\u{2f}'));
            body.strip_prefix(|c| matches!(c, '\u{40}'..='\u{7e}'))
        }
        // OSC, DCS, SOS, PM, APC: anything up to ST, or BEL.
        ']' | 'P' | 'X' | '^' | '_' => {
            let end = body.find(['\u{7}', '\u{1b}', '\u{9c}'])?;
            let end = body.get(end..)?;
            ["\u{7}", "\u{1b}\\", "\u{9c}"].iter().find_map(|mark| end.strip_prefix(mark))
        }
        // A character set, as `ESC ( B`.
        '\u{20}'..='\u{2f}' => body
            .trim_start_matches(|c| matches!(c, '\u{20}'..='\u{2f}'))
            .strip_prefix(|c| matches!(c, '\u{30}'..='\u{7e}')),
        _ => None,
    }
}

fn is_plain(text: &str) -> bool {
    // Without a way out in the middle, so that the compiler looks at many bytes at a step.
    text.bytes().fold(0, |found, b| found | u8::from(!(0x20..0x7f).contains(&b))) == 0
}

fn cleaned(text: &str, keep: fn(char) -> bool) -> Cow<'_, str> {
    if is_plain(text) || text.chars().all(|c| keep(c) || (!is_unsafe(c) && !is_mark(c))) {
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

fn is_mark(c: char) -> bool {
    !c.is_ascii() && unicode_width::UnicodeWidthChar::width(c) == Some(0)
}

/// Tells whether every terminal gives a character the same columns. Of scripts whose letters go together, of marks and
/// of emoji, one draws a cluster in one cell and the next one in two.
pub fn has_certain_columns(c: char) -> bool {
    matches!(c,
        '\0'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{370}'..='\u{482}' | '\u{48a}'..='\u{588}' | '\u{1e00}'..='\u{1fff}'
        | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{2070}'..='\u{20cf}' | '\u{2100}'..='\u{2cee}'
        | '\u{3000}'..='\u{3029}' | '\u{3030}'..='\u{3098}' | '\u{309b}'..='\u{a66e}' | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{fa6d}' | '\u{ff01}'..='\u{ff9d}' | '\u{20000}'..='\u{3ffff}')
}

/// Returns the columns that a text takes on a terminal.
pub fn width(text: &str) -> usize {
    // Most text is plain, and is measured many times a frame.
    if is_plain(text) {
        return text.len();
    }
    unicode_width::UnicodeWidthStr::width(text)
}

/// Returns a text's beginning with a capital letter.
pub fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// Returns the text cut to at most `columns`, ending in `…` where it was cut.
pub fn shortened(text: &str, columns: usize) -> Cow<'_, str> {
    use unicode_segmentation::UnicodeSegmentation;
    if width(text) <= columns {
        return Cow::Borrowed(text);
    }
    let mut used = 0;
    let fits = |grapheme: &&str| {
        used += width(grapheme);
        used < columns
    };
    let mut out: String = text.graphemes(true).take_while(fits).collect();
    if columns > 0 {
        out.truncate(out.trim_end().len());
        out.push('…');
    }
    Cow::Owned(out)
}

/// What does not begin a line, and what does not end one, where a text without spaces is broken.
const CLOSING: &str = "、。，．・：；？！）」』】〉》］｝”’…ー々";
const OPENING: &str = "（「『【〈《［｛“‘";

/// Returns the text as lines of at most `columns`, broken between words, else at a joint or between wide characters.
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
        // Where the word can be broken on the line that it is on.
        let mut joint = None;
        let mut before = "";
        for grapheme in word.graphemes(true) {
            let next = width(grapheme);
            let is_wide = (next > 1 || width(before) > 1) && used > 0;
            if is_wide && !CLOSING.contains(grapheme) && !OPENING.contains(before) {
                joint = Some(current.len());
            }
            // Twice at most: what follows the joint may leave no room for a wide character.
            while used + next > columns && used > 0 && grapheme != " " {
                let rest = joint.take().map_or_else(String::new, |joint| current.split_off(joint));
                lines.push(std::mem::replace(&mut current, rest).trim_end().to_owned());
                used = width(&current);
            }
            current.push_str(grapheme);
            used += next;
            if matches!(grapheme, "." | "/" | "-" | "_") && used >= columns / 4 {
                joint = Some(current.len());
            }
            before = grapheme;
        }
    }
    lines.push(current.trim_end().to_owned());
    lines
}

/// Returns a text's words on lines of at most so many columns. What is to be copied, such as an address or a command,
/// is never broken.
pub(crate) fn lines(text: &str, columns: usize) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut in_command = false;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let begins = word == "ninety" && pieces.last().is_some_and(|before| before == "with:") || word == "`ninety";
        match pieces.last_mut() {
            Some(before) if in_command => before.extend([" ", word]),
            _ if width(word) <= columns || is_to_copy(word) => pieces.push(word.to_owned()),
            _ => pieces.extend(wrapped(word, columns)),
        }
        in_command = (in_command || begins) && (word == "`ninety" || !word.contains('`'));
    }
    let mut lines = vec![String::new()];
    for piece in pieces {
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(&piece),
            Some(line) if width(line) + 1 + width(&piece) <= columns => line.extend([" ", &piece]),
            _ => lines.push(piece),
        }
    }
    lines
}

fn is_to_copy(word: &str) -> bool {
    let word = word.trim_start_matches(['"', '\'', '`', '(', '<', '“']);
    word.contains("://") || ["/", "~/", "./", "../"].iter().any(|begin| word.starts_with(begin))
}

/// Returns a text whose commands act on what this one acted on: they carry the options that name the plan and the data.
pub(crate) fn carrying<'a>(given: &str, text: &'a str) -> Cow<'a, str> {
    if given.is_empty() {
        return Cow::Borrowed(text);
    }
    let (quoted, last) = (format!("`ninety{given} "), format!("with: ninety{given}"));
    Cow::Owned(text.replace("`ninety ", &quoted).replace("with: ninety", &last))
}

/// Returns printed text with each line that is wider than `columns` broken between words, as far in as it began.
pub(crate) fn fitted(text: &str, columns: Option<usize>) -> Cow<'_, str> {
    let Some(columns) = columns.filter(|columns| text.lines().any(|line| width(line) > *columns)) else {
        return Cow::Borrowed(text);
    };
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        let words = line.trim_start_matches(' ');
        let indent = " ".repeat((line.len() - words.len()).min(columns / 2));
        if width(line) <= columns {
            out.extend([line, "\n"]);
            continue;
        }
        for line in lines(words, columns - indent.len()) {
            out.extend([&indent, &line, "\n"]);
        }
    }
    Cow::Owned(out)
}

/// Returns a count with its noun.
pub fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// Tells whether a text is an address of the web: `http://` or `https://`, a host, and no space.
pub fn is_web_address(text: &str) -> bool {
    let rest = ["http://", "https://"].iter().find_map(|scheme| {
        let start = text.get(..scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then(|| text.get(scheme.len()..)).flatten()
    });
    rest.is_some_and(|rest| {
        rest.starts_with(|c: char| c.is_alphanumeric() || c == '[')
            && !rest.contains(|c: char| c.is_whitespace() || is_unsafe(c) || is_hint(c))
    })
}

/// Tells whether Windows takes a file's name, without its ending, for a device.
pub(crate) fn is_device(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let numbered = name.strip_prefix("com").or_else(|| name.strip_prefix("lpt"));
    let is_number = |n: &str| n.chars().count() == 1 && n.chars().all(|c| c.is_ascii_digit() || "¹²³".contains(c));
    matches!(name.as_str(), "con" | "prn" | "aux" | "nul" | "conin$" | "conout$") || numbered.is_some_and(is_number)
}
