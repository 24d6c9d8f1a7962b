//! The first start and the re-plan: one form with everything about the schedule, and beside it, live, what it comes to.
//!
//! That is found out when an answer has changed, and kept. Enter records everything at once, one entry and one undo;
//! until it is on the disk, the form stays.

mod draw;

use super::prelude::*;
use crate::journal::{Break, By, Record, Terms, Weekdays};
use crate::study::{self, calendar};
use crate::tui::text_box::{Lines, TextBox, Typed};
use crate::typed;
use chrono::{Days, NaiveDate, Weekday};

pub const NOTHING_LEFT: &str = "Every day is complete or skipped; there is nothing to re-plan.";
const NOTHING_CHANGED: &str = "Nothing is changed; the schedule is as it was.";
const NO_DAYS: &str = "No weekday is chosen: choose at least one to study on.";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[rustfmt::skip]
enum Field { Start, Begin, Days, Length, Order, Goal, From, Until, Back }

/// The answer to a field in words: what was filled in, empty for none, which gives way to what is typed.
struct Answer {
    field: Field,
    filled: String,
    typed: Option<Box<TextBox>>,
}

/// By how many minutes the arrows go, and how long a break is until its last date is chosen.
const STEP: u16 = 15;
const WEEK: Days = Days::new(6);

/// From this many columns on the preview stands beside the form, which then grows to so many columns and rows.
const BESIDE: u16 = 78;
const LARGEST: (u16, u16) = (120, 30);

pub struct Schedule {
    answers: Vec<Answer>,
    /// The field that the cursor is on, by its place.
    at: usize,
    /// The study days, none where every one was taken out, and the weekday that the cursor is on.
    days: Option<Weekdays>,
    weekday: Weekday,
    by: By,
    is_back: bool,
    /// Whether it is the first start; else a re-plan.
    is_start: bool,
    /// What is recorded at enter, none where nothing is changed; or what is wrong, and with which field.
    record: Result<Option<Record>, (Field, String)>,
    after: Option<study::Schedule>,
    /// The finish with each number of study days a week, as the other answers have it.
    finishes: Vec<(u32, NaiveDate)>,
    scroll: isize,
}

impl Schedule {
    pub fn start(study: &Study) -> Self {
        use Field::{Begin, Days, Goal, Length, Order, Start};
        let mut screen = Self::of(study, &[Start, Begin, Days, Length, Order, Goal]);
        screen.go_to(Days);
        screen.compare(study);
        screen
    }

    pub fn replan(study: &Study) -> Self {
        use Field::{Back, Days, From, Goal, Length, Order, Until};
        let is_away = study.schedule().dates.break_on(study.today()).is_some();
        let fields = [Goal, Days, Length, Order, From, Until, Back];
        Self::of(study, if is_away { &fields } else { fields.split_last().map_or(&[], |(_, rest)| rest) })
    }

    fn of(study: &Study, fields: &[Field]) -> Self {
        let (schedule, pause) = (study.schedule(), coming(study));
        let date = |date: Option<NaiveDate>| date.map_or_else(String::new, |date| date.to_string());
        let filled = |field| match field {
            Field::Start => study.today().to_string(),
            Field::Begin => "1".to_owned(),
            Field::Goal => date(schedule.goal),
            Field::Length => schedule.pace.minutes.map_or_else(String::new, |minutes| minutes.to_string()),
            Field::From => date(pause.map(|pause| pause.from)),
            Field::Until => date(pause.map(|pause| pause.until)),
            Field::Days | Field::Order | Field::Back => String::new(),
        };
        let answer = |field: &Field| Answer { field: *field, filled: filled(*field), typed: None };
        let mut screen = Self {
            answers: fields.iter().map(answer).collect(),
            at: 0,
            days: Some(schedule.pace.days),
            weekday: study.habits().week_start,
            by: schedule.pace.by,
            is_back: false,
            is_start: fields.contains(&Field::Start),
            record: Ok(None),
            after: None,
            finishes: Vec::new(),
            scroll: 0,
        };
        screen.settle(study);
        screen
    }

    fn field(&self) -> Option<Field> {
        self.answers.get(self.at).map(|answer| answer.field)
    }

    fn go_to(&mut self, field: Field) {
        self.at = self.answers.iter().position(|answer| answer.field == field).unwrap_or(self.at);
    }

    fn word(&self, field: Field) -> String {
        let answer = self.answers.iter().find(|answer| answer.field == field);
        let word = |answer: &Answer| match &answer.typed {
            Some(text) => text.text().trim().to_owned(),
            None => answer.filled.clone(),
        };
        answer.map(word).unwrap_or_default()
    }

    fn is_typed(&self, field: Field) -> bool {
        self.answers.iter().any(|answer| answer.field == field && answer.typed.is_some())
    }

    fn put(&mut self, field: Field, filled: String, typed: Option<Box<TextBox>>) {
        if let Some(answer) = self.answers.iter_mut().find(|answer| answer.field == field) {
            (answer.filled, answer.typed) = (filled, typed);
        }
    }

