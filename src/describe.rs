//! What was recorded, as a sentence without its full stop: for the message line, undo and the history.
//!
//! Deliberately absent: when it was recorded.

use crate::journal::{Break, Entry, Fact, Journal, Key, Kind, Mark, Record, Terms};
use crate::plan::{DayId, DayNo};
use crate::study::Study;
use crate::text::{counted, shortened, visible};
use crate::words::{self, and, by, named, number, span, week_named};
use chrono::{Datelike, NaiveDate, TimeDelta};
use std::collections::HashMap;

/// The columns that a quoted text takes at most.
const QUOTE: usize = 48;

impl Study {
    /// Returns the fact that undoes the last live entry, with that entry's sentence. Entries named by `unseen` are not
    /// touched: their user has not been shown them yet.
    pub fn undone(&self, unseen: &[Key]) -> Option<(Fact, String)> {
        let entry = self.journal().undoable(unseen)?;
        Some((Fact::Undo(vec![entry.key]), self::entry(self, &entry)))
    }

    /// Returns the fact that takes the last undo back, with the sentence of what comes back; `unseen` as for an undo.
    pub fn redone(&self, unseen: &[Key]) -> Option<(Fact, String)> {
        let (undos, entry) = self.journal().redoable(unseen)?;
        Some((Fact::Undo(undos), self::entry(self, &entry)))
    }
}

/// Returns an entry as a sentence, such as `Ticked 17.2 “Create a homepage”`.
pub fn entry(study: &Study, entry: &Entry) -> String {
    match entry.kind {
        Kind::Undo => undone(study, entry.undone().first().map(|key| root(study.journal(), *key))),
        Kind::Fact | Kind::Unknown => record(study, &entry.record()),
    }
}

/// What every undo of a journal is about, for whoever describes many entries: a chain of undos of undos is followed
/// once, and not once more for each of them.
#[derive(Debug)]
pub struct Roots(HashMap<Key, Root>);

/// What an undo is about: the entry that is no undo, and whether that is back by it.
#[derive(Clone, Copy, Debug)]
struct Root {
    of: Key,
    is_back: bool,
}

impl Roots {
    /// Returns what every undo of a journal is about. An undo counts only for what is before it, so one pass forward
    /// knows of each what the undo before it is about.
    pub fn of(journal: &Journal) -> Self {
        let mut roots: HashMap<Key, Root> = HashMap::new();
        for entry in journal.entries().filter(|entry| entry.kind == Kind::Undo) {
            if let Some(target) = entry.undone().first().filter(|target| **target < entry.key) {
                let root = match roots.get(target) {
                    Some(root) => Root { is_back: !root.is_back, ..*root },
                    None => Root { of: *target, is_back: false },
                };
                roots.insert(entry.key, root);
            }
        }
        Self(roots)
    }

    /// Returns an entry as a sentence.
    pub fn entry(&self, study: &Study, entry: &Entry) -> String {
        match entry.kind {
            Kind::Undo => undone(study, self.0.get(&entry.key).copied()),
            Kind::Fact | Kind::Unknown => record(study, &entry.record()),
        }
    }
}

/// Returns a record as a sentence.
pub fn record(study: &Study, record: &Record) -> String {
    let mut sentences = String::new();
    for fact in &record.facts {
        let sentence = self::fact(study, fact);
        if sentences.is_empty() {
            sentences = sentence;
        } else {
            sentences.extend(["; ", &uncapitalised(&sentence)]);
        }
    }
    let on = record.on.map_or(String::new(), |on| format!(", for {}", words::date(on)));
    format!("{sentences}{on}")
}

