//! Every key, in one table: what it does where, and how footer, help and README name it.
//!
//! Deliberately absent: what the actions do, and the keys of a text field itself: where something is typed, a key without
//! a row here is text, or edits as elsewhere (arrows, backspace, ctrl-a, ctrl-e, ctrl-k and the like).

mod action;
mod binding;

pub use action::{Action, Browsing, Changing, Context, Editing, Motion, Move, Replanning};

pub use binding::Binding;

use super::chord::Chord;
use crate::journal::Score;
use binding::{c, k, row};
use crossterm::event::KeyCode;

use Action as A;
use Browsing as B;
use Context as C;
use Replanning as R;

const VIEWS: &[Context] = &[C::Today, C::Week, C::Plan, C::Notes];
const DAYS: &[Context] = &[C::Today, C::Week, C::Plan];
const LISTS: &[Context] = &[C::Today, C::Week, C::Plan, C::Notes, C::Help, C::Milestone];
const KEPT: &[Context] = &[C::Today, C::Week, C::Plan, C::Notes, C::Milestone];
const REPLAN: &[Context] = &[C::Replan, C::ReplanDays, C::ReplanField];
const CHOICES: &[Context] = &[C::Replan, C::ReplanDays];
const EVERYWHERE: &[Context] = &Context::ALL;

