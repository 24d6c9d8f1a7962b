//! Weeks and their milestones as they are read, and what can only be judged when every day is known.

use super::day::{Names, ReadDay};
use super::document::Reader;
use super::fault::{Fault, Kind};
use super::id::{DayNo, WeekNo};
use super::model::{Check, Day, List, Milestone, Week};
use super::names::composed;
use super::section::{COUNT, Section, TEXTS, Value, type_of, whole};
use std::cmp::Ordering;
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

const WEEK: Kind = Kind { name: "a week", key: "key", keys: "title milestone day" };
const MILESTONE: Kind = Kind { name: "a milestone", key: "key", keys: "title days accept stretch pitfalls rubric" };
const CHECK: Kind = Kind { name: "a check", key: "key", keys: "id text" };

#[derive(Debug, Default)]
pub(super) struct Draft<'a> {
    weeks: Vec<Week>,
    days: Vec<ReadDay<'a>>,
    ids: Names,
}

impl<'a> Draft<'a> {
    pub(super) fn add_week(&mut self, value: &'a Value<'a>, reader: &mut Reader<'a>) -> bool {
        let Some(section) = reader.open(value, &WEEK) else { return true };
        let Ok(no) = u16::try_from(self.weeks.len() + 1).map(WeekNo) else {
            reader.add(section.span, Fault::TooMany("weeks"));
            return false;
        };
        let begin = self.days.len();
        let mut values = reader.list(&section, "day", "a list of tables, each under [[week.day]]").peekable();
        if values.peek().is_none() {
            reader.add(section.span.clone(), Fault::Without("this week", "days", "[[week.day]] with its tasks"));
        }
        for value in values {
            let Ok(number) = u16::try_from(self.days.len() + 1).map(DayNo) else {
                reader.add(value.span(), Fault::TooMany("days"));
                return false;
            };
            let Some(read) = reader.day(value, number, no) else { continue };
            // A day without an id has a fault of its own, which is reported.
            if !read.day.id.as_str().is_empty() {
                self.ids.take("day", (read.day.id.to_string(), read.id_span.clone()));
            }
            self.days.push(read);
        }
        let days = self.days.get_mut(begin..).unwrap_or_default();
        let title = reader.text(&section, "title");
        let milestone = section.value("milestone").and_then(|value| reader.open(value, &MILESTONE));
        self.weeks.push(Week {
            no,
            title: title.unwrap_or_else(|| format!("Week {no}").leak()),
            first: days.first().map_or(DayNo(1), |first| first.day.no),
            last: days.last().map_or(DayNo(1), |last| last.day.no),
            milestone: milestone.and_then(|section| reader.milestone(&section, days)),
        });
        true
    }

    pub(super) fn linked(self, reader: &mut Reader<'a>) -> (List<Week>, List<Day>) {
        let ids = || self.days.iter().map(|read| (read.day.id.to_string(), read.day.no));
        // Of days that have the same id it is the first one's.
        let known = Known { ids: ids().map(|(id, _)| id).collect(), numbers: ids().rev().collect() };
        let mut names = self.ids;
        // A day of that id would make what is now a day's the name of a part.
        for (of, _) in known.ids.iter().filter_map(|id| id.split_once('.')) {
            names.keep_free(of);
        }
        let linked = self.days.into_iter().map(|ReadDay { mut day, id_span, builds_on, ids }| {
            ids.report(reader);
            let is_first = known.numbers.get(day.id.as_str()) == Some(&day.no);
            if let Some(other) = known.also_called(&day).filter(|_| is_first) {
                let own = names.free(day.id.as_str());
                reader.add(id_span, Fault::Ambiguous(day.id.to_string(), other, own));
            }
            let mut earlier = BTreeSet::new();
            for link in builds_on {
                let Some(no) = known.target(link, reader) else { continue };
                let fault = match no.cmp(&day.no) {
                    Ordering::Less if earlier.insert(no) => continue,
                    Ordering::Less => Fault::BuildsTwice(no),
                    Ordering::Equal => Fault::BuildsOnItself(no),
                    Ordering::Greater => Fault::BuildsForward(day.no, no),
                };
                reader.add(link.span(), fault);
            }
            day.builds_on = earlier.into_iter().collect::<Vec<_>>().leak();
            day
        });
        let days = linked.collect::<Vec<_>>().leak();
        names.report(reader);
        (self.weeks.leak(), days)
    }
}

