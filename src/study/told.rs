//! What was recorded, as a sentence without its full stop: for the message line, undo and the history.
//!
//! What a move would change is in [`moves`], what there is to know of a date in [`asides`], where the likely end comes
//! from in [`finish`], and a week looked back on in [`review`].
//!
//! Deliberately absent: when it was recorded.

pub mod asides;
pub mod finish;
pub mod moves;
pub mod review;

use super::Study;
use super::report::weeks::Studied;
use super::report::{self, Named, span};
use super::schedule::{Away, Spare, Standing};
use crate::journal::{Budget, By, Entry, Fact, Mark, Part, Replanned, Score};
use crate::plan::{Day, DayId, ItemId, Milestone, Role, Week};
use crate::text::{counted, shortened, visible};
use chrono::{Datelike, NaiveDate};

/// What is true of a plan that is behind its learner, without what follows from it.
pub const FINISHED: &str = "Every day of the plan is complete or skipped";

/// The most study days that are counted to somebody who missed them.
const MOST_COUNTED: u32 = 10;

/// The time up to which it is called past midnight, as a clock shows it.
const NIGHT: &str = "06:00";

/// The columns that a quoted text takes at most.
const QUOTE: usize = 48;

/// Returns an entry as a sentence, such as `Ticked 17.2 “Create a homepage”`.
pub fn entry(study: &Study, entry: &Entry) -> String {
    fact(study, &entry.fact)
}

/// Returns a fact as a sentence.
pub fn fact(study: &Study, fact: &Fact) -> String {
    match fact {
        Fact::Start { date, days, budget } => {
            let days = days.map_or(String::new(), |days| format!(", studying {days}"));
            format!("Set the start to {}{days}{}", report::date(*date), given(*budget))
        }
        Fact::Pace { days, budget, by } => {
            let by = by.map_or(String::new(), |by| format!(", {}", self::by(by)));
            format!("Set the pace to {days}{}{by}", given(*budget))
        }
        Fact::Replan(Replanned::Continue) => "Re-planned from here".to_owned(),
        Fact::Replan(Replanned::KeepEnd(paired)) => match paired.len() {
            0 => "Re-planned to keep the end date".to_owned(),
            1 => "Re-planned to keep the end date, with one day paired".to_owned(),
            many => format!("Re-planned to keep the end date, with {many} days paired"),
        },
        Fact::Away { from, until, because } => {
            format!("Set a break {}{}", lasting(*from, *until), reason(because))
        }
        Fact::Done(marks) => format!("Ticked {}", marked(study, marks)),
        Fact::Open(marks) => match marks.as_slice() {
            [Mark::Day(id)] => format!("Brought back {}", day(study, id.as_str())),
            marks => format!("Unticked {}", marked(study, marks)),
        },
        Fact::Skip { days, because } => match days.as_slice() {
            [id] => format!("Skipped {}{}", day(study, id.as_str()), reason(because)),
            many => format!("Skipped {}{}", listed(study, many), reason(because)),
        },
        Fact::Note { day: id, text, over } => {
            let deed = match (text.trim().is_empty(), over.is_empty()) {
                (true, _) => "Removed the note of",
                (false, true) => "Wrote a note on",
                (false, false) => "Changed the note of",
            };
            format!("{deed} {}", day(study, id.as_str()))
        }
        Fact::Minutes { day: id, minutes } => {
            format!("Logged {minutes} min on {}", day(study, id.as_str()))
        }
        Fact::Evidence { milestone: id, parts } => {
            let (gone, kept): (Vec<_>, Vec<_>) =
                parts.iter().partition(|(_, text)| text.trim().is_empty());
            let names = |parts: &[(&Part, &String)]| {
                and(&parts.iter().map(|(part, _)| part.named()).collect::<Vec<_>>())
            };
            let deed = match (kept.is_empty(), gone.is_empty()) {
                (true, _) => format!("Removed {}", names(&gone)),
                (false, true) => format!("Kept {}", names(&kept)),
                (false, false) => format!("Kept {} and removed {}", names(&kept), names(&gone)),
            };
            format!("{deed} for {}", milestone(study, id))
        }
        Fact::Rubric { scores } => scored(study, scores),
        Fact::Review { week, over, .. } => {
            let deed = if over.is_empty() { "Reviewed" } else { "Changed the review of" };
            match study.plan().find_day(week.as_str()) {
                Some(day) => {
                    format!("{deed} {}", week_named(study.plan().week_of(day.no())))
                }
                None => format!("{deed} the week of \"{}\"", visible(week.as_str())),
            }
        }
        Fact::Undo(key) => match study.journal().get(*key) {
            Some(Entry { fact: Fact::Undo(redone), .. }) => match study.journal().get(*redone) {
                Some(what) => format!("Brought back: {}", self::fact(study, &what.fact)),
                None => format!("Brought back entry {redone}"),
            },
            Some(what) => format!("Took back: {}", self::fact(study, &what.fact)),
            None => format!("Took back entry {key}"),
        },
        Fact::Unknown(names) => format!("Something this ninety does not know ({})", visible(names)),
    }
}

