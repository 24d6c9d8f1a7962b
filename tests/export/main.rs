//! What leaves the program as a document: Markdown, tables, calendars, and the files that they are written to.

#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test fails so")]

#[path = "../common/mod.rs"]
mod common;
#[path = "../common/evenings.rs"]
mod evenings;
#[path = "../common/outline.rs"]
mod outline;
#[path = "../common/pty.rs"]
mod pty;
#[path = "../common/told.rs"]
mod told;

mod calendar;
mod files;
mod hostile;
mod inline;
mod markdown;
mod others;
