//! The command line: arguments in, the verbs' pages and sentences out.
//!
//! Reading order: `args` (every verb and what it takes), `help` (and usage errors), `call` (what a verb is given), then
//! the verbs: `show` below and a file for each group of them. `file` writes what leaves the program.

mod args;
mod call;
mod check;
mod complete;
mod export;
mod file;
mod help;
mod manual;
mod named;
mod plans;
mod prompt;
mod recall;
mod record;
mod schedule;
mod shell;
mod write;

use crate::config;
use crate::env::{Charset, Env};
use crate::error::Error;
use crate::glyphs::to_charset;
use crate::journal::finding::What;
use crate::options::{Mouse, Options};
use crate::page;
use crate::study::recall::Asking;
use crate::text::{counted, visible};
use args::{Away, Cli, Form, PlanVerb, Prompt, Shared, Verb};
use call::{Call, OfKeys};
use clap::{FromArgMatches, Parser};
use help::misused;
use named::{day_named, week_meant};
use std::ffi::OsString;

#[derive(Debug)]
pub(crate) enum Next {
    Screen(Options, Option<Asking>),
    Exit(u8),
    Recorded(u8),
}

pub(crate) fn charset(args: &[OsString], env: &Env) -> Charset {
    if args.iter().any(|arg| arg == "--ascii") { Charset::Ascii } else { env.charset }
}

/// Does what the arguments ask, and writes data to `out` and messages to `err`. Neither is safe for a terminal yet.
pub(crate) fn run(
    args: &[OsString],
    env: &Env,
    of_keys: OfKeys,
    out: &mut Vec<u8>,
    err: &mut Vec<u8>,
) -> Result<Next, Error> {
    if let Some((_, line)) = args.split_first().filter(|(verb, _)| *verb == complete::ASKS) {
        complete::answer(line, env, out);
        return Ok(Next::Exit(0));
    }
    let Some(cli) = read(args, env, out)? else { return Ok(Next::Exit(0)) };
    let Shared { plan, data_dir, ascii, no_mouse } = cli.shared;
    let mouse = if no_mouse { Mouse::Off } else { Mouse::On };
    let options = Options { plan, data_dir, ascii, mouse, ..Options::default() };
    let verb = match cli.verb {
        None if env.screen => return Ok(Next::Screen(options.configured(env)?, None)),
        None => Verb::Today { day: None, form: Form::default() },
        Some(verb) => verb,
    };
    let mut call = Call { options, env, of_keys, out, err, recorded: false };
    if let Verb::Recall(args) = &verb
        && let Some(what) = recall::asked_on_screen(&mut call, args)?
    {
        return Ok(Next::Screen(call.options, Some(what)));
    }
    let code = carry_out(&mut call, verb).map_err(|error| error.carrying(&call.options.given()))?;
    Ok(if call.recorded { Next::Recorded(code) } else { Next::Exit(code) })
}

fn carry_out(call: &mut Call, verb: Verb) -> Result<u8, Error> {
    match verb {
        Verb::Today { .. }
        | Verb::Week { .. }
        | Verb::History { .. }
        | Verb::Plan(PlanVerb { own: None, .. })
        | Verb::Status(_) => show(call, &verb),
        Verb::Plan(PlanVerb { own: Some(own), .. }) => plans::plans(call, &own),
        Verb::Done { refs, on } => record::done(call, &refs, on.as_deref()),
        Verb::Reopen { refs } => record::reopen(call, &refs),
        Verb::Skip { days, because, on, dry_run } => {
            schedule::skip(call, &days, because.as_deref(), on.as_deref(), dry_run)
        }
        Verb::Note { words, day, on } => write::note(call, &words, day.as_deref(), on.as_deref()),
        Verb::Add { words, day } => record::add(call, &words, day.as_deref()),
        Verb::Log { minutes, day, on, set } => record::log(call, &minutes, day.as_deref(), on.as_deref(), set),
        Verb::Prompt(Prompt { format, shell }) => prompt::prompt(call, format.as_deref(), shell),
        Verb::Remind => prompt::remind(call),
        Verb::Undo => record::undo(call),
        Verb::Redo => record::redo(call),
        Verb::Link { week, url } => record::link(call, &week, &url),
        Verb::Review { week, can, shaky, next, form } => {
            write::review(call, week.as_deref(), [can, shaky, next], &form)
        }
        Verb::Recall(args) => recall::recall(call, &args),
        Verb::Start { date, terms, dry_run } => schedule::start(call, date.as_deref(), &terms, dry_run),
        Verb::Pace { terms, dry_run, form } => schedule::pace(call, &terms, dry_run, &form),
        Verb::Away(Away { end: Some(end), dry_run, .. }) => schedule::back(call, &end, dry_run),
        Verb::Away(Away { from, to, because, dry_run, .. }) => {
            let (from, to) = (from.unwrap_or_default(), to.unwrap_or_default());
            schedule::away(call, &from, &to, because.as_deref(), dry_run)
        }
        Verb::Check { file: Some(path) } => check::plan_file(call, &path),
        Verb::Check { file: None } => check::journal(call),
        Verb::Export(args) => export::export(call, &args),
        Verb::Where { what } => shell::places(call, what.as_deref()),
        Verb::Config => {
            call.out.extend(config::SAMPLE.as_bytes());
            Ok(0)
        }
        Verb::Completions { shell } => Ok(shell::completions(call, &shell)),
        Verb::Man => shell::man(call),
    }
}

