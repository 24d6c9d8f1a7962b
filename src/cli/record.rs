//! The verbs that record: what is asked for becomes one entry, and what it changed is said, with the way back.
//!
//! Deliberately absent: notes and the schedule, which have files of their own, and how a fact reaches the disk.

use super::Call;
use super::arguments::misused;
use super::read::{day_named, week_named};
use crate::describe;
use crate::error::Error;
use crate::journal::{Fact, Mark, Record};
use crate::plan::{Check, Day, ItemId, Task, Week};
use crate::reference::{self, Named};
use crate::study::{DayState, Session, Study};
use crate::text::{capitalised, is_web_address, shortened, visible};
use crate::typed;
use crate::words::{self, FINISHED, milestone_named, named, nothing_new, week_called};
use chrono::NaiveDate;
use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

impl Call<'_> {
    /// Records facts and returns their sentence, without its full stop. An error means that they are not known to be
    /// saved.
    pub(super) fn record(
        &mut self,
        session: &mut Session,
        record: impl Into<Record>,
    ) -> Result<String, Error> {
        // A limit on file sizes then ends in an error that can be told, not in the end of the program.
        let ignored = Arc::new(AtomicBool::new(false));
        drop(signal_hook::flag::register(signal_hook::consts::SIGXFSZ, ignored));
        let key = session.record(record, self.env.now(), self.env.random())?;
        self.recorded = true;
        if let Some(caveat) = session.files().caveat() {
            self.say(&format!("ninety: {caveat}."));
        }
        let entry = session.study().journal().get(key);
        Ok(entry.map_or(String::new(), |entry| describe::entry(session.study(), &entry)))
    }

    /// Records facts, and says so with the way back.
    fn recorded(&mut self, session: &mut Session, record: impl Into<Record>) -> Result<u8, Error> {
        let sentence = self.record(session, record)?;
        self.print(&format!("{sentence}."));
        self.print(BACK);
        Ok(0)
    }
}

/// The way back from whatever was recorded last.
pub(super) const BACK: &str = "Take it back with: ninety undo";

/// Reads the earlier date that something counts for; none where it is today.
pub(super) fn earlier_named(
    call: &Call,
    study: &Study,
    verb: &str,
) -> Result<Option<NaiveDate>, Error> {
    call.text("on").map_or(Ok(None), |word| earlier(word, study, verb))
}

/// Reads an earlier date; none where it is today.
pub(super) fn earlier(word: &str, study: &Study, verb: &str) -> Result<Option<NaiveDate>, Error> {
    let today = study.today();
    let date = typed::date_word(word, today).map_err(|sentence| misused(verb, &sentence))?;
    if date > today {
        let date = words::date(date);
        let sentence = format!("{date} is still to come: --on takes today or an earlier date.");
        return Err(misused(verb, &sentence));
    }
    Ok(Some(date).filter(|date| *date < today))
}

/// Ticks tasks and checks.
pub(super) fn done(call: &mut Call) -> Result<u8, Error> {
    let mut session = call.session()?;
    let study = session.study();
    let on = earlier_named(call, study, "done")?;
    let mut marks = Marks::default();
    for named in all_named(call, study)? {
        let is_new = match named {
            Named::Day(day) => {
                let open = day.required().filter(|task| !study.is_done(day, task));
                marks.add(open.map(Task::id))
            }
            Named::Task(day, task) => {
                marks.add(Some(task.id()).filter(|_| !study.is_done(day, task)))
            }
            Named::Check(week, check) => {
                marks.add(Some(check.id()).filter(|_| study.checked(week, check).is_none()))
            }
        };
        if !is_new {
            call.print(&match named {
                Named::Day(day) => {
                    format!("{}, is complete already.", capitalised(&self::named(day)))
                }
                Named::Task(day, task) => format!("{} is ticked already.", task_named(day, task)),
                Named::Check(week, check) => {
                    format!("{} is ticked already.", check_named(week, check))
                }
            });
        }
    }
    if marks.all.is_empty() {
        return Ok(0);
    }
    let (states, open) = (study.states(), open_checks(study));
    let record = Record { facts: vec![Fact::Done(marks.all)], on };
    let sentence = call.record(&mut session, record)?;
    call.print(&format!("{sentence}."));
    for line in
        completed(session.study(), &states).into_iter().chain(checked(session.study(), &open))
    {
        call.print(&line);
    }
    call.print(BACK);
    Ok(0)
}

