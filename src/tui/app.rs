//! The loop: waits, reads, asks the screen on top what a key means, performs that, draws.
//!
//! One key goes this way once: terminal, here, keymap, the screen's `act`, the session (disk, then memory), the
//! screen's `draw`. The learner's terminal and the tests' drive this same loop.

use super::canvas::{Canvas, Caret, Drawn, Target};
use super::chord::Chord;
use super::frame;
use super::keymap::{Action, Context, Keymap, Row, View};
use super::known::Known;
use super::screen::today::Today;
use super::screen::{Ctx, Effect, Screen, Step, To, Tone};
use super::terminal::{Resumed, Terminal, Wake};
use super::text_box::Typed;
use super::theme::Theme;
use crate::env::Env;
use crate::journal::drafts::{Draft, DraftFile};
use crate::options::Streak;
use crate::plan::DayNo;
use crate::study::recall::Asking;
use crate::study::{Session, Study};
use crate::text::carrying;
use crossterm::event::{Event, KeyEventKind};
use ratatui::layout::Size;
use std::io;
use std::time::{Duration, Instant};

/// How often to look whether somebody else recorded something, and whether it is another day.
const LOOK: Duration = Duration::from_secs(1);

/// The exit code, once it ends.
type Flow = Option<u8>;

pub struct App {
    pub env: Env,
    pub(super) session: Session,
    pub(super) theme: Theme,
    pub(super) keys: Keymap,
    pub(super) streak: Streak,
    /// What the commands in messages carry.
    pub(super) given: String,
    pub(super) view: View,
    pub(super) base: Box<dyn Screen>,
    /// What lies over the view, the last on top.
    pub(super) over: Vec<Box<dyn Screen>>,
    pub(super) day: DayNo,
    pub(super) message: Option<(Tone, String)>,
    /// The message that help shows whole.
    pub(super) last_message: Option<String>,
    pub(super) drawn: Drawn,
    size: Size,
    pub(super) stale: bool,
    /// From when a click is meant for the program: from none while another window is in front.
    pub(super) clicks_from: Option<Instant>,
    pub(super) known: Known,
    /// The file of what is being typed, with the number of edits that it has taken in.
    pub(super) draft: Option<(DraftFile, u64)>,
    /// The drafts that lost their editor; the first one may be on offer.
    pub(super) found_drafts: Vec<(DraftFile, Draft)>,
    next_look: Instant,
}

impl App {
    /// Returns the loop with what the screen opens with.
    pub fn new(env: Env, session: Session, theme: Theme, keys: Keymap, streak: Streak) -> Self {
        let study = session.study();
        let day = study.day_at_hand().unwrap_or(study.plan().last_day()).no();
        let mut app = Self {
            env,
            theme,
            keys,
            streak,
            given: String::new(),
            view: View::Today,
            base: Box::new(Today::on(study, day, None)),
            over: Vec::new(),
            day,
            message: None,
            last_message: None,
            drawn: Drawn::default(),
            size: Size::default(),
            stale: true,
            clicks_from: Some(Instant::now()),
            known: Known::of(study),
            draft: None,
            found_drafts: Vec::new(),
            next_look: Instant::now() + LOOK,
            session,
        };
        app.open();
        app
    }

    pub fn study(&self) -> &Study {
        self.session.study()
    }

    /// Goes round until the end, and returns the exit code. However it comes, what was typed stays.
    pub fn run(&mut self, terminal: &mut impl Terminal) -> io::Result<u8> {
        // It may have changed since the terminal was taken over.
        self.resized(terminal.size(), terminal)?;
        let ended = self.draw(terminal).and_then(|()| terminal.watch()).and_then(|()| self.go_round(terminal));
        self.keep_draft();
        ended
    }

    fn go_round(&mut self, terminal: &mut impl Terminal) -> io::Result<u8> {
        loop {
            if self.stale {
                self.draw(terminal)?;
            }
            let flow = match terminal.wait(self.next_look.saturating_duration_since(Instant::now()))? {
                Wake::Input => self.take_in(terminal)?,
                Wake::Time => {
                    self.next_look = Instant::now() + LOOK;
                    self.look();
                    self.keep_draft();
                    None
                }
                Wake::Stop => self.perform(Effect::Suspend, terminal)?,
                Wake::Continued => {
                    let resumed = terminal.resume()?;
                    self.resumed(resumed, terminal)?
                }
                Wake::End(code) => Some(code),
            };
            if let Some(code) = flow {
                return Ok(code);
            }
        }
    }

    fn take_in(&mut self, terminal: &mut impl Terminal) -> io::Result<Flow> {
        let size = terminal.size();
        if size != self.size {
            self.resized(size, terminal)?;
        }
        while let Some(event) = terminal.read()? {
            let flow = self.event(event, terminal)?;
            if flow.is_some() {
                return Ok(flow);
            }
        }
        Ok(None)
    }

