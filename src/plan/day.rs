//! Days as they are read: tasks, resources, recall questions, and the ids of all of them.
//!
//! Deliberately absent: the links between days, which need all of them (`plan/week.rs`).

use std::collections::HashMap;

use super::document::{Reports, Span};
use super::id::{DayId, DayNo, ItemId, WeekNo};
use super::model::{Day, Recall, Resource, Role, Task, Text};
use super::section::{Kind, Section, Value, wrong};
use super::slug::slug;
use super::source::{MINUTES, minutes};
use crate::text::is_web_address;

const DAY: Kind = Kind {
    name: "a day",
    key: "key",
    keys: &[
        "id",
        "title",
        "outcome",
        "minutes",
        "builds_on",
        "tags",
        "tasks",
        "examples",
        "note",
        "resources",
        "recall",
    ],
    elsewhere: &[("milestone", "A milestone is [week.milestone], below its [[week]].")],
};

const TASK: Kind = Kind {
    name: "a task",
    key: "role",
    keys: &["learn", "practice", "do", "project", "deliver", "id", "added"],
    elsewhere: &[],
};

const RESOURCE: Kind = Kind {
    name: "a resource",
    key: "key",
    keys: &["title", "url", "kind", "minutes", "extra"],
    elsewhere: &[],
};

const RECALL: Kind =
    Kind { name: "a recall question", key: "key", keys: &["id", "ask", "answer"], elsewhere: &[] };

/// A day as far as it can be read by itself.
pub(super) struct Sitting<'a> {
    pub(super) day: Day,
    /// Where the id is, or the text that it was made of.
    pub(super) id_span: Span,
    pub(super) builds_on: Vec<&'a Value<'a>>,
    /// The names of its tasks and recall questions.
    pub(super) names: Names,
}

/// A name that an id is made of, and where it comes from.
pub(super) type Name = (String, Span);

/// The names that are taken, and where.
#[derive(Debug, Default)]
pub(super) struct Names(HashMap<String, Span>);

impl Names {
    /// Takes a name, and reports it if it is taken.
    pub(super) fn take(&mut self, what: &str, name: &str, span: Span, reports: &mut Reports<'_>) {
        if let Some(first) = self.0.get(name) {
            let message = format!("two {what} have the id \"{name}\"");
            let help = format!("Give one of them an id of its own: id = \"{name}-2\".");
            reports.twice(span, message, (first, "it is taken here"), &help);
        } else {
            self.0.insert(name.to_owned(), span);
        }
    }

    /// Takes the name of a task, criterion or recall question, and returns its id.
    pub(super) fn item(&mut self, day: &str, name: Name, reports: &mut Reports<'_>) -> ItemId {
        let (name, span) = name;
        self.take("tasks of one day", &name, span, reports);
        ItemId(format!("{day}/{name}").into())
    }
}

/// Returns the `id` of a table, else the slug of a text; reports it if that cannot be an id.
pub(super) fn name(
    section: Option<&Section<'_>>,
    from: Option<(&str, Span)>,
    reports: &mut Reports<'_>,
) -> Option<Name> {
    if let Some(section) = section.filter(|section| section.value("id").is_some()) {
        let (id, span) = (section.text("id", reports)?, section.span_of("id"));
        if id.contains(|c: char| c == '/' || c.is_whitespace()) {
            let message = format!("\"{id}\" cannot be an id");
            reports.add(span, message).help_with("An id is one word without a /.");
            return None;
        }
        return Some((id.into_owned(), span));
    }
    let (text, span) = from?;
    let slug = slug(text);
    if slug.is_empty() {
        let message = format!("\"{text}\" has no letter or digit to make an id of");
        reports.add(span, message).help_with("Add an id: id = \"…\".");
        return None;
    }
    Some((slug, span))
}

