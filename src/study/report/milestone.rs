//! A milestone with everything that is kept for it, and what was answered when its week was reviewed: one report for
//! every verb that shows or exports a milestone.
//!
//! Deliberately absent: layout, and which of a week's days is done, which `overview` has.

use super::Named;
use crate::journal::{Answer, Part};
use crate::plan::{Criterion, Milestone, Question, Text, Week};
use crate::study::milestones::{Proof, Scored};
use crate::study::reference::criterion_name;
use crate::study::{DayState, Study};
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;

/// What a week leads to, and how far it has come.
#[derive(Debug, Serialize)]
pub struct MilestoneReport<'a> {
    /// Its week.
    pub week: Named<'a>,
    /// What is made.
    pub title: &'a str,
    /// The first and the last of its days.
    pub days: [u16; 2],
    /// How many of its days are complete.
    pub complete: usize,
    /// How far it has come.
    pub proof: Proof,
    /// The date on which the last of its days became complete, `YYYY-MM-DD`, if all are.
    pub reached: Option<String>,
    /// What to do beyond it.
    pub stretch: Vec<&'a str>,
    /// What goes wrong easily.
    pub pitfalls: Vec<&'a str>,
    /// What must hold for it to count, each with whether it does.
    pub criteria: Vec<CriterionReport<'a>>,
    /// What is kept to show it.
    pub evidence: EvidenceReport<'a>,
    /// Questions to judge one's own work by, each with its scores.
    pub questions: Vec<QuestionReport<'a>>,
    /// The remaining days that build on it.
    pub later: Vec<Named<'a>>,
}

/// One thing that must hold.
#[derive(Debug, Serialize)]
pub struct CriterionReport<'a> {
    /// Its id.
    pub id: &'a str,
    /// What it is called on the command line, such as `21.a`.
    pub name: String,
    /// What must hold.
    pub text: &'a str,
    /// Whether it is met.
    pub met: bool,
    /// The date since which it is met, `YYYY-MM-DD`.
    pub since: Option<String>,
}

/// What is kept to show a milestone, by part; in JSON an object of the parts' words.
#[derive(Clone, Copy, Debug)]
pub struct EvidenceReport<'a>(&'a BTreeMap<Part, String>);

/// One question of a rubric.
#[derive(Debug, Serialize)]
pub struct QuestionReport<'a> {
    /// Its id.
    pub id: &'a str,
    /// What to ask of one's own work.
    pub text: &'a str,
    /// Its scores, the first given first.
    pub scores: Vec<ScoreReport>,
}

/// One score of a question.
#[derive(Debug, Serialize)]
pub struct ScoreReport {
    /// The score, 0 to 2.
    pub score: u8,
    /// What it means.
    pub meaning: &'static str,
    /// The date on which it was given, `YYYY-MM-DD`.
    pub date: String,
}

/// What was answered when a week was reviewed; where several reviews stand, a blank line is between two answers.
#[derive(Debug, Serialize)]
pub struct ReviewReport {
    /// The date of the review that was recorded last, `YYYY-MM-DD`.
    pub date: String,
    /// What the learner can do now; may be empty.
    pub can: String,
    /// What is still shaky; may be empty.
    pub shaky: String,
    /// One change for next week; may be empty.
    pub next: String,
}

impl Serialize for Proof {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.word())
    }
}

impl Serialize for EvidenceReport<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.parts().map(|(part, text)| (part.word(), text)))
    }
}

impl<'a> MilestoneReport<'a> {
    /// Returns the report of a week's milestone, if the week has one.
    pub fn of(study: &'a Study, week: &'a Week) -> Option<Self> {
        week.milestone.as_ref().map(|milestone| Self::whole(study, week, milestone))
    }

    /// Returns the reports of all milestones of the plan, in order.
    pub fn all(study: &'a Study) -> Vec<Self> {
        study.plan().weeks().iter().filter_map(|week| Self::of(study, week)).collect()
    }

