//! The screens without a terminal: a real journal in a directory of its own, the real model, keys as a script, and the
//! screen as text with its styles. What a key asks for is performed as the loop performs it.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "every test file uses a part of it, and fails so"
)]

use chrono::{DateTime, FixedOffset, TimeDelta};
use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ninety::env::{Colours, Glyphs};
use ninety::journal::files::Tail;
use ninety::journal::{Fact, Mark, Terms, Weekdays};
use ninety::plan::{Day, Plan};
use ninety::study::Session;
use ninety::study::calendar::{AsOf, Habits};
use ninety::tui::chord::Chord;
use ninety::tui::model::Model;
use ninety::tui::opening;
use ninety::tui::overlay::Overlay;
use ninety::tui::recording;
use ninety::tui::theme::Theme;
use ninety::tui::update::{Effect, Input, update};
use ninety::tui::view;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::{Color, Modifier};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// The evening on which every play begins.
pub(crate) const NOW: &str = "2026-12-08T19:41:12+01:00";

/// A learner before a screen.
pub(crate) struct Play {
    dir: tempfile::TempDir,
    pub(crate) session: Session,
    pub(crate) model: Model,
    pub(crate) theme: Theme,
    /// What the clock says.
    pub(crate) now: DateTime<FixedOffset>,
    /// What was asked for and is not recording: to open, to copy, to quit and so on.
    pub(crate) effects: Vec<Effect>,
    /// How many facts went to the disk.
    pub(crate) recorded: u32,
}

pub(crate) fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(NOW).unwrap()
}

/// A directory in memory where the system has such a thing, so that syncing costs nothing.
pub(crate) fn directory() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.unwrap()
}

fn session(plan: &'static Plan, dir: &Path) -> Session {
    session_at(plan, dir, now())
}

fn session_at(plan: &'static Plan, dir: &Path, now: DateTime<FixedOffset>) -> Session {
    Session::open(plan, dir.to_owned(), Tail::LookAgain, now).unwrap()
}

impl Play {
    /// A first start, at 80x24.
    pub(crate) fn new() -> Self {
        Self::on(Plan::builtin(), directory())
    }

    /// A first start with a plan of the learner's own.
    pub(crate) fn of(plan: &'static Plan) -> Self {
        Self::on(plan, directory())
    }

    /// The first start's questions answered: day 1, nothing done.
    pub(crate) fn begun() -> Self {
        let mut play = Self::new();
        play.play("enter enter");
        play.model.message = None;
        play
    }

    /// Forty days of history; day 41 is begun.
    pub(crate) fn later() -> Self {
        let dir = directory();
        std::fs::write(dir.path().join("django-90.toml"), history()).unwrap();
        Self::on(Plan::builtin(), dir)
    }

    /// A journal with these lines after its head.
    pub(crate) fn with(lines: &str) -> Self {
        let dir = directory();
        let head = ninety::journal::write::header("django-90");
        std::fs::write(dir.path().join("django-90.toml"), head + lines).unwrap();
        Self::on(Plan::builtin(), dir)
    }

    fn on(plan: &'static Plan, dir: tempfile::TempDir) -> Self {
        Self::in_dir(plan, dir, now())
    }

    /// A learner of a plan with the journal of a directory, at a moment.
    pub(crate) fn in_dir(
        plan: &'static Plan,
        dir: tempfile::TempDir,
        now: DateTime<FixedOffset>,
    ) -> Self {
        let session = session_at(plan, dir.path(), now);
        let mut model = Model::new(session.study(), Size::new(80, 24));
        opening::open(&mut model, &session);
        let theme = Theme::new(Colours::Sixteen, Glyphs::Unicode);
        Self { dir, session, model, theme, now, effects: Vec::new(), recorded: 0 }
    }

    /// Ends, and starts again at another moment.
    pub(crate) fn at(self, now: &str) -> Self {
        let (size, theme) = (self.model.size, self.theme);
        let now = DateTime::parse_from_rfc3339(now).unwrap();
        let mut play = Self::in_dir(self.session.study().plan(), self.dir, now);
        (play.model.size, play.theme) = (size, theme);
        play
    }

    /// Ends, and starts again with days and weeks that begin at other times.
    pub(crate) fn with_habits(self, habits: Habits) -> Self {
        let as_of = AsOf { now: self.now, habits };
        let plan = self.session.study().plan();
        let session =
            Session::open(plan, self.dir.path().to_owned(), Tail::LookAgain, as_of).unwrap();
        let mut model = Model::new(session.study(), self.model.size);
        opening::open(&mut model, &session);
        Self { session, model, ..self }
    }

    /// Waits until another moment, and looks at the clock as the loop does every second; tells whether it would draw.
    pub(crate) fn waits(&mut self, now: &str) -> bool {
        self.now = DateTime::parse_from_rfc3339(now).unwrap();
        self.look()
    }

