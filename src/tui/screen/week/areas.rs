//! Where the panes of a week stand: days and questions beside what it leads to, or one at a time.

use super::super::rows;
use crate::plan::{Week, WeekNo};
use crate::study::Study;
use crate::tui::canvas;
use ratatui::layout::Rect;

/// From this many columns on all panes stand there at once.
const BESIDE: u16 = 72;

/// The fewest columns of days and questions where there is room for more.
const DAYS: u16 = 54;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pane {
    Days,
    Milestone,
    Questions,
}

/// Returns the panes with their places: where there is little room the chosen one alone.
pub fn places(area: Rect, study: &Study, week: &Week, chosen: Pane) -> Vec<(Pane, Rect)> {
    if area.width < BESIDE || area.height < 13 {
        return vec![(chosen, area)];
    }
    // What the days do not need is given to what they lead to.
    let left = rows::week_columns(study, week).max(DAYS).min(area.width / 2);
    let (left, right) = canvas::right(area, area.width.saturating_sub(left));
    if !has_milestone(study, week) {
        return vec![(Pane::Days, left), (Pane::Questions, right)];
    }
    let wanted = canvas::columns(study.plan().days_in(week).len() + 8);
    let (days, questions) = canvas::top(left, wanted.min(left.height.saturating_sub(7)));
    vec![(Pane::Days, days), (Pane::Milestone, right), (Pane::Questions, questions)]
}

/// Tells whether a week leads to something, or has links of when it did.
pub fn has_milestone(study: &Study, week: &Week) -> bool {
    week.milestone.is_some() || !study.links(week).is_empty()
}

pub fn panes(study: &Study, week: &Week) -> &'static [Pane] {
    if has_milestone(study, week) {
        &[Pane::Days, Pane::Milestone, Pane::Questions]
    } else {
        &[Pane::Days, Pane::Questions]
    }
}

/// Returns the part of the page where the questions are answered: their pane, or where that is low its whole column.
pub fn questions_area(area: Rect, study: &Study, no: WeekNo) -> Rect {
    let mut places = places(area, study, study.plan().week(no), Pane::Questions).into_iter();
    let place = places.find(|(pane, _)| *pane == Pane::Questions).map_or(area, |(_, place)| place);
    if place.height >= 12 { place } else { Rect { y: area.y, height: area.height, ..place } }
}
