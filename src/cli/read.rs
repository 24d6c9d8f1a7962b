//! The verbs that show: they read plan and journal and create nothing.
//!
//! Deliberately absent: layout (`print`), and what stands in a report (`report`).

use super::arguments::misused;
use super::{Call, print, week};
use crate::error::Error;
use crate::plan::{Day, Plan, Week};
use crate::reference::{self, Named};
use crate::report::day::Today;
use crate::report::overview::{OneWeek, Status, WholePlan};
use crate::report::past::History;
use crate::study::Study;
use crate::text::visible;

/// The entries that history shows when it is not told how many.
const MOST: &str = "20";

/// Shows the current day, or the one that is named.
pub(super) fn today(call: &mut Call) -> Result<u8, Error> {
    let session = call.session()?;
    let study = session.study();
    let day = match call.text("day") {
        Some(word) => Some(day_named(study.plan(), word)?),
        None => study.current_day(),
    };
    call.report(&Today::of(study, day), print::today)
}

/// Shows the current day, as the program does without a verb where there is no screen.
pub(super) fn current(call: &mut Call) -> Result<u8, Error> {
    let session = call.session()?;
    let study = session.study();
    call.report(&Today::of(study, study.current_day()), print::today)
}

/// Shows where the learner stands.
pub(super) fn status(call: &mut Call) -> Result<u8, Error> {
    let session = call.session()?;
    call.report(&Status::of(session.study()), print::status)
}

/// Shows a week with its milestone.
pub(super) fn week(call: &mut Call) -> Result<u8, Error> {
    let session = call.session()?;
    let study = session.study();
    let week = match call.text("week") {
        Some(word) => week_named(study.plan(), word)?,
        None => current_week(study),
    };
    call.document(&OneWeek::of(study, week), week::lay_out)
}

/// Returns the week that the learner is in; the last one when the plan is finished.
pub(super) fn current_week(study: &Study) -> &'static Week {
    let plan = study.plan();
    plan.week_of(study.current_day().unwrap_or_else(|| plan.last_day()).no())
}

/// Finds the week that a word names: by its number, or by the id of one of its days.
pub(super) fn week_named(plan: &'static Plan, word: &str) -> Result<&'static Week, Error> {
    let Ok(number) = word.trim().parse::<i64>() else {
        let day = plan.find_day(word.trim());
        let week = day.map(|day| plan.week_of(day.no()));
        return week.ok_or_else(|| Error::Refused(no_week(word, plan.weeks().len())));
    };
    let number = usize::try_from(number).ok();
    let week = number.and_then(|number| plan.week_no(number)).map(|no| plan.week(no));
    week.ok_or_else(|| {
        let day = number.and_then(|number| plan.day_no(number));
        let hint = day.map(|day| format!(" Day {day} is in week {}.", plan.week_of(day).no()));
        let sentence = no_week(word, plan.weeks().len());
        Error::Refused(format!("{sentence}{}", hint.unwrap_or_default()))
    })
}

/// Returns the sentence about a week that the plan does not have.
fn no_week(word: &str, last: usize) -> String {
    let weeks =
        if last == 1 { "one week, week 1".to_owned() } else { format!("weeks 1 to {last}") };
    match word.trim().parse::<i64>() {
        Ok(number) => format!("There is no week {number}: the plan has {weeks}."),
        Err(_) => format!("There is no week \"{}\": the plan has {weeks}.", visible(word)),
    }
}

/// Shows the whole plan.
pub(super) fn plan(call: &mut Call) -> Result<u8, Error> {
    let session = call.session()?;
    call.report(&WholePlan::of(session.study()), print::plan)
}

/// Shows what was recorded, newest first.
pub(super) fn history(call: &mut Call) -> Result<u8, Error> {
    let word = call.text("most").unwrap_or(MOST);
    let most = word.trim().parse::<usize>().ok().filter(|most| *most > 0);
    let none = || {
        misused(
            "history",
            &format!("\"{}\" is no count of entries: write a number from 1.", visible(word)),
        )
    };
    let most = most.ok_or_else(none)?;
    let session = call.session()?;
    let report = History::of(session.study(), most);
    let code = call.report(&report, print::history)?;
    if report.entries.len() < report.of {
        let older =
            print::counted(report.of - report.entries.len(), "older entry", "older entries");
        call.say(&format!(
            "ninety: … and {older}; `ninety history -n {}` shows them all.",
            report.of
        ));
    }
    Ok(code)
}

/// Finds the day that a word names.
pub(super) fn day_named<'p>(plan: &'p Plan, word: &str) -> Result<&'p Day, Error> {
    match reference::find(plan, word).map_err(Error::Refused)? {
        Named::Day(day) => Ok(day),
        Named::Check(week, _) => Err(Error::Refused(format!(
            "{} is a check of week {}, and this is about a whole day: write {}.",
            visible(word),
            week.no(),
            week.last()
        ))),
        Named::Task(day, _) => Err(Error::Refused(format!(
            "{} is a task, and this is about a whole day: write {}.",
            visible(word),
            day.no()
        ))),
    }
}

/// Finds the days that a word names: one, a range or a list.
pub(super) fn days_named<'p>(plan: &'p Plan, word: &str) -> Result<Vec<&'p Day>, Error> {
    match reference::find_days(plan, word) {
        Some(days) => days.map_err(Error::Refused),
        None => day_named(plan, word).map(|day| vec![day]),
    }
}
