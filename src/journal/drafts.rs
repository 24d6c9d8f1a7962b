//! Drafts: what was typed and not saved yet, kept in a file of its own so that a crash, a kill or a closed
//! terminal loses nothing.
//!
//! A draft's file is locked while its editor is open, so a draft whose lock is free has lost its editor and is offered
//! at the next start. Each save makes a new file, locks it and puts it in the old one's place, so there is always one
//! that is whole. While the learner's own editor has the text, it is in a file beside it (`.md`), and that is what
//! counts.
//!
//! Deliberately absent: a sync to disk at every letter. A draft survives the program's end, not a power cut.

use super::disk::{contents, names, no_wait};
use super::error::LARGEST;
use super::fact::{Answer, Key};
use super::write::quoted;
use crate::plan::{DayId, PlanId};
use crate::text::pasted;
use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

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
}

impl DraftFile {
    /// Creates a draft's file for a plan, in the directory of drafts, which is created if need be.
    pub fn create(dir: &Path, plan: &PlanId, of: Of, random: u32) -> io::Result<Self> {
        DirBuilder::new().recursive(true).mode(0o700).create(dir)?;
        let path = dir.join(format!("{plan}-{random:08x}.draft"));
        let file = new_file(&path)?;
        Ok(Self { of, path, file })
    }

    /// Returns what it is of.
    pub fn of(&self) -> &Of {
        &self.of
    }

    /// Puts what was typed in the place of what the file held, with the entries that the editor showed.
    pub fn save(&mut self, over: &[Key], words: &Words) -> io::Result<()> {
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
        let whole = format!("of = \"{of}\"\nday = {day}\nover = [{}]\n{words}", over.join(", "));
        let unfinished = self.path.with_extension("unfinished");
        // What stands there is a leftover or somebody's trap; a new file follows no link.
        drop(std::fs::remove_file(&unfinished));
        let mut file = new_file(&unfinished)?;
        file.write_all(whole.as_bytes())?;
        std::fs::rename(&unfinished, &self.path)?;
        self.file = file;
        Ok(())
    }

    /// Returns the path of the file for the learner's own editor.
    pub fn beside(&self) -> PathBuf {
        self.path.with_extension("md")
    }

    pub(crate) fn remove_beside(&self) -> io::Result<()> {
        std::fs::remove_file(self.beside())
    }

    /// Removes the file and what is beside it: the draft was saved or thrown away.
    pub fn remove(self) -> io::Result<()> {
        for leftover in [self.beside(), self.path.with_extension("unfinished")] {
            drop(std::fs::remove_file(leftover));
        }
        std::fs::remove_file(&self.path)
    }
}

fn read(path: &Path, file: &File) -> io::Result<Draft> {
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
    let edited = contents(&path.with_extension("md")).map_err(io::Error::other)?;
    let edited = edited.map(|(_, bytes)| pasted(&String::from_utf8_lossy(&bytes)));
    let answer = |answer: Answer| string(answer.word()).ok_or_else(broken);
    let words = match &of {
        Of::Review(_) => Words::Answers([answer(Answer::Can)?, answer(Answer::Shaky)?, answer(Answer::Next)?]),
        Of::Note(_) | Of::Add(_) | Of::Link(_) | Of::Skip(_) => {
            Words::Text(edited.or_else(|| string("text")).ok_or_else(broken)?)
        }
    };
    Ok(Draft { over: keys.collect(), of, words })
}

/// Makes a private file and locks it; without locks the draft may be offered elsewhere too, which loses nothing.
fn new_file(path: &Path) -> io::Result<File> {
    let file = OpenOptions::new().read(true).write(true).create_new(true).mode(0o600).open(path)?;
    drop(file.try_lock());
    Ok(file)
}

/// Holds the drafts that lost their editor.
#[expect(missing_docs, reason = "the names say it")]
#[derive(Debug, Default)]
pub struct Abandoned {
    /// Those that can be offered, in order of name, each locked.
    pub drafts: Vec<(DraftFile, Draft)>,
    pub unreadable: Vec<PathBuf>,
}

/// Returns a plan's drafts that lost their editor. Blank ones are removed.
pub fn abandoned(dir: &Path, plan: &PlanId) -> Abandoned {
    let ours = |name: &str| {
        let random = name.strip_prefix(plan.as_str()).and_then(|rest| rest.strip_prefix('-'));
        random.and_then(|rest| rest.strip_suffix(".draft")).is_some_and(|random| random.len() == 8)
    };
    let mut names = names(dir).unwrap_or_default();
    names.retain(|name| name.to_str().is_some_and(ours));
    names.sort();
    let mut found = Abandoned::default();
    for path in names.into_iter().map(|name| dir.join(name)) {
        let opened = OpenOptions::new().read(true).write(true).custom_flags(no_wait()).open(&path);
        let Some(file) = opened.ok().filter(|file| file.try_lock().is_ok()) else { continue };
        let Ok(draft) = read(&path, &file) else {
            found.unreadable.push(path);
            continue;
        };
        let file = DraftFile { of: draft.of.clone(), path, file };
        if draft.words.whole().trim().is_empty() {
            drop(file.remove());
        } else {
            found.drafts.push((file, draft));
        }
    }
    found
}
