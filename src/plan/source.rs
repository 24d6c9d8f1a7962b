//! From TOML to a plan: the whole document, its id and its phases. It never stops at the first problem: only what is no
//! TOML is told by itself, for what else is wrong can be known when the rest is read as it was meant.

use super::document::{Document, Reader, Source, Span};
use super::fault::{Fault, Kind};
use super::id::{DayNo, PlanId, WeekNo};
use super::model::{Day, List, Phase, Plan, Week};
use super::names::{composed, stem_slug};
use super::problem::Problems;
use super::section::{COUNT, Section, whole};
use super::week::Draft;
use std::path::Path;
use toml::de::{DeInteger, DeTable, Error};

const FORMAT: u16 = 1;
const SAME: usize = 3;
const HOURS: std::ops::RangeInclusive<u16> = 1..=168;

const PLAN: Kind =
    Kind { name: "a plan", key: "key", keys: "format id title goal outcome minutes hours_per_week phase week" };

const PHASE: Kind = Kind { name: "a phase", key: "key", keys: "title about weeks" };

impl Plan {
    /// The most bytes of text that a plan may have: some fourteen times those of the built-in one.
    pub const LARGEST: usize = 2 * 1024 * 1024;

    /// Reads a plan from its files, one TOML document when read in order; or returns everything that is wrong with it.
    pub fn read(sources: &[Source]) -> Result<Self, Problems> {
        let document = Document::join(sources);
        let mut reader = Reader::new(&document);
        if document.text.len() > Self::LARGEST {
            reader.add(0..0, Fault::TooLarge(Self::LARGEST));
            return Err(reader.finish());
        }
        let (table, errors) = DeTable::parse_recoverable(&document.text);
        reader.not_toml(&errors);
        let plan = errors.is_empty().then(|| reader.plan(table.get_ref())).flatten();
        let problems = reader.finish();
        plan.filter(|_| problems.total() == 0).ok_or(problems)
    }
}

impl<'a> Reader<'a> {
    /// Reports the first of what the parser says of each line; of the same again and again only a few: it is one slip.
    fn not_toml(&mut self, errors: &'a [Error]) {
        let place = |error: &Error| error.span().unwrap_or_default();
        let mut errors: Vec<(Span, &str)> = errors.iter().map(|error| (place(error), error.message())).collect();
        errors.sort_by_key(|(span, _)| span.start);
        errors.dedup_by_key(|(span, _)| self.document.line(span.start));
        for same in errors.chunk_by(|(_, one), (_, next)| one == next) {
            for (place, (span, message)) in (1..).zip(same.iter().take(SAME)) {
                let fault = match same.len().saturating_sub(SAME) {
                    more @ 1.. if place == SAME => Fault::SyntaxAgain(message, more),
                    _ => Fault::Syntax(message),
                };
                self.add(span.clone(), fault);
            }
        }
    }

    fn plan(&mut self, table: &'a DeTable<'a>) -> Option<Plan> {
        let is_newer = |n: &DeInteger<'_>| whole(n).is_none_or(|n| n > i64::from(FORMAT));
        if let Some(value) = table.get("format")
            && value.get_ref().as_integer().is_some_and(is_newer)
        {
            self.add(value.span(), Fault::NewFormat(FORMAT));
            return None;
        }
        let top = self.top(table, &PLAN);
        top.value("format").map(|value| self.number("format", value, 1..=FORMAT));
        let title = self.required(&top, "title");
        let id = self.plan_id(&top);
        let goal = self.text(&top, "goal").unwrap_or_default();
        let outcome = self.text(&top, "outcome").unwrap_or_default();
        let minutes = self.minutes(&top);
        let hours_per_week = self.range(&top, "hours_per_week", HOURS);
        let (weeks, days) = self.weeks(&top);
        let phases = self.phases(&top, weeks.len());
        let mut by_id: Vec<&Day> = days.iter().collect();
        by_id.sort_by_key(|day| &day.id);
        let by_id: Vec<DayNo> = by_id.into_iter().map(|day| day.no).collect();
        let (id, title, by_id) = (id?, title?, by_id.leak());
        let plan = Plan { id, title, goal, outcome, minutes, hours_per_week, phases, weeks, days, by_id };
        Some(plan).filter(|plan| !plan.days.is_empty())
    }

    fn plan_id(&mut self, top: &Section<'a>) -> Option<PlanId> {
        let (id, span, fault) = if top.value("id").is_some() {
            let id = self.text(top, "id")?;
            (PlanId::new(id), top.span_of("id"), Fault::PlanId(id))
        } else {
            let stem = Path::new(self.document.name()).file_stem().unwrap_or_default();
            let stem = composed(&stem.to_string_lossy()).into_owned();
            let slug = stem_slug(&stem);
            (PlanId::new(stem).or_else(|| PlanId::new(slug?)), 0..0, Fault::NoPlanId)
        };
        self.or_report(id, span, fault)
    }

    fn weeks(&mut self, top: &Section<'a>) -> (List<Week>, List<Day>) {
        let mut values = self.list(top, "week", "a list of tables, each under [[week]]").peekable();
        let is_list = top.value("week").is_none_or(|value| value.get_ref().is_array());
        if values.peek().is_none() && is_list {
            let help = "[[week]] and, below it, [[week.day]] with its tasks";
            self.add(0..0, Fault::Without("the plan", "weeks", help));
        }
        let mut draft = Draft::default();
        for value in values {
            if !draft.add_week(value, self) {
                break;
            }
        }
        draft.linked(self)
    }

    fn phases(&mut self, top: &Section<'a>, weeks: usize) -> List<Phase> {
        let mut phases: Vec<Phase> = Vec::new();
        let mut before: Option<Span> = None;
        for value in self.list(top, "phase", "a list of tables, each under [[phase]]") {
            let Some(section) = self.open(value, &PHASE) else { continue };
            let Some(phase) = self.phase(&section, weeks) else { continue };
            let span = section.span_of("weeks");
            let follows = phases.last().is_none_or(|last| last.last < phase.first);
            if let Some(before) = before.replace(span.clone()).filter(|_| !follows) {
                self.add(span, Fault::PhaseOrder(before));
            }
            phases.push(phase);
        }
        phases.leak()
    }

    fn phase(&mut self, section: &Section<'a>, weeks: usize) -> Option<Phase> {
        let title = self.required(section, "title");
        let about = self.text(section, "about");
        if section.value("weeks").is_none() {
            self.add(section.span.clone(), Fault::Without("a phase", "weeks", "weeks = [first, last]"));
        }
        let (first, last) = self.range(section, "weeks", COUNT)?;
        if usize::from(last) > weeks {
            let beyond = if usize::from(first) > weeks { first } else { last };
            self.add(section.span_of("weeks"), Fault::NoNumber("week", beyond.to_string(), weeks));
        }
        Some(Phase { title: title?, about, first: WeekNo(first), last: WeekNo(last) })
    }
}
