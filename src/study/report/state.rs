//! The whole state in its canonical order: what `ninety export json` prints. Equal state gives equal text, however it
//! came about, so there is no moment and no key in it.
//!
//! Deliberately absent: history. What the plan does not have is part of the state all the same: it comes after what
//! the plan has, in the order of its ids.

use super::Schema;
use crate::journal::{Answer, Answers, By, Fact, Journal, Key, Mark, Part};
use crate::plan::{Criterion, ItemId, Plan, Task};
use crate::study::Study;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// The whole state.
#[derive(Debug, Serialize)]
pub struct State {
    /// The number of this form.
    pub schema: Schema,
    /// The plan's id.
    pub plan: String,
    /// The start, if it was set.
    pub start: Option<Start>,
    /// The pace, as far as it was set.
    pub pace: Pace,
    /// The breaks, in order; none touches another.
    pub away: Vec<Away>,
    /// The ids of the days that share a study day with the remaining day before them.
    pub paired: Vec<String>,
    /// The ids of what is done.
    pub done: Vec<String>,
    /// The days that are left out.
    pub skipped: Vec<Skipped>,
    /// The notes, an object a paragraph; a day's paragraphs are in the order in which they were recorded.
    pub notes: Vec<Note>,
    /// The minutes logged, summed up for each day.
    pub minutes: Vec<Minutes>,
    /// What is kept to show milestones.
    pub evidence: Vec<Evidence>,
    /// The scores of rubrics' questions.
    pub rubric: Vec<Scores>,
    /// The reviews of weeks; a week's are in the order in which they were recorded.
    pub reviews: Vec<Review>,
}

/// What is kept to show a milestone.
#[derive(Debug, Serialize)]
pub struct Evidence {
    /// The id of the milestone's first day.
    pub milestone: String,
    /// What shows it, by its word: `repository`, `site`, `commit`, `proudest`, `hardest`.
    #[serde(flatten)]
    pub parts: BTreeMap<&'static str, String>,
}

/// The scores of a rubric's question.
#[derive(Debug, Serialize)]
pub struct Scores {
    /// The question's id.
    pub question: String,
    /// Every score, 0 to 2, the first given first.
    pub scores: Vec<u8>,
}

/// A review of a week.
#[derive(Debug, Serialize)]
pub struct Review {
    /// The id of the week's first day.
    pub week: String,
    /// What the learner can do now; may be empty.
    pub can: String,
    /// What is still shaky; may be empty.
    pub shaky: String,
    /// One change for next week; may be empty.
    pub next: String,
}

/// The start that was set.
#[derive(Debug, Serialize)]
pub struct Start {
    /// The date, `YYYY-MM-DD`.
    pub date: String,
    /// The study days of the week, such as `mon-fri`, if they were set.
    pub days: Option<String>,
}

/// The pace that was set; what was not is none.
#[derive(Debug, Serialize)]
pub struct Pace {
    /// The study days of the week, such as `mon-fri`.
    pub days: Option<String>,
    /// The most minutes that a study day may take.
    pub day_minutes: Option<u16>,
    /// How many study days may be used for something else.
    pub spare: Option<u16>,
    /// What is on or behind pace, `day` or `week`.
    pub by: Option<&'static str>,
}

/// A break.
#[derive(Debug, Serialize)]
pub struct Away {
    /// Its first date, `YYYY-MM-DD`.
    pub from: String,
    /// Its last date, `YYYY-MM-DD`.
    pub until: String,
}

/// A day that is left out.
#[derive(Debug, Serialize)]
pub struct Skipped {
    /// The day's id.
    pub day: String,
    /// Why; may be empty.
    pub because: String,
}

/// A paragraph of a day's note.
#[derive(Debug, Serialize)]
pub struct Note {
    /// The day's id.
    pub day: String,
    /// What it says.
    pub text: String,
}

/// The minutes of a day.
#[derive(Debug, Serialize)]
pub struct Minutes {
    /// The day's id.
    pub day: String,
    /// How many.
    pub minutes: u64,
}

/// What the live entries say about ids, whether the plan has them or not.
#[derive(Default)]
struct Fold {
    done: BTreeSet<String>,
    skipped: BTreeMap<String, String>,
    notes: Vec<(Key, Note)>,
    minutes: BTreeMap<String, u64>,
    evidence: BTreeMap<String, BTreeMap<Part, String>>,
    rubric: BTreeMap<String, Vec<u8>>,
    reviews: Vec<(Key, String, Answers)>,
}

