//! A milestone's own page: its criteria to tick, the evidence to write, the rubric to score, and what keys mean there.
//!
//! Deliberately absent: drawing, and how far the milestone has come, which is asked of the study.

use super::keymap::{Motion, Proving};
use super::model::Model;
use super::overlay::Overlay;
use super::update::Effect;
use super::{scroll, view};
use crate::journal::{Fact, Made, Part, Score};
use crate::plan::{Criterion, Milestone, Question, Week, WeekNo};
use crate::study::{Study, told};
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
    /// All of it, and scrolled to.
    InSight,
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
        return model.say(format!("There is no milestone in {}.", told::week_named(week)));
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

    /// Returns how many rows the cursor can stand on.
    fn rows(&self, study: &Study) -> usize {
        self.shown(study).map_or(0, |(_, milestone)| items(milestone).len())
    }

    /// Tells whether the cursor is on the last row, below which only stretch goals and pitfalls stand.
    pub fn is_at_end(&self, study: &Study) -> bool {
        self.row + 1 == self.rows(study)
    }

    /// Puts the cursor on a row, and that in sight.
    pub(super) fn select(&mut self, row: usize) {
        (self.row, self.scroll) = (row, 0);
        if self.fold == Fold::InSight {
            self.fold = Fold::Open;
        }
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
        match item {
            Item::Criterion(_) if matches!(fact, Fact::Done(_)) => {
                let next = items.iter().enumerate().skip(self.row).find(|(_, item)| open(item));
                self.row = next.map_or(self.row, |(place, _)| place);
            }
            Item::Question(_) if matches!(fact, Fact::Rubric { .. }) => {
                self.row = (self.row + 1).min(items.len().saturating_sub(1));
            }
            Item::Criterion(_) | Item::Part(_) | Item::Question(_) => {}
        }
    }

    fn turn_week(&mut self, study: &Study, step: isize) {
        let weeks = study.plan().weeks();
        let here = self.week.index();
        let mut place = here.checked_add_signed(step);
        while let Some(week) = place.and_then(|place| weeks.get(place)) {
            if week.milestone.is_some() {
                self.week = week.no();
                return self.select(0);
            }
            place = week.no().index().checked_add_signed(step);
        }
    }
}

/// Moves the cursor, or scrolls, never beyond what there is to see.
pub(super) fn go(model: &mut Model, study: &Study, motion: Motion) {
    let step = isize::try_from(model.size.height / 3).unwrap_or(0).max(1);
    let Overlay::Milestone(page) = &mut model.overlay else { return };
    let last = page.rows(study).saturating_sub(1);
    match motion {
        Motion::Down => page.select((page.row + 1).min(last)),
        Motion::Up => page.select(page.row.saturating_sub(1)),
        Motion::First => page.select(0),
        Motion::Last => page.select(last),
        Motion::PageDown => roll(model, study, step),
        Motion::PageUp => roll(model, study, -step),
    }
}

fn roll(model: &mut Model, study: &Study, rows: isize) {
    let Overlay::Milestone(page) = &model.overlay else { return };
    let wanted = scroll::within(model, study, page.scroll.saturating_add(rows));
    if let Overlay::Milestone(page) = &mut model.overlay {
        page.scroll = wanted;
    }
}

/// Does what a key of the page's own means.
pub(super) fn act(model: &mut Model, study: &Study, deed: Proving) -> Option<Effect> {
    let Overlay::Milestone(page) = &mut model.overlay else { return None };
    match deed {
        Proving::Previous => page.turn_week(study, -1),
        Proving::Next => page.turn_week(study, 1),
        Proving::Unfold => unfold(model, study),
        Proving::Tick | Proving::Write => return enter(model, study),
        Proving::Open => return address(model, study).map(Effect::Open),
        Proving::Copy => return address(model, study).map(Effect::Copy),
    }
    None
}

/// Shows stretch goals and pitfalls, or hides them again; says so where they are in sight or there are none.
fn unfold(model: &mut Model, study: &Study) {
    let Overlay::Milestone(page) = &mut model.overlay else { return };
    let Some((_, milestone)) = page.shown(study) else { return };
    if milestone.stretch.is_empty() && milestone.pitfalls.is_empty() {
        return model.say("This milestone has neither stretch goals nor pitfalls.");
    }
    if view::milestone::has_lists_beside(model.size.width) {
        return model.say("Stretch goals and pitfalls stand at the right.");
    }
    page.scroll = 0;
    page.fold = match page.fold {
        Fold::Folded => Fold::InSight,
        Fold::Open | Fold::InSight => Fold::Folded,
    };
}

/// Ticks or unticks the criterion under the cursor, or begins to write the part of the evidence.
fn enter(model: &mut Model, study: &Study) -> Option<Effect> {
    let Overlay::Milestone(page) = &mut model.overlay else { return None };
    let (week, _) = page.shown(study)?;
    match page.item(study)? {
        Item::Criterion(criterion) => {
            return Some(Effect::Record(study.met_toggled(week, criterion)));
        }
        Item::Part(part) => {
            let known = study.kept(week).evidence().get(&part).cloned().unwrap_or_default();
            page.field = Some(Field { part, input: Input::new(known), wrong: None });
        }
        Item::Question(_) => model.say("Press 0, 1 or 2 to score it: not yet, partly, yes."),
    }
    None
}

/// Returns the address under the cursor, or says that there is none.
fn address(model: &mut Model, study: &Study) -> Option<String> {
    let Overlay::Milestone(page) = &model.overlay else { return None };
    let (week, _) = page.shown(study)?;
    match page.item(study)? {
        Item::Part(part) if part.made() == Made::Link => {
            let link = study.kept(week).evidence().get(&part).cloned();
            if link.is_none() {
                model.say("There is no address here yet: enter writes it.");
            }
            link
        }
        Item::Criterion(_) | Item::Part(_) | Item::Question(_) => {
            model.say("Addresses stand under “What shows it”.");
            None
        }
    }
}

/// Scores the question that the cursor stands on, or says where questions are.
pub(super) fn score(model: &mut Model, study: &Study, score: Score) -> Option<Effect> {
    let Overlay::Milestone(page) = &model.overlay else { return None };
    let (week, _) = page.shown(study)?;
    match page.item(study)? {
        Item::Question(question) => {
            let fact = study.scored(week, vec![(question.id().clone(), score)]);
            if fact.is_none() {
                model.say(format!("It is scored {score}, {}, already.", score.meaning()));
            }
            fact.map(Effect::Record)
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
