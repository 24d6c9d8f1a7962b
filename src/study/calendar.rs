//! Which date it is for the learner. Deliberately absent: a clock, and local midnights (some do not exist).

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Weekday};

/// Says when the learner's days and weeks begin, and how many questions a warm-up has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Habits {
    /// When the study day begins, local time; work after midnight belongs to the evening before.
    pub day_start: NaiveTime,
    pub week_start: Weekday,
    /// The most questions of a session; 0 where there is no warm-up.
    pub warm_up: u8,
}

impl Default for Habits {
    fn default() -> Self {
        let day_start = NaiveTime::from_hms_opt(4, 0, 0).unwrap_or_default();
        Self { day_start, week_start: Weekday::Mon, warm_up: 6 }
    }
}

impl Habits {
    /// Returns the date that it is for the learner: that of local time less the start of the study day.
    pub fn study_date(self, at: DateTime<FixedOffset>) -> NaiveDate {
        self.study_date_of(at.naive_local())
    }

    pub(crate) fn study_date_of(self, local: NaiveDateTime) -> NaiveDate {
        let date = local.date();
        if local.time() < self.day_start { date.pred_opt().unwrap_or(date) } else { date }
    }

    /// Tells whether it is past midnight and still the evening before for the learner.
    pub fn is_late(self, now: DateTime<FixedOffset>) -> bool {
        self.study_date(now) != now.date_naive()
    }

    /// Returns the first date of the week that a date is in.
    pub fn week_of(self, date: NaiveDate) -> NaiveDate {
        date.week(self.week_start).checked_first_day().unwrap_or(date)
    }
}

pub(crate) fn next_date(date: NaiveDate) -> NaiveDate {
    date.succ_opt().unwrap_or(date)
}

/// Holds a moment with how the learner counts days.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AsOf {
    pub now: DateTime<FixedOffset>,
    pub habits: Habits,
}

impl From<DateTime<FixedOffset>> for AsOf {
    fn from(now: DateTime<FixedOffset>) -> Self {
        Self { now, habits: Habits::default() }
    }
}
