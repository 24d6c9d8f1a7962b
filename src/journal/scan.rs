//! A file's text as entries and findings: a typo, a torn tail, conflict markers or zero bytes cost one line each.

use super::entry::Kind;
use super::fact::Key;
use super::fields::{self, Fields, has_controls};
use super::finding::{Weight, What};
use super::part::Part;
use super::quick::{self, Last, Quick};
use super::seal::{self, HEADER, Seal};
use super::write::FORMAT;
use memchr::{memchr, memchr_iter};

#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    pub(super) key: Key,
    pub(super) kind: Kind,
    pub(super) is_sealed: bool,
    pub(super) file: u16,
    pub(super) line: u32,
    /// Whether `start` is a place in the rewritten lines; else it is one in the file's text.
    pub(super) is_rewritten: bool,
    pub(super) start: u32,
    pub(super) end: u32,
    /// What it says, where it was read the quick way.
    pub(super) quick: Option<Quick>,
}

/// The most findings that are kept of one file. Of more, their number is told.
pub(super) const MOST: usize = 500;

#[derive(Debug, Default)]
pub(super) struct Scanned {
    pub(super) rows: Vec<Row>,
    pub(super) findings: Vec<(usize, Option<usize>, What)>,
    /// The plan that the file says it is of.
    pub(super) plan: Option<String>,
    pub(super) newer: Option<i64>,
    pub(super) said_format: bool,
    /// Whether the last byte ends a line, or there is none.
    pub(super) ends_fresh: bool,
    pub(super) lines: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Decoded {
    Whole,
    /// Bytes that are no text were replaced.
    Replaced,
}

struct Scan<'a> {
    text: &'a str,
    decoded: Decoded,
    file: u16,
    /// Lines that ninety did not write, in the form in which it would have.
    rewritten: &'a mut String,
    out: Scanned,
    in_log: bool,
    more: usize,
    last: Last,
    is_clean: bool,
}

pub(super) fn scan(
    text: &str,
    from: usize,
    lines_before: usize,
    file: u16,
    decoded: Decoded,
    rewritten: &mut String,
) -> Scanned {
    let out = Scanned {
        ends_fresh: text.bytes().next_back().is_none_or(|last| last == b'\n'),
        // A line of an evening has about as many bytes.
        rows: Vec::with_capacity(text.len().saturating_sub(from) / 96),
        ..Scanned::default()
    };
    let mut scan = Scan {
        text,
        decoded,
        file,
        rewritten,
        out,
        in_log: from > 0,
        more: 0,
        last: Last::default(),
        is_clean: !has_controls(text.get(from..).unwrap_or_default()),
    };
    if text.is_empty() {
        scan.out.findings.push((0, None, What::Empty));
        return scan.out;
    }
    let mut start = if from == 0 && text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { from };
    let mut number = lines_before;
    let ends = memchr_iter(b'\n', text.as_bytes().get(start..).unwrap_or_default());
    let begin = start;
    for end in ends.map(|end| begin + end) {
        number += 1;
        scan.line(start, end, number);
        start = end + 1;
    }
    scan.out.lines = number - lines_before;
    if start < text.len() {
        let found_before = scan.out.findings.len();
        scan.line(start, text.len(), number + 1);
        scan.unended(found_before, number + 1);
    }
    let has_no_format = from == 0 && !scan.out.said_format && scan.out.plan.is_some();
    scan.out.findings.extend(has_no_format.then_some((0, None, What::NoFormat)));
    scan.out.findings.extend((scan.more > 0).then_some((0, None, What::More(scan.more))));
    scan.out
}

