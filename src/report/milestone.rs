//! A milestone with everything that is recorded for it, what was answered when its week was reviewed, and an earlier
//! milestone that a day continues: one report for every verb that shows or exports a milestone.
//!
//! Deliberately absent: layout, and which of a week's days is done, which `overview` has.

use super::Named;
use crate::journal::Answer;
use crate::plan::{Check, Day, Milestone, Text, Week};
use crate::reference::check_name;
use crate::study::weeks::Thread;
use crate::study::{DayState, Study};
use chrono::NaiveDate;
use serde::Serialize;

/// What a week leads to, and how far it has come.
#[derive(Debug, Serialize)]
pub struct MilestoneReport<'a> {
    /// Its week.
    pub week: Named<'a>,
    /// What is made.
    pub title: &'a str,
    /// The first and the last of its days.
    pub days: [u16; 2],
    /// How many of its days are complete.
    pub complete: usize,
    /// The date on which the last of its days became complete, if all are.
    pub reached: Option<NaiveDate>,
    /// What must hold for it.
    pub checks: Vec<CheckReport<'a>>,
    /// The addresses that show it, the first recorded first.
    pub links: Vec<String>,
    /// What to do beyond it.
    pub stretch: Vec<&'a str>,
    /// What goes wrong easily.
    pub pitfalls: Vec<&'a str>,
    /// Questions to judge one's own work by.
    pub questions: Vec<&'a str>,
    /// The open days that build on it.
    pub later: Vec<Named<'a>>,
}

/// One thing that must hold.
#[derive(Debug, Serialize)]
pub struct CheckReport<'a> {
    /// What it is called on the command line, such as `21.a`.
    pub name: String,
    /// Its id.
    pub id: &'a str,
    /// What must hold.
    pub text: &'a str,
    /// Whether it is ticked.
    pub done: bool,
    /// The date since which it is ticked.
    pub since: Option<NaiveDate>,
}

/// What was answered when a week was reviewed; where several reviews stand, a blank line is between two answers.
#[derive(Debug, Serialize)]
pub struct ReviewReport {
    /// The date of the review that was recorded last.
    pub date: NaiveDate,
    /// What the learner can do now; may be empty.
    pub can: String,
    /// What is still shaky; may be empty.
    pub shaky: String,
    /// One change for next week; may be empty.
    pub next: String,
}

/// An earlier milestone that a day continues.
#[derive(Debug, Serialize)]
pub struct ThreadReport<'a> {
    /// Its week.
    pub week: Named<'a>,
    /// What was made.
    pub milestone: &'a str,
    /// The number of the day that is built on.
    pub day: u16,
    /// When it was reached, if it was.
    pub reached: Option<NaiveDate>,
    /// Where it can be seen, if that is recorded.
    pub link: Option<String>,
    /// The last paragraph of its notes.
    pub note: Option<String>,
}

impl<'a> MilestoneReport<'a> {
    /// Returns the report of a week's milestone, if the week has one.
    pub fn of(study: &'a Study, week: &'a Week) -> Option<Self> {
        week.milestone.as_ref().map(|milestone| Self::whole(study, week, milestone))
    }

    fn whole(study: &'a Study, week: &'a Week, milestone: &'a Milestone) -> Self {
        let days = study.milestone_days(milestone).iter();
        let checks = milestone.accept.iter();
        let later = study.resting_on(milestone).into_iter();
        Self {
            week: Named::week(week),
            title: milestone.title,
            days: [milestone.first().get(), milestone.last().get()],
            complete: days.filter(|day| study.state(day) == DayState::Complete).count(),
            reached: study.reached(milestone),
            checks: checks.map(|check| CheckReport::of(study, week, milestone, check)).collect(),
            links: study.links(week).into_iter().map(|link| link.url).collect(),
            stretch: texts(milestone.stretch),
            pitfalls: texts(milestone.pitfalls),
            questions: milestone.rubric.iter().map(|question| question.text).collect(),
            later: later.map(|no| Named::day(study.plan().day(no))).collect(),
        }
    }

    /// Tells whether there is more to it than what the plan says: a day of it is complete, a check is ticked, or there
    /// is a link.
    pub fn says_something(&self) -> bool {
        self.complete > 0 || !self.links.is_empty() || self.checks.iter().any(|check| check.done)
    }
}

fn texts(list: &[Text]) -> Vec<&str> {
    list.iter().map(AsRef::as_ref).collect()
}

impl<'a> CheckReport<'a> {
    /// Returns the report of one check of a week's milestone.
    pub fn of(study: &Study, week: &Week, milestone: &Milestone, check: &'a Check) -> Self {
        let since = study.checked(week, check);
        Self {
            name: check_name(milestone, check),
            id: check.id().as_str(),
            text: check.text,
            done: since.is_some(),
            since,
        }
    }
}

impl ReviewReport {
    /// Returns what was answered when a week was reviewed, if it was.
    pub fn of(study: &Study, week: &Week) -> Option<Self> {
        let last = study.reviews(week).pop()?;
        let answers = study.answers(week);
        let text = |answer| answers.get(answer).to_owned();
        Some(Self {
            date: study.habits().study_date(last.at),
            can: text(Answer::Can),
            shaky: text(Answer::Shaky),
            next: text(Answer::Next),
        })
    }

    /// Returns an answer; may be empty.
    pub fn answer(&self, answer: Answer) -> &str {
        match answer {
            Answer::Can => &self.can,
            Answer::Shaky => &self.shaky,
            Answer::Next => &self.next,
        }
    }
}

impl ThreadReport<'_> {
    /// Returns the earlier milestones that a day continues, in order.
    pub fn all(study: &Study, day: &Day) -> Vec<Self> {
        let report = |thread: Thread| ThreadReport {
            week: Named::week(thread.week),
            milestone: thread.milestone.title,
            day: thread.day.no().get(),
            reached: thread.reached,
            link: thread.link,
            note: thread.note,
        };
        study.threads(day).into_iter().map(report).collect()
    }
}
