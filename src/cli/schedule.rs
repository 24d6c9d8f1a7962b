//! The verbs of the schedule: the start, the pace, breaks, and days that are left out.
//!
//! Deliberately absent: what a change leads to (`study::change`) and how that is laid out (`pace`).

use super::arguments::misused;
use super::read::days_named;
use super::record::{BACK, earlier_named};
use super::{Call, pace};
use crate::describe;
use crate::error::Error;
use crate::journal::{Break, Fact, Record, Terms, Weekdays};
use crate::plan::{Day, DayNo};
use crate::report::pace::PaceReport;
use crate::study::{DayState, Schedule, Session, Study};
use crate::text::capitalised;
use crate::typed;
use crate::words::{self, FINISHED};
use chrono::NaiveDate;

/// What is said of a change that is none.
const AS_IT_IS: &str = "Nothing is new: the schedule is so already.";

/// Sets the start, and with it whatever of the pace and the goal is named. Where there is no goal yet, the one that is
/// proposed is set; one that is there stays.
pub(super) fn start(call: &mut Call) -> Result<u8, Error> {
    let mut session = call.session()?;
    let study = session.study();
    let (today, known) = (study.today(), study.fold().terms());
    let asked = terms(call, "start", today)?;
    let start = match call.text("date") {
        Some(word) => {
            Some(typed::start_word(word, today).map_err(|sentence| misused("start", &sentence))?)
        }
        None => known.start.is_none().then_some(today),
    };
    let at = at_day(call, study)?;
    let asked = Terms { start, ..asked };
    let mut record = study.changed(asked, at, Vec::new());
    if asked.goal.is_none() && known.goal.is_none() {
        let goal = match &record {
            Some(record) => study.preview(record).proposed_goal(),
            None => study.schedule().proposed_goal(),
        };
        record = study.changed(Terms { goal, ..asked }, at, Vec::new());
    }
    let Some(record) = record else {
        let start = known.start.unwrap_or(today);
        let verb = if start > today { "starts" } else { "started" };
        call.print(&format!(
            "Nothing is new: the plan {verb} on {}. `ninety start DATE` moves the start, `ninety pace` shows the pace.",
            words::date(start)
        ));
        return Ok(0);
    };
    let stays = known.goal.filter(|_| asked.goal.is_none()).map(|goal| {
        format!("The goal stays {}; `ninety pace --goal DATE` changes it.", words::date(goal))
    });
    made(call, &mut session, &record, stays, BACK)
}

/// Shows the pace, or changes what is named of it.
pub(super) fn pace(call: &mut Call) -> Result<u8, Error> {
    let mut session = call.session()?;
    let study = session.study();
    let asked = terms(call, "pace", study.today())?;
    let at = at_day(call, study)?;
    if asked == Terms::default() && at.is_none() {
        return call.report(&PaceReport::of(study, study.schedule(), None), pace::pace);
    }
    some_day_is_open(study)?;
    match study.changed(asked, at, Vec::new()) {
        Some(record) => made(call, &mut session, &record, None, BACK),
        None if is_json(call) => {
            call.report(&PaceReport::of(study, study.schedule(), None), pace::pace)
        }
        None => {
            let stays = at.and_then(|at| stay_skipped(study, at));
            call.print(stays.as_deref().unwrap_or(AS_IT_IS));
            Ok(0)
        }
    }
}

/// Takes a break, or ends one.
pub(super) fn away(call: &mut Call) -> Result<u8, Error> {
    let dated = |word: &str, today| {
        typed::date_word(word, today).map_err(|sentence| misused("away", &sentence))
    };
    let mut session = call.session()?;
    let study = session.study();
    let today = study.today();
    if let Some(word) = call.text("end") {
        let date = dated(word, today)?;
        let left = study.back_on(date);
        return match study.changed(Terms::default(), None, left) {
            Some(record) => made(call, &mut session, &record, None, BACK),
            None => Err(Error::Refused(format!(
                "There is no break on {}, so there is nothing to end; `ninety pace` lists the breaks to come.",
                words::date(date)
            ))),
        };
    }
    let from = dated(call.text("from").unwrap_or_default(), today)?;
    let until = dated(call.text("to").unwrap_or_default(), today)?;
    if until < from {
        return Err(misused(
            "away",
            &format!(
                "The break ends on {}, before it begins on {}: write the earlier date first.",
                words::date(until),
                words::date(from)
            ),
        ));
    }
    some_day_is_open(study)?;
    let around = study.schedule().dates.break_on(from).filter(|around| around.until >= until);
    let Some(mut record) = study.changed(Terms::default(), None, vec![Break { from, until }])
    else {
        call.print("Nothing is new: that break is set already.");
        return Ok(0);
    };
    for fact in &mut record.facts {
        if let Fact::Away(_, why) = fact {
            *why = because(call);
        }
    }
    let stands = study.fold().breaks().any(|pause| pause.from == from);
    let within = around.filter(|_| !stands).map(|Break { from, until }| {
        let lasting = describe::lasting(from, until);
        format!("It lies in the break {lasting}, so no date moves.")
    });
    made(call, &mut session, &record, within, BACK)
}

