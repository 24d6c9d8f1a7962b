//! `ninety` is a terminal study tracker: a plan of numbered days inside, a journal of what was done on disk, and
//! everything else computed from those two and the clock.
//!
//! Data flows one way: disk, then memory, then screen. Read the house in this order:
//!
//! 1. [`text`]: what may reach a terminal.
//! 2. [`plan`]: what should happen. 3. [`journal`]: what did happen. [`words`]: how both are named. 4. [`study`]: what
//!    they add up to. [`describe`]: a fact as a sentence.
//! 5. [`env`](mod@env), [`config`] and [`options`]: what surrounds the program and what it is asked for. [`error`]: what
//!    it says when it cannot. [`typed`]: what the learner typed as dates. [`glyphs`]: how a state looks.
//! 6. `page`: a report as a document, which verbs print, exports write and screens draw.
//! 7. `cli`: the verbs. 8. [`tui`]: the screens. A key and a verb end in the same [`journal::Fact`].
//!
//! One press of space, through every room:
//!
//! 1. `tui/terminal.rs` waits for input and reads the key; `tui/app.rs` is woken and takes in all that has come.
//! 2. `tui/keymap.rs` looks up what the key means where the learner is: tick.
//! 3. `tui/screen/today.rs` answers with the fact that ticks the selected task.
//! 4. `tui/recording.rs` has `study.rs` record it; `journal/save.rs` appends its line and syncs.
//! 5. `study/taking.rs` folds that one entry in, and the open days are dated anew.
//! 6. [`describe`] says what was done, the screen goes on to the next open task, and `tui/canvas.rs` draws.
//!
//! `ninety done 1.1` joins at the third step: `cli/record.rs` makes the same fact.
//!
//! Absent on purpose: async, threads (but one that watches for signals and for a terminal that is gone), global state,
//! interior mutability, a clock outside `env`, I/O in `plan` and in what derives from it, rendering that mutates,
//! rewriting the journal, `unsafe`, traits with one implementation, and the network.

#![expect(missing_docs, reason = "a name may say it; a test sees to it that plan, journal and study are told")]

mod cli;
pub mod config;
pub mod describe;
pub mod editor;
pub mod env;
pub mod error;
pub mod glyphs;
pub mod journal;
pub mod options;
mod page;
pub mod plan;
mod platform;
pub mod study;
pub mod text;
pub mod tui;
pub mod typed;
pub mod words;

use cli::Next;
use env::{Charset, Env};
use error::Error;
use std::ffi::OsString;
use std::io::{self, Write};

/// Does what the arguments (without the program's name) ask, writes data to `out` and messages to `err`, and returns
/// the exit code: 0 ok, 1 failed, 2 usage. A closed pipe is success.
pub fn run(args: &[OsString], env: Result<Env, Error>, out: &mut impl Write, err: &mut impl Write) -> u8 {
    let (mut data, mut messages) = (Vec::new(), Vec::new());
    let columns = env.as_ref().map_or_else(|_| env::message_columns(), |env| env.message_columns);
    let charset = env.as_ref().map_or(Charset::Unicode, |env| cli::charset(args, env));
    let (code, unwritten) = done(args, env, &mut data, &mut messages).unwrap_or_else(|error| {
        messages.extend(glyphs::to_charset(charset, &format!("{}\n", error.text(columns))).as_bytes());
        (error.exit_code(), UNWRITTEN)
    });
    // Messages first: they are complete even where the data's reader has gone.
    drop(written(err, text::fitted(&String::from_utf8_lossy(&messages), columns).as_bytes()));
    match written(out, &data) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            let error = Error::Stream(unwritten, error);
            drop(written(err, text::fitted(&format!("{error}\n"), columns).as_bytes()));
            1
        }
        Ok(()) | Err(_) => code,
    }
}

/// What is said where the data has nowhere to go.
const UNWRITTEN: &str = "The output could not be written";

/// The same where something was recorded before: nobody is to record it again.
const SAVED_UNWRITTEN: &str = "The entry is saved, and the output could not be written";

/// Does what the arguments ask; returns the exit code, and what to say if the data cannot be written.
fn done(
    args: &[OsString],
    env: Result<Env, Error>,
    out: &mut Vec<u8>,
    err: &mut Vec<u8>,
) -> Result<(u8, &'static str), Error> {
    let env = env?;
    match cli::run(args, &env, |keys| tui::Keymap::with(keys).1, out, err)? {
        Next::Screen(options, asks) => tui::run(&options, asks, &env, err).map(|code| (code, UNWRITTEN)),
        Next::Exit(code) => Ok((code, UNWRITTEN)),
        Next::Recorded(code) => Ok((code, SAVED_UNWRITTEN)),
    }
}

/// Writes text so that nothing in it can act on a terminal.
fn written(to: &mut impl Write, bytes: &[u8]) -> io::Result<()> {
    if bytes.is_empty() {
        return Ok(());
    }
    let safe = text::printed(&String::from_utf8_lossy(bytes));
    to.write_all(safe.as_bytes())?;
    to.flush()
}
