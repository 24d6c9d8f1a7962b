//! Finding days and everything written by words, with accents folded, best first: whole words (in a title, their starts
//! as well), then the starts of words, then what lies within them.

use super::letters::bare;
use super::screen::To;
use super::screen::rows::{self, Item};
use crate::journal::Answer;
use crate::plan::DayNo;
use crate::study::Study;
use std::ops::Range;

const MOST: usize = 200;

/// What can be found, in the order of what fits equally well.
const KINDS: [&str; 10] = ["day", "check", "own", "read", "task", "note", "skip", "link", "review", "tag"];

/// What was found, behind what leads to it, and where that is.
#[derive(Clone, Debug)]
pub struct Found {
    /// The heading of the group that it is in, if there are any.
    pub group: &'static str,
    pub lead: String,
    pub text: String,
    pub words: Range<usize>,
    pub to: To,
}

/// Says how well the words of a query stand in a text, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Words,
    Starts,
    Within,
}

/// Returns what fits a query, best first, then in the order of the plan; nothing for a blank one.
pub fn find(study: &Study, query: &str) -> Vec<Found> {
    let words = words(query);
    if words.is_empty() {
        return Vec::new();
    }
    let one = |day: DayNo, kind: &str, to, text: &str, words| {
        let lead = format!("{:>3} {kind:<6} ", day.get());
        Found { group: "", lead, text: text.to_owned(), words, to }
    };
    let by_number = query.trim().parse().ok().and_then(|number| study.plan().day_no(number));
    let by_number = by_number.map(|no| one(no, "day", To::Day(no, None), study.plan().day(no).title, 0..0));
    let mut found: Vec<((Fit, Option<usize>), Found)> = Vec::new();
    everything(study, |day, kind, to, text| {
        if let Some((fit, at)) = fit(text, &words) {
            let place = KINDS.iter().position(|known| *known == kind);
            // What begins a word of a title is looked for more often than the same word in a long sentence.
            let fit = if kind == "day" && fit == Fit::Starts { Fit::Words } else { fit };
            found.push(((fit, place), one(day, kind, to, text, at)));
        }
    });
    found.sort_by_key(|(order, _)| *order);
    by_number.into_iter().chain(found.into_iter().map(|(_, found)| found)).take(MOST).collect()
}

pub fn has_words(text: &str, query: &str) -> bool {
    fit(text, &words(query)).is_some()
}

fn words(query: &str) -> Vec<Vec<char>> {
    let letters: String = letters(query).into_iter().map(|(_, c)| c).collect();
    letters.split_whitespace().map(|word| word.chars().collect()).collect()
}

/// Returns a text's letters as a search compares them, in small ones, each with the place of what it is of.
fn letters(text: &str) -> Vec<(usize, char)> {
    let mut letters = Vec::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        if c.is_ascii() {
            letters.push((at, c.to_ascii_lowercase()));
            continue;
        }
        bare(c, |part| letters.extend(part.to_lowercase().map(|c| (at, c))));
    }
    letters
}

/// Returns how all the words of a query stand in a text, the worst of them, and where the first is.
fn fit(text: &str, words: &[Vec<char>]) -> Option<(Fit, Range<usize>)> {
    let letters = letters(text);
    let in_word = |place: Option<usize>| place.and_then(|at| letters.get(at)).is_some_and(|(_, c)| c.is_alphanumeric());
    let (mut worst, mut first) = (Fit::Words, None);
    for word in words {
        let places = letters.windows(word.len()).enumerate();
        let places = places.filter(|(_, part)| part.iter().map(|(_, c)| c).eq(word));
        let fits = places.map(|(at, part)| {
            let fit = match (in_word(at.checked_sub(1)), in_word(Some(at + word.len()))) {
                (true, _) => Fit::Within,
                (false, true) => Fit::Starts,
                (false, false) => Fit::Words,
            };
            (fit, part)
        });
        let (fit, part) = fits.min_by_key(|(fit, _)| *fit)?;
        worst = worst.max(fit);
        first = first.or_else(|| {
            let ((start, _), (last, _)) = (part.first()?, part.last()?);
            let end = letters.iter().map(|(at, _)| *at).find(|at| at > last).unwrap_or(text.len());
            Some(*start..end)
        });
    }
    Some((worst, first.unwrap_or_default()))
}

fn everything(study: &Study, mut take: impl FnMut(DayNo, &str, To, &str)) {
    for day in study.plan().days() {
        let no = day.no();
        take(no, "day", To::Day(no, None), day.title);
        if !day.tags.is_empty() {
            take(no, "tag", To::Day(no, None), &day.tags.join(" "));
        }
        for (place, item) in rows::items(study, day).iter().enumerate() {
            let to = To::Day(no, Some(place));
            match item {
                Item::Task(task) => take(no, "task", to, task.text),
                Item::Own(task) => take(no, "own", to, &task.text),
                Item::Check(_, check) => take(no, "check", to, check.text),
                Item::Resource(resource) => take(no, "read", to, resource.title),
                Item::Link(_) | Item::AddLink => {}
            }
        }
        let why = study.day(no).skipped.as_ref().map_or("", |(why, _)| why);
        for (kind, text) in [("note", study.note(no).as_str()), ("skip", why)] {
            lines(text).for_each(|line| take(no, kind, To::Day(no, None), line));
        }
    }
    for week in study.plan().weeks() {
        study.links(week).iter().for_each(|link| take(week.last(), "link", To::Milestone(week.no()), &link.url));
        let answers = study.answers(week);
        let answers = Answer::ALL.iter().flat_map(|answer| lines(answers.get(*answer)));
        answers.for_each(|line| take(week.last(), "review", To::Questions(week.no()), line));
    }
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}
