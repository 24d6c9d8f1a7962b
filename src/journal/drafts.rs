//! Drafts: what was typed and not saved yet, kept in a file of its own so that a crash, a kill or a closed
//! terminal loses nothing.
//!
//! A draft's file is locked while its editor is open, so a draft whose lock is free has lost its editor and is offered
//! at the next start. Each save makes a new file, locks it and puts it in the old one's place, so there is always one
//! that is whole.
//!
//! A note that is lent to the learner's own editor is in a file beside it (`.md`), whose text counts as soon as it is
//! another one than was lent or taken in last. Such an editor may save at any time, also after it has come back and
//! after ninety has ended. So what it saved is deleted only once it was read and recorded or thrown away, and a file
//! in which nothing is new stays for a day ([`STAYS`]). Where the screen's text and the editor's have parted, both are
//! offered.
//!
//! Deliberately absent: a sync to disk at every letter. A draft survives the program's end, not a power cut.

use super::disk::{contents, names};
use super::error::LARGEST;
use super::fact::{Answer, Key};
use super::write::quoted;
use crate::plan::{DayId, PlanId};
use crate::platform;
use crate::text::pasted;
use chrono::{DateTime, FixedOffset, TimeDelta};
use std::ffi::OsStr;
use std::fs::{File, Metadata, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// How long a file stays that was lent to the learner's own editor, and in which nothing is new.
const STAYS: TimeDelta = TimeDelta::days(1);

/// Says what a draft is of; a week is named by its first day.
#[expect(missing_docs, reason = "the names say it")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Of {
    Note(DayId),
    Review(DayId),
    Add(DayId),
    Link(DayId),
    Skip(DayId),
}

impl Of {
    /// Returns the day, or the first day of the week.
    pub fn day(&self) -> &DayId {
        self.parts().1
    }

    fn parts(&self) -> (&'static str, &DayId) {
        match self {
            Self::Note(day) => ("note", day),
            Self::Review(day) => ("review", day),
            Self::Add(day) => ("add", day),
            Self::Link(day) => ("link", day),
            Self::Skip(day) => ("skip", day),
        }
    }

    fn read(word: &str, day: &DayId) -> Option<Self> {
        let all = [Self::Note, Self::Review, Self::Add, Self::Link, Self::Skip];
        all.into_iter().map(|of| of(day.clone())).find(|of| of.parts().0 == word)
    }
}

/// Holds what a draft says.
#[expect(missing_docs, reason = "the names say it")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub of: Of,
    /// The entries that the editor showed when it was opened.
    pub over: Vec<Key>,
    pub words: Words,
}

/// Says what was typed.
#[expect(missing_docs, reason = "the names say it")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Words {
    Text(String),
    /// The answers of a review, in the order of their questions.
    Answers([String; 3]),
}

impl Words {
    /// Returns what was typed in one piece.
    pub fn whole(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Answers(answers) => {
                let said = answers.iter().map(|answer| answer.trim()).filter(|a| !a.is_empty());
                said.collect::<Vec<_>>().join("\n\n")
            }
        }
    }
}

/// Holds a draft's file, locked as long as this lives. It is of one thing for ever, so that what is typed elsewhere
/// never takes its place.
#[derive(Debug)]
pub struct DraftFile {
    of: Of,
    path: PathBuf,
    file: File,
    over: Vec<Key>,
    lent: Option<Lent>,
}

/// That a note was lent to the learner's own editor: when, and what the file beside it said when it was last read.
#[derive(Clone, Debug)]
struct Lent {
    at: DateTime<FixedOffset>,
    read: String,
}

impl DraftFile {
    /// Creates a draft's file for a plan, in the directory of drafts, which is created if need be.
    pub fn create(dir: &Path, plan: &PlanId, of: Of, random: u32) -> io::Result<Self> {
        platform::private_dir().recursive(true).create(dir)?;
        let path = dir.join(format!("{plan}-{random:08x}.draft"));
        let file = new_file(&path)?;
        Ok(Self { of, path, file, over: Vec::new(), lent: None })
    }

    /// Returns what it is of.
    pub fn of(&self) -> &Of {
        &self.of
    }

    /// Puts what was typed in the place of what the file held, with the entries that the editor showed.
    pub fn save(&mut self, over: &[Key], words: &Words) -> io::Result<()> {
        over.clone_into(&mut self.over);
        let over: Vec<String> = over.iter().map(|key| format!("\"{key}\"")).collect();
        let words = match words {
            Words::Text(text) => format!("text = {}\n", quoted(text)),
            Words::Answers(answers) => {
                let named = Answer::ALL.into_iter().zip(answers);
                let line = |(answer, text): (Answer, &String)| format!("{} = {}\n", answer.word(), quoted(text));
                named.map(line).collect::<Vec<_>>().concat()
            }
        };
        let (of, day) = self.of.parts();
        let day = quoted(day.as_str());
        let lent = self.lent.as_ref().map_or_else(String::new, |lent| {
            format!("lent = \"{}\"\nread = {}\n", lent.at.to_rfc3339(), quoted(&lent.read))
        });
        let whole = format!("of = \"{of}\"\nday = {day}\nover = [{}]\n{words}{lent}", over.join(", "));
        let unfinished = self.path.with_extension("unfinished");
        // What stands there is a leftover or somebody's trap; a new file follows no link.
        drop(std::fs::remove_file(&unfinished));
        let mut file = new_file(&unfinished)?;
        file.write_all(whole.as_bytes())?;
        platform::replace(&unfinished, &self.path, &mut self.file, file)
    }

