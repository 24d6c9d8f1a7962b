//! When everything that remains is due: the date of every remaining day, the end date that was promised, and how the
//! learner stands to it. Everything here is computed from plan, journal and now.
//!
//! Reading order: [`terms`] (what was agreed), [`dates`] (which calendar dates are study days), `walk` (a date for each
//! remaining day), [`promise`] (the end date agreed and the standing to it), [`forecast`] (when it is likely to end).
//!
//! Deliberately absent: dates that are kept anywhere, and any count of days that are overdue. A day that was not done
//! is simply the next one.

pub mod dates;
pub mod forecast;
pub mod promise;
pub mod terms;
pub(super) mod walk;

pub use dates::Dates;
pub use forecast::Forecast;
pub use promise::{Basis, Promise, Spare, Standing};
pub use terms::{Pace, Terms};

use super::calendar::AsOf;
use super::progress::Progress;
use crate::journal::{Entry, Fact, Journal};
use crate::plan::{Day, DayNo, Plan};
use chrono::{Days, NaiveDate};

/// Holds the date of every remaining day, and what follows from it.
#[derive(Clone, Debug)]
pub struct Schedule {
    today: NaiveDate,
    started: Option<NaiveDate>,
    /// When the remaining days were laid out anew last.
    laid_anew: Option<NaiveDate>,
    /// When the first deed was recorded.
    recorded: Option<NaiveDate>,
    pace: Pace,
    dates: Dates,
    first_free: NaiveDate,
    remaining: Vec<(DayNo, NaiveDate)>,
    promise: Option<Promise>,
    standing: Standing,
    spare: Spare,
    missed: u32,
    forecast: Option<Forecast>,
}

/// Says how long the learner was away, in study days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Away {
    /// Not long enough to speak of.
    No,
    /// So many, which a line mentions.
    Short(u32),
    /// So many that they are welcomed back.
    Long(u32),
}

impl Away {
    /// Returns how long so many missed study days are.
    pub const fn of(missed: u32) -> Self {
        match missed {
            0 | 1 => Self::No,
            2..=6 => Self::Short(missed),
            7.. => Self::Long(missed),
        }
    }
}

impl Schedule {
    /// Returns the schedule of a plan as of a moment.
    pub fn of(plan: &Plan, journal: &Journal, progress: &Progress, as_of: AsOf) -> Self {
        let today = as_of.habits.study_date(as_of.now);
        let terms = progress.terms();
        let first_deed = journal.live().find(|entry| entry.fact.is_deed());
        let date_of = |entry: &Entry| as_of.habits.study_date(entry.at);
        let recorded = first_deed.map(date_of);
        let started = terms.start().or(recorded);
        let is_anew = |entry: &&Entry| matches!(entry.fact, Fact::Pace { .. } | Fact::Replan(_));
        let laid_anew = journal.live().rfind(is_anew).map(date_of);
        let pace = terms.pace(plan);
        let dates = terms.dates(pace.days);
        let earliest = started.map_or(today, |start| start.max(today));
        let left: Vec<DayNo> =
            plan.days().iter().filter(|day| progress.remains(day)).map(Day::no).collect();
        let done = completed_on(plan, progress, as_of, today);
        let first_free = if done.is_empty() { earliest } else { next_date(today).max(earliest) };
        let laid = walk::Walk { plan, dates: &dates, pace, paired: terms.paired() };
        let remaining = laid.from(earliest, walk::sitting(today, earliest, &done), &left);
        let promise = first_deed.map(|first| {
            let basis = progress.basis().cloned().unwrap_or_else(|| Basis::first(plan, first));
            Promise::of(plan, &basis, as_of.habits)
        });
        let standing = promise
            .as_ref()
            .map_or(Standing::OnPace, |promise| promise.standing(progress, plan, pace, as_of));
        let (standing, spare) = promise::spared(promise.as_ref(), pace, standing);
        let mut schedule = Self {
            today,
            started,
            laid_anew,
            recorded,
            pace,
            dates,
            first_free,
            remaining,
            promise,
            standing,
            spare,
            missed: 0,
            forecast: None,
        };
        schedule.missed = schedule.since_last(journal, as_of);
        schedule.forecast = Forecast::of(plan, progress, &schedule, as_of.habits);
        schedule
    }

    /// Returns the learner's date as of which this is.
    pub fn today(&self) -> NaiveDate {
        self.today
    }

    /// Returns the date of the start: as set, else that of the first entry; none before anything is recorded.
    pub fn started(&self) -> Option<NaiveDate> {
        self.started
    }

    /// Returns the date on which the remaining days were laid out anew last, by a re-plan or another pace, if ever. A break
    /// is none.
    pub fn laid_anew(&self) -> Option<NaiveDate> {
        self.laid_anew
    }

