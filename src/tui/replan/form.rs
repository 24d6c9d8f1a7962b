//! What is filled in for a re-plan, how keys change it, and what it comes to.
//!
//! It is found out what a form comes to when something in it has changed, and kept: drawing and going from field to
//! field ask for nothing.
//!
//! Deliberately absent: recording.

use super::Answer;
use crate::journal::{Break, By, Record, Terms, Weekdays};
use crate::study::{Schedule, Study, calendar};
use crate::typed;
use chrono::{Days, NaiveDate, Weekday};
use tui_input::Input;

/// By how many minutes the arrows go.
const MINUTES: u16 = 15;

/// A break is a week, until its last date is chosen.
const WEEK: Days = Days::new(6);

/// Says what is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The date to be done by.
    Goal,
    /// How many study days a week.
    Preset,
    /// Which weekdays they are.
    Weekdays,
    /// How long a study day is.
    Minutes,
    /// How order is kept.
    By,
    /// The first date of a break.
    From,
    /// The last date of a break.
    Until,
    /// Whether the break that today is in goes on.
    Back,
}

/// Says whether the break that today is in goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Back {
    /// It goes on.
    Later,
    /// It ends: today is a study day again.
    Today,
}

/// Holds what is filled in, and what it comes to.
#[derive(Debug)]
pub struct Form {
    /// The fields, in order.
    pub fields: Vec<Field>,
    /// The field that the cursor is in.
    pub field: Field,
    /// The goal; none where there is none.
    pub goal: Answer<Option<NaiveDate>>,
    /// The study days of the week.
    pub days: Weekdays,
    /// The weekday that the cursor is on.
    pub weekday: Weekday,
    /// How long a study day is, in minutes; none where that is not set.
    pub minutes: Answer<Option<u16>>,
    /// How order is kept.
    pub by: By,
    /// The first date of the break; none where there is no break.
    pub from: Answer<Option<NaiveDate>>,
    /// Its last date; none as long as it is a week.
    pub until: Answer<Option<NaiveDate>>,
    /// Whether the break that today is in goes on.
    pub back: Back,
    /// How far the preview is scrolled, in rows.
    pub scroll: isize,
    /// What is recorded at enter, none where nothing is changed; or what is wrong, and with which field.
    pub record: Result<Option<Record>, (Field, String)>,
    /// The schedule as it would be, where something is changed.
    pub after: Option<Schedule>,
}

impl Form {
    /// Returns the form with everything as it is.
    pub fn new(study: &Study) -> Self {
        use Field::{Back as BackToday, By, From, Goal, Minutes, Preset, Until, Weekdays};
        let (schedule, today) = (study.schedule(), study.today());
        let mut fields = vec![Goal, Preset, Weekdays, Minutes, By, From, Until];
        fields.extend(schedule.dates.break_on(today).map(|_| BackToday));
        let pause = coming(study);
        Self {
            fields,
            field: Goal,
            goal: Answer::new(schedule.goal),
            days: schedule.pace.days,
            weekday: study.habits().week_start,
            minutes: Answer::new(schedule.pace.minutes),
            by: schedule.pace.by,
            from: Answer::new(pause.map(|pause| pause.from)),
            until: Answer::new(pause.map(|pause| pause.until)),
            back: Back::Later,
            scroll: 0,
            record: Ok(None),
            after: None,
        }
    }

    /// Finds out what the form comes to, after something in it or in the study has changed.
    pub fn settle(&mut self, study: &Study) {
        self.scroll = 0;
        self.record = self.changed(study);
        let record = self.record.as_ref().ok().and_then(Option::as_ref);
        self.after = record.map(|record| study.preview(record));
    }

