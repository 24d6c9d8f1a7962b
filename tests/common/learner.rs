//! A learner in memory: plan, journal and clock, without a disk.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "every test file uses a part of it, and fails so"
)]

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta, TimeZone};
use ninety::describe;
use ninety::journal::{Break, Fact, Journal, Key, Mark, Record, Terms, write};
use ninety::plan::{Day, DayNo, Plan, Source};
use ninety::study::Study;
use ninety::study::calendar::{AsOf, Habits};

/// A learner in Berlin, whose evenings are at eight unless they say otherwise.
#[derive(Clone)]
pub struct Learner {
    pub plan: &'static Plan,
    pub lines: Vec<String>,
    pub habits: Habits,
    pub now: DateTime<FixedOffset>,
    /// The random part of the keys that its machine makes.
    pub machine: u32,
}

/// The date of that text.
pub fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Eight in the evening of a date, in Berlin's winter.
pub fn evening(date: NaiveDate) -> DateTime<FixedOffset> {
    let at = date.and_hms_opt(20, 0, 0).unwrap();
    FixedOffset::east_opt(3600).unwrap().from_local_datetime(&at).unwrap()
}

/// A plan of so many bare days in one week, with a milestone at its end.
pub fn bare(days: usize) -> &'static Plan {
    let source = Source { name: "bare.toml".into(), text: bare_text(days) };
    Box::leak(Box::new(Plan::read(&[source]).unwrap()))
}

/// The text of that plan.
pub fn bare_text(days: usize) -> String {
    let day =
        |n: usize| format!("[[week.day]]\ntitle = \"Day {n}\"\nminutes = [30, 60]\ntasks = [{{ do = \"Do {n}\" }}]\n");
    let days: String = (1..=days).map(day).collect();
    format!("title = \"Bare\"\n[[week]]\ntitle = \"One\"\n{days}")
}

impl Learner {
    /// A learner of the built-in plan who has recorded nothing, on Monday, 23 November 2026.
    pub fn new() -> Self {
        Self::of(Plan::builtin())
    }

    /// A learner of a plan who has recorded nothing, on Monday, 23 November 2026.
    pub fn of(plan: &'static Plan) -> Self {
        let now = evening(date("2026-11-23"));
        Self { plan, lines: Vec::new(), habits: Habits::default(), now, machine: 7 }
    }

    /// A learner who started the built-in plan on Monday, 23 November 2026, on weekdays.
    pub fn on_weekdays() -> Self {
        let mut learner = Self::new();
        learner.start("2026-11-23", "mon-fri");
        learner
    }

    /// Sets the clock to the evening of a date.
    pub fn on(&mut self, text: &str) -> &mut Self {
        self.now = evening(date(text));
        self
    }

    /// Sets the clock.
    pub fn at(&mut self, moment: &str) -> &mut Self {
        self.now = DateTime::parse_from_rfc3339(moment).unwrap();
        self
    }

    /// Sets the clock to the next evening.
    pub fn sleep(&mut self) -> &mut Self {
        self.now += TimeDelta::days(1);
        self
    }

    pub fn record(&mut self, record: impl Into<Record>) -> &mut Self {
        let key = Key::new(self.lines.len() as u64 + 1, self.machine);
        self.lines.push(write::line(key, self.now, &record.into()));
        self
    }

    pub fn terms(&mut self, terms: Terms) -> &mut Self {
        self.record(Fact::Terms(terms))
    }

    pub fn start(&mut self, on: &str, days: &str) -> &mut Self {
        let days = (!days.is_empty()).then(|| days.parse().unwrap());
        self.terms(Terms { start: Some(date(on)), days, ..Terms::default() })
    }

    pub fn goal(&mut self, on: &str) -> &mut Self {
        self.terms(Terms { goal: Some(date(on)), ..Terms::default() })
    }

    /// Sets the pace: `mon-fri`, `mon-fri 45`, `mon-fri week`.
    pub fn pace(&mut self, text: &str) -> &mut Self {
        let mut words = text.split(' ');
        let days = Some(words.next().unwrap().parse().unwrap());
        let mut terms = Terms { days, ..Terms::default() };
        for word in words {
            match word.parse() {
                Ok(minutes) => terms.minutes = Some(minutes),
                Err(_) => terms.by = Some(word.parse().unwrap()),
            }
        }
        self.terms(terms)
    }

    pub fn away(&mut self, from: &str, until: &str) -> &mut Self {
        let pause = Break { from: date(from), until: date(until) };
        self.record(Fact::Away(vec![pause], String::new()))
    }

    /// Is back on a date.
    pub fn back(&mut self, on: &str) -> &mut Self {
        let breaks = self.study().back_on(date(on));
        self.record(Fact::Away(breaks, String::new()))
    }

    pub fn done(&mut self, days: impl IntoIterator<Item = usize>) -> &mut Self {
        for n in days {
            let id = self.plan.day(self.no(n)).id().clone();
            self.record(Fact::Done(vec![Mark::Day(id)]));
        }
        self
    }

    pub fn skip(&mut self, days: &[usize]) -> &mut Self {
        let days = days.iter().map(|n| self.plan.day(self.no(*n)).id().clone()).collect();
        self.record(Fact::Skip { days, because: String::new() })
    }

    pub fn undo(&mut self) -> &mut Self {
        let (fact, _) = self.study().undone(&[]).unwrap();
        self.record(fact)
    }

    pub fn redo(&mut self) -> &mut Self {
        let (fact, _) = self.study().redone(&[]).unwrap();
        self.record(fact)
    }

    pub fn tick(&mut self, day: usize, task: usize) -> &mut Self {
        let id = self.plan.day(self.no(day)).tasks()[task - 1].id().clone();
        self.record(Fact::Done(vec![Mark::Item(id)]))
    }

    pub fn untick(&mut self, day: usize, task: usize) -> &mut Self {
        let id = self.plan.day(self.no(day)).tasks()[task - 1].id().clone();
        self.record(Fact::Open(vec![Mark::Item(id)]))
    }

    pub fn no(&self, n: usize) -> DayNo {
        self.plan.day_no(n).unwrap()
    }

    pub fn journal(&self) -> Journal {
        Journal::of_text(&(self.lines.join("\n") + "\n"))
    }

    pub fn study(&self) -> Study {
        Study::new(self.plan, self.journal(), AsOf { now: self.now, habits: self.habits })
    }

    /// The date of the last open day.
    pub fn finish(&self) -> String {
        self.study().schedule().finish().map_or("none".into(), |date| date.to_string())
    }

    pub fn to_spare(&self) -> Option<i32> {
        self.study().schedule().to_spare()
    }

    /// The next open days with their dates: `17 Tue 2026-12-08`; week by week `17 Tue 2026-12-08 - Fri 2026-12-11`.
    pub fn next(&self, count: usize) -> Vec<String> {
        let study = self.study();
        let next = study.schedule().slots.iter().take(count);
        let date = |date: NaiveDate| date.format("%a %F").to_string();
        next.map(|slot| {
            if slot.from == slot.date {
                format!("{} {}", slot.day, date(slot.date))
            } else {
                format!("{} {} - {}", slot.day, date(slot.from), date(slot.date))
            }
        })
        .collect()
    }

    /// What was recorded last, as a sentence.
    pub fn described(&self) -> String {
        let study = self.study();
        describe::entry(&study, &study.journal().entries().next_back().unwrap())
    }

    pub fn current(&self) -> Option<&'static Day> {
        self.study().current_day()
    }
}
