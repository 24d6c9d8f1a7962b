//! Weeks and their milestones as they are read, and the links between days.
//!
//! Deliberately absent: what is in a day (`plan/day.rs`).

use std::collections::HashMap;

use super::day::{Names, Sitting, day, name};
use super::document::Reports;
use super::id::{DayNo, ItemId, WeekNo};
use super::model::{Criterion, Day, Milestone, Question, Text, Week};
use super::nearest::nearest;
use super::section::{Kind, Section, Value, text, whole, wrong};
use super::source::numbered;

const WEEK: Kind =
    Kind { name: "a week", key: "key", keys: &["title", "milestone", "day"], elsewhere: &[] };

const MILESTONE: Kind = Kind {
    name: "a milestone",
    key: "key",
    keys: &["title", "days", "accept", "stretch", "pitfalls", "rubric"],
    elsewhere: &[],
};

const CRITERION: Kind =
    Kind { name: "a criterion", key: "key", keys: &["id", "text"], elsewhere: &[] };

const QUESTION: Kind =
    Kind { name: "a rubric's question", key: "key", keys: &["id", "text"], elsewhere: &[] };

/// The weeks and days read so far.
#[derive(Debug, Default)]
pub(super) struct Draft<'a> {
    pub(super) weeks: Vec<Week>,
    days: Vec<Day>,
    /// What each day says it builds on.
    links: Vec<Vec<&'a Value<'a>>>,
    /// Where each day's id is.
    ids: Names,
}

impl<'a> Draft<'a> {
    /// Reads one week. Returns whether another could be counted.
    pub(super) fn add_week(&mut self, value: &'a Value<'a>, reports: &mut Reports<'_>) -> bool {
        let Some(section) = Section::open(value, &WEEK, reports) else { return true };
        let Ok(no) = u16::try_from(self.weeks.len() + 1).map(WeekNo) else {
            reports.add(section.span, format!("a plan has at most {} weeks", u16::MAX));
            return false;
        };
        let begin = self.days.len();
        let mut names: Vec<Names> = Vec::new();
        let mut is_empty = true;
        for value in section.list("day", "a list of tables, each under [[week.day]]", reports) {
            is_empty = false;
            let Ok(number) = u16::try_from(self.days.len() + 1).map(DayNo) else {
                reports.add(value.span(), format!("a plan has at most {} days", u16::MAX));
                return false;
            };
            if let Some(sitting) = day(value, number, no, reports) {
                names.push(self.add_day(sitting, reports));
            }
        }
        if is_empty {
            let help = "Add [[week.day]] with its tasks.";
            reports.missing(section.span.clone(), "this week has no days", help);
        }
        let days = self.days.get(begin..).unwrap_or_default();
        let title = section.text("title", reports);
        let milestone = section
            .value("milestone")
            .and_then(|value| Section::open(value, &MILESTONE, reports))
            .and_then(|section| milestone(&section, days, &mut names, reports));
        let (first, last) = (days.first().map(Day::no), days.last().map(Day::no));
        self.weeks.push(Week {
            no,
            title: title.unwrap_or_else(|| format!("Week {no}").into()),
            first: first.unwrap_or(DayNo(1)),
            last: last.unwrap_or(DayNo(1)),
            milestone,
        });
        true
    }

    fn add_day(&mut self, sitting: Sitting<'a>, reports: &mut Reports<'_>) -> Names {
        let Sitting { day, id_span, builds_on, names } = sitting;
        // A day without an id has a problem of its own, which is reported.
        if !day.id.as_str().is_empty() {
            self.ids.take("days", day.id.as_str(), id_span, reports);
        }
        self.days.push(day);
        self.links.push(builds_on);
        names
    }

    /// Returns the days with the numbers of those that they build on.
    pub(super) fn linked(&mut self, reports: &mut Reports<'_>) -> Vec<Day> {
        let mut days = std::mem::take(&mut self.days);
        let numbers: HashMap<String, DayNo> =
            days.iter().map(|day| (day.id.as_str().to_owned(), day.no)).collect();
        let count = days.len();
        for (day, links) in days.iter_mut().zip(&self.links) {
            let mut builds_on: Vec<DayNo> = Vec::new();
            for link in links {
                let Some(no) = target(link, &numbers, count, reports) else { continue };
                if no >= day.no {
                    let what = if no == day.no { "itself" } else { "a later day" };
                    let message = format!("day {} builds on {what}, day {no}", day.no);
                    reports.add(link.span(), message).help_with("A day builds on earlier days.");
                } else if builds_on.contains(&no) {
                    reports.add(link.span(), format!("\"builds_on\" names day {no} twice"));
                } else {
                    builds_on.push(no);
                }
            }
            builds_on.sort_unstable();
            day.builds_on = builds_on.into();
        }
        days
    }
}

