//! From TOML to a plan: the whole document, its phases, and what can only be judged when every day is known.
//!
//! Deliberately absent: reading files, and stopping at the first problem.

use toml::de::DeTable;

use super::diagnostics::Problems;
use super::document::{Document, Reports, Span};
use super::id::{DayNo, PlanId, WeekNo};
use super::model::{List, Minutes, Phase, Plan};
use super::section::{Kind, Section, Value, whole};
use super::slug::slug;
use super::week::Draft;

/// The newest format of plan files that this version reads.
const FORMAT: u16 = 1;

/// The minutes that a thing may take.
pub(super) const MINUTES: std::ops::RangeInclusive<u16> = 1..=u16::MAX;

/// The hours of a week.
const HOURS: std::ops::RangeInclusive<u16> = 1..=168;

const PLAN: Kind = Kind {
    name: "a plan",
    key: "key",
    keys: &[
        "format",
        "id",
        "title",
        "goal",
        "outcome",
        "minutes",
        "hours_per_week",
        "phase",
        "week",
    ],
    elsewhere: &[
        ("day", "A day is [[week.day]], below the [[week]] that it is in."),
        ("days", "A day is [[week.day]], below the [[week]] that it is in."),
        ("milestone", "A milestone is [week.milestone], below the [[week]] that it ends."),
        ("tasks", "Tasks are in a day, which is [[week.day]], below the [[week]] that it is in."),
    ],
};

const PHASE: Kind =
    Kind { name: "a phase", key: "key", keys: &["title", "about", "weeks"], elsewhere: &[] };

/// A file of a plan, read already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The path, as problems are to show it.
    pub name: String,
    /// What it says.
    pub text: String,
}

impl Plan {
    /// Reads a plan from its files, which are one TOML document when read in order; or returns everything that is
    /// wrong with it.
    ///
    /// ```
    /// use ninety::plan::{Plan, Source};
    ///
    /// let text = r#"
    ///     title = "Learn to swim"
    ///
    ///     [[week]]
    ///     [[week.day]]
    ///     tasks = [{ do = "Find a pool" }]
    /// "#;
    /// let source = Source { name: "swim.toml".into(), text: text.into() };
    /// let plan = Plan::read(&[source]).expect("the plan is right");
    /// assert_eq!(plan.id().as_str(), "learn-to-swim");
    /// assert_eq!(plan.days()[0].tasks()[0].id().as_str(), "find-a-pool/find-a-pool");
    ///
    /// let source = Source { name: "swim.toml".into(), text: text.replace("do =", "dive =") };
    /// let problems = Plan::read(&[source]).expect_err("there is no such role");
    /// assert_eq!(problems.to_string(), r#"swim.toml:6:16: unknown role "dive""#);
    /// ```
    ///
    /// # Errors
    ///
    /// Every problem with its place, if there is one.
    pub fn read(sources: &[Source]) -> Result<Self, Problems> {
        let document = Document::join(sources);
        let (table, errors) = DeTable::parse_recoverable(document.text());
        let mut reports = Reports::new(&document, &errors);
        let plan = match reports.without_bare_keys(&errors) {
            None => read(table.get_ref(), &mut reports),
            Some(rest) => read(DeTable::parse_recoverable(&rest).0.get_ref(), &mut reports),
        };
        let problems = reports.finish();
        plan.filter(|_| problems.0.is_empty()).ok_or(problems)
    }
}

fn read<'a>(table: &'a DeTable<'a>, reports: &mut Reports<'_>) -> Option<Plan> {
    let newer = table.get("format").filter(|value| {
        let number = value.get_ref().as_integer().map(whole);
        number.is_some_and(|number| number.is_none_or(|number| number > i64::from(FORMAT)))
    });
    if let Some(value) = newer {
        let message = format!("this plan's format is newer than {FORMAT}, the newest known here");
        reports.add(value.span(), message).help_with("A newer ninety can read it.");
        return None;
    }
    let top = Section::top(table, &PLAN, reports);
    top.number("format", 1..=FORMAT, reports);
    let title = top.required("title", &PLAN, reports);
    let id = plan_id(&top, title.as_deref(), reports);
    let goal = top.text("goal", reports);
    let outcome = top.text("outcome", reports);
    let minutes = minutes(&top, reports);
    let hours_per_week = top.range("hours_per_week", HOURS, reports);
    let mut draft = weeks(&top, reports);
    let phases = phases(&top, draft.weeks.len(), reports);
    let days = draft.linked(reports);
    let weeks = draft.weeks;
    let mut by_id: Vec<DayNo> = days.iter().map(|day| day.no).collect();
    by_id.sort_by_key(|no| days.get(no.index()).map(|day| &day.id));
    let plan = Plan {
        id: id?,
        title: title?,
        goal,
        outcome,
        minutes,
        hours_per_week,
        phases,
        weeks: weeks.into(),
        days: days.into(),
        by_id: by_id.into(),
    };
    (!plan.days.is_empty()).then_some(plan)
}

