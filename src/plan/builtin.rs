//! The plan inside the program.
//!
//! Deliberately absent: TOML. The build script reads `plan/` with the same reader that reads a learner's plan and writes
//! the model as constants; parsing 133 KiB of TOML at every start would take longer than all the
//! rest of it (`cargo bench --bench plan` measures both ways).

use std::borrow::Cow;

use super::id::{DayId, DayNo, ItemId, PlanId, WeekNo};
use super::model::{
    Criterion, Day, Milestone, Minutes, Phase, Plan, Question, Recall, Resource, Role, Task, Week,
};

impl Plan {
    /// Returns the built-in plan, `django-90`. It costs nothing: it is part of the program.
    pub fn builtin() -> &'static Self {
        static PLAN: Plan = include!(concat!(env!("OUT_DIR"), "/plan.rs"));
        &PLAN
    }
}
