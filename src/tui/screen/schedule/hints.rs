//! What is said of the fields: how an answer reads, what can be done with it, and what is wrong.

use super::{AT, DAYS, FROM, GOAL, MINUTES, ORDER, START, Schedule, UNTIL};
use crate::plan::DayNo;
use crate::study::Study;
use crate::typed;
use crate::words::{self, span};
use chrono::NaiveDate;

impl Schedule {
    pub(super) fn shown(&self, study: &Study, label: &str) -> Option<String> {
        let date = |date: Option<NaiveDate>, none: &str| Some(date.map_or_else(|| none.to_owned(), words::date));
        match label {
            START => typed::start_word(&self.form.word(START), study.today()).ok().map(words::date),
            AT => {
                let day = study.plan().day(self.begin(study).ok()?);
                Some(format!("day {} of {}", day.no(), study.plan().days().len()))
            }
            GOAL => date(self.date(study, GOAL).ok()?, "none yet"),
            MINUTES => {
                let planned = if study.plan().minutes().is_some() { "as the plan says" } else { "any length" };
                Some(self.minutes().ok()?.map_or_else(|| planned.to_owned(), |minutes| span(minutes.into())))
            }
            FROM => date(self.date(study, FROM).ok()?, "no break"),
            _until => date(self.until(study, self.date(study, FROM).ok()?).ok()?, "no break"),
        }
    }

    pub(super) fn hint(&self, study: &Study) -> Vec<String> {
        let Some(field) = self.form.field() else { return Vec::new() };
        if let Err((label, wrong)) = &self.record
            && *label == field.label
        {
            return vec![wrong.clone()];
        }
        let read = self.shown(study, field.label).filter(|_| self.form.is_typed(field.label));
        let hint = match field.label {
            START => "The first study day. Arrows, or type: tomorrow, mon, 4 jan, 2027-01-04.",
            AT => {
                let day = self.begin(study).map_or(1, DayNo::get);
                if day > 1 {
                    return vec![format!("You know days 1-{}: they are skipped as known before.", day - 1)];
                }
                "Do you know the first days? Type the day to begin at."
            }
            GOAL => "The date to be done by. Arrows, or type: 8 apr, 2027-04-08, +30d, mon.",
            DAYS => {
                let mut lines = vec!["Press 3 to 7, or space for a single day.".to_owned()];
                for (count, finish) in &self.finishes {
                    lines.push(format!("{count} a week: finish {}", finish.format("%-d %b %Y")));
                }
                return lines;
            }
            MINUTES => "How long a study day is; a longer day of the plan takes several. Arrows, or type: 90, 1h30.",
            ORDER if self.form.choice(ORDER) == 0 => "One day after the other, a date each.",
            ORDER => "Each week has its days, in any order.",
            FROM => "No date in a break is a study day. Arrows, or type: mon, +3d, none.",
            UNTIL => "The last date of the break. Arrows, or type a date.",
            _back => "Space ends the break, so that today is a study day.",
        };
        read.map(|read| format!("= {read}")).into_iter().chain([hint.to_owned()]).collect()
    }
}
