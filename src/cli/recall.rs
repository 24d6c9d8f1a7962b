//! The verb that asks again: it opens the warm-up on a terminal, prints it elsewhere, and records an answer.

use super::args::Recall;
use super::call::{BACK, Call};
use crate::error::Error;
use crate::journal::Fact;
use crate::page::recall::{Order, json, page};
use crate::study::recall::Asking;
use crate::study::reference::{find_day, find_question};

/// Returns what the screen is to open with: there is a terminal, and something to ask.
pub(super) fn asked_on_screen(call: &mut Call, args: &Recall) -> Result<Option<Asking>, Error> {
    if !call.env.screen || args.question.is_some() || args.form.json {
        return Ok(None);
    }
    let session = call.quiet_session()?;
    // Who asks for more once it is done gets more.
    let wanted: &[Asking] = if args.shaky { &[Asking::Shaky] } else { &[Asking::WarmUp, Asking::More] };
    Ok(wanted.iter().copied().find(|what| !session.study().to_ask(*what).is_empty()))
}

pub(super) fn recall(call: &mut Call, args: &Recall) -> Result<u8, Error> {
    let mut session = call.session()?;
    if let (Some(word), Some(said)) = (&args.question, args.said) {
        let question = find_question(session.study(), word).map_err(Error::Refused)?.id;
        let sentence = call.record(&mut session, Fact::Recall { question, said })?;
        if !args.form.json {
            call.print(&format!("{sentence}.\n{BACK}"));
            return Ok(0);
        }
    }
    let study = session.study();
    let (questions, order) = match &args.question {
        Some(word) => match find_day(study.plan(), word) {
            Ok(day) => (study.questions(day), Order::Days),
            Err(_) => (vec![find_question(study, word).map_err(Error::Refused)?], Order::Session),
        },
        None if args.shaky => (study.shaky(), Order::Days),
        None => (study.to_ask(Asking::WarmUp), Order::Session),
    };
    call.report(&args.form, || page(study, &questions, order), || json(&questions));
    if args.form.json {
        return Ok(0);
    }
    let said = match questions.first() {
        Some(first) => format!("Say what an answer was with `ninety recall {} right` (or partly, wrong)", first.name()),
        None if args.shaky => "Nothing is shaky.".to_owned(),
        None => study.unasked().to_owned(),
    };
    call.say(&format!("ninety: {said}"));
    Ok(0)
}
