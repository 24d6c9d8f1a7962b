//! What should happen: phases over weeks, weeks of days, days of tasks.
//!
//! Read in this order: `model` (what a plan is), `id` and `lookup` (its names, and questions to it); `source`, `week`,
//! `day` and `section` (from TOML to the model), `names` (the rule of ids, and the nearest name); `document`, `fault`,
//! `problem` and `picture` (what is wrong, and where); `builtin` (the plan inside the program); `write` (to TOML);
//! `outline`, `label`, `drafts` and `import` (from a list to the model).
//!
//! Deliberately absent: reading files (the caller has the text), and everything that a learner does.

mod builtin;
mod day;
mod document;
mod drafts;
mod fault;
mod id;
mod import;
mod label;
mod lookup;
mod model;
mod names;
mod outline;
mod picture;
mod problem;
mod section;
mod source;
mod week;
mod write;

pub use document::Source;
pub use id::{DayId, DayNo, ItemId, PlanId, WeekNo};
pub use import::{Imported, NoPlan};
pub(crate) use lookup::at_or_last;
pub use model::{Check, Day, List, Milestone, Minutes, Phase, Plan, Recall, Resource, Role, Task, Text, Week};
pub(crate) use names::{composed, is_seen, nearest, slug, slug_of};
pub use problem::{Place, Problem, Problems};

/// What a plan file may have, for programs that help to write one: a JSON Schema (2020-12).
pub const SCHEMA: &str = include_str!("plan/schema.json");

/// A small plan to begin with, but for its id.
pub const SAMPLE: &str = include_str!("plan/sample.toml");
