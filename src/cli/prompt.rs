//! The segment for a shell prompt, and the line of a reminder: both read only, wait for no lock, and are silent
//! whenever there is nothing to say. Of a prompt only a wrong format is told, for it is never right.

use super::args::PromptShell;
use super::call::Call;
use super::help::misused;
use crate::error::Error;
use crate::journal::Files;
use crate::journal::files::Tail;
use crate::page;
use crate::platform;
use crate::study::calendar::AsOf;
use crate::study::{Fold, Schedule};
use crate::text::visible;

const FIELDS: [&str; 10] = ["day", "total", "done", "tasks", "week", "title", "finish", "goal", "spare", "pace"];

pub(super) fn prompt(call: &mut Call, format: Option<&str>, shell: Option<PromptShell>) -> Result<u8, Error> {
    if let Some(format) = format {
        drop(filled(format, |_| String::new()).map_err(|sentence| misused("prompt", &sentence))?);
    }
    if let Some(text) = segment(call, format, shell) {
        call.data(&visible(&text));
    }
    Ok(0)
}

/// Says what is next, on a study day on which nothing was studied; else nothing, with 1 as its exit code.
pub(super) fn remind(call: &mut Call) -> Result<u8, Error> {
    let session = call.quiet_session()?;
    let Some(line) = page::status::reminder(session.study()) else { return Ok(1) };
    call.print(&line);
    Ok(0)
}

/// Returns the segment; none before the start, and where something is wrong. A schedule is laid only where it is shown.
fn segment(call: &mut Call, format: Option<&str>, shell: Option<PromptShell>) -> Option<String> {
    let options = std::mem::take(&mut call.options).configured(call.env).ok()?;
    let (plan, dir) = (options.plan(call.env).ok()?, call.env.data_dir(options.data_dir.as_deref()).ok()?);
    let as_of = AsOf { now: call.env.now(), habits: options.config.habits };
    let (_, journal) = Files::open(dir, plan.id().clone(), Tail::AsItIs, as_of.now.date_naive()).ok()?;
    let fold = Fold::of(plan, &journal, as_of.habits);
    let today = as_of.habits.study_date(as_of.now);
    let has_begun = match fold.terms.start {
        Some(start) if start > today => fold.dates.iter().any(|(_, date)| date.is_studied),
        Some(_) => true,
        None => !journal.is_empty(),
    };
    let current = plan.days().iter().find(|day| fold.remains(day));
    let day = current.unwrap_or_else(|| plan.last_day());
    let (done, tasks) = fold.count(day);
    let Some(format) = format.filter(|_| has_begun) else {
        let tasks = current.map_or("done".to_owned(), |_| format!("{done}/{tasks}"));
        return has_begun.then(|| format!("D{} {tasks}", day.no()));
    };
    let is_dated = ["{finish}", "{goal}", "{spare}", "{pace}"].iter().any(|field| format.contains(field));
    let schedule = is_dated.then(|| Schedule::of(plan, &fold, as_of));
    let of = |shown: fn(&Schedule) -> Option<String>| schedule.as_ref().and_then(shown).unwrap_or_default();
    let field = |name: &str| match name {
        "day" => day.no().to_string(),
        "total" => plan.days().len().to_string(),
        "done" => done.to_string(),
        "tasks" => tasks.to_string(),
        "week" => day.week().to_string(),
        "finish" => of(|schedule| Some(schedule.finish()?.to_string())),
        "goal" => of(|schedule| Some(schedule.goal?.to_string())),
        "spare" => of(|schedule| Some(schedule.to_spare()?.to_string())),
        "pace" => of(|schedule| Some(schedule.pace.days.to_string())),
        _ => day.title.to_owned(),
    };
    // What zsh asks for without saying so goes into its prompt; on a terminal it is read.
    let is_zsh = || !call.env.screen && platform::started_by().is_some_and(|name| name == "zsh");
    let shell = |text: &str| shell.or_else(|| (text.contains('%') && is_zsh()).then_some(PromptShell::Zsh));
    let escaped = |text: String| escaped(&text, shell(&text));
    filled(format, |name| escaped(field(name))).ok()
}

/// Returns a field's text so that the prompt shows it as it is; other shells do not read it again. tmux counts each run
/// of `#` twice, so a style that changes nothing stands behind each of them.
fn escaped(text: &str, shell: Option<PromptShell>) -> String {
    match shell {
        Some(PromptShell::Zsh) => text.replace('%', "%%"),
        Some(PromptShell::Tmux) => text.replace('#', "###[]"),
        Some(PromptShell::Bash | PromptShell::Fish | PromptShell::Powershell) | None => text.to_owned(),
    }
}

/// Returns a format with its fields filled; an error is the sentence for the learner.
fn filled(format: &str, mut field: impl FnMut(&str) -> String) -> Result<String, String> {
    let (mut text, mut chars) = (String::new(), format.chars().peekable());
    while let Some(c) = chars.next() {
        match c {
            '{' | '}' if chars.next_if_eq(&c).is_some() => text.push(c),
            '}' => return Err("The format has a } without its {: write }} for the character.".to_owned()),
            '{' => {
                let rest: String = chars.clone().collect();
                let Some((name, _)) = rest.split_once('}') else {
                    let shown = visible(&rest);
                    return Err(format!(
                        "A {{ in the format is not closed: {{{shown}. Write }} behind the name, or {{{{ for the character."
                    ));
                };
                if !FIELDS.contains(&name) {
                    let known = FIELDS.map(|field| format!("{{{field}}}")).join(" ");
                    return Err(format!("A format has no {{{}}}: it has {known}.", visible(name)));
                }
                chars.nth(name.chars().count());
                text.push_str(&field(name));
            }
            c => text.push(c),
        }
    }
    Ok(text)
}
