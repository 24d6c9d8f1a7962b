//! The verbs of milestones: what is met and open, what shows them, and how their questions are scored.
//!
//! Deliberately absent: ticking criteria, which `record` does as it ticks tasks, and layout (`proof`).

use super::arguments::misused;
use super::page::Page;
use super::read::{current_week, week_named};
use super::{Call, proof};
use crate::error::Error;
use crate::journal::{Fact, Made, Part, Score};
use crate::plan::{ItemId, Milestone, Plan, Week};
use crate::study::milestones::Scored;
use crate::study::report::milestone::EvidenceReport;
use crate::study::report::milestones::{AllMilestones, OneMilestone};
use crate::study::{Study, report, told};
use crate::text::{capitalised, counted, pasted, visible};
use std::collections::BTreeMap;

/// The word for a question whose score is left as it is.
const LEFT: &str = "-";

/// Shows all milestones, or the one of the week that is named.
pub(super) fn milestones(call: &mut Call) -> Result<u8, Error> {
    let session = call.session()?;
    let study = session.study();
    match call.text("week") {
        Some(word) => {
            let week = week_named(study.plan(), word)?;
            call.report(&one(study, week)?, proof::milestone)
        }
        None => call.report(&AllMilestones::of(study), proof::milestones),
    }
}

/// Shows what is kept for a milestone, or keeps something.
pub(super) fn evidence(call: &mut Call) -> Result<u8, Error> {
    let mut parts = BTreeMap::new();
    for part in Part::ALL {
        if let Some(text) = call.text(part.word()) {
            parts.insert(part, taken(part, text)?);
        }
    }
    let mut session = call.session()?;
    let study = session.study();
    let week = week_meant(study, call.text("week"))?;
    if parts.is_empty() {
        let kept = EvidenceReport::of(study, week);
        if week.milestone.is_none() && !kept.is_empty() {
            let mut page = Page::new(call.options.glyphs(call.env));
            proof::kept_without(week, kept, &mut page);
            call.out.extend(page.into_text().into_bytes());
            return Ok(0);
        }
        return call.report(&one(study, week)?, proof::evidence);
    }
    let milestone = milestone_of(study.plan(), week)?;
    let all_empty = parts.values().all(String::is_empty);
    let taken_away: Vec<&str> =
        parts.keys().filter(|_| all_empty).map(|part| part.named()).collect();
    if let Some(fact) = study.shown(week, milestone, parts) {
        return call.recorded(&mut session, fact, |_, _| Vec::new());
    }
    let name = told::milestone_named(week, milestone);
    let line = match taken_away.as_slice() {
        [] => told::nothing_new(&format!("that is kept for {name},")),
        none => format!(
            "Nothing to take away: {} {} not kept for {name}.",
            told::and(none),
            told::are(none.len())
        ),
    };
    call.print(&line);
    Ok(0)
}

/// Returns a part of the evidence as it is kept. A link with anything strange in it is refused, not mended.
fn taken(part: Part, text: &str) -> Result<String, Error> {
    let text = match part.made() {
        Made::Link => text.to_owned(),
        Made::Words => pasted(text),
    };
    part.kept(&text).map_err(|sentence| misused("evidence", &sentence))
}

/// Shows a milestone's questions with their scores, or scores them.
pub(super) fn score(call: &mut Call) -> Result<u8, Error> {
    let words = call.texts("scores");
    let mut session = call.session()?;
    let study = session.study();
    let week = week_meant(study, call.text("week"))?;
    if words.is_empty() {
        return call.report(&one(study, week)?, proof::questions);
    }
    let milestone = milestone_of(study.plan(), week)?;
    let scores = scored(study, week, milestone, &words)?;
    if scores.is_empty() {
        let name = told::milestone_named(week, milestone);
        let line = if words.iter().all(|word| word == LEFT) {
            format!("Every question of {name}, is left as it is; nothing was recorded.")
        } else {
            told::nothing_new(&format!("{name}, is scored so"))
        };
        call.print(&line);
        return Ok(0);
    }
    call.recorded(&mut session, Fact::Rubric { scores }, changed)
}

