//! What keys mean where something is typed: the note editor, the search and the one-line questions.
//!
//! Deliberately absent: drawing, recording, and the first start, which has a file of its own (`welcome`).

use super::keymap::{Changing, Editing, Motion, Turn};
use super::milestone;
use super::model::{Asked, Model, Question, Search, View};
use super::overlay::Overlay;
use super::replan;
use super::review::{self, Review};
use super::rows;
use super::update::Effect;
use super::welcome;
use super::writing::NoteEditor;
use crate::journal::Fact;
use crate::journal::drafts::Words;
use crate::study::Study;
use crate::text;
use crate::tui::search;
use crate::tui::search::Kind;
use crate::typed;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use tui_input::{Input, InputRequest};

/// Takes a key that the keymap has no row for: in a field it is text, elsewhere nothing.
pub fn key(model: &mut Model, study: &Study, event: KeyEvent) {
    if let Some(writing) = model.overlay.writing_mut() {
        return writing.key(event);
    }
    match &mut model.overlay {
        Overlay::Welcome(welcome) => welcome.key(study, event),
        Overlay::Replan(_) => replan::key(model, study, event),
        overlay => {
            if let Some(input) = overlay.input_mut() {
                typed(input, event);
            }
            changed(model, study);
        }
    }
}

/// Takes pasted text: in a field it is text without line breaks, in the note editor with them.
pub fn paste(model: &mut Model, study: &Study, pasted: &str) {
    let line = |input: &mut Input| {
        for c in
            text::pasted(pasted).split_whitespace().collect::<Vec<_>>().join(" ").chars().take(2000)
        {
            let _state = input.handle(InputRequest::InsertChar(c));
        }
    };
    if let Some(writing) = model.overlay.writing_mut() {
        if writing.paste(pasted) {
            model.warn("The paste was cut at 256 KB; paste the rest once more if you need it.");
        }
    } else if let Overlay::Welcome(welcome) = &mut model.overlay {
        welcome.paste(study, line);
    } else if let Some(input) = model.overlay.input_mut() {
        line(input);
        changed(model, study);
    }
}

/// Draws the consequences of a changed field.
fn changed(model: &mut Model, study: &Study) {
    match &mut model.overlay {
        Overlay::Search(search) => {
            search.hits = search::find(study, search.input.value());
            search.selected = 0;
        }
        Overlay::Question(question) => question.wrong = None,
        Overlay::Milestone(page) => {
            if let Some(field) = &mut page.field {
                field.wrong = None;
            }
        }
        Overlay::Replan(form) => form.settle(study),
        _ => {}
    }
}

pub(super) fn typed(input: &mut Input, event: KeyEvent) {
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    let alt = event.modifiers.contains(KeyModifiers::ALT);
    let request = match event.code {
        KeyCode::Char('w') if ctrl => InputRequest::DeletePrevWord,
        KeyCode::Backspace if ctrl || alt => InputRequest::DeletePrevWord,
        KeyCode::Char('u') if ctrl => InputRequest::DeleteLine,
        KeyCode::Char('k') if ctrl => InputRequest::DeleteTillEnd,
        KeyCode::Char('a') if ctrl => InputRequest::GoToStart,
        KeyCode::Char('e') if ctrl => InputRequest::GoToEnd,
        KeyCode::Char('b') if alt => InputRequest::GoToPrevWord,
        KeyCode::Char('f') if alt => InputRequest::GoToNextWord,
        KeyCode::Left if ctrl => InputRequest::GoToPrevWord,
        KeyCode::Right if ctrl => InputRequest::GoToNextWord,
        KeyCode::Char(c) if !ctrl && !alt && !text::is_unsafe(c) => InputRequest::InsertChar(c),
        KeyCode::Backspace => InputRequest::DeletePrevChar,
        KeyCode::Delete => InputRequest::DeleteNextChar,
        KeyCode::Left => InputRequest::GoToPrevChar,
        KeyCode::Right => InputRequest::GoToNextChar,
        KeyCode::Home => InputRequest::GoToStart,
        KeyCode::End => InputRequest::GoToEnd,
        _ => return,
    };
    let _state = input.handle(request);
}

/// Edits the note that is being written.
pub fn edit(model: &mut Model, editing: Editing) {
    if let Some(writing) = model.overlay.writing_mut() {
        writing.act(editing);
    }
}

/// Changes an answer of a form, or goes to another field.
pub fn change(model: &mut Model, study: &Study, change: Changing) {
    match &mut model.overlay {
        Overlay::Welcome(welcome) => welcome.change(study, change),
        Overlay::Replan(form) => replan::change(form, study, change),
        _ => {}
    }
}

