//! From words to a call: which verb is named, and what its options say.
//!
//! Only the verb that is named is built, for building them all costs more than most verbs take; the whole tree is built for
//! help and for words that are no verb.
//!
//! Deliberately absent: what a verb takes. The table in `verbs` says so.

use super::command;
use super::verbs::{self, Verb};
use crate::config::Config;
use crate::error::Error;
use crate::options::{Mouse, Options};
use crate::text::visible;
use clap::ArgMatches;
use clap::error::{ContextKind, ErrorKind};
use std::ffi::OsString;
use std::path::PathBuf;

/// What the command line asks for.
pub(super) enum Asked {
    /// Help or the version, ready to print.
    Text(String),
    /// No verb.
    Screen(Options),
    /// A verb, with the options around it and its own.
    Verb(&'static Verb, Options, ArgMatches),
}

/// Reads the arguments, without the program's name. An error is the text of a usage error.
pub(super) fn read(args: &[OsString]) -> Result<Asked, Error> {
    if let [word] = args
        && let Some(verb) = verbs::all().find(|verb| word == verb.name && verb.stands_alone())
    {
        // Nothing is said that would have to be read, and a shell prompt waits for this.
        return Ok(Asked::Verb(verb, Options::default(), ArgMatches::default()));
    }
    let help = args.first().is_some_and(|first| first == "help");
    let args = if help { args.get(1..).unwrap_or_default() } else { args };
    let verb = named(args);
    let command = match verb {
        Some(verb) => command::root().subcommand(verb.command()),
        None => command::whole(),
    };
    let words = std::iter::once(OsString::from("ninety")).chain(args.iter().cloned());
    let words = words.chain(help.then(|| OsString::from("--help")));
    match command.try_get_matches_from(words) {
        Ok(mut matches) => {
            let options = options(&matches);
            Ok(match (verb, matches.remove_subcommand()) {
                (Some(verb), Some((_, matches))) => Asked::Verb(verb, options, matches),
                (Some(_) | None, _) => Asked::Screen(options),
            })
        }
        Err(error) => described(&error, verb).map(Asked::Text),
    }
}

/// Returns the verb that the arguments name: the first word that is neither an option of every verb nor its value.
fn named(args: &[OsString]) -> Option<&'static Verb> {
    let mut words = args.iter();
    while let Some(word) = words.next() {
        match word.to_str()? {
            "--plan" | "--data-dir" => drop(words.next()),
            "--ascii" | "--no-mouse" => {}
            word if word.starts_with("--plan=") || word.starts_with("--data-dir=") => {}
            word => return verbs::all().find(|verb| verb.name == word),
        }
    }
    None
}

fn options(matches: &ArgMatches) -> Options {
    Options {
        plan: matches.get_one::<PathBuf>("plan").cloned(),
        data_dir: matches.get_one::<PathBuf>("data-dir").cloned(),
        ascii: matches.get_flag("ascii"),
        mouse: if matches.get_flag("no-mouse") { Mouse::Off } else { Mouse::On },
        config: Config::default(),
    }
}

/// Returns help or the version as text, and everything else as a usage error.
fn described(error: &clap::Error, verb: Option<&Verb>) -> Result<String, Error> {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Ok(error.render().to_string()),
        kind => {
            let known = |kind| error.get(kind).map(ToString::to_string);
            let text = error.render().to_string();
            let (what, rest) = text.split_once("\n\n").unwrap_or((text.trim_end(), ""));
            // A long usage has several lines.
            let mut paragraphs = rest.split("\n\n").map(str::trim_end);
            let usage = paragraphs.find(|part| part.starts_with("Usage: "));
            let what = sentence(kind, known)
                .unwrap_or_else(|| what.trim_start_matches("error: ").to_owned());
            let usage = usage.map_or(String::new(), |usage| format!("{usage}\n\n"));
            Err(Error::Usage(format!("ninety: {what}\n\n{usage}{}", more(verb))))
        }
    }
}

