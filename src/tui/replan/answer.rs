//! An answer that the arrows choose, and what is typed in its place.
//!
//! Deliberately absent: what an answer is about.

use tui_input::Input;

/// Holds an answer.
#[derive(Debug)]
pub struct Answer<T> {
    /// As the arrows have it.
    pub chosen: T,
    /// What is typed in its place; empty where the arrows hold.
    pub typed: Input,
}

impl<T: Copy> Answer<T> {
    /// Returns an answer with nothing typed.
    pub(super) fn new(chosen: T) -> Self {
        Self { chosen, typed: Input::default() }
    }

    /// Returns what holds, or the sentence about what was typed.
    pub fn given(&self, read: impl FnOnce(&str) -> Result<T, String>) -> Result<T, String> {
        match self.typed.value().trim() {
            "" => Ok(self.chosen),
            typed => read(typed),
        }
    }

    /// Chooses what stands beside what holds; what cannot be read stays to be corrected.
    pub(super) fn turn(
        &mut self,
        read: impl FnOnce(&str) -> Result<T, String>,
        beside: impl FnOnce(T) -> T,
    ) {
        if let Ok(held) = self.given(read) {
            *self = Self::new(beside(held));
        }
    }
}
