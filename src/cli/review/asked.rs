//! The three questions of a review on a plain terminal, between what happened and what comes next. Whoever leaves them
//! finds what was typed again: it is kept as a draft, as the screen keeps it.
//!
//! Deliberately absent: a draft at every letter. The terminal hands over whole lines.

use super::{keep_in_a_file, keys, page, save, with};
use crate::cli::Call;
use crate::cli::page::Page;
use crate::env::{Heard, Typed};
use crate::error::Error;
use crate::journal::drafts::{self, Draft, DraftFile, Words};
use crate::journal::{Answer, Answers, Key};
use crate::plan::Week;
use crate::report::review::WeekReview;
use crate::study::{Session, Study};
use crate::text::{pasted, printable};
use std::io::{self, Write};

/// What is said before the questions.
const HOW: &str = "Three short questions, a line each; a line that ends in \\ goes on in the next. Enter alone leaves one as it \
                   is, and a single - empties it. ctrl-c leaves: nothing is recorded, and what you typed is kept.";

/// What is said where a review was left before.
const AGAIN: &str = "What you typed when you left this review is here again.";

/// A review that is being asked for.
struct Asking {
    /// The entries whose place it takes.
    over: Vec<Key>,
    /// What is known of the answers.
    before: Answers,
    /// What was typed for each.
    given: [Option<String>; 3],
    /// The draft that it goes on with.
    draft: Option<DraftFile>,
}

/// Asks the questions in the terminal, between what happened and what comes next.
pub(super) fn ask(call: &mut Call, session: &mut Session, week: &Week) -> Result<u8, Error> {
    let no_terminal =
        |error| Error::Stream("The questions could not be asked; nothing was recorded", error);
    let mut asking = Asking::of(session, week);
    match asking.all(call, session.study(), week) {
        Ok(Walk::Whole) => {}
        Ok(Walk::Left) => {
            asking.leave(call, session, week);
            return Ok(1);
        }
        Err(error) => {
            asking.leave(call, session, week);
            return Err(no_terminal(error));
        }
    }
    let answers = with(&asking.before, asking.given);
    show("\n").map_err(no_terminal)?;
    for line in save(call, session, week, answers, &asking.over)? {
        call.print(&line);
    }
    if let Some(draft) = asking.draft {
        drop(draft.remove());
    }
    let next = laid_out(call, session.study(), week, page::next);
    call.out.extend(next.into_bytes());
    Ok(0)
}

/// Says how the questions ended.
enum Walk {
    /// Each was answered or passed.
    Whole,
    /// They were left.
    Left,
}

/// What was typed for an answer.
enum Said {
    /// Enter alone: it stays as it is.
    Nothing,
    /// This; it may be empty.
    Text(String),
    /// This, and then the questions were left; empty where nothing was typed.
    Left(String),
}

impl Asking {
    /// Begins with what was typed when the review was left before, else with what is recorded.
    fn of(session: &Session, week: &Week) -> Self {
        let study = session.study();
        let day = study.plan().day(week.first()).id();
        let known = Self {
            over: keys(study, week),
            before: study.answers(week),
            given: [None, None, None],
            draft: None,
        };
        let found = drafts::abandoned(&session.files().drafts(), study.plan().id()).drafts;
        let review = |(file, draft): (DraftFile, Draft)| match draft.words {
            Words::Review(texts) if draft.day == *day => Some((file, draft.over, texts)),
            Words::Review(_) | Words::Note(_) => None,
        };
        match found.into_iter().find_map(review) {
            None => known,
            Some((file, over, texts)) => Self {
                over,
                before: Answers::new(texts.each_ref().map(String::as_str)),
                draft: Some(file),
                ..known
            },
        }
    }

    /// Shows what happened, and asks the questions one by one.
    fn all(&mut self, call: &Call, study: &Study, week: &Week) -> io::Result<Walk> {
        let glyphs = call.options.glyphs(call.env);
        show(&laid_out(call, study, week, page::past))?;
        let mut intro = Page::new(glyphs);
        intro.gap();
        intro.line(HOW);
        if self.draft.is_some() {
            intro.line(AGAIN);
        }
        show(&intro.into_text())?;
        let typed = Typed::listen()?;
        for (answer, given) in Answer::ALL.into_iter().zip(&mut self.given) {
            let mut question = Page::new(glyphs);
            question.gap();
            question.line(crate::words::question(answer));
            if !self.before.get(answer).is_empty() {
                question.paragraphs("  ", self.before.get(answer));
            }
            show(&question.into_text())?;
            match answered(&typed)? {
                Said::Nothing => {}
                Said::Text(text) => *given = Some(text),
                Said::Left(text) => {
                    *given = Some(text).filter(|text| !text.is_empty());
                    return Ok(Walk::Left);
                }
            }
        }
        Ok(Walk::Whole)
    }

    /// Keeps what was typed, and says so.
    fn leave(self, call: &mut Call, session: &Session, week: &Week) {
        let (number, left) = (week.no(), "The review was left; nothing was recorded");
        let is_new = self.given.iter().any(Option::is_some);
        if !is_new && self.draft.is_none() {
            call.say(&format!("\nninety: {left}."));
            return;
        }
        let answers = with(&self.before, self.given);
        let plan = session.study().plan();
        let draft = Draft {
            day: plan.day(week.first()).id().clone(),
            over: self.over,
            words: Words::Review(Answer::ALL.map(|answer| answers.get(answer).to_owned())),
        };
        let file = self.draft.map_or_else(
            || DraftFile::create(&session.files().drafts(), plan.id(), call.env.random()),
            Ok,
        );
        if file.and_then(|mut file| file.save(&draft)).is_ok() {
            call.say(&format!(
                "\nninety: {left}, and what you typed is kept: `ninety review {number}` and the screen go on with it."
            ));
        } else {
            call.say(&format!("\nninety: {left}."));
            keep_in_a_file(call, week, &answers);
        }
    }
}

fn laid_out(
    call: &Call,
    study: &Study,
    week: &Week,
    lay_out: fn(&WeekReview, &mut Page),
) -> String {
    let mut page = Page::new(call.options.glyphs(call.env));
    lay_out(&WeekReview::of(study, week), &mut page);
    page.into_text()
}

/// Returns what was typed for a question.
fn answered(typed: &Typed) -> io::Result<Said> {
    let mut lines: Vec<String> = Vec::new();
    loop {
        show(if lines.is_empty() { "> " } else { "  " })?;
        let line = match typed.line()? {
            Heard::Line(line) => pasted(&line),
            Heard::End(line) => {
                lines.push(pasted(&line));
                return Ok(Said::Left(lines.join("\n").trim().to_owned()));
            }
        };
        if let Some(line) = line.strip_suffix('\\') {
            lines.push(line.trim_end().to_owned());
            continue;
        }
        lines.push(line);
        let text = lines.join("\n");
        return Ok(match text.trim() {
            "" => Said::Nothing,
            "-" => Said::Text(String::new()),
            text => Said::Text(text.to_owned()),
        });
    }
}

/// Writes to the terminal at once; what is asked must be seen before it is answered.
fn show(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(printable(text).as_bytes())?;
    out.flush()
}
