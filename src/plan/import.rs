//! A plan made of a Markdown list that somebody else wrote: a check list, the outline of a course, a log by days.
//!
//! The deepest headings that have a list are days, as are all on their level, their items tasks, and the headings above
//! weeks and phases. Where there is one list only, or lists are long or themselves of days, each item is a day. No item
//! is left out, but below what is no day by its name, such as a licence. The reader judges what was written of it.

use super::boxes::as_markdown;
use super::day::Names;
use super::document::Source;
use super::headings::{Item, Section, complete, root, sections, set_aside};
use super::id::{DayId, DayNo, ItemId, PlanId, WeekNo};
use super::label::{self, Label};
use super::model::{Day, List, Phase, Plan, Resource, Role, Task, Week};
use super::names::{is_id, slug};
use super::outline::{Line, Outline, cleaned};
use crate::text::shortened;
use std::collections::HashSet;

/// The most tasks of a day, days of a week, and letters that are said of several items.
const TASKS: usize = 8;
const LONGEST_WEEK: usize = 14;
const SAID: usize = 60;

const BULLET: &str = "- ";

/// A plan that was made of a list.
#[derive(Debug)]
pub struct Imported {
    /// The plan as a file.
    pub text: String,
    /// What the file says.
    pub plan: Plan,
    /// The tasks that are ticked in the list.
    pub ticked: Vec<ItemId>,
    /// How many lines of the list are not in the plan: code, text above the first day, tables of contents.
    pub passed: usize,
    /// The headings that are left out with all below them, such as a licence.
    pub left_out: Vec<String>,
}

/// Says why no plan was made of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoPlan {
    /// There is nothing that could be a day.
    #[error(
        "there is no list that a plan can be made of; write each day as a heading with its tasks as a list below, or a \
         list of days"
    )]
    Empty,
    /// The plan would be larger than the reader reads.
    #[error("the list makes more than a plan can hold; make two lists of it")]
    TooLarge,
}

impl Imported {
    /// Makes a plan of Markdown; `title` is its title where the list has none over all of it.
    pub fn of(markdown: &str, id: PlanId, title: &str) -> Result<Self, NoPlan> {
        if markdown.len() > Plan::LARGEST {
            return Err(NoPlan::TooLarge);
        }
        let text = as_markdown(markdown);
        let Outline { blocks, passed, .. } = Outline::of(&text);
        let mut sections = sections(blocks);
        complete(&mut sections);
        let is_day = |section: &Section| !section.items.is_empty() || section.is_day;
        let unread = sections.iter().filter(|section| !is_day(section)).map(|section| section.texts.len());
        let passed = passed + unread.sum::<usize>();
        sections.retain(is_day);
        let left_out = set_aside(&mut sections);
        let root = root(&sections);
        for section in sections.iter_mut().filter(|_| root.is_some()) {
            section.path.remove(0);
        }
        let title = Some(root.unwrap_or_else(|| cleaned(title))).filter(|title| !title.is_empty());
        let drafts = drafts(sections);
        if drafts.is_empty() {
            return Err(NoPlan::Empty);
        }
        let (plan, ticked) =
            plan(id, title.unwrap_or_else(|| "My plan".to_owned()), &drafts).ok_or(NoPlan::TooLarge)?;
        let text = plan.to_toml();
        let read = Plan::read(&[Source { name: String::new(), text: text.clone() }]);
        Ok(Self { text, plan: read.map_err(|_problems| NoPlan::TooLarge)?, ticked, passed, left_out })
    }
}

/// A day to be: below these headings, and with no task where it is one itself.
#[derive(Debug, Default)]
struct Draft {
    path: Vec<String>,
    title: String,
    is_ticked: bool,
    tasks: Vec<(String, bool)>,
    texts: Vec<Line>,
    links: Vec<(String, String)>,
}

impl Draft {
    fn add(&mut self, items: &[Item]) {
        // In a list with boxes only these are to be ticked; what else stands there is said of them.
        let is_boxed = |item: &Item| item.ticked.is_some();
        let has_boxes = items.iter().any(is_boxed);
        let mut about: Vec<(usize, String)> = Vec::new();
        let mut rest = items;
        while let Some((item, after)) = rest.split_first() {
            rest = after;
            about.retain(|(above, _)| *above < item.depth);
            let text = without_colon(&item.line.text);
            let mut inner = after.iter().take_while(|inner| inner.depth > item.depth);
            if !is_boxed(item) && inner.any(|inner| is_boxed(inner) || !has_boxes) {
                about.push((item.depth, shortened(text, SAID).into_owned()));
            } else if !is_boxed(item) && has_boxes {
                self.texts.push(Line { text: format!("{BULLET}{}", item.line.text), ..Line::default() });
            } else {
                let words = about.iter().map(|(_, text)| text.as_str()).chain([text]);
                let is_ticked = item.ticked.unwrap_or(self.is_ticked);
                self.tasks.push((words.collect::<Vec<_>>().join(": "), is_ticked));
            }
            self.links.extend_from_slice(&item.line.links);
            self.texts.extend_from_slice(&item.texts);
        }
    }

