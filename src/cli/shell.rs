//! What the shell around wants to know: paths, completions, the manual.

use super::args::SCRIPTS;
use super::call::Call;
use super::help;
use super::manual::manual;
use crate::config;
use crate::error::Error;
use crate::journal::finding::shown;

const NO_HOME: &str = "There is no home directory to keep settings in; set HOME or NINETY_CONFIG_DIR.";

pub(super) fn places(call: &mut Call, what: Option<&str>) -> Result<u8, Error> {
    let data = call.env.data_dir(call.options.data_dir.as_deref())?;
    call.options = std::mem::take(&mut call.options).configured(call.env)?;
    // Whoever has lost the plan's file asks here too.
    let journal = match call.options.plan(call.env) {
        Err(error) if what == Some("journal") => return Err(error),
        plan => plan.ok().map(|plan| data.join(format!("{}.toml", plan.id()))),
    };
    let plan = call.options.plan_file(call.env)?.map(|path| std::path::absolute(&path).unwrap_or(path));
    let config = call.env.config_dir()?.map(|dir| dir.join(config::FILE));
    let places = [
        ("journal", journal),
        ("data", Some(data.clone())),
        ("backups", Some(data.join("backups"))),
        ("plan", plan),
        ("drafts", Some(data.join("drafts"))),
        ("config", config),
    ];
    for (name, path) in places.into_iter().filter(|(name, _)| what.is_none_or(|what| what == *name)) {
        let (none, why) = match name {
            "plan" => ("(part of the program)", "The plan is part of the program: it has no file."),
            "journal" => ("(the plan cannot be read)", NO_HOME),
            _ => ("(no home directory)", NO_HOME),
        };
        match (what, path.map(|path| shown(&path))) {
            (Some(_), path) => call.data(&path.ok_or_else(|| Error::Refused(why.to_owned()))?),
            (None, path) => call.data(&format!("{name:<7}  {}", path.as_deref().unwrap_or(none))),
        }
    }
    Ok(0)
}

pub(super) fn completions(call: &mut Call, shell: &str) -> u8 {
    call.out.extend(SCRIPTS.iter().filter(|(name, _)| *name == shell).flat_map(|(_, script)| script.bytes()));
    0
}

pub(super) fn man(call: &mut Call) -> Result<u8, Error> {
    let page = manual(help::tree()).map_err(|error| Error::Stream("The manual could not be written", error))?;
    call.out.extend(page.into_bytes());
    Ok(0)
}
