//! The whole way in one report: from the first evening to the last, what was built, and the words at both ends.
//!
//! Deliberately absent: what is still to come, but for the day that is next.

use super::weeks::Weeks;
use super::{Named, Schema};
use crate::plan::{Day, Week};
use crate::study::Study;
use crate::study::milestones::Proof;
use crate::study::progress::Paragraph;
use crate::study::told::review::came_to;
use crate::text::counted;
use chrono::NaiveDate;
use serde::Serialize;

/// What `ninety summary` prints, and what the screen closes with.
#[derive(Debug, Serialize)]
pub struct Summary<'a> {
    /// The number of this form.
    pub schema: Schema,
    /// The plan's id.
    pub plan: &'a str,
    /// The plan's name.
    pub title: &'a str,
    /// The learner's date, `YYYY-MM-DD`.
    pub date: NaiveDate,
    /// Whether every day is complete or skipped; else this is the way so far.
    pub finished: bool,
    /// The first date on which something was done, `YYYY-MM-DD`.
    pub first: Option<NaiveDate>,
    /// The last date on which something was done, `YYYY-MM-DD`; that of the end, once the plan is finished.
    pub last: Option<NaiveDate>,
    /// The calendar weeks from the first to the last of these dates, both included.
    pub weeks: u32,
    /// The dates on which something was ticked, noted or logged.
    pub evenings: usize,
    /// The minutes logged in all.
    pub minutes: u64,
    /// How many days the plan has.
    pub days: usize,
    /// How many are complete.
    pub complete: usize,
    /// How many are skipped.
    pub skipped: usize,
    /// How many milestones the plan has.
    pub milestones: usize,
    /// The milestones that are reached, in the plan's order.
    pub reached: Vec<Reached<'a>>,
    /// The note that was written first.
    pub first_note: Option<Noted<'a>>,
    /// The note that was written last; the first one where there is no other.
    pub last_note: Option<Noted<'a>>,
    /// The day that is next; none at the end.
    pub next: Option<Named<'a>>,
}

/// A milestone all of whose days are complete.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reached<'a> {
    /// Its week's number, from 1.
    pub week: usize,
    /// What was made.
    pub title: &'a str,
    /// Whether it is proven too.
    pub proof: Proof,
    /// The date on which its last day became complete, `YYYY-MM-DD`.
    pub date: NaiveDate,
}

/// What was noted at one time on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Noted<'a> {
    /// The day's number, from 1.
    pub day: usize,
    /// Its subject.
    pub title: &'a str,
    /// The date on which it was written, `YYYY-MM-DD`.
    pub date: NaiveDate,
    /// The whole text, without empty lines at its end.
    pub text: String,
}

impl<'a> Summary<'a> {
    /// Returns the way so far, or the whole of it.
    pub fn of(study: &'a Study) -> Self {
        let plan = study.plan();
        let mut evenings = Weeks::of(study).studied_on();
        let first = evenings.first().copied();
        // What is noted after the end is kept, and the way stays as long as it was.
        let end = study.finished_on().zip(first).map(|(end, first)| end.max(first));
        evenings.retain(|date| end.is_none_or(|end| *date <= end));
        let last = end.or(evenings.last().copied());
        let next = study.current_day();
        let minutes =
            plan.days().iter().map(|day| u64::from(study.progress().day(day.no()).minutes()));
        let notes = study.notes();
        let first_note = notes.last().map(|note| Noted::of(study, note));
        let last_note = notes.first().map(|note| Noted::of(study, note));
        let next = next.map(|day| Named { number: day.no().get().into(), title: &day.title });
        Self {
            schema: Schema,
            plan: plan.id().as_str(),
            title: plan.title(),
            date: study.today(),
            finished: next.is_none(),
            first,
            last,
            weeks: first.zip(last).map_or(0, |(first, last)| weeks(study, first, last)),
            evenings: evenings.len(),
            minutes: minutes.sum(),
            days: plan.days().len(),
            complete: study.days_complete(),
            skipped: study.days_skipped(),
            milestones: plan.weeks().iter().filter(|week| week.milestone.is_some()).count(),
            reached: plan.weeks().iter().filter_map(|week| reached(study, week)).collect(),
            first_note,
            last_note,
            next,
        }
    }
}

impl<'a> Summary<'a> {
    /// Returns the first and the last note, each with the words that lead to it.
    pub fn notes(&self) -> Vec<(&'static str, &Noted<'a>)> {
        match (&self.first_note, &self.last_note) {
            (Some(first), Some(last)) if first != last => {
                vec![("Your first note", first), ("Your last note", last)]
            }
            (Some(only), _) => vec![("Your note", only)],
            (None, _) => Vec::new(),
        }
    }

    /// Returns how many milestones are reached, such as `2 of 12 milestones reached`.
    pub fn milestones_reached(&self) -> String {
        let all = counted(self.milestones, "milestone", "milestones");
        format!("{} of {all} reached", self.reached.len())
    }

    /// Returns what the plan's days came to, such as `89 of 90 days complete, 1 skipped`.
    pub fn came_to(&self) -> String {
        came_to(self.complete, self.skipped, self.days)
    }
}

impl<'a> Noted<'a> {
    fn of(study: &Study, (day, paragraph): &(&'a Day, &Paragraph)) -> Self {
        Self {
            day: day.no().get().into(),
            title: &day.title,
            date: study.habits().study_date(paragraph.at),
            text: paragraph.text.trim_end().to_owned(),
        }
    }
}

fn weeks(study: &Study, first: NaiveDate, last: NaiveDate) -> u32 {
    let week = |date| study.habits().week_of(date);
    u32::try_from((week(last) - week(first)).num_weeks() + 1).unwrap_or(0)
}

/// Returns a week's milestone, if all its days are complete.
fn reached<'a>(study: &Study, week: &'a Week) -> Option<Reached<'a>> {
    let milestone = week.milestone.as_ref()?;
    let date = study.reached(milestone)?;
    Some(Reached {
        week: week.no().get().into(),
        title: &milestone.title,
        proof: study.proof(week),
        date,
    })
}
