//! How help looks, and what is said when the command line is not understood.

use super::args::Cli;
use crate::error::Error;
use crate::text::{visible, width, wrapped};
use clap::error::{ContextKind, ErrorKind};
use clap::{Arg, ColorChoice, Command, CommandFactory};

/// A space at which usage is not broken.
const TIED: &str = "\u{a0}";

const USAGE: &str = "Usage: ";

/// What more there is to know about each command, behind its name, and tables of the manual. `command  # what it does`
/// is an example. `docs/settings.md` has the variables too.
const MORE: &str = include_str!("args/more.txt");

/// A command with what it does.
type Example = (&'static str, &'static str);

pub(super) fn tree() -> Command {
    let mut root = Cli::command().color(ColorChoice::Never);
    root.build();
    root
}

pub(super) fn command(columns: usize) -> Command {
    let mut root = tree().term_width(columns);
    lay_out(&mut root, columns);
    root
}

/// Lays the help of a command out, and of the verbs below it.
fn lay_out(command: &mut Command, columns: usize) {
    for verb in command.get_subcommands_mut() {
        lay_out(verb, columns);
    }
    let usage = format!("ninety {}", tied_usage(command));
    let indent = format!("\n{}", " ".repeat(USAGE.len()));
    let usage = wrapped(&usage, columns.saturating_sub(USAGE.len())).join(&indent).replace(TIED, " ");
    let (mut after, examples) = more(command);
    if !examples.is_empty() {
        let gap = if after.is_empty() { "" } else { "\n\n" };
        after.extend([gap, "Examples:\n", &laid_out(&examples, columns)]);
    }
    *command = std::mem::take(command).override_usage(usage).after_help(after).term_width(columns);
}

pub(super) fn usage(verb: &Command) -> String {
    tied_usage(verb).replace(TIED, " ")
}

fn tied_usage(verb: &Command) -> String {
    let path = verb.get_bin_name().and_then(|path| path.strip_prefix("ninety "));
    let Some(path) = path else { return "[VERB]".to_owned() };
    if path == "away" {
        return "away FROM TO [--because TEXT] [--dry-run] | --end [DATE] [--dry-run]".to_owned();
    }
    let own = verb.get_arguments().filter(|arg| !arg.is_global_set() && arg.get_id() != "help");
    let words = own.map(|arg| match (verb.get_name(), arg.get_id().as_str()) {
        _ if arg.is_required_set() => named(arg),
        ("note", "words") => "[TEXT… | -]".to_owned(),
        _ => format!("[{}]", named(arg)),
    });
    let words = words.map(|word| word.replace(' ', TIED));
    std::iter::once(path.to_owned()).chain(words).collect::<Vec<_>>().join(" ")
}

fn named(arg: &Arg) -> String {
    let name = arg.to_string().replace(['<', '>', '[', ']'], "").replace("...", "…");
    match (arg.get_short(), name.split_once(' ')) {
        (Some(short), Some((_, value))) => format!("-{short} {value}"),
        _ => name,
    }
}

/// Returns what there is to know about a command beside its operands, and its examples, each with what it does.
pub(super) fn more(command: &Command) -> (String, Vec<Example>) {
    part(command.get_bin_name().unwrap_or("ninety"))
}

pub(super) fn part(name: &str) -> (String, Vec<Example>) {
    let heading = format!("# {name}\n");
    let part = MORE.split("\n\n").find_map(|part| part.strip_prefix(&heading)).unwrap_or_default();
    let (mut more, mut examples) = (Vec::new(), Vec::new());
    for line in part.lines() {
        match line.split_once("  # ") {
            Some(example) => examples.push(example),
            None => more.push(line),
        }
    }
    (more.join("\n"), examples)
}

fn laid_out(examples: &[Example], columns: usize) -> String {
    let widest = |of: fn(&Example) -> &str| examples.iter().map(|example| width(of(example))).max().unwrap_or(0);
    let column = widest(|(line, _)| line) + 2;
    let fits = 2 + column + widest(|(_, what)| what) <= columns;
    let laid_out = |(line, what): &Example| {
        let below = || wrapped(what, columns.saturating_sub(6)).join("\n      ");
        if fits { format!("  {line:<column$}{what}\n") } else { format!("  {line}\n      {}\n", below()) }
    };
    examples.iter().map(laid_out).collect()
}