#[derive(Debug)]
struct Known {
    ids: Rc<[String]>,
    numbers: HashMap<String, DayNo>,
}

impl Known {
    fn number(&self, word: &str) -> Option<usize> {
        word.parse().ok().filter(|n| (1..=self.ids.len()).contains(n))
    }

    /// Returns what else the command line would take a day's id for: another day, a part of one, or a range of days.
    fn also_called(&self, day: &Day) -> Option<String> {
        let id = day.id.as_str();
        if let Some(no) = self.number(id) {
            return (no != usize::from(day.no.get())).then(|| format!("day {no} is"));
        }
        let ends = id.split_once('-').map(|(first, last)| (self.number(first), self.number(last)));
        if let Some((Some(first), Some(last))) = ends {
            return Some(format!("the days {first} to {last} are"));
        }
        let (of, part) = id.split_once('.')?;
        let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        let is_letter = part.len() == 1 && part.bytes().all(|b| b.is_ascii_alphabetic());
        let is_part = is_letter || is_number(part.strip_prefix('q').unwrap_or(part));
        let is_day = self.number(of).is_some() || self.numbers.contains_key(of);
        (is_part && is_day).then(|| format!("a part of day {of} is"))
    }

    fn target<'a>(&self, link: &'a Value<'a>, reader: &mut Reader<'a>) -> Option<DayNo> {
        let (no, fault) = if let Some(number) = link.get_ref().as_integer() {
            let no = whole(number).and_then(|n| u16::try_from(n).ok());
            let no = no.filter(|no| (1..=self.ids.len()).contains(&usize::from(*no)));
            (no.map(DayNo), Fault::NoNumber("day", number.as_str().to_owned(), self.ids.len()))
        } else if let Some(id) = link.get_ref().as_str() {
            (self.numbers.get(&*composed(id)).copied(), Fault::NoDay(id, Rc::clone(&self.ids)))
        } else {
            (None, Fault::Wrong("a day in \"builds_on\"", "its number or its id", type_of(link)))
        };
        reader.or_report(no, link.span(), fault)
    }
}

impl<'a> Reader<'a> {
    fn milestone(&mut self, section: &Section<'a>, days: &mut [ReadDay<'_>]) -> Option<Milestone> {
        let title = self.text(section, "title");
        let takes = section.value("days").and_then(|value| self.number("days", value, COUNT));
        let takes = takes.map_or(1, usize::from);
        if takes > days.len() && !days.is_empty() {
            self.add(section.span_of("days"), Fault::MilestoneDays(takes, days.len()));
        }
        let last = days.last()?.day.no;
        let ReadDay { day, ids, .. } = days.get_mut(days.len().saturating_sub(takes))?;
        Some(Milestone {
            title: title.unwrap_or(day.title),
            first: day.no,
            last,
            accept: self.each(section, "accept", TEXTS, |reader, value| reader.check(value, ids)),
            rubric: self.texts(section, "rubric"),
            stretch: self.texts(section, "stretch"),
            pitfalls: self.texts(section, "pitfalls"),
        })
    }

    fn check(&mut self, value: &'a Value<'a>, ids: &mut Names) -> Option<Check> {
        let (text, name) = if value.get_ref().is_table() {
            let section = self.open(value, &CHECK)?;
            let text = self.required(&section, "text")?;
            (text, self.name(Some(&section), Some((text, section.span_of("text"))))?)
        } else if value.get_ref().is_str() {
            let text = self.text_of("accept", value)?;
            (text, self.name(None, Some((text, value.span())))?)
        } else {
            self.add(value.span(), Fault::Wrong(CHECK.name, "a text in quotes", type_of(value)));
            return None;
        };
        Some(Check { id: ids.item("check", name), text })
    }
}
