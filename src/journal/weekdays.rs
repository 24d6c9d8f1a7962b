//! The days of a week on which a learner studies, written `mon-fri` or `mon,wed,sat-sun`.

use chrono::Weekday;
use std::fmt;
use std::str::FromStr;

const NAMES: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// Holds a set of weekdays that is never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weekdays(u8);

impl Weekdays {
    /// What is suggested: five days fit ten to fifteen hours a week of an hour and a half to three.
    pub const SUGGESTED: Self = Self(0b001_1111);

    /// Every day.
    pub const ALL: Self = Self(0b111_1111);

    /// The sets offered for 3 to 7 study days a week, spread so that rest falls between them.
    pub const PRESETS: [Self; 5] = [
        Self(0b001_0101), // mon, wed, fri
        Self(0b001_1011), // mon, tue, thu, fri
        Self(0b001_1111), // mon-fri
        Self(0b011_1111), // mon-sat
        Self::ALL,
    ];

    /// Returns the set that is offered for so many days a week; none but for 3 to 7.
    pub fn preset(count: u32) -> Option<Self> {
        Self::PRESETS.into_iter().find(|days| days.count() == count)
    }

    /// Returns how many days a week these are, 1 to 7.
    pub fn count(self) -> u32 {
        self.0.count_ones()
    }

    /// Returns one weekday alone.
    pub fn only(day: Weekday) -> Self {
        Self(1 << day.num_days_from_monday())
    }

    /// Returns these with a weekday taken in or, where it is one of them, left out; none where no day is left.
    #[must_use]
    pub fn toggled(self, day: Weekday) -> Option<Self> {
        let set = self.0 ^ Self::only(day).0;
        (set != 0).then_some(Self(set))
    }

    /// Tells whether a weekday is one of them.
    pub fn contains(self, day: Weekday) -> bool {
        self.0 & Self::only(day).0 != 0
    }
}

impl fmt::Display for Weekdays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let days: Vec<(usize, &str)> = (0..).zip(NAMES).filter(|(day, _)| self.0 & (1 << day) != 0).collect();
        let runs = days.chunk_by(|(one, _), (next, _)| one + 1 == *next).map(|run| match run {
            [(_, first), _, .., (_, last)] if run.len() > 2 => format!("{first}-{last}"),
            run => run.iter().map(|(_, name)| *name).collect::<Vec<_>>().join(","),
        });
        f.write_str(&runs.collect::<Vec<_>>().join(","))
    }
}

impl FromStr for Weekdays {
    type Err = String;

    /// Reads `mon-fri`, `sat,sun` or `fri-mon` (over the week's end); full English names count too.
    fn from_str(text: &str) -> Result<Self, String> {
        let mut set = 0u8;
        for part in text.split(',') {
            let (from, to) = part.split_once('-').unwrap_or((part, part));
            let (first, last) = (position(from)?, position(to)?);
            let days = first..=if first <= last { last } else { last + 7 };
            days.for_each(|day| set |= 1 << (day % 7));
        }
        Ok(Self(set))
    }
}

fn position(text: &str) -> Result<u32, String> {
    let day = text.trim().parse::<Weekday>().map(|day| day.num_days_from_monday());
    day.map_err(|_unknown| {
        format!(
            "There is no weekday \"{}\": write mon, tue, wed, thu, fri, sat or sun, a range (mon-fri) or a list \
             (mon,wed,fri).",
            crate::text::visible(text.trim())
        )
    })
}