impl Scan<'_> {
    fn found(&mut self, line: usize, what: What) {
        self.found_at(line, None, what);
    }

    fn found_at(&mut self, line: usize, column: Option<usize>, what: What) {
        if self.is_full() { self.more += 1 } else { self.out.findings.push((line, column, what)) }
    }

    fn is_full(&self) -> bool {
        self.out.findings.len() >= MOST
    }

    /// Says of a last line without an end that it is cut short or, where it is whole, that lines may be missing.
    fn unended(&mut self, found_before: usize, number: usize) {
        let found = self.out.findings.get(found_before..).unwrap_or_default();
        let is_cut = found.iter().any(|(_, _, what)| matches!(what, What::Unreadable(_) | What::NotText));
        let is_said = found.iter().any(|(_, _, what)| what.weight() == Weight::Warning);
        if is_cut {
            self.out.findings.truncate(found_before);
            self.found(number, What::CutShort);
        } else if !is_said {
            self.found(number, What::NoEnd);
        }
    }

    fn line(&mut self, start: usize, end: usize, number: usize) {
        let bytes = self.text.as_bytes().get(start..end).unwrap_or_default();
        let body = seal::whole(bytes);
        if let Some((key, begin, quick)) = body.filter(|_| self.is_clean).and_then(|b| quick::line(b, &mut self.last)) {
            // Between ` = { ` and ` }`, before ` # ` and the checksum.
            let (start, end) = (start + begin, end - seal::LENGTH - 2);
            return self.entry(key, Kind::Fact, (start, end), number, Some(quick));
        }
        let Some(whole) = self.text.get(start..end) else { return };
        let line = whole.strip_suffix('\r').unwrap_or(whole);
        let (body, seal) = seal::unsealed(line);
        if seal == Seal::Whole
            && let Some((key, fields)) = body.split_once(" = { ")
            && let (Ok(key), Some(fields)) = (key.parse(), fields.strip_suffix(" }"))
            && let Some(kind) = Fields::of(fields).and_then(|fields| kind_of(&fields).ok())
        {
            let end = start + body.len() - 2;
            return self.entry(key, kind, (end - fields.len(), end), number, None);
        }
        if memchr(0, line.as_bytes()).is_some() {
            // A crash left a run of zeroes: what stands on either side of it is looked at on its own.
            self.found(number, What::Zeroes);
            return self.pieces(start, line, number);
        }
        if seal != Seal::Whole
            && let Some((first, second)) = seal::joined(line)
        {
            self.found(number, What::Joined);
            self.line(start, start + first.len(), number);
            return self.line(start + line.len() - second.len(), start + line.len(), number);
        }
        self.other_line(line, seal, number);
    }

    fn entry(&mut self, key: Key, kind: Kind, (start, end): (usize, usize), number: usize, quick: Option<Quick>) {
        let [line, start, end] = [number, start, end].map(|at| u32::try_from(at).unwrap_or(u32::MAX));
        let (file, is_sealed, is_rewritten) = (self.file, true, false);
        self.out.rows.push(Row { key, kind, is_sealed, file, line, is_rewritten, start, end, quick });
    }

    /// Reads what stands between zeroes, each piece on its own and without a finding of its own.
    fn pieces(&mut self, start: usize, line: &str, number: usize) {
        let (found, more) = (self.out.findings.len(), self.more);
        let mut at = start;
        for piece in line.split('\0') {
            if !piece.is_empty() {
                self.line(at, at + piece.len(), number);
            }
            at += piece.len() + 1;
        }
        self.out.findings.truncate(found);
        self.more = more;
    }

    fn other_line(&mut self, line: &str, seal: Seal, number: usize) {
        let trimmed = line.trim();
        if trimmed.is_empty() || trimmed == HEADER {
            self.in_log |= trimmed == HEADER;
            return;
        }
        if let Some(comment) = trimmed.strip_prefix('#') {
            let is_entry = seal != Seal::Missing && comment.contains(" = { at = ");
            if is_entry && seal::unsealed(comment.trim_start()).1 != Seal::Whole {
                self.found(number, What::DamagedStart);
            }
            return;
        }
        if self.decoded == Decoded::Replaced && line.contains('\u{fffd}') {
            return self.found(number, What::NotText);
        }
        let markers = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"];
        if let Some(marker) = markers.iter().find(|marker| trimmed.starts_with(**marker)) {
            return self.found(number, What::Marker((*marker).to_owned()));
        }
        if !trimmed.contains('{') {
            // Past reason nothing is parsed that could not be an entry.
            return if self.is_full() { self.more += 1 } else { self.head_line(trimmed, number) };
        }
        let (key, fields) = match fields::by_toml(line) {
            Ok(found) => found,
            Err((column, why)) => return self.found_at(number, column, What::Unreadable(why)),
        };
        match Fields::of(&fields).ok_or_else(String::new).and_then(|fields| kind_of(&fields)) {
            Ok(kind) => {
                let start = self.rewritten.len();
                self.rewritten.push_str(&fields);
                self.entry(key, kind, (start, self.rewritten.len()), number, None);
                if let Some(row) = self.out.rows.last_mut() {
                    (row.is_sealed, row.is_rewritten) = (seal == Seal::Whole, true);
                }
                match seal {
                    Seal::Whole => {}
                    Seal::Broken => self.found(number, What::Edited),
                    Seal::Missing => self.found(number, What::ByHand),
                }
            }
            Err(why) => self.found(number, What::Unreadable(why)),
        }
    }

    /// Reads `format = 1`, `plan = "…"` or `title = "…"`. After the header of the entries any other line is an entry that is none.
    fn head_line(&mut self, text: &str, number: usize) {
        let table: toml::Table = match toml::from_str(text) {
            Ok(table) => table,
            Err(error) => return self.found(number, What::Unreadable(fields::not_toml(&error))),
        };
        for (name, value) in table {
            match (name.as_str(), value) {
                ("format", toml::Value::Integer(format)) if format >= 1 => {
                    self.out.said_format = true;
                    if format > FORMAT {
                        self.out.newer = Some(format);
                        self.found(number, What::Newer(format));
                    }
                }
                ("format", _) => {
                    self.out.said_format = true;
                    self.found(number, What::NoFormat);
                }
                ("plan", toml::Value::String(plan)) => {
                    // A merge may have left the line twice; the first one stands.
                    self.out.plan.get_or_insert(plan);
                }
                ("title", toml::Value::String(_)) if !self.in_log => {}
                (_, toml::Value::Table(_)) => self.found(number, What::NotALine),
                (_, _) if self.in_log => self.found(number, What::NotALine),
                (_, _) => self.found(number, What::UnknownHead),
            }
        }
    }
}

/// Returns what an entry is to undo and redo; an error is why it is none.
fn kind_of(fields: &Fields) -> Result<Kind, fields::Fault> {
    let mut kind = Kind::Fact;
    fields.parts(&mut |part| match part {
        Part::Undo(_) => kind = Kind::Undo,
        Part::Unknown(_) => kind = Kind::Unknown,
        _ => {}
    })?;
    Ok(kind)
}
