//! The fields of one line, borrowed from it. What ninety wrote has one exact form; any other line is read by the `toml`
//! crate and written out in that form first, so that there is one meaning for both.

use super::fact::Key;
use super::write::quoted;
use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime};
use memchr::{memchr, memchr2};
use std::borrow::Cow;

/// Says why a line is no entry; the sentence is for the learner, without a place.
pub(super) type Fault = String;

/// A text as it stands between its quotes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Text<'a> {
    Plain(&'a str),
    /// It has escapes.
    Escaped(&'a str),
}

impl<'a> Text<'a> {
    /// Returns what it says.
    pub fn plain(self) -> Cow<'a, str> {
        let mut rest = match self {
            Self::Plain(text) => return Cow::Borrowed(text),
            Self::Escaped(text) => text,
        };
        let mut out = String::with_capacity(rest.len());
        while let Some((before, after)) = memchr(b'\\', rest.as_bytes()).and_then(|at| rest.split_at_checked(at)) {
            out.push_str(before);
            let Some((c, next)) = escape(after) else { break };
            out.push(c);
            rest = next;
        }
        out.push_str(rest);
        Cow::Owned(out)
    }

    /// Tells whether a question may stand in it, or an answer: `Q:`, `A:`.
    pub(crate) fn may_ask(self) -> bool {
        let (Self::Plain(text) | Self::Escaped(text)) = self;
        let bytes = text.as_bytes();
        memchr::memchr2_iter(b'Q', b'A', bytes).any(|at| bytes.get(at + 1) == Some(&b':'))
    }

    pub(crate) fn is_blank(self) -> bool {
        let (Self::Plain(text) | Self::Escaped(text)) = self;
        // Few texts begin with space or an escape.
        let begins = text.bytes().next().is_some_and(|b| b.is_ascii_graphic() && b != b'\\');
        !begins && self.plain().trim().is_empty()
    }
}

pub(super) fn escape(text: &str) -> Option<(char, &str)> {
    let mut rest = text.strip_prefix('\\')?.chars();
    let c = match rest.next()? {
        '"' => '"',
        '\\' => '\\',
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        'u' => return coded(rest.as_str(), 4),
        'U' => return coded(rest.as_str(), 8),
        _ => return None,
    };
    Some((c, rest.as_str()))
}

fn coded(text: &str, digits: usize) -> Option<(char, &str)> {
    let (code, rest) = text.split_at_checked(digits)?;
    let is_hex = code.bytes().all(|b| b.is_ascii_hexdigit());
    let code = u32::from_str_radix(code, 16).ok().filter(|_| is_hex)?;
    Some((char::from_u32(code)?, rest))
}

