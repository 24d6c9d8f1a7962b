//! What was recorded, as a sentence without its full stop: for the message line, undo and the history.

mod evening;

pub use evening::evening;

use crate::journal::{Break, Entry, Fact, Journal, Key, Kind, Mark, Part, Record, Terms};
use crate::plan::{DayId, DayNo};
use crate::study::own::added_text;
use crate::study::{Study, notes, questions_in};
use crate::text::{counted, shortened, visible};
use crate::words::{self, and, by, named, number, span, week_named};
use chrono::{Datelike, NaiveDate, TimeDelta};
use std::collections::HashMap;

const QUOTE: usize = 48;

impl Study {
    /// Returns the fact that undoes the last live entry, with that entry's sentence.
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

pub fn entry(study: &Study, entry: &Entry) -> String {
    Roots::of(study.journal()).entry(study, entry)
}

/// What every undo of a journal is about, and whether it brings that back: a chain of undos is followed once.
#[derive(Debug)]
pub struct Roots(HashMap<Key, (Key, bool)>);

impl Roots {
    pub fn of(journal: &Journal) -> Self {
        let mut roots = Self(HashMap::new());
        for entry in journal.entries().filter(|entry| entry.kind == Kind::Undo) {
            if let Some(target) = entry.undone().first().filter(|target| **target < entry.key) {
                let root = roots.behind(*target);
                roots.0.insert(entry.key, root);
            }
        }
        roots
    }

    fn behind(&self, target: Key) -> (Key, bool) {
        self.0.get(&target).map_or((target, false), |(root, is_back)| (*root, !is_back))
    }

