//! Draws the README's pictures: real screens on a real journal of seven weeks, as SVG files in `docs/`.
//!
//! `cargo run --example picture` writes them anew. Letters have a place each, and frames and bars are shapes, so a
//! picture looks the same in whatever font a reader's browser has.
//!
//! Deliberately absent: a real terminal. The loop draws into a buffer, and the buffer's cells are what is drawn here.

use chrono::NaiveDate;
use crossterm::event::Event;
use ninety::env::{Charset, Colours, Env};
use ninety::journal::files::Tail;
use ninety::journal::{Fact, Terms};
use ninety::options::Streak;
use ninety::plan::Plan;
use ninety::study::Session;
use ninety::tui::{App, Beside, Chord, Keymap, Resumed, Terminal, Theme, Wake};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Rect, Size};
use ratatui::style::{Color, Modifier};
use std::collections::VecDeque;
use std::error::Error;
use std::fmt::Write;
use std::io;
use std::path::Path;
use std::time::Duration;

#[path = "../tests/common/evenings.rs"]
mod evenings;

/// Where the pictures are kept.
pub(crate) const PLACE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs");

/// The screen's size in cells.
const SCREEN: Size = Size { width: 112, height: 30 };

/// A cell's size, a letter's size and the margin, in pixels.
const CELL: (u16, u16) = (9, 19);
const LETTER: u16 = 15;
const MARGIN: u16 = 16;

/// How far a bar stays from its cell's edges, and a letter's foot from the lower one.
const BAR: u16 = 4;
const BASE: u16 = 5;

const FONTS: &str = "'JetBrains Mono','Cascadia Code','SF Mono',Menlo,Consolas,'DejaVu Sans Mono',monospace";

/// The background and the letters where a cell names no colour.
const GROUND: &str = "#16181d";
const TEXT: &str = "#d6d9e0";

/// The dark colours, and the light ones in their place.
const LIGHT: [(&str, &str); 10] = [
    (GROUND, "#fbfbfa"),
    (TEXT, "#24272e"),
    ("#2a2e37", "#dfe1e6"),
    ("#e67e80", "#b3393c"),
    ("#a3c78a", "#3f7a1f"),
    ("#dfc184", "#8a6410"),
    ("#7aa8e0", "#2660a8"),
    ("#c49bdc", "#7d3fa0"),
    ("#6fc3cf", "#0f7482"),
    ("#7c8290", "#6b7080"),
];

/// What is pressed in an evening, a picture after each, and how long one stands, in seconds.
const EVENING: [&str; 8] = [
    "",
    "space",
    "n",
    "space T h e space s a m e space f o r",
    "space c l a s s e s : space a space m i x i n .",
    "esc",
    "2",
    "5",
];
const STANDS: f32 = 1.8;

/// The opacity of what is dim.
const DIM: &str = "0.58";

/// The day that the learner has come to.
const DAY: u16 = 32;

fn main() -> Result<(), Box<dyn Error>> {
    for (name, svg) in pictures()? {
        std::fs::write(Path::new(PLACE).join(name), svg)?;
    }
    Ok(())
}