/// A value of a line, as far as entries have use for it. A list is what stands between its brackets.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Value<'a> {
    Text(Text<'a>),
    Texts(&'a str),
    Whole(i64),
    Date(NaiveDate),
    Dates(&'a str),
    Moment(Moment),
    Other,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Moment {
    pub(super) local: NaiveDateTime,
    pub(super) offset: i32,
}

/// Leaves room on both sides, so that dates can be reckoned with and never overflow.
pub(super) fn in_range(date: NaiveDate) -> bool {
    (1900..=9000).contains(&date.year())
}

const MOST_FIELDS: usize = 24;

pub(super) struct Fields<'a> {
    all: [(&'a str, Value<'a>); MOST_FIELDS],
    count: usize,
}

impl<'a> Fields<'a> {
    pub(super) fn of(body: &'a str) -> Option<Self> {
        if has_controls(body) {
            return None;
        }
        let mut fields = Self { all: [("", Value::Other); MOST_FIELDS], count: 0 };
        let mut rest = body;
        loop {
            let (name, after) = rest.split_at_checked(memchr(b' ', rest.as_bytes())?)?;
            let (value, after) = value(after.strip_prefix(" = ")?)?;
            if !is_name(name) || fields.get(name).is_some() {
                return None;
            }
            *fields.all.get_mut(fields.count)? = (name, value);
            fields.count += 1;
            match after.strip_prefix(", ") {
                Some(next) => rest = next,
                None if after.is_empty() => return Some(fields),
                None => return None,
            }
        }
    }

    pub(super) fn named(&self) -> impl Iterator<Item = &(&'a str, Value<'a>)> {
        self.all.iter().take(self.count)
    }

    pub(super) fn get(&self, name: &str) -> Option<Value<'a>> {
        self.named().find(|(field, _)| *field == name).map(|(_, value)| *value)
    }
}

/// Tells whether a text has bare controls but line breaks; without a way out in the middle, for many bytes at once.
pub(super) fn has_controls(text: &str) -> bool {
    let is_control = |b: u8| u8::from(b < 0x20) & u8::from(b != b'\n') | u8::from(b == 0x7f);
    text.bytes().fold(0, |found, b| found | is_control(b)) != 0
}

fn value(text: &str) -> Option<(Value<'_>, &str)> {
    match text.bytes().next()? {
        b'"' => string(text).map(|(text, rest)| (Value::Text(text), rest)),
        b'[' if text.as_bytes().get(1) == Some(&b'"') => {
            let inner = text.strip_prefix('[')?;
            let mut rest = inner;
            loop {
                let (_, after) = string(rest)?;
                if let Some(next) = after.strip_prefix(", ") {
                    rest = next;
                } else {
                    let inner = inner.get(..inner.len() - after.len())?;
                    return Some((Value::Texts(inner), after.strip_prefix(']')?));
                }
            }
        }
        b'[' => {
            let (inner, rest) = text.strip_prefix('[')?.split_once(']')?;
            let is_date = |one| matches!(numbers(one), Some(Value::Date(_)));
            inner.split(", ").all(is_date).then_some((Value::Dates(inner), rest))
        }
        b'0'..=b'9' => {
            let end = text.bytes().position(|b| b == b',' || b == b' ').unwrap_or(text.len());
            let (token, rest) = text.split_at_checked(end)?;
            Some((numbers(token)?, rest))
        }
        b'{' => text.strip_prefix("{}").map(|rest| (Value::Other, rest)),
        _ => None,
    }
}

pub(super) fn string(text: &str) -> Option<(Text<'_>, &str)> {
    let inner = text.strip_prefix('"')?;
    let mut rest = inner;
    loop {
        let (_, tail) = rest.split_at_checked(memchr2(b'"', b'\\', rest.as_bytes())?)?;
        if let Some(after) = tail.strip_prefix('"') {
            let whole = inner.get(..inner.len() - tail.len())?;
            let is_plain = rest.len() == inner.len();
            return Some((if is_plain { Text::Plain(whole) } else { Text::Escaped(whole) }, after));
        }
        rest = escape(tail)?.1;
    }
}

pub(super) fn numbers(token: &str) -> Option<Value<'static>> {
    let bytes = token.as_bytes();
    match bytes.len() {
        25 => moment(bytes).map(Value::Moment),
        10 if bytes.get(4) == Some(&b'-') => ymd(bytes.first_chunk()?).map(Value::Date),
        1..=18 if bytes.iter().all(u8::is_ascii_digit) && (bytes.len() == 1 || !token.starts_with('0')) => {
            token.parse().ok().map(Value::Whole)
        }
        _ => None,
    }
}

pub(super) fn ymd(bytes: &[u8; 10]) -> Option<NaiveDate> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = bytes else { return None };
    let year = pair(*y1, *y2)? * 100 + pair(*y3, *y4)?;
    NaiveDate::from_ymd_opt(year.cast_signed(), pair(*m1, *m2)?, pair(*d1, *d2)?)
}