    pub fn entry(&self, study: &Study, entry: &Entry) -> String {
        match entry.kind {
            Kind::Undo => undone(study, self.0.get(&entry.key).copied()),
            Kind::Fact | Kind::Unknown => record(study, &entry.record()),
        }
    }
}

pub fn record(study: &Study, record: &Record) -> String {
    let sentences = joined(record.facts.iter().map(|fact| self::fact(study, fact)));
    let on = record.on.map_or(String::new(), |on| format!(", for {}", words::date(on)));
    format!("{sentences}{on}")
}

pub fn fact(study: &Study, fact: &Fact) -> String {
    match fact {
        Fact::Terms(terms) => self::terms(terms),
        Fact::Away(breaks, because) => {
            let all: Vec<String> = breaks.iter().copied().map(self::pause).collect();
            format!("{}{}", all.join("; "), reason(because))
        }
        Fact::Done(marks) => format!("Ticked {}", marked(study, marks)),
        Fact::Open(marks) => {
            // Days that are brought back may stand among what is unticked.
            let (days, items): (Vec<Mark>, Vec<Mark>) = marks.iter().cloned().partition(|m| matches!(m, Mark::Day(_)));
            let ids: Vec<&str> = days.iter().map(Mark::as_str).collect();
            let back = (!ids.is_empty()).then(|| format!("Brought back {}", listed(study, &ids)));
            let off = (ids.len() < marks.len()).then(|| format!("Unticked {}", marked(study, &items)));
            joined(back.into_iter().chain(off))
        }
        Fact::Skip { days, because } => {
            let ids: Vec<&str> = days.iter().map(DayId::as_str).collect();
            format!("Skipped {}{}", listed(study, &ids), reason(because))
        }
        Fact::Note { day: id, text, over } => {
            let is_other = |fact: &Fact| matches!(fact, Fact::Note { day, .. } if day != id);
            let is_elsewhere = |entry: Entry| entry.record().facts.iter().any(is_other);
            let was_elsewhere = |key: &Key| study.journal().get(*key).is_some_and(is_elsewhere);
            let verb = match (text.trim().is_empty(), over.is_empty()) {
                (true, _) => "Removed the note of",
                (false, true) => "Wrote a note on",
                (false, false) if over.iter().all(was_elsewhere) => "Moved a note to",
                (false, false) => "Changed the note of",
            };
            format!("{verb} {}", day(study, id.as_str()))
        }
        Fact::Add { day: id, text, over } => {
            let before = over.first().and_then(|key| study.journal().get(*key));
            let before = before.map_or_else(String::new, |entry| added_text(&entry));
            let day = day(study, id.as_str());
            match (text.trim().is_empty(), over.is_empty()) {
                (true, _) => format!("Removed {} from {day}", quoted(&before)),
                (false, true) => format!("Added {} to {day}", quoted(text)),
                (false, false) => format!("Changed {} to {} on {day}", quoted(&before), quoted(text)),
            }
        }
        Fact::Minutes { day: id, minutes, over } => {
            let verb = if over.is_empty() { "Logged" } else { "Corrected the time to" };
            format!("{verb} {minutes} min on {}", day(study, id.as_str()))
        }
        Fact::Link { week: id, url, .. } if url.trim().is_empty() => format!("Removed a link of {}", week(study, id)),
        Fact::Link { week: id, url, .. } => {
            format!("Linked {}, to {}", week(study, id), shortened(&visible(url), QUOTE))
        }
        Fact::Read { url, over } => {
            if !url.trim().is_empty() {
                return format!("Read {}", resource(study, url));
            }
            let before = over.first().and_then(|key| study.journal().get(*key));
            let read = before.and_then(|entry| {
                entry.find(|part| if let Part::Read(url) = part { Some(resource(study, &url.plain())) } else { None })
            });
            format!("Marked {} as not read", read.unwrap_or_else(|| "something".to_owned()))
        }
        Fact::Review { week: id, over, .. } => {
            let verb = if over.is_empty() { "Reviewed" } else { "Changed the review of" };
            format!("{verb} {}", week(study, id))
        }
        Fact::Recall { question, said } => {
            let found = study.find_question(question.as_str());
            // Of one that is gone its id has the words.
            let lost = || question.as_str().rsplit('/').next().unwrap_or_default().replace(['?', '-'], " ").into();
            let ask = found.map_or_else(lost, |question| question.ask);
            format!("Answered {}: {}", said.word(), quoted(ask.replace('\n', " ").trim()))
        }
        Fact::Undo(keys) => undone(study, keys.first().map(|key| Roots::of(study.journal()).behind(*key))),
        Fact::Unknown(names) => format!("Something this ninety does not know ({})", visible(names)),
    }
}

/// Returns how many questions of a note were not in what it replaces, such as `1 question will come back`.
pub fn coming_back(study: &Study, record: &Record) -> Option<String> {
    let Some(Fact::Note { text, over, .. }) = record.facts.first() else { return None };
    let replaced = over.iter().filter_map(|key| study.journal().get(*key));
    let before: Vec<String> = replaced.flat_map(|entry| questions_in(&notes::words(&entry))).collect();
    let count = questions_in(text).iter().filter(|question| !before.contains(question)).count();
    (count > 0).then(|| format!("{} will come back", counted(count, "question", "questions")))
}

fn undone(study: &Study, root: Option<(Key, bool)>) -> String {
    let Some((root, is_back)) = root else { return "Nothing undone".to_owned() };
    let verb = if is_back { "Redone" } else { "Undone" };
    match study.journal().get(root).filter(|found| found.kind != Kind::Undo) {
        Some(found) => format!("{verb}: {}", record(study, &found.record())),
        None => format!("{verb} entry {root}"),
    }
}

/// Returns sentences as one: behind another each begins without its capital.
fn joined(sentences: impl Iterator<Item = String>) -> String {
    let mut whole = String::new();
    for sentence in sentences {
        let mut chars = sentence.chars();
        match chars.next() {
            Some(first) if !whole.is_empty() => whole.extend("; ".chars().chain(first.to_lowercase()).chain(chars)),
            _ => whole = sentence,
        }
    }
    whole
}

fn terms(terms: &Terms) -> String {
    let what = if terms.start.is_some() { "study days" } else { "the pace" };
    let mut parts = Vec::new();
    parts.extend(terms.start.map(|start| format!("the start to {}", words::date(start))));
    parts.extend(terms.days.map(|days| format!("{what} to {days}")));
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

pub fn rhythm(study: &Study) -> Option<String> {
    let rhythm =
        study.rhythm().filter(|rhythm| study.finish().is_some_and(|f| (rhythm.end - f).abs() > TimeDelta::days(7)))?;
    let is_far = (rhythm.end - study.today()).abs() >= TimeDelta::days(300);
    let end = rhythm.end.format(if is_far { "%-d %B %Y" } else { "%-d %B" });
    let (done, of) = (rhythm.a_week(), rhythm.of());
    let fitting =
        rhythm.fitting.map_or(String::new(), |days| format!(" {} study days a week would fit the goal.", days.count()));
    // Rounded to "5 of 5" it would deny what it says.
    let rate = if done == of {
        format!("You completed {} of the last {} study days", rhythm.complete, rhythm.study_days)
    } else {
        format!("You complete {done} of {} a week", words::study_days(of))
    };
    Some(format!("{rate}; at that rate the end is around {end}.{fitting}"))
}

/// Returns how long something lasts, such as `from Tue 22 Dec to Sat 26 Dec 2026` or `on Tue 22 Dec 2026`.
pub(crate) fn lasting(from: NaiveDate, until: NaiveDate) -> String {
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

pub fn day(study: &Study, id: &str) -> String {
    match study.plan().find_day(id) {
        Some(day) => named(day),
        None => format!("\"{}\"", visible(id)),
    }
}

fn reason(because: &str) -> String {
    match because.trim() {
        "" => String::new(),
        because => format!(" ({})", shortened(&visible(because), QUOTE)),
    }
}

fn listed(study: &Study, ids: &[&str]) -> String {
    if let [id] = ids {
        return day(study, id);
    }
    let known: Option<Vec<DayNo>> = ids.iter().map(|id| study.plan().find_day(id).map(crate::plan::Day::no)).collect();
    match known {
        Some(days) => words::day_numbers(&days),
        None => and(&ids.iter().map(|id| format!("\"{}\"", visible(id))).collect::<Vec<_>>()),
    }
}

fn marked(study: &Study, marks: &[Mark]) -> String {
    let plan = study.plan();
    if let [Mark::Item(id)] = marks {
        if let Some((day, task)) = study.find_own(id.as_str()) {
            return format!("{}.{} {}", day.no(), task.number, quoted(&task.text));
        }
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
    let counts = [(marks.len() - checks, "task", "tasks"), (checks, "check", "checks")];
    let counts = counts.into_iter().filter(|(count, ..)| *count > 0);
    let counts: Vec<String> = counts.map(|(count, one, many)| counted(count, one, many)).collect();
    let are_days = marks.iter().all(|mark| matches!(mark, Mark::Day(_)));
    let what = if are_days { String::new() } else { format!("{} of ", and(&counts)) };
    let ids: Vec<&str> = days.iter().map(String::as_str).collect();
    format!("{what}{}", listed(study, &ids))
}

fn resource(study: &Study, url: &str) -> String {
    let mut resources = study.plan().days().iter().flat_map(|day| day.resources);
    match resources.find(|resource| resource.url() == url) {
        Some(resource) => quoted(resource.title),
        None => shortened(&visible(url), QUOTE).into_owned(),
    }
}

fn quoted(text: &str) -> String {
    let text = visible(text);
    let text = shortened(&text, QUOTE);
    if text.contains(['“', '”', '"']) { format!("‘{text}’") } else { format!("“{text}”") }
}
