//! A table of a plan file, read key by key: unknown keys, wrong types, empty texts and control characters are reported
//! here, once for every kind of table.
//!
//! Deliberately absent: what the keys mean.

use std::ops::RangeInclusive;

use toml::Spanned;
use toml::de::{DeInteger, DeTable, DeValue};

use super::document::{Reports, Span};
use super::fault::{Fault, Kind};
use super::model::{List, Minutes, Text};
use crate::text::is_unsafe;

/// The minutes that a thing may take.
pub(super) const MINUTES: RangeInclusive<u16> = 1..=u16::MAX;

/// A value where it stands.
pub(super) type Value<'a> = Spanned<DeValue<'a>>;

/// One table with its kind.
#[derive(Debug, Clone)]
pub(super) struct Section<'a> {
    table: &'a DeTable<'a>,
    kind: &'static Kind,
    /// Where its header or its braces are.
    pub(super) span: Span,
}

impl<'a> Section<'a> {
    /// Opens the whole document.
    pub(super) fn top(
        table: &'a DeTable<'a>,
        kind: &'static Kind,
        reports: &mut Reports<'a>,
    ) -> Self {
        Self { table, kind, span: 0..0 }.known(reports)
    }

    /// Opens a table, and reports the keys that its kind does not have.
    pub(super) fn open(
        value: &'a Value<'a>,
        kind: &'static Kind,
        reports: &mut Reports<'a>,
    ) -> Option<Self> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            wrong(kind.name, "a table", value, reports);
        }
        Some(Self { table: table?, kind, span: value.span() }.known(reports))
    }

    fn known(self, reports: &mut Reports<'a>) -> Self {
        for key in self.unknown() {
            reports.add(key.span(), Fault::UnknownKey(self.kind, key.get_ref()));
        }
        self
    }

    /// Returns the keys that its kind does not have.
    pub(super) fn unknown(&self) -> impl Iterator<Item = &'a Spanned<toml::de::DeString<'a>>> {
        self.table.keys().filter(|key| !self.kind.keys.contains(&key.get_ref().as_ref()))
    }

    /// Returns what stands at a key.
    pub(super) fn value(&self, key: &str) -> Option<&'a Value<'a>> {
        self.table.get(key)
    }

    /// Returns where a key's value stands, else where the table does.
    pub(super) fn span_of(&self, key: &str) -> Span {
        self.value(key).map_or_else(|| self.span.clone(), Spanned::span)
    }

    /// Returns a text of one line.
    pub(super) fn text(&self, key: &'static str, reports: &mut Reports<'a>) -> Option<Text> {
        text(key, self.value(key)?, reports)
    }

    /// Returns a text of one line, and reports it if it is missing.
    pub(super) fn required(&self, key: &'static str, reports: &mut Reports<'a>) -> Option<Text> {
        if self.value(key).is_none() {
            reports.add(self.span.clone(), Fault::NoKey(self.kind, key));
        }
        self.text(key, reports)
    }

    /// Returns a text that may have several lines; the line breaks at its end do not count.
    pub(super) fn lines(&self, key: &'static str, reports: &mut Reports<'a>) -> Option<Text> {
        let value = self.value(key)?;
        let lines = string(key, value, reports)?.replace("\r\n", "\n");
        let lines = lines.trim_end_matches('\n');
        clean(key, lines, value, |c| c != '\n' && is_unsafe(c), reports)
    }

    /// Returns a list of texts of one line.
    pub(super) fn texts(&self, key: &'static str, reports: &mut Reports<'a>) -> List<Text> {
        let values = self.list(key, "a list of texts: [\"…\", \"…\"]", reports);
        let texts: Vec<Text> = values.filter_map(|value| text(key, value, reports)).collect();
        texts.leak()
    }

    /// Returns the values of a list, in order.
    pub(super) fn list(
        &self,
        key: &str,
        wanted: &'static str,
        reports: &mut Reports<'a>,
    ) -> impl Iterator<Item = &'a Value<'a>> + use<'a> {
        let value = self.value(key);
        let list = value.and_then(|value| value.get_ref().as_array());
        if let (Some(value), None) = (value, list) {
            wrong(format!("\"{key}\""), wanted, value, reports);
        }
        list.into_iter().flatten()
    }

    /// Returns a yes or no; no, if it is not there.
    pub(super) fn flag(&self, key: &str, reports: &mut Reports<'a>) -> bool {
        let Some(value) = self.value(key) else { return false };
        value.get_ref().as_bool().unwrap_or_else(|| {
            wrong(format!("\"{key}\""), "true or false", value, reports);
            false
        })
    }

    /// Returns a whole number within bounds.
    pub(super) fn number(
        &self,
        key: &'static str,
        bounds: RangeInclusive<u16>,
        reports: &mut Reports<'a>,
    ) -> Option<u16> {
        number(key, self.value(key)?, bounds, reports)
    }

    /// Returns a least and a most number, written as `[least, most]`, or as one number that is both.
    pub(super) fn range(
        &self,
        key: &'static str,
        bounds: RangeInclusive<u16>,
        reports: &mut Reports<'a>,
    ) -> Option<(u16, u16)> {
        let value = self.value(key)?;
        let Some(list) = value.get_ref().as_array() else {
            return number(key, value, bounds, reports).map(|both| (both, both));
        };
        let mut values = list.iter();
        let (Some(least), Some(most), None) = (values.next(), values.next(), values.next()) else {
            reports.add(value.span(), Fault::NotTwo(key));
            return None;
        };
        let least = number(key, least, bounds.clone(), reports);
        let (min, max) = (least?, number(key, most, bounds, reports)?);
        if min > max {
            reports.add(value.span(), Fault::GoesDown(key, min, max));
            return None;
        }
        Some((min, max))
    }

    /// Returns how long a plan's or a day's study takes.
    pub(super) fn minutes(&self, reports: &mut Reports<'a>) -> Option<Minutes> {
        self.range("minutes", MINUTES, reports).map(|(min, max)| Minutes { min, max })
    }
}

