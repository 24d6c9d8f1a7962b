//! A milestone's own page: its criteria to tick, the evidence to write, the rubric to score, and what keys mean there.
//!
//! Deliberately absent: drawing, and how far the milestone has come, which is asked of the study.

use super::keymap::{Browsing, Motion};
use super::model::Model;
use super::overlay::Overlay;
use super::update::Effect;
use crate::journal::{Fact, Made, Part, Score};
use crate::plan::{Criterion, Milestone, Question, Week, WeekNo};
use crate::study::Study;
use tui_input::Input;

/// Holds what the page knows and the disk does not.
#[derive(Debug)]
pub struct Page {
    /// The week whose milestone is shown.
    pub week: WeekNo,
    /// The selected item.
    pub row: usize,
    /// How far it is scrolled from where the cursor puts it, in rows.
    pub scroll: isize,
    /// Whether stretch goals and pitfalls are shown where there is little room.
    pub fold: Fold,
    /// The part of the evidence that is being written.
    pub field: Option<Field>,
}

/// Says whether what stands below is shown where there is little room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    /// Only how much there is.
    Folded,
    /// All of it.
    Open,
}

/// Holds a part of the evidence that is being written.
#[derive(Debug)]
pub struct Field {
    /// The part.
    pub part: Part,
    /// What was typed.
    pub input: Input,
    /// What is wrong with it.
    pub wrong: Option<String>,
}

