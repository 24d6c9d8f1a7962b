//! The verbs of the schedule: the start, the pace, breaks, and days that are left out.

use super::args::{self, Form};
use super::call::{BACK, Call};
use super::help::misused;
use super::named::{day_named, earlier};
use crate::describe;
use crate::error::Error;
use crate::journal::{Break, Fact, Record, Terms, Weekdays};
use crate::page::schedule as report;
use crate::plan::{Day, DayNo};
use crate::study::{DayState, Session, Study, reference};
use crate::text::{capitalised, pasted};
use crate::typed;
use crate::words::{self, FINISHED};
use chrono::NaiveDate;

/// Sets the start and what else is named; where there is no goal yet, also the one that is proposed.
pub(super) fn start(call: &mut Call, date: Option<&str>, asked: &args::Terms, dry_run: bool) -> Result<u8, Error> {
    let mut session = call.session()?;
    let study = session.study();
    let (today, known) = (study.today(), study.fold().terms);
    let wanted = terms(asked, "start", today)?;
    let start = match date {
        Some(word) => Some(typed::start_word(word, today).map_err(|sentence| misused("start", &sentence))?),
        None => known.start.is_none().then_some(today),
    };
    let at = asked.at.as_ref().map(|word| day_named(study, word).map(Day::no)).transpose()?;
    let wanted = Terms { start, ..wanted };
    let mut record = study.changed(wanted, at, Vec::new());
    if wanted.goal.is_none() && known.goal.is_none() {
        let schedule = record.as_ref().map_or_else(|| study.schedule().clone(), |record| study.preview(record));
        let goal = schedule.proposed_goal();
        record = study.changed(Terms { goal, ..wanted }, at, Vec::new());
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
    let stays = known.goal.filter(|_| wanted.goal.is_none());
    let stays =
        stays.map(|goal| format!("The goal stays {}; `ninety pace --goal DATE` changes it.", words::date(goal)));
    made(call, &mut session, &Change { more: stays, ..Change::of(record, dry_run) })
}

pub(super) fn pace(call: &mut Call, asked: &args::Terms, dry_run: bool, form: &Form) -> Result<u8, Error> {
    let mut session = call.session()?;
    let study = session.study();
    let wanted = terms(asked, "pace", study.today())?;
    let at = asked.at.as_ref().map(|word| day_named(study, word).map(Day::no)).transpose()?;
    let is_new = wanted != Terms::default() || at.is_some();
    if is_new {
        some_day_is_open(study)?;
    }
    if let Some(record) = study.changed(wanted, at, Vec::new()).filter(|_| is_new) {
        return made(call, &mut session, &Change { json: form.json, ..Change::of(record, dry_run) });
    }
    if is_new && !form.json {
        let stays = at.and_then(|at| stay_skipped(study, at));
        call.print(stays.as_deref().unwrap_or("Nothing is new: the schedule is so already."));
    } else {
        call.report(form, || report::page(study), || report::json(study, study.schedule(), None));
    }
    Ok(0)
}

pub(super) fn back(call: &mut Call, word: &str, dry_run: bool) -> Result<u8, Error> {
    let mut session = call.session()?;
    let study = session.study();
    let date = off(word, study.today())?;
    let record = study.changed(Terms::default(), None, study.back_on(date)).ok_or_else(|| {
        let on = format!("There is no break on {}, so there is nothing to end", words::date(date));
        Error::Refused(format!("{on}; `ninety pace` lists the breaks to come."))
    })?;
    made(call, &mut session, &Change::of(record, dry_run))
}

fn off(word: &str, today: NaiveDate) -> Result<NaiveDate, Error> {
    typed::date_word(word, today).map_err(|sentence| misused("away", &sentence))
}

pub(super) fn away(
    call: &mut Call,
    from: &str,
    until: &str,
    because: Option<&str>,
    dry_run: bool,
) -> Result<u8, Error> {
    let mut session = call.session()?;
    let study = session.study();
    let (from, until) = (off(from, study.today())?, off(until, study.today())?);
    if until < from {
        let (from, until) = (words::date(from), words::date(until));
        let sentence = format!("The break ends on {until}, before it begins on {from}: write the earlier date first.");
        return Err(misused("away", &sentence));
    }
    some_day_is_open(study)?;
    let around = study.schedule().dates.break_on(from).filter(|around| around.until >= until);
    let Some(mut record) = study.changed(Terms::default(), None, vec![Break { from, until }]) else {
        call.print("Nothing is new: that break is set already.");
        return Ok(0);
    };
    for fact in &mut record.facts {
        if let Fact::Away(_, why) = fact {
            *why = reason(because);
        }
    }
    let stands = study.fold().breaks().any(|pause| pause.from == from);
    let lasting = around.filter(|_| !stands).map(|Break { from, until }| describe::lasting(from, until));
    let within = lasting.map(|lasting| format!("It lies in the break {lasting}, so no date moves."));
    made(call, &mut session, &Change { more: within, ..Change::of(record, dry_run) })
}

pub(super) fn skip(
    call: &mut Call,
    named: &[String],
    because: Option<&str>,
    on: Option<&str>,
    dry_run: bool,
) -> Result<u8, Error> {
    let mut session = call.session()?;
    let study = session.study();
    let on = earlier("skip", study, on)?;
    let mut days: Vec<&Day> = Vec::new();
    for word in named {
        match reference::find_days(study.plan(), word) {
            Some(all) => days.extend(all.map_err(Error::Refused)?),
            None => days.push(day_named(study, word)?),
        }
    }
    days.sort_by_key(|day| day.no());
    days.dedup_by_key(|day| day.no());
    let numbers: Vec<DayNo> = days.iter().map(|day| day.no()).collect();
    let fact = match study.skipped(&numbers, &reason(because)) {
        Ok(fact) => fact,
        Err(sentence) if days.iter().any(|day| study.state(day) == DayState::Skipped) => {
            call.print(&sentence);
            return Ok(0);
        }
        Err(sentence) => return Err(Error::Refused(sentence)),
    };
    let what = if numbers.len() == 1 { "it" } else { "them" };
    let builds = words::building_on(what, &study.relying_on(&numbers));
    let builds = builds.map(|builds| format!("{}.", capitalised(&builds)));
    let complete: Vec<DayNo> = numbers.iter().copied().filter(|no| study.day(*no).completed.is_some()).collect();
    if !complete.is_empty() {
        let stay = if complete.len() == 1 { "is complete and stays so" } else { "are complete and stay so" };
        call.print(&format!("{} {stay}.", capitalised(&words::day_numbers(&complete))));
    }
    let mut change = Change { more: builds, ..Change::of(Record { facts: vec![fact], on }, dry_run) };
    if let [day] = numbers.as_slice() {
        change.back = format!("Bring it back with: ninety reopen {day}");
    }
    made(call, &mut session, &change)
}

struct Change {
    record: Record,
    more: Option<String>,
    back: String,
    dry_run: bool,
    json: bool,
}

impl Change {
    fn of(record: Record, dry_run: bool) -> Self {
        Self { record, more: None, back: BACK.to_owned(), dry_run, json: false }
    }
}

fn made(call: &mut Call, session: &mut Session, change: &Change) -> Result<u8, Error> {
    let before = session.study().schedule().clone();
    let (said, after) = if change.dry_run {
        let would = describe::record(session.study(), &change.record);
        (format!("Nothing is recorded. It would be: {would}"), session.study().preview(&change.record))
    } else {
        (call.record(session, change.record.clone())?, session.study().schedule().clone())
    };
    let study = session.study();
    let form = Form { json: change.json };
    if !form.json {
        call.print(&format!("{said}."));
    }
    let json = || report::json(study, &after, Some(&before));
    call.report(&form, || report::change(study, &before, &after), json);
    let over = study.current_day().is_none().then(|| format!("{FINISHED} now."));
    let back = (!change.dry_run).then(|| change.back.clone());
    for line in over.into_iter().chain(change.more.clone()).chain(back).filter(|_| !form.json) {
        call.print(&line);
    }
    Ok(0)
}

fn stay_skipped(study: &Study, at: DayNo) -> Option<String> {
    let begins = study.current_day().map(Day::no).filter(|current| at < *current)?;
    let between = study.plan().days().iter().filter(|day| (at..begins).contains(&day.no()));
    let skipped = between.filter(|day| study.state(day) == DayState::Skipped).map(Day::no);
    let skipped: Vec<DayNo> = skipped.collect();
    let (first, last) = (skipped.first()?, skipped.last()?);
    let stay = if skipped.len() == 1 { "stays" } else { "stay" };
    let names = capitalised(&words::day_numbers(&skipped));
    Some(format!("{names} {stay} skipped; `ninety reopen {first}-{last}` brings back what was skipped."))
}

fn some_day_is_open(study: &Study) -> Result<(), Error> {
    let last = study.plan().last_day().no();
    let none = || format!("{FINISHED}, so there is nothing to lay out; `ninety reopen {last}` brings a day back.");
    study.current_day().map(drop).ok_or_else(|| Error::Refused(none()))
}

fn reason(because: Option<&str>) -> String {
    pasted(because.unwrap_or_default()).replace('\n', " ").trim().to_owned()
}

fn terms(args: &args::Terms, verb: &str, today: NaiveDate) -> Result<Terms, Error> {
    let wrong = |sentence: String| misused(verb, &sentence);
    let minutes = args.minutes.as_deref().map(typed::day_minutes_word).transpose();
    let goal = args.goal.as_deref().map(|word| typed::date_word(word, today)).transpose();
    Ok(Terms {
        start: None,
        days: args.days.as_deref().map(weekdays).transpose().map_err(wrong)?,
        minutes: minutes.map_err(wrong)?,
        by: args.by.as_deref().and_then(|word| word.parse().ok()),
        goal: goal.map_err(wrong)?,
    })
}

fn weekdays(word: &str) -> Result<Weekdays, String> {
    let Ok(count) = word.trim().parse::<u32>() else { return word.parse() };
    Weekdays::preset(count).ok_or_else(|| {
        let days = words::study_days(count);
        format!("{days} a week is no choice: write a number from 3 to 7, or weekdays such as mon,thu.")
    })
}