fn moment(bytes: &[u8]) -> Option<Moment> {
    let (date, rest) = bytes.split_first_chunk::<10>()?;
    let (time, offset) = rest.split_first_chunk::<9>()?;
    let [b'T', h1, h2, b':', m1, m2, b':', s1, s2] = time else { return None };
    let local = ymd(date)?.and_hms_opt(pair(*h1, *h2)?, pair(*m1, *m2)?, pair(*s1, *s2)?)?;
    let offset: [u8; 6] = offset.try_into().ok()?;
    let [sign, h1, h2, _, m1, m2] = offset;
    let east = (pair(h1, h2)? * 3600 + pair(m1, m2)? * 60).cast_signed();
    is_offset(offset).then_some(Moment { local, offset: if sign == b'-' { -east } else { east } })
}

/// Tells whether these bytes are an offset from UTC, `+01:00`; none has a minus and no hours and minutes.
pub(super) fn is_offset(offset: [u8; 6]) -> bool {
    let [sign, h1, h2, colon, m1, m2] = offset;
    let fits = |n: Option<u32>, most| n.is_some_and(|n| n <= most);
    matches!(sign, b'+' | b'-')
        && colon == b':'
        && fits(pair(h1, h2), 23)
        && fits(pair(m1, m2), 59)
        && &offset != b"-00:00"
}

pub(super) fn pair(tens: u8, ones: u8) -> Option<u32> {
    let (tens, ones) = (tens.wrapping_sub(b'0'), ones.wrapping_sub(b'0'));
    (tens <= 9 && ones <= 9).then(|| u32::from(tens) * 10 + u32::from(ones))
}

/// Reads any line of one `key = { … }`, and returns its fields as ninety writes them; an error has the column if known.
pub(super) fn by_toml(line: &str) -> Result<(Key, String), (Option<usize>, Fault)> {
    let table: toml::Table = toml::from_str(line).map_err(|error| {
        let before = error.span().and_then(|span| line.get(..span.start));
        let column = before.map(|before| before.chars().count() + 1);
        (column, not_toml(&error))
    })?;
    let mut pairs = table.into_iter();
    let (Some((name, toml::Value::Table(fields))), None) = (pairs.next(), pairs.next()) else {
        return Err((None, "it is not of the form `key = { at = …, … }`".into()));
    };
    let key = name.parse().map_err(|()| {
        let why = "its key is not a number, a dash and eight hexadecimal digits, such as 12-0a1b2c3d";
        (Some(1), why.to_owned())
    })?;
    if fields.len() > MOST_FIELDS {
        return Err((None, format!("it has more than {MOST_FIELDS} fields")));
    }
    // A name that no entry has could not be written as it stands; its value is nothing to anybody.
    let (known, odd): (Vec<_>, Vec<_>) = fields.iter().partition(|(name, _)| is_name(name));
    let known = known.into_iter().map(|(name, value)| format!("{name} = {}", as_written(value)));
    let other = odd.first().map(|_| "other = {}".to_owned());
    Ok((key, known.chain(other).collect::<Vec<_>>().join(", ")))
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
}

pub(super) fn not_toml(error: &toml::de::Error) -> Fault {
    format!("this line is not TOML ({})", error.message().replace('\n', ", "))
}

fn as_written(value: &toml::Value) -> String {
    match value {
        toml::Value::String(text) => quoted(text),
        toml::Value::Integer(whole @ 0..=999_999_999_999_999_999) => whole.to_string(),
        toml::Value::Datetime(moment) => {
            let text = moment.to_string();
            let whole = DateTime::parse_from_rfc3339(&text).map(|at| at.format("%Y-%m-%dT%H:%M:%S%:z").to_string());
            let known = whole.unwrap_or(text);
            if numbers(&known).is_some() { known } else { "{}".to_owned() }
        }
        toml::Value::Array(items) => {
            let all: Vec<String> = items.iter().map(as_written).collect();
            let list = format!("[{}]", all.join(", "));
            let fits = matches!(self::value(&list), Some((_, "")));
            if fits { list } else { "{}".to_owned() }
        }
        _ => "{}".to_owned(),
    }
}
