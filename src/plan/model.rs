//! A plan: phases over weeks, weeks of days, days of tasks. Its texts and lists live as long as the program: those of
//! the built-in plan are part of it, and those of a learner's plan, which is read once, are never given back.
//!
//! Deliberately absent: progress, dates and I/O; and any way to change a plan. Only the reader makes one, so that
//! every number, range and id in it holds.

use super::id::{DayId, DayNo, ItemId, PlanId, WeekNo};

/// A text of a plan: clean of control characters.
pub type Text = &'static str;

/// A list of a plan.
pub type List<T> = &'static [T];

/// What should happen: the whole plan, with at least one week and one day. Its lookups are in `plan/lookup.rs`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    pub(in crate::plan) id: PlanId,
    pub(in crate::plan) title: Text,
    pub(in crate::plan) goal: Option<Text>,
    pub(in crate::plan) outcome: Option<Text>,
    pub(in crate::plan) minutes: Option<Minutes>,
    pub(in crate::plan) hours_per_week: Option<(u16, u16)>,
    pub(in crate::plan) phases: List<Phase>,
    pub(in crate::plan) weeks: List<Week>,
    pub(in crate::plan) days: List<Day>,
    /// Every day's number, in the order of the days' ids: what `find_day` searches.
    pub(in crate::plan) by_id: List<DayNo>,
}

/// A stretch of weeks with a subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phase {
    /// Its name.
    pub title: Text,
    /// What it is about.
    pub about: Option<Text>,
    pub(in crate::plan) first: WeekNo,
    pub(in crate::plan) last: WeekNo,
}

/// A week of the plan: any number of days that lead to one milestone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Week {
    pub(in crate::plan) no: WeekNo,
    /// Its subject.
    pub title: Text,
    pub(in crate::plan) first: DayNo,
    pub(in crate::plan) last: DayNo,
    /// What it leads to.
    pub milestone: Option<Milestone>,
}

/// What a week leads to, made on its last day or days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Milestone {
    /// What is made: its own title, else that of its first day.
    pub title: Text,
    pub(in crate::plan) first: DayNo,
    pub(in crate::plan) last: DayNo,
    /// What must hold for it to count.
    pub accept: List<Criterion>,
    /// What to do beyond it.
    pub stretch: List<Text>,
    /// What goes wrong easily.
    pub pitfalls: List<Text>,
    /// Questions to judge one's own work by.
    pub rubric: List<Question>,
}

/// A check: one thing that must hold for a milestone to count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criterion {
    pub(in crate::plan) id: ItemId,
    /// What must hold.
    pub text: Text,
}

/// One question of a rubric, a prompt of the review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    pub(in crate::plan) id: ItemId,
    /// What to ask of one's own work.
    pub text: Text,
}

/// One sitting of study: at least one task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    pub(in crate::plan) no: DayNo,
    pub(in crate::plan) week: WeekNo,
    pub(in crate::plan) id: DayId,
    /// Its subject.
    pub title: Text,
    /// What the learner can do by its end.
    pub outcome: Option<Text>,
    pub(in crate::plan) minutes: Option<Minutes>,
    pub(in crate::plan) builds_on: List<DayNo>,
    /// Subjects to find it by.
    pub tags: List<Text>,
    pub(in crate::plan) tasks: List<Task>,
    /// What it could be done with.
    pub examples: List<Text>,
    /// What to know beforehand; the only text that may have several lines.
    pub note: Option<Text>,
    /// What to read or watch.
    pub resources: List<Resource>,
    pub(in crate::plan) recall: List<Recall>,
}

/// One line to tick.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    pub(in crate::plan) id: ItemId,
    /// What kind of work it is.
    pub role: Role,
    /// What to do.
    pub text: Text,
    /// Whether it is an exercise added to the author's plan: optional, unless the day has no other task.
    pub added: bool,
}

/// The kind of work a task is; in a plan file, the key of the task's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Understand something.
    Learn,
    /// Try it.
    Practice,
    /// Do a step of one's project.
    Do,
    /// Build a project.
    Project,
    /// Put something into the world.
    Deliver,
}

impl Role {
    /// Every role, in the order of a task's way from understanding to delivery.
    pub const ALL: [Self; 5] =
        [Self::Learn, Self::Practice, Self::Do, Self::Project, Self::Deliver];

    /// Returns the role's word in files and on screens.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Learn => "learn",
            Self::Practice => "practice",
            Self::Do => "do",
            Self::Project => "project",
            Self::Deliver => "deliver",
        }
    }
}

/// How long something takes, in minutes: at least `min`, at most `max`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Minutes {
    pub(in crate::plan) min: u16,
    pub(in crate::plan) max: u16,
}

/// Something to read or watch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resource {
    /// Its name.
    pub title: Text,
    pub(in crate::plan) url: Text,
    /// What it is: `docs`, `video` or whatever the plan calls it.
    pub kind: Option<Text>,
    /// How long it takes.
    pub minutes: Option<u16>,
    /// Whether the day can do without it.
    pub extra: bool,
}

/// A question with its answer, asked again on later days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recall {
    pub(in crate::plan) id: ItemId,
    /// The question.
    pub ask: Text,
    /// Its answer.
    pub answer: Text,
    /// Whether it takes more than a moment: nothing to ask among others.
    pub long: bool,
}

/// Lets what the reader vouches for be read, and not be made.
macro_rules! getters {
    ($($of:ident { $($(#[$doc:meta])* $field:ident: $as:ty),* })*) => {$(
        impl $of {$(
            $(#[$doc])*
            pub const fn $field(&self) -> $as {
                self.$field
            }
        )*}
    )*};
}

getters! {
    Phase {
        /// Returns its first week.
        first: WeekNo,
        /// Returns its last week, which may be the first.
        last: WeekNo
    }
    Week {
        /// Returns its number.
        no: WeekNo,
        /// Returns its first day.
        first: DayNo,
        /// Returns its last day, which may be the first.
        last: DayNo
    }
    Milestone {
        /// Returns the first of its days.
        first: DayNo,
        /// Returns the last of its days, which is also its week's.
        last: DayNo
    }
    Day {
        /// Returns its number.
        no: DayNo,
        /// Returns the number of its week.
        week: WeekNo,
        /// Returns how long it takes, if the plan says so of this day.
        minutes: Option<Minutes>,
        /// Returns the earlier days that it builds on, in order.
        builds_on: List<DayNo>,
        /// Returns its tasks in the plan's order; there is at least one.
        tasks: List<Task>,
        /// Returns the questions it adds to the learner's recall.
        recall: List<Recall>
    }
    Resource {
        /// Returns its address, which begins with `http://` or `https://`.
        url: Text
    }
}

macro_rules! ids {
    ($($of:ident: $id:ident),*) => {$(
        impl $of {
            /// Returns its id.
            pub const fn id(&self) -> &$id {
                &self.id
            }
        }
    )*};
}

ids! { Day: DayId, Task: ItemId, Criterion: ItemId, Question: ItemId, Recall: ItemId }

impl Day {
    /// Returns the tasks that make the day complete: all but the added ones, or all where there is no other.
    pub fn required(&self) -> impl Iterator<Item = &Task> {
        self.tasks.iter().filter(|task| self.counts(task))
    }

    /// Tells whether the day is complete only when this task of it is done.
    pub fn counts(&self, task: &Task) -> bool {
        !task.added || self.tasks.iter().all(|task| task.added)
    }
}

impl Minutes {
    /// Returns the least time.
    pub const fn min(self) -> u16 {
        self.min
    }

    /// Returns the most time, which may be the least.
    pub const fn max(self) -> u16 {
        self.max
    }
}
