//! Finding days, tasks, resources and notes by a few letters, with accents folded, best first: whole words, then the
//! starts of words, then what lies within them. Only where nothing has the letters together may they be scattered.
//!
//! Deliberately absent: an index. The whole plan is some hundred lines, searched anew at each letter.

use crate::plan::{DayNo, Plan};
use crate::study::Study;
use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use std::cmp::Reverse;

/// The most that is found at a time.
const MOST: usize = 200;

/// Says what was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A day, by number, title or tag.
    Day,
    /// A task, by its place in the day.
    Task(usize),
    /// A resource, by its place in the day.
    Resource(usize),
    /// A line of the learner's note.
    Note,
}

impl Kind {
    /// Returns its word.
    pub fn label(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Task(_) => "task",
            Self::Resource(_) => "read",
            Self::Note => "note",
        }
    }

    /// Returns its place among what fits equally well.
    fn rank(self) -> u8 {
        match self {
            Self::Day => 0,
            Self::Task(_) => 1,
            Self::Resource(_) => 2,
            Self::Note => 3,
        }
    }
}

/// Holds one thing that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The day that it belongs to.
    pub day: DayNo,
    /// What it is.
    pub kind: Kind,
    /// What it says, on one line.
    pub text: String,
}

/// Says how well the letters of a query stand in a text, the best first.
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
    let all = everything(study);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut letters = Vec::new();
    let together = pattern(query, AtomKind::Substring);
    let mut fitting: Vec<_> = all
        .iter()
        .filter_map(|(hit, haystack)| {
            let text = Utf32Str::new(haystack, &mut letters);
            let score = together.score(text, &mut matcher)?;
            Some((fit(&together, text, &mut matcher), Reverse(score), hit))
        })
        .collect();
    if fitting.is_empty() {
        let scattered = pattern(query, AtomKind::Fuzzy);
        fitting.extend(all.iter().filter_map(|(hit, haystack)| {
            let text = Utf32Str::new(haystack, &mut letters);
            Some((Fit::Within, Reverse(scattered.score(text, &mut matcher)?), hit))
        }));
    }
    fitting.sort_by_key(|(fit, score, hit)| (*fit, *score, hit.kind.rank()));
    fitting.into_iter().take(MOST).map(|(.., hit)| hit.clone()).collect()
}

fn pattern(query: &str, kind: AtomKind) -> Pattern {
    Pattern::new(query, CaseMatching::Ignore, Normalization::Smart, kind)
}

/// Returns how each part of a query that was found in a text stands there, the worst of them.
fn fit(pattern: &Pattern, text: Utf32Str, matcher: &mut Matcher) -> Fit {
    let in_word = |place: Option<u32>| {
        place.is_some_and(|place| place < length(text) && text.get(place).is_alphanumeric())
    };
    let worst = pattern.atoms.iter().map(|atom| {
        let mut places = Vec::new();
        let _score = atom.indices(text, matcher, &mut places);
        let (first, last) = (places.first().copied(), places.last().copied());
        let before = in_word(first.and_then(|first| first.checked_sub(1)));
        match (before, in_word(last.map(|last| last + 1))) {
            (true, _) => Fit::Within,
            (false, true) => Fit::Starts,
            (false, false) => Fit::Words,
        }
    });
    worst.max().unwrap_or(Fit::Within)
}

fn length(text: Utf32Str) -> u32 {
    u32::try_from(text.len()).unwrap_or(u32::MAX)
}

/// Returns everything that can be found, with the text in which to look for it.
fn everything(study: &Study) -> Vec<(Hit, String)> {
    let plan: &Plan = study.plan();
    let mut all = Vec::new();
    for day in plan.days() {
        let mut add =
            |kind, text: String, haystack| all.push((Hit { day: day.no(), kind, text }, haystack));
        let title = day.title.to_string();
        add(Kind::Day, title.clone(), format!("{} {title} {}", day.no(), day.tags.join(" ")));
        for (i, task) in day.tasks().iter().enumerate() {
            add(Kind::Task(i), task.text.to_string(), task.text.to_string());
        }
        for (i, resource) in day.resources.iter().enumerate() {
            add(Kind::Resource(i), resource.title.to_string(), resource.title.to_string());
        }
        for line in study.note(day.no()).lines().filter(|line| !line.trim().is_empty()) {
            add(Kind::Note, line.trim().to_owned(), line.to_owned());
        }
    }
    all
}
