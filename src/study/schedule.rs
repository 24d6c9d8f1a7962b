//! When everything that remains is due: the date of every open day, the finish, and the study days to the goal.

use super::calendar::{AsOf, Habits, next_date};
use super::dates::Dates;
use super::fold::Fold;
use super::progress::DayProgress;
use crate::journal::{By, Weekdays};
use crate::plan::{Day, DayNo, Plan};
use chrono::{Datelike, Days, NaiveDate};

/// Holds the pace: as it was set, with what is suggested in place of what was not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    pub days: Weekdays,
    pub minutes: Option<u16>,
    pub by: By,
}

impl Pace {
    /// Returns the pace as it was set.
    pub fn of(fold: &Fold) -> Self {
        let terms = fold.terms;
        let days = terms.days.unwrap_or(Weekdays::SUGGESTED);
        Self { days, minutes: terms.minutes, by: terms.by.unwrap_or(By::Day) }
    }

    /// Returns how many study days a day of the plan takes: its least minutes over those of a study day.
    pub fn evenings(self, plan: &Plan, day: &Day) -> u32 {
        let least = day.minutes().or(plan.minutes()).map(|minutes| minutes.min);
        match (self.minutes, least) {
            (Some(minutes), Some(least)) => u32::from(least.div_ceil(minutes.max(1))).max(1),
            (None, _) | (_, None) => 1,
        }
    }
}

/// An open day with its date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    pub day: DayNo,
    /// Its first study day; week by week that of its stretch.
    pub from: NaiveDate,
    /// Its last study day, which is its date; week by week that of its stretch.
    pub date: NaiveDate,
}

/// What is done and to be done from one week start to the next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ThisWeek {
    pub complete: u32,
    pub study_days: u32,
}

/// Holds the date of every open day, and what follows from it.
#[derive(Clone, Debug, PartialEq)]
pub struct Schedule {
    pub today: NaiveDate,
    /// The date of the start: as set, else the first on which something was recorded; none before that.
    pub started: Option<NaiveDate>,
    pub pace: Pace,
    pub dates: Dates,
    /// The first date that is not used: today, or tomorrow once a day became complete, but not before the start.
    pub first_free: NaiveDate,
    /// Every open day with its date, in the plan's order; no date is before today or the start.
    pub slots: Vec<Slot>,
    pub goal: Option<NaiveDate>,
    /// The study days since the learner last recorded anything, without today and, week by week, the current week.
    pub missed: u32,
    pub this_week: ThisWeek,
}

struct Laying<'a> {
    plan: &'a Plan,
    fold: &'a Fold,
    habits: Habits,
    pace: Pace,
    dates: &'a Dates,
    today: NaiveDate,
    start: NaiveDate,
    free: NaiveDate,
}

impl Schedule {
    /// Returns the schedule of a plan as of a moment.
    pub fn of(plan: &Plan, fold: &Fold, as_of: AsOf) -> Self {
        let habits = as_of.habits;
        let today = habits.study_date(as_of.now);
        let pace = Pace::of(fold);
        let dates = Dates::new(pace.days, fold.breaks());
        // What a clock dated ahead begins nothing later than it was recorded.
        let started = fold.terms.start.or_else(|| fold.recorded.first().map(|first| *first.min(&today)));
        let start = started.unwrap_or(today);
        let completed_on =
            |date: NaiveDate| plan.days().iter().filter(move |day| fold.day(day.no()).completed == Some(date));
        let is_used = completed_on(today).any(|day| !fold.day(day.no()).is_extra);
        let free = if is_used { next_date(today) } else { today }.max(start);
        let laying = Laying { plan, fold, habits, pace, dates: &dates, today, start, free };
        let slots = match pace.by {
            By::Day => laying.day_by_day(),
            By::Week => laying.week_by_week(),
        };
        let week = habits.week_of(today);
        let next_week = week_after(week);
        let of_week = week.iter_days().take_while(|date| *date < next_week);
        let complete = of_week.map(|date| completed_on(date).count()).sum::<usize>();
        // What has been goes by what was set then.
        let since = week.max(start);
        let was_study =
            |date: &NaiveDate| fold.set_on(*date).0.contains(date.weekday()) && dates.break_on(*date).is_none();
        let past = since.iter_days().take_while(|date| *date < today).filter(was_study).count();
        let this_week = ThisWeek {
            complete: u32::try_from(complete).unwrap_or(u32::MAX),
            study_days: u32::try_from(past).unwrap_or(0) + dates.count(since.max(today), next_week),
        };
        let missed = laying.missed(started, !slots.is_empty());
        let goal = fold.terms.goal;
        Self { today, started, pace, first_free: free, slots, goal, missed, this_week, dates }
    }

    /// Returns the slot of a day, or none where it is complete or skipped.
    pub fn slot(&self, no: DayNo) -> Option<Slot> {
        let place = self.slots.binary_search_by_key(&no, |slot| slot.day).ok()?;
        self.slots.get(place).copied()
    }

    /// Returns the open days that lie on a date, in order.
    pub fn on(&self, date: NaiveDate) -> impl Iterator<Item = DayNo> {
        let begin = self.slots.partition_point(|slot| slot.date < date);
        let slots = self.slots.get(begin..).unwrap_or_default().iter();
        slots.take_while(move |slot| slot.from <= date).map(|slot| slot.day)
    }

    /// Returns the date of the last open day when every study day from today on is used; none where nothing is open.
    pub fn finish(&self) -> Option<NaiveDate> {
        self.slots.last().map(|slot| slot.date)
    }

