//! The verb that looks things over: the journal line by line, or a plan file.
//!
//! Deliberately absent: mending. A finding says what to do, and its owner does it.

use super::print::counted;
use super::Call;
use crate::error::Error;
use crate::journal::files::Tail;
use crate::journal::finding::{Weight, shown};
use crate::journal::{Entry, Fact, Files};
use crate::options;
use crate::plan::{Plan, Source};
use crate::study::Session;
use crate::text::visible;
use chrono::TimeDelta;
use std::path::{Path, PathBuf};

/// Looks over the journal, or a plan file.
pub(super) fn check(call: &mut Call) -> Result<u8, Error> {
    match call.matches.get_one::<PathBuf>("file").cloned() {
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

fn journal(call: &mut Call) -> Result<u8, Error> {
    let session = call.options.session(call.env, Tail::LookAgain)?;
    let (files, study) = (session.files(), session.study());
    let mut warnings = 0;
    let mut remarks = 0;
    for finding in files.findings() {
        match finding.what.weight() {
            Weight::Warning => warnings += 1,
            Weight::Remark => remarks += 1,
        }
        call.print(&finding.to_string());
    }
    let plan = study.plan().id();
    for (id, entry) in study.orphans() {
        warnings += 1;
        call.print(&format!(
            "{}: the plan {plan} has no \"{}\"; the entry is kept and counts nowhere; put the right id in its place, or \
             leave it.",
            at(files, entry),
            visible(&id)
        ));
    }
    for line in remarked(&session) {
        remarks += 1;
        call.print(&line);
    }
    call.print(&totals(&session, warnings, remarks));
    Ok(u8::from(warnings > 0))
}

/// Returns what is worth a remark about single entries: those of a kind that is not known, and those of days to come.
fn remarked(session: &Session) -> Vec<String> {
    let (files, study) = (session.files(), session.study());
    let latest = study.now() + TimeDelta::days(1);
    let mut lines = Vec::new();
    for entry in study.journal().entries() {
        if let Fact::Unknown(names) = &entry.fact {
            lines.push(format!(
                "{}: this ninety does not know what the entry records ({}); it is kept and ignored; a newer ninety may \
                 know it.",
                at(files, entry),
                visible(names)
            ));
        }
        if entry.at > latest {
            lines.push(format!(
                "{}: the entry is dated {}, over a day ahead of now; it counts; see to the clock of the machine that \
                 wrote it.",
                at(files, entry),
                entry.at.format("%Y-%m-%d %H:%M %:z")
            ));
        }
    }
    lines
}

/// Returns an entry's place as `PATH:LINE`.
fn at(files: &Files, entry: &Entry) -> String {
    let path = files.paths().get(usize::from(entry.place.file)).cloned().unwrap_or_else(|| files.path());
    format!("{}:{}", shown(&path), entry.place.line)
}

fn totals(session: &Session, warnings: usize, remarks: usize) -> String {
    let (files, journal) = (session.files(), session.study().journal());
    let path = shown(&files.path());
    let count = journal.entries().len();
    let live = journal.live().count();
    let found = match (warnings, remarks) {
        (0, 0) => "nothing to mend".to_owned(),
        (0, remarks) => format!("nothing to mend, {}", counted(remarks, "remark", "remarks")),
        (warnings, 0) => counted(warnings, "warning", "warnings"),
        (warnings, remarks) => format!("{}, {}", counted(warnings, "warning", "warnings"), counted(remarks, "remark", "remarks")),
    };
    if files.paths().is_empty() && warnings == 0 {
        return format!("{path}: there is no journal yet; the first thing you record begins it.");
    }
    let entries = counted(count, "entry", "entries");
    let copies = match files.paths().len() {
        0 | 1 => String::new(),
        more => format!(" in {more} files"),
    };
    format!("{path}: {entries}{copies}, {live} of them live; {found}.")
}
