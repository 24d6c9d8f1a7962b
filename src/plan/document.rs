//! The files of a plan as one text, the places in it, and the faults found there so far.

use super::fault::Fault;
use super::problem::{Place, Problem, Problems};
use crate::text::visible;
use std::ops::Range;

pub(super) type Span = Range<usize>;

/// Of a long value the beginning is marked: a picture is as wide as the terminal, which may be narrow.
const MARKED: usize = 24;
const SHOWN: usize = 4096;

/// A file of a plan, read already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The path, as problems are to show it.
    pub name: String,
    /// What it says.
    pub text: String,
}

#[derive(Debug)]
pub(super) struct Document {
    pub(super) text: String,
    /// Where each line begins, and each file with the index of its first line.
    lines: Vec<usize>,
    files: Vec<(usize, String)>,
}

impl Document {
    pub(super) fn join(sources: &[Source]) -> Self {
        let mut text = String::new();
        let mut lines = vec![0];
        let mut files = Vec::new();
        for source in sources {
            if !text.is_empty() && !text.ends_with('\n') {
                text.push('\n');
                lines.push(text.len());
            }
            files.push((lines.len() - 1, source.name.clone()));
            let begin = text.len();
            text += source.text.strip_prefix('\u{feff}').unwrap_or(&source.text);
            let added = text.get(begin..).unwrap_or_default();
            lines.extend(added.match_indices('\n').map(|(at, _)| begin + at + 1));
        }
        Self { text, lines, files }
    }

    pub(super) fn name(&self) -> &str {
        self.files.first().map_or("", |(_, name)| name)
    }

    pub(super) fn line(&self, at: usize) -> usize {
        self.lines.partition_point(|&begin| begin <= at).saturating_sub(1)
    }

    /// Returns where in a span a character stands by itself; the whole span, if it is written as an escape.
    pub(super) fn narrowed(&self, span: Span, c: char) -> Span {
        let raw = self.text.get(span.clone()).unwrap_or_default();
        raw.find(c).map_or(span.clone(), |at| span.start + at..span.start + at + c.len_utf8())
    }

    fn place(&self, span: &Span) -> Place {
        let start = self.text.floor_char_boundary(span.start);
        let line = self.line(start);
        let begin = self.lines.get(line).copied().unwrap_or_default();
        let end = self.lines.get(line + 1).copied().unwrap_or(self.text.len());
        let whole = self.text.get(begin..end).unwrap_or_default().trim_end_matches(['\r', '\n']);
        let from = (start - begin).min(whole.len());
        let to = span.end.saturating_sub(begin).min(from + MARKED);
        let to = whole.floor_char_boundary(to).max(from);
        let file = self.files.iter().rev().find(|(first, _)| *first <= line);
        let (first, name) = file.map_or((0, ""), |(first, name)| (*first, name));
        let part = |range| visible(whole.get(range).unwrap_or_default()).into_owned();
        let column = part(0..from).chars().count() + 1;
        let is_cut = whole.len() > SHOWN;
        let (begin, end) = if is_cut { (from.saturating_sub(MARKED), from + 2 * MARKED) } else { (0, whole.len()) };
        let (begin, end) = (whole.floor_char_boundary(begin), whole.floor_char_boundary(end));
        let (before, marked, after) = (part(begin..from), part(from..to), part(to..end));
        let mark = before.len()..before.len() + marked.len();
        let (name, line, text) = (name.to_owned(), line - first + 1, before + &marked + &after);
        Place { name, line, column, text, mark, is_cut }
    }
}

/// A document as it is read, with the faults found so far; each kind of table is read in its own file.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    pub(super) document: &'a Document,
    found: Vec<(Span, Fault<'a>)>,
}

impl<'a> Reader<'a> {
    pub(super) const fn new(document: &'a Document) -> Self {
        Self { document, found: Vec::new() }
    }

    pub(super) fn add(&mut self, span: Span, fault: Fault<'a>) {
        self.found.push((span, fault));
    }

    /// Returns what there is; reports a fault where there is nothing.
    pub(super) fn or_report<T>(&mut self, got: Option<T>, span: Span, fault: Fault<'a>) -> Option<T> {
        if got.is_none() {
            self.add(span, fault);
        }
        got
    }

    pub(super) fn finish(mut self) -> Problems {
        self.found.sort_by_key(|(span, _)| span.start);
        let is_told = |(place, (_, fault)): &(usize, &(Span, Fault))| {
            *place < Problems::MOST || matches!(fault, Fault::Twice(..))
        };
        let told = self.found.iter().enumerate().filter(is_told).take(Problems::MOST_TAKEN);
        let first = told.map(|(_, (span, fault))| {
            let said = fault.to_string();
            let mut lines = said.splitn(2, '\n').map(|line| visible(line).into_owned());
            Problem {
                place: self.document.place(span),
                message: lines.next().unwrap_or_default(),
                help: lines.next(),
                other: fault.other().map(|(span, label)| (self.document.place(span), label)),
            }
        });
        Problems { first: first.collect(), total: self.found.len() }
    }
}
