//! The files of a plan as one text, the places in it, and the problems found there so far.
//!
//! Deliberately absent: what makes a plan right or wrong.

use std::borrow::Cow;
use std::ops::Range;

use super::diagnostics::{Place, Problem, Problems, excerpt};
use super::source::Source;
use crate::text::visible;

/// Where something stands in a document, in bytes.
pub(super) type Span = Range<usize>;

/// How the parser's message begins at every line after a list that was not closed.
const OPEN_LIST: &str = "missing comma between array elements";

/// How it begins at a key without a value.
const BARE_KEY: &str = "key with no value";

/// How it begins at a text without quotes.
const BARE_VALUE: &str = "string values must be quoted";

/// Tells whether the parser stopped because of the depth, in either of its wordings.
fn is_too_deep(message: &str) -> bool {
    message.contains("recurs")
}

/// The files of a plan, read in order as one text.
#[derive(Debug)]
pub(super) struct Document {
    text: String,
    /// Where each line begins; the first begins at 0.
    lines: Vec<usize>,
    /// Each file's name and the index of its first line.
    parts: Vec<(usize, String)>,
}

impl Document {
    /// Joins the files: each starts on a new line, and byte order marks are left out.
    pub(super) fn join(sources: &[Source]) -> Self {
        let mut text = String::new();
        let mut lines = vec![0];
        let mut parts = Vec::new();
        for source in sources {
            if !text.is_empty() && !text.ends_with('\n') {
                text.push('\n');
                lines.push(text.len());
            }
            parts.push((lines.len() - 1, source.name.clone()));
            let begin = text.len();
            text += source.text.strip_prefix('\u{feff}').unwrap_or(&source.text);
            let ends = text.bytes().enumerate().skip(begin).filter(|&(_, byte)| byte == b'\n');
            lines.extend(ends.map(|(at, _)| at + 1));
        }
        Self { text, lines, parts }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Returns the index of the line that a byte is in.
    fn line(&self, at: usize) -> usize {
        self.lines.partition_point(|&begin| begin <= at).saturating_sub(1)
    }

    /// Returns the place of a span; if it has many lines, of its part in the first.
    pub(super) fn place(&self, span: &Span) -> Place {
        let start = self.text.floor_char_boundary(span.start);
        let line = self.line(start);
        let begin = self.lines.get(line).copied().unwrap_or_default();
        let rest = self.text.get(begin..).unwrap_or_default();
        let whole = rest.split_once('\n').map_or(rest, |(line, _)| line);
        let whole = whole.strip_suffix('\r').unwrap_or(whole);
        let from = (start - begin).min(whole.len());
        let to = whole.floor_char_boundary(span.end.saturating_sub(begin)).max(from);
        let part = self.parts.iter().rev().find(|(first, _)| *first <= line);
        let (first, name) = part.map_or((0, ""), |(first, name)| (*first, name));
        let (text, mark) = excerpt(whole, from..to);
        Place {
            name: name.to_owned(),
            line: line - first + 1,
            column: whole.get(..from).unwrap_or_default().chars().count() + 1,
            text,
            mark,
        }
    }

    /// Returns the span of the line with the most dots: the one that nests too deeply when the parser does not say.
    fn most_dotted(&self) -> Span {
        let lines = self.text.split_inclusive('\n').zip(&self.lines);
        let most = lines.max_by_key(|(line, _)| line.bytes().filter(|&byte| byte == b'.').count());
        most.map_or(0..0, |(line, &begin)| begin..begin + line.trim_end().len())
    }
}

/// The problems found in a document so far.
#[derive(Debug)]
pub(super) struct Reports<'d> {
    document: &'d Document,
    /// What is not TOML: the first error of a line and of an open list, since one slip makes many.
    syntax: Vec<(Span, Problem)>,
    /// What is TOML and still wrong.
    found: Vec<(Span, Problem)>,
    /// Where something was opened and not closed: from there on, nothing can be known to be where it belongs.
    lost_from: usize,
}

