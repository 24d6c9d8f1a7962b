//! The days of a week on which a learner studies, written `mon-fri` or `mon,wed,sat-sun`.
//!
//! Deliberately absent: dates. Which calendar days these are is the calendar's business.

use chrono::Weekday;
use std::fmt;
use std::str::FromStr;

const NAMES: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// Holds a set of weekdays that is never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weekdays(u8);

impl Weekdays {
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

    /// Every weekday in the order of a week that begins on Monday.
    pub const EACH: [Weekday; 7] = [
        Weekday::Mon,
        Weekday::Tue,
        Weekday::Wed,
        Weekday::Thu,
        Weekday::Fri,
        Weekday::Sat,
        Weekday::Sun,
    ];

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
        let mut first = true;
        let mut day = 0;
        while day < 7 {
            let run = (day..7).take_while(|d| self.0 & (1 << d) != 0).count();
            let comma = if first { "" } else { "," };
            match run {
                0 => {
                    day += 1;
                    continue;
                }
                1 => write!(f, "{comma}{}", name(day))?,
                2 => write!(f, "{comma}{},{}", name(day), name(day + 1))?,
                _ => write!(f, "{comma}{}-{}", name(day), name(day + run - 1))?,
            }
            first = false;
            day += run;
        }
        Ok(())
    }
}

fn name(day: usize) -> &'static str {
    NAMES.get(day).copied().unwrap_or("")
}

impl FromStr for Weekdays {
    type Err = String;

    /// Reads `mon-fri`, `sat,sun` or `fri-mon` (over the week's end); full English names count too.
    fn from_str(text: &str) -> Result<Self, String> {
        let mut set = 0u8;
        for part in text.split(',') {
            let (from, to) = part.split_once('-').unwrap_or((part, part));
            let (mut day, last) = (position(from)?, position(to)?);
            set |= 1 << day;
            while day != last {
                day = (day + 1) % 7;
                set |= 1 << day;
            }
        }
        Ok(Self(set))
    }
}

fn position(text: &str) -> Result<usize, String> {
    let word = text.trim().to_lowercase();
    let named = |name: &&str| {
        word.len() >= 3
            && ["", "day", "sday", "nesday", "rsday", "urday"]
                .iter()
                .any(|end| word == format!("{name}{end}"))
    };
    NAMES.iter().position(named).ok_or_else(|| {
        format!("There is no weekday \"{}\": write mon, tue, wed, thu, fri, sat or sun, a range (mon-fri) or a list (mon,wed,fri).", crate::text::visible(text.trim()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_set_of_weekdays_is_read_back_as_it_was_written() {
        for set in 1..128u8 {
            let days = Weekdays(set);
            assert_eq!(days.to_string().parse(), Ok(days), "{days}");
        }
    }

    #[test]
    fn ranges_may_cross_the_end_of_the_week() {
        assert_eq!("fri-mon".parse::<Weekdays>().unwrap().to_string(), "mon,fri-sun");
        assert_eq!("Monday-Friday".parse::<Weekdays>().unwrap().to_string(), "mon-fri");
        assert!("".parse::<Weekdays>().is_err());
        assert!("mon-".parse::<Weekdays>().is_err());
    }

    #[test]
    fn a_weekday_is_toggled_in_and_out_and_the_last_one_leaves_none() {
        for day in Weekdays::EACH {
            let without = Weekdays::ALL.toggled(day).unwrap();
            assert!(!without.contains(day) && without.count() == 6);
            assert_eq!(without.toggled(day), Some(Weekdays::ALL));
            assert_eq!(Weekdays::only(day).toggled(day), None);
        }
    }

    #[test]
    fn a_preset_has_as_many_days_as_its_place_says() {
        for (i, preset) in Weekdays::PRESETS.iter().enumerate() {
            assert_eq!(preset.count() as usize, i + 3);
        }
    }
}
