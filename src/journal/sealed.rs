//! The quick reader: lines whose seal shows that ninety wrote them, read by the letter.
//!
//! Warm, 600 lines take this reader 0.18 ms, and one TOML parse a line 1.4 ms, which is more than all the rest that a
//! prompt does (`cargo bench --bench load` measures both). It knows the exact form that
//! [`line::written`](super::line::written) makes and nothing else: at the first surprise it gives up, and the `toml`
//! crate reads the line. A property test in `tests/journal.rs` holds that both agree.
//!
//! Deliberately absent: any leniency, and what the fields mean.

use super::fact::Key;
use super::fields::{Fields, Value};
use chrono::{DateTime, FixedOffset, NaiveDate};
use memchr::{memchr, memchr2};
use std::borrow::Cow;

/// Says what the end of a line tells about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seal {
    /// The seal fits: the line is as ninety wrote it.
    Whole,
    /// There is a seal, and it is another line's: edited or damaged.
    Broken,
    /// There is none: written by hand.
    Missing,
}

/// Splits a line into what its seal covers and how the two fit.
pub(super) fn unsealed(line: &str) -> (&str, Seal) {
    let Some((body, seal)) = line.len().checked_sub(SEAL).and_then(|at| line.split_at_checked(at))
    else {
        return (line, Seal::Missing);
    };
    let Some(digits) = seal.strip_prefix(" # ") else { return (line, Seal::Missing) };
    let whole = digits.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
        && u32::from_str_radix(digits, 16) == Ok(crc32fast::hash(body.as_bytes()));
    (body, if whole { Seal::Whole } else { Seal::Broken })
}

/// Splits two lines that were joined by damage to the line break between them: the second has a whole seal, and so has
/// the first unless it is the header before all entries.
pub(super) fn joined(line: &[u8]) -> Option<(&[u8], &[u8])> {
    let is_whole =
        |line: &[u8]| std::str::from_utf8(line).is_ok_and(|line| unsealed(line).1 == Seal::Whole);
    let ends = line
        .windows(SEAL)
        .enumerate()
        .filter(|(_, end)| end.starts_with(b" # "))
        .map(|(at, _)| at + SEAL);
    // A note may hold what looks like seals; a line full of them is not worth a long search.
    let ends = std::iter::once(HEADER.len()).chain(ends.take(16));
    let mut splits = ends.filter_map(|end| Some((line.get(..end)?, line.get(end + 1..)?)));
    splits.find(|(first, second)| {
        (is_whole(first) || *first == HEADER.as_bytes()) && is_whole(second)
    })
}

/// The line before all entries.
pub(super) const HEADER: &str = "[log]";

/// The bytes of ` # ` and a checksum.
const SEAL: usize = 11;

/// Reads the body of a line with a whole seal, or gives up.
pub(super) fn fields(body: &str) -> Option<(Key, Fields<'_>)> {
    // ninety writes every control as an escape, and TOML refuses the bare ones. Without a way out in the middle, so that
    // the compiler looks at many bytes at a step.
    if body.bytes().fold(0, |found, b| found | u8::from(b < 0x20) | u8::from(b == 0x7f)) != 0 {
        return None;
    }
    let (key, rest) = body.split_at_checked(memchr(b' ', body.as_bytes())?)?;
    let mut rest = rest.strip_prefix(" = { ")?;
    let mut fields = Vec::with_capacity(5);
    loop {
        let (name, after) = rest.split_at_checked(memchr(b' ', rest.as_bytes())?)?;
        let after = after.strip_prefix(" = ")?;
        if name.is_empty() || !name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_') {
            return None;
        }
        let (value, after) = value(after)?;
        if fields.iter().any(|(taken, _)| taken == name) {
            return None;
        }
        fields.push((Cow::Borrowed(name), value));
        match after.strip_prefix(", ") {
            Some(next) => rest = next,
            None if after == " }" => return Some((key.parse().ok()?, Fields(fields))),
            None => return None,
        }
    }
}

fn value(text: &str) -> Option<(Value<'_>, &str)> {
    match text.bytes().next()? {
        b'"' => string(text).map(|(text, rest)| (Value::Text(text), rest)),
        b'[' if text.as_bytes().get(1) == Some(&b'"') => strings(text),
        b'[' => wholes(text),
        b'0'..=b'9' => {
            let end = text.bytes().position(|b| b == b',' || b == b' ')?;
            let (token, rest) = text.split_at_checked(end)?;
            Some((number_or_time(token)?, rest))
        }
        _ => None,
    }
}

