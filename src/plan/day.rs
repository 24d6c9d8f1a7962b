//! Days as they are read: tasks, resources, recall questions, and the ids of all of them.

use super::document::{Reader, Span};
use super::fault::{Fault, Kind};
use super::id::{DayId, DayNo, ItemId, WeekNo};
use super::model::{Day, Recall, Resource, Role, Task, Text};
use super::names::{composed, is_id, slug};
use super::section::{COUNT, Section, Value};
use crate::text::is_web_address;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

const DAY: Kind = Kind {
    name: "a day",
    key: "key",
    keys: "id title outcome minutes builds_on tags tasks examples note resources recall",
};

const TASK: Kind = Kind { name: "a task", key: "role", keys: "learn practice do project deliver id added" };
const RESOURCE: Kind = Kind { name: "a resource", key: "key", keys: "title url kind minutes extra" };
const RECALL: Kind = Kind { name: "a recall question", key: "key", keys: "id ask answer long" };

const RESOURCES: &str = "a list of tables: [{ title = \"…\", url = \"…\" }]";
const QUESTIONS: &str = "a list of tables: [{ ask = \"…\", answer = \"…\" }]";

#[derive(Debug)]
pub(super) struct ReadDay<'a> {
    pub(super) day: Day,
    pub(super) id_span: Span,
    pub(super) builds_on: Vec<&'a Value<'a>>,
    /// The names of its tasks and questions.
    pub(super) ids: Names,
}

/// The most characters of a name that the free one made of it begins with.
const BEGIN: usize = 40;

pub(super) type Name = (String, Span);

