//! What Windows does otherwise, held by the real binary there: files that another program keeps to itself, names of
//! devices, paths that are long or have blanks, line ends, and runs that are ended from outside.
//!
//! Deliberately absent: what is so on every system, which the other tests hold there too, and the screen, which needs a
//! console (`scripts/windows` gives it one).

#![cfg(windows)]
#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test fails so, and asks for what its machine has"
)]

#[path = "../common/mod.rs"]
mod common;

mod evening;
mod files;
mod in_use;
mod killed;
