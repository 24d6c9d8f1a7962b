//! Which date it is for the learner, and the words for dates that the command line understands.
//!
//! Deliberately absent: a clock (`now` is given), local midnights (some do not exist), and the dates of the plan's
//! days.

use chrono::{DateTime, Datelike, Days, FixedOffset, NaiveDate, NaiveTime, TimeDelta, Weekday};

/// The study day begins at 04:00: work after midnight belongs to the evening before.
pub const DAY_START: NaiveTime = match NaiveTime::from_hms_opt(4, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

/// Returns the date that it is for the learner: that of local time less the start of the study day.
pub fn study_date(now: DateTime<FixedOffset>) -> NaiveDate {
    let since_midnight = DAY_START - NaiveTime::MIN;
    (now.naive_local() - since_midnight).date()
}

/// Returns how long it is until the learner's date changes: more than nothing, at most a day.
pub fn until_tomorrow(now: DateTime<FixedOffset>) -> TimeDelta {
    let turn = study_date(now)
        .checked_add_days(Days::new(1))
        .unwrap_or(NaiveDate::MAX)
        .and_time(DAY_START);
    turn - now.naive_local()
}

/// Reads a date word: `today`, `tomorrow`, `yesterday`, `+3d`, `-2w`, a weekday (`mon`: the next one, today
/// included) or `YYYY-MM-DD`.
///
/// An error is the sentence for the learner.
pub fn date_word(word: &str, today: NaiveDate) -> Result<NaiveDate, String> {
    let refused = || {
        let shown = crate::text::visible(word);
        format!(
            "\"{shown}\" is no date: write today, tomorrow, +3d, -2w, mon or a date such as {today}."
        )
    };
    let lower = word.trim().to_lowercase();
    let date = match lower.as_str() {
        "today" => Some(today),
        "tomorrow" => today.succ_opt(),
        "yesterday" => today.pred_opt(),
        _ => shifted(&lower, today)
            .or_else(|| weekday(&lower, today))
            .or_else(|| NaiveDate::parse_from_str(&lower, "%Y-%m-%d").ok()),
    };
    date.filter(|date| (1900..=9000).contains(&date.year())).ok_or_else(refused)
}

fn shifted(word: &str, today: NaiveDate) -> Option<NaiveDate> {
    let sign = word.chars().next()?;
    let (count, unit) = word.get(1..)?.split_at_checked(word.len().checked_sub(2)?)?;
    let count: u64 = count.bytes().all(|b| b.is_ascii_digit()).then(|| count.parse().ok())??;
    let days = match unit {
        "d" => Days::new(count),
        "w" => Days::new(count.checked_mul(7)?),
        _ => return None,
    };
    match sign {
        '+' => today.checked_add_days(days),
        '-' => today.checked_sub_days(days),
        _ => None,
    }
}

fn weekday(word: &str, today: NaiveDate) -> Option<NaiveDate> {
    let wanted: Weekday = word.parse().ok()?;
    today.iter_days().take(7).find(|date| date.weekday() == wanted)
}

/// Reads a length of time in minutes: `45`, `90m`, `1h`, `1h30`, `1h30m` or `1.5h`.
pub fn minutes_word(word: &str) -> Option<u32> {
    let lower = word.trim().to_lowercase();
    let whole = |text: &str| {
        (1..=6).contains(&text.len()).then_some(())?;
        text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse::<u32>().ok())?
    };
    let Some((hours, rest)) = lower.split_once('h') else {
        return whole(lower.trim_end_matches("min").trim_end_matches('m').trim_end());
    };
    if let (Some((hours, tenth)), "") = (hours.split_once('.'), rest) {
        let tenth = if tenth.len() == 1 { whole(tenth)? } else { return None };
        return Some(whole(hours)? * 60 + tenth * 6);
    }
    let minutes = match rest.trim_end_matches('m') {
        "" => 0,
        minutes => whole(minutes).filter(|minutes| *minutes < 60)?,
    };
    Some(whole(hours)?.checked_mul(60)? + minutes)
}
