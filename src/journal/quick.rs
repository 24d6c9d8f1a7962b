//! The quick way into the lines that an evening is made of: tasks, a note, minutes. Nine of ten lines are such, so each
//! is read once, by the letter, and only where its parts stand is kept. A property test holds that `fields` and `part`
//! give such a line the same meaning.

use super::fact::Key;
use super::fields::{Text, in_range, is_offset, pair, ymd};
use super::part::Part;
use super::seal::hex;
use chrono::{NaiveDate, NaiveTime, Timelike};
use memchr::memchr2;

/// What a line that was read the quick way says. All else stands where it stands in every line of its shape: each page of
/// memory that a long journal takes costs a start as much as to read twenty lines.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quick {
    date: NaiveDate,
    /// Since midnight.
    seconds: u32,
    /// Where the day's id ends, in the bytes between the braces.
    day: u32,
    shape: Shape,
}

#[derive(Clone, Copy, Debug)]
enum Shape {
    Done,
    Open,
    Note,
    Minutes(u16),
}

/// Where the first id begins behind the name of its field, and the words behind the id of their day.
const DAY: usize = "at = 2026-12-08T19:41:12+01:00, day = \"".len();
const MARK: usize = "at = 2026-12-08T19:41:12+01:00, done = \"".len();
const WORDS: usize = "\", note = \"".len();

#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Last {
    date: Option<([u8; 10], NaiveDate)>,
    offset: [u8; 6],
}

/// Reads a line without seal and controls that ninety wrote: its key, where its fields begin, and what they say.
pub(super) fn line(line: &[u8], before: &mut Last) -> Option<(Key, usize, Quick)> {
    let (mut number, mut rest) = (0, line);
    while let [digit @ b'0'..=b'9', after @ ..] = rest {
        number = number * 10 + u64::from(digit - b'0');
        rest = after;
        if line.len() - rest.len() > 15 {
            return None;
        }
    }
    let ([dash, digits @ ..], rest) = rest.split_first_chunk::<9>()?;
    let random = hex(*digits)?;
    let (open, fields) = rest.split_first_chunk::<5>()?;
    let (at, rest) = fields.strip_suffix(b" }")?.split_first_chunk::<5>()?;
    if *dash != b'-' || open != b" = { " || at != b"at = " {
        return None;
    }
    let (date, rest) = rest.split_first_chunk::<10>()?;
    if before.date.is_none_or(|(text, _)| text != *date) {
        before.date = Some((*date, ymd(date).filter(|date| in_range(*date))?));
    }
    let (_, date) = before.date?;
    let ([b'T', h1, h2, b':', m1, m2, b':', s1, s2], rest) = rest.split_first_chunk::<9>()? else {
        return None;
    };
    let time = NaiveTime::from_hms_opt(pair(*h1, *h2)?, pair(*m1, *m2)?, pair(*s1, *s2)?)?;
    let (offset, rest) = rest.split_first_chunk::<6>()?;
    if *offset != before.offset {
        before.offset = is_offset(*offset).then_some(*offset)?;
    }
    let begin = line.len() - fields.len();
    let (day, shape) = match rest {
        [b',', b' ', b'd', b'a', b'y', b' ', b'=', b' ', b'"', text @ ..] => {
            let rest = plain(text)?;
            (u32::try_from(DAY + text.len() - rest.len() - 1).ok()?, about_day(rest)?)
        }
        [b',', b' ', b'd', b'o', b'n', b'e', b' ', b'=', b' ', done @ ..] => ids(done).map(|()| (0, Shape::Done))?,
        [b',', b' ', b'o', b'p', b'e', b'n', b' ', b'=', b' ', open @ ..] => ids(open).map(|()| (0, Shape::Open))?,
        _ => return None,
    };
    let key = (number <= Key::LARGEST).then(|| Key::new(number, random))?;
    Some((key, begin, Quick { date, seconds: time.num_seconds_from_midnight(), day, shape }))
}

fn about_day(rest: &[u8]) -> Option<Shape> {
    match rest {
        [b',', b' ', b'n', b'o', b't', b'e', b' ', b'=', b' ', b'"', text @ .., b'"'] => {
            // A quote within is one of the words, or ends them before another field.
            let mut unread = text;
            while let Some(at) = memchr2(b'"', b'\\', unread) {
                let [b'\\', b'n' | b't' | b'r' | b'\\', after @ ..] = unread.get(at..)? else {
                    return None;
                };
                unread = after;
            }
            Some(Shape::Note)
        }
        [b',', b' ', b'm', b'i', b'n', b'u', b't', b'e', b's', b' ', b'=', b' ', digits @ ..] => {
            if !(1..=4).contains(&digits.len()) || digits.first() == Some(&b'0') {
                return None;
            }
            let minutes =
                digits.iter().try_fold(0, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + u16::from(byte - b'0')));
            minutes.map(Shape::Minutes)
        }
        _ => None,
    }
}

fn ids(list: &[u8]) -> Option<()> {
    let inner = list.strip_prefix(b"[").and_then(|list| list.strip_suffix(b"]"));
    let mut rest = inner.unwrap_or(list);
    loop {
        let text = rest.strip_prefix(b"\"")?;
        let after = plain(text)?;
        if text.len() == after.len() + 1 {
            return None;
        }
        match after.strip_prefix(b", ") {
            Some(next) if inner.is_some() => rest = next,
            None if after.is_empty() => return Some(()),
            Some(_) | None => return None,
        }
    }
}

fn plain(text: &[u8]) -> Option<&[u8]> {
    text.get(memchr2(b'"', b'\\', text)?..)?.strip_prefix(b"\"")
}

impl Quick {
    pub(super) fn parts<'a>(self, body: &'a str, take: &mut impl FnMut(Part<'a>)) {
        let time = NaiveTime::from_num_seconds_from_midnight_opt(self.seconds, 0).unwrap_or_default();
        let (day, last) = (usize::try_from(self.day).unwrap_or(0), body.len().saturating_sub(1));
        let text = |from: usize, to: usize| body.get(from..to).unwrap_or_default();
        take(Part::At(self.date.and_time(time)));
        match self.shape {
            Shape::Note => take(Part::Note(Text::Plain(text(DAY, day)), Text::Escaped(text(day + WORDS, last)))),
            Shape::Minutes(minutes) => take(Part::Minutes(Text::Plain(text(DAY, day)), minutes.into())),
            // A list has quotes within, and an id has none.
            Shape::Done | Shape::Open => {
                // Between the brackets, or between the quotes of the only one.
                for id in text(MARK, last).split("\", \"") {
                    let id = Text::Plain(id.trim_matches('"'));
                    take(if matches!(self.shape, Shape::Done) { Part::Done(id) } else { Part::Open(id) });
                }
            }
        }
    }
}
