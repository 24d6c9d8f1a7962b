//! Today: one day, what to do and what to read, with its week and the learner's note beside it.

mod areas;

use super::prelude::*;
use super::rows::{self, Item};
use super::{day, milestone};
use crate::describe;
use crate::journal::{Fact, Mark, Record};
use crate::plan::Day;
use crate::study::recall::Asking;
use crate::study::{DayState, Evening};
use crate::text::{counted, width};

pub use areas::note_area;

/// What ticking means on a complete day of which nothing is left.
pub const NEXT_DAY: &str = "next day";

#[derive(Default)]
pub struct Today {
    row: usize,
    /// The id of what the cursor is on, which stays selected when rows come and go.
    id: Option<String>,
    scroll: isize,
}

impl Today {
    pub fn on(study: &Study, day: DayNo, row: Option<usize>) -> Self {
        let mut today = Self { row: row.unwrap_or_else(|| first_open(study, day)), id: None, scroll: 0 };
        today.select(study, day, today.row);
        today
    }

    fn select(&mut self, study: &Study, day: DayNo, row: usize) {
        let items = rows::items(study, study.plan().day(day));
        (self.row, self.scroll) = (row.min(items.len().saturating_sub(1)), 0);
        self.id = items.get(self.row).map(|item| item.id().to_owned());
    }

    fn go(&mut self, ctx: &mut Ctx, to: impl FnOnce(&mut Ctx)) -> Step {
        let before = *ctx.day;
        to(ctx);
        if *ctx.day != before {
            *self = Self::on(ctx.study, *ctx.day, None);
        }
        Step::Stay
    }

    fn item(&self, ctx: &Ctx) -> (&'static Day, Option<Item>) {
        let day = ctx.study.plan().day(*ctx.day);
        (day, rows::items(ctx.study, day).into_iter().nth(self.row))
    }

    /// Ticks, unticks or opens what the cursor is on; what is ticked leads on: to the next open row, or from a complete
    /// day to the next.
    fn on_item(&mut self, ctx: &mut Ctx, action: Action) -> Step {
        let (day, item) = self.item(ctx);
        if let Some(step) = item.and_then(|item| item.step(ctx, day, action)) {
            return step;
        }
        if action == Action::Untick {
            return ctx.say(format!("Nothing is ticked here; {} unticks what is.", ctx.key(action)));
        }
        if ctx.study.state(day) == DayState::Complete {
            return to_day(ctx, ctx.study.next_day(day.no()));
        }
        self.select(ctx.study, day.no(), first_open(ctx.study, day.no()));
        Step::Stay
    }

    /// Opens or copies the resource under the cursor, else the day's first one that is not read yet.
    fn address(&self, ctx: &mut Ctx, action: Action) -> Step {
        let (day, item) = self.item(ctx);
        let unread = || day.resources.iter().find(|resource| !ctx.study.has_read(resource.url()));
        let found = match item {
            Some(Item::Resource(resource)) => Some(resource),
            _ => unread().or(day.resources.first()),
        };
        let url = found.map(|resource| resource.url().to_owned());
        ctx.address(action, url, format!("Day {} has no resources.", day.no()))
    }
}

/// Returns the row of a day's first open task, else of its first open check or own task, else of its last task.
fn first_open(study: &Study, no: DayNo) -> usize {
    let day = study.plan().day(no);
    let items = rows::items(study, day);
    let open = |item: &Item| !matches!(item, Item::Resource(_)) && !item.is_done(study, day);
    items.iter().position(open).unwrap_or(day.tasks().len().saturating_sub(1))
}

fn to_day(ctx: &mut Ctx, day: Option<&Day>) -> Step {
    match day {
        Some(day) => Step::Go(To::Day(day.no(), None)),
        None => ctx.say("Every day is complete or skipped."),
    }
}

pub fn skip(ctx: &mut Ctx, days: Vec<DayNo>) -> Step {
    if let [no] = days.as_slice() {
        let day = ctx.study.plan().day(*no);
        if ctx.study.state(day) == DayState::Skipped {
            return Step::record(Fact::Open(vec![Mark::Day(day.id().clone())]));
        }
    }
    match ctx.study.skipped(&days, "") {
        Ok(_) => Step::Go(To::Ask(Ask::Skip(days))),
        Err(sentence) => ctx.say(sentence),
    }
}

