//! Notes: all notes, links and reviews, newest first; filtered as one types. The list is made when the study or the
//! filter changes, and only what is in sight is read: two thousand notes cost a key what twenty do.

use super::prelude::*;
use super::today;
use crate::journal::{Answer, Fact, Key, Record};
use crate::plan::WeekNo;
use crate::text::visible;
use crate::tui::search::has_words;
use crate::tui::text_box::TextBox;

/// From this many columns on what is chosen stands beside the list.
const BESIDE: u16 = 72;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Written {
    key: Key,
    of: Of,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Of {
    Note(DayNo),
    Link(WeekNo),
    Review(WeekNo),
}

pub struct Notes {
    /// What fits the filter, newest first.
    shown: Vec<Written>,
    at: usize,
    scroll: isize,
    filter: TextBox,
    /// Whether letters go to the filter.
    is_typing: bool,
}

impl Notes {
    /// Returns the view with the newest note of a day selected, else the newest of all.
    pub fn on(study: &Study, day: DayNo) -> Self {
        let shown = all(study);
        let at = shown.iter().position(|written| written.of == Of::Note(day)).unwrap_or(0);
        Self { shown, at, scroll: 0, filter: TextBox::default(), is_typing: false }
    }

    fn find(&mut self, study: &Study) {
        let here = self.shown.get(self.at).map(|written| written.key);
        self.shown = all(study);
        if !self.filter.is_blank() {
            let filter = self.filter.text();
            let whole = |written: &Written| format!("{} {}", title(study, written.of), text(study, written.key));
            self.shown.retain(|written| has_words(&whole(written), &filter));
        }
        // A note that is gone leaves the place to the next older one.
        let place = here.and_then(|key| self.shown.iter().position(|written| written.key <= key));
        (self.at, self.scroll) = (place.unwrap_or(0), 0);
    }

    fn selected(&self) -> Option<Written> {
        self.shown.get(self.at).copied()
    }
}

fn all(study: &Study) -> Vec<Written> {
    let plan = study.plan();
    let mut all: Vec<Written> = Vec::new();
    for day in plan.days() {
        all.extend(study.day(day.no()).notes.iter().map(|key| Written { key: *key, of: Of::Note(day.no()) }));
    }
    for week in plan.weeks() {
        let progress = study.fold().week(week.no());
        all.extend(progress.links.iter().map(|key| Written { key: *key, of: Of::Link(week.no()) }));
        all.extend(progress.reviews.iter().map(|key| Written { key: *key, of: Of::Review(week.no()) }));
    }
    all.sort_unstable_by_key(|written| std::cmp::Reverse(written.key));
    all
}

fn text(study: &Study, key: Key) -> String {
    let facts = study.journal().get(key).map(|entry| entry.record().facts).unwrap_or_default();
    let say = |fact: Fact| match fact {
        Fact::Note { text, .. } => Some(text.trim_end().to_owned()),
        Fact::Link { url, .. } => Some(url),
        Fact::Review { answers, .. } => {
            let given = Answer::ALL.into_iter().filter(|answer| !answers.get(*answer).trim().is_empty());
            let parts = given.map(|answer| format!("{}:\n{}", words::heading(answer), answers.get(answer)));
            Some(parts.collect::<Vec<_>>().join("\n\n"))
        }
        _ => None,
    };
    facts.into_iter().find_map(say).unwrap_or_default()
}

fn title(study: &Study, of: Of) -> String {
    match of {
        Of::Note(no) => format!("Day {no}, {}", study.plan().day(no).title),
        Of::Link(no) => format!("Link of {}", words::week_named(study.plan().week(no))),
        Of::Review(no) => format!("Review of {}", words::week_named(study.plan().week(no))),
    }
}

impl Screen for Notes {
    fn context(&self) -> Context {
        if self.is_typing { Context::Search } else { Context::Notes }
    }

    fn act(&mut self, ctx: &mut Ctx, action: Action) -> Step {
        match (action, self.selected()) {
            (Action::Search, _) => self.is_typing = true,
            (Action::Accept, _) => self.is_typing = false,
            (Action::Back, _) if self.filter.is_blank() => {}
            (Action::Close | Action::Back, _) => {
                (self.is_typing, self.filter) = (false, TextBox::default());
                self.find(ctx.study);
                return Step::Close;
            }
            (Action::Move(motion), _) if motion.is_page() && !self.is_typing => {
                self.scroll = ctx.drawn.scrolled(self.scroll, motion);
            }
            (Action::Move(motion), _) => {
                (self.at, self.scroll) = (motion.within(self.at, self.shown.len(), ctx.drawn.page()), 0);
            }
            (Action::Enter, Some(Written { of: Of::Note(day), .. })) => return Step::Go(To::Day(day, None)),
            (Action::Enter, Some(Written { of: Of::Link(week), .. })) => return Step::Go(To::Milestone(week)),
            (Action::Enter, Some(Written { of: Of::Review(week), .. })) => return Step::Go(To::Questions(week)),
            (Action::Enter, None) => {}
            (Action::MoveNote, Some(Written { key, of: Of::Note(_) })) => return Step::Go(To::Ask(Ask::MoveNote(key))),
            (Action::MoveNote, _) => return ctx.say("Only a note of a day can be moved."),
            (Action::Open | Action::Copy, written) => {
                let link = written.filter(|written| matches!(written.of, Of::Link(_)));
                let url = link.map(|link| text(ctx.study, link.key));
                return ctx.address(action, url, "Only a link can be opened or copied.");
            }
            (Action::Note | Action::Line | Action::External, Some(Written { of: Of::Note(day), .. })) => {
                *ctx.day = day;
                return today::act_on_day(ctx, action);
            }
            (action, _) => return today::act_on_day(ctx, action),
        }
        Step::Stay
    }

    fn text(&mut self) -> Option<&mut TextBox> {
        self.is_typing.then_some(&mut self.filter)
    }

    fn edited(&mut self, ctx: &mut Ctx) {
        self.find(ctx.study);
    }

    fn click(&mut self, ctx: &mut Ctx, target: Target) -> Step {
        let Target::Note(key) = target else { return Step::Stay };
        if self.selected().is_some_and(|written| written.key == key) {
            return self.act(ctx, Action::Enter);
        }
        self.at = self.shown.iter().position(|written| written.key == key).unwrap_or(self.at);
        self.scroll = 0;
        Step::Stay
    }

    fn changed(&mut self, ctx: &mut Ctx, _recorded: Option<&Record>) {
        self.find(ctx.study);
    }

    fn label(&self, _study: &Study, _day: DayNo, row: &keymap::Row) -> &'static str {
        match row.action {
            Action::Accept => "keep the filter",
            Action::Close => "show all",
            Action::Enter | Action::Open | Action::MoveNote | Action::Search
                if self.shown.is_empty() && self.filter.is_blank() =>
            {
                ""
            }
            _ => row.label,
        }
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, study: &Study, _day: DayNo) {
        let theme = canvas.theme;
        let is_filtered = self.is_typing || !self.filter.is_blank();
        let (field, area) = canvas::top(area, u16::from(is_filtered));
        if is_filtered {
            canvas.prompt(field, " / ", &self.filter);
            if !self.is_typing {
                canvas.drawn.beside.cursor = None;
            }
        }
        if self.shown.is_empty() {
            let key = canvas.keys.key(Context::Notes, Action::Note);
            let words = if is_filtered {
                "Nothing fits. Fewer letters find more.".to_owned()
            } else {
                format!(
                    "There are no notes yet. {key} writes one about the selected day; a few words on what you understood are enough."
                )
            };
            let rows = Row::text(&words, Pane::columns(area), theme.quiet());
            return Pane { title: "Notes", rows, ..Pane::default() }.draw(canvas, area);
        }
        let (list, whole) = if area.width >= BESIDE {
            canvas::right(area, area.width / 2)
        } else {
            canvas::bottom(area, (area.height / 2).min(9))
        };
        self.list(canvas, list, study);
        if let Some(written) = self.selected() {
            let title = title(study, written.of);
            let at = study.journal().get(written.key).map(|entry| entry.at());
            let aside = at.map_or(String::new(), |at| at.format("%a %-d %b %Y, %H:%M").to_string());
            let text = text(study, written.key);
            let link = matches!(written.of, Of::Link(_)).then(|| text.clone());
            let rows = Row::text(&text, Pane::columns(whole), theme.text());
            let rows = rows.into_iter().map(|row| Row { link: link.clone(), ..row }).collect();
            Pane { title: &title, aside: &aside, rows, scroll: Some(self.scroll), ..Pane::default() }
                .draw(canvas, whole);
        }
    }
}