/// Returns the day that a number or an id in `builds_on` names.
fn target(
    link: &Value<'_>,
    numbers: &HashMap<String, DayNo>,
    count: usize,
    reports: &mut Reports<'_>,
) -> Option<DayNo> {
    if let Some(number) = link.get_ref().as_integer() {
        let no = whole(number).and_then(|n| u16::try_from(n).ok());
        let no = no.filter(|no| (1..=count).contains(&usize::from(*no)));
        if no.is_none() {
            let message = format!("there is no day {}", number.as_str());
            reports.missing(link.span(), message, &numbered("day", count));
        }
        return no.map(DayNo);
    }
    let Some(id) = link.get_ref().as_str() else {
        wrong("a day in \"builds_on\"", "its number or its id", link, reports);
        return None;
    };
    let no = numbers.get(id).copied();
    if no.is_none() {
        let near = nearest(id, numbers.keys().map(|id| (id.as_str(), id)));
        let help = match near {
            Some(near) => format!("Did you mean \"{near}\"?"),
            None => "Write the day's number or its id.".to_owned(),
        };
        reports.missing(link.span(), format!("there is no day \"{id}\""), &help);
    }
    no
}

/// Reads the milestone of a week of these days.
fn milestone(
    section: &Section<'_>,
    days: &[Day],
    names: &mut [Names],
    reports: &mut Reports<'_>,
) -> Option<Milestone> {
    let title = section.text("title", reports);
    let takes = match section.value("days") {
        Some(_) => usize::from(section.number("days", 1..=u16::MAX, reports).unwrap_or(1)),
        None => 1,
    };
    if takes > days.len() && !days.is_empty() {
        let message = format!("the milestone takes {takes} days, and its week has {}", days.len());
        let help = "\"days\" is how many of the week's last days it takes.";
        reports.missing(section.span_of("days"), message, help);
    }
    let first = days.len().saturating_sub(takes);
    let mut nowhere = Names::default();
    let names = names.get_mut(first).unwrap_or(&mut nowhere);
    let day = days.get(first);
    let id = day.map_or("", |day| day.id.as_str());
    let accept = section.list("accept", "a list of texts: [\"…\", \"…\"]", reports);
    let accept = accept
        .filter_map(|value| line("accept", &CRITERION, value, id, names, reports))
        .map(|(id, text)| Criterion { id, text })
        .collect();
    let stretch = section.texts("stretch", reports);
    let pitfalls = section.texts("pitfalls", reports);
    let rubric = section.list("rubric", "a list of texts: [\"…\", \"…\"]", reports);
    let rubric = rubric
        .filter_map(|value| line("rubric", &QUESTION, value, id, names, reports))
        .map(|(id, text)| Question { id, text })
        .collect();
    let title = title.or_else(|| day.map(|day| day.title.clone()))?;
    let (first, last) = (day?.no, days.last()?.no);
    Some(Milestone { title, first, last, accept, stretch, pitfalls, rubric })
}

/// Reads a line of a milestone, a criterion or a question: a text, or a table with an id.
fn line(
    key: &'static str,
    kind: &Kind,
    value: &Value<'_>,
    day: &str,
    names: &mut Names,
    reports: &mut Reports<'_>,
) -> Option<(ItemId, Text)> {
    let (text, name) = if value.get_ref().is_str() {
        let text = text(key, value, reports)?;
        let name = name(None, Some((&text, value.span())), reports)?;
        (text, name)
    } else if !value.get_ref().is_table() {
        wrong(kind.name, "a text in quotes", value, reports);
        return None;
    } else {
        let section = Section::open(value, kind, reports)?;
        let text = section.required("text", kind, reports)?;
        let name = name(Some(&section), Some((&text, section.span_of("text"))), reports)?;
        (text, name)
    };
    Some((names.item(day, name, reports), text))
}
