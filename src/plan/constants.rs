//! A plan as a Rust expression for `plan/builtin.rs`. The build script alone uses it.
//!
//! Deliberately absent: any choice. Every field is written, and the compiler asks for a new one here.

use std::fmt::Write;

use super::id::{DayId, DayNo, ItemId, PlanId, WeekNo};
use super::model::{
    Criterion, Day, List, Milestone, Minutes, Phase, Plan, Question, Recall, Resource, Role, Task,
    Text, Week,
};

/// What can be written as a constant expression.
pub(crate) trait Constant {
    /// Appends the expression.
    fn write(&self, out: &mut String);
}

macro_rules! structs {
    ($($name:ident { $($field:ident),* })*) => {$(
        impl Constant for $name {
            fn write(&self, out: &mut String) {
                let Self { $($field),* } = self;
                out.push_str(concat!(stringify!($name), " {"));
                $(
                    out.push_str(concat!(stringify!($field), ": "));
                    $field.write(out);
                    out.push_str(", ");
                )*
                out.push_str("}\n");
            }
        }
    )*};
}

macro_rules! newtypes {
    ($($name:ident)*) => {$(
        impl Constant for $name {
            fn write(&self, out: &mut String) {
                out.push_str(concat!(stringify!($name), "("));
                self.0.write(out);
                out.push(')');
            }
        }
    )*};
}

macro_rules! as_printed {
    ($($name:ty),*) => {$(
        impl Constant for $name {
            fn write(&self, out: &mut String) {
                let _infallible = write!(out, "{self:?}");
            }
        }
    )*};
}

structs! {
    Plan {
        id, title, goal, outcome, minutes, hours_per_week, phases, weeks, days, by_id
    }
    Phase { title, about, first, last }
    Week { no, title, first, last, milestone }
    Milestone { title, first, last, accept, stretch, pitfalls, rubric }
    Criterion { id, text }
    Question { id, text }
    Day {
        no, week, id, title, outcome, minutes, builds_on, tags, tasks, examples, note, resources,
        recall
    }
    Task { id, role, text, added }
    Minutes { min, max }
    Resource { title, url, kind, minutes, extra }
    Recall { id, ask, answer }
}

newtypes! { DayId DayNo ItemId PlanId WeekNo }

as_printed! { bool, u16, (u16, u16) }

impl Constant for Role {
    fn write(&self, out: &mut String) {
        let _infallible = write!(out, "Role::{self:?}");
    }
}

impl Constant for Text {
    fn write(&self, out: &mut String) {
        let _infallible = write!(out, "Cow::Borrowed({self:?})");
    }
}

impl<T: Constant + Clone> Constant for List<T> {
    fn write(&self, out: &mut String) {
        out.push_str("Cow::Borrowed(&[");
        for item in self.iter() {
            item.write(out);
            out.push_str(", ");
        }
        out.push_str("])");
    }
}

impl<T: Constant> Constant for Option<T> {
    fn write(&self, out: &mut String) {
        match self {
            Some(it) => {
                out.push_str("Some(");
                it.write(out);
                out.push(')');
            }
            None => out.push_str("None"),
        }
    }
}
