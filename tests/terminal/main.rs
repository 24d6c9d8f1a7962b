//! The real binary where it takes a machine: on a pseudo-terminal, under signals and limits, on disks that fail.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test fails so"
)]

#[path = "../common/mod.rs"]
mod common;
#[path = "../common/lab.rs"]
mod lab;
#[path = "../common/pty.rs"]
mod pty;

mod editors;
mod ends;
mod faults_disk;
mod faults_errors;
mod faults_killed;
mod faults_trace;
mod letters;
mod screen;
mod signals;