    /// Returns the study days from the finish to the goal; negative where it is past the goal.
    pub fn to_spare(&self) -> Option<i32> {
        Some(self.dates.between(self.finish()?, self.goal?))
    }

    /// Returns the goal that is proposed: the finish plus one study day for every two weeks from the start on.
    pub fn proposed_goal(&self) -> Option<NaiveDate> {
        let finish = self.finish()?;
        let start = self.started.unwrap_or(self.today).min(finish);
        let weeks = (next_date(finish) - start).num_days() / 7 + 1;
        let more = u32::try_from(weeks / 2).unwrap_or(0);
        Some(if more == 0 { finish } else { self.dates.nth_from(next_date(finish), more) })
    }

    /// Tells whether a day takes several study days.
    pub fn has_long_days(&self) -> bool {
        self.pace.by == By::Day && self.slots.iter().any(|slot| slot.from < slot.date)
    }
}

impl Laying<'_> {
    fn open(&self) -> impl Iterator<Item = &Day> {
        self.plan.days().iter().filter(|day| self.fold.remains(day))
    }

    /// Returns how many study days an open day takes yet: those on which some of it was done are behind it.
    fn evenings_left(&self, day: &Day) -> u32 {
        let all = self.pace.evenings(self.plan, day);
        if all == 1 {
            return 1;
        }
        // Today is still to be used, unless it is no study day or something else has used it.
        let is_behind = self.free > self.today || !self.dates.is_study(self.today);
        let used = |date: &&NaiveDate| **date < self.today || (**date == self.today && is_behind);
        let touched = self.fold.day(day.no()).touched.iter().filter(used).count();
        all.saturating_sub(u32::try_from(touched).unwrap_or(u32::MAX)).max(1)
    }

    fn day_by_day(&self) -> Vec<Slot> {
        let mut next = self.free;
        let slot = |day: &Day| {
            let from = self.dates.first_from(next);
            let date = self.dates.nth_from(from, self.evenings_left(day));
            next = next_date(date);
            Slot { day: day.no(), from, date }
        };
        self.open().map(slot).collect()
    }

    /// Lays the open days on stretches from one week start to the next, as many on each as it has study days. In
    /// today's stretch what was done counts, and an unused evening costs nothing.
    fn week_by_week(&self) -> Vec<Slot> {
        let earliest = self.today.max(self.start);
        let mut stretch = self.stretch(earliest);
        if self.habits.week_of(stretch.from) == self.habits.week_of(self.today) {
            stretch.room = stretch.room.saturating_sub(self.used_in(stretch.begin));
        }
        let mut slots = Vec::new();
        for day in self.open() {
            let touched = self.touched_since(self.fold.day(day.no()), NaiveDate::MIN);
            let mut left = self.pace.evenings(self.plan, day).saturating_sub(touched).max(1);
            let mut from = None;
            while left > 0 {
                if stretch.room == 0 {
                    let next = self.stretch(next_date(stretch.until));
                    if next.from <= stretch.until {
                        // The calendar has no more dates.
                        break;
                    }
                    stretch = next;
                }
                from.get_or_insert(stretch.from);
                let takes = left.min(stretch.room);
                stretch.room -= takes;
                left -= takes;
            }
            slots.push(Slot { day: day.no(), from: from.unwrap_or(stretch.from), date: stretch.until });
        }
        slots
    }

    fn stretch(&self, earliest: NaiveDate) -> Stretch {
        let from = self.dates.first_from(earliest);
        let begin = self.habits.week_of(from).max(self.start);
        let end = week_after(self.habits.week_of(from));
        let until = self.dates.last_before(end, from).unwrap_or(from);
        Stretch { begin, from, until, room: self.dates.count(begin, end).max(1) }
    }

    /// Returns how many study days from a date on are used: one for each that a day of the plan took.
    fn used_in(&self, begin: NaiveDate) -> u32 {
        let used = |day: &Day| {
            let progress = self.fold.day(day.no());
            let all = self.pace.evenings(self.plan, day);
            let touched = self.touched_since(progress, begin);
            match progress.completed {
                Some(_) if progress.is_extra => 0,
                Some(date) if (begin..=self.today).contains(&date) => touched.clamp(1, all),
                Some(_) => 0,
                None => touched.min(all - 1),
            }
        };
        self.plan.days().iter().map(used).sum()
    }

    fn touched_since(&self, progress: &DayProgress, begin: NaiveDate) -> u32 {
        let touched = progress.touched.iter().filter(|date| (begin..=self.today).contains(*date));
        u32::try_from(touched.count()).unwrap_or(u32::MAX)
    }

    fn missed(&self, started: Option<NaiveDate>, is_open: bool) -> u32 {
        let Some(start) = started.filter(|_| is_open) else { return 0 };
        let known = self.fold.recorded.iter().rev().find(|date| **date <= self.today);
        let after = known.map_or(start, |last| next_date(*last)).max(start);
        let before = match self.pace.by {
            By::Day => self.today,
            By::Week => self.habits.week_of(self.today),
        };
        self.dates.count(after, before)
    }
}

struct Stretch {
    /// Its first date from the start of the plan on.
    begin: NaiveDate,
    from: NaiveDate,
    until: NaiveDate,
    room: u32,
}

fn week_after(week: NaiveDate) -> NaiveDate {
    week.checked_add_days(Days::new(7)).unwrap_or(NaiveDate::MAX)
}