/// Returns a fact as a sentence.
pub fn fact(study: &Study, fact: &Fact) -> String {
    match fact {
        Fact::Terms(terms) => self::terms(terms),
        Fact::Away(breaks, because) => {
            let all: Vec<String> = breaks.iter().copied().map(self::pause).collect();
            format!("{}{}", all.join("; "), reason(because))
        }
        Fact::Done(marks) => format!("Ticked {}", marked(study, marks)),
        Fact::Open(marks) => match marks.as_slice() {
            [Mark::Day(id)] => format!("Brought back {}", day(study, id.as_str())),
            marks if marks.iter().all(|mark| matches!(mark, Mark::Day(_))) => {
                let ids: Vec<&str> = marks.iter().map(Mark::as_str).collect();
                format!("Brought back {}", listed(study, &ids))
            }
            marks => {
                // Days that are brought back may stand among what is unticked.
                let (days, items): (Vec<Mark>, Vec<Mark>) =
                    marks.iter().cloned().partition(|mark| matches!(mark, Mark::Day(_)));
                let ids: Vec<&str> = days.iter().map(Mark::as_str).collect();
                let back =
                    (!ids.is_empty()).then(|| format!("Brought back {}", listed(study, &ids)));
                let off = format!("Unticked {}", marked(study, &items));
                match back {
                    Some(back) => format!("{back}; {}", uncapitalised(&off)),
                    None => off,
                }
            }
        },
        Fact::Skip { days, because } => {
            let ids: Vec<&str> = days.iter().map(DayId::as_str).collect();
            format!("Skipped {}{}", listed(study, &ids), reason(because))
        }
        Fact::Note { day: id, text, over } => {
            let verb = match (text.trim().is_empty(), over.is_empty()) {
                (true, _) => "Removed the note of",
                (false, true) => "Wrote a note on",
                (false, false) => "Changed the note of",
            };
            format!("{verb} {}", day(study, id.as_str()))
        }
        Fact::Minutes { day: id, minutes, over } => {
            let verb = if over.is_empty() { "Logged" } else { "Corrected the time to" };
            format!("{verb} {minutes} min on {}", day(study, id.as_str()))
        }
        Fact::Link { week: id, url, .. } if url.trim().is_empty() => {
            format!("Removed a link of {}", week(study, id))
        }
        Fact::Link { week: id, url, .. } => {
            format!("Linked {}, to {}", week(study, id), shortened(&visible(url), QUOTE))
        }
        Fact::Review { week: id, over, .. } => {
            let verb = if over.is_empty() { "Reviewed" } else { "Changed the review of" };
            format!("{verb} {}", week(study, id))
        }
        Fact::Undo(keys) => match keys.first() {
            Some(key) => undone(study, Some(root(study.journal(), *key))),
            None => undone(study, None),
        },
        Fact::Unknown(names) => format!("Something this ninety does not know ({})", visible(names)),
    }
}

/// Returns an undo as a sentence, by what it is that is gone or back.
fn undone(study: &Study, root: Option<Root>) -> String {
    let Some(Root { of, is_back }) = root else { return "Took nothing back".to_owned() };
    let verb = if is_back { "Brought back" } else { "Took back" };
    match study.journal().get(of).filter(|found| found.kind != Kind::Undo) {
        Some(found) => format!("{verb}: {}", record(study, &found.record())),
        None => format!("{verb} entry {of}"),
    }
}

/// Returns what an undo of this entry is about. Undos of undos are followed, each step to an earlier entry.
fn root(journal: &Journal, target: Key) -> Root {
    let mut root = Root { of: target, is_back: false };
    while let Some(found) = journal.get(root.of).filter(|found| found.kind == Kind::Undo) {
        match found.undone().first().filter(|next| **next < root.of) {
            Some(next) => root = Root { of: *next, is_back: !root.is_back },
            None => break,
        }
    }
    root
}