    fn changed(&self, study: &Study) -> Result<Option<Record>, (Field, String)> {
        let (pace, goal) = (study.schedule().pace, study.schedule().goal);
        let at = |field| move |wrong| (field, wrong);
        let given = self.given_goal(study).map_err(at(Field::Goal))?;
        let minutes = self.given_minutes().map_err(at(Field::Minutes))?;
        let terms = Terms {
            start: None,
            days: (self.days != pace.days).then_some(self.days),
            minutes: minutes.filter(|_| minutes != pace.minutes),
            by: (self.by != pace.by).then_some(self.by),
            goal: given.filter(|_| given != goal),
        };
        let breaks = match self.back {
            Back::Today => study.back_on(study.today()),
            Back::Later => self.breaks(study)?,
        };
        Ok(study.changed(terms, None, breaks))
    }

    /// Returns the breaks that the two dates come to: the one that is filled in at first moves with them.
    fn breaks(&self, study: &Study) -> Result<Vec<Break>, (Field, String)> {
        let from = self.given_from(study).map_err(|wrong| (Field::From, wrong))?;
        let until = self.given_until(study).map_err(|wrong| (Field::Until, wrong))?;
        let known = coming(study);
        let pause = from.zip(until).map(|(from, until)| Break { from, until });
        if pause == known {
            return Ok(Vec::new());
        }
        if let Some(Break { from, until }) = pause.filter(|pause| pause.until < pause.from) {
            let wrong = format!(
                "The break ends on {}, before it begins on {}.",
                until.format("%-d %b %Y"),
                from.format("%-d %b %Y")
            );
            return Err((Field::Until, wrong));
        }
        let moved = known.filter(|known| pause.is_none_or(|pause| pause.from != known.from));
        let gone = moved.map(|known| Break { until: before(known.from), ..known });
        Ok(gone.into_iter().chain(pause).collect())
    }

    /// Returns the goal as chosen or typed.
    pub fn given_goal(&self, study: &Study) -> Result<Option<NaiveDate>, String> {
        self.goal.given(|word| typed::date_word(word, study.today()).map(Some))
    }

    /// Returns the minutes of a study day as chosen or typed.
    pub fn given_minutes(&self) -> Result<Option<u16>, String> {
        self.minutes.given(|word| typed::day_minutes_word(word).map(Some))
    }

    /// Returns the first date of the break as chosen or typed.
    pub fn given_from(&self, study: &Study) -> Result<Option<NaiveDate>, String> {
        self.from.given(|word| match word {
            "none" | "no" => Ok(None),
            word => typed::date_word(word, study.today()).map(Some),
        })
    }

    /// Returns the last date of the break as chosen or typed; one that is not goes with the first.
    pub fn given_until(&self, study: &Study) -> Result<Option<NaiveDate>, String> {
        let Ok(Some(from)) = self.given_from(study) else { return Ok(None) };
        let week = from.checked_add_days(WEEK).unwrap_or(from);
        let until = self.until.given(|word| typed::date_word(word, study.today()).map(Some));
        let is_typed = !self.until.typed.value().trim().is_empty();
        let sensible = |until: NaiveDate| if is_typed || until >= from { until } else { week };
        until.map(|until| Some(until.map_or(week, sensible)))
    }

    /// Returns what is typed in a field, if that is one for a text.
    pub fn input_of(&self, field: Field) -> Option<&Input> {
        match field {
            Field::Goal => Some(&self.goal.typed),
            Field::Minutes => Some(&self.minutes.typed),
            Field::From => Some(&self.from.typed),
            Field::Until => Some(&self.until.typed),
            Field::Preset | Field::Weekdays | Field::By | Field::Back => None,
        }
    }

    /// Returns the text that is being typed.
    pub fn input_mut(&mut self) -> Option<&mut Input> {
        match self.field {
            Field::Goal => Some(&mut self.goal.typed),
            Field::Minutes => Some(&mut self.minutes.typed),
            Field::From => Some(&mut self.from.typed),
            Field::Until => Some(&mut self.until.typed),
            Field::Preset | Field::Weekdays | Field::By | Field::Back => None,
        }
    }

