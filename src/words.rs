//! Dates, spans, counts and names of the plan's parts as people read them.

use crate::journal::{Answer, By, Said};
use crate::plan::{Day, DayNo, Milestone, Task, Week};
use crate::text::counted;
use chrono::{Datelike, NaiveDate, TimeDelta};

pub const FINISHED: &str = "Every day of the plan is complete or skipped";
const MOST_COUNTED: u32 = 10;

/// The time up to which it is called past midnight, as a clock shows it.
const NIGHT: &str = "06:00";
const FAR: TimeDelta = TimeDelta::days(300);

pub fn date(date: NaiveDate) -> String {
    date.format("%a %-d %b %Y").to_string()
}

pub(crate) fn near(date: NaiveDate, today: NaiveDate) -> String {
    date.format(&format!("%a %-d %b{}", year(date, today))).to_string()
}

/// Returns how the year of a date is written, which is left out of one that is near.
fn year(date: NaiveDate, today: NaiveDate) -> &'static str {
    if (date - today).abs() >= FAR { " %Y" } else { "" }
}

/// Returns the dates of a day from its first study day to its last, as they are shown today.
pub fn stretch(from: NaiveDate, date: NaiveDate, today: NaiveDate) -> String {
    let year = if from.year() == date.year() { year(date, today) } else { " %Y" };
    if from == date { near(date, today) } else { range(from, date, year) }
}

pub fn dates(from: NaiveDate, until: NaiveDate) -> String {
    range(from, until, " %Y")
}

/// Returns two dates as a range that says no part twice, such as `12-19 Mar 2027` or `26 Mar - 8 Apr 2027`, with the year
/// as it is written.
pub(crate) fn range(from: NaiveDate, until: NaiveDate, year: &str) -> String {
    let whole = format!("%-d %b{year}");
    let first = match (from.year() == until.year(), from.month() == until.month()) {
        (true, true) if from == until => return until.format(&whole).to_string(),
        (true, true) => "%-d-",
        (true, false) => "%-d %b - ",
        (false, _) => &format!("{whole} - "),
    };
    format!("{}{}", from.format(first), until.format(&whole))
}

pub fn minutes([least, most]: [u16; 2]) -> String {
    if least == most { format!("{least} min") } else { format!("{least}-{most} min") }
}

/// Returns a time span as people read it, such as `45 min` or `1 h 30 min`.
pub fn span(minutes: u64) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

pub fn study_days(count: u32) -> String {
    counted(usize::try_from(count).unwrap_or(usize::MAX), "study day", "study days")
}

pub fn to_spare(days: i32) -> String {
    let count = counted(usize::try_from(days.unsigned_abs()).unwrap_or(0), "day", "days");
    match days {
        0 => "on the goal".to_owned(),
        1.. => format!("{count} to spare"),
        _ => format!("{count} past the goal"),
    }
}

pub const fn by(by: By) -> &'static str {
    match by {
        By::Day => "day by day",
        By::Week => "week by week",
    }
}

pub(crate) fn week_done(complete: u32, study_days: u32) -> String {
    match (complete, study_days) {
        (0, 0) => String::new(),
        (done, of) if done > of => format!("{done} done"),
        (done, of) => format!("{done} of {of}"),
    }
}

pub(crate) fn no_milestone(week: &Week) -> String {
    format!("There is no milestone in {}", week_named(week))
}

pub(crate) fn nothing_to_review(week: &Week) -> String {
    format!("Nothing was done in week {} yet; there is nothing to review.", week.no())
}

/// Returns what there is about a milestone beyond its checks, each part behind its heading.
pub(crate) fn more(milestone: &Milestone) -> impl Iterator<Item = (&'static str, Vec<&str>)> {
    let parts = [
        ("Ask yourself", milestone.rubric.to_vec()),
        ("Beyond it", milestone.stretch.to_vec()),
        ("What goes wrong easily", milestone.pitfalls.to_vec()),
    ];
    parts.into_iter().filter(|(_, texts)| !texts.is_empty())
}

