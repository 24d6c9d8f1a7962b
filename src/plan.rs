//! What should happen: phases over weeks, weeks of days, days of tasks.
//!
//! Read in this order: `model` (what a plan is), `id` and `lookup` (its names, and questions to it); `source`, `week`, `day`
//! and `section` (from TOML to the model), `slug` (the rule of ids); `document` and `diagnostics` (what is wrong, and
//! where), `picture` (the same with a caret), `nearest` (did you mean); `builtin` (the plan inside the program) and
//! `constants` (how the build script writes it).
//!
//! Deliberately absent: reading files (the caller has the text), and everything that a learner does.

mod builtin;
mod day;
mod diagnostics;
mod document;
mod id;
mod lookup;
mod model;
mod nearest;
mod picture;
mod section;
mod slug;
mod source;
mod week;

pub use diagnostics::{Place, Problem, Problems};
pub use id::{DayId, DayNo, ItemId, PlanId, WeekNo};
pub use lookup::Totals;
pub use model::{
    Criterion, Day, List, Milestone, Minutes, Phase, Plan, Question, Recall, Resource, Role, Task,
    Text, Week,
};
pub(crate) use nearest::nearest;
pub use source::Source;
