//! The questions of the first start, every one answered already, and what the keys change about the answers.
//!
//! Deliberately absent: drawing, and dates by multiplication. What a choice comes to is asked of the schedule.

use super::fields::typed;
use super::keymap::Changing;
use super::model::Model;
use super::overlay::Overlay;
use super::replan::weekdays;
use super::update::Effect;
use crate::journal::{Budget, Fact, Weekdays};
use crate::study::{Study, calendar};
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
    /// The most minutes a study day.
    Minutes,
    /// The spare days.
    Spare,
}

impl Field {
    /// Every question, in order.
    pub const ALL: [Self; 5] = [Self::Date, Self::Days, Self::Weekdays, Self::Minutes, Self::Spare];

    fn beside(self, step: isize) -> Self {
        let here = Self::ALL.iter().position(|field| *field == self).unwrap_or(0);
        let there = (here.cast_signed() + step).rem_euclid(Self::ALL.len().cast_signed());
        Self::ALL.get(there.unsigned_abs()).copied().unwrap_or(self)
    }
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
    /// The most minutes a study day, as far as they are typed.
    pub minutes: Input,
    /// The spare days, as far as they are typed.
    pub spare: Input,
    /// What is wrong with the answer to the current question.
    pub wrong: Option<String>,
    /// Which question is the current one.
    pub field: Field,
}

impl Welcome {
    /// Returns the questions, answered: today, with what is suggested.
    pub fn new(study: &Study) -> Self {
        Self {
            date: study.today(),
            typed: Input::default(),
            days: Some(study.schedule().pace().days),
            weekday: study.habits().week_start,
            minutes: Input::default(),
            spare: Input::default(),
            wrong: None,
            field: Field::Date,
        }
    }

    /// Returns the start date as chosen or typed; an error is the sentence about what was typed.
    pub fn start(&self, today: NaiveDate) -> Result<NaiveDate, String> {
        match self.typed.value().trim() {
            "" => Ok(self.date),
            typed => calendar::date_word(typed, today),
        }
    }

    /// Returns the most minutes a study day, or none where they are as suggested; an error is a sentence.
    pub fn minutes(&self, study: &Study) -> Result<Option<u16>, String> {
        let typed = self.minutes.value().trim();
        if typed.is_empty() {
            return Ok(None);
        }
        let minutes = calendar::day_minutes_word(typed)?;
        Ok(Some(minutes).filter(|minutes| *minutes != study.schedule().pace().minutes))
    }

    /// Returns the spare days, or none where they are as suggested; an error is a sentence.
    pub fn spare(&self, study: &Study) -> Result<Option<u16>, String> {
        let typed = self.spare.value().trim();
        if typed.is_empty() {
            return Ok(None);
        }
        let spare = calendar::spare_word(typed)?;
        Ok(Some(spare).filter(|spare| u32::from(*spare) != self.suggested_spare(study)))
    }

    /// Returns the study as it would be with a start on these weekdays, all else as suggested.
    pub fn supposing(&self, study: &Study, days: Weekdays) -> Study {
        let date = self.start(study.today()).unwrap_or(self.date);
        study.supposing(Fact::Start { date, days: Some(days), budget: Budget::default() })
    }

    /// Returns the spare days that are suggested: one for every two weeks that the plan takes.
    pub fn suggested_spare(&self, study: &Study) -> u32 {
        let days = self.days.unwrap_or(study.schedule().pace().days);
        self.supposing(study, days).schedule().spare().total
    }

    /// Returns what is typed in the current question, if it is one to type in.
    pub fn input(&self) -> Option<&Input> {
        match self.field {
            Field::Date => Some(&self.typed),
            Field::Minutes => Some(&self.minutes),
            Field::Spare => Some(&self.spare),
            Field::Days | Field::Weekdays => None,
        }
    }

