//! A week and its review on one page: its days, what it leads to with checks and links, and the three questions.

mod areas;

use super::prelude::*;
use super::rows::Item;
use super::{milestone, rows, today};
use crate::journal::{Answer, Fact, Record};
use crate::plan::{Day, Week as PlanWeek, WeekNo};
use crate::study::recall::Asking;
use crate::text::counted;
use crate::tui::canvas::Pane as Frame;

pub use areas::{Pane, has_milestone, questions_area};

pub struct Week {
    pane: Pane,
    /// The selected row of the milestone, and the selected question.
    row: usize,
    question: usize,
    scroll: isize,
    /// Whether stretch goals and pitfalls are shown where there is no room for all.
    is_open: bool,
}

impl Week {
    pub fn on(study: &Study, no: WeekNo, pane: Pane) -> Self {
        let week = study.plan().week(no);
        let row = milestone::items(study, week).iter().position(|item| is_open(study, item)).unwrap_or(0);
        let answers = study.answers(week);
        let question = Answer::ALL.iter().position(|answer| answers.get(*answer).is_empty()).unwrap_or(0);
        let pane = if areas::panes(study, week).contains(&pane) { pane } else { Pane::Days };
        Self { pane, row, question, scroll: 0, is_open: false }
    }

    fn item(&self, study: &Study, week: &'static PlanWeek) -> Option<Item> {
        milestone::items(study, week).into_iter().nth(self.row)
    }

    fn go(&mut self, ctx: &mut Ctx, motion: Motion) {
        let week = ctx.week();
        self.scroll = 0;
        match self.pane {
            Pane::Days => {
                let days = ctx.study.plan().days_in(week);
                let here = days.iter().take_while(|day| day.no() < *ctx.day).count();
                let day = days.get(motion.within(here, days.len(), days.len()));
                *ctx.day = day.map_or(*ctx.day, Day::no);
            }
            Pane::Milestone => self.row = motion.within(self.row, milestone::items(ctx.study, week).len(), 1),
            Pane::Questions => self.question = motion.within(self.question, Answer::ALL.len(), 1),
        }
    }

    /// Ticks, unticks or opens what the cursor is on: a check or link, a question, or of a day the next open task.
    fn on_item(&mut self, ctx: &mut Ctx, action: Action) -> Step {
        let (week, day) = (ctx.week(), ctx.study.plan().day(*ctx.day));
        let item = self.item(ctx.study, week).filter(|_| self.pane == Pane::Milestone);
        if let Some(step) = item.as_ref().and_then(|item| item.step(ctx, day, action)) {
            return step;
        }
        match (action, self.pane, item) {
            (Action::Untick, ..) => {
                let x = ctx.key(action);
                ctx.say(format!("Tasks are unticked in Today; here {x} unticks checks and removes links."))
            }
            (Action::Tick, Pane::Days, _) => tick_next(ctx),
            (_, _, Some(Item::Check(..))) => {
                self.go(ctx, Motion::Down);
                Step::Stay
            }
            (Action::Tick, _, item) => {
                let does = match item {
                    Some(Item::Link(_)) => "opens the link",
                    Some(_) => "adds one",
                    None => "answers the question",
                };
                ctx.say(format!("There is nothing to tick here; {} {does}.", ctx.key(Action::Enter)))
            }
            (_, Pane::Days, _) => Step::Go(To::Day(*ctx.day, None)),
            (_, Pane::Questions, _) => self.review(ctx, week),
            (_, Pane::Milestone, _) => Step::Go(To::Ask(Ask::Link(week.no()))),
        }
    }

    fn review(&mut self, ctx: &mut Ctx, week: &PlanWeek) -> Step {
        if !ctx.study.is_reviewable(week) {
            return ctx.say(words::nothing_to_review(week));
        }
        self.pane = Pane::Questions;
        let answer = Answer::ALL.get(self.question).copied().unwrap_or(Answer::Can);
        Step::Go(To::Review(week.no(), answer))
    }