fn quote_or_escape(text: &str) -> Option<usize> {
    memchr2(b'"', b'\\', text.as_bytes())
}

fn string(text: &str) -> Option<(Cow<'_, str>, &str)> {
    let inner = text.strip_prefix('"')?;
    let end = quote_or_escape(inner)?;
    let (plain, tail) = inner.split_at_checked(end)?;
    if let Some(rest) = tail.strip_prefix('"') {
        return Some((Cow::Borrowed(plain), rest));
    }
    let mut out = plain.to_owned();
    let mut tail = tail;
    loop {
        let mut rest = tail.strip_prefix('\\')?.chars();
        match rest.next()? {
            '"' => out.push('"'),
            '\\' => out.push('\\'),
            'n' => out.push('\n'),
            't' => out.push('\t'),
            'r' => out.push('\r'),
            'u' => out.push(coded(&mut rest, 4)?),
            'U' => out.push(coded(&mut rest, 8)?),
            _ => return None,
        }
        let after = rest.as_str();
        let (plain, next) = after.split_at_checked(quote_or_escape(after)?)?;
        out.push_str(plain);
        match next.strip_prefix('"') {
            Some(rest) => return Some((Cow::Owned(out), rest)),
            None => tail = next,
        }
    }
}

fn coded(rest: &mut std::str::Chars, digits: usize) -> Option<char> {
    let (code, after) = rest.as_str().split_at_checked(digits)?;
    let all_hex = code.bytes().all(|b| b.is_ascii_hexdigit());
    *rest = after.chars();
    u32::from_str_radix(code, 16).ok().filter(|_| all_hex).and_then(char::from_u32)
}

fn strings(text: &str) -> Option<(Value<'_>, &str)> {
    let mut rest = text.strip_prefix('[')?;
    let mut all = Vec::new();
    loop {
        let (one, after) = string(rest)?;
        all.push(one);
        match after.strip_prefix(", ") {
            Some(next) => rest = next,
            None => return Some((Value::Texts(all), after.strip_prefix(']')?)),
        }
    }
}

fn wholes(text: &str) -> Option<(Value<'_>, &str)> {
    let (inner, rest) = text.strip_prefix('[')?.split_once(']')?;
    let whole = |token: &str| match number_or_time(token)? {
        Value::Whole(number) => Some(number),
        _ => None,
    };
    let all: Option<Vec<i64>> = inner.split(", ").map(whole).collect();
    Some((Value::Wholes(all?), rest))
}

fn number_or_time(token: &str) -> Option<Value<'static>> {
    let bytes = token.as_bytes();
    if bytes.iter().all(u8::is_ascii_digit) && bytes.len() <= 18 {
        let leading_zero = bytes.len() > 1 && bytes.first() == Some(&b'0');
        return if leading_zero { None } else { token.parse().ok().map(Value::Whole) };
    }
    let date = date(bytes.get(..10)?)?;
    if bytes.len() == 10 {
        return Some(Value::Date(date));
    }
    moment(date, bytes).map(Value::Moment)
}

fn date(bytes: &[u8]) -> Option<NaiveDate> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = bytes else { return None };
    let year = pair(*y1, *y2)? * 100 + pair(*y3, *y4)?;
    NaiveDate::from_ymd_opt(year.cast_signed(), pair(*m1, *m2)?, pair(*d1, *d2)?)
}

fn moment(date: NaiveDate, bytes: &[u8]) -> Option<DateTime<FixedOffset>> {
    let [b'T', h1, h2, b':', m1, m2, b':', s1, s2, sign, oh1, oh2, b':', om1, om2] =
        bytes.get(10..)?
    else {
        return None;
    };
    let time = date.and_hms_opt(pair(*h1, *h2)?, pair(*m1, *m2)?, pair(*s1, *s2)?)?;
    let (hours, minutes) = (pair(*oh1, *oh2)?, pair(*om1, *om2)?);
    let seconds = (hours * 3600 + minutes * 60).cast_signed();
    let east = match sign {
        b'+' => seconds,
        b'-' if seconds != 0 => -seconds,
        _ => return None,
    };
    if hours > 23 || minutes > 59 {
        return None;
    }
    time.and_local_timezone(FixedOffset::east_opt(east)?).single()
}

fn pair(tens: u8, ones: u8) -> Option<u32> {
    let both = tens.is_ascii_digit() && ones.is_ascii_digit();
    both.then(|| u32::from(tens - b'0') * 10 + u32::from(ones - b'0'))
}
