//! What a key, a click or a paste means: the screen's own state changes here, and everything else becomes an
//! [`Effect`] for the loop to perform.
//!
//! Deliberately absent: a way to change progress. The study comes in by reference only.

use super::chord::Chord;
use super::fields;
use super::keymap::{Action, Browsing, Motion};
use super::milestone;
use super::model::{Asked, Model, Question, Search, Tone, View};
use super::mouse;
use super::opening;
use super::overlay::Overlay;
use super::recording;
use super::replan;
use super::review;
use super::rows::{self, Content};
use super::scroll::{page, roll, scroll_by, turn};
use super::view;
use super::writing::NoteEditor;
use crate::journal::{Fact, Mark, Record};
use crate::plan::{Day, DayNo, Task};
use crate::study::{DayState, Study};
use crossterm::event::{KeyEvent, MouseEvent, MouseEventKind};
use ratatui::layout::Size;
use tui_input::Input as Field;

/// What comes from the terminal.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// A key was pressed.
    Key(KeyEvent),
    /// Text was pasted.
    Paste(String),
    /// The mouse did something.
    Mouse(MouseEvent),
    /// The terminal has a new size.
    Resize(Size),
}

impl Input {
    /// Tells whether this changes nothing on screen, whatever is shown: the mouse only moved, or a button was let go.
    pub fn is_idle(&self) -> bool {
        matches!(self, Self::Mouse(event) if !matches!(
            event.kind,
            MouseEventKind::Down(_) | MouseEventKind::ScrollDown | MouseEventKind::ScrollUp
        ))
    }
}

/// What is to happen outside the screen's own state.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Record this.
    Record(Record),
    /// Record the note or the review, if it changed, then close its editor.
    SaveWritten(Option<Fact>),
    /// Write a day's note in the learner's editor.
    Edit(DayNo),
    /// Open an address in the browser.
    Open(String),
    /// Put a text on the clipboard.
    Copy(String),
    /// Go on writing the draft that was found, in the note editor that is open now.
    ResumeDraft,
    /// Throw the draft that was found away.
    DiscardDraft,
    /// Draw everything anew.
    Redraw,
    /// Stop for the shell.
    Suspend,
    /// End.
    Quit,
}

/// Takes in what came from the terminal.
pub fn update(model: &mut Model, study: &Study, input: Input) -> Option<Effect> {
    match input {
        Input::Key(event) => key(model, study, event),
        Input::Paste(text) => {
            fields::paste(model, study, &text);
            None
        }
        Input::Mouse(event) => mouse::mouse(model, study, event),
        Input::Resize(size) => {
            model.size = size;
            None
        }
    }
}

fn key(model: &mut Model, study: &Study, event: KeyEvent) -> Option<Effect> {
    let action = opening::lookup(model, Chord::of(event));
    // Where nothing can be seen, nothing is done unseen.
    if view::is_too_small(model.size) && !matches!(action, Some(Action::Quit | Action::Suspend)) {
        return None;
    }
    model.message = None;
    if let Some(action) = action {
        opening::pass(model, action);
        return act(model, study, action);
    }
    fields::key(model, study, event);
    None
}

fn act(model: &mut Model, study: &Study, action: Action) -> Option<Effect> {
    match action {
        Action::Move(motion) => go_to(model, study, motion),
        Action::Browse(action) => return browse(model, study, action),
        Action::Edit(editing) => fields::edit(model, editing),
        Action::Change(change) => fields::change(model, study, change),
        Action::Accept => return fields::accept(model, study),
        Action::Discard => return fields::discard(model),
        Action::Milestone(action) => return milestone::act(model, study, action),
        Action::Turn(turn) => return review::turn(model, study, turn),
        Action::Close => return fields::close(model, study),
        Action::Quit => return Some(Effect::Quit),
        Action::Suspend => return Some(Effect::Suspend),
    }
    None
}

/// Moves in what is on top, where that is a list or scrolls.
pub(super) fn go_to(model: &mut Model, study: &Study, motion: Motion) {
    match &mut model.overlay {
        Overlay::None => walk(model, study, motion),
        Overlay::Help(_) | Overlay::WelcomeBack(_) => turn(model, study, motion),
        Overlay::Search(search) => fields::select(search, motion),
        Overlay::Milestone(_) => milestone::go(model, study, motion),
        Overlay::Replan(_) => replan::go(model, study, motion),
        Overlay::Review(_) => roll(model, study, motion),
        _ => {}
    }
}

fn walk(model: &mut Model, study: &Study, motion: Motion) {
    match motion {
        Motion::Down => move_by(model, study, 1),
        Motion::Up => move_by(model, study, -1),
        Motion::First => to_end(model, study, End::First),
        Motion::Last => to_end(model, study, End::Last),
        Motion::PageDown => scroll_by(model, study, page(model, study)),
        Motion::PageUp => scroll_by(model, study, -page(model, study)),
    }
}

