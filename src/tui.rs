//! The screens.
//!
//! Reading order: `keymap` with `chord` (keys), `screen` (what a screen is) and its files, one a screen, `canvas` and
//! `theme` (how they are drawn), `text_box` (what can be typed in), `frame` (what stands around them), `app`
//! (the loop) with `mouse`, `recording`, `drafting` and `navigation`, `terminal`. The loop sleeps until a key, a signal
//! or the next second, which brings a look at the files (a few `stat` calls) and the date; only what changed is drawn.

mod app;
mod canvas;
mod chord;
mod drafting;
mod frame;
mod keymap;
mod known;
mod letters;
mod mouse;
mod navigation;
mod recording;
mod screen;
mod search;
mod target;
mod terminal;
mod text_box;
mod theme;

pub use app::App;
pub use chord::Chord;
pub use keymap::{Keymap, table as keys};
pub use target::{Beside, Caret};
pub use terminal::{Resumed, Terminal, Tty, Wake};
pub use theme::Theme;

use crate::env::Env;
use crate::error::Error;
use crate::journal::files::Tail;
use crate::options::{self, Options};
use crate::study::recall::Asking;
use crate::text::carrying;
use std::io::Write;

/// Opens the screen and runs until the learner quits or the terminal is gone; returns the exit code. What is to be
/// known after the screen is gone goes to `messages`.
pub fn run(options: &Options, asks: Option<Asking>, env: &Env, messages: &mut impl Write) -> Result<u8, Error> {
    let session = options.session(env, Tail::LookAgain)?;
    let (keys, wrong) = Keymap::with(&options.config.keys);
    let wrong = options::wrong(options::FILE, &[options.wrong.as_slice(), &wrong].concat(), 1);
    let failed = |error| Error::Stream("The terminal could not be used", error);
    let mut screen = terminal::Tty::open(options.mouse).map_err(failed)?;
    let theme = Theme::new(options.colours(env), options.charset(env));
    let mut app = App::new(env.clone(), session, theme, keys, options.config.streak);
    app.given = options.given();
    if let Some(what) = asks {
        app.ask_alone(what);
    }
    if let Some(wrong) = wrong {
        app.tell_settings(wrong);
    }
    let ended = app.run(&mut screen);
    drop(screen);
    if let Some(sentence) = app.unsaved() {
        drop(writeln!(messages, "ninety: {}", carrying(&app.given, &sentence)));
    }
    ended.map_err(failed)
}
