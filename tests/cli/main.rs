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
#[path = "../common/pty.rs"]
mod pty;
#[path = "../common/verbs.rs"]
mod verbs;

mod away;
mod check;
mod checks;
mod days;
mod help;
mod json;
mod mended;
mod notes;
mod own;
mod pace;
mod plain_words;
mod plans;
mod position;
mod prompt;
mod recall;
mod review;
mod schedule;
mod settings;
mod showing;
mod status;
mod surroundings;
mod time;
mod variables;
mod weeks;
mod width;
mod writing;
