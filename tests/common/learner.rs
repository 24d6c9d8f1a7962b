//! A learner in memory: plan, journal and clock, without a disk.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    reason = "every test file uses a part of it, and fails so"
)]

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta, TimeZone};
use ninety::journal::{Budget, By, Entry, Fact, Journal, Key, Mark, Place, Replanned};
use ninety::plan::{Day, DayNo, Plan, Source};
use ninety::study::calendar::{AsOf, Habits};
use ninety::study::replan::Replan;
use ninety::study::schedule::Standing;
use ninety::study::{Study, told};
use std::rc::Rc;

/// A learner in Berlin, whose evenings are at eight unless they say otherwise.
#[derive(Clone)]
pub struct Learner {
    pub plan: &'static Plan,
    pub journal: Journal,
    pub habits: Habits,
    pub now: DateTime<FixedOffset>,
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
    let day = |n: usize| {
        format!(
            "[[week.day]]\ntitle = \"Day {n}\"\nminutes = [30, 60]\ntasks = [{{ do = \"Do {n}\" }}]\n"
        )
    };
    let days: String = (1..=days).map(day).collect();
    let text = format!("title = \"Bare\"\n[[week]]\ntitle = \"One\"\n{days}");
    Box::leak(Box::new(Plan::read(&[Source { name: "bare.toml".into(), text }]).unwrap()))
}

impl Learner {
    /// A learner of the built-in plan who has recorded nothing, on Monday, 23 November 2026.
    pub fn new() -> Self {
        Self::of(Plan::builtin())
    }

    /// A learner of a plan who has recorded nothing, on Monday, 23 November 2026.
    pub fn of(plan: &'static Plan) -> Self {
        let now = evening(date("2026-11-23"));
        Self { plan, journal: Journal::default(), habits: Habits::default(), now }
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

    pub fn record(&mut self, fact: Fact) -> &mut Self {
        let number = self.journal.next_number();
        let entry = Entry { key: Key::new(number, 7), at: self.now, fact, place: Place::default() };
        self.journal.push(entry);
        self
    }

    pub fn start(&mut self, on: &str, days: &str) -> &mut Self {
        let days = (!days.is_empty()).then(|| days.parse().unwrap());
        self.record(Fact::Start { date: date(on), days, budget: Budget::default() })
    }

    pub fn pace(
        &mut self,
        days: &str,
        minutes: Option<u16>,
        spare: Option<u16>,
        by: Option<By>,
    ) -> &mut Self {
        let budget = Budget { minutes, spare };
        self.record(Fact::Pace { days: days.parse().unwrap(), budget, by })
    }

    pub fn away(&mut self, from: &str, until: &str) -> &mut Self {
        self.record(Fact::Away { from: date(from), until: date(until), because: String::new() })
    }

    pub fn go_on(&mut self) -> &mut Self {
        self.record(Fact::Replan(Replanned::Continue))
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

    /// Makes a move as its preview says.
    pub fn moved(&mut self, to: &Replan) -> &mut Self {
        let fact = self.study().preview(to).fact.unwrap();
        self.record(fact)
    }

    pub fn no(&self, n: usize) -> DayNo {
        self.plan.day_no(n).unwrap()
    }

    pub fn study(&self) -> Study {
        let as_of = AsOf { now: self.now, habits: self.habits };
        Study::new(self.plan, Rc::new(self.journal.clone()), as_of)
    }

    pub fn standing(&self) -> Standing {
        self.study().schedule().standing()
    }

    /// The end as it stands.
    pub fn finish(&self) -> String {
        self.study().schedule().finish().map_or("none".into(), |date| date.to_string())
    }

    /// The end that was promised.
    pub fn promised(&self) -> String {
        let study = self.study();
        let end = study.schedule().promise().and_then(ninety::study::schedule::Promise::end);
        end.map_or("none".into(), |date| date.to_string())
    }

    /// The next remaining days with their dates: `17 Tue 2026-12-08`.
    pub fn next(&self, count: usize) -> Vec<String> {
        let study = self.study();
        let next = study.schedule().remaining().iter().take(count);
        next.map(|(no, date)| format!("{no} {}", date.format("%a %F"))).collect()
    }

    /// The likely end: earliest and latest.
    pub fn likely(&self) -> Option<(String, String)> {
        let study = self.study();
        let forecast = study.schedule().forecast()?;
        Some((forecast.earliest.to_string(), forecast.latest.to_string()))
    }

    /// What was recorded last, told.
    pub fn told(&self) -> String {
        let study = self.study();
        told::entry(&study, study.journal().entries().last().unwrap())
    }

    pub fn current(&self) -> Option<&'static Day> {
        self.study().current_day()
    }
}