impl<'d> Reports<'d> {
    pub(super) fn new(document: &'d Document, errors: &[toml::de::Error]) -> Self {
        let mut errors: Vec<(Span, &str)> = errors
            .iter()
            .map(|e| (e.span().unwrap_or_else(|| document.most_dotted()), e.message()))
            .collect();
        let is_unclosed = |message: &str| message.starts_with("unclosed");
        let is_open = |message: &str| is_unclosed(message) || message.starts_with(OPEN_LIST);
        let lost_from = if errors.iter().any(|(_, message)| is_unclosed(message)) {
            let open = errors.iter().filter(|(_, message)| is_open(message));
            open.map(|(span, _)| span.start).min().unwrap_or_default()
        } else {
            usize::MAX
        };
        let line = |span: &Span| document.line(span.start);
        let rank = |message: &str| (!is_too_deep(message), !message.starts_with(OPEN_LIST));
        errors.sort_by_key(|(span, message)| (line(span), rank(message), span.start));
        errors.dedup_by_key(|(span, _)| line(span));
        errors.dedup_by(|next, before| next.1 == before.1 && before.1.starts_with(OPEN_LIST));
        let mut reports = Self { document, syntax: Vec::new(), found: Vec::new(), lost_from };
        for (span, message) in errors {
            reports.syntax_error(span, message);
        }
        reports.syntax = std::mem::take(&mut reports.found);
        reports
    }

    fn syntax_error(&mut self, span: Span, message: &str) {
        if is_too_deep(message) {
            self.add(span, "brackets or dotted keys are nested too deeply");
        } else if message == "duplicate key" {
            let key = self.document.text.get(span.clone()).unwrap_or_default();
            self.add(span, format!("the key \"{key}\" is here for the second time"));
        } else if message.starts_with(BARE_VALUE) {
            self.add(span, "this is not TOML: a text must be in quotes");
        } else if message.starts_with(OPEN_LIST) {
            let message = "this is not TOML: a list goes on here without a comma";
            self.add(span, message).help_with("Is a ] or a comma missing before it?");
        } else {
            self.add(span, format!("this is not TOML: {message}"));
        }
    }

    /// Returns the document with blanks for the lines that have a key alone, if there are any: the parser reads no
    /// further than the first of them.
    pub(super) fn without_bare_keys(&self, errors: &[toml::de::Error]) -> Option<String> {
        let bare = errors.iter().filter(|error| error.message().starts_with(BARE_KEY));
        let mut bare: Vec<usize> =
            bare.filter_map(toml::de::Error::span).map(|at| self.document.line(at.start)).collect();
        bare.sort_unstable();
        let lines = self.document.text.split_inclusive('\n').enumerate();
        let blanked = lines.map(|(index, line)| match bare.binary_search(&index) {
            Ok(_) => format!("{:>1$}", "\n", line.len()).into(),
            Err(_) => Cow::Borrowed(line),
        });
        (!bare.is_empty()).then(|| blanked.collect())
    }

    /// Returns where in a span a character stands by itself; the whole span, if it is written as an escape.
    pub(super) fn narrowed(&self, span: Span, c: char) -> Span {
        let raw = self.document.text.get(span.clone()).unwrap_or_default();
        raw.find(c).map_or(span.clone(), |at| span.start + at..span.start + at + c.len_utf8())
    }

    /// Reports a problem, and returns it for more to be said.
    pub(super) fn add(&mut self, span: Span, message: impl AsRef<str>) -> &mut Problem {
        let problem = Problem {
            place: self.document.place(&span),
            message: visible(message.as_ref()).into_owned(),
            help: None,
            other: None,
        };
        &mut self.found.push_mut((span, problem)).1
    }

    /// Reports that something is missing, unless a line that is not TOML may well have it.
    pub(super) fn missing(&mut self, span: Span, message: impl AsRef<str>, help: &str) {
        if self.syntax.is_empty() {
            self.add(span, message).help_with(help);
        }
    }

    /// Reports something that does not go together with what stands elsewhere, and shows both.
    pub(super) fn twice(
        &mut self,
        span: Span,
        message: impl AsRef<str>,
        (first, label): (&Span, &'static str),
        help: &str,
    ) {
        let first = self.document.place(first);
        self.add(span, message).help_with(help).and_at(first, label);
    }

    /// Returns what was found in the order of the document. Of a line that is not TOML only that counts.
    pub(super) fn finish(self) -> Problems {
        let line = |span: &Span| self.document.line(span.start);
        let broken: Vec<usize> = self.syntax.iter().map(|(span, _)| line(span)).collect();
        let mut all = self.syntax;
        let whole = |(span, _): &(Span, Problem)| {
            span.start < self.lost_from && broken.binary_search(&line(span)).is_err()
        };
        all.extend(self.found.into_iter().filter(whole));
        all.sort_by_key(|(span, _)| span.start);
        Problems(all.into_iter().map(|(_, problem)| problem).collect())
    }
}
