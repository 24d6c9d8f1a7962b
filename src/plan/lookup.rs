//! Questions to a plan: its parts by number, by id and by their relation to one another.
//!
//! Deliberately absent: allocation and hash maps. The built-in plan's index is a constant, so asking costs nothing
//! at the start.

use std::fmt;

use super::id::{DayNo, PlanId, WeekNo};
use super::model::{Criterion, Day, Milestone, Minutes, Phase, Plan, Question, Task, Week};
use super::names::nearest;

impl Plan {
    /// Returns the id, which names the plan's journal.
    pub const fn id(&self) -> &PlanId {
        &self.id
    }

    /// Returns the plan's name.
    pub fn title(&self) -> &str {
        self.title
    }

    /// Returns what the plan is for; empty if it does not say.
    pub fn goal(&self) -> &str {
        self.goal.unwrap_or_default()
    }

    /// Returns what its learner can do at the end; empty if it does not say.
    pub fn outcome(&self) -> &str {
        self.outcome.unwrap_or_default()
    }

    /// Returns how long a study day takes in general.
    pub const fn minutes(&self) -> Option<Minutes> {
        self.minutes
    }

    /// Returns the least and the most hours of study that a week takes.
    pub const fn hours_per_week(&self) -> Option<(u16, u16)> {
        self.hours_per_week
    }

    /// Returns the phases in order; there may be none, and a week may be in none.
    pub fn phases(&self) -> &[Phase] {
        self.phases
    }

    /// Returns the weeks in order; there is at least one.
    pub fn weeks(&self) -> &[Week] {
        self.weeks
    }

    /// Returns the days in order; there is at least one.
    pub fn days(&self) -> &[Day] {
        self.days
    }

    /// Returns the day of that number; for a number of a longer plan, the last day.
    pub fn day(&self, no: DayNo) -> &Day {
        at_or_last(self.days, no.index())
    }

    /// Tells whether this is the plan inside the program, whose checks are the program's own: its author asks for the
    /// tasks alone.
    pub fn is_builtin(&self) -> bool {
        self.id == Self::builtin().id
    }

    /// Returns the last day.
    pub fn last_day(&self) -> &Day {
        self.day(DayNo(u16::MAX))
    }

    /// Returns the week of that number; for a number of a longer plan, the last week.
    pub fn week(&self, no: WeekNo) -> &Week {
        at_or_last(self.weeks, no.index())
    }

    /// Returns the number of the day that people call the `n`-th, or `None` if there is none.
    pub fn day_no(&self, n: usize) -> Option<DayNo> {
        self.days.get(n.checked_sub(1)?).map(Day::no)
    }

    /// Returns the number of the week that people call the `n`-th, or `None` if there is none.
    pub fn week_no(&self, n: usize) -> Option<WeekNo> {
        self.weeks.get(n.checked_sub(1)?).map(Week::no)
    }

    /// Returns the day of that id.
    pub fn find_day(&self, id: &str) -> Option<&Day> {
        let place = self.by_id.binary_search_by(|&no| self.day(no).id.as_str().cmp(id)).ok()?;
        self.by_id.get(place).map(|&no| self.day(no))
    }

    /// Returns the task of that id (`<day id>/<slug>`) with its day.
    pub fn find_task(&self, id: &str) -> Option<(&Day, &Task)> {
        let day = self.find_day(id.split_once('/')?.0)?;
        day.tasks.iter().find(|task| task.id.as_str() == id).map(|task| (day, task))
    }

    /// Returns the check of that id (`<id of the milestone's first day>/<slug>`) with its week.
    pub fn find_criterion(&self, id: &str) -> Option<(&Week, &Criterion)> {
        let week = self.week_of(self.find_day(id.split_once('/')?.0)?.no);
        let mut criteria = week.milestone.iter().flat_map(|milestone| milestone.accept.iter());
        criteria.find(|criterion| criterion.id.as_str() == id).map(|criterion| (week, criterion))
    }