/// Leaves days out.
pub(super) fn skip(call: &mut Call) -> Result<u8, Error> {
    let mut session = call.session()?;
    let study = session.study();
    let on = earlier_named(call, study, "skip")?;
    let mut days: Vec<&Day> = Vec::new();
    for word in &call.texts("days-named") {
        days.extend(days_named(study.plan(), word)?);
    }
    days.sort_by_key(|day| day.no());
    days.dedup_by_key(|day| day.no());
    let numbers: Vec<DayNo> = days.iter().map(|day| day.no()).collect();
    let fact = match study.skipped(&numbers, &because(call)) {
        Ok(fact) => fact,
        Err(sentence) if days.iter().any(|day| study.state(day) == DayState::Skipped) => {
            call.print(&sentence);
            return Ok(0);
        }
        Err(sentence) => return Err(Error::Refused(sentence)),
    };
    let back = match numbers.as_slice() {
        [day] => format!("Bring it back with: ninety reopen {day}"),
        _ => BACK.to_owned(),
    };
    let mut relying: Vec<DayNo> =
        study.relying_on(&numbers).into_iter().map(|warning| warning.day).collect();
    relying.dedup();
    let builds = (!relying.is_empty()).then(|| {
        let verb = if relying.len() == 1 { "builds" } else { "build" };
        let what = if numbers.len() == 1 { "it" } else { "them" };
        format!("{} {verb} on {what}.", capitalised(&words::day_numbers(&relying)))
    });
    let complete: Vec<DayNo> =
        numbers.iter().copied().filter(|no| study.day(*no).completed.is_some()).collect();
    if !complete.is_empty() {
        let stay = if complete.len() == 1 {
            "is complete and stays so"
        } else {
            "are complete and stay so"
        };
        call.print(&format!("{} {stay}.", capitalised(&words::day_numbers(&complete))));
    }
    made(call, &mut session, &Record { facts: vec![fact], on }, builds, &back)
}

/// Makes a change, or shows what it would change where that is asked for. `more` is what else there is to know, and `back`
/// the way back.
fn made(
    call: &mut Call,
    session: &mut Session,
    record: &Record,
    more: Option<String>,
    back: &str,
) -> Result<u8, Error> {
    let before = session.study().schedule().clone();
    let is_dry = call.value("dry-run") == Some(&true);
    if is_dry {
        let after = session.study().preview(record);
        if !is_json(call) {
            let would = describe::record(session.study(), record);
            call.print(&format!("Nothing is recorded. It would be: {would}."));
        }
        shown(call, session.study(), &before, &after)?;
    } else {
        let sentence = call.record(session, record.clone())?;
        if !is_json(call) {
            call.print(&format!("{sentence}."));
        }
        shown(call, session.study(), &before, session.study().schedule())?;
    }
    if is_json(call) {
        return Ok(0);
    }
    let is_over = session.study().current_day().is_none();
    let over = is_over.then(|| format!("{FINISHED} now."));
    let back = (!is_dry).then(|| back.to_owned());
    for line in over.into_iter().chain(more).chain(back) {
        call.print(&line);
    }
    Ok(0)
}

/// Prints what a change changes.
fn shown(call: &mut Call, study: &Study, before: &Schedule, after: &Schedule) -> Result<u8, Error> {
    call.report(&PaceReport::of(study, after, Some(before)), pace::change)
}

fn is_json(call: &Call) -> bool {
    call.value("json") == Some(&true)
}

/// Returns the sentence about the days from one on that are skipped, where the plan begins later.
fn stay_skipped(study: &Study, at: DayNo) -> Option<String> {
    let begins = study.current_day().map(Day::no).filter(|current| at < *current)?;
    let between = study.plan().days().iter().filter(|day| (at..begins).contains(&day.no()));
    let skipped = between.filter(|day| study.state(day) == DayState::Skipped).map(Day::no);
    let skipped: Vec<DayNo> = skipped.collect();
    let (first, last) = (skipped.first()?, skipped.last()?);
    let stay = if skipped.len() == 1 { "stays" } else { "stay" };
    let names = capitalised(&words::day_numbers(&skipped));
    Some(format!(
        "{names} {stay} skipped; `ninety reopen {first}-{last}` brings back what was skipped."
    ))
}

/// Refuses to lay out what is not there.
fn some_day_is_open(study: &Study) -> Result<(), Error> {
    match study.current_day() {
        Some(_) => Ok(()),
        None => Err(Error::Refused(format!(
            "{FINISHED}, so there is nothing to lay out; `ninety reopen 90` brings a day back."
        ))),
    }
}

fn because(call: &Call) -> String {
    let because = crate::text::pasted(call.text("because").unwrap_or_default());
    because.replace('\n', " ").trim().to_owned()
}

/// Finds the day that the plan is begun at, where one is named.
fn at_day(call: &Call, study: &Study) -> Result<Option<DayNo>, Error> {
    let day = call.text("at").map(|word| super::read::day_named(study.plan(), word));
    Ok(day.transpose()?.map(Day::no))
}

/// Reads the options that make up pace and goal.
fn terms(call: &Call, verb: &str, today: NaiveDate) -> Result<Terms, Error> {
    let wrong = |sentence: String| misused(verb, &sentence);
    let minutes = call.text("minutes").map(typed::day_minutes_word).transpose();
    let goal = |word: &str| -> Result<NaiveDate, String> { typed::date_word(word, today) };
    Ok(Terms {
        start: None,
        days: call.text("days").map(study_days).transpose().map_err(wrong)?,
        minutes: minutes.map_err(wrong)?,
        by: call.text("by").and_then(|word| word.parse().ok()),
        goal: call.text("goal").map(goal).transpose().map_err(wrong)?,
    })
}

/// Reads weekdays, or how many a week.
fn study_days(word: &str) -> Result<Weekdays, String> {
    match word.trim().parse::<u32>() {
        Ok(count) => Weekdays::preset(count).ok_or_else(|| {
            format!(
                "{} a week is no choice: write a number from 3 to 7, or weekdays such as mon,thu.",
                words::study_days(count)
            )
        }),
        Err(_) => word.parse(),
    }
}
