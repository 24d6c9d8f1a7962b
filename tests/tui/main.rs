//! The screens without a terminal: keys in, cells out, on a real journal.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test fails so"
)]

#[path = "../common/absence.rs"]
mod absence;
#[path = "../common/evenings.rs"]
mod evenings;
#[path = "../common/play.rs"]
mod play;

mod bare_plans;
mod faults;
mod help;
mod hostile;
mod input;
mod keys;
mod long_weeks;
mod notes;
mod opening;
mod others;
mod overrides;
mod pace;
mod progress;
mod replan;
mod review;
mod screens;
mod search;
mod sizes;
mod warm_up;
mod week;
mod welcome;
mod wide;
