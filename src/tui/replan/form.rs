//! What is chosen and filled in for a move, and how keys change it.
//!
//! Deliberately absent: what it comes to, and what that changes.

use super::{Answer, filled};
use crate::journal::{Budget, By, Weekdays};
use crate::plan::DayNo;
use crate::study::{Study, calendar};
use crate::tui::keymap::{Context, Motion, Move};
use chrono::{NaiveDate, Weekday};
use std::collections::BTreeSet;
use tui_input::{Input, InputRequest};

/// By how many minutes the arrows go.
const MINUTES: u16 = 15;

/// Says what is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The days to skip.
    Days,
    /// Why.
    Reason,
    /// The first date of a break.
    From,
    /// The last date of a break.
    Until,
    /// How many study days a week.
    Preset,
    /// Which weekdays they are.
    Weekdays,
    /// How long a study day may be.
    Minutes,
    /// What is on or behind pace.
    By,
    /// How many spare days there are.
    Spare,
}

impl Move {
    /// Returns what is filled in for it, in order.
    pub fn fields(self) -> &'static [Field] {
        match self {
            Self::Continue | Self::KeepEnd => &[],
            Self::Skip => &[Field::Days, Field::Reason],
            Self::Break => &[Field::From, Field::Until, Field::Reason],
            Self::Pace => {
                &[Field::Preset, Field::Weekdays, Field::Minutes, Field::By, Field::Spare]
            }
        }
    }
}

/// Holds what is chosen and filled in; each move keeps its own.
#[derive(Debug)]
pub struct Form {
    /// The move.
    pub chosen: Move,
    /// The field that the cursor is in; none at the list of moves.
    pub field: Option<Field>,
    /// For leaving days out.
    pub skip: Skipping,
    /// For a break.
    pub away: Away,
    /// For another pace.
    pub pace: Pacing,
    /// How far the preview is scrolled, in rows.
    pub scroll: isize,
}

/// Holds the days to skip.
#[derive(Debug, Default)]
pub struct Skipping {
    /// The place of the cursor among the remaining days.
    pub at: usize,
    /// The chosen days.
    pub days: BTreeSet<DayNo>,
    /// Why.
    pub because: Input,
}

/// Holds a break.
#[derive(Debug)]
pub struct Away {
    /// Its first date.
    pub from: Answer<NaiveDate>,
    /// Its last date; none as long as it is a week.
    pub until: Answer<Option<NaiveDate>>,
    /// What for.
    pub because: Input,
}

/// Holds a pace.
#[derive(Debug)]
pub struct Pacing {
    /// The study days of the week.
    pub days: Weekdays,
    /// The weekday that the cursor is on.
    pub weekday: Weekday,
    /// The most minutes of a study day.
    pub minutes: Answer<u16>,
    /// What is on or behind pace.
    pub by: By,
    /// The spare days.
    pub spare: Answer<u16>,
}

impl Form {
    /// Returns the moves with the first one chosen, and every field as things are.
    pub fn new(study: &Study) -> Self {
        let pace = study.schedule().pace();
        Self {
            chosen: Move::Continue,
            field: None,
            skip: Skipping::default(),
            away: Away {
                from: Answer::new(study.today()),
                until: Answer::new(None),
                because: Input::default(),
            },
            pace: Pacing {
                days: pace.days,
                weekday: study.habits().week_start,
                minutes: Answer::new(pace.minutes),
                by: pace.by,
                spare: Answer::new(filled::spare_days(study)),
            },
            scroll: 0,
        }
    }

    /// Returns where a key is pressed now.
    pub fn context(&self) -> Context {
        match self.field {
            None => Context::Replan,
            Some(Field::Days | Field::Weekdays) => Context::ReplanDays,
            Some(
                Field::Reason
                | Field::From
                | Field::Until
                | Field::Preset
                | Field::Minutes
                | Field::By
                | Field::Spare,
            ) => Context::ReplanField,
        }
    }

    /// Returns the place of the field among those of the move.
    fn place(&self) -> Option<usize> {
        self.chosen.fields().iter().position(|field| Some(*field) == self.field)
    }

    /// Tells whether the cursor is in the last field, or the move has none.
    pub fn is_last(&self) -> bool {
        self.chosen.fields().last().copied() == self.field
    }