impl State {
    /// Returns the state that a study shows.
    pub fn of(study: &Study) -> Self {
        let plan = study.plan();
        let mut fold = Fold::of(plan, study.journal());
        let mut done: Vec<String> = items(plan).filter_map(|id| fold.done.take(id)).collect();
        done.extend(fold.done);
        let mut paragraphs: BTreeMap<String, Vec<Note>> = BTreeMap::new();
        for (_, note) in fold.notes {
            paragraphs.entry(note.day.clone()).or_default().push(note);
        }
        let mut reviews: BTreeMap<String, Vec<Review>> = BTreeMap::new();
        for (_, week, answers) in fold.reviews {
            reviews.entry(week.clone()).or_default().push(Review::of(week, &answers));
        }
        let rubric: Vec<_> =
            questions(plan).filter_map(|id| fold.rubric.remove_entry(id)).collect();
        let rubric = rubric.into_iter();
        let start = study.progress().start().map(|(date, days)| Start {
            date: date.to_string(),
            days: days.map(|days| days.to_string()),
        });
        let breaks = study.schedule().dates().breaks().iter();
        let paired = study.progress().terms().paired().keys();
        let skipped = by_day(plan, fold.skipped).map(|(day, because)| Skipped { day, because });
        let minutes = by_day(plan, fold.minutes).map(|(day, minutes)| Minutes { day, minutes });
        Self {
            schema: Schema,
            plan: plan.id().as_str().to_owned(),
            start,
            pace: Pace::of(study),
            away: breaks
                .map(|(from, until)| Away { from: from.to_string(), until: until.to_string() })
                .collect(),
            paired: paired.map(|no| plan.day(*no).id().as_str().to_owned()).collect(),
            done,
            skipped: skipped.collect(),
            notes: by_day(plan, paragraphs).flat_map(|(_, notes)| notes).collect(),
            minutes: minutes.collect(),
            evidence: by_day(plan, fold.evidence).map(Evidence::of).collect(),
            rubric: rubric.chain(fold.rubric).map(Scores::of).collect(),
            reviews: by_day(plan, reviews).flat_map(|(_, reviews)| reviews).collect(),
        }
    }
}

impl State {
    /// Returns the part of the state that is about what the plan does not have, if there is any. The schedule is not
    /// in it.
    pub fn elsewhere(study: &Study) -> Option<Self> {
        let (plan, mut state) = (study.plan(), Self::of(study));
        let day = |id: &str| plan.find_day(id).is_some();
        state.start = None;
        state.away.clear();
        state.paired.clear();
        state.done.retain(|id| plan.find_task(id).is_none() && plan.find_criterion(id).is_none());
        state.skipped.retain(|skipped| !day(&skipped.day));
        state.notes.retain(|note| !day(&note.day));
        state.minutes.retain(|minutes| !day(&minutes.day));
        state.evidence.retain(|evidence| !day(&evidence.milestone));
        state.rubric.retain(|scores| plan.find_question(&scores.question).is_none());
        state.reviews.retain(|review| !day(&review.week));
        let is_empty = state.done.is_empty()
            && state.skipped.is_empty()
            && state.notes.is_empty()
            && state.minutes.is_empty()
            && state.evidence.is_empty()
            && state.rubric.is_empty()
            && state.reviews.is_empty();
        (!is_empty).then_some(state)
    }
}

impl Evidence {
    fn of((milestone, parts): (String, BTreeMap<Part, String>)) -> Self {
        let parts = parts.into_iter().map(|(part, text)| (part.word(), text)).collect();
        Self { milestone, parts }
    }
}

impl Scores {
    fn of((question, scores): (String, Vec<u8>)) -> Self {
        Self { question, scores }
    }
}

impl Review {
    fn of(week: String, answers: &Answers) -> Self {
        let text = |answer| answers.get(answer).to_owned();
        Self { week, can: text(Answer::Can), shaky: text(Answer::Shaky), next: text(Answer::Next) }
    }
}

impl Pace {
    fn of(study: &Study) -> Self {
        let terms = study.progress().terms();
        Self {
            days: terms.days().map(|days| days.to_string()),
            day_minutes: terms.budget().minutes,
            spare: terms.budget().spare,
            by: terms.by().map(By::word),
        }
    }
}

