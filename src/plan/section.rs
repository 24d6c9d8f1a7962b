//! A table of a plan file, read key by key: what is wrong with keys and values is reported here, once for every kind.

use super::document::{Reader, Span};
use super::fault::{Fault, Kind};
use super::model::{List, Minutes, Text};
use crate::text::is_unsafe;
use std::ops::RangeInclusive;
use toml::Spanned;
use toml::de::{DeInteger, DeString, DeTable, DeValue};

pub(super) const COUNT: Bounds = 1..=u16::MAX;
pub(super) const TEXTS: &str = "a list of texts: [\"…\", \"…\"]";

pub(super) type Value<'a> = Spanned<DeValue<'a>>;
type Bounds = RangeInclusive<u16>;

#[derive(Debug, Clone)]
pub(super) struct Section<'a> {
    table: &'a DeTable<'a>,
    kind: &'static Kind,
    pub(super) span: Span,
}

impl<'a> Section<'a> {
    pub(super) fn unknown(&self) -> impl Iterator<Item = &'a Spanned<DeString<'a>>> {
        let is_known = |key: &str| self.kind.keys.split(' ').any(|known| known == key);
        self.table.keys().filter(move |key| !is_known(key.get_ref()))
    }

    pub(super) fn value(&self, key: &str) -> Option<&'a Value<'a>> {
        self.table.get(key)
    }

    pub(super) fn span_of(&self, key: &str) -> Span {
        self.value(key).map_or_else(|| self.span.clone(), Spanned::span)
    }
}

impl<'a> Reader<'a> {
    pub(super) fn top(&mut self, table: &'a DeTable<'a>, kind: &'static Kind) -> Section<'a> {
        self.known(Section { table, kind, span: 0..0 })
    }

    pub(super) fn open(&mut self, value: &'a Value<'a>, kind: &'static Kind) -> Option<Section<'a>> {
        let table = value.get_ref().as_table();
        let table = self.or_report(table, value.span(), Fault::Wrong(kind.name, "a table", type_of(value)))?;
        Some(self.known(Section { table, kind, span: value.span() }))
    }

    fn known(&mut self, section: Section<'a>) -> Section<'a> {
        for key in section.unknown() {
            self.add(key.span(), Fault::UnknownKey(section.kind, key.get_ref()));
        }
        section
    }

    pub(super) fn text(&mut self, section: &Section<'a>, key: Text) -> Option<Text> {
        self.text_of(key, section.value(key)?)
    }

    pub(super) fn required(&mut self, section: &Section<'a>, key: Text) -> Option<Text> {
        if section.value(key).is_none() {
            self.add(section.span.clone(), Fault::Required(section.kind.name, key));
        }
        self.text(section, key)
    }

    pub(super) fn lines(&mut self, section: &Section<'a>, key: Text) -> Option<Text> {
        let value = section.value(key)?;
        let lines = self.string(key, value)?.replace("\r\n", "\n");
        self.clean(key, lines.trim_end_matches('\n'), value, |c| c != '\n' && is_unsafe(c))
    }

    pub(super) fn texts(&mut self, section: &Section<'a>, key: Text) -> List<Text> {
        self.each(section, key, TEXTS, |reader, value| reader.text_of(key, value))
    }

    pub(super) fn each<T>(
        &mut self,
        section: &Section<'a>,
        key: Text,
        wanted: Text,
        mut read: impl FnMut(&mut Self, &'a Value<'a>) -> Option<T>,
    ) -> List<T> {
        self.list(section, key, wanted).filter_map(|value| read(self, value)).collect::<Vec<_>>().leak()
    }

    pub(super) fn list(
        &mut self,
        section: &Section<'a>,
        key: Text,
        wanted: Text,
    ) -> impl Iterator<Item = &'a Value<'a>> + use<'a> {
        let value = section.value(key);
        let list = value.and_then(|value| self.is(value.get_ref().as_array(), key, wanted, value));
        list.into_iter().flatten()
    }

    pub(super) fn flag(&mut self, section: &Section<'a>, key: Text) -> bool {
        let Some(value) = section.value(key) else { return false };
        self.is(value.get_ref().as_bool(), key, "true or false", value).unwrap_or_default()
    }

    pub(super) fn range(&mut self, section: &Section<'a>, key: Text, bounds: Bounds) -> Option<(u16, u16)> {
        let value = section.value(key)?;
        let Some(list) = value.get_ref().as_array() else {
            return self.number(key, value, bounds).map(|both| (both, both));
        };
        let two = <&[Value<'a>; 2]>::try_from(&**list).ok();
        let [least, most] = self.or_report(two, value.span(), Fault::NotTwo(key))?;
        let least = self.number(key, least, bounds.clone());
        let (min, max) = (least?, self.number(key, most, bounds)?);
        self.or_report((min <= max).then_some((min, max)), value.span(), Fault::GoesDown(key, min, max))
    }

    pub(super) fn minutes(&mut self, section: &Section<'a>) -> Option<Minutes> {
        self.range(section, "minutes", COUNT).map(|(min, max)| Minutes { min, max })
    }

    pub(super) fn number(&mut self, key: Text, value: &'a Value<'a>, bounds: Bounds) -> Option<u16> {
        let number = value.get_ref().as_integer();
        let number = self.is(number, key, "a whole number", value)?;
        let fits = whole(number).and_then(|n| u16::try_from(n).ok()).filter(|n| bounds.contains(n));
        self.or_report(fits, value.span(), Fault::OutOfBounds(key, bounds))
    }

    pub(super) fn text_of(&mut self, key: Text, value: &'a Value<'a>) -> Option<Text> {
        let text = self.string(key, value)?;
        self.clean(key, text, value, is_unsafe)
    }

    fn string(&mut self, key: Text, value: &'a Value<'a>) -> Option<&'a str> {
        self.is(value.get_ref().as_str(), key, "a text in quotes", value)
    }

    fn is<T>(&mut self, got: Option<T>, key: Text, wanted: Text, value: &'a Value<'a>) -> Option<T> {
        self.or_report(got, value.span(), Fault::WrongValue(key, wanted, type_of(value)))
    }

    fn clean(&mut self, key: Text, text: &str, value: &'a Value<'a>, is_refused: fn(char) -> bool) -> Option<Text> {
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

pub(super) fn whole(number: &DeInteger<'_>) -> Option<i64> {
    i64::from_str_radix(number.as_str(), number.radix()).ok()
}
