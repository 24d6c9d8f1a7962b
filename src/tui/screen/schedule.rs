//! The first start and the re-plan: one form with everything about the schedule, and beside it, live, what it comes to.
//!
//! That is found out when an answer has changed, and kept. Enter records everything at once, one entry and one undo;
//! until it is on the disk, the form stays.

mod hints;

use super::prelude::*;
use super::preview;
use crate::journal::{Break, By, Record, Terms, Weekdays};
use crate::study::{self, calendar};
use crate::tui::form::{Change, Field, Form, Input};
use crate::tui::text_box::Typed;
use crate::typed;
use chrono::{Days, NaiveDate};

pub const NOTHING_LEFT: &str = "Every day is complete or skipped; there is nothing to re-plan.";
const NOTHING_CHANGED: &str = "Nothing is changed; the schedule is as it was.";
const NO_DAYS: &str = "No weekday is chosen: choose at least one to study on.";

const START: &str = "Start";
const AT: &str = "Begin at";
const GOAL: &str = "Goal";
const DAYS: &str = "Study days";
const MINUTES: &str = "Length";
const ORDER: &str = "Order";
const FROM: &str = "Break from";
const UNTIL: &str = "Until";
const BACK: &str = "Back";

const ORDERS: &[&str] = &["day by day", "week by week"];
const BACKS: &[&str] = &["when the break ends", "today"];

/// By how many minutes the arrows go, and how long a break is until its last date is chosen.
const STEP: u16 = 15;
const WEEK: Days = Days::new(6);

/// From this many columns on the preview stands beside the form, which then grows to so many columns and rows.
const BESIDE: u16 = 78;
const LARGEST: (u16, u16) = (120, 30);

pub struct Schedule {
    form: Form,
    /// Whether it is the first start; else a re-plan.
    is_start: bool,
    /// What is recorded at enter, none where nothing is changed; or what is wrong, and with which field.
    record: Result<Option<Record>, (&'static str, String)>,
    after: Option<study::Schedule>,
    /// The finish with each number of study days a week, as the other answers have it.
    finishes: Vec<(u32, NaiveDate)>,
    scroll: isize,
}

impl Schedule {
    pub fn start(study: &Study) -> Self {
        Self::of(study, &[START, AT, DAYS, MINUTES, ORDER, GOAL])
    }

    pub fn replan(study: &Study) -> Self {
        let is_away = study.schedule().dates.break_on(study.today()).is_some();
        let labels = [GOAL, DAYS, MINUTES, ORDER, FROM, UNTIL, BACK];
        Self::of(study, if is_away { &labels } else { labels.split_last().map_or(&[], |(_, rest)| rest) })
    }