    /// Ends, and starts again on the same directory.
    pub(crate) fn again(self) -> Self {
        let (size, theme) = (self.model.size, self.theme);
        let mut play = Self::in_dir(self.session.study().plan(), self.dir, self.now);
        (play.model.size, play.theme) = (size, theme);
        play
    }

    pub(crate) fn sized(mut self, columns: u16, rows: u16) -> Self {
        self.resize(columns, rows);
        self
    }

    pub(crate) fn looking(mut self, colours: Colours, glyphs: Glyphs) -> Self {
        self.theme = Theme::new(colours, glyphs);
        self
    }

    pub(crate) fn resize(&mut self, columns: u16, rows: u16) {
        self.input(Input::Resize(Size::new(columns, rows)));
    }

    pub(crate) fn journal(&self) -> PathBuf {
        self.dir.path().join("django-90.toml")
    }

    pub(crate) fn dir(&self) -> &Path {
        self.dir.path()
    }

    /// Presses keys: words as the keymap writes them; what stands in double quotes is typed.
    pub(crate) fn play(&mut self, script: &str) -> &mut Self {
        for (i, part) in script.split('"').enumerate() {
            if i % 2 == 1 {
                for c in part.chars() {
                    self.press(Chord::char(c));
                }
            } else {
                for word in part.split_whitespace() {
                    self.press(Chord::read(word).unwrap_or_else(|| panic!("{word} is no key")));
                }
            }
        }
        self
    }

    fn press(&mut self, chord: Chord) {
        self.input(Input::Key(chord.event()));
    }

    pub(crate) fn paste(&mut self, text: &str) -> &mut Self {
        self.input(Input::Paste(text.to_owned()));
        self
    }

    pub(crate) fn click(&mut self, column: u16, row: u16) -> &mut Self {
        self.mouse(MouseEventKind::Down(MouseButton::Left), column, row)
    }

    /// Clicks on the first place where a text stands.
    pub(crate) fn click_on(&mut self, text: &str) -> &mut Self {
        let screen = self.text();
        let (y, line) = screen.lines().enumerate().find(|(_, line)| line.contains(text)).unwrap();
        let x = ninety::text::width(line.split(text).next().unwrap());
        self.click(u16::try_from(x).unwrap(), u16::try_from(y).unwrap())
    }

    pub(crate) fn mouse(&mut self, kind: MouseEventKind, column: u16, row: u16) -> &mut Self {
        let event = MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE };
        self.input(Input::Mouse(event));
        self
    }

    /// Takes an input in, and performs what it asks for.
    pub(crate) fn input(&mut self, input: Input) {
        let Some(effect) = update(&mut self.model, self.session.study(), input) else { return };
        let before = self.session.study().journal().len();
        let random = u32::try_from(before).unwrap();
        match effect {
            Effect::Record(fact) => {
                recording::record(&mut self.model, &mut self.session, fact, self.now, random);
            }
            Effect::SaveWritten(fact) => {
                recording::save_written(&mut self.model, &mut self.session, fact, self.now, random);
            }
            other => self.effects.push(other),
        }
        self.recorded += u32::from(self.session.study().journal().len() > before);
    }

    /// Looks at the files once, as the loop does every second; tells whether it would draw.
    pub(crate) fn look(&mut self) -> bool {
        recording::refresh(&mut self.model, &mut self.session, self.now).unwrap()
    }

    /// Records from another process.
    pub(crate) fn elsewhere(&self, fact: Fact) {
        let mut other = session(self.session.study().plan(), self.dir.path());
        other.record(fact, now(), 0xe15e).unwrap();
    }

    pub(crate) fn buffer(&self) -> (Buffer, Option<Position>) {
        let mut buffer = Buffer::empty(Rect::from((Position::ORIGIN, self.model.size)));
        let cursor = view::screen(&self.model, self.session.study(), self.theme, &mut buffer);
        (buffer, cursor)
    }

    /// The screen's text, a line a row.
    pub(crate) fn text(&self) -> String {
        lines(&self.buffer().0, row_text)
    }

    /// The screen's text, its styles a letter a cell, and its cursor.
    pub(crate) fn screen(&self) -> String {
        let (buffer, cursor) = self.buffer();
        let cursor = cursor.map_or(String::new(), |at| format!("cursor {},{}\n", at.x, at.y));
        let styles = lines(&buffer, |row| row.iter().map(letter).collect());
        format!("{}{cursor}--- styles\n{styles}", lines(&buffer, row_text))
    }

    /// The message line's words.
    pub(crate) fn message(&self) -> &str {
        self.model.message.as_ref().map_or("", |(_, text)| text)
    }

    /// The number of the day that is shown, and the row of it that is selected.
    pub(crate) fn place(&self) -> (usize, usize) {
        (usize::from(self.model.day.get()), self.model.row)
    }

    pub(crate) fn day(&self) -> &'static Day {
        self.session.study().plan().day(self.model.day)
    }

    /// The text in the note editor.
    pub(crate) fn typed(&self) -> String {
        match &self.model.overlay {
            Overlay::Note(editor) => editor.writing.text(),
            other => panic!("no note editor but {other:?}"),
        }
    }

    pub(crate) fn note(&self) -> String {
        self.session.study().note(self.model.day)
    }
}