/// What the cursor can stand on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Item {
    /// A criterion.
    Criterion(&'static Criterion),
    /// A part of the evidence.
    Part(Part),
    /// A question of the rubric.
    Question(&'static Question),
}

/// Returns everything on a milestone's page that the cursor can stand on, in order.
pub fn items(milestone: &'static Milestone) -> Vec<Item> {
    let criteria = milestone.accept.iter().map(Item::Criterion);
    let questions = milestone.rubric.iter().map(Item::Question);
    criteria.chain(Part::ALL.map(Item::Part)).chain(questions).collect()
}

/// Opens the page of the milestone of the week that is shown, or says that it leads to none.
pub(super) fn open(model: &mut Model, study: &Study) {
    let week = study.plan().week_of(model.day);
    if week.milestone.is_none() {
        return model.say(format!("Week {}, {}, leads to no milestone.", week.no(), week.title));
    }
    model.overlay = Overlay::Milestone(Page {
        week: week.no(),
        row: 0,
        scroll: 0,
        fold: Fold::Folded,
        field: None,
    });
}

impl Page {
    /// Returns the week with its milestone.
    pub fn shown(&self, study: &Study) -> Option<(&'static Week, &'static Milestone)> {
        let week = study.plan().week(self.week);
        week.milestone.as_ref().map(|milestone| (week, milestone))
    }

    /// Returns what the cursor stands on.
    pub fn item(&self, study: &Study) -> Option<Item> {
        self.shown(study).and_then(|(_, milestone)| items(milestone).get(self.row).copied())
    }

    /// Moves the cursor, or scrolls.
    pub(super) fn go(&mut self, study: &Study, motion: Motion, page: isize) {
        let last = self.shown(study).map_or(0, |(_, milestone)| items(milestone).len());
        let last = last.saturating_sub(1);
        match motion {
            Motion::Down => self.row = (self.row + 1).min(last),
            Motion::Up => self.row = self.row.saturating_sub(1),
            Motion::First => self.row = 0,
            Motion::Last => self.row = last,
            Motion::PageDown => return self.scroll = self.scroll.saturating_add(page),
            Motion::PageUp => return self.scroll = self.scroll.saturating_sub(page),
        }
        self.scroll = 0;
    }

    /// Goes on after a fact was recorded: from a criterion that is met now to the next open one, from a question that is
    /// scored to the next.
    pub(super) fn go_on(&mut self, study: &Study, fact: &Fact) {
        let (Some((week, milestone)), Some(item)) = (self.shown(study), self.item(study)) else {
            return;
        };
        let items = items(milestone);
        let open = |item: &Item| match item {
            Item::Criterion(criterion) => study.kept(week).met(criterion).is_none(),
            Item::Part(_) | Item::Question(_) => false,
        };
        match (fact, item) {
            (Fact::Done(_), Item::Criterion(_)) => {
                let next = items.iter().enumerate().skip(self.row).find(|(_, item)| open(item));
                self.row = next.map_or(self.row, |(place, _)| place);
            }
            (Fact::Rubric { .. }, Item::Question(_)) => {
                self.row = (self.row + 1).min(items.len().saturating_sub(1));
            }
            (_, _) => {}
        }
    }

    fn turn_week(&mut self, study: &Study, step: isize) {
        let weeks = study.plan().weeks();
        let here = self.week.index();
        let mut place = here.checked_add_signed(step);
        while let Some(week) = place.and_then(|place| weeks.get(place)) {
            if week.milestone.is_some() {
                (self.week, self.row, self.scroll) = (week.no(), 0, 0);
                return;
            }
            place = week.no().index().checked_add_signed(step);
        }
    }
}

/// Does on the page what a key of a view means there.
pub(super) fn browse(model: &mut Model, study: &Study, deed: Browsing) -> Option<Effect> {
    let Overlay::Milestone(page) = &mut model.overlay else { return None };
    let (week, _) = page.shown(study)?;
    let item = page.item(study)?;
    match (deed, item) {
        (Browsing::PreviousWeek, _) => page.turn_week(study, -1),
        (Browsing::NextWeek, _) => page.turn_week(study, 1),
        (Browsing::Unfold, _) => {
            page.fold = match page.fold {
                Fold::Folded => Fold::Open,
                Fold::Open => Fold::Folded,
            };
        }
        (Browsing::Tick | Browsing::Enter, Item::Criterion(criterion)) => {
            return Some(Effect::Record(study.met_toggled(week, criterion)));
        }
        (Browsing::Tick | Browsing::Enter, Item::Part(part)) => {
            let known = study.kept(week).evidence().get(&part).cloned().unwrap_or_default();
            page.field = Some(Field { part, input: Input::new(known), wrong: None });
        }
        (Browsing::Tick | Browsing::Enter, Item::Question(_)) => {
            model.say("Press 0, 1 or 2 to score it: not yet, partly, yes.");
        }
        (Browsing::OpenResource | Browsing::CopyResource, Item::Part(part)) => {
            let link = study.kept(week).evidence().get(&part).filter(|_| part.made() == Made::Link);
            return match (link, deed) {
                (Some(link), Browsing::OpenResource) => Some(Effect::Open(link.clone())),
                (Some(link), _) => Some(Effect::Copy(link.clone())),
                (None, _) => {
                    model.say("There is no address here yet: enter writes it.");
                    None
                }
            };
        }
        (_, _) => {}
    }
    None
}

/// Scores the question that the cursor stands on, or says where questions are.
pub(super) fn score(model: &mut Model, study: &Study, score: Score) -> Option<Effect> {
    let Overlay::Milestone(page) = &model.overlay else { return None };
    match page.item(study)? {
        Item::Question(question) => {
            Some(Effect::Record(Fact::Rubric { scores: vec![(question.id().clone(), score)] }))
        }
        Item::Criterion(_) | Item::Part(_) => {
            model.say("A score is for the questions below; space ticks a check.");
            None
        }
    }
}

/// Takes the part of the evidence that was typed; the page stays.
pub(super) fn written(study: &Study, page: &mut Page) -> Option<Effect> {
    let (week, milestone) = page.shown(study)?;
    let field = page.field.as_mut()?;
    match field.part.kept(field.input.value()) {
        Err(wrong) => {
            field.wrong = Some(wrong);
            None
        }
        Ok(text) => {
            let parts = [(field.part, text)].into();
            page.field = None;
            study.shown(week, milestone, parts).map(Effect::Record)
        }
    }
}