    /// Says that the learner's own editor has this text from now on, in the file beside it.
    pub fn lend(&mut self, over: &[Key], text: &str, now: DateTime<FixedOffset>) -> io::Result<()> {
        self.lent = Some(Lent { at: now, read: text.to_owned() });
        self.save(over, &Words::Text(text.to_owned()))
    }

    /// Says that what the editor saved beside it was read: it is this draft's text now.
    pub fn take_in(&mut self, text: &str) {
        if let Some(lent) = &mut self.lent {
            text.clone_into(&mut lent.read);
        }
    }

    /// Returns the path of the file for the learner's own editor.
    pub fn beside(&self) -> PathBuf {
        self.path.with_extension("md")
    }

    /// Ends the draft, which was saved as these entries. Where the learner's own editor may still be open, what it goes on
    /// to save is a draft over them.
    pub fn settle(mut self, over: &[Key]) -> io::Result<()> {
        match self.lent.clone() {
            Some(lent) => self.save(over, &Words::Text(lent.read)),
            None => self.remove(),
        }
    }

    /// Removes the file and what is beside it: the draft was saved or thrown away. What the editor saved and nobody has
    /// read yet stays, over the same entries.
    pub fn remove(mut self) -> io::Result<()> {
        if let Some(lent) = self.lent.clone()
            && !beside(&self.path).is_ok_and(|text| !text.is_some_and(|text| is_new(&text, &lent.read)))
        {
            return self.save(&self.over.clone(), &Words::Text(lent.read));
        }
        for leftover in [self.beside(), self.path.with_extension("unfinished")] {
            drop(std::fs::remove_file(leftover));
        }
        std::fs::remove_file(&self.path)
    }

    fn is_newer_than_beside(&self) -> bool {
        let at = |data: io::Result<Metadata>| data.and_then(|data| data.modified()).ok();
        at(self.file.metadata()) > at(self.beside().metadata())
    }

    /// Puts what was typed into a draft of its own, and leaves this one to what stands beside it.
    fn part(&mut self, typed: &Draft) -> io::Result<Self> {
        let stem = self.path.file_stem().and_then(OsStr::to_str).and_then(|stem| stem.rsplit_once('-'));
        let (plan, random) = stem.ok_or(io::ErrorKind::InvalidFilename)?;
        let random = u32::from_str_radix(random, 16).unwrap_or(0);
        let path = |step| self.path.with_file_name(format!("{plan}-{:08x}.draft", random.wrapping_add(step)));
        let free = (1..=9).find_map(|step| new_file(&path(step)).ok().map(|file| (path(step), file)));
        let (path, file) = free.ok_or(io::ErrorKind::AlreadyExists)?;
        let mut own = Self { of: self.of.clone(), path, file, over: Vec::new(), lent: None };
        own.save(&typed.over, &typed.words)?;
        let read = self.lent.as_ref().map_or(String::new(), |lent| lent.read.clone());
        self.save(&typed.over, &Words::Text(read))?;
        Ok(own)
    }
}

/// Returns what stands beside a draft, if anything does.
fn beside(path: &Path) -> io::Result<Option<String>> {
    let found = contents(&path.with_extension("md")).map_err(io::Error::other)?;
    let text = found.map(|(_, bytes)| String::from_utf8(bytes)).transpose().map_err(io::Error::other)?;
    Ok(text.as_deref().map(pasted))
}

/// Tells whether a text says something, and something else. An editor may empty a file before it writes it.
fn is_new(text: &str, known: &str) -> bool {
    !text.trim().is_empty() && text.trim() != known.trim()
}

/// Reads a draft's file and what is beside it. An error comes with the path of what cannot be read.
fn read(path: &Path, file: File) -> Result<(DraftFile, Draft, Option<String>), PathBuf> {
    let edited = beside(path).map_err(|_why| path.with_extension("md"))?;
    let (draft, lent) = draft(&file).map_err(|_why| path.to_owned())?;
    let (of, over) = (draft.of.clone(), draft.over.clone());
    Ok((DraftFile { of, path: path.to_owned(), file, over, lent }, draft, edited))
}

