//! Tasks that the learner gave a day of the plan, which is complete without them, and what they have read.

use super::Study;
use crate::journal::{Entry, Fact, Key, Part};
use crate::plan::{Day, DayId, DayNo, ItemId};
use crate::words::named;
use chrono::NaiveDate;

/// A task of the learner's own.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnTask {
    pub key: Key,
    pub id: ItemId,
    /// Its number on its day, after those of the plan's tasks.
    pub number: usize,
    pub text: String,
    pub done: Option<NaiveDate>,
}

impl Study {
    /// Returns a day's tasks of the learner's own, in order.
    pub fn own_tasks(&self, no: DayNo) -> Vec<OwnTask> {
        let first = self.plan.day(no).tasks().len() + 1;
        let task = |(number, own): (usize, &super::progress::Own)| {
            let (key, id) = (*own.keys.last()?, own.ids.last()?.clone());
            let text = added_text(&self.journal.get(key)?);
            Some(OwnTask { key, id, number, text, done: own.done })
        };
        (first..).zip(&self.day(no).own).filter_map(task).collect()
    }

    /// Returns the fact that gives a day a task of the learner's own; an error is the sentence for the learner.
    pub fn added(&self, day: &Day, text: &str) -> Result<Fact, String> {
        self.worded(day.id(), text, Vec::new())
    }

    /// Returns the fact that words a task of the learner's own otherwise; none where it is the same.
    pub fn reworded(&self, task: &OwnTask, text: &str) -> Result<Option<Fact>, String> {
        if task.text == text.trim() {
            return Ok(None);
        }
        let day = DayId::new(task.id.day().to_owned());
        self.worded(&day, text, self.keys_of(task)).map(Some)
    }

    /// Returns the fact that takes a task of the learner's own away.
    pub fn removed(&self, task: &OwnTask) -> Fact {
        let day = DayId::new(task.id.day().to_owned());
        Fact::Add { day, text: String::new(), over: self.keys_of(task) }
    }

    /// Tells whether what an address leads to was read.
    pub fn has_read(&self, url: &str) -> bool {
        self.fold.read.values().any(|read| read == url)
    }

    /// Returns the fact that what an address leads to was read or, where it was, that it was not.
    pub fn read_toggled(&self, url: &str) -> Fact {
        let over: Vec<Key> = self.fold.read.iter().filter(|(_, read)| *read == url).map(|(key, _)| *key).collect();
        Fact::Read { url: if over.is_empty() { url.to_owned() } else { String::new() }, over }
    }

    pub(crate) fn find_own(&self, id: &str) -> Option<(&'static Day, OwnTask)> {
        let day = self.plan.find_day(id.split_once('/')?.0)?;
        let mut tasks = self.own_tasks(day.no()).into_iter();
        tasks.find(|task| task.id.as_str() == id).map(|task| (day, task))
    }

    fn worded(&self, day: &DayId, text: &str, over: Vec<Key>) -> Result<Fact, String> {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !text.contains(char::is_alphanumeric) {
            return Err("A task of your own needs a word: say what is to be done.".to_owned());
        }
        match self.find_own(day.own_task(&text).as_str()) {
            Some((day, task)) if !over.contains(&task.key) => {
                Err(format!("Task {}.{} says this already, on {}.", day.no(), task.number, named(day)))
            }
            Some(_) | None => Ok(Fact::Add { day: day.clone(), text, over }),
        }
    }

    fn keys_of(&self, task: &OwnTask) -> Vec<Key> {
        let day = self.plan.find_day(task.id.day());
        let mut all = day.into_iter().flat_map(|day| &self.day(day.no()).own);
        let own = all.find(|own| own.keys.contains(&task.key));
        own.map_or_else(|| vec![task.key], |own| own.keys.clone())
    }
}

pub(crate) fn added_text(entry: &Entry) -> String {
    let text = entry.find(|part| if let Part::Add(_, words) = part { Some(words.plain().into_owned()) } else { None });
    text.unwrap_or_default()
}
