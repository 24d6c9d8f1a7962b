//! What a shell offers while a command line is typed: its script asks the program (`ninety __complete`), which answers
//! a line a candidate. Deliberately absent: messages, locks and files. Whatever is wrong, nothing is offered.

use super::help;
use crate::env::{Env, at_home};
use crate::error::Error;
use crate::journal::files::Tail;
use crate::options::Options;
use crate::plan::Day;
use crate::study::recall::Asking;
use crate::study::reference::{check_name, find_day};
use crate::study::{DayState, Question, Study};
use crate::text::{shortened, visible};
use crate::words;
use clap::{Arg, Command, ValueHint};
use std::ffi::OsString;

/// What the scripts ask.
pub(super) const ASKS: &str = "__complete";

const FILES: &str = ":files";
const DIRECTORIES: &str = ":directories";

const DESCRIBED: usize = 60;

/// What may be typed, and what it is.
type Candidate = (String, String);

/// Answers a shell: its name, then the words of the line from the program's name to the one that is typed.
pub(super) fn answer(args: &[OsString], env: &Env, out: &mut Vec<u8>) {
    let args: Vec<String> = args.iter().map(|arg| arg.to_string_lossy().into_owned()).collect();
    let [shell, _, before @ .., word] = args.as_slice() else { return };
    let root = help::tree();
    let mut line = Line { verb: &root, operands: 0, value_of: None, options: Options::default() };
    for word in before {
        line.take(word);
    }
    let (start, word) = match word.split_once('=') {
        Some((name, value)) if name.starts_with("--") => {
            line.value_of = line.option(name);
            if line.value_of.is_none() {
                return;
            }
            (format!("{name}="), value)
        }
        // bash takes the sign for a word, and PowerShell says with it that the word is empty.
        _ => (String::new(), word.strip_prefix('=').unwrap_or(word)),
    };
    for (value, what) in line
        .candidates(word, env)
        .into_iter()
        .filter(|(value, _)| value.starts_with(word) || [FILES, DIRECTORIES].contains(&value.as_str()))
    {
        let what = shortened(&visible(&what), DESCRIBED).into_owned();
        let marked = |text: &str| text.replace('\\', "\\\\").replace(':', "\\:");
        let answer = match shell.as_str() {
            _ if value.starts_with(':') => value,
            "zsh" => format!("{}:{}", marked(&(start.clone() + &value)), marked(&what)),
            "bash" => value,
            _ => format!("{start}{value}\t{what}").trim_end().to_owned(),
        };
        out.extend(answer.into_bytes());
        out.push(b'\n');
    }
}

/// A command line as far as it is there.
struct Line<'a> {
    verb: &'a Command,
    operands: usize,
    /// The option whose value comes next.
    value_of: Option<&'a Arg>,
    options: Options,
}

impl<'a> Line<'a> {
    fn take(&mut self, word: &str) {
        let plain = shell_words::split(word).ok().and_then(|words| <[String; 1]>::try_from(words).ok());
        let word = plain.map_or_else(|| word.to_owned(), |[word]| word);
        if word == "=" && self.value_of.is_some() {
            return;
        }
        if let Some(option) = self.value_of.take() {
            self.set(option, &word);
        } else if let Some((name, value)) = word.split_once('=').filter(|_| word.starts_with("--")) {
            if let Some(option) = self.option(name) {
                self.set(option, value);
            }
        } else if word.starts_with('-') {
            self.value_of = self.option(&word);
        } else if let Some(verb) = self.verb.find_subcommand(&word).filter(|_| self.operands == 0) {
            self.verb = verb;
        } else if word != "help" || self.verb.get_name() != "ninety" {
            self.operands += 1;
        }
    }

    fn set(&mut self, option: &Arg, value: &str) {
        let path = || Some(at_home(value.as_ref()));
        match option.get_id().as_str() {
            "plan" => self.options.plan = path(),
            "data_dir" => self.options.data_dir = path(),
            _ => {}
        }
    }