    fn whole(study: &'a Study, week: &'a Week, milestone: &'a Milestone) -> Self {
        let days = study.milestone_days(milestone).iter();
        let questions = milestone.rubric.iter();
        let later = study.resting_on(milestone).into_iter().map(|no| study.plan().day(no));
        Self {
            week: Named { number: week.no().get().into(), title: &week.title },
            title: &milestone.title,
            days: [milestone.first().get(), milestone.last().get()],
            complete: days.filter(|day| study.state(day) == DayState::Complete).count(),
            proof: study.proof(week),
            reached: study.reached(milestone).map(|date| date.to_string()),
            stretch: texts(&milestone.stretch),
            pitfalls: texts(&milestone.pitfalls),
            criteria: milestone
                .accept
                .iter()
                .map(|criterion| CriterionReport::of(study, week, milestone, criterion))
                .collect(),
            evidence: EvidenceReport::of(study, week),
            questions: questions.map(|q| QuestionReport::of(study, week, q)).collect(),
            later: later
                .map(|day| Named { number: day.no().get().into(), title: &day.title })
                .collect(),
        }
    }

    /// Tells whether there is more to it than what the plan says: a day of it is complete, or something is kept.
    pub fn says_something(&self) -> bool {
        self.complete > 0
            || self.met() > 0
            || !self.evidence.is_empty()
            || self.questions.iter().any(|question| !question.scores.is_empty())
    }

    /// Returns how many criteria are met.
    pub fn met(&self) -> usize {
        self.criteria.iter().filter(|criterion| criterion.met).count()
    }
}

fn texts(list: &[Text]) -> Vec<&str> {
    list.iter().map(AsRef::as_ref).collect()
}

impl<'a> CriterionReport<'a> {
    fn of(study: &Study, week: &Week, milestone: &Milestone, criterion: &'a Criterion) -> Self {
        let met = study.kept(week).met(criterion);
        Self {
            id: criterion.id().as_str(),
            name: criterion_name(milestone, criterion),
            text: &criterion.text,
            met: met.is_some(),
            since: met.map(|at| study.habits().study_date(at).to_string()),
        }
    }
}

impl<'a> EvidenceReport<'a> {
    /// Returns what is kept for a week.
    pub fn of(study: &'a Study, week: &Week) -> Self {
        Self(study.kept(week).evidence())
    }

    /// Returns nothing kept.
    pub const fn none() -> Self {
        static NONE: BTreeMap<Part, String> = BTreeMap::new();
        Self(&NONE)
    }

    /// Returns the parts that are kept, in the order in which they are shown; no text is blank.
    pub fn parts(self) -> impl Iterator<Item = (Part, &'a str)> {
        self.0.iter().map(|(part, text)| (*part, text.as_str()))
    }

    /// Tells whether nothing is kept.
    pub fn is_empty(self) -> bool {
        self.0.is_empty()
    }
}

impl<'a> QuestionReport<'a> {
    fn of(study: &Study, week: &Week, question: &'a Question) -> Self {
        let scores = study.kept(week).scores(question).iter();
        let scores = scores.map(|Scored { score, at }| ScoreReport {
            score: score.number(),
            meaning: score.meaning(),
            date: study.habits().study_date(*at).to_string(),
        });
        Self { id: question.id().as_str(), text: &question.text, scores: scores.collect() }
    }

    /// Returns how the score changed, such as `0 → 2` with `→` between two; empty before the first.
    pub fn change(&self, between: &str) -> String {
        let scores: Vec<String> = self.scores.iter().map(|one| one.score.to_string()).collect();
        scores.join(between)
    }
}

impl ReviewReport {
    /// Returns what was answered when a week was reviewed, if it was.
    pub fn of(study: &Study, week: &Week) -> Option<Self> {
        let kept = study.kept(week);
        let last = kept.reviews().last()?;
        let answers = kept.answers();
        Some(Self {
            date: study.habits().study_date(last.at).to_string(),
            can: answers.get(Answer::Can).to_owned(),
            shaky: answers.get(Answer::Shaky).to_owned(),
            next: answers.get(Answer::Next).to_owned(),
        })
    }

    /// Returns an answer; may be empty.
    pub fn answer(&self, answer: Answer) -> &str {
        match answer {
            Answer::Can => &self.can,
            Answer::Shaky => &self.shaky,
            Answer::Next => &self.next,
        }
    }
}
