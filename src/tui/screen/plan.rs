//! Plan: every phase and week at a glance, a cell a day; the chosen day in short; and ranges of days to skip.

use super::prelude::*;
use super::{day, rows, today, week};
use crate::journal::Record;
use crate::plan::{Day, Plan, Week};
use crate::study::DayState;
use crate::text::{shortened, width};
use std::ops::RangeInclusive;

/// From this many columns on the chosen day stands beside the map.
const BESIDE: u16 = 72;

/// The most days in a row: so many cells and the beginning of a title fit at 40 columns.
const CELLS: usize = 20;

#[derive(Default)]
pub struct Map {
    /// Where a range begins that ends at the selected day.
    mark: Option<DayNo>,
    scroll: isize,
}

impl Map {
    fn range(&self, day: DayNo) -> RangeInclusive<DayNo> {
        let mark = self.mark.unwrap_or(day);
        mark.min(day)..=mark.max(day)
    }

    fn marked(&self, study: &Study, day: DayNo) -> Vec<DayNo> {
        let range = self.range(day);
        study.plan().days().iter().map(Day::no).filter(|no| range.contains(no)).collect()
    }

    fn go(&mut self, ctx: &mut Ctx, place: usize) {
        let plan = ctx.study.plan();
        (*ctx.day, self.scroll) = (plan.days().get(place).unwrap_or(plan.last_day()).no(), 0);
    }

    /// Moves to the day in the same column of another row; rows end in one column.
    fn below(&mut self, ctx: &mut Ctx, step: isize) {
        let plan = ctx.study.plan();
        let lines: Vec<&[Day]> = plan.weeks().iter().flat_map(|week| lines(plan, week)).collect();
        let from_end = |line: &[Day]| line.iter().rev().position(|day| day.no() == *ctx.day);
        let here = lines.iter().enumerate().find_map(|(place, line)| Some((place, from_end(line)?)));
        let to = here.and_then(|(place, column)| {
            let line = lines.get(place.checked_add_signed(step)?)?;
            line.iter().rev().nth(column).or(line.first())
        });
        if let Some(day) = to {
            self.go(ctx, day.no().index());
        }
    }
}

/// Returns the rows of a week's cells; all end in one column, so that the first may be the shortest.
fn lines<'a>(plan: &'a Plan, week: &Week) -> impl Iterator<Item = &'a [Day]> {
    plan.days_in(week).rchunks(CELLS).rev()
}

impl Screen for Map {
    fn context(&self) -> Context {
        Context::Plan
    }

    fn act(&mut self, ctx: &mut Ctx, action: Action) -> Step {
        match action {
            Action::Tick if self.mark.is_some() => return ctx.say("Marked days can be skipped, not ticked."),
            Action::Tick => return week::tick_next(ctx),
            Action::Enter => return Step::Go(To::Day(*ctx.day, None)),
            Action::Mark if self.mark.take().is_none() => {
                self.mark = Some(*ctx.day);
                let key = ctx.key(Action::Skip);
                return ctx.say(format!("Move to the other end of the range; {key} skips it."));
            }
            Action::Mark => {}
            Action::Back if self.mark.take().is_some() => return Step::Close,
            Action::Skip if self.mark.is_some() => return today::skip(ctx, self.marked(ctx.study, *ctx.day)),
            Action::Days(_) | Action::Weeks(_) => ctx.by(action),
            Action::Move(Motion::Down) => self.below(ctx, 1),
            Action::Move(Motion::Up) => self.below(ctx, -1),
            Action::Move(Motion::First) => self.go(ctx, 0),
            Action::Move(Motion::Last) => self.go(ctx, ctx.study.plan().days().len()),
            Action::Move(motion) if motion.is_page() => self.scroll = ctx.drawn.scrolled(self.scroll, motion),
            action => return today::act_on_day(ctx, action),
        }
        Step::Stay
    }

    fn click(&mut self, ctx: &mut Ctx, target: Target) -> Step {
        let Target::Day(day) = target else { return Step::Stay };
        if *ctx.day == day {
            return Step::Go(To::Day(day, None));
        }
        self.go(ctx, day.index());
        Step::Stay
    }

    fn changed(&mut self, _ctx: &mut Ctx, recorded: Option<&Record>) {
        if recorded.is_some() {
            self.mark = None;
        }
    }

    fn label(&self, _study: &Study, _day: DayNo, row: &keymap::Row) -> &'static str {
        match row.action {
            Action::Mark if self.mark.is_some() => "end mark",
            Action::Skip if self.mark.is_some() => "skip all",
            Action::Tick | Action::Enter | Action::Note if self.mark.is_some() => "",
            _ => row.label,
        }
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, study: &Study, no: DayNo) {
        let day = study.plan().day(no);
        let (map, detail) = if area.width >= BESIDE {
            let columns = (area.width.saturating_mul(3) / 5).min(needed(study.plan()));
            canvas::right(area, area.width.saturating_sub(columns))
        } else {
            canvas::bottom(area, if area.height >= 14 { 5 } else { 0 })
        };
        // Where the day has no pane of its own, it is named beside the map's title.
        let aside = if detail.is_empty() {
            format!("{} {}", day.no(), day.title)
        } else {
            format!("{}/{}", study.days_complete(), study.plan().days().len())
        };
        self.map(canvas, map, study, day, &aside);
        if !detail.is_empty() {
            self.detail(canvas, detail, study, day);
        }
    }
}