    /// Returns the question of that id (`<id of the milestone's first day>/<slug>`) with its week.
    pub fn find_question(&self, id: &str) -> Option<(&Week, &Question)> {
        let week = self.week_of(self.find_day(id.split_once('/')?.0)?.no);
        let mut rubric = week.milestone.iter().flat_map(|milestone| milestone.rubric.iter());
        rubric.find(|question| question.id.as_str() == id).map(|question| (week, question))
    }

    /// Returns the week that a day is in.
    pub fn week_of(&self, day: DayNo) -> &Week {
        self.week(self.day(day).week)
    }

    /// Returns the phase that a week is in, if it is in one.
    pub fn phase_of(&self, week: WeekNo) -> Option<&Phase> {
        self.phases.iter().find(|phase| (phase.first..=phase.last).contains(&week))
    }

    /// Returns the days of a week in order.
    pub fn days_in(&self, week: &Week) -> &[Day] {
        self.days.get(week.first.index()..usize::from(week.last.get())).unwrap_or_default()
    }

    /// Returns the milestone that a day is one of the days of, with its week.
    pub fn milestone_of(&self, day: DayNo) -> Option<(&Week, &Milestone)> {
        let week = self.week_of(day);
        let milestone = week.milestone.as_ref()?;
        (milestone.first..=milestone.last).contains(&day).then_some((week, milestone))
    }

    /// Returns the later days that build on a day, in order.
    pub fn relying_on(&self, day: DayNo) -> impl Iterator<Item = &Day> {
        let later = self.days.get(day.index()..).unwrap_or_default();
        later.iter().filter(move |other| other.builds_on.contains(&day))
    }

    /// Returns the day whose id or title is nearest to what somebody typed, if one is near enough to be meant.
    pub fn suggest_day(&self, typed: &str) -> Option<&Day> {
        let names = self.days.iter().flat_map(|day| [(day.id.as_str(), day), (day.title, day)]);
        nearest(typed, names)
    }

    /// Returns how much of everything the plan has.
    pub fn totals(&self) -> Totals {
        let days = self.days.iter();
        let milestones = || self.weeks.iter().filter_map(|week| week.milestone.as_ref());
        let added = |day: &Day| day.tasks.iter().filter(|task| task.added).count();
        Totals {
            weeks: self.weeks.len(),
            days: self.days.len(),
            milestones: milestones().count(),
            tasks: days.clone().map(|day| day.tasks.len() - added(day)).sum(),
            added: days.clone().map(added).sum(),
            criteria: milestones().map(|milestone| milestone.accept.len()).sum(),
            recall: days.clone().map(|day| day.recall.len()).sum(),
            resources: days.clone().map(|day| day.resources.len()).sum(),
            notes: days.filter(|day| day.note.is_some()).count(),
        }
    }
}

/// How much of everything a plan has. It prints as one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Totals {
    /// Weeks.
    pub weeks: usize,
    /// Days.
    pub days: usize,
    /// Weeks that lead to a milestone.
    pub milestones: usize,
    /// Tasks of the plan's author.
    pub tasks: usize,
    /// Added exercises.
    pub added: usize,
    /// Checks of all milestones.
    pub criteria: usize,
    /// Recall questions.
    pub recall: usize,
    /// Resources.
    pub resources: usize,
    /// Days with a note.
    pub notes: usize,
}

impl fmt::Display for Totals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = [
            (self.weeks, "week", "weeks"),
            (self.days, "day", "days"),
            (self.milestones, "milestone", "milestones"),
            (self.criteria, "check", "checks"),
            (self.tasks, "task", "tasks"),
            (self.added, "extra exercise", "extra exercises"),
            (self.recall, "recall question", "recall questions"),
            (self.resources, "resource", "resources"),
            (self.notes, "note", "notes"),
        ];
        let mut before = "";
        for (count, one, many) in parts.into_iter().filter(|(count, ..)| *count > 0) {
            write!(f, "{before}{count} {}", if count == 1 { one } else { many })?;
            before = ", ";
        }
        Ok(())
    }
}

/// Returns the element of that index, else the last one.
#[expect(
    clippy::expect_used,
    reason = "the reader makes no plan without a day, and only it makes plans"
)]
fn at_or_last<T>(list: &[T], index: usize) -> &T {
    list.get(index).or(list.last()).expect("a plan has a day")
}
