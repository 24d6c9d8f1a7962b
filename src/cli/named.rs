//! Days, weeks and dates as they are named on the command line, and what is said where nothing is called so.

use super::help::misused;
use crate::error::Error;
use crate::plan::{Day, Plan, Week};
use crate::study::Study;
use crate::study::reference::{self, Named};
use crate::text::visible;
use crate::typed;
use crate::words::{self, FINISHED};
use chrono::NaiveDate;

/// What stands before text that begins with a dash, as the arguments are read; no argument can have it.
pub(super) const MARK: &str = "\0";

pub(super) fn day_named(study: &Study, word: &str) -> Result<&'static Day, Error> {
    let (what, day) = match reference::find(study, word).map_err(Error::Refused)? {
        Named::Day(day) => return Ok(day),
        Named::Check(week, _) => (format!("a check of week {}", week.no()), week.last()),
        Named::Task(day, _) | Named::Own(day, _) => ("a task".to_owned(), day.no()),
        Named::Question(question) => ("a question".to_owned(), question.day),
    };
    let shown = visible(word);
    Err(Error::Refused(format!("{shown} is {what}, and this is about a whole day: write {day}.")))
}

/// Returns the day that a number before the text names, and the text: `17:` does, and `17` before at most one argument.
pub(super) fn day_and_text(words: &[String], day: Option<&str>) -> (Option<String>, Vec<String>) {
    let words: Vec<String> = words.iter().map(|word| word.trim_start_matches(MARK).to_owned()).collect();
    let number = |first: &String| {
        let marked = first.strip_suffix(':');
        let number = marked.or((words.len() <= 2).then_some(first.as_str()))?;
        let is_number = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
        is_number.then(|| number.to_owned())
    };
    match words.first().filter(|_| day.is_none()).and_then(number) {
        Some(number) => (Some(number), words.into_iter().skip(1).collect()),
        None => (None, words),
    }
}

/// Returns the day that a word names, else the day at hand; an example has the last day for its `#`.
pub(super) fn day_meant(study: &Study, word: Option<&str>, example: &str) -> Result<&'static Day, Error> {
    let example = || example.replace('#', &study.plan().last_day().no().to_string());
    let none = || Error::Refused(format!("{FINISHED}: name the day, as in `{}`.", example()));
    word.map_or_else(|| study.day_at_hand().ok_or_else(none), |word| day_named(study, word))
}

/// Returns the week that a word names, else that of the day at hand; the last where the plan is finished.
pub(super) fn week_meant(study: &Study, word: Option<&str>) -> Result<&'static Week, Error> {
    let plan = study.plan();
    let at_hand = || plan.week_of(study.day_at_hand().unwrap_or_else(|| plan.last_day()).no());
    word.map_or_else(|| Ok(at_hand()), |word| week_named(plan, word))
}

pub(super) fn week_named(plan: &'static Plan, word: &str) -> Result<&'static Week, Error> {
    let week_of = |day: &Day| plan.week_of(day.no());
    let weeks = match plan.weeks().len() {
        1 => "one week, week 1".to_owned(),
        last => format!("weeks 1 to {last}"),
    };
    let Ok(number) = word.trim().parse::<i64>() else {
        let none = || format!("There is no week \"{}\": the plan has {weeks}.", visible(word));
        return plan.find_day(word.trim()).map(week_of).ok_or_else(|| Error::Refused(none()));
    };
    let place = usize::try_from(number).ok();
    let week = place.and_then(|place| plan.week_no(place)).map(|no| plan.week(no));
    week.ok_or_else(|| {
        let day = place.and_then(|place| plan.day_no(place)).map(|no| plan.day(no));
        let hint = day.map_or(String::new(), |day| format!(" Day {} is in week {}.", day.no(), week_of(day).no()));
        Error::Refused(format!("There is no week {number}: the plan has {weeks}.{hint}"))
    })
}

pub(super) fn earlier(verb: &str, study: &Study, word: Option<&str>) -> Result<Option<NaiveDate>, Error> {
    let Some(word) = word else { return Ok(None) };
    let today = study.today();
    let date = typed::date_word(word, today).map_err(|sentence| misused(verb, &sentence))?;
    if date > today {
        let what = format!("{} is still to come: --on takes today or an earlier date.", words::date(date));
        return Err(misused(verb, &what));
    }
    Ok(Some(date).filter(|date| *date < today))
}
