//! What the screen opens with, one thing at a time: a draft that lost its editor, else what is wrong with the journal,
//! else that the plan is finished, else a welcome after a long time away, else a line after a short one.
//!
//! Deliberately absent: how these are drawn, and the first start, which is there before anything else.

use super::chord::Chord;
use super::keymap::{self, Action, Browsing, Context};
use super::model::Model;
use super::overlay::Overlay;
use crate::journal::finding::Weight;
use crate::study::{Session, Study};
use crate::words;

/// From so many missed study days on there is a line, and from the second count on a welcome.
const SHORT: u32 = 2;
const LONG: u32 = 7;

/// Opens the screen with what there is to say. A draft that is offered afterwards takes the place of what is shown.
pub fn open(model: &mut Model, session: &Session) {
    let findings = session.files().findings().iter();
    let warnings = findings.filter(|finding| finding.what.weight() == Weight::Warning).count();
    match model.found(session) {
        None => greet(model, session.study()),
        Some(one) if warnings == 1 => model.warn(one),
        Some(first) => {
            model.warn(format!("{} more to see with `ninety check`. {first}", warnings - 1));
        }
    }
}

fn greet(model: &mut Model, study: &Study) {
    if let Some(finished) = finished(study) {
        return model.say(finished);
    }
    // In a break nothing is expected, so nobody was away.
    let is_resting = study.schedule().dates.break_on(study.today()).is_some();
    match if is_resting { 0 } else { study.schedule().missed } {
        0..SHORT => {}
        missed @ SHORT..LONG => {
            let key = keymap::key(Context::Today, Action::Browse(Browsing::Replan));
            model.say(format!("{} · {key} to re-plan", words::since(missed)));
        }
        LONG.. => model.overlay = Overlay::WelcomeBack(0),
    }
}

/// Returns the sentence about a plan that is finished, if it is.
pub(super) fn finished(study: &Study) -> Option<String> {
    let on = study.finished_on()?;
    Some(format!("Finished on {}; every day is complete or skipped.", words::date(on)))
}

/// Returns what a key means. On the page that greets, whatever it has no key for means what it means in the view
/// beneath, as far as nothing is done unseen.
pub(super) fn lookup(model: &Model, chord: Chord) -> Option<Action> {
    let here = keymap::lookup(model.context(), chord);
    if !is_greeting(model) {
        return here;
    }
    here.or_else(|| keymap::lookup(model.view.context(), chord).filter(|action| is_seen(*action)))
}

fn is_greeting(model: &Model) -> bool {
    matches!(&model.overlay, Overlay::WelcomeBack(_))
}

/// Closes the page that greets before a key of the view beneath acts.
pub(super) fn pass(model: &mut Model, action: Action) {
    if is_greeting(model) && matches!(action, Action::Browse(_)) {
        model.overlay = Overlay::None;
    }
}

/// Tells whether what comes of an action is seen, so that it may be done while the day is covered.
fn is_seen(action: Action) -> bool {
    use Browsing::{CopyResource, Enter, OpenResource, Skip, Tick};
    match action {
        Action::Browse(action) => {
            !matches!(action, Tick | Enter | OpenResource | CopyResource | Skip)
        }
        _ => false,
    }
}