/// Returns a whole number within bounds.
fn number<'a>(
    key: &'static str,
    value: &'a Value<'a>,
    bounds: RangeInclusive<u16>,
    reports: &mut Reports<'a>,
) -> Option<u16> {
    let Some(number) = value.get_ref().as_integer() else {
        wrong(format!("\"{key}\""), "a whole number", value, reports);
        return None;
    };
    let fits = whole(number).and_then(|n| u16::try_from(n).ok()).filter(|n| bounds.contains(n));
    if fits.is_none() {
        reports.add(value.span(), Fault::OutOfBounds(key, bounds));
    }
    fits
}

/// Returns an integer's value, or `None` if it is beyond all use.
pub(super) fn whole(number: &DeInteger<'_>) -> Option<i64> {
    i64::from_str_radix(number.as_str(), number.radix()).ok()
}

/// Returns a text of one line.
pub(super) fn text<'a>(
    key: &'static str,
    value: &'a Value<'a>,
    reports: &mut Reports<'a>,
) -> Option<Text> {
    clean(key, string(key, value, reports)?, value, is_unsafe, reports)
}

fn string<'a>(key: &str, value: &'a Value<'a>, reports: &mut Reports<'a>) -> Option<&'a str> {
    let string = value.get_ref().as_str();
    if string.is_none() {
        wrong(format!("\"{key}\""), "a text in quotes", value, reports);
    }
    string
}

/// Returns the text, unless it is blank or has a character that is refused.
fn clean<'a>(
    key: &'static str,
    text: &str,
    value: &'a Value<'a>,
    is_refused: fn(char) -> bool,
    reports: &mut Reports<'a>,
) -> Option<Text> {
    let (span, fault) = match text.chars().find(|&c| is_refused(c)) {
        Some('\n' | '\r') => (value.span(), Fault::Lines(key)),
        Some(c) => (reports.document.narrowed(value.span(), c), Fault::Control(key, c)),
        None if text.trim().is_empty() => (value.span(), Fault::Empty(key)),
        None => return Some(text.to_owned().leak()),
    };
    reports.add(span, fault);
    None
}

/// Reports a value of the wrong type.
pub(super) fn wrong<'a>(
    what: impl Into<String>,
    wanted: &'static str,
    value: &'a Value<'a>,
    reports: &mut Reports<'a>,
) {
    let got = match value.get_ref() {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) => "a number",
        DeValue::Float(_) => "a number with a point",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    };
    reports.add(value.span(), Fault::Wrong(what.into(), wanted, got));
}