/// Reads one day.
pub(super) fn day<'a>(
    value: &'a Value<'a>,
    no: DayNo,
    week: WeekNo,
    reports: &mut Reports<'_>,
) -> Option<Sitting<'a>> {
    let section = Section::open(value, &DAY, reports)?;
    let title = section.text("title", reports);
    let drafts = tasks(&section, reports);
    let from = match (&title, drafts.first()) {
        (Some(title), _) => Some((title.as_ref(), section.span_of("title"))),
        (None, Some(first)) => Some((first.text.as_ref(), first.span.clone())),
        (None, None) => None,
    };
    let (id, id_span) = name(Some(&section), from.clone(), reports).unzip();
    let day_id = id.unwrap_or_default();
    let mut names = Names::default();
    let day = Day {
        no,
        week,
        title: from.map(|(title, _)| title.to_owned()).unwrap_or_default().into(),
        outcome: section.text("outcome", reports),
        minutes: minutes(&section, reports),
        builds_on: [].as_slice().into(),
        tags: section.texts("tags", reports),
        tasks: drafts.into_iter().map(|draft| draft.task(&day_id, &mut names, reports)).collect(),
        examples: section.texts("examples", reports),
        note: section.lines("note", reports),
        resources: section
            .list("resources", "a list of tables: [{ title = \"…\", url = \"…\" }]", reports)
            .filter_map(|value| resource(value, reports))
            .collect(),
        recall: section
            .list("recall", "a list of tables: [{ ask = \"…\", answer = \"…\" }]", reports)
            .filter_map(|value| recall(value, &day_id, &mut names, reports))
            .collect(),
        id: DayId(day_id.into()),
    };
    let builds_on = section.list("builds_on", "a list of days: [1, \"views\"]", reports).collect();
    Some(Sitting { day, id_span: id_span.unwrap_or(section.span), builds_on, names })
}

/// A task without its day's id.
struct TaskDraft {
    role: Role,
    text: Text,
    span: Span,
    added: bool,
    name: Name,
}

impl TaskDraft {
    fn task(self, day: &str, names: &mut Names, reports: &mut Reports<'_>) -> Task {
        let id = names.item(day, self.name, reports);
        Task { id, role: self.role, text: self.text, added: self.added }
    }
}

fn tasks(section: &Section<'_>, reports: &mut Reports<'_>) -> Vec<TaskDraft> {
    let wanted = "a list of tables: [{ do = \"…\" }]";
    if section.list("tasks", wanted, reports).next().is_none() {
        let is_list = section.value("tasks").is_none_or(|value| value.get_ref().is_array());
        if is_list {
            let help = "Add at least one: tasks = [{ do = \"…\" }].";
            reports.missing(section.span_of("tasks"), "this day has no tasks", help);
        }
        return Vec::new();
    }
    section.list("tasks", wanted, reports).filter_map(|value| task(value, reports)).collect()
}

fn task(value: &Value<'_>, reports: &mut Reports<'_>) -> Option<TaskDraft> {
    if let Some(text) = value.get_ref().as_str() {
        let problem = wrong("a task", "a table", value, reports);
        problem.help_with(format!("Say what kind of task it is: {{ do = \"{text}\" }}."));
        return None;
    }
    let section = Section::open(value, &TASK, reports)?;
    let place = |role: &Role| section.span_of(role.label()).start;
    let mut roles = Role::ALL.to_vec();
    roles.retain(|role| section.value(role.label()).is_some());
    roles.sort_by_key(place);
    let Some(&role) = roles.first() else {
        if section.has_unknown(&TASK) {
            return None;
        }
        let help = "Say what to do under learn, practice, do, project or deliver.";
        reports.missing(section.span, "this task has no role", help);
        return None;
    };
    if let Some(second) = roles.get(1) {
        let message =
            format!("a task has one role, and this is {} and {}", role.label(), second.label());
        reports.add(section.span_of(second.label()), message).help_with("Make two tasks of it.");
    }
    let added = section.flag("added", reports);
    let text = section.text(role.label(), reports)?;
    let span = section.span_of(role.label());
    let name = name(Some(&section), Some((&text, span.clone())), reports)?;
    Some(TaskDraft { role, text, span, added, name })
}

fn resource(value: &Value<'_>, reports: &mut Reports<'_>) -> Option<Resource> {
    let section = Section::open(value, &RESOURCE, reports)?;
    let title = section.required("title", &RESOURCE, reports);
    let url = section.required("url", &RESOURCE, reports).filter(|url| {
        let is_web = is_web_address(url);
        if !is_web {
            let help = "Only addresses that begin with http:// or https:// are opened.";
            let message = format!("\"{url}\" is not the address of a web page");
            reports.add(section.span_of("url"), message).help_with(help);
        }
        is_web
    });
    let kind = section.text("kind", reports);
    let minutes = section.number("minutes", MINUTES, reports);
    let extra = section.flag("extra", reports);
    Some(Resource { title: title?, url: url?, kind, minutes, extra })
}

fn recall(
    value: &Value<'_>,
    day: &str,
    names: &mut Names,
    reports: &mut Reports<'_>,
) -> Option<Recall> {
    let section = Section::open(value, &RECALL, reports)?;
    let ask = section.required("ask", &RECALL, reports);
    let answer = section.required("answer", &RECALL, reports);
    let ask = ask?;
    let name = name(Some(&section), Some((&ask, section.span_of("ask"))), reports)?;
    let id = names.item(day, name, reports);
    Some(Recall { id, ask, answer: answer? })
}
