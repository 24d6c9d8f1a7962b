//! The manual page: the verbs as `args` has them, and what stands around them.

use super::args::PLACES;
use super::help::{more, part, usage};
use crate::config;
use clap::{Arg, Command};
use clap_mangen::Man;
use std::io;

pub(super) fn manual(root: Command) -> io::Result<String> {
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
            page.extend([".TP\n\\fB", &roff(line), "\\fR\n", &roff(what), "\n"]);
        }
    }
    rows(&mut page, "FILES", &PLACES);
    page.push_str(".PP\n");
    page.extend([&code("`ninety where` prints the path of each. Reading creates none of them.") as &str, "\n"]);
    rows(&mut page, "ENVIRONMENT", &part("ENVIRONMENT").1);
    rows(&mut page, "EXIT STATUS", &part("EXIT STATUS").1);
    page.push_str(".SH SETTINGS\n.nf\n");
    config::SAMPLE.lines().for_each(|line| page.extend([&roff(line), "\n"]));
    page.push_str(".fi\n");
    Ok(page)
}

fn rows(page: &mut String, heading: &str, rows: &[(&str, &str)]) {
    page.extend([".SH \"", heading, "\"\n"]);
    for (name, what) in rows {
        page.extend([".TP\n", &code(name), "\n", &code(what), "\n"]);
    }
}

/// Returns a sentence as the manual's source has it, what stands between backticks in bold.
fn code(text: &str) -> String {
    let parts = text.split('`').enumerate();
    let part =
        |(place, part): (usize, &str)| if place % 2 == 1 { format!("\\fB{}\\fR", roff(part)) } else { roff(part) };
    parts.map(part).collect()
}

/// Returns a text as the manual's source has it: nothing in it is a request, and its dashes can be copied.
fn roff(text: &str) -> String {
    let text = text.replace('\\', "\\e").replace('-', "\\-");
    if text.starts_with(['.', '\'']) { format!("\\&{text}") } else { text }
}