/// Unticks tasks and checks, and brings skipped days back.
pub(super) fn reopen(call: &mut Call) -> Result<u8, Error> {
    let mut session = call.session()?;
    let study = session.study();
    let mut marks = Marks::default();
    for named in all_named(call, study)? {
        let is_new = match named {
            Named::Day(day) if study.state(day) == DayState::Skipped => {
                marks.push(Mark::Day(day.id().clone()));
                true
            }
            Named::Day(day) => {
                let ticked = day.tasks().iter().filter(|task| study.is_done(day, task));
                marks.add(ticked.map(Task::id))
            }
            Named::Task(day, task) => {
                marks.add(Some(task.id()).filter(|_| study.is_done(day, task)))
            }
            Named::Check(week, check) => {
                marks.add(Some(check.id()).filter(|_| study.checked(week, check).is_some()))
            }
        };
        if !is_new {
            call.print(&match named {
                Named::Day(day) => format!("{}, is open already.", capitalised(&self::named(day))),
                Named::Task(day, task) => format!("{} is open already.", task_named(day, task)),
                Named::Check(week, check) => {
                    format!("{} is open already.", check_named(week, check))
                }
            });
        }
    }
    if marks.all.is_empty() { Ok(0) } else { call.recorded(&mut session, Fact::Open(marks.all)) }
}

/// Finds everything that the command names; the first word that names nothing is an error, before anything is recorded.
fn all_named(call: &Call, study: &Study) -> Result<Vec<Named<'static>>, Error> {
    let words = call.texts("refs");
    // Of several the others are not done by halves, and whoever named them may wonder.
    let rest = if words.len() > 1 { " Nothing was recorded." } else { "" };
    let mut all = Vec::new();
    for word in &words {
        let found = match reference::find_days(study.plan(), word) {
            Some(days) => days.map(|days| days.into_iter().map(Named::Day).collect()),
            None => reference::find(study.plan(), word).map(|named| vec![named]),
        };
        all.extend(found.map_err(|sentence| Error::Refused(format!("{sentence}{rest}")))?);
    }
    Ok(all)
}

/// What is ticked or unticked by one command, each once.
#[derive(Default)]
struct Marks {
    all: Vec<Mark>,
    known: HashSet<String>,
}

impl Marks {
    fn push(&mut self, mark: Mark) {
        if self.known.insert(mark.as_str().to_owned()) {
            self.all.push(mark);
        }
    }

    /// Adds these; tells whether there is any, named before or not.
    fn add<'p>(&mut self, ids: impl IntoIterator<Item = &'p ItemId>) -> bool {
        let mut is_any = false;
        for id in ids {
            is_any = true;
            self.push(Mark::Item(id.clone()));
        }
        is_any
    }
}

fn check_named(week: &Week, check: &Check) -> String {
    let name = week.milestone.as_ref().map(|milestone| reference::check_name(milestone, check));
    format!("{} “{}”", name.unwrap_or_default(), shortened(check.text, 48))
}

fn task_named(day: &Day, task: &Task) -> String {
    format!("{} “{}”", words::number(day, task), shortened(task.text, 48))
}

/// Returns a sentence for each day that has become complete, and what comes next.
fn completed(study: &Study, before: &[DayState]) -> Vec<String> {
    let days = study.plan().days().iter().zip(before);
    let new = days.filter(|(day, before)| {
        **before != DayState::Complete && study.state(day) == DayState::Complete
    });
    let new: Vec<&Day> = new.map(|(day, _)| day).collect();
    let Some(last) = new.last() else { return Vec::new() };
    let next = match study.next_day(last.no()) {
        Some(next) => format!("Next: {}.", named(next)),
        None => format!("{FINISHED} now."),
    };
    if let [day] = new.as_slice() {
        return vec![format!("{}, is complete. {next}", capitalised(&named(day)))];
    }
    let numbers: Vec<_> = new.iter().map(|day| day.no()).collect();
    vec![format!("{} are complete. {next}", capitalised(&words::day_numbers(&numbers)))]
}

