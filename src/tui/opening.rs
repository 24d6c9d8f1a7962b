//! What the screen opens with, one thing at a time: a draft that lost its editor, else what is wrong with the journal,
//! else the whole way where nothing remains, else a welcome after a long time away, else a line after a short one.
//!
//! Deliberately absent: how these are drawn, and the first start, which is there before anything else.

use super::chord::Chord;
use super::keymap::{self, Action, Browsing, Context};
use super::model::Model;
use super::overlay::{Overlay, Sheet};
use crate::journal::finding::Weight;
use crate::study::schedule::Away;
use crate::study::{Session, Study, told};

/// Opens the screen with what there is to say. A draft that is offered afterwards takes the place of what is shown.
pub fn open(model: &mut Model, session: &Session) {
    let findings = session.files().findings().iter();
    let warnings: Vec<_> =
        findings.filter(|finding| finding.what.weight() == Weight::Warning).collect();
    match warnings.as_slice() {
        [] => greet(model, session.study()),
        [one] => model.warn(one.to_string()),
        [first, rest @ ..] => {
            model.warn(format!("{} more to see with `ninety check`. {first}", rest.len()));
        }
    }
}

fn greet(model: &mut Model, study: &Study) {
    if study.current_day().is_none() {
        model.overlay = Overlay::sheet(Sheet::Closing);
        return;
    }
    let schedule = study.schedule();
    // In a break nothing is expected, so nobody was away.
    let resting = schedule.dates().break_on(study.today()).is_some();
    match if resting { Away::No } else { schedule.away() } {
        Away::No => {}
        Away::Short(count) => {
            let key = keymap::key(Context::Today, Action::Browse(Browsing::Replan));
            model.say(format!("{} · {key} to re-plan", told::since(count)));
        }
        Away::Long(_) => model.overlay = Overlay::sheet(Sheet::WelcomeBack),
    }
}

/// Shows the whole way once the last day that remained is complete or skipped.
pub(super) fn close(model: &mut Model, before: &Study, study: &Study) {
    if before.current_day().is_some() && study.current_day().is_none() {
        model.overlay = Overlay::sheet(Sheet::Closing);
    }
}

/// Returns what a key means. On a page that greets or closes, whatever it has no key for means what it means in the
/// view beneath, as far as nothing is done unseen.
pub(super) fn lookup(model: &Model, chord: Chord) -> Option<Action> {
    let here = keymap::lookup(model.context(), chord);
    if !lets_through(model) {
        return here;
    }
    here.or_else(|| keymap::lookup(model.view.context(), chord).filter(|action| is_seen(*action)))
}

fn lets_through(model: &Model) -> bool {
    matches!(&model.overlay, Overlay::Sheet(sheet, _) if sheet.lets_through())
}

/// Closes a page that greets or closes before a key of the view beneath acts.
pub(super) fn pass(model: &mut Model, action: Action) {
    if lets_through(model) && matches!(action, Action::Browse(_)) {
        model.overlay = Overlay::None;
    }
}

/// Tells whether what comes of an action is seen, so that it may be done while the day is covered.
fn is_seen(action: Action) -> bool {
    match action {
        Action::Browse(deed) => match deed {
            Browsing::PreviousDay
            | Browsing::NextDay
            | Browsing::PreviousWeek
            | Browsing::NextWeek
            | Browsing::ShowToday
            | Browsing::ShowWeek
            | Browsing::ShowPlan
            | Browsing::ShowProgress
            | Browsing::ShowFinish
            | Browsing::ShowNotes
            | Browsing::NextView
            | Browsing::PreviousView
            | Browsing::CurrentDay
            | Browsing::Milestone
            | Browsing::Replan
            | Browsing::Review
            | Browsing::Note
            | Browsing::NoteInEditor
            | Browsing::LogMinutes
            | Browsing::Undo
            | Browsing::Redo
            | Browsing::Search
            | Browsing::Help
            | Browsing::Back
            | Browsing::Redraw => true,
            Browsing::Tick
            | Browsing::Enter
            | Browsing::OpenResource
            | Browsing::CopyResource
            | Browsing::Skip => false,
        },
        Action::Move(_)
        | Action::Edit(_)
        | Action::Change(_)
        | Action::Prove(_)
        | Action::Score(_)
        | Action::Turn(_)
        | Action::Replan(_)
        | Action::Accept
        | Action::Discard
        | Action::Close
        | Action::Quit
        | Action::Suspend => false,
    }
}
