//! The questions of the first start, every one answered already, and what the keys change about the answers.
//!
//! What each choice comes to is found out when an answer has changed, and kept for drawing.
//!
//! Deliberately absent: drawing, and dates by multiplication. What a choice comes to is asked of the schedule.

use super::fields::typed;
use super::keymap::Changing;
use super::model::Model;
use super::overlay::Overlay;
use super::replan::weekdays;
use super::update::Effect;
use crate::journal::{Record, Terms, Weekdays};
use crate::plan::Minutes;
use crate::study::Study;
use crate::typed;
use chrono::{NaiveDate, Weekday};
use crossterm::event::{KeyCode, KeyEvent};
use tui_input::Input;

/// The minutes by which a study day grows or shrinks at a key.
const STEP: u16 = 15;

/// What is said where no weekday is left.
const NO_DAYS: &str = "No weekday is chosen: choose at least one to study on.";

/// Says which of the first questions is the current one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The start date.
    Date,
    /// How many study days a week.
    Days,
    /// Which weekdays.
    Weekdays,
    /// How long a study day is.
    Minutes,
}

impl Field {
    /// Every question, in order.
    pub const ALL: [Self; 4] = [Self::Date, Self::Days, Self::Weekdays, Self::Minutes];

    fn beside(self, step: isize) -> Self {
        let here = Self::ALL.iter().position(|field| *field == self).unwrap_or(0);
        let there = (here.cast_signed() + step).rem_euclid(Self::ALL.len().cast_signed());
        Self::ALL.get(there.unsigned_abs()).copied().unwrap_or(self)
    }
}

/// What a choice of study days comes to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The date of the plan's last day.
    pub finish: Option<NaiveDate>,
    /// The goal that is proposed.
    pub goal: Option<NaiveDate>,
}

/// Holds the questions at the first start.
#[derive(Debug)]
pub struct Welcome {
    /// The date, as far as it is chosen with the arrows.
    pub date: NaiveDate,
    /// The date, as far as it is typed.
    pub typed: Input,
    /// The study days a week; none where every weekday was taken out.
    pub days: Option<Weekdays>,
    /// The weekday that the cursor is on.
    pub weekday: Weekday,
    /// How long a study day is in minutes, as far as it is typed.
    pub minutes: Input,
    /// What is wrong with the answer to the current question.
    pub wrong: Option<String>,
    /// Which question is the current one.
    pub field: Field,
    /// What the study days that are chosen come to.
    pub outcome: Outcome,
    /// What each number of study days a week comes to.
    pub outcomes: [Outcome; 5],
}

impl Welcome {
    /// Returns the questions, answered: today, with what is suggested.
    pub fn new(study: &Study) -> Self {
        let mut welcome = Self {
            date: study.today(),
            typed: Input::default(),
            days: Some(study.schedule().pace.days),
            weekday: study.habits().week_start,
            minutes: Input::default(),
            wrong: None,
            field: Field::Date,
            outcome: Outcome::default(),
            outcomes: [Outcome::default(); 5],
        };
        welcome.settle(study);
        welcome
    }

    /// Finds out anew what each choice comes to.
    pub fn settle(&mut self, study: &Study) {
        self.outcomes = Weekdays::PRESETS.map(|days| self.outcome_of(study, days));
        let chosen = Weekdays::PRESETS.iter().position(|days| self.days == Some(*days));
        let known = chosen.and_then(|place| self.outcomes.get(place)).copied();
        let own = || self.days.map(|days| self.outcome_of(study, days)).unwrap_or_default();
        self.outcome = known.unwrap_or_else(own);
    }

    fn outcome_of(&self, study: &Study, days: Weekdays) -> Outcome {
        let Some(record) = self.record(study, days, None) else { return Outcome::default() };
        let schedule = study.preview(&record);
        Outcome { finish: schedule.finish(), goal: schedule.proposed_goal() }
    }

    /// Returns the record of a start on these weekdays, all else as answered.
    fn record(&self, study: &Study, days: Weekdays, goal: Option<NaiveDate>) -> Option<Record> {
        let start = self.start(study.today()).unwrap_or(self.date);
        let minutes = self.minutes().ok().flatten();
        let terms = Terms { start: Some(start), days: Some(days), minutes, by: None, goal };
        study.changed(terms, None, Vec::new())
    }

    /// Returns the start date as chosen or typed; an error is the sentence about what was typed.
    pub fn start(&self, today: NaiveDate) -> Result<NaiveDate, String> {
        match self.typed.value().trim() {
            "" => Ok(self.date),
            typed => typed::start_word(typed, today),
        }
    }

    /// Returns how long a study day is, or none where it is as the plan says; an error is a sentence.
    pub fn minutes(&self) -> Result<Option<u16>, String> {
        match self.minutes.value().trim() {
            "" => Ok(None),
            typed => typed::day_minutes_word(typed).map(Some),
        }
    }

