//! The whole state, and no history (`ninety export json`). Equal state gives equal text, however it came about, so
//! there is no moment and no key in it. What the plan does not have comes last, in the order of its ids.

use super::parts::{SCHEMA, joined};
use crate::journal::{Answer, By, Entry, Key, Part};
use crate::study::ladder::{LADDER, Standing};
use crate::study::own::added_text;
use crate::study::progress::{DayProgress, WeekProgress};
use crate::study::weeks::linked;
use crate::study::{Study, notes};
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// What is recorded, each list in its canonical order; what an object is about comes first in it.
#[derive(Debug, Default, PartialEq, Serialize)]
pub(super) struct State {
    done: Vec<String>,
    skipped: Vec<Value>,
    notes: Vec<Value>,
    minutes: Vec<Value>,
    links: Vec<Value>,
    /// The answers, with the first day of their week.
    reviews: Vec<Value>,
    own: Vec<Value>,
    read: BTreeSet<String>,
    /// The questions that were asked, each with what was said last and the gap until it comes again; none once retired.
    recall: Vec<Value>,
}

pub(crate) fn json(study: &Study) -> Value {
    let terms = study.fold().terms;
    let set = json!({
        "schema": SCHEMA, "plan": study.plan().id().as_str(), "start": terms.start,
        "days": terms.days.map(|days| days.to_string()), "day_minutes": terms.minutes, "by": terms.by.map(By::word),
        "goal": terms.goal, "away": study.schedule().dates.breaks(),
    });
    joined(set, json!(State::of(study)))
}

impl State {
    fn of(study: &Study) -> Self {
        let (plan, fold) = (study.plan(), study.fold());
        let mut state = Self { read: fold.read.values().cloned().collect(), ..Self::default() };
        for week in plan.weeks() {
            for day in plan.days_in(week) {
                let progress = fold.day(day.no());
                let done = day.tasks().iter().enumerate().filter(|(place, _)| progress.is_done(*place));
                state.done.extend(done.map(|(_, task)| task.id().as_str().to_owned()));
                state.day(study, day.id().as_str(), progress);
                for question in study.questions(day) {
                    state.asked(question.id.as_str(), question.asked.now);
                }
            }
            let progress = fold.week(week.no());
            let ticked = week.checks().iter().zip(&progress.checked).filter(|(_, since)| since.is_some());
            state.done.extend(ticked.map(|(check, _)| check.id().as_str().to_owned()));
            state.week(study, plan.day(week.first()).id().as_str(), progress);
        }
        state.unknown(study);
        state
    }

    /// Returns the part of the state that is about what the plan does not have.
    pub(super) fn elsewhere(study: &Study) -> Self {
        let mut state = Self::default();
        state.unknown(study);
        state
    }

    fn unknown(&mut self, study: &Study) {
        let unknown = &study.fold().unknown;
        self.done.extend(unknown.done.iter().cloned());
        study.lost_questions().for_each(|(id, standing)| self.asked(id, standing));
        unknown.days.iter().for_each(|(id, progress)| self.day(study, id, progress));
        unknown.weeks.iter().for_each(|(id, progress)| self.week(study, id, progress));
    }

    fn asked(&mut self, id: &str, standing: Standing) {
        let gap = LADDER.get(usize::from(standing.step));
        self.recall.extend(standing.said.map(|(said, _)| json!({ "question": id, "said": said.word(), "gap": gap })));
    }

    fn day(&mut self, study: &Study, id: &str, progress: &DayProgress) {
        let skipped = progress.skipped.iter().map(|(because, _)| json!({ "day": id, "because": because }));
        self.skipped.extend(skipped);
        let text = |key, of: fn(&Entry) -> String| Some(json!({ "day": id, "text": of(&study.journal().get(key)?) }));
        self.notes.extend(progress.notes.iter().filter_map(|key| text(*key, notes::words)));
        for (key, done) in progress.own() {
            self.done.extend(done.map(|id| id.as_str().to_owned()));
            self.own.extend(text(key, added_text));
        }
        let minutes = progress.minutes();
        self.minutes.extend((minutes > 0).then(|| json!({ "day": id, "minutes": minutes })));
    }

    fn week(&mut self, study: &Study, id: &str, progress: &WeekProgress) {
        let entries = |keys: &[Key]| keys.iter().filter_map(|key| study.journal().get(*key)).collect::<Vec<_>>();
        let links = entries(&progress.links).into_iter().filter_map(|entry| linked(&entry));
        self.links.extend(links.map(|url| json!({ "week": id, "url": url })));
        for entry in entries(&progress.reviews) {
            let answers = |part| if let Part::Review(_, texts) = part { Some(texts) } else { None };
            let mut review = json!({ "week": id });
            for (answer, text) in Answer::ALL.into_iter().zip(entry.find(answers).into_iter().flatten()) {
                review = joined(review, json!({ answer.word(): text.plain() }));
            }
            self.reviews.push(review);
        }
    }
}