pub fn act_on_day(ctx: &mut Ctx, action: Action) -> Step {
    let day = *ctx.day;
    match action {
        Action::Note => Step::Go(To::Editor(day)),
        Action::External => Step::Do(Effect::Edit(day)),
        Action::Line => Step::Go(To::Ask(Ask::Line(day))),
        Action::AddTask => Step::Go(To::Ask(Ask::OwnTask(day))),
        Action::Minutes => Step::Go(To::Ask(Ask::Minutes(day))),
        Action::Skip => skip(ctx, vec![day]),
        Action::CurrentDay => to_day(ctx, ctx.study.day_at_hand()),
        _ => Step::Stay,
    }
}

impl Screen for Today {
    fn context(&self) -> Context {
        Context::Today
    }

    fn act(&mut self, ctx: &mut Ctx, action: Action) -> Step {
        match action {
            Action::Tick | Action::Untick | Action::Enter => return self.on_item(ctx, action),
            Action::AddTask => {
                if let (_, Some(Item::Own(task))) = self.item(ctx) {
                    return Step::Go(To::Ask(Ask::Reword(task)));
                }
                return act_on_day(ctx, action);
            }
            Action::Days(_) | Action::Weeks(_) => return self.go(ctx, |ctx| ctx.by(action)),
            Action::Open | Action::Copy => return self.address(ctx, action),
            Action::Move(motion) if motion.is_page() => self.scroll = ctx.drawn.scrolled(self.scroll, motion),
            Action::Move(motion) => {
                let count = rows::items(ctx.study, ctx.study.plan().day(*ctx.day)).len();
                self.select(ctx.study, *ctx.day, motion.within(self.row, count, 1));
            }
            action => return act_on_day(ctx, action),
        }
        Step::Stay
    }

    fn click(&mut self, ctx: &mut Ctx, target: Target) -> Step {
        match target {
            Target::Item(day, row) | Target::Mark(day, row) => {
                *ctx.day = day;
                self.select(ctx.study, day, row);
                let (day, item) = self.item(ctx);
                let marked = item.filter(|_| matches!(target, Target::Mark(..)));
                marked.map_or(Step::Stay, |item| Step::record(item.toggled(ctx.study, day)))
            }
            Target::Day(day) => self.go(ctx, |ctx| *ctx.day = day),
            _ => Step::Stay,
        }
    }

    /// Stays with what was selected; goes on from what was ticked to the next open row, and to a task that was added.
    fn changed(&mut self, ctx: &mut Ctx, recorded: Option<&Record>) {
        let day = ctx.study.plan().day(*ctx.day);
        let items = rows::items(ctx.study, day);
        let place = |id: &str| items.iter().position(|item| item.id() == id);
        let here = self.id.as_deref().and_then(place).unwrap_or(self.row);
        let open = |(_, item): &(usize, &Item)| !matches!(item, Item::Resource(_)) && !item.is_done(ctx.study, day);
        let to = match recorded.and_then(|record| record.facts.first()) {
            Some(Fact::Done(_)) => {
                let later = items.iter().enumerate().skip(here).find(open);
                later.or_else(|| items.iter().enumerate().find(open)).map(|(row, _)| row)
            }
            Some(Fact::Add { over, .. }) if over.is_empty() => {
                items.iter().rposition(|item| matches!(item, Item::Own(_)))
            }
            _ => None,
        };
        self.select(ctx.study, day.no(), to.unwrap_or(here));
    }

