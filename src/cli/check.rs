//! The verb that looks things over: the journal line by line, or a plan file.
//!
//! Deliberately absent: mending. A finding says what to do, and its owner does it.

use super::Call;
use super::print::counted;
use crate::error::Error;
use crate::journal::files::Tail;
use crate::journal::finding::{Weight, shown};
use crate::journal::{Entry, Fact, Files, Place};
use crate::options;
use crate::plan::{Plan, Source};
use crate::study::Session;
use crate::text::visible;
use chrono::TimeDelta;
use std::path::{Path, PathBuf};

/// Looks over the journal, or a plan file.
pub(super) fn check(call: &mut Call) -> Result<u8, Error> {
    match call.value::<PathBuf>("file").cloned() {
        Some(path) => plan_file(call, &path),
        None => journal(call),
    }
}

fn plan_file(call: &mut Call, path: &Path) -> Result<u8, Error> {
    let source = options::source(path)?;
    let name = shown(path);
    if is_journal(&source) {
        return Err(Error::Refused(format!(
            "{name} is a journal, and this looks over plan files: `ninety check` alone looks over the journal of the plan."
        )));
    }
    match Plan::read(std::slice::from_ref(&source)) {
        Ok(plan) => {
            call.print(&format!("{name}: {}: {}.", visible(plan.title()), plan.totals()));
            Ok(0)
        }
        Err(problems) => {
            call.out.extend(problems.render().into_bytes());
            let count = counted(problems.iter().count(), "problem", "problems");
            call.say(&format!("ninety: {name}: {count}; mend them and check again."));
            Ok(1)
        }
    }
}

/// Tells whether a file looks like a journal: its entries stand under `[log]`.
fn is_journal(source: &Source) -> bool {
    source.text.lines().take(40).any(|line| line.trim() == "[log]")
}

/// Something to tell about a line of the journal.
struct Told {
    place: Place,
    weight: Weight,
    text: String,
}

fn journal(call: &mut Call) -> Result<u8, Error> {
    call.options = std::mem::take(&mut call.options).configured(call.env)?;
    let session = call.options.session(call.env, Tail::LookAgain)?;
    let mut all: Vec<Told> = found(session.files()).chain(orphaned(&session)).collect();
    all.extend(without_a_milestone(&session));
    all.extend(remarked(&session));
    all.sort_by_key(|told| (told.place.file, told.place.line));
    for told in &all {
        call.print(&told.text);
    }
    let warnings = all.iter().filter(|told| told.weight == Weight::Warning).count();
    call.print(&totals(&session, warnings, all.len() - warnings));
    Ok(u8::from(warnings > 0))
}

/// Returns what was found in the files.
fn found(files: &Files) -> impl Iterator<Item = Told> {
    files.findings().iter().map(|finding| {
        let file = files.paths().iter().position(|path| *path == finding.path);
        let file = file.and_then(|file| u16::try_from(file).ok()).unwrap_or(u16::MAX);
        let place = Place { file, line: u32::try_from(finding.line).unwrap_or(u32::MAX) };
        Told { place, weight: finding.what.weight(), text: finding.to_string() }
    })
}

/// Returns the ids that the plan does not have.
fn orphaned(session: &Session) -> impl Iterator<Item = Told> {
    let plan = session.study().plan().id();
    session.study().orphans().into_iter().map(move |(id, entry)| {
        let says = format!(
            "the plan {plan} has no \"{}\"; the entry is kept and counts nowhere; put the right id in its place, or \
             leave it",
            visible(&id)
        );
        told(session.files(), entry, Weight::Warning, &says)
    })
}

/// Returns the evidence for milestones that the plan has no more, though it has their days.
fn without_a_milestone(session: &Session) -> impl Iterator<Item = Told> {
    let study = session.study();
    let plan = study.plan();
    study.journal().live().filter_map(move |entry| {
        let Fact::Evidence { milestone, .. } = &entry.fact else { return None };
        let week = plan.week_of(plan.find_day(milestone.as_str())?.no());
        if week.milestone.is_some() {
            return None;
        }
        let (plan, number) = (plan.id(), week.no());
        let says = format!(
            "the plan {plan} has no milestone in week {number}; what is kept for it stays, and `ninety evidence {number}` \
             shows it; give the week a milestone, or leave it"
        );
        Some(told(session.files(), entry, Weight::Warning, &says))
    })
}

/// Returns what is worth a remark about single entries: those of a kind that is not known, and those of days to come.
fn remarked(session: &Session) -> Vec<Told> {
    let (files, study) = (session.files(), session.study());
    let latest = study.now() + TimeDelta::days(1);
    let mut all = Vec::new();
    for entry in study.journal().entries() {
        if let Fact::Unknown(names) = &entry.fact {
            let says = format!(
                "this ninety does not know what the entry records ({}); it is kept and ignored; a newer ninety may know \
                 it",
                visible(names)
            );
            all.push(told(files, entry, Weight::Remark, &says));
        }
        if entry.at > latest {
            let says = format!(
                "the entry is dated {}, over a day ahead of now; it counts; see to the clock of the machine that wrote \
                 it",
                entry.at.format("%Y-%m-%d %H:%M %:z")
            );
            all.push(told(files, entry, Weight::Remark, &says));
        }
    }
    all
}

/// Returns a sentence about an entry, as `PATH:LINE: sentence.`
fn told(files: &Files, entry: &Entry, weight: Weight, says: &str) -> Told {
    let path = files.paths().get(usize::from(entry.place.file)).cloned();
    let path = shown(&path.unwrap_or_else(|| files.path()));
    Told { place: entry.place, weight, text: format!("{path}:{}: {says}.", entry.place.line) }
}

fn totals(session: &Session, warnings: usize, remarks: usize) -> String {
    let (files, journal) = (session.files(), session.study().journal());
    let path = shown(&files.path());
    let count = journal.entries().len();
    let back = match count - journal.live().count() {
        0 => String::new(),
        back => format!(", {back} of them taken back"),
    };
    let found = match (warnings, remarks) {
        (0, 0) => "nothing to mend".to_owned(),
        (0, remarks) => format!("nothing to mend, {}", counted(remarks, "remark", "remarks")),
        (warnings, 0) => counted(warnings, "warning", "warnings"),
        (warnings, remarks) => format!(
            "{}, {}",
            counted(warnings, "warning", "warnings"),
            counted(remarks, "remark", "remarks")
        ),
    };
    if files.paths().is_empty() && warnings == 0 {
        return format!("{path}: there is no journal yet; the first thing you record begins it.");
    }
    let entries = counted(count, "entry", "entries");
    let copies = match files.paths().len() {
        0 | 1 => String::new(),
        more => format!(" in {more} files"),
    };
    format!("{path}: {entries}{copies}{back}; {found}.")
}
