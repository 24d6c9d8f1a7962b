//! What the evening is, in sentences; with a break that comes soon, and past midnight which date it still is.

use crate::journal::{Break, By};
use crate::plan::DayNo;
use crate::study::{Evening, Study};
use crate::words::{self, near};
use chrono::{Days, NaiveDate};

/// How long before its first date a break is spoken of.
const SOON: Days = Days::new(7);

/// Returns what there is to know of an evening but a day to study, the weightiest first, each whole and short.
pub fn evening(study: &Study) -> Vec<[String; 2]> {
    let today = study.today();
    let near = |date| near(date, today);
    let mut lines = Vec::new();
    let mut add = |short: String, more: String| lines.push([format!("{short}{more}"), format!("{short}.")]);
    match study.evening() {
        Evening::ToStudy => {}
        Evening::DoneToday { next, .. } => {
            let named = |(no, date): (DayNo, Option<NaiveDate>)| {
                // Week by week it may be any of its stretch.
                let date = date.filter(|_| study.schedule().pace.by == By::Day);
                let date = date.map_or_else(String::new, |date| format!(", {}", near(date)));
                format!(". Next: {}{date}.", words::named(study.plan().day(no)))
            };
            add("Done for today".to_owned(), next.map_or_else(|| ".".to_owned(), named));
        }
        Evening::RestDay { next } => {
            let next = next.map_or_else(String::new, |next| format!(" Next study day: {}.", near(next)));
            add("A rest day".to_owned(), format!("; nothing is expected.{next}"));
        }
        Evening::Break { until } => {
            let until = if until == today { "today".to_owned() } else { format!("until {}", near(until)) };
            add(format!("A break {until}"), "; nothing is expected.".to_owned());
        }
        Evening::BeforeStart { start } => {
            let verb = if study.days_complete() + study.days_skipped() > 0 { "continues" } else { "starts" };
            let first = study.schedule().slots.first().map(|slot| slot.from).filter(|first| *first != start);
            let first = first.map(|first| format!("; the first study day is {}.", near(first)));
            let more = first.unwrap_or_else(|| "; you may begin earlier.".to_owned());
            add(format!("The plan {verb} on {}", near(start)), more);
        }
        Evening::Finished { on } => {
            add(format!("Finished on {}", near(on)), "; every day is complete or skipped.".to_owned());
        }
    }
    if let Some(until) = study.late_until() {
        let short = format!("Until {until} it is still {}.", today.format("%a %-d %b"));
        lines.push([words::late(today, &until), short]);
    }
    let soon = today.checked_add_days(SOON).unwrap_or(today);
    let finish = study.schedule().finish();
    let next = study.schedule().dates.breaks().iter().find(|pause| pause.from > today);
    // One that begins after the last day is nobody's rest from the plan.
    if let Some(Break { from, until }) = next.filter(|next| next.from <= soon && finish >= Some(next.from)) {
        let whole = if from == until {
            format!("A break on {}.", near(*from))
        } else {
            format!("A break from {} to {}.", near(*from), near(*until))
        };
        lines.push([whole, format!("A break from {}.", near(*from))]);
    }
    lines
}
