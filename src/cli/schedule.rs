//! The verbs of the schedule: the start, the pace, and the moves that lay the remaining days out anew.
//!
//! Deliberately absent: what a move changes (`study::replan`) and how that is laid out (`pace`).

use super::arguments::misused;
use super::page::Page;
use super::read::day_named;
use super::record::BACK;
use super::{Call, pace, print::counted};
use crate::error::Error;
use crate::journal::{Budget, By, Fact, Weekdays};
use crate::plan::{Day, DayNo};
use crate::study::replan::{Preview, Replan};
use crate::study::report::pace::{Change, PaceReport};
use crate::study::told::{self, moves};
use crate::study::{DayState, Session, Study, calendar, report};
use crate::text::capitalised;
use chrono::NaiveDate;

/// A move that `replan` knows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Move {
    Continue,
    KeepEnd,
    Skip,
    Pace,
}

impl Move {
    /// Every move with its word.
    pub(super) const ALL: [(&str, Self); 4] = [
        ("continue", Self::Continue),
        ("keep-end", Self::KeepEnd),
        ("skip", Self::Skip),
        ("pace", Self::Pace),
    ];
}

/// Sets the start.
pub(super) fn start(call: &mut Call) -> Result<u8, Error> {
    let asked = pacing(call, "start")?;
    let mut session = call.session()?;
    let study = session.study();
    let date = match call.text("date") {
        Some(word) => calendar::start_word(word, study.today())
            .map_err(|sentence| misused("start", &sentence))?,
        None => study.today(),
    };
    let (known, terms) = (study.progress().start(), study.progress().terms());
    let is_new = asked.days.is_some_and(|days| terms.days() != Some(days))
        || asked.budget.minutes.is_some_and(|minutes| terms.budget().minutes != Some(minutes))
        || asked.budget.spare.is_some_and(|spare| terms.budget().spare != Some(spare));
    let is_known = known.is_some_and(|(known, _)| known == date) && !is_new;
    let already = if is_known { " already" } else { "" };
    let days = asked.days.or(terms.days());
    if is_known {
        let sentence = started(study, date, days, already);
        call.print(&sentence);
        return Ok(0);
    }
    if dry_run(call) {
        let preview = study.preview_start(date, asked.days, asked.budget);
        shown(call, study, &preview);
        return Ok(0);
    }
    call.record(&mut session, Fact::Start { date, days: asked.days, budget: asked.budget })?;
    let sentence = started(session.study(), date, days, already);
    call.print(&sentence);
    call.print(BACK);
    Ok(0)
}

fn started(study: &Study, date: NaiveDate, days: Option<Weekdays>, already: &str) -> String {
    let days = days.map(|days| format!(", studying {days} ({} a week)", counted_days(days)));
    let end = study.schedule().finish();
    let end = end.map(|end| format!(", and ends on {} at that pace", report::date(end)));
    let first = study.schedule().dates().first_from(date);
    let first = if first == date {
        String::new()
    } else {
        format!(", with its first study day on {}", report::date(first))
    };
    format!(
        "The plan starts on {}{already}{first}{}{}.",
        report::date(date),
        days.unwrap_or_default(),
        end.unwrap_or_default()
    )
}

fn counted_days(days: Weekdays) -> String {
    counted(usize::try_from(days.count()).unwrap_or(1), "day", "days")
}

/// Shows the pace, or sets it.
pub(super) fn pace(call: &mut Call) -> Result<u8, Error> {
    let asked = pacing(call, "pace")?;
    let mut session = call.session()?;
    if asked == Pacing::default() {
        return call.report(&PaceReport::of(session.study()), pace::pace);
    }
    let to = asked.replan(session.study());
    if call.value("json") == Some(&true) {
        return paced(call, &mut session, &to);
    }
    moved(call, &mut session, &to)
}