/// Returns the columns that the map takes when nothing in it is cut: a frame, the widest week and the widest phase.
fn needed(plan: &Plan) -> u16 {
    let week = |week: &Week| 4 + width(week.title) + 2 + plan.days_in(week).len().min(CELLS) * 2;
    let phases = plan.phases().iter().map(|phase| width(phase.title));
    let widest = plan.weeks().iter().map(week).chain(phases).chain([width(plan.title()) + 2]).max();
    canvas::columns(widest.unwrap_or(0)).saturating_add(4)
}

impl Map {
    fn map(&self, canvas: &mut Canvas, area: Rect, study: &Study, shown: &Day, aside: &str) {
        let (theme, plan) = (canvas.theme, study.plan());
        let columns = Pane::columns(area);
        // Every week is in sight before any phase is named.
        let all: Vec<&[Day]> = plan.weeks().iter().flat_map(|week| lines(plan, week)).collect();
        let has_phases = all.len() + plan.phases().len() <= usize::from(inner(area).height);
        let widest = all.iter().map(|line| line.len()).max().unwrap_or(0);
        let gap = if columns >= widest * 2 + 14 { " " } else { "" };
        let mut rows: Vec<Row> = Vec::new();
        for week in plan.weeks() {
            let phase = plan.phase_of(week.no()).filter(|phase| has_phases && phase.first() == week.no());
            rows.extend(phase.map(|phase| Row::styled(shortened(phase.title, columns), theme.quiet())));
            for line in lines(plan, week) {
                rows.push(self.line(theme, study, line, shown, columns, gap));
            }
        }
        Pane { title: plan.title(), aside, rows, ..Pane::default() }.draw(canvas, area);
    }

    /// Draws some days of a week, behind its name if they are its first.
    fn line(&self, theme: Theme, study: &Study, days: &[Day], shown: &Day, columns: usize, gap: &str) -> Row {
        let plan = study.plan();
        let first = days.first().map_or(shown.no(), Day::no);
        let week = plan.week_of(first);
        let style = if shown.week() == week.no() { theme.strong() } else { theme.text() };
        let is_first = week.first() == first;
        let head = if is_first { format!("{:>3} ", week.no()) } else { String::new() };
        // Cells end at the right, so that every week's milestone stands in one column and titles have room.
        let room = columns.saturating_sub(days.len() * (1 + gap.len()));
        let title = if is_first { week.title } else { "" };
        // The rows below are the same week's: so many of its days are on them.
        let more = plan.days_in(week).len().saturating_sub(days.len());
        let more = if is_first && more > 0 { format!("+{more}") } else { String::new() };
        let styles = [style, theme.quiet()];
        let mut spans =
            Row::between(vec![Span::styled(head, style)], title, &more, room.saturating_sub(1), styles).spans;
        spans.push(Span::raw(" "));
        let range = self.range(shown.no());
        for day in days {
            let state = study.state(day);
            let is_milestone = plan.milestone_of(day.no()).is_some();
            let glyphs = theme.glyphs();
            let glyph = if is_milestone { glyphs.milestone_cell(state) } else { glyphs.cell(state) };
            let style = if is_milestone { theme.milestone() } else { theme.state(state) };
            let style = if range.contains(&day.no()) { style.patch(theme.selected()) } else { style };
            spans.extend([Span::styled(glyph, style), Span::raw(gap.to_owned())]);
        }
        let here = days.iter().any(|day| day.no() == shown.no());
        let selected = if here { Selected::Cursor } else { Selected::No };
        let cell = |(i, day): (usize, &Day)| (room + i * (1 + gap.len()), Target::Day(day.no()));
        let cells = days.iter().enumerate().map(cell).collect();
        Row { cells, ..Row::of(spans).aimed(Target::Day(first), None, selected) }
    }

    fn detail(&self, canvas: &mut Canvas, area: Rect, study: &Study, day: &'static Day) {
        let (theme, columns) = (canvas.theme, Pane::columns(area));
        let mut rows = Vec::new();
        if let Some(mark) = self.mark {
            let days = words::day_numbers(&self.marked(study, day.no()));
            let text = format!("Marked: {days}, from day {mark}.");
            rows.extend(Row::text(&text, columns, theme.accent()));
            rows.push(Row::blank());
        }
        let [to_do, to_read, about] = day::rows(theme, study, day, None, columns);
        rows.extend(to_do);
        let week = study.plan().week_of(day.no());
        if let Some(milestone) = &week.milestone {
            rows.push(Row::blank());
            rows.extend(rows::milestone_row(theme, study, week, milestone, columns));
        }
        let note = Some(study.note(day.no())).filter(|note| !note.is_empty());
        let note = note.map(|note| Row::text(&note, columns, theme.text()));
        rows.extend(rows::part(theme, "Note", note.unwrap_or_default()));
        rows.extend(to_read.into_iter().chain(about));
        let state = match study.state(day) {
            DayState::Complete => "complete",
            DayState::Skipped => "skipped",
            DayState::Open | DayState::Begun => "",
        };
        let aside = format!("{state} {}", rows::date_of(study, day).unwrap_or_default());
        let title = format!("{} {}", day.no(), day.title);
        Pane { title: &title, aside: aside.trim(), rows, scroll: Some(self.scroll), ..Pane::default() }
            .draw(canvas, area);
    }
}
