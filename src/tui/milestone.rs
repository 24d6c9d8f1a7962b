//! A milestone's own page: its checks to tick, its links to open, and a row that adds one; and what keys mean there.
//!
//! Deliberately absent: drawing, and how far the milestone has come, which is asked of the study.

use super::keymap::{Motion, OnMilestone};
use super::model::Model;
use super::overlay::Overlay;
use super::update::Effect;
use super::{scroll, view};
use crate::plan::{Check, Milestone, Week, WeekNo};
use crate::study::Study;
use crate::text;
use crate::words;
use tui_input::Input;

/// What is asked for where a link is added.
pub const WANTED: &str = "An address that begins with http:// or https://.";

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
    /// The link that is being written.
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

/// Holds a link that is being written.
#[derive(Debug, Default)]
pub struct Field {
    /// What was typed.
    pub input: Input,
    /// What is wrong with it.
    pub wrong: Option<String>,
}

/// What the cursor can stand on.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A check.
    Check(&'static Check),
    /// A link.
    Link(String),
    /// The row that adds a link.
    AddLink,
}

/// Returns everything on a milestone's page that the cursor can stand on, in order.
pub fn items(study: &Study, week: &Week, milestone: &'static Milestone) -> Vec<Item> {
    let checks = milestone.accept.iter().map(Item::Check);
    let links = study.links(week).into_iter().map(|link| Item::Link(link.url));
    checks.chain(links).chain([Item::AddLink]).collect()
}

/// Opens the page of the milestone of the week that is shown, or says that it leads to none.
pub(super) fn open(model: &mut Model, study: &Study) {
    let week = study.plan().week_of(model.day);
    if week.milestone.is_none() {
        return model.say(format!("There is no milestone in {}.", words::week_named(week)));
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

    fn items(&self, study: &Study) -> Vec<Item> {
        self.shown(study).map_or(Vec::new(), |(week, milestone)| items(study, week, milestone))
    }

    /// Returns the place of the cursor, which a link that is gone leaves on the last row.
    pub fn place(&self, items: &[Item]) -> usize {
        self.row.min(items.len().saturating_sub(1))
    }

    fn item(&self, study: &Study) -> Option<Item> {
        let mut items = self.items(study);
        let place = self.place(&items);
        (place < items.len()).then(|| items.swap_remove(place))
    }

    /// Puts the cursor on a row, and that in sight.
    pub(super) fn select(&mut self, row: usize) {
        (self.row, self.scroll) = (row, 0);
        if self.fold == Fold::InSight {
            self.fold = Fold::Open;
        }
    }

    /// Goes on after something was ticked: from a check that is done now to the next open one.
    pub(super) fn go_on(&mut self, study: &Study, record: &crate::journal::Record) {
        let Some((week, milestone)) = self.shown(study) else { return };
        let is_tick = matches!(record.facts.first(), Some(crate::journal::Fact::Done(_)));
        let mut later = milestone.accept.iter().enumerate().skip(self.row);
        let next = later.find(|(_, check)| study.checked(week, check).is_none());
        if let Some((place, _)) = next.filter(|_| is_tick) {
            self.row = place;
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
    let items = page.items(study);
    let (here, last) = (page.place(&items), items.len().saturating_sub(1));
    match motion {
        Motion::Down => page.select((here + 1).min(last)),
        Motion::Up => page.select(here.saturating_sub(1)),
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
pub(super) fn act(model: &mut Model, study: &Study, action: OnMilestone) -> Option<Effect> {
    let Overlay::Milestone(page) = &mut model.overlay else { return None };
    match (action, page.item(study)?) {
        (OnMilestone::Previous, _) => page.turn_week(study, -1),
        (OnMilestone::Next, _) => page.turn_week(study, 1),
        (OnMilestone::Unfold, _) => unfold(model, study),
        (OnMilestone::Enter, Item::Check(check)) => {
            let (week, _) = page.shown(study)?;
            return Some(Effect::Record(study.check_toggled(week, check).into()));
        }
        (OnMilestone::Enter, Item::AddLink) => page.field = Some(Field::default()),
        (OnMilestone::Enter | OnMilestone::Open, Item::Link(url)) => {
            return Some(Effect::Open(url));
        }
        (OnMilestone::Copy, Item::Link(url)) => return Some(Effect::Copy(url)),
        (OnMilestone::Open | OnMilestone::Copy, Item::Check(_) | Item::AddLink) => {
            model.say("The links stand below the checks.");
        }
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

/// Takes the link that was typed; the page stays.
pub(super) fn written(study: &Study, page: &mut Page) -> Option<Effect> {
    let (week, _) = page.shown(study)?;
    let field = page.field.as_mut()?;
    let url = field.input.value().trim().to_owned();
    if !text::is_web_address(&url) {
        field.wrong = Some(WANTED.to_owned());
        return None;
    }
    let fact = study.linked(week, &url);
    if fact.is_none() {
        field.wrong = Some("This link is there already.".to_owned());
        return None;
    }
    page.field = None;
    fact.map(|fact| Effect::Record(fact.into()))
}