    fn label(&self, study: &Study, day: DayNo, row: &keymap::Row) -> &'static str {
        let day = study.plan().day(day);
        let is_complete = study.state(day) == DayState::Complete;
        let is_ticked = || rows::items(study, day).get(self.row).is_none_or(|item| item.is_done(study, day));
        match row.action {
            Action::Tick if is_complete && is_ticked() => NEXT_DAY,
            Action::Days(1) if (is_complete && is_ticked()) || day.no() == study.plan().last_day().no() => "",
            Action::Skip => "",
            Action::Open if day.resources.is_empty() => "",
            Action::WarmUp => match study.asked_on(day) {
                (_, 0) => "",
                (Asking::Shaky, _) => "ask shaky",
                (Asking::WarmUp | Asking::More, _) => row.label,
            },
            _ => row.label,
        }
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, study: &Study, no: DayNo) {
        let day = study.plan().day(no);
        let area = draw_evening(canvas, area, study);
        let (areas, [to_do, to_read]) = areas::laid_out(canvas, area, study, day, self.row);
        self.the_day(canvas, areas.day, study, day, to_do, areas.note);
        if let Some(area) = areas.read {
            Pane { title: day::READ, rows: to_read, ..Pane::default() }.draw(canvas, area);
        }
        if let Some(week) = areas.week {
            the_week(canvas, week, study, day);
        }
        if let Some(note) = areas.note {
            let key = canvas.keys.key(Context::Today, Action::Note);
            let (said, style) = match study.note(no) {
                said if said.is_empty() => (format!("No note yet: {key} writes one."), canvas.theme.quiet()),
                said => (said, canvas.theme.text()),
            };
            let rows = Row::text(&said, Pane::columns(note), style);
            // Where the whole day is in sight, the note is what scrolls.
            let fits = canvas.drawn.above == 0 && canvas.drawn.below == 0;
            let scroll = fits.then_some(self.scroll);
            let aside = match study.own_questions(day).len() {
                0 => String::new(),
                count => counted(count, "question", "questions"),
            };
            Pane { title: "Note", aside: &aside, rows, scroll, ..Pane::default() }.draw(canvas, note);
        }
        if let Some(area) = areas.milestone {
            milestone::draw(canvas, area, study, study.plan().week_of(no));
        }
    }
}

impl Today {
    fn the_day(
        &self,
        canvas: &mut Canvas,
        area: Rect,
        study: &Study,
        day: &'static Day,
        rows: Vec<Row>,
        note: Option<Rect>,
    ) {
        let glyphs = canvas.theme.glyphs();
        let state = study.state(day);
        let milestone = study.plan().milestone_of(day.no());
        let sign = milestone.map_or(String::new(), |_| format!("{} ", glyphs.milestone_cell(state)));
        let title = format!("{sign}{} {}", day.no(), day.title);
        let done =
            if state == DayState::Complete { format!("{} complete", glyphs.done) } else { day::time(study, day) };
        let has_hidden_note = note.is_none() && !study.day(day.no()).notes.is_empty();
        let both = if has_hidden_note { format!("{done} {}", glyphs.note) } else { done };
        // The time can be looked up; that there is a note must be seen.
        let aside =
            if has_hidden_note && !Pane::has_room(area, &title, &both) { glyphs.note } else { both.trim_start() };
        let title_style = if milestone.is_some() { canvas.theme.milestone() } else { canvas.theme.text() };
        Pane { title: &title, title_style, aside, rows, scroll: Some(self.scroll), ..Pane::default() }
            .draw(canvas, area);
    }
}

fn the_week(canvas: &mut Canvas, area: Rect, study: &Study, shown: &Day) {
    let theme = canvas.theme;
    let week = study.plan().week_of(shown.no());
    let row = |day: &Day| {
        let selected = if day.no() == shown.no() { Selected::Cursor } else { Selected::No };
        rows::day_row(theme, study, day, selected, Pane::columns(area))
    };
    let rows = study.plan().days_in(week).iter().map(row).collect();
    let title = format!("Week {} {} {}", week.no(), theme.glyphs().dot, week.title);
    Pane { title: &title, rows, ..Pane::default() }.draw(canvas, area);
}

fn draw_evening(canvas: &mut Canvas, area: Rect, study: &Study) -> Rect {
    let lines = describe::evening(study);
    let Some([whole, short]) = lines.first() else { return area };
    let (row, rest) = canvas::top(area, 1);
    let room = usize::from(area.width).saturating_sub(2);
    let with_second = |first: &str| lines.get(1).map(|[_, second]| format!("{first} {second}"));
    let forms = [with_second(whole), with_second(short), Some(whole.clone())];
    let fitting = forms.into_iter().flatten().find(|text| width(text) <= room);
    let text = fitting.unwrap_or_else(|| short.clone());
    let is_done = matches!(study.evening(), Evening::DoneToday { .. });
    let style = if is_done { canvas.theme.done() } else { canvas.theme.quiet() };
    canvas.line(row, &Line::styled(format!(" {text}"), style));
    rest
}
