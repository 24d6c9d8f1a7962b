//! The verbs for plans of one's own: one to begin with, a copy of the plan in use, one made of a list; a schema.

use super::args::{Import, OwnPlan, Written};
use super::call::Call;
use super::file::{self, There};
use super::help::misused;
use crate::error::{Error, reason};
use crate::journal::finding::shown;
use crate::journal::{Fact, Mark};
use crate::options::{source, text_of};
use crate::plan::{Imported, ItemId, Plan, PlanId, SAMPLE, SCHEMA, Source, is_seen, slug_of};
use crate::text::{counted, visible};
use std::borrow::Cow;
use std::path::Path;

pub(super) fn plans(call: &mut Call, verb: &OwnPlan) -> Result<u8, Error> {
    match verb {
        OwnPlan::New(Written { file, force }) => {
            if is_stream(file) {
                return written(call, file, SAMPLE, there(*force), &[]);
            }
            let (id, said) = unused(call, file, id_of(file)?)?;
            written(call, file, &with_id(SAMPLE, &id), there(*force), &said)
        }
        OwnPlan::Copy(Written { file, force }) => {
            let text = copied(call)?;
            written(call, file, &text, there(*force), &[])
        }
        OwnPlan::Import(args) => import(call, args),
        OwnPlan::Schema => {
            call.out.extend(SCHEMA.as_bytes());
            Ok(0)
        }
    }
}

fn is_stream(path: &Path) -> bool {
    path == Path::new("-")
}

fn there(is_forced: bool) -> There {
    if is_forced { There::Replaced } else { There::RefusedUnlessForced }
}

fn read(name: &Path, text: &str) -> Option<Plan> {
    Plan::read(&[Source { name: name.to_string_lossy().into_owned(), text: text.to_owned() }]).ok()
}

/// Returns the id that a file's name gives its plan: it is written into the file, so it may lose what is no letter.
fn id_of(file: &Path) -> Result<PlanId, Error> {
    let letters: String = slug_of(&file.file_stem().unwrap_or_default().to_string_lossy(), usize::MAX);
    let letters: String = letters.chars().filter(|c| is_seen(*c)).take(PlanId::LONGEST * 3 / 4).collect();
    let letters = letters.trim_matches('-');
    let why =
        if letters.is_empty() { "it has no letter or digit" } else { "it is kept for a device or for the settings" };
    let id = read(file, SAMPLE).map(|plan| plan.id().clone()).or_else(|| PlanId::new(letters.to_owned()));
    id.ok_or_else(|| {
        let file = shown(file);
        Error::Refused(format!(
            "{file}: this name gives no id for the plan: {why}; nothing was written; name another file, such as verbs.toml."
        ))
    })
}

/// Returns an id that no other plan's journal has, and what is to be said of it; a file written anew keeps its own.
fn unused(call: &Call, file: &Path, id: PlanId) -> Result<(PlanId, Vec<String>), Error> {
    let before = text_of(file).ok().flatten().and_then(|text| read(file, &text));
    if let Some(plan) = before {
        return Ok((plan.id().clone(), Vec::new()));
    }
    let data = call.env.data_dir(call.options.data_dir.as_deref())?;
    let is_used = |id: &PlanId| id == Plan::builtin().id() || data.join(format!("{id}.toml")).exists();
    let others = ('b'..='z').filter_map(|letter| PlanId::new(format!("{id}-{letter}")));
    let free = std::iter::once(id.clone()).chain(others).find(|id| !is_used(id)).unwrap_or(id.clone());
    let said = format!("Its id is {free}: there is a journal of a plan {id} already.");
    Ok(if free == id { (id, Vec::new()) } else { (free, vec![said]) })
}

/// Puts the id before everything else: the file may get another name.
fn with_id(text: &str, id: &PlanId) -> String {
    let text = text.trim_start_matches('\u{feff}');
    let comments = text.split_inclusive('\n').take_while(|line| line.starts_with('#')).map(str::len).sum();
    let (comments, rest) = text.split_at_checked(comments).unwrap_or(("", text));
    format!("{comments}\nid = \"{id}\"\n{}", rest.trim_start_matches('\n'))
}

