//! The rows of the keymap, in the footer's order: keys that do not fit are left out from the end, and rows with one
//! label that follow each other stand there together.

use super::action::{Action as A, Context as C, Edit, Group as G, Motion, View};
use crate::journal::Said;

#[derive(Debug)]
pub struct Row {
    /// What the row is called in the learner's `[keys]`.
    pub name: &'static str,
    pub(super) contexts: u16,
    /// The keys as they are written, a blank between two; the first one is shown.
    pub keys: &'static str,
    pub action: A,
    pub group: G,
    /// What the footer says: a word or two. Empty: never in a footer.
    pub label: &'static str,
    pub help: &'static str,
}

impl Row {
    pub(super) const fn holds(&self, context: C) -> bool {
        self.contexts & context.bit() != 0
    }

    pub(super) fn is_typed(&self) -> bool {
        C::ALL.iter().any(|(context, _)| context.is_typed() && self.holds(*context))
    }
}

const TODAY: u16 = C::Today.bit();
const WEEK: u16 = C::Week.bit();
const PLAN: u16 = C::Plan.bit();
const PROGRESS: u16 = C::Progress.bit();
const NOTES: u16 = C::Notes.bit();
const HELP: u16 = C::Help.bit();
const EDITOR: u16 = C::Editor.bit();
const REVIEW: u16 = C::Review.bit();
const SEARCH: u16 = C::Search.bit();
const QUESTION: u16 = C::Question.bit();
const FORM: u16 = C::Form.bit();
const DRAFT: u16 = C::Draft.bit();
const BACK: u16 = C::WelcomeBack.bit();
const WARM_UP: u16 = C::WarmUp.bit();
const VIEWS: u16 = TODAY | WEEK | PLAN | PROGRESS | NOTES;
const DAYS: u16 = TODAY | WEEK | PLAN;
const TEXTS: u16 = EDITOR | REVIEW;
const LINES: u16 = SEARCH | QUESTION | FORM | HELP;
const TYPED: u16 = TEXTS | LINES;

#[rustfmt::skip]
const fn row(
    name: &'static str, contexts: u16, keys: &'static str, action: A, group: G, label: &'static str, help: &'static str,
) -> Row {
    Row { name, contexts, keys, action, group, label, help }
}