    fn address(&self, ctx: &mut Ctx, action: Action) -> Step {
        let link = match self.item(ctx.study, ctx.week()) {
            Some(Item::Link(link)) => Some(link),
            _ => ctx.study.links(ctx.week()).pop(),
        };
        let none = format!("There is no link yet; {} adds one.", ctx.key(Action::Link));
        ctx.address(action, link.map(|link| link.url), none)
    }
}

fn is_open(study: &Study, item: &Item) -> bool {
    matches!(item, Item::Check(week, check) if study.checked(week, check).is_none())
}

pub fn tick_next(ctx: &mut Ctx) -> Step {
    let day = ctx.study.plan().day(*ctx.day);
    if let Some(task) = day.tasks().iter().find(|task| !ctx.study.is_done(day, task)) {
        return Step::record(Fact::toggled(task.id(), false));
    }
    let key = ctx.key(Action::Enter);
    ctx.say(format!("Every task of day {} is ticked; {key} shows it.", day.no()))
}

impl Screen for Week {
    fn context(&self) -> Context {
        Context::Week
    }

    fn act(&mut self, ctx: &mut Ctx, action: Action) -> Step {
        let week = ctx.week();
        match action {
            Action::Tick | Action::Untick | Action::Enter => return self.on_item(ctx, action),
            Action::Review => return self.review(ctx, week),
            Action::Link if week.milestone.is_none() => {
                return ctx.say(format!("{}, so there is nothing to link.", words::no_milestone(week)));
            }
            Action::Link => return Step::Go(To::Ask(Ask::Link(week.no()))),
            Action::Open | Action::Copy => return self.address(ctx, action),
            Action::Panes(step) => {
                let panes = areas::panes(ctx.study, week);
                let here = panes.iter().position(|pane| *pane == self.pane).unwrap_or(0);
                self.pane = panes.get(keymap::around(here, step, panes.len())).copied().unwrap_or(self.pane);
                self.scroll = 0;
            }
            Action::Fold if week.milestone.is_some() => {
                self.is_open = !self.is_open;
                (self.pane, self.scroll) = (Pane::Milestone, 0);
            }
            Action::Skip if self.pane != Pane::Days => {
                let key = ctx.key(Action::Panes(1));
                return ctx.say(format!("Days are skipped in their own pane; {key} goes there."));
            }
            Action::Days(_) | Action::Weeks(_) => {
                ctx.by(action);
                // In a week that leads to nothing the cursor cannot stay on that.
                if ctx.week().no() != week.no() {
                    *self = Self { is_open: self.is_open, ..Self::on(ctx.study, ctx.week().no(), self.pane) };
                }
            }
            Action::Move(motion) if motion.is_page() => self.scroll = ctx.drawn.scrolled(self.scroll, motion),
            Action::Move(motion) => self.go(ctx, motion),
            action => return today::act_on_day(ctx, action),
        }
        Step::Stay
    }

    fn click(&mut self, ctx: &mut Ctx, target: Target) -> Step {
        let here = ctx.week().no();
        self.scroll = 0;
        match target {
            Target::Day(day) if day == *ctx.day && self.pane == Pane::Days => return Step::Go(To::Day(day, None)),
            Target::Day(day) => (*ctx.day, self.pane) = (day, Pane::Days),
            Target::Check(week, row) if week == here => (self.row, self.pane) = (row, Pane::Milestone),
            Target::CheckMark(week, row) if week == here => {
                (self.row, self.pane) = (row, Pane::Milestone);
                let week = ctx.study.plan().week(week);
                return match self.item(ctx.study, week) {
                    Some(item @ Item::Check(..)) => {
                        Step::record(item.toggled(ctx.study, ctx.study.plan().day(week.last())))
                    }
                    _ => self.on_item(ctx, Action::Enter),
                };
            }
            Target::Question(week, place) if week == here => {
                (self.question, self.pane) = (place, Pane::Questions);
                return self.on_item(ctx, Action::Enter);
            }
            _ => {}
        }
        Step::Stay
    }

