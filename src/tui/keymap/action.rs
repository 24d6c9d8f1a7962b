//! Where a key is pressed, and what it can mean there.
//!
//! Deliberately absent: which key. That is the keymap's table.

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
    /// The re-plan.
    Replan,
    /// What stands there after a long time away.
    WelcomeBack,
}

impl Context {
    /// Every context, in the order of the README's table.
    pub const ALL: [Self; 17] = [
        Self::Today,
        Self::Week,
        Self::Plan,
        Self::Progress,
        Self::Notes,
        Self::Help,
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
        Self::WelcomeBack,
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
            Self::WelcomeBack => "Welcome back",
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
    /// Change an answer of the first start or of the re-plan.
    Change(Changing),
    /// Do something on a milestone's page.
    Milestone(OnMilestone),
    /// Go a step on or back in a review.
    Turn(Turn),
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
#[expect(missing_docs, reason = "each is described in the keymap")]
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
#[expect(missing_docs, reason = "each is described in the keymap")]
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
#[expect(missing_docs, reason = "each is described in the keymap")]
pub enum Editing {
    UndoText,
    RedoText,
    DeleteWord,
    WordLeft,
    WordRight,
}

/// Says what to do on a milestone's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is described in the keymap")]
pub enum OnMilestone {
    Enter,
    Unfold,
    Open,
    Copy,
    Previous,
    Next,
}

/// Says which way to go in a review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is described in the keymap")]
pub enum Turn {
    On,
    Back,
}

/// Says how to change the answers of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is described in the keymap")]
pub enum Changing {
    Less,
    More,
    NextField,
    PreviousField,
}
