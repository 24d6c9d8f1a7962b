//! What a filled-in form comes to: what is wrong with a field, and the move.
//!
//! Deliberately absent: what a move changes. That is the study's to say.

use super::form::{Field, Form};
use crate::journal::Budget;
use crate::plan::DayNo;
use crate::study::replan::Replan;
use crate::study::told::moves;
use crate::study::{Study, calendar};
use crate::tui::keymap::{self, Action, Context, Move, Replanning};
use chrono::{Days, NaiveDate};
use tui_input::Input;

/// A break is a week, until its last date is chosen.
const WEEK: Days = Days::new(6);

impl Form {
    /// Returns what is wrong with a field.
    pub fn wrong(&self, study: &Study, field: Field) -> Option<String> {
        let (from, until) = self.dates(study);
        match field {
            Field::Days => self.left_out(study).is_empty().then(|| {
                format!("No day is chosen yet: {} chooses the one under the cursor.", toggle_key())
            }),
            Field::From => from.err(),
            Field::Until => match (from, until) {
                (Ok(from), Ok(until)) if until < from => Some(moves::backwards(from, until)),
                (_, until) => until.err(),
            },
            Field::Minutes => self.minutes().err(),
            Field::Spare => self.spare().err(),
            Field::Reason | Field::Preset | Field::Weekdays | Field::By => None,
        }
    }

    /// Returns the dates of the break as chosen or typed; a last date that is not, or that the first has passed, goes
    /// with the first.
    pub fn dates(&self, study: &Study) -> (Result<NaiveDate, String>, Result<NaiveDate, String>) {
        let dated = |word: &str| calendar::date_word(word, study.today());
        let from = self.away.from.given(dated);
        let first = from.clone().unwrap_or(study.today());
        let week = first.checked_add_days(WEEK).unwrap_or(first);
        let until = self.away.until.given(|word| dated(word).map(Some));
        let chosen = |until: Option<NaiveDate>| match until {
            None => week,
            Some(date) if self.away.until.typed.value().trim().is_empty() => date.max(first),
            Some(date) => date,
        };
        (from, until.map(chosen))
    }

    /// Returns the minutes of a study day as chosen or typed.
    pub fn minutes(&self) -> Result<u16, String> {
        self.pace.minutes.given(calendar::day_minutes_word)
    }

    /// Returns the spare days as chosen or typed.
    pub fn spare(&self) -> Result<u16, String> {
        self.pace.spare.given(calendar::spare_word)
    }

    /// Returns the days that are chosen to be left out and still remain.
    pub fn left_out(&self, study: &Study) -> Vec<DayNo> {
        let remains = |no: &DayNo| study.progress().remains(study.plan().day(*no));
        self.skip.days.iter().copied().filter(remains).collect()
    }

    /// Returns the move as it is filled in, or the sentence about what is not.
    pub fn replan(&self, study: &Study) -> Result<Replan, String> {
        let because = |input: &Input| input.value().trim().to_owned();
        Ok(match self.chosen {
            Move::Continue => Replan::Continue,
            Move::KeepEnd => Replan::KeepEnd,
            Move::Skip => {
                Replan::Skip { days: self.left_out(study), because: because(&self.skip.because) }
            }
            Move::Break => {
                let (from, until) = self.dates(study);
                let (from, until) = (from?, until?);
                if until < from {
                    return Err(moves::backwards(from, until));
                }
                Replan::Away { from, until, because: because(&self.away.because) }
            }
            Move::Pace => {
                let pace = study.schedule().pace();
                let (minutes, spare) = (self.minutes()?, self.spare()?);
                // What is not changed is not named, so that it stays as it was set.
                let budget = Budget {
                    minutes: (minutes != pace.minutes).then_some(minutes),
                    spare: (spare != spare_days(study)).then_some(spare),
                };
                let by = (self.pace.by != pace.by).then_some(self.pace.by);
                Replan::Pace { days: self.pace.days, budget, by }
            }
        })
    }
}

/// Returns the key that takes a day in or leaves it out, as it is written.
pub fn toggle_key() -> String {
    keymap::key(Context::ReplanDays, Action::Replan(Replanning::Toggle))
}

/// Returns how many spare days there are, set or not.
pub(super) fn spare_days(study: &Study) -> u16 {
    let schedule = study.schedule();
    let counted = || u16::try_from(schedule.spare().total).unwrap_or(Budget::MOST_SPARE);
    schedule.pace().spare.unwrap_or_else(counted)
}