#[rustfmt::skip]
pub(super) static ROWS: &[Row] = &[
    row("accept", BACK, "enter", A::Accept, G::Program, "go on", "Go on with the current day, just where it was"),
    row("close", BACK, "esc", A::Close, G::Program, "close", "Close, and look around"),
    row("accept", WARM_UP, "enter space", A::Accept, G::Do, "close", "Show the answer; at the end, close"),
    row("wrong", WARM_UP, "1", A::Say(Said::Wrong), G::Do, "wrong", "My answer was wrong: it comes back soon"),
    row("partly", WARM_UP, "2", A::Say(Said::Partly), G::Do, "partly", "My answer was partly right"),
    row("right", WARM_UP, "3", A::Say(Said::Right), G::Do, "right", "My answer was right"),
    row("attempt", WARM_UP, "t", A::Attempt, G::Do, "type", "Type an answer before looking; it is not kept"),
    row("warm-up", WARM_UP, "w", A::WarmUp, G::Do, "more", "At the end, ask more"),
    row("undo", WARM_UP, "u", A::Undo, G::Do, "undo", "Take the last answer back"),
    row("close", WARM_UP, "esc", A::Close, G::Program, "close", "Close; what was answered is saved"),
    row("tick", TODAY, "space", A::Tick, G::Do, "tick", "Tick the task; on a complete day, go to the next one"),
    row("tick", WEEK, "space", A::Tick, G::Do, "tick", "Tick the day's next task, or the check"),
    row("tick", PLAN, "space", A::Tick, G::Do, "tick next", "Tick the day's next open task"),
    row("untick", TODAY | WEEK, "x", A::Untick, G::Do, "", "Untick the task or check; remove the link"),
    row("enter", TODAY, "enter", A::Enter, G::Do, "", "Tick the task, open the resource; on a complete day, the next day"),
    row("enter", WEEK | PLAN, "enter", A::Enter, G::Go, "open day", "Show the day in Today; open the link; answer the question"),
    row("next-pane", WEEK, "tab", A::Panes(1), G::Go, "pane", "Next pane: days, milestone, review"),
    row("review", WEEK, "R", A::Review, G::Week, "review", "Answer the week's three questions"),
    row("enter", PROGRESS, "enter", A::Enter, G::Go, "open day", "Show the day of the selected date in Today"),
    row("enter", NOTES, "enter", A::Enter, G::Go, "go to day", "Show the note's day in Today, the review in Week"),
    row("warm-up", WEEK, "w", A::WarmUp, G::Do, "ask shaky", "Ask what is shaky"),
    row("note", VIEWS | WARM_UP, "n e", A::Note, G::Write, "note", "Write the day's note here"),
    row("open", TODAY | WEEK | NOTES | WARM_UP, "o", A::Open, G::Do, "open", "Open the resource or link in the browser"),
    row("mark", PLAN, "v", A::Mark, G::Do, "mark", "Mark a range of days; v again ends it"),
    row("skip", DAYS, "s", A::Skip, G::Do, "skip", "Skip the day or the marked days, with a reason; on a skipped day, bring it back"),
    row("warm-up", TODAY, "w", A::WarmUp, G::Do, "warm-up", "Warm up: a few questions of the days before; on a day of review, what is shaky"),
    row("previous-day", DAYS | PROGRESS, "h left", A::Days(-1), G::Go, "", "Previous day, or date"),
    row("next-day", TODAY | PLAN, "l right", A::Days(1), G::Go, "next day", "Next day"),
    row("next-day", WEEK | PROGRESS, "l right", A::Days(1), G::Go, "", "Next day, or date"),
    row("search", NOTES, "/", A::Search, G::Go, "filter", "Filter notes, links and reviews as you type"),
    row("move", NOTES, ">", A::MoveNote, G::Write, "move", "Move the note to another day"),
    row("review", TODAY | PLAN | PROGRESS | NOTES, "R", A::Review, G::Week, "", "Review the week: its three questions"),
    row("link", WEEK, "L", A::Link, G::Week, "link", "Add a link that shows the milestone"),
    row("more", WEEK, "f", A::Fold, G::Week, "more", "Show or hide stretch goals and pitfalls"),
    row("replan", VIEWS | BACK, "r", A::Replan, G::Week, "re-plan", "Re-plan: goal, study days, length, order, a break"),
    row("today", VIEWS, "t", A::CurrentDay, G::Go, "today", "Back to the day to study now"),
    row("undo", VIEWS, "u", A::Undo, G::Do, "undo", "Undo what was recorded last"),
    row("search", TODAY | WEEK | PLAN | PROGRESS, "/", A::Search, G::Go, "search", "Find days, tasks, resources, notes, links and reviews"),
    row("help", VIEWS | BACK | WARM_UP, "? f1", A::Help, G::Program, "help", "Every key, to search and to do"),
    row("quit", VIEWS | BACK | WARM_UP, "q", A::Quit, G::Program, "quit", "Quit; everything is saved"),
    row("down", VIEWS | BACK | WARM_UP, "j down", A::Move(Motion::Down), G::Go, "", "Down"),
    row("up", VIEWS | BACK | WARM_UP, "k up", A::Move(Motion::Up), G::Go, "", "Up"),
    row("first", VIEWS | BACK, "g home", A::Move(Motion::First), G::Go, "", "To the first"),
    row("last", VIEWS | BACK, "G end", A::Move(Motion::Last), G::Go, "", "To the last"),
    row("page-down", VIEWS | BACK | DRAFT | WARM_UP, "pgdn ctrl-d ctrl-f", A::Move(Motion::PageDown), G::Go, "", "Scroll down"),
    row("page-up", VIEWS | BACK | DRAFT | WARM_UP, "pgup ctrl-u ctrl-b", A::Move(Motion::PageUp), G::Go, "", "Scroll up"),
    row("previous-week", DAYS | PROGRESS, "[", A::Weeks(-1), G::Go, "", "Previous week, of the plan or of the calendar"),
    row("next-week", DAYS | PROGRESS, "]", A::Weeks(1), G::Go, "", "Next week, of the plan or of the calendar"),
    row("view-today", VIEWS | BACK, "1", A::Show(View::Today), G::Go, "", "Today: one day"),
    row("view-week", VIEWS | BACK, "2", A::Show(View::Week), G::Go, "", "Week: its days, milestone and review"),
    row("view-plan", VIEWS | BACK, "3", A::Show(View::Plan), G::Go, "", "Plan: all weeks at a glance"),
    row("view-progress", VIEWS | BACK, "4", A::Show(View::Progress), G::Go, "", "Progress: burn-up, calendar and rhythm"),
    row("view-notes", VIEWS | BACK, "5", A::Show(View::Notes), G::Go, "", "Notes: notes, links and reviews"),
    row("previous-pane", WEEK, "shift-tab", A::Panes(-1), G::Go, "", "Previous pane"),
    row("next-view", TODAY | PLAN | PROGRESS | NOTES, "tab", A::Views(1), G::Go, "", "Next view"),
    row("previous-view", TODAY | PLAN | PROGRESS | NOTES, "shift-tab", A::Views(-1), G::Go, "", "Previous view"),
    row("milestone", VIEWS, "M", A::Milestone, G::Week, "", "The week's milestone: checks and links"),
    row("line", VIEWS, "N", A::Line, G::Write, "", "Write a note of one line"),
    row("editor", VIEWS, "E", A::External, G::Write, "", "Write the day's note in $VISUAL or $EDITOR"),
    row("add", DAYS, "a", A::AddTask, G::Write, "", "Add a task of your own to the day"),
    row("minutes", DAYS, "m", A::Minutes, G::Write, "", "Log the minutes spent on the day, or correct them"),
    row("copy", TODAY | WEEK | NOTES, "y", A::Copy, G::Do, "", "Copy the address of the resource or link"),
    row("warm-up", PLAN | PROGRESS | NOTES, "w", A::WarmUp, G::Do, "", "Warm up: a few questions of the days before"),
    row("redo", VIEWS, "U ctrl-r", A::Redo, G::Do, "", "Redo what was undone"),
    row("redraw", VIEWS | WARM_UP, "ctrl-l", A::Redraw, G::Program, "", "Draw the screen anew"),
    row("back", VIEWS, "esc", A::Back, G::Go, "", "Back to Today; it never quits"),

    row("accept", SEARCH, "enter", A::Accept, G::Program, "go there", "Go to what is selected"),
    row("accept", HELP, "enter", A::Accept, G::Program, "do it", "Do what is selected"),
    row("accept", QUESTION, "enter", A::Accept, G::Program, "record", "Record it"),
    row("accept", FORM, "enter", A::Accept, G::Program, "accept", "Record what is filled in, from any field"),
    row("accept", DRAFT, "enter", A::Accept, G::Program, "go on writing", "Go on writing the draft"),
    row("save", TEXTS, "esc", A::Accept, G::Program, "save and close", "Save and close"),
    row("discard", TEXTS, "ctrl-g", A::Discard, G::Program, "discard", "Close without saving; what was typed is gone"),
    row("discard", DRAFT, "d", A::Discard, G::Program, "discard", "Discard the draft; d again confirms"),
    row("close", SEARCH | HELP, "esc", A::Close, G::Program, "close", "Close"),
    row("close", QUESTION | FORM, "esc", A::Close, G::Program, "cancel", "Close without recording"),
    row("close", DRAFT, "esc", A::Close, G::Program, "later", "Keep it for the next start"),
    row("less", FORM, "left", A::Change(-1), G::Program, "change", "Earlier, less, or the one before"),
    row("more-of-it", FORM, "right", A::Change(1), G::Program, "change", "Later, more, or the next one"),
    row("next-field", FORM | REVIEW, "tab", A::Fields(1), G::Program, "next", "Next field or question"),
    row("next-field", FORM, "down", A::Fields(1), G::Program, "", "Next field"),
    row("previous-field", FORM | REVIEW, "shift-tab", A::Fields(-1), G::Program, "", "Previous field or question"),
    row("previous-field", FORM, "up", A::Fields(-1), G::Program, "", "Previous field"),
    row("list-down", SEARCH | HELP, "down ctrl-n ctrl-j", A::Move(Motion::Down), G::Go, "", "Down"),
    row("list-up", SEARCH | HELP, "up ctrl-p", A::Move(Motion::Up), G::Go, "", "Up"),
    row("list-page-down", SEARCH | HELP | FORM, "pgdn", A::Move(Motion::PageDown), G::Go, "", "A page down"),
    row("list-page-up", SEARCH | HELP | FORM, "pgup", A::Move(Motion::PageUp), G::Go, "", "A page up"),

    row("text-undo", TEXTS, "ctrl-u", A::Edit(Edit::Undo), G::Text, "undo", "Undo typing"),
    row("text-redo", TEXTS, "ctrl-r", A::Edit(Edit::Redo), G::Text, "", "Redo typing"),
    row("delete-word", TYPED, "ctrl-w alt-backspace ctrl-backspace", A::Edit(Edit::DeleteWord), G::Text, "", "Delete the word before the cursor"),
    row("delete-line", LINES, "ctrl-u", A::Edit(Edit::DeleteLine), G::Text, "", "Delete the line"),
    row("delete-to-end", TYPED, "ctrl-k", A::Edit(Edit::DeleteToEnd), G::Text, "", "Delete to the end of the line"),
    row("delete-before", TYPED, "backspace ctrl-h", A::Edit(Edit::DeleteBefore), G::Text, "", "Delete the character before the cursor"),
    row("delete-after", TYPED, "delete ctrl-d", A::Edit(Edit::DeleteAfter), G::Text, "", "Delete the character at the cursor"),
    row("text-left", TEXTS | SEARCH | QUESTION | HELP, "left ctrl-b", A::Edit(Edit::Left), G::Text, "", "A character to the left"),
    row("text-right", TEXTS | SEARCH | QUESTION | HELP, "right ctrl-f", A::Edit(Edit::Right), G::Text, "", "A character to the right"),
    row("word-left", TYPED, "alt-b ctrl-left alt-left", A::Edit(Edit::WordLeft), G::Text, "", "A word to the left"),
    row("word-right", TYPED, "alt-f ctrl-right alt-right", A::Edit(Edit::WordRight), G::Text, "", "A word to the right"),
    row("line-start", TYPED, "home ctrl-a", A::Edit(Edit::LineStart), G::Text, "", "To the start of the line"),
    row("line-end", TYPED, "end ctrl-e", A::Edit(Edit::LineEnd), G::Text, "", "To the end of the line"),
    row("text-up", TEXTS, "up", A::Edit(Edit::Up), G::Text, "", "A line up"),
    row("text-down", TEXTS, "down", A::Edit(Edit::Down), G::Text, "", "A line down"),
    row("text-page-up", TEXTS, "pgup", A::Edit(Edit::PageUp), G::Text, "", "A page up"),
    row("text-page-down", TEXTS, "pgdn", A::Edit(Edit::PageDown), G::Text, "", "A page down"),
    row("new-line", TEXTS, "enter ctrl-j ctrl-m", A::Edit(Edit::NewLine), G::Text, "", "A new line"),

    row("quit-anywhere", u16::MAX >> 2, "ctrl-c", A::Quit, G::Program, "", "Quit from anywhere; what is typed is kept as a draft"),
    row("suspend", u16::MAX >> 2, "ctrl-z", A::Suspend, G::Program, "", "Suspend; fg comes back"),
];