fn browse(model: &mut Model, study: &Study, action: Browsing) -> Option<Effect> {
    match action {
        Browsing::Milestone => milestone::open(model, study),
        Browsing::Review => review::open(model, study),
        Browsing::PreviousDay => day_by(model, study, -1),
        Browsing::NextDay => day_by(model, study, 1),
        Browsing::PreviousWeek => week_by(model, study, -1),
        Browsing::NextWeek => week_by(model, study, 1),
        Browsing::ShowToday | Browsing::Back => show(model, study, View::Today),
        Browsing::ShowWeek => show(model, study, View::Week),
        Browsing::ShowPlan => show(model, study, View::Plan),
        Browsing::ShowProgress => show(model, study, View::Progress),
        Browsing::ShowNotes => show(model, study, View::Notes),
        Browsing::NextView => show(model, study, model.view.beside(1)),
        Browsing::PreviousView => show(model, study, model.view.beside(-1)),
        Browsing::CurrentDay => {
            show(model, study, View::Today);
            match study.current_day() {
                Some(day) => model.show_day(study, day.no()),
                None => model.message = opening::finished(study).map(|said| (Tone::Calm, said)),
            }
        }
        Browsing::Tick => return tick(model, study),
        Browsing::Enter => return enter(model, study),
        Browsing::Note => note(model, study),
        Browsing::NoteInEditor => return Some(Effect::Edit(noted_day(model, study))),
        Browsing::OpenResource => return address(model, study).map(Effect::Open),
        Browsing::CopyResource => return address(model, study).map(Effect::Copy),
        Browsing::Skip => return skip(model, study),
        Browsing::LogMinutes => ask(model, Asked::Minutes),
        Browsing::Replan if matches!(model.overlay, Overlay::Review(_)) => {
            return review::replan(model, study);
        }
        Browsing::Replan => replan::open(model, study),
        Browsing::Undo => {
            let found = study.undone(&model.foreign);
            let foreign =
                || study.undone(&[]).map(|(_, entry)| recording::from_elsewhere(&entry, "undo"));
            return take_back(model, found, foreign, "There is nothing to take back.");
        }
        Browsing::Redo => {
            let found = study.redone(&model.foreign);
            let foreign =
                || study.redone(&[]).map(|(_, entry)| recording::from_elsewhere(&entry, "redo"));
            return take_back(model, found, foreign, "There is nothing to bring back.");
        }
        Browsing::Search => model.overlay = Overlay::Search(Search::default()),
        Browsing::Help => model.help(),
        Browsing::Redraw => return Some(Effect::Redraw),
    }
    None
}

pub(super) fn show(model: &mut Model, study: &Study, view: View) {
    if model.view != view {
        model.view = view;
        model.scroll = 0;
        if view == View::Notes {
            let notes = study.notes();
            let of_day = notes.iter().find(|(day, _)| day.no() == model.day).or(notes.first());
            model.note = of_day.map(|(_, note)| note.key);
        }
    }
}

fn move_by(model: &mut Model, study: &Study, step: isize) {
    model.scroll = 0;
    match model.view {
        View::Today => {
            let count = rows::count(study.plan(), study.plan().day(model.day));
            model.row = stepped(model.row, step, count);
        }
        View::Week => day_by(model, study, step),
        View::Plan | View::Progress => below(model, study, step),
        View::Notes => {
            let notes = study.notes();
            let place = stepped(model.note_place(&notes), step, notes.len());
            model.note = notes.get(place).map(|(_, note)| note.key);
        }
    }
}

/// Returns a place moved by a step within so many places.
fn stepped(place: usize, step: isize, places: usize) -> usize {
    place.saturating_add_signed(step).min(places.saturating_sub(1))
}

fn day_by(model: &mut Model, study: &Study, step: isize) {
    let place = stepped(model.day.index(), step, study.plan().days().len());
    if let Some(no) = study.plan().day_no(place + 1)
        && no != model.day
    {
        model.show_day(study, no);
    }
}

/// Moves to the first day of another week.
fn week_by(model: &mut Model, study: &Study, step: isize) {
    let week =
        stepped(study.plan().week_of(model.day).no().index(), step, study.plan().weeks().len());
    if let Some(week) = study.plan().weeks().get(week) {
        model.show_day(study, week.first());
    }
}