/// Every key. The order within a context is the order in the footer, the most useful first; keys that do not fit are
/// left out from the end. Rows with one label that follow each other stand there together.
pub static KEYMAP: &[Binding] = &[
    row(
        &[C::Today],
        &[c(' '), c('x')],
        A::Browse(B::Tick),
        "tick",
        "Tick or untick the task, and go to the next open one",
    ),
    row(
        &[C::Week, C::Plan],
        &[k(KeyCode::Enter)],
        A::Browse(B::Enter),
        "open day",
        "Show the day in Today",
    ),
    row(
        &[C::Notes],
        &[k(KeyCode::Enter)],
        A::Browse(B::Enter),
        "go to day",
        "Show the note's day in Today",
    ),
    row(
        &[C::Today],
        &[k(KeyCode::Enter)],
        A::Browse(B::Enter),
        "",
        "Tick the task, or open the resource",
    ),
    row(
        &[C::Week, C::Plan],
        &[c(' '), c('x')],
        A::Browse(B::Tick),
        "tick next",
        "Tick the day's next open task",
    ),
    row(VIEWS, &[c('n'), c('e')], A::Browse(B::Note), "note", "Write the day's note here"),
    row(
        &[C::Today],
        &[c('o')],
        A::Browse(B::OpenResource),
        "open",
        "Open the resource in the browser",
    ),
    row(DAYS, &[c('h'), k(KeyCode::Left)], A::Browse(B::PreviousDay), "", "Previous day"),
    row(DAYS, &[c('l'), k(KeyCode::Right)], A::Browse(B::NextDay), "next day", "Next day"),
    row(
        DAYS,
        &[c('r')],
        A::Browse(B::Replan),
        "re-plan",
        "Re-plan: continue, keep the end date, skip some, a break, another pace",
    ),
    row(VIEWS, &[c('t')], A::Browse(B::CurrentDay), "today", "Back to the current day"),
    row(
        &[C::Milestone],
        &[c(' '), c('x')],
        A::Browse(B::Tick),
        "tick",
        "Tick or untick the check; write the line",
    ),
    row(
        &[C::Milestone],
        &[k(KeyCode::Enter)],
        A::Browse(B::Enter),
        "write",
        "Write the line; tick the check",
    ),
    row(
        &[C::Milestone],
        &[c('0')],
        A::Score(Score::ALL[0]),
        "score",
        "Score the question: not yet",
    ),
    row(&[C::Milestone], &[c('1')], A::Score(Score::ALL[1]), "score", "Score the question: partly"),
    row(&[C::Milestone], &[c('2')], A::Score(Score::ALL[2]), "score", "Score the question: yes"),
    row(
        &[C::Milestone],
        &[c('o')],
        A::Browse(B::OpenResource),
        "open",
        "Open the address in the browser",
    ),
    row(&[C::Milestone], &[c('y')], A::Browse(B::CopyResource), "", "Copy the address"),
    row(
        &[C::Milestone],
        &[c('f')],
        A::Browse(B::Unfold),
        "",
        "Show or hide stretch goals and pitfalls, where there is little room",
    ),
    row(&[C::Milestone], &[c('[')], A::Browse(B::PreviousWeek), "", "The milestone before"),
    row(&[C::Milestone], &[c(']')], A::Browse(B::NextWeek), "", "The next milestone"),
    row(&[C::Milestone], &[k(KeyCode::Esc), c('q'), c('M')], A::Close, "close", "Back to the view"),
    row(KEPT, &[c('u')], A::Browse(B::Undo), "undo", "Take back what was recorded last"),
    row(VIEWS, &[c('/')], A::Browse(B::Search), "search", "Find days, tasks, resources and notes"),
    row(VIEWS, &[c('?'), k(KeyCode::F(1))], A::Browse(B::Help), "help", "Show every key"),
    row(VIEWS, &[c('q')], A::Quit, "quit", "Quit; everything is saved"),
    row(LISTS, &[c('j'), k(KeyCode::Down)], A::Move(Motion::Down), "", "Down"),
    row(LISTS, &[c('k'), k(KeyCode::Up)], A::Move(Motion::Up), "", "Up"),
    row(LISTS, &[c('g'), k(KeyCode::Home)], A::Move(Motion::First), "", "To the first"),
    row(LISTS, &[c('G'), k(KeyCode::End)], A::Move(Motion::Last), "", "To the last"),
    row(
        LISTS,
        &[k(KeyCode::PageDown), Chord::ctrl('d'), Chord::ctrl('f')],
        A::Move(Motion::PageDown),
        "",
        "Scroll down",
    ),
    row(
        LISTS,
        &[k(KeyCode::PageUp), Chord::ctrl('u'), Chord::ctrl('b')],
        A::Move(Motion::PageUp),
        "",
        "Scroll up",
    ),
    row(DAYS, &[c('[')], A::Browse(B::PreviousWeek), "", "Previous week"),
    row(DAYS, &[c(']')], A::Browse(B::NextWeek), "", "Next week"),
    row(VIEWS, &[c('1')], A::Browse(B::ShowToday), "", "Today: one day"),
    row(VIEWS, &[c('2')], A::Browse(B::ShowWeek), "", "Week: its days and its milestone"),
    row(VIEWS, &[c('3')], A::Browse(B::ShowPlan), "", "Plan: all weeks at a glance"),
    row(VIEWS, &[c('5')], A::Browse(B::ShowNotes), "", "Notes: every note, newest first"),
    row(VIEWS, &[k(KeyCode::Tab)], A::Browse(B::NextView), "", "Next view"),
    row(VIEWS, &[k(KeyCode::BackTab)], A::Browse(B::PreviousView), "", "Previous view"),
    row(
        VIEWS,
        &[c('E')],
        A::Browse(B::NoteInEditor),
        "",
        "Write the day's note in $VISUAL or $EDITOR",
    ),
    row(&[C::Today], &[c('y')], A::Browse(B::CopyResource), "", "Copy the resource's address"),
    row(
        DAYS,
        &[c('s')],
        A::Browse(B::Skip),
        "",
        "Skip the day, with a reason; on a skipped day, bring it back",
    ),
    row(
        DAYS,
        &[c('M')],
        A::Browse(B::Milestone),
        "",
        "The week's milestone: checks, evidence, rubric",
    ),
    row(DAYS, &[c('m')], A::Browse(B::LogMinutes), "", "Log minutes spent on the day"),
    row(
        KEPT,
        &[c('U'), Chord::ctrl('r')],
        A::Browse(B::Redo),
        "",
        "Bring back what was taken back",
    ),
    row(VIEWS, &[Chord::ctrl('l')], A::Browse(B::Redraw), "", "Draw the screen anew"),
    row(VIEWS, &[k(KeyCode::Esc)], A::Browse(B::Back), "", "Back to Today; it never quits"),
    row(
        &[C::Help],
        &[k(KeyCode::Esc), c('q'), c('?'), k(KeyCode::Enter), k(KeyCode::F(1))],
        A::Close,
        "close",
        "Close",
    ),
    row(&[C::Editor], &[k(KeyCode::Esc)], A::Accept, "save and close", "Save the note and close"),
    row(&[C::Editor], &[Chord::ctrl('u')], A::Edit(Editing::UndoText), "undo", "Undo typing"),
    row(&[C::Editor], &[Chord::ctrl('r')], A::Edit(Editing::RedoText), "redo", "Redo typing"),
    row(
        &[C::Editor],
        &[Chord::ctrl('w')],
        A::Edit(Editing::DeleteWord),
        "delete word",
        "Delete the word before the cursor",
    ),
    row(
        &[C::Editor],
        &[Chord::alt('b')],
        A::Edit(Editing::WordLeft),
        "",
        "A word to the left (also ctrl-left)",
    ),
    row(
        &[C::Editor],
        &[Chord::alt('f')],
        A::Edit(Editing::WordRight),
        "",
        "A word to the right (also ctrl-right)",
    ),
    row(&[C::Search], &[k(KeyCode::Enter)], A::Accept, "go there", "Go to what is selected"),
    row(
        &[C::Search],
        &[k(KeyCode::Down), Chord::ctrl('n'), Chord::ctrl('j')],
        A::Move(Motion::Down),
        "",
        "Down",
    ),
    row(
        &[C::Search],
        &[k(KeyCode::Up), Chord::ctrl('p'), Chord::ctrl('k')],
        A::Move(Motion::Up),
        "",
        "Up",
    ),
    row(&[C::Search], &[k(KeyCode::PageDown)], A::Move(Motion::PageDown), "", "A page down"),
    row(&[C::Search], &[k(KeyCode::PageUp)], A::Move(Motion::PageUp), "", "A page up"),
    row(&[C::Search], &[k(KeyCode::Esc)], A::Close, "close", "Close"),
    row(&[C::Question], &[k(KeyCode::Enter)], A::Accept, "record", "Record it"),
    row(&[C::Question], &[k(KeyCode::Esc)], A::Close, "leave it", "Close without recording"),
    row(&[C::Welcome], &[k(KeyCode::Enter)], A::Accept, "accept", "Accept, and go on"),
    row(
        &[C::Welcome],
        &[k(KeyCode::Left)],
        A::Change(Changing::Earlier),
        "change",
        "A day earlier, or a study day less",
    ),
    row(
        &[C::Welcome],
        &[k(KeyCode::Right)],
        A::Change(Changing::Later),
        "change",
        "A day later, or a study day more",
    ),
    row(
        &[C::Welcome],
        &[k(KeyCode::Tab), k(KeyCode::Down)],
        A::Change(Changing::NextField),
        "next",
        "Next question",
    ),
    row(
        &[C::Welcome],
        &[k(KeyCode::Up), k(KeyCode::BackTab)],
        A::Change(Changing::PreviousField),
        "",
        "Previous question",
    ),
    row(
        &[C::Welcome],
        &[k(KeyCode::Esc)],
        A::Close,
        "decide later",
        "Decide later: the plan starts with the first tick",
    ),
    row(&[C::Draft], &[k(KeyCode::Enter)], A::Accept, "go on writing", "Go on writing the draft"),
    row(&[C::Draft], &[c('d')], A::Discard, "throw away", "Throw the draft away"),
    row(&[C::Draft], &[k(KeyCode::Esc)], A::Close, "decide later", "Keep it for the next start"),
    row(
        &[C::Replan],
        &[k(KeyCode::Enter)],
        A::Accept,
        "choose",
        "Make the move, or go on to what it needs",
    ),
    row(&[C::Replan], &[c('1')], A::Replan(R::Choose(Move::Continue)), "", "Continue from here"),
    row(&[C::Replan], &[c('2')], A::Replan(R::Choose(Move::KeepEnd)), "", "Keep the end date"),
    row(&[C::Replan], &[c('3')], A::Replan(R::Choose(Move::Skip)), "", "Skip some days"),
    row(&[C::Replan], &[c('4')], A::Replan(R::Choose(Move::Break)), "", "Take a break"),
    row(&[C::Replan], &[c('5')], A::Replan(R::Choose(Move::Pace)), "", "Go on at another pace"),
    row(
        &[C::ReplanDays],
        &[c(' '), c('x')],
        A::Replan(R::Toggle),
        "choose",
        "Choose the day, or leave it out",
    ),
    row(
        &[C::ReplanDays, C::ReplanField],
        &[k(KeyCode::Enter)],
        A::Accept,
        "accept",
        "Accept, and go on; in the last field, make the move",
    ),
    row(CHOICES, &[c('j'), k(KeyCode::Down)], A::Move(Motion::Down), "move", "Down"),
    row(CHOICES, &[c('k'), k(KeyCode::Up)], A::Move(Motion::Up), "move", "Up"),
    row(CHOICES, &[c('g'), k(KeyCode::Home)], A::Move(Motion::First), "", "To the first"),
    row(CHOICES, &[c('G'), k(KeyCode::End)], A::Move(Motion::Last), "", "To the last"),
    row(
        &[C::ReplanDays],
        &[c('h'), k(KeyCode::Left)],
        A::Replan(R::Less),
        "",
        "To the weekday before",
    ),
    row(
        &[C::ReplanDays],
        &[c('l'), k(KeyCode::Right)],
        A::Replan(R::More),
        "",
        "To the weekday after",
    ),
    row(
        &[C::ReplanField],
        &[k(KeyCode::Left)],
        A::Replan(R::Less),
        "change",
        "A step less, or a day earlier; in a text, to the left",
    ),
    row(
        &[C::ReplanField],
        &[k(KeyCode::Right)],
        A::Replan(R::More),
        "change",
        "A step more, or a day later; in a text, to the right",
    ),
    row(&[C::ReplanDays], &[k(KeyCode::Tab)], A::Replan(R::NextField), "next", "Next field"),
    row(
        &[C::ReplanDays],
        &[k(KeyCode::BackTab)],
        A::Replan(R::PreviousField),
        "",
        "Previous field",
    ),
    row(
        &[C::ReplanField],
        &[k(KeyCode::Tab), k(KeyCode::Down)],
        A::Replan(R::NextField),
        "next",
        "Next field",
    ),
    row(
        &[C::ReplanField],
        &[k(KeyCode::BackTab), k(KeyCode::Up)],
        A::Replan(R::PreviousField),
        "",
        "Previous field",
    ),
    row(
        REPLAN,
        &[k(KeyCode::PageDown)],
        A::Move(Motion::PageDown),
        "scroll",
        "Scroll the preview down",
    ),
    row(REPLAN, &[k(KeyCode::PageUp)], A::Move(Motion::PageUp), "", "Scroll the preview up"),
    row(&[C::Replan], &[k(KeyCode::Esc), c('q')], A::Close, "close", "Close without recording"),
    row(
        &[C::ReplanDays, C::ReplanField],
        &[k(KeyCode::Esc)],
        A::Close,
        "back",
        "Back to the moves, without recording",
    ),
    row(EVERYWHERE, &[Chord::ctrl('c')], A::Quit, "", "Quit from anywhere"),
    row(EVERYWHERE, &[Chord::ctrl('z')], A::Suspend, "", "Suspend; fg comes back"),
];

/// Returns what a key means in a context.
pub fn lookup(context: Context, chord: Chord) -> Option<Action> {
    let mut rows = KEYMAP.iter().filter(|row| row.contexts.contains(&context));
    rows.find(|row| row.chords.contains(&chord)).map(|row| row.action)
}

/// Returns the rows of a context, in order.
pub fn rows(context: Context) -> impl Iterator<Item = &'static Binding> {
    KEYMAP.iter().filter(move |row| row.contexts.contains(&context))
}

/// Returns the key that stands for an action in a context, as it is written; empty where there is none.
pub fn key(context: Context, action: Action) -> String {
    let row = rows(context).find(|row| row.action == action);
    row.and_then(|row| row.chords.first()).map(Chord::to_string).unwrap_or_default()
}

#[cfg(test)]
mod tests;
