//! The screens on a terminal of the tests' own: a real journal in a directory of its own, the real loop, keys as a script,
//! and the screen as text with its styles.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "every test file uses a part of it, and fails so"
)]

use chrono::{DateTime, FixedOffset};
use crossterm::event::{Event, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ninety::env::{Charset, Colours, Env};
use ninety::journal::Fact;
use ninety::journal::files::Tail;
use ninety::options::Streak;
use ninety::plan::Plan;
use ninety::study::calendar::{AsOf, Habits};
use ninety::study::{Session, Study};
use ninety::tui::{App, Caret, Chord, Keymap, Theme};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Size;
use ratatui::style::{Color, Modifier};
use std::path::{Path, PathBuf};

#[path = "history.rs"]
mod history;
#[path = "stage.rs"]
mod stage;

pub(crate) use history::history;
use stage::{READ_ALL, Stage};

/// The evening on which every play begins.
pub(crate) const NOW: &str = "2026-12-08T19:41:12+01:00";

/// A learner before a screen.
pub(crate) struct Play {
    dir: tempfile::TempDir,
    pub(crate) app: App,
    pub(crate) stage: Stage,
    now: DateTime<FixedOffset>,
    theme: Theme,
    /// The exit code, once the program has ended.
    pub(crate) ended: Option<u8>,
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
    Session::open(plan, dir.to_owned(), Tail::LookAgain, now()).unwrap()
}

impl Play {
    /// A first start, at 80x24.
    pub(crate) fn new() -> Self {
        Self::of(Plan::builtin())
    }

    /// A first start with a plan of the learner's own.
    pub(crate) fn of(plan: &'static Plan) -> Self {
        Self::in_dir(plan, directory(), now())
    }

    /// The first start's form accepted: day 1, nothing done.
    pub(crate) fn begun() -> Self {
        let mut play = Self::new();
        play.play("enter esc");
        play
    }

    /// Forty days of history; day 41 is begun.
    pub(crate) fn later() -> Self {
        let dir = directory();
        std::fs::write(dir.path().join("django-90.toml"), history(now())).unwrap();
        Self::in_dir(Plan::builtin(), dir, now())
    }

    /// A journal with these lines after its head.
    pub(crate) fn with(lines: &str) -> Self {
        let dir = directory();
        let head = ninety::journal::write::header("django-90", Plan::builtin().title());
        std::fs::write(dir.path().join("django-90.toml"), head + lines).unwrap();
        Self::in_dir(Plan::builtin(), dir, now())
    }

    /// A learner of a plan with the journal of a directory, at a moment.
    pub(crate) fn in_dir(plan: &'static Plan, dir: tempfile::TempDir, now: DateTime<FixedOffset>) -> Self {
        let theme = Theme::new(Colours::Sixteen, Charset::Unicode);
        Self::set(plan, dir, now, Habits::default(), theme, Keymap::default(), Streak::Hidden, Size::new(80, 24))
    }

    #[expect(clippy::too_many_arguments, reason = "everything that a play can differ in")]
    fn set(
        plan: &'static Plan,
        dir: tempfile::TempDir,
        now: DateTime<FixedOffset>,
        habits: Habits,
        theme: Theme,
        keys: Keymap,
        streak: Streak,
        size: Size,
    ) -> Self {
        let as_of = AsOf { now, habits };
        let session = Session::open(plan, dir.path().to_owned(), Tail::LookAgain, as_of).unwrap();
        let app = App::new(Env::fixed(now), session, theme, keys, streak);
        let stage = Stage { size, ..Stage::default() };
        let mut new = Self { dir, app, stage, now, theme, ended: None };
        new.goes_on();
        new
    }

    fn anew(self, now: DateTime<FixedOffset>, habits: Habits, theme: Theme, keys: Keymap, streak: Streak) -> Self {
        let Self { app, dir, stage, .. } = self;
        let plan = app.study().plan();
        // The files of drafts are let go of first.
        drop(app);
        Self::set(plan, dir, now, habits, theme, keys, streak, stage.size)
    }

    /// Ends, and starts again at another moment.
    pub(crate) fn at(self, now: &str) -> Self {
        let (habits, theme) = (self.study().habits(), self.theme);
        let now = DateTime::parse_from_rfc3339(now).unwrap();
        self.anew(now, habits, theme, Keymap::default(), Streak::Hidden)
    }

    /// Ends, and starts again with days and weeks that begin at other times.
    pub(crate) fn with_habits(self, habits: Habits) -> Self {
        let (now, theme) = (self.now, self.theme);
        self.anew(now, habits, theme, Keymap::default(), Streak::Hidden)
    }

    /// Ends, and starts again with other keys.
    pub(crate) fn with_keys(self, keys: Keymap) -> Self {
        let (now, habits, theme) = (self.now, self.study().habits(), self.theme);
        self.anew(now, habits, theme, keys, Streak::Hidden)
    }

    /// Ends, and starts again with the streak shown.
    pub(crate) fn with_streak(self) -> Self {
        let (now, habits, theme) = (self.now, self.study().habits(), self.theme);
        self.anew(now, habits, theme, Keymap::default(), Streak::Shown)
    }

    /// Ends, and starts again with these colours and characters.
    pub(crate) fn looking(self, colours: Colours, charset: Charset) -> Self {
        let (now, habits) = (self.now, self.study().habits());
        self.anew(now, habits, Theme::new(colours, charset), Keymap::default(), Streak::Hidden)
    }

    /// Ends, and starts again on the same directory.
    pub(crate) fn again(self) -> Self {
        let (now, habits, theme) = (self.now, self.study().habits(), self.theme);
        self.anew(now, habits, theme, Keymap::default(), Streak::Hidden)
    }

    /// Waits until another moment, in which the loop looks at clock and files; tells whether it drew.
    pub(crate) fn waits(&mut self, now: &str) -> bool {
        self.now = DateTime::parse_from_rfc3339(now).unwrap();
        self.look()
    }

    /// Lets a second pass; tells whether something was drawn because of it.
    pub(crate) fn look(&mut self) -> bool {
        self.stage.second = true;
        let before = self.stage.frames;
        self.goes_on();
        // The loop draws once as it begins.
        self.stage.frames > before + 1
    }

    /// Lets the loop read everything that is there.
    fn goes_on(&mut self) {
        let env = std::mem::replace(&mut self.app.env, Env::fixed(self.now));
        (self.app.env.editor, self.app.env.remote) = (env.editor, env.remote);
        let code = self.app.run(&mut self.stage).unwrap();
        self.ended = Some(code).filter(|code| *code != READ_ALL);
    }

    pub(crate) fn sized(mut self, columns: u16, rows: u16) -> Self {
        self.resize(columns, rows);
        self
    }

    pub(crate) fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.stage.size = Size::new(columns, rows);
        self.input(Event::Resize(columns, rows))
    }

    pub(crate) fn journal(&self) -> PathBuf {
        self.dir.path().join("django-90.toml")
    }

    pub(crate) fn dir(&self) -> &Path {
        self.dir.path()
    }

    pub(crate) fn study(&self) -> &Study {
        self.app.study()
    }

    /// How many entries the journal has.
    pub(crate) fn recorded(&self) -> usize {
        self.study().journal().len()
    }

    /// Presses keys: words as the keymap writes them; what stands in double quotes is typed. Each is drawn.
    pub(crate) fn play(&mut self, script: &str) -> &mut Self {
        for event in events(script) {
            self.input(event);
        }
        self
    }

    /// Presses keys in one burst, which is drawn once.
    pub(crate) fn burst(&mut self, script: &str) -> &mut Self {
        self.stage.events.extend(events(script));
        self.goes_on();
        self
    }

    /// Presses keys and clicks in one burst, which is drawn once.
    pub(crate) fn burst_and_click(&mut self, script: &str, (column, row): (u16, u16)) -> &mut Self {
        self.stage.events.extend(events(script));
        self.click(column, row)
    }

    pub(crate) fn paste(&mut self, text: &str) -> &mut Self {
        self.input(Event::Paste(text.to_owned()))
    }

    pub(crate) fn click(&mut self, column: u16, row: u16) -> &mut Self {
        self.mouse(MouseEventKind::Down(MouseButton::Left), column, row)
    }

    /// Clicks on the first place where a text stands.
    pub(crate) fn click_on(&mut self, text: &str) -> &mut Self {
        let (x, y) = self.find(text);
        self.click(x, y)
    }

    /// Where a text stands first.
    pub(crate) fn find(&self, text: &str) -> (u16, u16) {
        let screen = self.text();
        let found = screen.lines().enumerate().find(|(_, line)| line.contains(text));
        let (y, line) = found.unwrap_or_else(|| panic!("no {text:?} on\n{screen}"));
        let x = ninety::text::width(line.split(text).next().unwrap());
        (u16::try_from(x).unwrap(), u16::try_from(y).unwrap())
    }

    pub(crate) fn mouse(&mut self, kind: MouseEventKind, column: u16, row: u16) -> &mut Self {
        self.input(Event::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }))
    }

    pub(crate) fn input(&mut self, event: Event) -> &mut Self {
        self.stage.events.push_back(event);
        self.goes_on();
        self
    }

    /// Records from another process.
    pub(crate) fn elsewhere(&self, fact: Fact) {
        let mut other = session(self.study().plan(), self.dir.path());
        other.record(fact, now(), 0xe15e).unwrap();
    }

    /// The screen's text, a line a row.
    pub(crate) fn text(&self) -> String {
        lines(&self.stage.shown, row_text)
    }

    /// The screen's text, its styles a letter a cell, and the cursor where something is typed.
    pub(crate) fn screen(&self) -> String {
        let seen = self.stage.cursor.filter(|(_, caret)| *caret == Caret::Seen);
        let cursor = seen.map_or(String::new(), |(at, _)| format!("cursor {},{}\n", at.x, at.y));
        let styles = lines(&self.stage.shown, |row| row.iter().map(letter).collect());
        format!("{}{cursor}--- styles\n{styles}", self.text())
    }

    /// The last line: a message, or the keys.
    pub(crate) fn foot(&self) -> String {
        self.text().lines().last().unwrap_or_default().trim().to_owned()
    }

    /// The line on which the terminal's cursor is, without frames: what is selected, or being typed.
    pub(crate) fn line(&self) -> String {
        let Some((at, _)) = self.stage.cursor else { return String::new() };
        let text = self.text();
        let line = text.lines().nth(usize::from(at.y)).unwrap_or_default();
        let mut used = 0;
        let from = line.chars().skip_while(|c| {
            let skip = used < usize::from(at.x);
            used += ninety::text::width(c.encode_utf8(&mut [0; 4]));
            skip
        });
        from.take_while(|c| *c != '│').collect::<String>().trim().to_owned()
    }

    /// What the day's pane has as its title, without glyphs: its number and subject.
    pub(crate) fn title(&self) -> String {
        let text = self.text();
        let line = text.lines().find(|line| line.starts_with('╭')).unwrap_or_default();
        let title = line.trim_start_matches('╭').split(['─', '╮']).next().unwrap_or_default();
        title.trim_matches(|c: char| c == ' ' || "◇◈◆×".contains(c)).to_owned()
    }

    pub(crate) fn note(&self, day: usize) -> String {
        let plan = self.study().plan();
        self.study().note(plan.day_no(day).unwrap())
    }
}

/// A script as what the terminal sends.
fn events(script: &str) -> Vec<Event> {
    let mut events = Vec::new();
    for (i, part) in script.split('"').enumerate() {
        let key = |word: &str| Chord::read(word).unwrap_or_else(|| panic!("{word} is no key"));
        if i % 2 == 1 {
            events.extend(part.chars().map(|c| Event::Key(key(&c.to_string().replace(' ', "space")).event())));
        } else {
            events.extend(part.split_whitespace().map(|word| Event::Key(key(word).event())));
        }
    }
    events
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
