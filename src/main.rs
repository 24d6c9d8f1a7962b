//! Environment in, exit code out; nothing else.

use ninety::env::{self, Env};
use std::ffi::OsString;
use std::io;
use std::process::ExitCode;

#[expect(clippy::disallowed_methods, reason = "the arguments come in here and nowhere else")]
fn main() -> ExitCode {
    let args: Vec<OsString> = std::env::args_os().skip(1).collect();
    env::catch_file_size_limit();
    let (mut out, mut err) = (io::stdout().lock(), io::stderr().lock());
    ExitCode::from(ninety::run(&args, Env::ask(), &mut out, &mut err))
}
