//! The plan inside the program. The build script reads `plan/` with the reader of all plans and writes the model as a
//! constant: parsing 140 KB of TOML at every start would take longer than all the rest (`cargo bench --package ninety-benches --bench plan`).

use super::id::{self, DayNo, WeekNo};
use super::model::Role::{Deliver, Do, Learn, Practice, Project};
use super::model::{Check, Day, Milestone, Minutes, Phase, Plan, Recall, Resource, Task, Week};
use std::borrow::Cow;

/// Lets an id be made as `{:?}` prints it: of a text alone.
macro_rules! made_as_printed {
    ($($name:ident)*) => {$(
        #[expect(non_snake_case, reason = "it stands for the type of that name")]
        const fn $name(id: &'static str) -> id::$name {
            id::$name(Cow::Borrowed(id))
        }
    )*};
}

made_as_printed! { DayId ItemId PlanId }

impl Plan {
    /// Returns the built-in plan, `django-90`. It costs nothing: it is part of the program.
    pub fn builtin() -> &'static Self {
        static PLAN: Plan = include!(concat!(env!("OUT_DIR"), "/plan.rs"));
        &PLAN
    }
}