/// Returns the ids of everything that can be done, in the plan's order: each week's tasks, then the criteria of its
/// milestone.
fn items(plan: &Plan) -> impl Iterator<Item = &str> {
    plan.weeks().iter().flat_map(|week| {
        let tasks = plan.days_in(week).iter().flat_map(|day| day.tasks().iter().map(Task::id));
        let criteria = week.milestone.iter().flat_map(|milestone| milestone.accept.iter());
        tasks.chain(criteria.map(Criterion::id)).map(ItemId::as_str)
    })
}

/// Returns the ids of the questions of all rubrics, in the plan's order.
fn questions(plan: &Plan) -> impl Iterator<Item = &str> {
    let milestones = plan.weeks().iter().filter_map(|week| week.milestone.as_ref());
    milestones.flat_map(|milestone| milestone.rubric.iter().map(|q| q.id().as_str()))
}

/// Returns what is known of each day: first of the plan's days, in its order, then of the rest in the order of ids.
fn by_day<T>(plan: &Plan, mut known: BTreeMap<String, T>) -> impl Iterator<Item = (String, T)> {
    let days = plan.days().iter();
    let of_plan: Vec<_> = days.filter_map(|day| known.remove_entry(day.id().as_str())).collect();
    of_plan.into_iter().chain(known)
}

impl Fold {
    fn of(plan: &Plan, journal: &Journal) -> Self {
        let mut fold = Self::default();
        let mut over: HashSet<Key> = HashSet::new();
        for entry in journal.live() {
            match &entry.fact {
                Fact::Done(marks) => marks.iter().for_each(|mark| fold.tick(plan, mark)),
                Fact::Open(marks) => marks.iter().for_each(|mark| fold.untick(mark)),
                Fact::Skip { days, because } => {
                    let skipped = days.iter().map(|day| (day.as_str().to_owned(), because.clone()));
                    fold.skipped.extend(skipped);
                }
                Fact::Note { day, text, over: keys } => {
                    over.extend(keys);
                    if !text.trim().is_empty() {
                        let note = Note { day: day.as_str().to_owned(), text: text.clone() };
                        fold.notes.push((entry.key, note));
                    }
                }
                Fact::Minutes { day, minutes } => {
                    let sum = fold.minutes.entry(day.as_str().to_owned()).or_default();
                    *sum = sum.saturating_add(u64::from(*minutes));
                }
                Fact::Evidence { milestone, parts } => fold.show(milestone.as_str(), parts),
                Fact::Rubric { scores } => {
                    for (question, score) in scores {
                        let all = fold.rubric.entry(question.as_str().to_owned()).or_default();
                        all.push(score.number());
                    }
                }
                Fact::Review { week, answers, over: keys } => {
                    over.extend(keys);
                    fold.reviews.push((entry.key, week.as_str().to_owned(), answers.clone()));
                }
                Fact::Start { .. }
                | Fact::Pace { .. }
                | Fact::Replan(_)
                | Fact::Away { .. }
                | Fact::Undo(_)
                | Fact::Unknown(_) => {}
            }
        }
        fold.notes.retain(|(key, ..)| !over.contains(key));
        fold.reviews.retain(|(key, ..)| !over.contains(key));
        fold
    }

    fn show(&mut self, milestone: &str, parts: &BTreeMap<Part, String>) {
        let known = self.evidence.entry(milestone.to_owned()).or_default();
        known.extend(parts.iter().map(|(part, text)| (*part, text.clone())));
        known.retain(|_, text| !text.trim().is_empty());
        if known.is_empty() {
            self.evidence.remove(milestone);
        }
    }

    fn tick(&mut self, plan: &Plan, mark: &Mark) {
        let day = match mark {
            Mark::Day(id) => plan.find_day(id.as_str()),
            Mark::Item(_) => None,
        };
        match day {
            Some(day) => self.done.extend(day.required().map(|task| task.id().as_str().to_owned())),
            None => {
                self.done.insert(mark.as_str().to_owned());
            }
        }
    }

    fn untick(&mut self, mark: &Mark) {
        match mark {
            Mark::Day(id) => drop(self.skipped.remove(id.as_str())),
            Mark::Item(id) => {
                self.done.remove(id.as_str());
            }
        }
    }
}
