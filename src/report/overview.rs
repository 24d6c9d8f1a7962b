//! Where the learner stands: the position, a week with its milestone, and the whole plan.
//!
//! Deliberately absent: how the schedule comes about, which is `study::schedule`'s.

use super::asides::{self, Aside};
use super::milestone::{CheckReport, MilestoneReport, ReviewReport};
use super::{Named, Schema};
use crate::describe;
use crate::journal::Break;
use crate::plan::{Day, DayNo, Week};
use crate::study::rhythm::Rhythm;
use crate::study::{DayState, Study};
use chrono::NaiveDate;
use serde::Serialize;

/// What `ninety status` prints.
#[derive(Debug, Serialize)]
pub struct Status {
    /// The number of this form.
    pub schema: Schema,
    /// The learner's date.
    pub date: NaiveDate,
    /// The number of the current day, or none when the plan is finished.
    pub day: Option<u16>,
    /// How many days are complete.
    pub complete: usize,
    /// How many are skipped.
    pub skipped: usize,
    /// How many days the plan has.
    pub days: usize,
    /// The date that the learner wants to be done by.
    pub goal: Option<NaiveDate>,
    /// The date of the last open day.
    pub finish: Option<NaiveDate>,
    /// The study days from finish to goal.
    pub to_spare: Option<i32>,
    /// Whether today is a study day.
    pub study_day: bool,
    /// Whether something was ticked, logged or noted today.
    pub studied_today: bool,
    /// How many days became complete today.
    pub done_today: usize,
    /// What is done and to be done this week.
    pub this_week: ThisWeek,
    /// How the learner's last weeks went.
    pub rhythm: Option<RhythmReport>,
    /// The sentence about it, where it is worth one; for the printed page.
    #[serde(skip)]
    pub rhythm_says: Option<String>,
    /// The break that today is in.
    #[serde(rename = "break")]
    pub pause: Option<BreakReport>,
    /// How many study days passed since anything was recorded.
    #[serde(skip)]
    pub missed: u32,
    /// How long a study day is, where some days need more.
    #[serde(skip)]
    pub short: Option<u16>,
    /// The week whose review is offered.
    #[serde(skip)]
    pub review_due: Option<u16>,
    /// What there is to know of the date, a sentence each.
    #[serde(skip)]
    pub asides: Vec<Aside>,
}

/// Days complete and study days from one week start to the next.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct ThisWeek {
    /// How many days became complete.
    pub complete: u32,
    /// How many study days there are.
    pub study_days: u32,
}

/// How the learner's last weeks went.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct RhythmReport {
    /// How many days a week became complete.
    pub complete: u32,
    /// Of how many study days a week.
    pub study_days: u32,
    /// When the plan ends at that rate.
    pub end: NaiveDate,
    /// The study days a week that would fit the goal at that rate, where it misses it and some would.
    pub pace: Option<Fitting>,
}

/// Study days a week.
#[derive(Clone, Copy, Debug)]
pub struct Fitting(pub crate::journal::Weekdays);

impl Serialize for Fitting {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// A break: its first and its last date.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct BreakReport {
    /// The first date.
    pub from: NaiveDate,
    /// The last date.
    pub until: NaiveDate,
}

impl From<Break> for BreakReport {
    fn from(Break { from, until }: Break) -> Self {
        Self { from, until }
    }
}

impl From<Rhythm> for RhythmReport {
    fn from(rhythm: Rhythm) -> Self {
        Self {
            complete: rhythm.a_week(),
            study_days: rhythm.of(),
            end: rhythm.end,
            pace: rhythm.fitting.map(Fitting),
        }
    }
}

/// A day in a line.
#[derive(Debug, Serialize)]
pub struct DayLine<'a> {
    /// Its number, from 1.
    pub number: usize,
    /// Its id.
    pub id: &'a str,
    /// Its subject.
    pub title: &'a str,
    /// How far it has come.
    pub state: DayState,
    /// How many of the tasks that count are done.
    pub done: usize,
    /// How many tasks count.
    pub tasks: usize,
    /// Whether it is the current day.
    pub current: bool,
    /// Whether it is a day of its week's milestone.
    pub milestone: bool,
    /// Its first study day; week by week that of its stretch. None where it is complete or skipped, or nothing is
    /// recorded yet.
    pub from: Option<NaiveDate>,
    /// Its date: its last study day, or that of its stretch.
    pub date: Option<NaiveDate>,
    /// The date on which it became complete.
    pub completed: Option<NaiveDate>,
}

/// What `ninety week` prints.
#[derive(Debug, Serialize)]
pub struct OneWeek<'a> {
    /// The number of this form.
    pub schema: Schema,
    /// The plan's id.
    pub plan: &'a str,
    /// The learner's date.
    pub today: NaiveDate,
    /// How many weeks the plan has.
    pub of: usize,
    /// The week.
    pub week: WeekReport<'a>,
    /// What it leads to.
    pub milestone: Option<MilestoneReport<'a>>,
    /// What was answered when it was reviewed, if it was.
    pub review: Option<ReviewReport>,
}