    /// Returns what is said of the day, a paragraph a string.
    fn note(&self) -> Vec<String> {
        let mut paragraphs: Vec<String> = Vec::new();
        for line in &self.texts {
            match paragraphs.last_mut() {
                Some(paragraph) if line.goes_on => paragraph.extend([" ", &line.text]),
                Some(list) if list.starts_with(BULLET) && line.text.starts_with(BULLET) => {
                    list.extend(["\n", &line.text]);
                }
                _ => paragraphs.push(line.text.clone()),
            }
        }
        paragraphs
    }

    fn resources(&self) -> List<Resource> {
        let mut known = HashSet::new();
        let links = self.links.iter().chain(self.texts.iter().flat_map(|line| &line.links));
        let resource = |(title, url): &(String, String)| Resource {
            url: url.clone().leak(),
            title: Some(title).filter(|title| !title.is_empty()).unwrap_or(url).clone().leak(),
            kind: None,
            minutes: None,
            extra: false,
        };
        links.filter(|(_, url)| known.insert(url.clone())).map(resource).collect::<Vec<_>>().leak()
    }
}

fn drafts(sections: Vec<Section>) -> Vec<Draft> {
    let lists: Vec<&Section> = sections.iter().filter(|section| !section.is_day).collect();
    let tops: Vec<&Item> = lists.iter().flat_map(|section| section.tops()).collect();
    let days = tops.iter().filter(|item| label::day(&item.line.text).is_some()).count();
    let tasks: usize = lists.iter().map(|section| section.count()).sum();
    let each_is_a_day = sections.len() == 1 || tasks > TASKS * lists.len() || days * 2 > tops.len();
    let mut drafts = Vec::new();
    let mut sections = sections.into_iter().peekable();
    while let Some(section) = sections.next() {
        let is_above = sections
            .peek()
            .is_some_and(|next| next.path.len() > section.path.len() && next.path.starts_with(&section.path));
        let is_week = !is_above && section.path.last().is_some_and(|title| label::week(title).is_some());
        if !section.is_day && (each_is_a_day || is_week) {
            drafts.extend(section.days());
            continue;
        }
        let mut path = section.path;
        let title = if is_above { path.last().cloned() } else { path.pop() }.unwrap_or_default();
        let mut day = Draft { path, title, texts: section.texts, links: section.links, ..Draft::default() };
        day.add(&section.items);
        drafts.push(day);
    }
    drafts
}

impl Section {
    /// Returns a day for each item that is in no other.
    fn days(self) -> Vec<Draft> {
        let top = self.items.iter().map(|item| item.depth).min().unwrap_or_default();
        let mut days: Vec<Draft> = Vec::new();
        let mut items = self.items.into_iter().peekable();
        while let Some(Item { ticked, line, texts, .. }) = items.next() {
            let is_ticked = ticked.unwrap_or_default();
            let (title, links) = (line.text, line.links);
            let mut day = Draft { path: self.path.clone(), title, is_ticked, texts, links, ..Draft::default() };
            day.add(&std::iter::from_fn(|| items.next_if(|item| item.depth > top)).collect::<Vec<_>>());
            days.push(day);
        }
        // What stands before a list is said of its first day.
        if let Some(first) = days.first_mut() {
            first.texts.splice(0..0, self.texts);
            first.links.extend(self.links);
        }
        days
    }
}

/// Returns a name for a text that nothing else has.
fn named(names: &mut Names, text: &str, otherwise: impl FnOnce(&str) -> String) -> String {
    let slug = slug(text);
    // Digits alone are how a day of that number is called.
    let is_name = is_id(&slug) && !slug.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    let name = if is_name { slug } else { otherwise(&slug) };
    if names.keep_free(&name) { name } else { names.free(&name) }
}