    /// Returns the date from which on the learner's weeks tell how fast they go: not before the start, before anything was
    /// recorded, nor before the remaining days were laid out anew.
    fn telling_since(&self) -> Option<NaiveDate> {
        self.started.into_iter().chain(self.recorded).chain(self.laid_anew).max()
    }

    /// Returns the pace, with what is suggested for all that was not set.
    pub fn pace(&self) -> Pace {
        self.pace
    }

    /// Returns which dates are study days.
    pub fn dates(&self) -> &Dates {
        &self.dates
    }

    /// Returns the first date on which nothing was done yet: today, or tomorrow once a day became complete, but not before
    /// the start.
    pub fn first_free(&self) -> NaiveDate {
        self.first_free
    }

    /// Returns every remaining day with its date, in the plan's order; no date is before today or the start.
    pub fn remaining(&self) -> &[(DayNo, NaiveDate)] {
        &self.remaining
    }

    /// Returns the date of a day, or none where it is complete or skipped.
    pub fn date(&self, no: DayNo) -> Option<NaiveDate> {
        let place = self.remaining.binary_search_by_key(&no, |(day, _)| *day).ok()?;
        self.remaining.get(place).map(|(_, date)| *date)
    }

    /// Returns the remaining days that fall on a date, in order.
    pub fn on(&self, date: NaiveDate) -> impl Iterator<Item = DayNo> {
        let from = self.remaining.partition_point(|(_, on)| *on < date);
        let days = self.remaining.get(from..).unwrap_or_default().iter();
        days.take_while(move |(_, on)| *on == date).map(|(day, _)| *day)
    }

    /// Returns the date of the last remaining day, or none where nothing remains.
    pub fn finish(&self) -> Option<NaiveDate> {
        self.remaining.last().map(|(_, date)| *date)
    }

    /// Returns what was promised last, once something is recorded.
    pub fn promise(&self) -> Option<&Promise> {
        self.promise.as_ref()
    }

    /// Returns how the learner stands to the promise, spare days used first.
    pub fn standing(&self) -> Standing {
        self.standing
    }

    /// Returns the study days that may be used for something else.
    pub fn spare(&self) -> Spare {
        self.spare
    }

    /// Returns the study days since the learner last recorded anything, today not counted. Breaks and rest days never
    /// count, nor do the days of a week that is not over where the week is what counts.
    pub fn missed(&self) -> u32 {
        self.missed
    }

    /// Returns when the plan is likely to end; none where nothing was done in four weeks, or nothing remains.
    pub fn forecast(&self) -> Option<&Forecast> {
        self.forecast.as_ref()
    }

    /// Tells whether a schedule says the same to its learner: pace, breaks on the way, dates, end date, standing and spare
    /// days used.
    pub fn agrees_with(&self, other: &Self) -> bool {
        let end = |schedule: &Self| schedule.promise().and_then(Promise::end);
        self.pace == other.pace
            && self.breaks_on_the_way().eq(other.breaks_on_the_way())
            && self.remaining == other.remaining
            && end(self) == end(other)
            && (self.standing, self.spare.used, self.missed)
                == (other.standing, other.spare.used, other.missed)
    }

    /// Returns the breaks between the start and the end. One that has been tells apart what was rest and what was missed.
    fn breaks_on_the_way(&self) -> impl Iterator<Item = &(NaiveDate, NaiveDate)> {
        let (start, end) = (self.started, self.finish());
        self.dates.breaks().iter().filter(move |(from, until)| {
            start.is_none_or(|start| *until >= start) && end.is_none_or(|end| *from <= end)
        })
    }

    /// Returns how long the learner was away.
    pub fn away(&self) -> Away {
        Away::of(self.missed)
    }

    fn since_last(&self, journal: &Journal, as_of: AsOf) -> u32 {
        let Some(start) = self.started else { return 0 };
        if self.remaining.is_empty() {
            return 0;
        }
        let deeds = journal.live().filter(|entry| entry.fact.is_deed());
        let last = deeds.map(|entry| as_of.habits.study_date(entry.at)).max();
        let after = last.map_or(start, next_date).max(start);
        self.dates.count(after, self.pace.due_before(self.today, as_of.habits))
    }
}

/// Returns the days that became complete on a date, in the plan's order.
fn completed_on(plan: &Plan, progress: &Progress, as_of: AsOf, date: NaiveDate) -> Vec<DayNo> {
    let on_date = |day: &&Day| {
        progress.day(day.no()).completed().is_some_and(|at| as_of.habits.study_date(at) == date)
    };
    plan.days().iter().filter(on_date).map(Day::no).collect()
}

/// Returns the date after a date, or the last there is.
pub(crate) fn next_date(date: NaiveDate) -> NaiveDate {
    date.checked_add_days(Days::new(1)).unwrap_or(date)
}
