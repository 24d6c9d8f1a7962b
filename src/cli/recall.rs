//! The verb that asks again: it opens the warm-up on a terminal, prints it elsewhere, and records an answer.

use super::args::Recall;
use super::call::Call;
use super::help::misused;
use crate::describe;
use crate::error::Error;
use crate::journal::{Fact, Said};
use crate::page::recall::{Order, json, page};
use crate::study::recall::Asking;
use crate::study::reference::{self, Named};
use crate::study::{Question, Study};
use crate::text::visible;

/// Returns what the screen is to open with: there is a terminal, and something to ask.
pub(super) fn asked_on_screen(call: &mut Call, args: &Recall) -> Result<Option<Asking>, Error> {
    if !call.env.screen || args.question.is_some() || args.form.json {
        return Ok(None);
    }
    let session = call.quiet_session()?;
    let what = if args.shaky { Asking::Shaky } else { Asking::WarmUp };
    Ok((!session.study().to_ask(what).is_empty()).then_some(what))
}

/// Prints what is asked for, or records an answer.
pub(super) fn recall(call: &mut Call, args: &Recall) -> Result<u8, Error> {
    let mut session = call.session()?;
    let study = session.study();
    let (questions, order) = match (&args.question, &args.said) {
        (Some(word), Some(said)) => {
            let question = named(study, word)?.id;
            let said = said.parse::<Said>().map_err(|()| misused("recall", SAID))?;
            return call.recorded(&mut session, Fact::Recall { question, said });
        }
        (Some(word), None) => (vec![named(study, word)?], Order::Session),
        (None, _) if args.shaky => (study.shaky(), Order::Days),
        (None, _) => (study.to_ask(Asking::WarmUp), Order::Session),
    };
    call.report(&args.form, || page(study, &questions, order), || json(&questions));
    if args.form.json {
        return Ok(0);
    }
    if questions.is_empty() {
        let none = if args.shaky { "Nothing is shaky." } else { describe::unasked(study) };
        call.say(&format!("ninety: {none}"));
    } else if let Some(first) = questions.first() {
        call.say(&format!(
            "ninety: Say what an answer was with: ninety recall {} right (or partly, wrong)",
            first.name()
        ));
    }
    Ok(0)
}

const SAID: &str = "An answer is said to be right, partly or wrong.";

fn named(study: &Study, word: &str) -> Result<Question, Error> {
    match reference::find(study, word).map_err(Error::Refused)? {
        Named::Question(question) => Ok(question),
        Named::Day(_) | Named::Task(..) | Named::Own(..) | Named::Check(..) => Err(Error::Refused(format!(
            "{} is no question: write one such as 18.q2; `ninety today 18 --json` lists those of day 18.",
            visible(word)
        ))),
    }
}