/// Selects another find of a search.
pub fn select(search: &mut Search, motion: Motion) {
    let last = search.hits.len().saturating_sub(1);
    search.selected = match motion {
        Motion::Down => search.selected + 1,
        Motion::Up => search.selected.saturating_sub(1),
        Motion::PageDown => search.selected + 10,
        Motion::PageUp => search.selected.saturating_sub(10),
        Motion::First => 0,
        Motion::Last => last,
    }
    .min(last);
}

/// Takes what is typed, chosen or offered.
pub fn accept(model: &mut Model, study: &Study) -> Option<Effect> {
    match std::mem::replace(&mut model.overlay, Overlay::None) {
        Overlay::None => None,
        Overlay::Help(help) => {
            model.overlay = help.over;
            None
        }
        Overlay::Note(editor) => {
            let day = study.plan().day(editor.day);
            let saved = study.noted(day, &editor.writing.text(), &editor.over, &editor.before);
            // The editor stays until the note is on the disk.
            model.overlay = Overlay::Note(editor);
            Some(Effect::SaveWritten(saved))
        }
        Overlay::Search(search) => {
            let place = search.selected;
            model.overlay = Overlay::Search(search);
            go(model, study, place)
        }
        Overlay::Question(question) => answered(model, study, question),
        Overlay::Replan(form) => {
            // The form stays until what it changes is on the disk.
            model.overlay = Overlay::Replan(form);
            replan::accept(model)
        }
        Overlay::Welcome(welcome) => welcome::accept(model, study, welcome),
        Overlay::Review(review) => {
            model.overlay = Overlay::Review(review);
            review::turn(model, study, Turn::On)
        }
        Overlay::Milestone(mut page) => {
            let effect = milestone::written(study, &mut page);
            model.overlay = Overlay::Milestone(page);
            effect
        }
        Overlay::Draft(day, draft) => {
            model.show_day(study, day);
            // What was added since the draft was begun is not its to replace.
            model.overlay = match draft.words {
                Words::Note(text) => {
                    Overlay::Note(Box::new(NoteEditor::with(study, day, draft.over, &text)))
                }
                Words::Review(texts) => {
                    let week = study.plan().week_of(day);
                    let before = study.answers(week);
                    let texts = Some(texts.each_ref().map(String::as_str));
                    Overlay::Review(Box::new(Review::resumed(week.no(), draft.over, before, texts)))
                }
            };
            Some(Effect::ResumeDraft)
        }
        Overlay::WelcomeBack(_) => {
            model.view = View::Today;
            if let Some(day) = study.current_day() {
                model.show_day(study, day.no());
            }
            None
        }
    }
}

/// Closes what is on top: a field first, then what it is in. What was written in a review is recorded.
pub fn close(model: &mut Model, study: &Study) -> Option<Effect> {
    match &mut model.overlay {
        Overlay::Help(help) => model.overlay = std::mem::replace(&mut help.over, Overlay::None),
        Overlay::Review(_) => return review::left(model, study),
        Overlay::Milestone(page) if page.field.is_some() => page.field = None,
        _ => model.overlay = Overlay::None,
    }
    None
}

/// Throws the draft that is offered away.
pub fn discard(model: &mut Model) -> Option<Effect> {
    if !matches!(model.overlay, Overlay::Draft(..)) {
        return None;
    }
    model.overlay = Overlay::None;
    Some(Effect::DiscardDraft)
}

fn answered(model: &mut Model, study: &Study, mut question: Question) -> Option<Effect> {
    let answer = question.input.value().trim().to_owned();
    match question.asked {
        Asked::Reason => match study.skipped(&[question.day], &answer) {
            Ok(fact) => Some(Effect::Record(fact.into())),
            Err(sentence) => {
                model.say(sentence);
                None
            }
        },
        Asked::Minutes => {
            let minutes = typed::minutes_word(&answer);
            let day = study.plan().day(question.day).id().clone();
            if minutes.is_none() {
                question.wrong = Some(typed::MINUTES_WANTED.to_owned());
                model.overlay = Overlay::Question(question);
            }
            minutes.map(|minutes| {
                Effect::Record(Fact::Minutes { day, minutes, over: Vec::new() }.into())
            })
        }
    }
}

/// Goes to a search's find.
pub fn go(model: &mut Model, study: &Study, place: usize) -> Option<Effect> {
    let Overlay::Search(search) = &model.overlay else { return None };
    let hit = search.hits.get(place).cloned()?;
    model.overlay = Overlay::None;
    model.view = View::Today;
    model.show_day(study, hit.day);
    match hit.kind {
        Kind::Task(task) => model.row = task,
        Kind::Resource(resource) => {
            let day = study.plan().day(hit.day);
            model.row = rows::first_resource(study.plan(), day) + resource;
        }
        Kind::Day | Kind::Note => {}
    }
    None
}
