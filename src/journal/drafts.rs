//! Drafts: what was typed into a note or a review and not saved yet, kept in a file of its own so that a crash, a kill or a closed
//! terminal loses nothing.
//!
//! A draft's file is locked while its editor is open, so a draft whose lock is free has lost its editor and is offered
//! at the next start. Each save makes a new file, locks it and puts it in the old one's place, so there is always one
//! that is whole. While the learner's own editor has the text, it is in a file beside it (`.md`), and that is what
//! counts.
//!
//! Deliberately absent: a sync to disk at every letter. A draft survives the program's end, not a power cut.

use super::disk::names;
use super::fact::{Answer, Key};
use super::write::quoted;
use crate::plan::{DayId, PlanId};
use crate::text::pasted;
use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

/// Holds what a draft says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The day whose note it is, or the first day of the week that is reviewed.
    pub day: DayId,
    /// The entries that the editor showed when it was opened.
    pub over: Vec<Key>,
    /// What was typed.
    pub words: Words,
}

/// Says what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Words {
    /// A note.
    Note(String),
    /// The answers of a review, in the order of their questions.
    Review([String; 3]),
}

impl Words {
    /// Returns what was typed in one piece.
    pub fn whole(&self) -> String {
        match self {
            Self::Note(text) => text.clone(),
            Self::Review(answers) => {
                let said = answers.iter().map(|answer| answer.trim()).filter(|a| !a.is_empty());
                said.collect::<Vec<_>>().join("\n\n")
            }
        }
    }
}

/// Holds a draft's file, locked as long as this lives.
#[derive(Debug)]
pub struct DraftFile {
    path: PathBuf,
    file: File,
}

impl DraftFile {
    /// Creates a draft's file for a plan, in the directory of drafts, which is created if need be.
    pub fn create(dir: &Path, plan: &PlanId, random: u32) -> io::Result<Self> {
        DirBuilder::new().recursive(true).mode(0o700).create(dir)?;
        let path = dir.join(format!("{plan}-{random:08x}.draft"));
        let file = new_file(&path, OpenOptions::new().create_new(true))?;
        Ok(Self { path, file })
    }

    /// Puts the draft in the place of what the file held.
    pub fn save(&mut self, draft: &Draft) -> io::Result<()> {
        let over: Vec<String> = draft.over.iter().map(|key| format!("\"{key}\"")).collect();
        let words = match &draft.words {
            Words::Note(text) => format!("text = {}\n", quoted(text)),
            Words::Review(answers) => {
                let named = Answer::ALL.into_iter().zip(answers);
                let line = |(answer, text): (Answer, &String)| {
                    format!("{} = {}\n", answer.word(), quoted(text))
                };
                named.map(line).collect::<Vec<_>>().concat()
            }
        };
        let day = quoted(draft.day.as_str());
        let whole = format!("day = {day}\nover = [{}]\n{words}", over.join(", "));
        let unfinished = self.path.with_extension("unfinished");
        let mut file = new_file(&unfinished, OpenOptions::new().create(true).truncate(true))?;
        file.write_all(whole.as_bytes())?;
        std::fs::rename(&unfinished, &self.path)?;
        self.file = file;
        Ok(())
    }

    /// Returns the path of the file for the learner's own editor.
    pub fn beside(&self) -> PathBuf {
        self.path.with_extension("md")
    }

    /// Removes the file for the learner's own editor: its text has been taken over.
    pub fn remove_beside(&self) -> io::Result<()> {
        std::fs::remove_file(self.beside())
    }

    /// Removes the file and what is beside it: the draft was saved or thrown away.
    pub fn remove(self) -> io::Result<()> {
        for leftover in [self.beside(), self.path.with_extension("unfinished")] {
            drop(std::fs::remove_file(leftover));
        }
        std::fs::remove_file(&self.path)
    }

    /// Reads what the file holds, with the text beside it if there is one; an error where that is no draft.
    fn read(&self) -> io::Result<Draft> {
        let mut text = String::new();
        (&self.file).take(super::error::LARGEST).read_to_string(&mut text)?;
        let broken = || io::Error::from(io::ErrorKind::InvalidData);
        let table: toml::Table = toml::from_str(&text).map_err(|_why| broken())?;
        let string = |name: &str| table.get(name).and_then(toml::Value::as_str).map(str::to_owned);
        let over = table.get("over").and_then(toml::Value::as_array).cloned().unwrap_or_default();
        let edited = std::fs::read(self.beside()).ok();
        let edited = edited.map(|bytes| pasted(&String::from_utf8_lossy(&bytes)));
        Ok(Draft {
            day: DayId::new(string("day").ok_or_else(broken)?),
            over: over
                .iter()
                .filter_map(|key| key.as_str().and_then(|key| key.parse().ok()))
                .collect(),
            words: match edited.or_else(|| string("text")) {
                Some(text) => Words::Note(text),
                None => Words::Review([
                    string(Answer::Can.word()).ok_or_else(broken)?,
                    string(Answer::Shaky.word()).ok_or_else(broken)?,
                    string(Answer::Next.word()).ok_or_else(broken)?,
                ]),
            },
        })
    }
}

/// Makes a file that only its owner can read, and locks it. Without locks the draft may be offered elsewhere too, which
/// loses nothing.
fn new_file(path: &Path, how: &mut OpenOptions) -> io::Result<File> {
    let file = how.read(true).write(true).mode(0o600).open(path)?;
    drop(file.try_lock());
    Ok(file)
}

/// Holds the drafts that lost their editor.
#[derive(Debug, Default)]
pub struct Abandoned {
    /// Those that can be offered, in order of name, each locked.
    pub drafts: Vec<(DraftFile, Draft)>,
    /// The files that hold no whole draft.
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
        let Ok(file) = OpenOptions::new().read(true).write(true).open(&path) else { continue };
        if file.try_lock().is_err() {
            continue;
        }
        let file = DraftFile { path, file };
        match file.read() {
            Ok(draft) if draft.words.whole().trim().is_empty() => drop(file.remove()),
            Ok(draft) => found.drafts.push((file, draft)),
            Err(_) => found.unreadable.push(file.path),
        }
    }
    found
}
