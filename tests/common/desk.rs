//! A journal's files without the program around them: a directory, a clock that moves with each entry, and entries of
//! every kind.

#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::string_slice,
    clippy::disallowed_methods,
    reason = "every test file uses a part of it, and fails so; a test asks for what its machine can do"
)]

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};
use ninety::journal::files::Tail;
use ninety::journal::finding::Weight;
use ninety::journal::{Budget, Entry, Fact, FileError, Files, Journal, Key, Mark};
use ninety::plan::{DayId, PlanId};
use std::path::{Path, PathBuf};

/// The plan that these journals are of.
pub(crate) const PLAN: &str = "django-90";

/// A directory for a journal, in memory where the system has such a thing, so that syncing costs nothing.
pub(crate) struct Desk {
    dir: tempfile::TempDir,
}

impl Desk {
    /// An empty directory.
    pub(crate) fn new() -> Self {
        let memory = Path::new("/dev/shm");
        let dir = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
        Self { dir: dir.unwrap() }
    }

    /// A directory with the journal of [`entries`], of which [`sample`] gives the text.
    pub(crate) fn with(text: impl AsRef<[u8]>) -> Self {
        let desk = Self::new();
        desk.put("django-90.toml", text);
        desk
    }

    pub(crate) fn dir(&self) -> PathBuf {
        self.dir.path().to_owned()
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    /// Writes a file.
    pub(crate) fn put(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    /// The journal's bytes.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        std::fs::read(self.path("django-90.toml")).unwrap()
    }

    /// The names of the files in the directory, in order; directories end with `/`.
    pub(crate) fn names(&self) -> Vec<String> {
        let name = |file: std::fs::DirEntry| {
            let slash = if file.file_type().unwrap().is_dir() { "/" } else { "" };
            format!("{}{slash}", file.file_name().to_string_lossy())
        };
        let mut names: Vec<String> =
            std::fs::read_dir(self.dir.path()).unwrap().map(|f| name(f.unwrap())).collect();
        names.sort();
        names
    }

    pub(crate) fn try_open(&self) -> Result<Files, FileError> {
        Files::open(self.dir(), PlanId::new(PLAN).unwrap(), Tail::LookAgain)
    }

    pub(crate) fn open(&self) -> Files {
        self.try_open().unwrap()
    }

    /// The journal as it is read.
    pub(crate) fn journal(&self) -> Journal {
        self.open().journal().as_ref().clone()
    }

    /// What is found in the files, without the directory.
    pub(crate) fn findings(&self) -> Vec<String> {
        said(&self.open(), &self.dir())
    }
}

/// What is found in the files, without the directory.
pub(crate) fn said(files: &Files, dir: &Path) -> Vec<String> {
    let dir = format!("{}/", dir.display());
    files.findings().iter().map(|finding| finding.to_string().replace(&dir, "")).collect()
}

/// Tells whether there is a finding that every verb shows.
pub(crate) fn warned(files: &Files) -> bool {
    files.findings().iter().any(|finding| finding.what.weight() == Weight::Warning)
}

/// An evening in December 2026, `n` minutes on.
pub(crate) fn evening(n: i64) -> DateTime<FixedOffset> {
    let start = DateTime::parse_from_rfc3339("2026-12-08T19:41:12+01:00").unwrap();
    start + TimeDelta::minutes(n)
}

pub(crate) fn day(id: &str) -> DayId {
    DayId::new(id.to_owned())
}

pub(crate) fn marks(ids: &[&str]) -> Vec<Mark> {
    ids.iter().map(|id| Mark::from_id((*id).to_owned())).collect()
}

pub(crate) fn note(text: &str) -> Fact {
    Fact::Note { day: day("views"), text: text.to_owned(), over: Vec::new() }
}

/// The random part of the key of the `n`-th entry.
pub(crate) fn random(n: u64) -> u32 {
    u32::try_from(n).unwrap().wrapping_mul(2_654_435_761)
}

/// Thirteen entries, of every kind that there is.
pub(crate) fn entries() -> Vec<Entry> {
    let key = |n: u64| Key::new(n, random(n));
    let facts = [
        Fact::Start {
            date: NaiveDate::from_ymd_opt(2026, 11, 23).unwrap(),
            days: None,
            budget: Budget::default(),
        },
        Fact::Start {
            date: NaiveDate::from_ymd_opt(2026, 11, 24).unwrap(),
            days: Some("mon-fri".parse().unwrap()),
            budget: Budget::default(),
        },
        Fact::Done(marks(&["views/create-a-homepage-that-says-welcome"])),
        Fact::Done(marks(&["urls/one", "urls/two", "templates"])),
        note(
            "render() needs the \u{202e}request\u{1b}[0m first.\n\tNaïve “quotes” and \\ and \"these\".\n",
        ),
        Fact::Open(marks(&["urls/two"])),
        Fact::Skip { days: vec![day("static-files")], because: "read it in 2024".into() },
        Fact::Open(marks(&["static-files"])),
        Fact::Minutes { day: day("views"), minutes: 45 },
        Fact::Note { day: day("views"), text: "One text.\n".into(), over: vec![key(5)] },
        Fact::Undo(key(4)),
        Fact::Undo(key(11)),
        Fact::Note { day: day("views"), text: String::new(), over: vec![key(5), key(10)] },
    ];
    let entry = |(i, fact): (usize, Fact)| {
        let n = i as u64 + 1;
        Entry {
            key: key(n),
            at: evening(i64::try_from(i).unwrap()),
            fact,
            place: ninety::journal::Place::default(),
        }
    };
    facts.into_iter().enumerate().map(entry).collect()
}

/// A line with its checksum.
pub(crate) fn sealed(body: &str) -> String {
    format!("{body} # {:08x}", crc32fast::hash(body.as_bytes()))
}

/// The journal of [`entries`] with one line more, of a kind that only a newer version knows.
pub(crate) fn sample() -> String {
    use ninety::journal::line;
    let mut text = line::header(PLAN);
    for entry in entries() {
        text.push_str(&line::written(&entry));
        text.push('\n');
    }
    text.push_str(&sealed(
        "14-0badcafe = { at = 2026-12-08T20:00:00+01:00, mood = { now = 3.5 }, why = [1, true] }",
    ));
    text.push('\n');
    text
}
