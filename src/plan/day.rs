//! Days as they are read: tasks, resources, recall questions, and the ids of all of them.
//!
//! Deliberately absent: the links between days, which need all of them (`plan/week.rs`).

use std::collections::HashMap;

use super::document::{Reports, Span};
use super::fault::{Fault, Kind};
use super::id::{DayId, DayNo, ItemId, WeekNo};
use super::model::{Day, List, Recall, Resource, Role, Task, Text};
use super::names::{is_id, slug};
use super::section::{MINUTES, Section, Value};
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

const RECALL: Kind = Kind {
    name: "a recall question",
    key: "key",
    keys: &["id", "ask", "answer", "long"],
    elsewhere: &[],
};

/// A day as far as it can be read by itself.
#[derive(Debug)]
pub(super) struct Sitting<'a> {
    pub(super) day: Day,
    /// Where the id is, or the text that it was made of.
    pub(super) id_span: Span,
    pub(super) builds_on: Vec<&'a Value<'a>>,
    /// The names of its tasks and questions.
    pub(super) names: Names,
}

/// A name that an id is made of, and where it comes from.
pub(super) type Name = (String, Span);

/// The names that are taken, by what, and where.
#[derive(Debug, Default)]
pub(super) struct Names(HashMap<String, (&'static str, Span)>);

impl Names {
    /// Takes a name for a day, task, check or question, and reports it if it is taken.
    pub(super) fn take(&mut self, kind: &'static str, name: &Name, reports: &mut Reports<'_>) {
        let (name, span) = name;
        if let Some((other, first)) = self.0.get(name) {
            let fault = Fault::Twice(kind, other, name.clone(), first.clone());
            reports.add(span.clone(), fault);
        } else {
            self.0.insert(name.clone(), (kind, span.clone()));
        }
    }

    /// Takes the name of a task, check or question, and returns its id.
    pub(super) fn item(
        &mut self,
        kind: &'static str,
        day: &str,
        name: &Name,
        reports: &mut Reports<'_>,
    ) -> ItemId {
        self.take(kind, name, reports);
        ItemId::new(format!("{day}/{}", name.0))
    }
}

/// Returns the `id` of a table, else the slug of a text; reports it if that cannot be an id.
pub(super) fn name<'a>(
    section: Option<&Section<'a>>,
    from: Option<(Text, Span)>,
    reports: &mut Reports<'a>,
) -> Option<Name> {
    let own = section.filter(|section| section.value("id").is_some());
    let (name, span, fault) = if let Some(section) = own {
        let id = section.text("id", reports)?;
        (id.to_owned(), section.span_of("id"), Fault::NotAnId(id))
    } else {
        let (text, span) = from?;
        (slug(text), span, Fault::NoSlug(text))
    };
    if !is_id(&name) {
        reports.add(span, fault);
        return None;
    }
    Some((name, span))
}

/// Reads one day.
pub(super) fn day<'a>(
    value: &'a Value<'a>,
    no: DayNo,
    week: WeekNo,
    reports: &mut Reports<'a>,
) -> Option<Sitting<'a>> {
    let section = Section::open(value, &DAY, reports)?;
    let title = section.text("title", reports);
    let drafts = tasks(&section, reports);
    let from = match (title, drafts.first()) {
        (Some(title), _) => Some((title, section.span_of("title"))),
        (None, first) => first.map(|first| (first.text, first.span.clone())),
    };
    let title = from.as_ref().map_or("", |(title, _)| *title);
    let (id, id_span) = name(Some(&section), from, reports).unzip();
    let id = id.unwrap_or_default();
    let mut names = Names::default();
    let tasks: Vec<Task> =
        drafts.into_iter().map(|draft| draft.task(&id, &mut names, reports)).collect();
    let day = Day {
        no,
        week,
        title,
        outcome: section.text("outcome", reports),
        minutes: section.minutes(reports),
        builds_on: &[],
        tags: section.texts("tags", reports),
        tasks: tasks.leak(),
        examples: section.texts("examples", reports),
        note: section.lines("note", reports),
        resources: resources(&section, reports),
        recall: recall(&section, &id, &mut names, reports),
        id: DayId::new(id),
    };
    let builds_on = section.list("builds_on", "a list of days: [1, \"views\"]", reports).collect();
    Some(Sitting { day, id_span: id_span.unwrap_or(section.span), builds_on, names })
}