    /// Returns what is typed in the current question, if it is one to type in.
    pub fn input(&self) -> Option<&Input> {
        match self.field {
            Field::Date => Some(&self.typed),
            Field::Minutes => Some(&self.minutes),
            Field::Days | Field::Weekdays => None,
        }
    }

    /// Takes a key that the keymap has no row for.
    pub(super) fn key(&mut self, study: &Study, event: KeyEvent) {
        self.wrong = None;
        match (self.field, event.code) {
            (Field::Date, _) => typed(&mut self.typed, event),
            (Field::Minutes, _) => typed(&mut self.minutes, event),
            (Field::Days, KeyCode::Char(digit @ '3'..='7')) => {
                self.days = Weekdays::preset(u32::from(digit) - u32::from('0'));
            }
            (Field::Weekdays, KeyCode::Char(' ')) => self.toggle(),
            (Field::Weekdays, KeyCode::Char(digit @ '1'..='7')) => {
                let place = u32::from(digit) - u32::from('1');
                let mut week = weekdays(study.habits().week_start);
                if let Some(day) = week.nth(usize::try_from(place).unwrap_or(0)) {
                    self.weekday = day;
                    self.toggle();
                }
            }
            (Field::Days | Field::Weekdays, _) => return,
        }
        self.settle(study);
    }

    /// Takes pasted text, cut into a line, where something can be typed.
    pub(super) fn paste(&mut self, study: &Study, line: impl Fn(&mut Input)) {
        self.wrong = None;
        match self.field {
            Field::Date => line(&mut self.typed),
            Field::Minutes => line(&mut self.minutes),
            Field::Days | Field::Weekdays => {}
        }
        self.settle(study);
    }

    /// Changes an answer, or goes to another question.
    pub(super) fn change(&mut self, study: &Study, change: Changing) {
        self.wrong = None;
        match change {
            Changing::Less => self.turn(study, -1),
            Changing::More => self.turn(study, 1),
            Changing::NextField => self.field = self.field.beside(1),
            Changing::PreviousField => self.field = self.field.beside(-1),
        }
    }

    fn toggle(&mut self) {
        self.days = match self.days {
            Some(days) => days.toggled(self.weekday),
            None => Some(Weekdays::only(self.weekday)),
        };
    }

    /// Makes the answer to the current question less (below 0) or more.
    fn turn(&mut self, study: &Study, step: i16) {
        match self.field {
            Field::Date => self.turn_to(study.today(), step),
            Field::Days => {
                let count = self.days.map_or(0, Weekdays::count);
                self.days = Weekdays::preset(count.saturating_add_signed(step.into()).clamp(3, 7));
            }
            Field::Weekdays => {
                self.weekday = if step < 0 { self.weekday.pred() } else { self.weekday.succ() };
                return;
            }
            Field::Minutes => {
                let planned = study.plan().minutes().map_or(90, Minutes::max);
                let now = self.minutes().ok().flatten().unwrap_or(planned);
                let then = now.saturating_add_signed(step.saturating_mul(STEP.cast_signed()));
                self.minutes = Input::new(then.clamp(STEP, Terms::LONGEST_DAY).to_string());
            }
        }
        self.settle(study);
    }

    /// Chooses the date beside the one that is chosen or typed.
    fn turn_to(&mut self, today: NaiveDate, step: i16) {
        if let Ok(date) = self.start(today) {
            let beside = if step < 0 { date.pred_opt() } else { date.succ_opt() };
            let known = |date: &NaiveDate| typed::start_word(&date.to_string(), today).is_ok();
            self.date = beside.filter(known).unwrap_or(date);
            self.typed = Input::default();
        }
    }

    /// Returns the record that the answers make; an error is what is wrong, and with which answer.
    fn answered(&self, study: &Study) -> Result<Option<Record>, (Field, String)> {
        self.start(study.today()).map_err(|wrong| (Field::Date, wrong))?;
        let days = self.days.ok_or_else(|| (Field::Weekdays, NO_DAYS.to_owned()))?;
        self.minutes().map_err(|wrong| (Field::Minutes, wrong))?;
        Ok(self.record(study, days, self.outcome.goal))
    }
}

/// Takes the answers: those of the date go on to the days, all others start the plan.
pub(super) fn accept(
    model: &mut Model,
    study: &Study,
    mut welcome: Box<Welcome>,
) -> Option<Effect> {
    match welcome.answered(study) {
        Err((field, wrong)) => {
            welcome.field = field;
            welcome.wrong = Some(wrong);
        }
        Ok(record) => match welcome.field {
            Field::Date => welcome.field = Field::Days,
            Field::Days | Field::Weekdays | Field::Minutes => {
                return record.map(Effect::Record);
            }
        },
    }
    model.overlay = Overlay::Welcome(welcome);
    None
}
