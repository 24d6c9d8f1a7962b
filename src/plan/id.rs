//! Names and numbers of a plan's parts. A number says where a day or week stands; an id says which one it is, and is
//! what a journal remembers. `Plan` hands numbers out, so that one never points outside its plan.

use super::names::{is_mark, is_seen, slug};
use crate::text::is_device;
use std::borrow::Cow;
use std::fmt;

macro_rules! numbers {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub(in crate::plan) u16);

        impl $name {
            /// Returns the number as people count: the first is 1.
            pub const fn get(self) -> u16 {
                self.0
            }

            /// Returns the number as lists count: the first is 0.
            pub const fn index(self) -> usize {
                (self.0 as usize).saturating_sub(1)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }
    )*};
}

numbers! {
    /// The position of a day in its plan; the first is 1.
    DayNo
    /// The position of a week in its plan; the first is 1.
    WeekNo
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident $(, $new:ident)?;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub(in crate::plan) Cow<'static, str>);

        impl $name {
            $(
                /// Returns that id, whether or not a plan has it: a journal may know what its plan has lost.
                pub fn $new(id: impl Into<Cow<'static, str>>) -> Self {
                    Self(id.into())
                }
            )?

            /// Returns the id as it is written in files and on the command line.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }
    )*};
}

ids! {
    /// The id of a plan, which also names its journal's file: at most 64 letters (of any script), digits, `-` and `_`, and
    /// neither a device of Windows nor `config`, which the settings have.
    PlanId;
    /// The id of a day: its `id`, else the slug of its title. Within a plan it is unique and without a `/`.
    DayId, new;
    /// The id of a task, check or question: `<day id>/<slug>`.
    ItemId, new;
}

impl PlanId {
    /// The most characters that an id may have.
    pub const LONGEST: usize = 64;

    /// Returns the id, or `None` if the name could not safely be a file's name everywhere.
    pub fn new(name: impl Into<Cow<'static, str>>) -> Option<Self> {
        let name = name.into();
        // A file's name may have some 255 bytes on most systems, and a journal's copies get longer ones.
        let fits = (1..=Self::LONGEST).contains(&name.chars().count())
            && name.len() <= 3 * Self::LONGEST
            && !name.starts_with(is_mark)
            && name.chars().all(|c| is_seen(c) && (c.is_alphanumeric() || is_mark(c) || matches!(c, '-' | '_')))
            && !is_device(&name)
            // The settings have it, and on macOS they are beside the journals.
            && !name.eq_ignore_ascii_case("config");
        fits.then_some(Self(name))
    }
}

impl DayId {
    /// Returns the id of a task of the learner's own on the day: no id of a plan begins with a `+`.
    pub(crate) fn own_task(&self, text: &str) -> ItemId {
        ItemId::new(format!("{self}/+{}", slug(text)))
    }

    /// Returns the id of a question of the learner's own on the day: no id of a plan begins with a `?`.
    pub(crate) fn own_question(&self, slug: &str) -> ItemId {
        ItemId::new(format!("{self}/?{slug}"))
    }
}

impl ItemId {
    /// Returns the id of the item's day: the part before the first `/`.
    pub fn day(&self) -> &str {
        self.0.split_once('/').map_or(&self.0, |(day, _)| day)
    }

    /// Tells whether this is the id of a question of the learner's own.
    pub(crate) fn is_own_question(id: &str) -> bool {
        id.split_once('/').is_some_and(|(_, question)| question.starts_with('?'))
    }

    pub(crate) fn is_own_task(id: &str) -> bool {
        id.split_once('/').is_some_and(|(_, task)| task.starts_with('+'))
    }
}
