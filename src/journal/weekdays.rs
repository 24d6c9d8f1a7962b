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

    /// Returns how many days a week these are, 1 to 7.
    pub fn count(self) -> u32 {
        self.0.count_ones()
    }

    /// Tells whether a weekday is one of them.
    pub fn contains(self, day: Weekday) -> bool {
        self.0 & (1 << day.num_days_from_monday()) != 0
    }

    /// Returns these with a weekday put in or left out; none where that would leave no day at all.
    #[must_use]
    pub fn toggled(self, day: Weekday) -> Option<Self> {
        let days = self.0 ^ (1 << day.num_days_from_monday());
        (days != 0).then_some(Self(days))
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
    fn a_weekday_is_put_in_and_left_out_but_the_last_one_stays() {
        let days: Weekdays = "mon,wed".parse().unwrap();
        assert_eq!(days.toggled(Weekday::Tue).unwrap().to_string(), "mon-wed");
        let one = days.toggled(Weekday::Mon).unwrap();
        assert_eq!((one.to_string().as_str(), one.toggled(Weekday::Wed)), ("wed", None));
    }

    #[test]
    fn a_preset_has_as_many_days_as_its_place_says() {
        for (i, preset) in Weekdays::PRESETS.iter().enumerate() {
            assert_eq!(preset.count() as usize, i + 3);
        }
    }
}