/// Returns a sentence as it goes on behind another.
fn uncapitalised(sentence: &str) -> String {
    let mut chars = sentence.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

fn terms(terms: &Terms) -> String {
    let mut parts = Vec::new();
    if let Some(start) = terms.start {
        parts.push(format!("the start to {}", words::date(start)));
    }
    if let Some(days) = terms.days {
        let what = if terms.start.is_some() { "study days" } else { "the pace" };
        parts.push(format!("{what} to {days}"));
    }
    parts.extend(terms.minutes.map(|minutes| format!("a study day to {}", span(minutes.into()))));
    parts.extend(terms.by.map(|order| format!("the order to {}", by(order))));
    parts.extend(terms.goal.map(|goal| format!("the goal to {}", words::date(goal))));
    format!("Set {}", and(&parts))
}

fn pause(pause: Break) -> String {
    let Break { from, until } = pause;
    if until < from {
        return format!("Removed the break of {}", words::date(from));
    }
    format!("Set a break {}", lasting(from, until))
}

/// Returns the sentence about a rhythm, where it leads over a week away from the finish.
pub fn rhythm(study: &Study) -> Option<String> {
    let rhythm =
        study.rhythm().filter(|rhythm| study.finish().is_some_and(|f| rhythm.differs_from(f)))?;
    let is_far = (rhythm.end - study.today()).abs() >= TimeDelta::days(300);
    let end = rhythm.end.format(if is_far { "%-d %B %Y" } else { "%-d %B" });
    let (done, of) = (rhythm.a_week(), rhythm.of());
    let fitting = rhythm.fitting.map_or(String::new(), |days| {
        format!(" {} study days a week would fit the goal.", days.count())
    });
    // Rounded to "5 of 5" it would deny what it says.
    let rate = if done == of {
        format!("You completed {} of the last {} study days", rhythm.complete, rhythm.study_days)
    } else {
        format!("You complete {done} of {} a week", words::study_days(of))
    };
    Some(format!("{rate}; at that rate the end is around {end}.{fitting}"))
}

/// Returns how long something lasts, such as `from Tue 22 Dec to Sat 26 Dec 2026` or `on Tue 22 Dec 2026`.
pub fn lasting(from: NaiveDate, until: NaiveDate) -> String {
    let end = words::date(until);
    match (from == until, from.year() == until.year()) {
        (true, _) => format!("on {end}"),
        (false, true) => format!("from {} to {end}", from.format("%a %-d %b")),
        (false, false) => format!("from {} to {end}", words::date(from)),
    }
}

fn week(study: &Study, id: &DayId) -> String {
    match study.plan().find_day(id.as_str()) {
        Some(day) => week_named(study.plan().week_of(day.no())),
        None => format!("the week of \"{}\"", visible(id.as_str())),
    }
}

/// Returns a day's name in a sentence, such as `day 17, Views`; an id that the plan does not have stays an id.
pub fn day(study: &Study, id: &str) -> String {
    match study.plan().find_day(id) {
        Some(day) => named(day),
        None => format!("\"{}\"", visible(id)),
    }
}

/// Returns a reason behind a sentence; nothing where none was given.
fn reason(because: &str) -> String {
    match because.trim() {
        "" => String::new(),
        because => format!(" ({})", shortened(&visible(because), QUOTE)),
    }
}

/// Returns days by their ids: one with its title, several as `days 1-14`.
fn listed(study: &Study, ids: &[&str]) -> String {
    if let [id] = ids {
        return day(study, id);
    }
    let known: Option<Vec<DayNo>> =
        ids.iter().map(|id| study.plan().find_day(id).map(crate::plan::Day::no)).collect();
    match known {
        Some(days) => words::day_numbers(&days),
        None => and(&ids.iter().map(|id| format!("\"{}\"", visible(id))).collect::<Vec<_>>()),
    }
}

fn marked(study: &Study, marks: &[Mark]) -> String {
    let plan = study.plan();
    if let [Mark::Item(id)] = marks {
        return match (plan.find_task(id.as_str()), plan.find_check(id.as_str())) {
            (Some((day, task)), _) => format!("{} {}", number(day, task), quoted(task.text)),
            (None, Some((_, check))) => format!("the check {}", quoted(check.text)),
            (None, None) => format!("\"{}\"", visible(id.as_str())),
        };
    }
    let of_day = |mark: &Mark| mark.as_str().split('/').next().unwrap_or_default().to_owned();
    let mut days: Vec<String> = marks.iter().map(of_day).collect();
    days.dedup();
    let checks = marks.iter().filter(|mark| plan.find_check(mark.as_str()).is_some()).count();
    let (tasks, checks) = (marks.len() - checks, checks);
    let all_days = marks.iter().all(|mark| matches!(mark, Mark::Day(_)));
    let what = match (tasks, checks) {
        (_, 0) if all_days => String::new(),
        (tasks, 0) => format!("{} of ", counted(tasks, "task", "tasks")),
        (0, checks) => format!("{} of ", counted(checks, "check", "checks")),
        (tasks, checks) => {
            let (tasks, checks) =
                (counted(tasks, "task", "tasks"), counted(checks, "check", "checks"));
            format!("{tasks} and {checks} of ")
        }
    };
    let ids: Vec<&str> = days.iter().map(String::as_str).collect();
    format!("{what}{}", listed(study, &ids))
}

/// Returns a text in quotes; single ones where it has double ones of its own.
fn quoted(text: &str) -> String {
    let text = shortened(text, QUOTE);
    if text.contains(['“', '”', '"']) {
        format!("‘{text}’")
    } else {
        format!("“{text}”")
    }
}
