//! The verbs that write notes and the answers of a review. What cannot be saved is kept in a file of its own.

use super::args::Form;
use super::call::{BACK, Call};
use super::help::misused;
use super::named::{day_and_text, day_meant, earlier, week_named};
use crate::describe;
use crate::editor;
use crate::error::Error;
use crate::journal::{Answer, Answers, Fact, Record};
use crate::page::plan as report;
use crate::plan::{Day, Week};
use crate::study::Session;
use crate::text::pasted;
use crate::words::{self, heading, named};
use chrono::NaiveDate;
use std::io;

pub(super) fn note(call: &mut Call, words: &[String], day: Option<&str>, on: Option<&str>) -> Result<u8, Error> {
    let mut session = call.session()?;
    let on = earlier("note", session.study(), on)?;
    let (number, words) = day_and_text(words, day);
    let day = day_meant(session.study(), day.or(number.as_deref()), "ninety note --day # TEXT");
    let day = day.map_err(|error| match error {
        Error::Refused(sentence) if number.is_some() && !words.is_empty() => {
            Error::Refused(format!("{sentence} Text that begins with a number goes in quotes as a whole."))
        }
        error => error,
    })?;
    let study = session.study();
    if words.is_empty() && call.env.typed_input {
        return edited(call, &mut session, day, on);
    }
    let no_text = "There is no text: write it behind the day, or write - to read standard input.";
    let unread = |error| Error::Stream("Standard input could not be read; nothing was saved", error);
    let text = match words.as_slice() {
        [] => return Err(misused("note", no_text)),
        [one] if one == "-" => call.env.input().map_err(unread)?,
        words => words.join(" "),
    };
    let none = || Error::Refused("A note needs some text; nothing was saved.".to_owned());
    let fact = study.noted(day, &pasted(&text), &[], "").ok_or_else(none)?;
    let text = if let Fact::Note { text, .. } = &fact { text.clone() } else { String::new() };
    let aside = || editor::put_aside(&named(day), &text).map(|path| path.display().to_string());
    let said = save(call, &mut session, Record { facts: vec![fact], on }, aside)?;
    call.print(&said);
    Ok(0)
}

/// Lets the learner's editor have a day's note. Until it is saved, its file is a draft that the screen offers.
fn edited(call: &mut Call, session: &mut Session, day: &Day, on: Option<NaiveDate>) -> Result<u8, Error> {
    let (over, before) = (session.study().day(day.no()).notes.clone(), session.study().note(day.no()));
    let file = session.lend(day.no(), call.env.now(), call.env.random());
    let mut file = file.map_err(editor::no_file)?;
    let kept = format!("{}; ninety offers it at the next start", file.beside().display());
    let edited = editor::edit(call.env, &file.beside(), &before).map_err(|failed| match failed {
        (Error::Editor(editor, why), Some(_)) => {
            Error::Editor(editor, format!("{why}; what you wrote is kept in {kept}"))
        }
        (error, _) => error,
    })?;
    let fact = edited.text.as_ref().and_then(|text| session.study().noted(day, text, &over, &before));
    let (Some(fact), Some(text)) = (fact, &edited.text) else {
        let as_it_was = format!("The note of {}, is as it was.", named(day));
        call.print(if edited.came_back_at_once() { editor::AT_ONCE } else { &as_it_was });
        return Ok(0);
    };
    let said = save(call, session, Record { facts: vec![fact], on }, || Ok(kept))?;
    file.take_in(text);
    drop(if edited.came_back_at_once() { file.settle(&session.study().day(day.no()).notes) } else { file.remove() });
    call.print(&said);
    Ok(0)
}

/// Records, or says where what was written is kept.
fn save(
    call: &mut Call,
    session: &mut Session,
    record: Record,
    kept: impl FnOnce() -> io::Result<String>,
) -> Result<String, Error> {
    let back = describe::coming_back(session.study(), &record).map_or_else(String::new, |back| format!("; {back}"));
    let saved = call.record(session, record);
    if saved.is_err()
        && let Ok(place) = kept()
    {
        call.say(&format!("ninety: What you wrote is kept in {place}."));
    }
    saved.map(|sentence| format!("{sentence}{back}.\n{BACK}"))
}

/// With `--json` the week is printed once the answers are recorded, too.
pub(super) fn review(
    call: &mut Call,
    week: Option<&str>,
    given: [Option<String>; 3],
    form: &Form,
) -> Result<u8, Error> {
    let mut session = call.session()?;
    let study = session.study();
    let week = week.map_or_else(|| Ok(study.review_at_hand()), |word| week_named(study.plan(), word))?;
    if given.iter().any(Option::is_some) {
        let said = answer(call, &mut session, week, given.map(|text| text.as_deref().map(pasted)))?;
        if !form.json {
            call.print(&said);
            return Ok(0);
        }
    }
    let study = session.study();
    call.report(form, || report::week(study, week), || report::week_json(study, week));
    Ok(0)
}

/// Records answers beside those that are there, and returns what is to be said.
fn answer(call: &mut Call, session: &mut Session, week: &Week, given: [Option<String>; 3]) -> Result<String, Error> {
    let (study, name) = (session.study(), words::week_named(week));
    if !study.is_reviewable(week) {
        return Err(Error::Refused(words::nothing_to_review(week)));
    }
    let shown = study.answers(week);
    let mut texts = Answer::ALL.map(|answer| shown.get(answer).to_owned());
    for (text, new) in texts.iter_mut().zip(given) {
        *text = new.unwrap_or(std::mem::take(text));
    }
    let answers = Answers::new(texts.each_ref().map(String::as_str));
    let over: Vec<_> = study.reviews(week).iter().map(|review| review.key).collect();
    let Some(fact) = study.reviewed(week, answers.clone(), &over, &shown) else {
        return Ok(format!("Nothing is new in the review of {name}."));
    };
    let texts = Answer::ALL.map(|answer| format!("{}\n\n{}\n", heading(answer), answers.get(answer)));
    let aside = || {
        let path = editor::put_aside(&format!("Review of {name}"), &texts.join("\n"));
        path.map(|path| path.display().to_string())
    };
    save(call, session, fact.into(), aside)
}
