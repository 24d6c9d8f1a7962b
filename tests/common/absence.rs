//! A learner who was away: the lines of a journal.

#![allow(dead_code, unreachable_pub, clippy::unwrap_used, reason = "every test file uses a part of it, and fails so")]

use ninety::plan::Plan;
use std::fmt::Write;

/// Weekdays from 23 November 2026 on; the first seven days are done, the last on 1 December, then nothing.
pub(crate) fn a_week() -> String {
    let mut lines =
        "1-00000001 = { at = 2026-11-23T18:00:00+01:00, start = 2026-11-23, days = \"mon-fri\" }\n".to_owned();
    let dates = ["11-23", "11-24", "11-25", "11-26", "11-27", "11-30", "12-01"];
    for (number, (day, date)) in (2..).zip(Plan::builtin().days().iter().zip(dates)) {
        writeln!(lines, "{number}-00000001 = {{ at = 2026-{date}T20:00:00+01:00, done = \"{}\" }}", day.id().as_str())
            .unwrap();
    }
    lines
}
