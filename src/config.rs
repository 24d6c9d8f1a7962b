//! The learner's settings: a small TOML file that need not be there, every key of it optional.
//!
//! Deliberately absent: the disk (`options` reads the file) and a way to write it. It is the learner's own.

use crate::plan::nearest;
use crate::study::calendar::Habits;
use crate::text::visible;
use chrono::{NaiveTime, Weekday};
use toml::Value;

/// The name of the file in the settings' directory.
pub const FILE: &str = "config.toml";

/// Every key, in the order in which the README tells of them.
pub const KEYS: [&str; 6] = ["day_start", "week_start", "symbols", "theme", "streak", "mouse"];

/// The latest time at which a study day may begin.
const NOON: NaiveTime = match NaiveTime::from_hms_opt(12, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

/// Says which characters were chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Symbols {
    /// Box drawing, blocks and marks.
    Unicode,
    /// Plain ASCII.
    Ascii,
}

/// Says which colours were chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Palette {
    /// The terminal's own sixteen.
    #[default]
    Terminal,
    /// None; bold and reverse stay.
    Plain,
}

/// Says whether a streak is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Streak {
    /// It is not.
    #[default]
    Hidden,
    /// It is.
    Shown,
}

/// Says whether the mouse is listened to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mouse {
    /// Wheel and clicks act.
    #[default]
    On,
    /// The terminal keeps the mouse, to select text as usual.
    Off,
}

/// Holds the settings, with what holds without a file in place of what is not set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// When days and weeks begin.
    pub habits: Habits,
    /// The characters, if they were chosen; else the terminal decides.
    pub symbols: Option<Symbols>,
    /// The colours.
    pub theme: Palette,
    /// Whether a streak is shown.
    pub streak: Streak,
    /// Whether the mouse is listened to.
    pub mouse: Mouse,
}

/// Says what is wrong with a line of the settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong and what to write, as a sentence with its full stop.
    pub sentence: String,
}

impl Config {
    /// Reads the settings; an error is everything that is wrong with them.
    pub fn read(text: &str) -> Result<Self, Vec<Problem>> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let table: toml::Table =
            toml::from_str(text).map_err(|error| vec![unreadable(text, &error)])?;
        let mut config = Self::default();
        let mut problems = Vec::new();
        for (key, value) in &table {
            if let Err(sentence) = config.set(key, value) {
                problems.push(Problem { line: line_of(text, key), sentence });
            }
        }
        problems.sort_by_key(|problem| problem.line);
        if problems.is_empty() { Ok(config) } else { Err(problems) }
    }

    fn set(&mut self, key: &str, value: &Value) -> Result<(), String> {
        let wrong = |what: &str| format!("\"{key}\" is {what}.");
        match key {
            "day_start" => {
                let time =
                    value.as_str().and_then(|text| NaiveTime::parse_from_str(text, "%H:%M").ok());
                self.habits.day_start = time.filter(|time| *time <= NOON).ok_or_else(|| {
                    wrong("to be a time from \"00:00\" to \"12:00\", such as \"04:00\"")
                })?;
            }
            "week_start" => {
                let day = value.as_str().and_then(|text| text.parse::<Weekday>().ok());
                self.habits.week_start =
                    day.ok_or_else(|| wrong("to be a weekday, such as \"mon\" or \"sun\""))?;
            }
            "symbols" => {
                self.symbols = Some(match value.as_str() {
                    Some("unicode") => Symbols::Unicode,
                    Some("ascii") => Symbols::Ascii,
                    _other => return Err(wrong("to be \"unicode\" or \"ascii\"")),
                });
            }
            "theme" => {
                self.theme = match value.as_str() {
                    Some("terminal") => Palette::Terminal,
                    Some("plain") => Palette::Plain,
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
    let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
    let why = visible(error.message().lines().next().unwrap_or_default()).into_owned();
    Problem {
        line: before.matches('\n').count() + 1,
        sentence: format!("The line is not readable ({why}); correct it."),
    }
}

/// Returns the line on which a key stands, from 1; for a key in an unusual form, the first line.
fn line_of(text: &str, key: &str) -> usize {
    let names = |line: &str| {
        let line = line.trim_start_matches([' ', '\t', '"', '\'', '[']);
        line.strip_prefix(key)
            .is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
    };
    text.lines().position(names).map_or(1, |place| place + 1)
}
