//! The verbs that record: a wish becomes one entry, and what it changed is told, with the way back.
//!
//! Deliberately absent: notes and the schedule, which have rooms of their own, and how a fact reaches the disk.

use super::Call;
use super::arguments::misused;
use super::read::day_named;
use crate::error::Error;
use crate::journal::{Entry, Fact, Mark};
use crate::plan::{Criterion, Day, ItemId, Task, Week};
use crate::study::milestones::Proof;
use crate::study::reference::{self, Named};
use crate::study::{DayState, Session, Study, calendar, told};
use crate::text::capitalised;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

impl Call<'_> {
    /// Records a fact and tells it. An error means that it is not known to be saved.
    pub(super) fn record(&mut self, session: &mut Session, fact: Fact) -> Result<Entry, Error> {
        // A limit on file sizes then ends in an error that can be told, not in the end of the program.
        let ignored = Arc::new(AtomicBool::new(false));
        drop(signal_hook::flag::register(signal_hook::consts::SIGXFSZ, ignored));
        let entry = session.record(fact, self.env.now(), self.env.random())?;
        self.recorded = true;
        if let Some(caveat) = session.files().caveat() {
            self.say(&format!("ninety: {caveat}."));
        }
        Ok(entry)
    }

    /// Records a fact, tells it as a sentence, and then what follows from it and how to take it back.
    pub(super) fn recorded(
        &mut self,
        session: &mut Session,
        fact: Fact,
        follows: fn(&Study, &Study) -> Vec<String>,
    ) -> Result<u8, Error> {
        let before = session.study().clone();
        let entry = self.record(session, fact)?;
        self.print(&format!("{}.", told::entry(session.study(), &entry)));
        for line in follows(&before, session.study()) {
            self.print(&line);
        }
        self.print(BACK);
        Ok(0)
    }
}

/// The way back from whatever was recorded last.
pub(super) const BACK: &str = "Take it back with: ninety undo";

/// Ticks tasks.
pub(super) fn done(call: &mut Call) -> Result<u8, Error> {
    let mut session = call.session()?;
    let (mut marks, mut already) = (Vec::new(), Vec::new());
    let study = session.study();
    for named in all_named(call, study)? {
        let before = marks.len();
        match named {
            Named::Day(day) => {
                add(&mut marks, day.required().filter(|task| !study.is_done(day, task)));
            }
            Named::Task(day, task) => {
                add(&mut marks, Some(task).filter(|task| !study.is_done(day, task)));
            }
            Named::Criterion(week, criterion) => {
                let is_open = study.kept(week).met(criterion).is_none();
                mark(&mut marks, Some(criterion.id()).filter(|_| is_open));
            }
        }
        let is_new = marks.len() > before || names_marked(named, &marks);
        if !is_new {
            already.push(match named {
                Named::Day(day) if study.state(day) == DayState::Skipped => {
                    format!("{}, is ticked already, and skipped.", capitalised(&told::named(day)))
                }
                Named::Day(day) => {
                    format!("{}, is complete already.", capitalised(&told::named(day)))
                }
                Named::Task(day, task) => format!("{} is ticked already.", task_named(day, task)),
                Named::Criterion(week, criterion) => {
                    format!("{} is met already.", criterion_named(week, criterion))
                }
            });
        }
    }
    for line in &already {
        call.print(line);
    }
    if marks.is_empty() { Ok(0) } else { call.recorded(&mut session, Fact::Done(marks), followed) }
}

/// Unticks tasks, and brings skipped days back.
pub(super) fn open(call: &mut Call) -> Result<u8, Error> {
    let mut session = call.session()?;
    let (mut marks, mut already) = (Vec::new(), Vec::new());
    let study = session.study();
    for named in all_named(call, study)? {
        let before = marks.len();
        match named {
            Named::Day(day) if study.state(day) == DayState::Skipped => {
                let mark = Mark::Day(day.id().clone());
                if !marks.contains(&mark) {
                    marks.push(mark);
                }
                continue;
            }
            Named::Day(day) => {
                add(&mut marks, day.tasks().iter().filter(|task| study.is_done(day, task)));
            }
            Named::Task(day, task) => {
                add(&mut marks, Some(task).filter(|task| study.is_done(day, task)));
            }
            Named::Criterion(week, criterion) => {
                let is_met = study.kept(week).met(criterion).is_some();
                mark(&mut marks, Some(criterion.id()).filter(|_| is_met));
            }
        }
        if marks.len() == before && !names_marked(named, &marks) {
            already.push(match named {
                Named::Day(day) => format!("{}, is open already.", capitalised(&told::named(day))),
                Named::Task(day, task) => format!("{} is open already.", task_named(day, task)),
                Named::Criterion(week, criterion) => {
                    format!("{} is open already.", criterion_named(week, criterion))
                }
            });
        }
    }
    for line in &already {
        call.print(line);
    }
    if marks.is_empty() {
        Ok(0)
    } else {
        call.recorded(&mut session, Fact::Open(marks), |_, _| Vec::new())
    }
}

