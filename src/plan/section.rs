//! A table of a plan file, read key by key: unknown keys, wrong types, empty texts and control characters are reported
//! here, once for every kind of table.
//!
//! Deliberately absent: what the keys mean.

use std::ops::RangeInclusive;

use toml::Spanned;
use toml::de::{DeInteger, DeTable, DeValue};

use super::diagnostics::Problem;
use super::document::{Reports, Span};
use super::model::{List, Text};
use super::nearest::nearest;
use crate::text::is_unsafe;

/// A value where it stands.
pub(super) type Value<'a> = Spanned<DeValue<'a>>;

/// A kind of table: what people call it, its keys, and what its keys are called.
#[derive(Debug)]
pub(super) struct Kind {
    pub(super) name: &'static str,
    pub(super) keys: &'static [&'static str],
    pub(super) key: &'static str,
    /// Keys that people write here though they belong elsewhere, and where that is.
    pub(super) elsewhere: &'static [(&'static str, &'static str)],
}

/// One table with its kind.
#[derive(Debug, Clone)]
pub(super) struct Section<'a> {
    table: &'a DeTable<'a>,
    /// Where its header or its braces are.
    pub(super) span: Span,
}

impl<'a> Section<'a> {
    /// Opens the whole document.
    pub(super) fn top(table: &'a DeTable<'a>, kind: &Kind, reports: &mut Reports<'_>) -> Self {
        Self { table, span: 0..0 }.known(kind, reports)
    }

    /// Opens a table, and reports the keys that its kind does not have.
    pub(super) fn open(
        value: &'a Value<'a>,
        kind: &Kind,
        reports: &mut Reports<'_>,
    ) -> Option<Self> {
        let Some(table) = value.get_ref().as_table() else {
            wrong(kind.name, "a table", value, reports);
            return None;
        };
        Some(Self { table, span: value.span() }.known(kind, reports))
    }

    fn known(self, kind: &Kind, reports: &mut Reports<'_>) -> Self {
        for (key, _) in self.table {
            let (typed, span) = (key.get_ref().as_ref(), key.span());
            if kind.keys.contains(&typed) {
                continue;
            }
            let unknown = format!("unknown {} \"{typed}\"", kind.key);
            if let Some((_, place)) = kind.elsewhere.iter().find(|(key, _)| *key == typed) {
                reports.add(span, unknown).help_with(place);
            } else if let Some(meant) = nearest(typed, kind.keys.iter().map(|key| (*key, *key))) {
                reports.add(span, format!("{unknown}: did you mean \"{meant}\"?"));
            } else {
                let known = format!("Known here are {}.", kind.keys.join(", "));
                reports.add(span, unknown).help_with(known);
            }
        }
        self
    }

    /// Tells whether it has a key that its kind does not have.
    pub(super) fn has_unknown(&self, kind: &Kind) -> bool {
        self.table.iter().any(|(key, _)| !kind.keys.contains(&key.get_ref().as_ref()))
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
    pub(super) fn text(&self, key: &str, reports: &mut Reports<'_>) -> Option<Text> {
        text(key, self.value(key)?, reports)
    }

    /// Returns a text of one line, and reports it if it is missing.
    pub(super) fn required(
        &self,
        key: &str,
        kind: &Kind,
        reports: &mut Reports<'_>,
    ) -> Option<Text> {
        if self.value(key).is_none() {
            let help = format!("Add {key} = \"…\".");
            reports.missing(self.span.clone(), format!("{} has no {key}", kind.name), &help);
        }
        self.text(key, reports)
    }

    /// Returns a text that may have several lines; the line breaks at its end do not count.
    pub(super) fn lines(&self, key: &str, reports: &mut Reports<'_>) -> Option<Text> {
        let value = self.value(key)?;
        let lines = string(key, value, reports)?.replace("\r\n", "\n");
        let lines = lines.trim_end_matches('\n');
        clean(key, lines, value, |c| c != '\n' && is_unsafe(c), reports)
    }

    /// Returns a list of texts of one line.
    pub(super) fn texts(&self, key: &str, reports: &mut Reports<'_>) -> List<Text> {
        let values = self.list(key, "a list of texts: [\"…\", \"…\"]", reports);
        values.filter_map(|value| text(key, value, reports)).collect()
    }

    /// Returns the values of a list, in order.
    pub(super) fn list(
        &self,
        key: &str,
        wanted: &str,
        reports: &mut Reports<'_>,
    ) -> impl Iterator<Item = &'a Value<'a>> + use<'a> {
        let value = self.value(key);
        let list = value.and_then(|value| value.get_ref().as_array());
        if let (Some(value), None) = (value, list) {
            wrong(&format!("\"{key}\""), wanted, value, reports);
        }
        list.into_iter().flatten()
    }

