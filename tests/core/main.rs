//! The rules below every view: plan, journal, schedule, weeks and milestones, on text and on files.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test fails so"
)]

#[path = "../common/desk.rs"]
mod desk;
#[path = "../common/facts.rs"]
mod facts;
#[path = "../common/learner.rs"]
mod learner;

mod content;
mod drafts;
mod evening;
mod import;
mod import_any;
mod import_marks;
mod journal;
#[cfg(unix)]
mod journal_append;
mod journal_damage;
mod journal_files;
mod journal_forms;
mod journal_lines;
mod journal_lost;
mod journal_many;
mod journal_merge;
mod journal_names;
mod journal_odd;
mod journal_undo;
mod journal_union;
#[cfg(unix)]
mod links;
mod lives;
mod milestones;
mod own_words;
mod plan;
mod plan_ids;
mod plan_limits;
mod plan_problems;
mod plan_write;
mod questions;
mod recall;
mod rules;
mod rules_lines;
mod schedule;
mod schema;
mod surroundings;
mod text;
mod weeks;