/// Sets the pace, or only supposes it where that is asked for, and reports it as a program reads it.
fn paced(call: &mut Call, session: &mut Session, to: &Replan) -> Result<u8, Error> {
    let study = session.study();
    let preview = changing(study, to)?;
    let Some(fact) = preview.fact.ok().filter(|_| preview.changes) else {
        return call.report(&PaceReport::of(study), pace::pace);
    };
    if dry_run(call) {
        return call.report(&PaceReport::of(&study.supposing(fact)), pace::pace);
    }
    call.record(session, fact)?;
    call.report(&PaceReport::of(session.study()), pace::pace)
}

/// Returns what a move changes, where anything remains to be laid out anew.
fn changing(study: &Study, to: &Replan) -> Result<Preview, Error> {
    match study.current_day() {
        Some(_) => Ok(study.preview(to)),
        None => Err(Error::Refused(moves::NOTHING_LEFT.to_owned())),
    }
}

/// Lays the remaining days out anew.
pub(super) fn replan(call: &mut Call) -> Result<u8, Error> {
    let word = call.text("move").unwrap_or_default().to_owned();
    let named = Move::ALL.into_iter().find(|(known, _)| *known == word);
    let to = named.map_or(Move::Continue, |(_, to)| to);
    let asked = pacing(call, "replan")?;
    let foreign = if to != Move::Skip && !call.texts("days-named").is_empty() {
        Some("Days are for skip")
    } else if to != Move::Pace && asked != Pacing::default() {
        Some("--days, --minutes, --spare and --by are for pace")
    } else if to != Move::Skip && call.text("because").is_some() {
        Some("--because is for skip")
    } else {
        None
    };
    if let Some(what) = foreign {
        return Err(misused("replan", &format!("{what}, and this is {word}.")));
    }
    let to: fn(Pacing, &Study) -> Replan = match to {
        Move::Skip => return skip(call),
        Move::Pace if asked == Pacing::default() => {
            let missing = "The pace is missing: name --days, --minutes, --spare or --by.";
            return Err(misused("replan", missing));
        }
        Move::Pace => Pacing::replan,
        Move::Continue => |_, _| Replan::Continue,
        Move::KeepEnd => |_, _| Replan::KeepEnd,
    };
    let mut session = call.session()?;
    let to = to(asked, session.study());
    moved(call, &mut session, &to)
}

/// Takes a break.
pub(super) fn away(call: &mut Call) -> Result<u8, Error> {
    let mut session = call.session()?;
    let today = session.study().today();
    let from = dated(call.text("from").unwrap_or_default(), today, "away")?;
    let until = dated(call.text("to").unwrap_or_default(), today, "away")?;
    if until < from {
        return Err(misused("away", &moves::backwards(from, until)));
    }
    let because = because(call);
    moved(call, &mut session, &Replan::Away { from, until, because })
}

/// Skips days.
pub(super) fn skip(call: &mut Call) -> Result<u8, Error> {
    let mut session = call.session()?;
    let study = session.study();
    let because = because(call);
    let words = call.texts("days-named");
    let (mut days, mut already): (Vec<&Day>, Vec<String>) = (Vec::new(), Vec::new());
    for word in &words {
        let day = day_named(study.plan(), word)?;
        let name = capitalised(&told::named(day));
        let known = study.progress().day(day.no()).skipped();
        if known.is_some_and(|known| because.is_empty() || known == because) {
            already.push(format!("{name}, is skipped already."));
        } else if study.state(day) == DayState::Complete {
            return Err(Error::Refused(format!(
                "{name}, is complete, so there is nothing to skip."
            )));
        } else if !days.iter().any(|known| known.no() == day.no()) {
            days.push(day);
        }
    }
    if words.is_empty() {
        return Err(misused("replan", "DAY is missing: name the days to skip."));
    }
    for line in &already {
        call.print(line);
    }
    if days.is_empty() {
        return Ok(0);
    }
    let numbers: Vec<DayNo> = days.iter().map(|day| day.no()).collect();
    let back = match days.as_slice() {
        [day] => format!("Bring it back with: ninety open {}", day.no()),
        [] | [_, _, ..] => BACK.to_owned(),
    };
    made(call, &mut session, &Replan::Skip { days: numbers, because }, &back)
}