/// Returns every picture with its file's name.
pub(crate) fn pictures() -> Result<Vec<(&'static str, String)>, Box<dyn Error>> {
    let dir = tempfile::tempdir()?;
    let plan = Plan::builtin();
    let facts = evenings::facts(plan, DAY);
    let now = evenings::later(&facts);
    let mut session = Session::open(plan, dir.path().to_owned(), Tail::AsItIs, now)?;
    for (number, (moment, fact)) in facts.into_iter().enumerate() {
        session.record(fact, moment, evenings::random(number))?;
    }
    let goal = NaiveDate::from_ymd_opt(2027, 2, 26);
    session.record(Fact::Terms(Terms { goal, ..Terms::default() }), now, 0)?;
    drop(session);
    let opened = || -> Result<_, Box<dyn Error>> {
        let session = Session::open(plan, dir.path().to_owned(), Tail::AsItIs, now)?;
        let theme = Theme::new(Colours::Sixteen, Charset::Unicode);
        Ok(App::new(Env::fixed(now), session, theme, Keymap::default(), Streak::Hidden))
    };
    let picture = |name, keys, title: &str| -> Result<_, Box<dyn Error>> {
        let mut paper = Paper::of(keys);
        opened()?.run(&mut paper)?;
        Ok((name, svg(&[paper.shown], title)))
    };
    let today = picture("today.svg", "", "ninety: the view of one day")?;
    let light = LIGHT.iter().fold(today.1.clone(), |svg, (dark, light)| svg.replace(dark, light));
    let mut pictures = vec![
        today,
        ("today-light.svg", light),
        picture("week.svg", "2", "ninety: the view of a week, its milestone and its review")?,
        picture("plan.svg", "3", "ninety: the view of the whole plan")?,
        picture("progress.svg", "4", "ninety: the days done by date, the calendar, and where it leads")?,
        picture("replan.svg", "r right", "ninety: the re-plan with what a change comes to")?,
        picture("review.svg", "2 [ R", "ninety: the three questions of a week's review")?,
        picture("notes.svg", "5", "ninety: the view of all notes")?,
    ];
    // This one records, so it comes last.
    let mut app = opened()?;
    let mut frames = Vec::new();
    for keys in EVENING {
        let mut paper = Paper::of(keys);
        app.run(&mut paper)?;
        frames.push(paper.shown);
    }
    pictures.push(("evening.svg", svg(&frames, "ninety: an evening, from the first tick to the note")));
    Ok(pictures)
}

/// A terminal of paper: it sends some keys, and keeps what was drawn last.
struct Paper {
    keys: VecDeque<Event>,
    shown: Buffer,
}

impl Paper {
    fn of(keys: &str) -> Self {
        let keys = keys.split_whitespace().filter_map(Chord::read).map(|chord| Event::Key(chord.event()));
        Self { keys: keys.collect(), shown: Buffer::empty(Rect::default()) }
    }
}

impl Terminal for Paper {
    fn size(&self) -> Size {
        SCREEN
    }

    fn wait(&mut self, _most: Duration) -> io::Result<Wake> {
        Ok(if self.keys.is_empty() { Wake::End(0) } else { Wake::Input })
    }

    fn read(&mut self) -> io::Result<Option<Event>> {
        Ok(self.keys.pop_front())
    }

    fn draw(&mut self, picture: impl FnOnce(&mut Buffer) -> Beside) -> io::Result<()> {
        self.shown = Buffer::empty(Rect::new(0, 0, SCREEN.width, SCREEN.height));
        let _beside = picture(&mut self.shown);
        Ok(())
    }

    fn resized(&mut self, _size: Size) -> io::Result<()> {
        Ok(())
    }

    fn aside<T>(&mut self, something: impl FnOnce() -> T) -> io::Result<T> {
        Ok(something())
    }

    fn copy(&mut self, _text: &str) -> io::Result<()> {
        Ok(())
    }

    fn open(&mut self, _url: &str) -> bool {
        false
    }