    /// Returns the option of that name, if it takes a value.
    fn option(&self, name: &str) -> Option<&'a Arg> {
        let is_named = |arg: &&Arg| {
            arg.get_long().is_some_and(|long| name.strip_prefix("--") == Some(long))
                || arg.get_short().is_some_and(|short| name.strip_prefix('-') == Some(short.encode_utf8(&mut [0; 4])))
        };
        self.verb.get_arguments().find(is_named).filter(|arg| arg.get_action().takes_values())
    }

    fn candidates(&self, word: &str, env: &Env) -> Vec<Candidate> {
        if let Some(option) = self.value_of {
            return self.values(option, word, env);
        }
        if word.starts_with('-') {
            let options = self.verb.get_arguments().filter(|arg| !arg.is_hide_set());
            let named = |arg: &Arg| Some((format!("--{}", arg.get_long()?), said(arg.get_help())));
            return options.filter_map(named).collect();
        }
        let verbs = self.verb.get_subcommands().filter(|_| self.operands == 0);
        let mut all: Vec<Candidate> = verbs.map(|verb| (verb.get_name().to_owned(), said(verb.get_about()))).collect();
        let operands: Vec<&Arg> = self.verb.get_positionals().collect();
        let last = operands.last().filter(|last| last.get_num_args().is_some_and(|count| count.max_values() > 1));
        if let Some(operand) = operands.get(self.operands).or(last) {
            all.extend(self.values(operand, word, env));
        }
        all
    }

    fn values(&self, arg: &Arg, word: &str, env: &Env) -> Vec<Candidate> {
        let known = arg.get_possible_values();
        if !known.is_empty() {
            return known.iter().map(|value| (value.get_name().to_owned(), said(value.get_help()))).collect();
        }
        match arg.get_value_hint() {
            ValueHint::FilePath => return vec![(FILES.to_owned(), String::new())],
            ValueHint::DirPath => return vec![(DIRECTORIES.to_owned(), String::new())],
            _ => {}
        }
        let name = arg.get_value_names().and_then(|names| names.first()).map_or("", |name| name.as_str());
        if !["DAY", "REF", "WEEK", "A-B", "QUESTION"].contains(&name) {
            return Vec::new();
        }
        self.of_plan(name, word, env).unwrap_or_default()
    }

    fn of_plan(&self, name: &str, word: &str, env: &Env) -> Result<Vec<Candidate>, Error> {
        let session = self.options.clone().configured(env)?.session(env, Tail::AsItIs)?;
        let study = session.study();
        let plan = study.plan();
        let is_left = |day: &&Day| matches!(study.state(day), DayState::Open | DayState::Begun);
        let days = |is_meant: &dyn Fn(&&Day) -> bool| {
            let by_id = |day: &Day| (day.id().as_str().to_owned(), format!("{} {}", day.no(), day.title));
            let by_number = |day: &Day| (day.no().to_string(), day.title.to_owned());
            let is_id = word.starts_with(char::is_alphabetic);
            let named = |day| if is_id { by_id(day) } else { by_number(day) };
            plan.days().iter().filter(is_meant).map(named).collect::<Vec<_>>()
        };
        let of_day = word.rsplit_once('.').and_then(|(day, _)| find_day(plan, day).ok());
        let verb = self.verb.get_name();
        Ok(match (name, of_day) {
            ("DAY", _) if verb == "skip" => days(&is_left),
            ("DAY", _) => days(&|_| true),
            ("WEEK" | "A-B", _) => {
                plan.weeks().iter().map(|week| (week.no().to_string(), week.title.to_owned())).collect()
            }
            ("REF", Some(day)) => parts(study, day, verb),
            ("REF", None) if verb == "done" => {
                let current = study.current_day().map(|day| parts(study, day, verb));
                [current.unwrap_or_default(), days(&is_left)].concat()
            }
            ("REF", None) => {
                let begun = plan.days().iter().filter(|day| study.state(day) == DayState::Begun);
                let begun = begun.flat_map(|day| parts(study, day, verb)).collect();
                [begun, days(&|day| !is_left(day))].concat()
            }
            (_, Some(day)) => study.questions(day).iter().map(asked).collect(),
            (_, None) => {
                let warm_up = study.to_ask(Asking::WarmUp).iter().map(asked).collect();
                [warm_up, days(&|day| !study.questions(day).is_empty())].concat()
            }
        })
    }
}

/// Returns the tasks and checks of a day that a verb can tick, or untick.
fn parts(study: &Study, day: &Day, verb: &str) -> Vec<Candidate> {
    let tasks = day.tasks().iter();
    let tasks = tasks.map(|task| (words::number(day, task), task.text.to_owned(), study.is_done(day, task)));
    let own = study.own_tasks(day.no()).into_iter();
    let own = own.map(|task| (format!("{}.{}", day.no(), task.number), task.text, task.done.is_some()));
    let checks = study.plan().milestone_of(day.no()).into_iter().flat_map(|(week, milestone)| {
        let check =
            move |check| (check_name(milestone, check), check.text.to_owned(), study.checked(week, check).is_some());
        milestone.accept.iter().map(check)
    });
    let wanted = tasks.chain(own).chain(checks).filter(|(.., is_done)| *is_done == (verb == "reopen"));
    wanted.map(|(name, text, _)| (name, text)).collect()
}

fn asked(question: &Question) -> Candidate {
    (question.name(), question.ask.to_string())
}

fn said(text: Option<&impl ToString>) -> String {
    text.map(ToString::to_string).unwrap_or_default()
}
