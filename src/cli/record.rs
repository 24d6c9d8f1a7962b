//! The verbs that record: what is asked for becomes one entry, and what it changed is said, with the way back.

use super::call::{BACK, Call};
use super::help::misused;
use super::named::{day_and_text, day_meant, earlier, week_named};
use crate::error::Error;
use crate::journal::{Fact, Mark, Record};
use crate::plan::{Day, ItemId, Task};
use crate::study::reference::{self, Named};
use crate::study::{DayState, Study};
use crate::text::{capitalised, is_web_address, pasted, shortened, visible};
use crate::typed;
use crate::words::{self, FINISHED, milestone_named, named, nothing_new, week_named as name_of};
use std::collections::HashSet;

pub(super) fn done(call: &mut Call, refs: &[String], on: Option<&str>) -> Result<u8, Error> {
    let mut session = call.session()?;
    let study = session.study();
    let on = earlier("done", study, on)?;
    let marks = marks(call, study, refs, DayState::Complete)?;
    if marks.is_empty() {
        return Ok(0);
    }
    let (states, open) = (study.states(), open_checks(study));
    let sentence = call.record(&mut session, Record { facts: vec![Fact::Done(marks)], on })?;
    call.print(&format!("{sentence}."));
    let study = session.study();
    if let Some(line) = completed(study, &states) {
        call.print(&line);
    }
    for ((week, before), now) in study.plan().weeks().iter().zip(open).zip(open_checks(study)) {
        if let Some(milestone) = week.milestone.as_ref().filter(|_| before > 0 && now == 0) {
            call.print(&format!("Every check of {}, is ticked.", milestone_named(week, milestone)));
        }
    }
    call.print(BACK);
    Ok(0)
}

pub(super) fn reopen(call: &mut Call, refs: &[String]) -> Result<u8, Error> {
    let mut session = call.session()?;
    let marks = marks(call, session.study(), refs, DayState::Open)?;
    if marks.is_empty() { Ok(0) } else { call.recorded(&mut session, Fact::Open(marks)) }
}

/// Gathers what is to be ticked, or unticked, each mark once; what is so already is said.
fn marks(call: &mut Call, study: &Study, refs: &[String], to: DayState) -> Result<Vec<Mark>, Error> {
    let tick = to == DayState::Complete;
    // Of several the others are not done by halves, and whoever named them may wonder.
    let rest = if refs.len() > 1 { " Nothing was recorded." } else { "" };
    let mut all = Vec::new();
    for word in refs {
        let found = match reference::find_days(study.plan(), word) {
            Some(days) => days.map(|days| days.into_iter().map(Named::Day).collect()),
            None => reference::find(study, word).map(|named| vec![named]),
        };
        all.extend(found.map_err(|sentence| Error::Refused(format!("{sentence}{rest}")))?);
    }
    let (day_is, item_is) = if tick { ("complete", "ticked") } else { ("open", "open") };
    let item = |id: &ItemId, is_ticked: bool, name: &str, text: &str| {
        let new = (is_ticked != tick).then(|| Mark::Item(id.clone()));
        (Vec::from_iter(new), format!("{name} “{}” is {item_is} already.", shortened(text, 48)))
    };
    let (mut marks, mut known) = (Vec::new(), HashSet::new());
    for one in all {
        let (new, said) = match &one {
            Named::Day(day) => {
                let is_new = |task: &&Task| study.is_done(day, task) != tick && (!tick || day.counts(task));
                let new = if !tick && study.state(day) == DayState::Skipped {
                    vec![Mark::Day(day.id().clone())]
                } else {
                    day.tasks().iter().filter(is_new).map(|task| Mark::Item(task.id().clone())).collect()
                };
                (new, format!("{}, is {day_is} already.", capitalised(&named(day))))
            }
            Named::Task(day, task) => item(task.id(), study.is_done(day, task), &words::number(day, task), task.text),
            Named::Own(day, task) => {
                item(&task.id, task.done.is_some(), &format!("{}.{}", day.no(), task.number), &task.text)
            }
            Named::Question(question) => {
                let name = question.name();
                let sentence = format!(
                    "{name} is a question, which is answered and not ticked: write `ninety recall {name} right`.{rest}"
                );
                return Err(Error::Refused(sentence));
            }
            Named::Check(week, check) => {
                let name = week.milestone.as_ref().map(|milestone| reference::check_name(milestone, check));
                item(check.id(), study.checked(week, check).is_some(), &name.unwrap_or_default(), check.text)
            }
        };
        if new.is_empty() {
            call.print(&said);
        }
        marks.extend(new.into_iter().filter(|mark| known.insert(mark.as_str().to_owned())));
    }
    Ok(marks)
}