    /// Goes on from a check that was ticked to the next open one.
    fn changed(&mut self, ctx: &mut Ctx, recorded: Option<&Record>) {
        let week = ctx.week();
        let items = milestone::items(ctx.study, week);
        self.pane = Self::on(ctx.study, week.no(), self.pane).pane;
        self.row = self.row.min(items.len().saturating_sub(1));
        let is_tick = matches!(recorded.and_then(|record| record.facts.first()), Some(Fact::Done(_)));
        let open = |item: &Item| is_open(ctx.study, item);
        let next = items.iter().skip(self.row).position(open).filter(|_| is_tick && self.pane == Pane::Milestone);
        self.row += next.unwrap_or(0);
    }

    fn label(&self, study: &Study, day: DayNo, row: &keymap::Row) -> &'static str {
        let week = study.plan().week_of(day);
        match (row.action, self.pane, self.item(study, week)) {
            (Action::WarmUp, ..) if study.to_ask(Asking::Shaky).is_empty() => "",
            (Action::Fold | Action::Link, ..) if week.milestone.is_none() => "",
            (Action::Open, ..) if !has_milestone(study, week) => "",
            (Action::Review, ..) | (Action::Enter, Pane::Questions, _) if !study.is_reviewable(week) => "",
            (Action::Tick, Pane::Days, _) => "tick next",
            (Action::Tick, Pane::Milestone, Some(Item::Check(..))) => row.label,
            (Action::Enter, Pane::Questions, _) => "answer",
            (Action::Enter, Pane::Days, _) | (Action::Enter, Pane::Milestone, Some(Item::Link(_))) => "open",
            (Action::Enter, Pane::Milestone, Some(Item::AddLink) | None) => "add a link",
            (Action::Tick, ..)
            | (Action::Enter, Pane::Milestone, _)
            | (Action::Skip, Pane::Milestone | Pane::Questions, _) => "",
            _ => row.label,
        }
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, study: &Study, day: DayNo) {
        let week = study.plan().week_of(day);
        for (pane, area) in areas::places(area, study, week, self.pane) {
            match pane {
                Pane::Days => self.days(canvas, area, study, week, day),
                Pane::Milestone => self.milestone(canvas, area, study, week),
                Pane::Questions => self.questions(canvas, area, study, week),
            }
        }
    }
}