fn open_checks(study: &Study) -> Vec<usize> {
    study.plan().weeks().iter().map(|week| study.open_checks(week).count()).collect()
}

/// Returns a sentence for each milestone whose last check is ticked now.
fn checked(study: &Study, before: &[usize]) -> Vec<String> {
    let weeks = study.plan().weeks().iter().zip(before);
    let new = weeks.filter(|(week, open)| **open > 0 && study.open_checks(week).next().is_none());
    let sentence = |(week, _): (&Week, &usize)| {
        let milestone = week.milestone.as_ref()?;
        Some(format!("Every check of {}, is ticked.", milestone_named(week, milestone)))
    };
    new.filter_map(sentence).collect()
}

/// Logs minutes.
pub(super) fn log(call: &mut Call) -> Result<u8, Error> {
    let word = call.text("minutes").unwrap_or_default().to_owned();
    let minutes = typed::minutes_word(&word).ok_or_else(|| {
        let shown = visible(&word);
        misused("log", &format!("\"{shown}\" is no time to log. {}", typed::MINUTES_WANTED))
    })?;
    let mut session = call.session()?;
    let on = earlier_named(call, session.study(), "log")?;
    let day = day_meant(session.study(), call.text("day"), "ninety log 45 17")?;
    let fact = Fact::Minutes { day: day.id().clone(), minutes, over: Vec::new() };
    let sentence = call.record(&mut session, Record { facts: vec![fact], on })?;
    let all = session.study().day(day.no()).minutes();
    let sum = if all > minutes { format!("; {all} min in all") } else { String::new() };
    call.print(&format!("{sentence}{sum}."));
    call.print(BACK);
    Ok(0)
}

/// Records an address that shows a week's milestone. It is never opened.
pub(super) fn link(call: &mut Call) -> Result<u8, Error> {
    let url = call.text("url").unwrap_or_default().trim().to_owned();
    if !is_web_address(&url) {
        let sentence = format!(
            "\"{}\" is no address of the web: write one that begins with http:// or https://.",
            visible(&url)
        );
        return Err(misused("link", &sentence));
    }
    let mut session = call.session()?;
    let study = session.study();
    let week = week_named(study.plan(), call.text("week").unwrap_or_default())?;
    let name = week_called(week.no().get().into(), week.title);
    if week.milestone.is_none() {
        return Err(Error::Refused(format!(
            "There is no milestone in {name}, so there is nothing to link; `ninety plan` shows the weeks."
        )));
    }
    if let Some(fact) = study.linked(week, &url) {
        return call.recorded(&mut session, fact);
    }
    call.print(&nothing_new(&format!("{name}, has that link")));
    Ok(0)
}

/// Returns the day that a word names, or the one the learner is at; `example` is a command line that names one.
pub(super) fn day_meant(
    study: &Study,
    word: Option<&str>,
    example: &str,
) -> Result<&'static Day, Error> {
    match word {
        Some(word) => day_named(study.plan(), word),
        None => study
            .day_at_hand()
            .ok_or_else(|| Error::Refused(format!("{FINISHED}: name the day, as in `{example}`."))),
    }
}

/// Takes the last entry back.
pub(super) fn undo(call: &mut Call) -> Result<u8, Error> {
    let mut session = call.session()?;
    let Some((fact, _)) = session.study().undone(&[]) else {
        return Err(Error::Refused("There is nothing to take back.".to_owned()));
    };
    let sentence = call.record(&mut session, fact)?;
    call.print(&format!("{sentence}."));
    call.print("Bring it back with: ninety redo");
    Ok(0)
}

/// Takes the last undo back.
pub(super) fn redo(call: &mut Call) -> Result<u8, Error> {
    let mut session = call.session()?;
    let Some((fact, _)) = session.study().redone(&[]) else {
        return Err(Error::Refused(
            "There is nothing to bring back: the last thing recorded was not an undo.".to_owned(),
        ));
    };
    call.recorded(&mut session, fact)
}
