//! Finding days, tasks, resources, notes, links, reviews and reasons by words, with accents folded, best first: whole
//! words, then the starts of words, then what lies within them. Letters scattered over a text are no find.

use super::screen::rows::{self, Item};
use crate::journal::Answer;
use crate::plan::{DayNo, WeekNo};
use crate::study::Study;
use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use std::borrow::Cow;
use std::ops::Range;

/// The most that is found at a time.
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
    if query.trim().is_empty() {
        return Vec::new();
    }
    let by_number = query.trim().parse().ok().and_then(|number| study.plan().day_no(number));
    let by_number = by_number.map(|no| hit(no, Kind::Day, study.plan().day(no).title, 0..0));
    let mut matcher = Matcher::new(Config::DEFAULT);
    let pattern = Pattern::new(query, CaseMatching::Ignore, Normalization::Smart, AtomKind::Substring);
    let mut letters = Vec::new();
    let mut found: Vec<(Fit, Kind, Hit)> = Vec::new();
    everything(study, |day, kind, text| {
        // The matcher does not look at the very end of a text that is not ASCII.
        let padded = if text.is_ascii() { Cow::Borrowed(text) } else { Cow::Owned(format!("{text} ")) };
        let haystack = Utf32Str::new(&padded, &mut letters);
        if pattern.score(haystack, &mut matcher).is_some() {
            let (fit, at) = fit(&pattern, haystack, &mut matcher);
            found.push((fit, kind, hit(day, kind, text, at)));
        }
    });
    let order = |kind: Kind| if let Kind::Row(_, label) = kind { Kind::Row(0, label) } else { kind };
    found.sort_by_key(|(fit, kind, _)| (*fit, order(*kind)));
    by_number.into_iter().chain(found.into_iter().map(|(.., hit)| hit)).take(MOST).collect()
}

/// Returns a find whose match is given by its letters.
fn hit(day: DayNo, kind: Kind, text: &str, at: Range<usize>) -> Hit {
    let byte = |letter: usize| text.char_indices().nth(letter).map_or(text.len(), |(at, _)| at);
    Hit { day, kind, text: text.to_owned(), found: byte(at.start)..byte(at.end) }
}

/// Returns how each word of a query that was found in a text stands there, the worst of them, and where the first is.
fn fit(pattern: &Pattern, text: Utf32Str, matcher: &mut Matcher) -> (Fit, Range<usize>) {
    let length = u32::try_from(text.len()).unwrap_or(u32::MAX);
    let in_word = |place: Option<u32>| place.is_some_and(|place| place < length && text.get(place).is_alphanumeric());
    let (mut worst, mut at) = (Fit::Words, 0..0);
    for (number, atom) in pattern.atoms.iter().enumerate() {
        let mut places = Vec::new();
        let _score = atom.indices(text, matcher, &mut places);
        let (first, last) = (places.first().copied(), places.last().copied());
        if let (0, Some(first), Some(last)) = (number, first, last) {
            at = usize::try_from(first).unwrap_or(0)..usize::try_from(last).unwrap_or(0) + 1;
        }
        let before = in_word(first.and_then(|first| first.checked_sub(1)));
        worst = worst.max(match (before, in_word(last.map(|last| last + 1))) {
            (true, _) => Fit::Within,
            (false, true) => Fit::Starts,
            (false, false) => Fit::Words,
        });
    }
    (worst, at)
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
