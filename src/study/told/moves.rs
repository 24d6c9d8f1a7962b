//! What a move changes, in words: for the preview that is printed and for the one on the screen.
//!
//! Deliberately absent: the next days, which each place lays out as a table of its own.

use super::{and, study_days};
use crate::journal::{Fact, Weekdays};
use crate::plan::DayNo;
use crate::study::Study;
use crate::study::replan::{Heaviest, Impossible, Pair, Preview, Warning};
use crate::study::report::{date, span};
use crate::study::schedule::walk::takes;
use crate::text::capitalised;
use chrono::{Datelike, NaiveDate};

/// What is said where a plan has no day left to lay out anew.
pub const NOTHING_LEFT: &str =
    "Every day of the plan is complete or skipped, so there is nothing to lay out anew.";

/// What is said beforehand of a move that would leave everything as it is.
pub const UNCHANGED: &str = "Nothing would change.";

/// What is said where such a move is to be made.
pub const IDLE: &str = "Nothing would change, so there is nothing to record.";

/// What the end date is called that is agreed.
const PROMISED: &str = "End date";

/// Returns what the end is called that a fact is about: where it promises none, it is what the days come to.
pub fn end_named(fact: &Fact) -> &'static str {
    if fact.is_promise() { PROMISED } else { "As it stands" }
}

/// Returns what a move changes, a name and a sentence each: end date, heaviest study day, pairs and warnings.
pub fn lines(preview: &Preview) -> Vec<(&'static str, String)> {
    let name = preview.fact.as_ref().map_or(PROMISED, end_named);
    let mut lines = vec![(name, ends([preview.before.end, preview.after.end]))];
    if let Some(heaviest) = preview.after.heaviest.as_ref().filter(|heaviest| heaviest.most > 0) {
        lines.push(("Heaviest", heavy(heaviest, preview.before.heaviest.as_ref())));
    }
    lines.extend(preview.paired.iter().map(|pair| ("Paired", shared(*pair))));
    lines.extend(relying(&preview.warnings).into_iter().map(|line| ("Built on", line)));
    lines
}

/// Returns what is said of a study day too short for any day that remains after a move; none where one fits or the plan does
/// not say how long they take.
pub fn too_short(study: &Study, preview: &Preview) -> Option<String> {
    let (Fact::Pace { budget, .. } | Fact::Start { budget, .. }) = preview.fact.as_ref().ok()?
    else {
        return None;
    };
    let minutes = budget.minutes?;
    let remaining = study.schedule().remaining().iter();
    let shortest =
        remaining.filter_map(|(no, _)| takes(study.plan(), *no)).map(|(least, _)| least).min()?;
    (minutes < shortest).then(|| {
        format!(
            "{} is less than any remaining day takes ({} at least); each still has a study day of its own.",
            span(minutes.into()),
            span(shortest.into())
        )
    })
}

/// Returns how an end date changes: after, and where it was another one, before.
pub fn ends([before, after]: [Option<NaiveDate>; 2]) -> String {
    match (before, after) {
        (Some(before), Some(after)) if before == after => format!("{}, as before", date(after)),
        (Some(before), Some(after)) if before.year() == after.year() => {
            format!("{} (was {})", date(after), short(before))
        }
        (Some(before), Some(after)) => format!("{} (was {})", date(after), date(before)),
        (None, Some(after)) => date(after),
        (_, None) => "nothing remains".to_owned(),
    }
}

/// Returns a date without its year, such as `Wed 9 Dec`.
fn short(date: NaiveDate) -> String {
    date.format("%a %-d %b").to_string()
}

fn shared(pair: Pair) -> String {
    let days = capitalised(&numbered(&[pair.earlier, pair.later]));
    match pair.date {
        Some(date) => format!("{days} share {}.", short(date)),
        None => format!("{days} share a study day."),
    }
}

/// Returns what builds on the days that are skipped, a sentence for each of them.
pub fn relying(warnings: &[Warning]) -> Vec<String> {
    let of_a_day = warnings.chunk_by(|one, other| one.builds_on == other.builds_on);
    let told = of_a_day.filter_map(|group| {
        let days: Vec<DayNo> = group.iter().map(|warning| warning.day).collect();
        let verb = if days.len() == 1 { "builds" } else { "build" };
        let on = group.first()?.builds_on;
        Some(format!("{} {verb} on day {on}.", capitalised(&numbered(&days))))
    });
    told.collect()
}

/// Returns days by their numbers, such as `days 19, 21 and 28`.
pub fn numbered(days: &[DayNo]) -> String {
    let names: Vec<String> = days.iter().map(ToString::to_string).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    match names.as_slice() {
        [] => "no day".to_owned(),
        [one] => format!("day {one}"),
        several => format!("days {}", and(several)),
    }
}

fn heavy(after: &Heaviest, before: Option<&Heaviest>) -> String {
    let time = |heavy: &Heaviest| match (heavy.least, heavy.most) {
        (least, most) if least == most => span(least.into()),
        (least, most) => format!("{} to {}", span(least.into()), span(most.into())),
    };
    let was = before.filter(|before| time(before) != time(after));
    let was = was.map_or(String::new(), |before| format!("; was {}", time(before)));
    format!("{} on {} ({}){was}", time(after), short(after.date), numbered(&after.days))
}

/// Returns why the end date cannot be kept, and what would keep it; `how` says behind the study days how they are set, and
/// `else_way` what there is where none keep it.
pub fn impossible(
    end: Option<NaiveDate>,
    why: Impossible,
    how: impl Fn(Weekdays) -> String,
    else_way: &str,
) -> String {
    let end = end.map_or_else(|| "The end date".to_owned(), date);
    let are = if why.short == 1 { "is" } else { "are" };
    let missing = format!("{} {are} missing", study_days(why.short));
    match why.days {
        Some(days) => {
            let days = format!("{} study days a week{}", days.count(), how(days));
            format!("{end} cannot be kept by pairing: {missing}; {days} would keep it.")
        }
        None => format!(
            "{end} cannot be kept, neither by pairing nor by more study days a week: {missing}; {else_way} promises a \
             new one."
        ),
    }
}

/// Returns what is wrong with a break that would end before it begins.
pub fn backwards(from: NaiveDate, until: NaiveDate) -> String {
    format!(
        "The break would end on {} before it begins on {}: write the earlier date first.",
        date(until),
        date(from)
    )
}

#[cfg(test)]
mod tests {
    use super::ends;

    #[test]
    fn an_end_date_is_told_with_what_it_was() {
        let date = |text: &str| text.parse().ok();
        for (before, after, told) in [
            ("2027-03-26", "2027-03-26", "Fri 26 Mar 2027, as before"),
            ("2027-03-26", "2027-04-01", "Thu 1 Apr 2027 (was Fri 26 Mar)"),
            ("2026-12-30", "2027-01-04", "Mon 4 Jan 2027 (was Wed 30 Dec 2026)"),
            ("", "2027-01-04", "Mon 4 Jan 2027"),
            ("2027-01-04", "", "nothing remains"),
        ] {
            assert_eq!(ends([date(before), date(after)]), told);
        }
    }
}
