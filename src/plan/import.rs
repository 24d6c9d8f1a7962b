//! A plan made of a Markdown list that somebody else wrote: a check list, the outline of a course, a log by days.
//!
//! Here the days get their weeks, numbers and ids, in the text of a file; the reader judges what was written of it.
//! Deliberately absent: reading Markdown (`outline.rs`), and what is a day (`drafts.rs`).

use super::day::Names;
use super::document::Source;
use super::drafts::{Draft, Drafts};
use super::id::{DayId, DayNo, ItemId, PlanId, WeekNo};
use super::label::{is_day, is_week, is_week_no, unlabelled};
use super::model::{Day, Phase, Plan, Resource, Role, Task, Week};
use super::names::{is_id, slug};
use super::outline::{Node, Outline, cleaned};
use crate::text::pasted;
use std::collections::HashSet;
use std::mem::take;

/// The most days of a week that has a heading.
const LONGEST_WEEK: usize = 14;

/// A plan that was made of a list.
#[derive(Debug)]
pub struct Imported {
    /// The plan as a file.
    pub text: String,
    /// What the file says.
    pub plan: Plan,
    /// The tasks that are ticked in the list.
    pub ticked: Vec<ItemId>,
    /// How many lines of the list are not in the plan: code, text outside of the days, tables of contents.
    pub passed: usize,
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
        let text = pasted(markdown.trim_start_matches('\u{feff}'));
        let (mut root, unread) = Outline::of(&text);
        let titles = [take_title(&mut root), cleaned(title), "My plan".to_owned()];
        let title = titles.into_iter().find(|title| !title.is_empty()).unwrap_or_default();
        let Drafts { days, passed, .. } = Drafts::of(&root, &title);
        if days.is_empty() {
            return Err(NoPlan::Empty);
        }
        let text = plan(id, title, &days).ok_or(NoPlan::TooLarge)?.to_toml();
        let read = Plan::read(&[Source { name: String::new(), text: text.clone() }]);
        let plan = read.map_err(|_problems| NoPlan::TooLarge)?;
        let tasks = days.iter().flat_map(|day| &day.tasks).zip(plan.days().iter().flat_map(Day::tasks));
        let ticked = tasks.filter(|((_, is_ticked), _)| *is_ticked).map(|(_, task)| task.id.clone()).collect();
        Ok(Self { text, plan, ticked, passed: passed + unread })
    }
}

/// Takes off what the heading over everything says, which is the plan's title; empty where there is none.
fn take_title(root: &mut Node) -> String {
    match root.below.as_mut_slice() {
        [all] if !all.is_item() && !is_day(&all.title) && !is_week(&all.title) => take(&mut all.title),
        _ => String::new(),
    }
}

/// Makes the plan; `None` where it has more days than can be counted.
fn plan(id: PlanId, title: String, drafts: &[Draft]) -> Option<Plan> {
    let mut names = Names::default();
    let (mut phases, mut weeks, mut days) = (Vec::<Phase>::new(), Vec::<Week>::new(), Vec::<Day>::new());
    for (title, above, group) in weeks_of(drafts) {
        let (no, first) = (WeekNo(next(&weeks)?), DayNo(next(&days)?));
        for draft in group {
            days.push(day(draft, DayNo(next(&days)?), no, &mut names));
        }
        match phases.last_mut().filter(|phase| phase.title == above && phase.last.get() + 1 == no.get()) {
            Some(phase) => phase.last = no,
            None if above.is_empty() => {}
            None => phases.push(Phase { title: above.leak(), about: None, first: no, last: no }),
        }
        let last = days.last().map_or(first, |day| day.no);
        weeks.push(Week { no, first, last, title: title.leak(), milestone: None });
    }
    let titles = unlabelled(&phases.iter().map(|phase| phase.title).collect::<Vec<_>>());
    for (phase, title) in phases.iter_mut().zip(titles) {
        phase.title = title;
    }
    let titles = unlabelled(&weeks.iter().map(|week| week.title).collect::<Vec<_>>());
    for (week, title) in weeks.iter_mut().zip(titles) {
        let is_number = title.is_empty() || is_week_no(title, week.no);
        week.title = if is_number { format!("Week {}", week.no).leak() } else { title };
    }
    let (title, phases, weeks, days) = (title.leak(), phases.leak(), weeks.leak(), days.leak());
    let (goal, outcome, minutes, hours_per_week, by_id) = ("", "", None, None, &[][..]);
    Some(Plan { id, title, goal, outcome, minutes, hours_per_week, phases, weeks, days, by_id })
}

/// Returns the number of what comes behind these.
fn next<T>(these: &[T]) -> Option<u16> {
    u16::try_from(these.len() + 1).ok()
}

/// Returns the days of each week with its title and its phase's: those under one heading, else seven.
fn weeks_of(drafts: &[Draft]) -> Vec<(String, String, &[Draft])> {
    let mut weeks = Vec::new();
    for group in drafts.chunk_by(|one, next| one.path == next.path) {
        let path = group.first().map_or(&[][..], |day| &day.path);
        let (heading, above) = path.split_last().map_or(("", &[][..]), |(heading, above)| (heading, above));
        let most = if heading.is_empty() || group.len() > LONGEST_WEEK { 7 } else { LONGEST_WEEK };
        for (n, part) in (1..).zip(group.chunks(most)) {
            let is_part = !heading.is_empty() && part.len() < group.len();
            let title = if is_part { format!("{heading} ({n})") } else { heading.to_owned() };
            weeks.push((title, above.join(": "), part));
        }
    }
    weeks
}

fn day(draft: &Draft, no: DayNo, week: WeekNo, names: &mut Names) -> Day {
    let id = named(names, &draft.title, "day", no.get().into());
    let mut own_names = Names::default();
    let tasks = (1..).zip(&draft.tasks).map(|(n, (text, _))| {
        let name = named(&mut own_names, text, "task", n);
        Task { id: ItemId::new(format!("{id}/{name}")), role: Role::Do, text: text.clone().leak(), added: false }
    });
    let mut known = HashSet::new();
    let links = draft.links.iter().filter(|(_, url)| known.insert(url)).map(|(title, url)| {
        let title = if title.is_empty() { url } else { title };
        Resource { title: title.clone().leak(), url: url.clone().leak(), kind: None, minutes: None, extra: false }
    });
    let note = draft.paragraphs.join("\n\n");
    Day {
        tasks: tasks.collect::<Vec<_>>().leak(),
        resources: links.collect::<Vec<_>>().leak(),
        id: DayId::new(id),
        no,
        week,
        title: draft.title.clone().leak(),
        outcome: None,
        minutes: None,
        builds_on: &[],
        tags: &[],
        examples: &[],
        note: if note.is_empty() { None } else { Some(note.leak()) },
        recall: &[],
    }
}

/// Returns a name for a text that nothing else has: of its kind and number where the text has no letter.
fn named(names: &mut Names, text: &str, kind: &str, number: usize) -> String {
    let slug = slug(text);
    // Digits alone are how what has that number is called.
    let is_digits = slug.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    let name = match slug {
        slug if is_id(&slug) && !is_digits => slug,
        slug if is_id(&slug) => format!("{kind}-{slug}"),
        _ => format!("{kind}-{number}"),
    };
    if names.keep_free(&name) { name } else { names.free(&name) }
}