    /// Returns a yes or no; no, if it is not there.
    pub(super) fn flag(&self, key: &str, reports: &mut Reports<'_>) -> bool {
        let Some(value) = self.value(key) else { return false };
        value.get_ref().as_bool().unwrap_or_else(|| {
            wrong(&format!("\"{key}\""), "true or false", value, reports);
            false
        })
    }

    /// Returns a whole number within bounds.
    pub(super) fn number(
        &self,
        key: &str,
        bounds: RangeInclusive<u16>,
        reports: &mut Reports<'_>,
    ) -> Option<u16> {
        number(key, self.value(key)?, bounds, reports)
    }

    /// Returns a least and a most number, written as `[least, most]`, or as one number that is both.
    pub(super) fn range(
        &self,
        key: &str,
        bounds: RangeInclusive<u16>,
        reports: &mut Reports<'_>,
    ) -> Option<(u16, u16)> {
        let value = self.value(key)?;
        let Some(list) = value.get_ref().as_array() else {
            return number(key, value, bounds, reports).map(|both| (both, both));
        };
        let [least, most] = list.iter().collect::<Vec<_>>().try_into().ok().or_else(|| {
            let message = format!("\"{key}\" must have two numbers: [least, most]");
            reports.add(value.span(), message);
            None
        })?;
        let least = number(key, least, bounds.clone(), reports);
        let (min, max) = (least?, number(key, most, bounds, reports)?);
        if min > max {
            let message = format!("\"{key}\" goes down: {min} is above {max}");
            reports.add(value.span(), message).help_with(format!("Write [{max}, {min}]."));
            return None;
        }
        Some((min, max))
    }
}

/// Returns a whole number within bounds.
fn number(
    key: &str,
    value: &Value<'_>,
    bounds: RangeInclusive<u16>,
    reports: &mut Reports<'_>,
) -> Option<u16> {
    let Some(number) = value.get_ref().as_integer() else {
        wrong(&format!("\"{key}\""), "a whole number", value, reports);
        return None;
    };
    let fits = whole(number).and_then(|n| u16::try_from(n).ok()).filter(|n| bounds.contains(n));
    if fits.is_none() {
        let (least, most) = bounds.into_inner();
        let bounds =
            if least == most { least.to_string() } else { format!("from {least} to {most}") };
        reports.add(value.span(), format!("\"{key}\" must be {bounds}"));
    }
    fits
}

/// Returns an integer's value, or `None` if it is beyond all use.
pub(super) fn whole(number: &DeInteger<'_>) -> Option<i64> {
    i64::from_str_radix(number.as_str(), number.radix()).ok()
}

/// Returns a text of one line.
pub(super) fn text(key: &str, value: &Value<'_>, reports: &mut Reports<'_>) -> Option<Text> {
    clean(key, string(key, value, reports)?, value, is_unsafe, reports)
}

fn string<'v>(key: &str, value: &'v Value<'_>, reports: &mut Reports<'_>) -> Option<&'v str> {
    let string = value.get_ref().as_str();
    if string.is_none() {
        wrong(&format!("\"{key}\""), "a text in quotes", value, reports);
    }
    string
}

/// Returns the text, unless it is blank or has a character that is refused.
fn clean(
    key: &str,
    text: &str,
    value: &Value<'_>,
    is_refused: fn(char) -> bool,
    reports: &mut Reports<'_>,
) -> Option<Text> {
    let span = value.span();
    match text.chars().find(|&c| is_refused(c)) {
        Some('\n' | '\r') => reports.add(span, format!("\"{key}\" must be one line")),
        Some('\t') => reports.add(span, format!("\"{key}\" has a tab")).help_with("Write spaces."),
        Some(c) => {
            let message = format!("\"{key}\" has the control character U+{:04X}", u32::from(c));
            let span = reports.narrowed(span, c);
            reports.add(span, message).help_with("A plan is plain text: take the character out.")
        }
        None if text.trim().is_empty() => reports.add(span, format!("\"{key}\" is empty")),
        None => return Some(Text::Owned(text.to_owned())),
    };
    None
}

/// Reports a value of the wrong type, and returns the problem for more to be said.
pub(super) fn wrong<'r>(
    what: &str,
    wanted: &str,
    value: &Value<'_>,
    reports: &'r mut Reports<'_>,
) -> &'r mut Problem {
    let got = match value.get_ref() {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) => "a number",
        DeValue::Float(_) => "a number with a point",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    };
    reports.add(value.span(), format!("{what} must be {wanted}, and this is {got}"))
}