/// Finds everything that the command names; the first word that names nothing is an error, before anything is recorded.
fn all_named(call: &Call, study: &Study) -> Result<Vec<Named<'static>>, Error> {
    let words = call.texts("refs");
    // Of several the others are not done by halves, and whoever named them may wonder.
    let rest = if words.len() > 1 { " Nothing was recorded." } else { "" };
    let refused = |sentence| Error::Refused(format!("{sentence}{rest}"));
    words.iter().map(|word| reference::find(study.plan(), word).map_err(refused)).collect()
}

fn add<'p>(marks: &mut Vec<Mark>, tasks: impl IntoIterator<Item = &'p Task>) {
    mark(marks, tasks.into_iter().map(Task::id));
}

fn mark<'p>(marks: &mut Vec<Mark>, ids: impl IntoIterator<Item = &'p ItemId>) {
    for id in ids {
        let mark = Mark::Item(id.clone());
        if !marks.contains(&mark) {
            marks.push(mark);
        }
    }
}

fn criterion_named(week: &Week, criterion: &Criterion) -> String {
    let text = crate::text::shortened(&criterion.text, 48);
    let milestone = week.milestone.as_ref();
    let name = milestone.map(|milestone| reference::criterion_name(milestone, criterion));
    format!("{} “{text}”", name.unwrap_or_default())
}

/// Tells whether an earlier word of the same command names something of this already.
fn names_marked(named: Named, marks: &[Mark]) -> bool {
    let marked = |task: &Task| marks.iter().any(|mark| mark.as_str() == task.id().as_str());
    match named {
        Named::Day(day) => day.tasks().iter().any(marked),
        Named::Task(_, task) => marked(task),
        Named::Criterion(_, criterion) => {
            marks.iter().any(|mark| mark.as_str() == criterion.id().as_str())
        }
    }
}

/// Returns a sentence for each day that has become complete, or would have if it were not skipped.
fn followed(before: &Study, after: &Study) -> Vec<String> {
    let (mut complete, mut skipped, mut last) = (Vec::new(), Vec::new(), None);
    let changed = |day: &&Day| before.progress().count(day) != after.progress().count(day);
    for day in after.plan().days().iter().filter(changed) {
        let name = capitalised(&told::named(day));
        match after.state(day) {
            DayState::Complete => {
                complete.push(format!("{name}, is complete."));
                last = Some(day);
            }
            DayState::Skipped => {
                skipped.push(format!(
                    "{name}, stays skipped; bring it back with: ninety open {}",
                    day.no()
                ));
            }
            DayState::Open | DayState::Begun => {}
        }
    }
    if let (Some(day), Some(line)) = (last, complete.last_mut()) {
        line.push_str(&next(after, day));
    }
    complete.extend(skipped);
    complete.extend(proven(before, after));
    complete
}

/// Returns a sentence for each milestone whose last criterion is met now.
fn proven(before: &Study, after: &Study) -> Vec<String> {
    let proof = |study: &Study, week| study.proof(week) == Proof::Proven;
    let weeks = after.plan().weeks().iter();
    let new = weeks.filter(|week| proof(after, week) && !proof(before, week));
    let sentence = |week: &Week| {
        let milestone = week.milestone.as_ref()?;
        Some(format!("Every criterion of {}, is met.", told::milestone_named(week, milestone)))
    };
    new.filter_map(sentence).collect()
}

/// Returns what comes after a day, as a sentence behind another one.
fn next(study: &Study, day: &Day) -> String {
    match study.next_day(day.no()) {
        Some(next) => format!(" Next: {}.", told::named(next)),
        None => format!(" {} now.", told::FINISHED),
    }
}

/// Logs minutes.
pub(super) fn log(call: &mut Call) -> Result<u8, Error> {
    let word = call.text("minutes").unwrap_or_default().to_owned();
    let minutes = calendar::minutes_word(&word).ok_or_else(|| {
        let shown = crate::text::visible(&word);
        misused("log", &format!("\"{shown}\" is no time to log. {}", calendar::MINUTES_WANTED))
    })?;
    let mut session = call.session()?;
    let day = day_meant(session.study(), call.text("day"), "ninety log 45 17")?;
    let entry = call.record(&mut session, Fact::Minutes { day: day.id().clone(), minutes })?;
    let study = session.study();
    let all = study.progress().day(day.no()).minutes();
    let sum = if all > minutes { format!("; {all} min in all") } else { String::new() };
    call.print(&format!("{}{sum}.", told::entry(study, &entry)));
    call.print(BACK);
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
        None => study.day_at_hand().ok_or_else(|| {
            Error::Refused(format!("{}: name the day, as in `{example}`.", told::FINISHED))
        }),
    }
}

/// Takes the last entry back.
pub(super) fn undo(call: &mut Call) -> Result<u8, Error> {
    let mut session = call.session()?;
    let Some((fact, _)) = session.study().undone(&[]) else {
        return Err(Error::Refused("There is nothing to take back.".to_owned()));
    };
    let entry = call.record(&mut session, fact)?;
    call.print(&format!("{}.", told::entry(session.study(), &entry)));
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
    call.recorded(&mut session, fact, |_, _| Vec::new())
}

fn task_named(day: &Day, task: &Task) -> String {
    format!("{} “{}”", told::number(day, task), crate::text::shortened(&task.text, 48))
}