/// The names within the plan or a day, and those that were taken already: what to take instead is known at the end.
#[derive(Debug, Default)]
pub(super) struct Names {
    day: String,
    taken: HashMap<String, (&'static str, Span)>,
    again: Vec<(&'static str, Name)>,
    /// How often a free name was made of one.
    made: HashMap<String, usize>,
}

impl Names {
    pub(super) fn take(&mut self, kind: &'static str, name: Name) {
        match self.taken.entry(name.0) {
            Entry::Vacant(free) => _ = free.insert((kind, name.1)),
            Entry::Occupied(taken) => self.again.push((kind, (taken.key().clone(), name.1))),
        }
    }

    pub(super) fn item(&mut self, kind: &'static str, name: Name) -> ItemId {
        let id = ItemId::new(format!("{}/{}", self.day, name.0));
        self.take(kind, name);
        id
    }

    /// Sees to it that nothing is given a name; tells whether nothing had it.
    pub(super) fn keep_free(&mut self, name: &str) -> bool {
        let is_free = !self.taken.contains_key(name);
        self.taken.entry(name.to_owned()).or_default();
        is_free
    }

    /// Returns a name like this one that nothing has, and that nothing else is called by: `views-2`, `day-7`.
    pub(super) fn free(&mut self, name: &str) -> String {
        let begin: String = name.chars().take(BEGIN).collect();
        let begin = begin.replace(['.', '\\'], "-");
        let of = if begin.starts_with(|c: char| c.is_ascii_digit()) { "day-" } else { "" };
        let begin = format!("{of}{}", begin.trim_end_matches('-'));
        let made = self.made.entry(begin.clone()).or_default();
        loop {
            *made += 1;
            let own = if *made == 1 { begin.clone() } else { format!("{begin}-{made}") };
            if !self.taken.contains_key(&own) {
                self.keep_free(&own);
                return own;
            }
        }
    }

    /// Reports what has a name that is taken, each with one of its own.
    pub(super) fn report(mut self, reader: &mut Reader<'_>) {
        for (kind, (name, span)) in std::mem::take(&mut self.again) {
            let own = self.free(&name);
            if let Some((other, first)) = self.taken.get(&name) {
                reader.add(span, Fault::Twice(kind, other, name, own, first.clone()));
            }
        }
    }
}

impl<'a> Reader<'a> {
    /// Returns the `id` of a table, else the slug of a text; reports it if that cannot be an id.
    pub(super) fn name(&mut self, section: Option<&Section<'a>>, from: Option<(Text, Span)>) -> Option<Name> {
        let own = section.filter(|section| section.value("id").is_some());
        let (name, span, fault) = if let Some(section) = own {
            let id = self.text(section, "id")?;
            (composed(id).into_owned(), section.span_of("id"), Fault::NotAnId(id))
        } else {
            let (text, span) = from?;
            (slug(text), span, Fault::NoSlug(text))
        };
        let named = is_id(&name).then(|| (name, span.clone()));
        self.or_report(named, span, fault)
    }

    pub(super) fn day(&mut self, value: &'a Value<'a>, no: DayNo, week: WeekNo) -> Option<ReadDay<'a>> {
        let section = self.open(value, &DAY)?;
        let title = self.text(&section, "title");
        let drafts = self.tasks(&section);
        let from = match (title, drafts.first()) {
            (Some(title), _) => Some((title, section.span_of("title"))),
            (None, first) => first.map(|(task, (_, span))| (task.text, span.clone())),
        };
        let title = from.as_ref().map_or("", |(title, _)| *title);
        let (id, id_span) = self.name(Some(&section), from).unzip();
        let mut ids = Names { day: id.unwrap_or_default(), ..Names::default() };
        let tasks = drafts.into_iter().map(|(task, name)| Task { id: ids.item("task", name), ..task });
        let tasks: Vec<Task> = tasks.collect();
        let day = Day {
            no,
            week,
            id: DayId::new(ids.day.clone()),
            title,
            outcome: self.text(&section, "outcome"),
            minutes: self.minutes(&section),
            builds_on: &[],
            tags: self.texts(&section, "tags"),
            tasks: tasks.leak(),
            examples: self.texts(&section, "examples"),
            note: self.lines(&section, "note"),
            resources: self.each(&section, "resources", RESOURCES, Self::resource),
            recall: self.each(&section, "recall", QUESTIONS, |reader, value| reader.question(value, &mut ids)),
        };
        let builds_on = self.list(&section, "builds_on", "a list of days: [1, \"views\"]").collect();
        Some(ReadDay { day, id_span: id_span.unwrap_or(section.span), builds_on, ids })
    }

    fn tasks(&mut self, section: &Section<'a>) -> Vec<(Task, Name)> {
        let mut values = self.list(section, "tasks", "a list of tables: [{ do = \"…\" }]").peekable();
        let is_list = section.value("tasks").is_none_or(|value| value.get_ref().is_array());
        if values.peek().is_none() && is_list {
            let help = "at least one: tasks = [{ do = \"…\" }]";
            self.add(section.span_of("tasks"), Fault::Without("this day", "tasks", help));
        }
        values.filter_map(|value| self.task(value)).collect()
    }

    fn task(&mut self, value: &'a Value<'a>) -> Option<(Task, Name)> {
        if let Some(text) = value.get_ref().as_str() {
            self.add(value.span(), Fault::BareTask(text));
            return None;
        }
        let section = self.open(value, &TASK)?;
        let mut roles = Role::ALL.to_vec();
        roles.retain(|role| section.value(role.label()).is_some());
        roles.sort_by_key(|role| section.span_of(role.label()).start);
        let Some(&role) = roles.first() else {
            // An unknown role is reported already.
            if section.unknown().next().is_none() {
                self.add(section.span, Fault::NoRole);
            }
            return None;
        };
        let label = role.label();
        if let Some(second) = roles.get(1).map(|role| role.label()) {
            self.add(section.span_of(second), Fault::TwoRoles(label, second));
        }
        let added = self.flag(&section, "added");
        let text = self.text(&section, label)?;
        let name = self.name(Some(&section), Some((text, section.span_of(label))))?;
        Some((Task { id: ItemId::new(""), role, text, added }, name))
    }

    fn resource(&mut self, value: &'a Value<'a>) -> Option<Resource> {
        let section = self.open(value, &RESOURCE)?;
        let title = self.required(&section, "title");
        let url = self.required(&section, "url");
        if let Some(url) = url.filter(|url| !is_web_address(url)) {
            self.add(section.span_of("url"), Fault::NotWeb(url));
        }
        let kind = self.text(&section, "kind");
        let minutes = section.value("minutes");
        let minutes = minutes.and_then(|value| self.number("minutes", value, COUNT));
        let extra = self.flag(&section, "extra");
        Some(Resource { title: title?, url: url?, kind, minutes, extra })
    }

    fn question(&mut self, value: &'a Value<'a>, ids: &mut Names) -> Option<Recall> {
        let section = self.open(value, &RECALL)?;
        let ask = self.required(&section, "ask");
        let answer = self.required(&section, "answer");
        let long = self.flag(&section, "long");
        let ask = ask?;
        let name = self.name(Some(&section), Some((ask, section.span_of("ask"))))?;
        let id = ids.item("recall question", name);
        Some(Recall { id, ask, answer: answer?, long })
    }
}
