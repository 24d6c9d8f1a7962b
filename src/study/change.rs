//! A change of the schedule before it is made: a preview, which is the record folded in, and the record.

use super::{Schedule, Study};
use crate::journal::{Break, Fact, Journal, Key, Record, Terms, write};
use crate::plan::{Day, DayId, DayNo};
use crate::text::capitalised;
use crate::words::named;
use chrono::NaiveDate;
use std::collections::HashSet;

impl Study {
    /// Returns the schedule as it would be with a record made now.
    pub fn preview(&self, record: &Record) -> Schedule {
        let key = Key::new(self.journal.largest().saturating_add(1), 0);
        let line = write::line(key, self.now(), record);
        let mut fold = self.fold.clone();
        Journal::of_text(&format!("{line}\n")).entries().for_each(|entry| fold.take(&entry));
        Schedule::of(self.plan, &fold, self.as_of)
    }

    /// Returns the record that sets what is otherwise than it is: terms, where to begin, breaks; none where nothing is.
    pub fn changed(&self, terms: Terms, at: Option<DayNo>, breaks: Vec<Break>) -> Option<Record> {
        let now = self.fold.terms;
        let mut new = Terms {
            start: terms.start.filter(|start| now.start != Some(*start)),
            days: terms.days.filter(|days| now.days != Some(*days)),
            minutes: terms.minutes.filter(|minutes| now.minutes != Some(*minutes)),
            by: terms.by.filter(|by| self.schedule.pace.by != *by),
            goal: terms.goal.filter(|goal| now.goal != Some(*goal)),
        };
        if new.start.is_none() && new.days.is_none() && (new.minutes.is_some() || new.by.is_some()) {
            // Length and order are set with the study days, which stay as they are.
            new.days = Some(self.schedule.pace.days);
        }
        let mut facts: Vec<Fact> = (new != Terms::default()).then_some(Fact::Terms(new)).into_iter().collect();
        let is_before = |day: &&Day| at.is_some_and(|at| day.no() < at) && self.fold.remains(day);
        let open: Vec<DayNo> = self.plan.days().iter().filter(is_before).map(Day::no).collect();
        facts.extend(self.skipped(&open, "known before"));
        let known: Vec<Break> = self.fold.breaks().collect();
        let is_new = |pause: &Break| {
            let is_none = pause.until < pause.from;
            let stood = known.iter().any(|known| known.from == pause.from);
            if is_none { stood } else { !known.contains(pause) }
        };
        let breaks: Vec<Break> = breaks.into_iter().filter(is_new).collect();
        facts.extend((!breaks.is_empty()).then(|| Fact::Away(breaks, String::new())));
        (!facts.is_empty()).then_some(Record { facts, on: None })
    }

    /// Returns what is left of the breaks when the learner is back on a date: the whole one that it is in, whatever
    /// breaks it is made of, ends the day before. Empty where it is in no break.
    pub fn back_on(&self, date: NaiveDate) -> Vec<Break> {
        let Some(whole) = self.schedule.dates.break_on(date) else { return Vec::new() };
        let is_left = |pause: &Break| pause.from >= whole.from && (date..=whole.until).contains(&pause.until);
        let eve = |date: NaiveDate| date.pred_opt().unwrap_or(date);
        let ended = |pause: Break| Break { until: eve(date.max(pause.from)), ..pause };
        self.fold.breaks().filter(is_left).map(ended).collect()
    }

    /// Returns the fact that leaves days out but those complete or skipped for this reason; an error is the sentence.
    pub fn skipped(&self, days: &[DayNo], because: &str) -> Result<Fact, String> {
        let is_new = |no: &&DayNo| {
            let progress = self.day(**no);
            let known = progress.skipped.as_ref();
            let is_known = known.is_some_and(|(why, _)| because.is_empty() || why == because);
            progress.completed.is_none() && !is_known
        };
        let new: Vec<DayId> = days.iter().filter(is_new).map(|no| self.plan.day(*no).id().clone()).collect();
        if !new.is_empty() {
            return Ok(Fact::Skip { days: new, because: because.to_owned() });
        }
        let complete: Vec<&DayNo> = days.iter().filter(|no| self.day(**no).completed.is_some()).collect();
        let name = |no: &DayNo| capitalised(&named(self.plan.day(*no)));
        Err(match (days, complete.as_slice()) {
            ([no], [_]) => format!("{}, is complete; there is nothing to skip.", name(no)),
            ([no], []) => format!("{}, is skipped already.", name(no)),
            (_, []) => "These days are skipped already.".to_owned(),
            (_, _) => "These days are complete or skipped already; there is nothing to skip.".to_owned(),
        })
    }

    /// Returns the open days that build on any of these, which would be skipped, in order.
    pub fn relying_on(&self, days: &[DayNo]) -> Vec<DayNo> {
        let skipped: HashSet<DayNo> = days.iter().copied().collect();
        let stays = |day: &&Day| self.fold.remains(day) && !skipped.contains(&day.no());
        let relies = |day: &&Day| day.builds_on().iter().any(|no| skipped.contains(no));
        self.plan.days().iter().filter(stays).filter(relies).map(Day::no).collect()
    }
}