/// Returns what is wrong in a sentence, where it is one of the things that go wrong easily.
fn sentence(kind: ErrorKind, known: impl Fn(ContextKind) -> Option<String>) -> Option<String> {
    let quoted = |kind| known(kind).map(|text| format!("\"{}\"", visible(&text)));
    // Of several suggestions the last is the nearest.
    let near = |kind| known(kind).and_then(|all| all.rsplit(", ").next().map(ToOwned::to_owned));
    match kind {
        ErrorKind::InvalidSubcommand => {
            let verb = quoted(ContextKind::InvalidSubcommand)?;
            Some(match near(ContextKind::SuggestedSubcommand) {
                Some(near) => format!("There is no verb {verb}: did you mean \"{near}\"?"),
                None => format!("There is no verb {verb}: `ninety --help` lists them all."),
            })
        }
        ErrorKind::UnknownArgument => {
            let word = quoted(ContextKind::InvalidArg)?;
            Some(match near(ContextKind::SuggestedArg) {
                Some(near) => format!("There is no option {word} here: did you mean \"{near}\"?"),
                None if word.starts_with("\"-") => format!("There is no option {word} here."),
                None => format!("The word {word} is one too many."),
            })
        }
        ErrorKind::MissingRequiredArgument => {
            let missing = known(ContextKind::InvalidArg)?;
            let are = if missing.contains(", ") { "are" } else { "is" };
            Some(format!("{} {are} missing.", bare(&missing).replace(", ", " and ")))
        }
        ErrorKind::ArgumentConflict => {
            let (one, other) = (known(ContextKind::InvalidArg)?, known(ContextKind::PriorArg)?);
            let name = |arg: &str| bare(arg).split(' ').next().unwrap_or_default().to_owned();
            Some(format!("{} and {} do not go together.", name(&one), name(&other)))
        }
        ErrorKind::InvalidUtf8 => {
            Some("An argument is not UTF-8 text; only paths may be other bytes.".to_owned())
        }
        ErrorKind::InvalidValue => {
            let name = known(ContextKind::InvalidArg)?;
            match (
                known(ContextKind::InvalidValue).filter(|value| !value.is_empty()),
                known(ContextKind::ValidValue),
            ) {
                (Some(value), Some(valid)) => {
                    let (value, what) = (visible(&value).into_owned(), bare(&name).to_lowercase());
                    let what = what.rsplit(' ').next().unwrap_or_default().to_owned();
                    let what = if what == "what" { "place".to_owned() } else { what };
                    let valid = alternatives(&valid);
                    Some(format!("There is no {what} \"{value}\": write {valid}."))
                }
                (Some(_), None) => None,
                (None, _) => {
                    let name = bare(&name);
                    let what = wanted(name.split(' ').nth(1)?);
                    Some(format!("{} needs {what}: {name}.", name.split(' ').next()?))
                }
            }
        }
        _ => None,
    }
}

/// Returns where more is said.
fn more(verb: Option<&Verb>) -> String {
    let verb = verb.map_or(String::new(), |verb| format!(" {}", verb.name));
    format!("For more information, try 'ninety{verb} --help'.")
}

/// Returns what an option takes, by the name that its value has in usage: with its article, and as the start of a
/// sentence about it.
fn wanted(value: &str) -> &'static str {
    match value {
        "FILE" => "a file",
        "DIR" => "a directory",
        "TEXT" => "a text",
        "DAYS" => "study days",
        "F" => "a format",
        "N" => "a number",
        "URL" => "an address",
        "DATE" => "a date",
        "DAY" => "a day",
        "ORDER" => "an order",
        _ => "a value",
    }
}

/// Returns a list as a sentence has it: `a, b or c`.
fn alternatives(list: &str) -> String {
    match list.rsplit_once(", ") {
        Some((others, end)) => format!("{others} or {end}"),
        None => list.to_owned(),
    }
}

/// Returns an operand's name without the brackets that usage puts around it.
fn bare(name: &str) -> String {
    name.replace(['<', '>', '[', ']'], "").replace("...", "")
}

/// Returns the usage error of a verb whose words are well formed and mean nothing.
pub(super) fn misused(verb: &str, sentence: &str) -> Error {
    let verb = verbs::all().find(|known| known.name == verb);
    Error::Usage(format!("ninety: {sentence}\n\n{}", more(verb)))
}