    fn watch(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn suspend(&mut self) -> io::Result<Resumed> {
        Ok(Resumed::Here)
    }

    fn resume(&mut self) -> io::Result<Resumed> {
        Ok(Resumed::Here)
    }
}

/// Returns buffers as SVG: one as a picture, several as a film that begins again.
fn svg(frames: &[Buffer], title: &str) -> String {
    let area = frames.first().map_or(Rect::default(), |frame| frame.area);
    let (width, height) = (area.width * CELL.0 + 2 * MARGIN, area.height * CELL.1 + 2 * MARGIN);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
         role=\"img\" xml:space=\"preserve\" font-family=\"{FONTS}\" font-size=\"{LETTER}\">\n<title>{title}</title>\n\
         <rect width=\"100%\" height=\"100%\" rx=\"10\" fill=\"{GROUND}\"/>\n"
    );
    let mut begins = 0.0;
    if let 2.. = frames.len() {
        let all = STANDS * f32::from(wide(frames.len()) / CELL.0);
        let share = 100.0 * STANDS / all;
        push(
            &mut out,
            format_args!(
                "<style>.f{{opacity:0;animation:f {all}s step-end infinite}}@keyframes f{{0%{{opacity:1}}{share}%\
                 {{opacity:0}}}}@media (prefers-reduced-motion:reduce){{.f{{animation:none}}.f:last-of-type{{opacity:1}}}}\
                 </style>\n"
            ),
        );
    }
    for frame in frames {
        if frames.len() > 1 {
            push(&mut out, format_args!("<g class=\"f\" style=\"animation-delay:{begins}s\">\n"));
        }
        for y in 0..area.height {
            let cells: Vec<&Cell> = (0..area.width).filter_map(|x| frame.cell((x, y))).collect();
            row(&mut out, &cells, MARGIN + y * CELL.1);
        }
        if frames.len() > 1 {
            out.push_str("</g>\n");
        }
        begins += STANDS;
    }
    out.push_str("</svg>\n");
    out
}

/// Draws a row of cells: each run of one look as its background, its shapes and its letters.
fn row(out: &mut String, cells: &[&Cell], top: u16) {
    let mut left = MARGIN;
    for run in cells.chunk_by(|a, b| Look::of(a) == Look::of(b)) {
        let Some(look) = run.first().map(|cell| Look::of(cell)) else { continue };
        let width = wide(run.len());
        if let Some(ground) = look.ground {
            push(
                out,
                format_args!(
                    "<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{}\" fill=\"{ground}\"/>\n",
                    CELL.1
                ),
            );
        }
        let mut at = left;
        for piece in run.chunk_by(|a, b| kind(a.symbol()) == kind(b.symbol())) {
            look.draw(out, piece, at, top);
            at += wide(piece.len());
        }
        left += width;
    }
}

/// Returns the width of so many cells.
fn wide(cells: usize) -> u16 {
    u16::try_from(cells).unwrap_or(0) * CELL.0
}

/// Says how a symbol is drawn.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Letter,
    Frame,
    /// The share of the cell's width, and the opacity.
    Block(f32, f32),
}

fn kind(symbol: &str) -> Kind {
    match symbol {
        "█" => Kind::Block(1.0, 1.0),
        "▌" => Kind::Block(0.5, 1.0),
        "░" => Kind::Block(1.0, 0.22),
        "─" | "│" | "╭" | "╮" | "╰" | "╯" => Kind::Frame,
        _ => Kind::Letter,
    }
}

/// How a cell looks.
#[derive(PartialEq)]
struct Look {
    text: &'static str,
    ground: Option<&'static str>,
    modifier: Modifier,
}

impl Look {
    fn of(cell: &Cell) -> Self {
        let modifier = cell.modifier;
        let (text, ground) = (colour(cell.fg), colour(cell.bg));
        if modifier.contains(Modifier::REVERSED) {
            Self { text: ground.unwrap_or(GROUND), ground: Some(text.unwrap_or(TEXT)), modifier }
        } else {
            Self { text: text.unwrap_or(TEXT), ground, modifier }
        }
    }

