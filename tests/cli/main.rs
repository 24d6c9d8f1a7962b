//! The command line: the real binary as other programs and people at a prompt run it, each time in a world of its own.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test fails so"
)]

#[path = "../common/mod.rs"]
mod common;
#[cfg(unix)]
#[path = "../common/pty.rs"]
mod pty;
#[path = "../common/verbs.rs"]
mod verbs;

mod away;
mod bare_plans;
mod check;
mod checks;
mod completions;
mod days;
mod help;
mod json;
mod json_page;
mod manual;
mod mended;
#[cfg(unix)]
mod notes;
mod own;
mod pace;
mod plain_words;
mod plan_in_use;
mod plan_names;
mod plans;
mod position;
mod printed;
mod prompt;
mod recall;
mod remind;
#[cfg(unix)]
mod review;
mod schedule;
mod scripts;
#[cfg(unix)]
mod settings;
mod showing;
mod status;
#[cfg(unix)]
mod surroundings;
mod time;
#[cfg(unix)]
mod variables;
mod weeks;
#[cfg(unix)]
mod width;
#[cfg(unix)]
mod writing;
