//! Where the learner stands: what `ninety status` prints.

use super::Page;
use super::parts::SCHEMA;
use super::schedule::too_short;
use crate::describe;
use crate::plan::Plan;
use crate::study::{Evening, Schedule, Study};
use crate::text::capitalised;
use crate::words::{self, FINISHED, date, to_spare};
use serde_json::{Value, json};

pub(crate) fn page(study: &Study) -> Page {
    let mut page = Page::default();
    let (schedule, days) = (study.schedule(), study.plan().days().len());
    if !std::ptr::eq(study.plan(), Plan::builtin()) {
        page.line(format!("Plan: {}", study.plan().title()));
    }
    if let Some(day) = study.current_day() {
        let week = words::week_done(schedule.this_week.complete, schedule.this_week.study_days);
        let week = (!week.is_empty()).then(|| format!("this week {week}"));
        page.facts([format!("Day {} of {days}", day.no())].into_iter().chain(week));
        position(study, &mut page);
        if study.finish().is_none() {
            page.line(
                "Nothing is recorded yet: `ninety start` sets the start, `ninety done 1.1` ticks the first task.",
            );
        }
        page.all(describe::rhythm(study));
        page.all(too_short(schedule));
        let is_away = schedule.dates.break_on(study.today()).is_some();
        page.all(words::missed(schedule.missed).filter(|_| !is_away));
        page.all(describe::evening(study).into_iter().map(|[whole, _]| whole));
    } else {
        page.line(format!("{FINISHED}."));
        page.line(words::came_to(study.days_complete(), study.days_skipped(), days));
    }
    page.all(words::asks("Warm-up", study.warm_up_left()).map(|asks| format!("{asks}: `ninety recall`.")));
    page
}

/// Returns what is next, on a study day on which nothing was studied yet.
pub(crate) fn reminder(study: &Study) -> Option<String> {
    let day = study.current_day()?;
    let is_due = study.evening() == Evening::ToStudy && study.started().is_some() && !studied_today(study);
    let minutes = day.minutes().map(|minutes| format!(": {}", words::minutes([minutes.min, minutes.max])));
    let minutes = minutes.unwrap_or_default();
    is_due.then(|| format!("{}, is next{minutes}.", capitalised(&words::named(day))))
}

fn studied_today(study: &Study) -> bool {
    study.fold().dates.iter().any(|(on, date)| *on == study.today() && date.is_studied)
}

fn position(study: &Study, page: &mut Page) {
    let finish = study.finish().map(|finish| format!("Finish {}", date(finish)));
    let goal = if finish.is_some() { "goal" } else { "Goal" };
    let goal = study.schedule().goal.map(|date_of| format!("{goal} {}", date(date_of)));
    let spare = study.finish().and_then(|_| study.schedule().to_spare()).map(to_spare);
    let facts: Vec<String> = [finish, goal, spare].into_iter().flatten().collect();
    if !facts.is_empty() {
        page.facts(facts);
    }
}

pub(crate) fn json(study: &Study) -> Value {
    let (schedule, today) = (study.schedule(), study.today());
    let Schedule { this_week, .. } = schedule;
    let is_study = schedule.dates.is_study(today) && schedule.started.is_none_or(|s| s <= today);
    let [asked, right, shaky] = study.recalled();
    let rhythm = study.rhythm().map(|rhythm| {
        json!({
            "complete": rhythm.a_week(), "study_days": rhythm.of(), "end": rhythm.end,
            "pace": rhythm.fitting.map(|days| days.to_string()),
        })
    });
    let completed_today = |day: &&crate::plan::Day| study.completed(day) == Some(today);
    json!({
        "schema": SCHEMA, "plan": study.plan().id().as_str(), "date": today, "day": study.current_day().map(|day| day.no().get()),
        "complete": study.days_complete(), "skipped": study.days_skipped(), "days": study.plan().days().len(),
        "goal": schedule.goal, "finish": study.finish(), "to_spare": study.finish().and_then(|_| schedule.to_spare()),
        "study_day": is_study, "studied_today": studied_today(study),
        "done_today": study.plan().days().iter().filter(completed_today).count(),
        "this_week": { "complete": this_week.complete, "study_days": this_week.study_days },
        "recall": {
            "offered": study.warm_up_left(), "shaky": shaky, "asked": asked, "right": right,
        },
        "rhythm": rhythm, "break": schedule.dates.break_on(today),
    })
}
