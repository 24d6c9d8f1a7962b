//! Drafts: what was typed into a note and not saved yet, kept in a file of its own so that a crash, a kill or a closed
//! terminal loses nothing.
//!
//! A draft's file is locked while its editor is open, so a draft whose lock is free has lost its editor and is offered
//! at the next start. It is overwritten in place, length first: a kill in the middle leaves the old text or the new.
//!
//! Deliberately absent: a sync to disk at every letter. A draft survives the program's end, not a power cut.

use super::fact::Key;
use super::line::quoted;
use super::look::names;
use crate::plan::{DayId, PlanId};
use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{self, Read};
use std::os::unix::fs::{DirBuilderExt, FileExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

/// The digits of the length at a draft's head.
const DIGITS: usize = 10;

/// Holds what a draft says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The day whose note it is.
    pub day: DayId,
    /// The paragraphs that the editor showed when it was opened.
    pub over: Vec<Key>,
    /// What was typed.
    pub text: String,
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
        let file =
            OpenOptions::new().read(true).write(true).create_new(true).mode(0o600).open(&path)?;
        // Without locks the draft may be offered elsewhere too, which loses nothing.
        drop(file.try_lock());
        Ok(Self { path, file })
    }

    /// Writes the draft over what the file held.
    pub fn save(&self, draft: &Draft) -> io::Result<()> {
        let over: Vec<String> = draft.over.iter().map(|key| format!("\"{key}\"")).collect();
        let body = format!(
            "day = {}\nover = [{}]\ntext = {}\n",
            quoted(draft.day.as_str()),
            over.join(", "),
            quoted(&draft.text)
        );
        let whole = format!("{:0DIGITS$}\n{body}", body.len());
        self.file.write_all_at(whole.as_bytes(), 0)?;
        self.file.set_len(whole.len().try_into().unwrap_or(u64::MAX))
    }

    /// Removes the file: the draft was saved or thrown away.
    pub fn remove(self) -> io::Result<()> {
        std::fs::remove_file(&self.path)
    }

    /// Reads what the file holds; an error where that is no whole draft.
    fn read(&self) -> io::Result<Draft> {
        let mut text = String::new();
        (&self.file).take(super::error::LARGEST).read_to_string(&mut text)?;
        let broken = || io::Error::from(io::ErrorKind::InvalidData);
        let (length, body) = text.split_once('\n').ok_or_else(broken)?;
        let length: usize = length.parse().map_err(|_no_number| broken())?;
        let table: toml::Table =
            toml::from_str(body.get(..length).ok_or_else(broken)?).map_err(|_why| broken())?;
        let string = |name: &str| table.get(name).and_then(toml::Value::as_str).map(str::to_owned);
        let over = table.get("over").and_then(toml::Value::as_array).cloned().unwrap_or_default();
        Ok(Draft {
            day: DayId::new(string("day").ok_or_else(broken)?),
            over: over
                .iter()
                .filter_map(|key| key.as_str().and_then(|key| key.parse().ok()))
                .collect(),
            text: string("text").ok_or_else(broken)?,
        })
    }
}

/// Returns a plan's drafts that lost their editor, in order of name, each locked.
pub fn abandoned(dir: &Path, plan: &PlanId) -> Vec<(DraftFile, Draft)> {
    let ours = |name: &str| {
        let random = name.strip_prefix(plan.as_str()).and_then(|rest| rest.strip_prefix('-'));
        random.and_then(|rest| rest.strip_suffix(".draft")).is_some_and(|random| random.len() == 8)
    };
    let mut names = names(dir).unwrap_or_default();
    names.retain(|name| name.to_str().is_some_and(ours));
    names.sort();
    let free = names.into_iter().filter_map(|name| {
        let path = dir.join(name);
        let file = OpenOptions::new().read(true).write(true).open(&path).ok()?;
        file.try_lock().is_ok().then_some(DraftFile { path, file })
    });
    free.filter_map(|file| {
        file.read().ok().filter(|draft| !draft.text.trim().is_empty()).map(|draft| (file, draft))
    })
    .collect()
}