pub(crate) fn came_to(complete: usize, skipped: usize, of: usize) -> String {
    let skipped = if skipped > 0 { format!(", {skipped} skipped") } else { String::new() };
    format!("{complete} of {} complete{skipped}", counted(of, "day", "days"))
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

/// Returns day numbers as people write them: `day 4`, or `days 1-3, 5 and 8`.
pub(crate) fn day_numbers(days: &[DayNo]) -> String {
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

/// Returns what is said of days that build on something, such as `days 35 and 42 build on it`.
pub(crate) fn building_on(what: &str, days: &[DayNo]) -> Option<String> {
    let verb = if days.len() == 1 { "builds" } else { "build" };
    (!days.is_empty()).then(|| format!("{} {verb} on {what}", day_numbers(days)))
}

pub fn since(count: u32) -> String {
    let long = if count > MOST_COUNTED { "A while".to_owned() } else { study_days(count) };
    format!("{long} since you last checked in")
}

pub fn missed(count: u32) -> Option<String> {
    (count >= 2).then(|| format!("{}. Every date has moved along; `ninety pace` shows how.", since(count)))
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

pub fn number(day: &Day, task: &Task) -> String {
    let place = day.tasks().iter().position(|other| other.id() == task.id()).unwrap_or(0);
    format!("{}.{}", day.no(), place + 1)
}

pub fn named(day: &Day) -> String {
    format!("day {}, {}", day.no(), day.title)
}

pub(crate) fn milestone_named(week: &Week, milestone: &Milestone) -> String {
    format!("the milestone of week {}, {}", week.no(), milestone.title)
}

/// Returns a week's name, such as `week 3, Django Basics`; without a title of its own its number alone.
pub(crate) fn week_named(week: &Week) -> String {
    let number = format!("week {}", week.no());
    if week.title.eq_ignore_ascii_case(&number) { number } else { format!("{number}, {}", week.title) }
}

pub(crate) fn nothing_new(what: &str) -> String {
    format!("Nothing is new: {what} already.")
}

/// Returns what is said of questions to ask, at a third of a minute each, such as `Warm-up: 6 questions, 2 min`.
pub(crate) fn asks(name: &str, questions: usize) -> Option<String> {
    let minutes = questions.div_ceil(3);
    (questions > 0).then(|| format!("{name}: {}, {minutes} min", counted(questions, "question", "questions")))
}

/// Returns what came of a session, such as `6 asked: 4 right, 1 partly, 1 wrong`.
pub(crate) fn asked(said: &[Said]) -> String {
    let count = |one: Said| said.iter().filter(|said| **said == one).count();
    let parts = Said::ALL.into_iter().rev().map(|one| (count(one), one.word())).filter(|(count, _)| *count > 0);
    let parts: Vec<String> = parts.map(|(count, word)| format!("{count} {word}")).collect();
    format!("{} asked: {}", said.len(), parts.join(", "))
}

/// Returns what was asked in all, such as `42 asked`, `30 right`, `5 shaky`; nothing where nothing was.
pub(crate) fn recalled([asked, right, shaky]: [usize; 3]) -> Vec<String> {
    let all = [(asked, "asked"), (right, "right"), (shaky, "shaky")].into_iter().filter(|_| asked > 0);
    all.map(|(count, what)| format!("{count} {what}")).collect()
}

pub const fn question(answer: Answer) -> &'static str {
    match answer {
        Answer::Can => "What can you do now that you could not before?",
        Answer::Shaky => "What is still shaky?",
        Answer::Next => "One change for next week, as “if … then …”:",
    }
}

pub const fn heading(answer: Answer) -> &'static str {
    match answer {
        Answer::Can => "What I can do now",
        Answer::Shaky => "What is still shaky",
        Answer::Next => "One change for next week",
    }
}