    /// Goes to the field after this one or before it, round and round.
    pub(super) fn turn(&mut self, by: isize) {
        let here = self.fields.iter().position(|field| *field == self.field).unwrap_or(0);
        let count = self.fields.len().cast_signed().max(1);
        let there = (here.cast_signed() + by).rem_euclid(count).unsigned_abs();
        self.field = self.fields.get(there).copied().unwrap_or(self.field);
    }

    /// Takes the weekday under the cursor in, or leaves it out; an error is the sentence about why not.
    pub(super) fn toggle(&mut self) -> Result<(), String> {
        let name = weekday_name(self.weekday);
        let why =
            || format!("A week needs a study day: put another one in before {name} is left out.");
        self.days = self.days.toggled(self.weekday).ok_or_else(why)?;
        Ok(())
    }

    /// Chooses so many study days a week, where there is such a choice.
    pub(super) fn choose_preset(&mut self, count: u32) {
        self.days = Weekdays::preset(count).unwrap_or(self.days);
    }

    /// Changes what the cursor is in by a step down or up.
    pub(super) fn step(&mut self, study: &Study, by: i16) {
        let today = study.today();
        let dated = |word: &str| typed::date_word(word, today).map(Some);
        let beside =
            |date: NaiveDate| if by < 0 { before(date) } else { calendar::next_date(date) };
        match self.field {
            Field::Goal => {
                let proposed = study.schedule().proposed_goal().unwrap_or(today);
                self.goal.turn(dated, |goal| Some(goal.map_or(proposed, beside)));
            }
            Field::Preset => self.preset_beside(by),
            Field::Weekdays => {
                self.weekday = if by < 0 { self.weekday.pred() } else { self.weekday.succ() };
            }
            Field::Minutes => {
                let planned = study.plan().minutes().map_or(90, crate::plan::Minutes::max);
                let more = |minutes: u16| {
                    let more = minutes.saturating_add_signed(by * MINUTES.cast_signed());
                    more.clamp(MINUTES, Terms::LONGEST_DAY)
                };
                let read = |word: &str| typed::day_minutes_word(word).map(Some);
                self.minutes.turn(read, |minutes| Some(minutes.map_or(planned, more)));
            }
            Field::By => {
                self.by = match self.by {
                    By::Day => By::Week,
                    By::Week => By::Day,
                };
            }
            Field::From => {
                if let Ok(from) = self.given_from(study) {
                    self.from = Answer::new(Some(from.map_or(today, beside)));
                }
            }
            Field::Until => {
                if let (Ok(Some(from)), Ok(Some(until))) =
                    (self.given_from(study), self.given_until(study))
                {
                    self.until = Answer::new(Some(beside(until).max(from)));
                }
            }
            Field::Back => {
                self.back = match self.back {
                    Back::Later => Back::Today,
                    Back::Today => Back::Later,
                };
            }
        }
    }

    fn preset_beside(&mut self, by: i16) {
        let count = self.days.count();
        let mut presets = Weekdays::PRESETS.into_iter();
        let beside = if by < 0 {
            presets.rfind(|preset| preset.count() < count)
        } else {
            presets.find(|preset| preset.count() > count)
        };
        self.days = beside.unwrap_or(self.days);
    }
}

/// Returns the break that is filled in: the first that is not over.
fn coming(study: &Study) -> Option<Break> {
    study.fold().breaks().find(|pause| pause.until >= study.today())
}

fn before(date: NaiveDate) -> NaiveDate {
    date.pred_opt().unwrap_or(date)
}

/// Returns the weekdays in order from the first of the learner's week.
pub fn weekdays(first: Weekday) -> impl Iterator<Item = Weekday> {
    std::iter::successors(Some(first), |day| Some(day.succ())).take(7)
}

/// Returns a weekday's whole name.
pub fn weekday_name(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}
