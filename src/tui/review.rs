//! The weekly review as a walk of three steps with a way back at each: what happened, three short questions, next week.
//!
//! Deliberately absent: drawing, and what is told at each step, which is a report's.

use super::keymap::{Motion, Turn};
use super::model::{Model, View};
use super::overlay::Overlay;
use super::replan;
use super::update::Effect;
use super::writing::Writing;
use crate::journal::{Answer, Answers, Fact, Key};
use crate::plan::{Week, WeekNo};
use crate::report::looking_back;
use crate::study::Study;
use crate::words;

/// Holds a review that is being written.
#[derive(Debug)]
pub struct Review {
    /// The week that is looked back on.
    pub week: WeekNo,
    /// Where in the walk it is.
    pub step: Step,
    /// How far the step is scrolled, in rows.
    pub scroll: isize,
    /// The entries whose place it takes.
    pub over: Vec<Key>,
    before: Answers,
    can: Writing,
    shaky: Writing,
    next: Writing,
}

/// Says where in the walk a review is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// What happened.
    Past,
    /// One of the questions.
    Asked(Answer),
    /// What comes next.
    Ahead,
}

impl Step {
    /// Every step, in order.
    pub const ALL: [Self; 5] = [
        Self::Past,
        Self::Asked(Answer::Can),
        Self::Asked(Answer::Shaky),
        Self::Asked(Answer::Next),
        Self::Ahead,
    ];

    fn beside(self, step: isize) -> Option<Self> {
        let here = Self::ALL.iter().position(|other| *other == self)?;
        Self::ALL.get(here.checked_add_signed(step)?).copied()
    }
}

impl Review {
    /// Returns the review of a week at its first step, with what was answered before.
    pub fn of(study: &Study, week: &Week) -> Self {
        let over = study.fold().week(week.no()).reviews.clone();
        Self::resumed(week.no(), over, study.answers(week), None)
    }

    /// Returns a review that goes on with answers that were typed before, if any, in place of those that are known.
    pub fn resumed(
        week: WeekNo,
        over: Vec<Key>,
        before: Answers,
        typed: Option<[&str; 3]>,
    ) -> Self {
        let known = Answer::ALL.map(|answer| before.get(answer));
        let [can, shaky, next] = typed.unwrap_or(known).map(Writing::new);
        let step = if typed.is_some() { Step::Asked(Answer::Can) } else { Step::Past };
        Self { week, step, scroll: 0, over, before, can, shaky, next }
    }

    /// Returns what is being written for a question.
    pub fn writing(&self, answer: Answer) -> &Writing {
        match answer {
            Answer::Can => &self.can,
            Answer::Shaky => &self.shaky,
            Answer::Next => &self.next,
        }
    }

    /// Returns what is being written at this step.
    pub fn writing_mut(&mut self) -> Option<&mut Writing> {
        match self.step {
            Step::Past | Step::Ahead => None,
            Step::Asked(Answer::Can) => Some(&mut self.can),
            Step::Asked(Answer::Shaky) => Some(&mut self.shaky),
            Step::Asked(Answer::Next) => Some(&mut self.next),
        }
    }

    /// Returns the texts as they stand.
    pub fn texts(&self) -> [String; 3] {
        Answer::ALL.map(|answer| self.writing(answer).text())
    }

    /// Returns a number that grows with each change of a text.
    pub fn edits(&self) -> u64 {
        Answer::ALL.iter().map(|answer| self.writing(*answer).edits()).sum()
    }

    fn answers(&self) -> Answers {
        Answers::new(self.texts().each_ref().map(String::as_str))
    }

    /// Returns the fact that it was reviewed, or none where nothing is new about it.
    fn fact(&self, study: &Study) -> Option<Fact> {
        // To look at a review is not to bring back what was rewritten elsewhere in the meantime.
        if !self.over.is_empty() && !self.is_changed() {
            return None;
        }
        study.reviewed(study.plan().week(self.week), self.answers(), &self.over)
    }

    /// Tells whether what was typed says something else than what is known.
    fn is_changed(&self) -> bool {
        self.answers() != self.before
    }

    /// Scrolls the step.
    pub(super) fn go(&mut self, motion: Motion, page: isize) {
        self.scroll = match motion {
            Motion::Down => self.scroll.saturating_add(1),
            Motion::Up => self.scroll.saturating_sub(1),
            Motion::PageDown => self.scroll.saturating_add(page),
            Motion::PageUp => self.scroll.saturating_sub(page),
            Motion::First => 0,
            Motion::Last => isize::MAX / 2,
        };
    }
}

/// Opens the review of the week that is shown; beside the day at hand, the one that is at hand.
pub(super) fn open(model: &mut Model, study: &Study) {
    let is_at_hand = study.current_day().is_none_or(|current| current.no() == model.day);
    let week = if is_at_hand && model.view != View::Week {
        study.review_at_hand()
    } else {
        study.plan().week_of(model.day)
    };
    if !study.is_reviewable(week) {
        return model.say(looking_back::nothing_to_review(&words::week_named(week)));
    }
    model.overlay = Overlay::Review(Box::new(Review::of(study, week)));
}

/// Goes a step on or back; after the last step the review is recorded.
pub(super) fn turn(model: &mut Model, study: &Study, turn: Turn) -> Option<Effect> {
    let Overlay::Review(review) = &mut model.overlay else { return None };
    let to = match turn {
        Turn::On => review.step.beside(1),
        Turn::Back => review.step.beside(-1),
    };
    match (to, turn) {
        (Some(step), _) => {
            review.step = step;
            review.scroll = 0;
            None
        }
        (None, Turn::On) => Some(Effect::SaveWritten(review.fact(study))),
        (None, Turn::Back) => None,
    }
}

/// Keeps the review and goes on to the re-plan, as long as there is something to lay out anew. The draft stays until the
/// review is on the disk.
pub(super) fn replan(model: &mut Model, study: &Study) -> Option<Effect> {
    let Overlay::Review(review) = &model.overlay else { return None };
    let record = Effect::SaveWritten(review.fact(study));
    if study.current_day().is_some() {
        replan::open(model, study);
    }
    Some(record)
}

/// Leaves the review: what was typed is recorded, and where nothing was, nothing is.
pub(super) fn left(model: &mut Model, study: &Study) -> Option<Effect> {
    let Overlay::Review(review) = &model.overlay else { return None };
    let fact = if review.is_changed() { review.fact(study) } else { None };
    Some(Effect::SaveWritten(fact))
}
