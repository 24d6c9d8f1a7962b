//! A table of a plan file, read key by key: unknown keys, wrong types, empty texts and control characters are reported
//! here, once for every kind of table.
//!
//! Deliberately absent: what the keys mean.

use std::ops::RangeInclusive;

use toml::Spanned;
use toml::de::{DeInteger, DeString, DeTable, DeValue};

use super::document::{Reader, Span};
use super::fault::{Fault, Kind};
use super::model::{List, Minutes, Text};
use crate::text::is_unsafe;

/// What may be counted: minutes, days or weeks.
pub(super) const COUNT: RangeInclusive<u16> = 1..=u16::MAX;

/// What a list of texts looks like.
pub(super) const TEXTS: &str = "a list of texts: [\"…\", \"…\"]";

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
    /// Returns the keys that its kind does not have.
    pub(super) fn unknown(&self) -> impl Iterator<Item = &'a Spanned<DeString<'a>>> {
        let is_known = |key: &str| self.kind.keys.split(' ').any(|known| known == key);
        self.table.keys().filter(move |key| !is_known(key.get_ref()))
    }

    /// Returns what stands at a key.
    pub(super) fn value(&self, key: &str) -> Option<&'a Value<'a>> {
        self.table.get(key)
    }

    /// Returns where a key's value stands, else where the table does.
    pub(super) fn span_of(&self, key: &str) -> Span {
        self.value(key).map_or_else(|| self.span.clone(), Spanned::span)
    }
}

impl<'a> Reader<'a> {
    /// Opens the whole document.
    pub(super) fn top(&mut self, table: &'a DeTable<'a>, kind: &'static Kind) -> Section<'a> {
        self.known(Section { table, kind, span: 0..0 })
    }

    /// Opens a table, and reports the keys that its kind does not have.
    pub(super) fn open(
        &mut self,
        value: &'a Value<'a>,
        kind: &'static Kind,
    ) -> Option<Section<'a>> {
        let Some(table) = value.get_ref().as_table() else {
            self.add(value.span(), Fault::Wrong(kind.name, "a table", type_of(value)));
            return None;
        };
        Some(self.known(Section { table, kind, span: value.span() }))
    }

    fn known(&mut self, section: Section<'a>) -> Section<'a> {
        for key in section.unknown() {
            self.add(key.span(), Fault::UnknownKey(section.kind, key.get_ref()));
        }
        section
    }

    /// Returns a text of one line.
    pub(super) fn text(&mut self, section: &Section<'a>, key: &'static str) -> Option<Text> {
        self.text_of(key, section.value(key)?)
    }

    /// Returns a text of one line, and reports it if it is missing.
    pub(super) fn required(&mut self, section: &Section<'a>, key: &'static str) -> Option<Text> {
        if section.value(key).is_none() {
            let help = format!("{key} = \"…\"");
            self.add(section.span.clone(), Fault::Without(section.kind.name, key, help));
        }
        self.text(section, key)
    }

    /// Returns a text that may have several lines; the line breaks at its end do not count.
    pub(super) fn lines(&mut self, section: &Section<'a>, key: &'static str) -> Option<Text> {
        let value = section.value(key)?;
        let lines = self.string(key, value)?.replace("\r\n", "\n");
        self.clean(key, lines.trim_end_matches('\n'), value, |c| c != '\n' && is_unsafe(c))
    }

    /// Returns a list of texts of one line.
    pub(super) fn texts(&mut self, section: &Section<'a>, key: &'static str) -> List<Text> {
        self.each(section, key, TEXTS, |reader, value| reader.text_of(key, value))
    }

    /// Returns what is read of each value of a list.
    pub(super) fn each<T>(
        &mut self,
        section: &Section<'a>,
        key: &'static str,
        wanted: &'static str,
        mut read: impl FnMut(&mut Self, &'a Value<'a>) -> Option<T>,
    ) -> List<T> {
        let values = self.list(section, key, wanted);
        values.filter_map(|value| read(self, value)).collect::<Vec<_>>().leak()
    }

    /// Returns the values of a list, in order.
    pub(super) fn list(
        &mut self,
        section: &Section<'a>,
        key: &'static str,
        wanted: &'static str,
    ) -> impl Iterator<Item = &'a Value<'a>> + use<'a> {
        let value = section.value(key);
        let list = value.and_then(|value| self.is(value.get_ref().as_array(), key, wanted, value));
        list.into_iter().flatten()
    }

