//! Milestones as pages: their criteria, evidence and questions; and the earlier projects that a day continues.
//!
//! Deliberately absent: marks of the plan author's tasks. Criteria are ninety's own, and stand apart.

use super::page::Page;
use super::print::week_named;
use crate::journal::Part;
use crate::plan::{Plan, Week};
use crate::study::milestones::Proof;
use crate::study::report::date;
use crate::study::report::day::DayReport;
use crate::study::report::milestone::{
    CriterionReport, EvidenceReport, MilestoneReport, QuestionReport,
};
use crate::study::report::milestones::{AllMilestones, OneMilestone, ThreadReport};
use crate::study::told;
use crate::text::{capitalised, counted};

/// What gives a plan a milestone.
pub(super) const WOULD: &str = "`[week.milestone]` in its file would make one";

/// Returns whose the criteria of a plan are: the built-in plan's author asks for none.
fn whose(plan: &str) -> &'static str {
    if plan == Plan::builtin().id().as_str() {
        "This is ninety's own check list: the plan's author asks for the tasks alone."
    } else {
        "This check list stands beside the tasks: no day waits for it."
    }
}

/// The columns before a criterion's text.
const DEPTH: usize = 10;

/// Lays out all milestones.
pub(super) fn milestones(report: &AllMilestones, page: &mut Page) {
    if report.milestones.is_empty() {
        page.line(&format!("This plan has no milestones; {WOULD}."));
        return;
    }
    let all = counted(report.milestones.len(), "milestone", "milestones");
    let counts = [(report.proven, "proven"), (report.reached, "reached"), (report.ahead, "ahead")];
    let counts = counts.iter().filter(|(count, _)| *count > 0);
    let counts: Vec<String> = counts.map(|(count, word)| format!("{count} {word}")).collect();
    page.line(&format!("{all}{}{}", page.dot(), counts.join(", ")));
    if report.milestones.iter().any(|one| !one.criteria.is_empty()) {
        page.line(whose(report.plan));
    }
    page.gap();
    for milestone in &report.milestones {
        let met = match milestone.criteria.len() {
            0 => String::new(),
            all => format!("{}{} of {all} met", page.dot(), milestone.met()),
        };
        let sign = page.signs().milestone(milestone.proof);
        page.row(
            &format!("  {sign} {:>2}  {}", milestone.week.number, milestone.title),
            &format!("{}{met}", standing(milestone)),
        );
        if milestone.reached.is_some() {
            let open = milestone.criteria.iter().filter(|one| !one.met);
            open.for_each(|one| criterion(one, 7, page));
        }
        if let Some(later) = open_later(milestone) {
            page.item("       ", &later);
        }
    }
    page.gap();
    let week = report.milestones.iter().rfind(|one| one.reached.is_some());
    let week = week.or(report.milestones.first()).map_or(1, |one| one.week.number);
    page.line(&format!("`ninety milestones {week}` shows the one of week {week} whole."));
}

/// Lays out one milestone whole.
pub(super) fn milestone(report: &OneMilestone, page: &mut Page) {
    let milestone = &report.milestone;
    heading(milestone, page);
    if !milestone.criteria.is_empty() {
        page.gap();
        let count = counted(milestone.criteria.len(), "criterion", "criteria");
        page.line(&format!("{} of {count} met", milestone.met()));
        page.line(whose(report.plan));
        milestone.criteria.iter().for_each(|one| criterion(one, 2, page));
    }
    if let Some(later) = open_later(milestone) {
        page.gap();
        page.line(&later);
    }
    if !milestone.evidence.is_empty() {
        page.gap();
        page.line("Evidence");
        parts(milestone.evidence, page);
    }
    if !milestone.questions.is_empty() {
        page.gap();
        page.line("Ask yourself");
        milestone.questions.iter().zip(1..).for_each(|(one, number)| question(one, number, page));
    }
    for (title, texts) in
        [("Beyond it", &milestone.stretch), ("What goes wrong easily", &milestone.pitfalls)]
    {
        if !texts.is_empty() {
            page.gap();
            page.line(title);
            for text in texts {
                page.item("  - ", text);
            }
        }
    }
    let mut ways = Vec::new();
    let week = milestone.week.number;
    if let Some(open) = milestone.criteria.iter().find(|one| !one.met) {
        ways.push(format!("Mark a criterion as met with: ninety done {}", open.name));
    }
    if milestone.evidence.is_empty() {
        ways.push(format!("Keep what shows it with: ninety evidence {week} --site URL"));
    }
    if milestone.questions.iter().any(|one| one.scores.is_empty()) {
        let scores = " 2".repeat(milestone.questions.len());
        ways.push(format!("Score the questions (0, 1 or 2) with: ninety score {week}{scores}"));
    }
    if !ways.is_empty() {
        page.gap();
        for way in &ways {
            page.line(way);
        }
    }
}

/// Lays out what is kept for a milestone.
pub(super) fn evidence(report: &OneMilestone, page: &mut Page) {
    let milestone = &report.milestone;
    heading(milestone, page);
    page.gap();
    if milestone.evidence.is_empty() {
        page.line("Nothing is kept for it yet.");
    }
    parts(milestone.evidence, page);
    page.gap();
    let week = milestone.week.number;
    page.line(&format!("Keep a part with: ninety evidence {week} --site URL"));
    let names: Vec<String> = Part::ALL.iter().map(|part| format!("--{}", part.word())).collect();
    page.line(&format!("Parts: {}. An empty text takes one away.", names.join(", ")));
}

