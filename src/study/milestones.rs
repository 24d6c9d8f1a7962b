//! What is kept for milestones and weeks: criteria met, evidence, scores and reviews; and what follows from it for
//! milestones (for weeks it is in `reviews`).
//!
//! A milestone is *reached* when its days are complete, and *proven* when every criterion is met as well. Neither is ever
//! asked for: moving on with open criteria is always allowed, and they stay listed as open.
//!
//! Deliberately absent: a weight of one criterion against another, and a mark made of the scores.

use super::Study;
use crate::journal::{Answer, Answers, Entry, Fact, Key, Mark, Part, Score};
use crate::plan::{Criterion, Day, DayId, DayNo, ItemId, Milestone, Plan, Question, Week, WeekNo};
use chrono::{DateTime, FixedOffset, NaiveDate};
use std::collections::BTreeMap;

/// Holds what is kept for every week of a plan.
#[derive(Clone, Debug)]
pub struct Milestones(Vec<Kept>);

/// Holds what is kept for one week and its milestone.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    met: BTreeMap<ItemId, DateTime<FixedOffset>>,
    evidence: BTreeMap<Part, String>,
    scores: BTreeMap<ItemId, Vec<Scored>>,
    reviews: Vec<Review>,
}

/// Holds a score with the moment it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scored {
    /// The score.
    pub score: Score,
    /// When it was given.
    pub at: DateTime<FixedOffset>,
}

/// Holds a review as it was recorded.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// The entry that recorded it.
    pub key: Key,
    /// When it was recorded.
    pub at: DateTime<FixedOffset>,
    /// What was answered.
    pub answers: Answers,
}

impl Milestones {
    /// Returns what is kept before anything is recorded.
    pub(super) fn of(plan: &Plan) -> Self {
        Self(vec![Kept::default(); plan.weeks().len()])
    }

    /// Returns what is kept for a week.
    pub fn week(&self, week: WeekNo) -> &Kept {
        static NOTHING: Kept = Kept {
            met: BTreeMap::new(),
            evidence: BTreeMap::new(),
            scores: BTreeMap::new(),
            reviews: Vec::new(),
        };
        self.0.get(week.index()).unwrap_or(&NOTHING)
    }

    /// Takes in that a criterion is met since a moment, or is not.
    pub(super) fn meet(&mut self, plan: &Plan, id: &ItemId, at: Option<DateTime<FixedOffset>>) {
        let Some((week, _)) = plan.find_criterion(id.as_str()) else { return };
        let Some(kept) = self.0.get_mut(week.no().index()) else { return };
        match at {
            Some(at) => {
                kept.met.entry(id.clone()).or_insert(at);
            }
            None => drop(kept.met.remove(id)),
        }
    }

    /// Takes in evidence: what is named stands in place of what was there.
    pub(super) fn show(&mut self, plan: &Plan, milestone: &DayId, parts: &BTreeMap<Part, String>) {
        let Some(kept) = self.kept_mut(plan, milestone.as_str()) else { return };
        kept.evidence.extend(parts.iter().map(|(part, text)| (*part, text.clone())));
        kept.evidence.retain(|_, text| !text.trim().is_empty());
    }

    /// Takes in a score.
    pub(super) fn score(
        &mut self,
        plan: &Plan,
        question: &ItemId,
        score: Score,
        at: DateTime<FixedOffset>,
    ) {
        let Some((week, _)) = plan.find_question(question.as_str()) else { return };
        if let Some(kept) = self.0.get_mut(week.no().index()) {
            kept.scores.entry(question.clone()).or_default().push(Scored { score, at });
        }
    }

    /// Takes in a review.
    pub(super) fn review(&mut self, plan: &Plan, week: &DayId, entry: &Entry, answers: &Answers) {
        if let Some(kept) = self.kept_mut(plan, week.as_str()) {
            let answers = answers.clone();
            kept.reviews.push(Review { key: entry.key, at: entry.at, answers });
        }
    }

    fn kept_mut(&mut self, plan: &Plan, day: &str) -> Option<&mut Kept> {
        plan.find_day(day).and_then(|day| self.0.get_mut(day.week().index()))
    }
}

impl Kept {
    /// Returns since when a criterion is met, if it is.
    pub fn met(&self, criterion: &Criterion) -> Option<DateTime<FixedOffset>> {
        self.met.get(criterion.id()).copied()
    }

    /// Returns the evidence, part by part; no text is blank.
    pub fn evidence(&self) -> &BTreeMap<Part, String> {
        &self.evidence
    }

    /// Returns every score of a question, the first given first.
    pub fn scores(&self, question: &Question) -> &[Scored] {
        self.scores.get(question.id()).map_or(&[], Vec::as_slice)
    }

    /// Returns the reviews that stand, the first recorded first. There is more than one where two machines each
    /// recorded one.
    pub fn reviews(&self) -> &[Review] {
        &self.reviews
    }

    /// Returns what was answered in all reviews that stand, a blank line between two answers.
    pub fn answers(&self) -> Answers {
        joined(&self.reviews.iter().collect::<Vec<_>>())
    }
}

/// Returns what was answered in reviews, a blank line between two answers.
pub(super) fn joined(reviews: &[&Review]) -> Answers {
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

/// Says how far a milestone has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// Some of its days are not complete, and a criterion is open or there is none.
    Ahead,
    /// Its days are complete.
    Reached,
    /// Every criterion is met.
    Proven,
}

