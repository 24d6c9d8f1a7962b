//! The keys of the views.
//!
//! Deliberately absent: the keys of what lies over them.

use super::binding::{Binding, c, k, row};
use super::{Action as A, Browsing as B, Context as C, Motion};
use crate::tui::chord::Chord;
use crossterm::event::KeyCode;

const VIEWS: &[C] = &[C::Today, C::Week, C::Plan, C::Progress, C::Notes];
const DAYS: &[C] = &[C::Today, C::Week, C::Plan, C::Progress];
const OVERVIEWS: &[C] = &[C::Week, C::Plan, C::Progress];
const LISTS: &[C] = &[
    C::Today,
    C::Week,
    C::Plan,
    C::Progress,
    C::Notes,
    C::Help,
    C::Milestone,
    C::Review,
    C::Ahead,
    C::WelcomeBack,
];
const REPLANNED: &[C] = &[C::Today, C::Week, C::Plan, C::Progress, C::WelcomeBack];
const QUIT: &[C] = &[C::Today, C::Week, C::Plan, C::Progress, C::Notes, C::WelcomeBack];
const HELPED: &[C] =
    &[C::Today, C::Week, C::Plan, C::Progress, C::Notes, C::Milestone, C::Review, C::Ahead];
const WITH_UNDO: &[C] = &[C::Today, C::Week, C::Plan, C::Progress, C::Notes, C::Milestone];

pub(super) static KEYS: &[Binding] = &[
    row(
        &[C::Today],
        &[c(' '), c('x')],
        A::Browse(B::Tick),
        "tick",
        "Tick or untick the task, and go to the next open one",
    ),
    row(OVERVIEWS, &[k(KeyCode::Enter)], A::Browse(B::Enter), "open day", "Show the day in Today"),
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
        OVERVIEWS,
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
        REPLANNED,
        &[c('r')],
        A::Browse(B::Replan),
        "re-plan",
        "Re-plan: goal, study days, length of a study day, order, a break",
    ),
    row(VIEWS, &[c('t')], A::Browse(B::CurrentDay), "today", "Back to the current day"),
    row(WITH_UNDO, &[c('u')], A::Browse(B::Undo), "undo", "Take back what was recorded last"),
    row(VIEWS, &[c('/')], A::Browse(B::Search), "search", "Find days, tasks, resources and notes"),
    row(HELPED, &[c('?'), k(KeyCode::F(1))], A::Browse(B::Help), "help", "Show every key"),
    row(QUIT, &[c('q')], A::Quit, "quit", "Quit; everything is saved"),
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
    row(VIEWS, &[c('4')], A::Browse(B::ShowProgress), "", "Progress: your weeks, goal and finish"),
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
    row(DAYS, &[c('R')], A::Browse(B::Review), "", "Look back on the week: the weekly review"),
    row(DAYS, &[c('M')], A::Browse(B::Milestone), "", "The week's milestone: checks and links"),
    row(DAYS, &[c('m')], A::Browse(B::LogMinutes), "", "Log minutes spent on the day"),
    row(
        WITH_UNDO,
        &[c('U'), Chord::ctrl('r')],
        A::Browse(B::Redo),
        "",
        "Bring back what was taken back",
    ),
    row(VIEWS, &[Chord::ctrl('l')], A::Browse(B::Redraw), "", "Draw the screen anew"),
    row(VIEWS, &[k(KeyCode::Esc)], A::Browse(B::Back), "", "Back to Today; it never quits"),
];