/// Returns how long something lasts, such as `from Tue 22 Dec to Sat 26 Dec 2026` or `on Tue 22 Dec 2026`.
fn lasting(from: NaiveDate, until: NaiveDate) -> String {
    let end = report::date(until);
    match (from == until, from.year() == until.year()) {
        (true, _) => format!("on {end}"),
        (false, true) => format!("from {} to {end}", from.format("%a %-d %b")),
        (false, false) => format!("from {} to {end}", report::date(from)),
    }
}

/// Returns scores as a sentence: with the question where it is one, else with the milestone.
fn scored(study: &Study, scores: &[(ItemId, Score)]) -> String {
    let found = |id: &ItemId| study.plan().find_question(id.as_str());
    if let [(id, score)] = scores {
        return match found(id) {
            Some((_, question)) => {
                format!("Scored {score}, {}: {}", score.meaning(), quoted(&question.text))
            }
            None => format!("Scored {score}: \"{}\"", visible(id.as_str())),
        };
    }
    let numbers: Vec<String> = scores.iter().map(|(_, score)| score.to_string()).collect();
    let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
    let week = scores.iter().find_map(|(id, _)| found(id)).map(|(week, _)| week);
    let of = week.map_or(String::new(), |week| {
        let first = week.milestone.as_ref().map_or(week.first(), Milestone::first);
        format!(" of {}", milestone(study, study.plan().day(first).id()))
    });
    format!("Scored {} questions{of}: {}", scores.len(), and(&numbers))
}

/// Returns what is on or behind pace, such as `day by day`.
pub const fn by(by: By) -> &'static str {
    match by {
        By::Day => "day by day",
        By::Week => "week by week",
    }
}

/// Returns what a study day and the plan are given, behind a sentence.
fn given(budget: Budget) -> String {
    let minutes = budget.minutes.map(|minutes| format!(", {} a study day", span(minutes.into())));
    let spare = budget.spare.map(|spare| match spare {
        1 => ", 1 spare day".to_owned(),
        spare => format!(", {spare} spare days"),
    });
    minutes.into_iter().chain(spare).collect()
}

/// Returns what is said of days that build on something, such as `days 35 and 42 build on it`; none where there are none.
pub fn building_on_it(days: &[impl ToString]) -> Option<String> {
    let names: Vec<String> = days.iter().map(ToString::to_string).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    match names.as_slice() {
        [] => None,
        [one] => Some(format!("day {one} builds on it")),
        many => Some(format!("days {} build on it", and(many))),
    }
}

/// Returns names as a list, such as `site and commit`.
pub fn and(names: &[&str]) -> String {
    match names.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, before)) => format!("{} and {last}", before.join(", ")),
        None => String::new(),
    }
}

