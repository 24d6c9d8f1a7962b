//! The learner's settings: a small TOML file that need not be there, every key of it optional.

use crate::env::{Charset, Colours};
use crate::plan::nearest;
use crate::study::calendar::Habits;
use crate::text::visible;
use chrono::{NaiveTime, Weekday};
use std::fmt;
use std::path::PathBuf;
use toml::de::{DeTable, DeValue};

pub const FILE: &str = "config.toml";
/// Every setting with what holds without it, as comments of such a file.
pub const SAMPLE: &str = include_str!("config.toml");
pub const KEYS: [&str; 9] =
    ["plan", "day_start", "week_start", "warm_up", "symbols", "theme", "streak", "mouse", "keys"];

const MOST_ASKED: u8 = 50;

const NOON: NaiveTime = match NaiveTime::from_hms_opt(12, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Streak {
    #[default]
    Hidden,
    Shown,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mouse {
    #[default]
    On,
    /// The terminal keeps the mouse, to select text as usual.
    Off,
}

/// Holds the keys that an action is to have in the place of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    pub line: usize,
    pub name: String,
    /// The keys as they are written, a blank between two.
    pub keys: String,
}

/// Holds the settings, with what holds without a file in place of what is not set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// The plan's file as it is written, or the built-in plan's id.
    pub plan: Option<PathBuf>,
    pub habits: Habits,
    /// The characters, if they were chosen; else the terminal decides.
    pub symbols: Option<Charset>,
    /// What was chosen instead of what the terminal has.
    pub theme: Option<Colours>,
    pub streak: Streak,
    pub mouse: Mouse,
    /// The keys, in the order of their lines. Whether there are such actions and keys the screen finds out.
    pub keys: Vec<Setting>,
}

/// Says what is wrong with a line of the settings; without a line, with the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub line: usize,
    pub sentence: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = if self.line > 0 { format!(":{}", self.line) } else { String::new() };
        write!(f, "{line}: {}", self.sentence)
    }
}

impl Config {
    /// Returns the settings that can be, and what is wrong with the others: no typo is worth an unrecorded evening.
    pub fn read(text: &str) -> (Self, Vec<Problem>) {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let (table, errors) = DeTable::parse_recoverable(text);
        let mut problems: Vec<Problem> = errors.iter().map(|error| unreadable(text, error)).collect();
        problems.sort_by_key(|problem| problem.line);
        problems.dedup_by_key(|problem| problem.line);
        let mut config = Self::default();
        let mut set = |table: &DeTable, set: fn(&mut Self, usize, &str, &DeValue) -> Result<(), String>| {
            for (key, value) in table {
                let line = line_at(text, key.span().start);
                // What a line seems to say that cannot be read is nobody's setting.
                if problems.iter().all(|problem| problem.line != line)
                    && let Err(sentence) = set(&mut config, line, key.get_ref(), value.get_ref())
                {
                    problems.push(Problem { line, sentence });
                }
            }
        };
        set(table.get_ref(), Self::set);
        if let Some(keys) = table.get_ref().get("keys").and_then(|keys| keys.get_ref().as_table()) {
            set(keys, Self::set_keys);
        }
        config.keys.sort_by_key(|setting| setting.line);
        problems.sort_by_key(|problem| problem.line);
        (config, problems)
    }

    fn set_keys(&mut self, line: usize, name: &str, keys: &DeValue) -> Result<(), String> {
        let name = visible(name).into_owned();
        let keys = keys.as_str().ok_or_else(|| format!("\"{name}\" is to be keys, such as \"space x\"."))?.to_owned();
        self.keys.push(Setting { line, name, keys });
        Ok(())
    }

    fn set(&mut self, _line: usize, key: &str, value: &DeValue) -> Result<(), String> {
        let wrong = |what: &str| format!("\"{key}\" is {what}.");
        match key {
            "plan" => {
                let path = value.as_str().filter(|path| !path.trim().is_empty());
                let what = "to be a plan's file, such as \"~/german.toml\"; until then the built-in plan is used";
                self.plan = Some(path.ok_or_else(|| wrong(what))?.into());
            }
            "day_start" => {
                let time = value.as_str().and_then(|text| NaiveTime::parse_from_str(text, "%H:%M").ok());
                self.habits.day_start = time
                    .filter(|time| *time <= NOON)
                    .ok_or_else(|| wrong("to be a time from \"00:00\" to \"12:00\", such as \"04:00\""))?;
            }
            "week_start" => {
                let day = value.as_str().and_then(|text| text.parse::<Weekday>().ok());
                self.habits.week_start = day.ok_or_else(|| wrong("to be a weekday, such as \"mon\" or \"sun\""))?;
            }
            "warm_up" => {
                let count = value.as_integer().and_then(|count| u8::from_str_radix(count.as_str(), count.radix()).ok());
                self.habits.warm_up = count
                    .filter(|count| *count <= MOST_ASKED)
                    .ok_or_else(|| wrong("to be a number of questions from 0 (no warm-up) to 50, such as 6"))?;
            }
            "symbols" => {
                self.symbols = Some(match value.as_str() {
                    Some("unicode") => Charset::Unicode,
                    Some("ascii") => Charset::Ascii,
                    _other => return Err(wrong("to be \"unicode\" or \"ascii\"")),
                });
            }
            "theme" => {
                self.theme = match value.as_str() {
                    Some("terminal") => None,
                    Some("plain") => Some(Colours::None),
                    _other => return Err(wrong("to be \"terminal\" or \"plain\"")),
                };
            }
            "streak" => {
                let shown = value.as_bool().ok_or_else(|| wrong("to be true or false"))?;
                self.streak = if shown { Streak::Shown } else { Streak::Hidden };
            }
            "mouse" => {
                let on = value.as_bool().ok_or_else(|| wrong("to be true or false"))?;
                self.mouse = if on { Mouse::On } else { Mouse::Off };
            }
            "keys" => {
                value.as_table().ok_or_else(|| wrong("to be a table, such as [keys]"))?;
            }
            _unknown => return Err(unknown(key)),
        }
        Ok(())
    }
}

fn unknown(key: &str) -> String {
    let shown = visible(key);
    match nearest(key, KEYS.map(|known| (known, known))) {
        Some(near) => format!("There is no setting \"{shown}\": did you mean \"{near}\"?"),
        None => format!("There is no setting \"{shown}\": there are {}.", KEYS.join(", ")),
    }
}

fn unreadable(text: &str, error: &toml::de::Error) -> Problem {
    let why = visible(error.message().lines().next().unwrap_or_default()).into_owned();
    let line = line_at(text, error.span().map_or(0, |span| span.start));
    let is_plan = text.lines().nth(line - 1).is_some_and(|line| line.trim_start().starts_with("plan"));
    let instead = if is_plan { " Until then the built-in plan is used." } else { "" };
    Problem { line, sentence: format!("The line is not readable ({why}); correct it.{instead}") }
}

fn line_at(text: &str, place: usize) -> usize {
    text.get(..place).unwrap_or_default().matches('\n').count() + 1
}