/// Shows what the verb asks for.
fn show(call: &mut Call, verb: &Verb) -> Result<u8, Error> {
    let session = call.session()?;
    let study = session.study();
    match verb {
        Verb::Today { day, form } => {
            let named = day.as_ref().map(|word| day_named(study, word)).transpose()?;
            let day = named.or_else(|| study.current_day().and_then(|_| study.day_at_hand()));
            call.report(form, || page::today::page(study, day), || page::today::json(study, day));
        }
        Verb::Week { week, form } => {
            let week = week_meant(study, week.as_deref())?;
            call.report(form, || page::plan::week(study, week), || page::plan::week_json(study, week));
        }
        Verb::History { most, form } => {
            let count = most.trim().parse::<usize>().ok().filter(|count| *count > 0).ok_or_else(|| {
                let shown = visible(most);
                misused("history", &format!("\"{shown}\" is no count of entries: write a number from 1."))
            })?;
            call.report(form, || page::history::page(study, count), || page::history::json(study, count));
            let all = study.journal().len();
            if count < all {
                let older = counted(all - count, "older entry", "older entries");
                call.say(&format!("ninety: … and {older}; `ninety history -n {all}` shows them all."));
            }
        }
        Verb::Plan(PlanVerb { form, .. }) => call.report(form, || page::plan::page(study), || page::plan::json(study)),
        Verb::Status(form) => {
            call.report(form, || page::status::page(study), || page::status::json(study));
            let findings = session.files().findings().iter();
            for dropped in findings.filter(|finding| matches!(finding.what, What::Dropped(..))) {
                call.say(&format!("ninety: {dropped}"));
            }
        }
        _ => {}
    }
    Ok(0)
}

/// Reads the arguments; where help or the version is asked for, that is written and nothing returned.
fn read(args: &[OsString], env: &Env, out: &mut Vec<u8>) -> Result<Option<Cli>, Error> {
    let verb = match args {
        // A shell prompt waits for these, and nothing has to be read.
        [] => None,
        [word] if word == "prompt" => Some(Verb::Prompt(Prompt::default())),
        [word] if word == "status" => Some(Verb::Status(Form::default())),
        _ => {
            let mut words = words(args);
            if let Ok(cli) = Cli::try_parse_from(&words) {
                return Ok(Some(cli));
            }
            // How help is laid out matters only where it is asked for, or something is wrong.
            let mut command = help::command(env.page_columns());
            put_verb_first(&mut words, &command);
            let verb = verb_of(&words).and_then(|verb| command.find_subcommand(verb));
            // One below it, such as `plan import`.
            let mut all = words.iter().filter_map(|word| word.to_str());
            let verb = verb.map(|verb| all.find_map(|word| verb.find_subcommand(word)).unwrap_or(verb));
            let verb = verb.and_then(|verb| Some(verb.get_bin_name()?.trim_start_matches("ninety ").to_owned()));
            let again = command.try_get_matches_from_mut(&words);
            let text = match again.and_then(|matches| Cli::from_arg_matches(&matches)) {
                Ok(cli) => return Ok(Some(cli)),
                Err(error) => help::described(&error, verb.as_deref())?,
            };
            out.extend(to_charset(charset(args, env), &text).as_bytes());
            return Ok(None);
        }
    };
    Ok(Some(Cli { verb, ..Cli::default() }))
}

/// Returns the first word that is neither an option of every verb nor its value, behind the program's name.
fn verb_of(words: &[OsString]) -> Option<&str> {
    let mut words = words.iter().skip(1);
    while let Some(word) = words.next() {
        match word.to_str()? {
            "--plan" | "--data-dir" => drop(words.next()),
            "--ascii" | "--no-mouse" => {}
            word if word.starts_with("--plan=") || word.starts_with("--data-dir=") => {}
            word => return Some(word),
        }
    }
    None
}

/// Puts a verb before its options, where they were written first: `--json status` is `status --json`.
fn put_verb_first(words: &mut [OsString], command: &clap::Command) {
    let is_option = verb_of(words).is_some_and(|word| word.starts_with('-') && command.find_subcommand(word).is_none());
    let verb = words.iter().position(|word| command.find_subcommand(word).is_some()).filter(|_| is_option);
    if let Some(before) = verb.and_then(|verb| words.get_mut(1..=verb)) {
        before.rotate_right(1);
    }
}

/// Returns the arguments behind the program's name, with a mark before text that begins with a dash: it is no option.
fn words(args: &[OsString]) -> Vec<OsString> {
    let mut words = vec![OsString::from("ninety")];
    words.extend_from_slice(args);
    if verb_of(&words) == Some("help") {
        words.retain(|word| word != "help");
        words.push("--help".into());
    }
    if !matches!(verb_of(&words), Some("note" | "add")) {
        return words;
    }
    let mut is_value = false;
    for word in words.iter_mut().take_while(|word| *word != "--") {
        if !is_value && word.to_str().is_some_and(is_text_with_a_dash) {
            let mut marked = OsString::from(named::MARK);
            marked.push(&*word);
            *word = marked;
        }
        is_value = ["--on", "--day", "--plan", "--data-dir"].iter().any(|option| word == option);
    }
    words
}

/// Tells whether a word that begins with a dash is text: it has a space, or no letter behind the dashes.
fn is_text_with_a_dash(word: &str) -> bool {
    let rest = word.trim_start_matches('-');
    rest.len() < word.len()
        && !rest.is_empty()
        && (word.contains(char::is_whitespace) || !rest.starts_with(char::is_alphabetic))
}
