//! A plan as a file: read again it is the same plan. A day's id is always there, so that its title may change.

use super::id::ItemId;
use super::model::{Check, Day, Minutes, Phase, Plan, Recall, Resource, Task, Text, Week};
use super::names::slug;

const ABOUT: &str = "\
# A plan for ninety. Change what you like: days and weeks are counted, so they can be moved, taken out and put in.
# What you ticked belongs to ids: keep a day's `id` when you change its title. A task's is the first eight words of its
# text, or `id = \"…\"` beside it; `ninety check` prints what a text that you changed needs.
";

impl Plan {
    /// Returns the text of a file that says this plan.
    pub fn to_toml(&self) -> String {
        let mut out = format!("{ABOUT}\nid = {}\ntitle = {}\n", quoted(self.id.as_str()), quoted(self.title));
        text(&mut out, "goal", Some(self.goal).filter(|goal| !goal.is_empty()));
        text(&mut out, "outcome", Some(self.outcome).filter(|outcome| !outcome.is_empty()));
        minutes(&mut out, self.minutes);
        value(&mut out, "hours_per_week", self.hours_per_week.map(range));
        for Phase { title, about, first, last } in self.phases {
            out.extend(["\n[[phase]]\ntitle = ", &quoted(title), "\n"]);
            text(&mut out, "about", *about);
            value(&mut out, "weeks", Some(format!("[{first}, {last}]")));
        }
        for week in self.weeks {
            self.write_week(&mut out, week);
        }
        out
    }

    fn write_week(&self, out: &mut String, week: &Week) {
        let days = if week.first == week.last { "day" } else { "days" };
        let until = if week.first == week.last { String::new() } else { format!("-{}", week.last) };
        out.extend([&format!("\n# Week {}: {days} {}{until}\n", week.no, week.first), "\n[[week]]\n"]);
        text(out, "title", Some(week.title).filter(|title| *title != format!("Week {}", week.no)));
        if let Some(milestone) = &week.milestone {
            out.push_str("\n[week.milestone]\n");
            text(out, "title", Some(milestone.title).filter(|title| *title != self.day(milestone.first).title));
            let days = milestone.last.get() - milestone.first.get() + 1;
            value(out, "days", Some(days.to_string()).filter(|_| days > 1));
            list(out, "accept", milestone.accept.iter().map(check));
            list(out, "stretch", milestone.stretch.iter().copied().map(quoted));
            list(out, "pitfalls", milestone.pitfalls.iter().copied().map(quoted));
            list(out, "rubric", milestone.rubric.iter().copied().map(quoted));
        }
        for day in self.days_in(week) {
            self.write_day(out, day);
        }
    }

    fn write_day(&self, out: &mut String, day: &Day) {
        out.extend(["\n[[week.day]]\nid = ", &quoted(day.id.as_str()), "\ntitle = ", &quoted(day.title), "\n"]);
        text(out, "outcome", day.outcome);
        minutes(out, day.minutes);
        line(out, "builds_on", day.builds_on.iter().map(|no| quoted(self.day(*no).id.as_str())));
        line(out, "tags", day.tags.iter().copied().map(quoted));
        list(out, "tasks", day.tasks.iter().map(task));
        list(out, "examples", day.examples.iter().copied().map(quoted));
        if let Some(note) = day.note.filter(|note| note.contains('\n')) {
            out.extend(["note = \"\"\"\n", &escaped(note), "\n\"\"\"\n"]);
        } else {
            text(out, "note", day.note);
        }
        list(out, "resources", day.resources.iter().map(resource));
        list(out, "recall", day.recall.iter().map(recall));
    }
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", escaped(text))
}

fn range((least, most): (u16, u16)) -> String {
    if least == most { least.to_string() } else { format!("[{least}, {most}]") }
}

fn value(out: &mut String, key: &str, value: Option<String>) {
    if let Some(value) = value {
        out.extend([key, " = ", &value, "\n"]);
    }
}

fn text(out: &mut String, key: &str, text: Option<Text>) {
    value(out, key, text.map(quoted));
}

fn minutes(out: &mut String, minutes: Option<Minutes>) {
    value(out, "minutes", minutes.map(|minutes| range((minutes.min, minutes.max))));
}

fn line(out: &mut String, key: &str, values: impl Iterator<Item = String>) {
    let values: Vec<String> = values.collect();
    value(out, key, Some(format!("[{}]", values.join(", "))).filter(|_| !values.is_empty()));
}

/// Writes a list with each of its values on a line.
fn list(out: &mut String, key: &str, values: impl Iterator<Item = String>) {
    let lines = values.map(|value| ["  ", &value, ",\n"].concat()).collect::<Vec<_>>().concat();
    value(out, key, Some(format!("[\n{lines}]")).filter(|_| !lines.is_empty()));
}

/// Returns `, id = "…"` where the text alone does not say it.
fn own_id(id: &ItemId, text: &str) -> String {
    let own = id.as_str().split_once('/').map_or("", |(_, own)| own);
    if own == slug(text) { String::new() } else { format!(", id = {}", quoted(own)) }
}

fn task(task: &Task) -> String {
    let (id, added) = (own_id(&task.id, task.text), if task.added { ", added = true" } else { "" });
    format!("{{ {} = {}{id}{added} }}", task.role.label(), quoted(task.text))
}

fn check(check: &Check) -> String {
    match own_id(&check.id, check.text) {
        id if id.is_empty() => quoted(check.text),
        id => format!("{{ text = {}{id} }}", quoted(check.text)),
    }
}

fn resource(resource: &Resource) -> String {
    let kind = resource.kind.map_or(String::new(), |kind| format!(", kind = {}", quoted(kind)));
    let minutes = resource.minutes.map_or(String::new(), |minutes| format!(", minutes = {minutes}"));
    let extra = if resource.extra { ", extra = true" } else { "" };
    format!("{{ title = {}, url = {}{kind}{minutes}{extra} }}", quoted(resource.title), quoted(resource.url))
}

fn recall(recall: &Recall) -> String {
    let (id, long) = (own_id(&recall.id, recall.ask), if recall.long { ", long = true" } else { "" });
    format!("{{ ask = {}, answer = {}{id}{long} }}", quoted(recall.ask), quoted(recall.answer))
}
