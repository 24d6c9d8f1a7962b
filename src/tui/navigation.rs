//! Which screen comes first and which next. Screens do not know each other; they name where to go ([`To`]).

use super::app::App;
use super::keymap::{Action, Context, View};
use super::screen::{
    Screen, To, Tone, ask, editor, notes, palette, plan, progress, review, schedule, today, warm_up, week, welcome_back,
};
use crate::study::recall::Asking;
use crate::words;

/// From so many missed study days on there is a line, and from the second count on a welcome.
const SHORT: u32 = 2;
const LONG: u32 = 7;

impl App {
    /// Opens with what there is to say. A draft that is offered lies over it.
    pub(super) fn open(&mut self) {
        match self.known.found(&self.session).as_slice() {
            [] => self.greet(),
            [one] => self.warn(one),
            [first, more @ ..] => self.warn(format!("{} more to see with `ninety check`. {first}", more.len())),
        }
        // Once the plan is over, what was learnt is what is left to do.
        if self.study().current_day().is_none()
            && let Some(asks) = warm_up::WarmUp::of(self.study(), Asking::WarmUp)
        {
            self.over.push(Box::new(asks));
        }
        if self.study().journal().is_empty() {
            self.over.push(Box::new(schedule::Schedule::start(self.session.study())));
        }
        self.find_drafts();
    }

    /// Says what is wrong with the settings, after what is wrong with the journal.
    pub fn tell_settings(&mut self, wrong: String) {
        match self.message.take() {
            Some((Tone::Trouble, before)) => self.warn(format!("{before} {wrong}")),
            _ => self.warn(wrong),
        }
    }

    /// Asks what the program was started for, and ends with it.
    pub fn ask_alone(&mut self, what: Asking) {
        if let Some(asks) = warm_up::WarmUp::of(self.study(), what) {
            self.over.push(Box::new(asks.alone()));
        }
    }

    fn greet(&mut self) {
        let study = self.session.study();
        // In a break nothing is expected, so nobody was away.
        let is_resting = study.schedule().dates.break_on(study.today()).is_some();
        if is_resting || study.current_day().is_none() {
            return;
        }
        match study.schedule().missed {
            0..SHORT => {}
            missed @ SHORT..LONG => {
                let key = self.keys.key(Context::Today, Action::Replan);
                self.say(format!("{} · {key} re-plan", words::since(missed)));
            }
            LONG.. => self.over.push(Box::new(welcome_back::WelcomeBack::default())),
        }
    }

    /// Closes what lies on top, which has nothing left to lose.
    pub(super) fn close(&mut self) {
        let draft = self.over.pop().and_then(|screen| screen.draft(self.session.study()));
        self.forget_draft(draft.as_ref().map(|(_, draft)| &draft.of));
    }

    pub(super) fn go(&mut self, to: To) {
        let study = self.session.study();
        let day = self.day;
        let screen: Box<dyn Screen> = match to {
            To::Act(_) => return,
            To::Replan if study.current_day().is_none() => {
                self.say(schedule::NOTHING_LEFT);
                return;
            }
            To::View(view) => return self.show(view, None),
            To::Day(day, row) => {
                self.day = day;
                return self.show(View::Today, row);
            }
            To::Milestone(no) if !week::has_milestone(study, study.plan().week(no)) => {
                return self.say(format!("{}.", words::no_milestone(study.plan().week(no))));
            }
            To::Milestone(no) | To::Questions(no) => {
                if study.plan().week_of(day).no() != no {
                    self.day = study.plan().week(no).first();
                }
                let pane = if matches!(to, To::Milestone(_)) { week::Pane::Milestone } else { week::Pane::Questions };
                self.over.clear();
                self.view = View::Week;
                self.base = Box::new(week::Week::on(study, no, pane));
                return;
            }
            To::Editor(day) => Box::new(editor::Editor::of(study, day)),
            To::Review(week, answer) => Box::new(review::Review::of(study, week, answer)),
            To::Ask(asked) => Box::new(ask::Question::of(study, asked)),
            // Before the start everything is still to be said.
            To::Replan if study.started().is_none() => Box::new(schedule::Schedule::start(study)),
            To::Replan => Box::new(schedule::Schedule::replan(study)),
            // Who asks for more once it is done gets more.
            To::WarmUp(what) => {
                match warm_up::WarmUp::of(study, what).or_else(|| warm_up::WarmUp::of(study, Asking::More)) {
                    Some(asks) => Box::new(asks),
                    None => return self.say(self.study().unasked()),
                }
            }
            To::Search => Box::new(palette::Palette::default()),
            To::Help => Box::new(palette::Palette::help(self.top().context(), self.last_message.clone(), &self.keys)),
        };
        self.over.push(screen);
    }

    pub(super) fn show(&mut self, view: View, row: Option<usize>) {
        let study = self.session.study();
        self.over.clear();
        self.view = view;
        self.base = match view {
            View::Today => Box::new(today::Today::on(study, self.day, row)),
            View::Week => Box::new(week::Week::on(study, study.plan().week_of(self.day).no(), week::Pane::Days)),
            View::Plan => Box::new(plan::Map::default()),
            View::Progress => Box::new(progress::Progress::on(study, self.streak)),
            View::Notes => Box::new(notes::Notes::on(study, self.day)),
        };
    }
}
