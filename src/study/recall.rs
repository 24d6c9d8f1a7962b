//! Which questions are asked again, and in what order: a pure function of plan, journal and now.
//!
//! A question waits so many active dates (on which something was ticked, noted, logged or answered) as its step of the
//! ladder says. That orders the questions and nothing else: none is ever due. The ladder and the size of a session were
//! chosen by simulation; `examples/recall.rs` runs it again.

use super::Study;
use super::calendar::next_date;
use super::ladder::{FIRM, LADDER, Standing};
use super::questions::Question;
use crate::plan::{Day, ItemId};
use chrono::{Datelike, NaiveDate};
use std::cmp::Reverse;

/// How many shaky questions a session has at most.
pub const MOST_SHAKY: usize = 2;
/// How many shaky questions are offered where they are listed.
pub const SHAKY_OFFERED: usize = 12;

/// After so many study days without study a session has no more than so many questions.
const GAP: usize = 7;
const AFTER_GAP: usize = 3;

impl Question {
    /// Tells whether it was last said wrong or partly, or has no answer yet, and was not right since.
    fn comes_back(&self, standing: Standing) -> bool {
        standing.comes_back() || (self.answer.is_none() && standing.rights == 0)
    }

    /// Tells whether it was last said wrong or partly and not right twice since, or has no answer yet.
    pub fn is_shaky(&self, standing: Standing) -> bool {
        standing.is_shaky() || (self.answer.is_none() && standing.rights < FIRM)
    }
}

/// Says what is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asking {
    /// What is left of today's warm-up.
    WarmUp,
    /// More, for one who wants to go on: none that was asked today.
    More,
    /// Twelve shaky ones at most that were not asked today, those first that have waited longest.
    Shaky,
}

impl Study {
    /// Returns the questions that are asked, in order.
    pub fn to_ask(&self, what: Asking) -> Vec<Question> {
        match what {
            Asking::WarmUp => self.warm_up(),
            Asking::More => {
                let pool = self.pool().filter(|one| !one.asked.is_of(self.today())).collect();
                self.picked(pool, |one| one.asked.now, self.session_size())
            }
            Asking::Shaky => self.shaky_to_ask(),
        }
    }

    /// Returns the questions there are to ask: of complete days and the learner's own, from the next date on.
    fn pool(&self) -> impl Iterator<Item = Question> {
        let today = self.today();
        let questions = self.plan().days().iter().flat_map(|day| self.questions(day));
        questions.filter(move |one| !one.is_long && one.since.is_some_and(|since| since < today))
    }

    /// Returns how many questions a session has at most today.
    fn session_size(&self) -> usize {
        let (today, size) = (self.today(), usize::from(self.habits().warm_up));
        let mut studied = self.fold().dates.iter().rev().filter(|(date, on)| on.is_studied && *date < today);
        let days = self.schedule().pace.days;
        // A break is no miss, and yet as long without a question.
        let since = studied.next().map_or(today, |(last, _)| next_date(*last)).iter_days();
        let missed =
            since.take_while(|date| *date < today).filter(|date| days.contains(date.weekday())).take(GAP).count();
        if missed >= GAP { size.min(AFTER_GAP) } else { size }
    }

    /// Returns the first questions of a pool: at most two that come back, the longest waiting first; then those whose
    /// wait is the largest part of what the ladder says.
    fn picked(&self, pool: Vec<Question>, stands: impl Fn(&Question) -> Standing, size: usize) -> Vec<Question> {
        let today = self.today();
        let dates = self.fold().dates.iter();
        let active: Vec<NaiveDate> =
            dates.filter(|(date, on)| on.is_studied && *date < today).map(|(date, _)| *date).collect();
        let since = |question: &Question| stands(question).last().or(question.since).unwrap_or(today);
        let waited = |question: &Question| {
            let after = active.partition_point(|date| *date <= since(question));
            u64::try_from(active.len() - after + 1).unwrap_or(u64::MAX)
        };
        let (mut shaky, mut rest): (Vec<_>, Vec<_>) = pool.into_iter().partition(|one| one.comes_back(stands(one)));
        shaky.sort_by_key(|one| (since(one), stands(one).said.map(|(said, _)| said)));
        shaky.truncate(MOST_SHAKY.min(size));
        rest.retain(|one| !stands(one).is_retired());
        rest.sort_by_cached_key(|one| {
            let gap = LADDER.get(usize::from(stands(one).step)).copied().unwrap_or(u16::MAX);
            // So many dates of that gap, to a millionth.
            Reverse(waited(one).saturating_mul(1_000_000) / u64::from(gap))
        });
        rest.truncate(size - shaky.len());
        shaky.append(&mut rest);
        shaky
    }

