//! How a title counts itself: "Day 3: Views", "Tag 3", "3. Views", "第3天", "R1D3". Any word may stand before the number.
//!
//! Deliberately absent: numbers in other digits than 0 to 9, and numbers in words.

use super::id::WeekNo;

/// What days and weeks are called in some languages, where it tells how a list is built.
const DAYS: [&str; 12] = ["day", "d", "tag", "jour", "día", "dia", "giorno", "dag", "день", "天", "日目", "일차"];
const WEEKS: [&str; 10] = ["week", "woche", "semaine", "semana", "settimana", "vecka", "неделя", "周", "週目", "주차"];

/// What sets a title off from its number.
const APART: [char; 10] = [':', '：', '.', '-', '–', '—', ')', '|', ',', '、'];

/// What counts a title (with 0 where that is no one number), and what the title says without it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Label<'t> {
    word: &'t str,
    number: usize,
    rest: &'t str,
    /// Whether what is said is set off by a mark, or nothing is said.
    is_apart: bool,
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
    let mut next = after.trim_start().chars();
    let is_apart = match (next.next(), next.next()) {
        (None, _) => true,
        // A mark right before a letter belongs to a name, such as "D3.js" or "1-minute".
        (Some(mark), next) => APART.contains(&mark) && (!mark.is_ascii() || !next.is_some_and(char::is_alphabetic)),
    };
    if !is_apart && !after.starts_with(char::is_whitespace) && !after.starts_with(':') {
        return None;
    }
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

impl Label<'_> {
    fn is_of(&self, words: &[&str]) -> bool {
        words.contains(&self.word.to_lowercase().as_str())
    }

    fn is_known(&self) -> bool {
        self.is_of(&DAYS) || self.is_of(&WEEKS)
    }
}

pub(super) fn is_day(title: &str) -> bool {
    label(title).is_some_and(|label| label.is_of(&DAYS))
}

pub(super) fn is_week(title: &str) -> bool {
    label(title).is_some_and(|label| label.is_of(&WEEKS))
}

/// Tells whether a title says no more than which week it is, such as "Woche 1".
pub(super) fn is_week_no(title: &str, no: WeekNo) -> bool {
    label(title)
        .is_some_and(|label| label.is_of(&WEEKS) && label.number == usize::from(no.get()) && label.rest.is_empty())
}

/// Tells whether a paragraph above a list is the heading of a day or a week.
pub(super) fn is_heading(paragraph: &str) -> bool {
    label(paragraph).is_some_and(|label| label.is_apart && label.is_known())
}

/// Returns titles without what counts them, where that is how the plan counts them itself: "Run 1 km" counts nothing.
pub(super) fn unlabelled<'t>(titles: &[&'t str]) -> Vec<&'t str> {
    let counts = |n, label: Label| label.number == n && (label.is_apart || label.is_known());
    let is_counted = (1..).zip(titles).all(|(n, title)| label(title).is_some_and(|label| counts(n, label)));
    let rest = |title| label(title).map(|label| label.rest).filter(|rest| is_counted && !rest.is_empty());
    titles.iter().map(|title| rest(title).unwrap_or(title)).collect()
}
