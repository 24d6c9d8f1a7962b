//! Where a key is pressed, and what it can mean there.
//!
//! Deliberately absent: which key. That is the keymap's table.

use crate::journal::Score;

/// Says where a key is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Context {
    /// The view of one day.
    Today,
    /// The view of a week.
    Week,
    /// The view of the whole plan.
    Plan,
    /// The view of the weeks as they went.
    Progress,
    /// The view of all notes.
    Notes,
    /// The list of keys.
    Help,
    /// Where the likely end comes from.
    Finish,
    /// The note editor.
    Editor,
    /// The search field.
    Search,
    /// A one-line question: a reason or minutes.
    Question,
    /// The questions at the first start.
    Welcome,
    /// A milestone's own page.
    Milestone,
    /// The weekly review: what happened.
    Review,
    /// The weekly review: next week.
    Ahead,
    /// The weekly review: its questions.
    Answers,
    /// A draft that was found.
    Draft,
    /// The moves of a re-plan.
    Replan,
    /// Days to choose from, for a move.
    ReplanDays,
    /// A field of a move.
    ReplanField,
    /// What stands there after a long time away.
    WelcomeBack,
    /// The whole way, once nothing remains.
    Closing,
}

impl Context {
    /// Every context, in the order of the README's table.
    pub const ALL: [Self; 21] = [
        Self::Today,
        Self::Week,
        Self::Plan,
        Self::Progress,
        Self::Notes,
        Self::Help,
        Self::Finish,
        Self::Editor,
        Self::Search,
        Self::Question,
        Self::Milestone,
        Self::Review,
        Self::Answers,
        Self::Ahead,
        Self::Welcome,
        Self::Draft,
        Self::Replan,
        Self::ReplanDays,
        Self::ReplanField,
        Self::WelcomeBack,
        Self::Closing,
    ];

    /// Returns its name in help and README.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Today => "Today",
            Self::Week => "Week",
            Self::Plan => "Plan",
            Self::Progress => "Progress",
            Self::Notes => "Notes",
            Self::Help => "Help",
            Self::Finish => "The likely end",
            Self::Editor => "Note editor",
            Self::Search => "Search",
            Self::Question => "A question",
            Self::Welcome => "First start",
            Self::Milestone => "Milestone",
            Self::Review => "Review",
            Self::Answers => "Review: questions",
            Self::Ahead => "Review: next week",
            Self::Draft => "A draft was found",
            Self::Replan => "Re-plan",
            Self::ReplanDays => "Re-plan: days",
            Self::ReplanField => "Re-plan: a field",
            Self::WelcomeBack => "Welcome back",
            Self::Closing => "The whole way",
        }
    }
}

/// Says what a key means: each place understands its own kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Move in a list, or scroll it.
    Move(Motion),
    /// Do something in a view.
    Browse(Browsing),
    /// Edit the note.
    Edit(Editing),
    /// Change an answer of the first start.
    Change(Changing),
    /// Do something on a milestone's page.
    Prove(Proving),
    /// Go a step on or back in a review.
    Turn(Turn),
    /// Score a question of a rubric.
    Score(Score),
    /// Choose a move of a re-plan, or fill it in.
    Replan(Replanning),
    /// Take what is typed, chosen or offered.
    Accept,
    /// Throw away what is offered.
    Discard,
    /// Close what lies over the view.
    Close,
    /// End.
    Quit,
    /// Stop for the shell.
    Suspend,
}

/// Says where to in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is told in the keymap's own words")]
pub enum Motion {
    Down,
    Up,
    First,
    Last,
    PageDown,
    PageUp,
}

/// Says what to do in a view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is told in the keymap's own words")]
pub enum Browsing {
    PreviousDay,
    NextDay,
    PreviousWeek,
    NextWeek,
    ShowToday,
    ShowWeek,
    ShowPlan,
    ShowProgress,
    ShowNotes,
    ShowFinish,
    NextView,
    PreviousView,
    CurrentDay,
    Tick,
    Enter,
    Note,
    NoteInEditor,
    OpenResource,
    CopyResource,
    Skip,
    LogMinutes,
    Replan,
    Undo,
    Redo,
    Milestone,
    Review,
    Search,
    Help,
    Back,
    Redraw,
}

/// Says what to do to the note that is being written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is told in the keymap's own words")]
pub enum Editing {
    UndoText,
    RedoText,
    DeleteWord,
    WordLeft,
    WordRight,
}

/// Says what to do on a milestone's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is told in the keymap's own words")]
pub enum Proving {
    Tick,
    Write,
    Unfold,
    Open,
    Copy,
    Previous,
    Next,
}

/// Says which way to go in a review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is told in the keymap's own words")]
pub enum Turn {
    On,
    Back,
}

/// Says how to change the answers of the first start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is told in the keymap's own words")]
pub enum Changing {
    Less,
    More,
    NextField,
    PreviousField,
}

/// Says how a re-plan is chosen and filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is told in the keymap's own words")]
pub enum Replanning {
    Choose(Move),
    Toggle,
    Less,
    More,
    NextField,
    PreviousField,
}

/// A way to lay the remaining days out anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Move {
    /// Go on from the current day.
    Continue,
    /// Keep the end date that was promised.
    KeepEnd,
    /// Leave days out.
    Skip,
    /// Take a break.
    Break,
    /// Go on at another pace.
    Pace,
}

impl Move {
    /// Every move, in the order of its key.
    pub const ALL: [Self; 5] = [Self::Continue, Self::KeepEnd, Self::Skip, Self::Break, Self::Pace];

    /// Returns its title.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Continue => "Continue",
            Self::KeepEnd => "Keep the end date",
            Self::Skip => "Skip some",
            Self::Break => "A break",
            Self::Pace => "Another pace",
        }
    }
}