    fn of(study: &Study, labels: &[&'static str]) -> Self {
        let (schedule, pause) = (study.schedule(), coming(study));
        let date = |date: Option<NaiveDate>| date.map_or_else(String::new, |date| date.to_string());
        let input = |label| match label {
            DAYS => Input::Weekdays { days: Some(schedule.pace.days), at: study.habits().week_start },
            ORDER => Input::Choice { options: ORDERS, at: usize::from(schedule.pace.by == By::Week) },
            BACK => Input::Choice { options: BACKS, at: 0 },
            START => Input::word(study.today().to_string()),
            AT => Input::word("1".to_owned()),
            GOAL => Input::word(date(schedule.goal)),
            MINUTES => Input::word(schedule.pace.minutes.map_or_else(String::new, |m| m.to_string())),
            FROM => Input::word(date(pause.map(|pause| pause.from))),
            _until => Input::word(date(pause.map(|pause| pause.until))),
        };
        let fields = labels.iter().map(|label| Field { label, input: input(*label) }).collect();
        let form = Form::new(fields, study.habits().week_start);
        let is_start = labels.contains(&START);
        let mut screen = Self { form, is_start, record: Ok(None), after: None, finishes: Vec::new(), scroll: 0 };
        if is_start {
            screen.form.go_to(DAYS);
        }
        screen.settle(study);
        screen
    }

    /// Finds out what the form comes to, after an answer or the study has changed.
    fn settle(&mut self, study: &Study) {
        self.scroll = 0;
        if self.is_start && !self.form.is_typed(GOAL) {
            self.form.put(GOAL, Input::word(String::new()));
            let record = self.asked(study, self.form.weekdays(DAYS));
            let goal = record.ok().flatten().and_then(|record| study.preview(&record).proposed_goal());
            self.form.put(GOAL, Input::word(goal.map_or_else(String::new, |goal| goal.to_string())));
        }
        self.record = self.asked(study, self.form.weekdays(DAYS));
        let record = self.record.as_ref().ok().and_then(Option::as_ref);
        self.after = record.map(|record| study.preview(record));
        self.finishes.clear();
        self.compare(study);
    }

    /// Finds out the finish with each number of study days a week, once the cursor is on them.
    fn compare(&mut self, study: &Study) {
        if !self.finishes.is_empty() || self.form.field().is_none_or(|field| field.label != DAYS) {
            return;
        }
        for days in Weekdays::PRESETS {
            // Where another field cannot be read, nothing follows from this one.
            let Ok(record) = self.asked(study, Some(days)) else { continue };
            let finish = record.map_or_else(|| study.schedule().finish(), |record| study.preview(&record).finish());
            self.finishes.extend(finish.map(|finish| (days.count(), finish)));
        }
    }

    fn asked(&self, study: &Study, days: Option<Weekdays>) -> Result<Option<Record>, (&'static str, String)> {
        let at = |field| move |wrong| (field, wrong);
        let days = days.ok_or_else(|| (DAYS, NO_DAYS.to_owned()))?;
        let by = if self.form.choice(ORDER) == 1 { By::Week } else { By::Day };
        let minutes = self.minutes().map_err(at(MINUTES))?;
        let goal = self.date(study, GOAL).map_err(at(GOAL))?;
        if self.is_start {
            let start = typed::start_word(&self.form.word(START), study.today()).map_err(at(START))?;
            let begin = self.begin(study).map_err(at(AT))?;
            let by = (by != By::Day).then_some(by);
            let terms = Terms { start: Some(start), days: Some(days), minutes, by, goal };
            return Ok(study.changed(terms, Some(begin), Vec::new()));
        }
        let (pace, known) = (study.schedule().pace, study.schedule().goal);
        let terms = Terms {
            start: None,
            days: (days != pace.days).then_some(days),
            minutes: minutes.filter(|_| minutes != pace.minutes),
            by: (by != pace.by).then_some(by),
            goal: goal.filter(|_| goal != known),
        };
        let breaks = match self.form.choice(BACK) {
            1 => study.back_on(study.today()),
            _ => self.breaks(study)?,
        };
        Ok(study.changed(terms, None, breaks))
    }

    /// Returns the breaks that the two dates come to: the one that is filled in at first moves with them.
    fn breaks(&self, study: &Study) -> Result<Vec<Break>, (&'static str, String)> {
        let from = self.date(study, FROM).map_err(|wrong| (FROM, wrong))?;
        let until = self.until(study, from).map_err(|wrong| (UNTIL, wrong))?;
        let known = coming(study);
        let pause = from.zip(until).map(|(from, until)| Break { from, until });
        if pause == known {
            return Ok(Vec::new());
        }
        if let Some(Break { from, until }) = pause.filter(|pause| pause.until < pause.from) {
            let (from, until) = (from.format("%-d %b %Y"), until.format("%-d %b %Y"));
            return Err((UNTIL, format!("The break ends on {until}, before it begins on {from}.")));
        }
        let moved = known.filter(|known| pause.is_none_or(|pause| pause.from != known.from));
        let gone = moved.map(|known| Break { until: before(known.from), ..known });
        Ok(gone.into_iter().chain(pause).collect())
    }

    fn date(&self, study: &Study, label: &str) -> Result<Option<NaiveDate>, String> {
        match self.form.word(label).as_str() {
            "" | "none" | "no" => Ok(None),
            word => typed::date_word(word, study.today()).map(Some),
        }
    }

    /// Returns the last date of a break; until the learner chooses one, it is a week with the first.
    fn until(&self, study: &Study, from: Option<NaiveDate>) -> Result<Option<NaiveDate>, String> {
        let Some(from) = from else { return Ok(None) };
        let until = self.date(study, UNTIL)?.filter(|until| self.form.is_typed(UNTIL) || *until >= from);
        Ok(until.or(from.checked_add_days(WEEK)))
    }

    fn minutes(&self) -> Result<Option<u16>, String> {
        match self.form.word(MINUTES).as_str() {
            "" => Ok(None),
            word => typed::day_minutes_word(word).map(Some),
        }
    }

    fn begin(&self, study: &Study) -> Result<DayNo, String> {
        let (word, last) = (self.form.word(AT), study.plan().days().len());
        let day = word.parse().ok().and_then(|number| study.plan().day_no(number));
        day.ok_or_else(|| format!("\"{word}\" is no day: write a number from 1 to {last}."))
    }

    /// Steps the word of a field down or up; what cannot be read stays to be corrected.
    fn step(&mut self, study: &Study, label: &'static str, by: i16) {
        let today = study.today();
        let beside = |date: NaiveDate| if by < 0 { before(date) } else { calendar::next_date(date) };
        let word = match label {
            MINUTES => {
                let planned = study.plan().minutes().map_or(60, |minutes| minutes.max);
                let more = |minutes: u16| {
                    minutes.saturating_add_signed(by * STEP.cast_signed()).clamp(STEP, Terms::LONGEST_DAY)
                };
                self.minutes().map(|minutes| minutes.map_or(planned, more).to_string())
            }
            AT => self.begin(study).map(|day| {
                let there = usize::from(day.get()).saturating_add_signed(by.into());
                there.clamp(1, study.plan().days().len()).to_string()
            }),
            UNTIL => self.date(study, FROM).and_then(|from| {
                let until = self.until(study, from)?.map_or(today, beside);
                Ok(from.map_or(until, |from| until.max(from)).to_string())
            }),
            label => {
                let first = if label == GOAL { study.schedule().proposed_goal() } else { None };
                let date = self.date(study, label);
                date.map(|date| date.map_or_else(|| first.unwrap_or(today), beside).to_string())
            }
        };
        if let Ok(word) = word {
            self.form.put(label, Input::typed(&word));
        }
    }

    fn take(&mut self, ctx: &mut Ctx, change: Change) -> Step {
        match change {
            Change::Moved => self.compare(ctx.study),
            Change::Answer => self.settle(ctx.study),
            Change::Step(label, by) => {
                self.step(ctx.study, label, by);
                self.settle(ctx.study);
            }
        }
        Step::Stay
    }
}

impl Screen for Schedule {
    fn context(&self) -> Context {
        Context::Form
    }

