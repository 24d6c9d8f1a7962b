//! Looking back on weeks: which one, when it is offered, and the wish that becomes a fact.
//!
//! Deliberately absent: what was answered, which is kept with the milestone (`milestones`), and what happened in a week
//! (`report::review`).

use super::milestones::{Review, joined};
use super::{DayState, Study};
use crate::journal::{Answers, Fact, Key};
use crate::plan::{Day, Week};
use chrono::{DateTime, Days, FixedOffset};

impl Study {
    /// Tells whether there is something to look back on in a week: something of it is done, skipped or noted, or it was
    /// reviewed.
    pub fn is_reviewable(&self, week: &Week) -> bool {
        let touched = |day: &Day| {
            let progress = self.progress().day(day.no());
            self.state(day) != DayState::Open
                || !progress.note().is_empty()
                || progress.minutes() > 0
        };
        self.plan().days_in(week).iter().any(touched) || !self.kept(week).reviews().is_empty()
    }

    /// Returns the week whose review is at hand: the one that is offered, else the one reviewed today, else that of the
    /// current day.
    pub fn review_at_hand(&self) -> &'static Week {
        let reviewed_today = |week: &&'static Week| {
            let last = self.kept(week).reviews().last();
            last.is_some_and(|review| self.habits().study_date(review.at) == self.today())
        };
        let current = || {
            let day = self.current_day().unwrap_or(self.plan().last_day());
            self.plan().week_of(day.no())
        };
        let reviewed = || self.plan().weeks().iter().rfind(reviewed_today);
        self.review_due().or_else(reviewed).unwrap_or_else(current)
    }

    /// Returns the fact that a week was reviewed with these answers in place of the reviews named, or none where that
    /// is known already.
    pub fn reviewed(&self, week: &Week, answers: Answers, over: &[Key]) -> Option<Fact> {
        let reviews = self.kept(week).reviews().iter();
        let known: Vec<&Review> = reviews.filter(|review| over.contains(&review.key)).collect();
        if !known.is_empty() && joined(&known) == answers {
            return None;
        }
        let week = self.plan().day(week.first()).id().clone();
        Some(Fact::Review { week, answers, over: over.to_vec() })
    }

    /// Returns the week that a review is offered for: one that became finished in the last seven dates and was not
    /// reviewed since, else, of those without any review, the one that most was done on in the learner's own week, on
    /// its last date and in the week after it.
    pub fn review_due(&self) -> Option<&'static Week> {
        let today = self.today();
        let since = today.checked_sub_days(Days::new(6)).unwrap_or(today);
        let ended = |week: &&'static Week| {
            let Some(at) = self.finished(week) else { return false };
            let is_new = self.kept(week).reviews().last().is_none_or(|review| review.at < at);
            is_new && (since..=today).contains(&self.habits().study_date(at))
        };
        self.plan().weeks().iter().rfind(ended).or_else(|| self.week_worked_on())
    }

    /// Returns the moment at which the last of a week's days became complete or was skipped, where none remains.
    fn finished(&self, week: &Week) -> Option<DateTime<FixedOffset>> {
        let over = |day: &Day| {
            self.progress().day(day.no()).over().filter(|_| !self.progress().remains(day))
        };
        let days = self.plan().days_in(week).iter();
        days.map(over).collect::<Option<Vec<_>>>()?.into_iter().max()
    }

    /// Tells whether none of a week's days remains.
    pub fn is_over(&self, week: &Week) -> bool {
        self.plan().days_in(week).iter().all(|day| !self.progress().remains(day))
    }

    /// Returns the plan's week without a review on which most days became complete in the learner's week that ended
    /// last, which ends on its last date; of equals the later.
    fn week_worked_on(&self) -> Option<&'static Week> {
        let today = self.today();
        let this = self.habits().week_of(today);
        let day_after = |days: u64| today.checked_add_days(Days::new(days)).unwrap_or(today);
        let first = if self.habits().week_of(day_after(1)) == this {
            this.checked_sub_days(Days::new(7)).unwrap_or(this)
        } else {
            this
        };
        let last = first.checked_add_days(Days::new(6)).unwrap_or(first);
        let in_it =
            |day: &&Day| self.completed(day).is_some_and(|date| (first..=last).contains(&date));
        let weeks = self.plan().weeks().iter();
        let worked = weeks
            .filter(|week| self.kept(week).reviews().is_empty())
            .map(|week| (week, self.plan().days_in(week).iter().filter(in_it).count()));
        worked.filter(|(_, days)| *days > 0).max_by_key(|(_, days)| *days).map(|(week, _)| week)
    }

    /// Returns how many of a week's days are complete, and how many are skipped.
    pub fn past_in(&self, week: &Week) -> (usize, usize) {
        let of = |state| {
            let days = self.plan().days_in(week).iter();
            days.filter(|day| self.state(day) == state).count()
        };
        (of(DayState::Complete), of(DayState::Skipped))
    }
}
