//! The days that a list is taken for: which headings and items are days, what their tasks are, and what is above them.
//!
//! A heading that has a list is a day, and the headings above it are weeks and phases; "Day 3" is one also without a
//! list. Where there is one list only, or lists are long or count days themselves, each item is a day.
//! Deliberately absent: ids, numbers and weeks of seven (`import.rs`).

use super::label::{is_day, is_week, label, unlabelled};
use super::outline::{Link, Node};
use crate::text::shortened;

/// The most tasks of a day, and letters that are said of several items.
const TASKS: usize = 8;
const SAID: usize = 60;

const BULLET: &str = "- ";

/// A day to be, below these headings; without a task where it is one itself.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub(super) path: Vec<String>,
    pub(super) title: String,
    pub(super) is_ticked: bool,
    pub(super) tasks: Vec<(String, bool)>,
    pub(super) paragraphs: Vec<String>,
    pub(super) links: Vec<Link>,
    /// Whether only what has a box is a task.
    has_boxes: bool,
}

impl Draft {
    /// Makes a day of a heading or an item, and of these parts below it.
    fn of(node: &Node, parts: &[&Node], path: &[String]) -> Self {
        let mut draft = Self {
            path: path.to_vec(),
            title: node.title.clone(),
            is_ticked: node.ticked.unwrap_or_default(),
            paragraphs: node.paragraphs.clone(),
            links: node.links.clone(),
            has_boxes: parts.iter().any(|part| part.has_box()),
            tasks: Vec::new(),
        };
        for part in parts {
            draft.add(part, "");
        }
        draft
    }

    /// Makes a part of the day a task, what its tasks are about, or words; `about` is said of it already.
    fn add(&mut self, part: &Node, about: &str) {
        let holds_tasks = part.below.iter().any(|below| !self.has_boxes || below.has_box());
        let mut about = about.to_owned();
        if part.ticked.is_none() && holds_tasks {
            about.extend([&*shortened(&part.title, SAID), ": "]);
        } else if part.ticked.is_none() && !part.is_item() {
            self.paragraphs.push(part.title.clone());
        } else if part.ticked.is_none() && self.has_boxes {
            match self.paragraphs.last_mut().filter(|last| last.starts_with(BULLET)) {
                Some(list) => list.extend(["\n", BULLET, &part.title]),
                None => self.paragraphs.push([BULLET, &part.title].concat()),
            }
        } else {
            self.tasks.push((format!("{about}{}", part.title), part.ticked.unwrap_or(self.is_ticked)));
        }
        self.paragraphs.extend_from_slice(&part.paragraphs);
        self.links.extend_from_slice(&part.links);
        for below in &part.below {
            self.add(below, &about);
        }
    }
}

/// The days of a text.
#[derive(Debug, Default)]
pub(super) struct Drafts {
    pub(super) days: Vec<Draft>,
    /// How many lines are not in them.
    pub(super) passed: usize,
    /// Whether each item is a day, also where nothing says so.
    are_items: bool,
}

impl Drafts {
    /// Finds the days of a text; `title` is that of one without a heading.
    pub(super) fn of(root: &Node, title: &str) -> Self {
        let mut found = Self::default();
        found.walk(root, &[]);
        let lists = found.days.iter().filter(|day| !is_day(&day.title));
        let (count, tasks) = lists.fold((0, 0), |(count, tasks), list| (count + 1, tasks + list.tasks.len()));
        if (count == 1 && found.days.len() == 1) || tasks > TASKS * count {
            found = Self { are_items: true, ..Self::default() };
            found.walk(root, &[]);
        }
        let titles = found.days.iter().map(|day| if day.title.is_empty() { title } else { &day.title });
        let titles = unlabelled(&titles.collect::<Vec<_>>()).into_iter().map(str::to_owned).collect::<Vec<_>>();
        for (day, title) in found.days.iter_mut().zip(titles) {
            if day.tasks.is_empty() {
                day.tasks.push((title.clone(), day.is_ticked));
            }
            day.title = title;
        }
        found
    }

    /// Makes days of a heading and of all below it.
    fn walk(&mut self, heading: &Node, path: &[String]) {
        let title = &heading.title;
        if is_day(title) || heading.below.is_empty() && label(title).is_some() {
            let parts: Vec<&Node> = heading.below.iter().collect();
            return self.days.push(Draft::of(heading, &parts, path));
        }
        let inner = within(path, title);
        let (items, headings): (Vec<&Node>, Vec<&Node>) = heading.below.iter().partition(|below| below.is_item());
        let named = items.iter().filter(|item| is_day(&item.title) || is_week(&item.title)).count();
        if items.is_empty() {
            self.passed += heading.lines + usize::from(headings.is_empty() && !title.is_empty());
        } else if self.are_items || named * 2 > items.len() || (is_week(title) && headings.is_empty()) {
            self.add_each(heading, &items, &inner);
        } else {
            self.days.push(Draft::of(heading, &items, if headings.is_empty() { path } else { &inner }));
        }
        for below in headings {
            self.walk(below, &inner);
        }
    }

    /// Makes a day of each item of a list, or a week where it says so.
    fn add_each(&mut self, list: &Node, items: &[&Node], path: &[String]) {
        let first = self.days.len();
        for item in items {
            let below: Vec<&Node> = item.below.iter().collect();
            if is_week(&item.title) && item.ticked.is_none() && !below.is_empty() {
                self.add_each(item, &below, &within(path, &item.title));
            } else {
                self.days.push(Draft::of(item, &below, path));
            }
        }
        // What stands before a list is said of its first day.
        if let Some(day) = self.days.get_mut(first) {
            day.paragraphs.splice(0..0, list.paragraphs.iter().cloned());
            day.links.extend_from_slice(&list.links);
        }
    }
}

fn within(path: &[String], title: &str) -> Vec<String> {
    path.iter().map(String::as_str).chain([title]).filter(|title| !title.is_empty()).map(str::to_owned).collect()
}
