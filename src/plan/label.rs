//! How a title counts itself: "Day 3: Views", "Tag 3", "3. Views", "第3天", "R1D3". Any word may stand before the number.
//!
//! Deliberately absent: numbers in other digits than 0 to 9, and numbers in words.

/// What days and weeks are called in some languages, where it tells how a list is built.
const DAYS: [&str; 12] = ["day", "d", "tag", "jour", "día", "dia", "giorno", "dag", "день", "天", "日目", "일차"];
const WEEKS: [&str; 10] = ["week", "woche", "semaine", "semana", "settimana", "vecka", "неделя", "周", "週目", "주차"];

/// What sets a title off from its number.
const APART: [char; 10] = [':', '：', '.', '-', '–', '—', ')', '|', ',', '、'];

/// What counts a title (with 0 where that is no one number), and what the title says without it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Label<'t> {
    word: &'t str,
    pub(super) number: usize,
    pub(super) rest: &'t str,
    /// Whether what is said is set off by a mark, or nothing is said.
    pub(super) is_apart: bool,
}

pub(super) fn label(title: &str) -> Option<Label<'_>> {
    // Such as a picture of a calendar.
    let title = title.trim_start_matches(|c: char| !c.is_alphanumeric());
    let (mut before, mut number, mut rest) = counted(title)?;
    // The day of a round: "R1D3".
    if !before.is_empty() && rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
        (before, number, rest) = counted(rest)?;
    }
    if rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    // As in "第3天": there the word is behind the number.
    let after = rest.trim_start_matches(char::is_alphabetic);
    let behind = rest.strip_suffix(after)?;
    let word = if behind.is_empty() { before } else { behind };
    let is_apart = after.is_empty() || after.trim_start().starts_with(APART);
    let rest = after.trim_start().trim_start_matches(|c| c == ' ' || APART.contains(&c));
    // A number alone is set off, unlike that of "100 days".
    if word.is_empty() && !after.starts_with(['.', ')', ':', '-']) {
        return None;
    }
    // "Day 1-2", "1.2" and a date are no one number.
    let is_one = after.starts_with(": ") || !rest.starts_with(|c: char| c.is_ascii_digit());
    Some(Label { word, number: if is_one { number } else { 0 }, rest, is_apart })
}

/// Takes a text apart into the word at its begin, the number behind that, and the rest.
fn counted(text: &str) -> Option<(&str, usize, &str)> {
    let (word, text) = text.split_at_checked(text.find(|c: char| c.is_ascii_digit())?)?;
    let word = word.trim_end_matches([' ', '-', '_', '#', '.']);
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = text.strip_suffix(rest)?.parse().ok()?;
    (!word.contains(char::is_whitespace)).then_some((word, number, rest))
}

pub(super) fn is_day(title: &str) -> bool {
    label(title).is_some_and(|label| DAYS.contains(&label.word.to_lowercase().as_str()))
}

pub(super) fn is_week(title: &str) -> bool {
    label(title).is_some_and(|label| WEEKS.contains(&label.word.to_lowercase().as_str()))
}

/// Returns titles without what counts them, where that is how the plan counts them itself.
pub(super) fn unlabelled<'t>(titles: &[&'t str]) -> Vec<&'t str> {
    let is_counted = (1..).zip(titles).all(|(n, title)| label(title).is_some_and(|label| label.number == n));
    let rest = |title| label(title).map(|label| label.rest).filter(|rest| is_counted && !rest.is_empty());
    titles.iter().map(|title| rest(title).unwrap_or(title)).collect()
}