    /// Takes a key that the keymap has no row for.
    pub(super) fn key(&mut self, study: &Study, event: KeyEvent) {
        self.wrong = None;
        match self.field {
            Field::Date => typed(&mut self.typed, event),
            Field::Minutes => typed(&mut self.minutes, event),
            Field::Spare => typed(&mut self.spare, event),
            Field::Days => {
                if let KeyCode::Char(digit @ '3'..='7') = event.code {
                    self.days = Weekdays::preset(u32::from(digit) - u32::from('0'));
                }
            }
            Field::Weekdays => match event.code {
                KeyCode::Char(' ') => self.toggle(),
                KeyCode::Char(digit @ '1'..='7') => {
                    let place = u32::from(digit) - u32::from('1');
                    let mut week = weekdays(study.habits().week_start);
                    if let Some(day) = week.nth(usize::try_from(place).unwrap_or(0)) {
                        self.weekday = day;
                        self.toggle();
                    }
                }
                _ => {}
            },
        }
    }

    /// Takes pasted text, cut into a line, where something can be typed.
    pub(super) fn paste(&mut self, line: impl Fn(&mut Input)) {
        self.wrong = None;
        match self.field {
            Field::Date => line(&mut self.typed),
            Field::Minutes => line(&mut self.minutes),
            Field::Spare => line(&mut self.spare),
            Field::Days | Field::Weekdays => {}
        }
    }

    fn go(&mut self, step: isize) {
        self.field = self.field.beside(step);
        self.wrong = None;
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
            }
            Field::Minutes => {
                let now = self.minutes(study).ok().flatten();
                let now = now.unwrap_or(study.schedule().pace().minutes);
                let then = now.saturating_add_signed(step.saturating_mul(STEP.cast_signed()));
                self.minutes = Input::new(then.clamp(STEP, Budget::LONGEST_DAY).to_string());
            }
            Field::Spare => {
                let suggested = u16::try_from(self.suggested_spare(study)).unwrap_or(u16::MAX);
                let now = self.spare(study).ok().flatten().unwrap_or(suggested);
                let then = now.saturating_add_signed(step).min(Budget::MOST_SPARE);
                self.spare = Input::new(then.to_string());
            }
        }
        self.wrong = None;
    }

    /// Chooses the date beside the one that is chosen or typed.
    fn turn_to(&mut self, today: NaiveDate, step: i16) {
        if let Ok(date) = self.start(today) {
            let beside = if step < 0 { date.pred_opt() } else { date.succ_opt() };
            let known = |date: &NaiveDate| calendar::date_word(&date.to_string(), today).is_ok();
            self.date = beside.filter(known).unwrap_or(date);
            self.typed = Input::default();
        }
    }

    /// Returns the entry that the answers make; an error is what is wrong, and with which answer.
    fn answered(&self, study: &Study) -> Result<Fact, (Field, String)> {
        let date = self.start(study.today()).map_err(|wrong| (Field::Date, wrong))?;
        let days = self.days.ok_or_else(|| (Field::Weekdays, NO_DAYS.to_owned()))?;
        let minutes = self.minutes(study).map_err(|wrong| (Field::Minutes, wrong))?;
        let spare = self.spare(study).map_err(|wrong| (Field::Spare, wrong))?;
        // What was left as suggested is not written down, so that it follows the plan and a later pace.
        Ok(Fact::Start { date, days: Some(days), budget: Budget { minutes, spare } })
    }
}

/// Takes the answers: those of the date go on to the days, all others start the plan.
pub(super) fn accept(model: &mut Model, study: &Study, mut welcome: Welcome) -> Option<Effect> {
    match welcome.answered(study) {
        Err((field, wrong)) => {
            welcome.field = field;
            welcome.wrong = Some(wrong);
        }
        Ok(fact) => match welcome.field {
            Field::Date => welcome.field = Field::Days,
            Field::Days | Field::Weekdays | Field::Minutes | Field::Spare => {
                return Some(Effect::Record(fact));
            }
        },
    }
    model.overlay = Overlay::Welcome(welcome);
    None
}

/// Changes an answer of the first start, or goes to another question.
pub(super) fn change(model: &mut Model, study: &Study, change: Changing) {
    let Overlay::Welcome(welcome) = &mut model.overlay else { return };
    match change {
        Changing::Less => welcome.turn(study, -1),
        Changing::More => welcome.turn(study, 1),
        Changing::NextField => welcome.go(1),
        Changing::PreviousField => welcome.go(-1),
    }
}