    /// Draws cells of this look and of one kind.
    fn draw(&self, out: &mut String, cells: &[&Cell], left: u16, top: u16) {
        let text = self.text;
        let dim = if self.modifier.contains(Modifier::DIM) { format!(" opacity=\"{DIM}\"") } else { String::new() };
        match cells.first().map_or(Kind::Letter, |cell| kind(cell.symbol())) {
            Kind::Block(share, opacity) => {
                let width = f32::from(wide(cells.len())) * share;
                let (y, height) = (top + BAR, CELL.1 - 2 * BAR);
                push(
                    out,
                    format_args!(
                        "<rect x=\"{left}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{text}\" \
                         opacity=\"{opacity}\"/>\n"
                    ),
                );
            }
            Kind::Frame => {
                let path = frame(cells, left, top);
                push(out, format_args!("<path d=\"{path}\" fill=\"none\" stroke=\"{text}\"{dim}/>\n"));
            }
            Kind::Letter => {
                let bold = if self.modifier.contains(Modifier::BOLD) { " font-weight=\"700\"" } else { "" };
                let y = top + CELL.1 - BASE;
                if let Some((at, letters)) = letters(cells, left) {
                    push(out, format_args!("<text y=\"{y}\" fill=\"{text}\"{bold}{dim} x=\"{at}\">{letters}</text>\n"));
                }
            }
        }
    }
}

/// Returns the letters of cells, without the blanks around them, and the place of each; none where all is blank.
fn letters(cells: &[&Cell], left: u16) -> Option<(String, String)> {
    let written = |cell: &&Cell| cell.symbol() != " ";
    let (first, last) = (cells.iter().position(written)?, cells.iter().rposition(written)?);
    let cells: Vec<(usize, &&Cell)> = cells.iter().enumerate().skip(first).take(last - first + 1).collect();
    // A blank keeps its place, for readers that place the first letter only.
    let places: Vec<String> = cells.iter().map(|(place, _)| (left + wide(*place)).to_string()).collect();
    let letters = cells.iter().map(|(_, cell)| escaped(cell.symbol())).collect();
    Some((places.join(" "), letters))
}

/// Returns the path of a frame's pieces.
fn frame(cells: &[&Cell], left: u16, top: u16) -> String {
    let (middle, bottom) = (f32::from(top) + f32::from(CELL.1) / 2.0, top + CELL.1);
    let mut path = String::new();
    let mut left = left;
    for run in cells.chunk_by(|a, b| a.symbol() == "─" && b.symbol() == "─") {
        let right = left + wide(run.len());
        let centre = f32::from(left) + f32::from(CELL.0) / 2.0;
        let piece = match run.first().map_or("", |cell| cell.symbol()) {
            "│" => format!("M{centre} {top}V{bottom}"),
            "╭" => format!("M{centre} {bottom}Q{centre} {middle} {right} {middle}"),
            "╮" => format!("M{left} {middle}Q{centre} {middle} {centre} {bottom}"),
            "╰" => format!("M{centre} {top}Q{centre} {middle} {right} {middle}"),
            "╯" => format!("M{left} {middle}Q{centre} {middle} {centre} {top}"),
            _ => format!("M{left} {middle}H{right}"),
        };
        path.push_str(&piece);
        left = right;
    }
    path
}

/// Returns the colour of a terminal's theme; none for the terminal's own ground or text.
fn colour(colour: Color) -> Option<&'static str> {
    match colour {
        Color::Black => Some("#2a2e37"),
        Color::Red | Color::LightRed => Some("#e67e80"),
        Color::Green | Color::LightGreen => Some("#a3c78a"),
        Color::Yellow | Color::LightYellow => Some("#dfc184"),
        Color::Blue | Color::LightBlue => Some("#7aa8e0"),
        Color::Magenta | Color::LightMagenta => Some("#c49bdc"),
        Color::Cyan | Color::LightCyan => Some("#6fc3cf"),
        Color::Gray | Color::White => Some("#d6d9e0"),
        Color::DarkGray => Some("#7c8290"),
        Color::Reset | Color::Rgb(..) | Color::Indexed(_) => None,
    }
}

fn escaped(symbol: &str) -> String {
    symbol.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn push(out: &mut String, text: std::fmt::Arguments) {
    let written = out.write_fmt(text);
    debug_assert!(written.is_ok(), "a String takes every text");
}
