//! What the shell around wants to know: paths, completions, the manual.
//!
//! Deliberately absent: installing any of it.

use super::arguments::misused;
use super::{Call, command, verbs};
use crate::config;
use crate::error::Error;
use crate::journal::finding::shown;
use clap_complete::Shell;
use clap_mangen::Man;
use std::io;
use std::path::PathBuf;

/// What `ninety where` knows.
pub(super) const PLACES: [&str; 6] = ["journal", "data", "backups", "plan", "drafts", "config"];

/// Prints where things are kept.
pub(super) fn places(call: &mut Call) -> Result<u8, Error> {
    let data = call.env.data_dir(call.options.data_dir.as_deref())?;
    let journal = data.join(format!("{}.toml", call.options.plan()?.id()));
    let plan = call
        .options
        .plan
        .as_ref()
        .map(|path| std::path::absolute(path).unwrap_or_else(|_| path.clone()));
    let config = call.env.config_dir()?.map(|dir| dir.join(config::FILE));
    let place = |what: &str| -> Option<PathBuf> {
        match what {
            "journal" => Some(journal.clone()),
            "backups" => Some(data.join("backups")),
            "drafts" => Some(data.join("drafts")),
            "plan" => plan.clone(),
            "config" => config.clone(),
            _ => Some(data.clone()),
        }
    };
    match call.text("what") {
        Some(what) => match place(what) {
            Some(path) => call.data(&shown(&path)),
            None if what == "plan" => {
                return Err(Error::Refused(
                    "The plan is part of the program: it has no file.".to_owned(),
                ));
            }
            None => {
                let none = "There is no home directory to keep settings in; set HOME or NINETY_CONFIG_DIR.";
                return Err(Error::Refused(none.to_owned()));
            }
        },
        None => {
            for what in PLACES {
                let path =
                    place(what).map_or_else(|| nowhere(what).to_owned(), |path| shown(&path));
                call.data(&format!("{what:<7}  {path}"));
            }
        }
    }
    Ok(0)
}

/// Returns what is said of a place that has no path.
fn nowhere(what: &str) -> &'static str {
    if what == "plan" { "(part of the program)" } else { "(no home directory)" }
}

/// Prints the completions for a shell.
pub(super) fn completions(call: &mut Call) -> Result<u8, Error> {
    let shell = call.value::<Shell>("shell").copied();
    let shell = shell.ok_or_else(|| misused("completions", "SHELL is missing."))?;
    clap_complete::generate(shell, &mut command::whole(), "ninety", call.out);
    Ok(0)
}

/// Prints the manual page: the program, then each verb.
pub(super) fn man(call: &mut Call) -> Result<u8, Error> {
    let page = manual().map_err(|error| Error::Stream("The manual could not be written", error))?;
    call.out.extend(page.into_bytes());
    Ok(0)
}

fn manual() -> io::Result<String> {
    let mut page = Vec::new();
    let whole = Man::new(command::root());
    whole.render_title(&mut page)?;
    whole.render_name_section(&mut page)?;
    whole.render_synopsis_section(&mut page)?;
    whole.render_description_section(&mut page)?;
    whole.render_options_section(&mut page)?;
    let mut page = String::from_utf8_lossy(&page).into_owned();
    page.push_str(".SH VERBS\n");
    for verb in verbs::all() {
        let (usage, about) = (roff(&verb.whole_usage()), roff(verb.about));
        page.extend([".SS \"ninety ", &usage, "\"\n", &about, ".\n"]);
        if !verb.more.is_empty() {
            page.extend([".PP\n", &roff(verb.more), "\n"]);
        }
        let mut options = Vec::new();
        Man::new(verb.command().disable_help_flag(true)).render_options_section(&mut options)?;
        // The options stand under the verb's own heading.
        let options = String::from_utf8_lossy(&options).into_owned();
        let lines = options
            .lines()
            .filter(|line| ![".SH", ".ie", ".el"].iter().any(|macro_| line.starts_with(macro_)));
        lines.for_each(|line| page.extend([line, "\n"]));
        for (line, what) in verb.examples {
            page.extend([".TP\n\\fBninety ", &roff(line), "\\fR\n", &roff(what), "\n"]);
        }
    }
    Ok(page)
}

/// Returns a text as the manual's source has it: nothing in it is a request, and its dashes can be copied.
fn roff(text: &str) -> String {
    let text = text.replace('\\', "\\e").replace('-', "\\-");
    if text.starts_with(['.', '\'']) { format!("\\&{text}") } else { text }
}
