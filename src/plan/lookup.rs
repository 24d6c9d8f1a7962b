//! Questions to a plan: its parts by number, by id and by their relation to one another.

use super::id::{DayNo, PlanId, WeekNo};
use super::model::{Check, Day, Milestone, Phase, Plan, Task, Week};
use super::names::{nearest, slug};

impl Plan {
    /// Tells whether this is the plan inside the program, whose checks are the program's own.
    pub fn is_builtin(&self) -> bool {
        self.id == Self::builtin().id
    }

    /// Returns an id that tells the plan from others whose files have the same name: its title's, else a longer one.
    pub(crate) fn id_of_its_own(&self) -> PlanId {
        let titled = PlanId::new(slug(self.title)).filter(|id| *id != self.id);
        titled.or_else(|| PlanId::new(format!("my-{}", self.id))).unwrap_or_else(|| self.id.clone())
    }

    /// Returns the day of that number; for a number of a longer plan, the last day.
    pub fn day(&self, no: DayNo) -> &Day {
        at_or_last(self.days, no.index())
    }

    /// Returns the last day.
    pub fn last_day(&self) -> &Day {
        self.day(DayNo(u16::MAX))
    }

    /// Returns the week of that number; for a number of a longer plan, the last week.
    pub fn week(&self, no: WeekNo) -> &Week {
        at_or_last(self.weeks, no.index())
    }

    /// Returns the number of the day that people call the `n`-th, or `None` if there is none.
    pub fn day_no(&self, n: usize) -> Option<DayNo> {
        self.days.get(n.checked_sub(1)?).map(Day::no)
    }

    /// Returns the number of the week that people call the `n`-th, or `None` if there is none.
    pub fn week_no(&self, n: usize) -> Option<WeekNo> {
        self.weeks.get(n.checked_sub(1)?).map(Week::no)
    }

    /// Returns the day of that id.
    pub fn find_day(&self, id: &str) -> Option<&Day> {
        let place = self.by_id.binary_search_by(|&no| self.day(no).id.as_str().cmp(id)).ok()?;
        self.by_id.get(place).map(|&no| self.day(no))
    }

    /// Returns the task of that id (`<day id>/<slug>`) with its day.
    pub fn find_task(&self, id: &str) -> Option<(&Day, &Task)> {
        let day = self.find_day(id.split_once('/')?.0)?;
        day.tasks.iter().find(|task| task.id.as_str() == id).map(|task| (day, task))
    }

    /// Returns the check of that id (`<id of the milestone's first day>/<slug>`) with its week.
    pub fn find_check(&self, id: &str) -> Option<(&Week, &Check)> {
        let week = self.week_of(self.find_day(id.split_once('/')?.0)?.no);
        week.checks().iter().find(|check| check.id.as_str() == id).map(|check| (week, check))
    }

    /// Returns the place of the question of that id in its day, with the day.
    pub(crate) fn find_question(&self, id: &str) -> Option<(&Day, usize)> {
        let day = self.find_day(id.split_once('/')?.0)?;
        day.recall.iter().position(|question| question.id.as_str() == id).map(|place| (day, place))
    }

    /// Returns what an unknown id was the id of, as its letters say, before a title was mended: the id to write, and
    /// beside what. `is_free` tells whether nothing is recorded under an id of the plan.
    pub(crate) fn mended(&self, id: &str, is_free: impl Fn(&str) -> bool) -> Option<(String, String)> {
        let (day_id, item) = id.split_once('/').map_or((id, None), |(day, item)| (day, Some(item)));
        let Some(day) = self.find_day(day_id) else {
            let free = self.days.iter().filter(|day| is_free(day.id.as_str()));
            let day = nearest(day_id, free.map(|day| (day.id.as_str(), day)))?;
            return Some((day_id.to_owned(), format!("the title \"{}\" of day {}", day.title, day.no)));
        };
        let free = day.tasks.iter().filter(|task| is_free(task.id.as_str()));
        let slugs = free.filter_map(|task| Some((task.id.as_str().split_once('/')?.1, task)));
        let task = nearest(item?, slugs)?;
        Some((item?.to_owned(), format!("the task \"{}\" of day {}", task.text, day.no)))
    }

    /// Returns the day that has a task of this id's words now, with the task's place in it from 1: the task was moved.
    pub(crate) fn moved(&self, id: &str) -> Option<(DayNo, usize)> {
        let (_, words) = id.split_once('/')?;
        let place = |day: &Day| {
            day.tasks.iter().position(|task| task.id.as_str().split_once('/').is_some_and(|(_, own)| own == words))
        };
        self.days.iter().find_map(|day| Some((day.no, place(day)? + 1)))
    }

    /// Returns the week that a day is in.
    pub fn week_of(&self, day: DayNo) -> &Week {
        self.week(self.day(day).week)
    }

    /// Returns the phase that a week is in, if it is in one.
    pub fn phase_of(&self, week: WeekNo) -> Option<&Phase> {
        self.phases.iter().find(|phase| (phase.first..=phase.last).contains(&week))
    }

    /// Returns the days of a week in order.
    pub fn days_in(&self, week: &Week) -> &[Day] {
        self.days.get(week.first.index()..usize::from(week.last.get())).unwrap_or_default()
    }

    /// Returns the milestone that a day is one of the days of, with its week.
    pub fn milestone_of(&self, day: DayNo) -> Option<(&Week, &Milestone)> {
        let week = self.week_of(day);
        let milestone = week.milestone.as_ref()?;
        (milestone.first..=milestone.last).contains(&day).then_some((week, milestone))
    }

    /// Returns the later days that build on a day, in order.
    pub fn relying_on(&self, day: DayNo) -> impl Iterator<Item = &Day> {
        self.days.get(day.index()..).unwrap_or_default().iter().filter(move |other| other.builds_on.contains(&day))
    }

    /// Returns the day whose id or title is nearest to what somebody typed, if one is near enough to be meant.
    pub fn suggest_day(&self, typed: &str) -> Option<&Day> {
        nearest(typed, self.days.iter().flat_map(|day| [(day.id.as_str(), day), (day.title, day)]))
    }

    /// Returns a line that says how much of everything the plan has.
    pub fn totals(&self) -> String {
        let days = || self.days.iter();
        let tasks = |added: bool| days().flat_map(Day::tasks).filter(|task| task.added == added).count();
        let parts = [
            (self.weeks.len(), "week"),
            (self.days.len(), "day"),
            (self.weeks.iter().filter(|week| week.milestone.is_some()).count(), "milestone"),
            (self.weeks.iter().map(|week| week.checks().len()).sum(), "check"),
            (tasks(false), "task"),
            (tasks(true), "extra exercise"),
            (days().map(|day| day.recall.len()).sum(), "recall question"),
            (days().map(|day| day.resources.len()).sum(), "resource"),
            (days().filter(|day| day.note.is_some()).count(), "note"),
        ];
        let parts = parts.into_iter().filter(|(count, _)| *count > 0);
        let parts = parts.map(|(count, what)| format!("{count} {what}{}", if count == 1 { "" } else { "s" }));
        parts.collect::<Vec<_>>().join(", ")
    }
}

#[expect(clippy::expect_used, reason = "the reader makes no plan without a day, and only it makes plans")]
pub(crate) fn at_or_last<T>(list: &[T], index: usize) -> &T {
    list.get(index).or(list.last()).expect("a plan has a day")
}
