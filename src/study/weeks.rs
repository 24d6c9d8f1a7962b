//! Weeks of the plan: their milestones with checks and links, and their reviews. A milestone is reached when its days
//! are complete; nothing waits for checks that are open then.

use super::{DayState, Study};
use crate::journal::{Answer, Answers, Entry, Fact, Key, Part};
use crate::plan::{Check, Day, DayNo, Milestone, Week};
use chrono::{DateTime, Days, FixedOffset, NaiveDate};

/// An address that shows a milestone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub key: Key,
    pub url: String,
}

/// A review as it was recorded.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    pub key: Key,
    pub at: DateTime<FixedOffset>,
    pub answers: Answers,
}

/// An earlier project that a day builds on.
#[derive(Clone, Debug)]
pub struct Thread {
    pub milestone: &'static Milestone,
    pub week: &'static Week,
    /// The day of it that is built on.
    pub day: &'static Day,
    pub reached: Option<NaiveDate>,
    /// Where it can be seen: the link that was recorded last.
    pub link: Option<String>,
    /// The last paragraph of its notes.
    pub note: Option<String>,
}

impl Study {
    /// Returns the links of a week, the first recorded first.
    pub fn links(&self, week: &Week) -> Vec<Link> {
        let keys = self.fold.week(week.no()).links.iter();
        keys.filter_map(|key| Some(Link { key: *key, url: linked(&self.journal.get(*key)?)? })).collect()
    }

    /// Returns the reviews of a week that stand, the first recorded first.
    pub fn reviews(&self, week: &Week) -> Vec<Review> {
        let keys = self.fold.week(week.no()).reviews.iter();
        let review = |key: &Key| {
            let entry = self.journal.get(*key)?;
            let answers = entry.find(|part| {
                let Part::Review(_, texts) = part else { return None };
                let texts = texts.map(crate::journal::Text::plain);
                Some(Answers::new(texts.each_ref().map(AsRef::as_ref)))
            });
            Some(Review { key: *key, at: entry.at(), answers: answers? })
        };
        keys.filter_map(review).collect()
    }

    /// Returns what was answered in all reviews of a week that stand, a blank line between two answers.
    pub fn answers(&self, week: &Week) -> Answers {
        joined(&self.reviews(week))
    }

    /// Returns since when a check of a week's milestone is ticked, if it is.
    pub fn checked(&self, week: &Week, check: &Check) -> Option<NaiveDate> {
        let place = week.checks().iter().position(|other| other.id() == check.id())?;
        self.fold.week(week.no()).checked.get(place).copied().flatten()
    }

