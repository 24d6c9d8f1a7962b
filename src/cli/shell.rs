//! What the shell around wants to know: paths, completions, the manual.

use super::call::Call;
use super::help::{self, more, usage};
use crate::config;
use crate::error::Error;
use crate::journal::finding::shown;
use clap::{Arg, Command};
use clap_complete::Shell;
use clap_mangen::Man;
use std::io;

const NO_HOME: &str = "There is no home directory to keep settings in; set HOME or NINETY_CONFIG_DIR.";

pub(super) fn places(call: &mut Call, what: Option<&str>) -> Result<u8, Error> {
    let data = call.env.data_dir(call.options.data_dir.as_deref())?;
    let id = call.options.plan()?.id();
    let plan = call.options.plan.as_ref();
    let plan = plan.map(|path| std::path::absolute(path).unwrap_or_else(|_| path.clone()));
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

pub(super) fn completions(call: &mut Call, shell: Shell) -> u8 {
    clap_complete::generate(shell, &mut help::command(call.env.page_columns()), "ninety", call.out);
    0
}

pub(super) fn man(call: &mut Call) -> Result<u8, Error> {
    let page = manual(help::tree()).map_err(|error| Error::Stream("The manual could not be written", error))?;
    call.out.extend(page.into_bytes());
    Ok(0)
}

fn manual(root: Command) -> io::Result<String> {
    // Each with the verbs below it.
    let with_own =
        |verb: &Command| std::iter::once(verb.clone()).chain(verb.get_subcommands().cloned()).collect::<Vec<_>>();
    let verbs: Vec<Command> = root.get_subcommands().flat_map(with_own).collect();
    let mut page = Vec::new();
    let whole = Man::new(root);
    whole.render_title(&mut page)?;
    whole.render_name_section(&mut page)?;
    whole.render_synopsis_section(&mut page)?;
    whole.render_description_section(&mut page)?;
    whole.render_options_section(&mut page)?;
    let mut page = String::from_utf8_lossy(&page).into_owned();
    page.push_str(".SH VERBS\n");
    for verb in verbs {
        let about = verb.get_about().map(ToString::to_string).unwrap_or_default();
        page.extend([".SS \"ninety ", &roff(&usage(&verb)), "\"\n", &roff(&about), ".\n"]);
        let (more, examples) = more(&verb);
        if !more.is_empty() {
            page.extend([".PP\n", &roff(&more), "\n"]);
        }
        // What is the same for every verb stands above.
        let is_shared = |arg: &Arg| arg.is_global_set() || arg.get_id() == "help";
        let own = verb.mut_args(|arg| arg.clone().hide(is_shared(&arg)));
        let mut options = Vec::new();
        Man::new(own).render_options_section(&mut options)?;
        // The options stand under the verb's own heading.
        let options = String::from_utf8_lossy(&options).into_owned();
        let is_heading = |line: &&str| [".SH", ".ie", ".el"].iter().any(|begin| line.starts_with(begin));
        options.lines().filter(|line| !is_heading(line)).for_each(|line| page.extend([line, "\n"]));
        for (line, what) in examples {
            page.extend([".TP\n\\fB", &roff(&line), "\\fR\n", &roff(&what), "\n"]);
        }
    }
    Ok(page)
}

/// Returns a text as the manual's source has it: nothing in it is a request, and its dashes can be copied.
fn roff(text: &str) -> String {
    let text = text.replace('\\', "\\e").replace('-', "\\-");
    if text.starts_with(['.', '\'']) { format!("\\&{text}") } else { text }
}