    /// Returns what accepting comes to here, in a word or two.
    pub fn accepts(&self) -> &'static str {
        match self.field {
            _ if self.is_last() => "make it",
            None => "fill it in",
            Some(_) => "go on",
        }
    }

    /// Goes on to the next field; tells whether there is one.
    pub(super) fn next(&mut self) -> bool {
        let place = self.place().map_or(0, |place| place + 1);
        let next = self.chosen.fields().get(place).copied();
        self.field = next.or(self.field);
        next.is_some()
    }

    /// Goes back from the fields to the moves.
    pub fn back(&mut self) {
        self.field = None;
        self.scroll = 0;
    }

    /// Goes to the field after this one or before it, round and round.
    pub(super) fn turn(&mut self, by: isize) {
        let fields = self.chosen.fields();
        if let (Some(place), false) = (self.place(), fields.is_empty()) {
            let place = (place.cast_signed() + by).rem_euclid(fields.len().cast_signed());
            self.field = fields.get(place.unsigned_abs()).copied();
        }
    }

    /// Moves among the moves or the days; elsewhere among the fields.
    pub(super) fn walk(&mut self, study: &Study, motion: Motion) {
        let stepped = |at: usize, count: usize| {
            let last = count.saturating_sub(1);
            match motion {
                Motion::Down => (at + 1).min(last),
                Motion::Up => at.saturating_sub(1),
                Motion::First => 0,
                Motion::Last => last,
                Motion::PageDown | Motion::PageUp => at,
            }
        };
        match (self.field, motion) {
            (None, _) => {
                let at = Move::ALL.iter().position(|choice| *choice == self.chosen).unwrap_or(0);
                let choice = Move::ALL.get(stepped(at, Move::ALL.len()));
                self.chosen = choice.copied().unwrap_or(self.chosen);
            }
            (Some(Field::Days), _) => {
                self.skip.at = stepped(self.skip.at, study.schedule().remaining().len());
            }
            (Some(_), Motion::Down) => self.turn(1),
            (Some(_), Motion::Up) => self.turn(-1),
            (Some(_), Motion::First) => self.field = self.chosen.fields().first().copied(),
            (Some(_), Motion::Last) => self.field = self.chosen.fields().last().copied(),
            (Some(_), Motion::PageDown | Motion::PageUp) => {}
        }
    }

    /// Chooses a remaining day to leave out, or no longer, and puts the cursor there.
    pub(super) fn pick(&mut self, study: &Study, no: DayNo) {
        let remaining = study.schedule().remaining();
        let Some(at) = remaining.iter().position(|(day, _)| *day == no) else { return };
        self.skip.at = at;
        if !self.skip.days.remove(&no) {
            self.skip.days.insert(no);
        }
    }

    /// Takes what the cursor is on in, or leaves it out; an error is the sentence about why not.
    pub(super) fn toggle(&mut self, study: &Study) -> Result<(), String> {
        match self.field {
            Some(Field::Days) => {
                if let Some((day, _)) = study.schedule().remaining().get(self.skip.at) {
                    self.pick(study, *day);
                }
                self.walk(study, Motion::Down);
            }
            Some(Field::Weekdays) => {
                let day = weekday_name(self.pace.weekday);
                self.pace.days = self.pace.days.toggled(self.pace.weekday).ok_or_else(|| {
                    format!(
                        "A week needs a study day: put another one in before {day} is left out."
                    )
                })?;
            }
            Some(
                Field::Reason
                | Field::From
                | Field::Until
                | Field::Preset
                | Field::Minutes
                | Field::By
                | Field::Spare,
            )
            | None => {}
        }
        Ok(())
    }

    /// Changes what the cursor is in by a step down or up; in a text, moves there.
    pub(super) fn step(&mut self, study: &Study, by: i16) {
        let today = study.today();
        let dated = |word: &str| calendar::date_word(word, today);
        let beside = |date: NaiveDate| {
            (if by < 0 { date.pred_opt() } else { date.succ_opt() }).unwrap_or(date)
        };
        match self.field {
            Some(Field::From) => self.away.from.turn(dated, beside),
            Some(Field::Until) => {
                let (from, until) = self.dates(study);
                if let Ok(until) = until {
                    let next = from.map_or(beside(until), |from| beside(until).max(from));
                    self.away.until = Answer::new(Some(next));
                }
            }
            Some(Field::Preset) => self.preset_beside(by),
            Some(Field::Weekdays) => {
                let day = self.pace.weekday;
                self.pace.weekday = if by < 0 { day.pred() } else { day.succ() };
            }
            Some(Field::Minutes) => self.pace.minutes.turn(calendar::day_minutes_word, |minutes| {
                minutes
                    .saturating_add_signed(by * MINUTES.cast_signed())
                    .clamp(MINUTES, Budget::LONGEST_DAY)
            }),
            Some(Field::By) => {
                self.pace.by = match self.pace.by {
                    By::Day => By::Week,
                    By::Week => By::Day,
                };
            }
            Some(Field::Spare) => self.pace.spare.turn(calendar::spare_word, |spare| {
                spare.saturating_add_signed(by).min(Budget::MOST_SPARE)
            }),
            Some(Field::Reason) => {
                let way =
                    if by < 0 { InputRequest::GoToPrevChar } else { InputRequest::GoToNextChar };
                if let Some(input) = super::input(self) {
                    let _state = input.handle(way);
                }
            }
            Some(Field::Days) | None => {}
        }
    }

    fn preset_beside(&mut self, by: i16) {
        let count = self.pace.days.count();
        let mut presets = Weekdays::PRESETS.into_iter();
        let beside = if by < 0 {
            presets.rfind(|preset| preset.count() < count)
        } else {
            presets.find(|preset| preset.count() > count)
        };
        self.pace.days = beside.unwrap_or(self.pace.days);
    }

    /// Chooses so many study days a week, where there is such a choice.
    pub(super) fn choose_preset(&mut self, count: u32) {
        self.pace.days = Weekdays::preset(count).unwrap_or(self.pace.days);
    }
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
