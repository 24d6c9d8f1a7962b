//! Finding days and everything written by words, with accents folded, best first: whole words, then the starts of
//! words, then what lies within them.

use super::letters::bare;
use super::screen::rows::{self, Item};
use crate::journal::Answer;
use crate::plan::{DayNo, WeekNo};
use crate::study::Study;
use std::ops::Range;

const MOST: usize = 200;

/// Says what was found, in the order of what fits equally well.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Day,
    Row(usize, &'static str),
    Note,
    Reason,
    Link(WeekNo),
    Review(WeekNo),
    Tag,
}

impl Kind {
    pub fn label(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Row(_, label) => label,
            Self::Note => "note",
            Self::Reason => "skip",
            Self::Link(_) => "link",
            Self::Tag => "tag",
            Self::Review(_) => "review",
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    pub day: DayNo,
    pub kind: Kind,
    pub text: String,
    pub found: Range<usize>,
}

/// Says how well the words of a query stand in a text, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Words,
    Starts,
    Within,
}

/// Returns what fits a query, best first, then in the order of the plan; nothing for a blank one.
pub fn find(study: &Study, query: &str) -> Vec<Hit> {
    let words = words(query);
    if words.is_empty() {
        return Vec::new();
    }
    let by_number = query.trim().parse().ok().and_then(|number| study.plan().day_no(number));
    let hit = |day, kind, text: &str, found| Hit { day, kind, text: text.to_owned(), found };
    let by_number = by_number.map(|no| hit(no, Kind::Day, study.plan().day(no).title, 0..0));
    let mut found: Vec<(Fit, Kind, Hit)> = Vec::new();
    everything(study, |day, kind, text| {
        if let Some((fit, at)) = fit(text, &words) {
            found.push((fit, kind, hit(day, kind, text, at)));
        }
    });
    let order = |kind: Kind| if let Kind::Row(_, label) = kind { Kind::Row(0, label) } else { kind };
    found.sort_by_key(|(fit, kind, _)| (*fit, order(*kind)));
    by_number.into_iter().chain(found.into_iter().map(|(.., hit)| hit)).take(MOST).collect()
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

fn everything(study: &Study, mut take: impl FnMut(DayNo, Kind, &str)) {
    for day in study.plan().days() {
        let no = day.no();
        take(no, Kind::Day, day.title);
        if !day.tags.is_empty() {
            take(no, Kind::Tag, &day.tags.join(" "));
        }
        for (place, item) in rows::items(study, day).iter().enumerate() {
            match item {
                Item::Task(task) => take(no, Kind::Row(place, "task"), task.text),
                Item::Own(task) => take(no, Kind::Row(place, "own"), &task.text),
                Item::Check(_, check) => take(no, Kind::Row(place, "check"), check.text),
                Item::Resource(resource) => take(no, Kind::Row(place, "read"), resource.title),
                Item::Link(_) | Item::AddLink => {}
            }
        }
        for line in study.note(no).lines().map(str::trim).filter(|line| !line.is_empty()) {
            take(no, Kind::Note, line);
        }
        if let Some((why, _)) = study.day(no).skipped.as_ref().filter(|(why, _)| !why.trim().is_empty()) {
            take(no, Kind::Reason, why.trim());
        }
    }
    for week in study.plan().weeks() {
        study.links(week).iter().for_each(|link| take(week.last(), Kind::Link(week.no()), &link.url));
        let answers = study.answers(week);
        let lines = Answer::ALL.iter().flat_map(|answer| answers.get(*answer).lines()).map(str::trim);
        lines.filter(|line| !line.is_empty()).for_each(|line| take(week.last(), Kind::Review(week.no()), line));
    }
}