    /// Returns a yes or no; no, if it is not there.
    pub(super) fn flag(&mut self, section: &Section<'a>, key: &'static str) -> bool {
        let Some(value) = section.value(key) else { return false };
        let flag = value.get_ref().as_bool();
        self.is(flag, key, "true or false", value).unwrap_or_default()
    }

    /// Returns a least and a most number, written as `[least, most]`, or as one number that is both.
    pub(super) fn range(
        &mut self,
        section: &Section<'a>,
        key: &'static str,
        bounds: RangeInclusive<u16>,
    ) -> Option<(u16, u16)> {
        let value = section.value(key)?;
        let Some(list) = value.get_ref().as_array() else {
            return self.number(key, value, bounds).map(|both| (both, both));
        };
        let mut values = list.iter();
        let (Some(least), Some(most), None) = (values.next(), values.next(), values.next()) else {
            self.add(value.span(), Fault::NotTwo(key));
            return None;
        };
        let least = self.number(key, least, bounds.clone());
        let (min, max) = (least?, self.number(key, most, bounds)?);
        if min > max {
            self.add(value.span(), Fault::GoesDown(key, min, max));
        }
        (min <= max).then_some((min, max))
    }

    /// Returns how long a plan's or a day's study takes.
    pub(super) fn minutes(&mut self, section: &Section<'a>) -> Option<Minutes> {
        self.range(section, "minutes", COUNT).map(|(min, max)| Minutes { min, max })
    }

    /// Returns a whole number within bounds.
    pub(super) fn number(
        &mut self,
        key: &'static str,
        value: &'a Value<'a>,
        bounds: RangeInclusive<u16>,
    ) -> Option<u16> {
        let number = value.get_ref().as_integer();
        let number = self.is(number, key, "a whole number", value)?;
        let fits = whole(number).and_then(|n| u16::try_from(n).ok()).filter(|n| bounds.contains(n));
        if fits.is_none() {
            self.add(value.span(), Fault::OutOfBounds(key, bounds));
        }
        fits
    }

    /// Returns a text of one line.
    pub(super) fn text_of(&mut self, key: &'static str, value: &'a Value<'a>) -> Option<Text> {
        let text = self.string(key, value)?;
        self.clean(key, text, value, is_unsafe)
    }

    fn string(&mut self, key: &'static str, value: &'a Value<'a>) -> Option<&'a str> {
        self.is(value.get_ref().as_str(), key, "a text in quotes", value)
    }

    /// Returns a key's value of the type that is wanted, and reports it if it is of another.
    fn is<T>(
        &mut self,
        got: Option<T>,
        key: &'static str,
        wanted: &'static str,
        value: &'a Value<'a>,
    ) -> Option<T> {
        if got.is_none() {
            self.add(value.span(), Fault::WrongValue(key, wanted, type_of(value)));
        }
        got
    }

    /// Returns the text, unless it is blank or has a character that is refused.
    fn clean(
        &mut self,
        key: &'static str,
        text: &str,
        value: &'a Value<'a>,
        is_refused: fn(char) -> bool,
    ) -> Option<Text> {
        let (span, fault) = match text.chars().find(|&c| is_refused(c)) {
            Some('\n' | '\r') => (value.span(), Fault::Lines(key)),
            Some('\t') => (value.span(), Fault::Tab(key)),
            Some(c) => (self.document.narrowed(value.span(), c), Fault::Control(key, c)),
            None if text.trim().is_empty() => (value.span(), Fault::Empty(key)),
            None => return Some(text.to_owned().leak()),
        };
        self.add(span, fault);
        None
    }
}

/// Returns what people call a value.
pub(super) fn type_of(value: &Value<'_>) -> &'static str {
    match value.get_ref() {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) => "a number",
        DeValue::Float(_) => "a number with a point",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

/// Returns an integer's value, or `None` if it is beyond all use.
pub(super) fn whole(number: &DeInteger<'_>) -> Option<i64> {
    i64::from_str_radix(number.as_str(), number.radix()).ok()
}