    /// What is left of the questions that stood first this morning: the same on every machine with the same entries.
    fn warm_up(&self) -> Vec<Question> {
        let today = self.today();
        let pool: Vec<Question> = self.pool().collect();
        let asked = pool.iter().filter(|one| one.asked.is_of(today)).count();
        let mut session = self.picked(pool, |one| one.asked.before(today), self.session_size());
        let left = session.len().saturating_sub(asked);
        session.retain(|one| !one.asked.is_of(today));
        session.truncate(left);
        session
    }

    /// Returns how many questions are left of today's warm-up, without making any: every frame asks.
    pub fn warm_up_left(&self) -> usize {
        let (today, size) = (self.today(), self.session_size());
        if size == 0 {
            return 0;
        }
        let is_asked = self.fold().recalled.last >= Some(today);
        let (mut shaky, mut rest, mut asked) = (0, 0, 0);
        for day in self.plan().days() {
            // On most evenings a few days tell.
            if rest >= size && !is_asked {
                break;
            }
            let progress = self.day(day.no());
            let is_learnt = progress.completed.is_some_and(|completed| completed < today);
            let places = day.recall().iter().enumerate().filter(|(_, question)| is_learnt && !question.long);
            let plans = places.map(|(place, _)| progress.asked.get(place).copied().unwrap_or_default());
            let plans = plans.map(|one| (one, one.before(today).comes_back()));
            let own = self.own_questions(day).into_iter().filter(|own| own.since.is_some_and(|since| since < today));
            let own = own.map(|own| (own.asked, own.comes_back(own.asked.before(today))));
            for (one, comes_back) in plans.chain(own) {
                asked += usize::from(one.is_of(today));
                shaky += usize::from(comes_back);
                rest += usize::from(!comes_back && !one.before(today).is_retired());
            }
        }
        (shaky.min(MOST_SHAKY) + rest).min(size).saturating_sub(asked)
    }

    /// Returns what is asked on a day, and how many: on one to look back on what is shaky, else the warm-up.
    pub fn asked_on(&self, day: &Day) -> (Asking, usize) {
        let looks_back = day.tags.contains(&"review") && self.current_day().is_some();
        let shaky = if looks_back { self.shaky_to_ask().len() } else { 0 };
        if shaky > 0 { (Asking::Shaky, shaky) } else { (Asking::WarmUp, self.warm_up_left()) }
    }

    /// Returns the shaky questions of all days, in the plan's order.
    pub fn shaky(&self) -> Vec<Question> {
        let questions = self.plan().days().iter().flat_map(|day| self.questions(day));
        questions.filter(|one| one.since.is_some() && !one.is_long && one.is_shaky(one.asked.now)).collect()
    }

    fn shaky_to_ask(&self) -> Vec<Question> {
        let mut shaky = self.shaky();
        shaky.retain(|one| !one.asked.is_of(self.today()));
        shaky.sort_by_key(|one| one.asked.now.said.map(|(said, on)| (on, said)));
        shaky.truncate(SHAKY_OFFERED);
        shaky
    }

    /// Returns the sentence on why there is nothing to ask now, where there is not.
    pub fn unasked(&self) -> &'static str {
        let is_of_today = |one: &Question| one.asked.is_of(self.today());
        let mut questions = self.plan().days().iter().flat_map(|day| self.questions(day)).filter(|one| !one.is_long);
        match (self.habits().warm_up, questions.next()) {
            (0, _) => "The warm-up is off: `warm_up = 6` in the settings brings it back.",
            (_, None) => "The plan has no questions; lines Q: and A: in a note make one of yours.",
            (_, Some(one)) if is_of_today(&one) || questions.any(|one| is_of_today(&one)) => {
                "Today's warm-up is done; `ninety recall --shaky` shows what is shaky."
            }
            (_, Some(_)) if self.pool().next().is_some() => {
                "There is nothing to ask: every question was right on every step."
            }
            (_, Some(_)) => "Nothing to ask yet: questions come from the date after a day is complete.",
        }
    }

    /// Returns how many were asked, were right, and are shaky.
    pub fn recalled(&self) -> [usize; 3] {
        [self.fold().recalled.asked, self.fold().recalled.right, self.shaky().len()]
    }

    /// Returns the questions that were asked and that the plan does not have any more, by their ids.
    pub fn lost_questions(&self) -> impl Iterator<Item = (&str, Standing)> {
        let asked = self.fold().asked.iter().filter(|(id, _)| !ItemId::is_own_question(id));
        asked.map(|(id, asked)| (id.as_str(), asked.now))
    }

    /// Finds the question of an id.
    pub fn find_question(&self, id: &str) -> Option<Question> {
        let day = self.plan().find_day(id.split_once('/')?.0)?;
        self.questions(day).into_iter().find(|question| question.id.as_str() == id)
    }
}
