//! A plan: phases over weeks, weeks of days, days of tasks. Its texts and lists live as long as the program: those of
//! the built-in plan are part of it, and those of a learner's plan, which is read once, are leaked.

use super::id::{DayId, DayNo, ItemId, PlanId, WeekNo};

/// A text of a plan: clean of control characters.
pub type Text = &'static str;

/// A list of a plan.
pub type List<T> = &'static [T];

/// Makes the parts of a plan. What stands in brackets can be read and not be made: the reader vouches for it.
macro_rules! parts {
    ($($(#[$about:meta])* $name:ident $(($id:ty))? [
        $($(#[$got_doc:meta])* $got:ident: $got_type:ty,)*
    ] {
        $($(#[$doc:meta])* $vis:vis $field:ident: $type:ty,)*
    })*) => {$(
        $(#[$about])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name {
            $(pub(in crate::plan) id: $id,)?
            $(pub(in crate::plan) $got: $got_type,)*
            $(#[doc = concat!("Its `", stringify!($field), "`.")] $(#[$doc])* $vis $field: $type,)*
        }

        impl $name {
            $(
                /// Returns its id.
                pub const fn id(&self) -> &$id {
                    &self.id
                }
            )?
            $(
                #[doc = concat!("Returns its `", stringify!($got), "`.")]
                $(#[$got_doc])*
                pub const fn $got(&self) -> $got_type {
                    self.$got
                }
            )*
        }
    )*};
}

parts! {
    /// What should happen: the whole plan, with at least one week and one day. Its lookups are in `plan/lookup.rs`.
    Plan(PlanId) [
        title: Text,
        /// What the plan is for; empty if it does not say.
        goal: Text,
        /// What its learner can do at the end; empty if it does not say.
        outcome: Text,
        minutes: Option<Minutes>,
        /// The least and the most hours of study that a week takes.
        hours_per_week: Option<(u16, u16)>,
        /// The phases in order; there may be none, and a week may be in none.
        phases: List<Phase>,
        /// The weeks in order; there is at least one.
        weeks: List<Week>,
        /// The days in order; there is at least one.
        days: List<Day>,
    ] {
        /// Every day's number, in the order of the days' ids: what `find_day` searches.
        pub(in crate::plan) by_id: List<DayNo>,
    }

    /// A stretch of weeks with a subject.
    Phase [
        first: WeekNo,
        /// Its last week, which may be the first.
        last: WeekNo,
    ] {
        pub title: Text,
        pub about: Option<Text>,
    }

    /// A week of the plan: any number of days that lead to one milestone.
    Week [
        no: WeekNo,
        first: DayNo,
        /// Its last day, which may be the first.
        last: DayNo,
    ] {
        pub title: Text,
        pub milestone: Option<Milestone>,
    }

    /// What a week leads to, made on its last day or days.
    Milestone [
        first: DayNo,
        /// The last of its days, which is also its week's.
        last: DayNo,
    ] {
        /// What is made: its own title, else that of its first day.
        pub title: Text,
        /// What must hold for it to count.
        pub accept: List<Check>,
        pub stretch: List<Text>,
        pub pitfalls: List<Text>,
        /// Questions to judge one's own work by.
        pub rubric: List<Text>,
    }

    /// What must hold for a milestone to count.
    Check(ItemId) [] {
        pub text: Text,
    }

    /// One sitting of study: at least one task.
    Day(DayId) [
        no: DayNo,
        week: WeekNo,
        /// How long it takes, if the plan says so of this day.
        minutes: Option<Minutes>,
        /// The earlier days that it builds on, in order.
        builds_on: List<DayNo>,
        /// Its tasks in the plan's order; there is at least one.
        tasks: List<Task>,
        recall: List<Recall>,
    ] {
        pub title: Text,
        /// What the learner can do by its end.
        pub outcome: Option<Text>,
        pub tags: List<Text>,
        pub examples: List<Text>,
        /// What to know beforehand; the only text that may have several lines.
        pub note: Option<Text>,
        pub resources: List<Resource>,
    }

    /// One line to tick.
    Task(ItemId) [] {
        pub role: Role,
        pub text: Text,
        /// Whether it is an exercise added to the author's plan: optional, unless the day has no other task.
        pub added: bool,
    }

    /// Something to read or watch.
    Resource [
        /// Its address, which begins with `http://` or `https://`.
        url: Text,
    ] {
        pub title: Text,
        /// What it is: `docs`, `video` or whatever the plan calls it.
        pub kind: Option<Text>,
        pub minutes: Option<u16>,
        /// Whether the day can do without it.
        pub extra: bool,
    }

    /// A question with its answer, asked again on later days.
    Recall(ItemId) [] {
        pub ask: Text,
        pub answer: Text,
        /// Whether it takes more than a moment: nothing to ask among others.
        pub long: bool,
    }
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
    pub const ALL: [Self; 5] = [Self::Learn, Self::Practice, Self::Do, Self::Project, Self::Deliver];

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
    /// The least time.
    pub min: u16,
    /// The most time, which may be the least.
    pub max: u16,
}

impl Week {
    /// Returns the checks of its milestone; none where it leads to nothing.
    pub fn checks(&self) -> List<Check> {
        self.milestone.as_ref().map_or(&[], |milestone| milestone.accept)
    }
}

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