/// Returns the questions with the scores that are new: other than before, or given on a later date.
fn scored(
    study: &Study,
    week: &Week,
    milestone: &Milestone,
    words: &[String],
) -> Result<Vec<(ItemId, Score)>, Error> {
    let (asked, given) = (milestone.rubric.len(), words.len());
    let name = told::milestone_named(week, milestone);
    if asked == 0 {
        return Err(Error::Refused(format!("{}, has no questions.", capitalised(&name))));
    }
    if asked != given {
        return Err(misused(
            "score",
            &format!(
                "{}, has {}, and {given} {} scored: write {example}, the week and then a score for each; - leaves one as it is.",
                capitalised(&name),
                counted(asked, "question", "questions"),
                told::are(given),
                example = example(week, asked),
            ),
        ));
    }
    let mut scores = Vec::new();
    for (question, word) in milestone.rubric.iter().zip(words) {
        if word == LEFT {
            continue;
        }
        let score = word.trim().parse().ok().and_then(Score::new).ok_or_else(|| {
            let shown = visible(word);
            misused(
                "score",
                &format!("\"{shown}\" is no score: write 0 (not yet), 1 (partly), 2 (yes) or -."),
            )
        })?;
        let known = study.kept(week).scores(question).last().is_some_and(|last| {
            last.score == score && study.habits().study_date(last.at) == study.today()
        });
        if !known {
            scores.push((question.id().clone(), score));
        }
    }
    Ok(scores)
}

/// Returns a command line that scores every question of a week's milestone.
fn example(week: &Week, questions: usize) -> String {
    format!("`ninety score {}{}`", week.no(), " 2".repeat(questions))
}

/// Returns a line for each question that was scored before: what it was, and what it is now.
fn changed(before: &Study, after: &Study) -> Vec<String> {
    let mut lines = Vec::new();
    for week in after.plan().weeks() {
        let questions = week.milestone.iter().flat_map(|milestone| milestone.rubric.iter());
        for (question, number) in questions.zip(1..) {
            let (old, new) =
                (before.kept(week).scores(question), after.kept(week).scores(question));
            if let (Some(Scored { score: was, at }), Some(Scored { score: now, .. })) =
                (old.last(), new.last())
                && new.len() > old.len()
            {
                let on = report::date(after.habits().study_date(*at));
                let still = if was == now { "still " } else { "" };
                lines.push(format!(
                    "Question {number}: {still}{now}, {}; {was} on {on}.",
                    now.meaning()
                ));
            }
        }
    }
    lines
}

fn one<'a>(study: &'a Study, week: &'a Week) -> Result<OneMilestone<'a>, Error> {
    OneMilestone::of(study, week).ok_or_else(|| no_milestone(study.plan(), week))
}

fn milestone_of<'a>(plan: &Plan, week: &'a Week) -> Result<&'a Milestone, Error> {
    week.milestone.as_ref().ok_or_else(|| no_milestone(plan, week))
}

fn no_milestone(plan: &Plan, week: &Week) -> Error {
    let any = plan.weeks().iter().any(|week| week.milestone.is_some());
    let rest = if any {
        "`ninety milestones` lists them all".to_owned()
    } else {
        format!("this plan has none, and {}", proof::WOULD)
    };
    Error::Refused(format!("There is no milestone in {}: {rest}.", told::week_named(week)))
}

/// Returns the week that a word names, or that of the milestone reached last, or the current one.
fn week_meant(study: &Study, word: Option<&str>) -> Result<&'static Week, Error> {
    if let Some(word) = word {
        return week_named(study.plan(), word);
    }
    let weeks = study.plan().weeks().iter();
    let reached = weeks.filter_map(|week| {
        let milestone = week.milestone.as_ref()?;
        Some((study.reached(milestone)?, week))
    });
    let last = reached.max_by_key(|(date, week)| (*date, week.no())).map(|(_, week)| week);
    Ok(last.unwrap_or_else(|| current_week(study)))
}