/// Moves to the day in the same column of another week's row; rows end in one column, as the map shows them.
fn below(model: &mut Model, study: &Study, step: isize) {
    let plan = study.plan();
    let here = plan.week_of(model.day);
    let from_end = here.last().index() - model.day.index();
    let place = stepped(here.no().index(), step, plan.weeks().len());
    if let Some(week) = plan.weeks().get(place).filter(|week| week.no() != here.no()) {
        let longest = week.last().index() - week.first().index();
        if let Some(no) = plan.day_no(week.last().index() - from_end.min(longest) + 1) {
            model.show_day(study, no);
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    First,
    Last,
}

fn to_end(model: &mut Model, study: &Study, end: End) {
    let plan = study.plan();
    model.scroll = 0;
    let of = |count: usize| if end == End::First { 0 } else { count.saturating_sub(1) };
    match model.view {
        View::Today => model.row = of(rows::count(plan, plan.day(model.day))),
        View::Notes => {
            let notes = study.notes();
            model.note = notes.get(of(notes.len())).map(|(_, note)| note.key);
        }
        View::Week => {
            let week = plan.week_of(model.day);
            model.show_day(study, if end == End::First { week.first() } else { week.last() });
        }
        View::Plan | View::Progress => {
            if let Some(no) = plan.day_no(of(plan.days().len()) + 1) {
                model.show_day(study, no);
            }
        }
    }
}

/// Returns the task under the cursor in Today, or the day's next open one elsewhere.
fn task(model: &Model, study: &Study) -> Option<(&'static Day, &'static Task)> {
    let day = study.plan().day(model.day);
    let task = match model.view {
        View::Today => day.tasks().get(model.row),
        View::Week | View::Plan | View::Progress => {
            day.tasks().iter().find(|task| !study.is_done(day, task))
        }
        View::Notes => None,
    };
    task.map(|task| (day, task))
}

pub(super) fn tick(model: &mut Model, study: &Study) -> Option<Effect> {
    if let Some((day, task)) = task(model, study) {
        return Some(Effect::Record(study.toggled(day, task).into()));
    }
    let content = rows::at(study.plan(), study.plan().day(model.day), model.row);
    if let (View::Today, Some(Content::Check(week, check))) = (model.view, content) {
        return Some(Effect::Record(study.check_toggled(week, check).into()));
    }
    match model.view {
        View::Today => model.say("A resource has no tick: o opens it, y copies its address."),
        View::Notes => {}
        _ => model.say(format!("Every task of day {} is ticked; enter shows it.", model.day)),
    }
    None
}

pub(super) fn enter(model: &mut Model, study: &Study) -> Option<Effect> {
    match model.view {
        View::Today => {
            let content = rows::at(study.plan(), study.plan().day(model.day), model.row);
            return match content {
                Some(Content::Task(_) | Content::Check(..)) => tick(model, study),
                Some(Content::Resource(_)) | None => address(model, study).map(Effect::Open),
            };
        }
        View::Week | View::Plan | View::Progress => show(model, study, View::Today),
        View::Notes => {
            if let Some(no) = noted(model, study) {
                show(model, study, View::Today);
                model.show_day(study, no);
            }
        }
    }
    None
}

/// Returns the address of the resource under the cursor, else of the day's first, or says that there is none.
fn address(model: &mut Model, study: &Study) -> Option<String> {
    let day = study.plan().day(model.day);
    let found = match rows::at(study.plan(), day, model.row) {
        Some(Content::Resource(resource)) => Some(resource),
        Some(Content::Task(_) | Content::Check(..)) | None => day.resources.first(),
    };
    if found.is_none() {
        model.say(format!("Day {} has no resources.", day.no()));
    }
    found.map(|resource| resource.url().to_owned())
}

fn noted_day(model: &Model, study: &Study) -> DayNo {
    if model.view == View::Notes { noted(model, study).unwrap_or(model.day) } else { model.day }
}

/// Returns the day of the selected note.
fn noted(model: &Model, study: &Study) -> Option<DayNo> {
    let notes = study.notes();
    notes.get(model.note_place(&notes)).map(|(day, _)| day.no())
}

fn note(model: &mut Model, study: &Study) {
    model.overlay = Overlay::Note(Box::new(NoteEditor::of(study, noted_day(model, study))));
}

fn ask(model: &mut Model, asked: Asked) {
    model.overlay =
        Overlay::Question(Question { asked, day: model.day, input: Field::default(), wrong: None });
}

fn skip(model: &mut Model, study: &Study) -> Option<Effect> {
    let day = study.plan().day(model.day);
    if study.state(day) == DayState::Skipped {
        return Some(Effect::Record(Fact::Open(vec![Mark::Day(day.id().clone())]).into()));
    }
    match study.skipped(&[day.no()], "") {
        Ok(_) => ask(model, Asked::Reason),
        Err(sentence) => model.say(sentence),
    }
    None
}

fn take_back(
    model: &mut Model,
    found: Option<(Fact, String)>,
    foreign: impl FnOnce() -> Option<String>,
    nothing: &str,
) -> Option<Effect> {
    if found.is_none() {
        model.say(foreign().unwrap_or_else(|| nothing.to_owned()));
    }
    found.map(|(fact, _)| Effect::Record(fact.into()))
}