/// Returns a sentence for the days that have become complete, and what comes next.
fn completed(study: &Study, before: &[DayState]) -> Option<String> {
    let days = study.plan().days().iter().zip(before);
    let new = days.filter(|(day, before)| **before != DayState::Complete && study.state(day) == DayState::Complete);
    let new: Vec<&Day> = new.map(|(day, _)| day).collect();
    new.last()?;
    let next = match study.current_day() {
        Some(next) => format!("Next: {}.", named(next)),
        None => format!("{FINISHED} now."),
    };
    Some(if let [day] = new.as_slice() {
        format!("{}, is complete. {next}", capitalised(&named(day)))
    } else {
        let numbers: Vec<_> = new.iter().map(|day| day.no()).collect();
        format!("{} are complete. {next}", capitalised(&words::day_numbers(&numbers)))
    })
}

fn open_checks(study: &Study) -> Vec<usize> {
    study.plan().weeks().iter().map(|week| study.open_checks(week).count()).collect()
}

pub(super) fn log(call: &mut Call, time: &str, day: Option<&str>, on: Option<&str>, set: bool) -> Result<u8, Error> {
    let minutes = typed::minutes_word(time).ok_or_else(|| {
        let shown = visible(time);
        misused("log", &format!("\"{shown}\" is no time to log. {}", typed::MINUTES_WANTED))
    })?;
    let mut session = call.session()?;
    let study = session.study();
    let on = earlier("log", study, on)?;
    let day = day_meant(study, day, "ninety log 45 #")?;
    let added = || Fact::Minutes { day: day.id().clone(), minutes, over: Vec::new() };
    let Some(fact) = (if set { study.minutes_set(day, minutes) } else { Some(added()) }) else {
        call.print(&nothing_new(&format!("{}, has {minutes} min", named(day))));
        return Ok(0);
    };
    let sentence = call.record(&mut session, Record { facts: vec![fact], on })?;
    let all = session.study().day(day.no()).minutes();
    let sum = if all > minutes { format!("; {all} min in all") } else { String::new() };
    call.print(&format!("{sentence}{sum}.\n{BACK}"));
    Ok(0)
}

pub(super) fn add(call: &mut Call, words: &[String], day: Option<&str>) -> Result<u8, Error> {
    let mut session = call.session()?;
    let study = session.study();
    let (number, words) = day_and_text(words, day);
    let day = day_meant(study, day.or(number.as_deref()), "ninety add # \"TEXT\"")?;
    let fact = study.added(day, &pasted(&words.join(" "))).map_err(Error::Refused)?;
    let sentence = call.record(&mut session, fact)?;
    let number = session.study().own_tasks(day.no()).last().map_or(0, |task| task.number);
    call.print(&format!("{sentence}, as {}.{number}.\n{BACK}", day.no()));
    Ok(0)
}

pub(super) fn link(call: &mut Call, week: &str, url: &str) -> Result<u8, Error> {
    let url = url.trim();
    if !is_web_address(url) {
        let what = format!("\"{}\" is no address of the web", visible(url));
        return Err(misused("link", &format!("{what}: write one that begins with http:// or https://.")));
    }
    let mut session = call.session()?;
    let week = week_named(session.study().plan(), week)?;
    let name = name_of(week);
    if week.milestone.is_none() {
        let none = words::no_milestone(week);
        return Err(Error::Refused(format!("{none}, so there is nothing to link; `ninety plan` shows the weeks.")));
    }
    if let Some(fact) = session.study().linked(week, url) {
        return call.recorded(&mut session, fact);
    }
    call.print(&nothing_new(&format!("{name}, has that link")));
    Ok(0)
}

pub(super) fn undo(call: &mut Call) -> Result<u8, Error> {
    let mut session = call.session()?;
    let fact = session.study().undone(&[]).map(|(fact, _)| fact);
    let sentence = call.record(&mut session, fact.ok_or(Error::Refused("There is nothing to take back.".into()))?)?;
    call.print(&format!("{sentence}.\nBring it back with: ninety redo"));
    Ok(0)
}

pub(super) fn redo(call: &mut Call) -> Result<u8, Error> {
    let mut session = call.session()?;
    let fact = session.study().redone(&[]).map(|(fact, _)| fact);
    let none = "There is nothing to bring back: the last thing recorded was not an undo.";
    call.recorded(&mut session, fact.ok_or(Error::Refused(none.into()))?)
}
