//! A journal's files without the program around them: a directory, a clock that moves with each entry, and entries of
//! every kind.

#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::disallowed_methods,
    reason = "every test file uses a part of it, and fails so; a test asks for what its machine can do"
)]

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};
use ninety::journal::files::{Change, Tail};
use ninety::journal::finding::{Weight, What};
use ninety::journal::write::{header, line};
use ninety::journal::{Answers, Break, Entry, Fact, FileError, Files, Journal, Key, Mark, Record, Terms};
use ninety::plan::{DayId, PlanId};
use std::path::{MAIN_SEPARATOR, Path, PathBuf};

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
        let dir = if cfg!(unix) && memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
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
        let mut names: Vec<String> = std::fs::read_dir(self.dir.path()).unwrap().map(|f| name(f.unwrap())).collect();
        names.sort();
        names
    }

    pub(crate) fn try_open(&self) -> Result<Opened, FileError> {
        Opened::of(self.dir(), PLAN, Tail::LookAgain)
    }

    pub(crate) fn open(&self) -> Opened {
        self.try_open().unwrap()
    }

    /// The entries as they are read.
    pub(crate) fn all(&self) -> Vec<Kept> {
        self.open().all()
    }

    /// What is found in the files, without the directory.
    pub(crate) fn findings(&self) -> Vec<String> {
        self.open().said(&self.dir())
    }

    /// Moves another file over one.
    pub(crate) fn rename(&self, from: &str, to: &str) {
        std::fs::rename(self.path(from), self.path(to)).unwrap();
    }

    /// Removes a file.
    pub(crate) fn remove(&self, name: &str) {
        std::fs::remove_file(self.path(name)).unwrap();
    }
}

/// Puts something that is no file, or hangs whoever reads it, in a place.
#[cfg(unix)]
pub(crate) fn in_the_way(desk: &Desk, name: &str, what: &str) {
    let path = desk.path(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    match what {
        "pipe" => assert!(std::process::Command::new("mkfifo").arg(path).status().unwrap().success()),
        "directory" => std::fs::create_dir(path).unwrap(),
        target => std::os::unix::fs::symlink(target, path).unwrap(),
    }
}

/// The sentence with which a journal is refused, without the directory.
pub(crate) fn refused(desk: &Desk) -> String {
    within(&desk.dir(), &desk.try_open().unwrap_err().to_string())
}

/// A sentence without the directory, and with `/` in paths as Unix has them.
pub(crate) fn within(dir: &Path, text: &str) -> String {
    let text = text.replace(&format!("{}{MAIN_SEPARATOR}", dir.display()), "");
    if cfg!(windows) { text.replace('\\', "/") } else { text }
}

/// A journal with its files.
#[derive(Debug)]
pub(crate) struct Opened {
    pub(crate) files: Files,
    pub(crate) journal: Journal,
}

impl Opened {
    pub(crate) fn of(dir: PathBuf, plan: &str, tail: Tail) -> Result<Self, FileError> {
        let plan = PlanId::new(plan.to_owned()).unwrap();
        let (files, journal) = Files::open(dir, plan, tail, evening(0).date_naive())?;
        Ok(Self { files, journal })
    }

    /// Records something, and returns its entry as it stands in the journal then. What is said to have changed has.
    pub(crate) fn record(
        &mut self,
        record: impl Into<Record>,
        now: DateTime<FixedOffset>,
        random: u32,
    ) -> Result<Kept, FileError> {
        let (before, mut change) = (self.all(), Change::Nothing);
        let saved = self.files.record(&mut self.journal, &record.into(), now, random, &mut change);
        self.holds(&before, change);
        let key = saved?;
        Ok(Kept::of(&self.journal.get(key).expect("what was recorded is in the journal")))
    }

    /// Looks for what is new, and says whether there is anything. What is said to have changed has.
    pub(crate) fn refresh(&mut self) -> bool {
        let before = self.all();
        let change = self.files.refresh(&mut self.journal).unwrap();
        self.holds(&before, change);
        change != Change::Nothing
    }

    /// Holds that nothing but what is said to have changed is otherwise than before. An undo that is new may change what
    /// is live of the old.
    fn holds(&self, before: &[Kept], change: Change) {
        let now = self.all();
        let old: Vec<&Kept> = match change {
            Change::Nothing => now.iter().collect(),
            Change::Added(begin) => now.iter().take(begin).collect(),
            Change::Anew => return,
        };
        assert_eq!(old.len(), before.len(), "{change:?}");
        let has_undo = now.iter().skip(old.len()).any(|entry| !entry.undone().is_empty());
        for (old, before) in old.into_iter().zip(before) {
            assert_eq!((old.key, old.at, &old.record), (before.key, before.at, &before.record));
            assert!(has_undo || old.is_live == before.is_live, "{change:?}");
        }
    }

    /// Every entry.
    pub(crate) fn all(&self) -> Vec<Kept> {
        all(&self.journal)
    }

    /// What is found in the files, without the directory.
    pub(crate) fn said(&self, dir: &Path) -> Vec<String> {
        self.files.findings().iter().map(|finding| within(dir, &finding.to_string())).collect()
    }

    /// Tells whether there is a finding that every verb shows.
    pub(crate) fn warns(&self) -> bool {
        self.files.findings().iter().any(|finding| finding.what.weight() == Weight::Warning)
    }

    /// How many entries are said to be lost.
    pub(crate) fn lost(&self) -> usize {
        let lost = self.files.findings().iter().filter_map(|finding| match finding.what {
            What::Lost(count) => Some(count),
            _ => None,
        });
        lost.sum()
    }
}

/// An entry as it was read, to be compared with what is read later or elsewhere.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Kept {
    pub(crate) key: Key,
    pub(crate) at: DateTime<FixedOffset>,
    pub(crate) record: Record,
    pub(crate) is_live: bool,
}