    fn resized(&mut self, size: Size, terminal: &mut impl Terminal) -> io::Result<()> {
        self.size = size;
        self.stale = true;
        terminal.resized(size)
    }

    fn event(&mut self, event: Event, terminal: &mut impl Terminal) -> io::Result<Flow> {
        let step = match event {
            Event::Key(key) if key.kind != KeyEventKind::Release => return self.pressed(Chord::of(key), terminal),
            Event::Resize(..) => return self.resized(terminal.size(), terminal).map(|()| None),
            Event::FocusGained => self.comes_to_the_front(),
            Event::FocusLost => {
                self.clicks_from = None;
                None
            }
            Event::Mouse(mouse) if !frame::is_too_small(self.size) => self.mouse(mouse),
            Event::Paste(text) if !frame::is_too_small(self.size) => {
                Some(self.with_top(|screen, ctx| screen.typed(ctx, Typed::Paste(&text))))
            }
            Event::Key(_) | Event::Mouse(_) | Event::Paste(_) => None,
        };
        let Some(step) = step else { return Ok(None) };
        self.stale = true;
        self.take(step, terminal)
    }

    fn pressed(&mut self, chord: Chord, terminal: &mut impl Terminal) -> io::Result<Flow> {
        self.stale = true;
        let Some(key) = chord.without_alt().filter(|_| self.lookup(chord).is_none()) else {
            return self.key(chord, terminal);
        };
        // A terminal sends alt and a key as esc and that key.
        match self.key(Chord::read("esc").unwrap_or(key), terminal)? {
            None => self.key(key, terminal),
            ended => Ok(ended),
        }
    }

    fn key(&mut self, chord: Chord, terminal: &mut impl Terminal) -> io::Result<Flow> {
        let action = self.lookup(chord);
        // Where nothing can be seen, nothing is done unseen.
        let leads_out = matches!(action, Some(Action::Quit | Action::Suspend));
        if frame::is_too_small(self.size) && !leads_out {
            return Ok(None);
        }
        (self.message, self.clicks_from) = (None, Some(Instant::now()));
        // A place in a list is what was drawn there only as long as nothing has happened since.
        self.drawn.targets.retain(|(_, target)| !matches!(target, Target::Place(_) | Target::Hint(_)));
        let Some(action) = action else {
            self.tell_unbound(chord);
            let step = self.with_top(|screen, ctx| screen.typed(ctx, Typed::Key(chord)));
            return self.take(step, terminal);
        };
        let step = self.act(action);
        self.take(step, terminal)
    }

    fn lookup(&self, chord: Chord) -> Option<Action> {
        self.keys.lookup(self.top().context(), chord)
    }

    pub(super) fn top(&self) -> &dyn Screen {
        self.over.last().unwrap_or(&self.base).as_ref()
    }

    pub(super) fn with_top<T>(&mut self, does: impl FnOnce(&mut dyn Screen, &mut Ctx) -> T) -> T {
        let (mut ctx, base, over) = self.stage();
        does(over.last_mut().unwrap_or(base).as_mut(), &mut ctx)
    }

    /// Returns what screens are given, the view, and what lies over it.
    pub(super) fn stage(&mut self) -> (Ctx<'_>, &mut Box<dyn Screen>, &mut [Box<dyn Screen>]) {
        let context = self.top().context();
        let Self { session, keys, day, drawn, message, base, over, .. } = self;
        (Ctx { study: session.study(), keys, context, day, drawn, message }, base, over)
    }

    /// Does what a key means: what means the same on every screen here, the rest on the screen on top.
    pub(super) fn act(&mut self, action: Action) -> Step {
        let week = self.study().plan().week_of(self.day).no();
        match action {
            Action::Quit => Step::Do(Effect::Quit),
            Action::Suspend => Step::Do(Effect::Suspend),
            Action::Redraw => Step::Do(Effect::Redraw),
            Action::Undo if self.top().context() != Context::WarmUp => Step::Do(Effect::Undo),
            Action::Redo => Step::Do(Effect::Redo),
            Action::Help => Step::Go(To::Help),
            Action::Replan => Step::Go(To::Replan),
            // A view may have something of its own to leave first.
            Action::Back => match self.with_top(|screen, ctx| screen.act(ctx, action)) {
                Step::Close => Step::Stay,
                _ => Step::Go(self.study().day_at_hand().map_or(To::View(View::Today), |day| To::Day(day.no(), None))),
            },
            Action::WarmUp if self.over.is_empty() => Step::Go(To::WarmUp(self.asked())),
            Action::Show(view) => Step::Go(To::View(view)),
            Action::Views(step) => Step::Go(To::View(self.view.beside(step))),
            Action::Search if self.view != View::Notes => Step::Go(To::Search),
            Action::Milestone => Step::Go(To::Milestone(week)),
            Action::Review if self.view != View::Week => Step::Go(To::Questions(week)),
            Action::Edit(edit) => self.with_top(|screen, ctx| screen.typed(ctx, Typed::Edit(edit))),
            action => self.with_top(|screen, ctx| screen.act(ctx, action)),
        }
    }

