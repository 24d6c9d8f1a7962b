//! A journal file's bytes as entries and findings, line by line: a typo, a torn tail, conflict markers or zero bytes
//! cost one line and not the file.
//!
//! Deliberately absent: the disk, and the other files of the union.

use super::fact::{Entry, Place};
use super::finding::{Weight, What};
use super::line::{self, FORMAT};
use super::sealed::{self, Seal};
use memchr::memchr;

/// Holds what one file says.
#[derive(Debug, Default)]
pub struct Scanned {
    /// The entries in the order in which they stand, each with whether its checksum fits.
    pub entries: Vec<(Entry, Trust)>,
    /// What was found: line from 1 (0: the whole file), column if known, and what.
    pub findings: Vec<(usize, Option<usize>, What)>,
    /// The plan that the file says it is of.
    pub plan: Option<String>,
    /// The format, where it is newer than this version's.
    pub newer: Option<i64>,
    /// Whether the last byte ends a line, or there is none.
    pub ends_fresh: bool,
}

/// Says how far an entry's line can be trusted when another line has its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trust {
    /// Its checksum is missing or does not fit.
    Doubtful,
    /// Its checksum fits.
    Sealed,
}

/// Reads a file's bytes; `file` is the file's position in the reading, for the entries' places.
pub fn scan(bytes: &[u8], file: u16) -> Scanned {
    let mut scanned = Scanned {
        ends_fresh: bytes.last().is_none_or(|last| *last == b'\n'),
        ..Scanned::default()
    };
    if bytes.is_empty() {
        scanned.findings.push((0, None, What::Empty));
        return scanned;
    }
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let mut head = Head { said_format: false };
    let mut lines = lines(bytes).enumerate().peekable();
    while let Some((i, raw)) = lines.next() {
        let last = lines.peek().is_none();
        let found_before = scanned.findings.len();
        scanned.line(raw, i + 1, file, &mut head);
        if last && !scanned.ends_fresh {
            // A reason found in a line that was never finished is only that; and where a whole line has no end, the
            // lines after it may be missing.
            let found = scanned.findings.get(found_before..).unwrap_or_default();
            let cut = found
                .iter()
                .any(|(_, _, what)| matches!(what, What::Unreadable(_) | What::NotText));
            let said = found.iter().any(|(_, _, what)| what.weight() == Weight::Warning);
            if cut {
                scanned.findings.truncate(found_before);
                scanned.found(i + 1, What::CutShort);
            } else if !said {
                scanned.found(i + 1, What::NoEnd);
            }
        }
    }
    if !head.said_format && scanned.plan.is_some() {
        scanned.findings.push((0, None, What::NoFormat));
    }
    scanned
}

/// Returns what stands between the line breaks, as `split` does, but many bytes at a step.
fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = Some(bytes);
    std::iter::from_fn(move || {
        let here = rest?;
        let (line, after) = memchr(b'\n', here).and_then(|end| here.split_at_checked(end)).unzip();
        rest = after.and_then(|after| after.get(1..));
        line.or(Some(here))
    })
}

/// What the lines before the entries have said so far.
struct Head {
    said_format: bool,
}

impl Scanned {
    fn found(&mut self, line: usize, what: What) {
        self.findings.push((line, None, what));
    }

    fn line(&mut self, raw: &[u8], number: usize, file: u16, head: &mut Head) {
        let raw = raw.strip_suffix(b"\r").unwrap_or(raw);
        if memchr(0, raw).is_some() {
            // A crash left a run of zeroes: what stands on either side of it is looked at on its own.
            self.found(number, What::Zeroes);
            let found = self.findings.len();
            for piece in raw.split(|b| *b == 0).filter(|piece| !piece.is_empty()) {
                self.line(piece, number, file, head);
            }
            return self.findings.truncate(found);
        }
        let place = Place { file, line: u32::try_from(number).unwrap_or(u32::MAX) };
        let text = std::str::from_utf8(raw);
        let (body, seal) = text.map_or(("", Seal::Missing), sealed::unsealed);
        if seal == Seal::Whole
            && let Some((key, fields)) = sealed::fields(body)
            && let Ok(entry) = fields.entry(key, place)
        {
            return self.entries.push((entry, Trust::Sealed));
        }
        if seal != Seal::Whole
            && let Some((first, second)) = sealed::joined(raw)
        {
            self.found(number, What::Joined);
            self.line(first, number, file, head);
            return self.line(second, number, file, head);
        }
        match text {
            Ok(text) => self.other_line(text, seal, number, place, head),
            Err(_) => self.found(number, What::NotText),
        }
    }

    /// Reads a line that ninety did not write as it stands, or that is no entry.
    fn other_line(&mut self, text: &str, seal: Seal, number: usize, place: Place, head: &mut Head) {
        let trimmed = text.trim();
        if trimmed.is_empty() || trimmed == sealed::HEADER {
            return;
        }
        if let Some(comment) = trimmed.strip_prefix('#') {
            let entry = seal != Seal::Missing && comment.contains(" = { at = ");
            if entry && sealed::unsealed(comment.trim_start()).1 != Seal::Whole {
                self.found(number, What::DamagedStart);
            }
            return;
        }
        if let Some(marker) =
            ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].iter().find(|m| trimmed.starts_with(**m))
        {
            return self.found(number, What::Marker((*marker).to_owned()));
        }
        if !trimmed.contains('{') {
            return self.head_line(trimmed, number, head);
        }
        match line::by_toml(text) {
            Ok((key, fields)) => match fields.entry(key, place) {
                Ok(entry) => {
                    let trust = if seal == Seal::Whole { Trust::Sealed } else { Trust::Doubtful };
                    self.entries.push((entry, trust));
                    match seal {
                        Seal::Whole => {}
                        Seal::Broken => self.found(number, What::Edited),
                        Seal::Missing => self.found(number, What::ByHand),
                    }
                }
                Err(why) => self.found(number, What::Unreadable(why)),
            },
            Err((column, why)) => self.findings.push((number, column, What::Unreadable(why))),
        }
    }

    /// Reads `format = 1` or `plan = "…"`.
    fn head_line(&mut self, text: &str, number: usize, head: &mut Head) {
        let table: toml::Table = match toml::from_str(text) {
            Ok(table) => table,
            Err(error) => {
                let why =
                    format!("this line is not TOML ({})", error.message().replace('\n', ", "));
                return self.found(number, What::Unreadable(why));
            }
        };
        for (name, value) in table {
            match (name.as_str(), value) {
                ("format", toml::Value::Integer(format)) if format >= 1 => {
                    head.said_format = true;
                    if format > FORMAT {
                        self.newer = Some(format);
                        self.found(number, What::Newer(format));
                    }
                }
                ("format", _) => {
                    head.said_format = true;
                    self.found(number, What::NoFormat);
                }
                ("plan", toml::Value::String(plan)) => {
                    // A merge may have left the line twice; the first one stands.
                    self.plan.get_or_insert(plan);
                }
                (_, _) => self.found(number, What::UnknownHead),
            }
        }
    }
}
