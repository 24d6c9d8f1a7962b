//! The verb that looks back on a week: its report, or the answers that are recorded.
//!
//! Deliberately absent: the questions on a plain terminal (`asked`), layout (`page`), and what a report holds
//! (`report::review`).

mod asked;
mod page;

use super::Call;
use super::read::week_named;
use super::record::BACK;
use crate::editor;
use crate::env::Output;
use crate::error::Error;
use crate::journal::{Answer, Answers, Key};
use crate::plan::Week;
use crate::report::looking_back::nothing_to_review;
use crate::report::review::WeekReview;
use crate::study::{Session, Study};
use crate::text::pasted;
use crate::words::week_named as name_of;

/// Looks back on a week: with options records the answers, on a terminal asks for them, and else prints the report. With
/// `--json` it is the report that is printed, also once the answers are recorded.
pub(super) fn review(call: &mut Call) -> Result<u8, Error> {
    let given = Answer::ALL.map(|answer| call.text(answer.word()).map(pasted));
    let mut session = call.session()?;
    let study = session.study();
    let week = match call.text("week") {
        Some(word) => week_named(study.plan(), word)?,
        None => study.review_at_hand(),
    };
    let is_program = call.value("json") == Some(&true);
    let is_typed = call.env.typed_input && call.env.output == Output::Terminal;
    if given.iter().any(Option::is_some) {
        reviewable(study, week)?;
        let (answers, seen) = (with(&study.answers(week), given), keys(study, week));
        match save(call, &mut session, week, answers, &seen)? {
            _ if is_program => call.report(&WeekReview::of(session.study(), week), page::whole),
            lines => {
                for line in &lines {
                    call.print(line);
                }
                Ok(0)
            }
        }
    } else if is_typed && !is_program {
        reviewable(study, week)?;
        asked::ask(call, &mut session, week)
    } else {
        call.report(&WeekReview::of(study, week), page::whole)
    }
}

/// Refuses a week that there is nothing to look back on in.
fn reviewable(study: &Study, week: &Week) -> Result<(), Error> {
    if study.is_reviewable(week) {
        Ok(())
    } else {
        Err(Error::Refused(nothing_to_review(&name_of(week))))
    }
}

/// Returns the entries that a review of a week takes the place of.
fn keys(study: &Study, week: &Week) -> Vec<Key> {
    study.reviews(week).iter().map(|review| review.key).collect()
}

/// Returns what was answered before, with these answers in place of those that are named.
fn with(before: &Answers, given: [Option<String>; 3]) -> Answers {
    let [can, shaky, next] = Answer::ALL.map(|answer| before.get(answer).to_owned());
    let [new_can, new_shaky, new_next] = given;
    let all = [new_can.unwrap_or(can), new_shaky.unwrap_or(shaky), new_next.unwrap_or(next)];
    Answers::new(all.each_ref().map(String::as_str))
}

/// Records a review, and returns the lines that say so; where that fails, its answers are kept in a file of their own.
fn save(
    call: &mut Call,
    session: &mut Session,
    week: &Week,
    answers: Answers,
    over: &[Key],
) -> Result<Vec<String>, Error> {
    let name = name_of(week);
    let given = answers.clone();
    let Some(fact) = session.study().reviewed(week, answers, over) else {
        return Ok(vec![format!("Nothing is new in the review of {name}.")]);
    };
    match call.record(session, fact) {
        Ok(sentence) => Ok(vec![format!("{sentence}."), BACK.to_owned()]),
        Err(error) => {
            keep_in_a_file(call, week, &given);
            Err(error)
        }
    }
}

/// Keeps answers in a file of their own, and says where.
fn keep_in_a_file(call: &mut Call, week: &Week, answers: &Answers) {
    let texts = Answer::ALL
        .map(|answer| format!("{}\n\n{}\n", crate::words::heading(answer), answers.get(answer)));
    let title = format!("Review of {}", name_of(week));
    if let Ok(path) = editor::put_aside(&title, &texts.join("\n")) {
        call.say(&format!("ninety: What you answered is kept in {}.", path.display()));
    }
}
