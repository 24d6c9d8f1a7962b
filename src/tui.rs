//! The screens: the loop that draws, waits, reads a key, asks [`update`] what it means, and performs that.
//!
//! Reading order: [`chord`] and [`keymap`] (keys), [`model`] (what the screen knows), [`opening`] (what it opens with),
//! [`update`](mod@update), [`overlay`], [`fields`] and [`welcome`] (what keys mean), [`replan`], [`recording`], [`writing`] (the note editor), [`theme`] and [`view`] (how it looks), `terminal`.
//!
//! It sleeps until a key, a signal or the next second. A second brings a look at the files (a few `stat` calls) and
//! at the date; only what changed is drawn.
//!
//! Deliberately absent: a tick that draws, a thread that works, and any state of the plan.

pub mod chord;
pub mod drafting;
pub mod fields;
pub mod keymap;
pub mod milestone;
pub mod model;
mod mouse;
pub mod opening;
pub mod overlay;
pub mod plain;
pub mod recording;
pub mod replan;
pub mod review;
pub mod rows;
mod scroll;
pub mod search;
mod terminal;
pub mod theme;
pub mod update;
pub mod view;
pub mod welcome;
pub mod writing;

use crate::editor::{self, Edited};
use crate::env::Env;
use crate::error::Error;
use crate::journal::Record;
use crate::journal::drafts::{self, Draft, DraftFile, Words};
use crate::journal::files::Tail;
use crate::journal::finding::shown;
use crate::options::Options;
use crate::plan::DayNo;
use crate::study::Session;
use crossterm::clipboard::CopyToClipboard;
use crossterm::event::{Event, KeyEventKind};
use model::Model;
use overlay::Overlay;
use std::io::{self, Write};
use std::time::{Duration, Instant};
use terminal::{Resumed, Screen, Wake};
use theme::Theme;
use update::{Effect, Input, update};

/// What is said when a note was opened and not changed.
const UNCHANGED: &str = "The note is as it was.";

/// How often to look whether somebody else recorded something, and whether it is another day.
const LOOK: Duration = Duration::from_secs(1);

/// Opens the screen and runs until the learner quits or the terminal is gone; returns the exit code.
///
/// What is to be known after the screen is gone goes to `messages`.
pub fn run(options: &Options, env: &Env, messages: &mut impl Write) -> Result<u8, Error> {
    let session = options.session(env, Tail::LookAgain)?;
    let failed = |error| Error::Stream("The terminal could not be used", error);
    let screen = Screen::open(options.mouse).map_err(failed)?;
    let glyphs = options.glyphs(env);
    let mut app = Loop::new(env, session, Theme::new(options.colours(env), glyphs), screen);
    app.model.streak = options.config.streak;
    let ended = app.run();
    let unsaved = drafting::draft(&app.model, app.session.study()).filter(|_| app.draft.is_some());
    if let Some(draft) = unsaved {
        let named = drafting::named(app.session.study(), &draft);
        let sentence = format!("{named}, is not saved; ninety offers it at the next start.");
        drop(app);
        drop(writeln!(messages, "ninety: {sentence}"));
    }
    ended.map_err(failed)
}

/// Holds everything the loop goes round with.
struct Loop<'a> {
    env: &'a Env,
    session: Session,
    model: Model,
    theme: Theme,
    screen: Screen,
    /// The file of the note that is being written, and how many edits it has taken in.
    draft: Option<(DraftFile, u64)>,
    /// The drafts that lost their editor; the first one may be on offer.
    found: Vec<(DraftFile, Draft)>,
    stale: bool,
}

impl<'a> Loop<'a> {
    fn new(env: &'a Env, session: Session, theme: Theme, screen: Screen) -> Self {
        let mut model = Model::new(session.study(), terminal::size());
        let plan = session.study().plan();
        let abandoned = drafts::abandoned(&session.files().drafts(), plan.id());
        let mut found = abandoned.drafts;
        // A draft for a day that the plan does not have waits for the plan that has it.
        found.retain(|(_, draft)| plan.find_day(draft.day.as_str()).is_some());
        opening::open(&mut model, &session);
        if let Some(path) = abandoned.unreadable.first() {
            model.warn(format!(
                "{}: this draft cannot be read; look into it and delete it.",
                shown(path)
            ));
        }
        let mut app = Self { env, session, model, theme, screen, draft: None, found, stale: false };
        app.offer_draft();
        app
    }

    /// Offers the first draft that was found.
    fn offer_draft(&mut self) {
        let Some((_, draft)) = self.found.first() else { return };
        if let Some(day) = self.session.study().plan().find_day(draft.day.as_str()) {
            self.model.overlay = Overlay::Draft(day.no(), draft.clone());
        }
    }

