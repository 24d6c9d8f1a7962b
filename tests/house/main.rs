//! The repository itself: the order of its files, its README and its pictures.

#![allow(clippy::unwrap_used, reason = "a test fails so")]

#[path = "../common/circles.rs"]
mod circles;
#[path = "../common/verbs.rs"]
mod verbs;

mod picture;
mod readme;
mod tidy;
