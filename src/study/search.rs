//! Finding days, tasks, resources and notes by a few letters: fuzzy, with accents folded, best first.
//!
//! Deliberately absent: an index. The whole plan is some hundred lines, searched anew at each letter.

use super::Study;
use crate::plan::{DayNo, Plan};
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

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

/// Returns what fits a query, best first, then in the order of the plan; nothing for a blank one.
pub fn find(study: &Study, query: &str) -> Vec<Hit> {
    if query.trim().is_empty() {
        return Vec::new();
    }
    let pattern = Pattern::parse(query, CaseMatching::Ignore, Normalization::Smart);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut letters = Vec::new();
    let mut scored: Vec<(u32, Hit)> = Vec::new();
    for (hit, haystack) in everything(study) {
        if let Some(score) = pattern.score(Utf32Str::new(&haystack, &mut letters), &mut matcher) {
            scored.push((score, hit));
        }
    }
    scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    scored.into_iter().take(MOST).map(|(_, hit)| hit).collect()
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