    /// Goes round until the end. However it comes, also by a terminal that cannot be written to, what was typed stays.
    fn run(&mut self) -> io::Result<u8> {
        let ended = self.draw().and_then(|()| self.screen.watch()).and_then(|()| self.go_round());
        self.keep_draft();
        ended
    }

    fn go_round(&mut self) -> io::Result<u8> {
        let mut next_look = Instant::now() + LOOK;
        loop {
            if std::mem::take(&mut self.stale) {
                self.draw()?;
            }
            match self.screen.wait(next_look.saturating_duration_since(Instant::now()))? {
                Wake::Input => {
                    if let Some(code) = self.take_in()? {
                        return Ok(code);
                    }
                }
                Wake::Time => {
                    next_look = Instant::now() + LOOK;
                    self.look();
                    self.keep_draft();
                }
                Wake::Stop => {
                    if let Some(code) = self.perform(Effect::Suspend)? {
                        return Ok(code);
                    }
                }
                Wake::Continued => {
                    let resumed = self.screen.resume()?;
                    if let Some(code) = self.resumed(resumed)? {
                        return Ok(code);
                    }
                }
                Wake::End(code) => return Ok(code),
            }
        }
    }

    fn draw(&mut self) -> io::Result<()> {
        let (model, study, theme) = (&self.model, self.session.study(), self.theme);
        let drawn = self.screen.terminal().draw(|frame| {
            if let Some(cursor) = view::screen(model, study, theme, frame.buffer_mut()) {
                frame.set_cursor_position(cursor);
            }
        });
        drawn.map(|_frame| ())
    }

    /// Takes in everything that the terminal has sent, to be drawn once for all of it; returns the exit code at the end.
    fn take_in(&mut self) -> io::Result<Option<u8>> {
        let size = terminal::size();
        if size != self.model.size {
            self.resized(size)?;
        }
        while let Some(event) = terminal::read()? {
            if let Some(code) = self.event(event)? {
                return Ok(Some(code));
            }
        }
        Ok(None)
    }

    fn resized(&mut self, size: ratatui::layout::Size) -> io::Result<()> {
        self.screen.resized(size)?;
        drop(update(&mut self.model, self.session.study(), Input::Resize(size)));
        self.stale = true;
        Ok(())
    }

    fn event(&mut self, event: Event) -> io::Result<Option<u8>> {
        let input = match event {
            Event::Key(key) if key.kind == KeyEventKind::Release => return Ok(None),
            Event::Key(key) => Input::Key(key),
            Event::Paste(text) => Input::Paste(text),
            Event::Mouse(mouse) => Input::Mouse(mouse),
            Event::Resize(..) => return self.resized(terminal::size()).map(|()| None),
            Event::FocusGained | Event::FocusLost => return Ok(None),
        };
        self.stale |= !input.is_idle();
        match update(&mut self.model, self.session.study(), input) {
            Some(effect) => self.perform(effect),
            None => Ok(None),
        }
    }

    fn perform(&mut self, effect: Effect) -> io::Result<Option<u8>> {
        match effect {
            Effect::Record(record) => {
                self.record(record);
            }
            Effect::SaveWritten(fact) => {
                let (now, random) = (self.env.now(), self.env.random());
                if recording::save_written(&mut self.model, &mut self.session, fact, now, random) {
                    self.forget_draft();
                }
            }
            Effect::Edit(day) => self.edit(day)?,
            Effect::Open(url) => self.open(&url)?,
            Effect::Copy(text) => self.copy(&text)?,
            Effect::ResumeDraft => {
                // A draft that is gone on with keeps its file.
                self.draft = (!self.found.is_empty()).then(|| (self.found.remove(0).0, 0));
            }
            Effect::DiscardDraft => {
                if !self.found.is_empty() {
                    drop(self.found.remove(0).0.remove());
                }
                self.model.say("The draft is thrown away.");
                self.offer_draft();
            }
            Effect::Redraw => self.resized(terminal::size())?,
            Effect::Suspend => {
                self.keep_draft();
                let resumed = self.screen.suspend()?;
                return self.resumed(resumed);
            }
            Effect::Quit => return Ok(Some(0)),
        }
        Ok(None)
    }

    /// Goes on after a stop; returns the exit code at the end.
    fn resumed(&mut self, resumed: Resumed) -> io::Result<Option<u8>> {
        match resumed {
            Resumed::End(code) => return Ok(Some(code)),
            Resumed::NoShell => {
                self.model.warn("There is no shell behind ninety to go back to, so it stays open.");
                self.stale = true;
            }
            Resumed::Here => {
                self.resized(terminal::size())?;
                self.look();
            }
        }
        Ok(None)
    }

