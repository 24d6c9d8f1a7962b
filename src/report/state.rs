//! The whole state in its canonical order: what `ninety export json` prints. Equal state gives equal text, however it
//! came about, so there is no moment and no key in it.
//!
//! It is the one fold, written out. What the plan does not have is part of the state all the same: it comes after what
//! the plan has, in the order of its ids.
//!
//! Deliberately absent: history.

use super::Schema;
use super::overview::BreakReport;
use crate::journal::{Answer, Answers, By, Key, Part, Terms};
use crate::study::progress::{DayProgress, WeekProgress};
use crate::study::{Fold, Study};
use chrono::NaiveDate;
use serde::Serialize;

/// The whole state.
#[derive(Debug, Default, Serialize)]
pub struct State {
    /// The number of this form.
    pub schema: Schema,
    /// The plan's id.
    pub plan: String,
    /// What was set about the schedule.
    #[serde(flatten)]
    pub pace: Pace,
    /// The breaks, in order; none touches another.
    pub away: Vec<BreakReport>,
    /// The ids of what is done.
    pub done: Vec<String>,
    /// The days that are left out.
    pub skipped: Vec<Skipped>,
    /// The notes, an object a paragraph; a day's paragraphs are in the order in which they were recorded.
    pub notes: Vec<Note>,
    /// The minutes logged, summed up for each day.
    pub minutes: Vec<Minutes>,
    /// The addresses that show milestones.
    pub links: Vec<Link>,
    /// The reviews of weeks; a week's are in the order in which they were recorded.
    pub reviews: Vec<Review>,
}

/// What was set about the schedule; what was not is none.
#[derive(Debug, Default, Serialize)]
pub struct Pace {
    /// The date of the start.
    pub start: Option<NaiveDate>,
    /// The study days of the week, such as `mon-fri`.
    pub days: Option<String>,
    /// How long a study day is, in minutes.
    pub day_minutes: Option<u16>,
    /// How order is kept, `day` or `week`.
    pub by: Option<&'static str>,
    /// The date that the learner wants to be done by.
    pub goal: Option<NaiveDate>,
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
    pub minutes: u32,
}

/// An address that shows a milestone.
#[derive(Debug, Serialize)]
pub struct Link {
    /// The id of the week's first day.
    pub week: String,
    /// The address.
    pub url: String,
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

impl State {
    /// Returns the state that a study shows.
    pub fn of(study: &Study) -> Self {
        let (plan, fold) = (study.plan(), study.fold());
        let mut state = Self {
            plan: plan.id().as_str().to_owned(),
            pace: Pace::of(fold.terms()),
            away: study.schedule().dates.breaks().iter().map(|pause| (*pause).into()).collect(),
            ..Self::default()
        };
        for week in plan.weeks() {
            for day in plan.days_in(week) {
                let progress = fold.day(day.no());
                let tasks = day.tasks().iter().enumerate();
                let done = tasks.filter(|(place, _)| progress.is_done(*place));
                state.done.extend(done.map(|(_, task)| task.id().as_str().to_owned()));
                state.day(study, day.id().as_str(), progress);
            }
            let progress = fold.week(week.no());
            let checks = week.milestone.iter().flat_map(|milestone| milestone.accept.iter());
            let ticked = checks.zip(&progress.checked).filter(|(_, since)| since.is_some());
            state.done.extend(ticked.map(|(check, _)| check.id().as_str().to_owned()));
            state.week(study, plan.day(week.first()).id().as_str(), progress);
        }
        state.unknown(study, fold);
        state
    }

    /// Returns the part of the state that is about what the plan does not have, if there is any.
    pub fn elsewhere(study: &Study) -> Option<Self> {
        let mut state = Self { plan: study.plan().id().as_str().to_owned(), ..Self::default() };
        state.unknown(study, study.fold());
        let is_empty = state.done.is_empty()
            && state.skipped.is_empty()
            && state.notes.is_empty()
            && state.minutes.is_empty()
            && state.links.is_empty()
            && state.reviews.is_empty();
        (!is_empty).then_some(state)
    }

    fn unknown(&mut self, study: &Study, fold: &Fold) {
        let unknown = fold.unknown();
        self.done.extend(unknown.done.iter().cloned());
        unknown.days.iter().for_each(|(id, progress)| self.day(study, id, progress));
        unknown.weeks.iter().for_each(|(id, progress)| self.week(study, id, progress));
    }

    fn day(&mut self, study: &Study, id: &str, progress: &DayProgress) {
        let day = || id.to_owned();
        if let Some((because, _)) = &progress.skipped {
            self.skipped.push(Skipped { day: day(), because: because.clone() });
        }
        for key in &progress.notes {
            recorded(study, *key, |part| {
                if let Part::Note(_, text) = part {
                    self.notes.push(Note { day: day(), text: text.plain().into_owned() });
                }
            });
        }
        let minutes = progress.minutes();
        self.minutes.extend((minutes > 0).then(|| Minutes { day: day(), minutes }));
    }

    fn week(&mut self, study: &Study, id: &str, progress: &WeekProgress) {
        for key in progress.links.iter().chain(&progress.reviews) {
            recorded(study, *key, |part| match part {
                Part::Link(_, url) => {
                    self.links.push(Link { week: id.to_owned(), url: url.plain().into_owned() });
                }
                Part::Review(_, texts) => {
                    let texts = texts.map(crate::journal::Text::plain);
                    let answers = Answers::new(texts.each_ref().map(AsRef::as_ref));
                    self.reviews.push(Review::of(id.to_owned(), &answers));
                }
                _ => {}
            });
        }
    }
}

/// Gives each part of an entry that stands to `take`.
fn recorded(study: &Study, key: Key, take: impl FnMut(Part)) {
    if let Some(entry) = study.journal().get(key) {
        entry.parts(take);
    }
}

impl Pace {
    fn of(terms: Terms) -> Self {
        Self {
            start: terms.start,
            days: terms.days.map(|days| days.to_string()),
            day_minutes: terms.minutes,
            by: terms.by.map(By::word),
            goal: terms.goal,
        }
    }
}

impl Review {
    fn of(week: String, answers: &Answers) -> Self {
        let text = |answer| answers.get(answer).to_owned();
        Self { week, can: text(Answer::Can), shaky: text(Answer::Shaky), next: text(Answer::Next) }
    }
}
