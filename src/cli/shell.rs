//! What the shell around wants to know: paths, completions, the manual.

use super::call::Call;
use super::help;
use super::manual::manual;
use crate::config;
use crate::error::Error;
use crate::journal::finding::shown;
use clap::{Arg, Command, ValueHint};
use clap_complete::Shell;

const NO_HOME: &str = "There is no home directory to keep settings in; set HOME or NINETY_CONFIG_DIR.";

pub(super) fn places(call: &mut Call, what: Option<&str>) -> Result<u8, Error> {
    let data = call.env.data_dir(call.options.data_dir.as_deref())?;
    call.options = std::mem::take(&mut call.options).configured(call.env)?;
    let id = call.options.plan(call.env)?.id();
    let plan = call.options.plan_file(call.env)?.map(|path| std::path::absolute(&path).unwrap_or(path));
    let config = call.env.config_dir()?.map(|dir| dir.join(config::FILE));
    let places = [
        ("journal", Some(data.join(format!("{id}.toml")))),
        ("data", Some(data.clone())),
        ("backups", Some(data.join("backups"))),
        ("plan", plan),
        ("drafts", Some(data.join("drafts"))),
        ("config", config),
    ];
    for (name, path) in places.into_iter().filter(|(name, _)| what.is_none_or(|what| what == *name)) {
        let (none, why) = match name {
            "plan" => ("(part of the program)", "The plan is part of the program: it has no file."),
            _ => ("(no home directory)", NO_HOME),
        };
        match (what, path.map(|path| shown(&path))) {
            (Some(_), path) => call.data(&path.ok_or_else(|| Error::Refused(why.to_owned()))?),
            (None, path) => call.data(&format!("{name:<7}  {}", path.as_deref().unwrap_or(none))),
        }
    }
    Ok(0)
}

/// Writes the completions. Files are offered where a file is meant, and nowhere else: of days, tasks and words a shell
/// knows nothing, and would offer what lies around.
pub(super) fn completions(call: &mut Call, shell: Shell) -> u8 {
    let mut command = help::command(call.env.page_columns()).mut_subcommands(without_files);
    let named = |verb: &Command| verb.get_name().to_owned();
    let files: Vec<String> = command.get_subcommands().filter(|verb| takes_a_file(verb)).map(named).collect();
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, "ninety", &mut script);
    let mut script = String::from_utf8_lossy(&script).into_owned();
    match shell {
        Shell::Bash => {
            script = script.replace(" -o bashdefault -o default", "").replace("-F _ninety ", "-F _ninety_or_file ");
            script.push_str(&BASH_FILES.replace("VERBS", &files.join("|")));
        }
        Shell::Fish => {
            let here = |verbs: &str| format!("complete -c ninety -n \"__fish_ninety_using_subcommand {verbs}\"");
            // Before a verb the script's own rows do not hold while the value is still to come.
            script.push_str("complete -c ninety -f\ncomplete -c ninety -l plan -r -F\n");
            script.push_str("complete -c ninety -l data-dir -r -f -a \"(__fish_complete_directories)\"\n");
            script.extend([&here(&files.join(" ")), " -F\n"]);
            for (verb, words) in command.get_subcommands().map(|verb| (verb.get_name(), words(verb))) {
                if !words.is_empty() {
                    script.extend([&here(verb), " -f -a \"", &words.join(" "), "\"\n"]);
                }
            }
        }
        _ => {}
    }
    call.out.extend(script.into_bytes());
    0
}

/// What bash asks: the words that are known, else files where the verb takes one.
const BASH_FILES: &str = r#"
_ninety_or_file() {
    _ninety "$@"
    case "${COMP_WORDS[1]}" in
        VERBS)
            if [[ ${#COMPREPLY[@]} -eq 0 ]]; then
                local IFS=$'\n'
                COMPREPLY=($(compgen -f -- "$2"))
                compopt -o filenames 2>/dev/null
            fi
            ;;
    esac
}
"#;

fn without_files(verb: Command) -> Command {
    let verb = verb.mut_args(|arg| match arg.get_value_hint() {
        ValueHint::Unknown => arg.value_hint(ValueHint::Other),
        _ => arg,
    });
    verb.mut_subcommands(without_files)
}

/// Returns the words of which a verb takes one, such as the formats of `export`.
fn words(verb: &Command) -> Vec<String> {
    let words = verb.get_positionals().flat_map(Arg::get_possible_values);
    words.map(|word| word.get_name().to_owned()).collect()
}

fn takes_a_file(verb: &Command) -> bool {
    verb.get_positionals().any(|arg| arg.get_value_hint() == ValueHint::FilePath)
        || verb.get_subcommands().any(takes_a_file)
}

pub(super) fn man(call: &mut Call) -> Result<u8, Error> {
    let page = manual(help::tree()).map_err(|error| Error::Stream("The manual could not be written", error))?;
    call.out.extend(page.into_bytes());
    Ok(0)
}