pub(super) fn described(error: &clap::Error, verb: Option<&str>) -> Result<String, Error> {
    let text = error.render().to_string();
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        return Ok(text);
    }
    let known = |kind| error.get(kind).map(ToString::to_string);
    let what = text.split("\n\n").next().unwrap_or_default().trim_end().trim_start_matches("error: ");
    let what = sentence(error.kind(), verb, known).unwrap_or_else(|| what.to_owned());
    let usage = known(ContextKind::Usage).map_or(String::new(), |usage| format!("{}\n\n", usage.trim_end()));
    let verb = verb.map_or(String::new(), |verb| format!(" {verb}"));
    Err(Error::Usage(format!("ninety: {what}\n\n{usage}For more information, try 'ninety{verb} --help'.")))
}

/// Returns the usage error of a verb whose words are well formed and mean nothing.
pub(super) fn misused(verb: &str, sentence: &str) -> Error {
    Error::Usage(format!("ninety: {sentence}\n\nFor more information, try 'ninety {verb} --help'."))
}

fn sentence(kind: ErrorKind, verb: Option<&str>, known: impl Fn(ContextKind) -> Option<String>) -> Option<String> {
    let quoted = |kind| known(kind).map(|text| format!("\"{}\"", visible(&text)));
    // Of several suggestions the last is the nearest.
    let near = |kind| known(kind).and_then(|all| all.rsplit(", ").next().map(ToOwned::to_owned));
    Some(match kind {
        ErrorKind::InvalidSubcommand => {
            let verb = quoted(ContextKind::InvalidSubcommand)?;
            let near = near(ContextKind::SuggestedSubcommand).map(|near| format!("did you mean \"{near}\"?"));
            let all = known(ContextKind::Usage).is_some_and(|usage| usage.contains(" plan ")).then_some(" plan");
            let hint = near.unwrap_or_else(|| format!("`ninety{} --help` lists them all.", all.unwrap_or_default()));
            format!("There is no verb {verb}: {hint}")
        }
        ErrorKind::UnknownArgument => {
            let word = quoted(ContextKind::InvalidArg)?;
            match near(ContextKind::SuggestedArg) {
                _ if verb == Some("note") => {
                    format!("There is no option {word} here; put text that begins so behind --, or in quotes.")
                }
                Some(near) => format!("There is no option {word} here: did you mean \"{near}\"?"),
                None if word.starts_with("\"-") => format!("There is no option {word} here."),
                None => format!("The word {word} is one too many."),
            }
        }
        ErrorKind::MissingRequiredArgument => {
            let missing = known(ContextKind::InvalidArg)?;
            let are = if missing.contains(", ") { "are" } else { "is" };
            format!("{} {are} missing.", bare(&missing).replace(", ", " and "))
        }
        ErrorKind::ArgumentConflict => {
            let (one, other) = (known(ContextKind::InvalidArg)?, known(ContextKind::PriorArg)?);
            let name = |arg: &str| bare(arg).split(' ').next().unwrap_or_default().to_owned();
            format!("{} and {} do not go together.", name(&one), name(&other))
        }
        ErrorKind::InvalidUtf8 => "An argument is not UTF-8 text; only paths may be other bytes.".to_owned(),
        ErrorKind::InvalidValue => {
            let name = bare(&known(ContextKind::InvalidArg)?);
            let given = known(ContextKind::InvalidValue).filter(|value| !value.is_empty());
            match (given, known(ContextKind::ValidValue)) {
                (Some(value), Some(valid)) => {
                    let what = name.rsplit(' ').next().unwrap_or_default().to_lowercase().replace("what", "place");
                    let (others, last) = valid.rsplit_once(", ").unwrap_or((&valid, ""));
                    let or = if last.is_empty() { "" } else { " or " };
                    format!("There is no {what} \"{}\": write {others}{or}{last}.", visible(&value))
                }
                (Some(_), None) => return None,
                (None, _) => {
                    let (option, value) = name.split_once(' ')?;
                    format!("{option} needs {}: {name}.", article(value))
                }
            }
        }
        _ => return None,
    })
}

fn article(value: &str) -> &'static str {
    match value {
        "FILE" => "a file",
        "DIR" => "a directory",
        "TEXT" => "a text",
        "DAYS" => "study days",
        "F" => "a format",
        "N" => "a number",
        "DATE" => "a date",
        "DAY" => "a day",
        "ORDER" => "an order",
        "SHELL" => "a shell",
        _ => "a value",
    }
}

/// Returns an operand's name without the brackets that usage puts around it.
fn bare(name: &str) -> String {
    name.replace(['<', '>', '[', ']'], "").replace("...", "")
}
