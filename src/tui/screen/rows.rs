//! Rows that several screens show: what a day consists of, days in a list, checks, and a note.

use super::prelude::*;
use crate::journal::Fact;
use crate::plan::{Check, Day, ItemId, Milestone, Resource, Task, Week};
use crate::study::own::OwnTask;
use crate::study::recall::SHAKY_OFFERED;
use crate::study::reference::letter;
use crate::study::weeks::Link;
use crate::study::{DayState, Question};
use crate::text::{counted, visible, width};

#[derive(Clone, Debug)]
pub enum Item {
    Task(&'static Task),
    Own(OwnTask),
    Check(&'static Week, &'static Check),
    Resource(&'static Resource),
    Link(Link),
    AddLink,
}

/// Returns what a day consists of, in order: tasks, the learner's own, checks of the milestone that it ends, resources.
pub fn items(study: &Study, day: &'static Day) -> Vec<Item> {
    let week = study.plan().week_of(day.no());
    let milestone = week.milestone.as_ref().filter(|milestone| milestone.last() == day.no());
    let checks = milestone.iter().flat_map(|milestone| milestone.accept.iter());
    let tasks = day.tasks().iter().map(Item::Task);
    let own = study.own_tasks(day.no()).into_iter().map(Item::Own);
    tasks
        .chain(own)
        .chain(checks.map(|check| Item::Check(week, check)))
        .chain(day.resources.iter().map(Item::Resource))
        .collect()
}

impl Item {
    pub fn id(&self) -> &str {
        match self {
            Self::Task(task) => task.id().as_str(),
            Self::Own(task) => task.id.as_str(),
            Self::Check(_, check) => check.id().as_str(),
            Self::Resource(resource) => resource.url(),
            Self::Link(link) => &link.url,
            Self::AddLink => "",
        }
    }

    /// Returns the fact that ticks it or, where it is done, unticks it.
    pub fn toggled(&self, study: &Study, day: &Day) -> Fact {
        match self {
            Self::Resource(resource) => study.read_toggled(resource.url()),
            _ => Fact::toggled(&ItemId::new(self.id().to_owned()), self.is_done(study, day)),
        }
    }

    /// Returns what it is to tick, untick or enter it; none where there is nothing to do.
    pub fn step(&self, ctx: &Ctx, day: &Day, action: Action) -> Option<Step> {
        match (action, self) {
            (Action::Enter, Self::Resource(resource)) => Some(Step::Do(Effect::Open(resource.url().to_owned()))),
            (Action::Enter, Self::Link(link)) => Some(Step::Do(Effect::Open(link.url.clone()))),
            (Action::Untick, Self::Link(link)) => Some(Step::record(ctx.study.unlinked(ctx.week(), link))),
            (_, Self::Link(_) | Self::AddLink) => None,
            _ => {
                let is_new = self.is_done(ctx.study, day) == (action == Action::Untick);
                is_new.then(|| Step::record(self.toggled(ctx.study, day)))
            }
        }
    }

    pub fn is_done(&self, study: &Study, day: &Day) -> bool {
        match self {
            Self::Task(task) => study.is_done(day, task),
            Self::Own(task) => task.done.is_some(),
            Self::Check(week, check) => study.checked(week, check).is_some(),
            Self::Resource(resource) => study.has_read(resource.url()),
            Self::Link(_) | Self::AddLink => false,
        }
    }

    pub fn rows(&self, theme: Theme, study: &Study, day: &Day, columns: usize, selected: Selected) -> Vec<Row> {
        let glyphs = theme.glyphs();
        let (is_done, here) = (self.is_done(study, day), selected != Selected::No);
        let cursor = Span::styled(format!("{} ", if here { glyphs.cursor } else { " " }), theme.accent());
        let mark = if is_done { Span::styled(glyphs.done, theme.done()) } else { Span::raw(glyphs.open) };
        let style = if is_done { theme.quiet() } else { theme.text() };
        let style = if here { style.patch(theme.strong()) } else { style };
        let (role, text, link) = match self {
            Self::Task(task) => {
                let extra = if task.added { " (extra)" } else { "" };
                (format!("{:<8}", task.role.label()), format!("{}{extra}", task.text), None)
            }
            Self::Own(task) => (format!("{:<8}", "own"), visible(&task.text).into_owned(), None),
            Self::Check(week, check) => {
                let place = week.checks().iter().take_while(|other| other.id() != check.id()).count();
                (format!("{} ", letter(place).unwrap_or(' ')), check.text.to_owned(), None)
            }
            Self::Resource(resource) => {
                // One word, so that a number never stands without what it counts.
                let minutes = resource.minutes.map(|minutes| format!("{minutes}\u{a0}min"));
                let aside: Vec<String> =
                    minutes.into_iter().chain(resource.extra.then(|| "extra".to_owned())).collect();
                let aside = if aside.is_empty() { String::new() } else { format!(" ({})", aside.join(", ")) };
                (String::new(), format!("{}{aside}", resource.title), Some(resource.url().to_owned()))
            }
            Self::Link(link) => (String::new(), visible(&link.url).into_owned(), Some(link.url.clone())),
            Self::AddLink => (String::new(), "add a link".to_owned(), None),
        };
        let (mark, style) = match self {
            Self::Link(_) => (None, style.patch(theme.accent())),
            Self::AddLink => (None, style.patch(theme.quiet())),
            _ => (Some([mark, Span::raw(" ")]), style),
        };
        let mut lead = vec![cursor];
        lead.extend(mark.into_iter().flatten());
        lead.extend((!role.is_empty()).then(|| Span::styled(format!("{role} "), theme.quiet())));
        Row::led(lead, &text, columns, style).into_iter().map(|row| Row { link: link.clone(), ..row }).collect()
    }
}

pub fn aimed(rows: Vec<Row>, target: Target, mark: Target, selected: Selected) -> impl Iterator<Item = Row> {
    rows.into_iter().map(move |row| row.aimed(target, Some(mark), selected))
}

pub fn part(theme: Theme, heading: &str, rows: Vec<Row>) -> Vec<Row> {
    if rows.is_empty() {
        return rows;
    }
    [Row::blank(), Row::styled(heading, theme.quiet())].into_iter().chain(rows).collect()
}

/// From this many columns on a list of days has their dates, and from the second count on with weekdays.
const DATED: [usize; 2] = [30, 44];

/// Returns when a day was completed or is to come: a date, or a stretch of several.
pub fn date_of(study: &Study, day: &Day) -> Option<String> {
    let completed = study.completed(day).map(|on| (on, on));
    let (from, date) = completed.or(study.slot(day).map(|slot| (slot.from, slot.date)))?;
    let several = || words::range(from, date, "").replace(" - ", "-");
    Some(if from == date { date.format("%a %-d %b").to_string() } else { several() })
}

fn dated(study: &Study, day: &Day, columns: usize) -> String {
    let [short, whole] = DATED;
    let date = Some(day).filter(|_| columns >= short).and_then(|day| date_of(study, day)).unwrap_or_default();
    match date.split_once(' ') {
        Some((_, rest)) if columns < whole && !date.contains('-') => format!("{rest:>6}"),
        Some((weekday, rest)) if !date.contains('-') => format!("{weekday} {rest:>6}"),
        _ => date,
    }
}

/// Returns a day as a row of a list: mark, number, title, how far it is begun, whether it has a note, its date.
pub fn day_row(theme: Theme, study: &Study, day: &Day, selected: Selected, columns: usize) -> Row {
    let glyphs = theme.glyphs();
    let state = study.state(day);
    let is_milestone = study.plan().milestone_of(day.no()).is_some();
    let is_current = study.current_day().is_some_and(|current| current.no() == day.no());
    let mark = match state {
        DayState::Open | DayState::Begun if is_current => glyphs.cursor,
        DayState::Open | DayState::Begun if is_milestone => glyphs.milestone_cell(state),
        DayState::Open | DayState::Begun | DayState::Complete | DayState::Skipped => glyphs.mark(state),
    };
    let (done, all) = study.fold().count(day);
    let count = (state == DayState::Begun).then(|| format!("{done}/{all}"));
    let note = (!study.day(day.no()).notes.is_empty()).then(|| glyphs.note.to_owned());
    let date = Some(dated(study, day, columns)).filter(|date| !date.is_empty());
    let right: Vec<String> = [count, note, date].into_iter().flatten().collect();
    let style = if is_milestone && state == DayState::Open { theme.milestone() } else { theme.state(state) };
    let style = if selected == Selected::No { style } else { style.patch(theme.strong()) };
    let digits = study.plan().last_day().no().to_string().len().max(2);
    let lead = vec![Span::styled(format!("{mark} {:>digits$} ", day.no()), style)];
    let row = Row::between(lead, day.title, &right.join(" "), columns, [style, theme.quiet()]);
    row.aimed(Target::Day(day.no()), None, selected)
}

/// Returns the columns of a pane in which no row of a week is cut.
pub fn week_columns(study: &Study, week: &Week) -> u16 {
    let days = study.plan().days_in(week);
    let titles = days.iter().map(|day| width(day.title)).max().unwrap_or(0);
    let dates = days.iter().filter_map(|day| date_of(study, day));
    let [short, whole] = ["-", " "].map(|has| {
        let widths = dates.clone().filter(|date| date.contains(has) || has == " ").map(|date| width(&date));
        widths.max().unwrap_or(0).max(6)
    });
    // Frame, mark and number, note; then dates, with weekdays where there is room for them.
    let columns = titles + 4 + 5 + 3 + short;
    canvas::columns(if columns < DATED[1] + 4 { columns } else { columns - short + whole.max(short) })
}

/// Returns the shaky questions by day, behind a heading.
pub fn shaky(theme: Theme, shaky: &[Question], columns: usize, heading: &str) -> Vec<Row> {
    let row = |question: &Question| {
        Row::led(Span::styled(format!("  {:>2} ", question.day), theme.quiet()), &question.ask, columns, theme.text())
    };
    let mut rows = part(theme, heading, shaky.iter().take(SHAKY_OFFERED).flat_map(row).collect());
    if let Some(more) = shaky.len().checked_sub(SHAKY_OFFERED).filter(|more| *more > 0) {
        rows.push(Row::styled(format!("     and {more} more"), theme.quiet()));
    }
    rows
}

pub fn checks_heading(study: &Study) -> &'static str {
    if study.plan().is_builtin() {
        "Check before you call it done (ninety's own list)"
    } else {
        "Check before you call it done"
    }
}

/// Returns how far a milestone has come, such as `reached 8 Dec, 5 of 7 checks`.
pub fn milestone_progress(study: &Study, week: &Week, milestone: &Milestone) -> String {
    let reached = study.reached(milestone).map(|date| format!("reached {}", date.format("%-d %b")));
    let all = milestone.accept.len();
    let ticked = all - study.open_checks(week).count();
    let checks = (all > 0).then(|| format!("{ticked} of {}", counted(all, "check", "checks")));
    [reached, checks].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

pub fn milestone_glyph(theme: Theme, study: &Study, milestone: &Milestone) -> &'static str {
    let is_reached = study.reached(milestone).is_some();
    theme.glyphs().milestone_cell(if is_reached { DayState::Complete } else { DayState::Open })
}

pub fn milestone_row(theme: Theme, study: &Study, week: &Week, milestone: &Milestone, columns: usize) -> Vec<Row> {
    let progress = milestone_progress(study, week, milestone);
    let progress = if progress.is_empty() { progress } else { format!(": {progress}") };
    let lead = vec![Span::styled(format!("{} ", milestone_glyph(theme, study, milestone)), theme.milestone())];
    Row::led(lead, &format!("{}{progress}", milestone.title), columns, theme.text())
}

/// Returns the sentence about checks that are still open once the milestone is reached, with the days that build on it.
pub fn still_open(study: &Study, week: &Week, milestone: &Milestone) -> Option<String> {
    let open = study.open_checks(week).count();
    if open == 0 || study.reached(milestone).is_none() {
        return None;
    }
    let count = counted(open, "check", "checks");
    let later = words::building_on("it", &study.resting_on(milestone));
    Some(later.map_or_else(|| format!("{count} still open."), |later| format!("{count} still open; {later}.")))
}

pub fn week_sum(study: &Study, week: &Week, dot: &str) -> String {
    let (complete, skipped) = study.past_in(week);
    let came_to = words::came_to(complete, skipped, study.plan().days_in(week).len());
    match study.minutes_in(week) {
        0 => came_to,
        logged => format!("{came_to} {dot} {}", words::span(logged)),
    }
}