/// A task without its day's id.
#[derive(Debug)]
struct TaskDraft {
    role: Role,
    text: Text,
    span: Span,
    added: bool,
    name: Name,
}

impl TaskDraft {
    fn task(self, day: &str, names: &mut Names, reports: &mut Reports<'_>) -> Task {
        let id = names.item("task", day, &self.name, reports);
        Task { id, role: self.role, text: self.text, added: self.added }
    }
}

fn tasks<'a>(section: &Section<'a>, reports: &mut Reports<'a>) -> Vec<TaskDraft> {
    let mut values =
        section.list("tasks", "a list of tables: [{ do = \"…\" }]", reports).peekable();
    let is_list = section.value("tasks").is_none_or(|value| value.get_ref().is_array());
    if values.peek().is_none() && is_list {
        let help = "Add at least one: tasks = [{ do = \"…\" }].";
        reports.add(section.span_of("tasks"), Fault::Without("this day", "tasks", help));
    }
    values.filter_map(|value| task(value, reports)).collect()
}

fn task<'a>(value: &'a Value<'a>, reports: &mut Reports<'a>) -> Option<TaskDraft> {
    if let Some(text) = value.get_ref().as_str() {
        reports.add(value.span(), Fault::BareTask(text));
        return None;
    }
    let section = Section::open(value, &TASK, reports)?;
    let mut roles = Role::ALL.to_vec();
    roles.retain(|role| section.value(role.label()).is_some());
    roles.sort_by_key(|role| section.span_of(role.label()).start);
    let Some(&role) = roles.first() else {
        // An unknown role is reported already.
        if section.unknown().next().is_none() {
            reports.add(section.span, Fault::NoRole);
        }
        return None;
    };
    let label = role.label();
    if let Some(second) = roles.get(1).map(|role| role.label()) {
        reports.add(section.span_of(second), Fault::TwoRoles(label, second));
    }
    let added = section.flag("added", reports);
    let text = section.text(label, reports)?;
    let span = section.span_of(label);
    let name = name(Some(&section), Some((text, span.clone())), reports)?;
    Some(TaskDraft { role, text, span, added, name })
}

fn resources<'a>(section: &Section<'a>, reports: &mut Reports<'a>) -> List<Resource> {
    let wanted = "a list of tables: [{ title = \"…\", url = \"…\" }]";
    let values = section.list("resources", wanted, reports);
    let mut read = |value| {
        let section = Section::open(value, &RESOURCE, reports)?;
        let title = section.required("title", reports);
        let url = section.required("url", reports);
        if let Some(url) = url.filter(|url| !is_web_address(url)) {
            reports.add(section.span_of("url"), Fault::NotWeb(url));
        }
        let kind = section.text("kind", reports);
        let minutes = section.number("minutes", MINUTES, reports);
        let extra = section.flag("extra", reports);
        Some(Resource { title: title?, url: url?, kind, minutes, extra })
    };
    let resources: Vec<Resource> = values.filter_map(&mut read).collect();
    resources.leak()
}

fn recall<'a>(
    section: &Section<'a>,
    day: &str,
    names: &mut Names,
    reports: &mut Reports<'a>,
) -> List<Recall> {
    let wanted = "a list of tables: [{ ask = \"…\", answer = \"…\" }]";
    let values = section.list("recall", wanted, reports);
    let mut read = |value| {
        let section = Section::open(value, &RECALL, reports)?;
        let ask = section.required("ask", reports);
        let answer = section.required("answer", reports);
        let long = section.flag("long", reports);
        let ask = ask?;
        let name = name(Some(&section), Some((ask, section.span_of("ask"))), reports)?;
        let id = names.item("recall question", day, &name, reports);
        Some(Recall { id, ask, answer: answer?, long })
    };
    let questions: Vec<Recall> = values.filter_map(&mut read).collect();
    questions.leak()
}