    /// Records; tells whether it is on the disk.
    fn record(&mut self, record: impl Into<Record>) -> bool {
        recording::record(
            &mut self.model,
            &mut self.session,
            record,
            self.env.now(),
            self.env.random(),
        )
    }

    /// Takes in what others recorded and what the clock says.
    fn look(&mut self) {
        match recording::refresh(&mut self.model, &mut self.session, self.env.now()) {
            Ok(is_changed) => self.stale |= is_changed,
            Err(error) => {
                let sentence = format!("{error}.");
                if self.model.message.as_ref().is_none_or(|(_, shown)| *shown != sentence) {
                    self.model.warn(sentence);
                    self.stale = true;
                }
            }
        }
    }

    /// Writes what was typed since the last look to the draft's file.
    fn keep_draft(&mut self) {
        let Some(edits) = drafting::edits(&self.model) else { return };
        if self.draft.as_ref().map_or(0, |(_, edits)| *edits) == edits {
            return;
        }
        let (plan, dir) = (self.session.study().plan(), self.session.files().drafts());
        if self.draft.is_none() {
            let file = DraftFile::create(&dir, plan.id(), self.env.random());
            self.draft = file.ok().map(|file| (file, 0));
        }
        let draft = drafting::draft(&self.model, self.session.study());
        let saved = self.draft.as_mut().zip(draft).is_some_and(|((file, saved), draft)| {
            *saved = edits;
            file.save(&draft).is_ok()
        });
        if !saved {
            self.model.warn("The draft cannot be kept on the disk; esc saves what is written.");
            self.stale = true;
        }
    }

    fn forget_draft(&mut self) {
        if let Some((file, _)) = self.draft.take() {
            drop(file.remove());
        }
    }

    /// Lets the learner's editor have a day's note. Until it is saved, its file is a draft like any other.
    fn edit(&mut self, no: DayNo) -> io::Result<()> {
        let study = self.session.study();
        let (day, before) = (study.plan().day(no), study.note(no));
        let over = study.day(no).notes.clone();
        let dir = self.session.files().drafts();
        let words = Words::Note(before.clone());
        let draft = Draft { day: day.id().clone(), over: over.clone(), words };
        let file = DraftFile::create(&dir, study.plan().id(), self.env.random());
        let mut file = match file.and_then(|mut file| file.save(&draft).map(|()| file)) {
            Ok(file) => file,
            Err(error) => {
                let error = Error::Stream("A file for the editor could not be made", error);
                self.model.warn(error.to_string().trim_start_matches("ninety: ").to_owned());
                return Ok(());
            }
        };
        let env = self.env;
        let edited = self.screen.aside(|| editor::edit_at(env, &file.beside(), &before))?;
        self.resized(terminal::size())?;
        self.look();
        let unsaved = match edited {
            Edited::Same => {
                self.model.say(UNCHANGED);
                None
            }
            Edited::Changed(text) => match self.session.study().noted(day, &text, &over, &before) {
                None => {
                    self.model.say(UNCHANGED);
                    None
                }
                Some(fact) => (!self.record(fact)).then_some(text),
            },
            Edited::Failed(error, text) => {
                self.model.warn(error.to_string().trim_start_matches("ninety: ").to_owned());
                text.map(|text| String::from_utf8_lossy(&text).into_owned())
            }
        };
        match unsaved {
            None => drop(file.remove()),
            Some(text) => {
                // What could not be saved is opened here, with the same draft behind it.
                drop(file.save(&Draft { words: Words::Note(text.clone()), ..draft }));
                drop(file.remove_beside());
                let study = self.session.study();
                let mut editor = Box::new(writing::NoteEditor::with(study, day.no(), over, ""));
                let _cut = editor.writing.paste(&text);
                self.draft = Some((file, editor.writing.edits()));
                self.model.overlay = Overlay::Note(editor);
            }
        }
        Ok(())
    }

    fn open(&mut self, url: &str) -> io::Result<()> {
        if self.env.remote {
            return self.copy(url);
        }
        if open::that_detached(url).is_ok() {
            self.model.say(format!("Opened {url}"));
        } else {
            self.screen.send(CopyToClipboard::to_clipboard_from(url))?;
            self.model.warn(format!("No browser could be opened; the address is copied: {url}"));
        }
        Ok(())
    }

    fn copy(&mut self, text: &str) -> io::Result<()> {
        self.screen.send(CopyToClipboard::to_clipboard_from(text))?;
        self.model.say(format!("Copied {text}"));
        Ok(())
    }
}