impl Week {
    /// Returns a pane's frame, which shows whether it is the chosen one.
    fn frame(&self, theme: Theme, pane: Pane) -> Frame<'_> {
        let (title_style, scroll) =
            if self.pane == pane { (theme.accent(), Some(self.scroll)) } else { (theme.text(), None) };
        Frame { title_style, scroll, ..Frame::default() }
    }

    fn days(&self, canvas: &mut Canvas, area: Rect, study: &Study, week: &PlanWeek, shown: DayNo) {
        let (theme, columns) = (canvas.theme, Frame::columns(area));
        let days = study.plan().days_in(week);
        let mut rows = Row::text(&rows::week_sum(study, week, theme.glyphs().dot), columns, theme.quiet());
        let mut said = "";
        for day in days {
            let here = day.no() == shown;
            let selected = if here && self.pane == Pane::Days { Selected::Whole } else { Selected::No };
            rows.push(rows::day_row(theme, study, day, selected, columns));
            let why = study.day(day.no()).skipped.as_ref().map(|(why, _)| why.trim()).unwrap_or_default();
            // What holds for several days is said once.
            if !why.is_empty() && why != said {
                rows.extend(Row::led("     ", why, columns, theme.quiet()));
            }
            said = why;
        }
        let next = study.plan().week_no(usize::from(week.no().get()) + 1).map(|no| study.plan().week(no));
        if let Some(next) = next {
            let leads = next.milestone.as_ref().map(|milestone| format!(", leads to {}", milestone.title));
            let days = counted(study.plan().days_in(next).len(), "day", "days");
            let text = format!("Next: {}, {days}{}", words::week_named(next), leads.unwrap_or_default());
            let text = Row::text(&text, columns, theme.quiet());
            let has_room = rows.len() + text.len() < usize::from(canvas::inner(area).height);
            rows.extend(has_room.then(Row::blank));
            rows.extend(text);
        }
        let title = format!("Week {} {} {}", week.no(), theme.glyphs().dot, week.title);
        Frame { title: &title, rows, ..self.frame(theme, Pane::Days) }.draw(canvas, area);
    }

    fn milestone(&self, canvas: &mut Canvas, area: Rect, study: &Study, week: &'static PlanWeek) {
        let (theme, columns) = (canvas.theme, Frame::columns(area));
        let cursor = (self.pane == Pane::Milestone).then_some(self.row);
        let Some(leads_to) = &week.milestone else {
            // What was linked when there was a milestone, without its heading.
            let rows = milestone::rows(theme, study, week, columns, cursor).into_iter().skip(1).collect();
            return Frame { title: "Links", rows, scroll: None, ..self.frame(theme, Pane::Milestone) }
                .draw(canvas, area);
        };
        let mut rows = milestone::rows(theme, study, week, columns, cursor);
        if let Some(open) = rows::still_open(study, week, leads_to) {
            rows.extend(Row::text(&open, columns, theme.quiet()));
        }
        let room = usize::from(inner(area).height).saturating_sub(rows.len());
        let room = if self.is_open { usize::MAX } else { room };
        let key = canvas.keys.key(Context::Week, Action::Fold);
        let mut more = milestone::more(theme, leads_to, columns, room, &key);
        if self.is_open && self.pane == Pane::Milestone {
            // They are what is in sight now, and not the row that the cursor is on.
            for row in &mut rows {
                row.selected = Selected::No;
            }
            for row in &mut more {
                row.selected = Selected::Cursor;
            }
        }
        rows.extend(more);
        let (title, aside) = milestone::title(theme, study, week, leads_to, area);
        Frame { title: &title, aside: &aside, rows, ..self.frame(theme, Pane::Milestone) }.draw(canvas, area);
    }

    fn questions(&self, canvas: &mut Canvas, area: Rect, study: &Study, week: &PlanWeek) {
        let (theme, columns) = (canvas.theme, Frame::columns(area));
        let answers = study.answers(week);
        let mut rows = Vec::new();
        for (place, answer) in Answer::ALL.into_iter().enumerate() {
            let here = place == self.question && self.pane == Pane::Questions;
            let selected = if here { Selected::Cursor } else { Selected::No };
            let text = answers.get(answer).trim();
            let question = if text.is_empty() { words::question(answer) } else { words::heading(answer) };
            let lead =
                vec![Span::styled(if here { theme.glyphs().cursor } else { " " }, theme.accent()), Span::raw(" ")];
            let style = if here { theme.strong() } else { theme.quiet() };
            let mut part = Row::led(lead, question, columns, style);
            if !text.is_empty() {
                part.extend(Row::led("  ", text, columns, theme.text()));
            }
            let target = Target::Question(week.no(), place);
            rows.extend(part.into_iter().map(|row| row.aimed(target, None, selected)));
        }
        let (w, shaky) = (canvas.keys.key(Context::Week, Action::WarmUp), study.shaky());
        rows.extend(rows::shaky(theme, &shaky, columns, &format!("Shaky ({}); {w} asks", shaky.len())));
        let last = study.reviews(week).pop();
        let key = canvas.keys.key(Context::Week, Action::Review);
        let aside = match last {
            Some(review) => study.habits().study_date(review.at).format("%a %-d %b").to_string(),
            None if study.is_reviewable(week) => format!("{key} answers"),
            None => String::new(),
        };
        let shaky = (!shaky.is_empty()).then(|| format!("{} shaky", shaky.len()));
        let aside = shaky.into_iter().chain(Some(aside).filter(|aside| !aside.is_empty()));
        let aside = aside.collect::<Vec<_>>().join(", ");
        Frame { title: "Review", aside: &aside, rows, ..self.frame(theme, Pane::Questions) }.draw(canvas, area);
    }
}