/// Returns the plan's id: its own, else as many words of the slug of its title as a file name may have.
fn plan_id(top: &Section<'_>, title: Option<&str>, reports: &mut Reports<'_>) -> Option<PlanId> {
    let help = format!(
        "It names a file: use at most {} of the letters a-z and A-Z, digits, - and _.",
        PlanId::LONGEST
    );
    if top.value("id").is_some() {
        let id = top.text("id", reports)?;
        let message = format!("\"{id}\" cannot be a plan's id");
        return PlanId::new(id).or_else(|| {
            reports.add(top.span_of("id"), message).help_with(help);
            None
        });
    }
    let mut id = slug(title?);
    while let Some((shorter, _)) = id.rsplit_once('-').filter(|_| id.len() > PlanId::LONGEST) {
        id.truncate(shorter.len());
    }
    PlanId::new(id).or_else(|| {
        let message = "this title gives no id for the plan: add id = \"…\"";
        reports.add(top.span_of("title"), message).help_with(help);
        None
    })
}

/// Returns how long a plan's or a day's study takes.
pub(super) fn minutes(section: &Section<'_>, reports: &mut Reports<'_>) -> Option<Minutes> {
    section.range("minutes", MINUTES, reports).map(|(min, max)| Minutes { min, max })
}

fn weeks<'a>(top: &Section<'a>, reports: &mut Reports<'_>) -> Draft<'a> {
    let mut draft = Draft::default();
    for value in top.list("week", "a list of tables, each under [[week]]", reports) {
        if !draft.add_week(value, reports) {
            break;
        }
    }
    let has_weeks =
        |value: &Value<'_>| value.get_ref().as_array().is_none_or(|all| !all.is_empty());
    if !top.value("week").is_some_and(has_weeks) {
        let help = "Add [[week]] and, below it, [[week.day]] with its tasks.";
        reports.missing(0..0, "the plan has no weeks", help);
    }
    draft
}

/// Returns the phases, each over weeks that the plan has, and none over another's.
fn phases(top: &Section<'_>, weeks: usize, reports: &mut Reports<'_>) -> List<Phase> {
    let mut phases: Vec<Phase> = Vec::new();
    let mut before: Option<Span> = None;
    for value in top.list("phase", "a list of tables, each under [[phase]]", reports) {
        let Some(section) = Section::open(value, &PHASE, reports) else { continue };
        let Some(phase) = phase(&section, weeks, reports) else { continue };
        let span = section.span_of("weeks");
        let last = phases.last().map(|last| last.last);
        if let (Some(before), true) = (&before, last.is_some_and(|last| phase.first <= last)) {
            let message = "this phase does not begin after the one before it";
            let help = "Phases are in order, and a week is in one of them.";
            reports.twice(span.clone(), message, (before, "the phase before it"), help);
        }
        phases.push(phase);
        before = Some(span);
    }
    phases.into()
}

fn phase(section: &Section<'_>, weeks: usize, reports: &mut Reports<'_>) -> Option<Phase> {
    let title = section.required("title", &PHASE, reports);
    let about = section.text("about", reports);
    if section.value("weeks").is_none() {
        let help = "Add weeks = [first, last].";
        reports.missing(section.span.clone(), "a phase has no weeks", help);
    }
    let (first, last) = section.range("weeks", 1..=u16::MAX, reports)?;
    if usize::from(last) > weeks {
        let message =
            format!("there is no week {}", if usize::from(first) > weeks { first } else { last });
        reports.missing(section.span_of("weeks"), message, &numbered("week", weeks));
    }
    Some(Phase { title: title?, about, first: WeekNo(first), last: WeekNo(last) })
}

/// Returns a sentence that says which numbers a plan's weeks or days have.
pub(super) fn numbered(what: &str, count: usize) -> String {
    match count {
        0 => format!("The plan has no {what}s."),
        1 => format!("The plan has {what} 1 only."),
        more => format!("The plan has {what}s 1 to {more}."),
    }
}