/// Returns the plan that is used as a file: a learner's own as it stands, with its id.
fn copied(call: &mut Call) -> Result<String, Error> {
    call.options = std::mem::take(&mut call.options).configured(call.env)?;
    let plan = call.options.plan(call.env)?;
    let Some(path) = call.options.plan_file(call.env)? else { return Ok(plan.to_toml()) };
    let text = source(&path)?.text;
    Ok(if read(Path::new(""), &text).is_some() { text } else { with_id(&text, plan.id()) })
}

fn import(call: &mut Call, Import { list, file, done, force }: &Import) -> Result<u8, Error> {
    let beside = || if is_stream(list) { list.clone() } else { list.with_extension("toml") };
    let path = file.clone().unwrap_or_else(beside);
    if *done && is_stream(&path) {
        return Err(misused("plan import", "--done needs a FILE for the plan: what is ticked is recorded for it."));
    }
    let name = if is_stream(list) { "standard input".to_owned() } else { shown(list) };
    let unmade = |why: &str| Error::Refused(format!("{name}: {}; no plan was made.", visible(why)));
    let text = if is_stream(list) {
        call.env.input().map_err(|error| reason(&error))
    } else {
        text_of(list).and_then(|text| text.ok_or_else(|| "there is no such file".to_owned()))
    };
    let text = text.map_err(|why| unmade(&why))?;
    let id = id_of(if is_stream(&path) { Path::new("my-plan.toml") } else { &path })?;
    let (id, mut said) = if is_stream(&path) { (id, Vec::new()) } else { unused(call, &path, id)? };
    let title = if is_stream(list) { &path } else { list }.file_stem().unwrap_or_default().to_string_lossy();
    let title = if title == "-" { Cow::Borrowed("My plan") } else { title };
    let made = Imported::of(&text, id, &title).map_err(|why| unmade(&why.to_string()))?;
    if made.passed > 0 {
        let lines = counted(made.passed, "line of the list is", "lines of the list are");
        said.push(format!("{lines} not in it: text outside of the days, code, HTML, or a table of contents."));
    }
    if file::is_same(list, &path) {
        return Err(unmade("the plan is to be another file; name it behind the list"));
    }
    written(call, &path, &made.text, there(*force), &said)?;
    if *done { tick(call, &made.ticked) } else { Ok(0) }
}

/// Prints the text, or writes it and says what was written and how to go on.
fn written(call: &mut Call, path: &Path, text: &str, there: There, said: &[String]) -> Result<u8, Error> {
    if is_stream(path) {
        call.out.extend(text.as_bytes());
        for line in said {
            call.say(&format!("ninety: {line}"));
        }
        return Ok(0);
    }
    file::write(call, path, text, there)?;
    let totals = read(path, text).map_or(String::new(), |plan| format!(": {}", plan.totals()));
    let lines = std::iter::once(format!("{} is written{totals}.", shown(path))).chain(said.iter().cloned());
    // What is said next is about the plan that was written.
    call.options.plan = Some(path.to_owned());
    for line in lines.chain(["Open it with: ninety".to_owned()]) {
        call.print(&line);
    }
    Ok(0)
}

/// Records as done what is ticked in the list and not in the journal.
fn tick(call: &mut Call, ticked: &[ItemId]) -> Result<u8, Error> {
    let mut session = call.session()?;
    let study = session.study();
    let is_open =
        |id: &&ItemId| study.plan().find_task(id.as_str()).is_some_and(|(day, task)| !study.is_done(day, task));
    let marks: Vec<Mark> = ticked.iter().filter(is_open).cloned().map(Mark::Item).collect();
    if marks.is_empty() {
        let what = if ticked.is_empty() {
            "Nothing is ticked in the list."
        } else {
            "All that is ticked in the list is recorded already."
        };
        call.print(what);
        return Ok(0);
    }
    call.recorded(&mut session, Fact::Done(marks))
}