/// Makes the plan; `None` where it has more days than can be counted.
fn plan(id: PlanId, title: String, drafts: &[Draft]) -> Option<(Plan, Vec<ItemId>)> {
    let titles: Vec<&str> = drafts.iter().map(|draft| without_colon(&draft.title)).collect();
    let titles = unlabelled(&titles, label::day);
    let (mut names, mut ticked, mut days) = (Names::default(), Vec::new(), Vec::new());
    let (mut weeks, mut headings): (Vec<Week>, Vec<String>) = (Vec::new(), Vec::new());
    let mut phases: Vec<Phase> = Vec::new();
    for (heading, above, group) in weeks_of(drafts) {
        let no = WeekNo(u16::try_from(weeks.len() + 1).ok()?);
        let first = DayNo(u16::try_from(days.len() + 1).ok()?);
        for draft in group {
            let title = titles.get(days.len()).copied().filter(|own| !own.is_empty()).unwrap_or(&title);
            days.push(day(draft, title, DayNo(u16::try_from(days.len() + 1).ok()?), no, &mut names, &mut ticked));
        }
        match phases.last_mut().filter(|phase| phase.title == above && phase.last.get() + 1 == no.get()) {
            Some(phase) => phase.last = no,
            None if above.is_empty() => {}
            None => phases.push(Phase { title: above.leak(), about: None, first: no, last: no }),
        }
        headings.push(heading);
        weeks.push(Week { no, first, last: days.last().map_or(first, |day| day.no), title: "", milestone: None });
    }
    let titles: Vec<&str> = phases.iter().map(|phase| phase.title).collect();
    for (phase, title) in phases.iter_mut().zip(unlabelled(&titles, label::phase)) {
        phase.title = title;
    }
    let headings: Vec<&str> = headings.iter().map(String::as_str).collect();
    for (week, heading) in weeks.iter_mut().zip(unlabelled(&headings, label::week)) {
        week.title = if heading.is_empty() { format!("Week {}", week.no) } else { heading.to_owned() }.leak();
    }
    let (title, phases, weeks, days) = (title.leak(), phases.leak(), weeks.leak(), days.leak());
    let (goal, outcome, minutes, hours_per_week, by_id) = ("", "", None, None, &[][..]);
    Some((Plan { id, title, goal, outcome, minutes, hours_per_week, phases, weeks, days, by_id }, ticked))
}

fn day(draft: &Draft, title: &str, no: DayNo, week: WeekNo, names: &mut Names, ticked: &mut Vec<ItemId>) -> Day {
    let id = named(names, title, |slug| {
        let digits = Some(slug).filter(|slug| slug.is_ascii() && !slug.is_empty());
        format!("day-{}", digits.map_or_else(|| no.to_string(), str::to_owned))
    });
    let mut note = draft.note();
    let mut tasks = draft.tasks.clone();
    if tasks.is_empty() {
        // A mere "Day 3" says less than its first words.
        let is_bare = label::day(title).is_some_and(|label| label.rest.is_empty()) && !note.is_empty();
        tasks.push((if is_bare { note.remove(0) } else { title.to_owned() }, draft.is_ticked));
    }
    let mut names = Names::default();
    let tasks: Vec<Task> = (1..)
        .zip(tasks)
        .map(|(n, (text, is_ticked))| {
            let name: String =
                named(&mut names, &text, |slug| if is_id(slug) { slug.to_owned() } else { format!("task-{n}") });
            let id = ItemId::new(format!("{id}/{name}"));
            ticked.extend(is_ticked.then(|| id.clone()));
            Task { id, role: Role::Do, text: text.leak(), added: false }
        })
        .collect();
    Day {
        id: DayId::new(id),
        no,
        week,
        title: title.to_owned().leak(),
        outcome: None,
        minutes: None,
        builds_on: &[],
        tags: &[],
        tasks: tasks.leak(),
        examples: &[],
        note: Some(note.join("\n\n")).filter(|note| !note.is_empty()).map(|note| &*note.leak()),
        resources: draft.resources(),
        recall: &[],
    }
}

/// Returns the days of each week with its title and its phase's: those under one heading, else seven.
fn weeks_of(drafts: &[Draft]) -> Vec<(String, String, &[Draft])> {
    let mut weeks = Vec::new();
    for group in drafts.chunk_by(|one, next| one.path == next.path) {
        let path = group.first().map_or(&[][..], |day| &day.path);
        let (heading, above) = path.split_last().map_or(("", &[][..]), |(heading, above)| (heading, above));
        let parts = if heading.is_empty() || group.len() > LONGEST_WEEK { 7 } else { LONGEST_WEEK };
        for (n, part) in (1..).zip(group.chunks(parts)) {
            let is_part = !heading.is_empty() && part.len() < group.len();
            let title = if is_part { format!("{heading} ({n})") } else { heading.to_owned() };
            weeks.push((title, above.join(": "), part));
        }
    }
    weeks
}

/// Returns what a line says without the colon at its end, unless that is all of it.
fn without_colon(text: &str) -> &str {
    Some(text.trim_end_matches([':', '：', ' '])).filter(|words| !words.is_empty()).unwrap_or(text)
}

/// Returns titles without what counts them, where that is how the plan counts them itself.
fn unlabelled<'t>(titles: &[&'t str], label: fn(&str) -> Option<Label<'_>>) -> Vec<&'t str> {
    let is_counted = (1..).zip(titles).all(|(n, title)| label(title).is_some_and(|label| label.number == n));
    let rest = |title: &&'t str| label(title).map(|label| label.rest).filter(|rest| is_counted && !rest.is_empty());
    titles.iter().map(|title| rest(title).unwrap_or(title)).collect()
}
