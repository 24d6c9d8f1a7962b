//! From TOML to a plan: the whole document, its id and its phases.
//!
//! Deliberately absent: reading files, and stopping at the first problem. Only what is no TOML is told by itself: what
//! else is wrong can be known when the rest is read as it was meant.

use toml::de::{DeTable, Error};

use super::document::{Document, Reports, Source, Span};
use super::fault::{Fault, Kind};
use super::id::{DayNo, PlanId, WeekNo};
use super::model::{Day, List, Phase, Plan, Text, Week};
use super::names::slug;
use super::problem::Problems;
use super::section::{Section, whole};
use super::week::Draft;

/// The newest format of plan files that this version reads.
const FORMAT: u16 = 1;

/// How often the parser's same sentence is shown in a row.
const SAME: usize = 3;

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

impl Plan {
    /// The most bytes of text that a plan may have: some fourteen times those of the built-in one.
    pub const LARGEST: usize = 2 * 1024 * 1024;

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
    /// Every problem with its place, if there is one; of very many, the first and their number.
    pub fn read(sources: &[Source]) -> Result<Self, Problems> {
        let document = Document::join(sources);
        if document.text.len() > Self::LARGEST {
            let mut reports = Reports::new(&document);
            reports.add(0..0, Fault::TooLarge(Self::LARGEST));
            return Err(reports.finish());
        }
        let (table, errors) = DeTable::parse_recoverable(&document.text);
        let mut reports = Reports::new(&document);
        let plan = match errors.as_slice() {
            [] => read(table.get_ref(), &mut reports),
            errors => {
                not_toml(errors, &mut reports);
                None
            }
        };
        let problems = reports.finish();
        plan.filter(|_| problems.total() == 0).ok_or(problems)
    }
}

/// Reports what the parser says: the first of each line, and of what it says again and again only the first few, since
/// one slip makes many such errors. What it says without a place is about the whole.
fn not_toml<'a>(errors: &'a [Error], reports: &mut Reports<'a>) {
    let place = |error: &Error| error.span().unwrap_or_default();
    let mut errors: Vec<(Span, &str)> =
        errors.iter().map(|error| (place(error), error.message())).collect();
    errors.sort_by_key(|(span, _)| span.start);
    errors.dedup_by_key(|(span, _)| reports.document.line(span.start));
    for same in errors.chunk_by(|(_, one), (_, next)| one == next) {
        let shown = same.len().min(SAME);
        for (place, (span, message)) in (1..).zip(same.iter().take(shown)) {
            let more = if place == shown { same.len() - shown } else { 0 };
            reports.add(span.clone(), Fault::Syntax(message, more));
        }
    }
}

fn read<'a>(table: &'a DeTable<'a>, reports: &mut Reports<'a>) -> Option<Plan> {
    let newer = table.get("format").filter(|value| {
        let number = value.get_ref().as_integer().map(whole);
        number.is_some_and(|number| number.is_none_or(|number| number > i64::from(FORMAT)))
    });
    if let Some(value) = newer {
        reports.add(value.span(), Fault::NewFormat(FORMAT));
        return None;
    }
    let top = Section::top(table, &PLAN, reports);
    top.number("format", 1..=FORMAT, reports);
    let title = top.required("title", reports);
    let id = plan_id(&top, title, reports);
    let goal = top.text("goal", reports);
    let outcome = top.text("outcome", reports);
    let minutes = top.minutes(reports);
    let hours_per_week = top.range("hours_per_week", HOURS, reports);
    let (weeks, days) = weeks(&top, reports);
    let phases = phases(&top, weeks.len(), reports);
    let mut by_id: Vec<&Day> = days.iter().collect();
    by_id.sort_by_key(|day| &day.id);
    let by_id: Vec<DayNo> = by_id.into_iter().map(|day| day.no).collect();
    let (id, title, by_id) = (id?, title?, by_id.leak());
    let plan =
        Plan { id, title, goal, outcome, minutes, hours_per_week, phases, weeks, days, by_id };
    Some(plan).filter(|plan| !plan.days.is_empty())
}

/// Returns the plan's id: its own, else as many words of the slug of its title as a file name may have.
fn plan_id<'a>(
    top: &Section<'a>,
    title: Option<Text>,
    reports: &mut Reports<'a>,
) -> Option<PlanId> {
    let (id, span, fault) = if top.value("id").is_some() {
        let id = top.text("id", reports)?;
        (PlanId::new(id), top.span_of("id"), Fault::PlanId(id))
    } else {
        let mut id = slug(title?);
        while let Some((shorter, _)) = id.rsplit_once('-').filter(|_| id.len() > PlanId::LONGEST) {
            id.truncate(shorter.len());
        }
        (PlanId::new(id), top.span_of("title"), Fault::NoPlanId)
    };
    if id.is_none() {
        reports.add(span, fault);
    }
    id
}

fn weeks<'a>(top: &Section<'a>, reports: &mut Reports<'a>) -> (List<Week>, List<Day>) {
    let mut values = top.list("week", "a list of tables, each under [[week]]", reports).peekable();
    let is_list = top.value("week").is_none_or(|value| value.get_ref().is_array());
    if values.peek().is_none() && is_list {
        let help = "Add [[week]] and, below it, [[week.day]] with its tasks.";
        reports.add(0..0, Fault::Without("the plan", "weeks", help));
    }
    let mut draft = Draft::default();
    for value in values {
        if !draft.add_week(value, reports) {
            break;
        }
    }
    draft.linked(reports)
}

/// Returns the phases, each over weeks that the plan has, and none over another's.
fn phases<'a>(top: &Section<'a>, weeks: usize, reports: &mut Reports<'a>) -> List<Phase> {
    let mut phases: Vec<Phase> = Vec::new();
    let mut before: Option<Span> = None;
    for value in top.list("phase", "a list of tables, each under [[phase]]", reports) {
        let Some(section) = Section::open(value, &PHASE, reports) else { continue };
        let Some(phase) = phase(&section, weeks, reports) else { continue };
        let span = section.span_of("weeks");
        let follows = phases.last().is_none_or(|last| last.last < phase.first);
        if let Some(before) = before.replace(span.clone()).filter(|_| !follows) {
            reports.add(span, Fault::PhaseOrder(before));
        }
        phases.push(phase);
    }
    phases.leak()
}

fn phase<'a>(section: &Section<'a>, weeks: usize, reports: &mut Reports<'a>) -> Option<Phase> {
    let title = section.required("title", reports);
    let about = section.text("about", reports);
    if section.value("weeks").is_none() {
        let help = "Add weeks = [first, last].";
        reports.add(section.span.clone(), Fault::Without("a phase", "weeks", help));
    }
    let (first, last) = section.range("weeks", 1..=u16::MAX, reports)?;
    if usize::from(last) > weeks {
        let beyond = if usize::from(first) > weeks { first } else { last };
        reports.add(section.span_of("weeks"), Fault::NoWeek(beyond, weeks));
    }
    Some(Phase { title: title?, about, first: WeekNo(first), last: WeekNo(last) })
}