impl Proof {
    /// Tells whether the milestone is there to be shown: reached or proven.
    pub const fn is_there(self) -> bool {
        match self {
            Self::Ahead => false,
            Self::Reached | Self::Proven => true,
        }
    }

    /// Returns its word, as JSON and screens have it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Ahead => "ahead",
            Self::Reached => "reached",
            Self::Proven => "proven",
        }
    }
}

/// An earlier project that a day builds on.
#[derive(Clone, Copy, Debug)]
pub struct Thread<'a> {
    /// The earlier milestone.
    pub milestone: &'static Milestone,
    /// Its week.
    pub week: &'static Week,
    /// The day of it that is built on.
    pub day: &'static Day,
    /// How far it has come.
    pub proof: Proof,
    /// Where it can be seen: its live site, else its repository, else its commit.
    pub link: Option<&'a str>,
    /// The last paragraph of its notes.
    pub note: Option<&'a str>,
}

impl Study {
    /// Returns what is kept for a week and its milestone.
    pub fn kept(&self, week: &Week) -> &Kept {
        self.progress().milestones().week(week.no())
    }

    /// Returns the days of a week's milestone.
    pub fn milestone_days(&self, milestone: &Milestone) -> &'static [Day] {
        let days = self.plan().days();
        let (first, last) = (milestone.first().index(), milestone.last().index());
        days.get(first..=last).unwrap_or_default()
    }

    /// Returns how far a week's milestone has come; ahead where the week has none.
    pub fn proof(&self, week: &Week) -> Proof {
        let Some(milestone) = &week.milestone else { return Proof::Ahead };
        let kept = self.kept(week);
        if self.reached(milestone).is_none() {
            return Proof::Ahead;
        }
        let met = milestone.accept.iter().all(|criterion| kept.met(criterion).is_some());
        if met && !milestone.accept.is_empty() { Proof::Proven } else { Proof::Reached }
    }

    /// Returns the date on which the last of a milestone's days became complete, if all are.
    pub fn reached(&self, milestone: &Milestone) -> Option<NaiveDate> {
        let days = self.milestone_days(milestone).iter();
        days.map(|day| self.completed(day)).collect::<Option<Vec<_>>>()?.into_iter().max()
    }

    /// Returns the criteria of a milestone that are not met.
    pub fn open_criteria<'p>(
        &self,
        week: &Week,
        milestone: &'p Milestone,
    ) -> impl Iterator<Item = &'p Criterion> {
        let kept = self.kept(week);
        milestone.accept.iter().filter(|criterion| kept.met(criterion).is_none())
    }

    /// Returns the remaining days that build on a milestone, in order.
    pub fn resting_on(&self, milestone: &Milestone) -> Vec<DayNo> {
        let days = self.milestone_days(milestone).iter();
        let relying = days.flat_map(|day| self.plan().relying_on(day.no()));
        let mut relying: Vec<DayNo> = relying
            .filter(|day| day.no() > milestone.last() && self.progress().remains(day))
            .map(Day::no)
            .collect();
        relying.sort_unstable();
        relying.dedup();
        relying
    }

    /// Returns the earlier projects that a day builds on, in order.
    pub fn threads(&self, day: &Day) -> Vec<Thread<'_>> {
        let mut threads: Vec<Thread<'_>> = Vec::new();
        for &no in day.builds_on() {
            let Some((week, milestone)) = self.plan().milestone_of(no) else { continue };
            if week.no() == day.week() || threads.iter().any(|t| t.week.no() == week.no()) {
                continue;
            }
            let evidence = self.kept(week).evidence();
            let link = [Part::Site, Part::Repository, Part::Commit];
            let link = link.iter().find_map(|part| evidence.get(part)).map(String::as_str);
            let days = self.milestone_days(milestone).iter();
            let notes = days.flat_map(|day| self.progress().day(day.no()).note());
            let note = notes.max_by_key(|note| note.key).map(|note| note.text.trim_end());
            let proof = self.proof(week);
            threads.push(Thread { milestone, week, day: self.plan().day(no), proof, link, note });
        }
        threads
    }

    /// Returns the fact that marks a criterion as met or, when it is, as open.
    pub fn met_toggled(&self, week: &Week, criterion: &Criterion) -> Fact {
        let marks = vec![Mark::Item(criterion.id().clone())];
        if self.kept(week).met(criterion).is_some() { Fact::Open(marks) } else { Fact::Done(marks) }
    }

    /// Returns the fact that keeps these parts of the evidence for a milestone, or none where nothing is different. The
    /// texts are as [`Part::kept`] returns them.
    pub fn shown(
        &self,
        week: &Week,
        milestone: &Milestone,
        mut parts: BTreeMap<Part, String>,
    ) -> Option<Fact> {
        let known = self.kept(week).evidence();
        parts.retain(|part, text| known.get(part).map_or("", String::as_str) != text.as_str());
        let milestone = self.plan().day(milestone.first()).id().clone();
        (!parts.is_empty()).then_some(Fact::Evidence { milestone, parts })
    }

    /// Returns the fact that gives questions of a week's rubric these scores, or none where each has that score already.
    pub fn scored(&self, week: &Week, mut scores: Vec<(ItemId, Score)>) -> Option<Fact> {
        let kept = self.kept(week);
        scores.retain(|(question, score)| {
            kept.scores.get(question).and_then(|all| all.last()).is_none_or(|l| l.score != *score)
        });
        (!scores.is_empty()).then_some(Fact::Rubric { scores })
    }
}