    /// Finds out what the form comes to, after an answer or the study has changed.
    fn settle(&mut self, study: &Study) {
        self.scroll = 0;
        if self.is_start && !self.is_typed(Field::Goal) {
            self.put(Field::Goal, String::new(), None);
            let record = self.asked(study, self.days);
            let goal = record.ok().flatten().and_then(|record| study.preview(&record).proposed_goal());
            self.put(Field::Goal, goal.map_or_else(String::new, |goal| goal.to_string()), None);
        }
        self.record = self.asked(study, self.days);
        let record = self.record.as_ref().ok().and_then(Option::as_ref);
        self.after = record.map(|record| study.preview(record));
        self.finishes.clear();
        self.compare(study);
    }

    /// Finds out the finish with each number of study days a week, once the cursor is on them.
    fn compare(&mut self, study: &Study) {
        if !self.finishes.is_empty() || self.field() != Some(Field::Days) {
            return;
        }
        for days in Weekdays::PRESETS {
            // Where another field cannot be read, nothing follows from this one.
            let Ok(record) = self.asked(study, Some(days)) else { continue };
            let finish = record.map_or_else(|| study.schedule().finish(), |record| study.preview(&record).finish());
            self.finishes.extend(finish.map(|finish| (days.count(), finish)));
        }
    }

    fn asked(&self, study: &Study, days: Option<Weekdays>) -> Result<Option<Record>, (Field, String)> {
        let at = |field| move |wrong| (field, wrong);
        let days = days.ok_or_else(|| (Field::Days, NO_DAYS.to_owned()))?;
        let minutes = self.minutes().map_err(at(Field::Length))?;
        let goal = self.date(study, Field::Goal).map_err(at(Field::Goal))?;
        if self.is_start {
            let start = typed::start_word(&self.word(Field::Start), study.today()).map_err(at(Field::Start))?;
            let begin = self.begin(study).map_err(at(Field::Begin))?;
            let by = (self.by != By::Day).then_some(self.by);
            let terms = Terms { start: Some(start), days: Some(days), minutes, by, goal };
            return Ok(study.changed(terms, Some(begin), Vec::new()));
        }
        let (pace, known) = (study.schedule().pace, study.schedule().goal);
        let terms = Terms {
            start: None,
            days: (days != pace.days).then_some(days),
            minutes: minutes.filter(|_| minutes != pace.minutes),
            by: (self.by != pace.by).then_some(self.by),
            goal: goal.filter(|_| goal != known),
        };
        let breaks = if self.is_back { study.back_on(study.today()) } else { self.breaks(study)? };
        Ok(study.changed(terms, None, breaks))
    }

    /// Returns the breaks that the two dates come to: the one that is filled in at first moves with them.
    fn breaks(&self, study: &Study) -> Result<Vec<Break>, (Field, String)> {
        let from = self.date(study, Field::From).map_err(|wrong| (Field::From, wrong))?;
        let until = self.until(study, from).map_err(|wrong| (Field::Until, wrong))?;
        let known = coming(study);
        let pause = from.zip(until).map(|(from, until)| Break { from, until });
        if pause == known {
            return Ok(Vec::new());
        }
        if let Some(Break { from, until }) = pause.filter(|pause| pause.until < pause.from) {
            let (from, until) = (from.format("%-d %b %Y"), until.format("%-d %b %Y"));
            return Err((Field::Until, format!("The break ends on {until}, before it begins on {from}.")));
        }
        let moved = known.filter(|known| pause.is_none_or(|pause| pause.from != known.from));
        let gone = moved.map(|known| Break { until: before(known.from), ..known });
        Ok(gone.into_iter().chain(pause).collect())
    }

    fn date(&self, study: &Study, field: Field) -> Result<Option<NaiveDate>, String> {
        match self.word(field).as_str() {
            "" | "none" | "no" => Ok(None),
            word => typed::date_word(word, study.today()).map(Some),
        }
    }

    /// Returns the last date of a break; until the learner chooses one, it is a week with the first.
    fn until(&self, study: &Study, from: Option<NaiveDate>) -> Result<Option<NaiveDate>, String> {
        let Some(from) = from else { return Ok(None) };
        let until = self.date(study, Field::Until)?.filter(|until| self.is_typed(Field::Until) || *until >= from);
        Ok(until.or(from.checked_add_days(WEEK)))
    }

    fn minutes(&self) -> Result<Option<u16>, String> {
        match self.word(Field::Length).as_str() {
            "" => Ok(None),
            word => typed::day_minutes_word(word).map(Some),
        }
    }

    fn begin(&self, study: &Study) -> Result<DayNo, String> {
        let (word, last) = (self.word(Field::Begin), study.plan().days().len());
        let day = word.parse().ok().and_then(|number| study.plan().day_no(number));
        day.ok_or_else(|| format!("\"{word}\" is no day: write a number from 1 to {last}."))
    }