/// Returns the verb that goes with so many things.
pub const fn are(count: usize) -> &'static str {
    if count == 1 { "is" } else { "are" }
}

/// Returns a milestone's name in a sentence; an id that the plan does not have stays an id.
fn milestone(study: &Study, id: &DayId) -> String {
    let day = study.plan().find_day(id.as_str());
    let week = day.map(|day| study.plan().week_of(day.no()));
    match week.and_then(|week| Some((week, week.milestone.as_ref()?))) {
        Some((week, milestone)) => milestone_named(week, milestone),
        None => format!("\"{}\"", visible(id.as_str())),
    }
}

/// Returns a milestone's name in a sentence, such as `the milestone of week 3, Portfolio website`.
pub fn milestone_named(week: &Week, milestone: &Milestone) -> String {
    format!("the milestone of week {}, {}", week.no(), milestone.title)
}

/// Returns a week's name in a sentence, such as `week 3, Django Basics`; one without a title of its own is called by its
/// number alone.
pub fn week_named(week: &Week) -> String {
    week_called(Named { number: week.no().get().into(), title: &week.title })
}

/// Returns a week's name in a sentence, as [`week_named`] does, where a report has the week.
pub fn week_called(week: Named) -> String {
    let number = format!("week {}", week.number);
    if week.title.eq_ignore_ascii_case(&number) {
        number
    } else {
        format!("{number}, {}", week.title)
    }
}

/// Returns the sentence about a wish that changes nothing.
pub fn nothing_new(what: &str) -> String {
    format!("Nothing is new: {what} already.")
}

/// Returns a reason behind a sentence; nothing where none was given.
fn reason(because: &str) -> String {
    match because.trim() {
        "" => String::new(),
        because => format!(" ({})", shortened(&visible(because), QUOTE)),
    }
}

/// Returns several days, such as `days 18, 19 and 22`.
fn listed(study: &Study, days: &[DayId]) -> String {
    let name = |id: &DayId| match study.plan().find_day(id.as_str()) {
        Some(day) => day.no().to_string(),
        None => format!("\"{}\"", visible(id.as_str())),
    };
    let names: Vec<String> = days.iter().map(name).collect();
    match names.split_last() {
        Some((last, before)) => format!("days {} and {last}", before.join(", ")),
        None => "no day".to_owned(),
    }
}

fn marked(study: &Study, marks: &[Mark]) -> String {
    match marks {
        [Mark::Day(id)] => day(study, id.as_str()),
        [Mark::Item(id)] => match study.plan().find_task(id.as_str()) {
            Some((day, task)) => format!("{} {}", number(day, task), quoted(&task.text)),
            None => match study.plan().find_criterion(id.as_str()) {
                Some((_, criterion)) => format!("the criterion {}", quoted(&criterion.text)),
                None => format!("\"{}\"", visible(id.as_str())),
            },
        },
        marks => {
            let of = marks.first().map_or("", |mark| mark.as_str().split('/').next().unwrap_or(""));
            let same = marks.iter().all(|mark| mark.as_str().split('/').next() == Some(of));
            let criterion = |mark: &&Mark| study.plan().find_criterion(mark.as_str()).is_some();
            let criteria = marks.iter().filter(criterion).count();
            let what = match (marks.len() - criteria, criteria) {
                (tasks, 0) => counted(tasks, "task", "tasks"),
                (0, criteria) => counted(criteria, "criterion", "criteria"),
                (tasks, criteria) => format!(
                    "{} and {}",
                    counted(tasks, "task", "tasks"),
                    counted(criteria, "criterion", "criteria")
                ),
            };
            match (same, marks.len() == criteria) {
                (true, true) => {
                    format!("{what} of {}", milestone(study, &DayId::new(of.to_owned())))
                }
                (true, false) => format!("{what} of {}", day(study, of)),
                (false, _) => what,
            }
        }
    }
}