    /// Returns what is asked here: where shaky questions are listed those, else today's warm-up.
    fn asked(&self) -> Asking {
        let study = self.study();
        match self.view {
            View::Week if !study.to_ask(Asking::Shaky).is_empty() => Asking::Shaky,
            View::Today => study.asked_on(study.plan().day(self.day)).0,
            View::Week | View::Plan | View::Progress | View::Notes => Asking::WarmUp,
        }
    }

    fn take(&mut self, step: Step, terminal: &mut impl Terminal) -> io::Result<Flow> {
        match step {
            Step::Stay => {}
            Step::Close => self.close(),
            Step::Do(effect) => return self.perform(effect, terminal),
            Step::Go(To::Act(action)) => {
                self.close();
                let step = self.act(action);
                return self.take(step, terminal);
            }
            Step::Go(to) => self.go(to),
        }
        Ok(None)
    }

    fn perform(&mut self, effect: Effect, terminal: &mut impl Terminal) -> io::Result<Flow> {
        match effect {
            Effect::Record(record) => {
                // After an answer comes the next question.
                let stays = self.top().context() == Context::WarmUp;
                if self.record(&record) && !stays && !self.over.is_empty() {
                    self.close();
                }
            }
            Effect::Undo | Effect::Redo => self.undo_or_redo(&effect),
            Effect::Edit(day) => self.edit(day, terminal)?,
            Effect::Open(url) if self.env.remote => return self.perform(Effect::Copy(url), terminal),
            Effect::Open(url) => {
                if terminal.open(&url) {
                    self.say(format!("Opened {url}"));
                } else {
                    terminal.copy(&url)?;
                    self.warn(format!("No browser could be opened; the address is copied: {url}"));
                }
            }
            Effect::Copy(text) => {
                terminal.copy(&text)?;
                self.say(format!("Copied {text}"));
            }
            Effect::ResumeDraft => self.resume_draft(),
            Effect::DiscardDraft => self.discard_draft(),
            Effect::Redraw => self.resized(terminal.size(), terminal)?,
            Effect::Suspend => {
                self.keep_draft();
                let resumed = terminal.suspend()?;
                return self.resumed(resumed, terminal);
            }
            Effect::Quit => return Ok(Some(0)),
        }
        Ok(None)
    }

    fn resumed(&mut self, resumed: Resumed, terminal: &mut impl Terminal) -> io::Result<Flow> {
        match resumed {
            Resumed::End(code) => return Ok(Some(code)),
            Resumed::NoShell => self.warn("There is no shell behind ninety to go back to, so it stays open."),
            Resumed::Here => {
                self.resized(terminal.size(), terminal)?;
                self.look();
            }
        }
        self.stale = true;
        Ok(None)
    }

    fn draw(&mut self, terminal: &mut impl Terminal) -> io::Result<()> {
        self.stale = false;
        if let Some((_, message)) = &self.message {
            self.last_message = Some(message.clone());
        }
        let mut drawn = Drawn::default();
        terminal.draw(|buffer| {
            let (theme, keys, view) = (self.theme, &self.keys, self.view);
            let mut canvas = Canvas { buffer, theme, keys, drawn: Drawn::default(), view };
            self.picture(&mut canvas);
            drawn = canvas.drawn;
            theme.finish(buffer);
            drawn.beside.cursor = drawn.beside.cursor.or(drawn.rest.map(|at| (at, Caret::Resting)));
            std::mem::take(&mut drawn.beside)
        })?;
        self.drawn = drawn;
        Ok(())
    }

    /// Draws the view, what lies over it and what stands around them.
    fn picture(&self, canvas: &mut Canvas) {
        let (area, study, top) = (canvas.buffer.area, self.study(), self.top());
        if frame::is_too_small(area.as_size()) {
            return frame::too_small(canvas, area);
        }
        // What a form covers whole is not drawn.
        let form = self.over.iter().rposition(|screen| screen.context() == Context::Form);
        for screen in std::iter::once(&self.base).chain(&self.over).skip(form.map_or(0, |at| at + 1)) {
            screen.draw(canvas, frame::body(area), study, self.day);
        }
        frame::tabs(canvas, area, self.view, study);
        frame::position(canvas, area, study, top.context());
        frame::bar(canvas, area, study);
        if let Some((tone, text)) = &self.message {
            return frame::message(canvas, area, *tone, &carrying(&self.given, text));
        }
        let is_idle = |action| action == Action::Replan && study.current_day().is_none();
        let label = |row: &Row| if is_idle(row.action) { "" } else { top.label(study, self.day, row) };
        frame::hints(canvas, area, top.context(), label);
    }
}