/// A week with its days.
#[derive(Debug, Serialize)]
pub struct WeekReport<'a> {
    /// Its number, from 1.
    pub number: usize,
    /// Its subject.
    pub title: &'a str,
    /// Its phase, if it is in one.
    pub phase: Option<Named<'a>>,
    /// Its days.
    pub days: Vec<DayLine<'a>>,
}

/// What `ninety plan` prints.
#[derive(Debug, Serialize)]
pub struct WholePlan<'a> {
    /// The number of this form.
    pub schema: Schema,
    /// The plan's id.
    pub plan: &'a str,
    /// The learner's date.
    pub today: NaiveDate,
    /// Its name.
    pub title: &'a str,
    /// What it is for; empty if it does not say.
    pub about: &'a str,
    /// The date of the last open day, once something is recorded.
    pub finish: Option<NaiveDate>,
    /// Its weeks.
    pub weeks: Vec<PlanWeek<'a>>,
}

/// A week of the whole plan.
#[derive(Debug, Serialize)]
pub struct PlanWeek<'a> {
    /// The week.
    #[serde(flatten)]
    pub week: WeekReport<'a>,
    /// The checks of its milestone that are open though it is reached.
    pub checks_open: Vec<CheckReport<'a>>,
}

impl Status {
    /// Returns where the learner stands.
    pub fn of(study: &Study) -> Self {
        let (schedule, today) = (study.schedule(), study.today());
        let week = schedule.this_week;
        Self {
            schema: Schema,
            date: today,
            day: study.current_day().map(|day| day.no().get()),
            complete: study.days_complete(),
            skipped: study.days_skipped(),
            days: study.plan().days().len(),
            goal: schedule.goal,
            finish: study.finish(),
            to_spare: study.finish().and_then(|_| schedule.to_spare()),
            study_day: schedule.dates.is_study(today)
                && schedule.started.is_none_or(|s| s <= today),
            studied_today: study
                .fold()
                .dates()
                .iter()
                .any(|(on, date)| *on == today && date.is_studied),
            done_today: study
                .plan()
                .days()
                .iter()
                .filter(|day| study.completed(day) == Some(today))
                .count(),
            this_week: ThisWeek { complete: week.complete, study_days: week.study_days },
            rhythm: study.rhythm().map(Into::into),
            rhythm_says: describe::rhythm(study),
            pause: schedule.dates.break_on(today).map(Into::into),
            missed: schedule.missed,
            short: schedule.pace.minutes.filter(|_| schedule.has_long_days()),
            review_due: study.review_due().map(|week| week.no().get()),
            asides: asides::of(study),
        }
    }
}

impl<'a> DayLine<'a> {
    /// Returns a day in a line; `current` is the number of the current day.
    pub fn of(study: &Study, day: &'a Day, current: Option<DayNo>) -> Self {
        let (done, tasks) = study.fold().count(day);
        let slot = study.slot(day);
        Self {
            number: day.no().get().into(),
            id: day.id().as_str(),
            title: day.title,
            state: study.state(day),
            done,
            tasks,
            current: current == Some(day.no()),
            milestone: study.plan().milestone_of(day.no()).is_some(),
            from: slot.map(|slot| slot.from),
            date: slot.map(|slot| slot.date),
            completed: study.completed(day),
        }
    }
}

impl<'a> OneWeek<'a> {
    /// Returns a week with its milestone.
    pub fn of(study: &'a Study, week: &'a Week) -> Self {
        Self {
            schema: Schema,
            plan: study.plan().id().as_str(),
            today: study.today(),
            of: study.plan().weeks().len(),
            week: WeekReport::of(study, week, study.current_day().map(Day::no)),
            milestone: MilestoneReport::of(study, week),
            review: ReviewReport::of(study, week),
        }
    }
}

impl<'a> WeekReport<'a> {
    fn of(study: &'a Study, week: &'a Week, current: Option<DayNo>) -> Self {
        let days = study.plan().days_in(week).iter();
        Self {
            number: week.no().get().into(),
            title: week.title,
            phase: Named::phase(study, week),
            days: days.map(|day| DayLine::of(study, day, current)).collect(),
        }
    }
}

impl<'a> PlanWeek<'a> {
    fn of(study: &'a Study, week: &'a Week, current: Option<DayNo>) -> Self {
        let reached = week.milestone.iter().filter(|one| study.reached(one).is_some());
        let open = reached.flat_map(|milestone| {
            study.open_checks(week).map(|check| CheckReport::of(study, week, milestone, check))
        });
        Self { week: WeekReport::of(study, week, current), checks_open: open.collect() }
    }
}

impl<'a> WholePlan<'a> {
    /// Returns the whole plan with its progress.
    pub fn of(study: &'a Study) -> Self {
        let (plan, current) = (study.plan(), study.current_day().map(Day::no));
        Self {
            schema: Schema,
            plan: plan.id().as_str(),
            today: study.today(),
            title: plan.title(),
            about: plan.goal(),
            finish: study.finish(),
            weeks: plan.weeks().iter().map(|week| PlanWeek::of(study, week, current)).collect(),
        }
    }
}
