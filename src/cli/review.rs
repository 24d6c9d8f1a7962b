//! The verb that looks back on a week: its report, and three questions on a plain terminal.
//!
//! Deliberately absent: the screen's own flow with its drafts, and what a report holds (`study::report::review`).

mod page;

use super::Call;
use super::milestones::week_named;
use super::page::Page;
use super::record::BACK;
use crate::editor;
use crate::env::{Output, Typed};
use crate::error::Error;
use crate::journal::{Answer, Answers, Key};
use crate::plan::Week;
use crate::study::report::review::WeekReview;
use crate::study::{Session, Study, told};
use crate::text::{pasted, printable};
use std::io::{self, Write};

/// What is said before the questions.
const HOW: &str = "Three short questions, a line each; a line that ends in \\ goes on in the next. Enter alone leaves one as it \
                   is, and a single - empties it. ctrl-c leaves, and records nothing.";

/// Looks back on a week: with options records the answers, on a terminal asks for them, and else prints the report.
pub(super) fn review(call: &mut Call) -> Result<u8, Error> {
    let given = Answer::ALL.map(|answer| call.text(answer.word()).map(pasted));
    let mut session = call.session()?;
    let study = session.study();
    let week = match call.text("week") {
        Some(word) => week_named(study.plan(), word)?,
        None => study.review_at_hand(),
    };
    let records = given.iter().any(Option::is_some);
    let is_typed = call.env.typed_input && call.env.output == Output::Terminal;
    if records {
        let (answers, seen) = (over(study, week, given), keys(study, week));
        save(call, &mut session, week, answers, &seen)
    } else if is_typed && call.value("json") != Some(&true) {
        ask(call, &mut session, week)
    } else {
        call.report(&WeekReview::of(study, week), page::whole)
    }
}

/// Returns the entries that a review of a week takes the place of.
fn keys(study: &Study, week: &Week) -> Vec<Key> {
    study.kept(week).reviews().iter().map(|review| review.key).collect()
}

/// Returns what was answered before, with these answers in place of those that are named.
fn over(study: &Study, week: &Week, given: [Option<String>; 3]) -> Answers {
    let before = study.kept(week).answers();
    let [can, shaky, next] = Answer::ALL.map(|answer| before.get(answer).to_owned());
    let [new_can, new_shaky, new_next] = given;
    let all = [new_can.unwrap_or(can), new_shaky.unwrap_or(shaky), new_next.unwrap_or(next)];
    Answers::new(all.each_ref().map(String::as_str))
}

/// Asks the questions in the terminal, between what happened and what comes next.
fn ask(call: &mut Call, session: &mut Session, week: &Week) -> Result<u8, Error> {
    let glyphs = call.options.glyphs(call.env);
    let laid_out = |study: &Study, lay_out: fn(&WeekReview, &mut Page)| {
        let mut page = Page::new(glyphs);
        lay_out(&WeekReview::of(study, week), &mut page);
        page.into_text()
    };
    let no_terminal =
        |error| Error::Stream("The questions could not be asked; nothing was recorded", error);
    let mut intro = Page::new(glyphs);
    intro.gap();
    intro.line(HOW);
    let study = session.study();
    let (before, seen) = (study.kept(week).answers(), keys(study, week));
    show(&laid_out(study, page::past)).map_err(no_terminal)?;
    show(&intro.into_text()).map_err(no_terminal)?;
    let typed = Typed::listen().map_err(no_terminal)?;
    let mut given = [None, None, None];
    for (answer, given) in Answer::ALL.into_iter().zip(&mut given) {
        let mut question = Page::new(glyphs);
        question.gap();
        question.line(answer.question());
        if !before.get(answer).is_empty() {
            question.paragraphs("  ", before.get(answer));
        }
        show(&question.into_text()).map_err(no_terminal)?;
        let Some(said) = answered(&typed).map_err(no_terminal)? else {
            call.say(
                "
ninety: The review was left; nothing was recorded.",
            );
            return Ok(1);
        };
        *given = match said {
            Said::Nothing => None,
            Said::Text(text) => Some(text),
        };
    }
    let answers = over(session.study(), week, given);
    show("\n").map_err(no_terminal)?;
    let code = save(call, session, week, answers, &seen)?;
    call.out.extend(laid_out(session.study(), page::next).into_bytes());
    Ok(code)
}

/// What was typed for an answer.
enum Said {
    /// Enter alone: it stays as it is.
    Nothing,
    /// This; it may be empty.
    Text(String),
}

/// Returns what was typed, or none where the questions were left.
fn answered(typed: &Typed) -> io::Result<Option<Said>> {
    let mut lines: Vec<String> = Vec::new();
    loop {
        show(if lines.is_empty() { "> " } else { "  " })?;
        let Some(line) = typed.line()? else { return Ok(None) };
        let line = pasted(&line);
        if let Some(line) = line.strip_suffix('\\') {
            lines.push(line.trim_end().to_owned());
            continue;
        }
        lines.push(line);
        let text = lines.join("\n");
        return Ok(Some(match text.trim() {
            "" => Said::Nothing,
            "-" => Said::Text(String::new()),
            text => Said::Text(text.to_owned()),
        }));
    }
}

/// Writes to the terminal at once; what is asked must be seen before it is answered.
fn show(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(printable(text).as_bytes())?;
    out.flush()
}

/// Records a review; where that fails, its answers are kept in a file of their own.
fn save(
    call: &mut Call,
    session: &mut Session,
    week: &Week,
    answers: Answers,
    over: &[Key],
) -> Result<u8, Error> {
    let name = told::week_named(week);
    let texts =
        Answer::ALL.map(|answer| format!("{}\n\n{}\n", answer.heading(), answers.get(answer)));
    let Some(fact) = session.study().reviewed(week, answers, over) else {
        call.print(&format!("Nothing is new in the review of {name}."));
        return Ok(0);
    };
    match call.record(session, fact) {
        Ok(entry) => {
            call.print(&format!("{}.", told::entry(session.study(), &entry)));
            call.print(BACK);
            Ok(0)
        }
        Err(error) => {
            if let Ok(path) = editor::kept(&format!("Review of {name}"), &texts.join("\n")) {
                call.say(&format!("ninety: What you answered is kept in {}.", path.display()));
            }
            Err(error)
        }
    }
}