/// Makes a move, or shows what it would change where that is asked for; there is none to make where nothing remains or
/// where nothing would change.
fn moved(call: &mut Call, session: &mut Session, to: &Replan) -> Result<u8, Error> {
    let preview = changing(session.study(), to)?;
    if preview.fact.is_ok() && !preview.changes {
        call.print(moves::IDLE);
        return Ok(0);
    }
    made(call, session, to, BACK)
}

/// Makes a move, or shows what it would change where that is asked for. `back` is the way back.
fn made(call: &mut Call, session: &mut Session, to: &Replan, back: &str) -> Result<u8, Error> {
    let before = session.study().clone();
    let preview = before.preview(to);
    let fact = match &preview.fact {
        Ok(fact) => fact.clone(),
        Err(why) => {
            if dry_run(call) {
                shown(call, &before, &preview);
            }
            return Err(Error::Refused(pace::impossible(preview.before.end, *why)));
        }
    };
    if dry_run(call) {
        shown(call, &before, &preview);
        return Ok(0);
    }
    let entry = call.record(session, fact)?;
    call.print(&format!("{}.", told::entry(session.study(), &entry)));
    shown(call, &before, &preview);
    if session.study().current_day().is_none() {
        call.print(&format!("{} now.", told::FINISHED));
    }
    call.print(back);
    Ok(0)
}

/// Prints what a move changes.
fn shown(call: &mut Call, study: &Study, preview: &Preview) {
    let mut page = Page::new(call.options.glyphs(call.env));
    pace::change(&Change { study, preview }, &mut page);
    call.out.extend(page.into_text().into_bytes());
}

fn dry_run(call: &Call) -> bool {
    call.value("dry-run") == Some(&true)
}

fn because(call: &Call) -> String {
    let because = crate::text::pasted(call.text("because").unwrap_or_default());
    because.replace('\n', " ").trim().to_owned()
}

/// Reads a date word of a verb.
fn dated(word: &str, today: NaiveDate, verb: &str) -> Result<NaiveDate, Error> {
    calendar::date_word(word, today).map_err(|sentence| misused(verb, &sentence))
}

/// What a command line says about the pace.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Pacing {
    days: Option<Weekdays>,
    budget: Budget,
    by: Option<By>,
}

impl Pacing {
    /// Returns the move to this pace; the study days that are not named stay as they are.
    fn replan(self, study: &Study) -> Replan {
        let days = self.days.unwrap_or(study.schedule().pace().days);
        Replan::Pace { days, budget: self.budget, by: self.by }
    }
}

/// Reads the options that make up a pace.
fn pacing(call: &Call, verb: &str) -> Result<Pacing, Error> {
    let wrong = |sentence: String| misused(verb, &sentence);
    let minutes = call.text("minutes").map(calendar::day_minutes_word).transpose();
    let spare = call.text("spare").map(calendar::spare_word).transpose();
    Ok(Pacing {
        days: call.text("days").map(study_days).transpose().map_err(wrong)?,
        budget: Budget { minutes: minutes.map_err(wrong)?, spare: spare.map_err(wrong)? },
        by: call.text("by").and_then(|word| word.parse().ok()),
    })
}

/// Reads weekdays, or how many a week.
fn study_days(word: &str) -> Result<Weekdays, String> {
    match word.trim().parse::<u32>() {
        Ok(count) => Weekdays::PRESETS.into_iter().find(|preset| preset.count() == count).ok_or_else(|| {
            format!("{count} study days a week are no choice: write a number from 3 to 7, or weekdays such as mon,thu.")
        }),
        Err(_) => word.parse(),
    }
}
