//! The verb that looks things over: the journal line by line, or a plan file.

use super::call::Call;
use crate::error::Error;
use crate::journal::finding::{Weight, What, shown};
use crate::journal::{Entry, Files, Finding, Kind, Part, Place};
use crate::options;
use crate::plan::Plan;
use crate::study::Session;
use crate::text::{counted, fitted, visible};
use chrono::{Datelike, TimeDelta};
use std::path::Path;

/// An entry of an earlier year was dated by a clock that was wrong, such as one that begins in 1970.
const EARLIEST: i32 = 2020;

pub(super) fn plan_file(call: &mut Call, path: &Path) -> Result<u8, Error> {
    let source = options::source(path)?;
    let name = shown(path);
    // A journal's entries stand under this.
    if source.text.lines().take(40).any(|line| line.trim() == "[log]") {
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
            call.data(fitted(&problems.render_within(call.env.columns), call.env.columns).trim_end());
            let count = counted(problems.iter().count(), "problem", "problems");
            let is_list = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("md"));
            let list = format!("a list becomes a plan with `ninety plan import {name}`");
            let next = if is_list { &list } else { "correct them and check again" };
            call.say(&format!("ninety: {name}: {count}; {next}."));
            Ok(1)
        }
    }
}

struct Line {
    place: Place,
    weight: Weight,
    text: String,
}

pub(super) fn journal(call: &mut Call) -> Result<u8, Error> {
    let session = call.quiet_session();
    call.options.wrong.extend((call.of_keys)(&call.options.config.keys));
    call.options.wrong.sort_by_key(|problem| problem.line);
    call.tell_settings(usize::MAX);
    let session = session?;
    let files = session.files();
    let not_read = files.not_read(session.study().journal());
    // Each entry whose title was mended has a line of its own here.
    let of_files =
        files.findings().iter().filter(|finding| !matches!(finding.what, What::Mended(..) | What::Dropped(..)));
    let found = of_files.chain(&not_read).map(|finding| found(files, finding));
    let mut all: Vec<Line> = found.chain(orphaned(&session)).collect();
    all.extend(session.study().journal().entries().flat_map(|entry| remarks(&session, &entry)));
    all.sort_by_key(|line| (line.place.file, line.place.line));
    for line in &all {
        call.print(&line.text);
    }
    let warnings = all.iter().filter(|line| line.weight == Weight::Warning).count();
    call.print(&totals(&session, warnings, all.len() - warnings));
    Ok(u8::from(warnings > 0))
}

fn found(files: &Files, finding: &Finding) -> Line {
    let file = files.paths().iter().position(|path| *path == finding.path);
    let file = file.and_then(|file| u16::try_from(file).ok()).unwrap_or(u16::MAX);
    let place = Place { file, line: u32::try_from(finding.line).unwrap_or(u32::MAX) };
    Line { place, weight: finding.what.weight(), text: finding.to_string() }
}

fn orphaned(session: &Session) -> impl Iterator<Item = Line> {
    let study = session.study();
    let plan = study.plan().id();
    let mended = study.mended();
    study.orphans().into_iter().map(move |(id, entry)| {
        let remedy = match (mended.get(&id), study.plan().moved(&id)) {
            (Some((id, place)), _) => {
                format!("write id = \"{}\" beside {}, and it counts there", visible(id), visible(place))
            }
            (None, Some((day, place))) => {
                format!("the task stands on day {day} now: `ninety done {day}.{place}` ticks it there")
            }
            (None, None) if study.plan().is_builtin() => "put the right id in its place".to_owned(),
            (None, None) => {
                format!("if only its title was changed, write id = \"{}\" beside it", visible(own(study.plan(), &id)))
            }
        };
        let says = format!(
            "the plan {plan} has no \"{}\"; the entry is kept and counts nowhere; {remedy}, or leave it",
            visible(&id)
        );
        // Who takes a day out of a plan of their own leaves what was recorded there, and nothing has to be done.
        let is_left = mended.is_empty() && !study.plan().is_builtin();
        let weight = if is_left { Weight::Remark } else { Weight::Warning };
        about(session.files(), &entry, weight, &says)
    })
}

/// Returns what is to stand in the plan for an id that it has not: the day's, or where the day is known the task's.
fn own<'i>(plan: &Plan, id: &'i str) -> &'i str {
    let (day, item) = id.split_once('/').unwrap_or((id, id));
    if plan.find_day(day).is_some() { item } else { day }
}

fn remarks(session: &Session, entry: &Entry) -> Vec<Line> {
    let latest = session.study().now() + TimeDelta::days(1);
    let mut says = Vec::new();
    let mut is_of_another_time = false;
    entry.parts(|part| match part {
        // What is certain whatever its offset from UTC is not read twice.
        Part::At(local) => {
            is_of_another_time = local + TimeDelta::days(1) > latest.naive_utc() || local.year() < EARLIEST;
        }
        Part::Over(key) | Part::Undo(key) if key >= entry.key => {
            let what = if entry.kind == Kind::Undo { "take back" } else { "take the place of" };
            let which = if key == entry.key { "itself" } else { "a later entry" };
            says.push(format!(
                "the entry is to {what} {which} ({key}), and that counts for nothing; name an earlier entry, or leave it"
            ));
        }
        Part::Unknown(names) => says.push(format!(
            "this ninety does not know what the entry records ({}); it is kept and ignored; a newer ninety may know it",
            visible(&names)
        )),
        _ => {}
    });
    let at = entry.at();
    if is_of_another_time && (at > latest || at.year() < EARLIEST) {
        let when = if at > latest { "over a day ahead of now" } else { "before there was a ninety" };
        says.push(format!(
            "the entry is dated {}, {when}; it counts; see to the clock of the machine that wrote it",
            at.format("%Y-%m-%d %H:%M %:z")
        ));
    }
    says.iter().map(|says| about(session.files(), entry, Weight::Remark, says)).collect()
}

fn about(files: &Files, entry: &Entry, weight: Weight, says: &str) -> Line {
    let path = files.paths().get(usize::from(entry.place.file)).cloned();
    let path = shown(&path.unwrap_or_else(|| files.path()));
    Line { place: entry.place, weight, text: format!("{path}:{}: {says}.", entry.place.line) }
}

fn totals(session: &Session, warnings: usize, remarks: usize) -> String {
    let (files, journal) = (session.files(), session.study().journal());
    let path = shown(&files.path());
    let is_back = |entry: &Entry| entry.kind == Kind::Fact && !entry.is_live;
    let back = match journal.entries().filter(is_back).count() {
        0 => String::new(),
        back => format!(", {back} of them taken back"),
    };
    let warned = (warnings > 0).then(|| counted(warnings, "warning", "warnings"));
    let remarked = (remarks > 0).then(|| counted(remarks, "remark", "remarks"));
    let found = warned.or(Some("nothing to correct".to_owned())).into_iter().chain(remarked);
    let found = found.collect::<Vec<_>>().join(", ");
    if files.paths().is_empty() && warnings == 0 {
        return format!("{path}: there is no journal yet; the first thing you record begins it.");
    }
    let entries = counted(journal.len(), "entry", "entries");
    let copies = match files.paths().len() {
        0 | 1 => String::new(),
        more => format!(" in {more} files"),
    };
    format!("{path}: {entries}{copies}{back}; {found}.")
}
