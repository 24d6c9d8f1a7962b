//! The checks of a milestone as rows, with whether they are ticked: Today, Week and the milestone's own
//! page draw the same ones.
//!
//! Deliberately absent: whose row the cursor may be on; the caller says so.

use super::pane::{Row, Selected};
use crate::plan::{Check, Milestone, Week};
use crate::reference;
use crate::study::{DayState, Study};
use crate::text::counted;
use crate::tui::keymap::{self, Action, Browsing, Context};
use crate::tui::theme::Theme;
use crate::words;
use ratatui::text::Span;

/// Returns what stands over the checks.
pub(super) fn heading(study: &Study) -> &'static str {
    if study.plan().is_builtin() {
        "Check before you call it done (ninety's own list)"
    } else {
        "Check before you call it done"
    }
}

/// Returns a check's rows, with the cursor on it or not.
pub(super) fn row(
    theme: Theme,
    study: &Study,
    week: &Week,
    check: &Check,
    columns: usize,
    selected: Selected,
) -> Vec<Row> {
    let signs = theme.signs();
    let is_done = study.checked(week, check).is_some();
    let here = selected != Selected::No;
    let (mark, style) =
        if is_done { (signs.done, theme.quiet()) } else { (signs.open, theme.text()) };
    let style = if here { style.patch(theme.strong()) } else { style };
    let place =
        week.milestone.iter().flat_map(|m| m.accept.iter()).position(|other| other == check);
    let letter = place.and_then(reference::letter).unwrap_or(' ');
    let lead = vec![
        Span::styled(format!("{} ", if here { signs.cursor } else { " " }), theme.accent()),
        Span::styled(format!("{mark} "), if is_done { theme.done() } else { theme.text() }),
        Span::styled(format!("{letter}  "), theme.quiet()),
    ];
    let rows = Row::led(lead, check.text, columns, style);
    rows.into_iter().map(|row| Row { selected, ..row }).collect()
}

/// Returns a check's rows where there is no cursor and little room.
pub(super) fn brief(
    theme: Theme,
    study: &Study,
    week: &Week,
    check: &Check,
    columns: usize,
) -> Vec<Row> {
    let is_done = study.checked(week, check).is_some();
    let (mark, mark_style, style) = if is_done {
        (theme.signs().done, theme.done(), theme.quiet())
    } else {
        (theme.signs().open, theme.text(), theme.text())
    };
    let lead = vec![Span::styled(format!("{mark} "), mark_style)];
    Row::led(lead, check.text, columns, style)
}

/// Returns how far a milestone has come, such as `reached 8 Dec, 5 of 7 checks`.
pub(super) fn progress(study: &Study, week: &Week, milestone: &Milestone) -> String {
    let parts = [state(study, milestone), count(study, week, milestone)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Returns how many of a milestone's checks are ticked, such as `5 of 7 checks`; none where it has none.
pub(super) fn count(study: &Study, week: &Week, milestone: &Milestone) -> Option<String> {
    let all = milestone.accept.len();
    let ticked = all - study.open_checks(week).count();
    (all > 0).then(|| format!("{ticked} of {}", counted(all, "check", "checks")))
}

/// Returns when a milestone was reached, such as `reached 8 Dec`.
pub(super) fn state(study: &Study, milestone: &Milestone) -> Option<String> {
    study.reached(milestone).map(|date| format!("reached {}", date.format("%-d %b")))
}

/// Returns the sign of a milestone that has come so far.
pub(super) fn sign(theme: Theme, study: &Study, milestone: &Milestone) -> &'static str {
    let is_reached = study.reached(milestone).is_some();
    theme.signs().milestone_cell(if is_reached { DayState::Complete } else { DayState::Open })
}

/// Returns a milestone by its name with how far it has come, or what is still open of it once it is reached, and the key
/// of its page.
pub(super) fn in_short(
    theme: Theme,
    study: &Study,
    week: &Week,
    milestone: &Milestone,
    columns: usize,
) -> Vec<Row> {
    let progress = progress(study, week, milestone);
    let (title, opens, dot) = (&milestone.title, opens(), theme.signs().dot);
    let line = match still_open(study, week, milestone) {
        Some(open) => format!("{title}: {open} {opens}."),
        None if progress.is_empty() => format!("{title} {dot} {opens}"),
        None => format!("{title}: {progress} {dot} {opens}"),
    };
    let sign = format!("{} ", sign(theme, study, milestone));
    Row::led(vec![Span::styled(sign, theme.milestone())], &line, columns, theme.quiet())
}

/// Returns what is said of the key of a milestone's page; it is never broken.
pub(super) fn opens() -> String {
    let key = keymap::key(Context::Week, Action::Browse(Browsing::Milestone));
    format!("{key}\u{a0}opens\u{a0}it")
}

/// Returns the sentence about checks that are still open once the milestone is reached, with the days that build on it.
pub(super) fn still_open(study: &Study, week: &Week, milestone: &Milestone) -> Option<String> {
    let open = study.open_checks(week).count();
    if open == 0 || study.reached(milestone).is_none() {
        return None;
    }
    let count = counted(open, "check", "checks");
    let later = words::building_on_it(&study.resting_on(milestone));
    Some(later.map_or_else(
        || format!("{count} still open."),
        |later| format!("{count} still open; {later}."),
    ))
}
