//! The whole state, and no history (`ninety export json`). Equal state gives equal text, however it came about, so
//! there is no moment and no key in it. What the plan does not have comes last, in the order of its ids.

use super::parts::{SCHEMA, list};
use crate::journal::{Answer, By, Entry, Key, Part, Said};
use crate::study::ladder::{LADDER, Standing};
use crate::study::own::added_text;
use crate::study::progress::{DayProgress, WeekProgress};
use crate::study::weeks::linked;
use crate::study::{Study, notes};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// What is recorded, each list in its canonical order.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct State {
    pub(super) done: Vec<String>,
    pub(super) skipped: Vec<(String, String)>,
    pub(super) notes: Vec<(String, String)>,
    pub(super) minutes: Vec<(String, u32)>,
    pub(super) own: Vec<(String, String)>,
    pub(super) links: Vec<(String, String)>,
    /// The answers, each three with the first day of their week.
    pub(super) reviews: Vec<(String, [String; 3])>,
    /// The questions that were asked, each with what was said last and the gap until it comes again; none once retired.
    pub(super) asked: Vec<(String, Said, Option<u16>)>,
}

pub(crate) fn json(study: &Study) -> Value {
    let (state, terms) = (State::of(study), study.fold().terms);
    let pairs = |pairs: &[(String, String)], one: &str, other: &str| {
        list(pairs.iter().map(|(first, second)| json!({ one: first, other: second })))
    };
    let minutes = state.minutes.iter().map(|(day, all)| json!({ "day": day, "minutes": all }));
    let review = |(week, answers): &(String, [String; 3])| {
        let [can, shaky, next] = answers;
        json!({ "week": week, "can": can, "shaky": shaky, "next": next })
    };
    let asked = state.asked.iter();
    let asked = asked.map(|(id, said, gap)| json!({ "question": id, "said": said.word(), "gap": gap }));
    let read: BTreeSet<&String> = study.fold().read.values().collect();
    json!({
        "schema": SCHEMA, "plan": study.plan().id().as_str(), "start": terms.start,
        "days": terms.days.map(|days| days.to_string()), "day_minutes": terms.minutes, "by": terms.by.map(By::word),
        "goal": terms.goal, "away": study.schedule().dates.breaks(),
        "done": state.done, "skipped": pairs(&state.skipped, "day", "because"),
        "notes": pairs(&state.notes, "day", "text"), "minutes": list(minutes),
        "links": pairs(&state.links, "week", "url"), "reviews": list(state.reviews.iter().map(review)),
        "own": pairs(&state.own, "day", "text"), "read": read, "recall": list(asked),
    })
}

impl State {
    fn of(study: &Study) -> Self {
        let (plan, fold) = (study.plan(), study.fold());
        let mut state = Self::default();
        for week in plan.weeks() {
            for day in plan.days_in(week) {
                let progress = fold.day(day.no());
                let tasks = day.tasks().iter().enumerate();
                let done = tasks.filter(|(place, _)| progress.is_done(*place));
                state.done.extend(done.map(|(_, task)| task.id().as_str().to_owned()));
                state.day(study, day.id().as_str(), progress);
                for question in study.questions(day) {
                    state.asked(question.id.as_str(), question.asked.now);
                }
            }
            let progress = fold.week(week.no());
            let checks = week.milestone.iter().flat_map(|milestone| milestone.accept.iter());
            let ticked = checks.zip(&progress.checked).filter(|(_, since)| since.is_some());
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
        let gap = LADDER.get(usize::from(standing.step)).copied();
        self.asked.extend(standing.said.map(|(said, _)| (id.to_owned(), said, gap)));
    }

    fn day(&mut self, study: &Study, id: &str, progress: &DayProgress) {
        self.skipped.extend(progress.skipped.iter().map(|(because, _)| (id.to_owned(), because.clone())));
        let text = |key, of: fn(&Entry) -> String| Some((id.to_owned(), of(&study.journal().get(key)?)));
        self.notes.extend(progress.notes.iter().filter_map(|key| text(*key, notes::words)));
        for (key, done) in progress.own() {
            self.done.extend(done.map(|id| id.as_str().to_owned()));
            self.own.extend(text(key, added_text));
        }
        let minutes = progress.minutes();
        self.minutes.extend((minutes > 0).then(|| (id.to_owned(), minutes)));
    }

    fn week(&mut self, study: &Study, id: &str, progress: &WeekProgress) {
        let entries = |keys: &[Key]| keys.iter().filter_map(|key| study.journal().get(*key)).collect::<Vec<_>>();
        let links = entries(&progress.links).into_iter().filter_map(|entry| linked(&entry));
        self.links.extend(links.map(|url| (id.to_owned(), url)));
        for entry in entries(&progress.reviews) {
            let answers = |part| if let Part::Review(_, texts) = part { Some(texts) } else { None };
            let texts = entry.find(answers).map(|texts| texts.map(|text| text.plain().into_owned()));
            self.reviews.extend(texts.map(|texts| (id.to_owned(), texts)));
        }
    }

    pub(super) fn given(answers: &[String; 3]) -> impl Iterator<Item = (&'static str, &str)> {
        let words = Answer::ALL.map(Answer::word);
        let all = words.into_iter().zip(answers.iter().map(String::as_str));
        all.filter(|(_, text)| !text.trim().is_empty())
    }
}
