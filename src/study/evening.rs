//! What this evening is: still to study, done, a rest day, a break, before the start, or after the end.

use super::Study;
use crate::plan::{Day, DayNo};
use chrono::NaiveDate;

/// Says what this evening is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evening {
    ToStudy,
    /// A day became complete, and none that is still open was begun after it.
    DoneToday {
        completed: DayNo,
        /// The next open day, with its first date where that is to come.
        next: Option<(DayNo, Option<NaiveDate>)>,
    },
    /// It is no study day, or the study days of the week are used.
    RestDay {
        /// The next study day that a day of the plan lies on.
        next: Option<NaiveDate>,
    },
    Break {
        until: NaiveDate,
    },
    BeforeStart {
        start: NaiveDate,
    },
    Finished {
        on: NaiveDate,
    },
}

impl Study {
    /// Returns what this evening is.
    pub fn evening(&self) -> Evening {
        if let Some(on) = self.finished_on() {
            return Evening::Finished { on };
        }
        let (today, schedule) = (self.today(), self.schedule());
        if let Some(completed) = self.completed_last() {
            let from = |from: NaiveDate| Some(from).filter(|from| *from > today);
            let next = schedule.slots.first().map(|slot| (slot.day, from(slot.from)));
            return Evening::DoneToday { completed, next };
        }
        if let Some(start) = self.started().filter(|start| *start > today) {
            return Evening::BeforeStart { start };
        }
        if let Some(pause) = schedule.dates.break_on(today) {
            return Evening::Break { until: pause.until };
        }
        let next = schedule.slots.first().map(|slot| slot.from).filter(|from| *from > today);
        let is_used = next.is_some() && schedule.first_free <= today;
        if is_used || !schedule.dates.is_study(today) {
            return Evening::RestDay { next };
        }
        Evening::ToStudy
    }

    /// Returns the day that the learner is at: the one that became complete this evening, once it is done; else the one
    /// of which they ticked something last, else the current one.
    pub fn day_at_hand(&self) -> Option<&'static Day> {
        let completed = self.completed_last().map(|no| self.plan.day(no));
        completed.or_else(|| self.ticked_last(|_| true)).or_else(|| self.current_day())
    }

    /// Returns the day that became complete last this evening, unless one that is still open was ticked after it.
    fn completed_last(&self) -> Option<DayNo> {
        let today = self.today();
        let completed = self.ticked_last(|day| {
            let progress = self.day(day.no());
            progress.completed == Some(today) && !progress.is_extra
        })?;
        let open = self.ticked_last(|day| self.fold.remains(day)).map(Day::no);
        let last = |no| self.day(no).ticked;
        (open.and_then(last) < last(completed.no())).then_some(completed.no())
    }

    fn ticked_last(&self, is_one: impl Fn(&Day) -> bool) -> Option<&'static Day> {
        let today = self.today();
        let last = |day: &&'static Day| self.day(day.no()).ticked.filter(|(_, on)| *on == today);
        self.plan.days().iter().filter(|day| last(day).is_some() && is_one(day)).max_by_key(last)
    }
}