impl Kept {
    pub(crate) fn of(entry: &Entry) -> Self {
        let (key, is_live) = (entry.key, entry.is_live);
        Self { key, at: entry.at(), record: entry.record(), is_live }
    }

    /// Its line without a line break.
    pub(crate) fn line(&self) -> String {
        line(self.key, self.at, &self.record)
    }

    /// The entries that it takes back.
    pub(crate) fn undone(&self) -> Vec<Key> {
        let undos = self.record.facts.iter();
        undos.flat_map(|fact| if let Fact::Undo(keys) = fact { &keys[..] } else { &[] }).copied().collect()
    }

    /// The same, whether it is live or not.
    pub(crate) fn live(mut self) -> Self {
        self.is_live = true;
        self
    }
}

/// Every entry of a journal.
pub(crate) fn all(journal: &Journal) -> Vec<Kept> {
    journal.entries().map(|entry| Kept::of(&entry)).collect()
}

/// The facts of a journal's entries, one after the other.
pub(crate) fn facts(journal: &Journal) -> Vec<Fact> {
    journal.entries().flat_map(|entry| entry.record().facts).collect()
}

/// The facts and findings of a journal with these lines after its head.
pub(crate) fn told(lines: &str) -> (Vec<Fact>, Vec<String>) {
    let desk = Desk::with(format!("{HEAD}{lines}"));
    let opened = desk.open();
    (facts(&opened.journal), opened.said(&desk.dir()))
}

/// The head of a journal that somebody wrote.
pub(crate) const HEAD: &str = "format = 1\nplan = \"django-90\"\n\n[log]\n";

/// The moment of a line that somebody wrote.
pub(crate) const AT: &str = "at = 2026-12-08T19:41:12+01:00";

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

/// A date of the year 2026.
pub(crate) fn date(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

/// Sixteen entries, of every kind that there is.
pub(crate) fn entries() -> Vec<Kept> {
    let key = |n: u64| Key::new(n, random(n));
    let days = "mon-fri".parse().ok();
    let start = |day| Terms { start: Some(date(11, day)), ..Terms::default() };
    let link = "https://example.org/contact-book".to_owned();
    let answers = Answers::new(["Views.", "", "If late, then short."]);
    let facts = [
        Fact::Terms(start(23)),
        Fact::Terms(Terms { days, goal: Some(date(12, 31)), ..start(24) }),
        Fact::Done(marks(&["views/create-a-homepage-that-says-welcome"])),
        Fact::Done(marks(&["urls/one", "urls/two", "templates"])),
        note("render() needs the \u{202e}request\u{1b}[0m first.\n\tNaïve “quotes” and \\ and \"these\".\n"),
        Fact::Open(marks(&["urls/two"])),
        Fact::Skip { days: vec![day("static-files")], because: "read it in 2024".into() },
        Fact::Open(marks(&["static-files"])),
        Fact::Minutes { day: day("views"), minutes: 45, over: Vec::new() },
        Fact::Note { day: day("views"), text: "One text.\n".into(), over: vec![key(5)] },
        Fact::Undo(vec![key(4)]),
        Fact::Undo(vec![key(11)]),
        Fact::Note { day: day("views"), text: String::new(), over: vec![key(5), key(10)] },
        Fact::Away(vec![Break { from: date(12, 24), until: date(12, 26) }], "Christmas".into()),
        Fact::Link { week: day("views"), url: link, over: Vec::new() },
        Fact::Review { week: day("views"), answers, over: Vec::new() },
    ];
    let entry = |(i, fact): (usize, Fact)| {
        let n = i as u64 + 1;
        let at = evening(i64::try_from(i).unwrap());
        // The undo of entry 4 is itself undone.
        Kept { key: key(n), at, record: fact.into(), is_live: n != 11 }
    };
    facts.into_iter().enumerate().map(entry).collect()
}

/// How many entries [`sample`] has.
pub(crate) const COUNT: usize = 17;

/// A line with its checksum.
pub(crate) fn sealed(body: &str) -> String {
    format!("{body} # {:08x}", crc32fast::hash(body.as_bytes()))
}

/// The journal of [`entries`] with one line more, of a kind that only a newer version knows.
pub(crate) fn sample() -> String {
    let mut text = header(PLAN, "");
    for entry in entries() {
        text.push_str(&entry.line());
        text.push('\n');
    }
    text.push_str(&sealed("17-0badcafe = { at = 2026-12-08T20:00:00+01:00, mood = { now = 3.5 }, why = [1, true] }"));
    text.push('\n');
    text
}
