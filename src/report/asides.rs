//! What there is to know of a date before anything else: that the plan has yet to begin, a break, and that it is still
//! the date before. A quiet line each.
//!
//! Deliberately absent: anything to be done about it.

use crate::journal::Break;
use crate::study::Study;
use crate::words::{late, near};
use chrono::{Days, NaiveDate};

/// How long before its first date a break is spoken of.
const SOON: Days = Days::new(7);

/// A sentence, and a shorter one for where it has no room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// All of it.
    pub whole: String,
    /// What matters most of it.
    pub short: String,
}

impl Aside {
    fn new(whole: String, short: impl Into<String>) -> Self {
        Self { whole, short: short.into() }
    }
}

/// Returns what there is to know, the weightiest first; once the plan is finished, nothing but that it is past midnight.
pub fn of(study: &Study) -> Vec<Aside> {
    start(study).filter(|_| goes_on(study)).into_iter().chain(since_the_start(study)).collect()
}

/// Returns what there is to know but when the plan begins, for where that stands already.
pub fn since_the_start(study: &Study) -> Vec<Aside> {
    let late = study.late_until().map(|until| {
        let short = format!("Until {until} it is still {}.", study.today().format("%a %-d %b"));
        Aside::new(late(study.today(), &until), short)
    });
    pause(study).filter(|_| goes_on(study)).into_iter().chain(late).collect()
}

fn goes_on(study: &Study) -> bool {
    study.current_day().is_some()
}

/// Returns when the plan begins, as long as that is to come.
fn start(study: &Study) -> Option<Aside> {
    let today = study.today();
    let start = study.started().filter(|start| *start > today)?;
    let verb = if study.days_past() > 0 { "continues" } else { "starts" };
    let short = format!("The plan {verb} on {}", near(start, today));
    let first = study.schedule().slots.first().map(|slot| slot.from);
    let whole = match first.filter(|first| *first != start) {
        Some(first) => format!("{short}; the first study day is {}.", near(first, today)),
        None => format!("{short}."),
    };
    Some(Aside::new(whole, format!("{short}.")))
}

/// Returns the break that the learner is in, or one that begins soon.
fn pause(study: &Study) -> Option<Aside> {
    let (today, schedule) = (study.today(), study.schedule());
    if let Some(Break { until, .. }) = schedule.dates.break_on(today) {
        let until = if until == today {
            "A break today".to_owned()
        } else {
            format!("A break until {}", near(until, today))
        };
        return Some(Aside::new(format!("{until}; nothing is expected."), format!("{until}.")));
    }
    let soon = today.checked_add_days(SOON).unwrap_or(today);
    let next = schedule.dates.breaks().iter().find(|pause| pause.from > today);
    // One that begins after the last day is nobody's rest from the plan.
    let within = |from: NaiveDate| schedule.finish().is_some_and(|finish| finish >= from);
    let Break { from, until } = *next.filter(|next| next.from <= soon && within(next.from))?;
    Some(if from == until {
        let on = format!("A break on {}.", near(from, today));
        Aside::new(on.clone(), on)
    } else {
        let from = format!("A break from {}", near(from, today));
        Aside::new(format!("{from} to {}.", near(until, today)), format!("{from}."))
    })
}
