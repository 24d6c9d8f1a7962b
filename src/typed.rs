//! What a learner types for a date, a length of time or study days, as values.

use crate::text::visible;
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// Reads a date word: `today`, `tomorrow`, `yesterday`, `+3d`, `-2w`, a weekday (`mon`: the next one, today included),
/// `14 dec`, `14 dec 2026` or `YYYY-MM-DD`. An error is the sentence for the learner.
pub(crate) fn date_word(word: &str, today: NaiveDate) -> Result<NaiveDate, String> {
    let refused = || {
        let shown = visible(word);
        format!("\"{shown}\" is no date: write today, tomorrow, +3d, -2w, mon, 14 dec or a date such as {today}.")
    };
    let lower = word.trim().to_lowercase();
    let date = match lower.as_str() {
        "today" => Some(today),
        "tomorrow" => today.succ_opt(),
        "yesterday" => today.pred_opt(),
        _ => shifted(&lower, today)
            .or_else(|| weekday(&lower, today))
            .or_else(|| NaiveDate::parse_from_str(&lower, "%Y-%m-%d").ok())
            .or_else(|| month_day(&lower, today)),
    };
    date.filter(|date| (1900..=9000).contains(&date.year())).ok_or_else(refused)
}

/// Reads a date as it is shown: `14 dec`, the nearest to today, or `14 dec 2026`, either behind a weekday.
fn month_day(word: &str, today: NaiveDate) -> Option<NaiveDate> {
    let is_weekday = |word: &str| word.parse::<Weekday>().is_ok();
    let word = word.split_once(' ').filter(|(first, _)| is_weekday(first)).map_or(word, |(_, rest)| rest.trim());
    let read = |text: &str| NaiveDate::parse_from_str(text, "%d %B %Y").ok();
    let near = (today.year() - 1..=today.year() + 1).filter_map(|year| read(&format!("{word} {year}")));
    read(word).or_else(|| near.min_by_key(|date| (*date - today).abs()))
}

const START_YEARS: u32 = 10;

pub(crate) fn start_word(word: &str, today: NaiveDate) -> Result<NaiveDate, String> {
    let date = date_word(word, today)?;
    let years = Months::new(START_YEARS * 12);
    let is_far = today.checked_add_months(years).is_some_and(|last| date > last)
        || today.checked_sub_months(years).is_some_and(|first| date < first);
    if is_far {
        return Err(format!(
            "{} is more than {START_YEARS} years away: write a date nearer to today, {today}.",
            date.format("%-d %b %Y")
        ));
    }
    Ok(date)
}

fn shifted(word: &str, today: NaiveDate) -> Option<NaiveDate> {
    let sign = word.chars().next()?;
    let (count, unit) = word.get(1..)?.split_at_checked(word.len().checked_sub(2)?)?;
    let count = u64::from(whole(count)?);
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

/// The most minutes that one entry may log: a day.
pub const LONGEST: u32 = 24 * 60;

/// What to write where [`minutes_word`] reads, as a sentence for the learner.
pub const MINUTES_WANTED: &str = "Write 1 minute to 24 hours, as minutes (45) or as hours (1h30, 1:30, 1.5h).";

/// Reads minutes, from 1 to [`LONGEST`]: `90`, `90m`, `90min`, `1h`, `1h30`, `1h30m`, `1:30` or `1.25h`, rounded.
pub fn minutes_word(word: &str) -> Option<u32> {
    let word = word.trim().to_lowercase();
    let below_hour = |text: &str| {
        if text.is_empty() { Some(0) } else { whole(text).filter(|minutes| *minutes < 60) }
    };
    let bare = word.trim_end_matches("min").trim_end_matches('m').trim_end();
    let all = if let Some((hours, rest)) = bare.split_once(['h', ':']) {
        match hours.split_once('.') {
            Some((whole_hours, part)) if rest.is_empty() => decimal(whole(whole_hours)?, part)?,
            Some(_) => return None,
            None => whole(hours)?.checked_mul(60)?.checked_add(below_hour(rest)?)?,
        }
    } else {
        whole(bare)?
    };
    (1..=LONGEST).contains(&all).then_some(all)
}

pub(crate) fn day_minutes_word(word: &str) -> Result<u16, String> {
    let minutes = minutes_word(word).and_then(|minutes| u16::try_from(minutes).ok());
    minutes.ok_or_else(|| format!("\"{}\" is no time for a study day. {MINUTES_WANTED}", visible(word)))
}

fn whole(text: &str) -> Option<u32> {
    text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

fn decimal(hours: u32, part: &str) -> Option<u32> {
    let digits = u32::try_from(part.len()).ok().filter(|digits| (1..=4).contains(digits))?;
    let scale = 10_u32.pow(digits);
    hours.checked_mul(60)?.checked_add((whole(part)? * 60 + scale / 2) / scale)
}