/// Returns a text in quotes; single ones where it has double ones of its own.
fn quoted(text: &str) -> String {
    let text = shortened(text, QUOTE);
    if text.contains(['“', '”', '"']) {
        format!("‘{text}’")
    } else {
        format!("“{text}”")
    }
}

/// Returns a count of study days, such as `3 study days`.
pub fn study_days(count: u32) -> String {
    if count == 1 { "1 study day".to_owned() } else { format!("{count} study days") }
}

/// Returns how many of the last study days were studied, such as `11 of the last 14 study days`.
pub fn studied(studied: Studied) -> String {
    let Studied { days, of } = studied;
    if of == 1 {
        return if days == 1 { "the first study day" } else { "not yet" }.to_owned();
    }
    format!("{days} of the last {of} study days")
}

/// Returns how many days became complete in a week, beside its study days where they hold them: ` 3 of 5`, or `21 done`
/// where there are more days than that. Nothing where there is neither.
pub fn week_done(complete: u32, study_days: u32) -> String {
    match (complete, study_days) {
        (0, 0) => String::new(),
        (done, of) if done > of => format!("{done:>2} done"),
        (done, of) => format!("{done:>2} of {of}"),
    }
}

/// Returns a streak, such as `6 study days in a row`.
pub fn streak(days: u32) -> String {
    if days == 0 {
        "the next study day begins a row".to_owned()
    } else {
        format!("{} in a row", study_days(days))
    }
}

/// Returns the spare days that are left, such as `4 of 9 spare days left`.
pub fn spare(spare: Spare) -> String {
    match spare.total {
        0 => "no spare days".to_owned(),
        total => format!("{} of {total} spare days left", spare.left()),
    }
}

/// Returns how the learner stands to what was promised, such as `On pace` or `3 study days behind`; a long way behind has
/// no number.
pub fn standing(standing: Standing) -> String {
    match standing {
        Standing::OnPace => "On pace".to_owned(),
        Standing::Ahead(days) => format!("{} ahead", study_days(days)),
        Standing::Behind(days) => format!("{} behind", lost(days)),
    }
}

/// Returns what is said of study days that passed since the last check-in, without its full stop; many have no number.
pub fn since(count: u32) -> String {
    format!("{} since you last checked in", lost(count))
}

/// Returns a count of study days that went by, or words where the number would only weigh on whoever comes back.
fn lost(count: u32) -> String {
    if count > MOST_COUNTED { "A while".to_owned() } else { study_days(count) }
}

/// Returns the sentence about study days since the last check-in, where there are enough to speak of.
pub fn missed(count: u32) -> Option<String> {
    let enough = Away::of(count) != Away::No;
    enough.then(|| format!("{}. `ninety replan continue` goes on from here.", since(count)))
}

/// Returns the sentence about a time that belongs to the date before, as it does until the time named, such as `04:00`.
pub fn late(date: NaiveDate, until: &str) -> String {
    let date = date.format("%a %-d %b");
    if until > NIGHT {
        format!("It is before {until}; this still counts as {date}.")
    } else {
        format!("It is past midnight; until {until} this still counts as {date}.")
    }
}

/// Returns a task's number, such as `17.2`.
pub fn number(day: &Day, task: &crate::plan::Task) -> String {
    let place = day.tasks().iter().position(|other| other.id() == task.id()).unwrap_or(0);
    format!("{}.{}", day.no(), place + 1)
}

/// Returns a day's name in a sentence, such as `day 17, Views`; an id that the plan does not have stays an id.
pub fn day(study: &Study, id: &str) -> String {
    match study.plan().find_day(id) {
        Some(day) => named(day),
        None => format!("\"{}\"", visible(id)),
    }
}

/// Returns a day's name in a sentence, such as `day 17, Views`.
pub fn named(day: &Day) -> String {
    format!("day {}, {}", day.no(), day.title)
}

/// Returns a role's word in a column of its own: as wide as the widest.
pub fn role(role: Role) -> String {
    format!("{:<8}", role.label())
}
