//! What stands there after a long time away: the last note, and one small task. No count of what is late.

use super::prelude::*;
use super::{rows, today};
use crate::text::counted;

#[derive(Default)]
pub struct WelcomeBack {
    scroll: isize,
}

impl Screen for WelcomeBack {
    fn context(&self) -> Context {
        Context::WelcomeBack
    }

    fn act(&mut self, ctx: &mut Ctx, action: Action) -> Step {
        match action {
            Action::Accept => today::act_on_day(ctx, Action::CurrentDay),
            Action::Close => Step::Close,
            Action::Move(motion) => ctx.scroll(&mut self.scroll, motion),
            _ => Step::Stay,
        }
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, study: &Study, _day: DayNo) {
        let theme = canvas.theme;
        let area = canvas::centred(canvas, area, 72, 16);
        let columns = Pane::columns(area);
        let Some(day) = study.current_day() else { return };
        let since = words::since(study.schedule().missed);
        let complete = match study.days_complete() {
            0 => "Everything is as you left it.".to_owned(),
            days => format!("{} complete, and all of it is here.", counted(days, "day is", "days are")),
        };
        let mut rows = Row::text(&format!("{since}. {complete}"), columns, theme.text());
        let noted = study.plan().days().iter().rev().find_map(|day| Some((day, study.last_said(day, "\n")?)));
        if let Some((day, note)) = noted {
            let mut note = Row::text(&note, columns, theme.text());
            note.truncate(6);
            rows.extend(rows::part(theme, &format!("Your last note, day {}", day.no()), note));
        }
        if let Some(task) = day.tasks().iter().find(|task| !study.is_done(day, task)) {
            let lead = vec![Span::styled(format!("{}  ", words::number(day, task)), theme.accent())];
            rows.extend(rows::part(theme, "A small start", Row::led(lead, task.text, columns, theme.text())));
        }
        let key = |action| Span::styled(canvas.keys.key(Context::WelcomeBack, action), theme.accent());
        let goes_on = vec![key(Action::Accept), Span::raw(format!(" goes on with day {}", day.no()))];
        rows.push(Row::blank());
        rows.extend(Row::flow(vec![goes_on, vec![key(Action::Replan), Span::raw(" re-plans")]], columns));
        Pane { title: "Welcome back", rows, scroll: Some(self.scroll), ..Pane::default() }.draw(canvas, area);
    }
}
