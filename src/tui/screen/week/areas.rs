//! Where the panes of a week stand: days and questions beside what it leads to, or one at a time.

use crate::plan::{Week, WeekNo};
use crate::study::Study;
use crate::tui::canvas;
use ratatui::layout::Rect;

/// From this many columns on all panes stand there at once.
const BESIDE: u16 = 72;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pane {
    Days,
    Milestone,
    Questions,
}

pub enum Areas {
    All { days: Rect, milestone: Option<Rect>, questions: Rect },
    One(Rect),
}

impl Areas {
    pub fn of(area: Rect, study: &Study, week: &Week) -> Self {
        if area.width < BESIDE || area.height < 13 {
            return Self::One(area);
        }
        let (left, right) = canvas::right(area, area.width / 2);
        if !has_milestone(study, week) {
            return Self::All { days: left, milestone: None, questions: right };
        }
        let wanted = canvas::columns(study.plan().days_in(week).len() + 8);
        let (days, questions) = canvas::top(left, wanted.min(left.height.saturating_sub(7)));
        Self::All { days, milestone: Some(right), questions }
    }
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
    match Areas::of(area, study, study.plan().week(no)) {
        Areas::All { questions, .. } if questions.height >= 12 => questions,
        Areas::All { questions, .. } => Rect { y: area.y, height: area.height, ..questions },
        Areas::One(area) => area,
    }
}
