//! Dates, spans, counts and names of the plan's parts as people read them.
//!
//! Deliberately absent: sentences about what was recorded (`describe`).

use crate::journal::{Answer, By};
use crate::plan::{Day, DayNo, Milestone, Role, Task, Week};
use crate::text::counted;
use chrono::{Datelike, NaiveDate, TimeDelta};

/// What is true of a plan that is behind its learner, without what follows from it.
pub const FINISHED: &str = "Every day of the plan is complete or skipped";

/// The most study days that are counted to somebody who missed them.
const MOST_COUNTED: u32 = 10;

/// The time up to which it is called past midnight, as a clock shows it.
const NIGHT: &str = "06:00";

/// From this many days on a date is shown with its year.
const FAR: TimeDelta = TimeDelta::days(300);

/// Returns a date as people read it, such as `Tue 8 Dec 2026`.
pub fn date(date: NaiveDate) -> String {
    date.format("%a %-d %b %Y").to_string()
}

/// Returns a date as it is shown today, with its year where that is not plain.
pub fn near(date: NaiveDate, today: NaiveDate) -> String {
    let year = if (date - today).abs() >= FAR { " %Y" } else { "" };
    date.format(&format!("%a %-d %b{year}")).to_string()
}

/// Returns two dates as a range that says no part twice, such as `12-19 Mar 2027` or `26 Mar - 8 Apr 2027`.
///
/// ```
/// let date = |text: &str| text.parse().unwrap();
/// assert_eq!(ninety::words::dates(date("2027-03-12"), date("2027-03-19")), "12-19 Mar 2027");
/// ```
pub fn dates(from: NaiveDate, until: NaiveDate) -> String {
    let whole = until.format("%-d %b %Y");
    if from == until {
        whole.to_string()
    } else if (from.year(), from.month()) == (until.year(), until.month()) {
        format!("{}-{whole}", from.day())
    } else if from.year() == until.year() {
        format!("{} - {whole}", from.format("%-d %b"))
    } else {
        format!("{} - {whole}", from.format("%-d %b %Y"))
    }
}

/// Returns the least and the most minutes of a day, such as `90-120 min`.
pub fn minutes([least, most]: [u16; 2]) -> String {
    if least == most { format!("{least} min") } else { format!("{least}-{most} min") }
}

/// Returns a time span as people read it, such as `45 min` or `1 h 30 min`.
///
/// ```
/// assert_eq!(ninety::words::span(90), "1 h 30 min");
/// ```
pub fn span(minutes: u64) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

/// Returns a count of study days, such as `3 study days`.
pub fn study_days(count: u32) -> String {
    counted(usize::try_from(count).unwrap_or(usize::MAX), "study day", "study days")
}

/// Returns the study days from finish to goal, such as `1 day to spare` or `3 days past the goal`.
pub fn to_spare(days: i32) -> String {
    let count = counted(usize::try_from(days.unsigned_abs()).unwrap_or(0), "day", "days");
    match days {
        0 => "on the goal".to_owned(),
        1.. => format!("{count} to spare"),
        _ => format!("{count} past the goal"),
    }
}

/// Returns how order is kept, such as `day by day`.
pub const fn by(by: By) -> &'static str {
    match by {
        By::Day => "day by day",
        By::Week => "week by week",
    }
}

/// Returns how many days became complete in a week beside its study days, such as `3 of 5`.
pub fn week_done(complete: u32, study_days: u32) -> String {
    match (complete, study_days) {
        (0, 0) => String::new(),
        (done, 0) => format!("{done} done"),
        (done, of) => format!("{done} of {of}"),
    }
}

/// Returns names as a list, such as `site and commit`.
pub fn and(names: &[impl ToString]) -> String {
    let names: Vec<String> = names.iter().map(ToString::to_string).collect();
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, before)) => format!("{} and {last}", before.join(", ")),
        None => String::new(),
    }
}

/// Returns the verb that goes with so many things.
pub const fn are(count: usize) -> &'static str {
    if count == 1 { "is" } else { "are" }
}

/// Returns day numbers as people write them: `day 4`, or `days 1-3, 5 and 8`.
pub fn day_numbers(days: &[DayNo]) -> String {
    let mut numbers: Vec<u16> = days.iter().map(|no| no.get()).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let runs = numbers.chunk_by(|one, other| one + 1 == *other);
    let names = runs.flat_map(|run| match run {
        [first, .., last] if run.len() > 2 => vec![format!("{first}-{last}")],
        run => run.iter().map(ToString::to_string).collect(),
    });
    let names: Vec<String> = names.collect();
    format!("{} {}", if numbers.len() == 1 { "day" } else { "days" }, and(&names))
}

/// Returns what is said of days that build on something, such as `days 35 and 42 build on it`; none where there are none.
pub fn building_on_it(days: &[DayNo]) -> Option<String> {
    let verb = if days.len() == 1 { "builds" } else { "build" };
    (!days.is_empty()).then(|| format!("{} {verb} on it", day_numbers(days)))
}

/// Returns what is said of study days that passed since the last check-in, without its full stop; many have no number,
/// which would only weigh on whoever comes back.
pub fn since(count: u32) -> String {
    let long = if count > MOST_COUNTED { "A while".to_owned() } else { study_days(count) };
    format!("{long} since you last checked in")
}

/// Returns the sentence about study days since the last check-in, where there are enough to speak of.
pub fn missed(count: u32) -> Option<String> {
    (count >= 2)
        .then(|| format!("{}. Every date has moved along; `ninety pace` shows how.", since(count)))
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
pub fn number(day: &Day, task: &Task) -> String {
    let place = day.tasks().iter().position(|other| other.id() == task.id()).unwrap_or(0);
    format!("{}.{}", day.no(), place + 1)
}

/// Returns a day's name in a sentence, such as `day 17, Views`.
pub fn named(day: &Day) -> String {
    format!("day {}, {}", day.no(), day.title)
}

/// Returns a milestone's name in a sentence, such as `the milestone of week 3, Portfolio website`.
pub fn milestone_named(week: &Week, milestone: &Milestone) -> String {
    format!("the milestone of week {}, {}", week.no(), milestone.title)
}

/// Returns a week's name in a sentence, such as `week 3, Django Basics`; one without a title of its own is called by its
/// number alone.
pub fn week_named(week: &Week) -> String {
    week_called(week.no().get().into(), week.title)
}

/// Returns a week's name in a sentence, as [`week_named`] does, by its number and title.
pub fn week_called(number: usize, title: &str) -> String {
    let number = format!("week {number}");
    if title.eq_ignore_ascii_case(&number) { number } else { format!("{number}, {title}") }
}

/// Returns the sentence about a change that changes nothing.
pub fn nothing_new(what: &str) -> String {
    format!("Nothing is new: {what} already.")
}

/// Returns a role's word in a column of its own: as wide as the widest.
pub fn role(role: Role) -> String {
    format!("{:<8}", role.label())
}

/// Returns a question of the weekly review as it is asked.
pub const fn question(answer: Answer) -> &'static str {
    match answer {
        Answer::Can => "What can you do now that you could not on Monday?",
        Answer::Shaky => "What is still shaky?",
        Answer::Next => "One change for next week, as “if … then …”:",
    }
}

/// Returns the heading over the answer where a review is read.
pub const fn heading(answer: Answer) -> &'static str {
    match answer {
        Answer::Can => "What I can do now",
        Answer::Shaky => "What is still shaky",
        Answer::Next => "One change for next week",
    }
}
