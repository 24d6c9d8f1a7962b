//! Weeks and their milestones as they are read, and what can only be judged when every day is known: the links between
//! days, and ids that are also how something else is called.
//!
//! Deliberately absent: what is in a day (`plan/day.rs`).

use std::collections::{HashMap, HashSet};

use super::day::{Names, Sitting, day, name};
use super::document::{Reports, Span};
use super::fault::{Fault, Kind};
use super::id::{DayNo, ItemId, WeekNo};
use super::model::{Criterion, Day, List, Milestone, Question, Text, Week};
use super::section::{Section, Value, text, whole, wrong};

const WEEK: Kind =
    Kind { name: "a week", key: "key", keys: &["title", "milestone", "day"], elsewhere: &[] };

const MILESTONE: Kind = Kind {
    name: "a milestone",
    key: "key",
    keys: &["title", "days", "accept", "stretch", "pitfalls", "rubric"],
    elsewhere: &[("checks", "The checks of a milestone are its accept = [\"…\"].")],
};

const CHECK: Kind = Kind { name: "a check", key: "key", keys: &["id", "text"], elsewhere: &[] };

const QUESTION: Kind =
    Kind { name: "a rubric question", key: "key", keys: &["id", "text"], elsewhere: &[] };

/// The weeks and days read so far.
#[derive(Debug, Default)]
pub(super) struct Draft<'a> {
    weeks: Vec<Week>,
    days: Vec<Day>,
    /// What each day says it builds on, and where its id is.
    links: Vec<(Vec<&'a Value<'a>>, Span)>,
    /// Where each day's id is.
    ids: Names,
}

impl<'a> Draft<'a> {
    /// Reads one week. Returns whether another could be counted.
    pub(super) fn add_week(&mut self, value: &'a Value<'a>, reports: &mut Reports<'a>) -> bool {
        let Some(section) = Section::open(value, &WEEK, reports) else { return true };
        let Ok(no) = u16::try_from(self.weeks.len() + 1).map(WeekNo) else {
            reports.add(section.span, Fault::TooMany("weeks"));
            return false;
        };
        let begin = self.days.len();
        let mut names: Vec<Names> = Vec::new();
        let mut values =
            section.list("day", "a list of tables, each under [[week.day]]", reports).peekable();
        if values.peek().is_none() {
            let help = "Add [[week.day]] with its tasks.";
            reports.add(section.span.clone(), Fault::Without("this week", "days", help));
        }
        for value in values {
            let Ok(number) = u16::try_from(self.days.len() + 1).map(DayNo) else {
                reports.add(value.span(), Fault::TooMany("days"));
                return false;
            };
            let sitting = day(value, number, no, reports);
            names.extend(sitting.map(|sitting| self.add_day(sitting, reports)));
        }
        let days = self.days.get(begin..).unwrap_or_default();
        let title = section.text("title", reports);
        let milestone = section
            .value("milestone")
            .and_then(|value| Section::open(value, &MILESTONE, reports))
            .and_then(|section| milestone(&section, days, &mut names, reports));
        self.weeks.push(Week {
            no,
            title: title.unwrap_or_else(|| format!("Week {no}").leak()),
            first: days.first().map_or(DayNo(1), Day::no),
            last: days.last().map_or(DayNo(1), Day::no),
            milestone,
        });
        true
    }

    fn add_day(&mut self, sitting: Sitting<'a>, reports: &mut Reports<'a>) -> Names {
        let Sitting { day, id_span, builds_on, names } = sitting;
        // A day without an id has a fault of its own, which is reported.
        if !day.id.as_str().is_empty() {
            self.ids.take("day", &(day.id.to_string(), id_span.clone()), reports);
        }
        self.days.push(day);
        self.links.push((builds_on, id_span));
        names
    }

    /// Returns the weeks, and the days with the numbers of those that they build on.
    pub(super) fn linked(self, reports: &mut Reports<'a>) -> (List<Week>, List<Day>) {
        let mut days = self.days;
        let count = days.len();
        let numbers: HashMap<String, DayNo> =
            days.iter().map(|day| (day.id.to_string(), day.no)).collect();
        for (day, (links, id_span)) in days.iter_mut().zip(self.links) {
            if let Some(other) = also_called(day, &numbers, count) {
                reports.add(id_span, Fault::Ambiguous(day.id.to_string(), other));
            }
            let mut builds_on: HashSet<DayNo> = HashSet::new();
            for link in links {
                let Some(no) = target(link, &numbers, count, reports) else { continue };
                if no >= day.no {
                    reports.add(link.span(), Fault::BuildsForward(day.no, no));
                } else if !builds_on.insert(no) {
                    reports.add(link.span(), Fault::BuildsTwice(no));
                }
            }
            let mut builds_on: Vec<DayNo> = builds_on.into_iter().collect();
            builds_on.sort_unstable();
            day.builds_on = builds_on.leak();
        }
        reports.days = days.leak();
        (self.weeks.leak(), reports.days)
    }
}