fn draft(file: &File) -> io::Result<(Draft, Option<Lent>)> {
    let broken = || io::Error::from(io::ErrorKind::InvalidData);
    // A pipe or a device has no end.
    if !file.metadata()?.is_file() {
        return Err(broken());
    }
    let mut text = String::new();
    file.take(LARGEST).read_to_string(&mut text)?;
    let table: toml::Table = toml::from_str(&text).map_err(|_why| broken())?;
    let string = |name: &str| table.get(name).and_then(toml::Value::as_str).map(str::to_owned);
    let over = table.get("over").and_then(toml::Value::as_array).cloned().unwrap_or_default();
    let keys = over.iter().filter_map(|key| key.as_str()?.parse().ok());
    let (of, day) = string("of").zip(string("day")).ok_or_else(broken)?;
    let of = Of::read(&of, &DayId::new(day)).ok_or_else(broken)?;
    let answer = |answer: Answer| string(answer.word()).ok_or_else(broken);
    let words = match &of {
        Of::Review(_) => Words::Answers([answer(Answer::Can)?, answer(Answer::Shaky)?, answer(Answer::Next)?]),
        Of::Note(_) | Of::Add(_) | Of::Link(_) | Of::Skip(_) => Words::Text(string("text").ok_or_else(broken)?),
    };
    let at = string("lent").and_then(|at| DateTime::parse_from_rfc3339(&at).ok());
    let lent = at.zip(string("read")).map(|(at, read)| Lent { at, read });
    Ok((Draft { over: keys.collect(), of, words }, lent))
}

/// Makes a private file and locks it; without locks the draft may be offered elsewhere too, which loses nothing.
fn new_file(path: &Path) -> io::Result<File> {
    let file = platform::private(OpenOptions::new().read(true).write(true).create_new(true)).open(path)?;
    drop(file.try_lock());
    Ok(file)
}

/// Holds the drafts that lost their editor.
#[expect(missing_docs, reason = "the names say it")]
#[derive(Debug, Default)]
pub struct Abandoned {
    /// Those that can be offered, in order of name, each locked. Of two that were one the newer comes first.
    pub drafts: Vec<(DraftFile, Draft)>,
    pub unreadable: Vec<PathBuf>,
    /// What an editor saved when its draft was gone.
    pub orphans: Vec<PathBuf>,
}

/// Returns a plan's drafts that lost their editor. Blank ones are removed, and those that were lent over a day ago and
/// came back with nothing new.
pub fn abandoned(dir: &Path, plan: &PlanId, now: DateTime<FixedOffset>) -> Abandoned {
    let ours = |path: &Path| {
        let stem = path.file_stem().and_then(OsStr::to_str);
        let random = stem.and_then(|stem| stem.strip_prefix(plan.as_str())?.strip_prefix('-'));
        random.is_some_and(|random| random.len() == 8)
    };
    let mut paths: Vec<PathBuf> = names(dir).unwrap_or_default().iter().map(|name| dir.join(name)).collect();
    paths.retain(|path| ours(path));
    paths.sort();
    let mut found = Abandoned::default();
    for path in &paths {
        match path.extension().and_then(OsStr::to_str) {
            Some("draft") => found.look_at(path, now),
            Some("md") if !paths.contains(&path.with_extension("draft")) => found.orphans.push(path.clone()),
            _ => {}
        }
    }
    found
}

impl Abandoned {
    fn look_at(&mut self, path: &Path, now: DateTime<FixedOffset>) {
        let Ok(file) = platform::no_wait(OpenOptions::new().read(true).write(true)).open(path) else { return };
        // Only a lock that somebody holds says that it is in use: some file systems have no locks.
        if matches!(file.try_lock(), Err(TryLockError::WouldBlock)) {
            return;
        }
        // Its first save failed, and it holds nothing.
        if file.metadata().is_ok_and(|data| data.is_file() && data.len() == 0) {
            drop(std::fs::remove_file(path));
            return;
        }
        match read(path, file) {
            Err(path) => self.unreadable.push(path),
            Ok((file, draft, edited)) => self.sort(file, draft, edited, now),
        }
    }

    /// Offers what is new in a draft: what was typed on the screen, and what the learner's own editor saved.
    fn sort(&mut self, mut file: DraftFile, draft: Draft, edited: Option<String>, now: DateTime<FixedOffset>) {
        let typed = draft.words.whole();
        let given = file.lent.as_ref().map_or(String::new(), |lent| lent.read.clone());
        let is_typed = is_new(&typed, &given);
        let known = if file.lent.is_some() { &given } else { &typed };
        let is_text = matches!(draft.words, Words::Text(_));
        let edited = edited.filter(|edited| is_text && is_new(edited, known));
        let Some(edited) = edited else {
            if is_typed {
                self.drafts.push((file, draft));
            } else if file.lent.as_ref().is_none_or(|lent| (now - lent.at).abs() > STAYS) {
                drop(file.remove());
            }
            return;
        };
        file.lent.get_or_insert_with(|| Lent { at: now, read: String::new() });
        let (of, over, mut at) = (draft.of.clone(), draft.over.clone(), self.drafts.len());
        if is_typed && is_new(&typed, &edited) {
            at += usize::from(file.is_newer_than_beside());
            // Without room for both, what was typed is offered, and the other stays where it is.
            let Ok(own) = file.part(&draft) else { return self.drafts.push((file, draft)) };
            self.drafts.push((own, draft));
        }
        file.take_in(&edited);
        self.drafts.insert(at, (file, Draft { of, over, words: Words::Text(edited) }));
    }
}