impl Notes {
    fn list(&self, canvas: &mut Canvas, area: Rect, study: &Study) {
        let theme = canvas.theme;
        let columns = Pane::columns(area);
        let height = usize::from(inner(area).height);
        let first = (self.at + 2).min(self.shown.len()).saturating_sub(height).min(self.at);
        let mut rows = Vec::new();
        for (place, written) in self.shown.iter().enumerate().skip(first).take(height) {
            let at = study.journal().get(written.key).map(|entry| entry.at().format("%e %b").to_string());
            let what = match written.of {
                Of::Note(day) => format!("{day:>3}", day = day.get()),
                Of::Link(_) => "lnk".to_owned(),
                Of::Review(_) => "rev".to_owned(),
            };
            let head = format!("{} {what} ", at.unwrap_or_default());
            let text = text(study, written.key);
            let mut lines = text.lines().filter(|line| !line.trim().is_empty() && !line.ends_with(':'));
            let line = visible(lines.next().unwrap_or_default().trim()).into_owned();
            let selected = if place == self.at { Selected::Whole } else { Selected::No };
            let lead = vec![Span::styled(head, theme.quiet())];
            let row = Row::between(lead, &line, "", columns, [theme.text(), theme.quiet()]);
            rows.push(row.aimed(Target::Note(written.key), None, selected));
        }
        let aside = format!("{}/{}", self.at + 1, self.shown.len());
        Pane { title: "Notes, links, reviews", aside: &aside, rows, ..Pane::default() }.draw(canvas, area);
    }
}
