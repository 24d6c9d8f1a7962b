//! The questions of a day: the plan's, and the learner's own, which stand in a note as a line `Q:` and a line `A:`.

use super::Study;
use super::ladder::Asked;
use crate::plan::{Day, DayNo, ItemId};
use chrono::NaiveDate;
use std::borrow::Cow;

/// A question that is asked again after its day.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    pub id: ItemId,
    pub day: DayNo,
    /// Its number on its day: the learner's own come after the plan's.
    pub number: usize,
    pub ask: Cow<'static, str>,
    /// None where the learner has not written one yet: then it is something not understood.
    pub answer: Option<Cow<'static, str>>,
    /// Whether it takes more than a moment: it is never among others.
    pub is_long: bool,
    /// The date on which its day became complete, or it was written; none while there is nothing to ask yet.
    pub since: Option<NaiveDate>,
    pub asked: Asked,
}

impl Question {
    /// Returns what it is called on the command line, such as `18.q2`.
    pub fn name(&self) -> String {
        format!("{}.q{}", self.day, self.number)
    }
}

impl Study {
    /// Returns the questions of a day, in order: the plan's, then the learner's own.
    pub fn questions(&self, day: &Day) -> Vec<Question> {
        let progress = self.day(day.no());
        let plans = day.recall().iter().enumerate().map(|(place, one)| Question {
            id: one.id().clone(),
            day: day.no(),
            number: place + 1,
            ask: one.ask.into(),
            answer: Some(one.answer.into()),
            is_long: one.long,
            since: progress.completed,
            asked: progress.asked.get(place).copied().unwrap_or_default(),
        });
        plans.chain(self.own_questions(day)).collect()
    }

    /// Returns the learner's own questions of a day, in order. One that is written twice is one, with the later answer.
    pub fn own_questions(&self, day: &Day) -> Vec<Question> {
        let mut all: Vec<Question> = Vec::new();
        // Most learners write none, and every frame asks.
        let notes: &[_] = if self.fold().questions.is_empty() { &[] } else { &self.day(day.no()).notes };
        for one in notes.iter().flat_map(|note| self.fold().written_questions(*note)) {
            let (id, answer) = (day.id().own_question(&one.slug), one.answer.clone().map(Cow::Owned));
            let is_answer = one.slug.is_empty();
            let known = all.iter_mut().rev().find(|known| known.id == id || is_answer);
            if let Some(known) = known {
                let before = known.answer.take();
                known.answer = if is_answer { before.or(answer) } else { answer.or(before) };
            } else if !is_answer {
                let asked = self.fold().asked.get(id.as_str()).copied().unwrap_or_default();
                let number = day.recall().len() + all.len() + 1;
                let (ask, since) = (one.ask.clone().into(), Some(one.since));
                all.push(Question { id, day: day.no(), number, ask, answer, is_long: false, since, asked });
            }
        }
        all
    }
}
