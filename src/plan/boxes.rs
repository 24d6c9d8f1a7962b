//! A list as people write it, made what Markdown takes for the same: any box, and a new day right below another's list.

use super::label;

/// What stands for a box in place of `[ ]`, not done and done.
const OPEN: [&str; 11] = ["[ ]", "[]", "[-]", "[/]", "[~]", "[>]", "☐", "⬜", "◻", "□", "🔲"];
const DONE: [&str; 8] = ["[x]", "[X]", "✅", "☑", "✔", "✓", "☒", "🗹"];

pub(super) fn as_markdown(text: &str) -> String {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    let mut out = String::with_capacity(text.len());
    let mut is_in_list = false;
    for line in text.split_inclusive('\n') {
        let (margin, bullet, rest) = parts(line);
        let (ticked, words) = unboxed(rest);
        // Else it would be a part of the item above.
        if is_in_list && margin.is_empty() && bullet.is_empty() && ticked.is_none() && is_new(line) {
            out.push('\n');
        }
        match ticked {
            Some(is_ticked) => {
                let bullet = if bullet.is_empty() { "- " } else { bullet };
                out.extend([margin, bullet, if is_ticked { "[x] " } else { "[ ] " }, words]);
            }
            None => out.push_str(line),
        }
        let is_item = !bullet.is_empty() || ticked.is_some() || rest.starts_with('|');
        is_in_list = is_item || (is_in_list && !rest.trim().is_empty());
    }
    out
}

/// Parts a line into what stands before it, its bullet or number, and its words.
fn parts(line: &str) -> (&str, &str, &str) {
    let behind = |text: &str, rest: &str| text.len() - rest.len();
    let text = line.trim_start_matches([' ', '\t', '>']);
    let (margin, _) = line.split_at_checked(behind(line, text)).unwrap_or_default();
    let digits = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let marks: &[char] = if digits.len() == text.len() { &['-', '*', '+'] } else { &['.', ')'] };
    let rest = digits.strip_prefix(marks).filter(|rest| rest.starts_with([' ', '\t']));
    let rest = rest.map_or(text, |rest| rest.trim_start_matches([' ', '\t']));
    let (bullet, rest) = text.split_at_checked(behind(text, rest)).unwrap_or_default();
    (margin, bullet, rest)
}

/// Takes the boxes off, of which the first counts; a link may look like one.
pub(super) fn unboxed(mut text: &str) -> (Option<bool>, &str) {
    let mut ticked = None;
    let boxes = || OPEN.iter().map(|open| (open, false)).chain(DONE.iter().map(|done| (done, true)));
    while let Some((rest, is_ticked)) = boxes().find_map(|(mark, is_ticked)| {
        let rest = text.strip_prefix(mark)?.trim_start_matches(['\u{fe0e}', '\u{fe0f}']);
        (!mark.starts_with('[') || !rest.starts_with(['(', '[', ':'])).then_some((rest, is_ticked))
    }) {
        ticked.get_or_insert(is_ticked);
        text = rest.trim_start_matches([' ', '\t']);
    }
    (ticked, text)
}

/// Tells whether a line below a list begins something new: a day, or strong words alone.
fn is_new(line: &str) -> bool {
    let is_strong = ["**", "__"].iter().any(|mark| line.starts_with(mark));
    let words = line.trim_end().trim_end_matches(':');
    let is_all_strong = is_strong && words.len() > 4 && (words.ends_with("**") || words.ends_with("__"));
    is_all_strong || !line.starts_with('|') && label::day(line.trim()).is_some_and(|label| label.is_apart || is_strong)
}