    /// Returns the checks of a week's milestone that are open.
    pub fn open_checks<'p>(&self, week: &'p Week) -> impl Iterator<Item = &'p Check> {
        week.checks().iter().filter(move |check| self.checked(week, check).is_none())
    }

    /// Returns the fact that an address shows a week's milestone, or none where it is recorded already.
    pub fn linked(&self, week: &Week, url: &str) -> Option<Fact> {
        let is_new = self.links(week).iter().all(|link| link.url != url);
        let week = self.plan.day(week.first()).id().clone();
        is_new.then(|| Fact::Link { week, url: url.to_owned(), over: Vec::new() })
    }

    /// Returns the fact that takes a link of a week away.
    pub fn unlinked(&self, week: &Week, link: &Link) -> Fact {
        let week = self.plan.day(week.first()).id().clone();
        Fact::Link { week, url: String::new(), over: vec![link.key] }
    }

    pub(crate) fn milestone_days(&self, milestone: &Milestone) -> &'static [Day] {
        let (first, last) = (milestone.first().index(), milestone.last().index());
        self.plan.days().get(first..=last).unwrap_or_default()
    }

    /// Returns the date on which the last of a milestone's days became complete, if all are.
    pub fn reached(&self, milestone: &Milestone) -> Option<NaiveDate> {
        let days = self.milestone_days(milestone).iter();
        days.map(|day| self.completed(day)).collect::<Option<Vec<_>>>()?.into_iter().max()
    }

    /// Returns the open days that build on a milestone, in order.
    pub fn resting_on(&self, milestone: &Milestone) -> Vec<DayNo> {
        let days = self.milestone_days(milestone).iter();
        let relying = days.flat_map(|day| self.plan.relying_on(day.no()));
        let mut relying: Vec<DayNo> =
            relying.filter(|day| day.no() > milestone.last() && self.fold.remains(day)).map(Day::no).collect();
        relying.sort_unstable();
        relying.dedup();
        relying
    }

    /// Returns the earlier projects that a day builds on, in order.
    pub fn threads(&self, day: &Day) -> Vec<Thread> {
        let mut threads: Vec<Thread> = Vec::new();
        for &no in day.builds_on() {
            let Some((week, milestone)) = self.plan.milestone_of(no) else { continue };
            if week.no() == day.week() || threads.iter().any(|t| t.week.no() == week.no()) {
                continue;
            }
            let days = self.milestone_days(milestone).iter();
            let note = days.flat_map(|day| &self.day(day.no()).notes).max().and_then(|key| self.journal.get(*key));
            threads.push(Thread {
                milestone,
                week,
                day: self.plan.day(no),
                reached: self.reached(milestone),
                link: self.links(week).pop().map(|link| link.url),
                note: note.map(|entry| self.paragraph(&entry).text.trim_end().to_owned()),
            });
        }
        threads
    }

    /// Tells whether there is something to look back on: done, skipped, noted, logged or reviewed.
    pub fn is_reviewable(&self, week: &Week) -> bool {
        self.plan.days_in(week).iter().any(|day| self.is_touched(day)) || !self.fold.week(week.no()).reviews.is_empty()
    }

    /// Tells whether something of a day was done, skipped, noted or logged.
    pub(crate) fn is_touched(&self, day: &Day) -> bool {
        let progress = self.day(day.no());
        self.state(day) != DayState::Open || !progress.notes.is_empty() || progress.minutes() > 0
    }

    /// Returns the week to look back on: the last that was over in the last seven dates and not reviewed since, else the
    /// one reviewed today, else that of the current day.
    pub(crate) fn review_at_hand(&self) -> &'static Week {
        let today = self.today();
        let since = today.checked_sub_days(Days::new(6)).unwrap_or(today);
        let reviewed =
            |week: &Week, from| self.reviews(week).iter().any(|review| self.habits().study_date(review.at) >= from);
        let is_due = |week: &&'static Week| {
            // A week that is known from elsewhere is nothing to look back on.
            let over = self.over_on(week).filter(|over| (since..=today).contains(over) && self.past_in(week).0 > 0);
            over.is_some_and(|over| !reviewed(week, over))
        };
        let weeks = || self.plan.weeks().iter();
        let current = || self.plan.week_of(self.current_day().unwrap_or(self.plan.last_day()).no());
        let due = weeks().rfind(is_due).or_else(|| weeks().rfind(|week| reviewed(week, today)));
        due.unwrap_or_else(current)
    }

    /// Returns the fact that a week was reviewed with these answers in place of the reviews named, or none where that
    /// is known already, or was shown before and not changed.
    pub fn reviewed(&self, week: &Week, answers: Answers, over: &[Key], before: &Answers) -> Option<Fact> {
        let mut known = self.reviews(week);
        known.retain(|review| over.contains(&review.key));
        let is_known = !known.is_empty() && joined(&known) == answers;
        if is_known || (!over.is_empty() && *before == answers) {
            return None;
        }
        let week = self.plan.day(week.first()).id().clone();
        Some(Fact::Review { week, answers, over: over.to_vec() })
    }

    pub(crate) fn over_on(&self, week: &Week) -> Option<NaiveDate> {
        self.all_over(self.plan.days_in(week))
    }

    pub(crate) fn past_in(&self, week: &Week) -> (usize, usize) {
        let of = |state| self.plan.days_in(week).iter().filter(|day| self.state(day) == state).count();
        (of(DayState::Complete), of(DayState::Skipped))
    }

    pub(crate) fn minutes_in(&self, week: &Week) -> u64 {
        self.plan.days_in(week).iter().map(|day| u64::from(self.day(day.no()).minutes())).sum()
    }
}

/// Returns the address that an entry says as a link.
pub(crate) fn linked(entry: &Entry) -> Option<String> {
    entry.find(|part| if let Part::Link(_, url) = part { Some(url.plain().into_owned()) } else { None })
}

fn joined(reviews: &[Review]) -> Answers {
    let all = Answer::ALL.map(|answer| {
        let mut texts: Vec<&str> = Vec::new();
        for text in reviews.iter().map(|review| review.answers.get(answer).trim_end()) {
            // What two machines both recorded is said once.
            if !text.trim().is_empty() && !texts.contains(&text) {
                texts.push(text);
            }
        }
        texts.join("\n\n")
    });
    Answers::new(all.each_ref().map(String::as_str))
}
