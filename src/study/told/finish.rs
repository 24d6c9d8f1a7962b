//! Where the likely end comes from, in plain sentences.
//!
//! Deliberately absent: the computing itself, which is the forecast's.

use super::study_days;
use crate::study::Study;
use crate::study::report::dates;
use crate::study::schedule::Forecast;
use crate::study::schedule::forecast::Source;
use chrono::{Days, NaiveDate};

/// What a likely end does where the last weeks say nothing about it.
pub const UNTOLD: &str = "shows once a day is complete";

/// Holds how a forecast came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reckoning {
    /// What was looked at, as sentences.
    pub from: String,
    /// The learner's weeks that were looked at, the oldest first: their dates, and how many days became complete.
    pub weeks: Vec<(String, u32)>,
    /// What was made of it, a paragraph each.
    pub then: Vec<String>,
}

/// Returns how the likely end of a study came about.
pub fn reckoning(study: &Study) -> Reckoning {
    let schedule = study.schedule();
    let alone =
        |from: &str| Reckoning { from: from.to_owned(), weeks: Vec::new(), then: Vec::new() };
    if study.started().is_none() {
        return alone(
            "Nothing is recorded yet. The likely end shows once the first task is ticked.",
        );
    }
    let Some(forecast) = schedule.forecast() else {
        if schedule.remaining().is_empty() {
            return alone("Nothing remains, so nothing is to be foreseen.");
        }
        return alone(&format!(
            "In the last four weeks no day became complete, so they say nothing about the end. It {UNTOLD}."
        ));
    };
    let left = match forecast.remaining {
        1 => "1 day remains".to_owned(),
        days => format!("{days} days remain"),
    };
    match &forecast.source {
        Source::Plan => planned(study, forecast, &left),
        Source::Weeks(weeks) => {
            let before =
                if is_anew(study) { ", and so is one before the last re-plan" } else { "" };
            lived(forecast, weeks, &left, before)
        }
    }
}

/// Tells whether the remaining days were laid out anew since the start.
fn is_anew(study: &Study) -> bool {
    let schedule = study.schedule();
    schedule.laid_anew() > schedule.started()
}

fn planned(study: &Study, forecast: &Forecast, left: &str) -> Reckoning {
    let schedule = study.schedule();
    let days = schedule.pace().days;
    let spare = match schedule.spare().left() {
        0 => "No spare day is left, so it is one date.".to_owned(),
        spare => format!(
            "The first date is when every study day is used, the last one when {} used for something else as well.",
            if spare == 1 {
                "the spare day is".to_owned()
            } else {
                format!("all {spare} spare days are")
            }
        ),
    };
    let range = dates(forecast.earliest, forecast.latest);
    let whose = if is_anew(study) { "since the last re-plan" } else { "of yours" };
    Reckoning {
        from: format!("From the plan's pace, until there are two whole weeks {whose} to go by."),
        weeks: Vec::new(),
        then: vec![
            format!("{}, at {} a week ({days}): {range}.", left, study_days(days.count())),
            spare,
        ],
    }
}

fn lived(forecast: &Forecast, weeks: &[(NaiveDate, u32)], left: &str, before: &str) -> Reckoning {
    let named = |(from, done): &(NaiveDate, u32)| {
        let last = from.checked_add_days(Days::new(6)).unwrap_or(*from);
        (dates(*from, last), *done)
    };
    let count = match weeks.len() {
        2 => "two",
        3 => "three",
        _ => "four",
    };
    let tenths = forecast.tenths_a_week().unwrap_or(0);
    let ends = format!(
        "They are done over again until nothing remains, and each of them may come first: that gives {count} ends, and \
         the range holds them all."
    );
    let added = match forecast.added {
        0 => None,
        1 => Some("One study day is added to the latest, for what nobody foresees.".to_owned()),
        days => Some(format!(
            "{days} study days are added to the latest, one for every four weeks ahead, for what nobody foresees."
        )),
    };
    let range = format!("So the likely end is {}.", dates(forecast.earliest, forecast.latest));
    Reckoning {
        from: format!(
            "From your own last {count} weeks. A week with a break in it is left out{before}."
        ),
        weeks: weeks.iter().map(named).collect(),
        then: [Some(format!("That is {}.{} days a week, and {left}.", tenths / 10, tenths % 10))]
            .into_iter()
            .chain([Some(ends), added, Some(range)])
            .flatten()
            .collect(),
    }
}