/// Lays out what is kept for a milestone that the plan has no more.
pub(super) fn kept_without(week: &Week, kept: EvidenceReport, page: &mut Page) {
    page.line(&capitalised(&told::week_named(week)));
    page.line("The plan has no milestone in this week any more; this is kept:");
    page.gap();
    parts(kept, page);
}

/// Lays out a milestone's questions.
pub(super) fn questions(report: &OneMilestone, page: &mut Page) {
    let milestone = &report.milestone;
    heading(milestone, page);
    page.gap();
    if milestone.questions.is_empty() {
        page.line("It has no questions.");
        return;
    }
    milestone.questions.iter().zip(1..).for_each(|(one, number)| question(one, number, page));
    page.gap();
    let scores = " 2".repeat(milestone.questions.len());
    page.line(&format!("Score them with: ninety score {}{scores}", milestone.week.number));
    page.line("0 is not yet, 1 partly, 2 yes, and - leaves one as it is.");
}

/// Lays out the criteria of a milestone beside its last day's tasks; on the days before it a line leads to them.
pub(super) fn day_criteria(plan: &str, day: &DayReport, page: &mut Page) {
    if day.criteria.is_empty() {
        return;
    }
    page.gap();
    let open = day.criteria.iter().find(|one| !one.met);
    if day.milestone_days.is_some_and(|[_, last]| usize::from(last) > day.number) {
        let (all, week) = (day.criteria.len(), day.week.number);
        let met = day.criteria.iter().filter(|one| one.met).count();
        let all = counted(all, "criterion", "criteria");
        page.line(&format!("{met} of {all} met: `ninety milestones {week}` shows them."));
        return;
    }
    page.line(whose(plan));
    day.criteria.iter().for_each(|one| criterion(one, 2, page));
    match open {
        Some(open) => page.item("  ", &format!("Mark one as met with: ninety done {}", open.name)),
        None => page.item("  ", "Every criterion is met."),
    }
}

/// Lays out the earlier projects that a day continues.
pub(super) fn continues(threads: &[ThreadReport], page: &mut Page) {
    if threads.is_empty() {
        return;
    }
    page.gap();
    page.line("Continues");
    for thread in threads {
        let link = thread.link.map_or(String::new(), |link| format!("; {link}"));
        let proof = thread.proof.word();
        page.item("  - ", &format!("{} (day {}): {proof}{link}", thread.milestone, thread.day));
        if let Some(note) = thread.note {
            page.item(
                "    ",
                &format!("Last note: {}", note.split_whitespace().collect::<Vec<_>>().join(" ")),
            );
        }
    }
}

/// Lays out the week and the milestone's name.
fn heading(milestone: &MilestoneReport, page: &mut Page) {
    page.line(&week_named(milestone.week));
    let days = match milestone.days {
        [first, last] if first == last => format!("day {first}"),
        [first, last] => format!("days {first}-{last}"),
    };
    let sign = page.signs().milestone(milestone.proof);
    let title = &milestone.title;
    page.line(&format!("{sign} Milestone: {title} ({days}): {}", standing(milestone)));
}

/// Returns how far a milestone has come, with the date on which it was reached.
fn standing(milestone: &MilestoneReport) -> String {
    let on = milestone.reached.as_deref().and_then(|on| on.parse().ok()).map(date);
    match (milestone.proof, on) {
        (Proof::Proven, Some(on)) => format!("proven, reached {on}"),
        (Proof::Proven, None) => "proven".to_owned(),
        (Proof::Reached, Some(on)) => format!("reached {on}"),
        (Proof::Reached, None) => "reached".to_owned(),
        (Proof::Ahead, _) => "ahead".to_owned(),
    }
}

/// Lays out a criterion, its sign behind so many columns.
pub(super) fn criterion(one: &CriterionReport, depth: usize, page: &mut Page) {
    let sign = if one.met { page.signs().done } else { page.signs().open };
    let name = format!("{}{sign} {}", " ".repeat(depth), one.name);
    page.item(&format!("{name:<wide$}", wide = DEPTH + depth - 2), one.text);
}

/// Returns which remaining days build on a milestone that is reached and has open criteria.
fn open_later(milestone: &MilestoneReport) -> Option<String> {
    if milestone.reached.is_none() || milestone.met() == milestone.criteria.len() {
        return None;
    }
    let days: Vec<usize> = milestone.later.iter().map(|day| day.number).collect();
    told::building_on_it(&days).map(|sentence| format!("{}.", capitalised(&sentence)))
}

fn parts(evidence: EvidenceReport, page: &mut Page) {
    for (part, text) in evidence.parts() {
        page.item(&format!("  {:<12} ", part.label()), text);
    }
}

fn question(one: &QuestionReport, number: usize, page: &mut Page) {
    let score = match one.scores.as_slice() {
        [] => "not scored yet".to_owned(),
        [.., last] => {
            let change = one.change(" > ");
            let on = last.date.parse().map_or_else(|_| last.date.clone(), date);
            format!("{change}, {}, {on}", last.meaning)
        }
    };
    page.item(&format!("  {number}  "), one.text);
    page.item("     ", &score);
}
