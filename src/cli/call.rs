//! What a verb is given: the options, the surroundings, and where data and messages go.

use super::args::Form;
use crate::describe;
use crate::env::Env;
use crate::error::Error;
use crate::glyphs::to_charset;
use crate::journal::Record;
use crate::journal::files::Tail;
use crate::journal::finding::{Weight, shown};
use crate::options::{self, FILE, Options, Problem, Setting};
use crate::page::{self, Page};
use crate::study::Session;
use crate::text::{carrying, fitted};
use serde_json::Value;

const WARNINGS: usize = 3;

pub(super) const BACK: &str = "Take it back with: ninety undo";

/// What is wrong with the learner's own keys, which the screen alone knows.
pub(super) type OfKeys = fn(&[Setting]) -> Vec<Problem>;

pub(super) struct Call<'a> {
    pub(super) options: Options,
    pub(super) env: &'a Env,
    pub(super) of_keys: OfKeys,
    pub(super) out: &'a mut Vec<u8>,
    pub(super) err: &'a mut Vec<u8>,
    pub(super) recorded: bool,
}

impl Call<'_> {
    pub(super) fn quiet_session(&mut self) -> Result<Session, Error> {
        self.options = std::mem::take(&mut self.options).configured(self.env)?;
        self.options.session(self.env, Tail::LookAgain)
    }

    /// Says what is wrong with the settings, which keeps nothing from being recorded or shown.
    pub(super) fn tell_settings(&mut self, most: usize) {
        let file = self.env.config_dir().ok().flatten().map(|dir| shown(&dir.join(FILE)));
        let wrong = options::wrong(&file.unwrap_or_default(), &self.options.wrong, most);
        if let Some(wrong) = wrong {
            self.say(&format!("ninety: {wrong}"));
        }
    }

    pub(super) fn session(&mut self) -> Result<Session, Error> {
        let session = self.quiet_session();
        self.tell_settings(WARNINGS);
        let session = session?;
        let findings = session.files().findings().iter();
        let mut warnings = findings.filter(|finding| finding.what.weight() == Weight::Warning);
        for warning in warnings.by_ref().take(WARNINGS) {
            self.say(&format!("ninety: {warning}"));
        }
        let more = match warnings.count() {
            0 => return Ok(session),
            1 => "one more finding".to_owned(),
            more => format!("{more} more findings"),
        };
        self.say(&format!("ninety: … and {more}; `ninety check` lists them all."));
        Ok(session)
    }

    /// Writes a line as it is, such as a path.
    pub(super) fn data(&mut self, line: &str) {
        self.out.extend(line.as_bytes());
        self.out.push(b'\n');
    }

    /// Writes sentences, each on a line.
    pub(super) fn print(&mut self, line: &str) {
        self.data(fitted(&self.sentence(line), self.env.columns).trim_end());
    }

    pub(super) fn say(&mut self, line: &str) {
        let line = self.sentence(line);
        self.err.extend(line.as_bytes());
        self.err.push(b'\n');
    }

    /// Returns sentences in the charset, with commands that act on the same plan and data.
    fn sentence(&self, line: &str) -> String {
        to_charset(self.options.charset(self.env), &carrying(&self.options.given(), line)).into_owned()
    }

    pub(super) fn report(&mut self, form: &Form, page: impl FnOnce() -> Page, json: impl FnOnce() -> Value) {
        let text = if form.json {
            page::json_text(&json())
        } else {
            let page = page().rewritten(|text| carrying(&self.options.given(), text).into_owned());
            page::text::of(&page, self.options.charset(self.env), self.env.page_columns())
        };
        self.out.extend(text.into_bytes());
    }

    /// Records facts and returns their sentence, without its full stop; on an error they are not known to be saved.
    pub(super) fn record(&mut self, session: &mut Session, record: impl Into<Record>) -> Result<String, Error> {
        let key = session.record(record, self.env.now(), self.env.random())?;
        self.recorded = true;
        if let Some(caveat) = session.files().caveat() {
            self.say(&format!("ninety: {caveat}."));
        }
        let entry = session.study().journal().get(key);
        Ok(entry.map_or(String::new(), |entry| describe::entry(session.study(), &entry)))
    }

    pub(super) fn recorded(&mut self, session: &mut Session, record: impl Into<Record>) -> Result<u8, Error> {
        let sentence = self.record(session, record)?;
        self.print(&format!("{sentence}.\n{BACK}"));
        Ok(0)
    }
}