fn lines(buffer: &Buffer, row: impl Fn(&[Cell]) -> String) -> String {
    let width = usize::from(buffer.area.width).max(1);
    buffer.content.chunks(width).map(|cells| row(cells).trim_end().to_owned() + "\n").collect()
}

/// A row's text. A cell that a wide character covers is left out.
fn row_text(cells: &[Cell]) -> String {
    let mut hidden = 0;
    let mut text = String::new();
    for cell in cells {
        if hidden == 0 {
            text.push_str(cell.symbol());
        }
        hidden = ninety::text::width(cell.symbol()).max(hidden).saturating_sub(1);
    }
    text
}

/// A cell's style as a letter: `.` dim, `b` bold, `R` reversed, a colour's first letter, a capital where it is bold.
fn letter(cell: &Cell) -> char {
    let has = |modifier| cell.modifier.contains(modifier);
    let colour = match cell.fg {
        Color::Reset => None,
        Color::Cyan => Some('c'),
        Color::Green => Some('g'),
        Color::Magenta => Some('m'),
        other => panic!("the theme has no {other:?}"),
    };
    assert_eq!(cell.bg, Color::Reset);
    match (has(Modifier::REVERSED), colour, has(Modifier::BOLD), has(Modifier::DIM)) {
        (true, None, ..) => 'R',
        (true, Some(_), ..) => 'T',
        (false, Some(colour), true, _) => colour.to_ascii_uppercase(),
        (false, Some(colour), false, _) => colour,
        (false, None, true, _) => 'b',
        (false, None, false, true) => '.',
        (false, None, false, false) => ' ',
    }
}

/// The journal of forty days, recorded as a learner would have: a day an evening, some skipped, a note on every third.
pub(crate) fn history() -> &'static str {
    static TEXT: OnceLock<String> = OnceLock::new();
    TEXT.get_or_init(|| {
        let dir = directory();
        let mut session = session(Plan::builtin(), dir.path());
        let first = now() - TimeDelta::days(40);
        let mut random: u32 = 90;
        let mut record = |fact: Fact, days: i64, minutes: i64| {
            random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let at = first + TimeDelta::days(days) + TimeDelta::minutes(minutes);
            session.record(fact, at, random).unwrap();
        };
        record(
            Fact::Terms(Terms {
                start: Some(first.date_naive()),
                days: Some(Weekdays::ALL),
                goal: Some("2027-02-05".parse().unwrap()),
                ..Terms::default()
            }),
            0,
            0,
        );
        for (i, day) in (0..).zip(Plan::builtin().days().iter().take(41)) {
            for fact in evening(i, day) {
                record(fact, i, 1);
            }
        }
        std::fs::read_to_string(dir.path().join("django-90.toml")).unwrap()
    })
}

fn evening(i: i64, day: &Day) -> Vec<Fact> {
    let id = || day.id().clone();
    let done = |task: &ninety::plan::Task| Fact::Done(vec![Mark::Item(task.id().clone())]);
    if i == 40 {
        return day.tasks().iter().take(1).map(done).collect();
    }
    if i == 11 || i == 29 {
        let because = if i == 11 { "I know this from work." } else { "" };
        return vec![Fact::Skip { days: vec![id()], because: because.to_owned() }];
    }
    let mut facts: Vec<Fact> =
        day.tasks().iter().filter(|task| !(task.added && i % 4 == 0)).map(done).collect();
    facts.push(Fact::Minutes {
        day: id(),
        minutes: 35 + 5 * u32::try_from(i % 7).unwrap(),
        over: Vec::new(),
    });
    let texts = [
        "`with` closes the file, also when the body raises.\n",
        "Read the traceback from the bottom: the last line says what, the lines above it say where.\n\nTry `python -i`.\n",
        "日本語 and emoji 👩‍💻 are one `len()` more than they look.\n",
        "A queryset is lazy; `list()` makes it run.\n\n- filter first\n- order last\n",
    ];
    if i % 3 == 0 {
        let text = texts[usize::try_from(i / 3).unwrap() % texts.len()].to_owned();
        facts.push(Fact::Note { day: id(), text, over: Vec::new() });
    }
    facts
}