    /// Steps the word of a field down or up; what cannot be read stays to be corrected.
    fn step(&mut self, study: &Study, field: Field, by: i16) {
        let today = study.today();
        let beside = |date: NaiveDate| if by < 0 { before(date) } else { calendar::next_date(date) };
        let word = match field {
            Field::Length => {
                let planned = study.plan().minutes().map_or(60, |minutes| minutes.max);
                let more = |minutes: u16| {
                    minutes.saturating_add_signed(by * STEP.cast_signed()).clamp(STEP, Terms::LONGEST_DAY)
                };
                self.minutes().map(|minutes| minutes.map_or(planned, more).to_string())
            }
            Field::Begin => self.begin(study).map(|day| {
                let there = usize::from(day.get()).saturating_add_signed(by.into());
                there.clamp(1, study.plan().days().len()).to_string()
            }),
            Field::Until => self.date(study, Field::From).and_then(|from| {
                let until = self.until(study, from)?.map_or(today, beside);
                Ok(from.map_or(until, |from| until.max(from)).to_string())
            }),
            field => {
                let first = if field == Field::Goal { study.schedule().proposed_goal() } else { None };
                let date = self.date(study, field);
                date.map(|date| date.map_or_else(|| first.unwrap_or(today), beside).to_string())
            }
        };
        if let Ok(word) = word {
            self.put(field, String::new(), Some(Box::new(TextBox::new(Lines::One, &word))));
        }
    }

    /// Steps the answer at the cursor down or up.
    fn change(&mut self, study: &Study, by: i16) {
        match self.field() {
            Some(Field::Days) => self.weekday = if by < 0 { self.weekday.pred() } else { self.weekday.succ() },
            Some(Field::Order) => self.by = if self.by == By::Day { By::Week } else { By::Day },
            Some(Field::Back) => self.is_back = !self.is_back,
            Some(field) => self.step(study, field, by),
            None => {}
        }
        if self.field() != Some(Field::Days) {
            self.settle(study);
        }
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
                Err((field, sentence)) => {
                    self.go_to(field);
                    ctx.warn(sentence)
                }
            },
            Action::Close if self.is_start => {
                let key = ctx.keys.key(Context::Today, Action::Replan);
                ctx.close(format!("The plan starts with the first tick; {key} sets the schedule at any time."))
            }
            Action::Close => Step::Close,
            Action::Move(motion) => ctx.scroll(&mut self.scroll, motion),
            Action::Fields(step) => {
                self.at = keymap::around(self.at, step, self.answers.len());
                self.compare(ctx.study);
                Step::Stay
            }
            Action::Change(by) => {
                self.change(ctx.study, by);
                Step::Stay
            }
            _ => Step::Stay,
        }
    }

    fn typed(&mut self, ctx: &mut Ctx, typed: Typed) -> Step {
        let letter = if let Typed::Key(chord) = typed { chord.typed() } else { None };
        let Some(answer) = self.answers.get_mut(self.at) else { return Step::Stay };
        match (answer.field, letter) {
            (Field::Days, Some(' ')) => {
                let day = self.weekday;
                self.days = self.days.map_or(Some(Weekdays::only(day)), |days| days.toggled(day));
            }
            (Field::Days, Some(digit)) => self.days = digit.to_digit(10).and_then(Weekdays::preset).or(self.days),
            (Field::Order | Field::Back, Some(' ')) => {
                self.change(ctx.study, 1);
                return Step::Stay;
            }
            (Field::Days | Field::Order | Field::Back, _) => return Step::Stay,
            (_, None) if matches!(typed, Typed::Key(_)) => return Step::Stay,
            _ => {
                // An edit goes on with what is filled in, anything else takes its place.
                let begun = if matches!(typed, Typed::Edit(_)) { &answer.filled } else { "" };
                answer.typed.get_or_insert_with(|| Box::new(TextBox::new(Lines::One, begun))).take(typed);
            }
        }
        self.settle(ctx.study);
        Step::Stay
    }

    fn click(&mut self, ctx: &mut Ctx, target: Target) -> Step {
        if let Target::Place(place) = target {
            self.at = place;
            self.compare(ctx.study);
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
            let wanted = canvas::columns(self.answers.len() + 4);
            canvas::top(area, wanted.min(area.height.saturating_sub(5)).max(3))
        };
        let enter = canvas.keys.key(Context::Form, Action::Accept);
        let title = if self.is_start { format!("Welcome: {enter} starts the plan") } else { "Re-plan".to_owned() };
        self.fields(canvas, fields, study, &title);
        self.preview(canvas, below, study);
    }
}

fn coming(study: &Study) -> Option<Break> {
    study.fold().breaks().find(|pause| pause.until >= study.today())
}

fn before(date: NaiveDate) -> NaiveDate {
    date.pred_opt().unwrap_or(date)
}