/// Returns what else the command line would take a day's id for: another day's number, a part of a day (`17.2`, `21.a`,
/// `18.q2`) or a range of days (`1-14`). Such an id would hide what has that name in every plan.
fn also_called(day: &Day, numbers: &HashMap<String, DayNo>, count: usize) -> Option<String> {
    let id = day.id.as_str();
    let number = |word: &str| word.parse().ok().filter(|n: &usize| (1..=count).contains(n));
    if let Some(no) = number(id) {
        return (no != usize::from(day.no.get())).then(|| format!("day {no} is"));
    }
    if let Some((first, last)) = id.split_once('-')
        && let (Some(first), Some(last)) = (number(first), number(last))
    {
        return Some(format!("the days {first} to {last} are"));
    }
    let (of, part) = id.split_once('.')?;
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let is_part = is_number(part)
        || part.strip_prefix('q').is_some_and(is_number)
        || (part.len() == 1 && part.bytes().all(|b| b.is_ascii_alphabetic()));
    let is_day = number(of).is_some() || numbers.contains_key(of);
    (is_part && is_day).then(|| format!("a part of day {of} is"))
}

/// Returns the day that a number or an id in `builds_on` names.
fn target<'a>(
    link: &'a Value<'a>,
    numbers: &HashMap<String, DayNo>,
    count: usize,
    reports: &mut Reports<'a>,
) -> Option<DayNo> {
    let (no, fault) = match (link.get_ref().as_integer(), link.get_ref().as_str()) {
        (Some(number), _) => {
            let no = whole(number).and_then(|n| u16::try_from(n).ok());
            let no = no.filter(|no| (1..=count).contains(&usize::from(*no)));
            (no.map(DayNo), Fault::NoDayNumber(number.as_str()))
        }
        (None, Some(id)) => (numbers.get(id).copied(), Fault::NoDay(id)),
        (None, None) => {
            wrong("a day in \"builds_on\"", "its number or its id", link, reports);
            return None;
        }
    };
    if no.is_none() {
        reports.add(link.span(), fault);
    }
    no
}

/// Reads the milestone of a week of these days.
fn milestone<'a>(
    section: &Section<'a>,
    days: &[Day],
    names: &mut [Names],
    reports: &mut Reports<'a>,
) -> Option<Milestone> {
    let title = section.text("title", reports);
    let takes = usize::from(section.number("days", 1..=u16::MAX, reports).unwrap_or(1));
    if takes > days.len() && !days.is_empty() {
        reports.add(section.span_of("days"), Fault::MilestoneDays(takes, days.len()));
    }
    let first = days.len().saturating_sub(takes);
    let mut nowhere = Names::default();
    let names = names.get_mut(first).unwrap_or(&mut nowhere);
    let day = days.get(first);
    let id = day.map_or("", |day| day.id.as_str());
    let mut lines = |key, kind, reports: &mut Reports<'a>| -> Vec<(ItemId, Text)> {
        let values = section.list(key, "a list of texts: [\"…\", \"…\"]", reports);
        values.filter_map(|value| line(key, kind, value, id, names, reports)).collect()
    };
    let accept = lines("accept", &CHECK, reports).into_iter();
    let rubric = lines("rubric", &QUESTION, reports).into_iter();
    let accept: Vec<Criterion> = accept.map(|(id, text)| Criterion { id, text }).collect();
    let rubric: Vec<Question> = rubric.map(|(id, text)| Question { id, text }).collect();
    let stretch = section.texts("stretch", reports);
    let pitfalls = section.texts("pitfalls", reports);
    let title = title.or_else(|| day.map(|day| day.title))?;
    let (first, last) = (day?.no, days.last()?.no);
    let (accept, rubric) = (accept.leak(), rubric.leak());
    Some(Milestone { title, first, last, accept, stretch, pitfalls, rubric })
}

/// Reads a line of a milestone, a check or a question: a text, or a table with an id.
fn line<'a>(
    key: &'static str,
    kind: &'static Kind,
    value: &'a Value<'a>,
    day: &str,
    names: &mut Names,
    reports: &mut Reports<'a>,
) -> Option<(ItemId, Text)> {
    if !value.get_ref().is_str() && !value.get_ref().is_table() {
        wrong(kind.name, "a text in quotes", value, reports);
        return None;
    }
    let (text, name) = if value.get_ref().is_str() {
        let text = text(key, value, reports)?;
        (text, name(None, Some((text, value.span())), reports)?)
    } else {
        let section = Section::open(value, kind, reports)?;
        let text = section.required("text", reports)?;
        (text, name(Some(&section), Some((text, section.span_of("text"))), reports)?)
    };
    let what = if key == "accept" { "check" } else { "rubric question" };
    Some((names.item(what, day, &name, reports), text))
}
