//! The command line: arguments in, the verbs' pages and sentences out.
//!
//! Reading order: [`verbs`] (the one table of verbs, from which arguments, help, completions, the manual and the
//! README's table come), `command` (the table for `clap`) and `arguments` (from words to a call); then what the verbs
//! do: `read`, `prompt` and `check` (what is there), `record`, `note`, `schedule` and `review` (what is new), `shell`
//! (paths, completions, manual); `print` and `pace` with `page` (reports as text), `markdown` with `week` and `milestone`
//! (as Markdown), and `export` (everything, for elsewhere).
//!
//! Deliberately absent: the screen, and whatever is not a verb's own: what a reference names and how an entry is described
//! is `study`'s, and what stands in a report is `report`'s.

mod arguments;
mod check;
mod command;
mod export;
mod markdown;
mod milestone;
mod note;
mod operands;
mod pace;
mod page;
mod print;
mod prompt;
mod read;
mod record;
mod review;
mod schedule;
mod shell;
pub mod verbs;
mod week;

use crate::env::{Env, Glyphs};
use crate::error::Error;
use crate::journal::files::Tail;
use crate::journal::finding::Weight;
use crate::options::Options;
use crate::signs::worded;
use crate::study::Session;
use arguments::Asked;
use clap::ArgMatches;
use markdown::{Document, Lines};
use page::Page;
use std::ffi::OsString;

/// The most warnings that a verb prints beside what it was asked for.
const WARNINGS: usize = 3;

/// Says what comes after the command line was read.
#[derive(Debug)]
pub enum Next {
    /// The screen opens.
    Screen(Options),
    /// All is done; the exit code.
    Exit(u8),
    /// All is done, and an entry was saved; the exit code.
    Recorded(u8),
}

/// Returns the characters for what is said before the options and settings are known, such as errors.
pub fn glyphs(args: &[OsString], env: &Env) -> Glyphs {
    if args.iter().any(|arg| arg == "--ascii") { Glyphs::Ascii } else { env.glyphs }
}

/// Does what the arguments ask, and writes data to `out` and messages to `err`. Neither is safe for a terminal yet.
pub fn run(
    args: &[OsString],
    env: &Env,
    out: &mut Vec<u8>,
    err: &mut Vec<u8>,
) -> Result<Next, Error> {
    if args.is_empty() && env.screen {
        return Ok(Next::Screen(Options::default().configured(env)?));
    }
    match arguments::read(args)? {
        Asked::Text(text) => {
            out.extend(worded(glyphs(args, env), &text).as_bytes());
            Ok(Next::Exit(0))
        }
        Asked::Screen(options) if env.screen => Ok(Next::Screen(options.configured(env)?)),
        Asked::Screen(options) => {
            let matches = ArgMatches::default();
            let mut call = Call { args, matches, options, env, out, err, recorded: false };
            read::current(&mut call).map(Next::Exit)
        }
        Asked::Verb(verb, options, matches) => {
            let mut call = Call { args, matches, options, env, out, err, recorded: false };
            let code = (verb.does)(&mut call)?;
            Ok(if call.recorded { Next::Recorded(code) } else { Next::Exit(code) })
        }
    }
}

/// Holds what a verb is given.
pub(crate) struct Call<'a> {
    args: &'a [OsString],
    matches: ArgMatches,
    options: Options,
    env: &'a Env,
    out: &'a mut Vec<u8>,
    err: &'a mut Vec<u8>,
    recorded: bool,
}

impl Call<'_> {
    /// Returns the value of an operand or option, if it was given.
    fn value<T: Clone + Send + Sync + 'static>(&self, name: &str) -> Option<&T> {
        self.matches.try_get_one(name).ok().flatten()
    }

    /// Returns the text of an operand or option, if it was given.
    fn text(&self, name: &str) -> Option<&str> {
        self.value::<String>(name).map(String::as_str)
    }

    /// Returns all values of an operand.
    fn texts(&self, name: &str) -> Vec<String> {
        self.matches
            .try_get_many(name)
            .ok()
            .flatten()
            .map(|values| values.cloned().collect())
            .unwrap_or_default()
    }

    /// Reads plan and journal, and says what is wrong with the journal's lines.
    fn session(&mut self) -> Result<Session, Error> {
        self.options = std::mem::take(&mut self.options).configured(self.env)?;
        let session = self.options.session(self.env, Tail::LookAgain)?;
        let findings = session.files().findings().iter();
        let mut warnings = findings.filter(|finding| finding.what.weight() == Weight::Warning);
        for warning in warnings.by_ref().take(WARNINGS) {
            self.say(&format!("ninety: {warning}"));
        }
        match warnings.count() {
            0 => {}
            1 => self.say("ninety: … and one more finding; `ninety check` lists them all."),
            more => self.say(&format!(
                "ninety: … and {more} more findings; `ninety check` lists them all."
            )),
        }
        Ok(session)
    }

    /// Writes a line of data as it is, such as a path.
    fn data(&mut self, line: &str) {
        self.out.extend(line.as_bytes());
        self.out.push(b'\n');
    }

    /// Writes a line of words.
    fn print(&mut self, line: &str) {
        self.out.extend(worded(self.options.glyphs(self.env), line).as_bytes());
        self.out.push(b'\n');
    }

    /// Writes a line of message.
    fn say(&mut self, line: &str) {
        self.err.extend(worded(self.options.glyphs(self.env), line).as_bytes());
        self.err.push(b'\n');
    }

    /// Writes a report: as JSON where that is asked for, else as the Markdown that is laid out, for a terminal.
    fn document<R: serde::Serialize>(
        &mut self,
        report: &R,
        lay_out: fn(&R, &mut Document),
    ) -> Result<u8, Error> {
        let text = if self.value("json") == Some(&true) {
            json(report)?
        } else {
            let mut document = Document::new(self.options.glyphs(self.env), Lines::Broken);
            lay_out(report, &mut document);
            document.into_text()
        };
        self.out.extend(text.into_bytes());
        Ok(0)
    }

    /// Writes a report: as JSON where that is asked for, else as the page that is laid out.
    fn report<R: serde::Serialize>(
        &mut self,
        report: &R,
        lay_out: fn(&R, &mut Page),
    ) -> Result<u8, Error> {
        let text = if self.value("json") == Some(&true) {
            json(report)?
        } else {
            let mut page = Page::new(self.options.glyphs(self.env));
            lay_out(report, &mut page);
            page.into_text()
        };
        self.out.extend(text.into_bytes());
        Ok(0)
    }
}

/// Returns a report as JSON.
fn json(report: &impl serde::Serialize) -> Result<String, Error> {
    crate::report::json(report)
        .map_err(|error| Error::Stream("The report could not be written as JSON", error.into()))
}