    fn act(&mut self, ctx: &mut Ctx, action: Action) -> Step {
        match action {
            Action::Accept => match self.record.clone() {
                Ok(Some(record)) => Step::record(record),
                Ok(None) => ctx.close(NOTHING_CHANGED),
                Err((label, sentence)) => {
                    self.form.go_to(label);
                    ctx.warn(sentence)
                }
            },
            Action::Close if self.is_start => {
                let key = ctx.keys.key(Context::Today, Action::Replan);
                ctx.close(format!("The plan starts with the first tick; {key} sets the schedule at any time."))
            }
            Action::Close => Step::Close,
            Action::Move(motion) => ctx.scroll(&mut self.scroll, motion),
            action => {
                let change = self.form.act(action);
                self.take(ctx, change)
            }
        }
    }

    fn typed(&mut self, ctx: &mut Ctx, typed: Typed) -> Step {
        let change = self.form.typed(typed);
        self.take(ctx, change)
    }

    fn click(&mut self, ctx: &mut Ctx, target: Target) -> Step {
        if let Target::Place(place) = target {
            self.form.at = place;
            return self.take(ctx, Change::Moved);
        }
        Step::Stay
    }

    fn changed(&mut self, ctx: &mut Ctx, _recorded: Option<&Record>) {
        self.settle(ctx.study);
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, study: &Study, _day: DayNo) {
        let area = Rect { width: area.width.min(LARGEST.0), height: area.height.min(LARGEST.1), ..area };
        let (fields, below) = if area.width >= BESIDE {
            canvas::right(area, area.width / 2)
        } else {
            let wanted = canvas::columns(self.form.fields.len() + 4);
            canvas::top(area, wanted.min(area.height.saturating_sub(5)).max(3))
        };
        let enter = canvas.keys.key(Context::Form, Action::Accept);
        let title = if self.is_start { format!("Welcome: {enter} starts the plan") } else { "Re-plan".to_owned() };
        self.form.draw(canvas, fields, &title, &self.hint(study), |label| self.shown(study, label));
        self.preview(canvas, below, study);
    }
}

impl Schedule {
    fn preview(&self, canvas: &mut Canvas, area: Rect, study: &Study) {
        let (theme, columns) = (canvas.theme, Pane::columns(area));
        let (before, after) = (study.schedule(), self.after.as_ref());
        let rows = if self.record.is_ok() {
            let after = after.unwrap_or(before);
            let before = if self.is_start { after } else { before };
            let mut rows = preview::figures(theme, before, after, columns);
            rows.push(Row::blank());
            rows.extend(preview::next(theme, study, before, after, columns));
            rows
        } else {
            // The field itself says what is wrong with it.
            Row::text("It shows here once every field can be read.", columns, theme.quiet())
        };
        let title = match (self.is_start, &self.record) {
            (true, _) => "What it comes to",
            (false, Ok(None)) => "As it is",
            (false, _) => "As it would be",
        };
        Pane { title, rows, scroll: Some(self.scroll), ..Pane::default() }.draw(canvas, area);
    }
}

fn coming(study: &Study) -> Option<Break> {
    study.fold().breaks().find(|pause| pause.until >= study.today())
}

fn before(date: NaiveDate) -> NaiveDate {
    date.pred_opt().unwrap_or(date)
}
