//! Scrolling: the pages that lie over a view, and the pane of a view that scrolls, never beyond what there is to see.
//!
//! Deliberately absent: the cursor, which the view follows by itself.

use super::keymap::Motion;
use super::model::Model;
use super::overlay::Overlay;
use super::view;
use crate::study::Study;

/// Scrolls a page that lies over the view.
pub(super) fn turn(model: &mut Model, study: &Study, motion: Motion) {
    let page = isize::try_from(model.size.height / 2).unwrap_or(0);
    let Some(&mut scroll) = model.overlay.scroll_mut() else { return };
    let wanted = match motion {
        Motion::Down => scroll.saturating_add(1),
        Motion::Up => scroll.saturating_sub(1),
        Motion::PageDown => scroll.saturating_add(page),
        Motion::PageUp => scroll.saturating_sub(page),
        Motion::First => 0,
        Motion::Last => isize::MAX,
    };
    let wanted = within(model, study, wanted);
    if let Some(scroll) = model.overlay.scroll_mut() {
        *scroll = wanted;
    }
}

/// Scrolls a step of the review.
pub(super) fn roll(model: &mut Model, study: &Study, motion: Motion) {
    let page = page(model, study);
    if let Overlay::Review(review) = &mut model.overlay {
        review.go(motion, page);
        let wanted = review.scroll;
        let scroll = within(model, study, wanted);
        if let Overlay::Review(review) = &mut model.overlay {
            review.scroll = scroll;
        }
    }
}

/// Returns how many rows a page is: a third of the screen, and no more than is in sight, so that none is passed over.
pub(super) fn page(model: &Model, study: &Study) -> isize {
    let shown = u16::try_from(view::rows_shown(model, study)).unwrap_or(u16::MAX);
    isize::try_from((model.size.height / 3).min(shown).max(1)).unwrap_or(1)
}

/// Returns a scroll within what there is to see.
pub(super) fn within(model: &Model, study: &Study, wanted: isize) -> isize {
    let (above, below) = view::rows_beyond(model, study);
    wanted.clamp(-above.cast_signed(), below.cast_signed())
}

/// Scrolls the pane of a view that scrolls.
pub(super) fn scroll_by(model: &mut Model, study: &Study, rows: isize) {
    model.scroll = within(model, study, model.scroll.saturating_add(rows));
}
